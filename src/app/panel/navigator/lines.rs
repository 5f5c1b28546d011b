//! What the navigator lists, from top to bottom; worked out once per change.

use std::collections::BTreeSet;

use crate::app::context::ViewContext;
use crate::app::filter::folded;
use crate::app::phrases;
use crate::app::style::{icons, size};
use crate::model::{EventId, Kind, Language, Patch, RoomId, RowId, RowKind, Session, SessionKind};
use crate::texts::{names, tid};
use crate::workbench::Generation;

use super::groups::{Group, grouped};

/// What is listed under one head.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Table {
    Events,
    Kinds,
    Bodies,
    Rooms,
    People,
    Topics,
    Documents,
}

impl Table {
    /// All of them, from top to bottom.
    pub const ALL: [Self; 7] =
        [Self::Events, Self::Kinds, Self::Bodies, Self::Rooms, Self::People, Self::Topics, Self::Documents];

    /// Which rows of the plan it lists, and nothing else; kinds of sessions are built in as well.
    #[must_use]
    pub fn rows(self) -> Option<RowKind> {
        match self {
            Self::Events => Some(RowKind::Event),
            Self::Kinds => None,
            Self::Bodies => Some(RowKind::Body),
            Self::Rooms => Some(RowKind::Room),
            Self::People => Some(RowKind::Person),
            Self::Topics => Some(RowKind::Topic),
            Self::Documents => Some(RowKind::Document),
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.rows().map_or(tid("navigator-kinds"), names::rows)
    }

    /// What it is called where there is little room.
    #[must_use]
    pub fn short_name(self) -> &'static str {
        match self {
            Self::Events => tid("navigator-events-short"),
            Self::Documents => tid("navigator-documents-short"),
            _ => self.name(),
        }
    }

    /// Its sign.
    #[must_use]
    pub fn icon(self) -> &'static str {
        match self {
            Self::Events => icons::CALENDAR_DAYS,
            Self::Kinds => icons::TAG,
            Self::Bodies => icons::LANDMARK,
            Self::Rooms => icons::DOOR,
            Self::People => icons::USERS,
            Self::Topics => icons::HASH,
            Self::Documents => icons::FILE_TEXT,
        }
    }

    fn place(self) -> usize {
        self as usize
    }
}

/// One line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Line {
    /// The head of a table.
    Head(Table),
    /// The head of a group of events.
    Group(Group, usize),
    /// A row of the plan, and how deep it stands.
    Row(RowId, u8),
    /// A kind of session.
    Kind(Kind),
    /// So many events of the preparation that are not listed, or are because this was clicked.
    More(usize),
    /// That a table has no rows.
    Empty(Table),
}

impl Line {
    /// How high it is.
    #[must_use]
    pub fn height(self) -> f32 {
        if matches!(self, Self::Group(..)) { size::TARGET } else { size::ROW }
    }
}

/// Fewer events without sessions are not worth a fold.
const LEAST_FOLDED: usize = 4;

/// Everything the navigator lists.
#[derive(Debug)]
pub struct Lines {
    followed: Option<Generation>,
    words: Option<Words>,
    focus: Option<RowId>,
    open: [bool; Table::ALL.len()],
    open_groups: [bool; Group::ALL.len()],
    is_preparation_open: bool,
    counts: [usize; Table::ALL.len()],
    kinds: [usize; SessionKind::ALL.len()],
    /// Each with its upper edge.
    placed: Vec<(f32, Line)>,
    height: f32,
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
        let mut open = [false; Table::ALL.len()];
        open[Table::Events.place()] = true;
        Self {
            followed: None,
            words: None,
            focus: None,
            open,
            open_groups: Group::ALL.map(Group::opens_first),
            is_preparation_open: false,
            counts: [0; Table::ALL.len()],
            kinds: [0; SessionKind::ALL.len()],
            placed: Vec::new(),
            height: 0.0,
        }
    }
}

impl Lines {
    /// How high all lines are together.
    pub fn height(&self) -> f32 {
        self.height
    }

