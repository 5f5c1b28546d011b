//! Rooms, real and virtual.

use super::{Absence, Id, LocalText, OwnValues, RoomId, Row, RowId, RowKind, Source};

/// A place where sessions sit.
#[derive(Clone, Debug, PartialEq)]
pub struct Room {
    /// Its name in the plan.
    pub id: RoomId,
    /// What delegates call it.
    pub title: LocalText,
    /// Building, city, or the address of a virtual room.
    pub place: String,
    /// Seats; `None` when not known or without limit.
    pub capacity: Option<u32>,
    /// Interpretation booths; six serve all six languages.
    pub booths: u8,
    /// Whether people meet there online.
    pub is_virtual: bool,
    /// Whether several sessions may be there at once, as in a foyer or off site.
    pub is_shared: bool,
    /// How chairs and tables stand, such as `classroom`; may be empty.
    pub layout: String,
    /// What is in it: screens, cameras, microphones; may be empty.
    pub equipment: String,
    /// How long it takes to set it up for other people, in minutes; `None` where the rule says how long.
    pub setup_mins: Option<u16>,
    /// How long it takes to clear it behind them, in minutes; comes to the time before.
    pub turnaround_mins: Option<u16>,
    /// When it can not be used.
    pub closed: Vec<Absence>,
    /// Where it stands among the rooms; smaller comes first.
    pub order: i32,
    /// What it was called by the file that brought it in, so that it is found again whatever it is called now; empty otherwise.
    pub came_as: String,
    /// What it has in own fields of the plan.
    pub own: OwnValues,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

impl Room {
    /// One of which no more than the name is known.
    #[must_use]
    pub fn new(id: RoomId, title: LocalText) -> Self {
        Self {
            id,
            title,
            place: String::new(),
            capacity: None,
            booths: 0,
            is_virtual: false,
            is_shared: false,
            layout: String::new(),
            equipment: String::new(),
            setup_mins: None,
            turnaround_mins: None,
            closed: Vec::new(),
            order: 0,
            came_as: String::new(),
            own: OwnValues::NONE,
            sources: Vec::new(),
        }
    }

    /// How many minutes must lie between sessions of different people in it, where that is said of this room.
    #[must_use]
    pub fn pause_mins(&self) -> Option<i32> {
        let parts = [self.setup_mins, self.turnaround_mins];
        parts.iter().any(Option::is_some).then(|| parts.into_iter().flatten().map(i32::from).sum())
    }
}

impl Row for Room {
    const KIND: RowKind = RowKind::Room;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        self.own.iter().for_each(|(id, _)| visit(RowId::Field(id)));
    }

    fn own(&self) -> &OwnValues {
        &self.own
    }

    fn own_mut(&mut self) -> Option<&mut OwnValues> {
        Some(&mut self.own)
    }
}
