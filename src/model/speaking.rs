//! The speaking list of an event (§5) as it follows from its statements: parts, places, numbers, times, and who waits.
//! Nothing of it is stored.
//!
//! A part is a statements session. It has as many places as statements of the usual length fit into it; the last of them are
//! held for ministers who come late ([`Speaking::held`]). Numbers are those of places, counted through all parts, so a place
//! keeps its number whoever speaks before it.

use std::sync::Arc;

use super::agenda::{self, Due, Taken};
use super::{
    EventId, Language, Person, Plan, Referrers, RequestState, RowId, Session, SessionId, SessionKind, Span, Speaking,
    Statement, StatementId, Status, folded, rank, states,
};

/// How far a speaking list has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ListStep {
    /// Requests are taken.
    Open,
    /// No more are; places still change.
    Closed,
    /// Everybody can read it.
    Published,
}

impl ListStep {
    /// All of them, in their order.
    pub const ALL: [Self; 3] = [Self::Open, Self::Closed, Self::Published];
}

impl Speaking {
    /// How far the list has come.
    #[must_use]
    pub fn step(&self) -> ListStep {
        match (self.closed, self.published) {
            (_, Some(_)) => ListStep::Published,
            (Some(_), None) => ListStep::Closed,
            (None, None) => ListStep::Open,
        }
    }
}

/// The list of one event.
#[derive(Clone, Debug, PartialEq)]
pub struct SpeakingList {
    /// The event.
    pub event: EventId,
    /// How far it has come, and how many places are held.
    pub speaking: Speaking,
    /// The parts, in the order of time.
    pub parts: Vec<Part>,
    /// Who has no place yet and may have one, in the order in which they would get it.
    pub waiting: Vec<Arc<Statement>>,
    /// Who has no place and a rank that §5 does not name, or none that is known.
    pub by_exception: Vec<Arc<Statement>>,
    /// Who does not speak: text only, then withdrawn.
    pub silent: Vec<Arc<Statement>>,
}

/// One session of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The session.
    pub session: SessionId,
    /// When it is.
    pub span: Span,
    /// The number of its first place.
    pub first: usize,
    /// So many places it has.
    pub places: usize,
    /// Who speaks, in their order; on a published list also who was to speak and does not.
    pub lines: Vec<Line>,
    /// So many seconds are given, with the changeovers between.
    pub given_secs: i64,
    /// So many seconds there are.
    pub room_secs: i64,
    /// So many seconds lie between two speakers.
    pub pause_secs: u32,
}

/// One place that is taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Who takes it.
    pub statement: Arc<Statement>,
    /// The number of the place.
    pub number: usize,
    /// When it is due; `None` for who does not speak.
    pub due: Option<Due>,
}

impl Part {
    /// So many places are free, those that are held among them.
    #[must_use]
    pub fn free(&self) -> usize {
        self.places.saturating_sub(self.lines.len())
    }

    /// So many of the free places are held.
    #[must_use]
    pub fn held(&self, speaking: &Speaking) -> usize {
        self.free().min(usize::from(speaking.held).saturating_sub(self.lines.len() - self.usual()))
    }

    /// So many lines come before the first that has a held place.
    #[must_use]
    pub fn usual(&self) -> usize {
        self.lines.iter().position(|line| line.statement.held_place).unwrap_or(self.lines.len())
    }

    /// The number of the next held place that is given.
    #[must_use]
    pub fn next_held(&self, speaking: &Speaking) -> usize {
        let after = self.lines.last().map_or(self.first, |line| line.number + 1);
        after.max(first_held(self.first, self.places, speaking))
    }

    /// So many speak.
    #[must_use]
    pub fn speakers(&self) -> usize {
        self.lines.iter().filter(|line| line.due.is_some()).count()
    }

    /// So many seconds are too many.
    #[must_use]
    pub fn over_secs(&self) -> i64 {
        (self.given_secs - self.room_secs).max(0)
    }

    /// When a free place of this number would be due, in seconds after the beginning: after the lines that have no held place, and after
    /// the free places before it.
    #[must_use]
    pub fn due_secs(&self, number: usize) -> i64 {
        let usual = self.usual();
        let last = self.lines[..usual].iter().filter_map(|line| line.due).map(|due| due.end_secs).max();
        let before = i64::try_from(number.saturating_sub(self.first + usual)).unwrap_or(i64::MAX / 1_000_000);
        let each = i64::from(Statement::USUAL_SECS) + i64::from(self.pause_secs);
        last.map_or(0, |end| end + i64::from(self.pause_secs)) + before * each
    }

