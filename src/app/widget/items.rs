//! Items of agendas wherever they are shown: their signs, and where they can go.

use egui::Response;

use crate::edit::Command;
use crate::edit::agenda::{OnAgenda, Spot, Way, WayKind, new_items};
use crate::model::agenda::{Due, Sitting};
use crate::model::{AgendaItem, ItemKind, ItemOutcome, LocalText, RowId, Session, SessionId};
use crate::texts::typed::TypedItem;
use crate::texts::{Value, dates, tid, typed};

use crate::app::context::ViewContext;
use crate::app::phrases;
use crate::app::style::icons;
use crate::app::widget::picker::{Picked, PickerItem, picker};

/// The sign of a kind of item.
#[must_use]
pub fn kind_sign(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Item => icons::LIST_ORDERED,
        ItemKind::Talk => icons::PRESENTATION,
        ItemKind::Statement => icons::MIC,
        ItemKind::Discussion => icons::MESSAGE,
        ItemKind::Pause => icons::COFFEE,
    }
}

/// The sign of what came of an item; none while it was not taken.
#[must_use]
pub fn outcome_sign(outcome: ItemOutcome) -> &'static str {
    match outcome {
        ItemOutcome::NotTaken => "",
        ItemOutcome::Open => icons::CIRCLE_DASHED,
        ItemOutcome::Concluded => icons::LIST_CHECKS,
        ItemOutcome::Deferred => icons::REDO,
        ItemOutcome::Referred => icons::SEND,
        ItemOutcome::Noted => icons::EYE,
        ItemOutcome::Approved => icons::CHECK,
    }
}

/// Sessions to choose one from, in the order of time, under a button.
pub fn session_picker(
    button: &Response,
    cx: &ViewContext<'_>,
    title: &str,
    wanted: impl Fn(&Session) -> bool,
) -> Option<SessionId> {
    let all = || {
        let mut sessions: Vec<_> = cx.plan.sessions().iter().filter(|session| wanted(session)).collect();
        sessions.sort_by_key(|session| (session.span().is_none(), session.span().map(|span| span.start), session.id));
        let item = |session: &Session| PickerItem {
            value: session.id,
            title: cx.session_title(session).to_owned(),
            detail: match &session.placement {
                Some(at) => phrases::placement(cx, at),
                None => cx.text("session-unscheduled").to_owned(),
            },
        };
        sessions.into_iter().map(|session| item(session)).collect()
    };
    match picker(button, cx, title, None, all) {
        Some(Picked::Known(session)) => Some(session),
        _ => None,
    }
}

/// `13:10–13:20`; where its session waits, so long after its beginning. Half minutes are told.
#[must_use]
pub fn due_text(sitting: &Sitting, due: Due) -> String {
    let clock = |secs: i64| {
        let rest = secs.rem_euclid(60);
        let mins = match sitting.clock(secs) {
            Some(at) => u16::try_from(at.minute_of_day()).map(typed::clock_text).unwrap_or_default(),
            None => format!("+{}:{:02}", secs.div_euclid(3600), secs.div_euclid(60).rem_euclid(60)),
        };
        if rest == 0 { mins } else { format!("{mins}:{rest:02}") }
    };
    if due.start_secs == due.end_secs {
        clock(due.start_secs)
    } else {
        format!("{}–{}", clock(due.start_secs), clock(due.end_secs))
    }
}

/// What is given to an item: `12`, or `5 + 7` where presentation and discussion are told apart.
#[must_use]
pub fn shares_text(item: &AgendaItem) -> String {
    let presentation = typed::seconds_text(item.presentation_secs);
    if item.discussion_secs == 0 {
        return presentation;
    }
    format!("{presentation} + {}", typed::seconds_text(item.discussion_secs))
}

/// `7.1 Report of RPM-ARB`
#[must_use]
pub fn item_name(cx: &ViewContext<'_>, item: &AgendaItem) -> String {
    let agenda = cx.agenda(item.session);
    let line = agenda.lines().find(|line| line.taken.row() == RowId::Item(item.id));
    let number = line.map(|line| line.number.as_str()).unwrap_or_default();
    let title = item_title(cx, item);
    if number.is_empty() { title.to_owned() } else { format!("{number} {title}") }
}

