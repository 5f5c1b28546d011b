//! Comparing and merging: what holds for any plans and any edits, and a case for each sort of reference.

use std::collections::BTreeSet;

use plenary::edit::{AnyRow, Command, Document};
use plenary::merge::{
    Clash, Comparison, Conflict, Decision, Deed, FieldName, Merged, Part, Spot, Subject, Turn, Value, are_related,
    compare, conflicts, decide, merge, merge_apart,
};
use plenary::model::{
    CivilTime, FieldChoice, FieldForm, FieldValue, Header, Holder, Language, Length, LocalText, OwnField,
    Participation, Patch, Placement, Plan, Role, RowId, RuleChoice, Session, SessionId, SessionKind, Severity, Status,
    Waiver, Wish,
};
use plenary::store::{Template, plan_json, plan_text, read_plan};
use proptest::prelude::*;

use crate::edit::{Roll, command, rolls};
use crate::plans;

fn edited(plan: &Plan, rolls: &[Roll]) -> Plan {
    let mut document = Document::new(plan.clone());
    for roll in rolls {
        if let Some(command) = command(document.plan(), roll) {
            let _ = document.perform(&command);
        }
    }
    document.plan().clone()
}

/// The plan can be made from nothing, row by row, so every reference leads somewhere and every row is possible.
#[track_caller]
fn assert_whole(plan: &Plan) {
    let mut made = Plan::new(Header::clone(plan.header()));
    made.apply(&Patch::between(&made, plan)).expect("a merged plan is whole");
    assert_eq!(&made, plan);
}

/// Any plan whose sessions wish for nothing that they have, as every edit leaves them.
fn any_plan() -> impl Strategy<Value = Plan> {
    plans::plan().prop_map(|mut plan| {
        let mut patch = Patch::default();
        for session in plan.sessions().iter().filter(|session| session.placement.is_some()) {
            patch.put(&plan, Session { wish: Wish::default(), ..Session::clone(session) });
        }
        plan.apply(&patch).unwrap();
        plan
    })
}

/// Where something differs: each spot, and each row that is new or gone.
fn touched(comparison: &Comparison) -> BTreeSet<(Subject, Option<Spot>)> {
    let rows = comparison.rows.iter();
    rows.flat_map(|row| match row.deed {
        Deed::Changed => row.fields.iter().map(|field| (row.subject, Some(field.spot.clone()))).collect(),
        Deed::New | Deed::Removed => vec![(row.subject, None)],
    })
    .collect()
}

fn in_conflict(plan: &Plan) -> BTreeSet<Subject> {
    conflicts(plan).into_iter().map(|conflict| conflict.subject).collect()
}

/// What one side did and the other left alone is there, or is listed.
fn nothing_vanishes(base: &Plan, ours: &Plan, theirs: &Plan, merged: &Plan) -> Result<(), TestCaseError> {
    let listed = in_conflict(merged);
    let [by_us, by_them] = [ours, theirs].map(|side| touched(&compare(base, side)));
    let rows = |touched: &BTreeSet<(Subject, Option<Spot>)>| -> BTreeSet<Subject> {
        touched.iter().map(|(subject, _)| *subject).collect()
    };
    for (by_one, by_other, side) in [(&by_us, &by_them, ours), (&by_them, &by_us, theirs)] {
        let left = touched(&compare(merged, side));
        let rows_of_other = rows(by_other);
        for place in by_one {
            let is_alone = match place.1 {
                Some(_) => !by_other.contains(place) && !by_other.contains(&(place.0, None)),
                None => !rows_of_other.contains(&place.0),
            };
            let is_there = !left.contains(place) && !left.contains(&(place.0, None));
            prop_assert!(!is_alone || is_there || listed.contains(&place.0), "{place:?} has vanished");
        }
    }
    Ok(())
}

/// Decides everything, the first of what is left each time.
fn decided(merged: &Plan, decisions: &[u8]) -> Plan {
    let mut plan = merged.clone();
    let mut decisions = decisions.iter().cycle();
    while let Some(conflict) = conflicts(&plan).first() {
        let wanted = Decision::ALL[usize::from(*decisions.next().unwrap()) % 3];
        let patch = decide(&plan, conflict, wanted).or_else(|| decide(&plan, conflict, Decision::Mine)).unwrap();
        let before = conflicts(&plan).len();
        plan.apply(&patch).unwrap();
        assert!(conflicts(&plan).len() < before, "{conflict:?} is still there");
    }
    plan
}

