//! The same sessions on other days: what a repeated coffee break and a copied day have in common.

use chrono::{NaiveDate, Weekday};

use crate::model::{Event, EventId, Placement, Plan, SessionId, is_weekend};

use super::command::Command;
use super::placing;

/// The first day on which any of these sessions begins; `None` where none has a place.
#[must_use]
pub fn first_day_of(plan: &Plan, ids: &[SessionId]) -> Option<NaiveDate> {
    let placed = ids.iter().filter_map(|&id| plan.sessions().get(id)?.placement.as_ref());
    placed.map(|at| at.start.date()).min()
}

/// Copies of sessions on other days, at their hours and in their rooms, with everything else they have: those that are
/// on the first day come to be on each of `days`, the others as many days after it as they are now. What has no place is
/// left out. One step.
#[must_use]
pub fn repeated(plan: &Plan, ids: &[SessionId], days: impl IntoIterator<Item = NaiveDate>) -> Command {
    let Some(first) = first_day_of(plan, ids) else { return Command::Duplicate(Vec::new()) };
    let placed = || ids.iter().filter_map(|&id| Some((id, plan.sessions().get(id)?.placement.as_ref()?)));
    let on = |at: &Placement, day: NaiveDate| {
        let shift = at.start.date().signed_duration_since(first);
        placing::on_day(at, day.checked_add_signed(shift).unwrap_or(day))
    };
    let copies = days.into_iter().flat_map(|day| placed().map(move |(id, at)| (id, Some(on(at, day)))));
    Command::Duplicate(copies.collect())
}

/// The days on which people are asked to come to events: those from the first to the last without weekends and days off where
/// any of them is held.
#[must_use]
pub fn working_days(plan: &Plan, events: &[EventId], (first, last): (NaiveDate, NaiveDate)) -> Vec<NaiveDate> {
    let is_holiday = holidays(plan, events);
    let is_off = |day: NaiveDate| is_weekend(day) || is_holiday(day);
    first.iter_days().take_while(|&day| day <= last).take(MOST_DAYS).filter(|&day| !is_off(day)).collect()
}

/// Answers whether a day is a day off where any of these events is held.
pub fn holidays(plan: &Plan, events: &[EventId]) -> impl Fn(NaiveDate) -> bool + use<> {
    let is_there = |holiday: &Event| {
        events.iter().filter_map(|&id| plan.events().get(id)).any(|event| holiday.is_day_off_at(event))
    };
    let holidays = plan.events().iter().filter(|event| is_there(event));
    let holidays: Vec<_> = holidays.map(|event| event.dates.first_and_last()).collect();
    move |day| holidays.iter().any(|&(first, last)| (first..=last).contains(&day))
}

/// From Monday to Sunday.
#[must_use]
pub fn week_of(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let week = day.week(Weekday::Mon);
    (week.first_day(), week.last_day())
}

/// No more days are looked at: a year is offered whole.
const MOST_DAYS: usize = 366;
