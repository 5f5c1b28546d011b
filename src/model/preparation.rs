//! The road to the conference: what is done, late and at risk, how many days lie between a step and the one that waits for
//! it, and the days that are counted from other events. Nothing of it is stored but the days that are counted.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{
    BodyId, Change, CountsFrom, Designation, DocumentKind, Event, EventDates, EventId, EventKind, Patch, Plan, Post,
    StepState,
};

/// What is known of the preparation on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preparation {
    /// Every event but days off.
    pub steps: BTreeMap<EventId, Step>,
    /// What waits for what, in the order of the days on which it begins.
    pub links: Vec<Link>,
}

/// What is known of one step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// How far it has come: as was said, or done where its report or decision is there.
    pub state: Option<StepState>,
    /// By how many days its last day has passed without its result; `None` where it has not, or is done.
    pub late_days: Option<i64>,
    /// Why it may be late; empty where it is done.
    pub risks: Vec<Risk>,
    /// Whether it waits for itself, or is counted from itself, directly or in a circle.
    pub is_circular: bool,
}

impl Step {
    /// Whether its result is there.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.state == Some(StepState::Done)
    }

    /// Whether its day has passed, and its result is not there.
    #[must_use]
    pub fn is_late(&self) -> bool {
        self.late_days.is_some()
    }

    /// Whether it may be late, and is not yet.
    #[must_use]
    pub fn is_at_risk(&self) -> bool {
        !self.risks.is_empty() && !self.is_late()
    }
}

/// Why a step may be late.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Risk {
    /// What it waits for is late.
    WaitsForLate(EventId),
    /// What it waits for is not done, and no day lies between the two.
    NoSlack(EventId),
    /// A step of this planning area is late.
    LateStep(EventId),
    /// So many posts of the body that leads it are open or not confirmed.
    Bureau(BodyId, usize),
}

/// One event that waits for another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// What comes first.
    pub before: EventId,
    /// What waits for it.
    pub event: EventId,
    /// How many days lie from the last day of the one to the first day of the other; `None` where these are not known.
    pub slack: Option<i64>,
}

impl Preparation {
    /// What is known on a day; without one, nothing is late.
    #[must_use]
    pub fn of(plan: &Plan, today: Option<NaiveDate>) -> Self {
        let circular = circular(plan.events().iter().map(|event| &**event));
        let results: BTreeSet<EventId> = plan
            .documents()
            .iter()
            .filter(|document| document.issued.is_some() && document.kind.is_some_and(DocumentKind::is_result))
            .filter_map(|document| document.event)
            .collect();
        let mut steps: BTreeMap<EventId, Step> = BTreeMap::new();
        for event in plan.events().iter().filter(|event| event.kind != EventKind::Holiday) {
            let result = results.contains(&event.id).then_some(StepState::Done);
            let state = event.state.or(result);
            let late_days = today.filter(|_| state != Some(StepState::Done)).and_then(|day| late_days(event, day));
            steps.insert(
                event.id,
                Step { state, late_days, risks: Vec::new(), is_circular: circular.contains(&event.id) },
            );
        }
        let links = links(plan);
        let mut risks: BTreeMap<EventId, Vec<Risk>> = BTreeMap::new();
        for link in &links {
            let Some(before) = steps.get(&link.before).filter(|before| !before.is_done()) else { continue };
            let found = risks.entry(link.event).or_default();
            if before.is_late() {
                found.push(Risk::WaitsForLate(link.before));
            } else if link.slack.is_some_and(|slack| slack <= 0) {
                found.push(Risk::NoSlack(link.before));
            }
        }
        for event in plan.events().iter().filter(|event| steps.get(&event.id).is_some_and(Step::is_late)) {
            for &area in &event.areas {
                risks.entry(area).or_default().push(Risk::LateStep(event.id));
            }
        }
        for (event, body) in bureaus(plan) {
            let open = plan.posts().iter().filter(|post| post.body == body && is_unsettled(post)).count();
            if open > 0 {
                risks.entry(event).or_default().push(Risk::Bureau(body, open));
            }
        }
        for (id, mut found) in risks {
            if let Some(step) = steps.get_mut(&id).filter(|step| !step.is_done()) {
                found.sort_unstable();
                step.risks = found;
            }
        }
        Self { steps, links }
    }

