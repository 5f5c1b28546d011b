//! What is typed into cells, and what steps do, as commands.

use chrono::NaiveDate;

use crate::app::context::ViewContext;
use crate::edit::Command;
use crate::model::{
    BodyId, CountsFrom, DayEdge, Document, DocumentId, DocumentKind, Event, EventDates, EventId, Language, LocalText,
    StepState, folded,
};
use crate::texts::{steps, typed};

use super::known::FIRST_LANGUAGE;

/// What was typed can not stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unknown;

fn local(cx: &ViewContext<'_>, known: &LocalText, text: &str) -> LocalText {
    let mut new = known.clone();
    new.set(cx.settings.title_language(), text);
    new
}

/// What typing in a cell of a planning area does; nothing where it changes nothing.
pub fn area(cx: &ViewContext<'_>, id: EventId, column: usize, text: &str) -> Result<Option<Command>, Unknown> {
    let Some(known) = cx.plan.events().get(id) else { return Ok(None) };
    let (mut new, text) = (Event::clone(known), text.trim());
    match column {
        0 => new.title = local(cx, &known.title, text),
        1 => new.owner = local(cx, &known.owner, text),
        3 => new.next_step = local(cx, &known.next_step, text),
        4 if text.is_empty() => {
            // No day is known any more, but the year.
            new.counts_from = None;
            new.dates = EventDates::Year(chrono::Datelike::year(&known.dates.first_and_last().1));
        }
        4 => new.dates = EventDates::day(day(cx, text).ok_or(Unknown)?),
        5 if text.is_empty() => new.counts_from = None,
        5 => new.counts_from = Some(counts(cx, known, text).ok_or(Unknown)?),
        _ => return Ok(None),
    }
    Ok((new != **known).then(|| Command::Put(new.into())))
}

/// An event one state further or back, and that state; none is further than done.
pub fn stepped(cx: &ViewContext<'_>, id: EventId, back: bool) -> Option<(Option<StepState>, Command)> {
    let known = cx.plan.events().get(id)?;
    let order = [None, Some(StepState::Open), Some(StepState::UnderWay), Some(StepState::Done)];
    let at = order.iter().position(|state| *state == known.state).unwrap_or(0);
    let next = if back { (at + order.len() - 1) % order.len() } else { at + 1 };
    let state = *order.get(next)?;
    Some((state, Command::Put(Event { state, ..Event::clone(known) }.into())))
}

/// What typing in a cell of a document does.
pub fn paper(cx: &ViewContext<'_>, id: DocumentId, column: usize, text: &str) -> Result<Option<Command>, Unknown> {
    let Some(known) = cx.plan.documents().get(id) else { return Ok(None) };
    let (mut new, text) = (Document::clone(known), text.trim());
    let optional = |text: &str| -> Result<Option<NaiveDate>, Unknown> {
        if text.is_empty() { Ok(None) } else { day(cx, text).map(Some).ok_or(Unknown) }
    };
    match column {
        0 => text.clone_into(&mut new.symbol),
        1 => new.title = local(cx, &known.title, text),
        2 if text.is_empty() => new.kind = None,
        2 => {
            let name = |kind: DocumentKind| folded(cx.text(steps::document_kind(kind)));
            let wanted = folded(text);
            let found = DocumentKind::ALL.into_iter().find(|&kind| name(kind).starts_with(&wanted));
            new.kind = Some(found.ok_or(Unknown)?);
        }
        // A body of this name, else whoever it is.
        3 => match body(cx, text) {
            Some(body) => (new.author, new.author_name) = (Some(body), String::new()),
            None => (new.author, new.author_name) = (None, text.to_owned()),
        },
        4 => new.due = optional(text)?,
        5 => new.issued = optional(text)?,
        _ => return Ok(None),
    }
    Ok((new != **known).then(|| Command::Put(new.into())))
}

/// A document one stage further in the language of a column, or back.
pub fn staged(cx: &ViewContext<'_>, id: DocumentId, column: usize, back: bool) -> Option<Command> {
    let language = Language::ALL.get(column.checked_sub(FIRST_LANGUAGE)?).copied()?;
    let known = Document::clone(cx.plan.documents().get(id)?);
    let new = if back { known.stepped_back(language) } else { known.stepped(language, cx.today()) };
    Some(Command::Put(new.into()))
}

