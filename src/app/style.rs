//! Colours, fonts and sizes of the desk, light and dark. No colour is made anywhere else.
#![expect(clippy::disallowed_methods, reason = "this is the one place that makes colours")]

pub mod fonts;
pub mod icons;

use egui::{Color32, CornerRadius, FontFamily, FontId, Margin, Stroke, TextStyle, Vec2};

use crate::look;
use crate::model::{SessionKind, Severity};

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum Brightness {
    /// Dark text on light ground.
    #[default]
    Light,
    /// Light text on dark ground.
    Dark,
}

/// The colours of one brightness.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Which of the two it is.
    pub brightness: Brightness,
    /// Behind everything, and between lanes.
    pub ground: Color32,
    /// Panels and cards.
    pub panel: Color32,
    /// Fields, hovered rows.
    pub field: Color32,
    /// Every other lane.
    pub stripe: Color32,
    /// Hours of the day in which nothing is planned, folds, weekends.
    pub shade: Color32,
    /// Thin lines.
    pub line: Color32,
    /// Lines that should be seen first, such as midnight.
    pub strong_line: Color32,
    /// Text.
    pub text: Color32,
    /// Text of second rank; at least 4.5:1 on ground and panel.
    pub weak_text: Color32,
    /// Selection, focus, links, the button that matters.
    pub accent: Color32,
    /// Text on the accent colour.
    pub on_accent: Color32,
    /// Selected rows.
    pub accent_ground: Color32,
    /// Now, and things to notice.
    pub amber: Color32,
    /// What is wrong.
    pub red: Color32,
    /// What is right.
    pub green: Color32,
    /// Shadow under floating things.
    pub shadow: Color32,
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
    /// The colours of a brightness.
    #[must_use]
    pub fn new(brightness: Brightness) -> Self {
        let rgb = Color32::from_rgb;
        match brightness {
            Brightness::Light => Self {
                brightness,
                ground: rgb(0xf5, 0xf6, 0xf8),
                panel: rgb(0xff, 0xff, 0xff),
                field: rgb(0xef, 0xf1, 0xf4),
                stripe: rgb(0xfa, 0xfb, 0xfc),
                shade: rgb(0xeb, 0xed, 0xf1),
                line: rgb(0xe2, 0xe5, 0xea),
                strong_line: rgb(0xc3, 0xc9, 0xd2),
                text: rgb(0x1b, 0x21, 0x2b),
                weak_text: rgb(0x5a, 0x64, 0x73),
                accent: rgb(0x0b, 0x6b, 0x8a),
                on_accent: rgb(0xff, 0xff, 0xff),
                accent_ground: rgb(0xdd, 0xee, 0xf4),
                amber: rgb(0xd9, 0x7a, 0x06),
                red: rgb(0xc0, 0x2f, 0x2f),
                green: rgb(0x2c, 0x7d, 0x3c),
                shadow: Color32::from_black_alpha(38),
            },
            Brightness::Dark => Self {
                brightness,
                ground: rgb(0x13, 0x16, 0x1b),
                panel: rgb(0x1a, 0x1e, 0x25),
                field: rgb(0x25, 0x2b, 0x34),
                stripe: rgb(0x17, 0x1a, 0x20),
                shade: rgb(0x0e, 0x10, 0x14),
                line: rgb(0x2a, 0x30, 0x3a),
                strong_line: rgb(0x45, 0x4e, 0x5c),
                text: rgb(0xe7, 0xea, 0xf0),
                weak_text: rgb(0x9d, 0xa7, 0xb5),
                accent: rgb(0x4f, 0xbd, 0xdd),
                on_accent: rgb(0x08, 0x1c, 0x24),
                accent_ground: rgb(0x1b, 0x3a, 0x47),
                amber: rgb(0xf2, 0xa9, 0x3b),
                red: rgb(0xf0, 0x7a, 0x75),
                green: rgb(0x74, 0xc6, 0x85),
                shadow: Color32::from_black_alpha(120),
            },
        }
    }

    /// The colours of hue `index`; any index will do.
    #[must_use]
    pub fn hue(&self, index: usize) -> BlockColors {
        let [red, green, blue] = look::HUES[index % look::HUES.len()];
        let base = Color32::from_rgb(red, green, blue);
        match self.brightness {
            Brightness::Light => BlockColors {
                fill: mix(base, self.panel, 0.83),
                bar: base,
                text: self.text,
                weak_text: mix(self.text, base, 0.35),
            },
            Brightness::Dark => BlockColors {
                fill: mix(base, self.panel, 0.62),
                bar: mix(base, Color32::WHITE, 0.28),
                text: self.text,
                weak_text: mix(self.text, base, 0.18),
            },
        }
    }

    /// The colours of a kind of session.
    #[must_use]
    pub fn kind(&self, kind: SessionKind) -> BlockColors {
        self.hue(look::hue_of(kind))
    }

    /// The ghost of something dragged; red where it would be refused.
    #[must_use]
    pub fn ghost(&self, refused: bool) -> BlockColors {
        let base = if refused { self.red } else { self.accent };
        BlockColors {
            fill: mix(base, self.panel, 0.68).gamma_multiply(0.92),
            bar: base,
            text: self.text,
            weak_text: self.text,
        }
    }

    /// The colour of findings so bad. It never says that alone: [`icons::severity`] stands beside it.
    #[must_use]
    pub fn severity(&self, severity: Severity) -> Color32 {
        match severity {
            Severity::Error => self.red,
            Severity::Warning => self.amber,
            Severity::Hint => self.accent,
            Severity::Off => self.weak_text,
        }
    }

    /// `color` seen through from the ground: for what is filtered out.
    #[must_use]
    pub fn faded(&self, color: Color32) -> Color32 {
        mix(color, self.ground, 0.72)
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

    /// The ground of a lane in which letting go would bring a finding so bad, or none.
    #[must_use]
    pub fn tint(&self, severity: Severity) -> Color32 {
        match severity {
            Severity::Off => self.green.gamma_multiply(0.17),
            Severity::Hint => self.accent.gamma_multiply(0.10),
            Severity::Warning => self.amber.gamma_multiply(0.20),
            Severity::Error => self.red.gamma_multiply(0.20),
        }
    }

    /// Light on top of everything, such as the band of a rubber-band selection.
    #[must_use]
    pub fn veil(&self) -> Color32 {
        self.accent.gamma_multiply(0.14)
    }

    /// Tells egui about fonts, colours and distances.
    pub fn apply(&self, ctx: &egui::Context) {
        let dark = self.brightness == Brightness::Dark;
        ctx.set_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light });
        ctx.all_styles_mut(|style| self.set_style(style));
    }

    fn set_style(&self, style: &mut egui::Style) {
        let font = |size: f32, family: &str| FontId::new(size, FontFamily::Name(family.into()));
        style.text_styles = [
            (TextStyle::Small, FontId::proportional(SMALL)),
            (TextStyle::Body, FontId::proportional(BODY)),
            (TextStyle::Button, FontId::proportional(BODY)),
            (TextStyle::Monospace, FontId::proportional(BODY)),
            (TextStyle::Heading, font(HEADING, fonts::SEMIBOLD)),
        ]
        .into();
        let spacing = &mut style.spacing;
        spacing.item_spacing = Vec2::new(8.0, 6.0);
        spacing.button_padding = Vec2::new(8.0, 4.0);
        spacing.interact_size = Vec2::new(28.0, 26.0);
        spacing.menu_margin = Margin::same(6);
        spacing.window_margin = Margin::same(16);
        spacing.indent = 14.0;
        spacing.combo_width = 80.0;
        spacing.scroll = egui::style::ScrollStyle {
            bar_width: 8.0,
            // Handles in the colour of fields could hardly be seen.
            foreground_color: true,
            dormant_handle_opacity: 0.25,
            active_handle_opacity: 0.35,
            interact_handle_opacity: 0.55,
            ..egui::style::ScrollStyle::thin()
        };
        style.interaction.tooltip_delay = 0.35;
        style.interaction.selectable_labels = false;
        style.visuals = self.visuals();
    }

    fn visuals(&self) -> egui::Visuals {
        let mut visuals = match self.brightness {
            Brightness::Light => egui::Visuals::light(),
            Brightness::Dark => egui::Visuals::dark(),
        };
        let radius = CornerRadius::same(RADIUS);
        visuals.panel_fill = self.panel;
        visuals.window_fill = self.panel;
        visuals.window_stroke = Stroke::new(1.0, self.line);
        visuals.window_corner_radius = CornerRadius::same(10);
        visuals.menu_corner_radius = CornerRadius::same(8);
        visuals.extreme_bg_color = self.field;
        visuals.text_edit_bg_color = Some(self.field);
        visuals.faint_bg_color = self.stripe;
        visuals.hyperlink_color = self.accent;
        visuals.warn_fg_color = self.amber;
        visuals.error_fg_color = self.red;
        visuals.selection.bg_fill = self.accent_ground;
        visuals.selection.stroke = Stroke::new(1.0, self.accent);
        let shadow = egui::Shadow { offset: [0, 6], blur: 24, spread: 0, color: self.shadow };
        visuals.window_shadow = shadow;
        visuals.popup_shadow = egui::Shadow { offset: [0, 4], blur: 14, ..shadow };
        let state = |fill: Color32, border: Color32, text: Color32| egui::style::WidgetVisuals {
            bg_fill: fill,
            weak_bg_fill: fill,
            bg_stroke: Stroke::new(1.0, border),
            corner_radius: radius,
            fg_stroke: Stroke::new(1.0, text),
            expansion: 0.0,
        };
        let hover = mix(self.text, self.field, 0.93);
        visuals.widgets.noninteractive = state(self.panel, self.line, self.text);
        visuals.widgets.inactive = state(self.field, self.strong_line, self.text);
        visuals.widgets.hovered = state(hover, self.line, self.text);
        visuals.widgets.active = state(self.accent_ground, self.accent, self.text);
        visuals.widgets.open = state(hover, self.line, self.text);
        visuals.weak_text_color = Some(self.weak_text);
        visuals.striped = false;
        visuals.slider_trailing_fill = true;
        visuals.handle_shape = egui::style::HandleShape::Circle;
        visuals
    }
}

