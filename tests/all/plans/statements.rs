//! Statements, and how far their list has come.

use plenary::model::{
    DeliveredFrom, Delivery, Noted, NotedDeed, Podium, RequestState, Speaking, Statement, StatementId, Stop,
    StopReason, TextState,
};
use proptest::collection::{btree_set, vec};
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
    let rest = (one_of(&ids.people), any::<u32>(), of(language()), (sources(), any::<bool>(), any::<bool>()));
    let all = (place, words, states, times, rest).prop_map(move |(place, words, states, times, rest)| {
        let (session, wish, order, by_hand) = place;
        let (on_behalf_of, settled_by, exception_by, consent, link, other_language, remarks) = words;
        let (request, text, delivered_from, delivery) = states;
        let (requested, settled, present, begun, spoken_secs) = times;
        let (speaker, length_secs, language, (sources, minister_absent, held_place)) = rest;
        Statement {
            id,
            speaker,
            on_behalf_of,
            session,
            order,
            by_hand,
            held_place,
            wish,
            present: present.into_iter().collect(),
            length_secs,
            requested,
            request,
            settled,
            settled_by,
            exception_by,
            minister_absent,
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
    let all = (day(), day(), day(), any::<u8>(), 0..7200_u32);
    all.prop_map(|(opened, closed, published, held, chair_secs)| Speaking {
        opened,
        closed,
        published,
        held,
        chair_secs,
    })
    .boxed()
}

/// What is noted of a podium, each some seconds after what was before; of most sessions nothing is.
pub(super) fn podium() -> BoxedStrategy<Podium> {
    let stop = (select(StopReason::ALL.to_vec()), 0..4000_i64, 0..900_i64);
    let known = (0..4_000_000_000_i64, of(30..3600_u32), vec(stop, 0..4), any::<(bool, bool)>(), vec(noted(), 0..3));
    let some = known.prop_map(|(opened, limit_secs, stops, (is_closed, lasts), noted)| {
        let mut at = opened;
        let mut all: Vec<Stop> = Vec::new();
        for (why, after, secs) in stops {
            let from = at + after;
            at = from + secs;
            all.push(Stop { why, from, to: Some(at) });
        }
        if let Some(last) = all.last_mut().filter(|_| lasts && !is_closed) {
            last.to = None;
        }
        Podium { opened: Some(opened), limit_secs, stops: all, closed: is_closed.then_some(at + 60), noted }
    });
    prop_oneof![3 => Just(Podium::default()), 1 => some].boxed()
}

fn noted() -> impl Strategy<Value = Noted> {
    let what = prop_oneof![any::<i32>().prop_map(NotedDeed::Extended), text().prop_map(NotedDeed::Swapped)];
    (0..4_000_000_000_i64, text(), what).prop_map(|(at, who, what)| Noted { at, who, what })
}
