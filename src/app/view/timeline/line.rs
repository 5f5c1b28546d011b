//! The Timeline's own line: how much shows, how near, what the filter is, to which step times snap.

use egui::{Button, RichText, Ui, vec2};

use crate::app::action::UiCommand;
use crate::app::context::ViewContext;
use crate::app::paint::text::elided;
use crate::app::style::{Type, icons, radius, size};
use crate::app::view::choices::{self, InWords};
use crate::app::view::kind::Show;
use crate::app::widget::menus::shortcut_text;

/// Which words there is room for. How much shows is said in words always.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Words {
    choices: InWords,
    /// What the first choice is about.
    show: bool,
}

impl Words {
    /// As many as there is room for.
    fn that_fit(ui: &Ui, cx: &ViewContext<'_>) -> Self {
        let width = |text: &str, kind: Type| {
            elided(ui, RichText::new(text).font(kind.font()), f32::INFINITY).size().x + ui.spacing().item_spacing.x
        };
        let padding = 2.0 * ui.spacing().button_padding.x;
        let shows: f32 = Show::ALL.iter().map(|show| width(cx.text(show.text_id()), Type::Strong) + padding).sum();
        let lead = width(cx.text("show"), Type::Small) + BETWEEN;
        let fixed = shows + 2.0 * (size::ROW + 4.0) + 24.0;
        let room = ui.available_width();
        let fits = |choices: &InWords| fixed + lead + choices.width(ui, cx) <= room;
        match InWords::ALL.into_iter().find(fits) {
            Some(choices) => Self { choices, show: true },
            None => Self { choices: InWords::NONE, show: false },
        }
    }
}

/// The room of the line between what is near and what narrows, with what is around it.
const BETWEEN: f32 = 24.0;

/// Draws it; `shown` is how much shows now.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, shown: Option<Show>) {
    ui.spacing_mut().item_spacing.x = 4.0;
    let words = Words::that_fit(ui, cx);
    if words.show {
        ui.label(RichText::new(cx.text("show")).font(Type::Small.font()).color(cx.theme.text_2));
        ui.add_space(4.0);
    }
    let frame = egui::Frame::new().fill(cx.theme.field).corner_radius(radius::CARD).inner_margin(2);
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for show in Show::ALL {
            let on = shown == Some(show);
            let (fill, color) =
                if on { (cx.theme.accent, cx.theme.on_accent) } else { (cx.theme.field, cx.theme.text_2) };
            let text = RichText::new(cx.text(show.text_id())).font(Type::Strong.font()).color(color);
            let button = Button::new(text).fill(fill).stroke(egui::Stroke::NONE).min_size(vec2(0.0, 24.0));
            let response = ui.add(button.corner_radius(radius::CONTROL));
            response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, on, cx.text(show.text_id())));
            let command = UiCommand::Show(show);
            let keys = shortcut_text(ui, command).unwrap_or_default();
            if response.on_hover_text(format!("{}  {keys}", cx.text(command.text_ids().1))).clicked() {
                cx.run(command);
            }
        }
    });
    ui.add_space(4.0);
    for (icon, command) in [(icons::MINUS, UiCommand::ZoomOut), (icons::PLUS, UiCommand::ZoomIn)] {
        let (name, tip) = command.text_ids();
        let button =
            Button::new(icon).min_size(vec2(size::ROW, size::ROW)).stroke(egui::Stroke::new(1.0, cx.theme.line_strong));
        let response = ui.add(button);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, cx.text(name)));
        if response.on_hover_text(cx.text(tip)).clicked() {
            cx.run(command);
        }
    }
    if words.show {
        ui.add_space(8.0);
        ui.separator();
        ui.add_space(4.0);
    }
    choices::ui(ui, cx, words.choices);
}
