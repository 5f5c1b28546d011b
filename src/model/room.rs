//! Rooms, real and virtual.

use super::{Id, LocalText, RoomId, Row, RowId, RowKind, Source};

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
    /// Where it stands among the rooms; smaller comes first.
    pub order: i32,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

impl Row for Room {
    const KIND: RowKind = RowKind::Room;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, _visit: &mut dyn FnMut(RowId)) {}
}
