//! How what a session takes stands to its talks: what opens it, what goes with a talk, what closes a stretch.

use std::ops::Range;

use crate::model::agenda::{self, Due, Part, Running, Taken};
use crate::model::{AgendaItem, ItemKind, Session};

/// What something is beside the talks that can be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It comes before the talks of its stretch.
    Lead,
    /// It is a talk.
    Talk,
    /// It goes with this talk: it stands below it, or is what is asked after it while others follow.
    With(usize),
    /// It comes after the talks of its stretch.
    Trail,
    /// A break at a fixed time.
    Break,
}

/// What a session takes, in its order.
pub(super) struct Standing {
    pub taken: Vec<Taken>,
    pub dues: Vec<Due>,
    parts: Vec<Part>,
    pub roles: Vec<Role>,
}

/// Where something stands in its session: a moment in seconds after its beginning, and what comes first at one.
pub(super) type Place = (i64, i8);

impl Standing {
    /// Of a session.
    pub fn new(session: &Session, taken: Vec<Taken>) -> Self {
        let Running { dues, parts } = agenda::times(Some(session), &taken);
        let mut roles = vec![Role::Break; taken.len()];
        for part in &parts {
            let last = part.slots.clone().rev().find(|&at| is_talk(&taken[at]));
            // The talk that things may go with, and whether there was one.
            let (mut talk, mut is_begun) = (None, false);
            for at in part.slots.clone() {
                let is_asked = taken[at].item().is_some_and(|item| item.kind == ItemKind::Discussion);
                roles[at] = match talk {
                    _ if is_talk(&taken[at]) => Role::Talk,
                    Some(talk) if taken[at].level() > 0 || (is_asked && last > Some(at)) => Role::With(talk),
                    _ if is_begun || (is_asked && last.is_none()) => Role::Trail,
                    _ => Role::Lead,
                };
                is_begun |= roles[at] == Role::Talk;
                talk = match roles[at] {
                    Role::Talk => Some(at),
                    Role::With(talk) => Some(talk),
                    Role::Lead | Role::Trail | Role::Break => None,
                };
            }
        }
        Self { taken, dues, parts, roles }
    }

    /// The talks, with how long each is together with what goes with it, in seconds.
    pub fn talks(&self) -> Vec<(usize, i64)> {
        let mut found: Vec<(usize, i64)> = Vec::new();
        for (at, taken) in self.taken.iter().enumerate() {
            match self.roles[at] {
                Role::Talk => found.push((at, i64::from(taken.secs()))),
                Role::With(talk) => {
                    if let Some(known) = found.iter_mut().find(|known| known.0 == talk) {
                        known.1 += i64::from(taken.secs());
                    }
                }
                Role::Lead | Role::Trail | Role::Break => {}
            }
        }
        found
    }

    /// When talks can be given, in seconds after the session begins: stretch by stretch what is left by what stays, with a
    /// pause of so many seconds after each.
    pub fn windows(&self, pause: i64) -> Vec<Range<i64>> {
        let window = |part: &Part| {
            let of = |role: Role| -> i64 {
                let all = part.slots.clone().filter(|&at| self.roles[at] == role);
                all.map(|at| i64::from(self.taken[at].secs())).filter(|&secs| secs > 0).map(|secs| secs + pause).sum()
            };
            let start = part.start_secs + of(Role::Lead);
            start..(part.end_secs + pause - of(Role::Trail)).max(start)
        };
        self.parts.iter().map(window).collect()
    }

    /// Where each thing stands that is not moved.
    pub fn places(&self) -> Vec<Place> {
        let mut places: Vec<Place> = self.dues.iter().map(|due| (due.start_secs, 0)).collect();
        for part in &self.parts {
            for at in part.slots.clone() {
                places[at] = match self.roles[at] {
                    Role::Trail => (part.end_secs, -1),
                    Role::Break => places[at],
                    Role::Lead => (part.start_secs, 1),
                    Role::Talk => (self.dues[at].start_secs, 2),
                    Role::With(talk) => (self.dues[talk].start_secs, 2),
                };
            }
        }
        places
    }
}

/// Whether an item is a talk that can be given at another time.
pub(super) fn is_movable(item: &AgendaItem) -> bool {
    item.kind == ItemKind::Talk && item.level == 0 && item.fixed_mins.is_none()
}

/// Whether something is such a talk.
pub(super) fn is_talk(taken: &Taken) -> bool {
    taken.item().is_some_and(|item| is_movable(item))
}
