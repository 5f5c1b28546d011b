//! Own fields of sessions: what can stand in them, and what goes with them.

use plenary::edit::{Command, Document, Refusal, new_field, new_person};
use plenary::model::{
    FieldForm, FieldId, FieldSort, FieldValue, Holder, Number, OwnField, Patch, PatchError, Plan, RowError, RowId,
    Session, SessionId,
};
use plenary::store::{Template, plan_json, plan_text, read_plan};

const SORTS: [(&str, FieldSort); 5] = [
    ("Catering", FieldSort::Text),
    ("Chairs", FieldSort::Number),
    ("Paid", FieldSort::Date),
    ("Setup", FieldSort::Choice),
    ("Filmed", FieldSort::Tick),
];

/// A plan with a field of each sort; two sessions have something in each.
pub fn plan() -> Plan {
    let mut plan = Template::TwoDays.plan();
    for (title, sort) in SORTS {
        let mut field = new_field(&plan, Holder::Session, title.into(), sort.form());
        for title in ["Theatre", "Classroom"] {
            field.add_choice(title.into());
        }
        apply(&mut plan, |patch, plan| patch.put(plan, field));
    }
    for id in ["S03", "S05"] {
        let mut row = session(&plan, id);
        row.own.set(field(&plan, "Catering"), Some(FieldValue::Text("=cmd()".to_owned())));
        row.own.set(field(&plan, "Chairs"), Number::new(12.5).map(FieldValue::Number));
        row.own.set(field(&plan, "Paid"), Some(FieldValue::Date("2026-02-01".parse().unwrap())));
        row.own.set(field(&plan, "Setup"), Some(FieldValue::Choice("choice-02".parse().unwrap())));
        row.own.set(field(&plan, "Filmed"), Some(FieldValue::Tick));
        apply(&mut plan, |patch, plan| patch.put(plan, row));
    }
    plan
}

fn apply(plan: &mut Plan, change: impl FnOnce(&mut Patch, &Plan)) {
    let mut patch = Patch::default();
    change(&mut patch, plan);
    plan.apply(&patch).unwrap();
}

pub fn field(plan: &Plan, title: &str) -> FieldId {
    plan.fields().iter().find(|field| field.title == title.into()).unwrap().id
}

pub fn row(plan: &Plan, title: &str) -> OwnField {
    OwnField::clone(plan.fields().get(field(plan, title)).unwrap())
}

fn session(plan: &Plan, id: &str) -> Session {
    Session::clone(plan.sessions().get(id.parse().unwrap()).unwrap())
}

pub fn own(plan: &Plan, id: &str, title: &str) -> Option<FieldValue> {
    plan.sessions().get(id.parse::<SessionId>().unwrap()).unwrap().own.get(field(plan, title)).cloned()
}

#[test]
fn files_keep_fields_and_what_stands_in_them() {
    let plan = plan();
    let text = plan_text(&plan);
    for said in ["form: Choice([", "value: Number(12.5)", "value: Date(\"2026-02-01\")", "value: Tick"] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    assert_eq!(read_plan(text.as_bytes()), Ok(plan.clone()));
    assert_eq!(read_plan(plan_json(&plan).as_bytes()), Ok(plan));
}

#[test]
fn a_file_with_what_can_not_stand_in_a_field_is_refused() {
    let text = plan_text(&plan());
    for (right, wrong) in [
        ("value: Number(12.5)", "value: Text(\"twelve\")"),
        ("value: Number(12.5)", "value: Number(inf)"),
        ("value: Choice(\"choice-02\")", "value: Choice(\"choice-09\")"),
        ("value: Text(\"=cmd()\")", "value: Text(\"\")"),
        ("field: \"field-02\"", "field: \"field-01\""),
        ("field: \"field-02\"", "field: \"other\""),
    ] {
        assert!(text.contains(right), "{right}");
        let error = read_plan(text.replacen(right, wrong, 1).as_bytes()).unwrap_err();
        assert!(error.place.is_some(), "{wrong}: {error:?}");
    }
}

#[test]
fn nothing_stands_in_a_field_that_can_not() {
    let plan = plan();
    let refused = |change: &dyn Fn(&mut Session), why: RowError| {
        let mut odd = session(&plan, "S02");
        change(&mut odd);
        let mut document = Document::new(plan.clone());
        let refusal = document.perform(&Command::Put(odd.into())).unwrap_err();
        let row = RowId::Session("S02".parse().unwrap());
        assert_eq!(refusal, Refusal::Patch(PatchError::Impossible { row, why }));
    };
    let tick = |title| (field(&plan, title), Some(FieldValue::Tick));
    let (number, tick) = tick("Chairs");
    refused(&|row| row.own.set(number, tick.clone()), RowError::OtherValue);
    let choice = Some(FieldValue::Choice("none".parse().unwrap()));
    refused(&|row| row.own.set(field(&plan, "Setup"), choice.clone()), RowError::OtherValue);
    let far = Some(FieldValue::Date("3000-01-01".parse().unwrap()));
    refused(&|row| row.own.set(field(&plan, "Paid"), far.clone()), RowError::OutOfRange);
}

