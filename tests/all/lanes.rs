//! Lanes follow whatever is done to a plan.

use plenary::app::lanes::{Lanes, LanesBy};
use plenary::edit::Command;
use plenary::model::{Patch, Placement, Plan};
use plenary::store::Template;
use plenary::workbench::Workbench;
use proptest::prelude::*;

use super::edit::{command, rolls};
use super::plans;

#[track_caller]
fn check(lanes: &[Lanes], plan: &Plan) {
    for lanes in lanes {
        assert_eq!(*lanes, Lanes::new(plan, lanes.by()));
        for session in plan.sessions().iter() {
            let first = lanes.lanes().iter().enumerate().find_map(|(at, lane)| {
                let has = |row: &Vec<plenary::app::lanes::Block>| row.iter().any(|block| block.session == session.id);
                Some((at, lane.rows.iter().position(has)?))
            });
            assert_eq!(lanes.find(session), first, "{}", session.id);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn lanes_follow_any_commands(rolls in rolls()) {
        let mut workbench = Workbench::new(Template::Wtdc25.plan());
        let mut lanes = LanesBy::ALL.map(|by| Lanes::new(workbench.plan(), by));
        let mut known = workbench.generation();
        for (n, roll) in rolls.iter().enumerate() {
            let Some(command) = command(workbench.plan(), roll) else { continue };
            let _ = workbench.perform(&command);
            if n % 5 == 4 {
                workbench.undo();
            }
            // Sometimes one patch, sometimes several.
            if n % 3 != 0 {
                for lanes in &mut lanes {
                    let before = lanes.clone();
                    let changed = lanes.follow(workbench.plan(), workbench.since(known).unwrap());
                    prop_assert!(changed || before == *lanes);
                }
                known = workbench.generation();
                check(&lanes, workbench.plan());
            }
        }
    }

    #[test]
    fn lanes_follow_changes_of_every_table(from in plans::plan(), to in plans::plan()) {
        let mut workbench = Workbench::new(from.clone());
        let mut lanes = LanesBy::ALL.map(|by| Lanes::new(workbench.plan(), by));
        let known = workbench.generation();
        let _ = workbench.perform(&Command::Take(Box::new(Patch::between(&from, &to))));
        for lanes in &mut lanes {
            lanes.follow(workbench.plan(), workbench.since(known).unwrap());
        }
        check(&lanes, workbench.plan());
    }
}

#[test]
fn a_move_elsewhere_leaves_every_other_lane_alone() {
    let mut workbench = Workbench::new(Template::Wtdc25.plan());
    let mut lanes = Lanes::new(workbench.plan(), LanesBy::Room);
    let before = lanes.clone();
    let session = workbench.plan().sessions().get("S08".parse().unwrap()).unwrap().clone();
    let at = session.placement.clone().unwrap();
    let known = workbench.generation();
    let moved = Placement { start: at.start.plus_mins(-300), ..at };
    workbench.perform(&Command::Place(vec![(session.id, moved)])).unwrap();
    assert!(lanes.follow(workbench.plan(), workbench.since(known).unwrap()));
    let differ = lanes.lanes().iter().zip(before.lanes()).filter(|(after, before)| after != before).count();
    assert_eq!(differ, session.rooms().len());
    assert!(!lanes.follow(workbench.plan(), workbench.since(workbench.generation()).unwrap()), "nothing has happened");
}
