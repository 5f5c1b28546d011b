//! Agenda: what a session, or several that share one agenda, have to deal with, item by item, with times that follow.
//!
//! Rows are worked out once for each state of the plan, and only those in sight are put into words. The view changes nothing
//! itself.

mod dragging;
mod keys;
mod line;
mod rows;
mod table;
mod typing;

use std::rc::Rc;

use chrono::NaiveDate;
use egui::{Id, Key, Modifiers, Rect, Sense, Ui, UiBuilder};

use super::kind::ViewKind;
use super::{Entry, Tools, View};
use crate::app::action::UiCommand;
use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::cells::Shown;
use crate::app::widget::focus;
use crate::app::widget::items::added;
use crate::app::widget::menus;
use crate::app::widget::rows::Go;
use crate::edit::Command;
use crate::edit::agenda::Spot;
use crate::model::agenda::Agenda;
use crate::model::{AgendaItemId, RowId, SessionId, SessionKind};
use crate::texts::tid;
use crate::workbench::Generation;
use dragging::Dragged;
use rows::Row;
use table::{Asked, Marks};
use typing::{Cell, Ended, Onward, Typing, What};

/// The table and what it remembers.
#[derive(Debug, Default)]
pub struct AgendaView {
    /// A session of the agenda that is shown.
    session: Option<SessionId>,
    known: Option<(Generation, SessionId, Rc<Vec<Row>>)>,
    /// What was selected when the view last looked.
    selected: Option<RowId>,
    /// The row that keys act on.
    cursor: Option<RowId>,
    /// To be brought into sight.
    sought: Option<RowId>,
    sought_date: Option<NaiveDate>,
    typing: Option<Typing>,
    dragged: Option<Dragged>,
    /// Whether the table gets the keyboard in the next frame.
    takes_keyboard: bool,
}

/// Agenda in the list of views.
pub const VIEW: Entry = Entry {
    kind: ViewKind {
        name: "agenda",
        label: tid("view-agenda"),
        tip: tid("view-agenda-tip"),
        icon: icons::LIST_ORDERED,
        key: Key::Num6,
        with_shift: false,
        is_wide: false,
    },
    make: || Box::<AgendaView>::default(),
};

impl View for AgendaView {
    fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, _tools: &mut Tools<'_>) {
        let whole = ui.available_rect_before_wrap();
        self.follow(cx);
        let Some(session) = self.session else {
            return empty_ui(ui, cx);
        };
        let agenda = cx.agenda(session);
        let now = cx.workbench.generation();
        let known = self.known.take().filter(|(at, of, _)| *at == now && *of == session);
        let known = known.unwrap_or_else(|| (now, session, Rc::new(rows::rows(&agenda))));
        let all = Rc::clone(&known.2);
        self.known = Some(known);
        self.table_ui(ui, cx, (&agenda, &all), whole);
        ui.allocate_rect(whole, Sense::HOVER);
    }

    fn take_keyboard(&mut self) {
        self.takes_keyboard = true;
    }

    fn reveal(&mut self, row: RowId) {
        self.sought = Some(row);
        if let RowId::Session(session) = row {
            self.session = Some(session);
        }
    }

    fn show_date(&mut self, date: NaiveDate) {
        self.sought_date = Some(date);
    }

    fn takes_letters(&self) -> bool {
        true
    }

    fn takes_keys_of(&self, command: UiCommand) -> bool {
        // Escape ends what is dragged or typed, and nothing else.
        command == UiCommand::SelectNone && (self.dragged.is_some() || self.typing.is_some())
    }

    fn awaits_focus(&self) -> bool {
        self.typing.as_ref().is_some_and(Typing::awaits_focus)
    }

    fn paste_block(&mut self, cx: &ViewContext<'_>, text: &str) -> bool {
        let Some(spot) = self.spot_below(cx) else { return false };
        let Some(command) = added(cx, spot, text) else { return false };
        cx.perform(command);
        true
    }

    fn finish(&mut self, cx: &ViewContext<'_>) -> Option<Command> {
        let typing = self.typing.take()?;
        typing.finished(cx).ok().flatten()
    }

    fn has_line(&self) -> bool {
        true
    }

    fn line_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        self.follow(cx);
        let Some(session) = self.session else { return };
        match line::ui(ui, cx, &cx.agenda(session)) {
            Some(line::Asked::Show(session)) => {
                self.session = Some(session);
                cx.select(session);
            }
            Some(line::Asked::New) => self.begin_new(cx),
            None => {}
        }
    }

    fn status(&self, cx: &ViewContext<'_>) -> Option<String> {
        Some(cx.text("agenda-status").to_owned())
    }
}

