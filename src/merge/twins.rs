//! Rows that two people made apart and that got the same name: each of two colleagues makes a session, and both are
//! called S51. They are two, so theirs gets a free name, and what they made refers to it by that. And the other way round: a
//! session that both made under two names is one.

use std::collections::{BTreeMap, HashMap};

use super::fields::{self, Merges};
use crate::model::{
    AgendaItem, Body, Change, ChangeRecord, Comment, Delegate, Document, Event, Id, Note, OwnField, OwnKind, OwnRank,
    Patch, Person, Plan, Post, Release, Room, RoomRequest, RowId, RuleChoice, Session, Statement, Team, Topic, Waiver,
    for_each_table,
};

/// Old names with new ones.
pub(super) type Renamed = BTreeMap<RowId, RowId>;

/// What they did, with other names for what they made where something else has the name here.
pub(super) fn told_apart(base: &Plan, ours: &Plan, theirs: &Plan) -> (Patch, Renamed) {
    let told = Patch::between(base, theirs);
    let mut renamed = made_twice(base, ours, theirs);
    macro_rules! find {
        ($table:ident $row:ident) => {
            for (id, change) in told.changes::<$row>() {
                let (None, Some(row)) = (&change.before, &change.after) else { continue };
                let Some(other) = ours.$table().get(id) else { continue };
                // What has come here before, as far as it could, is no other row.
                let has_come = ours.undecided().contains(id.into()) || renamed.contains_key(&id.into());
                if !has_come && !fields::is_same(&**other, &**row) && !other.is_twin(row) {
                    let new = free_id(&**row, [base, ours, theirs], &renamed);
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
    let start = |session: &Session| session.span().map(|span| span.start);
    let mut by_start: HashMap<_, Vec<&Session>> = HashMap::new();
    for session in ours.sessions().iter().map(|row| &**row).filter(is_new) {
        by_start.entry(start(session)).or_default().push(session);
    }
    let mut renamed = Renamed::new();
    for session in theirs.sessions().iter().map(|row| &**row).filter(is_new) {
        let is_it = |plan: &Plan, id, other: &Session| plan.sessions().get(id).is_some_and(|row| row.is_twin(other));
        // What has one name on both sides is no question.
        if is_it(ours, session.id, session) {
            continue;
        }
        let others = by_start.get(&start(session)).into_iter().flatten();
        let mut twins = others.filter(|other| {
            let is_given = renamed.values().any(|&given| given == RowId::from(other.id));
            other.is_twin(session) && !is_given && !is_it(theirs, other.id, other)
        });
        if let Some(twin) = twins.next() {
            renamed.insert(session.id.into(), twin.id.into());
        }
    }
    renamed
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

/// A name like the one that the row has and that no plan knows; or the one under which it came here before.
fn free_id<R: Merges>(row: &R, [base, ours, theirs]: [&Plan; 3], renamed: &Renamed) -> Id<R>
where
    RowId: From<Id<R>>,
{
    let is_taken = |id: Id<R>| {
        let is_known = |plan: &Plan| R::of_plan(plan).contains(id);
        let has_come = |other: &R| {
            let row = led(row, Some(id), renamed);
            fields::is_same(other, &row) || other.is_twin(&row)
        };
        let is_it =
            !is_known(base) && !is_known(theirs) && R::of_plan(ours).get(id).is_some_and(|other| has_come(other));
        let is_given = renamed.values().any(|&new| new == id.into());
        is_given || !is_it && [base, ours, theirs].into_iter().any(is_known)
    };
    let name = row.id();
    let stem = name.as_str().trim_end_matches(|c: char| c.is_ascii_digit());
    let number = name.as_str()[stem.len()..].parse::<u32>().unwrap_or(0);
    // So that a number still fits behind it.
    let stem = &stem[..stem.len().min(Id::<R>::MAX_LEN - 10)];
    Id::numbered(stem, number.saturating_add(1), is_taken)
}
