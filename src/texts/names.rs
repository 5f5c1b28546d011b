//! Which text names which value of the model: `texts.text(names::status(session.status))`.

use super::{Texts, tid};
use crate::model::{
    Basis, BodyKind, ChangedPart, Concern, DeliveredFrom, Delivery, Designation, EventFormat, EventKind, FieldSort,
    Gender, Holder, Hue, ItemKind, ItemOrigin, ItemOutcome, Language, LocalText, OfficeRole, Plan, PostStep, Purpose,
    Rank, ReleaseStage, RequestAnswer, RequestState, Role, RowKind, SessionKind, StakeholderGroup, Status, StopReason,
    TextState, TopicKind, TopicState, YouthElement,
};

/// Sorts of session.
#[must_use]
pub fn session_kind(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Plenary => tid("kind-plenary"),
        SessionKind::Statements => tid("kind-statements"),
        SessionKind::Dialogue => tid("kind-dialogue"),
        SessionKind::Ceremony => tid("kind-ceremony"),
        SessionKind::HeadsOfDelegation => tid("kind-heads-of-delegation"),
        SessionKind::Committee => tid("kind-committee"),
        SessionKind::WorkingGroup => tid("kind-working-group"),
        SessionKind::AdHoc => tid("kind-ad-hoc"),
        SessionKind::Drafting => tid("kind-drafting"),
        SessionKind::RegionalCoordination => tid("kind-regional-coordination"),
        SessionKind::Briefing => tid("kind-briefing"),
        SessionKind::Keynote => tid("kind-keynote"),
        SessionKind::Talk => tid("kind-talk"),
        SessionKind::Panel => tid("kind-panel"),
        SessionKind::Workshop => tid("kind-workshop"),
        SessionKind::Poster => tid("kind-poster"),
        SessionKind::Youth => tid("kind-youth"),
        SessionKind::Network => tid("kind-network"),
        SessionKind::Visit => tid("kind-visit"),
        SessionKind::Social => tid("kind-social"),
        SessionKind::SideEvent => tid("kind-side-event"),
        SessionKind::Press => tid("kind-press"),
        SessionKind::Service => tid("kind-service"),
        SessionKind::Break => tid("kind-break"),
        SessionKind::Other => tid("kind-other"),
    }
}

/// Colours of sessions.
#[must_use]
pub fn hue(hue: Hue) -> &'static str {
    match hue {
        Hue::Blue => tid("hue-blue"),
        Hue::Indigo => tid("hue-indigo"),
        Hue::Sky => tid("hue-sky"),
        Hue::Teal => tid("hue-teal"),
        Hue::Green => tid("hue-green"),
        Hue::Moss => tid("hue-moss"),
        Hue::Olive => tid("hue-olive"),
        Hue::Amber => tid("hue-amber"),
        Hue::Rust => tid("hue-rust"),
        Hue::Rose => tid("hue-rose"),
        Hue::Orchid => tid("hue-orchid"),
        Hue::Violet => tid("hue-violet"),
        Hue::Slate => tid("hue-slate"),
        Hue::Grey => tid("hue-grey"),
    }
}

/// Sorts of own fields.
#[must_use]
pub fn field_sort(sort: FieldSort) -> &'static str {
    match sort {
        FieldSort::Text => tid("field-text"),
        FieldSort::Number => tid("field-number"),
        FieldSort::Date => tid("field-date"),
        FieldSort::Choice => tid("field-choice"),
        FieldSort::Tick => tid("field-tick"),
    }
}

/// What has an own field.
#[must_use]
pub fn holder(holder: Holder) -> &'static str {
    match holder {
        Holder::Session => tid("row-session"),
        Holder::Person => tid("row-person"),
        Holder::Body => tid("row-body"),
        Holder::Room => tid("row-room"),
        Holder::Document => tid("row-document"),
        Holder::Topic => tid("row-topic"),
    }
}

/// Statuses of a session.
#[must_use]
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Provisional => tid("status-provisional"),
        Status::Confirmed => tid("status-confirmed"),
        Status::Reserve => tid("status-reserve"),
        Status::Cancelled => tid("status-cancelled"),
    }
}

