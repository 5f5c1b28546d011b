//! The line below everything: what is selected, counts, the step, the zoom, saved or not.

use egui::{Align, Layout, RichText, Ui};

use crate::edit::Document;
use crate::texts::{Value, dates};

use super::context::ViewContext;
use super::lettering::displayed;
use super::phrases;
use super::settings::ViewKind;
use super::theme::icons;

/// What the line remembers: how many sessions wait in the tray, by the plan's revision.
#[derive(Debug, Default)]
pub struct StatusLine {
    waiting: Option<(u64, usize)>,
}

impl StatusLine {
    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, document: &Document, scale: Option<f64>) {
        let waiting = match self.waiting {
            Some((revision, waiting)) if revision == cx.revision => waiting,
            _ => cx.plan.sessions().iter().filter(|session| session.placement.is_none()).count(),
        };
        self.waiting = Some((cx.revision, waiting));
        line_ui(ui, cx, document, (scale, waiting));
    }
}

fn line_ui(ui: &mut Ui, cx: &ViewContext<'_>, document: &Document, (scale, waiting): (Option<f64>, usize)) {
    ui.horizontal(|ui| {
        ui.style_mut().override_text_style = Some(egui::TextStyle::Small);
        ui.set_min_height(20.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let (icon, text, color) = if document.is_modified() {
                ("●", cx.text("status-modified"), cx.theme.amber)
            } else {
                (icons::CHECK, cx.text("status-saved"), cx.theme.green)
            };
            ui.label(text);
            ui.label(RichText::new(icon).color(color));
            ui.separator();
            if let (ViewKind::Timeline, Some(scale)) = (cx.settings.view, scale) {
                let pixels = format!("{:.0}", scale * 60.0);
                ui.label(cx.texts.text_with("status-zoom", &[("points", Value::from(&pixels))]));
                ui.separator();
            }
            let snap = match cx.settings.snap_mins {
                1 => cx.text("snap-none").to_owned(),
                mins => cx.texts.text_with("snap-mins", &[("mins", Value::from(mins))]),
            };
            ui.label(format!("{} {snap}", icons::MAGNET)).on_hover_text(cx.text("look-snap"));
            ui.separator();
            ui.label(counts(cx, waiting));
            ui.separator();
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(egui::Label::new(selected(cx, document)).truncate());
            });
        });
    });
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
fn selected(cx: &ViewContext<'_>, document: &Document) -> RichText {
    let sessions: Vec<_> = cx.selection.sessions.iter().filter_map(|&id| cx.plan.sessions().get(id)).collect();
    let text = match (sessions.as_slice(), cx.selection.focus) {
        ([only], _) => phrases::spoken(cx, only),
        ([], Some(row)) => phrases::row_title(cx, row),
        ([], None) => match document.done().last() {
            Some(step) => phrases::step(cx, &step.label),
            None => return RichText::new(cx.text("status-hint")).color(cx.theme.weak_text),
        },
        (several, _) => {
            let mins = several.iter().map(|session| session.length().mins()).sum();
            let count = cx.texts.text_with("status-selected", &[("count", Value::from(several.len()))]);
            format!("{count} · {}", dates::length_text(cx.texts, mins))
        }
    };
    RichText::new(displayed(&text).into_owned())
}
