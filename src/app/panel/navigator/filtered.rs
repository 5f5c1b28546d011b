//! What the filter lets through and what it hides, above the navigator while there is a filter.

use egui::{
    Align, Button, CornerRadius, EventFilter, Frame, Key, Layout, Margin, Modifiers, RichText, Role, TextEdit, Ui,
    WidgetInfo, vec2,
};

use crate::texts::Value;

use crate::app::action::{Action, UiCommand};
use crate::app::context::ViewContext;
use crate::app::filter::{Filter, FilterBy};
use crate::app::paint::text::elided;
use crate::app::phrases;
use crate::app::style::{Type, icons, radius, size};
use crate::app::widget::fields::small_icon_button;

/// Draws it; `takes_keys` gives the keyboard to the words. Answers whether it is to be closed.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, takes_keys: bool) -> bool {
    let card = Frame::new()
        .fill(cx.theme.panel)
        .stroke(egui::Stroke::new(1.0, cx.theme.accent_line))
        .corner_radius(CornerRadius::same(radius::CARD))
        .outer_margin(Margin { left: 8, right: 8, top: 0, bottom: 8 })
        .inner_margin(Margin { left: 8, right: 4, top: 4, bottom: 4 });
    let mut is_closed = false;
    card.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(4.0, 2.0);
        ui.horizontal(|ui| {
            let mut filter = cx.filter.clone();
            let hint = cx.text("filter-hint");
            let width = ui.available_width() - size::TARGET - 4.0;
            let icon = RichText::new(icons::LIST_FILTER).size(size::SMALL_ICON).color(cx.theme.accent);
            let field = TextEdit::singleline(&mut filter.words).hint_text(hint).desired_width(width).frame(Frame::NONE);
            let field = field.min_size(vec2(0.0, size::TARGET)).align(egui::Align2::LEFT_CENTER).prefix(icon);
            // Escape is taken here, so that one press clears what was typed.
            let filter_of_keys = EventFilter { horizontal_arrows: true, escape: true, ..EventFilter::default() };
            let response = ui.add(field.event_filter(filter_of_keys)).accessible_name(hint);
            if takes_keys {
                response.request_focus();
            }
            let escape = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
            if escape {
                response.surrender_focus();
            }
            if response.changed() {
                cx.act(Action::Filter(filter));
            }
            if small_icon_button(ui, icons::X, cx.text("filter-clear")).clicked() || escape {
                cx.act(Action::Filter(Filter::default()));
                is_closed = true;
            }
        });
        let chosen: Vec<(FilterBy, String)> = cx.filter.parts().map(|by| (by, named(cx, by))).collect();
        if !chosen.is_empty() {
            ui.horizontal_wrapped(|ui| {
                for (by, name) in chosen {
                    chip_ui(ui, cx, by, &name);
                }
            });
        }
        let Some(found) = cx.matches else { return };
        let shown = Value::from(found.len());
        let hidden = Value::from(cx.plan.sessions().len().saturating_sub(found.len()));
        let text = cx.texts.text_with("filter-counts", &[("shown", shown), ("hidden", hidden)]);
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                let steps =
                    [(icons::CHEVRON_DOWN, UiCommand::NextMatch), (icons::CHEVRON_UP, UiCommand::PreviousMatch)];
                for (icon, command) in steps {
                    let name = cx.text(command.text_ids().0);
                    let step = ui.add_enabled_ui(!found.is_empty(), |ui| small_icon_button(ui, icon, name));
                    if step.inner.clicked() {
                        cx.run(command);
                    }
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let text = RichText::new(text).font(Type::Meta.font()).color(cx.theme.text_2);
                    ui.add(egui::Label::new(text).truncate());
                });
            });
        });
    });
    is_closed
}

/// What one part of the filter is called: what is ticked or filled in says of which field that is.
fn named(cx: &ViewContext<'_>, by: FilterBy) -> String {
    let (what, name) = phrases::filtered_by(cx, by);
    if matches!(by, FilterBy::Own(_)) { format!("{what}: {name}") } else { name }
}

/// One thing by which it filters; a click takes it away.
fn chip_ui(ui: &mut Ui, cx: &ViewContext<'_>, by: FilterBy, name: &str) {
    let text = RichText::new(format!("{name} ")).font(Type::Small.font()).color(cx.theme.accent);
    let label = elided(ui, text, ui.max_rect().width() - 32.0);
    let cross = RichText::new(icons::X).size(12.0).color(cx.theme.accent);
    let button = Button::new((label, cross)).fill(cx.theme.accent_soft).stroke(egui::Stroke::NONE);
    let response = ui.add(button.min_size(vec2(0.0, size::TARGET)).gap(2.0));
    let spoken = cx.texts.text_with("inspector-remove", &[("what", Value::from(name))]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if response.clicked() {
        let mut filter = cx.filter.clone();
        filter.toggle(by);
        cx.act(Action::Filter(filter));
    }
}
