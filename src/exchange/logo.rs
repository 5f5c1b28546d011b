//! The mark of a conference: what is taken as one, and how it looks. A file of a stranger is never handed on: what is printed
//! are pixels that were drawn here.

use std::io::Cursor;
use std::sync::{Arc, Mutex, PoisonError};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use resvg::{tiny_skia, usvg};

use super::drawing::png::Picture;
use crate::model::{Header, Ink, Logo};

/// The colour of headings where a plan has none of its own.
pub const USUAL_INK: Ink = Ink([0x0b, 0x5d, 0x7a]);

/// The most pixels on a side of a PNG.
pub const MAX_SIDE: u32 = 2000;
/// Into so many pixels an SVG is drawn: 600 to an inch at the size in which it is printed.
const DRAWN: (f32, f32) = (1200.0, 400.0);
/// The most elements of an SVG, and how deep they lie in each other.
const MOST_ELEMENTS: usize = 4000;
const DEEPEST: usize = 32;

/// What an SVG can be made of: shapes and how they are filled. No text, which needs fonts, and nothing that is looked up, runs,
/// moves, or takes more time to draw than it looks.
const ELEMENTS: [&str; 18] = [
    "svg",
    "g",
    "defs",
    "title",
    "desc",
    "metadata",
    "style",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
];

/// Why a file is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LogoError {
    /// It is empty, or has more than [`Logo::MAX_BYTES`].
    Size,
    /// It is neither PNG nor SVG, or broken.
    NoPicture,
    /// It has more pixels on a side than are drawn.
    Pixels,
    /// The SVG has too many elements, or too deep ones.
    TooMuch,
    /// The SVG has something in it that is not drawn, such as `text` or `script`.
    Element(String),
    /// The SVG leads out of itself.
    Link,
}

/// The mark in these bytes, looked through and drawn once.
///
/// # Errors
/// [`LogoError`] for whatever is not taken.
pub fn logo(bytes: &[u8]) -> Result<Logo, LogoError> {
    let logo = Logo::new(bytes).ok_or(LogoError::Size)?;
    draw(&logo)?;
    Ok(logo)
}

/// Why the mark of a plan is left out wherever it would be printed; `None` where there is none, or nothing is wrong with it.
#[must_use]
pub fn logo_flaw(header: &Header) -> Option<LogoError> {
    let logo = header.logo.as_ref()?;
    if drawn(logo).is_some() { None } else { draw(logo).err() }
}

/// How a mark looks; `None` for one that is not taken, as a file that was written by hand can hold.
pub(super) fn drawn(logo: &Logo) -> Option<Arc<Picture>> {
    // A plan has one mark, which stands on each of hundreds of files.
    static LAST: Mutex<Option<(Logo, Arc<Picture>)>> = Mutex::new(None);
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((known, picture)) = &*last
        && known == logo
    {
        return Some(Arc::clone(picture));
    }
    let picture = Arc::new(draw(logo).ok()?);
    *last = Some((logo.clone(), Arc::clone(&picture)));
    Some(picture)
}

fn draw(logo: &Logo) -> Result<Picture, LogoError> {
    if logo.is_png() { from_png(logo.bytes()) } else { from_svg(logo.bytes()) }
}

fn from_png(bytes: &[u8]) -> Result<Picture, LogoError> {
    let limits = png::Limits { bytes: 4 * (MAX_SIDE as usize) * (MAX_SIDE as usize) };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), limits);
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|_| LogoError::NoPicture)?;
    let (width, height) = reader.info().size();
    if width > MAX_SIDE || height > MAX_SIDE {
        return Err(LogoError::Pixels);
    }
    let mut pixels = vec![0; reader.output_buffer_size().ok_or(LogoError::Pixels)?];
    let frame = reader.next_frame(&mut pixels).map_err(|_| LogoError::NoPicture)?;
    pixels.truncate(frame.buffer_size());
    let rgba: Vec<u8> = match frame.color_type {
        png::ColorType::Rgba => pixels,
        png::ColorType::Rgb => pixels.chunks_exact(3).flat_map(|p| [p[0], p[1], p[2], 255]).collect(),
        png::ColorType::GrayscaleAlpha => pixels.chunks_exact(2).flat_map(|p| [p[0], p[0], p[0], p[1]]).collect(),
        png::ColorType::Grayscale | png::ColorType::Indexed => pixels.iter().flat_map(|&p| [p, p, p, 255]).collect(),
    };
    let is_whole = rgba.len() == 4 * width as usize * height as usize && !rgba.is_empty();
    if is_whole { Ok(Picture { width, height, rgba }) } else { Err(LogoError::NoPicture) }
}

