//! The problem that talks pose: sessions at one time are a frame, each of them a room in it, cut by its fixed breaks.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{TalkTask, is_talk};
use crate::arrange::problem::{Answer, Bond, Choice, Item, NEVER, Problem, Spot, Tie};
use crate::arrange::state::State;
use crate::model::agenda::{self, Agendas, Taken};
use crate::model::{Absence, AgendaItem, AgendaItemId, PersonId, Plan, Session, SessionId, Span, Status};

/// What must not be outweighs all else; a talk that is in no session, even that.
const ERROR: i64 = 20_000;
const IDLE: i64 = 200_000;
/// A talk in a session whose topics are others.
const STRANGE: i64 = 60;
/// Two talks on one topic: in two sessions at once, in different sessions.
const AT_ONCE: i64 = 24;
const APART: i64 = 8;
/// A talk before the one that came before it.
const OUT_OF_ORDER: i64 = 1;
/// What a gap in a session is not worth.
const GAP: i64 = 20;
/// The finest step of time, in seconds, and how many steps there are at most.
const FINEST: i64 = 60;
const MOST_STEPS: i64 = 20_000;
/// Talks on a topic that more have in common are not tied two by two.
const MANY: usize = 60;

/// When people have parts in sessions.
type Engaged = FxHashMap<PersonId, Vec<(SessionId, Span)>>;
/// The place of each table, each only once.
type Tables = FxHashMap<Arc<[i64]>, usize>;

/// A problem, and what its numbers mean.
pub(super) struct Made {
    pub problem: Problem,
    pub talks: Vec<Arc<AgendaItem>>,
    /// Where everything is now, as far as it fits in.
    pub now: Answer,
    cells: Vec<Cell>,
    /// So many seconds has a step.
    step: i64,
}

/// A session as a room in a frame.
struct Cell {
    session: Arc<Session>,
    span: Span,
    room: usize,
    /// Its first step.
    start: usize,
    /// The steps in which talks can be given, between its breaks.
    windows: Vec<Range<usize>>,
}

/// A talk as it stands in its session.
struct Known {
    item: Arc<AgendaItem>,
    /// Of it and what stands below it, with the pause after it, in seconds.
    secs: i64,
    cell: usize,
    at_secs: i64,
}

impl Made {
    /// Of the talks of these sessions.
    pub fn new(plan: &Plan, sessions: &[SessionId], task: &TalkTask) -> Self {
        let agendas = Agendas::new(plan);
        let (mut halls, mut known) = (Vec::new(), Vec::new());
        let rows = sessions.iter().filter_map(|&id| plan.sessions().get(id));
        for session in rows.filter(|session| session.placement.is_some()) {
            let taken = agenda::taken(plan, &agendas, session.id);
            known.extend(talks(session, &taken, halls.len()));
            halls.push((session.clone(), windows(session, &taken)));
        }
        let all = known
            .iter()
            .map(|talk| talk.secs)
            .chain(halls.iter().flat_map(|(_, windows)| windows.iter().flat_map(|window| [window.start, window.end])));
        let step = step(all.filter(|&secs| secs > 0), &halls);
        let mut made =
            Self { problem: Problem::default(), talks: Vec::new(), now: Vec::new(), cells: Vec::new(), step };
        made.frames(halls);
        let (engaged, mut tables) = (engaged(plan, &agendas, sessions), Tables::default());
        for talk in &known {
            made.item(plan, talk, task, (&engaged, &mut tables));
        }
        made.ties(&known, task);
        made.talks = known.into_iter().map(|talk| talk.item).collect();
        made
    }

    /// Where each talk is given; nothing for what found no place. Talks follow one another without a gap, where that costs nothing.
    pub fn given(&self, answer: &Answer) -> Vec<Option<super::Given>> {
        let mut state = State::of(&self.problem, answer);
        let mut given = vec![None; self.talks.len()];
        for cell in &self.cells {
            for window in &cell.windows {
                let mut items: Vec<(Spot, usize)> = Vec::new();
                for step in window.clone() {
                    let item =
                        state.in_room(cell.room, step).filter(|item| items.last().is_none_or(|last| last.1 != *item));
                    items.extend(item.and_then(|item| Some((state.spot(item)?, item))));
                }
                in_their_order(&mut state, &mut items, window.start);
                let mut next = window.start;
                for (spot, item) in items {
                    let start = earlier(&mut state, (item, spot), next);
                    let at_secs = (start - cell.start) as i64 * self.step;
                    let is_fixed = start > next;
                    given[item] =
                        Some(super::Given { talk: self.talks[item].id, session: cell.session.id, at_secs, is_fixed });
                    next = start + self.problem.items[item].length;
                }
            }
        }
        given
    }

