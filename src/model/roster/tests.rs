//! Sittings, loads and limits of teams.

use super::*;
use crate::model::zone::Tz;
use crate::model::{Event, EventKind, Header, Id, Language, Length, LocalText, Patch, Placement, SessionKind};

fn id<R>(text: &str) -> Id<R> {
    Id::new(text).unwrap()
}

fn time(text: &str) -> CivilTime {
    format!("2025-11-{text}").parse().unwrap()
}

/// Meetings of six languages: name, start, minutes, and the teams that have them.
fn plan(meetings: &[(&str, &str, i32, &[&str])]) -> Plan {
    let mut plan = Plan::new(Header::in_zone(Tz::Asia__Baku));
    let mut patch = Patch::default();
    let dates = EventDates::Days { first: time("17T00:00").date(), last: time("28T00:00").date() };
    patch.put(&plan, Event::new(id("E"), EventKind::Conference, dates, Tz::Asia__Baku));
    for (order, name) in ["A", "B"].into_iter().enumerate() {
        let order = i32::try_from(order).unwrap();
        let title = LocalText::one(Language::English, &format!("Team {name}"));
        patch.put(&plan, Team { order, ..Team::new(id(name), title) });
    }
    for (name, start, mins, teams) in meetings {
        let placement = Placement { start: time(start), length: Length::clamped(*mins), rooms: Vec::new() };
        patch.put(
            &plan,
            Session {
                placement: Some(placement),
                languages: LanguageSet::ALL,
                teams: teams.iter().map(|team| id(team)).collect(),
                ..Session::new(id(name), id("E"), SessionKind::Committee)
            },
        );
    }
    plan.apply(&patch).unwrap();
    plan
}

fn roster(meetings: &[(&str, &str, i32, &[&str])]) -> Roster {
    Roster::of(&plan(meetings), id("E"), Limits::default())
}

fn breaches(meetings: &[(&str, &str, i32, &[&str])]) -> Vec<Breach> {
    roster(meetings).broken[0].iter().map(|broken| broken.breach).collect()
}

#[test]
fn a_sitting_is_one_team_in_one_part_of_a_day() {
    for (minute, part) in [
        (0, DayPart::Early),
        (569, DayPart::Early),
        (570, DayPart::Forenoon),
        (749, DayPart::Forenoon),
        (750, DayPart::Afternoon),
        (1049, DayPart::Afternoon),
        (1050, DayPart::Evening),
    ] {
        assert_eq!(DayPart::of(minute), part, "{minute}");
    }
    let roster = roster(&[
        ("S1", "19T14:30", 75, &["A"]),
        ("S2", "19T16:15", 75, &["A"]),
        ("S3", "19T14:30", 75, &[]),
        ("S4", "19T14:30", 180, &[]),
        ("S5", "19T16:15", 75, &[]),
    ]);
    let sessions = |sitting: &Sitting| roster.sessions(sitting).iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(
        roster.sittings.iter().map(sessions).collect::<Vec<_>>(),
        [vec!["S1", "S2"], vec!["S3", "S5"], vec!["S4"]]
    );
    assert_eq!(roster.gaps().count(), 2);
    let week = time("17T00:00").date();
    assert_eq!(roster.load(Some(0), week), Load { sittings: 1, mins: 150 });
    assert_eq!(roster.load(None, week), Load { sittings: 2, mins: 330 });
    let day = time("19T00:00").date();
    assert_eq!((roster.needed(day, DayPart::Afternoon), roster.needed(day, DayPart::Forenoon)), (3, 0));
    assert_eq!((roster.days.len(), roster.weeks()), (12, vec![week]));
}

#[test]
fn each_limit_says_how_much_it_is_passed_by() {
    assert_eq!(
        breaches(&[("S1", "20T08:15", 60, &["A"]), ("S2", "20T09:30", 180, &["A"])]),
        [Breach::Pause { mins: 15, stretch: 255 }]
    );
    assert_eq!(breaches(&[("S1", "20T08:15", 60, &["A"]), ("S2", "20T09:30", 60, &["A"])]), [], "2:15 in all");
    assert_eq!(breaches(&[("S1", "20T09:30", 180, &["A"]), ("S2", "20T14:00", 180, &["A"])]), [], "90 minutes");
    assert_eq!(breaches(&[("S1", "20T14:30", 75, &["A"]), ("S2", "20T16:15", 75, &["A"])]), [], "three hours");
    assert_eq!(breaches(&[("S1", "20T14:30", 75, &["A"]), ("S2", "20T16:15", 76, &["A"])]), [Breach::Stretch(181)]);
    assert_eq!(breaches(&[("S1", "20T14:30", 181, &["A"])]), [], "too long by itself is told of the session");
    assert_eq!(breaches(&[("S1", "20T10:00", 60, &["A"]), ("S2", "20T10:50", 60, &["A"])]), [Breach::AtOnce(10)]);
    let three = [("S1", "20T08:00", 30, &["A"][..]), ("S2", "20T11:00", 60, &["A"]), ("S3", "20T14:30", 60, &["A"])];
    assert_eq!(breaches(&three), [Breach::Day(3)]);
    let night = |start| breaches(&[("S1", "20T18:30", 180, &["A"]), ("S2", start, 60, &["A"])]);
    assert_eq!(night("21T09:29"), [Breach::Rest(719)]);
    assert_eq!(night("21T09:30"), []);
    let names = ["S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8"];
    let starts = ["17T10:00", "17T15:00", "18T10:00", "18T15:00", "19T10:00", "19T15:00", "20T10:00", "20T15:00"];
    let week: Vec<_> = names.into_iter().zip(starts).map(|(name, start)| (name, start, 60, &["A"][..])).collect();
    assert_eq!(breaches(&week), [Breach::Week(8)]);
    assert_eq!(breaches(&week[..7]), []);
}