fn check_all(base: &Plan, ours: &Plan, theirs: &Plan, decisions: &[u8]) -> Result<(), TestCaseError> {
    let Merged { plan, patch, renamed } = merge(base, ours, theirs);
    assert_whole(&plan);
    prop_assert_eq!(&read_plan(plan_text(&plan).as_bytes()).unwrap(), &plan, "a file keeps what is undecided");
    let mut again = ours.clone();
    again.apply(&patch).unwrap();
    prop_assert_eq!(&again, &plan, "the patch makes the plan");
    if renamed.is_empty() {
        nothing_vanishes(base, ours, theirs, &plan)?;
    }
    // A row that was given another name, and then changed, is not known again.
    let twice = if renamed.is_empty() { merge(base, &plan, theirs) } else { merge(base, &plan, base) };
    let [first, second] = [&plan, &twice.plan].map(conflicts);
    let more: Vec<_> = second.iter().filter(|conflict| !first.contains(conflict)).collect();
    let fewer: Vec<_> = first.iter().filter(|conflict| !second.contains(conflict)).collect();
    prop_assert!(more.is_empty() && fewer.is_empty(), "merging twice: {more:?} and not {fewer:?}");
    prop_assert_eq!(touched(&compare(&plan, &twice.plan)), BTreeSet::new(), "merging twice changes nothing");
    let mine = decided(&plan, &[0]);
    prop_assert_eq!(touched(&compare(&plan, &mine)), BTreeSet::new(), "mine is as it is");
    prop_assert!(mine.undecided().is_empty());
    let decided = decided(&plan, decisions);
    assert_whole(&decided);
    prop_assert!(decided.undecided().is_empty());
    let other = merge(base, theirs, ours);
    if conflicts(&plan).is_empty() && conflicts(&other.plan).is_empty() && renamed.is_empty() {
        prop_assert_eq!(touched(&compare(&plan, &other.plan)), BTreeSet::new(), "whoever merges");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn two_people_edit_one_plan(ours in rolls(), theirs in rolls(), decisions in prop::collection::vec(0_u8..3, 1..6)) {
        let base = Template::Wtdc25.plan();
        let (ours, theirs) = (edited(&base, &ours), edited(&base, &theirs));
        check_all(&base, &ours, &theirs, &decisions)?;
    }

    #[test]
    fn any_three_plans_merge(plans in [any_plan(), any_plan(), any_plan()], decisions in prop::collection::vec(0_u8..3, 1..6)) {
        let [base, ours, theirs] = &plans;
        check_all(base, ours, theirs, &decisions)?;
    }

    #[test]
    fn merging_with_oneself_or_with_what_did_not_change_is_nothing(plans in [any_plan(), any_plan()]) {
        let [base, other] = &plans;
        prop_assert_eq!(&merge(base, other, other).plan, other);
        prop_assert_eq!(&merge(base, other, base).plan, other);
        prop_assert_eq!(touched(&compare(&merge(base, base, other).plan, other)), BTreeSet::new());
        prop_assert_eq!(conflicts(&merge(base, base, other).plan), Vec::new());
    }
}

fn id<I: std::str::FromStr>(text: &str) -> I
where
    I::Err: std::fmt::Debug,
{
    text.parse().unwrap()
}

/// The plan after some rows were put, or removed as the desk does.
fn with(plan: &Plan, rows: Vec<AnyRow>) -> Plan {
    with_all(plan, vec![Command::PutMany(rows)])
}

fn without(plan: &Plan, row: RowId) -> Plan {
    with_all(plan, vec![Command::Remove(vec![row])])
}

fn with_all(plan: &Plan, commands: Vec<Command>) -> Plan {
    let mut document = Document::new(plan.clone());
    for command in commands {
        document.perform(&command).unwrap();
    }
    document.plan().clone()
}

fn session(plan: &Plan, name: &str, change: impl Fn(&mut Session)) -> AnyRow {
    let mut session = Session::clone(plan.sessions().get(id(name)).unwrap());
    change(&mut session);
    session.into()
}

/// A placed session of the built-in plan that has a room, and two other rooms.
fn placed() -> (Plan, String, [plenary::model::RoomId; 2]) {
    let plan = Template::Wtdc25.plan();
    let found = plan
        .sessions()
        .iter()
        .find(|session| session.rooms().len() == 1 && !session.pinned && session.length().mins() >= 60)
        .unwrap();
    let (name, own) = (found.id.to_string(), found.rooms()[0]);
    let mut rooms = plan.rooms().ids().filter(|&room| room != own);
    let rooms = [rooms.next().unwrap(), rooms.next().unwrap()];
    (plan.clone(), name, rooms)
}

fn place(session: &mut Session, change: impl Fn(&mut Placement)) {
    change(session.placement.as_mut().unwrap());
}

/// The only thing to decide.
#[track_caller]
fn only(plan: &Plan) -> Conflict {
    let all = conflicts(plan);
    assert_eq!(all.len(), 1, "{all:?}");
    all[0].clone()
}

fn decided_so(plan: &Plan, decision: Decision) -> Plan {
    let mut plan = plan.clone();
    plan.apply(&decide(&plan, &only(&plan), decision).unwrap()).unwrap();
    assert_eq!(conflicts(&plan), []);
    assert!(plan.undecided().is_empty());
    plan
}

#[test]
fn one_moves_and_the_other_takes_another_room() {
    let (base, name, [room, _]) = placed();
    let ours = with(&base, vec![session(&base, &name, |s| place(s, |at| at.start = at.start.plus_mins(15)))]);
    let theirs = with(&base, vec![session(&base, &name, |s| place(s, |at| at.rooms = vec![room]))]);
    let merged = merge(&base, &ours, &theirs).plan;
    assert_eq!(conflicts(&merged), []);
    let (was, is) = (base.sessions().get(id(&name)).unwrap(), merged.sessions().get(id(&name)).unwrap());
    assert_eq!(is.placement.as_ref().unwrap().start, was.placement.as_ref().unwrap().start.plus_mins(15));
    assert_eq!(is.rooms(), [room]);
    let row = &compare(&base, &merged).rows[0];
    assert_eq!(row.turn, Some(Turn::Moved { time: true, rooms: true }));
}

#[test]
fn both_pull_an_edge_and_both_edges_can_be_kept() {
    let (base, name, _) = placed();
    let was = base.sessions().get(id(&name)).unwrap().placement.clone().unwrap();
    let shorter = Length::clamped(was.length.mins() - 10);
    let ours = with(&base, vec![session(&base, &name, |s| place(s, |at| at.length = shorter))]);
    let later = |at: &mut Placement| (at.start, at.length) = (at.start.plus_mins(10), shorter);
    let theirs = with(&base, vec![session(&base, &name, |s| place(s, later))]);
    let merged = merge(&base, &ours, &theirs).plan;
    let Clash::Field { spot, ours: here, .. } = only(&merged).clash else { panic!() };
    assert_eq!(spot, Spot { field: FieldName::Placement, part: Part::Time });
    assert_eq!(here, Value::Span(was.start, shorter));
    let of = |plan: &Plan| plan.sessions().get(id(&name)).unwrap().placement.clone().unwrap();
    assert_eq!(of(&decided_so(&merged, Decision::Mine)), of(&ours));
    assert_eq!(of(&decided_so(&merged, Decision::Theirs)), of(&theirs));
    let both = of(&decided_so(&merged, Decision::Both));
    assert_eq!((both.start, both.end()), (of(&theirs).start, of(&ours).end()));
}

#[test]
fn both_take_another_room() {
    let (base, name, rooms) = placed();
    let to = |room| with(&base, vec![session(&base, &name, |s| place(s, |at| at.rooms = vec![room]))]);
    let merged = merge(&base, &to(rooms[0]), &to(rooms[1])).plan;
    let of = |plan: &Plan| plan.sessions().get(id(&name)).unwrap().rooms().to_vec();
    assert_eq!(of(&merged), [rooms[0]], "as here until then");
    assert_eq!(read_plan(plan_json(&merged).as_bytes()).unwrap(), merged, "a file keeps what is undecided");
    assert_eq!(of(&decided_so(&merged, Decision::Theirs)), [rooms[1]]);
    assert_eq!(of(&decided_so(&merged, Decision::Both)), rooms);
}

#[test]
fn a_title_in_two_languages_is_two_texts() {
    let (base, name, _) = placed();
    let call = |texts: [(Language, &str); 2]| {
        with(
            &base,
            vec![session(&base, &name, |s| texts.into_iter().for_each(|(language, text)| s.title.set(language, text)))],
        )
    };
    let title = |plan: &Plan| plan.sessions().get(id(&name)).unwrap().title.clone();
    let ours = call([(Language::English, "Ours"), (Language::Chinese, "我们")]);
    let theirs = call([(Language::English, "Theirs"), (Language::Arabic, "لهم")]);
    let merged = merge(&base, &ours, &theirs).plan;
    assert_eq!(title(&merged), title(&ours).with(Language::Arabic, "لهم"));
    let conflict = only(&merged);
    assert_eq!(decide(&merged, &conflict, Decision::Both), None);
    assert_eq!(title(&decided_so(&merged, Decision::Theirs)).exact(Language::English), Some("Theirs"));
}

#[test]
fn removed_here_and_changed_there_and_the_other_way_round() {
    let (base, name, _) = placed();
    let changed = with(&base, vec![session(&base, &name, |s| s.remarks = "moved to the terrace".to_owned())]);
    let row = RowId::Session(id(&name));
    let removed = without(&base, row);
    let merged = merge(&base, &removed, &changed).plan;
    assert_eq!(only(&merged), Conflict { subject: Subject::Row(row), clash: Clash::RemovedHere });
    assert!(!merged.contains(row) && !decided_so(&merged, Decision::Mine).contains(row));
    assert_eq!(decided_so(&merged, Decision::Theirs).sessions().get(id(&name)), changed.sessions().get(id(&name)));
    let merged = merge(&base, &changed, &removed).plan;
    assert_eq!(only(&merged), Conflict { subject: Subject::Row(row), clash: Clash::RemovedThere });
    assert!(merged.contains(row) && !decided_so(&merged, Decision::Theirs).contains(row));
}

/// Each sort of reference: a row that was removed on one side, and that something newly refers to on the other.
#[test]
fn what_is_referred_to_is_not_lost() {
    let base = Template::Wtdc25.plan();
    let free = |row: RowId| !has_referrer(&base, row);
    let sessions = || base.sessions().iter().map(|row| RowId::from(row.id)).find(|&row| free(row)).unwrap();
    let kept: SessionId = base.sessions().ids().find(|&one| RowId::from(one) != sessions()).unwrap();
    let own = OwnField {
        id: id("own"),
        title: "Own".into(),
        holder: Holder::Session,
        form: FieldForm::Text,
        handed_out: false,
        sources: Vec::new(),
    };
    let with_field = with(&base, vec![AnyRow::from(own)]);
    let change = |target: RowId, base: &Plan| -> AnyRow {
        session(base, kept.as_str(), |s| match target {
            RowId::Room(room) => place_in(s, room),
            RowId::Body(body) => s.bodies.push(body),
            RowId::Person(person) => s.people.push(Participation { person, role: Role::Speaker }),
            RowId::Topic(topic) => s.topics.push(topic),
            RowId::Document(document) => s.documents.push(document),
            RowId::Session(session) => s.after.push(session),
            RowId::Event(event) => s.event = event,
            RowId::Field(field) => s.own.set(field, Some(FieldValue::Text("text".to_owned()))),
            RowId::Kind(kind) => (s.own_kind, s.kind) = (Some(kind), SessionKind::Talk),
            _ => unreachable!(),
        })
    };
    let kind = plenary::model::OwnKind {
        id: id("own"),
        title: "Own".into(),
        nature: SessionKind::Talk,
        hue: plenary::model::Hue::Blue,
        sign: SessionKind::Talk,
        sources: Vec::new(),
    };
    let new = [
        RowId::Kind(id("own")),
        RowId::Field(id("own")),
        RowId::Room(id("new")),
        RowId::Body(id("new")),
        RowId::Person(id("new")),
        RowId::Topic(id("new")),
        RowId::Document(id("new")),
        RowId::Event(id("new")),
        sessions(),
    ];
    let base = with(&with_field, vec![AnyRow::from(kind)]);
    let base = with(&base, new_rows(&base));
    for target in new {
        let referring = with(&base, vec![change(target, &base)]);
        let removed = without(&base, target);
        // Here it is referred to, there it was removed: it stays.
        let merged = merge(&base, &referring, &removed).plan;
        assert_eq!(only(&merged), Conflict { subject: Subject::Row(target), clash: Clash::RemovedThere });
        assert_eq!(merged.sessions(), referring.sessions());
        let gone = decided_so(&merged, Decision::Theirs);
        assert!(!gone.contains(target));
        assert_whole(&gone);
        // The other way round: the session is as it was, and theirs brings the row back.
        let merged = merge(&base, &removed, &referring).plan;
        let conflict = only(&merged);
        assert_eq!(conflict.subject, Subject::Row(kept.into()), "{target}");
        assert!(!merged.contains(target));
        let back = decided_so(&merged, Decision::Theirs);
        assert!(back.contains(target));
        assert_eq!(back.sessions().get(kept), referring.sessions().get(kept));
        assert_eq!(decided_so(&merged, Decision::Mine).sessions().get(kept), removed.sessions().get(kept));
    }
}

fn place_in(session: &mut Session, room: plenary::model::RoomId) {
    if let Some(at) = &mut session.placement {
        at.rooms.push(room);
    } else {
        session.wish.rooms.push(room);
    }
}

fn has_referrer(plan: &Plan, row: RowId) -> bool {
    let mut found = false;
    plenary::model::Referrers::each_referrer(plan, &BTreeSet::from([row]), &mut |_, _| found = true);
    found
}

fn new_rows(plan: &Plan) -> Vec<AnyRow> {
    use plenary::edit::{new_body, new_document, new_event, new_person, new_room, new_topic};
    vec![
        AnyRow::from(plenary::model::Room { id: id("new"), ..new_room(plan, "New") }),
        AnyRow::from(plenary::model::Body { id: id("new"), ..new_body(plan, "New") }),
        AnyRow::from(plenary::model::Person { id: id("new"), ..new_person(plan, "New") }),
        AnyRow::from(plenary::model::Topic { id: id("new"), ..new_topic(plan, "New") }),
        AnyRow::from(plenary::model::Document { id: id("new"), ..new_document(plan, "New") }),
        AnyRow::from(plenary::model::Event { id: id("new"), ..new_event(plan, "New") }),
    ]
}

#[test]
fn what_was_made_in_a_removed_event_brings_it_back() {
    let base = Template::Wtdc25.plan();
    let base = with(&base, new_rows(&base));
    let new = Session { title: "New".into(), ..Session::new(id("S999"), id("new"), SessionKind::Talk) };
    let theirs = with(&base, vec![AnyRow::from(new)]);
    let ours = without(&base, RowId::Event(id("new")));
    let merged = merge(&base, &ours, &theirs).plan;
    assert_eq!(only(&merged).clash, Clash::New);
    assert_eq!(touched(&compare(&decided_so(&merged, Decision::Theirs), &theirs)), BTreeSet::new());
}

#[test]
fn an_event_that_was_removed_goes_when_its_last_session_does() {
    let base = Template::Wtdc25.plan();
    let base = with(&base, new_rows(&base));
    let new = Session::new(id("S999"), id("new"), SessionKind::Talk);
    let base = with(&base, vec![AnyRow::from(new)]);
    let ours = with(&base, vec![session(&base, "S999", |s| s.status = Status::Confirmed)]);
    let theirs = without(&base, RowId::Event(id("new")));
    let mut merged = merge(&base, &ours, &theirs).plan;
    assert_eq!(conflicts(&merged).len(), 2, "the session that was changed, and its event");
    let of_session = conflicts(&merged).into_iter().find(|one| one.subject == Subject::Row(RowId::Session(id("S999"))));
    merged.apply(&decide(&merged, &of_session.unwrap(), Decision::Theirs).unwrap()).unwrap();
    assert_eq!((conflicts(&merged), &merged), (Vec::new(), &theirs));
}

#[test]
fn two_new_sessions_of_one_name_are_two() {
    let base = Template::Wtdc25.plan();
    let event = base.main_event().unwrap().id;
    let new = |title: &str| Session { title: title.into(), ..Session::new(id("S900"), event, SessionKind::Talk) };
    let after = Session {
        after: vec![id("S900")],
        title: "After theirs".into(),
        ..Session::new(id("S950"), event, SessionKind::Talk)
    };
    let ours = with(&base, vec![AnyRow::from(new("Ours"))]);
    let theirs = with(&base, vec![AnyRow::from(new("Theirs")), AnyRow::from(after)]);
    let Merged { plan, renamed, .. } = merge(&base, &ours, &theirs);
    assert_eq!(conflicts(&plan), []);
    assert_eq!(renamed.into_iter().collect::<Vec<_>>(), [(RowId::Session(id("S900")), RowId::Session(id("S901")))]);
    let title = |name: &str| plan.sessions().get(id(name)).unwrap().title.get(Language::English).to_owned();
    assert_eq!((title("S900"), title("S901")), ("Ours".to_owned(), "Theirs".to_owned()));
    assert_eq!(plan.sessions().get(id("S950")).unwrap().after, [id("S901")]);
    assert_eq!(merge(&base, &plan, &theirs).plan, plan, "and stay two when merged once more");
}

#[test]
fn a_session_that_both_made_under_two_names_is_one_whoever_merges() {
    let base = Template::Wtdc25.plan();
    let [one, other] = [0, 1].map(|at| base.rooms().ids().nth(at).unwrap());
    let start = base.main_event().unwrap().dates.span().start.plus_mins(9 * 60);
    let new = |name: &str, title: &str, room| {
        let mut session = Session::new(id(name), base.main_event().unwrap().id, SessionKind::Talk);
        let length = plenary::model::Length::from_mins(60).unwrap();
        (session.title, session.placement) = (title.into(), Some(Placement { start, length, rooms: vec![room] }));
        AnyRow::from(session)
    };
    let ours = with(&base, vec![new("S900", "Twin", one)]);
    let theirs = with(&base, vec![new("S901", "Twin", other), new("S900", "Another", other)]);
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let merged = merge(&base, ours, theirs);
        let titles: Vec<_> = merged.plan.sessions().iter().filter(|row| !base.sessions().contains(row.id)).collect();
        let twins = titles.iter().filter(|row| row.title.get(Language::English) == "Twin").count();
        assert_eq!((titles.len(), twins), (2, 1), "{:?}", merged.renamed);
        let Clash::Field { spot, .. } = only(&merged.plan).clash else { panic!() };
        assert_eq!(spot.part, Part::Rooms, "in which room it is somebody decides");
        assert_eq!(merge(&base, &merged.plan, theirs).plan, merged.plan, "and once more changes nothing");
    }
}

