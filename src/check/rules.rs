//! The list of rules: one line for each. A rule's file holds what it judges, what it speaks against, and its tests.

mod absences;
mod advisory_groups;
mod agenda;
mod beside_plenary;
mod body_overlap;
mod booths;
mod capacity;
mod circular_order;
mod clock_change;
mod coffee;
mod committee_groups;
mod committees;
mod crowding;
mod days_off;
mod documents;
mod eligibility;
mod event_dates;
mod interpretation;
mod interpreters;
mod interregional;
mod interregional_staff;
mod lunch;
mod no_room;
mod person_overlap;
mod posts;
mod predecessors;
mod preparation;
mod quorum;
mod regions;
mod registers;
mod requests;
mod room_booking;
mod room_overlap;
mod room_setup;
mod shared;
mod side_event;
mod social;
mod statements;
mod teams;
mod topics;
mod walking;
mod working_hours;
mod youth;

use super::rule::Rule;

pub(super) use body_overlap::meets_once;

/// Every rule, in the order of reports.
pub static RULES: &[Rule] = &[
    room_overlap::RULE,
    room_setup::RULE,
    no_room::RULE,
    body_overlap::RULE,
    person_overlap::RULE,
    walking::RULE,
    walking::RULE_FOR_PEOPLE,
    beside_plenary::RULE,
    beside_plenary::RULE_FOR_OTHERS,
    committee_groups::RULE,
    crowding::FORMAL,
    crowding::SMALL_DELEGATION,
    crowding::TEAMS,
    interpreters::RULE,
    booths::RULE,
    interpretation::LENGTH,
    interpretation::EVENING,
    interpretation::TEAM_DAY,
    interpretation::TEAM_WEEK,
    teams::MISSING,
    teams::AT_ONCE,
    teams::AWAY,
    teams::LANGUAGES,
    teams::REST,
    capacity::RULE,
    working_hours::RULE,
    lunch::RULE,
    coffee::RULE,
    days_off::WEEKEND,
    days_off::FRIDAY,
    days_off::HOLIDAY,
    side_event::RULE,
    social::OVERLAP,
    social::FIRST_EVENING,
    predecessors::RULE,
    circular_order::RULE,
    committees::SET_UP,
    committees::EDITORIAL,
    committees::BUDGET,
    eligibility::RULE,
    statements::RANK,
    statements::LENGTH,
    statements::ONE_EACH,
    statements::TEXT,
    statements::SLOT,
    statements::PRESENT,
    statements::WAITS,
    statements::ODD,
    documents::DEADLINE,
    documents::LATE,
    documents::LANGUAGES,
    documents::UNUSED,
    agenda::MISSING,
    agenda::UNCOVERED,
    topics::REGION,
    agenda::TIME,
    agenda::SPEAKERS,
    quorum::RULE,
    regions::SLOT,
    regions::CLASH,
    regions::DRAFTING,
    room_booking::RULE,
    requests::TIME,
    requests::HELD,
    requests::PRECEDENCE,
    advisory_groups::RULE,
    interregional::BUREAU,
    absences::CLOSED,
    absences::AWAY,
    absences::REVERSED,
    registers::STATES,
    registers::LANGUAGES,
    posts::OPEN,
    posts::TWICE,
    interregional::HOURS_RULE,
    interregional_staff::RULE,
    interregional::BALANCE,
    interregional::AGENDA,
    youth::BEFORE,
    youth::NO_OUTCOME,
    youth::ELEMENTS,
    youth::VISITS,
    event_dates::ORDER,
    event_dates::OUTSIDE,
    preparation::SAME_DAY,
    preparation::CIRCLE,
    preparation::COUNTED,
    clock_change::SKIPPED,
    clock_change::DOUBLED,
];
