//! What is done to agendas: orders, numbers, sums, and the way there and back.

use std::collections::BTreeSet;

use plenary::edit::agenda::{OnAgenda, Spot, WayKind, new_items, sitting_of, split_session, ways};
use plenary::edit::{AnyRow, Command, Document};
use plenary::model::agenda::{Agenda, Agendas};
use plenary::model::{
    AgendaItem, AgendaItemId, ItemKind, ItemOutcome, LocalText, Plan, RowId, Session, SessionId, Statement,
};
use plenary::store::{Template, plan_text, read_plan};
use proptest::prelude::*;

/// Something done to the agendas of a plan; what the numbers pick depends on the plan at that moment.
pub fn deed(plan: &Plan, picks: [u16; 3], minutes: i32) -> Option<OnAgenda> {
    // Few sessions, so that agendas get long.
    let sessions: Vec<SessionId> = plan.sessions().ids().take(4).collect();
    let items: Vec<AgendaItemId> = plan.items().ids().collect();
    let session = *sessions.get(usize::from(picks[0] % 4))?;
    let item = |roll: u16| items.get(usize::from(roll) % items.len().max(1)).copied();
    let before = item(picks[2]).filter(|_| minutes % 3 != 0).map(RowId::from);
    let spot = Spot { session, before };
    let time = "2025-11-20T12:00".parse().unwrap();
    Some(match minutes.rem_euclid(11) {
        0..=3 => {
            let row = |(at, item): (usize, AgendaItem)| AgendaItem {
                title: LocalText::from("item"),
                level: u8::try_from((usize::from(picks[1]) + at) % 4).unwrap(),
                kind: ItemKind::ALL[usize::from(picks[2] % 7).saturating_sub(2)],
                presentation_secs: u32::from(picks[1] % 900),
                ..item
            };
            OnAgenda::Add(new_items(plan, session).take(usize::from(picks[1] % 4)).enumerate().map(row).collect(), spot)
        }
        4 | 5 => OnAgenda::Move(
            BTreeSet::from([item(picks[1])?, item(picks[2])?]).into_iter().map(RowId::from).collect(),
            spot,
        ),
        6 => {
            let ids = vec![item(picks[1])?];
            let session = split_session(plan, &ids)?;
            OnAgenda::SplitOff(ids, Box::new(session))
        }
        7 => {
            let all: Vec<SessionId> = plan.sessions().ids().collect();
            OnAgenda::Join(*all.get(usize::from(picks[1]) % all.len())?, session)
        }
        8 => OnAgenda::Adopt(session, time),
        9 if picks[1].is_multiple_of(2) => OnAgenda::Reopen(session),
        9 => OnAgenda::Defer(item(picks[1])?, spot),
        _ => {
            let ids = [sessions.get(usize::from(picks[1] % 4))?, sessions.get(usize::from(picks[2] % 4))?];
            let ids: Vec<SessionId> = BTreeSet::from(ids.map(|&id| id)).into_iter().collect();
            let sitting = sitting_of(plan, &ids)?;
            OnAgenda::Gather(ids, Box::new(sitting))
        }
    })
}

fn id<R>(name: &str) -> plenary::model::Id<R> {
    name.parse().unwrap()
}

/// The built-in plan with so many items, each of so many seconds, on the agenda of `S16`.
fn with_items(secs: &[(u32, u32)]) -> Document {
    let mut document = Document::new(Template::Wtdc25.plan());
    let items = new_items(document.plan(), id("S16")).zip(secs).enumerate();
    let items = items.map(|(at, (item, &(presentation_secs, discussion_secs)))| AgendaItem {
        title: LocalText::from(format!("item {}", at + 1).as_str()),
        presentation_secs,
        discussion_secs,
        ..item
    });
    let items = items.collect();
    document.perform(&Command::Agenda(OnAgenda::Add(items, Spot::at_end(id("S16"))))).unwrap();
    document
}

fn agenda(document: &Document, session: &str) -> Agenda {
    Agenda::of(document.plan(), document.plan(), id(session))
}

/// Numbers and titles in the order in which they are taken.
fn listed(document: &Document, session: &str) -> Vec<String> {
    let agenda = agenda(document, session);
    let line = |line: &plenary::model::agenda::Line| {
        let title = line.taken.item().map_or("statement", |item| item.title.get(plenary::model::Language::English));
        format!("{} {title}", line.number)
    };
    agenda.lines().map(line).collect()
}