#[test]
fn what_waits_is_one_with_what_waits_in_the_same_event() {
    let base = with(&Template::Wtdc25.plan(), vec![AnyRow::from(another_event(&Template::Wtdc25.plan()))]);
    let [here, there] = [base.main_event().unwrap().id, another_event(&Template::Wtdc25.plan()).id];
    let new = |name: &str, event| {
        AnyRow::from(Session { title: "Twin".into(), ..Session::new(id(name), event, SessionKind::Talk) })
    };
    let ours = with(&base, vec![new("S900", here), new("S910", here)]);
    let theirs = with(&base, vec![new("S901", there), new("S902", here), new("S910", there)]);
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let merged = merge(&base, ours, theirs);
        assert_eq!(conflicts(&merged.plan), []);
        let made = merged.plan.sessions().iter().filter(|row| !base.sessions().contains(row.id));
        let mut events: Vec<_> = made.map(|row| row.event).collect();
        events.sort_unstable();
        let mut expected = [here, here, there, there];
        expected.sort_unstable();
        assert_eq!(events, expected, "{:?}", merged.renamed);
        assert_eq!(merge(&base, &merged.plan, theirs).plan, merged.plan, "and once more changes nothing");
    }
}

/// An event that the plan does not have.
fn another_event(plan: &Plan) -> plenary::model::Event {
    let main = plan.main_event().unwrap();
    plenary::model::Event { id: id("AFTER"), title: "Afterwards".into(), ..plenary::model::Event::clone(main) }
}

