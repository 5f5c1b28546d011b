//! Comments and to-dos as planners write them. Who writes, and when, is told by whoever asks.

use crate::model::{CivilTime, Comment, Plan, SessionId};

/// A longer comment is a document.
pub const MOST_CHARACTERS: usize = 10_000;

/// Who does something, and when: in UTC, to the minute.
#[derive(Clone, Copy, Debug)]
pub struct Hand<'a> {
    /// The name; may be empty.
    pub who: &'a str,
    /// The time.
    pub at: CivilTime,
}

/// What is typed or pasted, as it is kept: without blanks around it, and without characters that are not seen and do
/// something. Lines stay lines, and what is written from right to left stays so.
#[must_use]
pub fn cleaned(text: &str) -> String {
    let seen = text.chars().filter_map(|c| match c {
        '\n' => Some('\n'),
        '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
        c if c.is_control() => None,
        c => Some(c),
    });
    seen.collect::<String>().trim().to_owned()
}

/// A new comment, or a to-do, on a session; `None` where `text` says nothing.
#[must_use]
pub fn new_comment(plan: &Plan, session: SessionId, (text, is_to_do): (&str, bool), by: Hand<'_>) -> Option<Comment> {
    let text = cleaned(text);
    (!text.is_empty()).then(|| Comment {
        id: plan.comments().free_id("C"),
        session,
        by: by.who.to_owned(),
        at: by.at,
        text,
        is_to_do,
        assignee: String::new(),
        due: None,
        done: None,
        done_by: String::new(),
    })
}

/// The same to-do, done or to be done again.
#[must_use]
pub fn ticked(comment: &Comment, is_done: bool, by: Hand<'_>) -> Comment {
    let (done, who) = if is_done { (Some(by.at), by.who) } else { (None, "") };
    Comment { done, done_by: who.to_owned(), ..comment.clone() }
}

/// The same comment as a to-do, or as none any more; then nothing of one is left.
#[must_use]
pub fn turned(comment: &Comment, is_to_do: bool) -> Comment {
    let comment = comment.clone();
    if is_to_do {
        return Comment { is_to_do, ..comment };
    }
    Comment { is_to_do, assignee: String::new(), due: None, done: None, done_by: String::new(), ..comment }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pasted_loses_what_can_not_be_seen() {
        assert_eq!(cleaned(" a\r\nb\tc\u{7}\u{202e}d\0 "), "a\nb cd");
        assert_eq!(cleaned("اسأل الرئيس"), "اسأل الرئيس");
        assert_eq!(cleaned("\u{202e}\0 \n"), "");
    }
}
