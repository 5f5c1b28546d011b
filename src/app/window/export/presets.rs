//! Choices under names of their own: "For delegates, EN/FR, A4". They are remembered with the desk, for every plan.

use egui::{ComboBox, Id, Role, Ui, WidgetInfo};

use crate::app::context::ViewContext;
use crate::app::paint::text::displayed;
use crate::app::settings::{ExportPreset, MOST_PRESETS};
use crate::app::style::icons;
use crate::app::widget::fields::{TextField, option_ui, small_icon_button};
use crate::app::window::sheet::plain_button;
use crate::exchange::Request;

use super::row::row;

/// What is remembered, and a name that is being typed.
#[derive(Default)]
pub struct Presets {
    /// In the order of their names.
    pub all: Vec<ExportPreset>,
    /// The name under which what is chosen shall be kept, while somebody types it.
    typed: Option<String>,
    /// Whether the field for it has just been opened: then the keyboard goes to it.
    is_new: bool,
}

impl Presets {
    /// Those that are remembered.
    pub fn new(all: &[ExportPreset]) -> Self {
        Self { all: all.to_vec(), typed: None, is_new: false }
    }

    /// Draws the choice of one, and what keeps another.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, choices: &mut Request) {
        let chosen = self.all.iter().position(|preset| preset.request == *choices);
        row(ui, cx, "export-preset", |ui| {
            if chosen.is_some() {
                let name = cx.text("export-preset-forget");
                if small_icon_button(ui, icons::X, name).on_hover_text(name).clicked() {
                    self.all.retain(|preset| preset.request != *choices);
                    return;
                }
            } else if self.typed.is_none() && self.all.len() < MOST_PRESETS {
                let name = cx.text("export-preset-keep");
                if small_icon_button(ui, icons::PLUS, name).on_hover_text(name).clicked() {
                    (self.typed, self.is_new) = (Some(String::new()), true);
                }
            }
            let shown = chosen.map_or(cx.text("export-preset-none"), |at| &self.all[at].name).to_owned();
            let response = ComboBox::from_id_salt("export-preset")
                .width(ui.available_width())
                .truncate()
                .selected_text(displayed(&shown))
                .show_ui(ui, |ui| {
                    for (at, preset) in self.all.iter().enumerate() {
                        if option_ui(ui, chosen == Some(at), displayed(&preset.name).into_owned(), &preset.name) {
                            *choices = preset.request.clone();
                            self.typed = None;
                        }
                    }
                    if self.all.is_empty() {
                        ui.weak(cx.text("export-preset-empty"));
                    }
                })
                .response;
            let told = format!("{}: {shown}", cx.text("export-preset"));
            response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &told));
        });
        self.typed_ui(ui, cx, choices);
    }

    /// The field for a name.
    fn typed_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, choices: &Request) {
        let Some(name) = &mut self.typed else { return };
        let (mut is_kept, mut is_left) = (false, false);
        ui.horizontal(|ui| {
            let (title, hint) = (cx.text("export-preset-name"), cx.text("export-preset-hint"));
            let field = TextField { name: title, hint, width: Some(196.0), ..TextField::default() };
            let response = field.show(ui, cx, (Id::unique("export-preset-name"), false), name);
            if std::mem::take(&mut self.is_new) {
                response.request_focus();
            }
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            is_left = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Escape));
            let button = plain_button(ui, cx.text("export-preset-save"), !name.trim().is_empty());
            is_kept = !name.trim().is_empty() && (entered || button.clicked());
        });
        if is_kept {
            let name = name.trim().to_owned();
            self.all.retain(|preset| preset.name != name);
            self.all.push(ExportPreset { name, request: choices.clone() });
            self.all.sort_by_cached_key(|preset| preset.name.to_lowercase());
        }
        if is_kept || is_left {
            self.typed = None;
        }
    }
}