fn from_svg(bytes: &[u8]) -> Result<Picture, LogoError> {
    let text = std::str::from_utf8(bytes).map_err(|_| LogoError::NoPicture)?;
    look_through(text)?;
    let nothing =
        usvg::ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) };
    let options = usvg::Options { image_href_resolver: nothing, ..usvg::Options::default() };
    let tree = usvg::Tree::from_str(text, &options).map_err(|_| LogoError::NoPicture)?;
    let size = tree.size();
    let scale = (DRAWN.0 / size.width()).min(DRAWN.1 / size.height());
    let side = |length: f32| (length * scale).ceil().clamp(1.0, DRAWN.0) as u32;
    let mut pixmap = tiny_skia::Pixmap::new(side(size.width()), side(size.height())).ok_or(LogoError::NoPicture)?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    let (width, height) = (pixmap.width(), pixmap.height());
    let rgba = pixmap.pixels().iter().flat_map(|pixel| {
        let colour = pixel.demultiply();
        [colour.red(), colour.green(), colour.blue(), colour.alpha()]
    });
    Ok(Picture { width, height, rgba: rgba.collect() })
}

/// Looks whether an SVG holds nothing but shapes, before anything of it is drawn.
fn look_through(text: &str) -> Result<(), LogoError> {
    let mut reader = Reader::from_str(text);
    let (mut depth, mut count) = (0_usize, 0_usize);
    // Within what editors write about themselves.
    let mut foreign: Option<usize> = None;
    loop {
        match reader.read_event().map_err(|_| LogoError::NoPicture)? {
            Event::Start(tag) => {
                (depth, count) = (depth + 1, count + 1);
                element(&tag, foreign.is_some())?;
                if foreign.is_none() && is_foreign(&tag) {
                    foreign = Some(depth);
                }
            }
            Event::Empty(tag) => {
                count += 1;
                element(&tag, foreign.is_some())?;
            }
            Event::End(_) => {
                if foreign == Some(depth) {
                    foreign = None;
                }
                depth = depth.checked_sub(1).ok_or(LogoError::NoPicture)?;
            }
            // Entities of its own could grow without end.
            Event::DocType(declared) if declared.contains('[') => return Err(LogoError::Link),
            Event::Text(words) => leads_out(&words)?,
            Event::CData(words) => leads_out(&words)?,
            Event::Eof => break,
            _ => {}
        }
        if depth > DEEPEST || count > MOST_ELEMENTS {
            return Err(LogoError::TooMuch);
        }
    }
    if count == 0 { Err(LogoError::NoPicture) } else { Ok(()) }
}

/// Whether what lies in it belongs to the editor that wrote the file, and is not drawn.
fn is_foreign(tag: &BytesStart<'_>) -> bool {
    tag.local_name().as_ref() == "metadata" || tag.name().prefix().is_some_and(|prefix| prefix.as_ref() != "svg")
}

/// Looks at an element with its attributes.
fn element(tag: &BytesStart<'_>, in_foreign: bool) -> Result<(), LogoError> {
    let name = tag.local_name();
    let name = name.as_ref();
    let is_known =
        ELEMENTS.contains(&name) || ((in_foreign || is_foreign(tag)) && !name.eq_ignore_ascii_case("script"));
    if !is_known {
        return Err(LogoError::Element(name.chars().take(30).collect()));
    }
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|_| LogoError::NoPicture)?;
        let (key, value) = (attribute.key.local_name(), attribute.value.trim());
        let key = key.as_ref();
        if key.to_ascii_lowercase().starts_with("on") {
            return Err(LogoError::Element(key.chars().take(30).collect()));
        }
        // What only describes is not followed.
        let is_link = key == "href" && !in_foreign && !is_foreign(tag);
        if is_link && !value.starts_with('#') {
            return Err(LogoError::Link);
        }
        leads_out(value)?;
    }
    Ok(())
}

