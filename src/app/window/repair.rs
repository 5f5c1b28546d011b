//! The window that repairs, by asking what arranges: the fewest moves that clear the chosen findings, to be taken whole, in part, or not at all.

use std::sync::atomic::AtomicBool;

use egui::{Label, RichText, ScrollArea, Ui};

use crate::arrange::Proposal;
use crate::arrange::fewest::{Fewest, How, fewest};
use crate::check::Finding;
use crate::edit::Command;
use crate::model::{Placement, SessionId, Severity};
use crate::texts::Value;
use crate::workbench::Generation;

use super::Floating;
use super::sheet::{docked, filled_button, plain_button};
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::paint::text::wrapped;
use crate::app::phrases;
use crate::app::style::Type;
use crate::app::system::tasks::Task;
use crate::app::widget::fields::note;

/// The window, open or not.
#[derive(Debug, Default)]
pub struct RepairWindow {
    open: bool,
    wanted: Wanted,
    /// A search, and for which state of the plan.
    search: Option<(Generation, Task<Fewest>)>,
    answer: Option<Answer>,
    /// Where the order of placing matters, the next search tries others.
    seed: u64,
}

/// Which findings are to be cleared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Wanted {
    #[default]
    Errors,
    Warnings,
    Selected,
}

#[derive(Debug)]
struct Answer {
    generation: Generation,
    found: Fewest,
    taken: Vec<bool>,
}

impl Floating for RepairWindow {
    fn is_docked(&self) -> bool {
        true
    }

    fn docked_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        if !docked(ui, cx, cx.text("repair-title"), |ui| self.content(ui, cx)) {
            self.close();
        }
    }

    fn is_open(&self) -> bool {
        self.open
    }

    fn close(&mut self) {
        // A search ends with the window.
        (self.open, self.search) = (false, None);
    }
}

impl RepairWindow {
    /// Opens it.
    pub fn open(&mut self) {
        *self = Self { open: true, ..Self::default() };
    }

    fn content(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        note(ui, cx, cx.text("repair-intro"));
        ui.add_space(8.0);
        ui.label(RichText::new(cx.text("repair-choose")).font(Type::Head.font()));
        let before = self.wanted;
        ui.radio_value(&mut self.wanted, Wanted::Errors, cx.text("repair-errors"));
        ui.radio_value(&mut self.wanted, Wanted::Warnings, cx.text("repair-errors-warnings"));
        ui.radio_value(&mut self.wanted, Wanted::Selected, cx.text("repair-selected"));
        let stale = self.answer.as_ref().is_some_and(|answer| answer.generation != cx.workbench.generation());
        if before != self.wanted || stale {
            self.answer = None;
        }
        if self.search.as_ref().is_some_and(|(known, _)| *known != cx.workbench.generation()) {
            self.search = None;
        }
        self.receive();
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            if self.search.is_some() {
                ui.spinner();
                ui.label(cx.text("repair-searching"));
                if ui.button(cx.text("repair-stop")).clicked() {
                    self.search = None;
                }
                return;
            }
            let text = cx.text("repair-search");
            // What has been found is to be taken; until then, the next thing to do is to search.
            let has_moves = self.answer.as_ref().is_some_and(|answer| !answer.found.proposal.moves.is_empty());
            let button = if has_moves { plain_button(ui, text, true) } else { filled_button(ui, cx, text, true) };
            if button.clicked() {
                self.start(ui, cx);
            }
        });
        if let Some(answer) = &mut self.answer {
            ui.add_space(8.0);
            if answer_ui(ui, cx, answer) {
                self.answer = None;
            }
        }
    }

    fn chosen(&self, cx: &ViewContext<'_>) -> Vec<Finding> {
        let checker = cx.workbench.checker();
        let counts = |finding: &&&Finding| match self.wanted {
            Wanted::Errors => finding.severity == Severity::Error,
            Wanted::Warnings => finding.severity >= Severity::Warning,
            Wanted::Selected => finding.sessions.iter().any(|&id| cx.selection.contains(id)),
        };
        let sorted = checker.sorted();
        sorted.iter().filter(|finding| finding.is_open()).filter(counts).map(|finding| (*finding).clone()).collect()
    }

    fn start(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        let chosen = self.chosen(cx);
        let (plan, seed) = (cx.plan.clone(), self.seed);
        self.seed += 1;
        self.answer = None;
        let work = move |stop: &AtomicBool| fewest(&plan, &chosen, How { seed, ..How::default() }, stop, &|_, _| {});
        let search = Task::start(ui.ctx(), "repair", work);
        self.search = Some((cx.workbench.generation(), search));
    }

    fn receive(&mut self) {
        let Some((generation, result)) =
            self.search.as_ref().and_then(|(generation, search)| Some((*generation, search.poll()?)))
        else {
            return;
        };
        self.search = None;
        if let Ok(found) = result {
            let taken = vec![true; found.proposal.moves.len()];
            self.answer = Some(Answer { generation, found, taken });
        }
    }
}

/// The proposal, move by move; returns whether it was taken.
fn answer_ui(ui: &mut Ui, cx: &ViewContext<'_>, answer: &mut Answer) -> bool {
    let Proposal { moves, cleared, left, .. } = &answer.found.proposal;
    if moves.is_empty() {
        let nothing = cleared.is_empty() && left.is_empty();
        ui.add(Label::new(cx.text(if nothing { "repair-nothing" } else { "repair-none" })).wrap());
        return false;
    }
    let count = |id, count: usize| cx.texts.text_with(id, &[("count", Value::from(count))]);
    ui.add(Label::new(RichText::new(count("repair-cleared", cleared.len())).font(Type::Head.font())).wrap());
    if answer.found.is_proven() {
        note(ui, cx, cx.text("repair-proven"));
    } else {
        note(ui, cx, &count("repair-searched", answer.found.least));
    }
    if !left.is_empty() {
        note(ui, cx, &count("repair-left", left.len()));
    }
    ui.add_space(4.0);
    let mut pointed = None;
    let room = (ui.available_height() - 44.0).max(80.0);
    ScrollArea::vertical().auto_shrink([false, true]).max_height(room).show(ui, |ui| {
        for ((id, placement), taken) in moves.iter().zip(&mut answer.taken) {
            let title = cx.plan.sessions().get(*id).map(|session| cx.session_title(session)).unwrap_or_default();
            let to = phrases::placement(cx, placement);
            let values = [("session", Value::from(title)), ("placement", Value::from(&to))];
            let room = ui.available_width() - ui.spacing().icon_width - ui.spacing().icon_spacing;
            let text = wrapped(ui, cx.texts.text_with("repair-move", &values), room, usize::MAX);
            let response = ui.checkbox(taken, text);
            if response.hovered() {
                pointed = Some((*id, placement.clone()));
            }
        }
    });
    let chosen: Vec<(SessionId, Placement)> =
        moves.iter().zip(&answer.taken).filter(|(_, taken)| **taken).map(|(moved, _)| moved.clone()).collect();
    cx.act(Action::Preview(pointed.map_or_else(|| chosen.clone(), |only| vec![only])));
    ui.add_space(4.0);
    let take = filled_button(ui, cx, cx.text("repair-take"), !chosen.is_empty()).clicked();
    if take {
        cx.perform(Command::Place(chosen));
    }
    take
}
