//! Placeholder.
use super::context::ViewContext;
use crate::model::RowId;
use egui::Ui;
#[derive(Debug, Default)]
pub struct ListView;
impl ListView {
    pub fn ui(&mut self, _ui: &mut Ui, _cx: &ViewContext<'_>) {}
    pub fn reveal(&mut self, _row: RowId) {}
}
