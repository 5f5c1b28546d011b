//! A list of a few values under the one that is chosen. Letters open it, and go to what begins with them.

use egui::{Context, Id, Popup, Response, Ui};

use crate::app::filter::folded;
use crate::app::widget::fields::{popup_under, typed_letters};
use crate::app::widget::focus;
use crate::app::widget::picker::is_typed_on;

/// Letters that follow one another so soon, in seconds, are one word.
const SOON: f64 = 1.0;

/// The list of a choice, under its value; returns what was chosen.
pub fn choice_popup<T: Copy + PartialEq>(
    value: &Response,
    choice: (Option<T>, &[T]),
    word: impl Fn(T) -> (&'static str, String),
) -> Option<T> {
    let name = |value| word(value).1;
    entries_popup(value, choice, name, |ui, is_chosen, value| {
        let (icon, text) = word(value);
        let text = if icon.is_empty() { text } else { format!("{icon}  {text}") };
        ui.selectable_label(is_chosen, text)
    })
}

/// The same, with entries that are drawn as they are to look. The keyboard begins on the chosen one.
pub fn entries_popup<T: Copy + PartialEq>(
    value: &Response,
    (current, all): (Option<T>, &[T]),
    name: impl Fn(T) -> String,
    entry: impl Fn(&mut Ui, bool, T) -> Response,
) -> Option<T> {
    if is_typed_on(value) {
        Popup::open_id(&value.ctx, Popup::default_response_id(value));
    }
    let popup = popup_under(value);
    if !popup.is_open() {
        return None;
    }
    let sought = typed_word(&value.ctx, popup.get_id().with("typed"));
    let sought = sought.and_then(|word| begins_with(all, &word, name));
    let shown = popup.width(220.0).show(|ui| {
        let mut chosen = None;
        egui::ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            ui.set_min_width(204.0);
            for (at, &value) in all.iter().enumerate() {
                let is_chosen = current == Some(value);
                let response = entry(ui, is_chosen, value);
                if is_chosen {
                    focus::is_chosen(&response);
                }
                if sought == Some(at) {
                    response.request_focus();
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    chosen = Some(value);
                    ui.close();
                }
            }
        });
        chosen
    });
    let chosen = shown.and_then(|shown| shown.inner);
    if chosen.is_some() {
        value.request_focus();
    }
    chosen
}

/// What has been typed, with what was typed just before it.
fn typed_word(ctx: &Context, id: Id) -> Option<String> {
    // A blank takes what has the keyboard.
    let typed = typed_letters(ctx).filter(|typed| !typed.trim().is_empty())?;
    let now = ctx.input(|input| input.time);
    let before = ctx.data(|data| data.get_temp::<(String, f64)>(id)).filter(|(_, at)| now - at < SOON);
    let word = before.map_or_else(String::new, |(word, _)| word) + &folded(&typed);
    ctx.data_mut(|data| data.insert_temp(id, (word.clone(), now)));
    Some(word)
}

/// The place of the first value whose name begins so, else of one in whose name a word does.
fn begins_with<T: Copy>(all: &[T], sought: &str, name: impl Fn(T) -> String) -> Option<usize> {
    let names: Vec<String> = all.iter().map(|&value| folded(&name(value))).collect();
    let whole = names.iter().position(|name| name.starts_with(sought));
    whole.or_else(|| names.iter().position(|name| name.split(' ').any(|word| word.starts_with(sought))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_before_words_in_them() {
        let all = ["Policy statements", "State visit", "Plenary"];
        let found = |sought: &str| begins_with(&all, sought, str::to_owned);
        assert_eq!((found("st"), found("pl"), found("statem"), found("x")), (Some(1), Some(2), Some(0), None));
    }
}
