//! What sessions are to one another: who is needed by two, what is for all, what comes after what, and how many are held at
//! once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{DAY, Maker, WARNING};
use crate::arrange::STEP;
use crate::arrange::placing::ERROR;
use crate::arrange::problem::{Bond, Limit};
use crate::model::{BodyId, PersonId, RowId, Session, SessionId, SessionKind};

/// What it costs that two meetings of a body are in two rooms.
const ROOM: i64 = 1;
/// More that share somebody are counted, and not tied two by two.
const MANY: usize = 64;
/// So many pairs at most for sessions that everybody comes to; the rules have the last word on the others.
const MOST_PAIRS: usize = 500_000;

impl Maker<'_> {
    /// What is counted at once: interpreted meetings, and formal ones.
    pub(super) fn pools(&mut self) {
        let teams = self.checker.number_of("interpreted-at-once", 0);
        let teams =
            teams.map(|number| if self.base.teams().is_empty() { number } else { self.base.teams().len() as i32 });
        let formal = self.checker.number_of("formal-at-once", 0);
        let interpreted = |session: &Session| session.languages.len() > 1;
        self.pool(teams, ERROR, &interpreted);
        let is_formal = |session: &Session| session.kind.is_formal();
        self.pool(formal, WARNING / 2, &is_formal);
        self.pool(Some(1), self.wishes.small_delegations / 2, &is_formal);
        if self.wishes.balance > 0 {
            let days = self.made.days.len().max(1);
            let most = self.made.ids.len().div_ceil(days) + 1;
            self.made.problem.loads.push(Limit { most, cost: self.wishes.balance });
            self.made.problem.items.iter_mut().for_each(|item| item.loads.push(0));
        }
    }

    /// Sessions of which so many at most are held at once, those that stay where they are among them.
    fn pool(&mut self, most: Option<i32>, cost: i64, counts: &dyn Fn(&Session) -> bool) {
        let Some(most) = most.filter(|_| cost > 0) else { return };
        let pool = self.made.problem.count_together(Limit { most: most.max(0) as usize, cost }, &[]);
        for session in self.base.sessions().iter().filter(|session| counts(session)) {
            if let Some(&item) = self.places.get(&session.id) {
                self.made.problem.items[item].pools.push(pool);
            } else if let Some((at, event)) = session.placement.as_ref().zip(self.base.events().get(session.event)) {
                let day = self.made.days.iter().position(|day| *day == (event.zone, at.start.date()));
                let from = at.start.minute_of_day();
                let to = ((from + at.length.mins() + STEP - 1) / STEP).min(DAY as i32);
                if let Some(day) = day {
                    let span = day * DAY + (from / STEP) as usize..day * DAY + to as usize;
                    self.made.problem.counted.push((pool, span));
                }
            }
        }
    }

    /// What two sessions have to do with one another.
    pub(super) fn ties(&mut self) {
        let sessions: Vec<_> = self.made.ids.iter().filter_map(|&id| self.base.sessions().get(id).cloned()).collect();
        let needed: Vec<_> = sessions.iter().map(|session| self.checker.needed(session)).collect();
        for (one, other) in self.related(&sessions, &needed) {
            let (a, b) = (&sessions[one], &sessions[other]);
            let shares = needed[one].0.iter().any(|body| needed[other].0.contains(body))
                || needed[one].1.iter().any(|person| needed[other].1.contains(person));
            let beside = (for_all(a) && b.kind.is_formal()) || (for_all(b) && a.kind.is_formal());
            let draws = (for_all(a) && !is_quiet(b)) || (for_all(b) && !is_quiet(a));
            if shares || beside {
                self.made.problem.tie(one, other, Bond::Apart { near: 0, far: usize::from(shares) }, ERROR);
            } else if draws {
                self.made.problem.tie(one, other, Bond::Apart { near: 0, far: 0 }, WARNING * 4);
            } else if a.kind == SessionKind::Break && b.kind.is_formal()
                || b.kind == SessionKind::Break && a.kind.is_formal()
                || a.topics.iter().any(|topic| b.topics.contains(topic))
            {
                self.made.problem.tie(one, other, Bond::Apart { near: 0, far: 0 }, WARNING / 4);
            }
            if a.after.contains(&b.id) {
                self.made.problem.tie(one, other, Bond::After(0), ERROR);
            } else if b.after.contains(&a.id) {
                self.made.problem.tie(one, other, Bond::Before(0), ERROR);
            } else if shares && a.bodies == b.bodies && a.kind == b.kind {
                // Meetings of a body follow one another as they were written down, and people need not look for their room.
                self.made.problem.tie(one, other, Bond::Before(0), WARNING / 12);
                self.made.problem.tie(one, other, Bond::OtherRoom, ROOM);
            }
        }
    }

    /// Pairs of sessions that can have to do with one another, the first before the second. Where too many share a body, a person
    /// or a topic to tie each two of them, they are counted at each step instead, and tied to the next one only.
    fn related(
        &mut self,
        sessions: &[Arc<Session>],
        needed: &[(Vec<BodyId>, Vec<PersonId>)],
    ) -> BTreeSet<(usize, usize)> {
        let mut groups: BTreeMap<RowId, Vec<usize>> = BTreeMap::new();
        for (item, (session, (bodies, people))) in sessions.iter().zip(needed).enumerate() {
            let bodies = bodies.iter().map(|&id| RowId::Body(id));
            let people = people.iter().map(|&id| RowId::Person(id));
            let topics = session.topics.iter().map(|&id| RowId::Topic(id));
            bodies.chain(people).chain(topics).for_each(|row| groups.entry(row).or_default().push(item));
        }
        let mut pairs = BTreeSet::new();
        for (row, mut items) in groups {
            items.dedup();
            if items.len() <= MANY {
                let each = items.iter().enumerate();
                pairs.extend(each.flat_map(|(at, &one)| items[at + 1..].iter().map(move |&other| (one, other))));
            } else {
                pairs.extend(items.windows(2).map(|two| (two[0], two[1])));
                let cost = if matches!(row, RowId::Topic(_)) { WARNING / 4 } else { ERROR };
                self.made.problem.count_together(Limit { most: 1, cost }, &items);
            }
        }
        for (item, session) in sessions.iter().enumerate() {
            let before = session.after.iter().filter_map(|id| self.places.get(id));
            pairs.extend(before.map(|&other| (item.min(other), item.max(other))).filter(|(one, other)| one != other));
        }
        let of = |is: &dyn Fn(&Session) -> bool| -> Vec<usize> {
            (0..sessions.len()).filter(|&item| is(&sessions[item])).collect()
        };
        let all = of(&|_| true);
        let (breaks, formal) = (of(&|one| one.kind == SessionKind::Break), of(&|one| one.kind.is_formal()));
        for (some, others) in [(of(&|one| for_all(one)), &all), (breaks, &formal)] {
            let two = some.iter().flat_map(|&one| others.iter().map(move |&other| (one.min(other), one.max(other))));
            pairs.extend(two.filter(|(one, other)| one != other).take(MOST_PAIRS));
        }
        pairs
    }

    /// What people would like to be at, both of it.
    pub(super) fn conflicts(&mut self, conflicts: &[(SessionId, SessionId, u32)]) {
        for &(one, other, people) in conflicts {
            let place = |id: SessionId| self.places.get(&id).copied();
            if let (Some(one), Some(other)) = (place(one), place(other)) {
                self.made.problem.tie(one, other, Bond::Apart { near: 0, far: 0 }, i64::from(people).min(ERROR / 2));
            }
        }
    }
}

/// Whether everybody comes to it.
fn for_all(session: &Session) -> bool {
    use SessionKind::{Ceremony, Dialogue, Plenary, Statements};
    matches!(session.kind, Plenary | Statements | Dialogue | Ceremony)
}

/// Whether it draws nobody away from a meeting.
fn is_quiet(session: &Session) -> bool {
    matches!(session.kind, SessionKind::Break | SessionKind::Service | SessionKind::Press)
}
