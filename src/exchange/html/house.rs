//! The look of a plan's own on pages for a browser: its mark, its colours on light and on dark ground, its foot.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use maud::{Markup, html};

use super::super::programme::{Programme, fitted};
use crate::look::{Rgb, contrast};

/// The grounds on which text stands, light and dark.
const GROUNDS: [[Rgb; 3]; 2] =
    [[[0xfb, 0xfa, 0xf7], [0xff; 3], [0xf3, 0xf5, 0xf7]], [[0x1d, 0x22, 0x2a], [0x14, 0x17, 0x1b], [0x13, 0x16, 0x1b]]];

/// The colours, in the place of those of the style before it; empty where the plan has none. `is_switched` is for a page that
/// is dark when its reader says so, and not only when the system does.
pub fn colours(programme: &Programme, is_switched: bool) -> String {
    let [light, dark] = both(programme);
    if light.is_empty() {
        String::new()
    } else if is_switched {
        format!("@media screen {{ :root {{ {light} }} :root[data-theme=\"dark\"] {{ {dark} }} }}\n")
    } else {
        format!(":root {{ {light} }}\n@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n")
    }
}

/// Those on light and on dark ground.
fn both(programme: &Programme) -> [String; 2] {
    let house = &programme.house;
    let written = |[red, green, blue]: Rgb| format!("#{red:02x}{green:02x}{blue:02x}");
    GROUNDS.map(|grounds| {
        let accent = house.colour.map(|ink| written(contrast::readable(ink.0, &grounds)));
        let rule = house.second.map(|ink| written(ink.0)).or_else(|| accent.clone());
        let accent = accent.map(|accent| format!("--accent: {accent};")).unwrap_or_default();
        accent + &rule.map(|rule| format!("--rule: {rule};")).unwrap_or_default()
    })
}

/// The colours of a page that is always dark.
pub fn dark(programme: &Programme) -> String {
    let [_, dark] = both(programme);
    if dark.is_empty() { dark } else { format!(":root {{ {dark} }}\n") }
}

/// The mark. What it says stands beside it in words.
pub fn logo(programme: &Programme) -> Markup {
    let Some((picture, png)) = programme.house.png() else { return Markup::default() };
    let (width, height) = fitted(&picture, (176.0, 56.0));
    let source = format!("data:image/png;base64,{}", BASE64_STANDARD.encode(png));
    html! { img class="logo" src=(source) alt="" width=(width.round()) height=(height.round()); }
}
