//! Building an agenda of topics: where the items go, what each takes, and what would be added, before it is.

use egui::{DragValue, RichText, Role, Ui, WidgetInfo};

use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};
use crate::app::widget::against::menu_button;
use crate::app::widget::buttons::{filled_button, plain_button};
use crate::app::widget::cells::small;
use crate::app::widget::fields::{caption, note, paragraph};
use crate::app::widget::items::{item_name, minutes, over_text, session_picker, sum_text};
use crate::app::widget::picker::{Picked, PickerItem, picker};
use crate::app::widget::topics::topic_code;
use crate::edit::Command;
use crate::edit::agenda::{ItemEach, OnAgenda, Spot, built};
use crate::model::{AgendaItem, AgendaItemId, EventId, RowId, SessionId, Status, TopicId};
use crate::texts::{Value, short, tid};

use super::TopicsView;
use super::known::Known;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Build {
    session: Option<SessionId>,
    before: Option<AgendaItemId>,
    each: ItemEach,
    mins: u32,
}

/// An item has so many minutes at first.
const MINS: u32 = 10;

impl Build {
    /// For the first interregional meeting that lacks topics, else for the last one.
    #[must_use]
    pub fn new(cx: &ViewContext<'_>, known: &Known) -> Self {
        let lacking = known.without_item.iter().find(|(_, count)| *count > 0);
        let event = lacking.or(known.without_item.last()).map(|(event, _)| *event);
        Self {
            session: event.and_then(|event| last_session(cx, event)),
            before: None,
            each: ItemEach::Group,
            mins: MINS,
        }
    }
}

/// The last session of an event that is held: what is new comes to the end of an agenda.
fn last_session(cx: &ViewContext<'_>, event: EventId) -> Option<SessionId> {
    let own = cx.plan.sessions().iter().filter(|row| row.event == event && row.status != Status::Cancelled);
    own.max_by_key(|row| (row.span().map(|span| span.start), row.id)).map(|row| row.id)
}

impl TopicsView {
    /// The topics for which items are made: those that are ticked, else all that are missing somewhere.
    fn to_build(&self, known: &Known) -> Vec<TopicId> {
        if self.ticked.is_empty() { known.missing.clone() } else { self.meant(known) }
    }

    pub(super) fn build_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) {
        let topics = self.to_build(known);
        let Some(build) = &mut self.building else { return };
        ui.label(RichText::new(cx.text("topics-build-title")).font(Type::Title.font()).color(cx.theme.text));
        let id = if self.ticked.is_empty() { tid("topics-of-gaps") } else { tid("topics-of-ticked") };
        note(ui, cx, &cx.texts.text_with(id, &[("count", Value::from(topics.len()))]));
        where_ui(ui, cx, build);
        each_ui(ui, cx, build);
        let items = match build.session {
            Some(session) => built(cx.plan, &topics, (session, build.each, build.mins * 60)),
            None => Vec::new(),
        };
        caption(ui, cx, cx.text("topics-will-be-added"));
        for item in &items {
            item_ui(ui, cx, item);
        }
        let mut is_done = false;
        if let Some(session) = build.session {
            sums_ui(ui, cx, session, &items);
            ui.add_space(8.0);
            ui.horizontal_wrapped(|ui| {
                let words = cx.texts.text_with("topics-add-items", &[("count", Value::from(items.len()))]);
                if filled_button(ui, cx, &words, !items.is_empty()).clicked() {
                    let spot = Spot { session, before: build.before.map(RowId::Item) };
                    cx.perform(Command::Agenda(OnAgenda::Add(items, spot)));
                    is_done = true;
                }
            });
        }
        let is_over = plain_button(ui, cx.text("button-cancel"), true).clicked();
        if is_done {
            self.ticked.clear();
        }
        if is_done || is_over {
            (self.building, self.takes_keyboard) = (None, true);
        }
    }
}

