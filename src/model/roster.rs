//! Which team of interpreters sits when: what needs interpretation, sitting by sitting, what each team does on each day and in
//! each week, and what no team does.
//!
//! A sitting is one team in one part of a day; it may serve two meetings one after the other. Parts are those of the hours of
//! sittings: early is before 09:30, the forenoon ends at 12:30, the afternoon at 17:30. A meeting with several teams is
//! shared by them in equal turns, in the order in which they stand there.

mod limits;

use std::sync::Arc;

use chrono::{Datelike as _, Days, NaiveDate};

use super::{
    CivilTime, DAY_MINS, EventDates, EventId, Language, LanguageSet, Plan, Session, SessionId, Span, Status, Team,
    TeamId, zone,
};

pub use limits::{Breach, Broken, Limits, Served, at_once, days, nights, on_day, sittings_on, weeks};

/// A part of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names are the description")]
pub enum DayPart {
    Early,
    Forenoon,
    Afternoon,
    Evening,
}

impl DayPart {
    /// All of them, in the order of the day.
    pub const ALL: [Self; 4] = [Self::Early, Self::Forenoon, Self::Afternoon, Self::Evening];

    /// That of a minute of a day: what begins in it belongs to it.
    #[must_use]
    pub fn of(minute: i32) -> Self {
        match minute.rem_euclid(DAY_MINS) {
            ..570 => Self::Early,
            570..750 => Self::Forenoon,
            750..1050 => Self::Afternoon,
            _ => Self::Evening,
        }
    }

    /// From when to when it is, in minutes of the day.
    #[must_use]
    pub fn minutes(self) -> (i32, i32) {
        match self {
            Self::Early => (0, 570),
            Self::Forenoon => (570, 750),
            Self::Afternoon => (750, 1050),
            Self::Evening => (1050, DAY_MINS),
        }
    }
}

/// The turn of one of several teams, by its place among them, in `from..to`: they take over from one another.
#[must_use]
pub fn turn((from, to): (i32, i32), at: usize, of: usize) -> (i32, i32) {
    let (at, of) = (i32::try_from(at).unwrap_or(0), i32::try_from(of).unwrap_or(1).max(1));
    let cut = |at: i32| from + (to - from) * at / of;
    (cut(at), cut(at + 1).max(cut(at) + 1))
}

/// Whether it has to be interpreted at its time.
#[must_use]
pub fn needs_team(session: &Session) -> bool {
    session.languages.len() > 1 && session.status != Status::Cancelled && session.placement.is_some()
}

/// A meeting that has to be interpreted.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// Which session.
    pub session: SessionId,
    /// When.
    pub span: Span,
    /// Between which languages.
    pub languages: LanguageSet,
    /// Who interprets, by their places among the teams.
    pub teams: Vec<usize>,
}

impl Meeting {
    /// When one of its teams serves it, in minutes since 1970.
    fn turn_of(&self, team: usize) -> Option<(i32, i32)> {
        let at = self.teams.iter().position(|&one| one == team)?;
        Some(turn((self.span.start.minutes(), self.span.end.minutes()), at, self.teams.len()))
    }
}

/// One team in one part of a day; or meetings that one team could serve, and none does.
#[derive(Clone, Debug, PartialEq)]
pub struct Sitting {
    /// The place of the team.
    pub team: Option<usize>,
    /// On which day.
    pub day: NaiveDate,
    /// In which part of it.
    pub part: DayPart,
    /// The meetings, by their places, in the order of time.
    pub meetings: Vec<usize>,
}

/// How much a team does in a week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// In how many sittings.
    pub sittings: usize,
    /// How many minutes of meetings.
    pub mins: i32,
}

/// Why a team should not take a sitting.
#[derive(Clone, Debug, PartialEq)]
pub enum Against {
    /// It is not there on that day.
    Away,
    /// It does not interpret these languages.
    Languages(LanguageSet),
    /// A limit would be passed.
    Limit(Breach),
}

/// The roster of an event, worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct Roster {
    /// Of which event.
    pub event: EventId,
    /// The days of the event.
    pub days: Vec<NaiveDate>,
    /// The teams, in their order.
    pub teams: Vec<Arc<Team>>,
    /// Everything that has to be interpreted, in the order of time.
    pub meetings: Vec<Meeting>,
    /// All sittings: team by team in the order of time, then those without one.
    pub sittings: Vec<Sitting>,
    /// By team, what it serves at other events of the plan, on the clock of this one, in the order of time. These are no
    /// meetings of this roster: their numbers come after those.
    pub elsewhere: Vec<Vec<Served<usize>>>,
    /// By team, which limits it passes with meetings of this roster.
    pub broken: Vec<Vec<Broken<usize>>>,
    /// What a team can carry.
    pub limits: Limits,
}

