//! What rows of a plan are called, so that they are found again by what a table says.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::model::{BodyId, EventId, Language, LocalText, PersonId, Plan, RoomId, SessionKind, Status};
use crate::texts::recognized::Recognized;
use crate::texts::{folded, names, tid};

/// Everything of a plan that a cell can name.
pub struct Known {
    rooms: HashMap<String, RoomId>,
    people: HashMap<String, PersonId>,
    bodies: HashMap<String, BodyId>,
    events: HashMap<String, EventId>,
}

impl Known {
    /// What there is in `plan`.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let mut known =
            Self { rooms: HashMap::new(), people: HashMap::new(), bodies: HashMap::new(), events: HashMap::new() };
        for room in plan.rooms().iter() {
            enter(&mut known.rooms, room.id, &[&room.title], room.id.as_str());
        }
        for body in plan.bodies().iter() {
            enter(&mut known.bodies, body.id, &[&body.code, &body.title], body.id.as_str());
        }
        for event in plan.events().iter() {
            enter(&mut known.events, event.id, &[&event.code, &event.title], event.id.as_str());
        }
        for person in plan.people().iter() {
            known.people.entry(person_key(&person.name)).or_insert(person.id);
        }
        known
    }

    /// The room of this name.
    #[must_use]
    pub fn room(&self, name: &str) -> Option<RoomId> {
        self.rooms.get(&key(name)).copied()
    }

    /// The person of this name, in whichever order it stands.
    #[must_use]
    pub fn person(&self, name: &str) -> Option<PersonId> {
        self.people.get(&person_key(name)).copied()
    }

    /// The body of this code or name.
    #[must_use]
    pub fn body(&self, name: &str) -> Option<BodyId> {
        self.bodies.get(&key(name)).copied()
    }

    /// The event of this code or name.
    #[must_use]
    pub fn event(&self, name: &str) -> Option<EventId> {
        self.events.get(&key(name)).copied()
    }

    /// Remembers a room that is to be made.
    pub fn add_room(&mut self, name: &str, id: RoomId) {
        self.rooms.insert(key(name), id);
    }

    /// Remembers a person who is to be made.
    pub fn add_person(&mut self, name: &str, id: PersonId) {
        self.people.insert(person_key(name), id);
    }
}

fn enter<Id: Copy>(names: &mut HashMap<String, Id>, id: Id, texts: &[&LocalText], own: &str) {
    for (_, text) in texts.iter().flat_map(|text| text.iter()) {
        names.entry(key(text)).or_insert(id);
    }
    names.entry(key(own)).or_insert(id);
}

/// As names are compared.
pub fn key(name: &str) -> String {
    let folded = folded(name);
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of somebody's name in the order of letters, so that `Lee, Ann` is `Ann Lee`; without what comes before names.
fn person_key(name: &str) -> String {
    const BEFORE: [&str; 10] = ["mr", "mrs", "ms", "dr", "prof", "professor", "h.e", "г-н", "г-жа", "д-р"];
    let folded = folded(name);
    let words = folded.split([' ', ',']).map(|word| word.trim_end_matches('.'));
    let mut words: Vec<&str> = words.filter(|word| !word.is_empty() && !BEFORE.contains(word)).collect();
    words.sort_unstable();
    words.join(" ")
}

/// The kind that a cell names.
#[must_use]
pub fn kind(text: &str) -> Option<SessionKind> {
    static KINDS: LazyLock<Recognized> =
        LazyLock::new(|| Recognized::new("model", &SessionKind::ALL.map(names::session_kind)));
    KINDS.place(text).map(|place| SessionKind::ALL[place])
}

/// What sort of session it is by its title; other where nothing in it tells.
#[must_use]
pub fn kind_of_title(title: &str) -> SessionKind {
    static SIGNS: LazyLock<Recognized> =
        LazyLock::new(|| Recognized::new("incoming", &[tid("incoming-breaks"), tid("incoming-ceremonies")]));
    let by_sign = || match SIGNS.place_within(title)? {
        0 => Some(SessionKind::Break),
        _ => Some(SessionKind::Ceremony),
    };
    kind(title).or_else(by_sign).unwrap_or(SessionKind::Other)
}

/// The status that a cell names.
#[must_use]
pub fn status(text: &str) -> Option<Status> {
    static STATUSES: LazyLock<Recognized> = LazyLock::new(|| Recognized::new("model", &Status::ALL.map(names::status)));
    STATUSES.place(text).map(|place| Status::ALL[place])
}

/// The language of a text by its letters; `usual` where they do not tell.
#[must_use]
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Template;

    #[test]
    fn rows_are_found_by_their_names_in_any_language_and_people_in_any_order() {
        let mut known = Known::new(&Template::Wtdc25.plan());
        assert!(known.room("room a").is_some() && known.room("  Room   A ").is_some());
        assert_eq!(known.body("com3"), known.body("COM3"));
        assert!(known.body("COM3").is_some() && known.event("WTDC-25").is_some());
        let id = PersonId::new("p").unwrap();
        known.add_person("Prof. Ann Lee", id);
        assert_eq!((known.person("Lee, Ann"), known.person("ann lee")), (Some(id), Some(id)));
        assert_eq!(known.person("Ann Leeds"), None);
    }

    #[test]
    fn kinds_and_languages_are_told_by_words_and_letters() {
        assert_eq!(kind("Working group"), Some(SessionKind::WorkingGroup));
        assert_eq!(kind("перерыв"), kind("Break"));
        assert_eq!(kind_of_title("Coffee and posters"), SessionKind::Break);
        assert_eq!(kind_of_title("Breakthroughs"), SessionKind::Other);
        assert_eq!(status("confirmed"), Some(Status::Confirmed));
        assert_eq!(language_of("Открытие", Language::English), Language::Russian);
        assert_eq!(language_of("Opening", Language::Russian), Language::English);
        assert_eq!(language_of("Ouverture", Language::French), Language::French);
    }
}
