//! What several rules ask.

use crate::model::{CivilTime, Session, SessionKind, Span};

use super::super::facts::DAY;
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rows::Slot;
use super::super::rule::{Case, Report, span};
use super::super::track::{Busy, Track};
use super::super::walk::{LOOKS, work};

/// The time that two sessions share, on the clock of the first; `None` where they only touch.
pub(super) fn common(case: &Case<'_>, first: Slot<Session>, second: Slot<Session>) -> Option<Span> {
    let (one, other) = (case.entry(first)?, case.entry(second)?);
    let (from, to) = (one.utc.0.max(other.utc.0), one.utc.1.min(other.utc.1));
    let event = case.event(one)?;
    let local = |utc| case.facts.local(utc, event.zone);
    (from < to).then(|| span(local(from), local(to)))
}

/// Nothing on this track may share a minute with the moving session.
pub(super) fn overlaps(case: &Case<'_>, moving: &Moving, track: Option<&Track>, out: &mut Obstacles) {
    let (from, to) = moving.reach_utc(case.facts);
    for busy in track.into_iter().flat_map(|track| track.near(from, to)).filter(|busy| moving.stays(busy.slot)) {
        overlapping(case, moving, (busy.start, busy.end)).for_each(|(from, to)| out.starts(from, to));
    }
}

/// The starts, as stretches up to, not including, the second, at which the moving session would share a minute with
/// `from..to` of UTC.
pub(super) fn overlapping(
    case: &Case<'_>,
    moving: &Moving,
    (from, to): (i32, i32),
) -> impl Iterator<Item = (i32, i32)> + use<> {
    if let Some(offset) = moving.offset {
        let stretch = (from + offset - moving.length_mins + 1, to + offset);
        return [stretch, stretch].into_iter().take(1).chain(Vec::new());
    }
    let local = |utc| case.facts.local(utc, moving.zone);
    let (first, last) = (local(from) - moving.length_mins + 1, local(to));
    let tried = if case.facts.is_constant(moving.zone, first, last) {
        vec![(first, last)]
    } else {
        tried(case, moving, (first, last), |(start, end)| start < to && end > from)
    };
    [(0, 0); 2].into_iter().take(0).chain(tried)
}

/// The starts at which the moving session would keep less than `margin_mins` from `from..to` of UTC, without sharing a
/// minute with it.
pub(super) fn close_to(
    case: &Case<'_>,
    moving: &Moving,
    (from, to): (i32, i32),
    margin_mins: i32,
) -> impl Iterator<Item = (i32, i32)> + use<> {
    let local = |utc| moving.offset.map_or_else(|| case.facts.local(utc, moving.zone), |offset| utc + offset);
    let (last_before, first_after) = (local(from) - moving.length_mins, local(to));
    let reach = (last_before - margin_mins + 1, first_after + margin_mins);
    if moving.offset.is_some() || case.facts.is_constant(moving.zone, reach.0, reach.1) {
        return [(reach.0, last_before + 1), (first_after, reach.1)].into_iter().take(2).chain(Vec::new());
    }
    let before = |end| end <= from && end > from - margin_mins;
    let after = |start| start >= to && start < to + margin_mins;
    let tried = tried(case, moving, reach, |(start, end)| before(end) || after(start));
    [(0, 0); 2].into_iter().take(0).chain(tried)
}

/// The sessions of the moving one's event that it could meet, and that stay.
pub(super) fn neighbours<'a>(case: &Case<'a>, moving: &'a Moving) -> impl Iterator<Item = &'a Busy> {
    let (from, to) = moving.reach();
    case.facts.days_of(moving.event, from, to).flat_map(|track| track.all()).filter(|busy| moving.stays(busy.slot))
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
        for second in today(&chosen, index, first, day.day) {
            if report.is_full() {
                return;
            }
            work::count();
            pair(first, second, report);
        }
    }
}

/// Of a list of a day in the order of starts, every pair that shares a minute and is worth a word by what each of both is,
/// told once: on the day on which their common time begins.
pub(super) fn some_pairs<P: Copy>(
    day: super::super::rule::Day<'_>,
    list: &[(&Busy, P)],
    is_worth: impl Fn(P, P) -> bool,
    report: &mut Report<'_>,
    mut pair: impl FnMut(&Busy, &Busy, &mut Report<'_>),
) {
    let mut looks = LOOKS * list.len();
    for (index, (first, what)) in list.iter().enumerate() {
        for (second, other) in list[index + 1..].iter().take_while(|(second, _)| second.start < first.end) {
            if report.is_full() {
                return;
            }
            if looks == 0 {
                report.more(second.slot);
                return;
            }
            looks -= 1;
            work::count();
            if first.slot != second.slot && is_worth(*what, *other) && second.start.div_euclid(DAY) == day.day {
                pair(first, second, report);
            }
        }
    }
}

/// Those from a place of a list on that share a minute with `first` and begin on a day, as their common time does.
fn today<'a, 'b>(
    list: &'b [&'a Busy],
    from: usize,
    first: &Busy,
    day: i32,
) -> impl Iterator<Item = &'a Busy> + use<'a, 'b> {
    let rest = &list[from..];
    let begin = rest.partition_point(|busy| busy.start < day * DAY);
    let (end, own) = (first.end, first.slot);
    rest[begin..].iter().copied().take_while(move |busy| busy.start < end).filter(move |busy| busy.slot != own)
}

