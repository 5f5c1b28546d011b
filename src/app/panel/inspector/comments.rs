//! The comments on a session: read, written, ticked where they are to-dos.

use egui::{Frame, Key, Margin, Modifiers, RichText, Role, Ui, WidgetInfo, vec2};

use crate::edit::Command;
use crate::edit::comments::{self, MOST_CHARACTERS};
use crate::model::{CivilTime, Comment, Session, zone};
use crate::texts::{Value, dates, short, tid};

use super::form::{Form, Pass, below_ui, enter, reading_direction};
use super::written::added;
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::paint::text::{elided, elided_ui};
use crate::app::style::{Type, icons, radius, size};
use crate::app::widget::calendar::{Shown, calendar_popup};
use crate::app::widget::fields::{Lines, TextField, flaw, paragraph, small_icon_button};
use crate::app::widget::property::{chip_button, head_ui};
use crate::app::widget::signs::sign_ui;

/// So many letters of a comment are told by the buttons that are about it.
const BUTTON_LETTERS: usize = 40;

/// The comments, below the findings; where there is none, a button that writes one.
pub fn comments_ui(form: &mut Form<'_, Session>, ui: &mut Ui) {
    let (cx, id) = (form.cx, form.subject.id);
    if form.pass == Pass::Set {
        return;
    }
    let all = cx.comments_on(id);
    let written = &form.memory.written;
    let shows = !all.is_empty() || written.new.contains_key(&id) || written.asked.is_some_and(|(asked, _)| asked == id);
    if form.pass == Pass::Unset {
        if !shows && chip_button(ui, cx, form.sign(tid("comment-write"))).clicked() {
            form.memory.written.ask(id);
            ui.ctx().request_repaint();
        }
        return;
    }
    if !shows {
        return;
    }
    head_ui(ui, cx.text("comments-title"), |ui| {
        if !all.is_empty() {
            let count = RichText::new(all.len().to_string()).font(Type::Meta.font());
            ui.label(count.color(cx.theme.text_3));
        }
    });
    ui.spacing_mut().item_spacing.y = 4.0;
    for comment in all {
        comment_ui(&mut Form::new(cx, comment, form.memory), ui);
    }
    field_ui(form, ui);
    ui.spacing_mut().item_spacing.y = 0.0;
}

/// One of them.
fn comment_ui(form: &mut Form<'_, Comment>, ui: &mut Ui) {
    let (cx, comment) = (form.cx, form.subject);
    let frame = Frame::new().fill(cx.theme.field).corner_radius(radius::CONTROL);
    frame.inner_margin(Margin { left: 8, right: 4, top: 2, bottom: 6 }).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
        ui.spacing_mut().interact_size = vec2(size::TARGET, size::TARGET);
        comment_head_ui(form, ui);
        let color = if comment.done.is_some() { cx.theme.text_2 } else { cx.theme.text };
        // Others' words are theirs.
        if comment.by == cx.settings.author {
            text_ui(form, ui);
        } else {
            ui.horizontal(|ui| {
                ui.set_width(ui.available_width() - 4.0);
                paragraph(ui, &comment.text, Type::Body, color);
            });
        }
        if comment.is_to_do {
            to_do_ui(form, ui);
        }
    });
}

/// Who and when; what can be done with it at the right.
fn comment_head_ui(form: &mut Form<'_, Comment>, ui: &mut Ui) {
    let (cx, comment) = (form.cx, form.subject);
    let spoken =
        |id| cx.texts.text_with(id, &[("text", Value::from(&short::beginning(&comment.text, BUTTON_LETTERS)))]);
    ui.horizontal(|ui| {
        if comment.is_to_do {
            let mut is_done = comment.done.is_some();
            let response = ui.checkbox(&mut is_done, "");
            let name = spoken(tid("comment-done"));
            response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_done, &name));
            if response.on_hover_text(&name).changed() {
                cx.perform(Command::Put(comments::ticked(comment, is_done, cx.hand()).into()));
            }
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            if small_icon_button(ui, icons::X, &spoken(tid("comment-remove"))).clicked() {
                cx.perform(Command::Remove(vec![comment.id.into()]));
            }
            let (icon, name) = if comment.is_to_do {
                (icons::MESSAGE, spoken(tid("comment-no-to-do")))
            } else {
                (icons::SQUARE_CHECK, spoken(tid("comment-make-to-do")))
            };
            if small_icon_button(ui, icon, &name).clicked() {
                cx.perform(Command::Put(comments::turned(comment, !comment.is_to_do).into()));
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                let when = moment(cx, comment.at);
                let time = RichText::new(when).font(Type::Meta.font()).color(cx.theme.text_3);
                let name = if comment.by.is_empty() { cx.text("comment-nobody") } else { &comment.by };
                // The time is whole, the name as far as there is room for it.
                let whole = elided(ui, time.clone(), ui.available_width()).size().x;
                let room = (ui.available_width() - whole - 8.0).max(24.0);
                let by = RichText::new(name).font(Type::Strong.font()).color(cx.theme.text);
                let by = elided(ui, by, room);
                ui.label(by).widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
                elided_ui(ui, time);
            });
        });
    });
}