/// Events of more days show only those with meetings.
const MOST_DAYS: i32 = 62;

/// The events with something to interpret, in the order of time.
#[must_use]
pub fn events(plan: &Plan) -> Vec<EventId> {
    let mut first: std::collections::BTreeMap<EventId, CivilTime> = std::collections::BTreeMap::new();
    for session in plan.sessions().iter().filter(|session| needs_team(session)) {
        if let Some(span) = session.span() {
            let known = first.entry(session.event).or_insert(span.start);
            *known = span.start.min(*known);
        }
    }
    let mut all: Vec<(CivilTime, EventId)> = first.into_iter().map(|(event, start)| (start, event)).collect();
    all.sort_unstable();
    all.into_iter().map(|(_, event)| event).collect()
}

/// The teams in their order.
#[must_use]
pub fn teams(plan: &Plan) -> Vec<Arc<Team>> {
    let mut teams: Vec<Arc<Team>> = plan.teams().iter().map(Arc::clone).collect();
    teams.sort_by_key(|team| (team.order, team.id));
    teams
}

/// The Monday of the week of a day.
#[must_use]
pub fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}

impl Roster {
    /// That of an event.
    #[must_use]
    pub fn of(plan: &Plan, event: EventId, limits: Limits) -> Self {
        let teams = teams(plan);
        let place = |id: &TeamId| teams.iter().position(|team| team.id == *id);
        let own = plan.sessions().iter().filter(|session| session.event == event && needs_team(session));
        let meeting = |session: &Arc<Session>| {
            let teams = session.teams.iter().filter_map(place).collect();
            Some(Meeting { session: session.id, span: session.span()?, languages: session.languages, teams })
        };
        let mut meetings: Vec<Meeting> = own.filter_map(meeting).collect();
        meetings.sort_by_key(|meeting| (meeting.span.start, meeting.span.end, meeting.session));
        let days = days_of(plan, event, &meetings);
        let elsewhere = elsewhere(plan, event, &teams, meetings.len());
        let (sittings, broken) = (Vec::new(), Vec::new());
        let mut roster = Self { event, days, teams, meetings, sittings, elsewhere, broken, limits };
        for team in 0..roster.teams.len() {
            roster.sittings.extend(sittings_of(&roster.served(team), Some(team)));
            let mut broken = limits.broken(&roster.with_elsewhere(team, roster.served(team)));
            for one in &mut broken {
                one.what.retain(|&at| at < roster.meetings.len());
            }
            broken.retain(|one| !one.what.is_empty());
            roster.broken.push(broken);
        }
        let gaps = roster.without();
        roster.sittings.extend(gaps);
        roster
    }

    /// What a team serves here and at other events, in the order of time.
    fn with_elsewhere(&self, team: usize, mut served: Vec<Served<usize>>) -> Vec<Served<usize>> {
        served.extend(self.elsewhere.get(team).into_iter().flatten());
        served.sort_by_key(|one| (one.from, one.to, one.what));
        served
    }

    /// What a team serves at this event, in the order of time.
    #[must_use]
    pub fn served(&self, team: usize) -> Vec<Served<usize>> {
        let own = self.meetings.iter().enumerate().filter_map(|(at, meeting)| {
            let (from, to) = meeting.turn_of(team)?;
            Some(Served { from, to, ..self.whole(at) })
        });
        let mut served: Vec<_> = own.collect();
        served.sort_by_key(|one| (one.from, one.to, one.what));
        served
    }

    /// Meetings without a team, in as few sittings as they need.
    fn without(&self) -> Vec<Sitting> {
        let open = self.meetings.iter().enumerate().filter(|(_, meeting)| meeting.teams.is_empty());
        let mut sittings: Vec<Sitting> = Vec::new();
        for (at, meeting) in open {
            let (day, part) = (meeting.span.start.date(), DayPart::of(meeting.span.start.minute_of_day()));
            let goes_on = |sitting: &&mut Sitting| {
                let ends = |at: &usize| self.meetings[*at].span.end <= meeting.span.start;
                let first = sitting.meetings.first().map(|&at| self.meetings[at].span.start);
                (sitting.day, sitting.part) == (day, part)
                    && sitting.meetings.iter().all(ends)
                    && first.is_some_and(|first| meeting.span.end.mins_since(first) <= self.limits.longest_mins)
            };
            match sittings.iter_mut().find(goes_on) {
                Some(sitting) => sitting.meetings.push(at),
                None => sittings.push(Sitting { team: None, day, part, meetings: vec![at] }),
            }
        }
        sittings.sort_by_key(|sitting| sitting.meetings[0]);
        sittings
    }

