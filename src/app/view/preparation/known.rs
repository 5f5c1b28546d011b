//! What is shown, worked out once for a state of the plan, a day and a language.

use chrono::NaiveDate;

use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::steps::{self as words, Tone};
use crate::model::preparation::{Preparation, Step};
use crate::model::{
    BodyKind, Document, DocumentId, DocumentKind, Event, EventDates, EventId, EventKind, Language, RowId,
};
use crate::texts::{built_in, steps, tid};
use crate::workbench::Generation;

use super::Sift;
use crate::app::widget::sheet::{Cell, Does, Head, Line};

/// What it was worked out from.
pub type Key = (Generation, Option<NaiveDate>, Language, Option<Sift>);

/// What is shown.
#[derive(Debug)]
pub struct Known {
    /// What it was worked out from.
    pub key: Key,
    /// What is done, late, at risk, and what waits for what.
    pub preparation: Preparation,
    /// The planning areas.
    pub areas: Vec<Line>,
    /// The documents.
    pub papers: Vec<Line>,
    /// How many documents are overdue.
    pub overdue: usize,
    /// How many are not everywhere yet where they should be.
    pub unposted: usize,
    /// The groups of advisory groups and their reports.
    pub groups: Vec<Line>,
    /// The regional meetings and the documents that each has.
    pub meetings: Vec<Line>,
    /// The documents that all of them are given, in the order of the columns.
    pub common: Vec<DocumentId>,
    /// What those are called, as short as that can be.
    pub common_names: Vec<String>,
    /// The circular letters.
    pub letters: Vec<Line>,
}

/// Columns of planning areas.
pub const AREAS: [Head; 6] = [
    Head::new(tid("event-kind-planning-area"), 260.0, Does::Type),
    Head::new(tid("step-owner"), 230.0, Does::Type),
    Head::new(tid("step-state"), 120.0, Does::Step),
    Head::new(tid("step-next"), 0.0, Does::Type),
    Head::new(tid("document-due"), 90.0, Does::Type),
    Head::new(tid("step-counts-from"), 170.0, Does::Type),
];
/// Columns of documents.
pub const PAPERS: [Head; 13] = [
    Head::new(tid("inspector-symbol"), 130.0, Does::Type),
    Head::new(tid("inspector-title"), 0.0, Does::Type),
    Head::new(tid("document-kind"), 110.0, Does::Type),
    Head::new(tid("document-author"), 110.0, Does::Type),
    Head::new(tid("document-due"), 96.0, Does::Type),
    Head::new(tid("inspector-issued"), 96.0, Does::Type),
    Head::new(tid("language-english"), 60.0, Does::Step).called(tid("preparation-in-english")),
    Head::new(tid("language-french"), 60.0, Does::Step).called(tid("preparation-in-french")),
    Head::new(tid("language-spanish"), 60.0, Does::Step).called(tid("preparation-in-spanish")),
    Head::new(tid("language-russian"), 60.0, Does::Step).called(tid("preparation-in-russian")),
    Head::new(tid("language-chinese"), 60.0, Does::Step).called(tid("preparation-in-chinese")),
    Head::new(tid("language-arabic"), 60.0, Does::Step).called(tid("preparation-in-arabic")),
    Head::new(tid("registers-used"), 60.0, Does::Show),
];
/// The column of the first language.
pub const FIRST_LANGUAGE: usize = 6;
/// Columns of groups.
pub const GROUPS: [Head; 5] = [
    Head::new(tid("row-body"), 190.0, Does::Show),
    Head::new(tid("inspector-set-up-at"), 110.0, Does::Show),
    Head::new(tid("inspector-report"), 170.0, Does::Show),
    Head::new(tid("inspector-title"), 0.0, Does::Show),
    Head::new(tid("inspector-issued"), 124.0, Does::Show),
];
/// Columns of circular letters.
pub const LETTERS: [Head; 4] = [
    Head::new(tid("inspector-symbol"), 130.0, Does::Show),
    Head::new(tid("inspector-title"), 0.0, Does::Show),
    Head::new(tid("inspector-issued"), 124.0, Does::Show),
    Head::new(tid("step-tally"), 240.0, Does::Show),
];

impl Known {
    /// Works it out.
    #[must_use]
    pub fn of(cx: &ViewContext<'_>, key: Key) -> Self {
        let preparation = Preparation::of(cx.plan, key.1);
        let common = common(cx);
        let papers = papers(cx, key);
        Self {
            overdue: cx.plan.documents().iter().filter(|row| is_overdue(row, key.1)).count(),
            unposted: cx.plan.documents().iter().filter(|row| lacks_stage(row)).count(),
            areas: areas(cx, &preparation, key.3),
            papers,
            groups: groups(cx),
            meetings: meetings(cx, &common),
            letters: letters(cx),
            common_names: common.iter().map(|&id| common_name(cx, id)).collect(),
            common,
            preparation,
            key,
        }
    }
}