/// Two sorts of sessions that should not be held at once. Where both are of the first sort, both must be of the second.
pub(super) struct Apart {
    /// The sort that is told first.
    pub one: fn(SessionKind) -> bool,
    /// What it must not meet.
    pub other: fn(SessionKind) -> bool,
    /// What is said where they do.
    pub message: &'static str,
}

impl Apart {
    /// Reports every pair of a day that shares a minute.
    pub fn judge(&self, day: super::super::rule::Day<'_>, report: &mut Report<'_>) {
        let all = day.track.all();
        if !all.iter().any(|busy| (self.one)(busy.kind)) {
            return;
        }
        let list = |which: &dyn Fn(SessionKind) -> bool| all.iter().filter(|busy| which(busy.kind)).collect::<Vec<_>>();
        let (ones, others) = (list(&|kind| (self.one)(kind)), list(&|kind| (self.other)(kind)));
        let chosen = list(&|kind| (self.one)(kind) || (self.other)(kind));
        // How many of each list come before.
        let (mut before_one, mut before_other) = (0, 0);
        for (index, first) in chosen.iter().enumerate() {
            let (is_one, is_other) = ((self.one)(first.kind), (self.other)(first.kind));
            // Nobody is looked at who does not matter: thousands at once have millions of pairs.
            let (list, from) = match (is_one, is_other) {
                (true, true) => (&chosen, index),
                (true, false) => (&others, before_other),
                _ => (&ones, before_one),
            };
            for second in today(list, from, first, day.day) {
                if report.is_full() {
                    return;
                }
                work::count();
                let first_leads = is_one && (self.other)(second.kind);
                let sessions = if first_leads { vec![first.slot, second.slot] } else { vec![second.slot, first.slot] };
                let common = span(first.start.max(second.start), first.end.min(second.end));
                report.add(self.message, sessions, vec![("span", Value::Span(common))]);
            }
            before_one += usize::from(is_one);
            before_other += usize::from(is_other);
        }
    }

    /// Whether it is of either sort.
    pub fn counts(&self, busy: &Busy) -> bool {
        (self.one)(busy.kind) || (self.other)(busy.kind)
    }

    /// What stands in the way of a session of either sort.
    pub fn obstacles(&self, case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
        let own = moving.session.kind;
        for busy in neighbours(case, moving) {
            if ((self.one)(own) && (self.other)(busy.kind)) || ((self.one)(busy.kind) && (self.other)(own)) {
                out.overlaps(busy.start, busy.end);
            }
        }
    }
}

/// The days, counted from 1970, on which the moving session could have a minute.
pub(super) fn days(moving: &Moving) -> std::ops::RangeInclusive<i32> {
    let (from, to) = moving.reach();
    from.div_euclid(DAY)..=to.div_euclid(DAY)
}

/// A day counted from 1970, as a date.
pub(super) fn date(day: i32) -> chrono::NaiveDate {
    CivilTime::from_minutes(i64::from(day) * i64::from(DAY)).date()
}

/// The starts around `first..last` at which what the moving session would take on the clock of UTC is `bad`.
///
/// For days on which the clocks of its zone change; on all others minutes can be counted on the event's clock.
pub(super) fn tried(
    case: &Case<'_>,
    moving: &Moving,
    (first, last): (i32, i32),
    bad: impl Fn((i32, i32)) -> bool,
) -> Vec<(i32, i32)> {
    let limits = (moving.within.start.minutes(), moving.within.end.minutes());
    let (from, to) = ((first - CHANGE_MINS).max(limits.0), (last + CHANGE_MINS).min(limits.1));
    let utc = |local: i32| case.facts.utc(CivilTime::from_minutes(i64::from(local)), moving.zone);
    let mut stretches: Vec<(i32, i32)> = Vec::new();
    for start in from..to {
        let begins = utc(start);
        if bad((begins, utc(start + moving.length_mins).max(begins + 1))) {
            match stretches.last_mut() {
                Some((_, end)) if *end == start => *end = start + 1,
                _ => stretches.push((start, start + 1)),
            }
        }
    }
    stretches
}

/// No clock is put forward or back by more.
pub(super) const CHANGE_MINS: i32 = 180;
