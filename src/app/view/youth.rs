//! The youth celebration (§7.1): the elements of its programme against its sessions, the groups of its visits with their
//! transport, and whether it is before the conference and without outcome documents.
//!
//! Elements and groups are fields of sessions; everything else follows ([`crate::model::celebration`]).

mod deeds;
mod known;
mod line;
mod matrix;
mod summary;

use std::rc::Rc;

use chrono::NaiveDate;
use egui::{EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::kind::ViewKind;
use super::{Entry, Tools, View};
use crate::app::action::{Action, UiCommand};
use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};
use crate::app::widget::cells::{ROW, cell, text};
use crate::app::widget::sheet::{Asked, Sheet, Shown};
use crate::app::widget::{fields, focus};
use crate::edit::Command;
use crate::model::{EventId, RowId, SessionId};
use crate::texts::{Value, tid};
use known::{GROUPS, Known};

/// What is looked at.
#[derive(Debug, Default)]
pub struct YouthView {
    /// Which celebration, where there are several.
    event: Option<EventId>,
    known: Option<Rc<Known>>,
    /// The cell that keys act on: which element, and which session, of which the first place is the element itself.
    cursor: (usize, usize),
    /// The first session that is drawn, where there is no room for all.
    first: usize,
    groups: Sheet<known::GroupKey>,
    selected: Option<RowId>,
    /// Whether the cursor is to be brought into sight.
    sought: bool,
    takes_keyboard: bool,
}

/// The youth celebration in the list of views.
pub const VIEW: Entry = Entry {
    kind: ViewKind {
        name: "youth",
        label: tid("view-youth"),
        tip: tid("view-youth-tip"),
        icon: icons::STAR,
        key: Key::H,
        with_shift: true,
        is_wide: true,
    },
    make: || Box::<YouthView>::default(),
};

/// How wide the summary is, and how wide the view must be to have one, in points.
const SUMMARY: (f32, f32) = (300.0, 940.0);
/// How high the title above the groups is.
const TITLE: f32 = 40.0;

impl View for YouthView {
    fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, _tools: &mut Tools<'_>) {
        let whole = ui.available_rect_before_wrap();
        focus::note_part(ui.ctx(), whole, focus::Area::Sessions);
        let Some(known) = self.known(cx) else {
            ui.add_space(24.0);
            ui.vertical_centered(|ui| fields::note(ui, cx, cx.text("youth-none")));
            return;
        };
        self.follow(cx, &known);
        let has_summary = whole.width() >= SUMMARY.1 && !cx.panels.1;
        let split = if has_summary { whole.right() - SUMMARY.0 } else { whole.right() };
        let (left, right) = whole.split_left_right_at_x(split);
        let high = matrix::height(&known, whole.height() - TITLE - 2.0 * ROW);
        let (above, below) = left.split_top_bottom_at_y(left.top() + high);
        self.matrix_ui(ui, cx, &known, above);
        self.groups_ui(ui, cx, &known, below);
        if has_summary {
            ui.painter().rect_filled(right, 0.0, cx.theme.ground);
            ui.painter().vline(right.left() + 0.5, right.y_range(), (1.0, cx.theme.line_strong));
            let inner = right.shrink2(vec2(12.0, 0.0));
            ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| summary::ui(ui, cx, &known));
        }
        ui.allocate_rect(whole, Sense::HOVER);
    }

    fn take_keyboard(&mut self) {
        self.takes_keyboard = true;
    }

    fn reveal(&mut self, row: RowId) {
        match row {
            RowId::Event(id) => self.event = Some(id),
            RowId::Session(_) => self.selected = None,
            _ => {}
        }
    }

    fn show_date(&mut self, _date: NaiveDate) {}

    fn takes_letters(&self) -> bool {
        true
    }

    fn takes_keys_of(&self, command: UiCommand) -> bool {
        command == UiCommand::SelectNone && self.groups.is_typing()
    }

    fn awaits_focus(&self) -> bool {
        self.groups.awaits_focus()
    }

    fn finish(&mut self, cx: &ViewContext<'_>) -> Option<Command> {
        let (key, column, text) = self.groups.finish()?;
        deeds::typed(cx, key, column, &text).ok().flatten()
    }

    fn has_line(&self) -> bool {
        true
    }

    fn line_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let Some(known) = self.known(cx) else { return };
        match line::ui(ui, cx, &known) {
            Some(line::Asked::Event(event)) => self.event = Some(event),
            Some(line::Asked::AddGroup) => self.add_group(cx, &known),
            None => {}
        }
    }

    fn status(&self, cx: &ViewContext<'_>) -> Option<String> {
        let known = self.known.as_ref()?;
        let values = [
            ("served", Value::from(known.rows.iter().filter(|row| row.is_served).count())),
            ("all", Value::from(known.rows.len())),
            ("groups", Value::from(known.visitors.groups)),
            ("flawed", Value::from(known.visitors.flawed)),
        ];
        Some(cx.texts.text_with("youth-status", &values))
    }
}

