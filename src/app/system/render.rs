//! Pictures of the desk, drawn without a display by the same code as the window.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::model::{CivilTime, Plan, RowId};

use crate::app::action::Action;
use crate::app::compared::Against;
use crate::app::desk::Desk;
use crate::app::settings::{Settings, ThemeChoice};
use crate::app::style::{Brightness, Contrast, Theme, fonts};
use crate::app::system::headless::{Headless, png_bytes};
use crate::app::system::tasks::work_at_once;
use crate::app::view::view_named;

/// What to draw.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Width and height, in points.
    pub size: (u32, u32),
    /// Points to pixels.
    pub scale: f32,
    /// What is chosen about the desk.
    pub settings: Settings,
    /// The day in sight; where the view begins by itself if `None`.
    pub date: Option<NaiveDate>,
    /// What is selected.
    pub selected: Option<RowId>,
    /// The day that counts as today; a picture has none by itself.
    pub today: Option<NaiveDate>,
    /// With what the plan is compared, and the file beside which its releases are.
    pub against: Option<(Against, Option<PathBuf>)>,
}

/// The picture of a plan as PNG.
///
/// # Errors
/// One sentence, when the picture can not be encoded.
pub fn render(plan: Plan, picture: &Picture) -> Result<Vec<u8>, String> {
    let size = egui::vec2(picture.size.0 as f32, picture.size.1 as f32);
    let mut headless = Headless::new(size, picture.scale);
    headless.context().set_fonts(fonts::definitions());
    let now = picture.today.map(|day| CivilTime::at(day, 9, 0));
    let path = picture.against.as_ref().and_then(|(_, path)| path.clone());
    let mut desk = Desk::new(plan, path, picture.settings.clone()).with_clock(Box::new(move |_| now));
    // Layouts settle within a few frames; nothing moves after that.
    // What is looked for beside the window is in the picture too.
    work_at_once(headless.context());
    for frame in 0..12 {
        headless.step(Vec::new(), |ui| desk.ui(ui));
        if frame != 1 {
            continue;
        }
        let ctx = headless.context().clone();
        if let Some((against, _)) = &picture.against {
            desk.handle(&ctx, Action::Compare(against.clone()));
        }
        if let Some(row) = picture.selected {
            desk.handle(&ctx, Action::Reveal(row));
        }
        if let Some(date) = picture.date {
            desk.handle(&ctx, Action::ShowDateIn(view_named(&picture.settings.view).name, date));
        }
    }
    let dark = picture.settings.theme == ThemeChoice::Dark;
    let theme = Theme::new(if dark { Brightness::Dark } else { Brightness::Light }, Contrast::Normal);
    png_bytes(&headless.image(theme.ground)).map_err(|error| format!("the picture could not be encoded: {error}"))
}
