//! More interpreters at once than there are: two in a booth, three where the booth works both ways (Arabic and Chinese),
//! which makes fourteen for six languages (WTPF-09; AIIC Canada).

use crate::model::{Language, Severity};

use super::super::finding::Value;
use super::super::rule::{Case, Day, Judge, Number, Report, Rule};
use super::super::track::Busy;
use super::super::walk::crowds;

pub(super) const RULE: Rule = Rule {
    name: "interpreters",
    severity: Severity::Hint,
    numbers: &[Number::count("interpreters", 28, (0, 1000))],
    judge: Judge::Day(judge, |busy| busy.languages > 1),
    obstacles: None,
};

fn needed(case: &Case<'_>, busy: &Busy) -> i32 {
    if busy.languages < 2 {
        return 0;
    }
    let languages = case.entry(busy.slot).map(|entry| entry.session.languages).unwrap_or_default();
    languages.iter().map(|language| if matches!(language, Language::Arabic | Language::Chinese) { 3 } else { 2 }).sum()
}

fn judge(case: &Case<'_>, day: Day<'_>, report: &mut Report<'_>) {
    let most = case.number(0);
    for crowd in crowds(day.track, &case.facts.sessions, most, |busy| needed(case, busy)) {
        if crowd.is_told_on(day.day) {
            let values = vec![
                ("span", Value::Span(crowd.span())),
                ("peak", Value::Count(crowd.peak)),
                ("most", Value::Count(most)),
            ];
            report.add("finding-interpreters", crowd.sessions, values);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Value;
    use crate::check::tests::{NONE, committee, findings, is_quiet_when_off, plan, reports, set};

    #[test]
    fn six_languages_take_fourteen() {
        let sits = |name, count| committee(name, "COM3").at("19T10:00", 60).languages(count);
        let two = || plan([sits("S1", 6), sits("S2", 6)]);
        assert_eq!(reports("interpreters", &two()), NONE, "28");
        let limit = |most| set(two(), "interpreters", None, &[("interpreters", most)]);
        assert_eq!(reports("interpreters", &limit(27)), [["S1", "S2"]]);
        assert_eq!(reports("interpreters", &plan([sits("S1", 6), sits("S2", 6), sits("S3", 1)])), NONE, "one language");
        let three = plan([sits("S1", 6), sits("S2", 6), sits("S3", 2)]);
        assert_eq!(reports("interpreters", &three), [["S1", "S2", "S3"]]);
        assert_eq!(findings("interpreters", &three)[0].values[1], ("peak", Value::Count(32)));
        assert!(is_quiet_when_off("interpreters", &three));
        let touching = [sits("S1", 6), sits("S2", 6), sits("S3", 2).at("19T11:00", 60)];
        assert_eq!(reports("interpreters", &plan(touching)), NONE);
    }

    #[test]
    fn who_joins_after_midnight_is_named() {
        let sits = |name, start, mins| committee(name, "COM3").at(start, mins).languages(6);
        let drafts = [sits("S1", "19T23:00", 180), sits("S2", "19T23:00", 180), sits("S3", "20T00:30", 30)];
        assert_eq!(reports("interpreters", &plan(drafts)), [["S1", "S2", "S3"]]);
    }
}