/// What an item is called, also when it has no title yet.
#[must_use]
pub fn item_title<'t>(cx: &ViewContext<'t>, item: &'t AgendaItem) -> &'t str {
    let title = cx.settings.title(&item.title);
    let untitled = if item.kind == ItemKind::Pause { tid("item-kind-pause") } else { tid("item-untitled") };
    if title.is_empty() { cx.texts.text(untitled) } else { title }
}

/// `75 min, 84 given`
#[must_use]
pub fn sum_text(cx: &ViewContext<'_>, (room_secs, given_secs): (i64, i64)) -> String {
    let (room, given) = (minutes(room_secs), minutes(given_secs));
    cx.texts.text_with("agenda-sum", &[("room", Value::from(&room)), ("given", Value::from(&given))])
}

/// `9 min too many`
#[must_use]
pub fn over_text(cx: &ViewContext<'_>, over_secs: i64) -> String {
    cx.texts.text_with("agenda-over", &[("mins", Value::from(&minutes(over_secs)))])
}

/// What a way to make an agenda fit changes, and when it is over then: `Discussion 5 min at most, ends 14:10`.
#[must_use]
pub fn way_text(cx: &ViewContext<'_>, sitting: &Sitting, way: &Way) -> String {
    let mins = |secs: u32| minutes(i64::from(secs));
    let clock = |secs: i64| due_text(sitting, Due { start_secs: secs, end_secs: secs, over_secs: 0 });
    let ends = clock(way.ends_secs);
    let told = |id: &'static str, name: &'static str, value: &str| {
        let over = minutes(way.left_over_secs);
        let values = [(name, Value::from(value)), ("ends", Value::from(&ends)), ("over", Value::from(&over))];
        cx.texts.text_with(id, &values)
    };
    match way.kind {
        WayKind::Discussion { secs } => told("agenda-way-discussion", "mins", &mins(secs)),
        WayKind::Each { secs } => told("agenda-way-each", "mins", &mins(secs)),
        WayKind::Pauses { secs } => told("agenda-way-pauses", "length", &dates::seconds_text(cx.texts, secs_of(secs))),
        WayKind::ShorterBreak { start_secs, secs } => {
            let span = format!("{}, {}", clock(start_secs), dates::seconds_text(cx.texts, secs_of(secs)));
            told("agenda-way-break", "break", &span)
        }
        WayKind::BehindBreak { count } if way.left_over_secs > 0 => {
            told("agenda-way-behind-over", "count", &count.to_string())
        }
        WayKind::BehindBreak { count } => told("agenda-way-behind", "count", &count.to_string()),
        WayKind::NextSession { count, session } => {
            let name = cx.plan.sessions().get(session).map(|row| cx.session_title(row)).unwrap_or_default();
            let what = format!("{count} → {name}");
            let id = if way.left_over_secs > 0 { tid("agenda-way-next-over") } else { tid("agenda-way-next") };
            told(id, "what", &what)
        }
        WayKind::Longer { mins } => told("agenda-way-longer", "mins", &mins.to_string()),
    }
}

fn secs_of(secs: u32) -> i32 {
    i32::try_from(secs).unwrap_or(i32::MAX)
}

/// `12`, `2:30`
#[must_use]
pub fn minutes(secs: i64) -> String {
    typed::seconds_text(u32::try_from(secs.max(0)).unwrap_or(u32::MAX))
}

/// New items out of what was typed or pasted, one for each line; nothing where there is none.
#[must_use]
pub fn added(cx: &ViewContext<'_>, spot: Spot, text: &str) -> Option<Command> {
    /// An agenda is no book.
    const MOST: usize = 500;
    let language = cx.settings.title_language();
    let typed = text.lines().filter_map(typed::item).take(MOST);
    let item = |(TypedItem { title, shares, level }, item): (TypedItem, AgendaItem)| AgendaItem {
        title: LocalText::one(language, &title),
        presentation_secs: shares.0,
        discussion_secs: shares.1,
        level,
        ..item
    };
    let items: Vec<AgendaItem> = typed.zip(new_items(cx.plan, spot.session)).map(item).collect();
    (!items.is_empty()).then_some(Command::Agenda(OnAgenda::Add(items, spot)))
}
