//! Numbers as they are written.

use crate::model::{Language, Number};

/// A number as it is written in a language.
#[must_use]
pub fn number_text(language: Language, number: Number) -> String {
    let text = number.to_string();
    match language {
        Language::French | Language::Spanish | Language::Russian => text.replace('.', ","),
        Language::English | Language::Chinese | Language::Arabic => text,
    }
}
