//! Who and what the rows of a table name: people and rooms that the plan has, or new ones.

use super::super::field::Field;
use super::super::meanings::{Meant, Unclear};
use super::super::{values, words};
use super::Maker;
use crate::edit::new_room;
use crate::model::{Person, PersonId, Room, RoomId};

impl Maker<'_> {
    /// Notes that a name that the plan does not know is almost one of its own or of a row above, unless somebody has said what
    /// it means.
    pub fn note_near(&mut self, field: Field, name: &str, look: impl FnOnce(&Self) -> Vec<Meant>) {
        if self.meanings.of(field, name).is_some() {
            return;
        }
        let at = (field, name.to_owned());
        if !self.near_known.contains_key(&at) {
            let near = look(self);
            self.near_known.insert(at.clone(), near);
        }
        let near = self.near_known.get(&at).filter(|near| !near.is_empty());
        self.unclear.extend(near.map(|near| Unclear { field, name: at.1, near: near.clone() }));
    }

    /// What is new is known again by its name where the table has a source.
    fn came_as(&self, name: &str) -> String {
        if self.source.is_empty() { String::new() } else { name.to_owned() }
    }

    fn near_rooms(&self, name: &str) -> Vec<Meant> {
        let called = |id: RoomId| {
            let new = self.made.rooms.iter().find(|room| room.id == id);
            new.and_then(|room| room.title.iter().next()).map(|(_, name)| Meant::Called(name.to_owned()))
        };
        let near = self.known.near_rooms(name).into_iter();
        near.map(|id| called(id).unwrap_or(Meant::Room(id))).collect()
    }

    fn near_people(&self, name: &str) -> Vec<Meant> {
        let called = |id: PersonId| {
            let new = self.made.people.iter().find(|person| person.id == id);
            new.map(|person| Meant::Called(person.name.clone()))
        };
        let near = self.known.near_people(name).into_iter();
        near.map(|id| called(id).unwrap_or(Meant::Person(id))).collect()
    }

    /// Who is named, known or new.
    pub fn person(&mut self, mut named: values::Named, (field, represents): (Field, &str)) -> PersonId {
        let meanings = self.meanings;
        meanings.name(field, &named.name.clone()).clone_into(&mut named.name);
        if let Some(known) = self.known.person(&named.name) {
            // Who is new is told in each row, as long as nobody has said who is meant.
            if self.near_known.contains_key(&(field, named.name.clone())) {
                self.note_near(field, &named.name, |_| Vec::new());
            }
            return known;
        }
        let again = |id: &PersonId| self.before.1.contains(id) && self.meanings.of(field, &named.name).is_none();
        let near = if self.before.1.is_empty() { Vec::new() } else { self.known.near_people(&named.name) };
        if let Some(same) = near.into_iter().find(again) {
            return same;
        }
        self.note_near(field, &named.name, |maker| maker.near_people(&named.name));
        let id = self.person_ids.give();
        self.known.add_person(&named.name, id);
        let represents = if named.aside.is_empty() { represents.to_owned() } else { named.aside };
        let came_as = self.came_as(&named.name);
        self.made.people.push(Person { represents, came_as, ..Person::new(id, &named.name) });
        id
    }

    /// The rooms that a cell names, known or new.
    pub fn rooms(&mut self, text: &str) -> Vec<RoomId> {
        let meanings = self.meanings;
        let text = meanings.name(Field::Room, text);
        if let Some(known) = self.known.room(text) {
            if self.near_known.contains_key(&(Field::Room, text.to_owned())) {
                self.note_near(Field::Room, text, |_| Vec::new());
            }
            return vec![known];
        }
        let parts = values::split_outside_brackets(text, &[";", "؛", "；", ",", "،", "、", "+", "&", "/"]);
        if parts.len() > 1 && parts.iter().all(|part| self.known.room(part).is_some()) {
            return parts.iter().filter_map(|part| self.known.room(part)).collect();
        }
        let parts = values::split_outside_brackets(text, &[";"]);
        let mut rooms = Vec::with_capacity(parts.len());
        for part in parts.iter().map(|part| meanings.name(Field::Room, part)) {
            let again = |id: &RoomId| self.before.0.contains(id) && self.meanings.of(Field::Room, part).is_none();
            let near = if self.before.0.is_empty() { Vec::new() } else { self.known.near_rooms(part) };
            if let Some(same) = near.into_iter().find(again).filter(|_| self.known.room(part).is_none()) {
                rooms.push(same);
                continue;
            }
            self.note_near(Field::Room, part, |maker| match maker.known.room(part) {
                Some(_) => Vec::new(),
                None => maker.near_rooms(part),
            });
            rooms.push(self.known.room(part).unwrap_or_else(|| self.new_room(part)));
        }
        rooms
    }

    fn new_room(&mut self, name: &str) -> RoomId {
        let id = self.room_ids.give();
        self.known.add_room(name, id);
        let new = new_room(self.plan, "");
        let mut title = new.title.clone();
        title.set(words::language_of(name, self.near.language), name);
        let before = self.made.rooms.len();
        let order = new.order.saturating_add(i32::try_from(before).unwrap_or(0).saturating_mul(10));
        let came_as = self.came_as(name);
        self.made.rooms.push(Room { id, title, order, came_as, ..new });
        id
    }
}
