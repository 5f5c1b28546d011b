//! The line above: which celebration, what is missing, and a new group.

use egui::{Align, Layout, RichText, Role, Ui, WidgetInfo};

use crate::app::context::ViewContext;
use crate::app::phrases;
use crate::app::style::{Type, icons};
use crate::app::widget::buttons::{Rank, frame_button};
use crate::model::EventId;
use crate::texts::Value;

use super::known::Known;

/// What somebody asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Another celebration.
    Event(EventId),
    /// A new group.
    AddGroup,
}

/// The room that the button needs with its words, and that the dates need.
const BUTTON: f32 = 200.0;

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) -> Option<Asked> {
    let mut asked = None;
    if known.events.len() > 1 {
        for &event in &known.events {
            let is_on = event == known.event;
            let name = phrases::row_title(cx, event.into());
            let button = ui.selectable_label(is_on, RichText::new(&name).font(Type::Body.font()));
            button.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_on, &name));
            if button.clicked() {
                asked = Some(Asked::Event(event));
            }
        }
    } else {
        ui.label(RichText::new(cx.text("view-youth")).font(Type::Head.font()).color(cx.theme.text));
    }
    let served = known.rows.iter().filter(|row| row.is_served).count();
    let all = known.rows.len();
    let values = [("served", Value::from(served)), ("all", Value::from(all))];
    let words = cx.texts.text_with("youth-elements-served", &values);
    let (sign, color) =
        if served == all { (icons::CIRCLE_CHECK, cx.theme.ok) } else { (icons::WARNING, cx.theme.warning) };
    let label = ui.label(RichText::new(format!("{sign} {words}")).font(Type::Body.font()).color(color));
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    if let Some(event) = cx.plan.events().get(known.event).filter(|_| ui.available_width() > 2.0 * BUTTON) {
        let dates = phrases::event_dates(cx, event.dates);
        ui.label(RichText::new(dates).font(Type::Body.font()).color(cx.theme.text_2));
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let name = cx.text("youth-add-group");
        let shown = if ui.available_width() > BUTTON { name } else { "" };
        let button = frame_button(ui, cx, Rank::Bordered, (icons::PLUS, shown), name);
        if button.on_hover_text(cx.text("youth-add-group-tip")).clicked() {
            asked = Some(Asked::AddGroup);
        }
    });
    asked
}
