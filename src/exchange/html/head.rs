//! The heads of pages: what a page says of itself, and what the browser may load for it.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use maud::{Markup, PreEscaped, html};
use sha2::{Digest as _, Sha256};

use super::super::programme::Programme;
use super::super::words::Words;
use super::house;

/// What a page may load that runs nothing.
const QUIET: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// What the browser may load: nothing but the style and the script that are in the page, and `more`.
pub fn policy(style: &str, script: &str, more: &str) -> String {
    let hash = |text: &str| BASE64_STANDARD.encode(Sha256::digest(text));
    let (style, script) = (hash(style), hash(script));
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; img-src data:;{more} base-uri 'none'; \
         form-action 'none'"
    )
}

/// What every page says of itself: its letters, what may be loaded for it, its width, how bright it is, and who made it.
pub fn metas(policy: &str, scheme: &str) -> Markup {
    html! {
        meta charset="utf-8";
        meta http-equiv="Content-Security-Policy" content=(policy);
        meta name="viewport" content="width=device-width, initial-scale=1";
        meta name="color-scheme" content=(scheme);
        meta name="referrer" content="no-referrer";
        meta name="generator" content="Plenary";
    }
}

/// The head of a page that loads nothing and runs nothing, with what stands above it, and its style.
pub fn quiet(programme: &Programme, title: &Words, style: &str) -> Markup {
    html! {
        head {
            (metas(QUIET, "light dark"))
            title { (programme.title.first()) " · " (title.first()) }
            style { (PreEscaped(style)) (PreEscaped(house::colours(programme, false))) }
        }
    }
}
