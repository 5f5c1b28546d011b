//! The rows of a time management plan: the sittings that a week keeps, the breaks between them, and what is held before,
//! between and after. All of it follows from the sessions themselves, as planners draw it: 09:30–10:45, a break for coffee,
//! 11:15–12:30, lunch, and so on (ITU and UN practice).

use chrono::NaiveDate;

use super::programme::{Day, Entry, Programme};
use super::words::Words;
use crate::model::{LanguageSet, SessionKind, Status};
use crate::texts::tid;

/// A row.
pub struct Sitting<'a> {
    /// From when to when, in minutes of a day; `None` before the first sitting and after the last.
    pub hours: Option<(i32, i32)>,
    /// Its name: hours, or `Early`, or `Evening`.
    pub name: Words,
    /// Whether no sitting is held in it.
    pub is_between: bool,
    /// What is in it, day by day.
    pub cells: Vec<Cell<'a>>,
}

/// What is in a row on a day.
#[derive(Clone, Default)]
pub struct Cell<'a> {
    /// The break that is then.
    pub pause: Option<&'a Entry>,
    /// The sessions.
    pub sessions: Vec<Held<'a>>,
}

/// A session in a row.
#[derive(Clone, Copy)]
pub struct Held<'a> {
    /// Which.
    pub entry: &'a Entry,
    /// Whether it began in a row above and goes on in this one.
    pub goes_on: bool,
    /// Whether it begins and ends with the row, so that nobody need say when.
    pub keeps_hours: bool,
    /// The day; of what began on a day before, one on which it goes on.
    pub date: NaiveDate,
}

/// More rows than this are no plan that fits on a page.
const MOST_ROWS: usize = 12;
/// What takes less than this of a row, in minutes, does not go on in it.
const LEAST_SHARE: i32 = 15;
/// In an event of so many days, hours that are kept only once are no row of their own.
const MANY_DAYS: usize = 3;

/// The rows in which something is held, in the order of time.
pub fn rows<'a>(programme: &'a Programme, days: &[Day]) -> Vec<Sitting<'a>> {
    let sittings = sittings(programme, days);
    let mut rows = empty_rows(programme, &sittings, days.len());
    for (at, day) in days.iter().enumerate() {
        for entry in programme.entries_on(day) {
            let date = day.date;
            let (start, end) = minutes(entry);
            if entry.span.start.date() != date {
                rows[0].cells[at].sessions.push(Held { entry, goes_on: false, keeps_hours: false, date });
                continue;
            }
            let place = place(&sittings, start);
            let row = &mut rows[place];
            if entry.kind == SessionKind::Break && row.is_between && row.cells[at].pause.is_none() {
                row.cells[at].pause = Some(entry);
                continue;
            }
            let keeps_hours = row.hours == Some((start, end)) && !row.is_between;
            row.cells[at].sessions.push(Held { entry, goes_on: false, keeps_hours, date });
            if entry.kind.has_chair() {
                let later = rows[place + 1..].iter_mut().filter(|row| !row.is_between);
                let within = |row: &&mut Sitting<'_>| row.hours.is_some_and(|(from, _)| end - from >= LEAST_SHARE);
                later.take_while(within).for_each(|row| {
                    row.cells[at].sessions.push(Held { entry, goes_on: true, keeps_hours: false, date });
                });
            }
        }
    }
    rows.retain(|row| row.cells.iter().any(|cell| cell.pause.is_some() || !cell.sessions.is_empty()));
    for row in rows.iter_mut().filter(|row| row.is_between) {
        name_after_pauses(programme, row);
    }
    rows
}

/// A row before the first sitting, one for each, one between two, and one after the last.
fn empty_rows<'a>(programme: &Programme, sittings: &[(i32, i32)], days: usize) -> Vec<Sitting<'a>> {
    let row = |hours: Option<(i32, i32)>, name: Words, is_between| Sitting {
        hours,
        name,
        is_between,
        cells: vec![Cell::default(); days],
    };
    let labels = &programme.labels;
    let mut rows = vec![row(None, labels.text(tid("handout-early")), false)];
    for (at, &sitting) in sittings.iter().enumerate() {
        if let Some(&(_, before)) = at.checked_sub(1).and_then(|at| sittings.get(at)) {
            rows.push(row(Some((before, sitting.0)), hours_words(programme, (before, sitting.0)), true));
        }
        rows.push(row(Some(sitting), hours_words(programme, sitting), false));
    }
    rows.push(row(None, labels.text(tid("handout-evening")), false));
    rows
}

/// The row in which something begins.
fn place(sittings: &[(i32, i32)], start: i32) -> usize {
    let begun = sittings.iter().filter(|(from, _)| *from <= start).count();
    let Some(at) = begun.checked_sub(1) else { return 0 };
    let is_over = sittings[at].1 <= start;
    1 + 2 * at + usize::from(is_over)
}

