//! The words of version 1: every choice a row can make, under the name it has in the file.

use serde::{Deserialize, Serialize};

use crate::model;

/// Declares an enum of the file beside the model's, with the way there and back.
macro_rules! words {
    ($($name:ident { $($word:ident),* $(,)? })*) => {
        $(#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
        pub(in crate::store) enum $name {
            $($word,)*
        }

        impl From<model::$name> for $name {
            fn from(word: model::$name) -> Self {
                match word {
                    $(model::$name::$word => Self::$word,)*
                }
            }
        }

        impl From<$name> for model::$name {
            fn from(word: $name) -> Self {
                match word {
                    $($name::$word => Self::$word,)*
                }
            }
        })*
    };
}
pub(in crate::store) use words;

/// Declares an enum that is only read.
macro_rules! old_words {
    ($($name:ident { $($word:ident),* $(,)? })*) => {
        $(#[derive(Clone, Copy, PartialEq, Deserialize)]
        pub(in crate::store) enum $name {
            $($word,)*
        }

        impl From<$name> for model::$name {
            fn from(word: $name) -> Self {
                match word {
                    $($name::$word => Self::$word,)*
                }
            }
        })*
    };
}

old_words! {
    EventKind {
        Conference, YouthCelebration, InterregionalMeeting, RegionalPreparatoryMeeting, CoordinationMeeting,
        AdvisoryGroup, Council, Forum, SiteVisit, Milestone, Deadline, Holiday,
    }
    SessionKind {
        Plenary, Statements, Dialogue, Ceremony, HeadsOfDelegation, Committee, WorkingGroup, AdHoc, Drafting,
        RegionalCoordination, Briefing, Youth, Network, Visit, Social, SideEvent, Press, Service, Break, Other,
    }
    Status { Provisional, Confirmed, Cancelled }
    Rank {
        Minister, DeputyMinister, AssistantMinister, CabinetMember, Regulator, Ambassador, UnitedNations, Other,
    }
    Role { Chair, ViceChair, Secretary, Speaker, Moderator, Panellist, Spokesperson, Participant }
}

words! {
    EventFormat { Physical, Virtual, Hybrid, Correspondence }
    BodyKind {
        Plenary, HeadsOfDelegation, Committee, SteeringCommittee, BudgetCommittee, EditorialCommittee, WorkingGroup,
        DraftingGroup, Region, RegionalOrganization, AdvisoryGroup, Secretariat, Host, Delegation, Other,
    }
    OfficeRole { Chair, ViceChair, Secretary, Spokesperson }
    TopicKind { Priority, Initiative, AgendaItem }
    Basis { Seed, External, Inferred, Illustrative }
    Severity { Off, Hint, Warning, Error }
}

/// The rank that is left out.
impl Default for Rank {
    fn default() -> Self {
        Self::Other
    }
}

/// The status that is left out.
impl Default for Status {
    fn default() -> Self {
        Self::Provisional
    }
}
