//! The rows of the table, worked out once for each state of the plan; nothing here is drawn.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::app::widget::rows::Go;
use crate::check::{Checker, Finding};
use crate::model::{Plan, RequestAnswer, RoomRequest, RoomRequestId, RowId, booking};
use crate::texts::tid;

/// What was answered, as rows stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// There is no answer yet; in the order of the queue.
    Waiting,
    /// They have a room; in the order of time.
    Accepted,
    /// They have none, or do not want one any more.
    Declined,
}

impl Group {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Accepted, Self::Declined];

    /// The id of what it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Waiting => tid("requests-waiting"),
            Self::Accepted => tid("requests-accepted"),
            Self::Declined => tid("requests-declined"),
        }
    }

    fn answers(self) -> &'static [RequestAnswer] {
        match self {
            Self::Waiting => &[RequestAnswer::Waiting],
            Self::Accepted => &[RequestAnswer::Accepted],
            Self::Declined => &[RequestAnswer::Declined, RequestAnswer::Withdrawn],
        }
    }

    /// How many are in it.
    #[must_use]
    pub fn count(self, plan: &Plan) -> usize {
        plan.requests().iter().filter(|row| self.answers().contains(&row.answer)).count()
    }

    /// Those who are in it, in their order.
    fn of(self, plan: &Plan) -> Vec<Arc<RoomRequest>> {
        let mut all = booking::queue(plan, self.answers());
        if self == Self::Accepted {
            let start = |row: &RoomRequest| {
                let session = row.session.and_then(|id| plan.sessions().get(id));
                session.and_then(|session| session.span()).map(|span| span.start)
            };
            all.sort_by_key(|row| (start(row).is_some(), start(row), row.turn()));
        }
        all
    }
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// The head of a group, and how many are in it.
    Head(Group, usize),
    /// A request, and its place in its group, from 1 on.
    Request(usize, Arc<RoomRequest>),
    /// The field for a new one.
    New,
}

/// All rows, or those of one group.
#[must_use]
pub fn rows(plan: &Plan, only: Option<Group>) -> Vec<Row> {
    let mut rows = Vec::new();
    for group in Group::ALL.into_iter().filter(|group| only.is_none_or(|only| only == *group)) {
        let all = group.of(plan);
        if !all.is_empty() {
            rows.push(Row::Head(group, all.len()));
        }
        rows.extend(all.into_iter().enumerate().map(|(at, row)| Row::Request(at + 1, row)));
        if group == Group::Waiting {
            rows.push(Row::New);
        }
    }
    rows
}

/// Where a request stands in the table.
#[must_use]
pub fn row_of(rows: &[Row], id: RoomRequestId) -> Option<usize> {
    rows.iter().position(|row| matches!(row, Row::Request(_, row) if row.id == id))
}

/// The request to which a key leads.
#[must_use]
pub fn next(rows: &[Row], (from, go, page): (Option<RoomRequestId>, Go, usize)) -> Option<RoomRequestId> {
    let of = |row: &Row| if let Row::Request(_, row) = row { Some(row.id) } else { None };
    let all: Vec<RoomRequestId> = rows.iter().filter_map(of).collect();
    let at = from.and_then(|from| all.iter().position(|&id| id == from));
    all.get(go.target(at, all.len(), page)).copied()
}

/// What the rules report of requests, the worst first.
#[must_use]
pub fn told(checker: &Checker) -> BTreeMap<RoomRequestId, Vec<Finding>> {
    let mut told: BTreeMap<RoomRequestId, Vec<Finding>> = BTreeMap::new();
    for finding in checker.findings().filter(|finding| finding.is_open()) {
        for row in finding.rows() {
            if let RowId::RoomRequest(id) = row {
                told.entry(id).or_default().push(finding.clone());
            }
        }
    }
    for all in told.values_mut() {
        all.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    }
    told
}
