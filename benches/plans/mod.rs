//! Plans of any size for the benches.

use std::fmt::Write as _;

use plenary::model::Plan;
use plenary::store::read_plan;

/// A plan of a kind that could be: groups with a chair each, most of them small, in 160 rooms; three sessions in a hundred
/// lie on another. A plan of 100,000 sessions lasts 120 days.
pub fn plan_with(sessions: usize) -> Plan {
    let rooms = 160;
    let days = (sessions / 840).clamp(12, 120);
    let bodies = (sessions / 10).max(40);
    let first = chrono::NaiveDate::from_ymd_opt(2025, 11, 17).unwrap();
    let last = first + chrono::Days::new(days as u64 - 1);
    let mut text = format!(
        "(format: \"plenary plan\", version: 1, header: (title: (en: \"Generated\"), zone: \"Asia/Baku\", language: \"en\"),\n\
         events: [(id: \"E\", kind: Conference, title: (en: \"Event\"), dates: Days(\"{first}\", \"{last}\"), \
         zone: \"Asia/Baku\", hours: (\"08:00\", \"20:00\"))],\n"
    );
    let list = |text: &mut String, name: &str, count: usize, row: &dyn Fn(usize) -> String| {
        let _ = writeln!(text, "{name}: [");
        (0..count).for_each(|n| _ = writeln!(text, "{},", row(n)));
        text.push_str("],\n");
    };
    list(&mut text, "people", bodies, &|n| format!("(id: \"P{n:05}\", name: \"Chair {n}\")"));
    list(&mut text, "bodies", bodies, &|n| {
        format!(
            "(id: \"B{n:05}\", kind: DraftingGroup, code: (en: \"G{n}\"), officers: [(person: \"P{n:05}\", role: Chair)])"
        )
    });
    list(&mut text, "rooms", rooms, &|n| {
        format!("(id: \"R{n:03}\", title: (en: \"Room {n}\"), order: {n}, booths: {})", if n < 8 { 6 } else { 0 })
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
        format!(
            "(id: \"S{n:06}\", event: \"E\", kind: {kind}, title: (en: \"Session {n}: draft Resolutions, second reading\", ru: \"Заседание {n}: проекты Резолюций, второе чтение\"), bodies: [\"B{:05}\"], {languages}{after}\
             placement: (start: \"{date}T{:02}:{:02}\", length_mins: {}, rooms: [\"R{room:03}\"]))",
            (n * 7) % bodies,
            start / 60,
            start % 60,
            45 + (n % 3) * 15,
        )
    });
    text.push(')');
    read_plan(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}
