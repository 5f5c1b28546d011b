//! What a delegation can follow of a conference, and what it must miss (C25/30-R §6: small delegations are not to be at a
//! disadvantage): which formal meetings concern it, how many of them are held at once, and who attends which.
//!
//! Who attends follows from the plan; only what was decided by hand is stored ([`Delegate::attends`]). By hand comes first, then
//! what the delegation is interested in, plenary meetings and policy statements, its own region, and all others; of equal ones
//! the longer, then the earlier. A meeting is attended as a whole, by a delegate who is there and free: before others by one who is
//! interested in it, then by the one who sits least that day. What is held only if required does not count.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::states::{named, party_key};
use super::{
    Body, BodyId, BodyKind, CivilTime, Concern, Delegate, DelegateId, EventId, Plan, Session, SessionId, SessionKind,
    Span, Status,
};

impl Concern {
    /// Whom a session concerns: as was said by hand, else by the bodies that meet.
    #[must_use]
    pub fn of(plan: &Plan, session: &Session) -> Self {
        session.concerns.clone().unwrap_or_else(|| Self::by_bodies(plan, session))
    }

    /// Whom a session concerns by the bodies that meet: the widest of what is said of them.
    #[must_use]
    pub fn by_bodies(plan: &Plan, session: &Session) -> Self {
        let regions = drafted_for(plan, session);
        if !regions.is_empty() {
            return Self::Regions(regions);
        }
        let bodies: Vec<&Arc<Body>> = session.bodies.iter().filter_map(|&id| plan.bodies().get(id)).collect();
        let mut found: Option<Self> = None;
        for body in bodies {
            found = match (found, Self::of_body(body)) {
                (Some(Self::All), _) | (_, Self::All) => Some(Self::All),
                (Some(Self::Regions(mut one)), Self::Regions(other)) => {
                    one.extend(other);
                    Some(Self::Regions(one))
                }
                (Some(Self::Regions(one)), _) => Some(Self::Regions(one)),
                (Some(Self::Members), Self::Officers) => Some(Self::Members),
                (_, other) => Some(other),
            };
        }
        found.unwrap_or(Self::All)
    }

    fn of_body(body: &Body) -> Self {
        match body.kind {
            BodyKind::SteeringCommittee => Self::Officers,
            BodyKind::EditorialCommittee => Self::Members,
            BodyKind::Region | BodyKind::RegionalOrganization => {
                body.stands_for().map_or(Self::Members, |region| Self::Regions(vec![region]))
            }
            BodyKind::Secretariat | BodyKind::Host | BodyKind::Delegation => Self::Members,
            _ => Self::All,
        }
    }
}

/// The regions whose texts a drafting group drafts: those of its topics.
fn drafted_for(plan: &Plan, session: &Session) -> Vec<BodyId> {
    let topics = session.topics.iter().filter(|_| session.kind == SessionKind::Drafting);
    let regions: BTreeSet<BodyId> = topics.filter_map(|&id| plan.topics().get(id)?.region).collect();
    regions.into_iter().collect()
}

/// A delegation: one party, and who comes for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Delegation {
    /// For whom it comes, as it is written.
    pub represents: String,
    /// The region it belongs to, where that is known.
    pub region: Option<BodyId>,
    /// Its delegates, in their order.
    pub delegates: Vec<Arc<Delegate>>,
    /// The bodies in which somebody of it holds a post.
    posts: BTreeSet<BodyId>,
}

impl Delegation {
    /// All delegations to an event, by their names.
    #[must_use]
    pub fn all(plan: &Plan, event: EventId) -> Vec<String> {
        let mut found: Vec<(String, &Arc<Delegate>)> = Vec::new();
        for delegate in plan.delegates().iter().filter(|delegate| comes_to(plan, delegate, event)) {
            let key = party_key(&delegate.represents);
            if !found.iter().any(|(known, _)| *known == key) {
                found.push((key, delegate));
            }
        }
        found.sort_by(|one, other| one.0.cmp(&other.0));
        found.into_iter().map(|(_, delegate)| delegate.represents.clone()).collect()
    }

