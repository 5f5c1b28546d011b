//! Registers: the people, bodies, rooms, documents and topics of the plan as tables, with how often each is used. Cells are
//! edited in place; all of a row stands in the inspector.

mod columns;
mod lines;
mod table;
mod typed;

use std::rc::Rc;

use chrono::NaiveDate;
use egui::{EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Ui, WidgetInfo};

use super::kind::ViewKind;
use super::{Entry, Tools, View};
use crate::app::action::{Action, Message, UiCommand};
use crate::app::context::ViewContext;
use crate::app::style::{icons, size};
use crate::app::widget::buttons::{Rank, frame_button};
use crate::app::widget::cells::small;
use crate::app::widget::fields::{TextField, enter_field, option_ui, select_end, small_icon_button, typed_letters};
use crate::app::widget::focus;
use crate::app::widget::new_field::new_field_popup;
use crate::app::widget::rows::Go;
use crate::edit::{AnyRow, Command, new_body, new_document, new_person, new_rank, new_room, new_topic};
use crate::model::{FieldForm, FieldValue, Language, OfficeRole, Post, PostId, RowId};
use crate::texts::{Value, tid};
use crate::workbench::Generation;
use columns::Register;
use lines::Line;
use typed::{Typed, own, typed};

/// The register that is open, and what is chosen in it.
#[derive(Debug, Default)]
pub struct RegistersView {
    register: Register,
    /// The column by which rows are put in order, and whether the last comes first.
    order: (usize, bool),
    /// Only rows with these words show.
    words: String,
    known: Option<Known>,
    /// The cell that keys act on.
    cursor: Option<(RowId, usize)>,
    /// What is typed in that cell.
    typing: Option<Typing>,
    /// To be brought into sight.
    sought: bool,
    selected: Option<RowId>,
    takes_keyboard: bool,
}

/// The rows as they were worked out, and from what.
#[derive(Debug)]
struct Known {
    at: (Generation, Language, Register, (usize, bool)),
    words: String,
    lines: Rc<Vec<Line>>,
}

/// What is typed in a cell.
#[derive(Debug)]
struct Typing {
    text: String,
    wants_focus: bool,
    /// Whether it goes on behind what was typed already.
    goes_on: bool,
}

/// Registers in the list of views.
pub const VIEW: Entry = Entry {
    kind: ViewKind {
        name: "registers",
        label: tid("view-registers"),
        tip: tid("view-registers-tip"),
        icon: icons::TABLE,
        key: Key::U,
        with_shift: false,
        is_wide: true,
    },
    make: || Box::<RegistersView>::default(),
};

/// The room that a field at the right needs, and what a button with words does.
const BUTTON: f32 = 150.0;
const WORDS: f32 = 120.0;
/// So wide the line must be to name all registers.
const ALL: f32 = 720.0;

