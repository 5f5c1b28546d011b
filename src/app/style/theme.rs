//! The colours of the desk: light and dark, each also with high contrast.
#![expect(clippy::disallowed_methods, reason = "this is the one place that makes colours")]

use egui::Color32;

use super::icons;
use crate::look::{Hue, Rgb, Swatch};
use crate::model::Severity;

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum Brightness {
    /// Dark text on light ground.
    #[default]
    Light,
    /// Light text on dark ground.
    Dark,
}

/// How far text and lines stand out from their ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum Contrast {
    /// Text at least 4.5:1, borders of fields and signs 3:1 (WCAG 2.2, AA).
    #[default]
    Normal,
    /// Text at least 7:1 (WCAG 2.2, AAA), and every line to be seen.
    High,
}

/// The colours of one brightness and contrast.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Which of the two it is.
    pub brightness: Brightness,
    /// How far things stand out.
    pub contrast: Contrast,
    /// Chrome: top line, navigator, inspector, status line, lane heads.
    pub ground: Color32,
    /// Paper: timeline, day, grid, list; fields that are being edited.
    pub panel: Color32,
    /// Menus, cards, dialogs, tooltips.
    pub raised: Color32,
    /// Hovered rows, quiet buttons, troughs, key caps.
    pub field: Color32,
    /// Nights and folds, empty rooms.
    pub shade: Color32,
    /// Weekends, breaks that concern everybody.
    pub band: Color32,
    /// Hour lines, rows of a table; may nearly vanish.
    pub line: Color32,
    /// Boundaries of days, edges of panels and lanes, borders of cards.
    pub line_strong: Color32,
    /// The border of every field and checkbox; at least 3:1.
    pub line_field: Color32,
    /// What is read.
    pub text: Color32,
    /// What explains.
    pub text_2: Color32,
    /// What is looked up: hours, counts. Nothing readable is weaker.
    pub text_3: Color32,
    /// The day in sight, selection, links, the one filled button.
    pub accent: Color32,
    /// Selected rows.
    pub accent_soft: Color32,
    /// The border of something that is selected and soft.
    pub accent_line: Color32,
    /// Text on the accent colour.
    pub on_accent: Color32,
    /// What is wrong.
    pub error: Color32,
    /// The ground of what is wrong.
    pub error_soft: Color32,
    /// What is doubtful, as text.
    pub warning: Color32,
    /// What is doubtful, as a sign of 14 points and more.
    pub warning_mark: Color32,
    /// The ground of what is doubtful.
    pub warning_soft: Color32,
    /// What might be better.
    pub hint: Color32,
    /// The ground of what might be better.
    pub hint_soft: Color32,
    /// What is right.
    pub ok: Color32,
    /// The ground of what is right.
    pub ok_soft: Color32,
    /// The line of the present time.
    pub now: Color32,
    /// The edge of a selected bar.
    pub select: Color32,
    /// Around the edge of a selected bar.
    pub halo: Color32,
    /// The focus of the keyboard; never the selection.
    pub focus: Color32,
    /// The hatch where a dragged session fits.
    pub place: Color32,
    /// The dashed edge of where it fits.
    pub place_line: Color32,
    /// A free place where no kinds are shown beside it.
    pub fits: Color32,
    /// The edge of a free place.
    pub fits_line: Color32,
    /// Under menus, cards, dialogs.
    pub shadow_menu: Color32,
    /// Under what is dragged.
    pub shadow_drag: Color32,
    /// Behind a dialog.
    pub veil: Color32,
}

/// How a session is painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BlockColors {
    /// Its ground.
    pub fill: Color32,
    /// Bar at its edge, outline when it is small.
    pub bar: Color32,
    /// Its text.
    pub text: Color32,
    /// Its text of second rank.
    pub weak_text: Color32,
}

impl Theme {
    /// The colours of a brightness and contrast.
    #[must_use]
    pub fn new(brightness: Brightness, contrast: Contrast) -> Self {
        let theme = match brightness {
            Brightness::Light => Self::light(),
            Brightness::Dark => Self::dark(),
        };
        match contrast {
            Contrast::Normal => theme,
            Contrast::High => theme.with_high_contrast(),
        }
    }