    /// Sessions that lie on one another are one frame; each has a room of its own in it, that of its hall where it can.
    fn frames(&mut self, mut halls: Vec<(Arc<Session>, Vec<Range<i64>>)>) {
        // Cells stand in the order of `halls`, which talks name.
        let spans: Vec<Option<Span>> = halls.iter().map(|(session, _)| session.span()).collect();
        let mut order: Vec<usize> = (0..halls.len()).filter(|&at| spans[at].is_some()).collect();
        order.sort_by_key(|&at| (spans[at].map(|span| span.start), at));
        let mut frame: Option<Span> = None;
        let mut taken: Vec<usize> = Vec::new();
        let mut rooms = BTreeMap::new();
        let mut cells: BTreeMap<usize, Cell> = BTreeMap::new();
        let mut first = 0;
        for at in order {
            let Some(span) = spans[at] else { continue };
            let (session, windows) = (halls[at].0.clone(), std::mem::take(&mut halls[at].1));
            if frame.is_none_or(|frame| span.start >= frame.end) {
                first = self.problem.steps();
                self.problem.frames.push(first..first);
                (frame, taken) = (Some(span), Vec::new());
            }
            let begin = frame.map_or(span.start, |frame| frame.start);
            frame = frame.map(|frame| Span { start: frame.start, end: frame.end.max(span.end) });
            let next = rooms.len();
            let own = session.rooms().first().map(|&room| *rooms.entry(room).or_insert(next));
            let free = own
                .filter(|room| !taken.contains(room))
                .or_else(|| (rooms.len()..=rooms.len() + taken.len()).find(|room| !taken.contains(room)));
            let room = free.unwrap_or(0);
            taken.push(room);
            self.problem.rooms = self.problem.rooms.max(room + 1);
            let to = |secs: i64| usize::try_from(secs / self.step).unwrap_or(0);
            let start = first + to(i64::from(span.start.mins_since(begin)) * 60);
            let windows = windows.iter().map(|window| start + to(window.start + self.step - 1)..start + to(window.end));
            let windows: Vec<Range<usize>> = windows.filter(|window| !window.is_empty()).collect();
            let end = start + to(i64::from(span.mins()) * 60);
            if let Some(last) = self.problem.frames.last_mut() {
                last.end = last.end.max(end).max(windows.iter().map(|window| window.end).max().unwrap_or(0));
            }
            cells.insert(at, Cell { session, span, room, start, windows });
        }
        self.cells = cells.into_values().collect();
    }

