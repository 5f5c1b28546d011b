//! An axis of hours, and how sessions that overlap share the space across it.

use super::super::programme::Entry;

/// The hours that a page shows, in minutes since the midnight before its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// The first full hour.
    pub from: i32,
    /// The last full hour.
    pub to: i32,
}

impl Hours {
    /// Full hours around all of `entries`, each on its own day.
    pub fn around<'a>(entries: impl Iterator<Item = &'a Entry>) -> Self {
        let spans = entries.map(minutes);
        let (from, to) = spans.fold((i32::MAX, 0), |(from, to), (start, end)| (from.min(start), to.max(end)));
        let from = from.min(to) / 60 * 60;
        Self { from, to: ((to + 59) / 60 * 60).max(from + 60) }
    }

    /// How many minutes.
    pub fn len(self) -> i32 {
        self.to - self.from
    }

    /// Every full hour, both ends included.
    pub fn each(self) -> impl Iterator<Item = i32> {
        (self.from..=self.to).step_by(60)
    }
}

/// From when to when, in minutes since the midnight before it starts; at most until the next day's noon, so that one
/// session of a week does not flatten all others.
pub fn minutes(entry: &Entry) -> (i32, i32) {
    let start = entry.span.start.minute_of_day();
    (start, (start + entry.span.mins()).min(36 * 60))
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
    fn clocks_begin_again_at_midnight() {
        assert_eq!([clock(0), clock(1439), clock(1440), clock(1500)], ["00:00", "23:59", "00:00", "01:00"]);
    }
}
