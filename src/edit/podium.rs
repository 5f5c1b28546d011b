//! What is done at the podium: it is opened, somebody speaks, the clock stops, somebody is not there, it is closed.
//!
//! Each is one step, so that a slip is taken back like any other; a moment is never before the one that was noted last, also
//! where the clock of the computer has been set back.

use std::sync::Arc;

use crate::model::podium::{self, PodiumStage, Running, Turn};
use crate::model::speaking::{Part, SpeakingList};
use crate::model::{
    CivilTime, Delivery, Held, LocalText, Noted, NotedDeed, Patch, Plan, Podium, Referrers, Session, SessionId,
    Statement, StatementId, Stop, StopReason, zone,
};

use super::refusal::Refusal;
use super::statements::{self, HELD_STEP, OnList};

mod ways;

pub use ways::{Way, WayOut, ways};

/// Something that is done at the podium of a session.
#[derive(Clone, Debug, PartialEq)]
pub enum OnPodium {
    /// The chair opens it.
    Open,
    /// Somebody begins to speak; who spoke until now has ended.
    Speak(StatementId),
    /// Who speaks has ended.
    End,
    /// The clock of who speaks begins anew.
    Restart,
    /// Who speaks gets so many seconds more, or less.
    Extend(i32),
    /// Two who are still to come change places, each with the words by which they agreed.
    Swap([StatementId; 2], [String; 2]),
    /// Nobody who begins from here on speaks longer than this; `None`: everybody as long as was given.
    Limit(Option<u32>),
    /// The clock stands still.
    Pause(StopReason),
    /// It goes on.
    Resume,
    /// Somebody was called and is not there: called again after all others, and then put on a place in a later session.
    NotPresent(StatementId),
    /// These speak in another session of the list, at its end.
    MoveOn(Vec<StatementId>, SessionId),
    /// The chair closes it. Who has not spoken gets a place in a later session, where there is one.
    Close,
}

/// What a step did at the podium.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are the description")]
pub enum PodiumDeed {
    Open,
    Speak,
    End,
    Restart,
    Extend,
    Swap,
    Limit,
    Pause,
    Resume,
    NotPresent,
    MoveOn,
    Close,
}

impl PodiumDeed {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Open,
        Self::Speak,
        Self::End,
        Self::Restart,
        Self::Extend,
        Self::Swap,
        Self::Limit,
        Self::Pause,
        Self::Resume,
        Self::NotPresent,
        Self::MoveOn,
        Self::Close,
    ];
}

impl OnPodium {
    /// What it does.
    #[must_use]
    pub fn deed(&self) -> PodiumDeed {
        match self {
            Self::Open => PodiumDeed::Open,
            Self::Speak(_) => PodiumDeed::Speak,
            Self::End => PodiumDeed::End,
            Self::Restart => PodiumDeed::Restart,
            Self::Extend(_) => PodiumDeed::Extend,
            Self::Swap(..) => PodiumDeed::Swap,
            Self::Limit(_) => PodiumDeed::Limit,
            Self::Pause(_) => PodiumDeed::Pause,
            Self::Resume => PodiumDeed::Resume,
            Self::NotPresent(_) => PodiumDeed::NotPresent,
            Self::MoveOn(..) => PodiumDeed::MoveOn,
            Self::Close => PodiumDeed::Close,
        }
    }

    /// The step that takes a way out; `None` where nothing is to be done.
    #[must_use]
    pub fn of(way: &Way) -> Option<Self> {
        match way {
            Way::MoveOn { who, to, .. } => Some(Self::MoveOn(who.clone(), *to)),
            Way::Limit(secs) => Some(Self::Limit(Some(*secs))),
            Way::Late => None,
        }
    }

    /// To whom, where that is one; else in which session.
    pub(super) fn object(&self, plan: &Plan, session: SessionId) -> LocalText {
        let one = match self {
            Self::Speak(id) | Self::NotPresent(id) | Self::Swap([id, _], _) => Some(*id),
            Self::MoveOn(ids, _) => ids.first().copied().filter(|_| ids.len() == 1),
            _ => None,
        };
        let name = one.map(|id| name_of(plan, id)).filter(|name| !name.is_empty());
        let title = || plan.sessions().get(session).map(|row| row.title.clone()).unwrap_or_default();
        name.map_or_else(title, |name| LocalText::from(name.as_str()))
    }
}

/// For whom a statement is given; the speaker where that is not known.
fn name_of(plan: &Plan, id: StatementId) -> String {
    let person = plan.statements().get(id).and_then(|row| plan.people().get(row.speaker));
    let name = person.map(|person| if person.represents.is_empty() { &person.name } else { &person.represents });
    name.cloned().unwrap_or_default()
}

