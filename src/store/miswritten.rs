//! How a text can be written wrongly: what the readers of RON and of JSON say, as data.
//!
//! Their own words are for programmers and in English, so none of them goes on from here. The readers tell kinds and
//! names; values that are read from texts (dates, zones, …) tell by [`Expected`] what they wanted, which serde carries
//! through either reader.

use std::fmt;

use serde::de;

use super::locate::Part;

/// What is wrong with the way in which a text is written. What is repeated from the text is cut where it gets long, and
/// in quotation marks where it is a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Miswritten {
    /// A field that does not exist.
    UnknownField {
        /// Its name.
        found: String,
        /// Those that exist.
        known: Vec<String>,
    },
    /// A word that none of the choices is.
    UnknownWord {
        /// The word.
        found: String,
        /// The choices.
        known: Vec<String>,
    },
    /// A field that must be there and is not.
    MissingField {
        /// Its name.
        field: String,
        /// Where it is missing.
        within: Option<Part>,
    },
    /// A field that stands in one row twice.
    FieldTwice(String),
    /// Something else should stand here.
    Expected {
        /// What.
        what: Expected,
        /// What stands there, where that is a value; a number where there are too many or too few.
        found: String,
    },
    /// A sign or a word that can not stand here.
    Unexpected(String),
    /// A backslash in a text that does not begin an escape.
    Backslash,
    /// A line end or another control character in a text, where it must be written as an escape.
    ControlCharacter,
    /// A text that is not closed.
    OpenText,
    /// A comment that is not closed.
    OpenComment,
    /// Brackets in brackets without end.
    TooDeep,
    /// Something after the plan.
    GoesOn,
    /// The end, where something should be.
    EndsEarly,
    /// Anything else.
    Unreadable,
}

/// Declares what can be expected, each with the name under which serde carries it.
macro_rules! expected {
    ($($(#[$doc:meta])* $name:ident = $key:literal,)*) => {
        /// What should stand at a place.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Expected {
            $($(#[$doc])* $name,)*
        }

        impl Expected {
            const ALL: &[(&str, Self)] = &[$(($key, Self::$name)),*];

            fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)*
                }
            }
        }
    };
}
expected! {
    /// A text in quotation marks.
    Text = "a string",
    /// A whole number.
    Number = "a number",
    /// A number that its field can hold.
    NumberInRange = "a number in range",
    /// `true` or `false`.
    TrueOrFalse = "a boolean",
    /// A word without quotation marks.
    Word = "a word",
    /// A list.
    List = "a sequence",
    /// Fields in brackets.
    Block = "a map",
    /// Two values in brackets: the hours or the dates of an event.
    Two = "a tuple of size 2",
    /// A comma.
    Comma = "a comma",
    /// A colon.
    Colon = "a colon",
    /// A closing bracket.
    ClosingBracket = "a closing bracket",
    /// The name of a row.
    Id = "an id",
    /// A time zone.
    Zone = "a zone",
    /// The identity of a plan.
    Identity = "an identity",
    /// A colour such as `#0b5d7a`.
    Colour = "a colour",
    /// A picture of at most [`Logo::MAX_BYTES`](crate::model::Logo::MAX_BYTES), in Base64.
    Logo = "a picture",
    /// The code of a language.
    Language = "a language",
    /// A date such as `2025-11-17`.
    Date = "a date",
    /// A date that exists.
    RealDate = "a real date",
    /// A time such as `2025-11-17T09:30`.
    Time = "a time",
    /// A time that exists.
    RealTime = "a real time",
    /// A time between the years 1900 and 2199.
    TimeInRange = "a time in range",
    /// An hour of the day such as `08:30`.
    Clock = "an hour",
    /// A length in minutes.
    Length = "a length",
    /// At most [`MAX_TEXT_CHARS`](super::MAX_TEXT_CHARS).
    ShortText = "a short text",
    /// At most [`MAX_LIST_ENTRIES`](super::MAX_LIST_ENTRIES).
    ShortList = "a short list",
    /// At most [`MAX_TABLE_ROWS`](super::MAX_TABLE_ROWS).
    ShortTable = "a short table",
    /// Numbers by name, in curly brackets.
    Numbers = "numbers by name",
    /// The name of a number that does not stand there already.
    NewName = "a new name",
}

