//! Texts of the plan in labels, buttons and tooltips, which egui lays out.
//!
//! What runs from left to right is left to egui. Other texts are broken into lines here, and egui is given each line
//! piece by piece in the order in which it stands.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use egui::text::{ByteIndex, LayoutJob, LayoutSection, TextFormat, TextWrapping};
use egui::{
    Align, Context, FontSelection, Galley, Label, Response, RichText, Role, TextWrapMode, Ui, WidgetInfo, WidgetText,
};

use super::bidi::{Cut, Paragraph, Part, bounded, has_right_to_left, is_mark};

/// Longer texts are cut before shaping: no label and no tooltip has room for so much.
const MOST_LETTERS: usize = 4000;
/// The same for what has no room of a known width.
const MOST_LETTERS_ON_A_LINE: usize = 2000;

/// A text on one line, its pieces from left to right, for what takes plain texts only.
#[must_use]
pub fn displayed(text: &str) -> Cow<'_, str> {
    let text = bounded(text, MOST_LETTERS_ON_A_LINE);
    if !has_right_to_left(&text) {
        return text;
    }
    let paragraph = Paragraph::new(&text);
    let mut parts = Vec::new();
    paragraph.place(0..paragraph.pieces.len(), None, |_, _| 0.0, &mut parts);
    let mut line = String::with_capacity(text.len());
    for part in &parts {
        let piece = part.piece.map_or("…", |piece| paragraph.text_of(piece));
        if !line.is_empty() && !line.ends_with(' ') && piece != " " {
            // Pieces that touch are not to be shaped as one; this blank has no width and is of another font.
            line.push('\u{200B}');
        }
        line.push_str(piece);
    }
    line.into()
}

/// One line of text, cut to `width` points with an ellipsis.
pub fn elided(ui: &Ui, text: impl Into<RichText>, width: f32) -> Arc<Galley> {
    styled(ui, text.into(), TextWrapping::truncate_at_width(width.max(8.0)))
}

/// The same for who has no style at hand.
#[must_use]
pub fn elided_in(ctx: &Context, text: &str, format: TextFormat, width: f32) -> Arc<Galley> {
    laid_out(ctx, text, format, TextWrapping::truncate_at_width(width.max(8.0)))
}

/// A text on at most so many lines, broken at `width` points and cut with an ellipsis.
pub fn wrapped(ui: &Ui, text: impl Into<RichText>, width: f32, max_rows: usize) -> Arc<Galley> {
    styled(ui, text.into(), TextWrapping { max_width: width.max(8.0), max_rows, ..TextWrapping::default() })
}

/// Adds a text below those of a job, broken at the width of the job.
pub fn append_line(ctx: &Context, job: &mut LayoutJob, text: &str, format: TextFormat) {
    let text = bounded(text, MOST_LETTERS);
    if has_right_to_left(&text) {
        let (wrap, halign) = (job.wrap.clone(), job.halign);
        *job = Setter { ctx, format, wrap, job: std::mem::take(job) }.job(&text);
        job.halign = halign;
        return;
    }
    if !job.text.is_empty() {
        job.append("\n", 0.0, format.clone());
    }
    job.append(&text, 0.0, format);
}

/// A label, on one line or several as the layout has it.
pub fn label_ui(ui: &mut Ui, text: impl Into<RichText>) -> Response {
    let text = text.into();
    if text.text().len() <= MOST_LETTERS && !has_right_to_left(text.text()) {
        return ui.add(Label::new(text));
    }
    let mode = ui.wrap_mode();
    label_in(ui, text, mode)
}

/// A label on as many lines as it needs.
pub fn paragraph_ui(ui: &mut Ui, text: impl Into<RichText>) -> Response {
    label_in(ui, text.into(), TextWrapMode::Wrap)
}

/// A label on one line, cut with an ellipsis where there is no room; the whole text is in the tooltip then.
pub fn elided_ui(ui: &mut Ui, text: impl Into<RichText>) -> Response {
    label_in(ui, text.into(), TextWrapMode::Truncate)
}

/// A text when the pointer is on something.
pub fn tip(response: Response, text: &str) -> Response {
    if text.len() <= MOST_LETTERS && !has_right_to_left(text) {
        return response.on_hover_text(text);
    }
    response.on_hover_ui(|ui| {
        ui.set_max_width(ui.spacing().tooltip_width);
        paragraph_ui(ui, text);
    })
}

fn label_in(ui: &mut Ui, text: RichText, mode: TextWrapMode) -> Response {
    let spoken = text.text().to_owned();
    let width = ui.available_width();
    let galley = styled(ui, text, TextWrapping::from_wrap_mode_and_width(mode, width));
    let is_cut = galley.elided;
    let response = ui.add(Label::new(galley).show_tooltip_when_elided(false));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), &spoken));
    if is_cut { tip(response, &spoken) } else { response }
}

