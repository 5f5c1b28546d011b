//! The youth celebration as it follows from the plan: elements, visits, documents.

use plenary::model::celebration::{Celebration, GroupFlaw, flaws};
use plenary::model::{
    Document, Event, Patch, Plan, RowError, Session, SessionId, Status, VisitGroup, YouthElement, YouthElements,
};
use plenary::store::Template;

fn with(plan: &Plan, change: impl FnOnce(&Plan, &mut Patch)) -> Plan {
    let (mut plan, mut patch) = (plan.clone(), Patch::default());
    change(&plan, &mut patch);
    plan.apply(&patch).unwrap();
    plan
}

fn session(plan: &Plan, id: &str, change: impl FnOnce(&mut Session)) -> Plan {
    with(plan, |plan, patch| {
        let mut row = Session::clone(plan.sessions().get(id.parse().unwrap()).unwrap());
        change(&mut row);
        patch.put(plan, row);
    })
}

fn only(plan: &Plan) -> Celebration {
    let mut all = Celebration::all(plan);
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn served(plan: &Plan) -> Vec<String> {
    let of = only(plan);
    let all = |element| of.serving(plan, element).map(|(row, _)| row.id.to_string()).collect::<Vec<_>>().join(" ");
    YouthElement::ALL.into_iter().map(all).collect()
}

#[test]
fn every_element_of_the_source_has_a_session_and_no_figure_is_made_up() {
    let plan = Template::Wtdc25.plan();
    assert_eq!(served(&plan), ["S03", "S04", "S04", "S03", "S05"]);
    let of = only(&plan);
    assert_eq!(of.gaps(&plan), []);
    let ids: Vec<String> = of.sessions.iter().map(ToString::to_string).collect();
    assert_eq!(ids, ["S02", "S03", "S04", "S05"], "in the order of time");
    assert_eq!(of.conference, Some(("wtdc25".parse().unwrap(), true)));
    assert_eq!(of.documents, [], "no outcome documents (§7.1)");
    let groups = &plan.sessions().get("S05".parse().unwrap()).unwrap().groups;
    assert_eq!(groups.len(), 3);
    for group in groups {
        assert_eq!((group.people, group.seats, group.departs, group.returns), (None, None, None, None));
    }
}

#[test]
fn what_waits_or_is_called_off_serves_nothing() {
    let plan = Template::Wtdc25.plan();
    let waits = session(&plan, "S05", Session::unschedule);
    assert_eq!(only(&waits).gaps(&waits), [YouthElement::Visits]);
    assert_eq!(served(&waits)[4], "S05", "it would");
    assert_eq!(only(&waits).sessions.last(), Some(&"S05".parse::<SessionId>().unwrap()));
    let off = session(&plan, "S03", |row| row.status = Status::Cancelled);
    assert_eq!(only(&off).gaps(&off), [YouthElement::Dialogue, YouthElement::Interaction]);
    let none = session(&plan, "S04", |row| row.elements = YouthElements::EMPTY);
    assert_eq!(only(&none).gaps(&none), [YouthElement::Talks, YouthElement::Activities]);
}

#[test]
fn it_must_be_over_before_the_conference_opens() {
    let plan = with(&Template::Wtdc25.plan(), |plan, patch| {
        let event = plan.events().get("youth".parse().unwrap()).unwrap();
        let dates = plenary::model::EventDates::day("2025-11-17".parse().unwrap());
        patch.put(plan, Event { dates, ..Event::clone(event) });
    });
    assert_eq!(only(&plan).conference, Some(("wtdc25".parse().unwrap(), false)));
}

#[test]
fn outcomes_are_told_from_a_programme() {
    let plan = with(&Template::Wtdc25.plan(), |plan, patch| {
        for (id, title) in [("Y1", "Programme of the youth celebration"), ("Y2", "Youth declaration")] {
            let row = Document::new(id.parse().unwrap(), id);
            patch.put(plan, Document { title: title.into(), event: Some("youth".parse().unwrap()), ..row });
        }
    });
    let found: Vec<(String, bool)> =
        only(&plan).documents.iter().map(|(id, is_outcome)| (id.to_string(), *is_outcome)).collect();
    assert_eq!(found, [("Y1".to_owned(), false), ("Y2".to_owned(), true)]);
}

#[track_caller]
fn check(group: (Option<u32>, Option<u32>, Option<u16>, Option<u16>), expected: &[GroupFlaw]) {
    let (people, seats, departs, returns) = group;
    let group = VisitGroup { name: "A".into(), people, departs, returns, seats };
    let plan = session(&Template::Wtdc25.plan(), "S05", |row| row.groups = vec![group.clone()]);
    let visit = plan.sessions().get("S05".parse().unwrap()).unwrap();
    assert_eq!(flaws(&plan, visit, &group), expected);
    assert_eq!(only(&plan).visitors(&plan).flawed, usize::from(!expected.is_empty()));
}

/// The visit is from 15:30 to 18:30, after what ends at 15:00.
#[test]
fn groups_need_seats_and_hours_that_fit() {
    let clock = |hour: u16, minute: u16| Some(hour * 60 + minute);
    check((Some(24), Some(30), clock(15, 15), clock(18, 0)), &[]);
    check((Some(24), Some(24), clock(15, 0), clock(20, 0)), &[]);
    check((None, None, None, None), &[GroupFlaw::NoHeadcount, GroupFlaw::NoSlot, GroupFlaw::NoSeats]);
    check((Some(31), Some(30), clock(15, 15), clock(18, 0)), &[GroupFlaw::TooFewSeats(1)]);
    check((Some(1), Some(1), clock(16, 0), clock(16, 0)), &[GroupFlaw::BackBeforeDeparture]);
    let during = GroupFlaw::DepartsDuring("S04".parse().unwrap());
    check((Some(1), Some(1), clock(14, 59), clock(18, 0)), &[during]);
    check((Some(1), Some(1), clock(18, 30), clock(19, 0)), &[GroupFlaw::BesideVisit]);
    check((Some(1), Some(1), clock(15, 10), clock(15, 30)), &[GroupFlaw::BesideVisit]);
}

#[test]
fn no_group_goes_at_an_hour_that_no_day_has() {
    let plan = Template::Wtdc25.plan();
    let mut row = Session::clone(plan.sessions().get("S05".parse().unwrap()).unwrap());
    row.groups[0].departs = Some(1440);
    let (mut patch, mut plan) = (Patch::default(), plan);
    patch.put(&plan, row);
    let why = plan.apply(&patch).unwrap_err();
    let row = "S05".parse::<SessionId>().unwrap().into();
    assert_eq!(why, plenary::model::PatchError::Impossible { row, why: RowError::OutOfRange });
}
