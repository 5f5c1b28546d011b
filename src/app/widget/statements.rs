//! Words and signs of statements that several places show.

use chrono::{Datelike as _, NaiveDate};
use egui::Color32;

use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::model::speaking::Part;
use crate::model::{CivilTime, Person, RequestState, Statement, TextState, states};
use crate::texts::{dates, findings};

/// The sign and the colour of how far a request has come.
#[must_use]
pub fn request_sign(cx: &ViewContext<'_>, state: RequestState) -> (&'static str, Color32) {
    let theme = cx.theme;
    match state {
        RequestState::Received => (icons::INBOX, theme.text_2),
        RequestState::RankVerified => (icons::SHIELD, theme.accent),
        RequestState::Confirmed => (icons::CHECK, theme.ok),
        RequestState::Withdrawn => (icons::UNDO, theme.text_2),
        RequestState::TextOnly => (icons::FILE_TEXT, theme.accent),
    }
}

/// The sign and the colour of how far a text has come.
#[must_use]
pub fn text_sign(cx: &ViewContext<'_>, state: TextState) -> (&'static str, Color32) {
    let theme = cx.theme;
    match state {
        TextState::Missing => (icons::WARNING, theme.warning),
        TextState::Received => (icons::FILE_TEXT, theme.text_2),
        TextState::ToBooths => (icons::HEADPHONES, theme.accent),
        TextState::Checked => (icons::CHECK, theme.ok),
        TextState::Published => (icons::GLOBE, theme.ok),
    }
}

/// The State or the organization for which somebody speaks; their name where that is not known.
#[must_use]
pub fn speaks_for<'a>(cx: &ViewContext<'a>, statement: &Statement) -> &'a str {
    let Some(person) = person(cx, statement) else { return "" };
    if person.represents.is_empty() {
        return &person.name;
    }
    states::named(&person.represents).map_or(&person.represents, |state| state.name(cx.texts.language()))
}

/// The region of the one who speaks, by its code: of the State, or as the plan has it.
#[must_use]
pub fn region<'a>(cx: &ViewContext<'a>, statement: &Statement) -> &'a str {
    let Some(person) = person(cx, statement) else { return "" };
    let known = person.region.and_then(|id| cx.plan.bodies().get(id)).map(|body| cx.title(&body.code));
    known.or_else(|| states::named(&person.represents).map(|state| state.region)).unwrap_or_default()
}

/// Who delivers a statement.
#[must_use]
pub fn person<'a>(cx: &ViewContext<'a>, statement: &Statement) -> Option<&'a Person> {
    cx.plan.people().get(statement.speaker).map(|person| &**person)
}

/// `17–19 Nov`, or `17, 19 Nov` for days that do not follow one another; empty where nothing is known.
#[must_use]
pub fn days_text(cx: &ViewContext<'_>, days: &[NaiveDate]) -> String {
    let mut runs: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for &day in days {
        match runs.last_mut() {
            Some((_, last)) if last.succ_opt() == Some(day) => *last = day,
            _ => runs.push((day, day)),
        }
    }
    let text = |&(first, last): &(NaiveDate, NaiveDate)| dates::dates_short(cx.texts, first, last);
    let Some((last, before)) = runs.split_last() else { return String::new() };
    // The month is said once.
    let alike = before.iter().all(|(first, end)| (first.month(), end.month()) == (last.0.month(), last.0.month()));
    let brief = |&(first, end): &(NaiveDate, NaiveDate)| {
        if first == end { first.day().to_string() } else { format!("{}–{}", first.day(), end.day()) }
    };
    let parts = before.iter().map(|run| if alike { brief(run) } else { text(run) });
    parts.chain([text(last)]).collect::<Vec<_>>().join(", ")
}

/// When a line is due on the clock of its event: `14:47`.
#[must_use]
pub fn due_clock(part: &Part, secs: i64) -> String {
    let mins = i32::try_from(secs.div_euclid(60)).unwrap_or(i32::MAX / 4);
    part.span.start.plus_mins(mins).clock()
}

/// The same to the second.
#[must_use]
pub fn due_seconds(part: &Part, secs: i64) -> String {
    format!("{}:{:02}", due_clock(part, secs), secs.rem_euclid(60))
}

/// `3:00`
#[must_use]
pub fn length(secs: i64) -> String {
    let sign = if secs < 0 { "−" } else { "" };
    let secs = secs.abs();
    format!("{sign}{}:{:02}", secs / 60, secs % 60)
}

/// `8 Oct, 15:29`
#[must_use]
pub fn requested(cx: &ViewContext<'_>, at: CivilTime) -> String {
    let day = dates::dates_short(cx.texts, at.date(), at.date());
    format!("{day}, {}", findings::clock(at.minute_of_day()))
}

/// What a rank is called, with the function where the rank does not say it.
#[must_use]
pub fn rank_name<'a>(cx: &ViewContext<'a>, person: &'a Person) -> &'a str {
    if cx.plan.standing(person.rank).class.is_none() && !person.function.is_empty() {
        return &person.function;
    }
    cx.rank_name(person.rank)
}
