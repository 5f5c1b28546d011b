//! Every formal meeting has an agenda, every item of an agenda a meeting, and time; whoever speaks to one can be there.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::agenda::{self, Running, Taken};
use crate::model::{
    AgendaItem, Body, Patch, PersonId, Session, SessionId, Severity, Statement, Status, Topic, TopicKind,
};

use super::super::facts::Facts;
use super::super::finding::Value;
use super::super::rows::Slot;
use super::super::rule::{Case, Judge, Report, Rule, differs, row, span};

/// A formal meeting without topics and documents. Off until a planner comes to agendas, or all would be reported.
pub(super) const MISSING: Rule = Rule {
    name: "agenda-missing",
    severity: Severity::Off,
    numbers: &[],
    judge: Judge::Session(judge_missing),
    obstacles: None,
};

fn judge_missing(_: &Case<'_>, slot: Slot<Session>, session: &Session, report: &mut Report<'_>) {
    if session.kind.is_formal() && session.topics.is_empty() && session.documents.is_empty() {
        report.add("finding-agenda-missing", vec![slot], Vec::new());
    }
}

/// An item of an agenda that no session covers.
pub(super) const UNCOVERED: Rule = Rule {
    name: "agenda-uncovered",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Plan(judge_uncovered, concerns),
    obstacles: None,
};

fn concerns(facts: &Facts, patch: &Patch) -> bool {
    let is_off = |session: &Session| session.status == Status::Cancelled;
    let topics = |session: Option<&Session>| session.map(|session| (session.topics.clone(), is_off(session)));
    let of_item = |item: Option<&AgendaItem>| item.map(|item| (item.topics.clone(), item.session));
    let has = |one: Option<&Session>| one.is_some_and(|session| !session.topics.is_empty() || facts.items.len() > 0);
    differs::<Session>(patch, |before, after| (has(before) || has(after)) && topics(before) != topics(after))
        || differs::<AgendaItem>(patch, |before, after| of_item(before) != of_item(after))
        || differs::<Topic>(patch, |before, after| before.map(|topic| topic.kind) != after.map(|topic| topic.kind))
}

fn judge_uncovered(case: &Case<'_>, report: &mut Report<'_>) {
    let takes_place = |session: &Session| session.status != Status::Cancelled;
    let items = case
        .facts
        .items
        .iter()
        .filter(|(_, item)| case.facts.sessions.named(item.session).is_some_and(|session| takes_place(session)));
    let on_agendas: BTreeSet<_> = items.flat_map(|(_, item)| item.topics.iter().copied()).collect();
    for (slot, topic) in case.facts.topics.iter() {
        let of_topic = case.facts.of_topic(slot).iter();
        let is_covered = on_agendas.contains(&topic.id)
            || of_topic.filter_map(|&slot| case.facts.sessions.get(slot)).any(|session| takes_place(session));
        if topic.kind == TopicKind::AgendaItem && !is_covered {
            report.add("finding-agenda-uncovered", Vec::new(), vec![("topic", row(topic.id))]);
        }
        if report.is_full() {
            break;
        }
    }
}

/// More is given to the items of a session, or of a part of it before a break, than there is time.
pub(super) const TIME: Rule = Rule {
    name: "agenda-time",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Plan(judge_time, concerns_times),
    obstacles: None,
};

/// Somebody who speaks to an item, or delivers a statement, is elsewhere when it is due.
pub(super) const SPEAKERS: Rule = Rule {
    name: "agenda-speaker",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Plan(judge_speakers, concerns_times),
    obstacles: None,
};

fn concerns_times(facts: &Facts, patch: &Patch) -> bool {
    let is_any = facts.items.len() > 0 || facts.statements.len() > 0;
    patch.changes::<AgendaItem>().next().is_some()
        || patch.changes::<Statement>().next().is_some()
        || is_any && (patch.changes::<Session>().next().is_some() || patch.changes::<Body>().next().is_some())
}

/// What each session takes that has anything on its agenda, in its order.
fn agendas(facts: &Facts) -> BTreeMap<SessionId, Vec<Taken>> {
    let mut all: BTreeMap<SessionId, Vec<Taken>> = BTreeMap::new();
    for (_, item) in facts.items.iter() {
        all.entry(item.session).or_default().push(Taken::Item(item.clone()));
    }
    for (_, statement) in facts.statements.iter().filter(|(_, statement)| statement.speaks()) {
        let session = statement.session.into_iter();
        session.for_each(|id| all.entry(id).or_default().push(Taken::Statement(statement.clone())));
    }
    for taken in all.values_mut() {
        agenda::put_in_order(taken);
    }
    all
}

