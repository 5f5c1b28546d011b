//! Choosing the languages of what is handed out.

use egui::{Button, Role, Ui, WidgetInfo};

use crate::app::context::ViewContext;
use crate::app::widget::fields::caption;
use crate::model::Language;
use crate::texts::names;

/// The languages; the one ticked first leads.
pub fn languages_ui(ui: &mut Ui, cx: &ViewContext<'_>, languages: &mut Vec<Language>) {
    caption(ui, cx, cx.text("handout-languages"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for language in Language::ALL {
            let place = languages.iter().position(|chosen| *chosen == language);
            let sign = match place {
                Some(place) if languages.len() > 1 => format!("{} {}", place + 1, language.code().to_uppercase()),
                _ => language.code().to_uppercase(),
            };
            let name = cx.text(names::language(language));
            let response = ui.add(Button::selectable(place.is_some(), sign));
            response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, place.is_some(), name));
            if response.on_hover_text(name).clicked() {
                match place {
                    Some(place) => drop(languages.remove(place)),
                    None => languages.push(language),
                }
            }
        }
    });
    if languages.is_empty() {
        ui.weak(cx.text("export-own-language"));
    }
}
