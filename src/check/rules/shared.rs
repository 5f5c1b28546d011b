//! What several rules ask.

use crate::model::zone::Tz;
use crate::model::{CivilTime, SessionId, Span};

use super::super::facts::{Busy, DAY, Track};
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Case, Report, span};

/// The time that two sessions share, on the clock of the first; `None` where they only touch.
pub(super) fn common(case: &Case<'_>, first: SessionId, second: SessionId) -> Option<Span> {
    let (one, other) = (case.entry(first)?, case.entry(second)?);
    let (from, to) = (one.utc.0.max(other.utc.0), one.utc.1.min(other.utc.1));
    let event = case.plan.events().get(one.session.event)?;
    let local = |utc| case.facts.local(utc, event.zone);
    (from < to).then(|| span(local(from), local(to)))
}

/// Nothing on this track may share a minute with the moving session.
pub(super) fn overlaps(case: &Case<'_>, moving: &Moving<'_>, track: Option<&Track>, out: &mut Obstacles) {
    let (from, to) = moving.reach_utc(case.facts);
    for busy in track.into_iter().flat_map(|track| track.near(from, to)).filter(|busy| moving.stays(busy.id)) {
        let local = |utc| case.facts.local(utc, moving.zone);
        out.overlaps(local(busy.start), local(busy.end));
    }
}

/// The sessions of the moving one's event that it could meet, and that stay.
pub(super) fn neighbours<'a>(case: &Case<'a>, moving: &Moving<'a>) -> impl Iterator<Item = &'a Busy> {
    let (from, to) = moving.reach();
    // Not captured by reference: the filter outlives this call.
    let away = moving.away;
    case.facts
        .days_of(moving.event(), from, to)
        .flat_map(|track| track.all())
        .filter(move |busy| !away.contains(&busy.id))
}

/// Every pair of sessions of a day that share a minute, told once: on the day on which their common time begins.
pub(super) fn pairs_of_day(
    day: super::super::rule::Day<'_>,
    which: impl Fn(&Busy) -> bool,
    report: &mut Report<'_>,
    mut pair: impl FnMut(&Busy, &Busy, &mut Report<'_>),
) {
    let chosen: Vec<&Busy> = day.track.all().iter().filter(|busy| which(busy)).collect();
    for (index, first) in chosen.iter().enumerate() {
        for second in &chosen[index + 1..] {
            if second.start >= first.end || report.is_full() {
                break;
            }
            if second.start.max(first.start).div_euclid(DAY) == day.day {
                pair(first, second, report);
            }
        }
    }
}

/// The days, counted from 1970, on which the moving session could have a minute.
pub(super) fn days(moving: &Moving<'_>) -> std::ops::RangeInclusive<i32> {
    let (from, to) = moving.reach();
    from.div_euclid(DAY)..=to.div_euclid(DAY)
}

/// A day counted from 1970, as a date.
pub(super) fn date(day: i32) -> chrono::NaiveDate {
    CivilTime::from_minutes(i64::from(day) * i64::from(DAY)).date()
}

/// The zone of an event.
pub(super) fn zone_of(case: &Case<'_>, event: crate::model::EventId) -> Tz {
    case.plan.events().get(event).map_or(case.plan.header().zone, |event| event.zone)
}
