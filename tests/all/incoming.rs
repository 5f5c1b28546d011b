//! Tables from spreadsheets: what they would make of a plan, and what is not understood in them.

use chrono::NaiveDate;
use plenary::edit::{Command, Document, new_field};
use plenary::exchange::incoming::{
    Chosen, Decided, Field, Flaw, Grid, Incoming, Known, Meant, Near, NewPlan, Note, Outcome, Pasted, begun,
};
use plenary::model::{
    FieldForm, FieldId, FieldSort, FieldValue, Holder, Language, LocalText, Number, Plan, Role, Session, SessionId,
    SessionKind,
};
use plenary::store::{plan_text, read_plan};

use super::plans::before_agendas;

const NEAR: Near = Near {
    day: match NaiveDate::from_ymd_opt(2025, 11, 20) {
        Some(day) => day,
        None => panic!(),
    },
    language: Language::English,
};

fn incoming(plan: &Plan, text: &str) -> Incoming {
    let known = Known::new(plan);
    let pasted = Pasted::new(Grid::read(text).unwrap(), &known);
    Incoming::new(&pasted, plan, known, NEAR)
}

/// The plan with all of it taken, as one step.
fn taken(plan: &Plan, incoming: &Incoming) -> Plan {
    let mut document = Document::new(plan.clone());
    document.perform(&incoming.command().expect("something changes")).unwrap();
    assert_eq!(document.done().len(), 1);
    document.plan().clone()
}

/// `09:00 20 Room A | Ann Lee`: when, how long, where and who.
fn told(plan: &Plan, session: &Session) -> String {
    let name = |id| plan.people().get(id).unwrap().name.clone();
    let people: Vec<String> =
        session.people.iter().map(|part| format!("{} {:?}", name(part.person), part.role)).collect();
    let rooms: Vec<&str> =
        session.rooms().iter().map(|&id| plan.rooms().get(id).unwrap().title.get(Language::English)).collect();
    let start = session.span().map_or("tray".to_owned(), |span| span.start.to_string());
    format!("{start} {} {} | {}", session.length().mins(), rooms.join("+"), people.join(", "))
}

#[track_caller]
fn check_made(text: &str, expected: &[&str]) {
    let plan = before_agendas();
    let incoming = incoming(&plan, text);
    let after = taken(&plan, &incoming);
    let made: Vec<String> = incoming.new_sessions().iter().map(|new| told(&after, new)).collect();
    assert_eq!(made, expected, "{:?}", incoming.rows);
    assert_eq!(after.sessions().len(), plan.sessions().len() + expected.len());
}

#[test]
fn a_table_with_headings_makes_sessions_with_their_times_rooms_and_people() {
    let text = "Title\tDate\tStart\tEnd\tRoom\tSpeakers\n\
                On light\t18.11.2025\t9:00\t9:20\tRoom A\tAnn Lee (MIT)\n\
                On sound\t\t9:20\t9:40\tAnnex 1\tBo Chan; Lee, Ann\n\
                Late\t19.11.2025\t23:30\t0:30\tannex 1\t\n";
    check_made(
        text,
        &[
            "2025-11-18T09:00 20 Room A | Ann Lee Speaker",
            "2025-11-18T09:20 20 Annex 1 | Bo Chan Speaker, Ann Lee Speaker",
            "2025-11-19T23:30 60 Annex 1 | ",
        ],
    );
    let plan = before_agendas();
    let incoming = incoming(&plan, text);
    assert_eq!((incoming.rooms().len(), incoming.people().len()), (1, 2), "each once");
    assert_eq!(incoming.people()[0].represents, "MIT");
}

#[test]
fn a_russian_programme_is_read_with_days_between_its_rows() {
    let text = "Время\tТема доклада\tДокладчик\tПродолжительность\n\
                Вторник, 18 ноября\t\t\t\n\
                9:00\tО свете\tАнна Ли\t20 мин\n\
                9:20–9:50\tО звуке\tБо Чан\t\n\
                среда 19.11.\t\t\t\n\
                10:00\tКофе\t\t15\n";
    check_made(
        text,
        &["2025-11-18T09:00 20  | Анна Ли Speaker", "2025-11-18T09:20 30  | Бо Чан Speaker", "2025-11-19T10:00 15  | "],
    );
    let plan = before_agendas();
    let incoming = incoming(&plan, text);
    assert_eq!(incoming.new_sessions()[2].kind, SessionKind::Break);
    assert_eq!(incoming.new_sessions()[0].title.exact(Language::Russian), Some("О свете"));
    assert!(matches!(incoming.rows[0].outcome, Outcome::Day(_)));
}

