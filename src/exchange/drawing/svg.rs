//! A page as SVG 1.1: letters are outlines, so that it looks the same in every program, with or without fonts.

use std::fmt::Write as _;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use rustc_hash::FxHashMap;

use super::links::safe_address;
use super::outlines::Outlines;
use super::png::{Picture, encoded};
use super::shapes::{Step, dashes, frame, rounded};
use super::{Area, Face, Group, Mark, Page, Paragraph, Part, Point};
use crate::look::Rgb;

/// Units of the outlines of glyphs for each size of letters: fine enough for posters, and whole numbers.
const GLYPH_UNITS: f32 = 1000.0;

/// The page as an SVG file.
#[must_use]
pub fn svg(page: &Page) -> String {
    let mut writer = Writer::default();
    if let Some(ground) = page.ground {
        writer.fill(Area::new(0.0, 0.0, page.width, page.height), 0.0, ground);
    }
    writer.marks(&page.marks);
    let (width, height) = (Number(page.width), Number(page.height));
    let mut text = String::with_capacity(writer.body.len() + writer.shapes.len() + 512);
    let _ = write!(
        text,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" \
         xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>"
    );
    push_escaped(&mut text, &page.title);
    let _ = write!(text, "</title>\n<defs>\n{}</defs>\n{}</svg>\n", writer.shapes, writer.body);
    text
}

#[derive(Default)]
struct Writer {
    outlines: Outlines,
    /// The glyphs that are in `shapes`, by the number of their id.
    known: FxHashMap<(Face, u16), usize>,
    /// What stands in `defs`.
    shapes: String,
    body: String,
}

impl Writer {
    fn marks(&mut self, marks: &[Mark]) {
        for mark in marks {
            match mark {
                Mark::Fill { area, radius, colour } => self.fill(*area, *radius, *colour),
                Mark::Frame { area, radius, colour, width } => self.frame(*area, *radius, *colour, *width),
                Mark::Line { from, to, colour, width, dashed } => self.line(*from, *to, *colour, *width, *dashed),
                Mark::Link { area, address } => self.link(*area, address),
                Mark::Text { at, paragraph } => self.text(*at, paragraph),
                Mark::Image { area, picture } => self.image(*area, picture),
                Mark::Group(group) => self.group(group),
            }
        }
    }

    fn fill(&mut self, area: Area, radius: f32, colour: Rgb) {
        if area.is_drawable() {
            self.body.push_str("<path fill=\"");
            push_colour(&mut self.body, colour);
            self.body.push_str("\" d=\"");
            push_steps(&mut self.body, &rounded(area, radius), 1.0);
            self.body.push_str("\"/>\n");
        }
    }

    fn frame(&mut self, area: Area, radius: f32, colour: Rgb, width: f32) {
        let Some((area, radius, width)) = frame(area, radius, width).filter(|_| area.is_drawable()) else { return };
        self.body.push_str("<path fill=\"none\" stroke=\"");
        push_colour(&mut self.body, colour);
        let _ = write!(self.body, "\" stroke-width=\"{}\" d=\"", Number(width));
        push_steps(&mut self.body, &rounded(area, radius), 1.0);
        self.body.push_str("\"/>\n");
    }

    fn line(&mut self, from: Point, to: Point, colour: Rgb, width: f32, dashed: bool) {
        if !(from.is_finite() && to.is_finite() && width.is_finite() && width > 0.0) {
            return;
        }
        self.body.push_str("<path fill=\"none\" stroke=\"");
        push_colour(&mut self.body, colour);
        let _ = write!(self.body, "\" stroke-width=\"{}\"", Number(width));
        if dashed {
            let [dash, gap] = dashes(width);
            let _ = write!(self.body, " stroke-dasharray=\"{} {}\"", Number(dash), Number(gap));
        }
        self.body.push_str(" d=\"");
        push_steps(&mut self.body, &[Step::Move([from.x, from.y]), Step::Line([to.x, to.y])], 1.0);
        self.body.push_str("\"/>\n");
    }

