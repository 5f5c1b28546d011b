use std::sync::atomic::AtomicBool;

use super::*;
use crate::check::tests::{changed, id, of_kind, person, plan, time, with};
use crate::model::{Absence, Participation, Person, Rank, Role, SessionKind};

/// Two sessions at once and one after them, an hour each, with these talks of twenty minutes: name, session, speaker, topic.
fn congress(talks: &[(&str, &str, &str, &str)]) -> Plan {
    let session = |name, start, room| of_kind(name, SessionKind::Other, start, 60).room(room);
    let mut plan =
        plan([session("S1", "19T09:00", "hall"), session("S2", "19T09:00", "a"), session("S3", "19T10:00", "hall")]);
    for at in 0..10 {
        let name = format!("P{at}");
        plan = with(plan, person(&name, Rank::Other, &name));
    }
    for (order, &(name, session, speaker, topic)) in (1..).zip(talks) {
        let item = AgendaItem {
            order,
            kind: ItemKind::Talk,
            presentation_secs: 20 * 60,
            speakers: vec![id(speaker)],
            topics: if topic.is_empty() { Vec::new() } else { vec![id(topic)] },
            ..AgendaItem::new(id(name), id(session))
        };
        plan = with(plan, item);
    }
    plan
}

fn task(keep: i64) -> TalkTask {
    TalkTask {
        among: Among::Sessions(vec![id("S1"), id("S2"), id("S3")]),
        wishes: Wishes { keep, ..Wishes::default() },
        conflicts: Vec::new(),
        now: None,
        seed: 1,
        until: Until::Steps(4_000),
    }
}

fn arranged(plan: &Plan, task: &TalkTask) -> (ArrangedTalks, Plan) {
    let found = arrange_talks(plan, task, &AtomicBool::new(false), &|_| {});
    let mut after = plan.clone();
    after.apply(&found.patch(plan)).unwrap();
    (found, after)
}

/// The talks of a session in their order.
fn given(plan: &Plan, session: &str) -> Vec<String> {
    let taken = agenda::taken(plan, &Agendas::new(plan), id(session));
    taken.iter().map(|taken| taken.row().name()).collect()
}

/// Who speaks when, in minutes after nine; nothing runs over.
fn spans(plan: &Plan) -> Vec<(String, i64, i64)> {
    let mut found = Vec::new();
    for name in ["S1", "S2", "S3"] {
        let Some(session) = plan.sessions().get(id(name)) else { continue };
        let begin = i64::from(session.placement.as_ref().unwrap().start.minute_of_day()) - 540;
        let taken = agenda::taken(plan, &Agendas::new(plan), session.id);
        let dues = agenda::times(Some(session), &taken).dues;
        for (taken, due) in taken.iter().zip(dues) {
            let (from, to) = (begin + due.start_secs / 60, begin + due.end_secs / 60);
            assert!(to <= begin + i64::from(session.length().mins()), "{} runs over", taken.row().name());
            found.extend(taken.speakers().map(|person| (person.to_string(), from, to)));
        }
    }
    found
}

/// Whether somebody speaks in two places at once.
fn is_doubled(plan: &Plan) -> bool {
    let spans = spans(plan);
    let each = spans.iter().enumerate();
    let mut pairs = each.flat_map(|(at, one)| spans[at + 1..].iter().map(move |other| (one, other)));
    pairs.any(|(one, other)| one.0 == other.0 && one.1 < other.2 && other.1 < one.2)
}

#[test]
fn nobody_speaks_in_two_rooms_at_once_and_nothing_runs_over() {
    // Four talks in a session of an hour, two of them of one person who speaks next door as well.
    let talks = [("I1", "S1", "P1", ""), ("I2", "S1", "P2", ""), ("I3", "S1", "P1", ""), ("I4", "S1", "P3", "")];
    let plan = congress(&[&talks[..], &[("I5", "S2", "P1", "")]].concat());
    let (found, after) = arranged(&plan, &task(5));
    assert_eq!(found.left, [], "{found:?}");
    assert!(!is_doubled(&after), "{:?}", spans(&after));
    // What was given a fixed time for somebody's sake is not forgotten the second time.
    let (_, again) = arranged(&after, &task(0));
    assert!(!is_doubled(&again), "{:?}", spans(&again));
}

