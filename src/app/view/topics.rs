//! Topics: what regions bring, against what deals with it (§4.9–4.24). Rows are topics, by likeness or by region; columns are
//! items of the interregional meetings and sessions of the conference; a dashed box is where a topic is missing.

mod build;
mod columns;
mod deeds;
mod keys;
mod known;
mod layout;
mod line;
mod summary;
mod table;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use egui::{Id, Key, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::kind::ViewKind;
use super::{Entry, Tools, View};
use crate::app::action::{Action, UiCommand};
use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::{fields, focus};
use crate::model::{RowId, TopicId};
use crate::texts::{Value, tid};
use build::Build;
use known::{Known, Wanted};
use layout::{Layout, Widths};
use table::{Asked, Marks};

/// What is looked at, and what is done to it.
#[derive(Debug)]
pub struct TopicsView {
    wanted: Wanted,
    known: Option<Known>,
    ticked: BTreeSet<TopicId>,
    /// The cell that keys act on: its topic, and its column, of which the first is the topic itself.
    cursor: Option<(TopicId, usize)>,
    /// The group that is looked at, by its name.
    group: Option<String>,
    /// The first column that is drawn, where there is no room for all.
    first: usize,
    building: Option<Build>,
    /// Whether the summary was opened or closed by hand; else it shows where all columns have room beside it.
    summary: Option<bool>,
    /// Whether it shows.
    has_summary: bool,
    /// What was selected when the view last looked.
    selected: Option<RowId>,
    /// Whether the cursor is to be brought into sight.
    sought: bool,
    takes_keyboard: bool,
}

impl Default for TopicsView {
    fn default() -> Self {
        Self {
            wanted: Wanted { by_likeness: true, ..Wanted::default() },
            known: None,
            ticked: BTreeSet::new(),
            cursor: None,
            group: None,
            first: 0,
            building: None,
            summary: None,
            has_summary: false,
            selected: None,
            sought: false,
            takes_keyboard: false,
        }
    }
}

/// Topics in the list of views.
pub const VIEW: Entry = Entry {
    kind: ViewKind {
        name: "topics",
        label: tid("view-topics"),
        tip: tid("view-topics-tip"),
        icon: icons::TAG,
        key: Key::I,
        with_shift: true,
        is_wide: true,
    },
    make: || Box::<TopicsView>::default(),
};

/// How wide the summary is, and how wide the view must be to have one at all, in points.
const SUMMARY: (f32, f32) = (276.0, 640.0);

impl View for TopicsView {
    fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, _tools: &mut Tools<'_>) {
        let whole = ui.available_rect_before_wrap();
        let known = Known::of(self.known.take(), cx, &self.wanted);
        self.follow(cx, &known);
        let is_building = self.building.is_some();
        let widths = Widths::of(ui, cx, &known);
        let has_room = whole.width() >= layout::least(&known, &widths) + SUMMARY.0;
        let is_wanted = self.summary.unwrap_or(self.group.is_some() || (has_room && !cx.panels.1));
        self.has_summary = is_wanted && whole.width() >= SUMMARY.1;
        let has_summary = is_building || self.has_summary;
        let split = if has_summary { whole.right() - SUMMARY.0.min(whole.width() * 0.6) } else { whole.right() };
        let (left, right) = whole.split_left_right_at_x(split);
        let ground = ui.interact(left, Id::unique("topics-ground"), Sense::click());
        ground.widget_info(|| WidgetInfo::labeled(Role::Table, true, cx.text("view-topics")));
        focus::note_part(ui.ctx(), whole, focus::Area::Sessions);
        if std::mem::take(&mut self.takes_keyboard) || ground.clicked() {
            ui.memory_mut(|memory| memory.request_focus(ground.id));
        }
        self.keys(ui, cx, &known, (ground.id, left.height()));
        if known.rows.is_empty() {
            let empty = if cx.plan.topics().is_empty() { tid("topics-none") } else { tid("topics-none-shown") };
            ui.scope_builder(UiBuilder::new().max_rect(left.shrink(24.0)), |ui| {
                ui.vertical_centered(|ui| fields::note(ui, cx, cx.text(empty)));
            });
        } else {
            self.table_ui(ui, cx, (&known, &widths), (left, ground.id));
        }
        if has_summary {
            ui.painter().rect_filled(right, 0.0, cx.theme.ground);
            ui.painter().vline(right.left() + 0.5, right.y_range(), (1.0, cx.theme.line_strong));
            let inner = right.shrink2(vec2(12.0, 0.0));
            ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| self.beside_ui(ui, cx, &known));
        }
        self.known = Some(known);
        ui.allocate_rect(whole, Sense::HOVER);
    }

    fn take_keyboard(&mut self) {
        self.takes_keyboard = true;
    }

    fn reveal(&mut self, row: RowId) {
        if let RowId::Topic(id) = row {
            let column = self.cursor.map_or(0, |(_, column)| column);
            (self.cursor, self.sought) = (Some((id, column)), true);
        }
    }

    fn show_date(&mut self, _date: NaiveDate) {}

    fn takes_letters(&self) -> bool {
        true
    }

    fn takes_keys_of(&self, command: UiCommand) -> bool {
        command == UiCommand::SelectNone && (self.building.is_some() || !self.ticked.is_empty())
    }

    fn has_line(&self) -> bool {
        true
    }

    fn line_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let known = Known::of(self.known.take(), cx, &self.wanted);
        self.line(ui, cx, &known);
        self.known = Some(known);
    }

    fn typing(&self, cx: &ViewContext<'_>) -> Option<String> {
        // What is ticked is about to be changed, whatever else is selected.
        if self.ticked.is_empty() { None } else { self.status(cx) }
    }

    fn status(&self, cx: &ViewContext<'_>) -> Option<String> {
        let known = self.known.as_ref()?;
        let mut said = vec![cx.texts.text_with("topics-count", &[("count", Value::from(cx.plan.topics().len()))])];
        if !self.ticked.is_empty() {
            said.push(cx.texts.text_with("topics-ticked", &[("count", Value::from(self.ticked.len()))]));
        }
        for &(event, count) in &known.without_item {
            let event = cx.plan.events().get(event);
            let event = event.map(|event| cx.short_name(&event.code, &event.title)).unwrap_or_default();
            let values = [("count", Value::from(count)), ("event", Value::from(event))];
            said.push(cx.texts.text_with("topics-without-item", &values));
        }
        Some(said.join(" · "))
    }
}

