//! Anything beside a plenary meeting or the policy statements: everybody is expected there.

use crate::model::{SessionKind, Severity};

use super::super::facts::DAY;
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Against, Case, Day, Judge, Report, Rule, is_for_all, span};
use super::super::track::{Busy, Track};
use super::super::walk::work;
use super::shared;

/// Formal meetings: nobody can be at both.
pub(super) const RULE: Rule = Rule {
    name: "beside-plenary",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Day(judge_formal, |busy| busy.kind.is_formal()),
    obstacles: Some(Against::Starts(obstacles_formal)),
};

/// Other sessions, which draw people away.
pub(super) const RULE_FOR_OTHERS: Rule = Rule {
    name: "others-beside-plenary",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Day(judge_others, |busy| draws_away(busy.kind) || is_for_all(busy.kind)),
    obstacles: Some(Against::Starts(obstacles_others)),
};

/// A break, a desk or the press may go on beside a plenary.
fn draws_away(kind: SessionKind) -> bool {
    !kind.is_formal() && !matches!(kind, SessionKind::Break | SessionKind::Service | SessionKind::Press)
}

fn judge_formal(_: &Case<'_>, day: Day<'_>, report: &mut Report<'_>) {
    judge(day, |busy| busy.kind.is_formal(), report);
}

fn judge_others(_: &Case<'_>, day: Day<'_>, report: &mut Report<'_>) {
    judge(day, |busy| draws_away(busy.kind), report);
}

fn judge(day: Day<'_>, beside: impl Fn(&Busy) -> bool, report: &mut Report<'_>) {
    let all = day.track.all();
    if !all.iter().any(|busy| is_for_all(busy.kind)) {
        return;
    }
    let others = Track::of(all.iter().copied().filter(|busy| beside(busy)));
    // How many of the others come before.
    let mut before = 0;
    for plenary in all {
        let place = before;
        before += usize::from(beside(plenary));
        if !is_for_all(plenary.kind) {
            continue;
        }
        for (other_place, other) in others.places_near(plenary.start, plenary.end) {
            if report.is_full() {
                return;
            }
            work::count();
            // Of two for all, the second is found from the side of the first.
            let is_found_here = !is_for_all(other.kind) || (other_place >= place && other.slot != plenary.slot);
            if is_found_here && other.start.max(plenary.start).div_euclid(DAY) == day.day {
                let common = span(other.start.max(plenary.start), other.end.min(plenary.end));
                report.add(
                    "finding-beside-plenary",
                    vec![other.slot, plenary.slot],
                    vec![("span", Value::Span(common))],
                );
            }
        }
    }
}

fn obstacles_formal(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    obstacles(case, moving, SessionKind::is_formal, out);
}

fn obstacles_others(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    obstacles(case, moving, draws_away, out);
}

fn obstacles(case: &Case<'_>, moving: &Moving, beside: impl Fn(SessionKind) -> bool, out: &mut Obstacles) {
    let own = moving.session.kind;
    for busy in shared::neighbours(case, moving) {
        if (is_for_all(own) && beside(busy.kind)) || (is_for_all(busy.kind) && beside(own)) {
            out.overlaps(busy.start, busy.end);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{filled, is_quiet_when_off, is_reported, of_kind, plan, reports};
    use crate::model::SessionKind;

    fn beside(rule: &str, kind: SessionKind, start: &str, mins: i32) -> bool {
        let plenary = of_kind("S1", SessionKind::Plenary, "19T09:30", 60);
        is_reported(rule, [plenary, of_kind("S2", kind, start, mins)])
    }

    #[test]
    fn formal_meetings_are_errors_others_warnings_breaks_nothing() {
        for kind in SessionKind::ALL {
            let told = |rule| beside(rule, kind, "19T10:00", 60);
            assert_eq!(told("beside-plenary"), kind.is_formal(), "{kind:?}");
            let quiet = matches!(kind, SessionKind::Break | SessionKind::Service | SessionKind::Press);
            assert_eq!(told("others-beside-plenary"), !kind.is_formal() && !quiet, "{kind:?}");
        }
    }

    #[test]
    fn touching_is_not_beside() {
        for (rule, kind) in
            [("beside-plenary", SessionKind::Committee), ("others-beside-plenary", SessionKind::Briefing)]
        {
            for (start, mins, told) in [
                ("19T09:30", 60, true),
                ("19T10:30", 60, false),
                ("19T10:29", 60, true),
                ("19T08:30", 60, false),
                ("19T08:30", 61, true),
                ("18T23:00", 660, true),
                ("18T23:00", 630, false),
            ] {
                assert_eq!(beside(rule, kind, start, mins), told, "{rule} {start} {mins}");
            }
        }
    }

    #[test]
    fn two_for_all_are_told_once_and_around_midnight_too() {
        let two = [
            of_kind("S1", SessionKind::Plenary, "19T23:00", 120),
            of_kind("S2", SessionKind::Statements, "19T22:30", 180),
            of_kind("S3", SessionKind::AdHoc, "20T00:30", 60),
        ];
        let plan = plan(two);
        assert_eq!(reports("beside-plenary", &plan), [["S1", "S2"], ["S3", "S1"], ["S3", "S2"]]);
        assert!(is_quiet_when_off("beside-plenary", &plan));
        let far = of_kind("S4", SessionKind::Committee, "19T23:00", 120).event("IRM");
        assert_eq!(reports("beside-plenary", &filled(plan, [far])).len(), 3, "a meeting of another event");
    }
}
