//! The table: rows in sight, and what the pointer asks of them.

use std::collections::BTreeMap;

use egui::{Align2, FontId, Id, Painter, Rect, RichText, Role, Sense, Ui, WidgetInfo, vec2};

use crate::app::context::ViewContext;
use crate::app::paint::text::displayed;
use crate::app::style::{Type, icons, size};
use crate::app::widget::cells::{
    Column, FromRight, ROW, Shown, cell, chip, ground, heads_ui, row_fill, rows_ui, small, text, text_right,
};
use crate::app::widget::statements::requested;
use crate::check::Finding;
use crate::model::{EventId, RequestAnswer, RoomRequest, RoomRequestId};
use crate::texts::{findings, names, tid, typed};

use super::rows::{Group, Row};
use super::typing::{Ended, Typing};
use super::words;

/// What the pointer asks for.
#[derive(Debug)]
pub enum Asked {
    /// To look at a request.
    Choose(RoomRequestId),
    /// To see all of it.
    Open(RoomRequestId),
    /// To type a new one.
    New,
    /// Typing has ended.
    Ended(Ended),
}

/// What is drawn.
pub struct Table<'a> {
    /// The event for which somebody types a request.
    pub event: EventId,
    /// The rows.
    pub rows: &'a [Row],
    /// What the rules report of them.
    pub told: &'a BTreeMap<RoomRequestId, Vec<Finding>>,
    /// The request that keys act on.
    pub cursor: Option<RoomRequestId>,
}

/// The columns.
struct Columns {
    number: Column,
    who: Column,
    title: Column,
    purpose: Column,
    wanted: Column,
    length: Column,
    headcount: Column,
    public: Column,
    received: Column,
    answer: Column,
    place: Column,
}

impl Columns {
    fn new(width: f32) -> Self {
        let mut columns = FromRight::new(width);
        let place = columns.take(640.0, 216.0);
        let answer = columns.take(560.0, 106.0);
        let received = columns.take(1080.0, 104.0);
        let public = columns.take(900.0, 30.0);
        let headcount = columns.take(700.0, 58.0);
        let length = columns.take(780.0, 58.0);
        let wanted = columns.take(480.0, 128.0);
        let purpose = columns.take(980.0, 128.0);
        let number = (6.0, 34.0);
        let (left, right) = (number.1 + 12.0, (columns.left() - 8.0).max(number.1 + 52.0));
        let middle = left + (right - left) * 0.42;
        Self {
            number,
            who: (left, middle - 8.0),
            title: (middle, right),
            purpose,
            wanted,
            length,
            headcount,
            public,
            received,
            answer,
            place,
        }
    }
}

/// Draws it; `sought` is brought into sight.
pub fn ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    table: &Table<'_>,
    typing: &mut Option<Typing>,
    sought: Option<usize>,
) -> (Option<Asked>, Shown) {
    let whole = ui.max_rect();
    let (top, body) = whole.split_top_bottom_at_y(whole.top() + ROW);
    let columns = Columns::new(whole.width());
    head_ui(ui, cx, &columns, top);
    let drawn = Drawn { cx, table, columns: &columns };
    let mut asked = None;
    let shown = rows_ui(ui, ("requests", body), (table.rows.len(), sought), |ui, at, rect| {
        let new = match &table.rows[at] {
            Row::Head(group, count) => {
                drawn.group_ui(ui, (*group, *count), rect);
                None
            }
            Row::Request(number, request) => drawn.request_ui(ui, (*number, request), rect),
            Row::New => drawn.new_ui(ui, typing, rect),
        };
        asked = new.or(asked.take());
    });
    (asked, shown)
}

fn head_ui(ui: &Ui, cx: &ViewContext<'_>, columns: &Columns, rect: Rect) {
    let heads = [
        (columns.who, tid("request-asked-by")),
        (columns.title, tid("requests-column-title")),
        (columns.purpose, tid("request-purpose")),
        (columns.wanted, tid("requests-wanted")),
        (columns.answer, tid("request-answer")),
        (columns.place, tid("requests-place")),
    ];
    let numbers = [
        (columns.number, tid("requests-no")),
        (columns.length, tid("requests-length")),
        (columns.headcount, tid("requests-heads")),
        (columns.received, tid("request-came")),
    ];
    heads_ui(ui, cx, rect, (&heads, &numbers));
}

