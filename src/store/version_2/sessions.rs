//! Sessions as they are written.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::fields::Own;
use super::kinds::{Called, Role, Status, YouthElement};
use super::podium::Podium;
use super::youth::{Concern, VisitGroup};
use crate::model::{
    self, BodyId, CivilTime, DocumentId, EventId, Kind, LanguageSet, PersonId, RoomId, SessionId, SessionKind, TeamId,
    TopicId,
};
use crate::store::saved::{ReadRow, WrittenRow};
use crate::store::version_1::papers::Source;
use crate::store::version_1::scalars::{Clock, List, LocalText, Minutes, Prose, Written, is_default};
use crate::store::version_1::sessions::{Placement, usual_length};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Session {
    id: SessionId,
    event: EventId,
    kind: Called,
    #[serde(default, skip_serializing_if = "is_default")]
    title: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    bodies: List<BodyId>,
    #[serde(default, skip_serializing_if = "is_default")]
    placement: Option<Placement>,
    /// Left out where it is what [`usual_length`] says.
    #[serde(default, skip_serializing_if = "is_default")]
    planned_length_mins: Option<Minutes>,
    #[serde(default, skip_serializing_if = "is_default")]
    wish: Wish,
    #[serde(default, skip_serializing_if = "is_default")]
    pinned: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    status: Status,
    #[serde(default, skip_serializing_if = "is_default")]
    number: Option<u16>,
    #[serde(default, skip_serializing_if = "is_default")]
    held: Option<Held>,
    #[serde(default, skip_serializing_if = "is_default")]
    podium: Podium,
    #[serde(default, skip_serializing_if = "is_default")]
    issued: Option<Issued>,
    #[serde(default, skip_serializing_if = "is_default")]
    agenda_adopted: Option<Written<CivilTime>>,
    #[serde(default, skip_serializing_if = "is_default")]
    agenda_continues: Option<SessionId>,
    /// Left out where it is what [`model::SessionKind::usual_pause_secs`] says.
    #[serde(default, skip_serializing_if = "is_default")]
    pause_secs: Option<u32>,
    #[serde(default, skip_serializing_if = "is_default")]
    languages: Written<LanguageSet>,
    #[serde(default, skip_serializing_if = "is_default")]
    teams: List<TeamId>,
    #[serde(default, skip_serializing_if = "is_default")]
    people: List<Participation>,
    #[serde(default, skip_serializing_if = "is_default")]
    documents: List<DocumentId>,
    #[serde(default, skip_serializing_if = "is_default")]
    topics: List<TopicId>,
    #[serde(default, skip_serializing_if = "is_default")]
    after: List<SessionId>,
    #[serde(default, skip_serializing_if = "is_default")]
    expected_attendance: Option<u32>,
    #[serde(default, skip_serializing_if = "is_default")]
    concerns: Option<Concern>,
    #[serde(default, skip_serializing_if = "is_default")]
    elements: List<YouthElement>,
    #[serde(default, skip_serializing_if = "is_default")]
    groups: List<VisitGroup>,
    #[serde(default, skip_serializing_if = "is_default")]
    link: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    webcast: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    captioned: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    is_reserved: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    own: List<Own>,
    #[serde(default, skip_serializing_if = "is_default")]
    arrived: Option<Arrived>,
    #[serde(default, skip_serializing_if = "is_default")]
    remarks: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    sources: List<Source>,
}

/// What a session was in another tool.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Arrived {
    source: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    id: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    last: Prose,
}

impl Arrived {
    fn into_model(self) -> model::Arrived {
        model::Arrived { source: self.source.0, id: self.id.0, last: self.last.0 }
    }

    fn from_model(arrived: &model::Arrived) -> Self {
        Self { source: (&arrived.source).into(), id: (&arrived.id).into(), last: (&arrived.last).into() }
    }
}

/// What somebody does in a session.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Participation {
    person: PersonId,
    role: Role,
}

impl Participation {
    fn list_from_model(people: &[model::Participation]) -> List<Self> {
        List(people.iter().map(|part| Self { person: part.person, role: part.role.into() }).collect())
    }

    fn list_into_model(people: List<Self>) -> Vec<model::Participation> {
        let part = |part: Self| model::Participation { person: part.person, role: part.role.into() };
        people.0.into_iter().map(part).collect()
    }
}

/// Where a session that waits should be.
#[derive(Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wish {
    #[serde(default, skip_serializing_if = "is_default")]
    day: Option<Written<NaiveDate>>,
    #[serde(default, skip_serializing_if = "is_default")]
    start: Option<Written<Clock>>,
    #[serde(default, skip_serializing_if = "is_default")]
    rooms: List<RoomId>,
}

impl Wish {
    fn into_model(self) -> model::Wish {
        model::Wish { day: self.day.map(|day| day.0), minute: self.start.map(|start| start.0.0), rooms: self.rooms.0 }
    }

    fn from_model(wish: &model::Wish) -> Self {
        Self {
            day: wish.day.map(Written),
            start: wish.minute.map(|minute| Written(Clock(minute))),
            rooms: List(wish.rooms.clone()),
        }
    }
}

/// When a session was really held.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Held {
    opened: Written<CivilTime>,
    #[serde(default, skip_serializing_if = "is_default")]
    suspensions: List<Suspension>,
    #[serde(default, skip_serializing_if = "is_default")]
    adjourned: Option<Written<CivilTime>>,
}

