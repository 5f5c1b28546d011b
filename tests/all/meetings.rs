//! Which meeting of its body a session is.

use plenary::edit::Command;
use plenary::model::{Session, Status};
use plenary::store::{Template, plan_text, read_plan};
use plenary::workbench::Workbench;

fn plenaries(workbench: &Workbench) -> Vec<(u16, bool)> {
    let meetings = ["S18", "S23", "S24"].map(|id| workbench.index().meeting(id.parse().unwrap()));
    meetings.into_iter().flatten().map(|meeting| (meeting.number, meeting.is_last)).collect()
}

/// The small conference with three plenary meetings, one after the other.
fn workbench() -> Workbench {
    let mut workbench = Workbench::new(Template::TwoDays.plan());
    let first = Session::clone(workbench.plan().sessions().get("S18".parse().unwrap()).unwrap());
    for (id, hours) in [("S23", 3), ("S24", 6)] {
        let mut other = Session { id: id.parse().unwrap(), ..first.clone() };
        if let Some(at) = &mut other.placement {
            at.start = at.start.plus_mins(hours * 60);
        }
        workbench.perform(&Command::Create(Box::new(other))).unwrap();
    }
    workbench
}

fn put(workbench: &mut Workbench, id: &str, change: impl Fn(&mut Session)) {
    let mut row = Session::clone(workbench.plan().sessions().get(id.parse().unwrap()).unwrap());
    change(&mut row);
    workbench.perform(&Command::Put(row.into())).unwrap();
}

#[test]
fn meetings_are_counted_in_order_and_without_those_that_are_off() {
    let mut workbench = workbench();
    assert_eq!(plenaries(&workbench), [(1, false), (2, false), (3, true)]);
    put(&mut workbench, "S23", |row| row.status = Status::Cancelled);
    assert_eq!(plenaries(&workbench), [(1, false), (2, true)]);
}

#[test]
fn a_number_that_is_fixed_stays_and_is_given_to_no_other() {
    let mut workbench = workbench();
    put(&mut workbench, "S23", |row| row.number = Some(2));
    put(&mut workbench, "S18", |row| row.status = Status::Cancelled);
    assert_eq!(plenaries(&workbench), [(2, false), (3, true)]);
    put(&mut workbench, "S23", |row| row.number = Some(1));
    assert_eq!(plenaries(&workbench), [(1, false), (2, true)]);
}

#[test]
fn a_number_that_no_meeting_has_is_refused() {
    let mut workbench = workbench();
    let row = Session::clone(workbench.plan().sessions().get("S23".parse().unwrap()).unwrap());
    for number in [0, 10_000, u16::MAX] {
        let row = Session { number: Some(number), ..row.clone() };
        assert!(workbench.perform(&Command::Put(row.into())).is_err(), "{number}");
    }
    put(&mut workbench, "S23", |row| row.number = Some(77));
    let text = plan_text(workbench.plan());
    assert!(read_plan(text.as_bytes()).is_ok());
    assert!(read_plan(text.replace("number: 77", "number: 65535").as_bytes()).is_err());
}
