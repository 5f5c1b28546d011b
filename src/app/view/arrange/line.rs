//! The line above the moves: answers side by side, how far a search has come, and what is done with what is ticked.

use std::time::Duration;

use egui::{Align, Button, Layout, ProgressBar, RichText, Role, Stroke, Ui, WidgetInfo, vec2};

use crate::app::context::ViewContext;
use crate::app::style::{Type, icons, radius};
use crate::app::widget::buttons::{Rank, frame_button};
use crate::app::widget::cells::small;
use crate::texts::Value;

use super::answer::Answer;
use super::run::Run;

/// What somebody asks for in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To look at another answer.
    Show(usize),
    /// To search.
    Run,
    /// To stop with the best so far.
    Stop,
    /// To do what is ticked.
    Take,
    /// To leave the plan as it is.
    Leave,
    /// To see what is asked, or the moves again.
    Ask,
}

/// What is to be seen in it.
pub struct Shown<'a> {
    pub answers: &'a [Answer],
    pub at: usize,
    pub run: Option<&'a Run>,
    /// Whether it is said what to search for.
    pub can_run: bool,
    pub taking: Option<Taking>,
    /// Whether there is no room for what is asked beside the moves, and whether it is seen in their place.
    pub asks: Option<bool>,
}

/// What can be taken of an answer.
#[derive(Clone, Copy, Debug)]
pub struct Taking {
    /// How many moves are ticked, and of how many.
    pub ticked: usize,
    pub all: usize,
    /// Whether that changes anything.
    pub can_take: bool,
    /// Whether sessions are provisional from then on.
    pub is_provisional: bool,
}

/// The room that a button needs at most.
const BUTTON: f32 = 120.0;

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, shown: &Shown<'_>) -> Option<Asked> {
    let mut asked = None;
    if ui.available_width() > 6.0 * BUTTON {
        ui.label(RichText::new(cx.text("view-arrange")).font(Type::Head.font()).color(cx.theme.text));
        ui.add_space(4.0);
    }
    if !shown.answers.is_empty() {
        asked = tabs_ui(ui, cx, shown);
    }
    if let Some(run) = shown.run {
        asked = run_ui(ui, cx, run).or(asked);
    } else {
        let id = if shown.taking.is_none() { "arrange-run" } else { "arrange-run-again" };
        let is_next = shown.taking.is_none() && shown.can_run;
        let rank = if is_next { Rank::Filled } else { Rank::Bordered };
        let button = ui.add_enabled_ui(shown.can_run, |ui| {
            frame_button(ui, cx, rank, (icons::PLAY, cx.texts.text(id)), cx.texts.text(id))
        });
        if button.inner.on_hover_text(cx.text("arrange-run-tip")).clicked() {
            asked = Some(Asked::Run);
        }
    }
    if let Some(asks) = shown.asks.filter(|_| shown.taking.is_some()) {
        let words = cx.texts.text(if asks { "arrange-table" } else { "arrange-question" });
        if frame_button(ui, cx, Rank::Bordered, (icons::SLIDERS, ""), words).on_hover_text(words).clicked() {
            asked = Some(Asked::Ask);
        }
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let Some(Taking { ticked, all, can_take, is_provisional }) = shown.taking else { return };
        let values = [("count", Value::from(ticked)), ("all", Value::from(all))];
        let id = if is_provisional { "arrange-propose" } else { "arrange-take" };
        let words = cx.texts.text_with(id, &values);
        let rank = if can_take { Rank::Filled } else { Rank::Bordered };
        let take = ui.add_enabled_ui(can_take, |ui| frame_button(ui, cx, rank, (icons::CHECK, &words), &words));
        if take.inner.on_hover_text(cx.text("arrange-take-tip")).clicked() {
            asked = Some(Asked::Take);
        }
        let words = cx.text("arrange-leave");
        let leave = frame_button(ui, cx, Rank::Bordered, ("", words), words);
        if leave.on_hover_text(cx.text("arrange-leave-tip")).clicked() {
            asked = Some(Asked::Leave);
        }
    });
    asked
}

/// A tab for each answer.
fn tabs_ui(ui: &mut Ui, cx: &ViewContext<'_>, shown: &Shown<'_>) -> Option<Asked> {
    let mut asked = None;
    let frame = egui::Frame::new().fill(cx.theme.field).corner_radius(radius::CARD).inner_margin(2);
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (at, answer) in shown.answers.iter().enumerate() {
            let is_on = at == shown.at;
            let values = [("number", Value::from(at + 1)), ("count", Value::from(answer.rows.len()))];
            let words = cx.texts.text_with("arrange-answer", &values);
            let (fill, color) = if is_on { (cx.theme.panel, cx.theme.text) } else { (cx.theme.field, cx.theme.text_2) };
            let line = if is_on { cx.theme.line_strong } else { cx.theme.field };
            let text = RichText::new(&words).font(Type::Strong.font()).color(color);
            let button = Button::new(text).fill(fill).stroke(Stroke::new(1.0, line)).min_size(vec2(0.0, 24.0));
            let response = ui.add(button.corner_radius(radius::CONTROL));
            response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_on, &words));
            if response.clicked() {
                asked = Some(Asked::Show(at));
            }
        }
    });
    asked
}

/// How far a search has come, and the button that stops it.
fn run_ui(ui: &mut Ui, cx: &ViewContext<'_>, run: &Run) -> Option<Asked> {
    let (gone, most) = run.seconds();
    let words = match run.best() {
        _ if run.is_stopping => cx.text("arrange-stopping").to_owned(),
        Some(best) => {
            let after = format!("{:.1}", best.after.as_secs_f32());
            let values = [
                ("seconds", Value::from(gone as usize)),
                ("most", Value::from(most as usize)),
                ("after", Value::from(&after)),
            ];
            cx.texts.text_with("arrange-searching-best", &values)
        }
        None => {
            let values = [("seconds", Value::from(gone as usize)), ("most", Value::from(most as usize))];
            cx.texts.text_with("arrange-searching", &values)
        }
    };
    let bar = ProgressBar::new(gone / most.max(1.0)).desired_width(120.0).desired_height(6.0).fill(cx.theme.accent);
    ui.add(bar);
    ui.label(small(&words, cx.theme.text_2));
    // The bar goes on while nothing is told.
    ui.ctx().request_repaint_after(Duration::from_millis(200));
    let words = cx.text("arrange-stop");
    let stop =
        ui.add_enabled_ui(!run.is_stopping, |ui| frame_button(ui, cx, Rank::Bordered, (icons::SQUARE, words), words));
    stop.inner.on_hover_text(cx.text("arrange-stop-tip")).clicked().then_some(Asked::Stop)
}
