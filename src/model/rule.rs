//! What a planner decided about the checks: how strict a rule is, and which findings are accepted.

use std::collections::BTreeMap;

use super::{Id, Row, RowError, RowId, RowKind, RuleId, SessionId, WaiverId};

/// How bad it is when a rule is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The rule reports nothing; no finding has it.
    Off,
    /// Worth knowing.
    Hint,
    /// Somebody should look at it.
    Warning,
    /// The plan can not be carried out.
    Error,
}

impl Severity {
    /// All of them, the mildest first.
    pub const ALL: [Self; 4] = [Self::Off, Self::Hint, Self::Warning, Self::Error];
}

/// What a planner chose about one rule. Which rules there are, and which numbers they have, is known to the checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleChoice {
    /// The rule's name.
    pub id: RuleId,
    /// How bad it is; `None` for the rule's own severity.
    pub severity: Option<Severity>,
    /// Its numbers by name; those left out have the rule's own value.
    pub numbers: BTreeMap<String, i32>,
}

/// A finding that was looked at and accepted, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// Its name in the plan.
    pub id: WaiverId,
    /// The rule that found it. No reference: a plan need not hold a choice about the rule, nor the program know it.
    pub rule: RuleId,
    /// The sessions the finding concerns.
    pub sessions: Vec<SessionId>,
    /// A fingerprint of what the finding said: when that changes, the waiver does not cover it any more.
    pub facts: String,
    /// Why it is accepted.
    pub reason: String,
}

impl Row for RuleChoice {
    const KIND: RowKind = RowKind::Rule;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, _visit: &mut dyn FnMut(RowId)) {}
}

impl Row for Waiver {
    const KIND: RowKind = RowKind::Waiver;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        self.sessions.iter().for_each(|&id| visit(RowId::Session(id)));
    }

    fn check(&self) -> Result<(), RowError> {
        if self.reason.trim().is_empty() { Err(RowError::NoReason) } else { Ok(()) }
    }
}
