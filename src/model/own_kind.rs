//! Own kinds of session: what a plan calls its sessions where the built-in kinds do not say it.

use super::{Id, KindId, LocalText, Row, RowId, RowKind, SessionKind, Source};

/// A kind of session that a plan has beside the built-in ones.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnKind {
    /// Its name in the plan.
    pub id: KindId,
    /// What its sessions are called.
    pub title: LocalText,
    /// The built-in kind that its sessions behave like, in rules and everywhere else.
    pub nature: SessionKind,
    /// The colour of its sessions.
    pub hue: Hue,
    /// The built-in kind whose sign its sessions have.
    pub sign: SessionKind,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

impl Row for OwnKind {
    const KIND: RowKind = RowKind::Kind;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, _visit: &mut dyn FnMut(RowId)) {}
}

/// What a session is called: by one of the built-in kinds, or by one of the plan's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A built-in kind.
    BuiltIn(SessionKind),
    /// An own kind of the plan.
    Own(KindId),
}

impl From<SessionKind> for Kind {
    fn from(kind: SessionKind) -> Self {
        Self::BuiltIn(kind)
    }
}

/// Fourteen hues. Their colours are in [`crate::look`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Hue {
    Blue,
    Indigo,
    Sky,
    Teal,
    Green,
    Moss,
    Olive,
    Amber,
    Rust,
    Rose,
    Orchid,
    Violet,
    Slate,
    Grey,
}

impl Hue {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Blue,
        Self::Indigo,
        Self::Sky,
        Self::Teal,
        Self::Green,
        Self::Moss,
        Self::Olive,
        Self::Amber,
        Self::Rust,
        Self::Rose,
        Self::Orchid,
        Self::Violet,
        Self::Slate,
        Self::Grey,
    ];
}
