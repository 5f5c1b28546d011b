//! Runs a screen without a window.
//!
//! [`Headless`] is to egui what a window is: it hands over events and the time, runs frames, and
//! draws the result, here with [`raster`]. Nothing in it looks at a clock or a display, so the
//! same events always give the same picture.

pub mod raster;

use std::time::Duration;

use egui;
use raster::Rasterizer;

/// How many frames pass in a second, as far as egui can tell.
const FRAMES_PER_SECOND: u32 = 60;

/// A screen of fixed size, drawn in memory.
pub struct Headless {
    ctx: egui::Context,
    rasterizer: Rasterizer,
    /// The screen's size in points while egui does not zoom.
    size: egui::Vec2,
    /// Pixels per point while egui does not zoom.
    native_pixels_per_point: f32,
    /// Pixels per point of the last frame, zoom included.
    pixels_per_point: f32,
    /// Frames begun so far; the time is counted in these.
    frames: u32,
    shapes: Vec<egui::epaint::ClippedShape>,
}

/// What a frame asked of the world outside, besides being drawn.
pub struct Frame {
    /// Cursor, clipboard, links to open, accessibility tree.
    pub platform: egui::PlatformOutput,
    /// Orders to the window, such as its title or to close.
    pub commands: Vec<egui::ViewportCommand>,
    /// When egui would like the next frame; zero means now, [`Duration::MAX`] that all is settled.
    pub repaint_delay: Duration,
}

impl Headless {
    /// A screen on which no frame has run yet.
    #[must_use]
    pub fn new(size_points: egui::Vec2, pixels_per_point: f32) -> Self {
        Self {
            ctx: egui::Context::default(),
            rasterizer: Rasterizer::new(),
            size: size_points,
            native_pixels_per_point: pixels_per_point,
            pixels_per_point,
            frames: 0,
            shapes: Vec::new(),
        }
    }

    /// The context that frames run in, for fonts, style and the like.
    #[must_use]
    pub fn context(&self) -> &egui::Context {
        &self.ctx
    }

    /// Runs one frame, a sixtieth of a second after the last one, with these events.
    ///
    /// As in a window, egui may call `draw` more than once for a frame, to settle its layout.
    pub fn step(&mut self, events: Vec<egui::Event>, draw: impl FnMut(&mut egui::Ui)) -> Frame {
        let size = self.size / self.ctx.zoom_factor();
        let mut input = egui::RawInput {
            screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, size)),
            time: Some(f64::from(self.frames) / f64::from(FRAMES_PER_SECOND)),
            events,
            ..Default::default()
        };
        let viewport = input.viewports.entry(input.viewport_id).or_default();
        viewport.native_pixels_per_point = Some(self.native_pixels_per_point);
        self.frames += 1;

        let mut output = self.ctx.run_ui(input, draw);
        self.rasterizer.update_textures(&mut output.textures_delta);
        self.pixels_per_point = output.pixels_per_point;
        self.shapes = output.shapes;
        let root = output.viewport_output.remove(&egui::ViewportId::ROOT);
        let (commands, repaint_delay) =
            root.map_or((Vec::new(), Duration::MAX), |root| (root.commands, root.repaint_delay));
        Frame { platform: output.platform_output, commands, repaint_delay }
    }

    /// What the last frame consists of, from back to front.
    #[must_use]
    pub fn shapes(&self) -> &[egui::epaint::ClippedShape] {
        &self.shapes
    }

    /// Draws the last frame on `background`, which alone is there before the first one.
    #[must_use]
    pub fn image(&mut self, background: egui::Color32) -> egui::ColorImage {
        let primitives = if self.shapes.is_empty() {
            Vec::new() // and egui cannot tessellate before it has run
        } else {
            (self.ctx).tessellate(self.shapes.clone(), self.pixels_per_point)
        };
        let size = (self.size * self.native_pixels_per_point).round();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole by now, and a cast from a float saturates"
        )]
        let size = [size.x as usize, size.y as usize];
        (self.rasterizer).draw(&primitives, size, self.pixels_per_point, background)
    }
}

/// The image as a PNG file, with straight alpha as that format wants it.
///
/// # Errors
///
/// Returns an error if an image has no pixels, or more of them than a PNG may have.
pub fn png_bytes(image: &egui::ColorImage) -> Result<Vec<u8>, png::EncodingError> {
    let [width, height] = image.size.map(|side| u32::try_from(side).unwrap_or(u32::MAX));
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_source_srgb(png::SrgbRenderingIntent::Perceptual);
    let mut writer = encoder.write_header()?;
    let pixels: Vec<u8> = (image.pixels.iter()).flat_map(egui::Color32::to_srgba_unmultiplied).collect();
    writer.write_image_data(&pixels)?;
    writer.finish()?;
    Ok(bytes)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "pixels are compared with plain colours")]
mod tests {
    use super::*;
    use egui::{Color32, Rect, pos2, vec2};