/// When it did not sit in between.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Suspension {
    suspended: Written<CivilTime>,
    #[serde(default, skip_serializing_if = "is_default")]
    resumed: Option<Written<CivilTime>>,
}

impl Held {
    fn into_model(self) -> model::Held {
        let pause = |pause: Suspension| model::Suspension {
            suspended: pause.suspended.0,
            resumed: pause.resumed.map(|time| time.0),
        };
        model::Held {
            opened: self.opened.0,
            suspensions: self.suspensions.0.into_iter().map(pause).collect(),
            adjourned: self.adjourned.map(|time| time.0),
        }
    }

    fn from_model(held: &model::Held) -> Self {
        let pause = |pause: &model::Suspension| Suspension {
            suspended: Written(pause.suspended),
            resumed: pause.resumed.map(Written),
        };
        Self {
            opened: Written(held.opened),
            suspensions: List(held.suspensions.iter().map(pause).collect()),
            adjourned: held.adjourned.map(Written),
        }
    }
}

/// How a session was last told to the world.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Issued {
    sequence: u32,
    at: Written<CivilTime>,
    told: Prose,
}

impl Issued {
    fn into_model(self) -> model::Issued {
        model::Issued { sequence: self.sequence, at: self.at.0, told: self.told.0 }
    }

    fn from_model(issued: &model::Issued) -> Self {
        Self { sequence: issued.sequence, at: Written(issued.at), told: (&issued.told).into() }
    }
}

impl ReadRow for Session {
    type Model = model::Session;

    fn into_model(self) -> model::Session {
        let placement = self.placement.map(Placement::into_model);
        let usual = usual_length(placement.as_ref());
        let (kind, own_kind) = match self.kind.into() {
            Kind::BuiltIn(kind) => (kind, None),
            // What an own kind behaves like is settled when all rows are there.
            Kind::Own(id) => (SessionKind::Other, Some(id)),
        };
        model::Session {
            id: self.id,
            event: self.event,
            kind,
            own_kind,
            title: self.title.into_model(),
            bodies: self.bodies.0,
            placement,
            planned_length: self.planned_length_mins.map_or(usual, |length| length.0),
            wish: self.wish.into_model(),
            pinned: self.pinned,
            status: self.status.into(),
            number: self.number,
            held: self.held.map(Held::into_model),
            podium: self.podium.into_model(),
            issued: self.issued.map(Issued::into_model),
            agenda_adopted: self.agenda_adopted.map(|time| time.0),
            agenda_continues: self.agenda_continues,
            pause_secs: self.pause_secs.unwrap_or_else(|| kind.usual_pause_secs()),
            languages: self.languages.0,
            teams: self.teams.0,
            people: Participation::list_into_model(self.people),
            documents: self.documents.0,
            topics: self.topics.0,
            after: self.after.0,
            expected_attendance: self.expected_attendance,
            concerns: self.concerns.map(Concern::into_model),
            elements: self.elements.0.into_iter().map(model::YouthElement::from).collect(),
            groups: self.groups.0.into_iter().map(VisitGroup::into_model).collect(),
            link: self.link.0,
            webcast: self.webcast,
            captioned: self.captioned,
            is_reserved: self.is_reserved,
            own: Own::list_into_model(self.own),
            arrived: self.arrived.map(Arrived::into_model),
            remarks: self.remarks.0,
            sources: Source::list_into_model(self.sources),
        }
    }
}

impl WrittenRow for Session {
    fn from_model(row: &model::Session) -> Self {
        let usual = usual_length(row.placement.as_ref());
        let usual_pause = match row.called() {
            Kind::BuiltIn(kind) => kind.usual_pause_secs(),
            Kind::Own(_) => 0,
        };
        Self {
            id: row.id,
            event: row.event,
            kind: row.called().into(),
            title: LocalText::from_model(&row.title),
            bodies: List(row.bodies.clone()),
            placement: row.placement.as_ref().map(Placement::from_model),
            planned_length_mins: (row.planned_length != usual).then_some(Minutes(row.planned_length)),
            wish: Wish::from_model(&row.wish),
            pinned: row.pinned,
            status: row.status.into(),
            number: row.number,
            held: row.held.as_ref().map(Held::from_model),
            podium: Podium::from_model(&row.podium),
            issued: row.issued.as_ref().map(Issued::from_model),
            agenda_adopted: row.agenda_adopted.map(Written),
            agenda_continues: row.agenda_continues,
            pause_secs: (row.pause_secs != usual_pause).then_some(row.pause_secs),
            languages: Written(row.languages),
            teams: List(row.teams.clone()),
            people: Participation::list_from_model(&row.people),
            documents: List(row.documents.clone()),
            topics: List(row.topics.clone()),
            after: List(row.after.clone()),
            expected_attendance: row.expected_attendance,
            concerns: row.concerns.as_ref().map(Concern::from_model),
            elements: List(row.elements.iter().map(YouthElement::from).collect()),
            groups: List(row.groups.iter().map(VisitGroup::from_model).collect()),
            link: (&row.link).into(),
            webcast: row.webcast,
            captioned: row.captioned,
            is_reserved: row.is_reserved,
            own: Own::list_from_model(&row.own),
            arrived: row.arrived.as_ref().map(Arrived::from_model),
            remarks: (&row.remarks).into(),
            sources: Source::list_from_model(&row.sources),
        }
    }
}
