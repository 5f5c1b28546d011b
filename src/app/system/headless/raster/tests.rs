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
    let ways_to_halve: [[[u32; 3]; 2]; 3] = [[[0, 1, 2], [0, 2, 3]], [[0, 1, 2], [0, 3, 2]], [[3, 1, 0], [1, 2, 3]]];
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
    let sharp_when_large = TextureOptions { magnification: TextureFilter::Nearest, ..TextureOptions::LINEAR_REPEAT };
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
    let odd = [0.0, -0.0, 3.7, -250.0, 1e9, f32::MAX, f32::MIN_POSITIVE, f32::INFINITY, f32::NEG_INFINITY, f32::NAN];
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
    for options in [TextureOptions::LINEAR, TextureOptions::NEAREST_REPEAT, TextureOptions::LINEAR_MIRRORED_REPEAT] {
        set(&mut rasterizer, OTHER, ImageDelta::full(grays([2, 1], [0, 128]), options));
        for pixels_per_point in [1.0, 0.0, -1.5, f32::NAN, f32::INFINITY] {
            let draw = || rasterizer.draw(&garbage(), [9, 7], pixels_per_point, HALF_WHITE);
            assert_eq!(draw().pixels, draw().pixels);
        }
        assert!(rasterizer.draw(&garbage(), [0, 7], 1.0, HALF_WHITE).pixels.is_empty());
    }
}
