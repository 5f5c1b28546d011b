//! What schedule.xml and schedule.json have in common: the programme as conference apps know it, days of rooms of events.
//!
//! The two formats (c3voc.de/wiki/schedule) differ only in how this is written. A session has one room there, so one in
//! several rooms is told once for each; all texts are plain.

mod names;

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::{DateTime, NaiveDate, Offset as _, Timelike as _, Utc};
use uuid::Uuid;

use super::distinct::distinct;
use super::programme::{Entry, Person, Programme};
use super::progress::{ExportError, Progress};
use super::{details, identity, plain};
use crate::model::zone::Tz;
use crate::model::{Kind, Status};
use crate::texts::{names as text_ids, tid};

pub(super) use names::duration;

/// A programme as conference apps know it.
pub struct Schedule {
    /// What is planned.
    pub title: String,
    /// Its short name: at least four of `a–z 0–9 _`.
    pub acronym: String,
    /// What a reader must know.
    pub description: String,
    /// The release and when it was made; apps say that something is new when it differs.
    pub version: String,
    /// The zone of all times, or of most where there are several: each time says how far it is from UTC.
    pub zone: Tz,
    /// The length that all starts and lengths are multiples of, in minutes.
    pub timeslot_mins: i32,
    /// The sorts of sessions.
    pub tracks: Vec<Track>,
    /// The rooms; no two have the same name.
    pub rooms: Vec<Room>,
    /// The days; at least one.
    pub days: Vec<Day>,
}

/// A sort of sessions.
pub struct Track {
    /// Its name on screen.
    pub name: String,
    /// Its name for programs: begins with a letter.
    pub slug: String,
    /// `#rrggbb`.
    pub colour: String,
}

/// A room.
pub struct Room {
    /// Its name, unlike that of any other.
    pub name: String,
    /// Its name everywhere.
    pub guid: Uuid,
    /// Seats, if known.
    pub capacity: Option<u32>,
    /// Whether people meet there online.
    pub is_virtual: bool,
}

/// A day.
pub struct Day {
    /// Its date.
    pub date: NaiveDate,
    /// When the first session starts, with the offset of its zone.
    pub start: String,
    /// When the last one is over, with the offset of its zone; less than a day after the start, as apps want it, also where
    /// something goes on for longer.
    pub end: String,
    /// The rooms in use, as places in [`Schedule::rooms`], with what happens there in order.
    pub rooms: Vec<(usize, Vec<Slot>)>,
}

/// A session in a room.
pub struct Slot {
    /// Its name everywhere.
    pub guid: Uuid,
    /// Its number, for programs that know no other names; positive.
    pub number: u32,
    /// Its name in addresses.
    pub slug: String,
    /// Its title; that it is cancelled comes first, for there is no other place that apps show.
    pub title: String,
    /// What sort of session it is, as in [`Track::slug`].
    pub kind: String,
    /// What sort of session it is, as in [`Track::name`].
    pub track: String,
    /// When it starts, with the offset of its zone.
    pub start: String,
    /// When it starts on the clock of its zone: `09:30`.
    pub clock: String,
    /// When it is over, with the offset of its zone.
    pub end: String,
    /// How long, in minutes.
    pub length_mins: i32,
    /// Whatever else is known.
    pub description: String,
    /// The language that is spoken, the leading one of several; empty when not known.
    pub language: &'static str,
    /// Who has a part, each once.
    pub people: Vec<Speaker>,
    /// Where to take part from afar.
    pub link: Option<String>,
    /// Documents that can be read.
    pub documents: Vec<Document>,
}

/// Somebody who has a part.
pub struct Speaker {
    /// Their name everywhere.
    pub guid: Uuid,
    /// Their number.
    pub number: u32,
    /// Their name as printed.
    pub name: String,
}

/// A document that can be read.
pub struct Document {
    /// Its symbol and title.
    pub title: String,
    /// Where it is.
    pub address: String,
}

