//! What rows have in own fields: in words, and as it is typed into the cells of a table.

use crate::app::context::ViewContext;
use crate::exchange::incoming::own_value;
use crate::model::{FieldForm, FieldValue, OwnField, folded};
use crate::texts::{dates, numbers::number_text, tid};

/// What stands in a field, in words.
#[must_use]
pub fn words(cx: &ViewContext<'_>, field: &OwnField, value: &FieldValue) -> String {
    match value {
        FieldValue::Tick => cx.text(tid("inspector-yes")).to_owned(),
        FieldValue::Text(text) => text.clone(),
        FieldValue::Number(number) => number_text(cx.texts.language(), *number),
        FieldValue::Date(day) => dates::dates_year(cx.texts, *day, *day),
        FieldValue::Choice(id) => {
            field.choice(*id).map_or_else(String::new, |choice| cx.title(&choice.title).to_owned())
        }
    }
}

/// What typing puts into a field: nothing where nothing is typed; `None` where that can not stand there. A choice can be
/// typed as far as it is the only one that begins so.
#[must_use]
#[expect(clippy::option_option, reason = "what is typed can be unclear, or nothing at all")]
pub fn typed(cx: &ViewContext<'_>, field: &OwnField, text: &str) -> Option<Option<FieldValue>> {
    if text.is_empty() {
        return Some(None);
    }
    let dates = cx.plan.main_event().map(|event| event.dates.first_and_last());
    let within = dates.or(cx.today().map(|day| (day, day))).unwrap_or_default();
    if let Some(value) = own_value(field, within, text) {
        return Some(value);
    }
    let FieldForm::Choice(choices) = &field.form else { return None };
    let wanted = folded(text);
    let mut begun = choices.iter().filter(|choice| folded(cx.title(&choice.title)).starts_with(&wanted));
    let only = begun.next().filter(|_| begun.next().is_none())?;
    Some(Some(FieldValue::Choice(only.id)))
}
