//! Keys of a table that comes in: one stop, in which arrows lead through its heads and rows.

use egui::{EventFilter, Id, Key, Modifiers, Ui};

use crate::app::widget::rows::Go;

/// Where the cursor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// On the head of a column.
    Head(usize),
    /// On a row, by its place among those that are shown.
    Row(usize),
}

/// What is done there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Nothing.
    Stay,
    /// What can be chosen opens.
    Open,
    /// A row is taken, or left.
    Tick,
}

/// The cursor, while the table has the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// Where it is.
    pub spot: Spot,
    /// What is done there now; nothing while the keyboard is elsewhere.
    pub act: Option<Act>,
}

impl Cursor {
    /// What is done at a place, where the cursor is there.
    #[must_use]
    pub fn at(&self, spot: Spot) -> Option<Act> {
        self.act.filter(|_| self.spot == spot)
    }
}

/// Takes the keys for a table with so many rows, columns, and rows a page; answers the cursor, and whether it has moved.
#[must_use]
pub fn of(ui: &Ui, ground: Id, (rows, columns, page): (usize, usize, usize)) -> (Cursor, bool) {
    let arrows = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(ground, arrows));
    let known = ui.data(|data| data.get_temp::<Spot>(ground)).unwrap_or(Spot::Row(0));
    // Rows may be fewer now.
    let mut spot = match known {
        Spot::Head(column) if column < columns => known,
        Spot::Row(row) if row < rows => known,
        _ => {
            if rows > 0 {
                Spot::Row(rows - 1)
            } else {
                Spot::Head(0)
            }
        }
    };
    if ui.memory(|memory| memory.focused()) != Some(ground) || egui::Popup::is_any_open(ui.ctx()) {
        return (Cursor { spot, act: None }, false);
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let mut act = Act::Stay;
    for (key, go) in Go::KEYS {
        if pressed(key) {
            spot = match (spot, go) {
                (Spot::Row(0), Go::Up) => Spot::Head(0),
                (Spot::Head(_), Go::Down) if rows > 0 => Spot::Row(0),
                (Spot::Head(_), Go::Up | Go::Down) => spot,
                (Spot::Head(_), go) => Spot::Row(go.target(None, rows, page)),
                (Spot::Row(row), go) => Spot::Row(go.target(Some(row), rows, page)),
            };
        }
    }
    for (key, by) in [(Key::ArrowLeft, -1), (Key::ArrowRight, 1)] {
        if pressed(key)
            && let Spot::Head(column) = spot
        {
            spot = Spot::Head(column.saturating_add_signed(by).min(columns.saturating_sub(1)));
        }
    }
    if pressed(Key::Enter) {
        act = Act::Open;
    } else if pressed(Key::Space) {
        act = if matches!(spot, Spot::Row(_)) { Act::Tick } else { Act::Open };
    }
    ui.data_mut(|data| data.insert_temp(ground, spot));
    (Cursor { spot, act: Some(act) }, spot != known)
}
