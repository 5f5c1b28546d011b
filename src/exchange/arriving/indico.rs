//! Indico: its JSON exports of a timetable (`/export/timetable/…`) and of an event with contributions or sessions
//! (`/export/event/…?detail=…`). A session of Indico with contributions becomes a session with talks on its agenda.

use serde_json::Value;

use super::draft::{
    Draft, DraftEvent, DraftItem, DraftPerson, DraftRoom, DraftSession, MOST_ROWS, Moment, Named, Once, Origin, Said,
};
use super::importer::{Given, Importer, Unusable};
use super::json::{first_text, list, members, number, text};
use super::report::{Report, Spot};
use super::{clocks, plain};
use crate::model::zone::Tz;
use crate::model::{Role, SessionKind};
use crate::texts::tid;

/// Indico.
pub const IMPORTER: Importer =
    Importer { name: "indico", label: tid("format-indico"), extensions: &["json"], recognize, read };

fn recognize(given: &Given<'_>) -> bool {
    let Some(value) = given.json() else { return false };
    let results = &value["results"];
    let is_entry = |entry: &Value| entry["startDate"]["date"].is_string() || entry["entryType"].is_string();
    let of_event = members(results).into_iter().any(|event| {
        event["startDate"]["date"].is_string()
            || members(event).into_iter().any(|day| members(day).into_iter().any(is_entry))
            || event.as_object().is_some_and(|days| !days.is_empty() && days.keys().all(|day| is_day(day)))
    });
    value["_type"] == "HTTPAPIResult" && !members(results).is_empty() || of_event
}

fn is_day(name: &str) -> bool {
    name.len() == 8 && name.bytes().all(|byte| byte.is_ascii_digit())
}

fn read(given: &Given<'_>, report: &mut Report) -> Result<Draft, Unusable> {
    let Some(value) = given.json() else { return Err(Unusable::Broken) };
    let mut reader = Reader { draft: Draft::default(), rooms: Once::default(), people: Once::default(), report };
    match &value["results"] {
        Value::Object(events) => {
            for (id, days) in events {
                reader.begin(id, "", None);
                let Some(days) = days.as_object() else { continue };
                for (day, entries) in days {
                    let entries = entries.as_object().into_iter().flatten();
                    for (name, entry) in entries {
                        reader.entry(entry, Spot::Path(format!("{}.{name}", plain::line(day))));
                    }
                }
            }
        }
        Value::Array(events) => events.iter().for_each(|event| reader.event(event)),
        _ => return Err(Unusable::Empty),
    }
    let Reader { mut draft, .. } = reader;
    // Objects have no order, and times have.
    draft.sessions.sort_by_key(|session| (session.start.map(Moment::on_its_clock), session.origin.id.clone()));
    if draft.sessions.is_empty() { Err(Unusable::Empty) } else { Ok(draft) }
}

struct Reader<'r> {
    draft: Draft,
    rooms: Once,
    people: Once,
    report: &'r mut Report,
}