    fn light() -> Self {
        let rgb = Color32::from_rgb;
        Self {
            brightness: Brightness::Light,
            contrast: Contrast::Normal,
            ground: rgb(0xf6, 0xf7, 0xf9),
            panel: rgb(0xff, 0xff, 0xff),
            raised: rgb(0xff, 0xff, 0xff),
            field: rgb(0xee, 0xf0, 0xf4),
            shade: rgb(0xf1, 0xf3, 0xf6),
            band: rgb(0xeb, 0xee, 0xf3),
            line: rgb(0xe7, 0xea, 0xee),
            line_strong: rgb(0xc8, 0xce, 0xd7),
            line_field: rgb(0x7f, 0x88, 0x96),
            text: rgb(0x17, 0x1c, 0x26),
            text_2: rgb(0x4a, 0x54, 0x62),
            text_3: rgb(0x62, 0x6c, 0x7a),
            accent: rgb(0x0b, 0x6b, 0x8a),
            accent_soft: rgb(0xe0, 0xf0, 0xf5),
            accent_line: rgb(0x5a, 0xa5, 0xbd),
            on_accent: rgb(0xff, 0xff, 0xff),
            error: rgb(0xc0, 0x2b, 0x2b),
            error_soft: rgb(0xfd, 0xec, 0xeb),
            warning: rgb(0x8a, 0x53, 0x00),
            warning_mark: rgb(0xc2, 0x78, 0x03),
            warning_soft: rgb(0xfd, 0xf3, 0xe0),
            hint: rgb(0x3d, 0x63, 0xb0),
            hint_soft: rgb(0xeb, 0xf0, 0xfb),
            ok: rgb(0x1d, 0x74, 0x40),
            ok_soft: rgb(0xdf, 0xf3, 0xe4),
            now: rgb(0xc2, 0x78, 0x03),
            select: rgb(0x0b, 0x6b, 0x8a),
            halo: rgb(0xb5, 0xdb, 0xe7),
            focus: rgb(0x1d, 0x5f, 0xd6),
            place: rgb(0xcf, 0xe6, 0xee),
            place_line: rgb(0x0b, 0x6b, 0x8a),
            fits: rgb(0xd9, 0xf0, 0xdf),
            fits_line: rgb(0x1d, 0x74, 0x40),
            shadow_menu: Color32::from_rgba_unmultiplied(20, 26, 38, 36),
            shadow_drag: Color32::from_rgba_unmultiplied(20, 26, 38, 56),
            veil: Color32::from_rgba_unmultiplied(23, 28, 38, 82),
        }
    }

    fn dark() -> Self {
        let rgb = Color32::from_rgb;
        Self {
            brightness: Brightness::Dark,
            contrast: Contrast::Normal,
            ground: rgb(0x14, 0x17, 0x1c),
            panel: rgb(0x1a, 0x1e, 0x24),
            raised: rgb(0x26, 0x2b, 0x34),
            field: rgb(0x27, 0x2d, 0x36),
            shade: rgb(0x15, 0x18, 0x1d),
            band: rgb(0x23, 0x2a, 0x33),
            line: rgb(0x27, 0x2d, 0x36),
            line_strong: rgb(0x41, 0x4a, 0x57),
            line_field: rgb(0x74, 0x80, 0x92),
            text: rgb(0xe8, 0xeb, 0xf0),
            text_2: rgb(0xb9, 0xc1, 0xcc),
            text_3: rgb(0x98, 0xa2, 0xb0),
            accent: rgb(0x56, 0xbc, 0xdb),
            accent_soft: rgb(0x17, 0x38, 0x45),
            accent_line: rgb(0x34, 0x7d, 0x95),
            on_accent: rgb(0x08, 0x20, 0x2a),
            error: rgb(0xf2, 0x80, 0x7b),
            error_soft: rgb(0x3c, 0x21, 0x24),
            warning: rgb(0xef, 0xae, 0x4e),
            warning_mark: rgb(0xe0, 0x9a, 0x2c),
            warning_soft: rgb(0x3a, 0x2c, 0x17),
            hint: rgb(0x93, 0xb1, 0xf0),
            hint_soft: rgb(0x20, 0x2c, 0x46),
            ok: rgb(0x6f, 0xcb, 0x8b),
            ok_soft: rgb(0x17, 0x34, 0x1f),
            now: rgb(0xe0, 0x9a, 0x2c),
            select: rgb(0x56, 0xbc, 0xdb),
            halo: rgb(0x24, 0x58, 0x6b),
            focus: rgb(0x8a, 0xb4, 0xff),
            place: rgb(0x1f, 0x44, 0x53),
            place_line: rgb(0x56, 0xbc, 0xdb),
            fits: rgb(0x1c, 0x3f, 0x2a),
            fits_line: rgb(0x6f, 0xcb, 0x8b),
            shadow_menu: Color32::from_rgba_unmultiplied(20, 26, 38, 128),
            shadow_drag: Color32::from_rgba_unmultiplied(20, 26, 38, 153),
            veil: Color32::from_black_alpha(140),
        }
    }

