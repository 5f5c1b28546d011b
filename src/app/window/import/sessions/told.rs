//! What a table of sessions tells of its rows and columns, in words.

use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::exchange::arriving::Part;
use crate::exchange::incoming::{Decided, Field, Meant, Outcome, Row, Unclear};
use crate::model::{FieldId, Session};
use crate::texts::{Value, dates, tid};

use super::super::table::{AskedHere, Mark, Told};
use super::super::words::{part_words, time};

/// Whether a row counts for the sum of this id.
pub(super) fn counts_for(row: &Row, id: &'static str) -> bool {
    match id {
        "paste-new" => row.outcome == Outcome::New,
        "paste-changed" => matches!(row.outcome, Outcome::Changed(..)),
        "paste-same" => matches!(row.outcome, Outcome::Same(_)),
        "paste-ours" => !row.ours.is_empty(),
        "paste-notes" => !row.notes.is_empty(),
        "paste-dismissed" => row.outcome == Outcome::Dismissed,
        "paste-guessed-days" => row.guessed_day.is_some(),
        "paste-not" => matches!(row.outcome, Outcome::Not(..)),
        "paste-requests-left-out" => row.outcome == Outcome::LeftOut,
        "paste-near" => !row.unclear.is_empty(),
        _ => false,
    }
}

/// What a session of the plan has in a field, as far as one cell tells it.
fn was(cx: &ViewContext<'_>, session: &Session, field: Field) -> String {
    let part = match field {
        Field::Title => Part::Title,
        Field::Kind => Part::Kind,
        Field::Room => Part::Rooms,
        Field::People | Field::Chairs | Field::Moderators => Part::People,
        Field::Body => Part::Bodies,
        Field::Status => Part::Status,
        Field::Attendance => Part::Attendance,
        Field::Remarks => Part::Remarks,
        Field::Day => {
            return session.span().map_or_else(String::new, |span| dates::day_short(cx.texts, span.start.date()));
        }
        Field::Start => return session.span().map_or_else(String::new, |span| span.start.clock()),
        Field::End => return session.span().map_or_else(String::new, |span| span.end_clock()),
        Field::Time => {
            let at = session.placement.as_ref();
            return at.map_or_else(String::new, |at| time(cx, at, false));
        }
        Field::Length => return session.length().mins().to_string(),
        Field::Event | Field::Affiliation | Field::Id | Field::Own(_) => return String::new(),
    };
    part_words(cx, cx.plan, session, part)
}

/// What becomes of a row, as the table tells it.
pub(super) fn told(cx: &ViewContext<'_>, (place, row): (usize, &Row), decided: &Decided) -> Told<Field> {
    let (sign, color, said) = outcome(cx, row);
    let mut marks: Vec<(Field, Mark)> = row.notes.iter().map(|&(field, _)| (field, Mark::Noted)).collect();
    match &row.outcome {
        Outcome::Not(field, _) => marks.push((*field, Mark::Wrong)),
        Outcome::Changed(_, fields) => marks.extend(fields.iter().map(|&field| (field, Mark::Changed))),
        _ => {}
    }
    let notes = row.notes.iter().map(|&(_, note)| cx.text(note.label()).to_owned());
    let notes = notes.chain(row.guessed_day.map(|day| guessed_day(cx, day))).collect();
    let asked = asked_of(row, decided);
    marks.extend(asked.iter().map(|unclear| (unclear.field, Mark::Noted)));
    let is_out = matches!(row.outcome, Outcome::Not(..) | Outcome::LeftOut | Outcome::Dismissed);
    let was = match &row.outcome {
        Outcome::Changed(id, fields) => cx.plan.sessions().get(*id).map(|session| {
            let told = fields.iter().map(|&field| (field, was(cx, session, field)));
            told.collect()
        }),
        _ => None,
    };
    marks.extend(row.ours.iter().map(|&field| (field, Mark::Noted)));
    let mut asked: Vec<AskedHere> = asked.iter().map(|unclear| asked_here(cx, unclear)).collect();
    let is_theirs = decided.theirs.has(place);
    if is_theirs || !row.ours.is_empty() {
        let choices = [tid("paste-keep-ours"), tid("paste-take-theirs")].map(|id| cx.text(id).to_owned());
        let words = cx.text("paste-ask-ours").to_owned();
        asked.push(AskedHere { words, choices: choices.to_vec(), chosen: Some(usize::from(is_theirs)) });
    }
    Told { sign, color, said, notes, marks, was: was.unwrap_or_default(), is_out, asked }
}

/// Names in a row that may mean something else.
pub(super) fn asked_of(row: &Row, decided: &Decided) -> Vec<Unclear> {
    let is_open = |unclear: &&Unclear| decided.meanings.of(unclear.field, &unclear.name).is_none();
    row.unclear.iter().filter(is_open).cloned().collect()
}

