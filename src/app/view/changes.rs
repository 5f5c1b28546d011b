//! Changes: the open plan against an earlier state of it, change by change, with what is noted of each, and ways to take
//! single ones back.
//!
//! Only lines in sight are put into words. The view changes nothing itself.

mod detail;
mod line;
mod lines;
mod table;
mod words;

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use egui::{EventFilter, Id, Key, Modifiers, Rect, Sense, Ui, UiBuilder};

use super::ghosts::{self, Moved};
use super::kind::ViewKind;
use super::{Entry, Tools, View};
use crate::app::action::Action;
use crate::app::compared::Against;
use crate::app::context::ViewContext;
use crate::app::style::{icons, size};
use crate::app::widget::focus;
use crate::app::widget::rows::Go;
use crate::edit::{Command, Taken};
use crate::merge::{Comparison, Subject};
use crate::model::{ChangedPart, Placement, Plan, RowId, Session, SessionId, Tabled as _};
use crate::texts::tid;
use detail::Detail;
use lines::{Lines, Wanted};
use table::Asked;

/// How wide the part beside the table is.
const DETAIL: f32 = 264.0;
/// How high the day below the table is.
const GHOSTS: f32 = 216.0;
/// The part beside the table is left out where the table would be narrower than this.
const LEAST_WIDTH: f32 = 420.0;
/// The day below is left out where the table would have less than this.
const LEAST_TABLE: f32 = 220.0;

/// What a change is told from others by, also after the next edit.
type Mark = (Subject, ChangedPart);

/// The table and what it remembers.
#[derive(Debug, Default)]
pub struct ChangesView {
    wanted: Wanted,
    lines: Lines,
    /// The change that keys act on.
    cursor: Option<Mark>,
    ticked: BTreeSet<Mark>,
    /// To be brought into sight.
    sought: Option<usize>,
    sought_date: Option<NaiveDate>,
    sought_row: Option<RowId>,
    detail: Detail,
    /// Whether there was a look for earlier states.
    is_listed: bool,
    ghosts: ghosts::Side,
}

/// Changes in the list of views.
pub const VIEW: Entry = Entry {
    kind: ViewKind {
        name: "changes",
        label: tid("view-changes"),
        tip: tid("view-changes-tip"),
        icon: icons::COMPARE,
        key: Key::Num5,
        with_shift: false,
        is_wide: true,
    },
    make: || Box::<ChangesView>::default(),
};

impl View for ChangesView {
    fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, _tools: &mut Tools<'_>) {
        if !std::mem::replace(&mut self.is_listed, true) {
            cx.act(Action::ListStates);
            // What was handed out last is what one asks about.
            let last = cx.plan.releases().iter().map(|release| release.number).max();
            if let (Some(last), Against::Saved) = (last, cx.compared.against()) {
                cx.act(Action::Compare(Against::Release(last)));
            }
        }
        let whole = ui.available_rect_before_wrap();
        let (Some(Ok(earlier)), Some((_, found))) = (cx.compared.other(), cx.compared.found()) else {
            return table::waiting_ui(ui, cx);
        };
        self.lines.follow(cx, found, self.wanted);
        let detail = if whole.width() > DETAIL + LEAST_WIDTH { DETAIL } else { 0.0 };
        let (left, right) = whole.split_left_right_at_x(whole.right() - detail);
        let has_ghosts = left.height() - GHOSTS >= LEAST_TABLE && !self.lines.all.is_empty();
        let (table, below) = left.split_top_bottom_at_y(left.bottom() - if has_ghosts { GHOSTS } else { 0.0 });
        if let Some(date) = self.sought_date.take() {
            let first = self.lines.all.iter().position(|line| line.day == Some(date));
            self.sought = first.or(self.sought);
        }
        if let Some(row) = self.sought_row.take()
            && let Some(at) = (0..self.lines.all.len()).find(|&at| self.mark(found, at).0 == Subject::Row(row))
        {
            (self.cursor, self.sought) = (Some(self.mark(found, at)), Some(at));
        }
        self.table_ui(ui, cx, (found, earlier), table);
        let cursor = self.cursor_line(found);
        if has_ghosts {
            let day = cursor
                .and_then(|at| self.lines.all[at].day)
                .or_else(|| self.lines.all.iter().find_map(|line| line.day));
            ghosts::ui(ui, cx, &mut self.ghosts, (below, day), |day| moved_on(cx, (found, earlier), day));
        }
        if detail == 0.0 {
            ui.allocate_rect(whole, Sense::HOVER);
            return;
        }
        let mut beside = ui.new_child(UiBuilder::new().id_salt("change").max_rect(right));
        focus::note_area(&beside, cx, focus::Area::Inspector);
        let line = cursor.map(|at| self.lines.all[at]);
        let ticked = self.taken(cx);
        self.detail.ui(&mut beside, cx, (found, earlier), (line.as_ref(), &self.lines, &ticked));
        ui.allocate_rect(whole, Sense::HOVER);
    }

    fn reveal(&mut self, row: RowId) {
        self.sought_row = Some(row);
    }

    fn show_date(&mut self, date: NaiveDate) {
        self.sought_date = Some(date);
    }

    fn has_line(&self) -> bool {
        true
    }

    fn line_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let ticked = self.taken(cx);
        if line::ui(ui, cx, &mut self.wanted, (&self.lines, ticked.len())) {
            self.ticked.clear();
            detail::take_back(cx, &ticked);
        }
    }

    fn finish(&mut self, cx: &ViewContext<'_>) -> Option<Command> {
        self.detail.finish(cx)
    }

    fn status(&self, cx: &ViewContext<'_>) -> Option<String> {
        Some(cx.text("changes-status").to_owned())
    }
}