    /// Everything that an event waits for, directly or through others, in the order of the days, and the event itself.
    #[must_use]
    pub fn chain(&self, plan: &Plan, event: EventId) -> Vec<EventId> {
        let mut found = BTreeSet::from([event]);
        let mut sought = vec![event];
        while let Some(id) = sought.pop() {
            let before = self.links.iter().filter(|link| link.event == id).map(|link| link.before);
            sought.extend(before.filter(|&before| found.insert(before)));
        }
        let first = |id: EventId| plan.events().get(id).map(|event| event.dates.first_and_last().0);
        let waits =
            |one: EventId, other: EventId| self.links.iter().any(|link| (link.event, link.before) == (one, other));
        let mut chain: Vec<EventId> = found.into_iter().collect();
        // Of two that begin on one day, the one that the other waits for comes first.
        chain.sort_by(|&one, &other| {
            let order = first(one).cmp(&first(other));
            order.then_with(|| waits(one, other).cmp(&waits(other, one))).then(one.cmp(&other))
        });
        chain
    }

    /// How many steps are late, and how many more are at risk.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let late = self.steps.values().filter(|step| step.is_late()).count();
        (late, self.steps.values().filter(|step| step.is_at_risk()).count())
    }
}

/// The events whose days are counted from an event, in the order of their days.
#[must_use]
pub fn counted_from(plan: &Plan, event: EventId) -> Vec<EventId> {
    let mut found: Vec<(EventDates, EventId)> = plan
        .events()
        .iter()
        .filter(|other| other.counts_from.is_some_and(|counts| counts.event == event))
        .map(|other| (other.dates, other.id))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, id)| id).collect()
}

fn is_unsettled(post: &Post) -> bool {
    post.is_open() || post.designation != Designation::Confirmed
}

fn late_days(event: &Event, today: NaiveDate) -> Option<i64> {
    let EventDates::Days { last, .. } = event.dates else { return None };
    Some(today.signed_duration_since(last).num_days()).filter(|&days| days > 0)
}

/// What waits for what.
fn links(plan: &Plan) -> Vec<Link> {
    let mut links: Vec<(NaiveDate, Link)> = Vec::new();
    for event in plan.events().iter() {
        let first = event.dates.first_and_last().0;
        for before in event.after.iter().filter_map(|&id| plan.events().get(id)) {
            let slack = match (before.dates, event.dates) {
                (EventDates::Days { last, .. }, EventDates::Days { first, .. }) => {
                    Some(first.signed_duration_since(last).num_days())
                }
                _ => None,
            };
            links.push((first, Link { before: before.id, event: event.id, slack }));
        }
    }
    links.sort_by_key(|(first, link)| (*first, link.event, link.before));
    links.into_iter().map(|(_, link)| link).collect()
}

/// The body that leads an event: the one that meets at all of its sessions.
fn bureaus(plan: &Plan) -> BTreeMap<EventId, BodyId> {
    let mut leading: BTreeMap<EventId, BTreeSet<BodyId>> = BTreeMap::new();
    for session in plan.sessions().iter() {
        let bodies: BTreeSet<BodyId> = session.bodies.iter().copied().collect();
        leading
            .entry(session.event)
            .and_modify(|known| known.retain(|body| bodies.contains(body)))
            .or_insert_with(|| bodies.clone());
    }
    leading.into_iter().filter_map(|(event, bodies)| Some((event, bodies.into_iter().next()?))).collect()
}

/// The events that wait for themselves or are counted from themselves, directly or in a circle: all that is left when those
/// at the beginnings are taken away, and then those at the ends.
#[must_use]
pub fn circular<'a>(events: impl Iterator<Item = &'a Event>) -> BTreeSet<EventId> {
    let mut leads: BTreeMap<EventId, BTreeSet<EventId>> = BTreeMap::new();
    for event in events {
        let before = event.after.iter().copied().chain(event.counts_from.map(|counts| counts.event));
        leads.insert(event.id, before.collect());
    }
    without_ends(&mut leads);
    let mut back: BTreeMap<EventId, BTreeSet<EventId>> = leads.keys().map(|&id| (id, BTreeSet::new())).collect();
    for (&event, before) in &leads {
        for id in before {
            if let Some(after) = back.get_mut(id) {
                after.insert(event);
            }
        }
    }
    without_ends(&mut back);
    back.into_keys().collect()
}

