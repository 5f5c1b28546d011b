//! A block of sittings of one body without time for coffee.

use crate::model::{Body, Session, Severity};

use super::super::finding::Value;
use super::super::rows::Slot;
use super::super::rule::{Case, Judge, Number, Report, Rule, row};
use super::super::track::Track;

const LONGEST: usize = 0;
const PAUSE: usize = 1;

pub(super) const RULE: Rule = Rule {
    name: "coffee",
    severity: Severity::Warning,
    numbers: &[Number::minutes("block-mins", 180), Number::minutes("coffee-mins", 15)],
    judge: Judge::Body(judge),
    obstacles: None,
};

fn judge(case: &Case<'_>, body: &Body, track: &Track, report: &mut Report<'_>) {
    let mut block: Option<(i32, i32, Vec<Slot<Session>>)> = None;
    let close = |block: Option<(i32, i32, Vec<Slot<Session>>)>, report: &mut Report<'_>| {
        let Some((from, to, sessions)) = block else { return };
        if to - from > case.number(LONGEST) {
            let values = vec![
                ("body", row(body.id)),
                ("length", Value::Minutes(to - from)),
                ("pause", Value::Minutes(case.number(PAUSE))),
                ("most", Value::Minutes(case.number(LONGEST))),
            ];
            report.add("finding-coffee", sessions, values);
        }
    };
    for busy in track.all().iter().filter(|busy| busy.kind.keeps_hours()) {
        match &mut block {
            Some((_, to, sessions)) if busy.start - *to < case.number(PAUSE) => {
                *to = (*to).max(busy.end);
                sessions.push(busy.slot);
            }
            _ => close(block.replace((busy.start, busy.end, vec![busy.slot])), report),
        }
    }
    close(block, report);
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{NONE, committee, is_quiet_when_off, is_reported, plan, reports, session, set};
    use crate::model::SessionKind;

    #[test]
    fn three_hours_without_a_quarter_of_an_hour() {
        let sits = |name: &str, start: &str, mins| committee(name, "COM3").at(start, mins);
        let told = |first: (&'static str, i32), second: (&'static str, i32)| {
            reports("coffee", &plan([sits("S1", first.0, first.1), sits("S2", second.0, second.1)]))
        };
        assert_eq!(told(("19T09:00", 180), ("19T12:15", 60)), NONE);
        assert_eq!(told(("19T09:00", 180), ("19T12:14", 60)), [["S1", "S2"]]);
        assert_eq!(told(("19T09:00", 90), ("19T10:30", 90)), NONE, "three hours are not too long");
        assert_eq!(told(("19T09:00", 90), ("19T10:30", 91)), [["S1", "S2"]]);
        assert_eq!(told(("19T09:00", 181), ("20T09:00", 60)), [["S1"]], "one by itself");
        let other = plan([sits("S1", "19T09:00", 180), committee("S2", "COM4").at("19T12:00", 60)]);
        assert_eq!(reports("coffee", &other), NONE, "another body");
        assert!(!is_reported("coffee", [session("S1").body("COM3").kind(SessionKind::AdHoc).at("19T09:00", 400)]));
        let long = plan([sits("S1", "19T09:00", 200)]);
        assert!(is_quiet_when_off("coffee", &long));
        assert_eq!(reports("coffee", &set(long, "coffee", None, &[("block-mins", 200)])), NONE);
    }
}
