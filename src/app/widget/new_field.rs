//! Making an own field: a small form that opens under a button.

use egui::{Button, Id, Key, Response, RichText, Role, Ui, WidgetInfo, vec2};

use crate::edit::new_field;
use crate::model::{FieldSort, Holder, Language, LocalText, OwnField};
use crate::texts::names;

use crate::app::context::ViewContext;
use crate::app::style::{icons, size};
use crate::app::widget::fields::{caption, popup_under};

/// The sign of a sort of own fields.
#[must_use]
pub fn field_icon(sort: FieldSort) -> &'static str {
    match sort {
        FieldSort::Text => icons::TEXT_CURSOR,
        FieldSort::Number => icons::HASH,
        FieldSort::Date => icons::CALENDAR,
        FieldSort::Choice => icons::LIST,
        FieldSort::Tick => icons::SQUARE_CHECK,
    }
}

/// The names in a text in which commas, semicolons or lines part them.
pub fn titles(language: Language, text: &str) -> impl Iterator<Item = LocalText> {
    let names = text.split([',', ';', '\n']).map(str::trim).filter(|name| !name.is_empty());
    names.map(move |name| LocalText::one(language, name))
}

/// What is typed so far.
#[derive(Clone, Debug)]
struct Draft {
    title: String,
    sort: FieldSort,
    choices: String,
}

/// Opens under `button` when that is clicked; answers the field that was made.
pub fn new_field_popup(button: &Response, cx: &ViewContext<'_>, holder: Holder) -> Option<OwnField> {
    let popup = popup_under(button);
    let id = popup.get_id().with("draft");
    let made = popup.width(WIDTH).show(|ui| {
        ui.set_width(WIDTH);
        let made = new_field_ui(ui, cx, (id, holder));
        if made.is_some() {
            ui.close();
        }
        made
    });
    made.and_then(|shown| shown.inner)
}

const WIDTH: f32 = 260.0;

/// What a new field is to be; answers it once it is made. What is typed under `id` is forgotten when this is not shown.
pub fn new_field_ui(ui: &mut Ui, cx: &ViewContext<'_>, (id, holder): (Id, Holder)) -> Option<OwnField> {
    let now = ui.ctx().cumulative_frame_nr();
    let known = ui.data(|data| data.get_temp::<(u64, Draft)>(id)).filter(|(shown, _)| now.saturating_sub(*shown) <= 1);
    let begins = known.is_none();
    let empty = Draft { title: String::new(), sort: FieldSort::Text, choices: String::new() };
    let mut draft = known.map_or(empty, |(_, draft)| draft);
    caption(ui, cx, cx.text("inspector-name"));
    let title = ui.add(egui::TextEdit::singleline(&mut draft.title).desired_width(f32::INFINITY));
    let title = title.accessible_name(cx.text("inspector-name"));
    if begins {
        title.request_focus();
    }
    caption(ui, cx, cx.text("field-sort"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for sort in FieldSort::ALL {
            let name = cx.text(names::field_sort(sort));
            let text = RichText::new(format!("{} {name}", field_icon(sort)));
            let button = Button::selectable(draft.sort == sort, text).min_size(vec2(0.0, size::TARGET));
            let response = ui.add(button.frame_when_inactive(true));
            let is_chosen = draft.sort == sort;
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, name));
            if response.clicked() {
                draft.sort = sort;
            }
        }
    });
    let mut entered = left_by_enter(ui, &title);
    if draft.sort == FieldSort::Choice {
        caption(ui, cx, cx.text("field-choices"));
        let hint = cx.text("field-choices-hint");
        let edit = egui::TextEdit::singleline(&mut draft.choices).hint_text(hint).desired_width(f32::INFINITY);
        let choices = ui.add(edit).accessible_name(cx.text("field-choices"));
        entered |= left_by_enter(ui, &choices);
    }
    ui.add_space(8.0);
    let is_named = !draft.title.trim().is_empty();
    let add = ui.add_enabled(is_named, Button::new(cx.text("field-add-done")).min_size(vec2(0.0, size::ROW)));
    let made = (is_named && (add.clicked() || entered)).then(|| {
        let language = cx.settings.title_language();
        let mut field = new_field(cx.plan, holder, LocalText::one(language, draft.title.trim()), draft.sort.form());
        titles(language, &draft.choices).for_each(|title| field.add_choice(title));
        field
    });
    ui.data_mut(|data| data.insert_temp(id, (now, draft)));
    made
}

fn left_by_enter(ui: &Ui, field: &Response) -> bool {
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}
