//! Plans of any size for the benches.

use std::fmt::Write as _;

use plenary::model::Plan;
use plenary::store::read_plan;

/// A plan of a kind that could be: a body with a chair for every ten sessions, as many speakers, documents and topics, in
/// 160 rooms; three sessions in a hundred lie on another. A plan of 100,000 sessions lasts 120 days.
#[allow(dead_code, reason = "each bench takes what it needs")]
pub fn plan_with(sessions: usize) -> Plan {
    plan_in(sessions, 160)
}

/// The same in so many rooms.
#[allow(dead_code, reason = "each bench takes what it needs")]
pub fn plan_in(sessions: usize, rooms: usize) -> Plan {
    let days = (sessions / 840).clamp(12, 120);
    let bodies = (sessions / 10).max(40);
    let (people, documents, topics) = (2 * bodies, sessions.div_ceil(10), 31 + sessions / 100);
    let first = chrono::NaiveDate::from_ymd_opt(2025, 11, 17).unwrap();
    let last = first + chrono::Days::new(days as u64 - 1);
    let mut text = format!(
        "(format: \"plenary plan\", version: 2, header: (title: (en: \"Generated\"), zone: \"Asia/Baku\", language: \"en\"),\n\
         events: [(id: \"E\", kind: Conference, title: (en: \"Event\"), dates: Days(\"{first}\", \"{last}\"), \
         zone: \"Asia/Baku\", hours: (\"08:00\", \"20:00\"))],\n"
    );
    let list = |text: &mut String, name: &str, count: usize, row: &dyn Fn(usize) -> String| {
        let _ = writeln!(text, "{name}: [");
        (0..count).for_each(|n| _ = writeln!(text, "{},", row(n)));
        text.push_str("],\n");
    };
    list(&mut text, "people", people, &|n| {
        format!("(id: \"P{n:05}\", name: \"Person {n}\", represents: \"State {n}\", rank: Minister)")
    });
    list(&mut text, "bodies", bodies, &|n| format!("(id: \"B{n:05}\", kind: DraftingGroup, code: (en: \"G{n}\"))"));
    list(&mut text, "posts", bodies, &|n| {
        format!("(id: \"C{n:05}\", body: \"B{n:05}\", role: Chair, person: \"P{n:05}\", designation: Confirmed)")
    });
    list(&mut text, "rooms", rooms, &|n| {
        format!("(id: \"R{n:03}\", title: (en: \"Room {n}\"), order: {n}, booths: {})", if n < 8 { 6 } else { 0 })
    });
    list(&mut text, "documents", documents, &|n| {
        format!("(id: \"D{n:05}\", symbol: \"Doc. {n}\", issued: \"2025-09-01\", languages: \"en fr es ru zh ar\")")
    });
    list(&mut text, "topics", topics, &|n| {
        let kind = if n < 31 { "Initiative" } else { "AgendaItem" };
        format!("(id: \"T{n:05}\", kind: {kind}, title: (en: \"Topic {n}\"))")
    });
    let kinds = ["Network", "Briefing", "Other", "Visit", "Drafting", "Network", "Other", "Other"];
    list(&mut text, "sessions", sessions, &|n| {
        let (room, turn) = (n % rooms, n / rooms);
        let (day, slot) = ((turn / 7) % days, turn % 7);
        let again = turn / 7 / days;
        let nudge = if n % 33 == 0 { 40 } else { 0 };
        let start = 8 * 60 + slot * 100 + 5 * (n % 4) + nudge + 7 * again;
        let date = first + chrono::Days::new(day as u64);
        let kind = if n % 160 == 1 { "Committee" } else { kinds[n % kinds.len()] };
        let languages = if n % 160 == 1 { "languages: \"en fr es ru zh ar\", " } else { "" };
        let after =
            if n % 5 == 0 && n >= 2 * rooms { format!("after: [\"S{:06}\"], ", n - 2 * rooms) } else { String::new() };
        let speaker = if n % 2 == 0 {
            format!("people: [(person: \"P{:05}\", role: Speaker)], ", bodies + (n / 2 * 3) % bodies)
        } else {
            String::new()
        };
        let document = if n % 2 == 1 { format!("documents: [\"D{:05}\"], ", n / 2 % documents) } else { String::new() };
        let topic = if n % 3 == 0 { format!("topics: [\"T{:05}\"], ", n / 3 % topics) } else { String::new() };
        format!(
            "(id: \"S{n:06}\", event: \"E\", kind: {kind}, title: (en: \"Session {n}: draft Resolutions, second reading\", ru: \"Заседание {n}: проекты Резолюций, второе чтение\"), bodies: [\"B{:05}\"], {languages}{speaker}{document}{topic}{after}\
             placement: (start: \"{date}T{:02}:{:02}\", length_mins: {}, rooms: [\"R{room:03}\"]))",
            (n * 7) % bodies,
            start / 60,
            start % 60,
            45 + (n % 3) * 15,
        )
    });
    text.push(')');
    read_plan(text.as_bytes()).unwrap_or_else(|error| panic!("{error:?}"))
}

