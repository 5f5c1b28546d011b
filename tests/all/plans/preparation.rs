//! What belongs to the preparation, of events and of documents.

use plenary::model::zone::Tz;
use plenary::model::{
    CountsFrom, DayEdge, DeadlineClass, Document, DocumentKind, DocumentStage, Event, EventDates, EventId, EventKind,
    Language, Reached, Stages, StepState, Tally,
};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::{Ids, date, local_text, of_some, some_of, text};

/// An event with nothing else.
pub(super) fn step(others: &[EventId]) -> BoxedStrategy<Event> {
    let counts = (of_some(others), select(vec![DayEdge::First, DayEdge::Last]), -3660..=3660_i32);
    let number = || of(any::<u16>());
    let tally = (number(), number(), number(), number(), of(any::<bool>()));
    let state = of(select(StepState::ALL.to_vec()));
    let class = of(select(DeadlineClass::ALL.to_vec()));
    (local_text(), state, local_text(), some_of(others), counts, class, of(tally))
        .prop_map(|(owner, state, next_step, areas, (event, edge, days), class, tally)| {
            let dates = EventDates::Year(2025);
            let (id, kind) = ("step".parse().unwrap(), EventKind::Milestone);
            Event {
                owner,
                state,
                next_step,
                areas,
                counts_from: event.map(|event| CountsFrom { event, edge, days }),
                class,
                tally: tally.map(|(asked, replies, in_favour, needed, announced)| Tally {
                    asked,
                    replies,
                    in_favour,
                    needed,
                    announced,
                }),
                ..Event::new(id, kind, dates, Tz::UTC)
            }
        })
        .boxed()
}

/// A document with nothing else.
pub(super) fn paper(ids: &Ids) -> BoxedStrategy<Document> {
    let day = || of(date(1900..=2199));
    let reached = (select(DocumentStage::ALL.to_vec()), [day(), day(), day()]);
    let stages = proptest::array::uniform6(of(reached));
    let kind = of(select(DocumentKind::ALL.to_vec()));
    (kind, of_some(&ids.bodies), text(), of(date(1900..=2199)), stages)
        .prop_map(|(kind, author, author_name, due, all)| {
            let mut stages = Stages::default();
            for (language, reached) in Language::ALL.into_iter().zip(all) {
                stages.set(language, reached.map(|(stage, days)| Reached { stage, days }));
            }
            Document { kind, author, author_name, due, stages, ..Document::new("paper".parse().unwrap(), "") }
        })
        .boxed()
}
