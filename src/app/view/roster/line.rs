//! The line above the grid: of which event, a new team, filling, and only the days with sittings without a team.

use std::sync::Arc;

use chrono::NaiveDate;
use egui::{Align, Id, Layout, RichText, Role, Ui, WidgetInfo};

use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};
use crate::app::widget::against::menu_button;
use crate::app::widget::buttons::filled_button;
use crate::app::widget::calendar::{Shown, calendar_popup};
use crate::app::widget::cells::small;
use crate::app::widget::fields::{option_ui, paragraph, popup_under};
use crate::edit::Command;
use crate::edit::roster::{Filled, OnRoster, filled};
use crate::model::roster::{self, Roster};
use crate::model::{EventId, LocalText, Team};
use crate::texts::{Value, findings, short};
use crate::workbench::Generation;

/// The room that a button at the right needs.
const BUTTON: f32 = 120.0;
/// So many sittings that stay without a team are named.
const MOST: usize = 6;

/// Draws it; answers which event is asked for.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, roster: &Roster, gaps_only: &mut bool) -> Option<EventId> {
    let mut asked = None;
    if ui.available_width() > 7.0 * BUTTON {
        ui.label(RichText::new(cx.text("roster-title")).font(Type::Head.font()).color(cx.theme.text));
    }
    let events = roster::events(cx.plan);
    if events.len() > 1 {
        asked = event_ui(ui, cx, roster.event, &events);
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        fill_ui(ui, cx, roster);
        team_ui(ui, cx, roster, false);
        if ui.available_width() > BUTTON {
            gaps_ui(ui, cx, roster, gaps_only);
        }
    });
    asked
}

/// Which event is shown, and the others with something to interpret.
fn event_ui(ui: &mut Ui, cx: &ViewContext<'_>, shown: EventId, events: &[EventId]) -> Option<EventId> {
    let name = |id: EventId| {
        let event = cx.plan.events().get(id);
        event.map(|event| cx.short_name(&event.code, &event.title).to_owned()).unwrap_or_default()
    };
    let most = if ui.available_width() > 5.0 * BUTTON { 48 } else { 14 };
    let button = menu_button(ui, cx, (icons::CALENDAR, &short::beginning(&name(shown), most)));
    let mut asked = None;
    popup_under(&button).width(280.0).show(|ui| {
        for &id in events {
            let name = name(id);
            if option_ui(ui, id == shown, name.as_str(), &name) {
                asked = Some(id);
            }
        }
    });
    asked
}

/// Adds a team that is there from a day on, which is asked for.
pub fn team_ui(ui: &mut Ui, cx: &ViewContext<'_>, roster: &Roster, is_filled: bool) {
    let name = cx.text("roster-add");
    let button = if is_filled {
        filled_button(ui, cx, &format!("{} {name}", icons::PLUS), true)
    } else {
        ui.button(format!("{} {name}", icons::PLUS))
    };
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let button = button.on_hover_text(cx.text("roster-add-tip"));
    let days = cx.plan.events().get(roster.event).map(|event| event.dates.first_and_last());
    let chosen = days.map(|(first, _)| first);
    if let Some(day) = calendar_popup(&button, cx, Shown { chosen, marked: days }) {
        cx.perform(Command::Put(new_team(cx, day).into()));
    }
}

fn new_team(cx: &ViewContext<'_>, from: NaiveDate) -> Team {
    let team = Team::following(cx.plan, Some(from));
    if !cx.plan.teams().is_empty() {
        return team;
    }
    let letter = Team::letter(0);
    let name = cx.texts.text_with("roster-new-team", &[("letter", Value::from(&letter))]);
    Team { title: LocalText::one(cx.settings.title_language(), &name), ..team }
}

/// What filling would come to, worked out once for a state of the plan.
fn outcome(ui: &Ui, cx: &ViewContext<'_>, roster: &Roster) -> Arc<Filled> {
    type Known = ((Generation, EventId), Arc<Filled>);
    let (id, now) = (Id::unique("roster-fill-outcome"), (cx.workbench.generation(), roster.event));
    let known = ui.data(|data| data.get_temp::<Known>(id)).filter(|(at, _)| *at == now);
    let (_, outcome) = known.unwrap_or_else(|| {
        let known = (now, Arc::new(filled(roster)));
        ui.data_mut(|data| data.insert_temp(id, known.clone()));
        known
    });
    outcome
}

/// What filling would come to, and the button that does it.
fn fill_ui(ui: &mut Ui, cx: &ViewContext<'_>, roster: &Roster) {
    let has_any = roster.gaps().next().is_some() && !roster.teams.is_empty();
    let name = cx.text("roster-fill");
    let button = ui.add_enabled(has_any, egui::Button::new(format!("{} {name}", icons::WAND)));
    button.widget_info(|| WidgetInfo::labeled(Role::Button, has_any, name));
    let button = button.on_hover_text(cx.text("roster-fill-tip"));
    popup_under(&button).width(320.0).show(|ui| {
        let outcome = outcome(ui, cx, roster);
        let values = [("count", Value::from(outcome.given.len())), ("left", Value::from(outcome.left.len()))];
        paragraph(ui, &cx.texts.text_with("roster-fill-outcome", &values), Type::Body, cx.theme.text);
        let language = cx.settings.title_language();
        for &session in outcome.left.iter().take(MOST) {
            let name = findings::session_name(cx.texts, cx.plan, language, session);
            ui.label(small(&format!("{} {name}", icons::CIRCLE_X), cx.theme.error));
        }
        if outcome.left.len() > MOST {
            let values = [("count", Value::from(outcome.left.len() - MOST))];
            ui.label(small(&cx.texts.text_with("roster-fill-more", &values), cx.theme.text_2));
        }
        let do_it = filled_button(ui, cx, cx.text("roster-fill-do"), !outcome.given.is_empty());
        if do_it.clicked() {
            cx.perform(Command::Roster(OnRoster::Fill(roster.event, roster.limits)));
            ui.close();
        }
    });
}

/// Shows only days with sittings without a team, and how many such sittings there are.
fn gaps_ui(ui: &mut Ui, cx: &ViewContext<'_>, roster: &Roster, gaps_only: &mut bool) {
    let count = roster.gaps().count();
    if roster.teams.is_empty() || (count == 0 && !*gaps_only) {
        return;
    }
    let name = cx.text("roster-without");
    let spoken = format!("{name}, {count}");
    let button = ui.selectable_label(*gaps_only, format!("{} {name}  {count}", icons::CIRCLE_X));
    button.widget_info(|| WidgetInfo::selected(Role::Button, true, *gaps_only, &spoken));
    if button.on_hover_text(cx.text("roster-gaps-tip")).clicked() {
        *gaps_only = !*gaps_only;
    }
}
