//! What happens at the podium while statements are given (§5): what is noted of a session, and how it runs at a moment.
//!
//! Noted is only what nobody can work out: when the chair opened and closed, when the clock stood still and why, and of each
//! statement when it began and how long it was ([`Statement::begun`], [`Statement::spoken_secs`], [`Statement::delivery`]).
//! Who speaks, who comes next, what is late and when it will end follow from that ([`Running`]). So whoever opens the plan
//! again goes on where the real time is.
//!
//! Moments are seconds of UTC since 1970: clocks that are changed do not matter to them.

use std::sync::Arc;

use super::agenda::{self, Taken};
use super::{Delivery, EventId, Plan, Referrers, RowError, SessionId, Statement, speaking, zone};

/// What is noted of the podium of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Podium {
    /// When the chair opened it.
    pub opened: Option<i64>,
    /// So many seconds each statement gets that begins from here on, where it was to be longer; `None` for its own length.
    pub limit_secs: Option<u32>,
    /// When the clock stood still, in the order of time; [`Podium::MOST_STOPS`] at most.
    pub stops: Vec<Stop>,
    /// When the chair closed it.
    pub closed: Option<i64>,
    /// What else its log tells, [`Podium::MOST_NOTES`] at most.
    pub noted: Vec<Noted>,
}

/// Something that was done at a podium and of which no other trace shows when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// When.
    pub at: i64,
    /// For whom, as they were called then: a log does not change when rows do.
    pub who: String,
    /// What.
    pub what: NotedDeed,
}

/// What is noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotedDeed {
    /// They got so many seconds more, or less.
    Extended(i32),
    /// They changed places with this one.
    Swapped(String),
}

/// A time in which the clock of a speaker stood still, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stop {
    /// Why.
    pub why: StopReason,
    /// Since when.
    pub from: i64,
    /// Until when; `None` while it lasts.
    pub to: Option<i64>,
}

/// Why the clock of a speaker stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StopReason {
    /// The interpretation fails.
    Interpretation,
    /// Something else does.
    Technical,
    /// The chair wishes it.
    Chair,
    /// A delegation raises a point of order.
    PointOfOrder,
    /// A delegation replies to what was said.
    Reply,
}

impl StopReason {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Interpretation, Self::Technical, Self::Chair, Self::PointOfOrder, Self::Reply];
}

impl Podium {
    /// A podium that is stopped more often is taken for a slip.
    pub const MOST_STOPS: usize = 500;

    /// A log gets no longer than this.
    pub const MOST_NOTES: usize = 1000;

    /// Notes something, while there is room.
    pub fn note(&mut self, noted: Noted) {
        if self.noted.len() < Self::MOST_NOTES {
            self.noted.push(noted);
        }
    }

    /// The stop that lasts.
    #[must_use]
    pub fn stop(&self) -> Option<Stop> {
        self.stops.last().copied().filter(|stop| stop.to.is_none())
    }

    /// So many seconds the clock stood still between two moments.
    #[must_use]
    pub fn stopped_secs(&self, from: i64, to: i64) -> i64 {
        let within = |stop: &Stop| stop.to.unwrap_or(to).min(to).saturating_sub(stop.from.max(from)).max(0);
        self.stops.iter().map(within).fold(0, i64::saturating_add)
    }

    /// When something is over that begins at a moment and lasts so many seconds, without those in which the clock stands still.
    #[must_use]
    pub fn end_of(&self, begun: i64, secs: i64) -> i64 {
        let still = |end: i64, stop: &Stop| match stop.to {
            Some(to) if stop.from >= begun && stop.from <= end => end.saturating_add(to - stop.from),
            _ => end,
        };
        self.stops.iter().fold(begun.saturating_add(secs), still)
    }

    /// The last moment that is noted here.
    #[must_use]
    pub fn latest(&self) -> Option<i64> {
        let stops = self.stops.iter().flat_map(|stop| [Some(stop.from), stop.to]);
        let noted = self.noted.iter().map(|noted| Some(noted.at));
        stops.chain(noted).chain([self.opened, self.closed]).flatten().max()
    }

    /// Whether times follow one another.
    pub(super) fn check(&self) -> Result<(), RowError> {
        let is_known = |at: i64| Self::KNOWN.contains(&at);
        let ends = |stop: &Stop| stop.to.is_none_or(|to| to >= stop.from && is_known(to)) && is_known(stop.from);
        let follow = self.stops.windows(2).all(|pair| pair[0].to.is_some_and(|to| to <= pair[1].from));
        let noted = self.noted.iter().map(|noted| noted.at);
        let known = [self.opened, self.closed].into_iter().flatten().chain(noted).all(is_known);
        if !known {
            return Err(RowError::OutOfRange);
        }
        let is_short = self.stops.len() <= Self::MOST_STOPS && self.noted.len() <= Self::MOST_NOTES;
        let is_fine = is_short && follow && self.stops.iter().all(ends);
        if is_fine { Ok(()) } else { Err(RowError::PodiumOutOfOrder) }
    }

    /// From 1970 to 2200.
    const KNOWN: std::ops::Range<i64> = 0..7_258_118_400;
}

/// How far a podium has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PodiumStage {
    /// The chair has not opened it.
    Waiting,
    /// The chair has, and nobody has spoken yet.
    Opening,
    /// Somebody speaks.
    Speaking,
    /// Nobody does: speakers change.
    Between,
    /// The chair has closed it.
    Over,
}

/// A statement that is being given, or has been.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// Which.
    pub statement: Arc<Statement>,
    /// Since when.
    pub begun: i64,
    /// So many seconds it has been given, without those in which the clock stood still.
    pub secs: i64,
}

impl Turn {
    /// So many seconds are left; less than none where it is too long.
    #[must_use]
    pub fn left_secs(&self) -> i64 {
        i64::from(self.statement.length_secs).saturating_sub(self.secs)
    }
}

