//! Sittings that leave less than an hour and a half for lunch to those who sit; others may eat at another time.

use std::collections::BTreeMap;

use crate::model::{BodyId, BodyKind, Severity};

use super::super::checker::Checker;
use super::super::facts::DAY;
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Against, Case, Day, Judge, Number, Report, Rule, is_for_all, row};
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
    #[must_use]
    pub fn lunchtime(&self) -> (i32, i32) {
        let numbers = RULES.iter().position(|rule| rule.name == RULE.name).map(|index| self.settings.numbers(index));
        let number = |at: usize| numbers.and_then(|numbers| numbers.get(at)).copied();
        (number(FROM).unwrap_or(RULE.numbers[FROM].default), number(TO).unwrap_or(RULE.numbers[TO].default))
    }
}

/// So much of a lunch is at lunchtime; the rest may be before or after.
const PART: i32 = 30;

/// Lunchtime of a day, with as much before and after it as a lunch needs.
#[derive(Clone, Copy)]
struct Noon {
    from: i32,
    to: i32,
    least: i32,
    /// In which sittings can be in the way.
    reach: (i32, i32),
}

impl Noon {
    fn of(case: &Case<'_>, day: i32) -> Option<Self> {
        let (from, to, least) = (day * DAY + case.number(FROM), day * DAY + case.number(TO), case.number(LEAST));
        let reach = ((from - least).max(day * DAY), (to + least).min((day + 1) * DAY));
        (from < to).then_some(Self { from, to, least, reach })
    }

    fn counts(&self, busy: &Busy) -> bool {
        busy.kind.keeps_hours() && busy.start < self.reach.1 && busy.end > self.reach.0
    }

    fn part(&self) -> i32 {
        PART.min(self.least).min(self.to - self.from)
    }

    /// The stretches in which nobody sits.
    fn gaps(&self, sittings: &[&Busy]) -> Vec<(i32, i32)> {
        let mut taken: Vec<(i32, i32)> = sittings.iter().map(|busy| (busy.start, busy.end)).collect();
        taken.sort_unstable();
        let (mut gaps, (mut at, end)) = (Vec::new(), self.reach);
        for (start, end) in taken {
            if start > at {
                gaps.push((at, start));
            }
            at = at.max(end);
        }
        if at < end {
            gaps.push((at, end));
        }
        gaps
    }

    /// So much of a gap is good for lunch: all of it, or what little of it is at lunchtime.
    fn good(&self, (from, to): (i32, i32)) -> i32 {
        let there = (to.min(self.to) - from.max(self.from)).max(0);
        if there >= self.part() { to - from } else { there }
    }

    /// The longest time for lunch.
    fn left(&self, sittings: &[&Busy]) -> i32 {
        self.gaps(sittings).into_iter().map(|gap| self.good(gap)).max().unwrap_or(0)
    }

    /// From which start up to, not including, which other start one more sitting leaves too little of every gap that is long
    /// enough.
    fn spoiled(&self, sittings: &[&Busy], length_mins: i32) -> (i32, i32) {
        let (mut first, mut last) = (self.reach.0 - length_mins + 1, self.reach.1);
        for gap in self.gaps(sittings).into_iter().filter(|&gap| self.good(gap) >= self.least) {
            let ends_by = (gap.1 - self.least).min(gap.1.min(self.to) - self.part());
            let begins_from = (gap.0 + self.least).max(gap.0.max(self.from) + self.part());
            first = first.max(ends_by - length_mins + 1);
            last = last.min(begins_from);
        }
        (first, last)
    }
}

/// Who sits at lunchtime: everybody, a body, or those of a session without bodies.
#[derive(Default)]
struct Sitters<'a> {
    /// The sittings at which everybody is expected.
    all: Vec<&'a Busy>,
    bodies: BTreeMap<BodyId, Vec<&'a Busy>>,
    without: Vec<&'a Busy>,
}

