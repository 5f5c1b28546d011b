//! A paper: headings, facts and tables, as plain data that pages, Word documents and pages for a browser are set from. What
//! stands in a paper is said once, in [`papers`](super::papers); how it looks, once for each format.

use super::words::Words;
use crate::look::Hue;
use crate::model::Language;

/// A paper.
pub struct Paper {
    /// What it is: `Daily journal`.
    pub title: Words,
    /// What else stands below the title.
    pub below: Vec<Line>,
    /// What stands in it, from the beginning to the end.
    pub pieces: Vec<Piece>,
    /// How much larger than usual its letters are: 1, or more for what is read from afar.
    pub scale: f32,
}

/// A part of a paper.
pub enum Piece {
    /// A heading.
    Heading(Heading),
    /// A line or several.
    Facts(Line),
    /// A table.
    Table(Table),
}

/// A heading.
pub struct Heading {
    /// 1 for a day or another part of the paper, 2 for a session.
    pub level: u8,
    /// Whether it begins a page.
    pub on_new_page: bool,
    /// What stands before it, such as hours; may be empty.
    pub before: String,
    /// What it says.
    pub words: Words,
    /// The colour of the session that it is of.
    pub hue: Option<Hue>,
    /// That its session does not take place; empty where it does.
    pub off: Words,
}

/// A line of text that looks different from piece to piece.
#[derive(Clone, Default)]
pub struct Line {
    /// From the beginning to the end.
    pub runs: Vec<Run>,
    /// Where it leads to; empty, or http(s).
    pub link: String,
}

/// A stretch of a line.
#[derive(Clone)]
pub struct Run {
    /// What it says.
    pub text: Said,
    /// How it looks.
    pub look: Look,
}

/// What is said.
#[derive(Clone)]
pub enum Said {
    /// In languages.
    Words(Words),
    /// The same in every language: names, figures.
    Plain(String),
}

/// How a stretch looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// As most text does.
    #[default]
    Plain,
    /// What the eye should find.
    Strong,
    /// Of second rank.
    Soft,
    /// What is wrong, or does not take place.
    Off,
}

/// A table.
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<TableRow>,
}

/// A column.
pub struct Column {
    /// What stands above it.
    pub head: Words,
    /// How wide it is beside the others.
    pub share: u16,
}

/// A row: lines in each cell.
pub struct TableRow {
    /// A cell for each column.
    pub cells: Vec<Vec<Line>>,
    /// Whether it is a break, a day or a sum between the others.
    pub is_band: bool,
}

impl Heading {
    /// One of the first level: a day, a part.
    pub fn of_part(words: Words) -> Self {
        Self { level: 1, on_new_page: false, before: String::new(), words, hue: None, off: Words::default() }
    }

    /// The same at the top of a page.
    pub fn on_new_page(self, is: bool) -> Self {
        Self { on_new_page: is, ..self }
    }
}

impl Said {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Words(words) => words.is_empty(),
            Self::Plain(text) => text.is_empty(),
        }
    }
}

impl From<Words> for Said {
    fn from(words: Words) -> Self {
        Self::Words(words)
    }
}

impl From<&Words> for Said {
    fn from(words: &Words) -> Self {
        Self::Words(words.clone())
    }
}

impl From<String> for Said {
    fn from(text: String) -> Self {
        Self::Plain(text)
    }
}

impl From<&str> for Said {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}

impl Line {
    /// One that looks as most do.
    pub fn plain(text: impl Into<Said>) -> Self {
        Self::default().and(text, Look::Plain)
    }

    /// One that the eye should find.
    pub fn strong(text: impl Into<Said>) -> Self {
        Self::default().and(text, Look::Strong)
    }

    /// One of second rank.
    pub fn soft(text: impl Into<Said>) -> Self {
        Self::default().and(text, Look::Soft)
    }

    /// The same with `text` behind it, if there is any.
    pub fn and(mut self, text: impl Into<Said>, look: Look) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.runs.push(Run { text, look });
        }
        self
    }

    /// The same with `text` behind it, and between them a point, if there are both.
    pub fn beside(self, text: impl Into<Said>, look: Look) -> Self {
        let text = text.into();
        let between = if self.runs.is_empty() || text.is_empty() { "" } else { "  ·  " };
        self.and_between(between).and(text, look)
    }

    fn and_between(mut self, between: &str) -> Self {
        if !between.is_empty() {
            self.runs.push(Run { text: between.into(), look: Look::Soft });
        }
        self
    }

    /// The same, to be clicked; the address has to be safe.
    pub fn linked(self, address: &str) -> Self {
        Self { link: address.to_owned(), ..self }
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// The words of a line that says one thing, in its languages: those may stand one below the other.
    pub fn only(&self) -> Option<(&Words, Look)> {
        match self.runs.as_slice() {
            [Run { text: Said::Words(words), look }] => Some((words, *look)),
            _ => None,
        }
    }
}

impl Run {
    /// All of it in one line.
    pub fn joined(&self) -> String {
        match &self.text {
            Said::Words(words) => words.joined().into_owned(),
            Said::Plain(text) => text.clone(),
        }
    }

    /// Every text with its language, where it has one.
    pub fn texts(&self) -> Vec<(Option<Language>, &str)> {
        match &self.text {
            Said::Words(words) => words.iter().map(|(language, text)| (Some(language), text)).collect(),
            Said::Plain(text) => vec![(None, text)],
        }
    }
}

impl Table {
    /// One without rows.
    pub fn new(columns: Vec<(Words, u16)>) -> Self {
        let columns = columns.into_iter().map(|(head, share)| Column { head, share }).collect();
        Self { columns, rows: Vec::new() }
    }

    /// Puts a row below the others.
    pub fn row(&mut self, cells: Vec<Vec<Line>>) {
        self.rows.push(TableRow { cells: without_empty(cells), is_band: false });
    }

    /// Puts a break, a day or a sum below the others.
    pub fn band(&mut self, cells: Vec<Vec<Line>>) {
        self.rows.push(TableRow { cells: without_empty(cells), is_band: true });
    }

    /// The same without columns in which nothing stands; nothing where no rows are.
    pub fn trimmed(mut self) -> Option<Self> {
        let is_used: Vec<bool> = (0..self.columns.len())
            .map(|at| self.rows.iter().any(|row| row.cells.get(at).is_some_and(|cell| !cell.is_empty())))
            .collect();
        let keep = |at: usize| is_used.get(at).copied().unwrap_or(false);
        let mut at = 0;
        self.columns.retain(|_| (keep(at), at += 1).0);
        for row in &mut self.rows {
            let mut at = 0;
            row.cells.retain(|_| (keep(at), at += 1).0);
        }
        (!self.rows.is_empty() && !self.columns.is_empty()).then_some(self)
    }

    /// The width of a column where all are `whole`.
    pub fn width(&self, column: usize, whole: f32) -> f32 {
        let all: u32 = self.columns.iter().map(|column| u32::from(column.share)).sum();
        whole * f32::from(self.columns[column].share) / all.max(1) as f32
    }
}

fn without_empty(cells: Vec<Vec<Line>>) -> Vec<Vec<Line>> {
    cells.into_iter().map(|cell| cell.into_iter().filter(|line| !line.is_empty()).collect()).collect()
}
