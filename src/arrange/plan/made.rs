//! The problem that a plan poses: its days as frames, its rooms, and what the rules say of each start.

mod between;
mod far;

use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::{MOVED, Task, Wishes};
use crate::arrange::STEP;
use crate::arrange::placing::IDLE;
use crate::arrange::problem::{Answer, Choice, Item, NEVER, Problem, Spot, Tables};
use crate::arrange::rooms::Rooms;
use crate::arrange::times::{self, Times};
use crate::check::{Checker, Stretch};
use crate::model::zone::Tz;
use crate::model::{CivilTime, Placement, Plan, RoomId, Session, SessionId, SessionKind, Severity};

/// So many steps has a day.
const DAY: usize = (24 * 60 / STEP) as usize;
/// An event that lasts longer is arranged on its first days.
const MOST_DAYS: usize = 62;
/// When people eat, in minutes since midnight; the rule about lunch has the last word.
const LUNCH: (i32, i32) = (12 * 60 + 30, 14 * 60);
/// What rules and wishes weigh.
const WARNING: i64 = 60;
const HINT: i64 = 3;

/// A problem, and what its numbers mean.
pub(super) struct Made {
    pub problem: Problem,
    pub ids: Vec<SessionId>,
    /// The rooms of each choice of each session: shared ones too, which the problem does not know.
    rooms: Vec<Arc<[Vec<RoomId>]>>,
    /// Where each session is in the plan.
    pub was: Vec<Option<Placement>>,
    /// What each costs that is elsewhere than in the plan.
    pub moved: i64,
    days: Vec<(Tz, NaiveDate)>,
    lengths: Vec<crate::model::Length>,
}

struct Maker<'a> {
    base: &'a Plan,
    checker: Checker,
    made: Made,
    tables: Tables,
    /// What starts ask of those far away, for each clock and so many minutes.
    afar: FxHashMap<(Tz, i32), Arc<[i64]>>,
    /// Lists that many sessions have in common, each once.
    choices: HashSet<Arc<[Choice]>>,
    rooms: HashSet<Arc<[Vec<RoomId>]>>,
    numbers: HashMap<RoomId, usize>,
    /// Which item each session is.
    places: FxHashMap<SessionId, usize>,
    wishes: Wishes,
    /// Which rooms suit.
    suited: Rooms<'a>,
}

impl Made {
    /// Of these sessions, which `base` has in the tray and `plan` perhaps elsewhere.
    pub fn new(plan: &Plan, base: &Plan, ids: &[SessionId], task: &Task) -> Self {
        let rooms = base.rooms().iter().filter(|room| !room.is_shared);
        let numbers: HashMap<RoomId, usize> = rooms.enumerate().map(|(at, room)| (room.id, at)).collect();
        let made = Self {
            problem: Problem { rooms: numbers.len(), ..Problem::default() },
            ids: ids.to_vec(),
            rooms: Vec::new(),
            was: ids.iter().map(|&id| plan.sessions().get(id)?.placement.clone()).collect(),
            moved: if task.fewest { MOVED } else { 0 },
            days: Vec::new(),
            lengths: Vec::new(),
        };
        let checker = Checker::new(base);
        let suited = Rooms::new(plan);
        let mut maker = Maker {
            base,
            checker,
            made,
            tables: Tables::default(),
            afar: FxHashMap::default(),
            choices: HashSet::new(),
            rooms: HashSet::new(),
            numbers,
            places: ids.iter().enumerate().map(|(at, &id)| (id, at)).collect(),
            wishes: task.wishes,
            suited,
        };
        maker.days();
        for &id in ids {
            if let (Some(session), Some(was)) = (base.sessions().get(id), plan.sessions().get(id)) {
                maker.item(session, was, task.now);
            }
        }
        maker.pools();
        maker.ties();
        maker.conflicts(&task.conflicts);
        maker.made
    }

    /// Where a spot is in the plan.
    pub fn placement(&self, item: usize, spot: Spot) -> Placement {
        let (day, step) = (spot.start / DAY, spot.start % DAY);
        let start = CivilTime::midnight(self.days[day].1).plus_mins(step as i32 * STEP);
        Placement { start, length: self.lengths[item], rooms: self.rooms[item][spot.choice].clone() }
    }

    /// Where everything is in the plan.
    pub fn placements(&self, answer: &Answer) -> Vec<(SessionId, Placement)> {
        let placed = answer.iter().enumerate().filter_map(|(item, spot)| Some((item, (*spot)?)));
        placed.map(|(item, spot)| (self.ids[item], self.placement(item, spot))).collect()
    }

    /// Where everything is now, as far as it lies on the grid.
    pub fn now(&self, plan: &Plan) -> Answer {
        let spot = |(item, id): (usize, &SessionId)| {
            let at = plan.sessions().get(*id)?.placement.as_ref()?;
            self.find(item, plan.events().get(plan.sessions().get(*id)?.event)?.zone, at)
        };
        self.ids.iter().enumerate().map(spot).collect()
    }