impl<'a> Sitters<'a> {
    fn of(case: &Case<'_>, sittings: impl Iterator<Item = &'a Busy>) -> Self {
        let mut sitters = Self::default();
        for busy in sittings {
            let bodies = case.entry(busy.slot).map_or(&[][..], |entry| &entry.session.bodies);
            if is_for_all(busy.kind) {
                sitters.all.push(busy);
            } else if bodies.is_empty() {
                sitters.without.push(busy);
            }
            let own = bodies.iter().filter(|_| !is_for_all(busy.kind));
            own.for_each(|&body| sitters.bodies.entry(body).or_default().push(busy));
        }
        sitters
    }

    /// Where a body sits, and where its members sit besides: in the committee that it is a group of.
    fn of_body(&self, case: &Case<'_>, body: BodyId) -> Vec<&'a Busy> {
        let own = [Some(body), committee(case, body)].into_iter().flatten();
        self.with_all(case, own.filter_map(|body| self.bodies.get(&body)).flatten().copied())
    }

    /// These sittings and those for everybody, each once, in the order of their starts.
    fn with_all(&self, case: &Case<'_>, own: impl Iterator<Item = &'a Busy>) -> Vec<&'a Busy> {
        let mut sittings: Vec<&Busy> = self.all.iter().copied().chain(own).collect();
        let when = |busy: &Busy| (busy.start, busy.end);
        let sessions = &case.facts.sessions;
        sittings.sort_unstable_by(|one, other| when(one).cmp(&when(other)).then(sessions.by_id(one.slot, other.slot)));
        sittings.dedup_by_key(|busy| busy.slot);
        sittings
    }
}

/// The body that a group belongs to. The plenary is everybody's.
fn committee(case: &Case<'_>, body: BodyId) -> Option<BodyId> {
    let parent = case.facts.bodies.named(case.facts.bodies.named(body)?.parent?)?;
    (parent.kind != BodyKind::Plenary).then_some(parent.id)
}

fn judge(case: &Case<'_>, day: Day<'_>, report: &mut Report<'_>) {
    let Some(noon) = Noon::of(case, day.day) else { return };
    let sitters = Sitters::of(case, day.track.all().iter().filter(|busy| noon.counts(busy)));
    let mut is_told = |body: Option<BodyId>, sittings: &[&Busy]| {
        let left = noon.left(sittings);
        if left >= noon.least || report.is_full() {
            return false;
        }
        let mut values = vec![
            ("day", Value::Day(shared::date(day.day))),
            ("left", Value::Minutes(left)),
            ("least", Value::Minutes(noon.least)),
        ];
        values.extend(body.map(|body| ("body", row(body))));
        let message = if body.is_some() { "finding-lunch-of" } else { "finding-lunch" };
        report.add(message, sittings.iter().map(|busy| busy.slot).collect(), values);
        true
    };
    // Where nobody has lunch, no body needs to be told of besides.
    if !sitters.all.is_empty() && is_told(None, &sitters.all) {
        return;
    }
    for &body in sitters.bodies.keys() {
        is_told(Some(body), &sitters.of_body(case, body));
    }
    for &alone in &sitters.without {
        is_told(None, &sitters.with_all(case, std::iter::once(alone)));
    }
}

