//! Which days have a place for what is dragged: found one day a frame, and told to the strip of dates.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Gesture;
use super::drag::Drag;
use super::places::Place;
use super::proposal::{Landing, Rooms, Target, WhatIf, morning};
use crate::app::context::ViewContext;
use crate::app::paint::lanes::LaneKey;
use crate::model::{CivilTime, DAY_MINS, Severity};

/// What is known of the days; `None` for those that have no place.
pub(super) type Landings = BTreeMap<NaiveDate, Option<Landing>>;

/// So many places of a day are judged in full.
const TRIED: usize = 6;

impl Gesture {
    /// Whether it is known that a day has a place for what is dragged.
    #[must_use]
    pub fn has_place(&self, date: NaiveDate) -> bool {
        self.landing(date).is_some()
    }

    /// Whether days are looked for that have one.
    #[must_use]
    pub fn seeks_days(&self) -> bool {
        self.needs_a_place() && self.held.as_ref().is_some_and(|held| held.starts.is_some())
    }

    /// When what is dragged begins now: the start that a drop on a day looks for, too.
    #[must_use]
    pub fn own_start(&self, cx: &ViewContext<'_>) -> Option<CivilTime> {
        Some(cx.plan.sessions().get(self.grabbed()?)?.span()?.start)
    }

    /// Where on a day it would land, as far as is known.
    pub(super) fn landing(&self, date: NaiveDate) -> Option<Landing> {
        *self.held.as_ref()?.days.get(&date)?
    }

    /// Looks at one of the days that can be dropped on, `over` first, then the nearest to the day in sight; answers whether
    /// all of them are known.
    pub(super) fn seek_day(&mut self, cx: &ViewContext<'_>, over: Option<NaiveDate>) -> bool {
        let Some(held) = &self.held else { return true };
        if !held.drag.needs_a_place() || held.starts.is_none() {
            return true;
        }
        let unknown = |date: &NaiveDate| !held.days.contains_key(date);
        let distance = |date: NaiveDate| cx.date.map_or(0, |sight| (date - sight).num_days().abs());
        let nearest = self.days.iter().map(|&(_, date)| date).filter(unknown).min_by_key(|&date| distance(date));
        let Some(date) = over.filter(unknown).or(nearest) else { return true };
        let sight = f64::from(CivilTime::midnight(date).minutes());
        if let Some(starts) = self.held.as_mut().and_then(|held| held.starts.as_mut())
            && !starts.make(cx, (sight, sight + f64::from(DAY_MINS)), sight)
        {
            return false;
        }
        let landing = self.find(cx, date);
        if let Some(held) = &mut self.held {
            held.days.insert(date, landing);
        }
        false
    }

    /// In the rooms it has, if there is a place, else in the room where it is nearest to its time.
    fn find(&self, cx: &ViewContext<'_>, date: NaiveDate) -> Option<Landing> {
        let held = self.held.as_ref()?;
        let midnight = CivilTime::midnight(date);
        let (wanted, own) = match &held.drag {
            Drag::Move { grabbed, from, .. } => {
                let start = cx.plan.sessions().get(*grabbed)?.span()?.start;
                (midnight.plus_mins(start.minute_of_day()), from.lane)
            }
            _ => (midnight.plus_mins(morning(cx, date)), None),
        };
        let sight = (f64::from(midnight.minutes()), f64::from(midnight.minutes() + DAY_MINS));
        let starts_in = |lane: LaneKey| {
            let starts = self.places(cx, lane, sight).into_iter().filter_map(|place| self.start_in(cx, place, wanted));
            let starts = starts.filter(|start| start.date() == date).map(|start| (start, lane));
            let mut starts: Vec<(CivilTime, LaneKey)> = starts.collect();
            starts.sort_by_key(|(start, _)| start.mins_since(wanted).abs());
            starts
        };
        let others = cx.index().rooms().iter().map(|&room| LaneKey::Room(room));
        let is_of_rooms = own.is_none_or(LaneKey::is_of_rooms);
        let others = others.filter(|&lane| is_of_rooms && Some(lane) != own).flat_map(starts_in);
        let mut others: Vec<(CivilTime, LaneKey)> = others.collect();
        others.sort_by_key(|(start, _)| start.mins_since(wanted).abs());
        let all = own.map(starts_in).unwrap_or_default().into_iter().chain(others);
        // Some rules can not tell in advance what they speak against: then the next place is tried.
        all.take(TRIED).find_map(|(start, lane)| {
            let landing = match &held.drag {
                Drag::Move { grabbed, from, .. } => {
                    let now = cx.plan.sessions().get(*grabbed)?.span()?.start;
                    Landing::Moved(start.mins_since(now), Rooms::between(from.lane, Some(lane)))
                }
                _ => Landing::Scheduled(start, if let LaneKey::Room(room) = lane { Some(room) } else { None }),
            };
            let target = Target::Day { date, landing: Some(landing), copies: false };
            let what_if = WhatIf::new(cx, &held.drag, target)?;
            (what_if.worst_new() < Severity::Warning).then_some(landing)
        })
    }

    fn start_in(&self, cx: &ViewContext<'_>, place: Place, wanted: CivilTime) -> Option<CivilTime> {
        let length = self.held.as_ref()?.starts.as_ref()?.length();
        // A time that is odd already may stay as odd.
        let wanted = wanted.minutes();
        let keeps = place.from <= wanted && wanted + length <= place.to;
        let start = if keeps { wanted } else { place.nearest(wanted, length, cx.settings.snap_mins.max(1)) };
        Some(CivilTime::from_minutes(i64::from(start)))
    }
}
