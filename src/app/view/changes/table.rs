//! The table of changes: lines in sight, and what the pointer asks of them.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Align2, FontId, Id, Painter, Rect, RichText, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::app::context::ViewContext;
use crate::app::paint::text::displayed;
use crate::app::style::{Type, icons, size};
use crate::app::widget::cells::{Column, ROW, cell, ground, heads_ui, row_fill, rows_ui, small, text};
use crate::app::widget::fields::note;
use crate::merge::{Comparison, Subject};
use crate::model::{ChangeRecord, Party, Plan, Session};
use crate::texts::{Value, tid};

use super::Mark;
use super::lines::{Line, Lines, Shown, Sort, session_of};
use super::words::{Words, words};

/// The room of the box, of the sign of the sort, of the code.
const BOX: f32 = 34.0;
const SIGN: f32 = 60.0;
const CODE: f32 = 128.0;

/// What the pointer asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To look at a change.
    Choose(usize),
    /// To tick it, or not to.
    Tick(usize),
    /// To show its session on the timeline.
    Show(usize),
}

/// Which changes stand out.
pub struct Marks<'a> {
    /// The one that keys act on.
    pub cursor: Option<Mark>,
    /// Those that are ticked.
    pub ticked: &'a BTreeSet<Mark>,
}

/// The columns.
struct Columns {
    title: Column,
    was: Column,
    is: Column,
    requested: Column,
    told: Column,
}

impl Columns {
    fn new(width: f32) -> Self {
        let told = if width > 560.0 { (width - 132.0, width - 8.0) } else { (width - 8.0, width - 8.0) };
        let has_requested = width > 760.0;
        let requested = if has_requested { (told.0 - 120.0, told.0 - 8.0) } else { (told.0, told.0) };
        let free = requested.0 - CODE;
        let title = (CODE, CODE + free * 0.40 - 8.0);
        let was = (CODE + free * 0.40, CODE + free * 0.68 - 8.0);
        let is = (CODE + free * 0.68, requested.0 - 8.0);
        Self { title, was, is, requested, told }
    }
}

/// Where nothing can be shown yet: why.
pub fn waiting_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    ui.add_space(24.0);
    ui.vertical_centered(|ui| match cx.compared.other() {
        Some(Err(why)) => {
            ui.set_max_width(520.0);
            crate::app::widget::fields::flaw(
                ui,
                cx,
                &cx.texts.text_with("compare-failed", &[("why", Value::from(why))]),
            );
        }
        _ => _ = ui.spinner(),
    });
}

/// Draws it; `sought` is brought into sight.
pub fn ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (found, earlier): (&Arc<Comparison>, &Plan),
    (lines, marks): (&Lines, Marks<'_>),
    sought: Option<usize>,
) -> Option<Asked> {
    let whole = ui.max_rect();
    let (top, body) = whole.split_top_bottom_at_y(whole.top() + ROW);
    let columns = Columns::new(whole.width());
    head_ui(ui, cx, &columns, top);
    if lines.shown.is_empty() {
        let mut middle = ui.new_child(egui::UiBuilder::new().max_rect(body.shrink(24.0)));
        let id = if found.rows.is_empty() { tid("changes-none") } else { tid("changes-none-wanted") };
        middle.vertical_centered(|ui| note(ui, cx, cx.text(id)));
        return None;
    }
    let mut asked = None;
    let sought = sought.and_then(|at| lines.shown.iter().position(|line| *line == Shown::Change(at)));
    rows_ui(ui, ("changes", body), (lines.shown.len(), sought), |ui, at, rect| match &lines.shown[at] {
        Shown::Head(text, count) => group_ui(ui, cx, (text, *count), rect),
        Shown::Change(index) => {
            let row = Row { cx, found, earlier, columns: &columns, marks: &marks, lines, line: &lines.all[*index] };
            asked = row.ui(ui, *index, rect).or(asked);
        }
    });
    asked
}

