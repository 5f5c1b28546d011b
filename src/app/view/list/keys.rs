//! Keys of the List while nothing is being typed.

use egui::{Event, Key, Modifiers, Ui};

/// What a key asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// Go to another row; with Shift the rows between are selected too.
    Go(Go, bool),
    /// Go to the next cell.
    Right,
    /// Go to the one before.
    Left,
    /// Open the editor of the cell.
    Edit,
    /// Open it with the caret behind its text.
    Mend,
    /// Open it with this typed over its text.
    Type(String),
    /// Add the row to the selection, or take it away.
    Toggle,
    /// Give the rows below what the first selected one has, or take over what the row above has.
    FillDown,
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
    const OTHERS: [(Modifiers, Key, Pressed); 7] = [
        (Modifiers::NONE, Key::ArrowLeft, Pressed::Left),
        (Modifiers::NONE, Key::ArrowRight, Pressed::Right),
        (Modifiers::NONE, Key::F2, Pressed::Mend),
        (Modifiers::NONE, Key::Enter, Pressed::Edit),
        (Modifiers::NONE, Key::Backspace, Pressed::Type(String::new())),
        (Modifiers::NONE, Key::Space, Pressed::Toggle),
        (Modifiers::COMMAND, Key::D, Pressed::FillDown),
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
        for (modifiers, key, what) in OTHERS {
            let times = input.count_and_consume_key(modifiers, key);
            pressed.extend(std::iter::repeat_n(what, times));
        }
        let mut typed = String::new();
        input.events.retain(|event| match event {
            // A blank at the beginning is never meant; it is the key above.
            Event::Text(text) if !typed.is_empty() || !text.trim().is_empty() => {
                typed.push_str(text);
                false
            }
            Event::Paste(text) => {
                typed.push_str(text.trim());
                false
            }
            _ => true,
        });
        if !typed.is_empty() {
            pressed.push(Pressed::Type(typed));
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
