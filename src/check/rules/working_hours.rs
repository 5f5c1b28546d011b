//! Sittings outside the hours of sittings, 09:30–12:30 and 14:30–17:30 in the time management plans of the Council and at
//! the High-Level Segment; meetings without interpretation, such as the Steering Committee, may sit in the late afternoon.

use crate::model::{Session, Severity};

use super::super::facts::{DAY, Entry};
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Against, Case, Judge, Number, Report, Rule};
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
    obstacles: Some(Against::Starts(obstacles)),
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
        report.add("finding-working-hours", vec![entry.slot], values);
    }
}

fn obstacles(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    let Some((from, to)) = hours(case, &moving.session) else { return };
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

#[cfg(test)]
mod tests {
    use crate::check::tests::{NONE, committee, is_quiet_when_off, is_reported, of_kind, plan, reports, set};
    use crate::model::SessionKind;

    #[test]
    fn half_past_nine_to_half_past_five() {
        for (start, mins, languages, told) in [
            ("19T09:30", 180, 6, false),
            ("19T09:29", 60, 6, true),
            ("19T16:30", 60, 6, false),
            ("19T16:30", 61, 6, true),
            ("19T16:30", 61, 1, false),
            ("19T17:30", 60, 1, false),
            ("19T17:30", 61, 1, true),
            ("19T17:30", 61, 0, true),
            ("19T23:30", 60, 6, true),
        ] {
            let session = committee("S1", "COM3").at(start, mins).languages(languages);
            assert_eq!(is_reported("working-hours", [session]), told, "{start} {mins} {languages}");
        }
        let early = plan([committee("S1", "COM3").at("19T09:00", 60)]);
        assert!(is_quiet_when_off("working-hours", &early));
        assert_eq!(reports("working-hours", &set(early, "working-hours", None, &[("sittings-from", 540)])), NONE);
    }

    #[test]
    fn only_sittings_keep_hours() {
        for kind in SessionKind::ALL {
            let told = is_reported("working-hours", [of_kind("S1", kind, "19T07:00", 60)]);
            assert_eq!(told, kind.keeps_hours(), "{kind:?}");
        }
    }
}
