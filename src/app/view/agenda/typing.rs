//! What is being typed in the table: the title or the minutes of an item, or a new item.

use egui::{FocusDirection, Id, Key, Modifiers, Rect, Ui, UiBuilder, vec2};

use crate::app::context::ViewContext;
use crate::app::widget::fields::{TextField, enter_field};
use crate::app::widget::focus;
use crate::app::widget::items::{added, shares_text};
use crate::edit::Command;
use crate::edit::agenda::Spot;
use crate::model::{AgendaItem, AgendaItemId};
use crate::texts::{tid, typed};

/// A cell that can be typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// What an item is called.
    Title,
    /// What it takes.
    Minutes,
}

/// What is typed, and where it goes.
#[derive(Debug)]
pub struct Typing {
    /// Into which cell of which item, or a new one at a place.
    pub what: What,
    /// What stands in the field.
    pub text: String,
    /// Whether that can not be read.
    pub is_wrong: bool,
    wants_focus: bool,
}

/// Where something is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// In a cell.
    Cell(AgendaItemId, Cell),
    /// In the field for what is new.
    New(Spot),
}

/// How typing ended.
#[derive(Debug)]
pub enum Ended {
    /// With nothing that changes.
    Left,
    /// With a change, if any; whether Enter or Tab said so.
    Done(Option<Command>, Option<Onward>),
}

/// Where to go then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Onward {
    /// To the next row.
    Down,
    /// To the next cell.
    Across,
    /// To the cell before.
    Back,
}

impl Typing {
    /// In a cell of an item.
    #[must_use]
    pub fn cell(cx: &ViewContext<'_>, item: &AgendaItem, cell: Cell) -> Self {
        let text = match cell {
            Cell::Title => cx.settings.title(&item.title).to_owned(),
            Cell::Minutes => shares_text(item),
        };
        Self { what: What::Cell(item.id, cell), text, is_wrong: false, wants_focus: true }
    }

    /// In the field for a new item.
    #[must_use]
    pub fn new_item(spot: Spot) -> Self {
        Self { what: What::New(spot), text: String::new(), is_wrong: false, wants_focus: true }
    }

    /// Whether the field has not got the keyboard yet.
    #[must_use]
    pub fn awaits_focus(&self) -> bool {
        self.wants_focus
    }

    /// Draws the field; answers how it ended, if it did.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, rect: Rect) -> Option<Ended> {
        let (name, hint) = match self.what {
            What::Cell(_, Cell::Title) => (tid("inspector-title"), ""),
            What::Cell(_, Cell::Minutes) => (tid("item-minutes"), "5 + 7"),
            What::New(_) => (tid("agenda-write"), cx.text("agenda-new-hint")),
        };
        let id = Id::unique("agenda-cell");
        let tab = tab(ui, id);
        let mut child = ui.new_child(UiBuilder::new().id_salt("typing").max_rect(rect.expand2(vec2(4.0, 0.0))));
        let field = TextField { name: cx.text(name), hint, is_quiet: true, ..TextField::default() };
        let response = field.show(&mut child, cx, (id, self.is_wrong), &mut self.text);
        focus::keeps_tab(&response);
        if std::mem::take(&mut self.wants_focus) {
            enter_field(ui, id, &self.text);
            return None;
        }
        if response.changed() {
            self.is_wrong = false;
        }
        if response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            return Some(Ended::Left);
        }
        if !response.lost_focus() && tab.is_none() {
            return None;
        }
        let enter = ui.input(|input| input.key_pressed(Key::Enter)).then_some(Onward::Down);
        let onward = tab.or(enter);
        match self.finished(cx) {
            Ok(None) if tab.is_none() || matches!(self.what, What::New(_)) => Some(Ended::Left),
            Ok(command) => Some(Ended::Done(command, onward)),
            Err(()) if onward.is_some() => {
                self.is_wrong = true;
                response.request_focus();
                None
            }
            Err(()) => Some(Ended::Left),
        }
    }

    /// What is typed, as a command; nothing where it says what is so already.
    ///
    /// # Errors
    /// It can not be read.
    pub fn finished(&self, cx: &ViewContext<'_>) -> Result<Option<Command>, ()> {
        let (id, cell) = match self.what {
            What::New(spot) => return Ok(added(cx, spot, &self.text)),
            What::Cell(id, cell) => (id, cell),
        };
        let Some(before) = cx.plan.items().get(id) else { return Ok(None) };
        let mut after = AgendaItem::clone(before);
        match cell {
            Cell::Title => after.title.set(cx.settings.title_language(), self.text.trim()),
            Cell::Minutes => {
                let most = |secs: u32| secs <= AgendaItem::MOST_SECS;
                let shares = typed::shares(&self.text).filter(|&(one, other)| most(one) && most(other));
                (after.presentation_secs, after.discussion_secs) = shares.ok_or(())?;
            }
        }
        Ok((after != **before).then(|| Command::Put(after.into())))
    }
}

/// Where Tab leads from the field; egui would go to whatever is drawn next.
fn tab(ui: &Ui, field: Id) -> Option<Onward> {
    if !ui.memory(|memory| memory.has_focus(field)) {
        return None;
    }
    let pressed = |modifiers| ui.input_mut(|input| input.consume_key(modifiers, Key::Tab));
    // Shift first: without modifiers a key counts also while Shift is held.
    let back = pressed(Modifiers::SHIFT).then_some(Onward::Back);
    let onward = back.or_else(|| pressed(Modifiers::NONE).then_some(Onward::Across))?;
    ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    Some(onward)
}
