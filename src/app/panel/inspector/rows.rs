//! Fields that refer to other rows: lists of chips, single references, people with what they do.

use std::sync::Arc;

use egui::{Response, Ui};

use crate::edit::{AnyRow, new_document, new_person};
use crate::model::{Document, Id, Person, PersonId, Plan, RowId, RowKind, Tabled};
use crate::texts::{Value as Word, built_in, names, tid};

use super::choices::choice_popup;
use super::form::{Form, Pass, enter};
use super::inspected::Inspected;
use crate::app::context::ViewContext;
use crate::app::phrases;
use crate::app::style::icons;
use crate::app::widget::fields::Chip;
use crate::app::widget::picker::{NewName, Picked, PickerItem, is_typed_on, picker, picker_at};
use crate::app::widget::property::{Value, chip_button, trailing_of};
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
        RowId::Field(id) => plan.fields().get(id).map(|row| cx.text(names::field_sort(row.form.sort())).to_owned()),
        RowId::Rank(_) => None,
        RowId::Kind(id) => plan.kinds().get(id).map(|row| cx.kind_name(row.nature).to_owned()),
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
        RowId::Item(id) => plan.items().get(id).map(|row| cx.title(&row.summary).to_owned()),
        RowId::Note(id) => plan.notes().get(id).map(|row| cx.title(&row.text).to_owned()),
        RowId::Waiver(id) => plan.waivers().get(id).map(|row| built_in(cx.texts, &row.reason).to_owned()),
        RowId::Comment(id) => plan.comments().get(id).map(|row| row.text.clone()),
        RowId::Release(id) => plan.releases().get(id).map(|row| row.label.clone()),
        RowId::RoomRequest(id) => plan.requests().get(id).map(|row| row.asked_by.clone()),
        RowId::Post(id) => plan.posts().get(id).map(|row| cx.text(names::office(row.role)).to_owned()),
        RowId::Statement(_) | RowId::Team(_) | RowId::Delegate(_) | RowId::Rule(_) | RowId::Record(_) => None,
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
    /// Id of its name.
    pub caption: &'static str,
    /// Id of the words on the button.
    pub add: &'static str,
    /// Makes a new row with a name that was typed, where that is possible.
    pub create: Option<fn(&Plan, &str) -> R>,
}

/// Where a list of rows is written; nothing where the subject has none now.
type WriteList<S, R> = fn(&mut S) -> Option<&mut Vec<Id<R>>>;

/// What becomes of a reference.
enum Chosen<T> {
    /// It refers to nothing any more.
    None,
    /// To this one.
    Picked(Picked<T>),
}

/// So many things of a list are named one by one, until somebody asks for the rest.
const MOST_LISTED: usize = 3;

