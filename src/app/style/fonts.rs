//! The fonts that come with the program: Latin, Cyrillic, Arabic, Chinese, and icons.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

use crate::look::fonts as files;

/// The family for emphasis inside text.
pub const MEDIUM: &str = "medium";
/// The family for headings and titles.
pub const SEMIBOLD: &str = "semibold";

/// All fonts, each family with the others' scripts and the icons behind its own.
#[must_use]
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for font in [
        files::REGULAR,
        files::MEDIUM,
        files::SEMIBOLD,
        files::ARABIC,
        files::ARABIC_SEMIBOLD,
        files::CHINESE,
        files::ICONS,
    ] {
        let mut data = FontData::from_static(font.bytes);
        if font.name == files::ICONS.name {
            data.tweak.hinting = Some(false);
        }
        fonts.font_data.insert(font.name.to_owned(), Arc::new(data));
    }
    let family = |latin: files::Font, arabic: files::Font| {
        [latin, arabic, files::CHINESE, files::ICONS].map(|font| font.name.to_owned()).to_vec()
    };
    let regular = family(files::REGULAR, files::ARABIC);
    fonts.families.insert(FontFamily::Proportional, regular.clone());
    fonts.families.insert(FontFamily::Monospace, regular);
    fonts.families.insert(FontFamily::Name(MEDIUM.into()), family(files::MEDIUM, files::ARABIC));
    fonts.families.insert(FontFamily::Name(SEMIBOLD.into()), family(files::SEMIBOLD, files::ARABIC_SEMIBOLD));
    fonts
}