fn item_at(document: &Document, session: &str, at: usize) -> AgendaItemId {
    let agenda = agenda(document, session);
    agenda.lines().nth(at).and_then(|line| line.taken.item().map(|item| item.id)).unwrap()
}

fn add_one(document: &mut Document, session: &str, before: Option<RowId>) {
    let item = new_items(document.plan(), id(session)).next().unwrap();
    let item = AgendaItem { title: LocalText::from("new"), ..item };
    document.perform(&Command::Agenda(OnAgenda::Add(vec![item], Spot { session: id(session), before }))).unwrap();
}

#[test]
fn a_draft_is_counted_anew_and_what_is_adopted_keeps_its_numbers() {
    let mut document = with_items(&[(60, 0); 3]);
    let third = item_at(&document, "S16", 2);
    let to_front = |document: &Document| {
        OnAgenda::Move(
            vec![third.into()],
            Spot { session: id("S16"), before: Some(item_at(document, "S16", 0).into()) },
        )
    };
    document.perform(&Command::Agenda(to_front(&document))).unwrap();
    assert_eq!(listed(&document, "S16"), ["1 item 3", "2 item 1", "3 item 2"]);
    document.undo();
    document.perform(&Command::Agenda(OnAgenda::Adopt(id("S16"), "2025-11-17T10:00".parse().unwrap()))).unwrap();
    let step = document.perform(&Command::Agenda(to_front(&document))).unwrap().unwrap();
    assert_eq!(step.patch.rows().count(), 1, "one row, so that others can merge");
    assert_eq!(listed(&document, "S16"), ["3 item 3", "1 item 1", "2 item 2"]);
    let second = item_at(&document, "S16", 2).into();
    add_one(&mut document, "S16", Some(second));
    add_one(&mut document, "S16", None);
    add_one(&mut document, "S16", Some(second));
    let expected = ["3 item 3", "1 item 1", "1bis new", "1ter new", "2 item 2", "2bis new"];
    assert_eq!(listed(&document, "S16"), expected);
    assert!(
        document.plan().items().iter().filter(|item| item.session == id("S16")).all(|item| !item.number.is_empty()),
        "the numbers stand in the plan"
    );
    document.perform(&Command::Agenda(OnAgenda::Reopen(id("S16")))).unwrap();
    assert_eq!(listed(&document, "S16")[2], "3 new");
}

#[test]
fn an_item_becomes_a_session_and_finds_back_to_its_place() {
    let mut document = with_items(&[(600, 0); 3]);
    let before = document.plan().clone();
    let second = item_at(&document, "S16", 1);
    let session = split_session(document.plan(), &[second]).unwrap();
    let name = session.id;
    assert_eq!((session.length().mins(), session.title.get(plenary::model::Language::English)), (10, "item 2"));
    document.perform(&Command::Agenda(OnAgenda::SplitOff(vec![second], Box::new(session)))).unwrap();
    // It waits, so it is taken last; it is one agenda still.
    assert_eq!(listed(&document, "S16"), ["1 item 1", "2 item 3", "3 item 2"]);
    document.perform(&Command::Agenda(OnAgenda::Join(name, id("S16")))).unwrap();
    assert_eq!(document.plan(), &before);
}

#[test]
fn what_is_deferred_goes_on_where_it_was_put() {
    let mut document = with_items(&[(600, 0); 2]);
    let first = item_at(&document, "S16", 0);
    document.perform(&Command::Agenda(OnAgenda::Defer(first, Spot::at_end(id("S17"))))).unwrap();
    let plan = document.plan();
    assert_eq!(plan.items().get(first).unwrap().outcome, ItemOutcome::Deferred);
    let new = plenary::model::agenda::continued_in(plan, &Agendas::new(plan), first);
    assert_eq!(new, None, "the agendas know sessions only");
    let new = plenary::model::agenda::continued_in(plan, plan, first).unwrap();
    assert_eq!(plan.items().get(new).unwrap().session, id("S17"));
    document.perform(&Command::Remove(vec![first.into()])).unwrap();
    assert_eq!(document.plan().items().get(new).unwrap().continued_from, None);
}

