//! The interregional meetings (C25/30-R §4.22–4.25): their bureau, hours that are bearable in every region, and items that
//! say where they come from.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::model::{
    AgendaItem, Body, BodyId, BodyKind, CivilTime, Event, EventKind, ItemKind, OfficeRole, Patch, Person, PersonId,
    Post, PostId, Role, Session, Severity, Topic,
};

use super::super::facts::{DAY, Entry, Facts};
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rows::Slot;
use super::super::rule::{Against, Case, Judge, Number, Report, Rule, differs, row};
use super::shared;

/// One chair, who is that of the conference, and six vice-chairs, one of each region (§4.25). A post to which somebody is to be
/// designated counts.
pub(super) const BUREAU: Rule = Rule {
    name: "irm-bureau",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Plan(judge_bureau, concerns_bureau),
    obstacles: None,
};

fn concerns_bureau(facts: &Facts, patch: &Patch) -> bool {
    let of_session = |session: &Session| (session.event, session.bodies.clone(), session.people.clone());
    let of_body = |body: Option<&Body>| body.map(|body| (body.kind, body.parent));
    let of_post = |post: Option<&Post>| post.map(|post| (post.body, post.role, post.kept_for, post.person));
    let region = |person: Option<&Person>| person.map(|person| person.region);
    concerns_kinds(patch)
        || differs::<Session>(patch, |before, after| {
            let meets = |session: Option<&Session>| session.is_some_and(|session| meets_regions(facts, session));
            (meets(before) || meets(after)) && before.map(of_session) != after.map(of_session)
        })
        || differs::<Body>(patch, |before, after| of_body(before) != of_body(after))
        || differs::<Post>(patch, |before, after| of_post(before) != of_post(after))
        || differs::<Person>(patch, |before, after| region(before) != region(after))
}

/// Whether another event is an interregional meeting, or one has other dates.
fn concerns_kinds(patch: &Patch) -> bool {
    let of_event = |event: Option<&Event>| event.map(|event| (event.kind, event.dates));
    differs::<Event>(patch, |before, after| of_event(before) != of_event(after))
}

/// Whether a session belongs to an interregional meeting.
fn meets_regions(facts: &Facts, session: &Session) -> bool {
    facts.events.named(session.event).is_some_and(|event| event.kind == EventKind::InterregionalMeeting)
}

/// Who holds a seat of a bureau: a person, or a post that is still open.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Holder {
    Person(PersonId),
    Open(PostId),
}

/// Whether a body can be the bureau of a meeting at which it is: who takes part there has officers of its own.
fn may_lead(body: &Body) -> bool {
    use BodyKind::{AdvisoryGroup, Delegation, Host, Region, RegionalOrganization, Secretariat};
    !matches!(body.kind, AdvisoryGroup | Delegation | Host | Region | RegionalOrganization | Secretariat)
}

/// The chairs of a meeting, and the vice-chairs with their regions, each once.
fn bureau(case: &Case<'_>, meeting: Slot<Event>) -> (BTreeSet<Holder>, BTreeMap<Holder, Option<BodyId>>) {
    let (mut chairs, mut vice_chairs) = (BTreeSet::new(), BTreeMap::new());
    let region = |person: PersonId| case.facts.people.named(person)?.region;
    let mut bodies: Vec<Slot<Body>> = Vec::new();
    for session in case.facts.of_event(meeting).iter().filter_map(|&slot| case.facts.sessions.get(slot)) {
        let at_it = session.bodies.iter().filter_map(|&id| case.facts.bodies.slot(id));
        bodies.extend(at_it.filter(|&slot| case.facts.bodies.get(slot).is_some_and(|body| may_lead(body))));
        for part in &session.people {
            match part.role {
                Role::Chair => drop(chairs.insert(Holder::Person(part.person))),
                Role::ViceChair => drop(vice_chairs.insert(Holder::Person(part.person), region(part.person))),
                _ => {}
            }
        }
    }
    bodies.sort_unstable();
    bodies.dedup();
    for post in bodies.into_iter().flat_map(|body| case.facts.posts_of(body)) {
        let holder = post.person.map_or(Holder::Open(post.id), Holder::Person);
        match post.role {
            OfficeRole::Chair => drop(chairs.insert(holder)),
            OfficeRole::ViceChair => {
                let of_body = post.kept_for.and_then(|id| case.facts.bodies.named(id)?.stands_for());
                vice_chairs.insert(holder, of_body.or_else(|| region(post.person?)));
            }
            OfficeRole::Secretary | OfficeRole::Spokesperson => {}
        }
    }
    (chairs, vice_chairs)
}

