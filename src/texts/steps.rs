//! Words for the preparation: states of steps, deadlines, consultations, documents and their stages.

use chrono::NaiveDate;

use crate::model::{CountsFrom, DayEdge, DeadlineClass, DocumentKind, DocumentStage, Reached, StepState, Tally};
use crate::texts::{Texts, Value, dates, tid};

/// How far a step has come.
#[must_use]
pub fn state(state: StepState) -> &'static str {
    match state {
        StepState::Open => tid("step-state-open"),
        StepState::UnderWay => tid("step-state-under-way"),
        StepState::Done => tid("step-state-done"),
    }
}

/// What a deadline is for.
#[must_use]
pub fn deadline_class(class: DeadlineClass) -> &'static str {
    match class {
        DeadlineClass::Contributions => tid("deadline-contributions"),
        DeadlineClass::Revisions => tid("deadline-revisions"),
        DeadlineClass::Documents => tid("deadline-documents"),
        DeadlineClass::Requests => tid("deadline-requests"),
        DeadlineClass::Registration => tid("deadline-registration"),
        DeadlineClass::Answers => tid("deadline-answers"),
    }
}

/// Sorts of document.
#[must_use]
pub fn document_kind(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Contribution => tid("document-kind-contribution"),
        DocumentKind::Report => tid("document-kind-report"),
        DocumentKind::Decision => tid("document-kind-decision"),
        DocumentKind::CircularLetter => tid("document-kind-circular-letter"),
        DocumentKind::Draft => tid("document-kind-draft"),
        DocumentKind::Agenda => tid("document-kind-agenda"),
        DocumentKind::Information => tid("document-kind-information"),
        DocumentKind::Publication => tid("document-kind-publication"),
        DocumentKind::Website => tid("document-kind-website"),
        DocumentKind::Video => tid("document-kind-video"),
        DocumentKind::BasicText => tid("document-kind-basic-text"),
    }
}

/// How far a document has come in a language.
#[must_use]
pub fn stage(stage: DocumentStage) -> &'static str {
    match stage {
        DocumentStage::Received => tid("document-stage-received"),
        DocumentStage::InTranslation => tid("document-stage-in-translation"),
        DocumentStage::Posted => tid("document-stage-posted"),
    }
}

/// A stage and the day on which it was reached.
#[must_use]
pub fn reached(texts: &Texts, reached: Reached) -> String {
    let word = texts.text(stage(reached.stage));
    let day = reached.days[reached.stage as usize].map(|day: NaiveDate| dates::dates_short(texts, day, day));
    day.map_or_else(|| word.to_owned(), |day| format!("{word} {day}"))
}

/// From what a day is counted, where the event is called so.
#[must_use]
pub fn counts_from(texts: &Texts, counts: CountsFrom, event: &str) -> String {
    let edge = match counts.edge {
        DayEdge::First => "first",
        DayEdge::Last => "last",
    };
    let id = match counts.days {
        0 => tid("counts-on"),
        ..0 => tid("counts-before"),
        1.. => tid("counts-after"),
    };
    let values =
        [("edge", Value::from(edge)), ("days", Value::from(counts.days.unsigned_abs())), ("event", Value::from(event))];
    texts.text_with(id, &values)
}

/// What is known of a consultation.
#[must_use]
pub fn tally(texts: &Texts, tally: Tally) -> String {
    let numbers = [
        (tid("tally-asked"), tally.asked),
        (tid("tally-replies"), tally.replies),
        (tid("tally-in-favour"), tally.in_favour),
        (tid("tally-needed"), tally.needed),
    ];
    let known = numbers.into_iter().filter_map(|(what, count)| Some((what, count?)));
    let mut parts: Vec<String> = known
        .map(|(what, count)| {
            let values = [("what", Value::from(texts.text(what))), ("count", Value::from(i64::from(count)))];
            texts.text_with("tally-numbers", &values)
        })
        .collect();
    parts.push(texts.text(tally_result(tally)).to_owned());
    parts.join(", ")
}

/// Whether the majority was reached.
#[must_use]
pub fn tally_result(tally: Tally) -> &'static str {
    match tally.is_reached() {
        Some(true) => tid("tally-reached"),
        Some(false) => tid("tally-not-reached"),
        None => tid("tally-unknown"),
    }
}
