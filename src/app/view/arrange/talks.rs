//! The answer about talks: which one is given in which session, and when; taken talk by talk, as one step.

use std::collections::BTreeSet;

use egui::{EventFilter, Id, Key, Modifiers, Rect, Response, RichText, Role, Sense, Ui, WidgetInfo};

use crate::app::action::{Action, Message};
use crate::app::context::ViewContext;
use crate::app::paint::text::displayed;
use crate::app::phrases;
use crate::app::style::{Type, size};
use crate::app::widget::cells::{Column, ROW, cell, ground, heads_ui, row_fill, rows_ui, text, tick_ui};
use crate::app::widget::fields::note;
use crate::app::widget::rows::Go;
use crate::arrange::talks::{ArrangedTalks, Given};
use crate::edit::Command;
use crate::model::{AgendaItemId, Plan, SessionId};
use crate::texts::{Value, tid};
use crate::workbench::Generation;

use super::line::Taking;
use super::side::{head_ui, sums_ui};
use super::table::change_ui;

/// The room of the box.
const BOX: f32 = 34.0;
/// So many talks without a place are named.
const MOST: usize = 6;

/// An answer.
#[derive(Debug)]
pub struct TalkAnswer {
    arranged: ArrangedTalks,
    /// The state of the plan that it was found for.
    generation: Generation,
    ticked: BTreeSet<AgendaItemId>,
    cursor: usize,
    sought: Option<usize>,
    /// Whether some of it was taken.
    is_taken: bool,
}

impl TalkAnswer {
    /// Of what was found; everything in it is ticked.
    pub fn new(arranged: ArrangedTalks, generation: Generation) -> Self {
        let ticked = arranged.moves.iter().map(|given| given.talk).collect();
        Self { arranged, generation, ticked, cursor: 0, sought: None, is_taken: false }
    }

    /// Whether anything is left to look at.
    pub fn is_open(&self, plan: &Plan) -> bool {
        !(self.is_taken && self.arranged.moves.is_empty())
            && self.arranged.moves.iter().all(|given| plan.items().contains(given.talk))
    }

    /// What can be taken of it.
    pub fn taking(&self) -> Taking {
        let (ticked, all) = (self.ticked.len(), self.arranged.moves.len());
        Taking { ticked, all, can_take: ticked > 0, is_provisional: false }
    }

    /// Does what is ticked, as one step.
    pub fn take(&mut self, cx: &ViewContext<'_>) {
        let command = Command::Take(Box::new(self.arranged.patch_of(cx.plan, &|talk| self.ticked.contains(&talk))));
        cx.act(Action::PerformAt(cx.workbench.generation(), command));
        let count = [("count", Value::from(self.ticked.len()))];
        cx.act(Action::Tell(Message { text: cx.texts.text_with("arrange-talks-taken", &count), is_error: false }));
        // What is not ticked stays in the answer.
        self.arranged.moves.retain(|given| !self.ticked.contains(&given.talk));
        (self.cursor, self.is_taken) = (0, true);
        self.ticked.clear();
    }