#[test]
fn a_field_takes_what_stood_there_with_it_and_one_step_brings_both_back() {
    let mut document = Document::new(plan());
    let before = document.plan().clone();
    let chairs = field(&before, "Chairs");
    document.perform(&Command::Remove(vec![chairs.into()])).unwrap();
    let after = document.plan();
    assert!(!after.fields().contains(chairs));
    assert!(after.sessions().iter().all(|session| session.own.get(chairs).is_none()));
    assert_eq!(own(after, "S03", "Filmed"), Some(FieldValue::Tick));
    document.undo();
    assert_eq!(*document.plan(), before);
}

#[test]
fn a_choice_is_renamed_for_all_sessions_and_one_that_goes_is_taken_from_them() {
    let mut document = Document::new(plan());
    let mut setup = row(document.plan(), "Setup");
    setup.choices_mut().unwrap()[1].title = "Boardroom".into();
    document.perform(&Command::Put(setup.clone().into())).unwrap();
    assert_eq!(own(document.plan(), "S05", "Setup"), Some(FieldValue::Choice("choice-02".parse().unwrap())));
    setup.choices_mut().unwrap().remove(1);
    let narrowed = Command::Put(setup.clone().into());
    document.perform(&narrowed).unwrap();
    assert_eq!(own(document.plan(), "S05", "Setup"), None);
    document.undo();
    assert!(own(document.plan(), "S05", "Setup").is_some());
    // A patch that would leave the value behind is refused.
    let mut plan = document.plan().clone();
    let mut patch = Patch::default();
    patch.put(&plan, setup);
    assert!(matches!(plan.apply(&patch), Err(PatchError::Impossible { why: RowError::OtherValue, .. })));
}

#[test]
fn another_type_takes_away_what_it_can_not_hold() {
    let mut document = Document::new(plan());
    let chairs = OwnField { form: FieldForm::Date, ..row(document.plan(), "Chairs") };
    document.perform(&Command::Put(chairs.into())).unwrap();
    assert_eq!(own(document.plan(), "S03", "Chairs"), None);
    assert_eq!(own(document.plan(), "S03", "Paid"), Some(FieldValue::Date("2026-02-01".parse().unwrap())));
}

/// The plan with one more field, which people have, and somebody in it.
fn plan_with_people() -> (Plan, plenary::model::PersonId) {
    let mut plan = plan();
    let mut hotel = new_field(&plan, Holder::Person, "Hotel".into(), FieldSort::Choice.form());
    for title in ["Park", "Sea"] {
        hotel.add_choice(title.into());
    }
    apply(&mut plan, |patch, plan| patch.put(plan, hotel));
    let mut ana = new_person(&plan, "Ana");
    ana.own.set(field(&plan, "Hotel"), Some(FieldValue::Choice("choice-02".parse().unwrap())));
    let id = ana.id;
    apply(&mut plan, |patch, plan| patch.put(plan, ana));
    (plan, id)
}

#[test]
fn people_have_fields_of_their_own_that_files_keep() {
    let (plan, ana) = plan_with_people();
    let written = [plan_text(&plan), plan_json(&plan)];
    assert!(written[0].contains("holder: Person"));
    for text in written {
        let read = read_plan(text.as_bytes()).unwrap();
        assert_eq!(read, plan);
        assert!(read.people().get(ana).unwrap().own.get(field(&plan, "Hotel")).is_some());
    }
    // Columns of sessions are those of sessions.
    let of = |holder| plan.fields_of(holder).count();
    assert_eq!((of(Holder::Session), of(Holder::Person), of(Holder::Room)), (5, 1, 0));
}

#[test]
fn what_people_have_goes_with_a_choice_and_with_the_field() {
    let (plan, ana) = plan_with_people();
    let mut document = Document::new(plan.clone());
    let has = |document: &Document| !document.plan().people().get(ana).unwrap().own.is_empty();
    let mut hotel = row(&plan, "Hotel");
    hotel.choices_mut().unwrap().remove(1);
    document.perform(&Command::Put(hotel.clone().into())).unwrap();
    assert!(!has(&document), "the choice is gone");
    document.undo();
    assert!(has(&document));
    let mut patch = Patch::default();
    patch.put(&plan, hotel);
    assert!(matches!(plan.clone().apply(&patch), Err(PatchError::Impossible { why: RowError::OtherValue, .. })));
    document.perform(&Command::Remove(vec![field(&plan, "Hotel").into()])).unwrap();
    assert!(!has(&document), "the field is gone");
}
