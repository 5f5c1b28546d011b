//! Changes in words: one sentence for each, in the words of those who plan.

use plenary::merge::{RowChange, Subject, compare};
use plenary::model::{
    CivilTime, Document, DocumentId, Language, LanguageSet, Length, LocalText, Participation, Patch, Person, PersonId,
    Placement, Plan, Role, Room, Row, RowId, Session, SessionId, Status, Tabled,
};
use plenary::store::Template;
use plenary::texts::differences::Told;
use plenary::texts::{Texts, file_words};

fn with<R: Row + Tabled + Clone>(plan: &Plan, row: R) -> Plan {
    let mut patch = Patch::default();
    patch.put(plan, row);
    let mut after = plan.clone();
    after.apply(&patch).unwrap();
    after
}

fn session(plan: &Plan, id: &str, change: impl FnOnce(&mut Session)) -> Plan {
    let mut session = Session::clone(plan.sessions().get(SessionId::new(id).unwrap()).unwrap());
    change(&mut session);
    with(plan, session)
}

fn place(session: &mut Session, change: impl FnOnce(&mut Placement)) {
    change(session.placement.as_mut().expect("it is placed"));
}

/// Every change in one sentence.
fn told(language: Language, before: &Plan, after: &Plan) -> Vec<String> {
    let texts = Texts::new(language);
    let told = Told::new(&texts, before, after);
    compare(before, after).rows.iter().map(|row| told.sentence(row)).collect()
}

#[track_caller]
fn check(before: &Plan, after: &Plan, english: &str, russian: &str) {
    assert_eq!(told(Language::English, before, after), [english]);
    assert_eq!(told(Language::Russian, before, after), [russian]);
}

/// A plan with one session of a committee that meets in a room, called `S1`.
fn plan() -> Plan {
    let plan = Template::Wtdc25.plan();
    let com3 = plan.bodies().iter().find(|body| body.code.get(Language::English) == "COM3").unwrap().id;
    let rooms: Vec<_> = plan.rooms().ids().take(2).collect();
    let mut plan = plan;
    for (id, name) in rooms.iter().zip(["Room A", "Room B"]) {
        let room = Room::clone(plan.rooms().get(*id).unwrap());
        plan = with(&plan, Room { title: LocalText::from(name), ..room });
    }
    let event = plan.main_event().unwrap().id;
    let mut session = Session::new(SessionId::new("S1").unwrap(), event, plenary::model::SessionKind::Committee);
    session.title =
        LocalText::from("COM3 (Objectives), 3rd meeting: Resolutions").with(Language::Russian, "COM3, 3-е заседание");
    session.bodies = vec![com3];
    session.languages = LanguageSet::EMPTY.with(Language::English, true);
    let start: CivilTime = "2025-11-21T09:30".parse().unwrap();
    session.placement = Some(Placement { start, length: Length::from_mins(180).unwrap(), rooms: vec![rooms[0]] });
    with(&plan, session)
}

#[test]
fn a_session_that_moves_is_told_by_what_differs() {
    let plan = plan();
    let room_b = plan.rooms().ids().nth(1).unwrap();
    let at = |change: &dyn Fn(&mut Placement)| session(&plan, "S1", |session| place(session, change));
    let time = |text: &str| text.parse::<CivilTime>().unwrap();
    check(
        &plan,
        &at(&|at| (at.start, at.rooms) = (time("2025-11-21T10:00"), vec![room_b])),
        "COM3, 3rd meeting: moved from 09:30 to 10:00, Room A → Room B",
        "COM3, 3-е заседание: перенесено с 09:30 на 10:00, Room A → Room B",
    );
    check(
        &plan,
        &at(&|at| at.rooms.clear()),
        "COM3, 3rd meeting: moved: Room A → No room",
        "COM3, 3-е заседание: перенесено: Room A → Без зала",
    );
    check(
        &plan,
        &at(&|at| at.length = Length::from_mins(150).unwrap()),
        "COM3, 3rd meeting: ends at 12:00 instead of 12:30",
        "COM3, 3-е заседание: окончание в 12:00 вместо 12:30",
    );
    check(
        &plan,
        &at(&|at| (at.start, at.length) = (time("2025-11-21T10:00"), Length::from_mins(150).unwrap())),
        "COM3, 3rd meeting: moved from 09:30–12:30 to 10:00–12:30",
        "COM3, 3-е заседание: перенесено с 09:30–12:30 на 10:00–12:30",
    );
    check(
        &plan,
        &at(&|at| at.start = time("2025-11-24T14:30")),
        "COM3, 3rd meeting: moved from Fri 21 Nov 09:30 to Mon 24 Nov 14:30",
        "COM3, 3-е заседание: перенесено с пт 21 ноя 09:30 на пн 24 ноя 14:30",
    );
}

