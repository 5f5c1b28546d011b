//! The colour of lanes while sessions are dragged: what letting go there would bring.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use egui::{Color32, Rect};

use crate::check::{Checker, Stretch, Tint};
use crate::model::{RoomId, SessionId, Severity, Span};
use crate::workbench::Generation;

use crate::app::context::ViewContext;
use crate::app::paint::blocks::BlockPainter;
use crate::app::paint::lanes::LaneKey;
use crate::app::style::Theme;

/// Sessions beyond this many move along without a say in the colours; the words beside the ghost count them all.
const MOST: usize = 12;
/// So many days before and after an event can be dropped on in colour.
const MARGIN_DAYS: i32 = 10;

/// The colours for one drag. They are made when it begins, and lane by lane when a lane comes into sight.
#[derive(Debug)]
pub struct DragTint {
    key: (Generation, Vec<SessionId>, bool),
    /// Each session's own tint, and how many minutes later than the grabbed one it begins.
    sessions: Vec<(SessionId, i32, Tint)>,
    /// How far behind the start of the grabbed session the pointer holds it, in minutes.
    grab_mins: i32,
    lanes: RefCell<HashMap<LaneKey, Rc<Vec<Stretch>>>>,
}

impl DragTint {
    /// For the sessions `ids`, with the first as the one that is held `grab_mins` behind its start.
    #[must_use]
    pub fn new(cx: &ViewContext<'_>, ids: &[SessionId], grab_mins: i32, copies: bool) -> Self {
        let checker = cx.workbench.checker();
        let away = if copies { &[] } else { ids };
        let mut first_start = None;
        let mut next = 0;
        let mut sessions = Vec::new();
        for session in ids.iter().take(MOST).filter_map(|&id| cx.plan.sessions().get(id)) {
            let start = session.placement.as_ref().map(|at| at.start);
            let offset = match (start, first_start) {
                (Some(start), Some(first)) => start.mins_since(first),
                _ => next,
            };
            first_start = first_start.or(start);
            next = offset + session.length().mins();
            let Some(event) = cx.plan.events().get(session.event) else { continue };
            let days = event.dates.span();
            let margin = MARGIN_DAYS * 24 * 60;
            let within = Span::new(days.start.plus_mins(-margin), days.end.plus_mins(margin));
            sessions.push((session.id, offset, checker.tint(session, away, within)));
        }
        let key = (cx.workbench.generation(), ids.to_vec(), copies);
        Self { key, sessions, grab_mins, lanes: RefCell::default() }
    }

    /// Whether it still holds for this drag.
    #[must_use]
    pub fn is_for(&self, cx: &ViewContext<'_>, ids: &[SessionId], copies: bool) -> bool {
        (self.key.0, self.key.1.as_slice(), self.key.2) == (cx.workbench.generation(), ids, copies)
    }

    /// The stretches of a lane, where the pointer would be; `rooms` tells the rooms of a session dropped in that lane.
    pub fn lane(&self, checker: &Checker, lane: LaneKey, rooms: impl Fn(SessionId) -> Vec<RoomId>) -> Rc<Vec<Stretch>> {
        if let Some(known) = self.lanes.borrow().get(&lane) {
            return Rc::clone(known);
        }
        let all: Vec<Vec<Stretch>> = self
            .sessions
            .iter()
            .map(|(id, offset, tint)| {
                let shift = self.grab_mins - offset;
                let stretches = checker.stretches(tint, &rooms(*id)).into_iter();
                stretches.map(|(from, to, severity)| (from + shift, to + shift, severity)).collect()
            })
            .collect();
        let merged = Rc::new(worst(all));
        self.lanes.borrow_mut().insert(lane, Rc::clone(&merged));
        merged
    }
}

/// At every time the worst of several lists, for the times that all of them know.
fn worst(mut lists: Vec<Vec<Stretch>>) -> Vec<Stretch> {
    let Some(mut merged) = lists.pop() else { return Vec::new() };
    for list in lists {
        let mut both: Vec<Stretch> = Vec::new();
        let (mut one, mut other) = (merged.iter().peekable(), list.iter().peekable());
        while let (Some(a), Some(b)) = (one.peek(), other.peek()) {
            let (from, to) = (a.0.max(b.0), a.1.min(b.1));
            if from < to {
                both.push((from, to, a.2.max(b.2)));
            }
            if a.1 <= b.1 {
                one.next()
            } else {
                other.next()
            };
        }
        merged = both;
    }
    merged
}

/// Paints one stretch of a lane: colour, and lines that grow denser the worse it is.
pub fn paint(blocks: &mut BlockPainter<'_>, theme: &Theme, rect: Rect, severity: Severity) {
    blocks.rect(rect, theme.tint(severity));
    let (distance, color): (f32, Color32) = match severity {
        Severity::Off | Severity::Hint => return,
        Severity::Warning => (22.0, theme.amber),
        Severity::Error => (9.0, theme.red),
    };
    blocks.hatch(rect, distance, color.gamma_multiply(0.38));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_counts_where_both_are_known() {
        use Severity::{Error, Off, Warning};
        let merged =
            worst(vec![vec![(0, 10, Off), (10, 20, Error), (20, 30, Off)], vec![(5, 15, Warning), (15, 40, Off)]]);
        assert_eq!(merged, [(5, 10, Warning), (10, 15, Error), (15, 20, Error), (20, 30, Off)]);
    }
}
