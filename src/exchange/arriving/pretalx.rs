//! The table of sessions that pretalx exports for organizers, as CSV: each session with its code, its times with their zone, and
//! its speakers one below the other.

use std::collections::HashMap;

use super::draft::{Draft, DraftEvent, DraftPerson, DraftRoom, DraftSession, MOST_ROWS, Moment, Once, Origin, Said};
use super::importer::{Given, Importer, Unusable};
use super::report::{Report, Spot};
use super::{clocks, plain};
use crate::exchange::incoming::sheets::{TextChoices, read as tables};
use crate::model::Status;
use crate::texts::tid;

/// The table of sessions of pretalx.
pub const IMPORTER: Importer =
    Importer { name: "pretalx", label: tid("format-pretalx"), extensions: &["csv"], recognize, read };

/// Columns by which it is known: nobody else calls them so together.
const KNOWN_BY: [&str; 2] = ["ID", "Proposal title"];
/// One of these tells times or people.
const SAYS: [&str; 4] = ["Start", "Speaker names", "Session type", "Room"];
/// Columns that are read, or say nothing that a plan holds.
const READ: [&str; 16] = [
    "ID",
    "Proposal title",
    "State",
    "Session type",
    "Track",
    "Abstract",
    "Description",
    "Duration",
    "Speaker IDs",
    "Speaker names",
    "Room",
    "Start",
    "End",
    "created",
    "Pending proposal state",
    "Slot Count",
];

fn recognize(given: &Given<'_>) -> bool {
    let head = given.head();
    let first = head.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    let heads: Vec<&str> = first.split(',').map(|head| head.trim_matches('"')).collect();
    let has = |name: &&str| heads.contains(name);
    KNOWN_BY.iter().all(has) && SAYS.iter().any(has)
}

fn read(given: &Given<'_>, report: &mut Report) -> Result<Draft, Unusable> {
    let file = tables(given.bytes, TextChoices { separator: Some(b','), ..TextChoices::default() });
    let sheet = file.map_err(|_| Unusable::Broken)?.sheets.into_iter().next().ok_or(Unusable::Empty)?;
    let mut rows = sheet.rows.into_iter();
    let heads = rows.next().ok_or(Unusable::Empty)?.cells;
    let places: HashMap<&str, usize> = heads.iter().enumerate().map(|(at, head)| (head.trim(), at)).collect();
    for head in heads.iter().map(|head| head.trim()).filter(|head| !head.is_empty() && !READ.contains(head)) {
        report.no_place(head);
    }
    let stem = plain::line(given.stem());
    let title = if stem.is_empty() { "pretalx".to_owned() } else { stem };
    let event = DraftEvent { title: Said::plain(&title), has_sessions: true, ..DraftEvent::default() };
    // Codes of sessions are given once for all conferences of a server.
    let source = "pretalx".to_owned();
    let mut draft = Draft { source, title: Said::plain(&title), events: vec![event], ..Draft::default() };
    let (mut rooms, mut people) = (Once::default(), Once::default());
    for row in rows {
        let spot = Spot::Line(u32::try_from(row.number).unwrap_or(u32::MAX));
        if draft.sessions.len() >= MOST_ROWS {
            report.left_out(&spot, tid("arriving-too-many"), "");
            break;
        }
        let cell = |name: &str| places.get(name).and_then(|&at| row.cells.get(at)).map_or("", String::as_str).trim();
        let session = session(&cell, &spot, report);
        let origin = |id: &str| Origin { id: id.to_owned(), url: String::new(), spot: spot.clone() };
        let name = plain::line(cell("Room"));
        let make = || DraftRoom { origin: origin(""), name: Said::plain(&name), ..DraftRoom::default() };
        let in_rooms = if name.is_empty() { None } else { rooms.place(&mut draft.rooms, &name, make) };
        let mut parts = Vec::new();
        let codes: Vec<&str> = named(cell("Speaker IDs")).collect();
        for (at, name) in named(cell("Speaker names")).take(500).enumerate() {
            // A code tells two people of one name apart.
            let code = codes.get(at).copied().unwrap_or_default();
            let key = if code.is_empty() { name } else { code };
            let make = || DraftPerson { origin: origin(code), name: plain::line(name), ..DraftPerson::default() };
            parts.extend(people.place(&mut draft.people, key, make).map(|place| (place, None)));
        }
        draft.asks_zone |= matches!(session.start, Some(Moment::Floating(_)));
        draft.sessions.push(DraftSession {
            rooms: places.contains_key("Room").then(|| in_rooms.into_iter().collect()),
            people: places.contains_key("Speaker names").then_some(parts),
            ..session
        });
    }
    if draft.sessions.is_empty() { Err(Unusable::Empty) } else { Ok(draft) }
}

/// Names in a cell, one below the other or with commas between, as its organizer has chosen.
fn named(cell: &str) -> impl Iterator<Item = &str> {
    let separator = if cell.contains('\n') { "\n" } else { ", " };
    cell.split(separator).map(str::trim).filter(|name| !name.is_empty())
}

/// What a row says of a session by itself.
fn session<'a>(cell: &dyn Fn(&str) -> &'a str, spot: &Spot, report: &mut Report) -> DraftSession {
    let (starts, ends) = (cell("Start"), cell("End"));
    let start = clocks::moment(starts);
    if start.is_none() && !starts.is_empty() {
        report.left_out(spot, tid("arriving-no-time"), starts);
    }
    let between = start.zip(clocks::moment(ends)).map(|(start, end)| clocks::minutes(start, end));
    let length_mins = between.or_else(|| cell("Duration").parse().ok()).filter(|&length| length > 0);
    let status = match cell("State").to_ascii_lowercase().as_str() {
        "confirmed" => Some(Status::Confirmed),
        "accepted" => Some(Status::Provisional),
        "canceled" | "cancelled" | "rejected" | "withdrawn" => Some(Status::Cancelled),
        _ => None,
    };
    let summary = [cell("Abstract"), cell("Description")].into_iter().find(|text| !text.is_empty());
    DraftSession {
        origin: Origin { id: plain::line(cell("ID")), url: String::new(), spot: spot.clone() },
        title: Said::plain(&plain::line(cell("Proposal title"))),
        kind: plain::line(cell("Session type")),
        tracks: Some(plain::line(cell("Track"))).filter(|track| !track.is_empty()).into_iter().collect(),
        start,
        length_mins,
        status,
        summary: summary.map(plain::prose),
        ..DraftSession::default()
    }
}
