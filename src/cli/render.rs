//! `plenary render`: what to draw. Drawing itself needs the window's code, which `main` brings in.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::ValueEnum;

use crate::exchange::PictureSize;
use crate::model::SessionId;

/// What to draw.
#[derive(Debug, clap::Args)]
pub struct RenderArguments {
    /// The plan to draw; the built-in one if left out.
    pub file: Option<PathBuf>,
    /// Which view.
    #[arg(long, default_value = "timeline")]
    pub view: String,
    /// Width and height in points.
    #[arg(long, default_value = "1600x1000")]
    pub size: PictureSize,
    /// Pixels per point, 0.5 to 4.
    #[arg(long, default_value_t = 1.0)]
    pub scale: f32,
    /// Light or dark.
    #[arg(long, value_enum, default_value_t = Look::Light)]
    pub theme: Look,
    /// What lanes stand for, on the timeline.
    #[arg(long, value_enum, default_value_t = LanesBy::Room)]
    pub lanes: LanesBy,
    /// Language of the titles (en, fr, es, ru, zh or ar), and of the screen where it has that (en or ru).
    #[arg(long, default_value = "en", value_parser = super::named::language)]
    pub lang: crate::model::Language,
    /// A second zone for the ruler, such as Europe/Zurich.
    #[arg(long, value_parser = super::named::zone)]
    pub zone: Option<crate::model::zone::Tz>,
    /// The day in sight, such as 2025-11-20.
    #[arg(long)]
    pub date: Option<NaiveDate>,
    /// The id of a session that is selected, such as S15.
    #[arg(long, value_parser = super::named::session_id)]
    pub select: Option<SessionId>,
    /// The day that counts as today, such as 2025-06-18; without it a picture does not depend on the day.
    #[arg(long)]
    pub today: Option<NaiveDate>,
    /// With what the view of changes compares: the number of a release, or a plan file.
    #[arg(long)]
    pub against: Option<String>,
    /// Where the picture goes; - is standard output.
    #[arg(short, long)]
    pub output: PathBuf,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Look {
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
}

/// What lanes stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LanesBy {
    /// Rooms.
    Room,
    /// Bodies.
    Body,
    /// Kinds of session.
    Kind,
    /// Events.
    Event,
}
