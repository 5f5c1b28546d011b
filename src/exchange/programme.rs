//! The programme: what is handed out, as plain data that every exporter reads. Chosen, put into order, with texts in the
//! chosen languages and times in the chosen zone. Rows point at each other by their place in these lists.

mod gather;
mod head;
mod house;
mod items;
mod labels;
mod named;
mod told;

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::{DateTime, NaiveDate, Offset as _, Utc};
use uuid::Uuid;

use crate::model::zone::Tz;
use crate::model::{
    CivilTime, DocumentId, Held, Hue, ItemKind, ItemOrigin, ItemOutcome, Kind, Language, LanguageSet, Number, PersonId,
    Role, SessionId, SessionKind, Severity, Span, StatementId, Status,
};

use super::words::Words;
use crate::texts::tid;
pub use gather::Wish;
pub use house::{House, fitted};
pub use labels::{Labels, offset_text};
pub use named::{Body, Document, Event, Person, Room, Topic};
pub use told::Told;

/// What is handed out.
pub struct Programme {
    /// What tells the plan from every other, where it has that.
    pub identity: Option<Uuid>,
    /// What is planned, and which part of it where only a part is handed out.
    pub title: Words,
    /// What all of it is called, whatever part is handed out: `WTDC-25`.
    pub whole: Words,
    /// The title with the official one of the conference in the place of what the plan is called: what heads a document.
    pub heading: Words,
    /// What a reader must know, such as that the programme is not official.
    pub description: Words,
    /// What stands at the head of it as a document.
    pub head: Head,
    /// What it looks like.
    pub house: House,
    /// The number of the last release; 0 before the first.
    pub release: u32,
    /// When this was made.
    pub made: DateTime<Utc>,
    /// The zone of all times; `None` where each event keeps its own.
    pub zone: Option<Tz>,
    /// The zone of what belongs to no event.
    pub home: Tz,
    /// The languages, the leading one first; never empty.
    pub languages: Vec<Language>,
    /// Whether what is for the team only is in it: remarks and contacts, the tray, ranks, what the rules report.
    pub is_internal: bool,
    /// The events that have entries; all of the plan where nothing was chosen.
    pub events: Vec<Event>,
    /// The rooms that are used, or all, in their order.
    pub rooms: Vec<Room>,
    /// The bodies that meet, or all.
    pub bodies: Vec<Body>,
    /// The people who have a part in a placed session, or for the team all.
    pub people: Vec<Person>,
    /// The topics that are covered, or all.
    pub topics: Vec<Topic>,
    /// The documents that are dealt with, or all.
    pub documents: Vec<Document>,
    /// The own fields of sessions that are told of: all for the team, else those that are handed out.
    pub fields: Vec<Words>,
    /// The placed sessions: by day, then by start, then by room.
    pub entries: Vec<Entry>,
    /// The days on which something starts or goes on, in order; of what is asked for by days, only these.
    pub days: Vec<Day>,
    /// The sessions that wait to be placed; unless for the team, those that the world was told of before.
    pub waiting: Vec<Waiting>,
    /// The speaking list: by session, then by order.
    pub statements: Vec<Statement>,
    /// What the rules report, the worst first; only gathered for the team and for exporters that print it.
    pub findings: Vec<Finding>,
    /// The words that are printed around the data.
    pub labels: Labels,
}

/// What stands at the head of a document; each may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The theme of the event that it is of.
    pub theme: Words,
    /// Its symbol with revision and language: `DT/1(Rev.3)-E`.
    pub symbol: String,
    /// The day on which it was issued, or else made.
    pub date: Words,
    /// `Original: English`
    pub original: Words,
    /// Who issues it.
    pub issuer: Words,
    /// Whom to ask about it.
    pub contact: String,
}

impl Head {
    /// Whether it is one of the documents of the conference: it has a symbol, or says who issues it.
    #[must_use]
    pub fn is_of_document(&self) -> bool {
        !self.symbol.is_empty() || !self.issuer.is_empty() || !self.original.is_empty() || !self.contact.is_empty()
    }
}

