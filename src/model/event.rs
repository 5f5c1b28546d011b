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
    /// Its theme, such as the one that §3.5 proposes; empty for most.
    pub theme: LocalText,
    /// What it is about and what came out.
    pub description: LocalText,
    /// Documents it has, makes or is called by.
    pub documents: Vec<DocumentId>,
    /// Events that must be over before it begins.
    pub after: Vec<EventId>,
    /// Its speaking list.
    pub speaking: Speaking,
    /// Who sees to it, such as `Host country`.
    pub owner: LocalText,
    /// How far it has come, as far as somebody has said so; what is late or at risk follows from days
    /// ([`preparation`](super::preparation)).
    pub state: Option<StepState>,
    /// What is to be done next.
    pub next_step: LocalText,
    /// The planning areas that it belongs to.
    pub areas: Vec<EventId>,
    /// The event that its day is counted from; its dates follow that one's ([`Patch::settle_days`](super::Patch::settle_days)).
    pub counts_from: Option<CountsFrom>,
    /// What the deadline is for.
    pub class: Option<DeadlineClass>,
    /// What came of a consultation of the Member States.
    pub tally: Option<Tally>,
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
    /// An area of the planning, such as transport: its last day is by when it must be ready, a year where no day is known.
    PlanningArea,
}

impl EventKind {
    /// All of them, the conference first.
    pub const ALL: [Self; 13] = [
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
        Self::PlanningArea,
    ];
}

/// How far a step of the preparation has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StepState {
    /// Nothing has been done.
    Open,
    /// Somebody is at it.
    UnderWay,
    /// Its result is there.
    Done,
}

impl StepState {
    /// All of them, in the order in which they follow one another.
    pub const ALL: [Self; 3] = [Self::Open, Self::UnderWay, Self::Done];
}

/// What a deadline is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeadlineClass {
    /// Contributions that are to be translated.
    Contributions,
    /// Revisions of contributions.
    Revisions,
    /// Documents of any kind.
    Documents,
    /// Requests for something, such as a slot in a segment.
    Requests,
    /// Registration.
    Registration,
    /// Answers to a letter.
    Answers,
}

impl DeadlineClass {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Contributions, Self::Revisions, Self::Documents, Self::Requests, Self::Registration, Self::Answers];
}

/// From which event a day is counted, and how far away it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CountsFrom {
    /// The event.
    pub event: EventId,
    /// Its first day or its last.
    pub edge: DayEdge,
    /// So many days after that day; before it where it is negative.
    pub days: i32,
}

impl CountsFrom {
    /// The most days that can be counted either way.
    pub const MOST_DAYS: i32 = 3660;

    /// The day, where the event is on these dates; `None` where they are not known.
    #[must_use]
    pub fn day(self, dates: EventDates) -> Option<NaiveDate> {
        let EventDates::Days { first, last } = dates else { return None };
        let day = match self.edge {
            DayEdge::First => first,
            DayEdge::Last => last,
        };
        day.checked_add_signed(chrono::Duration::days(self.days.into()))
    }
}

/// An end of the days of an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayEdge {
    /// The first day.
    #[default]
    First,
    /// The last day.
    Last,
}

/// What came of a consultation: each number as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Tally {
    /// How many Member States were asked.
    pub asked: Option<u16>,
    /// How many replied.
    pub replies: Option<u16>,
    /// How many are in favour.
    pub in_favour: Option<u16>,
    /// How many must be in favour.
    pub needed: Option<u16>,
    /// What was announced: whether enough are.
    pub announced: Option<bool>,
}

impl Tally {
    /// Whether enough are in favour: as the numbers say, else as it was announced; `None` where nobody knows.
    #[must_use]
    pub fn is_reached(self) -> Option<bool> {
        self.in_favour.zip(self.needed).map(|(in_favour, needed)| in_favour >= needed).or(self.announced)
    }
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
    /// One of a kind on some days, of which nothing else is known.
    #[must_use]
    pub fn new(id: EventId, kind: EventKind, dates: EventDates, zone: Tz) -> Self {
        Self {
            id,
            kind,
            code: LocalText::default(),
            title: LocalText::default(),
            dates,
            place: LocalText::default(),
            zone,
            format: None,
            host: LocalText::default(),
            hours: None,
            theme: LocalText::default(),
            description: LocalText::default(),
            documents: Vec::new(),
            after: Vec::new(),
            speaking: Speaking::default(),
            owner: LocalText::default(),
            state: None,
            next_step: LocalText::default(),
            areas: Vec::new(),
            counts_from: None,
            class: None,
            tally: None,
            sources: Vec::new(),
        }
    }

    /// Whether it is one of the dates on the way to what the plan is about: no day of it is open for sessions.
    #[must_use]
    pub fn is_on_the_way(&self) -> bool {
        self.hours.is_none() && !matches!(self.kind, EventKind::Holiday | EventKind::PlanningArea)
    }

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
        self.after.iter().chain(&self.areas).for_each(|&id| visit(RowId::Event(id)));
        self.counts_from.iter().for_each(|counts| visit(RowId::Event(counts.event)));
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
        if self
            .counts_from
            .is_some_and(|counts| !(-CountsFrom::MOST_DAYS..=CountsFrom::MOST_DAYS).contains(&counts.days))
        {
            return Err(RowError::OutOfRange);
        }
        match self.hours {
            Some(hours) if hours.from_min >= hours.to_min || hours.to_min > 1440 => Err(RowError::HoursReversed),
            _ => Ok(()),
        }
    }
}
