//! The problem that talks pose: each session is a room, sessions that lie on one another are a frame.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::standing::{self, Standing};
use super::{Given, TalkTask};
use crate::arrange::placing::{ERROR, IDLE};
use crate::arrange::problem::{Answer, Bond, Choice, Item, Limit, NEVER, Problem, Spot, Tables};
use crate::arrange::state::State;
use crate::model::agenda::{self, Agendas};
use crate::model::{Absence, AgendaItem, AgendaItemId, PersonId, Plan, Session, SessionId, Span, Status, zone};

/// A talk in a session whose topics are others.
const STRANGE: i64 = 60;
/// Two talks on one topic: in two sessions at once, in different sessions.
const AT_ONCE: i64 = 24;
const APART: i64 = 8;
/// A step where a talk has no length yet, in seconds.
const NO_LENGTH: i64 = 300;
/// How many steps there are at most.
const MOST_STEPS: i64 = 6_000;
/// Talks that have somebody or a topic in common are tied two by two, if they are no more.
const MANY: usize = 60;

/// When people have parts in sessions, in seconds of UTC since 1970.
type Engaged = FxHashMap<PersonId, Vec<(SessionId, Range<i64>)>>;

/// A problem, and what its numbers mean.
pub(super) struct Made {
    pub problem: Problem,
    pub talks: Vec<Arc<AgendaItem>>,
    /// Where everything is now, as far as it fits in.
    pub now: Answer,
    cells: Vec<Cell>,
    tables: Tables,
    /// So many seconds has a step.
    step: i64,
}

/// A session: a room in a frame.
#[derive(Clone)]
struct Cell {
    session: Arc<Session>,
    span: Span,
    /// In seconds of UTC since 1970.
    utc: Range<i64>,
    /// Between its breaks, in seconds after it begins.
    open: Vec<Range<i64>>,
    /// Its first step.
    start: usize,
    /// The steps in which talks can be given.
    windows: Vec<Range<usize>>,
}

/// A talk as it stands in its session.
struct Known {
    item: Arc<AgendaItem>,
    /// Of it and what goes with it, with the pause after it, in seconds.
    secs: i64,
    cell: usize,
    at_secs: i64,
}

impl Made {
    /// Of the talks of these sessions.
    pub fn new(plan: &Plan, sessions: &[SessionId], task: &TalkTask) -> Self {
        let agendas = Agendas::new(plan);
        let (mut cells, mut known) = (Vec::new(), Vec::new());
        for session in sessions.iter().filter_map(|&id| plan.sessions().get(id)) {
            let standing = Standing::new(session, agenda::taken(plan, &agendas, session.id));
            if let Some(cell) = Cell::new(plan, session, &standing) {
                known.extend(talks(session, &standing, cells.len()));
                cells.push(cell);
            }
        }
        let problem = Problem { rooms: cells.len(), ..Problem::default() };
        let mut made =
            Self { problem, talks: Vec::new(), now: Vec::new(), cells, tables: Tables::default(), step: NO_LENGTH };
        made.frames(&known);
        let engaged = engaged(plan, &agendas, sessions);
        for talk in &known {
            made.item(plan, talk, task, &engaged);
        }
        made.ties(&known, task);
        made.talks = known.into_iter().map(|talk| talk.item).collect();
        made
    }

    /// Where each talk is given; nothing for what found no place. Talks follow one another in the order in which they stood,
    /// without a gap, where that costs nothing.
    pub fn given(&self, answer: &Answer) -> Vec<Option<Given>> {
        let mut state = State::of(&self.problem, answer);
        let mut given = vec![None; self.talks.len()];
        for (room, cell) in self.cells.iter().enumerate() {
            for window in &cell.windows {
                let mut items: Vec<(Spot, usize)> = Vec::new();
                for step in window.clone() {
                    let item = state.in_room(room, step).filter(|item| items.last().is_none_or(|last| last.1 != *item));
                    items.extend(item.and_then(|item| Some((state.spot(item)?, item))));
                }
                in_their_order(&mut state, &mut items, window.start);
                let mut next = window.start;
                for (spot, item) in items {
                    let start = earlier(&mut state, (item, spot), next);
                    let at_secs = (start - cell.start) as i64 * self.step;
                    let (talk, session) = (self.talks[item].id, cell.session.id);
                    given[item] = Some(Given { talk, session, at_secs, is_fixed: start > next });
                    next = start + self.problem.items[item].length;
                }
            }
        }
        given
    }