#[test]
fn a_table_without_headings_and_without_ends_lasts_until_the_next_of_its_room() {
    check_made(
        "9:00\tOn the many uses of light\tRoom A\n9:20\tA theory of everything\tRoom A\n9:10\tElsewhere, alone\tRoom B\n",
        &["2025-11-20T09:00 20 Room A | ", "2025-11-20T09:20 60 Room A | ", "2025-11-20T09:10 60 Room B | "],
    );
    check_made("Only a title\nAnd another one", &["tray 60  | ", "tray 60  | "]);
}

#[test]
fn rows_that_mean_sessions_of_the_plan_change_just_what_they_say() {
    let plan = before_agendas();
    let text = "Code\tTitle\tDate\tStart\tMin\tChair\n\
                IRM1-01\tThe opening\t\t13:05\t\tAnn Lee\n\
                IRM1-02\t\t\t\t\t\n";
    let incoming = incoming(&plan, text);
    let id = "IRM1-01".parse().unwrap();
    let fields = vec![Field::Title, Field::Start, Field::Time, Field::End, Field::Chairs];
    assert_eq!(incoming.rows[0].outcome, Outcome::Changed(id, fields));
    assert_eq!(incoming.rows[1].outcome, Outcome::Same("IRM1-02".parse().unwrap()));
    let after = taken(&plan, &incoming);
    let session = after.sessions().get(id).unwrap();
    assert_eq!(session.title.get(Language::English), "The opening");
    assert_eq!(session.span().unwrap().start.to_string(), "2025-07-14T13:05");
    assert!(session.people.iter().any(|part| part.role == Role::Chair));
    // What comes out comes in again without a change.
    let again = self::incoming(&after, text);
    assert_eq!(again.rows.iter().filter(|row| matches!(row.outcome, Outcome::Same(_))).count(), 2);
    assert_eq!(again.command(), None);
}

#[test]
fn what_is_not_understood_changes_nothing_and_says_why() {
    let plan = before_agendas();
    let text = "Title\tDate\tStart\tEnd\tKind\tBody\tExpected\n\
                a\t31.2.2025\t9:00\t10:00\t\t\t\n\
                b\t18.11.2025\tsoon\t10:00\t\t\t\n\
                c\t18.11.2025\t15:00\t10:00\t\t\t\n\
                \t18.11.2025\t9:00\t10:00\t\t\t\n\
                e\t18.11.2025\t9:00\t10:00\tHappening\tCOM9\t\n\
                f\t18.11.2025\t9:00\t10:00\t\t\tmany\n\
                g\t18.11.2025\t\t\t\t\t\n";
    let incoming = incoming(&plan, text);
    let outcomes: Vec<Outcome> = incoming.rows.iter().map(|row| row.outcome.clone()).collect();
    assert_eq!(
        outcomes,
        [
            Outcome::Not(Field::Day, Flaw::Day),
            Outcome::Not(Field::Start, Flaw::Clock),
            Outcome::Not(Field::End, Flaw::End),
            Outcome::Not(Field::Title, Flaw::NoTitle),
            Outcome::New,
            Outcome::Not(Field::Attendance, Flaw::Number),
            Outcome::New,
        ]
    );
    assert_eq!(incoming.rows[4].notes, [(Field::Kind, Note::Kind), (Field::Body, Note::Body)]);
    assert_eq!(incoming.rows[6].notes, [(Field::Day, Note::NoTime)]);
    assert_eq!((incoming.not_understood(), incoming.new_sessions().len()), (5, 2));
}

