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
mod tests;