    /// Gives each session its steps: those that lie on one another are one frame. A step is what all lengths are multiples of,
    /// if that is not too fine.
    fn frames(&mut self, known: &[Known]) {
        let mut order: Vec<usize> = (0..self.cells.len()).collect();
        order.sort_by_key(|&at| (self.cells[at].utc.start, at));
        // Where each frame begins and ends, and the frame of each session.
        let mut frames: Vec<Range<i64>> = Vec::new();
        let mut frame_of = vec![0; self.cells.len()];
        for at in order {
            let utc = &self.cells[at].utc;
            // A pause after the last talk may lie beyond the end.
            let end = self.cells[at].open.iter().map(|open| utc.start + open.end).fold(utc.end, i64::max);
            match frames.last_mut().filter(|frame| utc.start < frame.end) {
                Some(frame) => frame.end = frame.end.max(end),
                None => frames.push(utc.start..end),
            }
            frame_of[at] = frames.len() - 1;
        }
        let offset = |at: usize| self.cells[at].utc.start - frames[frame_of[at]].start;
        let offsets: Vec<i64> = (0..self.cells.len()).map(offset).collect();
        let lengths = known.iter().map(|talk| if talk.secs > 0 { talk.secs } else { NO_LENGTH });
        let edges = self.cells.iter().flat_map(|cell| cell.open.iter().flat_map(|open| [open.start, open.end]));
        let common = lengths.chain(edges).chain(offsets.iter().copied()).fold(0, gcd).max(1);
        let whole: i64 = frames.iter().map(|frame| frame.end - frame.start).sum();
        self.step = common * (whole / common / MOST_STEPS + 1);
        let down = |secs: i64| usize::try_from(secs / self.step).unwrap_or(0);
        let mut first = 0;
        for frame in &frames {
            let steps = down(frame.end - frame.start + self.step - 1);
            self.problem.frames.push(first..first + steps);
            first += steps;
        }
        for (at, &frame) in frame_of.iter().enumerate() {
            let start = self.problem.frames[frame].start + down(offsets[at] + self.step - 1);
            let cell = &self.cells[at];
            let window = |open: &Range<i64>| start + down(open.start + self.step - 1)..start + down(open.end);
            let windows = cell.open.iter().map(window).filter(|window| window.start < window.end).collect();
            self.cells[at] = Cell { start, windows, ..self.cells[at].clone() };
        }
    }

