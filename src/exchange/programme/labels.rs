//! The words around the data: column heads, names of kinds, days.

use std::sync::Arc;

use chrono::NaiveDate;

use super::super::words::Words;
use super::{Entry, Programme, Revision};
use crate::model::zone;
use crate::model::{CivilTime, Kind, Language, Role, SessionKind, Status};
use crate::texts::{Texts, Value, dates, names, tid};

/// The texts of all chosen languages. Cheap to clone.
#[derive(Clone)]
pub struct Labels {
    texts: Arc<[Texts]>,
}

impl Labels {
    /// The texts in `languages`.
    #[must_use]
    pub fn new(languages: &[Language]) -> Self {
        Self { texts: languages.iter().map(|&language| Texts::new(language)).collect() }
    }

    /// The texts in the leading language.
    #[must_use]
    pub fn leading(&self) -> &Texts {
        &self.texts[0]
    }

    /// The text `id` in every language.
    #[must_use]
    pub fn text(&self, id: &str) -> Words {
        self.each(|texts| texts.text(id).to_owned())
    }

    /// The text `id` in every language, with its variables filled in.
    #[must_use]
    pub fn text_with(&self, id: &str, values: &[(&str, Value<'_>)]) -> Words {
        self.each(|texts| texts.text_with(id, values))
    }

    /// What `write` says in every language.
    #[must_use]
    pub fn each(&self, write: impl Fn(&Texts) -> String) -> Words {
        let mut words = Words::default();
        for texts in self.texts.iter() {
            words.push(texts.language(), write(texts));
        }
        words
    }

    /// `Monday 17 November 2025`, as it begins a line: with a capital also where the names of days have none.
    #[must_use]
    pub fn day_long(&self, date: NaiveDate) -> Words {
        self.each(|texts| capitalized(&dates::day_long(texts, date)))
    }

    /// `Mon 17 Nov`, as it begins a line.
    #[must_use]
    pub fn day_short(&self, date: NaiveDate) -> Words {
        self.each(|texts| capitalized(&dates::day_short(texts, date)))
    }

    /// Names one behind the other, as the leading language has it: `Hall A, Hall B`.
    #[must_use]
    pub fn names(&self, names: impl IntoIterator<Item = impl AsRef<str>>) -> String {
        names
            .into_iter()
            .map(|name| name.as_ref().to_owned())
            .collect::<Vec<_>>()
            .join(&self.between(tid("handout-comma")))
    }

    /// The same of texts in any script: beside Arabic each has a direction of its own, so that they follow each other from the
    /// right.
    #[must_use]
    pub fn list(&self, texts: impl IntoIterator<Item = impl AsRef<str>>) -> String {
        self.apart(texts).join(&self.between(tid("handout-comma")))
    }

    /// The same, of texts that may have commas themselves: `Chair: Ms Perera; Secretary: Mr Koffi`.
    #[must_use]
    pub fn wide_list(&self, texts: impl IntoIterator<Item = impl AsRef<str>>) -> String {
        self.apart(texts).join(&self.between(tid("handout-semicolon")))
    }

    fn apart(&self, texts: impl IntoIterator<Item = impl AsRef<str>>) -> Vec<String> {
        let is_arabic = self.leading().language() == Language::Arabic;
        let apart = |text: &str| if is_arabic { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() };
        texts.into_iter().map(|text| apart(text.as_ref())).collect()
    }

    /// A sign between texts, with the space behind it; Chinese signs bring theirs along.
    fn between(&self, sign: &str) -> String {
        let space = if self.leading().language() == Language::Chinese { "" } else { " " };
        format!("{}{space}", self.leading().text(sign))
    }

    /// What sort of session.
    #[must_use]
    pub fn kind(&self, kind: SessionKind) -> Words {
        self.text(names::session_kind(kind))
    }

    /// What sort of session an entry is, where its title does not say that; for what is of no named sort, nothing.
    #[must_use]
    pub fn kind_beside_title(&self, entry: &Entry) -> Words {
        let kind = entry.kind_name.clone();
        let is_plain = matches!(entry.called, Kind::BuiltIn(SessionKind::Break | SessionKind::Other));
        let says_nothing = is_plain || kind == entry.title;
        if says_nothing { Words::default() } else { kind }
    }

    /// `Chair: Ms Perera`, as the leading language writes it.
    #[must_use]
    pub fn labelled(&self, label: &str, text: &str) -> String {
        self.leading().text_with(tid("handout-labelled"), &[("label", label.into()), ("text", text.into())])
    }

    /// What stands between a label and what it says: `: `, with a space before it in French, one wide sign in Chinese.
    #[must_use]
    pub fn colon(&self) -> String {
        self.labelled("", "")
    }

    /// What somebody does.
    #[must_use]
    pub fn role(&self, role: Role) -> Words {
        self.text(names::role(role))
    }

    /// How sure.
    #[must_use]
    pub fn status(&self, status: Status) -> Words {
        self.text(names::status(status))
    }

    /// What became of a session, as it begins a line.
    #[must_use]
    pub fn revision(&self, revision: Revision) -> Words {
        let id = match revision {
            Revision::New => tid("change-new"),
            Revision::Changed => tid("change-changed"),
            Revision::Cancelled => tid("change-cancelled"),
        };
        self.each(|texts| capitalized(texts.text(id)))
    }

    /// `09:30–10:45`; the same in all languages, and beside Arabic isolated (Unicode Standard Annex #9, §2.4), or it would
    /// be drawn from the right in some places and from the left in others.
    #[must_use]
    pub fn hours(&self, entry: &Entry) -> String {
        self.isolated(dates::clock_span(self.leading(), entry.span))
    }

    /// The hours of an entry as they are told on a day: as [`Self::hours`]; of what has begun on a day before, until when it
    /// goes on: `until Fri 21 Nov 18:00`.
    #[must_use]
    pub fn hours_on(&self, entry: &Entry, date: NaiveDate) -> String {
        if entry.span.start.date() == date {
            return self.hours(entry);
        }
        if entry.last_day() != date {
            return self.until(entry);
        }
        let hour = self.isolated(entry.span.end_clock());
        self.leading().text_with(tid("handout-until-hour"), &[("hour", (&hour).into())])
    }

    /// Until when an entry goes on: `until Fri 21 Nov 18:00`.
    #[must_use]
    pub fn until(&self, entry: &Entry) -> String {
        let texts = self.leading();
        let (day, hour) = (dates::day_short(texts, entry.span.last_day()), self.isolated(entry.span.end_clock()));
        texts.text_with(tid("handout-until-day"), &[("day", (&day).into()), ("hour", (&hour).into())])
    }

    /// Figures that run from left to right, kept so beside Arabic.
    #[must_use]
    pub fn isolated(&self, figures: String) -> String {
        let is_arabic = self.texts.iter().any(|texts| texts.language() == Language::Arabic);
        if is_arabic { format!("\u{2066}{figures}\u{2069}") } else { figures }
    }
}

/// A text with a capital at its beginning.
fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Programme {
    /// `Rev. 3`, or that it is a draft; also that it is for the team only, where that is so.
    #[must_use]
    pub fn release_words(&self) -> Words {
        let release = match self.release {
            0 => self.labels.text(tid("handout-draft")),
            number => self.labels.text_with(tid("handout-release"), &[("number", number.into())]),
        };
        if !self.is_internal {
            return release;
        }
        let internal = self.labels.text(tid("handout-internal"));
        self.labels.each(|texts| format!("{} · {}", release.get(texts.language()), internal.get(texts.language())))
    }

    /// The day on which it was made, on the clock of the programme: `as of 17 November 2025`.
    #[must_use]
    pub fn made_words(&self) -> Words {
        let today = self.made_here().date();
        self.labels.each(|texts| {
            let date = dates::dates_text(texts, today, today);
            texts.text_with("handout-made", &[("date", (&date).into())])
        })
    }

    /// When it was made, on the clock of the programme.
    #[must_use]
    pub fn made_here(&self) -> CivilTime {
        zone::civil(self.made, self.zone.unwrap_or(self.home))
    }

    /// Which clock the times are told by: `All times: Asia/Baku (UTC+4)`.
    #[must_use]
    pub fn zone_words(&self) -> Words {
        let zones: std::collections::BTreeSet<&str> = self.entries.iter().map(|entry| entry.zone.name()).collect();
        let mut offsets: Vec<i32> = self.entries.iter().map(Entry::offset_mins).collect();
        offsets.sort_unstable();
        offsets.dedup();
        let (Some(name), 1) = (zones.first(), zones.len()) else {
            return if zones.is_empty() { Words::default() } else { self.labels.text(tid("handout-times-local")) };
        };
        let offset = offsets.iter().map(|&mins| offset_text(mins)).collect::<Vec<_>>().join(", ");
        self.labels.text_with("handout-all-times", &[("zone", (*name).into()), ("offset", (&offset).into())])
    }
}

/// `UTC`, `UTC+4`, `UTC−3:30`.
#[must_use]
pub fn offset_text(mins: i32) -> String {
    let (hours, rest) = (mins.abs() / 60, mins.abs() % 60);
    let sign = if mins < 0 { '−' } else { '+' };
    match (mins, rest) {
        (0, _) => "UTC".to_owned(),
        (_, 0) => format!("UTC{sign}{hours}"),
        _ => format!("UTC{sign}{hours}:{rest:02}"),
    }
}
