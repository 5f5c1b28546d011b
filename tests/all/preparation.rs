//! The road to the conference: what waits for what, what is late and at risk, and days that are counted from others.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use plenary::edit::dates::MoveDates;
use plenary::edit::{AnyRow, Command, Document, Refusal};
use plenary::model::preparation::{Preparation, Risk, counted_from};
use plenary::model::{
    self, CountsFrom, DayEdge, DeadlineClass, Designation, DocumentKind, DocumentStage, Event, EventDates, EventId,
    EventKind, Id, Language, Plan, Post, StepState, Tally,
};
use plenary::store::{Template, plan_text, read_plan};

fn id<R>(text: &str) -> Id<R> {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn event<'a>(plan: &'a Plan, name: &str) -> &'a Event {
    plan.events().get(id(name)).unwrap()
}

fn first(plan: &Plan, name: &str) -> String {
    event(plan, name).dates.first_and_last().0.to_string()
}

fn document() -> Document {
    Document::new(Template::Wtdc25.plan())
}

fn put(document: &mut Document, name: &str, change: impl FnOnce(&mut Event)) {
    let mut row = event(document.plan(), name).clone();
    change(&mut row);
    document.perform(&Command::Put(row.into())).unwrap();
}

fn shift(document: &mut Document, name: &str, days: i32) {
    let order =
        MoveDates { event: id(name), events: BTreeSet::from([id(name)]), days, pinned: BTreeSet::new(), place: None };
    document.perform(&Command::MoveDates(Box::new(order))).unwrap();
}

