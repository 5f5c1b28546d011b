//! What a planner has chosen about the desk itself. Nothing of it is in the plan.

mod export;

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::exchange::incoming::Remembered;
use crate::exchange::{EXPORTERS, Exporter, Request};
use crate::model::zone::Tz;
use crate::model::{Language, LocalText};

use crate::app::paint::lanes::LanesBy;
use crate::app::style::Brightness;
use export::SavedExport;

/// What gives a session its colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ColorBy {
    /// Its kind.
    #[default]
    Kind,
    /// The first of its bodies.
    Body,
}

impl ColorBy {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Kind, Self::Body];
}

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// As the system has it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl ThemeChoice {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];
}

/// Everything chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Light, dark, or as the system has it.
    pub theme: ThemeChoice,
    /// Whether text and lines stand out more than usual.
    pub high_contrast: bool,
    /// Whether nothing on screen takes time to move.
    pub reduced_motion: bool,
    /// How large everything on screen is, in percent: one of [`SCREEN_SIZES`].
    pub screen_percent: u16,
    /// Who writes here: the name under comments. The system's name of the user, until another is typed.
    pub author: String,
    /// The language of the screen.
    pub language: Language,
    /// The language of the plan's own titles; the screen's where `None`.
    pub plan_language: Option<Language>,
    /// The name of the view that is open; the first view where it is empty or not known.
    pub view: String,
    /// What lanes stand for.
    pub lanes: LanesBy,
    /// What gives a session its colour.
    pub color_by: ColorBy,
    /// The step to which times snap, in minutes; 1 for none.
    pub snap_mins: i32,
    /// Whether later sessions follow one that moves or gets longer.
    pub later_follow: bool,
    /// Whether nights and empty days fold.
    pub fold: bool,
    /// Whether neighbouring lanes without sessions share a slim line.
    pub slim_lanes: bool,
    /// A second zone for the ruler.
    pub second_zone: Option<Tz>,
    /// How wide the navigator was made, in points.
    pub navigator_width: Option<f32>,
    /// How wide the inspector was made, in points.
    pub inspector_width: Option<f32>,
    /// How wide the heads of lanes were made, in points.
    pub lane_heads_width: Option<f32>,
    /// Whether the navigator is open, beside most views; else it is a rail of signs.
    pub navigator_open: bool,
    /// Whether the inspector is open, beside most views.
    pub inspector_open: bool,
    /// Whether the navigator is open beside views that show much.
    pub wide_navigator_open: bool,
    /// Whether the inspector is open beside views that show much.
    pub wide_inspector_open: bool,
    /// Whether the list of findings is open.
    pub findings_open: bool,
    /// How the List is laid out.
    pub list: TableLayout,
    /// What headings of pasted tables of requests were said to mean.
    pub request_columns: Remembered,
    /// What headings of tables of sessions were said to mean.
    pub session_columns: Remembered,
    /// How the plan was handed out last; of the whole of it.
    pub export: Request,
    /// Other ways to hand plans out, under names, in the order of these.
    pub export_presets: Vec<ExportPreset>,
    /// Files opened or saved lately, the latest first.
    pub recent: Vec<PathBuf>,
    /// The file that was open last, and the day that was in sight.
    pub last_day: Option<(PathBuf, NaiveDate)>,
    /// Where the window was.
    pub window: Option<WindowPlace>,
}

/// A way to hand plans out that has a name.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportPreset {
    /// What it is called: `For delegates, EN/FR, A4`.
    pub name: String,
    /// What is asked for, of the whole plan.
    pub request: Request,
}

/// So many are remembered.
pub const MOST_PRESETS: usize = 50;

/// How a table is laid out, by the names of its columns: one that is not known is only forgotten.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableLayout {
    /// The columns that are shown, from left to right; those that fit where empty.
    pub columns: Vec<String>,
    /// How wide some were made, in points.
    pub widths: BTreeMap<String, f32>,
    /// By what it is sorted, what counts most first, and whether the greatest comes first.
    pub sorts: Vec<(String, bool)>,
    /// Whether rows stand without heads above them.
    pub ungrouped: bool,
}

