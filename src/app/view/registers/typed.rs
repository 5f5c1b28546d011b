//! What typing in a cell of a register does.

use chrono::NaiveDate;

use crate::app::context::ViewContext;
use crate::app::widget::own_value;
use crate::app::widget::ranks::rank_row;
use crate::app::widget::topics::group_named;
use crate::edit::{AnyRow, Command, new_person};
use crate::model::{
    Body, BodyId, BodyKind, Designation, Document, DocumentKind, Event, FieldId, FieldValue, Gender, LanguageSet,
    LocalText, OfficeRole, OwnRank, Person, Post, Rank, Room, Row, RowId, Topic, TopicKind, TopicState, folded,
};

use super::columns::Register;
use crate::texts::{names, steps, typed};

/// What was typed.
#[derive(Clone, Debug, PartialEq)]
pub enum Typed {
    /// It changes nothing.
    Nothing,
    /// It changes this.
    Change(Command),
    /// It is none of what can stand there.
    Unknown,
}

impl Typed {
    /// What puts a row in the place of another one.
    fn put<R: PartialEq + Into<AnyRow>>(known: &R, new: Option<R>) -> Self {
        match new {
            None => Self::Unknown,
            Some(new) if new == *known => Self::Nothing,
            Some(new) => Self::Change(Command::Put(new.into())),
        }
    }
}

/// What typing in a cell does.
#[must_use]
pub fn typed(cx: &ViewContext<'_>, id: RowId, column: usize, text: &str) -> Typed {
    let text = text.trim();
    if let Some(field) = Register::of(id.kind()).and_then(|register| register.own_at(cx, column)) {
        return own_value::typed(cx, field, text).map_or(Typed::Unknown, |value| own(cx, id, field.id, value));
    }
    let done = match id {
        RowId::Person(id) => cx.plan.people().get(id).map(|row| Typed::put(&**row, person(cx, row, column, text))),
        RowId::Body(id) => cx.plan.bodies().get(id).map(|row| Typed::put(&**row, body(cx, row, column, text))),
        RowId::Room(id) => cx.plan.rooms().get(id).map(|row| Typed::put(&**row, room(cx, row, column, text))),
        RowId::Document(id) => {
            cx.plan.documents().get(id).map(|row| Typed::put(&**row, document(cx, row, column, text)))
        }
        RowId::Topic(id) => cx.plan.topics().get(id).map(|row| Typed::put(&**row, topic(cx, row, column, text))),
        RowId::Post(id) => cx.plan.posts().get(id).map(|row| post(cx, row, column, text)),
        RowId::Rank(id) => rank_row(cx.plan, id).map(|row| Typed::put(&row, rank(cx, &row, column, text))),
        _ => None,
    };
    done.unwrap_or(Typed::Nothing)
}

/// What putting something into an own field of a row does.
#[must_use]
pub fn own(cx: &ViewContext<'_>, id: RowId, field: FieldId, value: Option<FieldValue>) -> Typed {
    fn put<R: Row + Into<AnyRow>>(known: &R, field: FieldId, value: Option<FieldValue>) -> Typed {
        let mut new = known.clone();
        if let Some(own) = new.own_mut() {
            own.set(field, value);
        }
        Typed::put(known, Some(new))
    }
    let plan = cx.plan;
    let done = match id {
        RowId::Person(id) => plan.people().get(id).map(|row| put(&**row, field, value)),
        RowId::Body(id) => plan.bodies().get(id).map(|row| put(&**row, field, value)),
        RowId::Room(id) => plan.rooms().get(id).map(|row| put(&**row, field, value)),
        RowId::Document(id) => plan.documents().get(id).map(|row| put(&**row, field, value)),
        RowId::Topic(id) => plan.topics().get(id).map(|row| put(&**row, field, value)),
        _ => None,
    };
    done.unwrap_or(Typed::Nothing)
}

fn local(cx: &ViewContext<'_>, known: &LocalText, text: &str) -> LocalText {
    let mut new = known.clone();
    new.set(cx.settings.title_language(), text);
    new
}

