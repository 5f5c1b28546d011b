//! A table that comes again from the same source: what it speaks of, which sessions came from there, and what a planner has changed
//! since stays, as with files of other tools.

use super::columns::Pasted;
use super::field::Field;
use super::grid::GridRow;
use super::names::key;
use super::times::At;
use crate::exchange::arriving::settled::{Part, remembered, settled};
use crate::model::{Session, SessionId};
use crate::texts::folded;

/// What sources of tables begin with.
const TABLE: &str = "table:";
/// Words by which people tell versions of a file apart.
const VERSIONS: [&str; 12] =
    ["v", "rev", "version", "copy", "final", "new", "draft", "копия", "версия", "ред", "новая", "итог"];

/// What the source of a table is called whose file has this name: the name without what tells versions of it apart, so that
/// `Programme v2 (1).xlsx` comes from where `programme.xlsx` came from; `day 1.csv` and `day 2.csv` are two. Empty where no
/// name is left.
#[must_use]
pub fn source_of(file: &str) -> String {
    let stem = folded(file.rsplit_once('.').map_or(file, |(stem, _)| stem));
    let pieces = pieces(&stem);
    let mut words: Vec<String> = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let Piece { text, is_number, .. } = &pieces[at];
        if !is_number {
            if VERSIONS.contains(text) {
                // The number of the version, if there is one.
                at += usize::from(pieces.get(at + 1).is_some_and(|next| next.is_number));
            } else {
                words.push((*text).to_owned());
            }
            at += 1;
            continue;
        }
        // A date is written in one piece, or in several.
        let joined = pieces[at + 1..].iter().take_while(|next| next.is_number && next.is_joined).count();
        let run = &pieces[at..=at + joined];
        let is_date = run.iter().any(|number| number.text.len() >= 4);
        if !is_date {
            for number in run.iter().filter(|number| !number.is_bracketed) {
                match words.last_mut().filter(|_| number.is_glued) {
                    Some(word) => word.push_str(number.text),
                    None => words.push(number.text.to_owned()),
                }
            }
        }
        at += run.len();
    }
    let has_name = words.iter().any(|word| word.contains(char::is_alphabetic));
    if has_name { format!("{TABLE}{}", words.join(" ")) } else { String::new() }
}

/// Letters or figures of the name of a file that stand together.
struct Piece<'a> {
    text: &'a str,
    is_number: bool,
    /// Whether it follows the piece before without anything between.
    is_glued: bool,
    /// Whether only a hyphen, a dot or a low line is between.
    is_joined: bool,
    /// Whether it stands in brackets: the mark of a copy.
    is_bracketed: bool,
}

fn pieces(stem: &str) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let (mut rest, mut between) = (stem, "");
    while let Some(first) = rest.chars().next() {
        let sort = |letter: char| (letter.is_alphabetic(), letter.is_numeric());
        let end = rest.find(|letter| sort(letter) != sort(first)).unwrap_or(rest.len());
        let (text, after) = rest.split_at(end);
        if first.is_alphanumeric() {
            pieces.push(Piece {
                text,
                is_number: first.is_numeric(),
                is_glued: between.is_empty(),
                is_joined: matches!(between, "-" | "." | "_"),
                is_bracketed: between.ends_with('(') && after.starts_with(')'),
            });
            between = "";
        } else {
            between = text;
        }
        rest = after;
    }
    pieces
}

/// What a row is called there: by its code, else by when and where it is. Empty where neither is told.
pub fn name_of(pasted: &Pasted, row: &GridRow, at: At) -> String {
    let code = pasted.cell(row, Field::Id);
    if !code.is_empty() {
        return code.to_owned();
    }
    match (at.day, at.start) {
        (Some(day), Some(start)) => format!("@{day} {start} {}", key(pasted.cell(row, Field::Room))),
        _ => String::new(),
    }
}