impl YouthView {
    /// What is known of the celebration that is looked at; `None` where the plan has none.
    fn known(&mut self, cx: &ViewContext<'_>) -> Option<Rc<Known>> {
        let key = (cx.workbench.generation(), cx.settings.title_language(), self.event);
        if self.known.as_ref().is_none_or(|known| known.key != key) {
            self.known = Known::of(cx, key).map(Rc::new);
        }
        self.known.clone()
    }

    /// Follows what is selected elsewhere, and forgets what is not there any more.
    fn follow(&mut self, cx: &ViewContext<'_>, known: &Known) {
        let focus = cx.selection.focus;
        if self.selected != focus {
            self.selected = focus;
            let place = known.columns.iter().position(|column| focus == Some(column.session.into()));
            if let Some(place) = place {
                (self.cursor.1, self.sought) = (place + 1, true);
            }
        }
        self.cursor.1 = self.cursor.1.min(known.columns.len());
        self.first = self.first.min(known.columns.len().saturating_sub(1));
        // A group that was added just now is there in the next frame.
        let begins = self.groups.awaits_focus();
        self.groups.cursor =
            self.groups.cursor.filter(|(key, _)| begins || known.lines.iter().any(|line| line.id == *key));
    }

    fn matrix_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, known: &Known, rect: Rect) {
        let ground = ui.interact(rect, Id::unique("youth-ground"), Sense::click());
        ground.widget_info(|| WidgetInfo::labeled(Role::Table, true, cx.text("youth-elements")));
        if std::mem::take(&mut self.takes_keyboard) || ground.clicked() {
            ui.memory_mut(|memory| memory.request_focus(ground.id));
        }
        self.keys(ui, cx, known, ground.id);
        let places = matrix::Places::of(known, rect, self.first);
        if std::mem::take(&mut self.sought) && self.cursor.1 > 0 {
            self.first = places.first_for(self.cursor.1 - 1);
        }
        let places = matrix::Places::of(known, rect, self.first);
        let has_keyboard = ui.memory(|memory| memory.focused()) == Some(ground.id);
        match matrix::ui(ui, cx, (known, &places), (self.cursor, has_keyboard), rect) {
            Some(matrix::Asked::Choose(row)) => {
                (self.cursor, self.takes_keyboard) = ((row, 0), true);
                cx.select(known.event);
            }
            Some(matrix::Asked::Toggle(row, column)) => {
                (self.cursor, self.takes_keyboard) = ((row, column + 1), true);
                toggle(cx, known, (row, column));
            }
            Some(matrix::Asked::Session(session, is_twice)) => {
                self.takes_keyboard = true;
                if is_twice { open(cx, session) } else { cx.select(session) }
            }
            Some(matrix::Asked::Turn(by)) => self.first = self.first.saturating_add_signed(by),
            None => {}
        }
    }

    /// Arrows go from cell to cell; Space says that a session serves an element, or not any more.
    fn keys(&mut self, ui: &Ui, cx: &ViewContext<'_>, known: &Known, ground: Id) {
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(ground, arrows));
        if ui.memory(|memory| memory.focused()) != Some(ground) || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (row, column) = self.cursor;
        for (key, to) in [
            (Key::ArrowUp, (row.saturating_sub(1), column)),
            (Key::ArrowDown, ((row + 1).min(known.rows.len() - 1), column)),
            (Key::ArrowLeft, (row, column.saturating_sub(1))),
            (Key::ArrowRight, (row, (column + 1).min(known.columns.len()))),
            (Key::Home, (row, 0)),
            (Key::End, (row, known.columns.len())),
        ] {
            if pressed(key) {
                (self.cursor, self.sought) = (to, true);
                cx.act(Action::Say(matrix::spoken(cx, known, to)));
                if let Some(column) = to.1.checked_sub(1).and_then(|at| known.columns.get(at)) {
                    self.selected = Some(column.session.into());
                    cx.select(column.session);
                }
            }
        }
        let (row, column) = self.cursor;
        let session = column.checked_sub(1).and_then(|at| known.columns.get(at));
        if pressed(Key::Space)
            && let Some(column) = column.checked_sub(1)
        {
            toggle(cx, known, (row, column));
        }
        if pressed(Key::Enter) {
            match session {
                Some(column) => open(cx, column.session),
                None => cx.act(Action::Inspect(known.event.into())),
            }
        }
        if pressed(Key::Insert) {
            self.add_group(cx, known);
        }
    }

    /// The groups of the visits, and what they come to together.
    fn groups_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, known: &Known, rect: Rect) {
        let (above, below) = rect.split_top_bottom_at_y(rect.top() + TITLE);
        let painter = ui.painter_at(above);
        let words = egui::RichText::new(cx.text("youth-visits")).font(Type::Head.font()).color(cx.theme.text);
        let wide = text(ui, &painter, cell(above, (12.0, above.width() * 0.5)), words);
        let sum = known.sum(cx);
        let words = egui::RichText::new(&sum).font(Type::Small.font()).color(cx.theme.text_2);
        let place = cell(above, (24.0 + wide, above.width() - 12.0));
        text(ui, &painter, place, words);
        let told = ui.interact(place, Id::unique("youth-sum"), Sense::HOVER);
        told.widget_info(|| WidgetInfo::labeled(Role::Label, true, &sum));
        let title = cx.text("youth-visits");
        let shown = Shown { name: "visits", title, heads: &GROUPS, own: &[], lines: &known.lines, grows: true };
        if let Some(asked) = self.groups.ui(ui, cx, below, &shown) {
            self.asked_of_groups(cx, known, asked);
        }
        if known.lines.is_empty() {
            let rect = below.with_min_y(below.top() + 1.5 * ROW).shrink2(vec2(12.0, 0.0));
            let mut child = ui.new_child(UiBuilder::new().id_salt("no groups").max_rect(rect));
            let words = if known.visit().is_some() { tid("youth-no-groups") } else { tid("youth-no-visit") };
            fields::note(&mut child, cx, cx.text(words));
        }
    }

    fn asked_of_groups(&mut self, cx: &ViewContext<'_>, known: &Known, asked: Asked<known::GroupKey>) {
        match asked {
            Asked::Choose((session, _)) => {
                self.selected = Some(session.into());
                cx.select(session);
            }
            Asked::Open((session, _)) => open(cx, session),
            Asked::Typed(key, column, text) => deeds::take(cx, column, deeds::typed(cx, key, column, &text), &text),
            Asked::Remove(key) => _ = deeds::removed(cx, key).map(|command| cx.perform(command)),
            Asked::Add => self.add_group(cx, known),
            Asked::Step(..) | Asked::Back(..) => {}
        }
    }

    /// A new group of the visit that is looked at, whose name is to be typed.
    fn add_group(&mut self, cx: &ViewContext<'_>, known: &Known) {
        let looked_at = self.groups.cursor.map(|((session, _), _)| session);
        let selected = cx.selection.focus.and_then(|row| SessionId::try_from(row).ok());
        let visit = looked_at.or(selected.filter(|&id| known.is_visit(id))).or(known.visit());
        match visit.and_then(|id| deeds::added(cx, id)) {
            Some((key, name, command)) => {
                self.groups.begin((key, known::NAME), name);
                cx.perform(command);
            }
            None => cx.act(Action::Tell(crate::app::action::Message {
                text: cx.text("youth-no-visit").to_owned(),
                is_error: true,
            })),
        }
    }
}

/// Says that a session serves an element, or that it does not any more.
fn toggle(cx: &ViewContext<'_>, known: &Known, (row, column): (usize, usize)) {
    let (Some(row), Some(column)) = (known.rows.get(row), known.columns.get(column)) else { return };
    if let Some(command) = deeds::toggled(cx, column.session, row.element) {
        cx.perform(command);
    }
}

/// Shows all of a session, in the inspector.
fn open(cx: &ViewContext<'_>, session: SessionId) {
    cx.select(session);
    if !cx.panels.1 {
        cx.run(UiCommand::ToggleInspector);
    }
}
