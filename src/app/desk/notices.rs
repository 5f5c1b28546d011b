//! One message at a time, above the status line.

use std::collections::VecDeque;

use egui::accesskit::Live;
use egui::{Align2, Area, Button, Frame, Id, Margin, Order, RichText, Ui, vec2};

use super::said::Said;
use crate::app::action::{Action, Message, UiCommand};
use crate::app::context::ViewContext;
use crate::app::paint::text::{elided, wrapped};
use crate::app::style::{Type, icons, size};
use crate::app::widget::signs::sign_ui;
use crate::edit::Command;
use crate::texts::tid;
use crate::workbench::Generation;

/// The message on the screen, and those that wait behind it.
#[derive(Debug, Default)]
pub struct Notices {
    said: Said,
    notices: VecDeque<Notice>,
}

#[derive(Debug)]
struct Notice {
    message: Message,
    /// What can be done about it, while the plan is in this state.
    offer: Option<(Generation, Offer)>,
    /// When it goes; known as soon as it shows.
    until: Option<f64>,
}

/// What a button beside a message does about the last step.
#[derive(Clone, Debug, PartialEq)]
enum Offer {
    /// Puts back what was removed.
    PutBack,
    /// Takes back what was noted.
    TakeBack,
    /// Does this in its place; the id of what the button says.
    Instead(&'static str, Box<Command>),
}

impl Offer {
    /// The ids of what its button shows, and of what it is called.
    fn text_ids(&self) -> (&'static str, &'static str) {
        match self {
            Self::PutBack => (tid("command-undo"), tid("notice-undo")),
            Self::TakeBack => (tid("command-undo"), tid("notice-take-back")),
            Self::Instead(name, _) => (name, name),
        }
    }

    /// What it asks for.
    fn action(&self, generation: Generation) -> Action {
        match self {
            Self::PutBack | Self::TakeBack => Action::Run(UiCommand::Undo),
            Self::Instead(_, command) => Action::PerformInstead(generation, (**command).clone()),
        }
    }
}

/// More errors at once are not read.
const MOST: usize = 4;

/// How long a message stays, in seconds: errors and questions stay long enough to be read twice, what can be undone for a
/// decision.
fn seconds(notice: &Notice) -> f64 {
    match (notice.message.is_error, &notice.offer) {
        (true, _) | (_, Some((_, Offer::Instead(..)))) => 14.0,
        (false, Some(_)) => 8.0,
        (false, None) => 4.0,
    }
}

impl Notices {
    /// Shows a message for a while.
    pub fn tell(&mut self, message: Message) {
        self.add(message, None);
    }

    /// Tells that something was removed; while the plan stays in this state, it can be taken back.
    pub fn tell_removed(&mut self, text: String, generation: Generation) {
        self.add(Message { text, is_error: false }, Some((generation, Offer::PutBack)));
    }

    /// Tells that something was noted; while the plan stays in this state, it can be taken back.
    pub fn tell_noted(&mut self, text: String, generation: Generation) {
        self.add(Message { text, is_error: false }, Some((generation, Offer::TakeBack)));
    }

    /// Tells what the last step has done, and offers this in its place; `name` is the id of what the button says.
    pub fn offer_instead(&mut self, text: String, (generation, name): (Generation, &'static str), command: Command) {
        self.add(Message { text, is_error: false }, Some((generation, Offer::Instead(name, Box::new(command)))));
    }

    /// Says something to those who do not see the screen.
    pub fn say(&mut self, text: &str) {
        self.said.say(text);
    }

    /// What is no error gives way to whatever comes, and waits behind errors; only what can be undone is not to wait.
    fn add(&mut self, message: Message, offer: Option<(Generation, Offer)>) {
        self.notices.retain(|notice| notice.message != message && notice.message.is_error);
        if self.notices.len() >= MOST {
            self.notices.pop_front();
        }
        let notice = Notice { message, offer, until: None };
        if notice.offer.is_some() {
            self.notices.push_front(notice);
        } else {
            self.notices.push_back(notice);
        }
    }

    /// Draws it, above so many points at the foot of the view.
    pub fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>, foot: f32) {
        self.said.ui(ui);
        self.message_ui(ui, cx, foot);
        drop_hint_ui(ui, cx);
    }