    /// Text of every rank nearly as strong as the first, the paper pure, lines as strong as borders of fields.
    fn with_high_contrast(self) -> Self {
        let (paper, ink) = match self.brightness {
            Brightness::Light => (Color32::WHITE, Color32::BLACK),
            Brightness::Dark => (Color32::BLACK, Color32::WHITE),
        };
        let stronger = |color: Color32| mix(color, ink, 0.35);
        Self {
            contrast: Contrast::High,
            ground: paper,
            panel: paper,
            raised: paper,
            text: ink,
            text_2: ink,
            text_3: stronger(self.text_2),
            line: self.line_field,
            line_strong: stronger(self.line_field),
            line_field: ink,
            accent: stronger(self.accent),
            select: stronger(self.select),
            on_accent: paper,
            error: stronger(self.error),
            warning: stronger(self.warning),
            warning_mark: stronger(self.warning_mark),
            hint: stronger(self.hint),
            ok: stronger(self.ok),
            ..self
        }
    }

    /// Whether text is light on dark.
    #[must_use]
    pub fn is_dark(&self) -> bool {
        self.brightness == Brightness::Dark
    }

    /// The colours of a hue.
    #[must_use]
    pub fn hue(&self, hue: Hue) -> BlockColors {
        let rgb = |[red, green, blue]: Rgb| Color32::from_rgb(red, green, blue);
        let Swatch { fill, edge, text, second_text } = hue.swatch(self.is_dark());
        let (text, weak_text) = match self.contrast {
            Contrast::Normal => (rgb(text), rgb(second_text)),
            Contrast::High => (self.text, rgb(text)),
        };
        BlockColors { fill: rgb(fill), bar: rgb(edge), text, weak_text }
    }

    /// The ghost of something dragged, in its own colours; with a red edge where it would be refused.
    #[must_use]
    pub fn ghost(&self, refused: bool) -> BlockColors {
        let (fill, bar) = if refused { (self.error_soft, self.error) } else { (self.accent_soft, self.accent) };
        BlockColors { fill: fill.gamma_multiply(0.92), bar, text: self.text, weak_text: self.text }
    }

    /// The colour of text about findings so bad. It never says that alone: [`icons::severity`] stands beside it.
    #[must_use]
    pub fn severity(&self, severity: Severity) -> Color32 {
        match severity {
            Severity::Error => self.error,
            Severity::Warning => self.warning,
            Severity::Hint => self.hint,
            Severity::Off => self.text_2,
        }
    }

    /// The sign of findings so bad, of 14 points and more, and its colour.
    #[must_use]
    pub fn severity_sign(&self, severity: Severity) -> (&'static str, Color32) {
        let color = if severity == Severity::Warning { self.warning_mark } else { self.severity(severity) };
        (icons::severity(severity), color)
    }

    /// `color` seen through from the paper: for what is filtered out.
    #[must_use]
    pub fn faded(&self, color: Color32) -> Color32 {
        mix(color, self.panel, 0.72)
    }

    /// How a session looks that is filtered out, or being moved away.
    #[must_use]
    pub fn faded_block(&self, colors: BlockColors) -> BlockColors {
        let fade = |color| self.faded(color);
        BlockColors {
            fill: fade(colors.fill),
            bar: fade(colors.bar),
            text: fade(colors.text),
            weak_text: fade(colors.weak_text),
        }
    }

    /// How a session looks beside something that is being dragged: it recedes, and can be read still.
    #[must_use]
    pub fn receded_block(&self, colors: BlockColors) -> BlockColors {
        let recede = |color, share| mix(color, self.panel, share);
        BlockColors {
            fill: recede(colors.fill, 0.5),
            bar: recede(colors.bar, 0.45),
            text: recede(colors.text, 0.27),
            weak_text: recede(colors.weak_text, 0.05),
        }
    }

    /// Light on top of what a rubber band covers.
    #[must_use]
    pub fn band_over(&self) -> Color32 {
        self.accent.gamma_multiply(0.14)
    }
}