#[test]
fn a_pinned_session_is_not_moved_and_a_break_that_comes_again_is_found_by_its_time() {
    let mut plan = before_agendas();
    let mut document = Document::new(plan.clone());
    let id = "IRM1-01".parse().unwrap();
    document.perform(&Command::Pin(vec![id], true)).unwrap();
    plan = document.plan().clone();
    let outcome = incoming(&plan, "Id\tStart\nIRM1-01\t9:00\n").rows[0].outcome.clone();
    assert_eq!(outcome, Outcome::Not(Field::Start, Flaw::Pinned));
    let text = "Title\tDate\tStart\nTea\t18.11.2025\t10:00\nTea\t19.11.2025\t10:00\n";
    let once = taken(&plan, &incoming(&plan, text));
    assert_eq!(incoming(&once, text).command(), None, "the same breaks are no new ones");
}

#[test]
fn odd_tables_are_read_without_harm() {
    let plan = before_agendas();
    for text in [
        "Title\tStart\nx\t99999999:99999999\n",
        "Title\tDate\nx\t0/0/0\ny\t31-31-31\n",
        "Title\tSpeaker\nx\t((((;;,,\n",
        "Title\tLength\nx\t99999999999\n",
        "\u{202e}\t\u{200f}\nTitle",
        "Title\tTitle\tTitle\nx\ty\tz",
    ] {
        let incoming = incoming(&plan, text);
        if let Some(command) = incoming.command() {
            Document::new(plan.clone()).perform(&command).unwrap();
        }
    }
}

/// The plan with one of its sessions changed.
fn with(id: SessionId, change: impl FnOnce(&mut Session)) -> Plan {
    let mut document = Document::new(before_agendas());
    let mut session = Session::clone(document.plan().sessions().get(id).unwrap());
    change(&mut session);
    document.perform(&Command::Put(session.into())).unwrap();
    document.plan().clone()
}

#[test]
fn letters_that_grow_when_they_are_small_do_no_harm() {
    let plan = before_agendas();
    let text = "Start\tTitle\nPanel - İDİL AŞK\tx\nİİİİ–İ 3 pm\ty\n9:00 - İİİİİİİİa\tz\n";
    assert_eq!(incoming(&plan, text).not_understood(), 3);
}

#[test]
fn each_new_room_and_person_is_one_of_its_own() {
    let plan = before_agendas();
    let text = "Title\tDate\tStart\tRoom\tSpeakers\n\
                One\t18.11.2025\t9:00\tAnnex 1\tAnn Lee; Bo Chan\n\
                Two\t18.11.2025\t9:00\tAnnex 2\tCy Dor\n";
    let incoming = incoming(&plan, text);
    let after = taken(&plan, &incoming);
    assert_eq!((after.rooms().len(), after.people().len()), (plan.rooms().len() + 2, plan.people().len() + 3));
    let made: Vec<String> = incoming.new_sessions().iter().map(|new| told(&after, new)).collect();
    assert!(made[0].ends_with("Annex 1 | Ann Lee Speaker, Bo Chan Speaker"), "{made:?}");
    assert!(made[1].ends_with("Annex 2 | Cy Dor Speaker"), "{made:?}");
}

#[test]
fn a_session_that_is_there_keeps_its_length_where_the_table_tells_none() {
    let plan = before_agendas();
    let at = plan.sessions().get("IRM1-01".parse().unwrap()).unwrap().span().unwrap().start;
    let clock = |later: i32| at.plus_mins(later).clock();
    let date = at.date();
    let text = format!("Id\tTitle\tDate\tStart\nIRM1-01\t\t{date}\t{}\n\tNext\t{date}\t{}\n", clock(0), clock(5));
    let incoming = incoming(&plan, &text);
    assert_eq!(incoming.rows[0].outcome, Outcome::Same("IRM1-01".parse().unwrap()));
}