fn judge_time(case: &Case<'_>, report: &mut Report<'_>) {
    for (id, taken) in agendas(case.facts) {
        let Some(slot) = case.facts.sessions.slot(id) else { continue };
        let session = case.facts.sessions.get(slot).filter(|session| session.status != Status::Cancelled);
        let Some(session) = session else { continue };
        // Of statements alone another rule speaks.
        if !taken.iter().any(|one| one.item().is_some()) {
            continue;
        }
        let Running { parts, .. } = agenda::times(Some(session), &taken);
        let over: i64 = parts.iter().map(|part| part.over_secs().max(0)).sum();
        if over > 0 {
            let over = Value::Seconds(i32::try_from(over).unwrap_or(i32::MAX));
            report.add("finding-agenda-time", vec![slot], vec![("over", over)]);
        }
        if report.is_full() {
            break;
        }
    }
}

/// Somebody is wanted for an item or a statement, from one minute to another on the clock of UTC.
#[derive(Clone, Copy)]
struct Wanted {
    person: PersonId,
    slot: Slot<Session>,
    utc: (i32, i32),
}

fn judge_speakers(case: &Case<'_>, report: &mut Report<'_>) {
    let facts = case.facts;
    let mut wanted: BTreeMap<PersonId, Vec<Wanted>> = BTreeMap::new();
    for (id, taken) in agendas(facts) {
        let Some(entry) = facts.sessions.slot(id).and_then(|slot| facts.entry(slot)) else { continue };
        let Running { dues, .. } = agenda::times(Some(&entry.session), &taken);
        for (one, due) in taken.iter().zip(dues) {
            let minute = |secs: i64| entry.utc.0.saturating_add(i32::try_from(secs / 60).unwrap_or(i32::MAX / 4));
            let utc = (minute(due.start_secs), minute(due.end_secs + 59));
            for person in one.speakers().filter(|_| utc.0 < utc.1) {
                wanted.entry(person).or_default().push(Wanted { person, slot: entry.slot, utc });
            }
        }
    }
    for all in wanted.values() {
        for one in all {
            elsewhere(case, (one, all), report);
        }
        if report.is_full() {
            break;
        }
    }
}

