//! Rows that sessions of a file need, found in the plan by their names or made.

mod said;

use std::collections::{HashMap, HashSet};

use super::super::draft::{Draft, DraftPerson, DraftRoom, Said};
use super::super::own;
use super::days::Days;
use super::found::Found;
use super::near::{Asked, Met, Named, NearAnswers};
use crate::edit::{AnyRow, FreeIds, new_kind, new_room};
use crate::exchange::incoming::Known;
use crate::exchange::incoming::names::key;
use crate::exchange::incoming::words;
use crate::model::{
    AgendaItem, Basis, CivilTime, DayHours, Document, DocumentId, Event, EventDates, EventKind, Id, Kind, Language,
    LocalText, OwnKind, Person, PersonId, Plan, Room, RoomId, Row, SessionKind, Source, Topic, TopicId, TopicKind,
};
use crate::texts::names as text_ids;

/// Rows of a plan, and those that are to be made.
pub struct Made<'a> {
    plan: &'a Plan,
    draft: &'a Draft,
    known: Known,
    language: Language,
    /// Names that are near to others.
    pub asked: Asked<'a>,
    /// Whether the draft is a state of the plan itself.
    is_same_plan: bool,
    rooms: HashMap<usize, Vec<RoomId>>,
    /// How many rooms of the draft begin so, before a comma; empty until somebody asks.
    leading: HashMap<&'a str, usize>,
    people: HashMap<usize, Option<PersonId>>,
    topics: HashMap<String, TopicId>,
    documents: HashMap<usize, DocumentId>,
    kinds: HashMap<String, Option<Kind>>,
    room_ids: FreeIds<'a, Room>,
    person_ids: FreeIds<'a, Person>,
    topic_ids: FreeIds<'a, Topic>,
    document_ids: FreeIds<'a, Document>,
    kind_ids: FreeIds<'a, OwnKind>,
    event_ids: FreeIds<'a, Event>,
    item_ids: FreeIds<'a, AgendaItem>,
    new_rooms: Vec<Room>,
    new_people: Vec<Person>,
    new_topics: Vec<Topic>,
    new_documents: Vec<Document>,
    new_kinds: Vec<OwnKind>,
    new_items: Vec<AgendaItem>,
    /// Events that are missing.
    pub new_events: Vec<Event>,
}

impl<'a> Made<'a> {
    /// Nothing is made yet.
    pub fn new(draft: &'a Draft, plan: &'a Plan, answers: &'a NearAnswers) -> Self {
        let topics = plan.topics().iter().flat_map(|topic| {
            let titles = topic.title.iter().map(|(_, title)| key(title));
            titles.chain([key(&topic.code)]).map(|name| (name, topic.id)).collect::<Vec<_>>()
        });
        Self {
            plan,
            draft,
            known: Known::new(plan),
            language: plan.header().language,
            asked: Asked::new(plan, answers),
            is_same_plan: draft.is_plan && draft.source == own::source(plan.header()),
            rooms: HashMap::new(),
            leading: HashMap::new(),
            people: HashMap::new(),
            topics: topics.filter(|(name, _)| !name.is_empty()).collect(),
            documents: HashMap::new(),
            kinds: HashMap::new(),
            room_ids: FreeIds::new(plan.rooms(), "room-"),
            person_ids: FreeIds::new(plan.people(), "person-"),
            topic_ids: FreeIds::new(plan.topics(), "topic-"),
            document_ids: FreeIds::new(plan.documents(), "document-"),
            kind_ids: FreeIds::new(plan.kinds(), "kind-"),
            event_ids: FreeIds::new(plan.events(), "event-"),
            item_ids: FreeIds::new(plan.items(), "item-"),
            new_rooms: Vec::new(),
            new_people: Vec::new(),
            new_topics: Vec::new(),
            new_documents: Vec::new(),
            new_kinds: Vec::new(),
            new_items: Vec::new(),
            new_events: Vec::new(),
        }
    }

    /// Where all of this comes from.
    pub fn source(draft: &Draft) -> Vec<Source> {
        let name = if draft.source.is_empty() { draft.title.first() } else { &draft.source };
        vec![Source { basis: Basis::External, reference: name.to_owned(), about: String::new() }]
    }

    /// How many events, rooms, people and topics are new.
    pub fn counts(&self) -> [usize; 4] {
        [self.new_events.len(), self.new_rooms.len(), self.new_people.len(), self.new_topics.len()]
    }

