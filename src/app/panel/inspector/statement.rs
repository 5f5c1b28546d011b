//! The form of a statement: who speaks, when, how far the request, the text and the delivery have come.

use chrono::NaiveDate;
use egui::{Popup, PopupCloseBehavior, RichText, Ui};

use crate::edit::Command;
use crate::edit::statements::OnList;
use crate::look::Hue;
use crate::model::speaking::{SpeakingList, class};
use crate::model::{DeliveredFrom, Delivery, Language, RequestState, Session, SessionKind, Statement, TextState};
use crate::texts::{names, tid, typed};

use super::form::{Form, Pass};
use super::head::Head;
use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};
use crate::app::widget::fields::Lines;
use crate::app::widget::property::{Value, chip_button};
use crate::app::widget::statements::{days_text, due_seconds, person, rank_name, request_sign, speaks_for, text_sign};

/// The line above the form.
#[must_use]
pub fn head(cx: &ViewContext<'_>, statement: &Statement) -> Head {
    Head {
        icon: icons::MIC,
        colors: cx.theme.hue(Hue::Violet),
        kind: cx.text("row-statement").to_owned(),
        id: statement.id.to_string(),
    }
}

/// The form.
pub fn ui(form: &mut Form<'_, Statement>, ui: &mut Ui) {
    let (cx, statement) = (form.cx, form.subject);
    form.person_field(ui, (tid("inspector-speaker"), false), Some(statement.speaker), |row, id| {
        row.speaker = id.unwrap_or(row.speaker);
    });
    who_ui(form, ui);
    place_ui(form, ui);
    length_ui(form, ui);
    request_ui(form, ui);
    present_ui(form, ui);
    text_ui(form, ui);
    language_ui(form, ui);
    let words = |place| ("", cx.text(names::delivered_from(place)).to_owned());
    let name = tid("statement-delivered-from");
    if form.shows(ui, name, statement.delivered_from != DeliveredFrom::default()) {
        let chosen = Some(statement.delivered_from);
        form.choice(ui, name, (chosen, &DeliveredFrom::ALL), words, |row, place| row.delivered_from = place);
    }
    let words = |delivery| ("", cx.text(names::delivery(delivery)).to_owned());
    if form.shows(ui, tid("statement-delivery"), statement.delivery != Delivery::default()) {
        let chosen = Some(statement.delivery);
        form.choice(ui, tid("statement-delivery"), (chosen, &Delivery::ALL), words, |row, delivery| {
            row.delivery = delivery;
        });
    }
    form.text(ui, (tid("statement-on-behalf-of"), Lines::Wrapped), &statement.on_behalf_of, |row, text| {
        text.clone_into(&mut row.on_behalf_of);
    });
    form.text(ui, (tid("statement-consent"), Lines::Wrapped), &statement.consent, |row, text| {
        text.clone_into(&mut row.consent);
    });
    form.text(ui, (tid("inspector-remarks"), Lines::Several(1)), &statement.remarks, |row, text| {
        text.clone_into(&mut row.remarks);
    });
    form.notes(ui, statement.id.into());
    form.sources(ui, &statement.sources, |statement| &mut statement.sources);
}

/// How they are addressed, for whom they speak, and with which rank; a click leads to the person, where both are said.
fn who_ui(form: &mut Form<'_, Statement>, ui: &mut Ui) {
    let (cx, statement) = (form.cx, form.subject);
    let Some(speaker) = person(cx, statement).filter(|_| form.is_for_rows()) else { return };
    let rows = [
        (tid("inspector-address"), speaker.address.as_str()),
        (tid("inspector-represents"), speaks_for(cx, statement)),
        (tid("inspector-rank"), rank_name(cx, speaker)),
    ];
    for (name, text) in rows.into_iter().skip(usize::from(speaker.address.is_empty())) {
        let clicked = form.row(ui, name, |_, ui| {
            Value { name: cx.text(name), text, ..Value::default() }
                .ui(ui, cx)
                .on_hover_text(cx.text("statement-of-person"))
        });
        if clicked.clicked() {
            form.reveal(statement.speaker);
        }
    }
    if cx.plan.standing(speaker.rank).stands_in {
        form.check(ui, tid("statement-minister-absent"), statement.minister_absent, |row, on| row.minister_absent = on);
    }
    let needs = class(cx.plan, statement).is_none();
    let name = tid("statement-exception-by");
    if needs {
        let id = form.id(name);
        form.memory.opened.insert(id);
    }
    form.text(ui, (name, Lines::Wrapped), &statement.exception_by, |row, text| text.clone_into(&mut row.exception_by));
}

