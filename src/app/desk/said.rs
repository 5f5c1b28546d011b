//! What is said to those who do not see the screen: what was done, where one has come to. Messages
//! on the screen say themselves.

use egui::accesskit::Live;
use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use crate::app::context::ViewContext;
use crate::app::phrases;
use crate::edit::Deed;
use crate::model::{Session, Severity};
use crate::texts::{Value, dates, findings, tid};
use crate::workbench::Change;

/// The last thing that was said.
#[derive(Debug, Default)]
pub(super) struct Said {
    text: String,
    /// How many things were said: each is another node, so that the same words are heard twice.
    count: usize,
    /// Whether it has been drawn.
    is_out: bool,
}

impl Said {
    /// Says it; together with what was said in the same frame.
    pub(super) fn say(&mut self, text: &str) {
        if self.is_out {
            (self.count, self.is_out) = (self.count + 1, false);
            self.text.clear();
        }
        if !self.text.is_empty() {
            self.text.push_str(". ");
        }
        self.text.push_str(text);
    }

    /// Puts it where screen readers find it. There is nothing to be seen of it.
    pub(super) fn ui(&mut self, ui: &Ui) {
        self.is_out = true;
        if self.text.is_empty() {
            return;
        }
        let rect = Rect::from_min_size(ui.max_rect().left_bottom(), vec2(1.0, 1.0));
        let response = ui.interact(rect, Id::unique(("said", self.count)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &self.text));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    }
}

/// What a change of the plan has done: `10:15–11:15, Room A; 2 new errors: …`.
pub(super) fn sentence(cx: &ViewContext<'_>, change: &Change) -> String {
    let mut sentence = deed(cx, change);
    // What taking it back would solve is what it has caused.
    let outcome = cx.workbench.what_if(&change.patch.inverse());
    let counts = [
        (Severity::Error, tid("drag-new-errors")),
        (Severity::Warning, tid("drag-new-warnings")),
        (Severity::Hint, tid("drag-new-hints")),
    ];
    for (severity, id) in counts {
        let mut of = outcome.solved.iter().filter(|finding| finding.severity == severity);
        let count = of.clone().count();
        if let Some(first) = of.next() {
            let titles = cx.settings.title_language();
            let (count, first) = (
                cx.texts.text_with(id, &[("count", Value::from(count))]),
                findings::sentence(cx.texts, cx.plan, titles, first),
            );
            let values =
                [("what", Value::from(&sentence)), ("count", Value::from(&count)), ("first", Value::from(&first))];
            sentence = cx.texts.text_with("said-new", &values);
        }
    }
    sentence
}

/// Where a session is now that was moved, else what the step is called.
fn deed(cx: &ViewContext<'_>, change: &Change) -> String {
    let mut moved = change.patch.changes::<Session>();
    let (first, more) = (moved.next(), moved.next());
    let is_move = matches!(change.label.deed, Deed::Move | Deed::Resize | Deed::Schedule);
    let (Some((_, row)), None, true) = (first, more, is_move) else { return phrases::step(cx, &change.label) };
    let (before, after) = (row.before.as_ref(), row.after.as_ref());
    let Some(at) = after.and_then(|session| session.placement.as_ref()) else {
        return phrases::step(cx, &change.label);
    };
    let old = before.and_then(|session| session.placement.as_ref());
    let span = at.span();
    let mut parts = Vec::new();
    if old.is_none_or(|old| old.start.date() == at.start.date()) && span.last_day() == at.start.date() {
        parts.push(dates::clock_span(cx.texts, span));
    } else {
        parts.push(dates::span_text(cx.texts, span));
    }
    parts
        .extend(at.rooms.iter().filter_map(|&id| cx.plan.rooms().get(id)).map(|room| cx.title(&room.title).to_owned()));
    parts.join(", ")
}
