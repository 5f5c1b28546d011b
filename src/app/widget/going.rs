//! Where a finding leads: what a click on it selects and brings into sight.

use std::sync::Arc;

use crate::app::action::Action;
use crate::app::selection::Selection;
use crate::check::{Finding, SETTINGS, Value};

/// What selects all that a finding is about, and brings its first session into sight.
#[must_use]
pub fn going(finding: &Finding) -> Vec<Action> {
    if finding.rule == SETTINGS {
        let rule = finding.values.iter().find_map(|(name, value)| match value {
            Value::Word(word) if *name == "rule" => Some(*word),
            _ => None,
        });
        return vec![Action::ShowRule(rule.unwrap_or_default())];
    }
    if let Some(&first) = finding.sessions.first() {
        let sessions = Arc::new(finding.sessions.iter().copied().collect());
        let selection = Selection { sessions, focus: Some(first.into()) };
        return vec![Action::Reveal(first.into()), Action::Select(selection)];
    }
    finding.rows().next().map(Action::Reveal).into_iter().collect()
}
