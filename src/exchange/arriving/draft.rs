//! The draft: what a file of another tool says, before anybody asks what that is in a plan. Plain data; what belongs
//! together points at each other by its place in these lists.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use super::report::Spot;
use crate::model::zone::Tz;
use crate::model::{Language, LanguageSet, Role, SessionKind, Status};

/// Everything that a file says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// By what the file is known again when it comes the next time: what the other tool calls the conference.
    pub source: String,
    /// What is planned.
    pub title: Said,
    /// The zone of the clocks there, where the file says it.
    pub zone: Option<Tz>,
    /// Whether some of its times are on a clock of which the file does not say where it hangs.
    pub asks_zone: bool,
    /// Whether this program made it: descriptions are then made of the rest.
    pub is_ours: bool,
    /// Whether it is a plan of this program: names in it are those of rows.
    pub is_plan: bool,
    /// What has days of its own: the conference, milestones.
    pub events: Vec<DraftEvent>,
    /// Where sessions are.
    pub rooms: Vec<DraftRoom>,
    /// Who has a part.
    pub people: Vec<DraftPerson>,
    /// What meets.
    pub bodies: Vec<DraftName>,
    /// What sessions are about.
    pub topics: Vec<DraftName>,
    /// What can be read.
    pub documents: Vec<DraftDocument>,
    /// The sittings, in the order of the file.
    pub sessions: Vec<DraftSession>,
}

impl Draft {
    /// The zone in which most of its sessions are.
    #[must_use]
    pub fn usual_zone(&self) -> Option<Tz> {
        let mut counts: HashMap<Tz, usize> = HashMap::new();
        for session in &self.sessions {
            if let Some(Moment::Civil(_, zone)) = session.start {
                *counts.entry(zone).or_default() += 1;
            }
        }
        counts.into_iter().max_by_key(|&(zone, count)| (count, zone.name())).map(|(zone, _)| zone)
    }
}

/// Where something comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// What the other tool calls it: a UID, a guid, a number; empty where it has no name there.
    pub id: String,
    /// Its page, if it has one.
    pub url: String,
    /// Where it stands in the file.
    pub spot: Spot,
}

/// A text, with its languages as far as the file says them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// One for each language.
    pub texts: Vec<(Option<Language>, String)>,
}

impl Said {
    /// A text of which nobody says in which language it is.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self::within(None, text)
    }

    /// A text in this language, if that is known.
    #[must_use]
    pub fn within(language: Option<Language>, text: &str) -> Self {
        let text = text.trim();
        Self { texts: if text.is_empty() { Vec::new() } else { vec![(language, text.to_owned())] } }
    }

    /// The first text, empty where there is none.
    #[must_use]
    pub fn first(&self) -> &str {
        self.texts.first().map_or("", |(_, text)| text)
    }
}

/// When something begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Moment {
    /// By a clock of which nobody says where it hangs.
    Floating(NaiveDateTime),
    /// By a clock in this zone.
    Civil(NaiveDateTime, Tz),
    /// An instant.
    Instant(DateTime<Utc>),
}

impl Moment {
    /// What its own clock shows; that of UTC for an instant.
    #[must_use]
    pub fn on_its_clock(self) -> NaiveDateTime {
        match self {
            Self::Floating(time) | Self::Civil(time, _) => time,
            Self::Instant(instant) => instant.naive_utc(),
        }
    }
}

/// Something with days of its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftEvent {
    /// Where it comes from.
    pub origin: Origin,
    /// What it is called.
    pub title: Said,
    /// Its first and its last day, if they are known.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// City, house; may be empty.
    pub place: String,
    /// Whether sessions are part of it; a milestone otherwise.
    pub has_sessions: bool,
}

/// A place where sessions are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftRoom {
    /// Where it comes from.
    pub origin: Origin,
    /// What it is called.
    pub name: Said,
    /// Building or address; may be empty.
    pub place: String,
    /// Seats, if known.
    pub capacity: Option<u32>,
    /// Whether people meet there online.
    pub is_virtual: bool,
}

/// Somebody who has a part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftPerson {
    /// Where they come from.
    pub origin: Origin,
    /// Their name.
    pub name: String,
    /// Their function; may be empty.
    pub function: String,
    /// Whom they speak for; may be empty.
    pub represents: String,
}

/// A body or a topic: no more than a name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftName {
    /// Where it comes from.
    pub origin: Origin,
    /// Its short name; may be empty.
    pub code: String,
    /// Its name.
    pub title: Said,
}

/// Something that can be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftDocument {
    /// Where it comes from.
    pub origin: Origin,
    /// Its name.
    pub title: Said,
    /// Its symbol; may be empty.
    pub symbol: String,
    /// Its address.
    pub link: String,
}

/// A person by the place in [`Draft::people`], and as what, where it is said.
pub type Named = (usize, Option<Role>);

/// A sitting. What a file does not speak of is `None`, and stays in a plan as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftSession {
    /// Where it comes from.
    pub origin: Origin,
    /// What it is called.
    pub title: Said,
    /// What the file calls its sort; may be empty.
    pub kind: String,
    /// What it behaves like, where the file says that for certain.
    pub nature: Option<SessionKind>,
    /// Tracks and categories: a sort, a body or a topic, whichever the plan knows.
    pub tracks: Vec<String>,
    /// When it begins.
    pub start: Option<Moment>,
    /// How long it is.
    pub length_mins: Option<i64>,
    /// Where it is.
    pub rooms: Option<Vec<usize>>,
    /// Who has a part in it; the role where it is known.
    pub people: Option<Vec<Named>>,
    /// What meets.
    pub bodies: Option<Vec<usize>>,
    /// What it is about.
    pub topics: Option<Vec<usize>>,
    /// What it deals with.
    pub documents: Option<Vec<usize>>,
    /// What is spoken.
    pub languages: Option<LanguageSet>,
    /// How sure it is.
    pub status: Option<Status>,
    /// Where to take part from afar.
    pub link: Option<String>,
    /// How many are expected.
    pub attendance: Option<u32>,
    /// What it is about, in plain text.
    pub summary: Option<String>,
    /// Talks and other items, in their order.
    pub items: Vec<DraftItem>,
}

/// A talk within a session.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftItem {
    /// Where it comes from.
    pub origin: Origin,
    /// What it is called.
    pub title: Said,
    /// How long it is.
    pub length_secs: u32,
    /// When it begins, in minutes after its session.
    pub begins_mins: Option<u32>,
    /// Who speaks.
    pub people: Vec<usize>,
    /// What it is about, in plain text.
    pub summary: String,
    /// What it deals with.
    pub documents: Vec<usize>,
    /// Whether it is a pause.
    pub is_pause: bool,
}

/// The most rows of one sort in a draft.
pub const MOST_ROWS: usize = 50_000;
/// The most letters of a name, and of a text.
pub const MOST_LETTERS: (usize, usize) = (500, 20_000);

/// Finds rows of a draft again by what they are called, so that each is there once.
#[derive(Debug, Default)]
pub struct Once {
    seen: HashMap<String, usize>,
}

impl Once {
    /// The place of the row that this key means in `rows`, which is made where there is none; `None` where there are too many.
    pub fn place<R>(&mut self, rows: &mut Vec<R>, key: &str, make: impl FnOnce() -> R) -> Option<usize> {
        if let Some(&place) = self.seen.get(key) {
            return Some(place);
        }
        if rows.len() >= MOST_ROWS {
            return None;
        }
        rows.push(make());
        self.seen.insert(key.to_owned(), rows.len() - 1);
        Some(rows.len() - 1)
    }
}
