//! What the palette finds: commands and rows of the plan, under heads, what fits best first.

use chrono::NaiveDate;
use egui::Ui;

use crate::model::{BodyId, Kind, RowId, RowKind};
use crate::texts::{Value, dates, names, tid};

use super::haystack::{Scorer, keep_best};
use crate::app::action::UiCommand;
use crate::app::commands;
use crate::app::context::ViewContext;
use crate::app::filter::folded;
use crate::app::paint::lanes::LanesBy;
use crate::app::phrases;
use crate::app::style::icons;
use crate::app::widget::menus::shortcut_text;

/// One thing found.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What choosing it does.
    pub target: Target,
    /// What it is called.
    pub title: String,
    /// What is said of it at the right.
    pub detail: String,
    /// The keys that do the same.
    pub keys: String,
    /// Its sign.
    pub icon: &'static str,
    /// Whose hue its sign has.
    pub kind: Option<Kind>,
}

/// What choosing something does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// Runs a command.
    Command(UiCommand),
    /// Selects a row and shows it.
    Row(RowId),
    /// Filters by a row.
    Only(RowId),
    /// Goes to a day.
    Date(NaiveDate),
    /// Makes a session of a body.
    New(BodyId),
}

/// Things of one sort, under their head.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The id of its head.
    pub head: &'static str,
    /// What is in it.
    pub entries: Vec<Entry>,
}

/// What has to do with `words`: commands, unless only rows are asked for, and these rows with their points, the best first.
pub fn find(ui: &Ui, cx: &ViewContext<'_>, (words, only_rows): (&str, bool), rows: &[(u32, RowId)]) -> Vec<Section> {
    let mut found: Vec<(u32, Target)> = Vec::new();
    if !only_rows {
        let mut scorer = Scorer::new(words);
        for command in commands::all() {
            let (name, tip) = command.text_ids();
            // What a command is called counts for more than how it is explained.
            let name = folded(cx.text(name));
            let points = match scorer.rank((&name, &[]), &name) {
                Some(points) => Some(points.saturating_add(40)),
                None => scorer.score(&folded(cx.text(tip))).map(|points| points / 2),
            };
            found.extend(points.map(|points| (points, Target::Command(command))));
        }
    }
    let is_asked = !words.trim().is_empty();
    if !only_rows {
        found.extend(new_sessions(cx, words).into_iter().map(|(points, body)| (points, Target::New(body))));
    }
    found.extend(rows.iter().map(|&(points, row)| (points, Target::Row(row))));
    keep_best(&mut found, head, is_asked);
    let first_row = found.iter().find_map(|&(_, target)| match target {
        Target::Row(row) if !matches!(row, RowId::Session(_) | RowId::Comment(_)) => Some(row),
        _ => None,
    });
    let day = day_sections(ui, cx, words);
    let first_row = first_row.filter(|_| is_asked && !only_rows);
    let mut further: Vec<Target> = first_row.map(Target::Only).into_iter().collect();
    if let Some(RowId::Body(body)) = first_row {
        further.extend([Target::Command(UiCommand::Lanes(LanesBy::Body)), Target::New(body)]);
    }
    further.retain(|target| found.iter().all(|(_, known)| known != target));
    let found = sections(found.into_iter().map(|(_, target)| target).chain(further), |target| entry(ui, cx, target));
    day.into_iter().chain(found).collect()
}

/// The bodies of which a session is asked for, such as by "new com", with their points.
fn new_sessions(cx: &ViewContext<'_>, words: &str) -> Vec<(u32, BodyId)> {
    let words = folded(words.trim());
    let asks = folded(&new_session_of(cx, ""));
    let begins = |asked: &str| asks.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(asked));
    // One word alone would bring up all bodies there are.
    let is_asked = words.split_once(' ').is_some_and(|(first, _)| begins(first));
    if !is_asked {
        return Vec::new();
    }
    let mut scorer = Scorer::new(&words);
    let rank = |&(id, _): &(BodyId, _)| {
        let body = cx.plan.bodies().get(id)?;
        let (title, more) = (folded(&new_session_of(cx, body_name(cx, id))), folded(cx.title(&body.title)));
        Some((scorer.rank((&title, &[]), &format!("{title} {more}"))?, id))
    };
    cx.index().bodies().iter().filter_map(rank).collect()
}

fn new_session_of(cx: &ViewContext<'_>, body: &str) -> String {
    cx.texts.text_with("palette-new-session", &[("body", Value::from(body))])
}

/// The code of a body, or what it is called where it has none.
fn body_name<'a>(cx: &ViewContext<'a>, id: BodyId) -> &'a str {
    cx.plan.bodies().get(id).map_or("", |body| match cx.title(&body.code) {
        "" => cx.title(&body.title),
        code => code,
    })
}

