//! The plan grid as it is laid out: weeks under each other, days beside each other, parts of the day, and in each cell its
//! sessions in order of time.
//!
//! Weeks out of sight are known by how many sessions they have; their cells are filled when they come near, and from then
//! on follow the plan.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use chrono::{Datelike, Days, NaiveDate};

use crate::model::{Event, Patch, Session, SessionId, SessionKind};

use super::cell::{Chip, GridDay, GroupKey};
use super::part::DayPart;
use super::stack::{self, HEAD};
use crate::app::view::days::days;
use crate::app::view::legend::Kinds;
use crate::workbench::Workbench;

/// Days of a week.
pub const WEEK: usize = 7;
/// Breaks shorter than this, in minutes, go without a card: the sessions around them say where they are.
const SHORT_BREAK: i32 = 45;

/// Seven days.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Week {
    /// Which week of the conference it is, from 1; `None` where it is another one.
    pub number: Option<u32>,
    /// How high the parts of the day are, in points.
    pub heights: [f32; DayPart::COUNT],
    /// Kinds of its sessions, as far as it is filled.
    kinds: Kinds,
    is_stacked: bool,
}

/// The grid.
#[derive(Debug, Default, PartialEq)]
pub struct GridLayout {
    /// From top to bottom.
    pub weeks: Vec<Week>,
    /// The days of all weeks, seven of each.
    pub days: Vec<GridDay>,
    /// Groups of sessions that show one by one.
    opened: BTreeSet<GroupKey>,
    /// How much of the screen the conference is to fit into.
    sight: Option<f32>,
}

impl GridLayout {
    /// The weeks of a plan; nothing is in them yet.
    #[must_use]
    pub fn new(workbench: &Workbench) -> Self {
        let mut layout = Self::default();
        layout.show(workbench);
        layout
    }

    /// The days of a week.
    #[must_use]
    pub fn days_of(week: usize) -> Range<usize> {
        week * WEEK..(week + 1) * WEEK
    }

    /// The column of a day, counted through all weeks.
    #[must_use]
    pub fn day(&self, date: NaiveDate) -> Option<usize> {
        self.days.binary_search_by_key(&date, |day| day.date).ok()
    }

    /// The weeks of the conference.
    #[must_use]
    pub fn main_weeks(&self) -> Range<usize> {
        let first = self.weeks.iter().position(|week| week.number.is_some()).unwrap_or(0);
        let count = self.weeks[first..].iter().take_while(|week| week.number.is_some()).count();
        first..first + count
    }

    /// Puts the sessions of some weeks into their cells, and finds out with `is_long` whose titles are too long for one
    /// line.
    pub fn fill(
        &mut self,
        workbench: &Workbench,
        weeks: Range<usize>,
        mut is_long: impl FnMut(usize, &Session) -> bool,
    ) {
        let plan = workbench.plan();
        for week in weeks.start..weeks.end.min(self.weeks.len()) {
            for index in Self::days_of(week) {
                let day = &mut self.days[index];
                if !day.is_filled {
                    let held = workbench.index().sessions_on(day.date).iter();
                    for session in held.filter_map(|&id| plan.sessions().get(id)) {
                        if let Some((_, part)) = place_of(session).filter(|&(date, _)| date == day.date) {
                            day.cells[part as usize].chips.extend(chip_of(session));
                        }
                    }
                    (day.is_filled, day.is_measured) = (true, false);
                }
                if day.is_measured {
                    continue;
                }
                for cell in &mut day.cells {
                    for chip in cell.chips.iter_mut().filter(|chip| chip.is_long.is_none()) {
                        let session = plan.sessions().get(chip.session);
                        chip.is_long = session.map(|session| is_long(index % WEEK, session));
                    }
                    cell.chips.sort_by_key(|chip| (chip.start, chip.kind, chip.session));
                }
                day.is_measured = true;
                self.weeks[week].is_stacked = false;
            }
        }
    }

