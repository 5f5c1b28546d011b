//! What is worked out once for a state of the plan and a sitting: burdens, the best starts, the fairest pair.

use chrono::NaiveDate;

use crate::app::context::ViewContext;
use crate::model::burden::{self, Fairness, Measure, Part, SEAT, Sitting};
use crate::model::zone::{self, Tz};
use crate::model::{Body, BodyId};
use crate::workbench::Generation;

use super::STEP;

/// A place and its clock.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// What it is called.
    pub name: String,
    /// Its clock.
    pub zone: Tz,
    /// Days on which nobody works there.
    pub days_off: Vec<NaiveDate>,
}

/// A region with its places.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Which.
    pub id: BodyId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub title: String,
    /// From west to east.
    pub places: Vec<Place>,
}

/// All that the view shows of a sitting.
#[derive(Debug)]
pub struct Known {
    at: (Generation, Sitting, crate::model::Language),
    /// How minutes count, and when the staff work.
    pub measure: Measure,
    /// The sitting.
    pub sitting: Sitting,
    /// All sittings of all such meetings.
    pub all: Vec<Sitting>,
    /// Regions, the one that bears the most first.
    pub regions: Vec<Region>,
    /// What each bears of this sitting.
    pub own: Vec<f64>,
    /// What each bears of all others.
    pub others: Vec<f64>,
    /// Starts that fit the hours of the interpreters, the fairest first.
    pub best: Vec<(i64, Fairness)>,
    /// The fairest starts of the first two sittings of the meeting.
    pub pair: Option<([(Sitting, i64); 2], Fairness)>,
}

impl Known {
    /// That of a sitting; as it was where nothing has changed.
    #[must_use]
    pub fn of(known: Option<Self>, cx: &ViewContext<'_>, sitting: Sitting) -> Self {
        let at = (cx.workbench.generation(), sitting, cx.texts.language());
        if let Some(known) = known.filter(|known| known.at == at) {
            return known;
        }
        let measure = cx.workbench.checker().settings().burden_measure();
        let events = burden::events(cx.plan);
        let all: Vec<Sitting> = events.iter().flat_map(|&event| burden::sittings(cx.plan, event)).collect();
        let mut bodies = burden::regions(cx.plan);
        let times = |except: Option<Sitting>| {
            all.iter().filter(move |row| Some(**row) != except).map(|row| (row.start, row.mins))
        };
        let total = |body: &Body| burden::of_all(&[body], times(None), &measure)[0];
        bodies.sort_by(|one, other| total(other).total_cmp(&total(one)).then(one.id.cmp(&other.id)));
        let own = burden::of_all(&bodies, std::iter::once((sitting.start, sitting.mins)), &measure);
        let others = burden::of_all(&bodies, times(Some(sitting)), &measure);
        let best = burden::ranked(&bodies, (&others, sitting.mins), starts(sitting, &measure).into_iter(), &measure);
        let pair = pair(&bodies, &all, sitting, &measure);
        let regions = bodies.into_iter().map(|body| region(cx, body, sitting.start)).collect();
        Self { at, measure, sitting, all, regions, own, others, best, pair }
    }

    /// What each region bears of all sittings.
    #[must_use]
    pub fn total(&self) -> Vec<f64> {
        self.own.iter().zip(&self.others).map(|(own, others)| own + others).collect()
    }

    /// What each region bears of this sitting where it begins at another moment.
    #[must_use]
    pub fn own_at(&self, start: i64) -> Vec<f64> {
        let of = |region: &Region| {
            let sum: u32 = region.places.iter().map(|place| self.of_place(place, start)).sum();
            f64::from(sum) / region.places.len().max(1) as f64
        };
        self.regions.iter().map(of).collect()
    }

    /// What a place bears of this sitting.
    #[must_use]
    pub fn of_place(&self, place: &Place, start: i64) -> u32 {
        burden::of_city(place.zone, (start, self.sitting.mins), &self.measure)
    }

    /// The place of a region that bears the most.
    #[must_use]
    pub fn hardest_place(&self, region: usize, start: i64) -> Option<&Place> {
        self.regions.get(region)?.places.iter().max_by_key(|place| self.of_place(place, start))
    }
}

/// On which date a sitting begins in UTC.
#[must_use]
pub fn date_of(sitting: &Sitting) -> Option<NaiveDate> {
    zone::civil_at(sitting.start, Tz::UTC).map(|(time, _)| time.date())
}

/// The half hours of the day at which a sitting can begin, so that it lies within the hours of the interpreters.
fn starts(sitting: Sitting, measure: &Measure) -> Vec<i64> {
    let first = super::grid::day_start(sitting.start);
    let fits = |start: &i64| {
        let from = burden::local_minute(*start, SEAT);
        from >= measure.interpreters.0 && from + sitting.mins <= measure.interpreters.1
    };
    let half_hours = (0..24 * 60 / STEP).map(|at| first + at * STEP * 60);
    let fitting: Vec<i64> = half_hours.clone().filter(fits).collect();
    if fitting.is_empty() {
        // One that is longer than their day can begin whenever they are awake.
        return half_hours
            .filter(|&start| Part::of(burden::local_minute(start, SEAT), measure) != Part::Night)
            .collect();
    }
    fitting
}

/// The fairest starts of the first two sittings of the meeting.
fn pair(
    bodies: &[&Body],
    all: &[Sitting],
    sitting: Sitting,
    measure: &Measure,
) -> Option<([(Sitting, i64); 2], Fairness)> {
    let own: Vec<Sitting> = all.iter().filter(|row| row.event == sitting.event).take(2).copied().collect();
    let &[one, other] = own.as_slice() else { return None };
    let rest = all.iter().filter(|row| **row != one && **row != other).map(|row| (row.start, row.mins));
    let others = burden::of_all(bodies, rest, measure);
    let candidates = [starts(one, measure), starts(other, measure)];
    let (found, fairness) = burden::fairest_pair(bodies, (&others, [one.mins, other.mins]), candidates, measure)?;
    Some(([(one, found[0]), (other, found[1])], fairness))
}

fn region(cx: &ViewContext<'_>, body: &Body, moment: i64) -> Region {
    let city = |city: &crate::model::City| Place {
        name: cx.title(&city.name).to_owned(),
        zone: city.zone,
        days_off: city.days_off.clone(),
    };
    let mut places: Vec<Place> = body.cities.iter().map(city).collect();
    if let Some(zone) = body.zone.filter(|_| places.is_empty()) {
        let name = crate::app::widget::zones::zone_name(zone);
        places.push(Place { name, zone, days_off: Vec::new() });
    }
    let offset = |zone: Tz| zone::civil_at(moment, zone).map_or(0, |(time, _)| time.minutes());
    places.sort_by_key(|place| offset(place.zone));
    let (code, title) = (cx.title(&body.code).to_owned(), cx.title(&body.title).to_owned());
    Region { id: body.id, code, title, places }
}
