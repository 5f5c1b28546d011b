//! What a rule reports.

use std::fmt::Write as _;

use chrono::NaiveDate;

use crate::model::{CivilTime, EventId, Role, RowId, SessionId, Severity, Span, WaiverId, fingerprint};

/// One thing a rule reports. The sentence itself is a text; here is what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's name.
    pub rule: &'static str,
    /// How bad it is; never [`Severity::Off`].
    pub severity: Severity,
    /// The id of the sentence.
    pub message: &'static str,
    /// The sessions it concerns, the one to look at first. The sentence can name them as `$first`, `$second`, `$sessions`.
    pub sessions: Vec<SessionId>,
    /// What else the sentence says.
    pub values: Vec<(&'static str, Value)>,
    /// Whether it is about a day or a week as a whole.
    pub(super) is_of_day: bool,
    /// The waiver that covers it.
    pub waiver: Option<WaiverId>,
}

/// A finding without its extent: rule, sentence, sessions, rows, and the day where it is about one.
pub(super) type Trouble<'a> = (&'static str, &'static str, &'a [SessionId], Vec<RowId>, Option<NaiveDate>);

/// A fact in a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// A row, by what it is called.
    Row(RowId),
    /// A number of things.
    Count(i32),
    /// A length.
    Minutes(i32),
    /// A length in seconds.
    Seconds(i32),
    /// A time of day, in minutes since midnight.
    Clock(i32),
    /// A day and a time.
    Time(CivilTime),
    /// A day.
    Day(NaiveDate),
    /// From when to when.
    Span(Span),
    /// A word that a file holds, as it stands there.
    Word(&'static str),
}

impl Finding {
    /// What it says, as 16 hexadecimal digits: the same as long as the rule, the sentence, its sessions and everything
    /// else in it stay the same. A waiver holds while this does.
    #[must_use]
    pub fn facts(&self) -> String {
        fingerprint(&self.written())
    }

    /// The same with days counted from one: of a finding that has moved along with that day, they stay as they are.
    pub(super) fn facts_from(&self, first: NaiveDate) -> String {
        fingerprint(&self.written_from(Some(first)))
    }

    /// Everything it says, on one line.
    pub(super) fn written(&self) -> String {
        self.written_from(None)
    }

    fn written_from(&self, first: Option<NaiveDate>) -> String {
        let day = |day: NaiveDate| match first {
            Some(first) => format!("{:+}", day.signed_duration_since(first).num_days()),
            None => day.to_string(),
        };
        let time = |time: CivilTime| match first {
            Some(_) => format!("{}T{}", day(time.date()), time.minute_of_day()),
            None => time.to_string(),
        };
        let mut text = format!("{} {}", self.rule, self.message);
        for id in &self.sessions {
            let _ = write!(text, " {id}");
        }
        for (name, value) in &self.values {
            let _ = match value {
                Value::Row(row) => write!(text, " {name}={row}"),
                Value::Count(n) | Value::Minutes(n) | Value::Seconds(n) | Value::Clock(n) => {
                    write!(text, " {name}={n}")
                }
                Value::Time(at) => write!(text, " {name}={}", time(*at)),
                Value::Day(on) => write!(text, " {name}={}", day(*on)),
                Value::Span(span) => write!(text, " {name}={}/{}", time(span.start), time(span.end)),
                Value::Word(word) => write!(text, " {name}={word}"),
            };
        }
        text
    }

    /// Whom it misses, and in which event, where nobody can be moved to clear it but somebody can be added.
    #[must_use]
    pub fn missing_role(&self) -> Option<(EventId, Role)> {
        let is_none = !self.values.iter().any(|(name, value)| *name == "count" && *value != Value::Count(0));
        let role = match self.message {
            "finding-irm-chair" => Role::Chair,
            "finding-irm-no-vice-chairs" | "finding-irm-vice-chair" => Role::ViceChair,
            _ => return None,
        };
        let event = self.rows().find_map(|row| if let RowId::Event(id) = row { Some(id) } else { None });
        event.filter(|_| is_none).map(|event| (event, role))
    }

    /// Whether both report the same trouble, perhaps to another extent.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        self.trouble() == other.trouble()
    }

    /// The rows that the sentence names besides sessions.
    pub fn rows(&self) -> impl Iterator<Item = RowId> {
        self.values.iter().filter_map(|(_, value)| match value {
            Value::Row(row) => Some(*row),
            _ => None,
        })
    }

    /// Whether both say the same, whatever their severity and whether they are waived.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.is_like(other) && self.values == other.values
    }

    /// What makes it the same trouble as another: everything but the extent. The rows belong to it: a second document
    /// that comes late to a session is new trouble, a document that comes a day later is not. The day belongs to what is
    /// said about a day: no time for lunch on Tuesday is not the same as on Monday.
    pub(super) fn trouble(&self) -> Trouble<'_> {
        let rows = self.values.iter().filter_map(|(_, value)| match value {
            Value::Row(row) => Some(*row),
            _ => None,
        });
        let day = self.values.iter().find_map(|(_, value)| match value {
            Value::Day(day) if self.is_of_day => Some(*day),
            _ => None,
        });
        (self.rule, self.message, &self.sessions, rows.collect(), day)
    }

    /// The first day that it says something about, of those in its sentence.
    #[must_use]
    pub fn date(&self) -> Option<NaiveDate> {
        self.values.iter().find_map(|(_, value)| match value {
            Value::Day(day) => Some(*day),
            Value::Time(time) => Some(time.date()),
            Value::Span(span) => Some(span.start.date()),
            _ => None,
        })
    }

    /// Whether it counts: it is not waived.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.waiver.is_none()
    }
}
