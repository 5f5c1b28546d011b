//! iCalendar (RFC 5545, with the properties of RFC 7986): what every calendar reads.

mod colours;
mod lines;
mod zones;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use uuid::Uuid;

use super::exporter::{Exporter, Material, Medium, Part};
use super::programme::{Entry, Event, Programme, Waiting, Withdrawn};
use super::progress::{ExportError, Progress};
use super::words::Words;
use super::{details, identity, plain};
use crate::look::Hue;
use crate::model::zone::{self, Reading, Tz};
use crate::model::{CivilTime, EventDates, SessionKind, Status};
use crate::texts::{names, tid};
use lines::Lines;

/// iCalendar. A session is known again in the next file by its UID, which says nothing of when and where it is.
pub const EXPORTER: Exporter = Exporter {
    name: "ics",
    label: tid("format-ics"),
    extension: "ics",
    content: "",
    layouts: &[],
    medium: Medium::Data,
    shown_as: None,
    with_findings: false,
    with_events: true,
    write,
};

/// A calendar of what is handed out.
///
/// # Errors
/// [`ExportError::Nothing`] where nothing would stand in it.
pub(super) fn calendar(material: &Material<'_>, progress: &Progress) -> Result<Vec<u8>, ExportError> {
    Ok(write(material, progress)?.into_iter().next().map(|part| part.bytes).unwrap_or_default())
}

fn write(material: &Material<'_>, progress: &Progress) -> Result<Vec<Part>, ExportError> {
    let programme = material.programme;
    // Who asks for a room or a person wants to know when to be there, and not when the conference is.
    let events = if material.selection.is_of_whole_events() { programme.events.as_slice() } else { &[] };
    let events: Vec<_> = events.iter().filter_map(|event| Some((event, days(event)?))).collect();
    let withdrawn = || programme.waiting.iter().filter_map(|waiting| Some((waiting, waiting.withdrawn.as_ref()?)));
    if programme.entries.is_empty() && events.is_empty() && withdrawn().next().is_none() {
        // A calendar holds at least one component (RFC 5545 §3.6).
        return Err(ExportError::Nothing);
    }
    let mut lines = Lines::default();
    lines.value("BEGIN", "VCALENDAR");
    head(&mut lines, programme);
    for (_, (zone, years)) in clocks(programme) {
        zones::write(&mut lines, zone, years);
    }
    progress.expect(programme.entries.len());
    for (event, days) in events {
        dated(&mut lines, programme, event, days);
    }
    for (place, entry) in programme.entries.iter().enumerate() {
        session(&mut lines, programme, (place, entry));
        progress.step()?;
    }
    for (waiting, withdrawn) in withdrawn() {
        cancelled(&mut lines, programme, waiting, withdrawn);
    }
    lines.value("END", "VCALENDAR");
    Ok(Part::only(lines.into_bytes()))
}

/// What is said of the calendar as a whole.
fn head(lines: &mut Lines, programme: &Programme) {
    let language = programme.language().code().to_ascii_uppercase();
    lines.value("VERSION", "2.0");
    lines.prose("PRODID", &format!("-//Plenary//Plenary {}//{language}", env!("CARGO_PKG_VERSION")));
    lines.value("CALSCALE", "GREGORIAN");
    // No METHOD: a calendar that is published has an organizer for each event (RFC 5546 §3.2.1), and nobody is one here.
    // The same twice: RFC 7986 §5.1, and what calendars knew before it.
    words(lines, "NAME", &programme.title, plain::line);
    words(lines, "X-WR-CALNAME", &programme.title, plain::line);
    words(lines, "DESCRIPTION", &programme.description, plain::paragraphs);
    if let Some(zone) = programme.most_used_zone() {
        lines.value("X-WR-TIMEZONE", zone.name());
    }
    lines.value("LAST-MODIFIED", &instant_text(programme.made));
    lines.value("COLOR", colours::name(Hue::of(SessionKind::Plenary)));
}

