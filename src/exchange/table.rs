//! The programme as tables of typed cells, for formats that have rows and columns.

mod items;
mod lists;
mod waiting;

use chrono::NaiveDate;

use super::programme::{Entry, OwnCell, Person, Programme};
use super::real_times;
use super::words::Words;
use crate::model::{CivilTime, EventDates};
use crate::texts::{findings, names, tid};

pub use items::items;
pub use lists::{badges, catering, name_plates};
pub use waiting::{sessions_and_waiting, waiting};

/// A table.
pub struct Table {
    /// Its name.
    pub name: Words,
    /// Its columns, from the first.
    pub columns: Vec<Column>,
    /// Its rows; each has a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
pub struct Column {
    /// What stands above it.
    pub head: Words,
    /// How wide it should be, in characters.
    pub width: u16,
}

/// A value, of a type that a spreadsheet knows.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text; never a formula.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A number with a fraction.
    Decimal(f64),
    /// A date.
    Day(NaiveDate),
    /// A time of day.
    Clock(CivilTime),
    /// The time of day at which something is over; midnight belongs to the day before.
    EndClock(CivilTime),
    /// The date of such a time.
    EndDay(CivilTime),
    /// A length, in minutes.
    Minutes(i32),
    /// A length, in seconds.
    Seconds(u32),
    /// An address that is safe to click.
    Link(String),
}

impl Cell {
    fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    fn words(words: &Words) -> Self {
        Self::text(words.joined())
    }

    fn number(number: Option<impl Into<i64>>) -> Self {
        number.map_or(Self::Empty, |number| Self::Number(number.into()))
    }

    fn link(address: &str) -> Self {
        if address.is_empty() { Self::Empty } else { Self::Link(address.to_owned()) }
    }
}

/// `text` made harmless for spreadsheets that take a leading `=`, `+`, `-`, `@` or control for the start of a formula:
/// an apostrophe before it says that it is text (OWASP, "CSV Injection").
#[must_use]
pub fn defused(text: &str) -> String {
    let risky = text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || text.starts_with(|c: char| c.is_control());
    if risky { format!("'{text}") } else { text.to_owned() }
}

/// A text without the mark by which it was made harmless.
#[must_use]
pub fn undefused(text: &str) -> String {
    match text.strip_prefix('\'') {
        Some(rest) if defused(rest) == text => rest.to_owned(),
        _ => text.to_owned(),
    }
}

/// A cell as text that every spreadsheet reads as what it is and that none runs as a formula.
#[must_use]
pub fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => defused(text),
        Cell::Number(number) => number.to_string(),
        Cell::Decimal(number) => number.to_string(),
        Cell::Day(date) => date.to_string(),
        Cell::EndDay(time) => time.date().to_string(),
        Cell::Clock(time) | Cell::EndClock(time) => time.clock(),
        Cell::Seconds(secs) => format!("{}:{:02}:{:02}", secs / 3600, secs / 60 % 60, secs % 60),
        Cell::Minutes(mins) => format!("{}:{:02}", mins / 60, mins % 60),
        Cell::Link(address) => address.clone(),
    }
}

/// A row for each placed session of `programme`.
#[must_use]
pub fn sessions(programme: &Programme) -> Table {
    of_entries(programme, programme.entries.iter())
}

/// What a session has in the own fields.
fn own_cells(programme: &Programme, own: &[OwnCell]) -> impl Iterator<Item = Cell> {
    let cell = |own: &OwnCell| match own {
        OwnCell::Empty => Cell::Empty,
        OwnCell::Text(text) => Cell::text(text.as_str()),
        OwnCell::Choice(title) => Cell::words(title),
        OwnCell::Number(number) => Cell::Decimal(number.get()),
        OwnCell::Day(day) => Cell::Day(*day),
        OwnCell::Yes => Cell::words(&programme.labels.text("handout-yes")),
    };
    own.iter().map(cell)
}

