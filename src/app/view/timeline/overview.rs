//! The strip under the timeline: the whole plan at a glance, and the part of it that is in sight.

use egui::epaint::Mesh;
use egui::{Rect, Sense, Shape, Ui, vec2};

use super::axis::{Axis, Viewport};
use super::busy::{Busy, Moved};
use crate::app::context::ViewContext;
use crate::model::Span;

/// What the strip remembers: how busy each of its columns is, and how it was grabbed.
#[derive(Debug, Default)]
pub struct Overview {
    columns: Option<Columns>,
    grabbed: Option<f64>,
}

/// How many sessions there are in each column of the strip.
#[derive(Debug, PartialEq)]
struct Columns {
    /// How many more there are than in the column before; one more at the end.
    changes: Vec<isize>,
    /// How high each column is, from 0 to 1.
    shares: Vec<f32>,
}

impl Columns {
    fn new(axis: &Axis, busy: &Busy, count: usize) -> Self {
        let mut columns = Self { changes: vec![0; count + 1], shares: Vec::new() };
        for (span, sessions) in busy.spans() {
            columns.add(axis, span, isize::try_from(sessions).unwrap_or(isize::MAX));
        }
        columns.share();
        columns
    }

    fn count(&self) -> usize {
        self.changes.len() - 1
    }

    fn add(&mut self, axis: &Axis, span: Span, sessions: isize) {
        let count = self.count();
        let scale = count as f64 / axis.len_units().max(1.0);
        let column = |time| ((axis.units_from_time(time) * scale) as usize).min(count);
        let (from, to) = (column(span.start), column(span.end));
        self.changes[from] += sessions;
        self.changes[to.max(from + 1).min(count)] -= sessions;
    }

    fn share(&mut self) {
        let mut running = 0;
        let counts = self.changes[..self.count()].iter().map(|change| {
            running += change;
            running
        });
        let counts: Vec<isize> = counts.collect();
        let most = counts.iter().copied().max().unwrap_or(0).max(1) as f32;
        self.shares = counts.into_iter().map(|count| (count as f32 / most).sqrt()).collect();
    }
}

impl Overview {
    /// Follows sessions that moved on the same axis.
    pub fn follow(&mut self, axis: &Axis, moved: impl Iterator<Item = Moved>) {
        let Some(columns) = &mut self.columns else { return };
        for (before, after) in moved {
            if let Some(span) = before {
                columns.add(axis, span, -1);
            }
            if let Some(span) = after {
                columns.add(axis, span, 1);
            }
        }
        columns.share();
    }

    /// Counts anew, because the axis is another one.
    pub fn forget(&mut self) {
        self.columns = None;
    }

    /// Draws it; returns where the planner dragged or clicked to.
    pub fn ui(
        &mut self,
        ui: &Ui,
        cx: &ViewContext<'_>,
        area: Rect,
        (axis, busy): (&Axis, &Busy),
        (viewport, width): (Viewport, f32),
    ) -> Option<Viewport> {
        let strip = area.shrink2(vec2(10.0, 7.0));
        let scale = f64::from(strip.width()) / axis.len_units().max(1.0);
        let x = |units: f64| strip.left() + (units * scale) as f32;
        let count = strip.width().max(1.0) as usize;
        self.columns.take_if(|columns| columns.count() != count);
        let columns = self.columns.get_or_insert_with(|| Columns::new(axis, busy, count));
        let painter = ui.painter_at(area);
        let mut mesh = Mesh::default();
        mesh.add_colored_rect(area, cx.theme.panel);
        mesh.add_colored_rect(area.with_max_y(area.top() + 1.0), cx.theme.line_strong);
        mesh.add_colored_rect(strip, cx.theme.field);
        for event in cx.plan.events().iter().filter(|event| event.hours.is_some()) {
            let span = event.dates.span();
            let (left, right) = (x(axis.units_from_time(span.start)), x(axis.units_from_time(span.end)));
            let color = super::events::event_colors(cx.theme, event.kind).fill;
            mesh.add_colored_rect(Rect::from_x_y_ranges(left..=right.max(left + 1.0), strip.y_range()), color);
        }
        let color = cx.theme.accent.gamma_multiply(0.75);
        let mut left = strip.left();
        // Columns that are equally high are one bar.
        for equal in columns.shares.chunk_by(|a, b| a.total_cmp(b).is_eq()) {
            let right = left + equal.len() as f32;
            if equal[0] > 0.0 {
                let top = strip.bottom() - 2.0 - equal[0] * (strip.height() - 4.0);
                mesh.add_colored_rect(Rect::from_x_y_ranges(left..=right, top..=strip.bottom() - 2.0), color);
            }
            left = right;
        }
        painter.add(Shape::mesh(mesh));

        let seen = (viewport.left_units, viewport.units_from_x(width));
        let frame =
            Rect::from_x_y_ranges(x(seen.0)..=x(seen.1).max(x(seen.0) + 8.0), strip.expand2(vec2(0.0, 3.0)).y_range());
        painter.rect(
            frame,
            4.0,
            cx.theme.band_over(),
            egui::Stroke::new(1.5, cx.theme.accent),
            egui::StrokeKind::Inside,
        );

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
}

#[cfg(test)]
mod tests {
    use super::super::axis;
    use super::*;
    use crate::model::{CivilTime, Placement, Plan};
    use crate::store::Template;

    #[test]
    fn columns_follow_what_moves() {
        let plan: Plan = Template::Wtdc25.plan();
        let busy = Busy::new(&plan);
        let axis = Axis::folded(axis::years_of(&plan, &busy), &axis::kept(&plan, &busy, &[]));
        let mut overview = Overview { columns: Some(Columns::new(&axis, &busy, 700)), grabbed: None };
        let start: CivilTime = "2025-11-20T10:00".parse().unwrap();
        let span = |mins| {
            Some(
                Placement { start: start.plus_mins(mins), length: crate::model::Length::HOUR, rooms: Vec::new() }
                    .span(),
            )
        };
        let moves = [(None, span(0)), (span(0), span(700)), (span(700), None)];
        overview.follow(&axis, moves[..2].iter().copied());
        assert_ne!(overview.columns, Some(Columns::new(&axis, &busy, 700)));
        overview.follow(&axis, moves[2..].iter().copied());
        assert_eq!(overview.columns, Some(Columns::new(&axis, &busy, 700)));
    }
}
