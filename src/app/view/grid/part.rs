//! The parts of a day: the rows of the plan grid.

use crate::model::DAY_MINS;
use crate::texts::tid;

/// A row of the grid. A session that moves from one to another keeps its place inside where that exists there: 09:30
/// becomes 14:30, 11:15 becomes 16:15.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayPart {
    /// Before meetings begin.
    Early,
    /// Until lunch.
    Forenoon,
    /// The time in which no meeting is held as a rule.
    Lunch,
    /// Until interpretation ends.
    Afternoon,
    /// The rest of the day.
    Evening,
}

impl DayPart {
    /// From top to bottom.
    pub const ALL: [Self; 5] = [Self::Early, Self::Forenoon, Self::Lunch, Self::Afternoon, Self::Evening];
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();
    /// When the second and each later part begins, in minutes after midnight.
    const EDGES: [i32; Self::COUNT - 1] = [9 * 60 + 30, 12 * 60 + 30, 14 * 60 + 30, 17 * 60 + 30];

    /// The id of its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Early => tid("grid-early"),
            Self::Forenoon => tid("grid-forenoon"),
            Self::Lunch => tid("grid-lunch"),
            Self::Afternoon => tid("grid-afternoon"),
            Self::Evening => tid("grid-evening"),
        }
    }

    /// The part to which a minute of the day belongs.
    #[must_use]
    pub fn of(minute_of_day: i32) -> Self {
        Self::ALL[Self::EDGES.partition_point(|&edge| edge <= minute_of_day)]
    }

    /// When it begins and when it ends; nothing where the day does.
    #[must_use]
    pub fn hours(self) -> (Option<i32>, Option<i32>) {
        let at = self as usize;
        (at.checked_sub(1).map(|before| Self::EDGES[before]), Self::EDGES.get(at).copied())
    }

    /// From where hours inside are counted, in minutes after midnight.
    #[must_use]
    pub fn start(self) -> i32 {
        self.hours().0.unwrap_or(8 * 60)
    }

    /// When sessions usually begin, in minutes after midnight: what comes out of the tray lands there.
    #[must_use]
    pub fn usual_start(self) -> i32 {
        match self {
            Self::Early => 8 * 60 + 15,
            Self::Forenoon => 9 * 60 + 30,
            Self::Lunch => 12 * 60 + 45,
            Self::Afternoon => 14 * 60 + 30,
            Self::Evening => 17 * 60 + 45,
        }
    }

    /// When something begins here that begins so many minutes after the start of its own part: at the same place inside,
    /// or at the start where that place lies in another part.
    #[must_use]
    pub fn landing(self, offset: i32) -> i32 {
        let same = self.start() + offset;
        if Self::of(same) == self && (0..DAY_MINS).contains(&same) { same } else { self.start() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_minute_has_its_part() {
        let part = |hour: i32, minute: i32| DayPart::of(hour * 60 + minute);
        assert_eq!([part(0, 0), part(9, 29)], [DayPart::Early; 2]);
        assert_eq!([part(9, 30), part(12, 29)], [DayPart::Forenoon; 2]);
        assert_eq!([part(12, 30), part(14, 29)], [DayPart::Lunch; 2]);
        assert_eq!([part(14, 30), part(17, 29)], [DayPart::Afternoon; 2]);
        assert_eq!([part(17, 30), part(23, 59)], [DayPart::Evening; 2]);
        for part in DayPart::ALL {
            assert_eq!(DayPart::of(part.start()), part);
            assert_eq!(DayPart::of(part.usual_start()), part);
        }
    }

    #[test]
    fn hours_inside_stay_where_they_exist() {
        assert_eq!(DayPart::Afternoon.landing(30), 15 * 60);
        assert_eq!(DayPart::Lunch.landing(105), 14 * 60 + 15);
        assert_eq!(DayPart::Lunch.landing(150), 12 * 60 + 30, "15:00 is not lunch");
        assert_eq!(DayPart::Early.landing(-15), 7 * 60 + 45);
        assert_eq!(DayPart::Forenoon.landing(-15), 9 * 60 + 30);
        assert_eq!(DayPart::Evening.landing(7 * 60), 17 * 60 + 30, "not on the next day");
    }
}
