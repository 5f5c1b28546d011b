//! Above the table: what the file was taken for, where it goes, in which zone its clocks hang, and which lines are shown.

use egui::{RichText, Ui, vec2};

use super::super::sieve::{choice_ui, choices_ui};
use super::super::source::picker_ui;
use super::Programme;
use super::lines::Show;
use super::looked::Taken;
use crate::app::context::ViewContext;
use crate::app::paint::text::{elided, tip};
use crate::app::phrases;
use crate::app::style::{Type, icons, size};
use crate::app::widget::buttons::{Rank, frame_button};
use crate::app::widget::fields::flaw;
use crate::app::widget::picker::{Picked, picker};
use crate::app::widget::signs::sign_ui;
use crate::app::widget::zones::{zone_choices, zone_name};
use crate::edit::first_day;
use crate::model::zone::Tz;
use crate::model::{CivilTime, Severity};
use crate::texts::{Value, tid};

/// What was chosen.
#[derive(Clone, Copy, Debug)]
pub enum Chosen {
    /// Which lines are shown.
    Show(Show),
    /// Whether it becomes a plan of its own.
    New(bool),
    /// In which zone clocks hang of which the file does not say it.
    Zone(Tz),
}

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, programme: &mut Programme) -> Option<Chosen> {
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        let name = programme.called(cx);
        let name = RichText::new(format!("{} {name}", icons::FILE_TEXT)).font(Type::Strong.font());
        let name = elided(ui, name, 360.0);
        ui.label(name);
        let text = RichText::new(taken_for(cx, programme)).font(Type::Small.font()).color(cx.theme.text_2);
        ui.label(text);
        let names = [cx.text("import-into-plan").to_owned(), cx.text("import-into-new").to_owned()];
        if let Some(at) = picker_ui(ui, cx, tid("import-into"), &names, usize::from(programme.is_new)) {
            chosen = Some(Chosen::New(at == 1));
        }
        if programme.understood.draft.asks_zone
            && let Some(zone) = programme.wish.zone
        {
            let name = zone_name(zone);
            let said = cx.texts.text_with("import-zone", &[("name", Value::from(&name))]);
            chosen = zone_picker_ui(ui, cx, (&said, &said)).map(Chosen::Zone).or(chosen);
        }
    });
    if programme.understood.draft.asks_zone && programme.wish.zone.is_none() {
        chosen = zone_asked_ui(ui, cx).map(Chosen::Zone).or(chosen);
    }
    ui.add_space(2.0);
    if programme.is_waiting() {
        ui.add_space(8.0);
        let count = programme.understood.draft.sessions.len();
        programme.share.ui(ui, cx, &cx.texts.text_with("import-looking", &[("count", Value::from(count))]));
        return chosen;
    }
    outcome_ui(ui, cx, programme);
    chosen = shown_ui(ui, cx, programme).map(Chosen::Show).or(chosen);
    ui.add_space(6.0);
    chosen
}

/// What the file was taken for, and what it holds.
fn taken_for(cx: &ViewContext<'_>, programme: &Programme) -> String {
    let understood = &programme.understood;
    let draft = &understood.draft;
    let values = [
        ("format", Value::from(cx.text(understood.importer.label))),
        ("sessions", Value::from(draft.sessions.len())),
        ("rooms", Value::from(draft.rooms.len())),
        ("people", Value::from(draft.people.len())),
    ];
    cx.texts.text_with("import-taken-for", &values)
}

/// Asks in which zone clocks hang.
fn zone_asked_ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Option<Tz> {
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        sign_ui(ui, RichText::new(icons::WARNING).color(cx.theme.warning));
        ui.label(cx.text("import-ask-zone"));
        let of_plan = cx.plan.main_event().map_or(cx.plan.header().zone, |event| event.zone);
        let said = cx.texts.text_with("import-zone-of-plan", &[("name", Value::from(&zone_name(of_plan)))]);
        if frame_button(ui, cx, Rank::Bordered, ("", &said), &said).clicked() {
            chosen = Some(of_plan);
        }
        let other = cx.text("import-zone-other");
        chosen = zone_picker_ui(ui, cx, (other, other)).or(chosen);
    });
    chosen
}

fn zone_picker_ui(ui: &mut Ui, cx: &ViewContext<'_>, (shown, spoken): (&str, &str)) -> Option<Tz> {
    let button = frame_button(ui, cx, Rank::Bordered, (icons::GLOBE, shown), spoken);
    let at = CivilTime::midnight(cx.date.unwrap_or_else(|| first_day(cx.plan)));
    match picker(&button, cx, cx.text("inspector-zone"), None, || zone_choices(at)) {
        Some(Picked::Known(zone)) => Some(zone),
        _ => None,
    }
}

