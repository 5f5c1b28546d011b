//! Teams of interpreters as they are given to sessions: each is judged by itself, with its own sittings.
//!
//! A sitting is one team in one part of a day (`model::roster`, which the roster on screen reads too). The numbers of a day and
//! a week stand with the rules that share sessions out where nobody has said which team takes them.

use std::collections::BTreeMap;

use crate::model::roster::{Breach, Limits, Served, nights, on_day, sittings_on, turn};
use crate::model::{Session, Severity, Team, TeamId};

use super::super::facts::{DAY, Entry};
use super::super::finding::Value;
use super::super::rows::Slot;
use super::super::rule::{Case, Day, Judge, Number, Report, Rule, Week, row};
use super::super::track::Track;
use super::super::walk::pairs;
use super::shared;

/// Whether the plan says which teams there are.
pub(super) fn are_known(case: &Case<'_>) -> bool {
    case.facts.teams.len() > 0
}

/// An interpreted session without a team, in an event in whose time teams are there.
pub(super) const MISSING: Rule = Rule {
    name: "team-missing",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Placed(judge_missing),
    obstacles: None,
};

fn judge_missing(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    if entry.languages < 2 || !entry.session.teams.is_empty() || !are_known(case) {
        return;
    }
    let Some(event) = case.event(entry) else { return };
    let (first, last) = event.dates.first_and_last();
    let is_there = |team: &Team| team.from.is_none_or(|from| from <= last) && team.until.is_none_or(|day| first <= day);
    if case.facts.teams.iter().any(|(_, team)| is_there(team)) {
        report.add("finding-team-missing", vec![entry.slot], vec![("span", Value::Span(entry.span))]);
    }
}

/// A team in two sessions at once.
pub(super) const AT_ONCE: Rule = Rule {
    name: "team-at-once",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Team(judge_at_once),
    obstacles: None,
};

fn judge_at_once(case: &Case<'_>, team: &Team, track: &Track, report: &mut Report<'_>) {
    pairs(track, report, |first, second, report| {
        if let Some(common) = shared::common(case, first.slot, second.slot) {
            let values = vec![("team", row(team.id)), ("span", Value::Span(common))];
            report.add("finding-team-at-once", vec![first.slot, second.slot], values);
        }
    });
}

/// A team that is not there on the day.
pub(super) const AWAY: Rule = Rule {
    name: "team-away",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Placed(judge_away),
    obstacles: None,
};

fn judge_away(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    let day = entry.span.start.date();
    for team in given(case, entry).filter(|team| !team.is_there(day)) {
        let values = vec![("team", row(team.id)), ("day", Value::Day(day))];
        report.add("finding-team-away", vec![entry.slot], values);
    }
}

/// A team that does not interpret a language of the session.
pub(super) const LANGUAGES: Rule = Rule {
    name: "team-languages",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Placed(judge_languages),
    obstacles: None,
};

fn judge_languages(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    for team in given(case, entry) {
        let lacking = entry.session.languages.iter().filter(|&language| !team.languages.contains(language)).count();
        if lacking > 0 {
            let lacking = Value::Count(i32::try_from(lacking).unwrap_or(i32::MAX));
            report.add("finding-team-languages", vec![entry.slot], vec![("team", row(team.id)), ("lacking", lacking)]);
        }
    }
}

/// The teams that interpret a session.
fn given<'a>(case: &Case<'a>, entry: &'a Entry) -> impl Iterator<Item = &'a Team> {
    let (facts, is_interpreted) = (case.facts, entry.languages > 1);
    let teams = entry.session.teams.iter().filter(move |_| is_interpreted);
    teams.filter_map(|&team| facts.teams.named(team)).map(|team| &**team)
}

/// A night that is too short for a team.
pub(super) const REST: Rule = Rule {
    name: "team-rest",
    severity: Severity::Warning,
    numbers: &[Number::minutes("rest-mins", 720)],
    judge: Judge::Team(judge_rest),
    obstacles: None,
};

