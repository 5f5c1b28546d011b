//! Which session of the plan a row of a table means.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::again::{came_from, name_of};
use super::columns::Pasted;
use super::field::Field;
use super::grid::GridRow;
use super::names::{Known, key};
use super::near::ends;
use super::times::{At, When};
use super::values;
use crate::model::{PersonId, Plan, RoomId, Session, SessionId};

/// By what a session that came from there is found whose title is another one now.
#[derive(Clone, Copy)]
enum Way {
    /// Its code there, or when and where it was.
    Name,
    /// When and where it is.
    Place,
    /// Its people and its day.
    People,
}

impl Way {
    const ALL: [Self; 3] = [Self::Name, Self::Place, Self::People];
}

/// Sessions that came from there and are not found yet, each looked at once.
struct Again<'a> {
    names: HashMap<&'a str, Vec<SessionId>>,
    places: HashMap<(NaiveDate, i32, RoomId), Vec<SessionId>>,
    people: HashMap<(NaiveDate, PersonId), Vec<&'a Session>>,
}

impl<'a> Again<'a> {
    fn new(free: &[&'a Session]) -> Self {
        let mut again = Self { names: HashMap::new(), places: HashMap::new(), people: HashMap::new() };
        for session in free {
            let name = session.arrived.as_ref().map_or("", |arrived| arrived.id.as_str());
            if !name.is_empty() {
                again.names.entry(name).or_default().push(session.id);
            }
            let Some(start) = session.span().map(|span| span.start) else { continue };
            for &room in session.rooms() {
                again.places.entry((start.date(), start.minute_of_day(), room)).or_default().push(session.id);
            }
            for part in &session.people {
                again.people.entry((start.date(), part.person)).or_default().push(session);
            }
        }
        again
    }

    /// What a row may mean.
    fn found(&self, way: Way, (pasted, row, at): (&Pasted, &GridRow, At), known: &Known) -> Vec<SessionId> {
        match way {
            Way::Name => self.names.get(name_of(pasted, row, at).as_str()).cloned().unwrap_or_default(),
            Way::Place => {
                let place = at.day.zip(at.start).zip(known.room(pasted.cell(row, Field::Room)));
                let found = place.and_then(|((day, start), room)| self.places.get(&(day, start.into(), room)));
                found.cloned().unwrap_or_default()
            }
            Way::People => {
                let named = values::people(pasted.cell(row, Field::People));
                let people: Option<Vec<PersonId>> = named.iter().map(|named| known.person(&named.name)).collect();
                let Some((day, people)) = at.day.zip(people) else { return Vec::new() };
                let first = people.first().and_then(|&person| self.people.get(&(day, person)));
                let has = |session: &Session, id: &PersonId| session.people.iter().any(|part| part.person == *id);
                let all = first.into_iter().flatten().filter(|session| people.iter().all(|id| has(session, id)));
                all.map(|session| session.id).collect()
            }
        }
    }
}

/// The sessions of a plan that the rows of a table may mean.
pub struct Matched {
    /// By titles that stand in the table.
    by_title: HashMap<String, Vec<SessionId>>,
    /// Titles that several rows have.
    repeated: HashSet<String>,
}

impl Matched {
    /// Looks at each session once.
    pub fn new(pasted: &Pasted, plan: &Plan) -> Self {
        let mut by_title: HashMap<String, Vec<SessionId>> = HashMap::new();
        let mut repeated = HashSet::new();
        for row in pasted.rows() {
            let title = key(pasted.cell(row, Field::Title));
            if !title.is_empty() && by_title.insert(title.clone(), Vec::new()).is_some() {
                repeated.insert(title);
            }
        }
        if by_title.is_empty() {
            return Self { by_title, repeated };
        }
        // Most titles of a large plan are none of these; the first and the last letter tell so at once.
        let wanted: HashSet<(char, char)> = by_title.keys().map(|title| ends(title)).collect();
        for session in plan.sessions().iter() {
            for (_, title) in session.title.iter().filter(|(_, title)| wanted.contains(&ends(title))) {
                if let Some(ids) = by_title.get_mut(&key(title))
                    && !ids.contains(&session.id)
                {
                    ids.push(session.id);
                }
            }
        }
        Self { by_title, repeated }
    }