/// Parts in a session.
#[must_use]
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Chair => tid("role-chair"),
        Role::ActingChair => tid("role-acting-chair"),
        Role::ViceChair => tid("role-vice-chair"),
        Role::Secretary => tid("role-secretary"),
        Role::Speaker => tid("role-speaker"),
        Role::Moderator => tid("role-moderator"),
        Role::Panellist => tid("role-panellist"),
        Role::Spokesperson => tid("role-spokesperson"),
        Role::Participant => tid("role-participant"),
    }
}

/// Sorts of event.
#[must_use]
pub fn event_kind(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Conference => tid("event-kind-conference"),
        EventKind::YouthCelebration => tid("event-kind-youth-celebration"),
        EventKind::InterregionalMeeting => tid("event-kind-interregional-meeting"),
        EventKind::RegionalPreparatoryMeeting => tid("event-kind-regional-preparatory-meeting"),
        EventKind::CoordinationMeeting => tid("event-kind-coordination-meeting"),
        EventKind::AdvisoryGroup => tid("event-kind-advisory-group"),
        EventKind::Council => tid("event-kind-council"),
        EventKind::Forum => tid("event-kind-forum"),
        EventKind::SiteVisit => tid("event-kind-site-visit"),
        EventKind::Milestone => tid("event-kind-milestone"),
        EventKind::Deadline => tid("event-kind-deadline"),
        EventKind::Holiday => tid("event-kind-holiday"),
        EventKind::PlanningArea => tid("event-kind-planning-area"),
    }
}

/// How people take part in an event.
#[must_use]
pub fn event_format(format: EventFormat) -> &'static str {
    match format {
        EventFormat::Physical => tid("event-format-physical"),
        EventFormat::Virtual => tid("event-format-virtual"),
        EventFormat::Hybrid => tid("event-format-hybrid"),
        EventFormat::Correspondence => tid("event-format-correspondence"),
    }
}

/// The same in one word, where the event itself is named.
#[must_use]
pub fn event_format_short(format: EventFormat) -> &'static str {
    match format {
        EventFormat::Physical => tid("event-format-physical-short"),
        EventFormat::Virtual => tid("event-format-virtual-short"),
        EventFormat::Hybrid => tid("event-format-hybrid-short"),
        EventFormat::Correspondence => tid("event-format-correspondence-short"),
    }
}

/// Sorts of body.
#[must_use]
pub fn body_kind(kind: BodyKind) -> &'static str {
    match kind {
        BodyKind::Plenary => tid("body-kind-plenary"),
        BodyKind::HeadsOfDelegation => tid("body-kind-heads-of-delegation"),
        BodyKind::Committee => tid("body-kind-committee"),
        BodyKind::SteeringCommittee => tid("body-kind-steering-committee"),
        BodyKind::BudgetCommittee => tid("body-kind-budget-committee"),
        BodyKind::EditorialCommittee => tid("body-kind-editorial-committee"),
        BodyKind::WorkingGroup => tid("body-kind-working-group"),
        BodyKind::DraftingGroup => tid("body-kind-drafting-group"),
        BodyKind::Region => tid("body-kind-region"),
        BodyKind::RegionalOrganization => tid("body-kind-regional-organization"),
        BodyKind::AdvisoryGroup => tid("body-kind-advisory-group"),
        BodyKind::Secretariat => tid("body-kind-secretariat"),
        BodyKind::Host => tid("body-kind-host"),
        BodyKind::Delegation => tid("body-kind-delegation"),
        BodyKind::Other => tid("body-kind-other"),
    }
}

/// How far a post has come.
#[must_use]
pub fn designation(state: Designation) -> &'static str {
    match state {
        Designation::ToBeDesignated => tid("designation-to-be-designated"),
        Designation::Asked => tid("designation-asked"),
        Designation::NameReceived => tid("designation-name-received"),
        Designation::Confirmed => tid("designation-confirmed"),
    }
}

/// What brings a post further.
#[must_use]
pub fn post_step(step: PostStep) -> &'static str {
    match step {
        PostStep::Ask => tid("post-step-ask"),
        PostStep::Remind => tid("post-step-remind"),
        PostStep::Receive => tid("post-step-receive"),
        PostStep::Confirm => tid("post-step-confirm"),
    }
}