/// `S16` begins at its hour and has 75 minutes until a break of a quarter of an hour.
fn too_much() -> Document {
    let mut document = with_items(&[(300, 420); 7]);
    let session = document.plan().sessions().get(id::<Session>("S16")).unwrap();
    let mut session = Session::clone(session);
    session.placement.as_mut().unwrap().length = plenary::model::Length::from_mins(180).unwrap();
    let pause = new_items(document.plan(), id("S16")).next().unwrap();
    let pause = AgendaItem { kind: ItemKind::Pause, presentation_secs: 900, fixed_mins: Some(75), ..pause };
    document.perform(&Command::PutMany(vec![AnyRow::from(session)])).unwrap();
    document.perform(&Command::Agenda(OnAgenda::Add(vec![pause], Spot::at_end(id("S16"))))).unwrap();
    let last = new_items(document.plan(), id("S16")).next().unwrap();
    let last = AgendaItem { presentation_secs: 85 * 60, ..last };
    document.perform(&Command::Agenda(OnAgenda::Add(vec![last], Spot::at_end(id("S16"))))).unwrap();
    document
}

#[test]
fn the_ways_to_make_84_minutes_fit_into_75_are_those_worked_out_by_hand() {
    let mut document = too_much();
    let sitting = agenda(&document, "S16").sittings[0].clone();
    assert_eq!((sitting.parts[0].room_secs(), sitting.parts[0].given_secs, sitting.over_secs()), (4500, 5040, 540));
    let found = ways(document.plan(), &agenda(&document, "S16"), (id("S16"), 0));
    let told: Vec<_> = found.iter().map(|way| (way.kind, way.ends_secs / 60, way.left_over_secs / 60)).collect();
    assert_eq!(
        told,
        [
            (WayKind::Discussion { secs: 300 }, 70, 0),
            (WayKind::Each { secs: 600 }, 70, 0),
            (WayKind::ShorterBreak { start_secs: 84 * 60, secs: 360 }, 84, 0),
            (WayKind::BehindBreak { count: 1 }, 72, 7),
        ]
    );
    for way in found {
        document.perform(&Command::Agenda(way.command)).unwrap();
        let after = agenda(&document, "S16").sittings[0].clone();
        assert!(after.parts[0].over_secs() <= 0, "{:?}", way.kind);
        let end = after.parts[0].start_secs + after.parts[0].given_secs;
        assert_eq!((end, after.over_secs()), (way.ends_secs, way.left_over_secs), "{:?}", way.kind);
        document.undo();
    }
}

#[test]
fn sessions_become_items_of_one_and_nothing_of_them_is_lost() {
    let mut document = Document::new(Template::Wtdc25.plan());
    let before = document.plan().clone();
    let ids: Vec<SessionId> = ["S08", "S09"].map(id::<Session>).into();
    let day = |name: SessionId| before.sessions().get(name).unwrap().span().unwrap().start.date();
    assert_eq!(day(ids[0]), day(ids[1]));
    let sitting = sitting_of(&before, &ids).unwrap();
    let name = sitting.id;
    document.perform(&Command::Agenda(OnAgenda::Gather(ids.clone(), Box::new(sitting)))).unwrap();
    let plan = document.plan();
    let taken: Vec<_> = plan.items().iter().filter(|item| item.session == name).collect();
    assert_eq!(taken.len(), 2);
    for (item, session) in taken.iter().zip(&ids) {
        let session = before.sessions().get(*session).unwrap();
        assert_eq!((&item.title, &item.topics, &item.sources), (&session.title, &session.topics, &session.sources));
        assert!(!plan.sessions().contains(session.id));
    }
    document.undo();
    assert_eq!(plan_text(document.plan()), plan_text(&before));
}

