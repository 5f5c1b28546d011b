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
    /// Width and height in points; with --scale no more than 64 million pixels.
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

/// The most pixels of a picture: larger ones take minutes and gigabytes.
const MOST_PIXELS: f64 = 64e6;

impl RenderArguments {
    /// Looks whether the picture can be drawn.
    ///
    /// # Errors
    /// One sentence, where the scale is out of its range or the picture has more than 64 million pixels.
    pub fn check_size(&self) -> Result<(), String> {
        if !(0.5..=4.0).contains(&self.scale) {
            return Err("the scale must lie between 0.5 and 4".to_owned());
        }
        let (width, height) = (f64::from(self.size.width), f64::from(self.size.height));
        let pixels = width * height * f64::from(self.scale).powi(2);
        if pixels > MOST_PIXELS {
            let (pixels, most) = ((pixels / 1e6).ceil(), MOST_PIXELS / 1e6);
            return Err(format!(
                "the picture would have {pixels} million pixels, and {most} million are the most; choose a smaller --size or --scale"
            ));
        }
        Ok(())
    }
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