    /// The sittings of a team, or those without one, in a part of a day.
    pub fn cell(&self, team: Option<usize>, day: NaiveDate, part: DayPart) -> impl Iterator<Item = (usize, &Sitting)> {
        let all = self.sittings.iter().enumerate();
        all.filter(move |(_, one)| (one.team, one.day, one.part) == (team, day, part))
    }

    /// The sittings without a team.
    pub fn gaps(&self) -> impl Iterator<Item = &Sitting> {
        self.sittings.iter().filter(|sitting| sitting.team.is_none())
    }

    /// How long the meetings of a sitting are together, in minutes.
    #[must_use]
    pub fn mins(&self, sitting: &Sitting) -> i32 {
        let of = |&at: &usize| {
            let turn = sitting.team.and_then(|team| self.meetings[at].turn_of(team));
            turn.map_or_else(|| self.meetings[at].span.mins(), |(from, to)| to - from)
        };
        sitting.meetings.iter().map(of).sum()
    }

    /// From when to when a sitting is.
    #[must_use]
    pub fn span(&self, sitting: &Sitting) -> Option<Span> {
        sitting.meetings.iter().map(|&at| self.meetings[at].span).reduce(Span::hull)
    }

    /// The sessions of a sitting.
    #[must_use]
    pub fn sessions(&self, sitting: &Sitting) -> Vec<SessionId> {
        sitting.meetings.iter().map(|&at| self.meetings[at].session).collect()
    }

    /// What a team does in the week of this Monday, at whatever event; with `None`, what no team does at this one.
    #[must_use]
    pub fn load(&self, team: Option<usize>, week: NaiveDate) -> Load {
        if let Some(team) = team {
            return load_of(self.with_elsewhere(team, self.served(team)), week);
        }
        let own = self.sittings.iter().filter(|sitting| sitting.team == team && monday(sitting.day) == week);
        own.fold(Load::default(), |load, sitting| Load {
            sittings: load.sittings + 1,
            mins: load.mins + self.mins(sitting),
        })
    }

    /// The Mondays of the weeks with days of the event.
    #[must_use]
    pub fn weeks(&self) -> Vec<NaiveDate> {
        let mut weeks: Vec<NaiveDate> = self.meetings.iter().map(|meeting| monday(meeting.span.start.date())).collect();
        weeks.dedup();
        weeks
    }

    /// How many teams are needed at once in a part of a day: by what begins in it, and by what goes on in it.
    #[must_use]
    pub fn needed(&self, day: NaiveDate, part: DayPart) -> usize {
        let midnight = CivilTime::midnight(day).minutes();
        let (from, to) = part.minutes();
        let (from, to) = (midnight + from, midnight + to);
        let minutes = |span: Span| (span.start.minutes(), span.end.minutes());
        let spans = self.meetings.iter().map(|meeting| minutes(meeting.span));
        let own: Vec<(i32, i32)> = spans.filter(|span| span.0 < to && from < span.1).collect();
        let at_once = |minute: i32| own.iter().filter(|span| span.0 <= minute && minute < span.1).count();
        own.iter().map(|span| at_once(span.0.max(from))).max().unwrap_or(0)
    }

    /// All that speaks against the team of a sitting, as it stands: what can not be comes before what should not.
    #[must_use]
    pub fn against(&self, sitting: &Sitting) -> Vec<Against> {
        let Some((team, row)) = sitting.team.and_then(|team| Some((team, self.teams.get(team)?))) else {
            return Vec::new();
        };
        let new: Vec<&Meeting> = sitting.meetings.iter().filter_map(|&at| self.meetings.get(at)).collect();
        // A limit stands where it becomes too much: on the last sitting.
        let own = self.broken.get(team).into_iter().flatten();
        let own = own.filter(|one| one.what.last().is_some_and(|at| sitting.meetings.contains(at)));
        impossible(row, &new).into_iter().chain(own.map(|one| Against::Limit(one.breach))).collect()
    }

    /// How many teams are there on a day.
    #[must_use]
    pub fn there(&self, day: NaiveDate) -> usize {
        self.teams.iter().filter(|team| team.is_there(day)).count()
    }

    /// A meeting as a team serves it that has all of it.
    #[must_use]
    pub fn whole(&self, meeting: usize) -> Served<usize> {
        let row = &self.meetings[meeting];
        let (from, to) = (row.span.start.minutes(), row.span.end.minutes());
        Served { from, to, day: from.div_euclid(DAY_MINS), what: meeting }
    }