    /// A talk, with what each place costs.
    fn item(&mut self, plan: &Plan, talk: &Known, task: &TalkTask, (engaged, tables): (&Engaged, &mut Tables)) {
        let steps = self.problem.steps();
        let length = usize::try_from((talk.secs + self.step - 1) / self.step).unwrap_or(1).max(1);
        let mut rooms = vec![vec![NEVER; steps]; self.problem.rooms];
        let engaged: Vec<(SessionId, Span)> =
            talk.item.speakers.iter().filter_map(|id| engaged.get(id)).flatten().copied().collect();
        for (at, cell) in self.cells.iter().enumerate() {
            if engaged.iter().any(|&(session, span)| session != cell.session.id && span.overlaps(cell.span)) {
                continue;
            }
            let topics = &cell.session.topics;
            let is_strange = !topics.is_empty()
                && !talk.item.topics.is_empty()
                && !talk.item.topics.iter().any(|id| topics.contains(id));
            let keeps = if at == talk.cell { 0 } else { task.wishes.keep * 2 };
            let cost = keeps + if is_strange { STRANGE } else { 0 };
            for window in &cell.windows {
                let last = (window.end + 1).saturating_sub(length).max(window.start);
                for (start, place) in (window.start..).zip(&mut rooms[cell.room][window.start..last]) {
                    if !self.is_away(plan, &talk.item, (cell, start, length)) {
                        *place = cost;
                    }
                }
            }
        }
        let mut table = |table: Vec<i64>, problem: &mut Problem| {
            let table: Arc<[i64]> = table.into();
            let next = problem.tables.len();
            *tables.entry(table).or_insert_with_key(|table| {
                problem.tables.push(table.clone());
                next
            })
        };
        // A start that no room offers need not be drawn.
        let anywhere = (0..steps).map(|start| if rooms.iter().all(|room| room[start] == NEVER) { NEVER } else { 0 });
        let anywhere: Vec<i64> = anywhere.collect();
        let starts = table(anywhere, &mut self.problem);
        let mut choices = Vec::new();
        for (room, costs) in rooms.into_iter().enumerate() {
            if costs.iter().any(|&cost| cost != NEVER) {
                choices.push(Choice { rooms: vec![room], cost: 0, starts: Some(table(costs, &mut self.problem)) });
            }
        }
        let now = self.cells.get(talk.cell).and_then(|cell| {
            let choice = choices.iter().position(|choice| choice.rooms == [cell.room])?;
            Some(Spot { start: cell.start + usize::try_from(talk.at_secs / self.step).ok()?, choice })
        });
        // What runs over now has no place in the problem.
        let is_within = |spot: &Spot| spot.start + length <= steps;
        self.now.push(now.filter(is_within));
        self.problem.items.push(Item { length, starts, choices: choices.into(), idle: IDLE, ..Item::default() });
    }

    /// Whether who gives a talk is away while it would be given.
    fn is_away(&self, plan: &Plan, talk: &AgendaItem, (cell, start, length): (&Cell, usize, usize)) -> bool {
        let secs = |step: usize| i32::try_from((step - cell.start) as i64 * self.step / 60).unwrap_or(0);
        let time = |step: usize| cell.span.start.plus_mins(secs(step));
        let people = talk.speakers.iter().filter_map(|&id| plan.people().get(id));
        let mut away = people.filter(|person| !person.away.is_empty());
        away.any(|person| {
            Absence::within(&person.away, Span { start: time(start), end: time(start + length) }).is_some()
        })
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
                self.tie(item, before, Bond::After(0), ERROR);
            }
        }
        let pairs = |items: &[usize]| -> Vec<(usize, usize)> {
            let each = items.iter().enumerate();
            each.flat_map(|(at, &one)| items[at + 1..].iter().map(move |&other| (one, other))).collect()
        };
        for items in by_person.values().filter(|items| items.len() <= MANY) {
            for (one, other) in pairs(items) {
                self.tie(one, other, Bond::Apart { near: 0, far: 0 }, ERROR);
            }
        }
        for items in by_topic.values().filter(|items| items.len() <= MANY) {
            for (one, other) in pairs(items) {
                self.tie(one, other, Bond::Beside, AT_ONCE);
                self.tie(one, other, Bond::OtherCell, APART);
            }
        }
        for two in known.windows(2).enumerate().filter(|(_, two)| two[0].cell == two[1].cell).map(|(at, _)| at) {
            self.tie(two, two + 1, Bond::Before(0), OUT_OF_ORDER);
        }
        for &(one, other, people) in &task.conflicts {
            if let (Some(&one), Some(&other)) = (places.get(&one), places.get(&other))
                && one != other
            {
                self.tie(one, other, Bond::Apart { near: 0, far: 0 }, i64::from(people).min(ERROR / 2));
            }
        }
    }

    fn tie(&mut self, one: usize, other: usize, bond: Bond, cost: i64) {
        if one == other {
            return;
        }
        self.problem.items[one].ties.push(Tie { other, bond, cost });
        self.problem.items[other].ties.push(Tie { other: one, bond: bond.back(), cost });
    }
}

/// Lays what is in a window in the order in which it stood before, one after the other, if that costs nothing that matters.
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
    if placed < items.len() || state.cost > before + GAP {
        for &(_, item) in &items[..placed] {
            state.take(item);
        }
        for &(spot, item) in &was {
            state.put(item, spot);
        }
        *items = was;
    }
}

