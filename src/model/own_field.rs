//! Own fields: what a plan wants to know of its sessions, people, rooms … and the program has no field for.

use std::fmt;

use chrono::NaiveDate;

use super::{ChoiceId, CivilTime, FieldId, Id, LocalText, Row, RowError, RowId, RowKind, Source};

/// A field that rows of a plan have beside the built-in ones.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnField {
    /// Its name in the plan.
    pub id: FieldId,
    /// What it is called.
    pub title: LocalText,
    /// What has it. What another row has in it is kept, and not shown.
    pub holder: Holder,
    /// What can stand in it.
    pub form: FieldForm,
    /// Whether what stands in it is handed out; it is for the team only otherwise.
    pub handed_out: bool,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

/// Rows that can have own fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is the row of that name")]
pub enum Holder {
    #[default]
    Session,
    Person,
    Body,
    Room,
    Document,
    Topic,
}

impl Holder {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Session, Self::Person, Self::Body, Self::Room, Self::Document, Self::Topic];
}

/// What can stand in an own field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldForm {
    /// Any text.
    Text,
    /// A number.
    Number,
    /// A day.
    Date,
    /// One of these, in the order in which they are offered.
    Choice(Vec<FieldChoice>),
    /// Yes, or nothing.
    Tick,
}

/// The sort of what can stand in an own field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is the form of that name")]
pub enum FieldSort {
    Text,
    Number,
    Date,
    Choice,
    Tick,
}

impl FieldSort {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Text, Self::Number, Self::Date, Self::Choice, Self::Tick];

    /// A form of this sort, without choices.
    #[must_use]
    pub fn form(self) -> FieldForm {
        match self {
            Self::Text => FieldForm::Text,
            Self::Number => FieldForm::Number,
            Self::Date => FieldForm::Date,
            Self::Choice => FieldForm::Choice(Vec::new()),
            Self::Tick => FieldForm::Tick,
        }
    }
}

impl FieldForm {
    /// Its sort.
    #[must_use]
    pub fn sort(&self) -> FieldSort {
        match self {
            Self::Text => FieldSort::Text,
            Self::Number => FieldSort::Number,
            Self::Date => FieldSort::Date,
            Self::Choice(_) => FieldSort::Choice,
            Self::Tick => FieldSort::Tick,
        }
    }
}

/// One of the things that a field of choices can hold. Its name can change without the rows that have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChoice {
    /// Its name in the field.
    pub id: ChoiceId,
    /// What it is called.
    pub title: LocalText,
}

/// What a row has in an own field. There is no value for what is not set.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldValue {
    /// A text, not empty.
    Text(String),
    /// A number.
    Number(Number),
    /// A day.
    Date(NaiveDate),
    /// One of the choices.
    Choice(ChoiceId),
    /// Yes.
    Tick,
}

/// A number that is one: neither infinite nor undefined.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub struct Number(f64);

impl Number {
    /// `None` for what is infinite or undefined.
    #[must_use]
    pub fn new(number: f64) -> Option<Self> {
        // There is one nought only.
        number.is_finite().then_some(Self(number + 0.0))
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// As short as it can be written without losing anything: `12`, `2.5`.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl OwnField {
    /// Whether this can stand in it.
    #[must_use]
    pub fn takes(&self, value: &FieldValue) -> bool {
        match (&self.form, value) {
            (FieldForm::Text, FieldValue::Text(_))
            | (FieldForm::Number, FieldValue::Number(_))
            | (FieldForm::Date, FieldValue::Date(_))
            | (FieldForm::Tick, FieldValue::Tick) => true,
            (FieldForm::Choice(choices), FieldValue::Choice(id)) => choices.iter().any(|choice| choice.id == *id),
            _ => false,
        }
    }

    /// Its choices; none where it is no field of choices.
    #[must_use]
    pub fn choices(&self) -> &[FieldChoice] {
        match &self.form {
            FieldForm::Choice(choices) => choices,
            _ => &[],
        }
    }

    /// Its choices, to be changed; none where it is no field of choices.
    pub fn choices_mut(&mut self) -> Option<&mut Vec<FieldChoice>> {
        match &mut self.form {
            FieldForm::Choice(choices) => Some(choices),
            _ => None,
        }
    }

    /// Adds a choice, where it is a field of choices and none is called so.
    pub fn add_choice(&mut self, title: LocalText) {
        let id = self.free_choice_id();
        if !title.is_empty()
            && self.choices().iter().all(|choice| choice.title != title)
            && let Some(choices) = self.choices_mut()
        {
            choices.push(FieldChoice { id, title });
        }
    }

    /// The choice of this name.
    #[must_use]
    pub fn choice(&self, id: ChoiceId) -> Option<&FieldChoice> {
        self.choices().iter().find(|choice| choice.id == id)
    }

    /// A name for one more choice.
    #[must_use]
    pub fn free_choice_id(&self) -> ChoiceId {
        let first = u32::try_from(self.choices().len()).unwrap_or(0) + 1;
        Id::numbered("choice-", first, |id| self.choice(id).is_some())
    }
}

impl Row for OwnField {
    const KIND: RowKind = RowKind::Field;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, _visit: &mut dyn FnMut(RowId)) {}

