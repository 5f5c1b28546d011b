//! The strip under the timeline: the whole plan at a glance, and the part of it that is in sight.

use egui::epaint::Mesh;
use egui::{Rect, Sense, Shape, Ui, vec2};

use super::axis::{Axis, Viewport};
use crate::app::context::ViewContext;
use crate::workbench::Generation;

/// What the strip remembers: how busy each of its columns is, and how it was grabbed.
#[derive(Debug, Default)]
pub struct Overview {
    busy: Option<(Key, Vec<f32>)>,
    grabbed: Option<f64>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Key {
    generation: Generation,
    columns: usize,
    len_units: f64,
}

impl Overview {
    /// Draws it; returns where the planner dragged or clicked to.
    pub fn ui(
        &mut self,
        ui: &Ui,
        cx: &ViewContext<'_>,
        area: Rect,
        (axis, viewport, width): (&Axis, Viewport, f32),
    ) -> Option<Viewport> {
        let strip = area.shrink2(vec2(10.0, 7.0));
        let scale = f64::from(strip.width()) / axis.len_units().max(1.0);
        let x = |units: f64| strip.left() + (units * scale) as f32;
        self.measure(cx, axis, strip.width().max(1.0) as usize);
        let painter = ui.painter_at(area);
        let mut mesh = Mesh::default();
        mesh.add_colored_rect(area, cx.theme.panel);
        mesh.add_colored_rect(area.with_max_y(area.top() + 1.0), cx.theme.strong_line);
        mesh.add_colored_rect(strip, cx.theme.field);
        for event in cx.plan.events().iter().filter(|event| event.hours.is_some()) {
            let span = event.dates.span();
            let (left, right) = (x(axis.units_from_time(span.start)), x(axis.units_from_time(span.end)));
            let color = super::events::event_colors(cx.theme, event.kind).fill;
            mesh.add_colored_rect(Rect::from_x_y_ranges(left..=right.max(left + 1.0), strip.y_range()), color);
        }
        if let Some((_, busy)) = &self.busy {
            for (column, &share) in busy.iter().enumerate().filter(|&(_, &share)| share > 0.0) {
                let left = strip.left() + column as f32;
                let top = strip.bottom() - 2.0 - share * (strip.height() - 4.0);
                let bar = Rect::from_x_y_ranges(left..=left + 1.0, top..=strip.bottom() - 2.0);
                mesh.add_colored_rect(bar, cx.theme.accent.gamma_multiply(0.75));
            }
        }
        painter.add(Shape::mesh(mesh));

        let seen = (viewport.left_units, viewport.units_from_x(width));
        let frame =
            Rect::from_x_y_ranges(x(seen.0)..=x(seen.1).max(x(seen.0) + 8.0), strip.expand2(vec2(0.0, 3.0)).y_range());
        painter.rect(frame, 4.0, cx.theme.veil(), egui::Stroke::new(1.5, cx.theme.accent), egui::StrokeKind::Inside);

        let response = ui.interact(strip, ui.unique_id().with("overview"), Sense::click_and_drag());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Slider, true, cx.text("timeline-overview")));
        let response = response.on_hover_text(cx.text("timeline-overview-tip"));
        let pointer = response.interact_pointer_pos();
        if response.drag_started() || response.clicked() {
            let at = pointer.map(|pos| f64::from(pos.x - strip.left()) / scale);
            // Grabbed beside the frame, it jumps under the pointer.
            self.grabbed =
                at.map(|at| if at >= seen.0 && at <= seen.1 { at - seen.0 } else { (seen.1 - seen.0) / 2.0 });
        }
        let moved = (response.dragged() || response.clicked())
            .then(|| pointer.zip(self.grabbed))
            .flatten()
            .map(|(pos, grabbed)| f64::from(pos.x - strip.left()) / scale - grabbed);
        if !response.dragged() {
            self.grabbed = None;
        }
        moved.map(|left_units| Viewport { left_units, ..viewport }.kept_on(axis, width))
    }

    /// Counts sessions per column, when the plan or the strip has changed.
    fn measure(&mut self, cx: &ViewContext<'_>, axis: &Axis, columns: usize) {
        let key = Key { generation: cx.workbench.generation(), columns, len_units: axis.len_units() };
        if self.busy.as_ref().is_some_and(|(known, _)| *known == key) {
            return;
        }
        let scale = columns as f64 / axis.len_units().max(1.0);
        let mut changes = vec![0_i32; columns + 1];
        for span in cx.plan.sessions().iter().filter_map(|session| session.span()) {
            let column = |time| ((axis.units_from_time(time) * scale) as usize).min(columns);
            let (from, to) = (column(span.start), column(span.end));
            changes[from] += 1;
            changes[to.max(from + 1).min(columns)] -= 1;
        }
        let mut running = 0;
        let counts: Vec<i32> = changes[..columns]
            .iter()
            .map(|change| {
                running += change;
                running
            })
            .collect();
        let most = counts.iter().copied().max().unwrap_or(0).max(1) as f32;
        self.busy = Some((key, counts.into_iter().map(|count| (count as f32 / most).sqrt()).collect()));
    }
}
