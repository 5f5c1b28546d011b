//! The table: rows in sight, and what the pointer asks of them.

use egui::{Align2, Color32, FontId, Id, Painter, Rect, RichText, Sense, Stroke, Ui, WidgetInfo, pos2};

use crate::app::context::ViewContext;
use crate::app::paint::text::{displayed, elided};
use crate::app::style::{Type, icons, size};
use crate::app::widget::cells::{
    Column, FromRight, ROW, Shown, cell, chip, ground, heads_ui, row_fill, rows_ui, small, text, text_right,
};
use crate::app::widget::items::{due_text, item_title, minutes, outcome_sign, over_text, shares_text, sum_text};
use crate::app::widget::menus;
use crate::model::agenda::{Agenda, Line, Sitting, Taken};
use crate::model::{AgendaItem, ItemOutcome, RowId};
use crate::texts::{dates, names, short, tid};

use super::rows::{Block, Row, is_break, line_of};
use super::typing::{Cell, Ended, Typing, What};

/// The room of the handle.
const HANDLE: f32 = 22.0;

/// What the pointer asks for.
#[derive(Debug)]
pub enum Asked {
    /// To look at a row.
    Choose(RowId),
    /// To type in a cell.
    Type(RowId, Cell),
    /// To type a new item, in the field of this session.
    New(usize),
    /// To take hold of a row.
    Drag(RowId),
    /// Typing has ended.
    Ended(Ended),
}

/// The columns.
pub struct Columns {
    number: Column,
    due: Column,
    title: Column,
    minutes: Column,
    origin: Column,
    presented: Column,
    documents: Column,
    topics: Column,
    outcome: Column,
}

impl Columns {
    fn new(width: f32) -> Self {
        let mut columns = FromRight::new(width);
        let outcome = columns.take(520.0, 112.0);
        let topics = columns.take(1080.0, 76.0);
        let documents = columns.take(820.0, 132.0);
        let presented = columns.take(700.0, 132.0);
        let origin = columns.take(940.0, 104.0);
        let minutes = columns.take(0.0, 64.0);
        let number = (HANDLE, HANDLE + 40.0);
        let due = (number.1 + 4.0, number.1 + 100.0);
        let title = (due.1 + 6.0, (minutes.0 - 8.0).max(due.1 + 40.0));
        Self { number, due, title, minutes, origin, presented, documents, topics, outcome }
    }
}

/// What stands out in the table.
pub struct Marks<'a> {
    /// The row that keys act on.
    pub cursor: Option<RowId>,
    /// What is dragged, and above which row of the table it would be let go of.
    pub dragged: Option<(&'a [RowId], Option<usize>)>,
}

/// Draws it; `sought` is brought into sight.
pub fn ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (agenda, rows): (&Agenda, &[Row]),
    (marks, typing): (&Marks<'_>, &mut Option<Typing>),
    sought: Option<usize>,
) -> (Option<Asked>, Shown) {
    let whole = ui.max_rect();
    let (top, body) = whole.split_top_bottom_at_y(whole.top() + ROW);
    let columns = Columns::new(whole.width());
    head_ui(ui, cx, &columns, top);
    let mut asked = None;
    let shown = rows_ui(ui, ("agenda", body), (rows.len(), sought), |ui, at, rect| {
        let drawn = Drawn { cx, agenda, columns: &columns, marks };
        let new = match &rows[at] {
            Row::Head(block) => {
                drawn.head_ui(ui, block, rect);
                None
            }
            row @ Row::Line(..) => {
                line_of(agenda, row).and_then(|(sitting, line)| drawn.line_ui(ui, (sitting, line), typing, rect))
            }
            Row::New(place) => drawn.new_ui(ui, *place, typing, rect),
        };
        asked = new.or(asked.take());
        if marks.dragged.is_some_and(|(_, target)| target == Some(at)) {
            ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(2.0, cx.theme.accent));
        }
    });
    (asked, shown)
}

fn head_ui(ui: &Ui, cx: &ViewContext<'_>, columns: &Columns, rect: Rect) {
    let heads = [
        (columns.number, tid("agenda-number")),
        (columns.due, tid("item-due")),
        (columns.title, tid("inspector-title")),
        (columns.origin, tid("item-origin")),
        (columns.presented, tid("item-presented")),
        (columns.documents, tid("inspector-documents")),
        (columns.topics, tid("inspector-topics")),
        (columns.outcome, tid("item-outcome")),
    ];
    heads_ui(ui, cx, rect, (&heads, &[(columns.minutes, tid("agenda-minutes"))]));
}

