//! Tables in which hours are rows, and rooms or days are columns: time management plans, plans of a day. They are unfolded
//! into a table with a row for each session.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::columns::Pasted;
use super::field::Field;
use super::grid::{Grid, GridRow, Unread};
use super::names::Known;
use super::sheets::Sheet;
use super::values::{self, Days};

/// A table that was unfolded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfolded {
    /// A row for each session.
    pub pasted: Pasted,
    /// Whether it can hardly be anything else: days stand above, or rooms of the plan.
    pub is_sure: bool,
    /// Of how many tables it is.
    pub tables: usize,
}

/// The columns of what was unfolded.
const FIELDS: [Field; 7] =
    [Field::Day, Field::Start, Field::End, Field::Title, Field::Room, Field::Body, Field::Remarks];
/// The heads of columns stand in one of so many rows.
const ROWS_OF_HEADS: usize = 10;
/// More sessions are none that somebody wrote into a table.
const MOST: usize = 10_000;

/// What the table at this place says, and with it all others of the file that are written so, as the weeks of a time management
/// plan are; `None` where its rows are no hours.
#[must_use]
pub fn unfolded_all(sheets: &[Sheet], place: usize, known: &Known, within: (NaiveDate, NaiveDate)) -> Option<Unfolded> {
    let mut whole = unfolded(sheets.get(place)?, known, within)?;
    let others =
        sheets.iter().enumerate().filter(|(other, sheet)| whole.is_sure && *other != place && !sheet.is_hidden);
    let others: Vec<Unfolded> = others.filter_map(|(_, sheet)| unfolded(sheet, known, within)).collect();
    for other in others.into_iter().filter(|other| other.is_sure) {
        let rows = &mut whole.pasted.grid.rows;
        // Their rows are counted on.
        let before = rows.last().map_or(0, |row| row.number);
        let more = other.pasted.grid.rows.into_iter();
        rows.extend(more.map(|row| GridRow { number: before + row.number, ..row }).take(MOST - rows.len().min(MOST)));
        whole.tables += 1;
    }
    Some(whole)
}

/// What a table says whose rows are hours; `None` where it is no such table. What is left out of a day is filled in from these
/// days.
#[must_use]
pub fn unfolded(sheet: &Sheet, known: &Known, within: (NaiveDate, NaiveDate)) -> Option<Unfolded> {
    let days = Days { within, month_first: false };
    let heads = Heads::of(sheet, known, days)?;
    let body: Vec<&GridRow> = sheet.rows.iter().filter(|row| row.number > heads.last).collect();
    let joined: HashMap<(usize, usize), (usize, usize)> =
        sheet.joined.iter().map(|joined| (joined.at, joined.size)).collect();
    let labels: Vec<Label> = body.iter().map(|row| Label::of(row, heads.first_column, days)).collect();
    let timed = labels.iter().filter(|label| label.start.is_some()).count();
    let mut rows = Vec::new();
    let mut above = heads.day;
    for (at, row) in body.iter().enumerate() {
        if let Some(day) = labels[at].day {
            above = Some(day);
        }
        for (column, text) in row.cells.iter().enumerate().skip(heads.first_column) {
            let Some(head) = heads.columns.get(column).filter(|_| !text.trim().is_empty()) else { continue };
            let (tall, wide) = joined.get(&(row.number, column)).copied().unwrap_or((1, 1));
            let rooms: Vec<&str> =
                heads.columns.iter().skip(column).take(wide).map(|head| head.room.as_str()).collect();
            let end = end_of(&body, &labels, (at, tall));
            for entry in entries(text, known) {
                let (start, end) = entry.times.map_or((labels[at].start, end), |(start, end)| (Some(start), end));
                let day = head.day.or(above).map(|day| day.to_string()).unwrap_or_default();
                let clock = |minute: Option<u16>| {
                    minute.map(|minute| format!("{:02}:{:02}", minute / 60, minute % 60)).unwrap_or_default()
                };
                let room = if entry.room.is_empty() { distinct(&rooms).join("; ") } else { entry.room };
                let cells = vec![day, clock(start), clock(end), entry.title, room, entry.body, entry.more];
                rows.push(GridRow { number: row.number, cells });
            }
            if rows.len() > MOST {
                return None;
            }
        }
    }
    let has_days = heads.columns.iter().any(|head| head.day.is_some());
    // Without hours it is no plan of a day; a week in halves has some in its cells.
    let has_times = timed * 2 > labels.iter().filter(|label| !label.is_empty).count()
        || rows.iter().filter(|row| !row.cells[1].is_empty()).count() * 2 > rows.len();
    if rows.is_empty() || !has_times {
        return None;
    }
    let grid: Result<Grid, Unread> = Grid::of_rows(&rows);
    let mut grid = grid.ok()?;
    // The last columns may be empty throughout.
    grid.width = FIELDS.len();
    grid.rows.iter_mut().for_each(|row| row.cells.resize(FIELDS.len(), String::new()));
    let pasted = Pasted { grid, fields: FIELDS.map(Some).to_vec(), first: 0, month_first: None, returned: None };
    Some(Unfolded { pasted, is_sure: has_days || heads.has_rooms, tables: 1 })
}