/// Where a window is on the screen, in points that no screen size changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowPlace {
    /// Its left upper corner.
    pub corner: (f32, f32),
    /// How wide and high it is inside.
    pub size: (f32, f32),
    /// Whether it takes the whole screen.
    pub is_maximized: bool,
}

impl WindowPlace {
    /// As it can be opened again on a screen of any size: nothing of it can be out of reach, and no number is odd.
    #[must_use]
    pub fn sane(self) -> Option<Self> {
        let (width, height) = self.size;
        let is_size = |least: f32, size: f32| size.is_finite() && (least..=16_384.0).contains(&size);
        if !is_size(200.0, width) || !is_size(200.0, height) {
            return None;
        }
        Some(Self { size: (width.max(LEAST_WINDOW.0), height.max(LEAST_WINDOW.1)), ..self })
    }

    /// Its corner, if the whole window lies on a screen of this size.
    #[must_use]
    pub fn corner_on(self, screen: (f32, f32)) -> Option<(f32, f32)> {
        let (x, y) = self.corner;
        let fits = x >= 0.0 && y >= 0.0 && x + self.size.0 <= screen.0 && y + self.size.1 <= screen.1;
        fits.then_some(self.corner)
    }
}

/// The smallest window that shows everything, in points.
pub const LEAST_WINDOW: (f32, f32) = (860.0, 520.0);

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::default(),
            high_contrast: false,
            reduced_motion: false,
            screen_percent: 100,
            author: String::new(),
            language: Language::English,
            plan_language: None,
            view: String::new(),
            lanes: LanesBy::default(),
            color_by: ColorBy::default(),
            snap_mins: 15,
            later_follow: false,
            fold: true,
            slim_lanes: true,
            second_zone: None,
            navigator_width: None,
            inspector_width: None,
            lane_heads_width: None,
            navigator_open: true,
            inspector_open: true,
            wide_navigator_open: false,
            wide_inspector_open: false,
            findings_open: false,
            list: TableLayout::default(),
            request_columns: Remembered::new(),
            session_columns: Remembered::new(),
            export: Request::new(USUAL_FORMAT),
            export_presets: Vec::new(),
            recent: Vec::new(),
            last_day: None,
            window: None,
        }
    }
}

/// How many recent files are remembered.
pub const RECENT_FILES: usize = 10;
/// The format of the first handout: printed pages.
const USUAL_FORMAT: &Exporter = EXPORTERS[1];
/// How large the screen can be, in percent.
pub const SCREEN_SIZES: [u16; 8] = [75, 90, 100, 110, 125, 150, 175, 200];
/// The steps to choose from, in minutes.
pub const SNAP_STEPS: [i32; 6] = [1, 5, 10, 15, 30, 60];

/// A width that planners can change: what it is usually, and how far it may go, in points.
#[derive(Clone, Copy, Debug)]
pub struct Width {
    /// The least.
    pub least: f32,
    /// The most.
    pub most: f32,
    /// What it is until it is changed.
    pub usual: f32,
    /// What it is instead in windows of at most [`NARROW_WINDOW`].
    pub narrow: f32,
    /// What it was changed to.
    pub chosen: fn(&Settings) -> Option<f32>,
}

/// The navigator.
pub const NAVIGATOR: Width =
    Width { least: 200.0, most: 360.0, usual: 232.0, narrow: 208.0, chosen: |settings| settings.navigator_width };
/// The inspector.
pub const INSPECTOR: Width =
    Width { least: 264.0, most: 420.0, usual: 288.0, narrow: 264.0, chosen: |settings| settings.inspector_width };
/// The heads of lanes.
pub const LANE_HEADS: Width =
    Width { least: 96.0, most: 200.0, usual: 112.0, narrow: 104.0, chosen: |settings| settings.lane_heads_width };
/// The widest window that counts as narrow, in points.
pub const NARROW_WINDOW: f32 = 1300.0;

