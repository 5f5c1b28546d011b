//! What is answered to requests for rooms: a session is made of one that is accepted, and goes when that is taken back.

use chrono::NaiveDate;

use crate::model::{
    LocalText, Patch, Placement, Plan, Referrers, RequestAnswer, RoomRequest, RoomRequestId, Session, Status,
};

use super::refusal::Refusal;
use super::remove::remove_rows;

/// An answer to a request, with the day on which it is given, where that is known.
#[derive(Clone, Debug, PartialEq)]
pub enum OnRequest {
    /// There is a room: a session is made and put there.
    Accept(RoomRequestId, Placement, Option<NaiveDate>),
    /// It can not be, for a reason.
    Decline(RoomRequestId, String, Option<NaiveDate>),
    /// Whoever asked does not want it any more.
    Withdraw(RoomRequestId, Option<NaiveDate>),
    /// Nothing has been answered.
    Reopen(RoomRequestId),
}

/// What a step answered to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are the description")]
pub enum RequestDeed {
    Accept,
    Decline,
    Withdraw,
    Reopen,
}

impl RequestDeed {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Accept, Self::Decline, Self::Withdraw, Self::Reopen];
}

impl OnRequest {
    /// What it does.
    #[must_use]
    pub fn deed(&self) -> RequestDeed {
        match self {
            Self::Accept(..) => RequestDeed::Accept,
            Self::Decline(..) => RequestDeed::Decline,
            Self::Withdraw(..) => RequestDeed::Withdraw,
            Self::Reopen(_) => RequestDeed::Reopen,
        }
    }

    /// To which request.
    #[must_use]
    pub fn id(&self) -> RoomRequestId {
        match self {
            Self::Accept(id, ..) | Self::Decline(id, ..) | Self::Withdraw(id, _) | Self::Reopen(id) => *id,
        }
    }

    /// What that is called.
    pub(super) fn object(&self, plan: &Plan) -> LocalText {
        plan.requests().get(self.id()).map(|row| name_of(row)).unwrap_or_default()
    }
}

/// What a request is called: its title, or who asks.
#[must_use]
pub fn name_of(request: &RoomRequest) -> LocalText {
    if request.title.is_empty() { LocalText::from(request.asked_by.trim()) } else { request.title.clone() }
}

/// The patch that does it.
pub(super) fn resolve(plan: &Plan, referrers: &dyn Referrers, what: &OnRequest) -> Result<Patch, Refusal> {
    let request = plan.requests().get(what.id()).ok_or(Refusal::Missing(what.id().into()))?;
    let answered = |patch: &mut Patch, answer, reason: &str, day| {
        let reason = reason.to_owned();
        patch.put(plan, RoomRequest { answer, answered: day, reason, session: None, ..RoomRequest::clone(request) });
    };
    match what {
        OnRequest::Accept(_, at, day) => accept(plan, request, at, *day),
        OnRequest::Decline(_, reason, _) if reason.trim().is_empty() => Err(Refusal::NoReason(request.id)),
        OnRequest::Decline(_, reason, day) => {
            let mut patch = without_session(plan, referrers, request);
            answered(&mut patch, RequestAnswer::Declined, reason.trim(), *day);
            Ok(patch)
        }
        OnRequest::Withdraw(_, day) => {
            let mut patch = without_session(plan, referrers, request);
            answered(&mut patch, RequestAnswer::Withdrawn, "", *day);
            Ok(patch)
        }
        OnRequest::Reopen(_) => {
            let mut patch = without_session(plan, referrers, request);
            answered(&mut patch, RequestAnswer::Waiting, "", None);
            Ok(patch)
        }
    }
}

fn accept(plan: &Plan, request: &RoomRequest, at: &Placement, day: Option<NaiveDate>) -> Result<Patch, Refusal> {
    if let Some(session) = request.session {
        return Err(Refusal::Booked(session));
    }
    let session = session_of(plan, request, at.clone());
    let mut patch = Patch::default();
    let (answer, made) = (RequestAnswer::Accepted, Some(session.id));
    let accepted = RoomRequest { answer, answered: day, reason: String::new(), session: made, ..request.clone() };
    patch.put(plan, session);
    patch.put(plan, accepted);
    Ok(patch)
}

/// The session that a request becomes at a place.
#[must_use]
pub fn session_of(plan: &Plan, request: &RoomRequest, at: Placement) -> Session {
    let title = match name_of(request) {
        name if name.is_empty() => request.body.and_then(|id| plan.bodies().get(id)).map(|body| body.title.clone()),
        name => Some(name),
    };
    Session {
        title: title.unwrap_or_default(),
        bodies: request.body.into_iter().collect(),
        planned_length: at.length,
        placement: Some(at),
        status: Status::Confirmed,
        expected_attendance: request.headcount,
        is_reserved: !request.is_public,
        ..Session::new(plan.sessions().free_id("S"), request.event, request.purpose.session_kind())
    }
}

/// Takes the session away that was made of a request; calls it off where the world has been told of it.
fn without_session(plan: &Plan, referrers: &dyn Referrers, request: &RoomRequest) -> Patch {
    let made = request.session.filter(|&id| plan.sessions().contains(id));
    made.map(|id| remove_rows(plan, referrers, &[id.into()])).unwrap_or_default()
}
