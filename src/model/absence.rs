//! When somebody or something is not there.

use super::{CivilTime, Span};

/// A time at which a room is closed or a person is away, on the clock of the event that would need them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// From when on.
    pub from: CivilTime,
    /// Until when, this minute not included.
    pub to: CivilTime,
    /// Why, such as `rehearsal`; may be empty.
    pub reason: String,
}

impl Absence {
    /// The time; `None` where it ends before it begins, which a rule tells.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        (self.from < self.to).then(|| Span::new(self.from, self.to))
    }

    /// The first of these that takes a minute of a time.
    #[must_use]
    pub fn within(all: &[Self], span: Span) -> Option<&Self> {
        all.iter().find(|absence| absence.span().is_some_and(|taken| taken.overlaps(span)))
    }
}
