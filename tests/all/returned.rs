//! What was handed out as a table comes back: unchanged where nobody touched it, and with what somebody did where somebody did.

use chrono::{DateTime, NaiveDate};
use plenary::edit::{Command, Document, resolve};
use plenary::exchange::incoming::sheets::{Sheet, TextChoices, read};
use plenary::exchange::incoming::{Field, Grid, Incoming, Known, Near, Outcome, Pasted, Remembered, returning};
use plenary::exchange::{Progress, Request, export, exporter};
use plenary::model::{
    FieldForm, FieldValue, Holder, Language, Number, Participation, Plan, Role, RowId, Session, SessionId, Wish,
};
use proptest::prelude::*;
use proptest::sample::select;

use super::plans::{before_agendas, plan};

const NEAR: Near = Near {
    day: match NaiveDate::from_ymd_opt(2025, 11, 20) {
        Some(day) => day,
        None => panic!(),
    },
    language: Language::English,
};

fn handed_out(plan: &Plan, format: &str, languages: &[Language], is_internal: bool) -> Vec<u8> {
    let request = Request { languages: languages.to_vec(), is_internal, ..Request::new(exporter(format).unwrap()) };
    export(plan, &request, DateTime::UNIX_EPOCH, &Progress::default()).unwrap().remove(0).bytes
}

/// What one of the tables would make of a plan.
fn incoming(plan: &Plan, sheets: &[Sheet], place: usize) -> Incoming {
    let (rows, returned) = returning(sheets, place, plan);
    let known = Known::new(plan);
    let pasted = Pasted::coming(Grid::of_rows(&rows).unwrap(), &known, &Remembered::new(), returned);
    Incoming::new(&pasted, plan, known, NEAR)
}

/// The tables of sessions: all of a text; of a workbook the first, those of days, and for the team what waits.
fn tables_of_sessions(plan: &Plan, sheets: &[Sheet], is_internal: bool) -> Vec<usize> {
    let heads = |place: usize| &sheets[place].rows[0].cells;
    let waits = plan.sessions().iter().any(|session| session.placement.is_none());
    let alike = (0..sheets.len()).take_while(|&place| heads(place) == heads(0));
    let mut places: Vec<usize> = alike.collect();
    if waits && is_internal && sheets.len() > 1 {
        places.push(places.len());
    }
    places
}

fn check_unchanged(plan: &Plan, sheets: &[Sheet], is_internal: bool) -> Result<(), TestCaseError> {
    for place in tables_of_sessions(plan, sheets, is_internal) {
        if sheets[place].rows.len() < 2 {
            continue;
        }
        let incoming = incoming(plan, sheets, place);
        prop_assert_eq!(incoming.command(), None, "{}: {:?}", &sheets[place].name, &incoming.rows);
        let others = incoming.rows.iter().filter(|row| !matches!(row.outcome, Outcome::Same(_))).count();
        prop_assert_eq!(others, 0, "{:?}", &incoming.rows);
    }
    Ok(())
}

/// What a table carries of a session.
fn told(session: &Session) -> impl PartialEq + std::fmt::Debug + use<> {
    let Session { id, event, title, bodies, placement, wish, status, languages, people, .. } = session.clone();
    let (documents, topics, link) = (session.documents.clone(), session.topics.clone(), session.link.clone());
    let flags = (session.webcast, session.captioned, session.expected_attendance, session.remarks.clone());
    let wish = if placement.is_some() { None } else { Some(wish) };
    let when = (placement, wish, session.length());
    ((id, event, session.called(), title, bodies), (when, status, languages, people), (documents, topics, link, flags))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_plan_comes_back_unchanged(
        plan in plan(),
        format in select(vec!["csv", "xlsx"]),
        languages in prop::sample::subsequence(Language::ALL.to_vec(), 0..=2),
        is_internal: bool,
    ) {
        let bytes = handed_out(&plan, format, &languages, is_internal);
        let sheets = read(&bytes, TextChoices::default()).unwrap().sheets;
        check_unchanged(&plan, &sheets, is_internal)?;
    }

    #[test]
    fn what_a_plan_has_lost_is_made_again_as_it_was(plan in plan(), format in select(vec!["csv", "xlsx"])) {
        let bytes = handed_out(&plan, format, &[], true);
        let sheets = read(&bytes, TextChoices::default()).unwrap().sheets;
        let ids: Vec<RowId> = plan.sessions().iter().map(|session| session.id.into()).collect();
        let Ok(patch) = resolve(&plan, &Command::Remove(ids)) else { return Ok(()) };
        let mut bare = plan.clone();
        bare.apply(&patch).unwrap();
        for place in tables_of_sessions(&plan, &sheets, true) {
            if sheets[place].rows.len() < 2 {
                continue;
            }
            let incoming = incoming(&bare, &sheets, place);
            for made in incoming.new_sessions() {
                let was = plan.sessions().get(made.id).expect("its own id");
                prop_assert_eq!(told(made), told(was));
            }
            let lost = |row: &&plenary::exchange::incoming::Row| matches!(row.outcome, Outcome::Not(..));
            prop_assert_eq!(incoming.rows.iter().filter(lost).count(), 0, "{:?}", &incoming.rows);
        }
    }
}