    /// The lines between two heights, each with its upper and lower edge.
    pub fn between(&self, top: f32, bottom: f32) -> impl Iterator<Item = (f32, f32, Line)> {
        let first = self.placed.partition_point(|&(at, line)| at + line.height() <= top);
        let inside = self.placed[first..].iter().take_while(move |&&(at, _)| at < bottom);
        inside.map(|&(at, line)| (at, at + line.height(), line))
    }

    /// All lines, each with its upper edge.
    pub fn all(&self) -> &[(f32, Line)] {
        &self.placed
    }

    /// The upper edge of the head of a table.
    pub fn top_of(&self, table: Table) -> Option<f32> {
        self.placed.iter().find(|(_, line)| *line == Line::Head(table)).map(|&(top, _)| top)
    }

    /// The rooms that are listed, from top to bottom.
    pub fn rooms(&self) -> Vec<RoomId> {
        let room = |(_, line): &(f32, Line)| match line {
            Line::Row(RowId::Room(id), _) => Some(*id),
            _ => None,
        };
        self.placed.iter().filter_map(room).collect()
    }

    /// How many rows a table lists.
    pub fn count(&self, table: Table) -> usize {
        self.counts[table.place()]
    }

    /// How many sessions are of a kind.
    pub fn sessions_of(&self, cx: &ViewContext<'_>, kind: Kind) -> usize {
        match kind {
            Kind::BuiltIn(kind) => self.kinds[kind as usize],
            Kind::Own(id) => cx.index().sessions_of(id).len(),
        }
    }

    /// Counts a session under its built-in kind; own kinds are counted by the index.
    fn count_kind(&mut self, session: &Session, by: isize) {
        if let Kind::BuiltIn(kind) = session.called() {
            let count = &mut self.kinds[kind as usize];
            *count = count.saturating_add_signed(by);
        }
    }

    /// Whether a table is open.
    pub fn is_open(&self, table: Table) -> bool {
        self.open[table.place()]
    }

    /// Whether a group is open.
    pub fn is_group_open(&self, group: Group) -> bool {
        self.open_groups[group as usize]
    }

    /// Whether events of the preparation without sessions are listed, too.
    pub fn is_preparation_open(&self) -> bool {
        self.is_preparation_open
    }

    /// Opens or closes what a line stands for.
    pub fn toggle(&mut self, line: Line) {
        match line {
            Line::Head(table) => self.open[table.place()] ^= true,
            Line::Group(group, _) => self.open_groups[group as usize] ^= true,
            Line::More(_) => self.is_preparation_open ^= true,
            Line::Row(..) | Line::Kind(_) | Line::Empty(_) => return,
        }
        self.words = None;
        self.placed.clear();
    }

    /// Opens a table.
    pub fn open(&mut self, table: Table) {
        self.open[table.place()] = true;
        self.placed.clear();
    }

    /// Follows the plan, the filter and what is selected.
    pub fn follow(&mut self, cx: &ViewContext<'_>) {
        let mut is_stale = self.placed.is_empty();
        match self.followed.and_then(|known| cx.workbench.since(known)) {
            Some(patches) => {
                for patch in patches {
                    is_stale |= changes_lines(patch);
                    for (_, change) in patch.changes::<Session>() {
                        if let Some(session) = change.before.as_deref() {
                            self.count_kind(session, -1);
                        }
                        if let Some(session) = change.after.as_deref() {
                            self.count_kind(session, 1);
                        }
                    }
                }
            }
            None => {
                is_stale = true;
                self.kinds = [0; SessionKind::ALL.len()];
                for session in cx.plan.sessions().iter() {
                    self.count_kind(session, 1);
                }
            }
        }
        let words = Words::of(cx);
        // An event that is selected is listed even where others like it are folded.
        let focus = cx.selection.focus.filter(|row| matches!(row, RowId::Event(_)));
        if is_stale || words != self.words || focus != self.focus {
            (self.words, self.focus) = (words, focus);
            self.list(cx);
        }
        self.followed = Some(cx.workbench.generation());
    }

