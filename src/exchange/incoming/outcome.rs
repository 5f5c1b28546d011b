//! What becomes of the rows of a table, and why some of it is not taken.

use chrono::NaiveDate;

use super::field::Field;
use super::meanings::Unclear;
use crate::model::{Language, SessionId};
use crate::texts::tid;

/// What is left out of a table is near this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near {
    /// The day of times without one, and in whose event sessions without a day are.
    pub day: NaiveDate,
    /// The language of titles whose letters do not tell.
    pub language: Language,
}

/// A row of the table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// What becomes of it.
    pub outcome: Outcome,
    /// What of it is left out, though the row is taken.
    pub notes: Vec<(Field, Note)>,
    /// Names in it that are almost those of the plan.
    pub unclear: Vec<Unclear>,
    /// What is different in the table, and stays because a planner has changed it here since.
    pub ours: Vec<Field>,
    /// The day on which it was put although nothing tells its day.
    pub guessed_day: Option<NaiveDate>,
}

/// What becomes of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    /// A new session.
    New,
    /// These fields of this session are changed.
    Changed(SessionId, Vec<Field>),
    /// It says what is so already.
    Same(SessionId),
    /// It names the day of the rows below it.
    Day(NaiveDate),
    /// Somebody left it out.
    #[default]
    LeftOut,
    /// It came before and was removed here, and stays out.
    Dismissed,
    /// It is not understood, and nothing comes of it.
    Not(Field, Flaw),
}

/// Why a row is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// No title says what it is.
    NoTitle,
    /// It is no day.
    Day,
    /// It is no time.
    Clock,
    /// It is no length.
    Length,
    /// The end is not after the start.
    End,
    /// It is no number.
    Number,
    /// The session is pinned and would move.
    Pinned,
    /// The time lies outside the years that times have.
    OutOfRange,
    /// There is no event that it could belong to.
    NoEvent,
}

impl Flaw {
    /// The id of what it is called.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::NoTitle => tid("paste-flaw-title"),
            Self::Day => tid("paste-flaw-day"),
            Self::Clock => tid("paste-flaw-clock"),
            Self::Length => tid("paste-flaw-length"),
            Self::End => tid("paste-flaw-end"),
            Self::Number => tid("paste-flaw-number"),
            Self::Pinned => tid("paste-flaw-pinned"),
            Self::OutOfRange => tid("paste-flaw-range"),
            Self::NoEvent => tid("paste-flaw-event"),
        }
    }
}

/// What of a row that is taken is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// There is no such kind, and it is another one.
    Kind,
    /// There is no such body.
    Body,
    /// There is no such event.
    Event,
    /// There is no such status.
    Status,
    /// It has a day and no time, and waits in the tray.
    NoTime,
    /// It is no number, or one that can be read in two ways.
    Number,
    /// It is no day.
    Date,
    /// It is none of the choices of its field.
    Choice,
    /// It is neither yes nor no.
    Tick,
    /// The session is pinned, and stays where it is.
    Fixed,
}

impl Note {
    /// The id of what it is called.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Kind => tid("paste-note-kind"),
            Self::Body => tid("paste-note-body"),
            Self::Event => tid("paste-note-event"),
            Self::Status => tid("paste-note-status"),
            Self::NoTime => tid("paste-note-time"),
            Self::Number => tid("paste-note-number"),
            Self::Date => tid("paste-note-date"),
            Self::Choice => tid("paste-note-choice"),
            Self::Tick => tid("paste-note-tick"),
            Self::Fixed => tid("paste-flaw-pinned"),
        }
    }
}
