//! The search is held to the plain count of costs, and to its seed.

use std::sync::atomic::AtomicBool;

use super::moves::Moves;
use super::problem::{Answer, Bond, Choice, Groups, Item, Limit, NEVER, Problem, Tie};
use super::random::Random;
use super::state::State;
use super::{Until, cost_of, search};

/// A problem by lot: with groups, as talks in tracks have them, or without.
fn problem(seed: u64, with_groups: bool) -> Problem {
    let mut random = Random::new(seed, 0);
    let mut lot = |count: usize| random.below(count);
    let (frames, rooms, count, groups) =
        (2 + lot(3), 2 + lot(3), 4 + lot(12), if with_groups { 2 + lot(2) } else { 0 });
    let mut problem = Problem { rooms, ..Problem::default() };
    for _ in 0..frames {
        let start = problem.steps();
        problem.frames.push(start..start + 3 + lot(4));
    }
    let steps = problem.steps();
    problem.taken.push((lot(rooms), 1..3));
    problem.pools = vec![Limit { most: 1 + lot(2), cost: 7 }];
    problem.counted = vec![(0, 0..2), (0, 1..2)];
    problem.loads = vec![Limit { most: 1 + lot(2), cost: 5 }];
    for at in 0..count {
        let cost = |random: &mut Random| if random.below(9) == 0 { NEVER } else { random.below(4) as i64 };
        problem.tables.push((0..steps).map(|_| cost(&mut Random::new(seed, (at * 100 + lot(50)) as u64))).collect());
        let mut choices: Vec<Choice> =
            (0..rooms).map(|room| Choice { rooms: vec![room], cost: lot(3) as i64, starts: None }).collect();
        if !with_groups && rooms > 1 {
            choices.push(Choice { rooms: vec![0, 1], cost: 1, starts: Some(at) });
            choices.push(Choice::default());
        }
        problem.items.push(Item {
            length: 1 + lot(3),
            starts: at,
            choices: choices.into(),
            idle: 50,
            group: with_groups.then(|| lot(groups)),
            order: lot(3),
            ties: Vec::new(),
            pools: if lot(2) == 0 { vec![0] } else { Vec::new() },
            loads: if lot(2) == 0 { vec![0] } else { Vec::new() },
        });
    }
    for _ in 0..count {
        let (one, other) = (lot(count), lot(count));
        let bonds = [
            (Bond::Apart { near: 0, far: 1 }, Bond::Apart { near: 0, far: 1 }),
            (Bond::Step, Bond::Step),
            (Bond::Beside, Bond::Beside),
            (Bond::SameFrame, Bond::SameFrame),
            (Bond::OtherRoom, Bond::OtherRoom),
            (Bond::After(1), Bond::Before(1)),
        ];
        if one != other {
            let (bond, back) = bonds[lot(bonds.len())];
            let cost = 1 + lot(9) as i64;
            problem.items[one].ties.push(Tie { other, bond, cost });
            problem.items[other].ties.push(Tie { other: one, bond: back, cost });
        }
    }
    let cells = groups * frames * rooms;
    let mut pairs = vec![0; groups * groups];
    for one in 0..groups {
        for other in 0..one {
            let cost = lot(5) as i64;
            pairs[one * groups + other] = cost;
            pairs[other * groups + one] = cost;
        }
    }
    let cells = (0..cells).map(|_| lot(4) as i64).collect();
    problem.groups = Groups { count: groups, cells, pairs, rooms: 3, parallel: 4, gap: 5, order: 2 };
    problem
}

fn nothing(problem: &Problem) -> Answer {
    vec![None; problem.items.len()]
}

#[test]
fn costs_by_increments_are_costs_from_nothing() {
    let mut done = 0;
    for seed in 0..60 {
        let problem = problem(seed, seed % 2 == 0);
        let mut moves = Moves::new(State::new(&problem), Random::new(seed, 1));
        for step in 0..300 {
            let before = (moves.state.cost, moves.state.answer());
            if moves.step() {
                done += 1;
                assert_eq!(Some(moves.state.cost), cost_of(&problem, &moves.state.answer()), "{seed} {step}");
            }
            if step % 3 == 0 {
                moves.undo();
                assert_eq!((moves.state.cost, moves.state.answer()), before, "{seed} {step}");
            }
        }
    }
    assert!(done > 2000, "{done} moves were made");
}

#[test]
fn the_same_seed_and_steps_give_the_same_answer() {
    let go = |problem: &Problem, seed| {
        let found = search(problem, &nothing(problem), seed, Until::Steps(3000), &AtomicBool::new(false), &|_| {});
        assert_eq!(cost_of(problem, &found.answer), Some(found.cost));
        (found.cost, found.answer)
    };
    for with_groups in [true, false] {
        let problem = problem(3, with_groups);
        assert_eq!(go(&problem, 5), go(&problem, 5));
    }
}

#[test]
fn what_was_found_is_told_and_only_gets_better() {
    let problem = problem(8, false);
    let told = std::sync::Mutex::new(Vec::new());
    let found = search(&problem, &nothing(&problem), 1, Until::Steps(5000), &AtomicBool::new(false), &|found| {
        told.lock().unwrap().push(found.cost);
    });
    let told = told.into_inner().unwrap();
    assert!(told.is_sorted_by(|one, next| one > next) && told.last() == Some(&found.cost), "{told:?}");
    let stopped = search(&problem, &nothing(&problem), 1, Until::Steps(5000), &AtomicBool::new(true), &|_| {});
    assert!(stopped.cost >= found.cost && stopped.answer.len() == problem.items.len());
}