impl View for RegistersView {
    fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, _tools: &mut Tools<'_>) {
        let whole = ui.available_rect_before_wrap();
        self.follow(cx);
        let lines = self.lines(cx);
        let ground = ui.interact(whole, Id::unique("registers-ground"), Sense::click());
        ground.widget_info(|| WidgetInfo::labeled(Role::Table, true, cx.text(self.register.name())));
        focus::note_part(ui.ctx(), whole, focus::Area::Sessions);
        if std::mem::take(&mut self.takes_keyboard) || ground.clicked() {
            ui.memory_mut(|memory| memory.request_focus(ground.id));
        }
        self.keys(ui, cx, &lines, (ground.id, whole.height()));
        let sought = std::mem::take(&mut self.sought).then(|| self.cursor.map(|(id, _)| id)).flatten();
        let sought = sought.and_then(|id| lines.iter().position(|line| line.id == id));
        let marks = table::Marks { cursor: self.cursor, order: self.order, is_typing: self.typing.is_some() };
        let (asked, cell) = table::ui(ui, cx, (self.register, &lines), &marks, (whole, sought));
        match asked {
            Some(table::Asked::Choose(id, column)) => {
                self.end(cx, false);
                self.choose(cx, (id, column));
                self.takes_keyboard = true;
            }
            Some(table::Asked::Edit(id, column)) => {
                self.choose(cx, (id, column));
                self.begin(cx, &lines, None);
            }
            Some(table::Asked::Order(column)) => {
                self.order = (column, self.order.0 == column && !self.order.1);
            }
            None => {}
        }
        if lines.is_empty() {
            let rect = whole.with_min_y(whole.top() + 2.0 * size::ROW);
            let words = small(cx.text("registers-empty"), cx.theme.text_2);
            ui.put(rect.with_max_y(rect.top() + size::ROW), egui::Label::new(words));
        }
        if let Some(rect) = cell {
            self.typing_ui(ui, cx, &lines, rect);
        }
        ui.allocate_rect(whole, Sense::HOVER);
    }

    fn take_keyboard(&mut self) {
        self.takes_keyboard = true;
    }

    fn reveal(&mut self, row: RowId) {
        if let Some(register) = Register::of(row.kind()) {
            (self.register, self.cursor, self.sought) = (register, Some((row, 0)), true);
        }
    }

    fn show_date(&mut self, _date: NaiveDate) {}

    fn takes_letters(&self) -> bool {
        true
    }

    fn takes_keys_of(&self, command: UiCommand) -> bool {
        command == UiCommand::SelectNone && self.typing.is_some()
    }

    fn awaits_focus(&self) -> bool {
        self.typing.as_ref().is_some_and(|typing| typing.wants_focus)
    }

    fn finish(&mut self, cx: &ViewContext<'_>) -> Option<Command> {
        let (typing, (id, column)) = (self.typing.take()?, self.cursor?);
        match typed(cx, id, column, &typing.text) {
            Typed::Change(command) => Some(command),
            Typed::Nothing | Typed::Unknown => None,
        }
    }

    fn has_line(&self) -> bool {
        true
    }

    fn line_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        self.registers_ui(ui, cx);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let has_room = ui.available_width() > WORDS;
            let name = if has_room { cx.text(self.register.one()) } else { "" };
            let words = format!("{} {name}", icons::PLUS).trim_end().to_owned();
            let button = ui.button(words);
            let values = [("what", Value::from(cx.text(self.register.one())))];
            let spoken = cx.texts.text_with("registers-add", &values);
            button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
            if button.clicked() {
                self.add(cx);
            }
            if let Some(holder) = self.register.holder() {
                let name = cx.text("registers-add-field");
                let button = small_icon_button(ui, icons::COLUMNS, name);
                if let Some(field) = new_field_popup(&button, cx, holder) {
                    cx.perform(Command::Put(field.into()));
                    // The new column is gone on with, from the row at hand.
                    let first = || self.known.as_ref().and_then(|known| known.lines.first()).map(|line| line.id);
                    let row = self.cursor.map(|(id, _)| id).or_else(first);
                    self.cursor = row.map(|id| (id, self.register.heads(cx).len()));
                    self.takes_keyboard = true;
                }
            }
            if ui.available_width() > BUTTON {
                let field = egui::TextEdit::singleline(&mut self.words).hint_text(cx.text("registers-find"));
                let field = ui.add(field.desired_width(BUTTON)).accessible_name(cx.text("registers-find"));
                // What was found is gone through at once.
                if field.lost_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
                    self.cursor = None;
                    self.takes_keyboard = true;
                }
            }
        });
    }

    fn status(&self, cx: &ViewContext<'_>) -> Option<String> {
        let count = self.known.as_ref().map_or(0, |known| known.lines.len());
        let values = [("what", Value::from(cx.text(self.register.name()))), ("count", Value::from(count))];
        Some(cx.texts.text_with("registers-status", &values))
    }
}

