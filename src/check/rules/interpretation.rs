//! How much the interpretation teams of an event can carry: sittings a day and a week, their length, the evening.
//!
//! The exact clause of the CEB–AIIC agreement was not at hand; the numbers are those in use (APIC: two sessions a day with
//! at least an hour and a half between them; three hours at most; about seven sessions a week) and can all be set.

use crate::model::{SessionId, Severity};

use super::super::facts::{Busy, DAY, Entry, Track};
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Case, Day, Judge, Number, Report, Rule, Week};
use super::shared;

const TEAMS: Number = Number::count("teams", 2, (0, 50));

/// One interpreted session that is too long by itself.
pub(super) const LENGTH: Rule = Rule {
    name: "interpreted-length",
    severity: Severity::Warning,
    numbers: &[Number::minutes("longest-mins", 180)],
    judge: Judge::Placed(judge_length),
    obstacles: Some(obstacles_length),
};

fn judge_length(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    let (length, most) = (entry.span.mins(), case.number(0));
    if entry.session.languages.len() > 1 && length > most {
        let values = vec![("length", Value::Minutes(length)), ("most", Value::Minutes(most))];
        report.add("finding-interpreted-length", vec![entry.id()], values);
    }
}

fn obstacles_length(case: &Case<'_>, moving: &Moving<'_>, out: &mut Obstacles) {
    if moving.session.languages.len() > 1 && moving.length_mins > case.number(0) {
        let (from, to) = moving.reach();
        out.starts(from, to);
    }
}

/// Interpretation in the evening, for which the day's teams are not there.
pub(super) const EVENING: Rule = Rule {
    name: "interpreted-evening",
    severity: Severity::Warning,
    numbers: &[Number::clock("evening-from", 18, 30), Number::count("evening-teams", 0, (0, 50))],
    judge: Judge::Placed(judge_evening),
    obstacles: Some(obstacles_evening),
};

fn judge_evening(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    if entry.session.languages.len() < 2 || case.number(1) > 0 {
        return;
    }
    let (start, end) = (entry.span.start.minutes(), entry.span.end.minutes());
    let late = (start.div_euclid(DAY)..=(end - 1).div_euclid(DAY))
        .any(|day| end > day * DAY + case.number(0) && start < (day + 1) * DAY);
    if late {
        report.add("finding-interpreted-evening", vec![entry.id()], vec![("from", Value::Clock(case.number(0)))]);
    }
}

fn obstacles_evening(case: &Case<'_>, moving: &Moving<'_>, out: &mut Obstacles) {
    if moving.session.languages.len() > 1 && case.number(1) == 0 && case.number(0) < DAY {
        for day in shared::days(moving) {
            out.overlaps(day * DAY + case.number(0), (day + 1) * DAY);
        }
    }
}

const LONGEST: usize = 1;
const PAUSE: usize = 2;
const SITTINGS: usize = 3;

/// More than the teams can carry on one day.
pub(super) const TEAM_DAY: Rule = Rule {
    name: "team-day",
    severity: Severity::Warning,
    numbers: &[
        TEAMS,
        Number::minutes("longest-mins", 180),
        Number::minutes("sitting-pause-mins", 90),
        Number::count("sittings-a-day", 2, (1, 10)),
    ],
    judge: Judge::Day(judge_day),
    obstacles: None,
};

/// More than the teams can carry in one week.
pub(super) const TEAM_WEEK: Rule = Rule {
    name: "team-week",
    severity: Severity::Hint,
    numbers: &[
        TEAMS,
        Number::minutes("longest-mins", 180),
        Number::minutes("sitting-pause-mins", 90),
        Number::count("sittings-a-week", 7, (1, 50)),
    ],
    judge: Judge::Week(judge_week),
    obstacles: None,
};

/// What one team does on one day: sessions with less than a pause between them are one sitting.
#[derive(Default)]
struct Team {
    sessions: Vec<SessionId>,
    sittings: usize,
    sitting_from: i32,
    free_from: i32,
}

/// Gives the interpreted sessions of a day to teams, each to the one that goes on sitting, else to the one with the
/// fewest sittings; sessions that no team is free for are left out.
fn shared_out(track: &Track, day: i32, numbers: &[i32]) -> Vec<Team> {
    let (teams, longest, pause) = (numbers[0], numbers[LONGEST], numbers[PAUSE]);
    let mut teams: Vec<Team> = (0..teams).map(|_| Team::default()).collect();
    let begins = |busy: &&Busy| busy.languages > 1 && busy.start.div_euclid(DAY) == day;
    for busy in track.all().iter().filter(begins) {
        let goes_on = |team: &Team| {
            team.sittings > 0
                && team.free_from <= busy.start
                && busy.start - team.free_from < pause
                && busy.end - team.sitting_from <= longest
        };
        let chosen = teams.iter().position(goes_on).or_else(|| {
            let free = (0..teams.len()).filter(|&at| teams[at].free_from <= busy.start || teams[at].sittings == 0);
            free.min_by_key(|&at| {
                let rested = busy.start - teams[at].free_from >= pause || teams[at].sittings == 0;
                (teams[at].sittings, !rested)
            })
        });
        let Some(team) = chosen.map(|at| &mut teams[at]) else { continue };
        if !goes_on(team) {
            team.sittings += 1;
            team.sitting_from = busy.start;
        }
        team.free_from = busy.end;
        team.sessions.push(busy.id);
    }
    teams
}

fn judge_day(case: &Case<'_>, day: Day<'_>, report: &mut Report<'_>) {
    let most = case.number(SITTINGS);
    for team in shared_out(day.track, day.day, case.numbers) {
        if i32::try_from(team.sittings).unwrap_or(i32::MAX) > most {
            let values = vec![
                ("day", Value::Day(shared::date(day.day))),
                ("sittings", Value::Count(i32::try_from(team.sittings).unwrap_or(i32::MAX))),
                ("most", Value::Count(most)),
                ("teams", Value::Count(case.number(0))),
            ];
            report.add("finding-team-day", team.sessions, values);
        }
    }
}

fn judge_week(case: &Case<'_>, week: Week<'_>, report: &mut Report<'_>) {
    let (mut sittings, mut sessions) = (0, Vec::new());
    for (day, track) in (week.monday..).zip(week.days) {
        for team in track.into_iter().flat_map(|track| shared_out(track, day, case.numbers)) {
            sittings += i32::try_from(team.sittings).unwrap_or(i32::MAX);
            sessions.extend(team.sessions);
        }
    }
    let most = case.number(SITTINGS).saturating_mul(case.number(0));
    if sittings > most {
        let values = vec![
            ("event", Value::Row(week.event.into())),
            ("day", Value::Day(shared::date(week.monday))),
            ("sittings", Value::Count(sittings)),
            ("most", Value::Count(most)),
            ("teams", Value::Count(case.number(0))),
        ];
        sessions.sort_unstable();
        report.add("finding-team-week", sessions, values);
    }
}
