//! What is to be brought into sight, and the way there.

use chrono::NaiveDate;
use egui::Ui;

use super::TimelineView;
use super::axis::{Axis, FOLD, Layout, Piece};
use super::folds;
use super::hours::closed_meetings;
use super::sheet::{self, Sheet};
use super::viewport::{Sight, Viewport};
use crate::app::context::ViewContext;
use crate::app::paint::lanes::{LaneKey, Lanes};
use crate::app::style::motion;
use crate::app::view::kind::Show;
use crate::model::{CivilTime, DAY_MINS, EventDates, RowId, Span};

/// A session that is sought is at least so wide, in points, or the view goes nearer.
const LEAST_SEEN: f64 = 36.0;

/// What is to be brought into sight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Sought {
    /// A session, an event.
    Row(RowId),
    /// A day; and how much is to show, if that is to change.
    Day(NaiveDate, Option<Show>),
    /// A time.
    Time(CivilTime),
    /// So much, around the day in sight.
    Show(Show),
}

impl TimelineView {
    /// Where the viewport is at the start of a frame: at what was sought, or where it was.
    pub(super) fn viewport_now(&mut self, cx: &ViewContext<'_>, axis: &mut Axis, width: f32) -> Viewport {
        let mut viewport = match self.viewport {
            Some(viewport) => viewport,
            None => {
                self.sought.get_or_insert_with(|| first_sight(cx));
                Viewport::of_all(axis, width)
            }
        };
        axis.fit(viewport.scale);
        // A day fills the width also when there is another width.
        if let Some((show, before)) = self.shown
            && (before - width).abs() > 0.5
            && self.sought.is_none()
        {
            self.sought = Some(Sought::Show(show));
            self.jumps = true;
        }
        let Some(sought) = self.sought.take() else { return viewport };
        if self.viewport.is_none() && self.shown.is_none() {
            self.shown = Some((Show::Day, width));
        }
        if self.opens_first(cx, sought) {
            // The axis is made anew for it.
            self.sought = Some(sought);
            return viewport;
        }
        self.target = None;
        let before = self.viewport.filter(|_| !std::mem::take(&mut self.jumps) && !cx.settings.reduced_motion);
        let show = self.shown.map(|(show, _)| show);
        match sought {
            Sought::Show(show) => {
                viewport = self.showing(axis, show, width);
            }
            Sought::Day(date, wanted) => {
                self.date = Some(date);
                viewport = match wanted.or(show) {
                    Some(show) => self.showing(axis, show, width),
                    None => around(axis, viewport, middle_of(axis, date), width),
                };
            }
            Sought::Time(time) => viewport = around(axis, viewport, f64::from(time.minutes()), width),
            Sought::Row(row) => viewport = self.revealed(cx, row, (axis, viewport), width),
        }
        axis.fit(viewport.scale);
        if let Some(before) = before.filter(|&before| before != viewport) {
            // The eye is to see in which direction it goes.
            self.target = Some(viewport.sight(axis));
            axis.fit(before.scale);
            return before;
        }
        viewport
    }

    /// Opens the fold in which something lies that is to be brought into sight; says whether one was opened.
    fn opens_first(&mut self, cx: &ViewContext<'_>, sought: Sought) -> bool {
        if !cx.settings.fold {
            return false;
        }
        let (time, is_mark) = match sought {
            Sought::Row(RowId::Session(id)) => {
                (cx.plan.sessions().get(id).and_then(|session| session.span()).map(|span| span.start), false)
            }
            Sought::Row(RowId::Event(id)) => match cx.plan.events().get(id) {
                Some(event) if matches!(event.dates, EventDates::Days { .. }) => {
                    (Some(event.dates.span().start), event.hours.is_none())
                }
                _ => (None, false),
            },
            Sought::Day(date, _) => (Some(CivilTime::midnight(date).plus_mins(12 * 60)), false),
            Sought::Time(time) => (Some(time), false),
            Sought::Row(_) | Sought::Show(_) => (None, false),
        };
        let Some(time) = time else { return false };
        let meeting =
            closed_meetings(cx.workbench, &self.opened).find(|(_, span)| span.contains(time)).map(|(id, _)| id);
        if let Some(id) = meeting {
            self.opened.meetings.push(id);
            return true;
        }
        if is_mark && !self.opened.preparation {
            self.opened.preparation = true;
            return true;
        }
        false
    }

