//! What is typed of an agenda: minutes, and whole items, one a line.

use super::{UNITS, length, plain, whole};
use crate::model::AgendaItem;

/// What is given to one thing of an agenda, in seconds: `12` minutes, `2:30`, `90 s`, `1 h`; `0` is nothing.
fn seconds(text: &str) -> Option<u32> {
    let text = plain(text);
    let in_secs = |unit: &String| whole(text.trim_end_matches('.').strip_suffix(unit.as_str())?.trim_end());
    if let Some(secs) = UNITS.secs.iter().find_map(in_secs) {
        return u32::try_from(secs).ok();
    }
    if let Some((mins, secs)) = text.split_once(':') {
        let is_second = secs.len() == 2 && secs.bytes().all(|byte| byte.is_ascii_digit());
        let secs: i64 = secs.parse().ok().filter(|&secs| is_second && secs < 60)?;
        return u32::try_from(whole(mins)?.checked_mul(60)? + secs).ok();
    }
    if text.parse() == Ok(0_u8) {
        return Some(0);
    }
    length(&text).and_then(|length| u32::try_from(length.mins()).ok()?.checked_mul(60))
}

/// `12`, `2:30`, as [`shares`] reads it.
#[must_use]
pub fn seconds_text(secs: u32) -> String {
    let (mins, rest) = (secs / 60, secs % 60);
    if rest == 0 { mins.to_string() } else { format!("{mins}:{rest:02}") }
}

/// What is given to presentation and to discussion, in seconds: `12` or `5 + 7`, each also `2:30`, `90 s` or `1 h`.
#[must_use]
pub fn shares(text: &str) -> Option<(u32, u32)> {
    match text.split_once('+') {
        Some((presentation, discussion)) => Some((seconds(presentation)?, seconds(discussion)?)),
        None => Some((seconds(text)?, 0)),
    }
}

/// An item of an agenda as it is typed or pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedItem {
    /// What it is called.
    pub title: String,
    /// What is given to presentation and to discussion, in seconds.
    pub shares: (u32, u32),
    /// How deep its number says that it stands, 0 for none.
    pub level: u8,
}

/// An item in one line, out of a field, a document or a table: `Title`, `Title 12`, `7.1 Title; 5 + 7 min`, with tabs or
/// blanks between. A number before it says only how deep it stands, since agendas count for themselves.
#[must_use]
pub fn item(line: &str) -> Option<TypedItem> {
    let line = line.trim().trim_start_matches(['•', '-', '–', '*']).trim_start();
    let (number, rest) = line.split_once([' ', '\t', '\u{a0}']).unwrap_or(("", line));
    let parts: Vec<&str> = number.trim_end_matches(['.', ')']).split('.').collect();
    let is_number = parts.iter().all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    let (level, rest) = if is_number { (parts.len() - 1, rest.trim()) } else { (0, line) };
    let (title, shares) = tail(rest).unwrap_or((rest, (0, 0)));
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let level = u8::try_from(level).unwrap_or(u8::MAX).min(AgendaItem::DEEPEST);
    (!title.is_empty()).then_some(TypedItem { title, shares, level })
}

/// A title and the minutes behind it: in a cell of their own, behind a mark, or a bare number at most three digits long.
fn tail(text: &str) -> Option<(&str, (u32, u32))> {
    let most = |shares: &(u32, u32)| shares.0.max(shares.1) <= AgendaItem::MOST_SECS;
    for mark in ['\t', ';', '|', '('] {
        if let Some((title, minutes)) = text.rsplit_once(mark)
            && let Some(shares) = shares(minutes.trim_end_matches(')')).filter(most)
        {
            return Some((title.trim_end_matches([';', '|', '\t', ' ']), shares));
        }
    }
    let (title, last) = text.rsplit_once(' ')?;
    if (1..=3).contains(&last.len()) && last.bytes().all(|byte| byte.is_ascii_digit()) {
        return shares(last).map(|shares| (title, shares));
    }
    // `12 min`, of which the number stands before the unit.
    let (title, number) = title.rsplit_once(' ')?;
    let is_minutes = number.bytes().all(|byte| byte.is_ascii_digit()) && !UNITS.hours.iter().any(|word| word == last);
    shares(&format!("{number} {last}")).filter(|_| is_minutes).filter(most).map(|shares| (title, shares))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_and_seconds_of_an_agenda_are_read() {
        for (typed, secs) in [
            ("12", 720),
            ("2:30", 150),
            ("90 s", 90),
            ("90с", 90),
            ("45 sec.", 45),
            ("12 mins", 720),
            ("1 h", 3600),
            ("1 ч 5 мин", 3900),
            ("0", 0),
            ("0:30", 30),
        ] {
            assert_eq!(seconds(typed), Some(secs), "{typed}");
        }
        for odd in ["", "-5", "2:75", "2:3", "a s", "s", "99999999999", "12+"] {
            assert_eq!(seconds(odd), None, "{odd}");
        }
        for secs in [0, 30, 60, 150, 720, 5400] {
            assert_eq!(seconds(&seconds_text(secs)), Some(secs));
        }
        assert_eq!(shares("5 + 7"), Some((300, 420)));
        assert_eq!(shares("12"), Some((720, 0)));
        assert_eq!(shares("5+"), None);
    }

    #[test]
    fn items_are_read_out_of_a_line() {
        let read = |line| item(line).map(|item| (item.title, item.shares, item.level));
        let title = |title: &str, mins: u32, level| Some((title.to_owned(), (mins * 60, 0), level));
        assert_eq!(read("Opening"), title("Opening", 0, 0));
        assert_eq!(read("Opening 10"), title("Opening", 10, 0));
        assert_eq!(read("Adoption of the agenda 10 min"), title("Adoption of the agenda", 10, 0));
        assert_eq!(read("7.1\tReport of RPM-ARB\t12"), title("Report of RPM-ARB", 12, 1));
        assert_eq!(read("  3. Any other business (5 min)"), title("Any other business", 5, 0));
        assert_eq!(read("• Coffee; 15"), title("Coffee", 15, 0));
        assert_eq!(item("Report; 5 + 7").unwrap().shares, (300, 420));
        assert_eq!(read("Agenda 2030"), title("Agenda 2030", 0, 0), "a year is no length");
        assert_eq!(read("Vision 2030 and beyond"), title("Vision 2030 and beyond", 0, 0));
        assert_eq!(read("2025 budget"), title("2025 budget", 0, 0));
        assert_eq!(item("   "), None);
        assert_eq!(item("7.1"), title("7.1", 0, 0).map(|(title, shares, level)| TypedItem { title, shares, level }));
    }
}
