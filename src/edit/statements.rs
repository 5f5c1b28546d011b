//! What is done to the speaking list: it is filled, somebody is given a place by hand, two speakers change places.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::address::name_key;
use crate::model::agenda;
use crate::model::speaking::{self, ListStep, SpeakingList};
use crate::model::states::party_key;
use crate::model::{
    CivilTime, EventId, Language, LocalText, Patch, Person, Plan, Rank, Referrers, RequestState, RowId, SessionId,
    Statement, StatementId,
};

use super::agenda::Spot;
use super::refusal::Refusal;

mod filling;

/// So far behind the others are those who have held places, so that everybody who gets a place later comes before them.
pub(super) const HELD_STEP: i32 = 100_000;

/// Something that is done to the speaking list.
#[derive(Clone, Debug, PartialEq)]
pub enum OnList {
    /// Gives places to all who have none by hand, by the days on which they are there, what they wish, and precedence; on a
    /// published list only to those who have none.
    Fill(EventId),
    /// Gives somebody a place by hand. Where the place is that of somebody who does not speak any more, it is taken over.
    Give(StatementId, Spot),
    /// Gives somebody the next of the places that a session holds for ministers who come late.
    GiveHeld(StatementId, SessionId),
    /// Takes somebody off the list, to those who wait.
    TakeOff(StatementId),
    /// Lets two speakers change places, each with the words by which they agreed; empty where nothing is to be noted.
    Swap([StatementId; 2], [String; 2]),
}

/// What a step did to the speaking list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are the description")]
pub enum ListDeed {
    Fill,
    Give,
    TakeOff,
    Swap,
}

impl ListDeed {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Fill, Self::Give, Self::TakeOff, Self::Swap];
}

impl OnList {
    /// What it does.
    #[must_use]
    pub fn deed(&self) -> ListDeed {
        match self {
            Self::Fill(_) => ListDeed::Fill,
            Self::Give(..) | Self::GiveHeld(..) => ListDeed::Give,
            Self::TakeOff(_) => ListDeed::TakeOff,
            Self::Swap(..) => ListDeed::Swap,
        }
    }

    /// To whom, where that is one, and to how many.
    pub(super) fn object(&self, plan: &Plan) -> (LocalText, usize) {
        let of = |id: StatementId| {
            let person = plan.statements().get(id).and_then(|row| plan.people().get(row.speaker));
            let words = person.map(|person| {
                if person.represents.is_empty() { person.name.as_str() } else { person.represents.as_str() }
            });
            words.map(LocalText::from).unwrap_or_default()
        };
        match self {
            Self::Fill(event) => (plan.events().get(*event).map(|row| row.title.clone()).unwrap_or_default(), 1),
            Self::Give(id, _) | Self::GiveHeld(id, _) | Self::TakeOff(id) => (of(*id), 1),
            Self::Swap([one, _], _) => (of(*one), 1),
        }
    }
}

