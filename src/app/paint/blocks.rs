//! Sessions as blocks: how they look in the Timeline, the Day and the Plan grid, all of them in one mesh.

use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::{Color32, Context, Painter, Pos2, Rect, Shape, pos2, vec2};

use crate::model::{Session, Span, Status};

use crate::app::context::ViewContext;
use crate::app::paint::text::{Beside, Face, Setting, Shaper};
use crate::app::style::{BlockColors, Theme, radius};

/// How wide the edge at the left of a bar is.
pub const EDGE: f32 = 3.0;
/// Round a selected bar.
const HALO: f32 = 5.0;
const RADIUS: f32 = radius::BAR as f32;

/// How a bar stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// It is selected.
    pub selected: bool,
    /// The pointer is over it.
    pub hovered: bool,
    /// It will not take place.
    pub cancelled: bool,
    /// It takes place only if required.
    pub reserve: bool,
    /// Time runs down: its ends are above and below.
    pub runs_down: bool,
}

/// Collects blocks and paints them at once.
pub struct BlockPainter<'a> {
    mesh: Mesh,
    shaper: &'a mut Shaper,
    ctx: Context,
    feather: f32,
}

impl<'a> BlockPainter<'a> {
    /// An empty one.
    pub fn new(ctx: &Context, shaper: &'a mut Shaper) -> Self {
        Self { mesh: Mesh::default(), shaper, ctx: ctx.clone(), feather: 1.0 / ctx.pixels_per_point() }
    }

    /// Paints everything collected.
    pub fn finish(self, painter: &Painter) {
        painter.add(Shape::mesh(self.mesh));
    }

    /// A plain rectangle.
    pub fn rect(&mut self, rect: Rect, color: Color32) {
        self.mesh.add_colored_rect(rect, color);
    }

    /// A rectangle with round corners: left top, right top, right bottom, left bottom.
    pub fn rounded(&mut self, rect: Rect, radii: [f32; 4], color: Color32) {
        push_rounded(&mut self.mesh, rect, radii, color, self.feather);
    }

    /// What lies between two of a fan of parallel lines, `thick` points wide and again after each `pitch` points.
    ///
    /// On a grid of the whole screen, so that neighbours join.
    pub fn hatch(&mut self, rect: Rect, (thick, pitch): (f32, f32), color: Color32) {
        if !rect.is_positive() {
            return;
        }
        // The lines rise to the right: x + y is the same all along one of them.
        let (wide, pitch) = (thick * std::f32::consts::SQRT_2, pitch * std::f32::consts::SQRT_2);
        let last = rect.right() + rect.bottom();
        let mut at = ((rect.left() + rect.top()) / pitch).floor() * pitch;
        while at < last {
            let soft = self.feather;
            for (from, to, ends) in [
                (at - soft, at + soft, (Color32::TRANSPARENT, color)),
                (at + soft, at + wide - soft, (color, color)),
                (at + wide - soft, at + wide + soft, (color, Color32::TRANSPARENT)),
            ] {
                push_stripe(&mut self.mesh, rect, (from, to), ends);
            }
            at += pitch;
        }
    }

    /// A rectangle whose edge fades over so many points: a shadow.
    pub fn soft(&mut self, rect: Rect, blur: f32, color: Color32) {
        push_rounded(&mut self.mesh, rect, [f32::from(radius::BAR) + blur * 0.5; 4], color, blur);
    }

    /// A text on as many lines as fit; returns how high it is.
    pub fn text(&mut self, text: &str, face: Face, setting: Setting) -> f32 {
        let text = self.shaper.shape(&self.ctx, text, face);
        let painted = self.shaper.paint(&mut self.mesh, &text, face, setting);
        painted.lines as f32 * face.line_height()
    }

    /// The same beside something on its first line; returns how many lines it took.
    pub fn text_beside(&mut self, text: &str, face: Face, setting: (Setting, Beside)) -> usize {
        let text = self.shaper.shape(&self.ctx, text, face);
        self.shaper.paint_beside(&mut self.mesh, &text, face, setting).lines
    }

    /// How many lines a text takes in so much room.
    pub fn lines_of(&mut self, text: &str, face: Face, width: f32) -> usize {
        Shaper::lines(&self.shaper.shape(&self.ctx, text, face), width, Beside::default())
    }

