//! The window that shifts sessions and what comes after them: by how many minutes is typed, and before anything moves it
//! says how many sessions that concerns and what stops them.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Align, Id, Key, Layout, RichText, Ui, UiBuilder, vec2};

use crate::edit::Command;
use crate::edit::following::{Following, from_here_on};
use crate::model::SessionId;
use crate::texts::{Value, dates, typed};
use crate::workbench::Generation;

use super::Floating;
use super::sheet::{PADDING, Sheet, filled_button, plain_button, with_foot};
use crate::app::context::ViewContext;
use crate::app::paint::text::elided_ui;
use crate::app::phrases;
use crate::app::style::{Type, icons, size};
use crate::app::widget::fields::{TextField, flaw, select_all};

/// The window, open or not.
#[derive(Debug, Default)]
pub struct ShiftWindow {
    asked: Option<Asked>,
}

/// What is shifted, and by how much.
#[derive(Debug)]
struct Asked {
    ids: Arc<BTreeSet<SessionId>>,
    typed: String,
    /// What that would do, in the state of the plan in which it was looked up.
    known: Option<(Generation, i32, Following)>,
    /// Whether the keyboard goes to the field: at first, and where what was entered can not be done.
    is_new: bool,
}

impl Floating for ShiftWindow {
    fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        let sheet = Sheet { name: "shift", title: cx.text("shift-title"), size: vec2(460.0, 226.0) };
        sheet.ask(ui, cx, &mut self.asked, |asked, ui| asked.content_ui(ui, cx));
    }

    fn is_open(&self) -> bool {
        self.asked.is_some()
    }

    fn close(&mut self) {
        self.asked = None;
    }
}

impl ShiftWindow {
    /// Opens it for these sessions; whether any of them has a place.
    pub fn open(&mut self, cx: &ViewContext<'_>, ids: Arc<BTreeSet<SessionId>>) -> bool {
        let placed = |id: &SessionId| cx.plan.sessions().get(*id).is_some_and(|session| session.placement.is_some());
        let is_any = ids.iter().any(placed);
        let typed = cx.settings.snap_mins.max(5).to_string();
        self.asked = is_any.then_some(Asked { ids, typed, known: None, is_new: true });
        is_any
    }
}

impl Asked {
    /// Draws it; whether it is done.
    fn content_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) -> bool {
        let (above, foot) = with_foot(ui, cx);
        let mut content = ui.new_child(UiBuilder::new().id_salt("shift").max_rect(above.shrink2(vec2(PADDING, 0.0))));
        content.spacing_mut().item_spacing = vec2(8.0, 4.0);
        let entered = self.field_ui(&mut content, cx);
        let mins = typed::shift(&self.typed);
        if let Some(mins) = mins {
            let now = cx.workbench.generation();
            if self.known.as_ref().is_none_or(|(known, by, _)| (*known, *by) != (now, mins)) {
                let ids: Vec<SessionId> = self.ids.iter().copied().collect();
                self.known = Some((now, mins, from_here_on(cx.plan, &|day| cx.held_on(day), &ids, mins)));
            }
        } else {
            flaw(&mut content, cx, cx.text("shift-expected"));
        }
        let found = self.known.as_ref().filter(|_| mins.is_some()).map(|(.., found)| found);
        if let Some(found) = found {
            told_ui(&mut content, cx, found);
        }
        let layout = Layout::right_to_left(Align::Center);
        let mut buttons = ui.new_child(UiBuilder::new().id_salt("foot").max_rect(foot).layout(layout));
        let can = mins.is_some_and(|mins| mins != 0);
        let go = filled_button(&mut buttons, cx, cx.text("shift-go"), can).clicked();
        let cancelled = plain_button(&mut buttons, cx.text("button-cancel"), true).clicked();
        if (go || entered)
            && can
            && let Some(found) = found
        {
            cx.perform(Command::Place(found.moves.clone()));
            return true;
        }
        if entered {
            // What can not be done is typed anew.
            self.is_new = true;
        }
        cancelled
    }

    /// The minutes; whether Enter was pressed in it.
    fn field_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) -> bool {
        let id = Id::unique("shift minutes");
        let mut entered = false;
        ui.horizontal(|ui| {
            ui.set_height(size::ROW);
            ui.label(RichText::new(cx.text("shift-by")).color(cx.theme.text_2));
            let wrong = typed::shift(&self.typed).is_none();
            let field = TextField { name: cx.text("shift-by"), width: Some(96.0), ..TextField::default() };
            let response = field.show(ui, cx, (id, wrong), &mut self.typed);
            if std::mem::take(&mut self.is_new) {
                response.request_focus();
                select_all(ui, id, &self.typed);
            }
            entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            ui.label(RichText::new(cx.text("shift-unit")).font(Type::Small.font()).color(cx.theme.text_3));
        });
        entered
    }
}

/// How many move, until when, and what stops them.
fn told_ui(ui: &mut Ui, cx: &ViewContext<'_>, found: &Following) {
    let last = found.moves.iter().map(|(_, at)| at.end()).max();
    let values =
        [("count", Value::from(found.moves.len())), ("followers", Value::from(found.moves.len() - found.meant))];
    let mut text = cx.texts.text_with("shift-moves", &values);
    if let Some(last) = last {
        text = format!("{text}, {}", cx.texts.text_with("shift-until", &[("time", Value::from(&last.clock()))]));
    }
    elided_ui(ui, RichText::new(text).font(Type::Body.font()).color(cx.theme.text));
    if let Some(stop) = &found.stop {
        ui.horizontal(|ui| {
            let color = if stop.over_mins > 0 { cx.theme.warning } else { cx.theme.text_2 };
            ui.label(RichText::new(icons::LOCK).size(size::SMALL_ICON).color(color));
            ui.add(egui::Label::new(RichText::new(phrases::stop(cx, stop)).color(color)).wrap());
        });
    }
    let first = found.moves.first().map(|(_, at)| dates::day_long(cx.texts, at.start.date()));
    ui.weak(first.unwrap_or_default());
}
