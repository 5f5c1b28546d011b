//! The lines in sight: painting them, and what the pointer asks of them.

mod row;

use egui::{Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::model::{FieldSort, SessionId, Status};
use crate::texts::{Value, dates, names};

use super::cells::{self, Cells, Figures, Look, PADDING, ROW, Set, paint_text};
use super::columns::{BOXES, Column, Places};
use super::lines::{Head, Line, Lines};
use super::order::Order;
use crate::app::action::UiCommand;
use crate::app::context::ViewContext;
use crate::app::paint::text::{bounded, displayed};
use crate::app::style::{Type, icons, size};
use row::Row;

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

/// What lines are painted with.
pub struct Rows<'a> {
    /// What there is to read.
    pub cx: &'a ViewContext<'a>,
    /// Where the columns are.
    pub places: &'a Places,
    /// How far they are scrolled to the left.
    pub scrolled: f32,
    /// Which rows there are.
    pub order: &'a Order,
    /// Which lines they stand on.
    pub lines: &'a Lines,
    /// The cell that keys act on.
    pub cursor: Option<(SessionId, Column)>,
    /// The font of the cells, and that of the codes.
    pub figures: [Figures; 2],
}

/// The room for a sign before a text.
const SIGN: f32 = 18.0;
/// A box to be ticked.
const BOX: f32 = 16.0;

/// How wide a column must be for the values that are the same in every plan.
#[must_use]
pub fn needs(ui: &Ui, cx: &ViewContext<'_>, order: &Order, column: Column) -> f32 {
    let width = |text: &str| {
        let font = Type::Body.font();
        // Figures get equal room, which is a little more.
        ui.painter().layout_no_wrap(displayed(text).into_owned(), font, cx.theme.text).size().x + 2.0 * PADDING + 6.0
    };
    match column {
        Column::Day => {
            let date = chrono::NaiveDate::from_ymd_opt(2020, 11, 25).unwrap_or_default();
            width(&cells::day(cx, date, order.several_years))
        }
        Column::Own(_) => {
            /// Longer choices are cut.
            const MOST: f32 = 180.0;
            let Some(field) = column.field(cx.plan) else { return 0.0 };
            match field.form.sort() {
                FieldSort::Text => 140.0,
                FieldSort::Number => 72.0,
                FieldSort::Date => {
                    let date = chrono::NaiveDate::from_ymd_opt(2020, 11, 25).unwrap_or_default();
                    width(&dates::dates_year(cx.texts, date, date))
                }
                FieldSort::Choice => {
                    let titles = field.choices().iter().take(32).map(|choice| cx.title(&choice.title));
                    titles.map(|title| width(&bounded(title, 40)).min(MOST)).fold(0.0, f32::max)
                }
                FieldSort::Tick => 0.0,
            }
        }
        Column::Status => {
            let names = Status::ALL.map(|status| width(cx.text(names::status(status))));
            names.into_iter().fold(0.0, f32::max) + SIGN
        }
        _ => 0.0,
    }
}