    /// All rows but sessions.
    pub fn rows(&mut self) -> Vec<AnyRow> {
        let mut rows: Vec<AnyRow> = Vec::new();
        rows.extend(self.new_kinds.drain(..).map(AnyRow::from));
        rows.extend(self.new_events.iter().cloned().map(AnyRow::from));
        rows.extend(self.new_rooms.iter().cloned().map(AnyRow::from));
        rows.extend(self.new_people.iter().cloned().map(AnyRow::from));
        rows.extend(self.new_topics.iter().cloned().map(AnyRow::from));
        rows.extend(self.new_documents.drain(..).map(AnyRow::from));
        rows.extend(self.new_items.drain(..).map(AnyRow::from));
        rows
    }

    /// The row of this name, where the draft is a state of the plan itself and has it.
    fn same_row<R: Row>(&self, id: &str, is_there: impl Fn(Id<R>) -> bool) -> Option<Id<R>> {
        id.parse().ok().filter(|&id| self.is_same_plan && is_there(id))
    }

    /// What a name means. This program hands names out in several languages, `Room A / Зал A`.
    fn meant<T>(&self, name: &str, find: impl Fn(&Known, &str) -> Option<T>) -> Option<T> {
        let in_languages = || name.split(" / ").find_map(|part| find(&self.known, part));
        let is_one = self.draft.is_ours && !name.contains(", ");
        find(&self.known, name).or_else(|| if is_one { in_languages() } else { None })
    }

    fn local(&self, said: &Said) -> LocalText {
        said.texts.iter().fold(LocalText::default(), |all, (language, text)| {
            let language = language.unwrap_or_else(|| words::language_of(text, self.language));
            all.with(language, text)
        })
    }

    /// Makes the events that are missing: one for sessions on days that no event has, and what has days of its own. The
    /// sessions at the places `without` need none.
    pub fn events(&mut self, days: &Days, without: &HashSet<usize>, (rows, plan): (&mut Vec<AnyRow>, &Plan)) {
        let draft = self.draft;
        let (source, is_plan, is_ours) = (draft.source.clone(), draft.is_plan, draft.is_ours);
        let found = Found::new(&Draft { source, is_ours, is_plan, ..Draft::default() }, plan);
        for said in draft.events.iter().filter(|event| draft.is_plan || !event.has_sessions) {
            let Some((first, last)) =
                said.days.filter(|(first, last)| CivilTime::has_day(*first) && CivilTime::has_day(*last))
            else {
                continue;
            };
            let dates = EventDates::Days { first, last };
            let known = found.event(&said.origin.id).or_else(|| {
                let named = |event: &&std::sync::Arc<Event>| is_called(event, &said.title, is_ours);
                plan.events().iter().filter(named).find(|event| event.dates == dates).map(|event| event.id)
            });
            match known.and_then(|id| plan.events().get(id)) {
                Some(event) if event.dates == dates => {}
                Some(event) if event.hours.is_none() => rows.push(Event { dates, ..Event::clone(event) }.into()),
                Some(_) => {}
                None => {
                    let id = self.event_ids.give();
                    let kind = if said.has_sessions { EventKind::Conference } else { EventKind::Milestone };
                    let hours = said.has_sessions.then_some(DayHours { from_min: 480, to_min: 1200 });
                    let event = Event { hours, ..Event::new(id, kind, dates, days.zone) };
                    let (title, place) = (self.local(&said.title), LocalText::one(self.language, &said.place));
                    self.new_events.push(Event { title, place, sources: Self::source(self.draft), ..event });
                }
            }
        }
        self.conference(days, without, plan);
    }

