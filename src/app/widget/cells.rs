//! Tables that are painted: rows of one height that scroll, of which only those in sight are drawn, and text in their cells.

use egui::{Color32, Painter, Rect, RichText, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use crate::app::context::ViewContext;
use crate::app::paint::text::elided;
use crate::app::style::{Type, radius, size};

use super::rows::Sight;

/// How high a row is, in points.
pub const ROW: f32 = size::ROW;

/// Where the rows were drawn.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    /// What is in sight.
    pub body: Rect,
    /// So much is scrolled away above it.
    pub offset: f32,
}

impl Shown {
    /// Where a row of the table is.
    #[must_use]
    pub fn rect_of(&self, at: usize) -> Rect {
        let top = self.body.top() - self.offset + at as f32 * ROW;
        Rect::from_x_y_ranges(self.body.x_range(), top..=top + ROW)
    }

    /// Above which of `count` rows something would be put that is let go of at this height.
    #[must_use]
    pub fn gap_at(&self, y: f32, count: usize) -> usize {
        let at = ((y - self.body.top() + self.offset) / ROW).round().max(0.0);
        (at as usize).min(count)
    }

    /// On which row a height lies.
    #[must_use]
    pub fn row_at(&self, y: f32) -> usize {
        ((y - self.body.top() + self.offset) / ROW).floor().max(0.0) as usize
    }

    /// How far the table goes on while something is held near one of its edges, in points.
    #[must_use]
    pub fn pull(&self, y: f32) -> Option<f32> {
        match y {
            y if y < self.body.top() + ROW => Some(8.0),
            y if y > self.body.bottom() - ROW => Some(-8.0),
            _ => None,
        }
    }
}

/// Draws rows in `body`, each in its rectangle; `sought` is brought into sight.
pub fn rows_ui(
    ui: &mut Ui,
    (name, body): (&'static str, Rect),
    (count, sought): (usize, Option<usize>),
    mut row: impl FnMut(&mut Ui, usize, Rect),
) -> Shown {
    let mut child = ui.new_child(UiBuilder::new().max_rect(body));
    child.spacing_mut().item_spacing.y = 0.0;
    child.spacing_mut().scroll.fade.strength = 0.0;
    let id = child.make_persistent_id(egui::IdSalt::new(name));
    let stood = egui::scroll_area::State::load(ui.ctx(), id).map_or(0.0, |state| state.unclamped_offset().y);
    let mut area = ScrollArea::vertical().id_salt(name).auto_shrink(false);
    let sight = Sight { from: stood, height: body.height() };
    let to = |at: usize| sight.scroll_to((at as f32 * ROW, (at + 1) as f32 * ROW));
    if let Some(offset) = sought.and_then(to) {
        area = area.vertical_scroll_offset(offset);
    }
    let output = area.show_rows(&mut child, ROW, count, |ui, range| {
        for at in range {
            let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::HOVER);
            row(ui, at, rect.with_max_x(body.right()));
        }
    });
    Shown { body, offset: output.state.unclamped_offset().y }
}

/// A rectangle within a row, from one point to another from its left edge.
#[must_use]
pub fn cell(rect: Rect, (left, right): (f32, f32)) -> Rect {
    Rect::from_min_max(pos2(rect.left() + left, rect.top()), pos2(rect.left() + right.max(left), rect.bottom()))
}

/// One line of text in a cell; answers how wide it is.
pub fn text(ui: &Ui, painter: &Painter, rect: Rect, text: RichText) -> f32 {
    if rect.width() < 8.0 || text.is_empty() {
        return 0.0;
    }
    let galley = elided(ui, text, rect.width());
    let size = galley.size();
    painter.galley(pos2(rect.left(), (rect.center().y - size.y / 2.0).round()), galley, Color32::PLACEHOLDER);
    size.x
}

/// The same at the right of a cell.
pub fn text_right(ui: &Ui, painter: &Painter, rect: Rect, text: RichText) -> f32 {
    if rect.width() < 8.0 || text.is_empty() {
        return 0.0;
    }
    let galley = elided(ui, text, rect.width());
    let size = galley.size();
    painter.galley(pos2(rect.right() - size.x, (rect.center().y - size.y / 2.0).round()), galley, Color32::PLACEHOLDER);
    size.x
}

/// A sign and a word on a ground of their own; answers how wide it is.
pub fn chip(
    ui: &Ui,
    cx: &ViewContext<'_>,
    painter: &Painter,
    (rect, ground): (Rect, Color32),
    text: (&str, Color32),
) -> f32 {
    if rect.width() < 20.0 {
        return 0.0;
    }
    let words = RichText::new(text.0).font(Type::Small.font()).color(text.1);
    let galley = elided(ui, words, rect.width() - 12.0);
    let chip = Rect::from_min_size(pos2(rect.left(), rect.center().y - 9.0), vec2(galley.size().x + 12.0, 18.0));
    painter.rect_filled(chip, f32::from(radius::BAR), ground);
    painter.galley(pos2(chip.left() + 6.0, (chip.center().y - galley.size().y / 2.0).round()), galley, cx.theme.text);
    chip.width()
}
