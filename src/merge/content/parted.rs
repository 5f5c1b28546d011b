//! What has parts that change by themselves: texts in several languages, the place of a session, own fields, numbers.

use std::collections::{BTreeMap, BTreeSet};

use super::{Content, Ground, Outcome, Redirection, by_parts, redirect_id};
use crate::merge::value::{Part, Value};
use crate::model::{
    CivilTime, FieldChoice, FieldForm, FieldId, FieldValue, Language, Length, LocalText, OwnValues, Placement, RoomId,
    RowId, Stages, Wish,
};

impl Content for LocalText {
    fn value(&self, part: &Part) -> Value {
        let Part::Language(language) = *part else { return Value::Nothing };
        self.exact(language).map_or(Value::Nothing, |text| Value::Text(text.to_owned()))
    }

    fn empty() -> Option<Self> {
        Some(Self::default())
    }

    fn differing(&self, other: &Self) -> Vec<Part> {
        let parts = Language::ALL.map(Part::Language);
        parts.into_iter().filter(|part| !self.agrees(other, part)).collect()
    }

    fn agrees(&self, other: &Self, part: &Part) -> bool {
        matches!(*part, Part::Language(language) if self.exact(language) == other.exact(language))
    }

    fn take(&mut self, part: &Part, from: &Self) {
        if let Part::Language(language) = *part {
            self.set(language, from.exact(language).unwrap_or_default());
        }
    }
}

impl Content for Stages {
    fn value(&self, part: &Part) -> Value {
        let Part::Language(language) = *part else { return Value::Nothing };
        self.get(language).map_or(Value::Nothing, Value::Reached)
    }

    fn empty() -> Option<Self> {
        Some(Self::default())
    }

    fn differing(&self, other: &Self) -> Vec<Part> {
        let parts = Language::ALL.map(Part::Language);
        parts.into_iter().filter(|part| !self.agrees(other, part)).collect()
    }

    fn agrees(&self, other: &Self, part: &Part) -> bool {
        matches!(*part, Part::Language(language) if self.get(language) == other.get(language))
    }

    fn take(&mut self, part: &Part, from: &Self) {
        if let Part::Language(language) = *part {
            self.set(language, from.get(language));
        }
    }
}

/// The place of a session: where it is, and how long and where it should be while it is nowhere.
type Place = (Option<Placement>, Length, Wish);

/// While it is placed on both sides, time and rooms change by themselves. The length belongs to the time: who pulls the
/// start of a session changes both.
impl Content for Place {
    fn value(&self, part: &Part) -> Value {
        let (placement, length, wish) = self;
        match (part, placement) {
            (Part::PlannedLength, _) => Value::Length(*length),
            (Part::Wish, _) => Value::Wish(wish.clone()),
            (_, None) => Value::Waits(*length, wish.clone()),
            (Part::Time, Some(at)) => Value::Span(at.start, at.length),
            (Part::Rooms, Some(at)) => at.rooms.value(part),
            (_, Some(at)) => Value::Place(at.clone()),
        }
    }

    fn differing(&self, other: &Self) -> Vec<Part> {
        let parts = if self.0.is_some() == other.0.is_some() {
            &[Part::Time, Part::Rooms, Part::PlannedLength, Part::Wish][..]
        } else {
            &[Part::Whole]
        };
        parts.iter().filter(|part| !self.agrees(other, part)).cloned().collect()
    }

    fn agrees(&self, other: &Self, part: &Part) -> bool {
        match part {
            Part::PlannedLength => self.1 == other.1,
            Part::Wish => self.2 == other.2,
            Part::Time => time(self) == time(other) && self.0.is_some() == other.0.is_some(),
            Part::Rooms => rooms(self) == rooms(other),
            _ => self == other,
        }
    }

    fn take(&mut self, part: &Part, from: &Self) {
        match (part, &mut self.0, &from.0) {
            (Part::PlannedLength, ..) => self.1 = from.1,
            (Part::Wish, ..) => self.2 = from.2.clone(),
            (Part::Time, Some(at), Some(from)) => (at.start, at.length) = (from.start, from.length),
            (Part::Rooms, Some(at), Some(from)) => at.rooms.clone_from(&from.rooms),
            // It waits on one side, so all of it is taken.
            _ => *self = from.clone(),
        }
    }