/// How a person is counted.
#[must_use]
pub fn stakeholder_group(group: StakeholderGroup) -> &'static str {
    match group {
        StakeholderGroup::Regulator => tid("stakeholder-regulator"),
        StakeholderGroup::PolicyMaker => tid("stakeholder-policy-maker"),
        StakeholderGroup::CivilSociety => tid("stakeholder-civil-society"),
        StakeholderGroup::Academia => tid("stakeholder-academia"),
        StakeholderGroup::TechnicalCommunity => tid("stakeholder-technical-community"),
        StakeholderGroup::Youth => tid("stakeholder-youth"),
        StakeholderGroup::GenderEquality => tid("stakeholder-gender-equality"),
    }
}

/// The id of an element of the programme of a youth celebration.
#[must_use]
pub fn youth_element(element: YouthElement) -> &'static str {
    match element {
        YouthElement::Dialogue => tid("youth-element-dialogue"),
        YouthElement::Talks => tid("youth-element-talks"),
        YouthElement::Activities => tid("youth-element-activities"),
        YouthElement::Interaction => tid("youth-element-interaction"),
        YouthElement::Visits => tid("youth-element-visits"),
    }
}

/// The id of whom a meeting concerns.
#[must_use]
pub fn concern(concern: &Concern) -> &'static str {
    match concern {
        Concern::All => tid("delegation-all"),
        Concern::Regions(_) => tid("delegation-region"),
        Concern::Members => tid("delegation-members"),
        Concern::Officers => tid("delegation-officers"),
    }
}

/// The id of how a person is counted.
#[must_use]
pub fn gender(gender: Gender) -> &'static str {
    match gender {
        Gender::Woman => tid("gender-woman"),
        Gender::Man => tid("gender-man"),
    }
}

/// What a room is asked for.
#[must_use]
pub fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Committee => tid("purpose-committee"),
        Purpose::Regional => tid("purpose-regional"),
        Purpose::Bilateral => tid("purpose-bilateral"),
        Purpose::Reception => tid("purpose-reception"),
        Purpose::Other => tid("purpose-other"),
    }
}

/// What was answered to a request for a room.
#[must_use]
pub fn request_answer(answer: RequestAnswer) -> &'static str {
    match answer {
        RequestAnswer::Waiting => tid("request-answer-waiting"),
        RequestAnswer::Accepted => tid("request-answer-accepted"),
        RequestAnswer::Declined => tid("request-answer-declined"),
        RequestAnswer::Withdrawn => tid("request-answer-withdrawn"),
    }
}

/// Offices in a body.
#[must_use]
pub fn office(role: OfficeRole) -> &'static str {
    match role {
        OfficeRole::Chair => tid("office-chair"),
        OfficeRole::ViceChair => tid("office-vice-chair"),
        OfficeRole::Secretary => tid("office-secretary"),
        OfficeRole::Spokesperson => tid("office-spokesperson"),
    }
}

/// Ranks in protocol: the word of a built-in one, the general one for an own one.
#[must_use]
pub fn built_in_rank(rank: Rank) -> &'static str {
    match rank {
        Rank::Minister => tid("rank-minister"),
        Rank::DeputyMinister => tid("rank-deputy-minister"),
        Rank::AssistantMinister => tid("rank-assistant-minister"),
        Rank::CabinetMember => tid("rank-cabinet-member"),
        Rank::Regulator => tid("rank-regulator"),
        Rank::Ambassador => tid("rank-ambassador"),
        Rank::UnitedNations => tid("rank-united-nations"),
        Rank::Other => tid("rank-other"),
        Rank::Own(_) => tid("row-rank"),
    }
}

/// What a plan calls a rank, where it says so.
#[must_use]
pub fn own_rank(plan: &Plan, rank: Rank) -> Option<&LocalText> {
    let row = rank.row().and_then(|id| plan.ranks().get(id));
    row.map(|row| &row.title).filter(|title| !title.is_empty())
}

/// What a rank is called in a plan.
#[must_use]
pub fn rank<'a>(texts: &'a Texts, plan: &'a Plan, rank: Rank) -> &'a str {
    own_rank(plan, rank).map_or_else(|| texts.text(built_in_rank(rank)), |title| title.get(texts.language()))
}

/// What a built-in rank is called in all six languages.
#[must_use]
pub fn rank_title(rank: Rank) -> LocalText {
    let mut title = LocalText::default();
    for language in Language::ALL {
        title.set(language, Texts::new(language).text(built_in_rank(rank)));
    }
    title
}

