//! The Timeline's own line: how much shows, how near, what the filter is, to which step times snap.

use egui::{Button, RichText, Ui, vec2};

use crate::app::action::UiCommand;
use crate::app::context::ViewContext;
use crate::app::style::{Type, icons, radius, size};
use crate::app::view::choices;
use crate::texts::tid;

/// How much shows at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// One day.
    Day,
    /// Three of them.
    ThreeDays,
    /// All there is.
    Conference,
}

impl Show {
    const ALL: [Self; 3] = [Self::Day, Self::ThreeDays, Self::Conference];

    fn text_id(self) -> &'static str {
        match self {
            Self::Day => tid("show-day"),
            Self::ThreeDays => tid("show-three-days"),
            Self::Conference => tid("show-conference"),
        }
    }
}

/// Draws it; answers what was chosen to show.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, shown: Option<Show>) -> Option<Show> {
    let mut chosen = None;
    ui.spacing_mut().item_spacing.x = 4.0;
    ui.label(RichText::new(cx.text("show")).font(Type::Small.font()).color(cx.theme.text_2));
    ui.add_space(4.0);
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
            if response.clicked() {
                chosen = Some(show);
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
    ui.add_space(8.0);
    ui.separator();
    ui.add_space(4.0);
    choices::ui(ui, cx);
    chosen
}
