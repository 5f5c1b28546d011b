//! Who has changed what since a session was last brought in: the other tool, the planner, or both.

use std::fmt::Write as _;

use crate::model::{Arrived, Session, fingerprint};

/// A part of a session that files speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is what a session has of that name")]
pub enum Part {
    Title,
    Kind,
    Time,
    Rooms,
    People,
    Bodies,
    Topics,
    Documents,
    Languages,
    Status,
    Link,
    Attendance,
    Remarks,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Title,
        Self::Kind,
        Self::Time,
        Self::Rooms,
        Self::People,
        Self::Bodies,
        Self::Topics,
        Self::Documents,
        Self::Languages,
        Self::Status,
        Self::Link,
        Self::Attendance,
        Self::Remarks,
    ];

    /// Its name in [`Arrived::last`], which stands in files and stays.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Kind => "kind",
            Self::Time => "time",
            Self::Rooms => "rooms",
            Self::People => "people",
            Self::Bodies => "bodies",
            Self::Topics => "topics",
            Self::Documents => "documents",
            Self::Languages => "languages",
            Self::Status => "status",
            Self::Link => "link",
            Self::Attendance => "attendance",
            Self::Remarks => "remarks",
        }
    }

    /// What a session has in it, as a text that differs where it does.
    fn told(self, session: &Session) -> String {
        match self {
            Self::Title => format!("{:?}", session.title),
            Self::Kind => format!("{:?}", session.called()),
            Self::Time => match &session.placement {
                Some(at) => format!("{} {}", at.start, at.length.mins()),
                None => format!("{:?} {:?} {}", session.wish.day, session.wish.minute, session.planned_length.mins()),
            },
            Self::Rooms => format!("{:?}", session.rooms_or_wished()),
            Self::People => format!("{:?}", session.people),
            Self::Bodies => format!("{:?}", session.bodies),
            Self::Topics => format!("{:?}", session.topics),
            Self::Documents => format!("{:?}", session.documents),
            Self::Languages => format!("{:?}", session.languages),
            Self::Status => format!("{:?}", session.status),
            Self::Link => session.link.clone(),
            Self::Attendance => format!("{:?}", session.expected_attendance),
            Self::Remarks => session.remarks.clone(),
        }
    }

    /// Whether two sessions differ in it.
    #[must_use]
    pub fn differs(self, one: &Session, other: &Session) -> bool {
        match self {
            Self::Title => one.title != other.title,
            Self::Remarks => one.remarks != other.remarks,
            Self::Link => one.link != other.link,
            _ => self.told(one) != self.told(other),
        }
    }

    /// Gives a session what another one has in it.
    pub fn take(self, into: &mut Session, from: &Session) {
        match self {
            Self::Title => into.title = from.title.clone(),
            Self::Kind => {
                (into.kind, into.own_kind, into.pause_secs) = (from.kind, from.own_kind, from.pause_secs);
            }
            Self::Time => {
                let rooms = into.rooms_or_wished().to_vec();
                (into.event, into.placement, into.wish) = (from.event, from.placement.clone(), from.wish.clone());
                into.planned_length = from.planned_length;
                put_rooms(into, rooms);
            }
            Self::Rooms => put_rooms(into, from.rooms_or_wished().to_vec()),
            Self::People => into.people = from.people.clone(),
            Self::Bodies => into.bodies = from.bodies.clone(),
            Self::Topics => into.topics = from.topics.clone(),
            Self::Documents => into.documents = from.documents.clone(),
            Self::Languages => into.languages = from.languages,
            Self::Status => into.status = from.status,
            Self::Link => into.link = from.link.clone(),
            Self::Attendance => into.expected_attendance = from.expected_attendance,
            Self::Remarks => into.remarks = from.remarks.clone(),
        }
    }

    /// The fingerprint of what a session has in it.
    fn print(self, session: &Session) -> String {
        fingerprint(&self.told(session))[..8].to_owned()
    }
}

