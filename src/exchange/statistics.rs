//! What a plan holds, counted, and hours added up.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::check::Checker;
use crate::model::celebration::Celebration;
use crate::model::coverage::{self, Coverage};
use crate::model::preparation::Preparation;
use crate::model::roster::{self, Limits, Roster};
use crate::model::speaking::{self, Part, SpeakingList};
use crate::model::{Designation, EventId, Language, Plan, Post, RequestAnswer, Severity, YouthElement};

use super::distinct::distinct;

/// Counts of a plan. The names of the fields are what scripts read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Statistics {
    /// Events of all kinds.
    pub events: usize,
    /// Sessions.
    pub sessions: Sessions,
    /// Rooms.
    pub rooms: usize,
    /// Bodies.
    pub bodies: usize,
    /// People.
    pub people: usize,
    /// Delegates of delegations.
    pub delegates: usize,
    /// Posts in bodies.
    pub posts: Posts,
    /// Steps of the preparation and planning areas.
    pub steps: Steps,
    /// Topics.
    pub topics: usize,
    /// Topics that nothing covers, or that an interregional meeting has no item of.
    pub topics_not_covered: usize,
    /// The programme and the visits of youth celebrations.
    pub youth: Youth,
    /// Items of agendas.
    pub agenda_items: usize,
    /// Statements, and the places of speaking lists.
    pub statements: Statements,
    /// Teams of interpreters, and their sittings.
    pub interpretation: Interpretation,
    /// Requests for rooms.
    pub room_requests: RoomRequests,
    /// Documents.
    pub documents: usize,
    /// Comments of the team, to-dos among them.
    pub comments: usize,
    /// To-dos that are not done.
    pub open_to_dos: usize,
    /// What the rules report.
    pub findings: Findings,
    /// Minutes of placed sessions by body, by its short name; a joint meeting counts for each.
    pub minutes_by_body: BTreeMap<String, i64>,
    /// Minutes of placed sessions by room; a session in two rooms counts for both.
    pub minutes_by_room: BTreeMap<String, i64>,
}

/// Sessions by where they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Sessions {
    /// All.
    pub total: usize,
    /// Those on the timeline.
    pub placed: usize,
    /// Those in the tray.
    pub unscheduled: usize,
}

/// Statements by where they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Statements {
    /// All that were asked for.
    pub requests: usize,
    /// Those that have a place.
    pub placed: usize,
    /// Those that may have one and have none.
    pub waiting: usize,
    /// Those that somebody has to allow, because of the rank.
    pub by_exception: usize,
    /// Those that are not given: text only, or withdrawn.
    pub silent: usize,
    /// Places there are.
    pub places: usize,
    /// Free places that are held for ministers.
    pub held: usize,
}

impl Statements {
    /// Counts those of all lists of a plan; most plans have one.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let has_list = |&event: &EventId| !speaking::sessions(plan, event).is_empty();
        let events: BTreeSet<EventId> =
            plan.events().ids().filter(has_list).chain(speaking::main_event(plan)).collect();
        let mut counts = Self { requests: plan.statements().len(), ..Self::default() };
        for list in events.into_iter().map(|event| SpeakingList::of(plan, plan, event)) {
            counts.placed += list.parts.iter().map(Part::speakers).sum::<usize>();
            counts.waiting += list.waiting.len();
            counts.by_exception += list.by_exception.len();
            // On a published list who was to speak and does not still stands in a place.
            counts.silent += list.silent.len() + list.lines().filter(|line| line.due.is_none()).count();
            counts.places += list.parts.iter().map(|part| part.places).sum::<usize>();
            counts.held += list.parts.iter().map(|part| part.held(&list.speaking)).sum::<usize>();
        }
        counts
    }
}

/// Posts by how far they have come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Posts {
    /// All.
    pub total: usize,
    /// Those that nobody is known for.
    pub open: usize,
    /// Those whose holder is elected, appointed or confirmed.
    pub confirmed: usize,
}