    /// The spot of a placement on this clock, if it lies on the grid.
    pub fn find(&self, item: usize, zone: Tz, at: &Placement) -> Option<Spot> {
        let day = self.days.iter().position(|day| *day == (zone, at.start.date()))?;
        let choice = self.rooms[item].iter().position(|rooms| *rooms == at.rooms)?;
        let minute = at.start.minute_of_day();
        (minute % STEP == 0).then_some(Spot { start: day * DAY + (minute / STEP) as usize, choice })
    }

    /// Where a session that can be nowhere would be, to hear what speaks against it.
    pub fn nominal(&self, plan: &Plan, item: usize, session: &Session) -> Option<Placement> {
        let event = plan.events().get(session.event)?;
        let date = session.wish.day.unwrap_or(event.dates.first_and_last().0);
        let minute = session.wish.minute.map_or(10 * 60, i32::from);
        let rooms = self.rooms[item].first().cloned().unwrap_or_else(|| session.wish.rooms.clone());
        Some(Placement { start: CivilTime::midnight(date).plus_mins(minute), length: self.lengths[item], rooms })
    }
}

impl Maker<'_> {
    /// The days of all events that sessions belong to: one frame for each day on one clock.
    fn days(&mut self) {
        for id in self.made.ids.clone() {
            let Some(session) = self.base.sessions().get(id) else { continue };
            let Some(event) = self.base.events().get(session.event) else { continue };
            let (first, last) = event.dates.first_and_last();
            for date in first.iter_days().take(MOST_DAYS).take_while(|&date| date <= last) {
                if CivilTime::has_day(date) && !self.made.days.contains(&(event.zone, date)) {
                    self.made.days.push((event.zone, date));
                }
            }
        }
        self.made.days.sort_by_key(|&(zone, date)| (date, zone.name()));
        self.made.problem.frames = (0..self.made.days.len()).map(|day| day * DAY..(day + 1) * DAY).collect();
    }

    /// One session; `was` is the same one where it is in the plan.
    fn item(&mut self, session: &Session, was: &Session, now: Option<CivilTime>) {
        let steps = (session.length().mins() + STEP - 1) / STEP;
        self.made.lengths.push(was.length());
        let mut everywhere = vec![NEVER; self.made.problem.steps()];
        let tint = self.base.events().get(session.event).map(|event| {
            let (first, last) = event.dates.first_and_last();
            let last = last.min(first + chrono::Days::new(MOST_DAYS as u64));
            let within = crate::model::Span::new(CivilTime::midnight(first), CivilTime::midnight(last).plus_mins(1440));
            (self.checker.tint(session, &[session.id], within), event.zone)
        });
        let mut choices = Vec::new();
        let mut rooms = Vec::new();
        if let Some((tint, zone)) = &tint {
            let times = Times::new(self.base, &self.checker, was);
            let plain = self.checker.stretches(tint, &[]);
            self.paint(&mut everywhere, *zone, &plain);
            let said = everywhere.clone();
            let afar = self.afar(session, *zone);
            for (start, cost) in everywhere.iter_mut().enumerate().filter(|(_, cost)| **cost != NEVER) {
                let time = self.made.time(start);
                let crosses = start % DAY + steps as usize > DAY;
                if crosses || !times.allow(time, session.length().mins()) || now.is_some_and(|now| time < now) {
                    *cost = NEVER;
                } else {
                    let asked = afar.as_ref().map_or(0, |afar| afar[start]);
                    *cost += self.distance(was, time) + unusual(session, time) + asked;
                }
            }
            for (set, cost) in self.choices(was) {
                let stretches = self.checker.stretches(tint, &set);
                let Some((cost, starts)) = self.inside((*zone, &plain, &said), &stretches, was, (&set, cost)) else {
                    continue;
                };
                let own = set.iter().filter_map(|room| self.numbers.get(room).copied()).collect();
                choices.push(Choice { rooms: own, cost, starts });
                rooms.push(set);
            }
        }
        let starts = self.tables.place(&mut self.made.problem, everywhere);
        let (choices, rooms) = (shared(&mut self.choices, choices), shared(&mut self.rooms, rooms));
        self.made.rooms.push(rooms);
        let item = Item { length: steps.max(1) as usize, starts, choices, idle: IDLE, ..Item::default() };
        self.made.problem.items.push(item);
    }

    /// What these rooms cost, and what starts cost in them besides what they cost anywhere; `None` where none is possible.
    fn inside(
        &mut self,
        (zone, plain, said): (Tz, &[Stretch], &[i64]),
        stretches: &[Stretch],
        was: &Session,
        (rooms, cost): (&[RoomId], i64),
    ) -> Option<(i64, Option<usize>)> {
        let stays = was.placement.as_ref().filter(|at| at.rooms == rooms && self.made.moved > 0).map(|at| at.start);
        let cost = if stays.is_none() { cost + self.made.moved } else { cost };
        if stays.is_none() && stretches == plain {
            // Most rooms have nothing to say of their own.
            return said.iter().any(|&cost| cost != NEVER).then_some((cost, None));
        }
        let mut inside = vec![NEVER; self.made.problem.steps()];
        self.paint(&mut inside, zone, stretches);
        for (start, (cost, plain)) in inside.iter_mut().zip(said).enumerate() {
            *cost = if *cost == NEVER || *plain == NEVER { NEVER } else { *cost - *plain };
            // What it costs that a session is not where it was.
            if *cost != NEVER && stays.is_some_and(|stays| stays != self.made.time(start)) {
                *cost += self.made.moved;
            }
        }
        inside
            .iter()
            .any(|&cost| cost != NEVER)
            .then(|| (cost, Some(self.tables.place(&mut self.made.problem, inside))))
    }

    /// What the rules say of each start.
    fn paint(&self, table: &mut [i64], zone: Tz, stretches: &[Stretch]) {
        for &(from, to, severity) in stretches {
            let cost = match severity {
                Severity::Error => NEVER,
                Severity::Warning => WARNING,
                Severity::Hint => HINT,
                Severity::Off => 0,
            };
            let mut minute = from + (STEP - from.rem_euclid(STEP)) % STEP;
            // A day is looked up once, not for each of its steps.
            let (mut number, mut day) = (i32::MIN, None);
            while minute < to {
                if minute.div_euclid(1440) != number {
                    number = minute.div_euclid(1440);
                    let date = CivilTime::from_minutes(i64::from(minute)).date();
                    day = self.made.days.iter().position(|day| *day == (zone, date));
                }
                if let Some(day) = day {
                    table[day * DAY + (minute.rem_euclid(1440) / STEP) as usize] = cost;
                }
                minute += STEP;
            }
        }
    }

    /// What it costs to leave the time that a session has, or should have.
    fn distance(&self, was: &Session, time: CivilTime) -> i64 {
        let (day, minute) = match &was.placement {
            Some(at) => (Some(at.start.date()), Some(at.start.minute_of_day())),
            None => (was.wish.day, was.wish.minute.map(i32::from)),
        };
        // What is not wished is as it comes.
        let wished = CivilTime::midnight(day.unwrap_or(time.date())).plus_mins(minute.unwrap_or(time.minute_of_day()));
        let (days, other_half, mins) = times::distance(wished, time);
        let days = i64::from(days.min(7));
        self.wishes.keep
            * (days * 4
                + i64::from(days > 0) * 4
                + i64::from(other_half) * 2
                + i64::from(mins / 30)
                + i64::from(mins > 0))
    }

    /// The rooms that a session can have, with what each costs.
    fn choices(&self, was: &Session) -> Vec<(Vec<RoomId>, i64)> {
        let wished = was.rooms_or_wished();
        let leaves = if wished.is_empty() { 0 } else { self.wishes.keep * 3 };
        let cost = |(rooms, misfit): (Vec<RoomId>, i64)| {
            let cost = if rooms == wished { 0 } else { leaves + self.wishes.fitting_rooms * misfit };
            (rooms, cost)
        };
        self.suited.of(was).into_iter().map(cost).collect()
    }
}

