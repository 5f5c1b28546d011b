//! When sessions were really held, in tables and in lines: only where any was opened.

use super::programme::{Entry, Programme};
use crate::model::CivilTime;
use crate::texts::tid;

/// The ids of the heads of its columns, and how wide these are; none where nothing was held.
#[must_use]
pub fn columns(programme: &Programme) -> &'static [(&'static str, u16)] {
    const COLUMNS: [(&str, u16); 3] =
        [(tid("handout-opened"), 10), (tid("handout-suspended"), 24), (tid("handout-adjourned"), 12)];
    let is_any = programme.entries.iter().any(|entry| entry.held.is_some());
    if is_any { &COLUMNS } else { &[] }
}

/// `10:05–10:15`: when it did not sit in between; nothing where it always did.
#[must_use]
pub fn suspensions(entry: &Entry) -> String {
    let pauses = entry.held.iter().flat_map(|held| &held.suspensions);
    let pauses = pauses.map(|pause| {
        let resumed = pause.resumed.map(|time| written(entry, time)).unwrap_or_default();
        format!("{}–{resumed}", written(entry, pause.suspended))
    });
    pauses.collect::<Vec<_>>().join(", ")
}

/// `09:37–10:05, 10:15–10:52`: when it sat; nothing where it was not opened.
#[must_use]
pub fn sittings(entry: &Entry) -> String {
    let Some(held) = &entry.held else { return String::new() };
    let sittings = held.sittings().map(|(from, to)| {
        let to = to.map(|time| written(entry, time)).unwrap_or_default();
        format!("{}–{to}", written(entry, from))
    });
    sittings.collect::<Vec<_>>().join(", ")
}

/// `10:05`, with the date where it is not that of the plan.
#[must_use]
pub fn written(entry: &Entry, time: CivilTime) -> String {
    if time.date() == entry.span.start.date() { time.clock() } else { format!("{} {}", time.date(), time.clock()) }
}