#[test]
fn what_goes_on_with_the_agenda_of_one_goes_on_with_that_of_all() {
    let mut document = Document::new(Template::Wtdc25.plan());
    let session = |document: &Document, name: &str| Session::clone(document.plan().sessions().get(id(name)).unwrap());
    let goes_on =
        |document: &Document, name: &str, with| Session { agenda_continues: Some(id(with)), ..session(document, name) };
    let rows = [goes_on(&document, "S09", "S08"), goes_on(&document, "S10", "S09")].map(AnyRow::from);
    document.perform(&Command::PutMany(rows.into())).unwrap();
    let ids: Vec<SessionId> = ["S08", "S09"].map(id::<Session>).into();
    let sitting = sitting_of(document.plan(), &ids).unwrap();
    let name = sitting.id;
    document.perform(&Command::Agenda(OnAgenda::Gather(ids, Box::new(sitting)))).unwrap();
    assert_eq!(session(&document, "S10").agenda_continues, Some(name));
    assert_eq!(session(&document, name.as_str()).agenda_continues, None);
}

/// Two days of one adopted agenda, with things done and said about it: `S16`, on which `S17` goes on.
fn two_days() -> Document {
    let mut document = with_items(&[(60, 0), (120, 30)]);
    let goes_on = Session::clone(document.plan().sessions().get(id("S17")).unwrap());
    let goes_on = Session { agenda_continues: Some(id("S16")), ..goes_on };
    let person = plenary::edit::new_person(document.plan(), "Ms Speaker");
    let statement = Statement { session: Some(id("S16")), order: 15, ..Statement::new(id("st1"), person.id) };
    let rows = vec![goes_on.into(), person.into(), statement.into()];
    document.perform(&Command::PutMany(rows)).unwrap();
    let second = item_at(&document, "S16", 2);
    document.perform(&Command::Agenda(OnAgenda::Defer(second, Spot::at_end(id("S17"))))).unwrap();
    document.perform(&Command::Agenda(OnAgenda::Adopt(id("S16"), "2025-11-17T10:00".parse().unwrap()))).unwrap();
    document
}

/// The sessions that a command adds, in order of time.
fn added(document: &mut Document, command: &Command) -> Vec<Session> {
    let step = document.perform(command).unwrap().unwrap();
    let mut new: Vec<Session> =
        step.patch.changes::<Session>().map(|(_, change)| Session::clone(change.after.as_ref().unwrap())).collect();
    new.sort_by_key(|session| (session.span().map(|span| span.start), session.id));
    new
}

#[test]
fn a_copy_has_the_agenda_as_it_was_before_anything_was_decided() {
    let mut document = two_days();
    let before = document.plan().clone();
    let both = [id("S16"), id("S17")].map(|id| (id, None));
    let copies = added(&mut document, &Command::Duplicate(both.into()));
    let [first, second] = copies.as_slice() else { panic!("two") };
    assert_eq!((first.agenda_adopted, second.agenda_continues), (None, Some(first.id)));
    let items = |plan: &Plan, of: SessionId| -> Vec<AgendaItem> {
        let taken = plenary::model::agenda::taken(plan, plan, of);
        taken.iter().filter_map(|taken| taken.item()).map(|item| AgendaItem::clone(item)).collect()
    };
    for (original, copy) in [("S16", first), ("S17", second)] {
        let (was, now) = (items(&before, id(original)), items(document.plan(), copy.id));
        assert_eq!(was.len(), now.len());
        for (was, now) in was.iter().zip(&now) {
            let anew = AgendaItem {
                id: now.id,
                session: copy.id,
                number: String::new(),
                outcome: ItemOutcome::NotTaken,
                continued_from: None,
                ..was.clone()
            };
            assert_ne!(was.id, now.id);
            assert_eq!(now, &anew);
        }
    }
    assert_eq!(items(&before, id("S16"))[1].outcome, ItemOutcome::Deferred, "something was decided");
    assert!(items(&before, id("S17"))[0].continued_from.is_some());
    assert_eq!(document.plan().statements().len(), before.statements().len(), "the speaking list stays");
    document.undo();
    assert_eq!(document.plan(), &before);
}

