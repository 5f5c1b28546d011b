//! What has no parts: a number, a word, a time, a name of a row.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Content, Ground, Outcome, Redirection, by_parts, redirect_id};
use crate::merge::value::{Part, Value};
use crate::model::zone::Tz;
use crate::model::{
    AgendaItemId, Arrived, BodyId, BodyKind, ChangedPart, City, CivilTime, CountsFrom, DayHours, DeadlineClass,
    DeliveredFrom, Delivery, Designation, DocumentId, DocumentKind, EventDates, EventFormat, EventId, EventKind,
    Gender, Held, Holder, Hue, Ink, Issued, ItemKind, ItemOrigin, ItemOutcome, Kind, KindId, Language, Length, Logo,
    OfficeRole, PersonId, Podium, Purpose, Rank, ReleaseStage, RequestAnswer, RequestState, RowId, RuleId, SessionId,
    SessionKind, Severity, Speaking, StakeholderGroup, Status, StepState, Tally, TextState, TopicKind, TopicState,
};

/// Declares types without parts: how each is told, and what a new row has in it if that is nothing.
macro_rules! whole {
    ($($type:ty: |$value:ident| $told:expr $(, empty $empty:expr)?;)*) => {
        $(impl Content for $type {
            fn value(&self, _part: &Part) -> Value {
                let $value = self;
                $told
            }
            $(fn empty() -> Option<Self> {
                Some($empty)
            })?
        })*
    };
}
whole! {
    bool: |is| Value::Yes(*is), empty false;
    String: |text| if text.is_empty() { Value::Nothing } else { Value::Text(text.clone()) }, empty String::new();
    u8: |number| Value::Whole((*number).into()), empty 0;
    u16: |number| Value::Whole((*number).into()), empty 0;
    u32: |number| Value::Whole((*number).into());
    i32: |number| Value::Whole((*number).into());
    Option<u16>: |number| number.map_or(Value::Nothing, |number| Value::Whole(number.into())), empty None;
    Option<u32>: |number| number.map_or(Value::Nothing, |number| Value::Whole(number.into())), empty None;
    Option<NaiveDate>: |day| day.map_or(Value::Nothing, Value::Day), empty None;
    Option<CivilTime>: |time| time.map_or(Value::Nothing, Value::Time), empty None;
    Option<DayHours>: |hours| hours.map_or(Value::Nothing, Value::Hours), empty None;
    NaiveDate: |day| Value::Day(*day);
    CivilTime: |time| Value::Time(*time);
    Length: |length| Value::Length(*length);
    OfficeRole: |role| Value::OfficeRole(*role);
    Holder: |holder| Value::Holder(*holder), empty Holder::default();
    Designation: |state| Value::Designation(*state), empty Designation::default();
    Option<Gender>: |gender| gender.map_or(Value::Nothing, Value::Gender), empty None;
    Option<StakeholderGroup>: |group| group.map_or(Value::Nothing, Value::Group), empty None;
    Purpose: |purpose| Value::Purpose(*purpose), empty Purpose::default();
    RequestAnswer: |answer| Value::Answer(*answer), empty RequestAnswer::default();
    ReleaseStage: |stage| Value::Stage(*stage), empty ReleaseStage::default();
    ItemKind: |kind| Value::ItemKind(*kind), empty ItemKind::default();
    Option<ItemOrigin>: |origin| origin.map_or(Value::Nothing, Value::Origin), empty None;
    RequestState: |state| Value::Request(*state), empty RequestState::default();
    TextState: |state| Value::TextState(*state), empty TextState::default();
    DeliveredFrom: |place| Value::DeliveredFrom(*place), empty DeliveredFrom::default();
    Delivery: |delivery| Value::Delivery(*delivery), empty Delivery::default();
    Option<i64>: |number| number.map_or(Value::Nothing, Value::Whole), empty None;
    ItemOutcome: |outcome| Value::Outcome(*outcome), empty ItemOutcome::default();
    Speaking: |list| {
        let days = [list.opened, list.closed, list.published];
        let steps = days.map(|day| day.map_or(Value::Nothing, Value::Day));
        Value::List(steps.into_iter().chain([list.held.into(), list.chair_secs.into()].map(Value::Whole)).collect())
    }, empty Speaking::default();
    ChangedPart: |part| Value::ChangedPart(*part), empty ChangedPart::default();
    Podium: |podium| if *podium == Podium::default() { Value::Nothing } else { Value::Podium(podium.clone()) }, empty Podium::default();
    Vec<City>: |cities| {
        let told = |city: &City| {
            let days = city.days_off.iter().map(ToString::to_string);
            let beside: Vec<String> = std::iter::once(city.zone.name().to_owned()).chain(days).collect();
            Value::Text(format!("{} ({})", city.name.get(Language::English), beside.join(", ")))
        };
        if cities.is_empty() { Value::Nothing } else { Value::List(cities.iter().map(told).collect()) }
    }, empty Vec::new();
    Option<Held>: |held| held.clone().map_or(Value::Nothing, Value::Held), empty None;
    EventDates: |dates| Value::Dates(*dates);
    Tz: |zone| Value::Zone(*zone);
    Option<Tz>: |zone| zone.map_or(Value::Nothing, Value::Zone), empty None;
    Language: |language| Value::Language(*language);
    Option<Language>: |language| language.map_or(Value::Nothing, Value::Language), empty None;
    Option<Uuid>: |identity| identity.map_or(Value::Nothing, Value::Identity), empty None;
    SessionKind: |kind| Value::Nature(*kind);
    Status: |status| Value::Status(*status), empty Status::default();
    EventKind: |kind| Value::EventKind(*kind);
    Option<StepState>: |state| state.map_or(Value::Nothing, Value::StepState), empty None;
    Option<DeadlineClass>: |class| class.map_or(Value::Nothing, Value::DeadlineClass), empty None;
    Option<Tally>: |tally| tally.map_or(Value::Nothing, Value::Tally), empty None;
    Option<DocumentKind>: |kind| kind.map_or(Value::Nothing, Value::DocumentKind), empty None;
    Option<EventFormat>: |format| format.map_or(Value::Nothing, Value::Format), empty None;
    BodyKind: |kind| Value::BodyKind(*kind);
    TopicKind: |kind| Value::TopicKind(*kind);
    Option<TopicState>: |state| state.map_or(Value::Nothing, Value::TopicState), empty None;
    Option<u8>: |number| number.map_or(Value::Nothing, |number| Value::Whole(number.into())), empty None;
    Option<Severity>: |severity| severity.map_or(Value::Nothing, Value::Severity), empty None;
    Hue: |hue| Value::Hue(*hue);
    Option<Ink>: |ink| ink.map_or(Value::Nothing, |ink| Value::Text(ink.to_string())), empty None;
    Option<Logo>: |logo| logo.clone().map_or(Value::Nothing, Value::Logo), empty None;
    // No reference: a plan need not hold a choice about the rule.
    RuleId: |rule| Value::Text(rule.to_string());
}

