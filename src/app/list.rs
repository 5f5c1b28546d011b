//! Placeholder.
use egui::Ui;
use crate::model::RowId;
use super::context::ViewContext;
#[derive(Debug, Default)]
pub struct ListView;
impl ListView {
    pub fn ui(&mut self, _ui: &mut Ui, _cx: &ViewContext<'_>) {}
    pub fn reveal(&mut self, _row: RowId) {}
}