/// What it says, to be changed where it stands.
fn text_ui(form: &mut Form<'_, Comment>, ui: &mut Ui) {
    let (cx, comment) = (form.cx, form.subject);
    let field =
        TextField { name: cx.text("comment-text"), lines: Lines::Written, is_quiet: true, ..TextField::default() };
    let id = form.id(tid("comment-text"));
    below_ui(ui, |ui| {
        form.draft_field(ui, (id, field), &comment.text, |comment, text| {
            let text = comments::cleaned(text);
            if text.is_empty() || text.chars().count() > MOST_CHARACTERS {
                return Err(tid("comment-expected-text"));
            }
            comment.text = text;
            Ok(())
        })
    });
    reading_direction(ui, cx, &comment.text);
}

/// Who is to do it, and by when; who did it.
fn to_do_ui(form: &mut Form<'_, Comment>, ui: &mut Ui) {
    let (cx, comment) = (form.cx, form.subject);
    if let Some(done) = comment.done {
        let when = moment(cx, done);
        let values = [("who", Value::from(&comment.done_by)), ("when", Value::from(&when))];
        let id = if comment.done_by.is_empty() { tid("comment-was-done") } else { tid("comment-done-by") };
        return paragraph(ui, &cx.texts.text_with(id, &values), Type::Small, cx.theme.text_2);
    }
    ui.horizontal(|ui| {
        let day = match comment.due {
            Some(day) => cx.texts.text_with("comment-due", &[("day", Value::from(&dates::day_short(cx.texts, day)))]),
            None => cx.text("comment-no-due").to_owned(),
        };
        let button = chip_button(ui, cx, (icons::CALENDAR, &day));
        let today = cx.now.map(|now| (now.date(), now.date()));
        if let Some(day) = calendar_popup(&button, cx, Shown { chosen: comment.due, marked: today }) {
            form.edit(|comment| comment.due = Some(day));
        }
        if comment.due.is_some() && small_icon_button(ui, icons::X, cx.text("comment-clear-due")).clicked() {
            form.edit(|comment| comment.due = None);
        }
        sign_ui(ui, RichText::new(icons::USER).size(size::SMALL_ICON).color(cx.theme.text_3));
        let name = cx.text("comment-assignee");
        let field = TextField { name, hint: name, is_quiet: true, font: Some(Type::Small), ..TextField::default() };
        let id = form.id(tid("comment-assignee"));
        form.draft_field(ui, (id, field), &comment.assignee, |comment, text| {
            comment.assignee = comments::cleaned(text).replace('\n', " ");
            Ok(())
        });
    });
}

/// The field for the next one, whether that is to be a to-do, and under which name.
fn field_ui(form: &mut Form<'_, Session>, ui: &mut Ui) {
    let (cx, session) = (form.cx, form.subject.id);
    let id = form.id(tid("comment-write"));
    let written = &mut form.memory.written;
    let (mut text, mut is_to_do) = written.new.remove(&session).unwrap_or_default();
    let before = text.clone();
    let name = cx.text("comment-write");
    let field = TextField { name, hint: cx.text("comment-hint"), lines: Lines::Written, ..TextField::default() };
    let response = field.show(ui, cx, (id, written.too_long == Some(session)), &mut text);
    if response.changed() {
        // A field can not be edited any more that holds a book.
        let is_too_long = text.chars().nth(MOST_CHARACTERS).is_some();
        written.too_long = is_too_long.then_some(session);
        if is_too_long {
            text = before;
        }
    }
    if written.too_long == Some(session) {
        flaw(ui, cx, cx.text("comment-too-long"));
    }
    if written.asked.take_if(|asked| *asked == (session, true)).is_some() {
        written.asked = Some((session, false));
        enter(&response);
    }
    let has_focus = response.has_focus();
    if has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        response.surrender_focus();
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter) && !input.modifiers.shift) {
        if let Some(command) = added(cx, session, (&text, is_to_do)) {
            cx.perform(command);
            (text, is_to_do) = <_>::default();
            written.too_long = None;
        }
        response.request_focus();
    }
    reading_direction(ui, cx, &text);
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = size::TARGET;
        let to_do = cx.text("comment-to-do");
        ui.checkbox(&mut is_to_do, RichText::new(to_do).font(Type::Small.font()));
        ui.add_space(8.0);
        name_ui(ui, cx);
    });
    if !text.is_empty() || is_to_do || has_focus {
        form.memory.written.new.insert(session, (text, is_to_do));
    }
}

/// Under which name comments are written here.
fn name_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    let caption = RichText::new(cx.text("comment-as")).font(Type::Small.font()).color(cx.theme.text_3);
    ui.label(caption);
    let name = cx.text("comment-author");
    let field = TextField { name, hint: name, is_quiet: true, font: Some(Type::Small), ..TextField::default() };
    let mut author = cx.settings.author.clone();
    let id = ui.unique_id().with("author");
    if field.show(ui, cx, (id, false), &mut author).changed() {
        /// A name is no text.
        const MOST: usize = 80;
        let name: String = author.chars().filter(|c| !c.is_control()).take(MOST).collect();
        cx.act(Action::CallMe(name));
    }
}

/// When something was written, on the clock of the plan.
fn moment(cx: &ViewContext<'_>, at: CivilTime) -> String {
    dates::moment_text(cx.texts, zone::convert(at, zone::Tz::UTC, cx.plan.header().zone))
}
