//! Days, hours and lengths in words. The clock has 24 hours everywhere.
//!
//! The order of day, month and weekday is a text like any other (`time.ftl`); nothing here knows a language.

use chrono::{Datelike, NaiveDate};

use super::{Texts, Value, tid};
use crate::model::{CivilTime, Span};

/// `Monday 17 November 2025`
#[must_use]
pub fn day_long(texts: &Texts, date: NaiveDate) -> String {
    with_date(texts, "day-long", date, &WEEKDAYS, &MONTHS)
}

/// `Monday 17 November`
#[must_use]
pub fn day_of_month(texts: &Texts, date: NaiveDate) -> String {
    with_date(texts, "day-of-month", date, &WEEKDAYS, &MONTHS)
}

/// `Nov`
#[must_use]
pub fn month_alone(texts: &Texts, date: NaiveDate) -> &str {
    texts.text(SHORT_MONTHS[date.month0() as usize])
}

/// `Mon 17 Nov`
#[must_use]
pub fn day_short(texts: &Texts, date: NaiveDate) -> String {
    with_date(texts, "day-short", date, &SHORT_WEEKDAYS, &SHORT_MONTHS)
}

/// `Thursday 20 November`
#[must_use]
pub fn day_heading(texts: &Texts, date: NaiveDate) -> String {
    with_date(texts, "day-heading", date, &WEEKDAYS, &MONTHS)
}

/// `Nov`
#[must_use]
pub fn month_name_short(texts: &Texts, date: NaiveDate) -> &str {
    texts.text(SHORT_MONTHS[date.month0() as usize])
}

/// `17`
#[must_use]
pub fn day_tiny(texts: &Texts, date: NaiveDate) -> String {
    texts.text_with("day-tiny", &[("day", date.day().into())])
}

/// `November 2025`
#[must_use]
pub fn month_year(texts: &Texts, date: NaiveDate) -> String {
    with_date(texts, "month-year", date, &WEEKDAYS, &NOMINATIVE_MONTHS)
}

/// `Monday`
#[must_use]
pub fn weekday(texts: &Texts, date: NaiveDate) -> &str {
    texts.text(WEEKDAYS[date.weekday().num_days_from_monday() as usize])
}

/// `Mon`
#[must_use]
pub fn weekday_short(texts: &Texts, date: NaiveDate) -> &str {
    texts.text(SHORT_WEEKDAYS[date.weekday().num_days_from_monday() as usize])
}

/// `17–28 November 2025`, with the month or the year twice only where they differ; both days are included.
#[must_use]
pub fn dates_text(texts: &Texts, first: NaiveDate, last: NaiveDate) -> String {
    let ids = [tid("date"), tid("dates-in-month"), tid("dates-in-year"), tid("dates-over-years")];
    with_dates(texts, (first, last), (ids, &MONTHS))
}

/// `17–28 Nov 2025`
#[must_use]
pub fn dates_year(texts: &Texts, first: NaiveDate, last: NaiveDate) -> String {
    let ids = [
        tid("date-compact"),
        tid("dates-compact-in-month"),
        tid("dates-compact-in-year"),
        tid("dates-compact-over-years"),
    ];
    with_dates(texts, (first, last), (ids, &SHORT_MONTHS))
}

