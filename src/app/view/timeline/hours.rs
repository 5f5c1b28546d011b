//! The hours of a plan on the axis: which are open, which meetings are folds of their own, what is opened by hand.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::model::{CivilTime, DAY_MINS, Event, EventDates, EventId, EventKind, Plan, Span};
use crate::workbench::Workbench;

use super::axis::{Axis, HOURS, Layout};
use super::busy::Busy;

/// What was opened by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// Days that are open from midnight to midnight.
    pub days: Vec<NaiveDate>,
    /// Meetings that are folds of their own until they are opened.
    pub meetings: Vec<EventId>,
    /// The preparation with its milestones.
    pub preparation: bool,
}

/// The meetings that are folds of their own.
pub fn closed_meetings<'a>(
    workbench: &'a Workbench,
    opened: &'a Opened,
) -> impl Iterator<Item = (EventId, Span)> + use<'a> {
    let main = workbench.index().main_event();
    let meetings = workbench.plan().events().iter().filter(move |event| {
        event.kind == EventKind::InterregionalMeeting
            && Some(event.id) != main
            && !opened.meetings.contains(&event.id)
            && matches!(event.dates, EventDates::Days { .. })
    });
    meetings.map(|event| (event.id, event.dates.span()))
}

/// What is behind the folds of an axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hidden {
    /// Meetings that are folds of their own, with their days.
    pub meetings: Vec<(EventId, Span)>,
    /// The fold behind which the preparation is, and of how many events it consists.
    pub preparation: Option<(Span, usize)>,
}

impl Hidden {
    /// Looks at every event once.
    #[must_use]
    pub fn new(workbench: &Workbench, axis: &Axis, opened: &Opened) -> Self {
        let plan = workbench.plan();
        let main = workbench.index().main_event().and_then(|id| plan.events().get(id));
        let prepares = |event: &&Event| event.is_on_the_way();
        let first = axis.pieces().iter().find(|piece| piece.layout == Layout::Folded).map(|piece| piece.span);
        let first = first.filter(|fold| main.is_none_or(|event| fold.start < event.dates.span().start));
        let preparation = first.filter(|_| !opened.preparation).and_then(|fold| {
            let events: Vec<&Event> = plan.events().iter().map(|event| &**event).filter(prepares).collect();
            let is_dated = |event: &Event| matches!(event.dates, EventDates::Days { .. });
            let is_in = |event: &&Event| !is_dated(event) || fold.overlaps(event.dates.span());
            events.iter().any(is_in).then_some((fold, events.len()))
        });
        Self { meetings: closed_meetings(workbench, opened).collect(), preparation }
    }
}

/// The axis of a plan with its nights folded.
#[must_use]
pub fn folded(workbench: &Workbench, busy: &Busy, opened: &Opened) -> Axis {
    let plan = workbench.plan();
    let closed: Vec<Span> = closed_meetings(workbench, opened).map(|(_, span)| span).collect();
    let mut cuts: Vec<CivilTime> = closed.iter().map(|span| span.start).collect();
    cuts.sort_unstable();
    let kept = kept(plan, busy, opened, &closed);
    let mut range = range_of(plan, busy);
    if let Some((last, _)) = kept.last() {
        // After the last day nothing is worth a fold.
        range.end = CivilTime::midnight(last.end.plus_mins(-1).date()).plus_mins(DAY_MINS);
    }
    Axis::folded(range, &kept, &cuts)
}

/// What is kept in sight: open hours, and between them the days of dated events without hours, if they were opened.
fn kept(plan: &Plan, busy: &Busy, opened: &Opened, closed: &[Span]) -> Vec<(Span, Layout)> {
    let open = open_hours(plan, busy, opened, closed);
    let mut kept: Vec<(Span, Layout)> = open.iter().map(|&span| (span, Layout::Open)).collect();
    if !opened.preparation {
        return kept;
    }
    let mut marked: Vec<Span> = plan
        .events()
        .iter()
        .filter(|event| event.hours.is_none() && matches!(event.dates, EventDates::Days { .. }))
        .map(|event| event.dates.span())
        .collect();
    marked.sort_unstable();
    let mut last: Option<CivilTime> = None;
    for span in marked {
        // Of days that belong to several events, only those not yet on the axis; days with open hours stay open.
        let span = Span::new(span.start.max(last.unwrap_or(span.start)).min(span.end), span.end);
        let next = open.partition_point(|open| open.end <= span.start);
        let touches_open = open.get(next).is_some_and(|open| open.overlaps(span));
        if span.mins() > 0 && !touches_open {
            kept.push((span, Layout::Compact));
            last = Some(span.end);
        }
    }
    kept.sort_unstable_by_key(|&(span, _)| span);
    kept
}

