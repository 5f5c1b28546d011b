//! schedule.xml and schedule.json, read back: they tell the same, and what their schemas ask for holds.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset, Utc};
use plenary::exchange::{ExportError, Progress, Request, export, exporter};
use plenary::model::zone::Tz;
use plenary::model::{Plan, Status};
use plenary::store::Template;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

use super::{hostile, made, programme, text, with_session, wtdc};

/// What both formats tell of a session in a room, by the name of the property.
type Slot = BTreeMap<String, String>;

/// What is compared; `url` is only demanded by one of them.
const COMMON: [&str; 14] = [
    "guid",
    "id",
    "slug",
    "date",
    "start",
    "room",
    "title",
    "subtitle",
    "track",
    "type",
    "language",
    "abstract",
    "description",
    "people",
];

/// The slots of a schedule.xml in their order; `day` and `room-of` are where they stand.
#[track_caller]
fn xml_slots(text: &str) -> Vec<Slot> {
    let mut reader = Reader::from_str(text);
    let (mut path, mut slots) = (Vec::<String>::new(), Vec::<Slot>::new());
    let (mut day, mut room, mut said) = (String::new(), String::new(), String::new());
    loop {
        let event = reader.read_event().unwrap();
        match &event {
            Event::Start(start) | Event::Empty(start) => {
                let name = start.name().0.to_owned();
                let mut attributes: Slot = BTreeMap::new();
                for attribute in start.attributes() {
                    let attribute = attribute.unwrap();
                    let key = attribute.key.0.to_owned();
                    let value = quick_xml::escape::unescape(&attribute.value).unwrap().into_owned();
                    attributes.insert(key, value);
                }
                match name.as_str() {
                    "day" => day = attributes["index"].clone(),
                    "room" if path.len() == 2 => room = attributes["name"].clone(),
                    "event" => {
                        attributes.extend([("day".into(), day.clone()), ("room-of".into(), room.clone())]);
                        attributes.insert("people".into(), String::new());
                        slots.push(attributes);
                    }
                    _ => {}
                }
                said.clear();
                if matches!(event, Event::Start(_)) {
                    path.push(name);
                }
            }
            Event::Text(text) => said.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let name = format!("&{};", &**reference);
                said.push_str(&quick_xml::escape::unescape(&name).unwrap());
            }
            Event::End(_) => {
                let name = path.pop().unwrap();
                let slot = slots.last_mut();
                match (path.last().map(String::as_str), slot) {
                    (Some("event"), Some(slot)) if name != "persons" && name != "links" && name != "attachments" => {
                        slot.insert(name, said.clone());
                    }
                    (Some("persons"), Some(slot)) => slot.get_mut("people").unwrap().extend([said.as_str(), "\n"]),
                    _ => {}
                }
                said.clear();
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(path.is_empty(), "{path:?} is not closed");
    slots
}

/// The slots of a schedule.json, in the order of its days and rooms.
#[track_caller]
fn json_slots(text: &str) -> Vec<Slot> {
    let file: Value = serde_json::from_str(text).unwrap();
    let mut slots = Vec::new();
    for day in file["schedule"]["conference"]["days"].as_array().unwrap() {
        for (room, events) in day["rooms"].as_object().unwrap() {
            for event in events.as_array().unwrap() {
                let people = event["persons"].as_array().unwrap().iter();
                let people = people.flat_map(|person| [person["name"].as_str().unwrap(), "\n"]).collect();
                let said = |value: &Value| match value {
                    Value::String(text) => text.clone(),
                    Value::Null => String::new(),
                    other => other.to_string(),
                };
                let mut slot: Slot =
                    event.as_object().unwrap().iter().map(|(key, value)| (key.clone(), said(value))).collect();
                slot.insert("people".to_owned(), people);
                slot.insert("day".to_owned(), day["index"].to_string());
                slot.insert("room-of".to_owned(), room.clone());
                slots.push(slot);
            }
        }
    }
    slots
}

#[track_caller]
fn check(plan: &Plan, zone: Option<Tz>) {
    let programme = programme(plan, zone);
    let mut xml = xml_slots(&text(plan, "schedule-xml", |request| request.zone = zone));
    let mut json = json_slots(&text(plan, "schedule-json", |request| request.zone = zone));
    xml.sort_by(|a, b| a["guid"].cmp(&b["guid"]));
    json.sort_by(|a, b| a["guid"].cmp(&b["guid"]));
    assert_eq!(xml.len(), json.len());
    for (one, other) in xml.iter().zip(&json) {
        for key in COMMON.into_iter().chain(["day", "room-of"]) {
            assert_eq!(one[key], other[key], "{key}");
        }
        assert_eq!(one["room"], one["room-of"]);
        check_shapes(one, other);
    }
    for key in ["guid", "id", "slug"] {
        let distinct: BTreeSet<&str> = xml.iter().map(|slot| slot[key].as_str()).collect();
        assert_eq!(distinct.len(), xml.len(), "{key} comes once");
    }
    let mut told: Vec<_> = json.iter().map(|slot| (instant(&slot["date"]), instant(&slot["end"]))).collect();
    let entries = programme.entries.iter();
    let mut expected: Vec<_> =
        entries.flat_map(|entry| vec![(entry.start, entry.end); entry.rooms.len().max(1)]).collect();
    told.sort();
    expected.sort();
    assert!(told == expected, "the sessions, once for every room, when they are");
}

/// The patterns of both schemas.
#[track_caller]
fn check_shapes(xml: &Slot, json: &Slot) {
    let is_narrow = |text: &str, also: &str| {
        text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || also.contains(char::from(b)))
    };
    let (acronym, rest) = xml["slug"].split_once('-').unwrap();
    assert!(acronym.len() >= 4 && is_narrow(acronym, "_") && rest.len() >= 4 && is_narrow(rest, "-_"), "{xml:?}");
    assert!(rest.ends_with(|c: char| c.is_ascii_alphanumeric()), "{rest}");
    let is_clock = |text: &str, hours: std::ops::RangeInclusive<usize>| {
        text.split_once(':').is_some_and(|(hour, min)| {
            hours.contains(&hour.len()) && min.len() == 2 && text.bytes().all(|b| b == b':' || b.is_ascii_digit())
        })
    };
    assert!(is_clock(&xml["duration"], 1..=2) && is_clock(&json["duration"], 1..=3), "{}", xml["duration"]);
    let date: DateTime<FixedOffset> = xml["date"].parse().unwrap();
    assert!(
        is_clock(&xml["start"], 2..=2)
            && (xml["date"].ends_with('Z') || date.format("%H:%M").to_string() == xml["start"])
    );
    assert!(xml["id"].parse::<i32>().unwrap() > 0);
    let url = &json["url"];
    assert!(url.starts_with("http") || *url == format!("urn:uuid:{}", json["guid"]), "{url}");
    assert!(xml.get("url").is_none_or(|own| own == url && own.is_ascii()));
    for text in xml.values().chain(json.values()) {
        assert!(!text.contains(|c: char| c.is_control() && c != '\n' && c != '\t'), "{text:?}");
    }
}

fn instant(text: &str) -> DateTime<Utc> {
    text.parse::<DateTime<FixedOffset>>().unwrap().to_utc()
}

#[test]
fn both_formats_tell_every_session_and_keep_to_their_schemas() {
    for zone in [None, Some(Tz::Europe__Zurich), Some(Tz::Pacific__Kiritimati)] {
        check(&wtdc(), zone);
        check(&hostile::plan(), zone);
    }
}

#[test]
fn days_hold_what_starts_on_them() {
    for plan in [wtdc(), hostile::plan()] {
        let file: Value = serde_json::from_str(&text(&plan, "schedule-json", |_| {})).unwrap();
        assert!(text(&plan, "schedule-xml", |_| {}).contains("<time_zone_name>"), "also where there are several");
        let days = file["schedule"]["conference"]["days"].as_array().unwrap();
        assert_eq!(file["schedule"]["conference"]["daysCount"], days.len());
        for (at, day) in days.iter().enumerate() {
            assert_eq!(day["index"], at + 1);
            let [from, to] = ["day_start", "day_end"].map(|key| instant(day[key].as_str().unwrap()));
            let is_cut = to - from == chrono::Duration::minutes(24 * 60 - 1);
            assert!(to - from < chrono::Duration::hours(24), "{day}");
            let events = day["rooms"].as_object().unwrap().values().flat_map(|events| events.as_array().unwrap());
            for event in events {
                let [start, end] = ["date", "end"].map(|key| instant(event[key].as_str().unwrap()));
                assert!(from <= start && start < end && (end <= to || is_cut), "{event}");
                assert_eq!(event["abstract"], "", "a plan has none");
            }
        }
    }
}

#[test]
fn names_stay_when_a_session_moves_and_cancelled_ones_say_so() {
    let named = |plan: &Plan| {
        let slots = xml_slots(&text(plan, "schedule-xml", |_| {}));
        slots.into_iter().map(|slot| (slot["guid"].clone(), slot)).collect::<BTreeMap<_, _>>()
    };
    let before = named(&wtdc());
    let after = named(&with_session(wtdc(), "S41", |session| {
        session.placement.as_mut().unwrap().start = "2025-11-27T18:00".parse().unwrap();
        session.status = Status::Cancelled;
    }));
    let changed: Vec<_> = before.iter().filter(|(guid, slot)| after[*guid]["date"] != slot["date"]).collect();
    let [(guid, slot)] = changed.as_slice() else { panic!("{changed:?}") };
    let moved = &after[*guid];
    assert_eq!((&moved["id"], &moved["slug"]), (&slot["id"], &slot["slug"]));
    assert_eq!(moved["title"], format!("Cancelled: {}", slot["title"]));
}

#[test]
fn a_schedule_of_nothing_is_none() {
    for format in ["schedule-xml", "schedule-json"] {
        let request = Request::new(exporter(format).unwrap());
        let made = export(&Template::Blank.plan(), &request, made(), &Progress::default());
        assert_eq!(made, Err(ExportError::Nothing));
    }
}
