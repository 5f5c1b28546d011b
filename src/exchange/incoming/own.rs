//! Own fields of the plan in tables: what stands in a cell, read by the form of its field.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::names::key;
use super::outcome::Note;
use super::values::{self, Days};
use super::words;
use crate::model::{ChoiceId, CivilTime, FieldForm, FieldValue, Number, OwnField};
use crate::texts::typed;

/// A column that holds an own field.
pub struct OwnColumn<'a> {
    /// The field.
    pub field: &'a OwnField,
    days: Days,
    /// Its choices by their titles, and by their ids.
    choices: HashMap<String, ChoiceId>,
}

/// What a text that is not empty puts into a field, where nothing else of a column is known; the inner `None` where it says
/// no, the outer one where it can not stand there. What is left out of a day is filled in from these days.
#[must_use]
pub fn own_value(field: &OwnField, within: (NaiveDate, NaiveDate), text: &str) -> Option<Option<FieldValue>> {
    OwnColumn::new(field, Days { within, month_first: false }).value(text).ok()
}

impl<'a> OwnColumn<'a> {
    /// A column of a field.
    pub fn new(field: &'a OwnField, days: Days) -> Self {
        let mut choices = HashMap::new();
        let titles = |text: &'a crate::model::LocalText| text.iter().map(|(_, title)| title);
        for choice in field.choices() {
            for title in titles(&choice.title) {
                choices.entry(key(title)).or_insert(choice.id);
            }
        }
        for choice in field.choices() {
            choices.entry(key(choice.id.as_str())).or_insert(choice.id);
        }
        Self { field, days, choices }
    }

    /// What a cell that is not empty puts into the field; `None` where it says no.
    ///
    /// # Errors
    /// Why it can not stand there.
    pub fn value(&self, text: &str) -> Result<Option<FieldValue>, Note> {
        match &self.field.form {
            FieldForm::Text => Ok(Some(FieldValue::Text(text.to_owned()))),
            FieldForm::Number => typed::number(text, None).map(|it| Some(FieldValue::Number(it))).ok_or(Note::Number),
            FieldForm::Date => {
                let day = values::day_and_time(text, self.days).map(|(day, _)| day);
                day.filter(|&day| CivilTime::has_day(day)).map(|day| Some(FieldValue::Date(day))).ok_or(Note::Date)
            }
            FieldForm::Choice(_) => {
                self.choices.get(&key(text)).map(|&id| Some(FieldValue::Choice(id))).ok_or(Note::Choice)
            }
            FieldForm::Tick => words::yes(text).map(|yes| yes.then_some(FieldValue::Tick)).ok_or(Note::Tick),
        }
    }

    /// What a cell puts into the field that was written by the program itself; `None` where it can not stand there.
    pub fn copied_value(&self, text: &str) -> Option<FieldValue> {
        if self.field.form == FieldForm::Number
            && let Some(number) = text.parse().ok().and_then(Number::new)
        {
            return Some(FieldValue::Number(number));
        }
        self.value(text).ok().flatten()
    }
}
