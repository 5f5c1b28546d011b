//! Which days the strip shows, in which groups, and where each stands.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::model::{Event, EventId, Plan, Session};
use crate::workbench::{Generation, Index, Workbench};

/// The chips of a plan, from left to right.
#[derive(Debug, Default)]
pub struct Chips {
    followed: Option<Generation>,
    groups: Vec<Group>,
    row: Vec<Chip>,
    /// How long the sessions of the fullest day are together, in minutes.
    most_mins: i64,
}

/// Chips under one bracket.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they are days of.
    pub of: Section,
    /// Its chips.
    pub chips: Range<usize>,
}

/// A part of the plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Section {
    /// What has no days with hours of its own: letters, deadlines, meetings elsewhere. In the order of their dates.
    Preparation(Vec<EventId>),
    /// An event with hours.
    Event(EventId),
    /// Days with sessions on which there is no such event.
    Loose,
}

/// What one chip stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chip {
    /// All of the preparation.
    Preparation,
    /// One day.
    Day(NaiveDate),
}

/// How wide things are, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measures {
    /// A day.
    pub day: f32,
    /// The preparation.
    pub preparation: f32,
    /// Between groups.
    pub gap: f32,
}

impl Measures {
    /// Where there is room.
    pub const WIDE: Self = Self { day: 38.0, preparation: 88.0, gap: 16.0 };
    /// Where there is less.
    pub const NARROW: Self = Self { day: 34.0, preparation: 72.0, gap: 10.0 };
    /// Where there is no more than just enough.
    pub const TIGHT: Self = Self { gap: 8.0, ..Self::NARROW };
    /// Between the chips of a group.
    const BETWEEN: f32 = 2.0;
    /// Between the name of a group and the next one.
    pub const AFTER_NAME: f32 = 6.0;
    /// More before a Monday.
    const WEEK: f32 = 4.0;

    fn width(self, chip: Chip) -> f32 {
        if chip == Chip::Preparation { self.preparation } else { self.day }
    }
}

impl Chips {
    /// The groups.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The chips.
    pub fn chips(&self) -> &[Chip] {
        &self.row
    }

    /// How much of the fullest day this is, `0..=1`.
    pub fn share(&self, mins: i64) -> f32 {
        if self.most_mins > 0 { (mins as f32 / self.most_mins as f32).clamp(0.0, 1.0) } else { 0.0 }
    }

    /// The chip of a day.
    pub fn place(&self, date: NaiveDate) -> Option<usize> {
        let place = self.count(|day| day < date);
        (self.row.get(place) == Some(&Chip::Day(date))).then_some(place)
    }

    /// The first day after `date`, or before it.
    pub fn beside(&self, date: NaiveDate, later: bool) -> Option<NaiveDate> {
        let place = if later { self.count(|day| day <= date) } else { self.count(|day| day < date).checked_sub(1)? };
        if let Chip::Day(day) = *self.row.get(place)? { Some(day) } else { None }
    }

    /// How many chips stand before the first day of which this is not so; days stand in their order.
    fn count(&self, is_before: impl Fn(NaiveDate) -> bool) -> usize {
        self.row.partition_point(|&chip| if let Chip::Day(day) = chip { is_before(day) } else { true })
    }

    /// Follows the plan; answers whether the chips are others now.
    pub fn follow(&mut self, workbench: &Workbench) -> bool {
        let known = self.followed.replace(workbench.generation());
        if known == self.followed {
            return false;
        }
        if let Some(mut patches) = known.and_then(|known| workbench.since(known))
            && !patches
                .any(|patch| patch.changes::<Event>().next().is_some() || patch.changes::<Session>().next().is_some())
        {
            return false;
        }
        let (loads, index) = (workbench.loads().days(), workbench.index());
        self.most_mins = loads.values().map(|load| load.mins).max().unwrap_or(0);
        let now = grouped(workbench.plan(), index, loads.keys().copied());
        let is_other = now != (std::mem::take(&mut self.groups), std::mem::take(&mut self.row));
        (self.groups, self.row) = now;
        is_other
    }
}

/// Every day of events with hours, every other day with sessions, and the preparation as one chip before them.
fn grouped(plan: &Plan, index: &Index, held: impl Iterator<Item = NaiveDate>) -> (Vec<Group>, Vec<Chip>) {
    let mut days: BTreeMap<NaiveDate, Option<EventId>> = held.map(|date| (date, None)).collect();
    days.extend(index.meeting_days().iter().map(|(&date, &event)| (date, Some(event))));
    let is_preparation = |event: &&Event| event.is_on_the_way();
    let mut others: Vec<&Event> = plan.events().iter().map(|event| &**event).filter(is_preparation).collect();
    others.sort_by_key(|event| event.dates);
    let (mut groups, mut chips) = (Vec::new(), Vec::new());
    if !others.is_empty() {
        groups.push(Group { of: Section::Preparation(others.iter().map(|event| event.id).collect()), chips: 0..1 });
        chips.push(Chip::Preparation);
    }
    let mut last: Option<(NaiveDate, Option<EventId>)> = None;
    for (date, event) in days {
        let goes_on = last.is_some_and(|(day, of)| of == event && (event.is_some() || day.succ_opt() == Some(date)));
        if !goes_on {
            groups.push(Group { of: event.map_or(Section::Loose, Section::Event), chips: chips.len()..chips.len() });
        }
        chips.push(Chip::Day(date));
        if let Some(group) = groups.last_mut() {
            group.chips.end = chips.len();
        }
        last = Some((date, event));
    }
    (groups, chips)
}

