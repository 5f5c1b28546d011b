//! Sessions with what a file says of them, and the talks on their agendas.

use std::collections::HashSet;
use std::sync::{Arc, LazyLock};

use super::super::super::draft::{DraftItem, DraftSession, Said};
use super::super::super::plain;
use super::super::super::report::Report;
use super::super::super::settled::{Part, put_rooms};
use super::super::found::Found;
use super::super::near::{Met, Named};
use super::Made;
use crate::exchange::incoming::Known;
use crate::exchange::incoming::names::key;
use crate::exchange::incoming::words;
use crate::model::{
    AgendaItem, CivilTime, DocumentId, EventId, ItemKind, Kind, Language, Length, Participation, PersonId, Placement,
    Plan, Role, RoomId, Row, Session, SessionId, SessionKind, Status, TopicId, Wish,
};
use crate::texts::names as text_ids;

impl Made<'_> {
    /// A session with what is said of it, and which parts that are.
    pub fn session(
        &mut self,
        mut session: Session,
        said: &DraftSession,
        (civil, rooms): (Option<(EventId, CivilTime)>, Option<Vec<RoomId>>),
        (report, found, is_known): (&mut Report, &Found, bool),
    ) -> (Session, Vec<Part>) {
        let mut spoken = Vec::new();
        let has_people = said.people.as_ref().is_some_and(|people| !people.is_empty());
        self.titled(&mut session, said, &mut spoken);
        self.called(&mut session, said, (report, is_known, has_people), &mut spoken);
        if let Some((event, start)) = civil {
            spoken.push(Part::Time);
            let length = said.length_mins.and_then(|mins| Length::from_mins(mins).ok());
            let length = length.unwrap_or_else(|| session.length());
            let placed = session.rooms_or_wished().to_vec();
            session.event = event;
            session.placement = Some(Placement { start, length, rooms: placed });
            session.planned_length = length;
            session.wish = Wish::default();
        }
        if let Some(places) = &said.rooms {
            spoken.push(Part::Rooms);
            let mut all: Vec<RoomId> = places.iter().flat_map(|&place| self.room(place)).collect();
            for room in rooms.into_iter().flatten() {
                all.push(room);
            }
            let mut seen = HashSet::new();
            all.retain(|room| seen.insert(*room));
            let is_same = all.iter().collect::<HashSet<_>>() == session.rooms_or_wished().iter().collect();
            if !is_same {
                put_rooms(&mut session, all);
            }
        }
        self.people(&mut session, said, found, &mut spoken);
        if let Some(places) = &said.documents {
            spoken.push(Part::Documents);
            let all: Vec<DocumentId> = places.iter().filter_map(|&place| self.document(place)).collect();
            // What has no address is not told by files.
            let plan = self.plan;
            session.documents.retain(|id| {
                all.contains(id)
                    || plan.documents().get(*id).is_some_and(|document| plain::address(&document.link).is_empty())
            });
            session.documents.extend(all.into_iter().filter(|id| !session.documents.contains(id)).collect::<Vec<_>>());
        }
        Self::rest(&mut session, said, &mut spoken);
        (session, spoken)
    }

    fn titled(&self, session: &mut Session, said: &DraftSession, spoken: &mut Vec<Part>) {
        if said.title.texts.is_empty() {
            return;
        }
        spoken.push(Part::Title);
        let bare = if self.draft.is_ours { without_status(said.title.first()) } else { said.title.first() };
        let wanted = key(bare);
        let parts: Vec<String> = bare.split(" / ").map(key).collect();
        let has = |wanted: &String| session.title.iter().any(|(_, title)| key(&plain::line(title)) == *wanted);
        // What has no title is told by its kind.
        let is_kind = session.title.is_empty() && self.draft.is_ours && self.plan.sessions().contains(session.id);
        if !(has(&wanted) || is_kind || (self.draft.is_ours && parts.iter().all(has))) {
            for (language, text) in &said.title.texts {
                let text = if self.draft.is_ours { without_status(text) } else { text };
                self.put_title(session, *language, text);
            }
        }
    }

    /// A title in the language in which it is, or in those in which this program has handed it out.
    fn put_title(&self, session: &mut Session, language: Option<Language>, text: &str) {
        let of = |text: &str| words::language_of(text, self.language);
        let parts: Vec<(Language, &str)> = text.split(" / ").map(|part| (of(part), part)).collect();
        let languages: HashSet<Language> = parts.iter().map(|&(language, _)| language).collect();
        if language.is_none() && self.draft.is_ours && parts.len() > 1 && languages.len() == parts.len() {
            for (language, part) in parts {
                session.title.set(language, part);
            }
        } else {
            session.title.set(language.unwrap_or_else(|| of(text)), text);
        }
    }

    fn called(
        &mut self,
        session: &mut Session,
        said: &DraftSession,
        (report, is_known, has_people): (&mut Report, bool, bool),
        spoken: &mut Vec<Part>,
    ) {
        let mut kind = self.kind(&said.kind, said.nature, has_people);
        let (mut bodies, mut topics) = (Vec::new(), Vec::new());
        for track in &said.tracks {
            if let Some(body) = self.meant(track, Known::body) {
                bodies.push(body);
            } else if let Some(named) = self.meant(track, Known::kind).filter(|_| kind.is_none() || self.draft.is_ours)
            {
                kind = kind.or(Some(named));
            } else if self.topics.contains_key(&key(track)) {
                topics.push(self.topic(track));
            } else {
                match self.asked.meet(Named::Body, track, || None) {
                    Met::Like(like) => bodies.extend(self.known.body(&like)),
                    Met::LeftOut => {}
                    Met::New if !said.kind.is_empty() || said.people.is_some() => topics.push(self.topic(track)),
                    Met::New => report.no_place("CATEGORIES"),
                }
            }
        }
        if let Some(kind) = kind {
            spoken.push(Part::Kind);
            match kind {
                Kind::Own(id) if !self.plan.kinds().contains(id) => {
                    let nature = self.new_kinds.iter().find(|kind| kind.id == id).map(|kind| kind.nature);
                    (session.kind, session.own_kind) = (nature.unwrap_or(session.kind), Some(id));
                }
                kind => session.call(self.plan, kind),
            }
        } else if !is_known {
            let told = words::kind_of_title(said.title.first());
            session.kind = if told == SessionKind::Other && has_people { SessionKind::Talk } else { told };
        }
        for topic in said.topics.iter().flatten() {
            let Some(said) = self.draft.topics.get(*topic) else { continue };
            let title = if said.title.first().is_empty() { said.code.clone() } else { said.title.first().to_owned() };
            if let Some(same) = self.same_row(&said.origin.id, |id| self.plan.topics().contains(id)) {
                topics.push(same);
            } else if !title.is_empty() {
                topics.push(self.topic(&title));
            }
        }
        if !bodies.is_empty() && !bodies.iter().all(|body| session.bodies.contains(body)) {
            session.bodies = bodies.clone();
        }
        if !bodies.is_empty() {
            spoken.push(Part::Bodies);
        }
        if !topics.is_empty() {
            spoken.push(Part::Topics);
            let new: Vec<TopicId> = topics.into_iter().filter(|topic| !session.topics.contains(topic)).collect();
            for topic in new {
                if !session.topics.contains(&topic) {
                    session.topics.push(topic);
                }
            }
        }
    }

    fn people(&mut self, session: &mut Session, said: &DraftSession, found: &Found, spoken: &mut Vec<Part>) {
        let Some(people) = said.people.as_ref().filter(|_| session.kind != SessionKind::Break) else { return };
        spoken.push(Part::People);
        let all: Vec<(PersonId, Option<Role>)> =
            people.iter().filter_map(|&(place, role)| Some((self.person(place, found)?, role))).collect();
        session.people.retain(|part| all.iter().any(|&(person, _)| person == part.person));
        for (person, role) in all {
            if session.people.iter().all(|part| part.person != person) {
                let role = role.unwrap_or(match session.kind {
                    SessionKind::Talk | SessionKind::Other | SessionKind::Workshop => Role::Speaker,
                    _ => session.next_role(),
                });
                session.people.push(Participation { person, role });
            }
        }
    }

    fn rest(session: &mut Session, said: &DraftSession, spoken: &mut Vec<Part>) {
        if let Some(languages) = said.languages {
            spoken.push(Part::Languages);
            if !languages.iter().all(|language| session.languages.contains(language)) {
                session.languages = languages;
            }
        }
        if let Some(said) = said.status {
            spoken.push(Part::Status);
            session.status = status(session.status, said);
        }
        if let Some(link) = &said.link {
            spoken.push(Part::Link);
            if !(link.is_empty() && plain::address(&session.link).is_empty()) {
                session.link.clone_from(link);
            }
        }
        if let Some(attendance) = said.attendance {
            spoken.push(Part::Attendance);
            session.expected_attendance = Some(attendance);
        }
        if let Some(summary) = &said.summary {
            spoken.push(Part::Remarks);
            session.remarks.clone_from(summary);
        }
    }

    /// Puts talks onto the agenda of a session; how many are new or different.
    pub fn items(&mut self, session: SessionId, said: &DraftSession, plan: &Plan) -> usize {
        // A plan that is brought into itself is merged; here it is about sessions.
        if said.items.is_empty() || (self.draft.is_plan && plan.sessions().contains(session)) {
            return 0;
        }
        let there: Vec<_> = plan.items().iter().filter(|item| item.session == session).cloned().collect();
        let found = Found::new(&super::super::super::draft::Draft::default(), &Plan::new((**plan.header()).clone()));
        let mut changes = 0;
        for (nth, item) in said.items.iter().enumerate() {
            let named =
                |row: &&Arc<AgendaItem>| row.title.iter().any(|(_, title)| key(title) == key(item.title.first()));
            let known = there.iter().find(named);
            let mut row = match known {
                Some(known) => AgendaItem::clone(known),
                None => AgendaItem {
                    order: i32::try_from(nth + 1).unwrap_or(0) * 10,
                    title: self.local(&item.title),
                    sources: Self::source(self.draft),
                    ..AgendaItem::new(self.item_ids.give(), session)
                },
            };
            self.item(&mut row, item, &found);
            if known.is_none_or(|known| **known != row) {
                changes += 1;
                self.new_items.push(row);
            }
        }
        changes
    }

    fn item(&mut self, row: &mut AgendaItem, item: &DraftItem, found: &Found) {
        row.kind = if item.is_pause { ItemKind::Pause } else { row.kind };
        if item.length_secs > 0 && row.secs() != item.length_secs {
            (row.presentation_secs, row.discussion_secs) = (item.length_secs.min(AgendaItem::MOST_SECS), 0);
        }
        if !item.people.is_empty() {
            row.speakers = item.people.iter().filter_map(|&place| self.person(place, found)).collect();
        }
        if !item.summary.is_empty() && row.summary.iter().all(|(_, text)| text != item.summary) {
            row.summary = self.local(&Said::plain(&item.summary));
        }
        debug_assert!(row.check().is_ok());
    }
}

/// A title without the word for its status in front, in whichever language.
fn without_status(title: &str) -> &str {
    static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let all = [Status::Cancelled, Status::Reserve];
        let words = all.into_iter().flat_map(|status| {
            let text = crate::texts::in_all_languages(text_ids::status(status));
            text.iter().map(|(_, word)| word.to_owned()).collect::<Vec<_>>()
        });
        words.collect()
    });
    let found = WORDS.iter().find_map(|word| {
        let rest = title.strip_prefix(word.as_str())?;
        rest.find([':', '：']).filter(|&at| at <= 4).map(|at| rest[at..].trim_start_matches([':', '：', ' ', '\u{a0}']))
    });
    found.unwrap_or(title)
}

/// The status of what is said to be so, where the plan knows it more exactly.
fn status(here: Status, said: Status) -> Status {
    match (here, said) {
        (Status::Reserve, Status::Provisional) => Status::Reserve,
        (_, said) => said,
    }
}