#[test]
fn wishes_of_what_waits_are_followed_and_changed_by_what_a_row_says() {
    let id: SessionId = "IRM1-01".parse().unwrap();
    let plan = with(id, Session::unschedule);
    let wish = plan.sessions().get(id).unwrap().wish.clone();
    assert!(!wish.rooms.is_empty() && wish.minute.is_some());
    // Another day: the rooms and the minute stay.
    let other = incoming(&plan, "Id\tDate\nIRM1-01\t2025-07-15\n");
    assert_eq!(other.rows[0].outcome, Outcome::Changed(id, vec![Field::Day]));
    let changed = &other.changed_sessions()[0].wish;
    assert_eq!((changed.day.unwrap().to_string().as_str(), changed.minute), ("2025-07-15", wish.minute));
    assert_eq!(changed.rooms, wish.rooms);
    // Another room: told, too.
    let other = incoming(&plan, "Id\tRoom\nIRM1-01\tAnnex\n");
    assert_eq!(other.rows[0].outcome, Outcome::Changed(id, vec![Field::Room]));
    // A time alone: on the wished day, in the wished rooms.
    let placed = incoming(&plan, "Id\tStart\nIRM1-01\t9:00\n");
    let placement = placed.changed_sessions()[0].placement.clone().unwrap();
    assert_eq!((Some(placement.start.date()), placement.rooms), (wish.day, wish.rooms));
    // Below the head of a day, one without a time is wished there.
    let new = incoming(&plan, "Start\tTitle\nTuesday, 18 November\t\n\tFirst\n");
    assert_eq!(new.new_sessions()[0].wish.day, NaiveDate::from_ymd_opt(2025, 11, 18));
}

#[test]
fn a_row_that_is_refused_makes_neither_rooms_nor_people() {
    let plan = before_agendas();
    let text = "Title\tDate\tStart\tEnd\tRoom\tSpeakers\n\
                Bad\t18.11.2025\t15:00\t10:00\tAnnex 1\tAnn Lee\n\
                Good\t18.11.2025\t9:00\t10:00\tAnnex 1\tBo Chan\n";
    let incoming = incoming(&plan, text);
    assert_eq!((incoming.not_understood(), incoming.new_sessions().len()), (1, 1));
    let after = taken(&plan, &incoming);
    assert_eq!((after.rooms().len(), after.people().len()), (plan.rooms().len() + 1, plan.people().len() + 1));
    let only = self::incoming(&plan, &text.lines().take(2).map(|line| line.to_owned() + "\n").collect::<String>());
    assert_eq!(only.command(), None);
}

#[test]
fn thousands_may_be_told_apart_by_any_mark() {
    let plan = before_agendas();
    for text in ["1200", "1,200", "1.200", "1 200", "1'200", "1\u{a0}200", "1\u{2019}200"] {
        let incoming = incoming(&plan, &format!("Id\tExpected\nIRM1-01\t{text}\n"));
        let expected = incoming.changed_sessions().first().map(|session| session.expected_attendance);
        assert_eq!(expected, Some(Some(1200)), "{text}: {:?}", incoming.rows);
    }
    for text in ["1,20", "12,00,000", "1.2", "0,200", "1,200.5", "1,200.000"] {
        let incoming = incoming(&plan, &format!("Id\tExpected\nIRM1-01\t{text}\n"));
        assert_eq!(incoming.rows[0].outcome, Outcome::Not(Field::Attendance, Flaw::Number), "{text}");
    }
}

/// The plan with a field of each sort.
fn with_fields() -> (Plan, [FieldId; 5]) {
    let mut document = Document::new(before_agendas());
    let fields = [
        (FieldSort::Text, "Sponsor"),
        (FieldSort::Number, "Fee"),
        (FieldSort::Date, "Due"),
        (FieldSort::Choice, "Format"),
        (FieldSort::Tick, "Filmed"),
    ];
    let ids = fields.map(|(sort, title)| {
        let mut title = LocalText::from(title);
        if sort == FieldSort::Number {
            title.set(Language::Russian, "Взнос");
        }
        let mut field = new_field(document.plan(), Holder::Session, title, sort.form());
        field.add_choice("Hybrid".into());
        field.add_choice("Online".into());
        let id = field.id;
        document.perform(&Command::Put(field.into())).unwrap();
        id
    });
    (document.plan().clone(), ids)
}

