//! The rows in sight: painting them, and what the pointer asks of them.

use egui::{Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::model::{Session, SessionId, Status};
use crate::texts::{dates, names};

use super::cells::{self, Cells, Figures, Look, PADDING, ROW, Set, Texts, paint_text};
use super::columns::{Column, Places};
use super::order::Order;
use crate::app::context::ViewContext;
use crate::app::phrases;
use crate::app::style::{Type, icons, radius};
use crate::app::widget::menus::session_context_menu;
use crate::app::widget::signs;
use crate::app::widget::tips;

/// What the pointer asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowRequest {
    /// Select a row, in this cell.
    Click(usize, Option<Column>),
    /// Edit a cell.
    Edit(SessionId, Column),
    /// Show a session on the timeline.
    Show(SessionId),
}

/// What rows are painted with.
pub struct Rows<'a> {
    /// What there is to read.
    pub cx: &'a ViewContext<'a>,
    /// Where the columns are.
    pub places: &'a Places,
    /// Which rows there are.
    pub order: &'a Order,
    /// Whether a day stands out where it begins.
    pub by_day: bool,
    /// The cell that keys act on.
    pub cursor: Option<(SessionId, Column)>,
    /// The font of the cells, and that of the titles.
    pub figures: [Figures; 2],
}

/// The room for a sign before a text.
const SIGN: f32 = 18.0;
/// The coloured bar at the left of a row.
const BAR: f32 = 3.0;

/// How wide a column must be for the values that are the same in every plan.
#[must_use]
pub fn needs(ui: &Ui, cx: &ViewContext<'_>, column: Column) -> f32 {
    let width = |text: &str| {
        let font = Type::Body.font();
        // Figures get equal room, which is a little more.
        ui.painter().layout_no_wrap(text.to_owned(), font, cx.theme.text).size().x + 2.0 * PADDING + 6.0
    };
    match column {
        Column::Length => width(&dates::length_text(cx.texts, 90)),
        Column::Status => {
            let names = Status::ALL.map(|status| width(cx.text(names::status(status))));
            names.into_iter().fold(0.0, f32::max) + SIGN
        }
        _ => 0.0,
    }
}

impl Rows<'_> {
    /// The font of the cells, and that of the titles.
    #[must_use]
    pub fn figures(ui: &Ui) -> [Figures; 2] {
        [Type::Body, Type::Strong].map(|kind| Figures::new(ui.ctx(), kind.font()))
    }

    /// Draws the rows of a range, the first at `left_top`.
    pub fn ui(
        &self,
        ui: &Ui,
        range: std::ops::Range<usize>,
        left_top: egui::Pos2,
        cells: &mut Cells,
    ) -> Option<RowRequest> {
        let mut request = None;
        let mut above = None;
        for (line, index) in range.enumerate() {
            let Some(session) = self.order.ids().get(index).and_then(|&id| self.cx.plan.sessions().get(id)) else {
                continue;
            };
            let top = left_top + vec2(0.0, line as f32 * ROW);
            let rect = Rect::from_min_size(top, vec2(self.places.width, ROW));
            let texts = cells.of(self.cx, session, self.order.several_years);
            let day = session.span().map(|span| span.start.date());
            let begins = line == 0 || above != Some(day);
            above = Some(day);
            let row = Row { rows: self, session, index, rect, texts: &texts, same_day: self.by_day && !begins };
            request = row.ui(ui, self.by_day && begins && line > 0).or(request);
        }
        request
    }
}

/// One row.
struct Row<'a> {
    rows: &'a Rows<'a>,
    session: &'a Session,
    index: usize,
    rect: Rect,
    texts: &'a Texts,
    same_day: bool,
}