/// When a session was opened, suspended and adjourned.
fn held_cells(entry: &Entry) -> [Cell; 3] {
    let cell = |time: CivilTime| {
        let is_its_day = time.date() == entry.span.start.date();
        if is_its_day { Cell::Clock(time) } else { Cell::text(real_times::written(entry, time)) }
    };
    let held = entry.held.as_ref();
    [
        held.map_or(Cell::Empty, |held| cell(held.opened)),
        Cell::text(real_times::suspensions(entry)),
        held.and_then(|held| held.adjourned).map_or(Cell::Empty, cell),
    ]
}

/// A row for each of `entries`.
#[must_use]
pub fn of_entries<'a>(programme: &Programme, entries: impl Iterator<Item = &'a Entry>) -> Table {
    let labels = &programme.labels;
    let column = |id: &str, width| Column { head: labels.text(id), width };
    let mut columns = vec![
        column(tid("handout-id"), 8),
        column(tid("handout-date"), 12),
        column(tid("handout-start"), 8),
        column(tid("handout-end"), 8),
        column(tid("handout-end-date"), 12),
        column(tid("handout-length"), 8),
    ];
    // A column for each language, so that each can be sorted, filtered and read aloud alone.
    let several = programme.languages.len() > 1;
    for language in &programme.languages {
        let head = labels.text(tid("handout-title"));
        let head =
            if several { format!("{} ({})", head.get(*language), language.letter()) } else { head.first().into() };
        columns.push(Column { head: Words::one(*language, &head), width: 48 });
    }
    columns.extend([column(tid("handout-kind"), 22), column(tid("handout-bodies"), 16)]);
    let has_meetings = programme.has_meetings();
    columns.extend(has_meetings.then(|| column(tid("handout-meeting"), 12)));
    columns.extend([
        column(tid("handout-rooms"), 22),
        column(tid("handout-status"), 14),
        column(tid("handout-event"), 20),
        column(tid("handout-languages"), 12),
        column(tid("handout-people"), 36),
        column(tid("handout-topics"), 20),
        column(tid("handout-documents"), 24),
    ]);
    columns.extend(programme.is_internal.then(|| column(tid("handout-expected"), 10)));
    columns.extend([
        column(tid("handout-link"), 24),
        column(tid("handout-webcast"), 10),
        column(tid("handout-captioned"), 10),
        column(tid("handout-zone"), 16),
    ]);
    columns.extend(real_times::columns(programme).iter().map(|&(id, width)| column(id, width)));
    columns.extend(programme.fields.iter().map(|name| Column { head: name.clone(), width: 18 }));
    if programme.is_internal {
        columns.push(column(tid("handout-remarks"), 40));
    }
    let yes = labels.text("handout-yes");
    let is_any_held = !real_times::columns(programme).is_empty();
    let flag = |is_set: bool| if is_set { Cell::words(&yes) } else { Cell::Empty };
    let rows = entries.map(|entry| {
        let mut row = vec![
            Cell::text(entry.id.as_str()),
            Cell::Day(entry.span.start.date()),
            Cell::Clock(entry.span.start),
            Cell::EndClock(entry.span.end),
            Cell::EndDay(entry.span.end),
            Cell::Minutes(entry.length_mins()),
        ];
        row.extend(programme.languages.iter().map(|&language| Cell::text(entry.title.get(language))));
        let listed = |texts: Vec<&str>| Cell::text(texts.join(", "));
        // What has no short name is called by its full one.
        let topics = entry.topics.iter().map(|&topic| &programme.topics[topic]);
        let topics = topics.map(|topic| if topic.code.is_empty() { topic.title.first() } else { &topic.code });
        let documents = entry.documents.iter().map(|&document| &programme.documents[document]);
        let documents = documents.map(|row| if row.symbol.is_empty() { row.title.first() } else { &row.symbol });
        let people = entry
            .people
            .iter()
            .map(|&(person, role)| format!("{} ({})", programme.people[person].name, labels.role(role).first()));
        row.extend([Cell::words(&entry.kind_name), Cell::text(programme.body_names(entry))]);
        row.extend(has_meetings.then(|| Cell::words(&entry.meeting)));
        row.extend([
            Cell::text(programme.room_names(entry)),
            Cell::words(&labels.status(entry.status)),
            Cell::words(programme.events[entry.event].short()),
            Cell::text(entry.languages.iter().map(|language| language.letter()).collect::<String>()),
            Cell::text(people.collect::<Vec<_>>().join("; ")),
            listed(topics.collect()),
            listed(documents.collect()),
        ]);
        row.extend(programme.is_internal.then(|| Cell::number(entry.expected_attendance)));
        row.extend([
            Cell::link(&entry.link),
            flag(entry.webcast),
            flag(entry.captioned),
            Cell::text(entry.zone.name()),
        ]);
        if is_any_held {
            row.extend(held_cells(entry));
        }
        row.extend(own_cells(programme, &entry.own));
        if programme.is_internal {
            row.push(Cell::text(entry.remarks.as_str()));
        }
        row
    });
    Table { name: labels.text(tid("handout-sessions")), columns, rows: rows.collect() }
}

