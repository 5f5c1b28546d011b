//! What is told before dates are changed: what moves, what comes to lie badly, which pinned sessions stay, which findings come
//! and go.

use egui::{Label, RichText, Ui};

use crate::check::Finding;
use crate::model::{EventId, SessionId};
use crate::texts::{Value, findings, tid};

use super::{Open, What};
use crate::app::context::ViewContext;
use crate::app::paint::text::wrapped;
use crate::app::phrases;
use crate::app::style::{Type, icons, size};
use crate::app::widget::fields::note;

/// So many findings, sessions or deadlines are named one by one.
const MOST_FINDINGS: usize = 12;
const MOST_NAMED: usize = 4;

impl Open {
    /// All of it; `moves` says whether anything would be done.
    pub(super) fn told_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, moves: bool) {
        head(ui, cx, cx.text("dates-happens"));
        if !moves {
            note(ui, cx, cx.text("dates-nothing"));
            self.pinned_ui(ui, cx);
            return;
        }
        let (sessions, events) = self.known.moved;
        if self.what != What::FirstDay {
            let values = [("sessions", Value::from(sessions)), ("events", Value::from(events))];
            sign_ui(ui, cx, (icons::ARROW_RIGHT, cx.theme.text_2), &cx.texts.text_with("dates-moved", &values));
        }
        let misplaced = &self.known.misplaced;
        let lines = [
            (tid("dates-outside"), &self.known.outside),
            (tid("dates-weekend"), &misplaced.weekend),
            (tid("dates-day-off"), &misplaced.days_off),
        ];
        for (id, sessions) in lines {
            if !sessions.is_empty() {
                warning_ui(ui, cx, id, (sessions.len(), &session_names(cx, sessions)));
            }
        }
        if !misplaced.late.is_empty() {
            warning_ui(ui, cx, tid("dates-late"), (misplaced.late.len(), &event_names(cx, &misplaced.late)));
        }
        self.pinned_ui(ui, cx);
        self.findings_ui(ui, cx);
    }

    /// The sessions that keep their places, each with a tick.
    fn pinned_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        if self.known.pinned.is_empty() {
            return;
        }
        let count = Value::from(self.known.pinned.len());
        let mut rows = self.known.pinned.iter().filter_map(|&id| cx.plan.sessions().get(id));
        let id = if rows.all(|session| session.pinned) { tid("dates-pinned") } else { tid("dates-staying") };
        head(ui, cx, &cx.texts.text_with(id, &[("count", count)]));
        note(ui, cx, cx.text("dates-pinned-note"));
        for id in self.known.pinned.clone() {
            let Some(session) = cx.plan.sessions().get(id) else { continue };
            let at = session.placement.as_ref().map(|at| phrases::placement(cx, at)).unwrap_or_default();
            let name = format!("{}, {at}", cx.session_title(session));
            let text = cx.texts.text_with("dates-move-too", &[("what", Value::from(&name))]);
            let mut ticked = self.pinned.contains(&id);
            if tick_ui(ui, &mut ticked, &text) {
                if ticked {
                    self.pinned.insert(id)
                } else {
                    self.pinned.remove(&id)
                };
            }
        }
    }

    /// The findings that come and go.
    fn findings_ui(&self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let Some(outcome) = &self.known.outcome else {
            note(ui, cx, cx.text(if self.known.has_failed { tid("dates-failed") } else { tid("dates-looking") }));
            return;
        };
        if outcome.caused.is_empty() {
            ui.add_space(8.0);
            sign_ui(ui, cx, (icons::CIRCLE_CHECK, cx.theme.ok), cx.text("dates-no-finding"));
        }
        for (id, findings) in [(tid("dates-caused"), &outcome.caused), (tid("dates-solved"), &outcome.solved)] {
            if findings.is_empty() {
                continue;
            }
            head(ui, cx, &cx.texts.text_with(id, &[("count", Value::from(findings.len()))]));
            for finding in findings.iter().take(MOST_FINDINGS) {
                finding_ui(ui, cx, finding);
            }
            if findings.len() > MOST_FINDINGS {
                let more = Value::from(findings.len() - MOST_FINDINGS);
                note(ui, cx, &cx.texts.text_with("inspector-and-more", &[("count", more)]));
            }
        }
    }
}

/// A tick with a text that takes as many lines as it needs; whether it was clicked.
pub(super) fn tick_ui(ui: &mut Ui, ticked: &mut bool, text: &str) -> bool {
    let room = ui.available_width() - ui.spacing().icon_width - ui.spacing().icon_spacing;
    let galley = wrapped(ui, text, room, 3);
    let on = *ticked;
    let response = ui.checkbox(ticked, galley);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, on, text));
    *ticked != on
}

fn head(ui: &mut Ui, cx: &ViewContext<'_>, text: &str) {
    ui.add_space(8.0);
    ui.add(Label::new(RichText::new(text).font(Type::Head.font()).color(cx.theme.text)).wrap());
}

fn warning_ui(ui: &mut Ui, cx: &ViewContext<'_>, id: &str, (count, names): (usize, &str)) {
    let text = cx.texts.text_with(id, &[("count", Value::from(count)), ("names", Value::from(names))]);
    sign_ui(ui, cx, (icons::WARNING, cx.theme.warning_mark), &text);
}

fn finding_ui(ui: &mut Ui, cx: &ViewContext<'_>, finding: &Finding) {
    let sentence = findings::sentence(cx.texts, cx.plan, cx.settings.title_language(), finding);
    sign_ui(ui, cx, cx.theme.severity_sign(finding.severity), &sentence);
}

/// A sign and a text on as many lines as it needs.
fn sign_ui(ui: &mut Ui, cx: &ViewContext<'_>, (icon, color): (&str, egui::Color32), text: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.label(RichText::new(icon).size(size::SMALL_ICON).color(color));
        let font = RichText::new(text).font(Type::Small.font()).color(cx.theme.text);
        let galley = wrapped(ui, font, ui.available_width(), 6);
        let label = ui.add(Label::new(galley));
        label.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text));
    });
}

/// The first of them by name.
fn session_names(cx: &ViewContext<'_>, ids: &[SessionId]) -> String {
    let name = |&id: &SessionId| findings::session_name(cx.texts, cx.plan, cx.settings.title_language(), id);
    listed(ids.iter().take(MOST_NAMED).map(name), ids.len())
}

fn event_names(cx: &ViewContext<'_>, ids: &[EventId]) -> String {
    listed(ids.iter().take(MOST_NAMED).map(|&id| phrases::row_title(cx, id.into())), ids.len())
}

fn listed(names: impl Iterator<Item = String>, count: usize) -> String {
    let mut text = names.collect::<Vec<_>>().join(", ");
    if count > MOST_NAMED {
        text.push_str(", …");
    }
    text
}