#[test]
fn what_fits_says_what_the_load_becomes_and_what_does_not_says_why() {
    let meetings = [
        ("S1", "27T14:30", 180, &["A"][..]),
        ("S2", "27T18:30", 120, &[]),
        ("S3", "28T09:30", 180, &["B"]),
        ("S4", "27T18:00", 60, &[]),
    ];
    let roster = roster(&meetings);
    let at = |name: &str| roster.meetings.iter().position(|one| one.session == id(name)).unwrap();
    assert_eq!(roster.fits(0, &[at("S2")]), Err(Against::Limit(Breach::Pause { mins: 60, stretch: 360 })));
    assert_eq!(roster.fits(1, &[at("S2")]), Ok(Load { sittings: 2, mins: 300 }));
    assert_eq!(roster.fits(1, &[at("S2"), at("S4")]), Err(Against::Limit(Breach::AtOnce(30))));
    let mut plan = plan(&meetings);
    let mut patch = Patch::default();
    let team = Team { until: Some(time("26T00:00").date()), ..(**plan.teams().get(id("A")).unwrap()).clone() };
    let other = LanguageSet::ALL.with(Language::Arabic, false);
    let other = Team { languages: other, ..(**plan.teams().get(id("B")).unwrap()).clone() };
    patch.put(&plan, team);
    patch.put(&plan, other);
    plan.apply(&patch).unwrap();
    let later = Roster::of(&plan, id("E"), Limits::default());
    assert_eq!(later.fits(0, &[at("S2")]), Err(Against::Away));
    let arabic = LanguageSet::EMPTY.with(Language::Arabic, true);
    assert_eq!(later.fits(1, &[at("S2")]), Err(Against::Languages(arabic)));
}

#[test]
fn teams_take_over_from_one_another_in_equal_turns() {
    let roster = roster(&[("S1", "20T18:30", 120, &["A", "B"]), ("S2", "20T14:30", 180, &["B"])]);
    let turn_of = |team: usize| roster.served(team).last().map(|one| (one.from % DAY_MINS, one.to % DAY_MINS));
    assert_eq!((turn_of(0), turn_of(1)), (Some((1110, 1170)), Some((1170, 1230))));
    assert_eq!(roster.broken[1], [], "two hours lie between, not one");
    assert_eq!(turn((0, 100), 2, 3), (66, 100));
}

#[test]
fn what_a_team_does_at_another_event_counts() {
    let mut plan = plan(&[("S1", "17T09:30", 180, &[]), ("S2", "17T14:30", 60, &["A"])]);
    let mut patch = Patch::default();
    // On the clock of Geneva, three hours behind.
    let dates = EventDates::day(time("17T00:00").date());
    patch.put(&plan, Event::new(id("F"), EventKind::Forum, dates, Tz::Europe__Zurich));
    let placement = Placement { start: time("17T07:00"), length: Length::clamped(60), rooms: Vec::new() };
    let teams = vec![id("A")];
    let other = Session::new(id("F1"), id("F"), SessionKind::Committee);
    patch.put(&plan, Session { placement: Some(placement), languages: LanguageSet::ALL, teams, ..other });
    plan.apply(&patch).unwrap();
    let roster = Roster::of(&plan, id("E"), Limits::default());
    assert_eq!(roster.fits(0, &[0]), Err(Against::Limit(Breach::AtOnce(60))), "10:00-11:00 here");
    assert!(roster.fits(1, &[0]).is_ok());
    let load = roster.load(Some(0), monday(time("17T00:00").date()));
    assert_eq!(load, Load { sittings: 2, mins: 120 });
    assert_eq!(roster.sittings.len(), 2, "the other event has a roster of its own");
}

#[test]
fn what_goes_on_in_a_part_of_the_day_needs_teams_too() {
    let roster = roster(&[("S1", "17T11:30", 120, &["A"]), ("S2", "17T12:45", 60, &[]), ("S3", "17T17:00", 60, &[])]);
    let needed = DayPart::ALL.map(|part| roster.needed(time("17T00:00").date(), part));
    assert_eq!(needed, [0, 1, 2, 1]);
    assert_eq!(roster.needed(time("18T00:00").date(), DayPart::Early), 0);
}

#[test]
fn a_sitting_says_what_speaks_against_its_team() {
    let mut plan = plan(&[("S1", "20T09:30", 60, &["A"]), ("S2", "21T09:30", 60, &["A"])]);
    let mut patch = Patch::default();
    let team = Team { until: Some(time("20T00:00").date()), ..(**plan.teams().get(id("A")).unwrap()).clone() };
    patch.put(&plan, team);
    plan.apply(&patch).unwrap();
    let roster = Roster::of(&plan, id("E"), Limits::default());
    let told: Vec<Vec<Against>> = roster.sittings.iter().map(|sitting| roster.against(sitting)).collect();
    assert_eq!(told, [vec![], vec![Against::Away]]);
}
