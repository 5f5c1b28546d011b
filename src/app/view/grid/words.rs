//! What a card says: the title of a session with its code in front and without what goes without saying, and the short
//! names of rooms.

use std::collections::HashMap;

use crate::model::{Room, RoomId};

use crate::app::context::ViewContext;

/// The title on a card, in two parts: the code that leads, if one does, and the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Such as `COM3`; may be empty.
    pub code: String,
    /// Such as `, 3rd: Resolutions`.
    pub rest: String,
}

/// Puts the number of the meeting behind its code: "WG4A (study-group rules), 1st meeting" becomes
/// "WG4A, 1st (study-group rules)". `meeting` is the word that is left out.
#[must_use]
pub fn words(title: &str, code: &str, meeting: &str) -> Words {
    let plain = || Words { code: String::new(), rest: title.to_owned() };
    let Some(after) = title.strip_prefix(code).filter(|_| !code.is_empty()) else { return plain() };
    if after.starts_with(char::is_alphanumeric) {
        return plain();
    }
    let end = after.find([':', '：']).unwrap_or(after.len());
    let numbered = |(_, part): &(usize, &str)| part.contains(|c: char| c.is_ascii_digit()) && part.contains(meeting);
    let mut starts = after[..end].match_indices(',').map(|(at, _)| (at, &after[at + 1..end]));
    let Some((at, number)) = starts.rfind(numbered).filter(|_| !meeting.is_empty()) else {
        return Words { code: code.to_owned(), rest: after.to_owned() };
    };
    // What stands in brackets behind the number belongs to the rest.
    let (number, bracket) = number.split_at(number.find('(').unwrap_or(number.len()));
    let number = number.replace(meeting, "");
    let number = number.split_whitespace().collect::<Vec<_>>().join(" ");
    let (topic, tail) = (after[..at].trim(), after[end..].trim_end());
    let more = match (bracket.trim(), tail) {
        // Between code and number stands what the code is short for.
        ("", "") if topic.starts_with('(') => format!(" {topic}"),
        ("", tail) => tail.to_owned(),
        (bracket, tail) => format!(" {bracket}{tail}"),
    };
    Words { code: code.to_owned(), rest: format!(", {number}{more}") }
}

/// Short names of rooms, each told from the others.
#[derive(Debug, Default)]
pub struct RoomCodes {
    codes: HashMap<RoomId, String>,
    /// Where each stands among the rooms.
    places: HashMap<RoomId, usize>,
}

impl RoomCodes {
    /// Of all rooms of a plan.
    #[must_use]
    pub fn new(cx: &ViewContext<'_>) -> Self {
        let rooms = cx.index().rooms().iter().filter_map(|&id| cx.plan.rooms().get(id));
        let titles: Vec<(RoomId, &str)> =
            rooms.map(|room: &std::sync::Arc<Room>| (room.id, cx.title(&room.title))).collect();
        let codes = codes(&titles.iter().map(|(_, title)| *title).collect::<Vec<_>>());
        let ids = || titles.iter().map(|(id, _)| *id);
        Self { codes: ids().zip(codes).collect(), places: ids().zip(0..).collect() }
    }

    /// That of one.
    #[must_use]
    pub fn of(&self, room: RoomId) -> &str {
        self.codes.get(&room).map_or("", String::as_str)
    }

    /// What they are short for, in the order of the rooms: rooms that differ only in their last word together.
    #[must_use]
    pub fn explained(&self, cx: &ViewContext<'_>) -> Vec<(String, String)> {
        let rooms = cx.index().rooms().iter().filter_map(|&id| cx.plan.rooms().get(id));
        let mut explained: Vec<(Vec<&str>, String)> = Vec::new();
        for room in rooms {
            let title = cx.title(&room.title);
            let code = self.of(room.id);
            // "Room" of "Room A": the code says the rest.
            let family =
                title.rsplit_once(' ').filter(|(_, last)| code.ends_with(last)).map_or(title, |(first, _)| first);
            match explained.last_mut() {
                Some((codes, last)) if last == family && family != title => codes.push(code),
                _ => explained.push((vec![code], if family == title { title } else { family }.to_owned())),
            }
        }
        let joined = |codes: Vec<&str>| match codes.as_slice() {
            [first, _, .., last] => format!("{first}–{last}"),
            several => several.join(", "),
        };
        explained.into_iter().map(|(codes, words)| (joined(codes), words)).collect()
    }

    /// Those of several, in their order; of three or more that stand next to each other, the first and the last.
    #[must_use]
    pub fn of_all(&self, rooms: &[RoomId]) -> String {
        let mut sorted: Vec<(usize, &str)> =
            rooms.iter().map(|room| (self.places.get(room).copied().unwrap_or(usize::MAX), self.of(*room))).collect();
        sorted.sort_unstable();
        let runs = sorted.chunk_by(|(one, _), (other, _)| one.checked_add(1) == Some(*other));
        let run = |run: &[(usize, &str)]| match run {
            [(_, first), _, .., (_, last)] => format!("{first}–{last}"),
            few => few.iter().map(|(_, code)| *code).collect::<Vec<_>>().join(", "),
        };
        runs.map(run).collect::<Vec<_>>().join(", ")
    }
}