/// A row between two sittings is called by the hours of its breaks where all keep the same.
fn name_after_pauses(programme: &Programme, row: &mut Sitting<'_>) {
    let mut pauses = row.cells.iter().filter_map(|cell| cell.pause).map(minutes);
    if let Some(first) = pauses.next()
        && pauses.all(|other| other == first)
    {
        row.hours = Some(first);
        row.name = hours_words(programme, first);
    }
}

/// `09:30–10:45`
fn hours_words(programme: &Programme, (from, to): (i32, i32)) -> Words {
    let clock = |minute: i32| format!("{:02}:{:02}", minute.rem_euclid(1440) / 60, minute.rem_euclid(60));
    let hours = programme.labels.isolated(format!("{}–{}", clock(from), clock(to)));
    Words::one(programme.language(), &hours)
}

/// From when to when, in minutes of the day on which it begins.
fn minutes(entry: &Entry) -> (i32, i32) {
    let start = entry.span.start.minute_of_day();
    (start, start + entry.span.mins())
}

/// The hours that formal meetings keep, none at the time of another: as many as there can be, then those that most keep.
/// They are the same in all weeks of an event; days without formal meetings have hours of their own.
fn sittings(programme: &Programme, days: &[Day]) -> Vec<(i32, i32)> {
    let takes_place = |entry: &&Entry| entry.status != Status::Cancelled && entry.kind != SessionKind::Break;
    let of_week = || days.iter().flat_map(|day| programme.entries_of(day)).filter(takes_place);
    let events: Vec<usize> = of_week().filter(|entry| entry.kind.keeps_hours()).map(|entry| entry.event).collect();
    let (spans, count) = if events.is_empty() {
        // What is open all day has no hours that others keep.
        let is_beside = |entry: &&Entry| matches!(entry.kind, SessionKind::Service | SessionKind::Social);
        let own: Vec<_> = of_week().filter(|entry| !is_beside(entry)).map(minutes).collect();
        (if own.is_empty() { of_week().map(minutes).collect() } else { own }, days.len())
    } else {
        let is_formal = |entry: &&Entry| entry.kind.keeps_hours() && events.contains(&entry.event);
        let all = programme.entries.iter().filter(takes_place).filter(is_formal);
        (all.map(minutes).collect(), programme.days.len())
    };
    let mut counted: std::collections::BTreeMap<(i32, i32), usize> = std::collections::BTreeMap::new();
    for (from, to) in spans {
        // By their ends.
        *counted.entry((to, from)).or_default() += 1;
    }
    let mut least = if count > MANY_DAYS { 2 } else { 1 };
    loop {
        let kept: Vec<_> =
            counted.iter().map(|(&span, &count)| (span, count)).filter(|(_, count)| *count >= least).collect();
        let found = best(&kept);
        match found.len() {
            0 if least > 1 => least = 1,
            1..=MOST_ROWS | 0 => return found,
            _ if kept.iter().all(|(_, count)| *count == least) => return found.into_iter().take(MOST_ROWS).collect(),
            _ => least += 1,
        }
    }
}

/// How good a choice of hours is: how many, how many meetings keep them, how many minutes they are.
type Worth = (usize, usize, i32);

/// The best choice among hours that are sorted by their ends, none at the time of another.
fn best(kept: &[((i32, i32), usize)]) -> Vec<(i32, i32)> {
    // The best of the first so many, and whether the last of them is in it.
    let mut best: Vec<(Worth, bool)> = vec![((0, 0, 0), false)];
    let before = |from: i32, at: usize| kept[..at].partition_point(|((to, _), _)| *to <= from);
    for (at, &((to, from), count)) in kept.iter().enumerate() {
        let (rows, sessions, mins) = best[before(from, at)].0;
        let taken = (rows + 1, sessions + count, mins + to - from);
        let left = best[at].0;
        best.push(if taken > left { (taken, true) } else { (left, false) });
    }
    let mut chosen = Vec::new();
    let mut at = kept.len();
    while at > 0 {
        let (to, from) = kept[at - 1].0;
        if best[at].1 {
            chosen.push((from, to));
            at = before(from, at - 1);
        } else {
            at -= 1;
        }
    }
    chosen.reverse();
    chosen
}