fn styled(ui: &Ui, text: RichText, wrap: TextWrapping) -> Arc<Galley> {
    let job = WidgetText::from(text).into_layout_job(ui.style(), FontSelection::Default, ui.text_valign());
    let format = job.sections.first().map(|section| section.format.clone()).unwrap_or_default();
    laid_out(ui.ctx(), &job.text, format, wrap)
}

fn laid_out(ctx: &Context, text: &str, format: TextFormat, wrap: TextWrapping) -> Arc<Galley> {
    // No letter is narrower than a point.
    let width = if wrap.max_width.is_finite() { wrap.max_width as usize } else { MOST_LETTERS_ON_A_LINE };
    let most = if wrap.max_rows == 1 { width + 16 } else { MOST_LETTERS };
    let mut text = bounded(text, most.min(MOST_LETTERS));
    if wrap.max_rows == 1 && text.contains('\n') {
        text = text.replace('\n', " ").into();
    }
    let job = if has_right_to_left(&text) {
        Setter { ctx, format, wrap, job: LayoutJob::default() }.job(&text)
    } else {
        LayoutJob { wrap, ..LayoutJob::single_section(text.into_owned(), format) }
    };
    ctx.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Breaks a text into lines and lines into sections for egui.
struct Setter<'a> {
    ctx: &'a Context,
    format: TextFormat,
    wrap: TextWrapping,
    job: LayoutJob,
}

