//! Draws egui's triangles in software.
//!
//! egui hands its picture over as textured triangles, normally for a graphics card. [`Rasterizer`]
//! fills the same triangles on the processor, so that a screen can be drawn where there is neither
//! a display nor a card. It follows `egui_glow`: colours carry premultiplied alpha and are
//! multiplied and blended in gamma space, clip rectangles are rounded to whole pixels, and a mesh
//! whose texture is unknown is not drawn. Vertices are snapped to 1/256 pixel and inside-tests are
//! made in integers, so two triangles that share an edge never both fill a pixel, nor leave one
//! out, and the same triangles give the same bytes every time.
//!
//! What it does not know: dithering (which eframe turns on by default), mipmaps, and paint
//! callbacks, which are skipped. Triangles with a corner that is not finite are skipped, and
//! corners more than two million pixels away are pulled in to that distance.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "pixels, texels and colours are whole numbers and fractions by turns; \
              every cast is of a clamped value, or meant to saturate"
)]
#![expect(clippy::float_cmp, reason = "only equal colours and places may take a short cut, not nearly equal ones")]

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use egui::epaint::{ImageDelta, Primitive, Vertex};
use egui::{
    ClippedPrimitive, Color32, ColorImage, ImageData, Rect, TextureFilter, TextureId, TextureOptions, TextureWrapMode,
    TexturesDelta,
};

/// Steps per pixel of the grid that vertices are snapped to.
const SUBPIXELS: i64 = 256;

/// The furthest a vertex may be from the origin, in grid steps; keeps edge functions within `i64`.
const FURTHEST: f32 = (1 << 29) as f32;

/// One level of an 8-bit channel, as a fraction; multiplying is quicker than dividing.
const PER_LEVEL: f32 = 1.0 / 255.0;

/// Draws tessellated egui output into an image, keeping egui's textures from frame to frame.
#[derive(Default)]
pub struct Rasterizer {
    textures: HashMap<TextureId, Texture>,
    /// Textures egui gave up in the latest frame, which may still be drawn once with them.
    doomed: Vec<TextureId>,
}

impl Rasterizer {
    /// A rasterizer that knows no textures yet, and so draws nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes over what changed in egui's textures during a frame, leaving `delta` empty.
    ///
    /// Call this once for every frame egui runs, before drawing that frame. Textures that the
    /// frame frees stay until the next call, since its own triangles may still use them.
    pub fn update_textures(&mut self, delta: &mut TexturesDelta) {
        for id in self.doomed.drain(..) {
            self.textures.remove(&id);
        }
        // The order among textures does not matter; changes to one texture come in order.
        for (id, changes) in delta.set.drain() {
            for change in changes {
                self.change_texture(id, change);
            }
        }
        self.doomed.extend(delta.free.drain());
    }

    fn change_texture(&mut self, id: TextureId, change: ImageDelta) {
        let ImageData::Color(image) = change.image;
        let [width, height] = image.size;
        if image.pixels.is_empty() || width.checked_mul(height) != Some(image.pixels.len()) {
            return;
        }
        let options = change.options;
        let Some([left, top]) = change.pos else {
            self.textures.insert(id, Texture { image, options });
            return;
        };
        let Some(texture) = self.textures.get_mut(&id) else {
            return;
        };
        texture.options = options;
        let whole = Arc::make_mut(&mut texture.image);
        let [whole_width, whole_height] = whole.size;
        let columns = width.min(whole_width.saturating_sub(left));
        let rows = height.min(whole_height.saturating_sub(top));
        if columns == 0 {
            return;
        }
        for row in 0..rows {
            let to = (top + row) * whole_width + left;
            let from = row * width;
            whole.pixels[to..to + columns].copy_from_slice(&image.pixels[from..from + columns]);
        }
    }