/// The day that is typed, and its first sessions. A number alone is hardly meant as one.
fn day_sections(ui: &Ui, cx: &ViewContext<'_>, words: &str) -> Vec<Section> {
    const MOST_OF_DAY: usize = 6;
    let has_letters = words.chars().any(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '/'));
    let Some(date) = phrases::sought_date(cx, words).filter(|_| has_letters) else { return Vec::new() };
    let mut sessions: Vec<_> =
        cx.index().sessions_on(date).iter().filter_map(|&id| cx.plan.sessions().get(id)).collect();
    sessions.sort_by_key(|session| session.span().map(|span| span.start));
    let of_day = sessions.iter().take(MOST_OF_DAY).map(|session| entry(ui, cx, Target::Row(session.id.into())));
    let mut all = vec![Section { head: tid("palette-dates"), entries: vec![entry(ui, cx, Target::Date(date))] }];
    if !sessions.is_empty() {
        all.push(Section { head: tid("palette-day"), entries: of_day.collect() });
    }
    all
}

/// What was found under its heads: in the order of the best of each, and within a head as it came.
fn sections(found: impl Iterator<Item = Target>, mut entry: impl FnMut(Target) -> Entry) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for target in found {
        let head = head(target);
        let entry = entry(target);
        match sections.iter_mut().find(|section| section.head == head) {
            Some(section) => section.entries.push(entry),
            None => sections.push(Section { head, entries: vec![entry] }),
        }
    }
    sections
}

fn head(target: Target) -> &'static str {
    match target {
        Target::Command(_) | Target::Only(_) | Target::New(_) => tid("palette-commands"),
        Target::Row(row) => names::rows(row.kind()),
        Target::Date(_) => tid("palette-dates"),
    }
}

fn entry(ui: &Ui, cx: &ViewContext<'_>, target: Target) -> Entry {
    let plain =
        |title: String, icon| Entry { target, title, detail: String::new(), keys: String::new(), icon, kind: None };
    match target {
        Target::Command(command) => Entry {
            keys: shortcut_text(ui, command).unwrap_or_default(),
            ..plain(cx.text(command.text_ids().0).to_owned(), icons::COMMAND)
        },
        Target::Date(date) => Entry {
            detail: phrases::day_counts(cx, date),
            ..plain(dates::day_long(cx.texts, date), icons::CALENDAR_DAYS)
        },
        Target::Only(row) => {
            let what = phrases::row_title(cx, row);
            plain(cx.texts.text_with("filter-by", &[("what", Value::from(&what))]), icons::LIST_FILTER)
        }
        Target::New(body) => plain(new_session_of(cx, body_name(cx, body)), icons::PLUS),
        Target::Row(row) => {
            let kind = match row {
                RowId::Session(id) => cx.plan.sessions().get(id).map(|session| session.called()),
                // A body looks like what it mostly holds: its first session will do.
                RowId::Body(_) => {
                    let first = cx.index().sessions_of(row).first();
                    first.and_then(|&id| cx.plan.sessions().get(id)).map(|session| session.called())
                }
                RowId::Kind(id) => Some(Kind::Own(id)),
                _ => None,
            };
            let icon = kind.map_or(icon(row.kind()), |kind| cx.kind_sign(kind));
            Entry { detail: detail(cx, row), kind, ..plain(phrases::row_title(cx, row), icon) }
        }
    }
}

fn icon(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Session => icons::CALENDAR,
        RowKind::Event => icons::CALENDAR_DAYS,
        RowKind::Body => icons::LANDMARK,
        RowKind::Room => icons::DOOR,
        RowKind::Person => icons::USER,
        RowKind::Topic => icons::HASH,
        RowKind::Comment => icons::MESSAGE,
        _ => icons::FILE_TEXT,
    }
}

/// When a session or an event is; of how many sessions anything else is part.
fn detail(cx: &ViewContext<'_>, row: RowId) -> String {
    match row {
        RowId::Session(id) => cx.plan.sessions().get(id).map(|session| match session.span() {
            Some(span) => dates::span_text(cx.texts, span),
            None => cx.text("session-unscheduled").to_owned(),
        }),
        RowId::Event(id) => cx.plan.events().get(id).map(|event| phrases::event_dates(cx, event.dates)),
        RowId::Comment(id) => cx.plan.comments().get(id).map(|comment| {
            let on = phrases::row_title(cx, comment.session.into());
            if comment.by.is_empty() { on } else { format!("{} · {on}", comment.by) }
        }),
        row => {
            let count = cx.index().sessions_of(row).len();
            Some(cx.texts.text_with("step-sessions", &[("count", Value::from(count))]))
        }
    }
    .unwrap_or_default()
}
