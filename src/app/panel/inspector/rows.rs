//! Fields that refer to other rows: lists of chips, single references, people with what they do.

use std::sync::Arc;

use egui::{ComboBox, TextWrapMode, Ui};

use crate::edit::{AnyRow, new_document, new_person};
use crate::model::{Document, Id, Person, PersonId, Plan, RowId, RowKind, Tabled};
use crate::texts::{Value, tid};

use super::form::Form;
use super::inspected::Inspected;
use crate::app::context::ViewContext;
use crate::app::paint::text::tip;
use crate::app::phrases;
use crate::app::style::icons;
use crate::app::widget::fields::{
    Chip, add_button, caption, card_ui, chips_ui, link_button, small_icon_button, wide_button,
};
use crate::app::widget::picker::{Picked, PickerItem, picker};
use crate::app::widget::tips;

/// What a row is called in a list, and what helps to tell it from others.
#[must_use]
pub fn describe(cx: &ViewContext<'_>, row: RowId) -> (String, String) {
    let plan = cx.plan;
    let title = phrases::row_title(cx, row);
    let detail = match row {
        RowId::Event(id) => plan.events().get(id).map(|row| phrases::event_dates(cx, row.dates)),
        RowId::Body(id) => {
            let code = plan.bodies().get(id).map(|row| cx.title(&row.code)).unwrap_or_default();
            if !code.is_empty() && code != title {
                return (code.to_owned(), title);
            }
            None
        }
        RowId::Room(id) => plan.rooms().get(id).map(|row| tips::room_detail(cx, row)),
        RowId::Person(id) => plan.people().get(id).map(|row| {
            let parts = [row.function.as_str(), row.represents.as_str()];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        }),
        RowId::Topic(id) => plan.topics().get(id).map(|row| cx.title(&row.objective).to_owned()),
        RowId::Document(id) => plan.documents().get(id).map(|row| cx.title(&row.title).to_owned()),
        RowId::Session(id) => plan.sessions().get(id).map(|row| match &row.placement {
            Some(at) => phrases::placement(cx, at),
            None => cx.text("session-unscheduled").to_owned(),
        }),
        RowId::Note(id) => plan.notes().get(id).map(|row| cx.title(&row.text).to_owned()),
        RowId::Waiver(id) => plan.waivers().get(id).map(|row| row.reason.clone()),
        RowId::Statement(_) | RowId::Rule(_) => None,
    };
    (title, detail.unwrap_or_default())
}

