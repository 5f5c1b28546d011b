//! The window that shows what a pasted table would make of the plan, before anything changes.

mod table;

use egui::{Align, Id, Label, Layout, RichText, Ui, UiBuilder, ViewportCommand, vec2};

use crate::edit::first_day;
use crate::exchange::incoming::{Grid, Incoming, Known, MOST_ROWS, Near, Outcome, Pasted, Unread};
use crate::texts::{Value, tid};
use crate::workbench::Generation;

use super::Floating;
use super::sheet::{PADDING, Sheet, filled_button, plain_button, with_foot};
use crate::app::action::{Action, Message};
use crate::app::context::ViewContext;
use crate::app::paint::text::wrapped;
use crate::app::style::{Type, icons};
use crate::app::widget::signs::sign_ui;
use table::Shown;

/// The window, open or not.
#[derive(Debug, Default)]
pub struct PasteWindow {
    open: bool,
    /// What was pasted; nothing while the window waits for it.
    pasted: Option<Pasted>,
    /// What it would make of the plan, and of which state of it.
    incoming: Option<(Generation, Incoming)>,
    /// Whether the button that takes it is to have the keyboard.
    takes_keys: bool,
}

impl Floating for PasteWindow {
    fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        if !self.open {
            return;
        }
        let sheet = Sheet { name: "paste", title: cx.text("paste-title"), size: vec2(1080.0, 640.0) };
        let stays = sheet.show(ui, cx, |ui| match self.pasted {
            Some(_) => self.content_ui(ui, cx),
            None => waiting_ui(ui, cx),
        });
        if !stays {
            self.close();
        }
    }

    fn is_open(&self) -> bool {
        self.open
    }

    fn close(&mut self) {
        *self = Self::default();
    }
}

impl PasteWindow {
    /// Opens it to wait for a table, and asks the system for what was copied.
    pub fn open(&mut self, ctx: &egui::Context) {
        *self = Self { open: true, ..Self::default() };
        ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
    }

    /// Shows what a text would make of the plan. Answers why it can not, where that is so.
    pub fn show(&mut self, cx: &ViewContext<'_>, text: &str) -> Option<Message> {
        let known = Known::new(cx.plan);
        match Grid::read(text) {
            Ok(grid) => {
                let pasted = Some(Pasted::new(grid, &known));
                *self = Self { open: true, pasted, incoming: None, takes_keys: true };
                None
            }
            Err(unread) => {
                self.close();
                Some(Message { text: refused(cx, unread), is_error: true })
            }
        }
    }

    fn content_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let Self { pasted: Some(pasted), incoming, .. } = self else { return };
        let generation = cx.workbench.generation();
        if incoming.as_ref().is_none_or(|(known, _)| *known != generation) {
            let near =
                Near { day: cx.date.unwrap_or_else(|| first_day(cx.plan)), language: cx.settings.title_language() };
            *incoming = Some((generation, Incoming::new(pasted, cx.plan, Known::new(cx.plan), near)));
        }
        let Some((_, made)) = incoming else { return };
        let (above, foot) = with_foot(ui, cx);
        let mut above_ui = ui.new_child(UiBuilder::new().id_salt("above").max_rect(above.shrink2(vec2(PADDING, 0.0))));
        told_ui(&mut above_ui, cx, made);
        above_ui.add_space(8.0);
        let chosen = table::ui(&mut above_ui, cx, Shown { pasted, incoming: made });
        let layout = Layout::right_to_left(Align::Center);
        let mut foot = ui.new_child(UiBuilder::new().id_salt("foot").max_rect(foot).layout(layout));
        let (new, changed) = (made.new_sessions().len(), made.changed_sessions().len());
        let values =
            [("new", Value::from(new)), ("changed", Value::from(changed)), ("count", Value::from(new + changed))];
        let id = match (new, changed) {
            (_, 0) => tid("paste-take-new"),
            (0, _) => tid("paste-take-changed"),
            _ => tid("paste-take-both"),
        };
        let button = filled_button(&mut foot, cx, &cx.texts.text_with(id, &values), new + changed > 0);
        if std::mem::take(&mut self.takes_keys) {
            button.request_focus();
        }
        if button.clicked() {
            take(cx, generation, made);
            return self.close();
        }
        if plain_button(&mut foot, cx.text("button-cancel"), true).clicked() {
            return self.close();
        }
        if let Some((column, field)) = chosen {
            pasted.set(column, field);
            self.incoming = None;
        }
    }
}