impl Width {
    /// What it is in a window so wide.
    #[must_use]
    pub fn of(self, settings: &Settings, window: f32) -> f32 {
        let usual = if window <= NARROW_WINDOW { self.narrow } else { self.usual };
        (self.chosen)(settings).unwrap_or(usual).clamp(self.least, self.most)
    }
}

impl Settings {
    /// The language in which the plan's titles show.
    #[must_use]
    pub fn title_language(&self) -> Language {
        self.plan_language.unwrap_or(self.language)
    }

    /// `text` in that language, or the nearest there is.
    #[must_use]
    pub fn title<'a>(&self, text: &'a LocalText) -> &'a str {
        text.get(self.title_language())
    }

    /// Light or dark, given what the system wants.
    #[must_use]
    pub fn brightness(&self, system: Option<egui::Theme>) -> Brightness {
        match (self.theme, system) {
            (ThemeChoice::Dark, _) | (ThemeChoice::System, Some(egui::Theme::Dark)) => Brightness::Dark,
            _ => Brightness::Light,
        }
    }

    /// Whether navigator and inspector are open beside a view, which may show much.
    pub fn panels_mut(&mut self, is_wide: bool) -> (&mut bool, &mut bool) {
        if is_wide {
            (&mut self.wide_navigator_open, &mut self.wide_inspector_open)
        } else {
            (&mut self.navigator_open, &mut self.inspector_open)
        }
    }

    /// The same, to be read.
    #[must_use]
    pub fn panels(&self, is_wide: bool) -> (bool, bool) {
        if is_wide {
            (self.wide_navigator_open, self.wide_inspector_open)
        } else {
            (self.navigator_open, self.inspector_open)
        }
    }

    /// Puts `path` on top of the recent files.
    pub fn remember(&mut self, path: PathBuf) {
        self.recent.retain(|known| *known != path);
        self.recent.insert(0, path);
        self.recent.truncate(RECENT_FILES);
    }

    /// Reads settings; whatever can not be read is as if it had never been chosen.
    #[must_use]
    pub fn from_ron(text: &str) -> Self {
        ron::from_str::<Saved>(text).map(Self::from).unwrap_or_default()
    }

    /// As text to be kept.
    #[must_use]
    pub fn to_ron(&self) -> String {
        ron::ser::to_string_pretty(&Saved::from(self), ron::ser::PrettyConfig::default()).unwrap_or_default()
    }
}

/// Settings as they are kept: names instead of types, so that an unknown one is only forgotten.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Saved {
    theme: String,
    high_contrast: bool,
    reduced_motion: bool,
    screen_percent: u16,
    author: String,
    language: String,
    plan_language: String,
    view: String,
    lanes: String,
    color_by: String,
    snap_mins: i32,
    later_follow: bool,
    unfolded: bool,
    lanes_alike: bool,
    second_zone: String,
    navigator_width: Option<f32>,
    inspector_width: Option<f32>,
    lane_heads_width: Option<f32>,
    navigator_closed: bool,
    inspector_closed: bool,
    wide_navigator_open: bool,
    wide_inspector_open: bool,
    findings_open: bool,
    list: TableLayout,
    request_columns: Remembered,
    session_columns: Remembered,
    export: SavedExport,
    export_presets: Vec<(String, SavedExport)>,
    recent: Vec<PathBuf>,
    last_file: PathBuf,
    last_day: String,
    window: Option<WindowPlace>,
}

/// The value whose serde name is `name`; the usual one where there is none.
fn named<T: DeserializeOwned + Default>(name: &str) -> T {
    serde_json::from_value(name.into()).unwrap_or_default()
}

/// The serde name of a value.
fn name_of(value: impl Serialize) -> String {
    let name = serde_json::to_value(value).ok();
    name.as_ref().and_then(|name| name.as_str()).unwrap_or_default().to_owned()
}

