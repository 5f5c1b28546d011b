//! The form of a post, and the posts of a body in its form.

use egui::{RichText, Ui};

use crate::app::action::Action;
use crate::edit::{Command, new_person};
use crate::look::Hue;
use crate::model::{Body, BodyKind, Designation, Language, OfficeRole, Person, Post, PostId, Session};
use crate::texts::{names, tid};

use super::form::{Form, Pass};
use super::head::Head;
use super::rows::choices;
use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};
use crate::app::widget::fields::{Lines, add_button};
use crate::app::widget::picker::{Picked, picker};
use crate::app::widget::posts::{designation_sign, due_text, post_name, seat_name, state_text};
use crate::app::widget::property::{Value, chip_button, trailing_of};
use crate::texts::Value as Word;

/// The line above the form.
#[must_use]
pub fn head(cx: &ViewContext<'_>, post: &Post) -> Head {
    Head {
        icon: icons::GAVEL,
        colors: cx.theme.hue(Hue::Teal),
        kind: cx.text(names::office(post.role)).to_owned(),
        id: post.id.to_string(),
    }
}

/// The form.
pub fn ui(form: &mut Form<'_, Post>, ui: &mut Ui) {
    let (cx, post) = (form.cx, form.subject);
    person_ui(form, ui);
    steps_ui(form, ui);
    form.row_field::<Body>(
        ui,
        (tid("post-body"), false),
        Some(post.body),
        |_| true,
        |row, body| row.body = body.unwrap_or(row.body),
    );
    let word = |role| ("", cx.text(names::office(role)).to_owned());
    form.choice(ui, tid("post-role"), (Some(post.role), &OfficeRole::ALL), word, |row, role| row.role = role);
    let seats = |body: &Body| matches!(body.kind, BodyKind::Region | BodyKind::RegionalOrganization);
    form.row_field::<Body>(ui, (tid("post-kept-for"), true), post.kept_for, seats, |row, body| row.kept_for = body);
    if form.shows(ui, tid("post-language"), post.language.is_some()) {
        let all: Vec<Option<Language>> = std::iter::once(None).chain(Language::ALL.map(Some)).collect();
        let word = |language: Option<Language>| {
            let word = language.map_or(cx.text("inspector-none"), |language| cx.text(names::language(language)));
            ("", word.to_owned())
        };
        form.choice(ui, tid("post-language"), (Some(post.language), &all), word, |row, language| {
            row.language = language;
        });
    }
    form.text(ui, (tid("post-owner"), Lines::Wrapped), &post.owner, |row, text| text.clone_into(&mut row.owner));
    form.day(ui, tid("post-due"), (post.due, None), |row, day| row.due = day);
    form.day(ui, tid("post-asked"), (post.asked, None), |row, day| row.asked = day);
    form.day(ui, tid("post-reminded"), (post.reminded, None), |row, day| row.reminded = day);
    form.day(ui, tid("post-received"), (post.received, None), |row, day| row.received = day);
    form.day(ui, tid("post-confirmed"), (post.confirmed, None), |row, day| row.confirmed = day);
    form.text(ui, (tid("post-proposed-by"), Lines::Wrapped), &post.proposed_by, |row, text| {
        text.clone_into(&mut row.proposed_by);
    });
    form.row_field::<Session>(
        ui,
        (tid("post-decided-at"), true),
        post.decided_at,
        |_| true,
        |row, at| row.decided_at = at,
    );
    form.text(ui, (tid("inspector-remarks"), Lines::Several(1)), &post.remarks, |row, text| {
        text.clone_into(&mut row.remarks);
    });
    form.notes(ui, post.id.into());
    form.sources(ui, &post.sources, |post| &mut post.sources);
}