#[test]
fn the_built_in_plan_comes_back_in_every_language_and_its_lost_sessions_with_it() {
    let plan = before_agendas();
    for language in Language::ALL {
        for format in ["csv", "xlsx"] {
            let sheets = read(&handed_out(&plan, format, &[language], false), TextChoices::default()).unwrap().sheets;
            check_unchanged(&plan, &sheets, false).unwrap();
        }
    }
    let id: SessionId = "S08".parse().unwrap();
    let mut without = plan.clone();
    without.apply(&resolve(&plan, &Command::Remove(vec![id.into()])).unwrap()).unwrap();
    let sheets = read(&handed_out(&plan, "csv", &[], false), TextChoices::default()).unwrap().sheets;
    let incoming = incoming(&without, &sheets, 0);
    assert_eq!(incoming.new_sessions().iter().map(|new| new.id).collect::<Vec<_>>(), [id]);
    assert!(incoming.changed_sessions().is_empty());
}

/// The table of the plan, with one cell of a session changed.
fn corrected(plan: &Plan, id: &str, (from, to): (&str, &str)) -> Vec<u8> {
    let text = String::from_utf8(handed_out(plan, "csv", &[], false)).unwrap();
    let line =
        |line: &str| if line.starts_with(&format!("{id},")) { line.replacen(from, to, 1) } else { line.to_owned() };
    text.split("\r\n").map(line).collect::<Vec<_>>().join("\r\n").into_bytes()
}

#[test]
fn a_correction_in_the_table_changes_that_alone_and_what_the_planner_did_meanwhile_stays() {
    let plan = before_agendas();
    let bytes = corrected(&plan, "S08", ("10:00", "10:15"));
    let id: SessionId = "S08".parse().unwrap();
    let mut now = plan.clone();
    let mut session = Session::clone(plan.sessions().get(id).unwrap());
    session.title.set(Language::English, "Grand opening");
    now.apply(&resolve(&plan, &Command::Put(session.into())).unwrap()).unwrap();
    let sheets = read(&bytes, TextChoices::default()).unwrap().sheets;
    let incoming = incoming(&now, &sheets, 0);
    let [changed] = incoming.changed_sessions() else { panic!("{:?}", incoming.rows) };
    assert_eq!(changed.title.get(Language::English), "Grand opening");
    assert_eq!(changed.span().unwrap().start.to_string(), "2025-11-17T10:15");
    let of_it = incoming.rows.iter().find(|row| matches!(row.outcome, Outcome::Changed(..))).unwrap();
    let Outcome::Changed(_, fields) = &of_it.outcome else { panic!() };
    assert!(fields.contains(&Field::Start) && !fields.contains(&Field::Title), "{fields:?}");
}

#[test]
fn a_table_of_another_plan_means_no_session_of_this_one_by_its_ids() {
    let plan = before_agendas();
    let mut other = plan.clone();
    let mut header = plenary::model::Header::clone(plan.header());
    header.identity = Some("f81d4fae-7dec-11d0-a765-00a0c91e6bf6".parse().unwrap());
    other.apply(&resolve(&plan, &Command::PutHeader(Box::new(header))).unwrap()).unwrap();
    let bytes = corrected(&other, "S08", ("Opening ceremony", "Something else"));
    let sheets = read(&bytes, TextChoices::default()).unwrap().sheets;
    let incoming = incoming(&plan, &sheets, 0);
    assert!(incoming.new_sessions().iter().any(|new| new.title.get(Language::English) == "Something else"));
    assert!(incoming.changed_sessions().iter().all(|changed| changed.id.as_str() != "S08"));
}