    /// Draws `primitives`, in order, on an image of `size_px` filled with `background`.
    #[must_use]
    pub fn draw(
        &self,
        primitives: &[ClippedPrimitive],
        size_px: [usize; 2],
        pixels_per_point: f32,
        background: Color32,
    ) -> ColorImage {
        let mut image = ColorImage::filled(size_px, background);
        for primitive in primitives {
            let Primitive::Mesh(mesh) = &primitive.primitive else {
                continue;
            };
            let Some(texture) = self.textures.get(&mesh.texture_id) else {
                continue;
            };
            let (columns, rows) = clip_in_pixels(primitive.clip_rect, pixels_per_point, size_px);
            if columns.is_empty() || rows.is_empty() {
                continue;
            }
            let corners: Vec<Option<Corner>> =
                (mesh.vertices.iter()).map(|vertex| Corner::new(vertex, pixels_per_point, texture)).collect();
            let mut canvas = Canvas { image: &mut image, columns, rows, texture };
            for indices in mesh.triangles() {
                let [a, b, c] = indices.map(|index| corners.get(index as usize)?.as_ref());
                if let (Some(a), Some(b), Some(c)) = (a, b, c) {
                    canvas.fill_triangle(a, b, c);
                }
            }
        }
        image
    }
}

/// The columns and rows of pixels within a clip rectangle, rounded as `egui_glow` rounds them.
fn clip_in_pixels(clip: Rect, pixels_per_point: f32, [width, height]: [usize; 2]) -> (Range<i64>, Range<i64>) {
    // A cast from a float saturates, and makes 0 of NaN.
    let pixel = |points: f32, size: usize| ((points * pixels_per_point).round() as i64).clamp(0, size as i64);
    (pixel(clip.min.x, width)..pixel(clip.max.x, width), pixel(clip.min.y, height)..pixel(clip.max.y, height))
}

/// The part of `pixels` whose centres lie between two positions on the vertex grid.
fn centres_between(from: i64, to: i64, pixels: &Range<i64>) -> Range<i64> {
    let first = -(SUBPIXELS / 2 - from).div_euclid(SUBPIXELS);
    let last = (to - SUBPIXELS / 2).div_euclid(SUBPIXELS);
    pixels.start.max(first)..pixels.end.min(last + 1)
}

/// A texture as egui gave it; never empty.
struct Texture {
    image: Arc<ColorImage>,
    options: TextureOptions,
}

impl Texture {
    /// The colour at a position counted in texels, each channel from 0 to 255.
    fn sample(&self, u: f32, v: f32, filter: TextureFilter) -> [f32; 4] {
        if filter == TextureFilter::Nearest {
            return channels(self.texel(floor(u), floor(v)));
        }
        // Fractions of a texel are rounded to 1/256, as graphics cards round them.
        let x = floor((u - 0.5) * 256.0 + 0.5);
        let y = floor((v - 0.5) * 256.0 + 0.5);
        let (left, right_share) = (x >> 8, (x & 255) as f32 / 256.0);
        let (top, bottom_share) = (y >> 8, (y & 255) as f32 / 256.0);
        if right_share == 0.0 && bottom_share == 0.0 {
            return channels(self.texel(left, top)); // nearly all text
        }
        let upper = mix(channels(self.texel(left, top)), channels(self.texel(left + 1, top)), right_share);
        let lower = mix(channels(self.texel(left, top + 1)), channels(self.texel(left + 1, top + 1)), right_share);
        mix(upper, lower, bottom_share)
    }

    fn texel(&self, x: i64, y: i64) -> Color32 {
        let [width, height] = self.image.size;
        let x = wrap(x, width, self.options.wrap_mode);
        let y = wrap(y, height, self.options.wrap_mode);
        self.image.pixels[y * width + x]
    }
}

/// The whole number at or below `value`; 0 for NaN. On plain `x86_64`, `f32::floor` is a call.
fn floor(value: f32) -> i64 {
    let toward_zero = value as i32;
    i64::from(toward_zero) - i64::from(value < toward_zero as f32)
}

/// The index below `size` that `position` stands for.
fn wrap(position: i64, size: usize, mode: TextureWrapMode) -> usize {
    let size = size as i64;
    let index = match mode {
        TextureWrapMode::ClampToEdge => position.clamp(0, size - 1),
        TextureWrapMode::Repeat => position.rem_euclid(size),
        TextureWrapMode::MirroredRepeat => {
            let phase = position.rem_euclid(2 * size);
            phase.min(2 * size - 1 - phase)
        }
    };
    index as usize
}

fn channels(color: Color32) -> [f32; 4] {
    color.to_array().map(f32::from)
}