/// The patch that does it.
pub(super) fn resolve(plan: &Plan, referrers: &dyn Referrers, what: &OnList) -> Result<Patch, Refusal> {
    let mut patch = Patch::default();
    match what {
        OnList::Fill(event) => {
            plan.events().get(*event).ok_or(Refusal::Missing((*event).into()))?;
            for row in filling::filled(plan, &SpeakingList::of(plan, referrers, *event)) {
                patch.put(plan, row);
            }
        }
        OnList::Give(id, spot) => {
            // Held places are the last ones.
            let list = plan.sessions().get(spot.session).map(|row| SpeakingList::of(plan, referrers, row.event));
            let part = list.iter().flat_map(|list| &list.parts).find(|part| part.session == spot.session);
            let held = part.and_then(|part| part.lines.get(part.usual())).map(|line| line.statement.id);
            let held = held.filter(|held| held != id).map(Into::into);
            let in_front = Spot { before: spot.before.or(held), ..*spot };
            give(plan, referrers, (statement(plan, *id)?, in_front), &mut patch)?;
            let row = patch.after(plan, *id).map(|row| Statement::clone(row));
            if let Some(row) = row.filter(|_| spot.before.is_none()) {
                patch.put(plan, Statement { held_place: false, ..row });
            }
        }
        OnList::GiveHeld(id, session) => {
            give(plan, referrers, (statement(plan, *id)?, Spot::at_end(*session)), &mut patch)?;
            if let Some(row) = patch.after(plan, *id).map(|row| Statement::clone(row)) {
                // Behind all who may still get a place, and behind the held ones that are given.
                let order = row.order.saturating_add(HELD_STEP);
                patch.put(plan, Statement { order, held_place: true, ..row });
            }
        }
        OnList::TakeOff(id) => {
            let row = statement(plan, *id)?;
            patch.put(plan, Statement { session: None, order: 0, by_hand: false, held_place: false, ..row.clone() });
        }
        OnList::Swap([one, other], consents) => {
            let (first, second) = (statement(plan, *one)?, statement(plan, *other)?);
            if one == other {
                return Ok(patch);
            }
            for (row, place, consent) in [(first, second, &consents[0]), (second, first, &consents[1])] {
                let consent = if consent.trim().is_empty() { row.consent.clone() } else { consent.trim().to_owned() };
                let (session, order, held_place) = (place.session, place.order, place.held_place);
                // Who gets nobody's place waits, and was not put there by hand.
                let by_hand = session.is_some();
                patch.put(plan, Statement { session, order, by_hand, held_place, consent, ..row.clone() });
            }
            settle_twins(plan, referrers, (first, second), &mut patch);
        }
    }
    Ok(patch)
}

/// Two that stood in one order of a session, told apart by the time of their requests, are told apart by their orders first.
fn settle_twins(plan: &Plan, referrers: &dyn Referrers, (first, second): (&Statement, &Statement), patch: &mut Patch) {
    for session in [first.session, second.session].into_iter().flatten() {
        let all: Vec<_> = agenda::taken(plan, referrers, session);
        if all.windows(2).all(|pair| pair[0].order() < pair[1].order()) {
            continue;
        }
        for (at, taken) in all.iter().enumerate() {
            let order = (i32::try_from(at).unwrap_or(i32::MAX / 20) + 1) * 10;
            let in_place = match taken.row() {
                RowId::Statement(id) if id == first.id => RowId::Statement(second.id),
                RowId::Statement(id) if id == second.id => RowId::Statement(first.id),
                row => row,
            };
            match in_place {
                RowId::Statement(id) => {
                    if let Some(row) = patch.after(plan, id).map(|row| Statement::clone(row)) {
                        patch.put(plan, Statement { order, ..row });
                    }
                }
                RowId::Item(id) => {
                    if let Some(row) = plan.items().get(id) {
                        patch.put(plan, crate::model::AgendaItem { order, ..(**row).clone() });
                    }
                }
                _ => {}
            }
        }
    }
}

/// A place by hand.
fn give(
    plan: &Plan,
    referrers: &dyn Referrers,
    (row, spot): (&Statement, Spot),
    patch: &mut Patch,
) -> Result<(), Refusal> {
    let replaced = spot.before.and_then(|before| StatementId::try_from(before).ok());
    let replaced = replaced.and_then(|id| plan.statements().get(id)).filter(|other| !other.speaks());
    if let Some(other) = replaced.filter(|other| other.session == Some(spot.session)) {
        let (session, order, held_place) = (other.session, other.order, other.held_place);
        patch.put(plan, Statement { session: None, by_hand: false, held_place: false, ..Statement::clone(other) });
        patch.put(plan, Statement { session, order, held_place, by_hand: true, ..row.clone() });
        return Ok(());
    }
    *patch = super::agenda::resolve(plan, referrers, &super::agenda::OnAgenda::Move(vec![row.id.into()], spot))?;
    if let Some(row) = patch.after(plan, row.id).map(|row| Statement::clone(row)) {
        // Before one that has a held place, it is one of them.
        let before = spot.before.and_then(|before| StatementId::try_from(before).ok());
        let held_place = before.and_then(|id| plan.statements().get(id)).is_some_and(|row| row.held_place);
        patch.put(plan, Statement { by_hand: true, held_place, ..row });
    }
    Ok(())
}

