use super::*;
use crate::model::zone::Tz;
use crate::model::{Event, EventDates, EventId, EventKind, Header, Length, Patch, Placement, SessionKind};

fn slots(secs: &[u32]) -> Vec<Slot> {
    secs.iter().map(|&secs| Slot { secs, ..Slot::default() }).collect()
}

/// So many statements of three minutes fit into 75 minutes.
fn most(pause_secs: u32) -> usize {
    (1..200)
        .take_while(|&count| running(&slots(&vec![180; count]), 75 * 60, pause_secs).parts[0].over_secs() <= 0)
        .count()
}

#[test]
fn a_slot_of_75_minutes_holds_what_was_worked_out_by_hand() {
    // There is no changeover after the last.
    assert_eq!([0, 30, 60].map(|pause| 4 * most(pause)), [100, 84, 76]);
    let full = running(&slots(&[180; 21]), 75 * 60, 30);
    assert_eq!(full.parts[0].given_secs, 73 * 60, "21 times 3:00 and 20 times 0:30");
    assert_eq!(full.dues[20], Due { start_secs: 70 * 60, end_secs: 73 * 60, over_secs: 0 });
}

#[test]
fn what_is_too_much_is_told_and_pushes_no_break() {
    let mut all = slots(&[720; 7]);
    all.push(Slot { secs: 900, fixed_secs: Some(75 * 60), is_pause: true });
    all.extend(slots(&[300]));
    let Running { dues, parts } = running(&all, 180 * 60, 0);
    assert_eq!(dues[6], Due { start_secs: 72 * 60, end_secs: 84 * 60, over_secs: 9 * 60 });
    assert_eq!(dues[5].over_secs, 0);
    assert_eq!((dues[7].start_secs, dues[8].start_secs), (75 * 60, 90 * 60));
    assert_eq!(parts.len(), 2);
    assert_eq!((parts[0].room_secs(), parts[0].given_secs, parts[0].over_secs()), (75 * 60, 84 * 60, 9 * 60));
    assert_eq!((parts[1].room_secs(), parts[1].over_secs()), (90 * 60, 300 - 90 * 60));
}

#[test]
fn headings_take_no_time_and_fixed_times_behind_one_another_do_no_harm() {
    let heading = running(&slots(&[60, 0, 60]), 600, 10);
    assert_eq!(heading.dues.iter().map(|due| due.start_secs).collect::<Vec<_>>(), [0, 60, 70]);
    let fixed = |secs: i64| Slot { secs: 60, fixed_secs: Some(secs), is_pause: false };
    let back = running(&[fixed(300), fixed(60), fixed(10_000)], 600, 0);
    assert_eq!(back.dues.iter().map(|due| due.start_secs).collect::<Vec<_>>(), [300, 300, 10_000]);
    assert_eq!(back.dues[2].over_secs, 10_060 - 600, "it begins after the end");
    assert_eq!(running(&[], 600, 30).parts.len(), 1);
}

/// Two days of a meeting, the second with the agenda of the first.
fn plan(items: &[(&str, &str, u8, &str)]) -> Plan {
    let mut plan = Plan::new(Header::in_zone(Tz::UTC));
    let mut patch = Patch::default();
    let event: EventId = "e".parse().unwrap();
    patch.put(
        &plan,
        Event::new(
            event,
            EventKind::Conference,
            EventDates::day(chrono::NaiveDate::from_ymd_opt(2025, 7, 14).unwrap()),
            Tz::UTC,
        ),
    );
    for (name, day) in [("A", 14), ("B", 15)] {
        let mut session = Session::new(name.parse().unwrap(), event, SessionKind::Other);
        let start = CivilTime::at(chrono::NaiveDate::from_ymd_opt(2025, 7, day).unwrap(), 13, 0);
        session.placement = Some(Placement { start, length: Length::HOUR, rooms: Vec::new() });
        session.agenda_continues = (name == "B").then(|| "A".parse().unwrap());
        patch.put(&plan, session);
    }
    for (order, (name, session, level, number)) in items.iter().enumerate() {
        let item = AgendaItem::new(name.parse().unwrap(), session.parse().unwrap());
        let order = i32::try_from(order).unwrap();
        patch.put(&plan, AgendaItem { order, level: *level, number: (*number).to_owned(), ..item });
    }
    plan.apply(&patch).unwrap();
    plan
}

