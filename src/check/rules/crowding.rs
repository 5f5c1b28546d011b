//! Too much at once: formal meetings, interpreted meetings, and what a small delegation can not follow.

use crate::model::Severity;

use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Against, Case, Day, Judge, Number, Report, Rule};
use super::super::track::Busy;
use super::super::walk::crowds;

const MOST: usize = 0;

pub(super) const FORMAL: Rule = Rule {
    name: "formal-at-once",
    severity: Severity::Warning,
    numbers: &[Number::count("most-at-once", 3, (1, 50))],
    judge: Judge::Day(judge_formal, |busy| formal(busy) > 0),
    obstacles: Some(Against::Starts(obstacles_formal)),
};

pub(super) const SMALL_DELEGATION: Rule = Rule {
    name: "small-delegation",
    severity: Severity::Hint,
    numbers: &[Number::count("delegates", 1, (1, 50))],
    judge: Judge::Day(judge_small_delegation, |busy| formal(busy) > 0),
    obstacles: Some(Against::Starts(obstacles_formal)),
};

pub(super) const TEAMS: Rule = Rule {
    name: "interpreted-at-once",
    severity: Severity::Error,
    numbers: &[Number::count("teams", 2, (0, 50))],
    judge: Judge::Day(judge_teams, |busy| interpreted(busy) > 0),
    obstacles: Some(Against::Starts(obstacles_teams)),
};

fn formal(busy: &Busy) -> i32 {
    i32::from(busy.kind.is_formal())
}

fn interpreted(busy: &Busy) -> i32 {
    i32::from(busy.languages > 1)
}

/// How many teams there are: those of the plan, where it has any.
fn teams(case: &Case<'_>) -> i32 {
    if case.facts.teams.len() == 0 {
        case.number(MOST)
    } else {
        i32::try_from(case.facts.teams.len()).unwrap_or(i32::MAX)
    }
}

fn judge_formal(case: &Case<'_>, day: Day<'_>, report: &mut Report<'_>) {
    judge(case, day, (formal, case.number(MOST)), "finding-formal-at-once", report);
}

fn judge_small_delegation(case: &Case<'_>, day: Day<'_>, report: &mut Report<'_>) {
    judge(case, day, (formal, case.number(MOST)), "finding-small-delegation", report);
}

fn judge_teams(case: &Case<'_>, day: Day<'_>, report: &mut Report<'_>) {
    judge(case, day, (interpreted, teams(case)), "finding-interpreted-at-once", report);
}

fn judge(
    case: &Case<'_>,
    day: Day<'_>,
    (counts, most): (fn(&Busy) -> i32, i32),
    message: &'static str,
    report: &mut Report<'_>,
) {
    for crowd in crowds(day.track, &case.facts.sessions, most, counts) {
        if crowd.is_told_on(day.day) {
            let values = vec![
                ("span", Value::Span(crowd.span())),
                ("minutes", Value::Minutes(crowd.to - crowd.from)),
                ("peak", Value::Count(crowd.peak)),
                ("most", Value::Count(most)),
            ];
            report.add(message, crowd.sessions, values);
        }
    }
}

fn obstacles_formal(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    if moving.session.kind.is_formal() {
        obstacles(case, moving, (formal, case.number(MOST)), out);
    }
}

fn obstacles_teams(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    if moving.session.languages.len() > 1 {
        obstacles(case, moving, (interpreted, teams(case)), out);
    }
}

/// Where as many as may be meet already, one more is too many.
fn obstacles(case: &Case<'_>, moving: &Moving, (counts, most): (fn(&Busy) -> i32, i32), out: &mut Obstacles) {
    let (from, to) = moving.reach();
    for track in case.facts.days_of(moving.event, from, to) {
        let staying = |busy: &Busy| if moving.stays(busy.slot) { counts(busy) } else { 0 };
        for full in crowds(track, &case.facts.sessions, most - 1, staying) {
            out.overlaps(full.from, full.to);
        }
    }
    if most == 0 {
        out.starts(from, to);
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{
        NONE, committee, filled, fixture, is_quiet_when_off, is_reported, of_kind, plan, reports, set,
    };
    use crate::model::{Plan, SessionKind};

    /// So many committees at once, each of another body.
    fn at_once(count: usize, languages: usize) -> Plan {
        let bodies = ["COM1", "COM2", "COM3", "COM4", "COM5"];
        let drafts = bodies.into_iter().take(count).enumerate();
        let sessions =
            drafts.map(|(at, body)| committee(&format!("S{at}"), body).at("19T10:00", 60).languages(languages));
        filled(fixture(), sessions)
    }

    #[test]
    fn each_has_its_number() {
        for (rule, most, languages) in
            [("formal-at-once", 3, 1), ("small-delegation", 1, 1), ("interpreted-at-once", 2, 6)]
        {
            assert_eq!(reports(rule, &at_once(most, languages)), NONE, "{rule}");
            let told = reports(rule, &at_once(most + 1, languages));
            assert_eq!(told, [(0..=most).map(|at| format!("S{at}")).collect::<Vec<_>>()], "{rule}");
            let name = match rule {
                "small-delegation" => "delegates",
                "interpreted-at-once" => "teams",
                _ => "most-at-once",
            };
            let more = i32::try_from(most).unwrap() + 1;
            assert_eq!(reports(rule, &set(at_once(most + 1, languages), rule, None, &[(name, more)])), NONE, "{rule}");
            assert!(is_quiet_when_off(rule, &at_once(most + 1, languages)));
        }
        assert_eq!(reports("interpreted-at-once", &at_once(5, 1)), NONE, "one language needs no team");
        let none = set(at_once(1, 6), "interpreted-at-once", None, &[("teams", 0)]);
        assert_eq!(reports("interpreted-at-once", &none), [["S0"]]);
    }

    #[test]
    fn touching_is_not_at_once_and_one_stretch_is_told_once() {
        let formal = |name, start, mins| of_kind(name, SessionKind::AdHoc, start, mins);
        for (start, told) in [("19T10:59", true), ("19T11:00", false)] {
            let sessions = [formal("S1", "19T10:00", 60), formal("S2", start, 60)];
            assert_eq!(is_reported("small-delegation", sessions), told, "{start}");
        }
        // S2 and S3 follow each other beside S1, with no minute in which S1 is alone.
        let sessions = [formal("S1", "19T10:00", 120), formal("S2", "19T10:00", 60), formal("S3", "19T11:00", 60)];
        assert_eq!(reports("small-delegation", &plan(sessions)), [["S1", "S2", "S3"]]);
        let pause = [formal("S1", "19T10:00", 120), formal("S2", "19T10:00", 59), formal("S3", "19T11:00", 60)];
        assert_eq!(reports("small-delegation", &plan(pause)), [vec!["S1", "S2"], vec!["S1", "S3"]]);
    }

    #[test]
    fn around_midnight_all_are_named() {
        let formal = |name, start, mins| of_kind(name, SessionKind::AdHoc, start, mins);
        let both = [formal("S1", "19T23:00", 180), formal("S2", "19T23:30", 90)];
        assert_eq!(reports("small-delegation", &plan(both.clone())), [["S1", "S2"]]);
        // It joins after midnight a crowd that began before.
        let all = plan([both[0].clone(), both[1].clone(), formal("S3", "20T00:50", 70)]);
        assert_eq!(reports("small-delegation", &all), [vec!["S1", "S2", "S3"], vec!["S1", "S2"]]);
    }
}