    fn conference(&mut self, days: &Days, without: &HashSet<usize>, plan: &Plan) {
        let covered = |time: CivilTime| {
            let covers = |event: &Event| event.hours.is_some() && event.dates.span().contains(time);
            plan.events().iter().any(|event| covers(event)) || self.new_events.iter().any(covers)
        };
        let sessions = self.draft.sessions.iter().enumerate().filter(|(place, _)| !without.contains(place));
        let times = sessions.filter_map(|(_, session)| {
            let start = days.own(session.start?)?;
            Some((start, session.length_mins.unwrap_or(60).clamp(1, 1440) as i32))
        });
        let outside: Vec<(CivilTime, i32)> = times.filter(|&(time, _)| !covered(time)).collect();
        let said = self.draft.events.iter().find(|event| event.has_sessions);
        let bounds = outside.iter().map(|(time, _)| time.date());
        let Some((mut first, mut last)) = bounds.clone().min().zip(bounds.max()) else { return };
        if let Some((from, to)) = said.and_then(|event| event.days).filter(|_| plan.events().is_empty()) {
            let is_near =
                |a: chrono::NaiveDate, b: chrono::NaiveDate| (a - b).num_days().abs() < 60 && CivilTime::has_day(a);
            (first, last) = (
                if is_near(from, first) { first.min(from) } else { first },
                if is_near(to, last) { last.max(to) } else { last },
            );
        }
        if (last - first).num_days() > 3600 {
            last = first + chrono::Duration::days(3600);
        }
        let from = outside.iter().map(|(time, _)| time.minute_of_day()).min().unwrap_or(480) / 60 * 60;
        let to = outside.iter().map(|(time, length)| time.minute_of_day() + length).max().unwrap_or(1200);
        let to = ((to + 59) / 60 * 60).clamp(from + 60, 1440);
        let hours = DayHours { from_min: from.min(1380) as u16, to_min: to as u16 };
        let id = self.event_ids.give();
        let event = Event::new(id, EventKind::Conference, EventDates::Days { first, last }, days.zone);
        let title = match said.map(|event| self.local(&event.title)).filter(|title| !title.is_empty()) {
            Some(title) => title,
            None => LocalText::from(self.draft.source.as_str()),
        };
        let place = said.map_or("", |event| event.place.as_str());
        let place = if place.is_empty() { LocalText::default() } else { LocalText::one(self.language, place) };
        self.new_events
            .insert(0, Event { title, place, hours: Some(hours), sources: Self::source(self.draft), ..event });
    }

    /// The rooms of a draft's place.
    fn room(&mut self, place: usize) -> Vec<RoomId> {
        let draft = self.draft;
        let Some(said) = draft.rooms.get(place) else { return Vec::new() };
        let name = said.name.first();
        if let Some(known) = self.rooms.get(&place) {
            let known = known.clone();
            self.asked.note(Named::Room, name);
            return known;
        }
        let same = self.same_row(&said.origin.id, |id| self.plan.rooms().contains(id));
        let found =
            same.or_else(|| self.meant(name, Known::room)).map(|room| vec![room]).or_else(|| self.rooms_in_row(name));
        let found = found.or_else(|| self.is_no_room(name).then(Vec::new));
        let found = found.unwrap_or_else(|| match self.met_room(said) {
            Met::Like(like) => self.known.room(&like).into_iter().collect(),
            Met::LeftOut => Vec::new(),
            Met::New if draft.is_ours => self.new_rooms_of_ours(place),
            Met::New => vec![self.new_room(said)],
        });
        self.rooms.insert(place, found.clone());
        found
    }

    /// What becomes of a room that the plan does not have; what has a name of its own in the file is no other one.
    fn met_room(&mut self, said: &DraftRoom) -> Met {
        let (plan, known, new) = (self.plan, &self.known, &self.new_rooms);
        self.asked.meet(Named::Room, said.name.first(), || {
            let id = known.near_rooms(said.name.first()).into_iter().next().filter(|_| said.origin.id.is_empty())?;
            let here = plan.rooms().get(id).map(|room| &**room);
            let room = here.or_else(|| new.iter().find(|room| room.id == id))?;
            Some((room.title.iter().next()?.1.to_owned(), here.is_none()))
        })
    }

    /// The same for somebody.
    fn met_person(&mut self, said: &DraftPerson) -> Met {
        let (plan, known, new) = (self.plan, &self.known, &self.new_people);
        self.asked.meet(Named::Person, &said.name, || {
            let id = known.near_people(&said.name).into_iter().next().filter(|_| said.origin.id.is_empty())?;
            let here = plan.people().get(id).map(|person| &**person);
            let person = here.or_else(|| new.iter().find(|person| person.id == id))?;
            Some((person.name.clone(), here.is_none()))
        })
    }