#[test]
fn own_fields_are_filled_from_columns_of_their_titles() {
    let (plan, [sponsor, fee, due, format, filmed]) = with_fields();
    let text = "Title\tDate\tStart\tSponsor\tвзнос\tDUE\tFormat:\tFilmed\n\
                One\t18.11.2025\t9:00\tACME\t1 200,50\t31.10.2025\tonline\tyes\n\
                Two\t18.11.2025\t9:00\t\t\t\t\tno\n\
                Three\t18.11.2025\t9:00\t\t1,200\tsoon\tOn Mars\tperhaps\n";
    let incoming = incoming(&plan, text);
    let after = taken(&plan, &incoming);
    let own: Vec<_> = incoming.new_sessions().iter().map(|new| &after.sessions().get(new.id).unwrap().own).collect();
    let online = match &plan.fields().get(format).unwrap().form {
        FieldForm::Choice(choices) => choices[1].id,
        _ => panic!(),
    };
    let expected = [
        (sponsor, FieldValue::Text("ACME".to_owned())),
        (fee, FieldValue::Number(Number::new(1200.5).unwrap())),
        (due, FieldValue::Date("2025-10-31".parse().unwrap())),
        (format, FieldValue::Choice(online)),
        (filmed, FieldValue::Tick),
    ];
    for (field, value) in expected {
        assert_eq!(own[0].get(field), Some(&value));
    }
    assert!(own[1].is_empty() && own[2].is_empty());
    let notes = [(fee, Note::Number), (due, Note::Date), (format, Note::Choice), (filmed, Note::Tick)];
    assert_eq!(incoming.rows[2].notes, notes.map(|(id, note)| (Field::Own(id), note)));
    // What comes again changes nothing; what differs is told by its column.
    assert_eq!(self::incoming(&after, text).command(), None);
    let again = self::incoming(&after, "Title\tSponsor\tFilmed\nOne\tOther\tno\n");
    let id = incoming.new_sessions()[0].id;
    assert_eq!(again.rows[0].outcome, Outcome::Changed(id, vec![Field::Own(sponsor), Field::Own(filmed)]));
}

/// What a table of the file `programme.csv` would make of a plan.
fn of_file(plan: &Plan, text: &str, decided: Decided) -> Incoming {
    let known = Known::new(plan);
    let pasted = Pasted::new(Grid::read(text).unwrap(), &known);
    let decided = Decided { source: plenary::exchange::incoming::source_of("programme v3.csv"), ..decided };
    Incoming::decided(&pasted, plan, known, NEAR, &decided)
}

const PROGRAMME: &str = "Title\tDate\tStart\tEnd\tRoom\tSpeakers\n\
    On light\t18.11.2025\t9:00\t9:20\tRoom A\tAnn Lee\n\
    On sound\t18.11.2025\t9:20\t9:40\tRoom A\tBo Chan\n\
    On heat\t18.11.2025\t9:40\t10:00\tRoom A\tCy Dunn\n\
    On dust\t18.11.2025\t10:00\t10:20\tRoom A\t\n";

fn imported() -> Plan {
    taken(&before_agendas(), &of_file(&before_agendas(), PROGRAMME, Decided::default()))
}

fn titled<'a>(plan: &'a Plan, title: &str) -> &'a Session {
    plan.sessions().iter().find(|row| row.title.get(Language::English) == title).unwrap_or_else(|| panic!("{title}"))
}

#[test]
fn a_table_comes_again_and_what_the_planner_moved_stays_unless_that_is_chosen() {
    let plan = imported();
    assert_eq!(of_file(&plan, PROGRAMME, Decided::default()).command(), None, "nothing is new");
    let mut document = Document::new(plan);
    let light = titled(document.plan(), "On light");
    let mut here = light.placement.clone().unwrap();
    here.start = here.start.plus_mins(240);
    document.perform(&Command::Place(vec![(light.id, here.clone())])).unwrap();
    let plan = document.plan();
    // The same table: only the planner has changed something.
    let same = of_file(plan, PROGRAMME, Decided::default());
    assert_eq!(same.command(), None);
    assert_eq!(same.rows[0].ours, [Field::Start]);
    // There it has moved as well, and something else has changed.
    let other = PROGRAMME.replace("9:00\t9:20", "8:30\t8:50").replace("Room A\tBo Chan", "Room B\tBo Chan");
    let came = of_file(plan, &other, Decided::default());
    assert_eq!((came.rows[0].ours.clone(), came.changed_sessions().len()), (vec![Field::Start], 1));
    let after = taken(plan, &came);
    assert_eq!(titled(&after, "On light").placement.as_ref().unwrap().start, here.start);
    assert_eq!(told(&after, titled(&after, "On sound")), "2025-11-18T09:20 20 Room B | Bo Chan Speaker");
    let theirs = of_file(plan, &other, Decided { theirs: Chosen::These([0].into()), ..Decided::default() });
    let after = taken(plan, &theirs);
    assert_eq!(titled(&after, "On light").placement.as_ref().unwrap().start, "2025-11-18T08:30".parse().unwrap());
}

