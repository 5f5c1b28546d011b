//! A part of the screen in which one moves by wheel and bars, while drags are for sessions.
//!
//! [`ScrollArea`] brings wheel and bars, but goes only as far as its content did in the frame before. When a view zooms
//! or turns to another day, it says itself where it stands, and the bars follow.

use egui::containers::scroll_area::{DragScroll, ScrollSource};
use egui::{Pos2, Rect, ScrollArea, Ui, UiBuilder, Vec2};

use crate::app::gesture::{Gesture, pans};

/// Where a pane stood in a frame.
#[derive(Clone, Copy, Debug)]
pub struct Pane {
    /// How far it was scrolled.
    pub offset: Vec2,
    /// The part of the screen that it had, without the bars.
    pub area: Rect,
    /// Where its upper left corner would have been on the screen.
    pub origin: Pos2,
    /// How much room the bars took.
    pub bars: Vec2,
    /// Where it must be put once more, because the bars have not followed yet.
    pub again: Option<Vec2>,
}

/// What the pointer asks of a pane besides what its wheel and bars do.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked {
    /// To zoom about a place on the screen, by a factor.
    pub zoom: Option<(Pos2, f32)>,
    /// To scroll so far.
    pub by: Vec2,
}

/// Ctrl with the wheel and pinch anywhere on `whole`, the wheel beside `body`, the middle button. Nothing zooms or pans
/// while sessions are dragged.
#[must_use]
pub fn asked(ui: &Ui, gesture: &Gesture, (whole, body): (Rect, Rect)) -> Asked {
    let mut asked = Asked::default();
    let is_here =
        |pos: &Pos2| whole.contains(*pos) && ui.ctx().layer_id_at(*pos).is_none_or(|layer| layer == ui.layer_id());
    let Some(pos) = ui.input(|input| input.pointer.hover_pos()).filter(is_here) else { return asked };
    let (zoom, scroll) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
    if (zoom - 1.0).abs() > f32::EPSILON && !gesture.is_dragging() {
        asked.zoom = Some((pos, zoom));
    } else if !body.contains(pos) {
        asked.by -= scroll;
    }
    if pans(ui.ctx()) && !gesture.is_dragging() {
        asked.by -= ui.input(|input| input.pointer.delta());
    }
    asked
}

/// Shows what `add` draws of `size`, in `body`, from `offset` if that is given, else from where it was left.
pub fn pane(
    ui: &mut Ui,
    salt: &'static str,
    (body, size): (Rect, Vec2),
    offset: Option<Vec2>,
    add: impl FnOnce(&mut Ui, Rect, Pos2),
) -> Pane {
    let shown = ui.scope_builder(UiBuilder::new().max_rect(body), |ui| {
        let style = &mut ui.spacing_mut().scroll;
        style.fade.strength = 0.0;
        style.dormant_background_opacity = 0.0;
        style.active_background_opacity = 0.0;
        (style.dormant_handle_opacity, style.active_handle_opacity, style.interact_handle_opacity) = (0.25, 0.35, 0.55);
        // A view that grows and goes to its new end in one frame would be pulled back from there, and drift on.
        (style.kinetic.decay_time, style.kinetic.rubber_band) = (0.0, false);
        let source = ScrollSource { scroll_bar: true, drag: DragScroll::Never, mouse_wheel: true };
        let mut scroll = ScrollArea::both().id_salt(salt).auto_shrink(false).scroll_source(source);
        if let Some(offset) = offset {
            scroll = scroll.scroll_offset(offset);
        }
        scroll.show_viewport(ui, |ui, _| {
            let area = ui.clip_rect().intersect(body);
            let origin = offset.map_or(ui.max_rect().min, |offset| {
                body.min - offset.min((size - area.size()).max(Vec2::ZERO)).max(Vec2::ZERO).round()
            });
            ui.allocate_space(size);
            add(ui, area, origin);
            origin
        })
    });
    let shown = shown.inner;
    let stood = body.min - shown.inner;
    let again = offset.map(|_| stood).filter(|&stood| (stood - shown.state.clamped_offset()).length() > 1.0);
    if again.is_some() {
        ui.ctx().request_repaint();
    }
    let bars = (body.size() - shown.inner_rect.size()).max(Vec2::ZERO);
    Pane { offset: stood, area: shown.inner_rect, origin: shown.inner, bars, again }
}
