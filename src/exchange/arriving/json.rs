//! JSON of strangers: bounded, and read by names that may be missing, `null`, numbers or texts.

use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// The most values in a file.
const MOST_VALUES: usize = 1_500_000;

/// A text as JSON; `None` where it is none, or holds too much. What is nested too deeply is refused by the parser.
pub fn read(text: &str) -> Option<Value> {
    let mut left = MOST_VALUES;
    let mut parser = serde_json::Deserializer::from_str(text);
    let value = Counted { left: &mut left }.deserialize(&mut parser).ok()?;
    parser.end().ok()?;
    Some(value)
}

/// Reads a value, and counts how many may still come.
struct Counted<'a> {
    left: &'a mut usize,
}

impl<'de> DeserializeSeed<'de> for Counted<'_> {
    type Value = Value;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        *self.left = self.left.checked_sub(1).ok_or_else(|| serde::de::Error::custom("too many values"))?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Counted<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Value, A::Error> {
        let mut all = Vec::new();
        while let Some(value) = values.next_element_seed(Counted { left: &mut *self.left })? {
            all.push(value);
        }
        Ok(Value::Array(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut all = Map::new();
        while let Some(name) = entries.next_key::<String>()? {
            all.insert(name, entries.next_value_seed(Counted { left: &mut *self.left })?);
        }
        Ok(Value::Object(all))
    }
}

/// What stands under a name, as text: texts and numbers; empty where it is missing, `null` or the word `null`. Of texts in
/// several languages the first one.
pub fn text(value: &Value, name: &str) -> String {
    told(&value[name])
}

/// A value as text, as [`text`] reads it.
pub fn told(value: &Value) -> String {
    match value {
        Value::String(text) if text.trim().eq_ignore_ascii_case("null") => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Object(languages) => {
            let named = ["en", "name", "title"].iter().find_map(|name| languages.get(*name));
            match named.or_else(|| languages.values().next()) {
                Some(Value::String(text)) => text.clone(),
                _ => String::new(),
            }
        }
        _ => String::new(),
    }
}

/// The first of these names under which a text stands.
pub fn first_text(value: &Value, names: &[&str]) -> String {
    names.iter().map(|name| text(value, name)).find(|text| !text.trim().is_empty()).unwrap_or_default()
}

/// What stands under a name as a list; of an object its values.
pub fn list<'a>(value: &'a Value, name: &str) -> Vec<&'a Value> {
    members(&value[name])
}

/// The members of a list, the values of an object, nothing of anything else.
pub fn members(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(values) => values.iter().collect(),
        Value::Object(values) => values.values().collect(),
        _ => Vec::new(),
    }
}

/// A number under a name, also where it is written as a text.
pub fn number(value: &Value, name: &str) -> Option<f64> {
    match &value[name] {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bombs_of_values_and_of_depth_are_no_json() {
        assert_eq!(read("[1, \"a\", null, {\"b\": 1.5}]"), serde_json::from_str("[1, \"a\", null, {\"b\": 1.5}]").ok());
        assert_eq!(read(&"[".repeat(100_000)), None);
        assert_eq!(read(&format!("[{}0]", "0,".repeat(MOST_VALUES))), None);
        assert_eq!(read("[1] x"), None);
    }

    #[test]
    fn texts_are_read_whatever_they_are_written_as() {
        let value = read(r#"{"a": null, "b": "null", "c": 5, "d": {"de": "x", "en": "y"}, "e": ["z"]}"#).unwrap();
        let all = ["a", "b", "c", "d", "e", "f"].map(|name| text(&value, name));
        assert_eq!(all, ["", "", "5", "y", "", ""]);
    }
}
