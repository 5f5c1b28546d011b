//! Names of files made of titles, which may hold anything.

use std::collections::BTreeSet;

/// The most bytes in a name made of a title: file systems take 255, and a layout, a number and an ending follow.
const MOST_BYTES: usize = 160;

/// `title` as a part of a file name: letters and digits of any script, `-`, `_` and `.` inside; everything else, path
/// separators first, becomes `-`. Never empty, never a name that Windows keeps for devices, never hidden.
#[must_use]
pub fn file_stem(title: &str) -> String {
    stem_within(title, MOST_BYTES)
}

/// A name made of several titles, of which each gets a share of the length so that a long one does not hide the others;
/// empty ones are left out.
#[must_use]
pub fn joined_stem(titles: &[&str]) -> String {
    let titles: Vec<&str> = titles.iter().copied().filter(|title| !title.is_empty()).collect();
    let share = MOST_BYTES / titles.len().max(1);
    file_stem(&titles.iter().map(|title| stem_within(title, share - 1)).collect::<Vec<_>>().join("-"))
}

fn stem_within(title: &str, most_bytes: usize) -> String {
    let mut stem = String::new();
    for c in title.chars() {
        let c = if c.is_alphanumeric() || c == '_' || c == '.' { c } else { '-' };
        let doubled = matches!(c, '-' | '.') && stem.ends_with(['-', '.']);
        if c == '-' && stem.ends_with('.') {
            stem.pop();
        } else if doubled {
            continue;
        }
        if stem.len() + c.len_utf8() > most_bytes {
            break;
        }
        stem.push(c);
    }
    let stem = stem.trim_matches(['-', '.']);
    if stem.is_empty() {
        return "plan".to_owned();
    }
    let device = stem.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let numbered = |word: &str| device.strip_prefix(word).is_some_and(|rest| rest.len() == 1 && rest < ":");
    if ["con", "prn", "aux", "nul"].contains(&device.as_str()) || numbered("com") || numbered("lpt") {
        return format!("{stem}-");
    }
    stem.to_owned()
}

/// Gives out names, each once also on systems that take `a` and `A` for the same.
#[derive(Debug, Default)]
pub struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// `stem.extension`, or `stem-2.extension` where that is taken.
    #[must_use]
    pub fn free(&mut self, stem: &str, extension: &str) -> String {
        let mut name = format!("{stem}.{extension}");
        let mut number = 1;
        while !self.taken.insert(name.to_lowercase()) {
            number += 1;
            name = format!("{stem}-{number}.{extension}");
        }
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_harmless_names() {
        for (title, stem) in [
            ("Hall A", "Hall-A"),
            ("../../etc/passwd", "etc-passwd"),
            ("C:\\Windows\\x", "C-Windows-x"),
            ("Зал «Хазар»", "Зал-Хазар"),
            ("", "plan"),
            ("...", "plan"),
            ("COM1", "COM1-"),
            ("com1.txt", "com1.txt-"),
            ("COM10", "COM10"),
            ("a\r\nb\u{202e}c\0d", "a-b-c-d"),
            ("Rev.3", "Rev.3"),
            ("Ms. Jane  Doe", "Ms-Jane-Doe"),
        ] {
            assert_eq!(file_stem(title), stem, "{title:?}");
        }
        assert_eq!(file_stem(&"x".repeat(500)).len(), MOST_BYTES);
        assert!(file_stem(&"会".repeat(500)).len() <= MOST_BYTES);
    }

    #[test]
    fn a_long_title_leaves_room_for_the_others() {
        let long = "会议".repeat(300);
        let name = joined_stem(&[&long, "Hall A", "", "2025-11-17"]);
        assert!(name.ends_with("-Hall-A-2025-11-17") && name.len() <= MOST_BYTES, "{name}");
        assert_eq!(joined_stem(&["WTDC-25", "", ""]), "WTDC-25");
        assert_eq!(joined_stem(&[]), "plan");
    }

    #[test]
    fn no_name_comes_twice() {
        let mut names = Names::default();
        assert_eq!(names.free("hall", "pdf"), "hall.pdf");
        assert_eq!(names.free("HALL", "pdf"), "HALL-2.pdf");
        assert_eq!(names.free("hall", "ics"), "hall.ics");
    }
}
