//! Releases: states of the plan that were handed out, or are to be. What a release holds is kept beside the plan
//! (`store::releases`) and does not change; where it stands on its way to the delegates is said here.

use chrono::NaiveDate;

use super::{BodyId, CivilTime, Id, ReleaseId, Row, RowError, RowId, RowKind, SessionId};

/// "Rev. 3".
#[derive(Clone, Debug, PartialEq)]
pub struct Release {
    /// Its name in the plan.
    pub id: ReleaseId,
    /// Its number, from 1 on.
    pub number: u32,
    /// The day on which it was made.
    pub made: NaiveDate,
    /// What it is called besides its number; may be empty.
    pub label: String,
    /// What is to be known of it; may be empty.
    pub note: String,
    /// Who made it; may be empty.
    pub by: String,
    /// How far it has come.
    pub stage: ReleaseStage,
    /// The body that approved it.
    pub body: Option<BodyId>,
    /// The meeting at which it was approved.
    pub meeting: Option<SessionId>,
    /// The day on which it was approved.
    pub approved: Option<NaiveDate>,
    /// The symbol of the document as which it was issued, such as `WTDC-25/ADM/3(Rev.3)`; may be empty.
    pub symbol: String,
    /// The day on which it was issued.
    pub issued: Option<NaiveDate>,
    /// The fingerprint of the file that holds it; empty in that file itself.
    pub content: String,
}

/// How far a release has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReleaseStage {
    /// The secretariat works on it.
    #[default]
    Draft,
    /// It lies before the steering committee.
    Submitted,
    /// The steering committee agreed.
    Approved,
    /// It was handed out.
    Issued,
}

impl ReleaseStage {
    /// All of them, in their order.
    pub const ALL: [Self; 4] = [Self::Draft, Self::Submitted, Self::Approved, Self::Issued];

    /// What comes after it; nothing after having been issued.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| *stage > self)
    }
}

/// How a session was last told to the world. A session that has been issued is cancelled and never removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// How often it was told anew: one more each time, from 0 on in a plan that knows all its releases. It is the SEQUENCE
    /// of calendars (RFC 5545 §3.8.7.4).
    pub sequence: u32,
    /// When that was, in UTC to the minute.
    pub at: CivilTime,
    /// A fingerprint of what was told ([`Session::told`](super::Session::told)).
    pub told: String,
}

impl Row for Release {
    const KIND: RowKind = RowKind::Release;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        self.body.into_iter().for_each(|id| visit(id.into()));
        self.meeting.into_iter().for_each(|id| visit(id.into()));
    }

    fn check(&self) -> Result<(), RowError> {
        if self.number == 0 { Err(RowError::NoNumber) } else { Ok(()) }
    }
}
