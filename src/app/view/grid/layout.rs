//! The plan grid as it is laid out: days, parts of days, and in each cell its sessions in order of time.
//!
//! Knows how high sessions are when their titles take so many lines, and nothing else of the screen.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::NaiveDate;

use crate::model::{CivilTime, Event, Patch, Plan, Session, SessionId, SessionKind};

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
    /// How high it is, in points; 0 where that is not known yet, see [`GridLayout::measure`].
    pub height: f32,
}

/// A column of the grid.
#[derive(Debug, PartialEq)]
pub struct GridDay {
    /// Which day.
    pub date: NaiveDate,
    /// Whether the column before is not the day before.
    pub after_gap: bool,
    /// Its sessions, by part of the day.
    pub cells: [Vec<Chip>; 3],
    /// How high the cells are, in points.
    pub heights: [f32; 3],
    /// Whether it is known how high all its sessions are.
    is_measured: bool,
}

/// The grid.
#[derive(Debug, Default, PartialEq)]
pub struct GridLayout {
    /// From left to right.
    pub days: Vec<GridDay>,
}

impl GridLayout {
    /// Lays out the plan, except for how high sessions are.
    #[must_use]
    pub fn new(workbench: &Workbench) -> Self {
        let mut layout = Self::default();
        layout.show(&shown_days(workbench));
        for session in workbench.plan().sessions().iter() {
            let Some((day, part)) = layout.cell_of(session) else { continue };
            let Some(at) = &session.placement else { continue };
            let chip = Chip { session: session.id, start: at.start, top: 0.0, height: 0.0 };
            layout.days[day].cells[part as usize].push(chip);
        }
        layout
    }

    /// Finds out how high the sessions of some days are, as `height` says: their titles are shaped, which takes a while.
    pub fn measure(&mut self, plan: &Plan, days: Range<usize>, mut height: impl FnMut(&Session) -> f32) {
        let days = self.days.get_mut(days).unwrap_or_default();
        for day in days.iter_mut().filter(|day| !day.is_measured) {
            for cell in &mut day.cells {
                for chip in cell.iter_mut().filter(|chip| chip.height == 0.0) {
                    chip.height = plan.sessions().get(chip.session).map_or(0.0, |session| height(session));
                }
            }
            day.heights = std::array::from_fn(|part| stack(&mut day.cells[part]));
            day.is_measured = true;
        }
    }

    /// Sessions may be as high as they like from now on: every day is to be measured anew.
    pub fn forget_heights(&mut self) {
        for day in &mut self.days {
            day.is_measured = false;
            day.cells.iter_mut().flatten().for_each(|chip| chip.height = 0.0);
        }
    }

    /// Follows patches that have been applied: only sessions that come or change are to be measured anew.
    pub fn follow<'a>(&mut self, workbench: &Workbench, patches: impl Iterator<Item = &'a Patch>) {
        let mut changed: BTreeMap<SessionId, Option<(NaiveDate, DayPart)>> = BTreeMap::new();
        let mut other_days = false;
        for patch in patches {
            other_days |= patch.changes::<Event>().next().is_some();
            for (id, change) in patch.changes::<Session>() {
                let read = |session: &Session| (session.placement.clone(), session.kind, session.title.clone());
                if change.differs(read) {
                    // Where it stood at first.
                    changed.entry(id).or_insert_with(|| change.before.as_deref().and_then(place_of));
                    other_days |= change.differs(|session| session.span().map(|span| span.start.date()));
                }
            }
        }
        if other_days {
            self.show(&shown_days(workbench));
        }
        for (&id, &before) in &changed {
            if let Some((date, part)) = before
                && let Some(day) = self.day(date)
            {
                self.days[day].cells[part as usize].retain(|chip| chip.session != id);
                self.days[day].is_measured = false;
            }
            let session = workbench.plan().sessions().get(id);
            if let Some(session) = session
                && let Some((day, part)) = self.cell_of(session)
                && let Some(at) = &session.placement
            {
                let chip = Chip { session: id, start: at.start, top: 0.0, height: 0.0 };
                self.days[day].cells[part as usize].push(chip);
                self.days[day].is_measured = false;
            }
        }
    }

    /// Shows these days, and keeps what stands in those that were there.
    fn show(&mut self, dates: &[NaiveDate]) {
        if self.days.iter().map(|day| day.date).eq(dates.iter().copied()) {
            return;
        }
        let mut known: BTreeMap<NaiveDate, GridDay> =
            std::mem::take(&mut self.days).into_iter().map(|day| (day.date, day)).collect();
        let mut before: Option<NaiveDate> = None;
        for &date in dates {
            let after_gap = before.is_some_and(|before| before.succ_opt() != Some(date));
            let new = || GridDay { date, after_gap, cells: Default::default(), heights: [0.0; 3], is_measured: false };
            self.days.push(GridDay { after_gap, ..known.remove(&date).unwrap_or_else(new) });
            before = Some(date);
        }
    }

    fn cell_of(&self, session: &Session) -> Option<(usize, DayPart)> {
        let (date, part) = place_of(session)?;
        Some((self.day(date)?, part))
    }

    /// The column of a day.
    #[must_use]
    pub fn day(&self, date: NaiveDate) -> Option<usize> {
        self.days.binary_search_by_key(&date, |day| day.date).ok()
    }
}

/// The day and its part in which a session begins.
fn place_of(session: &Session) -> Option<(NaiveDate, DayPart)> {
    let start = session.placement.as_ref()?.start;
    Some((start.date(), DayPart::of(start.minute_of_day())))
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
    use crate::edit::Command;
    use crate::model::{Length, Placement};

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

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]

        /// Each move: of which session, to how many hours after a midnight.
        #[test]
        fn the_grid_follows_any_moves(moves in proptest::collection::vec((0_usize..12, -60_i32..700), 1..30)) {
            let mut workbench = Workbench::new(crate::store::Template::Wtdc25.plan());
            let height = |session: &Session| if is_small(session) { 20.0 } else { session.title.iter().count() as f32 * 30.0 };
            let measured = |mut layout: GridLayout, workbench: &Workbench| {
                layout.measure(workbench.plan(), 0..layout.days.len(), height);
                layout
            };
            let mut layout = measured(GridLayout::new(&workbench), &workbench);
            let ids: Vec<SessionId> = workbench.plan().sessions().ids().take(12).collect();
            let midnight = CivilTime::midnight(NaiveDate::from_ymd_opt(2025, 11, 16).unwrap());
            let mut known = workbench.generation();
            for (n, (session, hours)) in moves.into_iter().enumerate() {
                let id = ids[session];
                let placement = Placement { start: midnight.plus_mins(hours * 60), length: Length::HOUR, rooms: Vec::new() };
                let _ = match hours % 7 {
                    0 => workbench.perform(&Command::Unschedule(vec![id])),
                    1 => workbench.perform(&Command::Remove(vec![id.into()])),
                    _ => workbench.perform(&Command::Place(vec![(id, placement)])),
                };
                if n % 3 == 0 {
                    layout.follow(&workbench, workbench.since(known).unwrap());
                    layout = measured(layout, &workbench);
                    known = workbench.generation();
                    proptest::prop_assert_eq!(&layout, &measured(GridLayout::new(&workbench), &workbench));
                }
            }
        }
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