/// What stands above the columns.
struct Heads {
    columns: Vec<Head>,
    /// The first column that is not about hours.
    first_column: usize,
    /// The number of the last row of heads.
    last: usize,
    /// A day for the whole table.
    day: Option<NaiveDate>,
    has_rooms: bool,
}

#[derive(Clone, Default)]
struct Head {
    day: Option<NaiveDate>,
    room: String,
}

impl Heads {
    fn of(sheet: &Sheet, known: &Known, days: Days) -> Option<Self> {
        let in_words = |text: &str| {
            let is_long = text.contains(char::is_alphabetic) || text.contains(['.', '/', '-']);
            Some(text.trim())
                .filter(|text| is_long && text.len() < 40)
                .and_then(|text| values::day(&first_line(text), days))
        };
        let rows = || sheet.rows.iter().take(ROWS_OF_HEADS);
        let is_of_days = |row: &&GridRow| {
            let (found, all) = (others(row).filter(|(_, cell)| in_words(cell).is_some()).count(), others(row).count());
            // A single day stands beside a free corner, and above hours.
            let has_hours = || {
                let begin = |other: &GridRow| other.cells.first().is_some_and(|cell| is_hour(cell));
                sheet.rows.iter().any(|other| other.number > row.number && begin(other))
            };
            let is_single = || all == 1 && row.cells.first().is_some_and(|cell| cell.trim().is_empty()) && has_hours();
            found * 3 >= all * 2 && (found > 1 || found == 1 && is_single())
        };
        let day_row = rows().find(is_of_days);
        let is_of_rooms = |row: &&GridRow| {
            let known_rooms = others(row).filter(|(_, cell)| known.room(cell).is_some()).count();
            let is_below = day_row.is_none_or(|days| row.number > days.number && row.number <= days.number + 2);
            is_below && known_rooms > 1 && known_rooms * 2 >= others(row).count()
        };
        let known_rooms = rows().find(is_of_rooms);
        // Rooms that the plan does not know stand in the first row with several cells above hours.
        let hours_below = |row: &&GridRow| {
            let below = || sheet.rows.iter().filter(|other| other.number > row.number).take(12);
            let begins = below().filter(|other| is_hour(other.cells.first().map_or("", String::as_str))).count();
            let own = row.cells.first().is_some_and(|cell| is_hour(cell));
            others(row).count() > 1 && begins > 1 && begins * 2 >= below().count() && !own
        };
        let room_row = known_rooms.or_else(|| if day_row.is_some() { None } else { rows().find(hours_below) });
        let last = day_row.into_iter().chain(room_row).map(|row| row.number).max()?;
        let first_column = day_row.into_iter().chain(room_row).filter_map(|row| Some(others(row).next()?.0)).min()?;
        let width = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let mut columns = vec![Head::default(); width];
        let mut day = None;
        for (column, head) in columns.iter_mut().enumerate().skip(first_column) {
            let cell = |row: Option<&GridRow>| {
                row.and_then(|row| row.cells.get(column)).map_or("", String::as_str).trim().to_owned()
            };
            // A day stands once above all its rooms.
            day = in_words(&cell(day_row)).or(day.filter(|_| room_row.is_some()));
            (head.day, head.room) = (day, first_line(&cell(room_row)));
        }
        // Above the heads, or in the corner that they leave free.
        let free = |row: &GridRow| if row.number < last { usize::MAX } else { first_column };
        let before =
            sheet.rows.iter().filter(|row| row.number <= last).flat_map(|row| row.cells.iter().take(free(row)));
        let day = before.chain([&sheet.name]).find_map(|text| in_words(text)).filter(|_| day_row.is_none());
        // A free corner, a day above, and words that are no headings: rooms that nobody knows yet.
        let has_rooms = || {
            let is_free = |row: &GridRow| row.cells.first().is_none_or(|corner| corner.trim().is_empty());
            let are_names = |row: &GridRow| others(row).all(|(_, cell)| Field::of(cell, known).is_none());
            day.is_some() && room_row.is_some_and(|row| is_free(row) && are_names(row))
        };
        let has_rooms = known_rooms.is_some() || has_rooms();
        Some(Self { columns, first_column, last, day, has_rooms })
    }
}