fn is_overdue(document: &Document, today: Option<NaiveDate>) -> bool {
    today.is_some_and(|today| document.late_days(today).is_some())
}

/// Whether a document that is due, or is being translated, is not posted in every language.
fn lacks_stage(document: &Document) -> bool {
    let is_posted = |language: Language| document.stage(language) == Some(crate::model::DocumentStage::Posted);
    (document.due.is_some() || !document.stages.is_empty()) && !Language::ALL.into_iter().all(is_posted)
}

/// Whether a step is one of those that are asked for.
#[must_use]
pub fn takes(sift: Option<Sift>, step: &Step) -> bool {
    match sift {
        None => true,
        Some(Sift::Late) => step.is_late(),
        Some(Sift::Risk) => step.is_at_risk(),
    }
}

fn areas(cx: &ViewContext<'_>, preparation: &Preparation, sift: Option<Sift>) -> Vec<Line> {
    let all = cx.plan.events().iter().filter(|event| event.kind == EventKind::PlanningArea);
    let line = |event: &Event| {
        let step = preparation.steps.get(&event.id).filter(|step| takes(sift, step))?;
        let (sign, word, tone) = words::state(step);
        let due = match event.dates {
            EventDates::Days { last, .. } => words::day(cx, last),
            EventDates::Year(_) => String::new(),
        };
        let due_tone = if step.is_late() { Tone::Bad } else { Tone::Plain };
        let counts = event.counts_from.map(|counts| {
            let sign = if counts.days < 0 { '\u{2212}' } else { '+' };
            let days = counts.days.unsigned_abs();
            let name = words::name_of(cx, counts.event);
            let words = if days == 0 { name } else { format!("{name} {sign}{days}") };
            Cell { words, spoken: words::counts(cx, counts), ..Cell::new("", Tone::Weak) }
        });
        // What comes next is what was said, else the first step of the area that is not done.
        let own = cx.title(&event.next_step);
        let next = if own.is_empty() { next_step(cx, preparation, event.id) } else { own.to_owned() };
        let risks = words::risks(cx, step).join("\n");
        let word = words::state_words(cx, step, word);
        let spoken = if risks.is_empty() { String::new() } else { format!("{word}: {risks}") };
        let cells = vec![
            Cell::new(cx.title(&event.title), Tone::Name),
            Cell::new(cx.title(&event.owner), Tone::Plain),
            Cell { sign, words: word, spoken, tone, edits: None },
            Cell::new(next, Tone::Plain),
            Cell::new(due, due_tone),
            counts.unwrap_or_default(),
        ];
        Some(Line { id: event.id.into(), cells })
    };
    all.filter_map(|event| line(event)).collect()
}

/// The first step of an area that is not done.
fn next_step(cx: &ViewContext<'_>, preparation: &Preparation, area: EventId) -> String {
    let open = |event: &&std::sync::Arc<Event>| {
        event.areas.contains(&area) && preparation.steps.get(&event.id).is_some_and(|step| !step.is_done())
    };
    let first = cx.plan.events().iter().filter(open).min_by_key(|event| (event.dates, event.id));
    first.map(|event| words::name(cx, event).to_owned()).unwrap_or_default()
}