fn names(ids: &[EventId]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

/// The slack of each link to an event.
fn slacks(preparation: &Preparation, name: &str) -> Vec<(String, Option<i64>)> {
    let links = preparation.links.iter().filter(|link| link.event == id(name));
    links.map(|link| (link.before.to_string(), link.slack)).collect()
}

#[test]
fn the_chain_leads_from_the_regional_meetings_to_the_conference() {
    let plan = Template::Wtdc25.plan();
    let preparation = Preparation::of(&plan, None);
    let chain = names(&preparation.chain(&plan, id("irm-2")));
    let regional = ["rpm-arb", "rpm-eur", "rpm-asp", "rpm-ams", "rpm-afr", "rpm-cis"];
    let expected: Vec<&str> =
        ["tdag-24"].into_iter().chain(regional).chain(["rpm-cm", "tdag-25", "irm-1", "irm-2"]).collect();
    assert_eq!(chain, expected);
    let of =
        |pairs: &[(&str, i64)]| pairs.iter().map(|&(name, days)| (name.to_owned(), Some(days))).collect::<Vec<_>>();
    let to_meeting =
        [("rpm-afr", 33), ("rpm-ams", 40), ("rpm-arb", 96), ("rpm-asp", 52), ("rpm-cis", 17), ("rpm-eur", 75)];
    assert_eq!(slacks(&preparation, "rpm-cm"), of(&to_meeting));
    assert!(slacks(&preparation, "tdag-25").contains(&("rpm-cm".to_owned(), Some(0))));
    assert_eq!(slacks(&preparation, "irm-1"), of(&[("rpm-cm", 63), ("tdag-25", 59)]));
    assert_eq!(slacks(&preparation, "irm-2"), of(&[("irm-1", 76)]));
    assert_eq!(slacks(&preparation, "wtdc25"), of(&[("irm-2", 48), ("tdag-25", 185), ("youth", 1)]));
}

#[test]
fn days_before_the_opening_follow_it() {
    let counted = [
        "deadline-contributions",
        "deadline-revisions",
        "deadline-res-165",
        "deadline-hls-requests",
        "deadline-earlier",
    ];
    let plan = Template::Wtdc25.plan();
    assert_eq!(names(&counted_from(&plan, id("wtdc25"))), counted);
    let days = |plan: &Plan| counted.map(|name| first(plan, name));
    let built_in = ["2025-10-13", "2025-10-20", "2025-10-27", "2025-10-31", "2025-11-03"];
    assert_eq!(days(&plan), built_in);
    for (by, expected) in [
        (-7, ["2025-10-06", "2025-10-13", "2025-10-20", "2025-10-24", "2025-10-27"]),
        (7, ["2025-10-20", "2025-10-27", "2025-11-03", "2025-11-07", "2025-11-10"]),
        (364, ["2026-10-12", "2026-10-19", "2026-10-26", "2026-10-30", "2026-11-02"]),
    ] {
        let mut document = document();
        shift(&mut document, "wtdc25", by);
        assert_eq!(days(document.plan()), expected, "{by}");
        assert_eq!(document.done().len(), 1, "one step");
        document.undo();
        assert_eq!(days(document.plan()), built_in, "{by} taken back");
    }
    // Another first day in the inspector is the same.
    let mut document = document();
    put(&mut document, "wtdc25", |row| {
        row.dates = EventDates::Days { first: day("2025-11-18"), last: day("2025-11-28") };
    });
    assert_eq!(first(document.plan(), "deadline-earlier"), "2025-11-04");
    assert_eq!(first(document.plan(), "area-agreement"), "2025-06-27", "it counts from something else");
    shift(&mut document, "council-25", 2);
    assert_eq!(first(document.plan(), "area-agreement"), "2025-06-29", "from the last day");
}

#[test]
fn a_day_that_is_moved_by_hand_counts_from_where_it_is() {
    let mut document = document();
    shift(&mut document, "deadline-revisions", -2);
    let row = event(document.plan(), "deadline-revisions");
    assert_eq!(
        (row.counts_from.unwrap().days, first(document.plan(), "deadline-revisions")),
        (-30, "2025-10-18".into())
    );
    put(&mut document, "deadline-revisions", |row| {
        row.counts_from = row.counts_from.map(|counts| CountsFrom { days: -28, ..counts });
    });
    assert_eq!(first(document.plan(), "deadline-revisions"), "2025-10-20");
    // What counts from it comes along, too.
    put(&mut document, "deadline-res-165", |row| {
        row.counts_from = Some(CountsFrom { event: id("deadline-revisions"), edge: DayEdge::Last, days: 3 });
    });
    assert_eq!(first(document.plan(), "deadline-res-165"), "2025-10-23");
    shift(&mut document, "wtdc25", 7);
    assert_eq!(first(document.plan(), "deadline-res-165"), "2025-10-30");
    let far = Event {
        counts_from: Some(CountsFrom { event: id("wtdc25"), edge: DayEdge::First, days: -3661 }),
        ..event(document.plan(), "deadline-earlier").clone()
    };
    assert!(matches!(document.perform(&Command::Put(far.into())), Err(Refusal::Patch(_))));
}

#[test]
fn what_counts_from_itself_stays_where_it_is() {
    let mut document = document();
    let counts = |from: &str| Some(CountsFrom { event: id(from), edge: DayEdge::First, days: 7 });
    put(&mut document, "deadline-revisions", |row| row.counts_from = counts("deadline-res-165"));
    assert_eq!(first(document.plan(), "deadline-revisions"), "2025-11-03");
    put(&mut document, "deadline-res-165", |row| row.counts_from = counts("deadline-revisions"));
    assert_eq!(first(document.plan(), "deadline-res-165"), "2025-10-27");
    shift(&mut document, "wtdc25", 7);
    let preparation = Preparation::of(document.plan(), None);
    for (name, on) in [("deadline-res-165", "2025-10-27"), ("deadline-revisions", "2025-11-03")] {
        assert_eq!(first(document.plan(), name), on);
        assert!(preparation.steps[&id(name)].is_circular, "{name}");
    }
    assert!(!preparation.steps[&id("deadline-earlier")].is_circular);
    // Without the event that it counts from, a deadline is an ordinary one.
    document.perform(&Command::Remove(vec![id::<Event>("deadline-revisions").into()])).unwrap();
    assert_eq!(event(document.plan(), "deadline-res-165").counts_from, None);
}

#[test]
fn a_step_is_done_when_its_result_is_there() {
    let mut document = document();
    let known = |document: &Document| Preparation::of(document.plan(), Some(day("2025-06-18")));
    let step = |document: &Document, name: &str| known(document).steps[&id(name)].clone();
    assert!(step(&document, "rpm-cis").is_done() && !step(&document, "rpm-cis").is_late());
    // It was held, and nobody has said what came of it.
    assert_eq!(step(&document, "tdag-25").late_days, Some(33));
    let mut report = model::Document::clone(document.plan().documents().get(id("TDAG-25-REPORT")).unwrap());
    report.issued = Some(day("2025-06-02"));
    document.perform(&Command::Put(report.into())).unwrap();
    assert!(step(&document, "tdag-25").is_done(), "its report is issued");
    let mut invitation = model::Document::new(id("letter"), "CL-25/1");
    (invitation.event, invitation.issued) = (Some(id("rpm-cm")), Some(day("2025-04-01")));
    invitation.kind = Some(DocumentKind::CircularLetter);
    document.perform(&Command::Put(invitation.into())).unwrap();
    assert!(step(&document, "rpm-cm").is_late(), "an invitation is no result");
    put(&mut document, "tdag-25", |row| row.state = Some(StepState::UnderWay));
    assert!(step(&document, "tdag-25").is_late(), "what somebody says counts");
    put(&mut document, "tdag-25", |row| row.state = Some(StepState::Done));
    assert_eq!(step(&document, "tdag-25").late_days, None);
    assert!(Preparation::of(document.plan(), None).counts().0 == 0, "nothing is late without a day");
}

#[test]
fn at_risk_says_why() {
    let mut document = document();
    let risks = |document: &Document, name: &str, on: &str| {
        Preparation::of(document.plan(), Some(day(on))).steps[&id(name)].risks.clone()
    };
    let bureau = Risk::Bureau(id("IRM-BUREAU"), 7);
    assert_eq!(risks(&document, "tdag-25", "2025-05-10"), [Risk::NoSlack(id("rpm-cm"))]);
    let late = [Risk::WaitsForLate(id("rpm-cm")), Risk::WaitsForLate(id("tdag-25")), bureau];
    assert_eq!(risks(&document, "irm-1", "2025-06-18"), late);
    for name in ["rpm-cm", "tdag-25"] {
        put(&mut document, name, |row| row.state = Some(StepState::Done));
    }
    assert_eq!(risks(&document, "irm-1", "2025-06-18"), [bureau]);
    let rows = document.plan().posts().iter().filter(|post| post.body == id("IRM-BUREAU"));
    let person = plenary::edit::new_person(document.plan(), "Ms A");
    let held = |post: &Post| Post { person: Some(person.id), designation: Designation::Confirmed, ..post.clone() };
    let mut rows: Vec<AnyRow> = rows.map(|post| held(post).into()).collect();
    rows.insert(0, person.clone().into());
    document.perform(&Command::PutMany(rows)).unwrap();
    assert_eq!(risks(&document, "irm-1", "2025-06-18"), []);
    // A late step of a planning area.
    put(&mut document, "site-visit-1", |row| row.state = Some(StepState::Open));
    assert_eq!(risks(&document, "area-venues", "2025-06-18"), [Risk::LateStep(id("site-visit-1"))]);
    put(&mut document, "area-venues", |row| row.state = Some(StepState::Done));
    assert_eq!(risks(&document, "area-venues", "2025-06-18"), []);
}

#[test]
fn a_document_goes_from_stage_to_stage_in_each_language() {
    let mut row = model::Document::new(id("D"), "WTDC-25/1");
    let french = Language::French;
    let mut days = Vec::new();
    for (on, stage) in [
        ("2025-10-01", DocumentStage::Received),
        ("2025-10-02", DocumentStage::InTranslation),
        ("2025-10-09", DocumentStage::Posted),
    ] {
        row = row.stepped(french, Some(day(on)));
        days.push(Some(day(on)));
        assert_eq!(row.stage(french), Some(stage));
    }
    assert_eq!(row.stages.get(french).unwrap().days.to_vec(), days);
    assert!(row.languages.contains(french), "delegates can read it");
    assert_eq!(row.stage(Language::Arabic), None);
    let back = row.clone().stepped_back(french);
    assert_eq!(back.stages.get(french).unwrap().days, [days[0], days[1], None]);
    assert!(!back.languages.contains(french));
    assert_eq!(row.stepped(french, None).stage(french), None, "after the last one it begins anew");
    let known = model::Document { languages: Language::ALL.into_iter().take(1).collect(), ..back };
    assert_eq!(known.stage(Language::English), Some(DocumentStage::Posted), "it exists in it");
    let due = |issued| model::Document { due: Some(day("2025-10-13")), issued, ..known.clone() };
    assert_eq!(due(None).late_days(day("2025-10-13")), None);
    assert_eq!(due(None).late_days(day("2025-10-15")), Some(2));
    assert_eq!(due(Some(day("2025-10-14"))).late_days(day("2025-10-15")), None);
}

#[test]
fn the_source_says_what_the_plan_has() {
    let plan = Template::Wtdc25.plan();
    let tally = event(&plan, "t08-consultation").tally.unwrap();
    assert_eq!(tally, Tally { announced: Some(true), ..Tally::default() }, "§2.7 gives no numbers");
    assert_eq!(Tally { in_favour: Some(97), needed: Some(98), ..tally }.is_reached(), Some(false));
    let areas: Vec<_> = plan.events().iter().filter(|row| row.kind == EventKind::PlanningArea).collect();
    assert_eq!(areas.len(), 10);
    assert!(areas.iter().all(|area| {
        area.sources.iter().any(|source| ["§2.", "Financial"].iter().any(|part| source.reference.starts_with(part)))
    }));
    assert!(areas.iter().all(|area| area.state != Some(StepState::Done)), "a site visit does not make hotels done");
    assert_eq!(event(&plan, "deadline-hls-requests").class, Some(DeadlineClass::Requests));
    let videos: Vec<_> = plan.documents().iter().filter(|row| row.kind == Some(DocumentKind::Video)).collect();
    assert!(videos.len() == 6 && videos.iter().all(|row| row.link.is_empty()), "the links are lost");
    let again = read_plan(plan_text(&plan).as_bytes()).unwrap();
    assert_eq!(again, plan);
}