#[test]
fn what_is_repeated_goes_on_with_the_agenda_of_its_own_day() {
    let mut document = two_days();
    let ids: Vec<SessionId> = ["S16", "S17"].map(id::<Session>).into();
    let days = ["2025-12-01", "2025-12-02"].map(|day| day.parse().unwrap());
    let command = plenary::edit::repeated(document.plan(), &ids, days);
    let copies = added(&mut document, &command);
    assert_eq!(copies.len(), 4);
    let heads: Vec<_> = copies.iter().filter(|copy| copy.agenda_continues.is_none()).collect();
    assert_eq!(heads.len(), 2);
    for copy in copies.iter().filter(|copy| copy.agenda_continues.is_some()) {
        let day = |session: &Session| session.span().unwrap().start.date();
        let head = heads.iter().find(|head| Some(head.id) == copy.agenda_continues).unwrap();
        let apart = |one: &Session, other: &Session| day(one).signed_duration_since(day(other));
        let of_plan = |name: &str| Session::clone(document.plan().sessions().get(id(name)).unwrap());
        assert_eq!(apart(copy, head), apart(&of_plan("S17"), &of_plan("S16")));
    }
    let alone = added(&mut document, &Command::Duplicate(vec![(id("S17"), None)]));
    assert_eq!(alone[0].agenda_continues, None, "no item is on one agenda twice");
}

#[test]
fn ten_thousand_items_are_worked_out_and_reordered_at_once() {
    let mut document = with_items(&vec![(60, 30); 10_000]);
    assert_eq!(listed(&document, "S16").last().unwrap(), "10000 item 10000");
    let last = item_at(&document, "S16", 9_999);
    let spot = Spot { session: id("S16"), before: Some(item_at(&document, "S16", 0).into()) };
    let step = document.perform(&Command::Agenda(OnAgenda::Move(vec![last.into()], spot))).unwrap().unwrap();
    assert_eq!(step.patch.rows().count(), 1);
    assert_eq!(read_plan(plan_text(document.plan()).as_bytes()).as_ref(), Ok(document.plan()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever is done to agendas: the rows that are moved stand together where they were put, no item gets lost, and no
    /// number that was fixed changes as long as its agenda is adopted and it stays on it.
    #[test]
    fn agendas_stay_whole(rolls in prop::collection::vec((any::<[u16; 3]>(), -20_000_i32..20_000), 1..30)) {
        let mut document = Document::new(Template::Wtdc25.plan());
        let speaker = document.plan().people().ids().next().unwrap_or_else(|| id("nobody"));
        let session = document.plan().sessions().ids().next();
        let statement = Statement { session, order: 15, ..Statement::new(id("st1"), speaker) };
        if document.plan().people().contains(statement.speaker) {
            document.perform(&Command::Put(statement.into())).unwrap();
        }
        for (picks, minutes) in rolls {
            let Some(what) = deed(document.plan(), picks, minutes) else { continue };
            let before = document.plan().clone();
            let Ok(Some(step)) = document.perform(&Command::Agenda(what.clone())) else { continue };
            prop_assert!(step.patch.rows().count() > 0);
            let after = document.plan();
            let gathered = if let OnAgenda::Gather(ids, _) = &what { ids.len() } else { 0 };
            let new = match &what { OnAgenda::Add(rows, _) => rows.len(), OnAgenda::Defer(..) => 1, _ => gathered };
            prop_assert_eq!(after.items().len(), before.items().len() + new);
            prop_assert_eq!(after.statements().len(), before.statements().len());
            if let OnAgenda::Move(rows, spot) = &what {
                let taken = plenary::model::agenda::taken(after, after, spot.session);
                let at = taken.iter().position(|taken| taken.row() == rows[0]).unwrap();
                let there: Vec<RowId> = taken[at..at + rows.len()].iter().map(|taken| taken.row()).collect();
                prop_assert_eq!(&there, rows);
            }
            let head = |plan: &Plan, item: &AgendaItem| plenary::model::agenda::head(plan, item.session);
            for item in after.items().iter() {
                let Some(was) = before.items().get(item.id) else { continue };
                let stays = head(&before, was) == head(after, item) && was.kind == item.kind;
                let is_adopted = plenary::model::agenda::adopted(&before, was.session).is_some()
                    && plenary::model::agenda::adopted(after, item.session).is_some();
                if stays && is_adopted && !was.number.is_empty() {
                    prop_assert_eq!(&was.number, &item.number);
                }
            }
        }
        let text = plan_text(document.plan());
        prop_assert_eq!(&read_plan(text.as_bytes()).unwrap(), document.plan());
        while document.undo().is_some() {}
        let mut usual = Template::Wtdc25.plan();
        if document.plan().statements().len() > usual.statements().len() {
            usual = document.plan().clone();
        }
        prop_assert_eq!(document.plan(), &usual);
    }
}
