//! Messages that show for a while.

use egui::{Align2, Area, Frame, Id, Margin, Order, RichText, Ui, vec2};

use crate::app::action::Message;
use crate::app::context::ViewContext;
use crate::app::paint::text::label_ui;
use crate::app::style::icons;

/// Messages on the screen.
#[derive(Debug, Default)]
pub struct Notices {
    messages: Vec<(Message, Option<f64>)>,
}

/// How long a message stays, in seconds: errors stay long enough to be read twice.
fn seconds(message: &Message) -> f64 {
    if message.is_error { 14.0 } else { 4.0 }
}

impl Notices {
    /// Shows a message for a while.
    pub fn tell(&mut self, message: Message) {
        self.messages.retain(|(known, _)| *known != message);
        if self.messages.len() >= 4 {
            self.messages.remove(0);
        }
        self.messages.push((message, None));
    }

    /// Draws them.
    pub fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        self.messages_ui(ui, cx);
        drop_hint_ui(ui, cx);
    }

    fn messages_ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        let now = ui.input(|input| input.time);
        for (message, until) in &mut self.messages {
            until.get_or_insert(now + seconds(message));
        }
        self.messages.retain(|(_, until)| until.is_none_or(|until| until > now));
        let Some(next) = self.messages.iter().filter_map(|(_, until)| *until).reduce(f64::min) else { return };
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64((next - now).max(0.05)));
        let mut closed = None;
        Area::new(Id::unique("messages"))
            .order(Order::Foreground)
            .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -44.0))
            .show(ui.ctx(), |ui| {
                for (index, (message, _)) in self.messages.iter().enumerate() {
                    if message_ui(ui, cx, message) {
                        closed = Some(index);
                    }
                }
            });
        if let Some(index) = closed {
            self.messages.remove(index);
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

/// Draws one message; returns whether it was closed.
fn message_ui(ui: &mut Ui, cx: &ViewContext<'_>, message: &Message) -> bool {
    let (icon, color) = if message.is_error { (icons::ERROR, cx.theme.error) } else { (icons::INFO, cx.theme.accent) };
    let frame = Frame::popup(ui.style()).inner_margin(Margin::symmetric(12, 8));
    frame
        .show(ui, |ui| {
            ui.set_max_width(560.0);
            ui.horizontal(|ui| {
                ui.label(RichText::new(icon).color(color).size(16.0));
                label_ui(ui, &message.text);
                let close = ui.add(egui::Button::new(icons::X).frame_when_inactive(false));
                close.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, cx.text("button-close")));
                close.clicked()
            })
            .inner
        })
        .inner
}
