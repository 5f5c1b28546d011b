//! What a reader is: an importer of one format.

use std::borrow::Cow;
use std::cell::OnceCell;

use serde_json::Value;

use super::draft::Draft;
use super::json;
use super::plain;
use super::report::Report;
use crate::texts::tid;

/// A format that can be read.
#[derive(Debug)]
pub struct Importer {
    /// Its name on the command line.
    pub name: &'static str,
    /// The id of its name on screen.
    pub label: &'static str,
    /// How its files end, without the dot.
    pub extensions: &'static [&'static str],
    /// Whether a file is one, by what stands in it.
    pub recognize: fn(&Given<'_>) -> bool,
    /// Reads it. What can not be used is said in the report; an error only where nothing can.
    pub read: fn(&Given<'_>, &mut Report) -> Result<Draft, Unusable>,
}

/// Why nothing of a file can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// It is larger than [`MOST_BYTES`].
    TooLarge,
    /// It is nothing that is known here.
    Unknown,
    /// It is written in this way, and holds nothing.
    Empty,
    /// It breaks off or is written wrongly before anything is said.
    Broken,
    /// It holds more than is read.
    TooMuch,
}

/// The largest file that is read.
pub const MOST_BYTES: usize = 32 << 20;

/// A file that is given.
pub struct Given<'a> {
    /// Its name, without folders; may be empty.
    pub name: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
    /// The same as text.
    pub text: Cow<'a, str>,
    json: OnceCell<Option<Value>>,
}

impl Unusable {
    /// The id of the sentence that says it.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::TooLarge => tid("arriving-too-large"),
            Self::Unknown => tid("arriving-unknown"),
            Self::Empty => tid("arriving-empty"),
            Self::Broken => tid("arriving-file-broken"),
            Self::TooMuch => tid("arriving-too-much"),
        }
    }
}

impl<'a> Given<'a> {
    /// A file of this name.
    pub fn new(name: &'a str, bytes: &'a [u8], report: &mut Report) -> Self {
        // What is packed is no text, and is not told to be a bad one.
        let text = if bytes.starts_with(b"PK") { Cow::Borrowed("") } else { plain::decoded(bytes, report) };
        Self { name, bytes, text, json: OnceCell::new() }
    }

    /// How its name ends, in small letters, without the dot.
    #[must_use]
    pub fn extension(&self) -> String {
        self.name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
    }

    /// Its name without its ending.
    #[must_use]
    pub fn stem(&self) -> &str {
        self.name.rsplit_once('.').map_or(self.name, |(stem, _)| stem)
    }

    /// It as JSON, if it is that.
    #[must_use]
    pub fn json(&self) -> Option<&Value> {
        let read = || {
            let begins = self.text.trim_start().starts_with(['{', '[']);
            begins.then(|| json::read(&self.text)).flatten()
        };
        self.json.get_or_init(read).as_ref()
    }

    /// Its beginning, in which a format shows.
    #[must_use]
    pub fn head(&self) -> &str {
        let mut end = self.text.len().min(8192);
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        &self.text[..end]
    }
}
