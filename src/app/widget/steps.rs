//! What is said of steps: their states with signs, their days, why they are at risk.

use chrono::NaiveDate;
use egui::Color32;

use crate::app::context::ViewContext;
use crate::app::phrases;
use crate::app::style::icons;
use crate::model::preparation::{Risk, Step};
use crate::model::{CountsFrom, DocumentStage, Event, EventDates, EventId, RowId, StepState};
use crate::texts::{Value, dates, steps, tid};

/// How words in a cell stand out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// What the row is called.
    Name,
    /// As usual.
    #[default]
    Plain,
    /// What is looked up.
    Weak,
    /// What is right.
    Good,
    /// What goes on.
    Busy,
    /// What may go wrong.
    Risk,
    /// What is wrong.
    Bad,
}

impl Tone {
    /// Its colour.
    #[must_use]
    pub fn color(self, cx: &ViewContext<'_>) -> Color32 {
        match self {
            Self::Name => cx.theme.text,
            Self::Plain => cx.theme.text_2,
            Self::Weak => cx.theme.text_3,
            Self::Good => cx.theme.ok,
            Self::Busy => cx.theme.accent,
            Self::Risk => cx.theme.warning,
            Self::Bad => cx.theme.error,
        }
    }
}

/// The sign of a state, its word, and how it stands out.
#[must_use]
pub fn state(step: &Step) -> (&'static str, &'static str, Tone) {
    if step.is_late() {
        return (icons::CIRCLE_X, tid("step-state-late"), Tone::Bad);
    }
    if step.is_at_risk() {
        return (icons::WARNING, tid("step-state-risk"), Tone::Risk);
    }
    match step.state {
        None => (icons::CIRCLE, tid("step-state-unknown"), Tone::Weak),
        Some(state @ StepState::Open) => (icons::CIRCLE, steps::state(state), Tone::Plain),
        Some(state @ StepState::UnderWay) => (icons::CIRCLE_DASHED, steps::state(state), Tone::Busy),
        Some(state @ StepState::Done) => (icons::CIRCLE_CHECK, steps::state(state), Tone::Good),
    }
}

/// The word of a state; of what is late or at risk also how far it has come, where somebody said so.
#[must_use]
pub fn state_words(cx: &ViewContext<'_>, step: &Step, word: &'static str) -> String {
    match step.state {
        Some(state) if step.is_late() || step.is_at_risk() => {
            format!("{}, {}", cx.text(word), cx.text(steps::state(state)))
        }
        _ => cx.text(word).to_owned(),
    }
}

/// What an event is called where there is little room.
#[must_use]
pub fn name<'a>(cx: &ViewContext<'_>, event: &'a Event) -> &'a str {
    cx.short_name(&event.code, &event.title)
}

/// The name of an event of the plan.
#[must_use]
pub fn name_of(cx: &ViewContext<'_>, id: EventId) -> String {
    cx.plan.events().get(id).map_or_else(|| id.to_string(), |event| name(cx, event).to_owned())
}

/// The days of an event in short, with the year where it is not that of the conference.
#[must_use]
pub fn days(cx: &ViewContext<'_>, of: EventDates) -> String {
    use chrono::Datelike as _;
    let year = cx.plan.main_event().map(|event| event.dates.first_and_last().0.year());
    match of {
        EventDates::Days { first, last } if [first, last].iter().any(|day| Some(day.year()) != year) => {
            dates::dates_year(cx.texts, first, last)
        }
        EventDates::Days { first, last } => dates::dates_short(cx.texts, first, last),
        EventDates::Year(year) => year.to_string(),
    }
}

/// A day in short.
#[must_use]
pub fn day(cx: &ViewContext<'_>, day: NaiveDate) -> String {
    days(cx, EventDates::day(day))
}

/// So many days before or after, as it is written on the road.
#[must_use]
pub fn offset(cx: &ViewContext<'_>, days: i64) -> String {
    let sign = if days < 0 { "\u{2212}" } else { "" };
    cx.texts.text_with("preparation-days", &[("days", Value::from(format!("{sign}{}", days.abs()).as_str()))])
}

/// From what a day is counted, in words.
#[must_use]
pub fn counts(cx: &ViewContext<'_>, counts: CountsFrom) -> String {
    steps::counts_from(cx.texts, counts, &name_of(cx, counts.event))
}

/// Why a step is at risk, one sentence for each reason.
#[must_use]
pub fn risks(cx: &ViewContext<'_>, step: &Step) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    if let Some(days) = step.late_days {
        all.push(cx.texts.text_with("preparation-late-by", &[("days", Value::from(days))]));
    }
    let sentence = |risk: &Risk| {
        let (id, name, count) = match risk {
            Risk::WaitsForLate(id) => (tid("preparation-waits-for-late"), name_of(cx, *id), 0),
            Risk::NoSlack(id) => (tid("preparation-no-slack"), name_of(cx, *id), 0),
            Risk::LateStep(id) => (tid("preparation-late-step"), name_of(cx, *id), 0),
            Risk::Bureau(id, open) => {
                let name = phrases::row_title(cx, RowId::Body(*id));
                (tid("preparation-open-bureau"), name, *open)
            }
        };
        cx.texts.text_with(id, &[("what", Value::from(&name)), ("count", Value::from(count))])
    };
    all.extend(step.risks.iter().map(sentence));
    if step.is_circular {
        all.push(cx.text("preparation-circular").to_owned());
    }
    all
}

/// The sign of a stage and how it stands out.
#[must_use]
pub fn stage(stage: Option<DocumentStage>) -> (&'static str, Tone) {
    match stage {
        None => ("", Tone::Weak),
        Some(DocumentStage::Received) => (icons::INBOX, Tone::Plain),
        Some(DocumentStage::InTranslation) => (icons::LANGUAGES, Tone::Risk),
        Some(DocumentStage::Posted) => (icons::CIRCLE_CHECK, Tone::Good),
    }
}