#[test]
fn what_comes_and_goes_is_told_with_its_place() {
    let plan = plan();
    let was = "Fri 21 Nov 09:30–12:30, Room A";
    let was_ru = "пт 21 ноя 09:30–12:30, Room A";
    let cancelled = session(&plan, "S1", |session| session.status = Status::Cancelled);
    check(
        &plan,
        &cancelled,
        &format!("COM3, 3rd meeting: cancelled: {was}"),
        &format!("COM3, 3-е заседание: отменено: {was_ru}"),
    );
    check(
        &cancelled,
        &plan,
        &format!("COM3, 3rd meeting: takes place after all: {was}"),
        &format!("COM3, 3-е заседание: все же состоится: {was_ru}"),
    );
    let waits = session(&plan, "S1", Session::unschedule);
    check(
        &plan,
        &waits,
        &format!("COM3, 3rd meeting: not scheduled any more: {was}"),
        &format!("COM3, 3-е заседание: снято с расписания: {was_ru}"),
    );
    check(
        &waits,
        &plan,
        &format!("COM3, 3rd meeting: scheduled: {was}"),
        &format!("COM3, 3-е заседание: включено в расписание: {was_ru}"),
    );
    let mut patch = Patch::default();
    patch.remove::<Session>(&plan, SessionId::new("S1").unwrap());
    let mut gone = plan.clone();
    gone.apply(&patch).unwrap();
    check(
        &plan,
        &gone,
        &format!("COM3, 3rd meeting: removed: {was}"),
        &format!("COM3, 3-е заседание: удалено: {was_ru}"),
    );
    check(&gone, &plan, &format!("COM3, 3rd meeting: new: {was}"), &format!("COM3, 3-е заседание: новое: {was_ru}"));
}

#[test]
fn fields_have_the_names_that_people_have_for_them() {
    let plan = plan();
    let id = PersonId::new("P1").unwrap();
    let plan = with(&plan, Person::new(id, "Ms Perera"));
    let after = session(&plan, "S1", |session| {
        session.title.set(Language::Russian, "КОМ3, 3-е заседание");
        session.people = vec![Participation { person: id, role: Role::Chair }];
        session.languages = session.languages.with(Language::French, true);
        session.remarks = "one\ntwo".to_owned();
        session.webcast = !session.webcast;
    });
    check(
        &plan,
        &after,
        "COM3, 3rd meeting: Title (Russian): COM3, 3-е заседание → КОМ3, 3-е заседание; Languages: English → English, \
         French; People: – → Chair: Ms Perera; Webcast: no → yes; Remarks: – → one two",
        "КОМ3, 3-е заседание: Название (Русский): COM3, 3-е заседание → КОМ3, 3-е заседание; Языки: Английский → \
         Английский, Французский; Лица: – → Председатель: Ms Perera; Веб-трансляция: нет → да; Примечания: – → one two",
    );
}

#[test]
fn of_a_list_only_what_came_and_what_went_is_told() {
    let mut plan = plan();
    let document = |symbol: &str| Document::new(DocumentId::new(symbol).unwrap(), &format!("WTDC/{symbol}"));
    for symbol in ["1", "2", "3"] {
        plan = with(&plan, document(symbol));
    }
    let ids = |symbols: &str| symbols.split(' ').map(|symbol| DocumentId::new(symbol).unwrap()).collect::<Vec<_>>();
    let before = session(&plan, "S1", |session| session.documents = ids("1 2"));
    let after = session(&plan, "S1", |session| session.documents = ids("2 3"));
    assert_eq!(
        told(Language::English, &before, &after),
        ["COM3, 3rd meeting: Documents: added: WTDC/3, removed: WTDC/1"]
    );
    let turned = session(&plan, "S1", |session| session.documents = ids("2 1"));
    assert_eq!(
        told(Language::English, &before, &turned),
        ["COM3, 3rd meeting: Documents: WTDC/1, WTDC/2 → WTDC/2, WTDC/1"]
    );
}

#[test]
fn a_move_is_told_in_all_six_languages() {
    let plan = plan();
    let room_b = plan.rooms().ids().nth(1).unwrap();
    let after = session(&plan, "S1", |session| {
        place(session, |at| (at.start, at.rooms) = ("2025-11-21T10:00".parse().unwrap(), vec![room_b]));
    });
    let sentences = Language::ALL.map(|language| told(language, &plan, &after).remove(0));
    let english = "COM3, 3rd meeting";
    assert_eq!(
        sentences,
        [
            format!("{english}: moved from 09:30 to 10:00, Room A → Room B"),
            format!("{english}\u{a0}: déplacée de 09:30 à 10:00, Room A → Room B"),
            format!("{english}: trasladada de 09:30 a 10:00, Room A → Room B"),
            "COM3, 3-е заседание: перенесено с 09:30 на 10:00, Room A → Room B".to_owned(),
            format!("{english}：由09:30改为10:00，Room A → Room B"),
            format!(
                "{english}: نُقلت من \u{2066}09:30\u{2069} إلى \u{2066}10:00\u{2069}، \u{2068}Room A\u{2069} ← \u{2068}Room B\u{2069}"
            ),
        ]
    );
}

/// The built-in plan against one of nothing: every sort of row has a name that says no word of the plan file.
#[test]
fn every_row_has_a_name() {
    let plan = Template::Wtdc25.plan();
    let none = Plan::new(plenary::model::Header::clone(plan.header()));
    let texts = Texts::new(Language::English);
    let told = Told::new(&texts, &none, &plan);
    let rows: Vec<RowChange> = compare(&none, &plan).rows;
    let named = |row: &RowChange| (row.subject, told.subject(row.subject));
    for (subject, name) in rows.iter().map(named) {
        let Subject::Row(id) = subject else { continue };
        assert!(!name.is_empty(), "{id:?}");
        // What has a code or a symbol may be called by the same in the file.
        let is_coded = matches!(id, RowId::Body(_) | RowId::Event(_) | RowId::Topic(_) | RowId::Document(_));
        assert!(is_coded || name != id.name(), "{id:?} is called {name}");
    }
}

#[test]
fn scripts_read_the_words_of_the_file() {
    let plan = plan();
    let after = session(&plan, "S1", |session| place(session, |at| at.rooms.clear()));
    let comparison = compare(&plan, &after);
    let words: Vec<String> = comparison.rows[0].fields.iter().map(|field| file_words::spot(&field.spot)).collect();
    assert_eq!(words, ["placement.rooms"]);
}
