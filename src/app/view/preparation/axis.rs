//! Days across the road: the years before that of the conference in brief, the rest evenly.

use chrono::{Datelike as _, Months, NaiveDate};

use crate::model::{Event, EventDates, EventKind, Plan};

/// Where days stand, in points from the left edge of the canvas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    start: NaiveDate,
    /// The first day that is not in brief.
    turn: NaiveDate,
    end: NaiveDate,
    /// How much of the width is in brief.
    brief: f32,
    width: f32,
}

impl Axis {
    /// The share of the width that the years before have in brief.
    const BRIEF: f32 = 0.24;

    /// The axis of a plan, from the month of the first event to that of the last one.
    #[must_use]
    pub fn of(plan: &Plan, width: f32, is_brief: bool) -> Option<Self> {
        let is_dated = |event: &&Event| {
            matches!(event.dates, EventDates::Days { .. })
                && !matches!(event.kind, EventKind::Holiday | EventKind::PlanningArea)
        };
        let all =
            || plan.events().iter().map(|event| &**event).filter(is_dated).map(|event| event.dates.first_and_last());
        let start = all().map(|days| days.0).min()?.with_day(1)?;
        let end = all().map(|days| days.1).max()?.with_day(1)?.checked_add_months(Months::new(1))?;
        let year = plan.main_event().map(|event| event.dates.first_and_last().0.year());
        let turn = year.and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1)).unwrap_or(start);
        let has_brief = is_brief && turn > start && turn < end;
        let (turn, brief) = if has_brief { (turn, Self::BRIEF) } else { (start, 0.0) };
        Some(Self { start, turn, end, brief, width })
    }

    /// Where a day begins.
    #[must_use]
    pub fn x(&self, day: NaiveDate) -> f32 {
        let days = |from: NaiveDate, to: NaiveDate| to.signed_duration_since(from).num_days() as f32;
        let turn = self.brief * self.width;
        if day < self.turn {
            return turn * (days(self.start, day) / days(self.start, self.turn).max(1.0)).max(0.0);
        }
        turn + (self.width - turn) * (days(self.turn, day) / days(self.turn, self.end).max(1.0)).min(1.0)
    }

    /// Whether a day is on it.
    #[must_use]
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.start <= day && day < self.end
    }

    /// The first days of months that have room for a name of so many points, with their places; and whether a year begins.
    #[must_use]
    pub fn months(&self, least: f32) -> Vec<(NaiveDate, f32, bool)> {
        let mut months: Vec<(NaiveDate, f32, bool)> = Vec::new();
        let mut day = self.start;
        let mut free = -least;
        while day < self.end {
            let x = self.x(day);
            let is_turn = day.month() == 1;
            if x >= free && (x + least <= self.width) {
                months.push((day, x, is_turn || months.is_empty()));
                free = x + least;
            } else if is_turn && x + least <= self.width {
                // A year is named before the month that it leaves no room for.
                if months.last().is_some_and(|&(_, _, is_year)| !is_year) {
                    months.pop();
                }
                months.push((day, x, true));
                free = x + least;
            }
            let Some(next) = day.checked_add_months(Months::new(1)) else { break };
            day = next;
        }
        months
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Template;

    #[test]
    fn the_years_before_are_brief_and_days_go_on() {
        let plan = Template::Wtdc25.plan();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let axis = Axis::of(&plan, 1000.0, true).unwrap();
        assert!((axis.x(day("2023-06-01"))).abs() < 0.01);
        assert!((axis.x(day("2025-01-01")) - 240.0).abs() < 0.01);
        assert!((axis.x(day("2025-12-01")) - 1000.0).abs() < 0.01);
        let even = Axis::of(&plan, 1000.0, false).unwrap();
        assert!(even.x(day("2025-01-01")) > 500.0);
        assert!(axis.holds(day("2025-06-18")) && !axis.holds(day("2026-06-18")));
        let months = axis.months(34.0);
        assert!(months.windows(2).all(|pair| pair[0].1 < pair[1].1));
        assert!(months.iter().filter(|month| month.2).count() >= 3, "three years");
    }
}
