//! schedule.xml: what conference apps, signs and recording teams read (application/vnd.c3voc.schedule+xml).

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::exporter::{Exporter, Material, Medium, Part};
use super::progress::{ExportError, Progress};
use super::schedule::{Day, Schedule, Slot, duration};
use crate::texts::tid;

/// schedule.xml as c3voc.de/schedule/schema.xsd has it.
pub const EXPORTER: Exporter = Exporter {
    name: "schedule-xml",
    label: tid("format-schedule-xml"),
    extension: "xml",
    content: "schedule",
    layouts: &[],
    medium: Medium::Data,
    shown_as: None,
    with_findings: false,
    with_events: false,
    write,
};

/// The most hours that the schema takes: two digits.
const MOST_HOURS: i32 = 99;

type Xml = Writer<Vec<u8>>;

fn write(material: &Material<'_>, progress: &Progress) -> Result<Vec<Part>, ExportError> {
    let schedule = Schedule::new(material.programme, progress)?;
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    document(&mut xml, &schedule)
        .map_err(|error| ExportError::Failed { format: "schedule.xml", why: error.to_string() })?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(Part::only(bytes))
}

fn document(xml: &mut Xml, schedule: &Schedule) -> io::Result<()> {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.create_element("schedule").write_inner_content(|xml| {
        xml.create_element("generator")
            .with_attributes([("name", "Plenary"), ("version", env!("CARGO_PKG_VERSION"))])
            .write_empty()?;
        text(xml, "version", &schedule.version)?;
        xml.create_element("conference").write_inner_content(|xml| conference(xml, schedule))?;
        schedule.days.iter().enumerate().try_for_each(|(at, day)| day_element(xml, schedule, at + 1, day))
    })?;
    Ok(())
}

fn conference(xml: &mut Xml, schedule: &Schedule) -> io::Result<()> {
    text(xml, "title", &schedule.title)?;
    text(xml, "acronym", &schedule.acronym)?;
    if let [first, .., last] | [first @ last] = schedule.days.as_slice() {
        text(xml, "start", &first.date.to_string())?;
        text(xml, "end", &last.date.to_string())?;
    }
    text(xml, "days", &schedule.days.len().to_string())?;
    text(xml, "timeslot_duration", &duration(schedule.timeslot_mins, MOST_HOURS))?;
    text(xml, "time_zone_name", schedule.zone.name())?;
    for track in &schedule.tracks {
        let attributes = [("name", track.name.as_str()), ("color", &track.colour), ("slug", &track.slug)];
        xml.create_element("track").with_attributes(attributes).write_empty()?;
    }
    Ok(())
}

fn day_element(xml: &mut Xml, schedule: &Schedule, index: usize, day: &Day) -> io::Result<()> {
    let (index, date) = (index.to_string(), day.date.to_string());
    let attributes = [("index", index.as_str()), ("date", &date), ("start", &day.start), ("end", &day.end)];
    xml.create_element("day").with_attributes(attributes).write_inner_content(|xml| {
        for (room, slots) in &day.rooms {
            let room = &schedule.rooms[*room];
            let guid = room.guid.to_string();
            let attributes = [("name", room.name.as_str()), ("guid", &guid)];
            xml.create_element("room")
                .with_attributes(attributes)
                .write_inner_content(|xml| slots.iter().try_for_each(|slot| event(xml, &room.name, slot)))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn event(xml: &mut Xml, room: &str, slot: &Slot) -> io::Result<()> {
    let (guid, id) = (slot.guid.to_string(), slot.number.to_string());
    xml.create_element("event").with_attributes([("guid", guid.as_str()), ("id", &id)]).write_inner_content(|xml| {
        text(xml, "date", &slot.start)?;
        text(xml, "start", &slot.clock)?;
        text(xml, "duration", &duration(slot.length_mins, MOST_HOURS))?;
        text(xml, "room", room)?;
        text(xml, "slug", &slot.slug)?;
        text(xml, "title", &slot.title)?;
        text(xml, "subtitle", "")?;
        text(xml, "track", &slot.track)?;
        text(xml, "type", &slot.kind)?;
        text(xml, "language", slot.language)?;
        // A plan has none; who meets is part of the description.
        text(xml, "abstract", "")?;
        text(xml, "description", &slot.description)?;
        if let Some(link) = &slot.link {
            text(xml, "url", link)?;
        }
        xml.create_element("persons").write_inner_content(|xml| {
            for person in &slot.people {
                let (id, guid) = (person.number.to_string(), person.guid.to_string());
                xml.create_element("person")
                    .with_attributes([("id", id.as_str()), ("guid", &guid)])
                    .write_text_content(BytesText::new(&person.name))?;
            }
            Ok(())
        })?;
        xml.create_element("links").write_inner_content(|xml| {
            if let Some(link) = &slot.link {
                linked(xml, "link", link, link)?;
            }
            Ok(())
        })?;
        xml.create_element("attachments").write_inner_content(|xml| {
            for document in &slot.documents {
                linked(xml, "attachment", &document.address, &document.title)?;
            }
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}

fn linked(xml: &mut Xml, name: &str, address: &str, title: &str) -> io::Result<()> {
    xml.create_element(name).with_attribute(("href", address)).write_text_content(BytesText::new(title))?;
    Ok(())
}

fn text(xml: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(text))?;
    Ok(())
}
