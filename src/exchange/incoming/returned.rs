//! A table of sessions that was handed out by the same plan and comes back: only cells that somebody has touched say
//! something, and what the plan has lost since is made again as it was.

use std::collections::{BTreeMap, HashSet};

use super::grid::GridRow;
use super::own::OwnColumn;
use super::sheets::Sheet;
use super::values::Days;
use crate::exchange::carried::{Carried, mark, plan_mark, unquoted};
use crate::exchange::table;
use crate::model::{
    Holder, Id, Kind, LanguageSet, Length, Participation, Placement, Plan, Role, Row, Session, SessionId, SessionKind,
    Status, Table, Wish,
};
use crate::texts::names;

/// What the rows of such a table carry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Returned {
    rows: BTreeMap<SessionId, Cells>,
    /// The number of the row with the heads, where there is one.
    pub(super) head: usize,
}

impl Returned {
    /// The session that a row was, made again for a plan that has lost it.
    #[must_use]
    pub fn session(&self, id: SessionId, plan: &Plan) -> Option<Session> {
        let row = self.rows.get(&id)?;
        let text = |column| row.get(&column).map_or("", String::as_str);
        let event = text(Carried::Event).parse().ok().filter(|&event| plan.events().contains(event))?;
        let mut session = Session::new(id, event, SessionKind::Other);
        session.call(plan, kind(text(Carried::Kind), plan));
        session.planned_length = Length::from_mins(text(Carried::Length).parse().ok()?).ok()?;
        let rooms = known(text(Carried::Rooms), plan.rooms());
        match text(Carried::Start).parse() {
            Ok(start) => session.placement = Some(Placement { start, length: session.planned_length, rooms }),
            Err(_) => {
                let (day, minute) = text(Carried::Wish).split_once('/').unwrap_or_default();
                session.wish = Wish { day: day.parse().ok(), minute: minute.parse().ok(), rooms };
            }
        }
        let status = |status: &&Status| names::status(**status).trim_start_matches("status-") == text(Carried::Status);
        session.status = Status::ALL.iter().find(status).copied().unwrap_or(session.status);
        session.bodies = known(text(Carried::Bodies), plan.bodies());
        session.topics = known(text(Carried::Topics), plan.topics());
        session.documents = known(text(Carried::Documents), plan.documents());
        let part = |text: &str| {
            let (person, role) = text.split_once(':')?;
            let is_called = |known: &&Role| names::role(**known).trim_start_matches("role-") == role;
            let person = person.parse().ok().filter(|&person| plan.people().contains(person))?;
            Some(Participation { person, role: *Role::ALL.iter().find(is_called)? })
        };
        session.people = text(Carried::People).split(' ').filter_map(part).collect();
        session.languages =
            text(Carried::Languages).split(' ').filter_map(|code| code.parse().ok()).collect::<LanguageSet>();
        session.expected_attendance = text(Carried::Expected).parse().ok();
        session.link = unquoted(text(Carried::Link)).unwrap_or_default();
        session.remarks = unquoted(text(Carried::Remarks)).unwrap_or_default();
        let flags: Vec<&str> = text(Carried::Flags).split(' ').collect();
        (session.webcast, session.captioned) = (flags.contains(&"webcast"), flags.contains(&"captioned"));
        put_own(&mut session, text(Carried::Own), plan);
        for (column, title) in row {
            if let Carried::Title(language) = column {
                session.title.set(*language, &unquoted(title)?);
            }
        }
        Some(session)
    }

    /// Whether a session is one of these.
    #[must_use]
    pub fn has(&self, id: SessionId) -> bool {
        self.rows.contains_key(&id)
    }
}

/// Puts into a session what it had in own fields that the plan still has.
fn put_own(session: &mut Session, own: &str, plan: &Plan) {
    let held: BTreeMap<String, String> =
        unquoted(own).and_then(|own| serde_json::from_str(&own).ok()).unwrap_or_default();
    let day = plan.events().get(session.event).map(|event| event.dates.first_and_last());
    let days = Days { within: day.unwrap_or_default(), month_first: false };
    for field in plan.fields_of(Holder::Session) {
        let value = held.get(field.id.as_str()).and_then(|text| OwnColumn::new(field, days).copied_value(text));
        session.own.set(field.id, value);
    }
}

