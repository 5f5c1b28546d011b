//! Own fields of the plan on the form of a row that can have them, and of several sessions.

use egui::{Id, Rect, Response, Ui};

use crate::edit::Command;
use crate::model::{
    Body, ChoiceId, Document, FieldForm, FieldId, FieldSort, FieldValue, Holder, OwnField, Person, Room, Session, Topic,
};
use crate::texts::{Value as Word, dates, numbers::number_text, tid, typed};

use super::choices::choice_popup;
use super::form::{Form, Pass, enter, reading_direction, tick_ui, tidy};
use super::inspected::{Common, Inspected, Several};
use crate::app::phrases;
use crate::app::style::icons;
use crate::app::widget::calendar::{Shown, calendar_popup};
use crate::app::widget::fields::{Lines, TextField};
use crate::app::widget::new_field::{field_icon, new_field_popup};
use crate::app::widget::property::{Value, chip_button, property_ui, trailing};

/// What has own fields.
pub trait HoldsOwn: Inspected {
    /// Which fields it has.
    const HOLDER: Holder;

    /// Whether the rows of what is not set show, too.
    const SHOWS_ALL: bool;

    /// What stands in a field.
    fn own(&self, field: FieldId) -> Common;

    /// Puts something into a field, or nothing.
    fn set_own(&mut self, field: FieldId, value: Option<FieldValue>);
}

macro_rules! rows {
    ($($row:ident)*) => {
        $(impl HoldsOwn for $row {
            const HOLDER: Holder = Holder::$row;
            const SHOWS_ALL: bool = false;

            fn own(&self, field: FieldId) -> Common {
                Common::Same(self.own.get(field).cloned())
            }

            fn set_own(&mut self, field: FieldId, value: Option<FieldValue>) {
                self.own.set(field, value);
            }
        })*
    };
}
rows!(Session Person Body Room Document Topic);

impl HoldsOwn for Several {
    const HOLDER: Holder = Holder::Session;
    const SHOWS_ALL: bool = true;

    fn own(&self, field: FieldId) -> Common {
        self.together_own(field)
    }

    fn set_own(&mut self, field: FieldId, value: Option<FieldValue>) {
        self.each(|session| session.own.set(field, value.clone()));
    }
}

/// A row for each that is set, a button for each that is not, and one that makes a new one.
pub fn own_fields_ui<S: HoldsOwn>(form: &mut Form<'_, S>, ui: &mut Ui) {
    let cx = form.cx;
    for field in cx.plan.fields_of(S::HOLDER) {
        let value = form.subject.own(field.id);
        let id = own_id(form, field.id);
        let shows = S::SHOWS_ALL || value != Common::Same(None) || form.memory.opened.contains(&id);
        match form.pass {
            Pass::Set if shows => row_ui(form, ui, &Shows { field, value, id }),
            Pass::Unset if !shows => chip_ui(form, ui, field),
            _ => {}
        }
    }
    if form.pass == Pass::Unset {
        let button = chip_button(ui, cx, (icons::PLUS, cx.text("field-add")));
        if let Some(field) = new_field_popup(&button, cx, S::HOLDER) {
            open(form, field.id);
            cx.perform(Command::Put(field.into()));
        }
    }
}

fn own_id<S: HoldsOwn>(form: &Form<'_, S>, field: FieldId) -> Id {
    form.id("own").with(field.as_str())
}

/// Lets the row of a field show, and take the keyboard.
fn open<S: HoldsOwn>(form: &mut Form<'_, S>, field: FieldId) {
    let id = own_id(form, field);
    form.memory.opened.insert(id);
    form.memory.entered = Some(id);
}

fn title<'a, S: HoldsOwn>(form: &Form<'a, S>, field: &'a OwnField) -> &'a str {
    match form.cx.title(&field.title) {
        "" => form.cx.text("field-untitled"),
        title => title,
    }
}

/// The button of a field that is not set.
fn chip_ui<S: HoldsOwn>(form: &mut Form<'_, S>, ui: &mut Ui, field: &OwnField) {
    let icon = field_icon(field.form.sort());
    let name = title(form, field).to_owned();
    if !chip_button(ui, form.cx, (icon, &name)).clicked() {
        return;
    }
    // There is only one thing that it can be.
    if field.form == FieldForm::Tick {
        form.edit(|subject| subject.set_own(field.id, Some(FieldValue::Tick)));
    } else {
        open(form, field.id);
        ui.ctx().request_repaint();
    }
}

/// A field as it is shown.
struct Shows<'a> {
    field: &'a OwnField,
    value: Common,
    id: Id,
}

/// A row, with small buttons at its end that lead to the field itself, and take a day away.
fn row_ui<S: HoldsOwn>(form: &mut Form<'_, S>, ui: &mut Ui, shows: &Shows<'_>) {
    let (cx, field) = (form.cx, shows.field);
    let name = title(form, field).to_owned();
    let sign = (field_icon(field.form.sort()), name.as_str());
    let ((), rect) = property_ui(ui, cx, sign, |ui| match field.form {
        FieldForm::Text | FieldForm::Number => text_ui(form, ui, shows, &name),
        FieldForm::Date => date_ui(form, ui, shows, &name),
        FieldForm::Choice(_) => choice_ui(form, ui, shows, &name),
        FieldForm::Tick => yes_ui(form, ui, shows, &name),
    });
    let edit = cx.texts.text_with("field-edit", &[("field", Word::from(&name))]);
    let line = Rect::from_min_max(rect.min, egui::pos2(rect.right(), rect.top() + crate::app::style::size::ROW));
    if trailing(ui, cx, (shows.id, line), &[(icons::PENCIL, &edit)]).iter().any(Response::clicked) {
        cx.select(field.id);
    }
}

