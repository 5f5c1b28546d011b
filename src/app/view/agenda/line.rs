//! The line above the table: whose agenda it is, how far it has come, and what is added to it.

use egui::{Button, Popup, RichText, Role, Sense, Stroke, Ui, WidgetInfo};

use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};
use crate::app::widget::against::menu_button;
use crate::app::widget::fields::small_icon_button;
use crate::app::widget::items::session_picker;
use crate::edit::Command;
use crate::edit::agenda::{OnAgenda, Spot, new_items};
use crate::model::agenda::Agenda;
use crate::model::{AgendaItem, Session, SessionId, Topic, TopicId};
use crate::texts::{Value, dates, short, tid};

/// What somebody asks for in the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Another agenda.
    Show(SessionId),
    /// To type a new item.
    New,
}

/// The room that buttons at the right need; those that have none are in menus.
const BUTTON: f32 = 130.0;

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, agenda: &Agenda) -> Option<Asked> {
    let mut asked = None;
    for (icon, name, is_onward) in
        [(icons::CHEVRON_LEFT, tid("agenda-before"), false), (icons::CHEVRON_RIGHT, tid("agenda-behind"), true)]
    {
        if small_icon_button(ui, icon, cx.text(name)).clicked() {
            asked = beside(cx, agenda.head, is_onward).map(Asked::Show);
        }
    }
    let name = cx.plan.sessions().get(agenda.head).map(|session| name_of(cx, session)).unwrap_or_default();
    // The room for a title and for how far it has come, where that is little.
    let letters = if ui.available_width() < 4.0 * BUTTON { 20 } else { 48 };
    let shown = short::beginning(&name, letters);
    let title = cx.texts.text_with("agenda-of", &[("what", Value::from(&shown))]);
    let button = menu_button(ui, cx, (icons::LIST_ORDERED, &title));
    let is_meeting = |session: &Session| session.kind != crate::model::SessionKind::Break;
    if let Some(session) = session_picker(&button, cx, cx.text("agenda-choose"), is_meeting) {
        asked = Some(Asked::Show(session));
    }
    if ui.available_width() > 2.0 * BUTTON {
        stage_ui(ui, cx, agenda);
    }
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let has_room = |ui: &Ui| ui.available_width() > BUTTON;
        if has_room(ui) {
            let words = format!("{} {}", icons::PLUS, cx.text("agenda-add"));
            let button = ui.button(words).on_hover_text(cx.text("agenda-add-tip"));
            button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, cx.text("agenda-add")));
            if button.clicked() {
                asked = Some(Asked::New);
            }
        }
        if has_room(ui) {
            topics_ui(ui, cx, agenda);
        }
    });
    asked
}

/// The agenda before or after another one.
fn beside(cx: &ViewContext<'_>, head: SessionId, is_onward: bool) -> Option<SessionId> {
    let all = with_agendas(cx);
    let Some(at) = all.iter().position(|&id| id == head) else { return all.first().copied() };
    let to = if is_onward { Some(at + 1) } else { at.checked_sub(1) };
    to.and_then(|to| all.get(to)).copied()
}

/// The agendas of the plan, by the sessions they begin with, in the order of time.
#[must_use]
pub fn with_agendas(cx: &ViewContext<'_>) -> Vec<SessionId> {
    let mut heads: Vec<SessionId> = cx.plan.items().iter().map(|item| item.session).collect();
    heads.sort_unstable();
    heads.dedup();
    let mut heads: Vec<SessionId> = heads
        .into_iter()
        .map(|id| crate::model::agenda::head(cx.plan, id))
        .filter(|&id| cx.plan.sessions().contains(id))
        .collect();
    let start = |id: SessionId| cx.plan.sessions().get(id).and_then(|row| row.span()).map(|span| span.start);
    heads.sort_by_key(|&id| (start(id).is_none(), start(id), id));
    heads.dedup();
    heads
}

fn name_of(cx: &ViewContext<'_>, session: &Session) -> String {
    let name = short::session_name(cx.plan, cx.settings.title_language(), session);
    let name = if name.is_empty() { cx.session_title(session).to_owned() } else { name };
    match session.span() {
        Some(span) => format!("{name}, {}", dates::day_short(cx.texts, span.start.date())),
        None => name,
    }
}

