//! Why something that was meant can not be done.

use crate::model::{EventId, PatchError, RoomRequestId, RowId, SessionId, StatementId};

/// Why a command can not be carried out. The plan is then as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A pinned session was to move.
    Pinned(SessionId),
    /// The command names a row that is not there.
    Missing(RowId),
    /// A session without a placement was to change places.
    Unscheduled(SessionId),
    /// The time would lie outside the years 1900–2199.
    OutOfRange,
    /// A row would leave these years.
    TooFar(RowId),
    /// An event was to move that waits for itself or counts from itself, directly or in a circle.
    Circular(EventId),
    /// It is, or holds, sessions that were issued: these can be cancelled, and not removed.
    Issued(RowId),
    /// A release was to hold something else, or to be not issued any more.
    Released,
    /// A speaker of a published list was to have another place.
    Published(StatementId),
    /// Statements are being given in another session, which has to be closed first.
    PodiumOpen(SessionId),
    /// A request for a room was to be declined without a reason.
    NoReason(RoomRequestId),
    /// A request was to be accepted of which this session has been made already.
    Booked(SessionId),
    /// The outcome would be an impossible plan.
    Patch(PatchError),
}

impl From<PatchError> for Refusal {
    fn from(error: PatchError) -> Self {
        Self::Patch(error)
    }
}
