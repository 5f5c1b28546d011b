//! When a session was really held: a row for its opening and its end, one for each suspension. Each time can be typed, and
//! is taken away by emptying its field.

use egui::{Rect, Response, RichText, Ui};

use crate::edit::holding::{HeldTime, time_of, with_held_time};
use crate::model::{CivilTime, Held, Session, Stage};
use crate::texts::{Value as Word, dates, tid, typed};

use super::form::{Form, Pass, enter};
use super::placement::wide;
use crate::app::phrases;
use crate::app::style::{icons, size};
use crate::app::widget::fields::{TextField, note};
use crate::app::widget::property::{chip_button, trailing};

/// The part of the form about real times; a button where there are none yet.
pub fn held_ui(form: &mut Form<'_, Session>, ui: &mut Ui) {
    let session = form.subject;
    if let Some((_, which)) = form.memory.asks_held.take_if(|(id, _)| *id == session.id) {
        ask(form, ui, which);
    }
    if session.placement.is_none() && session.held.is_none() {
        return;
    }
    let shows = session.held.is_some() || form.memory.opened.contains(&form.id("inspector-held"));
    match form.pass {
        Pass::Set if shows => sitting_ui(form, ui),
        Pass::Unset if !shows => {
            if chip_button(ui, form.cx, form.sign("inspector-held")).clicked() {
                ask(form, ui, HeldTime::Opened);
            }
            return;
        }
        _ => return,
    }
    let Some(held) = &session.held else { return };
    for at in 0..held.suspensions.len() {
        suspension_ui(form, ui, at);
    }
    if form.memory.opened.contains(&being_added(form)) {
        suspension_ui(form, ui, held.suspensions.len());
    }
}

/// Lets the field of a time show, and take the keyboard.
fn ask(form: &mut Form<'_, Session>, ui: &Ui, which: HeldTime) {
    let row = if let HeldTime::Suspended(_) = which { being_added(form) } else { form.id("inspector-held") };
    form.memory.opened.insert(row);
    form.memory.entered = Some(field_id(form, which));
    ui.ctx().request_repaint();
}

/// The row of a suspension that is not there yet.
fn being_added(form: &Form<'_, Session>) -> egui::Id {
    form.id("inspector-suspension").with(form.subject.held.as_ref().map_or(0, |held| held.suspensions.len()))
}

/// From the opening to the end.
fn sitting_ui(form: &mut Form<'_, Session>, ui: &mut Ui) {
    let (cx, held) = (form.cx, form.subject.held.as_ref());
    let (add, remove) = form.row(ui, tid("inspector-held"), |form, ui| {
        let line = ui.available_rect_before_wrap();
        form.side_by_side(ui, |form, ui| {
            time_ui(form, ui, (HeldTime::Opened, tid("inspector-opened")), cx.text("inspector-no-time"));
            if let Some(held) = held {
                ui.label(RichText::new("–").color(cx.theme.text_2));
                let hint = match held.stage() {
                    Stage::Adjourned => "",
                    stage => cx.text(phrases::stage(stage)),
                };
                time_ui(form, ui, (HeldTime::Adjourned, tid("inspector-adjourned")), hint);
            }
        });
        days_ui(form, ui);
        let line = line.with_max_y(line.top() + size::ROW);
        let Some(held) = held else { return (false, false) };
        let add = cx.text("inspector-add-suspension");
        let remove = cx.texts.text_with("inspector-remove", &[("what", Word::from(cx.text("inspector-held")))]);
        let is_full = held.suspensions.len() >= Held::MOST_SUSPENSIONS || held.stage() == Stage::Suspended;
        let both = [(icons::PAUSE, add), (icons::X, remove.as_str())];
        let buttons = if is_full { &both[1..] } else { &both[..] };
        let clicked: Vec<bool> =
            trailing(ui, cx, (form.id("held"), line), buttons).iter().map(Response::clicked).collect();
        (!is_full && clicked[0], clicked.last() == Some(&true))
    });
    if add {
        ask(form, ui, HeldTime::Suspended(held.map_or(0, |held| held.suspensions.len())));
    }
    if remove {
        form.edit(|session| session.held = None);
    }
}