#[test]
fn sessions_that_begin_at_odd_times_are_held_against_one_another() {
    let talks = [("I1", "S1", "P1", ""), ("I2", "S1", "P2", ""), ("I3", "S2", "P1", ""), ("I4", "S2", "P3", "")];
    let plan = changed::<Session>(congress(&talks), "S2", |session| {
        let at = session.placement.as_mut().unwrap();
        at.start = at.start.plus_mins(10);
    });
    for seed in 1..6 {
        let (found, after) = arranged(&plan, &TalkTask { seed, ..task(5) });
        assert!(found.left.is_empty() && !is_doubled(&after), "{seed} {:?}", spans(&after));
    }
}

#[test]
fn some_of_the_moves_leave_the_others_where_they_are() {
    let talks: Vec<(String, String)> = (0..9).map(|at| (format!("I{at}"), format!("P{at}"))).collect();
    let talks: Vec<_> = talks.iter().map(|(name, person)| (name.as_str(), "S1", person.as_str(), "")).collect();
    let plan = congress(&talks);
    let (found, after) = arranged(&plan, &task(5));
    assert!(found.moves.iter().all(|given| given.session != id("S1")), "who stays where it was does not move");
    let one = found.moves[0];
    let mut some = plan.clone();
    some.apply(&found.patch_of(&plan, &|talk| talk == one.talk)).unwrap();
    assert_eq!(given(&some, "S1").len(), 8);
    assert_eq!(some.items().get(one.talk).unwrap().session, one.session);
    // The rest, taken then, gives the whole answer.
    some.apply(&found.patch(&some)).unwrap();
    for session in ["S1", "S2", "S3"] {
        assert_eq!(given(&some, session), given(&after, session));
    }
}

#[test]
fn talks_without_a_length_have_room() {
    let mut plan = congress(&[("I1", "S1", "P1", ""), ("I2", "S1", "P2", ""), ("I3", "S2", "P1", "")]);
    for name in ["I1", "I2", "I3"] {
        plan = changed::<AgendaItem>(plan, name, |item| item.presentation_secs = 0);
    }
    assert_eq!(arranged(&plan, &task(5)).0.left, []);
}

#[test]
fn what_people_would_like_to_hear_is_not_given_at_once() {
    let plan = congress(&[("I1", "S1", "P1", ""), ("I2", "S2", "P2", "")]);
    assert_eq!(arranged(&plan, &task(5)).0.moves, [], "nothing speaks against it");
    let voted = TalkTask { conflicts: vec![(id("I1"), id("I2"), 40)], ..task(5) };
    let spans = spans(&arranged(&plan, &voted).1);
    assert!(spans[0].2 <= spans[1].1 || spans[1].2 <= spans[0].1, "{spans:?}");
}

#[test]
fn talks_on_one_topic_come_together() {
    let plan = congress(&[
        ("I1", "S1", "P1", "T1"),
        ("I2", "S1", "P2", "T2"),
        ("I3", "S2", "P3", "T1"),
        ("I4", "S2", "P4", "T2"),
        ("I5", "S3", "P5", "T1"),
    ]);
    let (found, after) = arranged(&plan, &task(0));
    let session = |talk: &str| after.items().get(id(talk)).unwrap().session;
    assert!(session("I1") == session("I3") && session("I3") == session("I5"), "{found:?}");
    assert_eq!(session("I2"), session("I4"), "{found:?}");
    assert!(found.judged > 0 && found.counts[1][3] <= found.counts[0][3]);
}