/// A plan with an own field, and a session that waits with wishes.
fn with_one_that_waits() -> (Plan, SessionId) {
    let plan = before_agendas();
    let mut document = Document::new(plan.clone());
    let field = plenary::edit::new_field(&plan, Holder::Session, "Seats".into(), FieldForm::Number);
    let field_id = field.id;
    document.perform(&Command::Put(field.into())).unwrap();
    let mut session = Session::clone(plan.sessions().get("S08".parse().unwrap()).unwrap());
    let person = plenary::edit::new_person(&plan, "Ann Lee");
    let (person, row) = (person.id, person);
    document.perform(&Command::Put(row.into())).unwrap();
    session.people = vec![Participation { person, role: Role::Chair }];
    let at = session.placement.take().unwrap();
    session.wish = Wish { day: Some(at.start.date()), minute: None, rooms: at.rooms };
    session.own.set(field_id, Number::new(12.0).map(FieldValue::Number));
    let id = session.id;
    document.perform(&Command::Put(session.into())).unwrap();
    (document.plan().clone(), id)
}

#[test]
fn what_waits_comes_back_with_its_wishes_its_people_and_own_fields() {
    let (plan, id) = with_one_that_waits();
    let session = plan.sessions().get(id).unwrap();
    let person = &plan.people().get(session.people[0].person).unwrap().name;
    let text = String::from_utf8(handed_out(&plan, "csv", &[], true)).unwrap();
    let line = text.split("\r\n").find(|line| line.starts_with("S08,")).unwrap();
    assert!(line.contains(&format!("{person} (Chair)")) && line.contains(",2025-11-17,"), "{line}");
    let room = plan.rooms().get(session.wish.rooms[0]).unwrap().title.get(Language::English);
    let other = line
        .replacen(",2025-11-17,", ",2025-11-19,", 1)
        .replacen(&format!(",{room},"), ",Room A,", 1)
        .replacen(&format!("{person} (Chair)"), "Ada Newcomer (Moderator)", 1)
        .replacen(",12,", ",15,", 1);
    let bytes = text.replace(line, &other).into_bytes();
    let sheets = read(&bytes, TextChoices::default()).unwrap().sheets;
    let came = incoming(&plan, &sheets, 0);
    let [changed] = came.changed_sessions() else { panic!("{:?}", came.rows) };
    assert_eq!(changed.wish.day.unwrap().to_string(), "2025-11-19");
    let room = plan.rooms().get(changed.wish.rooms[0]).unwrap();
    assert_eq!((room.title.get(Language::English), changed.wish.rooms.len()), ("Room A", 1));
    assert_eq!(changed.people.iter().map(|part| part.role).collect::<Vec<_>>(), [Role::Moderator]);
    assert_eq!((came.people()[0].name.as_str(), came.people()[0].represents.as_str()), ("Ada Newcomer", ""));
    assert_ne!(changed.own, session.own);
    let row = came.rows.iter().find(|row| matches!(row.outcome, Outcome::Changed(..))).unwrap();
    assert_eq!(row.notes, [], "that it waits is nothing new");
    // The sheet of a workbook has the same.
    let sheets = read(&handed_out(&plan, "xlsx", &[], true), TextChoices::default()).unwrap().sheets;
    let waiting = sheets.iter().find(|sheet| sheet.rows.len() == 2 && sheet.rows[1].cells[0] == "S08").unwrap();
    assert!(waiting.rows[1].cells.iter().any(|cell| cell.contains("(Chair)")), "{:?}", waiting.rows);
}

#[test]
fn what_a_plan_has_lost_comes_back_with_its_own_fields() {
    let (plan, id) = with_one_that_waits();
    let without = plan.clone();
    let mut document = Document::new(without);
    document.perform(&Command::Remove(vec![id.into()])).unwrap();
    for format in ["csv", "xlsx"] {
        let sheets = read(&handed_out(&plan, format, &[], true), TextChoices::default()).unwrap().sheets;
        let places = tables_of_sessions(&plan, &sheets, true);
        let place = *places.last().unwrap();
        let came = incoming(document.plan(), &sheets, place);
        let [new] = came.new_sessions() else { panic!("{:?}", came.rows) };
        assert_eq!(
            (&new.own, &new.wish),
            (&plan.sessions().get(id).unwrap().own, &plan.sessions().get(id).unwrap().wish)
        );
    }
}
