//! The plan grid as it is laid out: days, parts of days, and in each cell its sessions in order of time.
//!
//! Knows how high sessions are when their titles take so many lines, and nothing else of the screen.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::model::{CivilTime, Session, SessionId, SessionKind};

use crate::app::view::days::{days, main_day};
use crate::workbench::Workbench;

/// A row of the grid. All parts are equally long where work is done, so that a session that moves from one to another
/// keeps its place inside: 09:30 becomes 14:30, 11:15 becomes 16:15.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayPart {
    /// Before lunch is over.
    Forenoon,
    /// Until the evening.
    Afternoon,
    /// The rest of the day.
    Evening,
}

impl DayPart {
    /// From top to bottom.
    pub const ALL: [Self; 3] = [Self::Forenoon, Self::Afternoon, Self::Evening];
    /// The first minute of the afternoon.
    pub const NOON: i32 = 13 * 60;
    /// The first minute of the evening.
    pub const EVENING: i32 = 18 * 60;
    /// Where the forenoon would begin if it were as long as the afternoon; what is earlier belongs to it, too.
    const MORNING: i32 = 2 * Self::NOON - Self::EVENING;

    /// The part to which a minute of the day belongs.
    #[must_use]
    pub fn of(minute_of_day: i32) -> Self {
        match minute_of_day {
            minute if minute < Self::NOON => Self::Forenoon,
            minute if minute < Self::EVENING => Self::Afternoon,
            _ => Self::Evening,
        }
    }

    /// From where hours are counted, in minutes after midnight.
    #[must_use]
    pub fn start(self) -> i32 {
        match self {
            Self::Forenoon => Self::MORNING,
            Self::Afternoon => Self::NOON,
            Self::Evening => Self::EVENING,
        }
    }

    /// When meetings usually begin, in minutes after midnight: what comes out of the tray lands there.
    #[must_use]
    pub fn usual_start(self) -> i32 {
        match self {
            Self::Forenoon => 9 * 60 + 30,
            Self::Afternoon => 14 * 60 + 30,
            Self::Evening => 18 * 60 + 30,
        }
    }
}

/// Between sessions of a cell, in points.
pub const CHIP_GAP: f32 = 3.0;
/// Around the sessions of a cell, in points.
pub const CELL_PADDING: f32 = 5.0;
/// No row is lower, in points.
pub const LOWEST_ROW: f32 = 72.0;

/// One session in a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chip {
    /// Which.
    pub session: SessionId,
    /// When it starts.
    pub start: CivilTime,
    /// Its upper edge, in points from that of the cell.
    pub top: f32,
    /// How high it is, in points.
    pub height: f32,
}

/// A column of the grid.
#[derive(Debug)]
pub struct GridDay {
    /// Which day.
    pub date: NaiveDate,
    /// Whether the column before is not the day before.
    pub after_gap: bool,
    /// Its sessions, by part of the day.
    pub cells: [Vec<Chip>; 3],
    /// How high the cells are, in points.
    pub heights: [f32; 3],
}

/// The grid.
#[derive(Debug, Default)]
pub struct GridLayout {
    /// From left to right.
    pub days: Vec<GridDay>,
}

impl GridLayout {
    /// Lays out the plan; `height` says how high a session is.
    #[must_use]
    pub fn new(workbench: &Workbench, mut height: impl FnMut(&Session) -> f32) -> Self {
        let mut days: BTreeMap<NaiveDate, [Vec<Chip>; 3]> =
            shown_days(workbench).into_iter().map(|date| (date, Default::default())).collect();
        for session in workbench.plan().sessions().iter() {
            let Some(at) = &session.placement else { continue };
            let Some(cells) = days.get_mut(&at.start.date()) else { continue };
            let cell = &mut cells[DayPart::of(at.start.minute_of_day()) as usize];
            cell.push(Chip { session: session.id, start: at.start, top: 0.0, height: height(session) });
        }
        let mut before: Option<NaiveDate> = None;
        let days = days.into_iter().map(|(date, mut cells)| {
            let after_gap = before.is_some_and(|before| before.succ_opt() != Some(date));
            before = Some(date);
            let heights = std::array::from_fn(|part| stack(&mut cells[part]));
            GridDay { date, after_gap, cells, heights }
        });
        Self { days: days.collect() }
    }

    /// The column of a day.
    #[must_use]
    pub fn day(&self, date: NaiveDate) -> Option<usize> {
        self.days.binary_search_by_key(&date, |day| day.date).ok()
    }
}

/// Puts the chips of a cell under each other; returns how high the cell is.
fn stack(chips: &mut [Chip]) -> f32 {
    chips.sort_by_key(|chip| (chip.start, chip.session));
    let mut top = CELL_PADDING;
    for chip in chips.iter_mut() {
        chip.top = top;
        top += chip.height + CHIP_GAP;
    }
    if chips.is_empty() { 0.0 } else { top - CHIP_GAP + CELL_PADDING }
}

/// All days of the longest event with hours, and whatever other days sessions start on.
#[must_use]
pub fn shown_days(workbench: &Workbench) -> Vec<NaiveDate> {
    let (plan, all) = (workbench.plan(), days(workbench));
    let Some(first) = main_day(plan, &all) else { return Vec::new() };
    let main = plan.events().iter().filter(|event| event.hours.is_some());
    let last =
        main.map(|event| event.dates.first_and_last()).filter(|dates| dates.0 == first).map(|dates| dates.1).max();
    let last = last.unwrap_or(first);
    all.into_iter().filter(|&(date, count)| count > 0 || (first..=last).contains(&date)).map(|(date, _)| date).collect()
}

/// Whether a session is no meeting and so is told in one line.
#[must_use]
pub fn is_small(session: &Session) -> bool {
    matches!(session.kind, SessionKind::Break | SessionKind::Service)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_equally_long_so_that_hours_inside_stay() {
        let [forenoon, afternoon, evening] = DayPart::ALL.map(DayPart::start);
        assert_eq!(afternoon - forenoon, evening - afternoon);
        for part in DayPart::ALL {
            assert_eq!(DayPart::of(part.start()), part);
            assert_eq!(DayPart::of(part.usual_start()), part);
        }
        assert_eq!(DayPart::of(0), DayPart::Forenoon);
        assert_eq!(DayPart::of(24 * 60 - 1), DayPart::Evening);
    }

    #[test]
    fn chips_stand_in_order_of_time() {
        let date = NaiveDate::from_ymd_opt(2025, 11, 17).unwrap();
        let chip = |name: &str, hour| Chip {
            session: name.parse().unwrap(),
            start: CivilTime::at(date, hour, 0),
            top: 0.0,
            height: 20.0,
        };
        let mut chips = [chip("b", 11), chip("a", 9), chip("c", 9)];
        let height = stack(&mut chips);
        assert_eq!(
            chips.map(|chip| (chip.session.to_string(), chip.top as i32)),
            [("a".to_owned(), 5), ("c".to_owned(), 28), ("b".to_owned(), 51)]
        );
        assert_eq!(height as i32, 76);
    }
}