/// What stands in a row behind its first cell.
fn others(row: &GridRow) -> impl Iterator<Item = (usize, &String)> {
    row.cells.iter().enumerate().skip(1).filter(|(_, cell)| !cell.trim().is_empty())
}

/// What stands before a row.
struct Label {
    start: Option<u16>,
    end: Option<u16>,
    /// A row that names a day, for those below it.
    day: Option<NaiveDate>,
    is_empty: bool,
}

impl Label {
    fn of(row: &GridRow, first_column: usize, days: Days) -> Self {
        let cells: Vec<&str> =
            row.cells.iter().take(first_column).map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
        let filled = row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        let times = cells.iter().find_map(|cell| values::times(&first_line(cell)));
        // From and to may stand in two columns.
        let (start, mut end) = times.map_or((None, None), |(start, end)| (Some(start), end));
        if let (Some(_), None, [_, second, ..]) = (start, end, &cells[..]) {
            end = values::clock(second);
        }
        let only = row.cells.iter().find(|cell| !cell.trim().is_empty()).filter(|_| filled == 1);
        let day = only.filter(|only| only.contains(|c: char| c.is_ascii_digit()) && start.is_none());
        Self { start, end, day: day.and_then(|only| values::day(only.trim(), days)), is_empty: cells.is_empty() }
    }
}

/// When something in a row is over that is so many rows high: when its last row is, or when the one behind that begins.
fn end_of(body: &[&GridRow], labels: &[Label], (at, tall): (usize, usize)) -> Option<u16> {
    let until = body[at].number.saturating_add(tall);
    let last = body.iter().rposition(|row| row.number < until)?;
    let start = labels[at].start?;
    let next = || labels.get(last + 1..)?.iter().find_map(|label| label.start);
    labels[last].end.or_else(next).filter(|&end| end > start)
}

/// A session in a cell.
#[derive(Debug, Default, PartialEq, Eq)]
struct Entry {
    times: Option<(u16, Option<u16>)>,
    title: String,
    room: String,
    body: String,
    more: String,
}

