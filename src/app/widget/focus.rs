//! Where the keyboard is, for keys that act on sessions: they count while it is nowhere, or on a session in sight.

use egui::{Context, Id, Response};

/// What is remembered from frame to frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Keyboard {
    /// The session, or the ground below sessions, that had the keyboard when it was last drawn.
    session: Option<(Id, u64)>,
    /// What had it at the end of the last frame.
    last: Option<Id>,
}

fn id() -> Id {
    Id::unique("where the keyboard is")
}

/// To be called for every session that can have the keyboard, and for the ground below them.
pub fn lends_to_sessions(response: &Response) {
    if response.has_focus() {
        let session = Some((response.id, response.ctx.cumulative_pass_nr()));
        response.ctx.data_mut(|data| data.get_temp_mut_or_default::<Keyboard>(id()).session = session);
    }
}

/// To be called at the end of each frame.
pub fn end_frame(ctx: &Context) {
    let last = ctx.memory(|memory| memory.focused());
    ctx.data_mut(|data| data.get_temp_mut_or_default::<Keyboard>(id()).last = last);
}

/// Whether keys act on sessions: nothing has the keyboard, or a session that was there in the last frame.
#[must_use]
pub fn is_on_sessions(ctx: &Context) -> bool {
    ctx.memory(|memory| memory.focused()).is_none_or(|focused| is_session(ctx, focused))
}

/// Whether Escape has just taken the keyboard away from something that is no session, and so has done its work.
#[must_use]
pub fn was_let_go(ctx: &Context) -> bool {
    let last = ctx.data(|data| data.get_temp::<Keyboard>(id())).and_then(|keyboard| keyboard.last);
    ctx.memory(|memory| memory.focused()).is_none() && last.is_some_and(|last| !is_session(ctx, last))
}

fn is_session(ctx: &Context, focused: Id) -> bool {
    let keyboard = ctx.data(|data| data.get_temp::<Keyboard>(id())).unwrap_or_default();
    keyboard.session.is_some_and(|(session, pass)| session == focused && pass + 2 > ctx.cumulative_pass_nr())
}
