//! What stands in the cells of the plan grid.

use chrono::NaiveDate;

use crate::model::{CivilTime, Kind, SessionId};

use super::part::DayPart;

/// One session in a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chip {
    /// Which.
    pub session: SessionId,
    /// When it starts.
    pub start: CivilTime,
    /// Its kind: more than three of one kind at one time are one card.
    pub kind: Kind,
    /// Whether one line is too short for its title; `None` where that is not known yet.
    pub is_long: Option<bool>,
}

/// A part of a day.
#[derive(Debug, Default, PartialEq)]
pub struct Cell {
    /// Its sessions in order of time.
    pub chips: Vec<Chip>,
    /// The cards that stand for them, from top to bottom.
    pub items: Vec<Item>,
}

/// A column of a week.
#[derive(Debug, PartialEq)]
pub struct GridDay {
    /// Which day.
    pub date: NaiveDate,
    /// Its sessions, by part of the day.
    pub cells: [Cell; DayPart::COUNT],
    /// Whether the sessions are in the cells.
    pub is_filled: bool,
    /// Whether it is known of all of them how long their titles are.
    pub is_measured: bool,
}

impl GridDay {
    /// One that nothing is known of yet.
    #[must_use]
    pub fn new(date: NaiveDate) -> Self {
        Self { date, cells: Default::default(), is_filled: false, is_measured: false }
    }
}

/// What is opened: sessions of one kind that start at one time.
pub type GroupKey = (CivilTime, Kind);

/// A card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item {
    /// The first session that it stands for, in its cell.
    pub first: usize,
    /// How many it stands for.
    pub count: usize,
    /// What it is.
    pub sort: Sort,
    /// Its upper edge, in points from that of the cell.
    pub top: f32,
    /// How high it is.
    pub height: f32,
}

/// What a card stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// One session.
    Session,
    /// Several at one time; it opens.
    Group,
    /// The same, opened: its sessions follow.
    OpenGroup,
}
