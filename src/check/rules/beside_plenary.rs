//! Anything beside a plenary meeting, the policy statements, a dialogue or a ceremony: everybody is expected there.

use crate::model::{SessionKind, Severity};

use super::super::facts::DAY;
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Against, Case, Day, Judge, Report, Rule, is_for_all, span};
use super::super::track::Track;
use super::super::walk::work;
use super::shared;

/// Formal meetings: nobody can be at both.
pub(super) const RULE: Rule = Rule {
    name: "beside-plenary",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Day(judge_formal, |busy| busy.kind.is_formal() || is_for_all(busy.kind)),
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

/// What everybody should be at, and what is beside it.
type Pair = fn(SessionKind, SessionKind) -> bool;

const FORMAL: Pair = |_, beside| beside.is_formal();

/// A break, a desk or the press may go on beside a plenary. A ceremony beside a plenary is a plenary beside a ceremony.
const OTHER: Pair = |main, beside| draws_away(beside) && !(main.is_formal() && is_for_all(beside));

fn draws_away(kind: SessionKind) -> bool {
    !kind.is_formal() && !matches!(kind, SessionKind::Break | SessionKind::Service | SessionKind::Press)
}

fn judge_formal(_: &Case<'_>, day: Day<'_>, report: &mut Report<'_>) {
    judge(day, (FORMAL, SessionKind::is_formal), report);
}

fn judge_others(_: &Case<'_>, day: Day<'_>, report: &mut Report<'_>) {
    judge(day, (OTHER, draws_away), report);
}

fn judge(day: Day<'_>, (is_told, beside): (Pair, fn(SessionKind) -> bool), report: &mut Report<'_>) {
    let all = day.track.all();
    if !all.iter().any(|busy| is_for_all(busy.kind)) {
        return;
    }
    let others = Track::of(all.iter().copied().filter(|busy| beside(busy.kind)));
    // How many of the others come before.
    let mut before = 0;
    for plenary in all {
        let place = before;
        before += usize::from(beside(plenary.kind));
        if !is_for_all(plenary.kind) {
            continue;
        }
        for (other_place, other) in others.places_near(plenary.start, plenary.end) {
            if report.is_full() {
                return;
            }
            work::count();
            // Of two that are each beside the other, the second is found from the side of the first.
            let is_mutual = is_for_all(other.kind) && is_told(other.kind, plenary.kind);
            let is_found_here = !is_mutual || (other_place >= place && other.slot != plenary.slot);
            if is_found_here
                && is_told(plenary.kind, other.kind)
                && other.start.max(plenary.start).div_euclid(DAY) == day.day
            {
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
    obstacles(case, moving, FORMAL, out);
}

fn obstacles_others(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    obstacles(case, moving, OTHER, out);
}

fn obstacles(case: &Case<'_>, moving: &Moving, is_told: Pair, out: &mut Obstacles) {
    let own = moving.session.kind;
    for busy in shared::neighbours(case, moving) {
        let (main, beside) = (is_for_all(own), is_for_all(busy.kind));
        if (main && is_told(own, busy.kind)) || (beside && is_told(busy.kind, own)) {
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
            // The plenary is formal too, and beside a ceremony.
            let is_error = kind.is_formal() || kind == SessionKind::Ceremony;
            assert_eq!(told("beside-plenary"), is_error, "{kind:?}");
            let quiet = matches!(kind, SessionKind::Break | SessionKind::Service | SessionKind::Press);
            assert_eq!(told("others-beside-plenary"), !is_error && !quiet, "{kind:?}");
        }
    }

    #[test]
    fn openings_and_dialogues_are_for_everybody_too() {
        for kind in [SessionKind::Ceremony, SessionKind::Dialogue] {
            let with = |other| plan([of_kind("S1", kind, "19T09:30", 60), of_kind("S2", other, "19T10:00", 60)]);
            assert_eq!(reports("beside-plenary", &with(SessionKind::Committee)), [["S2", "S1"]], "{kind:?}");
            assert_eq!(reports("others-beside-plenary", &with(SessionKind::Network)), [["S2", "S1"]], "{kind:?}");
        }
        let two = plan(["S1", "S2"].map(|name| of_kind(name, SessionKind::Ceremony, "19T09:30", 60)));
        assert_eq!(reports("others-beside-plenary", &two), [["S2", "S1"]], "once");
        let plenary_first =
            [of_kind("S1", SessionKind::Plenary, "19T09:30", 60), of_kind("S2", SessionKind::Ceremony, "19T10:00", 60)];
        assert_eq!(reports("beside-plenary", &plan(plenary_first)), [["S1", "S2"]]);
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