/// What stands in a cell: each line that begins with hours begins a session; what stands below belongs to it.
fn entries(text: &str, known: &Known) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (times, rest) = timed(line).map_or((None, line), |(times, rest)| (Some(times), rest));
        if times.is_some() || entries.is_empty() {
            entries.push(Entry { times, ..Entry::default() });
        }
        let Some(entry) = entries.last_mut() else { continue };
        for part in rest.split(['·', '•', '|']).map(without_note).filter(|part| !part.is_empty()) {
            let plain = part.trim_matches(|c: char| "()[],;–—-".contains(c) || c.is_whitespace());
            if entry.room.is_empty() && all_known(plain, &|name| known.room(name).is_some()) {
                plain.clone_into(&mut entry.room);
            } else if let Some(body) = body_of(plain, known).filter(|_| entry.body.is_empty()) {
                body.clone_into(&mut entry.body);
            } else if entry.title.is_empty() {
                part.trim_start_matches(|c: char| ":–—-,".contains(c) || c.is_whitespace())
                    .clone_into(&mut entry.title);
            } else {
                entry.more = [entry.more.as_str(), part].join(" ").trim().to_owned();
            }
        }
    }
    for entry in &mut entries {
        // A meeting may be called by nothing but its body.
        if entry.title.is_empty() {
            entry.title.clone_from(&entry.body);
        }
    }
    entries.retain(|entry| !entry.title.is_empty());
    entries
}

/// A part of a cell without the mark of a footnote behind it.
fn without_note(part: &str) -> &str {
    let is_mark =
        |c: char| matches!(c, '¹' | '²' | '³' | '\u{2070}'..='\u{2079}' | '*' | '†' | '‡') || c.is_whitespace();
    part.trim_start().trim_end_matches(is_mark)
}

/// Whether a text is a name that is known, or some with commas between.
fn all_known(text: &str, is_known: &dyn Fn(&str) -> bool) -> bool {
    is_known(text) || text.contains(", ") && text.split(", ").all(|name| is_known(name.trim()))
}

/// The body that a text names, also by the number of a meeting: `COM3`, `COM3-4`.
fn body_of<'a>(text: &'a str, known: &Known) -> Option<&'a str> {
    let is_number = |rest: &str| rest.bytes().all(|byte| byte.is_ascii_digit());
    let numbered = || text.rsplit_once(['-', '/', ' ', '\u{2011}']).filter(|(_, number)| is_number(number));
    let is_known = |name: &&str| known.body(name).is_some();
    let all = || Some(text).filter(|text| all_known(text, &|name| known.body(name).is_some()));
    all().or_else(|| numbered().map(|(name, _)| name.trim()).filter(is_known))
}

/// The hours that a line begins with, and the rest of it.
fn timed(line: &str) -> Option<((u16, Option<u16>), &str)> {
    let ends = line.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).take(6).chain([line.len()]);
    let ends: Vec<usize> = ends.filter(|&end| end <= 32).collect();
    ends.into_iter().rev().find_map(|end| {
        let begin = line[..end].trim().trim_end_matches([':', ',', ';']);
        let times = values::times(begin).filter(|times| times.1.is_some() || values::is_surely_clock(begin))?;
        // `2-3` may be numbers of items.
        let is_sure =
            begin.contains([':', '.', 'h', 'ч', 'm', 'M']) || begin.bytes().filter(u8::is_ascii_digit).count() > 5;
        is_sure.then(|| (times, line[end..].trim_start()))
    })
}

fn is_hour(text: &str) -> bool {
    let text = first_line(text.trim());
    matches!(values::times(&text), Some((_, Some(_)))) || values::is_surely_clock(&text)
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().trim().to_owned()
}

