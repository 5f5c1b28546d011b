//! What a delegation can follow: counted by hand on the built-in plan, and what helps it.

use std::sync::atomic::AtomicBool;

use plenary::check::Checker;
use plenary::exchange::{Progress, Request, Split, export, exporter};
use plenary::model::attendance::{Attendance, Delegation};
use plenary::model::{CivilTime, Concern, Delegate, DelegateId, EventId, Patch, Plan, SessionId};
use plenary::store::Template;
use plenary::workbench::attending::{Way, what_helps};

fn event() -> EventId {
    "wtdc25".parse().unwrap()
}

fn id(text: &str) -> SessionId {
    text.parse().unwrap()
}

fn time(text: &str) -> CivilTime {
    CivilTime::from_chrono(text.parse().unwrap())
}

/// Kenya: an engineer for the whole conference, interested in COM3 and African topics, and a regulator from the twentieth to
/// the twenty-fifth.
pub fn kenya() -> Plan {
    let mut plan = Template::Wtdc25.plan();
    let mut patch = Patch::default();
    let delegate = |name: &str| Delegate::new(name.parse::<DelegateId>().unwrap(), "Kenya");
    let interests = vec!["COM3".parse().unwrap(), "AFR".parse().unwrap()];
    patch.put(&plan, Delegate { function: "engineer".to_owned(), interests, ..delegate("K1") });
    let (from, until) = (Some(time("2025-11-20T13:00:00")), Some(time("2025-11-25T18:00:00")));
    patch.put(&plan, Delegate { function: "regulator".to_owned(), from, until, order: 1, ..delegate("K2") });
    plan.apply(&patch).unwrap();
    plan
}

fn names(sittings: &mut dyn Iterator<Item = SessionId>) -> Vec<String> {
    sittings.map(|id| id.to_string()).collect()
}

#[test]
fn two_delegates_of_kenya_miss_three_meetings() {
    let plan = kenya();
    let delegation = Delegation::of(&plan, event(), "Republic of Kenya");
    assert_eq!(delegation.delegates.len(), 2, "a State is one under any of its names");
    assert_eq!(delegation.region, Some("AFR".parse().unwrap()));
    let found = Attendance::of(&plan, event(), &delegation, false);
    // COM2 beside WG-PL, WG-PL beside COM4, and COM2 beside COM3.
    assert_eq!(names(&mut found.missed().map(|sitting| sitting.session)), ["S32", "S37", "S73"]);
    let kept = found.sittings.iter().find(|sitting| sitting.session == id("S37")).unwrap();
    assert_eq!(found.kept_by(&delegation, kept), [Some(id("S36")), None], "the second is not there yet");
}

#[test]
fn what_a_delegation_attends_is_handed_out_as_its_schedule() {
    let plan = kenya();
    let mut request = Request::new(exporter("csv").unwrap());
    request.selection.delegations = vec!["KENYA".to_owned()];
    let made = chrono::DateTime::from_timestamp(1_763_000_000, 0).unwrap();
    let files = export(&plan, &request, made, &Progress::default()).unwrap();
    let text = String::from_utf8(files[0].bytes.clone()).unwrap();
    let has = |session: &str| text.lines().any(|line| line.split(',').any(|cell| cell.trim_matches('"') == session));
    assert!(
        has("S31") && !has("S32"),
        "what is missed is not on it:\n{}",
        text.lines().take(3).collect::<Vec<_>>().join("\n")
    );
    assert!(!has("S54") && has("S58"), "nor is what concerns others");
    request.selection.delegations.clear();
    request.split = Some(Split::Delegation);
    let files = export(&plan, &request, made, &Progress::default()).unwrap();
    assert_eq!(files.len(), 1);
    assert!(files[0].name.to_lowercase().contains("kenya"), "{}", files[0].name);
}

#[test]
fn a_meeting_says_whom_it_concerns() {
    let plan = kenya();
    let delegation = Delegation::of(&plan, event(), "Kenya");
    let found = Attendance::of(&plan, event(), &delegation, false);
    let sitting = |name: &str| found.sittings.iter().find(|sitting| sitting.session == id(name)).unwrap();
    for (name, concern, counts) in [
        ("S10", Concern::All, true),
        ("S15", Concern::Officers, false),
        ("S70", Concern::Members, false),
        ("S58", Concern::Regions(vec!["AFR".parse().unwrap()]), true),
        ("S54", Concern::Regions(vec!["ARB".parse().unwrap()]), false),
    ] {
        assert_eq!((&sitting(name).concern, sitting(name).counts), (&concern, counts), "{name}");
    }
    // Six meetings and one continued of COM3, its groups, and the drafting group of Africa alone.
    let interest = found.sittings.iter().filter(|sitting| sitting.is_of_interest).map(|sitting| sitting.session);
    let of_com3 = ["S28", "S40", "S44", "S48", "S51", "S58", "S60", "S64", "S66", "S69", "S72"];
    assert_eq!(names(&mut interest.into_iter()), of_com3);
    let all = Attendance::of(&plan, event(), &delegation, true);
    assert!(all.sittings.iter().all(|sitting| sitting.counts), "all formal meetings count where they are asked for");
    assert!(all.missed().count() > 3);
}

