//! More interpreters at once than there are: two in a booth, three where the booth works both ways (Arabic and Chinese),
//! which makes fourteen for six languages (WTPF-09; AIIC Canada).

use crate::model::{Language, Severity};

use super::super::facts::{Busy, DAY};
use super::super::finding::Value;
use super::super::rule::{Case, Day, Judge, Number, Report, Rule, crowds};

pub(super) const RULE: Rule = Rule {
    name: "interpreters",
    severity: Severity::Hint,
    numbers: &[Number::count("interpreters", 28, (0, 1000))],
    judge: Judge::Day(judge),
    obstacles: None,
};

fn needed(case: &Case<'_>, busy: &Busy) -> i32 {
    if busy.languages < 2 {
        return 0;
    }
    let languages = case.entry(busy.id).map(|entry| entry.session.languages).unwrap_or_default();
    languages.iter().map(|language| if matches!(language, Language::Arabic | Language::Chinese) { 3 } else { 2 }).sum()
}

fn judge(case: &Case<'_>, day: Day<'_>, report: &mut Report<'_>) {
    let most = case.number(0);
    for crowd in crowds(day.track, most, |busy| needed(case, busy)) {
        if crowd.from.div_euclid(DAY) == day.day {
            let values = vec![
                ("span", Value::Span(crowd.span())),
                ("peak", Value::Count(crowd.peak)),
                ("most", Value::Count(most)),
            ];
            report.add("finding-interpreters", crowd.sessions, values);
        }
    }
}