fn papers(cx: &ViewContext<'_>, key: Key) -> Vec<Line> {
    use crate::model::Referrers as _;
    let targets = cx.plan.documents().ids().map(RowId::from).collect();
    let mut used: std::collections::HashMap<RowId, Vec<RowId>> = std::collections::HashMap::new();
    cx.index().each_referrer(&targets, &mut |row, target| used.entry(target).or_default().push(row));
    let line = |row: &Document| {
        let author = row.author.and_then(|id| cx.plan.bodies().get(id));
        let author = author.map_or(built_in(cx.texts, &row.author_name), |body| cx.short_name(&body.code, &body.title));
        let late = key.1.and_then(|today| row.late_days(today));
        let day = |day: Option<NaiveDate>| day.map(|day| words::day(cx, day)).unwrap_or_default();
        let mut due = Cell::new(day(row.due), if late.is_some() { Tone::Bad } else { Tone::Plain });
        if let Some(days) = late {
            due.sign = icons::CIRCLE_X;
            due.spoken = cx.texts.text_with("preparation-late-by", &[("days", days.into())]);
        }
        let mut cells = vec![
            Cell::new(row.symbol.as_str(), Tone::Name),
            Cell::new(cx.title(&row.title), Tone::Plain),
            Cell::new(row.kind.map_or("", |kind| cx.text(steps::document_kind(kind))), Tone::Plain),
            Cell::new(author, Tone::Plain),
            due,
            Cell::new(day(row.issued), Tone::Plain),
        ];
        cells.extend(Language::ALL.map(|language| stage(cx, row, language)));
        let users = used.get(&row.id.into()).map(Vec::as_slice).unwrap_or_default();
        let names: Vec<String> = users.iter().take(12).map(|&row| crate::app::phrases::row_title(cx, row)).collect();
        let count = if users.is_empty() { String::new() } else { users.len().to_string() };
        cells.push(Cell { words: count, spoken: names.join("\n"), ..Cell::new("", Tone::Weak) });
        Line { id: row.id.into(), cells }
    };
    let wanted = |row: &&std::sync::Arc<Document>| match key.3 {
        None => true,
        Some(Sift::Late) => is_overdue(row, key.1),
        Some(Sift::Risk) => lacks_stage(row),
    };
    cx.plan.documents().iter().filter(wanted).map(|row| line(row)).collect()
}

fn stage(cx: &ViewContext<'_>, row: &Document, language: Language) -> Cell {
    let stage = row.stage(language);
    let (sign, tone) = words::stage(stage);
    let words = stage.map_or("", |stage| cx.text(steps::stage(stage))).to_owned();
    let reached = row.stages.get(language).filter(|reached| reached.days[reached.stage as usize].is_some());
    let spoken = reached.map(|reached| steps::reached(cx.texts, reached)).unwrap_or_default();
    Cell { sign, words, spoken, tone, edits: None }
}

fn issued(cx: &ViewContext<'_>, row: &Document) -> Cell {
    let day = row.issued.map(|day| words::day(cx, day));
    day.map_or_else(|| Cell::new(cx.text("preparation-no-day"), Tone::Weak), |day| Cell::new(day, Tone::Good))
}

/// Groups of advisory groups, in the order in which they were set up.
fn groups(cx: &ViewContext<'_>) -> Vec<Line> {
    let is_group = |body: &&std::sync::Arc<crate::model::Body>| {
        body.kind == BodyKind::AdvisoryGroup && (body.parent.is_some() || body.report.is_some())
    };
    let mut all: Vec<_> = cx.plan.bodies().iter().filter(is_group).collect();
    let when = |id: Option<EventId>| id.and_then(|id| cx.plan.events().get(id)).map(|event| event.dates);
    all.sort_by_key(|body| (when(body.set_up_at), body.id));
    let line = |body: &crate::model::Body| {
        let report = body.report.and_then(|id| cx.plan.documents().get(id));
        let set_up = body.set_up_at.map(|id| words::name_of(cx, id)).unwrap_or_default();
        let cells = vec![
            Cell {
                spoken: format!("{}, {}", cx.title(&body.code), cx.title(&body.title)),
                ..Cell::new(cx.short_name(&body.code, &body.title), Tone::Name)
            },
            Cell::new(set_up, Tone::Plain),
            Cell::new(report.map_or("", |row| row.symbol.as_str()), Tone::Plain),
            Cell::new(report.map_or("", |row| cx.title(&row.title)), Tone::Plain),
            report.map(|row| issued(cx, row)).unwrap_or_default(),
        ];
        Line { id: body.id.into(), cells }
    };
    all.into_iter().map(|body| line(body)).collect()
}

/// The regional meetings in the order of their days.
pub(super) fn regional<'a>(cx: &ViewContext<'a>) -> Vec<&'a std::sync::Arc<Event>> {
    let is_regional = |event: &&std::sync::Arc<Event>| event.kind == EventKind::RegionalPreparatoryMeeting;
    let mut all: Vec<_> = cx.plan.events().iter().filter(is_regional).collect();
    all.sort_by_key(|event| (event.dates, event.id));
    all
}

/// The drafts and reports that several regional meetings have and none of which is of a single one; at most eight.
fn common(cx: &ViewContext<'_>) -> Vec<DocumentId> {
    let meetings = regional(cx);
    let is_common = |row: &&std::sync::Arc<Document>| {
        let is_paper =
            !matches!(row.kind, Some(DocumentKind::Website | DocumentKind::Video | DocumentKind::Publication));
        let given = meetings.iter().filter(|event| event.documents.contains(&row.id)).count();
        row.event.is_none() && is_paper && given >= 2
    };
    cx.plan.documents().iter().filter(is_common).map(|row| row.id).take(8).collect()
}

