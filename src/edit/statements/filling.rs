//! Who gets which place, if the list is filled: everybody in the order of precedence, on a day on which they are there.

use std::sync::Arc;

use super::HELD_STEP;
use crate::model::Plan;
use crate::model::speaking::{Line, ListStep, SpeakingList, precedence};
use crate::model::{Statement, StatementId};

/// So far apart are two neighbours, so that somebody can be put in between.
const STEP: i32 = 10;

/// The statements that have another place afterwards.
pub(super) fn filled(plan: &Plan, list: &SpeakingList) -> Vec<Statement> {
    let is_published = list.speaking.step() == ListStep::Published;
    let stays = |row: &Statement| is_published || row.by_hand;
    let mut parts: Vec<Seats> = list
        .parts
        .iter()
        .map(|part| {
            let given = part.lines.iter().filter(|line| line.statement.held_place).count();
            let fixed = part.lines.iter().filter(|line| stays(&line.statement) && !line.statement.held_place).count();
            let held = if is_published {
                part.held(&list.speaking) + given
            } else {
                usize::from(list.speaking.held).max(given)
            };
            Seats { free: part.places.saturating_sub(held).saturating_sub(fixed), taken: Vec::new() }
        })
        .collect();
    let placed = list.lines().map(|line| &line.statement).filter(|row| !stays(row));
    let mut wanting: Vec<Arc<Statement>> = placed.chain(&list.waiting).cloned().collect();
    wanting.sort_by_cached_key(|row| precedence(plan, row));
    let wishes: Vec<Vec<usize>> = wanting.iter().map(|row| possible(list, row)).collect();
    for at in 0..wanting.len() {
        let mut tried = vec![false; parts.len()];
        seat(&mut parts, &wishes, at, &mut tried);
    }
    let mut out = Vec::new();
    for (place, seats) in parts.into_iter().enumerate() {
        let part = &list.parts[place];
        let mut taken = seats.taken;
        taken.sort_unstable();
        let new: Vec<&Arc<Statement>> = taken.into_iter().map(|at| &wanting[at]).collect();
        let in_order = if is_published {
            let (usual, held) = part.lines.split_at(part.usual());
            let rows = |lines: &'_ [Line]| lines.iter().map(|line| Arc::clone(&line.statement)).collect::<Vec<_>>();
            rows(usual).into_iter().chain(new.into_iter().cloned()).chain(rows(held)).collect::<Vec<_>>()
        } else {
            around(&part.lines.iter().map(|line| &line.statement).collect::<Vec<_>>(), new)
                .into_iter()
                .cloned()
                .collect()
        };
        out.extend(ordered(&in_order, (part.session, is_published)));
    }
    let has_place = |id: StatementId| out.iter().any(|row: &Statement| row.id == id);
    let gone = wanting.iter().filter(|row| row.session.is_some() && !has_place(row.id));
    let gone: Vec<Statement> = gone.map(|row| Statement { session: None, order: 0, ..Statement::clone(row) }).collect();
    out.extend(gone);
    out.retain(|row| plan.statements().get(row.id).is_none_or(|known| **known != *row));
    out
}

/// The seats of one part that are filled.
struct Seats {
    free: usize,
    /// Who sits there, as places in the list of all who want one.
    taken: Vec<usize>,
}

/// The parts in which somebody can speak: the one that is wished for first, then the others in the order of time.
fn possible(list: &SpeakingList, row: &Statement) -> Vec<usize> {
    let on_a_day = |&place: &usize| row.is_present(list.parts[place].span.start.date());
    let mut parts: Vec<usize> = (0..list.parts.len()).filter(on_a_day).collect();
    parts.sort_by_key(|&place| Some(list.parts[place].session) != row.wish);
    parts
}

/// Gives somebody a seat, if need be by letting another one sit elsewhere: who has one keeps one. Whoever comes first in the
/// order of precedence is sure of a seat, if there is one on their days at all.
fn seat(parts: &mut [Seats], wishes: &[Vec<usize>], at: usize, tried: &mut [bool]) -> bool {
    if let Some(&part) = wishes[at].iter().find(|&&part| !tried[part] && parts[part].free > parts[part].taken.len()) {
        parts[part].taken.push(at);
        return true;
    }
    for &part in &wishes[at] {
        if std::mem::replace(&mut tried[part], true) {
            continue;
        }
        // The last in the order gives way first.
        let mut sitting = parts[part].taken.clone();
        sitting.sort_unstable_by(|one, other| other.cmp(one));
        for other in sitting {
            if seat(parts, wishes, other, tried) {
                parts[part].taken.retain(|&one| one != other);
                parts[part].taken.push(at);
                return true;
            }
        }
    }
    false
}

/// New ones in their order around those that stay where they are; who has a held place comes last.
fn around<'a>(before: &[&'a Arc<Statement>], new: Vec<&'a Arc<Statement>>) -> Vec<&'a Arc<Statement>> {
    let mut all = new;
    for (at, row) in before.iter().enumerate().filter(|(_, row)| row.by_hand && !row.held_place) {
        all.insert(at.min(all.len()), row);
    }
    all.extend(before.iter().filter(|row| row.held_place));
    all
}

/// The rows of a part with their orders; those that were there on a published list keep theirs.
fn ordered(rows: &[Arc<Statement>], (session, keeps): (crate::model::SessionId, bool)) -> Vec<Statement> {
    let (mut order, mut is_behind) = (0_i32, false);
    let mut out = Vec::with_capacity(rows.len());
    for row in rows {
        let stays = keeps && row.session == Some(session);
        let step = if row.held_place && !std::mem::replace(&mut is_behind, row.held_place) { HELD_STEP } else { STEP };
        order = if stays { row.order.max(order) } else { order.saturating_add(step) };
        let kept = if stays { row.order } else { order };
        out.push(Statement { session: Some(session), order: kept, ..Statement::clone(row) });
    }
    out
}