    /// Puts the cards of every week under each other that are not yet; those of the conference so that it is no higher than
    /// `sight`, if that can be.
    pub fn stack(&mut self, workbench: &Workbench, sight: f32) {
        let main = self.main_weeks();
        let is_other = self.sight != Some(sight) || self.weeks[main.clone()].iter().any(|week| !week.is_stacked);
        self.sight = Some(sight);
        for week in 0..self.weeks.len() {
            if self.weeks[week].is_stacked && !(is_other && main.contains(&week)) {
                continue;
            }
            self.weeks[week].is_stacked = true;
            let is_filled = self.is_filled(week);
            let days = &mut self.days[Self::days_of(week)];
            if is_filled {
                stack::make(days, &self.opened);
                self.weeks[week].heights = DayPart::ALL.map(|part| stack::row_of(days, part, 1).0);
            } else {
                let counts = days.iter().map(|day| workbench.index().sessions_on(day.date).len());
                self.weeks[week].heights = stack::estimated(counts);
            }
            let chips = days.iter().flat_map(|day| &day.cells).flat_map(|cell| &cell.chips);
            let mut kinds = Kinds::default();
            chips.for_each(|chip| kinds.add(chip.kind));
            self.weeks[week].kinds = kinds;
        }
        if is_other && main.clone().all(|week| self.is_filled(week)) {
            self.grow(main, sight);
        }
    }

    /// Gives the rows of these weeks as many second lines as there is room for.
    fn grow(&mut self, weeks: Range<usize>, sight: f32) {
        let rows = || weeks.clone().flat_map(|week| DayPart::ALL.map(|part| (week, part)));
        let mut choices = Vec::new();
        for (week, part) in rows() {
            let days = &mut self.days[Self::days_of(week)];
            choices.push(std::array::from_fn(|growth| stack::row_of(days, part, growth)));
        }
        let growths = stack::growths(&choices, sight - HEAD * weeks.len() as f32);
        for ((week, part), growth) in rows().zip(growths) {
            let days = &mut self.days[Self::days_of(week)];
            self.weeks[week].heights[part as usize] = stack::row_of(days, part, growth).0;
        }
    }

    /// Kinds of sessions of the weeks that have been in sight.
    #[must_use]
    pub fn kinds(&self) -> Kinds {
        let mut kinds = Kinds::default();
        self.weeks.iter().for_each(|week| kinds.add_all(&week.kinds));
        kinds
    }

    /// Where weeks begin and the last one ends, if nothing is stretched.
    #[must_use]
    pub fn tops(&self) -> Vec<f32> {
        let mut tops = vec![0.0];
        for week in &self.weeks {
            tops.push(tops[tops.len() - 1] + HEAD + week.heights.iter().sum::<f32>());
        }
        tops
    }

    /// Whether the sessions of a week are in its cells.
    #[must_use]
    pub fn is_filled(&self, week: usize) -> bool {
        self.days[Self::days_of(week)].iter().all(|day| day.is_filled)
    }

    /// Opens a group, or closes it.
    pub fn toggle(&mut self, group: GroupKey) {
        if !self.opened.remove(&group) {
            self.opened.insert(group);
        }
        self.restack(group.0.date());
    }

    /// Opens the group in which a session may stand.
    pub fn open_for(&mut self, session: &Session) {
        let Some(at) = &session.placement else { return };
        if self.opened.insert((at.start, session.called())) {
            self.restack(at.start.date());
        }
    }

    /// Closes all groups.
    pub fn close_all(&mut self) {
        let opened = std::mem::take(&mut self.opened);
        for group in opened {
            self.restack(group.0.date());
        }
    }

    fn restack(&mut self, date: NaiveDate) {
        if let Some(day) = self.day(date) {
            self.weeks[day / WEEK].is_stacked = false;
        }
    }

    /// Titles may be too long from now on, or no longer.
    pub fn forget_lengths(&mut self) {
        for day in &mut self.days {
            day.is_measured = false;
            day.cells.iter_mut().flat_map(|cell| &mut cell.chips).for_each(|chip| chip.is_long = None);
        }
    }

