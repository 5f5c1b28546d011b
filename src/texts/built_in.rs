//! What the built-in plans say in English of where a row comes from and why a finding is accepted, in Russian. What a planner
//! has written is no such phrase, and stays as it is.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Texts;
use crate::model::Language;

/// Each phrase, a tab, and the same in Russian.
const RUSSIAN: &str = include_str!("../../assets/built-in-ru.tsv");

/// A source, or the reason of a waiver, in the language of the texts where it is one of the built-in plans; else as written.
#[must_use]
pub fn built_in<'a>(texts: &Texts, phrase: &'a str) -> &'a str {
    static PHRASES: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| built_in_phrases().collect());
    let in_russian = if texts.language() == Language::Russian { PHRASES.get(phrase).copied() } else { None };
    in_russian.unwrap_or(phrase)
}

/// The phrases with the same in Russian.
pub fn built_in_phrases() -> impl Iterator<Item = (&'static str, &'static str)> {
    RUSSIAN.lines().filter_map(|line| line.split_once('\t'))
}