    fn image(&mut self, area: Area, picture: &Picture) {
        let Some(bytes) = encoded(picture).ok().filter(|_| area.is_drawable()) else { return };
        let (x, y, width, height) = (Number(area.x), Number(area.y), Number(area.width), Number(area.height));
        let _ = writeln!(
            self.body,
            "<image x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" \
             xlink:href=\"data:image/png;base64,{}\"/>",
            BASE64_STANDARD.encode(bytes)
        );
    }

    fn link(&mut self, area: Area, address: &str) {
        let Some(address) = safe_address(address).filter(|_| area.is_drawable()) else { return };
        self.body.push_str("<a xlink:href=\"");
        push_escaped(&mut self.body, address);
        self.body.push_str("\"><path fill=\"#fff\" fill-opacity=\"0\" d=\"");
        push_steps(&mut self.body, &rounded(area, 0.0), 1.0);
        self.body.push_str("\"/></a>\n");
    }

    /// A group is told by its label, or by the text in it.
    fn group(&mut self, group: &Group) {
        let label = match (&group.label, group.part) {
            (Some(label), _) => label.clone(),
            (None, Part::Section | Part::Table | Part::Row | Part::List | Part::Decoration) => String::new(),
            (None, _) => said(&group.marks),
        };
        if label.trim().is_empty() {
            return self.marks(&group.marks);
        }
        self.body.push_str("<g");
        if let Some(language) = group.language {
            let _ = write!(self.body, " xml:lang=\"{}\"", language.code());
        }
        self.body.push_str("><title>");
        push_escaped(&mut self.body, &label);
        self.body.push_str("</title>\n");
        self.marks(&group.marks);
        self.body.push_str("</g>\n");
    }

    fn text(&mut self, at: Point, paragraph: &Paragraph) {
        if !at.is_finite() {
            return;
        }
        for run in paragraph.runs() {
            let scale = run.size / GLYPH_UNITS;
            self.body.push_str("<g fill=\"");
            push_colour(&mut self.body, run.colour);
            let (x, y) = (Number(at.x + run.x), Number(at.y + run.y));
            let _ = writeln!(self.body, "\" transform=\"translate({x} {y}) scale({scale:.5})\">");
            let mut pen = 0.0;
            for glyph in paragraph.glyphs_of(run) {
                if let Some(id) = self.glyph(run.face, glyph.id) {
                    let (x, y) = ((pen + glyph.x) * GLYPH_UNITS, -glyph.y * GLYPH_UNITS);
                    let _ = write!(self.body, "<use xlink:href=\"#g{id}\" x=\"{}\"", Whole(x));
                    if Whole(y).0.round() != 0.0 {
                        let _ = write!(self.body, " y=\"{}\"", Whole(y));
                    }
                    self.body.push_str("/>");
                }
                pen += glyph.advance;
            }
            self.body.push_str("</g>\n");
        }
    }

    /// The number of a glyph's shape; `None` for one without ink.
    fn glyph(&mut self, face: Face, glyph: u16) -> Option<usize> {
        if let Some(&id) = self.known.get(&(face, glyph)) {
            return (id > 0).then_some(id);
        }
        let outline = self.outlines.of(face, glyph);
        let id = if outline.is_empty() { 0 } else { self.known.len() + 1 };
        self.known.insert((face, glyph), id);
        if id > 0 {
            let _ = write!(self.shapes, "<path id=\"g{id}\" d=\"");
            push_steps(&mut self.shapes, &outline, GLYPH_UNITS);
            self.shapes.push_str("\"/>\n");
        }
        (id > 0).then_some(id)
    }
}

