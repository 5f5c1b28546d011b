//! Copying, cutting and pasting sessions. What goes to the clipboard of the system is one text: a table in a spreadsheet,
//! words in a mail, and sessions in this plan or in another one. Within the plan it came from, it stands for the sessions
//! themselves, and what was cut moves in one step.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Context, ViewportCommand};

use super::Desk;
use crate::app::action::Message;
use crate::app::gesture::Spot;
use crate::app::paint::lanes::LaneKey;
use crate::app::selection::Selection;
use crate::edit::{Command, placing};
use crate::exchange::incoming::{Copied, copied_text};
use crate::model::{CivilTime, Placement, RoomId, Session, SessionId};
use crate::texts::{Value, tid};

/// The system answers within so many seconds; what is pasted later was asked for elsewhere.
const ANSWERS_WITHIN: f64 = 2.0;

/// What was copied last from the plan that is open.
#[derive(Debug, Default)]
pub(super) struct Clipboard {
    /// The text that stands for it.
    text: String,
    ids: Vec<SessionId>,
    /// Whether it moves when it is pasted.
    is_cut: bool,
    /// Where it is to be pasted, and when that was said in a menu, in seconds.
    spot: Option<(Spot, f64)>,
}

impl Desk {
    /// Puts what is selected on the clipboard; what is cut goes when it is pasted.
    pub(super) fn copy(&mut self, ctx: &Context, is_cut: bool) {
        let ids: Vec<SessionId> = self.selection().sessions.iter().copied().collect();
        if ids.is_empty() {
            return;
        }
        let language = self.screen.settings.title_language();
        let text = copied_text(self.plan(), ids.iter().copied(), (&self.screen.texts, language));
        ctx.copy_text(text.clone());
        let what = self.screen.texts.text_with("step-sessions", &[("count", Value::from(ids.len()))]);
        let id = if is_cut { tid("notice-cut") } else { tid("notice-on-clipboard") };
        let told = self.screen.texts.text_with(id, &[("what", Value::from(&what))]);
        self.notices.tell(Message { text: told, is_error: false });
        self.opened.clipboard = Clipboard { text, ids, is_cut, spot: None };
    }

    /// Asks the system for what is on its clipboard, to be pasted where a menu was opened or where the pointer is.
    pub(super) fn ask_to_paste(&mut self, ctx: &Context, spot: Option<Spot>) {
        let now = ctx.input(|input| input.time);
        self.opened.clipboard.spot = spot.map(|spot| (spot, now));
        ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
    }

    /// Pastes sessions; whether the text is such.
    pub(super) fn paste_sessions(&mut self, ctx: &Context, text: &str) -> bool {
        let now = ctx.input(|input| input.time);
        let asked = self.opened.clipboard.spot.take().filter(|(_, asked)| now - asked < ANSWERS_WITHIN);
        let spot = asked.map(|(spot, _)| spot).or_else(|| self.opened.gesture.pointed());
        // Some systems end lines in their own way.
        let is_own = !self.opened.clipboard.text.is_empty() && same_lines(text, &self.opened.clipboard.text);
        if is_own && let Some(command) = self.own_paste(spot) {
            let shown = match &command {
                Command::Place(moves) => Some(moves.iter().map(|&(id, _)| id).collect::<Vec<_>>()),
                _ => None,
            };
            let Some(change) = self.perform(&command) else { return true };
            if shown.is_some() {
                self.opened.clipboard.is_cut = false;
            }
            let new = shown.unwrap_or_else(|| change.patch.changes::<Session>().map(|(id, _)| id).collect());
            self.select_pasted(new);
            return true;
        }
        let Some(copied) = Copied::read(text) else { return false };
        let later = copied.first().map_or(0, |first| self.later(first, spot));
        let room = spot.and_then(|spot| if let Some(LaneKey::Room(room)) = spot.lane { Some(room) } else { None });
        let Some((command, left_out)) = copied.command(self.plan(), later, room) else {
            self.refuse(tid("session-needs-event"));
            return true;
        };
        let Some(change) = self.perform(&command) else { return true };
        let new: Vec<SessionId> = change.patch.changes::<Session>().map(|(id, _)| id).collect();
        self.select_pasted(new);
        if !left_out.is_empty() {
            let names = left_out.join(", ");
            let text = self.screen.texts.text_with("clipboard-left-out", &[("names", Value::from(&names))]);
            self.notices.tell(Message { text, is_error: true });
        }
        true
    }