#[test]
fn thousands_that_wait_on_both_sides_are_merged_at_once() {
    let base = Template::Wtdc25.plan();
    let event = base.main_event().unwrap().id;
    let side = |letter: &str, title: &dyn Fn(usize) -> String| {
        let new = |number: usize| Session {
            title: title(number).as_str().into(),
            ..Session::new(id(&format!("{letter}{number:04}")), event, SessionKind::Talk)
        };
        with(&base, (1..=3000).map(new).map(AnyRow::from).collect())
    };
    let count = base.sessions().len();
    let named = |number: usize| format!("Talk {number}");
    for (theirs, expected) in [
        (side("T", &named), 3000),
        (side("T", &|number| format!("Speech {number}")), 6000),
        (side("S", &|number| format!("Speech {number}")), 6000),
        (side("T", &|_| "Talk".to_owned()), 6000),
    ] {
        let begun = std::time::Instant::now();
        let merged = merge(&base, &side("S", &named), &theirs);
        assert_eq!((merged.plan.sessions().len() - count, conflicts(&merged.plan).len()), (expected, 0));
        assert!(begun.elapsed() < std::time::Duration::from_secs(20), "{:?}", begun.elapsed());
    }
    let alike = [side("S", &|_| "Talk".to_owned()), side("T", &|_| "Talk".to_owned())];
    assert_eq!(merge(&base, &alike[0], &alike[1]).plan.sessions().len() - count, 3000);
}