    /// So much, around the day in sight.
    fn showing(&mut self, axis: &mut Axis, show: Show, width: f32) -> Viewport {
        self.shown = Some((show, width));
        let all = |axis: &mut Axis| Viewport::of_all(axis, width);
        let (Some(date), false) = (self.date, show == Show::Conference) else { return all(axis) };
        let margin = FOLD as f32;
        let Some(at) = open_piece(axis, date) else {
            let noon = f64::from(CivilTime::midnight(date).minutes()) + 720.0;
            return Viewport::showing(axis, (noon - 720.0, noon + 720.0), margin, width);
        };
        let pieces = axis.pieces();
        let minutes = |time: CivilTime| f64::from(time.minutes());
        let (mut from, mut to) = hours_of(&pieces[at], date);
        if show == Show::ThreeDays {
            let days: Vec<&Piece> = pieces.iter().filter(|piece| piece.layout != Layout::Folded).collect();
            if !pieces[at].is_one_day() {
                (from, to) = (from - f64::from(DAY_MINS), to + f64::from(DAY_MINS));
            } else if let Some(at) = days.iter().position(|piece| piece.span == pieces[at].span) {
                let first = at.saturating_sub(1).min(days.len().saturating_sub(3));
                let last = (first + 2).min(days.len() - 1);
                (from, to) = (minutes(days[first].span.start), minutes(days[last].span.end));
            }
        }
        Viewport::showing(axis, (from, to), margin, width)
    }

    /// Glides to what `make` answers.
    pub(super) fn aim(&mut self, make: impl FnOnce(&mut Axis, f32) -> Viewport) {
        if let (Some((_, axis)), Some(area), Some(viewport)) = (&self.axis, self.area, self.viewport) {
            let mut axis = axis.clone();
            axis.fit(viewport.scale);
            let target = make(&mut axis, area.width());
            axis.fit(target.scale);
            self.target = Some(target.sight(&axis));
        }
    }

    /// The day under the middle; where several are in sight, the one that was chosen, as long as it shows.
    pub(super) fn note_date(&mut self, axis: &Axis, viewport: Viewport, width: f32) {
        let shows = |date: NaiveDate| {
            let midnight = CivilTime::midnight(date);
            let (left, right) = (viewport.units_from_x(1.0), viewport.units_from_x(width - 1.0));
            axis.units_from_time(midnight) < right && axis.units_from_time(midnight.plus_mins(DAY_MINS)) > left
        };
        let middle = viewport.units_from_x(width / 2.0);
        let minutes = axis.minutes_from_units(middle);
        let Some(piece) = axis.piece_at(minutes) else { return };
        let is_wide = piece.len_units * viewport.scale > f64::from(width) * 0.3 && piece.layout == Layout::Open;
        if self.date.is_some_and(shows) && !is_wide {
            return;
        }
        let time = CivilTime::containing(minutes);
        self.date = Some(match piece.layout {
            Layout::Open if piece.is_one_day() => piece.span.start.date(),
            _ => time.date(),
        });
    }

