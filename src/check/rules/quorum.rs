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
    if entry.kind != SessionKind::Plenary {
        return;
    }
    let Some(expected) = entry.expected else { return };
    let quorum = case.number(0) / 2 + 1;
    let expected = i32::try_from(expected).unwrap_or(i32::MAX);
    // No plenary has fewer people than delegations.
    if expected < quorum {
        let values = vec![("expected", Value::Count(expected)), ("quorum", Value::Count(quorum))];
        report.add("finding-quorum", vec![entry.slot], values);
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{NONE, committee, is_quiet_when_off, is_reported, of_kind, plan, reports, set};
    use crate::model::SessionKind;

    #[test]
    fn more_than_half_of_the_delegations() {
        let plenary = |expected| plan([of_kind("S1", SessionKind::Plenary, "19T10:00", 60).expected(expected)]);
        assert_eq!(reports("quorum", &plenary(98)), NONE);
        assert_eq!(reports("quorum", &plenary(97)), [["S1"]]);
        let odd = |expected| set(plenary(expected), "quorum", None, &[("delegations", 195)]);
        assert_eq!((reports("quorum", &odd(98)).len(), reports("quorum", &odd(97)).len()), (0, 1));
        assert!(!is_reported("quorum", [committee("S1", "COM3").at("19T10:00", 60).expected(5)]));
        assert!(!is_reported("quorum", [of_kind("S1", SessionKind::Plenary, "19T10:00", 60)]), "nobody knows");
        assert!(is_quiet_when_off("quorum", &plenary(5)));
    }
}