struct Drawn<'a> {
    cx: &'a ViewContext<'a>,
    agenda: &'a Agenda,
    columns: &'a Columns,
    marks: &'a Marks<'a>,
}

impl Drawn<'_> {
    /// `Mon 14 July  13:00–14:15  Online` and at the right `75 min, 84 given · 9 min too many`.
    fn head_ui(&self, ui: &Ui, block: &Block, rect: Rect) {
        let cx = self.cx;
        let Some(sitting) = self.agenda.sittings.get(block.sitting) else { return };
        let painter = ground(ui, cx, rect, cx.theme.ground);
        let day = match sitting.start {
            Some(start) => dates::day_heading(cx.texts, start.date()),
            None => cx.text("session-unscheduled").to_owned(),
        };
        let span = crate::model::agenda::Due { start_secs: block.span.0, end_secs: block.span.1, over_secs: 0 };
        let span = due_text(sitting, span);
        let sum = sum_text(cx, (block.room_secs, block.given_secs));
        let (sign, fits, color) = if block.over_secs > 0 {
            (icons::CIRCLE_X, over_text(cx, block.over_secs), cx.theme.error)
        } else {
            (icons::CHECK, cx.text("agenda-fits").to_owned(), cx.theme.ok)
        };
        let told = elided(ui, small(&format!("{sign} {fits}"), color), 200.0);
        let mut right = rect.right() - 12.0 - told.size().x;
        painter.galley(pos2(right, (rect.center().y - told.size().y / 2.0).round()), told, color);
        let sum_galley = elided(ui, small(&sum, cx.theme.text_2), 220.0);
        right -= 14.0 + sum_galley.size().x;
        painter.galley(pos2(right, (rect.center().y - sum_galley.size().y / 2.0).round()), sum_galley, cx.theme.text_2);
        let mut left = 12.0;
        let room = right - rect.left() - 12.0;
        let mut write = |words: RichText| {
            left += text(ui, &painter, cell(rect, (left, room)), words) + 10.0;
        };
        write(RichText::new(&day).font(Type::Head.font()).color(cx.theme.text));
        write(RichText::new(&span).font(Type::Body.font()).color(cx.theme.text));
        if let Some(session) = cx.plan.sessions().get(sitting.session) {
            let rooms = cx.room_titles(session);
            let name = short::session_name(cx.plan, cx.settings.title_language(), session);
            let parts = [name, rooms].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
            write(small(&parts.join(" · "), cx.theme.text_2));
        }
        let response = ui.interact(rect, Id::unique(("agenda-head", sitting.session, block.span.0)), Sense::CLICK);
        let spoken = format!("{day} {span}: {sum}, {fits}");
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &spoken));
        if response.clicked() {
            cx.select(sitting.session);
        }
    }

    fn line_ui(
        &self,
        ui: &mut Ui,
        (sitting, line): (&Sitting, &Line),
        typing: &mut Option<Typing>,
        rect: Rect,
    ) -> Option<Asked> {
        let (cx, row) = (self.cx, line.taken.row());
        let is_chosen = self.marks.cursor == Some(row);
        let is_dragged = self.marks.dragged.is_some_and(|(rows, _)| rows.contains(&row));
        let response = ui.interact(rect, Id::unique(("agenda-row", row)), Sense::CLICK | Sense::DRAG);
        let title = self.title(line);
        let spoken = self.spoken((sitting, line), &title);
        response.widget_info(|| WidgetInfo::selected(egui::Role::Row, true, is_chosen, &spoken));
        let plain = if is_break(line) { cx.theme.ground } else { cx.theme.panel };
        let painter = ground(ui, cx, rect, row_fill(cx, (is_chosen, response.hovered()), plain));
        let typed_in = |typing: &Typing| match typing.what {
            What::Cell(id, cell) if RowId::Item(id) == row => Some(cell),
            _ => None,
        };
        let open = typing.as_ref().and_then(typed_in);
        self.cells_ui(ui, &painter, rect, (sitting, line, &title), (open, is_dragged));
        let mut asked = None;
        if let (Some(open), Some(typing)) = (open, typing.as_mut()) {
            let place = match open {
                Cell::Title => cell(rect, self.columns.title),
                Cell::Minutes => cell(rect, (self.columns.minutes.0 - 20.0, self.columns.minutes.1)),
            };
            asked = typing.ui(ui, cx, place).map(Asked::Ended);
        }
        let response = response.on_hover_text(displayed(&self.tip((sitting, line), &title)));
        menus::item_context_menu(&response, cx);
        let pointer = response.interact_pointer_pos();
        if response.double_clicked() {
            let is_minutes = pointer.is_some_and(|pos| cell(rect, self.columns.minutes).x_range().contains(pos.x));
            let cell = if is_minutes { Cell::Minutes } else { Cell::Title };
            return Some(Asked::Type(row, cell));
        }
        if response.drag_started_by(egui::PointerButton::Primary) {
            return Some(Asked::Drag(row));
        }
        if response.clicked() || response.secondary_clicked() {
            return Some(Asked::Choose(row));
        }
        asked
    }

    fn title(&self, line: &Line) -> String {
        match &line.taken {
            Taken::Item(item) => short::one_line(item_title(self.cx, item)),
            Taken::Statement(statement) => {
                let person = self.cx.plan.people().get(statement.speaker);
                person.map(|person| person.name.clone()).unwrap_or_default()
            }
        }
    }

    fn spoken(&self, (sitting, line): (&Sitting, &Line), title: &str) -> String {
        let due = due_text(sitting, line.due);
        let late = if line.due.over_secs > 0 { over_text(self.cx, line.due.over_secs) } else { String::new() };
        let outcome = line.taken.item().map(|item| self.cx.text(names::item_outcome(item.outcome)));
        let parts = [line.number.as_str(), title, &due, &late, outcome.unwrap_or_default()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn tip(&self, (sitting, line): (&Sitting, &Line), title: &str) -> String {
        let summary = line.taken.item().map(|item| self.cx.settings.title(&item.summary)).unwrap_or_default();
        let due = due_text(sitting, line.due);
        if summary.is_empty() { format!("{title}\n{due}") } else { format!("{title}\n{due}\n{summary}") }
    }

    fn cells_ui(
        &self,
        ui: &Ui,
        painter: &Painter,
        rect: Rect,
        (sitting, line, title): (&Sitting, &Line, &str),
        (open, is_dragged): (Option<Cell>, bool),
    ) {
        let (cx, columns) = (self.cx, self.columns);
        let theme = cx.theme;
        let ink = if is_dragged { theme.text_3 } else { theme.text };
        let handle = cell(rect, (0.0, HANDLE));
        let sign = if is_break(line) { icons::COFFEE } else { icons::GRIP };
        painter.text(handle.center(), Align2::CENTER_CENTER, sign, FontId::proportional(12.0), theme.text_3);
        let number = RichText::new(&line.number).font(Type::Body.font());
        let added = line.number.contains(|c: char| c.is_alphabetic());
        text(ui, painter, cell(rect, columns.number), number.color(if added { theme.accent } else { theme.text_2 }));
        let is_late = line.due.over_secs > 0;
        let due = due_text(sitting, line.due);
        let due = if is_late { format!("{} {due}", icons::WARNING) } else { due };
        let color = if is_late { theme.error } else { theme.text_2 };
        text(ui, painter, cell(rect, columns.due), small(&due, color));
        if open != Some(Cell::Title) {
            let indent = 16.0 * f32::from(line.level);
            let font = if line.is_heading { Type::Strong } else { Type::Body };
            let words = RichText::new(title).font(font.font()).color(ink);
            text(ui, painter, cell(rect, (columns.title.0 + indent, columns.title.1)), words);
        }
        if open != Some(Cell::Minutes) {
            self.minutes_ui(ui, painter, cell(rect, columns.minutes), line);
        }
        if let Some(item) = line.taken.item().filter(|_| !is_break(line)) {
            self.item_ui(ui, painter, rect, item);
        }
    }

    fn minutes_ui(&self, ui: &Ui, painter: &Painter, rect: Rect, line: &Line) {
        let theme = self.cx.theme;
        let (words, font) = match line.taken.item() {
            Some(item) if !line.is_heading => (shares_text(item), Type::Body),
            _ => (minutes(i64::from(line.group_secs)), Type::Strong),
        };
        text_right(ui, painter, rect, RichText::new(words).font(font.font()).color(theme.text));
    }

    /// Who brought it in, who presents it, on which papers, and what came of it.
    fn item_ui(&self, ui: &Ui, painter: &Painter, rect: Rect, item: &AgendaItem) {
        let (cx, columns) = (self.cx, self.columns);
        if let Some(origin) = item.origin {
            let words = small(cx.text(names::item_origin(origin)), cx.theme.text_2);
            text(ui, painter, cell(rect, columns.origin), words);
        }
        text(ui, painter, cell(rect, columns.presented), small(&presented(cx, item), cx.theme.text_2));
        text(ui, painter, cell(rect, columns.documents), small(&documents(cx, item), cx.theme.text_2));
        let topics = item.topics.iter().filter_map(|&id| cx.plan.topics().get(id));
        let topics = match item.topics.len() {
            0 => String::new(),
            1..=2 => topics.map(|row| row.code.as_str()).collect::<Vec<_>>().join(", "),
            count => count.to_string(),
        };
        text(ui, painter, cell(rect, columns.topics), small(&topics, cx.theme.text_2));
        let place = cell(rect, columns.outcome);
        if place.width() < 8.0 {
            return;
        }
        let words = cx.text(names::item_outcome(item.outcome));
        if item.outcome == ItemOutcome::NotTaken {
            text(ui, painter, place, small(words, cx.theme.text_3));
            return;
        }
        let color = outcome_color(cx, item.outcome);
        let words = format!("{} {words}", outcome_sign(item.outcome));
        chip(ui, cx, painter, (place, cx.theme.field), (&words, color));
    }

    /// The field for the next item: words until somebody types there.
    fn new_ui(&self, ui: &mut Ui, place: usize, typing: &mut Option<Typing>, rect: Rect) -> Option<Asked> {
        let cx = self.cx;
        let sitting = self.agenda.sittings.get(place)?;
        let is_here = |typing: &&mut Typing| matches!(typing.what, What::New(spot) if spot.session == sitting.session);
        let painter = ground(ui, cx, rect, cx.theme.panel);
        let field = cell(rect, (self.columns.title.0, self.columns.minutes.1));
        if let Some(typing) = typing.as_mut().filter(is_here) {
            return typing.ui(ui, cx, field).map(Asked::Ended);
        }
        let response = ui.interact(rect, Id::unique(("agenda-new", sitting.session)), Sense::CLICK);
        let name = cx.text("agenda-write");
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name));
        let lit = response.hovered() || response.has_focus();
        let color = if lit { cx.theme.accent } else { cx.theme.text_3 };
        let at = cell(rect, (0.0, HANDLE)).center();
        painter.text(at, Align2::CENTER_CENTER, icons::PLUS, FontId::proportional(size::SMALL_ICON), color);
        text(ui, &painter, field, RichText::new(name).font(Type::Body.font()).color(color));
        response.clicked().then_some(Asked::New(place))
    }
}

