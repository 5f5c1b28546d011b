//! One file for each room, body, person, delegation or day.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};

use crate::model::states::party_key;
use crate::model::{LocalText, Plan};

use super::exporter::Request;
use super::programme::{Programme, Wish};
use super::selection::{Selection, Split, delegations};

/// What one file is made of.
pub(super) struct Portion {
    /// What it is for; empty where there is only one.
    pub name: String,
    /// Its part of the plan.
    pub selection: Selection,
}

/// The parts that a request falls into: those that it does not choose away, also where they may turn out to be empty.
pub(super) fn portions(plan: &Plan, request: &Request) -> Vec<Portion> {
    let whole = &request.selection;
    let leading = request.languages.first().copied().unwrap_or(plan.header().language);
    let text = |text: &LocalText, id: &str| match text.get(leading) {
        "" => id.to_owned(),
        text => text.to_owned(),
    };
    match request.split {
        None => vec![Portion { name: String::new(), selection: whole.clone() }],
        Some(Split::Room) => {
            let rooms = plan.rooms().iter().filter(|room| whole.rooms.is_empty() || whole.rooms.contains(&room.id));
            let portion = |rooms, name| Portion { name, selection: Selection { rooms, ..whole.clone() } };
            rooms.map(|room| portion(vec![room.id], text(&room.title, room.id.as_str()))).collect()
        }
        Some(Split::Body) => {
            let bodies = plan.bodies().iter().filter(|body| whole.bodies.is_empty() || whole.bodies.contains(&body.id));
            let portion = |bodies, name| Portion { name, selection: Selection { bodies, ..whole.clone() } };
            bodies.map(|body| portion(vec![body.id], text(&body.code, body.id.as_str()))).collect()
        }
        Some(Split::Person) => {
            let people =
                plan.people().iter().filter(|row| !whole.asks_for_people() || whole.asks_for(row.id, &row.represents));
            let alone = Selection { delegations: Vec::new(), ..whole.clone() };
            let portion = |people, name| Portion { name, selection: Selection { people, ..alone.clone() } };
            people.map(|person| portion(vec![person.id], person.name.clone())).collect()
        }
        Some(Split::Delegation) => {
            let asked = |name: &String| {
                let key = party_key(name);
                whole.delegations.is_empty() || whole.delegations.iter().any(|other| party_key(other) == key)
            };
            let portion = |name: String| Portion {
                selection: Selection { delegations: vec![name.clone()], ..whole.clone() },
                name,
            };
            delegations(plan).into_iter().filter(asked).map(portion).collect()
        }
        Some(Split::Day) => {
            let portion = |day: NaiveDate| Portion {
                name: day.to_string(),
                selection: Selection { days: vec![day], ..whole.clone() },
            };
            days(plan, request).into_iter().map(portion).collect()
        }
    }
}

/// The days on which something starts, by the clock that is asked for.
fn days(plan: &Plan, request: &Request) -> BTreeSet<NaiveDate> {
    let programme = Programme::new(
        plan,
        &Wish {
            selection: &request.selection,
            languages: &[],
            zone: request.zone,
            is_internal: false,
            with_steps: false,
            checker: None,
            made: DateTime::<Utc>::UNIX_EPOCH,
        },
    );
    programme.days.iter().map(|day| day.date).collect()
}