    /// A talk, with what each place costs.
    fn item(&mut self, plan: &Plan, talk: &Known, task: &TalkTask, engaged: &Engaged) {
        let steps = self.problem.steps();
        let length = usize::try_from((talk.secs + self.step - 1) / self.step).unwrap_or(1).max(1);
        let anywhere = self.tables.place(&mut self.problem, vec![0; steps]);
        let engaged: Vec<&(SessionId, Range<i64>)> =
            talk.item.speakers.iter().filter_map(|id| engaged.get(id)).flatten().collect();
        let mut choices = Vec::new();
        for (at, cell) in self.cells.iter().enumerate() {
            let is_elsewhere = |part: &&(SessionId, Range<i64>)| {
                part.0 != cell.session.id && part.1.start < cell.utc.end && cell.utc.start < part.1.end
            };
            if engaged.iter().copied().any(|part| is_elsewhere(&part)) {
                continue;
            }
            let mut table = vec![NEVER; steps];
            for window in &cell.windows {
                let last = (window.end + 1).saturating_sub(length).max(window.start);
                for (start, place) in (window.start..).zip(&mut table[window.start..last]) {
                    if !self.is_away(plan, &talk.item, (cell, start, length)) {
                        *place = 0;
                    }
                }
            }
            if table.iter().any(|&cost| cost != NEVER) {
                let (topics, own) = (&cell.session.topics, &talk.item.topics);
                let is_strange = !topics.is_empty() && !own.is_empty() && !own.iter().any(|id| topics.contains(id));
                let keeps = if at == talk.cell { 0 } else { task.wishes.keep * 2 };
                let cost = keeps + if is_strange { STRANGE } else { 0 };
                let starts = Some(self.tables.place(&mut self.problem, table));
                choices.push(Choice { rooms: vec![at], cost, starts });
            }
        }
        let start = self.cells[talk.cell].start + usize::try_from(talk.at_secs / self.step).unwrap_or(0);
        let choice = choices.iter().position(|choice| choice.rooms == [talk.cell]);
        // What runs over now has no place in the problem.
        let now = choice.map(|choice| Spot { start, choice }).filter(|spot| spot.start + length <= steps);
        self.now.push(now);
        self.problem.items.push(Item {
            length,
            starts: anywhere,
            choices: choices.into(),
            idle: IDLE,
            ..Item::default()
        });
    }

    /// Whether who gives a talk is away while it would be given.
    fn is_away(&self, plan: &Plan, talk: &AgendaItem, (cell, start, length): (&Cell, usize, usize)) -> bool {
        let mins = |secs: i64| i32::try_from(secs).unwrap_or(i32::MAX / 4);
        let secs = |step: usize| (step - cell.start) as i64 * self.step;
        let from = cell.span.start.plus_mins(mins(secs(start) / 60));
        let to = cell.span.start.plus_mins(mins((secs(start + length) + 59) / 60));
        let people = talk.speakers.iter().filter_map(|&id| plan.people().get(id));
        let mut away = people.filter(|person| !person.away.is_empty());
        away.any(|person| Absence::within(&person.away, Span { start: from, end: to }).is_some())
    }

    /// What talks have to do with one another.
    fn ties(&mut self, known: &[Known], task: &TalkTask) {
        let mut by_person: BTreeMap<PersonId, Vec<usize>> = BTreeMap::new();
        let mut by_topic: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        let places: FxHashMap<AgendaItemId, usize> =
            known.iter().enumerate().map(|(at, talk)| (talk.item.id, at)).collect();
        for (item, talk) in known.iter().enumerate() {
            talk.item.speakers.iter().for_each(|&id| by_person.entry(id).or_default().push(item));
            talk.item.topics.iter().for_each(|&id| by_topic.entry(id).or_default().push(item));
            if let Some(&before) = talk.item.continued_from.and_then(|id| places.get(&id)) {
                self.problem.tie(item, before, Bond::After(0), ERROR);
            }
        }
        let pairs = |items: &[usize]| -> Vec<(usize, usize)> {
            let each = items.iter().enumerate();
            each.flat_map(|(at, &one)| items[at + 1..].iter().map(move |&other| (one, other))).collect()
        };
        for items in by_person.values() {
            if items.len() > MANY {
                self.problem.count_together(Limit { most: 1, cost: ERROR }, items);
                continue;
            }
            for (one, other) in pairs(items) {
                self.problem.tie(one, other, Bond::Apart { near: 0, far: 0 }, ERROR);
            }
        }
        // What half of all talks is about says little of where one should be.
        for items in by_topic.values().filter(|items| items.len() <= MANY) {
            for (one, other) in pairs(items) {
                self.problem.tie(one, other, Bond::Beside, AT_ONCE);
                self.problem.tie(one, other, Bond::OtherRoom, APART);
            }
        }
        for &(one, other, people) in &task.conflicts {
            if let (Some(&one), Some(&other)) = (places.get(&one), places.get(&other)) {
                self.problem.tie(one, other, Bond::Apart { near: 0, far: 0 }, i64::from(people).min(ERROR / 2));
            }
        }
    }
}

