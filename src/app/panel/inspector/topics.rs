//! The form of a topic, and what covers it.

use egui::Ui;

use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::fields::Lines;
use crate::app::widget::picker::{Picked, PickerItem, picker};
use crate::app::widget::property::{Value, chip_button, trailing_of};
use crate::app::widget::topics::{cover_name, coverage, group_named, groups, mins_text, state_sign};
use crate::look::Hue;
use crate::model::{Body, BodyKind, Document, Event, LocalText, Person, Topic, TopicKind, TopicState};
use crate::texts::{Value as Word, names, tid};

use super::form::{Form, Pass};
use super::head::Head;
use super::own_fields::own_fields_ui;
use super::rows::ListWords;

/// The line above the form.
#[must_use]
pub fn head(cx: &ViewContext<'_>, topic: &Topic) -> Head {
    Head {
        icon: icons::TAG,
        colors: cx.theme.hue(Hue::Green),
        kind: cx.text(names::topic_kind(topic.kind)).to_owned(),
        id: topic.id.to_string(),
    }
}

/// The form.
pub fn ui(form: &mut Form<'_, Topic>, ui: &mut Ui) {
    let (cx, topic) = (form.cx, form.subject);
    form.title(ui, |topic| &topic.title, |topic| &mut topic.title);
    form.text(ui, (tid("inspector-code"), Lines::Wrapped), &topic.code, |topic, text| {
        text.clone_into(&mut topic.code);
    });
    let word = |kind| ("", cx.text(names::topic_kind(kind)).to_owned());
    form.choice(ui, tid("inspector-kind"), (Some(topic.kind), &TopicKind::ALL), word, |topic, kind| {
        topic.kind = kind;
    });
    state_ui(form, ui);
    group_ui(form, ui);
    let regions = |body: &Body| body.kind == BodyKind::Region;
    form.row_field::<Body>(ui, (tid("inspector-region"), true), topic.region, regions, |topic, region| {
        topic.region = region;
    });
    let event = (tid("inspector-event"), true);
    form.row_field::<Event>(ui, event, topic.event, |_| true, |topic, event| topic.event = event);
    form.text(ui, (tid("topic-facilitated-by"), Lines::Wrapped), &topic.facilitated_by, |topic, text| {
        text.clone_into(&mut topic.facilitated_by);
    });
    let person = (tid("topic-facilitator"), true);
    form.row_field::<Person>(ui, person, topic.facilitator, |_| true, |topic, person| topic.facilitator = person);
    let text = (tid("topic-text"), true);
    form.row_field::<Document>(ui, text, topic.text, |_| true, |topic, text| topic.text = text);
    form.check(ui, tid("topic-needs-consensus"), topic.needs_consensus, |topic, on| topic.needs_consensus = on);
    votes_ui(form, ui);
    let name = (tid("inspector-objective"), Lines::Several(1));
    form.local_text(ui, name, |topic| &topic.objective, |topic| &mut topic.objective);
    covers_ui(form, ui);
    own_fields_ui(form, ui);
    form.notes(ui, topic.id.into());
    form.sources(ui, &topic.sources, |topic| &mut topic.sources);
}

/// How far it has come; without a state of its own that is what its kind says.
fn state_ui(form: &mut Form<'_, Topic>, ui: &mut Ui) {
    let (cx, topic) = (form.cx, form.subject);
    let all: Vec<Option<TopicState>> = std::iter::once(None).chain(TopicState::ALL.map(Some)).collect();
    let by_kind = topic.kind.standing();
    let word = |state: Option<TopicState>| match state {
        Some(state) => (state_sign(cx, state).0, cx.text(names::topic_state(state)).to_owned()),
        None => {
            let state = by_kind.map_or("–", |state| cx.text(names::topic_state(state)));
            ("", cx.texts.text_with("topic-state-by-kind", &[("state", Word::from(state))]))
        }
    };
    form.choice(ui, tid("topic-state"), (Some(topic.state), &all), word, |topic, state| topic.state = state);
}

/// Which topics it is like: a group that is there, or a new one whose name is typed.
fn group_ui(form: &mut Form<'_, Topic>, ui: &mut Ui) {
    let (cx, topic, name) = (form.cx, form.subject, tid("topic-group"));
    let mut cleared = false;
    let id = form.id(name);
    let button = match (form.pass, topic.group.is_empty()) {
        (Pass::Unset, true) => chip_button(ui, cx, form.sign(name)),
        (Pass::Set, false) => {
            let text = cx.title(&topic.group);
            let value = Value { name: cx.text(name), text, ..Value::default() };
            let button = form.row(ui, name, |_, ui| value.ui(ui, cx));
            let remove = cx.texts.text_with("inspector-remove", &[("what", Word::from(text))]);
            let clicked = trailing_of(ui, cx, (id, &button), &[(icons::X, remove.as_str())]);
            cleared = clicked.first().is_some_and(egui::Response::clicked);
            button
        }
        _ => return,
    };
    let new_name = |typed: &str| cx.texts.text_with("topics-new-group", &[("name", Word::from(typed))]);
    let all = || {
        let item =
            |group: LocalText| PickerItem { title: cx.title(&group).to_owned(), value: group, detail: String::new() };
        groups(cx).into_iter().map(item).collect()
    };
    let picked = picker(&button, cx, cx.text(name), Some(&new_name), all);
    match picked {
        _ if cleared => form.edit(|topic| topic.group = LocalText::default()),
        Some(Picked::Known(group)) => form.edit(|topic| topic.group = group),
        Some(Picked::New(typed)) => {
            let group = group_named(cx, &typed);
            form.edit(|topic| topic.group = group);
        }
        None => {}
    }
}

/// Which regions are for it, which amend it, which are against it.
fn votes_ui(form: &mut Form<'_, Topic>, ui: &mut Ui) {
    let topic = form.subject;
    let words = |caption| ListWords { caption, add: tid("topic-add-region"), create: None };
    let name = words(tid("topic-supported-by"));
    form.row_list::<Body>(ui, &name, &topic.supported_by, |topic| Some(&mut topic.supported_by));
    let name = words(tid("topic-amended-by"));
    form.row_list::<Body>(ui, &name, &topic.amended_by, |topic| Some(&mut topic.amended_by));
    let name = words(tid("topic-opposed-by"));
    form.row_list::<Body>(ui, &name, &topic.opposed_by, |topic| Some(&mut topic.opposed_by));
}

/// What covers it, with minutes; a click leads there.
fn covers_ui(form: &mut Form<'_, Topic>, ui: &mut Ui) {
    if !form.is_for_rows() {
        return;
    }
    let (cx, topic) = (form.cx, form.subject);
    let coverage = coverage(ui, cx);
    let covers = coverage.of_topic(topic.id);
    form.row(ui, tid("topics-covered-by"), |form, ui| {
        ui.vertical(|ui| {
            if covers.is_empty() {
                let text = cx.text("topics-covered-by-nothing");
                (Value { text, is_weak: true, ..Value::default() }).ui(ui, cx);
            }
            for of in covers {
                let (row, name) = cover_name(cx, of);
                let mins = mins_text(cx, of.secs);
                let value = Value { text: &name, detail: &mins, ..Value::default() };
                if value.ui(ui, cx).clicked() {
                    form.reveal(row);
                }
            }
        });
    });
}