    fn new_room(&mut self, said: &DraftRoom) -> RoomId {
        let id = self.room_ids.give();
        let new = new_room(self.plan, "");
        let order = new.order.saturating_add(i32::try_from(self.new_rooms.len()).unwrap_or(0).saturating_mul(10));
        let title = self.local(&said.name);
        let (capacity, is_virtual, place) = (said.capacity, said.is_virtual, said.place.clone());
        let sources = Self::source(self.draft);
        let came_as = said.name.first().to_owned();
        self.known.add_room(&came_as, id);
        self.new_rooms.push(Room { id, title, place, capacity, is_virtual, order, came_as, sources, ..new });
        id
    }

    /// Rooms that stand in a row, `Hall A, Hall B, Convention Centre`, where the first is known; what follows may say where
    /// the house is.
    fn rooms_in_row(&self, name: &str) -> Option<Vec<RoomId>> {
        let parts: Vec<&str> = name.split(", ").collect();
        let (mut found, mut from) = (Vec::new(), 0);
        while from < parts.len() {
            let longest = (from + 1..=parts.len().min(from + 6))
                .rev()
                .find_map(|to| Some((to, self.meant(&parts[from..to].join(", "), Known::room)?)));
            match longest {
                Some((to, room)) => {
                    found.push(room);
                    from = to;
                }
                None if self.draft.is_ours => from += 1,
                None => return None,
            }
        }
        (!found.is_empty()).then_some(found)
    }

    /// What this program writes where there is no room: so, or the place of the event.
    fn is_no_room(&self, name: &str) -> bool {
        let draft = self.draft;
        let is_place = |row: &std::sync::Arc<Event>| {
            row.place.iter().any(|(_, place)| name.split(" / ").any(|part| part == place))
        };
        draft.is_ours
            && (words::is_no_room(name)
                || draft.events.iter().any(|event| !event.place.is_empty() && event.place == name)
                || self.plan.events().iter().any(is_place))
    }

    /// The new rooms of a place that this program wrote: `Hall A, Hall B, Convention Centre`, of which the last says where they
    /// are. What stands before a comma is one of several where others of the file begin so.
    fn new_rooms_of_ours(&mut self, place: usize) -> Vec<RoomId> {
        let draft = self.draft;
        let said = &draft.rooms[place];
        let parts: Vec<&str> = said.name.first().split(", ").collect();
        if parts.len() == 1 {
            return vec![self.new_room(said)];
        }
        if self.leading.is_empty() {
            for room in &draft.rooms {
                *self.leading.entry(room.name.first().split(", ").next().unwrap_or_default()).or_default() += 1;
            }
        }
        // The name itself begins so, too.
        let others = |part: &str| self.leading.get(part).copied().unwrap_or(0) - usize::from(part == parts[0]);
        let count = parts.iter().take_while(|part| others(part) > 0).count().max(1);
        let house = parts[count..].join(", ");
        let mut rooms = Vec::new();
        for part in &parts[..count] {
            let known = self.known.room(part);
            let room = DraftRoom { name: Said::plain(part), place: house.clone(), ..said.clone() };
            rooms.push(known.unwrap_or_else(|| self.new_room(&room)));
        }
        rooms
    }

    fn person(&mut self, place: usize, found: &Found) -> Option<PersonId> {
        let draft = self.draft;
        let said = draft.people.get(place)?;
        if let Some(&known) = self.people.get(&place) {
            self.asked.note(Named::Person, &said.name);
            return known;
        }
        let same = self.same_row(&said.origin.id, |id| self.plan.people().contains(id));
        let known = same.or_else(|| found.person(&said.origin.id)).or_else(|| self.known.person(&said.name));
        let id = known.or_else(|| match self.met_person(said) {
            Met::Like(like) => self.known.person(&like),
            Met::LeftOut => None,
            Met::New => Some(self.new_person(said)),
        });
        self.people.insert(place, id);
        id
    }

    fn new_person(&mut self, said: &DraftPerson) -> PersonId {
        let id = self.person_ids.give();
        self.known.add_person(&said.name, id);
        let (address, name) = crate::model::address::split(&said.name);
        let (address, function, represents) = (address.to_owned(), said.function.clone(), said.represents.clone());
        let sources = Self::source(self.draft);
        let came_as = said.name.clone();
        self.new_people.push(Person { address, function, represents, came_as, sources, ..Person::new(id, name) });
        id
    }

    fn topic(&mut self, title: &str) -> TopicId {
        if let Some(&known) = self.topics.get(&key(title)) {
            return known;
        }
        let id = self.topic_ids.give();
        let text = self.local(&Said::plain(title));
        let sources = Self::source(self.draft);
        self.new_topics.push(Topic { title: text, sources, ..Topic::new(id, TopicKind::AgendaItem) });
        self.topics.insert(key(title), id);
        id
    }