/// The report or the video of a regional meeting with a link, or without one where nothing is typed. One that is not there yet is made.
pub fn linked(
    cx: &ViewContext<'_>,
    (meeting, kind): (EventId, DocumentKind),
    text: &str,
) -> Result<Option<Command>, Unknown> {
    let text = text.trim();
    if text.contains(char::is_whitespace) || (!text.is_empty() && !text.contains('.')) {
        return Err(Unknown);
    }
    let is_it = |row: &&std::sync::Arc<Document>| row.event == Some(meeting) && row.kind == Some(kind);
    let known = cx.plan.documents().iter().find(is_it);
    let Some(known) = known else {
        let Some(event) = cx.plan.events().get(meeting).filter(|_| !text.is_empty()) else { return Ok(None) };
        let title = format!("{}: {}", cx.text(steps::document_kind(kind)), cx.short_name(&event.code, &event.title));
        let document = Document {
            kind: Some(kind),
            event: Some(meeting),
            link: text.to_owned(),
            title: LocalText::one(cx.settings.title_language(), &title),
            ..crate::edit::new_document(cx.plan, "")
        };
        return Ok(Some(Command::Put(document.into())));
    };
    let new = Document { link: text.to_owned(), ..Document::clone(known) };
    Ok((new != **known).then(|| Command::Put(new.into())))
}

/// A meeting with a document, or without one that it has.
pub fn given(cx: &ViewContext<'_>, meeting: EventId, document: DocumentId) -> Option<Command> {
    let mut event = Event::clone(cx.plan.events().get(meeting)?);
    match event.documents.iter().position(|&id| id == document) {
        Some(at) => drop(event.documents.remove(at)),
        None => event.documents.push(document),
    }
    Some(Command::Put(event.into()))
}

fn body(cx: &ViewContext<'_>, text: &str) -> Option<BodyId> {
    let wanted = folded(text);
    let is = |name: &str| !wanted.is_empty() && folded(name) == wanted;
    let found = cx
        .plan
        .bodies()
        .iter()
        .find(|body| is(body.id.as_str()) || body.code.iter().chain(body.title.iter()).any(|(_, name)| is(name)));
    found.map(|body| body.id)
}

fn day(cx: &ViewContext<'_>, text: &str) -> Option<NaiveDate> {
    let main = cx.plan.main_event().map(|event| event.dates.first_and_last());
    let within = main.or(cx.today().map(|day| (day, day)))?;
    // Of the preparation most days lie before the conference: a day and a month are those of its year.
    typed::date(text, within.0, within)
}

/// `WTDC-25 −35`, `-35`: an event by its name, the conference where none is named; counted from the same edge as before.
fn counts(cx: &ViewContext<'_>, known: &Event, text: &str) -> Option<CountsFrom> {
    let at = text
        .rfind(|letter: char| !letter.is_ascii_digit())
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    // A name alone is that day itself; `IRM-1` ends with a digit of its name.
    let is_name = cx.plan.events().iter().any(|event| event.code.iter().any(|(_, code)| folded(code) == folded(text)));
    let (digits, before) = match text[at..].parse::<u32>() {
        Ok(digits) if !is_name => (digits, text[..at].trim_end()),
        _ => (0, text),
    };
    let is_back = before.ends_with(['-', '\u{2212}', '\u{2013}']);
    let name = before.trim_end_matches(['-', '\u{2212}', '\u{2013}', '+']).trim();
    let days = i32::try_from(digits).ok()?;
    let wanted = folded(name);
    let called = |is: &dyn Fn(&str) -> bool| -> Vec<EventId> {
        let named = |text: &LocalText| text.iter().any(|(_, name)| is(&folded(name)));
        let others = cx.plan.events().iter().filter(|event| event.id != known.id);
        let found = others.filter(|event| is(&folded(event.id.as_str())) || named(&event.code) || named(&event.title));
        found.map(|event| event.id).collect()
    };
    let event = if name.is_empty() {
        known.counts_from.map(|counts| counts.event).or(cx.index().main_event())?
    } else {
        // The beginning of a name is enough where only one begins so, or where it is that of the conference.
        let begun = || {
            let found = called(&|name| name.starts_with(&wanted));
            let main = cx.index().main_event().filter(|main| found.contains(main));
            main.or(if found.len() == 1 { found.first().copied() } else { None })
        };
        called(&|name| name == wanted).first().copied().or_else(begun)?
    };
    let edge = known.counts_from.filter(|counts| counts.event == event).map_or(DayEdge::First, |counts| counts.edge);
    Some(CountsFrom { event, edge, days: if is_back { -days } else { days } })
}
