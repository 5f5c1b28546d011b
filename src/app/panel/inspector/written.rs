//! Comments that are being written and not in the plan yet. What is written belongs to its session and not to the screen, so
//! it is there again when the session is. Nothing here draws.

use std::collections::BTreeMap;

use crate::edit::Command;
use crate::edit::comments;
use crate::model::SessionId;

use crate::app::context::ViewContext;

/// What is being written.
#[derive(Debug, Default)]
pub struct Written {
    /// By session: what is typed, and whether it is to be a to-do.
    pub new: BTreeMap<SessionId, (String, bool)>,
    /// The session whose field shows though it has no comment, and whether that takes the keyboard now.
    pub asked: Option<(SessionId, bool)>,
    /// The session in whose field more was put than a comment can hold.
    pub too_long: Option<SessionId>,
}

impl Written {
    /// Shows the field of a session, and gives it the keyboard.
    pub fn ask(&mut self, id: SessionId) {
        self.asked = Some((id, true));
    }

    /// The next comment that is written and not added, as a command; to be asked for again until there is none.
    pub fn finish(&mut self, cx: &ViewContext<'_>) -> Option<Command> {
        while let Some((id, (text, is_to_do))) = self.new.pop_first() {
            if let Some(command) = added(cx, id, (&text, is_to_do)) {
                return Some(command);
            }
        }
        None
    }
}

/// What adds a comment; `None` where it says nothing or its session is gone.
pub fn added(cx: &ViewContext<'_>, id: SessionId, text: (&str, bool)) -> Option<Command> {
    let new = comments::new_comment(cx.plan, id, text, cx.hand());
    new.filter(|_| cx.plan.sessions().contains(id)).map(|comment| Command::Put(comment.into()))
}