/// The rows of one of the tables of a file, and what they carry where this plan has handed it out: then only cells are left that
/// somebody has touched, and the ids of sessions. Ids of another plan are taken out, because here they mean nothing.
#[must_use]
pub fn returning(sheets: &[Sheet], place: usize, plan: &Plan) -> (Vec<GridRow>, Option<Returned>) {
    let mut rows = sheets[place].filled();
    let all = carried_rows(sheets);
    if all.is_empty() {
        return (rows, None);
    }
    let own = plan_mark(plan);
    let identity = |mark: &str| mark.rsplit_once('@').map(|(identity, _)| identity.to_owned());
    let is_own = all.values().all(|row| row.get(&Carried::Plan).is_some_and(|mark| identity(mark) == identity(&own)));
    let id_in = |row: &GridRow, at: usize| -> Option<SessionId> {
        // An id that looks like the beginning of a formula was made harmless.
        table::undefused(row.cells.get(at)?).parse().ok().filter(|id| all.contains_key(id))
    };
    // The rows begin below their heads; the first column with such an id has them.
    let first = rows.iter().take(HEADS).position(|row| (0..row.cells.len()).any(|at| id_in(row, at).is_some()));
    let Some(first) = first else { return (rows, None) };
    let ids = (0..rows[first].cells.len()).find(|&at| id_in(&rows[first], at).is_some()).unwrap_or(0);
    let heads: Vec<String> = first.checked_sub(1).map(|head| rows[head].cells.clone()).unwrap_or_default();
    let machine: Vec<usize> = (0..heads.len()).filter(|&at| Carried::of(&heads[at]).is_some()).collect();
    for row in &mut rows[first.saturating_sub(1)..] {
        let id = id_in(row, ids);
        let carried = id.and_then(|id| all.get(&id));
        for at in &machine {
            if let Some(cell) = row.cells.get_mut(*at) {
                cell.clear();
            }
        }
        let Some(carried) = carried else { continue };
        if !is_own {
            row.cells[ids].clear();
            continue;
        }
        row.cells[ids] = id.map(|id| id.to_string()).unwrap_or_default();
        let seen = carried.get(&Carried::Seen).map_or("", String::as_str);
        let seen: HashSet<&[u8]> = seen.as_bytes().chunks(4).collect();
        for (at, cell) in row.cells.iter_mut().enumerate().filter(|(at, _)| *at != ids) {
            if heads.get(at).is_some_and(|head| seen.contains(mark(head, cell).as_bytes())) {
                cell.clear();
            }
        }
    }
    let head = first.checked_sub(1).map_or(0, |head| rows[head].number);
    (rows, is_own.then_some(Returned { rows: all, head }))
}

/// Heads stand in one of so many rows.
const HEADS: usize = 12;

type Cells = BTreeMap<Carried, String>;

/// What all tables of a file carry, session by session.
fn carried_rows(sheets: &[Sheet]) -> BTreeMap<SessionId, Cells> {
    let mut rows = BTreeMap::new();
    for sheet in sheets {
        let columns = |row: &GridRow| -> Vec<(usize, Carried)> {
            row.cells.iter().enumerate().filter_map(|(at, cell)| Some((at, Carried::of(cell)?))).collect()
        };
        let head = sheet.rows.iter().take(HEADS).position(|row| columns(row).iter().any(|&(_, it)| it == Carried::Id));
        let Some(head) = head else { continue };
        let columns = columns(&sheet.rows[head]);
        for row in &sheet.rows[head + 1..] {
            let cell = |&(at, column): &(usize, Carried)| Some((column, table::undefused(row.cells.get(at)?)));
            let cells: Cells = columns.iter().filter_map(cell).filter(|(_, cell)| !cell.is_empty()).collect();
            if let Some(id) = cells.get(&Carried::Id).and_then(|id| id.parse().ok()) {
                rows.entry(id).or_insert(cells);
            }
        }
    }
    rows
}

/// The kind of this key.
fn kind(key: &str, plan: &Plan) -> Kind {
    let own = key.strip_prefix("own:").and_then(|id| id.parse().ok()).filter(|&id| plan.kinds().contains(id));
    let is_called = |kind: &&SessionKind| names::session_kind(**kind).trim_start_matches("kind-") == key;
    let built_in = SessionKind::ALL.iter().find(is_called).copied().unwrap_or(SessionKind::Other);
    own.map_or(Kind::BuiltIn(built_in), Kind::Own)
}

/// Those of these ids that a table has, each once.
fn known<R: Row>(text: &str, table: &Table<R>) -> Vec<Id<R>> {
    let mut found = Vec::new();
    for id in text.split(' ').filter_map(|id| id.parse().ok()).filter(|&id| table.contains(id)) {
        if !found.contains(&id) {
            found.push(id);
        }
    }
    found
}