/// Looks whether a style or a value takes something from elsewhere.
fn leads_out(text: &str) -> Result<(), LogoError> {
    let is_outside = |rest: &str| !rest.trim_start_matches([' ', '"', '\'']).starts_with(['#', '&']);
    if text.contains("@import") || text.split("url(").skip(1).any(is_outside) { Err(LogoError::Link) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(within: &str) -> String {
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 30 10\">{within}</svg>")
    }

    fn read(within: &str) -> Result<Logo, LogoError> {
        logo(svg(within).as_bytes())
    }

    #[test]
    fn shapes_are_drawn_to_the_edge() {
        let logo = read("<rect width=\"30\" height=\"10\" fill=\"#0b5d7a\"/>").expect("it is a mark");
        let picture = drawn(&logo).expect("it can be drawn");
        assert_eq!((picture.width, picture.height), (1200, 400));
        assert_eq!(&picture.rgba[..4], [0x0b, 0x5d, 0x7a, 255]);
    }

    #[test]
    fn what_editors_write_beside_is_passed_over() {
        let within = "<metadata><rdf:RDF xmlns:rdf=\"r\"><cc:Work xmlns:cc=\"c\" rdf:about=\"http://a.org\"/></rdf:RDF>\
                      </metadata><defs><linearGradient id=\"a\"><stop offset=\"0\"/></linearGradient></defs>\
                      <path fill=\"url(#a)\" d=\"M0 0h30v10z\"/>";
        assert!(read(within).is_ok());
    }

    #[test]
    fn nothing_runs_and_nothing_leads_out() {
        let element = |name: &str| Err(LogoError::Element(name.to_owned()));
        assert_eq!(read("<script>alert(1)</script>"), element("script"));
        assert_eq!(read("<x:script xmlns:x=\"http://www.w3.org/2000/svg\"/>"), element("script"));
        assert_eq!(read("<rect onload=\"a()\"/>"), element("onload"));
        assert_eq!(read("<a href=\"#b\"/>"), element("a"));
        assert_eq!(read("<image href=\"/etc/passwd\"/>"), element("image"));
        assert_eq!(read("<use href=\"#b\"/>"), element("use"));
        assert_eq!(read("<text>a</text>"), element("text"));
        assert_eq!(read("<filter/>"), element("filter"));
        assert_eq!(read("<linearGradient href=\"http://a.org/b\"/>"), Err(LogoError::Link));
        assert_eq!(read("<rect fill=\"url( 'http://a.org/b#c')\"/>"), Err(LogoError::Link));
        assert_eq!(read("<style>@import 'a';</style>"), Err(LogoError::Link));
        let entity = format!("<!DOCTYPE svg [<!ENTITY a \"b\">]>{}", svg(""));
        assert_eq!(logo(entity.as_bytes()), Err(LogoError::Link));
    }

    #[test]
    fn marks_have_limits() {
        assert_eq!(logo(b""), Err(LogoError::Size));
        assert_eq!(logo(&vec![b' '; Logo::MAX_BYTES + 1]), Err(LogoError::Size));
        for broken in ["", "hello", "<svg>", "<svg", "</svg>", "<a/>"] {
            assert!(logo(format!(" {broken}").as_bytes()).is_err(), "{broken}");
        }
        assert_eq!(logo(b"\x89PNG\r\n\x1a\nrubbish"), Err(LogoError::NoPicture));
        assert_eq!(logo(&[0xff, 0xfe, 0x00]), Err(LogoError::NoPicture));
        assert_eq!(read(&format!("{}{}", "<g>".repeat(40), "</g>".repeat(40))), Err(LogoError::TooMuch));
        assert_eq!(read(&"<g/>".repeat(MOST_ELEMENTS + 1)), Err(LogoError::TooMuch));
    }

    /// Two bytes of gray and of opacity a pixel, and a palette: what is printed has four of a byte each.
    #[test]
    fn pictures_of_every_depth_are_taken() {
        let write = |side: u32, color: png::ColorType, depth: png::BitDepth, data: &[u8]| {
            let mut bytes = Vec::new();
            let mut encoder = png::Encoder::new(&mut bytes, side, side);
            encoder.set_color(color);
            encoder.set_depth(depth);
            if color == png::ColorType::Indexed {
                encoder.set_palette(vec![10, 20, 30]);
            }
            encoder.write_header().and_then(|mut writer| writer.write_image_data(data)).expect("it can be written");
            bytes
        };
        let first =
            |bytes: &[u8]| drawn(&logo(bytes).expect("it is a mark")).expect("it can be drawn").rgba[..4].to_vec();
        let deep = write(1, png::ColorType::GrayscaleAlpha, png::BitDepth::Sixteen, &[7, 0, 128, 0]);
        assert_eq!(first(&deep), [7, 7, 7, 128]);
        let flat = write(1, png::ColorType::Indexed, png::BitDepth::One, &[0]);
        assert_eq!(first(&flat), [10, 20, 30, 255]);
        let wide = write(MAX_SIDE + 1, png::ColorType::Grayscale, png::BitDepth::One, &vec![0; 251 * 2001]);
        assert_eq!(logo(&wide), Err(LogoError::Pixels));
    }
}
