//! What is handed out of meetings that are not for everybody to know: their rooms are taken and called *Reserved*.
//!
//! Who reads a door sign or a table of rooms must see that a room is taken; who meets in it, and about what, is between
//! those who asked and the secretariat.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::edit::{Command, resolve};
use crate::model::{
    Header, Issued, Language, LocalText, Patch, Plan, RoomRequest, RowId, Session, SessionId, SessionKind, Statement,
};
use crate::texts::{Texts, tid};

/// The sessions that are nobody's business: those marked so, and those made of requests which are not public.
#[must_use]
pub fn sessions(plan: &Plan) -> BTreeSet<SessionId> {
    let asked = plan.requests().iter().filter(|row| !row.is_public).filter_map(|row| row.session);
    asked.chain(plan.sessions().iter().filter(|row| row.is_reserved).map(|row| row.id)).collect()
}

/// The plan as it is handed out to everybody.
#[must_use]
pub fn shown(plan: &Plan) -> Cow<'_, Plan> {
    let reserved = sessions(plan);
    if reserved.is_empty() && plan.requests().iter().all(|row| row.is_public) {
        return Cow::Borrowed(plan);
    }
    // Rather nothing is handed out than a name.
    Cow::Owned(without(plan, &reserved).unwrap_or_else(|| Plan::new(Header::clone(plan.header()))))
}

fn without(plan: &Plan, reserved: &BTreeSet<SessionId>) -> Option<Plan> {
    let mut shown = plan.clone();
    let items = plan.items().iter().filter(|item| reserved.contains(&item.session));
    let records = plan.records().iter().filter(|record| reserved.contains(&record.session));
    let gone: Vec<RowId> = items.map(|row| row.id.into()).chain(records.map(|row| row.id.into())).collect();
    shown.apply(&resolve(plan, &Command::Remove(gone)).ok()?).ok()?;
    let mut patch = Patch::default();
    for session in reserved.iter().filter_map(|&id| shown.sessions().get(id)) {
        patch.put(&shown, without_names(session));
    }
    let is_there = |id: Option<SessionId>| id.filter(|id| !reserved.contains(id));
    for statement in plan.statements().iter().filter(|row| row.session.is_some() || row.wish.is_some()) {
        let (session, wish) = (is_there(statement.session), is_there(statement.wish));
        patch.put(&shown, Statement { session, wish, ..Statement::clone(statement) });
    }
    for request in plan.requests().iter().filter(|row| !row.is_public) {
        let session = request.session;
        let nobody = RoomRequest { title: name(), session, ..RoomRequest::new(request.id, request.event) };
        patch.put(&shown, nobody);
    }
    shown.apply(&patch).ok()?;
    Some(shown)
}

/// Its time and its room, and that it is reserved.
fn without_names(session: &Session) -> Session {
    let mut shown = Session {
        title: name(),
        placement: session.placement.clone(),
        planned_length: session.planned_length,
        wish: session.wish.clone(),
        status: session.status,
        held: session.held.clone(),
        ..Session::new(session.id, session.event, SessionKind::Other)
    };
    // Calendars are told anew only of what has changed for those who made the plan.
    let told = if session.is_news() { String::new() } else { shown.told() };
    shown.issued = session.issued.as_ref().map(|issued| Issued { told, ..issued.clone() });
    shown
}

/// *Reserved* in the six languages.
fn name() -> LocalText {
    static NAME: LazyLock<LocalText> = LazyLock::new(|| {
        let of = |text: LocalText, language| text.with(language, Texts::new(language).text(tid("handout-reserved")));
        Language::ALL.into_iter().fold(LocalText::default(), of)
    });
    NAME.clone()
}
