//! Makes a draft of events, as schedule.xml and schedule.json both have them.

use chrono::{Days, NaiveDate, NaiveTime};

use super::super::draft::{
    Draft, DraftDocument, DraftEvent, DraftName, DraftPerson, DraftRoom, DraftSession, MOST_ROWS, Moment, Once, Origin,
    Said,
};
use super::super::report::{Report, Spot};
use super::super::{clocks, plain};
use crate::model::Language;
use crate::model::zone::Tz;
use crate::texts::tid;

/// An event as it is written, every field a text.
#[derive(Debug, Default)]
pub struct Written {
    pub spot: Spot,
    pub guid: String,
    pub id: String,
    /// The day under which it stands.
    pub day: Option<NaiveDate>,
    pub date: String,
    pub start: String,
    pub end: String,
    pub duration: String,
    pub room: String,
    pub title: String,
    pub subtitle: String,
    pub track: String,
    pub kind: String,
    pub language: String,
    pub summary: String,
    pub description: String,
    pub url: String,
    /// Guid or number, name.
    pub people: Vec<(String, String)>,
    pub topics: Vec<String>,
    /// Address, title.
    pub documents: Vec<(String, String)>,
}

/// What is said of the conference.
#[derive(Debug, Default)]
pub struct Head {
    pub title: String,
    pub acronym: String,
    pub start: String,
    pub end: String,
    pub zone: String,
    pub place: String,
    pub day_change: String,
    pub generator: String,
}

/// What begins later is never of the night before, whatever a file says of its days.
const NIGHT_ENDS: NaiveTime = NaiveTime::from_hms_opt(6, 0, 0).unwrap();

/// Makes a draft of events.
pub struct Maker<'r> {
    pub draft: Draft,
    pub report: &'r mut Report,
    rooms: Once,
    people: Once,
    topics: Once,
    documents: Once,
    day_change: NaiveTime,
    pub room_guids: Vec<(String, String, Option<u32>)>,
    /// How far ahead of UTC the clocks of its dates are, in seconds, and whether all are.
    offset: Option<(i32, bool)>,
}

impl<'r> Maker<'r> {
    pub fn new(head: &Head, stem: &str, report: &'r mut Report) -> Self {
        let title = plain::line(&head.title);
        let source =
            [&head.acronym, &head.title].into_iter().map(|name| plain::line(name)).find(|name| !name.is_empty());
        let zone = clocks::zone(&head.zone);
        if zone.is_none() && !head.zone.trim().is_empty() {
            report.assumed(&Spot::File, tid("arriving-zone-unknown"), &head.zone);
        }
        let days = clocks::day(&head.start).zip(clocks::day(&head.end)).filter(|(first, last)| first <= last);
        let event = DraftEvent {
            title: Said::plain(&title),
            days,
            place: plain::line(&head.place),
            has_sessions: true,
            ..DraftEvent::default()
        };
        let draft = Draft {
            source: source.unwrap_or_else(|| plain::line(stem)),
            title: Said::plain(&title),
            zone,
            is_ours: head.generator == "Plenary",
            events: if title.is_empty() { Vec::new() } else { vec![event] },
            ..Draft::default()
        };
        // Without a word on it, what begins before the morning belongs to the night.
        let day_change = clocks::clock(&head.day_change).unwrap_or_default();
        Self {
            draft,
            report,
            rooms: Once::default(),
            people: Once::default(),
            topics: Once::default(),
            documents: Once::default(),
            day_change,
            room_guids: Vec::new(),
            offset: None,
        }
    }

    /// The draft. A file that says only how far its clocks are ahead of UTC has the zone of which nothing else is known.
    pub fn finish(mut self) -> Draft {
        if let (None, Some((secs, true))) = (self.draft.zone, self.offset)
            && secs % 3600 == 0
        {
            // Signs of these zones are the other way round.
            let name = format!("Etc/GMT{:+}", -secs / 3600);
            self.draft.zone = if secs == 0 { Some(Tz::UTC) } else { name.parse().ok() };
            self.report.assumed(&Spot::File, tid("arriving-offset"), &name);
        }
        self.draft
    }