/// The speaking list.
#[must_use]
pub fn statements(programme: &Programme) -> Table {
    let labels = &programme.labels;
    let column = |id: &str, width| Column { head: labels.text(id), width };
    let mut columns = vec![
        column(tid("handout-number"), 6),
        column(tid("handout-date"), 12),
        column(tid("handout-start"), 8),
        column(tid("handout-length"), 10),
        column(tid("handout-speaker"), 28),
        column(tid("handout-function"), 32),
        column(tid("handout-member-state"), 26),
        column(tid("handout-language"), 12),
        column(tid("handout-session"), 36),
        column(tid("handout-rooms"), 20),
        column(tid("handout-zone"), 16),
    ];
    if programme.is_internal {
        columns.extend([
            column(tid("handout-rank"), 18),
            column(tid("handout-statement-text"), 12),
            column(tid("handout-contact"), 24),
            column(tid("handout-remarks"), 36),
        ]);
    }
    let rows = programme.statements.iter().map(|statement| {
        let person = &programme.people[statement.speaker];
        let language = statement.language.map(|language| labels.text(names::language(language)));
        let mut row = vec![
            Cell::Number(statement.number as i64),
            statement.start.map_or(Cell::Empty, |start| Cell::Day(start.date())),
            statement.start.map_or(Cell::Empty, Cell::Clock),
            Cell::Seconds(statement.length_secs),
            Cell::text(person.addressed()),
            Cell::text(person.function.as_str()),
            Cell::text(person.represents.as_str()),
            language.map_or(Cell::Empty, |words| Cell::words(&words)),
        ];
        let entry = statement.entry.map(|entry| &programme.entries[entry]);
        row.extend([
            entry.map_or(Cell::Empty, |entry| Cell::words(&entry.title)),
            entry.map_or(Cell::Empty, |entry| Cell::text(programme.room_names(entry))),
            entry.map_or(Cell::Empty, |entry| Cell::text(entry.zone.name())),
        ]);
        if programme.is_internal {
            let yes_or_no = |is_so: bool| labels.text(if is_so { tid("handout-yes") } else { tid("handout-no") });
            row.extend([
                rank_cell(person),
                statement.text_received.map_or(Cell::Empty, |is_so| Cell::words(&yes_or_no(is_so))),
                Cell::text(person.contact.as_str()),
                Cell::text(statement.remarks.as_str()),
            ]);
        }
        row
    });
    Table { name: labels.text(tid("handout-speaking-list")), columns, rows: rows.collect() }
}

fn rank_cell(person: &Person) -> Cell {
    person.rank.as_ref().map_or(Cell::Empty, Cell::words)
}

