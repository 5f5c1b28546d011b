//! Events: whatever has dates, a place, a zone and rules of its own.

use chrono::{Datelike, NaiveDate};

use super::zone::Tz;
use super::{CivilTime, Id};
use super::{DocumentId, EventId, LocalText, Row, RowError, RowId, RowKind, Source, Span, Speaking, time::DAY_MINS};

/// The conference, a meeting before it, a milestone or a deadline.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its name in the plan.
    pub id: EventId,
    /// What sort of event it is.
    pub kind: EventKind,
    /// Short name, such as `IRM-1`; empty for most milestones.
    pub code: LocalText,
    /// Full name.
    pub title: LocalText,
    /// When it is.
    pub dates: EventDates,
    /// City and country; empty when not said.
    pub place: LocalText,
    /// The zone in which its sessions' times are read.
    pub zone: Tz,
    /// How people take part; `None` when not said.
    pub format: Option<EventFormat>,
    /// Who holds it or invites to it.
    pub host: LocalText,
    /// Hours kept open on the timeline on each of its days; an event without them is one bar over its days.
    pub hours: Option<DayHours>,
    /// What it is about and what came out.
    pub description: LocalText,
    /// Documents it has, makes or is called by.
    pub documents: Vec<DocumentId>,
    /// Events that must be over before it begins.
    pub after: Vec<EventId>,
    /// Its speaking list.
    pub speaking: Speaking,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

/// What sort of event it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventKind {
    /// The conference itself.
    Conference,
    /// The youth celebration before it.
    YouthCelebration,
    /// An interregional meeting (IRM).
    InterregionalMeeting,
    /// A regional preparatory meeting (RPM).
    RegionalPreparatoryMeeting,
    /// The RPM coordination meeting.
    CoordinationMeeting,
    /// A meeting of an advisory group (TDAG).
    AdvisoryGroup,
    /// A session of the Council.
    Council,
    /// A forum or summit.
    Forum,
    /// A site visit.
    SiteVisit,
    /// A dated step, such as a letter.
    Milestone,
    /// A date by which something must have happened.
    Deadline,
    /// A day off in the host country.
    Holiday,
}

impl EventKind {
    /// All of them, the conference first.
    pub const ALL: [Self; 12] = [
        Self::Conference,
        Self::YouthCelebration,
        Self::InterregionalMeeting,
        Self::RegionalPreparatoryMeeting,
        Self::CoordinationMeeting,
        Self::AdvisoryGroup,
        Self::Council,
        Self::Forum,
        Self::SiteVisit,
        Self::Milestone,
        Self::Deadline,
        Self::Holiday,
    ];
}

/// When an event is, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventDates {
    /// From `first` to `last`, both included.
    Days {
        /// The first day.
        first: NaiveDate,
        /// The last day, not before `first`.
        last: NaiveDate,
    },
    /// Some time in this year (1900–2199).
    Year(i32),
}

impl EventDates {
    /// One day.
    #[must_use]
    pub fn day(date: NaiveDate) -> Self {
        Self::Days { first: date, last: date }
    }

    /// From midnight before the first day to midnight after the last.
    #[must_use]
    pub fn span(self) -> Span {
        let (first, last) = self.first_and_last();
        Span::new(CivilTime::midnight(first), CivilTime::midnight(last).plus_mins(DAY_MINS))
    }

    /// First and last day; of the whole year when only that is known.
    #[must_use]
    pub fn first_and_last(self) -> (NaiveDate, NaiveDate) {
        match self {
            Self::Days { first, last } => (first, last),
            Self::Year(year) => {
                let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
                (day(1, 1), day(12, 31))
            }
        }
    }

    /// How many days, both ends included.
    #[must_use]
    pub fn len_days(self) -> i32 {
        let (first, last) = self.first_and_last();
        last.num_days_from_ce() - first.num_days_from_ce() + 1
    }

    /// Moved by `days`; a bare year stays.
    #[must_use]
    pub fn shifted(self, days: i32) -> Self {
        match self {
            Self::Days { first, last } => {
                let move_by =
                    |date: NaiveDate| CivilTime::midnight(date).plus_mins(days.saturating_mul(DAY_MINS)).date();
                Self::Days { first: move_by(first), last: move_by(last) }
            }
            Self::Year(_) => self,
        }
    }
}

/// How people take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventFormat {
    /// In a place.
    Physical,
    /// On line only.
    Virtual,
    /// Both.
    Hybrid,
    /// By letter.
    Correspondence,
}

impl EventFormat {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Physical, Self::Virtual, Self::Hybrid, Self::Correspondence];
}

/// Hours of a day, `from` before `to`, in minutes since midnight (`0..=1440`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DayHours {
    /// The first minute.
    pub from_min: u16,
    /// The minute after the last.
    pub to_min: u16,
}

impl Event {
    /// Whether this is a day off where another event is held: days off belong to a place, of which the clock tells, and a virtual
    /// meeting has none.
    #[must_use]
    pub fn is_day_off_at(&self, event: &Self) -> bool {
        self.kind == EventKind::Holiday && self.zone == event.zone && event.format != Some(EventFormat::Virtual)
    }
}

impl Row for Event {
    const KIND: RowKind = RowKind::Event;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        self.documents.iter().for_each(|&id| visit(RowId::Document(id)));
        self.after.iter().for_each(|&id| visit(RowId::Event(id)));
    }

    fn check(&self) -> Result<(), RowError> {
        let (first, last) = self.dates.first_and_last();
        if last < first {
            return Err(RowError::DaysReversed);
        }
        if !(1900..=2199).contains(&first.year()) || !(1900..=2199).contains(&last.year()) {
            return Err(RowError::OutOfRange);
        }
        if self.dates.len_days() > 3660 {
            return Err(RowError::TooLong);
        }
        match self.hours {
            Some(hours) if hours.from_min >= hours.to_min || hours.to_min > 1440 => Err(RowError::HoursReversed),
            _ => Ok(()),
        }
    }
}