impl TopicsView {
    /// Follows what is selected elsewhere, and forgets what is not there any more.
    fn follow(&mut self, cx: &ViewContext<'_>, known: &Known) {
        let focus = cx.selection.focus;
        if self.selected != focus {
            self.selected = focus;
            if let Some(RowId::Topic(id)) = focus {
                let column = self.cursor.map_or(0, |(_, column)| column);
                (self.cursor, self.sought, self.group) = (Some((id, column)), true, None);
            }
        }
        self.ticked.retain(|&id| cx.plan.topics().contains(id));
        let is_there = |&(id, _): &(TopicId, usize)| known.row_of(id).is_some();
        self.cursor = self.cursor.filter(is_there).map(|(id, column)| (id, column.min(known.columns.len())));
        self.first = self.first.min(known.columns.len().saturating_sub(1));
        self.group = self.group.take().filter(|name| known.groups.iter().any(|group| group.name == *name));
    }

    fn table_ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        (known, widths): (&Known, &Widths),
        (rect, ground): (egui::Rect, Id),
    ) {
        let sought = std::mem::take(&mut self.sought).then_some(self.cursor).flatten();
        let mut layout = Layout::new(known, rect, (widths, self.first));
        if let Some((_, column)) = sought.filter(|(_, column)| *column > 0) {
            self.first = layout.first_for(known, column - 1);
            layout = Layout::new(known, rect, (widths, self.first));
        }
        self.scroll_columns(ui, &layout, rect);
        let has_keyboard = ui.memory(|memory| memory.focused()) == Some(ground);
        let marks = Marks {
            ticked: &self.ticked,
            cursor: (self.cursor, has_keyboard),
            group: self.group.as_deref(),
            sought: sought.and_then(|(id, _)| known.row_of(id)),
        };
        match table::ui(ui, cx, (&layout, known), &marks, rect) {
            Some(Asked::Choose(row, column)) => self.choose(cx, known, (row, column)),
            Some(Asked::Tick(row)) => {
                let topic = known.rows[row].topic;
                if !self.ticked.remove(&topic) {
                    self.ticked.insert(topic);
                }
                self.takes_keyboard = true;
            }
            Some(Asked::TickAll) => {
                let shown: BTreeSet<TopicId> = known.rows.iter().map(|row| row.topic).collect();
                self.ticked = if shown.is_subset(&self.ticked) { BTreeSet::new() } else { shown };
            }
            Some(Asked::Group(at)) => {
                self.group = known.groups.get(at).map(|group| group.name.clone());
                self.takes_keyboard = true;
            }
            Some(Asked::Enter(row, column)) => {
                self.choose(cx, known, (row, column));
                self.enter(cx, known);
            }
            None => {}
        }
    }

    /// Turning the wheel to the side brings other columns into sight.
    fn scroll_columns(&mut self, ui: &Ui, layout: &Layout, rect: egui::Rect) {
        let aside = ui.input(|input| input.smooth_scroll_delta().x);
        let is_over = ui.rect_contains_pointer(rect);
        if is_over && aside.abs() > 4.0 && layout.is_cut {
            self.first = if aside < 0.0 { self.first + 1 } else { self.first.saturating_sub(1) };
        }
    }

    /// Puts the cursor on a cell, and selects its topic.
    fn choose(&mut self, cx: &ViewContext<'_>, known: &Known, (row, column): (usize, usize)) {
        let Some(at) = known.rows.get(row) else { return };
        (self.cursor, self.sought, self.group) = (Some((at.topic, column)), true, None);
        self.takes_keyboard = true;
        if cx.selection.focus != Some(at.topic.into()) {
            self.selected = Some(at.topic.into());
            cx.select(at.topic);
        }
        cx.act(Action::Say(table::cell_words(cx, known, (row, column.checked_sub(1)))));
    }

    /// The topics that are meant: those that are ticked, else the one with the cursor.
    fn meant(&self, known: &Known) -> Vec<TopicId> {
        if self.ticked.is_empty() {
            return self.cursor.map(|(id, _)| id).into_iter().collect();
        }
        let shown = known.rows.iter().map(|row| row.topic).filter(|id| self.ticked.contains(id));
        let mut all: Vec<TopicId> = shown.collect();
        all.extend(self.ticked.iter().filter(|&&id| known.row_of(id).is_none()));
        all
    }
}