/// One suspension; the one after the last is being added.
fn suspension_ui(form: &mut Form<'_, Session>, ui: &mut Ui, at: usize) {
    let cx = form.cx;
    let pause = form.subject.held.as_ref().and_then(|held| held.suspensions.get(at));
    let remove = form.row(ui, tid("inspector-suspension"), |form, ui| {
        let line = ui.available_rect_before_wrap();
        form.side_by_side(ui, |form, ui| {
            time_ui(form, ui, (HeldTime::Suspended(at), tid("inspector-suspended")), cx.text("inspector-no-time"));
            if pause.is_some() {
                ui.label(RichText::new("–").color(cx.theme.text_2));
                let hint = cx.text("inspector-not-resumed");
                time_ui(form, ui, (HeldTime::Resumed(at), tid("inspector-resumed")), hint);
            }
        });
        let line = Rect::from_min_max(line.min, line.right_top() + egui::vec2(0.0, size::ROW));
        let what = cx.text("inspector-suspension");
        let remove = cx.texts.text_with("inspector-remove", &[("what", Word::from(what))]);
        let id = form.id("suspension").with(at);
        trailing(ui, cx, (id, line), &[(icons::X, &remove)]).iter().any(Response::clicked)
    });
    if remove {
        form.memory.opened.remove(&form.id("inspector-suspension").with(at));
        form.edit(|session| {
            if let Some(held) = &mut session.held
                && at < held.suspensions.len()
            {
                held.suspensions.remove(at);
            }
        });
    }
}

/// On which days it was held, where that is not what the plan says.
fn days_ui(form: &Form<'_, Session>, ui: &mut Ui) {
    let (cx, session) = (form.cx, form.subject);
    let Some(held) = &session.held else { return };
    let planned = session.span().map(|span| span.start.date());
    let day = |time: CivilTime| dates::day_short(cx.texts, time.date());
    if planned != Some(held.opened.date()) {
        note(ui, cx, &cx.texts.text_with("inspector-held-on", &[("day", Word::from(&day(held.opened)))]));
    }
    if let Some(end) = held.adjourned.filter(|end| end.date() != held.opened.date()) {
        let (day, clock) = (day(end), end.clock());
        let words = [("day", Word::from(&day)), ("clock", Word::from(&clock))];
        note(ui, cx, &cx.texts.text_with("inspector-ends-on", &words));
    }
}

fn field_id(form: &Form<'_, Session>, which: HeldTime) -> egui::Id {
    form.id("held time").with(which)
}

/// A field for one of the times.
fn time_ui(form: &mut Form<'_, Session>, ui: &mut Ui, (which, name): (HeldTime, &'static str), hint: &str) {
    let cx = form.cx;
    let known = form.subject.held.as_ref().and_then(|held| time_of(held, which));
    let value = known.map(CivilTime::clock).unwrap_or_default();
    let id = field_id(form, which);
    let widths = wide(ui, "00:00").zip(wide(ui, if value.is_empty() { hint } else { &value }));
    let width = widths.map(|(least, wanted)| wanted.max(least));
    let (selects_all, is_quiet, is_tight) = (true, true, true);
    let field = TextField { name: cx.text(name), hint, selects_all, is_quiet, is_tight, width, ..TextField::default() };
    let response = form.draft_field(ui, (id, field), &value, move |session, text| {
        let text = text.trim();
        let minute =
            if text.is_empty() { None } else { Some(typed::start(text).ok_or(tid("inspector-expected-clock"))?) };
        session.held = with_held_time(session, which, minute).ok_or(tid("inspector-expected-held"))?;
        Ok(())
    });
    if form.memory.entered.take_if(|entered| *entered == id).is_some() {
        enter(&response);
    }
}
