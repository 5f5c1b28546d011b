//! The queue of those who ask for rooms: who comes first, and how many rooms somebody gets.

use std::sync::Arc;

use super::states::party_key;
use super::{BodyId, CivilTime, Plan, Purpose, RequestAnswer, RoomRequest, RoomRequestId, SessionKind};

/// Where a request stands among others: precedence, then first come first served; what came nobody knows when is last.
pub type Turn = (u8, bool, Option<CivilTime>, RoomRequestId);

/// Who asks, as it is compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entity {
    /// A body of the plan.
    Body(BodyId),
    /// A State under any of its names, or an organization.
    Party(String),
}

impl Purpose {
    /// Whether such rooms are rationed. Committees come first and have no ration; receptions are few, and longer than a slot.
    #[must_use]
    pub fn is_rationed(self) -> bool {
        matches!(self, Self::Regional | Self::Bilateral | Self::Other)
    }

    /// What a session is that is made of such a request. A meeting of a group of a committee is none of its meetings, so it
    /// is not counted as one.
    #[must_use]
    pub fn session_kind(self) -> SessionKind {
        match self {
            Self::Regional => SessionKind::RegionalCoordination,
            Self::Reception => SessionKind::Social,
            Self::Committee | Self::Bilateral | Self::Other => SessionKind::Other,
        }
    }
}

impl RoomRequest {
    /// Where it stands in the queue.
    #[must_use]
    pub fn turn(&self) -> Turn {
        (self.purpose.precedence(), self.received.is_none(), self.received, self.id)
    }

    /// Who asks; `None` where nobody has said so.
    #[must_use]
    pub fn entity(&self) -> Option<Entity> {
        let party = || Some(party_key(&self.asked_by)).filter(|key| !key.is_empty()).map(Entity::Party);
        self.body.map(Entity::Body).or_else(party)
    }

    /// Whether there is no answer yet.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.answer == RequestAnswer::Waiting
    }
}

/// The requests with one of these answers, in the order of the queue.
#[must_use]
pub fn queue(plan: &Plan, answers: &[RequestAnswer]) -> Vec<Arc<RoomRequest>> {
    let mut all: Vec<_> = plan.requests().iter().filter(|row| answers.contains(&row.answer)).cloned().collect();
    all.sort_by_key(|row| row.turn());
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;

    fn request(name: &str, purpose: Purpose, received: Option<&str>) -> RoomRequest {
        let received = received.map(|time| time.parse().unwrap());
        RoomRequest { purpose, received, ..RoomRequest::new(Id::new(name).unwrap(), Id::new("E").unwrap()) }
    }

    #[test]
    fn committees_come_first_then_who_came_first() {
        let mut all = [
            request("R1", Purpose::Other, Some("2025-10-01T08:00")),
            request("R2", Purpose::Bilateral, None),
            request("R3", Purpose::Bilateral, Some("2025-10-02T08:01")),
            request("R4", Purpose::Regional, Some("2025-10-02T08:00")),
            request("R6", Purpose::Committee, Some("2025-11-20T08:00")),
            request("R5", Purpose::Bilateral, Some("2025-10-02T08:00")),
            request("R7", Purpose::Reception, Some("2025-10-01T08:00")),
        ];
        all.sort_by_key(RoomRequest::turn);
        assert_eq!(all.map(|row| row.id.to_string()), ["R6", "R4", "R5", "R3", "R2", "R1", "R7"]);
    }

    #[test]
    fn a_state_is_one_under_all_its_names() {
        let of = |asked_by: &str| {
            RoomRequest { asked_by: asked_by.to_owned(), ..request("R1", Purpose::Bilateral, None) }.entity()
        };
        assert_eq!(of("Russia"), of(" Russian Federation"));
        assert_ne!(of("Chad"), of("Niger"));
        assert_eq!(of("  "), None, "nobody");
        let body = Id::new("CEPT").unwrap();
        let with_body = RoomRequest { body: Some(body), ..request("R1", Purpose::Regional, None) };
        assert_eq!(with_body.entity(), Some(Entity::Body(body)));
        assert_eq!(Purpose::ALL.map(Purpose::is_rationed), [false, true, true, false, true]);
    }
}
