//! Sessions that have their time and nowhere to be. Breaks, receptions, visits and services need no room of their own.

use crate::model::{SessionKind, Severity};

use super::super::facts::Entry;
use super::super::rule::{Case, Judge, Report, Rule};

pub(super) const RULE: Rule =
    Rule { name: "no-room", severity: Severity::Hint, numbers: &[], judge: Judge::Placed(judge), obstacles: None };

/// Whether a session of this kind is held in a room.
fn needs_room(kind: SessionKind) -> bool {
    !matches!(kind, SessionKind::Break | SessionKind::Social | SessionKind::Visit | SessionKind::Service)
}

fn judge(_: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    // What is held only if required has no nature for other rules, and needs its room all the same.
    if needs_room(entry.session.kind) && entry.session.rooms().is_empty() {
        report.add("finding-no-room", vec![entry.slot], Vec::new());
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{is_quiet_when_off, is_reported, of_kind, plan};
    use crate::model::{SessionKind, Status};

    #[test]
    fn what_meets_needs_a_room_and_what_is_eaten_does_not() {
        let committee = of_kind("S1", SessionKind::Committee, "19T10:00", 60);
        assert!(is_reported("no-room", [committee.clone()]));
        assert!(!is_reported("no-room", [committee.room("a")]));
        assert!(!is_reported("no-room", [of_kind("S1", SessionKind::Break, "19T10:00", 30)]));
        let mut reserve = of_kind("S1", SessionKind::Break, "19T10:00", 30);
        reserve.0.status = Status::Reserve;
        assert!(!is_reported("no-room", [reserve]));
        assert!(is_quiet_when_off("no-room", &plan([of_kind("S1", SessionKind::Committee, "19T10:00", 60)])));
    }
}
