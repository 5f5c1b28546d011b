//! Any sequence of commands can be taken back, and leaves a whole plan at every step.

use plenary::edit::zones::ChangeZone;
use plenary::edit::{AnyRow, Command, Document};
use plenary::model::zone::Tz;
use plenary::model::{
    CivilTime, Held, HeldStep, Length, LocalText, Patch, Placement, Plan, RowId, Session, SessionId, SessionKind,
    Status,
};
use plenary::store::{Template, plan_text, read_plan};
use proptest::prelude::*;

/// A command in numbers; what they pick depends on the plan at that moment.
#[derive(Clone, Debug)]
pub struct Roll {
    pub kind: u8,
    picks: [u16; 3],
    minutes: i32,
}

/// Some of them.
pub fn rolls() -> impl Strategy<Value = Vec<Roll>> {
    let roll = (0_u8..18, any::<[u16; 3]>(), -20_000_i32..20_000);
    prop::collection::vec(roll.prop_map(|(kind, picks, minutes)| Roll { kind, picks, minutes }), 1..40)
}

fn pick<T: Copy>(all: &[T], roll: u16) -> Option<T> {
    (!all.is_empty()).then(|| all[usize::from(roll) % all.len()])
}

/// The command that a roll means on this plan.
pub fn command(plan: &Plan, roll: &Roll) -> Option<Command> {
    let sessions: Vec<SessionId> = plan.sessions().ids().collect();
    let rooms: Vec<_> = plan.rooms().ids().collect();
    let id = pick(&sessions, roll.picks[0]);
    let other = pick(&sessions, roll.picks[1]);
    let room = pick(&rooms, roll.picks[2]);
    let start: CivilTime = "2025-11-20T12:00".parse().unwrap();
    let placement = Placement {
        start: start.plus_mins(roll.minutes),
        length: Length::clamped(roll.minutes.rem_euclid(600)),
        rooms: room.into_iter().collect(),
    };
    Some(match roll.kind {
        0 | 1 => Command::Place(vec![(id?, placement)]),
        2 => Command::Unschedule(vec![id?]),
        3 => Command::Duplicate(vec![(id?, Some(placement))]),
        4 => Command::Pin(vec![id?], roll.minutes % 2 == 0),
        5 => Command::Swap(id?, other?),
        6 => Command::Remove(vec![RowId::Session(id?)]),
        7 => Command::Remove(vec![RowId::Room(room?)]),
        8 => {
            let events: Vec<_> = plan.events().ids().collect();
            let event = pick(&events, roll.picks[1])?;
            if roll.minutes > 19_000 {
                Command::Remove(vec![event.into()])
            } else {
                Command::ShiftEvent(event, roll.minutes % 500)
            }
        }
        9 => {
            let mut session: Session = (**plan.sessions().get(id?)?).clone();
            session.title = LocalText::from("another");
            session.status = Status::Confirmed;
            session.after = other.into_iter().filter(|&after| after != session.id).collect();
            Command::Put(AnyRow::Session(Box::new(session)))
        }
        10 => {
            let events: Vec<_> = plan.events().ids().collect();
            let new = format!("N{}", roll.picks[0]).parse().unwrap();
            let mut session = Session::new(new, pick(&events, roll.picks[1])?, SessionKind::Other);
            session.placement = Some(placement);
            Command::Create(Box::new(session))
        }
        12 => {
            let session = plan.sessions().get(id?)?;
            let step = [HeldStep::Open, HeldStep::Suspend, HeldStep::Resume, HeldStep::Adjourn];
            let step = step[usize::from(roll.picks[1] % 4)];
            let from = session.held.as_ref().map(Held::latest).or(session.span().map(|span| span.start));
            Command::Hold(step, vec![(session.id, from.unwrap_or(start).plus_mins(roll.minutes / 40))])
        }
        13 => {
            let events: Vec<_> = plan.events().ids().collect();
            let zones = [Tz::Asia__Baku, Tz::Europe__Zurich, Tz::Pacific__Apia, Tz::America__St_Johns];
            let zone = zones[usize::from(roll.picks[2] % 4)];
            Command::ChangeZone(Box::new(ChangeZone::of_all(plan, pick(&events, roll.picks[1])?, zone)))
        }
        15.. => Command::Agenda(crate::agenda::deed(plan, roll.picks, roll.minutes)?),
        11 => {
            let before = (roll.minutes % 5 != 0).then(|| pick(&rooms, roll.picks[1])).flatten();
            Command::OrderRoom(room?, before)
        }
        _ => {
            let bodies: Vec<_> = plan.bodies().ids().collect();
            Command::Remove(vec![pick(&bodies, roll.picks[1])?.into()])
        }
    })
}

