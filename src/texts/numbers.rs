//! Numbers as they are written.

use crate::model::{Language, Number};

/// A number as it is written in a language.
#[must_use]
pub fn number_text(language: Language, number: Number) -> String {
    number.to_string().replace('.', fraction_mark(language).encode_utf8(&mut [0; 4]))
}

/// What stands before the fraction of a number in a language.
#[must_use]
pub fn fraction_mark(language: Language) -> char {
    match language {
        Language::French | Language::Spanish | Language::Russian => ',',
        Language::English | Language::Chinese | Language::Arabic => '.',
    }
}
