//! The line below everything: what is selected or can be done on the left; findings, counts, saved or not on the right.

use egui::{Align, Button, Layout, RichText, Ui, UiBuilder, vec2};

use crate::keeping::State;
use crate::model::Severity;
use crate::texts::{Value, dates, errors, tid};

use crate::app::action::UiCommand;
use crate::app::context::ViewContext;
use crate::app::gesture::Gesture;
use crate::app::paint::bar;
use crate::app::paint::text::{elided, elided_ui};
use crate::app::phrases;
use crate::app::style::{Type, icons, size};
use crate::app::widget::menus::shortcut_text;
use crate::app::widget::signs::sign_ui;

/// Where the plan stands.
pub struct Standing {
    /// Whether it has a file of its own, which tells what *saved* means.
    pub has_file: bool,
    /// How safe the changes are that are not saved, where there is a journal.
    pub journal: Option<State>,
}

/// Draws it; of the view it says what would change by what is being typed there, or what can be done in it while nothing is
/// selected.
pub fn ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    gesture: &Gesture,
    ([typing, view], standing): ([Option<String>; 2], Standing),
) {
    ui.spacing_mut().item_spacing.x = 6.0;
    let whole = ui.max_rect();
    let mut right = ui.new_child(UiBuilder::new().max_rect(whole).layout(Layout::right_to_left(Align::Center)));
    right_ui(&mut right, cx, &standing);
    let until = right.min_rect().left() - 12.0;
    let left = whole.with_max_x(until.max(whole.left()));
    let mut left = ui.new_child(UiBuilder::new().max_rect(left).layout(Layout::left_to_right(Align::Center)));
    let said = |text: &str| RichText::new(text).font(Type::Small.font()).color(cx.theme.text_2);
    if let Some((text, what)) = dragging(cx, gesture) {
        left.spacing_mut().item_spacing.x = 0.0;
        let text = whole_parts(&left, &text);
        let at = text.find(&what).filter(|_| !what.is_empty());
        let (before, after) = at.map_or((text, ""), |at| (&text[..at], &text[at + what.len()..]));
        for text in [said(before), said(&what).font(Type::Strong.font()).color(cx.theme.text), said(after)] {
            if !text.is_empty() {
                elided_ui(&mut left, text);
            }
        }
        return;
    }
    let boundary = gesture.is_on_boundary().then(|| cx.text("status-boundary").to_owned());
    let text = typing.or(boundary).or_else(|| selected(cx)).or(view);
    let text = text.unwrap_or_else(|| cx.text("status-hint").to_owned());
    elided_ui(&mut left, said(&text));
}

/// As many of the parts between dots as there is room for, one at least: half a key tells nothing.
fn whole_parts<'a>(ui: &Ui, text: &'a str) -> &'a str {
    // Some of it is set in a heavier face.
    let room = ui.available_width() - 16.0;
    let fits = |text: &str| elided(ui, RichText::new(text).font(Type::Small.font()), f32::INFINITY).size().x <= room;
    let mut shown = text;
    while !fits(shown)
        && let Some((before, _)) = shown.rsplit_once(" · ")
    {
        shown = before;
    }
    shown
}

/// From right to left.
fn right_ui(ui: &mut Ui, cx: &ViewContext<'_>, standing: &Standing) {
    let small = |text: &str| RichText::new(text).font(Type::Small.font()).color(cx.theme.text_2);
    let room = ui.max_rect().width();
    standing_ui(ui, cx, standing);
    divider_ui(ui);
    let (navigator, inspector) = cx.panels;
    for (is_open, command) in [(inspector, UiCommand::ToggleInspector), (navigator, UiCommand::ToggleNavigator)] {
        if !is_open && room > 1000.0 {
            closed_ui(ui, cx, command);
            divider_ui(ui);
        }
    }
    if room > 760.0 {
        ui.label(small(&counts(cx)));
        divider_ui(ui);
    }
    if cx.index().open_to_dos() > 0 {
        to_dos_ui(ui, cx);
        divider_ui(ui);
    }
    findings_ui(ui, cx, cx.workbench.checker().counts());
}