const DAY_SECS: i64 = 24 * 60 * 60;

/// How the statements of a session run at a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Running {
    /// The session.
    pub session: SessionId,
    /// The moment.
    pub now: i64,
    /// When it was to begin; on the day on which it was opened, where that is another one than that of the plan.
    pub starts: i64,
    /// When it was to end.
    pub ends: i64,
    /// What is noted of it.
    pub podium: Podium,
    /// Who speaks.
    pub speaker: Option<Turn>,
    /// Who has spoken, one after the other.
    pub given: Vec<Turn>,
    /// Who is still to speak, in this order; who was called and was not there comes last.
    pub to_come: Vec<Arc<Statement>>,
    /// So many seconds it takes from one speaker to the next.
    pub pause_secs: u32,
    /// So many seconds the chair speaks in it, opening and closing.
    pub chair_secs: u32,
}

impl Running {
    /// That of a session that has a time; `None` for another one.
    #[must_use]
    pub fn of(plan: &Plan, referrers: &dyn Referrers, session: SessionId, now: i64) -> Option<Self> {
        let row = plan.sessions().get(session)?;
        let span = row.span()?;
        let event = plan.events().get(row.event)?;
        let starts = zone::moment(span.start, event.zone);
        // Who rehearses does so on another day, at the hours of the plan.
        let days =
            row.podium.opened.map_or(0, |opened| (opened.saturating_sub(starts) + DAY_SECS / 2).div_euclid(DAY_SECS));
        let starts = starts + days * DAY_SECS;
        let mut running = Self {
            session,
            now,
            starts,
            ends: starts + i64::from(span.mins()) * 60,
            podium: row.podium.clone(),
            speaker: None,
            given: Vec::new(),
            to_come: Vec::new(),
            pause_secs: row.pause_secs,
            chair_secs: event.speaking.chair_secs,
        };
        let mut speaking: Vec<(i64, Arc<Statement>)> = Vec::new();
        for taken in agenda::taken(plan, referrers, session) {
            let Taken::Statement(statement) = taken else { continue };
            match (statement.delivery, statement.begun) {
                (Delivery::Speaking, Some(begun)) => speaking.push((begun, statement)),
                (Delivery::Delivered, begun) => {
                    let secs = i64::from(statement.spoken_secs.unwrap_or(statement.length_secs));
                    running.given.push(Turn { begun: begun.unwrap_or(running.starts), secs, statement });
                }
                _ => running.to_come.push(statement),
            }
        }
        // Only one speaks. Where two are said to, the first has ended when the last began.
        speaking.sort_by_key(|(begun, _)| *begun);
        for at in 0..speaking.len() {
            let (begun, statement) = speaking[at].clone();
            let end = speaking.get(at + 1).map_or(now, |(next, _)| *next);
            let secs = end.saturating_sub(begun).max(0).saturating_sub(running.podium.stopped_secs(begun, end));
            let turn = Turn { statement, begun, secs };
            if at + 1 == speaking.len() { running.speaker = Some(turn) } else { running.given.push(turn) }
        }
        running.given.sort_by_key(|turn| turn.begun);
        running.to_come.sort_by_key(|statement| statement.delivery == Delivery::NotPresent);
        Some(running)
    }

    /// The moment after everything that is noted of it; when it was to begin, where nothing is.
    #[must_use]
    pub fn latest(&self) -> i64 {
        let begun = self.to_come.iter().filter_map(|row| row.begun);
        let turns = self
            .given
            .iter()
            .map(|turn| self.end_of(turn))
            .chain(self.speaker.iter().map(|turn| turn.begun))
            .chain(begun);
        turns.chain(self.podium.latest()).max().unwrap_or(self.starts)
    }

    /// How far it has come.
    #[must_use]
    pub fn stage(&self) -> PodiumStage {
        match () {
            () if self.podium.closed.is_some() => PodiumStage::Over,
            () if self.speaker.is_some() => PodiumStage::Speaking,
            () if !self.given.is_empty() => PodiumStage::Between,
            () if self.podium.opened.is_some() => PodiumStage::Opening,
            () => PodiumStage::Waiting,
        }
    }

    /// So many seconds a statement gets.
    #[must_use]
    pub fn length_secs(&self, statement: &Statement) -> u32 {
        self.podium.limit_secs.map_or(statement.length_secs, |limit| limit.min(statement.length_secs))
    }

    /// When the last speaker ended.
    #[must_use]
    pub fn last_end(&self) -> Option<i64> {
        self.given.iter().map(|turn| self.end_of(turn)).max()
    }

    fn end_of(&self, turn: &Turn) -> i64 {
        self.podium.end_of(turn.begun, turn.secs)
    }
}

/// The session of an event whose podium was opened and not closed.
#[must_use]
pub fn open(plan: &Plan, event: EventId) -> Option<SessionId> {
    let is_open = |podium: &Podium| podium.opened.is_some() && podium.closed.is_none();
    speaking::sessions(plan, event).into_iter().find(|(row, _)| is_open(&row.podium)).map(|(row, _)| row.id)
}

/// The session whose podium runs, or would next: the one that was opened and not closed; else the first that is not over by its
/// time at `now`; else the last. `None` where no statements are given.
#[must_use]
pub fn current(plan: &Plan, now: i64) -> Option<SessionId> {
    let event = speaking::main_event(plan)?;
    let zone = plan.events().get(event)?.zone;
    let parts = speaking::sessions(plan, event);
    let running = open(plan, event);
    let next = parts.iter().find(|(row, span)| row.podium.closed.is_none() && zone::moment(span.end, zone) > now);
    running.or(next.or(parts.last()).map(|(row, _)| row.id))
}
