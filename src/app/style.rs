//! How the desk looks: colours, type, sizes, motion. Nothing else makes a colour or a font.

pub mod fonts;
pub mod icons;
pub mod theme;

use egui::{Color32, CornerRadius, FontFamily, FontId, Margin, Stroke, TextStyle, Vec2};

use theme::mix;
pub use theme::{BlockColors, Brightness, Contrast, Theme};

/// The sizes and weights of text; no others are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// The name of the conference.
    Display,
    /// The date in sight, the title of the selected session, titles of dialogs.
    Title,
    /// Heads of sections, names of lanes.
    Head,
    /// Rows, values, fields, menus.
    Body,
    /// Buttons, chosen rows.
    Strong,
    /// Titles on bars.
    Bar,
    /// Names of properties, second lines.
    Small,
    /// Times on bars, hours, counts: the smallest there is.
    Meta,
    /// Heads of groups, days of the week.
    Cap,
}

impl Type {
    /// The font.
    #[must_use]
    pub fn font(self) -> FontId {
        let family = |name: &str| FontFamily::Name(name.into());
        match self {
            Self::Display => FontId::new(20.0, family(fonts::SEMIBOLD)),
            Self::Title => FontId::new(15.0, family(fonts::SEMIBOLD)),
            Self::Head => FontId::new(13.0, family(fonts::SEMIBOLD)),
            Self::Body => FontId::new(13.0, FontFamily::Proportional),
            Self::Strong => FontId::new(13.0, family(fonts::MEDIUM)),
            Self::Bar => FontId::new(12.0, family(fonts::MEDIUM)),
            Self::Small => FontId::new(12.0, FontFamily::Proportional),
            Self::Meta => FontId::new(11.0, FontFamily::Proportional),
            Self::Cap => FontId::new(11.0, family(fonts::MEDIUM)),
        }
    }

    /// From one line to the next, in points.
    #[must_use]
    pub fn line(self) -> f32 {
        match self {
            Self::Display => 28.0,
            Self::Title | Self::Head | Self::Body | Self::Strong => 20.0,
            Self::Bar | Self::Small | Self::Meta | Self::Cap => 16.0,
        }
    }
}

/// Heights and widths of what stands on the desk, in points.
pub mod size {
    /// A row, a button, a field in a row.
    pub const ROW: f32 = 28.0;
    /// A field in a dialog.
    pub const FIELD: f32 = 32.0;
    /// Nothing that can be clicked is lower or narrower (WCAG 2.2, 2.5.8).
    pub const TARGET: f32 = 24.0;
    /// The top line.
    pub const TOP: f32 = 48.0;
    /// The strip of dates.
    pub const STRIP: f32 = 64.0;
    /// The line of a view.
    pub const VIEW_LINE: f32 = 40.0;
    /// The ruler of hours.
    pub const RULER: f32 = 28.0;
    /// What concerns everybody, above all lanes.
    pub const BAND: f32 = 24.0;
    /// Neighbouring rooms without sessions.
    pub const SLIM: f32 = 24.0;
    /// The lowest lane.
    pub const LANE: f32 = 44.0;
    /// The highest lane.
    pub const LANE_MAX: f32 = 72.0;
    /// The overview of all days.
    pub const OVERVIEW: f32 = 44.0;
    /// The legend of colours; of one line.
    pub const LEGEND: f32 = 28.0;
    /// The status line.
    pub const STATUS: f32 = 28.0;
    /// In a narrower window the view has no room to spare for panels beside it.
    pub const ROOM_FOR_PANELS: f32 = 1000.0;
    /// Symbols beside body text.
    pub const ICON: f32 = 16.0;
    /// Symbols on bars and in chips.
    pub const SMALL_ICON: f32 = 14.0;
}

/// Corners, in points.
pub mod radius {
    /// A mark.
    pub const MARK: u8 = 2;
    /// A session.
    pub const BAR: u8 = 4;
    /// A button or field.
    pub const CONTROL: u8 = 6;
    /// A card or menu.
    pub const CARD: u8 = 8;
    /// A dialog.
    pub const DIALOG: u8 = 10;
}

/// How long changes take that the eye should follow, in seconds. Where motion is reduced, none takes any time.
pub mod motion {
    /// Hover, press, sections that open.
    pub const FAST: f32 = 0.08;
    /// Lanes that open, going to a day.
    pub const MOVE: f32 = 0.22;
}

/// Tells egui about fonts, colours and distances.
pub fn apply(theme: &Theme, ctx: &egui::Context, reduced_motion: bool) {
    ctx.set_theme(if theme.is_dark() { egui::Theme::Dark } else { egui::Theme::Light });
    ctx.all_styles_mut(|style| {
        set_style(theme, style);
        style.animation_time = if reduced_motion { 0.0 } else { motion::FAST };
        if reduced_motion {
            style.scroll_animation = egui::style::ScrollAnimation::none();
        }
    });
}

fn set_style(theme: &Theme, style: &mut egui::Style) {
    style.text_styles = [
        (TextStyle::Small, Type::Small.font()),
        (TextStyle::Body, Type::Body.font()),
        (TextStyle::Button, Type::Body.font()),
        (TextStyle::Monospace, Type::Body.font()),
        (TextStyle::Heading, Type::Title.font()),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::new(8.0, 4.0);
    spacing.button_padding = Vec2::new(8.0, 4.0);
    spacing.interact_size = Vec2::new(size::ROW, 26.0);
    spacing.menu_margin = Margin::same(4);
    spacing.window_margin = Margin::same(16);
    spacing.indent = 16.0;
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
    style.visuals = visuals(theme);
}

fn visuals(theme: &Theme) -> egui::Visuals {
    let mut visuals = if theme.is_dark() { egui::Visuals::dark() } else { egui::Visuals::light() };
    let corner = CornerRadius::same(radius::CONTROL);
    visuals.panel_fill = theme.ground;
    visuals.window_fill = theme.raised;
    visuals.window_stroke = Stroke::new(1.0, theme.line_strong);
    visuals.window_corner_radius = CornerRadius::same(radius::DIALOG);
    visuals.menu_corner_radius = CornerRadius::same(radius::CARD);
    visuals.extreme_bg_color = theme.field;
    visuals.text_edit_bg_color = Some(theme.panel);
    visuals.faint_bg_color = theme.shade;
    visuals.hyperlink_color = theme.accent;
    visuals.warn_fg_color = theme.warning;
    visuals.error_fg_color = theme.error;
    visuals.selection.bg_fill = theme.accent_soft;
    visuals.selection.stroke = Stroke::new(1.0, theme.accent);
    let shadow = egui::Shadow { offset: [0, 4], blur: 16, spread: 0, color: theme.shadow_menu };
    visuals.window_shadow = shadow;
    visuals.popup_shadow = shadow;
    let state = |fill: Color32, border: Color32, text: Color32| egui::style::WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, border),
        corner_radius: corner,
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    let hover = mix(theme.text, theme.field, 0.95);
    visuals.widgets.noninteractive = state(theme.ground, theme.line, theme.text);
    visuals.widgets.inactive = state(theme.panel, theme.line_field, theme.text);
    visuals.widgets.hovered = state(hover, theme.line_field, theme.text);
    visuals.widgets.active = state(theme.accent_soft, theme.accent, theme.text);
    visuals.widgets.open = state(hover, theme.line_field, theme.text);
    visuals.weak_text_color = Some(theme.text_2);
    visuals.striped = false;
    visuals.slider_trailing_fill = true;
    visuals.handle_shape = egui::style::HandleShape::Circle;
    visuals
}
