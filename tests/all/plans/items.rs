//! Items of agendas.

use plenary::model::{AgendaItem, AgendaItemId, ItemKind, ItemOrigin, ItemOutcome};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::{Ids, local_text, of_some, some_ids, some_of, sources, text};

/// Up to four items, where there are sessions.
pub(super) fn items(ids: &Ids) -> BoxedStrategy<Vec<AgendaItem>> {
    let ids = ids.clone();
    let many = if ids.sessions.is_empty() { 0..=0_usize } else { 0..=4 };
    let items = many
        .prop_flat_map(some_ids)
        .prop_flat_map(move |own: Vec<AgendaItemId>| own.iter().map(|&id| item(id, &own, &ids)).collect::<Vec<_>>());
    items.boxed()
}

fn item(id: AgendaItemId, own: &[AgendaItemId], ids: &Ids) -> BoxedStrategy<AgendaItem> {
    let others: Vec<_> = own.iter().copied().filter(|&other| other != id).collect();
    let what = (select(ids.sessions.clone()), -3..4_i32, select(ItemKind::ALL.to_vec()), 0..=3_u8, text());
    let words = (local_text(), local_text(), text(), text(), text(), sources());
    let times = (0..=AgendaItem::MOST_SECS, 0..900_u32, of(0..20_000_u32));
    let who = (some_of(&ids.people), some_of(&ids.bodies), some_of(&ids.topics), some_of(&ids.documents));
    let course = (
        of(select(ItemOrigin::ALL.to_vec())),
        of_some(&others),
        select(ItemOutcome::ALL.to_vec()),
        of_some(&ids.bodies),
    );
    let item = (what, words, times, who, course).prop_map(move |(what, words, times, who, course)| {
        let (session, order, kind, level, number) = what;
        let (title, summary, decided_by, follow_up, remarks, sources) = words;
        let (presentation_secs, discussion_secs, fixed_mins) = times;
        let (speakers, presenters, topics, documents) = who;
        let (origin, continued_from, outcome, referred_to) = course;
        AgendaItem {
            id,
            session,
            order,
            kind,
            level,
            number,
            title,
            presentation_secs,
            discussion_secs,
            fixed_mins,
            summary,
            speakers,
            presenters,
            topics,
            documents,
            origin,
            continued_from,
            outcome,
            referred_to,
            decided_by,
            follow_up,
            remarks,
            sources,
        }
    });
    item.boxed()
}