fn mix(a: [f32; 4], b: [f32; 4], share_of_b: f32) -> [f32; 4] {
    let mut mixed = a;
    for (mixed, b) in mixed.iter_mut().zip(b) {
        *mixed += (b - *mixed) * share_of_b;
    }
    mixed
}

/// Two colours multiplied in gamma space.
fn tint(mut color: [f32; 4], texel: [f32; 4]) -> [f32; 4] {
    for (channel, texel) in color.iter_mut().zip(texel) {
        *channel *= texel * PER_LEVEL;
    }
    color
}

/// Lays a premultiplied colour over a pixel, in gamma space.
#[expect(clippy::disallowed_methods, reason = "a drawn pixel is not a colour of the theme")]
fn blend([red, green, blue, alpha]: [f32; 4], below: Color32) -> Color32 {
    let shows_through = 1.0 - alpha * PER_LEVEL;
    let over = |above: f32, below: u8| (above + f32::from(below) * shows_through + 0.5) as u8;
    let [r, g, b, a] = below.to_array();
    Color32::from_rgba_premultiplied(over(red, r), over(green, g), over(blue, b), over(alpha, a))
}

/// A vertex on the grid.
struct Corner {
    x: i64,
    y: i64,
    /// What is interpolated: red, green, blue, alpha (0 to 255), then u and v in texels.
    values: [f32; 6],
}

impl Corner {
    /// `None` if the vertex is nowhere in particular.
    fn new(vertex: &Vertex, pixels_per_point: f32, texture: &Texture) -> Option<Self> {
        let snap = |points: f32| {
            let steps = points * pixels_per_point * SUBPIXELS as f32;
            (points.is_finite() && !steps.is_nan()).then(|| steps.round().clamp(-FURTHEST, FURTHEST) as i64)
        };
        let [red, green, blue, alpha] = channels(vertex.color);
        let [width, height] = texture.image.size;
        let (u, v) = (vertex.uv.x * width as f32, vertex.uv.y * height as f32);
        Some(Self { x: snap(vertex.pos.x)?, y: snap(vertex.pos.y)?, values: [red, green, blue, alpha, u, v] })
    }

    fn color(&self) -> [f32; 4] {
        let [red, green, blue, alpha, _, _] = self.values;
        [red, green, blue, alpha]
    }

    fn uv(&self) -> [f32; 2] {
        [self.values[4], self.values[5]]
    }
}

/// One side of a triangle, as a function that is positive on the triangle's side of it.
struct Edge {
    /// The value at the centre of pixel (0, 0).
    start: i64,
    /// What it grows by from one pixel to the next on the right.
    across: i64,
    /// What it grows by from one pixel to the next below.
    down: i64,
    /// The least value that counts as inside: pixels centred on the edge belong to the triangle
    /// only if this is a left or top edge.
    least: i64,
}

impl Edge {
    fn new(from: &Corner, to: &Corner) -> Self {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let is_top_or_left = dy < 0 || (dy == 0 && dx > 0);
        Self {
            start: dx * (SUBPIXELS / 2 - from.y) - dy * (SUBPIXELS / 2 - from.x),
            across: -dy * SUBPIXELS,
            down: dx * SUBPIXELS,
            least: i64::from(!is_top_or_left),
        }
    }

    fn at(&self, column: i64, row: i64) -> i64 {
        self.start + self.across * column + self.down * row
    }

    /// Takes from `columns` those that are outside this edge in a row.
    fn narrow(&self, row: i64, columns: &mut Range<i64>) {
        let value = self.start + self.down * row - self.least;
        if self.across > 0 {
            columns.start = columns.start.max(-value.div_euclid(self.across));
        } else if self.across < 0 {
            columns.end = columns.end.min(value.div_euclid(-self.across) + 1);
        } else if value < 0 {
            columns.end = columns.start;
        }
    }
}

/// What one mesh is drawn on, and with.
struct Canvas<'a> {
    image: &'a mut ColorImage,
    columns: Range<i64>,
    rows: Range<i64>,
    texture: &'a Texture,
}

