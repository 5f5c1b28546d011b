//! What is told before dates are changed: what moves, what comes to lie badly, which pinned sessions stay, which findings come
//! and go.

use std::collections::BTreeSet;

use egui::{Align, Id, Label, Layout, Rect, Response, RichText, ScrollArea, Ui, UiBuilder, vec2};

use crate::check::Finding;
use crate::model::{EventId, Plan, SessionId};
use crate::texts::{Value, findings, tid};

use super::{Open, What};
use crate::app::context::ViewContext;
use crate::app::paint::text::{tip, wrapped};
use crate::app::phrases;
use crate::app::style::{Type, icons, size};
use crate::app::widget::fields::note;

/// So many findings, sessions or deadlines are named one by one.
const MOST_FINDINGS: usize = 12;
const MOST_NAMED: usize = 4;
/// So many sessions that keep their places are in sight at once.
const MOST_PINNED: f32 = 8.0;

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
            (tid("dates-no-hour"), &misplaced.no_hour),
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
        let count = self.known.pinned.len();
        if count == 0 {
            return;
        }
        let id = if self.known.all_pinned { tid("dates-pinned") } else { tid("dates-staying") };
        head(ui, cx, &cx.texts.text_with(id, &[("count", Value::from(count))]));
        note(ui, cx, cx.text("dates-pinned-note"));
        if count > 1 {
            let mut ticked = self.pinned.len() == count;
            let text = cx.texts.text_with("dates-move-all", &[("count", Value::from(count))]);
            if tick_ui(ui, &mut ticked, (&text, 1)).changed() {
                self.pinned = if ticked { self.known.pinned.iter().copied().collect() } else { BTreeSet::new() };
            }
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let area =
            ScrollArea::vertical().id_salt("pinned").auto_shrink([false, true]).max_height(MOST_PINNED * size::ROW);
        area.show_rows(ui, size::ROW, count, |ui, range| {
            let upper = ui.cursor().min;
            // One more on each side, where the keyboard goes on; what has it keeps it out of sight, too.
            let (first, end) = (range.start.saturating_sub(1), (range.end + 1).min(count));
            let held = self.held.take().filter(|&at| at < count);
            let above = held.filter(|&at| at < first);
            let below = held.filter(|&at| at >= end);
            for at in above.into_iter().chain(first..end).chain(below) {
                let below = (at as f32 - range.start as f32) * size::ROW;
                let row = Rect::from_min_size(upper + vec2(0.0, below), vec2(ui.available_width(), size::ROW));
                let layout = Layout::left_to_right(Align::Center);
                let id = self.known.pinned[at];
                let mut row = ui.new_child(
                    UiBuilder::new().scope_id(Id::unique(("dates pinned", id))).max_rect(row).layout(layout),
                );
                if pinned_row_ui(&mut row, cx, id, &mut self.pinned) {
                    self.held = Some(at);
                }
            }
            ui.allocate_space(vec2(ui.available_width(), range.len() as f32 * size::ROW));
        });
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
        if self.known.moved_along > 0 {
            let count = Value::from(self.known.moved_along);
            note(ui, cx, &cx.texts.text_with("dates-move-along", &[("count", count)]));
        }
        for (id, findings) in [(tid("dates-caused"), &outcome.caused), (tid("dates-solved"), &outcome.solved)] {
            if findings.is_empty() {
                continue;
            }
            head(ui, cx, &cx.texts.text_with(id, &[("count", Value::from(findings.len()))]));
            let after = self.known.after.as_ref().filter(|_| id == "dates-caused");
            for finding in findings.iter().take(MOST_FINDINGS) {
                finding_ui(ui, cx, (after.unwrap_or(cx.plan), finding));
            }
            if findings.len() > MOST_FINDINGS {
                let more = Value::from(findings.len() - MOST_FINDINGS);
                note(ui, cx, &cx.texts.text_with("inspector-and-more", &[("count", more)]));
            }
        }
    }
}

/// A session that keeps its place, with its tick; whether it has the keyboard.
fn pinned_row_ui(ui: &mut Ui, cx: &ViewContext<'_>, id: SessionId, moves: &mut BTreeSet<SessionId>) -> bool {
    let Some(session) = cx.plan.sessions().get(id) else { return false };
    let at = session.placement.as_ref().map(|at| phrases::placement(cx, at)).unwrap_or_default();
    let name = format!("{}, {at}", cx.session_title(session));
    let text = cx.texts.text_with("dates-move-too", &[("what", Value::from(&name))]);
    let mut ticked = moves.contains(&id);
    let tick = tick_ui(ui, &mut ticked, (&name, 1));
    tick.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, ticked, &text));
    if tick.changed() {
        if ticked {
            moves.insert(id)
        } else {
            moves.remove(&id)
        };
    }
    tick.has_focus()
}

/// A tick with a text of so many lines at most.
pub(super) fn tick_ui(ui: &mut Ui, ticked: &mut bool, (text, lines): (&str, usize)) -> Response {
    let room = ui.available_width() - ui.spacing().icon_width - ui.spacing().icon_spacing;
    let galley = wrapped(ui, text, room, lines);
    let (on, is_cut) = (*ticked, galley.elided);
    let response = ui.checkbox(ticked, galley);
    let response = if is_cut { tip(response, text) } else { response };
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, on, text));
    response
}

fn head(ui: &mut Ui, cx: &ViewContext<'_>, text: &str) {
    ui.add_space(8.0);
    ui.add(Label::new(RichText::new(text).font(Type::Head.font()).color(cx.theme.text)).wrap());
}

fn warning_ui(ui: &mut Ui, cx: &ViewContext<'_>, id: &str, (count, names): (usize, &str)) {
    let text = cx.texts.text_with(id, &[("count", Value::from(count)), ("names", Value::from(names))]);
    sign_ui(ui, cx, (icons::WARNING, cx.theme.warning_mark), &text);
}

fn finding_ui(ui: &mut Ui, cx: &ViewContext<'_>, (plan, finding): (&Plan, &Finding)) {
    let sentence = findings::sentence(cx.texts, plan, cx.settings.title_language(), finding);
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
