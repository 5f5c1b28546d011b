//! Names of sheets.

use std::collections::BTreeSet;

/// The most UTF-16 units that Excel takes.
const MOST_UNITS: usize = 31;

/// Gives out names of sheets, each once also for who takes `a` and `A` for the same, as Excel does.
#[derive(Debug, Default)]
pub struct SheetNames {
    taken: BTreeSet<String>,
}

impl SheetNames {
    /// `wish` without what Excel forbids, or `wish (2)` where that is taken.
    pub fn free(&mut self, wish: &str) -> String {
        let kept: String = wish
            .chars()
            .map(|c| if c.is_control() || "[]:*?/\\\u{fffe}\u{ffff}".contains(c) { ' ' } else { c })
            .collect();
        let kept = kept.split_whitespace().collect::<Vec<_>>().join(" ");
        let kept = kept.trim_matches([' ', '\'']);
        let wish = match kept {
            "" => "-".to_owned(),
            // Excel keeps it for its own use.
            _ if kept.eq_ignore_ascii_case("history") => format!("{kept} -"),
            _ => kept.to_owned(),
        };
        let mut number = 1;
        loop {
            let ending = if number == 1 { String::new() } else { format!(" ({number})") };
            let start = cut(&wish, MOST_UNITS - ending.len());
            let name = format!("{}{ending}", start.trim_end_matches([' ', '\'']));
            if self.taken.insert(name.to_lowercase()) {
                return name;
            }
            number += 1;
        }
    }
}

/// As much of `text` as fits into so many UTF-16 units.
pub fn cut(text: &str, most_units: usize) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > most_units
    });
    end.map_or(text, |(place, _)| &text[..place])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_have_names_that_excel_takes() {
        let mut names = SheetNames::default();
        for (wish, name) in [
            ("Mon 17 Nov", "Mon 17 Nov"),
            ("mon 17 nov", "mon 17 nov (2)"),
            ("a/b\\c[d]e:f*g?h", "a b c d e f g h"),
            ("'quoted'", "quoted"),
            ("", "-"),
            ("History", "History -"),
            ("'history '", "history - (2)"),
            ("\u{0}\u{ffff}", "- (2)"),
            ("' ''", "- (3)"),
            ("Неразмещённые заседания и собрания", "Неразмещённые заседания и собра"),
        ] {
            assert_eq!(names.free(wish), name, "{wish:?}");
        }
        let long = "𝒳".repeat(40);
        assert_eq!(names.free(&long).encode_utf16().count(), 30);
        assert_eq!(names.free(&long).encode_utf16().count(), 30, "{long} (2)");
    }
}