/// How far the agenda has come, as steps: what is done with a tick, what is so now in a frame, what comes as a button.
fn stage_ui(ui: &mut Ui, cx: &ViewContext<'_>, agenda: &Agenda) {
    let tip = cx.text("agenda-adopt-tip");
    let Some(at) = agenda.adopted else {
        step_ui(ui, cx, (icons::PENCIL, cx.text("agenda-draft")));
        let words = cx.text("agenda-adopt");
        if ui.button(words).on_hover_text(tip).clicked()
            && let Some(now) = cx.now.or(cx.utc)
        {
            cx.perform(Command::Agenda(OnAgenda::Adopt(agenda.head, now)));
        }
        return;
    };
    let when = dates::moment_text(cx.texts, at);
    let shown = cx.texts.text_with("agenda-adopted", &[("when", Value::from(&when))]);
    step_ui(ui, cx, (icons::LOCK, &shown));
    if ui.button(cx.text("agenda-reopen")).on_hover_text(cx.text("agenda-reopen-tip")).clicked() {
        cx.perform(Command::Agenda(OnAgenda::Reopen(agenda.head)));
    }
}

/// The step at which it is.
fn step_ui(ui: &mut Ui, cx: &ViewContext<'_>, (sign, words): (&str, &str)) {
    let text = RichText::new(format!("{sign} {words}")).font(Type::Small.font()).color(cx.theme.accent);
    let step = Button::new(text).fill(cx.theme.accent_soft).stroke(Stroke::new(1.0, cx.theme.accent_line));
    let response = ui.add(step.sense(Sense::HOVER));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
}

/// Topics of the event that are on no item yet, to be ticked and added.
fn topics_ui(ui: &mut Ui, cx: &ViewContext<'_>, agenda: &Agenda) {
    let button = menu_button(ui, cx, (icons::TAG, cx.text("agenda-from-topics")));
    let id = button.id.with("ticked");
    let popup = Popup::menu(&button).close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| {
        ui.set_min_width(320.0);
        ui.set_max_width(420.0);
        let mut ticked = ui.data(|data| data.get_temp::<Vec<TopicId>>(id)).unwrap_or_default();
        let missing = missing(cx, agenda);
        if missing.is_empty() {
            ui.label(cx.text("agenda-no-topics"));
            return;
        }
        egui::ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            for topic in &missing {
                let mut is_ticked = ticked.contains(&topic.id);
                let words = crate::app::phrases::row_title(cx, topic.id.into());
                let shown = short::beginning(&words, 60);
                if ui.checkbox(&mut is_ticked, shown).changed() {
                    ticked.retain(|id| *id != topic.id);
                    if is_ticked {
                        ticked.push(topic.id);
                    }
                }
            }
        });
        ui.separator();
        ui.horizontal(|ui| {
            if ui.button(cx.text("agenda-tick-all")).clicked() {
                ticked = missing.iter().map(|topic| topic.id).collect();
            }
            let text = cx.texts.text_with("agenda-add-topics", &[("count", Value::from(ticked.len()))]);
            if ui.add_enabled(!ticked.is_empty(), egui::Button::new(text)).clicked() {
                let wanted = missing.iter().copied().filter(|topic| ticked.contains(&topic.id));
                cx.perform(from_topics(cx, agenda, wanted));
                ticked.clear();
                ui.close();
            }
        });
        ui.data_mut(|data| data.insert_temp(id, ticked));
    });
}

fn missing<'a>(cx: &ViewContext<'a>, agenda: &Agenda) -> Vec<&'a Topic> {
    let event = cx.plan.sessions().get(agenda.head).map(|session| session.event);
    let known: Vec<TopicId> =
        agenda.lines().filter_map(|line| line.taken.item()).flat_map(|item| item.topics.iter().copied()).collect();
    let is_missing = |topic: &&Topic| (topic.event.is_none() || topic.event == event) && !known.contains(&topic.id);
    cx.plan.topics().iter().map(|topic| &**topic).filter(is_missing).collect()
}

fn from_topics<'a>(cx: &ViewContext<'_>, agenda: &Agenda, topics: impl Iterator<Item = &'a Topic>) -> Command {
    /// What an item takes until somebody says so, in seconds.
    const SECS: u32 = 5 * 60;
    let session = agenda.sittings.last().map_or(agenda.head, |sitting| sitting.session);
    let item = |(topic, item): (&Topic, AgendaItem)| AgendaItem {
        title: if topic.title.is_empty() { topic.code.as_str().into() } else { topic.title.clone() },
        topics: vec![topic.id],
        presentation_secs: SECS,
        ..item
    };
    let items = topics.zip(new_items(cx.plan, session)).map(item).collect();
    Command::Agenda(OnAgenda::Add(items, Spot::at_end(session)))
}