impl RegistersView {
    /// All registers side by side, or where there is little room in a list.
    fn registers_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let mut wanted = None;
        if ui.available_width() > ALL {
            for register in Register::ALL {
                if ui.selectable_label(register == self.register, cx.text(register.name())).clicked() {
                    wanted = Some(register);
                }
            }
        } else {
            let name = cx.text(self.register.name());
            let button = frame_button(ui, cx, Rank::Bordered, (icons::TABLE, name), name);
            egui::Popup::menu(&button).show(|ui| {
                for register in Register::ALL {
                    let name = cx.text(register.name());
                    if option_ui(ui, register == self.register, name, name) {
                        wanted = Some(register);
                    }
                }
            });
        }
        if let Some(register) = wanted {
            (self.register, self.order, self.cursor, self.typing) = (register, (register.order(), false), None, None);
        }
    }

    /// Follows what is selected elsewhere.
    fn follow(&mut self, cx: &ViewContext<'_>) {
        let focus = cx.selection.focus;
        if self.selected == focus {
            return;
        }
        self.selected = focus;
        if let Some(row) = focus
            && let Some(register) = Register::of(row.kind())
            && self.cursor.is_none_or(|(id, _)| id != row)
        {
            (self.register, self.cursor, self.sought) = (register, Some((row, 0)), true);
        }
    }

    /// The rows in their order, worked out anew where anything has changed that they follow from.
    fn lines(&mut self, cx: &ViewContext<'_>) -> Rc<Vec<Line>> {
        let at = (cx.workbench.generation(), cx.settings.title_language(), self.register, self.order);
        if let Some(known) = self.known.as_ref().filter(|known| known.at == at && known.words == self.words) {
            return Rc::clone(&known.lines);
        }
        let lines = Rc::new(lines::lines(cx, self.register, self.order, &self.words));
        self.known = Some(Known { at, words: self.words.clone(), lines: Rc::clone(&lines) });
        lines
    }

    fn choose(&mut self, cx: &ViewContext<'_>, (id, column): (RowId, usize)) {
        self.cursor = Some((id, column));
        if cx.selection.focus != Some(id) {
            cx.select(id);
        }
    }

    /// Begins to type in the cell; with what is in it, or with a letter that was typed.
    fn begin(&mut self, cx: &ViewContext<'_>, lines: &[Line], letter: Option<String>) {
        let Some((id, column)) = self.cursor else { return };
        if !self.register.is_typed(column) {
            return;
        }
        // A tick is put and taken at once.
        if let Some(field) = self.register.own_at(cx, column).filter(|field| field.form == FieldForm::Tick) {
            let is_on = cx.plan.own_of(id).is_some_and(|own| own.get(field.id).is_some());
            if let Typed::Change(command) = own(cx, id, field.id, (!is_on).then_some(FieldValue::Tick)) {
                cx.perform(command);
            }
            return;
        }
        let known = lines.iter().find(|line| line.id == id).and_then(|line| line.cells.get(column));
        let goes_on = letter.is_some();
        let text = letter.or(known.cloned()).unwrap_or_default();
        self.typing = Some(Typing { text, wants_focus: true, goes_on });
    }

    /// Ends typing, and takes what was typed if that is wanted.
    fn end(&mut self, cx: &ViewContext<'_>, takes: bool) {
        let (Some(typing), Some((id, column))) = (self.typing.take(), self.cursor) else { return };
        if !takes {
            return;
        }
        match typed(cx, id, column, &typing.text) {
            Typed::Nothing => {}
            Typed::Change(command) => cx.perform(command),
            Typed::Unknown => {
                let name = self.register.heads(cx).into_iter().nth(column).map_or_else(String::new, |head| head.name);
                let values = [("text", Value::from(&typing.text)), ("column", Value::from(&name))];
                let text = cx.texts.text_with("registers-unknown", &values);
                cx.act(Action::Tell(Message { text, is_error: true }));
            }
        }
    }

    fn typing_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, lines: &[Line], rect: Rect) {
        let Some(typing) = &mut self.typing else { return };
        let id = Id::unique("registers-cell");
        let mut child = ui.new_child(egui::UiBuilder::new().id_salt("register cell").max_rect(rect));
        let mut heads = self.register.heads(cx).into_iter();
        let head = self.cursor.and_then(|(_, column)| heads.nth(column));
        let name = head.map_or_else(String::new, |head| head.name);
        let field = TextField { name: &name, is_quiet: true, ..TextField::default() };
        let response = field.show(&mut child, cx, (id, false), &mut typing.text);
        if std::mem::take(&mut typing.wants_focus) {
            enter_field(ui, id, &typing.text);
            if typing.goes_on {
                select_end(ui, id, &typing.text);
            }
            return;
        }
        if response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.end(cx, false);
            self.takes_keyboard = true;
            return;
        }
        if !response.lost_focus() {
            return;
        }
        let (enter, tab) = ui.input(|input| (input.key_pressed(Key::Enter), input.key_pressed(Key::Tab)));
        self.end(cx, true);
        if enter {
            self.go(cx, lines, (Go::Down, 1));
        } else if tab {
            self.turn(cx, 1);
        }
        self.takes_keyboard = enter || tab;
    }

    /// Goes to another row.
    fn go(&mut self, cx: &ViewContext<'_>, lines: &[Line], (go, page): (Go, usize)) {
        let column = self.cursor.map_or(0, |(_, column)| column);
        let from = self.cursor.and_then(|(id, _)| lines.iter().position(|line| line.id == id));
        if let Some(line) = lines.get(go.target(from, lines.len(), page)) {
            self.choose(cx, (line.id, column));
            self.sought = true;
        }
    }

    /// Goes to another column.
    fn turn(&mut self, cx: &ViewContext<'_>, by: isize) {
        if let Some((id, column)) = self.cursor {
            let column = column.saturating_add_signed(by).min(self.register.heads(cx).len() - 1);
            self.choose(cx, (id, column));
        }
    }

    /// A new row, whose name is typed at once.
    fn add(&mut self, cx: &ViewContext<'_>) {
        let name = cx.text(self.register.new_name());
        let row = match self.register {
            Register::People => AnyRow::from(new_person(cx.plan, name)),
            Register::Bodies => new_body(cx.plan, name).into(),
            Register::Rooms => new_room(cx.plan, name).into(),
            Register::Documents => new_document(cx.plan, name).into(),
            Register::Topics => new_topic(cx.plan, name).into(),
            Register::Ranks => new_rank(cx.plan, name).into(),
            Register::Posts => {
                let known = self.cursor.and_then(|(id, _)| PostId::try_from(id).ok());
                let beside = known.and_then(|id| cx.plan.posts().get(id)).map(|post| post.body);
                let Some(body) = beside.or_else(|| cx.plan.bodies().ids().next()) else { return };
                Post::new(cx.plan.posts().free_id("post-"), body, OfficeRole::ViceChair).into()
            }
        };
        self.words.clear();
        self.cursor = Some((row.id(), self.register.name_column()));
        // Who holds a post is typed into an empty cell.
        let text = if self.register == Register::Posts { String::new() } else { name.to_owned() };
        self.typing = Some(Typing { text, wants_focus: true, goes_on: false });
        self.sought = true;
        cx.perform(Command::Put(row));
    }

    /// Keys of the table: from cell to cell, typing, removing.
    fn keys(&mut self, ui: &Ui, cx: &ViewContext<'_>, lines: &[Line], (ground, height): (Id, f32)) {
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(ground, arrows));
        if self.typing.is_some() || ui.memory(|memory| memory.focused()) != Some(ground) {
            return;
        }
        if self.cursor.is_none() {
            self.cursor = lines.first().map(|line| (line.id, self.register.name_column()));
        }
        if let Some((_, column)) = self.cursor {
            let by = focus::tab_in_row(ui, ground, (column, self.register.heads(cx).len()));
            if by != 0 {
                self.turn(cx, by);
            }
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let page = ((height / size::ROW) as usize).saturating_sub(3);
        for (key, go) in Go::KEYS {
            let times = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
            for _ in 0..times {
                self.go(cx, lines, (go, page));
            }
        }
        for (key, by) in [(Key::ArrowLeft, -1), (Key::ArrowRight, 1)] {
            if pressed(key) {
                self.turn(cx, by);
            }
        }
        if pressed(Key::Insert) {
            self.add(cx);
        }
        if pressed(Key::Enter) || pressed(Key::F2) {
            self.begin(cx, lines, None);
        }
        if pressed(Key::Delete)
            && let Some((id, _)) = self.cursor
        {
            if cx.plan.contains(id) {
                self.go(cx, lines, (Go::Down, 1));
                cx.perform(Command::Remove(vec![id]));
            } else {
                let text = cx.text("rank-built-in").to_owned();
                cx.act(Action::Tell(Message { text, is_error: true }));
            }
        }
        let letter = typed_letters(ui.ctx());
        if letter.is_some() {
            self.begin(cx, lines, letter);
        }
    }
}
