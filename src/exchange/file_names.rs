//! Names of files made of titles, which may hold anything.

use std::collections::BTreeSet;

/// The most characters in a name made of a title, so that a path stays short enough for every system.
const MOST_CHARS: usize = 80;

/// `title` as a part of a file name: letters and digits of any script, `-`, `_` and `.` inside; everything else, path
/// separators first, becomes `-`. Never empty, never a name that Windows keeps for devices, never hidden.
#[must_use]
pub fn file_stem(title: &str) -> String {
    let mut stem = String::new();
    for c in title.chars() {
        let c = if c.is_alphanumeric() || c == '_' || c == '.' { c } else { '-' };
        let doubled = matches!(c, '-' | '.') && stem.ends_with(['-', '.']);
        if !doubled && stem.chars().count() < MOST_CHARS {
            stem.push(c);
        }
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
        ] {
            assert_eq!(file_stem(title), stem, "{title:?}");
        }
        assert_eq!(file_stem(&"x".repeat(500)).len(), MOST_CHARS);
    }

    #[test]
    fn no_name_comes_twice() {
        let mut names = Names::default();
        assert_eq!(names.free("hall", "pdf"), "hall.pdf");
        assert_eq!(names.free("HALL", "pdf"), "HALL-2.pdf");
        assert_eq!(names.free("hall", "ics"), "hall.ics");
    }
}
