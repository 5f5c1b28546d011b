//! What stands above a table of sessions: sums of what becomes of its rows, what of it is not read, what is gone, and what is
//! asked of all of it.

use std::collections::BTreeSet;

use egui::{Button, RichText, Role, Ui, WidgetInfo, vec2};

use super::super::share::Share;
use super::super::sieve::Sieve;
use super::super::{Ended, Sum, named, sums_ui, table_above};
use super::Judged;
use crate::app::context::ViewContext;
use crate::app::paint::text::{displayed, elided_ui, tip};
use crate::app::style::{Type, icons, size};
use crate::app::widget::against::menu_button;
use crate::app::widget::buttons::plain_button;
use crate::app::widget::fields::popup_under;
use crate::app::widget::signs::sign_ui;
use crate::exchange::incoming::{Decided, Incoming, Outcome, Pasted};
use crate::model::Severity;
use crate::texts::{Value, dates, tid};

/// Says that many rows are looked at; answers whether nobody wants to wait.
pub fn looking_ui(ui: &mut Ui, cx: &ViewContext<'_>, (share, rows): (&Share, usize)) -> Option<Ended> {
    let ((), mut foot) = table_above(ui, cx, |ui| {
        share.ui(ui, cx, &cx.texts.text_with("paste-looking", &[("count", Value::from(rows))]));
    });
    plain_button(&mut foot, cx.text("button-cancel"), true).clicked().then_some(Ended::Left)
}

/// Asks whether days of numbers have the month first; answers what was said.
pub fn order_ui(ui: &mut Ui, cx: &ViewContext<'_>, said: Option<bool>) -> Option<bool> {
    let mut answer = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        if said.is_none() {
            sign_ui(ui, RichText::new(icons::WARNING).color(cx.theme.warning));
        }
        ui.label(cx.text("paste-ask-order"));
        for (month_first, id) in [(false, tid("paste-day-first")), (true, tid("paste-month-first"))] {
            let response =
                ui.add(Button::selectable(said == Some(month_first), cx.text(id)).min_size(vec2(0.0, size::ROW)));
            response
                .widget_info(|| WidgetInfo::selected(Role::RadioButton, true, said == Some(month_first), cx.text(id)));
            if response.clicked() {
                answer = Some(month_first);
            }
        }
    });
    ui.add_space(4.0);
    answer
}

/// In words what it would make of the plan.
pub fn sums(ui: &mut Ui, cx: &ViewContext<'_>, (made, judged): (&Incoming, &Judged), sieve: &mut Sieve) {
    let same = made.rows.iter().filter(|row| matches!(row.outcome, Outcome::Same(_))).count();
    let ours = made.rows.iter().filter(|row| !row.ours.is_empty()).count();
    let notes = made.rows.iter().filter(|row| !row.notes.is_empty()).count();
    let rooms: Vec<&str> = made.rooms().iter().map(|room| cx.title(&room.title)).collect();
    let people: Vec<&str> = made.people().iter().map(|person| person.name.as_str()).collect();
    let guessed = made.rows.iter().filter(|row| row.guessed_day.is_some()).count();
    let dismissed = made.rows.iter().filter(|row| row.outcome == Outcome::Dismissed).count();
    let left_out = made.rows.iter().filter(|row| row.outcome == Outcome::LeftOut).count();
    let unclear: BTreeSet<&str> =
        made.rows.iter().flat_map(|row| &row.unclear).map(|unclear| unclear.name.as_str()).collect();
    let names: Vec<&str> = unclear.iter().copied().collect();
    let sum = |sign, color, id, count| Sum { sign, color, id, count, tip: String::new(), are_rows: false };
    let rows = |sign, color, id, count| Sum { are_rows: true, ..sum(sign, color, id, count) };
    let judged: &[(Severity, String)] = if let Judged::Done(told) = judged { told } else { &[] };
    let found = |severity, sign, color, id| {
        let of_it: Vec<&str> =
            judged.iter().filter(|(own, _)| *own == severity).map(|(_, sentence)| sentence.as_str()).collect();
        let told: Vec<&str> = of_it.iter().copied().filter(|sentence| !sentence.is_empty()).collect();
        Sum { tip: named(&told), ..sum(sign, color, id, of_it.len()) }
    };
    sums_ui(
        ui,
        cx,
        &[
            rows(icons::PLUS, cx.theme.ok, tid("paste-new"), made.new_sessions().len()),
            rows(icons::PENCIL, cx.theme.accent, tid("paste-changed"), made.changed_sessions().len()),
            rows(icons::CHECK, cx.theme.text_2, tid("paste-same"), same),
            rows(icons::PENCIL, cx.theme.warning, tid("paste-ours"), ours),
            Sum { tip: named(&rooms), ..sum(icons::DOOR, cx.theme.ok, tid("paste-rooms"), rooms.len()) },
            Sum { tip: named(&people), ..sum(icons::USER_PLUS, cx.theme.ok, tid("paste-people"), people.len()) },
            rows(icons::WARNING, cx.theme.warning, tid("paste-notes"), notes),
            rows(icons::CALENDAR, cx.theme.warning, tid("paste-guessed-days"), guessed),
            rows(icons::WARNING, cx.theme.error, tid("paste-not"), made.not_understood()),
            rows(icons::CIRCLE_X, cx.theme.text_2, tid("paste-requests-left-out"), left_out),
            rows(icons::CIRCLE_X, cx.theme.warning, tid("paste-dismissed"), dismissed),
            Sum { tip: named(&names), ..rows(icons::WARNING, cx.theme.warning, tid("paste-near"), unclear.len()) },
            found(Severity::Error, icons::ERROR, cx.theme.error, tid("paste-rules-errors")),
            found(Severity::Warning, icons::WARNING, cx.theme.warning, tid("paste-rules-warnings")),
        ],
        (sieve, made.rows.len()),
    );
}