#[test]
fn what_is_called_otherwise_is_found_again_and_what_is_gone_is_told() {
    let plan = imported();
    let count = plan.sessions().len();
    // One has another title at its time and in its room, one another title and time, but the same speaker; one is gone.
    let other = PROGRAMME
        .replace("On dust", "On fine dust")
        .replace("On heat\t18.11.2025\t9:40\t10:00", "On warmth\t18.11.2025\t15:00\t15:20")
        .replace("On sound\t18.11.2025\t9:20\t9:40\tRoom A\tBo Chan\n", "");
    let came = of_file(&plan, &other, Decided::default());
    assert_eq!(came.new_sessions().len(), 0, "{:?}", came.rows);
    assert_eq!(came.gone, [titled(&plan, "On sound").id]);
    let after = taken(&plan, &came);
    assert_eq!((titled(&after, "On fine dust").id, after.sessions().len()), (titled(&plan, "On dust").id, count));
    assert_eq!(titled(&after, "On warmth").id, titled(&plan, "On heat").id);
    // What is gone stays unless somebody says otherwise, and goes in the same step.
    let without = of_file(&plan, &other, Decided { gone: Chosen::All, ..Decided::default() });
    assert_eq!((taken(&plan, &without).sessions().len(), without.removed()), (count - 1, 1));
    // Who speaks of something else at that time and in that room has not changed the title of what was there.
    let instead = PROGRAMME.replace(
        "On sound\t18.11.2025\t9:20\t9:40\tRoom A\tBo Chan",
        "On silk\t18.11.2025\t9:20\t9:40\tRoom A\tEva Noor",
    );
    let instead = of_file(&plan, &instead, Decided::default());
    assert_eq!((instead.new_sessions().len(), instead.gone.clone()), (1, vec![titled(&plan, "On sound").id]));
    // A row that is not understood is not gone; a room that is misspelt again means the one that was meant before.
    let odd = PROGRAMME.replace("9:20\t9:40\tRoom A", "soon\t9:40\tRoom A").replace("10:20\tRoom A", "10:20\tRooom A");
    let odd = of_file(&plan, &odd, Decided::default());
    assert_eq!((odd.gone.clone(), odd.not_understood(), odd.rooms().len()), (vec![], 1, 0), "{:?}", odd.rows);
    // What is called alike on another day is something else, as long as it has not come from there.
    let elsewhere = "Title\tDate\tStart\tEnd\tRoom\nPress conference\t27.11.2025\t9:00\t9:30\tRoom A\n";
    let mut document = Document::new(plan.clone());
    let mut press = Session::clone(titled(&plan, "On light"));
    (press.title, press.arrived) = (LocalText::from("Press conference"), None);
    document.perform(&Command::Put(press.into())).unwrap();
    assert_eq!(of_file(document.plan(), elsewhere, Decided::default()).new_sessions().len(), 1);
    // A table of something else says nothing of what is gone.
    let nothing = of_file(&plan, "Title\tDate\tStart\tRoom\nOn ice\t19.11.2025\t9:00\tRoom A\n", Decided::default());
    assert_eq!(nothing.gone, []);
}

