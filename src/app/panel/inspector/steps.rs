//! What belongs to the preparation, in the form of an event: who sees to it, how far it has come, from what its day counts;
//! and what follows: why it is at risk, what it comes after, what waits for it, what counts from it.

use egui::{RichText, Ui};

use crate::app::context::ViewContext;
use crate::app::style::Type;
use crate::app::widget::fields::{Lines, link_button};
use crate::app::widget::steps as words;
use crate::model::preparation::{Preparation, Risk, counted_from};
use crate::model::{
    CountsFrom, DayEdge, DeadlineClass, Document, DocumentKind, Event, EventId, EventKind, Language, RowId, StepState,
    Tally,
};
use crate::texts::{Value, dates, steps, tid, typed};

use super::form::Form;
use super::rows::ListWords;

/// The fields.
pub fn ui(form: &mut Form<'_, Event>, ui: &mut Ui) {
    let (cx, event) = (form.cx, form.subject);
    let states: Vec<Option<StepState>> = std::iter::once(None).chain(StepState::ALL.map(Some)).collect();
    // How far it has come is asked of every step, also while nobody has said it.
    if event.kind != EventKind::Holiday {
        let word =
            |state: Option<StepState>| ("", cx.text(state.map_or(tid("step-state-unknown"), steps::state)).to_owned());
        form.choice(ui, tid("step-state"), (Some(event.state), &states), word, |event, state| event.state = state);
    }
    form.local_text(ui, (tid("step-owner"), Lines::Wrapped), |event| &event.owner, |event| &mut event.owner);
    form.local_text(ui, (tid("step-next"), Lines::Wrapped), |event| &event.next_step, |event| &mut event.next_step);
    let areas = ListWords { caption: tid("step-areas"), add: tid("step-add-area"), create: None };
    form.row_list::<Event>(ui, &areas, &event.areas, |event| Some(&mut event.areas));
    counts_ui(form, ui);
    if event.kind == EventKind::Deadline && form.shows(ui, tid("step-class"), event.class.is_some()) {
        let all: Vec<Option<DeadlineClass>> = std::iter::once(None).chain(DeadlineClass::ALL.map(Some)).collect();
        let word = |class: Option<DeadlineClass>| {
            ("", cx.text(class.map_or(tid("inspector-not-said"), steps::deadline_class)).to_owned())
        };
        form.choice(ui, tid("step-class"), (Some(event.class), &all), word, |event, class| event.class = class);
    }
    tally_ui(form, ui);
    if form.is_for_rows() {
        follows_ui(ui, cx, event.id);
    }
}

/// From which event the day counts, and how many days.
fn counts_ui(form: &mut Form<'_, Event>, ui: &mut Ui) {
    let event = form.subject;
    let counts = event.counts_from;
    let (own, first) = (event.id, event.dates);
    let others = move |other: &Event| other.id != own && other.kind != EventKind::Holiday;
    let plan = form.cx.plan;
    form.row_field::<Event>(
        ui,
        (tid("step-counts-from"), true),
        counts.map(|counts| counts.event),
        others,
        |event, from| {
            let edge = counts.map_or(DayEdge::First, |counts| counts.edge);
            // What begins to count does so from where it is.
            let day = |id: EventId| CountsFrom { event: id, edge, days: 0 }.day(plan.events().get(id)?.dates);
            let apart =
                |id: EventId| first.first_and_last().0.signed_duration_since(day(id)?).num_days().try_into().ok();
            event.counts_from = from.map(|id| CountsFrom { event: id, edge, days: apart(id).unwrap_or(0) });
        },
    );
    let Some(counts) = counts else { return };
    let shown = counts.days.to_string().replace('-', "\u{2212}");
    let set = |event: &mut Event, days: i32| {
        event.counts_from = event.counts_from.map(|counts| CountsFrom { days, ..counts });
        Ok(())
    };
    form.parsed_row(ui, (tid("step-days"), tid("step-expected-days")), (&shown, ""), (typed::integer, set));
    let cx = form.cx;
    let word = |edge: DayEdge| {
        let id = match edge {
            DayEdge::First => tid("inspector-first-day"),
            DayEdge::Last => tid("inspector-last-day"),
        };
        ("", cx.text(id).to_owned())
    };
    let edges = [DayEdge::First, DayEdge::Last];
    form.choice(ui, tid("step-edge"), (Some(counts.edge), &edges), word, |event, edge| {
        event.counts_from = event.counts_from.map(|counts| CountsFrom { edge, ..counts });
    });
}

