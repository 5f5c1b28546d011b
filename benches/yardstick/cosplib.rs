//! Instances of `CoSPLib`: read into a problem, and answers written so that the authors' own checker can score them.

use std::collections::HashMap;
use std::error::Error;
use std::path::Path;

use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook};
use plenary::arrange::problem::{Answer, Bond, Choice, Groups, Item, Problem, Tie};
use rust_xlsxwriter::Workbook;

/// An instance, with the names that answers are written by.
pub struct Instance {
    /// What is to be arranged.
    pub problem: Problem,
    submissions: Vec<String>,
    tracks: Vec<String>,
    sessions: Vec<String>,
    rooms: Vec<String>,
}

struct Book(HashMap<String, Range<Data>>);

impl Book {
    fn text(&self, sheet: &str, row: usize, column: usize) -> String {
        self.0.get(sheet).and_then(|range| range.get((row, column))).map_or_else(String::new, |cell| match cell {
            Data::Float(value) if value.fract() == 0.0 => format!("{}", *value as i64),
            cell => cell.to_string(),
        })
    }

    fn number(&self, sheet: &str, row: usize, column: usize) -> i64 {
        let cell = self.0.get(sheet).and_then(|range| range.get((row, column)));
        cell.and_then(|cell| cell.as_i64().or_else(|| cell.as_string()?.trim().parse().ok())).unwrap_or(0)
    }

    /// The first column, below its head.
    fn names(&self, sheet: &str) -> Vec<String> {
        let height = self.0.get(sheet).map_or(0, Range::height);
        (1..height).map(|row| self.text(sheet, row, 0)).filter(|name| !name.is_empty()).collect()
    }

    /// The minutes of a time of day.
    fn clock(&self, sheet: &str, row: usize, column: usize) -> i64 {
        match self.0.get(sheet).and_then(|range| range.get((row, column))) {
            Some(Data::DateTime(time)) => (time.as_f64().fract() * 1440.0).round() as i64,
            Some(Data::Float(time)) => (time.fract() * 1440.0).round() as i64,
            Some(cell) => {
                let text = cell.to_string();
                let mut parts = text.split(':').map(|part| part.trim().parse::<i64>().unwrap_or(0));
                parts.next().unwrap_or(0) * 60 + parts.next().unwrap_or(0)
            }
            None => 0,
        }
    }

    /// Hours from UTC of `GMT+2`.
    fn offset(&self, sheet: &str, row: usize, column: usize) -> i64 {
        self.text(sheet, row, column).trim_start_matches("GMT").trim().parse().unwrap_or(0)
    }

    fn list(&self, sheet: &str, row: usize, column: usize) -> Vec<String> {
        let text = self.text(sheet, row, column);
        text.split(", ").filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }

    /// A matrix by the names of its rows and columns.
    fn matrix(&self, sheet: &str, rows: &[String], columns: &[String]) -> Vec<Vec<i64>> {
        let width = self.0.get(sheet).map_or(0, Range::width);
        let mut found = vec![vec![0; columns.len()]; rows.len()];
        let places: Vec<Option<usize>> =
            (1..width).map(|column| columns.iter().position(|name| *name == self.text(sheet, 0, column))).collect();
        for row in 1..=rows.len() {
            let Some(of) = rows.iter().position(|name| *name == self.text(sheet, row, 0)) else { continue };
            for (column, place) in places.iter().enumerate() {
                if let Some(place) = place {
                    found[of][*place] = self.number(sheet, row, column + 1);
                }
            }
        }
        found
    }
}

/// The weights of a workbook, in the order of its sheet.
struct Weights(Vec<i64>);

const SUBMISSIONS: &str = "submissions";
const PARAMETERS: &str = "parameters";
/// The columns of submissions before those of sessions and rooms.
const COLUMNS: usize = 7;
/// What it costs to leave a submission out: more than all else.
const LEFT_OUT: i64 = 1_000_000_000;

