//! What comes again: a rule, days more and less, and those that are different from the others.

use std::collections::HashMap;

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::super::draft::Moment;
use super::super::report::Spot;
use super::component::Component;
use super::lines::Line;
use super::recurring::Rule;
use super::sitting::Sittings;
use super::zones;
use crate::texts::tid;

/// A rule without an end is followed for so many days.
const DAYS_WITHOUT_END: u64 = 366;
/// The most often something comes again.
const MOST_TIMES: usize = 1000;

/// Puts all times of one event onto the draft. `events` have one UID: what comes again, and its exceptions.
pub fn expand(events: &[&Component<'_>], sittings: &mut Sittings<'_, '_>) {
    let (exceptions, masters): (Vec<&Component<'_>>, Vec<&Component<'_>>) =
        events.iter().copied().partition(|event| event.get("RECURRENCE-ID").is_some());
    // Of several states of one event the last one counts.
    let master =
        masters.iter().copied().reduce(|one, other| if other.sequence() >= one.sequence() { other } else { one });
    if masters.len() > 1
        && let Some(master) = master
    {
        sittings.report.assumed(&master.spot(), tid("arriving-states"), &master.value("UID"));
    }
    let mut different: HashMap<NaiveDateTime, &Component<'_>> = HashMap::new();
    for exception in exceptions {
        let Some(time) = exception.get("RECURRENCE-ID").and_then(|line| zones::time(line.value)) else {
            sittings.report.left_out(&exception.spot(), tid("arriving-no-time"), &exception.value("RECURRENCE-ID"));
            continue;
        };
        let time = local(exception.get("RECURRENCE-ID"), time, master, sittings);
        let known = different.entry(time).or_insert(exception);
        if exception.sequence() > known.sequence() {
            *known = exception;
        }
    }
    let mut left: Vec<(NaiveDateTime, &Component<'_>)> = Vec::new();
    if let Some(master) = master {
        let comes_again = ["RRULE", "RDATE"].iter().any(|name| master.get(name).is_some());
        match times(master, sittings) {
            Some(times) => {
                for time in times {
                    let id = if comes_again { named(time) } else { String::new() };
                    match different.remove(&time) {
                        Some(other) => sittings.add(other, None, &named(time)),
                        None => sittings.add(master, Some(time), &id),
                    }
                }
            }
            None => sittings.add(master, None, ""),
        }
    }
    left.extend(different);
    left.sort_by_key(|&(time, component)| (time, component.number));
    for (time, other) in left {
        sittings.add(other, None, &named(time));
    }
}

/// The name of one of many.
fn named(time: NaiveDateTime) -> String {
    time.format("%Y%m%dT%H%M").to_string()
}

/// When an event comes, on the clock of its start; `None` where it comes once, or its start is not understood.
fn times(event: &Component<'_>, sittings: &mut Sittings<'_, '_>) -> Option<Vec<NaiveDateTime>> {
    let start = event.get("DTSTART").and_then(|line| zones::time(line.value))?;
    let mut times = match event.get("RRULE") {
        Some(line) => by_rule(line, start, event, sittings),
        None => vec![start],
    };
    for line in event.lines.iter().filter(|line| line.name == "RDATE") {
        for value in line.value.split(',').take(MOST_TIMES) {
            match zones::time(value.split('/').next().unwrap_or_default()) {
                Some(time) => times.push(on_clock(line, value, time, event, sittings)),
                None => sittings.report.left_out(&Spot::Line(line.number), tid("arriving-no-time"), value),
            }
        }
    }
    for line in event.lines.iter().filter(|line| line.name == "EXDATE") {
        for value in line.value.split(',').take(MOST_TIMES) {
            let Some(time) = zones::time(value) else {
                sittings.report.left_out(&Spot::Line(line.number), tid("arriving-no-time"), value);
                continue;
            };
            let is_day = value.trim().len() == 8;
            let gone = on_clock(line, value, time, event, sittings);
            times.retain(|&time| if is_day { time.date() != gone.date() } else { time != gone });
        }
    }
    times.sort_unstable();
    times.dedup();
    times.truncate(MOST_TIMES);
    Some(times)
}

fn by_rule(
    line: &Line<'_>,
    start: NaiveDateTime,
    event: &Component<'_>,
    sittings: &mut Sittings<'_, '_>,
) -> Vec<NaiveDateTime> {
    let spot = Spot::Line(line.number);
    let Some(rule) = Rule::read(line.value) else {
        sittings.report.left_out(&spot, tid("arriving-rule"), line.value);
        return vec![start];
    };
    let year = start.checked_add_days(Days::new(DAYS_WITHOUT_END)).unwrap_or(start);
    let last = match rule.until.as_deref() {
        None if rule.ends() => NaiveDate::MAX.and_hms_opt(0, 0, 0).unwrap_or(start),
        None => {
            sittings.report.left_out(&spot, tid("arriving-without-end"), &year.date().to_string());
            year
        }
        Some(until) => match zones::time(until) {
            // A day means until its end.
            Some(time) if until.trim().len() == 8 => time.checked_add_days(Days::new(1)).unwrap_or(time),
            Some(time) => on_clock(line, until, time, event, sittings),
            None => {
                sittings.report.left_out(&spot, tid("arriving-no-time"), until);
                year
            }
        },
    };
    let mut times = rule.times(start, last, MOST_TIMES + 1);
    if times.len() > MOST_TIMES {
        sittings.report.left_out(&spot, tid("arriving-too-many"), line.value);
        times.truncate(MOST_TIMES);
    }
    times
}

/// A time as the clock of the start of the event shows it.
fn on_clock(
    line: &Line<'_>,
    value: &str,
    time: NaiveDateTime,
    event: &Component<'_>,
    sittings: &Sittings<'_, '_>,
) -> NaiveDateTime {
    if value.trim().ends_with(['Z', 'z']) {
        return sittings.shown(Moment::Instant(time.and_utc()), event);
    }
    match line.parameter("TZID") {
        Some(zone) => sittings.shown(sittings.clocks.moment(zone, time), event),
        None => time,
    }
}

/// The time of an exception as the clock of what comes again shows it.
fn local(
    line: Option<&Line<'_>>,
    time: NaiveDateTime,
    master: Option<&Component<'_>>,
    sittings: &Sittings<'_, '_>,
) -> NaiveDateTime {
    match (line, master) {
        (Some(line), Some(master)) => on_clock(line, line.value, time, master, sittings),
        _ => time,
    }
}
