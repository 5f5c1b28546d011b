//! What is being typed in the table: the title or the minutes of an item, or a new item.

use egui::{Id, Key, Modifiers, Rect, Ui, UiBuilder, vec2};

use crate::app::context::ViewContext;
use crate::app::widget::fields::{TextField, enter_field};
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
    /// With a change; whether Enter or Tab said so.
    Done(Command, Option<Onward>),
}

/// Where to go then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Onward {
    /// To the next row.
    Down,
    /// To the other cell.
    Across,
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
        let mut child = ui.new_child(UiBuilder::new().id_salt("typing").max_rect(rect.expand2(vec2(4.0, 0.0))));
        let field = TextField { name: cx.text(name), hint, is_quiet: true, ..TextField::default() };
        let response = field.show(&mut child, cx, (id, self.is_wrong), &mut self.text);
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
        if !response.lost_focus() {
            return None;
        }
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        let onward = if pressed(Key::Enter) { Some(Onward::Down) } else { pressed(Key::Tab).then_some(Onward::Across) };
        match self.finished(cx) {
            Ok(Some(command)) => Some(Ended::Done(command, onward)),
            Ok(None) => Some(Ended::Left),
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
