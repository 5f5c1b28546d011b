//! Rows of the plan as a programme tells of them.

use super::super::super::address;
use super::super::super::plain::harmless;
use super::super::super::words::Words;
use super::super::{Body, Document, Event, Person, Room, Topic};
use super::Gathering;
use crate::texts::names;

impl Gathering<'_> {
    pub(super) fn event(&self, event: &crate::model::Event) -> Event {
        Event {
            id: event.id,
            kind: event.kind,
            code: self.words(&event.code),
            title: self.words(&event.title),
            dates: event.dates,
            place: self.words(&event.place),
            city: self.city(event),
            description: self.words(&event.description),
            zone: event.zone,
        }
    }

    /// The city that the zone of an event is named after, where its place says that, in each language: `Баку`.
    fn city(&self, event: &crate::model::Event) -> Words {
        let named = event.zone.name().rsplit('/').next().unwrap_or_default().replace('_', " ");
        let mut city = Words::default();
        if event.place.iter().any(|(_, text)| text.starts_with(&named)) {
            for (language, text) in self.words(&event.place).iter() {
                let name = text.split([',', '،', '，']).next().unwrap_or_default().trim();
                city.push(language, name.to_owned());
            }
        }
        city
    }

    pub(super) fn room(&self, room: &crate::model::Room) -> Room {
        let title = self.words(&room.title);
        Room {
            id: room.id,
            title: if title.is_empty() { Words::one(self.languages[0], room.id.as_str()) } else { title },
            place: harmless(&room.place),
            capacity: room.capacity,
            booths: room.booths,
            is_virtual: room.is_virtual,
        }
    }

    pub(super) fn body(&self, body: &crate::model::Body) -> Body {
        let (code, title) = (self.words(&body.code), self.words(&body.title));
        let code = if code.is_empty() { title.clone() } else { code };
        Body { id: body.id, kind: body.kind, code, title }
    }

    pub(super) fn person(&self, person: &crate::model::Person) -> Person {
        Person {
            id: person.id,
            address: harmless(&person.address),
            name: harmless(&person.name),
            function: harmless(&person.function),
            represents: harmless(&person.represents),
            rank: self.wish.is_internal.then(|| {
                let own = names::own_rank(self.plan, person.rank).map(|title| self.words(title));
                own.unwrap_or_else(|| self.labels.text(names::built_in_rank(person.rank)))
            }),
            contact: if self.wish.is_internal { harmless(&person.contact) } else { String::new() },
        }
    }

    pub(super) fn topic(&self, topic: &crate::model::Topic) -> Topic {
        Topic { id: topic.id, kind: topic.kind, code: harmless(&topic.code), title: self.words(&topic.title) }
    }

    pub(super) fn document(&self, document: &crate::model::Document) -> Document {
        Document {
            id: document.id,
            symbol: harmless(&document.symbol),
            title: self.words(&document.title),
            link: address::web_address(document.link.trim()).unwrap_or_default(),
        }
    }
}
