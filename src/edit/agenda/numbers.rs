//! Numbers of what comes to an adopted agenda: they are fixed at once.

use std::collections::BTreeSet;

use crate::model::agenda::{self, Taken};
use crate::model::{AgendaItem, ItemKind, Patch, Plan, Referrers, Session, SessionId, Statement};

/// Gives numbers to the items that this patch brings to an adopted agenda.
pub fn settle_numbers(plan: &Plan, referrers: &dyn Referrers, patch: &mut Patch) {
    let counted = |row: &AgendaItem| row.kind == ItemKind::Item && row.number.trim().is_empty();
    let changed = patch.changes::<AgendaItem>().filter_map(|(_, change)| change.after.as_deref());
    let touched: BTreeSet<SessionId> = changed.filter(|row| counted(row)).map(|row| row.session).collect();
    let mut done = BTreeSet::new();
    for session in touched {
        let head = head_after(plan, patch, session);
        if !done.insert(head) || patch.after(plan, head).is_none_or(|row| row.agenda_adopted.is_none()) {
            continue;
        }
        let all = whole_after(plan, referrers, patch, head);
        for (taken, numbered) in all.iter().zip(agenda::numbers(&all, true)) {
            if let Some(item) = taken.item().filter(|item| counted(item)) {
                patch.put(plan, AgendaItem { number: numbered.number, ..AgendaItem::clone(item) });
            }
        }
    }
}

/// The head of an agenda after a patch.
fn head_after(plan: &Plan, patch: &Patch, of: SessionId) -> SessionId {
    let mut seen = BTreeSet::from([of]);
    let mut at = of;
    while let Some(before) = patch.after(plan, at).and_then(|row| row.agenda_continues) {
        if !seen.insert(before) {
            return agenda::head(plan, of);
        }
        at = before;
    }
    at
}

/// Everything that an agenda takes after a patch, in its order.
fn whole_after(plan: &Plan, referrers: &dyn Referrers, patch: &Patch, head: SessionId) -> Vec<Taken> {
    let mut sessions: BTreeSet<SessionId> = agenda::sessions(plan, referrers, head).into_iter().collect();
    sessions.extend(patch.changes::<Session>().map(|(id, _)| id));
    sessions.retain(|&id| patch.after(plan, id).is_some() && head_after(plan, patch, id) == head);
    let start = |id: SessionId| patch.after(plan, id).and_then(|row| row.span()).map(|span| span.start);
    let mut sorted: Vec<SessionId> = sessions.iter().copied().collect();
    sorted.sort_by_key(|&id| (start(id).is_none(), start(id), id));
    let new: Vec<Taken> = patch
        .changes::<AgendaItem>()
        .filter_map(|(_, change)| change.after.clone().map(Taken::Item))
        .chain(patch.changes::<Statement>().filter_map(|(_, change)| change.after.clone().map(Taken::Statement)))
        .collect();
    let of = |id: SessionId| {
        let old = agenda::taken(plan, referrers, id).into_iter().filter(|taken| !patch.contains(taken.row()));
        let is_in = |taken: &&Taken| match taken {
            Taken::Item(row) => row.session == id,
            Taken::Statement(row) => row.session == Some(id),
        };
        let mut all: Vec<Taken> = old.chain(new.iter().filter(is_in).cloned()).collect();
        all.sort_by_key(|taken| (taken.order(), taken.row()));
        all
    };
    sorted.into_iter().flat_map(of).collect()
}