    /// What `draw` paints from the origin on is turned by a right angle about it, and put at `pivot`: so that it runs
    /// down, or up.
    pub fn turned(&mut self, pivot: Pos2, down: bool, draw: impl FnOnce(&mut Self)) {
        let first = self.mesh.vertices.len();
        draw(self);
        let pivot = pos2(pivot.x.round(), pivot.y.round());
        for vertex in &mut self.mesh.vertices[first..] {
            let Pos2 { x, y } = vertex.pos;
            vertex.pos = if down { pos2(pivot.x - y, pivot.y + x) } else { pos2(pivot.x + y, pivot.y - x) };
        }
    }

    /// A triangle.
    pub fn triangle(&mut self, corners: [Pos2; 3], color: Color32) {
        let first = u32::try_from(self.mesh.vertices.len()).unwrap_or(0);
        self.mesh.vertices.extend(corners.map(|pos| Vertex { pos, uv: WHITE_UV, color }));
        self.mesh.indices.extend([first, first + 1, first + 2]);
    }

    /// A dashed frame, 2 points thick.
    pub fn dashed(&mut self, rect: Rect, color: Color32) {
        const THICK: f32 = 2.0;
        const DASH: f32 = 5.0;
        let along = |from: f32, to: f32| {
            let count = ((to - from) / (2.0 * DASH)).ceil().max(0.0) as usize;
            (0..count).map(move |index| {
                (from + index as f32 * 2.0 * DASH, (from + (index as f32 * 2.0 + 1.0) * DASH).min(to))
            })
        };
        for (from, to) in along(rect.left(), rect.right()) {
            self.rect(Rect::from_x_y_ranges(from..=to, rect.top()..=rect.top() + THICK), color);
            self.rect(Rect::from_x_y_ranges(from..=to, rect.bottom() - THICK..=rect.bottom()), color);
        }
        for (from, to) in along(rect.top(), rect.bottom()) {
            self.rect(Rect::from_x_y_ranges(rect.left()..=rect.left() + THICK, from..=to), color);
            self.rect(Rect::from_x_y_ranges(rect.right() - THICK..=rect.right(), from..=to), color);
        }
    }

    /// How wide a text is on one line.
    pub fn text_width(&mut self, text: &str, face: Face) -> f32 {
        self.shaper.shape(&self.ctx, text, face).width()
    }

    /// The body of a bar without words.
    pub fn bar_body(&mut self, rect: Rect, colors: BlockColors, look: Look, theme: &Theme) {
        if look.selected {
            self.rounded(rect.expand(HALO), [RADIUS + HALO; 4], theme.halo);
        }
        if rect.width() < 5.0 || rect.height() < 5.0 {
            self.rect(rect, colors.bar);
            return;
        }
        let radius = RADIUS.min(rect.width() / 2.0).min(rect.height() / 2.0);
        let (border, thick) = match (look.selected, look.hovered) {
            (true, _) => (theme.select, 2.0),
            (false, true) => (colors.bar, 1.0),
            (false, false) => (colors.fill.lerp_to_gamma(colors.bar, 0.32), 1.0),
        };
        self.rounded(rect, [radius; 4], border);
        let inner = rect.shrink(thick);
        self.rounded(inner, [radius - thick * 0.5; 4], colors.fill);
        let edge = if look.selected { inner } else { rect };
        let corner = if look.selected { radius - 1.0 } else { radius };
        self.rounded(edge.with_max_x(edge.left() + EDGE), [corner.min(EDGE), 0.0, 0.0, corner.min(EDGE)], colors.bar);
        if look.selected && rect.width() > 24.0 && rect.height() > 14.0 {
            let middle = rect.center().round();
            let ends = if look.runs_down {
                [pos2(middle.x, rect.top()), pos2(middle.x, rect.bottom())]
            } else {
                [pos2(rect.left(), middle.y), pos2(rect.right(), middle.y)]
            };
            for end in ends {
                let handle = Rect::from_center_size(end, vec2(10.0, 10.0));
                self.rounded(handle, [2.0; 4], theme.panel);
                self.rounded(handle.shrink(1.0), [2.0; 4], theme.select);
            }
        }
    }
}

