//! The line above the table: how far the list has come, and what is done to all of it.

use chrono::NaiveDate;
use egui::{Align, Button, Layout, Popup, RichText, Role, Sense, Stroke, Ui, WidgetInfo};

use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};
use crate::app::widget::against::menu_button;
use crate::app::widget::fields::option_ui;
use crate::edit::Command;
use crate::edit::statements::OnList;
use crate::model::speaking::{self, ListStep, SpeakingList};
use crate::model::{Basis, Event, EventId, Speaking, TextState};
use crate::texts::{dates, tid};

/// What somebody asks for in the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To type a new request.
    New,
    /// The list of another event.
    Show(EventId),
}

/// The room that a button at the right needs; where there is none, it is left out, and keys do it.
const BUTTON: f32 = 120.0;

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, list: &SpeakingList, missing_only: &mut bool) -> Option<Asked> {
    let mut asked = None;
    let title = RichText::new(cx.text("statements-title")).font(Type::Head.font()).color(cx.theme.text);
    let events = speaking::events(cx.plan);
    if events.len() > 1 {
        let name = |id: EventId| {
            let event = cx.plan.events().get(id);
            event.map(|event| cx.short_name(&event.code, &event.title).to_owned()).unwrap_or_default()
        };
        let shown = name(list.event);
        let button = menu_button(ui, cx, (icons::MIC, &shown)).on_hover_text(cx.text("statements-of-event"));
        Popup::menu(&button).show(|ui| {
            for event in events {
                let name = name(event);
                if option_ui(ui, event == list.event, name.as_str(), &name) {
                    asked = Some(Asked::Show(event));
                }
            }
        });
    } else if ui.available_width() > 7.0 * BUTTON {
        ui.label(title);
    }
    steps_ui(ui, cx, list);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let words = format!("{} {}", icons::PLUS, cx.text("statements-request"));
        let button = ui.button(words).on_hover_text(cx.text("statements-request-tip"));
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, cx.text("statements-request")));
        if button.clicked() {
            asked = Some(Asked::New);
        }
        if ui.available_width() > BUTTON {
            fill_ui(ui, cx, list);
        }
        if ui.available_width() > BUTTON {
            missing_ui(ui, cx, list, missing_only);
        }
        let is_illustrative =
            |row: &crate::model::Statement| row.sources.iter().any(|source| source.basis == Basis::Illustrative);
        if ui.available_width() > BUTTON && list.lines().next().is_some_and(|line| is_illustrative(&line.statement)) {
            let words = format!("{} {}", icons::CIRCLE_DASHED, cx.text("statements-illustrative"));
            ui.label(RichText::new(words).font(Type::Small.font()).color(cx.theme.text_2));
        }
    });
    asked
}

/// What is done with a tick and its day, what is so now in a frame, what comes as a button.
fn steps_ui(ui: &mut Ui, cx: &ViewContext<'_>, list: &SpeakingList) {
    let speaking = list.speaking;
    let Some(event) = cx.plan.events().get(list.event) else { return };
    let step = speaking.step();
    let put = |speaking: Speaking| cx.perform(Command::Put(Event { speaking, ..Event::clone(event) }.into()));
    let today = Some(cx.now.unwrap_or_else(|| cx.hand().at).date());
    let has_room = ui.available_width() > 5.0 * BUTTON;
    for which in ListStep::ALL {
        let (word, since) = match which {
            ListStep::Open => (tid("statements-open"), speaking.opened),
            ListStep::Closed => (tid("statements-closed"), speaking.closed),
            ListStep::Published => (tid("statements-published"), speaking.published),
        };
        // A list that nobody has opened is at no step yet.
        if which == step && (step > ListStep::Open || since.is_some()) {
            now_ui(ui, cx, (cx.text(word), since));
            if step > ListStep::Open && back_ui(ui, cx) {
                put(back(speaking));
            }
        } else if which < step && has_room {
            done_ui(ui, cx, (cx.text(word), since));
        }
    }
    let next = match step {
        ListStep::Open if speaking.opened.is_none() => {
            Some((tid("statements-not-open"), tid("statements-request-tip"), Speaking { opened: today, ..speaking }))
        }
        ListStep::Open => {
            Some((tid("statements-close"), tid("statements-close-tip"), Speaking { closed: today, ..speaking }))
        }
        ListStep::Closed => {
            Some((tid("statements-publish"), tid("statements-publish-tip"), Speaking { published: today, ..speaking }))
        }
        ListStep::Published => None,
    };
    if let Some((word, tip, after)) = next
        && ui.button(cx.text(word)).on_hover_text(cx.text(tip)).clicked()
    {
        put(after);
    }
}

fn back(speaking: Speaking) -> Speaking {
    match speaking.step() {
        ListStep::Published => Speaking { published: None, ..speaking },
        ListStep::Closed => Speaking { closed: None, ..speaking },
        ListStep::Open => Speaking { opened: None, ..speaking },
    }
}

fn back_ui(ui: &mut Ui, cx: &ViewContext<'_>) -> bool {
    crate::app::widget::fields::small_icon_button(ui, icons::UNDO, cx.text("statements-back")).clicked()
}

fn with_day(cx: &ViewContext<'_>, word: &str, since: Option<NaiveDate>) -> String {
    since.map_or_else(|| word.to_owned(), |day| format!("{word} {}", dates::dates_short(cx.texts, day, day)))
}

fn done_ui(ui: &mut Ui, cx: &ViewContext<'_>, (word, since): (&str, Option<NaiveDate>)) {
    let words = format!("{} {}", icons::CHECK, with_day(cx, word, since));
    ui.label(RichText::new(words).font(Type::Small.font()).color(cx.theme.text_2));
    ui.label(RichText::new(icons::CHEVRON_RIGHT).font(Type::Small.font()).color(cx.theme.text_3));
}

fn now_ui(ui: &mut Ui, cx: &ViewContext<'_>, (word, since): (&str, Option<NaiveDate>)) {
    let words = with_day(cx, word, since);
    let text = RichText::new(&words).font(Type::Small.font()).color(cx.theme.accent);
    let step = Button::new(text).fill(cx.theme.accent_soft).stroke(Stroke::new(1.0, cx.theme.accent_line));
    let response = ui.add(step.sense(Sense::HOVER));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
}

fn fill_ui(ui: &mut Ui, cx: &ViewContext<'_>, list: &SpeakingList) {
    let tip = match list.speaking.step() {
        ListStep::Published => tid("statements-fill-published-tip"),
        ListStep::Open | ListStep::Closed => tid("statements-fill-tip"),
    };
    let words = format!("{} {}", icons::WAND, cx.text("statements-fill"));
    let button = ui.button(words).on_hover_text(cx.text(tip));
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, cx.text("statements-fill")));
    if button.clicked() {
        cx.perform(Command::List(OnList::Fill(list.event)));
    }
}

/// Shows only those whose text is missing, and how many they are.
fn missing_ui(ui: &mut Ui, cx: &ViewContext<'_>, list: &SpeakingList, missing_only: &mut bool) {
    let missing = list.lines().filter(|line| line.due.is_some() && line.statement.text == TextState::Missing).count();
    if missing == 0 && !*missing_only {
        return;
    }
    let name = cx.text("statements-missing");
    let spoken = format!("{name}, {missing}");
    let words = format!("{} {name}  {missing}", icons::LIST_FILTER);
    let button = ui.selectable_label(*missing_only, words);
    button.widget_info(|| WidgetInfo::selected(Role::Button, true, *missing_only, &spoken));
    if button.clicked() {
        *missing_only = !*missing_only;
    }
}
