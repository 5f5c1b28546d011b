//! Another place for one move of an answer: those that would be found for its session beside all the other moves.

use std::sync::atomic::AtomicBool;

use egui::{Button, RichText, Role, ScrollArea, Ui, WidgetInfo, vec2};

use crate::app::context::ViewContext;
use crate::app::paint::text::displayed;
use crate::app::phrases;
use crate::app::style::{icons, size};
use crate::app::system::tasks::Task;
use crate::app::widget::focus;
use crate::arrange::{Slot, SlotLimits, slots};
use crate::check::Checker;
use crate::model::{Placement, Plan, SessionId, Severity};
use crate::texts::{findings, tid};
use crate::workbench::Generation;

use super::answer::Answer;

/// How wide the list is, and how high at most, in points.
const WIDTH: f32 = 420.0;
const HEIGHT: f32 = 360.0;

/// For which session, which state of the plan, and which ticks.
type Key = (SessionId, Generation, u64);

/// The places of one session, looked for on a thread.
#[derive(Debug, Default)]
pub struct Others {
    search: Option<(Key, Task<Vec<Slot>>)>,
    found: Option<(Key, Vec<Slot>)>,
}

impl Others {
    /// The list of them, under a button; the place that was chosen.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (answer, id): (&Answer, SessionId)) -> Option<Placement> {
        ui.set_width(WIDTH);
        ui.set_max_height(HEIGHT);
        let key = (id, cx.workbench.generation(), answer.ticks());
        if let Some(done) = self.search.as_ref().and_then(|(_, search)| search.poll()) {
            // A search that broke down has found nothing.
            self.found = self.search.take().map(|(of, _)| (of, done.unwrap_or_default()));
        }
        let is_known = self.found.as_ref().is_some_and(|(of, _)| *of == key);
        if !is_known && self.search.as_ref().is_none_or(|(of, _)| *of != key) {
            let plan = answer.plan_with(cx.plan, id);
            self.search = Some((key, Task::start(ui.ctx(), "other places", move |stop| look(&plan, id, stop))));
        }
        let Some((_, found)) = self.found.as_ref().filter(|(of, _)| *of == key) else {
            ui.horizontal(|ui| {
                ui.spinner();
                ui.weak(cx.text("slots-searching"));
            });
            return None;
        };
        if found.is_empty() {
            ui.weak(cx.text("slots-none"));
        }
        ScrollArea::vertical().max_height(HEIGHT).show(ui, |ui| places_ui(ui, cx, found)).inner
    }
}

/// The list; the place that was chosen.
fn places_ui(ui: &mut Ui, cx: &ViewContext<'_>, found: &[Slot]) -> Option<Placement> {
    let mut chosen = None;
    for (index, slot) in found.iter().enumerate() {
        let Some((_, at)) = slot.moves.first() else { continue };
        let place = phrases::placement(cx, at);
        let worst = slot.against.first().filter(|finding| finding.severity >= Severity::Warning);
        let why = worst.map(|worst| findings::sentence(cx.texts, cx.plan, cx.settings.title_language(), worst));
        let fits = cx.text(tid("slots-fits"));
        let spoken = format!("{place} – {}", why.as_deref().unwrap_or(fits));
        let (sign, shown) =
            if why.is_some() { (icons::WARNING, spoken.as_str()) } else { (icons::CHECK, place.as_str()) };
        let line = RichText::new(format!("{sign}  {}", displayed(shown)));
        let line = worst.map_or(line.clone(), |worst| line.color(cx.theme.severity(worst.severity)));
        let button = Button::selectable(false, line).wrap().min_size(vec2(WIDTH, size::TARGET));
        let button = ui.add(button);
        if index == 0 {
            focus::is_chosen(&button);
        }
        button.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, &spoken));
        if button.clicked() {
            chosen = Some(at.clone());
            ui.close();
        }
    }
    chosen
}

/// Whether no error speaks against it.
fn is_possible(slot: &Slot) -> bool {
    slot.against.iter().all(|finding| finding.severity < Severity::Error)
}

/// So many places of the same day come first.
const SAME_DAY: usize = 5;

/// The best places of the day on which it is now, then those of all days of its event, within its hours.
fn look(plan: &Plan, id: SessionId, stop: &AtomicBool) -> Vec<Slot> {
    let Some(session) = plan.sessions().get(id) else { return Vec::new() };
    let Some(event) = plan.events().get(session.event) else { return Vec::new() };
    let all = SlotLimits { keeps_order: false, ..SlotLimits::of(event) };
    let mut checker = Checker::new(plan);
    let mut found = Vec::new();
    if let Some(day) = session.placement.as_ref().map(|at| at.start.date()) {
        let of_day = SlotLimits { first: day, last: day, ..all.clone() };
        found = slots((plan, &mut checker), &[id], &of_day, stop);
        found.retain(is_possible);
        found.truncate(SAME_DAY);
    }
    let others = slots((plan, &mut checker), &[id], &all, stop);
    let is_new = |slot: &Slot| !found.iter().any(|known| known.moves == slot.moves);
    let others: Vec<Slot> = others.into_iter().filter(is_possible).filter(is_new).collect();
    found.extend(others);
    found
}