impl Canvas<'_> {
    fn fill_triangle(&mut self, a: &Corner, b: &Corner, c: &Corner) {
        let twice_area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        if twice_area == 0 {
            return;
        }
        let (b, c) = if twice_area > 0 { (b, c) } else { (c, b) }; // egui winds both ways
        let area = twice_area.abs() as f32;

        let (left, right) = (a.x.min(b.x).min(c.x), a.x.max(b.x).max(c.x));
        let (top, bottom) = (a.y.min(b.y).min(c.y), a.y.max(b.y).max(c.y));
        let columns = centres_between(left, right, &self.columns);
        let rows = centres_between(top, bottom, &self.rows);
        if columns.is_empty() || rows.is_empty() {
            return;
        }

        // The edge facing a corner, over the area, is that corner's share of a pixel.
        let [facing_a, facing_b, facing_c] = [Edge::new(b, c), Edge::new(c, a), Edge::new(a, b)];
        let along = |b_share: f32, c_share: f32| {
            let mut sum = [0.0; 6];
            for (i, sum) in sum.iter_mut().enumerate() {
                let from_a = (b.values[i] - a.values[i], c.values[i] - a.values[i]);
                *sum = from_a.0 * b_share + from_a.1 * c_share;
            }
            sum
        };
        let step = along(facing_b.across as f32 / area, facing_c.across as f32 / area);
        let TextureOptions { magnification, minification, .. } = self.texture.options;
        let filter = if magnification == minification {
            magnification
        } else {
            let below = along(facing_b.down as f32 / area, facing_c.down as f32 / area);
            let texels = step[4].hypot(step[5]).max(below[4].hypot(below[5]));
            if texels > 1.0 { minification } else { magnification }
        };

        // Most triangles are of one colour, or at least look at a single spot of the texture.
        let texel =
            (a.uv() == b.uv() && a.uv() == c.uv()).then(|| self.texture.sample(a.values[4], a.values[5], filter));
        let solid =
            texel.filter(|_| a.color() == b.color() && a.color() == c.color()).map(|texel| tint(a.color(), texel));

        for row in rows {
            let mut columns = columns.clone();
            facing_a.narrow(row, &mut columns);
            facing_b.narrow(row, &mut columns);
            facing_c.narrow(row, &mut columns);
            if columns.is_empty() {
                continue;
            }
            let row_start = row as usize * self.image.size[0];
            let span = row_start + columns.start as usize..row_start + columns.end as usize;
            let pixels = &mut self.image.pixels[span];

            if let Some(color) = solid {
                if color[3] >= 255.0 {
                    pixels.fill(blend(color, Color32::TRANSPARENT));
                } else if color != [0.0; 4] {
                    for pixel in pixels {
                        *pixel = blend(color, *pixel);
                    }
                }
                continue;
            }

            let mut start =
                along(facing_b.at(columns.start, row) as f32 / area, facing_c.at(columns.start, row) as f32 / area);
            for (start, a) in start.iter_mut().zip(a.values) {
                *start += a;
            }
            for (i, pixel) in pixels.iter_mut().enumerate() {
                let i = i as f32;
                let at = |value: usize| start[value] + step[value] * i;
                let texel = texel.unwrap_or_else(|| self.texture.sample(at(4), at(5), filter));
                if texel != [0.0; 4] {
                    *pixel = blend(tint([at(0), at(1), at(2), at(3)], texel), *pixel);
                }
            }
        }
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "pixels are compared with plain colours")]
mod tests {
    use super::*;
    use egui::{Mesh, Pos2, pos2};

    const FONTS: TextureId = TextureId::Managed(0);
    const OTHER: TextureId = TextureId::Managed(1);
    const HALF_WHITE: Color32 = Color32::from_rgba_premultiplied(128, 128, 128, 128);

    fn grays<const N: usize>(size: [usize; 2], grays: [u8; N]) -> ColorImage {
        ColorImage::from_gray(size, &grays)
    }

    fn set(rasterizer: &mut Rasterizer, id: TextureId, change: ImageDelta) {
        let mut delta = TexturesDelta::default();
        delta.push(id, change);
        rasterizer.update_textures(&mut delta);
        assert!(delta.is_empty());
    }

    fn rasterizer() -> Rasterizer {
        let mut rasterizer = Rasterizer::new();
        let white = ImageDelta::full(grays([1, 1], [255]), TextureOptions::LINEAR);
        set(&mut rasterizer, FONTS, white);
        rasterizer
    }