    fn check(&self) -> Result<(), RowError> {
        let choices = self.choices();
        let twice = choices.iter().enumerate().any(|(at, one)| choices[..at].iter().any(|other| other.id == one.id));
        if twice { Err(RowError::ChoiceTwice) } else { Ok(()) }
    }
}

/// What a row has in own fields: in the order of the fields, each once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnValues(Vec<(FieldId, FieldValue)>);

impl OwnValues {
    /// Nothing in any field.
    pub const NONE: Self = Self(Vec::new());

    /// These, in order. A field that is named twice stays so: a row that has it is impossible.
    #[must_use]
    pub fn new(mut values: Vec<(FieldId, FieldValue)>) -> Self {
        values.sort_by_key(|&(field, _)| field);
        Self(values)
    }

    /// What stands in a field.
    #[must_use]
    pub fn get(&self, field: FieldId) -> Option<&FieldValue> {
        self.place(field).ok().map(|at| &self.0[at].1)
    }

    /// Puts something into a field, or nothing; an empty text is nothing.
    pub fn set(&mut self, field: FieldId, value: Option<FieldValue>) {
        let value = value.filter(|value| !matches!(value, FieldValue::Text(text) if text.is_empty()));
        match (self.place(field), value) {
            (Ok(at), Some(value)) => self.0[at].1 = value,
            (Ok(at), None) => drop(self.0.remove(at)),
            (Err(at), Some(value)) => self.0.insert(at, (field, value)),
            (Err(_), None) => {}
        }
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (FieldId, &FieldValue)> {
        self.0.iter().map(|(field, value)| (*field, value))
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keeps those of which `is_kept` says so.
    pub fn retain(&mut self, is_kept: impl Fn(FieldId, &FieldValue) -> bool) {
        self.0.retain(|(field, value)| is_kept(*field, value));
    }

    fn place(&self, field: FieldId) -> Result<usize, usize> {
        self.0.binary_search_by_key(&field, |&(field, _)| field)
    }

    pub(super) fn check(&self) -> Result<(), RowError> {
        let is_nothing = |value: &FieldValue| matches!(value, FieldValue::Text(text) if text.is_empty());
        let is_far = |value: &FieldValue| matches!(value, FieldValue::Date(day) if !CivilTime::has_day(*day));
        if self.0.windows(2).any(|pair| pair[0].0 == pair[1].0) {
            Err(RowError::FieldTwice)
        } else if self.0.iter().any(|(_, value)| is_nothing(value)) {
            Err(RowError::OtherValue)
        } else if self.0.iter().any(|(_, value)| is_far(value)) {
            Err(RowError::OutOfRange)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one() {
        assert_eq!(Number::new(f64::NAN), None);
        assert_eq!(Number::new(f64::NEG_INFINITY), None);
        let written = [12.0, 2.5, -0.0, 1e21].map(|number| Number::new(number).unwrap().to_string());
        assert_eq!(written, ["12", "2.5", "0", "1000000000000000000000"]);
    }

    #[test]
    fn values_stand_in_order_and_nothing_is_not_kept() {
        let [a, b] = ["a", "b"].map(|id| FieldId::new(id).unwrap());
        let mut values = OwnValues::default();
        values.set(b, Some(FieldValue::Tick));
        values.set(a, Some(FieldValue::Text("one".to_owned())));
        assert_eq!(values.iter().map(|(field, _)| field).collect::<Vec<_>>(), [a, b]);
        values.set(a, Some(FieldValue::Text(String::new())));
        assert_eq!(values.get(a), None);
        values.set(b, None);
        assert!(values.is_empty());
    }
}
