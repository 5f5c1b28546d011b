//! Sittings that leave less than an hour and a half for lunch.

use crate::model::Severity;

use super::super::checker::Checker;
use super::super::facts::DAY;
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Against, Case, Day, Judge, Number, Report, Rule};
use super::super::track::Busy;
use super::RULES;
use super::shared;

const FROM: usize = 0;
const TO: usize = 1;
const LEAST: usize = 2;

pub(super) const RULE: Rule = Rule {
    name: "lunch",
    severity: Severity::Warning,
    numbers: &[
        Number::clock("lunch-from", 12, 30),
        Number::clock("lunch-to", 14, 30),
        Number::minutes("lunch-least", 90),
    ],
    judge: Judge::Day(judge, |busy| busy.kind.keeps_hours()),
    obstacles: Some(Against::Starts(obstacles)),
};

impl Checker {
    /// From when to when it is lunchtime in this plan, in minutes since midnight.
    pub(in crate::check) fn lunchtime(&self) -> (i32, i32) {
        let numbers = RULES.iter().position(|rule| rule.name == RULE.name).map(|index| self.settings.numbers(index));
        let number = |at: usize| numbers.and_then(|numbers| numbers.get(at)).copied();
        (number(FROM).unwrap_or(RULE.numbers[FROM].default), number(TO).unwrap_or(RULE.numbers[TO].default))
    }
}

/// The stretches between `from` and `to` in which nobody sits.
fn free(from: i32, to: i32, sittings: impl Iterator<Item = (i32, i32)>) -> Vec<(i32, i32)> {
    let mut sittings: Vec<(i32, i32)> = sittings.filter(|&(start, end)| start < to && end > from).collect();
    sittings.sort_unstable();
    let (mut gaps, mut at) = (Vec::new(), from);
    for (start, end) in sittings {
        if start > at {
            gaps.push((at, start));
        }
        at = at.max(end);
    }
    if at < to {
        gaps.push((at, to));
    }
    gaps
}

fn window(case: &Case<'_>, day: i32) -> (i32, i32) {
    (day * DAY + case.number(FROM), day * DAY + case.number(TO))
}

fn judge(case: &Case<'_>, day: Day<'_>, report: &mut Report<'_>) {
    let (from, to) = window(case, day.day);
    let sits = |busy: &&Busy| busy.kind.keeps_hours() && busy.start < to && busy.end > from;
    let sittings: Vec<&Busy> = day.track.all().iter().filter(sits).collect();
    if sittings.is_empty() {
        return;
    }
    let gaps = free(from, to, sittings.iter().map(|busy| (busy.start, busy.end)));
    let longest = gaps.iter().map(|gap| gap.1 - gap.0).max().unwrap_or(0);
    if longest < case.number(LEAST) {
        let values = vec![
            ("day", Value::Day(shared::date(day.day))),
            ("left", Value::Minutes(longest)),
            ("least", Value::Minutes(case.number(LEAST))),
        ];
        report.add("finding-lunch", sittings.iter().map(|busy| busy.slot).collect(), values);
    }
}

fn obstacles(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    let least = case.number(LEAST);
    if !moving.session.kind.keeps_hours() || least == 0 {
        return;
    }
    for day in shared::days(moving) {
        let (from, to) = window(case, day);
        let track = case.facts.on_day(moving.event, day);
        let others = track.into_iter().flat_map(|track| track.all());
        let others = others.filter(|busy| busy.kind.keeps_hours() && moving.stays(busy.slot));
        let gaps = free(from, to, others.map(|busy| (busy.start, busy.end)));
        let enough: Vec<&(i32, i32)> = gaps.iter().filter(|gap| gap.1 - gap.0 >= least).collect();
        // It spoils lunch where it leaves too little of every stretch that is long enough.
        let (mut first, mut last) = (from - moving.length_mins + 1, to);
        for &&(a, b) in &enough {
            first = first.max(b - least - moving.length_mins + 1);
            last = last.min(a + least);
        }
        out.starts(first, last);
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{NONE, committee, is_quiet_when_off, is_reported, of_kind, plan, reports, set};
    use crate::model::SessionKind;

    #[test]
    fn an_hour_and_a_half_in_one_piece() {
        let sits = |name, start, mins| committee(name, "COM3").at(start, mins);
        for (start, mins, told) in [
            ("19T11:30", 60, false),
            ("19T11:30", 90, false),
            ("19T11:30", 91, true),
            ("19T14:00", 60, false),
            ("19T13:59", 60, true),
            ("19T13:15", 30, true),
            ("19T12:30", 120, true),
            ("19T09:30", 480, true),
            ("18T23:00", 1440, true),
        ] {
            assert_eq!(is_reported("lunch", [sits("S1", start, mins)]), told, "{start} {mins}");
        }
        let both = plan([sits("S1", "19T12:00", 60), sits("S2", "19T14:00", 60)]);
        assert_eq!(reports("lunch", &both), [["S1", "S2"]], "each alone would leave enough");
        let reception = of_kind("S1", SessionKind::Social, "19T12:30", 120);
        assert!(!is_reported("lunch", [reception]), "a luncheon is lunch");
        assert!(is_quiet_when_off("lunch", &both));
        let least = |mins| set(both.clone(), "lunch", None, &[("lunch-least", mins)]);
        assert_eq!(reports("lunch", &least(60)), NONE);
        assert_eq!(reports("lunch", &least(61)), [["S1", "S2"]]);
        let none = set(plan([sits("S1", "19T12:00", 240)]), "lunch", None, &[("lunch-least", 0)]);
        assert_eq!(reports("lunch", &none), NONE);
    }
}