impl From<Saved> for Settings {
    fn from(saved: Saved) -> Self {
        Self {
            theme: named(&saved.theme),
            high_contrast: saved.high_contrast,
            reduced_motion: saved.reduced_motion,
            screen_percent: if SCREEN_SIZES.contains(&saved.screen_percent) { saved.screen_percent } else { 100 },
            author: saved.author,
            language: saved.language.parse().unwrap_or(Language::English),
            plan_language: saved.plan_language.parse().ok(),
            view: saved.view,
            lanes: named(&saved.lanes),
            color_by: named(&saved.color_by),
            snap_mins: if SNAP_STEPS.contains(&saved.snap_mins) { saved.snap_mins } else { 15 },
            later_follow: saved.later_follow,
            fold: !saved.unfolded,
            slim_lanes: !saved.lanes_alike,
            second_zone: saved.second_zone.parse().ok(),
            navigator_width: saved.navigator_width.filter(|width| width.is_finite()),
            inspector_width: saved.inspector_width.filter(|width| width.is_finite()),
            lane_heads_width: saved.lane_heads_width.filter(|width| width.is_finite()),
            navigator_open: !saved.navigator_closed,
            inspector_open: !saved.inspector_closed,
            wide_navigator_open: saved.wide_navigator_open,
            wide_inspector_open: saved.wide_inspector_open,
            findings_open: saved.findings_open,
            list: saved.list,
            request_columns: saved.request_columns,
            session_columns: saved.session_columns,
            export: saved.export.request(USUAL_FORMAT),
            export_presets: presets(&saved.export_presets),
            recent: saved.recent.into_iter().take(RECENT_FILES).collect(),
            last_day: saved.last_day.parse().ok().map(|date| (saved.last_file, date)),
            window: saved.window.and_then(WindowPlace::sane),
        }
    }
}

/// Those that have a name nobody else has.
fn presets(saved: &[(String, SavedExport)]) -> Vec<ExportPreset> {
    let mut presets: Vec<ExportPreset> = Vec::new();
    for (name, request) in saved.iter().take(MOST_PRESETS) {
        let name: String = name.trim().chars().take(100).collect();
        if !name.is_empty() && presets.iter().all(|known| known.name != name) {
            presets.push(ExportPreset { name, request: request.request(USUAL_FORMAT) });
        }
    }
    presets
}

impl From<&Settings> for Saved {
    fn from(settings: &Settings) -> Self {
        Self {
            theme: name_of(settings.theme),
            high_contrast: settings.high_contrast,
            reduced_motion: settings.reduced_motion,
            screen_percent: settings.screen_percent,
            author: settings.author.clone(),
            language: settings.language.code().to_owned(),
            plan_language: settings.plan_language.map_or("", Language::code).to_owned(),
            view: settings.view.clone(),
            lanes: name_of(settings.lanes),
            color_by: name_of(settings.color_by),
            snap_mins: settings.snap_mins,
            later_follow: settings.later_follow,
            unfolded: !settings.fold,
            lanes_alike: !settings.slim_lanes,
            second_zone: settings.second_zone.map_or("", |zone| zone.name()).to_owned(),
            navigator_width: settings.navigator_width,
            inspector_width: settings.inspector_width,
            lane_heads_width: settings.lane_heads_width,
            navigator_closed: !settings.navigator_open,
            inspector_closed: !settings.inspector_open,
            wide_navigator_open: settings.wide_navigator_open,
            wide_inspector_open: settings.wide_inspector_open,
            findings_open: settings.findings_open,
            list: settings.list.clone(),
            request_columns: settings.request_columns.clone(),
            session_columns: settings.session_columns.clone(),
            export: SavedExport::from(&settings.export),
            export_presets: settings
                .export_presets
                .iter()
                .map(|one| (one.name.clone(), (&one.request).into()))
                .collect(),
            recent: settings.recent.clone(),
            last_file: settings.last_day.as_ref().map(|(file, _)| file.clone()).unwrap_or_default(),
            last_day: settings.last_day.as_ref().map(|(_, date)| date.to_string()).unwrap_or_default(),
            window: settings.window,
        }
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "sums of whole numbers")]
mod tests {
    use super::*;
    use crate::exchange::{Layout, Orientation, Paper, Split};