/// How many to-dos are open, and whether some are overdue; a click opens their list.
fn to_dos_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    let open = cx.index().open_to_dos();
    let overdue = cx.now.map_or(0, |now| cx.index().overdue_to_dos(now.date()));
    let mut spoken = cx.texts.text_with("to-dos-open", &[("count", Value::from(open))]);
    let mut shown = open.to_string();
    if overdue > 0 {
        let late = cx.texts.text_with("to-dos-overdue", &[("count", Value::from(overdue))]);
        spoken = format!("{spoken}, {late}");
        shown = if ui.max_rect().width() < 900.0 { shown } else { format!("{shown} · {late}") };
    }
    let (sign, color) = match overdue {
        0 => (icons::LIST_CHECKS, cx.theme.text_2),
        _ => (icons::WARNING, cx.theme.warning_mark),
    };
    let mut atoms = egui::Atoms::default();
    atoms.push_right(RichText::new(sign).size(size::SMALL_ICON).color(color));
    atoms.push_right(RichText::new(shown).font(Type::Small.font()).color(cx.theme.text_2));
    let response = ui.scope(|ui| {
        flat(ui);
        ui.add(Button::new(atoms).gap(5.0).frame_when_inactive(false))
    });
    let response = response.inner;
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &spoken));
    let keys = shortcut_text(ui, UiCommand::ToDos).unwrap_or_default();
    if response.on_hover_text(format!("{spoken}. {}  {keys}", cx.text("command-to-dos-tip"))).clicked() {
        cx.run(UiCommand::ToDos);
    }
}

/// Whether the plan is saved, and else how safe the changes are.
fn standing_ui(ui: &mut Ui, cx: &ViewContext<'_>, standing: &Standing) {
    let (pencil, mark) = (icons::PENCIL, cx.theme.warning_mark);
    let (icon, color, id, tip) = match (cx.workbench.document().is_modified(), &standing.journal) {
        (false, _) if standing.has_file => (icons::CHECK, cx.theme.ok, tid("status-saved"), None),
        (false, _) => (icons::CHECK, cx.theme.ok, tid("status-unchanged"), None),
        (true, None | Some(State::Idle)) => (pencil, mark, tid("status-modified"), None),
        (true, Some(State::Writing)) => (pencil, mark, tid("status-writing"), None),
        (true, Some(State::Safe)) => {
            (pencil, mark, tid("status-journal"), Some(cx.text("status-journal-tip").to_owned()))
        }
        (true, Some(State::Failed(why))) => {
            let why = errors::save_error(cx.texts, why);
            let tip = cx.texts.text_with("journal-failed", &[("why", Value::from(&why))]);
            (icons::ERROR, cx.theme.error, tid("status-no-journal"), Some(tip))
        }
    };
    let text = RichText::new(cx.text(id)).font(Type::Small.font()).color(cx.theme.text_2);
    let label = ui.label(text);
    if let Some(tip) = tip {
        label.on_hover_text(tip);
    }
    sign_ui(ui, RichText::new(icon).size(size::SMALL_ICON).color(color));
}

fn divider_ui(ui: &mut Ui) {
    ui.add_space(2.0);
    let (rect, _) = ui.allocate_exact_size(vec2(1.0, 16.0), egui::Sense::hover());
    let color = ui.visuals().window_stroke.color;
    ui.painter().vline(rect.center().x.floor() + 0.5, rect.y_range(), egui::Stroke::new(1.0, color));
    ui.add_space(2.0);
}

/// A panel that is closed, and the keys that open it.
fn closed_ui(ui: &mut Ui, cx: &ViewContext<'_>, command: UiCommand) {
    let name = cx.text(command.text_ids().0);
    let keys = RichText::new(shortcut_text(ui, command).unwrap_or_default());
    let mut atoms = egui::Atoms::default();
    atoms.push_right(RichText::new(name).font(Type::Small.font()).color(cx.theme.text_2));
    atoms.push_right(keys.font(Type::Meta.font()).color(cx.theme.text_3));
    ui.scope(|ui| {
        flat(ui);
        let response = ui.add(Button::new(atoms).gap(6.0).frame_when_inactive(false));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
        if response.on_hover_text(cx.text(command.text_ids().1)).clicked() {
            cx.run(command);
        }
    });
}

/// Buttons as high as targets have to be, and not higher than the line.
fn flat(ui: &mut Ui) {
    ui.spacing_mut().button_padding = vec2(6.0, 2.0);
    ui.spacing_mut().interact_size.y = size::TARGET;
}

