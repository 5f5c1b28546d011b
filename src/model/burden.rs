//! What a virtual meeting asks of those who sit in it far away (C25/30-R §4.22): minutes outside the hours of a day, region by
//! region, and the starts that ask the least.
//!
//! A minute counts by the clock of each city on that very date: in the day (09–18) nothing, at its edges (07–09, 18–22) once,
//! in the night twice; hours and weights are settings of the plan. The burden of a region is the mean over its cities. Starts are put in order by the burden of the worst
//! region and the mean of all, added: the worst alone would favour the hour at which everybody sleeps.

use super::zone::{self, Tz};
use super::{Body, BodyKind, Event, EventFormat, EventId, EventKind, Plan, SessionId, Status};

/// Where the interpreters and the secretariat work: the seat of the ITU.
pub const SEAT: Tz = Tz::Europe__Zurich;

/// What a minute asks for, and when who works: hours in minutes of the day, from and to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Nothing is asked of whoever sits then.
    pub day: (i64, i64),
    /// When people are awake; outside of these hours is the night. Never less than the day.
    pub awake: (i64, i64),
    /// How much a minute in the night counts.
    pub night: u32,
    /// How much one at the edges of a day does.
    pub edge: u32,
    /// When the interpreters work, at their [`SEAT`].
    pub interpreters: (i64, i64),
    /// When the secretariat does.
    pub secretariat: (i64, i64),
}

impl Default for Measure {
    fn default() -> Self {
        let hours = |from: i64, to: i64| (from * 60, to * 60);
        Self {
            day: hours(9, 18),
            awake: hours(7, 22),
            night: 2,
            edge: 1,
            interpreters: hours(9, 18),
            secretariat: hours(8, 19),
        }
    }
}

impl Measure {
    /// With the day in the hours in which people are awake, and none that ends before it begins.
    #[must_use]
    pub fn in_order(mut self) -> Self {
        self.day.1 = self.day.1.max(self.day.0);
        self.awake = (self.awake.0.min(self.day.0), self.awake.1.max(self.day.1));
        self
    }
}

/// Whom a minute finds how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Nothing is asked.
    Day,
    /// Early or late.
    Edge,
    /// Asleep.
    Night,
}

impl Part {
    /// That of a minute of a day.
    #[must_use]
    pub fn of(minute: i64, measure: &Measure) -> Self {
        let minute = minute.rem_euclid(MINUTES);
        let is_in = |hours: (i64, i64)| (hours.0..hours.1).contains(&minute);
        match () {
            () if is_in(measure.day) => Self::Day,
            () if is_in(measure.awake) => Self::Edge,
            () => Self::Night,
        }
    }
}

const MINUTES: i64 = 24 * 60;

/// The minute of the local day at a moment, in seconds of UTC since 1970.
#[must_use]
pub fn local_minute(moment: i64, zone: Tz) -> i64 {
    zone::civil_at(moment, zone).map_or(0, |(time, _)| i64::from(time.minute_of_day()))
}

/// What one city bears from a moment on for so many minutes.
#[must_use]
pub fn of_city(zone: Tz, (start, mins): (i64, i64), measure: &Measure) -> u32 {
    let end = start.saturating_add(mins.saturating_mul(60));
    let (first, last) = (local_minute(start, zone), local_minute(end, zone));
    let counted = |minute: i64| match Part::of(minute, measure) {
        Part::Day => 0,
        Part::Edge => measure.edge,
        Part::Night => measure.night,
    };
    // Where a clock is changed meanwhile, each minute is asked for.
    if (last - first - mins).rem_euclid(MINUTES) != 0 {
        return (0..mins).map(|at| counted(local_minute(start + at * 60, zone))).sum();
    }
    let overlap = |from: i64, to: i64| (first + mins).min(to).saturating_sub(first.max(from)).max(0);
    let mut sum = 0_i64;
    for day in 0..=(first + mins) / MINUTES {
        let at = day * MINUTES;
        let awake = overlap(at + measure.awake.0, at + measure.awake.1);
        let by_day = overlap(at + measure.day.0, at + measure.day.1);
        let all = overlap(at, at + MINUTES);
        sum += (awake - by_day) * i64::from(measure.edge) + (all - awake) * i64::from(measure.night);
    }
    u32::try_from(sum).unwrap_or(u32::MAX)
}