/// The texts of marks, one after the other.
fn said(marks: &[Mark]) -> String {
    let mut words = String::new();
    for mark in marks {
        let text = match mark {
            Mark::Text { paragraph, .. } => paragraph.text().to_owned(),
            Mark::Group(group) => said(&group.marks),
            _ => continue,
        };
        if !words.is_empty() && !text.is_empty() {
            words.push(' ');
        }
        words.push_str(&text);
    }
    words
}

/// A length with two decimals at most.
struct Number(f32);

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Adding zero turns -0 into 0.
        let rounded = (self.0 * 100.0).round() / 100.0 + 0.0;
        write!(f, "{rounded}")
    }
}

/// A length without decimals.
#[derive(Clone, Copy)]
struct Whole(f32);

impl std::fmt::Display for Whole {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.round() as i32)
    }
}

fn push_steps(text: &mut String, steps: &[Step], scale: f32) {
    let mut push = |letter: char, points: &[[f32; 2]]| {
        text.push(letter);
        for (at, [x, y]) in points.iter().enumerate() {
            let space = if at > 0 { " " } else { "" };
            let _ = if scale > 1.0 {
                write!(text, "{space}{} {}", Whole(x * scale), Whole(y * scale))
            } else {
                write!(text, "{space}{} {}", Number(*x), Number(*y))
            };
        }
    };
    for step in steps {
        match *step {
            Step::Move(to) => push('M', &[to]),
            Step::Line(to) => push('L', &[to]),
            Step::Quad(control, to) => push('Q', &[control, to]),
            Step::Cubic(first, second, to) => push('C', &[first, second, to]),
            Step::Close => push('Z', &[]),
        }
    }
}

fn push_colour(text: &mut String, [red, green, blue]: Rgb) {
    let _ = write!(text, "#{red:02x}{green:02x}{blue:02x}");
}

/// Text for XML 1.0, without the characters that it forbids.
fn push_escaped(text: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '&' => text.push_str("&amp;"),
            '"' => text.push_str("&quot;"),
            '\n' | '\t' => text.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => text.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;

    /// The names of the elements, and all texts; fails where the file is not well-formed.
    fn read(text: &str) -> (Vec<String>, String) {
        let mut reader = quick_xml::Reader::from_str(text);
        let (mut names, mut words) = (Vec::new(), String::new());
        loop {
            match reader.read_event().expect("well-formed") {
                quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                    tag.attributes().for_each(|attribute| drop(attribute.expect("well-formed")));
                    names.push(tag.name().as_ref().to_owned());
                }
                quick_xml::events::Event::Text(text) => words.push_str(&text),
                quick_xml::events::Event::Eof => return (names, words),
                _ => {}
            }
        }
    }

    #[test]
    fn every_mark_is_drawn_and_told() {
        let text = svg(&samples::every_mark());
        let (names, words) = read(&text);
        assert!(words.contains("Programme") && words.contains("Monday"), "{words}");
        assert_eq!(names.iter().filter(|name| *name == "a").count(), 2, "the web and a mailbox, not the script");
        let used = text.matches("<use ").count();
        let shapes = text.matches("<path id=").count();
        assert!(used > shapes && shapes > 20, "{used} glyphs of {shapes} shapes");
        assert!(text.contains("stroke-dasharray"));
    }

    #[test]
    fn hostile_texts_stay_text() {
        let text = svg(&samples::hostile());
        let (names, _) = read(&text);
        assert!(!names.iter().any(|name| name == "script"));
        assert!(!text.contains("NaN") && !text.contains("inf"), "lengths are numbers");
        assert!(!text.contains('\u{0}') && !text.contains('\u{1b}'));
    }

    #[test]
    fn the_same_page_gives_the_same_text() {
        assert_eq!(svg(&samples::every_mark()), svg(&samples::every_mark()));
    }

    #[test]
    fn numbers_are_short() {
        let written = |number: f32| Number(number).to_string();
        assert_eq!([written(1.0), written(-0.001), written(1.256), written(1e7)], ["1", "0", "1.26", "10000000"]);
    }
}