/// How many findings there are; a click opens or closes their list.
fn findings_ui(ui: &mut Ui, cx: &ViewContext<'_>, counts: [usize; 5]) {
    let parts: Vec<(Severity, String)> = phrases::SEVERITIES
        .into_iter()
        .filter(|&severity| counts[severity as usize] > 0)
        .map(|severity| (severity, phrases::findings_count(cx, severity, counts[severity as usize])))
        .collect();
    let mut atoms = egui::Atoms::default();
    let short = ui.max_rect().width() < 900.0;
    for (severity, text) in &parts {
        let (sign, color) = cx.theme.severity_sign(*severity);
        atoms.push_right(RichText::new(sign).size(size::SMALL_ICON).color(color));
        let count = counts[*severity as usize].to_string();
        let text = if short { &count } else { text };
        // A blank that keeps the parts apart belongs to the part before it.
        let text = RichText::new(format!("{text}\u{2002}")).font(Type::Small.font());
        atoms.push_right(text.color(cx.theme.severity(*severity)));
    }
    let none = cx.texts.text_with("findings-marks-tip", &[("count", Value::from(0_usize))]);
    if parts.is_empty() {
        atoms.push_right(RichText::new(icons::CIRCLE_CHECK).size(size::SMALL_ICON).color(cx.theme.ok));
        atoms.push_right(RichText::new(none.as_str()).font(Type::Small.font()).color(cx.theme.text_2));
    }
    let spoken = parts.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(", ");
    let spoken = if spoken.is_empty() { &none } else { &spoken };
    let open = cx.settings.findings_open;
    let response = ui.scope(|ui| {
        flat(ui);
        ui.add(Button::new(atoms).gap(5.0).selected(open).frame_when_inactive(open))
    });
    let response = response.inner;
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, open, spoken));
    let keys = shortcut_text(ui, UiCommand::ToggleFindings).unwrap_or_default();
    if response.on_hover_text(format!("{}  {keys}", cx.text("command-findings-tip"))).clicked() {
        cx.run(UiCommand::ToggleFindings);
    }
}

/// `86 in WTDC-25 · 111 in the plan`; of a filter, how many it lets through.
fn counts(cx: &ViewContext<'_>) -> String {
    let all = cx.plan.sessions().len();
    let main = cx.index().main_events();
    let of_main: usize = main.iter().map(|&id| cx.index().sessions_of(id).len()).sum();
    let whole = cx.texts.text_with("status-in-plan", &[("count", Value::from(all))]);
    let event = main.first().and_then(|&id| cx.plan.events().get(id));
    let first = match (cx.matches, event) {
        (Some(matches), _) => cx.texts.text_with("status-filtered", &[("count", Value::from(matches.len()))]),
        (None, Some(event)) if of_main != all && !cx.title(&event.code).is_empty() => {
            let values = [("count", Value::from(of_main)), ("event", Value::from(cx.title(&event.code)))];
            cx.texts.text_with("status-in-event", &values)
        }
        _ => cx.texts.text_with("status-sessions", &[("count", Value::from(all))]),
    };
    let waiting = cx.index().waiting().len();
    let last = match (waiting, cx.matches, of_main != all) {
        (1.., None, _) => cx.texts.text_with("status-waiting", &[("count", Value::from(waiting))]),
        (_, None, false) => return first,
        _ => whole,
    };
    format!("{first} · {last}")
}

/// What a drag can do, and the part of that which says what is dragged.
fn dragging(cx: &ViewContext<'_>, gesture: &Gesture) -> Option<(String, String)> {
    if !gesture.is_dragging() {
        return None;
    }
    let Some((count, id)) = gesture.dragged() else {
        return Some((cx.text("status-drag").to_owned(), String::new()));
    };
    let what = match cx.plan.sessions().get(id).filter(|_| count == 1) {
        Some(session) => bar::words(cx, session).short().into_owned(),
        None => cx.texts.text_with("step-sessions", &[("count", Value::from(count))]),
    };
    // Only what has a place can keep it, or be copied from there.
    let id = if gesture.grabbed().is_some() { tid("status-dragging") } else { tid("status-dragging-in") };
    Some((cx.texts.text_with(id, &[("what", Value::from(&what))]), what))
}

/// What is selected.
fn selected(cx: &ViewContext<'_>) -> Option<String> {
    let only = cx.selection.sessions.first().filter(|_| cx.selected.count == 1);
    match (cx.selected.count, cx.selection.focus) {
        (1, _) => {
            let what = only.and_then(|&id| cx.plan.sessions().get(id)).map(|only| phrases::summary(cx, only));
            Some(cx.texts.text_with("status-one", &[("what", Value::from(&what.unwrap_or_default()))]))
        }
        (0, Some(row)) => Some(phrases::row_title(cx, row)),
        (0, None) => None,
        (count, _) => {
            let count = cx.texts.text_with("status-selected", &[("count", Value::from(count))]);
            Some(format!("{count} · {}", dates::length_text(cx.texts, cx.selected.mins)))
        }
    }
}