/// What a region bears: the mean over its cities; 0 where no clock of it is known.
#[must_use]
pub fn of_region(region: &Body, sitting: (i64, i64), measure: &Measure) -> f64 {
    let mut sum = 0_u64;
    let mut count = 0_u32;
    for zone in region.zones() {
        sum += u64::from(of_city(zone, sitting, measure));
        count += 1;
    }
    if count == 0 { 0.0 } else { sum as f64 / f64::from(count) }
}

/// One sitting of a meeting to which people come from afar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sitting {
    /// The session.
    pub session: SessionId,
    /// Its event.
    pub event: EventId,
    /// When it begins, in seconds of UTC since 1970.
    pub start: i64,
    /// So many minutes it lasts.
    pub mins: i64,
}

/// Whether people come to an event from afar: it is virtual, or an interregional meeting.
#[must_use]
pub fn is_from_afar(event: &Event) -> bool {
    event.kind == EventKind::InterregionalMeeting || event.format == Some(EventFormat::Virtual)
}

/// The events to which people come from afar and that have sittings: those that are virtual, and interregional meetings; in
/// the order of time.
#[must_use]
pub fn events(plan: &Plan) -> Vec<EventId> {
    let mut all: Vec<(i64, EventId)> = Vec::new();
    for event in plan.events().iter() {
        // Most events are not, and need not be looked through.
        if is_from_afar(event)
            && let Some(first) = sittings(plan, event.id).first()
        {
            all.push((first.start, event.id));
        }
    }
    all.sort_unstable();
    all.into_iter().map(|(_, id)| id).collect()
}

/// The sittings of an event in the order of time.
#[must_use]
pub fn sittings(plan: &Plan, event: EventId) -> Vec<Sitting> {
    let Some(zone) = plan.events().get(event).map(|event| event.zone) else { return Vec::new() };
    let mut all: Vec<Sitting> = plan
        .sessions()
        .iter()
        .filter(|row| row.event == event && row.status != Status::Cancelled)
        .filter_map(|row| {
            let span = row.span()?;
            let start = zone::moment(span.start, zone);
            Some(Sitting { session: row.id, event, start, mins: span.mins().into() })
        })
        .collect();
    all.sort_unstable_by_key(|sitting| (sitting.start, sitting.session));
    all
}

/// The regions of a plan whose clocks are known, in the order of their names.
#[must_use]
pub fn regions(plan: &Plan) -> Vec<&Body> {
    let has_clock = |body: &&Body| body.kind == BodyKind::Region && body.zones().next().is_some();
    plan.bodies().iter().map(|body| &**body).filter(has_clock).collect()
}

/// What each of the regions bears of several sittings.
#[must_use]
pub fn of_all(regions: &[&Body], sittings: impl Iterator<Item = (i64, i64)> + Clone, measure: &Measure) -> Vec<f64> {
    let of = |region: &&Body| sittings.clone().map(|sitting| of_region(region, sitting, measure)).sum();
    regions.iter().map(of).collect()
}

/// How fair a start is.
#[derive(Clone, Debug, PartialEq)]
pub struct Fairness {
    /// What each region bears in all.
    pub burdens: Vec<f64>,
    /// Which of them bears the most.
    pub worst: usize,
}

impl Fairness {
    /// That of what regions bear.
    #[must_use]
    pub fn of(burdens: Vec<f64>) -> Self {
        let worst = (0..burdens.len()).max_by(|&one, &other| burdens[one].total_cmp(&burdens[other])).unwrap_or(0);
        Self { burdens, worst }
    }

    /// What the worst region bears.
    #[must_use]
    pub fn most(&self) -> f64 {
        self.burdens.get(self.worst).copied().unwrap_or(0.0)
    }

