//! What has happened to a document, told from its history as it was and as it is.

use chrono::{DateTime, Utc};

use super::deeds;
use crate::edit::{Document, Step};
use crate::store::journal::{self, Entry, Event, Journal};

/// The history of a document as it was seen last.
#[derive(Debug, Default)]
pub(super) struct History {
    /// The numbers of the steps that were done.
    done: Vec<u64>,
    /// The highest number that any step had.
    highest: u64,
}

impl History {
    /// As a journal tells it.
    pub fn of(journal: &Journal) -> Self {
        let done = journal.done().iter().map(|step| step.number).collect();
        let made = journal.entries.iter().filter_map(|entry| match &entry.event {
            Event::Did(step) => Some(step.number),
            _ => None,
        });
        Self { done, highest: made.max().unwrap_or(0) }
    }

    /// What has happened since; nothing at once where nothing has. A step that came and went in between did not happen.
    pub fn follow(&mut self, document: &Document, at: DateTime<Utc>) -> Vec<Entry> {
        let done = document.done();
        let mut entries = Vec::new();
        let mut tell = |event| entries.push(Entry { at, event });
        // Every step has a number of its own and rests on those below it: where one is the same, all below it are.
        while let Some(&last) = self.done.last()
            && done.get(self.done.len() - 1).is_none_or(|step| step.number != last)
        {
            self.done.pop();
            tell(Event::Undid);
        }
        for step in &done[self.done.len()..] {
            tell(if step.number > self.highest { Event::Did(told(step)) } else { Event::Redid });
            self.highest = self.highest.max(step.number);
            self.done.push(step.number);
        }
        entries
    }
}

fn told(step: &Step) -> journal::Step {
    journal::Step { number: step.number, label: deeds::word(&step.label), patch: step.patch.clone() }
}
