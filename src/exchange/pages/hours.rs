//! An axis of hours, and how sessions that overlap share the space across it.

use chrono::NaiveDate;

use super::super::programme::Entry;
use crate::model::CivilTime;

/// When an entry begins and ends on a day, in minutes since its midnight: nothing where it goes on from the day before or
/// on the next day.
pub type Times = (Option<i32>, Option<i32>);

/// The times of an entry on a day; what is over in the small hours ends after 24:00.
pub fn times(entry: &Entry, date: NaiveDate) -> Times {
    let begins = (entry.span.start.date() == date).then(|| entry.span.start.minute_of_day());
    let ends = (entry.last_day() == date).then(|| entry.span.end.mins_since(CivilTime::midnight(date)));
    (begins, ends)
}

/// The hours that a page shows, in minutes since the midnight before its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// The first full hour.
    pub from: i32,
    /// The last full hour.
    pub to: i32,
}

impl Hours {
    /// Of a day on which nothing begins or ends.
    const OF_WORK: Self = Self { from: 8 * 60, to: 18 * 60 };

    /// Full hours around all times, each of its own day. What goes on takes no more hours than the others need.
    pub fn around(times: impl Iterator<Item = Times>) -> Self {
        let known = times.flat_map(|(begins, ends)| [begins, ends]).flatten();
        let (from, to) = known.fold((i32::MAX, i32::MIN), |(from, to), time| (from.min(time), to.max(time)));
        if from > to {
            return Self::OF_WORK;
        }
        let from = from.div_euclid(60) * 60;
        Self { from, to: ((to + 59).div_euclid(60) * 60).max(from + 60) }
    }

    /// How many minutes.
    pub fn len(self) -> i32 {
        self.to - self.from
    }

    /// Every full hour, both ends included.
    pub fn each(self) -> impl Iterator<Item = i32> {
        (self.from..=self.to).step_by(60)
    }

    /// What of these hours is taken, and at least so many minutes of them, so that what is drawn can be seen.
    pub fn taken(self, (begins, ends): Times, least: i32) -> (i32, i32) {
        let least = least.clamp(1, self.len());
        let start = begins.unwrap_or(self.from).clamp(self.from, self.to - least);
        (start, ends.unwrap_or(self.to).clamp(start + least, self.to))
    }
}

/// A time of day as it stands beside an axis; after midnight it begins again.
pub fn clock(minute: i32) -> String {
    format!("{:02}:{:02}", minute.rem_euclid(1440) / 60, minute.rem_euclid(60))
}

/// For each of `spans`, which of how many tracks it takes, so that none lies on another. Spans that overlap, directly or
/// through others, share the same number of tracks.
pub fn tracks(spans: &[(i32, i32)]) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by_key(|&at| spans[at]);
    let mut placed = vec![(0, 1); spans.len()];
    // The cluster that is open: its members, and when each of its tracks is free.
    let (mut cluster, mut free): (Vec<usize>, Vec<i32>) = (Vec::new(), Vec::new());
    for at in order {
        let (start, end) = spans[at];
        if free.iter().all(|&until| until <= start) {
            for member in cluster.drain(..) {
                placed[member].1 = free.len();
            }
            free.clear();
        }
        let track = free.iter().position(|&until| until <= start).unwrap_or(free.len());
        match free.get_mut(track) {
            Some(until) => *until = end,
            None => free.push(end),
        }
        placed[at].0 = track;
        cluster.push(at);
    }
    for member in cluster {
        placed[member].1 = free.len();
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_overlaps_stands_side_by_side() {
        assert_eq!(tracks(&[(0, 60), (60, 120)]), [(0, 1), (0, 1)], "touching is not overlapping");
        assert_eq!(tracks(&[(0, 60), (30, 90), (60, 120), (200, 210)]), [(0, 2), (1, 2), (0, 2), (0, 1)]);
        assert_eq!(tracks(&[(0, 60), (0, 60), (0, 60)]), [(0, 3), (1, 3), (2, 3)]);
        assert_eq!(tracks(&[]), []);
    }

    #[test]
    fn hours_are_those_that_begin_or_end_something() {
        let hours = Hours::around([(Some(570), Some(645)), (None, Some(700)), (Some(600), None)].into_iter());
        assert_eq!(hours, Hours { from: 540, to: 720 });
        assert_eq!(hours.taken((None, None), 10), (540, 720), "it goes on all day");
        assert_eq!(hours.taken((Some(715), Some(720)), 15), (705, 720), "it can be seen, and stays on the page");
        assert_eq!(Hours::around([(None, None)].into_iter()), Hours::OF_WORK);
        assert_eq!(Hours::around([(Some(1380), Some(1500))].into_iter()), Hours { from: 1380, to: 1500 });
    }

    #[test]
    fn clocks_begin_again_at_midnight() {
        assert_eq!([clock(0), clock(1439), clock(1440), clock(1500)], ["00:00", "23:59", "00:00", "01:00"]);
    }
}