    /// What regions bear on average.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.burdens.iter().sum::<f64>() / self.burdens.len().max(1) as f64
    }

    /// By which starts are put in order; the least is the best.
    #[must_use]
    pub fn score(&self) -> f64 {
        self.most() + self.mean()
    }
}

/// Starts in the order of their fairness, where other sittings stay as they are; of equal ones the earlier first.
#[must_use]
pub fn ranked(
    regions: &[&Body],
    (others, mins): (&[f64], i64),
    starts: impl Iterator<Item = i64>,
    measure: &Measure,
) -> Vec<(i64, Fairness)> {
    let of = |start: i64| {
        let own = of_all(regions, std::iter::once((start, mins)), measure);
        let sum = own.iter().enumerate().map(|(at, own)| own + others.get(at).copied().unwrap_or(0.0));
        (start, Fairness::of(sum.collect()))
    };
    let mut all: Vec<(i64, Fairness)> = starts.map(of).collect();
    all.sort_by(|one, other| one.1.score().total_cmp(&other.1.score()).then(one.0.cmp(&other.0)));
    all
}

/// The fairest starts of two sittings of which each can be another one, where others stay as they are.
#[must_use]
pub fn fairest_pair(
    regions: &[&Body],
    (others, mins): (&[f64], [i64; 2]),
    starts: [Vec<i64>; 2],
    measure: &Measure,
) -> Option<([i64; 2], Fairness)> {
    let borne = |at: usize| -> Vec<(i64, Vec<f64>)> {
        let of = |&start: &i64| (start, of_all(regions, std::iter::once((start, mins[at])), measure));
        starts[at].iter().map(of).collect()
    };
    let (first, second) = (borne(0), borne(1));
    let mut best: Option<([i64; 2], Fairness)> = None;
    for (one, own) in &first {
        for (other, its) in &second {
            let sum = |at: usize| own[at] + its[at] + others.get(at).copied().unwrap_or(0.0);
            let fairness = Fairness::of((0..regions.len()).map(sum).collect());
            if best.as_ref().is_none_or(|(_, known)| fairness.score() < known.score()) {
                best = Some(([*one, *other], fairness));
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(time: &str) -> i64 {
        zone::moment(time.parse().unwrap(), Tz::UTC)
    }

    #[test]
    fn minutes_of_a_city_by_hand() {
        let of = |zone, start, mins| of_city(zone, (at(start), mins), &Measure::default());
        // 16:30–19:30 in New Delhi: 90 minutes after 18:00.
        assert_eq!(of(Tz::Asia__Kolkata, "2025-07-14T11:00", 180), 90);
        // 20:00–23:00 in Tokyo: two hours of the evening, one of the night.
        assert_eq!(of(Tz::Asia__Tokyo, "2025-07-14T11:00", 180), 120 + 120);
        // 23:00–02:00 in Auckland, and 24 hours anywhere.
        assert_eq!(of(Tz::Pacific__Auckland, "2025-07-14T11:00", 180), 360);
        assert_eq!(of(Tz::UTC, "2025-07-14T05:00", 24 * 60), 6 * 60 + 9 * 120);
        assert_eq!(of(Tz::UTC, "2025-07-14T09:00", 0), 0);
        // On 26 October 2025 clocks in Paris go back from 03:00 to 02:00: four hours from 00:00 UTC on are 02:00–05:00.
        assert_eq!(of(Tz::Europe__Paris, "2025-10-25T23:00", 4 * 60), 480);
        assert_eq!(of(Tz::Europe__Paris, "2025-10-26T00:00", 8 * 60), 6 * 120 + 2 * 60);
    }

    #[test]
    fn the_worst_and_the_mean_are_added() {
        let fairness = Fairness::of(vec![10.0, 40.0, 10.0]);
        assert_eq!((fairness.worst, fairness.most(), fairness.mean(), fairness.score()), (1, 40.0, 20.0, 60.0));
        assert!(Fairness::of(Vec::new()).score().abs() < f64::EPSILON);
    }
}
