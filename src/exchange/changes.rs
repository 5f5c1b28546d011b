//! What is different between two states of a plan for those who read what is handed out: sessions that are new, cancelled,
//! moved, or say something else. Plain data, by day, in the chosen languages, which every form of the notice reads.
//!
//! What is for the team only (comments, notes, findings, remarks, wishes, who is to be told, what is undecided) is no change
//! here, whatever became of it.

mod gather;
mod lines;

use chrono::{DateTime, NaiveDate, Utc};

use super::programme::Programme;
use super::words::Words;

/// What to tell of.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// The languages, the leading one first. None means the plan's own.
    pub languages: &'a [crate::model::Language],
    /// When it is issued: what was to be held before that is marked.
    pub issued: DateTime<Utc>,
    /// When the two states were kept, where that is known and tells them apart.
    pub kept: [Option<DateTime<Utc>>; 2],
    /// Whether it says who asked for a change, and who decided it.
    pub with_records: bool,
}

/// What is different.
pub struct Changes {
    /// The sessions of the plan after that are concerned, with the title of the plan and all words around the data.
    pub programme: Programme,
    /// Between which states: `Rev. 3 → Rev. 4`.
    pub states: Words,
    /// When it is issued, on the clock of the plan: `20 November 2025, 18:20`.
    pub issued: Words,
    /// The clock of the times.
    pub zone: Words,
    /// By day.
    pub days: Vec<ChangedDay>,
    /// How many sessions are concerned.
    pub count: usize,
}

/// What is different on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangedDay {
    /// The day.
    pub date: NaiveDate,
    /// In the order of time. A session that moved to another day stands under both.
    pub changes: Vec<Changed>,
}

/// What became of a session.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// In a word or two: `New`, `Cancelled`, `New room`.
    pub what: Words,
    /// The meeting or the bodies: `COM3-3`. May be empty.
    pub code: String,
    /// Its title.
    pub title: Words,
    /// The event that it is part of, where that is not what the whole plan is about.
    pub event: Words,
    /// When and where it was.
    pub was: Option<Place>,
    /// When and where it is now.
    pub is: Option<Place>,
    /// What is said where it is nowhere now.
    pub instead: Words,
    /// What else is different, a line each: `Languages: English → English, French`.
    pub lines: Vec<Words>,
    /// That it was held already, or was to be. Empty of what lies ahead.
    pub over: Words,
    /// Who asked for it, and who decided it.
    pub records: Vec<Words>,
}

/// When and where a session is.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its day, where that is not the one below which this stands.
    pub day: Words,
    /// From when to when.
    pub hours: String,
    /// Its rooms; empty where it has none.
    pub rooms: Words,
}

impl Changes {
    /// How many there are, in words.
    #[must_use]
    pub fn count_words(&self) -> Words {
        self.programme.labels.text_with("notice-count", &[("count", self.count.into())])
    }

    /// What stands below the title: the states, when it is issued, how many changes, the clock.
    #[must_use]
    pub fn facts(&self) -> Vec<Words> {
        let labels = &self.programme.labels;
        let label = labels.text("notice-date");
        let issued = labels.each(|texts| {
            let (label, text) = (label.get(texts.language()), self.issued.get(texts.language()));
            texts.text_with("handout-labelled", &[("label", label.into()), ("text", text.into())])
        });
        let facts = vec![self.states.clone(), issued, self.count_words(), self.zone.clone()];
        facts.into_iter().filter(|words| !words.is_empty()).collect()
    }

    /// What its title is in the list of contents and above it: `Change notice`.
    #[must_use]
    pub fn title(&self) -> Words {
        self.programme.labels.text("notice-title")
    }
}