/// What would be new besides sessions, who would lose a place, and what the rules say; or why it can not be taken.
fn outcome_ui(ui: &mut Ui, cx: &ViewContext<'_>, programme: &Programme) {
    let Some((_, looked)) = &programme.looked else { return };
    match &looked.taken {
        Err(why) => flaw(ui, cx, &phrases::refusal(cx, why)),
        Ok(taken) => taken_ui(ui, cx, programme, taken),
    }
}

fn taken_ui(ui: &mut Ui, cx: &ViewContext<'_>, programme: &Programme, taken: &Taken) {
    let [events, rooms, people, topics] = taken.made;
    let lost: Vec<&str> =
        taken.lost.iter().filter_map(|&id| cx.plan.sessions().get(id)).map(|s| cx.session_title(s)).collect();
    let caused = |severity| {
        let all = taken.caused.iter().filter(|(own, _)| *own == severity);
        super::super::named(&all.map(|(_, sentence)| sentence.as_str()).collect::<Vec<_>>())
    };
    let rules = |at: usize, id| {
        let values = [("before", Value::from(taken.before[at])), ("after", Value::from(taken.after[at]))];
        cx.texts.text_with(id, &values)
    };
    let counted = |id, count: usize| cx.texts.text_with(id, &[("count", Value::from(count))]);
    let weight = |at: usize, color| if taken.after[at] > taken.before[at] { color } else { cx.theme.text_2 };
    let says = |at: usize| taken.before[at] + taken.after[at] > 0;
    let sums = [
        (events > 0, icons::CALENDAR_PLUS, cx.theme.ok, counted(tid("import-events"), events), String::new()),
        (rooms > 0, icons::DOOR, cx.theme.ok, counted(tid("paste-rooms"), rooms), String::new()),
        (people > 0, icons::USER_PLUS, cx.theme.ok, counted(tid("paste-people"), people), String::new()),
        (topics > 0, icons::TAG, cx.theme.ok, counted(tid("import-topics"), topics), String::new()),
        (
            !lost.is_empty(),
            icons::INBOX,
            cx.theme.warning,
            counted(tid("import-lost"), lost.len()),
            super::super::named(&lost),
        ),
        (says(0), icons::ERROR, weight(0, cx.theme.error), rules(0, tid("import-errors")), caused(Severity::Error)),
        (
            says(1),
            icons::WARNING,
            weight(1, cx.theme.warning),
            rules(1, tid("import-warnings")),
            caused(Severity::Warning),
        ),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        for (_, sign, color, text, more) in sums.into_iter().filter(|sum| sum.0) {
            sign_ui(ui, RichText::new(sign).color(color));
            let response = ui.label(text);
            if !more.is_empty() {
                tip(response, &more);
            }
            ui.add_space(10.0);
        }
        if programme.working.is_some() {
            ui.add(egui::Spinner::new().size(size::ICON));
        }
    });
}

/// The sorts of lines, each with how many there are, and a field to look for some.
fn shown_ui(ui: &mut Ui, cx: &ViewContext<'_>, programme: &mut Programme) -> Option<Show> {
    let mut chosen = None;
    let (counts, shown) = (programme.lines.counts, programme.show);
    choices_ui(ui, cx, &mut programme.words, |ui| {
        for show in Show::ALL {
            let count = counts[show as usize];
            if count == 0 && show != Show::All && show != shown {
                continue;
            }
            let (sign, color, id) = named(cx, show);
            let words = cx.texts.text_with(id, &[("count", Value::from(count))]);
            if choice_ui(ui, show == shown, (sign, color), &words).clicked() {
                chosen = Some(show);
            }
        }
    });
    chosen
}

/// The sign of a sort of lines, its colour, and the id of what it is called with how many there are.
fn named(cx: &ViewContext<'_>, show: Show) -> (&'static str, egui::Color32, &'static str) {
    match show {
        Show::All => (icons::LIST, cx.theme.text_2, tid("import-show-all")),
        Show::New => (icons::PLUS, cx.theme.ok, tid("import-show-new")),
        Show::Changed => (icons::PENCIL, cx.theme.accent, tid("import-show-changed")),
        Show::Same => (icons::CHECK, cx.theme.text_2, tid("import-show-same")),
        Show::Gone => (icons::MINUS, cx.theme.warning, tid("import-show-gone")),
        Show::Decide => (icons::HELP, cx.theme.warning, tid("import-show-decide")),
        Show::Remarks => (icons::INFO, cx.theme.text_2, tid("import-show-remarks")),
    }
}
