//! The menus of places under the right button: a day, a lane, and empty ground.

use chrono::NaiveDate;
use egui::{Response, Ui};

use crate::edit::Command;
use crate::model::{RowId, Session, SessionId};
use crate::texts::{Value, dates};

use crate::app::action::{Action, Preference, UiCommand};
use crate::app::context::ViewContext;
use crate::app::paint::text::displayed;
use crate::app::phrases;
use crate::app::selection::Selection;
use crate::app::widget::menus::{command_entry, context_menu, entry};

/// The menu of a day.
pub fn day_menu(response: &Response, cx: &ViewContext<'_>, date: NaiveDate) {
    context_menu(response, |ui| {
        if entry(ui, cx, (cx.text("menu-new-on-day"), ""), true) {
            cx.act(Action::ShowDate(date));
            cx.run(UiCommand::AddSession);
        }
        if entry(ui, cx, (cx.text("menu-paste-on-day"), ""), true) {
            cx.act(Action::ShowDate(date));
            cx.run(UiCommand::Paste);
        }
        ui.separator();
        day_entries(ui, cx, date);
    });
}

/// What can be done with a day as a whole.
pub fn day_entries(ui: &mut Ui, cx: &ViewContext<'_>, date: NaiveDate) {
    let all = on_day(cx, date);
    let day = dates::day_short(cx.texts, date);
    let named = |id: &'static str| cx.texts.text_with(id, &[("day", Value::from(&day))]);
    if entry(ui, cx, (&named("menu-select-day"), ""), !all.is_empty()) {
        cx.act(Action::Select(Selection::sessions(all.iter().copied())));
    }
    if entry(ui, cx, (&named("menu-copy-day"), ""), !all.is_empty()) {
        cx.act(Action::CopyDay(date));
    }
    if entry(ui, cx, (&named("menu-open-day"), ""), true) {
        cx.act(Action::ShowDateIn("day", date));
    }
}

fn on_day(cx: &ViewContext<'_>, date: NaiveDate) -> Vec<SessionId> {
    cx.index().sessions_on(date).iter().copied().filter(|&id| cx.is_let_through(id)).collect()
}

/// The menu of a lane, which stands for `row` where it stands for any: its sessions on the day in sight and on all days,
/// what it is, and how lanes without sessions show.
pub fn lane_menu(response: &Response, cx: &ViewContext<'_>, (row, title): (Option<RowId>, &str)) {
    context_menu(response, |ui| {
        let title = displayed(title);
        let named = |id: &'static str| cx.texts.text_with(id, &[("name", Value::from(&*title))]);
        if let Some(row) = row {
            let all: Vec<SessionId> =
                cx.index().sessions_of(row).iter().copied().filter(|&id| is_placed_and_shows(cx, id)).collect();
            let today = cx.date.map(|date| cx.index().sessions_on(date));
            let here: Vec<SessionId> =
                all.iter().copied().filter(|id| today.is_some_and(|today| today.contains(id))).collect();
            if entry(ui, cx, (&named("menu-select-lane-day"), ""), !here.is_empty()) {
                cx.act(Action::Select(Selection::sessions(here)));
            }
            if entry(ui, cx, (&named("menu-select-lane"), ""), !all.is_empty()) {
                cx.act(Action::Select(Selection::sessions(all)));
            }
            ui.separator();
            if entry(ui, cx, (&named("menu-properties"), ""), true) {
                cx.select(row);
            }
            if entry(ui, cx, (&named("menu-remove"), ""), true) {
                cx.perform(Command::Remove(vec![row]));
            }
            ui.separator();
        }
        command_entry(ui, cx, UiCommand::AddRoom, true);
        let slim = cx.settings.slim_lanes;
        let text = if slim { "menu-show-empty-lanes" } else { "menu-slim-empty-lanes" };
        if entry(ui, cx, (cx.text(text), ""), true) {
            cx.act(Action::Choose(Preference::SlimLanes(!slim)));
        }
    });
}

fn is_placed_and_shows(cx: &ViewContext<'_>, id: SessionId) -> bool {
    cx.plan.sessions().get(id).is_some_and(|session| session.placement.is_some()) && cx.is_let_through(id)
}

/// The menu of empty ground: what is made there, and what is pasted there.
pub fn ground_entries(ui: &mut Ui, cx: &ViewContext<'_>, (new, paste): (Option<&Session>, Action)) {
    let at = new.and_then(|session| session.placement.as_ref());
    let place = at.map(|at| phrases::placement(cx, at)).unwrap_or_default();
    let text = cx.texts.text_with("menu-new-here", &[("place", Value::from(&place))]);
    if entry(ui, cx, (&text, ""), new.is_some())
        && let Some(session) = new
    {
        cx.act(Action::PerformAt(cx.workbench.generation(), Command::Create(Box::new(session.clone()))));
    }
    if entry(ui, cx, (cx.text("menu-paste-here"), ""), true) {
        cx.act(paste);
    }
    if let Some(at) = at {
        ui.separator();
        day_entries(ui, cx, at.start.date());
    }
}