    fn both(&self, part: &Part, theirs: &Self) -> Option<Self> {
        let (Some(here), Some(there)) = (&self.0, &theirs.0) else { return None };
        let mut both = self.clone();
        both.0 = match part {
            // The later start and the earlier end.
            Part::Time => {
                let (start, end) = (here.start.max(there.start), here.end().min(there.end()));
                let length = Length::from_mins(end.mins_since(start).into()).ok()?;
                Some(Placement { start, length, rooms: here.rooms.clone() })
            }
            Part::Rooms => Some(Placement { rooms: here.rooms.both(part, &there.rooms)?, ..here.clone() }),
            _ => return None,
        };
        Some(both)
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        let rooms = rooms(self).map_or(&[][..], |rooms| rooms);
        rooms.iter().chain(&self.2.rooms).for_each(|&room| visit(room.into()));
    }

    fn redirect(&mut self, to: Redirection) -> bool {
        if let Some(at) = &mut self.0 {
            at.rooms.redirect(to);
        }
        self.2.rooms.redirect(to)
    }

    fn merge(base: &Self, ours: &Self, theirs: &Self, ground: &dyn Ground) -> Outcome<Self> {
        let mut outcome = by_parts(base, ours, theirs, ground);
        if let (Some(base), Some(ours), Some(theirs)) = (rooms(base), rooms(ours), rooms(theirs)) {
            let rooms = Vec::merge(base, ours, theirs, ground);
            outcome.value.0.iter_mut().for_each(|at| at.rooms.clone_from(&rooms.value));
            outcome.seen.0.iter_mut().for_each(|at| at.rooms.clone_from(&rooms.seen));
        }
        outcome
    }
}

fn time(place: &Place) -> Option<(CivilTime, Length)> {
    place.0.as_ref().map(|at| (at.start, at.length))
}

fn rooms(place: &Place) -> Option<&Vec<RoomId>> {
    place.0.as_ref().map(|at| &at.rooms)
}

impl Content for OwnValues {
    fn value(&self, part: &Part) -> Value {
        let Part::Own(field) = *part else { return Value::Nothing };
        match self.get(field) {
            None => Value::Nothing,
            Some(FieldValue::Text(text)) => Value::Text(text.clone()),
            Some(FieldValue::Number(number)) => Value::Number(*number),
            Some(FieldValue::Date(day)) => Value::Day(*day),
            Some(FieldValue::Choice(choice)) => Value::Choice(field, *choice),
            Some(FieldValue::Tick) => Value::Yes(true),
        }
    }

    fn empty() -> Option<Self> {
        Some(Self::default())
    }

    fn differing(&self, other: &Self) -> Vec<Part> {
        let fields: BTreeSet<FieldId> = self.iter().chain(other.iter()).map(|(field, _)| field).collect();
        fields.into_iter().map(Part::Own).filter(|part| !self.agrees(other, part)).collect()
    }

    fn agrees(&self, other: &Self, part: &Part) -> bool {
        matches!(*part, Part::Own(field) if self.get(field) == other.get(field))
    }

    fn take(&mut self, part: &Part, from: &Self) {
        if let Part::Own(field) = *part {
            self.set(field, from.get(field).cloned());
        }
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        self.iter().for_each(|(field, _)| visit(field.into()));
    }

    fn redirect(&mut self, to: Redirection) -> bool {
        let lead = |(field, value): (FieldId, &FieldValue)| {
            let mut field = field;
            redirect_id(&mut field, to).then(|| (field, value.clone()))
        };
        *self = Self::new(self.iter().filter_map(lead).collect());
        true
    }

    fn stands(&self, ground: &dyn Ground) -> bool {
        self.iter().all(|(field, value)| ground.takes(field, value))
    }

    fn stands_at(&self, part: &Part, ground: &dyn Ground) -> bool {
        let Part::Own(field) = *part else { return true };
        self.get(field).is_none_or(|value| ground.takes(field, value))
    }

    fn standing(&self, ground: &dyn Ground) -> Option<Self> {
        let mut standing = self.clone();
        standing.retain(|field, value| ground.takes(field, value));
        Some(standing)
    }
}

