//! Choices about rules, and waivers, as they are written.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::kinds::Severity;
use super::scalars::{List, MAX_LIST_ENTRIES, Prose, is_default};
use crate::model::{self, RuleId, SessionId, WaiverId};
use crate::store::miswritten::Expected;
use crate::store::saved::{ReadRow, WrittenRow};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct RuleChoice {
    id: RuleId,
    #[serde(default, skip_serializing_if = "is_default")]
    severity: Option<Severity>,
    #[serde(default, skip_serializing_if = "is_default")]
    numbers: Numbers,
}

/// Numbers by name: `{"mins": 15}`, each name once, at most [`MAX_LIST_ENTRIES`].
#[derive(Default, PartialEq, Serialize)]
#[serde(transparent)]
struct Numbers(BTreeMap<String, i32>);

impl<'de> Deserialize<'de> for Numbers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(NumbersVisitor)
    }
}

struct NumbersVisitor;

impl<'de> Visitor<'de> for NumbersVisitor {
    type Value = Numbers;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        de::Expected::fmt(&Expected::Numbers, f)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Numbers, A::Error> {
        let mut numbers = BTreeMap::new();
        while let Some((Prose(name), number)) = entries.next_entry::<Prose, i32>()? {
            if numbers.len() == MAX_LIST_ENTRIES {
                return Err(de::Error::invalid_length(numbers.len() + 1, &Expected::ShortList));
            }
            if numbers.contains_key(&name) {
                return Err(de::Error::invalid_value(Unexpected::Str(&name), &Expected::NewName));
            }
            numbers.insert(name, number);
        }
        Ok(Numbers(numbers))
    }
}

impl ReadRow for RuleChoice {
    type Model = model::RuleChoice;

    fn into_model(self) -> model::RuleChoice {
        model::RuleChoice { id: self.id, severity: self.severity.map(Into::into), numbers: self.numbers.0 }
    }
}

impl WrittenRow for RuleChoice {
    fn from_model(row: &model::RuleChoice) -> Self {
        Self { id: row.id, severity: row.severity.map(Into::into), numbers: Numbers(row.numbers.clone()) }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Waiver {
    id: WaiverId,
    rule: RuleId,
    #[serde(default, skip_serializing_if = "is_default")]
    sessions: List<SessionId>,
    #[serde(default, skip_serializing_if = "is_default")]
    facts: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    reason: Prose,
}

impl ReadRow for Waiver {
    type Model = model::Waiver;

    fn into_model(self) -> model::Waiver {
        model::Waiver {
            id: self.id,
            rule: self.rule,
            sessions: self.sessions.0,
            facts: self.facts.0,
            reason: self.reason.0,
        }
    }
}

impl WrittenRow for Waiver {
    fn from_model(row: &model::Waiver) -> Self {
        Self {
            id: row.id,
            rule: row.rule,
            sessions: List(row.sessions.clone()),
            facts: (&row.facts).into(),
            reason: (&row.reason).into(),
        }
    }
}
