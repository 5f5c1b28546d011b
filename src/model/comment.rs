//! Comments and to-dos: what planners write to one another about a session. They are never handed out.

use chrono::NaiveDate;

use super::{CivilTime, CommentId, Id, Row, RowError, RowId, RowKind, SessionId};

/// A comment, or a to-do.
#[derive(Clone, Debug, PartialEq)]
pub struct Comment {
    /// Its name in the plan.
    pub id: CommentId,
    /// What it is about.
    pub session: SessionId,
    /// Who wrote it; may be empty.
    pub by: String,
    /// When it was written, in UTC to the minute.
    pub at: CivilTime,
    /// What it says.
    pub text: String,
    /// Whether something is to be done.
    pub is_to_do: bool,
    /// Who is to do it; may be empty.
    pub assignee: String,
    /// By when it is to be done.
    pub due: Option<NaiveDate>,
    /// When it was done, in UTC to the minute; a comment that is no to-do is never done.
    pub done: Option<CivilTime>,
    /// Who did it; may be empty.
    pub done_by: String,
}

impl Comment {
    /// Whether something is still to be done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.is_to_do && self.done.is_none()
    }
}

impl Row for Comment {
    const KIND: RowKind = RowKind::Comment;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        visit(self.session.into());
    }

    fn check(&self) -> Result<(), RowError> {
        if self.text.trim().is_empty() { Err(RowError::NoText) } else { Ok(()) }
    }
}
