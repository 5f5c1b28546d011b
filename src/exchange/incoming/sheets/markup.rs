//! What the readers of XML share.

use quick_xml::events::{BytesRef, BytesStart};

/// What an attribute says; empty where there is none.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> String {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == name);
    found
        .and_then(|found| quick_xml::escape::unescape(&found.value).ok().map(|text| text.into_owned()))
        .unwrap_or_default()
}

/// A number that an attribute says; one where it says none.
pub fn count(tag: &BytesStart<'_>, name: &str) -> usize {
    attribute(tag, name).parse().unwrap_or(1).max(1)
}

/// What a reference means: one of the five of XML, or a character. Others have no meaning here, so none can grow.
pub fn referred(reference: &BytesRef<'_>) -> Option<char> {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return Some(c);
    }
    match &**reference {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}