/// A new request of a person, in a language where that is known, and the person where they are new or change: who is in the
/// plan under the same name and for the same party is not added again, and gets a rank where none is known.
#[must_use]
pub fn request(
    plan: &Plan,
    person: Person,
    language: Option<Language>,
    requested: Option<CivilTime>,
) -> (Statement, Option<Person>) {
    // A name may stand in the plan with its form of address.
    let key = |person: &Person| (name_key(&person.name), party_key(&person.represents));
    let asking = key(&person);
    let known = plan.people().iter().find(|known| key(known) == asking);
    let speaker = known.map_or_else(|| plan.people().free_id("person-"), |known| known.id);
    let statement =
        Statement { requested, language, ..Statement::new(plan.statements().free_id("statement-"), speaker) };
    let person = match known {
        None => Some(Person { id: speaker, ..person }),
        Some(known) if known.rank == Rank::Other && person.rank != Rank::Other => {
            Some(Person { rank: person.rank, ..Person::clone(known) })
        }
        Some(_) => None,
    };
    (statement, person)
}

/// A statement as it is put: whoever comes in the place of another speaker has a rank that nobody has verified, and no exception.
pub(super) fn replaced(plan: &Plan, row: &Statement) -> Statement {
    let before = plan.statements().get(row.id).filter(|before| before.speaker != row.speaker);
    let Some(before) = before else { return row.clone() };
    let mut row = row.clone();
    // What is said in the same step holds for the new speaker.
    if row.request == before.request && matches!(row.request, RequestState::RankVerified | RequestState::Confirmed) {
        row.request = RequestState::Received;
    }
    if row.exception_by == before.exception_by {
        row.exception_by = String::new();
    }
    row
}

fn statement(plan: &Plan, id: StatementId) -> Result<&Statement, Refusal> {
    plan.statements().get(id).map(|row| &**row).ok_or(Refusal::Missing(id.into()))
}

/// Refuses what moves a speaker of a published list: on it nobody's place changes without consent, which a swap notes.
pub(super) fn check_published(plan: &Plan, patch: &Patch) -> Result<(), Refusal> {
    let mut sessions: BTreeSet<SessionId> = BTreeSet::new();
    let mut moved = Vec::new();
    for (id, change) in patch.changes::<Statement>() {
        let Some(before) = change.before.as_deref() else { continue };
        let Some(session) = before.session.filter(|_| before.speaks()) else { continue };
        if !is_published(plan, session) {
            continue;
        }
        // Who withdraws stays on the list as that; nobody vanishes from it.
        let Some(after) = change.after.as_deref() else { return Err(Refusal::Published(id)) };
        if !after.speaks() {
            continue;
        }
        if after.session != before.session {
            return Err(Refusal::Published(id));
        }
        if after.order != before.order {
            sessions.insert(session);
            moved.push(id);
        }
    }
    for session in sessions {
        let in_order = |after: bool| -> Vec<StatementId> {
            let mut rows: Vec<Arc<Statement>> = plan
                .statements()
                .iter()
                .filter(|row| row.session == Some(session) && row.speaks())
                .filter_map(|row| if after { patch.after(plan, row.id).cloned() } else { Some(Arc::clone(row)) })
                .collect();
            rows.sort_by_key(|row| (row.order, row.requested, row.id));
            rows.into_iter().map(|row| row.id).collect()
        };
        let (before, after) = (in_order(false), in_order(true));
        if before != after {
            let first = before.iter().zip(&after).find(|(one, other)| one != other).map(|(one, _)| *one);
            let id = moved.iter().copied().find(|id| before.contains(id)).or(first);
            return id.map_or(Ok(()), |id| Err(Refusal::Published(id)));
        }
    }
    Ok(())
}

fn is_published(plan: &Plan, session: SessionId) -> bool {
    let event = plan.sessions().get(session).and_then(|row| plan.events().get(row.event));
    event.is_some_and(|event| event.speaking.step() == ListStep::Published)
        && plan
            .sessions()
            .get(session)
            .is_some_and(|row| speaking::sessions(plan, row.event).iter().any(|(one, _)| one.id == session))
}