/// The colours of a session as it stands in a view: faded where the filter holds it back or it is being moved.
#[must_use]
pub fn block_colors(cx: &ViewContext<'_>, session: &Session, faded: bool) -> BlockColors {
    let colors = cx.session_colors(session);
    if faded || !cx.is_let_through(session.id) || session.status == Status::Cancelled {
        cx.theme.faded_block(colors)
    } else {
        colors
    }
}

/// `09:30–10:45`: what stands on a block, where words would be too long and too slow.
#[must_use]
pub fn clock(span: Span) -> String {
    format!("{}–{}", span.start.clock(), span.end_clock())
}

/// The part of a rectangle in which x + y lies between two values, from one colour to another.
fn push_stripe(mesh: &mut Mesh, rect: Rect, (from, to): (f32, f32), ends: (Color32, Color32)) {
    let sum = |pos: Pos2| pos.x + pos.y;
    let mut points: Vec<Pos2> = vec![rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()];
    for (limit, sign) in [(from, 1.0), (to, -1.0)] {
        let inside = |pos: Pos2| (sum(pos) - limit) * sign;
        let mut cut = Vec::with_capacity(6);
        for (at, &point) in points.iter().enumerate() {
            let next = points[(at + 1) % points.len()];
            let (here, there) = (inside(point), inside(next));
            if here >= 0.0 {
                cut.push(point);
            }
            if here * there < 0.0 {
                cut.push(point.lerp(next, here / (here - there)));
            }
        }
        points = cut;
        if points.len() < 3 {
            return;
        }
    }
    let first = u32::try_from(mesh.vertices.len()).unwrap_or(0);
    let count = u32::try_from(points.len()).unwrap_or(0);
    for pos in points {
        let share = ((sum(pos) - from) / (to - from).max(f32::EPSILON)).clamp(0.0, 1.0);
        let color = ends.0.lerp_to_gamma(ends.1, share);
        mesh.vertices.push(Vertex { pos, uv: WHITE_UV, color });
    }
    for at in 1..count - 1 {
        mesh.indices.extend([first, first + at, first + at + 1]);
    }
}

/// Directions from the centre of each corner to its rim: 0°, 30°, 60°, 90°.
const RIM: [(f32, f32); 4] = [(1.0, 0.0), (0.866_025_4, 0.5), (0.5, 0.866_025_4), (0.0, 1.0)];

fn push_rounded(mesh: &mut Mesh, rect: Rect, radii: [f32; 4], color: Color32, feather: f32) {
    const POINTS: u32 = 16;
    let first = u32::try_from(mesh.vertices.len()).unwrap_or(0);
    let corners = [
        (rect.left_top(), vec2(1.0, 1.0), radii[0]),
        (rect.right_top(), vec2(-1.0, 1.0), radii[1]),
        (rect.right_bottom(), vec2(-1.0, -1.0), radii[2]),
        (rect.left_bottom(), vec2(1.0, -1.0), radii[3]),
    ];
    for (index, (corner, inward, round)) in corners.into_iter().enumerate() {
        let center = corner + inward * round;
        // Around the rectangle in one direction: every other corner is walked backwards.
        let rim = |step: usize| if index % 2 == 0 { RIM[step] } else { RIM[3 - step] };
        for step in 0..4 {
            let (x, y) = rim(step);
            let outward = vec2(-inward.x * x, -inward.y * y);
            let on = |distance: f32| -> Pos2 { center + outward * distance };
            let vertex = |pos, color| Vertex { pos, uv: WHITE_UV, color };
            mesh.vertices.push(vertex(on((round - feather * 0.5).max(0.0)), color));
            mesh.vertices.push(vertex(on(round + feather * 0.5), Color32::TRANSPARENT));
        }
    }
    for point in 1..POINTS - 1 {
        mesh.indices.extend([first, first + point * 2, first + (point + 1) * 2]);
    }
    for point in 0..POINTS {
        let (inner, outer) = (first + point * 2, first + point * 2 + 1);
        let next = (point + 1) % POINTS;
        let (next_inner, next_outer) = (first + next * 2, first + next * 2 + 1);
        mesh.indices.extend([inner, outer, next_outer, inner, next_outer, next_inner]);
    }
}