/// Where something came from. What it was the last time is noted, and nobody decides about it.
impl Content for Option<Arrived> {
    fn value(&self, _part: &Part) -> Value {
        self.as_ref().map_or(Value::Nothing, |arrived| {
            Value::Text(format!("{} {}", arrived.source, arrived.id).trim().to_owned())
        })
    }

    fn empty() -> Option<Self> {
        Some(None)
    }

    fn merge(base: &Self, ours: &Self, theirs: &Self, ground: &dyn Ground) -> Outcome<Self> {
        if ours == base || theirs == base || ours.value(&Part::Whole) != theirs.value(&Part::Whole) {
            return by_parts(base, ours, theirs, ground);
        }
        // It does not matter who merges.
        let last = |arrived: &Self| arrived.as_ref().map(|arrived| arrived.last.clone());
        let value = if last(ours) < last(theirs) { theirs } else { ours };
        Outcome { value: value.clone(), seen: theirs.clone() }
    }
}

/// Declares references: one that must lead somewhere, and one that need not.
macro_rules! references {
    ($($id:ident),*) => {
        $(impl Content for $id {
            fn value(&self, _part: &Part) -> Value {
                Value::Row((*self).into())
            }
            fn references(&self, visit: &mut dyn FnMut(RowId)) {
                visit((*self).into());
            }
            fn redirect(&mut self, to: Redirection) -> bool {
                redirect_id(self, to)
            }
        }

        impl Content for Option<$id> {
            fn value(&self, _part: &Part) -> Value {
                self.map_or(Value::Nothing, |id| Value::Row(id.into()))
            }
            fn empty() -> Option<Self> {
                Some(None)
            }
            fn references(&self, visit: &mut dyn FnMut(RowId)) {
                if let Some(id) = *self {
                    visit(id.into());
                }
            }
            fn redirect(&mut self, to: Redirection) -> bool {
                if let Some(id) = self && !redirect_id(id, to) {
                    *self = None;
                }
                true
            }
        })*
    };
}
references!(EventId, BodyId, PersonId, DocumentId, SessionId, AgendaItemId);