#[test]
fn a_pause_opening_words_and_a_discussion_stay_where_they_are() {
    let plan = congress(&[("I2", "S1", "P1", ""), ("I3", "S1", "P2", ""), ("I4", "S2", "P3", "")]);
    let fixed = |name: &str, order: i32, kind, fixed_mins| AgendaItem {
        order,
        kind,
        presentation_secs: 10 * 60,
        fixed_mins,
        ..AgendaItem::new(id(name), id("S1"))
    };
    let plan = with(plan, fixed("I0", 0, ItemKind::Item, None));
    let plan = with(plan, fixed("I9", 9, ItemKind::Discussion, None));
    let plan = with(plan, fixed("I5", 5, ItemKind::Pause, Some(30)));
    // Ten minutes before the pause are for the opening, ten after it for the discussion: one talk fits before it, one after it.
    let (found, after) = arranged(&plan, &task(5));
    assert_eq!(found.left, [], "{found:?}");
    let order = given(&after, "S1");
    assert_eq!((order[0].as_str(), order.last().map(String::as_str)), ("I0", Some("I9")), "{order:?}");
    assert_eq!(order.iter().position(|name| name == "I5"), Some(2), "one talk is before the pause: {order:?}");
    let running = agenda::times(
        after.sessions().get(id("S1")).map(|row| &**row),
        &agenda::taken(&after, &Agendas::new(&after), id("S1")),
    );
    assert!(running.parts.iter().all(|part| part.over_secs() <= 0), "{order:?}");
}

#[test]
fn who_is_away_or_chairs_elsewhere_speaks_at_another_time() {
    let chaired = changed::<Session>(congress(&[("I1", "S1", "P1", "")]), "S2", |session| {
        session.people.push(Participation { person: id("P1"), role: Role::Chair });
    });
    let (_, after) = arranged(&chaired, &task(5));
    assert_ne!(after.items().get(id("I1")).unwrap().session, id("S1"), "the Chair of S2 is not free for S1");
    let plan = congress(&[("I1", "S1", "P1", "")]);
    let away = Absence { from: time("19T09:00"), to: time("19T10:00"), reason: String::new() };
    let plan = changed::<Person>(plan, "P1", |person| person.away = vec![away]);
    let (found, after) = arranged(&plan, &task(5));
    assert_eq!(given(&after, "S3"), ["I1"], "{found:?}");
}

#[test]
fn adopted_held_and_past_sessions_keep_their_talks() {
    let plan = congress(&[("I1", "S1", "P1", ""), ("I2", "S2", "P1", ""), ("I3", "S3", "P2", "")]);
    let all = |plan: &Plan, now| sessions(plan, &Among::Event(plan.sessions().get(id("S1")).unwrap().event), now);
    assert_eq!(all(&plan, None), [id("S1"), id("S2"), id("S3")]);
    assert_eq!(all(&plan, Some(time("19T09:30"))), [id("S3")]);
    let adopted = changed::<Session>(plan, "S1", |session| session.agenda_adopted = Some(time("18T12:00")));
    assert_eq!(all(&adopted, None), [id("S2"), id("S3")]);
    let none = TalkTask { among: Among::Sessions(vec![id("S1")]), ..task(5) };
    assert_eq!(arranged(&adopted, &none).0.moves, []);
}

#[test]
fn what_fits_nowhere_is_named_and_stays() {
    let talks: Vec<(String, String)> = (0..10).map(|at| (format!("I{at}"), format!("P{}", at % 5))).collect();
    let talks: Vec<_> = talks.iter().map(|(name, person)| (name.as_str(), "S1", person.as_str(), "")).collect();
    let (found, after) = arranged(&congress(&talks), &task(5));
    assert_eq!(found.left.len(), 1, "nine talks of twenty minutes fit into three hours");
    assert_eq!(["S1", "S2", "S3"].map(|session| given(&after, session).len()).iter().sum::<usize>(), 10);
    assert_eq!(after.items().get(found.left[0]).unwrap().session, id("S1"));
    let again = arrange_talks(&congress(&talks), &task(5), &AtomicBool::new(false), &|_| {});
    assert_eq!(found, again, "the same seed and steps, the same answer");
}

#[test]
fn talks_follow_one_another_in_the_order_in_which_they_stood() {
    let talks: Vec<String> = (0..9).map(|at| format!("I{at}")).collect();
    let speakers: Vec<String> = (0..9).map(|at| format!("P{at}")).collect();
    let talks: Vec<_> =
        talks.iter().zip(&speakers).map(|(name, person)| (name.as_str(), "S1", person.as_str(), "")).collect();
    let (found, after) = arranged(&congress(&talks), &task(5));
    assert!(found.moves.iter().all(|given| !given.is_fixed), "{found:?}");
    for session in ["S1", "S2", "S3"] {
        let order = given(&after, session);
        assert!(order.len() == 3 && order.is_sorted(), "{order:?}");
    }
}