fn head_ui(ui: &Ui, cx: &ViewContext<'_>, columns: &Columns, rect: Rect) {
    let heads = [
        (columns.title, tid("changes-session")),
        (columns.was, tid("changes-was")),
        (columns.is, tid("changes-is")),
        (columns.requested, tid("changes-requested")),
        (columns.told, tid("changes-told")),
    ];
    heads_ui(ui, cx, rect, (&heads, &[]));
}

fn group_ui(ui: &Ui, cx: &ViewContext<'_>, (name, count): (&str, usize), rect: Rect) {
    let painter = ground(ui, cx, rect, cx.theme.ground);
    let strong = RichText::new(name).font(Type::Head.font()).color(cx.theme.text);
    let used = text(ui, &painter, cell(rect, (12.0, rect.width() - 120.0)), strong);
    let counted = cx.texts.text_with("changes-count", &[("count", Value::from(count))]);
    let rest = cell(rect, (12.0 + used + 10.0, rect.width()));
    text(ui, &painter, rest, small(&counted, cx.theme.text_2));
    let response = ui.interact(rect, Id::unique(("changes-head", name)), Sense::HOVER);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, format!("{name} · {counted}")));
}

struct Row<'a> {
    cx: &'a ViewContext<'a>,
    found: &'a Arc<Comparison>,
    earlier: &'a Plan,
    columns: &'a Columns,
    marks: &'a Marks<'a>,
    lines: &'a Lines,
    line: &'a Line,
}

impl Row<'_> {
    fn ui(&self, ui: &Ui, index: usize, rect: Rect) -> Option<Asked> {
        let Self { cx, found, line, marks, .. } = self;
        let mark = (found.rows[line.row].subject, line.part);
        let (is_chosen, is_ticked) = (marks.cursor == Some(mark), marks.ticked.contains(&mark));
        let words = words(cx, found, self.earlier, line);
        let response = ui.interact(rect, Id::unique(("changes-row", mark)), Sense::CLICK);
        response.widget_info(|| {
            let spoken = format!("{} {}: {} → {}", cx.text(line.sort.text_id()), words.what, words.was, words.is);
            WidgetInfo::selected(egui::Role::Row, true, is_chosen, spoken)
        });
        let painter = ground(ui, cx, rect, row_fill(cx, (is_chosen, response.hovered()), cx.theme.panel));
        let ticks = self.box_ui(ui, rect, (mark, is_ticked));
        self.cells_ui(ui, &painter, rect, &words);
        let whole = format!("{}\n{} → {}", words.what, words.was, words.is);
        if response.hovered() && response.clone().on_hover_text(displayed(&whole)).double_clicked() {
            return Some(Asked::Show(index));
        }
        match (ticks, response.clicked()) {
            (true, _) => Some(Asked::Tick(index)),
            (false, true) => Some(Asked::Choose(index)),
            (false, false) => None,
        }
    }

    fn box_ui(&self, ui: &Ui, rect: Rect, (mark, is_ticked): (Mark, bool)) -> bool {
        let cx = self.cx;
        if mark.0 == Subject::Header {
            return false;
        }
        let place = cell(rect, (4.0, BOX));
        let response = ui.interact(place, Id::unique(("changes-box", mark)), Sense::CLICK);
        response.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, is_ticked, cx.text("changes-tick")));
        let square = Rect::from_center_size(place.center().round(), vec2(16.0, 16.0));
        let painter = ui.painter();
        if is_ticked {
            painter.rect_filled(square, 4.0, cx.theme.accent);
            let font = FontId::proportional(size::SMALL_ICON);
            painter.text(square.center(), Align2::CENTER_CENTER, icons::CHECK, font, cx.theme.on_accent);
        } else {
            let stroke = Stroke::new(1.0, cx.theme.line_field);
            painter.rect(square, 4.0, cx.theme.panel, stroke, egui::StrokeKind::Inside);
        }
        response.clicked()
    }

    fn cells_ui(&self, ui: &Ui, painter: &Painter, rect: Rect, words: &Words) {
        let Self { cx, columns, line, .. } = self;
        let body = |text: &str, color| RichText::new(text).font(Type::Body.font()).color(color);
        let (sign, color) = sign(cx, line.sort);
        let font = FontId::proportional(size::SMALL_ICON + 2.0);
        painter.text(cell(rect, (BOX, SIGN)).center(), Align2::CENTER_CENTER, sign, font, color);
        let code = RichText::new(&words.code).font(Type::Head.font()).color(cx.theme.text);
        text(ui, painter, cell(rect, (SIGN, CODE - 6.0)), code);
        text(ui, painter, cell(rect, columns.title), body(&words.what, cx.theme.text));
        let is_gone = line.sort == Sort::Cancelled;
        let was = body(&words.was, cx.theme.text_2);
        let was = if is_gone { was.strikethrough() } else { was };
        text(ui, painter, cell(rect, columns.was), was);
        let color = if is_gone { cx.theme.error } else { cx.theme.text };
        let is = RichText::new(&words.is).font(Type::Strong.font()).color(color);
        text(ui, painter, cell(rect, columns.is), is);
        let Some((id, change)) = session_of(self.found, line.row) else { return };
        let record = self.lines.record(cx.plan, id, line.part);
        if columns.told.1 <= columns.told.0 {
            return;
        }
        if columns.requested.1 > columns.requested.0
            && let Some(record) = record
        {
            let by = body(&record.requested_by, cx.theme.text_2);
            text(ui, painter, cell(rect, columns.requested), by);
        }
        if let Some(session) = change.after.as_deref().or(change.before.as_deref()) {
            self.told_ui(painter, cell(rect, columns.told), (session, record));
        }
    }

    /// A sign for everybody whom it concerns: quiet and with a tick where they were told.
    fn told_ui(&self, painter: &Painter, rect: Rect, (session, record): (&Session, Option<&ChangeRecord>)) {
        let (cx, part) = (self.cx, self.line.part);
        let mut left = rect.left();
        for party in Party::ALL.into_iter().filter(|party| party.is_concerned(session, part)) {
            let is_told = record.is_some_and(|record| record.told(party).is_some());
            let color = if is_told { cx.theme.ok } else { cx.theme.warning };
            let at = pos2(left + 8.0, rect.center().y);
            let sign = party_sign(party);
            painter.text(at, Align2::CENTER_CENTER, sign, FontId::proportional(size::SMALL_ICON), color);
            if is_told {
                let mark = FontId::proportional(9.0);
                painter.text(at + vec2(6.0, 5.0), Align2::CENTER_CENTER, icons::CHECK, mark, color);
            }
            left += 22.0;
        }
    }
}

