//! Which rows of the plan the navigator lists; worked out once per change.

use std::collections::BTreeSet;

use crate::app::context::ViewContext;
use crate::app::filter::folded;
use crate::app::phrases;
use crate::app::style::icons;
use crate::model::{Language, RowId, RowKind};
use crate::workbench::Generation;

/// The tables one can filter by, in their order from top to bottom, with their signs.
const TABLES: [(RowKind, &str); 6] = [
    (RowKind::Event, icons::CALENDAR_RANGE),
    (RowKind::Body, icons::USERS),
    (RowKind::Room, icons::DOOR),
    (RowKind::Person, icons::USER),
    (RowKind::Topic, icons::TAG),
    (RowKind::Document, icons::FILE_TEXT),
];

/// A table in the navigator.
#[derive(Debug)]
pub struct Section {
    /// Which.
    pub kind: RowKind,
    /// Its sign.
    pub icon: &'static str,
    /// Whether its rows are listed.
    pub is_open: bool,
    /// How many rows there are to list.
    pub count: usize,
    /// What is listed, with how deep each is indented; nothing while the table is closed.
    pub rows: Vec<(RowId, usize)>,
}

/// Everything the navigator lists.
#[derive(Debug)]
pub struct Lines {
    followed: Option<Generation>,
    words: Option<Words>,
    sections: [Section; TABLES.len()],
}

/// What rows are sought by, and which ones stay whatever they are called.
#[derive(Debug, PartialEq)]
struct Words {
    folded: String,
    chosen: BTreeSet<RowId>,
    languages: (Language, Language),
}

impl Words {
    /// Those of the filter; `None` where there are none.
    fn of(cx: &ViewContext<'_>) -> Option<Self> {
        let folded = folded(cx.filter.words.trim());
        let chosen = || cx.filter.rows.iter().copied().chain(cx.selection.focus).collect();
        let languages = (cx.texts.language(), cx.settings.title_language());
        (!folded.is_empty()).then(|| Self { folded, chosen: chosen(), languages })
    }

    fn fit(&self, cx: &ViewContext<'_>, row: RowId) -> bool {
        self.chosen.contains(&row) || folded(&phrases::row_title(cx, row)).contains(&self.folded)
    }
}

impl Default for Lines {
    fn default() -> Self {
        let section = |(kind, icon)| {
            let is_open = matches!(kind, RowKind::Event | RowKind::Body);
            Section { kind, icon, is_open, count: 0, rows: Vec::new() }
        };
        Self { followed: None, words: None, sections: TABLES.map(section) }
    }
}

impl Lines {
    /// The tables, from top to bottom.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// Opens or closes a table.
    pub fn toggle(&mut self, kind: RowKind) {
        if let Some(section) = self.sections.iter_mut().find(|section| section.kind == kind) {
            section.is_open ^= true;
            self.followed = None;
        }
    }

    /// Follows the plan and the filter.
    pub fn follow(&mut self, cx: &ViewContext<'_>) {
        let listed = |row: &RowId| TABLES.iter().any(|&(kind, _)| kind == row.kind());
        let patches = self.followed.and_then(|known| cx.workbench.since(known));
        let is_stale = patches.is_none_or(|mut patches| patches.any(|patch| patch.rows().any(|row| listed(&row))));
        let words = Words::of(cx);
        if is_stale || words != self.words {
            self.words = words;
            for section in &mut self.sections {
                section.list(cx, self.words.as_ref());
            }
        }
        self.followed = Some(cx.workbench.generation());
    }
}

impl Section {
    fn list(&mut self, cx: &ViewContext<'_>, words: Option<&Words>) {
        let mut rows = if words.is_some() || self.is_open { rows(cx, self.kind) } else { Vec::new() };
        self.count = count(cx, self.kind);
        if let Some(words) = words {
            let kept: Vec<_> = rows.iter().copied().filter(|&(row, _)| words.fit(cx, row)).collect();
            // Where no name matches, the words are about sessions.
            if !kept.is_empty() {
                rows = kept;
            }
            self.count = rows.len();
        }
        self.rows = if self.is_open { rows } else { Vec::new() };
    }
}

fn count(cx: &ViewContext<'_>, kind: RowKind) -> usize {
    match kind {
        RowKind::Event => cx.plan.events().len(),
        RowKind::Body => cx.plan.bodies().len(),
        RowKind::Room => cx.plan.rooms().len(),
        RowKind::Person => cx.plan.people().len(),
        RowKind::Topic => cx.plan.topics().len(),
        RowKind::Document => cx.plan.documents().len(),
        RowKind::Session | RowKind::Statement | RowKind::Note | RowKind::Rule | RowKind::Waiver => 0,
    }
}

/// The rows of a table with how deep each is indented.
fn rows(cx: &ViewContext<'_>, kind: RowKind) -> Vec<(RowId, usize)> {
    let plan = cx.plan;
    match kind {
        RowKind::Event => cx.index().events().iter().map(|&id| (id.into(), 0)).collect(),
        RowKind::Body => cx.index().bodies().iter().map(|&(id, depth)| (id.into(), depth)).collect(),
        RowKind::Room => cx.index().rooms().iter().map(|&id| (id.into(), 0)).collect(),
        RowKind::Person => plan.people().ids().map(|id| (id.into(), 0)).collect(),
        RowKind::Topic => plan.topics().ids().map(|id| (id.into(), 0)).collect(),
        RowKind::Document => plan.documents().ids().map(|id| (id.into(), 0)).collect(),
        RowKind::Session | RowKind::Statement | RowKind::Note | RowKind::Rule | RowKind::Waiver => Vec::new(),
    }
}
