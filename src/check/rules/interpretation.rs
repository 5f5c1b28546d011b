//! How much the interpretation teams of an event can carry: sittings a day and a week, their length, the evening. Where the
//! plan has teams, each is judged by what it is given (`teams`); else the sessions are shared out among so many as a plan says.
//!
//! The exact clause of the CEB–AIIC agreement was not at hand; the numbers are those in use (APIC: two sessions a day with
//! at least an hour and a half between them; three hours at most; about seven sessions a week) and can all be set.

use crate::model::{Session, Severity};

use super::super::facts::{DAY, Entry};
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rows::Slot;
use super::super::rule::{Against, Case, Day, Judge, Number, Report, Rule, Week, row};
use super::super::track::{Busy, Track};
use super::{shared, teams};

const TEAMS: Number = Number::count("teams", 2, (0, 50));

/// One interpreted session that is too long by itself.
pub(super) const LENGTH: Rule = Rule {
    name: "interpreted-length",
    severity: Severity::Warning,
    numbers: &[Number::minutes("longest-mins", 180)],
    judge: Judge::Placed(judge_length),
    obstacles: Some(Against::Starts(obstacles_length)),
};

fn judge_length(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    let (length, most) = (entry.span.mins(), case.number(0));
    if entry.languages > 1 && length > most {
        let values = vec![("length", Value::Minutes(length)), ("most", Value::Minutes(most))];
        report.add("finding-interpreted-length", vec![entry.slot], values);
    }
}

fn obstacles_length(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
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
    obstacles: Some(Against::Starts(obstacles_evening)),
};

fn judge_evening(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    if entry.languages < 2 || case.number(1) > 0 || case.number(0) >= DAY || teams::are_known(case) {
        return;
    }
    let (start, end) = (entry.span.start.minutes(), entry.span.end.minutes());
    let late = (start.div_euclid(DAY)..=(end - 1).div_euclid(DAY))
        .any(|day| end > day * DAY + case.number(0) && start < (day + 1) * DAY);
    if late {
        report.add("finding-interpreted-evening", vec![entry.slot], vec![("from", Value::Clock(case.number(0)))]);
    }
}

fn obstacles_evening(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    if moving.session.languages.len() > 1 && case.number(1) == 0 && case.number(0) < DAY && !teams::are_known(case) {
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
    judge: Judge::Day(judge_day, |busy| busy.languages > 1),
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
    judge: Judge::Week(judge_week, |busy| busy.languages > 1),
    obstacles: None,
};

/// What one team does on one day: sessions with less than a pause between them are one sitting.
#[derive(Default)]
struct Team {
    sessions: Vec<Slot<Session>>,
    sittings: usize,
    sitting_from: i32,
    free_from: i32,
    /// Pairs of sessions in two sittings with less than a pause between, and how much there is.
    short_pauses: Vec<([Slot<Session>; 2], i32)>,
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
            if let Some(&last) = team.sessions.last().filter(|_| busy.start - team.free_from < pause) {
                team.short_pauses.push(([last, busy.slot], busy.start - team.free_from));
            }
            team.sittings += 1;
            team.sitting_from = busy.start;
        }
        team.free_from = busy.end;
        team.sessions.push(busy.slot);
    }
    teams
}