/// Moves an item as near to a step as it costs nothing that matters; where it is then.
fn earlier(state: &mut State<'_>, (item, was): (usize, Spot), first: usize) -> usize {
    let before = state.cost;
    state.take(item);
    for start in first..was.start {
        let spot = Spot { start, ..was };
        if state.is_free(item, spot) {
            state.put(item, spot);
            if state.cost <= before + GAP {
                return start;
            }
            state.take(item);
        }
    }
    state.put(item, was);
    was.start
}

/// The talks of a session, with when they are due.
fn talks(session: &Session, taken: &[Taken], cell: usize) -> Vec<Known> {
    let dues = agenda::times(Some(session), taken).dues;
    let of = |(at, taken_here): (usize, &Taken)| {
        let item = taken_here.item().filter(|_| is_talk(taken_here))?;
        let below = taken[at + 1..].iter().take_while(|below| below.level() > 0).map(|below| i64::from(below.secs()));
        let secs = i64::from(item.secs()) + below.sum::<i64>();
        let secs = secs + if secs > 0 { i64::from(session.pause_secs) } else { 0 };
        Some(Known { item: item.clone(), secs, cell, at_secs: dues.get(at)?.start_secs })
    };
    taken.iter().enumerate().filter_map(of).collect()
}

/// When talks can be given in a session, in seconds after it begins: what is left of the stretches between its breaks by what
/// stays. What opens a session comes before its talks.
fn windows(session: &Session, taken: &[Taken]) -> Vec<Range<i64>> {
    let mut talk = false;
    let stays = taken.iter().filter(|taken| {
        // What stands below a talk goes with it.
        talk = is_talk(taken) || (talk && taken.level() > 0);
        !talk
    });
    let stays: Vec<Taken> = stays.cloned().collect();
    let first = taken.iter().position(is_talk).unwrap_or(taken.len());
    let opening: i64 = taken[..first].iter().map(|taken| i64::from(taken.secs())).sum();
    let parts = agenda::times(Some(session), &stays).parts;
    let pause = i64::from(session.pause_secs);
    let window = |(at, part): (usize, &agenda::Part)| {
        let left = part.room_secs() - part.given_secs + if part.given_secs == 0 { pause } else { 0 };
        let start = part.start_secs + if at == 0 { opening.min(part.given_secs) } else { 0 };
        start..start + left.max(0)
    };
    parts.iter().enumerate().map(window).collect()
}

/// When people have a part in sessions, or in items of the agendas of sessions that are not arranged.
fn engaged(plan: &Plan, agendas: &Agendas, arranged: &[SessionId]) -> Engaged {
    let mut found = Engaged::default();
    for session in plan.sessions().iter().filter(|session| session.status != Status::Cancelled) {
        let Some(span) = session.span() else { continue };
        session.people.iter().for_each(|part| found.entry(part.person).or_default().push((session.id, span)));
        if arranged.contains(&session.id) {
            continue;
        }
        let taken = agenda::taken(plan, agendas, session.id);
        let dues = agenda::times(Some(session), &taken).dues;
        let mins = |secs: i64| i32::try_from(secs.div_euclid(60)).unwrap_or(0);
        for (item, due) in taken.iter().zip(dues).filter_map(|(taken, due)| Some((taken.item()?, due))) {
            let (start, end) =
                (span.start.plus_mins(mins(due.start_secs)), span.start.plus_mins(mins(due.end_secs + 59)));
            if start < end {
                let part = (session.id, Span { start, end });
                item.speakers.iter().for_each(|&person| found.entry(person).or_default().push(part));
            }
        }
    }
    found
}

/// How long a step is, in seconds: what all lengths are multiples of, if that is not too fine.
fn step(all: impl Iterator<Item = i64>, halls: &[(Arc<Session>, Vec<Range<i64>>)]) -> i64 {
    let common = all.fold(0, gcd);
    let whole: i64 = halls.iter().map(|(session, _)| i64::from(session.length().mins()) * 60).sum();
    common.max(FINEST).max(whole / MOST_STEPS)
}

fn gcd(one: i64, other: i64) -> i64 {
    if other == 0 { one } else { gcd(other, one % other) }
}
