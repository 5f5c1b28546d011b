//! Rows that two people made apart and that got the same name: each of two colleagues makes a session, and both are
//! called S51. They are two, so theirs gets a free name, and what they made refers to it by that. And the other way round: a
//! session that both made under two names is one.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::ops::Range;

use super::fields::{self, Merges};
use crate::model::{
    AgendaItem, Body, Change, ChangeRecord, CivilTime, Comment, Delegate, Document, Event, EventId, Id, Language, Note,
    OwnField, OwnKind, OwnRank, Patch, Person, Plan, Post, Release, Room, RoomRequest, RowId, RowKind, RuleChoice,
    Session, SessionId, Statement, Team, Topic, Waiver, for_each_table,
};

/// Old names with new ones.
pub(super) type Renamed = BTreeMap<RowId, RowId>;

/// What they did, with other names for what they made where something else has the name here.
pub(super) fn told_apart(base: &Plan, ours: &Plan, theirs: &Plan) -> (Patch, Renamed) {
    let told = Patch::between(base, theirs);
    let mut renamed = made_twice(base, ours, theirs);
    let mut given = Given { rows: renamed.values().copied().collect(), ..Given::default() };
    macro_rules! find {
        ($table:ident $row:ident) => {
            for (id, change) in told.changes::<$row>() {
                let (None, Some(row)) = (&change.before, &change.after) else { continue };
                let Some(other) = ours.$table().get(id) else { continue };
                // What has come here before, as far as it could, is no other row.
                let has_come = ours.undecided().contains(id.into()) || renamed.contains_key(&id.into());
                if !has_come && !fields::is_same(&**other, &**row) && !other.is_twin(row) {
                    let new = given.free_id(&**row, [base, ours, theirs], &renamed);
                    renamed.insert(id.into(), new.into());
                }
            }
        };
    }
    for_each_table!(find);
    if renamed.is_empty() {
        return (told, renamed);
    }
    let mut apart = Patch::default();
    if let Some(change) = told.header_change() {
        apart.tell_header(change.clone());
    }
    macro_rules! rename {
        ($table:ident $row:ident) => {
            for (id, change) in told.changes::<$row>() {
                let is_new = change.before.is_none();
                let new = renamed.get(&id.into()).and_then(|&row| Id::try_from(row).ok()).filter(|_| is_new);
                let after = change.after.as_deref().map(|row| led(row, new, &renamed));
                apart.tell(new.unwrap_or(id), Change { before: change.before.clone(), after: after.map(Into::into) });
            }
        };
    }
    for_each_table!(rename);
    (apart, renamed)
}

/// Sessions that both sides made, of one title and for one time, under two names: theirs with those they have here. Whoever
/// merges, it is one session, and where it differs somebody decides.
fn made_twice(base: &Plan, ours: &Plan, theirs: &Plan) -> Renamed {
    let is_new = |session: &&Session| !base.sessions().contains(session.id);
    // What has one name on both sides is no question.
    let has_come =
        |plan: &Plan, session: &Session| plan.sessions().get(session.id).is_some_and(|row| row.is_twin(session));
    let ours_only = ours.sessions().iter().map(|row| &**row).filter(|row| is_new(row) && !has_come(theirs, row));
    let mut by_mark: HashMap<Mark<'_>, VecDeque<SessionId>> = HashMap::new();
    for session in ours_only {
        for mark in marks(session) {
            by_mark.entry(mark).or_default().push_back(session.id);
        }
    }
    let (mut renamed, mut given) = (Renamed::new(), HashSet::new());
    for session in theirs.sessions().iter().map(|row| &**row).filter(|row| is_new(row) && !has_come(ours, row)) {
        let mut first_free = |mark| {
            let twins = by_mark.get_mut(&mark)?;
            while twins.pop_front_if(|twin| given.contains(twin)).is_some() {}
            twins.front().copied()
        };
        if let Some(twin) = marks(session).filter_map(&mut first_free).min() {
            renamed.insert(session.id.into(), twin.into());
            given.insert(twin);
        }
    }
    renamed
}

/// By what a session is known as one that somebody else made as well: when it is, or in which event it waits for a time, and
/// what it is called in a language.
type Mark<'a> = (Result<CivilTime, EventId>, Language, &'a str);

fn marks(session: &Session) -> impl Iterator<Item = Mark<'_>> {
    let place = session.span().map(|span| span.start).ok_or(session.event);
    session.title.iter().map(move |(language, title)| (place, language, title))
}

/// The row under its new name, if it has one, with the new names of what it refers to.
fn led<R: Merges>(row: &R, new: Option<Id<R>>, renamed: &Renamed) -> R {
    let to = |row| Some(renamed.get(&row).copied().unwrap_or(row));
    let mut led = fields::redirected(row, &to).unwrap_or_else(|| row.clone());
    if let Some(id) = new {
        led.rename(id);
    }
    led
}

/// The names that are given in one merge.
#[derive(Default)]
struct Given {
    rows: HashSet<RowId>,
    /// Behind which stem which numbers nobody can have any more, so that they are passed over at once.
    passed: HashMap<(RowKind, String), Range<u32>>,
}

impl Given {
    /// A name like the one that the row has and that no plan knows; or the one under which it came here before.
    fn free_id<R: Merges>(&mut self, row: &R, [base, ours, theirs]: [&Plan; 3], renamed: &Renamed) -> Id<R>
    where
        RowId: From<Id<R>>,
    {
        let rows = &self.rows;
        let is_gone =
            |id: Id<R>| rows.contains(&id.into()) || R::of_plan(base).contains(id) || R::of_plan(theirs).contains(id);
        // What it refers to is the same under each name.
        let led = led(row, None, renamed);
        let has_come = |other: &R| other.is_twin(&led) || fields::is_same(other, &led);
        let is_taken = |id: Id<R>| is_gone(id) || R::of_plan(ours).get(id).is_some_and(|other| !has_come(other));
        let name = row.id();
        let stem = name.as_str().trim_end_matches(|c: char| c.is_ascii_digit());
        let number = name.as_str()[stem.len()..].parse::<u32>().unwrap_or(0);
        // So that a number still fits behind it.
        let stem = &stem[..stem.len().min(Id::<R>::MAX_LEN - 10)];
        let first = number.saturating_add(1);
        let passed = self.passed.entry((RowId::from(name).kind(), stem.to_owned())).or_default();
        if !passed.contains(&first) {
            *passed = first..first;
        }
        while passed.end < u32::MAX && is_gone(Id::numbered(stem, passed.end, |_| false)) {
            passed.end += 1;
        }
        let id = Id::numbered(stem, passed.end, is_taken);
        self.rows.insert(id.into());
        id
    }
}