/// `a` moved towards `b` by `share` (0–1), in gamma space as screens blend.
pub(super) fn mix(a: Color32, b: Color32, share: f32) -> Color32 {
    a.lerp_to_gamma(b, share)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance, WCAG 2.2.
    fn luminance(color: Color32) -> f32 {
        let [r, g, b, _] = egui::Rgba::from(color).to_array();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    fn contrast(a: Color32, b: Color32) -> f32 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn themes() -> impl Iterator<Item = (Theme, f32, f32)> {
        let both = [Brightness::Light, Brightness::Dark];
        let normal = both.map(|brightness| (Theme::new(brightness, Contrast::Normal), 4.5, 3.0));
        let high = both.map(|brightness| (Theme::new(brightness, Contrast::High), 7.0, 4.5));
        normal.into_iter().chain(high)
    }

    #[track_caller]
    fn assert_contrast(theme: &Theme, name: &str, (color, on): (Color32, Color32), least: f32) {
        let found = contrast(color, on);
        let (brightness, kind) = (theme.brightness, theme.contrast);
        assert!(found >= least, "{brightness:?}, {kind:?}: {name} {color:?} on {on:?} is {found:.2}, not {least}");
    }

    /// WCAG 2.2, 1.4.3 and 1.4.6: 4.5:1 and 7:1 for text.
    #[test]
    fn text_can_be_read_on_every_ground() {
        for (theme, text, _) in themes() {
            let chrome = [theme.ground, theme.panel, theme.raised, theme.field, theme.shade, theme.accent_soft];
            for ground in chrome.into_iter().chain([theme.band]) {
                for color in [theme.text, theme.text_2, theme.text_3] {
                    assert_contrast(&theme, "text", (color, ground), text.min(4.6));
                }
            }
            for ground in chrome {
                for color in [theme.accent, theme.error, theme.warning, theme.hint, theme.ok] {
                    assert_contrast(&theme, "a word", (color, ground), 4.5);
                }
            }
            let soft = [
                (theme.error, theme.error_soft),
                (theme.warning, theme.warning_soft),
                (theme.hint, theme.hint_soft),
                (theme.ok, theme.ok_soft),
                (theme.text, theme.fits),
                (theme.text, theme.place),
                (theme.on_accent, theme.accent),
            ];
            for pair in soft {
                assert_contrast(&theme, "a word on its ground", pair, 4.5);
            }
        }
    }

    #[test]
    fn what_recedes_can_be_read_still() {
        for (theme, text, _) in themes() {
            for hue in Hue::ALL {
                let colors = theme.receded_block(theme.hue(hue));
                for color in [colors.text, colors.weak_text] {
                    assert_contrast(&theme, "a receding word", (color, colors.fill), text.min(4.5));
                }
            }
        }
    }

    /// WCAG 2.2, 1.4.11: 3:1 for the borders of fields, for signs, for what tells the state of a thing.
    #[test]
    fn borders_and_signs_can_be_seen() {
        for (theme, _, sign) in themes() {
            for ground in [theme.ground, theme.panel, theme.field, theme.shade, theme.accent_soft, theme.raised] {
                for color in [theme.line_field, theme.warning_mark, theme.focus] {
                    assert_contrast(&theme, "a sign", (color, ground), sign.min(3.0));
                }
            }
            let edges = [
                (theme.place_line, theme.panel),
                (theme.fits_line, theme.panel),
                (theme.select, theme.panel),
                (theme.select, theme.halo),
                (theme.now, theme.panel),
            ];
            for pair in edges {
                assert_contrast(&theme, "an edge", pair, 3.0);
            }
        }
    }

    #[test]
    fn sessions_can_be_read_and_seen() {
        for (theme, text, _) in themes() {
            for hue in Hue::ALL {
                let BlockColors { fill, bar, text: first, weak_text } = theme.hue(hue);
                for color in [first, weak_text] {
                    assert_contrast(&theme, &format!("{hue:?}"), (color, fill), text);
                    // A title may run out of its bar.
                    assert_contrast(&theme, &format!("{hue:?}"), (color, theme.panel), text);
                }
                assert_contrast(&theme, &format!("{hue:?}"), (bar, fill), 3.0);
                assert_contrast(&theme, &format!("{hue:?}"), (bar, theme.panel), 3.0);
            }
        }
    }
}
