//! The tab of groups (§3, §4.1, §4.6): groups with their reports, regional meetings with reports, videos and what they were given,
//! circular letters.

use egui::{Rect, Ui};

use crate::app::action::{Action, UiCommand};
use crate::app::context::ViewContext;
use crate::app::style::{Type, size};
use crate::app::widget::cells::{ROW, cell};
use crate::app::widget::sheet::{self, Asked, Does, Head, Shown};
use crate::edit::{AnyRow, Command, new_document};
use crate::model::{DocumentKind, EventId, RowId};
use crate::texts::tid;

use super::known::{GROUPS, Known, LETTERS, regional};
use super::typed::{Unknown, given, linked};
use super::{PreparationView, open, take};

/// How high the title of a table is.
const TITLE: f32 = size::ROW + 4.0;
/// The first columns of regional meetings; behind them stand the documents that they were given.
const MEETINGS: [Head; 4] = [
    Head::new(tid("preparation-meeting"), 120.0, Does::Show),
    Head::new(tid("inspector-dates"), 120.0, Does::Show),
    Head::new(tid("document-kind-report"), 0.0, Does::Type),
    Head::new(tid("document-kind-video"), 180.0, Does::Type),
];
/// What a column is called whose document has a name of its own.
const PAPER: Head = Head::new(tid("row-document"), 118.0, Does::Step);

impl PreparationView {
    /// Draws it.
    pub(super) fn groups_tab(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, known: &Known, whole: Rect) {
        let mut heads: Vec<Head> = MEETINGS.to_vec();
        heads.extend(known.common.iter().map(|_| PAPER));
        let parts: [(&'static str, &'static str, &[Head], &[sheet::Line]); 3] = [
            ("groups", tid("preparation-groups"), &GROUPS, &known.groups),
            ("meetings", tid("preparation-meetings"), &heads, &known.meetings),
            ("letters", tid("preparation-letters"), &LETTERS, &known.letters),
        ];
        let mut asked = None;
        let mut top = whole.top();
        // Each takes what it needs; where there is too little room all get less alike.
        let wanted: f32 = parts.iter().map(|part| TITLE + ROW * (part.3.len() + 1) as f32 + 12.0).sum();
        let share = (whole.height() / wanted).min(1.0);
        for ((name, title, heads, lines), sheet) in parts.into_iter().zip(&mut self.groups) {
            let high = (TITLE + ROW * (lines.len() + 1) as f32 + 12.0) * share;
            let rect = Rect::from_x_y_ranges(whole.x_range(), top..=top + high);
            let (above, below) = rect.split_top_bottom_at_y(top + TITLE);
            let words = egui::RichText::new(cx.text(title)).font(Type::Head.font()).color(cx.theme.text);
            crate::app::widget::cells::text(ui, ui.painter(), cell(above, (12.0, above.width() - 12.0)), words);
            let own: &[String] = if name == "meetings" { &known.common_names } else { &[] };
            let shown = Shown { name, title: cx.text(title), heads, own, lines, grows: false };
            let area = below.with_max_y(below.bottom() - 12.0 * share);
            asked = sheet.ui(ui, cx, area, &shown).or(asked.take());
            top += high;
        }
        match asked {
            Some(Asked::Choose(row)) => cx.select(row),
            Some(Asked::Open(row)) => open(cx, row),
            Some(Asked::Typed(RowId::Event(id), column, text)) => {
                take(cx, (&heads, column), typed(cx, id, column, &text), &text);
            }
            Some(Asked::Step(RowId::Event(id), column) | Asked::Back(RowId::Event(id), column)) => {
                let document = column.checked_sub(MEETINGS.len()).and_then(|at| known.common.get(at));
                if let Some(command) = document.and_then(|&document| given(cx, id, document)) {
                    cx.perform(command);
                }
            }
            _ => {}
        }
    }
}

/// What typing in a cell of a regional meeting does: the link of its report, or of its video.
pub(super) fn typed(
    cx: &ViewContext<'_>,
    meeting: EventId,
    column: usize,
    text: &str,
) -> Result<Option<Command>, Unknown> {
    match column {
        2 => linked(cx, (meeting, DocumentKind::Report), text),
        3 => linked(cx, (meeting, DocumentKind::Video), text),
        _ => Ok(None),
    }
}

/// A new document that all regional meetings are given; the inspector shows it.
pub(super) fn add_key_document(cx: &ViewContext<'_>) {
    let document = crate::model::Document {
        kind: Some(DocumentKind::Draft),
        title: crate::model::LocalText::one(cx.settings.title_language(), cx.text("preparation-key-document")),
        ..new_document(cx.plan, "")
    };
    let id = document.id;
    let mut rows: Vec<AnyRow> = vec![document.into()];
    for meeting in regional(cx) {
        let mut meeting = crate::model::Event::clone(meeting);
        meeting.documents.push(id);
        rows.push(meeting.into());
    }
    cx.perform(Command::PutMany(rows));
    cx.select(id);
    if !cx.panels.1 {
        cx.run(UiCommand::ToggleInspector);
    }
    cx.act(Action::BeginTitle(id.into()));
}