/// Its number and when it is due, in which part, and who put it there.
fn place_ui(form: &mut Form<'_, Statement>, ui: &mut Ui) {
    let (cx, statement) = (form.cx, form.subject);
    let of = |id| cx.plan.sessions().get(id).map(|row| row.event);
    let event = statement.session.and_then(of);
    let list = event.map(|event| cx.speaking_list(event));
    if let Some((part, line)) = list.as_ref().and_then(|list| placed(list, statement)).filter(|_| form.is_for_rows()) {
        let due = line.due.map(|due| due_seconds(part, due.start_secs)).unwrap_or_default();
        let number = line.number.to_string();
        form.row(ui, tid("statement-number"), |_, ui| {
            Value { name: cx.text("statement-number"), text: &number, detail: &due, ..Value::default() }.ui(ui, cx)
        });
    }
    let lists = |session: &Session| session.kind == SessionKind::Statements;
    form.row_field::<Session>(ui, (tid("inspector-session"), true), statement.session, lists, |row, session| {
        (row.session, row.by_hand, row.held_place) = (session, session.is_some(), false);
    });
    if statement.session.is_some() {
        form.check(ui, tid("statement-by-hand"), statement.by_hand, |row, on| row.by_hand = on);
    }
    form.row_field::<Session>(ui, (tid("statement-wish"), true), statement.wish, lists, |row, wish| row.wish = wish);
}

fn placed<'a>(
    list: &'a SpeakingList,
    statement: &Statement,
) -> Option<(&'a crate::model::speaking::Part, &'a crate::model::speaking::Line)> {
    let (part, line) = list.place(statement.id)?;
    let part = &list.parts[part];
    Some((part, &part.lines[line]))
}

/// How long, and a way back to what is usual.
fn length_ui(form: &mut Form<'_, Statement>, ui: &mut Ui) {
    let (cx, statement) = (form.cx, form.subject);
    let shown = typed::seconds_text(statement.length_secs);
    form.parsed_row(
        ui,
        (tid("inspector-seconds"), tid("item-expected-minutes")),
        (&shown, ""),
        (typed::shares, |row, (secs, _)| {
            row.length_secs = secs;
            Ok(())
        }),
    );
    if form.is_for_rows() && statement.length_secs > Statement::USUAL_SECS {
        let words = RichText::new(cx.text("statement-usual-length")).font(Type::Small.font());
        if form.row(ui, "", |_, ui| ui.button(words)).clicked() {
            form.edit(|row| row.length_secs = Statement::USUAL_SECS);
        }
    }
}

/// How far the request has come, since when, and who said so.
fn request_ui(form: &mut Form<'_, Statement>, ui: &mut Ui) {
    let (cx, statement) = (form.cx, form.subject);
    let words = |state| (request_sign(cx, state).0, cx.text(names::request_state(state)).to_owned());
    let today = cx.now.or(cx.utc).map(crate::model::CivilTime::date);
    form.choice(ui, tid("statement-request"), (Some(statement.request), &RequestState::ALL), words, |row, state| {
        (row.request, row.settled) = (state, today.or(row.settled));
    });
    form.text(ui, (tid("statement-settled-by"), Lines::Wrapped), &statement.settled_by, |row, text| {
        text.clone_into(&mut row.settled_by);
    });
    if form.is_for_rows()
        && let Some(at) = statement.requested
    {
        let text = crate::app::widget::statements::requested(cx, at);
        form.row(ui, tid("statement-requested"), |_, ui| {
            Value { name: cx.text("statement-requested"), text: &text, ..Value::default() }.ui(ui, cx)
        });
    }
    if form.pass == Pass::Set && statement.session.is_some() && !statement.by_hand {
        return;
    }
    if form.pass == Pass::Sections && statement.session.is_some() {
        let take_off = RichText::new(format!("{} {}", icons::INBOX, cx.text("statement-take-off")));
        if ui.button(take_off.font(Type::Small.font())).clicked() {
            cx.perform(Command::List(OnList::TakeOff(statement.id)));
        }
    }
}

