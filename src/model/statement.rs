//! Statements: the speaking list of the policy-statement segment (§5).

use super::{CivilTime, Id, Language, PersonId, Row, RowId, RowKind, SessionId, Source, StatementId};

/// One policy statement on the speaking list.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Its name in the plan.
    pub id: StatementId,
    /// Who delivers it; their rank and Member State stand there.
    pub speaker: PersonId,
    /// The statements session it is given in; `None` while it waits.
    pub session: Option<SessionId>,
    /// Where it stands in its session; smaller comes first.
    pub order: i32,
    /// How long, in seconds; at most 180 by §5, which is a rule and not a limit here.
    pub length_secs: u32,
    /// When the slot was asked for.
    pub requested: Option<CivilTime>,
    /// Whether the full text is in, for the conference website (§5).
    pub text_received: bool,
    /// The language it is given in.
    pub language: Option<Language>,
    /// Whatever else a planner wants to remember.
    pub remarks: String,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

impl Row for Statement {
    const KIND: RowKind = RowKind::Statement;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        visit(RowId::Person(self.speaker));
        self.session.into_iter().for_each(|id| visit(RowId::Session(id)));
    }
}