/// The sessions that came from there and are there no more, each to be taken away or left; which was chosen.
pub fn gone_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    made: &Incoming,
    decided: &Decided,
) -> Option<(crate::model::SessionId, bool)> {
    if made.gone.is_empty() {
        return None;
    }
    let values = [("count", Value::from(made.gone.len())), ("removed", Value::from(made.removed()))];
    let words = cx.texts.text_with("paste-gone", &values);
    let button = menu_button(ui, cx, (icons::MINUS, &words)).on_hover_text(cx.text("paste-gone-tip"));
    let mut chosen = None;
    popup_under(&button).width(380.0).show(|ui| {
        ui.label(RichText::new(cx.text("paste-gone-tip")).color(cx.theme.text_2));
        egui::ScrollArea::vertical().max_height(380.0).show(ui, |ui| {
            ui.set_max_height(380.0);
            for session in made.gone.iter().filter_map(|&id| cx.plan.sessions().get(id)) {
                let when = session.span().map_or_else(String::new, |span| dates::span_text(cx.texts, span));
                let mut is_removed = decided.gone.has(session.id);
                let name = format!("{} · {when}", cx.session_title(session));
                if ui.checkbox(&mut is_removed, displayed(&name)).changed() {
                    chosen = Some((session.id, is_removed));
                }
            }
        });
    });
    ui.add_space(4.0);
    chosen
}

/// Names the columns of which nothing is read, without those that are left out by hand.
pub fn unread_ui(ui: &mut Ui, cx: &ViewContext<'_>, pasted: &Pasted) {
    let number = |at: usize| cx.texts.text_with("arriving-column", &[("column", Value::from(&at.to_string()))]);
    let unread = pasted.unread(&cx.settings.session_columns).into_iter();
    let names: Vec<String> = unread.map(|head| head.map_or_else(number, str::to_owned)).collect();
    if names.is_empty() {
        return;
    }
    let what = names.join(", ");
    let values = [("count", Value::from(names.len())), ("what", Value::from(&what))];
    let words = cx.texts.text_with("paste-unread", &values);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        sign_ui(ui, RichText::new(icons::WARNING).color(cx.theme.warning));
        let response = elided_ui(ui, RichText::new(&words).font(Type::Small.font()).color(cx.theme.text_2));
        tip(response, &named(&names.iter().map(String::as_str).collect::<Vec<_>>()));
    });
    ui.add_space(4.0);
}