/// The rooms in the order in which they are listed.
fn rooms(document: &Document) -> Vec<String> {
    let mut rooms: Vec<_> = document.plan().rooms().iter().collect();
    rooms.sort_by_key(|room| (room.order, room.id));
    rooms.iter().map(|room| room.id.to_string()).collect()
}

#[test]
fn a_room_goes_where_it_is_meant_to_whatever_numbers_rooms_have() {
    let usual = Template::Wtdc25.plan();
    for order in [None, Some(0), Some(i32::MAX), Some(i32::MIN)] {
        let mut document = Document::new(usual.clone());
        let all: Vec<_> = usual.rooms().iter().map(|room| (**room).clone()).collect();
        let odd = all.iter().cloned().map(|room| plenary::model::Room { order: order.unwrap_or(room.order), ..room });
        document.perform(&Command::PutMany(odd.map(AnyRow::from).collect())).unwrap();
        let before = rooms(&document);
        let last = before.len() - 1;
        for (from, to) in [(0, 3), (last, 0), (2, last + 1), (5, 4), (0, last + 1)] {
            let listed = rooms(&document);
            let target = listed.get(to).map(|id| id.parse().unwrap());
            let mut expected = listed.clone();
            let moved = expected.remove(from);
            expected.insert(if to > from { to - 1 } else { to }, moved.clone());
            document.perform(&Command::OrderRoom(moved.parse().unwrap(), target)).unwrap();
            assert_eq!(rooms(&document), expected, "{moved} of {order:?} from {from} to {to}");
        }
        while document.undo().is_some() {}
        assert_eq!(document.plan(), &usual);
    }
    let mut document = Document::new(usual);
    let room = rooms(&document)[4].clone();
    let next = rooms(&document)[5].parse().unwrap();
    assert_eq!(document.perform(&Command::OrderRoom(room.parse().unwrap(), Some(next))).unwrap(), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn undoing_all_gives_the_plan_back_byte_for_byte(rolls in rolls()) {
        let mut document = Document::new(Template::Wtdc25.plan());
        let before = plan_text(document.plan());
        let mut plans = Vec::new();
        for roll in &rolls {
            let Some(command) = command(document.plan(), roll) else { continue };
            let plan = document.plan().clone();
            match document.perform(&command) {
                Ok(Some(_)) => plans.push(plan),
                // A refusal is an answer, too; it must change nothing.
                Ok(None) | Err(_) => prop_assert_eq!(document.plan(), &plan),
            }
        }
        let after = plan_text(document.plan());
        prop_assert_eq!(&plan_text(&read_plan(after.as_bytes()).unwrap()), &after, "what was edited can be saved");
        while let Some(plan) = plans.pop() {
            prop_assert!(document.undo().is_some());
            prop_assert_eq!(document.plan(), &plan);
        }
        prop_assert!(document.undo().is_none());
        prop_assert_eq!(plan_text(document.plan()), before);
        while document.redo().is_some() {}
        prop_assert_eq!(plan_text(document.plan()), after);
    }

    #[test]
    fn the_patch_between_two_plans_turns_one_into_the_other(rolls in rolls()) {
        let from = Template::Wtdc25.plan();
        let mut document = Document::new(from.clone());
        for roll in &rolls {
            if let Some(command) = command(document.plan(), roll) {
                let _ = document.perform(&command);
            }
        }
        let mut plan = from.clone();
        plan.apply(&Patch::between(&from, document.plan())).unwrap();
        prop_assert_eq!(&plan, document.plan());
        plan.apply(&Patch::between(document.plan(), &from)).unwrap();
        prop_assert_eq!(&plan, &from);
    }
}

#[test]
fn no_free_id_is_given_out_twice() {
    let plan = Template::Wtdc25.plan();
    let mut free = plenary::edit::FreeIds::new(plan.rooms(), "room-");
    let given = [free.give(), free.give(), free.give()];
    assert!(given[0] != given[1] && given[1] != given[2] && given.iter().all(|&id| !plan.rooms().contains(id)));
    let mut free = plenary::edit::FreeSessionIds::new(&plan);
    let [one, two] = ["S01", "IRM1-01"].map(|id| id.parse().unwrap());
    let given = [free.like(one), free.like(two), free.like(one), free.like(two)];
    assert!(given[0] != given[2] && given[1] != given[3]);
    assert!(given[2].as_str().starts_with('S') && given[3].as_str().starts_with("IRM1-"));
}
