//! Every word on screen and in what is handed out: the texts of `assets/texts/<language>/*.ftl`, compiled in.
//!
//! The screen is in one of a few languages. What is handed out (schedules for print, for Word, for a browser) is in any
//! of the six, often in several side by side; so all six have the few files that this takes.
//!
//! A text is asked for by its id, such as `kind-plenary`. This file knows the Fluent format and nothing of windows or
//! plans; which id names which value of the model stands in [`names`], how days and lengths are written in [`dates`], what
//! errors say in [`errors`], short names of sessions in [`short`], and `typed` reads what people type.

mod built_in;
pub mod dates;
pub mod differences;
pub mod errors;
pub mod file_words;
pub mod findings;
pub mod names;
pub mod numbers;
pub(crate) mod recognized;
pub mod short;
pub mod steps;
// What is typed and what comes in is read by the same words; without a window not all of it.
#[cfg_attr(not(feature = "window"), allow(dead_code, unused_imports, reason = "nobody types without a window"))]
pub(crate) mod typed;

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

pub use self::built_in::{built_in, built_in_phrases};
pub use crate::model::folded;
use crate::model::{Language, LocalText};

/// Marks a literal as the id of a text, where ids are looked up by a value instead of at once; the tests collect these.
#[must_use]
pub const fn tid(id: &'static str) -> &'static str {
    id
}

/// The files of one language, by name. To add a file: its name in one of the two lists here, the file in the folders of
/// the languages that list is for.
macro_rules! folder {
    // For all six languages: what handouts print, by which words tables are understood, the names of the model's values, days
    // and lengths.
    (handouts $code:literal $($more:literal)*) => {
        folder!($code: "handout" "incoming" "model" "time" $($more)*)
    };
    // For a language of the screen: those and the rest.
    (screen $code:literal) => {
        folder!(handouts $code
            "agenda" "arrange" "arriving" "changes" "cli" "commands" "comments" "common" "delegation" "desk" "differences" "errors" "export" "findings" "frame" "house" "import" "inspector" "journal" "list" "paste" "plan" "podium" "posts" "preparation" "registers" "repeat" "replace" "requests" "rules" "statements" "teams" "timeline" "topics" "youth"
            "views" "zones")
    };
    ($code:literal: $($name:literal)*) => {
        &[$(($name, include_str!(concat!("../assets/texts/", $code, "/", $name, ".ftl")))),*]
    };
}

/// The compiled-in files of `language` as `(name, content)`. To bring a language to the screen: the other files in its
/// folder, `screen` in its line here, its place in [`Texts::AVAILABLE`].
#[must_use]
pub fn files(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::English => folder!(screen "en"),
        Language::French => folder!(handouts "fr"),
        Language::Spanish => folder!(handouts "es"),
        Language::Russian => folder!(screen "ru"),
        Language::Chinese => folder!(handouts "zh"),
        Language::Arabic => folder!(handouts "ar"),
    }
}

/// A name of the model in all six languages, as a text of a plan.
#[must_use]
pub fn in_all_languages(id: &str) -> LocalText {
    let mut all = LocalText::default();
    for language in Language::ALL {
        let names: Vec<_> = files(language).iter().copied().filter(|(name, _)| *name == "model").collect();
        let mut texts = HashMap::new();
        bundle(language, &names, &mut texts);
        all.set(language, texts.get(id).map_or("", String::as_str));
    }
    all
}

/// All texts in one language. To switch the language, make another one.
pub struct Texts {
    language: Language,
    /// Texts without variables, by id; English where the language lacks one.
    plain: HashMap<String, String>,
    /// The language's own texts.
    own: FluentBundle<FluentResource>,
    /// What is asked when the language lacks a text.
    english: Option<FluentBundle<FluentResource>>,
}

impl Texts {
    /// The languages the screen can be in: those with all files.
    pub const AVAILABLE: [Language; 2] = [Language::English, Language::Russian];

    /// The texts in `language`, in English where that has none.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let mut plain = HashMap::new();
        let english =
            (language != Language::English).then(|| bundle(Language::English, files(Language::English), &mut plain));
        let own = bundle(language, files(language), &mut plain);
        Self { language, plain, own, english }
    }

    /// The texts in `language`, made once: a set of papers asks for them hundreds of times.
    #[must_use]
    pub fn shared(language: Language) -> Arc<Self> {
        static MADE: [OnceLock<Arc<Texts>>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
        Arc::clone(MADE[language as usize].get_or_init(|| Arc::new(Self::new(language))))
    }

    /// The language they are in.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The text `id`, which has no variables; the id itself where there is no such text. Texts are formatted once when
    /// the language is chosen, so asking is one lookup.
    #[must_use]
    pub fn text<'a>(&'a self, id: &'a str) -> &'a str {
        self.plain.get(id).map_or(id, String::as_str)
    }

    /// The text `id` with its variables filled in; the id itself where there is no such text. A variable without a value
    /// shows as `{$name}`.
    #[must_use]
    pub fn text_with(&self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        let bundles = [Some(&self.own), self.english.as_ref()];
        let found = bundles.into_iter().flatten().find_map(|bundle| Some((bundle, bundle.get_message(id)?.value()?)));
        let Some((bundle, pattern)) = found else { return id.to_owned() };
        let args: FluentArgs<'_> = values.iter().map(|&(name, value)| (name, FluentValue::from(value))).collect();
        bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }
}

/// What a variable of a text stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Text, put in as it is.
    Text(&'a str),
    /// A whole number, which can also choose the plural form.
    Count(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value<'_> {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<i32> for Value<'_> {
    fn from(count: i32) -> Self {
        Self::Count(count.into())
    }
}

impl From<u32> for Value<'_> {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

impl From<i64> for Value<'_> {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl<'a> From<Value<'a>> for FluentValue<'a> {
    fn from(value: Value<'a>) -> Self {
        match value {
            Value::Text(text) => text.into(),
            Value::Count(count) => count.into(),
        }
    }
}

/// The parsed `files` of `language`; their texts without variables are also put into `plain`, over what is there. What does
/// not parse is left out: a test keeps the files whole.
fn bundle(
    language: Language,
    files: &[(&'static str, &'static str)],
    plain: &mut HashMap<String, String>,
) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![language.code().parse().unwrap_or_default()]);
    // Isolation marks would be painted as boxes.
    bundle.set_use_isolating(false);
    for (_, content) in files {
        let resource = FluentResource::try_new((*content).to_owned()).unwrap_or_else(|(usable, _)| usable);
        bundle.add_resource_overriding(resource);
    }
    for id in files.iter().flat_map(|(_, content)| ids(content)) {
        let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else { continue };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, None, &mut errors);
        if errors.is_empty() {
            plain.insert(id.to_owned(), text.into_owned());
        } else {
            plain.remove(id);
        }
    }
    bundle
}

/// Words of languages that nothing here is written in, by the ids of the same words in the six languages: what others wrote may
/// hold them. Strokes separate them.
fn other_words() -> HashMap<String, String> {
    let mut words = HashMap::new();
    bundle(Language::English, &[("other-words", include_str!("../assets/other-words.ftl"))], &mut words);
    words
}

/// The ids of the messages in a file: in Fluent, a letter at the start of a line begins one, and nothing else does.
pub fn ids(content: &str) -> impl Iterator<Item = &str> {
    content.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic())).map(|line| {
        let end = line.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
        &line[..end.unwrap_or(line.len())]
    })
}