    /// So many seconds are given or held.
    #[must_use]
    pub fn promised_secs(&self, speaking: &Speaking) -> i64 {
        let (each, pause) = (i64::from(Statement::USUAL_SECS), i64::from(self.pause_secs));
        let held = i64::try_from(self.held(speaking)).unwrap_or(0) * (each + pause);
        if self.given_secs == 0 { (held - pause).max(0) } else { self.given_secs + held }
    }
}

impl SpeakingList {
    /// That of an event.
    #[must_use]
    pub fn of(plan: &Plan, referrers: &dyn Referrers, event: EventId) -> Self {
        let speaking = plan.events().get(event).map(|row| row.speaking).unwrap_or_default();
        let mut list = Self {
            event,
            speaking,
            parts: Vec::new(),
            waiting: Vec::new(),
            by_exception: Vec::new(),
            silent: Vec::new(),
        };
        let mut first = 1;
        for (session, span) in sessions(plan, event) {
            let part = part(plan, referrers, (session, span, first), &speaking);
            first += part.places.max(part.lines.len());
            list.parts.push(part);
        }
        let placed: rustc_hash::FxHashSet<StatementId> =
            list.parts.iter().flat_map(|part| &part.lines).map(|line| line.statement.id).collect();
        for row in plan.statements().iter().filter(|row| !placed.contains(&row.id)) {
            // One that is in a session of another event is on the list of that one.
            if !is_on_list(plan, row, event) {
                continue;
            }
            match () {
                () if !row.speaks() => list.silent.push(Arc::clone(row)),
                () if may_speak(plan, row) => list.waiting.push(Arc::clone(row)),
                () => list.by_exception.push(Arc::clone(row)),
            }
        }
        list.waiting.sort_by_cached_key(|row| precedence(plan, row));
        list.by_exception.sort_by_cached_key(|row| precedence(plan, row));
        list.silent.sort_by_cached_key(|row| (row.request == RequestState::Withdrawn, precedence(plan, row)));
        list
    }

    /// Everybody who has a place, in the order of the list.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.parts.iter().flat_map(|part| &part.lines)
    }

    /// Where a statement stands: its part, and which line of that.
    #[must_use]
    pub fn place(&self, id: StatementId) -> Option<(usize, usize)> {
        self.parts.iter().enumerate().find_map(|(place, part)| {
            let line = part.lines.iter().position(|line| line.statement.id == id)?;
            Some((place, line))
        })
    }

    /// So many requests there are.
    #[must_use]
    pub fn requests(&self) -> usize {
        self.lines().count() + self.waiting.len() + self.by_exception.len() + self.silent.len()
    }
}

/// The events with statements sessions, in the order of their first ones.
#[must_use]
pub fn events(plan: &Plan) -> Vec<EventId> {
    let lists = plan.sessions().iter().filter(|row| row.kind == SessionKind::Statements);
    let mut lists: Vec<_> = lists.filter_map(|row| Some((row.span()?.start, row.id, row.event))).collect();
    lists.sort_unstable();
    let mut known = std::collections::BTreeSet::new();
    lists.into_iter().map(|(_, _, event)| event).filter(|event| known.insert(*event)).collect()
}

/// The event on whose list statements are: the one with statements sessions, the first of them by time; `None` where there
/// is none.
#[must_use]
pub fn main_event(plan: &Plan) -> Option<EventId> {
    let lists = plan.sessions().iter().filter(|row| row.kind == SessionKind::Statements && row.span().is_some());
    lists.min_by_key(|row| (row.span().map(|span| span.start), row.id)).map(|row| row.event)
}

/// The sessions that are parts of the list of an event, in the order of time.
#[must_use]
pub fn sessions(plan: &Plan, event: EventId) -> Vec<(&Session, Span)> {
    let is_part =
        |row: &&Session| row.event == event && row.kind == SessionKind::Statements && row.status != Status::Cancelled;
    let mut parts: Vec<(&Session, Span)> =
        plan.sessions().iter().map(|row| &**row).filter(is_part).filter_map(|row| Some((row, row.span()?))).collect();
    parts.sort_by_key(|(row, span)| (span.start, row.id));
    parts
}

/// Whether a statement is on the list of an event: it is given there, or nowhere else.
fn is_on_list(plan: &Plan, row: &Statement, event: EventId) -> bool {
    let of = |id: SessionId| plan.sessions().get(id).map(|session| session.event);
    let told = row.session.and_then(of).or_else(|| row.wish.and_then(of));
    told.or_else(|| main_event(plan)).is_none_or(|told| told == event)
}

