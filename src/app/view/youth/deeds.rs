//! What is done to elements and groups, as commands. Each is a change of one session.

use crate::app::action::{Action, Message};
use crate::app::context::ViewContext;
use crate::edit::Command;
use crate::model::{LocalText, Session, SessionId, VisitGroup, YouthElement};
use crate::texts::{Value, typed as read};

use super::known::{DEPARTS, GROUPS, GroupKey, NAME, PEOPLE, RETURNS, SEATS};

/// What was typed can not stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unknown;

/// A session that serves an element, or does not any more.
pub fn toggled(cx: &ViewContext<'_>, session: SessionId, element: YouthElement) -> Option<Command> {
    let known = cx.plan.sessions().get(session)?;
    let elements = known.elements.with(element, !known.elements.contains(element));
    Some(Command::Put(Session { elements, ..Session::clone(known) }.into()))
}

/// A visit with one group more: which, what it is called, and the command.
pub fn added(cx: &ViewContext<'_>, visit: SessionId) -> Option<(GroupKey, String, Command)> {
    let mut session = Session::clone(cx.plan.sessions().get(visit)?);
    let name = cx.text("youth-new-group").to_owned();
    let title = LocalText::one(cx.settings.title_language(), &name);
    session.groups.push(VisitGroup { name: title, ..VisitGroup::default() });
    let key = (visit, session.groups.len() - 1);
    Some((key, name, Command::Put(session.into())))
}

/// A visit without one of its groups.
pub fn removed(cx: &ViewContext<'_>, (visit, at): GroupKey) -> Option<Command> {
    let mut session = Session::clone(cx.plan.sessions().get(visit)?);
    (at < session.groups.len()).then(|| drop(session.groups.remove(at)))?;
    Some(Command::Put(session.into()))
}

/// What typing in a cell of a group does; nothing where it changes nothing.
pub fn typed(
    cx: &ViewContext<'_>,
    (visit, at): GroupKey,
    column: usize,
    text: &str,
) -> Result<Option<Command>, Unknown> {
    let Some(known) = cx.plan.sessions().get(visit) else { return Ok(None) };
    let mut session = Session::clone(known);
    let Some(group) = session.groups.get_mut(at) else { return Ok(None) };
    let text = text.trim();
    let count = || read::count(text).map_err(|()| Unknown);
    let clock = || if text.is_empty() { Ok(None) } else { read::start(text).map(Some).ok_or(Unknown) };
    match column {
        NAME => group.name.set(cx.settings.title_language(), text),
        PEOPLE => group.people = count()?,
        DEPARTS => group.departs = clock()?,
        RETURNS => group.returns = clock()?,
        SEATS => group.seats = count()?,
        _ => return Ok(None),
    }
    Ok((session != **known).then(|| Command::Put(session.into())))
}

/// Does what was typed, or says that it can not stand there.
pub fn take(cx: &ViewContext<'_>, column: usize, done: Result<Option<Command>, Unknown>, text: &str) {
    match done {
        Ok(Some(command)) => cx.perform(command),
        Ok(None) => {}
        Err(Unknown) => {
            let name = GROUPS.get(column).map_or("", |head| cx.text(head.name));
            let values = [("text", Value::from(text)), ("column", Value::from(name))];
            let text = cx.texts.text_with("registers-unknown", &values);
            cx.act(Action::Tell(Message { text, is_error: true }));
        }
    }
}
