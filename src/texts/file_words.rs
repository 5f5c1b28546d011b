//! Fields and what stands in them, in the words of the plan file: for scripts, so they are the same everywhere and stay.

use crate::merge::{Part, Spot, Value};
use crate::model::{Concern, Language};

/// A part of a field: `title.en`, `placement.rooms`.
#[must_use]
pub fn spot(spot: &Spot) -> String {
    let field = spot.field.word();
    match &spot.part {
        Part::Whole => field.to_owned(),
        Part::Language(language) => format!("{field}.{}", language.code()),
        Part::Time => format!("{field}.time"),
        Part::Rooms => format!("{field}.rooms"),
        Part::PlannedLength => "planned_length_mins".to_owned(),
        Part::Wish => "wish".to_owned(),
        Part::Own(id) => format!("{field}.{id}"),
        Part::Number(name) => format!("{field}.{name}"),
        Part::Choice(id) => format!("{field}.{id}"),
        Part::Order => format!("{field}.order"),
    }
}

/// Two times as far as they are known.
fn from_to<T: ToString>(from: Option<T>, to: Option<T>) -> String {
    let [from, to] = [from, to].map(|at| at.map_or_else(String::new, |at| at.to_string()));
    format!("{from}–{to}")
}

/// What stands in a field; `None` for nothing.
#[must_use]
pub fn value(of: &Value) -> Option<String> {
    Some(match of {
        Value::Nothing => return None,
        Value::Text(text) => text.clone(),
        Value::Whole(number) => number.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Yes(is) => is.to_string(),
        Value::Day(day) => day.to_string(),
        Value::Dates(dates) => {
            let (first, last) = dates.first_and_last();
            format!("{first}..{last}")
        }
        Value::Hours(hours) => format!("{}–{}", clock(hours.from_min), clock(hours.to_min)),
        Value::Held(held) => from_to(Some(held.opened), held.adjourned),
        Value::Podium(podium) => from_to(podium.opened, podium.closed),
        Value::Time(time) => time.to_string(),
        Value::Span(start, length) => format!("{start}–{}", start.plus_mins(length.mins())),
        Value::Length(length) => length.mins().to_string(),
        Value::Seconds(seconds) => seconds.to_string(),
        Value::Place(at) => format!("{}–{} {}", at.start, at.end(), names(&at.rooms)).trim_end().to_owned(),
        // The place is what is told, and it has none.
        Value::Waits(..) => return None,
        Value::Wish(wish) => {
            let day = wish.day.map(|day| day.to_string());
            let parts = [day, wish.minute.map(clock), Some(names(&wish.rooms))];
            parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
        }
        Value::Row(row) => row.name(),
        Value::Participation(person, role) => format!("{role:?} {person}"),
        Value::OfficeRole(role) => format!("{role:?}"),
        Value::Designation(state) => format!("{state:?}"),
        Value::Gender(gender) => format!("{gender:?}"),
        Value::Group(group) => format!("{group:?}"),
        Value::Purpose(purpose) => format!("{purpose:?}"),
        Value::Answer(answer) => format!("{answer:?}"),
        Value::Choice(_, choice) => choice.to_string(),
        Value::Sort(sort) => format!("{sort:?}"),
        Value::Holder(holder) => format!("{holder:?}"),
        Value::Kind(crate::model::Kind::BuiltIn(kind)) => format!("{kind:?}"),
        Value::Kind(crate::model::Kind::Own(kind)) => kind.to_string(),
        Value::Nature(kind) => format!("{kind:?}"),
        Value::Status(status) => format!("{status:?}"),
        Value::EventKind(kind) => format!("{kind:?}"),
        Value::StepState(state) => format!("{state:?}"),
        Value::CountsFrom(counts) => format!("{} {:?} {:+}", counts.event, counts.edge, counts.days),
        Value::DeadlineClass(class) => format!("{class:?}"),
        Value::Tally(tally) => {
            let number = |count: Option<u16>| count.map_or_else(|| "-".to_owned(), |count| count.to_string());
            let numbers = [tally.asked, tally.replies, tally.in_favour, tally.needed].map(number).join("/");
            format!("{numbers} {}", tally.is_reached().map_or("-".to_owned(), |is| is.to_string()))
        }
        Value::DocumentKind(kind) => format!("{kind:?}"),
        Value::Reached(reached) => {
            let day = reached.days[reached.stage as usize].map_or_else(String::new, |day| format!(" {day}"));
            format!("{:?}{day}", reached.stage)
        }
        Value::Issued(issued) => format!("{} {}", issued.sequence, issued.at),
        Value::Stage(stage) => format!("{stage:?}"),
        Value::ItemKind(kind) => format!("{kind:?}"),
        Value::Origin(origin) => format!("{origin:?}"),
        Value::Outcome(outcome) => format!("{outcome:?}"),
        Value::Request(state) => format!("{state:?}"),
        Value::TextState(state) => format!("{state:?}"),
        Value::DeliveredFrom(place) => format!("{place:?}"),
        Value::Delivery(delivery) => format!("{delivery:?}"),
        Value::ChangedPart(part) => format!("{part:?}"),
        Value::Format(format) => format!("{format:?}"),
        Value::BodyKind(kind) => format!("{kind:?}"),
        Value::TopicKind(kind) => format!("{kind:?}"),
        Value::TopicState(state) => format!("{state:?}"),
        Value::Rank(rank) => format!("{rank:?}"),
        Value::Severity(severity) => format!("{severity:?}"),
        Value::Logo(logo) => format!("{} bytes", logo.bytes().len()),
        Value::Hue(hue) => format!("{hue:?}"),
        Value::Basis(basis) => format!("{basis:?}"),
        Value::Language(language) => language.code().to_owned(),
        Value::Languages(set) => set.iter().map(Language::code).collect::<Vec<_>>().join(" "),
        Value::Zone(zone) => zone.name().to_owned(),
        Value::Identity(identity) => identity.to_string(),
        Value::Absence(absence) => format!("{}–{} {}", absence.from, absence.to, absence.reason).trim_end().to_owned(),
        Value::Concern(Concern::Regions(regions)) => names(regions),
        Value::Concern(concern) => format!("{concern:?}"),
        Value::Elements(elements) => {
            elements.iter().map(|element| format!("{element:?}")).collect::<Vec<_>>().join(" ")
        }
        Value::VisitGroup(group) => {
            let number = |count: Option<u32>| count.map_or_else(|| "-".to_owned(), |count| count.to_string());
            let [departs, returns] = [group.departs, group.returns].map(|at| at.map_or_else(String::new, clock));
            let name = group.name.get(Language::English);
            format!("{name} {}/{} {departs}–{returns}", number(group.people), number(group.seats))
        }
        Value::Source(source) => {
            format!("{:?} {} {}", source.basis, source.reference, source.about).trim_end().to_owned()
        }
        Value::List(values) => values.iter().filter_map(value).collect::<Vec<_>>().join(", "),
    })
}

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

fn names<I: ToString>(ids: &[I]) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