/// In which class a statement is called, from 1, by the ranks of the plan; `None` for a rank that may not speak unless somebody allows it.
#[must_use]
pub fn class(plan: &Plan, row: &Statement) -> Option<u8> {
    let person = plan.people().get(row.speaker)?;
    rank::class(person.rank, row.minister_absent, |rank| plan.standing(rank))
}

/// Whether somebody may speak: by rank, or because it was allowed.
#[must_use]
pub fn may_speak(plan: &Plan, row: &Statement) -> bool {
    class(plan, row).is_some() || !row.exception_by.trim().is_empty()
}

/// Who comes before whom: by class of rank, then by time of request, then by the French name of the State, as on every list of
/// the ITU; what was asked for without a time comes last.
#[must_use]
pub fn precedence(plan: &Plan, row: &Statement) -> impl Ord + use<> {
    let person = plan.people().get(row.speaker);
    let class = class(plan, row).unwrap_or(u8::MAX);
    let state = person.map(|person| french_name(person)).unwrap_or_default();
    let name = row.id.as_str();
    (class, row.requested.is_none(), row.requested, state, name.len(), name.to_owned())
}

/// The name by which a person is put in order: the French one of the State, or what it is called otherwise.
fn french_name(person: &Person) -> String {
    let state = states::named(&person.represents).map(|state| state.name(Language::French));
    folded(state.unwrap_or_else(|| person.represents.trim()))
}

/// How many statements of the usual length fit into so many seconds, with a changeover between two of them and none after
/// the last.
#[must_use]
pub fn places(room_secs: i64, pause_secs: u32) -> usize {
    let (each, pause) = (i64::from(Statement::USUAL_SECS), i64::from(pause_secs));
    usize::try_from((room_secs + pause) / (each + pause)).unwrap_or(0)
}

/// The number of the first held place of a part.
fn first_held(first: usize, places: usize, speaking: &Speaking) -> usize {
    first + places.saturating_sub(usize::from(speaking.held))
}

fn part(
    plan: &Plan,
    referrers: &dyn Referrers,
    (session, span, first): (&Session, Span, usize),
    speaking: &Speaking,
) -> Part {
    let taken = agenda::taken(plan, referrers, session.id);
    let running = agenda::times(Some(session), &taken);
    let room_secs: i64 = running.parts.iter().map(agenda::Part::room_secs).sum();
    let items: i64 = taken.iter().filter(|one| one.item().is_some()).map(|one| i64::from(one.secs())).sum();
    let mut lines: Vec<Line> = taken
        .iter()
        .zip(&running.dues)
        .filter_map(|(one, due)| match one {
            Taken::Statement(row) => Some(Line { statement: Arc::clone(row), number: 0, due: Some(*due) }),
            Taken::Item(_) => None,
        })
        .collect();
    if speaking.step() == ListStep::Published {
        let mut silent = Vec::new();
        referrers.each_referrer(&std::collections::BTreeSet::from([session.id.into()]), &mut |row, _| {
            let RowId::Statement(id) = row else { return };
            let row = plan.statements().get(id).filter(|row| row.session == Some(session.id) && !row.speaks());
            silent.extend(row.cloned());
        });
        silent.sort_by_key(|row| row.id);
        silent.dedup_by_key(|row| row.id);
        lines.extend(silent.into_iter().map(|statement| Line { statement, number: 0, due: None }));
        lines.sort_by_key(|line| (line.statement.order, line.due.is_none(), line.statement.requested));
    }
    let places = places(room_secs - items, session.pause_secs);
    let mut number = first;
    for line in &mut lines {
        if line.statement.held_place {
            number = number.max(first_held(first, places, speaking));
        }
        line.number = number;
        number += 1;
    }
    Part {
        session: session.id,
        span,
        first,
        places,
        lines,
        given_secs: running.parts.iter().map(|part| part.given_secs).sum(),
        room_secs,
        pause_secs: session.pause_secs,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_as_worked_out_by_hand() {
        // Four parts of 75 minutes hold 100, 84 and 76 statements of 3 minutes with 0, 30 and 60 seconds between them.
        let of = |pause| 4 * places(75 * 60, pause);
        assert_eq!([of(0), of(30), of(60)], [100, 84, 76]);
        assert_eq!((places(179, 30), places(180, 30), places(0, 0), places(-60, 30)), (0, 1, 0, 0));
    }
}
