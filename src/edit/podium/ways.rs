//! What the chair can do about the time: each with what it saves, when it ends then, and its price.

use chrono::Duration;

use crate::model::forecast::Forecast;
use crate::model::podium::Running;
use crate::model::speaking::{Part, SpeakingList};
use crate::model::{Delivery, Plan, SessionId, SessionKind, Speaking, StatementId, zone};

/// What can be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Way {
    /// Some speak in a later session.
    MoveOn {
        /// Who.
        who: Vec<StatementId>,
        /// In which one.
        to: SessionId,
        /// The number of the first place they get.
        number: usize,
        /// When that is due, in seconds of UTC since 1970.
        due: i64,
        /// So many places are free there, held ones among them.
        free: usize,
        /// Whether they were called and were not there; else they have to agree.
        is_absent: bool,
    },
    /// Everybody who is still to come speaks shorter: so many seconds.
    Limit(u32),
    /// Nothing: it ends late.
    Late,
}

/// A way and what comes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct WayOut {
    /// What is done.
    pub way: Way,
    /// So many seconds that saves.
    pub saves_secs: i64,
    /// When it ends then.
    pub end: i64,
    /// So many seconds that is after its time; less than none where it is early.
    pub late_secs: i64,
    /// What is left of the time until the next session in the same room, and how much that was to be.
    pub gap_secs: Option<(i64, i64)>,
}

/// The ways that there are: first those that cost the least. Nothing to choose where it ends in time and nobody is missing.
#[must_use]
pub fn ways(plan: &Plan, list: &SpeakingList, running: &Running) -> Vec<WayOut> {
    let forecast = running.forecast();
    let next = next_start(plan, running);
    let out = |way: Way, after: &Forecast| WayOut {
        way,
        saves_secs: forecast.end.saturating_sub(after.end),
        end: after.end,
        late_secs: after.end.saturating_sub(running.ends),
        gap_secs: next.map(|next| (next - after.end, next - running.ends)),
    };
    let mut ways = Vec::new();
    let own = list.parts.iter().position(|part| part.session == running.session);
    let later = own.and_then(|at| list.parts.get(at + 1..)).unwrap_or_default().iter().find(|part| part.free() > 0);
    let is_absent = |row: &crate::model::Statement| row.delivery == Delivery::NotPresent;
    if let Some(part) = later {
        let absent = running.to_come.iter().filter(|row| is_absent(row)).map(|row| row.id);
        let who: Vec<StatementId> = absent.take(part.free()).collect();
        if !who.is_empty() {
            let after = running.forecast_without(&who, None);
            ways.push(out(moved(plan, (part, &list.speaking), who, true), &after));
        }
    }
    if running.late_secs() <= 0 {
        return ways;
    }
    if let Some(secs) = limit(running, &forecast) {
        ways.push(out(Way::Limit(secs), &running.forecast_without(&[], Some(secs.into()))));
    }
    if let Some(part) = later {
        let day = part.span.start.date();
        let there = running.to_come.iter().filter(|row| !is_absent(row) && row.is_present(day)).map(|row| row.id);
        // From the end, so that who is called next is not kept waiting.
        let mut who: Vec<StatementId> = there.rev().take(part.free()).collect();
        let enough = (1..=who.len()).find(|&count| running.forecast_without(&who[..count], None).end <= running.ends);
        who.truncate(enough.unwrap_or(who.len()));
        who.reverse();
        if !who.is_empty() {
            let after = running.forecast_without(&who, None);
            ways.push(out(moved(plan, (part, &list.speaking), who, false), &after));
        }
    }
    ways.push(out(Way::Late, &forecast));
    ways
}

/// So long everybody who is still to come can speak, so that it ends in time; in whole fives, and only what leaves time to say
/// something.
fn limit(running: &Running, forecast: &Forecast) -> Option<u32> {
    let count = i64::try_from(forecast.each_secs.len()).ok().filter(|&count| count > 0)?;
    let room = running.ends.saturating_sub(forecast.end.saturating_sub(forecast.statements_secs()));
    let secs = room.div_euclid(count).div_euclid(5) * 5;
    u32::try_from(secs).ok().filter(|secs| *secs >= 60 && i64::from(*secs) < forecast.mean_secs())
}

fn moved(plan: &Plan, (part, speaking): (&Part, &Speaking), who: Vec<StatementId>, is_absent: bool) -> Way {
    let event = plan.sessions().get(part.session).and_then(|row| plan.events().get(row.event));
    let starts = event.map_or(0, |event| zone::moment(part.span.start, event.zone));
    let is_held = is_absent && who.len() <= part.held(speaking);
    let number = if is_held { part.next_held(speaking) } else { part.first + part.usual() };
    let due = starts + part.due_secs(number);
    Way::MoveOn { who, to: part.session, number, due, free: part.free(), is_absent }
}

/// When the next session begins in one of the same rooms on that day, breaks apart.
fn next_start(plan: &Plan, running: &Running) -> Option<i64> {
    let row = plan.sessions().get(running.session)?;
    let follows = |other: &crate::model::Session| {
        !matches!(other.kind, SessionKind::Break | SessionKind::Service)
            && other.rooms().iter().any(|room| row.rooms().contains(room))
    };
    let starts = plan.sessions().iter().filter(|other| follows(other)).filter_map(|other| {
        let zone = plan.events().get(other.event)?.zone;
        Some(zone::moment(other.span()?.start, zone))
    });
    let night = Duration::hours(8).num_seconds();
    starts.filter(|start| *start >= running.ends && *start - running.ends < night).min()
}
