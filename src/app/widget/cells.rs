//! Tables that are painted: columns, rows of one height that scroll, of which only those in sight are drawn, and text in their
//! cells.

use egui::{
    Color32, Id, Painter, Rect, Response, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use crate::app::context::ViewContext;
use crate::app::paint::text::elided;
use crate::app::style::{Type, icons, radius, size};

use super::rows::Sight;

/// How high a row is, in points.
pub const ROW: f32 = size::ROW;

/// From where to where a column goes, in points from the left edge of the table; empty where there is no room for it.
pub type Column = (f32, f32);

/// Columns from the right edge on, each only in tables that are wide enough for it.
pub struct FromRight {
    width: f32,
    left: f32,
}

impl FromRight {
    /// Between two columns, in points.
    const GAP: f32 = 8.0;

    /// Those of a table so wide.
    #[must_use]
    pub fn new(width: f32) -> Self {
        Self { width, left: width - Self::GAP }
    }

    /// The next one, of so many points with the gap behind it, in a table at least so wide.
    pub fn take(&mut self, at_least: f32, points: f32) -> Column {
        let right = self.left;
        if self.width >= at_least {
            self.left -= points;
        }
        (self.left, (right - Self::GAP).max(self.left))
    }

    /// Where the last one begins.
    #[must_use]
    pub fn left(&self) -> f32 {
        self.left
    }
}

/// A column and the id of what is written above it.
pub type Head = (Column, &'static str);

/// The heads of columns, those of words and those of numbers.
pub fn heads_ui(ui: &Ui, cx: &ViewContext<'_>, rect: Rect, (words, numbers): (&[Head], &[Head])) {
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, cx.theme.panel);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, (1.0, cx.theme.line_strong));
    for &(column, id) in words {
        text(ui, &painter, cell(rect, column), small(cx.text(id), cx.theme.text_2));
    }
    for &(column, id) in numbers {
        text_right(ui, &painter, cell(rect, column), small(cx.text(id), cx.theme.text_2));
    }
}

/// The ground of a row, and the line below it.
#[must_use]
pub fn ground(ui: &Ui, cx: &ViewContext<'_>, rect: Rect, fill: Color32) -> Painter {
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, fill);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, (1.0, cx.theme.line));
    painter
}

/// The colour of a row that keys act on, of one below the pointer, and of any other one.
#[must_use]
pub fn row_fill(cx: &ViewContext<'_>, (is_chosen, is_hovered): (bool, bool), plain: Color32) -> Color32 {
    match (is_chosen, is_hovered) {
        (true, _) => cx.theme.accent_soft,
        (false, true) => cx.theme.field,
        (false, false) => plain,
    }
}

/// Words that are said besides.
#[must_use]
pub fn small(text: &str, color: Color32) -> RichText {
    RichText::new(text).font(Type::Small.font()).color(color)
}

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
pub fn cell(rect: Rect, (left, right): Column) -> Rect {
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

/// A box that can be ticked, for whoever leads keys from row to row; drawn where it matters.
pub fn tick_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    (rect, id): (Rect, Id),
    (is_on, is_drawn): (bool, bool),
    words: &str,
) -> Response {
    let response = ui.interact(rect, id, Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, words));
    if is_drawn || is_on || response.hovered() {
        let theme = cx.theme;
        let mark = Rect::from_center_size(rect.center().round(), vec2(14.0, 14.0));
        let (fill, edge) = if is_on { (theme.accent, theme.accent) } else { (theme.panel, theme.line_field) };
        ui.painter().rect(mark, 3.0, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
        if is_on {
            let font = egui::FontId::new(11.0, Type::Small.font().family);
            ui.painter().text(mark.center(), egui::Align2::CENTER_CENTER, icons::CHECK, font, theme.on_accent);
        }
    }
    response
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
    let galley = elided(ui, small(text.0, text.1), rect.width() - 12.0);
    let chip = Rect::from_min_size(pos2(rect.left(), rect.center().y - 9.0), vec2(galley.size().x + 12.0, 18.0));
    painter.rect_filled(chip, f32::from(radius::BAR), ground);
    painter.galley(pos2(chip.left() + 6.0, (chip.center().y - galley.size().y / 2.0).round()), galley, cx.theme.text);
    chip.width()
}