impl Schedule {
    /// `programme` as conference apps know it.
    ///
    /// # Errors
    /// [`ExportError::Nothing`] without sessions, as a schedule has at least one day; [`ExportError::Cancelled`].
    pub fn new(programme: &Programme, progress: &Progress) -> Result<Self, ExportError> {
        if programme.entries.is_empty() {
            return Err(ExportError::Nothing);
        }
        progress.expect(programme.days.len());
        let acronym = names::acronym(programme);
        let slots = Slots { programme, acronym: &acronym, numbers: names::numbers(programme) };
        let mut days = Vec::new();
        for day in &programme.days {
            let entries = programme.entries_of(day);
            let (Some(first), Some(last)) =
                (entries.iter().min_by_key(|entry| entry.start), entries.iter().max_by_key(|entry| entry.end))
            else {
                continue;
            };
            let end = last.end.min(first.start + LONGEST_DAY);
            let (start, end) = (stamp(first.start, first.zone), stamp(end, last.zone));
            days.push(Day { date: day.date, start, end, rooms: slots.of_day(day.entries.clone()) });
            progress.step()?;
        }
        Ok(Self {
            title: plain::line(&programme.title.joined()),
            description: plain::paragraphs(&programme.description.joined()),
            version: version(programme),
            zone: programme.most_used_zone().unwrap_or(programme.home),
            timeslot_mins: timeslot_mins(programme),
            tracks: tracks(programme),
            rooms: rooms(programme),
            days,
            acronym,
        })
    }
}

/// A day of a schedule is shorter than one of the calendar.
const LONGEST_DAY: chrono::Duration = chrono::Duration::minutes(24 * 60 - 1);

/// Makes slots of entries.
struct Slots<'a> {
    programme: &'a Programme,
    acronym: &'a str,
    numbers: BTreeMap<Uuid, u32>,
}

impl Slots<'_> {
    /// The rooms of one day, in the order of the rooms; what has no room comes last.
    fn of_day(&self, entries: Range<usize>) -> Vec<(usize, Vec<Slot>)> {
        let mut rooms: BTreeMap<usize, Vec<Slot>> = BTreeMap::new();
        for place in entries {
            for (room, guid) in names::places(self.programme, &self.programme.entries[place]) {
                rooms.entry(room).or_default().push(self.slot(place, guid));
            }
        }
        rooms.into_iter().collect()
    }

    fn slot(&self, place: usize, guid: Uuid) -> Slot {
        let programme = self.programme;
        let entry = &programme.entries[place];
        let number = self.numbers.get(&guid).copied().unwrap_or(1);
        let title = plain::line(&entry.title.joined());
        let slug = names::slug(self.acronym, number, entry.title.first());
        let title = match entry.status {
            Status::Cancelled | Status::Reserve => {
                programme.labels.labelled(&programme.labels.status(entry.status).joined(), &title)
            }
            Status::Provisional | Status::Confirmed => title,
        };
        let languages = entry.languages;
        let language =
            if languages.contains(programme.language()) { Some(programme.language()) } else { languages.iter().next() };
        // Apps show what lasts for days on the first of them only.
        let until = (entry.last_day() > entry.span.start.date()).then(|| programme.labels.until(entry));
        let description: Vec<String> = until.into_iter().chain(details::lines(programme, place)).collect();
        Slot {
            guid,
            number,
            slug,
            title,
            kind: kind_slug(entry.called),
            track: plain::line(&entry.kind_name.joined()),
            start: stamp(entry.start, entry.zone),
            clock: entry.start.with_timezone(&entry.zone).format("%H:%M").to_string(),
            end: stamp(entry.end, entry.zone),
            length_mins: entry.length_mins(),
            description: description.join("\n"),
            language: language.map_or("", |language| language.code()),
            people: people(programme, entry),
            link: (!entry.link.is_empty()).then(|| entry.link.clone()),
            documents: documents(programme, entry),
        }
    }
}

fn people(programme: &Programme, entry: &Entry) -> Vec<Speaker> {
    let mut people: Vec<Speaker> = Vec::new();
    for person in entry.people.iter().map(|&(person, _)| &programme.people[person]) {
        let guid = identity::of_person(programme, person);
        // Who has two parts is there once.
        if people.iter().all(|other| other.guid != guid) {
            people.push(Speaker { guid, number: names::number(guid), name: person_name(person) });
        }
    }
    people
}

