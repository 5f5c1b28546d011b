//! Keys of the List while nothing is being typed.

use egui::{Event, Key, Modifiers, Ui};

use crate::app::widget::rows::Go;

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

/// Takes the keys of this frame.
#[must_use]
pub fn take(ui: &Ui) -> Vec<Pressed> {
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
        for (key, go) in Go::KEYS {
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
