//! Statements, and how far their list has come.

use plenary::model::{DeliveredFrom, Delivery, RequestState, Speaking, Statement, StatementId, TextState};
use proptest::collection::btree_set;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::{Ids, date, language, of_some, one_of, sources, text, time};

/// A statement of one of these people, in one of these sessions or in none.
pub(super) fn statement(id: StatementId, ids: &Ids) -> BoxedStrategy<Statement> {
    let place = (of_some(&ids.sessions), of_some(&ids.sessions), any::<i32>(), any::<bool>());
    let words = (text(), text(), text(), text(), text(), text(), text());
    let states = (
        select(RequestState::ALL.to_vec()),
        select(TextState::ALL.to_vec()),
        select(DeliveredFrom::ALL.to_vec()),
        select(Delivery::ALL.to_vec()),
    );
    let times =
        (of(time()), of(date(2020..=2030)), btree_set(date(2024..=2026), 0..4), of(any::<i64>()), of(any::<u32>()));
    let rest = (one_of(&ids.people), any::<u32>(), of(language()), sources());
    let all = (place, words, states, times, rest).prop_map(move |(place, words, states, times, rest)| {
        let (session, wish, order, by_hand) = place;
        let (on_behalf_of, settled_by, exception_by, consent, link, other_language, remarks) = words;
        let (request, text, delivered_from, delivery) = states;
        let (requested, settled, present, begun, spoken_secs) = times;
        let (speaker, length_secs, language, sources) = rest;
        Statement {
            id,
            speaker,
            on_behalf_of,
            session,
            order,
            by_hand,
            wish,
            present: present.into_iter().collect(),
            length_secs,
            requested,
            request,
            settled,
            settled_by,
            exception_by,
            consent,
            text,
            link,
            language,
            other_language,
            delivered_from,
            delivery,
            begun,
            spoken_secs,
            remarks,
            sources,
        }
    });
    all.boxed()
}

/// How far a list has come.
pub(super) fn speaking() -> BoxedStrategy<Speaking> {
    let day = || of(date(2024..=2026));
    let all = (day(), day(), day(), any::<u8>());
    all.prop_map(|(opened, closed, published, held)| Speaking { opened, closed, published, held }).boxed()
}
