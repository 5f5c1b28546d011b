//! Short names of sessions: in sentences, on small blocks, wherever the whole title would say too much.
//!
//! A title that begins with the code of a body is cut to code and number: `COM3 (Objectives), 2nd meeting: Resolutions` is
//! `COM3, 2nd meeting`. Any other is cut at a bracket or a colon.

use crate::model::{Language, Plan, Session};

/// The beginning of a text in one line: of a longer one so many letters, and an ellipsis.
#[must_use]
pub fn beginning(text: &str, most: usize) -> String {
    let line = one_line(text);
    match line.char_indices().nth(most) {
        Some(_) => {
            let end = line.char_indices().nth(most.saturating_sub(1)).map_or(0, |(end, _)| end);
            format!("{}…", line[..end].trim_end())
        }
        None => line,
    }
}

/// A text in one line.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The code that the title of a session begins with: that of one of its bodies, in any language, because a title that is not
/// there in `language` is shown in another one.
#[must_use]
pub fn session_code<'a>(plan: &'a Plan, language: Language, session: &Session) -> Option<&'a str> {
    let title = session.title.get(language);
    let bodies = session.bodies.iter().filter_map(|&id| plan.bodies().get(id));
    let mut codes =
        bodies.flat_map(|body| std::iter::once(body.code.get(language)).chain(body.code.iter().map(|(_, code)| code)));
    codes.find(|code| begins_with(title, code))
}

/// The short name of a session; empty where it has no title.
#[must_use]
pub fn session_name(plan: &Plan, language: Language, session: &Session) -> String {
    let title = session.title.get(language);
    match session_code(plan, language, session) {
        Some(code) => code_and_number(title, code),
        None => without_bracket(title),
    }
}

/// Whether `title` begins with `code` as a word of its own.
fn begins_with(title: &str, code: &str) -> bool {
    let rest = title.strip_prefix(code);
    !code.is_empty() && rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
}

/// `COM3, 2nd meeting` of `COM3 (Objectives), 2nd meeting: Resolutions`.
fn code_and_number(title: &str, code: &str) -> String {
    let title = title.split_once(':').map_or(title, |(before, _)| before);
    // What stands between the code and the first comma outside of brackets describes the body.
    let mut depth = 0_u32;
    let comma = title.char_indices().find(|(_, c)| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        *c == ',' && depth == 0
    });
    let number = comma.map(|(at, _)| up_to_bracket_or_colon(&title[at + 1..])).filter(|number| !number.is_empty());
    number.map_or_else(|| code.to_owned(), |number| format!("{code}, {number}"))
}

/// The same, but where a single word stands before the bracket, what follows it is what that word is said of: `Восьмое
/// (заключительное) пленарное заседание`.
fn without_bracket(title: &str) -> String {
    let cut = up_to_bracket_or_colon(title);
    let rest = title.trim_start().strip_prefix(cut).and_then(|rest| rest.trim_start().strip_prefix('('));
    let behind = rest.and_then(|rest| rest.split_once(')')).map(|(_, behind)| behind);
    let goes_on = behind.filter(|behind| behind.starts_with(' ') && behind[1..].starts_with(char::is_lowercase));
    match goes_on {
        Some(behind) if !cut.contains(' ') => format!("{cut} {}", up_to_bracket_or_colon(behind)),
        _ => cut.to_owned(),
    }
}

fn up_to_bracket_or_colon(title: &str) -> &str {
    let end = title.char_indices().find(|&(at, c)| at > 0 && (c == '(' || c == ':')).map_or(title.len(), |(at, _)| at);
    let cut = title[..end].trim().trim_end_matches([',', '–', '-']).trim_end();
    if cut.is_empty() { title.trim() } else { cut }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_called_by_its_beginning() {
        assert_eq!(beginning(" one\n two ", 60), "one two");
        assert_eq!(beginning("one two", 7), "one two");
        assert_eq!(beginning("one two three", 5), "one…", "no space before the ellipsis");
        let long = "слово ".repeat(30);
        assert_eq!(beginning(&long, 60).chars().count(), 60);
        assert!(beginning(&long, 60).ends_with('…'));
        assert_eq!(beginning("one", 0), "…");
    }

    #[test]
    fn a_code_keeps_its_number() {
        let short = |title| code_and_number(title, "COM3");
        assert_eq!(short("COM3 (Objectives, aims), 2nd meeting: Resolutions, first block"), "COM3, 2nd meeting");
        assert_eq!(short("COM3 Steering Committee, 5th meeting (week 2 plan)"), "COM3, 5th meeting");
        assert_eq!(short("COM3 (Objectives)"), "COM3");
        assert_eq!(short("COM3"), "COM3");
        assert!(begins_with("COM3, 2nd meeting", "COM3") && begins_with("COM3", "COM3"));
        assert!(!begins_with("COM31", "COM3") && !begins_with("COM3", "") && !begins_with("WG-PL", "WG"));
    }

    #[test]
    fn other_titles_end_at_a_bracket_or_colon() {
        let short = up_to_bracket_or_colon;
        assert_eq!(short("First plenary: election of Chair, structure"), "First plenary");
        assert_eq!(
            short("Regional initiatives drafting group – Africa (AFR)"),
            "Regional initiatives drafting group – Africa"
        );
        assert_eq!(short("High-Level Segment, part 1 (general policy statements)"), "High-Level Segment, part 1");
        assert_eq!(short("(untold)"), "(untold)");
        assert_eq!(short(""), "");
        assert_eq!(without_bracket("Восьмое (заключительное) пленарное заседание"), "Восьмое пленарное заседание");
        assert_eq!(without_bracket("High-Level Segment, part 1 (statements) of two"), "High-Level Segment, part 1");
        assert_eq!(without_bracket("Reception (Garden)"), "Reception");
    }
}