fn person_name(person: &Person) -> String {
    let name = plain::line(&person.name);
    if name.is_empty() { person.id.to_string() } else { name }
}

fn documents(programme: &Programme, entry: &Entry) -> Vec<Document> {
    let readable = entry.documents.iter().filter_map(|&document| {
        let document = &programme.documents[document];
        let title = plain::line(&format!("{} {}", document.symbol, document.title.joined()));
        (!document.link.is_empty()).then(|| Document { title, address: document.link.clone() })
    });
    readable.collect()
}

/// What sessions are called, each with the first entry that is called so: built-in kinds in the order of the model, then
/// the plan's own.
fn tracks(programme: &Programme) -> Vec<Track> {
    let mut used = std::collections::BTreeMap::new();
    for entry in &programme.entries {
        used.entry(entry.called).or_insert(entry);
    }
    let track = |entry: &Entry| {
        let [red, green, blue] = entry.hue.ink();
        Track {
            name: plain::line(&entry.kind_name.joined()),
            slug: kind_slug(entry.called),
            colour: format!("#{red:02x}{green:02x}{blue:02x}"),
        }
    };
    used.into_values().map(track).collect()
}

/// `heads-of-delegation`: the same in all languages.
fn kind_slug(kind: Kind) -> String {
    match kind {
        Kind::BuiltIn(kind) => text_ids::session_kind(kind).trim_start_matches("kind-").to_owned(),
        Kind::Own(id) => format!("own-{id}"),
    }
}

/// The rooms of the programme; at the end one for the sessions that have none, if there are any.
fn rooms(programme: &Programme) -> Vec<Room> {
    let titles = programme.rooms.iter().map(|room| (plain::line(&room.title.joined()), room.id.as_str()));
    let without = programme.entries.iter().any(|entry| entry.rooms.is_empty());
    let none = without.then(|| (plain::line(&programme.labels.text(tid("handout-no-room")).joined()), "-"));
    let mut names = distinct(titles.chain(none)).into_iter();
    let named = programme.rooms.iter().zip(names.by_ref());
    let mut rooms: Vec<Room> = named
        .map(|(room, name)| Room {
            name,
            guid: identity::of_room(programme, room),
            capacity: room.capacity,
            is_virtual: room.is_virtual,
        })
        .collect();
    rooms.extend(names.map(|name| Room {
        name,
        guid: identity::of_no_room(programme),
        capacity: None,
        is_virtual: false,
    }));
    rooms
}

/// `Rev. 3 (2025-10-01 08:00 UTC)`
fn version(programme: &Programme) -> String {
    let made = programme.made.format("%Y-%m-%d %H:%M UTC");
    format!("{} ({made})", plain::line(programme.release_words().first()))
}

/// The greatest length up to an hour that all starts and lengths are multiples of.
fn timeslot_mins(programme: &Programme) -> i32 {
    let common = |mut a: i32, mut b: i32| {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    };
    let times = programme.entries.iter().flat_map(|entry| [entry.span.start.minute_of_day(), entry.length_mins()]);
    times.fold(60, common).max(1)
}

/// `2025-11-17T09:30:00+04:00`: the instant on the clock of `zone` (RFC 3339).
fn stamp(instant: DateTime<Utc>, zone: Tz) -> String {
    let instant = instant.with_nanosecond(0).unwrap_or(instant);
    let told = instant.with_timezone(&zone);
    // Before standard time clocks went by the sun, and an offset has no seconds.
    if told.offset().fix().local_minus_utc() % 60 == 0 {
        told.format("%Y-%m-%dT%H:%M:%S%:z").to_string()
    } else {
        instant.format("%Y-%m-%dT%H:%M:%SZ").to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, kind_slug};
    use crate::model::SessionKind;

    #[test]
    fn a_kind_of_the_plan_is_no_track_of_ours() {
        let own = Kind::Own("talk".parse().unwrap());
        assert_ne!(kind_slug(own), kind_slug(Kind::BuiltIn(SessionKind::Talk)));
    }
}