/// The patch that does it, at a moment in seconds of UTC since 1970.
pub(super) fn resolve(
    plan: &Plan,
    referrers: &dyn Referrers,
    (session, at, what): (SessionId, i64, &OnPodium),
) -> Result<Patch, Refusal> {
    let row = plan.sessions().get(session).ok_or(Refusal::Missing(session.into()))?;
    let begins = matches!(what, OnPodium::Open | OnPodium::Speak(_));
    if let Some(other) = podium::open(plan, row.event).filter(|other| begins && *other != session) {
        return Err(Refusal::PodiumOpen(other));
    }
    let running = Running::of(plan, referrers, session, at).ok_or(Refusal::Unscheduled(session))?;
    // A clock that was set back makes nothing earlier than what was before.
    let at = if running.podium.opened.is_none() { at } else { at.max(running.latest()) };
    let running = Running { now: at, ..Running::of(plan, referrers, session, at).unwrap_or(running) };
    let mut step = Step { plan, referrers, row, at, patch: Patch::default(), podium: row.podium.clone() };
    step.take(&running, what)?;
    let Step { mut patch, podium, .. } = step;
    let held = held(plan, (row, &podium));
    patch.put(plan, Session { held, podium, ..Session::clone(row) });
    Ok(patch)
}

/// The real times of the session: those of its podium, unless somebody has noted others.
fn held(plan: &Plan, (row, podium): (&Session, &Podium)) -> Option<Held> {
    let local = |at: i64| -> Option<CivilTime> {
        let event = plan.events().get(row.event)?;
        Some(zone::civil_at(at, event.zone)?.0)
    };
    let mut held = row.held.clone().or_else(|| podium.opened.and_then(local).map(Held::since))?;
    let closed = podium.closed.and_then(local).filter(|closed| *closed > held.latest());
    held.adjourned = held.adjourned.or(closed);
    Some(held)
}

/// One step while it is worked out.
struct Step<'a> {
    plan: &'a Plan,
    referrers: &'a dyn Referrers,
    row: &'a Session,
    at: i64,
    patch: Patch,
    podium: Podium,
}

