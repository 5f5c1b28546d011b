//! Pages become a PDF: tagged for screen readers (PDF/UA-1), with text that can be searched and copied, and only the
//! glyphs that are used of each font. The same pages and the same date give the same bytes.

mod painter;
mod tags;

use std::collections::VecDeque;

use chrono::{DateTime, Datelike, Timelike, Utc};
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::Rect;
use krilla::metadata::{Metadata, TextDirection};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::{Identifier, TagTree};
use krilla::{Document, SerializeSettings};

use self::painter::{Around, Fonts, Painter};
use super::links::safe_address;
use super::{Area, DrawingError, Mark, Page};
use crate::model::Language;

/// What the document says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Its title, which a viewer shows above it.
    pub title: String,
    /// The language of all texts that are in no group with another one.
    pub language: Language,
    /// The program that made it, with its version.
    pub creator: String,
    /// When it was made.
    pub date: DateTime<Utc>,
}

/// The pages as a PDF.
///
/// # Errors
/// [`DrawingError`] if there is no page, or one without a size.
pub fn pdf(pages: &[Page], about: &About) -> Result<Vec<u8>, DrawingError> {
    if pages.is_empty() {
        return Err(DrawingError::NoPages);
    }
    // Who can not see it is told nothing of what is a box.
    match write(pages, about, super::missing(pages).is_empty())? {
        Ok(bytes) => Ok(bytes),
        // A document that misses a detail of the standard for accessibility is still better than none.
        Err(KrillaError::Validation(_)) => {
            write(pages, about, false)?.map_err(|error| DrawingError::Writer(error.to_string()))
        }
        Err(error) => Err(DrawingError::Writer(error.to_string())),
    }
}

/// The outer error is one of the pages, the inner one of the library.
fn write(pages: &[Page], about: &About, is_strict: bool) -> Result<Result<Vec<u8>, KrillaError>, DrawingError> {
    let mut configuration = ConfigurationBuilder::new();
    if is_strict {
        configuration = configuration.with_accessibility_validator(Accessibility::UA1);
    }
    let configuration = configuration.finish().map_err(|error| DrawingError::Writer(format!("{error:?}")))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    document.set_metadata(metadata(about));
    document.set_outline(outline(pages, about));

    let mut fonts = Fonts::default();
    let mut tree = TagTree::new();
    for page in pages {
        let settings = PageSettings::from_wh(page.width, page.height).ok_or(DrawingError::PageSize)?;
        let mut target = document.start_page_with(settings);
        let mut links = VecDeque::new();
        add_links(&mut target, &page.marks, &mut links);
        {
            let mut painter = Painter::new(target.surface(), &mut fonts, links);
            if let Some(ground) = page.ground {
                painter.fill(Area::new(0.0, 0.0, page.width, page.height), 0.0, ground);
            }
            let around = Around { language: about.language, part: None, is_decoration: false };
            let nodes = painter.marks(&page.marks, around);
            for node in nodes {
                tree.push(node);
            }
            painter.finish();
        }
        target.finish();
    }
    document.set_tag_tree(tree);
    Ok(document.finish())
}

fn metadata(about: &About) -> Metadata {
    let date = &about.date;
    let made = krilla::metadata::DateTime::new(u16::try_from(date.year()).unwrap_or_default())
        .month(date.month() as u8)
        .day(date.day() as u8)
        .hour(date.hour() as u8)
        .minute(date.minute() as u8)
        .second(date.second() as u8)
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    let direction = match about.language {
        Language::Arabic => TextDirection::RightToLeft,
        _ => TextDirection::LeftToRight,
    };
    Metadata::new()
        .title(title_of(about))
        .language(about.language.code().to_owned())
        .creator(about.creator.clone())
        .producer(about.creator.clone())
        .creation_date(made)
        .text_direction(direction)
}

/// A document needs a title.
fn title_of(about: &About) -> String {
    if about.title.trim().is_empty() { about.creator.clone() } else { one_line(&about.title) }
}

/// An entry for each page whose title is not that of the page before.
fn outline(pages: &[Page], about: &About) -> Outline {
    let mut outline = Outline::new();
    let mut previous = None;
    for (index, page) in pages.iter().enumerate() {
        if previous != Some(&page.title) && !page.title.trim().is_empty() {
            let top = XyzDestination::new(index, krilla::geom::Point::from_xy(0.0, 0.0));
            outline.push_child(OutlineNode::new(one_line(&page.title), top));
        }
        previous = Some(&page.title);
    }
    if pages.iter().all(|page| page.title.trim().is_empty()) {
        let top = XyzDestination::new(0, krilla::geom::Point::from_xy(0.0, 0.0));
        outline.push_child(OutlineNode::new(title_of(about), top));
    }
    outline
}