impl Setter<'_> {
    fn job(mut self, text: &str) -> LayoutJob {
        let max_rows = self.wrap.max_rows.max(1);
        let mut rows = 0;
        let mut is_cut = false;
        let lines = text.split('\n').map(|line| Paragraph::new(line).measured(|piece| self.width(piece)));
        let mut paragraphs: Vec<Paragraph> = lines.collect();
        if max_rows == 1 {
            paragraphs = vec![Paragraph::new(text).measured(|piece| self.width(piece))];
        } else if paragraphs.first().is_some_and(|first| first.is_right_to_left) {
            self.job.halign = Align::RIGHT;
        }
        let count = paragraphs.len();
        for (at, mut paragraph) in paragraphs.into_iter().enumerate() {
            if max_rows > 1 {
                self.divide(&mut paragraph);
            }
            let mut from = 0;
            loop {
                if rows == max_rows {
                    is_cut = true;
                    break;
                }
                rows += 1;
                let end = paragraph.line(from, self.wrap.max_width);
                is_cut = !end.fits || rows == max_rows && (end.next < paragraph.pieces.len() || at + 1 < count);
                self.line(&paragraph, from..end.next, is_cut);
                from = end.next;
                if from >= paragraph.pieces.len() || is_cut {
                    break;
                }
            }
            if is_cut {
                break;
            }
        }
        if is_cut {
            // To egui a text is cut when it has more lines than are wanted.
            self.append("\n");
            self.job.wrap = TextWrapping { max_rows: rows, overflow_character: None, ..TextWrapping::default() };
        }
        self.job
    }

    fn line(&mut self, paragraph: &Paragraph, line: Range<usize>, is_cut: bool) {
        let cut = is_cut.then(|| Cut { room: self.wrap.max_width, ellipsis: self.width("…") });
        let line = if is_cut { line.start..paragraph.pieces.len() } else { line };
        let mut parts = Vec::new();
        let mut last = (usize::MAX, 0);
        let fitting = |piece, room| {
            let (len, width) = self.fitting(paragraph.text_of(piece), room);
            last = (piece, len);
            width
        };
        paragraph.place(line, cut, fitting, &mut parts);
        if !self.job.text.is_empty() {
            self.append("\n");
        }
        for Part { piece, .. } in parts {
            let text = piece.map_or("…", |piece| paragraph.text_of(piece));
            let is_partial = piece == Some(last.0);
            self.append(if is_partial { &text[..last.1] } else { text });
        }
    }

    /// Divides what is too wide for a line.
    fn divide(&self, paragraph: &mut Paragraph) {
        let mut at = 0;
        while let Some(piece) = paragraph.pieces.get(at) {
            if piece.width > self.wrap.max_width {
                let text = paragraph.text_of(at);
                let (len, width) = self.fitting(text, self.wrap.max_width);
                if 0 < len && len < text.len() {
                    let rest = self.width(&text[len..]);
                    paragraph.divide(at, len, [width, rest]);
                }
            }
            at += 1;
        }
    }

    /// How many bytes of a piece fit into `room`, and how wide they are.
    fn fitting(&self, text: &str, room: f32) -> (usize, f32) {
        let ends: Vec<usize> = text.char_indices().filter(|&(at, c)| at > 0 && !is_mark(c)).map(|(at, _)| at).collect();
        let fits = ends.partition_point(|&end| self.width(&text[..end]) <= room);
        match fits.checked_sub(1).and_then(|last| ends.get(last)) {
            Some(&end) => (end, self.width(&text[..end])),
            None => (0, 0.0),
        }
    }

    fn width(&self, text: &str) -> f32 {
        let job = LayoutJob::single_section(text.to_owned(), self.format.clone());
        self.ctx.fonts_mut(|fonts| fonts.layout_job(job)).rect.width()
    }

    fn append(&mut self, text: &str) {
        let start = self.job.text.len();
        self.job.text.push_str(text);
        let byte_range = ByteIndex(start)..ByteIndex(self.job.text.len());
        self.job.sections.push(LayoutSection { leading_space: 0.0, byte_range, format: self.format.clone() });
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Face, Setting, Shaper};
    use super::*;
    use crate::app::style::fonts;
    use egui::{Color32, FontId, Mesh, Rect, pos2, vec2};

    const SAMPLES: [&str; 9] = [
        "مناقشة (الجزء 1) 15–17 مارس: هل نحن مستعدون؟",
        "Only (الجزء 1)",
        "Opening, قبل المؤتمر، then coffee",
        "تقرير «WTDC-25» عن 50%",
        "٢٠٢٥ م، ١٢٫٥٪",
        "مرحبا WTDC 2025!",
        "عامعام ۱۲۳عام",
        "First plenary",
        "第一次 (مارس) 15",
    ];

    fn with_fonts(test: impl FnMut(&mut Ui)) {
        let ctx = Context::default();
        ctx.set_fonts(fonts::definitions());
        let mut output = ctx.run_ui(egui::RawInput::default(), test);
        output.textures_delta.clear();
    }

    fn font() -> TextFormat {
        TextFormat::simple(FontId::proportional(13.0), Color32::WHITE)
    }

    /// The letters with a picture, from left to right.
    fn letters(galley: &Galley) -> Vec<String> {
        let row = |row: &egui::epaint::text::PlacedRow| {
            let mut glyphs: Vec<_> = row.glyphs.iter().filter(|glyph| !glyph.uv_rect.is_nothing()).collect();
            glyphs.sort_by(|a, b| a.pos.x.total_cmp(&b.pos.x));
            let mut letters: Vec<char> = glyphs.iter().map(|glyph| glyph.chr).collect();
            // A letter and its dots are several glyphs.
            letters.dedup();
            letters.into_iter().collect()
        };
        galley.rows.iter().map(row).collect()
    }

    /// The letters as the standard has them from left to right.
    fn expected(text: &str) -> String {
        let bidi = unicode_bidi::BidiInfo::new(text, None);
        let all = &bidi.paragraphs[0];
        let line = bidi.reorder_line(all, all.range.clone());
        let mut letters: Vec<char> = line.chars().filter(|c| !c.is_whitespace()).collect();
        letters.dedup();
        letters.into_iter().collect()
    }

    /// Brackets look the other way in Arabic; here it is enough that they are where they belong.
    fn unmirrored(text: &str) -> String {
        text.chars()
            .map(|c| match c {
                ')' => '(',
                '»' => '«',
                c => c,
            })
            .collect()
    }

    #[test]
    fn egui_draws_the_letters_in_the_order_of_the_standard() {
        with_fonts(|ui| {
            for text in SAMPLES {
                let format = font();
                let galley = laid_out(ui.ctx(), text, format.clone(), TextWrapping::truncate_at_width(2000.0));
                assert_eq!(unmirrored(&letters(&galley).concat()), unmirrored(&expected(text)), "{text}");
                let job = LayoutJob::single_section(displayed(text).into_owned(), format);
                let plain = ui.fonts_mut(|fonts| fonts.layout_job(job));
                assert_eq!(letters(&plain), letters(&galley), "{text} as plain text");
            }
        });
    }

    #[test]
    fn blocks_have_the_same_order_as_labels() {
        with_fonts(|ui| {
            let mut shaper = Shaper::default();
            shaper.begin_frame(ui.ctx());
            for text in SAMPLES {
                let shaped = shaper.shape(ui.ctx(), text, Face::Detail);
                let mut mesh = Mesh::default();
                let rect = Rect::from_min_size(pos2(10.0, 10.0), vec2(900.0, 20.0));
                let setting = Setting { rect, max_lines: 1, color: Color32::WHITE };
                assert!(!shaper.paint(&mut mesh, &shaped, Face::Detail, setting).cut);
                let corners = mesh.vertices.chunks_exact(4).map(|quad| Rect::from_two_pos(quad[0].pos, quad[3].pos));
                let quads: Vec<Rect> = corners.collect();
                let format = TextFormat::simple(FontId::proportional(11.0), Color32::WHITE);
                let galley = laid_out(ui.ctx(), text, format, TextWrapping::truncate_at_width(900.0));
                let glyphs = galley.rows[0].glyphs.iter().filter(|glyph| !glyph.uv_rect.is_nothing());
                let glyphs: Vec<(f32, egui::Vec2)> =
                    glyphs.map(|glyph| (glyph.pos.x + glyph.uv_rect.offset.x, glyph.uv_rect.size)).collect();
                assert_eq!(quads.len(), glyphs.len(), "{text}");
                let left_of_quads = quads.iter().map(|quad| quad.left()).fold(f32::INFINITY, f32::min);
                let left_of_glyphs = glyphs.iter().map(|glyph| glyph.0).fold(f32::INFINITY, f32::min);
                for (left, size) in glyphs {
                    let is_same = |quad: &Rect| {
                        let apart = (quad.left() - left_of_quads) - (left - left_of_glyphs);
                        apart.abs() <= 1.5 && (quad.size() - size).abs().max_elem() <= 1.0
                    };
                    assert!(quads.iter().any(is_same), "{text}: {left} {size}");
                }
            }
        });
    }

    #[test]
    fn a_cut_label_ends_where_one_stops_reading() {
        with_fonts(|ui| {
            let at = |text, width| laid_out(ui.ctx(), text, font(), TextWrapping::truncate_at_width(width));
            for width in [30.0, 60.0, 90.0, 120.0] {
                let galley = at("مناقشة حول المبادرات الإقليمية", width);
                assert!(galley.elided && galley.size().x <= width + 1.0, "{}", galley.size().x);
                assert!(letters(&galley)[0].starts_with('…'), "{width}: {:?}", letters(&galley));
                let galley = at("Discussion of مناقشة حول المبادرات", width);
                assert!(galley.elided && letters(&galley)[0].ends_with('…'), "{width}: {:?}", letters(&galley));
            }
            assert!(!at("مناقشة", 200.0).elided);
            assert!(at("First plenary", 30.0).elided);
        });
    }

    #[test]
    fn lines_of_a_label_read_from_the_first_to_the_last() {
        with_fonts(|ui| {
            let text = "مناقشة حول المبادرات\nCoffee قهوة";
            let lines = |width, max_rows| {
                let wrap = TextWrapping { max_width: width, max_rows, ..TextWrapping::default() };
                let galley = laid_out(ui.ctx(), text, font(), wrap);
                assert!(galley.rows.iter().all(|row| row.size.x <= width + 1.0));
                (letters(&galley), galley.elided)
            };
            let reversed = |word: &str| word.chars().rev().collect::<String>();
            let (whole, cut) = lines(500.0, usize::MAX);
            assert!(!cut);
            assert_eq!(whole, [reversed("مناقشةحولالمبادرات"), format!("Cofe{}", reversed("قهوة"))]);
            let (narrow, cut) = lines(70.0, usize::MAX);
            assert!(!cut);
            assert_eq!(narrow[..2], [reversed("مناقشةحول"), reversed("المبادرات")]);
            let (first, cut) = lines(70.0, 2);
            assert!(cut && first.len() == 2 && first[1].starts_with('…'), "{first:?}");
        });
    }

    #[test]
    fn only_what_can_show_is_shaped() {
        with_fonts(|ui| {
            let count = |word: &str, letters: usize, wrap: TextWrapping| {
                let text = word.repeat(letters / word.chars().count());
                let galley = laid_out(ui.ctx(), &text, font(), wrap);
                assert!(galley.elided);
                galley.job.text.len()
            };
            for word in ["كلمة ", "word ", "كلمة"] {
                let one = |letters| count(word, letters, TextWrapping::truncate_at_width(300.0));
                assert_eq!(one(2_000), one(1_000_000), "{word}");
                assert!(one(2_000) <= 2 * 400, "{word}");
                let two = |letters| {
                    count(word, letters, TextWrapping { max_rows: 2, max_width: 300.0, ..TextWrapping::default() })
                };
                assert_eq!(two(16_000), two(1_000_000), "{word}");
            }
            let mut shaper = Shaper::default();
            let mut glyphs =
                |letters: usize| shaper.shape(ui.ctx(), &"كلمة ".repeat(letters / 5), Face::Title).glyphs.len();
            assert_eq!(glyphs(2_000), glyphs(1_000_000));
        });
    }
}
