//! What is stored of the youth celebration (C25/30-R §7.1): the elements of its programme that a session serves, and the groups that
//! go on a visit. What follows from that is [`celebration`](super::celebration).

use std::fmt;

use super::{LocalText, time::DAY_MINS};

/// An element of the programme of the youth celebration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum YouthElement {
    /// (a) Dialogue between generations.
    Dialogue,
    /// (b) Inspirational talks.
    Talks,
    /// (c) Activities that highlight the role of youth in digital development.
    Activities,
    /// (d) Direct interaction of youth with policy-makers and stakeholders.
    Interaction,
    /// (e) Visits for youth that the host country organizes.
    Visits,
}

impl YouthElement {
    /// All of them, in the order of §7.1.
    pub const ALL: [Self; 5] = [Self::Dialogue, Self::Talks, Self::Activities, Self::Interaction, Self::Visits];
}

/// Some of the elements.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YouthElements {
    bits: u8,
}

impl YouthElements {
    /// None of them.
    pub const EMPTY: Self = Self { bits: 0 };

    /// Whether an element is among them.
    #[must_use]
    pub fn contains(self, element: YouthElement) -> bool {
        self.bits & (1 << element as u8) != 0
    }

    /// The same with an element, or without.
    #[must_use]
    pub fn with(self, element: YouthElement, inside: bool) -> Self {
        let bit = 1 << element as u8;
        Self { bits: if inside { self.bits | bit } else { self.bits & !bit } }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// Them, in the order of §7.1.
    pub fn iter(self) -> impl Iterator<Item = YouthElement> {
        YouthElement::ALL.into_iter().filter(move |&element| self.contains(element))
    }
}

impl FromIterator<YouthElement> for YouthElements {
    fn from_iter<I: IntoIterator<Item = YouthElement>>(elements: I) -> Self {
        elements.into_iter().fold(Self::EMPTY, |set, element| set.with(element, true))
    }
}

impl fmt::Debug for YouthElements {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

/// A group that goes on a visit, with its transport. All but the name as far as it is known; hours are those of the clock of the
/// event, on the day of the visit, so that they move with it from day to day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VisitGroup {
    /// Who goes, or where to.
    pub name: LocalText,
    /// How many go.
    pub people: Option<u32>,
    /// The minute of the day at which it departs, `0..1440`.
    pub departs: Option<u16>,
    /// The minute of the day at which it is back.
    pub returns: Option<u16>,
    /// How many seats its transport has.
    pub seats: Option<u32>,
}

impl VisitGroup {
    /// Whether it goes at a minute that no day has.
    #[must_use]
    pub(super) fn is_odd(&self) -> bool {
        [self.departs, self.returns].into_iter().flatten().any(|minute| i32::from(minute) >= DAY_MINS)
    }
}
