//! A plenary that may not be able to vote: more than half of the delegations with the right to vote must be there
//! (Convention 1992, Art. 32 No. 385).

use crate::model::{SessionKind, Severity};

use super::super::facts::Entry;
use super::super::finding::Value;
use super::super::rule::{Case, Judge, Number, Report, Rule};

pub(super) const RULE: Rule = Rule {
    name: "quorum",
    severity: Severity::Hint,
    numbers: &[Number::count("delegations", 194, (1, 1000))],
    judge: Judge::Placed(judge),
    obstacles: None,
};

fn judge(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    let Some(expected) = entry.session.expected_attendance else { return };
    let quorum = case.number(0) / 2 + 1;
    let expected = i32::try_from(expected).unwrap_or(i32::MAX);
    // No plenary has fewer people than delegations.
    if entry.session.kind == SessionKind::Plenary && expected < quorum {
        let values = vec![("expected", Value::Count(expected)), ("quorum", Value::Count(quorum))];
        report.add("finding-quorum", vec![entry.id()], values);
    }
}