    fn clipped(mesh: Mesh, clip_rect: Rect) -> ClippedPrimitive {
        ClippedPrimitive { clip_rect, primitive: Primitive::Mesh(mesh) }
    }

    /// The levels of green in a picture of 8 by 8 pixels, drawn on black.
    fn green_of(rasterizer: &Rasterizer, mesh: Mesh) -> Vec<u8> {
        let primitives = [clipped(mesh, Rect::EVERYTHING)];
        let image = rasterizer.draw(&primitives, [8, 8], 1.0, Color32::BLACK);
        image.pixels.iter().map(Color32::g).collect()
    }

    fn polygon(corners: &[Pos2], triangles: &[[u32; 3]], color: Color32) -> Mesh {
        let mut mesh = Mesh::default();
        for &corner in corners {
            mesh.colored_vertex(corner, color);
        }
        for &[a, b, c] in triangles {
            mesh.add_triangle(a, b, c);
        }
        mesh
    }

    fn rect(left: f32, top: f32, right: f32, bottom: f32) -> Rect {
        Rect::from_min_max(pos2(left, top), pos2(right, bottom))
    }

    /// All of the 8 by 8 picture, showing the texture once.
    fn textured(uv: Rect) -> Mesh {
        let mut mesh = Mesh::with_texture(OTHER);
        mesh.add_rect_with_uv(rect(0.0, 0.0, 8.0, 8.0), uv, Color32::WHITE);
        mesh
    }

    #[test]
    fn neighbours_cover_every_pixel_once() {
        let square = [(0.0, 0.0), (8.0, 0.0), (8.0, 8.0), (0.0, 8.0)].map(|(x, y)| pos2(x, y));
        let ways_to_halve: [[[u32; 3]; 2]; 3] =
            [[[0, 1, 2], [0, 2, 3]], [[0, 1, 2], [0, 3, 2]], [[3, 1, 0], [1, 2, 3]]];
        for halves in ways_to_halve {
            let mesh = polygon(&square, &halves, HALF_WHITE);
            assert_eq!(green_of(&rasterizer(), mesh), [128; 64], "{halves:?}");
        }
        // A fan around any point, on pixel centres, corners or neither.
        for step in 0..81_u8 {
            let (x, y) = (f32::from(step % 9) * 0.83, f32::from(step / 9) * 0.83);
            for centre in [pos2(x, y), pos2(x.round(), y.round() + 0.5)] {
                let mut corners = square.to_vec();
                corners.push(centre);
                let fan = [[0, 1, 4], [4, 1, 2], [2, 3, 4], [3, 4, 0]];
                let mesh = polygon(&corners, &fan, HALF_WHITE);
                assert_eq!(green_of(&rasterizer(), mesh), [128; 64], "{centre:?}");
            }
        }
    }

    #[test]
    fn a_pixel_is_filled_where_its_centre_is() {
        let row = |left, right| {
            let mut mesh = Mesh::default();
            mesh.add_colored_rect(rect(left, 0.0, right, 1.0), Color32::WHITE);
            green_of(&rasterizer(), mesh)[..5].to_vec()
        };
        assert_eq!(row(1.0, 3.0), [0, 255, 255, 0, 0]);
        assert_eq!(row(1.49, 3.49), [0, 255, 255, 0, 0]);
        assert_eq!(row(1.5, 3.5), [0, 255, 255, 0, 0], "left edges only");
        assert_eq!(row(1.51, 3.51), [0, 0, 255, 255, 0]);
        assert_eq!(row(3.51, 4.49), [0; 5], "no centre within");
    }

