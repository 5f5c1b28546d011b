//! Events in groups: the conference, what comes before and after it, dates to be kept, days off.

use chrono::NaiveDate;

use crate::model::{Event, EventId, EventKind, Plan};
use crate::texts::tid;

/// A group of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// The conference, and what is held on its days or for its youth.
    Conference,
    /// What prepares it.
    Before,
    /// What follows it.
    After,
    /// Meetings of a plan without a conference.
    Meetings,
    /// Dates by which something is done.
    Dates,
    /// Days off in the host country.
    DaysOff,
}

impl Group {
    /// All of them, from top to bottom.
    pub const ALL: [Self; 6] =
        [Self::Conference, Self::Before, Self::After, Self::Meetings, Self::Dates, Self::DaysOff];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Conference => tid("navigator-conference"),
            Self::Before => tid("navigator-before"),
            Self::After => tid("navigator-after"),
            Self::Meetings => tid("navigator-meetings"),
            Self::Dates => tid("navigator-dates"),
            Self::DaysOff => tid("navigator-days-off"),
        }
    }

    /// Whether it is open at first: what sessions are in.
    #[must_use]
    pub fn opens_first(self) -> bool {
        !matches!(self, Self::Dates | Self::DaysOff)
    }

    /// The group of an event, given the days of the conference.
    fn of(event: &Event, conference: Option<(NaiveDate, NaiveDate)>) -> Self {
        match (event.kind, conference) {
            (EventKind::Deadline | EventKind::Milestone | EventKind::PlanningArea, _) => Self::Dates,
            (EventKind::Holiday, _) => Self::DaysOff,
            (EventKind::Conference | EventKind::YouthCelebration, _) => Self::Conference,
            (_, None) => Self::Meetings,
            (_, Some((first, last))) => {
                let days = event.dates.first_and_last();
                if days.1 < first {
                    Self::Before
                } else if days.0 > last {
                    Self::After
                } else if first <= days.0 && days.1 <= last {
                    Self::Conference
                } else {
                    // Somewhen in the year of the conference: it is part of the preparation.
                    Self::Before
                }
            }
        }
    }
}

/// Events in their groups, given the one that the plan is about; groups without events are left out. The conference leads,
/// else the order of the events stays.
#[must_use]
pub fn grouped(plan: &Plan, main: Option<EventId>, events: &[EventId]) -> Vec<(Group, Vec<EventId>)> {
    let main = main.and_then(|id| plan.events().get(id)).filter(|event| event.kind == EventKind::Conference);
    let conference = main.map(|event| event.dates.first_and_last());
    let group = |id: &EventId| plan.events().get(*id).map(|event| Group::of(event, conference));
    let leads = |id: &EventId| main.is_some_and(|event| event.id == *id);
    let of = |wanted: Group| {
        let mut events: Vec<_> = events.iter().copied().filter(|id| group(id) == Some(wanted)).collect();
        events.sort_by_key(|id| !leads(id));
        events
    };
    Group::ALL.into_iter().map(|group| (group, of(group))).filter(|(_, events)| !events.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Template;
    use crate::workbench::Index;

    #[test]
    fn events_of_the_built_in_plan_stand_as_planners_speak_of_them() {
        let plan = Template::Wtdc25.plan();
        let index = Index::new(&plan);
        let groups = grouped(&plan, index.main_event(), index.events());
        let counts: Vec<_> = groups.iter().map(|(group, events)| (*group, events.len())).collect();
        let expected = [(Group::Conference, 2), (Group::Before, 17), (Group::Dates, 23), (Group::DaysOff, 4)];
        assert_eq!(counts, expected);
    }
}