/// Puts a session into these rooms, or lets it wish for them.
pub fn put_rooms(session: &mut Session, rooms: Vec<crate::model::RoomId>) {
    match &mut session.placement {
        Some(at) => at.rooms = rooms,
        None => session.wish.rooms = rooms,
    }
}

/// A session that comes again.
pub struct Settled {
    /// As it is to be.
    pub session: Session,
    /// What changes.
    pub changed: Vec<Part>,
    /// What is different there and here, was changed on both sides, and stays as it is here.
    pub kept: Vec<Part>,
    /// What is different because it was changed here alone, and stays.
    pub ours: Vec<Part>,
    /// What is different there, and stays because it is fixed here.
    pub fixed: Vec<Part>,
}

/// Brings what a planner has and what comes together. `spoken` is what the file speaks of; with `theirs`, what comes counts
/// wherever it differs. What stays where it is (`fixed`) is not moved.
pub fn settled(here: &Session, comes: &Session, spoken: &[Part], theirs: bool) -> Settled {
    let session = here.clone();
    let mut settled = Settled { session, changed: Vec::new(), kept: Vec::new(), ours: Vec::new(), fixed: Vec::new() };
    for &part in spoken.iter().filter(|part| part.differs(here, comes)) {
        let last = here.arrived.as_ref().and_then(|arrived| arrived.last(part.name()));
        let is_fixed = here.keeps_place() && matches!(part, Part::Time | Part::Rooms);
        let there = last.is_none_or(|last| last != part.print(comes));
        let here_too = last.is_some_and(|last| last != part.print(here));
        match (theirs, there, here_too) {
            _ if is_fixed => settled.fixed.push(part),
            // Only the planner has changed it.
            (false, false, _) => settled.ours.push(part),
            (false, true, true) => settled.kept.push(part),
            _ => {
                part.take(&mut settled.session, comes);
                settled.changed.push(part);
            }
        }
    }
    settled
}

/// What a session was when it came, for the next time.
pub fn remembered(comes: &Session, spoken: &[Part], source: &str, id: &str) -> Arrived {
    let mut last = String::new();
    for part in spoken {
        let gap = if last.is_empty() { "" } else { " " };
        let _ = write!(last, "{gap}{}:{}", part.name(), part.print(comes));
    }
    Arrived { source: source.to_owned(), id: id.to_owned(), last }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SessionKind;

    fn session(link: &str, remarks: &str) -> Session {
        let mut session = Session::new("S1".parse().unwrap(), "e".parse().unwrap(), SessionKind::Talk);
        (session.link, session.remarks) = (link.to_owned(), remarks.to_owned());
        session
    }

    #[test]
    fn who_changed_it_since_says_what_counts() {
        let spoken = [Part::Link, Part::Remarks];
        let arrived = remembered(&session("a", "b"), &spoken, "x", "1");
        let here = |link: &str, remarks: &str| Session { arrived: Some(arrived.clone()), ..session(link, remarks) };
        // The planner changed the link, the other tool the remarks.
        let came = settled(&here("mine", "b"), &session("a", "new"), &spoken, false);
        assert_eq!((came.session.link.as_str(), came.session.remarks.as_str()), ("mine", "new"));
        assert_eq!((came.changed, came.kept), (vec![Part::Remarks], vec![]));
        // Both changed the link.
        let came = settled(&here("mine", "b"), &session("theirs", "b"), &spoken, false);
        assert_eq!((came.session.link.as_str(), came.changed, came.kept), ("mine", vec![], vec![Part::Link]));
        let came = settled(&here("mine", "b"), &session("theirs", "b"), &spoken, true);
        assert_eq!((came.session.link.as_str(), came.changed), ("theirs", vec![Part::Link]));
        // Nobody knows the last time.
        let came = settled(&session("mine", "b"), &session("theirs", "b"), &spoken, false);
        assert_eq!((came.session.link.as_str(), came.changed), ("theirs", vec![Part::Link]));
    }
}
