//! When sessions of a file are on the clocks of a plan, and to which event they belong.

use chrono::NaiveDateTime;

use super::super::draft::{Draft, DraftSession, Moment};
use crate::edit::event_at;
use crate::model::zone::{self, Tz};
use crate::model::{CivilTime, Event, EventId, Plan};

/// The clocks of a file.
pub struct Days {
    /// The zone of clocks of which the file does not say where they hang.
    pub zone: Tz,
}

impl Days {
    /// The clocks of a draft: as somebody chose, as the file says, as the plan has it.
    pub fn new(draft: &Draft, plan: &Plan, chosen: Option<Tz>) -> Self {
        let of_plan = plan.main_event().map_or(plan.header().zone, |event| event.zone);
        Self { zone: chosen.or(draft.zone).unwrap_or(of_plan) }
    }

    /// What a clock in a zone shows then; `None` outside the years that a plan has.
    fn shown(&self, moment: Moment, to: Tz) -> Option<CivilTime> {
        let read = |time: NaiveDateTime| CivilTime::has_day(time.date()).then(|| CivilTime::from_chrono(time));
        match moment {
            Moment::Floating(time) => Some(zone::convert(read(time)?, self.zone, to)),
            Moment::Civil(time, from) => Some(zone::convert(read(time)?, from, to)),
            Moment::Instant(instant) => {
                read(instant.naive_utc())?;
                Some(zone::civil(instant, to))
            }
        }
    }

    /// What the clock of the file shows at a moment.
    pub fn own(&self, moment: Moment) -> Option<CivilTime> {
        self.shown(moment, self.zone)
    }

    /// The event of a session, and when it begins on the clock of that; `None` where it has no time that a plan can have.
    pub fn civil(&self, session: &DraftSession, plan: &Plan, new: &[Event]) -> Option<(EventId, CivilTime)> {
        let moment = session.start?;
        let covers = |event: &Event| {
            let time = self.shown(moment, event.zone)?;
            (event.hours.is_some() && event.dates.span().contains(time)).then_some((
                event.dates.len_days(),
                event.id,
                time,
            ))
        };
        let known = plan.events().iter().filter_map(|event| covers(event));
        let nearest = known.chain(new.iter().filter_map(covers)).min_by_key(|&(days, id, _)| (days, id));
        if let Some((_, id, time)) = nearest {
            return Some((id, time));
        }
        // What lies beside all of them belongs to what comes with it, else to what is nearest.
        if let Some(event) = new.iter().find(|event| event.hours.is_some()) {
            return Some((event.id, self.shown(moment, event.zone)?));
        }
        let id = event_at(plan, self.own(moment)?)?;
        let zone = plan.events().get(id).map_or(self.zone, |event| event.zone);
        Some((id, self.shown(moment, zone)?))
    }
}