    /// Follows patches that have been applied: only sessions that come or change are looked at.
    pub fn follow<'a>(&mut self, workbench: &Workbench, patches: impl Iterator<Item = &'a Patch>) {
        let mut changed: BTreeMap<SessionId, Option<(NaiveDate, DayPart)>> = BTreeMap::new();
        let mut other_days = false;
        for patch in patches {
            other_days |= patch.changes::<Event>().next().is_some();
            for (id, change) in patch.changes::<Session>() {
                let read = |session: &Session| {
                    (session.placement.clone(), session.called(), session.title.clone(), session.bodies.clone())
                };
                if change.differs(read) {
                    // Where it stood at first.
                    changed.entry(id).or_insert_with(|| change.before.as_deref().and_then(place_of));
                    other_days |= change.differs(|session| session.span().map(|span| span.start.date()));
                }
            }
        }
        if other_days {
            self.show(workbench);
        }
        for (&id, &before) in &changed {
            if let Some((date, part)) = before
                && let Some(day) = self.day(date)
            {
                self.days[day].cells[part as usize].chips.retain(|chip| chip.session != id);
                self.touch(day);
            }
            let Some(session) = workbench.plan().sessions().get(id) else { continue };
            if let Some((date, part)) = place_of(session)
                && let Some(day) = self.day(date)
            {
                if self.days[day].is_filled {
                    let chips = &mut self.days[day].cells[part as usize].chips;
                    // A day that came into the grid with this patch is filled from the plan as it is now.
                    chips.retain(|chip| chip.session != id);
                    chips.extend(chip_of(session));
                }
                self.touch(day);
            }
        }
    }

    fn touch(&mut self, day: usize) {
        self.days[day].is_measured = false;
        self.weeks[day / WEEK].is_stacked = false;
    }

    /// Shows the weeks of a plan, and keeps what stands in the days that were there.
    fn show(&mut self, workbench: &Workbench) {
        let all = days(workbench);
        let main = main_days(workbench, &all);
        let shown: Vec<NaiveDate> =
            all.iter().filter(|&(date, &count)| count > 0 || is_within(main, *date)).map(|(&date, _)| date).collect();
        let firsts = first_days(&shown);
        let is_same = self.days.iter().step_by(WEEK).map(|day| day.date).eq(firsts.iter().copied());
        let mut known: BTreeMap<NaiveDate, GridDay> = if is_same {
            BTreeMap::new()
        } else {
            std::mem::take(&mut self.days).into_iter().map(|day| (day.date, day)).collect()
        };
        let mut number = 0;
        let mut weeks = Vec::new();
        for (index, &first) in firsts.iter().enumerate() {
            let last = first.checked_add_days(Days::new(6)).unwrap_or(first);
            let is_main = main.is_some_and(|(from, to)| first <= to && from <= last);
            number += u32::from(is_main);
            let number = is_main.then_some(number);
            weeks.push(match self.weeks.get(index).filter(|_| is_same) {
                Some(week) => Week { number, ..week.clone() },
                None => Week { number, ..Week::default() },
            });
            if !is_same {
                let dates = first.iter_days().take(WEEK);
                self.days.extend(dates.map(|date| known.remove(&date).unwrap_or_else(|| GridDay::new(date))));
            }
        }
        self.weeks = weeks;
    }
}

/// From the first to the last day of what the plan is about; where it is about no event, the first of `all`.
fn main_days(workbench: &Workbench, all: &BTreeMap<NaiveDate, usize>) -> Option<(NaiveDate, NaiveDate)> {
    let main = workbench.index().main_event().and_then(|id| workbench.plan().events().get(id));
    main.map(|event| event.dates.first_and_last()).or_else(|| all.keys().next().map(|&first| (first, first)))
}

fn is_within(days: Option<(NaiveDate, NaiveDate)>, date: NaiveDate) -> bool {
    days.is_some_and(|(first, last)| (first..=last).contains(&date))
}