/// The events, with how many sessions each has.
#[must_use]
pub fn events(programme: &Programme) -> Table {
    let labels = &programme.labels;
    let column = |id: &str, width| Column { head: labels.text(id), width };
    let columns = vec![
        column(tid("handout-id"), 8),
        column(tid("handout-event"), 14),
        column(tid("handout-title"), 48),
        column(tid("handout-kind"), 22),
        column(tid("handout-start"), 12),
        column(tid("handout-end"), 12),
        column(tid("handout-place"), 28),
        column(tid("handout-zone"), 16),
        column(tid("handout-sessions"), 10),
    ];
    let mut counts = vec![0_i64; programme.events.len()];
    programme.entries.iter().for_each(|entry| counts[entry.event] += 1);
    let rows = programme.events.iter().zip(counts).map(|(event, count)| {
        let (first, last) = match event.dates {
            EventDates::Days { first, last } => (Cell::Day(first), Cell::Day(last)),
            EventDates::Year(year) => (Cell::Number(year.into()), Cell::Empty),
        };
        vec![
            Cell::text(event.id.as_str()),
            Cell::words(&event.code),
            Cell::words(&event.title),
            Cell::words(&labels.text(names::event_kind(event.kind))),
            first,
            last,
            Cell::words(&event.place),
            Cell::text(event.zone.name()),
            Cell::Number(count),
        ]
    });
    Table { name: labels.text(tid("handout-events")), columns, rows: rows.collect() }
}

/// The rooms.
#[must_use]
pub fn rooms(programme: &Programme) -> Table {
    let labels = &programme.labels;
    let column = |id: &str, width| Column { head: labels.text(id), width };
    let columns = vec![
        column(tid("handout-id"), 8),
        column(tid("handout-room"), 28),
        column(tid("handout-place"), 28),
        column(tid("handout-capacity"), 10),
        column(tid("handout-interpretation"), 14),
        column(tid("handout-sessions"), 10),
    ];
    let mut counts = vec![0_i64; programme.rooms.len()];
    programme.entries.iter().flat_map(|entry| &entry.rooms).for_each(|&room| counts[room] += 1);
    let rows = programme.rooms.iter().zip(counts).map(|(room, count)| {
        vec![
            Cell::text(room.id.as_str()),
            Cell::words(&room.title),
            Cell::text(room.place.as_str()),
            Cell::number(room.capacity),
            Cell::Number(room.booths.into()),
            Cell::Number(count),
        ]
    });
    Table { name: labels.text(tid("handout-rooms")), columns, rows: rows.collect() }
}

/// The people.
#[must_use]
pub fn people(programme: &Programme) -> Table {
    let labels = &programme.labels;
    let column = |id: &str, width| Column { head: labels.text(id), width };
    let mut columns = vec![
        column(tid("handout-person"), 28),
        column(tid("handout-function"), 36),
        column(tid("handout-represents"), 28),
    ];
    if programme.is_internal {
        columns.extend([column(tid("handout-rank"), 20), column(tid("handout-contact"), 28)]);
    }
    let rows = programme.people.iter().map(|person| {
        let mut row = vec![
            Cell::text(person.name.as_str()),
            Cell::text(person.function.as_str()),
            Cell::text(person.represents.as_str()),
        ];
        if programme.is_internal {
            row.extend([rank_cell(person), Cell::text(person.contact.as_str())]);
        }
        row
    });
    Table { name: labels.text(tid("handout-people")), columns, rows: rows.collect() }
}

/// What the rules report.
#[must_use]
pub fn findings(programme: &Programme) -> Table {
    let labels = &programme.labels;
    let column = |id: &str, width| Column { head: labels.text(id), width };
    let columns = vec![
        column(tid("handout-severity"), 12),
        column(tid("handout-rule"), 16),
        column(tid("handout-finding"), 90),
        column(tid("handout-sessions"), 20),
        column(tid("handout-waived"), 40),
    ];
    let rows = programme.findings.iter().map(|finding| {
        let ids = finding.sessions.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", ");
        vec![
            Cell::words(&labels.text(findings::severity(finding.severity))),
            Cell::text(finding.rule),
            Cell::text(finding.sentence.as_str()),
            Cell::text(ids),
            finding.waived.as_ref().map_or(Cell::Empty, |reason| Cell::text(reason.as_str())),
        ]
    });
    Table { name: labels.text(tid("handout-findings")), columns, rows: rows.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        for formula in ["=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "＝1"] {
            assert_eq!(defused(formula), format!("'{formula}"));
        }
        assert_eq!(defused("COM3 = third"), "COM3 = third");
    }
}
