//! The lines in sight: painting them, and what the pointer asks of them.

use egui::{Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::model::{Session, SessionId, Status};
use crate::texts::{Value, dates, names};

use super::cells::{self, Cells, Figures, Look, PADDING, ROW, Set, Texts, paint_text};
use super::columns::{BOXES, Column, Places};
use super::lines::{Head, Line, Lines};
use super::order::Order;
use crate::app::action::{Action, UiCommand};
use crate::app::context::ViewContext;
use crate::app::phrases;
use crate::app::style::{Type, icons, radius, size};
use crate::app::widget::session::as_session;
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
/// The ground of the sign of a kind.
const KIND: f32 = 20.0;
/// A box to be ticked.
const BOX: f32 = 16.0;
/// The edge of a selected row.
const EDGE: f32 = 2.0;

/// How wide a column must be for the values that are the same in every plan.
#[must_use]
pub fn needs(ui: &Ui, cx: &ViewContext<'_>, order: &Order, column: Column) -> f32 {
    let width = |text: &str| {
        let font = Type::Body.font();
        // Figures get equal room, which is a little more.
        ui.painter().layout_no_wrap(text.to_owned(), font, cx.theme.text).size().x + 2.0 * PADDING + 6.0
    };
    match column {
        Column::Day => {
            let date = chrono::NaiveDate::from_ymd_opt(2020, 11, 25).unwrap_or_default();
            width(&cells::day(cx, date, order.several_years))
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
pub fn box_ui(ui: &Ui, cx: &ViewContext<'_>, cell: Rect, ticked: Option<bool>) {
    let rect = Rect::from_center_size(cell.center().round(), vec2(BOX, BOX));
    let painter = ui.painter();
    if ticked == Some(false) {
        painter.rect(rect, 4.0, cx.theme.panel, Stroke::new(1.0, cx.theme.line_field), StrokeKind::Inside);
        return;
    }
    painter.rect_filled(rect, 4.0, cx.theme.accent);
    let sign = if ticked.is_some() { icons::CHECK } else { icons::MINUS };
    let font = egui::FontId::proportional(size::SMALL_ICON);
    painter.text(rect.center(), egui::Align2::CENTER_CENTER, sign, font, cx.theme.on_accent);
}

/// One row.
struct Row<'a> {
    rows: &'a Rows<'a>,
    session: &'a Session,
    index: usize,
    /// From the left end of what is in sight.
    rect: Rect,
    texts: &'a Texts,
    findings: [usize; 3],
}

impl Row<'_> {
    fn ui(&self, ui: &Ui) -> Option<RowRequest> {
        let Self { rect, session, .. } = *self;
        let Rows { cx, places, scrolled, .. } = *self.rows;
        let in_sight = rect.intersect(ui.clip_rect());
        let response = ui.interact(in_sight, Id::unique(("list-row", session.id)), Sense::CLICK);
        let selected = as_session(&response, cx, session, egui::Role::Row);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_selected(selected);
            node.set_row_index(self.index);
        });
        let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|_| response.contains_pointer());
        let hovered = pointer.and_then(|at| places.at(at.x - rect.left(), scrolled));
        let painter = ui.painter();
        let fill = match (selected, pointer.is_some()) {
            (true, _) => cx.theme.accent_soft,
            (false, true) => cx.theme.field,
            (false, false) => cx.theme.panel,
        };
        painter.rect_filled(rect, 0.0, fill);
        painter.hline(rect.x_range(), rect.bottom() - 0.5, (1.0, cx.theme.line));
        let mut cut = None;
        let frozen = rect.left() + places.frozen();
        let behind = painter.with_clip_rect(ui.clip_rect().intersect(rect.with_min_x(frozen)));
        for column in places.shown.columns().iter().copied() {
            let cell = self.cell(column);
            let painter = if column == Column::Title { painter } else { &behind };
            if cell.intersects(in_sight) && self.cell_ui(painter, column, cell) && hovered == Some(column) {
                cut = Some(column);
            }
        }
        painter.vline(frozen - 0.5, rect.y_range(), (1.0, cx.theme.line_strong));
        if selected {
            painter.rect_filled(rect.with_max_x(rect.left() + EDGE), 0.0, cx.theme.select);
        }
        if let Some((id, column)) = self.rows.cursor
            && id == session.id
            && places.shown.has(column)
        {
            let painter = if column == Column::Title { painter } else { &behind };
            let cell = self.cell(column).shrink2(vec2(1.0, 2.0));
            painter.rect_stroke(cell, 4.0, Stroke::new(1.0, cx.theme.accent), StrokeKind::Inside);
        }
        let toggled = (selected || pointer.is_some()) && self.box_ui(ui, selected);
        let request = self.button_ui(ui, pointer.is_some());
        if let Some(column) = hovered {
            self.tip(ui, column, cut == Some(column));
        }
        if request.is_some() || toggled {
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
        let span = self.rows.places.in_sight(column, self.rows.scrolled);
        Rect::from_x_y_ranges(self.rect.left() + span.min..=self.rect.left() + span.max, self.rect.y_range())
    }

    /// The box at the left adds the row to the selection, or takes it away.
    fn box_ui(&self, ui: &Ui, selected: bool) -> bool {
        let cx = self.rows.cx;
        let cell = self.rect.with_max_x(self.rect.left() + BOXES);
        let response =
            ui.interact(cell.intersect(ui.clip_rect()), Id::unique(("list-box", self.session.id)), Sense::CLICK);
        response.widget_info(|| {
            let name = cx.texts.text_with("list-box", &[("session", Value::from(cx.session_title(self.session)))]);
            WidgetInfo::selected(egui::Role::CheckBox, true, selected, name)
        });
        box_ui(ui, cx, cell, Some(selected));
        let clicked = response.clicked();
        if clicked {
            cx.act(Action::Toggle(self.session.id));
        }
        clicked
    }

    /// Paints one cell; answers whether its text had to be cut.
    fn cell_ui(&self, painter: &egui::Painter, column: Column, cell: Rect) -> bool {
        let Rows { cx, figures, .. } = self.rows;
        let [figures, strong] = figures;
        let session = self.session;
        let cancelled = session.status == Status::Cancelled;
        let untitled = column == Column::Title && session.title.is_empty();
        let color = if column == Column::Title && !untitled && !cancelled { cx.theme.text } else { cx.theme.text_2 };
        let mut inner = cell.shrink2(vec2(PADDING, 0.0));
        let mut text = self.texts[column as usize].as_str();
        let look = Look { figures, color, set: Set::of(column) };
        match column {
            Column::Status => {
                let (sign, color) = (signs::status_icon(session.status), signs::status_color(cx, session.status));
                let (at, rest) = inner.split_left_right_at_x(inner.left() + SIGN.min(inner.width()));
                paint_text(painter, at, sign, Look { figures, color, set: Set::Plain });
                inner = rest;
            }
            Column::Findings => return self.findings_ui(painter, inner),
            Column::Title => {
                let colors = cx.session_colors(session);
                let ground =
                    Rect::from_center_size(pos2(cell.left() + 22.0, cell.center().y).round(), vec2(KIND, KIND));
                painter.rect_filled(ground, radius::BAR, colors.fill);
                let font = egui::FontId::proportional(size::SMALL_ICON);
                let sign = cx.kind_sign(session.called());
                painter.text(ground.center(), egui::Align2::CENTER_CENTER, sign, font, colors.bar);
                inner.min.x = ground.right() + 8.0;
                let bodies = session.bodies.iter().filter_map(|&id| cx.plan.bodies().get(id));
                let mut codes = bodies.map(|body| cx.title(&body.code));
                let leads = |code: &&str| {
                    let rest = text.strip_prefix(code).filter(|_| !code.is_empty());
                    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
                };
                if let Some(code) = codes.find(leads) {
                    paint_text(painter, inner, code, Look { figures: strong, ..look });
                    let width = painter.layout_no_wrap(code.to_owned(), Type::Head.font(), color).size().x;
                    text = &text[code.len()..];
                    // A blank at the start of a text takes no room.
                    let blank = if text.starts_with(' ') { 4.0 } else { 0.0 };
                    inner.min.x += width + blank;
                    text = text.trim_start();
                }
            }
            _ => {}
        }
        let cut = paint_text(painter, inner, text, look);
        if cancelled && column == Column::Title {
            let y = (cell.center().y).round() + 0.5;
            painter.hline(inner.x_range(), y, (1.0, cx.theme.text_2));
        }
        cut
    }

    /// How many findings name the session, the worst first.
    fn findings_ui(&self, painter: &egui::Painter, inner: Rect) -> bool {
        let cx = self.rows.cx;
        let mut x = inner.left();
        for (severity, count) in phrases::SEVERITIES.into_iter().zip(self.findings) {
            if count == 0 {
                continue;
            }
            let (sign, color) = cx.theme.severity_sign(severity);
            let y = inner.center().y;
            let font = egui::FontId::proportional(size::SMALL_ICON);
            let sign = painter.text(pos2(x, y), egui::Align2::LEFT_CENTER, sign, font, color);
            let at = pos2(sign.right() + 3.0, y);
            let color = cx.theme.severity(severity);
            x = painter.text(at, egui::Align2::LEFT_CENTER, count, Type::Cap.font(), color).right() + 6.0;
        }
        x > inner.right() + 6.0
    }

    /// Under the pointer, the way to the timeline.
    fn button_ui(&self, ui: &Ui, hovered: bool) -> Option<RowRequest> {
        let Rows { cx, figures: [figures, _], .. } = self.rows;
        if !hovered {
            return None;
        }
        let cell = self.cell(Column::Title);
        let rect = Rect::from_center_size(pos2(cell.right() - 16.0, cell.center().y), vec2(24.0, 24.0));
        let response = ui.interact(rect, Id::unique(("list-show", self.session.id)), Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, cx.text("list-show")));
        let (ground, color) = if response.hovered() {
            (cx.theme.accent_soft, cx.theme.accent)
        } else {
            (cx.theme.field, cx.theme.text_2)
        };
        ui.painter().rect_filled(rect, radius::CONTROL, ground);
        let inner = rect.shrink2(vec2(5.0, 0.0));
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
            Column::Title | Column::Id | Column::Findings => return tips::session_tip(&response, cx, session),
            Column::Day | Column::Start | Column::End if session.placement.is_none() => return,
            Column::Day => session.span().map(|span| dates::day_long(cx.texts, span.start.date())),
            Column::End => session.span().map(|span| dates::span_text(cx.texts, span)),
            Column::Length => Some(dates::length_text(cx.texts, session.length().mins())),
            Column::Body => Some(self.body_titles()),
            Column::Event => cx.plan.events().get(session.event).map(|event| cx.title(&event.title).to_owned()),
            Column::Languages => Some(cells::language_names(cx, session)),
            Column::Marks => {
                let marks = signs::marks(cx, session).into_iter().map(|(icon, text)| format!("{icon} {text}"));
                Some(marks.collect::<Vec<_>>().join("\n"))
            }
            Column::Kind if cut => Some(cx.kind_name(session.called()).to_owned()),
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