/// A day with the entries that start or go on on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The date on the clocks that the entries are told by.
    pub date: NaiveDate,
    /// The entries that start on it, as places in [`Programme::entries`].
    pub entries: Range<usize>,
    /// Those that have begun on a day before and go on, as places in [`Programme::entries`].
    pub going_on: Vec<usize>,
}

/// Until this hour, what has begun in the evening belongs to the day before.
const SMALL_HOURS: i32 = 6;

/// What became of a session since the release before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Revision {
    /// It was not there.
    New,
    /// Time, place or something else that is told is not as it was.
    Changed,
    /// It does not take place.
    Cancelled,
}

/// A placed session.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its name in the plan.
    pub id: SessionId,
    /// The event it is part of, in [`Programme::events`].
    pub event: usize,
    /// How the world was told of it, and is now.
    pub told: Told,
    /// What it is and behaves like.
    pub kind: SessionKind,
    /// What it is called: by a built-in kind, or by one of the plan's own.
    pub called: Kind,
    /// The name of what it is called.
    pub kind_name: Words,
    /// Its colour.
    pub hue: Hue,
    /// Its title; what sort of session it is where it has none.
    pub title: Words,
    /// From when to when, by the clock in `zone`.
    pub span: Span,
    /// The zone of `span`.
    pub zone: Tz,
    /// When it starts.
    pub start: DateTime<Utc>,
    /// When it is over.
    pub end: DateTime<Utc>,
    /// Its rooms, in [`Programme::rooms`].
    pub rooms: Vec<usize>,
    /// The bodies that meet, in [`Programme::bodies`].
    pub bodies: Vec<usize>,
    /// Which meeting of its body it is: `COM3-4`. Empty where it is none, or its body has no short name.
    pub meeting: Words,
    /// Who does what, in [`Programme::people`].
    pub people: Vec<(usize, Role)>,
    /// Its topics, in [`Programme::topics`].
    pub topics: Vec<usize>,
    /// Its documents, in [`Programme::documents`].
    pub documents: Vec<usize>,
    /// What stands on its agenda, in its order.
    pub items: Vec<Item>,
    /// How sure it is.
    pub status: Status,
    /// What became of it since the release before; nothing where it is as it was.
    pub revised: Option<Revision>,
    /// When it was really held, by the clock in `zone`.
    pub held: Option<Held>,
    /// Languages spoken; more than one means interpretation.
    pub languages: LanguageSet,
    /// How many people are expected; only for the team.
    pub expected_attendance: Option<u32>,
    /// Address for taking part from afar; empty, or http(s).
    pub link: String,
    /// Whether it is shown on the web.
    pub webcast: bool,
    /// Whether it is captioned.
    pub captioned: bool,
    /// What it has in each of [`Programme::fields`].
    pub own: Vec<OwnCell>,
    /// What the team remembers; empty unless [`Programme::is_internal`].
    pub remarks: String,
}

/// Something on the agenda of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its number; empty where it has none.
    pub number: String,
    /// How deep it stands, 0 for the highest.
    pub level: usize,
    /// What it is called.
    pub title: Words,
    /// When it is due, by the clock of its session; `None` where that waits.
    pub due: Option<CivilTime>,
    /// What it is.
    pub kind: ItemKind,
    /// So many seconds are for its presentation.
    pub presentation_secs: u32,
    /// So many seconds are for its discussion.
    pub discussion_secs: u32,
    /// What it is about; may be empty.
    pub summary: Words,
    /// Who speaks.
    pub speakers: Vec<PersonId>,
    /// Who presents it: people, then bodies; may be empty.
    pub presented: String,
    /// Its documents, by symbol or by title; may be empty.
    pub documents: String,
    /// The same, one by one.
    pub papers: Vec<ItemPaper>,
    /// Its topics, by code or by title; may be empty.
    pub topics: String,
    /// Who brought it in; `None` where that is not known.
    pub origin: Option<ItemOrigin>,
    /// What came of it.
    pub outcome: ItemOutcome,
}

/// A document of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemPaper {
    /// Its name in the plan.
    pub id: DocumentId,
    /// Its symbol, or its title where it has none.
    pub name: String,
    /// Where to read it; empty, or http(s).
    pub link: String,
}

