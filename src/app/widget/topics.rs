//! How topics are shown: how far they have come, who brings them on, and what covers them.

use std::sync::Arc;

use egui::{Color32, Id, Ui};

use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::items::{item_name, minutes};
use crate::app::widget::posts::body_name;
use crate::model::coverage::{Cover, Coverage, Covering};
use crate::model::{AgendaItem, BodyId, LocalText, RowId, SessionId, Topic, TopicState, folded};
use crate::texts::{Value, dates, names, short};
use crate::workbench::Generation;

/// The sign and the colour of a state.
#[must_use]
pub fn state_sign(cx: &ViewContext<'_>, state: TopicState) -> (&'static str, Color32) {
    let theme = cx.theme;
    match state {
        TopicState::ToRefine => (icons::EDIT, theme.warning),
        TopicState::Adopted => (icons::CHECK, theme.text_2),
        TopicState::InDrafting => (icons::PENCIL, theme.accent),
        TopicState::Agreed => (icons::LIST_CHECKS, theme.ok),
    }
}

/// How far a topic has come, in a word; empty where nothing says so.
#[must_use]
pub fn state_word<'a>(cx: &ViewContext<'a>, topic: &Topic) -> &'a str {
    topic.standing().map_or("", |state| cx.text(names::topic_state(state)))
}

/// Who facilitates: the Member State, and whoever does it by name; empty while nobody is known.
#[must_use]
pub fn facilitator(cx: &ViewContext<'_>, topic: &Topic) -> String {
    let person = topic.facilitator.and_then(|id| cx.plan.people().get(id));
    let state = match person {
        Some(person) if topic.facilitated_by.is_empty() => person.represents.as_str(),
        _ => topic.facilitated_by.as_str(),
    };
    let parts = [state, person.map_or("", |person| person.name.as_str())];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Bodies by their short names: `EUR, AFR`.
#[must_use]
pub fn bodies(cx: &ViewContext<'_>, ids: &[BodyId]) -> String {
    ids.iter().map(|&id| body_name(cx, id)).collect::<Vec<_>>().join(", ")
}

/// Its code, or what it is called where it has none.
#[must_use]
pub fn topic_code<'a>(cx: &ViewContext<'a>, topic: &'a Topic) -> &'a str {
    if topic.code.is_empty() { cx.title(&topic.title) } else { &topic.code }
}

/// What a cover is called, and the row behind it: `IRM-2, item 3.1, Mon 29 Sep`.
#[must_use]
pub fn cover_name(cx: &ViewContext<'_>, of: &Covering) -> (RowId, String) {
    let day = day_of(cx, of.session);
    match of.by {
        Cover::Session(id) => {
            let session = cx.plan.sessions().get(id);
            let language = cx.settings.title_language();
            let name = session.map(|session| short::session_name(cx.plan, language, session)).unwrap_or_default();
            (id.into(), with_day(name, &day))
        }
        Cover::Item(id) => {
            let event = cx.plan.events().get(of.event);
            let event = event.map(|event| cx.short_name(&event.code, &event.title)).unwrap_or_default();
            let item = cx.plan.items().get(id).map(|item| item_label(cx, item)).unwrap_or_default();
            (id.into(), with_day(format!("{event}, {item}"), &day))
        }
    }
}

fn with_day(name: String, day: &str) -> String {
    if day.is_empty() { name } else { format!("{name}, {day}") }
}

/// `Mon 29 Sep`; empty while a session waits.
fn day_of(cx: &ViewContext<'_>, session: SessionId) -> String {
    let span = cx.plan.sessions().get(session).and_then(|session| session.span());
    span.map(|span| dates::day_short(cx.texts, span.start.date())).unwrap_or_default()
}

/// `item 3.1`, or its title where it has no number.
fn item_label(cx: &ViewContext<'_>, item: &AgendaItem) -> String {
    let number = item_number(cx, item);
    if number.is_empty() {
        return item_name(cx, item);
    }
    cx.texts.text_with("topics-item", &[("number", Value::from(&number))])
}

/// The number of an item on its agenda; empty where it has none.
#[must_use]
pub fn item_number(cx: &ViewContext<'_>, item: &AgendaItem) -> String {
    let agenda = cx.agenda(item.session);
    let line = agenda.lines().find(|line| line.taken.row() == RowId::Item(item.id));
    line.map(|line| line.number.clone()).unwrap_or_default()
}

/// `1:40 min`
#[must_use]
pub fn mins_text(cx: &ViewContext<'_>, secs: u32) -> String {
    cx.texts.text_with("topics-mins", &[("mins", Value::from(&minutes(i64::from(secs))))])
}

/// The groups that topics of the plan are in, each once, in the order of their names.
#[must_use]
pub fn groups(cx: &ViewContext<'_>) -> Vec<LocalText> {
    let mut groups: Vec<LocalText> = Vec::new();
    for topic in cx.plan.topics().iter().filter(|topic| !topic.group.is_empty()) {
        if !groups.contains(&topic.group) {
            groups.push(topic.group.clone());
        }
    }
    groups.sort_by(|one, other| cx.title(one).cmp(cx.title(other)));
    groups
}

/// The group of a name: one that is called so in any language, else a new one.
#[must_use]
pub fn group_named(cx: &ViewContext<'_>, name: &str) -> LocalText {
    let wanted = folded(name.trim());
    if wanted.is_empty() {
        return LocalText::default();
    }
    let is_it = |group: &LocalText| group.iter().any(|(_, text)| folded(text) == wanted);
    let known = groups(cx).into_iter().find(is_it);
    known.unwrap_or_else(|| LocalText::one(cx.settings.title_language(), name.trim()))
}

/// What covers the topics of the plan, worked out once for each state of it.
#[must_use]
pub fn coverage(ui: &Ui, cx: &ViewContext<'_>) -> Arc<Coverage> {
    type Known = (Generation, Arc<Coverage>);
    let (id, now) = (Id::unique("coverage of topics"), cx.workbench.generation());
    let known = ui.data(|data| data.get_temp::<Known>(id)).filter(|(at, _)| *at == now);
    let (_, coverage) = known.unwrap_or_else(|| {
        let known = (now, Arc::new(Coverage::of(cx.plan)));
        ui.data_mut(|data| data.insert_temp(id, known.clone()));
        known
    });
    coverage
}

/// The same in whole minutes: `23 min`
#[must_use]
pub fn whole_mins_text(cx: &ViewContext<'_>, secs: u32) -> String {
    let mins = secs.saturating_add(30) / 60;
    cx.texts.text_with("topics-mins", &[("mins", Value::from(&mins.to_string()))])
}