    /// The session that each row means: the one of its code, else the only one of its title, else the one of that title which
    /// begins then; a title that comes again and again, such as that of a break, means none by itself. What came from the same
    /// source may be called otherwise now: then it is the one that had the code, or the time and the room, or is of the same
    /// people on the same day.
    pub fn all(
        &self,
        pasted: &Pasted,
        plan: &Plan,
        (times, known, source): (&[When], &Known, &str),
    ) -> Vec<Option<SessionId>> {
        let at = |index: usize| if let When::At(at) = &times[index] { Some(*at) } else { None };
        let rows = || pasted.rows().iter().enumerate().filter_map(|(index, row)| Some((index, row, at(index)?)));
        let mut meant = vec![None; times.len()];
        for (index, row, at) in rows() {
            let cell = |field| pasted.cell(row, field);
            // What has come from elsewhere, and is on another day, is only called alike.
            let may_be = |id: &SessionId| {
                let Some(session) = plan.sessions().get(*id).filter(|_| !source.is_empty()) else { return true };
                let day = session.span().map(|span| span.start.date());
                came_from(session, source) || day.is_none() || at.day.is_none() || day == at.day
            };
            let found = self.find(plan, cell(Field::Id), cell(Field::Title), at.day.zip(at.start));
            meant[index] = found.filter(may_be);
        }
        let mut taken: HashSet<SessionId> = meant.iter().flatten().copied().collect();
        let free = plan.sessions().iter().filter(|row| came_from(row, source) && !taken.contains(&row.id));
        let free: Vec<&Session> = free.map(|row| &**row).collect();
        if free.is_empty() {
            return meant;
        }
        let again = Again::new(&free);
        for way in Way::ALL {
            for (index, row, at) in rows() {
                if meant[index].is_some() {
                    continue;
                }
                let found = again.found(way, (pasted, row, at), known);
                let others = found.into_iter().filter(|id| !taken.contains(id));
                let mut found =
                    others.filter(|&id| may_be_called_otherwise(plan, id, pasted.cell(row, Field::People), known));
                if let (Some(only), None) = (found.next(), found.next()) {
                    meant[index] = Some(only);
                    taken.insert(only);
                }
            }
        }
        meant
    }

    /// The session of this code, else the only one of this title, else the one of that title which begins then.
    pub fn find(&self, plan: &Plan, id: &str, title: &str, start: Option<(NaiveDate, u16)>) -> Option<SessionId> {
        let coded = id.parse().ok().filter(|&id: &SessionId| plan.sessions().contains(id));
        coded.or_else(|| {
            let title = key(title);
            let ids = self.by_title.get(&title)?;
            match ids[..] {
                [only] if !self.repeated.contains(&title) => Some(only),
                _ => ids.iter().copied().find(|&id| {
                    let span = plan.sessions().get(id).and_then(|session| session.span());
                    span.is_some_and(|span| {
                        start == Some((span.start.date(), u16::try_from(span.start.minute_of_day()).unwrap_or(0)))
                    })
                }),
            }
        })
    }
}

/// Whether a session can be what a row means that has another title: not where both have people, and nobody in common. What stands
/// in the place of something else is something else.
fn may_be_called_otherwise(plan: &Plan, id: SessionId, people: &str, known: &Known) -> bool {
    let named = values::people(people);
    let Some(session) = plan.sessions().get(id).filter(|session| !session.people.is_empty() && !named.is_empty())
    else {
        return true;
    };
    let is_there = |person: PersonId| session.people.iter().any(|part| part.person == person);
    named.iter().filter_map(|named| known.person(&named.name)).any(is_there)
}