impl Item {
    /// Whether it is a break.
    #[must_use]
    pub fn is_pause(&self) -> bool {
        self.kind == ItemKind::Pause
    }

    /// `13:10`; empty where its session waits.
    #[must_use]
    pub fn due_clock(&self) -> String {
        self.due.map(CivilTime::clock).unwrap_or_default()
    }
}

/// What a session has in an own field.
#[derive(Clone, Debug, PartialEq)]
pub enum OwnCell {
    /// Nothing.
    Empty,
    /// A text that is the same in all languages.
    Text(String),
    /// One of the choices.
    Choice(Words),
    /// A number.
    Number(Number),
    /// A day.
    Day(NaiveDate),
    /// Yes.
    Yes,
}

/// The last day on which a span is told.
fn last_day(span: Span) -> NaiveDate {
    span.end.plus_mins(-60 * SMALL_HOURS - 1).date().max(span.start.date())
}

impl Entry {
    /// How long, in minutes.
    #[must_use]
    pub fn length_mins(&self) -> i32 {
        i32::try_from((self.end - self.start).num_minutes()).unwrap_or(i32::MAX)
    }

    /// The last day on which it is told: what is over in the small hours belongs to the evening before.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        last_day(self.span)
    }

    /// How far the clock of its zone is ahead of UTC when it starts, in minutes.
    #[must_use]
    pub fn offset_mins(&self) -> i32 {
        self.start.with_timezone(&self.zone).offset().fix().local_minus_utc() / 60
    }
}

/// A session without a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// Its name in the plan.
    pub id: SessionId,
    /// The event it is part of, in [`Programme::events`].
    pub event: usize,
    /// What it is and behaves like.
    pub kind: SessionKind,
    /// What it is called: by a built-in kind, or by one of the plan's own.
    pub called: Kind,
    /// The name of what it is called.
    pub kind_name: Words,
    /// Its colour.
    pub hue: Hue,
    /// Its title.
    pub title: Words,
    /// The bodies that meet, in [`Programme::bodies`].
    pub bodies: Vec<usize>,
    /// Whether it is planned, confirmed or cancelled.
    pub status: Status,
    /// How long it should be, in minutes.
    pub length_mins: i32,
    /// What stands on its agenda, in its order.
    pub items: Vec<Item>,
    /// Where the world was told that it takes place, and that is no longer so.
    pub withdrawn: Option<Withdrawn>,
    /// What it has in each of [`Programme::fields`].
    pub own: Vec<OwnCell>,
    /// The day that is wished for.
    pub day: Option<NaiveDate>,
    /// The rooms that are wished for, by their names.
    pub rooms: String,
    /// Who has a part in it: `Ann Lee (Chair); Bo Chan (Speaker)`.
    pub people: String,
}

/// What calendars need to take out a session that is in the tray again.
#[derive(Clone, Debug, PartialEq)]
pub struct Withdrawn {
    /// When it was to start, as far as that is remembered; else when its event does.
    pub start: DateTime<Utc>,
    /// When it was to be over.
    pub end: DateTime<Utc>,
    /// How the world was told of it, and is now.
    pub told: Told,
}

/// A statement on the speaking list.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Its name in the plan.
    pub id: StatementId,
    /// Who delivers it, in [`Programme::people`].
    pub speaker: usize,
    /// The session it is given in, in [`Programme::entries`]; `None` while it waits.
    pub entry: Option<usize>,
    /// Its number in that session, from 1; among those that wait otherwise.
    pub number: usize,
    /// When it begins if all before it keep to their time, by the clock of the entry.
    pub start: Option<CivilTime>,
    /// How long, in seconds.
    pub length_secs: u32,
    /// Whether the full text is in; only for the team.
    pub text_received: Option<bool>,
    /// The language it is given in.
    pub language: Option<Language>,
    /// What the team remembers; empty unless [`Programme::is_internal`].
    pub remarks: String,
}

