//! What rows of a plan are called, so that they are found again by what a table says.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::near::{ByEnds, ByWord, add_by_word, by_ends, by_word, ends, forget_by_word, near, with_initials};
use super::words;
use crate::model::{BodyId, EventId, FieldId, Holder, Kind, KindId, LocalText, PersonId, Plan, RoomId, address};
use crate::texts::folded;
pub(in crate::exchange) use crate::texts::recognized::plain as key;

/// What comes later is compared with so many names that are new: large tables come soon, and with many names few are mistaken.
const MOST_NEW: usize = 1000;

/// Everything of a plan that a cell or a heading can name.
#[derive(Debug, Default)]
pub struct Known {
    rooms: HashMap<String, RoomId>,
    people: HashMap<String, PersonId>,
    bodies: HashMap<String, BodyId>,
    events: HashMap<String, EventId>,
    kinds: HashMap<String, KindId>,
    fields: HashMap<String, FieldId>,
    rooms_by_ends: OnceCell<ByEnds<RoomId>>,
    people_by_ends: OnceCell<ByEnds<PersonId>>,
    people_by_word: OnceCell<ByWord<PersonId>>,
    /// How many names were added to those that others can be near to.
    new: usize,
    bodies_by_ends: OnceCell<ByEnds<BodyId>>,
}

impl Known {
    /// What there is in `plan`.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let mut known = Self::default();
        for room in plan.rooms().iter() {
            enter(&mut known.rooms, room.id, &[&room.title], room.id.as_str());
        }
        for body in plan.bodies().iter() {
            enter(&mut known.bodies, body.id, &[&body.code, &body.title], body.id.as_str());
        }
        for event in plan.events().iter() {
            enter(&mut known.events, event.id, &[&event.code, &event.title], event.id.as_str());
        }
        for kind in plan.kinds().iter() {
            enter(&mut known.kinds, kind.id, &[&kind.title], kind.id.as_str());
        }
        for field in plan.fields_of(Holder::Session) {
            enter(&mut known.fields, field.id, &[&field.title], field.id.as_str());
        }
        for person in plan.people().iter() {
            known.people.entry(person_key(&person.name)).or_insert(person.id);
        }
        // What has another name now may still come under the old one.
        for room in plan.rooms().iter().filter(|room| !room.came_as.is_empty()) {
            known.rooms.entry(key(&room.came_as)).or_insert(room.id);
        }
        for person in plan.people().iter().filter(|person| !person.came_as.is_empty()) {
            known.people.entry(person_key(&person.came_as)).or_insert(person.id);
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

    /// The kind of this name, one of the plan's own before a built-in one.
    #[must_use]
    pub fn kind(&self, name: &str) -> Option<Kind> {
        let own = self.kinds.get(&key(name)).map(|&own| Kind::Own(own));
        own.or_else(|| words::kind(name).map(Kind::BuiltIn))
    }

    /// The own field of this title.
    #[must_use]
    pub fn field(&self, title: &str) -> Option<FieldId> {
        self.fields.get(&key(title)).copied()
    }

    /// Whether there is an own field of this id.
    pub fn has_field(&self, id: FieldId) -> bool {
        self.fields.values().any(|&known| known == id)
    }

    /// The rooms that are called almost so, by their keys.
    pub fn near_rooms(&self, name: &str) -> Vec<RoomId> {
        near(self.rooms_by_ends.get_or_init(|| by_ends(&self.rooms)), &key(name))
    }

    /// The people who are called almost so.
    pub fn near_people(&self, name: &str) -> Vec<PersonId> {
        let name = person_key(name);
        let mut found = near(self.people_by_ends.get_or_init(|| by_ends(&self.people)), &name);
        let others = with_initials(self.people_by_word.get_or_init(|| by_word(&self.people)), &name);
        found.extend(others.into_iter().filter(|id| !found.contains(id)).collect::<Vec<_>>());
        found
    }

    /// The bodies that are called almost so.
    pub fn near_bodies(&self, name: &str) -> Vec<BodyId> {
        near(self.bodies_by_ends.get_or_init(|| by_ends(&self.bodies)), &key(name))
    }

    /// Takes a name for that of a body.
    pub fn add_body(&mut self, name: &str, id: BodyId) {
        self.bodies.insert(key(name), id);
    }

    /// Remembers a room that is to be made; what comes after it can be near to it, too.
    pub fn add_room(&mut self, name: &str, id: RoomId) {
        let name = key(name);
        self.new += 1;
        if let Some(all) = self.rooms_by_ends.get_mut().filter(|_| self.new <= MOST_NEW) {
            all.entry(ends(&name)).or_default().push((name.clone(), id));
        }
        self.rooms.insert(name, id);
    }

    /// Remembers a person who is to be made.
    pub fn add_person(&mut self, name: &str, id: PersonId) {
        let name = person_key(name);
        self.new += 1;
        let is_among_first = self.new <= MOST_NEW;
        if let Some(all) = self.people_by_ends.get_mut().filter(|_| is_among_first) {
            all.entry(ends(&name)).or_default().push((name.clone(), id));
        }
        if let Some(all) = self.people_by_word.get_mut().filter(|_| is_among_first) {
            add_by_word(all, &name, id);
        }
        self.people.insert(name, id);
    }

    /// Forgets a room that is not made after all.
    pub fn forget_room(&mut self, name: &str) {
        let name = key(name);
        forget(self.rooms_by_ends.get_mut(), &name);
        self.rooms.remove(&name);
    }

    /// Forgets a person who is not made after all.
    pub fn forget_person(&mut self, name: &str) {
        let name = person_key(name);
        forget(self.people_by_ends.get_mut(), &name);
        if let Some(names) = self.people_by_word.get_mut() {
            forget_by_word(names, &name);
        }
        self.people.remove(&name);
    }
}

/// Takes a name out of those that others can be near to.
fn forget<Id>(names: Option<&mut ByEnds<Id>>, name: &str) {
    if let Some(all) = names.and_then(|names| names.get_mut(&ends(name))) {
        all.retain(|(known, _)| known != name);
    }
}

fn enter<Id: Copy>(names: &mut HashMap<String, Id>, id: Id, texts: &[&LocalText], own: &str) {
    let texts = texts.iter().flat_map(|text| text.iter()).map(|(_, text)| text).chain([own]);
    for name in texts.map(key).filter(|name| !name.is_empty()) {
        names.entry(name).or_insert(id);
    }
}

/// What has no short name is called as in the plan file.
pub fn or_id(name: &str, id: &str) -> String {
    if name.is_empty() { id.to_owned() } else { name.to_owned() }
}

/// The words of somebody's name in the order of letters, so that `Lee, Ann` is `Ann Lee`; without what comes before names.
fn person_key(name: &str) -> String {
    let folded = folded(address::split(name).1);
    // In `Lee, Prof. Ann` it stands within the name.
    let words = folded.split([' ', ',']).filter(|word| !address::is_form(word)).map(|word| word.trim_end_matches('.'));
    let mut words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
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
}
