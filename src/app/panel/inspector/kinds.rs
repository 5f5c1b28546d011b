//! The form of an own kind of session.

use egui::{Atom, Button, Rect, Role, Ui, WidgetInfo, vec2};

use crate::model::{Hue, OwnKind, SessionKind};
use crate::texts::{Value as Word, names, tid};

use super::choices::entries_popup;
use super::form::Form;
use super::head::Head;
use crate::app::context::ViewContext;
use crate::app::style::{icons, size};
use crate::app::widget::fields::note;
use crate::app::widget::property::{SWATCH, Value};
use crate::app::widget::signs::swatch;

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
    hue_ui(form, ui, kind);
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

/// Which colours, each shown beside its name as sessions of the kind show it.
fn hue_ui(form: &mut Form<'_, OwnKind>, ui: &mut Ui, kind: &OwnKind) {
    if !form.is_for_rows() {
        return;
    }
    let cx = form.cx;
    let shown = |hue: Hue| (cx.theme.hue(hue), icons::kind(kind.sign));
    let name = |hue: Hue| cx.text(names::hue(hue));
    let chosen = form.row(ui, tid("inspector-hue"), |_, ui| {
        let value = Value {
            name: cx.text("inspector-hue"),
            text: name(kind.hue),
            swatch: Some(shown(kind.hue)),
            is_choice: true,
            ..Value::default()
        };
        let response = value.ui(ui, cx);
        let called = |hue| name(hue).to_owned();
        entries_popup(&response, (Some(kind.hue), &Hue::ALL), called, |ui, is_chosen, hue| {
            let place = egui::IdSalt::new("swatch");
            let button = Button::selectable(is_chosen, (Atom::custom(place, SWATCH), name(hue))).gap(8.0);
            let entry = button.min_size(vec2(ui.available_width(), size::TARGET)).atom_ui(ui);
            if let Some(rect) = entry.rect(place) {
                swatch(ui, Rect::from_center_size(rect.center(), SWATCH), shown(hue));
            }
            let response = entry.response;
            response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, name(hue)));
            response
        })
    });
    if let Some(hue) = chosen {
        form.edit(|kind| kind.hue = hue);
    }
}