impl Rows<'_> {
    /// The font of the cells, and that of the codes.
    #[must_use]
    pub fn figures(ui: &Ui) -> [Figures; 2] {
        [Type::Body, Type::Head].map(|kind| Figures::new(ui.ctx(), kind.font()))
    }

    /// Draws some lines, the first at `left_top`.
    pub fn ui(
        &self,
        ui: &Ui,
        range: std::ops::Range<usize>,
        left_top: egui::Pos2,
        cells: &mut Cells,
    ) -> Option<RowRequest> {
        let mut request = None;
        let left = ui.clip_rect().left();
        cells.show(self.places.shown.columns());
        for (at, line) in range.enumerate() {
            let top = left_top.y + at as f32 * ROW;
            let rect = Rect::from_min_size(pos2(left, top), vec2(self.places.width.max(ui.clip_rect().width()), ROW));
            match self.lines.at(line) {
                Line::Head(head) => self.head_ui(ui, self.lines.heads[head], rect),
                Line::New => self.new_ui(ui, rect),
                Line::Row(index) => {
                    let session = self.order.ids().get(index).and_then(|&id| self.cx.plan.sessions().get(id));
                    let Some(session) = session else { continue };
                    let texts = cells.of(self.cx, session, self.order.several_years);
                    let findings = cells.findings(self.cx, session.id);
                    request = Row { rows: self, session, index, rect, texts: &texts, findings }.ui(ui).or(request);
                }
            }
        }
        request
    }

    /// `Thu 20 November · 9 sessions, 6 marked`.
    fn head_ui(&self, ui: &Ui, head: Head, rect: Rect) {
        let Self { cx, figures: [figures, strong], .. } = self;
        let painter = ui.painter();
        painter.rect_filled(rect, 0.0, cx.theme.ground);
        painter.hline(rect.x_range(), rect.bottom() - 0.5, (1.0, cx.theme.line));
        let day = match head.day {
            Some(day) => dates::day_long(cx.texts, day),
            None => cx.text("session-unscheduled").to_owned(),
        };
        // What the filter holds back is marked, too, and must not be counted.
        let marked = head.day.filter(|_| cx.filter.is_empty()).map_or(0, |day| cx.workbench.loads().on(day).marked());
        let values = [("count", Value::from(head.count)), ("marked", Value::from(marked))];
        let counts = cx.texts.text_with(if marked > 0 { "list-head-marked" } else { "list-head" }, &values);
        let response = ui.interact(rect.intersect(ui.clip_rect()), Id::unique(("list-head", head.day)), Sense::HOVER);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, format!("{day} · {counts}")));
        let inner = rect.with_min_x(rect.left() + 12.0);
        let look = |figures, color| Look { figures, color, set: Set::Plain };
        paint_text(painter, inner, &day, look(strong, cx.theme.text));
        let width = painter.layout_no_wrap(day, Type::Head.font(), cx.theme.text).size().x;
        let rest = inner.with_min_x(inner.left() + width + 10.0).with_max_x(ui.clip_rect().right());
        paint_text(painter, rest, &counts, look(figures, cx.theme.text_3));
    }

    /// The last line makes a session.
    fn new_ui(&self, ui: &Ui, rect: Rect) {
        let Self { cx, figures: [figures, _], .. } = self;
        let response = ui.interact(rect.intersect(ui.clip_rect()), Id::unique("list-new"), Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, cx.text("list-new")));
        let painter = ui.painter();
        if response.hovered() || response.has_focus() {
            painter.rect_filled(rect, 0.0, cx.theme.field);
        }
        painter.hline(rect.x_range(), rect.bottom() - 0.5, (1.0, cx.theme.line));
        let look = Look { figures, color: cx.theme.text_3, set: Set::Plain };
        paint_text(painter, rect.with_min_x(rect.left() + BOXES + 10.0), icons::PLUS, look);
        paint_text(painter, rect.with_min_x(rect.left() + BOXES + 32.0), cx.text("list-new"), look);
        if response.clicked() {
            cx.run(UiCommand::AddSession);
        }
    }
}

/// A box to be ticked: all of what it stands for, some of it, or nothing.
pub fn box_ui(painter: &egui::Painter, cx: &ViewContext<'_>, cell: Rect, ticked: Option<bool>) {
    let rect = Rect::from_center_size(cell.center().round(), vec2(BOX, BOX));
    if ticked == Some(false) {
        painter.rect(rect, 4.0, cx.theme.panel, Stroke::new(1.0, cx.theme.line_field), StrokeKind::Inside);
        return;
    }
    painter.rect_filled(rect, 4.0, cx.theme.accent);
    let sign = if ticked.is_some() { icons::CHECK } else { icons::MINUS };
    let font = egui::FontId::proportional(size::SMALL_ICON);
    painter.text(rect.center(), egui::Align2::CENTER_CENTER, sign, font, cx.theme.on_accent);
}
