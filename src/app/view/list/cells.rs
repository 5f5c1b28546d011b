//! What stands in the cells, put into words once per session and state of the plan; and how a text gets into a cell.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use egui::text::{ByteIndex, LayoutJob, LayoutSection, TextFormat, TextWrapping};
use egui::{Color32, FontId, Galley, Painter, Rect, pos2};

use crate::edit::placing;
use crate::model::{CivilTime, FieldId, FieldSort, FieldValue, Language, Plan, Session, SessionId};
use crate::texts::{Value, dates, names, short, typed};

use super::columns::Column;
use super::order::Update;
use crate::app::context::ViewContext;
use crate::app::paint::text::elided_in;
use crate::app::phrases::{self, SEVERITIES};
use crate::app::style::size;
use crate::app::widget::own_value;
use crate::app::widget::signs;
use crate::workbench::Generation;

/// The height of a row, a whole number of points so that the hundred-thousandth one is sharp too.
pub const ROW: f32 = size::ROW;
/// Left and right of the text in a cell.
pub const PADDING: f32 = 10.0;

/// The texts of one row, in the order of the shown columns.
pub type Texts = Vec<String>;

/// The texts of the rows seen lately.
#[derive(Debug, Default)]
pub struct Cells {
    rows: HashMap<SessionId, Rc<Texts>>,
    /// The columns that they are for.
    columns: Vec<Column>,
    /// How many findings name each, by [`SEVERITIES`], in this state of the plan.
    findings: (Option<Generation>, HashMap<SessionId, [usize; 3]>),
}

/// More rows than any screen shows; beyond it the store starts over.
const MAX_ROWS: usize = 4000;

impl Cells {
    /// Forgets what may be different.
    pub fn follow(&mut self, update: &Update) {
        match update {
            Update::Some(changed) => changed.iter().for_each(|id| _ = self.rows.remove(id)),
            Update::All => self.rows.clear(),
        }
    }

    /// Makes ready for these columns.
    pub fn show(&mut self, columns: &[Column]) {
        if self.columns != columns {
            self.columns = columns.to_vec();
            self.rows.clear();
        }
    }

    /// The texts of a row.
    pub fn of(&mut self, cx: &ViewContext<'_>, session: &Session, with_year: bool) -> Rc<Texts> {
        if self.rows.len() > MAX_ROWS {
            self.rows.clear();
        }
        let columns = &self.columns;
        let texts = || columns.iter().map(|&column| text(cx, session, column, with_year)).collect();
        let row = self.rows.entry(session.id).or_insert_with(|| Rc::new(texts()));
        Rc::clone(row)
    }
}

impl Cells {
    /// How many findings name a session, by [`SEVERITIES`].
    pub fn findings(&mut self, cx: &ViewContext<'_>, id: SessionId) -> [usize; 3] {
        let now = cx.workbench.generation();
        let (known, counts) = &mut self.findings;
        if *known != Some(now) || counts.len() > MAX_ROWS {
            (*known, *counts) = (Some(now), HashMap::new());
        }
        *counts.entry(id).or_insert_with(|| {
            let checker = cx.workbench.checker();
            let findings = checker.of_session(id);
            SEVERITIES.map(|severity| findings.iter().filter(|finding| finding.severity == severity).count())
        })
    }
}

/// `09:37–10:52`: from its opening to its end, as far as it has been held.
fn held(session: &Session) -> String {
    let Some(held) = &session.held else { return String::new() };
    format!("{}–{}", held.opened.clock(), held.adjourned.map(CivilTime::clock).unwrap_or_default())
}