/// Reads an instance.
pub fn read(path: &Path) -> Result<Instance, Box<dyn Error>> {
    let mut file: Xlsx<_> = open_workbook(path)?;
    let sheets = file.sheet_names().into_iter();
    let sheets = sheets.map(|name| {
        let range = file.worksheet_range(&name)?;
        let end = range.end().unwrap_or_default();
        Ok((name, range.range((0, 0), end)))
    });
    let book = Book(sheets.collect::<Result<_, calamine::XlsxError>>()?);
    let weights = Weights((1..17).map(|row| book.number(PARAMETERS, row, 4)).collect());
    let (tracks, sessions, rooms) = (book.names("tracks"), book.names("sessions"), book.names("rooms"));
    let submissions = book.names(SUBMISSIONS);
    let mut frames = Vec::new();
    let mut step = 0;
    for row in 1..=sessions.len() {
        let slots = book.number("sessions", row, 1) as usize;
        frames.push(step..step + slots);
        step += slots;
    }
    let mut problem = Problem { frames, rooms: rooms.len(), ..Problem::default() };
    problem.groups = groups(&book, &weights, &tracks, &sessions, &rooms);
    let column = |name: &String| {
        (COLUMNS..).take(sessions.len() + rooms.len()).find(|&at| book.text(SUBMISSIONS, 0, at) == *name)
    };
    let of_session: Vec<_> = sessions.iter().map(column).collect();
    let of_room: Vec<_> = rooms.iter().map(column).collect();
    for row in 1..=submissions.len() {
        let length = book.number(SUBMISSIONS, row, 2) as usize;
        let mut table = vec![0; step];
        for (at, frame) in problem.frames.iter().enumerate() {
            let wish = of_session[at].map_or(0, |column| book.number(SUBMISSIONS, row, column));
            let cost = weights.0[9] * wish + weights.0[7] * hours(&book, row, at + 1);
            table[frame.clone()].fill(cost * length as i64);
        }
        let choices = of_room.iter().enumerate().map(|(room, column)| {
            let wish = column.map_or(0, |column| book.number(SUBMISSIONS, row, column));
            Choice { rooms: vec![room], cost: weights.0[10] * wish * length as i64, starts: None }
        });
        let track = book.text(SUBMISSIONS, row, 1);
        problem.items.push(Item {
            length,
            starts: problem.tables.len(),
            choices: choices.collect(),
            idle: LEFT_OUT,
            group: tracks.iter().position(|name| *name == track),
            order: book.number(SUBMISSIONS, row, 3) as usize,
            ..Item::default()
        });
        problem.tables.push(table.into());
    }
    tie(&book, &weights, &mut problem);
    Ok(Instance { problem, submissions, tracks, sessions, rooms })
}

/// What it costs a submission's zone that a session is at its hours.
fn hours(book: &Book, row: usize, session: usize) -> i64 {
    let clock = |row, column| book.clock(PARAMETERS, row, column);
    let (good_from, good_to, fair_from, fair_to) = (clock(3, 1), clock(4, 1), clock(6, 1), clock(7, 1));
    let (small, big) = (book.number(PARAMETERS, 8, 1), book.number(PARAMETERS, 10, 1));
    let shift = 60 * (book.offset(SUBMISSIONS, row, 4) - book.offset(PARAMETERS, 1, 1));
    let local = |column| (book.clock("sessions", session, column) + shift).rem_euclid(1440);
    let (start, end) = (local(3), local(4));
    if start < fair_from || end > fair_to || end < fair_from {
        big
    } else if start < good_from || (end > good_to && end <= fair_to) {
        small
    } else {
        0
    }
}

fn groups(book: &Book, weights: &Weights, tracks: &[String], sessions: &[String], rooms: &[String]) -> Groups {
    let weights = &weights.0;
    let by_session = book.matrix("tracks_sessions|penalty", tracks, sessions);
    let by_room = book.matrix("tracks_rooms|penalty", tracks, rooms);
    let by_both = book.matrix("sessions_rooms|penalty", sessions, rooms);
    let mut cells = Vec::new();
    for track in 0..tracks.len() {
        for session in 0..sessions.len() {
            cells.extend((0..rooms.len()).map(|room| {
                weights[0] * by_session[track][session]
                    + weights[1] * by_room[track][room]
                    + weights[2] * by_both[session][room]
            }));
        }
    }
    let count = tracks.len();
    let mut pairs = vec![0; count * count];
    let chairs: Vec<_> = (1..=count).map(|row| book.list("tracks", row, 1)).collect();
    // Rows and columns of this sheet are in one order; what stands above the diagonal counts.
    let names = book.names("similar tracks");
    let at: Vec<_> = names.iter().map(|name| tracks.iter().position(|track| track == name)).collect();
    for (row, one) in at.iter().enumerate() {
        for (column, other) in at.iter().enumerate().skip(row + 1) {
            if let (&Some(one), &Some(other)) = (one, other) {
                let alike = book.number("similar tracks", row + 1, column + 1);
                let share_chair = chairs[one].iter().any(|chair| chairs[other].contains(chair));
                let cost = weights[3] * alike + weights[13] * i64::from(share_chair);
                pairs[one * count + other] = cost;
                pairs[other * count + one] = cost;
            }
        }
    }
    Groups { count, cells, pairs, rooms: weights[4], parallel: weights[5], gap: weights[6], order: weights[8] }
}