fn empty_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    ui.add_space(24.0);
    ui.vertical_centered(|ui| crate::app::widget::fields::note(ui, cx, cx.text("agenda-none")));
}

impl AgendaView {
    /// Shows the agenda of what is selected, else what was shown, else the first one that there is.
    fn follow(&mut self, cx: &ViewContext<'_>) {
        let focus = cx.selection.focus;
        if self.selected != focus {
            self.selected = focus;
            let session = match focus {
                Some(RowId::Session(id)) => Some(id),
                Some(RowId::Item(id)) => cx.plan.items().get(id).map(|item| item.session),
                _ => None,
            };
            self.session = session.or(self.session);
            self.sought = focus.filter(|_| session.is_some()).or(self.sought);
            if let Some(row @ (RowId::Item(_) | RowId::Statement(_))) = focus {
                self.cursor = Some(row);
            }
        }
        if let Some(date) = self.sought_date.take() {
            let is_on = |&id: &SessionId| {
                cx.plan.sessions().get(id).and_then(|row| row.span()).is_some_and(|span| span.start.date() == date)
            };
            let shown = self.session.is_some_and(|id| cx.agenda(id).sittings.iter().any(|one| is_on(&one.session)));
            if !shown {
                let other = line::with_agendas(cx).into_iter().find(is_on);
                self.session = other.or(self.session);
            }
        }
        if self.session.is_none_or(|id| !cx.plan.sessions().contains(id)) {
            let first_meeting = || {
                let meetings = cx.plan.sessions().iter().filter(|row| row.kind != SessionKind::Break);
                meetings.min_by_key(|row| (row.span().is_none(), row.span().map(|span| span.start))).map(|row| row.id)
            };
            self.session = line::with_agendas(cx).first().copied().or_else(first_meeting);
        }
    }