/// Where chips stand.
#[derive(Debug, Default)]
pub struct Row {
    /// The left edge of each.
    lefts: Vec<f32>,
    /// How long the whole row is.
    pub width: f32,
    measures: Option<Measures>,
}

impl Row {
    /// Puts chips one beside the other. After a group the next one begins where its name has ended: `needs` says how wide
    /// that is, in points.
    pub fn new(days: &Chips, measures: Measures, needs: impl Fn(&Section) -> f32) -> Self {
        let mut lefts: Vec<f32> = Vec::with_capacity(days.row.len());
        let mut x = 0.0;
        for (place, group) in days.groups.iter().enumerate() {
            if let Some(before) = place.checked_sub(1).map(|before| &days.groups[before]) {
                let name_end: f32 = lefts[before.chips.start] + needs(&before.of) + Measures::AFTER_NAME;
                x = (x - Measures::BETWEEN + measures.gap).max(name_end.ceil());
            }
            for at in group.chips.clone() {
                let chip = days.row[at];
                let is_monday = matches!(chip, Chip::Day(date) if date.weekday() == Weekday::Mon);
                if is_monday && at > group.chips.start {
                    x += Measures::WEEK;
                }
                lefts.push(x);
                x += measures.width(chip) + Measures::BETWEEN;
            }
        }
        Self { lefts, width: (x - Measures::BETWEEN).max(0.0), measures: Some(measures) }
    }

    /// From the left edge of a chip to its right one.
    pub fn extent(&self, days: &Chips, at: usize) -> (f32, f32) {
        let (left, measures) = (self.lefts[at], self.measures.unwrap_or(Measures::WIDE));
        (left, left + measures.width(days.row[at]))
    }

    /// The chips that show between two places.
    pub fn between(&self, from: f32, to: f32) -> Range<usize> {
        let first = self.lefts.partition_point(|&left| left < from).saturating_sub(1);
        first..self.lefts.partition_point(|&left| left < to).max(first)
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "sums of whole numbers")]
mod tests {
    use super::*;
    use crate::store::Template;

    fn date(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2025, month, day).unwrap()
    }

    fn days() -> Chips {
        let mut days = Chips::default();
        days.follow(&Workbench::new(Template::Wtdc25.plan()));
        days
    }

    #[test]
    fn the_preparation_is_one_chip_and_each_event_a_group() {
        let days = days();
        let groups: Vec<(String, usize)> = days
            .groups()
            .iter()
            .map(|group| {
                let name = match &group.of {
                    Section::Preparation(events) => format!("{} before", events.len()),
                    Section::Event(id) => id.to_string(),
                    Section::Loose => "loose".to_owned(),
                };
                (name, group.chips.len())
            })
            .collect();
        let expected = [("28 before", 1), ("irm-1", 2), ("irm-2", 2), ("youth", 1), ("wtdc25", 12)];
        assert_eq!(groups, expected.map(|(name, count)| (name.to_owned(), count)));
        assert_eq!(days.beside(date(11, 17), false), Some(date(11, 16)));
        assert_eq!(days.beside(date(7, 15), true), Some(date(9, 29)));
        assert_eq!(days.beside(date(11, 28), true), None);
        assert_eq!(days.beside(date(7, 14), false), None, "the preparation is no day");
        assert_eq!((days.place(date(11, 20)), days.place(date(11, 1))), (Some(9), None));
    }

    /// The numbers of the drawn strip.
    #[test]
    fn chips_stand_where_they_are_drawn() {
        let days = days();
        let row = Row::new(&days, Measures::WIDE, |_| 0.0);
        let at = |month, day| row.extent(&days, days.place(date(month, day)).unwrap());
        assert_eq!(row.extent(&days, 0), (0.0, 88.0));
        assert_eq!(at(7, 14), (104.0, 142.0));
        assert_eq!(at(11, 16), (292.0, 330.0));
        assert_eq!(at(11, 17), (346.0, 384.0));
        assert_eq!(at(11, 24), (630.0, 668.0), "4 more before a week");
        assert_eq!((0.0, row.width), (0.0, 828.0));
        assert_eq!(row.between(346.0, 470.0), 5..10, "with the one before, which may reach into it");
        assert_eq!(row.between(0.0, 10_000.0), 0..18);
    }

    #[test]
    fn a_short_group_makes_room_for_its_name_and_the_last_one_needs_none() {
        let days = days();
        let youth = days.groups()[3].of.clone();
        let row = Row::new(&days, Measures::WIDE, |of| if *of == youth { 55.0 } else { 0.0 });
        let at = |month, day| row.extent(&days, days.place(date(month, day)).unwrap());
        assert_eq!(at(11, 16), (292.0, 330.0));
        assert_eq!(at(11, 17).0, 292.0 + 55.0 + 6.0, "7 more than without a name");
        assert_eq!(Row::new(&days, Measures::WIDE, |of| if *of == youth { 48.0 } else { 0.0 }).width, 828.0);
    }
}