    fn paint(ui: &mut egui::Ui) {
        let rect = Rect::from_min_max(pos2(2.0, 2.0), pos2(6.0, 4.0));
        ui.painter().rect_filled(rect, 0.0, Color32::RED);
        let spot = pos2(10.0, 5.0);
        ui.painter().circle_filled(spot, 2.0, Color32::GREEN);
    }

    #[test]
    fn draws_the_last_frame() {
        let mut screen = Headless::new(vec2(16.0, 8.0), 2.0);
        assert_eq!(screen.image(Color32::BLUE).pixels, [Color32::BLUE; 32 * 16]);
        screen.step(Vec::new(), paint);
        let image = screen.image(Color32::BLUE);
        assert_eq!(image.size, [32, 16]);
        assert_eq!(image[(3, 4)], Color32::BLUE);
        assert_eq!(image[(4, 4)], Color32::RED);
        assert_eq!(image[(11, 7)], Color32::RED);
        assert_eq!(image[(12, 8)], Color32::BLUE);
        assert_eq!(image[(20, 10)], Color32::GREEN);
        screen.step(Vec::new(), |_| {});
        assert_eq!(screen.image(Color32::BLUE).pixels, [Color32::BLUE; 32 * 16]);
    }

    #[test]
    fn the_same_steps_give_the_same_bytes() {
        let run = || {
            let mut screen = Headless::new(vec2(16.0, 8.0), 1.5);
            for _ in 0..3 {
                screen.step(vec![egui::Event::PointerMoved(pos2(3.0, 3.0))], paint);
            }
            png_bytes(&screen.image(Color32::TRANSPARENT)).unwrap()
        };
        assert_eq!(run(), run());
    }

    #[test]
    fn time_moves_by_a_fixed_step_and_events_arrive() {
        let mut screen = Headless::new(vec2(16.0, 8.0), 1.0);
        let mut times = Vec::new();
        let mut pointer = None;
        for x in [1.0, 2.0, 3.0] {
            let frame = screen.step(vec![egui::Event::PointerMoved(pos2(x, 1.0))], |ui| {
                times.push(ui.input(|input| input.time));
                pointer = ui.input(|input| input.pointer.latest_pos());
                ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
            });
            assert!(frame.commands.contains(&egui::ViewportCommand::Close));
        }
        times.dedup(); // a frame may be laid out twice
        assert_eq!(times, [0.0, 1.0 / 60.0, 2.0 / 60.0]);
        assert_eq!(pointer, Some(pos2(3.0, 1.0)));
        let mut delay = Duration::ZERO;
        for _ in 0..5 {
            delay = screen.step(Vec::new(), |_| {}).repaint_delay;
        }
        assert_eq!(delay, Duration::MAX, "nothing moves any more");
    }

    #[test]
    fn textures_made_in_a_frame_are_drawn() {
        let mut screen = Headless::new(vec2(4.0, 4.0), 1.0);
        let mut texture = None;
        let mut show = |ui: &mut egui::Ui, color: Color32| {
            let image = egui::ColorImage::filled([2, 2], color);
            let texture: &mut egui::TextureHandle = texture
                .get_or_insert_with(|| ui.ctx().load_texture("spot", image.clone(), egui::TextureOptions::LINEAR));
            texture.set_partial([0, 0], image, egui::TextureOptions::LINEAR);
            let everything = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            let all = ui.ctx().viewport_rect();
            ui.painter().image(texture.id(), all, everything, Color32::WHITE);
        };
        for color in [Color32::RED, Color32::GREEN] {
            screen.step(Vec::new(), |ui| show(ui, color));
            assert_eq!(screen.image(Color32::BLACK).pixels, [color; 16]);
        }
    }

    #[test]
    fn zooming_keeps_the_picture_size() {
        let mut screen = Headless::new(vec2(16.0, 8.0), 1.0);
        screen.context().set_zoom_factor(2.0);
        let mut seen = Rect::NOTHING;
        for _ in 0..2 {
            screen.step(Vec::new(), |ui| {
                seen = ui.ctx().viewport_rect();
                paint(ui);
            });
        }
        assert_eq!(seen.size(), vec2(8.0, 4.0));
        let image = screen.image(Color32::BLUE);
        assert_eq!(image.size, [16, 8]);
        assert_eq!(image[(4, 4)], Color32::RED);
        assert_eq!(image[(3, 4)], Color32::BLUE);
    }

    #[test]
    fn pngs_hold_straight_alpha() {
        let half_red = Color32::from_rgba_premultiplied(128, 0, 0, 128);
        let image = egui::ColorImage::new([2, 1], vec![half_red, Color32::GREEN]);
        let bytes = png_bytes(&image).unwrap();
        let mut reader = (png::Decoder::new(std::io::Cursor::new(bytes)).read_info()).unwrap();
        let mut pixels = [0; 8];
        reader.next_frame(&mut pixels).unwrap();
        assert_eq!(pixels, [255, 0, 0, 128, 0, 255, 0, 255]);
        assert!(png_bytes(&egui::ColorImage::filled([0, 3], half_red)).is_err());
    }
}
