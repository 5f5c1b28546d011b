//! The table: rows in sight, and what the pointer asks of them.

use egui::{
    Align2, Color32, FontId, Id, Painter, PointerButton, Rect, RichText, Role, Sense, Stroke, Ui, WidgetInfo, vec2,
};

use crate::app::context::ViewContext;
use crate::app::paint::text::displayed;
use crate::app::style::{Type, icons, size};
use crate::app::widget::cells::{
    Column, FromRight, ROW, Shown, cell, chip, ground, heads_ui, row_fill, rows_ui, small, text, text_right,
};
use crate::app::widget::statements::{
    days_text, due_clock, due_seconds, length, person, rank_name, region, request_sign, requested, speaks_for,
    text_sign,
};
use crate::model::speaking::{self, Line, Part, SpeakingList};
use crate::model::{Statement, StatementId, TextState};
use crate::texts::{Value, dates, names, tid};

use super::rows::{self, Fold, Group, Row};
use super::typing::{Ended, Typing};

/// The room of the handle, and of the sign that unfolds.
const HANDLE: f32 = 22.0;
/// So much room the words need that a place was given by hand; the sign stands alone where there is less.
const HAND: f32 = 84.0;

/// What the pointer asks for.
#[derive(Debug)]
pub enum Asked {
    /// To look at a statement.
    Choose(StatementId),
    /// To see all of it.
    Open(StatementId),
    /// To fold or unfold.
    Fold(Fold),
    /// To take hold of a statement.
    Drag(StatementId),
    /// To type a new request.
    New,
    /// Typing has ended.
    Ended(Ended),
}

/// What stands out in the table.
pub struct Marks {
    /// The statement that keys act on.
    pub cursor: Option<StatementId>,
    /// The one that is dragged.
    pub dragged: Option<StatementId>,
    /// Over which row it is.
    pub target: Option<usize>,
}

/// The columns.
pub struct Columns {
    number: Column,
    due: Column,
    state: Column,
    region: Column,
    rank: Column,
    requested: Column,
    present: Column,
    language: Column,
    request: Column,
    text: Column,
}

impl Columns {
    fn new(width: f32) -> Self {
        let mut columns = FromRight::new(width);
        let text = columns.take(560.0, 122.0);
        let request = columns.take(460.0, 128.0);
        let language = columns.take(880.0, 92.0);
        let present = columns.take(720.0, 98.0);
        let requested = columns.take(1000.0, 118.0);
        let rank = columns.take(640.0, 150.0);
        let region = columns.take(780.0, 56.0);
        let number = (HANDLE, HANDLE + 40.0);
        let due = (number.1 + 10.0, number.1 + 56.0);
        let state = (due.1 + 6.0, (columns.left() - 8.0).max(due.1 + 40.0));
        Self { number, due, state, region, rank, requested, present, language, request, text }
    }
}

/// Draws it; `sought` is brought into sight.
pub fn ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (list, rows): (&SpeakingList, &[Row]),
    (marks, typing): (&Marks, &mut Option<Typing>),
    sought: Option<usize>,
) -> (Option<Asked>, Shown) {
    let whole = ui.max_rect();
    let (top, body) = whole.split_top_bottom_at_y(whole.top() + ROW);
    let columns = Columns::new(whole.width());
    head_ui(ui, cx, &columns, top);
    let drawn = Drawn { cx, list, columns: &columns, marks };
    let mut asked = None;
    let shown = rows_ui(ui, ("statements", body), (rows.len(), sought), |ui, at, rect| {
        let new = match rows[at] {
            Row::Part(place, is_open) => {
                list.parts.get(place).and_then(|part| drawn.part_ui(ui, (place, part), is_open, rect))
            }
            row @ Row::Line(..) => rows::line(list, &row)
                .and_then(|(part, line)| drawn.statement_ui(ui, &line.statement, Some((part, line)), rect)),
            row @ Row::Outside(..) => {
                rows::statement(list, &row).and_then(|statement| drawn.statement_ui(ui, statement, None, rect))
            }
            Row::Free(place) => drawn.places_ui(ui, (place, false), rect),
            Row::Held(place) => drawn.places_ui(ui, (place, true), rect),
            Row::Group(group, is_open) => drawn.group_ui(ui, (group, is_open), rect),
            Row::New => drawn.new_ui(ui, typing, rect),
        };
        asked = new.or(asked.take());
        if marks.target == Some(at) {
            ui.painter().rect_stroke(
                rect.shrink(1.0),
                4.0,
                Stroke::new(2.0, cx.theme.accent),
                egui::StrokeKind::Inside,
            );
        }
    });
    (asked, shown)
}

