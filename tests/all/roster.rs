//! The roster of teams of interpreters: what the built-in plan needs, how it is filled, what commands do to it, and the ways
//! out of findings about teams.

use std::sync::atomic::AtomicBool;

use plenary::arrange::{Remedy, fixes};
use plenary::check::{Checker, Finding};
use plenary::edit::roster::{Handing, OnRoster, RosterDeed, filled};
use plenary::edit::{Command, Deed, Document, Refusal};
use plenary::model::roster::{DayPart, Limits, Roster, events};
use plenary::model::{Language, LanguageSet, LocalText, Plan, Session, SessionId, Team, TeamId};
use plenary::store::Template;

static NEVER: AtomicBool = AtomicBool::new(false);

fn id(text: &str) -> SessionId {
    text.parse().unwrap()
}

fn team(name: &str) -> TeamId {
    name.parse().unwrap()
}

/// The built-in plan with so many teams: A, B, C.
pub fn with_teams(count: usize) -> Document {
    let mut document = Document::new(Template::Wtdc25.plan());
    for (order, name) in ["A", "B", "C", "D"].into_iter().take(count).enumerate() {
        let from = Some("2025-11-17".parse().unwrap());
        let title = LocalText::from(format!("Team {name}").as_str());
        let row = Team { order: i32::try_from(order).unwrap(), from, ..Team::new(team(name), title) };
        document.perform(&Command::Put(row.into())).unwrap();
    }
    document
}

fn roster(plan: &Plan) -> Roster {
    Roster::of(plan, "wtdc25".parse().unwrap(), Limits::default())
}

fn give(sessions: &[&str], from: Option<&str>, to: Option<&str>) -> Command {
    Command::Roster(OnRoster::Give(Handing {
        sessions: sessions.iter().map(|session| id(session)).collect(),
        from: from.map(team),
        to: to.map(team),
    }))
}

fn fill() -> Command {
    Command::Roster(OnRoster::Fill("wtdc25".parse().unwrap(), Limits::default()))
}

fn open(plan: &Plan, rule: &str) -> Vec<Finding> {
    let checker = Checker::new(plan);
    checker.sorted().into_iter().filter(|finding| finding.rule == rule && finding.is_open()).cloned().collect()
}

/// Counted by hand: Monday 17 has the heads of delegation, a forenoon and an afternoon; Thursday 27 a plenary in each part.
#[test]
fn the_conference_has_33_sittings_of_43_meetings() {
    let plan = Template::Wtdc25.plan();
    let roster = roster(&plan);
    assert_eq!((roster.meetings.len(), roster.sittings.len(), roster.gaps().count()), (43, 33, 33));
    let of_day = |day: &str| {
        let day: chrono::NaiveDate = format!("2025-11-{day}").parse().unwrap();
        DayPart::ALL.map(|part| roster.cell(None, day, part).count())
    };
    for (day, sittings) in [
        ("17", [1, 1, 1, 0]),
        ("18", [0, 1, 1, 0]),
        ("19", [0, 1, 2, 0]),
        ("20", [1, 2, 2, 0]),
        ("21", [0, 2, 2, 0]),
        ("22", [0; 4]),
        ("24", [0, 2, 2, 0]),
        ("25", [0, 1, 2, 0]),
        ("26", [0, 2, 2, 0]),
        ("27", [0, 1, 1, 1]),
        ("28", [0, 1, 1, 0]),
    ] {
        assert_eq!(of_day(day), sittings, "{day}");
        let date: chrono::NaiveDate = format!("2025-11-{day}").parse().unwrap();
        assert_eq!(DayPart::ALL.map(|part| roster.needed(date, part)), sittings, "as many at once, {day}");
    }
    let names: Vec<String> = events(&plan).iter().map(ToString::to_string).collect();
    assert_eq!(names, ["irm-1", "irm-2", "youth", "wtdc25"]);
}

#[test]
fn three_teams_are_enough_and_every_sitting_has_one() {
    let mut document = with_teams(3);
    assert_eq!(open(document.plan(), "team-missing").len(), 43);
    document.perform(&fill()).unwrap();
    let roster = roster(document.plan());
    assert_eq!((roster.gaps().count(), roster.sittings.len()), (0, 33));
    assert!(roster.broken.iter().all(Vec::is_empty), "{:?}", roster.broken);
    for rule in
        ["team-missing", "team-at-once", "team-away", "team-day", "team-week", "team-rest", "interpreted-evening"]
    {
        assert_eq!(open(document.plan(), rule), [], "{rule}");
    }
    let label = &document.done().last().unwrap().label;
    assert_eq!(label.deed, Deed::Roster(RosterDeed::Fill));
    let after = document.plan().clone();
    assert!(document.perform(&fill()).unwrap().is_none(), "nothing is left to fill");
    document.undo().unwrap();
    assert_eq!(Roster::of(document.plan(), roster.event, Limits::default()).gaps().count(), 33);
    document.redo().unwrap();
    assert_eq!(document.plan(), &after);
}