impl Cell {
    /// A session that has a place.
    fn new(plan: &Plan, session: &Arc<Session>, standing: &Standing) -> Option<Self> {
        let (span, event) = (session.span()?, plan.events().get(session.event)?);
        let utc = zone::moment(span.start, event.zone)..zone::moment(span.end, event.zone);
        Some(Self {
            session: session.clone(),
            span,
            utc,
            open: standing.windows(i64::from(session.pause_secs)),
            start: 0,
            windows: Vec::new(),
        })
    }
}

/// Lays what is in a window in the order in which it stood before, one after the other, if that costs nothing.
fn in_their_order(state: &mut State<'_>, items: &mut Vec<(Spot, usize)>, first: usize) {
    let (before, was) = (state.cost, items.clone());
    for &(_, item) in items.iter() {
        state.take(item);
    }
    items.sort_by_key(|(_, item)| *item);
    let (mut next, mut placed) = (first, 0);
    for (spot, item) in items.iter_mut() {
        spot.start = next;
        if !state.is_free(*item, *spot) {
            break;
        }
        state.put(*item, *spot);
        next += state.problem.items[*item].length;
        placed += 1;
    }
    if placed < items.len() || state.cost > before {
        for &(_, item) in &items[..placed] {
            state.take(item);
        }
        for &(spot, item) in &was {
            state.put(item, spot);
        }
        *items = was;
    }
}

/// Moves an item as near to a step as it costs nothing; where it is then.
fn earlier(state: &mut State<'_>, (item, was): (usize, Spot), first: usize) -> usize {
    let before = state.cost;
    state.take(item);
    for start in first..was.start {
        let spot = Spot { start, ..was };
        if state.is_free(item, spot) {
            state.put(item, spot);
            if state.cost <= before {
                return start;
            }
            state.take(item);
        }
    }
    state.put(item, was);
    was.start
}

/// The talks of a session, with when they are due.
fn talks(session: &Session, standing: &Standing, cell: usize) -> Vec<Known> {
    let pause = i64::from(session.pause_secs);
    let of = |(at, secs): (usize, i64)| {
        let item = standing.taken[at].item()?.clone();
        // What takes no time has no pause after it.
        let secs = secs + if secs > 0 { pause } else { 0 };
        Some(Known { item, secs, cell, at_secs: standing.dues[at].start_secs })
    };
    standing.talks().into_iter().filter_map(of).collect()
}

/// When people have a part in sessions, or in what their agendas have that is not arranged.
fn engaged(plan: &Plan, agendas: &Agendas, arranged: &[SessionId]) -> Engaged {
    let mut found = Engaged::default();
    for session in plan.sessions().iter().filter(|session| session.status != Status::Cancelled) {
        let Some((span, event)) = session.span().zip(plan.events().get(session.event)) else { continue };
        let (start, end) = (zone::moment(span.start, event.zone), zone::moment(span.end, event.zone));
        session.people.iter().for_each(|part| found.entry(part.person).or_default().push((session.id, start..end)));
        let (is_arranged, taken) = (arranged.contains(&session.id), agenda::taken(plan, agendas, session.id));
        let dues = agenda::times(Some(session), &taken).dues;
        for (taken, due) in taken.iter().zip(dues) {
            if due.start_secs < due.end_secs && !(is_arranged && standing::is_talk(taken)) {
                let part = (session.id, start + due.start_secs..start + due.end_secs);
                taken.speakers().for_each(|person| found.entry(person).or_default().push(part.clone()));
            }
        }
    }
    found
}

fn gcd(one: i64, other: i64) -> i64 {
    if other == 0 { one } else { gcd(other, one % other) }
}