fn head_ui(ui: &Ui, cx: &ViewContext<'_>, columns: &Columns, rect: Rect) {
    let heads = [
        (columns.due, tid("statements-due")),
        (columns.state, tid("statements-state")),
        (columns.region, tid("inspector-region")),
        (columns.rank, tid("statements-rank")),
        (columns.present, tid("statements-present")),
        (columns.language, tid("inspector-language")),
        (columns.request, tid("statement-request")),
        (columns.text, tid("statements-text")),
    ];
    let numbers = [(columns.number, tid("statements-no")), (columns.requested, tid("statements-requested"))];
    heads_ui(ui, cx, rect, (&heads, &numbers));
}

struct Drawn<'a> {
    cx: &'a ViewContext<'a>,
    list: &'a SpeakingList,
    columns: &'a Columns,
    marks: &'a Marks,
}

impl Drawn<'_> {
    fn count(&self, id: &'static str, count: usize) -> String {
        self.cx.texts.text_with(id, &[("count", Value::from(count))])
    }

    /// The ground of a head, and its sign; answers whether it was clicked.
    fn fold_ui(&self, ui: &Ui, (fold, is_open, spoken): (Fold, bool, &str), rect: Rect) -> bool {
        let cx = self.cx;
        let response = ui.interact(rect, Id::unique(("statements-fold", fold)), Sense::CLICK);
        response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, is_open, spoken));
        let lit = response.hovered() || response.has_focus();
        let painter = ground(ui, cx, rect, if lit { cx.theme.field } else { cx.theme.ground });
        let sign = if is_open { icons::CHEVRON_DOWN } else { icons::CHEVRON_RIGHT };
        let at = cell(rect, (0.0, 28.0)).center();
        painter.text(at, Align2::CENTER_CENTER, sign, FontId::proportional(size::SMALL_ICON), cx.theme.text_2);
        response.clicked()
    }

    /// `Part 1  Mon 17 Nov 14:30–15:45  Plenary Hall` and at the right texts, places and the time that is given.
    fn part_ui(&self, ui: &Ui, (place, part): (usize, &Part), is_open: bool, rect: Rect) -> Option<Asked> {
        let cx = self.cx;
        let name = cx.texts.text_with("statements-part", &[("number", Value::from(place + 1))]);
        let when = dates::span_text(cx.texts, part.span);
        let texts = part.lines.iter().filter(|line| line.due.is_some());
        let have = texts.clone().filter(|line| line.statement.text != TextState::Missing).count();
        let values = [("have", Value::from(have)), ("all", Value::from(part.speakers()))];
        let texts = cx.texts.text_with("statements-texts", &values);
        let held = part.held(&self.list.speaking);
        let values = [("speakers", Value::from(part.speakers())), ("held", Value::from(held))];
        let taken = cx.texts.text_with("statements-taken", &values);
        let (given, room) = (length(part.promised_secs(&self.list.speaking)), length(part.room_secs));
        let sum = cx.texts.text_with("statements-sum", &[("given", Value::from(&given)), ("room", Value::from(&room))]);
        let over = part.over_secs();
        let fold = Fold::Part(part.session);
        let spoken = format!("{name}, {when}: {taken}, {texts}, {sum}");
        let clicked = self.fold_ui(ui, (fold, is_open, &spoken), rect);
        let painter = ui.painter_at(rect);
        let mut right = rect.width() - 12.0;
        let color = if over > 0 { cx.theme.error } else { cx.theme.text_2 };
        let sum = if over > 0 { format!("{} {sum}", icons::CIRCLE_X) } else { sum };
        let all = [(sum, color), (taken, cx.theme.text_2), (texts, cx.theme.text_2)];
        for (words, color) in all {
            if right < 380.0 {
                break;
            }
            right -= 18.0 + text_right(ui, &painter, cell(rect, (right - 220.0, right)), small(&words, color));
        }
        let mut left = 30.0;
        let mut write = |words: RichText| left += text(ui, &painter, cell(rect, (left, right)), words) + 10.0;
        write(RichText::new(&name).font(Type::Head.font()).color(cx.theme.text));
        write(RichText::new(&when).font(Type::Body.font()).color(cx.theme.text));
        if let Some(session) = cx.plan.sessions().get(part.session) {
            write(small(&cx.room_titles(session), cx.theme.text_2));
        }
        clicked.then_some(Asked::Fold(fold))
    }

    fn group_ui(&self, ui: &Ui, (group, is_open): (Group, bool), rect: Rect) -> Option<Asked> {
        let cx = self.cx;
        let id = match group {
            Group::Waiting => tid("statements-waiting"),
            Group::ByException => tid("statements-by-exception"),
            Group::Silent => tid("statements-silent"),
        };
        let (name, count) = (cx.text(id), group.of(self.list).len().to_string());
        let fold = Fold::Group(group);
        let clicked = self.fold_ui(ui, (fold, is_open, &format!("{name}, {count}")), rect);
        let painter = ui.painter_at(rect);
        let words = RichText::new(name).font(Type::Head.font()).color(cx.theme.text);
        let wide = text(ui, &painter, cell(rect, (30.0, rect.width())), words);
        text(ui, &painter, cell(rect, (40.0 + wide, rect.width())), small(&count, cx.theme.text_2));
        if group == Group::ByException {
            let words = small(cx.text("statements-exception-why"), cx.theme.text_2);
            text_right(ui, &painter, cell(rect, (rect.width() / 2.0, rect.width() - 12.0)), words);
        }
        clicked.then_some(Asked::Fold(fold))
    }

    /// Free places, or those that are held, in one row.
    fn places_ui(&self, ui: &Ui, (place, are_held): (usize, bool), rect: Rect) -> Option<Asked> {
        let cx = self.cx;
        let part = self.list.parts.get(place)?;
        let held = part.held(&self.list.speaking);
        let (count, first) = if are_held {
            (held, part.next_held(&self.list.speaking))
        } else {
            (part.free() - held, part.first + part.usual())
        };
        let last = first + count - 1;
        let numbers = if first == last { first.to_string() } else { format!("{first}–{last}") };
        let due = due_clock(part, part.due_secs(first));
        let id = if are_held { tid("statements-held-places") } else { tid("statements-free-places") };
        let name = self.count(id, count);
        let response = ui.interact(rect, Id::unique(("statements-places", part.session, are_held)), Sense::HOVER);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{numbers}, {due}, {name}")));
        let painter = ground(ui, cx, rect, cx.theme.panel);
        if are_held {
            hatch(&painter, rect, cx.theme.shade);
        }
        let number = cell(rect, (2.0, self.columns.number.1));
        text_right(ui, &painter, number, small(&numbers, cx.theme.text_2));
        text(ui, &painter, cell(rect, self.columns.due), small(&due, cx.theme.text_2));
        let sign = if are_held { format!("{} {name}", icons::LOCK) } else { name };
        let words = RichText::new(sign).font(Type::Strong.font()).color(cx.theme.text);
        let wide = text(ui, &painter, cell(rect, (self.columns.state.0, rect.width() - 8.0)), words);
        if are_held {
            let left = self.columns.state.0 + wide + 10.0;
            let words = small(cx.text("statements-held-why"), cx.theme.text_2);
            text(ui, &painter, cell(rect, (left, rect.width() - 8.0)), words);
        }
        None
    }

    fn statement_ui(&self, ui: &Ui, statement: &Statement, place: Option<(&Part, &Line)>, rect: Rect) -> Option<Asked> {
        let (cx, id) = (self.cx, statement.id);
        let is_chosen = self.marks.cursor == Some(id);
        let response = ui.interact(rect, Id::unique(("statements-row", id)), Sense::CLICK | Sense::DRAG);
        let spoken = self.spoken(statement, place);
        response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_chosen, &spoken));
        let painter = ground(ui, cx, rect, row_fill(cx, (is_chosen, response.hovered()), cx.theme.panel));
        let lit = is_chosen || response.hovered();
        self.cells_ui(ui, &painter, rect, (statement, place, lit));
        let tip = self.tip(statement, place);
        let response = response.on_hover_text(displayed(&tip));
        if response.double_clicked() {
            return Some(Asked::Open(id));
        }
        if response.drag_started_by(PointerButton::Primary) {
            return Some(Asked::Drag(id));
        }
        (response.clicked() || response.secondary_clicked()).then_some(Asked::Choose(id))
    }

    fn spoken(&self, statement: &Statement, place: Option<(&Part, &Line)>) -> String {
        let cx = self.cx;
        let number = place.map(|(_, line)| line.number.to_string()).unwrap_or_default();
        let due = place.and_then(|(part, line)| Some(due_clock(part, line.due?.start_secs))).unwrap_or_default();
        let rank = person(cx, statement).map(|person| rank_name(cx, person)).unwrap_or_default();
        let parts = [
            number.as_str(),
            &due,
            speaks_for(cx, statement),
            rank,
            statement.language.map_or(&*statement.other_language, |language| cx.text(names::language(language))),
            cx.text(names::request_state(statement.request)),
            if statement.text == TextState::Missing { cx.text("statements-no-text") } else { "" },
            if statement.by_hand { cx.text("statements-was-hand") } else { "" },
        ];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn tip(&self, statement: &Statement, place: Option<(&Part, &Line)>) -> String {
        let cx = self.cx;
        let who =
            person(cx, statement).map(|person| format!("{}\n{}", person.name, person.function)).unwrap_or_default();
        let due = place.and_then(|(part, line)| {
            let due = line.due?;
            Some(format!("{}–{}", due_seconds(part, due.start_secs), due_seconds(part, due.end_secs)))
        });
        let parts =
            [who.trim(), &due.unwrap_or_default(), &statement.exception_by, &statement.consent, &statement.remarks];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
    }

    fn cells_ui(
        &self,
        ui: &Ui,
        painter: &Painter,
        rect: Rect,
        (statement, place, lit): (&Statement, Option<(&Part, &Line)>, bool),
    ) {
        let (cx, columns, theme) = (self.cx, self.columns, self.cx.theme);
        let speaks = statement.speaks() && self.marks.dragged != Some(statement.id);
        let ink = if speaks { theme.text } else { theme.text_3 };
        if lit {
            let at = cell(rect, (0.0, HANDLE)).center();
            painter.text(at, Align2::CENTER_CENTER, icons::GRIP, FontId::proportional(12.0), theme.text_3);
        }
        if let Some((part, line)) = place {
            let number = RichText::new(line.number.to_string()).font(Type::Body.font()).color(theme.text_2);
            text_right(ui, painter, cell(rect, columns.number), number);
            let is_late = line.due.is_some_and(|due| due.over_secs > 0);
            let due = line.due.map(|due| due_clock(part, due.start_secs)).unwrap_or_default();
            let color = if is_late { theme.error } else { ink };
            text(ui, painter, cell(rect, columns.due), RichText::new(due).font(Type::Body.font()).color(color));
        }
        let mut name = RichText::new(speaks_for(cx, statement)).font(Type::Strong.font()).color(ink);
        if !statement.speaks() {
            name = name.strikethrough();
        }
        let state = cell(rect, columns.state);
        let wide = text(ui, painter, state, name);
        let beside = cell(state, (wide + 8.0, state.width()));
        let is_long = statement.length_secs != Statement::USUAL_SECS;
        let words = length(i64::from(statement.length_secs));
        let used = match is_long {
            true if statement.length_secs > Statement::USUAL_SECS => {
                let words = format!("{} {words}", icons::CIRCLE_X);
                chip(ui, cx, painter, (beside, theme.error_soft), (&words, theme.error)) + 6.0
            }
            true => chip(ui, cx, painter, (beside, theme.field), (&words, theme.text_2)) + 6.0,
            false => 0.0,
        };
        if statement.by_hand {
            let beside = cell(beside, (used, beside.width()));
            let word = if beside.width() < HAND { "" } else { cx.text("statements-was-hand") };
            let words = format!("{} {word}", icons::HAND);
            chip(ui, cx, painter, (beside, theme.accent_soft), (&words, theme.accent));
        }
        text(ui, painter, cell(rect, columns.region), small(region(cx, statement), theme.text_2));
        if let Some(person) = person(cx, statement) {
            let color = if speaking::class(cx.plan, statement).is_none() { theme.warning } else { ink };
            text(
                ui,
                painter,
                cell(rect, columns.rank),
                RichText::new(rank_name(cx, person)).font(Type::Body.font()).color(color),
            );
        }
        let asked = statement.requested.map(|at| requested(cx, at)).unwrap_or_default();
        text_right(ui, painter, cell(rect, columns.requested), small(&asked, theme.text_2));
        self.present_ui(ui, painter, rect, (statement, place));
        if let Some(language) = statement.language {
            let words = cx.text(names::language(language));
            text(ui, painter, cell(rect, columns.language), small(words, theme.text_2));
        } else if !statement.other_language.is_empty() {
            text(ui, painter, cell(rect, columns.language), small(&statement.other_language, theme.warning));
        }
        let (sign, color) = request_sign(cx, statement.request);
        let words = format!("{sign} {}", cx.text(names::request_state(statement.request)));
        chip(ui, cx, painter, (cell(rect, columns.request), theme.field), (&words, color));
        let (sign, color) = text_sign(cx, statement.text);
        let words = format!("{sign} {}", cx.text(names::text_state(statement.text)));
        text(ui, painter, cell(rect, columns.text), small(&words, color));
    }

    /// The days of presence; in warning where the place is not on one of them.
    fn present_ui(
        &self,
        ui: &Ui,
        painter: &Painter,
        rect: Rect,
        (statement, place): (&Statement, Option<(&Part, &Line)>),
    ) {
        let cx = self.cx;
        let is_away = place.is_some_and(|(part, _)| !statement.is_present(part.span.start.date()));
        let days = days_text(cx, &statement.present);
        let (days, color) =
            if is_away { (format!("{} {days}", icons::WARNING), cx.theme.warning) } else { (days, cx.theme.text_2) };
        text(ui, painter, cell(rect, self.columns.present), small(&days, color));
    }

    /// The field for the next request: words until somebody types there.
    fn new_ui(&self, ui: &mut Ui, typing: &mut Option<Typing>, rect: Rect) -> Option<Asked> {
        let cx = self.cx;
        let painter = ui.painter_at(rect);
        painter.rect_filled(rect, 0.0, cx.theme.panel);
        painter.hline(rect.x_range(), rect.bottom() - 0.5, (1.0, cx.theme.line));
        let field = cell(rect, (self.columns.state.0, rect.width() - 12.0));
        if let Some(typing) = typing {
            return typing.ui(ui, cx, field).map(Asked::Ended);
        }
        let response = ui.interact(rect, Id::unique("statements-new"), Sense::CLICK);
        let name = cx.text("statements-write");
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        let lit = response.hovered() || response.has_focus();
        let color = if lit { cx.theme.accent } else { cx.theme.text_3 };
        let at = cell(rect, (0.0, HANDLE)).center() + vec2(4.0, 0.0);
        painter.text(at, Align2::CENTER_CENTER, icons::PLUS, FontId::proportional(size::SMALL_ICON), color);
        text(ui, &painter, field, RichText::new(name).font(Type::Body.font()).color(color));
        response.clicked().then_some(Asked::New)
    }
}

/// Thin lines that rise to the right: what is kept and not there yet.
fn hatch(painter: &Painter, rect: Rect, color: Color32) {
    const PITCH: f32 = 10.0;
    let mut x = rect.left() - rect.height();
    while x < rect.right() {
        let line = [egui::pos2(x, rect.bottom()), egui::pos2(x + rect.height(), rect.top())];
        painter.line_segment(line, Stroke::new(2.0, color));
        x += PITCH;
    }
}
