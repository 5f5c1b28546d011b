//! Plans of this program, as they are saved and as JSON, as far as they are about sessions. Two copies of one plan are
//! brought together better by merging.

use std::collections::HashMap;
use std::sync::Arc;

use super::draft::{
    Draft, DraftDocument, DraftEvent, DraftItem, DraftName, DraftPerson, DraftRoom, DraftSession, Moment, Origin, Said,
};
use super::importer::{Given, Importer, Unusable};
use super::report::{Report, Spot};
use crate::model::{
    AgendaItem, DocumentId, EventDates, Header, ItemKind, Kind, LocalText, Participation, PersonId, Plan, RoomId,
    Session, SessionId, TopicId,
};
use crate::store::read_plan;
use crate::texts::{names, tid};

/// A plan.
pub const IMPORTER: Importer =
    Importer { name: "plan", label: tid("format-plan"), extensions: &["ron", "json"], recognize, read };

fn recognize(given: &Given<'_>) -> bool {
    given.head().contains("plenary plan")
}

fn read(given: &Given<'_>, report: &mut Report) -> Result<Draft, Unusable> {
    let plan = read_plan(given.bytes).map_err(|_| Unusable::Broken)?;
    for (name, count) in [
        ("statements", plan.statements().len()),
        ("posts", plan.posts().len()),
        ("teams", plan.teams().len()),
        ("delegates", plan.delegates().len()),
        ("requests", plan.requests().len()),
        ("notes", plan.notes().len()),
        ("rules", plan.rules().len() + plan.waivers().len()),
        ("comments", plan.comments().len()),
        ("releases", plan.releases().len() + plan.records().len()),
        ("fields", plan.fields().len()),
    ] {
        (0..count).for_each(|_| report.no_place(name));
    }
    let draft = drafted(&plan);
    if draft.sessions.is_empty() && draft.events.is_empty() { Err(Unusable::Empty) } else { Ok(draft) }
}

fn said(text: &LocalText) -> Said {
    Said { texts: text.iter().map(|(language, text)| (Some(language), text.to_owned())).collect() }
}

fn origin(id: impl ToString) -> Origin {
    let id = id.to_string();
    Origin { spot: Spot::Path(id.clone()), id, url: String::new() }
}

/// By what a plan is known again: its identity, else its title.
pub fn source(header: &Header) -> String {
    header.identity.map_or_else(|| header.title.get(header.language).to_owned(), |identity| identity.to_string())
}

/// The places of rows in lists of a draft.
fn places<I: std::hash::Hash + Eq>(ids: impl Iterator<Item = I>) -> HashMap<I, usize> {
    ids.enumerate().map(|(place, id)| (id, place)).collect()
}

/// The places of the rows of a plan in a draft of it.
struct Places<'a> {
    plan: &'a Plan,
    rooms: HashMap<RoomId, usize>,
    people: HashMap<PersonId, usize>,
    topics: HashMap<TopicId, usize>,
    documents: HashMap<DocumentId, usize>,
    items: HashMap<SessionId, Vec<&'a Arc<AgendaItem>>>,
}

impl<'a> Places<'a> {
    fn new(plan: &'a Plan) -> Self {
        let mut items: HashMap<SessionId, Vec<&Arc<AgendaItem>>> = HashMap::new();
        for item in plan.items().iter() {
            items.entry(item.session).or_default().push(item);
        }
        Self {
            plan,
            rooms: places(plan.rooms().ids()),
            people: places(plan.people().ids()),
            topics: places(plan.topics().ids()),
            documents: places(plan.documents().ids()),
            items,
        }
    }

