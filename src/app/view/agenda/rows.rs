//! The rows of the table: heads, what is taken, fields for what is new. Worked out once for each state of the plan; nothing
//! here is drawn.

use crate::app::widget::rows::Go;
use crate::model::agenda::{Agenda, Line, Part, Sitting};
use crate::model::{ItemKind, RowId, SessionId};

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// What stands above the lines of a session, or of what of it comes after a break.
    Head(Block),
    /// A line, by the place of its session and its own in that.
    Line(usize, usize),
    /// The field for the next item of a session, by the place of that.
    New(usize),
}

/// What is taken between two breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// The place of the session.
    pub sitting: usize,
    /// Whether it is the first of its session.
    pub is_first: bool,
    /// When it begins and ends, in seconds after the beginning of its session.
    pub span: (i64, i64),
    /// So many seconds are given in it.
    pub given_secs: i64,
    /// So many seconds there are.
    pub room_secs: i64,
    /// So many are too many.
    pub over_secs: i64,
}

impl Block {
    fn new(sitting: usize, is_first: bool, part: &Part) -> Self {
        Self {
            sitting,
            is_first,
            span: (part.start_secs, part.end_secs),
            given_secs: part.given_secs,
            room_secs: part.room_secs(),
            over_secs: part.over_secs().max(0),
        }
    }

    fn add(&mut self, part: &Part) {
        self.span.1 = part.end_secs;
        self.given_secs += part.given_secs;
        self.room_secs += part.room_secs();
        self.over_secs += part.over_secs().max(0);
    }
}

/// All rows of an agenda.
#[must_use]
pub fn rows(agenda: &Agenda) -> Vec<Row> {
    let mut rows = Vec::new();
    for (place, sitting) in agenda.sittings.iter().enumerate() {
        sitting_rows(place, sitting, &mut rows);
    }
    rows
}

fn sitting_rows(place: usize, sitting: &Sitting, rows: &mut Vec<Row>) {
    let mut done = 0;
    let mut head: Option<usize> = None;
    for (at, part) in sitting.parts.iter().enumerate() {
        let breaks = done..part.slots.start.max(done);
        let is_behind_break = !breaks.is_empty();
        rows.extend(breaks.map(|line| Row::Line(place, line)));
        match head.filter(|_| !is_behind_break).map(|head| &mut rows[head]) {
            Some(Row::Head(block)) => block.add(part),
            _ => {
                head = Some(rows.len());
                rows.push(Row::Head(Block::new(place, at == 0, part)));
            }
        }
        rows.extend(part.slots.clone().map(|line| Row::Line(place, line)));
        done = part.slots.end.max(done);
    }
    rows.extend((done..sitting.lines.len()).map(|line| Row::Line(place, line)));
    rows.push(Row::New(place));
}

/// The line of a row.
#[must_use]
pub fn line_of<'a>(agenda: &'a Agenda, row: &Row) -> Option<(&'a Sitting, &'a Line)> {
    let &Row::Line(sitting, line) = row else { return None };
    let sitting = agenda.sittings.get(sitting)?;
    Some((sitting, sitting.lines.get(line)?))
}

/// Whether a line is a break between two blocks.
#[must_use]
pub fn is_break(line: &Line) -> bool {
    line.taken.item().is_some_and(|item| item.kind == ItemKind::Pause)
}

/// The place before which something is put that is let go of above a row of the table: a session, and what comes then.
#[must_use]
pub fn place_above(agenda: &Agenda, rows: &[Row], at: usize) -> Option<(SessionId, Option<RowId>)> {
    let sitting = |place: usize| agenda.sittings.get(place);
    match rows.get(at) {
        Some(row @ Row::Line(..)) => {
            line_of(agenda, row).map(|(sitting, line)| (sitting.session, Some(line.taken.row())))
        }
        Some(&Row::New(place)) => sitting(place).map(|sitting| (sitting.session, None)),
        Some(Row::Head(block)) if block.is_first => {
            // Above the head of a session is the end of the one before it.
            let before = block.sitting.checked_sub(1).and_then(sitting);
            before.map(|sitting| (sitting.session, None)).or_else(|| place_above(agenda, rows, at + 1))
        }
        Some(Row::Head(_)) => place_above(agenda, rows, at + 1),
        None => agenda.sittings.last().map(|sitting| (sitting.session, None)),
    }
}

/// Where a row of the plan stands in the table.
#[must_use]
pub fn row_at(agenda: &Agenda, rows: &[Row], row: RowId) -> Option<usize> {
    let is_it = |shown: &Row| match shown {
        Row::Head(block) => {
            agenda.sittings.get(block.sitting).is_some_and(|sitting| RowId::Session(sitting.session) == row)
        }
        _ => line_of(agenda, shown).is_some_and(|(_, line)| line.taken.row() == row),
    };
    rows.iter().position(is_it)
}

/// The line to which a key leads from a row of the table.
#[must_use]
pub fn next(agenda: &Agenda, rows: &[Row], (from, go, page): (Option<usize>, Go, usize)) -> Option<RowId> {
    let lines: Vec<&Row> = rows.iter().filter(|row| matches!(row, Row::Line(..))).collect();
    let at = from.and_then(|from| lines.iter().position(|&row| Some(row) == rows.get(from)));
    let to = go.target(at, lines.len(), page);
    line_of(agenda, lines.get(to)?).map(|(_, line)| line.taken.row())
}
