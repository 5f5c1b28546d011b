//! What a draft would make of a plan: which of its sessions are there already, what is new, what is different, what is gone.
//! It is looked at before anything changes.

mod days;
mod found;
mod made;
mod near;

use std::collections::HashSet;

use super::draft::{Draft, DraftSession};
use super::report::{Report, Spot};
use super::settled::{Part, remembered, settled};
use crate::edit::{AnyRow, Command, FreeSessionIds, Refusal, event_at, resolve};
use crate::model::zone::Tz;
use crate::model::{Patch, Plan, RowId, Session, SessionId, SessionKind};
use crate::texts::tid;
use days::Days;
use found::Found;
use made::Made;
pub use near::Near;

/// What somebody chose.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// The zone of clocks of which the file does not say where they hang.
    pub zone: Option<Tz>,
    /// What comes counts wherever it differs.
    pub theirs: bool,
    /// What is gone there is taken away here.
    pub remove_gone: bool,
    /// Sessions of the file that are left out, by their place in the draft.
    pub without: HashSet<usize>,
    /// Names that mean what they are near to, as in [`Near::name`].
    pub same: HashSet<String>,
}

/// What becomes of a session of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It is new.
    New,
    /// It is different in this.
    Changed(Vec<Part>),
    /// It is as it was.
    Same,
    /// It is one with another session of the file, which is in several rooms.
    Joined,
    /// It is left out, because somebody said so.
    Without,
    /// It can not be taken.
    Not,
}

/// A session of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArrivedRow {
    /// What it is in the plan.
    pub session: Option<SessionId>,
    /// What becomes of it.
    pub state: State,
    /// What both sides have changed, and stays as it is here.
    pub kept: Vec<Part>,
}

/// What a draft would make of a plan.
#[derive(Debug)]
pub struct Arrival {
    /// The sessions of the file, in its order.
    pub rows: Vec<ArrivedRow>,
    /// Sessions that came from there and are there no more.
    pub gone: Vec<SessionId>,
    /// New names that are nearly those of something that is there.
    pub near: Vec<Near>,
    /// The zone in which clocks were read of which the file does not say where they hang.
    pub zone: Tz,
    /// How many events, rooms, people and topics are new.
    pub new: [usize; 4],
    rows_made: Vec<AnyRow>,
    remove_gone: bool,
}

impl Arrival {
    /// What `draft` would make of `plan`.
    #[must_use]
    pub fn new(draft: &Draft, plan: &Plan, choices: &Choices, report: &mut Report) -> Self {
        let days = Days::new(draft, plan, choices.zone);
        if draft.asks_zone && choices.zone.is_none() {
            report.assumed(&Spot::File, tid("arriving-floating"), days.zone.name());
        }
        let mut found = Found::new(draft, plan);
        let mut made = Made::new(draft, plan, &choices.same);
        let mut fitting =
            Fitting { draft, plan, choices, report, ids: FreeSessionIds::new(plan), sessions: Vec::new() };
        made.events(&days, &mut fitting.sessions, plan);
        let groups = found.groups(draft);
        let mut rows = Vec::with_capacity(draft.sessions.len());
        let mut seen = HashSet::new();
        for (place, session) in draft.sessions.iter().enumerate() {
            if choices.without.contains(&place) {
                rows.push(ArrivedRow { session: None, state: State::Without, kept: Vec::new() });
                continue;
            }
            let civil = days.civil(session, plan, &made.new_events);
            let meant = found.session(session, civil.as_ref().map(|(_, time)| *time), plan, draft);
            if let Some(id) = meant.filter(|id| !seen.insert(*id)) {
                rows.push(ArrivedRow { session: Some(id), state: State::Joined, kept: Vec::new() });
                continue;
            }
            let rooms = meant.and_then(|id| groups.get(&id)).cloned();
            rows.push(fitting.row(session, (civil, meant, rooms), &mut made, &found));
        }
        let gone = Found::gone(draft, plan, &seen);
        let mut rows_made = made.rows();
        let new = made.counts();
        rows_made.extend(fitting.sessions);
        Self { rows, gone, near: made.near, zone: days.zone, new, rows_made, remove_gone: choices.remove_gone }
    }