    /// That of a party to an event.
    #[must_use]
    pub fn of(plan: &Plan, event: EventId, represents: &str) -> Self {
        let key = party_key(represents);
        let is_of =
            |delegate: &&Arc<Delegate>| comes_to(plan, delegate, event) && party_key(&delegate.represents) == key;
        let mut delegates: Vec<Arc<Delegate>> = plan.delegates().iter().filter(is_of).cloned().collect();
        delegates.sort_by_key(|delegate| (delegate.order, delegate.id));
        let code = named(represents).map(|state| state.region);
        let is_region = |body: &&Arc<Body>| {
            body.kind == BodyKind::Region
                && (Some(body.id.as_str()) == code
                    || code.is_some_and(|code| body.code.iter().any(|(_, text)| text == code)))
        };
        let region = plan.bodies().iter().find(is_region).map(|body| body.id);
        let speaks_for = |id| plan.people().get(id).is_some_and(|person| party_key(&person.represents) == key);
        let posts = plan.posts().iter().filter(|post| post.person.is_some_and(speaks_for)).map(|post| post.body);
        Self { represents: represents.to_owned(), region, delegates, posts: posts.collect() }
    }

    /// One of so many who are there all the time and are interested in everything alike: a small delegation.
    #[must_use]
    pub fn small(count: usize) -> Self {
        let delegates = (1..=count).map(|at| {
            let id: DelegateId = super::Id::numbered("small-", u32::try_from(at).unwrap_or(u32::MAX), |_| false);
            Arc::new(Delegate::new(id, ""))
        });
        Self { represents: String::new(), region: None, delegates: delegates.collect(), posts: BTreeSet::new() }
    }

    /// What it is interested in: all that any of its delegates is.
    #[must_use]
    pub fn interests(&self) -> Vec<BodyId> {
        let mut all: Vec<BodyId> = Vec::new();
        for &body in self.delegates.iter().flat_map(|delegate| &delegate.interests) {
            if !all.contains(&body) {
                all.push(body);
            }
        }
        all
    }

    /// Whether a meeting that concerns some concerns it.
    fn is_meant(&self, session: &Session, concern: &Concern) -> bool {
        match concern {
            Concern::All => true,
            Concern::Regions(regions) => self.region.is_some_and(|region| regions.contains(&region)),
            Concern::Members => session.bodies.iter().any(|body| self.posts.contains(body)),
            Concern::Officers => !self.posts.is_empty(),
        }
    }
}

fn comes_to(plan: &Plan, delegate: &Delegate, event: EventId) -> bool {
    delegate.event.or_else(|| plan.main_event().map(|event| event.id)) == Some(event)
}

/// A formal meeting, and what a delegation makes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sitting {
    /// The session.
    pub session: SessionId,
    /// When it is, on the clock of the event.
    pub span: Span,
    /// Whom it concerns.
    pub concern: Concern,
    /// Whether it counts for the delegation.
    pub counts: bool,
    /// Whether somebody of the delegation is interested in it.
    pub is_of_interest: bool,
    /// Who attends it, by the place in the delegation, and whether somebody said so.
    pub attended: Option<(usize, bool)>,
    /// Who was sent there by hand and can not come: they are not there, or were sent to another meeting, too. Nobody attends it then.
    pub in_vain: Option<usize>,
}

/// What a delegation can follow.
#[derive(Clone, Debug, PartialEq)]
pub struct Attendance {
    /// The formal meetings of the event, and whatever else is attended by hand, in the order of time.
    pub sittings: Vec<Sitting>,
    /// How many meetings that count are held at once, and how many delegates are there then; stretch by stretch.
    pub at_once: Vec<(Span, usize, usize)>,
}