    #[test]
    fn clips_to_rounded_pixels() {
        let mut mesh = Mesh::default();
        mesh.add_colored_rect(rect(-9.0, -9.0, 99.0, 99.0), Color32::WHITE);
        let drawn = |clip| {
            let primitives = [clipped(mesh.clone(), clip)];
            let image = rasterizer().draw(&primitives, [8, 4], 2.0, Color32::BLACK);
            let green: Vec<_> = image.pixels.iter().map(|pixel| pixel.g() / 255).collect();
            [green[8..16].to_vec(), green[16..24].to_vec()]
        };
        let (none, all) = (vec![0; 8], vec![1; 8]);
        let [above, below] = drawn(rect(0.7, 0.8, 2.8, 9.0)); // 1.4 to 5.6, 1.6 to 18 in pixels
        assert_eq!((above, below), (none.clone(), vec![0, 1, 1, 1, 1, 1, 0, 0]));
        assert_eq!(drawn(Rect::EVERYTHING), [all.clone(), all]);
        for nothing in [Rect::NOTHING, Rect::NAN, rect(3.0, 3.0, 1.0, 1.0)] {
            assert_eq!(drawn(nothing), [none.clone(), none.clone()], "{nothing:?}");
        }
    }

    #[test]
    fn blends_premultiplied_colours_in_gamma_space() {
        for alpha in 0..=255_u8 {
            for below in 0..=255_u8 {
                let source = [f32::from(alpha / 2), f32::from(alpha), 0.0, f32::from(alpha)];
                let blended = blend(source, Color32::from_gray(below));
                let rest = (u32::from(below) * (255 - u32::from(alpha)) * 2 + 255) / 510;
                let rest = u8::try_from(rest).unwrap();
                assert_eq!(blended.to_array(), [alpha / 2 + rest, alpha + rest, rest, 255], "{alpha} over {below}");
            }
        }
        let added = blend([200.0, 1.0, 0.0, 0.0], Color32::from_gray(100));
        assert_eq!(added, Color32::from_rgb(255, 101, 100), "alpha 0 adds");
        let faint = blend([64.0; 4], Color32::from_rgba_premultiplied(0, 0, 0, 128));
        assert_eq!(faint, Color32::from_rgba_premultiplied(64, 64, 64, 160));
        let tinted = tint([255.0, 100.0, 51.0, 255.0], [255.0, 255.0, 127.5, 255.0]);
        assert_eq!(tinted, [255.0, 100.0, 25.5, 255.0]);
    }

    #[test]
    fn interpolates_colours_between_vertices() {
        let mut mesh = Mesh::default();
        mesh.add_colored_rect(rect(0.0, 0.0, 8.0, 8.0), Color32::BLACK);
        mesh.vertices[1].color = Color32::from_gray(160);
        mesh.vertices[3].color = Color32::from_gray(160);
        let green = green_of(&rasterizer(), mesh);
        for row in green.chunks(8) {
            assert_eq!(row, [10, 30, 50, 70, 90, 110, 130, 150]);
        }
    }

    #[test]
    fn filters_and_wraps_textures() {
        let mut rasterizer = rasterizer();
        let mut first_row = |options, uv| {
            set(&mut rasterizer, OTHER, ImageDelta::full(grays([2, 1], [0, 128]), options));
            green_of(&rasterizer, textured(uv))[..8].to_vec()
        };
        let once = rect(0.0, 0.0, 1.0, 1.0);
        let twice = rect(-1.0, 0.0, 1.0, 1.0);
        assert_eq!(first_row(TextureOptions::NEAREST, once), [0, 0, 0, 0, 128, 128, 128, 128]);
        assert_eq!(first_row(TextureOptions::LINEAR, once), [0, 0, 16, 48, 80, 112, 128, 128]);
        assert_eq!(first_row(TextureOptions::NEAREST, twice), [0, 0, 0, 0, 0, 0, 128, 128]);
        assert_eq!(first_row(TextureOptions::NEAREST_REPEAT, twice), [0, 0, 128, 128, 0, 0, 128, 128]);
        assert_eq!(first_row(TextureOptions::NEAREST_MIRRORED_REPEAT, twice), [128, 128, 0, 0, 0, 0, 128, 128]);
        let sharp_when_large =
            TextureOptions { magnification: TextureFilter::Nearest, ..TextureOptions::LINEAR_REPEAT };
        assert_eq!(first_row(sharp_when_large, once), [0, 0, 0, 0, 128, 128, 128, 128]);
        let small = rect(0.125, 0.0, 16.125, 1.0); // 4 texels to the pixel, between two of them
        assert_eq!(first_row(sharp_when_large, small)[0], 32);
    }

