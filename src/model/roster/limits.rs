//! What a team of interpreters can carry, and where it is more.

use chrono::NaiveDate;

use super::DayPart;
use crate::model::{CivilTime, DAY_MINS};

/// What a team can carry. The rules about teams have the same numbers, which a plan can set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// So many sittings on one day.
    pub sittings_a_day: i32,
    /// So many minutes at a stretch.
    pub longest_mins: i32,
    /// So many minutes lie between two stretches.
    pub pause_mins: i32,
    /// So many sittings in one week, Monday first.
    pub sittings_a_week: i32,
    /// So many minutes of rest at night.
    pub rest_mins: i32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { sittings_a_day: 2, longest_mins: 180, pause_mins: 90, sittings_a_week: 7, rest_mins: 720 }
    }
}

/// Something that a team serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Served<T> {
    /// The first minute since 1970, on one clock.
    pub from: i32,
    /// The minute after the last.
    pub to: i32,
    /// The day on which it begins, on the clock of its event, counted from 1970.
    pub day: i32,
    /// What.
    pub what: T,
}

impl<T> Served<T> {
    /// In which part of the day it begins, where its clock is that of its event.
    #[must_use]
    pub fn part(&self) -> DayPart {
        DayPart::of(self.from)
    }

    /// The day on which it begins.
    #[must_use]
    pub fn date(&self) -> NaiveDate {
        CivilTime::from_minutes(i64::from(self.day) * i64::from(DAY_MINS)).date()
    }
}

/// A limit that is passed, and by how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breach {
    /// Two meetings share so many minutes.
    AtOnce(i32),
    /// So many minutes lie between two sittings, which together are too long.
    Pause {
        /// How many minutes.
        mins: i32,
        /// How many minutes all of it is.
        stretch: i32,
    },
    /// One sitting has so many minutes at a stretch.
    Stretch(i32),
    /// A day has so many sittings.
    Day(usize),
    /// A week has so many sittings.
    Week(usize),
    /// A night has so many minutes of rest.
    Rest(i32),
}

/// A limit that is passed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken<T> {
    /// Which, and by how much.
    pub breach: Breach,
    /// By what, in the order of time.
    pub what: Vec<T>,
}

impl Limits {
    /// Every limit that a team passes by what it serves, in the order of time.
    #[must_use]
    pub fn broken<T: Copy>(&self, served: &[Served<T>]) -> Vec<Broken<T>> {
        let mut broken = at_once(served);
        for day in days(served) {
            broken.extend(on_day(day, self));
        }
        broken.extend(nights(served, self.rest_mins));
        for week in weeks(served) {
            let sittings = days(week).map(sittings_on).sum::<usize>();
            if count(sittings) > self.sittings_a_week {
                broken.push(Broken { breach: Breach::Week(sittings), what: week.iter().map(|one| one.what).collect() });
            }
        }
        broken
    }
}

fn count(sittings: usize) -> i32 {
    i32::try_from(sittings).unwrap_or(i32::MAX)
}

/// What a team serves, day by day.
pub fn days<T>(served: &[Served<T>]) -> impl Iterator<Item = &[Served<T>]> {
    served.chunk_by(|one, other| one.day == other.day)
}

/// What a team serves, week by week; 1 January 1970 was a Thursday.
pub fn weeks<T>(served: &[Served<T>]) -> impl Iterator<Item = &[Served<T>]> {
    let week = |one: &Served<T>| (one.day + 3).div_euclid(7);
    served.chunk_by(move |one, other| week(one) == week(other))
}

/// How many sittings it is on one day.
#[must_use]
pub fn sittings_on<T>(day: &[Served<T>]) -> usize {
    day.chunk_by(|one, other| one.part() == other.part()).count()
}

/// Which limits of one day are passed by what a team serves on it.
#[must_use]
pub fn on_day<T: Copy>(day: &[Served<T>], limits: &Limits) -> Vec<Broken<T>> {
    let mut broken = Vec::new();
    for stretch in stretches(day, limits.pause_mins) {
        let from = stretch[0].from;
        let mins = stretch.iter().map(|one| one.to).max().unwrap_or(from) - from;
        if stretch.len() < 2 || mins <= limits.longest_mins {
            continue;
        }
        let between = stretch.windows(2).filter(|pair| pair[0].part() != pair[1].part());
        let shortest = between.map(|pair| (pair[1].from - pair[0].to).max(0)).min();
        let breach = shortest.map_or(Breach::Stretch(mins), |pause| Breach::Pause { mins: pause, stretch: mins });
        broken.push(Broken { breach, what: stretch.iter().map(|one| one.what).collect() });
    }
    let sittings = sittings_on(day);
    if count(sittings) > limits.sittings_a_day {
        broken.push(Broken { breach: Breach::Day(sittings), what: day.iter().map(|one| one.what).collect() });
    }
    broken
}

/// What is served with less than a pause between.
fn stretches<T>(day: &[Served<T>], pause: i32) -> Vec<&[Served<T>]> {
    let (mut found, mut first, mut end) = (Vec::new(), 0, i32::MIN);
    for (at, one) in day.iter().enumerate() {
        if at > first && one.from - end >= pause {
            found.push(&day[first..at]);
            first = at;
        }
        end = end.max(one.to);
    }
    found.extend((first < day.len()).then(|| &day[first..]));
    found
}

/// The nights that are too short: between the last minute of one day and the first of the next one.
#[must_use]
pub fn nights<T: Copy>(served: &[Served<T>], rest: i32) -> Vec<Broken<T>> {
    let (mut broken, mut last) = (Vec::new(), None::<&Served<T>>);
    for one in served {
        if let Some(before) = last.filter(|before| before.day != one.day && one.from >= before.to) {
            let mins = one.from - before.to;
            if mins < rest {
                broken.push(Broken { breach: Breach::Rest(mins), what: vec![before.what, one.what] });
            }
        }
        if last.is_none_or(|before| one.to > before.to || one.day != before.day) {
            last = Some(one);
        }
    }
    broken
}

/// The pairs that share a minute.
#[must_use]
pub fn at_once<T: Copy>(served: &[Served<T>]) -> Vec<Broken<T>> {
    let mut broken = Vec::new();
    for (at, one) in served.iter().enumerate() {
        for other in served[at + 1..].iter().take_while(|other| other.from < one.to) {
            let common = one.to.min(other.to) - other.from;
            broken.push(Broken { breach: Breach::AtOnce(common), what: vec![one.what, other.what] });
        }
    }
    broken
}
