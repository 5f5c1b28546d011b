//! The fonts that come with the program: Latin, Cyrillic, Arabic, Chinese (`assets/fonts`).

macro_rules! font {
    ($(#[$doc:meta])* $name:ident $file:literal) => {
        $(#[$doc])*
        pub const $name: Font = Font { name: $file, bytes: include_bytes!(concat!("../../assets/fonts/", $file)) };
    };
}

/// A font file.
#[derive(Clone, Copy)]
pub struct Font {
    /// The name of the file.
    pub name: &'static str,
    /// What is in it.
    pub bytes: &'static [u8],
}

font! {
    /// Inter, weight 400: Latin, Greek, Cyrillic.
    REGULAR "Inter-Regular.ttf"
}
font! {
    /// Inter, weight 500.
    MEDIUM "Inter-Medium.ttf"
}
font! {
    /// Inter, weight 600.
    SEMIBOLD "Inter-SemiBold.ttf"
}
font! {
    /// Noto Sans Arabic, weight 400.
    ARABIC "NotoSansArabic-Regular.ttf"
}
font! {
    /// Noto Sans Arabic, weight 600.
    ARABIC_SEMIBOLD "NotoSansArabic-SemiBold.ttf"
}
font! {
    /// Noto Sans SC, weight 400: the Chinese of GB 2312.
    CHINESE "NotoSansSC-Regular.otf"
}
font! {
    /// Lucide, the icons of the screen.
    ICONS "Lucide-Plenary.ttf"
}
