//! Sessionize: the view *All*, the grid of *`GridSmart`*, and lists of sessions by group.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::draft::{Draft, DraftEvent, DraftPerson, DraftRoom, DraftSession, MOST_ROWS, Moment, Once, Origin, Said};
use super::importer::{Given, Importer, Unusable};
use super::json::{first_text, list, members, text};
use super::report::{Report, Spot};
use super::{clocks, plain};
use crate::model::{SessionKind, Status};
use crate::texts::tid;

/// Sessionize.
pub const IMPORTER: Importer =
    Importer { name: "sessionize", label: tid("format-sessionize"), extensions: &["json"], recognize, read };

fn recognize(given: &Given<'_>) -> bool {
    let Some(value) = given.json() else { return false };
    let is_session = |session: &Value| session.get("startsAt").is_some() && session.get("title").is_some();
    let is_all = value["sessions"].as_array().is_some_and(|all| all.iter().any(is_session));
    is_all || groups(value).iter().any(|group| list(group, "sessions").into_iter().any(is_session))
}

/// The rooms of a grid, or the groups of a list.
fn groups(value: &Value) -> Vec<&Value> {
    let Value::Array(days) = value else { return Vec::new() };
    days.iter().flat_map(|day| if day["rooms"].is_array() { list(day, "rooms") } else { vec![day] }).collect()
}

/// What is read of a session, or says nothing that a plan holds.
const READ: [&str; 19] = [
    "id",
    "title",
    "description",
    "startsAt",
    "endsAt",
    "isServiceSession",
    "isPlenumSession",
    "speakers",
    "roomId",
    "room",
    "status",
    "liveUrl",
    "categoryItems",
    "categories",
    "isInformed",
    "isConfirmed",
    "recordingUrl",
    "questionAnswers",
    "owner",
];

/// What a file knows by number.
#[derive(Default)]
struct Names {
    rooms: HashMap<String, String>,
    people: HashMap<String, (String, String)>,
    /// Whether it says what sort of session it is, and its name.
    items: HashMap<String, (bool, String)>,
}

/// Whether a category says what sort of session it is.
fn is_format(title: &str) -> bool {
    let title = title.to_ascii_lowercase();
    title.contains("format") || title.contains("type")
}

fn names(value: &Value) -> Names {
    let mut names = Names::default();
    for room in list(value, "rooms") {
        names.rooms.insert(text(room, "id"), plain::line(&text(room, "name")));
    }
    for person in list(value, "speakers") {
        let full = first_text(person, &["fullName", "name"]);
        let name =
            if full.is_empty() { format!("{} {}", text(person, "firstName"), text(person, "lastName")) } else { full };
        names.people.insert(text(person, "id"), (plain::line(&name), plain::line(&text(person, "tagLine"))));
    }
    for category in list(value, "categories") {
        let is_format = is_format(&text(category, "title"));
        for item in list(category, "items") {
            names.items.insert(text(item, "id"), (is_format, plain::line(&text(item, "name"))));
        }
    }
    names
}

fn read(given: &Given<'_>, report: &mut Report) -> Result<Draft, Unusable> {
    let Some(value) = given.json() else { return Err(Unusable::Broken) };
    let stem = plain::line(given.stem());
    let title = if stem.is_empty() { "Sessionize".to_owned() } else { stem };
    let event = DraftEvent { title: Said::plain(&title), has_sessions: true, ..DraftEvent::default() };
    // Numbers of sessions are given once for all conferences there.
    let source = "sessionize".to_owned();
    let draft = Draft { source, title: Said::plain(&title), events: vec![event], ..Draft::default() };
    let mut reader = Reader {
        draft,
        names: names(value),
        rooms: Once::default(),
        people: Once::default(),
        seen: HashSet::new(),
        report,
    };
    for (nth, session) in list(value, "sessions").into_iter().enumerate() {
        reader.add(session, "", Spot::Path(format!("sessions[{nth}]")));
    }
    for (nth, group) in groups(value).into_iter().enumerate() {
        let room = if group.get("groupName").is_some() { String::new() } else { text(group, "name") };
        for (place, session) in list(group, "sessions").into_iter().enumerate() {
            reader.add(session, &room, Spot::Path(format!("[{nth}].sessions[{place}]")));
        }
    }
    if reader.draft.sessions.is_empty() { Err(Unusable::Empty) } else { Ok(reader.draft) }
}

struct Reader<'r> {
    draft: Draft,
    names: Names,
    rooms: Once,
    people: Once,
    seen: HashSet<String>,
    report: &'r mut Report,
}