/// All rows of a table as things to choose, in the order in which people look for them.
pub fn choices<R: Tabled>(cx: &ViewContext<'_>, wanted: impl Fn(&R) -> bool) -> Vec<PickerItem<Id<R>>>
where
    RowId: From<Id<R>>,
{
    let table = R::of_plan(cx.plan);
    let mut rows: Vec<&Arc<R>> = table.iter().filter(|row| wanted(row)).collect();
    match R::KIND {
        RowKind::Room => {
            rows.sort_by_key(|row| match RowId::from(row.id()) {
                RowId::Room(id) => cx.index().room_place(id),
                _ => None,
            });
        }
        RowKind::Session => rows.sort_by_key(|row| start_of(cx.plan, RowId::from(row.id()))),
        RowKind::Event => rows.sort_by_key(|row| start_of(cx.plan, RowId::from(row.id()))),
        _ => {}
    }
    let choice = |row: &Arc<R>| {
        let (title, detail) = describe(cx, row.id().into());
        PickerItem { value: row.id(), title, detail }
    };
    rows.into_iter().map(choice).collect()
}

fn start_of(plan: &Plan, row: RowId) -> Option<crate::model::CivilTime> {
    match row {
        RowId::Session(id) => plan.sessions().get(id)?.span().map(|span| span.start),
        RowId::Event(id) => plan.events().get(id).map(|event| event.dates.span().start),
        _ => None,
    }
}

/// How a list of rows is called and added to.
pub struct ListWords<R> {
    /// Id of the caption; nothing above the list when empty.
    pub caption: &'static str,
    /// Id of the words on the button.
    pub add: &'static str,
    /// Makes a new row with a name that was typed, where that is possible.
    pub create: Option<fn(&Plan, &str) -> R>,
}

impl<S: Inspected> Form<'_, S> {
    /// A list of rows as chips, with a searched list to add one.
    pub fn row_list<R: Tabled + Into<AnyRow>>(
        &mut self,
        ui: &mut Ui,
        words: &ListWords<R>,
        current: &[Id<R>],
        write: fn(&mut S) -> Option<&mut Vec<Id<R>>>,
    ) where
        RowId: From<Id<R>>,
        S: Into<AnyRow>,
    {
        let cx = self.cx;
        if !words.caption.is_empty() {
            caption(ui, cx, cx.text(words.caption));
        }
        let chips: Vec<Chip> = current.iter().map(|&id| chip(cx, id.into())).collect();
        if let Some(index) = chips_ui(ui, cx, self.id(words.add), &chips) {
            self.edit(|subject| {
                if let Some(list) = write(subject)
                    && index < list.len()
                {
                    list.remove(index);
                }
            });
        }
        let button = add_button(ui, cx, cx.text(words.add));
        let new_name = |typed: &str| cx.texts.text_with("inspector-new", &[("name", Value::from(typed))]);
        let itself = self.subject_row();
        let wanted = |row: &R| !current.contains(&row.id()) && Some(RowId::from(row.id())) != itself;
        let new_name: Option<crate::app::widget::picker::NewName<'_>> = words.create.is_some().then_some(&new_name);
        match picker(&button, cx, cx.text(words.add), new_name, || choices::<R>(cx, wanted)) {
            Some(Picked::Known(id)) => self.edit(|subject| write(subject).into_iter().for_each(|list| list.push(id))),
            Some(Picked::New(name)) => {
                let Some(row) = words.create.map(|create| create(cx.plan, &name)) else { return };
                let id = row.id();
                self.edit_with(row.into(), |subject| write(subject).into_iter().for_each(|list| list.push(id)));
            }
            None => {}
        }
    }

    /// One reference to a row, which may be missing when `clear` is said.
    pub fn row_field<R: Tabled>(
        &mut self,
        ui: &mut Ui,
        (name, can_be_none): (&'static str, bool),
        current: Option<Id<R>>,
        wanted: impl Fn(&R) -> bool,
        set: impl FnOnce(&mut S, Option<Id<R>>),
    ) where
        RowId: From<Id<R>>,
    {
        let cx = self.cx;
        let label = caption(ui, cx, cx.text(name));
        let title = current.map_or_else(|| cx.text("inspector-none").to_owned(), |id| describe(cx, id.into()).0);
        let mut cleared = false;
        let with_clear = current.is_some() && can_be_none;
        let button = ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let signs = f32::from(u8::from(current.is_some()) + u8::from(with_clear)) * 24.0;
            let button = wide_button(ui, ui.available_width() - signs, &title, icons::CHEVRONS_UP_DOWN);
            if let Some(id) = current {
                let show = cx.texts.text_with("inspector-show", &[("what", Value::from(&title))]);
                if small_icon_button(ui, icons::ARROW_RIGHT, &show).clicked() {
                    self.reveal(id);
                }
            }
            if with_clear {
                let clear = cx.texts.text_with("inspector-remove", &[("what", Value::from(&title))]);
                cleared = small_icon_button(ui, icons::X, &clear).clicked();
            }
            button
        });
        let button = button.inner.labelled_by(label.id);
        let picked = picker(&button, cx, cx.text(name), None, || choices::<R>(cx, wanted));
        if cleared {
            self.edit(|subject| set(subject, None));
        } else if let Some(Picked::Known(id)) = picked {
            self.edit(|subject| set(subject, Some(id)));
        }
    }

    /// People, each with what they do; somebody new can be made on the spot. `set` gets the changed list.
    pub fn people<P: Copy + PartialEq>(
        &mut self,
        ui: &mut Ui,
        parts: &[(PersonId, P)],
        words: &RoleWords<'_, P>,
        set: fn(&mut S, Vec<(PersonId, P)>),
    ) where
        S: Into<AnyRow>,
    {
        let cx = self.cx;
        let mut list = parts.to_vec();
        for (index, &(person, role)) in parts.iter().enumerate() {
            let (name, detail) = describe(cx, person.into());
            let remove = cx.texts.text_with("inspector-remove", &[("what", Value::from(&name))]);
            let removed = card_ui(ui, cx, &remove, |ui| {
                let link = link_button(ui, name.as_str().into());
                if tip(link, &detail).clicked() {
                    self.reveal(person);
                }
                let combo = ComboBox::from_id_salt(("role", index)).width(ui.available_width().min(160.0));
                let combo = combo.selected_text(cx.text((words.name)(role))).wrap_mode(TextWrapMode::Truncate);
                let combo = combo.show_ui(ui, |ui| {
                    for &other in words.all {
                        if ui.selectable_label(other == role, cx.text((words.name)(other))).clicked() {
                            list[index].1 = other;
                        }
                    }
                });
                let spoken = cx.texts.text_with("inspector-role-of", &[("who", Value::from(&name))]);
                combo.response.accessible_name(spoken);
            });
            if removed {
                list.remove(index);
                break;
            }
        }
        if list != parts {
            self.edit(|subject| set(subject, list.clone()));
        }
        let button = add_button(ui, cx, cx.text("inspector-add-person"));
        let new_name = |typed: &str| cx.texts.text_with("inspector-new-person", &[("name", Value::from(typed))]);
        let everyone = || choices::<Person>(cx, |_| true);
        match picker(&button, cx, cx.text("inspector-add-person"), Some(&new_name), everyone) {
            Some(Picked::Known(id)) => {
                list.push((id, words.first));
                self.edit(|subject| set(subject, list));
            }
            Some(Picked::New(name)) => {
                let person = new_person(cx.plan, &name);
                list.push((person.id, words.first));
                self.edit_with(person.into(), |subject| set(subject, list));
            }
            None => {}
        }
    }

    /// The row that the form is for, where it is one.
    fn subject_row(&self) -> Option<RowId> {
        self.cx.selection.focus.filter(|_| self.cx.selection.sessions.len() <= 1)
    }
}

/// What people can do in a session, or be in a body.
pub struct RoleWords<'a, P> {
    /// All there is.
    pub all: &'a [P],
    /// What somebody new does.
    pub first: P,
    /// The id of its name.
    pub name: fn(P) -> &'static str,
}

/// The chip of a row.
#[must_use]
pub fn chip(cx: &ViewContext<'_>, row: RowId) -> Chip {
    let (text, tip) = describe(cx, row);
    Chip { row, text, tip }
}

/// Words for lists that several forms have.
pub fn document_words() -> ListWords<Document> {
    ListWords { caption: tid("inspector-documents"), add: tid("inspector-add-document"), create: Some(new_document) }
}
