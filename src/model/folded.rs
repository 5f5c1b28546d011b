//! How texts are compared that people write in many ways.

/// `text` as it is compared: small letters, every dash and blank alike, Cyrillic С in symbols as Latin C. The source
/// document mixes them (oddities A19 and A20).
#[must_use]
pub fn folded(text: &str) -> String {
    // Most texts are of plain letters, and whoever searches a plan folds all of it.
    if text.bytes().all(|byte| (b' '..0x7f).contains(&byte)) {
        return text.to_ascii_lowercase();
    }
    text.chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '\u{0441}' => 'c',
            'ё' => 'е',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn search_ignores_the_many_dashes_and_the_cyrillic_c() {
        assert_eq!(folded("TDAG\u{2011}25/21"), folded("tdag-25/21"));
        assert_eq!(folded("Решение 637 (С24)"), folded("решение 637 (C24)"));
        assert_eq!(folded("2026\u{2212}2028"), folded("2026\u{2013}2028"));
        assert_eq!(folded("Two\twords"), folded("TWO words"));
        assert_eq!(folded("Room \u{0410}"), format!("{}\u{0430}", folded("ROOM ")));
    }
}