struct Drawn<'a> {
    cx: &'a ViewContext<'a>,
    table: &'a Table<'a>,
    columns: &'a Columns,
}

impl Drawn<'_> {
    fn group_ui(&self, ui: &Ui, (group, count): (Group, usize), rect: Rect) {
        let cx = self.cx;
        let (name, count) = (cx.text(group.name()), count.to_string());
        let response = ui.interact(rect, Id::unique(("requests-group", group)), Sense::HOVER);
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, format!("{name}, {count}")));
        let painter = ground(ui, cx, rect, cx.theme.ground);
        let head = RichText::new(name).font(Type::Head.font()).color(cx.theme.text);
        let left = self.columns.number.0 + 6.0;
        let wide = text(ui, &painter, cell(rect, (left, rect.width())), head);
        let left = left + wide + 10.0;
        let wide = text(ui, &painter, cell(rect, (left, rect.width())), small(&count, cx.theme.text_2));
        if group == Group::Waiting {
            let words = small(cx.text("requests-order"), cx.theme.text_2);
            let room = (left + wide + 40.0, rect.width() - 12.0);
            text_right(ui, &painter, cell(rect, room), words);
        }
    }

    fn worst(&self, id: RoomRequestId) -> Option<(&Finding, String)> {
        let cx = self.cx;
        let worst = self.table.told.get(&id)?.first()?;
        Some((worst, findings::sentence(cx.texts, cx.plan, cx.settings.title_language(), worst)))
    }

    fn request_ui(&self, ui: &Ui, (number, request): (usize, &RoomRequest), rect: Rect) -> Option<Asked> {
        let (cx, id) = (self.cx, request.id);
        let is_chosen = self.table.cursor == Some(id);
        let response = ui.interact(rect, Id::unique(("requests-row", id)), Sense::CLICK);
        let spoken = self.spoken(number, request);
        response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_chosen, &spoken));
        let painter = ground(ui, cx, rect, row_fill(cx, (is_chosen, response.hovered()), cx.theme.panel));
        self.cells_ui(ui, &painter, rect, (number, request));
        let tip = self.tip(request);
        let response = if tip.is_empty() { response } else { response.on_hover_text(displayed(&tip)) };
        if response.double_clicked() {
            return Some(Asked::Open(id));
        }
        (response.clicked() || response.secondary_clicked()).then_some(Asked::Choose(id))
    }

    fn spoken(&self, number: usize, request: &RoomRequest) -> String {
        let cx = self.cx;
        let parts = [
            number.to_string(),
            words::name(cx, request),
            cx.text(names::purpose(request.purpose)).to_owned(),
            words::wanted(cx, request),
            cx.text(names::request_answer(request.answer)).to_owned(),
            self.place(request).unwrap_or_default(),
            self.worst(request.id).map(|(_, sentence)| sentence).unwrap_or_default(),
        ];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn tip(&self, request: &RoomRequest) -> String {
        let cx = self.cx;
        let all = self.table.told.get(&request.id).into_iter().flatten();
        let told = all.map(|finding| findings::sentence(cx.texts, cx.plan, cx.settings.title_language(), finding));
        let public = if request.is_public { "" } else { cx.text("requests-not-public") };
        let parts = [request.reason.clone(), request.remarks.clone(), public.to_owned()];
        parts.into_iter().filter(|part| !part.trim().is_empty()).chain(told).collect::<Vec<_>>().join("\n")
    }

    fn place(&self, request: &RoomRequest) -> Option<String> {
        let session = words::session(self.cx, request)?;
        Some(words::place(self.cx, session.placement.as_ref()?))
    }

    fn cells_ui(&self, ui: &Ui, painter: &Painter, rect: Rect, (number, request): (usize, &RoomRequest)) {
        let (cx, columns, theme) = (self.cx, self.columns, self.cx.theme);
        let is_over = matches!(request.answer, RequestAnswer::Declined | RequestAnswer::Withdrawn);
        let ink = if is_over { theme.text_3 } else { theme.text };
        let body = |words: &str| RichText::new(displayed(words)).font(Type::Body.font()).color(ink);
        text_right(ui, painter, cell(rect, columns.number), small(&number.to_string(), theme.text_2));
        let who = RichText::new(displayed(words::who(cx, request))).font(Type::Strong.font()).color(ink);
        text(ui, painter, cell(rect, columns.who), who);
        text(ui, painter, cell(rect, columns.title), body(cx.title(&request.title)));
        let purpose = cx.text(names::purpose(request.purpose));
        text(ui, painter, cell(rect, columns.purpose), small(purpose, theme.text_2));
        let wanted = words::wanted(cx, request);
        let any = small(cx.text("requests-any-time"), theme.text_3);
        text(ui, painter, cell(rect, columns.wanted), if wanted.is_empty() { any } else { body(&wanted) });
        let length = typed::length_text(request.length);
        text_right(ui, painter, cell(rect, columns.length), small(&length, theme.text_2));
        let heads = request.headcount.map(|count| count.to_string()).unwrap_or_default();
        text_right(ui, painter, cell(rect, columns.headcount), body(&heads));
        if cell(rect, columns.public).width() > 8.0 {
            let (sign, color) =
                if request.is_public { (icons::EYE, theme.text_2) } else { (icons::EYE_OFF, theme.text_3) };
            let at = cell(rect, columns.public).center();
            painter.text(at, Align2::CENTER_CENTER, sign, FontId::proportional(14.0), color);
        }
        let came = request.received.map(|at| requested(cx, at)).unwrap_or_default();
        text_right(ui, painter, cell(rect, columns.received), small(&came, theme.text_2));
        let (sign, color) = words::answer_sign(cx, request.answer);
        let words = format!("{sign} {}", cx.text(names::request_answer(request.answer)));
        chip(ui, cx, painter, (cell(rect, columns.answer), theme.field), (&words, color));
        self.place_ui(ui, painter, rect, request);
    }

    /// Where it is; what is wrong with it where something is, else why it was declined.
    fn place_ui(&self, ui: &Ui, painter: &Painter, rect: Rect, request: &RoomRequest) {
        let theme = self.cx.theme;
        let mut area = cell(rect, self.columns.place);
        let worst = self.worst(request.id);
        if let Some((finding, _)) = &worst {
            let (sign, color) = theme.severity_sign(finding.severity);
            let wide = text(ui, painter, area, RichText::new(sign).size(14.0).color(color));
            area = cell(area, (wide + 5.0, area.width()));
        }
        let place = self.place(request);
        let told = worst.map(|(_, sentence)| sentence);
        let (words, color) = match (place, told) {
            (Some(place), _) => (place, theme.text),
            (None, Some(told)) => (told, theme.text_2),
            (None, None) => (request.reason.clone(), theme.text_2),
        };
        text(ui, painter, area, small(&displayed(&words), color));
    }

    /// The field for the next request: words until somebody types there.
    fn new_ui(&self, ui: &mut Ui, typing: &mut Option<Typing>, rect: Rect) -> Option<Asked> {
        let cx = self.cx;
        let painter = ground(ui, cx, rect, cx.theme.panel);
        let field = cell(rect, (self.columns.who.0, rect.width() - 12.0));
        if let Some(typing) = typing {
            return typing.ui(ui, cx, (self.table.event, field)).map(Asked::Ended);
        }
        let response = ui.interact(rect, Id::unique("requests-new"), Sense::CLICK);
        let name = cx.text("requests-write");
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        let lit = response.hovered() || response.has_focus();
        let color = if lit { cx.theme.accent } else { cx.theme.text_3 };
        let at = cell(rect, self.columns.number).center() + vec2(6.0, 0.0);
        painter.text(at, Align2::CENTER_CENTER, icons::PLUS, FontId::proportional(size::SMALL_ICON), color);
        text(ui, &painter, field, RichText::new(name).font(Type::Body.font()).color(color));
        response.clicked().then_some(Asked::New)
    }
}
