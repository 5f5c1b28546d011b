//! What every session on the screen is to the pointer, the keyboard and screen readers, whatever it looks like.

use egui::{Response, Role, WidgetInfo};

use crate::app::context::ViewContext;
use crate::app::phrases;
use crate::app::widget::{focus, menus};
use crate::model::Session;

/// To be called for each place in which a session is shown: says what it is and whether it is selected, lets keys mean
/// sessions while it has the keyboard, and opens the menu of sessions. Answers whether it is selected.
pub fn as_session(response: &Response, cx: &ViewContext<'_>, session: &Session, role: Role) -> bool {
    let selected = cx.selection.contains(session.id);
    response.widget_info(|| WidgetInfo::selected(role, true, selected, phrases::spoken(cx, session)));
    focus::lends_to_session(response, session.id);
    menus::session_context_menu(response, cx, session.id);
    selected
}