/// On which agenda, and where on it.
fn where_ui(ui: &mut Ui, cx: &ViewContext<'_>, build: &mut Build) {
    let session = build.session.and_then(|id| cx.plan.sessions().get(id));
    let language = cx.settings.title_language();
    let name = session.map(|session| short::session_name(cx.plan, language, session));
    let name = name.unwrap_or_else(|| cx.text("topics-choose-session").to_owned());
    caption(ui, cx, cx.text("topics-on-agenda-of"));
    let button = menu_button(ui, cx, (icons::CALENDAR, &short::beginning(&name, 30)));
    let words = format!("{}: {name}", cx.text("topics-on-agenda-of"));
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    let is_held = |session: &crate::model::Session| session.status != Status::Cancelled;
    if let Some(chosen) = session_picker(&button, cx, cx.text("topics-choose-session"), is_held) {
        (build.session, build.before) = (Some(chosen), None);
    }
    let Some(session) = build.session else { return };
    let before = build.before.and_then(|id| cx.plan.items().get(id)).filter(|item| item.session == session);
    let place = match before {
        Some(item) => cx.texts.text_with("topics-before", &[("item", Value::from(&item_name(cx, item)))]),
        None => cx.text("topics-at-end").to_owned(),
    };
    let button = menu_button(ui, cx, (icons::LIST_ORDERED, &short::beginning(&place, 30)));
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &place));
    let places = || {
        let end = PickerItem { value: None, title: cx.text("topics-at-end").to_owned(), detail: String::new() };
        let agenda = cx.agenda(session);
        let lines = agenda.sitting(session).map(|sitting| sitting.lines.clone()).unwrap_or_default();
        let items = lines.iter().filter_map(|line| line.taken.item()).map(|item| {
            let title = cx.texts.text_with("topics-before", &[("item", Value::from(&item_name(cx, item)))]);
            PickerItem { value: Some(item.id), title, detail: String::new() }
        });
        std::iter::once(end).chain(items).collect()
    };
    if let Some(Picked::Known(before)) = picker(&button, cx, cx.text("topics-where"), None, places) {
        build.before = before;
    }
}

/// What gets an item, and how long that is.
fn each_ui(ui: &mut Ui, cx: &ViewContext<'_>, build: &mut Build) {
    for (each, id) in [(ItemEach::Group, tid("topics-each-group")), (ItemEach::Topic, tid("topics-each-topic"))] {
        let words = cx.text(id);
        let button = ui.radio(build.each == each, words);
        if button.clicked() {
            build.each = each;
        }
    }
    ui.horizontal(|ui| {
        let name = cx.text("topics-minutes-each");
        ui.label(small(name, cx.theme.text_2));
        ui.add(DragValue::new(&mut build.mins).range(1..=240)).accessible_name(name);
    });
}

/// An item that would be added: its title, its topics, its length and its documents.
fn item_ui(ui: &mut Ui, cx: &ViewContext<'_>, item: &AgendaItem) {
    let codes = item.topics.iter().filter_map(|&id| cx.plan.topics().get(id));
    let codes = codes.map(|topic| topic_code(cx, topic)).collect::<Vec<_>>().join(", ");
    let documents = item.documents.iter().filter_map(|&id| cx.plan.documents().get(id));
    let documents = documents.map(|row| row.symbol.as_str()).collect::<Vec<_>>().join(", ");
    paragraph(ui, cx.title(&item.title), Type::Strong, cx.theme.text);
    let mins = cx.texts.text_with("topics-mins", &[("mins", Value::from(&minutes(i64::from(item.secs()))))]);
    let said = [mins, codes, documents].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    paragraph(ui, &said.join(" · "), Type::Small, cx.theme.text_2);
}

/// How much time the session has, and how much its agenda would take.
fn sums_ui(ui: &mut Ui, cx: &ViewContext<'_>, session: SessionId, items: &[AgendaItem]) {
    let agenda = cx.agenda(session);
    let Some(sitting) = agenda.sitting(session) else { return };
    let new: i64 = items.iter().map(|item| i64::from(item.secs())).sum();
    let (room, given) = (sitting.room_secs(), sitting.given_secs() + new);
    ui.add_space(4.0);
    paragraph(ui, &sum_text(cx, (room, given)), Type::Small, cx.theme.text_2);
    if given > room && room > 0 {
        let words = format!("{} {}", icons::WARNING, over_text(cx, given - room));
        paragraph(ui, &words, Type::Small, cx.theme.warning);
    }
}