impl Reader<'_> {
    fn add(&mut self, session: &Value, room: &str, spot: Spot) {
        let Some(fields) = session.as_object() else { return };
        if self.draft.sessions.len() >= MOST_ROWS {
            self.report.left_out(&spot, tid("arriving-too-many"), "");
            return;
        }
        let id = plain::line(&text(session, "id"));
        let title = plain::line(&text(session, "title"));
        // A plenary stands in the grid once for each room.
        let key = if id.is_empty() { format!("\u{0}{spot}") } else { id.clone() };
        if !self.seen.insert(key) {
            return;
        }
        fields.keys().filter(|name| !READ.contains(&name.as_str())).for_each(|name| self.report.no_place(name));
        let (starts, ends) = (text(session, "startsAt"), text(session, "endsAt"));
        let start = clocks::moment(&starts);
        if start.is_none() && !starts.is_empty() {
            self.report.left_out(&spot, tid("arriving-no-time"), &starts);
        }
        self.draft.asks_zone |= matches!(start, Some(Moment::Floating(_)));
        let length_mins = start.zip(clocks::moment(&ends)).map(|(start, end)| clocks::minutes(start, end));
        let (kind, tracks) = self.categories(session);
        let is_service = session["isServiceSession"] == Value::Bool(true);
        let rooms = self.room(session, room, &spot);
        let people = self.speakers(session, &spot);
        let status = match text(session, "status").to_ascii_lowercase().as_str() {
            "accepted" => Some(Status::Confirmed),
            "declined" | "canceled" | "cancelled" => Some(Status::Cancelled),
            _ => None,
        };
        self.draft.sessions.push(DraftSession {
            title: Said::plain(&title),
            kind,
            nature: None,
            tracks,
            start,
            length_mins: length_mins.filter(|&length| length > 0),
            rooms: Some(rooms),
            people: Some(people).filter(|people| !(is_service && people.is_empty())),
            status,
            link: Some(plain::address(&text(session, "liveUrl"))).filter(|link| !link.is_empty()),
            summary: Some(plain::prose(&text(session, "description"))).filter(|text| !text.is_empty()),
            origin: Origin { id, url: String::new(), spot },
            ..DraftSession::default()
        });
        if session["isPlenumSession"] == Value::Bool(true)
            && let Some(last) = self.draft.sessions.last_mut()
            && last.kind.is_empty()
            && !is_service
        {
            last.nature = Some(SessionKind::Plenary);
        }
    }

    /// What sort of session it is, and what it is about.
    fn categories(&self, session: &Value) -> (String, Vec<String>) {
        let (mut kind, mut tracks) = (String::new(), Vec::new());
        let mut add = |is_format: bool, name: String| {
            if is_format && kind.is_empty() {
                // `Talk (45 min)` is a talk.
                kind = name.split(['(', '–']).next().unwrap_or_default().trim().to_owned();
            } else if !name.is_empty() && tracks.len() < 20 {
                tracks.push(name);
            }
        };
        for item in list(session, "categoryItems") {
            if let Some((is_format, name)) = self.names.items.get(&super::json::told(item)) {
                add(*is_format, name.clone());
            }
        }
        for category in list(session, "categories") {
            let is_format = is_format(&text(category, "name"));
            for item in list(category, "categoryItems") {
                add(is_format, plain::line(&text(item, "name")));
            }
        }
        (kind, tracks)
    }

    fn room(&mut self, session: &Value, group: &str, spot: &Spot) -> Vec<usize> {
        let id = text(session, "roomId");
        let named = [text(session, "room"), self.names.rooms.get(&id).cloned().unwrap_or_default(), group.to_owned()];
        let name = named.iter().map(|name| plain::line(name)).find(|name| !name.is_empty()).unwrap_or_default();
        if name.is_empty() {
            return Vec::new();
        }
        let make = || DraftRoom {
            origin: Origin { id, url: String::new(), spot: spot.clone() },
            name: Said::plain(&name),
            ..DraftRoom::default()
        };
        self.rooms.place(&mut self.draft.rooms, &name, make).into_iter().collect()
    }

    fn speakers(&mut self, session: &Value, spot: &Spot) -> Vec<(usize, Option<crate::model::Role>)> {
        let mut all = Vec::new();
        for speaker in members(&session["speakers"]).into_iter().take(500) {
            let id = if speaker.is_object() { text(speaker, "id") } else { super::json::told(speaker) };
            let known = self.names.people.get(&id).cloned();
            let (name, function) = known.unwrap_or_else(|| (plain::line(&text(speaker, "name")), String::new()));
            if name.is_empty() {
                continue;
            }
            let make = || DraftPerson {
                origin: Origin { id: id.clone(), url: String::new(), spot: spot.clone() },
                name,
                function,
                ..DraftPerson::default()
            };
            all.extend(self.people.place(&mut self.draft.people, &id, make).map(|place| (place, None)));
        }
        all
    }
}