#[test]
fn what_was_said_by_hand_comes_first() {
    let mut plan = kenya();
    let mut patch = Patch::default();
    let first = plan.delegates().get("K1".parse().unwrap()).unwrap().clone();
    patch.put(&plan, Delegate { attends: vec![id("S32")], ..(*first).clone() });
    plan.apply(&patch).unwrap();
    let delegation = Delegation::of(&plan, event(), "Kenya");
    let found = Attendance::of(&plan, event(), &delegation, false);
    let attended = |name: &str| found.sittings.iter().find(|sitting| sitting.session == id(name)).unwrap().attended;
    assert_eq!((attended("S32"), attended("S31")), (Some((0, true)), None));
    let two = Delegate { attends: vec![id("S31"), id("S32")], ..(*first).clone() };
    let mut patch = Patch::default();
    patch.put(&plan, two);
    plan.apply(&patch).unwrap();
    let delegation = Delegation::of(&plan, event(), "Kenya");
    let found = Attendance::of(&plan, event(), &delegation, false);
    let both = found.sittings.iter().filter(|sitting| sitting.in_vain.is_some());
    assert_eq!(
        names(&mut both.map(|sitting| sitting.session)),
        ["S32"],
        "nobody sits in two meetings: the shorter one is missed"
    );
    assert!(found.missed().any(|sitting| sitting.session == id("S32")));
    // Nor is what nobody attends on their schedule.
    let mut request = Request::new(exporter("csv").unwrap());
    request.selection.delegations = vec!["KENYA".to_owned()];
    let made = chrono::DateTime::from_timestamp(1_763_000_000, 0).unwrap();
    let files = export(&plan, &request, made, &Progress::default()).unwrap();
    let text = String::from_utf8(files[0].bytes.clone()).unwrap();
    assert!(text.contains("\nS31,") && !text.contains("\nS32,"));
}

#[test]
fn nobody_attends_two_meetings_at_once_or_while_away() {
    let plan = kenya();
    let delegation = Delegation::of(&plan, event(), "Kenya");
    let found = Attendance::of(&plan, event(), &delegation, true);
    for place in 0..2 {
        let own: Vec<_> = found.of_delegate(place).collect();
        assert!(own.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        let there = |sitting: &&plenary::model::attendance::Sitting| {
            delegation.delegates[place].is_there(sitting.span.start, sitting.span.end)
        };
        assert!(own.iter().all(there));
    }
    let most = found.at_once.iter().map(|&(_, count, _)| count).max().unwrap();
    assert_eq!(most, 6, "the drafting groups of the six regions");
}

#[test]
fn a_move_or_a_longer_stay_helps() {
    let plan = kenya();
    let delegation = Delegation::of(&plan, event(), "Kenya");
    let mut checker = Checker::new(&plan);
    let helps = what_helps((&plan, &mut checker), (event(), &delegation, false), &AtomicBool::new(false));
    for missed in ["S32", "S37", "S73"] {
        let own: Vec<_> = helps.iter().filter(|help| help.missed == id(missed)).collect();
        assert!(!own.is_empty(), "{missed}");
        assert!(own.iter().all(|help| help.frees_mins > 0));
    }
    let stay = helps.iter().find(|help| help.missed == id("S73") && matches!(help.way, Way::Stay(..))).unwrap();
    assert_eq!(stay.way, Way::Stay(1, time("2025-11-26T12:30:00")));
    let come = helps.iter().find(|help| help.missed == id("S37") && matches!(help.way, Way::Come(..))).unwrap();
    assert_eq!(come.way, Way::Come(1, time("2025-11-20T11:15:00")));
}

#[test]
fn whom_a_meeting_concerns_can_be_said_by_hand() {
    let mut plan = kenya();
    let kenya_counts = |plan: &Plan, session: &str| {
        let event = "wtdc25".parse().unwrap();
        let delegation = Delegation::of(plan, event, "Kenya");
        let all = Attendance::of(plan, event, &delegation, false);
        all.sittings.iter().find(|one| one.session.as_str() == session).unwrap().counts
    };
    assert!(kenya_counts(&plan, "S10") && !kenya_counts(&plan, "S54"), "as the bodies say");
    let mut say = |session: &str, concerns: Option<Concern>| {
        let row = plan.sessions().get(session.parse().unwrap()).unwrap();
        let mut patch = plenary::model::Patch::default();
        patch.put(&plan, plenary::model::Session { concerns, ..plenary::model::Session::clone(row) });
        plan.apply(&patch).unwrap();
        plan.clone()
    };
    assert!(!kenya_counts(&say("S10", Some(Concern::Officers)), "S10"));
    assert!(kenya_counts(&say("S54", Some(Concern::All)), "S54"), "of another region, and said to concern all");
    let africa = vec!["AFR".parse().unwrap()];
    assert!(kenya_counts(&say("S54", Some(Concern::Regions(africa))), "S54"));
    assert!(!kenya_counts(&say("S54", None), "S54"), "taken back");
}
