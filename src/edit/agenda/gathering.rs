//! Sessions that were items: what stands as many short sessions becomes one session with an agenda.

use std::collections::BTreeSet;

use crate::edit::free_ids::{FreeIds, FreeSessionIds};
use crate::edit::refusal::Refusal;
use crate::edit::remove::{remove_rows, stays};
use crate::model::{
    AgendaItem, CivilTime, ItemKind, Length, LocalText, Patch, Placement, Plan, Podium, Referrers, RowId, Session,
    SessionId, SessionKind, Statement,
};

use super::STEM;

/// The session that takes the place of some: from when the first begins to when the last ends, with all who take part in
/// them; `None` where they are not of one event and one day, or one of them stays what it is: it is pinned, or the world
/// has been told of it. What has no place is not among them.
#[must_use]
pub fn sitting_of(plan: &Plan, ids: &[SessionId]) -> Option<Session> {
    let sessions = in_order(plan, ids);
    // What takes the longest says best what they are together; of several, the first.
    let meetings = sessions.iter().rev().filter(|session| session.kind != SessionKind::Break);
    let main = *meetings.max_by_key(|session| session.length().mins()).or(sessions.first())?;
    let (start, end) =
        (sessions.first()?.span()?.start, sessions.iter().filter_map(|row| row.span()).map(|s| s.end).max()?);
    let is_with = |row: &&Session| {
        let is_there = row.span().is_some_and(|span| span.start.date() == start.date());
        row.event == main.event && is_there && !row.pinned && !stays(plan, row.id.into())
    };
    if sessions.len() < 2 || !sessions.iter().all(is_with) {
        return None;
    }
    let mut sitting = Session {
        id: FreeSessionIds::new(plan).like(main.id),
        title: LocalText::default(),
        number: None,
        held: None,
        podium: Podium::default(),
        issued: None,
        agenda_continues: main.agenda_continues.filter(|id| !ids.contains(id)),
        after: Vec::new(),
        remarks: String::new(),
        sources: Vec::new(),
        ..main.clone()
    };
    for session in sessions.iter().filter(|session| session.kind != SessionKind::Break) {
        sitting.languages = sitting.languages.iter().chain(session.languages.iter()).collect();
        add(&mut sitting.people, &session.people);
        add(&mut sitting.documents, &session.documents);
        add(&mut sitting.topics, &session.topics);
        // What a session comes after that is not among them, all of them come after.
        let before: Vec<_> = session.after.iter().copied().filter(|id| !ids.contains(id)).collect();
        add(&mut sitting.after, &before);
        add(&mut sitting.sources, &session.sources);
        sitting.webcast |= session.webcast;
        sitting.captioned |= session.captioned;
    }
    let mut rooms = Vec::new();
    for session in &sessions {
        add(&mut rooms, session.rooms());
    }
    let length = Length::from_mins(end.mins_since(start).into()).ok()?;
    sitting.planned_length = length;
    sitting.placement = Some(Placement { start, length, rooms });
    Some(sitting)
}

/// Makes items of sessions.
pub(super) fn gather(
    plan: &Plan,
    referrers: &dyn Referrers,
    (ids, sitting): (&[SessionId], &Session),
    patch: &mut Patch,
) -> Result<(), Refusal> {
    for &id in ids {
        super::has(plan, id)?;
        // What the world has been told of can not become an item in silence.
        if stays(plan, id.into()) {
            return Err(Refusal::Issued(id.into()));
        }
    }
    let sessions = in_order(plan, ids);
    let rows: Vec<RowId> = ids.iter().map(|&id| id.into()).collect();
    *patch = remove_rows(plan, referrers, &rows);
    // What comes after one of them comes after all of them, and what goes on with the agenda of one does with theirs.
    let targets = rows.iter().copied().collect();
    let mut later = BTreeSet::new();
    referrers.each_referrer(&targets, &mut |row, _| {
        if let RowId::Session(id) = row
            && !ids.contains(&id)
        {
            later.insert(id);
        }
    });
    for id in later {
        let Some(was) = plan.sessions().get(id) else { continue };
        let Some(now) = patch.after(plan, id) else { continue };
        let mut now = Session::clone(now);
        if was.after.iter().any(|id| ids.contains(id)) {
            now.after.push(sitting.id);
        }
        if was.agenda_continues.is_some_and(|id| ids.contains(&id)) {
            now.agenda_continues = Some(sitting.id);
        }
        patch.put(plan, now);
    }
    patch.put(plan, sitting.clone());
    let start = sitting.span().map(|span| span.start);
    let mut due = start;
    let mut free = FreeIds::new(plan.items(), STEM);
    let mut order = 0;
    for session in sessions {
        order += 10;
        let item = item_of(session, (sitting, free.give(), order), (start, due));
        due = session.span().map(|span| span.end).or(due);
        // What was taken in it is taken here.
        for taken in crate::model::agenda::taken(plan, referrers, session.id) {
            order += 10;
            match super::moved(plan, taken, sitting.id) {
                super::Taken::Item(row) => {
                    let level = (row.level + 1).min(AgendaItem::DEEPEST);
                    patch.put(plan, AgendaItem { order, level, fixed_mins: None, ..AgendaItem::clone(&row) });
                }
                super::Taken::Statement(row) => patch.put(plan, Statement { order, ..Statement::clone(&row) }),
            }
        }
        patch.put(plan, item);
    }
    Ok(())
}

/// The item that a session becomes. `start` is when the sitting begins, `due` when the item would be due by itself.
fn item_of(
    session: &Session,
    (sitting, id, order): (&Session, crate::model::AgendaItemId, i32),
    (start, due): (Option<CivilTime>, Option<CivilTime>),
) -> AgendaItem {
    let kind = match session.kind {
        SessionKind::Break => ItemKind::Pause,
        SessionKind::Keynote | SessionKind::Talk | SessionKind::Poster => ItemKind::Talk,
        SessionKind::Statements => ItemKind::Statement,
        _ => ItemKind::Item,
    };
    let begins = session.span().map(|span| span.start);
    let is_fixed = begins.is_some() && (kind == ItemKind::Pause || begins != due);
    let fixed = begins.zip(start).map(|(begins, start)| begins.mins_since(start)).filter(|_| is_fixed);
    let presenters: Vec<_> = session.bodies.iter().copied().filter(|body| !sitting.bodies.contains(body)).collect();
    AgendaItem {
        order,
        kind,
        title: session.title.clone(),
        presentation_secs: u32::try_from(session.length().mins())
            .unwrap_or(0)
            .saturating_mul(60)
            .min(AgendaItem::MOST_SECS),
        fixed_mins: fixed.and_then(|mins| u32::try_from(mins).ok()),
        speakers: session.people.iter().map(|part| part.person).collect(),
        presenters,
        topics: session.topics.clone(),
        documents: session.documents.clone(),
        remarks: session.remarks.clone(),
        sources: session.sources.clone(),
        ..AgendaItem::new(id, sitting.id)
    }
}

fn in_order<'a>(plan: &'a Plan, ids: &[SessionId]) -> Vec<&'a Session> {
    let mut sessions: Vec<&Session> = ids.iter().filter_map(|&id| plan.sessions().get(id)).map(|row| &**row).collect();
    sessions.sort_by_key(|row| (row.span().is_none(), row.span().map(|span| span.start), row.id));
    sessions.dedup_by_key(|row| row.id);
    sessions
}

fn add<T: PartialEq + Clone>(all: &mut Vec<T>, more: &[T]) {
    for each in more {
        if !all.contains(each) {
            all.push(each.clone());
        }
    }
}