fn text_ui<S: HoldsOwn>(form: &mut Form<'_, S>, ui: &mut Ui, shows: &Shows<'_>, name: &str) {
    let (cx, field) = (form.cx, shows.field);
    let is_number = field.form.sort() == FieldSort::Number;
    let value = match &shows.value {
        Common::Same(Some(FieldValue::Number(number))) => number_text(cx.texts.language(), *number),
        Common::Same(Some(FieldValue::Text(text))) => text.clone(),
        _ => String::new(),
    };
    let hint = if shows.value == Common::Different { cx.text("inspector-different") } else { "" };
    let lines = if is_number { Lines::One } else { Lines::Wrapped };
    let shown = TextField { name, hint, lines, selects_all: is_number, is_quiet: true, ..TextField::default() };
    let (of, language) = (field.id, cx.texts.language());
    let response = form.draft_field(ui, (shows.id, shown), &value, move |subject, text| {
        let text = tidy(text, lines);
        let value = match (text.is_empty(), is_number) {
            (true, _) => None,
            (false, true) => {
                Some(FieldValue::Number(typed::number(&text, Some(language)).ok_or(tid("field-expected-number"))?))
            }
            (false, false) => Some(FieldValue::Text(text)),
        };
        subject.set_own(of, value);
        Ok(())
    });
    if is_entered(form, shows.id) {
        enter(&response);
    }
    reading_direction(ui, cx, &value);
}

fn is_entered<S: HoldsOwn>(form: &mut Form<'_, S>, id: Id) -> bool {
    form.memory.entered.take_if(|entered| *entered == id).is_some()
}

/// What is said where nothing is chosen, or several sessions differ.
fn nothing<S: HoldsOwn>(form: &Form<'_, S>, shows: &Shows<'_>) -> String {
    form.cx
        .text(if shows.value == Common::Different { tid("inspector-different") } else { tid("inspector-none") })
        .to_owned()
}

fn date_ui<S: HoldsOwn>(form: &mut Form<'_, S>, ui: &mut Ui, shows: &Shows<'_>, name: &str) {
    let cx = form.cx;
    let day = match shows.value {
        Common::Same(Some(FieldValue::Date(day))) => Some(day),
        _ => None,
    };
    let text = day.map_or_else(|| nothing(form, shows), |day| dates::dates_year(cx.texts, day, day));
    let button = Value { name, text: &text, is_weak: day.is_none(), ..Value::default() }.ui(ui, cx);
    if is_entered(form, shows.id) {
        enter(&button);
        egui::Popup::open_id(ui.ctx(), egui::Popup::default_response_id(&button));
    }
    let line = button.rect.with_max_x(button.rect.right() - crate::app::style::size::TARGET);
    let clear = cx.texts.text_with("field-clear", &[("field", Word::from(name))]);
    let clears = day.is_some()
        && trailing(ui, cx, (shows.id.with("clear"), line), &[(icons::X, &clear)]).iter().any(Response::clicked);
    let shown = Shown { chosen: day.or(cx.date), marked: phrases::main_dates(cx) };
    let picked = calendar_popup(&button, cx, shown);
    if picked.is_some() || clears {
        form.edit(|subject| subject.set_own(shows.field.id, picked.map(FieldValue::Date)));
    }
}

fn choice_ui<S: HoldsOwn>(form: &mut Form<'_, S>, ui: &mut Ui, shows: &Shows<'_>, name: &str) {
    let (cx, field) = (form.cx, shows.field);
    let current = match &shows.value {
        Common::Different => None,
        Common::Same(Some(FieldValue::Choice(id))) => Some(Some(*id)),
        Common::Same(_) => Some(None),
    };
    let word = |choice: Option<ChoiceId>| {
        let title = choice.and_then(|id| field.choice(id)).map(|choice| cx.title(&choice.title));
        ("", title.unwrap_or(cx.text("inspector-none")).to_owned())
    };
    let text = current.map_or_else(|| nothing(form, shows), |choice| word(choice).1);
    let is_weak = current.flatten().is_none();
    let button = Value { name, text: &text, is_weak, is_choice: true, ..Value::default() }.ui(ui, cx);
    if is_entered(form, shows.id) {
        enter(&button);
        egui::Popup::open_id(ui.ctx(), egui::Popup::default_response_id(&button));
    }
    let all: Vec<_> = std::iter::once(None).chain(field.choices().iter().map(|choice| Some(choice.id))).collect();
    if let Some(choice) = choice_popup(&button, (current, &all), word) {
        form.edit(|subject| subject.set_own(field.id, choice.map(FieldValue::Choice)));
    }
}

fn yes_ui<S: HoldsOwn>(form: &mut Form<'_, S>, ui: &mut Ui, shows: &Shows<'_>, name: &str) {
    let cx = form.cx;
    let of = shows.field.id;
    let chosen = match &shows.value {
        Common::Same(value) => tick_ui(ui, cx, value.is_some(), name).then_some(value.is_none()),
        Common::Different => {
            let text = nothing(form, shows);
            let button = Value { name, text: &text, is_weak: true, is_choice: true, ..Value::default() }.ui(ui, cx);
            let word = |on| ("", cx.text(if on { tid("inspector-yes") } else { tid("inspector-no") }).to_owned());
            choice_popup(&button, (None, &[true, false]), word)
        }
    };
    if let Some(on) = chosen {
        form.edit(|subject| subject.set_own(of, on.then_some(FieldValue::Tick)));
    }
}
