//! A page as PNG, filled by tiny-skia.

use rustc_hash::FxHashMap;
use tiny_skia::{
    FillRule, FilterQuality, Paint, Path, PathBuilder, Pixmap, PixmapPaint, Stroke, StrokeDash, Transform,
};

use super::outlines::Outlines;
use super::shapes::{Step, dashes, frame, rounded};
use super::{Area, DrawingError, Face, Mark, Page, Paragraph, Point};
use crate::look::Rgb;

/// The most pixels on a side.
const MAX_SIDE: f32 = 16_384.0;
/// The most pixels in all: 256 MB while it is drawn.
const MAX_PIXELS: f32 = 64.0 * 1024.0 * 1024.0;
/// No edge is further away than this: nobody sees where it is, and tiny-skia draws nothing at all where counting
/// quarters of a pixel overflows.
const FAR: f32 = 1e6;

/// A drawn page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    /// Red, green, blue and opacity of each pixel, line by line.
    pub rgba: Vec<u8>,
}

/// The page as a PNG file, `scale` pixels to a point.
///
/// # Errors
/// [`DrawingError`] when the page has no size, or the picture would be too large.
pub fn png(page: &Page, scale: f32) -> Result<Vec<u8>, DrawingError> {
    encoded(&picture(page, scale)?).map_err(|error| DrawingError::Writer(error.to_string()))
}

/// The page as pixels, `scale` of them to a point.
///
/// # Errors
/// [`DrawingError`] when the page has no size, or the picture would be too large.
pub fn picture(page: &Page, scale: f32) -> Result<Picture, DrawingError> {
    let (width, height) = ((page.width * scale).round(), (page.height * scale).round());
    if !(width >= 1.0 && height >= 1.0) {
        return Err(DrawingError::PageSize);
    }
    if width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS {
        return Err(DrawingError::PictureSize { width: width as u64, height: height as u64 });
    }
    let mut target = Pixmap::new(width as u32, height as u32).ok_or(DrawingError::PageSize)?;
    if let Some([red, green, blue]) = page.ground {
        target.fill(tiny_skia::Color::from_rgba8(red, green, blue, 255));
    }
    let mut painter = Painter {
        target,
        scale: Transform::from_scale(scale, scale),
        outlines: Outlines::default(),
        paths: FxHashMap::default(),
    };
    painter.marks(&page.marks);
    let pixels = painter.target.pixels().iter().flat_map(|pixel| {
        let colour = pixel.demultiply();
        [colour.red(), colour.green(), colour.blue(), colour.alpha()]
    });
    Ok(Picture { width: painter.target.width(), height: painter.target.height(), rgba: pixels.collect() })
}

struct Painter {
    target: Pixmap,
    scale: Transform,
    outlines: Outlines,
    /// The outlines that were drawn, for letters of size 1.
    paths: FxHashMap<(Face, u16), Option<Path>>,
}

impl Painter {
    fn marks(&mut self, marks: &[Mark]) {
        for mark in marks {
            match mark {
                Mark::Fill { area, radius, colour } if area.is_drawable() => {
                    if let Some(path) = path(&rounded(near(*area), *radius)) {
                        let scale = self.scale;
                        self.target.fill_path(&path, &paint(*colour), FillRule::Winding, scale, None);
                    }
                }
                Mark::Frame { area, radius, colour, width } if area.is_drawable() => {
                    if let Some((area, radius, width)) = frame(near(*area), *radius, *width) {
                        self.stroke(&rounded(area, radius), *colour, width, None);
                    }
                }
                Mark::Line { from, to, colour, width, dashed } if from.is_finite() && to.is_finite() => {
                    let dash = dashed.then(|| StrokeDash::new(dashes(*width).to_vec(), 0.0)).flatten();
                    self.stroke(&[Step::Move([from.x, from.y]), Step::Line([to.x, to.y])], *colour, *width, dash);
                }
                Mark::Text { at, paragraph } if at.is_finite() => self.text(*at, paragraph),
                Mark::Image { area, picture } if area.is_drawable() => self.image(near(*area), picture),
                Mark::Group(group) => self.marks(&group.marks),
                // Links can not be clicked in a picture; what has no place is not drawn.
                _ => {}
            }
        }
    }

    fn stroke(&mut self, steps: &[Step], colour: Rgb, width: f32, dash: Option<StrokeDash>) {
        if !(width.is_finite() && width > 0.0) {
            return;
        }
        if let Some(path) = path(steps) {
            let stroke = Stroke { width, dash, ..Stroke::default() };
            self.target.stroke_path(&path, &paint(colour), &stroke, self.scale, None);
        }
    }

    fn image(&mut self, area: Area, picture: &Picture) {
        let Some(mut pixels) = Pixmap::new(picture.width, picture.height) else { return };
        for (pixel, p) in pixels.pixels_mut().iter_mut().zip(picture.rgba.chunks_exact(4)) {
            *pixel = tiny_skia::ColorU8::from_rgba(p[0], p[1], p[2], p[3]).premultiply();
        }
        let scale = (area.width / picture.width as f32, area.height / picture.height as f32);
        let place = self.scale.pre_translate(area.x, area.y).pre_scale(scale.0, scale.1);
        let paint = PixmapPaint { quality: FilterQuality::Bilinear, ..PixmapPaint::default() };
        self.target.draw_pixmap(0, 0, pixels.as_ref(), &paint, place, None);
    }

