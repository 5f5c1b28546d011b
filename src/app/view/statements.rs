//! Statements: the speaking list of the policy statements (§5), part by part, with who waits, and with a summary beside it.
//!
//! The list is worked out once for each state of the plan, and only rows in sight are put into words. The view changes
//! nothing itself.

mod dragging;
mod keys;
mod line;
mod rows;
mod summary;
mod table;
mod typing;

use std::collections::BTreeSet;
use std::rc::Rc;

use chrono::NaiveDate;
use egui::{Id, Key, Modifiers, Rect, Sense, Ui, UiBuilder, pos2};

use super::kind::ViewKind;
use super::{Entry, Tools, View};
use crate::app::action::UiCommand;
use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::cells::Shown;
use crate::app::widget::{fields, focus};
use crate::edit::Command;
use crate::model::speaking::{self, SpeakingList};
use crate::model::{EventId, Rank, RowId, RowKind, SessionId, SessionKind, StatementId};
use crate::texts::{Value, tid};
use crate::workbench::Generation;
use dragging::Dragged;
use rows::{Fold, Row};
use table::{Asked, Marks};
use typing::{Ended, Typing};

/// The list and what the view remembers of it.
#[derive(Debug, Default)]
pub struct StatementsView {
    /// The event whose list was chosen, where that is not the main one.
    event: Option<EventId>,
    /// Where who asks now would speak, where they would not be on the list that is shown without saying so.
    wish: Option<SessionId>,
    known: Option<(Generation, Rows)>,
    /// What was selected when the view last looked.
    selected: Option<RowId>,
    /// The statement that keys act on.
    cursor: Option<StatementId>,
    /// To be brought into sight.
    sought: Option<Sought>,
    folded: BTreeSet<Fold>,
    /// Whether only those show whose text is missing.
    missing_only: bool,
    dragged: Option<Dragged>,
    typing: Option<Typing>,
    /// Whether the table gets the keyboard in the next frame.
    takes_keyboard: bool,
}

/// What is shown, worked out for these folds.
#[derive(Debug)]
struct Rows {
    event: EventId,
    folded: BTreeSet<Fold>,
    missing_only: bool,
    all: Rc<Vec<Row>>,
}

/// What is to be brought into sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sought {
    Statement(StatementId),
    Part(SessionId),
    Date(NaiveDate),
    New,
}

/// Statements in the list of views.
pub const VIEW: Entry = Entry {
    kind: ViewKind {
        name: "statements",
        label: tid("view-statements"),
        tip: tid("view-statements-tip"),
        icon: icons::MIC,
        key: Key::Num7,
        with_shift: false,
        is_wide: true,
    },
    make: || Box::<StatementsView>::default(),
};

/// How wide the summary is, and how wide the view must be to have one, in points.
const SUMMARY: (f32, f32) = (320.0, 860.0);

