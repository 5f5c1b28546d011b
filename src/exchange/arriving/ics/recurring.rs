//! When something comes again (RFC 5545 §3.3.10): days only, as conferences do; what comes every hour is not read.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

/// A rule by which something comes again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    period: Period,
    every: u32,
    /// So many times in all.
    count: Option<usize>,
    /// Not after this, as it is written.
    pub until: Option<String>,
    months: Vec<u32>,
    days_of_month: Vec<i32>,
    weekdays: Vec<(i32, Weekday)>,
    places: Vec<i32>,
    week_start: Weekday,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Period {
    Day,
    Week,
    Month,
    Year,
}

/// Periods are walked through until one of them has something; no more of them than this.
const MOST_PERIODS: u32 = 5000;

impl Rule {
    /// Reads a rule; `None` where it says something that is not read here.
    pub fn read(text: &str) -> Option<Self> {
        let mut rule = Self {
            period: Period::Day,
            every: 1,
            count: None,
            until: None,
            months: Vec::new(),
            days_of_month: Vec::new(),
            weekdays: Vec::new(),
            places: Vec::new(),
            week_start: Weekday::Mon,
        };
        let mut has_period = false;
        for part in text.split(';').filter(|part| !part.trim().is_empty()) {
            let (name, value) = part.split_once('=')?;
            let value = value.trim();
            match name.trim().to_ascii_uppercase().as_str() {
                "FREQ" => {
                    has_period = true;
                    rule.period = match value.to_ascii_uppercase().as_str() {
                        "DAILY" => Period::Day,
                        "WEEKLY" => Period::Week,
                        "MONTHLY" => Period::Month,
                        "YEARLY" => Period::Year,
                        _ => return None,
                    };
                }
                "INTERVAL" => rule.every = value.parse().ok().filter(|&every| (1..=1000).contains(&every))?,
                "COUNT" => rule.count = Some(value.parse().ok()?),
                "UNTIL" => rule.until = Some(value.to_owned()),
                "BYMONTH" => rule.months = numbers(value, 1..=12)?.into_iter().map(|month| month as u32).collect(),
                "BYMONTHDAY" => rule.days_of_month = numbers(value, -31..=31)?,
                "BYDAY" => rule.weekdays = value.split(',').map(weekday).collect::<Option<_>>()?,
                "BYSETPOS" => rule.places = numbers(value, -366..=366)?,
                "WKST" => rule.week_start = weekday(value)?.1,
                // The hour of the start, again.
                "BYHOUR" | "BYMINUTE" | "BYSECOND" if !value.contains(',') => {}
                _ => return None,
            }
        }
        has_period.then_some(rule)
    }

    /// Whether it has an end of its own.
    #[must_use]
    pub fn ends(&self) -> bool {
        self.count.is_some() || self.until.is_some()
    }

    /// When it comes, the first time included, up to `last` and no more than `most` times.
    pub fn times(&self, start: NaiveDateTime, last: NaiveDateTime, most: usize) -> Vec<NaiveDateTime> {
        let most = most.min(self.count.unwrap_or(usize::MAX));
        let mut times = Vec::new();
        for step in 0..MOST_PERIODS {
            let Some((first, mut days)) = self.days(start.date(), step.saturating_mul(self.every)) else { break };
            days.sort_unstable();
            days.dedup();
            for day in self.placed(days) {
                let time = day.and_time(start.time());
                if time < start {
                    continue;
                }
                if time > last || times.len() >= most {
                    return times;
                }
                times.push(time);
            }
            if first.and_time(NaiveTime::MIN) > last {
                break;
            }
        }
        times
    }

