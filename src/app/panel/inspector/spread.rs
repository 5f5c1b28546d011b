//! What several sessions have of things of which each can have several: people, topics, documents.

use egui::Ui;

use crate::model::{Id, Participation, Role, RowId, Session, Tabled};
use crate::texts::{Value as Word, names, tid};

use super::choices::choice_popup;
use super::form::Form;
use super::inspected::{Several, Spread};
use super::rows::{brief_name, choices};
use crate::app::context::ViewContext;
use crate::app::widget::picker::{Picked, picker};
use crate::app::widget::property::Value;

/// Of so many people it is said what they do.
const MOST_ROLES: usize = 5;

/// What some of them have is told with how many have it.
fn spread_text(cx: &ViewContext<'_>, count: usize, all: usize) -> String {
    let values = [("count", Word::from(count)), ("all", Word::from(all))];
    if count == all { cx.text("inspector-in-all").to_owned() } else { cx.texts.text_with("inspector-in-some", &values) }
}

/// A row of things of which a session can have several. What is picked is added to all of them; what all have already is
/// taken away from all.
pub fn shared_ui<R: Tabled>(
    form: &mut Form<'_, Several>,
    ui: &mut Ui,
    (name, spread): (&'static str, &Spread<Id<R>>),
    list: fn(&mut Session) -> &mut Vec<Id<R>>,
) where
    RowId: From<Id<R>>,
{
    let cx = form.cx;
    let all = form.subject.sessions().len();
    let button = form.row(ui, name, |_, ui| spread_ui(ui, cx, (name, all), spread));
    let Some(picked) = pick_spread(&button, cx, (name, all), spread) else { return };
    let is_in_all = spread.of(picked) == all;
    form.edit(|several| {
        several.each(|session| {
            let list = list(session);
            list.retain(|&known| known != picked || !is_in_all);
            if !is_in_all && !list.contains(&picked) {
                list.push(picked);
            }
        });
    });
}

/// What all of them have, and how much some have besides.
fn spread_ui<R: Tabled>(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (name, all): (&'static str, usize),
    spread: &Spread<Id<R>>,
) -> egui::Response
where
    RowId: From<Id<R>>,
{
    let shared: Vec<String> =
        spread.rows.iter().filter(|(_, count)| *count == all).map(|&(id, _)| brief_name(cx, id.into())).collect();
    let some = spread.rows.len() - shared.len();
    let (text, is_weak) = match (shared.is_empty(), some) {
        (true, 0) => (cx.text("inspector-none").to_owned(), true),
        (true, _) => (cx.text("inspector-different").to_owned(), true),
        _ => (shared.join(", "), false),
    };
    let more = cx.texts.text_with("inspector-some-more", &[("count", Word::from(some))]);
    let detail = if some > 0 { more.as_str() } else { "" };
    Value { name: cx.text(name), text: &text, detail, is_weak, ..Value::default() }.ui(ui, cx)
}

/// What is picked from a list in which what they have stands first, with how many of them have it.
fn pick_spread<R: Tabled>(
    button: &egui::Response,
    cx: &ViewContext<'_>,
    (name, all): (&'static str, usize),
    spread: &Spread<Id<R>>,
) -> Option<Id<R>>
where
    RowId: From<Id<R>>,
{
    let rows = || {
        let mut rows = choices::<R>(cx, |_| true);
        for row in &mut rows {
            let count = spread.of(row.value);
            if count > 0 {
                row.detail = spread_text(cx, count, all);
            }
        }
        rows.sort_by_key(|row| std::cmp::Reverse(spread.of(row.value)));
        rows
    };
    match picker(button, cx, cx.text(name), None, rows)? {
        Picked::Known(id) => Some(id),
        Picked::New(_) => None,
    }
}

/// The people of all of them; what those do who are in each can be changed for all.
pub fn people_ui(form: &mut Form<'_, Several>, ui: &mut Ui, several: &Several) {
    let cx = form.cx;
    let (name, all) = (tid("inspector-people"), several.sessions().len());
    let spread = &several.together().people;
    let button = form.row(ui, name, |_, ui| spread_ui(ui, cx, (name, all), spread));
    let picked = pick_spread(&button, cx, (name, all), spread);
    let mut role_of = None;
    for &(person, _) in spread.rows.iter().filter(|(_, count)| *count == all).take(MOST_ROLES) {
        let role = several.role_of(person);
        let spoken = cx.texts.text_with("inspector-role-of", &[("who", Word::from(&brief_name(cx, person.into())))]);
        let word = |role| ("", cx.text(names::role(role)).to_owned());
        let shown = role.map_or_else(|| cx.text("inspector-different").to_owned(), |role| word(role).1);
        let detail = brief_name(cx, person.into());
        let value = form.row(ui, tid("inspector-role"), |_, ui| {
            let value = Value { name: &spoken, text: &shown, detail: &detail, is_choice: true, ..Value::default() };
            value.ui(ui, cx)
        });
        if let Some(role) = choice_popup(&value, (role, &Role::ALL), word) {
            role_of = Some((person, role));
        }
    }
    if let Some(person) = picked {
        let is_in_all = spread.of(person) == all;
        form.edit(|several| {
            several.each(|session| {
                let is_there = session.people.iter().any(|part| part.person == person);
                if is_in_all {
                    session.people.retain(|part| part.person != person);
                } else if !is_there {
                    let role = session.next_role();
                    session.people.push(Participation { person, role });
                }
            });
        });
    } else if let Some((person, role)) = role_of {
        form.edit(|several| {
            several.each(|session| {
                session.people.iter_mut().filter(|part| part.person == person).for_each(|part| part.role = role);
            });
        });
    }
}