/// Takes away whatever leads nowhere, until all that is left leads somewhere.
fn without_ends(leads: &mut BTreeMap<EventId, BTreeSet<EventId>>) {
    loop {
        let ends: BTreeSet<EventId> = leads.iter().filter(|(_, to)| to.is_empty()).map(|(&id, _)| id).collect();
        if ends.is_empty() {
            return;
        }
        leads.retain(|id, _| !ends.contains(id));
        for to in leads.values_mut() {
            to.retain(|id| !ends.contains(id));
        }
    }
}

impl Patch {
    /// Lets days that are counted from other events follow these. What is put on another day by hand stays there, and counts
    /// so many days from then on; what counts from itself stays where it is.
    pub fn settle_days(&mut self, plan: &Plan) {
        let changed: Vec<(EventId, Change<Event>)> =
            self.changes::<Event>().map(|(id, change)| (id, change.clone())).collect();
        let ids = |differs: fn(&Change<Event>) -> bool| -> BTreeSet<EventId> {
            changed.iter().filter(|(_, change)| differs(change)).map(|&(id, _)| id).collect()
        };
        let mut moved = ids(|change| change.differs(|event| event.dates));
        let recounted = ids(|change| change.differs(|event| event.counts_from));
        for after in changed.iter().filter_map(|(_, change)| change.after.as_deref()) {
            let Some(counts) = after.counts_from.filter(|counts| !moved.contains(&counts.event)) else { continue };
            let is_by_hand = moved.contains(&after.id) && !recounted.contains(&after.id);
            let anchor = self.after(plan, counts.event).filter(|_| is_by_hand).map(|event| event.dates);
            if let Some(days) = anchor.and_then(|dates| days_apart(counts, dates, after.dates)) {
                self.put(plan, Event { counts_from: Some(CountsFrom { days, ..counts }), ..after.clone() });
            }
        }
        if moved.is_empty() && recounted.is_empty() {
            return;
        }
        let counting = self.counting(plan);
        // Each round brings those along that count from what moved in the one before.
        for _ in 0..counting.len() {
            let mut is_settled = true;
            for (&id, &counts) in &counting {
                if !moved.contains(&counts.event) && !recounted.contains(&id) {
                    continue;
                }
                if let Some(event) = self.on_its_day(plan, id, counts) {
                    self.put(plan, event);
                    moved.insert(id);
                    is_settled = false;
                }
            }
            if is_settled {
                break;
            }
        }
    }

    /// The events that count from others after this patch, but those that count from themselves.
    fn counting(&self, plan: &Plan) -> BTreeMap<EventId, CountsFrom> {
        let ids = plan.events().ids().chain(self.changes::<Event>().map(|(id, _)| id));
        let counts = |id: EventId| Some((id, self.after(plan, id)?.counts_from?));
        let counting: BTreeMap<EventId, CountsFrom> = ids.filter_map(counts).collect();
        let is_free = |id: EventId| {
            let mut at = id;
            for _ in 0..counting.len() {
                match counting.get(&at) {
                    Some(counts) if counts.event == id => return false,
                    Some(counts) => at = counts.event,
                    None => return true,
                }
            }
            false
        };
        counting.iter().filter(|&(&id, _)| is_free(id)).map(|(&id, &counts)| (id, counts)).collect()
    }

    /// An event on the day that it counts; `None` where it is there.
    fn on_its_day(&self, plan: &Plan, id: EventId, counts: CountsFrom) -> Option<Event> {
        let event = self.after(plan, id)?;
        let day = counts.day(self.after(plan, counts.event)?.dates)?;
        let more = match event.dates {
            EventDates::Days { .. } => event.dates.len_days() - 1,
            EventDates::Year(_) => 0,
        };
        let last = day.checked_add_signed(chrono::Duration::days(more.into()))?;
        let dates = EventDates::Days { first: day, last };
        (dates != event.dates).then(|| Event { dates, ..Event::clone(event) })
    }
}

/// How many days lie between the day that is counted from and the first one of some dates.
fn days_apart(counts: CountsFrom, from: EventDates, dates: EventDates) -> Option<i32> {
    let start = CountsFrom { days: 0, ..counts }.day(from)?;
    let EventDates::Days { first, .. } = dates else { return None };
    i32::try_from(first.signed_duration_since(start).num_days()).ok()
}
