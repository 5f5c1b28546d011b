//! A session as a block of a view: everything that can be done to it there, whatever it looks like.

use egui::{Id, Rect, Response, Role, Sense, Ui};

use crate::app::context::ViewContext;
use crate::app::gesture::{Gesture, Surface};
use crate::app::widget::focus;
use crate::app::widget::session::as_session;
use crate::app::widget::tips;
use crate::model::Session;

/// Makes a block of a session that can be selected and dragged, has a menu and a tip, and says what it is. `rect` is what
/// shows of it; `id` is for a further block of the same session. The first of them is the session itself: it keeps the
/// keyboard when it moves.
pub fn session_response(
    ui: &Ui,
    cx: &ViewContext<'_>,
    gesture: &mut Gesture,
    (session, surface): (&Session, &dyn Surface),
    (rect, id): (Rect, Id),
) -> Response {
    let own = focus::session_id(session.id);
    let is_known = ui.ctx().viewport(|viewport| viewport.this_pass.widgets.contains(own));
    let id = if is_known { id } else { own };
    let response = ui.interact(rect, id, Sense::click_and_drag());
    as_session(&response, cx, session, Role::Button);
    gesture.block(cx, session, &response, surface);
    if response.hovered() && !gesture.is_dragging() {
        tips::session_tip(&response, cx, session);
    }
    response
}
