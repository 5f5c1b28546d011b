//! The form of an own kind of session.

use egui::Ui;

use crate::model::{Hue, OwnKind, SessionKind};
use crate::texts::{Value as Word, names, tid};

use super::form::Form;
use super::head::Head;
use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::fields::note;

/// The line above the form.
#[must_use]
pub fn kind_head(cx: &ViewContext<'_>, kind: &OwnKind) -> Head {
    Head {
        icon: icons::kind(kind.sign),
        colors: cx.theme.hue(kind.hue),
        kind: cx.text("row-kind").to_owned(),
        id: kind.id.to_string(),
    }
}

/// The form.
pub fn kind_ui(form: &mut Form<'_, OwnKind>, ui: &mut Ui) {
    let (cx, kind) = (form.cx, form.subject);
    form.title(ui, |kind| &kind.title, |kind| &mut kind.title);
    let word = |nature| (icons::kind(nature), cx.text(names::session_kind(nature)).to_owned());
    form.choice(ui, tid("inspector-nature"), (Some(kind.nature), &SessionKind::ALL), word, |kind, nature| {
        kind.nature = nature;
    });
    let hue = |hue| ("", cx.text(names::hue(hue)).to_owned());
    form.choice(ui, tid("inspector-hue"), (Some(kind.hue), &Hue::ALL), hue, |kind, hue| kind.hue = hue);
    form.choice(ui, tid("inspector-sign"), (Some(kind.sign), &SessionKind::ALL), word, |kind, sign| kind.sign = sign);
    if form.is_for_rows() {
        let count = cx.index().sessions_of(kind.id).len();
        let nature = cx.text(names::session_kind(kind.nature));
        let values = [("count", Word::from(count)), ("nature", Word::from(nature))];
        note(ui, cx, &cx.texts.text_with("inspector-kind-used", &values));
    }
    form.notes(ui, kind.id.into());
    form.sources(ui, &kind.sources, |kind| &mut kind.sources);
}
