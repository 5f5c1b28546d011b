//! The look of a plan's own: its mark, its colours, what stands at the foot of its pages.

use std::sync::Arc;

use super::super::drawing::png::{Picture, encoded};
use super::super::logo;
use super::super::words::Words;
use crate::model::{Header, Ink, Language, Logo};

/// What everything that is handed out of a plan looks like.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct House {
    /// The file of its mark.
    pub logo: Option<Logo>,
    /// The colour of headings; the program's own where there is none.
    pub colour: Option<Ink>,
    /// The colour of rules; that of headings where there is none.
    pub second: Option<Ink>,
    /// What stands at the foot of each page; may be empty.
    pub footer: Words,
}

impl House {
    /// That of a plan.
    pub(super) fn of(header: &Header, languages: &[Language]) -> Self {
        Self {
            logo: header.logo.clone(),
            colour: header.colour,
            second: header.second_colour,
            footer: Words::chosen(&header.footer, languages),
        }
    }

    /// Its mark as it is drawn; `None` where it has none, or one that nobody can trust.
    #[must_use]
    pub fn picture(&self) -> Option<Arc<Picture>> {
        self.logo.as_ref().and_then(logo::drawn)
    }

    /// Its mark as a PNG that was made here, whatever file was chosen.
    #[must_use]
    pub fn png(&self) -> Option<(Arc<Picture>, Vec<u8>)> {
        let picture = self.picture()?;
        let bytes = encoded(&picture).ok()?;
        Some((picture, bytes))
    }
}

/// Width and height of a picture that keeps its shape and is as large as fits into a box.
#[must_use]
pub fn fitted(picture: &Picture, (width, height): (f32, f32)) -> (f32, f32) {
    let own = (picture.width.max(1) as f32, picture.height.max(1) as f32);
    let scale = (width / own.0).min(height / own.1);
    (own.0 * scale, own.1 * scale)
}