fn asked_here(cx: &ViewContext<'_>, unclear: &Unclear) -> AskedHere {
    let words = cx.texts.text_with("paste-ask-near", &[("name", Value::from(&unclear.name))]);
    let name = |meant: &Meant| match meant {
        Meant::New => String::new(),
        Meant::Called(name) => name.clone(),
        Meant::Room(id) => cx.plan.rooms().get(*id).map(|room| cx.title(&room.title).to_owned()).unwrap_or_default(),
        Meant::Person(id) => cx.plan.people().get(*id).map(|person| person.name.clone()).unwrap_or_default(),
        Meant::Body(id) => cx.plan.bodies().get(*id).map(|body| cx.title(&body.code).to_owned()).unwrap_or_default(),
    };
    let choices = std::iter::once(cx.text("paste-answer-new").to_owned()).chain(unclear.near.iter().map(name));
    AskedHere { words, choices: choices.collect(), chosen: None }
}

/// That nothing tells the day of a row, and which one is taken.
fn guessed_day(cx: &ViewContext<'_>, day: chrono::NaiveDate) -> String {
    cx.texts.text_with("paste-row-guessed-day", &[("day", Value::from(&dates::day_short(cx.texts, day)))])
}

/// What becomes of a row: a sign, its colour, and in words.
fn outcome(cx: &ViewContext<'_>, row: &Row) -> (&'static str, egui::Color32, String) {
    let noted = !row.notes.is_empty();
    if let (Outcome::New, Some(day), false) = (&row.outcome, row.guessed_day, noted) {
        return (icons::CALENDAR, cx.theme.warning, guessed_day(cx, day));
    }
    if let (Outcome::New | Outcome::Changed(..), Some(unclear)) = (&row.outcome, row.unclear.first()) {
        let values = [("name", Value::from(&unclear.name))];
        return (icons::WARNING, cx.theme.warning, cx.texts.text_with("paste-row-near", &values));
    }
    if !row.ours.is_empty() && matches!(row.outcome, Outcome::Same(_) | Outcome::Changed(..)) {
        return (icons::PENCIL, cx.theme.warning, cx.text("paste-row-ours").to_owned());
    }
    match &row.outcome {
        Outcome::New if noted => (icons::WARNING, cx.theme.warning, cx.text("paste-row-new-noted").to_owned()),
        Outcome::New => (icons::PLUS, cx.theme.ok, cx.text("paste-row-new").to_owned()),
        Outcome::Changed(..) => (icons::PENCIL, cx.theme.accent, cx.text("paste-row-changed").to_owned()),
        Outcome::Same(_) => (icons::CHECK, cx.theme.text_2, cx.text("paste-row-same").to_owned()),
        Outcome::Day(day) => (icons::CALENDAR, cx.theme.text_2, dates::day_short(cx.texts, *day)),
        Outcome::LeftOut => (icons::CIRCLE_X, cx.theme.text_2, cx.text("paste-row-left-out").to_owned()),
        Outcome::Dismissed => (icons::CIRCLE_X, cx.theme.warning, cx.text("paste-row-dismissed").to_owned()),
        Outcome::Not(_, flaw) => (icons::WARNING, cx.theme.error, cx.text(flaw.label()).to_owned()),
    }
}

/// What a column is called that holds this.
pub(super) fn name<'a>(cx: &ViewContext<'a>, field: Option<Field>) -> &'a str {
    match field.map(label) {
        None => cx.text("paste-left-out"),
        Some(Ok(label)) => cx.text(label),
        Some(Err(id)) => match cx.plan.fields().get(id).map(|field| cx.title(&field.title)) {
            None => cx.text("paste-left-out"),
            Some("") => cx.text("field-untitled"),
            Some(title) => title,
        },
    }
}

/// The id of what a field is called, or the own field it is.
fn label(field: Field) -> Result<&'static str, FieldId> {
    Ok(match field {
        Field::Title => tid("list-column-title"),
        Field::Kind => tid("list-column-kind"),
        Field::Day => tid("list-column-day"),
        Field::Start => tid("list-column-start"),
        Field::End => tid("list-column-end"),
        Field::Time => tid("paste-field-time"),
        Field::Length => tid("list-column-length"),
        Field::Room => tid("list-column-room"),
        Field::People => tid("paste-field-people"),
        Field::Chairs => tid("paste-field-chairs"),
        Field::Moderators => tid("paste-field-moderators"),
        Field::Affiliation => tid("paste-field-affiliation"),
        Field::Body => tid("list-column-body"),
        Field::Event => tid("list-column-event"),
        Field::Status => tid("list-column-status"),
        Field::Attendance => tid("paste-field-attendance"),
        Field::Remarks => tid("paste-field-remarks"),
        Field::Id => tid("list-column-id"),
        Field::Own(id) => return Err(id),
    })
}