/// From the first day on, before the day after the last one; nothing where only the year is known.
fn days(event: &Event) -> Option<(NaiveDate, NaiveDate)> {
    let EventDates::Days { first, last } = event.dates else { return None };
    Some((first, last.succ_opt()?))
}

/// An event, a milestone or a deadline as something that takes whole days (RFC 5545 §3.6.1).
fn dated(lines: &mut Lines, programme: &Programme, event: &Event, (first, end): (NaiveDate, NaiveDate)) {
    begin(lines, programme, identity::of_event(programme, event), programme.release);
    let day = |date: NaiveDate| date.format("%Y%m%d").to_string();
    lines.with("DTSTART", &[("VALUE", "DATE")], &day(first));
    lines.with("DTEND", &[("VALUE", "DATE")], &day(end));
    words(lines, "SUMMARY", &event.long(), plain::line);
    lines.prose("LOCATION", &plain::line(&event.place.joined()));
    words(lines, "DESCRIPTION", &event.description, plain::paragraphs);
    let kind = programme.labels.text(names::event_kind(event.kind));
    lines.texts("CATEGORIES", std::iter::once(plain::line(&kind.joined())));
    lines.value("TRANSP", "TRANSPARENT");
    lines.value("END", "VEVENT");
}

fn begin(lines: &mut Lines, programme: &Programme, name: Uuid, sequence: u32) {
    lines.value("BEGIN", "VEVENT");
    lines.value("UID", &name.to_string());
    lines.value("DTSTAMP", &instant_text(programme.made));
    // An INTEGER ends at 2147483647 (RFC 5545 §3.3.8).
    lines.value("SEQUENCE", &sequence.min(i32::MAX as u32).to_string());
}

fn session(lines: &mut Lines, programme: &Programme, (place, entry): (usize, &Entry)) {
    begin(lines, programme, identity::of_entry(programme, entry), entry.told.sequence);
    changed(lines, entry.told.changed);
    if is_told_by_clock(entry) {
        let zone = [("TZID", entry.zone.name())];
        lines.with("DTSTART", &zone, &civil_text(entry.span.start));
        lines.with("DTEND", &zone, &civil_text(entry.span.end));
    } else {
        lines.value("DTSTART", &instant_text(entry.start));
        lines.value("DTEND", &instant_text(entry.end));
    }
    let is_cancelled = entry.status == Status::Cancelled;
    summary(lines, programme, &entry.title, is_cancelled);
    lines.prose("LOCATION", &location(programme, entry));
    lines.prose("DESCRIPTION", &details::lines(programme, place).join("\n"));
    let bodies = entry.bodies.iter().map(|&body| programme.bodies[body].code.joined());
    let kind = &entry.kind_name;
    lines.texts("CATEGORIES", std::iter::once(kind.joined()).chain(bodies).map(|text| plain::line(&text)));
    let status = match entry.status {
        Status::Provisional | Status::Reserve => "TENTATIVE",
        Status::Confirmed => "CONFIRMED",
        Status::Cancelled => "CANCELLED",
    };
    lines.value("STATUS", status);
    let is_free = is_cancelled || entry.kind == SessionKind::Break;
    lines.value("TRANSP", if is_free { "TRANSPARENT" } else { "OPAQUE" });
    lines.value("CLASS", if programme.is_internal { "CONFIDENTIAL" } else { "PUBLIC" });
    lines.value("COLOR", colours::name(entry.hue));
    if !entry.link.is_empty() {
        let label = programme.labels.text(tid("handout-join"));
        lines.value("URL", &entry.link);
        let parameters = [("VALUE", "URI"), ("FEATURE", "AUDIO,VIDEO"), ("LABEL", &*label.joined())];
        lines.with("CONFERENCE", &parameters, &entry.link);
    }
    lines.value("END", "VEVENT");
}

