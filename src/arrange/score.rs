//! What an arrangement costs, worked out from nothing: slow, plain, and what the search is held to.

use super::problem::{Answer, Problem, Spot};
use super::state::{At, NONE, broken, order_of};

/// What an answer costs; `None` where it puts two items into one place, or one where it must not be.
#[must_use]
pub fn cost_of(problem: &Problem, answer: &Answer) -> Option<i64> {
    let frame_of = |step: usize| problem.frames.iter().position(|frame| frame.contains(&step));
    let nowhere = At { start: NONE, end: NONE, choice: NONE, frame: NONE, room: NONE };
    let mut at = vec![nowhere; problem.items.len()];
    let mut cost = 0;
    for (item, spot) in answer.iter().enumerate() {
        let row = &problem.items[item];
        let Some(Spot { start, choice }) = *spot else {
            cost += row.idle;
            continue;
        };
        let (frame, own) = (frame_of(start)?, problem.own_cost(item, start, choice));
        if own == super::problem::NEVER || frame_of(start + row.length - 1)? != frame {
            return None;
        }
        cost += own;
        let room = row.choices[choice].rooms.first().map_or(NONE, |&room| room as u32);
        let end = (start + row.length) as u32;
        at[item] = At { start: start as u32, end, choice: choice as u32, frame: frame as u32, room };
    }
    let rooms_of = |item: usize| &problem.items[item].choices[at[item].choice as usize].rooms;
    let placed: Vec<usize> = (0..at.len()).filter(|&item| at[item].start != NONE).collect();
    for (place, &one) in placed.iter().enumerate() {
        let (from, to) = (at[one].start as usize, at[one].end as usize);
        if problem.taken.iter().any(|(room, span)| rooms_of(one).contains(room) && span.start < to && from < span.end) {
            return None;
        }
        for &other in &placed[place + 1..] {
            let at_once = at[one].start < at[other].end && at[other].start < at[one].end;
            if at_once && rooms_of(one).iter().any(|room| rooms_of(other).contains(room)) {
                return None;
            }
        }
        // Each tie stands with both.
        cost += problem.items[one]
            .ties
            .iter()
            .filter(|tie| tie.other > one)
            .map(|tie| broken(at[one], at[tie.other], tie))
            .sum::<i64>();
    }
    for (pool, limit) in problem.pools.iter().enumerate() {
        for step in 0..problem.steps() {
            let there = |item: &&usize| {
                problem.items[**item].pools.contains(&pool)
                    && (at[**item].start as usize..at[**item].end as usize).contains(&step)
            };
            let already = problem.counted.iter().filter(|(of, span)| *of == pool && span.contains(&step)).count();
            let all = already + placed.iter().filter(there).count();
            cost += limit.cost * (all.saturating_sub(limit.most) - already.saturating_sub(limit.most)) as i64;
        }
    }
    for (load, limit) in problem.loads.iter().enumerate() {
        for frame in 0..problem.frames.len() {
            let there =
                |item: &&usize| problem.items[**item].loads.contains(&load) && at[**item].frame as usize == frame;
            cost += limit.cost * placed.iter().filter(there).count().saturating_sub(limit.most) as i64;
        }
    }
    Some(cost + of_groups(problem, &at, &placed)?)
}

/// What the groups cost; `None` where two share a cell.
fn of_groups(problem: &Problem, at: &[At], placed: &[usize]) -> Option<i64> {
    let (groups, rooms) = (&problem.groups, problem.rooms);
    let mut owner = vec![None; problem.frames.len() * rooms];
    for &item in placed {
        if let Some(group) = problem.items[item].group {
            let cell = at[item].frame as usize * rooms + at[item].room as usize;
            if owner[cell].replace(group).is_some_and(|other| other != group) {
                return None;
            }
        }
    }
    let mut cost = 0;
    for group in 0..groups.count {
        let cells: Vec<usize> = (0..owner.len()).filter(|&cell| owner[cell] == Some(group)).collect();
        let distinct = |of: &dyn Fn(usize) -> usize| {
            let all: std::collections::BTreeSet<usize> = cells.iter().map(|&cell| of(cell)).collect();
            all.into_iter().collect::<Vec<usize>>()
        };
        let (in_rooms, frames) = (distinct(&|cell| cell % rooms), distinct(&|cell| cell / rooms));
        cost += cells.iter().map(|&cell| groups.cells[group * owner.len() + cell]).sum::<i64>();
        cost += groups.rooms * in_rooms.len().saturating_sub(1) as i64;
        cost += groups.parallel * (cells.len() - frames.len()) as i64;
        let skips = frames.first().zip(frames.last()).is_some_and(|(first, last)| last - first + 1 > frames.len());
        cost += groups.gap * i64::from(skips);
        for &cell in &cells {
            // A pair counts once: from its later cell.
            for other in owner[cell / rooms * rooms..cell].iter().flatten() {
                cost += groups.pairs[group * groups.count + other];
            }
        }
        if groups.order != 0 {
            let members: Vec<u32> = (0..problem.items.len() as u32)
                .filter(|&item| problem.items[item as usize].group == Some(group))
                .collect();
            cost += groups.order * order_of(problem, &members, |item| at[item]);
        }
    }
    Some(cost)
}
