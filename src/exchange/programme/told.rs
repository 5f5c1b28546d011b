//! How a session is told to the world, which may have been told of it before.

use chrono::{DateTime, Utc};

use crate::model::zone::{self, Tz};
use crate::model::{Plan, Session};

/// What calendars say of the age of what they say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// How often it was told anew, with what is told now (RFC 5545 §3.8.7.4). In plans that never issued a release, as
    /// often as one was handed out otherwise.
    pub sequence: u32,
    /// When it was last changed as far as the world knows (RFC 5545 §3.8.7.3); nobody knows where no release has told of it.
    pub changed: Option<DateTime<Utc>>,
}

impl Told {
    /// Of a session that is told at `made`.
    pub(super) fn of(plan: &Plan, session: &Session, made: DateTime<Utc>) -> Self {
        match &session.issued {
            None => Self { sequence: plan.header().release, changed: None },
            Some(issued) if session.is_news() => {
                Self { sequence: issued.sequence.saturating_add(1), changed: Some(made) }
            }
            Some(issued) => Self { sequence: issued.sequence, changed: Some(zone::instant(issued.at, Tz::UTC)) },
        }
    }
}