    fn list(&mut self, cx: &ViewContext<'_>) {
        self.placed.clear();
        self.height = 0.0;
        for table in Table::ALL {
            self.push(Line::Head(table));
            let is_open = self.open[table.place()];
            let listed = match table.rows() {
                None => {
                    if is_open {
                        for kind in cx.all_kinds() {
                            self.push(Line::Kind(kind));
                        }
                    }
                    count(cx, table)
                }
                Some(_) if !is_open && self.words.is_none() => count(cx, table),
                Some(_) => {
                    let rows = self.sought(cx, rows(cx, table));
                    match table {
                        _ if !is_open => {}
                        Table::Events => self.list_events(cx, &rows),
                        _ => rows.iter().for_each(|&(row, depth)| self.push(Line::Row(row, depth))),
                    }
                    rows.len()
                }
            };
            if is_open && listed == 0 {
                self.push(Line::Empty(table));
            }
            self.counts[table.place()] = listed;
        }
    }

    /// The rows whose names have the words of the filter; all where none has, for then the words are about sessions.
    fn sought(&self, cx: &ViewContext<'_>, rows: Vec<(RowId, u8)>) -> Vec<(RowId, u8)> {
        let Some(words) = &self.words else { return rows };
        let kept: Vec<_> = rows.iter().copied().filter(|&(row, _)| words.fit(cx, row)).collect();
        if kept.is_empty() { rows } else { kept }
    }

    fn list_events(&mut self, cx: &ViewContext<'_>, rows: &[(RowId, u8)]) {
        let events: Vec<EventId> =
            rows.iter().filter_map(|&(row, _)| if let RowId::Event(id) = row { Some(id) } else { None }).collect();
        for (group, events) in grouped(cx.plan, cx.index().main_event(), &events) {
            self.push(Line::Group(group, events.len()));
            if self.words.is_none() && !self.open_groups[group as usize] {
                continue;
            }
            let has_sessions = |id: EventId| !cx.index().sessions_of(id).is_empty();
            let without = events.iter().filter(|&&id| !has_sessions(id)).count();
            let folds = group == Group::Before && self.words.is_none() && without >= LEAST_FOLDED;
            for id in events {
                let is_shown = !folds || self.is_preparation_open || has_sessions(id) || self.focus == Some(id.into());
                if is_shown {
                    self.push(Line::Row(id.into(), 0));
                }
            }
            if folds {
                self.push(Line::More(without));
            }
        }
    }

    fn push(&mut self, line: Line) {
        self.placed.push((self.height, line));
        self.height += line.height();
    }
}

/// Whether other lines may be listed after a patch: rows have changed, or an event has got its first session.
fn changes_lines(patch: &Patch) -> bool {
    let in_table = |row: RowId| Table::ALL.iter().any(|table| table.rows() == Some(row.kind()));
    let listed = |row: RowId| row.kind() == RowKind::Kind || in_table(row);
    patch.rows().any(listed) || patch.changes::<Session>().any(|(_, change)| change.differs(|session| session.event))
}

fn count(cx: &ViewContext<'_>, table: Table) -> usize {
    match table {
        Table::Events => cx.plan.events().len(),
        Table::Kinds => cx.all_kinds().count(),
        Table::Bodies => cx.plan.bodies().len(),
        Table::Rooms => cx.plan.rooms().len(),
        Table::People => cx.plan.people().len(),
        Table::Topics => cx.plan.topics().len(),
        Table::Documents => cx.plan.documents().len(),
    }
}

/// The rows of a table with how deep each stands.
fn rows(cx: &ViewContext<'_>, table: Table) -> Vec<(RowId, u8)> {
    let plan = cx.plan;
    match table {
        Table::Events => cx.index().events().iter().map(|&id| (id.into(), 0)).collect(),
        Table::Kinds => Vec::new(),
        Table::Bodies => {
            cx.index().bodies().iter().map(|&(id, depth)| (id.into(), u8::try_from(depth).unwrap_or(u8::MAX))).collect()
        }
        Table::Rooms => cx.index().rooms().iter().map(|&id| (id.into(), 0)).collect(),
        Table::People => plan.people().ids().map(|id| (id.into(), 0)).collect(),
        Table::Topics => plan.topics().ids().map(|id| (id.into(), 0)).collect(),
        Table::Documents => plan.documents().ids().map(|id| (id.into(), 0)).collect(),
    }
}
