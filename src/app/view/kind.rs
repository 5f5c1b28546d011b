//! What tells one view from another before it is drawn.

use egui::Key;

/// A way to see the plan: its name, its words, its sign, its shortcut.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct ViewKind {
    /// How settings and the command line name it.
    pub name: &'static str,
    /// The id of what it is called.
    pub label: &'static str,
    /// The id of what it shows.
    pub tip: &'static str,
    /// Its sign.
    pub icon: &'static str,
    /// What opens it, with Ctrl.
    pub key: Key,
    /// Whether it shows so much that the panels beside it are folded until they are opened there.
    pub is_wide: bool,
}