    /// The viewport moved so that `row` is in sight.
    fn revealed(
        &mut self,
        cx: &ViewContext<'_>,
        row: RowId,
        (axis, viewport): (&mut Axis, Viewport),
        width: f32,
    ) -> Viewport {
        match row {
            RowId::Session(id) => {
                let Some(span) = cx.plan.sessions().get(id).and_then(|session| session.span()) else { return viewport };
                self.sought_lane = Some(id);
                let (from, to) = (axis.units_from_time(span.start), axis.units_from_time(span.end));
                let (left, right) = (viewport.units_from_x(0.0), viewport.units_from_x(width));
                // Nor can it be read where it is hardly there.
                let wide = (to - from) / (right - left) * f64::from(width);
                let is_whole = sheet::is_whole(axis, viewport) || wide < LEAST_SEEN;
                if from >= left && to <= right && !is_whole && self.viewport.is_some() {
                    return viewport;
                }
                self.date = Some(span.start.date());
                match self.shown {
                    Some((show, _)) if show != Show::Conference => self.showing(axis, show, width),
                    // At a scale at which its title can be read.
                    _ if is_whole || self.viewport.is_none() => self.showing(axis, Show::Day, width),
                    _ => around(axis, viewport, f64::from(span.start.minutes()), width),
                }
            }
            RowId::Event(id) => {
                let Some(event) = cx.plan.events().get(id) else { return viewport };
                let sessions = cx.index().sessions_of(id).iter();
                let mut placed =
                    sessions.filter(|&&id| cx.plan.sessions().get(id).is_some_and(|row| row.span().is_some()));
                self.sought_lane = placed.next().copied();
                let span = event.dates.span();
                self.date = Some(span.start.date());
                if event.dates.len_days() <= 1 && open_piece(axis, span.start.date()).is_some() {
                    return self.showing(axis, Show::Day, width);
                }
                self.shown = None;
                let times = event_times(axis, span);
                Viewport::showing(axis, times, 20.0, width)
            }
            _ => viewport,
        }
    }

    /// Scrolls the lanes so that the session sought is in sight.
    pub(super) fn scroll_to_lane(&mut self, cx: &ViewContext<'_>, lanes: &Lanes, height: f32) {
        let Some(session) = self.sought_lane.take().and_then(|id| cx.plan.sessions().get(id)) else { return };
        if let Some(top) = sheet::top_of((lanes, &self.heights), session)
            && (top < self.scroll || top + super::heights::LEAST > self.scroll + height)
        {
            self.scroll = (top - height / 3.0).max(0.0);
        }
    }

    pub(super) fn open_fold(&mut self, asked: Option<folds::Asked>) {
        match asked {
            None => {}
            Some(folds::Asked::Go(date)) => self.sought = Some(Sought::Day(date, None)),
            Some(folds::Asked::Meeting(id)) => {
                self.opened.meetings.push(id);
                self.sought = Some(Sought::Row(RowId::Event(id)));
            }
            Some(folds::Asked::Preparation) => {
                self.opened.preparation = true;
                self.sought = Some(Sought::Show(Show::Conference));
            }
            Some(folds::Asked::Days(dates)) => {
                self.opened.days.extend(dates);
                self.opened.days.sort_unstable();
                self.opened.days.dedup();
            }
        }
    }
}

/// The first sight of a plan: the first day of the event that it is about.
fn first_sight(cx: &ViewContext<'_>) -> Sought {
    let main = cx.index().main_event().and_then(|id| cx.plan.events().get(id));
    main.map_or(Sought::Show(Show::Conference), |event| Sought::Day(event.dates.span().start.date(), Some(Show::Day)))
}

/// From the first open time of an event to its last.
fn event_times(axis: &Axis, span: Span) -> (f64, f64) {
    let mut inside = axis.pieces().iter().filter(|piece| piece.layout != Layout::Folded && piece.span.overlaps(span));
    let first = inside.next();
    let last = inside.next_back().or(first);
    let (from, to) =
        (first.map_or(span.start, |piece| piece.span.start), last.map_or(span.end, |piece| piece.span.end));
    (f64::from(from.max(span.start).minutes()), f64::from(to.minutes()))
}

/// The open piece in which most of a day lies.
fn open_piece(axis: &Axis, date: NaiveDate) -> Option<usize> {
    let morning = CivilTime::midnight(date).plus_mins(6 * 60);
    let rest = Span::new(morning, morning.plus_mins(18 * 60));
    let first = axis.pieces().partition_point(|piece| piece.span.end <= rest.start);
    let mut near = axis.pieces().iter().enumerate().skip(first).take(3);
    near.find(|(_, piece)| piece.layout != Layout::Folded && piece.span.overlaps(rest)).map(|(at, _)| at)
}