/// Plans that no conference has, and that a file can hold all the same.
#[allow(dead_code, reason = "each bench takes what it needs")]
#[derive(Clone, Copy, Debug)]
pub enum Odd {
    /// Every session at the same minute in one room, all of one body.
    OneMinute,
    /// The same, formal meetings, beside one coordination of a region and one reception.
    Beside,
    /// Half of them at one minute, the other half right after it.
    OneAfterAnother,
    /// Each session comes after the one before.
    Chain,
    /// The same, and the first after the last.
    Circle,
    /// Every session comes after the first.
    Star,
    /// As many bodies as sessions, committees and an editorial committee.
    Bodies,
}

#[allow(dead_code, reason = "each bench takes what it needs")]
impl Odd {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::OneMinute, Self::Beside, Self::OneAfterAnother, Self::Chain, Self::Circle, Self::Star, Self::Bodies];
}

/// A plan of that sort.
#[allow(dead_code, reason = "each bench takes what it needs")]
pub fn odd_plan(odd: Odd, sessions: usize) -> Plan {
    let mut text = String::from(
        "(format: \"plenary plan\", version: 1, header: (title: (en: \"Odd\"), zone: \"Asia/Baku\", language: \"en\"),\n\
         events: [(id: \"E\", kind: Conference, title: (en: \"E\"), dates: Days(\"2025-11-17\", \"2025-11-28\"), \
         zone: \"Asia/Baku\")], rooms: [(id: \"R\")], bodies: [",
    );
    let bodies = if matches!(odd, Odd::Bodies) { sessions } else { 1 };
    for n in 0..bodies {
        let kind = if bodies == 1 { "Secretariat" } else { ["EditorialCommittee", "Committee"][n.min(1)] };
        let _ = writeln!(text, "(id: \"B{n:06}\", kind: {kind}),");
    }
    text.push_str("], sessions: [\n");
    for n in 0..sessions {
        let last = sessions - 1;
        let kind = match (odd, n) {
            (Odd::Beside, 0) => "RegionalCoordination",
            (Odd::Beside, 1) => "Social",
            (Odd::Beside | Odd::Bodies, _) => "Committee",
            _ => "Other",
        };
        let after = match odd {
            Odd::Circle if n == 0 => format!("after: [\"S{last:06}\"], "),
            Odd::Chain | Odd::Circle if n > 0 => format!("after: [\"S{:06}\"], ", n - 1),
            Odd::Star if n > 0 => "after: [\"S000000\"], ".to_owned(),
            _ => String::new(),
        };
        let start = if matches!(odd, Odd::OneAfterAnother) { ["10:00", "11:00"][n % 2] } else { "10:00" };
        let _ = writeln!(
            text,
            "(id: \"S{n:06}\", event: \"E\", kind: {kind}, bodies: [\"B{:06}\"], {after}\
             placement: (start: \"2025-11-19T{start}\", length_mins: 60, rooms: [\"R\"])),",
            n % bodies,
        );
    }
    text.push_str("])");
    read_plan(text.as_bytes()).unwrap_or_else(|error| panic!("{error:?}"))
}