/// The sign of a sort of change, and its colour.
#[must_use]
pub fn sign(cx: &ViewContext<'_>, sort: Sort) -> (&'static str, egui::Color32) {
    match sort {
        Sort::Time => (icons::CLOCK, cx.theme.accent),
        Sort::Rooms => (icons::DOOR, cx.theme.accent),
        Sort::New => (icons::PLUS, cx.theme.ok),
        Sort::Cancelled => (icons::BLOCKED, cx.theme.error),
        Sort::Content => (icons::PENCIL, cx.theme.text_2),
        Sort::Other => (icons::FILE_TEXT, cx.theme.text_2),
    }
}

/// The sign of somebody who is to be told.
#[must_use]
pub fn party_sign(party: Party) -> &'static str {
    match party {
        Party::Chair => icons::USER,
        Party::Interpreters => icons::HEADPHONES,
        Party::Rooms => icons::DOOR,
        Party::Webcast => icons::VIDEO,
        Party::Catering => icons::UTENSILS,
    }
}

/// The id of what they are called.
#[must_use]
pub fn party_name(party: Party) -> &'static str {
    match party {
        Party::Chair => tid("party-chair"),
        Party::Interpreters => tid("party-interpreters"),
        Party::Rooms => tid("party-rooms"),
        Party::Webcast => tid("party-webcast"),
        Party::Catering => tid("party-catering"),
    }
}
