//! What the program is.

use egui::{Label, RichText, Ui, vec2};

use super::Floating;
use super::sheet::{PADDING, Sheet};
use crate::app::context::ViewContext;
use crate::app::style::Type;
use crate::model::zone;
use crate::texts::Value;

/// The window, open or not.
#[derive(Debug, Default)]
pub struct AboutWindow {
    open: bool,
}

impl AboutWindow {
    /// Opens or closes it.
    pub fn toggle(&mut self) {
        self.open = !self.open;
    }
}

impl Floating for AboutWindow {
    fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        if self.open {
            let sheet = Sheet { name: "about", title: cx.text("command-about"), size: vec2(440.0, 220.0) };
            self.open = sheet.show(ui, cx, |ui| about_ui(ui, cx));
        }
    }

    fn is_open(&self) -> bool {
        self.open
    }

    fn close(&mut self) {
        self.open = false;
    }
}

fn about_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    let inner = ui.max_rect().shrink2(vec2(PADDING, 0.0));
    let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(inner));
    let mut line = |kind: Type, text: &str, color| {
        ui.add(Label::new(RichText::new(text).font(kind.font()).color(color)).wrap());
        ui.add_space(2.0);
    };
    line(Type::Display, &format!("Plenary {}", env!("CARGO_PKG_VERSION")), cx.theme.text);
    line(Type::Body, cx.text("about-text"), cx.theme.text);
    let zones = cx.texts.text_with("about-zones", &[("version", Value::from(zone::database_version()))]);
    for text in [zones.as_str(), cx.text("about-fonts"), cx.text("about-licence")] {
        line(Type::Small, text, cx.theme.text_2);
    }
}