fn obstacles(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    let (kind, own) = (moving.session.kind, &moving.session.bodies);
    if !kind.keeps_hours() || case.number(LEAST) == 0 {
        return;
    }
    for (day, noon) in shared::days(moving).filter_map(|day| Some((day, Noon::of(case, day)?))) {
        let others = case.facts.on_day(moving.event, day).into_iter().flat_map(|track| track.all());
        let sitters = Sitters::of(case, others.filter(|busy| noon.counts(busy) && moving.stays(busy.slot)));
        let mut groups: Vec<Vec<&Busy>> = Vec::new();
        if is_for_all(kind) {
            groups.push(sitters.all.clone());
            groups.extend(sitters.bodies.keys().map(|&body| sitters.of_body(case, body)));
            groups.extend(sitters.without.iter().map(|&alone| sitters.with_all(case, std::iter::once(alone))));
        } else if noon.left(&sitters.all) >= noon.least {
            let is_of_it = |&&body: &&BodyId| committee(case, body).is_some_and(|id| own.contains(&id));
            let groups_of_it = sitters.bodies.keys().filter(is_of_it);
            groups.extend(own.iter().chain(groups_of_it).map(|&body| sitters.of_body(case, body)));
            if own.is_empty() {
                groups.push(sitters.all.clone());
            }
        }
        for sittings in groups {
            let (from, to) = noon.spoiled(&sittings, moving.length_mins);
            out.starts(from, to);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{
        Draft, NONE, changed, committee, filled, fixture, id, is_quiet_when_off, is_reported, of_kind, plan, reports,
        session, set,
    };
    use crate::model::{Body, SessionKind};

    #[test]
    fn an_hour_and_a_half_in_one_piece_with_half_an_hour_of_it_at_lunchtime() {
        let sits = |name, start, mins| committee(name, "COM3").at(start, mins);
        for (start, mins, told) in [
            ("19T11:30", 91, false),
            ("19T13:00", 60, false),
            ("19T12:59", 62, true),
            ("19T12:30", 120, true),
            ("19T11:00", 180, false),
            ("19T11:00", 181, true),
            ("19T09:30", 480, true),
            ("18T23:00", 1440, true),
        ] {
            assert_eq!(is_reported("lunch", [sits("S1", start, mins)]), told, "{start} {mins}");
        }
        let both = plan([sits("S1", "19T12:00", 60), sits("S2", "19T14:00", 60)]);
        assert_eq!(reports("lunch", &both), [["S1", "S2"]], "each alone would leave enough");
        let reception = of_kind("S1", SessionKind::Social, "19T12:30", 120);
        assert!(!is_reported("lunch", [reception]), "a luncheon is lunch");
        let staggered = [committee("S1", "COM3").at("19T09:30", 180), committee("S2", "COM4").at("19T13:00", 60)];
        assert!(!is_reported("lunch", staggered), "each has lunch, one after the other");
        assert!(is_quiet_when_off("lunch", &both));
        let least = |mins| set(both.clone(), "lunch", None, &[("lunch-least", mins)]);
        assert_eq!(reports("lunch", &least(60)), NONE);
        assert_eq!(reports("lunch", &least(61)), [["S1", "S2"]]);
        let none = set(plan([sits("S1", "19T12:00", 240)]), "lunch", None, &[("lunch-least", 0)]);
        assert_eq!(reports("lunch", &none), NONE);
    }

    #[test]
    fn whoever_sits_twice_needs_lunch_between() {
        let told = |first: Draft, second: Draft| {
            let group = changed(fixture(), "WG", |body: &mut Body| body.parent = Some(id("COM3")));
            reports("lunch", &filled(group, [first.at("19T12:00", 60), second.at("19T14:00", 60)]))
        };
        let com3 = || committee("S1", "COM3");
        assert_eq!(told(com3(), committee("S2", "COM4")), NONE);
        assert_eq!(told(com3(), committee("S2", "COM4").body("COM3")), [["S1", "S2"]], "a joint meeting");
        assert_eq!(told(com3(), session("S2").kind(SessionKind::Plenary)), [["S1", "S2"]], "everybody");
        assert_eq!(told(com3(), committee("S2", "WG")), [["S1", "S2"]], "a group of the committee");
        assert_eq!(told(committee("S1", "COM4"), committee("S2", "WG")), NONE, "of another committee");
        assert_eq!(told(com3(), session("S2").kind(SessionKind::Committee)), NONE, "nobody knows whose it is");
        let plenary = |name: &str| session(name).kind(SessionKind::Plenary);
        assert_eq!(told(plenary("S1"), plenary("S2")), [["S1", "S2"]]);
        let under = changed(fixture(), "COM3", |body: &mut Body| body.parent = Some(id("PL")));
        let under = changed(under, "COM4", |body: &mut Body| body.parent = Some(id("PL")));
        let both = [com3().at("19T12:00", 60), committee("S2", "COM4").at("19T14:00", 60)];
        assert_eq!(reports("lunch", &filled(under, both)), NONE, "the plenary is no committee of theirs");
    }
}