#[test]
fn plans_without_a_row_in_common_have_nothing_to_do_with_one_another() {
    let wtdc = Template::Wtdc25.plan();
    let other = edited(&Plan::new(Header::in_zone(plenary::model::zone::Tz::UTC)), &[]);
    assert!(are_related(&wtdc, &other) && are_related(&other, &wtdc), "one without rows has no others");
    let room = plenary::model::Room { title: "A room of its own".into(), ..plenary::edit::new_room(&other, "x") };
    let other = with(&other, vec![AnyRow::from(room.clone())]);
    assert!(!are_related(&wtdc, &other) && !are_related(&other, &wtdc));
    // A row that only has the name of another one is not in common.
    let named = plenary::model::Room { id: wtdc.rooms().ids().next().unwrap(), ..room };
    assert!(!are_related(&wtdc, &with(&Plan::new(Header::in_zone(plenary::model::zone::Tz::UTC)), vec![named.into()])));
    assert!(are_related(&wtdc, &without(&wtdc, wtdc.sessions().ids().next().unwrap().into())));
    let with_identity = |plan: &Plan| plan.clone().with_identity(uuid::Uuid::from_u128(7));
    assert!(are_related(&with_identity(&wtdc), &with_identity(&other)));
}

#[test]
fn what_was_brought_in_on_both_sides_is_nothing_to_decide() {
    let base = Template::Wtdc25.plan();
    let came = |last: &str| {
        session(&base, "S01", |row| {
            let (source, id) = ("table:programme".to_owned(), "T1".to_owned());
            row.arrived = Some(plenary::model::Arrived { source, id, last: last.to_owned() });
        })
    };
    let [ours, theirs] = ["title:1", "title:2"].map(|last| with(&base, vec![came(last)]));
    let merged = [merge(&base, &ours, &theirs), merge(&base, &theirs, &ours)].map(|merged| merged.plan);
    assert!(merged.iter().all(|plan| conflicts(plan).is_empty()));
    assert_eq!(merged[0], merged[1]);
    assert_eq!(compare(&ours, &theirs).rows, []);
}

