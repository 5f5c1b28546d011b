//! iCalendar (RFC 5545) as calendars really write it. Sittings become sessions; what takes whole days becomes something with
//! days of its own.

mod again;
mod component;
mod lines;
mod recurring;
mod sitting;
mod zones;

use std::collections::{BTreeMap, HashMap};

use super::draft::{Draft, MOST_ROWS, Said};
use super::importer::{Given, Importer, Unusable};
use super::report::{Report, Spot};
use super::{clocks, plain};
use crate::texts::tid;
use component::Component;
use sitting::Sittings;
use zones::{Clocks, Reading};

/// iCalendar.
pub const IMPORTER: Importer =
    Importer { name: "ics", label: tid("format-ics"), extensions: &["ics", "ical", "ifb"], recognize, read };

fn recognize(given: &Given<'_>) -> bool {
    let head = given.head().to_ascii_uppercase();
    head.contains("BEGIN:VCALENDAR")
        || (head.contains("BEGIN:VEVENT") && IMPORTER.extensions.contains(&&*given.extension()))
}

/// What has been read of a file.
#[derive(Debug, Default)]
struct Calendar<'a> {
    head: Component<'a>,
    calendars: usize,
    events: Vec<Component<'a>>,
    clocks: Clocks,
}

fn read(given: &Given<'_>, report: &mut Report) -> Result<Draft, Unusable> {
    let lines = lines::unfolded(&given.text);
    let calendar = gathered(&lines, report);
    if calendar.calendars == 0 && calendar.events.is_empty() {
        return Err(Unusable::Empty);
    }
    let head = &calendar.head;
    let name = [head.value("X-WR-CALNAME"), head.value("NAME")].into_iter().find(|name| !name.trim().is_empty());
    let name = plain::line(&name.unwrap_or_default());
    let zone = head.get("X-WR-TIMEZONE").and_then(|line| clocks::zone(&line.text()));
    let mut draft = Draft {
        source: if name.is_empty() { plain::line(given.stem()) } else { name.clone() },
        title: Said::plain(&name),
        zone,
        is_ours: head.value("PRODID").starts_with("-//Plenary//"),
        ..Draft::default()
    };
    if calendar.calendars > 1 {
        report.assumed(&Spot::File, tid("arriving-calendars"), &calendar.calendars.to_string());
    }
    let mut sittings = Sittings::new(&mut draft, &calendar.clocks, report);
    for events in by_uid(&calendar.events) {
        again::expand(&events, &mut sittings);
    }
    if draft.sessions.is_empty() && draft.events.is_empty() { Err(Unusable::Empty) } else { Ok(draft) }
}

/// The events of each UID, in the order of the file; those without one each by itself.
fn by_uid<'b, 'a>(events: &'b [Component<'a>]) -> Vec<Vec<&'b Component<'a>>> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut groups: Vec<Vec<&Component<'a>>> = Vec::new();
    for event in events {
        let uid = event.value("UID");
        let place = if uid.is_empty() { groups.len() } else { *places.entry(uid).or_insert(groups.len()) };
        match groups.get_mut(place) {
            Some(group) => group.push(event),
            None => groups.push(vec![event]),
        }
    }
    groups
}

/// All that is on the calendar. What is nested wrongly or never ends is taken as far as it goes.
fn gathered<'a>(lines: &'a [(u32, String)], report: &mut Report) -> Calendar<'a> {
    let mut calendar = Calendar::default();
    let mut open: Vec<String> = Vec::new();
    let mut event: Option<Component<'a>> = None;
    let mut zone: Option<Reading> = None;
    let mut others: BTreeMap<String, usize> = BTreeMap::new();
    for (number, text) in lines {
        let spot = Spot::Line(*number);
        let Some(line) = lines::line(*number, text) else {
            report.left_out(&spot, tid("arriving-broken-line"), text);
            continue;
        };
        let what = line.value.trim().to_ascii_uppercase();
        match (line.name.as_str(), what.as_str()) {
            ("BEGIN", "VCALENDAR") => calendar.calendars += 1,
            ("BEGIN", "VEVENT") => {
                // The one before never ended.
                calendar.events.extend(event.take());
                event = Some(Component { number: *number, lines: Vec::new() });
            }
            ("END", "VEVENT") => calendar.events.extend(event.take()),
            ("BEGIN", "VTIMEZONE") => zone = Some(Reading::default()),
            ("END", "VTIMEZONE") => zone.take().into_iter().for_each(|zone| calendar.clocks.add(zone)),
            ("BEGIN", _) if zone.is_none() => {
                if event.is_none() && open.is_empty() {
                    *others.entry(what.clone()).or_default() += 1;
                }
                if open.len() < 16 {
                    open.push(what);
                }
            }
            ("END", _) if zone.is_none() => {
                if let Some(at) = open.iter().rposition(|name| *name == what) {
                    open.truncate(at);
                }
            }
            _ => {
                if let Some(zone) = &mut zone {
                    zone.line(&line);
                } else if !open.is_empty() {
                    // Of alarms and the like nothing is read.
                } else if let Some(event) = &mut event {
                    event.lines.push(line);
                } else if calendar.head.lines.len() < 100 {
                    calendar.head.lines.push(line);
                }
            }
        }
        if calendar.events.len() >= MOST_ROWS {
            report.left_out(&spot, tid("arriving-too-many"), "");
            break;
        }
    }
    if let Some(event) = event.take() {
        report.assumed(&event.spot(), tid("arriving-not-closed"), "VEVENT");
        calendar.events.push(event);
    }
    for (name, count) in others {
        (0..count).for_each(|_| report.no_place(&name));
    }
    calendar
}
