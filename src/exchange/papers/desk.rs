//! What papers are gathered from, and what several of them say.

use rustc_hash::FxHashMap;

use super::super::paper::{Line, Look, Paper, Piece};
use super::super::programme::{Entry, Programme};
use super::super::selection::Selection;
use super::super::words::Words;
use crate::model::{LocalText, Plan, SessionId};

/// What a paper is gathered from.
pub struct Desk<'a> {
    /// What is handed out.
    pub programme: &'a Programme,
    /// The plan as those may read it who get the paper.
    pub plan: &'a Plan,
    /// Which part of it is asked for.
    pub selection: &'a Selection,
    places: FxHashMap<SessionId, usize>,
}

impl<'a> Desk<'a> {
    /// For a programme that was made of `plan`.
    pub fn new(programme: &'a Programme, plan: &'a Plan, selection: &'a Selection) -> Self {
        let places = programme.entries.iter().enumerate().map(|(at, entry)| (entry.id, at)).collect();
        Self { programme, plan, selection, places }
    }

    /// A session that is handed out, by its place in the programme.
    pub fn entry(&self, id: SessionId) -> Option<(usize, &'a Entry)> {
        let &place = self.places.get(&id)?;
        Some((place, &self.programme.entries[place]))
    }

    /// The text `id` in every language.
    pub fn label(&self, id: &'static str) -> Words {
        self.programme.labels.text(id)
    }

    /// A text of the plan.
    pub fn words(&self, text: &LocalText) -> Words {
        Words::chosen(text, &self.programme.languages)
    }

    /// A paper of this name.
    pub fn paper(&self, title: &'static str, pieces: Vec<Piece>) -> Paper {
        Paper { title: self.label(title), below: Vec::new(), pieces, scale: 1.0 }
    }

    /// `09:30–12:30`
    pub fn hours(&self, entry: &Entry) -> Line {
        Line::strong(self.programme.labels.hours(entry))
    }

    /// Which meeting it is and what it is called, a line each; that it is cancelled comes first.
    pub fn session(&self, entry: &Entry) -> Vec<Line> {
        let is_off = entry.status == crate::model::Status::Cancelled;
        let off = if is_off { self.label(crate::texts::tid("handout-cancelled")) } else { Words::default() };
        let code = Line::default().and(off, Look::Off).beside(self.programme.meeting_or_bodies(entry), Look::Strong);
        vec![code, Line::plain(&entry.title)]
    }

    /// A length as `1:15`, in hours and minutes.
    pub fn length(&self, mins: i32) -> String {
        self.programme.labels.isolated(format!("{}:{:02}", mins / 60, mins % 60))
    }

    /// A label and what it says: `Seats: 1200`; nothing where nothing is said.
    pub fn labelled(&self, id: &'static str, text: &str) -> Line {
        if text.is_empty() {
            return Line::default();
        }
        Line::soft(self.label(id)).and(self.programme.labels.colon(), Look::Soft).and(text, Look::Plain)
    }
}

/// Its meeting, or else its title: as short as a session can be named.
pub fn short_name(entry: &Entry) -> String {
    if entry.meeting.is_empty() { entry.title.joined().into_owned() } else { entry.meeting.joined().into_owned() }
}

/// `A C E F R S`: the languages between which a session is interpreted; empty where it is not.
pub fn interpreted(entry: &Entry) -> String {
    if entry.languages.len() < 2 {
        return String::new();
    }
    let letters = entry.languages.iter().map(|language| language.letter().to_string());
    letters.collect::<Vec<_>>().join("\u{a0}")
}