impl Posts {
    fn new(plan: &Plan) -> Self {
        let is_confirmed = |post: &&std::sync::Arc<Post>| post.designation == Designation::Confirmed;
        Self {
            total: plan.posts().len(),
            open: plan.posts().iter().filter(|post| post.is_open()).count(),
            confirmed: plan.posts().iter().filter(is_confirmed).filter(|post| !post.is_open()).count(),
        }
    }
}

/// Steps of the preparation, by how far they have come; what is late depends on the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Steps {
    /// All.
    pub total: usize,
    /// Those whose result is there.
    pub done: usize,
    /// All others.
    pub open: usize,
}

impl Steps {
    fn new(plan: &Plan) -> Self {
        let steps = Preparation::of(plan, None).steps;
        let done = steps.values().filter(|step| step.is_done()).count();
        Self { total: steps.len(), done, open: steps.len() - done }
    }
}

/// The programme of youth celebrations (§7.1), and the groups that go on visits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Youth {
    /// Elements that a session serves which takes place.
    pub elements_served: usize,
    /// Those that none does.
    pub elements_missing: usize,
    /// Groups.
    pub groups: usize,
    /// People in them, as far as that is said.
    pub people: u32,
    /// Seats for them, as far as that is said.
    pub seats: u32,
}

impl Youth {
    fn new(plan: &Plan) -> Self {
        let mut counts = Self::default();
        for one in Celebration::all(plan) {
            let (missing, visitors) = (one.gaps(plan).len(), one.visitors(plan));
            counts.elements_missing += missing;
            counts.elements_served += YouthElement::ALL.len() - missing;
            counts.groups += visitors.groups;
            counts.people = counts.people.saturating_add(visitors.people);
            counts.seats = counts.seats.saturating_add(visitors.seats);
        }
        counts
    }
}

/// What is interpreted, and by whom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Interpretation {
    /// Teams.
    pub teams: usize,
    /// Sittings of all events: one team in one part of a day.
    pub sittings: usize,
    /// Those of them that no team has.
    pub without_a_team: usize,
}

impl Interpretation {
    /// Counts those of all events of a plan.
    #[must_use]
    pub fn new(plan: &Plan, limits: Limits) -> Self {
        let mut counts = Self { teams: plan.teams().len(), ..Self::default() };
        for roster in roster::events(plan).into_iter().map(|event| Roster::of(plan, event, limits)) {
            counts.sittings += roster.sittings.len();
            counts.without_a_team += roster.gaps().count();
        }
        counts
    }
}

/// Requests for rooms by what was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RoomRequests {
    /// All.
    pub total: usize,
    /// Those that have no answer yet.
    pub waiting: usize,
    /// Those that have a room.
    pub accepted: usize,
    /// Those that have none.
    pub declined: usize,
    /// Those that are not wanted any more.
    pub withdrawn: usize,
}

impl RoomRequests {
    /// Counts those of a plan.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let count = |answer: RequestAnswer| plan.requests().iter().filter(|row| row.answer == answer).count();
        let [waiting, accepted, declined, withdrawn] = RequestAnswer::ALL.map(count);
        Self { total: plan.requests().len(), waiting, accepted, declined, withdrawn }
    }
}

/// Findings by severity; waived ones count only as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Findings {
    /// Must be mended.
    pub errors: usize,
    /// Should be looked at.
    pub warnings: usize,
    /// Good to know.
    pub hints: usize,
    /// Accepted with a reason.
    pub waived: usize,
}

/// A severity as scripts read it, in whatever language.
#[must_use]
pub fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
        Severity::Off => "off",
    }
}

impl Findings {
    /// How many there are of each.
    #[must_use]
    pub fn new(checker: &Checker) -> Self {
        let counts = checker.counts();
        Self {
            errors: counts[Severity::Error as usize],
            warnings: counts[Severity::Warning as usize],
            hints: counts[Severity::Hint as usize],
            waived: counts[4],
        }
    }
}

