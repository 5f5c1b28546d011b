//! A plan whose texts and times are as bad as they can be.

use plenary::model::zone::Tz;
use plenary::model::{
    Body, BodyKind, Document, Event, EventDates, EventKind, Id, Language, LanguageSet, Length, LocalText, OwnValues,
    Participation, Patch, Person, Placement, Plan, Role, Room, Session, SessionKind, Status,
};

/// Texts that try to be something else.
const TEXTS: [&str; 15] = [
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "<script>alert(1)</script>",
    "=HYPERLINK(\"http://x\")",
    "two\r\nlines\rand\ta tab\u{2028}and more",
    "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:injected",
    "\\nEND:VEVENT\\;a\\,b;c,d:e\"f\"^n^'",
    "\u{202e}backwards \u{2067}isolated",
    "👩\u{200d}🚀🏳\u{fe0f}\u{200d}🌈 ☀\u{fe0f}",
    "]]><!-- & &amp; --> <![CDATA[x]]>",
    "\0\u{1}\u{b}\u{1f}\u{7f}\u{85}\u{fffe}\u{ffff}\u{feff}",
    "../../etc/passwd",
    "C:\\x",
    "الجلسة العامة الأولى",
    "{\"a\": \"\\u0000\"}",
    " ",
];

/// Addresses that are none, or only nearly.
const LINKS: [&str; 6] = [
    "https://example.org/a b?c=[1]|2\\3#4#5",
    "https://example.org:port/",
    "javascript:alert(1)",
    "https://пример.рф/100%/страница",
    "http://[::1/",
    "https://example.org/,;:'\"",
];

/// Starts and lengths: both changes of clocks in Zurich, midnight, the ends of what a plan can hold, fourteen days.
const TIMES: [(&str, i64); 9] = [
    ("2025-10-26T02:30", 15),
    ("2025-10-26T01:30", 180),
    ("2025-03-30T02:15", 30),
    ("2025-03-30T01:45", 45),
    ("2025-06-30T23:30", 61),
    ("2025-06-30T00:00", 20_160),
    ("1900-01-01T00:00", 1),
    ("2199-12-17T23:58", 1),
    ("2025-12-31T23:00", 120),
];

/// The plan. Sessions sit in one room, in all or in none; two rooms have one title.
pub fn plan() -> Plan {
    let long = "Ж".repeat(500);
    let texts: Vec<&str> = TEXTS.iter().copied().chain([long.as_str()]).collect();
    let mut plan = super::with_header(plenary::store::Template::Blank.plan(), |header| {
        header.title = LocalText::from(TEXTS[3]).with(Language::Russian, TEXTS[0]);
        header.description = LocalText::from(texts.join("\n").as_str());
        header.release = u32::MAX;
    });
    let mut patch = Patch::default();
    patch.put(&plan, event("E-zurich", Tz::Europe__Zurich));
    patch.put(&plan, event("e.ZURICH", Tz::America__Asuncion));
    for (at, text) in texts.iter().enumerate() {
        let title = LocalText::from(*text);
        patch.put(&plan, room(&format!("room-{at}"), text, at));
        patch.put(
            &plan,
            Body { code: title.clone(), title: title.clone(), ..Body::new(id(&format!("B{at}")), BodyKind::Other) },
        );
        patch.put(&plan, person(&format!("P{at}"), text));
        patch.put(
            &plan,
            Document { title, link: LINKS[at % LINKS.len()].to_owned(), ..Document::new(id(&format!("D{at}")), text) },
        );
    }
    // The same room once more, by its title.
    patch.put(&plan, room("twin", TEXTS[0], 99));
    let all: Vec<_> = (0..texts.len()).map(|at| id(&format!("room-{at}"))).chain([id("twin")]).collect();
    for (at, (start, mins)) in TIMES.iter().enumerate() {
        for (nth, text) in texts.iter().enumerate() {
            let event = if nth % 2 == 0 { "E-zurich" } else { "e.ZURICH" };
            // Two that differ only in case.
            let name = format!("{}{at}.{nth}", if nth % 4 < 2 { "s" } else { "S" });
            let mut session = Session::new(id(&name), id(event), SessionKind::ALL[(at + nth) % 20]);
            let rooms = match nth % 3 {
                0 => vec![all[nth]],
                1 => all.clone(),
                _ => Vec::new(),
            };
            let length = Length::from_mins(*mins).unwrap();
            session.placement = Some(Placement { start: start.parse().unwrap(), length, rooms });
            session.title = LocalText::from(*text);
            session.bodies = vec![id(&format!("B{nth}"))];
            let part = |role| Participation { person: id(&format!("P{nth}")), role };
            session.people = vec![part(Role::Chair), part(Role::Speaker)];
            session.documents = vec![id(&format!("D{nth}"))];
            session.languages = LanguageSet::ALL;
            session.status = Status::ALL[nth % 3];
            session.link = LINKS[nth % LINKS.len()].to_owned();
            session.remarks = (*text).to_owned();
            patch.put(&plan, session);
        }
    }
    plan.apply(&patch).unwrap();
    plan
}

fn id<R>(text: &str) -> Id<R> {
    text.parse().unwrap()
}

fn event(name: &str, zone: Tz) -> Event {
    Event {
        code: LocalText::from(TEXTS[0]),
        title: LocalText::from(TEXTS[3]),
        place: LocalText::from(TEXTS[2]),
        ..Event::new(id(name), EventKind::Conference, EventDates::day("2025-06-30".parse().unwrap()), zone)
    }
}

fn room(name: &str, text: &str, order: usize) -> Room {
    Room {
        id: id(name),
        title: LocalText::from(text),
        place: text.to_owned(),
        capacity: Some(u32::MAX),
        booths: 0,
        is_virtual: order.is_multiple_of(2),
        is_shared: true,
        own: OwnValues::NONE,
        order: i32::try_from(order).unwrap(),
        sources: Vec::new(),
        layout: String::new(),
        equipment: String::new(),
        setup_mins: None,
        turnaround_mins: None,
        closed: Vec::new(),
        came_as: String::new(),
    }
}

/// Somebody of this name.
pub fn person(name: &str, text: &str) -> Person {
    let [address, function, represents, contact] = [text; 4].map(str::to_owned);
    Person { address, function, represents, contact, ..Person::new(id(name), text) }
}