    #[test]
    fn changes_parts_of_textures() {
        let mut rasterizer = rasterizer();
        let options = TextureOptions::NEAREST;
        let texels = |rasterizer: &Rasterizer| {
            let image = rasterizer.textures[&OTHER].image.clone();
            image.pixels.iter().map(Color32::g).collect::<Vec<_>>()
        };
        let part = |pos| ImageDelta::partial(pos, grays([2, 2], [1, 2, 3, 4]), options);

        set(&mut rasterizer, OTHER, part([0, 0]));
        assert!(!rasterizer.textures.contains_key(&OTHER), "a part of nothing");
        set(&mut rasterizer, OTHER, ImageDelta::full(grays([3, 3], [9; 9]), options));
        set(&mut rasterizer, OTHER, part([1, 0]));
        assert_eq!(texels(&rasterizer), [9, 1, 2, 9, 3, 4, 9, 9, 9]);
        let drawn = green_of(&rasterizer, textured(rect(0.0, 0.0, 1.0, 1.0)));
        assert_eq!(drawn[..8], [9, 9, 9, 1, 1, 2, 2, 2]);
        set(&mut rasterizer, OTHER, part([2, 2]));
        set(&mut rasterizer, OTHER, part([3, 3]));
        set(&mut rasterizer, OTHER, part([usize::MAX, 0]));
        assert_eq!(texels(&rasterizer), [9, 1, 2, 9, 3, 4, 9, 9, 1], "the rest is outside");
    }

    #[test]
    fn keeps_freed_textures_for_the_frame_that_freed_them() {
        let mut rasterizer = rasterizer();
        let mut delta = TexturesDelta::default();
        delta.push(OTHER, ImageDelta::full(grays([1, 1], [7]), TextureOptions::NEAREST));
        delta.free(OTHER);
        rasterizer.update_textures(&mut delta);
        assert!(delta.is_empty());
        let mesh = textured(rect(0.0, 0.0, 1.0, 1.0));
        assert_eq!(green_of(&rasterizer, mesh.clone()), [7; 64]);
        rasterizer.update_textures(&mut delta);
        assert_eq!(green_of(&rasterizer, mesh), [0; 64], "unknown by now");
    }

    /// Meshes nobody should draw, the same ones every time.
    fn garbage() -> Vec<ClippedPrimitive> {
        let odd =
            [0.0, -0.0, 3.7, -250.0, 1e9, f32::MAX, f32::MIN_POSITIVE, f32::INFINITY, f32::NEG_INFINITY, f32::NAN];
        let mut state = 1_u32;
        let mut random = |below: usize| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) as usize % below
        };
        let mut primitives = Vec::new();
        for i in 0..2000 {
            let mut coordinate = || match random(3) {
                0 => odd[random(odd.len())],
                _ => random(1000) as f32 / 60.0 - 4.0,
            };
            let mut mesh = Mesh::with_texture([FONTS, OTHER, TextureId::User(5)][i % 3]);
            for _ in 0..4 {
                mesh.vertices.push(Vertex {
                    pos: pos2(coordinate(), coordinate()),
                    uv: pos2(coordinate(), coordinate()),
                    color: HALF_WHITE,
                });
            }
            let clip = rect(coordinate(), coordinate(), coordinate(), coordinate());
            mesh.indices = (0..8).map(|_| random(5) as u32).collect(); // 4 is out of bounds
            mesh.indices.push(u32::MAX);
            primitives.push(clipped(mesh, if i % 2 == 0 { Rect::EVERYTHING } else { clip }));
        }
        primitives
    }

    #[test]
    fn draws_garbage_without_panic_and_the_same_each_time() {
        let mut rasterizer = rasterizer();
        for options in [TextureOptions::LINEAR, TextureOptions::NEAREST_REPEAT, TextureOptions::LINEAR_MIRRORED_REPEAT]
        {
            set(&mut rasterizer, OTHER, ImageDelta::full(grays([2, 1], [0, 128]), options));
            for pixels_per_point in [1.0, 0.0, -1.5, f32::NAN, f32::INFINITY] {
                let draw = || rasterizer.draw(&garbage(), [9, 7], pixels_per_point, HALF_WHITE);
                assert_eq!(draw().pixels, draw().pixels);
            }
            assert!(rasterizer.draw(&garbage(), [0, 7], 1.0, HALF_WHITE).pixels.is_empty());
        }
    }
}