    fn session(&self, session: &Session) -> DraftSession {
        let plan = self.plan;
        let language = plan.header().language;
        let own = session.own_kind.and_then(|kind| plan.kinds().get(kind));
        let zone = plan.events().get(session.event).map_or(plan.header().zone, |event| event.zone);
        let mut items = self.items.get(&session.id).cloned().unwrap_or_default();
        items.sort_by_key(|item| (item.order, item.id));
        let kind = match session.called() {
            Kind::Own(_) => own.map(|own| own.title.get(language).to_owned()).unwrap_or_default(),
            Kind::BuiltIn(kind) => names::session_kind(kind).trim_start_matches("kind-").to_owned(),
        };
        let bodies = session.bodies.iter().filter_map(|id| plan.bodies().get(*id));
        let part = |part: &Participation| Some((*self.people.get(&part.person)?, Some(part.role)));
        DraftSession {
            origin: origin(session.id),
            title: said(&session.title),
            kind,
            nature: Some(session.kind),
            tracks: bodies
                .filter_map(|body| [&body.code, &body.title].into_iter().find(|text| !text.is_empty()))
                .map(|text| text.get(language).to_owned())
                .collect(),
            start: session.placement.as_ref().map(|at| Moment::Civil(at.start.to_chrono(), zone)),
            length_mins: Some(session.length().mins().into()),
            rooms: Some(session.rooms_or_wished().iter().filter_map(|id| self.rooms.get(id).copied()).collect()),
            people: Some(session.people.iter().filter_map(part).collect()),
            bodies: None,
            topics: Some(session.topics.iter().filter_map(|id| self.topics.get(id).copied()).collect()),
            documents: Some(session.documents.iter().filter_map(|id| self.documents.get(id).copied()).collect()),
            languages: Some(session.languages),
            status: Some(session.status),
            link: Some(session.link.clone()),
            attendance: session.expected_attendance,
            summary: Some(session.remarks.clone()),
            items: items.into_iter().map(|item| self.item(item)).collect(),
        }
    }

    fn item(&self, item: &AgendaItem) -> DraftItem {
        DraftItem {
            origin: origin(item.id),
            title: said(&item.title),
            length_secs: item.secs(),
            begins_mins: item.fixed_mins,
            people: item.speakers.iter().filter_map(|id| self.people.get(id).copied()).collect(),
            summary: item.summary.get(self.plan.header().language).to_owned(),
            documents: item.documents.iter().filter_map(|id| self.documents.get(id).copied()).collect(),
            is_pause: item.kind == ItemKind::Pause,
        }
    }
}

fn drafted(plan: &Plan) -> Draft {
    let header = plan.header();
    let places = Places::new(plan);
    Draft {
        source: source(header),
        is_plan: true,
        title: said(&header.title),
        zone: Some(header.zone),
        asks_zone: false,
        is_ours: false,
        events: plan
            .events()
            .iter()
            .map(|event| DraftEvent {
                origin: origin(event.id),
                title: said(&event.title),
                days: match event.dates {
                    EventDates::Days { first, last } => Some((first, last)),
                    EventDates::Year(_) => None,
                },
                place: event.place.get(header.language).to_owned(),
                has_sessions: event.hours.is_some(),
            })
            .collect(),
        rooms: plan
            .rooms()
            .iter()
            .map(|room| DraftRoom {
                origin: origin(room.id),
                name: said(&room.title),
                place: room.place.clone(),
                capacity: room.capacity,
                is_virtual: room.is_virtual,
            })
            .collect(),
        people: plan
            .people()
            .iter()
            .map(|person| DraftPerson {
                origin: origin(person.id),
                name: format!("{} {}", person.address, person.name).trim().to_owned(),
                function: person.function.clone(),
                represents: person.represents.clone(),
            })
            .collect(),
        bodies: Vec::new(),
        topics: plan
            .topics()
            .iter()
            .map(|topic| DraftName { origin: origin(topic.id), code: topic.code.clone(), title: said(&topic.title) })
            .collect(),
        documents: plan
            .documents()
            .iter()
            .map(|document| DraftDocument {
                origin: origin(document.id),
                title: said(&document.title),
                symbol: document.symbol.clone(),
                link: document.link.clone(),
            })
            .collect(),
        sessions: plan.sessions().iter().map(|session| places.session(session)).collect(),
    }
}