impl Made {
    /// When a step is, on the clock of its day.
    pub fn time(&self, start: usize) -> CivilTime {
        CivilTime::midnight(self.days[start / DAY].1).plus_mins((start % DAY) as i32 * STEP)
    }
}

/// A list that may be known already, each only once.
fn shared<T: Eq + Hash>(known: &mut HashSet<Arc<[T]>>, list: Vec<T>) -> Arc<[T]> {
    if let Some(known) = known.get(list.as_slice()) {
        return known.clone();
    }
    let list: Arc<[T]> = list.into();
    known.insert(list.clone());
    list
}

/// What it costs that a session is at an hour at which such a thing is not held as a rule.
fn unusual(session: &Session, time: CivilTime) -> i64 {
    let (minute, end) = (time.minute_of_day(), time.minute_of_day() + session.length().mins());
    let late = i64::from((end - 18 * 60).max(0) / 30) + i64::from((9 * 60 - minute).max(0) / 30);
    match session.kind {
        SessionKind::Social => i64::from((18 * 60 - minute).max(0) / 60),
        SessionKind::Break | SessionKind::Service | SessionKind::Visit => 0,
        kind if kind.is_formal() && minute < LUNCH.1 && end > LUNCH.0 => late * 2 + WARNING / 3,
        _ => late * 2,
    }
}
