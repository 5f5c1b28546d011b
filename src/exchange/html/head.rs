//! The head of a page that loads nothing and runs nothing.

use maud::{Markup, PreEscaped, html};

use super::super::programme::Programme;
use super::super::words::Words;
use super::house;

/// With what stands above the page, and its style.
pub fn quiet(programme: &Programme, title: &Words, style: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="referrer" content="no-referrer";
            meta name="generator" content="Plenary";
            meta http-equiv="Content-Security-Policy"
                content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
            title { (programme.title.first()) " · " (title.first()) }
            style { (PreEscaped(style)) (PreEscaped(house::colours(programme, false))) }
        }
    }
}