/// How far requests to speak have come.
#[must_use]
pub fn request_state(state: RequestState) -> &'static str {
    match state {
        RequestState::Received => tid("request-received"),
        RequestState::RankVerified => tid("request-rank-verified"),
        RequestState::Confirmed => tid("request-confirmed"),
        RequestState::Withdrawn => tid("request-withdrawn"),
        RequestState::TextOnly => tid("request-text-only"),
    }
}

/// How far texts of statements have come.
#[must_use]
pub fn text_state(state: TextState) -> &'static str {
    match state {
        TextState::Missing => tid("text-missing"),
        TextState::Received => tid("text-received"),
        TextState::ToBooths => tid("text-to-booths"),
        TextState::Checked => tid("text-checked"),
        TextState::Published => tid("text-published"),
    }
}

/// From where statements are given.
#[must_use]
pub fn delivered_from(place: DeliveredFrom) -> &'static str {
    match place {
        DeliveredFrom::Rostrum => tid("delivered-from-rostrum"),
        DeliveredFrom::Seat => tid("delivered-from-seat"),
        DeliveredFrom::Remote => tid("delivered-from-remote"),
        DeliveredFrom::Video => tid("delivered-from-video"),
    }
}

/// How far the delivery of statements has come.
#[must_use]
pub fn delivery(delivery: Delivery) -> &'static str {
    match delivery {
        Delivery::Expected => tid("delivery-expected"),
        Delivery::InHall => tid("delivery-in-hall"),
        Delivery::Speaking => tid("delivery-speaking"),
        Delivery::Delivered => tid("delivery-delivered"),
        Delivery::NotPresent => tid("delivery-not-present"),
        Delivery::Moved => tid("delivery-moved"),
    }
}

/// Why the clock of a speaker stands still.
#[must_use]
pub fn stop_reason(reason: StopReason) -> &'static str {
    match reason {
        StopReason::Interpretation => tid("stop-interpretation"),
        StopReason::Technical => tid("stop-technical"),
        StopReason::Chair => tid("stop-chair"),
        StopReason::PointOfOrder => tid("stop-point-of-order"),
        StopReason::Reply => tid("stop-reply"),
    }
}

/// Sorts of topic.
#[must_use]
pub fn topic_kind(kind: TopicKind) -> &'static str {
    match kind {
        TopicKind::Priority => tid("topic-kind-priority"),
        TopicKind::Initiative => tid("topic-kind-initiative"),
        TopicKind::AgendaItem => tid("topic-kind-agenda-item"),
    }
}

/// How far a topic has come.
#[must_use]
pub fn topic_state(state: TopicState) -> &'static str {
    match state {
        TopicState::ToRefine => tid("topic-state-to-refine"),
        TopicState::Adopted => tid("topic-state-adopted"),
        TopicState::InDrafting => tid("topic-state-in-drafting"),
        TopicState::Agreed => tid("topic-state-agreed"),
    }
}

/// What a statement of the plan rests on.
#[must_use]
pub fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Seed => tid("basis-seed"),
        Basis::External => tid("basis-external"),
        Basis::Inferred => tid("basis-inferred"),
        Basis::Illustrative => tid("basis-illustrative"),
    }
}

/// Languages.
#[must_use]
pub fn language(language: Language) -> &'static str {
    match language {
        Language::English => tid("language-english"),
        Language::French => tid("language-french"),
        Language::Spanish => tid("language-spanish"),
        Language::Russian => tid("language-russian"),
        Language::Chinese => tid("language-chinese"),
        Language::Arabic => tid("language-arabic"),
    }
}

/// What brings the screen into a language: the command, and its tooltip.
#[must_use]
pub fn screen(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::English => (tid("screen-english"), tid("screen-english-tip")),
        Language::French => (tid("screen-french"), tid("screen-french-tip")),
        Language::Spanish => (tid("screen-spanish"), tid("screen-spanish-tip")),
        Language::Russian => (tid("screen-russian"), tid("screen-russian-tip")),
        Language::Chinese => (tid("screen-chinese"), tid("screen-chinese-tip")),
        Language::Arabic => (tid("screen-arabic"), tid("screen-arabic-tip")),
    }
}

/// Sorts of item of an agenda.
#[must_use]
pub fn item_kind(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Item => tid("item-kind-item"),
        ItemKind::Talk => tid("item-kind-talk"),
        ItemKind::Statement => tid("item-kind-statement"),
        ItemKind::Discussion => tid("item-kind-discussion"),
        ItemKind::Pause => tid("item-kind-pause"),
    }
}