impl<S: Inspected> Form<'_, S> {
    /// A row with other rows, one below the other: a click chooses another one, small buttons add, show and take away.
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
        let (cx, name) = (self.cx, words.caption);
        let is_begun = self.memory.is_begun && R::KIND == RowKind::Room;
        let add = match (self.pass, current.is_empty()) {
            (Pass::Unset, true) if !is_begun => {
                let sign = self.sign(name);
                Some((self.chip_ui(ui, name, sign), None))
            }
            (Pass::Set, true) if is_begun => Some((self.none_ui(ui, name, cx.text(words.add)), None)),
            (Pass::Set, false) => self.row(ui, name, |form, ui| form.list_ui(ui, words, (current, write))),
            _ => None,
        };
        let Some((button, at)) = add else { return };
        let new_name = |typed: &str| cx.texts.text_with("inspector-new", &[("name", Word::from(typed))]);
        let itself = self.subject_row();
        let wanted = |row: &R| !current.contains(&row.id()) && Some(RowId::from(row.id())) != itself;
        let new_name: Option<NewName<'_>> = words.create.is_some().then_some(&new_name);
        let put = move |list: &mut Vec<Id<R>>, id: Id<R>| match at.filter(|&at| at < list.len()) {
            Some(at) => list[at] = id,
            None => list.push(id),
        };
        let picked = picker(&button, cx, cx.text(words.add), new_name, || choices::<R>(cx, wanted));
        if picked.is_some() {
            self.memory.entered = Some(self.id(name));
        }
        match picked {
            Some(Picked::Known(id)) => self.edit(|subject| write(subject).into_iter().for_each(|list| put(list, id))),
            Some(Picked::New(name)) => {
                let Some(row) = words.create.map(|create| create(cx.plan, &name)) else { return };
                let id = row.id();
                self.edit_with(row.into(), |subject| write(subject).into_iter().for_each(|list| put(list, id)));
            }
            None => {}
        }
    }

    /// The button of what is not set. It has the keyboard where that was on what has just been taken away.
    pub fn chip_ui(&mut self, ui: &mut Ui, name: &'static str, sign: (&str, &str)) -> Response {
        let chip = chip_button(ui, self.cx, sign);
        if self.is_entered(name) {
            enter(&chip);
        }
        chip
    }

    /// What is taken away by keys leaves the keyboard to what is left of the property.
    pub fn stay_near(&mut self, remove: &Response, name: &'static str) {
        if remove.has_focus() {
            self.memory.entered = Some(self.id(name));
        }
    }

    /// The row of something that is asked for and not there yet; a click chooses it.
    fn none_ui(&mut self, ui: &mut Ui, name: &'static str, add: &str) -> Response {
        let cx = self.cx;
        let entered = self.is_entered(name);
        let value = Value { name: add, text: cx.text("inspector-none"), is_weak: true, ..Value::default() };
        let response = self.row(ui, name, |_, ui| value.ui(ui, cx));
        if entered {
            enter(&response);
        }
        response
    }

    /// The things of a list. Returns what a list to choose from is open under, and the place of what it replaces.
    fn list_ui<R: Tabled + Into<AnyRow>>(
        &mut self,
        ui: &mut Ui,
        words: &ListWords<R>,
        (current, write): (&[Id<R>], WriteList<S, R>),
    ) -> Option<(Response, Option<usize>)>
    where
        RowId: From<Id<R>>,
    {
        let cx = self.cx;
        let unfolded = self.memory.unfolded.contains(words.caption) || current.len() <= MOST_LISTED;
        let shown = if unfolded { current.len() } else { MOST_LISTED - 1 };
        let mut open = None;
        let entered = self.is_entered(words.caption);
        for (index, &id) in current.iter().take(shown).enumerate() {
            let (text, detail) = (brief_name(cx, id.into()), describe(cx, id.into()).1);
            let detail = brief(cx, id.into()).unwrap_or(detail);
            let value = Value { text: &text, detail: &detail, ..Value::default() }.ui(ui, cx);
            if entered && index + 1 == shown {
                enter(&value);
            }
            let add = (icons::PLUS, cx.text(words.add));
            let show = cx.texts.text_with("inspector-show", &[("what", Word::from(&text))]);
            let remove = cx.texts.text_with("inspector-remove", &[("what", Word::from(&text))]);
            let mut buttons = vec![(icons::ARROW_RIGHT, show.as_str()), (icons::X, remove.as_str())];
            if index == 0 {
                buttons.insert(0, add);
            }
            let place = (self.id(words.caption).with(index), &value);
            let mut clicked = trailing_of(ui, cx, place, &buttons);
            if let Some(remove) = clicked.pop().filter(Response::clicked) {
                self.stay_near(&remove, words.caption);
                self.edit(|subject| {
                    if let Some(list) = write(subject)
                        && index < list.len()
                    {
                        list.remove(index);
                    }
                });
            }
            if clicked.pop().is_some_and(|show| show.clicked()) {
                self.reveal(id);
            }
            if let Some(add) = clicked.pop().filter(is_used) {
                open = Some((add, None));
            }
            if is_used(&value) {
                open = Some((value, Some(index)));
            }
        }
        if !unfolded {
            let count = Word::from(current.len() - shown);
            let text = cx.texts.text_with("inspector-and-more", &[("count", count)]);
            if (Value { text: &text, is_weak: true, ..Value::default() }).ui(ui, cx).clicked() {
                self.memory.unfolded.insert(words.caption);
            }
        }
        open
    }

    /// A row with a reference to another row, which may be missing where `can_be_none` says so.
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
        match self.field_ui(ui, (name, can_be_none), current, (None, wanted)) {
            Some(Chosen::None) => self.edit(|subject| set(subject, None)),
            Some(Chosen::Picked(Picked::Known(id))) => self.edit(|subject| set(subject, Some(id))),
            Some(Chosen::Picked(Picked::New(_))) | None => {}
        }
    }

    /// The same for a person; somebody new can be made on the spot.
    pub fn person_field(
        &mut self,
        ui: &mut Ui,
        (name, can_be_none): (&'static str, bool),
        current: Option<PersonId>,
        set: impl FnOnce(&mut S, Option<PersonId>),
    ) where
        S: Into<AnyRow>,
    {
        let cx = self.cx;
        let new_name = |typed: &str| cx.texts.text_with("inspector-new-person", &[("name", Word::from(typed))]);
        match self.field_ui(ui, (name, can_be_none), current, (Some(&new_name), |_: &Person| true)) {
            Some(Chosen::None) => self.edit(|subject| set(subject, None)),
            Some(Chosen::Picked(Picked::Known(id))) => self.edit(|subject| set(subject, Some(id))),
            Some(Chosen::Picked(Picked::New(name))) => {
                let person = new_person(cx.plan, &name);
                let id = person.id;
                self.edit_with(person.into(), |subject| set(subject, Some(id)));
            }
            None => {}
        }
    }

    fn field_ui<R: Tabled>(
        &mut self,
        ui: &mut Ui,
        (name, can_be_none): (&'static str, bool),
        current: Option<Id<R>>,
        (new_name, wanted): (Option<NewName<'_>>, impl Fn(&R) -> bool),
    ) -> Option<Chosen<Id<R>>>
    where
        RowId: From<Id<R>>,
    {
        let (cx, sign) = (self.cx, self.sign(name));
        let mut cleared = false;
        let button = match (self.pass, current) {
            (Pass::Unset, None) => self.chip_ui(ui, name, sign),
            (Pass::Set, Some(id)) => {
                let (text, detail) = (brief_name(cx, id.into()), brief(cx, id.into()).unwrap_or_default());
                let button = self.row(ui, name, |_, ui| {
                    Value { name: cx.text(name), text: &text, detail: &detail, ..Value::default() }.ui(ui, cx)
                });
                if self.is_entered(name) {
                    enter(&button);
                }
                let show = cx.texts.text_with("inspector-show", &[("what", Word::from(&text))]);
                let clear = cx.texts.text_with("inspector-remove", &[("what", Word::from(&text))]);
                let mut buttons = vec![(icons::ARROW_RIGHT, show.as_str())];
                if can_be_none {
                    buttons.push((icons::X, clear.as_str()));
                }
                let clicked = trailing_of(ui, cx, (self.id(name).with("more"), &button), &buttons);
                if clicked.first().is_some_and(Response::clicked) {
                    self.reveal(id);
                }
                if let Some(clear) = clicked.get(1).filter(|clear| clear.clicked()) {
                    self.stay_near(clear, name);
                    cleared = true;
                }
                button
            }
            _ => return None,
        };
        let is_chosen = |id: &Id<R>| Some(*id) == current;
        let picked = picker_at(&button, cx, (cx.text(name), new_name), || choices::<R>(cx, wanted), is_chosen);
        if cleared { Some(Chosen::None) } else { picked.map(Chosen::Picked) }
    }

    /// A row with people, each with what they do; somebody new can be made on the spot. `set` gets the changed list.
    pub fn people<P: Copy + PartialEq>(
        &mut self,
        ui: &mut Ui,
        (name, parts): (&'static str, &[(PersonId, P)]),
        words: &RoleWords<'_, P>,
        set: fn(&mut S, Vec<(PersonId, P)>),
    ) where
        S: Into<AnyRow>,
    {
        let (cx, (icon, _)) = (self.cx, self.sign(name));
        let mut list = parts.to_vec();
        let is_begun = self.memory.is_begun;
        let adds = self.memory.adds.is_some();
        let role = cx.text((words.name)(words.first));
        let button = match (self.pass, parts.is_empty()) {
            // Whoever is asked for has a row of their own until they are there.
            (Pass::Set, none) if adds => {
                if !none {
                    self.row(ui, name, |form, ui| form.people_ui(ui, (name, &mut list), words));
                }
                let value = Value { name: role, text: role, is_weak: true, ..Value::default() };
                Some(self.row(ui, name, |_, ui| value.ui(ui, cx)))
            }
            (Pass::Unset, _) if adds => None,
            (Pass::Unset, true) if !is_begun => Some(self.chip_ui(ui, name, (icon, role))),
            (Pass::Set, true) if is_begun => Some(self.none_ui(ui, name, cx.text("inspector-add-person"))),
            (Pass::Set, false) => self.row(ui, name, |form, ui| form.people_ui(ui, (name, &mut list), words)),
            _ => None,
        };
        if list != parts {
            self.edit(|subject| set(subject, list.clone()));
        }
        let Some(button) = button else { return };
        if adds && std::mem::take(&mut self.memory.opens_people) {
            egui::Popup::open_id(ui.ctx(), egui::Popup::default_response_id(&button));
            button.scroll_to_me(None);
        }
        let new_name = |typed: &str| cx.texts.text_with("inspector-new-person", &[("name", Word::from(typed))]);
        let everyone = || choices::<Person>(cx, |_| true);
        let picked = picker(&button, cx, cx.text("inspector-add-person"), Some(&new_name), everyone);
        if picked.is_some() {
            self.memory.adds = None;
            self.memory.entered = Some(self.id(name));
        }
        match picked {
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

    /// The people of a list, each with a choice of what they do below the name.
    fn people_ui<P: Copy + PartialEq>(
        &mut self,
        ui: &mut Ui,
        (name, list): (&'static str, &mut Vec<(PersonId, P)>),
        words: &RoleWords<'_, P>,
    ) -> Option<Response> {
        let cx = self.cx;
        let (mut open, mut removed) = (None, None);
        let (entered, last) = (self.is_entered(name), list.len().saturating_sub(1));
        for (index, (person, role)) in list.iter_mut().enumerate() {
            let (text, detail) = describe(cx, (*person).into());
            let value = Value { text: &text, detail: &detail, ..Value::default() }.ui(ui, cx);
            if entered && index == last {
                enter(&value);
            }
            if value.clicked() {
                self.reveal(*person);
            }
            let spoken = cx.texts.text_with("inspector-role-of", &[("who", Word::from(&text))]);
            let word = |role| ("", cx.text((words.name)(role)).to_owned());
            let (_, shown) = word(*role);
            let does = Value { name: &spoken, text: &shown, is_weak: true, is_choice: true, ..Value::default() };
            if let Some(other) = choice_popup(&does.ui(ui, cx), (Some(*role), words.all), word) {
                *role = other;
            }
            // Behind what is asked next of somebody new: Tab leads to that first.
            let remove = cx.texts.text_with("inspector-remove", &[("what", Word::from(&text))]);
            let mut buttons = vec![(icons::X, remove.as_str())];
            if index == 0 {
                buttons.insert(0, (icons::PLUS, cx.text("inspector-add-person")));
            }
            let place = (self.id(name).with(index), &value);
            let mut clicked = trailing_of(ui, cx, place, &buttons);
            if let Some(remove) = clicked.pop().filter(Response::clicked) {
                self.stay_near(&remove, name);
                removed = Some(index);
            }
            open = open.or(clicked.pop());
        }
        if let Some(index) = removed {
            list.remove(index);
        }
        open
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

/// What a row is called where there is little room.
#[must_use]
pub fn brief_name(cx: &ViewContext<'_>, row: RowId) -> String {
    let name = match row {
        RowId::Session(id) => {
            let session = cx.plan.sessions().get(id);
            let language = cx.settings.title_language();
            session.map(|session| crate::texts::short::session_name(cx.plan, language, session))
        }
        RowId::Event(id) => cx.plan.events().get(id).map(|event| cx.title(&event.code).to_owned()),
        RowId::Body(id) => cx.plan.bodies().get(id).map(|body| cx.title(&body.code).to_owned()),
        _ => None,
    };
    name.filter(|name| !name.is_empty()).unwrap_or_else(|| phrases::row_title(cx, row))
}

/// What helps to tell a row from others where there is little room.
fn brief(cx: &ViewContext<'_>, row: RowId) -> Option<String> {
    match row {
        RowId::Room(id) => Some(cx.plan.rooms().get(id)?.capacity.map(|seats| seats.to_string()).unwrap_or_default()),
        RowId::Session(id) => {
            let at = cx.plan.sessions().get(id)?.placement.as_ref()?;
            Some(crate::texts::dates::day_short(cx.texts, at.start.date()))
        }
        RowId::Body(_) | RowId::Event(_) => Some(String::new()),
        _ => None,
    }
}

/// Whether a list to choose from is open under something, or is opened now.
fn is_used(button: &Response) -> bool {
    button.clicked()
        || is_typed_on(button)
        || egui::Popup::is_id_open(&button.ctx, egui::Popup::default_response_id(button))
}

/// Words for lists that several forms have.
pub fn document_words() -> ListWords<Document> {
    ListWords { caption: tid("inspector-documents"), add: tid("inspector-add-document"), create: Some(new_document) }
}