    fn document(&mut self, place: usize) -> Option<DocumentId> {
        if let Some(&known) = self.documents.get(&place) {
            return Some(known);
        }
        let said = self.draft.documents.get(place)?;
        let is_it = |document: &&std::sync::Arc<Document>| {
            let is_symbol = !said.symbol.is_empty() && document.symbol == said.symbol;
            is_symbol || (!said.link.is_empty() && document.link == said.link)
        };
        let same = self.same_row(&said.origin.id, |id| self.plan.documents().contains(id));
        let same = same.and_then(|id| self.plan.documents().get(id));
        let known = same.or_else(|| self.plan.documents().iter().find(is_it));
        let id = known.map_or_else(|| self.document_ids.give(), |document| document.id);
        if known.is_none() {
            let (title, link, sources) = (self.local(&said.title), said.link.clone(), Self::source(self.draft));
            self.new_documents.push(Document { title, link, sources, ..Document::new(id, &said.symbol) });
        }
        self.documents.insert(place, id);
        Some(id)
    }

    /// The kind of a word: known, as this program writes it, or a new one.
    fn kind(&mut self, word: &str, nature: Option<SessionKind>, has_people: bool) -> Option<Kind> {
        if word.is_empty() {
            return nature.map(Kind::BuiltIn);
        }
        if let Some(&known) = self.kinds.get(word) {
            self.asked.note(Named::Kind, word);
            return known;
        }
        let own = word.strip_prefix("own-").and_then(|id| id.parse().ok()).filter(|&id| self.plan.kinds().contains(id));
        let slug = || {
            let all = SessionKind::ALL.into_iter();
            all.map(|kind| (kind, text_ids::session_kind(kind))).find(|(_, id)| id.strip_prefix("kind-") == Some(word))
        };
        let spaced = word.replace(['_', '-'], " ");
        let kind = own.map(Kind::Own).or_else(|| slug().map(|(kind, _)| Kind::BuiltIn(kind)));
        let kind = kind.or_else(|| self.known.kind(word)).or_else(|| self.known.kind(&spaced));
        let kind = kind.or_else(|| abroad(&spaced).map(Kind::BuiltIn));
        let kind = kind.or_else(|| match self.asked.meet(Named::Kind, word, || None) {
            Met::Like(like) => self.known.kind(&like),
            Met::LeftOut => nature.map(Kind::BuiltIn),
            Met::New => Some(self.new_kind(word, nature, has_people)),
        });
        self.kinds.insert(word.to_owned(), kind);
        kind
    }

    fn new_kind(&mut self, word: &str, nature: Option<SessionKind>, has_people: bool) -> Kind {
        let id = self.kind_ids.give();
        let guess = if has_people { SessionKind::Talk } else { SessionKind::Other };
        let nature = nature.unwrap_or(guess);
        let new = new_kind(self.plan, self.local(&Said::plain(word)));
        self.new_kinds.push(OwnKind { id, nature, sign: nature, sources: Self::source(self.draft), ..new });
        Kind::Own(id)
    }
}

/// Whether an event is called so. This program hands it out with its short name, in several languages: `IRM-1, First meeting`.
fn is_called(event: &Event, said: &Said, is_ours: bool) -> bool {
    let name = said.first();
    let has = |name: &str| {
        let wanted = key(name);
        event.title.iter().any(|(language, title)| {
            key(title) == wanted || (is_ours && key(&format!("{}, {title}", event.code.get(language))) == wanted)
        })
    };
    has(name) || (is_ours && name.split(" / ").all(has))
}

/// What other tools call kinds in English, whatever the language.
fn abroad(word: &str) -> Option<SessionKind> {
    Some(match word.to_ascii_lowercase().as_str() {
        "lecture" | "lightning talk" | "lightningtalk" | "maintrack" | "devroom" | "talk" | "contribution" => {
            SessionKind::Talk
        }
        "podium" | "discussion" | "panel" => SessionKind::Panel,
        "tutorial" | "training" | "hands on" => SessionKind::Workshop,
        "keynote" => SessionKind::Keynote,
        "poster" => SessionKind::Poster,
        "performance" | "concert" | "party" => SessionKind::Social,
        _ => return None,
    })
}