impl ChangesView {
    fn table_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (found, earlier): (&Arc<Comparison>, &Plan), rect: Rect) {
        let ground = ui.interact(rect, Id::unique("changes-ground"), Sense::click());
        ground.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Table, true, cx.text("changes-table")));
        focus::note_part(ui.ctx(), rect, focus::Area::Sessions);
        self.keys(ui, cx, found, (ground.id, rect.height()));
        let marks = table::Marks { cursor: self.cursor, ticked: &self.ticked };
        let mut table = ui.new_child(UiBuilder::new().id_salt("changes").max_rect(rect));
        let asked = table::ui(&mut table, cx, (found, earlier), (&self.lines, marks), self.sought.take());
        match asked {
            Some(Asked::Choose(at)) => {
                self.choose(cx, found, at);
                ui.memory_mut(|memory| memory.request_focus(ground.id));
            }
            Some(Asked::Tick(at)) => self.tick(found, at),
            Some(Asked::Show(at)) => {
                if let Some((id, change)) = lines::session_of(found, self.lines.all[at].row)
                    && change.after.is_some()
                {
                    cx.act(Action::RevealIn("timeline", id.into()));
                }
            }
            None => {}
        }
    }

    fn keys(&mut self, ui: &Ui, cx: &ViewContext<'_>, found: &Comparison, (ground, height): (Id, f32)) {
        let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(ground, arrows));
        if ui.memory(|memory| memory.focused()) != Some(ground) || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        let page = (height / size::ROW) as usize;
        for (key, go) in Go::KEYS {
            let times = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
            for _ in 0..times {
                let at = go.target(self.cursor_line(found), self.lines.all.len(), page.saturating_sub(2));
                if at < self.lines.all.len() {
                    self.choose(cx, found, at);
                    self.sought = Some(at);
                }
            }
        }
        let Some(at) = self.cursor_line(found) else { return };
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space)) {
            self.tick(found, at);
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
            self.detail.enter();
        }
    }

    fn mark(&self, found: &Comparison, at: usize) -> Mark {
        let line = self.lines.all[at];
        (found.rows[line.row].subject, line.part)
    }

    fn cursor_line(&self, found: &Comparison) -> Option<usize> {
        let cursor = self.cursor?;
        (0..self.lines.all.len()).find(|&at| self.mark(found, at) == cursor)
    }

    fn choose(&mut self, cx: &ViewContext<'_>, found: &Comparison, at: usize) {
        self.cursor = Some(self.mark(found, at));
        if let Subject::Row(row) = found.rows[self.lines.all[at].row].subject
            && cx.plan.contains(row)
        {
            cx.select(row);
        }
    }

    fn tick(&mut self, found: &Comparison, at: usize) {
        let mark = self.mark(found, at);
        if !self.ticked.remove(&mark) {
            self.ticked.insert(mark);
        }
    }

    /// What is ticked and still there.
    fn taken(&self, cx: &ViewContext<'_>) -> Vec<Taken> {
        let Some((_, found)) = cx.compared.found() else { return Vec::new() };
        if self.ticked.is_empty() {
            return Vec::new();
        }
        let marks = (0..self.lines.all.len()).map(|at| self.mark(found, at));
        let ticked = marks.filter(|mark| self.ticked.contains(mark));
        ticked
            .filter_map(|(subject, part)| match subject {
                Subject::Row(row) => Some((row, part)),
                Subject::Header => None,
            })
            .collect()
    }
}

/// The sessions of a day, and where those were that are elsewhere now, or gone.
fn moved_on(cx: &ViewContext<'_>, (found, earlier): (&Comparison, &Plan), day: NaiveDate) -> Moved {
    let changed = Session::of_patch(&found.patch);
    let is_today = |at: &Placement| at.start.date() == day;
    let before: Vec<(SessionId, Placement)> = changed
        .iter()
        .filter_map(|(&id, change)| {
            let was = earlier.sessions().get(id)?.placement.clone()?;
            let is = change.after.as_ref().and_then(|row| row.placement.as_ref());
            (is_today(&was) && is != Some(&was)).then_some((id, was))
        })
        .collect();
    let placed = cx.index().sessions_on(day).iter().filter_map(|&id| {
        let at = cx.plan.sessions().get(id)?.placement.clone()?;
        Some((id, at, changed.contains_key(&id)))
    });
    let now = placed.filter(|(_, at, _)| is_today(at)).collect();
    Moved { now, before, is_proposed: false }
}
