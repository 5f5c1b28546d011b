//! Documents: what sessions deal with.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::{
    BodyId, DocumentId, EventId, Id, Language, LanguageSet, LocalText, OwnValues, Row, RowId, RowKind, Source, folded,
};

/// A paper, a circular letter, a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its name in the plan.
    pub id: DocumentId,
    /// Its symbol as printed, such as `TDAG-25/18(Rev.1)`.
    pub symbol: String,
    /// What it is.
    pub title: LocalText,
    /// What sort of document it is; `None` where nobody has said.
    pub kind: Option<DocumentKind>,
    /// The body that it comes from.
    pub author: Option<BodyId>,
    /// Who else it comes from; may be empty.
    pub author_name: String,
    /// The day by which it is due.
    pub due: Option<NaiveDate>,
    /// The event it was made for.
    pub event: Option<EventId>,
    /// The day it was issued.
    pub issued: Option<NaiveDate>,
    /// The languages it exists in; empty when not known.
    pub languages: LanguageSet,
    /// How far it has come in each language.
    pub stages: Stages,
    /// Where to read it.
    pub link: String,
    /// What it has in own fields of the plan.
    pub own: OwnValues,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

/// Sorts of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// A contribution or proposal.
    Contribution,
    /// A report: what came of something.
    Report,
    /// A decision or resolution: what came of something.
    Decision,
    /// A circular letter.
    CircularLetter,
    /// A draft that is discussed.
    Draft,
    /// An agenda or a structure.
    Agenda,
    /// For information.
    Information,
    /// A publication.
    Publication,
    /// A website.
    Website,
    /// A video.
    Video,
    /// Constitution, Convention or General Rules of the Union.
    BasicText,
}

impl DocumentKind {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Contribution,
        Self::Report,
        Self::Decision,
        Self::CircularLetter,
        Self::Draft,
        Self::Agenda,
        Self::Information,
        Self::Publication,
        Self::Website,
        Self::Video,
        Self::BasicText,
    ];

    /// Whether it is what comes of an event.
    #[must_use]
    pub fn is_result(self) -> bool {
        matches!(self, Self::Report | Self::Decision)
    }
}

/// How far a document has come in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentStage {
    /// It has come, in this language or to be translated into it.
    Received,
    /// It is being translated.
    InTranslation,
    /// It is where delegates read it.
    Posted,
}

impl DocumentStage {
    /// All of them, in the order in which they follow one another.
    pub const ALL: [Self; 3] = [Self::Received, Self::InTranslation, Self::Posted];
}

/// How far a document has come in a language, and when it came so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Reached {
    /// How far.
    pub stage: DocumentStage,
    /// The day of each stage, in their order, where it is known.
    pub days: [Option<NaiveDate>; 3],
}

/// How far a document has come in each of the six languages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Stages {
    reached: [Option<Reached>; 6],
}

impl Stages {
    /// How far it has come in a language; `None` where nobody has said.
    #[must_use]
    pub fn get(&self, language: Language) -> Option<Reached> {
        self.reached[language as usize]
    }

    /// Says how far it has come in a language.
    pub fn set(&mut self, language: Language, reached: Option<Reached>) {
        self.reached[language as usize] = reached;
    }

    /// Whether nothing is said about any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.reached.iter().all(Option::is_none)
    }
}

impl Document {
    /// One of which only the symbol is known.
    #[must_use]
    pub fn new(id: DocumentId, symbol: &str) -> Self {
        Self {
            id,
            symbol: symbol.to_owned(),
            title: LocalText::default(),
            kind: None,
            author: None,
            author_name: String::new(),
            due: None,
            event: None,
            issued: None,
            languages: LanguageSet::EMPTY,
            stages: Stages::default(),
            link: String::new(),
            own: OwnValues::NONE,
            sources: Vec::new(),
        }
    }

    /// How far it has come in a language: as was said, or posted where it exists in it.
    #[must_use]
    pub fn stage(&self, language: Language) -> Option<DocumentStage> {
        let exists = self.languages.contains(language).then_some(DocumentStage::Posted);
        self.stages.get(language).map(|reached| reached.stage).or(exists)
    }

    /// The document one stage further in a language, on a day where that is known; after the last stage nothing is said
    /// about the language any more. It exists in the languages in which it is posted.
    #[must_use]
    pub fn stepped(mut self, language: Language, day: Option<NaiveDate>) -> Self {
        let next = match self.stage(language) {
            None => Some(DocumentStage::Received),
            Some(DocumentStage::Received) => Some(DocumentStage::InTranslation),
            Some(DocumentStage::InTranslation) => Some(DocumentStage::Posted),
            Some(DocumentStage::Posted) => None,
        };
        let before = self.stages.get(language);
        self.stages.set(
            language,
            next.map(|stage| {
                let mut days = before.map(|reached| reached.days).unwrap_or_default();
                days[stage as usize] = day;
                Reached { stage, days }
            }),
        );
        self.languages = self.languages.with(language, next == Some(DocumentStage::Posted));
        self
    }

    /// The document one stage back in a language.
    #[must_use]
    pub fn stepped_back(mut self, language: Language) -> Self {
        let before = match self.stage(language) {
            None | Some(DocumentStage::Received) => None,
            Some(DocumentStage::InTranslation) => Some(DocumentStage::Received),
            Some(DocumentStage::Posted) => Some(DocumentStage::InTranslation),
        };
        let known = self.stages.get(language);
        self.stages.set(
            language,
            before.map(|stage| {
                let mut days = known.map(|reached| reached.days).unwrap_or_default();
                days.iter_mut().skip(stage as usize + 1).for_each(|day| *day = None);
                Reached { stage, days }
            }),
        );
        self.languages = self.languages.with(language, false);
        self
    }

    /// By how many days it is overdue; `None` where it is not, or has been issued.
    #[must_use]
    pub fn late_days(&self, today: NaiveDate) -> Option<i64> {
        let late = today.signed_duration_since(self.due?).num_days();
        (self.issued.is_none() && late > 0).then_some(late)
    }

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
        self.author.into_iter().for_each(|id| visit(RowId::Body(id)));
        self.event.into_iter().for_each(|id| visit(RowId::Event(id)));
        self.own.iter().for_each(|(id, _)| visit(RowId::Field(id)));
    }

    fn own(&self) -> &OwnValues {
        &self.own
    }

    fn own_mut(&mut self) -> Option<&mut OwnValues> {
        Some(&mut self.own)
    }
}