#[test]
fn what_both_made_of_one_thing_is_one() {
    let base = Template::Wtdc25.plan();
    let person = |contact: &str, function: &str| {
        AnyRow::from(plenary::model::Person {
            id: id("p-900"),
            contact: contact.to_owned(),
            function: function.to_owned(),
            ..plenary::edit::new_person(&base, "Anna Marti")
        })
    };
    let merged =
        merge(&base, &with(&base, vec![person("anna@example.org", "")]), &with(&base, vec![person("", "Chair")]));
    assert_eq!((merged.renamed.len(), conflicts(&merged.plan).len()), (0, 0));
    let row = merged.plan.people().get(id("p-900")).unwrap();
    assert_eq!((&*row.contact, &*row.function), ("anna@example.org", "Chair"));
    let rule = |severity, number| {
        let numbers = [("minutes".to_owned(), number)].into();
        AnyRow::from(RuleChoice { id: id("lunch"), severity, numbers })
    };
    let merged = merge(
        &base,
        &with(&base, vec![rule(Some(Severity::Hint), 5)]),
        &with(&base, vec![rule(Some(Severity::Hint), 6)]),
    );
    let Clash::Field { spot, .. } = only(&merged.plan).clash else { panic!() };
    assert_eq!(spot.part, Part::Number("minutes".to_owned()));
}