/// The Chair of the conference, who leads both meetings (§4.25); `None` where that is not known.
fn chair_of_conference(case: &Case<'_>) -> Option<PersonId> {
    let bodies = case.facts.bodies_of(BodyKind::Plenary).filter(|(_, body)| body.parent.is_none());
    let posts = bodies.flat_map(|(slot, _)| case.facts.posts_of(slot));
    let mut chairs: Vec<PersonId> =
        posts.filter(|post| post.role == OfficeRole::Chair).filter_map(|post| post.person).collect();
    chairs.sort_unstable();
    chairs.dedup();
    if let [chair] = chairs[..] { Some(chair) } else { None }
}

fn judge_bureau(case: &Case<'_>, report: &mut Report<'_>) {
    let (leads, mut first) = (chair_of_conference(case), None);
    for (slot, meeting) in case.facts.events_of(EventKind::InterregionalMeeting) {
        let (chairs, vice_chairs) = bureau(case, slot);
        let count = |n: usize| Value::Count(i32::try_from(n).unwrap_or(i32::MAX));
        let event = ("event", row(meeting.id));
        if chairs.len() != 1 {
            report.add("finding-irm-chair", Vec::new(), vec![event, ("count", count(chairs.len()))]);
        }
        if let [Holder::Person(chair)] = chairs.iter().copied().collect::<Vec<_>>()[..] {
            let (before, other) = *first.get_or_insert((meeting.id, chair));
            let values = vec![event, ("person", row(chair))];
            match leads {
                Some(leads) if leads != chair => {
                    let values = [values, vec![("leads", row(leads))]].concat();
                    report.add("finding-irm-other-chair", Vec::new(), values);
                }
                None if other != chair => {
                    let values = [values, vec![("before", row(before)), ("leads", row(other))]].concat();
                    report.add("finding-irm-two-chairs", Vec::new(), values);
                }
                _ => {}
            }
        }
        if vice_chairs.is_empty() {
            report.add("finding-irm-no-vice-chairs", Vec::new(), vec![event]);
            continue;
        }
        for (holder, _) in vice_chairs.iter().filter(|(_, region)| region.is_none()) {
            if let Holder::Person(person) = *holder {
                report.add("finding-irm-regionless", Vec::new(), vec![event, ("person", row(person))]);
            }
        }
        let mut numbers: FxHashMap<BodyId, usize> = FxHashMap::default();
        for region in vice_chairs.values().flatten() {
            *numbers.entry(*region).or_default() += 1;
        }
        for (_, region) in case.facts.bodies_of(BodyKind::Region) {
            let number = numbers.get(&region.id).copied().unwrap_or(0);
            if number != 1 {
                let values = vec![event, ("region", row(region.id)), ("count", count(number))];
                report.add("finding-irm-vice-chair", Vec::new(), values);
            }
        }
    }
}

const FROM: usize = 0;
const TO: usize = 1;
const HOURS: &[Number] = &[Number::clock("awake-from", 7, 0), Number::clock("awake-to", 22, 0)];

/// Hours of a meeting at which people in a region sleep.
pub(super) const HOURS_RULE: Rule = Rule {
    name: "irm-hours",
    severity: Severity::Warning,
    numbers: HOURS,
    judge: Judge::Placed(judge_hours),
    obstacles: Some(Against::Starts(obstacles_hours)),
};