#[test]
fn what_two_teams_can_not_take_is_told_and_stays_without() {
    let mut document = with_teams(2);
    let told = filled(&roster(document.plan()));
    assert_eq!(told.given.len() + told.left.len(), 43);
    // 17 sittings in the first week and 16 in the second; two teams carry 14 of each.
    document.perform(&fill()).unwrap();
    let roster = roster(document.plan());
    assert!(roster.broken.iter().all(Vec::is_empty));
    assert_eq!(roster.gaps().map(|gap| gap.meetings.len()).sum::<usize>(), told.left.len());
    let weeks = roster.weeks();
    let loads: Vec<usize> =
        weeks.iter().flat_map(|&week| [0, 1].map(|team| roster.load(Some(team), week).sittings)).collect();
    assert_eq!(loads, [7, 7, 7, 7], "as much as they can carry");
}

#[test]
fn who_has_a_team_keeps_it_when_the_rest_is_filled() {
    let mut document = with_teams(3);
    document.perform(&give(&["S79", "S80"], None, Some("C"))).unwrap();
    document.perform(&fill()).unwrap();
    for session in ["S79", "S80"] {
        assert_eq!(document.plan().sessions().get(id(session)).unwrap().teams, [team("C")]);
    }
    let evening = document.plan().sessions().get(id("S81")).unwrap().teams.clone();
    assert!(!evening.contains(&team("C")) && evening.len() == 1, "60 minutes after the fifth plenary: {evening:?}");
}

/// The first meeting goes to Team A, which alone can serve the second: then Team B takes over the first.
#[test]
fn what_was_given_first_is_passed_on_where_that_lets_everybody_have_a_team() {
    let mut document = with_teams(2);
    let plan = document.plan();
    let two: LanguageSet = [Language::English, Language::French].into_iter().collect();
    let few = Team { languages: two, ..(**plan.teams().get(team("B")).unwrap()).clone() };
    let first = Session { languages: two, ..(**plan.sessions().get(id("S07")).unwrap()).clone() };
    let mut second = (**plan.sessions().get(id("S08")).unwrap()).clone();
    second.placement.as_mut().unwrap().start = "2025-11-17T08:45".parse().unwrap();
    document.perform(&Command::PutMany(vec![few.into(), first.into(), second.into()])).unwrap();
    document.perform(&fill()).unwrap();
    let teams = |session: &str| document.plan().sessions().get(id(session)).unwrap().teams.clone();
    assert_eq!((teams("S07"), teams("S08")), (vec![team("B")], vec![team("A")]));
}

#[test]
fn sessions_change_hands_in_one_step() {
    let mut document = with_teams(2);
    let teams = |document: &Document| document.plan().sessions().get(id("S81")).unwrap().teams.clone();
    document.perform(&give(&["S81"], None, Some("A"))).unwrap();
    document.perform(&give(&["S81"], None, Some("B"))).unwrap();
    assert_eq!(teams(&document), [team("A"), team("B")], "they take over from one another");
    document.perform(&give(&["S81"], Some("A"), Some("B"))).unwrap();
    assert_eq!(teams(&document), [team("B")]);
    document.perform(&give(&["S81", "S80"], Some("B"), None)).unwrap();
    assert_eq!(teams(&document), []);
    assert_eq!(document.done().last().unwrap().label.deed, Deed::Roster(RosterDeed::TakeAway));
    document.undo().unwrap();
    assert_eq!(teams(&document), [team("B")]);
    assert_eq!(document.perform(&give(&["S81"], None, Some("Z"))), Err(Refusal::Missing(team("Z").into())));
}

#[test]
fn a_copy_has_no_team_because_teams_are_not_free_at_another_time() {
    let mut document = with_teams(1);
    document.perform(&give(&["S81"], None, Some("A"))).unwrap();
    let placement = document.plan().sessions().get(id("S81")).unwrap().placement.clone();
    let before: Vec<SessionId> = document.plan().sessions().ids().collect();
    document.perform(&Command::Duplicate(vec![(id("S81"), placement)])).unwrap();
    let copy = document.plan().sessions().iter().find(|row| !before.contains(&row.id)).unwrap();
    assert!(copy.teams.is_empty() && copy.languages.len() == 6);
}

/// As drawn: the Network of Women until 09:15 and COM4 from 09:30 on.
#[test]
fn ways_out_give_the_sitting_to_another_team_or_add_one() {
    let mut document = with_teams(2);
    document.perform(&give(&["S35", "S36"], None, Some("A"))).unwrap();
    let finding = open(document.plan(), "team-day").remove(0);
    assert_eq!((finding.message, finding.sessions.as_slice()), ("finding-team-pause", &[id("S35"), id("S36")][..]));
    let fixes = fixes((document.plan(), &mut Checker::new(document.plan())), &finding, &NEVER);
    let remedies: Vec<_> = fixes.iter().map(|fix| fix.remedy.clone()).collect();
    assert!(remedies.contains(&Remedy::Team(team("B"))), "{remedies:?}");
    let day = "2025-11-20".parse().unwrap();
    assert!(remedies.contains(&Remedy::NewTeam(LocalText::from("Team C"), day)), "{remedies:?}");
    let other = fixes.iter().find(|fix| fix.remedy == Remedy::Team(team("B"))).unwrap();
    let mut tried = Document::new(document.plan().clone());
    tried.perform(&Command::Take(Box::new(other.patch.clone()))).unwrap();
    assert_eq!(open(tried.plan(), "team-day"), []);
    let new = fixes.iter().find(|fix| matches!(fix.remedy, Remedy::NewTeam(..))).unwrap();
    document.perform(&Command::Take(Box::new(new.patch.clone()))).unwrap();
    assert_eq!((document.plan().teams().len(), open(document.plan(), "team-day")), (3, Vec::new()));
}