/// What came of a consultation, number by number.
fn tally_ui(form: &mut Form<'_, Event>, ui: &mut Ui) {
    let cx = form.cx;
    // Nothing is noted before somebody says a number.
    let numbers = [tid("tally-asked"), tid("tally-replies"), tid("tally-in-favour"), tid("tally-needed")];
    if !form.shows(ui, tid("step-tally"), form.subject.tally.is_some()) {
        return;
    }
    let tally = form.subject.tally.unwrap_or_default();
    if form.subject.tally.is_some() {
        form.check(ui, tid("step-tally"), true, |event, on| event.tally = on.then(Tally::default));
    }
    for name in numbers {
        form.memory.opened.insert(form.id(name));
    }
    form.count(ui, tid("tally-asked"), tally.asked.map(Into::into), |event, count| {
        set(event, count, |tally, count| tally.asked = count);
    });
    form.count(ui, tid("tally-replies"), tally.replies.map(Into::into), |event, count| {
        set(event, count, |tally, count| tally.replies = count);
    });
    form.count(ui, tid("tally-in-favour"), tally.in_favour.map(Into::into), |event, count| {
        set(event, count, |tally, count| tally.in_favour = count);
    });
    form.count(ui, tid("tally-needed"), tally.needed.map(Into::into), |event, count| {
        set(event, count, |tally, count| tally.needed = count);
    });
    if tally.in_favour.is_some() && tally.needed.is_some() {
        // The numbers say it.
        if form.is_for_rows() {
            let result = cx.text(steps::tally_result(tally));
            let label = ui.label(RichText::new(result).font(Type::Small.font()).color(cx.theme.text));
            label.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, result));
        }
        return;
    }
    let all = [None, Some(true), Some(false)];
    let word = |announced: Option<bool>| {
        let id = steps::tally_result(Tally { announced, ..Tally::default() });
        ("", cx.text(id).to_owned())
    };
    form.choice(ui, tid("tally-announced"), (Some(tally.announced), &all), word, |event, announced| {
        let tally = Tally { announced, ..event.tally.unwrap_or_default() };
        event.tally = (tally != Tally::default()).then_some(tally);
    });
}

fn set(event: &mut Event, count: Option<u32>, put: fn(&mut Tally, Option<u16>)) {
    let mut tally = event.tally.unwrap_or_default();
    put(&mut tally, count.map(|count| u16::try_from(count).unwrap_or(u16::MAX)));
    event.tally = Some(tally);
}

