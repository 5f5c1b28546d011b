//! Keys of the List while nothing is being typed.

use egui::{Key, Modifiers, Ui};

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// Go to another row; with Shift the rows between are selected too.
    Go(Go, bool),
    /// Go to the next cell that can be edited.
    Right,
    /// Go to the one before.
    Left,
    /// Open the editor of the cell.
    Edit,
}

/// To which row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Go {
    Up,
    Down,
    PageUp,
    PageDown,
    Home,
    End,
}

impl Go {
    /// The row it leads to among `count`, from `from`, when a page has `page` rows.
    #[must_use]
    pub fn target(self, from: Option<usize>, count: usize, page: usize) -> usize {
        let last = count.saturating_sub(1);
        let Some(from) = from else {
            return if matches!(self, Self::End | Self::Up | Self::PageUp) { last } else { 0 };
        };
        match self {
            Self::Up => from.saturating_sub(1),
            Self::Down => from + 1,
            Self::PageUp => from.saturating_sub(page.max(1)),
            Self::PageDown => from + page.max(1),
            Self::Home => 0,
            Self::End => last,
        }
        .min(last)
    }
}

/// Takes the keys of this frame.
#[must_use]
pub fn take(ui: &Ui) -> Vec<Pressed> {
    const ROWS: [(Key, Go); 6] = [
        (Key::ArrowUp, Go::Up),
        (Key::ArrowDown, Go::Down),
        (Key::PageUp, Go::PageUp),
        (Key::PageDown, Go::PageDown),
        (Key::Home, Go::Home),
        (Key::End, Go::End),
    ];
    const OTHERS: [(Key, Pressed); 4] = [
        (Key::ArrowLeft, Pressed::Left),
        (Key::ArrowRight, Pressed::Right),
        (Key::F2, Pressed::Edit),
        (Key::Enter, Pressed::Edit),
    ];
    ui.input_mut(|input| {
        let mut pressed = Vec::new();
        for (key, go) in ROWS {
            // Shift first: without modifiers a key counts also while Shift is held.
            for (modifiers, extend) in [(Modifiers::SHIFT, true), (Modifiers::NONE, false)] {
                let times = input.count_and_consume_key(modifiers, key);
                pressed.extend(std::iter::repeat_n(Pressed::Go(go, extend), times));
            }
        }
        for (key, what) in OTHERS {
            pressed.extend(std::iter::repeat_n(what, input.count_and_consume_key(Modifiers::NONE, key)));
        }
        pressed
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_end_at_both_ends() {
        assert_eq!(Go::Up.target(Some(0), 5, 3), 0);
        assert_eq!(Go::Down.target(Some(4), 5, 3), 4);
        assert_eq!(Go::PageDown.target(Some(0), 5, 3), 3);
        assert_eq!(Go::PageUp.target(Some(4), 5, 3), 1);
        assert_eq!(Go::End.target(Some(0), 5, 3), 4);
        assert_eq!(Go::Home.target(None, 5, 3), 0);
        assert_eq!((Go::Down.target(None, 5, 3), Go::Up.target(None, 5, 3)), (0, 4));
        assert_eq!(Go::Down.target(None, 0, 3), 0);
    }
}