    /// Adds an event.
    pub fn add(&mut self, event: Written) {
        if self.draft.sessions.len() >= MOST_ROWS {
            self.report.left_out(&event.spot, tid("arriving-too-many"), "");
            return;
        }
        let title = plain::line(&event.title);
        if title.is_empty() {
            self.report.assumed(&event.spot, tid("arriving-no-title"), "");
        }
        let start = self.start(&event);
        if start.is_none() {
            let told = [&event.date, &event.start].into_iter().find(|text| !text.is_empty());
            self.report.left_out(&event.spot, tid("arriving-no-time"), told.map_or("", String::as_str));
        }
        self.draft.asks_zone |= matches!(start, Some(Moment::Floating(_)));
        let length = clocks::length(&event.duration).or_else(|| {
            let end = clocks::moment(&event.end)?;
            Some(clocks::minutes(start?, end))
        });
        if length.is_none_or(|length| length <= 0) {
            self.report.assumed(&event.spot, tid("arriving-no-length"), &event.title);
        }
        let id = [&event.guid, &event.id].into_iter().map(|id| plain::line(id)).find(|id| !id.is_empty());
        if id.is_none() {
            self.report.assumed(&event.spot, tid("arriving-no-id"), &title);
        }
        let code = event.language.trim().to_ascii_lowercase();
        let language: Option<Language> = code.get(..2).and_then(|code| code.parse().ok());
        if language.is_none() && !code.is_empty() {
            self.report.no_place(&format!("language {code}"));
        }
        let rooms = self.rooms(&event);
        let people =
            event.people.iter().filter_map(|(id, name)| Some((self.person(id, name, &event.spot)?, None))).collect();
        let topics = event.topics.iter().filter_map(|topic| self.topic(topic, &event.spot)).collect::<Vec<_>>();
        let documents = event.documents.iter().filter_map(|document| self.document(document, &event.spot)).collect();
        let is_ours = self.draft.is_ours;
        let parts = [&event.subtitle, &event.summary, &event.description].map(|text| plain::prose(text));
        let mut told: Vec<&str> = Vec::new();
        for part in parts.iter().filter(|part| !part.is_empty()) {
            if !told.contains(&part.as_str()) {
                told.push(part);
            }
        }
        let url = plain::address(&event.url);
        self.draft.sessions.push(DraftSession {
            title: Said::within(language.filter(|_| !is_ours), &title),
            kind: plain::line(&event.kind),
            tracks: Some(plain::line(&event.track)).into_iter().filter(|track| !track.is_empty()).collect(),
            start,
            length_mins: length.filter(|&length| length > 0),
            rooms: Some(rooms),
            people: Some(people),
            topics: Some(topics).filter(|topics| !topics.is_empty()),
            documents: Some(documents),
            languages: language.map(|language| std::iter::once(language).collect()),
            link: is_ours.then(|| url.clone()),
            summary: Some(told.join("\n\n")).filter(|text| !text.is_empty() && !is_ours),
            origin: Origin { id: id.unwrap_or_default(), url, spot: event.spot },
            ..DraftSession::default()
        });
    }

    /// When it begins: as its date says with its offset, else its start on the day under which it stands. Days go on past
    /// midnight: what begins before the change of days is on the next one.
    fn start(&mut self, event: &Written) -> Option<Moment> {
        let exact = clocks::moment(&event.date);
        if let Ok(time) = chrono::DateTime::parse_from_rfc3339(event.date.trim()) {
            let secs = time.offset().local_minus_utc();
            let known = self.offset.get_or_insert((secs, true));
            known.1 &= known.0 == secs;
        }
        if let Some(Moment::Instant(instant)) = exact {
            return Some(match self.draft.zone {
                Some(zone) => Moment::Civil(instant.with_timezone(&zone).naive_local(), zone),
                None => Moment::Instant(instant),
            });
        }
        let at = |time| match self.draft.zone {
            Some(zone) => Moment::Civil(time, zone),
            None => Moment::Floating(time),
        };
        if let Some(moment) = exact {
            return Some(at(moment.on_its_clock()));
        }
        if let Some(moment) = clocks::moment(&event.start) {
            return Some(match moment {
                Moment::Floating(time) => at(time),
                other => other,
            });
        }
        let time = clocks::clock(&event.start)?;
        let day = clocks::day(&event.date).or(event.day)?;
        let day = if time < self.day_change.min(NIGHT_ENDS) { day.checked_add_days(Days::new(1))? } else { day };
        Some(at(day.and_time(time)))
    }

    fn rooms(&mut self, event: &Written) -> Vec<usize> {
        let name = plain::line(&event.room);
        // A breakfast in all rooms names them in a row.
        let names: Vec<&str> = name.split(", ").filter(|name| !name.is_empty()).collect();
        let names = if names.len() > 2 { names } else { vec![name.as_str()] };
        let guids = &self.room_guids;
        let place = |name: &&str| {
            let known = guids.iter().find(|(known, ..)| known == name);
            let make = || DraftRoom {
                origin: Origin {
                    id: known.map(|(_, guid, _)| guid.clone()).unwrap_or_default(),
                    spot: event.spot.clone(),
                    ..Origin::default()
                },
                name: Said::plain(name),
                capacity: known.and_then(|&(.., capacity)| capacity),
                ..DraftRoom::default()
            };
            self.rooms.place(&mut self.draft.rooms, name, make)
        };
        names.iter().filter(|name| !name.is_empty()).filter_map(place).collect()
    }

    fn person(&mut self, id: &str, name: &str, spot: &Spot) -> Option<usize> {
        let (id, name) = (plain::line(id), plain::line(name));
        if name.is_empty() {
            return None;
        }
        let key = if id.is_empty() { format!("\u{0}{name}") } else { id.clone() };
        let make = || DraftPerson {
            origin: Origin { id, spot: spot.clone(), ..Origin::default() },
            name,
            ..DraftPerson::default()
        };
        self.people.place(&mut self.draft.people, &key, make)
    }

    fn topic(&mut self, topic: &str, spot: &Spot) -> Option<usize> {
        let name = plain::line(topic);
        let make = || DraftName {
            origin: Origin { spot: spot.clone(), ..Origin::default() },
            title: Said::plain(&name),
            ..DraftName::default()
        };
        if name.is_empty() { None } else { self.topics.place(&mut self.draft.topics, &name, make) }
    }

    fn document(&mut self, (link, title): &(String, String), spot: &Spot) -> Option<usize> {
        let link = plain::address(link);
        if link.is_empty() {
            return None;
        }
        let make = || DraftDocument {
            origin: Origin { id: link.clone(), url: link.clone(), spot: spot.clone() },
            title: Said::plain(&plain::line(title)),
            link: link.clone(),
            ..DraftDocument::default()
        };
        self.documents.place(&mut self.draft.documents, &link, make)
    }
}