    fn table_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (agenda, rows): (&Agenda, &[Row]), rect: Rect) {
        let ground = ui.interact(rect, Id::unique("agenda-ground"), Sense::click());
        ground.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Table, true, cx.text("agenda-table")));
        focus::note_part(ui.ctx(), rect, focus::Area::Sessions);
        if std::mem::take(&mut self.takes_keyboard) {
            ui.memory_mut(|memory| memory.request_focus(ground.id));
        }
        self.keys(ui, cx, (agenda, rows), (ground.id, rect.height()));
        let sought = self.sought.take().and_then(|row| rows::row_at(agenda, rows, row));
        let mut child = ui.new_child(UiBuilder::new().id_salt("agenda").max_rect(rect));
        let dragged = self.dragged.as_ref().map(|dragged| (dragged.rows.as_slice(), dragged.target));
        let marks = Marks { cursor: self.cursor, dragged };
        let (asked, shown) = table::ui(&mut child, cx, (agenda, rows), (&marks, &mut self.typing), sought);
        let at = self.cursor.and_then(|row| rows::row_at(agenda, rows, row));
        let asked_for = ground.clone().with_new_rect(shown.rect_of(at.unwrap_or(0)));
        menus::item_context_menu(&asked_for, cx);
        self.drag_ui(ui, cx, (agenda, rows), shown);
        match asked {
            Some(Asked::Choose(row)) => {
                self.choose(cx, row);
                self.takes_keyboard = true;
            }
            Some(Asked::Type(row, cell)) => self.begin_cell(cx, row, cell),
            Some(Asked::New(place)) => {
                let session = agenda.sittings.get(place).map(|sitting| sitting.session);
                self.typing = session.map(|session| Typing::new_item(Spot::at_end(session)));
            }
            Some(Asked::Drag(row)) => {
                self.choose(cx, row);
                self.dragged = Some(Dragged::new(agenda.group(row)));
            }
            Some(Asked::Ended(ended)) => self.ended(cx, (agenda, rows), ended),
            None => {}
        }
    }

    fn choose(&mut self, cx: &ViewContext<'_>, row: RowId) {
        self.cursor = Some(row);
        cx.select(row);
    }

    fn begin_cell(&mut self, cx: &ViewContext<'_>, row: RowId, cell: Cell) {
        if let Some(item) = AgendaItemId::try_from(row).ok().and_then(|id| cx.plan.items().get(id)) {
            self.choose(cx, row);
            self.typing = Some(Typing::cell(cx, item, cell));
        }
    }

    /// The place below the row with the cursor; the end of the last session where there is none.
    fn spot_below(&self, cx: &ViewContext<'_>) -> Option<Spot> {
        let agenda = cx.agenda(self.session?);
        let below = self.cursor.and_then(|row| {
            let sitting = agenda.sittings.iter().find(|one| one.lines.iter().any(|line| line.taken.row() == row))?;
            let at = sitting.lines.iter().position(|line| line.taken.row() == row)?;
            let before = sitting.lines.get(sitting.group(at).end).map(|line| line.taken.row());
            Some(Spot { session: sitting.session, before })
        });
        below.or_else(|| agenda.sittings.last().map(|sitting| Spot::at_end(sitting.session)))
    }

    fn begin_new(&mut self, cx: &ViewContext<'_>) {
        let Some(session) = self.session else { return };
        let agenda = cx.agenda(session);
        let of_cursor = self.spot_below(cx).map(|spot| spot.session);
        let session = of_cursor.or(agenda.sittings.last().map(|sitting| sitting.session));
        self.typing = session.map(|session| Typing::new_item(Spot::at_end(session)));
        if let Some(session) = session {
            self.sought = agenda.sitting(session).and_then(|one| one.lines.last()).map(|line| line.taken.row());
        }
    }

    fn ended(&mut self, cx: &ViewContext<'_>, (agenda, rows): (&Agenda, &[Row]), ended: Ended) {
        let Some(typing) = self.typing.take() else { return };
        let onward = match ended {
            Ended::Left => {
                self.takes_keyboard = true;
                return;
            }
            Ended::Done(command, onward) => {
                if let Some(command) = command {
                    cx.perform(command);
                }
                onward
            }
        };
        match (typing.what, onward) {
            (What::New(spot), Some(_)) => self.typing = Some(Typing::new_item(spot)),
            (What::Cell(id, Cell::Title), Some(Onward::Across)) => self.begin_cell(cx, id.into(), Cell::Minutes),
            (What::Cell(id, Cell::Minutes), Some(Onward::Back)) => self.begin_cell(cx, id.into(), Cell::Title),
            (What::Cell(_, Cell::Title), Some(Onward::Back)) => self.takes_keyboard = true,
            (What::Cell(id, _), Some(_)) => {
                let at = rows::row_at(agenda, rows, id.into());
                let next = rows::next(agenda, rows, (at, Go::Down, 1));
                if let Some(next) = next {
                    self.choose(cx, next);
                }
                self.takes_keyboard = true;
            }
            (_, None) => {}
        }
    }

    /// Lets what is dragged follow the pointer, and puts it where it is let go of.
    fn drag_ui(&mut self, ui: &Ui, cx: &ViewContext<'_>, (agenda, rows): (&Agenda, &[Row]), shown: Shown) {
        let Some(dragged) = &mut self.dragged else { return };
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.dragged = None;
            return;
        }
        let pointer = ui.input(|input| input.pointer.latest_pos());
        dragged.target = pointer.map(|pos| shown.gap_at(pos.y, rows.len()));
        let spot = dragged.spot(agenda, rows);
        let is_down = ui.input(|input| input.pointer.primary_down());
        if !is_down {
            let command = spot.map(|spot| dragged.command(spot));
            self.dragged = None;
            if let Some(command) = command {
                cx.perform(command);
            }
            return;
        }
        if let Some(spot) = spot {
            dragged.card_ui(ui, cx, spot);
        }
        // Near an edge the table goes on.
        if let Some(by) = pointer.and_then(|pos| shown.pull(pos.y)) {
            ui.scroll_with_delta(egui::vec2(0.0, by));
            ui.ctx().request_repaint();
        }
    }
}
