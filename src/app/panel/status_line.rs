//! The line below everything: what is selected, counts, the step, the zoom, saved or not.

use egui::{Align, Button, Layout, RichText, Ui};

use crate::model::Severity;
use crate::texts::{Value, dates};

use crate::app::action::UiCommand;
use crate::app::context::ViewContext;
use crate::app::paint::text::elided_ui;
use crate::app::panel::findings;
use crate::app::phrases;
use crate::app::style::icons;
use crate::app::widget::menus::shortcut_text;

/// Draws it; `view` is what the view says of itself.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, view: Option<String>) {
    ui.horizontal(|ui| {
        ui.style_mut().override_text_style = Some(egui::TextStyle::Small);

        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let (icon, text, color) = if cx.workbench.document().is_modified() {
                ("●", cx.text("status-modified"), cx.theme.warning_mark)
            } else {
                (icons::CHECK, cx.text("status-saved"), cx.theme.ok)
            };
            ui.label(text);
            ui.label(RichText::new(icon).color(color));
            ui.separator();
            if let Some(view) = view {
                ui.label(view);
                ui.separator();
            }
            let snap = match cx.settings.snap_mins {
                1 => cx.text("snap-none").to_owned(),
                mins => cx.texts.text_with("snap-mins", &[("mins", Value::from(mins))]),
            };
            ui.label(format!("{} {snap}", icons::MAGNET)).on_hover_text(cx.text("look-snap"));
            ui.separator();
            ui.label(counts(cx, cx.index().waiting().len()));
            ui.separator();
            findings_ui(ui, cx, cx.workbench.checker().counts());
            ui.separator();
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                elided_ui(ui, selected(cx));
            });
        });
    });
}

/// How many findings there are; a click opens or closes their list.
fn findings_ui(ui: &mut Ui, cx: &ViewContext<'_>, counts: [usize; 5]) {
    let parts: Vec<(Severity, String)> = findings::SEVERITIES
        .into_iter()
        .filter(|&severity| counts[severity as usize] > 0)
        .map(|severity| (severity, findings::count_text(cx, severity, counts[severity as usize])))
        .collect();
    let mut atoms = egui::Atoms::default();
    for (severity, text) in &parts {
        if *severity != parts[0].0 {
            atoms.push_right(RichText::new("·").color(cx.theme.text_2));
        }
        let icon = RichText::new(icons::severity(*severity)).color(cx.theme.severity(*severity));
        atoms.push_right(icon);
        atoms.push_right(RichText::new(text.as_str()));
    }
    let none = cx.texts.text_with("findings-marks-tip", &[("count", Value::from(0_usize))]);
    if parts.is_empty() {
        atoms.push_right(RichText::new(icons::CIRCLE_CHECK).color(cx.theme.ok));
        atoms.push_right(RichText::new(none.as_str()));
    }
    let spoken = parts.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(", ");
    let spoken = if spoken.is_empty() { &none } else { &spoken };
    let open = cx.settings.findings_open;
    ui.spacing_mut().button_padding = egui::vec2(4.0, 1.0);
    ui.spacing_mut().interact_size.y = 20.0;
    let response = ui.add(Button::new(atoms).gap(4.0).selected(open).frame_when_inactive(open));
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, open, spoken));
    let keys = shortcut_text(ui, UiCommand::ToggleFindings).unwrap_or_default();
    if response.on_hover_text(format!("{}  {keys}", cx.text("command-findings-tip"))).clicked() {
        cx.run(UiCommand::ToggleFindings);
    }
}

fn counts(cx: &ViewContext<'_>, waiting: usize) -> String {
    let sessions = cx.plan.sessions();
    let all = cx.texts.text_with("status-sessions", &[("count", Value::from(sessions.len()))]);
    match cx.matches {
        Some(matches) => {
            let shown = cx.texts.text_with("status-filtered", &[("count", Value::from(matches.len()))]);
            format!("{shown} · {all}")
        }
        None if waiting > 0 => {
            format!("{all} · {}", cx.texts.text_with("status-waiting", &[("count", Value::from(waiting))]))
        }
        None => all,
    }
}

/// What is selected; where nothing is, the last step, or what one could do.
fn selected(cx: &ViewContext<'_>) -> RichText {
    let only = cx.selection.sessions.first().filter(|_| cx.selected.count == 1);
    let text = match (cx.selected.count, cx.selection.focus) {
        (1, _) => {
            only.and_then(|&id| cx.plan.sessions().get(id)).map(|only| phrases::spoken(cx, only)).unwrap_or_default()
        }
        (0, Some(row)) => phrases::row_title(cx, row),
        (0, None) => match cx.workbench.document().done().last() {
            Some(step) => phrases::step(cx, &step.label),
            None => return RichText::new(cx.text("status-hint")).color(cx.theme.text_2),
        },
        (count, _) => {
            let count = cx.texts.text_with("status-selected", &[("count", Value::from(count))]);
            format!("{count} · {}", dates::length_text(cx.texts, cx.selected.mins))
        }
    };
    RichText::new(text)
}