impl Step<'_> {
    fn take(&mut self, running: &Running, what: &OnPodium) -> Result<(), Refusal> {
        match what {
            OnPodium::Open => self.open(),
            OnPodium::Speak(id) => {
                let next = to_come(running, *id)?;
                self.open();
                self.end(running.speaker.as_ref());
                let length_secs = running.length_secs(&next);
                let (delivery, begun, spoken_secs) = (Delivery::Speaking, Some(self.at), None);
                self.put(Statement { length_secs, delivery, begun, spoken_secs, ..Statement::clone(&next) });
            }
            OnPodium::End => self.end(running.speaker.as_ref()),
            OnPodium::Restart => {
                if let Some(turn) = &running.speaker {
                    self.put(Statement { begun: Some(self.at), ..Statement::clone(&turn.statement) });
                }
            }
            OnPodium::Extend(secs) => {
                if let Some(turn) = &running.speaker {
                    let length_secs = turn.statement.length_secs.saturating_add_signed(*secs).min(MOST_SECS);
                    self.put(Statement { length_secs, ..Statement::clone(&turn.statement) });
                    let by = i64::from(length_secs) - i64::from(turn.statement.length_secs);
                    if let Ok(secs @ (1.. | ..=-1)) = i32::try_from(by) {
                        self.note(turn.statement.id, NotedDeed::Extended(secs));
                    }
                }
            }
            OnPodium::Swap(ids, consents) => {
                for id in ids {
                    to_come(running, *id)?;
                }
                self.patch = statements::resolve(self.plan, self.referrers, &OnList::Swap(*ids, consents.clone()))?;
                self.note(ids[0], NotedDeed::Swapped(name_of(self.plan, ids[1])));
            }
            OnPodium::Limit(limit) => self.podium.limit_secs = limit.map(|secs| secs.clamp(LEAST_SECS, MOST_SECS)),
            // Why it stands still may be said after it stopped.
            OnPodium::Pause(why) if self.podium.stop().is_some() => {
                if let Some(stop) = self.podium.stops.last_mut() {
                    stop.why = *why;
                }
            }
            OnPodium::Pause(why) => {
                if self.podium.stops.len() < Podium::MOST_STOPS && running.stage() != PodiumStage::Waiting {
                    self.podium.stops.push(Stop { why: *why, from: self.at, to: None });
                }
            }
            OnPodium::Resume => self.resume(),
            OnPodium::NotPresent(id) => self.not_present(running, *id)?,
            OnPodium::MoveOn(ids, to) => {
                let list = SpeakingList::of(self.plan, self.referrers, self.row.event);
                let part = list.parts.iter().find(|part| part.session == *to);
                let part = part.ok_or(Refusal::Missing((*to).into()))?;
                let who = ids.iter().map(|id| to_come(running, *id)).collect::<Result<Vec<_>, _>>()?;
                let are_absent = who.iter().all(|row| row.delivery == Delivery::NotPresent);
                self.put_into(part, &who, are_absent && who.len() <= part.held(&list.speaking));
            }
            OnPodium::Close => {
                self.end(running.speaker.as_ref());
                self.resume();
                self.podium.closed = Some(self.at);
                self.place_later(&running.to_come);
            }
        }
        Ok(())
    }

    fn note(&mut self, who: StatementId, what: NotedDeed) {
        self.podium.note(Noted { at: self.at, who: name_of(self.plan, who), what });
    }

    fn open(&mut self) {
        self.podium.opened = self.podium.opened.or(Some(self.at));
        self.podium.closed = None;
    }

    /// Ends who speaks, and what interrupted it.
    fn end(&mut self, speaker: Option<&Turn>) {
        let Some(turn) = speaker else { return };
        self.resume();
        let secs = self.at.saturating_sub(turn.begun) - self.podium.stopped_secs(turn.begun, self.at);
        let spoken_secs = u32::try_from(secs).ok();
        self.put(Statement { delivery: Delivery::Delivered, spoken_secs, ..Statement::clone(&turn.statement) });
    }

    fn resume(&mut self) {
        if let Some(stop) = self.podium.stops.last_mut().filter(|stop| stop.to.is_none()) {
            stop.to = Some(self.at.max(stop.from));
        }
    }

    /// Who is called the first time comes again after all others; who is called the second time gets a place later on.
    fn not_present(&mut self, running: &Running, id: StatementId) -> Result<(), Refusal> {
        let statement = match &running.speaker {
            // It was thought that they would come.
            Some(turn) if turn.statement.id == id => Arc::clone(&turn.statement),
            _ => to_come(running, id)?,
        };
        self.resume();
        if statement.delivery == Delivery::NotPresent && self.place_later(&[Arc::clone(&statement)]) {
            return Ok(());
        }
        let (delivery, begun) = (Delivery::NotPresent, Some(self.at));
        self.put(Statement { delivery, begun, spoken_secs: None, ..Statement::clone(&statement) });
        Ok(())
    }

    /// Gives places in later sessions; whether everybody has got one. Who has not stays where they are, and nobody falls off.
    fn place_later(&mut self, statements: &[Arc<Statement>]) -> bool {
        let list = SpeakingList::of(self.plan, self.referrers, self.row.event);
        let own = list.parts.iter().position(|part| part.session == self.row.id);
        let later = own.and_then(|at| list.parts.get(at + 1..)).unwrap_or_default();
        let mut waiting = statements.iter();
        for part in later {
            let who: Vec<_> = waiting.by_ref().take(part.free()).cloned().collect();
            // Whoever was not there comes late: a held place, where there are as many.
            self.put_into(part, &who, who.len() <= part.held(&list.speaking));
        }
        waiting.next().is_none()
    }

    /// Behind all who have a place there, or on held ones, which come last.
    fn put_into(&mut self, part: &Part, who: &[Arc<Statement>], held_place: bool) {
        let behind = if held_place { &part.lines[..] } else { &part.lines[..part.usual()] };
        let mut order = behind.iter().map(|line| line.statement.order).max().unwrap_or(0);
        if held_place {
            order = order.saturating_add(HELD_STEP);
        }
        for statement in who {
            order = order.saturating_add(STEP);
            let (session, delivery) = (Some(part.session), Delivery::Moved);
            let statement = Statement::clone(statement);
            self.put(Statement { session, order, delivery, held_place, by_hand: true, begun: None, ..statement });
        }
    }

    fn put(&mut self, row: Statement) {
        self.patch.put(self.plan, row);
    }
}

/// So far apart are two neighbours on the list, so that somebody can be put in between.
const STEP: i32 = 10;
/// Nobody speaks for less, or more, than this.
const LEAST_SECS: u32 = 30;
const MOST_SECS: u32 = 3600;

fn to_come(running: &Running, id: StatementId) -> Result<Arc<Statement>, Refusal> {
    running.to_come.iter().find(|row| row.id == id).cloned().ok_or(Refusal::Missing(id.into()))
}