/// The first days of the weeks in which these days lie. Weeks begin on Monday, or on Sunday where fewer are needed then:
/// many a conference opens with a Sunday.
fn first_days(dates: &[NaiveDate]) -> Vec<NaiveDate> {
    let firsts = |sunday: u32| {
        let first = |date: &NaiveDate| {
            let into = (date.weekday().num_days_from_monday() + sunday) % 7;
            date.checked_sub_days(Days::new(u64::from(into))).unwrap_or(*date)
        };
        let mut firsts: Vec<NaiveDate> = dates.iter().map(first).collect();
        firsts.dedup();
        firsts
    };
    let (mondays, sundays) = (firsts(0), firsts(1));
    if sundays.len() < mondays.len() { sundays } else { mondays }
}

/// The day and its part in which a session begins.
fn place_of(session: &Session) -> Option<(NaiveDate, DayPart)> {
    let start = session.placement.as_ref()?.start;
    Some((start.date(), DayPart::of(start.minute_of_day())))
}

fn chip_of(session: &Session) -> Option<Chip> {
    let at = session.placement.as_ref().filter(|_| has_card(session))?;
    Some(Chip { session: session.id, start: at.start, kind: session.called(), is_long: None })
}

/// Whether a session has a card of its own.
#[must_use]
pub fn has_card(session: &Session) -> bool {
    session.kind != SessionKind::Break || session.length().mins() >= SHORT_BREAK
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Command;
    use crate::model::{CivilTime, Length, Placement};

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn weeks_begin_on_the_day_with_which_fewer_are_needed() {
        let conference: Vec<NaiveDate> = date("2025-11-16").iter_days().take(13).collect();
        assert_eq!(first_days(&conference), [date("2025-11-16"), date("2025-11-23")]);
        let one_week: Vec<NaiveDate> = date("2025-11-17").iter_days().take(5).collect();
        assert_eq!(first_days(&one_week), [date("2025-11-17")]);
        assert_eq!(first_days(&[date("2025-07-14"), date("2025-11-16")]), [date("2025-07-14"), date("2025-11-10")]);
    }

    #[test]
    fn the_conference_counts_its_weeks_and_other_days_have_theirs() {
        let layout = GridLayout::new(&Workbench::new(crate::store::Template::Wtdc25.plan()));
        let numbers: Vec<Option<u32>> = layout.weeks.iter().map(|week| week.number).collect();
        assert_eq!(numbers, [None, None, Some(1), Some(2)]);
        assert_eq!(layout.main_weeks(), 2..4);
        assert_eq!(layout.days[2 * WEEK].date, date("2025-11-16"));
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]

        /// Each move: of which session, to how many hours after a midnight.
        #[test]
        fn the_grid_follows_any_moves(moves in proptest::collection::vec((0_usize..12, -60_i32..700), 1..30)) {
            let mut workbench = Workbench::new(crate::store::Template::Wtdc25.plan());
            let is_long = |_: usize, session: &Session| session.title.iter().count().is_multiple_of(2);
            let filled = |mut layout: GridLayout, workbench: &Workbench| {
                layout.fill(workbench, 0..layout.weeks.len(), is_long);
                layout.stack(workbench, 760.0);
                layout
            };
            let mut layout = filled(GridLayout::new(&workbench), &workbench);
            let ids: Vec<SessionId> = workbench.plan().sessions().ids().take(12).collect();
            let midnight = CivilTime::midnight(date("2025-11-16"));
            let mut known = workbench.generation();
            for (n, (session, hours)) in moves.into_iter().enumerate() {
                let id = ids[session];
                let placement = Placement { start: midnight.plus_mins(hours * 60), length: Length::HOUR, rooms: Vec::new() };
                let _ = match hours % 7 {
                    0 => workbench.perform(&Command::Unschedule(vec![id])),
                    1 => workbench.perform(&Command::Remove(vec![id.into()])),
                    _ => workbench.perform(&Command::Place(vec![(id, placement)])),
                };
                if n % 3 == 0 {
                    layout.follow(&workbench, workbench.since(known).unwrap());
                    layout = filled(layout, &workbench);
                    known = workbench.generation();
                    proptest::prop_assert_eq!(&layout, &filled(GridLayout::new(&workbench), &workbench));
                }
            }
        }
    }
}