/// An own rank that is gone is no rank.
impl Content for Rank {
    fn value(&self, _part: &Part) -> Value {
        Value::Rank(*self)
    }
    fn empty() -> Option<Self> {
        Some(Self::default())
    }
    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        if let Self::Own(id) = *self {
            visit(id.into());
        }
    }
    fn redirect(&mut self, to: Redirection) -> bool {
        if let Self::Own(id) = self
            && !redirect_id(id, to)
        {
            *self = Self::default();
        }
        true
    }
}

/// Of two tellings of a session the later one holds: nobody takes back what the world has been told.
impl Content for Option<CountsFrom> {
    fn value(&self, _part: &Part) -> Value {
        self.map_or(Value::Nothing, Value::CountsFrom)
    }
    fn empty() -> Option<Self> {
        Some(None)
    }
    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        if let Some(counts) = self {
            visit(counts.event.into());
        }
    }
    fn redirect(&mut self, to: Redirection) -> bool {
        *self = self.filter(|counts| to(counts.event.into()).is_some());
        self.as_mut().is_none_or(|counts| redirect_id(&mut counts.event, to))
    }
}

impl Content for Option<Issued> {
    fn value(&self, _part: &Part) -> Value {
        self.clone().map_or(Value::Nothing, Value::Issued)
    }
    fn empty() -> Option<Self> {
        Some(None)
    }
    fn merge(base: &Self, ours: &Self, theirs: &Self, ground: &dyn Ground) -> Outcome<Self> {
        if base != ours && base != theirs {
            let age = |told: &Self| told.as_ref().map(|told| (told.sequence, told.at));
            let value = if age(theirs) > age(ours) { theirs } else { ours };
            return Outcome { value: value.clone(), seen: theirs.clone() };
        }
        by_parts(base, ours, theirs, ground)
    }
}

/// What a session is called: the nature of an own kind follows that kind, and is nothing that anybody changed.
impl Content for (SessionKind, Option<KindId>) {
    fn value(&self, _part: &Part) -> Value {
        Value::Kind(self.1.map_or(Kind::BuiltIn(self.0), Kind::Own))
    }
    fn differing(&self, other: &Self) -> Vec<Part> {
        if self.agrees(other, &Part::Whole) { Vec::new() } else { vec![Part::Whole] }
    }
    fn agrees(&self, other: &Self, _part: &Part) -> bool {
        self.1 == other.1 && (self.1.is_some() || self.0 == other.0)
    }
    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        self.1.iter().for_each(|&id| visit(id.into()));
    }
    fn redirect(&mut self, to: Redirection) -> bool {
        if let Some(id) = &mut self.1
            && !redirect_id(id, to)
        {
            self.1 = None;
        }
        true
    }
}
