//! The words that are new or have grown in version 2, and own kinds of session as they are written.

use serde::{Deserialize, Serialize};

use crate::model::{self, KindId};
use crate::store::saved::{ReadRow, WrittenRow};
use crate::store::version_1::kinds::words;
use crate::store::version_1::papers::Source;
use crate::store::version_1::scalars::{List, LocalText, is_default};

words! {
    EventKind {
        Conference, YouthCelebration, InterregionalMeeting, RegionalPreparatoryMeeting, CoordinationMeeting,
        AdvisoryGroup, Council, Forum, SiteVisit, Milestone, Deadline, Holiday, PlanningArea,
    }
    StepState { Open, UnderWay, Done }
    DeadlineClass { Contributions, Revisions, Documents, Requests, Registration, Answers }
    DayEdge { First, Last }
    DocumentKind {
        Contribution, Report, Decision, CircularLetter, Draft, Agenda, Information, Publication, Website, Video,
        BasicText,
    }
    DocumentStage { Received, InTranslation, Posted }
    SessionKind {
        Plenary, Statements, Dialogue, Ceremony, HeadsOfDelegation, Committee, WorkingGroup, AdHoc,
        Drafting, RegionalCoordination, Briefing, Keynote, Talk, Panel, Workshop, Poster, Youth, Network,
        Visit, Social, SideEvent, Press, Service, Break, Other,
    }
    Status { Provisional, Confirmed, Reserve, Cancelled }
    ItemKind { Item, Talk, Statement, Discussion, Pause }
    ItemOrigin {
        PreparatoryMeetings, MemberState, SectorMember, RegionalOrganization, AdvisoryGroup, Bureau, Other,
    }
    ItemOutcome { NotTaken, Open, Concluded, Deferred, Referred, Noted, Approved }
    RequestState { Received, RankVerified, Confirmed, Withdrawn, TextOnly }
    TextState { Missing, Received, ToBooths, Checked, Published }
    DeliveredFrom { Rostrum, Seat, Remote, Video }
    Delivery { Expected, InHall, Speaking, Delivered, NotPresent, Moved }
    Role {
        Chair, ActingChair, ViceChair, Secretary, Speaker, Moderator, Panellist, Spokesperson, Participant,
    }
    Gender { Woman, Man }
    StakeholderGroup { Regulator, PolicyMaker, CivilSociety, Academia, TechnicalCommunity, Youth, GenderEquality }
    Designation { ToBeDesignated, Asked, NameReceived, Confirmed }
    Purpose { Committee, Regional, Bilateral, Reception, Other }
    TopicState { ToRefine, Adopted, InDrafting, Agreed }
    RequestAnswer { Waiting, Accepted, Declined, Withdrawn }
    StopReason { Interpretation, Technical, Chair, PointOfOrder, Reply }
    ReleaseStage { Draft, Submitted, Approved, Issued }
    ChangedPart { Session, Time, Rooms }
    Holder { Session, Person, Body, Room, Document, Topic }
    YouthElement { Dialogue, Talks, Activities, Interaction, Visits }
    Hue {
        Blue, Indigo, Sky, Teal, Green, Moss, Olive, Amber, Rust, Rose, Orchid, Violet, Slate, Grey,
    }
}

/// The edge that is left out.
impl Default for DayEdge {
    fn default() -> Self {
        Self::First
    }
}

/// The stage that is left out.
impl Default for ReleaseStage {
    fn default() -> Self {
        Self::Draft
    }
}

/// The state that is left out.
impl Default for RequestState {
    fn default() -> Self {
        Self::Received
    }
}

/// The state that is left out.
impl Default for TextState {
    fn default() -> Self {
        Self::Missing
    }
}

/// The place that is left out.
impl Default for DeliveredFrom {
    fn default() -> Self {
        Self::Rostrum
    }
}

/// The state that is left out.
impl Default for Delivery {
    fn default() -> Self {
        Self::Expected
    }
}

/// The state that is left out.
impl Default for Designation {
    fn default() -> Self {
        Self::ToBeDesignated
    }
}

/// The answer that is left out.
impl Default for RequestAnswer {
    fn default() -> Self {
        Self::Waiting
    }
}

/// The kind that is left out.
impl Default for ItemKind {
    fn default() -> Self {
        Self::Item
    }
}

/// The outcome that is left out.
impl Default for ItemOutcome {
    fn default() -> Self {
        Self::NotTaken
    }
}

/// The part that is left out.
impl Default for ChangedPart {
    fn default() -> Self {
        Self::Session
    }
}

/// The row that is left out.
impl Default for Holder {
    fn default() -> Self {
        Self::Session
    }
}

/// The status that is left out.
impl Default for Status {
    fn default() -> Self {
        Self::Provisional
    }
}

/// Declares what a session is called: a built-in kind by its word, an own one as `Own("keynote")`.
macro_rules! called {
    ($($word:ident),* $(,)?) => {
        #[derive(Clone, Copy, Serialize, Deserialize)]
        pub(super) enum Called {
            $($word,)*
            Own(KindId),
        }

        impl From<model::Kind> for Called {
            fn from(kind: model::Kind) -> Self {
                match kind {
                    $(model::Kind::BuiltIn(model::SessionKind::$word) => Self::$word,)*
                    model::Kind::Own(id) => Self::Own(id),
                }
            }
        }

        impl From<Called> for model::Kind {
            fn from(called: Called) -> Self {
                match called {
                    $(Called::$word => Self::BuiltIn(model::SessionKind::$word),)*
                    Called::Own(id) => Self::Own(id),
                }
            }
        }
    };
}
called! {
    Plenary, Statements, Dialogue, Ceremony, HeadsOfDelegation, Committee, WorkingGroup, AdHoc, Drafting,
    RegionalCoordination, Briefing, Keynote, Talk, Panel, Workshop, Poster, Youth, Network, Visit, Social,
    SideEvent, Press, Service, Break, Other,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnKind {
    id: KindId,
    #[serde(default, skip_serializing_if = "is_default")]
    title: LocalText,
    nature: SessionKind,
    hue: Hue,
    sign: SessionKind,
    #[serde(default, skip_serializing_if = "is_default")]
    sources: List<Source>,
}

impl ReadRow for OwnKind {
    type Model = model::OwnKind;

    fn into_model(self) -> model::OwnKind {
        model::OwnKind {
            id: self.id,
            title: self.title.into_model(),
            nature: self.nature.into(),
            hue: self.hue.into(),
            sign: self.sign.into(),
            sources: Source::list_into_model(self.sources),
        }
    }
}

impl WrittenRow for OwnKind {
    fn from_model(row: &model::OwnKind) -> Self {
        Self {
            id: row.id,
            title: LocalText::from_model(&row.title),
            nature: row.nature.into(),
            hue: row.hue.into(),
            sign: row.sign.into(),
            sources: Source::list_from_model(&row.sources),
        }
    }
}