impl View for StatementsView {
    fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, _tools: &mut Tools<'_>) {
        let whole = ui.available_rect_before_wrap();
        self.follow(cx);
        let Some(event) = self.event(cx) else {
            ui.add_space(24.0);
            ui.vertical_centered(|ui| fields::note(ui, cx, cx.text("statements-none")));
            return;
        };
        let list = cx.speaking_list(event);
        let is_main = speaking::main_event(cx.plan) == Some(event);
        self.wish = list.parts.first().map(|part| part.session).filter(|_| !is_main);
        // Where the inspector is open, it has the room.
        let has_summary = whole.width() >= SUMMARY.1 && !cx.panels.1;
        let split = if has_summary { whole.right() - SUMMARY.0 } else { whole.right() };
        let (left, right) = whole.split_left_right_at_x(split);
        let all = self.rows(cx, &list);
        self.table_ui(ui, cx, (&list, &all), left);
        if has_summary {
            self.summary_ui(ui, cx, &list, right);
        }
        ui.allocate_rect(whole, Sense::HOVER);
    }

    fn take_keyboard(&mut self) {
        self.takes_keyboard = true;
    }

    fn reveal(&mut self, row: RowId) {
        self.sought = match row {
            RowId::Statement(id) => Some(Sought::Statement(id)),
            RowId::Session(id) => Some(Sought::Part(id)),
            _ => self.sought,
        };
    }

    fn show_date(&mut self, date: NaiveDate) {
        self.sought = Some(Sought::Date(date));
    }

    fn takes_letters(&self) -> bool {
        true
    }

    fn takes_keys_of(&self, command: UiCommand) -> bool {
        command == UiCommand::SelectNone && (self.dragged.is_some() || self.typing.is_some())
    }

    fn awaits_focus(&self) -> bool {
        self.typing.as_ref().is_some_and(Typing::awaits_focus)
    }

    fn lists(&self, cx: &ViewContext<'_>) -> Option<RowKind> {
        speaking::main_event(cx.plan).map(|_| RowKind::Statement)
    }

    fn finish(&mut self, cx: &ViewContext<'_>) -> Option<Command> {
        typing::requested(cx, &self.typing.take()?.text, (Rank::Other, self.wish))
    }

    fn has_line(&self) -> bool {
        true
    }

    fn line_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let Some(event) = self.event(cx) else { return };
        let list = cx.speaking_list(event);
        match line::ui(ui, cx, &list, &mut self.missing_only) {
            Some(line::Asked::New) => self.begin_new(),
            Some(line::Asked::Show(event)) => {
                (self.event, self.cursor, self.typing) = (Some(event), None, None);
                self.takes_keyboard = true;
            }
            None => {}
        }
    }

    fn status(&self, cx: &ViewContext<'_>) -> Option<String> {
        let list = cx.speaking_list(self.event(cx)?);
        let requests = cx.texts.text_with("statements-requests", &[("count", Value::from(list.requests()))]);
        let placed = list.lines().filter(|line| line.due.is_some()).count();
        let waiting = list.waiting.len() + list.by_exception.len();
        let values =
            [("requests", Value::from(&requests)), ("placed", Value::from(placed)), ("waiting", Value::from(waiting))];
        Some(cx.texts.text_with("statements-status", &values))
    }
}

impl StatementsView {
    /// The event whose list is shown: the one that was chosen while it has one, else the main one.
    fn event(&self, cx: &ViewContext<'_>) -> Option<EventId> {
        let has_list = |event: &EventId| !speaking::sessions(cx.plan, *event).is_empty();
        self.event.filter(has_list).or_else(|| speaking::main_event(cx.plan))
    }

    /// Lets the cursor follow what is selected elsewhere.
    fn follow(&mut self, cx: &ViewContext<'_>) {
        let focus = cx.selection.focus;
        if self.selected != focus {
            self.selected = focus;
            match focus {
                Some(RowId::Statement(id)) => {
                    self.cursor = Some(id);
                    self.sought = Some(Sought::Statement(id));
                }
                Some(RowId::Session(id)) => self.sought = Some(Sought::Part(id)),
                _ => {}
            }
            // What is selected is on the list that is shown.
            let session = match focus {
                Some(RowId::Statement(id)) => cx.plan.statements().get(id).and_then(|row| row.session.or(row.wish)),
                Some(RowId::Session(id)) => Some(id),
                _ => None,
            };
            let session = session.and_then(|id| cx.plan.sessions().get(id));
            if let Some(session) = session.filter(|row| row.kind == SessionKind::Statements) {
                self.event = Some(session.event);
            }
        }
        self.cursor = self.cursor.filter(|&id| cx.plan.statements().contains(id));
    }

    /// The rows of the table, worked out anew where the plan, what is folded or what is asked for has changed.
    fn rows(&mut self, cx: &ViewContext<'_>, list: &SpeakingList) -> Rc<Vec<Row>> {
        if let Some(Sought::Statement(id)) = self.sought
            && let Some(fold) = rows::fold_of(list, id)
        {
            self.folded.remove(&fold);
        }
        let now = cx.workbench.generation();
        let fits = |known: &Rows| {
            known.event == list.event && known.folded == self.folded && known.missing_only == self.missing_only
        };
        if let Some((at, known)) = &self.known
            && *at == now
            && fits(known)
        {
            return Rc::clone(&known.all);
        }
        let all = Rc::new(rows::rows(list, &self.folded, self.missing_only));
        let (folded, missing_only) = (self.folded.clone(), self.missing_only);
        self.known = Some((now, Rows { event: list.event, folded, missing_only, all: Rc::clone(&all) }));
        all
    }

