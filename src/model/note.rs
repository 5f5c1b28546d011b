//! Notes: oddities of the source and other remarks that must not be lost.

use super::{Id, LocalText, NoteId, Row, RowId, RowKind, Source};

/// A remark about rows of the plan, such as an inconsistency that is shown as printed instead of being corrected.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Its name in the plan.
    pub id: NoteId,
    /// What was noticed.
    pub text: LocalText,
    /// What is done about it.
    pub handling: LocalText,
    /// The rows it is about.
    pub about: Vec<RowId>,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

impl Row for Note {
    const KIND: RowKind = RowKind::Note;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        self.about.iter().for_each(|&id| visit(id));
    }
}
