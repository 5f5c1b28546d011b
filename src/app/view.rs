//! The ways to see the plan. A view is one file, or a folder with its parts, and one line in [`VIEWS`]: tabs, shortcuts,
//! the palette, settings and `plenary render --view` read that list. No view knows another; what several of them need
//! stands beside them.

mod agenda;
mod arrange;
mod block;
mod bureaus;
mod changes;
mod choices;
mod day;
mod days;
mod delegation;
mod ghosts;
mod grid;
pub mod kind;
mod legend;
mod list;
mod pane;
mod podium;
mod preparation;
mod registers;
mod requests;
mod roster;
mod statements;
mod timeline;
mod topics;
pub mod walk;
mod youth;
mod zones;

use chrono::NaiveDate;
use egui::Ui;

use super::action::UiCommand;
use super::context::ViewContext;
use super::gesture::{Flow, Gesture};
use super::paint::text::Shaper;
use crate::edit::Command;
use crate::model::{CivilTime, RowId, RowKind, Session, SessionId, Span};

pub use kind::{Show, ViewKind};
pub use walk::Arrow;

/// So many views have a tab of their own; the others share one.
pub const MOST_TABS: usize = 4;

/// Every view, in the order of the tabs; the first one is open at first.
pub static VIEWS: [Entry; 18] = [
    timeline::VIEW,
    day::VIEW,
    grid::VIEW,
    list::VIEW,
    changes::VIEW,
    agenda::VIEW,
    statements::VIEW,
    podium::VIEW,
    zones::VIEW,
    bureaus::VIEW,
    roster::VIEW,
    requests::VIEW,
    delegation::VIEW,
    preparation::VIEW,
    topics::VIEW,
    youth::VIEW,
    registers::VIEW,
    arrange::VIEW,
];

/// A view in the list.
pub struct Entry {
    /// What tells it from others.
    pub kind: ViewKind,
    /// Makes one that has seen no plan yet.
    pub make: fn() -> Box<dyn View>,
}

/// The view of this name; the first one where there is none.
#[must_use]
pub fn view_named(name: &str) -> &'static ViewKind {
    let entry = VIEWS.iter().find(|entry| entry.kind.name == name);
    &entry.unwrap_or(&VIEWS[0]).kind
}

/// What a view must answer. It remembers what it likes about one plan, and is thrown away with that plan.
pub trait View {
    /// Draws it and takes gestures.
    fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, tools: &mut Tools<'_>);

    /// Takes the keyboard at the next frame, where it has keys of its own.
    fn take_keyboard(&mut self) {}

    /// Brings a row into sight at the next frame.
    fn reveal(&mut self, row: RowId);

    /// The day in sight, where it is one more than others.
    fn date(&self) -> Option<NaiveDate> {
        None
    }

    /// Brings a day into sight.
    fn show_date(&mut self, date: NaiveDate);

    /// Brings a time into sight.
    fn show_time(&mut self, time: CivilTime) {
        self.show_date(time.date());
    }

    /// Which way time runs, and so which arrows move sessions along it; `None` where arrows are for the view itself.
    fn flow(&self) -> Option<Flow> {
        None
    }

    /// The session to which an arrow leads from another one; `None` where there is none, or arrows are for the view itself.
    fn walk(&self, _cx: &ViewContext<'_>, _from: &Session, _arrow: Arrow) -> Option<SessionId> {
        None
    }

    /// Whether letters are for the view: keys that act on sessions by a letter do not count there.
    fn takes_letters(&self) -> bool {
        false
    }

    /// Whether the keys of this command are for the view, which means something else by them.
    fn takes_keys_of(&self, _command: UiCommand) -> bool {
        false
    }

    /// Gives rows below others what those have; whether there are rows here.
    fn fill_down(&mut self, _cx: &ViewContext<'_>) -> bool {
        false
    }

    /// Takes a table that is pasted for the cells that have the keyboard; whether there are such.
    fn paste_block(&mut self, _cx: &ViewContext<'_>, _text: &str) -> bool {
        false
    }

    /// What the rows are of a table that is pasted in it, where they are no sessions.
    fn lists(&self, _cx: &ViewContext<'_>) -> Option<RowKind> {
        None
    }

    /// Lets the title of a session that was made just now be typed in it; whether it can be.
    fn begin_title(&mut self, _session: SessionId) -> bool {
        false
    }

    /// Whether a field in it was asked for and has not got the keyboard yet.
    fn awaits_focus(&self) -> bool {
        false
    }

    /// Zooms around the middle.
    fn zoom(&mut self, _factor: f32) {}

    /// Shows as much as possible.
    fn zoom_all(&mut self) {}

    /// Shows so many days at once.
    fn show(&mut self, _show: Show) {}

    /// Shows these times as large as possible.
    fn zoom_to(&mut self, span: Span) {
        self.show_time(span.start);
    }

    /// What was opened by hand goes back to how it is by itself.
    fn reset(&mut self) {}

    /// What is still being typed, as a command; to be asked for again until there is none.
    /// What can not be taken stays, and is told.
    fn finish(&mut self, _cx: &ViewContext<'_>) -> Option<Command> {
        None
    }

    /// Whether it has a line of its own between the dates and itself.
    fn has_line(&self) -> bool {
        false
    }

    /// What stands in that line, from left to right.
    fn line_ui(&mut self, _ui: &mut Ui, _cx: &ViewContext<'_>) {}

    /// What would change by what is being typed in it; the status line says it before anything else.
    fn typing(&self, _cx: &ViewContext<'_>) -> Option<String> {
        None
    }

    /// So many points at its foot are not to be covered by messages.
    fn foot(&self) -> f32 {
        0.0
    }

    /// Whether keys that are pressed in the window in the hall are for it.
    fn answers_hall(&self) -> bool {
        false
    }

    /// Does what keys mean that were pressed there.
    fn press_keys(&mut self, _cx: &ViewContext<'_>, _keys: &[egui::Key]) {}

    /// What can be done in it, for the status line while nothing is selected; what most views say where `None`.
    fn status(&self, _cx: &ViewContext<'_>) -> Option<String> {
        None
    }
}

/// What views share and change while they draw.
pub struct Tools<'a> {
    /// Texts on blocks, shaped once.
    pub shaper: &'a mut Shaper,
    /// What is being dragged.
    pub gesture: &'a mut Gesture,
}
