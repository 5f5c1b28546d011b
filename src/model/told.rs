//! The fingerprint of what the world is told of a session.

use std::fmt::Write as _;

use super::{Id, Role, Session, SessionKind, Status, fingerprint};

/// What is told, part by part: its name, how long what it says is, and that. So nothing that is typed passes for another part.
#[derive(Default)]
struct Parts(String);

impl Parts {
    fn say(&mut self, name: &str, value: &str) {
        // Writing to a text can not fail.
        let _ = writeln!(self.0, "{name} {}:{value}", value.len());
    }

    fn rows<R>(&mut self, name: &str, ids: &[Id<R>]) {
        for id in ids {
            self.say(name, id.as_str());
        }
    }
}

impl Session {
    /// A fingerprint of what the world is told of the session: by it one knows whether it has changed since it was issued.
    /// It stands in files, so what goes into it must not change, nor how that is written here.
    #[must_use]
    pub fn told(&self) -> String {
        let mut parts = Parts::default();
        parts.say("kind", kind_word(self.kind));
        parts.rows("own", self.own_kind.as_slice());
        parts.say("status", status_word(self.status));
        if let Some(at) = &self.placement {
            parts.say("start", &at.start.to_chrono().format("%Y-%m-%dT%H:%M").to_string());
            parts.say("mins", &at.length.mins().to_string());
            parts.rows("room", &at.rooms);
        }
        for (language, title) in self.title.iter() {
            parts.say(language.code(), title);
        }
        for part in &self.people {
            parts.say(role_word(part.role), part.person.as_str());
        }
        for language in self.languages.iter() {
            parts.say("language", language.code());
        }
        parts.rows("body", &self.bodies);
        parts.rows("document", &self.documents);
        parts.rows("topic", &self.topics);
        parts.say("link", &self.link);
        parts.say("webcast", if self.webcast { "yes" } else { "no" });
        parts.say("captioned", if self.captioned { "yes" } else { "no" });
        fingerprint(&parts.0)
    }

    /// Whether the world knows it, and it is not as the world was told.
    #[must_use]
    pub fn is_news(&self) -> bool {
        self.issued.as_ref().is_some_and(|issued| issued.told != self.told())
    }
}

/// The word of plan files, which stays when something is called otherwise here; so for the others.
fn kind_word(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Plenary => "Plenary",
        SessionKind::Statements => "Statements",
        SessionKind::Dialogue => "Dialogue",
        SessionKind::Ceremony => "Ceremony",
        SessionKind::HeadsOfDelegation => "HeadsOfDelegation",
        SessionKind::Committee => "Committee",
        SessionKind::WorkingGroup => "WorkingGroup",
        SessionKind::AdHoc => "AdHoc",
        SessionKind::Drafting => "Drafting",
        SessionKind::RegionalCoordination => "RegionalCoordination",
        SessionKind::Briefing => "Briefing",
        SessionKind::Keynote => "Keynote",
        SessionKind::Talk => "Talk",
        SessionKind::Panel => "Panel",
        SessionKind::Workshop => "Workshop",
        SessionKind::Poster => "Poster",
        SessionKind::Youth => "Youth",
        SessionKind::Network => "Network",
        SessionKind::Visit => "Visit",
        SessionKind::Social => "Social",
        SessionKind::SideEvent => "SideEvent",
        SessionKind::Press => "Press",
        SessionKind::Service => "Service",
        SessionKind::Break => "Break",
        SessionKind::Other => "Other",
    }
}

fn status_word(status: Status) -> &'static str {
    match status {
        Status::Provisional => "Provisional",
        Status::Confirmed => "Confirmed",
        Status::Reserve => "Reserve",
        Status::Cancelled => "Cancelled",
    }
}

fn role_word(role: Role) -> &'static str {
    match role {
        Role::Chair => "Chair",
        Role::ActingChair => "ActingChair",
        Role::ViceChair => "ViceChair",
        Role::Secretary => "Secretary",
        Role::Speaker => "Speaker",
        Role::Moderator => "Moderator",
        Role::Panellist => "Panellist",
        Role::Spokesperson => "Spokesperson",
        Role::Participant => "Participant",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Language, Length, Participation, Placement};

    fn session() -> Session {
        let mut session = Session::new("S1".parse().unwrap(), "E1".parse().unwrap(), SessionKind::HeadsOfDelegation);
        let rooms = vec!["R1".parse().unwrap(), "R2".parse().unwrap()];
        let start = "2025-11-17T09:30".parse().unwrap();
        let length = Length::from_mins(90).unwrap();
        session.placement = Some(Placement { start, length, rooms });
        session.title.set(Language::English, "Heads of \"delegation\"");
        session.people = vec![Participation { person: "P1".parse().unwrap(), role: Role::ViceChair }];
        session.bodies = vec!["B1".parse().unwrap()];
        session.webcast = true;
        session
    }

    #[test]
    fn it_is_what_stands_in_files() {
        // The hash of these lines, worked out apart from this program.
        let lines = "kind 17:HeadsOfDelegation\nstatus 11:Provisional\nstart 16:2025-11-17T09:30\nmins 2:90\nroom 2:R1\nroom 2:R2\n\
                     en 21:Heads of \"delegation\"\nViceChair 2:P1\nbody 2:B1\nlink 0:\nwebcast 3:yes\ncaptioned 2:no\n";
        assert_eq!(fingerprint(lines), session().told());
        assert_eq!(session().told(), "5bf5142ed05eb111");
    }

    #[test]
    fn the_words_are_those_of_files() {
        let kinds = SessionKind::ALL.map(kind_word).join(" ");
        let others = [Status::ALL.map(status_word).join(" "), Role::ALL.map(role_word).join(" ")].join(" ");
        assert_eq!(fingerprint(&kinds), "8896ab493133de97");
        assert_eq!(
            others,
            "Provisional Confirmed Reserve Cancelled Chair ActingChair ViceChair Secretary Speaker Moderator Panellist \
             Spokesperson Participant"
        );
    }

    #[test]
    fn what_is_told_is_in_it_and_what_is_for_the_team_is_not() {
        let told = session().told();
        let same = Session { remarks: "Ask the host".to_owned(), pinned: true, ..session() };
        assert_eq!(same.told(), told);
        let moved = Session { placement: None, ..session() };
        let other = Session { link: "https://example.org".to_owned(), ..session() };
        assert!(moved.told() != told && other.told() != told && moved.told() != other.told());
    }
}
