//! Tables from spreadsheets: what they would make of a plan, and what is not understood in them.

use chrono::NaiveDate;
use plenary::edit::Document;
use plenary::exchange::incoming::{Field, Flaw, Grid, Incoming, Known, Near, Note, Outcome, Pasted};
use plenary::model::{Language, Plan, Role, Session, SessionKind};
use plenary::store::Template;

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
    let plan = Template::Wtdc25.plan();
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
    let plan = Template::Wtdc25.plan();
    let incoming = incoming(&plan, text);
    assert_eq!((incoming.rooms.len(), incoming.people.len()), (1, 2), "each once");
    assert_eq!(incoming.people[0].represents, "MIT");
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
    let plan = Template::Wtdc25.plan();
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
    let plan = Template::Wtdc25.plan();
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
    let plan = Template::Wtdc25.plan();
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
    let mut plan = Template::Wtdc25.plan();
    let mut document = Document::new(plan.clone());
    let id = "IRM1-01".parse().unwrap();
    document.perform(&plenary::edit::Command::Pin(vec![id], true)).unwrap();
    plan = document.plan().clone();
    let outcome = incoming(&plan, "Id\tStart\nIRM1-01\t9:00\n").rows[0].outcome.clone();
    assert_eq!(outcome, Outcome::Not(Field::Start, Flaw::Pinned));
    let text = "Title\tDate\tStart\nTea\t18.11.2025\t10:00\nTea\t19.11.2025\t10:00\n";
    let once = taken(&plan, &incoming(&plan, text));
    assert_eq!(incoming(&once, text).command(), None, "the same breaks are no new ones");
}

#[test]
fn odd_tables_are_read_without_harm() {
    let plan = Template::Wtdc25.plan();
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
