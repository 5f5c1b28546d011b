//! What only a person can tell of a row, and what can be answered.

use std::collections::BTreeMap;

use super::columns::RequestField;
use crate::model::{Plan, Rank, folded};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// Which rank the words mean.
    Rank,
    /// Whether what is none of the Member States is an organization.
    State,
    /// Whether a State that has a statement gets a second one.
    Twice,
    /// What becomes of days that can not be read.
    Present,
    /// What becomes of a time of request that can not be read.
    Requested,
}

/// What is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// This rank; [`Rank::Other`] where it is not known.
    Rank(Rank),
    /// It is an organization, or somebody else who may ask.
    Organization,
    /// A second statement.
    Second,
    /// The row is taken without it.
    Without,
    /// The row is left out.
    LeaveOut,
}

impl Question {
    /// What can be answered in this plan.
    #[must_use]
    pub fn choices(self, plan: &Plan) -> Vec<Answer> {
        let first = match self {
            Self::Rank => return plan.all_ranks().into_iter().map(Answer::Rank).chain([Answer::LeaveOut]).collect(),
            Self::State => Answer::Organization,
            Self::Twice => Answer::Second,
            Self::Present | Self::Requested => Answer::Without,
        };
        vec![first, Answer::LeaveOut]
    }

    /// In which column the cause stands.
    #[must_use]
    pub fn field(self) -> RequestField {
        match self {
            Self::Rank => RequestField::Rank,
            Self::State | Self::Twice => RequestField::State,
            Self::Present => RequestField::Present,
            Self::Requested => RequestField::Requested,
        }
    }
}

/// A question about a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What is asked.
    pub question: Question,
    /// About what, as it is said.
    pub said: String,
    /// The same as it is compared: one answer holds for all rows that say so.
    about: String,
}

impl Asked {
    /// No more letters are said.
    const MOST: usize = 60;

    /// Asks about a text.
    #[must_use]
    pub fn new(question: Question, said: &str) -> Self {
        Self { question, said: said.chars().take(Self::MOST).collect(), about: folded(said) }
    }

    /// Asks about a text in this row alone.
    #[must_use]
    pub fn in_row(question: Question, said: &str, number: usize) -> Self {
        Self { about: number.to_string(), ..Self::new(question, said) }
    }
}

/// What has been answered.
#[derive(Clone, Debug, Default)]
pub struct Answers(BTreeMap<(Question, String), Answer>);

impl Answers {
    /// What was answered to a question.
    #[must_use]
    pub fn get(&self, asked: &Asked) -> Option<Answer> {
        self.0.get(&(asked.question, asked.about.clone())).copied()
    }

    /// Answers a question.
    pub fn give(&mut self, asked: &Asked, answer: Answer) {
        self.0.insert((asked.question, asked.about.clone()), answer);
    }
}
