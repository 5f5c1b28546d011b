//! Who makes a virtual meeting possible: interpreters and the secretariat, at the seat of the union (C25/30-R §4.22).

use crate::model::burden::SEAT;
use crate::model::{EventFormat, EventKind, Severity};

use super::super::facts::{DAY, Entry};
use super::super::finding::Value;
use super::super::rule::{Case, Judge, Number, Report, Rule};

/// A session of an interregional meeting that lies outside the hours of those who serve it. One that is held in a room
/// somewhere has its staff there.
pub(super) const RULE: Rule = Rule {
    name: "irm-staff",
    severity: Severity::Warning,
    numbers: &[
        Number::clock("interpreters-from", 9, 0),
        Number::clock("interpreters-to", 18, 0),
        Number::clock("secretariat-from", 8, 0),
        Number::clock("secretariat-to", 19, 0),
    ],
    judge: Judge::Placed(judge),
    obstacles: None,
};

fn judge(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    let is_judged = case.event(entry).is_some_and(|event| {
        event.kind == EventKind::InterregionalMeeting && event.format == Some(EventFormat::Virtual)
    });
    if !is_judged {
        return;
    }
    let start = case.facts.local(entry.utc.0, SEAT).rem_euclid(DAY);
    let end = start + (entry.utc.1 - entry.utc.0);
    let is_interpreted = entry.languages > 1;
    let staff = [("finding-irm-interpreters", 0, is_interpreted), ("finding-irm-secretariat", 2, true)];
    for (message, number, is_needed) in staff {
        let (from, to) = (case.number(number), case.number(number + 1));
        if is_needed && (start < from || end > to) {
            let values = vec![
                ("start", Value::Clock(start)),
                ("end", Value::Clock(end.rem_euclid(DAY))),
                ("from", Value::Clock(from)),
                ("to", Value::Clock(to)),
            ];
            report.add(message, vec![entry.slot], values);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{changed, is_quiet_when_off, messages, plan, session};
    use crate::model::{Event, EventFormat, EventKind, LanguageSet, Plan, Session};

    fn meets(start: &str, mins: i32, format: EventFormat) -> Plan {
        let plan = plan([session("S1").at(start, mins)]);
        let plan = changed(plan, "E", |event: &mut Event| {
            (event.kind, event.format) = (EventKind::InterregionalMeeting, Some(format));
        });
        changed(plan, "S1", |session: &mut Session| session.languages = LanguageSet::ALL)
    }

    // Baku is three hours before Geneva.
    #[test]
    fn who_serves_a_virtual_meeting_is_at_work() {
        let told = |start, mins| messages("irm-staff", &meets(start, mins, EventFormat::Virtual));
        assert!(told("19T12:00", 9 * 60).is_empty());
        assert_eq!(told("19T11:00", 60), ["finding-irm-interpreters"]);
        assert_eq!(told("19T20:30", 60), ["finding-irm-interpreters"]);
        assert_eq!(told("20T01:00", 180), ["finding-irm-interpreters", "finding-irm-secretariat"]);
        assert!(messages("irm-staff", &meets("19T22:00", 60, EventFormat::Physical)).is_empty());
        assert!(is_quiet_when_off("irm-staff", &meets("19T22:00", 60, EventFormat::Virtual)));
    }
}
