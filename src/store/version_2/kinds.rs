//! The words that are new or have grown in version 2.

use serde::{Deserialize, Serialize};

use crate::model;
use crate::store::version_1::kinds::words;

words! {
    SessionKind {
        Plenary, Statements, Dialogue, Ceremony, HeadsOfDelegation, Committee, WorkingGroup, AdHoc, Drafting,
        RegionalCoordination, Briefing, Youth, Network, Visit, Social, SideEvent, Press, Service, Break, Other,
    }
    Status { Provisional, Confirmed, Cancelled }
}

/// The status that is left out.
impl Default for Status {
    fn default() -> Self {
        Self::Provisional
    }
}