/// `ids` are those of one day, of days in a month, in a year, and over years.
fn with_dates(
    texts: &Texts,
    (first, last): (NaiveDate, NaiveDate),
    (ids, months): ([&'static str; 4], &[&str; 12]),
) -> String {
    let month = |date: NaiveDate| Value::from(texts.text(months[date.month0() as usize]));
    let [one, in_month, in_year, over_years] = ids;
    let id = if first == last {
        one
    } else if (first.year(), first.month()) == (last.year(), last.month()) {
        in_month
    } else if first.year() == last.year() {
        in_year
    } else {
        over_years
    };
    let values = [
        ("first-day", first.day().into()),
        ("first-month", month(first)),
        ("first-year", first.year().into()),
        ("day", last.day().into()),
        ("month", month(last)),
        ("year", last.year().into()),
    ];
    texts.text_with(id, &values)
}

/// `17–28 Nov`, `30 Sep – 2 Oct`; both days are included.
#[must_use]
pub fn dates_short(texts: &Texts, first: NaiveDate, last: NaiveDate) -> String {
    let month = |date: NaiveDate| Value::from(texts.text(SHORT_MONTHS[date.month0() as usize]));
    let id = if first == last {
        tid("date-short")
    } else if (first.year(), first.month()) == (last.year(), last.month()) {
        tid("dates-short-in-month")
    } else {
        tid("dates-short")
    };
    let values = [
        ("first-day", first.day().into()),
        ("first-month", month(first)),
        ("day", last.day().into()),
        ("month", month(last)),
    ];
    texts.text_with(id, &values)
}

/// `Nov 2024`
#[must_use]
pub fn month_short(texts: &Texts, date: NaiveDate) -> String {
    with_date(texts, "month-year", date, &WEEKDAYS, &SHORT_MONTHS)
}

/// `Mon 17 Nov 09:30`.
#[must_use]
pub fn moment_text(texts: &Texts, time: CivilTime) -> String {
    let (day, clock) = (day_short(texts, time.date()), time.clock());
    texts.text_with("day-and-hours", &[("day", (&day).into()), ("hours", (&clock).into())])
}

/// `Mon 17 Nov 09:30–10:45`, `Mon 17 Nov 22:00 – Tue 18 Nov 01:00`; from midnight to midnight only the days.
#[must_use]
pub fn span_text(texts: &Texts, span: Span) -> String {
    let first = span.start.date();
    let last = span.last_day();
    let (from, to) = (day_short(texts, first), day_short(texts, last));
    if span.start < span.end && span.start.minute_of_day() == 0 && span.end.minute_of_day() == 0 {
        return if first == last {
            from
        } else {
            texts.text_with("range-wide", &[("from", (&from).into()), ("to", (&to).into())])
        };
    }
    if first == last {
        return texts
            .text_with("day-and-hours", &[("day", (&from).into()), ("hours", (&clock_span(texts, span)).into())]);
    }
    let from = moment_text(texts, span.start);
    let to = texts.text_with("day-and-hours", &[("day", (&to).into()), ("hours", (&span.end_clock()).into())]);
    texts.text_with("range-wide", &[("from", (&from).into()), ("to", (&to).into())])
}

/// `09:30–10:45`; an end on a later day says how many days later: `22:00–01:00 (+1)`.
#[must_use]
pub fn clock_span(texts: &Texts, span: Span) -> String {
    let (from, to) = (span.start.clock(), span.end_clock());
    let days = (span.last_day() - span.start.date()).num_days();
    if days == 0 {
        texts.text_with("range", &[("from", (&from).into()), ("to", (&to).into())])
    } else {
        texts.text_with("range-days-later", &[("from", (&from).into()), ("to", (&to).into()), ("days", days.into())])
    }
}

/// `1 h 15 min`, `45 min`, `2 h`; nothing is shorter than `0 min`.
#[must_use]
pub fn length_text(texts: &Texts, mins: i32) -> String {
    let (hours, mins) = (mins.max(0) / 60, mins.max(0) % 60);
    let values = [("hours", hours.into()), ("mins", mins.into())];
    match (hours, mins) {
        (0, _) => texts.text_with("length-mins", &values),
        (_, 0) => texts.text_with("length-hours", &values),
        _ => texts.text_with("length-hours-mins", &values),
    }
}

/// `3 min`, `3 min 20 s`, `45 s`; from an hour on without seconds.
#[must_use]
pub fn seconds_text(texts: &Texts, secs: i32) -> String {
    let (mins, rest) = (secs.max(0) / 60, secs.max(0) % 60);
    match (mins, rest) {
        (0, _) => texts.text_with("length-secs", &[("secs", rest.into())]),
        (60.., _) | (_, 0) => length_text(texts, mins),
        _ => texts.text_with("length-mins-secs", &[("mins", mins.into()), ("secs", rest.into())]),
    }
}

/// `12 days`
#[must_use]
pub fn day_count(texts: &Texts, days: i64) -> String {
    texts.text_with("day-count", &[("days", days.into())])
}

/// The text `id` about one date.
fn with_date(texts: &Texts, id: &str, date: NaiveDate, weekdays: &[&str; 7], months: &[&str; 12]) -> String {
    let values = [
        ("weekday", texts.text(weekdays[date.weekday().num_days_from_monday() as usize]).into()),
        ("day", date.day().into()),
        ("month", texts.text(months[date.month0() as usize]).into()),
        ("year", date.year().into()),
    ];
    texts.text_with(id, &values)
}

/// Beside a day: Russian has the genitive here.
pub(super) const MONTHS: [&str; 12] = [
    tid("month-1"),
    tid("month-2"),
    tid("month-3"),
    tid("month-4"),
    tid("month-5"),
    tid("month-6"),
    tid("month-7"),
    tid("month-8"),
    tid("month-9"),
    tid("month-10"),
    tid("month-11"),
    tid("month-12"),
];

/// Alone or with a year.
pub(super) const NOMINATIVE_MONTHS: [&str; 12] = [
    tid("month-nominative-1"),
    tid("month-nominative-2"),
    tid("month-nominative-3"),
    tid("month-nominative-4"),
    tid("month-nominative-5"),
    tid("month-nominative-6"),
    tid("month-nominative-7"),
    tid("month-nominative-8"),
    tid("month-nominative-9"),
    tid("month-nominative-10"),
    tid("month-nominative-11"),
    tid("month-nominative-12"),
];

/// Short, beside a day.
pub(super) const SHORT_MONTHS: [&str; 12] = [
    tid("month-short-1"),
    tid("month-short-2"),
    tid("month-short-3"),
    tid("month-short-4"),
    tid("month-short-5"),
    tid("month-short-6"),
    tid("month-short-7"),
    tid("month-short-8"),
    tid("month-short-9"),
    tid("month-short-10"),
    tid("month-short-11"),
    tid("month-short-12"),
];

/// From Monday.
pub(super) const WEEKDAYS: [&str; 7] = [
    tid("weekday-1"),
    tid("weekday-2"),
    tid("weekday-3"),
    tid("weekday-4"),
    tid("weekday-5"),
    tid("weekday-6"),
    tid("weekday-7"),
];

/// From Monday.
pub(super) const SHORT_WEEKDAYS: [&str; 7] = [
    tid("weekday-short-1"),
    tid("weekday-short-2"),
    tid("weekday-short-3"),
    tid("weekday-short-4"),
    tid("weekday-short-5"),
    tid("weekday-short-6"),
    tid("weekday-short-7"),
];