#[test]
fn two_reasons_for_one_waiver_are_saved_and_decided() {
    let base = Template::Wtdc25.plan();
    let waived = |reason: &str| {
        let (rule, facts, reason) = (id("room-taken-twice"), "A".to_owned(), reason.to_owned());
        with(&base, vec![Waiver { id: id("W900"), rule, sessions: vec![id("S08")], facts, reason }.into()])
    };
    let merged = merge(&base, &waived("they share the hall"), &waived("it is one meeting")).plan;
    for text in [plan_text(&merged), plan_json(&merged)] {
        assert_eq!(read_plan(text.as_bytes()).unwrap(), merged, "what is undecided opens again");
    }
    let theirs = decided_so(&merged, Decision::Theirs);
    assert_eq!(theirs.waivers().get(id("W900")).unwrap().reason, "it is one meeting");
}

#[test]
fn an_own_field_goes_on_taking_what_is_in_it() {
    let base = Template::Wtdc25.plan();
    let field = |form| OwnField {
        id: id("own"),
        title: "Own".into(),
        holder: Holder::Session,
        form,
        handed_out: false,
        sources: Vec::new(),
    };
    let choice = |name: &str| FieldChoice { id: id(name), title: name.into() };
    let base = with(&base, vec![AnyRow::from(field(FieldForm::Choice(vec![choice("a"), choice("b")])))]);
    let name = base.sessions().ids().next().unwrap().to_string();
    let set =
        |plan: &Plan, name: &str, value: FieldValue| session(plan, name, |s| s.own.set(id("own"), Some(value.clone())));
    let ours = with(&base, vec![set(&base, &name, FieldValue::Choice(id("b")))]);
    let theirs = with(&base, vec![AnyRow::from(field(FieldForm::Choice(vec![choice("c"), choice("a")])))]);
    let merged = merge(&base, &ours, &theirs).plan;
    let Conflict { subject: Subject::Row(RowId::Field(_)), .. } = conflicts(&merged)[0] else { panic!() };
    assert_eq!(merged.sessions(), ours.sessions());
    let mut plan = merged;
    while let Some(conflict) = conflicts(&plan).first() {
        plan.apply(&decide(&plan, conflict, Decision::Theirs).unwrap()).unwrap();
    }
    assert_eq!(plan.fields(), theirs.fields());
    assert_eq!(plan.sessions(), base.sessions(), "with the choice goes what had it");
    // They put in what the field takes no more.
    let ours = with(&base, vec![AnyRow::from(field(FieldForm::Number))]);
    let theirs = with(&base, vec![set(&base, &name, FieldValue::Choice(id("b")))]);
    let merged = merge(&base, &ours, &theirs).plan;
    assert_eq!(decide(&merged, &only(&merged), Decision::Theirs), None, "it can not stand there");
    assert_eq!(decided_so(&merged, Decision::Mine).fields(), ours.fields());
}