/// Each once.
fn distinct<'a>(names: &[&'a str]) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    for name in names.iter().copied().filter(|name| !name.is_empty()) {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::sheets::{Joined, TextChoices, read};
    use super::*;
    use crate::store::Template;

    fn sheet(text: &str) -> Sheet {
        read(text.as_bytes(), TextChoices::default()).unwrap().sheets.remove(0)
    }

    #[track_caller]
    fn check(sheet: &Sheet, is_sure: bool, expected: &[&str]) {
        let day = |day| NaiveDate::from_ymd_opt(2025, 11, day).unwrap();
        let found = unfolded(sheet, &Known::new(&Template::Wtdc25.plan()), (day(17), day(28))).expect("it is a plan");
        let rows: Vec<String> = found.pasted.rows().iter().map(|row| row.cells.join("|")).collect();
        assert_eq!((rows, found.is_sure), (expected.iter().map(|&row| row.to_owned()).collect(), is_sure));
    }

    #[test]
    fn rooms_stand_above_and_hours_before() {
        let mut plan = sheet(
            "Tue 18 Nov;;;\n;Room A;Room B;Annex\n9:00–10:00;On light;On sound;\n10:00;Tea;;\n10:30–11:00;;On salt;On iron\n",
        );
        plan.joined = vec![Joined { at: (4, 1), size: (1, 3) }];
        check(
            &plan,
            true,
            &[
                "2025-11-18|09:00|10:00|On light|Room A||",
                "2025-11-18|09:00|10:00|On sound|Room B||",
                "2025-11-18|10:00|10:30|Tea|Room A; Room B; Annex||",
                "2025-11-18|10:30|11:00|On salt|Room B||",
                "2025-11-18|10:30|11:00|On iron|Annex||",
            ],
        );
    }

    #[test]
    fn days_stand_above_and_halves_of_days_before() {
        let plan = sheet(
            ";Mon 17;Tue 18\nAM;\"09:30-10:45 COM3\nOpening of the committee · Room A\n11.00–12.00: Plenary\";0930–1045 Talks\nPM;;\"14:30 Closing\nall are welcome\"\n",
        );
        check(
            &plan,
            true,
            &[
                "2025-11-17|09:30|10:45|Opening of the committee|Room A|COM3|",
                "2025-11-17|11:00|12:00|Plenary|||",
                "2025-11-18|09:30|10:45|Talks|||",
                "2025-11-18|14:30||Closing|||all are welcome",
            ],
        );
    }

    #[test]
    fn what_is_higher_than_a_row_ends_with_its_last() {
        let mut plan = sheet("Time,Hall 1,Hall 2\n9:00,A,B\n9:30,,C\n10:00,D,E\n10:30,F,\n");
        plan.joined = vec![Joined { at: (2, 1), size: (2, 1) }];
        let day = NaiveDate::from_ymd_opt(2025, 11, 17).unwrap();
        let found = unfolded(&plan, &Known::default(), (day, day)).unwrap();
        assert!(!found.is_sure, "it could be a table with other words above its columns");
        let first = &found.pasted.rows()[0].cells;
        assert_eq!(first.join("|"), "|09:00|10:00|A|Hall 1||");
    }

    #[test]
    fn rooms_that_nobody_knows_are_sure_beside_a_free_corner_and_below_a_day() {
        let found = |text: &str| {
            let day = NaiveDate::from_ymd_opt(2025, 11, 17).unwrap();
            unfolded(&sheet(text), &Known::default(), (day, day)).is_some_and(|found| found.is_sure)
        };
        let rows = "9:00-9:30;A;\n9:30-10:00;B;C\n10:00-11:00;D;E\n";
        assert!(found(&format!("mardi 9 juin 2026;;\n;Grande salle;Atelier\n{rows}")));
        assert!(!found(&format!("mardi 9 juin 2026;;\n;Title;Room\n{rows}")));
        assert!(!found(&format!(";Grande salle;Atelier\n{rows}")));
    }

    #[test]
    fn the_day_stands_in_the_corner() {
        let plan = sheet("18 Nov,Room A,Room B\n9:00–9:30,On light,On sound\n9:30–10:00,On heat,\n");
        check(
            &plan,
            true,
            &[
                "2025-11-18|09:00|09:30|On light|Room A||",
                "2025-11-18|09:00|09:30|On sound|Room B||",
                "2025-11-18|09:30|10:00|On heat|Room A||",
            ],
        );
    }

    #[test]
    fn a_table_with_a_row_for_each_session_is_none() {
        let day = NaiveDate::from_ymd_opt(2025, 11, 17).unwrap();
        for text in ["Title,Start,Room\nA,9:00,X\nB,10:00,Y\n", "a,b\nc,d\n", "A talk\nAnother\n"] {
            assert!(unfolded(&sheet(text), &Known::default(), (day, day)).is_none_or(|found| !found.is_sure), "{text}");
        }
    }
}