/// The signs behind sessions and what they say: interpretation, webcast, captions, whether it is held only if required.
pub struct Footnotes {
    notes: Vec<(Note, Words)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Note {
    Languages(LanguageSet),
    Webcast,
    Captioned,
    Reserve,
    Revised,
}

/// What is noted of an entry.
fn noted(entry: &Entry) -> Vec<Note> {
    let is_interpreted = entry.languages.len() > 1;
    let known = [
        (is_interpreted, Note::Languages(entry.languages)),
        (entry.webcast, Note::Webcast),
        (entry.captioned, Note::Captioned),
        (entry.status == Status::Reserve, Note::Reserve),
        (entry.revised.is_some(), Note::Revised),
    ];
    known.into_iter().filter_map(|(is, note)| is.then_some(note)).collect()
}

impl Footnotes {
    /// Those of a programme: they have the same numbers in all weeks.
    pub fn new(programme: &Programme) -> Self {
        let labels = &programme.labels;
        let mut notes: Vec<Note> = Vec::new();
        for note in programme.entries.iter().flat_map(noted) {
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        let kind = |note: &Note| match note {
            Note::Languages(languages) => (0, std::cmp::Reverse(languages.len())),
            Note::Webcast => (1, std::cmp::Reverse(0)),
            Note::Captioned => (2, std::cmp::Reverse(0)),
            Note::Reserve => (3, std::cmp::Reverse(0)),
            Note::Revised => (4, std::cmp::Reverse(0)),
        };
        notes.sort_by_key(kind);
        let told = |note: Note| match note {
            Note::Languages(languages) => {
                let letters = languages.iter().map(|language| language.letter().to_string()).collect::<Vec<_>>();
                let letters = letters.join(" ");
                let label = labels.text(tid("handout-interpretation"));
                labels.each(|texts| {
                    let label = label.get(texts.language());
                    texts.text_with("handout-labelled", &[("label", label.into()), ("text", letters.as_str().into())])
                })
            }
            Note::Webcast => labels.text(tid("handout-webcast")),
            Note::Captioned => labels.text(tid("handout-captioned")),
            Note::Reserve => labels.status(Status::Reserve),
            Note::Revised => labels.text(tid("handout-revised")),
        };
        Self { notes: notes.into_iter().map(|note| (note, told(note))).collect() }
    }

    /// The signs behind an entry: `¹ ³`. Empty where nothing is noted.
    pub fn signs(&self, entry: &Entry) -> String {
        let noted = noted(entry);
        let own = self.notes.iter().enumerate().filter(|(_, (note, _))| noted.contains(note));
        own.map(|(at, _)| sign(at + 1)).collect::<Vec<_>>().join("\u{2009}")
    }

    /// What is noted of any of `entries`, each with its sign.
    pub fn of<'a>(&self, entries: impl Iterator<Item = &'a Entry>) -> Vec<(String, &Words)> {
        let mut used: Vec<Note> = Vec::new();
        for note in entries.flat_map(noted) {
            if !used.contains(&note) {
                used.push(note);
            }
        }
        let own = self.notes.iter().enumerate().filter(|(_, (note, _))| used.contains(note));
        own.map(|(at, (_, words))| (sign(at + 1), words)).collect()
    }
}

/// A number as a sign above the line.
fn sign(number: usize) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number.to_string().bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect()
}

/// The kinds of `entries` with their colours, each once.
pub fn legend<'a>(entries: impl Iterator<Item = &'a Entry>) -> Vec<&'a Entry> {
    let mut kinds: Vec<&Entry> = Vec::new();
    for entry in entries.filter(|entry| entry.kind != SessionKind::Break) {
        if kinds.iter().all(|known| known.called != entry.called) {
            kinds.push(entry);
        }
    }
    kinds.sort_by_key(|entry| entry.called);
    kinds
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best_of(kept: &[(i32, i32, usize)]) -> Vec<(i32, i32)> {
        let mut sorted: Vec<((i32, i32), usize)> = kept.iter().map(|&(from, to, count)| ((to, from), count)).collect();
        sorted.sort_unstable();
        best(&sorted)
    }

    #[test]
    fn rows_are_as_fine_as_the_meetings_and_never_overlap() {
        let halves = [(570, 645, 2), (675, 750, 5), (570, 750, 9), (870, 945, 9), (975, 1050, 8), (870, 1050, 4)];
        assert_eq!(best_of(&halves), [(570, 645), (675, 750), (870, 945), (975, 1050)]);
        assert_eq!(best_of(&[(570, 750, 3), (600, 780, 4)]), [(600, 780)], "that which more meetings keep");
        assert_eq!(best_of(&[]), []);
    }

    #[test]
    fn what_begins_finds_its_row() {
        let sittings = [(570, 645), (675, 750)];
        for (start, row) in [(480, 0), (570, 1), (640, 1), (645, 2), (660, 2), (675, 3), (750, 4), (1200, 4)] {
            assert_eq!(place(&sittings, start), row, "{start}");
        }
        assert_eq!(place(&[], 600), 0);
    }

    #[test]
    fn signs_stand_above_the_line() {
        assert_eq!([sign(1), sign(12)], ["¹", "¹²"]);
    }
}
