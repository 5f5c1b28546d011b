//! The forms of a document and a note.

use egui::Ui;

use crate::look::Hue;
use crate::model::{Body, Document, Event, Note, Person, RowId, Session, Topic};
use crate::texts::{names, tid};

use super::form::Form;
use super::head::Head;
use super::own_fields::own_fields_ui;
use super::rows::{chip, choices};
use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::fields::{Lines, chips_ui};
use crate::app::widget::picker::{Picked, PickerItem, picker};

/// The line above the form of a document.
#[must_use]
pub fn document_head(cx: &ViewContext<'_>, document: &Document) -> Head {
    Head {
        icon: icons::FILE_TEXT,
        colors: cx.theme.hue(Hue::Slate),
        kind: cx.text("row-document").to_owned(),
        id: document.id.to_string(),
    }
}

/// The form of a document.
pub fn document_ui(form: &mut Form<'_, Document>, ui: &mut Ui) {
    let (cx, document) = (form.cx, form.subject);
    form.title(ui, |document| &document.title, |document| &mut document.title);
    form.text(ui, (tid("inspector-symbol"), Lines::Wrapped), &document.symbol, |document, text| {
        text.clone_into(&mut document.symbol);
    });
    form.row_field::<Event>(
        ui,
        (tid("inspector-event"), true),
        document.event,
        |_| true,
        |document, event| {
            document.event = event;
        },
    );
    let of_event = document.event.and_then(|id| cx.plan.events().get(id)).map(|event| event.dates.first_and_last());
    form.day(ui, tid("inspector-issued"), (document.issued, of_event), |document, day| document.issued = day);
    super::steps::document_ui(form, ui);
    form.text(ui, (tid("inspector-link"), Lines::Wrapped), &document.link, |document, text| {
        text.clone_into(&mut document.link);
    });
    form.languages(ui, (Some(document.languages), true), |document, change| {
        document.languages = change(document.languages);
    });
    own_fields_ui(form, ui);
    form.notes(ui, document.id.into());
    form.sources(ui, &document.sources, |document| &mut document.sources);
}

/// The line above the form of a note.
#[must_use]
pub fn note_head(cx: &ViewContext<'_>, note: &Note) -> Head {
    Head {
        icon: icons::MESSAGE,
        colors: cx.theme.hue(Hue::Amber),
        kind: cx.text("row-note").to_owned(),
        id: note.id.to_string(),
    }
}

/// The form of a note.
pub fn note_ui(form: &mut Form<'_, Note>, ui: &mut Ui) {
    let note = form.subject;
    // A note without a word is there to be written.
    form.memory.opened.insert(form.id(tid("inspector-note-text")));
    form.local_text(ui, (tid("inspector-note-text"), Lines::Several(1)), |note| &note.text, |note| &mut note.text);
    form.local_text(
        ui,
        (tid("inspector-handling"), Lines::Several(1)),
        |note| &note.handling,
        |note| &mut note.handling,
    );
    concerns_ui(form, ui, note);
    form.sources(ui, &note.sources, |note| &mut note.sources);
}

/// What a note is about.
fn concerns_ui(form: &mut Form<'_, Note>, ui: &mut Ui, note: &Note) {
    let cx = form.cx;
    if !form.is_for_rows() {
        return;
    }
    let chips: Vec<_> = note.about.iter().map(|&row| chip(cx, row)).collect();
    form.row(ui, tid("inspector-concerns"), |_, _| ());
    let removed = chips_ui(ui, cx, form.id("about"), &chips);
    if let Some(index) = removed {
        form.edit(|note| note.about.retain(|row| *row != chips[index].row));
    }
    let button = crate::app::widget::fields::add_button(ui, cx, cx.text("inspector-add-row"));
    let any_row = || any_row(cx, &note.about);
    if let Some(Picked::Known(row)) = picker(&button, cx, cx.text("inspector-add-row"), None, any_row) {
        form.edit(|note| note.about.push(row));
    }
}

/// Rows of all tables that a note can be about.
fn any_row(cx: &ViewContext<'_>, but: &[RowId]) -> Vec<PickerItem<RowId>> {
    fn rows<R: crate::model::Tabled>(cx: &ViewContext<'_>, all: &mut Vec<PickerItem<RowId>>)
    where
        RowId: From<crate::model::Id<R>>,
    {
        let word = cx.text(names::row(R::KIND));
        all.extend(choices::<R>(cx, |_| true).into_iter().map(|choice| {
            let parts = [word, choice.detail.as_str()];
            let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            PickerItem { value: choice.value.into(), title: choice.title, detail: parts.join(" · ") }
        }));
    }
    let mut all = Vec::new();
    rows::<Session>(cx, &mut all);
    rows::<Event>(cx, &mut all);
    rows::<Body>(cx, &mut all);
    rows::<crate::model::Room>(cx, &mut all);
    rows::<Person>(cx, &mut all);
    rows::<Topic>(cx, &mut all);
    rows::<Document>(cx, &mut all);
    all.retain(|choice| !but.contains(&choice.value));
    all
}
