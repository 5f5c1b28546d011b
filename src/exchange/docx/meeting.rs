//! A block for each meeting: title, hours, room, who leads it, and what is on its agenda.

use maud::{Markup, html};

use super::super::programme::{Day, Entry, Item};
use super::super::progress::{ExportError, Progress};
use super::markup::{Look, Writer};
use super::sheet::{Row, Sheet, Twips, table};
use crate::model::{SessionKind, Status};
use crate::texts::tid;

/// The blocks of all meetings, each day below its heading. A break is a line, and a day of nothing but breaks has no heading.
pub fn meetings(writer: &Writer<'_>, sheet: &Sheet, progress: &Progress) -> Result<Markup, ExportError> {
    let programme = writer.programme;
    let mut meetings = Vec::new();
    let has_meetings = |day: &&Day| programme.entries_on(day).any(|entry| entry.kind != SessionKind::Break);
    for (place, day) in programme.days.iter().filter(has_meetings).enumerate() {
        let name = programme.labels.day_long(day.date);
        meetings.push(writer.heading(place == 0, &writer.words(&name, Look::PLAIN)));
        for entry in programme.entries_on(day) {
            meetings.push(match entry.kind {
                SessionKind::Break => pause(writer, entry),
                _ if entry.span.start.date() == day.date => block(writer, sheet, entry),
                _ => goes_on(writer, (entry, day)),
            });
            progress.step()?;
        }
    }
    Ok(html! { @for meeting in &meetings { (meeting) } })
}

/// Hours, title and rooms in a line.
fn pause(writer: &Writer<'_>, entry: &Entry) -> Markup {
    line(writer, &writer.programme.labels.hours(entry), entry, Look::SOFT)
}

/// What was told in full on a day before.
fn goes_on(writer: &Writer<'_>, (entry, day): (&Entry, &Day)) -> Markup {
    line(writer, &writer.programme.labels.hours_on(entry, day.date), entry, Look::BOLD)
}

fn line(writer: &Writer<'_>, hours: &str, entry: &Entry, look: Look) -> Markup {
    let look = look.struck(entry.status == Status::Cancelled);
    let rooms = writer.programme.room_names(entry);
    writer.paragraph(
        "Facts",
        &html! {
            (writer.run(hours, look)) (writer.run("  ", Look::PLAIN)) (writer.words(&entry.title, look))
            @if !rooms.is_empty() { (writer.run(&format!("  ·  {rooms}"), Look::SOFT)) }
        },
    )
}

fn block(writer: &Writer<'_>, sheet: &Sheet, entry: &Entry) -> Markup {
    let programme = writer.programme;
    let is_off = entry.status == Status::Cancelled;
    let bodies = programme.meeting_or_bodies(entry);
    let has_agenda = !entry.topics.is_empty() || !entry.documents.is_empty() || !entry.items.is_empty();
    let facts_style = if has_agenda { "FactsAbove" } else { "Facts" };
    html! {
        (writer.paragraph("Heading2", &html! {
            (writer.run(&programme.labels.hours(entry), Look::PLAIN.struck(is_off))) (writer.run("  ", Look::PLAIN))
            (writer.words(&entry.title, Look::PLAIN.struck(is_off)))
            @if is_off { (writer.run("  ", Look::PLAIN)) (writer.label(tid("handout-cancelled"), Look::OFF)) }
        }))
        (writer.paragraph(facts_style, &facts(writer, entry, &bodies)))
        @for &(person, role) in &entry.people {
            @let person = &programme.people[person];
            (writer.paragraph(facts_style, &html! {
                (writer.words(&programme.labels.role(role), Look::SOFT)) (writer.run(": ", Look::SOFT))
                (writer.run(&person.name, Look::BOLD))
                @for text in [&person.function, &person.represents] {
                    @if !text.is_empty() { (writer.run(", ", Look::PLAIN)) (writer.run(text, Look::PLAIN)) }
                }
            }))
        }
        @if !entry.remarks.is_empty() { (writer.paragraph(facts_style, &writer.run(&entry.remarks, Look::SOFT))) }
        (items(writer, sheet, entry))
        (agenda(writer, sheet, entry))
    }
}

/// Kind, bodies, rooms, languages, links: what there is.
fn facts(writer: &Writer<'_>, entry: &Entry, bodies: &str) -> Markup {
    let programme = writer.programme;
    let rooms = programme.room_names(entry);
    let letters: Vec<String> = entry.languages.iter().map(|language| language.letter().to_string()).collect();
    let kind = programme.labels.kind_beside_title(entry);
    let mut facts = Vec::new();
    if !kind.is_empty() {
        facts.push(writer.words(&kind, Look::SOFT));
    }
    if !bodies.is_empty() {
        facts.push(writer.run(bodies, Look::BOLD));
    }
    if !rooms.is_empty() {
        facts.push(writer.run(&rooms, Look::PLAIN));
    }
    if entry.status == Status::Confirmed {
        facts.push(writer.words(&programme.labels.status(entry.status), Look::PLAIN));
    }
    if letters.len() > 1 {
        let letters = writer.run(&letters.join(" "), Look::PLAIN);
        facts.push(
            html! { (writer.label(tid("handout-interpretation"), Look::SOFT)) (writer.run(" ", Look::SOFT)) (letters) },
        );
    }
    if entry.webcast {
        facts.push(writer.label(tid("handout-webcast"), Look::PLAIN));
    }
    if entry.captioned {
        facts.push(writer.label(tid("handout-captioned"), Look::PLAIN));
    }
    if !entry.link.is_empty() && entry.status != Status::Cancelled {
        let look = Look { style: Some("Hyperlink"), ..Look::PLAIN };
        facts.push(writer.link(&entry.link, &writer.label(tid("handout-join"), look)));
    }
    html! {
        @for (place, fact) in facts.iter().enumerate() {
            @if place > 0 { (writer.run("  ·  ", Look::SOFT)) }
            (fact)
        }
    }
}

