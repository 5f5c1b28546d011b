//! What there is to choose from in a cell.

use chrono::NaiveDate;

use crate::model::{
    BodyId, ChoiceId, DocumentId, EventId, FieldForm, Kind, Language, PersonId, RoomId, Session, Status, TopicId,
};
use crate::texts::{dates, names, tid};

use super::columns::Column;
use crate::app::context::ViewContext;
use crate::app::filter::folded;
use crate::app::phrases;
use crate::app::widget::tips::room_detail;

/// One value that a cell can take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    Kind(Kind),
    Status(Status),
    Event(EventId),
    Body(BodyId),
    Room(RoomId),
    Day(NaiveDate),
    Person(PersonId),
    Topic(TopicId),
    Document(DocumentId),
    Language(Language),
    /// One of the choices of an own field.
    Choice(ChoiceId),
    /// What is ticked.
    Yes,
    /// No body, no room, nobody.
    Nothing,
}

/// A value with what stands for it on screen.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The value.
    pub value: Value,
    /// What it is called.
    pub label: String,
    /// What else is said about it.
    pub detail: String,
    /// What typed words are looked for in.
    pub key: String,
}

impl Offer {
    fn new(value: Value, label: &str, detail: &str, id: &str) -> Self {
        let key = folded(&format!("{label} {detail} {id}"));
        Self { value, label: label.to_owned(), detail: detail.to_owned(), key }
    }
}

/// Longer events are not listed day by day.
const MAX_DAYS: usize = 62;

/// Everything that a session could have in a column.
#[must_use]
pub fn choices(cx: &ViewContext<'_>, session: &Session, column: Column) -> Vec<Offer> {
    let plan = cx.plan;
    match column {
        Column::Kind => cx.all_kinds().map(|kind| Offer::new(Value::Kind(kind), cx.kind_name(kind), "", "")).collect(),
        Column::Status => {
            let statuses = Status::ALL.into_iter();
            statuses.map(|status| Offer::new(Value::Status(status), cx.text(names::status(status)), "", "")).collect()
        }
        Column::Event => {
            let mut events: Vec<_> = plan.events().iter().collect();
            events.sort_by_key(|event| (event.dates.span().start, event.id));
            let choice = |event: &&std::sync::Arc<crate::model::Event>| {
                let dates = phrases::event_dates(cx, event.dates);
                let code = cx.title(&event.code);
                let id = format!("{code} {}", event.id);
                Offer::new(Value::Event(event.id), cx.title(&event.title), &dates, &id)
            };
            events.iter().map(choice).collect()
        }
        Column::Body => {
            let mut bodies: Vec<_> = plan.bodies().iter().collect();
            bodies.sort_by_key(|body| (body.kind, body.id));
            let choice = |body: &std::sync::Arc<crate::model::Body>| {
                let (code, title) = (cx.title(&body.code), cx.title(&body.title));
                let label = cx.short_name(&body.code, &body.title);
                let detail = if code.is_empty() { "" } else { title };
                Offer::new(Value::Body(body.id), label, detail, body.id.as_str())
            };
            let none = Offer::new(Value::Nothing, cx.text("list-no-body"), "", "");
            std::iter::once(none).chain(bodies.into_iter().map(choice)).collect()
        }
        Column::Room => {
            let rooms = cx.index().rooms().iter().filter_map(|&id| plan.rooms().get(id));
            let choice = |room: &std::sync::Arc<crate::model::Room>| {
                Offer::new(Value::Room(room.id), cx.title(&room.title), &room_detail(cx, room), room.id.as_str())
            };
            let none = Offer::new(Value::Nothing, cx.text("list-no-room"), "", "");
            std::iter::once(none).chain(rooms.map(choice)).collect()
        }
        Column::Day => days(cx, session),
        Column::People => {
            let mut people: Vec<_> = plan.people().iter().collect();
            people.sort_by(|a, b| a.name.cmp(&b.name));
            let choice = |person: &std::sync::Arc<crate::model::Person>| {
                let detail = if person.represents.is_empty() { &person.function } else { &person.represents };
                Offer::new(Value::Person(person.id), &person.name, detail, "")
            };
            with_nothing(cx, people.into_iter().map(choice))
        }
        Column::Topics => {
            let choice = |topic: &std::sync::Arc<crate::model::Topic>| {
                Offer::new(Value::Topic(topic.id), &topic.code, cx.title(&topic.title), "")
            };
            with_nothing(cx, plan.topics().iter().map(choice))
        }
        Column::Documents => {
            let choice = |document: &std::sync::Arc<crate::model::Document>| {
                Offer::new(Value::Document(document.id), &document.symbol, cx.title(&document.title), "")
            };
            with_nothing(cx, plan.documents().iter().map(choice))
        }
        Column::Languages => {
            let choice = |language| Offer::new(Value::Language(language), cx.text(names::language(language)), "", "");
            with_nothing(cx, Language::ALL.into_iter().map(choice))
        }
        Column::Own(_) => match column.field(plan).map(|field| &field.form) {
            Some(FieldForm::Choice(choices)) => {
                let choice = |choice: &crate::model::FieldChoice| {
                    Offer::new(Value::Choice(choice.id), cx.title(&choice.title), "", "")
                };
                with_nothing(cx, choices.iter().map(choice))
            }
            Some(FieldForm::Tick) => {
                let [yes, no] = [(Value::Yes, tid("inspector-yes")), (Value::Nothing, tid("inspector-no"))]
                    .map(|(value, name)| Offer::new(value, cx.text(name), "", ""));
                vec![yes, no]
            }
            Some(FieldForm::Date) => days(cx, session),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// These, and that there is none of them.
fn with_nothing(cx: &ViewContext<'_>, offers: impl Iterator<Item = Offer>) -> Vec<Offer> {
    std::iter::once(Offer::new(Value::Nothing, cx.text("list-nothing"), "", "")).chain(offers).collect()
}

/// The days of its event.
fn days(cx: &ViewContext<'_>, session: &Session) -> Vec<Offer> {
    let Some(event) = cx.plan.events().get(session.event) else { return Vec::new() };
    let (first, last) = event.dates.first_and_last();
    let days = first.iter_days().take_while(|&day| day <= last).take(MAX_DAYS);
    days.map(|day| Offer::new(Value::Day(day), &dates::day_short(cx.texts, day), &day.to_string(), "")).collect()
}