#[test]
fn a_kind_that_behaves_otherwise_is_one_change() {
    let base = Template::Wtdc25.plan();
    let kind = |nature| plenary::model::OwnKind {
        id: id("own"),
        title: "Own".into(),
        nature,
        hue: plenary::model::Hue::Blue,
        sign: SessionKind::Talk,
        sources: Vec::new(),
    };
    let base = with(&base, vec![AnyRow::from(kind(SessionKind::Talk))]);
    let name = base.sessions().ids().next().unwrap().to_string();
    let base = with(&base, vec![session(&base, &name, |s| s.call(&base, plenary::model::Kind::Own(id("own"))))]);
    let [ours, theirs] =
        [SessionKind::Panel, SessionKind::Poster].map(|nature| with(&base, vec![AnyRow::from(kind(nature))]));
    let merged = merge(&base, &ours, &theirs).plan;
    let Clash::Field { spot, .. } = only(&merged).clash else { panic!() };
    assert_eq!(spot.field, FieldName::Nature);
    let taken = decided_so(&merged, Decision::Theirs);
    assert_eq!(taken.sessions().get(id(&name)).unwrap().kind, SessionKind::Poster);
    assert_eq!(compare(&base, &theirs).rows.len(), 1, "its sessions follow, and are no change of their own");
}

#[test]
fn the_header_merges_as_rows_do() {
    let base = Template::Wtdc25.plan();
    let head = |change: &dyn Fn(&mut Header)| {
        let mut header = Header::clone(base.header());
        change(&mut header);
        let (mut plan, mut patch) = (base.clone(), Patch::default());
        patch.put_header(&plan, header);
        plan.apply(&patch).unwrap();
        plan
    };
    let ours = head(&|header| (header.release, header.title) = (1, LocalText::from("Ours")));
    let theirs = head(&|header| (header.language, header.title) = (Language::French, LocalText::from("Theirs")));
    let merged = merge(&base, &ours, &theirs).plan;
    assert_eq!((merged.header().release, merged.header().language), (1, Language::French));
    assert!(only(&merged).subject == Subject::Header);
    assert_eq!(decided_so(&merged, Decision::Theirs).header().title, theirs.header().title);
}

#[test]
fn a_session_is_told_in_the_words_of_planners() {
    let (base, name, [room, _]) = placed();
    let told = |row: AnyRow| compare(&base, &with(&base, vec![row])).rows[0].turn;
    let moved = |time, rooms| Some(Turn::Moved { time, rooms });
    assert_eq!(told(session(&base, &name, |s| s.status = Status::Cancelled)), Some(Turn::Cancelled));
    assert_eq!(told(session(&base, &name, |s| s.unschedule())), Some(Turn::Unplaced));
    assert_eq!(told(session(&base, &name, |s| place(s, |at| at.start = at.start.plus_mins(5)))), moved(true, false));
    assert_eq!(told(session(&base, &name, |s| place(s, |at| at.rooms = vec![room]))), moved(false, true));
    assert_eq!(told(session(&base, &name, |s| s.remarks = "new".to_owned())), Some(Turn::Changed));
    let start: CivilTime = "2025-11-20T12:00".parse().unwrap();
    let new = Session::new(id("S900"), base.main_event().unwrap().id, SessionKind::Talk);
    let placement = Placement { start, length: Length::HOUR, rooms: Vec::new() };
    assert_eq!(told(Session { placement: Some(placement), ..new }.into()), Some(Turn::New));
    let row = RowId::Session(id(&name));
    let gone = compare(&base, &without(&base, row));
    let gone = gone.rows.iter().find(|one| one.subject == Subject::Row(row)).unwrap();
    assert_eq!((gone.deed, gone.turn), (Deed::Removed, Some(Turn::Removed)));
}

#[test]
fn without_a_common_state_nothing_is_taken_back_and_what_differs_is_decided() {
    let base = Template::Wtdc25.plan();
    let event = base.main_event().unwrap().id;
    let [changed, kept] = [0, 1].map(|at| base.sessions().ids().nth(at).unwrap().to_string());
    let ours = with(
        &base,
        vec![
            session(&base, &kept, |s| s.remarks = "ours".to_owned()),
            Session::new(id("S900"), event, SessionKind::Talk).into(),
        ],
    );
    let theirs = with(
        &base,
        vec![
            session(&base, &changed, |s| s.remarks = "theirs".to_owned()),
            Session::new(id("S901"), event, SessionKind::Talk).into(),
        ],
    );
    let merged = merge_apart(&ours, &theirs).plan;
    assert!(["S900", "S901"].iter().all(|new| merged.sessions().contains(id(new))));
    assert_eq!(merged.sessions().get(id(&kept)), ours.sessions().get(id(&kept)));
    let open = conflicts(&merged);
    assert_eq!(open.len(), 2, "the one that was changed here, and the one that was changed there");
    let mut plan = merged.clone();
    for conflict in &open {
        plan.apply(&decide(&plan, conflict, Decision::Theirs).unwrap()).unwrap();
    }
    assert_eq!(touched(&compare(&plan, &theirs)), BTreeSet::from([(Subject::Row(RowId::Session(id("S900"))), None)]));
    assert_eq!(merge_apart(&base, &base).patch, Patch::default());
}