fn person(cx: &ViewContext<'_>, known: &Person, column: usize, text: &str) -> Option<Person> {
    let mut new = known.clone();
    match column {
        0 => new.name = Some(text.to_owned()).filter(|name| !name.is_empty())?,
        1 => text.clone_into(&mut new.function),
        2 => text.clone_into(&mut new.represents),
        3 => new.region = one_of(text, bodies(cx, &[BodyKind::Region]))?,
        4 => {
            let names = |rank: Rank| (rank, owned(&[cx.rank_name(rank)]));
            new.rank = one_of(text, cx.plan.all_ranks().into_iter().map(names).collect())?.unwrap_or_default();
        }
        _ => new.gender = word(cx, text, &Gender::ALL, names::gender)?,
    }
    Some(new)
}

fn rank(cx: &ViewContext<'_>, known: &OwnRank, column: usize, text: &str) -> Option<OwnRank> {
    let mut new = known.clone();
    match column {
        0 => new.title = Some(local(cx, &known.title, text)).filter(|title| !title.is_empty())?,
        1 if text == cx.text("rank-by-exception") => new.class = None,
        1 => new.class = typed::count(text).ok()?.map(u8::try_from).transpose().ok()?.filter(|class| *class > 0),
        2 => new.order = text.parse().ok()?,
        _ => {
            let words = ["handout-yes", "handout-no"].map(|id| owned(&[cx.text(id)]));
            new.stands_in = one_of(text, [true, false].into_iter().zip(words).collect())?.unwrap_or_default();
        }
    }
    Some(new)
}

fn body(cx: &ViewContext<'_>, known: &Body, column: usize, text: &str) -> Option<Body> {
    let mut new = known.clone();
    match column {
        0 => new.code = local(cx, &known.code, text),
        1 => new.title = local(cx, &known.title, text),
        2 => new.kind = word(cx, text, &BodyKind::ALL, names::body_kind)??,
        _ => new.parent = one_of(text, bodies(cx, &[]))?.filter(|&parent| parent != known.id),
    }
    Some(new)
}

fn room(cx: &ViewContext<'_>, known: &Room, column: usize, text: &str) -> Option<Room> {
    let mut new = known.clone();
    let count = || typed::count(text).ok();
    match column {
        0 => new.title = local(cx, &known.title, text),
        1 => text.clone_into(&mut new.place),
        2 => new.capacity = count()?,
        3 => new.booths = u8::try_from(count()?.unwrap_or(0)).ok()?,
        4 => text.clone_into(&mut new.layout),
        _ => text.clone_into(&mut new.equipment),
    }
    Some(new)
}

fn document(cx: &ViewContext<'_>, known: &Document, column: usize, text: &str) -> Option<Document> {
    let mut new = known.clone();
    match column {
        0 => text.clone_into(&mut new.symbol),
        1 => new.title = local(cx, &known.title, text),
        2 => {
            let all = cx.plan.events().iter();
            let names = |row: &std::sync::Arc<Event>| (row.id, owned(&[cx.title(&row.code), cx.title(&row.title)]));
            new.event = one_of(text, all.map(names).collect())?;
        }
        3 => new.issued = day(cx, text)?,
        4 => new.languages = languages(text)?,
        5 => new.kind = word(cx, text, &DocumentKind::ALL, steps::document_kind)?,
        // A body of this name, else whoever it is.
        6 => {
            let body = one_of(text, bodies(cx, &[])).flatten();
            new.author = body;
            new.author_name = if body.is_some() { String::new() } else { text.to_owned() };
        }
        _ => new.due = day(cx, text)?,
    }
    Some(new)
}

fn topic(cx: &ViewContext<'_>, known: &Topic, column: usize, text: &str) -> Option<Topic> {
    let mut new = known.clone();
    match column {
        0 => text.clone_into(&mut new.code),
        1 => new.title = local(cx, &known.title, text),
        2 => new.kind = word(cx, text, &TopicKind::ALL, names::topic_kind)??,
        3 => new.region = one_of(text, bodies(cx, &[BodyKind::Region]))?,
        4 => new.group = group_named(cx, text),
        _ => {
            let state = word(cx, text, &TopicState::ALL, names::topic_state)?;
            // What its kind says need not be noted.
            new.state = state.filter(|_| state != known.kind.standing());
        }
    }
    Some(new)
}