/// The five of the source have short names; others are called by symbol or title.
fn common_name(cx: &ViewContext<'_>, id: DocumentId) -> String {
    let short = match id.as_str() {
        "KEY-DECLARATION" => tid("preparation-key-declaration"),
        "KEY-QUESTIONS" => tid("preparation-key-questions"),
        "KEY-RESOLUTION-1" => tid("preparation-key-resolution-1"),
        "KEY-RESOLUTIONS" => tid("preparation-key-resolutions"),
        "KEY-STRATEGIC-PLAN" => tid("preparation-key-strategic-plan"),
        _ => {
            let row = cx.plan.documents().get(id);
            return row
                .map_or_else(String::new, |row| cx.short_name(&row.symbol.as_str().into(), &row.title).to_owned());
        }
    };
    cx.text(short).to_owned()
}

fn meetings(cx: &ViewContext<'_>, common: &[DocumentId]) -> Vec<Line> {
    let of = |event: &Event, kind: DocumentKind| {
        cx.plan.documents().iter().find(|row| row.event == Some(event.id) && row.kind == Some(kind))
    };
    let found = |row: Option<&std::sync::Arc<Document>>| match row {
        None => Cell { edits: Some(String::new()), ..Cell::new("\u{2013}", Tone::Weak) },
        Some(row) if !row.link.is_empty() => Cell {
            sign: icons::CIRCLE_CHECK,
            words: row.link.trim_start_matches("https://").trim_start_matches("http://").to_owned(),
            spoken: format!("{}\n{}", cx.title(&row.title), row.link),
            tone: Tone::Good,
            edits: Some(row.link.clone()),
        },
        Some(row) if row.link.is_empty() && row.issued.is_none() => {
            let words = cx.text("preparation-link-missing").to_owned();
            let spoken = cx.title(&row.title).to_owned();
            Cell { sign: icons::UNLINK, words, spoken, tone: Tone::Weak, edits: Some(String::new()) }
        }
        Some(row) => {
            let words = row.issued.map_or(cx.text("preparation-there").to_owned(), |day| words::day(cx, day));
            let spoken = cx.title(&row.title).to_owned();
            Cell { sign: icons::CIRCLE_CHECK, words, spoken, tone: Tone::Good, edits: Some(String::new()) }
        }
    };
    let line = |event: &Event| {
        let given = |id: &DocumentId| {
            let title = cx.plan.documents().get(*id).map(|row| cx.title(&row.title)).unwrap_or_default();
            let is = event.documents.contains(id);
            let word = cx.text(if is { tid("preparation-given") } else { tid("preparation-not-given") });
            let (sign, tone) = if is { (icons::CHECK, Tone::Good) } else { ("", Tone::Weak) };
            let words = if is { String::new() } else { "\u{2013}".to_owned() };
            Cell { sign, words, spoken: format!("{title}: {word}"), tone, edits: None }
        };
        let mut cells = vec![
            Cell::new(words::name(cx, event), Tone::Name),
            Cell::new(words::days(cx, event.dates), Tone::Plain),
            found(of(event, DocumentKind::Report)),
            found(of(event, DocumentKind::Video)),
        ];
        cells.extend(common.iter().map(given));
        Line { id: event.id.into(), cells }
    };
    regional(cx).into_iter().map(|event| line(event)).collect()
}

fn letters(cx: &ViewContext<'_>) -> Vec<Line> {
    let mut all: Vec<_> =
        cx.plan.documents().iter().filter(|row| row.kind == Some(DocumentKind::CircularLetter)).collect();
    all.sort_by_key(|row| (row.issued, row.id));
    let line = |row: &Document| {
        // The consultation that it is about: of its event, or of one that names it.
        let own = row.event.and_then(|id| cx.plan.events().get(id)).and_then(|event| event.tally);
        let naming = || cx.plan.events().iter().filter(|event| event.documents.contains(&row.id));
        let tally = own.or_else(|| naming().find_map(|event| event.tally));
        let words = tally.map(|tally| steps::tally(cx.texts, tally)).unwrap_or_default();
        let tone = if tally.is_some_and(|tally| tally.is_reached() == Some(true)) { Tone::Good } else { Tone::Plain };
        let cells = vec![
            Cell::new(row.symbol.as_str(), Tone::Name),
            Cell::new(cx.title(&row.title), Tone::Plain),
            issued(cx, row),
            Cell::new(words, tone),
        ];
        Line { id: row.id.into(), cells }
    };
    all.into_iter().map(|row| line(row)).collect()
}
