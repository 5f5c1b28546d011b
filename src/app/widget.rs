//! Parts that panels, views and windows are made of.

pub mod against;
pub mod buttons;
pub mod calendar;
pub mod calm;
pub mod cells;
pub mod date_field;
pub mod drag_card;
pub mod fields;
pub mod focus;
pub mod going;
pub mod items;
pub mod languages;
pub mod menus;
pub mod new_field;
pub mod picker;
pub mod place_menus;
pub mod property;
pub mod rows;
pub mod session;
pub mod signs;
pub mod statements;
pub mod tips;
pub mod waive;
pub mod ways;
pub mod zones;