#[test]
fn thousands_that_are_removed_at_once_are_all_remembered() {
    let mut document = Document::new(before_agendas());
    let event = document.plan().main_event().unwrap().id;
    let came = |number: usize| {
        let arrived = plenary::model::Arrived { id: number.to_string(), ..plenary::model::Arrived::default() };
        let id = format!("S{number:05}").parse().unwrap();
        Session { arrived: Some(arrived), ..Session::new(id, event, SessionKind::Talk) }
    };
    let rows: Vec<Session> = (10_000..25_000).map(came).collect();
    let ids = rows.iter().map(|row| row.id.into()).collect();
    document.perform(&Command::PutMany(rows.into_iter().map(Into::into).collect())).unwrap();
    document.perform(&Command::Remove(ids)).unwrap();
    let plan = document.plan();
    assert_eq!(plan.header().dismissed.len(), 15_000);
    assert_eq!(read_plan(plan_text(plan).as_bytes()).unwrap().header().dismissed, plan.header().dismissed);
}

#[test]
fn an_own_field_can_be_called_by_one_letter() {
    let mut document = Document::new(before_agendas());
    let field = new_field(document.plan(), Holder::Session, "A".into(), FieldSort::Text.form());
    let id = field.id;
    document.perform(&Command::Put(field.into())).unwrap();
    let incoming = incoming(document.plan(), "Title\tDate\tStart\tA\nOne\t18.11.2025\t9:00\tACME\n");
    let after = taken(document.plan(), &incoming);
    let session = after.sessions().get(incoming.new_sessions()[0].id).unwrap();
    assert_eq!(session.own.get(id), Some(&FieldValue::Text("ACME".to_owned())));
}

#[test]
fn what_was_removed_here_does_not_come_again_unasked() {
    let mut document = Document::new(imported());
    let count = document.plan().sessions().len();
    document.perform(&Command::Remove(vec![titled(document.plan(), "On heat").id.into()])).unwrap();
    let plan = document.plan().clone();
    // Also at another time.
    for table in [PROGRAMME.to_owned(), PROGRAMME.replace("9:40\t10:00", "11:40\t12:00")] {
        let came = of_file(&plan, &table, Decided::default());
        assert_eq!((came.rows[2].outcome.clone(), came.command()), (Outcome::Dismissed, None));
        let mut decided = Decided::default();
        decided.tick(2, true);
        let after = taken(&plan, &of_file(&plan, &table, decided));
        assert_eq!((after.sessions().len(), after.header().dismissed.len()), (count, 0));
        assert_eq!(titled(&after, "On heat").rooms().len(), 1);
    }
    // Something else at that time and in that room is new.
    let other = PROGRAMME.replace("On heat", "On iron").replace("Cy Dunn", "Ed Frey");
    assert_eq!(of_file(&plan, &other, Decided::default()).rows[2].outcome, Outcome::New);
    // Undoing the removal forgets it, and what was gone there may come again.
    document.undo();
    assert_eq!(document.plan().header().dismissed, []);
    let less = PROGRAMME.replace("On heat\t18.11.2025\t9:40\t10:00\tRoom A\tCy Dunn\n", "");
    let after = taken(&imported(), &of_file(&imported(), &less, Decided { gone: Chosen::All, ..Decided::default() }));
    assert_eq!(of_file(&after, PROGRAMME, Decided::default()).rows[2].outcome, Outcome::New);
}

#[test]
fn a_pinned_session_stays_where_it_is_and_the_rest_of_its_row_is_taken() {
    let mut document = Document::new(imported());
    let heat = titled(document.plan(), "On heat").id;
    document.perform(&Command::Pin(vec![heat], true)).unwrap();
    let other = PROGRAMME.replace("9:40\t10:00\tRoom A\tCy Dunn", "11:40\t12:00\tRoom A\tEd Frey");
    let came = of_file(document.plan(), &other, Decided::default());
    assert_eq!(came.rows[2].notes, [(Field::Start, Note::Fixed)]);
    let after = taken(document.plan(), &came);
    assert_eq!(told(&after, titled(&after, "On heat")), "2025-11-18T09:40 20 Room A | Ed Frey Speaker");
}