    /// How many sessions of the file are in this state.
    #[must_use]
    pub fn count(&self, is_so: impl Fn(&State) -> bool) -> usize {
        self.rows.iter().filter(|row| is_so(&row.state)).count()
    }

    /// The rows that it would put into the plan.
    #[must_use]
    pub fn made(&self) -> &[AnyRow] {
        &self.rows_made
    }

    /// The command that takes all of it, as one step; `None` where nothing would change.
    ///
    /// # Errors
    /// Why the plan refuses it.
    pub fn command(&self, plan: &Plan) -> Result<Option<Command>, Refusal> {
        let put = Command::PutMany(self.rows_made.clone());
        if !self.remove_gone || self.gone.is_empty() {
            return Ok((!self.rows_made.is_empty()).then_some(put));
        }
        let mut after = plan.clone();
        let refused = |error| Refusal::from(error);
        after.apply(&resolve(plan, &put)?).map_err(refused)?;
        let gone = Command::Remove(self.gone.iter().map(|&id| RowId::from(id)).collect());
        let patch = resolve(&after, &gone)?;
        after.apply(&patch).map_err(refused)?;
        Ok(Some(Command::Take(Box::new(Patch::between(plan, &after)))))
    }
}

/// Where a session of the file is to be, which one it is, and in which rooms all of it is.
type Place =
    (Option<(crate::model::EventId, crate::model::CivilTime)>, Option<SessionId>, Option<Vec<crate::model::RoomId>>);

/// Fits sessions into a plan.
struct Fitting<'a, 'r> {
    draft: &'a Draft,
    plan: &'a Plan,
    choices: &'a Choices,
    report: &'r mut Report,
    ids: FreeSessionIds<'a>,
    sessions: Vec<AnyRow>,
}

impl Fitting<'_, '_> {
    fn row(
        &mut self,
        said: &DraftSession,
        (civil, meant, rooms): Place,
        made: &mut Made<'_>,
        found: &Found,
    ) -> ArrivedRow {
        let here = meant.and_then(|id| self.plan.sessions().get(id));
        let event = civil.map(|(event, _)| event).or_else(|| here.map(|here| here.event));
        let event = event.or_else(|| made.new_events.first().map(|event| event.id));
        let event =
            event.or_else(|| event_at(self.plan, crate::model::CivilTime::midnight(crate::edit::first_day(self.plan))));
        let (Some(event), Ok(stem)) = (event, SessionId::new("S")) else {
            self.report.left_out(&said.origin.spot, tid("arriving-no-event"), said.title.first());
            return ArrivedRow { session: None, state: State::Not, kept: Vec::new() };
        };
        let comes = match here {
            Some(here) => Session::clone(here),
            None => Session {
                sources: Made::source(self.draft),
                ..Session::new(self.ids.like(stem), event, SessionKind::Other)
            },
        };
        let (comes, spoken) = made.session(comes, said, (civil, rooms), (self.report, found, here.is_some()));
        let arrived =
            (!found.is_own(comes.id)).then(|| remembered(&comes, &spoken, &self.draft.source, &said.origin.id));
        let Some(here) = here else {
            let id = comes.id;
            made.items(id, said, self.plan);
            self.sessions.push(Session { arrived, ..comes }.into());
            return ArrivedRow { session: Some(id), state: State::New, kept: Vec::new() };
        };
        let came = settled(here, &comes, &spoken, self.choices.theirs);
        let items = made.items(here.id, said, self.plan);
        let session = Session { arrived, ..came.session };
        for part in &came.kept {
            let what = format!("{}: {}", part.name(), said.title.first());
            self.report.assumed(&said.origin.spot, tid("arriving-kept"), &what);
        }
        if session != **here {
            self.sessions.push(session.into());
        }
        let state = if came.changed.is_empty() && items == 0 { State::Same } else { State::Changed(came.changed) };
        ArrivedRow { session: Some(here.id), state, kept: came.kept }
    }
}
