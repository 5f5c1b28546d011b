//! Too much at once: formal meetings, interpreted meetings, and what a small delegation can not follow.

use crate::model::Severity;

use super::super::facts::{Busy, DAY};
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Case, Day, Judge, Number, Report, Rule, crowds};

const MOST: usize = 0;

pub(super) const FORMAL: Rule = Rule {
    name: "formal-at-once",
    severity: Severity::Warning,
    numbers: &[Number::count("most-at-once", 3, (1, 50))],
    judge: Judge::Day(judge_formal),
    obstacles: Some(obstacles_formal),
};

pub(super) const SMALL_DELEGATION: Rule = Rule {
    name: "small-delegation",
    severity: Severity::Hint,
    numbers: &[Number::count("delegates", 1, (1, 50))],
    judge: Judge::Day(judge_small_delegation),
    obstacles: Some(obstacles_formal),
};

pub(super) const TEAMS: Rule = Rule {
    name: "interpreted-at-once",
    severity: Severity::Error,
    numbers: &[Number::count("teams", 2, (0, 50))],
    judge: Judge::Day(judge_teams),
    obstacles: Some(obstacles_teams),
};

fn formal(busy: &Busy) -> i32 {
    i32::from(busy.kind.is_formal())
}

fn interpreted(busy: &Busy) -> i32 {
    i32::from(busy.languages > 1)
}

fn judge_formal(case: &Case<'_>, day: Day<'_>, report: &mut Report<'_>) {
    judge(case, day, formal, "finding-formal-at-once", report);
}

fn judge_small_delegation(case: &Case<'_>, day: Day<'_>, report: &mut Report<'_>) {
    judge(case, day, formal, "finding-small-delegation", report);
}

fn judge_teams(case: &Case<'_>, day: Day<'_>, report: &mut Report<'_>) {
    judge(case, day, interpreted, "finding-interpreted-at-once", report);
}

fn judge(case: &Case<'_>, day: Day<'_>, counts: fn(&Busy) -> i32, message: &'static str, report: &mut Report<'_>) {
    let most = case.number(MOST);
    for crowd in crowds(day.track, most, counts) {
        // A crowd around midnight is told on the day on which it begins.
        if crowd.from.div_euclid(DAY) == day.day {
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

fn obstacles_formal(case: &Case<'_>, moving: &Moving<'_>, out: &mut Obstacles) {
    if moving.session.kind.is_formal() {
        obstacles(case, moving, formal, out);
    }
}

fn obstacles_teams(case: &Case<'_>, moving: &Moving<'_>, out: &mut Obstacles) {
    if moving.session.languages.len() > 1 {
        obstacles(case, moving, interpreted, out);
    }
}

/// Where as many as may be meet already, one more is too many.
fn obstacles(case: &Case<'_>, moving: &Moving<'_>, counts: fn(&Busy) -> i32, out: &mut Obstacles) {
    let (from, to) = moving.reach();
    for track in case.facts.days_of(moving.event(), from, to) {
        let staying = |busy: &Busy| if moving.stays(busy.id) { counts(busy) } else { 0 };
        for full in crowds(track, case.number(MOST) - 1, staying) {
            out.overlaps(full.from, full.to);
        }
    }
    if case.number(MOST) == 0 {
        out.starts(from, to);
    }
}
