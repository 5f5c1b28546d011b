//! What judging and following cost: findings in bounds, and work in proportion.

use super::{changed, committee, filled, fixture, id, of_kind, with};
use crate::check::Checker;
use crate::check::rules::RULES;
use crate::check::walk::work;
use crate::model::{
    Body, Document, Event, EventFormat, Patch, Person, Plan, Role, Room, Session, SessionKind, Tabled, Topic,
    TopicKind, Waiver,
};

#[test]
fn thousands_of_sessions_at_once_are_reported_in_bounds() {
    for kind in [SessionKind::Committee, SessionKind::Plenary, SessionKind::Social, SessionKind::RegionalCoordination] {
        let crowd = (0..3000).map(|at| {
            let draft = of_kind(&format!("S{at:04}"), kind, "19T10:00", 60).body("COM3").body("ARB").room("b");
            draft.person("p1", Role::Speaker).languages(6).expected(50).document("D2")
        });
        let plan = filled(fixture(), crowd);
        let mut checker = Checker::new(&plan);
        for (judged, kept) in checker.reported.by_judged() {
            for (index, rule) in RULES.iter().enumerate() {
                let count = kept.iter().filter(|kept| kept.rule == index).count();
                assert!(count <= 65, "{kind:?}: {count} of {} about {judged:?}", rule.name);
            }
        }
        let patch = {
            let mut patch = Patch::default();
            let mut row = (**plan.sessions().get(id("S0007")).unwrap()).clone();
            row.placement = None;
            patch.put(&plan, row);
            patch
        };
        // Millions of pairs would not come to an end.
        let _ = checker.what_if(&plan, &patch);
    }
}

/// How many rules are asked about how many things, and how many pairs they look at, while a patch is followed.
fn work_of<R: Tabled>(plan: &Plan, name: &str, change: impl FnOnce(&mut R)) -> usize {
    let after = changed(plan.clone(), name, change);
    let patch = Patch::between(plan, &after);
    let mut checker = Checker::new(plan);
    let work = work::of(|| _ = checker.follow(&after, &patch));
    assert_eq!(checker.sorted(), Checker::new(&after).sorted());
    work
}

#[test]
fn rows_are_followed_where_somebody_looks_at_them() {
    let bodies = ["COM3", "COM4", "COM5", "WG", "DG"];
    let many = (0..100).map(|at: i32| {
        let draft = committee(&format!("S{at:03}"), bodies[at as usize % 5]).at("19T10:00", 30);
        let draft = draft.room(["hall", "a", "b"][at as usize % 3]);
        if at < 4 { draft.document("D1").topic("T2") } else { draft }
    });
    let mut plan = filled(fixture(), many);
    // The rest of the house is at its work on other days.
    for at in 0..100 {
        plan = changed(plan, &format!("S{at:03}"), |session: &mut Session| {
            let placement = session.placement.as_mut().unwrap();
            placement.start = placement.start.plus_mins(at % 5 * 1440 + at * 40 % 400);
        });
    }
    let all = work::of(|| _ = Checker::new(&plan));
    let asked = RULES.len();
    let mut plan_with_waiver = plan.clone();
    let finding = Checker::new(&plan).sorted()[0].clone();
    let waiver = Waiver {
        id: id("W1"),
        rule: id(finding.rule),
        sessions: finding.sessions.clone(),
        facts: finding.facts(),
        reason: "agreed".into(),
    };
    plan_with_waiver = with(plan_with_waiver, waiver);
    let reworded = work_of(&plan_with_waiver, "W1", |waiver: &mut Waiver| waiver.reason = "why not".into());
    let lapsed = work_of(&plan_with_waiver, "W1", |waiver: &mut Waiver| waiver.facts = "0".into());
    assert_eq!((reworded, lapsed), (0, 0), "no rule is asked about a waiver");
    let title = work_of(&plan, "E", |event: &mut Event| event.title = "Conference".into());
    let name = work_of(&plan, "p1", |person: &mut Person| person.name = "Somebody".into());
    let document = work_of(&plan, "D1", |document: &mut Document| document.issued = None);
    let topic = work_of(&plan, "T2", |topic: &mut Topic| topic.kind = TopicKind::AgendaItem);
    let room = work_of(&plan, "net", |room: &mut Room| room.booths = 1);
    let report = work_of(&plan, "COM3", |body: &mut Body| body.report = Some(id("D2")));
    for (what, work) in
        [("title", title), ("name", name), ("document", document), ("topic", topic), ("room", room), ("report", report)]
    {
        assert!(work < 5 * asked, "{what}: {work} of {all}");
    }
    let dates = work_of(&plan, "IRM", |event: &mut Event| event.format = Some(EventFormat::Virtual));
    assert!(dates < asked, "{dates}: the meeting has no sessions");
    assert!(all > 25 * asked, "{all}");
}

/// A plan of so many sessions that no conference has.
fn odd(sort: usize, count: i32) -> Plan {
    let name = |at: i32| format!("S{at:05}");
    let drafts = (0..count).map(|at| {
        let late = if sort == 1 && at % 2 == 1 { "19T11:00" } else { "19T10:00" };
        let kind = match (sort, at) {
            (2, 0) => SessionKind::RegionalCoordination,
            (2, 1) => SessionKind::Social,
            (2, _) => SessionKind::Committee,
            (3, 0) => SessionKind::Committee,
            (3, _) => SessionKind::RegionalCoordination,
            (4, at) if at < count / 2 => SessionKind::Plenary,
            (4, _) => SessionKind::Service,
            _ => SessionKind::Other,
        };
        let draft = of_kind(&name(at), kind, late, 60).body("SEC").room("a");
        match sort {
            5 if at > 0 => draft.after(&name(at - 1)),
            6 => draft.after(&name((at + count - 1) % count)),
            7 if at > 0 => draft.after(&name(0)),
            _ => draft,
        }
    });
    filled(fixture(), drafts)
}

#[test]
fn plans_that_no_conference_has_cost_no_more_than_their_size() {
    for sort in 0..8 {
        let of = |count| work::of(|| _ = Checker::new(&odd(sort, count)));
        let (one, two) = (of(400), of(800));
        assert!(two < one * 5 / 2, "{sort}: {one} for 400, {two} for 800");
    }
}
