//! What is found by walking along a track: pairs, followers, crowds. Each is about linear in what it has to say.

use crate::model::{Session, Span};

use super::facts::DAY;
use super::rows::{Rows, Slot};
use super::rule::{Report, span};
use super::track::{Busy, Track};

/// Counts what is looked at and what is judged, for tests that hold it in bounds.
pub(super) mod work {
    #[cfg(test)]
    thread_local! {
        static DONE: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
    }

    /// One thing more.
    pub fn count() {
        #[cfg(test)]
        DONE.with(|done| done.set(done.get() + 1));
    }

    /// How many things `run` looks at.
    #[cfg(test)]
    pub fn of(run: impl FnOnce()) -> usize {
        DONE.with(|done| done.set(0));
        run();
        DONE.with(std::cell::Cell::get)
    }
}

/// Every pair of a track whose sessions share a minute; the earlier first.
pub(super) fn pairs(track: &Track, report: &mut Report<'_>, mut pair: impl FnMut(&Busy, &Busy, &mut Report<'_>)) {
    let all = track.all();
    for (index, first) in all.iter().enumerate() {
        for second in &all[index + 1..] {
            if second.start >= first.end {
                break;
            }
            if report.is_full() {
                return;
            }
            work::count();
            pair(first, second, report);
        }
    }
}

/// Every pair of a track of which the second begins when the first is over, less than `margin_mins` later; the earlier
/// first.
pub(super) fn followers(
    track: &Track,
    margin_mins: i32,
    report: &mut Report<'_>,
    mut pair: impl FnMut(&Busy, &Busy, &mut Report<'_>),
) {
    let all = track.all();
    // Thousands that end when thousands begin have millions of pairs, of which none need be worth a word.
    let mut looks = LOOKS * all.len();
    for (index, first) in all.iter().enumerate() {
        let mut next = index + 1;
        if all.get(next).is_some_and(|second| second.start < first.end) {
            next += all[next..].partition_point(|second| second.start < first.end);
        }
        for second in all[next..].iter().take_while(|second| second.start < first.end + margin_mins) {
            if report.is_full() {
                return;
            }
            if looks == 0 {
                report.more(second.slot);
                return;
            }
            looks -= 1;
            work::count();
            pair(first, second, report);
        }
    }
}

/// How many followers a session of a track has at most on the average; beyond that no more are looked at.
pub(super) const LOOKS: usize = 16;

/// The stretches in which more than `limit` of the sessions that count run at once, with those that run in it.
///
/// A session that another of its day follows at once does not end a stretch.
pub(super) fn crowds(track: &Track, sessions: &Rows<Session>, limit: i32, counts: impl Fn(&Busy) -> i32) -> Vec<Crowd> {
    let mut counted: Vec<(&Busy, i32)> =
        track.all().iter().map(|busy| (busy, counts(busy))).filter(|&(_, weight)| weight > 0).collect();
    if counted.iter().map(|one| i64::from(one.1)).sum::<i64>() <= i64::from(limit) {
        return Vec::new();
    }
    // They come by their starts already; those of one start are named by their ids.
    for together in counted.chunk_by_mut(|one, other| one.0.start == other.0.start) {
        if together.len() > 1 {
            together.sort_by(|one, other| sessions.by_id(one.0.slot, other.0.slot));
        }
    }
    let mut ends: Vec<(i32, i32)> = counted.iter().map(|(busy, weight)| (busy.end, *weight)).collect();
    ends.sort_unstable();
    let (mut level, mut found, mut open): (i32, Vec<Crowd>, Option<Crowd>) = (0, Vec::new(), None);
    // Begun, and not known to be over; in the order of starts.
    let mut running: Vec<&Busy> = Vec::new();
    let (mut begin, mut end) = (counted.as_slice(), ends.as_slice());
    while let Some(&(first_end, _)) = end.first() {
        let time = begin.first().map_or(first_end, |(busy, _)| busy.start.min(first_end));
        // Ends before starts: touching sessions do not meet.
        while let Some(((_, weight), later)) = end.split_first().filter(|(one, _)| one.0 == time) {
            (level, end) = (level - weight, later);
        }
        let joined = running.len();
        while let Some(((busy, weight), later)) = begin.split_first().filter(|(one, _)| one.0.start == time) {
            (level, begin) = (level.saturating_add(*weight), later);
            running.push(busy);
        }
        match (level > limit, &mut open) {
            (true, None) => {
                running.retain(|busy| busy.end > time);
                let sessions = running.iter().map(|busy| busy.slot).collect();
                open = Some(Crowd { from: time, to: time, peak: level, sessions, last_joined: time });
            }
            (true, Some(crowd)) => {
                crowd.peak = crowd.peak.max(level);
                if joined < running.len() {
                    crowd.sessions.extend(running[joined..].iter().map(|busy| busy.slot));
                    crowd.last_joined = time;
                }
            }
            (false, _) => found.extend(open.take().map(|crowd| Crowd { to: time, ..crowd })),
        }
    }
    found
}

/// Too much at once.
pub(super) struct Crowd {
    /// From when.
    pub from: i32,
    /// Until when.
    pub to: i32,
    /// How much at most.
    pub peak: i32,
    /// What runs in it, in the order of starts.
    pub sessions: Vec<Slot<Session>>,
    /// When the last of them came to it.
    last_joined: i32,
}

impl Crowd {
    /// Whether it is told on a day whose track it was found on: where it begins, and where it goes on from the day before,
    /// if somebody joins it whom the day before does not know.
    pub fn is_told_on(&self, day: i32) -> bool {
        self.last_joined.div_euclid(DAY) == day
    }

    /// Its first minute to the one after its last.
    pub fn span(&self) -> Span {
        span(self.from, self.to)
    }
}