/// Tells where else somebody is while they are wanted: in a session that they have a part in, or for an item of another one.
fn elsewhere(case: &Case<'_>, (one, all): (&Wanted, &[Wanted]), report: &mut Report<'_>) {
    let facts = case.facts;
    let track = facts.people.slot(one.person).and_then(|slot| facts.of_person(slot));
    let parts: Vec<(Slot<Session>, (i32, i32))> =
        track.into_iter().flat_map(|track| track.all()).map(|busy| (busy.slot, (busy.start, busy.end))).collect();
    // Who has a part in both sessions is told of by the rule about people.
    let has_part = parts.iter().any(|(slot, _)| *slot == one.slot);
    let later = all.iter().filter(|other| other.slot > one.slot).map(|other| (other.slot, other.utc));
    let parts = parts.iter().copied().filter(|_| !has_part);
    let mut told = BTreeSet::new();
    for (slot, utc) in parts.chain(later) {
        let (start, end) = (utc.0.max(one.utc.0), utc.1.min(one.utc.1));
        if slot == one.slot || start >= end || !told.insert(slot) {
            continue;
        }
        let zone = facts.entry(one.slot).and_then(|entry| facts.events.get(entry.event)).map(|event| event.zone);
        let Some(zone) = zone else { continue };
        let common = span(facts.local(start, zone), facts.local(end, zone));
        let values = vec![("person", row(one.person)), ("span", Value::Span(common))];
        report.add("finding-agenda-speaker", vec![one.slot, slot], values);
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Value;
    use crate::check::rule::row;
    use crate::check::tests::{
        NONE, committee, findings, fixture, id, is_quiet_when_off, of_kind, plan, reports, session, set, statement,
        time, with,
    };
    use crate::model::{AgendaItem, ItemKind, RequestState, Role, SessionKind, Severity, Statement, Status, Topic};

    #[test]
    fn formal_meetings_have_topics_or_documents() {
        let on = |draft| set(plan([draft]), "agenda-missing", Some(Severity::Hint), &[]);
        assert_eq!(reports("agenda-missing", &plan([committee("S1", "COM3")])), NONE, "off by itself");
        assert_eq!(reports("agenda-missing", &on(committee("S1", "COM3"))), [["S1"]]);
        assert_eq!(reports("agenda-missing", &on(committee("S1", "COM3").topic("T2"))), NONE);
        assert_eq!(reports("agenda-missing", &on(committee("S1", "COM3").document("D1"))), NONE);
        assert_eq!(reports("agenda-missing", &on(of_kind("S1", SessionKind::Social, "19T19:00", 60))), NONE);
    }

    fn item(name: &str, session: &str, mins: u32) -> AgendaItem {
        AgendaItem { presentation_secs: mins * 60, ..AgendaItem::new(id(name), id(session)) }
    }

    #[test]
    fn an_item_in_a_cancelled_session_is_not_covered_and_one_on_an_agenda_is() {
        let mut off = session("S1").topic("T1").at("19T09:30", 60);
        off.0.status = Status::Cancelled;
        let plan = plan([off, session("S2").at("19T11:00", 60)]);
        assert_eq!(reports("agenda-uncovered", &plan).len(), 1, "only in a cancelled session");
        let on = |session| AgendaItem { topics: vec![id("T1")], ..item("I1", session, 10) };
        assert_eq!(reports("agenda-uncovered", &with(plan.clone(), on("S2"))), NONE);
        assert_eq!(reports("agenda-uncovered", &with(plan, on("S1"))).len(), 1, "on the agenda of a cancelled session");
    }

    #[test]
    fn more_than_there_is_time_for_is_told() {
        let plan = plan([session("S1").at("19T09:30", 60)]);
        let with_items =
            |mins: [u32; 2]| with(with(plan.clone(), item("I1", "S1", mins[0])), item("I2", "S1", mins[1]));
        assert_eq!(reports("agenda-time", &with_items([30, 30])), NONE);
        assert_eq!(reports("agenda-time", &with_items([30, 31])), [["S1"]]);
        let over = &findings("agenda-time", &with_items([40, 30]))[0].values;
        assert_eq!(*over, [("over", Value::Seconds(600))]);
        // Before a break that begins at its time there are only ten minutes.
        let pause = AgendaItem { kind: ItemKind::Pause, fixed_mins: Some(10), order: 5, ..item("I3", "S1", 10) };
        let second = AgendaItem { order: 10, ..item("I2", "S1", 20) };
        let parted = with(with(with(plan.clone(), item("I1", "S1", 20)), pause), second);
        assert_eq!(reports("agenda-time", &parted), [["S1"]]);
        assert!(is_quiet_when_off("agenda-time", &with_items([40, 30])));
    }

    #[test]
    fn who_speaks_can_not_be_elsewhere() {
        let speaks = |order, item: AgendaItem| AgendaItem { order, speakers: vec![id("p1")], ..item };
        let both = plan([
            session("S1").at("19T09:30", 60),
            session("S2").at("19T10:00", 30).person("p1", Role::Chair),
            session("S3").at("19T09:30", 60),
        ]);
        let first = with(both.clone(), speaks(0, item("I1", "S1", 30)));
        assert_eq!(reports("agenda-speaker", &first), NONE, "over when the other one begins");
        let later = with(with(both.clone(), item("I0", "S1", 20)), speaks(1, item("I1", "S1", 30)));
        assert_eq!(reports("agenda-speaker", &later), [["S1", "S2"]]);
        let twice = with(first, speaks(0, item("I2", "S3", 10)));
        assert_eq!(reports("agenda-speaker", &twice), [["S1", "S3"]], "two items at once");
        let statement = |secs| Statement { length_secs: secs, ..statement("st1", "p1", Some("S1"), 180) };
        let waits = with(with(both.clone(), item("I0", "S1", 20)), Statement { order: 1, ..statement(180) });
        assert_eq!(reports("agenda-speaker", &waits), NONE, "done before the other one begins");
        let late = with(with(both, item("I0", "S1", 28)), Statement { order: 1, ..statement(180) });
        assert_eq!(reports("agenda-speaker", &late), [["S1", "S2"]]);
        assert!(is_quiet_when_off("agenda-speaker", &late));
    }

    #[test]
    fn turns_are_those_of_the_list() {
        let ground =
            plan([session("S1").at("19T09:30", 60), session("S2").at("19T10:00", 30).person("p1", Role::Chair)]);
        let asks = |name: &str, speaker: &str, secs, day: &str| Statement {
            requested: Some(time(&format!("2025-09-{day}T09:00"))),
            ..statement(name, speaker, Some("S1"), secs)
        };
        // Both have the same place: whoever asked first speaks first, whatever the names of the rows.
        let told = |day: &str| {
            let other = asks("st2", "p2", 28 * 60, "02");
            reports("agenda-speaker", &with(with(ground.clone(), other), asks("st1", "p1", 180, day)))
        };
        assert_eq!(told("01"), NONE, "done before the other session begins");
        assert_eq!(told("03"), [["S1", "S2"]]);
        let silent = Statement { request: RequestState::TextOnly, ..asks("st2", "p2", 28 * 60, "02") };
        let plan = with(with(ground.clone(), silent), asks("st1", "p1", 180, "03"));
        assert_eq!(reports("agenda-speaker", &plan), NONE, "who hands in a text takes no time");
        let away =
            with(ground, Statement { request: RequestState::Withdrawn, order: 1, ..asks("st1", "p1", 3600, "01") });
        assert_eq!(reports("agenda-speaker", &away), NONE, "and who does not speak is nowhere");
    }

    #[test]
    fn items_have_a_session() {
        assert_eq!(findings("agenda-uncovered", &fixture())[0].values, [("topic", row(id::<Topic>("T1")))]);
        assert_eq!(reports("agenda-uncovered", &plan([session("S1").topic("T2")])).len(), 1);
        assert_eq!(reports("agenda-uncovered", &plan([session("S1").topic("T1")])), NONE, "also one that waits");
        assert!(is_quiet_when_off("agenda-uncovered", &fixture()));
    }
}
