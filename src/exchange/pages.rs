//! Pages: what PDF prints and pictures show. Each layout is a file of its own; what they share stands in `composer`
//! (text and colours), `block` (marks that stay together) and `flow` (blocks down one page after another).

mod block;
mod cards;
mod colours;
mod composer;
mod day;
mod doors;
mod flow;
mod grid;
mod head;
mod hours;
mod itinerary;
mod notice;
mod numbers;
mod paper;
mod programme;
mod session;
mod statements;
mod timeline;

use super::drawing::{self, Page};
use super::exporter::{Material, Medium, Part as FilePart};
use super::layout::{Layout, Orientation, Paper};
use super::papers;
use super::progress::{ExportError, Loss, Progress};
use composer::Composer;
pub(super) use notice::pages as notice;

/// The layouts that make good pictures.
pub(super) const PICTURES: [Layout; 3] = [Layout::Timeline, Layout::Day, Layout::Grid];

/// What stays empty at each edge of a sheet of paper, in points.
const MARGIN: f32 = 36.0;

/// How large pages are, and in which colours they are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sheet {
    /// In points, or in pixels of a picture.
    pub width: f32,
    /// In points, or in pixels of a picture.
    pub height: f32,
    /// What stays empty at each edge.
    pub margin: f32,
    /// Light on dark.
    pub is_dark: bool,
    /// Whether it is a sheet of paper, with a foot that has a page number, and not a picture.
    pub is_paper: bool,
}

impl Sheet {
    /// The sheet of paper that is asked for.
    fn paper(material: &Material<'_>) -> Self {
        let request = material.request;
        let usual = if request.layout.is_upright() { Orientation::Portrait } else { Orientation::Landscape };
        let orientation = request.orientation.unwrap_or(usual);
        let (short, long) = request.paper.size();
        let (width, height) = match orientation {
            Orientation::Portrait => (short, long),
            Orientation::Landscape => (long, short),
        };
        Self { width, height, margin: MARGIN, is_dark: false, is_paper: true }
    }

    /// A sheet of paper that stands upright.
    pub fn upright(paper: Paper) -> Self {
        let (width, height) = paper.size();
        Self { width, height, margin: MARGIN, is_dark: false, is_paper: true }
    }

    /// A sheet of paper, or a picture where the format is one.
    pub fn of(material: &Material<'_>) -> Self {
        match material.request.exporter.medium {
            Medium::Picture => Self::picture(material),
            Medium::Paper | Medium::Data | Medium::Plan => Self::paper(material),
        }
    }

    /// A picture of the size that is asked for.
    fn picture(material: &Material<'_>) -> Self {
        let size = material.request.size;
        Self {
            width: size.width as f32,
            height: size.height as f32,
            margin: 24.0,
            is_dark: material.request.is_dark,
            is_paper: false,
        }
    }
}

/// The pages of the layout that is asked for.
///
/// # Errors
/// [`ExportError::Cancelled`] when nobody wants them any more, [`ExportError::Nothing`] when there would be none.
pub(super) fn compose(material: &Material<'_>, sheet: Sheet, progress: &Progress) -> Result<Vec<Page>, ExportError> {
    let mut composer = Composer::new(material.programme, sheet);
    let composer = &mut composer;
    let pages = match material.request.layout {
        Layout::Programme => programme::pages(composer, progress),
        Layout::Day => day::pages(composer, progress),
        Layout::Grid => grid::pages(composer, progress),
        Layout::Doors => doors::pages(composer, progress),
        Layout::Itinerary => itinerary::pages(composer, material, progress),
        Layout::Statements => statements::pages(composer, progress),
        Layout::Timeline => timeline::pages(composer, progress),
        Layout::SpeakerCards => cards::pages(composer, progress),
        // A table has no pages, and what follows the clock is no paper.
        Layout::Agendas | Layout::Now => Ok(Vec::new()),
        Layout::Journal
        | Layout::MeetingDocuments
        | Layout::Booklet
        | Layout::RunningOrder
        | Layout::PodiumList
        | Layout::RoomSheets
        | Layout::Roster
        | Layout::Services
        | Layout::Book => paper::pages(composer, &papers::paper(material)?, progress),
    }?;
    progress.lose(Loss { missing: drawing::missing(&pages), cut: drawing::cut(&pages), logo: None });
    if pages.is_empty() { Err(ExportError::Nothing) } else { Ok(pages) }
}

/// The layout that is asked for as pictures: a file for each page, named after its first day where there are several.
///
/// # Errors
/// As in [`compose`], and whatever `write` says.
pub(super) fn pictures(
    material: &Material<'_>,
    progress: &Progress,
    write: impl Fn(&Page) -> Result<Vec<u8>, ExportError>,
) -> Result<Vec<FilePart>, ExportError> {
    let pages = compose(material, Sheet::of(material), progress)?;
    progress.expect(pages.len());
    let part = |page: &Page| {
        progress.step()?;
        let name = if pages.len() == 1 { String::new() } else { page.name.clone() };
        Ok(FilePart { name, bytes: write(page)? })
    };
    pages.iter().map(part).collect()
}