impl Attendance {
    /// That of a delegation; of all formal meetings where `all_count`, else of those that concern it.
    #[must_use]
    pub fn of(plan: &Plan, event: EventId, delegation: &Delegation, all_count: bool) -> Self {
        let by_hand: BTreeSet<SessionId> =
            delegation.delegates.iter().flat_map(|delegate| delegate.attends.iter().copied()).collect();
        let interests: Vec<Interest> =
            delegation.delegates.iter().map(|row| Interest::of(plan, &row.interests)).collect();
        let mut sittings = Vec::new();
        let mut ranks = Vec::new();
        let held =
            |row: &&Arc<Session>| row.event == event && !matches!(row.status, Status::Cancelled | Status::Reserve);
        for row in plan.sessions().iter().filter(held) {
            let Some(span) = row.span() else { continue };
            let is_by_hand = by_hand.contains(&row.id);
            if !row.kind.is_formal() && !is_by_hand {
                continue;
            }
            let concern = Concern::of(plan, row);
            let is_meant = delegation.is_meant(row, &concern);
            let is_of_interest = interests.iter().any(|interest| interest.holds(plan, row));
            ranks.push(match row.kind {
                _ if is_of_interest => 0,
                SessionKind::Plenary | SessionKind::Statements => 1,
                _ if matches!(concern, Concern::Regions(_)) => 2,
                _ => 3,
            });
            let counts = is_meant || all_count || is_of_interest || is_by_hand;
            sittings.push(Sitting {
                session: row.id,
                span,
                concern,
                counts,
                is_of_interest,
                attended: None,
                in_vain: None,
            });
        }
        let mut found = Self { sittings, at_once: Vec::new() };
        found.share_out(plan, delegation, (&interests, &ranks));
        found.sittings.sort_by_key(|sitting| (sitting.span.start, sitting.span.end, sitting.session));
        found.count(delegation);
        found
    }

    /// Gives each meeting that counts to somebody, where anybody can go.
    fn share_out(&mut self, plan: &Plan, delegation: &Delegation, (interests, ranks): (&[Interest], &[u8])) {
        let mut busy: Vec<Vec<Span>> = vec![Vec::new(); delegation.delegates.len()];
        let mut order: Vec<usize> = (0..self.sittings.len()).collect();
        order.sort_by_key(|&at| {
            let sitting = &self.sittings[at];
            (sitting.span.start, -sitting.span.mins(), sitting.session)
        });
        for &at in &order {
            let sitting = &mut self.sittings[at];
            let chosen = delegation.delegates.iter().position(|row| row.attends.contains(&sitting.session));
            if let Some(at) = chosen {
                let is_there = delegation.delegates[at].is_there(sitting.span.start, sitting.span.end);
                if is_there && !busy[at].iter().any(|span| span.overlaps(sitting.span)) {
                    sitting.attended = Some((at, true));
                    busy[at].push(sitting.span);
                } else {
                    sitting.in_vain = Some(at);
                }
            }
        }
        order.sort_by_key(|&at| {
            let sitting = &self.sittings[at];
            (ranks[at], -sitting.span.mins(), sitting.span.start, sitting.session)
        });
        for at in order {
            let sitting = &mut self.sittings[at];
            if !sitting.counts || sitting.attended.is_some() || sitting.in_vain.is_some() {
                continue;
            }
            let Some(session) = plan.sessions().get(sitting.session) else { continue };
            let is_free = |&place: &usize| {
                delegation.delegates[place].is_there(sitting.span.start, sitting.span.end)
                    && !busy[place].iter().any(|span| span.overlaps(sitting.span))
            };
            let free = (0..busy.len()).filter(is_free);
            let sits = |place: usize, same_day: bool| -> i32 {
                let is_meant = |span: &&Span| !same_day || span.start.date() == sitting.span.start.date();
                busy[place].iter().filter(is_meant).map(|span| span.mins()).sum()
            };
            // Days are shared out evenly.
            let chosen = free.min_by_key(|&place| {
                (!interests[place].holds(plan, session), sits(place, true), sits(place, false), place)
            });
            if let Some(place) = chosen {
                sitting.attended = Some((place, false));
                busy[place].push(sitting.span);
            }
        }
    }