/// What stands in a cell. Of a session that waits, day, start and rooms are those that are wished for.
fn text(cx: &ViewContext<'_>, session: &Session, column: Column, with_year: bool) -> String {
    match column {
        Column::Id => session.id.to_string(),
        Column::Day => match placing::day_or_wished(session) {
            Some(date) => day(cx, date, with_year),
            None => cx.text("session-unscheduled").to_owned(),
        },
        Column::Start => placing::start_or_wished(session).map_or_else(String::new, typed::clock_text),
        Column::End => session.span().map_or_else(String::new, |span| end(cx, span)),
        Column::Length => session.length().mins().to_string(),
        // What others do changes these, too: they are looked up at each frame.
        Column::Findings | Column::Meeting | Column::ToDos | Column::Comments => String::new(),
        Column::Held => held(session),
        Column::Title => cx.session_title(session).to_owned(),
        Column::Kind => cx.kind_name(session.called()).to_owned(),
        Column::Body => cx.body_codes(session),
        Column::Room => {
            let rooms = session.rooms_or_wished().iter().filter_map(|&id| cx.plan.rooms().get(id));
            joined(rooms.map(|room| cx.title(&room.title)))
        }
        Column::Event => {
            let event = cx.plan.events().get(session.event);
            event.map_or_else(String::new, |event| cx.short_name(&event.code, &event.title).to_owned())
        }
        Column::Status => cx.text(names::status(session.status)).to_owned(),
        Column::Languages => {
            let letters = session.languages.iter().map(|language| language.letter().to_string());
            letters.collect::<Vec<_>>().join(" ")
        }
        Column::People => {
            let people = session.people.iter().filter_map(|part| cx.plan.people().get(part.person));
            joined(people.map(|person| person.name.as_str()))
        }
        Column::Topics => {
            let topics = session.topics.iter().filter_map(|&id| cx.plan.topics().get(id));
            joined(topics.map(|topic| topic.code.as_str()))
        }
        Column::Documents => {
            let documents = session.documents.iter().filter_map(|&id| cx.plan.documents().get(id));
            joined(documents.map(|document| document.symbol.as_str()))
        }
        Column::Attendance => session.expected_attendance.map_or_else(String::new, |count| count.to_string()),
        Column::After => {
            let before = session.after.iter().filter_map(|&id| cx.plan.sessions().get(id));
            joined(before.map(|session| cx.session_title(session)))
        }
        Column::Remarks => session.remarks.clone(),
        Column::Marks => signs::marks(cx, session).into_iter().map(|(icon, _)| icon).collect::<Vec<_>>().join(" "),
        Column::Own(id) => own(cx, session, id),
    }
}

/// What a session has in an own field. A tick is a box, not a word.
fn own(cx: &ViewContext<'_>, session: &Session, field: FieldId) -> String {
    match session.own.get(field).zip(cx.plan.fields().get(field)) {
        None | Some((FieldValue::Tick, _)) => String::new(),
        Some((value, field)) => own_value::words(cx, field, value),
    }
}

/// Which meeting of its body a session is: `PL-2`, and whether it is the last one.
#[must_use]
pub fn meeting(cx: &ViewContext<'_>, session: &Session) -> String {
    let Some(meeting) = cx.index().meeting(session.id) else { return String::new() };
    let code = cx.meeting_code(session.id).unwrap_or_else(|| meeting.number.to_string());
    if meeting.is_last { format!("{code} · {}", cx.text("meeting-last")) } else { code }
}

/// How many to-dos on a session are open; or its last comment, after how many there are if there are several.
#[must_use]
pub fn comments(cx: &ViewContext<'_>, session: SessionId, column: Column) -> String {
    if column == Column::ToDos {
        let open = cx.open_to_dos(session);
        return if open == 0 { String::new() } else { open.to_string() };
    }
    let all = cx.comments_on(session);
    let Some(last) = all.last() else { return String::new() };
    let text = short::beginning(&last.text, phrases::LINE_LETTERS);
    if all.len() > 1 { format!("{} · {text}", all.len()) } else { text }
}

fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.collect::<Vec<_>>().join(", ")
}

/// A day, with its year if that is not clear.
#[must_use]
pub fn day(cx: &ViewContext<'_>, date: chrono::NaiveDate, with_year: bool) -> String {
    use chrono::Datelike as _;
    let day = dates::day_short(cx.texts, date);
    if with_year {
        cx.texts.text_with("list-day-year", &[("day", Value::from(&day)), ("year", date.year().into())])
    } else {
        day
    }
}

/// An end on a later day says how many days later.
fn end(cx: &ViewContext<'_>, span: crate::model::Span) -> String {
    let days = (span.last_day() - span.start.date()).num_days();
    let clock = span.end_clock();
    if days == 0 {
        clock
    } else {
        cx.texts.text_with("list-end-later", &[("time", Value::from(&clock)), ("days", days.into())])
    }
}