/// Body text, in points.
pub const BODY: f32 = 13.0;
/// Text of second rank, in points.
pub const SMALL: f32 = 11.5;
/// Headings, in points.
pub const HEADING: f32 = 15.0;
/// Icons beside body text, in points.
pub const ICON: f32 = 15.0;
/// Radius of buttons, fields and sessions, in points.
pub const RADIUS: u8 = 5;

/// `a` moved towards `b` by `share` (0–1), in gamma space as screens blend.
fn mix(a: Color32, b: Color32, share: f32) -> Color32 {
    a.lerp_to_gamma(b, share)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(color: Color32) -> f32 {
        let [r, g, b, _] = egui::Rgba::from(color).to_array();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    fn contrast(a: Color32, b: Color32) -> f32 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// WCAG 2.2, 1.4.3: 4.5:1 for text.
    #[test]
    fn text_can_be_read_on_every_ground() {
        for brightness in [Brightness::Light, Brightness::Dark] {
            let theme = Theme::new(brightness);
            for ground in [theme.ground, theme.panel, theme.field, theme.stripe, theme.accent_ground] {
                for text in [theme.text, theme.weak_text] {
                    assert!(
                        contrast(text, ground) >= 4.5,
                        "{brightness:?} {text:?} on {ground:?}: {}",
                        contrast(text, ground)
                    );
                }
            }
            assert!(contrast(theme.on_accent, theme.accent) >= 4.5, "{brightness:?} accent");
            for hue in 0..16 {
                let block = theme.hue(hue);
                for text in [block.text, block.weak_text] {
                    assert!(
                        contrast(text, block.fill) >= 4.5,
                        "{brightness:?} hue {hue}: {}",
                        contrast(text, block.fill)
                    );
                }
            }
        }
    }
}