/// Who brought an item of an agenda in.
#[must_use]
pub fn item_origin(origin: ItemOrigin) -> &'static str {
    match origin {
        ItemOrigin::PreparatoryMeetings => tid("item-origin-preparatory-meetings"),
        ItemOrigin::MemberState => tid("item-origin-member-state"),
        ItemOrigin::SectorMember => tid("item-origin-sector-member"),
        ItemOrigin::RegionalOrganization => tid("item-origin-regional-organization"),
        ItemOrigin::AdvisoryGroup => tid("item-origin-advisory-group"),
        ItemOrigin::Bureau => tid("item-origin-bureau"),
        ItemOrigin::Other => tid("item-origin-other"),
    }
}

/// What came of an item of an agenda.
#[must_use]
pub fn item_outcome(outcome: ItemOutcome) -> &'static str {
    match outcome {
        ItemOutcome::NotTaken => tid("item-outcome-not-taken"),
        ItemOutcome::Open => tid("item-outcome-open"),
        ItemOutcome::Concluded => tid("item-outcome-concluded"),
        ItemOutcome::Deferred => tid("item-outcome-deferred"),
        ItemOutcome::Referred => tid("item-outcome-referred"),
        ItemOutcome::Noted => tid("item-outcome-noted"),
        ItemOutcome::Approved => tid("item-outcome-approved"),
    }
}

/// How far a release has come.
#[must_use]
pub fn release_stage(stage: ReleaseStage) -> &'static str {
    match stage {
        ReleaseStage::Draft => tid("stage-draft"),
        ReleaseStage::Submitted => tid("stage-submitted"),
        ReleaseStage::Approved => tid("stage-approved"),
        ReleaseStage::Issued => tid("stage-issued"),
    }
}

/// What of a session is changed.
#[must_use]
pub fn changed_part(part: ChangedPart) -> &'static str {
    match part {
        ChangedPart::Session => tid("row-session"),
        ChangedPart::Time => tid("handout-time"),
        ChangedPart::Rooms => tid("handout-rooms"),
    }
}

/// One row of a table.
#[must_use]
pub fn row(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Kind => tid("row-kind"),
        RowKind::Field => tid("row-field"),
        RowKind::Rank => tid("row-rank"),
        RowKind::Event => tid("row-event"),
        RowKind::Body => tid("row-body"),
        RowKind::Room => tid("row-room"),
        RowKind::Person => tid("row-person"),
        RowKind::Topic => tid("row-topic"),
        RowKind::Document => tid("row-document"),
        RowKind::Session => tid("row-session"),
        RowKind::Statement => tid("row-statement"),
        RowKind::Item => tid("row-item"),
        RowKind::Post => tid("row-post"),
        RowKind::Team => tid("row-team"),
        RowKind::Delegate => tid("row-delegate"),
        RowKind::RoomRequest => tid("row-room-request"),
        RowKind::Note => tid("row-note"),
        RowKind::Rule => tid("row-rule"),
        RowKind::Waiver => tid("row-waiver"),
        RowKind::Release => tid("row-release"),
        RowKind::Record => tid("row-record"),
        RowKind::Comment => tid("row-comment"),
    }
}

/// All rows of a table.
#[must_use]
pub fn rows(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Kind => tid("rows-kind"),
        RowKind::Field => tid("rows-field"),
        RowKind::Rank => tid("rows-rank"),
        RowKind::Event => tid("rows-event"),
        RowKind::Body => tid("rows-body"),
        RowKind::Room => tid("rows-room"),
        RowKind::Person => tid("rows-person"),
        RowKind::Topic => tid("rows-topic"),
        RowKind::Document => tid("rows-document"),
        RowKind::Session => tid("rows-session"),
        RowKind::Statement => tid("rows-statement"),
        RowKind::Item => tid("rows-item"),
        RowKind::Post => tid("rows-post"),
        RowKind::Team => tid("rows-team"),
        RowKind::Delegate => tid("rows-delegate"),
        RowKind::RoomRequest => tid("rows-room-request"),
        RowKind::Note => tid("rows-note"),
        RowKind::Rule => tid("rows-rule"),
        RowKind::Waiver => tid("rows-waiver"),
        RowKind::Release => tid("rows-release"),
        RowKind::Record => tid("rows-record"),
        RowKind::Comment => tid("rows-comment"),
    }
}
