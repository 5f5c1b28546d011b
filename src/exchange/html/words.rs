//! Texts in several languages, of which the page shows one at a time.

use maud::{Markup, html};

use super::super::programme::Programme;
use super::super::words::Words;
use crate::model::Language;

/// The words around the data. Without a script the leading language is shown.
pub fn text(programme: &Programme, words: &Words) -> Markup {
    spans(programme, words, "w")
}

/// A title or another text of the plan. Without a script all its languages are shown.
pub fn title(programme: &Programme, words: &Words) -> Markup {
    spans(programme, words, "w t")
}

/// Each text with the languages that it is shown in: its own, and those that the plan lacks.
fn spans(programme: &Programme, words: &Words, class: &str) -> Markup {
    let texts: Vec<(Language, &str)> = words.iter().collect();
    if texts.is_empty() {
        return Markup::default();
    }
    if let [(language, only)] = texts.as_slice() {
        return if programme.languages == [*language] {
            html! { (only) }
        } else if programme.languages.contains(language) {
            // What is the same in all languages, as a name is, belongs to none of them.
            html! { bdi { (only) } }
        } else {
            html! { span lang=(language.code()) dir=(direction(*language)) { (only) } }
        };
    }
    let shown_in = |own: Language, place: usize| {
        let stands_in = |other: &&Language| place == 0 && texts.iter().all(|(language, _)| language != *other);
        let others = programme.languages.iter().filter(stands_in).copied();
        std::iter::once(own)
            .chain(others)
            .map(|language| format!("in-{}", language.code()))
            .collect::<Vec<_>>()
            .join(" ")
    };
    html! {
        span class=(class) {
            @for (place, &(language, text)) in texts.iter().enumerate() {
                span lang=(language.code()) dir=(direction(language)) class=(shown_in(language, place)) { (text) }
            }
        }
    }
}

/// The text for each language of the page, for what can not hold markup: choices, hints, names of regions. None where
/// they are all the same.
pub fn json(programme: &Programme, words: &Words) -> Option<String> {
    let texts = programme.languages.iter().map(|&language| (language.code(), words.get(language).into()));
    (words.iter().len() > 1).then(|| serde_json::Value::Object(texts.map(owned).collect()).to_string())
}

fn owned((code, text): (&str, serde_json::Value)) -> (String, serde_json::Value) {
    (code.to_owned(), text)
}

/// Where lines of `language` begin.
pub fn direction(language: Language) -> &'static str {
    if language == Language::Arabic { "rtl" } else { "ltr" }
}