    /// What a team would do in that week if it served these meetings too.
    ///
    /// # Errors
    /// The first thing that speaks against it: what can not be comes before what should not.
    pub fn fits(&self, team: usize, meetings: &[usize]) -> Result<Load, Against> {
        self.fits_beside(team, self.served(team), meetings)
    }

    /// The same, where the team serves this already.
    ///
    /// # Errors
    /// The same.
    pub fn fits_beside(&self, team: usize, served: Vec<Served<usize>>, meetings: &[usize]) -> Result<Load, Against> {
        let row = &self.teams[team];
        let new: Vec<&Meeting> = meetings.iter().filter_map(|&at| self.meetings.get(at)).collect();
        if let Some(against) = impossible(row, &new) {
            return Err(against);
        }
        let mut served = self.with_elsewhere(team, served);
        served.retain(|one| !meetings.contains(&one.what));
        served.extend(meetings.iter().map(|&at| self.whole(at)));
        served.sort_by_key(|one| (one.from, one.to, one.what));
        let is_new = |broken: &Broken<usize>| broken.what.iter().any(|at| meetings.contains(at));
        if let Some(broken) = self.limits.broken(&served).into_iter().find(is_new) {
            return Err(Against::Limit(broken.breach));
        }
        let week = new.first().map(|meeting| monday(meeting.span.start.date()));
        Ok(week.map_or_else(Load::default, |week| load_of(served, week)))
    }
}

/// Why a team can not take meetings at all.
fn impossible(team: &Team, meetings: &[&Meeting]) -> Option<Against> {
    if meetings.iter().any(|meeting| !team.is_there(meeting.span.start.date())) {
        return Some(Against::Away);
    }
    let lacks = |language: &Language| !team.languages.contains(*language);
    let lacking: LanguageSet = meetings.iter().flat_map(|meeting| meeting.languages.iter()).filter(lacks).collect();
    (!lacking.is_empty()).then_some(Against::Languages(lacking))
}

/// What is served in the week of this Monday.
fn load_of(served: Vec<Served<usize>>, week: NaiveDate) -> Load {
    let in_week: Vec<_> = served.into_iter().filter(|one| monday(one.date()) == week).collect();
    let mins = in_week.iter().map(|one| one.to - one.from).sum();
    Load { sittings: days(&in_week).map(sittings_on).sum(), mins }
}

/// What each team serves at other events, on the clock of one; numbered from `first` on.
fn elsewhere(plan: &Plan, event: EventId, teams: &[Arc<Team>], first: usize) -> Vec<Vec<Served<usize>>> {
    let mut all: Vec<Vec<Served<usize>>> = vec![Vec::new(); teams.len()];
    let Some(clock) = plan.events().get(event).map(|event| event.zone) else { return all };
    let others = plan
        .sessions()
        .iter()
        .filter(|session| session.event != event && !session.teams.is_empty() && needs_team(session));
    for (what, session) in (first..).zip(others) {
        let (Some(span), Some(other)) = (session.span(), plan.events().get(session.event)) else { continue };
        let local = |time: CivilTime| {
            let there = (other.zone != clock).then(|| zone::civil_at(zone::moment(time, other.zone), clock)).flatten();
            there.map_or(time, |(time, _)| time).minutes()
        };
        let whole = (local(span.start), local(span.end));
        for (at, id) in session.teams.iter().enumerate() {
            if let Some(team) = teams.iter().position(|team| team.id == *id) {
                let (from, to) = turn(whole, at, session.teams.len());
                all[team].push(Served { from, to, day: from.div_euclid(DAY_MINS), what });
            }
        }
    }
    all
}

/// The sittings of one team.
fn sittings_of(served: &[Served<usize>], team: Option<usize>) -> Vec<Sitting> {
    let same = |one: &Served<usize>, other: &Served<usize>| (one.day, one.part()) == (other.day, other.part());
    let sitting = |together: &[Served<usize>]| Sitting {
        team,
        day: together[0].date(),
        part: together[0].part(),
        meetings: together.iter().map(|one| one.what).collect(),
    };
    served.chunk_by(same).map(sitting).collect()
}

/// The days of an event, and those outside of it on which it meets.
fn days_of(plan: &Plan, event: EventId, meetings: &[Meeting]) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> = meetings.iter().map(|meeting| meeting.span.start.date()).collect();
    if let Some(dates) = plan.events().get(event).map(|event| event.dates)
        && matches!(dates, EventDates::Days { .. })
        && dates.len_days() <= MOST_DAYS
    {
        let (first, last) = dates.first_and_last();
        days.extend(first.iter_days().take_while(|day| *day <= last));
    }
    days.sort_unstable();
    days.dedup();
    days
}

#[cfg(test)]
mod tests;
