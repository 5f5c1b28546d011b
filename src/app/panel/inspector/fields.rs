//! The form of an own field: what it is called, and what can stand in it.

use egui::{Key, Modifiers, Response, Ui};

use crate::look::Hue;
use crate::model::{FieldChoice, FieldSort, Holder, OwnField, Referrers as _};
use crate::texts::{Value as Word, names, tid};

use super::form::{Form, tidy};
use super::head::Head;
use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::fields::{Lines, TextField, note};
use crate::app::widget::new_field::{field_icon, titles};
use crate::app::widget::property::{property_ui, trailing};

/// The line above the form.
#[must_use]
pub fn head(cx: &ViewContext<'_>, field: &OwnField) -> Head {
    Head {
        icon: field_icon(field.form.sort()),
        colors: cx.theme.hue(Hue::Slate),
        kind: cx.text("row-field").to_owned(),
        id: field.id.to_string(),
    }
}

/// The form.
pub fn ui(form: &mut Form<'_, OwnField>, ui: &mut Ui) {
    let (cx, field) = (form.cx, form.subject);
    form.title(ui, |field| &field.title, |field| &mut field.title);
    let word = |sort| (field_icon(sort), cx.text(names::field_sort(sort)).to_owned());
    form.choice(ui, tid("field-sort"), (Some(field.form.sort()), &FieldSort::ALL), word, |field, sort| {
        field.form = sort.form();
    });
    if form.is_for_rows() {
        if field.form.sort() == FieldSort::Choice {
            choices_ui(form, ui);
        }
        ui.add_space(4.0);
        let mut rows = std::collections::BTreeSet::new();
        cx.index().each_referrer(&[field.id.into()].into(), &mut |row, _| _ = rows.insert(row));
        let values = [("count", Word::from(rows.len())), ("what", Word::from(cx.text(names::holder(field.holder))))];
        note(ui, cx, &cx.texts.text_with("field-used", &values));
        if !field.handed_out || field.holder != Holder::Session {
            note(ui, cx, cx.text("field-team-only"));
        }
    }
    // Only what sessions have goes into what is handed out.
    if field.holder == Holder::Session {
        form.check(ui, tid("field-handed-out"), field.handed_out, |field, on| field.handed_out = on);
    }
    form.notes(ui, field.id.into());
    form.sources(ui, &field.sources, |field| &mut field.sources);
}

/// Each choice in a field of its own, and an empty one for more.
fn choices_ui(form: &mut Form<'_, OwnField>, ui: &mut Ui) {
    let (cx, field) = (form.cx, form.subject);
    let language = cx.settings.title_language();
    let last = field.choices().len().saturating_sub(1);
    let mut asked = None;
    for (at, choice) in field.choices().iter().enumerate() {
        let id = form.id("choice").with(choice.id.as_str());
        let (of, value) = (choice.id, choice.title.get(language));
        let (earlier, later) = (Wanted::At(at.saturating_sub(1)), Wanted::At((at + 1).min(last)));
        if ui.memory(|memory| memory.has_focus(id)) {
            let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
            let moves = [(Key::ArrowUp, earlier), (Key::ArrowDown, later)];
            asked = moves.into_iter().find(|&(key, _)| pressed(key)).map(|(_, to)| (of, to)).or(asked);
        }
        let name = cx.texts.text_with("field-choice-named", &[("number", Word::from(at + 1))]);
        let shown = TextField { name: &name, is_quiet: true, ..TextField::default() };
        let ((), rect) = property_ui(ui, cx, (icons::DOT, &name), |ui| {
            form.draft_field(ui, (id, shown), value, move |field, text| {
                let text = tidy(text, Lines::One);
                if text.is_empty() {
                    return Err(tid("field-expected-choice"));
                }
                let mut choices = field.choices_mut().into_iter().flatten();
                if let Some(choice) = choices.find(|choice| choice.id == of) {
                    choice.title.set(language, &text);
                }
                Ok(())
            });
        });
        let [up, down, remove] = [tid("field-choice-up"), tid("field-choice-down"), tid("inspector-remove")]
            .map(|id| cx.texts.text_with(id, &[("what", Word::from(value))]));
        let buttons = [(icons::ARROW_UP, &*up), (icons::ARROW_DOWN, &*down), (icons::X, &*remove)];
        let clicked = trailing(ui, cx, (id, rect), &buttons).iter().position(Response::clicked);
        let wanted = clicked.map(|button| [earlier, later, Wanted::Gone][button]);
        asked = wanted.map(|wanted| (of, wanted)).or(asked);
    }
    let (id, hint) = (form.id("new-choice"), cx.text("field-choices-hint"));
    let name = cx.text("field-add-choice");
    let shown = TextField { name, hint, is_quiet: true, ..TextField::default() };
    property_ui(ui, cx, (icons::PLUS, name), |ui| {
        form.draft_field(ui, (id, shown), "", move |field, text| {
            titles(language, text).for_each(|title| field.add_choice(title));
            Ok(())
        });
    });
    if let Some((of, wanted)) = asked {
        form.edit(|field| {
            let Some(choices) = field.choices_mut() else { return };
            let Some(at) = choices.iter().position(|choice: &FieldChoice| choice.id == of) else { return };
            let choice = choices.remove(at);
            if let Wanted::At(to) = wanted {
                choices.insert(to.min(choices.len()), choice);
            }
        });
    }
}

/// What becomes of a choice.
#[derive(Clone, Copy)]
enum Wanted {
    /// It stands at another place.
    At(usize),
    /// It is taken away.
    Gone,
}
