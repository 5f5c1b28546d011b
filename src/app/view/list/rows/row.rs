//! One row of the table: painting its cells, and what the pointer asks of them.

use egui::{Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::edit::Command;
use crate::model::{FieldId, FieldSort, FieldValue, Session, Status};
use crate::texts::{Value, dates, short};

use super::super::cells::{self, Look, PADDING, Set, Texts, paint_text};
use super::super::columns::{BOXES, Column};
use super::{RowRequest, Rows, SIGN, box_ui};
use crate::app::action::Action;
use crate::app::paint::text::tip;
use crate::app::phrases;
use crate::app::style::{Type, icons, radius, size};
use crate::app::widget::session::as_session;
use crate::app::widget::signs;
use crate::app::widget::tips;

/// The ground of the sign of a kind.
const KIND: f32 = 20.0;
/// The edge of a selected row.
const EDGE: f32 = 2.0;

/// One row.
pub struct Row<'a> {
    /// What it is painted with.
    pub rows: &'a Rows<'a>,
    /// Whose it is.
    pub session: &'a Session,
    /// Its place in the order.
    pub index: usize,
    /// From the left end of what is in sight.
    pub rect: Rect,
    /// What stands in its cells, in the order of the shown columns.
    pub texts: &'a Texts,
    /// How many findings name it, by severity.
    pub findings: [usize; 3],
}

impl Row<'_> {
    /// Draws it.
    pub fn ui(&self, ui: &Ui) -> Option<RowRequest> {
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
        for ((column, span), text) in places.in_order(scrolled).zip(self.texts) {
            let cell = self.cell_at(span);
            let painter = if column == Column::Title { painter } else { &behind };
            if cell.intersects(in_sight) && self.cell_ui(painter, (column, text), cell) && hovered == Some(column) {
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
        let toggled = self.ticks_ui(ui, frozen) || toggled;
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
            Some(column) if response.double_clicked() && !modified && column.editor(cx.plan).is_some() => {
                Some(RowRequest::Edit(session.id, column))
            }
            _ if response.clicked() => Some(RowRequest::Click(self.index, hovered)),
            _ => None,
        }
    }

    fn cell(&self, column: Column) -> Rect {
        self.cell_at(self.rows.places.in_sight(column, self.rows.scrolled))
    }

    fn cell_at(&self, span: egui::Rangef) -> Rect {
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
        box_ui(ui.painter(), cx, cell, Some(selected));
        let clicked = response.clicked();
        if clicked {
            cx.act(Action::Toggle(self.session.id));
        }
        clicked
    }

    /// The boxes of own fields that are ticked or not: a click does it at once.
    fn ticks_ui(&self, ui: &Ui, frozen: f32) -> bool {
        let Rows { cx, places, scrolled, .. } = *self.rows;
        let mut toggled = false;
        for (column, span) in places.in_order(scrolled) {
            let Column::Own(field) = column else { continue };
            if column.sort(cx.plan) != Some(FieldSort::Tick) {
                continue;
            }
            let cell = Rect::from_min_size(self.cell_at(span).min, vec2(BOXES.min(span.span()), self.rect.height()));
            let in_sight = cell.intersect(ui.clip_rect()).intersect(self.rect.with_min_x(frozen));
            toggled |= in_sight.is_positive() && self.tick_ui(ui, (column, field), (cell, in_sight));
        }
        toggled
    }

    fn tick_ui(&self, ui: &Ui, (column, field): (Column, FieldId), (cell, in_sight): (Rect, Rect)) -> bool {
        let (cx, session) = (self.rows.cx, self.session);
        let is_on = session.own.get(field).is_some();
        let response = ui.interact(in_sight, Id::unique(("list-tick", session.id, column)), Sense::CLICK);
        response.widget_info(|| {
            let values =
                [("column", Value::from(column.name(cx))), ("session", Value::from(cx.session_title(session)))];
            WidgetInfo::selected(egui::Role::CheckBox, true, is_on, cx.texts.text_with("list-editor", &values))
        });
        box_ui(&ui.painter_at(in_sight), cx, cell, Some(is_on));
        if response.clicked() {
            let mut after = session.clone();
            after.own.set(field, (!is_on).then_some(FieldValue::Tick));
            cx.perform(Command::change(session, after));
        }
        response.clicked()
    }

    /// Paints one cell; answers whether its text had to be cut.
    fn cell_ui(&self, painter: &egui::Painter, (column, text): (Column, &str), cell: Rect) -> bool {
        let Rows { cx, figures, .. } = self.rows;
        let [figures, strong] = figures;
        let session = self.session;
        let cancelled = session.status == Status::Cancelled;
        let untitled = column == Column::Title && session.title.is_empty();
        let color = if column == Column::Title && !untitled && !cancelled { cx.theme.text } else { cx.theme.text_2 };
        let mut inner = cell.shrink2(vec2(PADDING, 0.0));
        let mut text = text;
        let waits = session.placement.is_none();
        // Where it should be, and is not.
        let is_wish = waits && matches!(column, Column::Day | Column::Start | Column::Room);
        let color = if is_wish { cx.theme.text_3 } else { color };
        let look = Look { figures, color, set: Set::of(cx.plan, column) };
        match column {
            Column::Status => {
                let (sign, color) = (signs::status_icon(session.status), signs::status_color(cx, session.status));
                let (at, rest) = inner.split_left_right_at_x(inner.left() + SIGN.min(inner.width()));
                paint_text(painter, at, sign, Look { figures, color, set: Set::Plain });
                inner = rest;
            }
            Column::Findings => return self.findings_ui(painter, inner),
            Column::Day if waits && session.wish.day.is_some() => {
                let (at, rest) = inner.split_left_right_at_x(inner.left() + SIGN.min(inner.width()));
                paint_text(painter, at, icons::INBOX, Look { figures, color, set: Set::Plain });
                inner = rest;
            }
            Column::Meeting => {
                // A number that is fixed has a lock behind it.
                let meeting = cells::meeting(cx, session);
                let text = if session.number.is_some() { format!("{meeting} {}", icons::LOCK) } else { meeting };
                return paint_text(painter, inner, &text, look);
            }
            Column::ToDos | Column::Comments => {
                return paint_text(painter, inner, &cells::comments(cx, session.id, column), look);
            }
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
            Column::Meeting => Some(self.meeting_words()),
            Column::Held => phrases::held(cx, session),
            Column::ToDos | Column::Comments => Some(self.comment_words()),
            _ if cut => {
                let at = self.rows.places.shown.columns().iter().position(|&shown| shown == column);
                at.and_then(|at| self.texts.get(at).cloned())
            }
            _ => None,
        };
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            tip(response, &text);
        }
    }

    /// Which meeting it is, and whether that is fixed.
    fn meeting_words(&self) -> String {
        let (cx, session) = (self.rows.cx, self.session);
        let meeting = cells::meeting(cx, session);
        match session.number {
            Some(_) if !meeting.is_empty() => {
                cx.texts.text_with("list-meeting-fixed", &[("meeting", Value::from(&meeting))])
            }
            _ => meeting,
        }
    }

    /// The last comments, each after who wrote it.
    fn comment_words(&self) -> String {
        const MOST: usize = 5;
        let all = self.rows.cx.comments_on(self.session.id);
        let last = all.iter().rev().take(MOST).rev();
        let line = |text: &str| short::beginning(text, phrases::LINE_LETTERS);
        last.map(|comment| format!("{}: {}", comment.by, line(&comment.text))).collect::<Vec<_>>().join("\n")
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
