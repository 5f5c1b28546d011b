//! Placeholder.
use super::{context::ViewContext, gesture::Gesture, lettering::Lettering};
use crate::model::RowId;
use egui::Ui;
#[derive(Debug, Default)]
pub struct GridView;
impl GridView {
    pub fn ui(&mut self, _ui: &mut Ui, _cx: &ViewContext<'_>, _l: &mut Lettering, _g: &mut Gesture) {}
    pub fn reveal(&mut self, _row: RowId) {}
}
