//! The rows of the table, worked out once for each state of the plan; nothing here is drawn.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::widget::rows::Go;
use crate::model::speaking::{Line, Part, SpeakingList};
use crate::model::{SessionId, Statement, StatementId, TextState};

/// Those who have no place, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// They wait for one.
    Waiting,
    /// Their rank is none of those in §5.
    ByException,
    /// They do not speak.
    Silent,
}

impl Group {
    const ALL: [Self; 3] = [Self::Waiting, Self::ByException, Self::Silent];

    /// Those who are in it.
    #[must_use]
    pub fn of(self, list: &SpeakingList) -> &[Arc<Statement>] {
        match self {
            Self::Waiting => &list.waiting,
            Self::ByException => &list.by_exception,
            Self::Silent => &list.silent,
        }
    }
}

/// What is folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fold {
    /// A part of the list.
    Part(SessionId),
    /// Those without a place.
    Group(Group),
}

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The head of a part, by its place, and whether its lines show.
    Part(usize, bool),
    /// A line of a part.
    Line(usize, usize),
    /// The free places of a part that are not held.
    Free(usize),
    /// The held places of a part.
    Held(usize),
    /// The head of those without a place, and whether they show.
    Group(Group, bool),
    /// One of them.
    Outside(Group, usize),
    /// The field for a new request.
    New,
}

/// All rows.
#[must_use]
pub fn rows(list: &SpeakingList, folded: &BTreeSet<Fold>, missing_only: bool) -> Vec<Row> {
    let is_shown = |row: &Statement| !missing_only || row.text == TextState::Missing;
    let mut rows = Vec::new();
    for (place, part) in list.parts.iter().enumerate() {
        let is_open = !folded.contains(&Fold::Part(part.session));
        rows.push(Row::Part(place, is_open));
        if !is_open {
            continue;
        }
        let held = part.held(&list.speaking);
        let shown = |lines: std::ops::Range<usize>| {
            lines
                .filter(|at| is_shown(&part.lines[*at].statement))
                .map(move |at| Row::Line(place, at))
                .collect::<Vec<_>>()
        };
        rows.extend(shown(0..part.usual()));
        rows.extend((!missing_only && part.free() > held).then_some(Row::Free(place)));
        rows.extend(shown(part.usual()..part.lines.len()));
        rows.extend((!missing_only && held > 0).then_some(Row::Held(place)));
    }
    for group in Group::ALL {
        let all = group.of(list);
        if all.is_empty() {
            continue;
        }
        let is_open = !folded.contains(&Fold::Group(group));
        rows.push(Row::Group(group, is_open));
        if is_open {
            let shown = all.iter().enumerate().filter(|(_, row)| is_shown(row));
            rows.extend(shown.map(|(at, _)| Row::Outside(group, at)));
        }
    }
    rows.push(Row::New);
    rows
}

/// The statement of a row.
#[must_use]
pub fn statement<'a>(list: &'a SpeakingList, row: &Row) -> Option<&'a Arc<Statement>> {
    match *row {
        Row::Line(..) => line(list, row).map(|(_, line)| &line.statement),
        Row::Outside(group, at) => group.of(list).get(at),
        Row::Part(..) | Row::Free(_) | Row::Held(_) | Row::Group(..) | Row::New => None,
    }
}

/// The line of a row, and its part.
#[must_use]
pub fn line<'a>(list: &'a SpeakingList, row: &Row) -> Option<(&'a Part, &'a Line)> {
    let &Row::Line(part, line) = row else { return None };
    let part = list.parts.get(part)?;
    Some((part, part.lines.get(line)?))
}

/// Where a statement stands in the table.
#[must_use]
pub fn row_of(list: &SpeakingList, rows: &[Row], id: StatementId) -> Option<usize> {
    rows.iter().position(|row| statement(list, row).is_some_and(|found| found.id == id))
}

/// Where a part stands in the table.
#[must_use]
pub fn part_row(list: &SpeakingList, rows: &[Row], is_it: impl Fn(&Part) -> bool) -> Option<usize> {
    rows.iter().position(|row| matches!(*row, Row::Part(place, _) if list.parts.get(place).is_some_and(&is_it)))
}

/// What must not be folded for a statement to show.
#[must_use]
pub fn fold_of(list: &SpeakingList, id: StatementId) -> Option<Fold> {
    if let Some((part, _)) = list.place(id) {
        return Some(Fold::Part(list.parts[part].session));
    }
    let has = |group: &Group| group.of(list).iter().any(|row| row.id == id);
    Group::ALL.into_iter().find(has).map(Fold::Group)
}

/// Folds what is open, opens what is folded.
pub fn turn(folded: &mut BTreeSet<Fold>, fold: Fold) {
    if !folded.remove(&fold) {
        folded.insert(fold);
    }
}

/// The statement to which a key leads from a row of the table.
#[must_use]
pub fn next(list: &SpeakingList, rows: &[Row], (from, go, page): (Option<usize>, Go, usize)) -> Option<StatementId> {
    let all: Vec<(usize, StatementId)> =
        rows.iter().enumerate().filter_map(|(at, row)| Some((at, statement(list, row)?.id))).collect();
    let at = from.and_then(|from| all.iter().position(|&(at, _)| at == from));
    all.get(go.target(at, all.len(), page)).map(|&(_, id)| id)
}
