//! Own fields as they are written, and what rows have in them.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::kinds::Holder;
use crate::model::{self, ChoiceId, FieldId};
use crate::store::saved::{ReadRow, WrittenRow};
use crate::store::version_1::papers::Source;
use crate::store::version_1::scalars::{List, LocalText, Prose, Written, is_default};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnField {
    id: FieldId,
    #[serde(default, skip_serializing_if = "is_default")]
    title: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    holder: Holder,
    form: Form,
    #[serde(default, skip_serializing_if = "is_default")]
    handed_out: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    sources: List<Source>,
}

/// What can stand in it.
#[derive(Serialize, Deserialize)]
enum Form {
    Text,
    Number,
    Date,
    Choice(List<Choice>),
    Tick,
}

#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Choice {
    id: ChoiceId,
    #[serde(default, skip_serializing_if = "is_default")]
    title: LocalText,
}

impl ReadRow for OwnField {
    type Model = model::OwnField;

    fn into_model(self) -> model::OwnField {
        let choice = |choice: Choice| model::FieldChoice { id: choice.id, title: choice.title.into_model() };
        let form = match self.form {
            Form::Text => model::FieldForm::Text,
            Form::Number => model::FieldForm::Number,
            Form::Date => model::FieldForm::Date,
            Form::Choice(choices) => model::FieldForm::Choice(choices.0.into_iter().map(choice).collect()),
            Form::Tick => model::FieldForm::Tick,
        };
        model::OwnField {
            id: self.id,
            title: self.title.into_model(),
            holder: self.holder.into(),
            form,
            handed_out: self.handed_out,
            sources: Source::list_into_model(self.sources),
        }
    }
}

impl WrittenRow for OwnField {
    fn from_model(row: &model::OwnField) -> Self {
        let choice =
            |choice: &model::FieldChoice| Choice { id: choice.id, title: LocalText::from_model(&choice.title) };
        let form = match &row.form {
            model::FieldForm::Text => Form::Text,
            model::FieldForm::Number => Form::Number,
            model::FieldForm::Date => Form::Date,
            model::FieldForm::Choice(choices) => Form::Choice(List(choices.iter().map(choice).collect())),
            model::FieldForm::Tick => Form::Tick,
        };
        Self {
            id: row.id,
            title: LocalText::from_model(&row.title),
            holder: row.holder.into(),
            form,
            handed_out: row.handed_out,
            sources: Source::list_from_model(&row.sources),
        }
    }
}

/// What a row has in one own field: `(field: "field-01", value: Number(12.5))`.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Own {
    field: FieldId,
    value: OwnValue,
}

#[derive(PartialEq, Serialize, Deserialize)]
enum OwnValue {
    Text(Prose),
    Number(Number),
    Date(Written<NaiveDate>),
    Choice(ChoiceId),
    Tick,
}

/// A number; RON knows also such as are none, which are refused.
#[derive(Clone, Copy, PartialEq)]
struct Number(model::Number);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.0.get())
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = f64::deserialize(deserializer)?;
        let unexpected = || de::Error::invalid_value(de::Unexpected::Float(number), &"a number");
        model::Number::new(number).map(Self).ok_or_else(unexpected)
    }
}

impl Own {
    pub(super) fn list_into_model(list: List<Self>) -> model::OwnValues {
        let value = |value| match value {
            OwnValue::Text(text) => model::FieldValue::Text(text.0),
            OwnValue::Number(number) => model::FieldValue::Number(number.0),
            OwnValue::Date(day) => model::FieldValue::Date(day.0),
            OwnValue::Choice(choice) => model::FieldValue::Choice(choice),
            OwnValue::Tick => model::FieldValue::Tick,
        };
        model::OwnValues::new(list.0.into_iter().map(|own| (own.field, value(own.value))).collect())
    }

    pub(super) fn list_from_model(values: &model::OwnValues) -> List<Self> {
        let value = |value: &model::FieldValue| match value {
            model::FieldValue::Text(text) => OwnValue::Text(text.into()),
            model::FieldValue::Number(number) => OwnValue::Number(Number(*number)),
            model::FieldValue::Date(day) => OwnValue::Date(Written(*day)),
            model::FieldValue::Choice(choice) => OwnValue::Choice(*choice),
            model::FieldValue::Tick => OwnValue::Tick,
        };
        List(values.iter().map(|(field, own)| Self { field, value: value(own) }).collect())
    }
}
