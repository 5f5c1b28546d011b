//! The built-in plan with everything that can be handed out in it, kind and hostile.

use chrono::{DateTime, TimeZone as _, Utc};
use plenary::exchange::{self, Progress, Request};
use plenary::model::{
    Document, DocumentId, Id, Language, LanguageSet, LocalText, Participation, Patch, Person, PersonId, Plan, Rank,
    Role, Session, SessionId, Statement, StatementId, Status, TextState, Topic, TopicId, TopicKind,
};
use plenary::store::Template;

/// What people paste into titles, and what would harm a reader that believes it.
pub const HOSTILE: [&str; 8] = [
    "=HYPERLINK(\"http://example.org\",\"click\")",
    "<script>window.hacked=1</script>",
    "\"><img src=x onerror=\"window.hacked=1\">",
    "</style></script><b>bold</b>&amp;",
    "a\u{0}b\u{8}c\u{ffff}d\u{b}e",
    "\u{202e}turned\u{2066} around",
    "]]>--> {{7*7}} ${7*7} `id`",
    "+1 @SUM(A1:A9)",
];

/// The moment that is printed on every handout of a test.
pub fn made() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2025, 11, 10, 8, 30, 0).unwrap()
}

pub fn builtin() -> Plan {
    Template::Wtdc25.plan()
}

/// The built-in plan with a speaking list, people, topics, documents, links and a cancelled session.
pub fn rich() -> Plan {
    changed(&builtin(), |plan, patch| {
        let statements = session(plan, "S08");
        for (place, (address, name, function, represents)) in [
            ("", "Ms Ana Perera", "Minister of Digital Affairs", "Sri Lanka"),
            ("Mr", "Jean Koffi", "Minister of Communications", "Côte d’Ivoire"),
            ("Г-жа", "Айгуль Омарова", "Deputy Minister", "Kazakhstan"),
        ]
        .into_iter()
        .enumerate()
        {
            let id: PersonId = Id::new(&format!("test-{place}")).unwrap();
            patch.put(
                plan,
                Person {
                    address: address.to_owned(),
                    function: function.to_owned(),
                    represents: represents.to_owned(),
                    rank: Rank::Minister,
                    contact: "secret@example.org".to_owned(),
                    ..Person::new(id, name)
                },
            );
            let statement: StatementId = Id::new(&format!("test-{place}")).unwrap();
            patch.put(
                plan,
                Statement {
                    session: Some(statements.id),
                    order: i32::try_from(place).unwrap(),
                    text: if place == 1 { TextState::Missing } else { TextState::Received },
                    language: Some(Language::French),
                    remarks: "for the team only".to_owned(),
                    ..Statement::new(statement, id)
                },
            );
        }
        let topic: TopicId = Id::new("test-item").unwrap();
        patch.put(
            plan,
            Topic {
                code: "PL 2.9".to_owned(),
                title: LocalText::from("Report by the Director").with(Language::Russian, "Отчет Директора"),
                ..Topic::new(topic, TopicKind::AgendaItem)
            },
        );
        let document: DocumentId = Id::new("test-document").unwrap();
        patch.put(
            plan,
            Document {
                title: "Report".into(),
                languages: LanguageSet::ALL,
                link: "https://www.itu.int/md/WTDC25/56".to_owned(),
                ..Document::new(document, "WTDC25/56R2")
            },
        );
        let person: PersonId = Id::new("test-0").unwrap();
        let part = Participation { person, role: Role::Chair };
        patch.put(
            plan,
            Session {
                topics: vec![topic],
                documents: vec![document],
                people: vec![part],
                link: "https://example.org/join".to_owned(),
                webcast: true,
                captioned: true,
                remarks: "for the team only".to_owned(),
                ..session(plan, "S08")
            },
        );
        patch.put(plan, Session { status: Status::Cancelled, ..session(plan, "S09") });
    })
}

/// The built-in plan with [`HOSTILE`] texts in the titles of its first placed sessions, in rooms, names and links.
pub fn hostile() -> Plan {
    changed(&rich(), |plan, patch| {
        let placed = plan.sessions().iter().filter(|session| session.placement.is_some());
        for (session, text) in placed.zip(HOSTILE) {
            let title = LocalText::from(text).with(Language::Russian, &format!("{text} по-русски"));
            let link = format!("javascript:{text}");
            patch.put(plan, Session { title, link, remarks: text.to_owned(), ..(**session).clone() });
        }
        for (room, text) in plan.rooms().iter().zip(HOSTILE) {
            patch.put(plan, plenary::model::Room { title: text.into(), place: text.to_owned(), ..(**room).clone() });
        }
        for (person, text) in plan.people().iter().zip(HOSTILE) {
            let [address, name, function] = [text; 3].map(str::to_owned);
            patch.put(plan, Person { address, name, function, ..(**person).clone() });
        }
        let title = LocalText::from("</title><script>window.hacked=1</script>").with(Language::Russian, HOSTILE[1]);
        patch.put_header(plan, plenary::model::Header { title, ..(**plan.header()).clone() });
    })
}

/// A copy of `plan` with changes.
pub fn changed(plan: &Plan, change: impl FnOnce(&Plan, &mut Patch)) -> Plan {
    let mut changed = plan.clone();
    let mut patch = Patch::default();
    change(plan, &mut patch);
    changed.apply(&patch).unwrap();
    changed
}

pub fn session(plan: &Plan, id: &str) -> Session {
    let id: SessionId = Id::new(id).unwrap();
    (**plan.sessions().get(id).unwrap()).clone()
}

/// The request for everything as `format`.
pub fn request(format: &str, languages: &[Language]) -> Request {
    Request { languages: languages.to_vec(), ..Request::new(exchange::exporter(format).unwrap()) }
}

/// The only file that `request` makes of `plan`.
#[track_caller]
pub fn bytes(plan: &Plan, request: &Request) -> Vec<u8> {
    let mut files = exchange::export(plan, request, made(), &Progress::default()).unwrap();
    assert_eq!(files.len(), 1);
    files.remove(0).bytes
}