fn is_interregional(case: &Case<'_>, event: Slot<Event>) -> bool {
    case.facts.events.get(event).is_some_and(|event| event.kind == EventKind::InterregionalMeeting)
}

/// How many minutes of a session lie outside the hours in which people are awake, on the clock of UTC.
fn asleep(case: &Case<'_>, utc: (i32, i32), zone: crate::model::zone::Tz) -> i32 {
    let awake = |day: i32| {
        let (from, to) = awake(case, day, zone);
        (utc.1.min(to) - utc.0.max(from)).max(0)
    };
    let day = |utc| case.facts.local(utc, zone).div_euclid(DAY);
    utc.1 - utc.0 - (day(utc.0) - 1..=day(utc.1) + 1).map(awake).sum::<i32>()
}

/// From when to when people in a zone are awake on a day, on the clock of UTC.
fn awake(case: &Case<'_>, day: i32, zone: crate::model::zone::Tz) -> (i32, i32) {
    let utc = |minute| case.facts.utc(CivilTime::from_minutes(i64::from(day * DAY + minute)), zone);
    let (from, to) = (utc(case.number(FROM)), utc(case.number(TO)));
    (from, to.max(from))
}

fn judge_hours(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    if !is_interregional(case, entry.event) {
        return;
    }
    for (_, region) in case.facts.bodies_of(BodyKind::Region) {
        // Of several cities the one that sleeps longest.
        let Some(zone) = region.zones().max_by_key(|&zone| asleep(case, entry.utc, zone)) else {
            report.unjudged("finding-region-zone", vec![entry.slot], vec![("region", row(region.id))]);
            continue;
        };
        if asleep(case, entry.utc, zone) > 0 {
            let local = case.facts.local(entry.utc.0, zone).rem_euclid(DAY);
            let values = vec![
                ("region", row(region.id)),
                ("start", Value::Clock(local)),
                ("from", Value::Clock(case.number(FROM))),
                ("to", Value::Clock(case.number(TO))),
            ];
            report.add("finding-irm-hours", vec![entry.slot], values);
        }
    }
}

fn obstacles_hours(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    if !is_interregional(case, moving.event) {
        return;
    }
    let (from, to) = moving.reach_utc(case.facts);
    for (_, region) in case.facts.bodies_of(BodyKind::Region) {
        for zone in region.zones() {
            let (first, last) = (case.facts.local(from, zone), case.facts.local(to, zone));
            for day in first.div_euclid(DAY)..=last.div_euclid(DAY) {
                // The night after the day: from bedtime to the next morning.
                let night = (awake(case, day, zone).1, awake(case, day + 1, zone).0);
                if night.0 < night.1 {
                    for (from, to) in shared::overlapping(case, moving, night) {
                        out.starts(from, to);
                    }
                }
            }
        }
    }
}

/// Both meetings together ask much more of one region than of another.
pub(super) const BALANCE: Rule = Rule {
    name: "irm-balance",
    severity: Severity::Warning,
    numbers: &[
        HOURS_FROM,
        HOURS_TO,
        Number::minutes("balance-mins", 240),
        // How the view of zones counts minutes.
        Number::clock("day-from", 9, 0),
        Number::clock("day-to", 18, 0),
        Number::count("night-weight", 2, (0, 100)),
        Number::count("edge-weight", 1, (0, 100)),
    ],
    judge: Judge::Plan(judge_balance, concerns_balance),
    obstacles: None,
};
const HOURS_FROM: Number = Number::clock("awake-from", 7, 0);
const HOURS_TO: Number = Number::clock("awake-to", 22, 0);
const MOST_DIFFERENCE: usize = 2;

fn concerns_balance(facts: &Facts, patch: &Patch) -> bool {
    let when = |session: &Session| (session.event, session.span(), session.status);
    concerns_kinds(patch)
        || differs::<Session>(patch, |before, after| {
            let meets = |session: Option<&Session>| session.is_some_and(|session| meets_regions(facts, session));
            (meets(before) || meets(after)) && before.map(when) != after.map(when)
        })
}

