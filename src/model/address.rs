//! Forms of address: what stands before a name, such as `H.E. Ms` or `Г-жа`.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::folded;

/// No form takes more bytes.
const LONGEST: usize = 64;
/// No name has more forms before it.
const MOST: usize = 6;

/// The forms by their letters; whether one needs a dot, because it could be a name otherwise.
static FORMS: LazyLock<FxHashMap<String, bool>> = LazyLock::new(|| {
    let lines = include_str!("../../assets/addresses.txt").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| (letters(line), line.contains('.'))).collect()
});

/// The first two letters of each form: whoever looks at thousands of names rarely needs to look further.
static BEGINNINGS: LazyLock<FxHashSet<(char, char)>> = LazyLock::new(|| {
    let beginning = |form: &String| {
        let mut letters = form.chars();
        (letters.next().unwrap_or_default(), letters.next().unwrap_or_default())
    };
    FORMS.keys().map(beginning).collect()
});

/// Whether a text may begin with a form.
fn may_begin(text: &str) -> bool {
    let small = |c: char| match c {
        c if c.is_ascii() => c.to_ascii_lowercase(),
        c => folded(c.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(c),
    };
    let mut letters = text.chars().filter(|c| !c.is_whitespace() && *c != '.').map(small);
    let (first, second) = (letters.next().unwrap_or_default(), letters.next().unwrap_or_default());
    [second, char::default()].into_iter().any(|second| BEGINNINGS.contains(&(first, second)))
}

/// A form by its letters alone: `H. E.` as `h.e`.
fn letters(text: &str) -> String {
    folded(text).chars().filter(|c| !c.is_whitespace() && *c != '.').collect()
}

/// The form of address that a name begins with, and the name without it. A form behind which no name comes is a name.
///
/// ```
/// assert_eq!(plenary::model::address::split("H.E. Ms Ann Lee"), ("H.E. Ms", "Ann Lee"));
/// assert_eq!(plenary::model::address::split("Ann Lee"), ("", "Ann Lee"));
/// ```
#[must_use]
pub fn split(text: &str) -> (&str, &str) {
    let text = text.trim();
    let mut rest = text;
    for _ in 0..MOST {
        if !may_begin(rest) {
            break;
        }
        let Some(end) = form(rest, MOST) else { break };
        rest = rest[end..].trim_start();
    }
    let address = text[..text.len() - rest.len()].trim_end();
    if rest.is_empty() { ("", text) } else { (address, rest) }
}

/// A name as it is compared: folded, and without the form of address.
#[must_use]
pub fn name_key(name: &str) -> String {
    folded(split(name).1)
}

/// Whether a word is a form of address by itself, wherever it stands.
#[must_use]
pub fn is_form(word: &str) -> bool {
    word.len() <= LONGEST
        && may_begin(word)
        && FORMS.get(&letters(word)).is_some_and(|&needs_dot| !needs_dot || word.contains('.'))
}

/// Where the longest form ends that `text` begins with; looks so many forms ahead.
fn form(text: &str, ahead: usize) -> Option<usize> {
    let ends = text.char_indices().take_while(|&(at, _)| at < LONGEST).filter_map(|(at, c)| match c {
        '.' => Some(at + 1),
        c if c.is_whitespace() => Some(at),
        _ => None,
    });
    let ends: Vec<usize> = ends.chain((text.len() <= LONGEST).then_some(text.len())).collect();
    ends.into_iter().rev().find(|&end| {
        let (form, rest) = (&text[..end], text[end..].trim_start());
        let letters = letters(form);
        let Some(&needs_dot) = FORMS.get(&letters) else { return false };
        let has_dot = form.contains('.') && !form.contains(char::is_whitespace);
        // `M. J. Smith` has two first names.
        let is_initial = letters.chars().count() == 1 && begins_with_initial(rest);
        !needs_dot || (!is_initial && (has_dot || (ahead > 0 && self::form(rest, ahead - 1).is_some())))
    })
}

/// Whether a text begins with a single letter.
fn begins_with_initial(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none_or(|c| c == '.' || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_before_a_name_is_told_from_it() {
        for (text, expected) in [
            ("Ms A", ("Ms", "A")),
            ("MR. SMITH", ("MR.", "SMITH")),
            ("  Mr.Smith ", ("Mr.", "Smith")),
            ("H.E. Mr Dr Ann Lee", ("H.E. Mr Dr", "Ann Lee")),
            ("H.E Ann", ("H.E", "Ann")),
            ("HE Mr Wei", ("HE Mr", "Wei")),
            ("Her Excellency Ms Ann", ("Her Excellency Ms", "Ann")),
            ("S.E.M. Paul Biya", ("S.E.M.", "Paul Biya")),
            ("S. E. Mme Rose", ("S. E. Mme", "Rose")),
            ("M. Dupont", ("M.", "Dupont")),
            ("Sra. Pérez", ("Sra.", "Pérez")),
            ("Г-жа Иванова", ("Г-жа", "Иванова")),
            ("г‑н Иванов", ("г‑н", "Иванов")),
            ("Е.П. г-н Иванов", ("Е.П. г-н", "Иванов")),
            ("معالي السيد محمد", ("معالي السيد", "محمد")),
        ] {
            assert_eq!(split(text), expected, "{text}");
        }
    }

    #[test]
    fn a_name_is_not_taken_for_a_form() {
        for name in [
            "",
            "Ms",
            "He Wei",
            "HE Wei",
            "Eng Lee",
            "M Dupont",
            "M. J. Smith",
            "M. M. M. Smith",
            "S. E. Smith",
            "Drew Barry",
            "Srinivasan",
            "Mary Ms",
        ] {
            assert_eq!(split(name), ("", name), "{name}");
        }
        assert!(is_form("Prof.") && is_form("г-жа") && !is_form("m") && !is_form("he") && !is_form("Lee"));
    }

    #[test]
    fn long_texts_are_not_looked_through() {
        let text = format!("Mr {}", "Ms ".repeat(100_000));
        assert_eq!(split(&text).0, "Mr Ms Ms Ms Ms Ms");
        let name = ".".repeat(100_000);
        assert_eq!(split(&name), ("", &*name));
    }
}