    /// The days of the period that lies `ahead` periods after that of `start`, and its first day.
    fn days(&self, start: NaiveDate, ahead: u32) -> Option<(NaiveDate, Vec<NaiveDate>)> {
        let in_months = |day: &NaiveDate| self.months.is_empty() || self.months.contains(&day.month());
        let on_weekdays =
            |day: &NaiveDate| self.weekdays.is_empty() || self.weekdays.iter().any(|&(_, name)| name == day.weekday());
        match self.period {
            Period::Day => {
                let day = start.checked_add_days(Days::new(ahead.into()))?;
                let is_one = in_months(&day) && on_weekdays(&day) && self.is_day_of_month(day);
                Some((day, if is_one { vec![day] } else { Vec::new() }))
            }
            Period::Week => {
                let back = start.weekday().days_since(self.week_start);
                let monday = start.checked_sub_days(Days::new(back.into()))?;
                let first = monday.checked_add_days(Days::new(u64::from(ahead) * 7))?;
                let week = (0..7).filter_map(|day| first.checked_add_days(Days::new(day)));
                let is_one = |day: &NaiveDate| match self.weekdays.as_slice() {
                    [] => day.weekday() == start.weekday(),
                    _ => on_weekdays(day),
                };
                Some((first, week.filter(is_one).filter(in_months).collect()))
            }
            Period::Month => {
                let first = start.with_day(1)?.checked_add_months(Months::new(ahead))?;
                let days = if in_months(&first) { self.in_month(first, start) } else { Vec::new() };
                Some((first, days))
            }
            Period::Year => {
                let year = start.year().checked_add(i32::try_from(ahead).ok()?)?;
                let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
                if self.months.is_empty() && !self.weekdays.is_empty() && self.days_of_month.is_empty() {
                    let all: Vec<NaiveDate> = first.iter_days().take_while(|day| day.year() == year).collect();
                    return Some((first, self.on_weekdays(&all)));
                }
                let own = [start.month()];
                let months =
                    if self.months.is_empty() && self.days_of_month.is_empty() { &own[..] } else { &self.months };
                let all: Vec<u32> = if months.is_empty() { (1..=12).collect() } else { months.to_vec() };
                let firsts = all.iter().filter_map(|&month| NaiveDate::from_ymd_opt(year, month, 1));
                Some((first, firsts.flat_map(|first| self.in_month(first, start)).collect()))
            }
        }
    }

    /// The days of the month that begins with `first`.
    fn in_month(&self, first: NaiveDate, start: NaiveDate) -> Vec<NaiveDate> {
        let month: Vec<NaiveDate> = first.iter_days().take_while(|day| day.month() == first.month()).collect();
        match (self.days_of_month.is_empty(), self.weekdays.is_empty()) {
            (true, true) => month.into_iter().filter(|day| day.day() == start.day()).collect(),
            (false, true) => month.into_iter().filter(|&day| self.is_day_of_month(day)).collect(),
            (true, false) => self.on_weekdays(&month),
            (false, false) => self.on_weekdays(&month).into_iter().filter(|&day| self.is_day_of_month(day)).collect(),
        }
    }

    /// Those of these days in a row that fall on the weekdays, the second Tuesday as one.
    fn on_weekdays(&self, days: &[NaiveDate]) -> Vec<NaiveDate> {
        let mut found = Vec::new();
        for &(nth, name) in &self.weekdays {
            let all: Vec<NaiveDate> = days.iter().copied().filter(|day| day.weekday() == name).collect();
            match nth {
                0 => found.extend(all),
                _ => found.extend(nth_of(&all, nth)),
            }
        }
        found
    }

    fn is_day_of_month(&self, day: NaiveDate) -> bool {
        let length = day.num_days_in_month();
        let is_one = |&nth: &i32| nth == day.day() as i32 || nth == day.day() as i32 - i32::from(length) - 1;
        self.days_of_month.is_empty() || self.days_of_month.iter().any(is_one)
    }

    /// Those that count of the days of a period.
    fn placed(&self, days: Vec<NaiveDate>) -> Vec<NaiveDate> {
        if self.places.is_empty() {
            return days;
        }
        let mut placed: Vec<NaiveDate> = self.places.iter().filter_map(|&nth| nth_of(&days, nth)).collect();
        placed.sort_unstable();
        placed.dedup();
        placed
    }
}