/// The languages by their names.
#[must_use]
pub fn language_names(cx: &ViewContext<'_>, session: &Session) -> String {
    let name = |language: Language| cx.text(names::language(language));
    session.languages.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// How wide the figures of a font are, so that they can stand in columns: this font's own differ in width.
#[derive(Debug)]
pub struct Figures {
    font: FontId,
    widths: [f32; 10],
    widest: f32,
}

impl Figures {
    /// The figures of a font.
    #[must_use]
    pub fn new(ctx: &egui::Context, font: FontId) -> Self {
        let widths = ctx.fonts_mut(|fonts| {
            ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'].map(|figure| fonts.glyph_width(&font, figure))
        });
        let widest = widths.into_iter().fold(0.0, f32::max);
        Self { font, widths, widest }
    }

    /// `text` with each figure in the middle of equal room, and what room is left over behind the last one.
    fn job(&self, text: &str, color: Color32) -> (LayoutJob, f32) {
        let format = TextFormat { font_id: self.font.clone(), color, ..TextFormat::default() };
        let mut job = LayoutJob { text: text.to_owned(), break_on_newline: false, ..LayoutJob::default() };
        let mut left_over = 0.0;
        let mut from = 0;
        while let Some(first) = text[from..].chars().next() {
            let margin = first.to_digit(10).map(|figure| (self.widest - self.widths[figure as usize]) / 2.0);
            let len = match margin {
                Some(_) => 1,
                None => text[from..].find(|c: char| c.is_ascii_digit()).unwrap_or(text.len() - from),
            };
            let byte_range = ByteIndex(from)..ByteIndex(from + len);
            let leading_space = left_over + margin.unwrap_or(0.0);
            job.sections.push(LayoutSection { leading_space, byte_range, format: format.clone() });
            left_over = margin.unwrap_or(0.0);
            from += len;
        }
        (job, left_over)
    }
}

/// How a text stands in its cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    /// On the left, as the font has it.
    Plain,
    /// On the left, figures below each other.
    Figures,
    /// On the right, figures below each other.
    Right,
}

impl Set {
    /// How the texts of a column stand.
    #[must_use]
    pub fn of(plan: &Plan, column: Column) -> Self {
        match (column, column.sort(plan)) {
            (Column::Start | Column::End | Column::Length | Column::Attendance | Column::ToDos, _)
            | (_, Some(FieldSort::Number)) => Self::Right,
            (Column::Id | Column::Day | Column::Meeting | Column::Held, _) | (_, Some(FieldSort::Date)) => {
                Self::Figures
            }
            _ => Self::Plain,
        }
    }
}

/// How a text is painted.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// The font, and its figures.
    pub figures: &'a Figures,
    /// The colour.
    pub color: Color32,
    /// Where it stands.
    pub set: Set,
}

impl Look<'_> {
    /// The text laid out, and what room is left over behind its last figure.
    fn galley(&self, ctx: &egui::Context, text: &str, width: f32) -> (Arc<Galley>, f32) {
        if self.set == Set::Plain {
            return (elided_in(ctx, text, TextFormat::simple(self.figures.font.clone(), self.color), width), 0.0);
        }
        let (mut job, left_over) = self.figures.job(text, self.color);
        job.wrap = TextWrapping::truncate_at_width(width);
        (ctx.fonts_mut(|fonts| fonts.layout_job(job)), left_over)
    }
}

/// Paints a text on one line in the middle of `rect`; answers whether it had to be cut.
pub fn paint_text(painter: &Painter, rect: Rect, text: &str, look: Look<'_>) -> bool {
    if text.is_empty() || rect.width() <= 2.0 {
        return false;
    }
    let (galley, left_over) = look.galley(painter.ctx(), text, rect.width());
    let cut = galley.elided;
    let size = galley.size();
    let x = if look.set == Set::Right { rect.right() - size.x - left_over } else { rect.left() };
    let y = rect.center().y - size.y / 2.0;
    let pixels = painter.ctx().pixels_per_point();
    painter.galley(pos2((x * pixels).round() / pixels, (y * pixels).round() / pixels), galley, look.color);
    cut
}