/// What follows: late and at risk, before and after.
fn follows_ui(ui: &mut Ui, cx: &ViewContext<'_>, id: EventId) {
    let preparation = Preparation::of(cx.plan, cx.counts_from());
    let Some(step) = preparation.steps.get(&id) else { return };
    if let Some(day) = cx.as_of {
        let words = cx.texts.text_with("preparation-as-of-day", &[("day", Value::from(&words::day(cx, day)))]);
        crate::app::widget::fields::note(ui, cx, &words);
    }
    let (sign, word, tone) = words::state(step);
    let why = words::risks(cx, step);
    if !why.is_empty() {
        let head = format!("{sign} {}", cx.text(word));
        ui.label(RichText::new(head).font(Type::Strong.font()).color(tone.color(cx)));
        for reason in why {
            crate::app::widget::fields::note(ui, cx, &reason);
        }
        let bureau =
            step.risks.iter().find_map(|risk| if let Risk::Bureau(body, _) = risk { Some(*body) } else { None });
        if let Some(body) = bureau {
            let words = RichText::new(cx.text("step-open-bureau")).font(Type::Body.font()).color(cx.theme.accent);
            if link_button(ui, words).clicked() {
                cx.act(crate::app::action::Action::RevealIn("bureaus", body.into()));
            }
        }
    }
    let before = preparation.links.iter().filter(|link| link.event == id).map(|link| (link.before, link.slack));
    linked_ui(ui, cx, (tid("step-comes-after"), tid("step-days-before")), &before.collect::<Vec<_>>());
    let after = preparation.links.iter().filter(|link| link.before == id).map(|link| (link.event, link.slack));
    linked_ui(ui, cx, (tid("step-waits-for-it"), tid("step-days-after")), &after.collect::<Vec<_>>());
    let counted: Vec<(EventId, Option<i64>)> = counted_from(cx.plan, id)
        .into_iter()
        .map(|other| (other, cx.plan.events().get(other).and_then(|row| row.counts_from).map(|row| row.days.into())))
        .collect();
    linked_ui(ui, cx, (tid("step-counted"), tid("preparation-days")), &counted);
}

/// Events with so many days, under a head; a click goes there.
fn linked_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (head, each): (&'static str, &'static str),
    all: &[(EventId, Option<i64>)],
) {
    if all.is_empty() {
        return;
    }
    ui.add_space(6.0);
    ui.label(RichText::new(cx.text(head)).font(Type::Strong.font()).color(cx.theme.text));
    for (id, days) in all {
        let Some(event) = cx.plan.events().get(*id) else { continue };
        let mut parts = vec![words::name(cx, event).to_owned(), words::days(cx, event.dates)];
        parts.extend(days.map(|days| match each {
            "preparation-days" => words::offset(cx, days),
            each => cx.texts.text_with(each, &[("days", Value::from(days))]),
        }));
        let words = RichText::new(crate::app::paint::text::displayed(&parts.join(" · "))).font(Type::Body.font());
        if link_button(ui, words.color(cx.theme.accent)).clicked() {
            cx.act(crate::app::action::Action::Reveal(RowId::Event(*id)));
        }
    }
}

/// The fields of a document: what it is, who it comes from, when it is due, and how far it is in each language.
pub fn document_ui(form: &mut Form<'_, Document>, ui: &mut Ui) {
    let (cx, document) = (form.cx, form.subject);
    if form.shows(ui, tid("document-kind"), document.kind.is_some()) {
        let all: Vec<Option<DocumentKind>> = std::iter::once(None).chain(DocumentKind::ALL.map(Some)).collect();
        let word = |kind: Option<DocumentKind>| {
            ("", cx.text(kind.map_or(tid("inspector-not-said"), steps::document_kind)).to_owned())
        };
        form.choice(ui, tid("document-kind"), (Some(document.kind), &all), word, |row, kind| row.kind = kind);
    }
    form.row_field::<crate::model::Body>(
        ui,
        (tid("document-author"), true),
        document.author,
        |_| true,
        |row, author| row.author = author,
    );
    form.text(ui, (tid("document-author-name"), Lines::Wrapped), &document.author_name, |row, text| {
        text.clone_into(&mut row.author_name);
    });
    let near = cx.plan.main_event().map(|event| event.dates.first_and_last());
    form.day(ui, tid("document-due"), (document.due, near), |row, day| row.due = day);
    if !form.is_for_rows() || document.stages.is_empty() {
        return;
    }
    ui.label(RichText::new(cx.text("document-stages")).font(Type::Strong.font()).color(cx.theme.text));
    for language in Language::ALL {
        let Some(reached) = document.stages.get(language) else { continue };
        let name = cx.text(crate::texts::names::language(language));
        let days = reached.days.into_iter().flatten().map(|day| dates::dates_short(cx.texts, day, day));
        let days = days.collect::<Vec<_>>().join(", ");
        let parts = [name, cx.text(steps::stage(reached.stage)), &days];
        let line = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        crate::app::widget::fields::note(ui, cx, &line);
    }
}