/// A session that the world was told of and that is in the tray again: calendars keep what is not mentioned any more.
fn cancelled(lines: &mut Lines, programme: &Programme, waiting: &Waiting, withdrawn: &Withdrawn) {
    begin(lines, programme, identity::of_waiting(programme, waiting), withdrawn.told.sequence);
    changed(lines, withdrawn.told.changed);
    lines.value("DTSTART", &instant_text(withdrawn.start));
    lines.value("DTEND", &instant_text(withdrawn.end));
    summary(lines, programme, &waiting.title, true);
    lines.value("STATUS", "CANCELLED");
    lines.value("TRANSP", "TRANSPARENT");
    lines.value("CLASS", if programme.is_internal { "CONFIDENTIAL" } else { "PUBLIC" });
    lines.value("END", "VEVENT");
}

/// When a session was last changed, where that is known.
fn changed(lines: &mut Lines, changed: Option<DateTime<Utc>>) {
    if let Some(changed) = changed {
        lines.value("LAST-MODIFIED", &instant_text(changed));
    }
}

/// What a session is called; that it is cancelled comes first, for few calendars show their status.
fn summary(lines: &mut Lines, programme: &Programme, title: &Words, is_cancelled: bool) {
    let title = if is_cancelled { programme.cancelled_title(title) } else { title.clone() };
    words(lines, "SUMMARY", &title, plain::line);
}

/// A property in the chosen languages; it says which language where it is only one.
fn words(lines: &mut Lines, name: &str, words: &Words, cleaned: fn(&str) -> String) {
    let text = lines::escaped(&cleaned(&words.joined()));
    let mut languages = words.iter();
    match (languages.next(), languages.next()) {
        (None, _) => {}
        (Some((language, _)), None) => lines.with(name, &[("LANGUAGE", language.code())], &text),
        _ => lines.value(name, &text),
    }
}

/// The rooms, then where they are: `Hall A, Hall B, Baku Convention Center`. Without rooms the city.
fn location(programme: &Programme, entry: &Entry) -> String {
    let mut places: Vec<String> = Vec::new();
    let rooms = entry.rooms.iter().map(|&room| &programme.rooms[room]);
    let names = rooms.clone().map(|room| room.title.joined().into_owned());
    for place in names.chain(rooms.map(|room| room.place.clone())) {
        if !place.trim().is_empty() && !places.contains(&place) {
            places.push(place);
        }
    }
    if entry.rooms.iter().all(|&room| programme.rooms[room].place.trim().is_empty()) {
        places.push(programme.events[entry.event].place.joined().into_owned());
    }
    plain::line(&places.into_iter().filter(|place| !place.is_empty()).collect::<Vec<_>>().join(", "))
}

/// Whether the clock of its zone says without doubt when it begins and ends. In the hour that a change of clocks repeats
/// or swallows it does not; there and in UTC itself, instants are written.
fn is_told_by_clock(entry: &Entry) -> bool {
    let is_utc = matches!(entry.zone, Tz::UTC | Tz::Etc__UTC);
    let says = |time, instant| zone::read(time, entry.zone) == Reading::Once(instant);
    !is_utc && says(entry.span.start, entry.start) && says(entry.span.end, entry.end)
}

/// The zones in which times are written, with the years that are asked of each.
fn clocks(programme: &Programme) -> BTreeMap<&'static str, (Tz, RangeInclusive<i32>)> {
    let mut clocks: BTreeMap<&'static str, (Tz, RangeInclusive<i32>)> = BTreeMap::new();
    for entry in programme.entries.iter().filter(|entry| is_told_by_clock(entry)) {
        let (first, last) = (entry.span.start.date().year(), entry.span.end.date().year());
        let known = clocks.entry(entry.zone.name()).or_insert_with(|| (entry.zone, first..=last));
        known.1 = first.min(*known.1.start())..=last.max(*known.1.end());
    }
    clocks
}

/// `20251117T093000` (RFC 5545 §3.3.5, form 3).
fn civil_text(time: CivilTime) -> String {
    time.to_chrono().format("%Y%m%dT%H%M%S").to_string()
}

/// `20251117T053000Z` (RFC 5545 §3.3.5, form 2).
fn instant_text(instant: DateTime<Utc>) -> String {
    instant.format("%Y%m%dT%H%M%SZ").to_string()
}
