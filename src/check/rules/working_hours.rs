//! Sittings outside the hours of sittings, 09:30–12:30 and 14:30–17:30 in the time management plans of the Council and at
//! the High-Level Segment; meetings without interpretation, such as the Steering Committee, may sit in the late afternoon.

use crate::model::{Session, Severity};

use super::super::facts::{DAY, Entry};
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Case, Judge, Number, Report, Rule};
use super::shared;

const FROM: usize = 0;
const TO: usize = 1;
const LATE_TO: usize = 2;

pub(super) const RULE: Rule = Rule {
    name: "working-hours",
    severity: Severity::Warning,
    numbers: &[
        Number::clock("sittings-from", 9, 30),
        Number::clock("sittings-to", 17, 30),
        Number::clock("late-to", 18, 30),
    ],
    judge: Judge::Placed(judge),
    obstacles: Some(obstacles),
};

fn hours(case: &Case<'_>, session: &Session) -> Option<(i32, i32)> {
    let late = session.languages.len() < 2;
    session.kind.keeps_hours().then(|| (case.number(FROM), case.number(if late { LATE_TO } else { TO })))
}

fn judge(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    let Some((from, to)) = hours(case, &entry.session) else { return };
    let start = entry.span.start.minute_of_day();
    if start < from || start + entry.span.mins() > to {
        let values = vec![("from", Value::Clock(from)), ("to", Value::Clock(to))];
        report.add("finding-working-hours", vec![entry.id()], values);
    }
}

fn obstacles(case: &Case<'_>, moving: &Moving<'_>, out: &mut Obstacles) {
    let Some((from, to)) = hours(case, moving.session) else { return };
    for day in shared::days(moving) {
        let (opens, last_start) = (day * DAY + from, day * DAY + to - moving.length_mins);
        if last_start < opens {
            out.starts(day * DAY, (day + 1) * DAY);
        } else {
            out.starts(day * DAY, opens);
            out.starts(last_start + 1, (day + 1) * DAY);
        }
    }
}
