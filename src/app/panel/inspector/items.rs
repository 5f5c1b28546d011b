//! The form of an item of an agenda.

use egui::{RichText, Ui};

use crate::edit::agenda::{OnAgenda, Spot};
use crate::edit::{Command, new_person, new_topic};
use crate::model::agenda::{self, Agenda, Line, Sitting};
use crate::model::{AgendaItem, Body, Hue, ItemKind, ItemOrigin, ItemOutcome, Person, RowId, Session, Topic};
use crate::texts::{names, tid, typed};

use super::agenda::{fitting_ui, origins_ui};
use super::form::{Form, Pass};
use super::head::Head;
use super::rows::{ListWords, brief_name, document_words};
use crate::app::context::ViewContext;
use crate::app::style::Type;
use crate::app::widget::fields::Lines;
use crate::app::widget::items::{due_text, item_name, kind_sign, outcome_sign, session_picker, shares_text};
use crate::app::widget::property::Value;

/// The line above the form.
#[must_use]
pub fn head(cx: &ViewContext<'_>, item: &AgendaItem) -> Head {
    Head {
        icon: kind_sign(item.kind),
        colors: cx.theme.hue(Hue::Teal),
        kind: cx.text(names::item_kind(item.kind)).to_owned(),
        id: item.id.to_string(),
    }
}

/// The form.
pub fn ui(form: &mut Form<'_, AgendaItem>, ui: &mut Ui) {
    let (cx, item) = (form.cx, form.subject);
    let agenda = cx.agenda(item.session);
    let known = line_of(&agenda, item);
    form.title(ui, |item| &item.title, |item| &mut item.title);
    if let Some((sitting, line)) = known {
        due_ui(form, ui, (sitting, line));
        number_ui(form, ui, (&agenda, line));
    }
    minutes_ui(form, ui);
    let words = ListWords { caption: tid("item-speakers"), add: tid("inspector-add-person"), create: Some(new_person) };
    form.row_list::<Person>(ui, &words, &item.speakers, |item| Some(&mut item.speakers));
    let words = ListWords { caption: tid("item-presenters"), add: tid("inspector-add-body"), create: None };
    form.row_list::<Body>(ui, &words, &item.presenters, |item| Some(&mut item.presenters));
    origin_ui(form, ui);
    form.row_list(ui, &document_words(), &item.documents, |item| Some(&mut item.documents));
    let words =
        ListWords { caption: tid("inspector-topics"), add: tid("inspector-add-topic"), create: Some(new_topic) };
    form.row_list::<Topic>(ui, &words, &item.topics, |item| Some(&mut item.topics));
    outcome_ui(form, ui);
    let name = (tid("item-summary"), Lines::Several(1));
    form.local_text(ui, name, |item| &item.summary, |item| &mut item.summary);
    let word = |kind| (kind_sign(kind), cx.text(names::item_kind(kind)).to_owned());
    form.choice(ui, tid("item-kind"), (Some(item.kind), &ItemKind::ALL), word, |item, kind| item.kind = kind);
    form.row_field::<AgendaItem>(
        ui,
        (tid("item-continued-from"), true),
        item.continued_from,
        |other| other.id != item.id,
        |item, from| item.continued_from = from,
    );
    form.text(ui, (tid("inspector-remarks"), Lines::Several(1)), &item.remarks, |item, text| {
        text.clone_into(&mut item.remarks);
    });
    if form.pass == Pass::Sections {
        fitting_ui(ui, cx, (&agenda, item.session), known.map(|(_, line)| line));
        if let Some((sitting, _)) = known {
            origins_ui(ui, cx, sitting);
        }
    }
    form.notes(ui, item.id.into());
    form.sources(ui, &item.sources, |item| &mut item.sources);
}

fn line_of<'a>(agenda: &'a Agenda, item: &AgendaItem) -> Option<(&'a Sitting, &'a Line)> {
    let sitting = agenda.sitting(item.session)?;
    let line = sitting.lines.iter().find(|line| line.taken.row() == RowId::Item(item.id))?;
    Some((sitting, line))
}

/// When it is due, and in which session; a click leads to that.
fn due_ui(form: &mut Form<'_, AgendaItem>, ui: &mut Ui, (sitting, line): (&Sitting, &Line)) {
    let (cx, item) = (form.cx, form.subject);
    if !form.is_for_rows() {
        return;
    }
    let due = due_text(sitting, line.due);
    form.row(ui, tid("item-due"), |form, ui| {
        let session = brief_name(cx, item.session.into());
        let value = Value { name: cx.text("item-due"), text: &due, detail: &session, ..Value::default() };
        if value.ui(ui, cx).on_hover_text(cx.text("item-show-session")).clicked() {
            form.reveal(item.session);
        }
    });
    if form.shows(ui, tid("item-fixed"), item.fixed_mins.is_some()) {
        fixed_ui(form, ui, sitting);
    }
}

/// When it begins, whatever comes before it: so long after the beginning of its session.
fn fixed_ui(form: &mut Form<'_, AgendaItem>, ui: &mut Ui, sitting: &Sitting) {
    let item = form.subject;
    let Some(start) = sitting.start else { return };
    let begins = item.fixed_mins.and_then(|mins| i32::try_from(mins).ok()).map(|mins| start.plus_mins(mins));
    let shown = begins.and_then(|at| u16::try_from(at.minute_of_day()).ok()).map(typed::clock_text).unwrap_or_default();
    let start = start.minute_of_day();
    form.parsed_row(
        ui,
        (tid("item-fixed"), tid("item-expected-time")),
        (&shown, ""),
        (
            |text| if text.trim().is_empty() { Some(None) } else { typed::clock(text).map(Some) },
            move |item: &mut AgendaItem, minute: Option<u16>| {
                // A time before the session begins is meant of the next day.
                let after = minute.map(|minute| (i32::from(minute) - start).rem_euclid(24 * 60));
                item.fixed_mins = after.and_then(|mins| u32::try_from(mins).ok());
                Ok(())
            },
        ),
    );
}

