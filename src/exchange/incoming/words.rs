//! Words in cells that mean the same in every plan: kinds of sessions, statuses, yes and no, and languages by their letters.

use std::sync::LazyLock;

use crate::model::{Language, Role, SessionKind, Status};
use crate::texts::recognized::Recognized;
use crate::texts::{names, tid};

/// What other words for kinds mean.
const OTHERS: [SessionKind; 4] = [SessionKind::Briefing, SessionKind::Visit, SessionKind::Social, SessionKind::Service];

/// The kind that a cell names.
pub fn kind(text: &str) -> Option<SessionKind> {
    static KINDS: LazyLock<Recognized> =
        LazyLock::new(|| Recognized::new("model", &SessionKind::ALL.map(names::session_kind)));
    static WORDS: LazyLock<Recognized> = LazyLock::new(|| {
        let ids =
            [tid("incoming-briefings"), tid("incoming-visits"), tid("incoming-socials"), tid("incoming-services")];
        Recognized::new("incoming", &ids)
    });
    let other = || WORDS.place(text).map(|place| OTHERS[place]);
    KINDS.place(text).map(|place| SessionKind::ALL[place]).or_else(other)
}

/// What sort of session it is by its title; other where nothing in it tells.
pub fn kind_of_title(title: &str) -> SessionKind {
    static SIGNS: LazyLock<Recognized> =
        LazyLock::new(|| Recognized::new("incoming", &[tid("incoming-breaks"), tid("incoming-ceremonies")]));
    let by_sign = || match SIGNS.place_within(title)? {
        0 => Some(SessionKind::Break),
        _ => Some(SessionKind::Ceremony),
    };
    kind(title).or_else(by_sign).unwrap_or(SessionKind::Other)
}

/// Whether a place is what this program writes where there is none, also in several languages: `No room / Нет зала`.
pub fn is_no_room(text: &str) -> bool {
    static NONE: LazyLock<Recognized> = LazyLock::new(|| Recognized::new("handout", &[tid("handout-no-room")]));
    !text.is_empty() && text.split(" / ").all(|part| NONE.place(part).is_some())
}

/// The status that a cell names.
pub fn status(text: &str) -> Option<Status> {
    static STATUSES: LazyLock<Recognized> = LazyLock::new(|| Recognized::new("model", &Status::ALL.map(names::status)));
    STATUSES.place(text).map(|place| Status::ALL[place])
}

/// What somebody is at a session, as a word behind a name says.
pub fn role(text: &str) -> Option<Role> {
    static ROLES: LazyLock<Recognized> = LazyLock::new(|| Recognized::new("model", &Role::ALL.map(names::role)));
    ROLES.place(text).map(|place| Role::ALL[place])
}

/// The language of a text by its letters; `usual` where they do not tell.
pub fn language_of(text: &str, usual: Language) -> Language {
    let count = |is_so: fn(char) -> bool| text.chars().filter(|&c| is_so(c)).count();
    let latin = count(|c| c.is_ascii_alphabetic());
    let scripts = [
        (Language::Russian, count(|c| ('\u{400}'..='\u{4ff}').contains(&c))),
        (Language::Arabic, count(|c| ('\u{600}'..='\u{6ff}').contains(&c))),
        (Language::Chinese, 2 * count(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))),
    ];
    let most = scripts.into_iter().max_by_key(|&(_, count)| count).filter(|&(_, count)| count > latin);
    match most {
        Some((language, _)) => language,
        None if latin > 0 && scripts.iter().any(|&(language, _)| language == usual) => Language::English,
        None => usual,
    }
}

/// Whether a cell says yes, or no.
pub fn yes(text: &str) -> Option<bool> {
    static ANSWERS: LazyLock<Recognized> =
        LazyLock::new(|| Recognized::new("incoming", &[tid("incoming-yes"), tid("incoming-no")]));
    static HANDED_OUT: LazyLock<Recognized> = LazyLock::new(|| Recognized::new("handout", &[tid("handout-yes")]));
    ANSWERS.place(text).or_else(|| HANDED_OUT.place(text)).map(|place| place == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_languages_are_told_by_words_and_letters() {
        for (word, told) in [
            ("Инструктивное совещание", SessionKind::Briefing),
            ("брифинг", SessionKind::Briefing),
            ("Прием", SessionKind::Social),
            ("Registration", SessionKind::Service),
        ] {
            assert_eq!(kind(word), Some(told), "{word}");
        }
        assert_eq!(kind("Working group"), Some(SessionKind::WorkingGroup));
        assert_eq!(kind("перерыв"), kind("Break"));
        assert_eq!(kind_of_title("Coffee and posters"), SessionKind::Break);
        assert_eq!(kind_of_title("Breakthroughs"), SessionKind::Other);
        assert_eq!(status("confirmed"), Some(Status::Confirmed));
        assert_eq!(language_of("Открытие", Language::English), Language::Russian);
        assert_eq!(language_of("Opening", Language::Russian), Language::English);
        assert_eq!(language_of("Ouverture", Language::French), Language::French);
    }

    #[test]
    fn yes_and_no_are_words_and_marks() {
        for (text, expected) in [
            ("Yes", Some(true)),
            ("да", Some(true)),
            ("x", Some(true)),
            ("✓", Some(true)),
            ("TRUE", Some(true)),
            ("是", Some(true)),
            ("no", Some(false)),
            ("0", Some(false)),
            ("-", Some(false)),
            ("perhaps", None),
        ] {
            assert_eq!(yes(text), expected, "{text}");
        }
    }
}