impl Row<'_> {
    fn ui(&self, ui: &Ui, line_above: bool) -> Option<RowRequest> {
        let Self { rect, session, .. } = *self;
        let Rows { cx, .. } = *self.rows;
        let in_sight = rect.intersect(ui.clip_rect());
        let response = ui.interact(in_sight, Id::unique(("list-row", session.id)), Sense::CLICK);
        let selected = cx.selection.contains(session.id);
        response.widget_info(|| WidgetInfo::selected(egui::Role::Row, true, selected, phrases::spoken(cx, session)));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_selected(selected);
            node.set_row_index(self.index);
        });
        let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|_| response.contains_pointer());
        let hovered = pointer.and_then(|at| self.rows.places.at(at.x - rect.left()));
        let painter = ui.painter();
        let fill = match (selected, pointer.is_some()) {
            (true, _) => cx.theme.accent_soft,
            (false, true) => cx.theme.field,
            (false, false) => cx.theme.panel,
        };
        painter.rect_filled(rect, 0.0, fill);
        let line = if line_above { cx.theme.line_strong } else { cx.theme.line };
        if line_above || !selected {
            painter.hline(rect.x_range(), rect.top() + 0.5, (1.0, line));
        }
        let bar = Rect::from_min_size(rect.min + vec2(4.0, 5.0), vec2(BAR, ROW - 9.0));
        painter.rect_filled(bar, 1.5, cx.session_colors(session).bar);
        let mut cut = None;
        for column in Column::ALL {
            let cell = self.cell(column);
            if cell.intersects(in_sight) && self.cell_ui(ui, column, cell) && hovered == Some(column) {
                cut = Some(column);
            }
        }
        if let Some((id, column)) = self.rows.cursor
            && id == session.id
        {
            let cell = self.cell(column).shrink2(vec2(1.0, 2.0));
            painter.rect_stroke(cell, 4.0, Stroke::new(1.0, cx.theme.accent), StrokeKind::Inside);
        }
        let request = self.button_ui(ui, pointer.is_some());
        session_context_menu(&response, cx, session.id);
        if let Some(column) = hovered {
            self.tip(ui, column, cut == Some(column));
        }
        if request.is_some() {
            return request;
        }
        if response.secondary_clicked() && !selected {
            cx.select(session.id);
        }
        let modified = ui.input(|input| input.modifiers.any());
        match hovered {
            Some(Column::Id) if response.double_clicked() => Some(RowRequest::Show(session.id)),
            Some(column) if response.double_clicked() && !modified && column.editor().is_some() => {
                Some(RowRequest::Edit(session.id, column))
            }
            _ if response.clicked() => Some(RowRequest::Click(self.index, hovered)),
            _ => None,
        }
    }

    fn cell(&self, column: Column) -> Rect {
        let span = self.rows.places.span(column);
        Rect::from_x_y_ranges(self.rect.left() + span.min..=self.rect.left() + span.max, self.rect.y_range())
    }

    /// Paints one cell; answers whether its text had to be cut.
    fn cell_ui(&self, ui: &Ui, column: Column, cell: Rect) -> bool {
        let Rows { cx, figures, .. } = self.rows;
        let figures = &figures[usize::from(column == Column::Title)];
        let painter = ui.painter();
        let session = self.session;
        let cancelled = session.status == Status::Cancelled;
        let unscheduled = session.placement.is_none();
        let untitled = column == Column::Title && session.title.is_empty();
        let weak = match column {
            Column::Id | Column::Event | Column::Languages | Column::Marks | Column::End => true,
            Column::Day => self.same_day || unscheduled,
            Column::Status => session.status == Status::Provisional,
            _ => untitled,
        };
        let color = if weak || cancelled { cx.theme.text_2 } else { cx.theme.text };
        let mut inner = cell.shrink2(vec2(PADDING, 0.0));
        if column == Column::Id {
            inner.min.x += BAR + 2.0;
        }
        if column == Column::Status {
            let (sign, color) = (signs::status_icon(session.status), signs::status_color(cx, session.status));
            let (at, rest) = inner.split_left_right_at_x(inner.left() + SIGN.min(inner.width()));
            paint_text(painter, at, sign, Look { figures, color, set: Set::Plain });
            inner = rest;
        }
        let look = Look { figures, color, set: Set::of(column) };
        let cut = paint_text(painter, inner, &self.texts[column as usize], look);
        if cancelled && column == Column::Title {
            let y = (cell.center().y).round() + 0.5;
            painter.hline(inner.x_range(), y, (1.0, cx.theme.text_2));
        }
        cut
    }

    /// Under the pointer, the way to the timeline.
    fn button_ui(&self, ui: &Ui, hovered: bool) -> Option<RowRequest> {
        let Rows { cx, figures: [figures, _], .. } = self.rows;
        if !hovered {
            return None;
        }
        let cell = self.cell(Column::Id);
        let rect = Rect::from_center_size(pos2(cell.right() - 14.0, cell.center().y), vec2(22.0, 22.0));
        let response = ui.interact(rect, Id::unique(("list-show", self.session.id)), Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, cx.text("list-show")));
        let (ground, color) = if response.hovered() {
            (cx.theme.accent_soft, cx.theme.accent)
        } else {
            (cx.theme.field, cx.theme.text_2)
        };
        ui.painter().rect_filled(rect, radius::CONTROL, ground);
        let inner = rect.shrink2(vec2(4.0, 0.0));
        paint_text(ui.painter(), inner, icons::GANTT, Look { figures, color, set: Set::Plain });
        let clicked = response.clicked();
        response.on_hover_text(cx.text("list-show"));
        clicked.then_some(RowRequest::Show(self.session.id))
    }

    /// What a cell has no room for, or no words.
    fn tip(&self, ui: &Ui, column: Column, cut: bool) {
        let Rows { cx, .. } = *self.rows;
        let session = self.session;
        let rect = self.cell(column).intersect(ui.clip_rect());
        let response = ui.interact(rect, Id::unique(("list-cell", session.id, column)), Sense::HOVER);
        let text = match column {
            Column::Title | Column::Id => return tips::session_tip(&response, cx, session),
            Column::Day | Column::Start | Column::End if session.placement.is_none() => return,
            Column::Day => session.span().map(|span| dates::day_long(cx.texts, span.start.date())),
            Column::End => session.span().map(|span| dates::span_text(cx.texts, span)),
            Column::Body => Some(self.body_titles()),
            Column::Event => cx.plan.events().get(session.event).map(|event| cx.title(&event.title).to_owned()),
            Column::Languages => Some(cells::language_names(cx, session)),
            Column::Marks => {
                let marks = signs::marks(cx, session).into_iter().map(|(icon, text)| format!("{icon} {text}"));
                Some(marks.collect::<Vec<_>>().join("\n"))
            }
            Column::Kind if cut => Some(cx.text(names::session_kind(session.kind)).to_owned()),
            _ if cut => Some(self.texts[column as usize].clone()),
            _ => None,
        };
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            crate::app::paint::text::tip(response, &text);
        }
    }

    fn body_titles(&self) -> String {
        let cx = self.rows.cx;
        let bodies = self.session.bodies.iter().filter_map(|&id| cx.plan.bodies().get(id));
        let name = |body: &std::sync::Arc<crate::model::Body>| {
            let (code, title) = (cx.title(&body.code), cx.title(&body.title));
            if code.is_empty() { title.to_owned() } else { format!("{code}: {title}") }
        };
        bodies.map(name).collect::<Vec<_>>().join("\n")
    }
}