/// What a rule reports.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule's name.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What it says, in the leading language.
    pub sentence: String,
    /// The sessions it concerns.
    pub sessions: Vec<SessionId>,
    /// Why it was accepted, if it was.
    pub waived: Option<String>,
}

impl Programme {
    /// The leading language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.languages.first().copied().unwrap_or(Language::English)
    }

    /// The entries that start on a day.
    #[must_use]
    pub fn entries_of(&self, day: &Day) -> &[Entry] {
        self.entries.get(day.entries.clone()).unwrap_or_default()
    }

    /// The entries of a day: those that go on from days before, then those that start on it.
    pub fn entries_on(&self, day: &Day) -> impl Iterator<Item = &Entry> + Clone {
        day.going_on.iter().filter_map(|&place| self.entries.get(place)).chain(self.entries_of(day))
    }

    /// The rooms of an entry by name: `Hall A, Hall B`.
    #[must_use]
    pub fn room_names(&self, entry: &Entry) -> String {
        self.labels.names(entry.rooms.iter().map(|&room| self.rooms[room].title.joined()))
    }

    /// The bodies of an entry by short name: `COM3, COM4`.
    #[must_use]
    pub fn body_names(&self, entry: &Entry) -> String {
        self.labels.names(entry.bodies.iter().map(|&body| self.bodies[body].code.joined()))
    }

    /// Which meeting of its body an entry is, or else the bodies that meet in it: what is printed beside its title.
    #[must_use]
    pub fn meeting_or_bodies(&self, entry: &Entry) -> String {
        if entry.meeting.is_empty() { self.body_names(entry) } else { entry.meeting.joined().into_owned() }
    }

    /// The events of entries by their short names, where the programme has several.
    #[must_use]
    pub fn events_of<'a>(&self, entries: impl Iterator<Item = &'a Entry>) -> Words {
        let events: std::collections::BTreeSet<usize> = entries.map(|entry| entry.event).collect();
        if self.entries.iter().all(|entry| entry.event == self.entries[0].event) {
            return Words::default();
        }
        self.labels.each(|texts| {
            let names = events.iter().map(|&event| self.events[event].short().get(texts.language()));
            names.collect::<Vec<_>>().join(" · ")
        })
    }

    /// The zone in which most of it is told.
    #[must_use]
    pub fn most_used_zone(&self) -> Option<Tz> {
        let mut counts: BTreeMap<&'static str, (usize, Tz)> = BTreeMap::new();
        for entry in &self.entries {
            counts.entry(entry.zone.name()).or_insert((0, entry.zone)).0 += 1;
        }
        counts.into_values().max_by_key(|(count, _)| *count).map(|(_, zone)| zone)
    }

    /// A title, and before it that its session is cancelled: `Cancelled: Plenary meeting`.
    #[must_use]
    pub fn cancelled_title(&self, title: &Words) -> Words {
        let mark = self.labels.text(tid("handout-cancelled"));
        let mut cancelled = Words::default();
        for (language, text) in title.iter() {
            cancelled.push(language, self.labels.labelled(mark.get(language), text));
        }
        cancelled
    }

    /// The sessions that wait to be placed: for the team only.
    #[must_use]
    pub fn tray(&self) -> &[Waiting] {
        if self.is_internal { &self.waiting } else { &[] }
    }

    /// Whether any entry is a meeting that is counted.
    #[must_use]
    pub fn has_meetings(&self) -> bool {
        self.entries.iter().any(|entry| !entry.meeting.is_empty())
    }

    /// Whether anything stands on an agenda.
    #[must_use]
    pub fn has_items(&self) -> bool {
        let of_waiting = self.tray().iter().map(|session| &session.items);
        self.entries.iter().map(|entry| &entry.items).chain(of_waiting).any(|items| !items.is_empty())
    }

    /// The statements of an entry, in their order.
    pub fn statements_of(&self, entry: usize) -> impl Iterator<Item = &Statement> {
        // Those that wait come last.
        let place = |statement: &Statement| statement.entry.unwrap_or(usize::MAX);
        let first = self.statements.partition_point(|statement| place(statement) < entry);
        self.statements[first..].iter().take_while(move |statement| statement.entry == Some(entry))
    }
}