impl de::Expected for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl Expected {
    /// What serde was told, or says by itself of the types that it knows.
    fn from_serde(key: &str) -> Self {
        let own = Self::ALL.iter().find(|(name, _)| *name == key).map(|(_, own)| *own);
        let is_number = || key.len() > 1 && key.starts_with(['i', 'u', 'f']) && key[1..].parse::<u8>().is_ok();
        own.unwrap_or_else(|| match key {
            _ if key.starts_with("struct ") => Self::Block,
            _ if key.starts_with("tuple ") => Self::Two,
            _ if is_number() => Self::Number,
            _ => Self::Word,
        })
    }
}

/// So many characters of what a text says are repeated in a message.
const MOST_REPEATED: usize = 40;

/// A text of a file for a message, cut where it gets long.
pub(super) fn shortened(text: &str) -> String {
    match text.char_indices().nth(MOST_REPEATED) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

fn quoted(text: &str) -> String {
    format!("{:?}", shortened(text))
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

impl Miswritten {
    fn expected(what: Expected) -> Self {
        Self::Expected { what, found: String::new() }
    }

    /// What the reader of RON says.
    pub(super) fn from_ron(error: &ron::Error) -> Self {
        use ron::Error;
        match error {
            Error::NoSuchStructField { expected, found, .. } => {
                Self::UnknownField { found: shortened(found), known: names(expected) }
            }
            Error::NoSuchEnumVariant { expected, found, .. } => {
                Self::UnknownWord { found: shortened(found), known: names(expected) }
            }
            Error::MissingStructField { field, .. } => Self::MissingField { field: (*field).to_owned(), within: None },
            Error::DuplicateStructField { field, .. } => Self::FieldTwice((*field).to_owned()),
            Error::InvalidValueForType { expected, found } => {
                Self::Expected { what: Expected::from_serde(expected), found: value(found) }
            }
            Error::ExpectedDifferentLength { expected, found } => {
                Self::Expected { what: Expected::from_serde(expected), found: found.to_string() }
            }
            Error::InvalidIntegerDigit { digit: found, .. } | Error::UnexpectedChar(found) => {
                Self::Unexpected(format!("{found:?}"))
            }
            Error::InvalidIdentifier(found) | Error::SuggestRawIdentifier(found) | Error::NoSuchExtension(found) => {
                Self::Unexpected(quoted(found))
            }
            Error::InvalidEscape(_) => Self::Backslash,
            Error::Eof => Self::EndsEarly,
            Error::ExpectedArray => Self::expected(Expected::List),
            Error::ExpectedArrayEnd
            | Error::ExpectedStructLikeEnd
            | Error::ExpectedOptionEnd
            | Error::ExpectedMapEnd => Self::expected(Expected::ClosingBracket),
            Error::ExpectedBoolean => Self::expected(Expected::TrueOrFalse),
            Error::ExpectedComma => Self::expected(Expected::Comma),
            Error::ExpectedIdentifier => Self::expected(Expected::Word),
            Error::ExpectedInteger => Self::expected(Expected::Number),
            Error::ExpectedMap => Self::expected(Expected::Numbers),
            Error::ExpectedMapColon => Self::expected(Expected::Colon),
            Error::ExpectedString => Self::expected(Expected::Text),
            Error::ExpectedStringEnd => Self::OpenText,
            Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => Self::expected(Expected::Block),
            Error::IntegerOutOfBounds => Self::expected(Expected::NumberInRange),
            Error::UnderscoreAtBeginning => Self::Unexpected("'_'".to_owned()),
            Error::ExceededRecursionLimit => Self::TooDeep,
            Error::TrailingCharacters => Self::GoesOn,
            Error::UnclosedBlockComment => Self::OpenComment,
            _ => Self::Unreadable,
        }
    }

    /// What the reader of JSON says, which tells its kinds only as text; `here` is what stands at the place.
    pub(super) fn from_json(error: &serde_json::Error, here: &str) -> Self {
        let message = error.to_string();
        // The place stands at its end.
        let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
        Self::from_serde(message).unwrap_or_else(|| match message {
            "expected `:`" => Self::expected(Expected::Colon),
            "expected `,` or `]`" | "expected `,` or `}`" => Self::expected(Expected::Comma),
            "recursion limit exceeded" => Self::TooDeep,
            "trailing characters" => Self::GoesOn,
            "invalid number" | "number out of range" => Self::expected(Expected::NumberInRange),
            "invalid escape"
            | "invalid unicode code point"
            | "lone leading surrogate in hex escape"
            | "unexpected end of hex escape" => Self::Backslash,
            _ if message.starts_with("control character") => Self::ControlCharacter,
            _ if error.is_syntax() => Self::Unexpected(quoted(here)),
            _ => Self::Unreadable,
        })
    }

    /// One of the messages that serde itself makes (`serde::de::Error`).
    fn from_serde(message: &str) -> Option<Self> {
        if let Some(rest) = message.strip_prefix("unknown field `") {
            let (found, known) = choices(rest)?;
            Some(Self::UnknownField { found, known })
        } else if let Some(rest) = message.strip_prefix("unknown variant `") {
            let (found, known) = choices(rest)?;
            Some(Self::UnknownWord { found, known })
        } else if let Some(rest) = message.strip_prefix("missing field `") {
            Some(Self::MissingField { field: rest.trim_end_matches('`').to_owned(), within: None })
        } else if let Some(rest) = message.strip_prefix("duplicate field `") {
            Some(Self::FieldTwice(rest.trim_end_matches('`').to_owned()))
        } else if let Some(rest) = message.strip_prefix("invalid length ") {
            let (found, expected) = rest.split_once(", expected ")?;
            Some(Self::Expected { what: Expected::from_serde(expected), found: found.to_owned() })
        } else if let Some(rest) = message.strip_prefix("invalid value: ") {
            let (found, expected) = rest.rsplit_once(", expected ")?;
            let what = match Expected::from_serde(expected) {
                Expected::Number => Expected::NumberInRange,
                what => what,
            };
            Some(Self::Expected { what, found: value(found) })
        } else {
            let (found, expected) = message.strip_prefix("invalid type: ")?.rsplit_once(", expected ")?;
            Some(Self::Expected { what: Expected::from_serde(expected), found: value(found) })
        }
    }
}

/// What was found and what there is, of a message that goes on with the one and ends with the other.
fn choices(message: &str) -> Option<(String, Vec<String>)> {
    let (found, known) = message.rsplit_once("`, expected ").or_else(|| message.rsplit_once("`, there are no "))?;
    let known = known.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    Some((shortened(found), known))
}

/// The value in what serde says of it: a text with its quotation marks, a number without any; nothing of a list.
fn value(described: &str) -> String {
    match described.split_once(['"', '`']) {
        Some((before, inside)) if described[before.len()..].starts_with('"') => {
            format!("\"{}\"", shortened(inside.trim_end_matches('"')))
        }
        Some((_, inside)) => shortened(inside.trim_end_matches('`')),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_serde_carries_comes_back() {
        for (key, what) in Expected::ALL {
            assert_eq!(Expected::from_serde(key), *what);
            assert_eq!(Expected::ALL.iter().filter(|(other, _)| other == key).count(), 1, "{key}");
        }
        for (key, what) in [
            ("struct LocalText", Expected::Block),
            ("u32", Expected::Number),
            ("tuple variant Dates::Days with 2 elements", Expected::Two),
            ("variant identifier", Expected::Word),
        ] {
            assert_eq!(Expected::from_serde(key), what, "{key}");
        }
    }

    #[test]
    fn long_names_are_cut() {
        let long = "x".repeat(1_000_000);
        let message = format!("unknown field `{long}`, expected `id` or `kind`");
        let known = names(&["id", "kind"]);
        let found = format!("{}…", "x".repeat(MOST_REPEATED));
        assert_eq!(Miswritten::from_serde(&message), Some(Miswritten::UnknownField { found, known }));
        assert_eq!(value(&format!("string {long:?}")).chars().count(), MOST_REPEATED + 3);
        assert_eq!(
            (value("integer `5`"), value("the string \"a\\\"b\""), value("sequence")),
            ("5".to_owned(), "\"a\\\"b\"".to_owned(), String::new())
        );
    }
}
