//! What a draft would make of a plan: which of its sessions are there already, what is new, what is different, what is gone.
//! It is looked at before anything changes.

mod days;
mod found;
mod made;
mod near;

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::draft::{Draft, DraftSession};
use super::report::{Report, Spot};
use super::settled::{Part, remembered, settled};
use crate::edit::{AnyRow, Command, FreeSessionIds, Refusal, event_at};
use crate::exchange::dismissed::{OfSource, taken};
use crate::model::zone::Tz;
use crate::model::{CivilTime, Dismissed, EventId, Patch, Plan, RoomId, Session, SessionId, SessionKind};
use crate::texts::tid;
use days::Days;
use found::Found;
use made::Made;
pub use near::{Named, Near, NearAnswer, NearAnswers};

/// Of which something holds.
#[derive(Clone, Debug, Default)]
pub enum Which<T> {
    /// Of none.
    #[default]
    None,
    /// Of all.
    All,
    /// Of these.
    These(HashSet<T>),
}

impl<T: Eq + Hash> Which<T> {
    /// Whether it holds of this one.
    pub fn has(&self, one: &T) -> bool {
        match self {
            Self::None => false,
            Self::All => true,
            Self::These(all) => all.contains(one),
        }
    }
}

/// What somebody chose.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// The zone of clocks of which the file does not say where they hang.
    pub zone: Option<Tz>,
    /// Sessions of the file of which what comes counts wherever it differs, by their places in the draft.
    pub theirs: Which<usize>,
    /// Sessions that are gone there, and are taken away here.
    pub remove_gone: Which<SessionId>,
    /// Sessions of the file that are left out, by their places in the draft.
    pub without: HashSet<usize>,
    /// What names mean that are near to others.
    pub near: NearAnswers,
    /// Sessions of the file that were removed here and come again all the same, by their places in the draft.
    pub restored: Which<usize>,
}

/// What becomes of a session of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// It is new.
    New,
    /// It is different in this; in nothing but its agenda where that is empty.
    Changed(Vec<Part>),
    /// It is as it was.
    Same,
    /// It is one with another session of the file, which is in several rooms.
    Joined,
    /// It is left out, because somebody said so.
    Without,
    /// It was removed here, and stays out.
    Dismissed,
    /// It can not be taken.
    #[default]
    Not,
}

/// A session of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArrivedRow {
    /// What it is in the plan.
    pub session: Option<SessionId>,
    /// What becomes of it.
    pub state: State,
    /// What both sides have changed, and stays as it is here.
    pub kept: Vec<Part>,
    /// What was changed here alone, and stays.
    pub ours: Vec<Part>,
    /// What is different there, and stays because it is fixed here.
    pub fixed: Vec<Part>,
    /// As the file has it, where something of that is not taken.
    pub there: Option<Box<Session>>,
    /// The names in it that are near to others, by their places in [`Arrival::near`].
    pub near: Vec<usize>,
    /// Whether it came before and was removed here.
    pub is_dismissed: bool,
}

/// How much is done is told after so many sessions.
const WATCHED: usize = 128;

/// What a draft would make of a plan.
#[derive(Debug)]
pub struct Arrival {
    /// The sessions of the file, in its order.
    pub rows: Vec<ArrivedRow>,
    /// Sessions that came from there and are there no more.
    pub gone: Vec<SessionId>,
    /// Names that are nearly those of something that is there.
    pub near: Vec<Near>,
    /// The zone in which clocks were read of which the file does not say where they hang.
    pub zone: Tz,
    /// How many events, rooms, people and topics are new.
    pub new: [usize; 4],
    rows_made: Vec<AnyRow>,
    removed: Vec<SessionId>,
    /// Of what was removed here, what comes again all the same.
    restored: Vec<Dismissed>,
}

impl Arrival {
    /// What `draft` would make of `plan`.
    #[must_use]
    pub fn new(draft: &Draft, plan: &Plan, choices: &Choices, report: &mut Report) -> Self {
        Self::watched((draft, plan), choices, report, &|_| {})
    }

