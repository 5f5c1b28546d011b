//! Which registers there are, what stands in their columns, and what is changed by typing there.

use crate::app::context::ViewContext;
use crate::edit::{AnyRow, Command};
use crate::model::{Body, Document, LocalText, Person, Room, RowId, RowKind, Topic};
use crate::texts::tid;

/// A table of rows of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Register {
    /// Who takes part.
    #[default]
    People,
    /// What meets.
    Bodies,
    /// Where.
    Rooms,
    /// On what.
    Documents,
    /// About what.
    Topics,
}

/// A column: its name, and how wide it is, in points; the one without a width takes the rest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// The id of its name.
    pub name: &'static str,
    /// How wide it is.
    pub width: f32,
    /// Whether there are numbers in it.
    pub is_number: bool,
}

const fn words(name: &'static str, width: f32) -> Column {
    Column { name, width, is_number: false }
}

const fn number(name: &'static str, width: f32) -> Column {
    Column { name, width, is_number: true }
}

const USED: Column = number(tid("registers-used"), 70.0);

const PEOPLE: [Column; 6] = [
    words(tid("inspector-name"), 200.0),
    words(tid("inspector-function"), 0.0),
    words(tid("inspector-represents"), 190.0),
    words(tid("inspector-region"), 70.0),
    words(tid("inspector-rank"), 150.0),
    USED,
];
const BODIES: [Column; 6] = [
    words(tid("inspector-code"), 120.0),
    words(tid("inspector-title"), 0.0),
    words(tid("inspector-kind"), 170.0),
    words(tid("inspector-parent"), 90.0),
    words(tid("body-officers"), 200.0),
    USED,
];
const ROOMS: [Column; 5] = [
    words(tid("inspector-title"), 0.0),
    words(tid("inspector-place"), 240.0),
    number(tid("registers-seats"), 80.0),
    number(tid("registers-booths"), 80.0),
    USED,
];
const DOCUMENTS: [Column; 6] = [
    words(tid("inspector-symbol"), 170.0),
    words(tid("inspector-title"), 0.0),
    words(tid("inspector-event"), 110.0),
    words(tid("inspector-issued"), 100.0),
    words(tid("handout-languages"), 110.0),
    USED,
];
const TOPICS: [Column; 5] = [
    words(tid("inspector-code"), 100.0),
    words(tid("inspector-title"), 0.0),
    words(tid("inspector-kind"), 150.0),
    words(tid("inspector-region"), 70.0),
    USED,
];

impl Register {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::People, Self::Bodies, Self::Rooms, Self::Documents, Self::Topics];

    /// That of rows of a kind, if they have one.
    #[must_use]
    pub fn of(kind: RowKind) -> Option<Self> {
        Some(match kind {
            RowKind::Person => Self::People,
            RowKind::Body => Self::Bodies,
            RowKind::Room => Self::Rooms,
            RowKind::Document => Self::Documents,
            RowKind::Topic => Self::Topics,
            _ => return None,
        })
    }

    /// The id of its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::People => tid("registers-people"),
            Self::Bodies => tid("registers-bodies"),
            Self::Rooms => tid("registers-rooms"),
            Self::Documents => tid("registers-documents"),
            Self::Topics => tid("registers-topics"),
        }
    }

    /// The id of what one row of it is called.
    #[must_use]
    pub fn one(self) -> &'static str {
        match self {
            Self::People => tid("row-person"),
            Self::Bodies => tid("row-body"),
            Self::Rooms => tid("row-room"),
            Self::Documents => tid("row-document"),
            Self::Topics => tid("row-topic"),
        }
    }

    /// The id of what a new row is called until it has a name.
    #[must_use]
    pub fn new_name(self) -> &'static str {
        match self {
            Self::People => tid("registers-new-person"),
            Self::Bodies => tid("registers-new-body"),
            Self::Rooms => tid("registers-new-room"),
            Self::Documents => tid("registers-new-document"),
            Self::Topics => tid("registers-new-topic"),
        }
    }

    /// Its columns.
    #[must_use]
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::People => &PEOPLE,
            Self::Bodies => &BODIES,
            Self::Rooms => &ROOMS,
            Self::Documents => &DOCUMENTS,
            Self::Topics => &TOPICS,
        }
    }

    /// Whether a column can be typed into; what can not stands in the inspector.
    #[must_use]
    pub fn is_typed(self, column: usize) -> bool {
        let typed = match self {
            Self::People => 3,
            Self::Bodies | Self::Documents | Self::Topics => 2,
            Self::Rooms => 4,
        };
        column < typed
    }

    /// The column in which a new row is named.
    #[must_use]
    pub fn name_column(self) -> usize {
        match self {
            Self::Bodies => 1,
            Self::People | Self::Rooms | Self::Documents | Self::Topics => 0,
        }
    }
}

/// What typing in a cell does; `None` where it changes nothing, or is not understood.
#[must_use]
pub fn edited(cx: &ViewContext<'_>, id: RowId, column: usize, text: &str) -> Option<Command> {
    let language = cx.settings.title_language();
    let local = |known: &LocalText| {
        let mut new = known.clone();
        new.set(language, text.trim());
        new
    };
    let text = text.trim().to_owned();
    let plan = cx.plan;
    let row: Option<AnyRow> = match (id, column) {
        (RowId::Person(id), 0..=2) => {
            let known = Person::clone(plan.people().get(id)?);
            let new = match column {
                0 => Person { name: text, ..known.clone() },
                1 => Person { function: text, ..known.clone() },
                _ => Person { represents: text, ..known.clone() },
            };
            (new != known && !new.name.is_empty()).then(|| new.into())
        }
        (RowId::Body(id), 0 | 1) => {
            let known = Body::clone(plan.bodies().get(id)?);
            let new = match column {
                0 => Body { code: local(&known.code), ..known.clone() },
                _ => Body { title: local(&known.title), ..known.clone() },
            };
            (new != known).then(|| new.into())
        }
        (RowId::Room(id), 0..=3) => {
            let known = Room::clone(plan.rooms().get(id)?);
            let new = match column {
                0 => Some(Room { title: local(&known.title), ..known.clone() }),
                1 => Some(Room { place: text, ..known.clone() }),
                2 if text.is_empty() => Some(Room { capacity: None, ..known.clone() }),
                2 => whole(&text).map(|seats| Room { capacity: Some(seats), ..known.clone() }),
                _ => text.parse().ok().map(|booths| Room { booths, ..known.clone() }),
            };
            new.filter(|new| *new != known).map(Into::into)
        }
        (RowId::Document(id), 0 | 1) => {
            let known = Document::clone(plan.documents().get(id)?);
            let new = match column {
                0 => Document { symbol: text, ..known.clone() },
                _ => Document { title: local(&known.title), ..known.clone() },
            };
            (new != known).then(|| new.into())
        }
        (RowId::Topic(id), 0 | 1) => {
            let known = Topic::clone(plan.topics().get(id)?);
            let new = match column {
                0 => Topic { code: text, ..known.clone() },
                _ => Topic { title: local(&known.title), ..known.clone() },
            };
            (new != known).then(|| new.into())
        }
        _ => return None,
    };
    row.map(Command::Put)
}

/// `1 200`, with or without spaces between thousands.
fn whole(text: &str) -> Option<u32> {
    text.chars().filter(|c| !c.is_whitespace()).collect::<String>().parse().ok()
}
