//! Placeholder.
use super::context::ViewContext;
use egui::Ui;
#[derive(Debug, Default)]
pub struct Inspector;
impl Inspector {
    pub fn ui(&mut self, _ui: &mut Ui, _cx: &ViewContext<'_>) {}
    pub fn take_focus(&mut self) {}
}