    fn table_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (list, rows): (&SpeakingList, &[Row]), rect: Rect) {
        let ground = ui.interact(rect, Id::unique("statements-ground"), Sense::click());
        ground.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Table, true, cx.text("statements-table")));
        focus::note_part(ui.ctx(), rect, focus::Area::Sessions);
        if std::mem::take(&mut self.takes_keyboard) {
            ui.memory_mut(|memory| memory.request_focus(ground.id));
        }
        self.keys(ui, cx, (list, rows), (ground.id, rect.height()));
        let sought = self.sought.take().and_then(|sought| match sought {
            Sought::Statement(id) => rows::row_of(list, rows, id),
            Sought::Part(session) => rows::part_row(list, rows, |part| part.session == session),
            Sought::Date(date) => rows::part_row(list, rows, |part| part.span.start.date() == date),
            Sought::New => rows.iter().position(|row| *row == Row::New),
        });
        let mut child = ui.new_child(UiBuilder::new().id_salt("statements").max_rect(rect));
        let target = self.dragged.as_ref().and_then(|dragged| dragged.target);
        let marks = Marks { cursor: self.cursor, dragged: self.dragged.as_ref().map(|dragged| dragged.id), target };
        let (asked, shown) = table::ui(&mut child, cx, (list, rows), (&marks, &mut self.typing), sought);
        self.drag_ui(ui, cx, (list, rows), shown);
        match asked {
            Some(Asked::Choose(id)) => {
                self.choose(cx, id);
                self.takes_keyboard = true;
            }
            Some(Asked::Open(id)) => open(cx, id),
            Some(Asked::Fold(fold)) => rows::turn(&mut self.folded, fold),
            Some(Asked::Drag(id)) => {
                self.choose(cx, id);
                self.dragged = Some(Dragged::new(id));
            }
            Some(Asked::New) => self.begin_new(),
            Some(Asked::Ended(ended)) => self.ended(cx, ended),
            None => {}
        }
    }

    fn summary_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, list: &SpeakingList, rect: Rect) {
        let painter = ui.painter_at(rect);
        painter.rect_filled(rect, 0.0, cx.theme.ground);
        painter.vline(rect.left() + 0.5, rect.y_range(), (1.0, cx.theme.line));
        let inner = Rect::from_min_max(pos2(rect.left() + 13.0, rect.top()), rect.max);
        let mut child = ui.new_child(UiBuilder::new().id_salt("statements summary").max_rect(inner));
        if let Some(session) = summary::ui(&mut child, cx, list) {
            self.sought = Some(Sought::Part(session));
        }
    }

    fn choose(&mut self, cx: &ViewContext<'_>, id: StatementId) {
        (self.cursor, self.selected) = (Some(id), Some(id.into()));
        cx.select(id);
    }

    fn begin_new(&mut self) {
        self.typing = Some(Typing::begin(self.wish));
        self.missing_only = false;
        self.sought = Some(Sought::New);
    }

    fn ended(&mut self, cx: &ViewContext<'_>, ended: Ended) {
        self.typing = None;
        match ended {
            Ended::Left => self.takes_keyboard = true,
            Ended::Done(command, goes_on) => {
                cx.perform(command);
                if goes_on {
                    self.begin_new();
                }
            }
        }
    }

    /// Lets what is dragged follow the pointer, and puts it where it is let go of.
    fn drag_ui(&mut self, ui: &Ui, cx: &ViewContext<'_>, (list, rows): (&SpeakingList, &[Row]), shown: Shown) {
        let Some(dragged) = &mut self.dragged else { return };
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.dragged = None;
            return;
        }
        let pointer = ui.input(|input| input.pointer.latest_pos());
        dragged.aim(list, rows, pointer.map(|pos| shown.row_at(pos.y)));
        if !ui.input(|input| input.pointer.primary_down()) {
            let command = dragged.command(list, rows);
            self.dragged = None;
            if let Some(command) = command {
                cx.perform(command);
            }
            return;
        }
        dragged.card_ui(ui, cx, (list, rows));
        if let Some(by) = pointer.and_then(|pos| shown.pull(pos.y)) {
            ui.scroll_with_delta(egui::vec2(0.0, by));
            ui.ctx().request_repaint();
        }
    }
}

/// Shows all of a statement, in the inspector.
fn open(cx: &ViewContext<'_>, id: StatementId) {
    cx.select(id);
    if !cx.panels.1 {
        cx.run(UiCommand::ToggleInspector);
    }
}