/// What stands on its agenda, with the times that follow.
fn items(writer: &Writer<'_>, sheet: &Sheet, entry: &Entry) -> Markup {
    if entry.items.is_empty() {
        return Markup::default();
    }
    let cell = |text: &str, look: Look| writer.paragraph("Cell", &writer.run(text, look));
    let (due, number, presented): (Twips, Twips, Twips) = (900, 800, 2600);
    let titles = titles_widths(writer, sheet.inside() - due - number - presented);
    let widths: Vec<Twips> = [due, number].into_iter().chain(titles).chain([presented]).collect();
    let row = |item: &Item| {
        let look = if item.is_pause() { Look::SOFT } else { Look::PLAIN };
        let mut cells = vec![cell(&item.due_clock(), look), cell(&item.number, Look::BOLD)];
        cells.extend(writer.paired("Cell", &item.title, look));
        cells.push(cell(&item.presented, Look::SOFT));
        Row::of(cells)
    };
    let head = |id: &str| writer.paragraph("CellHead", &writer.label(id, Look::PLAIN));
    let mut heads = vec![head(tid("handout-time")), head(tid("handout-agenda-item"))];
    heads.extend(writer.paired("CellHead", &writer.programme.labels.text(tid("handout-title")), Look::PLAIN));
    heads.push(head(tid("handout-presented-by")));
    let rows: Vec<Row> = std::iter::once(Row::head(heads)).chain(entry.items.iter().map(row)).collect();
    table(writer, "Agenda", &widths, &rows)
}

/// How wide the columns of titles are that share `width`.
fn titles_widths(writer: &Writer<'_>, width: Twips) -> Vec<Twips> {
    let columns = writer.columns();
    vec![width / Twips::try_from(columns).unwrap_or(1); columns]
}

/// Items of the agenda and documents, in the columns that hold something.
fn agenda(writer: &Writer<'_>, sheet: &Sheet, entry: &Entry) -> Markup {
    let programme = writer.programme;
    let topics: Vec<_> = entry.topics.iter().map(|&topic| &programme.topics[topic]).collect();
    let documents: Vec<_> = entry.documents.iter().map(|&document| &programme.documents[document]).collect();
    if topics.is_empty() && documents.is_empty() {
        return Markup::default();
    }
    let has_codes = topics.iter().any(|topic| !topic.code.is_empty());
    let has_symbols = documents.iter().any(|document| !document.symbol.is_empty());
    let text = |markup: &Markup| writer.paragraph("Cell", markup);
    let head = |id: &str| writer.paragraph("CellHead", &writer.label(id, Look::PLAIN));
    let row = |code: Markup, titles: Vec<Markup>, symbol: Markup| {
        let mut cells: Vec<Markup> = has_codes.then_some(code).into_iter().chain(titles).collect();
        cells.extend(has_symbols.then_some(symbol));
        cells
    };
    let (code_width, symbol_width): (Twips, Twips) = (1500, 2600);
    let rest = sheet.inside() - if has_codes { code_width } else { 0 } - if has_symbols { symbol_width } else { 0 };
    let mut widths: Vec<Twips> = has_codes.then_some(code_width).into_iter().collect();
    widths.extend(titles_widths(writer, rest));
    widths.extend(has_symbols.then_some(symbol_width));
    let mut rows = vec![Row::head(row(
        head(tid("handout-agenda-item")),
        writer.paired("CellHead", &programme.labels.text(tid("handout-title")), Look::PLAIN),
        head(tid("handout-document")),
    ))];
    for topic in topics {
        let code = text(&writer.run(&topic.code, Look::BOLD));
        rows.push(Row::of(row(code, writer.paired("Cell", &topic.title, Look::PLAIN), text(&Markup::default()))));
    }
    for document in documents {
        let linked =
            |markup: Markup| if document.link.is_empty() { markup } else { writer.link(&document.link, &markup) };
        let look = Look { style: (!document.link.is_empty()).then_some("Hyperlink"), ..Look::PLAIN };
        let symbol = if document.symbol.is_empty() {
            Markup::default()
        } else {
            linked(writer.run(&document.symbol, Look { bold: true, ..look }))
        };
        let titles = if document.symbol.is_empty() && !document.link.is_empty() {
            let mut cells = vec![text(&linked(writer.words(&document.title, look)))];
            cells.resize(writer.columns(), text(&Markup::default()));
            cells
        } else {
            writer.paired("Cell", &document.title, Look::PLAIN)
        };
        rows.push(Row::of(row(text(&Markup::default()), titles, text(&symbol))));
    }
    table(writer, "Agenda", &widths, &rows)
}
