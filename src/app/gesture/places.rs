//! Places: where in a lane what is dragged could be let go without anything wrong to report.

use crate::check::Stretch;
use crate::model::{DAY_MINS, Severity};

/// A place in a lane, in minutes since 1970 of the civil calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The first start.
    pub from: i32,
    /// The end that goes with the last start.
    pub to: i32,
}

impl Place {
    /// The start in it that is nearest to `wanted`, for a session of `length` minutes.
    #[must_use]
    pub fn nearest(self, wanted: i32, length: i32, step: i32) -> i32 {
        let last = self.to - length;
        down(wanted + step / 2, step).clamp(self.from, last.max(self.from))
    }
}

/// The places among starts in order of time, for what is `length` minutes long and snaps to `step`.
///
/// A start that brings an error or a warning is no place, also where the session has the same trouble already; a hint
/// does not matter. Places do not overlap: of two that would, the later one begins where the first one ends.
#[must_use]
pub fn places(stretches: impl IntoIterator<Item = Stretch>, length: i32, step: i32) -> Vec<Place> {
    let step = step.max(1);
    let mut good: Vec<(i32, i32)> = Vec::new();
    for (from, to, severity) in stretches {
        match good.last_mut() {
            _ if severity >= Severity::Warning => {}
            Some(last) if last.1 == from => last.1 = to,
            _ => good.push((from, to)),
        }
    }
    let mut places: Vec<Place> = Vec::new();
    for (from, to) in good {
        let free = places.last().map_or(i32::MIN, |last| last.to);
        let (first, last) = (up(from.max(free), step), down(to - 1, step));
        if first <= last {
            places.push(Place { from: first, to: last + length });
        }
    }
    places
}

/// The next step of the day.
fn up(minutes: i32, step: i32) -> i32 {
    let down = down(minutes, step);
    if down == minutes { minutes } else { (down + step).min((minutes.div_euclid(DAY_MINS) + 1) * DAY_MINS) }
}

/// The step of the day before.
fn down(minutes: i32, step: i32) -> i32 {
    let of_day = minutes.rem_euclid(DAY_MINS);
    minutes - of_day.rem_euclid(step.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Severity::{Error, Hint, Off, Warning};

    #[test]
    fn a_place_reaches_from_the_first_start_to_the_end_of_the_last() {
        let found = places([(0, 500, Error), (500, 700, Off), (700, 721, Hint), (721, 900, Warning)], 75, 15);
        assert_eq!(found, [Place { from: 510, to: 720 + 75 }]);
        assert_eq!(found[0].nearest(0, 75, 15), 510);
        assert_eq!(found[0].nearest(604, 75, 15), 600);
        assert_eq!(found[0].nearest(2000, 75, 15), 720);
    }

    #[test]
    fn what_has_no_start_on_a_step_is_no_place() {
        assert_eq!(places([(0, 61, Error), (61, 75, Off), (75, 100, Error)], 60, 15), []);
        let whole = places([(0, 60, Error), (60, 61, Off), (61, 100, Error)], 60, 15);
        assert_eq!(whole, [Place { from: 60, to: 120 }], "as long as the session");
    }

    #[test]
    fn places_do_not_overlap() {
        let found = places([(0, 31, Off), (31, 60, Warning), (60, 151, Off)], 60, 15);
        assert_eq!(found, [Place { from: 0, to: 90 }, Place { from: 90, to: 210 }]);
    }
}