/// The usual hours of each day of a meeting and of each day with sessions, wider where a session begins earlier or ends
/// later. What was opened by hand is open from midnight to midnight.
fn open_hours(plan: &Plan, busy: &Busy, opened: &Opened, closed: &[Span]) -> Vec<Span> {
    let is_closed = |midnight: CivilTime| closed.iter().any(|span| span.contains(midnight));
    let hours = |midnight: CivilTime| Span::new(midnight.plus_mins(HOURS.0), midnight.plus_mins(HOURS.1));
    let mut days: BTreeMap<CivilTime, Span> = BTreeMap::new();
    for event in plan.events().iter().filter(|event| event.hours.is_some()) {
        let EventDates::Days { first, .. } = event.dates else { continue };
        for day in 0..event.dates.len_days() {
            let midnight = CivilTime::midnight(first).plus_mins(day * DAY_MINS);
            if !is_closed(midnight) {
                let mut span = hours(midnight);
                if let Some(own) = event.hours {
                    let own = Span::new(
                        midnight.plus_mins(i32::from(own.from_min)),
                        midnight.plus_mins(i32::from(own.to_min)),
                    );
                    // Only where a day has no hour in common with the usual ones.
                    span = if own.overlaps(span) { span } else { span.hull(own) };
                }
                days.entry(midnight).and_modify(|known| *known = known.hull(span)).or_insert(span);
            }
        }
    }
    for span in busy.hours() {
        let midnight = CivilTime::midnight(span.start.date());
        if !is_closed(midnight) {
            let span = span.hull(hours(midnight));
            days.entry(midnight).and_modify(|known| *known = known.hull(span)).or_insert(span);
        }
    }
    for &date in &opened.days {
        let midnight = CivilTime::midnight(date);
        let span = Span::new(midnight, midnight.plus_mins(DAY_MINS));
        days.entry(midnight).and_modify(|known| *known = known.hull(span)).or_insert(span);
    }
    let mut merged: Vec<Span> = Vec::new();
    for span in days.into_values() {
        match merged.last_mut() {
            // A fold of an hour or less would save nothing.
            Some(last) if span.start.mins_since(last.end) <= 60 => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}

/// From the first midnight of a plan to its last.
#[must_use]
pub fn range_of(plan: &Plan, busy: &Busy) -> Span {
    let spans = plan.events().iter().map(|event| event.dates.span());
    let hull = spans.chain(busy.hours()).reduce(Span::hull).unwrap_or_else(|| {
        let day = CivilTime::midnight(NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default());
        Span::new(day, day.plus_mins(DAY_MINS))
    });
    let next = hull.end.plus_mins(-1).date();
    Span::new(CivilTime::midnight(hull.start.date()), CivilTime::midnight(next).plus_mins(DAY_MINS))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> CivilTime {
        text.parse().unwrap()
    }

    fn span(a: &str, b: &str) -> Span {
        Span::new(time(a), time(b))
    }

    #[test]
    fn the_hours_of_days_are_eight_to_seven_and_wider_where_sessions_are() {
        let workbench = Workbench::new(crate::store::Template::Wtdc25.plan());
        let busy = Busy::new(workbench.plan());
        let axis = folded(&workbench, &busy, &Opened::default());
        let open: Vec<Span> =
            axis.pieces().iter().filter(|piece| piece.layout == Layout::Open).map(|piece| piece.span).collect();
        // Sixteen days less four of the two interregional meetings, which are folds of their own.
        assert_eq!(open.len(), 13);
        assert_eq!(open[2], span("2025-11-18T08:00", "2025-11-18T19:00"));
        assert_eq!(open[4], span("2025-11-20T08:00", "2025-11-20T19:30"));
        assert_eq!(open[3].start, time("2025-11-19T07:30"));
        let folds: Vec<CivilTime> = axis
            .pieces()
            .iter()
            .filter(|piece| piece.layout == Layout::Folded && !piece.is_night())
            .map(|piece| piece.span.start)
            .collect();
        assert_eq!(folds[1..], [time("2025-07-14T00:00"), time("2025-09-29T00:00")]);
        assert_eq!(folds.len(), 3);
        let meetings = vec!["irm-1".parse().unwrap()];
        let opened = folded(&workbench, &busy, &Opened { meetings, ..Opened::default() });
        assert_eq!(opened.pieces().iter().filter(|piece| piece.layout == Layout::Open).count(), 15);
    }

    #[test]
    fn an_event_of_which_only_the_year_is_known_opens_no_days() {
        let mut workbench = Workbench::new(crate::store::Template::Wtdc25.plan());
        let count = |workbench: &Workbench| {
            let axis = folded(workbench, &Busy::new(workbench.plan()), &Opened::default());
            axis.pieces().iter().filter(|piece| piece.layout == Layout::Open).count()
        };
        let before = count(&workbench);
        let youth = Event::clone(workbench.plan().events().get("youth".parse().unwrap()).unwrap());
        assert!(youth.hours.is_some());
        let put = crate::edit::Command::Put(Event { dates: EventDates::Year(2025), ..youth }.into());
        workbench.perform(&put).unwrap();
        assert_eq!(count(&workbench), before, "its day has sessions still");
    }
}
