//! Text becomes glyphs: fonts are chosen, letters are shaped and joined, lines are broken, cut and put in order.

mod cut;
mod lines;

use std::borrow::Cow;
use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::{
    BreakReason, FontContext, FontFamily, FontFamilyName, FontWeight, Layout, LayoutContext, LineHeight, OverflowWrap,
    StyleProperty,
};
use rustc_hash::FxHashMap;
use skrifa::MetadataProvider;
use skrifa::instance::{LocationRef, Size};

use super::faces::FAMILIES;
use super::hyphens::SOFT_HYPHEN;
use super::source::{ELLIPSIS, Source, Style};
use super::{Face, Paragraph, Weight};
use crate::look::Rgb;
use crate::model::Language;

/// A stretch of text that looks the same all through.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece<'a> {
    /// The text. Line ends in it are kept; other controls vanish.
    pub text: &'a str,
    /// The size of the letters.
    pub size: f32,
    /// How heavy they are.
    pub weight: Weight,
    /// Their colour.
    pub colour: Rgb,
}

/// What a paragraph has to fit into.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// How wide lines may be; a word that is wider breaks anywhere. Without a width, lines end only where the text
    /// says so.
    pub width: Option<f32>,
    /// Where lines shorter than the width stand.
    pub align: Align,
    /// How many lines there may be. If the text needs more, it is cut and ends in an ellipsis.
    pub max_lines: Option<usize>,
    /// From line to line, as a multiple of the size of the letters; 1.2 to 1.4 reads well.
    pub line_height: f32,
}

impl Default for Shape {
    fn default() -> Self {
        Self { width: None, align: Align::Start, max_lines: None, line_height: 1.3 }
    }
}

/// The side that lines begin at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Align {
    /// Left, or right where the paragraph runs from right to left.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// Right, or left where the paragraph runs from right to left.
    End,
    /// Left in every script.
    Left,
    /// Right in every script.
    Right,
}

/// How many paragraphs are kept: more than the pages of a large plan have.
const MAX_KEPT: usize = 32_768;

/// The size in which letters are measured.
const MEASURED: f32 = 10.0;

/// How wide a space is at most, as a multiple of the size of letters.
const SPACE: f32 = 0.35;

/// Sets paragraphs, and knows those it has set already. An export has one, and uses it for all its pages.
pub struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<Rgb>,
    layout: Layout<Rgb>,
    faces: Faces,
    /// The language by which Latin words are broken.
    language: Language,
    /// Nothing where a paragraph had to be whole and can not be.
    kept: FxHashMap<Box<[u8]>, Option<Arc<Paragraph>>>,
    /// Kept so that asking for a paragraph that is there already costs no memory.
    key: Vec<u8>,
}

impl Default for Typesetter {
    fn default() -> Self {
        Self::new()
    }
}

impl Typesetter {
    /// One that knows the fonts of the program, none of the system's, and no paragraph yet.
    #[must_use]
    pub fn new() -> Self {
        let options = CollectionOptions { shared: false, system_fonts: false };
        let mut fonts = FontContext { collection: Collection::new(options), source_cache: SourceCache::default() };
        let ids = Face::ALL.map(|face| {
            let blob = Blob::new(Arc::new(face.bytes()));
            let id = blob.id();
            let (family, weight) = face.family();
            let info = FontInfoOverride {
                family_name: Some(family),
                weight: Some(FontWeight::new(weight.number())),
                ..FontInfoOverride::default()
            };
            fonts.collection.register_fonts(blob, Some(info));
            (id, face)
        });
        Self {
            fonts,
            layouts: LayoutContext::new(),
            layout: Layout::new(),
            faces: Faces::new(ids),
            language: Language::English,
            kept: FxHashMap::default(),
            key: Vec::new(),
        }
    }

    /// Says by which language Latin words are broken from now on; English until then.
    pub fn speak(&mut self, language: Language) {
        self.language = language;
    }

