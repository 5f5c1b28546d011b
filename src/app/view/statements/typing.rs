//! A new request as it is typed in the table, or several as they are pasted.

use egui::{Id, Key, Modifiers, Rect, Ui, UiBuilder, vec2};

use crate::app::context::ViewContext;
use crate::app::widget::fields::{TextField, enter_field};
use crate::edit::statements::requests;
use crate::edit::{AnyRow, Command};
use crate::texts::typed;

/// What is typed.
#[derive(Debug)]
pub struct Typing {
    /// What stands in the field.
    pub text: String,
    wants_focus: bool,
}

/// How typing ended.
#[derive(Debug)]
pub enum Ended {
    /// With nothing.
    Left,
    /// With a request; whether the next one is typed then.
    Done(Command, bool),
}

impl Typing {
    /// An empty field that takes the keyboard.
    #[must_use]
    pub fn begin() -> Self {
        Self { text: String::new(), wants_focus: true }
    }

    /// Whether the field has not got the keyboard yet.
    #[must_use]
    pub fn awaits_focus(&self) -> bool {
        self.wants_focus
    }

    /// Draws the field; answers how it ended, if it did.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, rect: Rect) -> Option<Ended> {
        let id = Id::unique("statements-request");
        let mut child = ui.new_child(UiBuilder::new().id_salt("typing").max_rect(rect.expand2(vec2(4.0, 0.0))));
        let (name, hint) = (cx.text("statements-write"), cx.text("statements-request-hint"));
        let field = TextField { name, hint, is_quiet: true, ..TextField::default() };
        let response = field.show(&mut child, cx, (id, false), &mut self.text);
        if std::mem::take(&mut self.wants_focus) {
            enter_field(ui, id, &self.text);
            return None;
        }
        if response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            return Some(Ended::Left);
        }
        if !response.lost_focus() {
            return None;
        }
        let goes_on = ui.input(|input| input.key_pressed(Key::Enter));
        Some(requested(cx, &self.text).map_or(Ended::Left, |command| Ended::Done(command, goes_on)))
    }
}

/// New requests out of what was typed or pasted, one for each line; nothing where there is none.
#[must_use]
pub fn requested(cx: &ViewContext<'_>, text: &str) -> Option<Command> {
    /// There are 194 Member States, and some more who speak.
    const MOST: usize = 500;
    let now = Some(cx.now.unwrap_or_else(|| cx.hand().at));
    let typed = text.lines().filter_map(typed::request).take(MOST);
    let (statements, people) = requests(cx.plan, typed.map(|request| (request.person, request.language)), now);
    let rows = statements.into_iter().map(AnyRow::from).chain(people.into_iter().map(AnyRow::from)).collect::<Vec<_>>();
    (!rows.is_empty()).then_some(Command::PutMany(rows))
}