    /// The same; `watch` is told how much is done, 0 to 1.
    #[must_use]
    pub fn watched(
        (draft, plan): (&Draft, &Plan),
        choices: &Choices,
        report: &mut Report,
        watch: &dyn Fn(f32),
    ) -> Self {
        let days = Days::new(draft, plan, choices.zone);
        if draft.asks_zone && choices.zone.is_none() {
            report.assumed(&Spot::File, tid("arriving-floating"), days.zone.name());
        }
        let mut found = Found::new(draft, plan);
        let mut made = Made::new(draft, plan, &choices.near);
        let mut fitting =
            Fitting { draft, plan, choices, report, ids: FreeSessionIds::new(plan), sessions: Vec::new() };
        made.events(&days, &choices.without, (&mut fitting.sessions, plan));
        let groups = found.groups(draft);
        let places = draft.sessions.iter().map(|session| {
            let civil = days.civil(session, plan, &made.new_events);
            (civil, found.session(session, civil.as_ref().map(|(_, time)| *time), plan, draft))
        });
        let places: Vec<_> = places.collect();
        let mut rows = Vec::with_capacity(draft.sessions.len());
        let mut seen = HashSet::new();
        let wholes = wholes(draft, &places, &found);
        let (dismissed, mut restored) = (OfSource::new(plan, &draft.source), Vec::new());
        for (place, session) in draft.sessions.iter().enumerate() {
            if place % WATCHED == 0 {
                watch(place as f32 / places.len() as f32);
            }
            let (civil, meant) = places[place];
            let session = wholes.get(&place).unwrap_or(session);
            let titles = session.title.texts.iter().map(|(_, title)| title.as_str());
            let is_gone_here = meant.is_none().then(|| dismissed.find(&session.origin.id, titles)).flatten();
            if let Some(id) = meant.filter(|id| !seen.insert(*id)) {
                rows.push(ArrivedRow { session: Some(id), state: State::Joined, ..ArrivedRow::default() });
            } else if choices.without.contains(&place) {
                rows.push(ArrivedRow { session: meant, state: State::Without, ..ArrivedRow::default() });
            } else if is_gone_here.is_some() && !choices.restored.has(&place) {
                let what = session.title.first();
                fitting.report.assumed(&session.origin.spot, tid("arriving-dismissed"), what);
                rows.push(ArrivedRow { state: State::Dismissed, is_dismissed: true, ..ArrivedRow::default() });
            } else {
                let rooms = meant.and_then(|id| groups.get(&id)).cloned();
                let row = fitting.row((place, session), (civil, meant, rooms), &mut made, &found);
                restored.extend(is_gone_here.cloned());
                rows.push(ArrivedRow { is_dismissed: is_gone_here.is_some(), ..row });
            }
        }
        let gone = Found::gone(draft, plan, &seen);
        let removed = gone.iter().copied().filter(|id| choices.remove_gone.has(id)).collect();
        let mut rows_made = made.rows();
        let new = made.counts();
        rows_made.extend(fitting.sessions);
        Self { rows, gone, near: made.asked.all, zone: days.zone, new, rows_made, removed, restored }
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

    /// What all of it changes.
    ///
    /// # Errors
    /// Why the plan refuses it.
    pub fn patch(&self, plan: &Plan) -> Result<Patch, Refusal> {
        let put = Command::PutMany(self.rows_made.clone());
        taken(plan, Some(&put), (&self.removed, &self.restored))
    }

    /// The command that takes all of it, as one step; `None` where nothing would change.
    ///
    /// # Errors
    /// Why the plan refuses it.
    pub fn command(&self, plan: &Plan) -> Result<Option<Command>, Refusal> {
        let patch = self.patch(plan)?;
        Ok((!patch.is_empty()).then(|| Command::Import(Box::new(patch))))
    }
}

/// The sessions of a file of this program that stand in it once for each of their rooms, with all of these, by their first
/// places in the draft. It has one name for each; where those are of another plan, the title and the time tell.
fn wholes(draft: &Draft, places: &[Meant], found: &Found) -> HashMap<usize, DraftSession> {
    let mut firsts = HashMap::new();
    let mut wholes: HashMap<usize, DraftSession> = HashMap::new();
    for (place, (session, at)) in draft.sessions.iter().zip(places).enumerate().filter(|_| draft.is_ours) {
        let (Some((_, time)), Some(meant)) = at else { continue };
        // What has a name of this plan says its rooms by that.
        if found.is_own(*meant) {
            continue;
        }
        let first = *firsts.entry((meant, time)).or_insert(place);
        if first != place {
            let whole = wholes.entry(first).or_insert_with(|| draft.sessions[first].clone());
            whole.rooms.get_or_insert_default().extend(session.rooms.iter().flatten());
        }
    }
    wholes
}

/// Where a session of the file is to be, and which one it is.
type Meant = (Option<(EventId, CivilTime)>, Option<SessionId>);

/// Where a session of the file is to be, which one it is, and in which rooms all of it is.
type Place = (Option<(EventId, CivilTime)>, Option<SessionId>, Option<Vec<RoomId>>);

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
        (place, said): (usize, &DraftSession),
        (civil, meant, rooms): Place,
        made: &mut Made<'_>,
        found: &Found,
    ) -> ArrivedRow {
        let here = meant.and_then(|id| self.plan.sessions().get(id));
        let event = civil.map(|(event, _)| event).or_else(|| here.map(|here| here.event));
        let event = event.or_else(|| made.new_events.first().map(|event| event.id));
        let event = event.or_else(|| event_at(self.plan, CivilTime::midnight(crate::edit::first_day(self.plan))));
        let (Some(event), Ok(stem)) = (event, SessionId::new("S")) else {
            self.report.left_out(&said.origin.spot, tid("arriving-no-event"), said.title.first());
            return ArrivedRow::default();
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
            let near = made.asked.take_noted();
            return ArrivedRow { session: Some(id), state: State::New, near, ..ArrivedRow::default() };
        };
        let came = settled(here, &comes, &spoken, self.choices.theirs.has(&place));
        let items = made.items(here.id, said, self.plan);
        for (parts, text) in [(&came.kept, tid("arriving-kept")), (&came.fixed, tid("arriving-fixed"))] {
            for part in parts {
                let what = format!("{}: {}", part.name(), said.title.first());
                self.report.assumed(&said.origin.spot, text, &what);
            }
        }
        let session = Session { arrived, ..came.session };
        if session != **here {
            self.sessions.push(session.into());
        }
        let state = if came.changed.is_empty() && items == 0 { State::Same } else { State::Changed(came.changed) };
        let is_whole = came.kept.is_empty() && came.ours.is_empty() && came.fixed.is_empty();
        let there = (!is_whole).then(|| Box::new(comes));
        let (kept, ours, fixed, near) = (came.kept, came.ours, came.fixed, made.asked.take_noted());
        ArrivedRow { session: Some(here.id), state, kept, ours, fixed, there, near, is_dismissed: false }
    }
}