fn judge_day(case: &Case<'_>, day: Day<'_>, report: &mut Report<'_>) {
    let most = case.number(SITTINGS);
    if teams::are_known(case) {
        return teams::judge_day(case, day, (case.number(LONGEST), case.number(PAUSE), most), report);
    }
    for team in shared_out(day.track, day.day, case.numbers) {
        for (sessions, pause) in &team.short_pauses {
            let values = vec![
                ("day", Value::Day(shared::date(day.day))),
                ("pause", Value::Minutes(*pause)),
                ("least", Value::Minutes(case.number(PAUSE))),
            ];
            report.add("finding-team-day-pause", sessions.to_vec(), values);
        }
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
    if teams::are_known(case) {
        return teams::judge_week(case, week, case.number(SITTINGS), report);
    }
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
            ("event", row(case.facts.events.id(week.event))),
            ("day", Value::Day(shared::date(week.monday))),
            ("sittings", Value::Count(sittings)),
            ("most", Value::Count(most)),
            ("teams", Value::Count(case.number(0))),
        ];
        sessions.sort_unstable_by(|&one, &other| case.facts.sessions.by_id(one, other));
        report.add("finding-team-week", sessions, values);
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{
        Draft, NONE, committee, filled, fixture, is_quiet_when_off, is_reported, plan, reports, set,
    };
    use crate::model::Severity;

    fn sits(name: &str, start: &str, mins: i32) -> Draft {
        committee(name, "COM3").at(start, mins).languages(6)
    }

    #[test]
    fn three_hours_are_the_longest() {
        for (mins, languages, told) in [(180, 6, false), (181, 6, true), (181, 2, true), (181, 1, false)] {
            let session = sits("S1", "19T09:30", mins).languages(languages);
            assert_eq!(is_reported("interpreted-length", [session]), told, "{mins} {languages}");
        }
        let long = plan([sits("S1", "19T09:30", 240)]);
        assert!(is_quiet_when_off("interpreted-length", &long));
        assert_eq!(
            reports("interpreted-length", &set(long, "interpreted-length", None, &[("longest-mins", 240)])),
            NONE
        );
    }

    #[test]
    fn the_evening_begins_at_half_past_six() {
        for (start, mins, told) in [
            ("19T17:30", 60, false),
            ("19T17:30", 61, true),
            ("19T23:00", 60, true),
            ("20T00:00", 60, false),
            ("19T18:30", 1, true),
            ("19T00:00", 1440, true),
        ] {
            assert_eq!(is_reported("interpreted-evening", [sits("S1", start, mins)]), told, "{start} {mins}");
            assert!(!is_reported("interpreted-evening", [sits("S1", start, mins).languages(1)]));
        }
        let late = || plan([sits("S1", "19T22:00", 180)]);
        let with_numbers = |numbers| reports("interpreted-evening", &set(late(), "interpreted-evening", None, numbers));
        assert_eq!(with_numbers(&[("evening-teams", 1)]), NONE);
        assert_eq!(with_numbers(&[("evening-from", 1440)]), NONE, "no evening, though it crosses midnight");
        assert_eq!(with_numbers(&[("evening-from", 1439)]), [["S1"]]);
    }

    /// Five sessions, of which a team of two has at most two each.
    fn five(pause: bool) -> [Draft; 5] {
        let third = if pause { "19T11:15" } else { "19T10:45" };
        [
            sits("S1", "19T08:00", 75),
            sits("S2", "19T08:00", 75),
            sits("S3", third, 75),
            sits("S4", third, 75),
            sits("S5", "19T16:00", 75),
        ]
    }

    #[test]
    fn two_sittings_a_day_and_team() {
        // Without the pause they are one sitting, from 8:00 to 12:00, but longer than three hours: so two all the same.
        assert_eq!(reports("team-day", &plan(five(true))), [["S1", "S3", "S5"]]);
        let [one, two, three, four, _] = five(true);
        assert_eq!(reports("team-day", &plan([one, two, three, four])), NONE);
        let numbers = |numbers| reports("team-day", &set(plan(five(true)), "team-day", None, numbers));
        assert_eq!(numbers(&[("teams", 3)]), NONE);
        assert_eq!(numbers(&[("sittings-a-day", 3)]), NONE);
        assert_eq!(numbers(&[("sitting-pause-mins", 1440), ("longest-mins", 600)]), NONE, "all are one sitting");
        assert!(is_quiet_when_off("team-day", &plan(five(true))));
        let short = [
            sits("S1", "19T09:30", 75),
            sits("S2", "19T11:15", 75),
            sits("S3", "19T14:30", 75),
            sits("S4", "19T16:15", 75),
        ];
        let one_team = set(plan(short), "team-day", None, &[("teams", 1)]);
        assert_eq!(reports("team-day", &one_team), NONE, "a morning and an afternoon, each with coffee");
    }

    #[test]
    fn a_pause_short_by_a_minute_is_none() {
        let day = |third: &str| {
            let drafts = [sits("S1", "19T08:00", 30), sits("S2", third, 30), sits("S3", "19T15:00", 60)];
            reports("team-day", &set(plan(drafts), "team-day", None, &[("teams", 1)]))
        };
        assert_eq!(day("19T09:59"), NONE, "one sitting of two sessions, then another");
        assert_eq!(day("19T10:00"), [["S1", "S2", "S3"]]);
    }

    #[test]
    fn seven_sittings_a_week_and_team() {
        let days = ["17", "18", "19", "20"];
        let start = |day: &str, hour: &str| format!("{day}T{hour}:00");
        let week = |count: usize| {
            let slots = days.iter().flat_map(|day| [start(day, "09"), start(day, "15")]).take(count);
            let drafts = slots.enumerate().map(|(at, start)| sits(&format!("S{at}"), &start, 60));
            set(filled(fixture(), drafts), "team-week", None, &[("teams", 1)])
        };
        assert_eq!(reports("team-week", &week(7)), NONE);
        assert_eq!(reports("team-week", &week(8)).len(), 1);
        assert_eq!(reports("team-week", &week(8))[0].len(), 8);
        let next_week = filled(week(7), [sits("S9", "24T09:00", 60)]);
        assert_eq!(reports("team-week", &next_week), NONE, "Monday begins another week");
        let sunday = filled(week(7), [sits("S9", "23T22:00", 180)]);
        assert_eq!(reports("team-week", &sunday).len(), 1, "counted where it begins, once");
        assert!(
            is_quiet_when_off("team-week", &week(8))
                || reports("team-week", &set(week(8), "team-week", Some(Severity::Off), &[])).is_empty()
        );
    }
}