    fn select_pasted(&mut self, ids: Vec<SessionId>) {
        let first = ids.iter().copied().min_by_key(|&id| {
            self.plan().sessions().get(id).and_then(|session| session.span()).map_or(CivilTime::MAX, |span| span.start)
        });
        self.opened.chosen.selection = Selection::sessions(ids);
        if let Some(first) = first {
            self.reveal(first.into());
        }
    }

    /// The command that pastes what was copied from this plan; `None` where nothing of it is left.
    fn own_paste(&self, spot: Option<Spot>) -> Option<Command> {
        let (plan, clipboard) = (self.plan(), &self.opened.clipboard);
        let sessions: Vec<_> = clipboard.ids.iter().filter_map(|&id| plan.sessions().get(id)).collect();
        let placed = || sessions.iter().filter_map(|session| Some((session.id, session.placement.as_ref()?)));
        if sessions.is_empty() {
            return None;
        }
        let first = placed().map(|(_, at)| at.start).min();
        let mut later = first.map_or(0, |first| self.later(first, spot));
        if later == 0 && !clipboard.is_cut {
            // Not upon themselves, but right after.
            let whole = placed().map(|(_, at)| at.span()).reduce(crate::model::Span::hull);
            later = whole.map_or(0, |whole| whole.mins());
        }
        let room = spot.and_then(|spot| room_under(spot, placed().map(|(_, at)| at.rooms.as_slice())));
        let pasted = |at: &Placement| {
            let at = placing::shifted(at, later);
            match room {
                Some(room) => placing::in_rooms(&at, [room]),
                None => at,
            }
        };
        let end = placed().map(|(_, at)| pasted(at).end()).max();
        let waiting = spot.map(|spot| placed_from(end.unwrap_or(self.time_at(spot)), spot, &sessions));
        let waiting = waiting.unwrap_or_default();
        Some(if clipboard.is_cut {
            Command::Place(placed().map(|(id, at)| (id, pasted(at))).chain(waiting).collect())
        } else {
            let waiting: BTreeMap<SessionId, Placement> = waiting.into_iter().collect();
            let place = |session: &Session| {
                session.placement.as_ref().map(pasted).or_else(|| waiting.get(&session.id).cloned())
            };
            Command::Duplicate(sessions.iter().map(|session| (session.id, place(session))).collect())
        })
    }

    /// The time at a spot, on the grid of times.
    fn time_at(&self, spot: Spot) -> CivilTime {
        CivilTime::from_minutes(spot.minutes.round() as i64).snapped(self.screen.settings.snap_mins)
    }

    /// How much later the first of them would begin: at the pointer, else at its hour on the day in sight.
    fn later(&self, first: CivilTime, spot: Option<Spot>) -> i32 {
        match spot {
            Some(spot) => self.time_at(spot).mins_since(first),
            None => {
                let day = self.opened.date.unwrap_or(first.date());
                CivilTime::midnight(day).plus_mins(first.minute_of_day()).mins_since(first)
            }
        }
    }
}

/// Where those of them that wait come to be: one after another from a time on, in the room of the spot or in those that
/// they are wished to be in.
fn placed_from(from: CivilTime, spot: Spot, sessions: &[&Arc<Session>]) -> Vec<(SessionId, Placement)> {
    let mut start = from;
    let place = |session: &&Arc<Session>| {
        let rooms = match spot.lane {
            Some(LaneKey::Room(room)) => vec![room],
            _ => session.wish.rooms.clone(),
        };
        let at = Placement { start, length: session.planned_length, rooms };
        start = at.end();
        (session.id, at)
    };
    sessions.iter().filter(|session| session.placement.is_none()).map(place).collect()
}

/// The room of the lane there, where all of them are in one room.
fn room_under<'a>(spot: Spot, mut rooms: impl Iterator<Item = &'a [RoomId]>) -> Option<RoomId> {
    let Some(LaneKey::Room(room)) = spot.lane else { return None };
    let first = rooms.next()?;
    (first.len() <= 1 && rooms.all(|others| others == first)).then_some(room)
}

/// Whether two texts are the same but for how their lines end.
fn same_lines(one: &str, other: &str) -> bool {
    one.trim_end().lines().eq(other.trim_end().lines())
}
