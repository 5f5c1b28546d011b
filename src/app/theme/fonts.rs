//! The fonts that come with the program: Latin, Cyrillic, Arabic, Chinese, and icons.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

/// The family for emphasis inside text.
pub const MEDIUM: &str = "medium";
/// The family for headings and titles.
pub const SEMIBOLD: &str = "semibold";

/// All fonts, each family with the others' scripts and the icons behind its own.
#[must_use]
pub fn definitions() -> FontDefinitions {
    macro_rules! font {
        ($file:literal) => {
            ($file, FontData::from_static(include_bytes!(concat!("../../../assets/fonts/", $file))))
        };
    }
    let mut fonts = FontDefinitions::empty();
    for (name, mut data) in [
        font!("Inter-Regular.ttf"),
        font!("Inter-Medium.ttf"),
        font!("Inter-SemiBold.ttf"),
        font!("NotoSansArabic-Regular.ttf"),
        font!("NotoSansArabic-SemiBold.ttf"),
        font!("NotoSansSC-Regular.otf"),
        font!("Lucide-Plenary.ttf"),
    ] {
        if name.starts_with("Lucide") {
            data.tweak.hinting = Some(false);
        }
        fonts.font_data.insert(name.to_owned(), Arc::new(data));
    }
    let family = |latin: &str, arabic: &str| {
        [latin, arabic, "NotoSansSC-Regular.otf", "Lucide-Plenary.ttf"].map(str::to_owned).to_vec()
    };
    let regular = family("Inter-Regular.ttf", "NotoSansArabic-Regular.ttf");
    fonts.families.insert(FontFamily::Proportional, regular.clone());
    fonts.families.insert(FontFamily::Monospace, regular);
    fonts.families.insert(FontFamily::Name(MEDIUM.into()), family("Inter-Medium.ttf", "NotoSansArabic-Regular.ttf"));
    fonts
        .families
        .insert(FontFamily::Name(SEMIBOLD.into()), family("Inter-SemiBold.ttf", "NotoSansArabic-SemiBold.ttf"));
    fonts
}