    /// The talks, row by row; `ground` has the keyboard for them.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (ground, takes_keyboard): (&Response, bool)) {
        let whole = ui.max_rect();
        let (top, body) = whole.split_top_bottom_at_y(whole.top() + ROW);
        if takes_keyboard {
            ground.request_focus();
        }
        self.keys(ui, cx, (ground.id, body.height()));
        let width = whole.width();
        let columns = [(BOX, width * 0.42 - 8.0), (width * 0.42, width - 8.0)];
        let heads = [(columns[0], tid("arrange-talk")), (columns[1], tid("arrange-talk-where"))];
        heads_ui(ui, cx, top, (&heads, &[]));
        let count = self.arranged.moves.len();
        rows_ui(ui, ("arrange talks", body), (count, self.sought.take()), |ui, at, rect| {
            if self.row_ui(ui, cx, (at, rect, &columns)) {
                ground.request_focus();
            }
        });
    }

    /// One row; whether it was clicked.
    fn row_ui(&mut self, ui: &Ui, cx: &ViewContext<'_>, (at, rect, columns): (usize, Rect, &[Column; 2])) -> bool {
        let given = self.arranged.moves[at];
        let is_ticked = self.ticked.contains(&given.talk);
        let is_chosen = self.cursor == at;
        let response = ui.interact(rect, Id::unique(("arrange-talk-row", given.talk)), Sense::CLICK);
        let said = spoken(cx, given);
        response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_chosen, &said));
        let painter = ground(ui, cx, rect, row_fill(cx, (is_chosen, response.hovered()), cx.theme.panel));
        let title = phrases::row_title(cx, given.talk.into());
        let words = cx.texts.text_with("arrange-talk-tick", &[("talk", Value::from(&title))]);
        let place = (cell(rect, (4.0, BOX)), Id::unique(("arrange-talk-box", given.talk)));
        if tick_ui(ui, cx, place, (is_ticked, true), &words).clicked() {
            self.tick(given.talk);
        }
        let color = if is_ticked { cx.theme.text } else { cx.theme.text_2 };
        text(ui, &painter, cell(rect, columns[0]), RichText::new(&title).font(Type::Body.font()).color(color));
        let was = cx.plan.items().get(given.talk).map(|item| item.session).filter(|&was| was != given.session);
        let from = was.map(|session| phrases::row_title(cx, session.into()));
        change_ui(ui, cx, &painter, (cell(rect, columns[1]), color), (from.as_deref(), &place_of(cx, given)));
        let response = response.on_hover_text(displayed(&said));
        if response.clicked() {
            self.choose(cx, at);
        }
        if response.double_clicked() {
            show(cx, given.session);
        }
        response.clicked()
    }

    fn tick(&mut self, talk: AgendaItemId) {
        if !self.ticked.remove(&talk) {
            self.ticked.insert(talk);
        }
    }

    fn choose(&mut self, cx: &ViewContext<'_>, at: usize) {
        if let Some(&given) = self.arranged.moves.get(at) {
            (self.cursor, self.sought) = (at, Some(at));
            cx.act(Action::Say(spoken(cx, given)));
        }
    }

    fn keys(&mut self, ui: &Ui, cx: &ViewContext<'_>, (ground, height): (Id, f32)) {
        let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(ground, arrows));
        if ui.memory(|memory| memory.focused()) != Some(ground) || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        let count = self.arranged.moves.len();
        let page = ((height / size::ROW) as usize).saturating_sub(2);
        for (key, go) in Go::KEYS {
            for _ in 0..ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key)) {
                self.choose(cx, go.target(Some(self.cursor), count, page));
            }
        }
        let Some(&given) = self.arranged.moves.get(self.cursor) else { return };
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::Space) {
            self.tick(given.talk);
        }
        if pressed(Key::Enter) {
            show(cx, given.session);
        }
    }

    /// What it does to the plan, and what finds no place.
    pub fn side_ui(&self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let count = [("count", Value::from(self.arranged.moves.len()))];
        head_ui(ui, cx, &cx.texts.text_with("arrange-moves", &count));
        if self.generation != cx.workbench.generation() {
            note(ui, cx, cx.text("arrange-plan-changed"));
        }
        let [before, after] = self.arranged.counts;
        sums_ui(ui, cx, &|severity| (before[severity as usize], after[severity as usize]));
        let left = &self.arranged.left;
        if !left.is_empty() {
            let values = [("count", Value::from(left.len()))];
            head_ui(ui, cx, &cx.texts.text_with("arrange-talks-left", &values));
            for &talk in left.iter().take(MOST) {
                let title = phrases::row_title(cx, talk.into());
                ui.label(RichText::new(displayed(&title)).font(Type::Body.font()).color(cx.theme.text));
            }
            if left.len() > MOST {
                note(ui, cx, &cx.texts.text_with("drag-more", &[("count", Value::from(left.len() - MOST))]));
            }
        }
    }
}

/// When and where a talk would be given.
fn place_of(cx: &ViewContext<'_>, given: Given) -> String {
    let when = given.time(cx.plan).map(|time| phrases::weekday_and_time(cx, time)).unwrap_or_default();
    format!("{when}, {}", phrases::row_title(cx, given.session.into()))
}

/// What a move is, in a sentence.
fn spoken(cx: &ViewContext<'_>, given: Given) -> String {
    let was = cx.plan.items().get(given.talk).map(|item| phrases::row_title(cx, item.session.into()));
    let title = phrases::row_title(cx, given.talk.into());
    format!("{title}: {} → {}", was.unwrap_or_default(), place_of(cx, given))
}

fn show(cx: &ViewContext<'_>, session: SessionId) {
    cx.act(Action::RevealIn("agenda", session.into()));
}
