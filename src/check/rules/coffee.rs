//! A block of sittings of one body without time for coffee.

use crate::model::{Body, SessionId, Severity};

use super::super::facts::Track;
use super::super::finding::Value;
use super::super::rule::{Case, Judge, Number, Report, Rule, row};

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
    let mut block: Option<(i32, i32, Vec<SessionId>)> = None;
    let close = |block: Option<(i32, i32, Vec<SessionId>)>, report: &mut Report<'_>| {
        let Some((from, to, sessions)) = block else { return };
        if to - from > case.number(LONGEST) {
            let values = vec![
                ("body", row(body.id)),
                ("length", Value::Minutes(to - from)),
                ("pause", Value::Minutes(case.number(PAUSE))),
            ];
            report.add("finding-coffee", sessions, values);
        }
    };
    for busy in track.all().iter().filter(|busy| busy.kind.keeps_hours()) {
        match &mut block {
            Some((_, to, sessions)) if busy.start - *to < case.number(PAUSE) => {
                *to = (*to).max(busy.end);
                sessions.push(busy.id);
            }
            _ => close(block.replace((busy.start, busy.end, vec![busy.id])), report),
        }
    }
    close(block, report);
}