/// Its number: as it is counted, until one is typed or the agenda is adopted.
fn number_ui(form: &mut Form<'_, AgendaItem>, ui: &mut Ui, (agenda, line): (&Agenda, &Line)) {
    let (cx, item) = (form.cx, form.subject);
    if item.kind != ItemKind::Item {
        return;
    }
    let is_frozen = agenda.adopted.is_some();
    form.parsed_row(
        ui,
        (tid("item-number"), tid("item-expected-number")),
        (&item.number, &line.number),
        (
            |text| {
                /// A number is no text.
                const MOST: usize = 12;
                let number = text.trim();
                (number.chars().count() <= MOST).then(|| number.to_owned())
            },
            |item, number| {
                item.number = number;
                Ok(())
            },
        ),
    );
    if form.is_for_rows() && is_frozen && !item.number.is_empty() {
        let text = RichText::new(cx.text("item-number-frozen")).font(Type::Meta.font()).color(cx.theme.text_3);
        form.row(ui, "", |_, ui| ui.label(text));
    }
}

fn minutes_ui(form: &mut Form<'_, AgendaItem>, ui: &mut Ui) {
    let item = form.subject;
    let shown = shares_text(item);
    form.parsed_row(
        ui,
        (tid("item-minutes"), tid("item-expected-minutes")),
        (&shown, ""),
        (typed::shares, |item, (presentation, discussion)| {
            if presentation > AgendaItem::MOST_SECS || discussion > AgendaItem::MOST_SECS {
                return Err(tid("item-expected-minutes"));
            }
            (item.presentation_secs, item.discussion_secs) = (presentation, discussion);
            Ok(())
        }),
    );
}

fn origin_ui(form: &mut Form<'_, AgendaItem>, ui: &mut Ui) {
    let (cx, item) = (form.cx, form.subject);
    if !form.shows(ui, tid("item-origin"), item.origin.is_some()) {
        return;
    }
    let all: Vec<Option<ItemOrigin>> = std::iter::once(None).chain(ItemOrigin::ALL.map(Some)).collect();
    let word = |origin: Option<ItemOrigin>| {
        let word = origin.map_or(tid("inspector-not-known"), names::item_origin);
        ("", cx.text(word).to_owned())
    };
    form.choice(ui, tid("item-origin"), (Some(item.origin), &all), word, |item, origin| item.origin = origin);
}

/// What came of it, who decided, and what follows.
fn outcome_ui(form: &mut Form<'_, AgendaItem>, ui: &mut Ui) {
    let (cx, item) = (form.cx, form.subject);
    let word = |outcome| (outcome_sign(outcome), cx.text(names::item_outcome(outcome)).to_owned());
    let is_told = item.outcome != ItemOutcome::NotTaken;
    if form.shows(ui, tid("item-outcome"), is_told) {
        form.choice(ui, tid("item-outcome"), (Some(item.outcome), &ItemOutcome::ALL), word, |item, outcome| {
            item.outcome = outcome;
            if outcome != ItemOutcome::Referred {
                item.referred_to = None;
            }
        });
    }
    if form.is_for_rows() && item.outcome == ItemOutcome::Deferred {
        deferred_ui(form, ui);
    }
    if item.outcome == ItemOutcome::Referred || item.referred_to.is_some() {
        form.row_field::<Body>(
            ui,
            (tid("item-referred-to"), true),
            item.referred_to,
            |_| true,
            |item, body| {
                item.referred_to = body;
            },
        );
    }
    form.text(ui, (tid("item-decided-by"), Lines::Wrapped), &item.decided_by, |item, text| {
        text.clone_into(&mut item.decided_by);
    });
    form.text(ui, (tid("item-follow-up"), Lines::Several(1)), &item.follow_up, |item, text| {
        text.clone_into(&mut item.follow_up);
    });
}

/// Where an item that was deferred goes on; where it does not yet, the sessions to which it can go.
fn deferred_ui(form: &mut Form<'_, AgendaItem>, ui: &mut Ui) {
    let (cx, item) = (form.cx, form.subject);
    let goes_on = agenda::continued_in(cx.plan, cx.index(), item.id);
    if let Some(next) = goes_on.and_then(|id| cx.plan.items().get(id)) {
        form.row(ui, tid("item-deferred-to"), |form, ui| {
            let number = item_name(cx, next);
            let session = brief_name(cx, next.session.into());
            if (Value { text: &number, detail: &session, ..Value::default() }).ui(ui, cx).clicked() {
                form.reveal(next.id);
            }
        });
        return;
    }
    let picked = form.row(ui, tid("item-deferred-to"), |_, ui| {
        let text = cx.text("item-defer");
        let button = Value { text, is_weak: true, ..Value::default() }.ui(ui, cx);
        session_picker(&button, cx, text, |session: &Session| session.id != item.session)
    });
    if let Some(session) = picked {
        let spot = Spot::at_end(session);
        cx.perform(Command::Agenda(OnAgenda::Defer(item.id, spot)));
    }
}
