//! When sessions are held, counted: what keeps hours of the axis open, and what the strip below it shows.
//!
//! Many sessions have the same times, so there are far fewer of these than sessions. They follow patches.

use std::collections::BTreeMap;

use crate::model::{Patch, Plan, Session, Span};

/// The times of sessions, each with how many sessions have it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Busy {
    spans: BTreeMap<Span, usize>,
    /// The same, with the half hours around each.
    hours: BTreeMap<Span, usize>,
}

/// A session that left one time for another.
pub type Moved = (Option<Span>, Option<Span>);

impl Busy {
    /// Looks at every session of `plan` once.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let mut busy = Self::default();
        for span in plan.sessions().iter().filter_map(|session| session.span()) {
            *busy.spans.entry(span).or_default() += 1;
        }
        for (&span, count) in &busy.spans {
            *busy.hours.entry(rounded(span)).or_default() += count;
        }
        busy
    }

    /// Follows a patch that has been applied; answers whether other hours are busy now.
    pub fn follow(&mut self, patch: &Patch) -> bool {
        let mut is_changed = false;
        for (before, after) in moved(patch) {
            if let Some(span) = before {
                remove(&mut self.spans, span);
                is_changed |= remove(&mut self.hours, rounded(span));
            }
            if let Some(span) = after {
                add(&mut self.spans, span);
                is_changed |= add(&mut self.hours, rounded(span));
            }
        }
        is_changed
    }

    /// The half hours around each of these times, the earliest first.
    pub fn hours(&self) -> impl Iterator<Item = Span> {
        self.hours.keys().copied()
    }
}

/// The sessions whose time a patch changes.
pub fn moved(patch: &Patch) -> impl Iterator<Item = Moved> {
    let span = |session: Option<&Session>| session.and_then(Session::span);
    let times = patch
        .changes::<Session>()
        .map(move |(_, change)| (span(change.before.as_deref()), span(change.after.as_deref())));
    times.filter(|(before, after)| before != after)
}

/// Whether it is the first.
fn add(counts: &mut BTreeMap<Span, usize>, span: Span) -> bool {
    let count = counts.entry(span).or_default();
    *count += 1;
    *count == 1
}

/// Whether it was the last.
fn remove(counts: &mut BTreeMap<Span, usize>, span: Span) -> bool {
    let Some(count) = counts.get_mut(&span) else { return false };
    *count = count.saturating_sub(1);
    let is_gone = *count == 0;
    if is_gone {
        counts.remove(&span);
    }
    is_gone
}

/// The half hours around a session.
fn rounded(span: Span) -> Span {
    let down = span.start.plus_mins(-span.start.minute_of_day().rem_euclid(30));
    let over = span.end.minute_of_day().rem_euclid(30);
    let up = span.end.plus_mins(if over == 0 { 0 } else { 30 - over });
    Span::new(down, up)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Command, Document};
    use crate::model::Placement;
    use crate::store::Template;

    #[test]
    fn what_is_busy_follows_moves_and_says_when_hours_change() {
        let mut document = Document::new(Template::Wtdc25.plan());
        let mut busy = Busy::new(document.plan());
        // Of hours that others have, too: once to hours that others have, and twice to some that nobody has.
        let shared = |busy: &Busy, session: &Session| session.span().is_some_and(|span| busy.hours[&rounded(span)] > 1);
        let sessions: Vec<Session> = document.plan().sessions().iter().map(|session| Session::clone(session)).collect();
        let mut sessions = sessions.iter().filter(|session| shared(&busy, session) && !session.pinned);
        let session = sessions.next().unwrap();
        let hours = rounded(session.span().unwrap());
        let other = sessions.find(|other| other.span().map(rounded) != Some(hours)).unwrap();
        let lonely = |start: &str| Placement { start: start.parse().unwrap(), ..other.placement.clone().unwrap() };
        for (placement, expected) in [
            (other.placement.clone().unwrap(), false),
            (lonely("2025-11-18T03:10"), true),
            (lonely("2027-01-01T23:30"), true),
        ] {
            document.perform(&Command::Place(vec![(session.id, placement)])).unwrap();
            let patch = document.done().last().unwrap().patch.clone();
            let before = busy.clone();
            assert_eq!(busy.follow(&patch), expected, "{}", session.id);
            assert_eq!(busy, Busy::new(document.plan()));
            document.undo();
            busy.follow(&patch.inverse());
            assert_eq!(busy, before);
        }
    }
}
