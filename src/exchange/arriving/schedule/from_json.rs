//! schedule.json: of frab and pretalx, and ours.

use serde_json::Value;

use super::super::draft::Draft;
use super::super::importer::{Given, Importer, Unusable};
use super::super::json::{first_text, list, members, number, text};
use super::super::report::{Report, Spot};
use super::super::{clocks, plain};
use super::making::{Head, Maker, Written};
use crate::texts::tid;

/// schedule.json.
pub const IMPORTER: Importer =
    Importer { name: "schedule-json", label: tid("format-schedule-json"), extensions: &["json"], recognize, read };

fn recognize(given: &Given<'_>) -> bool {
    given.json().is_some_and(|value| !conference(value).is_null())
}

/// The conference, with or without what stands around it.
fn conference(value: &Value) -> &Value {
    let found = [&value["schedule"]["conference"], &value["conference"]];
    found.into_iter().find(|conference| conference["days"].is_array()).unwrap_or(&Value::Null)
}

/// What is read of an event, or says nothing that a plan holds.
const READ: [&str; 32] = [
    "guid",
    "id",
    "code",
    "slug",
    "date",
    "start",
    "end",
    "duration",
    "room",
    "title",
    "subtitle",
    "track",
    "type",
    "language",
    "abstract",
    "description",
    "url",
    "persons",
    "links",
    "attachments",
    "logo",
    "feedback_url",
    "origin_url",
    "answers",
    "do_not_record",
    "recording_license",
    "do_not_stream",
    "color",
    "video_download_url",
    "recording",
    "released",
    "original_id",
];

fn read(given: &Given<'_>, report: &mut Report) -> Result<Draft, Unusable> {
    let Some(value) = given.json() else { return Err(Unusable::Broken) };
    let conference = conference(value);
    let zone = first_text(conference, &["time_zone_name", "timezone"]);
    let head = Head {
        title: text(conference, "title"),
        acronym: text(conference, "acronym"),
        start: text(conference, "start"),
        end: text(conference, "end"),
        zone,
        place: text(conference, "venue"),
        day_change: text(conference, "day_change"),
        generator: text(&value["generator"], "name"),
    };
    let mut maker = Maker::new(&head, given.stem(), report);
    for room in list(conference, "rooms") {
        let capacity = number(room, "capacity").filter(|seats| (1.0..1e6).contains(seats)).map(|seats| seats as u32);
        maker.room_guids.push((plain::line(&text(room, "name")), text(room, "guid"), capacity));
    }
    for (nth, day) in list(conference, "days").into_iter().enumerate() {
        let date = clocks::day(&text(day, "date"));
        let Some(rooms) = day["rooms"].as_object() else { continue };
        for (room, events) in rooms {
            for (place, event) in members(events).into_iter().enumerate() {
                if let Some(fields) = event.as_object() {
                    fields
                        .keys()
                        .filter(|name| !READ.contains(&name.as_str()))
                        .for_each(|name| maker.report.no_place(name));
                    let spot = Spot::Path(format!("days[{nth}].rooms.{}[{place}]", plain::line(room)));
                    maker.add(written(event, room, date, spot));
                }
            }
        }
    }
    if maker.draft.sessions.is_empty() { Err(Unusable::Empty) } else { Ok(maker.finish()) }
}

fn written(event: &Value, room: &str, day: Option<chrono::NaiveDate>, spot: Spot) -> Written {
    let people = list(event, "persons").into_iter().map(|person| {
        (first_text(person, &["guid", "code", "id"]), first_text(person, &["public_name", "name", "full_public_name"]))
    });
    let own = text(event, "room");
    let address = |link: &Value| (first_text(link, &["url", "href"]), first_text(link, &["title", "name"]));
    Written {
        spot,
        guid: text(event, "guid"),
        id: first_text(event, &["code", "id"]),
        day,
        date: text(event, "date"),
        start: text(event, "start"),
        end: text(event, "end"),
        duration: text(event, "duration"),
        room: if own.trim().is_empty() { room.to_owned() } else { own },
        title: text(event, "title"),
        subtitle: text(event, "subtitle"),
        track: text(event, "track"),
        kind: text(event, "type"),
        language: text(event, "language"),
        summary: text(event, "abstract"),
        description: text(event, "description"),
        url: text(event, "url"),
        people: people.collect(),
        topics: Vec::new(),
        documents: list(event, "attachments").into_iter().map(address).collect(),
    }
}