/// Who holds it; somebody new is made by typing a name.
fn person_ui(form: &mut Form<'_, Post>, ui: &mut Ui) {
    let (cx, post, name) = (form.cx, form.subject, tid("post-person"));
    let (mut cleared, mut shown) = (false, false);
    if !form.is_for_rows() {
        return;
    }
    let holder = post.person.and_then(|id| cx.plan.people().get(id));
    let id = form.id(name);
    let button = form.row(ui, name, |_, ui| {
        let text = holder.map_or(cx.text("post-nobody"), |person| person.name.as_str());
        let detail = holder.map(|person| person.represents.as_str()).unwrap_or_default();
        let value = Value { name: cx.text(name), text, detail, is_weak: holder.is_none(), ..Value::default() };
        let button = value.ui(ui, cx);
        if holder.is_some() {
            let remove = cx.texts.text_with("inspector-remove", &[("what", Word::from(text))]);
            let show = cx.texts.text_with("inspector-show", &[("what", Word::from(text))]);
            let buttons = [(icons::ARROW_RIGHT, show.as_str()), (icons::X, remove.as_str())];
            let clicked = trailing_of(ui, cx, (id, &button), &buttons);
            shown = clicked.first().is_some_and(egui::Response::clicked);
            cleared = clicked.get(1).is_some_and(egui::Response::clicked);
        }
        button
    });
    let new_name = |typed: &str| cx.texts.text_with("inspector-new", &[("name", Word::from(typed))]);
    let picked = picker(&button, cx, cx.text(name), Some(&new_name), || choices::<Person>(cx, |_| true));
    let today = cx.today();
    match picked {
        _ if shown => post.person.into_iter().for_each(|id| form.reveal(id)),
        _ if cleared => form.edit(|row| *row = row.clone().without_person()),
        Some(Picked::Known(person)) => form.edit(|row| *row = row.clone().with_person(person, today)),
        Some(Picked::New(name)) => {
            let person = new_person(cx.plan, &name);
            let id = person.id;
            form.edit_with(person.into(), |row| *row = row.clone().with_person(id, today));
        }
        None => {}
    }
}

/// How far it has come, and the step that comes next.
fn steps_ui(form: &mut Form<'_, Post>, ui: &mut Ui) {
    let (cx, post) = (form.cx, form.subject);
    let word = |state| (designation_sign(cx, state).0, cx.text(names::designation(state)).to_owned());
    form.choice(ui, tid("post-designation"), (Some(post.designation), &Designation::ALL), word, |row, state| {
        row.designation = state;
    });
    if form.pass != Pass::Set {
        return;
    }
    let today = cx.today();
    let mut taken = None;
    form.row(ui, "", |_, ui| {
        ui.horizontal_wrapped(|ui| {
            for &step in post.next_steps() {
                let words = RichText::new(cx.text(names::post_step(step))).font(Type::Small.font());
                if ui.button(words).clicked() {
                    taken = Some(step);
                }
            }
        });
    });
    if let Some(step) = taken {
        form.edit(|row| *row = row.clone().after(step, today));
    }
}

/// The posts of a body, each with how far it has come; a click leads there.
pub fn of_body_ui(form: &mut Form<'_, Body>, ui: &mut Ui, body: &Body) {
    let (cx, name) = (form.cx, tid("rows-post"));
    let mut posts: Vec<_> = cx.plan.posts().iter().filter(|post| post.body == body.id).collect();
    posts.sort_by_key(|post| (post.role, post.kept_for, post.id));
    let add = match (form.pass, posts.is_empty()) {
        (Pass::Unset, true) => chip_button(ui, cx, form.sign(name)),
        (Pass::Set, false) => form.row(ui, name, |form, ui| {
            ui.vertical(|ui| {
                for post in &posts {
                    let held = post.person.and_then(|id| cx.plan.people().get(id));
                    let state = state_text(cx, post);
                    let text = held.map_or(state.as_str(), |person| person.name.as_str());
                    let detail = [post_name(cx, post), seat_name(cx, post), due_text(cx, post)]
                        .into_iter()
                        .filter(|part| !part.is_empty());
                    let detail = detail.collect::<Vec<_>>().join(" · ");
                    let value = Value { text, detail: &detail, is_weak: held.is_none(), ..Value::default() };
                    if value.ui(ui, cx).clicked() {
                        form.reveal(post.id);
                    }
                }
                add_button(ui, cx, cx.text("post-add"))
            })
            .inner
        }),
        _ => return,
    };
    if add.clicked() {
        let id: PostId = cx.plan.posts().free_id("post-");
        let has_chair = posts.iter().any(|post| post.role == OfficeRole::Chair);
        let role = if has_chair { OfficeRole::ViceChair } else { OfficeRole::Chair };
        cx.perform(Command::Put(Post::new(id, body.id, role).into()));
        cx.act(Action::Reveal(id.into()));
    }
}
