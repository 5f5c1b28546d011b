//! What RON says about a text it can not read, in a planner's words.

use ron::Error;

/// The error as the rest of a sentence that begins with its place.
pub(super) fn phrase(error: &Error) -> String {
    match error {
        Error::Message(message) => shortened(message),
        Error::NoSuchStructField { expected: [], found, .. } => format!("unknown field `{found}`"),
        Error::NoSuchStructField { expected, found, .. } => {
            format!("unknown field `{found}`, expected {}", alternatives(expected))
        }
        Error::NoSuchEnumVariant { expected, found, .. } => {
            format!("unknown word `{found}`, expected {}", alternatives(expected))
        }
        Error::MissingStructField { field, .. } => format!("the field `{field}` is missing"),
        Error::DuplicateStructField { field, .. } => format!("the field `{field}` stands here twice"),
        Error::InvalidValueForType { expected, found } => format!("expected {expected}, found {found}"),
        // The only lists of a fixed length are the hours and the dates of an event.
        Error::ExpectedDifferentLength { found, .. } => format!("expected two values in brackets, found {found}"),
        Error::InvalidIntegerDigit { digit, .. } => format!("{digit:?} can not stand in a number"),
        Error::UnexpectedChar(found) => format!("unexpected character {found:?}"),
        Error::InvalidIdentifier(found) => format!("expected a word, found {found:?}"),
        Error::SuggestRawIdentifier(found) => format!("{found:?} can not stand here"),
        Error::NoSuchExtension(name) => format!("unknown RON extension `{name}`"),
        Error::InvalidEscape(why) => format!("a backslash in a text must be written twice ({})", lower(why)),
        other => fixed_phrase(other).map_or_else(|| lower(&other.to_string()), str::to_owned),
    }
}

fn fixed_phrase(error: &Error) -> Option<&'static str> {
    Some(match error {
        Error::Eof => "the text ends too early",
        Error::ExpectedArray => "expected a list, which begins with `[`",
        Error::ExpectedArrayEnd => "expected the end of a list, `]`",
        Error::ExpectedBoolean => "expected true or false",
        Error::ExpectedComma => "expected a comma",
        Error::ExpectedIdentifier => "expected a word without quotation marks",
        Error::ExpectedInteger => "expected a whole number",
        Error::ExpectedMapColon => "expected a colon after the name of a field",
        Error::ExpectedString => "expected a text in quotation marks",
        Error::ExpectedStringEnd => "a text is opened with a quotation mark and not closed",
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => "expected an opening bracket `(`",
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => "expected a closing bracket `)`",
        Error::IntegerOutOfBounds => "the number is too large or too small for this field",
        Error::UnderscoreAtBeginning => "a number can not begin with an underscore",
        Error::ExceededRecursionLimit => "the brackets are nested too deeply",
        Error::TrailingCharacters => "the plan is complete before this, and the file goes on",
        Error::UnclosedBlockComment => "a comment is opened with /* and not closed",
        _ => return None,
    })
}

fn alternatives(names: &[&str]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.as_slice() {
        [] => "none".to_owned(),
        [only] => only.clone(),
        [one, other] => format!("{one} or {other}"),
        many => format!("one of {}", many.join(", ")),
    }
}

/// A message that repeats what it found, cut where that is endless.
fn shortened(message: &str) -> String {
    match message.char_indices().nth(200) {
        Some((at, _)) => format!("{}…", &message[..at]),
        None => message.to_owned(),
    }
}

fn lower(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