impl Reader<'_> {
    fn begin(&mut self, id: &str, title: &str, days: Option<(chrono::NaiveDate, chrono::NaiveDate)>) {
        if self.draft.source.is_empty() {
            self.draft.source = format!("indico {}", plain::line(id));
            let title = if title.is_empty() { self.draft.source.clone() } else { plain::line(title) };
            self.draft.title = Said::plain(&title);
            let event = DraftEvent { title: Said::plain(&title), days, has_sessions: true, ..DraftEvent::default() };
            self.draft.events.push(event);
        }
    }

    /// An event with its contributions or sessions.
    fn event(&mut self, event: &Value) {
        let day = |name: &str| clocks::day(&text(&event[name], "date"));
        self.begin(&text(event, "id"), &text(event, "title"), day("startDate").zip(day("endDate")));
        self.draft.zone = self.draft.zone.or_else(|| clocks::zone(&text(event, "timezone")));
        for (nth, session) in list(event, "sessions").into_iter().enumerate() {
            self.entry(session, Spot::Path(format!("sessions[{nth}]")));
        }
        for (nth, contribution) in list(event, "contributions").into_iter().enumerate() {
            self.entry(contribution, Spot::Path(format!("contributions[{nth}]")));
        }
    }

    /// A contribution, a break or a session.
    fn entry(&mut self, entry: &Value, spot: Spot) {
        if !entry.is_object() {
            return;
        }
        if self.draft.sessions.len() >= MOST_ROWS {
            self.report.left_out(&spot, tid("arriving-too-many"), "");
            return;
        }
        let start = moment(&entry["startDate"]);
        if start.is_none() && !entry["startDate"].is_null() {
            self.report.left_out(&spot, tid("arriving-no-time"), &text(&entry["startDate"], "date"));
        }
        self.draft.asks_zone |= matches!(start, Some(Moment::Floating(_)));
        let (one, slot) =
            (plain::line(&first_text(entry, &["title", "sessionTitle"])), plain::line(&text(entry, "slotTitle")));
        let title = if slot.is_empty() || slot == one { one } else { format!("{one}: {slot}") };
        let children: Vec<&Value> = [list(entry, "entries"), list(entry, "contributions")].concat();
        let sort = text(entry, "entryType");
        let is_break = sort.eq_ignore_ascii_case("Break") || text(entry, "_type").contains("Break");
        let is_session = sort.eq_ignore_ascii_case("Session") || !children.is_empty();
        let nature = match (is_break, is_session) {
            (true, _) => Some(SessionKind::Break),
            (_, true) if entry["isPoster"] == Value::Bool(true) => Some(SessionKind::Poster),
            _ => None,
        };
        let kind = if is_break { String::new() } else { plain::line(&text(entry, "type")) };
        let names = [
            ("chairs", Role::Chair),
            ("conveners", Role::Chair),
            ("presenters", Role::Speaker),
            ("speakers", Role::Speaker),
        ];
        let mut people: Vec<Named> = Vec::new();
        for (name, role) in names {
            for person in self.people(entry, name, &spot) {
                if people.iter().all(|&(known, _)| known != person) {
                    people.push((person, Some(role)));
                }
            }
        }
        let end = moment(&entry["endDate"]);
        let length = start.zip(end).map(|(start, end)| clocks::minutes(start, end)).filter(|&length| length > 0);
        let length = length.or_else(|| number(entry, "duration").map(|length| length as i64));
        let rooms = self.room(entry, &spot);
        let items = children.iter().map(|child| self.item(child, start, &spot)).collect();
        let tracks = ["track", "session"].iter().map(|name| plain::line(&text(entry, name)));
        let summary = plain::prose(&first_text(entry, &["description", "content"]));
        let id = first_text(entry, &["uniqueId", "db_id", "contributionId", "sessionSlotId", "id"]);
        self.draft.sessions.push(DraftSession {
            title: Said::plain(&title),
            kind,
            nature,
            tracks: tracks.filter(|track| !track.is_empty()).collect(),
            start,
            length_mins: length.filter(|&length| length > 0),
            rooms: Some(rooms),
            people: Some(people).filter(|_| !is_break),
            summary: Some(summary).filter(|text| !text.is_empty()),
            items,
            origin: Origin { id: plain::line(&id), url: plain::address(&text(entry, "url")), spot },
            ..DraftSession::default()
        });
    }

    /// A contribution within a session.
    fn item(&mut self, entry: &Value, begins: Option<Moment>, spot: &Spot) -> DraftItem {
        let start = moment(&entry["startDate"]);
        let after = begins.zip(start).map(|(begins, start)| clocks::minutes(begins, start));
        let people = ["presenters", "speakers"].iter().flat_map(|name| self.people(entry, name, spot)).collect();
        let minutes = number(entry, "duration").filter(|minutes| (0.0..=1440.0).contains(minutes)).unwrap_or(0.0);
        DraftItem {
            title: Said::plain(&plain::line(&text(entry, "title"))),
            length_secs: (minutes * 60.0) as u32,
            begins_mins: after.and_then(|after| u32::try_from(after).ok()),
            people,
            summary: plain::prose(&text(entry, "description")),
            is_pause: text(entry, "entryType").eq_ignore_ascii_case("Break"),
            origin: Origin { id: plain::line(&first_text(entry, &["uniqueId", "id"])), ..Origin::default() },
            ..DraftItem::default()
        }
    }

    fn people(&mut self, entry: &Value, name: &str, spot: &Spot) -> Vec<usize> {
        let mut all = Vec::new();
        for person in list(entry, name).into_iter().take(500) {
            let parts = format!(
                "{} {}",
                first_text(person, &["firstName", "first_name"]),
                first_text(person, &["familyName", "last_name"])
            );
            let whole = first_text(person, &["fullName", "full_name", "name"]);
            let name = plain::line(if parts.trim().is_empty() { &whole } else { &parts });
            if name.is_empty() {
                continue;
            }
            let make = || DraftPerson {
                origin: Origin { spot: spot.clone(), ..Origin::default() },
                name: name.clone(),
                represents: plain::line(&text(person, "affiliation")),
                ..DraftPerson::default()
            };
            all.extend(self.people.place(&mut self.draft.people, &name, make));
        }
        all
    }

    fn room(&mut self, entry: &Value, spot: &Spot) -> Vec<usize> {
        let name = plain::line(&first_text(entry, &["room", "roomFullname", "location"]));
        if name.is_empty() {
            return Vec::new();
        }
        let make = || DraftRoom {
            origin: Origin { spot: spot.clone(), ..Origin::default() },
            name: Said::plain(&name),
            place: plain::line(&text(entry, "location")),
            ..DraftRoom::default()
        };
        self.rooms.place(&mut self.draft.rooms, &name, make).into_iter().collect()
    }
}

/// `{"date": "2025-11-17", "time": "09:30:00", "tz": "Europe/Zurich"}`
fn moment(value: &Value) -> Option<Moment> {
    let time = clocks::day(&text(value, "date"))?.and_time(clocks::clock(&text(value, "time"))?);
    Some(match clocks::zone(&text(value, "tz")) {
        Some(Tz::UTC | Tz::Etc__UTC) => Moment::Instant(time.and_utc()),
        Some(zone) => Moment::Civil(time, zone),
        None => Moment::Floating(time),
    })
}