/// Who presents an item: its speakers, then the bodies in whose name.
fn presented(cx: &ViewContext<'_>, item: &AgendaItem) -> String {
    let people = item.speakers.iter().filter_map(|&id| cx.plan.people().get(id)).map(|person| person.name.as_str());
    let bodies = item.presenters.iter().filter_map(|&id| cx.plan.bodies().get(id));
    people.chain(bodies.map(|body| cx.short_name(&body.code, &body.title))).collect::<Vec<_>>().join(", ")
}

/// The first document of an item, by its symbol or its title, and how many more there are.
fn documents(cx: &ViewContext<'_>, item: &AgendaItem) -> String {
    let Some(first) = item.documents.first().and_then(|&id| cx.plan.documents().get(id)) else { return String::new() };
    let name = if first.symbol.is_empty() { cx.settings.title(&first.title) } else { &first.symbol };
    match item.documents.len() - 1 {
        0 => name.to_owned(),
        more => format!("{} +{more}", short::beginning(name, 14)),
    }
}

/// The colour of what came of an item.
fn outcome_color(cx: &ViewContext<'_>, outcome: ItemOutcome) -> Color32 {
    match outcome {
        ItemOutcome::NotTaken => cx.theme.text_3,
        ItemOutcome::Open | ItemOutcome::Deferred => cx.theme.warning,
        ItemOutcome::Referred | ItemOutcome::Noted => cx.theme.accent,
        ItemOutcome::Concluded | ItemOutcome::Approved => cx.theme.ok,
    }
}
