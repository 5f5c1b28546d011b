//! A plan that begins with a table: one conference on the days that the table names.

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::columns::Pasted;
use super::field::Field;
use super::times::{When, times_of};
use super::words;
use crate::edit::{Command, Document, new_event};
use crate::model::zone::Tz;
use crate::model::{Event, EventDates, EventKind, Header, Language, LocalText, Plan};

/// A conference has so many days at most; what lies later is no day of it, but a mistake in the table.
const MOST_DAYS: u64 = 366;

/// What a new plan is called, where its clocks hang, and by what it is known from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPlan {
    /// Its title.
    pub title: String,
    /// Its zone.
    pub zone: Tz,
    /// By what it is known.
    pub identity: Uuid,
    /// Days without a year are near this one; it is the day of a table that names none.
    pub near: NaiveDate,
}

/// The title of a plan whose table stands in a file of this name.
#[must_use]
pub fn title_of(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    stem.replace('_', " ").trim().to_owned()
}

/// The plan, with nothing in it but its conference.
#[must_use]
pub fn begun(pasted: &Pasted, new: &NewPlan) -> Plan {
    let titles = pasted.rows().iter().map(|row| pasted.cell(row, Field::Title)).find(|title| !title.is_empty());
    let language = titles.map_or(Language::English, |title| words::language_of(title, Language::English));
    let title = LocalText::one(language, &new.title);
    let header = Header { identity: Some(new.identity), title, language, ..Header::in_zone(new.zone) };
    let mut document = Document::new(Plan::new(header));
    let times = times_of(pasted, (new.near, new.near));
    let days = || times.iter().filter_map(|when| if let When::At(at) = when { at.day } else { None });
    let first = days().min().unwrap_or(new.near);
    let most = first.checked_add_days(Days::new(MOST_DAYS)).unwrap_or(first);
    let last = days().filter(|&day| day <= most).max().unwrap_or(first);
    let event = Event {
        kind: EventKind::Conference,
        title: LocalText::one(language, &new.title),
        dates: EventDates::Days { first, last },
        zone: new.zone,
        ..new_event(document.plan(), &new.title)
    };
    // An event that the plan refuses leaves a plan without one, in which rows say so.
    _ = document.perform(&Command::Put(event.into()));
    document.plan().clone()
}