#[track_caller]
fn check(adopted: bool, items: &[(&str, &str, u8, &str)], expected: &str) {
    let plan = plan(items);
    let sessions = sessions(&plan, &plan, "B".parse().unwrap());
    let all: Vec<Taken> = sessions.iter().flat_map(|&id| taken(&plan, &plan, id)).collect();
    let numbers: Vec<String> = numbers(&all, adopted).into_iter().map(|numbered| numbered.number).collect();
    assert_eq!(numbers.join(" "), expected);
}

#[test]
fn drafts_are_counted_over_all_sessions_of_an_agenda() {
    check(
        false,
        &[("a", "A", 0, ""), ("b", "A", 1, ""), ("c", "A", 1, ""), ("d", "B", 0, ""), ("e", "B", 1, "")],
        "1 1.1 1.2 2 2.1",
    );
    check(
        false,
        &[("a", "A", 2, ""), ("b", "A", 3, ""), ("c", "A", 0, "7"), ("d", "B", 1, ""), ("e", "B", 0, "")],
        "1 1.1 7 7.1 8",
    );
    check(false, &[("a", "A", 0, "A-3"), ("b", "A", 0, ""), ("c", "A", 0, "5bis"), ("d", "B", 0, "")], "A-3 1 5bis 6");
}

#[test]
fn additions_to_an_adopted_agenda_stand_behind_what_is_before_them() {
    check(
        true,
        &[("a", "A", 0, "7"), ("b", "A", 0, ""), ("c", "A", 0, ""), ("d", "B", 0, "8"), ("e", "B", 1, "8.1")],
        "7 7bis 7ter 8 8.1",
    );
    check(
        true,
        &[("a", "A", 0, "7"), ("b", "A", 1, "7.1"), ("c", "A", 1, ""), ("d", "B", 0, ""), ("e", "B", 1, "")],
        "7 7.1 7.1bis 7bis 7bis.1",
    );
    check(true, &[("a", "A", 0, ""), ("b", "A", 0, "1"), ("c", "A", 0, "1bis")], "1ter 1 1bis");
    check(true, &[("a", "A", 0, ""), ("b", "A", 0, "")], "1 1bis");
    let many: Vec<(String, &str)> = (0..12).map(|at| (format!("i{at:02}"), if at == 0 { "7" } else { "" })).collect();
    let many: Vec<_> = many.iter().map(|(name, number)| (name.as_str(), "A", 0, *number)).collect();
    check(true, &many, "7 7bis 7ter 7quater 7quinquies 7sexies 7septies 7octies 7novies 7decies 7-11 7-12");
}

#[test]
fn an_agenda_knows_its_head_its_sums_and_what_stands_below() {
    let mut plan = plan(&[("a", "A", 0, ""), ("b", "A", 1, ""), ("c", "A", 1, ""), ("d", "B", 0, "")]);
    let mut patch = Patch::default();
    for name in ["b", "c", "d"] {
        let item = plan.items().get(name.parse().unwrap()).unwrap();
        patch.put(&plan, AgendaItem { presentation_secs: 300, discussion_secs: 420, ..AgendaItem::clone(item) });
    }
    plan.apply(&patch).unwrap();
    let agenda = Agenda::of(&plan, &Agendas::new(&plan), "B".parse().unwrap());
    assert_eq!(agenda, Agenda::of(&plan, &plan, "A".parse().unwrap()));
    assert_eq!(agenda.head.as_str(), "A");
    let [first, second] = agenda.sittings.as_slice() else { panic!("two days") };
    assert_eq!((first.lines[0].group_secs, first.lines[0].is_heading), (1440, true));
    assert_eq!((first.lines[1].group_secs, first.lines[1].is_heading), (720, false));
    assert_eq!((first.group(0), first.group(1)), (0..3, 1..2));
    assert_eq!((first.given_secs(), first.room_secs(), first.over_secs()), (1440, 3600, 0));
    assert_eq!(second.clock(second.lines[0].due.end_secs).unwrap().to_string(), "2025-07-15T13:12");
}

#[test]
fn agendas_in_a_circle_are_one_and_have_a_head() {
    let mut plan = plan(&[("a", "A", 0, ""), ("b", "B", 0, "")]);
    let mut patch = Patch::default();
    let first = plan.sessions().get("A".parse().unwrap()).unwrap();
    patch.put(&plan, Session { agenda_continues: Some("B".parse().unwrap()), ..Session::clone(first) });
    plan.apply(&patch).unwrap();
    for name in ["A", "B"] {
        assert_eq!(head(&plan, name.parse().unwrap()).as_str(), "A");
        assert_eq!(sessions(&plan, &plan, name.parse().unwrap()).len(), 2);
    }
}
