//! What is asked: what is to be placed or what has happened, what counts, how long to search.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::app::context::ViewContext;
use crate::arrange::happened::Happened;
use crate::arrange::plan::{What, Wishes, chosen};
use crate::model::{CivilTime, EventId, PersonId, RoomId, SessionId};
use crate::texts::tid;
use crate::workbench::Generation;

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
    /// Whether something has happened; else sessions are to be placed.
    pub mends: bool,
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
            mends: false,
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
    /// To mend what has happened with few moves; `None` where nothing has but errors are to go.
    Mend(Option<Happened>),
}

impl Question {
    /// What a search is for; `None` while it is not said.
    pub fn aim(&self, cx: &ViewContext<'_>) -> Option<Aim> {
        if !self.mends {
            return Some(Aim::Place(match self.place {
                Place::Tray => What::Tray,
                Place::Selected => {
                    let ids: Vec<SessionId> = cx.selection.sessions.iter().copied().collect();
                    (!ids.is_empty()).then_some(What::Sessions(ids))?
                }
                Place::Event(event) => What::Event(event_of(cx, event)?),
                Place::All => What::All,
            }));
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
                let ids: Vec<SessionId> = cx.selection.sessions.iter().copied().collect();
                let [id] = ids[..] else { return None };
                let is_placed = cx.plan.sessions().get(id).is_some_and(|session| session.placement.is_some());
                is_placed.then_some(Happened::Longer(id, self.mins))?
            }
            Change::Nothing => return Some(Aim::Mend(None)),
        };
        Some(Aim::Mend(Some(happened)))
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
    pub counts: [usize; 4],
}

impl Counts {
    /// Whether there is anything to place, where that is asked.
    pub fn has_any(&self, question: &Question) -> bool {
        let [tray, selected, of_event, all] = self.counts;
        question.mends
            || match question.place {
                Place::Tray => tray > 0,
                Place::Selected => selected > 0,
                Place::Event(_) => of_event > 0,
                Place::All => all > 0,
            }
    }

    /// Counts anew where that may be another number.
    pub fn follow(&mut self, cx: &ViewContext<'_>, question: &Question) {
        let event = match question.place {
            Place::Event(chosen) => event_of(cx, chosen),
            _ => cx.index().main_event(),
        };
        let selected: BTreeSet<SessionId> = cx.selection.sessions.iter().copied().collect();
        let now = cx.clock_to_come();
        let of = Some((cx.workbench.generation(), selected.clone(), event, now));
        if self.of == of {
            return;
        }
        let count = |what: What| chosen(cx.plan, &what, now).len();
        let of_event = event.map_or(0, |id| count(What::Event(id)));
        self.counts =
            [count(What::Tray), count(What::Sessions(selected.into_iter().collect())), of_event, count(What::All)];
        self.of = of;
    }
}