/// The numbers of a rule, by name.
impl Content for BTreeMap<String, i32> {
    fn value(&self, part: &Part) -> Value {
        let Part::Number(name) = part else { return Value::Nothing };
        self.get(name).map_or(Value::Nothing, |&number| Value::Whole(number.into()))
    }

    fn empty() -> Option<Self> {
        Some(Self::new())
    }

    fn differing(&self, other: &Self) -> Vec<Part> {
        let names: BTreeSet<&String> = self.keys().chain(other.keys()).collect();
        names.into_iter().cloned().map(Part::Number).filter(|part| !self.agrees(other, part)).collect()
    }

    fn agrees(&self, other: &Self, part: &Part) -> bool {
        matches!(part, Part::Number(name) if self.get(name) == other.get(name))
    }

    fn take(&mut self, part: &Part, from: &Self) {
        let Part::Number(name) = part else { return };
        match from.get(name) {
            Some(&number) => _ = self.insert(name.clone(), number),
            None => _ = self.remove(name),
        }
    }
}

/// Choices come, go and are renamed one by one; their order is a part of its own.
impl Content for FieldForm {
    fn value(&self, part: &Part) -> Value {
        let text = |choice: &FieldChoice| {
            let texts = choice.title.iter().map(|(_, text)| Value::Text(text.to_owned()));
            Value::List(texts.collect())
        };
        let Self::Choice(choices) = self else { return Value::Sort(self.sort()) };
        match part {
            Part::Choice(id) => choices.iter().find(|choice| choice.id == *id).map_or(Value::Nothing, text),
            Part::Order => Value::List(choices.iter().map(text).collect()),
            _ => Value::Sort(self.sort()),
        }
    }

    fn differing(&self, other: &Self) -> Vec<Part> {
        let (Self::Choice(here), Self::Choice(there)) = (self, other) else {
            return if self == other { Vec::new() } else { vec![Part::Whole] };
        };
        let ids: BTreeSet<_> = here.iter().chain(there).map(|choice| choice.id).collect();
        let parts = ids.into_iter().map(Part::Choice).chain([Part::Order]);
        parts.filter(|part| !self.agrees(other, part)).collect()
    }

    fn agrees(&self, other: &Self, part: &Part) -> bool {
        let (Self::Choice(here), Self::Choice(there)) = (self, other) else { return self == other };
        match part {
            Part::Choice(id) => {
                let find = |list: &[FieldChoice]| list.iter().find(|choice| choice.id == *id).cloned();
                find(here) == find(there)
            }
            Part::Order => order(here, there) == order(there, here),
            _ => self == other,
        }
    }

    fn take(&mut self, part: &Part, from: &Self) {
        let (Self::Choice(here), Self::Choice(there)) = (&mut *self, from) else { return *self = from.clone() };
        match part {
            Part::Choice(id) => {
                let (at, new) =
                    (here.iter().position(|choice| choice.id == *id), there.iter().find(|one| one.id == *id));
                match (at, new) {
                    (Some(at), Some(new)) => here[at] = new.clone(),
                    (Some(at), None) => drop(here.remove(at)),
                    (None, Some(new)) => {
                        // Behind the nearest one before it that is here, too.
                        let before = there.iter().take_while(|one| one.id != *id).map(|one| one.id);
                        let behind = before.filter_map(|id| here.iter().position(|one| one.id == id)).last();
                        here.insert(behind.map_or(0, |at| at + 1), new.clone());
                    }
                    (None, None) => {}
                }
            }
            Part::Order => {
                let place = |choice: &FieldChoice| there.iter().position(|one| one.id == choice.id);
                here.sort_by_key(|choice| place(choice).unwrap_or(usize::MAX));
            }
            _ => *self = from.clone(),
        }
    }
}

/// The choices of one list that stand in another, too.
fn order(list: &[FieldChoice], other: &[FieldChoice]) -> Vec<crate::model::ChoiceId> {
    let is_in_both = |choice: &&FieldChoice| other.iter().any(|one| one.id == choice.id);
    list.iter().filter(is_in_both).map(|choice| choice.id).collect()
}