    #[test]
    fn widths_are_what_they_were_made_or_what_suits_the_window() {
        let mut settings = Settings::default();
        let widths = |settings: &Settings| (NAVIGATOR.of(settings, 1440.0), NAVIGATOR.of(settings, 1280.0));
        assert_eq!(widths(&settings), (232.0, 208.0));
        settings.navigator_width = Some(300.0);
        assert_eq!(widths(&settings), (300.0, 300.0));
        settings.navigator_width = Some(3000.0);
        assert_eq!(widths(&settings), (360.0, 360.0));
    }

    #[test]
    fn no_window_opens_where_nobody_sees_it() {
        let at = |x, y| WindowPlace { corner: (x, y), size: (1000.0, 700.0), is_maximized: false };
        assert_eq!(at(100.0, 50.0).corner_on((1920.0, 1080.0)), Some((100.0, 50.0)));
        for gone in [at(-10.0, 0.0), at(1900.0, 0.0), at(0.0, 1000.0), at(f32::NAN, 0.0)] {
            assert_eq!(gone.corner_on((1920.0, 1080.0)), None, "{gone:?}");
        }
        assert_eq!(WindowPlace { size: (f32::NAN, 700.0), ..at(0.0, 0.0) }.sane(), None);
        assert_eq!(
            WindowPlace { size: (300.0, 300.0), ..at(0.0, 0.0) }.sane().map(|place| place.size),
            Some(LEAST_WINDOW)
        );
    }

    #[test]
    fn settings_survive_and_nonsense_is_only_forgotten() {
        let mut settings = Settings {
            theme: ThemeChoice::Dark,
            high_contrast: true,
            reduced_motion: true,
            screen_percent: 125,
            author: "Anna".to_owned(),
            language: Language::Russian,
            plan_language: Some(Language::Arabic),
            view: "grid".to_owned(),
            lanes: LanesBy::Body,
            color_by: ColorBy::Body,
            snap_mins: 5,
            later_follow: true,
            fold: false,
            slim_lanes: false,
            second_zone: Some(Tz::Europe__Zurich),
            navigator_width: Some(301.0),
            lane_heads_width: Some(150.0),
            last_day: NaiveDate::from_ymd_opt(2025, 11, 20).map(|date| ("a.ron".into(), date)),
            window: Some(WindowPlace { corner: (40.0, 30.0), size: (1300.0, 800.0), is_maximized: true }),
            findings_open: true,
            list: TableLayout {
                columns: vec!["title".to_owned(), "people".to_owned()],
                widths: BTreeMap::from([("room".to_owned(), 140.0)]),
                sorts: vec![("day".to_owned(), true)],
                ungrouped: true,
            },
            wide_inspector_open: true,
            request_columns: Remembered::from([("land".to_owned(), "state".to_owned())]),
            session_columns: Remembered::from([("betreff".to_owned(), "title".to_owned())]),
            export: Request {
                layout: Layout::Doors,
                languages: vec![Language::Russian, Language::English],
                zone: Some(Tz::Asia__Baku),
                paper: Paper::A3,
                orientation: Some(Orientation::Landscape),
                size: "640x480".parse().unwrap(),
                is_dark: true,
                is_internal: true,
                with_steps: true,
                split: Some(Split::Day),
                ..Request::new(EXPORTERS[0])
            },
            export_presets: vec![ExportPreset {
                name: "For delegates, EN/FR, A4".to_owned(),
                request: Request { languages: vec![Language::English, Language::French], ..Request::new(EXPORTERS[1]) },
            }],
            ..Settings::default()
        };
        settings.remember("a.ron".into());
        settings.remember("b.ron".into());
        settings.remember("a.ron".into());
        assert_eq!(settings.recent.len(), 2);
        assert_eq!(Settings::from_ron(&settings.to_ron()), settings);
        assert_eq!(Settings::from_ron("nonsense"), Settings::default());
        let odd = "(snap_mins: -3, export: (format: \"scroll\", size: \"0x0\"))";
        assert_eq!(Settings::from_ron(odd), Settings::default());
    }
}
