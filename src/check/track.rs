//! Sessions in the order of their starts, and what is found by walking along them.

use crate::model::{Session, SessionId, SessionKind, Span};

use super::facts::DAY;
use super::rows::{Each, Rows, Slot};
use super::rule::{Report, span};

/// One session in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Busy {
    /// The first minute: UTC in lists of rooms, bodies and people; the event's clock in lists of days.
    pub start: i32,
    /// The minute after the last.
    pub end: i32,
    /// Which.
    pub slot: Slot<Session>,
    /// What sort of session it is.
    pub kind: SessionKind,
    /// In how many languages it is held.
    pub languages: u8,
}

/// Sessions in the order of their starts; those of one start by their ends, then by their ids.
#[derive(Clone, Debug, Default)]
pub(super) struct Track {
    busy: Vec<Busy>,
    /// No session in it is longer. Grows only: it bounds where to begin to look.
    longest: i32,
}

impl Track {
    /// Of sessions that are in order.
    pub fn of(busy: impl Iterator<Item = Busy>) -> Self {
        let busy: Vec<Busy> = busy.collect();
        let longest = busy.iter().map(|busy| busy.end - busy.start).max().unwrap_or(0);
        Self { busy, longest }
    }

    /// All of them.
    pub fn all(&self) -> &[Busy] {
        &self.busy
    }

    /// Those that share a minute with `from..to`.
    pub fn near(&self, from: i32, to: i32) -> impl Iterator<Item = &Busy> {
        self.places_near(from, to).map(|(_, busy)| busy)
    }

    /// The same, with their places among all.
    pub fn places_near(&self, from: i32, to: i32) -> impl Iterator<Item = (usize, &Busy)> {
        let first = self.busy.partition_point(|busy| busy.start.saturating_add(self.longest) <= from);
        let begun = (first..).zip(&self.busy[first..]).take_while(move |(_, busy)| busy.start < to);
        begun.filter(move |(_, busy)| busy.end > from)
    }

    /// Puts a session in; `id` tells the names of sessions.
    pub fn insert(&mut self, busy: Busy, id: impl Fn(Slot<Session>) -> SessionId) {
        let at = self.place(busy, id);
        self.busy.insert(at, busy);
        self.longest = self.longest.max(busy.end - busy.start);
    }

    /// Takes a session out.
    pub fn remove(&mut self, busy: Busy, id: impl Fn(Slot<Session>) -> SessionId) {
        let at = self.place(busy, id);
        if self.busy.get(at).is_some_and(|there| there.slot == busy.slot) {
            self.busy.remove(at);
        }
    }

    fn place(&self, busy: Busy, id: impl Fn(Slot<Session>) -> SessionId) -> usize {
        let when = |busy: &Busy| (busy.start, busy.end);
        self.busy.partition_point(|other| {
            when(other) < when(&busy)
                || (when(other) == when(&busy) && other.slot != busy.slot && id(other.slot) < id(busy.slot))
        })
    }

    /// Adds a session out of order, before [`Self::sort`].
    pub fn push(&mut self, busy: Busy) {
        self.busy.push(busy);
        self.longest = self.longest.max(busy.end - busy.start);
    }

    /// Puts in order what was pushed, while numbers are in the order of ids.
    pub fn sort(&mut self) {
        if !self.busy.is_sorted() {
            self.busy.sort_unstable();
        }
    }

    /// One track for each row, of what belongs to which; numbers are in the order of ids.
    pub fn each<R>(rows: usize, parts: &[(Slot<R>, Busy)]) -> Each<R, Self> {
        let mut counts: Each<R, usize> = Each::with_len(rows);
        parts.iter().for_each(|(slot, _)| *counts.at(*slot) += 1);
        let mut tracks: Each<R, Self> = Each::with_len(rows);
        for (slot, busy) in parts {
            let track = tracks.at(*slot);
            if track.busy.capacity() == 0 {
                track.busy.reserve_exact(*counts.at(*slot));
            }
            track.push(*busy);
        }
        tracks.values_mut().for_each(Self::sort);
        tracks
    }
}

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
const LOOKS: usize = 64;

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
            together.sort_by_key(|(busy, _)| sessions.id(busy.slot));
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
