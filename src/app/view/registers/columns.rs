//! Which registers there are, and what stands in their columns.

use crate::app::context::ViewContext;
use crate::model::{FieldSort, Holder, OwnField, RowKind};
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
    /// Who leads the bodies, or is to.
    Posts,
    /// In which order who speaks.
    Ranks,
}

/// A column that is always there: its name, and how wide it is, in points; the one without a width takes the rest.
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

/// A column as it is shown; own fields of the plan stand behind the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// Its name.
    pub name: String,
    /// How wide it is; nothing for the one that takes the rest.
    pub width: f32,
    /// Whether there are numbers in it.
    pub is_number: bool,
}

/// How wide the column of an own field is.
const OWN: f32 = 110.0;

const USED: Column = number(tid("registers-used"), 70.0);

const PEOPLE: [Column; 7] = [
    words(tid("inspector-name"), 200.0),
    words(tid("inspector-function"), 0.0),
    words(tid("inspector-represents"), 190.0),
    words(tid("inspector-region"), 70.0),
    words(tid("inspector-rank"), 150.0),
    words(tid("person-gender"), 80.0),
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
const ROOMS: [Column; 7] = [
    words(tid("inspector-title"), 0.0),
    words(tid("inspector-place"), 240.0),
    number(tid("registers-seats"), 80.0),
    number(tid("registers-booths"), 80.0),
    words(tid("room-layout"), 130.0),
    words(tid("room-equipment"), 170.0),
    USED,
];
const DOCUMENTS: [Column; 10] = [
    words(tid("inspector-symbol"), 150.0),
    words(tid("inspector-title"), 0.0),
    words(tid("inspector-event"), 110.0),
    words(tid("inspector-issued"), 100.0),
    words(tid("handout-languages"), 110.0),
    words(tid("document-kind"), 110.0),
    words(tid("document-author-name"), 120.0),
    words(tid("document-due"), 80.0),
    words(tid("document-stages"), 120.0),
    USED,
];
const TOPICS: [Column; 7] = [
    words(tid("inspector-code"), 100.0),
    words(tid("inspector-title"), 0.0),
    words(tid("inspector-kind"), 150.0),
    words(tid("inspector-region"), 70.0),
    words(tid("topic-group"), 190.0),
    words(tid("topic-state"), 110.0),
    USED,
];
const RANKS: [Column; 5] = [
    words(tid("inspector-name"), 0.0),
    number(tid("rank-class"), 160.0),
    number(tid("rank-order"), 120.0),
    words(tid("rank-stands-in"), 260.0),
    USED,
];
const POSTS: [Column; 8] = [
    words(tid("row-body"), 120.0),
    words(tid("post-role"), 130.0),
    words(tid("post-kept-for"), 100.0),
    words(tid("row-person"), 0.0),
    words(tid("post-designation"), 150.0),
    words(tid("post-owner"), 160.0),
    words(tid("post-due"), 90.0),
    USED,
];

impl Register {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::People, Self::Ranks, Self::Bodies, Self::Posts, Self::Rooms, Self::Documents, Self::Topics];

    /// That of rows of a kind, if they have one.
    #[must_use]
    pub fn of(kind: RowKind) -> Option<Self> {
        Some(match kind {
            RowKind::Person => Self::People,
            RowKind::Body => Self::Bodies,
            RowKind::Room => Self::Rooms,
            RowKind::Document => Self::Documents,
            RowKind::Topic => Self::Topics,
            RowKind::Post => Self::Posts,
            RowKind::Rank => Self::Ranks,
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
            Self::Posts => tid("rows-post"),
            Self::Ranks => tid("rows-rank"),
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
            Self::Posts => tid("row-post"),
            Self::Ranks => tid("row-rank"),
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
            Self::Posts => tid("row-post"),
            Self::Ranks => tid("registers-new-rank"),
        }
    }

    /// What its rows are called where they can have own fields.
    #[must_use]
    pub fn holder(self) -> Option<Holder> {
        Some(match self {
            Self::People => Holder::Person,
            Self::Bodies => Holder::Body,
            Self::Rooms => Holder::Room,
            Self::Documents => Holder::Document,
            Self::Topics => Holder::Topic,
            Self::Posts | Self::Ranks => return None,
        })
    }

    /// All columns of it in a plan.
    #[must_use]
    pub fn heads(self, cx: &ViewContext<'_>) -> Vec<Head> {
        let built_in = self.columns().iter().map(|column| Head {
            name: cx.text(column.name).to_owned(),
            width: column.width,
            is_number: column.is_number,
        });
        let own = self.own(cx).map(|field| {
            let title = Some(cx.title(&field.title)).filter(|title| !title.is_empty());
            let name = title.unwrap_or(cx.text("field-untitled")).to_owned();
            Head { name, width: OWN, is_number: field.form.sort() == FieldSort::Number }
        });
        built_in.chain(own).collect()
    }

    /// The own fields of its rows, in the order of their columns.
    pub fn own<'a>(self, cx: &ViewContext<'a>) -> impl Iterator<Item = &'a OwnField> {
        let plan = cx.plan;
        self.holder().into_iter().flat_map(|holder| plan.fields_of(holder)).map(|field| &**field)
    }

    /// The own field that a column shows.
    #[must_use]
    pub fn own_at<'a>(self, cx: &ViewContext<'a>, column: usize) -> Option<&'a OwnField> {
        column.checked_sub(self.columns().len()).and_then(|at| self.own(cx).nth(at))
    }

    /// The columns that every plan has.
    #[must_use]
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::People => &PEOPLE,
            Self::Bodies => &BODIES,
            Self::Rooms => &ROOMS,
            Self::Documents => &DOCUMENTS,
            Self::Topics => &TOPICS,
            Self::Posts => &POSTS,
            Self::Ranks => &RANKS,
        }
    }

    /// Whether a column can be typed into: all but how often a row is used, and a few that follow from others.
    #[must_use]
    pub fn is_typed(self, column: usize) -> bool {
        // Who leads a body has posts, and stages are stepped in the view of the preparation.
        column >= self.columns().len()
            || column + 1 < self.columns().len()
                && (self != Self::Bodies || column < 4)
                && (self != Self::Documents || column < 8)
    }

    /// The column by which its rows are put in order at first.
    #[must_use]
    pub fn order(self) -> usize {
        if self == Self::Ranks { 2 } else { 0 }
    }

    /// The column in which a new row is named.
    #[must_use]
    pub fn name_column(self) -> usize {
        match self {
            Self::Bodies => 1,
            Self::Posts => 3,
            Self::People | Self::Ranks | Self::Rooms | Self::Documents | Self::Topics => 0,
        }
    }
}