fn judge_rest(case: &Case<'_>, team: &Team, track: &Track, report: &mut Report<'_>) {
    let served = track.all().iter().filter_map(|busy| {
        let day = case.entry(busy.slot)?.span.start.minutes().div_euclid(DAY);
        Some(Served { from: busy.start, to: busy.end, day, what: busy.slot })
    });
    for broken in nights(&served.collect::<Vec<_>>(), case.number(0)) {
        if let Breach::Rest(mins) = broken.breach {
            let values =
                vec![("team", row(team.id)), ("rest", Value::Minutes(mins)), ("least", Value::Minutes(case.number(0)))];
            report.add("finding-team-rest", broken.what, values);
        }
    }
}

/// What each team does on a day, by their names.
fn by_team(case: &Case<'_>, track: &Track, day: i32) -> BTreeMap<TeamId, Vec<Served<Slot<Session>>>> {
    let mut teams: BTreeMap<TeamId, Vec<Served<Slot<Session>>>> = BTreeMap::new();
    let begins = track.all().iter().filter(|busy| busy.languages > 1 && busy.start.div_euclid(DAY) == day);
    for busy in begins {
        let given = case.entry(busy.slot).map(|entry| entry.session.teams.as_slice()).unwrap_or_default();
        for (at, &team) in given.iter().enumerate() {
            let (from, to) = turn((busy.start, busy.end), at, given.len());
            teams.entry(team).or_default().push(Served { from, to, day, what: busy.slot });
        }
    }
    for served in teams.values_mut() {
        served.sort_by_key(|one| (one.from, one.to));
    }
    teams
}

/// More than a team can carry on one day: so many minutes at a stretch, so many between, so many sittings.
pub(super) fn judge_day(
    case: &Case<'_>,
    day: Day<'_>,
    (longest_mins, pause_mins, sittings_a_day): (i32, i32, i32),
    report: &mut Report<'_>,
) {
    let limits = Limits { sittings_a_day, longest_mins, pause_mins, ..Limits::default() };
    for (team, served) in by_team(case, day.track, day.day) {
        for broken in on_day(&served, &limits) {
            let mut values = vec![("team", row(team)), ("day", Value::Day(shared::date(day.day)))];
            let message = match broken.breach {
                Breach::Pause { mins, stretch } => {
                    values.push(("pause", Value::Minutes(mins)));
                    values.push(("least", Value::Minutes(pause_mins)));
                    values.push(("length", Value::Minutes(stretch)));
                    "finding-team-pause"
                }
                Breach::Stretch(mins) => {
                    values.push(("length", Value::Minutes(mins)));
                    values.push(("most", Value::Minutes(longest_mins)));
                    "finding-team-stretch"
                }
                Breach::Day(sittings) => {
                    values.push(("sittings", count(sittings)));
                    values.push(("most", Value::Count(sittings_a_day)));
                    "finding-team-of-day"
                }
                Breach::AtOnce(_) | Breach::Week(_) | Breach::Rest(_) => continue,
            };
            report.add(message, broken.what, values);
        }
    }
}

/// More sittings than a team can carry in one week.
pub(super) fn judge_week(case: &Case<'_>, week: Week<'_>, most: i32, report: &mut Report<'_>) {
    let mut teams: BTreeMap<TeamId, (usize, Vec<Slot<Session>>)> = BTreeMap::new();
    for (day, track) in (week.monday..).zip(week.days) {
        for (team, served) in track.into_iter().flat_map(|track| by_team(case, track, day)) {
            let (sittings, sessions) = teams.entry(team).or_default();
            *sittings += sittings_on(&served);
            sessions.extend(served.iter().map(|one| one.what));
        }
    }
    for (team, (sittings, sessions)) in teams {
        if i32::try_from(sittings).unwrap_or(i32::MAX) > most {
            let values = vec![
                ("team", row(team)),
                ("day", Value::Day(shared::date(week.monday))),
                ("sittings", count(sittings)),
                ("most", Value::Count(most)),
            ];
            report.add("finding-team-of-week", sessions, values);
        }
    }
}