/// Short names for these titles, in their order: `PH` for "Plenary Hall", `A` for "Room A", `R1` for "Restaurant 1".
fn codes(titles: &[&str]) -> Vec<String> {
    let mut taken: HashMap<String, usize> = HashMap::new();
    let mut codes: Vec<String> = titles.iter().map(|title| code(title)).collect();
    for code in &codes {
        *taken.entry(code.clone()).or_default() += 1;
    }
    let mut numbers: HashMap<String, usize> = HashMap::new();
    for code in &mut codes {
        if taken[code] > 1 {
            let number = numbers.entry(code.clone()).or_default();
            *number += 1;
            code.push_str(&number.to_string());
        }
    }
    codes
}

fn code(title: &str) -> String {
    let words: Vec<&str> = title.split_whitespace().filter(|word| word.starts_with(char::is_alphanumeric)).collect();
    let letter = |word: &&str| word.chars().next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    match words.as_slice() {
        [] => title.chars().take(2).collect(),
        // A hyphen parts the word where it is read.
        [word] => match word.split_once('-') {
            Some((first, _)) if first.chars().count() <= 3 => first.to_owned(),
            _ => word.chars().take(if word.chars().count() <= 3 { 3 } else { 2 }).collect(),
        },
        [.., last] if last.chars().count() <= 2 && !last.starts_with(|c: char| c.is_ascii_digit()) => {
            (*last).to_owned()
        }
        [first, .., last] if last.chars().all(|c| c.is_ascii_digit()) => format!("{}{last}", letter(first)),
        several => several.iter().take(3).map(letter).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_follows_the_code_and_the_word_meeting_is_left_out() {
        for (title, code, words_) in [
            ("COM4, 2nd meeting", "COM4", ", 2nd"),
            ("COM3, 3rd meeting: Resolutions, second block", "COM3", ", 3rd: Resolutions, second block"),
            ("COM3 (Objectives), 1st meeting: agenda, working groups", "COM3", ", 1st: agenda, working groups"),
            ("WG4A (study-group rules), 1st meeting", "WG4A", ", 1st (study-group rules)"),
            ("COM1 Steering Committee, 4th meeting", "COM1", ", 4th"),
            ("COM1 Steering Committee, 5th meeting (week 2 plan)", "COM1", ", 5th (week 2 plan)"),
            ("High-Level Segment, part 1", "High-Level Segment", ", part 1"),
        ] {
            let expected = Words { code: code.to_owned(), rest: words_.to_owned() };
            assert_eq!(words(title, code, "meeting"), expected, "{title}");
        }
        for (title, code) in [("Opening", ""), ("Opening", "PL"), ("Planning day", "Plan")] {
            assert_eq!(words(title, code, "meeting"), Words { code: String::new(), rest: title.to_owned() });
        }
    }

    #[test]
    fn only_neighbours_are_told_by_the_first_and_the_last() {
        let ids: Vec<RoomId> = ["a", "b", "c", "d", "e", "f"].iter().map(|id| id.parse().unwrap()).collect();
        let upper = |id: &RoomId| id.as_str().to_uppercase();
        let codes = RoomCodes {
            codes: ids.iter().map(|id| (*id, upper(id))).collect(),
            places: ids.iter().copied().zip(0..).collect(),
        };
        for (rooms, expected) in [
            ("", ""),
            ("b", "B"),
            ("ab", "A, B"),
            ("abcd", "A–D"),
            ("dbca", "A–D"),
            ("acf", "A, C, F"),
            ("abcf", "A–C, F"),
            ("abdef", "A, B, D–F"),
        ] {
            let rooms: Vec<RoomId> = rooms.chars().map(|id| id.to_string().parse().unwrap()).collect();
            assert_eq!(codes.of_all(&rooms), expected);
        }
    }

    #[test]
    fn rooms_have_short_names_that_differ() {
        let titles = [
            "Plenary Hall",
            "Room A",
            "Room B",
            "Foyer",
            "Lobby",
            "Restaurant 1",
            "Restaurant 2",
            "Off-site",
            "Online",
        ];
        assert_eq!(codes(&titles), ["PH", "A", "B", "Fo", "Lo", "R1", "R2", "Off", "On"]);
        assert_eq!(codes(&["Press room", "Prayer room", "UN"]), ["PR1", "PR2", "UN"]);
        assert_eq!(codes(&["Зал пленарных заседаний", "Зал A"]), ["ЗПЗ", "A"]);
        assert_eq!(codes(&["", "—"]), ["", "—"]);
    }
}