/// The hours of a day in a piece.
fn hours_of(piece: &Piece, date: NaiveDate) -> (f64, f64) {
    let minutes = |time: CivilTime| f64::from(time.minutes());
    if piece.is_one_day() {
        return (minutes(piece.span.start), minutes(piece.span.end));
    }
    let midnight = minutes(CivilTime::midnight(date));
    (midnight + f64::from(super::axis::HOURS.0), midnight + f64::from(super::axis::HOURS.1))
}

fn middle_of(axis: &Axis, date: NaiveDate) -> f64 {
    let noon = f64::from(CivilTime::midnight(date).minutes()) + 720.0;
    open_piece(axis, date).map_or(noon, |at| {
        let (from, to) = hours_of(&axis.pieces()[at], date);
        f64::midpoint(from, to)
    })
}

/// At the scale there is, with a time in the middle.
fn around(axis: &Axis, viewport: Viewport, minutes: f64, width: f32) -> Viewport {
    let left_units = axis.units_from_minutes(minutes) - f64::from(width) / viewport.scale / 2.0;
    Viewport { left_units, ..viewport }.kept_on(axis, width)
}

/// The times of the days of which something shows.
pub(super) fn days_in_sight(axis: &Axis, viewport: Viewport, width: f32) -> (i32, i32) {
    let sight = (viewport.units_from_x(1.5), viewport.units_from_x(width - 1.5));
    let open = axis.pieces_between(sight.0, sight.1).filter(|piece| piece.layout == Layout::Open);
    let hull = open.map(|piece| piece.span).reduce(Span::hull);
    match hull {
        Some(_) if axis.pieces().len() == 1 && !axis.pieces()[0].is_one_day() => {
            let day = |units: f64| CivilTime::midnight(CivilTime::containing(axis.minutes_from_units(units)).date());
            (day(sight.0).minutes(), day(sight.1).minutes() + DAY_MINS)
        }
        Some(span) => (span.start.minutes(), span.end.minutes()),
        None => (0, 0),
    }
}

/// The times of all days that are not folded.
pub(super) fn all_days(axis: &Axis) -> (i32, i32) {
    let is_open = |piece: &&Piece| piece.layout == Layout::Open;
    let (first, last) = (axis.pieces().iter().find(is_open), axis.pieces().iter().rfind(is_open));
    first.zip(last).map_or((0, 0), |(first, last)| (first.span.start.minutes(), last.span.end.minutes()))
}

/// The slim neighbours of a lane, if it is slim.
pub(super) fn group_of(sheet: &Sheet<'_>, lane: usize) -> Vec<LaneKey> {
    let group = sheet.heights.slim_group(lane).unwrap_or(0..0);
    group.map(|at| sheet.lanes.lanes()[at].key).collect()
}

/// One step of the way to `to`, or all of it where animations are off; says whether it is there.
pub(super) fn glide(ui: &Ui, from: Viewport, to: Sight, axis: &mut Axis, width: f32) -> (Viewport, bool) {
    let is_still = ui.style().animation_time <= 0.0;
    let left = (-ui.input(|input| input.stable_dt) * 5.0 / motion::MOVE).exp();
    let share = if is_still { 1.0 } else { 1.0 - left };
    let share = f64::from(share);
    axis.fit(from.scale);
    let target_units = axis.units_from_minutes(to.left_minutes);
    let is_near = (target_units - from.left_units).abs() * from.scale < 0.5
        && (from.scale / to.scale).ln().abs() * f64::from(width) < 0.5;
    if is_near || share >= 1.0 {
        return (to.on(axis, width), true);
    }
    ui.ctx().request_repaint();
    let left = axis.minutes_from_units(from.left_units + (target_units - from.left_units) * share);
    let scale = (from.scale.ln() + (to.scale.ln() - from.scale.ln()) * share).exp();
    (Sight { left_minutes: left, scale }.on(axis, width), false)
}
