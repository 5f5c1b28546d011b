//! Documents: what sessions deal with.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::{DocumentId, EventId, Id, LanguageSet, LocalText, Row, RowId, RowKind, Source, folded};

/// A paper, a circular letter, a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its name in the plan.
    pub id: DocumentId,
    /// Its symbol as printed, such as `TDAG-25/18(Rev.1)`.
    pub symbol: String,
    /// What it is.
    pub title: LocalText,
    /// The event it was made for.
    pub event: Option<EventId>,
    /// The day it was issued.
    pub issued: Option<NaiveDate>,
    /// The languages it exists in; empty when not known.
    pub languages: LanguageSet,
    /// Where to read it.
    pub link: String,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

impl Document {
    /// Whether its title is that of an outcome: a declaration, a resolution, a communiqué. A programme or a list is none.
    #[must_use]
    pub fn is_outcome(&self) -> bool {
        static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
            let lines = include_str!("../../assets/outcome-words.txt").lines();
            lines.filter(|line| !line.starts_with('#')).map(folded).collect()
        });
        self.title.iter().map(|(_, title)| folded(title)).any(|title| WORDS.iter().any(|word| title.contains(word)))
    }
}

impl Row for Document {
    const KIND: RowKind = RowKind::Document;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        self.event.into_iter().for_each(|id| visit(RowId::Event(id)));
    }
}
