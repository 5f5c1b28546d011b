//! What else is different about a session, in words: only what is handed out anyway.

use super::super::address;
use super::super::programme::Labels;
use super::super::words::Words;
use crate::merge::{FieldChange, FieldName, Part, RowChange, Value};
use crate::model::{Language, Plan, SessionId};
use crate::texts::Texts;
use crate::texts::differences::Told;

/// Tells of sessions in both plans.
pub struct Lines<'a> {
    pub plans: [&'a Plan; 2],
    pub labels: &'a Labels,
    pub languages: &'a [Language],
}

impl Lines<'_> {
    /// A line for each field that says something else. That a number is fixed is no news where the meeting had it before.
    pub fn of(&self, id: SessionId, row: &RowChange, is_renumbered: bool) -> Vec<Words> {
        let is_news = |field: &FieldChange| field.spot.field != FieldName::Number || is_renumbered;
        let fields = row.fields.iter().filter(|field| is_news(field)).filter_map(|field| self.shown(field));
        let fields: Vec<FieldChange> = fields.collect();
        let line = |field: &FieldChange| self.labels.each(|texts| self.told(texts).field_part(field));
        self.title(id).into_iter().chain(fields.iter().map(line)).collect()
    }

    fn told<'t>(&'t self, texts: &'t Texts) -> Told<'t> {
        Told::new(texts, self.plans[0], self.plans[1])
    }

    /// The title in the chosen languages, as it is printed.
    fn title(&self, id: SessionId) -> Option<Words> {
        let title = |plan: &Plan| plan.sessions().get(id).map(|row| Words::chosen(&row.title, self.languages));
        let (was, is) = (title(self.plans[0])?, title(self.plans[1])?);
        if was == is {
            return None;
        }
        Some(self.labels.each(|texts| {
            let language = texts.language();
            let (was, is) = (was.get(language), is.get(language));
            if was == is {
                return String::new();
            }
            let told = self.told(texts).was_is(was, is);
            texts.text_with(
                "handout-labelled",
                &[("label", texts.text("handout-title").into()), ("text", (&told).into())],
            )
        }))
    }

    /// A field as it is handed out; `None` where it is not, or where nothing of that is different.
    fn shown(&self, field: &FieldChange) -> Option<FieldChange> {
        match (field.spot.field, &field.spot.part) {
            (
                FieldName::Event
                | FieldName::Kind
                | FieldName::Bodies
                | FieldName::Status
                | FieldName::Number
                | FieldName::Languages
                | FieldName::People
                | FieldName::Documents
                | FieldName::Topics
                | FieldName::Webcast
                | FieldName::Captioned,
                _,
            ) => Some(field.clone()),
            (FieldName::Own, Part::Own(own)) => {
                let is_handed_out = |plan: &Plan| plan.fields().get(*own).is_none_or(|field| field.handed_out);
                self.plans.into_iter().all(is_handed_out).then(|| field.clone())
            }
            (FieldName::Link, _) => {
                let (before, after) = (address_of(&field.before), address_of(&field.after));
                (before != after).then(|| FieldChange { spot: field.spot.clone(), before, after })
            }
            _ => None,
        }
    }
}

/// An address that is safe to follow, and nothing else.
fn address_of(value: &Value) -> Value {
    let Value::Text(text) = value else { return Value::Nothing };
    address::web_address(text.trim()).map_or(Value::Nothing, Value::Text)
}