/// Asks for all of it as one step, and for the first day of what is new.
fn take(cx: &ViewContext<'_>, generation: Generation, made: &Incoming) {
    let Some(command) = made.command() else { return };
    cx.act(Action::PerformAt(generation, command));
    let first = made.new_sessions().iter().filter_map(|session| session.span()).map(|span| span.start).min();
    if let Some(first) = first {
        cx.act(Action::ShowDate(first.date()));
    }
}

/// Nothing is pasted yet.
fn waiting_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    let rect = ui.max_rect().shrink(PADDING);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Center)));
    ui.add_space(rect.height() / 2.0 - 72.0);
    sign_ui(&mut ui, RichText::new(icons::PASTE).size(32.0).color(cx.theme.text_3));
    ui.add_space(8.0);
    ui.label(RichText::new(cx.text("paste-waiting")).font(Type::Head.font()));
    let text = RichText::new(cx.text("paste-waiting-more")).color(cx.theme.text_2);
    let galley = wrapped(&ui, text, 460.0, 4);
    ui.label(galley);
}

/// In words what it would make of the plan.
fn told_ui(ui: &mut Ui, cx: &ViewContext<'_>, made: &Incoming) {
    let same = made.rows.iter().filter(|row| matches!(row.outcome, Outcome::Same(_))).count();
    let notes = made.rows.iter().filter(|row| !row.notes.is_empty()).count();
    let rooms: Vec<&str> = made.rooms().iter().map(|room| cx.title(&room.title)).collect();
    let people: Vec<&str> = made.people().iter().map(|person| person.name.as_str()).collect();
    let parts = [
        (icons::PLUS, cx.theme.ok, tid("paste-new"), made.new_sessions().len(), &[][..]),
        (icons::PENCIL, cx.theme.accent, tid("paste-changed"), made.changed_sessions().len(), &[]),
        (icons::CHECK, cx.theme.text_2, tid("paste-same"), same, &[]),
        (icons::DOOR, cx.theme.ok, tid("paste-rooms"), rooms.len(), &rooms),
        (icons::USER_PLUS, cx.theme.ok, tid("paste-people"), people.len(), &people),
        (icons::WARNING, cx.theme.warning, tid("paste-notes"), notes, &[]),
        (icons::WARNING, cx.theme.error, tid("paste-not"), made.not_understood(), &[]),
    ];
    let any = parts.iter().any(|&(_, _, _, count, _)| count > 0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        for (icon, color, id, count, names) in parts {
            if count == 0 {
                continue;
            }
            sign_ui(ui, RichText::new(icon).color(color));
            let text = cx.texts.text_with(id, &[("count", Value::from(count))]);
            let response =
                ui.label(RichText::new(text).color(if color == cx.theme.error { color } else { cx.theme.text }));
            if !names.is_empty() {
                crate::app::paint::text::tip(response, &named(names));
            }
            ui.add_space(10.0);
        }
        if !any {
            ui.label(cx.text("paste-nothing"));
        }
    });
    let text = RichText::new(cx.text("paste-columns")).font(Type::Small.font()).color(cx.theme.text_2);
    ui.add(Label::new(text).truncate());
}

/// Some names, one below the other.
fn named(names: &[&str]) -> String {
    const MOST: usize = 12;
    let mut lines = names.iter().take(MOST).copied().collect::<Vec<_>>().join("\n");
    if names.len() > MOST {
        lines.push_str("\n…");
    }
    lines
}

/// Why a text can not be read, in one sentence.
fn refused(cx: &ViewContext<'_>, unread: Unread) -> String {
    match unread {
        Unread::Nothing => cx.text("paste-refused-nothing").to_owned(),
        Unread::NoText => cx.text("paste-refused-picture").to_owned(),
        Unread::TooLong => cx.text("paste-refused-long").to_owned(),
        Unread::TooManyRows(count) => {
            let values = [("count", Value::from(count)), ("most", Value::from(MOST_ROWS))];
            cx.texts.text_with("paste-refused-rows", &values)
        }
    }
}

/// What is said where a picture is pasted.
#[must_use]
pub fn picture_refused(cx: &ViewContext<'_>) -> Message {
    Message { text: refused(cx, Unread::NoText), is_error: true }
}

/// Tells parts of the window from those of others.
fn part(name: &'static str, at: usize) -> Id {
    Id::unique(("paste", name, at))
}
