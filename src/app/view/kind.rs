//! What tells one view from another before it is drawn.

use egui::Key;

use crate::texts::tid;

/// A way to see the plan: its name, its words, its sign, its shortcut.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct ViewKind {
    /// How settings and the command line name it.
    pub name: &'static str,
    /// The id of what it is called.
    pub label: &'static str,
    /// The id of what it shows.
    pub tip: &'static str,
    /// Its sign.
    pub icon: &'static str,
    /// What opens it, with Ctrl.
    pub key: Key,
    /// Whether Shift belongs to that.
    pub with_shift: bool,
    /// Whether it shows so much that the panels beside it are folded until they are opened there.
    pub is_wide: bool,
}

/// How many days a view shows at once, where that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Show {
    /// One day.
    Day,
    /// Three of them.
    ThreeDays,
    /// All there is.
    Conference,
}

impl Show {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Day, Self::ThreeDays, Self::Conference];

    /// The id of what it is called beside the others.
    #[must_use]
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Day => tid("show-day"),
            Self::ThreeDays => tid("show-three-days"),
            Self::Conference => tid("show-conference"),
        }
    }
}