fn count(sittings: usize) -> Value {
    Value::Count(i32::try_from(sittings).unwrap_or(i32::MAX))
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{
        Draft, NONE, committee, day, filled, fixture, languages, messages, plan, reports, set, with,
    };
    use crate::model::{LocalText, Plan, Team};

    use crate::check::tests::id;

    fn sits(name: &str, start: &str, mins: i32, teams: &[&str]) -> Draft {
        let mut draft = committee(name, "COM3").at(start, mins).languages(6);
        draft.0.teams = teams.iter().map(|team| id(team)).collect();
        draft
    }

    fn team(name: &str) -> Team {
        Team::new(id(name), LocalText::from(name))
    }

    /// Two teams, and these sessions.
    fn two<const N: usize>(sessions: [Draft; N]) -> Plan {
        filled(with(with(fixture(), team("A")), team("B")), sessions)
    }

    #[test]
    fn with_teams_each_is_judged_by_what_it_is_given() {
        let all = || [sits("S1", "20T08:15", 60, &["A"]), sits("S2", "20T09:30", 180, &["A"])];
        assert_eq!(messages("team-day", &two(all())), ["finding-team-pause"]);
        assert_eq!(reports("team-day", &two(all())), [["S1", "S2"]]);
        let [one, _] = all();
        assert_eq!(reports("team-day", &two([one, sits("S2", "20T09:30", 180, &["B"])])), NONE);
        assert_eq!(reports("team-day", &set(two(all()), "team-day", None, &[("sitting-pause-mins", 15)])), NONE);
        let stretch = [sits("S1", "20T14:30", 75, &["A"]), sits("S2", "20T16:15", 76, &["A"])];
        assert_eq!(messages("team-day", &two(stretch)), ["finding-team-stretch"]);
        let three =
            [("S1", "20T08:00"), ("S2", "20T11:00"), ("S3", "20T15:00")].map(|(name, at)| sits(name, at, 60, &["A"]));
        assert_eq!(messages("team-day", &two(three.clone())), ["finding-team-of-day"]);
        assert_eq!(reports("team-day", &set(two(three), "team-day", None, &[("sittings-a-day", 3)])), NONE);
        // English only: the team is free, whoever was given.
        assert_eq!(reports("team-day", &two(all().map(|draft| draft.languages(1)))), NONE);
    }

    #[test]
    fn one_pause_that_is_too_short_is_told_without_teams_too() {
        let sessions = [sits("S1", "19T09:30", 180, &[]), sits("S2", "19T13:00", 180, &[])];
        let one_team = |plan| set(plan, "team-day", None, &[("teams", 1)]);
        assert_eq!(messages("team-day", &one_team(plan(sessions.clone()))), ["finding-team-day-pause"]);
        assert_eq!(reports("team-day", &plan(sessions.clone())), NONE, "two teams");
        let [one, _] = sessions;
        assert_eq!(reports("team-day", &one_team(plan([one, sits("S2", "19T14:00", 180, &[])]))), NONE, "90 minutes");
    }

    #[test]
    fn a_week_has_seven_sittings_of_each_team() {
        let starts = ["17T10:00", "17T15:00", "18T10:00", "18T15:00", "19T10:00", "19T15:00", "20T10:00", "20T15:00"];
        let week = |last: &str| {
            let sessions = starts
                .iter()
                .enumerate()
                .map(|(at, start)| sits(&format!("S{at}"), start, 60, &[if at == 7 { last } else { "A" }]));
            filled(two([]), sessions)
        };
        assert_eq!(messages("team-week", &week("A")), ["finding-team-of-week"]);
        assert_eq!(reports("team-week", &week("A"))[0].len(), 8);
        assert_eq!(reports("team-week", &week("B")), NONE);
    }

    #[test]
    fn a_session_without_a_team_is_told_where_teams_are_there() {
        let open = || [sits("S1", "20T10:00", 60, &[]), sits("S2", "20T10:00", 60, &["A"])];
        assert_eq!(
            reports(
                "team-missing",
                &plan(open().map(|mut draft| {
                    draft.0.teams.clear();
                    draft
                }))
            ),
            NONE,
            "nobody knows the teams"
        );
        assert_eq!(reports("team-missing", &two(open())), [["S1"]]);
        assert_eq!(reports("team-missing", &two(open().map(|draft| draft.languages(1)))), NONE);
        let left = Team { until: Some(day("2025-11-16")), ..team("A") };
        let gone = with(with(two(open()), left.clone()), Team { id: id("B"), ..left });
        assert_eq!(reports("team-missing", &gone), NONE, "no team is there in the time of the event");
        assert_eq!(reports("team-away", &gone), [["S2"]]);
    }

    #[test]
    fn nobody_is_in_two_booths_or_there_before_they_come() {
        let sessions = [sits("S1", "20T10:00", 60, &["A"]), sits("S2", "20T10:59", 60, &["A"])];
        assert_eq!(reports("team-at-once", &two(sessions)), [["S1", "S2"]]);
        let touching = [sits("S1", "20T10:00", 60, &["A"]), sits("S2", "20T11:00", 60, &["A"])];
        assert_eq!(reports("team-at-once", &two(touching)), NONE);
        // The second team has the second half.
        let turns = [sits("S1", "20T10:00", 60, &["A", "B"]), sits("S2", "20T10:30", 60, &["A"])];
        assert_eq!(reports("team-at-once", &two(turns)), NONE);
        let from = |from: &str| {
            let team = Team { from: Some(day(from)), ..team("A") };
            with(two([sits("S1", "20T10:00", 60, &["A"])]), team)
        };
        assert_eq!(reports("team-away", &from("2025-11-21")), [["S1"]]);
        assert_eq!(reports("team-away", &from("2025-11-20")), NONE);
    }

    #[test]
    fn languages_and_nights_of_a_team_are_told() {
        let session = || [sits("S1", "20T10:00", 60, &["A"])];
        let speaks = |count| with(two(session()), Team { languages: languages(count), ..team("A") });
        assert_eq!(reports("team-languages", &speaks(5)), [["S1"]]);
        assert_eq!(reports("team-languages", &speaks(6)), NONE);
        let night = |start| [sits("S1", "20T18:30", 180, &["A"]), sits("S2", start, 60, &["A"])];
        assert_eq!(reports("team-rest", &two(night("21T09:29"))), [["S1", "S2"]]);
        assert_eq!(reports("team-rest", &two(night("21T09:30"))), NONE);
        let sunday = [sits("S1", "23T21:00", 60, &["A"]), sits("S2", "24T08:00", 60, &["A"])];
        assert_eq!(reports("team-rest", &two(sunday)), [["S1", "S2"]], "from one week to the next");
        assert_eq!(reports("team-rest", &set(two(night("21T09:29")), "team-rest", None, &[("rest-mins", 719)])), NONE);
    }

    #[test]
    fn teams_decide_about_the_evening_and_about_how_many_at_once() {
        let evening = [sits("S1", "20T18:30", 60, &["A"])];
        assert_eq!(reports("interpreted-evening", &two(evening.clone())), NONE);
        assert_eq!(
            reports(
                "interpreted-evening",
                &plan(evening.map(|mut draft| {
                    draft.0.teams.clear();
                    draft
                }))
            ),
            [["S1"]]
        );
        let at_once = ["S1", "S2", "S3"].map(|name| sits(name, "20T10:00", 60, &[]));
        assert_eq!(reports("interpreted-at-once", &two(at_once.clone())), [["S1", "S2", "S3"]]);
        assert_eq!(reports("interpreted-at-once", &with(two(at_once), team("C"))), NONE);
    }
}
