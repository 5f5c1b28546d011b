//! What is asked: what is to be placed or what has happened, what counts, how long to search.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::app::context::ViewContext;
use crate::arrange::happened::Happened;
use crate::arrange::plan::{What, Wishes, chosen};
use crate::arrange::talks::{self, Among};
use crate::model::{CivilTime, EventId, PersonId, RoomId, SessionId};
use crate::texts::tid;
use crate::workbench::Generation;

/// What is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Subject {
    /// Places for sessions.
    #[default]
    Places,
    /// Sessions for talks.
    Talks,
    /// Few moves after something has happened.
    Mends,
}

impl Subject {
    /// All of them, each with the id of its words.
    pub const ALL: [(Self, &'static str); 3] = [
        (Self::Places, tid("arrange-places")),
        (Self::Talks, tid("arrange-talks")),
        (Self::Mends, tid("arrange-mends")),
    ];
}

/// What is to be placed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// What waits in the tray.
    #[default]
    Tray,
    /// What is selected.
    Selected,
    /// All of an event; the one that the plan is about where none is chosen.
    Event(Option<EventId>),
    /// Everything.
    All,
}

/// What has happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Change {
    /// A room is lost.
    #[default]
    Room,
    /// Somebody is away.
    Person,
    /// A day is lost.
    Day,
    /// Two days change places.
    Swap,
    /// The selected session is longer.
    Longer,
    /// Nothing; what is wrong is to be put right.
    Nothing,
}

impl Change {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Room, Self::Person, Self::Day, Self::Swap, Self::Longer, Self::Nothing];

    /// The id of its words.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Room => tid("arrange-room-lost"),
            Self::Person => tid("arrange-person-away"),
            Self::Day => tid("arrange-day-lost"),
            Self::Swap => tid("arrange-days-swapped"),
            Self::Longer => tid("arrange-longer"),
            Self::Nothing => tid("arrange-nothing-happened"),
        }
    }
}

/// What counts, chosen at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    Usual,
    Still,
    Small,
    Halls,
}

impl Preset {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Usual, Self::Still, Self::Small, Self::Halls];

    /// The id of its name.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Usual => tid("arrange-preset-usual"),
            Self::Still => tid("arrange-preset-still"),
            Self::Small => tid("arrange-preset-small"),
            Self::Halls => tid("arrange-preset-halls"),
        }
    }

    /// What counts then.
    pub fn wishes(self) -> Wishes {
        let usual = Wishes::default();
        match self {
            Self::Usual => usual,
            Self::Still => Wishes { keep: 10, small_delegations: 2, balance: 1, ..usual },
            Self::Small => Wishes { small_delegations: 10, balance: 7, ..usual },
            Self::Halls => Wishes { fitting_rooms: 10, keep: 3, ..usual },
        }
    }
}

/// How long a search goes on, in seconds.
pub const TIMES: [u64; 4] = [5, 10, 30, 120];

/// Everything that is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub subject: Subject,
    pub place: Place,
    pub change: Change,
    pub room: Option<RoomId>,
    pub person: Option<PersonId>,
    /// From when to when something is lost, or which two days change places.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// How much longer a session is, in minutes.
    pub mins: i32,
    pub wishes: Wishes,
    /// How long to search, in seconds.
    pub secs: u64,
    /// Whether what is taken is provisional from then on.
    pub is_provisional: bool,
}

impl Default for Question {
    fn default() -> Self {
        Self {
            subject: Subject::default(),
            place: Place::default(),
            change: Change::default(),
            room: None,
            person: None,
            days: None,
            mins: 30,
            wishes: Wishes::default(),
            secs: TIMES[1],
            is_provisional: true,
        }
    }
}

/// What a search is for.
#[derive(Clone, Debug, PartialEq)]
pub enum Aim {
    /// To place sessions.
    Place(What),
    /// To give talks to sessions.
    Talks(Among),
    /// To mend what has happened with few moves; `None` where nothing has but errors are to go.
    Mend(Option<Happened>),
}