fn post(cx: &ViewContext<'_>, known: &Post, column: usize, text: &str) -> Typed {
    let mut new = known.clone();
    let read = match column {
        0 => one_of(text, bodies(cx, &[])).flatten().map(|body| new.body = body),
        1 => word(cx, text, &OfficeRole::ALL, names::office).flatten().map(|role| new.role = role),
        2 => one_of(text, bodies(cx, &[BodyKind::Region, BodyKind::RegionalOrganization]))
            .map(|body| new.kept_for = body),
        3 => return holder(cx, known, text),
        4 => word(cx, text, &Designation::ALL, names::designation)
            .map(|state| new.designation = state.unwrap_or_default()),
        5 => {
            text.clone_into(&mut new.owner);
            Some(())
        }
        _ => day(cx, text).map(|day| new.due = day),
    };
    Typed::put(known, read.map(|()| new))
}

/// Who holds a post: somebody of this name, or somebody new.
fn holder(cx: &ViewContext<'_>, known: &Post, text: &str) -> Typed {
    if text.is_empty() {
        return Typed::put(known, Some(known.clone().without_person()));
    }
    let wanted = folded(text);
    let person = cx.plan.people().iter().find(|person| folded(&person.name) == wanted);
    if let Some(person) = person {
        return Typed::put(known, Some(known.clone().with_person(person.id, cx.today())));
    }
    let person = new_person(cx.plan, text);
    let post = known.clone().with_person(person.id, cx.today());
    Typed::Change(Command::PutMany(vec![person.into(), post.into()]))
}

fn bodies(cx: &ViewContext<'_>, kinds: &[BodyKind]) -> Vec<(BodyId, Vec<String>)> {
    let all = cx.plan.bodies().iter().filter(|body| kinds.is_empty() || kinds.contains(&body.kind));
    all.map(|body| (body.id, owned(&[cx.title(&body.code), cx.title(&body.title), body.id.as_str()]))).collect()
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// A word of a list in the language of the screen; nothing where nothing is typed.
#[expect(clippy::option_option, reason = "what is typed can be no word of the list, or none at all")]
fn word<T: Copy>(cx: &ViewContext<'_>, text: &str, all: &[T], name: fn(T) -> &'static str) -> Option<Option<T>> {
    one_of(text, all.iter().map(|&one| (one, vec![cx.text(name(one)).to_owned()])).collect())
}

/// The one that is called so, or the only one whose name begins so.
#[expect(clippy::option_option, reason = "what is typed can be no name of the list, or none at all")]
fn one_of<T: Copy>(text: &str, all: Vec<(T, Vec<String>)>) -> Option<Option<T>> {
    let wanted = folded(text);
    if wanted.is_empty() {
        return Some(None);
    }
    let all: Vec<(T, Vec<String>)> =
        all.into_iter().map(|(one, names)| (one, names.iter().map(|name| folded(name)).collect())).collect();
    let exact = all.iter().find(|(_, names)| names.contains(&wanted));
    let mut begun = all.iter().filter(|(_, names)| names.iter().any(|name| name.starts_with(&wanted)));
    let found = exact.or_else(|| begun.next().filter(|_| begun.next().is_none()));
    found.map(|(one, _)| Some(*one))
}

#[expect(clippy::option_option, reason = "what is typed can be no day, or nothing at all")]
fn day(cx: &ViewContext<'_>, text: &str) -> Option<Option<NaiveDate>> {
    if text.is_empty() {
        return Some(None);
    }
    let within = cx.plan.main_event().map(|event| event.dates.first_and_last()).or(cx.today().map(|day| (day, day)))?;
    typed::date(text, within.0, within).map(Some)
}

/// `EN FR`, in any order.
fn languages(text: &str) -> Option<LanguageSet> {
    let words = text.split([' ', ',', ';', '/']).filter(|word| !word.is_empty());
    words.map(|word| word.parse().ok()).collect::<Option<LanguageSet>>()
}
