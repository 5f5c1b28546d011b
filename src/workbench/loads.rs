//! What each day holds: sessions, their minutes, and how many of them are marked.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use crate::check::{Checker, Followed};
use crate::model::{EventDates, Patch, Plan, Session, SessionId, SessionKind, Severity, Span};

use super::index::dates;

/// Follows the plan and its findings step by step; the same as if it were counted anew after each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loads {
    days: BTreeMap<NaiveDate, Load>,
    /// The marks counted in; sessions without one are left out.
    marks: FxHashMap<SessionId, Severity>,
}

/// What one day holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Sessions that have a minute on it, breaks left out.
    pub sessions: u32,
    /// Breaks.
    pub breaks: u32,
    /// How long the sessions are together on this day, breaks left out.
    pub mins: i64,
    /// Sessions by the worst open finding that names them, by `Severity as usize`; breaks, too.
    pub marks: [u32; 4],
}

impl Load {
    /// How many sessions it has, breaks counted as everywhere else.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.sessions + self.breaks
    }

    /// How many sessions are marked with errors or warnings: hints do not stand on sessions.
    #[must_use]
    pub fn marked(&self) -> u32 {
        self.marked_as(Severity::Error) + self.marked_as(Severity::Warning)
    }

    /// The worst mark; `Off` where there is none.
    #[must_use]
    pub fn worst(&self) -> Severity {
        Severity::ALL.into_iter().rev().find(|&mark| self.marked_as(mark) > 0).unwrap_or(Severity::Off)
    }

    /// How many sessions have this mark.
    #[must_use]
    pub fn marked_as(&self, mark: Severity) -> u32 {
        if mark == Severity::Off { 0 } else { self.marks[mark as usize] }
    }

    fn is_empty(&self) -> bool {
        self.sessions == 0 && self.breaks == 0
    }
}

impl Loads {
    /// Looks at every session once.
    #[must_use]
    pub fn new(plan: &Plan, checker: &Checker) -> Self {
        let mut loads = Self::default();
        for session in plan.sessions().iter() {
            loads.set_mark(session.id, checker.mark(session.id));
            loads.count(session, true);
        }
        loads
    }

    /// Follows a patch that has been applied and judged: `plan` is the plan after it.
    pub fn follow(&mut self, plan: &Plan, patch: &Patch, (checker, followed): (&Checker, &Followed)) {
        let Some(marks) = &followed.marks else {
            *self = Self::new(plan, checker);
            return;
        };
        for (id, change) in patch.changes::<Session>() {
            if let Some(before) = &change.before {
                self.count(before, false);
            }
            self.set_mark(id, if change.after.is_some() { checker.mark(id) } else { Severity::Off });
            if let Some(after) = &change.after {
                self.count(after, true);
            }
        }
        for &id in marks {
            let mark = checker.mark(id);
            if let Some(session) = plan.sessions().get(id)
                && self.mark(id) != mark
            {
                self.count(session, false);
                self.set_mark(id, mark);
                self.count(session, true);
            }
        }
    }

    /// What a day holds.
    #[must_use]
    pub fn on(&self, date: NaiveDate) -> Load {
        self.days.get(&date).copied().unwrap_or_default()
    }

    /// The days on which anything is held, with what they hold.
    #[must_use]
    pub fn days(&self) -> &BTreeMap<NaiveDate, Load> {
        &self.days
    }

    fn mark(&self, id: SessionId) -> Severity {
        self.marks.get(&id).copied().unwrap_or(Severity::Off)
    }

    fn set_mark(&mut self, id: SessionId, mark: Severity) {
        if mark == Severity::Off {
            self.marks.remove(&id);
        } else {
            self.marks.insert(id, mark);
        }
    }

    /// Counts a session in, or out.
    fn count(&mut self, session: &Session, add: bool) {
        let Some(span) = session.span() else { return };
        let step = |count: &mut u32| *count = if add { *count + 1 } else { count.saturating_sub(1) };
        let mark = self.mark(session.id);
        for date in dates(span) {
            let load = self.days.entry(date).or_default();
            if session.kind == SessionKind::Break {
                step(&mut load.breaks);
            } else {
                step(&mut load.sessions);
                let mins = i64::from(mins_on(span, date));
                load.mins += if add { mins } else { -mins };
            }
            if mark != Severity::Off {
                step(&mut load.marks[mark as usize]);
            }
            if load.is_empty() {
                self.days.remove(&date);
            }
        }
    }
}

/// How many minutes of a span lie on a day.
fn mins_on(span: Span, date: NaiveDate) -> i32 {
    let day = EventDates::day(date).span();
    span.end.min(day.end).mins_since(span.start.max(day.start)).max(0)
}