fn judge_balance(case: &Case<'_>, report: &mut Report<'_>) {
    let mut utc: Vec<(i32, i32)> = Vec::new();
    for (slot, meeting) in case.facts.events_of(EventKind::InterregionalMeeting) {
        let (first, last) = (meeting.dates.span().start.minutes(), meeting.dates.span().end.minutes());
        // Sessions far from the meeting's days are reported as that.
        for track in case.facts.days_of(slot, first - 7 * DAY, last + 7 * DAY) {
            let entries = track.all().iter().filter_map(|busy| case.entry(busy.slot));
            utc.extend(entries.filter(|entry| entry.event == slot).map(|entry| entry.utc));
        }
    }
    if utc.is_empty() {
        return;
    }
    utc.sort_unstable();
    utc.dedup();
    let burden: BTreeMap<BodyId, i32> = case
        .facts
        .bodies_of(BodyKind::Region)
        .filter_map(|(_, region)| Some((region.id, mean(case, region, &utc)?)))
        .collect();
    let (most, least) = (burden.iter().max_by_key(|region| region.1), burden.iter().min_by_key(|region| region.1));
    if let (Some((&most, &much)), Some((&least, &little))) = (most, least)
        && much - little > case.number(MOST_DIFFERENCE)
    {
        let values = vec![
            ("region", row(most)),
            ("much", Value::Minutes(much)),
            ("other", row(least)),
            ("little", Value::Minutes(little)),
            ("most", Value::Minutes(case.number(MOST_DIFFERENCE))),
        ];
        report.add("finding-irm-balance", Vec::new(), values);
    }
}

/// So many minutes the people of a region sleep on average, over its cities; `None` where no clock of it is known.
fn mean(case: &Case<'_>, region: &Body, utc: &[(i32, i32)]) -> Option<i32> {
    let zones: Vec<_> = region.zones().collect();
    let sum: i32 = zones.iter().flat_map(|&zone| utc.iter().map(move |&span| asleep(case, span, zone))).sum();
    sum.checked_div(i32::try_from(zones.len()).ok()?)
}

/// Items of an interregional agenda come from somewhere: an RPM, a Member State, an organization, the BDT (§4.24).
pub(super) const AGENDA: Rule = Rule {
    name: "irm-agenda",
    severity: Severity::Hint,
    numbers: &[],
    judge: Judge::Plan(judge_agenda, concerns_agenda),
    obstacles: None,
};

fn concerns_agenda(facts: &Facts, patch: &Patch) -> bool {
    let of_session = |session: Option<&Session>| session.map(|session| (session.event, session.topics.clone()));
    let is_any = facts.events_of(EventKind::InterregionalMeeting).next().is_some();
    concerns_kinds(patch)
        || is_any
            && (differs::<Session>(patch, |before, after| of_session(before) != of_session(after))
                || patch.changes::<Topic>().next().is_some()
                || patch.changes::<AgendaItem>().next().is_some())
}