/// The parts of a session that a row speaks of.
fn spoken(pasted: &Pasted, row: &GridRow, at: At) -> Vec<Part> {
    let says = |field| !pasted.cell(row, field).is_empty();
    let all = [
        (Part::Title, says(Field::Title)),
        (Part::Kind, says(Field::Kind)),
        (Part::Time, at.own_day || at.start.is_some() || at.end.is_some() || at.length.is_some()),
        (Part::Rooms, says(Field::Room)),
        (Part::People, says(Field::People) || says(Field::Chairs) || says(Field::Moderators)),
        (Part::Bodies, says(Field::Body)),
        (Part::Status, says(Field::Status)),
        (Part::Attendance, says(Field::Attendance)),
        (Part::Remarks, says(Field::Remarks)),
    ];
    all.into_iter().filter(|(_, is_said)| *is_said).map(|(part, _)| part).collect()
}

/// Where a part stands in a table.
fn field_of(part: Part) -> Field {
    match part {
        Part::Kind => Field::Kind,
        Part::Time => Field::Start,
        Part::Rooms => Field::Room,
        Part::People => Field::People,
        Part::Bodies => Field::Body,
        Part::Status => Field::Status,
        Part::Attendance => Field::Attendance,
        Part::Remarks => Field::Remarks,
        Part::Title | Part::Topics | Part::Documents | Part::Languages | Part::Link => Field::Title,
    }
}

/// A session as it is to be after a table has come.
pub struct Again {
    /// It.
    pub session: Session,
    /// What is different in the table, and stays as it is here because the planner has changed it.
    pub ours: Vec<Field>,
    /// What is different there, and stays because the session is pinned.
    pub fixed: Vec<Field>,
}

/// What comes of a session that a row means, `comes` being what the row makes of it; with `theirs`, the table counts wherever
/// it differs.
pub fn again(
    (pasted, row, at): (&Pasted, &GridRow, At),
    (here, mut comes): (Option<&Session>, Session),
    (source, theirs): (&str, bool),
) -> Again {
    let parts = spoken(pasted, row, at);
    let arrived = Some(remembered(&comes, &parts, source, &name_of(pasted, row, at)));
    let Some(here) = here else {
        comes.arrived = arrived;
        return Again { session: comes, ours: Vec::new(), fixed: Vec::new() };
    };
    let came = settled(here, &comes, &parts, theirs);
    let fields = |parts: &[Part]| parts.iter().map(|&part| field_of(part)).collect::<Vec<_>>();
    let ours = fields(&[came.ours, came.kept].concat());
    // Of what files of other tools do not have, the table alone tells.
    let session = Session { arrived, own: comes.own, ..came.session };
    Again { session, ours, fixed: fields(&came.fixed) }
}

/// Whether a session came from there.
pub fn came_from(session: &Session, source: &str) -> bool {
    !source.is_empty() && session.arrived.as_ref().is_some_and(|arrived| arrived.source == source)
}

/// The sessions that came from there, were not meant by any row, and are there no more.
pub fn gone<'a>(
    sessions: impl Iterator<Item = &'a Session>,
    source: &str,
    is_meant: impl Fn(SessionId) -> bool,
) -> Vec<SessionId> {
    sessions.filter(|session| came_from(session, source) && !is_meant(session.id)).map(|session| session.id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_a_file_come_from_one_source() {
        for file in
            ["Programme.xlsx", "programme v2 (1).xlsx", "PROGRAMME_2025-11-03_final.csv", "programme - Copy.ods"]
        {
            assert_eq!(source_of(file), "table:programme", "{file}");
        }
        assert_eq!(source_of("Программа копия 3.xlsx"), "table:программа");
        let parts = ["track1.csv", "track2.csv", "Day 1.csv", "Day 2.csv", "day 2 (1).csv"].map(source_of);
        assert_eq!(parts, ["table:track1", "table:track2", "table:day 1", "table:day 2", "table:day 2"]);
        assert_eq!((source_of("2025.csv").as_str(), source_of("").as_str()), ("", ""));
        assert_ne!(source_of("speakers.csv"), source_of("programme.csv"));
    }
}