/// The nth of them, from the end where it is negative.
fn nth_of(days: &[NaiveDate], nth: i32) -> Option<NaiveDate> {
    let place = usize::try_from(nth.unsigned_abs()).ok()?.checked_sub(1)?;
    if nth > 0 { days.get(place).copied() } else { days.iter().rev().nth(place).copied() }
}

fn numbers(text: &str, within: std::ops::RangeInclusive<i32>) -> Option<Vec<i32>> {
    let read = |text: &str| text.trim().parse().ok().filter(|number| within.contains(number) && *number != 0);
    text.split(',').map(read).collect()
}

/// `MO`, `2TU`, `-1FR`.
fn weekday(text: &str) -> Option<(i32, Weekday)> {
    let text = text.trim();
    let (nth, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let name = match name.to_ascii_uppercase().as_str() {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    };
    let nth = if nth.is_empty() { 0 } else { nth.parse().ok().filter(|nth| (-53..=53).contains(nth))? };
    Some((nth, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples are those of RFC 5545 §3.8.5.3.
    #[track_caller]
    fn check(rule: &str, start: &str, expected: &[&str]) {
        let start = NaiveDate::parse_from_str(start, "%Y-%m-%d").unwrap().and_hms_opt(9, 0, 0).unwrap();
        let last = start.checked_add_days(Days::new(4000)).unwrap();
        let times = Rule::read(rule).unwrap().times(start, last, expected.len());
        let days: Vec<String> = times.iter().map(|time| time.date().to_string()).collect();
        assert_eq!(days, expected, "{rule}");
    }

    #[test]
    fn days_come_again_as_the_standard_says() {
        check("FREQ=DAILY;INTERVAL=10;COUNT=3", "1997-09-02", &["1997-09-02", "1997-09-12", "1997-09-22"]);
        let days = ["1997-09-02", "1997-09-04", "1997-09-16", "1997-09-18"];
        check("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,TH;COUNT=4", "1997-09-02", &days);
        check("FREQ=MONTHLY;BYDAY=1FR", "1997-09-05", &["1997-09-05", "1997-10-03", "1997-11-07"]);
        check("FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09-28", &["1997-09-28", "1997-10-29", "1997-11-28"]);
        check("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1998-02-13", &["1998-02-13", "1998-03-13", "1998-11-13"]);
        check("FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04", &["1997-09-04", "1997-10-07", "1997-11-06"]);
        check("FREQ=YEARLY;BYDAY=20MO", "1997-05-19", &["1997-05-19", "1998-05-18", "1999-05-17"]);
        check("FREQ=YEARLY;BYMONTH=6,7", "1997-06-10", &["1997-06-10", "1997-07-10", "1998-06-10"]);
        check("FREQ=MONTHLY", "1997-01-31", &["1997-01-31", "1997-03-31", "1997-05-31"]);
        check("FREQ=YEARLY", "2024-02-29", &["2024-02-29", "2028-02-29"]);
    }

    #[test]
    fn what_is_not_read_is_no_rule_and_none_goes_on_for_ever() {
        for text in
            ["", "FREQ=HOURLY", "FREQ=DAILY;INTERVAL=0", "BYDAY=MO", "FREQ=WEEKLY;BYDAY=XX", "FREQ=DAILY;BYDAY=é"]
        {
            assert_eq!(Rule::read(text), None, "{text}");
        }
        let start = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap().and_hms_opt(9, 0, 0).unwrap();
        let never = Rule::read("FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2").unwrap();
        assert_eq!(never.times(start, NaiveDateTime::MAX, 10), []);
        let every_day = Rule::read("FREQ=DAILY").unwrap();
        assert_eq!(every_day.times(start, NaiveDateTime::MAX, 10).len(), 10);
    }
}