fn judge_agenda(case: &Case<'_>, report: &mut Report<'_>) {
    let facts = case.facts;
    for (event, _) in facts.events_of(EventKind::InterregionalMeeting) {
        for &slot in facts.of_event(event) {
            let Some(session) = facts.sessions.get(slot) else { continue };
            for topic in session.topics.iter().filter_map(|&id| facts.topics.named(id)) {
                if topic.region.is_none() && topic.event.is_none() && topic.sources.is_empty() {
                    report.add("finding-irm-agenda", vec![slot], vec![("topic", row(topic.id))]);
                }
            }
        }
    }
    for (_, item) in facts.items.iter() {
        // Of a heading, what stands below it says so.
        let says = item.origin.is_some() || item.kind != ItemKind::Item || item.secs() == 0;
        let slot = facts.sessions.slot(item.session).filter(|_| !says);
        let of_regions = slot.filter(|&slot| facts.sessions.get(slot).is_some_and(|row| meets_regions(facts, row)));
        if let Some(slot) = of_regions {
            report.add("finding-irm-agenda", vec![slot], vec![("topic", row(item.id))]);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Finding;
    use crate::check::Value;
    use crate::check::rule::row;
    use crate::check::tests::{
        Draft, NONE, changed, filled, findings, fixture, id, is_quiet_when_off, is_reported, messages, person, plan,
        region, reports, session, set, with,
    };
    use crate::model::zone::Tz;
    use crate::model::{
        AgendaItem, Body, BodyKind, Event, ItemOrigin, OfficeRole, Person, Post, Rank, Role, Severity, Topic,
    };

    fn online(name: &str, start: &str, mins: i32) -> Draft {
        session(name).event("IRM").at(start, mins)
    }

    #[test]
    fn a_chair_and_a_vice_chair_of_each_region() {
        let from = |plan, name: &str, region: &str| {
            with(plan, Person { region: Some(id(region)), ..person(name, Rank::Other, "") })
        };
        let told = |draft: Draft| {
            let plan = from(from(from(fixture(), "p1", "AMS"), "p2", "ARB"), "p3", "EUR");
            messages("irm-bureau", &filled(plan, [draft]))
        };
        let with_chair = || online("S1", "2025-10-25T12:00", 60).person("chair3", Role::Chair);
        let all = || ["p1", "p2", "p3"].iter().fold(with_chair(), |draft, name| draft.person(name, Role::ViceChair));
        assert!(told(all()).is_empty());
        assert_eq!(told(with_chair()), ["finding-irm-no-vice-chairs"]);
        assert_eq!(told(with_chair().person("p1", Role::ViceChair)), ["finding-irm-vice-chair"; 2]);
        assert_eq!(told(all().person("chair4", Role::Chair)), ["finding-irm-chair"], "two chairs");
        assert!(told(all().person("chair3", Role::Chair)).is_empty(), "the same chair twice is one");
        assert_eq!(told(all().event("E")).len(), 2, "of another event");
        let posts = |posts: Vec<Post>| {
            let plan = posts.into_iter().fold(fixture(), with);
            let cepts = Body { parent: Some(id("EUR")), ..Body::new(id("RTO"), BodyKind::RegionalOrganization) };
            messages("irm-bureau", &filled(with(plan, cepts), [online("S1", "2025-10-25T12:00", 60).body("NOW")]))
        };
        let open = |name: &str, role, kept_for: Option<&str>| Post {
            kept_for: kept_for.map(id),
            ..Post::new(id(name), id("NOW"), role)
        };
        let seats = || {
            let kept = |(at, seat): (usize, &&str)| open(&format!("V{at}"), OfficeRole::ViceChair, Some(seat));
            let vice_chairs = ["AMS", "ARB", "RTO"].iter().enumerate().map(kept);
            vice_chairs.chain([open("C", OfficeRole::Chair, None)]).collect::<Vec<_>>()
        };
        assert!(posts(seats()).is_empty(), "to be designated is no error; an organization stands for its region");
        assert_eq!(posts(seats()[1..].to_vec()), ["finding-irm-vice-chair"], "nobody from the Americas");
        let held = |post: &str, body: &str, person: &str| Post::held(id(post), id(body), OfficeRole::Chair, id(person));
        let led = |person| [seats(), vec![held("C", "NOW", person), held("P", "PL", "chair3")]].concat();
        assert_eq!(posts(led("chair4")), ["finding-irm-other-chair"]);
        assert!(posts(led("chair3")).is_empty(), "the Chair of the conference leads");
        let of_body = online("S1", "2025-10-25T12:00", 60).body("COM3");
        assert_eq!(told(of_body).len(), 4, "the officers of a body count; they are of no region, and that is told");
    }

    #[test]
    fn people_sleep_from_ten_to_seven() {
        // On 25 October: New York is six hours behind Geneva, London one, Riyadh one ahead.
        for (start, mins, asleep) in [
            ("2025-10-25T13:00", 60, 0),
            ("2025-10-25T12:59", 60, 1),
            ("2025-10-25T20:00", 60, 0),
            ("2025-10-25T20:00", 61, 1),
            ("2025-10-25T07:00", 60, 2),
            ("2025-10-25T23:30", 60, 2),
            ("2025-10-25T13:00", 1440, 3),
        ] {
            let plan = plan([online("S1", start, mins)]);
            assert_eq!(reports("irm-hours", &plan).len(), asleep, "{start} {mins}");
        }
        let day = || plan([online("S1", "2025-10-25T13:00", 1440)]);
        let never = set(day(), "irm-hours", None, &[("awake-from", 0), ("awake-to", 1440)]);
        assert_eq!(reports("irm-hours", &never), NONE, "nobody ever sleeps");
        assert!(is_quiet_when_off("irm-hours", &day()));
        assert!(!is_reported("irm-hours", [session("S1").at("19T03:00", 60)]), "of another event");
        let unknown = with(plan([online("S1", "2025-10-25T13:00", 60)]), region("CIS", None));
        assert_eq!(messages("irm-hours", &unknown), ["finding-region-zone"]);
        assert_eq!(findings("irm-hours", &unknown)[0].severity, Severity::Hint);
    }

    #[test]
    fn an_hour_that_comes_twice_is_slept_through_too() {
        // 00:50 to 01:10 UTC: London shows 01:50, and then 01:10.
        let plan =
            changed(plan([online("S1", "2025-10-26T00:50", 20)]), "IRM", |event: &mut Event| event.zone = Tz::UTC);
        let of_london = |finding: &Finding| finding.values[0] == ("region", row(id::<Body>("EUR")));
        assert!(findings("irm-hours", &plan).iter().any(of_london));
    }

    #[test]
    fn no_region_bears_much_more_than_another() {
        // New York sleeps until 13:00 of Geneva; London and Riyadh are awake from 08:00 and 06:00 on.
        let night = |mins: i32| plan([online("S1", "2025-10-25T08:00", mins)]);
        assert_eq!(messages("irm-balance", &night(240)), [""; 0]);
        assert_eq!(messages("irm-balance", &night(241)), ["finding-irm-balance"]);
        let two = [online("S1", "2025-10-25T08:00", 241), online("S2", "2025-10-25T08:00", 241)];
        assert_eq!(
            findings("irm-balance", &plan(two))[0].values[1],
            ("much", Value::Minutes(241)),
            "at once counts once"
        );
        assert!(is_quiet_when_off("irm-balance", &night(241)));
        assert_eq!(messages("irm-balance", &set(night(241), "irm-balance", None, &[("balance-mins", 241)])), [""; 0]);
    }

    #[test]
    fn items_come_from_somewhere() {
        let told = |event, change: fn(&mut Topic)| {
            let plan = plan([session("S1").event(event).topic("T2")]);
            reports("irm-agenda", &changed(plan, "T2", change))
        };
        assert_eq!(told("IRM", |_| ()), [["S1"]]);
        assert_eq!(told("E", |_| ()), NONE);
        assert_eq!(told("IRM", |topic| topic.region = Some(id("ARB"))), NONE);
        assert_eq!(told("IRM", |topic| topic.event = Some(id("E"))), NONE);
        let item = |event: &str, origin| {
            let plan = plan([session("S1").event(event)]);
            let item = AgendaItem { presentation_secs: 600, origin, ..AgendaItem::new(id("I1"), id("S1")) };
            reports("irm-agenda", &with(plan, item))
        };
        assert_eq!(item("IRM", None), [["S1"]]);
        assert_eq!(item("IRM", Some(ItemOrigin::MemberState)), NONE);
        assert_eq!(item("E", None), NONE);
    }
}