    /// Sets the pieces one after the other. The base direction is that of the first letter that has one.
    pub fn paragraph(&mut self, pieces: &[Piece<'_>], shape: Shape) -> Arc<Paragraph> {
        self.kept(pieces, shape, false).unwrap_or_default()
    }

    /// The same if all of the text fits and no word is broken without a hyphen. Whoever looks for the largest letters asks
    /// this way: what does not fit costs hardly anything.
    pub fn whole(&mut self, pieces: &[Piece<'_>], shape: Shape) -> Option<Arc<Paragraph>> {
        if self.is_too_long(pieces, shape) { None } else { self.kept(pieces, shape, true) }
    }

    /// Whether the letters alone, in one line after the other, take more room than there is. Letters are measured once, in
    /// one size, and grow with it.
    fn is_too_long(&mut self, pieces: &[Piece<'_>], shape: Shape) -> bool {
        let (Some(width), Some(lines)) = (shape.width, shape.max_lines) else { return false };
        let (mut sum, mut largest) = (0.0, 0.0_f32);
        for piece in pieces {
            let measured = Piece { size: MEASURED, colour: [0; 3], ..*piece };
            sum += self.paragraph(&[measured], Shape::default()).width() * piece.size / MEASURED;
            largest = largest.max(piece.size);
        }
        // A space at the end of a line takes no room.
        sum > lines as f32 * (width + largest * SPACE)
    }

    fn kept(&mut self, pieces: &[Piece<'_>], shape: Shape, is_whole: bool) -> Option<Arc<Paragraph>> {
        write_key(&mut self.key, pieces, shape);
        self.key.extend([self.language as u8, u8::from(is_whole)]);
        if let Some(known) = self.kept.get(self.key.as_slice()) {
            return known.clone();
        }
        let source = Source::new(pieces);
        // Nothing takes no room, not even the height of a line.
        let is_empty = source.text.is_empty();
        let paragraph = if is_empty { Some(Arc::default()) } else { self.set(source, shape, is_whole).map(Arc::new) };
        if self.kept.len() >= MAX_KEPT {
            self.kept.clear();
        }
        self.kept.insert(self.key.as_slice().into(), paragraph.clone());
        paragraph
    }

    /// Nothing where it has to be whole and is not.
    fn set(&mut self, source: Source, shape: Shape, is_whole: bool) -> Option<Paragraph> {
        let width = shape.width.filter(|width| width.is_finite()).map(|width| width.max(1.0));
        let shape = Shape { width, line_height: line_height_of(shape), ..shape };
        let max_lines = shape.max_lines.map_or(usize::MAX, |lines| lines.max(1));
        self.lay_out(&source, shape, max_lines);
        let mut source = source;
        if self.breaks_a_word()
            && !self.layout.is_rtl()
            && let Some(hyphenated) = source.hyphenated(self.language)
        {
            source = hyphenated;
            self.lay_out(&source, shape, max_lines);
        }
        let breaks_a_word = self.breaks_a_word();
        let is_cut = self.layout.len() > max_lines;
        if is_whole && (is_cut || breaks_a_word) {
            return None;
        }
        if !is_cut {
            return Some(self.finished(&source, shape, breaks_a_word));
        }
        let mut ends = cut::ends_that_fit(&self.layout, &source, shape, max_lines, &self.faces);
        loop {
            let end = ends.pop().unwrap_or(0);
            let cut = source.cut(end);
            self.lay_out(&cut, shape, max_lines);
            // Where not even the ellipsis fits, it stands there all the same.
            if self.layout.len() <= max_lines || end == 0 {
                let mut paragraph = self.finished(&cut, shape, breaks_a_word);
                paragraph.is_cut = true;
                return Some(paragraph);
            }
        }
    }

    /// What is laid out, as a paragraph.
    fn finished(&self, source: &Source, shape: Shape, breaks_a_word: bool) -> Paragraph {
        let mut paragraph = lines::paragraph_from_layout(&self.layout, source, shape, &self.faces);
        paragraph.breaks_a_word = breaks_a_word;
        paragraph
    }

    /// Whether a line ends within a word for which it has no room.
    fn breaks_a_word(&self) -> bool {
        self.layout.lines().any(|line| line.break_reason() == BreakReason::Emergency)
    }

    /// Shapes the text and breaks its lines, one more than may be: it shows that there are too many, and what would
    /// have come next.
    fn lay_out(&mut self, source: &Source, shape: Shape, max_lines: usize) {
        const FAMILY: [FontFamilyName<'static>; 3] = [
            FontFamilyName::Named(Cow::Borrowed(FAMILIES[0])),
            FontFamilyName::Named(Cow::Borrowed(FAMILIES[1])),
            FontFamilyName::Named(Cow::Borrowed(FAMILIES[2])),
        ];
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, &source.text, 1.0, false);
        builder.push_default(FontFamily::List(Cow::Borrowed(&FAMILY)));
        builder.push_default(LineHeight::FontSizeRelative(shape.line_height));
        builder.push_default(OverflowWrap::BreakWord);
        let first = source.style_at(0);
        builder.push_default(StyleProperty::FontSize(first.size));
        builder.push_default(FontWeight::new(first.weight.number()));
        builder.push_default(StyleProperty::Brush(first.colour));
        for (range, style) in source.spans.iter().skip(1) {
            builder.push(StyleProperty::FontSize(style.size), range.clone());
            builder.push(FontWeight::new(style.weight.number()), range.clone());
            builder.push(StyleProperty::Brush(style.colour), range.clone());
        }
        builder.build_into(&mut self.layout, &source.text);

        // A hyphen has room behind what stands before it.
        let hyphen = if source.text.contains(SOFT_HYPHEN) { self.faces.hyphen_of(first) } else { 0.0 };
        // Set once more into exactly the width it has, a line must not break: sums of floats differ a little.
        let room = shape.width.map_or(f32::MAX, |width| (width - hyphen).max(1.0) + 0.01);
        let mut breaker = self.layout.break_lines();
        breaker.state_mut().set_layout_max_advance(room);
        breaker.state_mut().set_line_max_advance(room);
        for _ in 0..max_lines.saturating_add(1) {
            if breaker.break_next().is_none() {
                break;
            }
        }
        breaker.finish();
    }
}

fn line_height_of(shape: Shape) -> f32 {
    if shape.line_height.is_finite() { shape.line_height.clamp(0.5, 10.0) } else { 1.3 }
}

/// Everything that a paragraph depends on.
fn write_key(key: &mut Vec<u8>, pieces: &[Piece<'_>], shape: Shape) {
    key.clear();
    key.extend(shape.width.map_or(f32::NAN, |width| width).to_bits().to_le_bytes());
    key.extend(shape.line_height.to_bits().to_le_bytes());
    key.extend(shape.max_lines.map_or(u64::MAX, |lines| lines as u64).to_le_bytes());
    key.push(shape.align as u8);
    for piece in pieces {
        key.extend(piece.size.to_bits().to_le_bytes());
        key.push(piece.weight as u8);
        key.extend(piece.colour);
        key.extend((piece.text.len() as u64).to_le_bytes());
        key.extend(piece.text.as_bytes());
    }
}

/// What has to be known of the font files while lines are set.
struct Faces {
    /// By the ids that the fonts are registered with.
    ids: [(u64, Face); Face::ALL.len()],
    /// `□` stands for what no font has. By weight.
    boxes: [(u16, f32); 3],
    /// The advance of `…`. By weight.
    ellipses: [f32; 3],
    /// What ends a line within a word. By weight.
    hyphens: [(u16, f32); 3],
}

impl Faces {
    fn new(ids: [(u64, Face); Face::ALL.len()]) -> Self {
        let measure = |weight: Weight, c: char| {
            // A font that can not be read has no glyph for it, and the first one, for missing glyphs, stands in.
            let Ok(font) = skrifa::FontRef::new(weight.latin().bytes()) else {
                return (0, 0.0);
            };
            let id = font.charmap().map(c).unwrap_or_default();
            let advance = font.glyph_metrics(Size::new(1.0), LocationRef::default()).advance_width(id);
            (id.to_u32() as u16, advance.unwrap_or(0.0))
        };
        let weights = [Weight::Regular, Weight::Medium, Weight::SemiBold];
        Self {
            ids,
            boxes: weights.map(|weight| measure(weight, '□')),
            ellipses: weights.map(|weight| measure(weight, ELLIPSIS).1),
            hyphens: weights.map(|weight| measure(weight, '-')),
        }
    }

    /// Whether any font has a character.
    fn have(c: char) -> bool {
        let has = |face: Face| skrifa::FontRef::new(face.bytes()).is_ok_and(|font| font.charmap().map(c).is_some());
        Face::ALL.into_iter().any(has)
    }

    /// How wide a hyphen of a style is.
    fn hyphen_of(&self, style: Style) -> f32 {
        self.hyphens[style.weight as usize].1 * style.size
    }

    fn face(&self, id: u64) -> Face {
        self.ids.iter().find(|&&(known, _)| known == id).map_or(Face::Regular, |&(_, face)| face)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::drawing::samples::{LONG, plain};

    fn set(text: &str, shape: Shape) -> Arc<Paragraph> {
        Typesetter::new().paragraph(&[plain(text)], shape)
    }

    fn within(width: f32, max_lines: usize) -> Shape {
        Shape { width: Some(width), max_lines: Some(max_lines), ..Shape::default() }
    }

    /// The faces of all runs.
    fn faces(paragraph: &Paragraph) -> Vec<Face> {
        paragraph.runs().iter().map(|run| run.face).collect()
    }

    /// The texts of the runs as they stand from left to right.
    fn from_left(paragraph: &Paragraph) -> Vec<&str> {
        let mut runs: Vec<_> = paragraph.runs().iter().collect();
        runs.sort_by(|a, b| a.x.total_cmp(&b.x));
        let range = |run| {
            let ranges = || paragraph.glyphs_of(run).iter().map(|glyph| glyph.range());
            ranges().map(|range| range.start).min().unwrap_or(0)..ranges().map(|range| range.end).max().unwrap_or(0)
        };
        runs.into_iter().map(|run| &paragraph.text()[range(run)]).collect()
    }

    #[test]
    fn widths_are_those_of_the_letters() {
        let one = set("n", Shape::default()).width();
        assert!((5.0..7.0).contains(&one), "{one}");
        assert!((set("nnnn", Shape::default()).width() - 4.0 * one).abs() < 0.01);
        assert!((set("nnnn   ", Shape::default()).width() - 4.0 * one).abs() < 0.01, "space at the end does not count");
        let double = Typesetter::new().paragraph(&[Piece { size: 20.0, ..plain("n") }], Shape::default());
        assert!((double.width() - 2.0 * one).abs() < 0.01);
        assert!((double.height() - 26.0).abs() < 0.01);
        let nothing = set("", Shape::default());
        assert_eq!((nothing.width(), nothing.height(), nothing.lines().len()), (0.0, 0.0, 0), "nothing takes no room");
    }

    #[test]
    fn each_weight_and_script_has_its_face() {
        let weights = [Weight::Regular, Weight::Medium, Weight::SemiBold];
        let of = |text| {
            weights.map(|weight| {
                faces(&Typesetter::new().paragraph(&[Piece { weight, ..plain(text) }], Shape::default()))[0]
            })
        };
        assert_eq!(of("Plenary"), [Face::Regular, Face::Medium, Face::SemiBold]);
        assert_eq!(of("Пленарное"), [Face::Regular, Face::Medium, Face::SemiBold]);
        assert_eq!(of("جلسة"), [Face::Arabic, Face::Arabic, Face::ArabicSemiBold]);
        assert_eq!(of("全体会议"), [Face::Chinese; 3]);
    }

    #[test]
    fn lines_break_at_words_and_within_long_ones() {
        let text = "Working Group on standardization strategy";
        let wrapped = set(text, Shape { width: Some(100.0), ..Shape::default() });
        assert_eq!(wrapped.lines().len(), 3);
        assert!(wrapped.lines().iter().all(|line| line.width <= 100.0));
        assert_eq!(wrapped.text(), text);
        assert!(!wrapped.breaks_a_word());
        let narrow = set(text, Shape { width: Some(40.0), ..Shape::default() });
        assert!(narrow.lines().iter().all(|line| line.width <= 40.01) && !narrow.breaks_a_word(), "{}", narrow.text());
        assert_eq!(narrow.text().replace('\u{ad}', ""), text);
        let hyphens = narrow.text().matches('\u{ad}').count();
        let drawn = narrow.glyphs.iter().filter(|glyph| &narrow.text()[glyph.range()] == "\u{ad}").count();
        assert!(hyphens > 1 && drawn == hyphens, "{drawn} of {hyphens}");
        let long = set(LONG, Shape { width: Some(100.0), ..Shape::default() });
        assert!(long.breaks_a_word());
        assert!(long.lines().len() > 20 && long.lines().iter().all(|line| line.width <= 100.01));
        assert_eq!((long.text(), long.is_cut()), (LONG, false));
    }

    #[test]
    fn chinese_breaks_between_characters_but_not_before_a_full_stop() {
        let chinese = set("全体会议全体会议。第 2 次", Shape { width: Some(40.5), ..Shape::default() });
        let widths: Vec<_> = chinese.lines().iter().map(|line| line.width.round() as u32).collect();
        assert_eq!(widths[..2], [40, 30], "{widths:?}");
        let third: Vec<_> =
            chinese.runs_of(&chinese.lines()[2]).iter().flat_map(|run| chinese.glyphs_of(run)).collect();
        assert!(chinese.text()[third[0].range().start..].starts_with("议。"), "{widths:?}");
    }

    #[test]
    fn a_measured_width_is_enough() {
        for text in ["Ad hoc group", "Рабочая группа", "جلسة عامة أولى", "全体会议 1"] {
            let width = set(text, Shape::default()).width();
            assert_eq!(set(text, within(width, 1)).text(), text);
        }
    }

    #[test]
    fn an_ellipsis_stands_for_what_does_not_fit() {
        let cut = set("Working Group on standardization strategy", within(100.0, 1));
        assert_eq!((cut.text(), cut.is_cut(), cut.lines().len()), ("Working Group on…", true, 1));
        assert!(cut.width() <= 100.0 && set("Working Group on s…", Shape::default()).width() > 100.0);
        let two = set("Working Group on standardization strategy", within(100.0, 2));
        assert_eq!((two.text(), two.lines().len()), ("Working Group on standardization…", 2));
        let word = set(LONG, within(100.0, 1));
        assert!(word.text().ends_with("x…") && word.width() > 85.0 && word.width() <= 100.0, "{}", word.width());
        let ended = set("first\r\nsecond", Shape { max_lines: Some(1), ..Shape::default() });
        assert_eq!((ended.text(), ended.is_cut()), ("first…", true));
        assert_eq!(set("abc", within(0.0, 1)).text(), "…");
        assert!(!set("Working Group", within(100.0, 1)).is_cut());
        let chinese = set("国际电信联盟世界电信标准化全会", within(100.0, 1));
        assert!(chinese.text().ends_with('…') && chinese.width() > 85.0);
        let arabic = set("الجلسة العامة الأولى للجمعية العالمية", within(100.0, 1));
        let from_left = from_left(&arabic);
        assert!(from_left[0] == "…" && from_left[from_left.len() - 1] == "الجلسة", "{from_left:?}");
    }

    #[test]
    fn arabic_is_joined_and_runs_from_right_to_left() {
        let paragraph = set("بيت", Shape { width: Some(100.0), ..Shape::default() });
        let run = &paragraph.runs()[0];
        assert!(run.is_right_to_left && paragraph.is_right_to_left());
        let starts: Vec<_> = paragraph.glyphs_of(run).iter().map(|glyph| glyph.range().start).collect();
        assert!(starts.is_sorted_by(|a, b| a >= b), "{starts:?}");
        assert!((run.x + run.advance - 100.0).abs() < 0.01, "it begins at the right edge");
        // Dots are glyphs without an advance, the same ones whether a letter is joined or not.
        let letters = |text| -> Vec<_> {
            let glyphs = set(text, Shape::default()).glyphs.clone();
            glyphs.into_iter().filter(|glyph| glyph.advance > 0.0).map(|glyph| glyph.id).collect()
        };
        let (joined, alone) = (letters("بيت"), ["ب", "ي", "ت"].map(letters).concat());
        assert_eq!((joined.len(), alone.len()), (3, 3), "a shape for each letter");
        assert!(joined.iter().all(|id| !alone.contains(id)), "no letter stands alone");
    }

    #[test]
    fn lines_of_two_directions_are_in_order() {
        let mixed = set("See قاعة كبيرة now", Shape::default());
        assert_eq!(from_left(&mixed), ["See ", "كبيرة", " ", "قاعة", " now"]);
        let arabic = set("قاعة ITU كبيرة", Shape::default());
        assert_eq!(from_left(&arabic), ["كبيرة", " ", "ITU", " ", "قاعة"]);
    }

    #[test]
    fn pieces_do_not_turn_each_other_around() {
        let mut typesetter = Typesetter::new();
        let paragraph = typesetter.paragraph(&["Room A · ", "قاعة", " · 15 min"].map(plain), Shape::default());
        assert_eq!(from_left(&paragraph), ["Room A · ", "قاعة", " · 15 min"]);
        let hostile = typesetter.paragraph(&["\u{202e}evil", "good"].map(plain), Shape::default());
        assert_eq!(hostile.text(), "evilgood");
        assert!(hostile.runs().iter().all(|run| !run.is_right_to_left));
    }

    #[test]
    fn texts_are_aligned_by_their_own_direction() {
        let left = |text, align| set(text, Shape { width: Some(100.0), align, ..Shape::default() }).lines()[0].left;
        let (latin, arabic) = (set("Room", Shape::default()).width(), set("قاعة", Shape::default()).width());
        let aligns = [Align::Start, Align::Center, Align::End, Align::Left, Align::Right];
        let close = |a: [f32; 5], b: [f32; 5]| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 0.01);
        let (free, middle) = (100.0 - latin, (100.0 - latin) / 2.0);
        assert!(close(aligns.map(|align| left("Room", align)), [0.0, middle, free, 0.0, free]));
        let (free, middle) = (100.0 - arabic, (100.0 - arabic) / 2.0);
        assert!(close(aligns.map(|align| left("قاعة", align)), [free, middle, 0.0, 0.0, free]));
    }

    #[test]
    fn scripts_beside_each_other_share_a_baseline() {
        let baselines =
            ["Room", "قاعة", "会议室", "Room قاعة 会议室"].map(|text| set(text, Shape::default()).lines()[0].baseline);
        assert!(baselines.iter().all(|baseline| (baseline - baselines[0]).abs() < 0.001), "{baselines:?}");
    }

    #[test]
    fn what_no_font_has_becomes_a_box_and_stays_in_the_text() {
        let paragraph = set("Party 🎉 now", Shape::default());
        assert_eq!(paragraph.text(), "Party 🎉 now");
        assert_eq!(paragraph.missing(), "🎉");
        assert_eq!(set("Plenary, пленарное, جلسة, 全体", Shape::default()).missing(), "");
        assert!(paragraph.glyphs.iter().all(|glyph| glyph.id != 0));
        let place = paragraph.text().find('🎉').expect("it is there");
        assert!(paragraph.glyphs.iter().any(|glyph| glyph.range() == (place..place + 4)));
    }

    #[test]
    fn a_paragraph_is_set_once() {
        let mut typesetter = Typesetter::new();
        let first = typesetter.paragraph(&[plain("Room")], Shape::default());
        assert!(Arc::ptr_eq(&first, &typesetter.paragraph(&[plain("Room")], Shape::default())));
        let others = [
            typesetter.paragraph(&[plain("Rooms")], Shape::default()),
            typesetter.paragraph(&[plain("Ro"), plain("om")], Shape::default()),
            typesetter.paragraph(&[Piece { size: 11.0, ..plain("Room") }], Shape::default()),
            typesetter.paragraph(&[Piece { weight: Weight::Medium, ..plain("Room") }], Shape::default()),
            typesetter.paragraph(&[Piece { colour: [1, 2, 3], ..plain("Room") }], Shape::default()),
            typesetter.paragraph(&[plain("Room")], Shape { width: Some(90.0), ..Shape::default() }),
            typesetter.paragraph(&[plain("Room")], Shape { max_lines: Some(1), ..Shape::default() }),
            typesetter.paragraph(&[plain("Room")], Shape { align: Align::End, ..Shape::default() }),
            typesetter.paragraph(&[plain("Room")], Shape { line_height: 1.2, ..Shape::default() }),
        ];
        assert!(others.iter().all(|other| !Arc::ptr_eq(&first, other)));
    }

    #[test]
    fn senseless_numbers_do_no_harm() {
        for number in [f32::NAN, f32::INFINITY, -1.0, 0.0, 1e30] {
            let piece = Piece { size: number, ..plain("Working Group") };
            let shape = Shape { width: Some(number), max_lines: Some(0), line_height: number, ..Shape::default() };
            let paragraph = Typesetter::new().paragraph(&[piece], shape);
            assert!(paragraph.width().is_finite() && paragraph.height().is_finite());
            assert_eq!(paragraph.lines().len(), 1);
        }
        assert_eq!(Typesetter::new().paragraph(&[], Shape::default()).text(), "");
    }
}