    fn message_ui(&mut self, ui: &Ui, cx: &ViewContext<'_>, foot: f32) {
        let now = ui.input(|input| input.time);
        let Some(first) = self.notices.front_mut() else { return };
        let until = *first.until.get_or_insert(now + seconds(first));
        if until <= now {
            self.notices.pop_front();
            ui.ctx().request_repaint();
            return;
        }
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64((until - now).max(0.05)));
        let shown = Area::new(Id::unique("messages"))
            .order(Order::Foreground)
            .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -size::STATUS - foot - 8.0))
            .show(ui.ctx(), |ui| notice_ui(ui, cx, first));
        if shown.inner {
            self.notices.pop_front();
        }
    }
}

/// While a file hovers over the window: what dropping it does.
fn drop_hint_ui(ui: &Ui, cx: &ViewContext<'_>) {
    if ui.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let screen = ui.ctx().content_rect();
    let painter = ui.ctx().layer_painter(egui::LayerId::new(Order::Foreground, Id::unique("drop hint")));
    painter.rect_filled(screen, 0.0, cx.theme.band_over());
    painter.rect_stroke(screen.shrink(6.0), 8.0, egui::Stroke::new(2.0, cx.theme.accent), egui::StrokeKind::Inside);
    let font = egui::TextStyle::Heading.resolve(ui.style());
    painter.text(screen.center(), Align2::CENTER_CENTER, cx.text("drop-to-open"), font, cx.theme.text);
}

/// Draws one; returns whether it is done with.
fn notice_ui(ui: &mut Ui, cx: &ViewContext<'_>, notice: &Notice) -> bool {
    let message = &notice.message;
    let (icon, color) = if message.is_error { (icons::ERROR, cx.theme.error) } else { (icons::INFO, cx.theme.accent) };
    let offer = notice.offer.as_ref().filter(|(generation, _)| *generation == cx.workbench.generation());
    let mut is_done = false;
    let width = (ui.ctx().content_rect().width() - 120.0).min(640.0);
    Frame::popup(ui.style()).inner_margin(Margin { left: 12, right: 4, top: 4, bottom: 4 }).show(ui, |ui| {
        ui.set_max_width(width);
        ui.horizontal(|ui| {
            sign_ui(ui, RichText::new(icon).color(color).size(size::ICON));
            let shown = offer.map(|(_, offer)| offer.text_ids());
            let word = shown.map(|(shown, _)| RichText::new(cx.text(shown)).font(Type::Strong.font()));
            let word = word.map(|word| elided(ui, word, 200.0));
            let keys = word.as_ref().map_or(40.0, |word| word.size().x + 72.0);
            let text = RichText::new(&message.text);
            let galley = wrapped(ui, text, width - keys - 40.0, 3);
            let label = ui.label(galley);
            label.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &message.text));
            let live = if message.is_error { Live::Assertive } else { Live::Polite };
            ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(live));
            if let Some((generation, offer)) = offer {
                let (shown, name) = offer.text_ids();
                let text = RichText::new(cx.text(shown)).font(Type::Strong.font()).color(cx.theme.accent);
                let button = Button::new(text).frame_when_inactive(false).min_size(vec2(0.0, size::TARGET));
                let button = ui.add(button);
                button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, cx.text(name)));
                if button.clicked() {
                    cx.act(offer.action(*generation));
                    is_done = true;
                }
            }
            let close = Button::new(icons::X).frame_when_inactive(false).min_size(vec2(size::TARGET, size::TARGET));
            let close = ui.add(close);
            close.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, cx.text("button-close")));
            is_done |= close.clicked();
        });
    });
    is_done
}