/// Who can not be at two submissions at once.
fn tie(book: &Book, weights: &Weights, problem: &mut Problem) {
    let count = problem.items.len();
    let rows = || 1..=count;
    let presenters: Vec<_> = rows().map(|row| book.list(SUBMISSIONS, row, 5)).collect();
    let attendees: Vec<_> = rows().map(|row| book.list(SUBMISSIONS, row, 6)).collect();
    let chairs: Vec<_> = problem
        .items
        .iter()
        .map(|item| item.group.map_or_else(Vec::new, |at| book.list("tracks", at + 1, 1)))
        .collect();
    let meet = |a: &[String], b: &[String]| a.iter().any(|name| b.contains(name));
    for one in 0..count {
        for other in one + 1..count {
            let apart = problem.items[one].group != problem.items[other].group;
            let (p, q, a, b) = (&presenters[one], &presenters[other], &attendees[one], &attendees[other]);
            let chair = |list: &[String], of: usize| apart && meet(list, &chairs[of]);
            let speak = meet(p, q) || chair(p, other) || chair(q, one);
            let attend = meet(a, b) || meet(a, q) || meet(b, p) || chair(a, other) || chair(b, one);
            let costs = [
                (Bond::Beside, i64::from(speak) * weights.0[11] + i64::from(attend) * weights.0[12]),
                (Bond::Step, i64::from(speak) * weights.0[14] + i64::from(attend) * weights.0[15]),
            ];
            for (bond, cost) in costs.into_iter().filter(|&(_, cost)| cost != 0) {
                problem.items[one].ties.push(Tie { other, bond, cost });
                problem.items[other].ties.push(Tie { other: one, bond, cost });
            }
        }
    }
}

impl Instance {
    /// Writes an answer as the authors' solver does.
    pub fn write(&self, answer: &Answer, path: &Path) -> Result<(), Box<dyn Error>> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let mut row = 0;
        let problem = &self.problem;
        let steps: usize = problem.steps();
        let mut grid = vec![None; steps * self.rooms.len()];
        for (item, spot) in answer.iter().enumerate() {
            let Some(spot) = spot else { continue };
            for step in spot.start..spot.start + problem.items[item].length {
                grid[step * self.rooms.len() + spot.choice] = Some(item);
            }
        }
        for (at, room) in self.rooms.iter().enumerate() {
            sheet.write(row, at as u16 + 1, room)?;
        }
        for (session, frame) in self.sessions.iter().zip(&problem.frames) {
            row += 1;
            sheet.write(row, 0, session)?;
            for room in 0..self.rooms.len() {
                let item = frame.clone().find_map(|step| grid[step * self.rooms.len() + room]);
                if let Some(group) = item.and_then(|item| problem.items[item].group) {
                    sheet.write(row, room as u16 + 1, &self.tracks[group])?;
                }
            }
        }
        row += 1;
        for room in 0..self.rooms.len() {
            sheet.write(row, room as u16 + 1, room as u32)?;
        }
        for (session, frame) in self.sessions.iter().zip(&problem.frames) {
            for step in frame.clone() {
                row += 1;
                sheet.write(row, 0, session)?;
                for room in 0..self.rooms.len() {
                    if let Some(item) = grid[step * self.rooms.len() + room] {
                        sheet.write(row, room as u16 + 1, &self.submissions[item])?;
                    }
                }
            }
        }
        book.save(path)?;
        Ok(())
    }
}