    fn text(&mut self, at: Point, paragraph: &Paragraph) {
        for run in paragraph.runs() {
            let paint = paint(run.colour);
            let mut pen = at.x + run.x;
            for glyph in paragraph.glyphs_of(run) {
                let outlines = &mut self.outlines;
                let path =
                    self.paths.entry((run.face, glyph.id)).or_insert_with(|| path(&outlines.of(run.face, glyph.id)));
                if let Some(path) = path {
                    let (x, y) = (pen + glyph.x * run.size, at.y + run.y - glyph.y * run.size);
                    let place = self.scale.pre_translate(x, y).pre_scale(run.size, run.size);
                    self.target.fill_path(path, &paint, FillRule::Winding, place, None);
                }
                pen += glyph.advance * run.size;
            }
        }
    }
}

/// The area without what is [`FAR`] away.
fn near(area: Area) -> Area {
    let (x, y) = (area.x.clamp(-FAR, FAR), area.y.clamp(-FAR, FAR));
    Area::new(x, y, area.right().clamp(-FAR, FAR) - x, area.bottom().clamp(-FAR, FAR) - y)
}

fn paint(colour: Rgb) -> Paint<'static> {
    let [red, green, blue] = colour;
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, 255);
    paint
}

/// The steps as a path; `None` where there is nothing to draw.
fn path(steps: &[Step]) -> Option<Path> {
    let mut builder = PathBuilder::new();
    for step in steps {
        match *step {
            Step::Move([x, y]) => builder.move_to(x, y),
            Step::Line([x, y]) => builder.line_to(x, y),
            Step::Quad([cx, cy], [x, y]) => builder.quad_to(cx, cy, x, y),
            Step::Cubic([ax, ay], [bx, by], [x, y]) => builder.cubic_to(ax, ay, bx, by, x, y),
            Step::Close => builder.close(),
        }
    }
    builder.finish()
}

/// The picture as a PNG file.
pub(in crate::exchange) fn encoded(picture: &Picture) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, picture.width, picture.height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    // Flat colours pack well at once; a higher level takes several times as long for a tenth less.
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&picture.rgba)?;
    writer.finish()?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;

    /// Width, height, and the pixels as red, green, blue, opacity.
    fn read(bytes: &[u8]) -> (u32, u32, Vec<[u8; 4]>) {
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a picture");
        let mut pixels = vec![0; reader.output_buffer_size().expect("it has a size")];
        let info = reader.next_frame(&mut pixels).expect("a picture");
        let pixels = pixels.chunks_exact(4).map(|pixel| [pixel[0], pixel[1], pixel[2], pixel[3]]).collect();
        (info.width, info.height, pixels)
    }

    #[test]
    fn ink_is_where_a_mark_is() {
        let page = samples::every_mark();
        let (width, height, pixels) = read(&png(&page, 2.0).expect("it fits"));
        assert_eq!((width, height), (800, 400));
        let at = |x: usize, y: usize| pixels[y * width as usize + x];
        assert_eq!(at(80, 280), [0, 0, 255, 255], "the blue square");
        assert_eq!(at(2, 2), [255, 255, 255, 255], "the ground");
        let heading = (40..70).flat_map(|y| (40..300).map(move |x| (x, y)));
        assert!(heading.filter(|&(x, y)| at(x, y)[0] < 64).count() > 200, "letters");
    }

    #[test]
    fn hostile_texts_and_senseless_lengths_are_harmless() {
        let (_, _, pixels) = read(&png(&samples::hostile(), 1.0).expect("it fits"));
        assert!(pixels.iter().any(|pixel| pixel[3] == 0), "without a ground it is see-through");
        assert!(pixels.iter().any(|pixel| pixel[3] == 255), "and has letters");
    }

    #[test]
    fn pictures_have_limits() {
        let page = |width, height| Page {
            width,
            height,
            ground: None,
            title: String::new(),
            name: String::new(),
            marks: Vec::new(),
        };
        assert_eq!(png(&page(0.0, 10.0), 1.0), Err(DrawingError::PageSize));
        assert_eq!(png(&page(f32::NAN, 10.0), 1.0), Err(DrawingError::PageSize));
        for (width, height) in [(20_000.0, 10.0), (10.0, 20_000.0), (16_000.0, 16_000.0)] {
            assert!(matches!(png(&page(width, height), 1.0), Err(DrawingError::PictureSize { .. })));
        }
        let fill = Mark::Fill { area: Area::new(-5.0, -5.0, 1e9, 1e9), radius: 0.0, colour: [1, 2, 3] };
        let (_, _, pixels) = read(&png(&Page { marks: vec![fill], ..page(4.0, 4.0) }, 1.0).expect("it fits"));
        assert_eq!(pixels, [[1, 2, 3, 255]; 16]);
    }
}