/// The days on which the speaker is there: those of the event, each with a tick.
fn present_ui(form: &mut Form<'_, Statement>, ui: &mut Ui) {
    let (cx, statement) = (form.cx, form.subject);
    let name = tid("statement-present");
    let button = match (form.pass, statement.present.is_empty()) {
        (Pass::Unset, true) => chip_button(ui, cx, form.sign(name)),
        (Pass::Set, false) => {
            let text = days_text(cx, &statement.present);
            form.row(ui, name, |_, ui| {
                Value { name: cx.text(name), text: &text, is_choice: true, ..Value::default() }.ui(ui, cx)
            })
        }
        _ => return,
    };
    let mut days = statement.present.clone();
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| {
        for day in days_of_event(cx, statement) {
            let mut is_there = days.contains(&day);
            if ui.checkbox(&mut is_there, crate::texts::dates::day_short(cx.texts, day)).changed() {
                days.retain(|other| *other != day);
                days.extend(is_there.then_some(day));
            }
        }
    });
    days.sort_unstable();
    if days != statement.present {
        form.edit(|row| row.present = days);
    }
}

fn days_of_event(cx: &ViewContext<'_>, statement: &Statement) -> Vec<NaiveDate> {
    /// So many days are offered.
    const MOST: usize = 31;
    let of = |id| cx.plan.sessions().get(id).map(|row| row.event);
    let event = statement.session.or(statement.wish).and_then(of);
    let event = event.or_else(|| crate::model::speaking::main_event(cx.plan)).and_then(|id| cx.plan.events().get(id));
    let Some((first, last)) = event.map(|event| event.dates.first_and_last()) else { return Vec::new() };
    let mut days: Vec<NaiveDate> = first.iter_days().take_while(|day| *day <= last).take(MOST).collect();
    days.extend(statement.present.iter().filter(|day| !days.contains(day)).copied().collect::<Vec<_>>());
    days.sort_unstable();
    days
}

/// How far the text has come, and where it is.
fn text_ui(form: &mut Form<'_, Statement>, ui: &mut Ui) {
    let (cx, statement) = (form.cx, form.subject);
    let words = |state| (text_sign(cx, state).0, cx.text(names::text_state(state)).to_owned());
    form.choice(ui, tid("inspector-text-received"), (Some(statement.text), &TextState::ALL), words, |row, state| {
        row.text = state;
    });
    form.text(ui, (tid("inspector-link"), Lines::Wrapped), &statement.link, |row, text| {
        text.clone_into(&mut row.link);
    });
}

fn language_ui(form: &mut Form<'_, Statement>, ui: &mut Ui) {
    let (cx, statement) = (form.cx, form.subject);
    let languages: Vec<Option<Language>> = std::iter::once(None).chain(Language::ALL.map(Some)).collect();
    let word = |language: Option<Language>| {
        let word = language.map_or(cx.text("inspector-not-known"), |language| cx.text(names::language(language)));
        ("", word.to_owned())
    };
    if form.shows(ui, tid("inspector-language"), statement.language.is_some()) {
        form.choice(ui, tid("inspector-language"), (Some(statement.language), &languages), word, |row, language| {
            row.language = language;
        });
    }
    form.text(ui, (tid("statement-other-language"), Lines::Wrapped), &statement.other_language, |row, text| {
        text.clone_into(&mut row.other_language);
    });
}