/// Text for a place that has no lines.
fn one_line(text: &str) -> String {
    let clean = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().filter(|&c| !super::source::is_noncharacter(c) && c != '\u{feff}').map(clean).collect()
}

/// Adds the links of a page, in the order in which [`Painter::marks`] asks for them: those of a list of marks before
/// those in its groups.
fn add_links(page: &mut krilla::page::Page<'_>, marks: &[Mark], links: &mut VecDeque<Identifier>) {
    for (area, address) in links_of(marks) {
        // The area was checked, so it has a rectangle.
        let Some(rect) = Rect::from_ltrb(area.x, area.y, area.right(), area.bottom()) else {
            continue;
        };
        let target = Target::Action(Action::Link(LinkAction::new(address.to_owned())));
        let annotation = Annotation::new_link(LinkAnnotation::new(rect, target), Some(address.to_owned()));
        links.push_back(page.add_tagged_annotation(annotation));
    }
    for mark in marks {
        if let Mark::Group(group) = mark {
            add_links(page, &group.marks, links);
        }
    }
}

/// The links in a list of marks that lead somewhere.
fn links_of(marks: &[Mark]) -> impl Iterator<Item = (Area, &str)> {
    marks.iter().filter_map(|mark| match mark {
        Mark::Link { area, address } if area.is_drawable() => Some((*area, safe_address(address)?)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;

    fn about() -> About {
        About {
            title: "WTSA <24>".to_owned(),
            language: Language::English,
            creator: "Plenary 0.1.0".to_owned(),
            date: DateTime::from_timestamp(1_763_370_000, 0).expect("a date"),
        }
    }

    fn written(pages: &[Page]) -> Vec<u8> {
        pdf(pages, &about()).expect("it can be written")
    }

    /// How often the bytes of `part` are in the file.
    fn count(bytes: &[u8], part: &str) -> usize {
        bytes.windows(part.len()).filter(|window| *window == part.as_bytes()).count()
    }

    #[test]
    fn every_page_is_there() {
        let bytes = written(&[samples::every_mark(), samples::every_mark(), samples::hostile()]);
        assert!(bytes.starts_with(b"%PDF-1.7"));
        assert_eq!((count(&bytes, "/Type/Page/"), count(&bytes, "/Type/Pages/Count 3/")), (3, 1));
    }

    #[test]
    fn the_same_pages_give_the_same_bytes() {
        let pages = [samples::every_mark(), samples::hostile()];
        assert_eq!(written(&pages), written(&[samples::every_mark(), samples::hostile()]));
        let later = About { date: DateTime::from_timestamp(1_763_380_000, 0).expect("a date"), ..about() };
        assert_ne!(written(&pages), pdf(&pages, &later).expect("it can be written"));
    }

    #[test]
    fn it_keeps_the_standard_for_accessibility_whatever_is_in_it() {
        for pages in [vec![samples::every_mark()], vec![samples::hostile()]] {
            let strict = write(&pages, &about(), true).expect("the pages have a size");
            assert!(count(&strict.expect("no detail is missed"), "pdfuaid") > 0);
        }
        let empty = Page {
            width: 10.0,
            height: 10.0,
            ground: None,
            title: String::new(),
            name: String::new(),
            marks: Vec::new(),
        };
        let nameless = About { title: String::new(), ..about() };
        assert!(write(&[empty], &nameless, true).expect("the page has a size").is_ok());
    }

    #[test]
    fn only_good_addresses_become_links() {
        let bytes = written(&[samples::every_mark()]);
        assert_eq!(count(&bytes, "/Subtype/Link"), 2);
        assert_eq!((count(&bytes, "javascript"), count(&bytes, "mailto:desk@itu.int") > 0), (0, true));
        assert_eq!(
            count(&written(&[samples::hostile()]), "/Subtype/Link"),
            2,
            "one that is empty behind the slash, one that is long"
        );
    }

    #[test]
    fn pages_without_a_size_are_refused() {
        assert_eq!(pdf(&[], &about()), Err(DrawingError::NoPages));
        for width in [0.0, -1.0, f32::NAN, f32::INFINITY] {
            let page = Page {
                width,
                height: 10.0,
                ground: Some([0; 3]),
                title: String::new(),
                name: String::new(),
                marks: Vec::new(),
            };
            assert_eq!(pdf(&[page], &about()), Err(DrawingError::PageSize), "{width}");
        }
    }
}
