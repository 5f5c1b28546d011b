//! schedule.xml: of frab and pretalx, of FOSDEM since 2007, of `EuroPython`, and ours.

use super::super::draft::Draft;
use super::super::importer::{Given, Importer, Unusable};
use super::super::report::{Report, Spot};
use super::super::{clocks, plain};
use super::making::{Head, Maker, Written};
use super::xml::{self, Element, End};
use crate::texts::tid;

/// schedule.xml.
pub const IMPORTER: Importer =
    Importer { name: "schedule-xml", label: tid("format-schedule-xml"), extensions: &["xml"], recognize, read };

fn recognize(given: &Given<'_>) -> bool {
    given.head().trim_start().starts_with('<') && given.head().contains("<schedule")
}

/// What is read of an event, or says nothing that a plan holds.
const READ: [&str; 34] = [
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
    "speakers",
    "topics",
    "links",
    "attachments",
    "category",
    "slug",
    "recording",
    "logo",
    "feedback_url",
    "origin_url",
    "video",
    "video_download_url",
    "answers",
    "released",
    "conf_url",
    "full_conf_url",
    "reg_start",
    "reg_end",
    "reg_capacity",
    "audience",
];

fn read(given: &Given<'_>, report: &mut Report) -> Result<Draft, Unusable> {
    let mut head = Head::default();
    let (mut events, mut rooms) = (Vec::new(), Vec::new());
    let mut others: Vec<String> = Vec::new();
    let end = xml::walk(&given.text, |element, around| {
        match element.name.as_str() {
            "conference" => conference(&element, &mut head),
            "generator" => head.generator = element.attribute("name").to_owned(),
            "room" if around.last().is_some_and(|parent| parent.name == "day") => {
                let name = plain::line(element.attribute("name"));
                rooms.push((name, element.attribute("guid").to_owned(), None));
            }
            "event" | "entry" if around.len() > 1 => {
                others.extend(
                    element
                        .children
                        .iter()
                        .map(|child| &child.name)
                        .filter(|name| !READ.contains(&name.as_str()))
                        .cloned(),
                );
                events.push(event(&element, around));
            }
            _ if around.len() > 3 || around.first().is_some_and(|root| root.name == "schedule") && around.len() > 1 => {
                return Some(element);
            }
            _ => {}
        }
        None
    });
    match end {
        End::Whole => {}
        End::Broken(line) => report.left_out(&Spot::Line(line), tid("arriving-broken"), ""),
        End::TooMuch => report.left_out(&Spot::File, tid("arriving-too-many"), ""),
    }
    if events.is_empty() {
        return Err(if end == End::TooMuch { Unusable::TooMuch } else { Unusable::Empty });
    }
    for name in &others {
        report.no_place(name);
    }
    let mut maker = Maker::new(&head, given.stem(), report);
    maker.room_guids = rooms;
    for event in events {
        maker.add(event);
    }
    Ok(maker.finish())
}

fn conference(element: &Element, head: &mut Head) {
    let place = [element.get("venue"), element.get("city")].into_iter().filter(|text| !text.is_empty());
    *head = Head {
        title: element.get("title"),
        acronym: element.get("acronym"),
        start: element.get("start"),
        end: element.get("end"),
        zone: element.get("time_zone_name"),
        place: place.collect::<Vec<_>>().join(", "),
        day_change: element.get("day_change"),
        generator: std::mem::take(&mut head.generator),
    };
}

fn event(element: &Element, around: &[Element]) -> Written {
    let above = |name: &str| around.iter().rev().find(|parent| parent.name == name);
    let room = element.get("room");
    let room = if room.is_empty() { above("room").map_or("", |room| room.attribute("name")).to_owned() } else { room };
    let people = ["persons", "speakers"].iter().filter_map(|name| element.child(name)).flat_map(|all| &all.children);
    let people = people.map(|person| {
        let id = [person.attribute("guid"), person.attribute("id"), person.attribute("code")];
        let id = id.into_iter().find(|id| !id.is_empty()).unwrap_or_default().to_owned();
        let name = person.text.trim();
        (id, if name.is_empty() { person.get("name") } else { name.to_owned() })
    });
    let all = |name: &str| element.child(name).map_or(&[][..], |all| &all.children[..]);
    let documents =
        all("attachments").iter().chain(all("links").iter().filter(|link| link.attribute("type") == "paper"));
    let first = |names: [&str; 2]| names.map(|name| element.get(name)).into_iter().find(|text| !text.is_empty());
    Written {
        spot: Spot::Line(element.line),
        guid: element.attribute("guid").to_owned(),
        id: element.attribute("id").to_owned(),
        day: above("day").and_then(|day| clocks::day(day.attribute("date"))),
        date: element.get("date"),
        start: element.get("start"),
        end: element.get("end"),
        duration: element.get("duration"),
        room,
        title: element.get("title"),
        subtitle: element.get("subtitle"),
        track: element.get("track"),
        kind: first(["type", "category"]).unwrap_or_default(),
        language: element.get("language"),
        summary: element.get("abstract"),
        description: element.get("description"),
        url: element.get("url"),
        people: people.collect(),
        topics: all("topics").iter().map(|topic| topic.text.clone()).collect(),
        documents: documents.map(|link| (link.attribute("href").to_owned(), link.text.clone())).collect(),
    }
}