#[test]
fn a_plan_begins_with_a_table() {
    let blank = Plan::new(plenary::model::Header::in_zone(plenary::model::zone::Tz::UTC));
    let pasted = Pasted::new(Grid::read(PROGRAMME).unwrap(), &Known::new(&blank));
    let new = NewPlan {
        title: "Programme".to_owned(),
        zone: plenary::model::zone::Tz::Asia__Baku,
        identity: "6f1c3f7e-93d5-4a43-9c59-2b6f0e8e7a11".parse().unwrap(),
        near: NEAR.day,
    };
    let plan = begun(&pasted, &new);
    let event = plan.main_event().unwrap();
    let day = "2025-11-18".parse().unwrap();
    assert_eq!((event.dates.first_and_last(), event.zone), ((day, day), new.zone));
    let known = Known::new(&plan);
    let pasted = Pasted::new(Grid::read(PROGRAMME).unwrap(), &known);
    let after = taken(&plan, &Incoming::new(&pasted, &plan, known, Near { day, ..NEAR }));
    let all: Vec<String> = after.sessions().iter().map(|row| told(&after, row)).collect();
    assert_eq!(all[0], "2025-11-18T09:00 20 Room A | Ann Lee Speaker");
    assert_eq!((all.len(), after.rooms().len(), after.people().len()), (4, 1, 3));
}

#[test]
fn rooms_and_people_that_a_planner_has_renamed_are_found_again() {
    let table = PROGRAMME.replace("Room A", "Saal 1");
    let mut document = Document::new(taken(&before_agendas(), &of_file(&before_agendas(), &table, Decided::default())));
    let plan = document.plan();
    let light = titled(plan, "On light");
    let mut room = plenary::model::Room::clone(plan.rooms().get(light.rooms()[0]).unwrap());
    let mut person = plenary::model::Person::clone(plan.people().get(light.people[0].person).unwrap());
    (room.title, person.name) = ("Great hall".into(), "Annabel Lee-Smith".to_owned());
    document.perform(&Command::PutMany(vec![room.into(), person.into()])).unwrap();
    let came = of_file(document.plan(), &table, Decided::default());
    assert_eq!((came.rooms().len(), came.people().len(), came.command()), (0, 0, None), "{:?}", came.rows);
}

#[test]
fn names_that_are_near_within_one_table_are_asked_and_can_be_one() {
    let table = "Title\tDate\tStart\tRoom\tSpeakers\n\
        On light\t18.11.2025\t9:00\tRoom Z\tAnna Smith\n\
        On sound\t18.11.2025\t9:20\tRoom  z\tA. Smith\n\
        On heat\t18.11.2025\t9:40\tRm Z\tBo Smith\n\
        On dust\t18.11.2025\t10:00\tRm Z\t\n";
    let plan = before_agendas();
    let came = of_file(&plan, table, Decided::default());
    assert_eq!((came.rooms().len(), came.people().len(), came.new_sessions().len()), (2, 3, 4), "nothing is guessed");
    let asked: Vec<(usize, &str, &Meant)> = came
        .rows
        .iter()
        .enumerate()
        .flat_map(|(at, row)| row.unclear.iter().map(move |one| (at, one.name.as_str(), &one.near[0])))
        .collect();
    let (room, smith) = (Meant::Called("Room Z".to_owned()), Meant::Called("Anna Smith".to_owned()));
    assert_eq!(asked, [(1, "A. Smith", &smith), (2, "Rm Z", &room), (3, "Rm Z", &room)]);
    let mut decided = Decided::default();
    for unclear in came.rows.iter().flat_map(|row| &row.unclear) {
        decided.meanings.give(unclear, unclear.near[0].clone());
    }
    let one = of_file(&plan, table, decided.clone());
    assert_eq!((one.rooms().len(), one.people().len()), (1, 2));
    assert!(one.rows.iter().all(|row| row.unclear.is_empty()));
    let after = taken(&plan, &one);
    assert_eq!(told(&after, titled(&after, "On heat")), "2025-11-18T09:40 20 Room Z | Bo Smith Speaker");
    // It holds whichever rows are left out, and what was one is one again when the table comes again.
    let fewer = of_file(&plan, table, Decided { left_out: [0, 1].into(), ..decided });
    assert_eq!(fewer.rooms()[0].title.get(Language::English), "Room Z");
    let again = of_file(&after, table, Decided::default());
    assert_eq!((again.command(), again.rooms().len(), again.people().len()), (None, 0, 0));
}