    /// How many are held at once, and how many delegates are there.
    fn count(&mut self, delegation: &Delegation) {
        let counted = || self.sittings.iter().filter(|sitting| sitting.counts).map(|sitting| sitting.span);
        let mut edges: BTreeSet<CivilTime> = counted().flat_map(|span| [span.start, span.end]).collect();
        edges.extend(delegation.delegates.iter().flat_map(|row| row.from.into_iter().chain(row.until)));
        let edges: Vec<CivilTime> = edges.into_iter().collect();
        let mut stretches = vec![0_usize; edges.len()];
        for span in counted() {
            let place = |time: CivilTime| edges.partition_point(|&edge| edge < time);
            stretches[place(span.start)..place(span.end)].iter_mut().for_each(|count| *count += 1);
        }
        let stretches = edges.windows(2).zip(stretches).filter(|&(_, count)| count > 0);
        self.at_once = stretches
            .map(|(pair, count)| {
                let there = delegation.delegates.iter().filter(|row| row.is_there(pair[0], pair[1])).count();
                (Span::new(pair[0], pair[1]), count, there)
            })
            .collect();
    }

    /// What counts and nobody attends.
    pub fn missed(&self) -> impl Iterator<Item = &Sitting> {
        self.sittings.iter().filter(|sitting| sitting.counts && sitting.attended.is_none())
    }

    /// How many minutes that is.
    #[must_use]
    pub fn missed_mins(&self) -> i32 {
        self.missed().map(|sitting| sitting.span.mins()).sum()
    }

    /// What a delegate attends.
    pub fn of_delegate(&self, place: usize) -> impl Iterator<Item = &Sitting> {
        self.sittings.iter().filter(move |sitting| sitting.attended.is_some_and(|(at, _)| at == place))
    }

    /// Who sits elsewhere while a meeting is held: each delegate with the meeting that keeps them, or with none where they
    /// are not there.
    #[must_use]
    pub fn kept_by(&self, delegation: &Delegation, sitting: &Sitting) -> Vec<Option<SessionId>> {
        let keeps = |at: usize| self.of_delegate(at).find(|other| other.span.overlaps(sitting.span));
        (0..delegation.delegates.len()).map(|at| keeps(at).map(|other| other.session)).collect()
    }
}

/// What somebody is interested in, with the bodies below; and regions, whose topics count.
struct Interest {
    bodies: BTreeSet<BodyId>,
    regions: Vec<BodyId>,
}

impl Interest {
    fn of(plan: &Plan, chosen: &[BodyId]) -> Self {
        let mut bodies: BTreeSet<BodyId> = chosen.iter().copied().collect();
        loop {
            let below = |body: &&Arc<Body>| body.parent.is_some_and(|parent| bodies.contains(&parent));
            let more: Vec<BodyId> = plan.bodies().iter().filter(below).map(|body| body.id).collect();
            let known = bodies.len();
            bodies.extend(more);
            if bodies.len() == known {
                break;
            }
        }
        let is_region = |id: &BodyId| plan.bodies().get(*id).is_some_and(|body| body.kind == BodyKind::Region);
        Self { bodies, regions: chosen.iter().copied().filter(is_region).collect() }
    }

    /// Whether it holds for a session: one of the bodies meets, or topics of a region are what it is about. A group that drafts
    /// the texts of another region is none, whatever committee it belongs to.
    fn holds(&self, plan: &Plan, session: &Session) -> bool {
        let chosen = |region: &BodyId| self.regions.contains(region);
        let mut topics = session.topics.iter().filter_map(|&id| plan.topics().get(id)?.region);
        if !self.regions.is_empty() && topics.any(|region| chosen(&region)) {
            return true;
        }
        let meets = session.bodies.iter().any(|body| self.bodies.contains(body));
        meets && drafted_for(plan, session).is_empty()
    }
}
