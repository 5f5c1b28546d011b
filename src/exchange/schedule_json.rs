//! schedule.json: schedule.xml for programs that would rather read JSON.

use serde::Serialize;
use serde::ser::Serializer;
use serde_json::{Value, json};

use super::exporter::{Exporter, Material, Medium, Part};
use super::progress::{ExportError, Progress};
use super::schedule::{Day, Room, Schedule, Slot, duration};
use crate::texts::tid;

/// schedule.json as c3voc.de/schedule/schema.json has it.
pub const EXPORTER: Exporter = Exporter {
    name: "schedule-json",
    label: tid("format-schedule-json"),
    extension: "json",
    content: "schedule",
    layouts: &[],
    medium: Medium::Data,
    shown_as: None,
    with_findings: false,
    with_events: false,
    write,
};

/// The schema sets no limit; a session lasts 14 days at most.
const MOST_HOURS: i32 = 999;

fn write(material: &Material<'_>, progress: &Progress) -> Result<Vec<Part>, ExportError> {
    let schedule = Schedule::new(material.programme, progress)?;
    let mut bytes = serde_json::to_vec_pretty(&document(&schedule))
        .map_err(|error| ExportError::Failed { format: "schedule.json", why: error.to_string() })?;
    bytes.push(b'\n');
    Ok(Part::only(bytes))
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    generator: Value,
    schedule: Body<'a>,
}

#[derive(Serialize)]
struct Body<'a> {
    version: &'a str,
    conference: Conference<'a>,
}

#[derive(Serialize)]
struct Conference<'a> {
    acronym: &'a str,
    title: &'a str,
    description: &'a str,
    start: String,
    end: String,
    #[serde(rename = "daysCount")]
    days_count: usize,
    timeslot_duration: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    time_zone_name: Option<&'static str>,
    tracks: Vec<Value>,
    rooms: Vec<Value>,
    days: Vec<DayObject<'a>>,
}

#[derive(Serialize)]
struct DayObject<'a> {
    index: usize,
    date: String,
    day_start: &'a str,
    day_end: &'a str,
    #[serde(serialize_with = "in_order")]
    rooms: Vec<(&'a str, Vec<Value>)>,
}

fn document(schedule: &Schedule) -> Document<'_> {
    let date = |day: Option<&Day>| day.map(|day| day.date.to_string()).unwrap_or_default();
    let conference = Conference {
        acronym: &schedule.acronym,
        title: &schedule.title,
        description: &schedule.description,
        start: date(schedule.days.first()),
        end: date(schedule.days.last()),
        days_count: schedule.days.len(),
        timeslot_duration: duration(schedule.timeslot_mins, MOST_HOURS),
        time_zone_name: Some(schedule.zone.name()).filter(|name| is_zone_name(name)),
        tracks: schedule
            .tracks
            .iter()
            .map(|track| json!({ "name": track.name, "slug": track.slug, "color": track.colour }))
            .collect(),
        rooms: schedule.rooms.iter().map(room).collect(),
        days: schedule.days.iter().enumerate().map(|(at, day)| day_object(schedule, at + 1, day)).collect(),
    };
    Document {
        schema: "https://c3voc.de/schedule/schema.json",
        generator: json!({ "name": "Plenary", "version": env!("CARGO_PKG_VERSION") }),
        schedule: Body { version: &schedule.version, conference },
    }
}

/// Whether the schema takes the name of a zone, which it wants as `Europe/Zurich` or `UTC`.
fn is_zone_name(name: &str) -> bool {
    let is_word = |word: &str| {
        let mut letters = word.bytes();
        letters.next().is_some_and(|b| b.is_ascii_uppercase()) && letters.next().is_some_and(|b| b.is_ascii_lowercase())
    };
    let is_region = |word: &str| is_word(word) && word.bytes().skip(1).all(|b| b.is_ascii_lowercase());
    name.ends_with("UTC") || name.split_once('/').is_some_and(|(region, city)| is_region(region) && is_word(city))
}

fn room(room: &Room) -> Value {
    let mut object = json!({ "name": room.name, "guid": room.guid.to_string(), "capacity": room.capacity });
    if room.is_virtual {
        object["type"] = "online".into();
    }
    object
}

fn day_object<'a>(schedule: &'a Schedule, index: usize, day: &'a Day) -> DayObject<'a> {
    let rooms = day.rooms.iter().map(|(room, slots)| {
        let name = schedule.rooms[*room].name.as_str();
        (name, slots.iter().map(|slot| event(name, slot)).collect())
    });
    DayObject { index, date: day.date.to_string(), day_start: &day.start, day_end: &day.end, rooms: rooms.collect() }
}

/// An object with its rooms in their order, which readers keep.
fn in_order<S: Serializer>(rooms: &[(&str, Vec<Value>)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(rooms.iter().map(|(name, events)| (name, events)))
}

fn event(room: &str, slot: &Slot) -> Value {
    let guid = slot.guid.to_string();
    let people = slot.people.iter().map(|person| {
        // Without `public_name`: a person is of one shape or of the other, never of both.
        json!({ "guid": person.guid.to_string(), "name": person.name })
    });
    let documents = slot
        .documents
        .iter()
        .map(|document| json!({ "url": document.address, "title": document.title, "type": "paper" }));
    json!({
        "guid": guid,
        "id": slot.number,
        "slug": slot.slug,
        "date": slot.start,
        "start": slot.clock,
        "end": slot.end,
        "duration": duration(slot.length_mins, MOST_HOURS),
        "room": room,
        "title": slot.title,
        "subtitle": "",
        "track": slot.track,
        "type": slot.kind,
        "language": if slot.language.is_empty() { Value::Null } else { slot.language.into() },
        "abstract": "",
        "description": slot.description,
        "persons": people.collect::<Vec<_>>(),
        "links": slot.link.iter().map(|link| json!({ "url": link, "title": link, "type": "web" })).collect::<Vec<_>>(),
        "attachments": documents.collect::<Vec<_>>(),
        // The schema demands an address; what has no page still has a name that is one (RFC 9562 §4).
        "url": slot.link.clone().unwrap_or_else(|| format!("urn:uuid:{guid}")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::zone::Tz;

    #[test]
    fn zones_that_the_schema_takes_are_told() {
        for zone in [Tz::Asia__Baku, Tz::America__New_York, Tz::America__Argentina__Buenos_Aires, Tz::UTC] {
            assert!(is_zone_name(zone.name()), "{zone}");
        }
        for zone in [Tz::EST5EDT, Tz::GMT, Tz::Etc__GMTPlus5] {
            assert!(!is_zone_name(zone.name()), "{zone}");
        }
    }
}