impl Statistics {
    /// Counts `plan`; names of bodies and rooms are in `language`.
    #[must_use]
    pub fn new(plan: &Plan, language: Language) -> Self {
        let checker = Checker::new(plan);
        let total = plan.sessions().len();
        let placed = plan.sessions().iter().filter(|session| session.placement.is_some()).count();
        let (mut by_body, mut by_room) = (BTreeMap::new(), BTreeMap::new());
        for session in plan.sessions().iter() {
            let Some(span) = session.span() else { continue };
            let minutes = i64::from(span.mins());
            for body in session.bodies.iter().filter_map(|&id| plan.bodies().get(id)) {
                *by_body.entry(body.id).or_insert(0) += minutes;
            }
            for room in session.rooms().iter().filter_map(|&id| plan.rooms().get(id)) {
                *by_room.entry(room.id).or_insert(0) += minutes;
            }
        }
        let first = |names: [&str; 3]| names.into_iter().find(|name| !name.is_empty()).unwrap_or_default().to_owned();
        let bodies = plan.bodies().iter().filter_map(|body| {
            let name = first([body.code.get(language), body.title.get(language), body.id.as_str()]);
            Some((name, body.id.as_str(), *by_body.get(&body.id)?))
        });
        let rooms = plan.rooms().iter().filter_map(|room| {
            let name = first([room.title.get(language), "", room.id.as_str()]);
            Some((name, room.id.as_str(), *by_room.get(&room.id)?))
        });
        Self {
            events: plan.events().len(),
            sessions: Sessions { total, placed, unscheduled: total - placed },
            rooms: plan.rooms().len(),
            bodies: plan.bodies().len(),
            people: plan.people().len(),
            delegates: plan.delegates().len(),
            posts: Posts::new(plan),
            steps: Steps::new(plan),
            topics: plan.topics().len(),
            topics_not_covered: not_covered(plan),
            youth: Youth::new(plan),
            agenda_items: plan.items().len(),
            statements: Statements::new(plan),
            interpretation: Interpretation::new(plan, checker.settings().team_limits()),
            room_requests: RoomRequests::new(plan),
            documents: plan.documents().len(),
            comments: plan.comments().len(),
            open_to_dos: plan.comments().iter().filter(|comment| comment.is_open()).count(),
            findings: Findings::new(&checker),
            minutes_by_body: by_name(bodies.collect()),
            minutes_by_room: by_name(rooms.collect()),
        }
    }
}

/// How many topics are missing somewhere.
fn not_covered(plan: &Plan) -> usize {
    let (coverage, meetings) = (Coverage::of(plan), coverage::meetings(plan));
    plan.topics().ids().filter(|&topic| coverage.has_gap(topic, &meetings)).count()
}

/// Minutes by names of rows, which are told apart by their ids where two are called the same.
fn by_name(rows: Vec<(String, &str, i64)>) -> BTreeMap<String, i64> {
    let names = distinct(rows.iter().map(|(name, id, _)| (name.clone(), *id)));
    names.into_iter().zip(rows).map(|(name, (_, _, minutes))| (name, minutes)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Patch, RequestState, Statement};

    #[test]
    fn no_minute_is_lost_where_names_are_alike() {
        let rows = [("Hall (c)", "a", 1), ("Hall", "b", 2), ("Hall", "c", 4)];
        let rows = rows.into_iter().map(|(name, id, minutes)| (name.to_owned(), id, minutes)).collect();
        let minutes = by_name(rows);
        assert_eq!((minutes.len(), minutes.values().sum::<i64>()), (3, 7), "{minutes:?}");
    }

    #[test]
    fn who_withdraws_from_a_published_list_is_counted_as_silent() {
        let text = include_bytes!("../../saves/illustrative-statements.ron");
        let mut plan = crate::store::read_plan(text).unwrap();
        let before = Statements::new(&plan);
        let row = plan.statements().iter().find(|row| row.session.is_some()).unwrap();
        let mut patch = Patch::default();
        patch.put(&plan, Statement { request: RequestState::Withdrawn, ..Statement::clone(row) });
        plan.apply(&patch).unwrap();
        let after = Statements { placed: before.placed - 1, silent: before.silent + 1, ..before };
        assert_eq!(Statements::new(&plan), after);
    }
}