impl Question {
    /// What a search is for; `None` while it is not said.
    pub fn aim(&self, cx: &ViewContext<'_>) -> Option<Aim> {
        let selected = || -> Vec<SessionId> { cx.selection.sessions.iter().copied().collect() };
        match self.subject {
            Subject::Places => {
                return Some(Aim::Place(match self.place {
                    Place::Tray => What::Tray,
                    Place::Selected => {
                        let ids = selected();
                        (!ids.is_empty()).then_some(What::Sessions(ids))?
                    }
                    Place::Event(event) => What::Event(event_of(cx, event)?),
                    Place::All => What::All,
                }));
            }
            Subject::Talks => {
                return Some(Aim::Talks(match self.place {
                    Place::Selected => Among::Sessions(selected()),
                    _ => Among::Event(event_of(cx, self.event())?),
                }));
            }
            Subject::Mends => {}
        }
        let (first, last) = self.days(cx)?;
        let happened = match self.change {
            Change::Room => Happened::RoomLost(self.room.filter(|&id| cx.plan.rooms().contains(id))?, first, last),
            Change::Person => {
                Happened::PersonAway(self.person.filter(|&id| cx.plan.people().contains(id))?, first, last)
            }
            Change::Day => Happened::DayLost(first),
            Change::Swap => (first != last).then_some(Happened::DaysSwapped(first, last))?,
            Change::Longer => {
                let [id] = selected()[..] else { return None };
                let is_placed = cx.plan.sessions().get(id).is_some_and(|session| session.placement.is_some());
                is_placed.then_some(Happened::Longer(id, self.mins))?
            }
            Change::Nothing => return Some(Aim::Mend(None)),
        };
        Some(Aim::Mend(Some(happened)))
    }

    /// The event that is chosen, if one is.
    pub fn event(&self) -> Option<EventId> {
        if let Place::Event(event) = self.place { event } else { None }
    }

    /// The days that are meant: those that were chosen, else the one in sight.
    pub fn days(&self, cx: &ViewContext<'_>) -> Option<(NaiveDate, NaiveDate)> {
        self.days.or_else(|| {
            let first = cx.index().meeting_days().keys().next().copied();
            let day = cx.date.or(first)?;
            Some((day, day))
        })
    }
}

/// The event that is meant: the one that was chosen, else the one that the plan is about.
pub fn event_of(cx: &ViewContext<'_>, chosen: Option<EventId>) -> Option<EventId> {
    chosen.filter(|&id| cx.plan.events().contains(id)).or_else(|| cx.index().main_event())
}

/// Of which state of the plan, what selection, which event, and when.
type Counted = (Generation, BTreeSet<SessionId>, Option<EventId>, Option<CivilTime>);

/// How many sessions there are to be placed, counted once for each state of the plan and of what is selected.
#[derive(Debug, Default)]
pub struct Counts {
    of: Option<Counted>,
    /// In the tray, selected, of the event, all.
    pub sessions: [usize; 4],
    /// Talks in sessions that are selected, and of the event.
    pub talks: [usize; 2],
}

impl Counts {
    /// Whether there is anything to place, where that is asked.
    pub fn has_any(&self, question: &Question) -> bool {
        let [tray, selected, of_event, all] = self.sessions;
        match (question.subject, question.place) {
            (Subject::Mends, _) => true,
            (Subject::Talks, Place::Selected) => self.talks[0] > 0,
            (Subject::Talks, _) => self.talks[1] > 0,
            (Subject::Places, Place::Tray) => tray > 0,
            (Subject::Places, Place::Selected) => selected > 0,
            (Subject::Places, Place::Event(_)) => of_event > 0,
            (Subject::Places, Place::All) => all > 0,
        }
    }

    /// Counts anew where that may be another number.
    pub fn follow(&mut self, cx: &ViewContext<'_>, question: &Question) {
        let event = event_of(cx, question.event());
        let selected: BTreeSet<SessionId> = cx.selection.sessions.iter().copied().collect();
        let now = cx.clock_to_come();
        let of = Some((cx.workbench.generation(), selected.clone(), event, now));
        if self.of == of {
            return;
        }
        let count = |what: What| chosen(cx.plan, &what, now).len();
        let of_event = event.map_or(0, |id| count(What::Event(id)));
        let selected: Vec<SessionId> = selected.into_iter().collect();
        let talks = |among: Among| talks::count(cx.plan, &among, now);
        self.talks = [talks(Among::Sessions(selected.clone())), event.map_or(0, |id| talks(Among::Event(id)))];
        self.sessions = [count(What::Tray), count(What::Sessions(selected)), of_event, count(What::All)];
        self.of = of;
    }
}
