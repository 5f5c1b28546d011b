//! All rules on one plan, kept up to date step by step.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use chrono::NaiveDate;

use crate::model::{BodyId, PersonId, Plan, RowId, Session, SessionId, Severity, WaiverId};

use super::facts::{Facts, Parts, monday_of};
use super::finding::{Finding, Value};
use super::reported::Reported;
use super::rows::Slot;
use super::rule::{Case, Day, Judge, Judged, Kept, Report, RuleSet, Sort, Week};
use super::rules::{RULES, meets_once};
use super::settings::{Problem, RuleSettings};
use super::waivers::Waivers;
use super::walk::work;

/// The findings of a plan. They follow the plan patch by patch, and can tell what a patch would do.
///
/// It can be sent to another thread; a clone takes about a third of the time of judging from scratch.
#[derive(Clone, Debug, Default)]
pub struct Checker {
    pub(super) facts: Facts,
    pub(super) settings: RuleSettings,
    /// The rules that are not off, by the sort of what they look at.
    pub(super) active: [RuleSet; Sort::COUNT],
    pub(super) reported: Reported,
    pub(super) waivers: Waivers,
    pub(super) version: u64,
}

impl Checker {
    /// Judges a plan from scratch.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let mut checker = Self {
            facts: Facts::new(plan),
            settings: RuleSettings::new(plan),
            waivers: Waivers::new(plan),
            ..Self::default()
        };
        for (index, rule) in RULES.iter().enumerate() {
            if checker.settings.severity(index) != Severity::Off {
                checker.active[rule.judge.sort() as usize].add(index);
            }
        }
        let mut reported = Reported::default();
        let mut kept = Vec::new();
        checker.for_each_judged(|judged| {
            checker.judge(judged, checker.rules_for(judged), &mut kept);
            reported.enter(judged, std::mem::take(&mut kept));
        });
        // All of it is new, which nobody needs to be told.
        let _ = reported.take_changes();
        checker.reported = reported;
        checker
    }

    /// A number that is another one whenever the findings or their order are: while it stays, what was made of the
    /// findings of this checker holds.
    #[must_use]
    pub fn version(&self) -> u64 {
        self.version
    }

    /// Every finding, waived ones too, in no order.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.reported.iter().map(|kept| &kept.finding)
    }

    /// Every finding, waived ones too: the worst first, then in the order of the rules, then by time.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Finding> {
        let key = |kept: &Kept| {
            let start = kept.sessions.first().and_then(|&slot| self.facts.entry(slot)).map(|entry| entry.utc.0);
            // What is said about the settings themselves comes first.
            (std::cmp::Reverse(kept.finding.severity), (kept.rule < RULES.len()).then_some(kept.rule), start)
        };
        let mut findings: Vec<_> = self.reported.iter().map(|kept| (key(kept), &kept.finding)).collect();
        findings.sort_unstable_by_key(|one| one.0);
        // Writing them all down only to sort them would take longer than all else.
        for same in findings.chunk_by_mut(|one, other| one.0 == other.0) {
            if same.len() > 1 {
                same.sort_by_cached_key(|one| one.1.written());
            }
        }
        findings.into_iter().map(|one| one.1).collect()
    }

    /// The worst open finding that names a session; `Off` where there is none.
    #[must_use]
    pub fn mark(&self, id: SessionId) -> Severity {
        self.facts.sessions.slot(id).map_or(Severity::Off, |slot| self.reported.mark(slot))
    }

    /// The worst open finding that says something of a day and names no session, so that no session is marked with it;
    /// `Off` where there is none.
    #[must_use]
    pub fn mark_of_day(&self, date: NaiveDate) -> Severity {
        self.reported.mark_of_day(date)
    }

    /// The open findings that name a session, the worst first.
    #[must_use]
    pub fn of_session(&self, id: SessionId) -> Vec<&Finding> {
        let Some(slot) = self.facts.sessions.slot(id) else { return Vec::new() };
        if self.reported.mark(slot) == Severity::Off {
            return Vec::new();
        }
        // What names it has looked at it.
        let all = self.judged_with(slot).into_iter().flat_map(|judged| self.reported.of(judged));
        let of_it = all.filter(|kept| kept.finding.is_open() && kept.sessions.contains(&slot));
        let mut findings: Vec<&Finding> = of_it.map(|kept| &kept.finding).collect();
        findings.sort_by_cached_key(|finding| (std::cmp::Reverse(finding.severity), finding.written()));
        findings
    }

    /// How many open findings there are of each severity, by `Severity as usize`, and how many waived ones at the end.
    #[must_use]
    pub fn counts(&self) -> [usize; 5] {
        self.reported.counts()
    }

    /// The waivers whose findings have gone or say something else now.
    #[must_use]
    pub fn lapsed_waivers(&self, plan: &Plan) -> Vec<WaiverId> {
        plan.waivers().ids().filter(|&id| !self.reported.holds(id)).collect()
    }

    /// What a waiver of a finding holds: what it says, in days of the calendar and in days counted from the first one of its
    /// event, where it has one.
    #[must_use]
    pub fn accepted(&self, finding: &Finding) -> String {
        let facts = finding.facts();
        match first_day(&self.facts, finding).map(|first| finding.facts_from(first)) {
            Some(moved) if moved != facts => format!("{facts} {moved}"),
            _ => facts,
        }
    }

    /// Who can not be anywhere else while a session is held: the bodies that meet in one place, and people.
    #[must_use]
    pub fn needed(&self, session: &Session) -> (Vec<BodyId>, Vec<PersonId>) {
        let mut parts = Parts::default();
        self.facts.parts(session, &mut parts);
        let bodies = parts.bodies.iter().filter_map(|&slot| self.facts.bodies.get(slot));
        let people = parts.people.iter().filter_map(|&slot| self.facts.people.get(slot));
        (bodies.filter(|body| meets_once(body)).map(|body| body.id).collect(), people.map(|person| person.id).collect())
    }

    /// The end of the session before and the start of the one after, of any body of a session, on its event's clock.
    #[must_use]
    pub fn neighbours(&self, session: &Session, away: &[SessionId]) -> (i32, i32) {
        let (mut low, mut high) = (i32::MIN, i32::MAX);
        let Some(at) = &session.placement else { return (low, high) };
        let bodies = session.bodies.iter().filter_map(|&body| self.facts.bodies.slot(body));
        let others = bodies.filter_map(|body| self.facts.of_body(body)).flat_map(|track| track.all());
        for entry in others.filter_map(|busy| self.facts.entry(busy.slot)) {
            if entry.session.event != session.event || away.contains(&entry.session.id) {
                continue;
            }
            if entry.span.start < at.start {
                low = low.max(entry.span.end.minutes());
            } else {
                high = high.min(entry.span.start.minutes());
            }
        }
        (low, high)
    }

    /// A number of a rule as it is set; `None` where the rule is off, or there is no such rule or number.
    #[must_use]
    pub fn number_of(&self, rule: &str, number: usize) -> Option<i32> {
        let index = RULES.iter().position(|one| one.name == rule)?;
        let is_on = self.settings.severity(index) != Severity::Off;
        self.settings.numbers(index).get(number).copied().filter(|_| is_on)
    }

    /// How the rules are set.
    #[must_use]
    pub fn settings(&self) -> &RuleSettings {
        &self.settings
    }

    pub(super) fn case(&self, rule: usize) -> Case<'_> {
        Case { facts: &self.facts, numbers: self.settings.numbers(rule) }
    }

    /// The rules that judge things of this sort.
    pub(super) fn rules_for(&self, judged: Judged) -> RuleSet {
        let sort = match judged {
            Judged::Session(_) => Sort::Session,
            Judged::Room(_) => Sort::Room,
            Judged::Body(_) => Sort::Body,
            Judged::Person(_) => Sort::Person,
            Judged::Team(_) => Sort::Team,
            Judged::Day(..) => Sort::Day,
            Judged::Week(..) => Sort::Week,
            Judged::Plan => Sort::Plan,
            Judged::Settings => return RuleSet::NONE,
        };
        self.active[sort as usize]
    }

    /// Everything that looks at a session, which is everything that can name it.
    pub(super) fn judged_with(&self, session: Slot<crate::model::Session>) -> Vec<Judged> {
        let mut all = vec![Judged::Plan, Judged::Session(session)];
        let facts = &self.facts;
        all.extend(facts.followers(session).iter().map(|&slot| Judged::Session(slot)));
        if let Some(entry) = facts.entry(session) {
            let mut parts = Parts::default();
            facts.parts(&entry.session, &mut parts);
            all.extend(parts.rooms.into_iter().map(Judged::Room));
            all.extend(parts.bodies.into_iter().map(Judged::Body));
            all.extend(parts.people.into_iter().map(Judged::Person));
            all.extend(parts.teams.into_iter().map(Judged::Team));
            let house = facts.house(entry.event);
            all.extend(entry.days().map(|day| Judged::Day(house, day)));
            all.extend(entry.days().map(|day| Judged::Week(house, monday_of(day))));
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    fn for_each_judged(&self, mut visit: impl FnMut(Judged)) {
        let facts = &self.facts;
        facts.sessions.iter().for_each(|(slot, _)| visit(Judged::Session(slot)));
        facts.rooms.iter().for_each(|(slot, _)| visit(Judged::Room(slot)));
        facts.bodies.iter().for_each(|(slot, _)| visit(Judged::Body(slot)));
        facts.people.iter().for_each(|(slot, _)| visit(Judged::Person(slot)));
        facts.teams.iter().for_each(|(slot, _)| visit(Judged::Team(slot)));
        let mut weeks = BTreeSet::new();
        for (event, day) in facts.days() {
            visit(Judged::Day(event, day));
            weeks.insert(Judged::Week(event, monday_of(day)));
        }
        weeks.into_iter().for_each(&mut visit);
        visit(Judged::Plan);
        visit(Judged::Settings);
    }

    /// Adds everything that these rules say about something.
    pub(super) fn judge(&self, judged: Judged, rules: RuleSet, kept: &mut Vec<Kept>) {
        let (facts, first) = (&self.facts, kept.len());
        let mut ask = |ask: &dyn Fn(&Judge, &Case<'_>, &mut Report<'_>)| {
            for index in rules.iter() {
                work::count();
                let rule = &RULES[index];
                let mut report = Report::new(facts, (index, rule.name, self.settings.severity(index)), judged, kept);
                ask(&rule.judge, &self.case(index), &mut report);
            }
        };
        match judged {
            Judged::Session(slot) => {
                let (entry, session) = (facts.entry(slot), facts.sessions.get(slot));
                ask(&|judge, case, report| match (judge, entry, session) {
                    (Judge::Placed(judge), Some(entry), _) => judge(case, entry, report),
                    (Judge::Session(judge), _, Some(session)) => judge(case, slot, session, report),
                    _ => {}
                });
            }
            Judged::Room(slot) => {
                if let (Some(room), Some(track)) = (facts.rooms.get(slot), facts.in_room(slot)) {
                    ask(&|judge, case, report| {
                        if let Judge::Room(judge) = judge {
                            judge(case, room, track, report);
                        }
                    });
                }
            }
            Judged::Body(slot) => {
                if let (Some(body), Some(track)) = (facts.bodies.get(slot), facts.of_body(slot)) {
                    ask(&|judge, case, report| {
                        if let Judge::Body(judge) = judge {
                            judge(case, body, track, report);
                        }
                    });
                }
            }
            Judged::Person(slot) => {
                if let (Some(person), Some(track)) = (facts.people.get(slot), facts.of_person(slot)) {
                    ask(&|judge, case, report| {
                        if let Judge::Person(judge) = judge {
                            judge(case, person, track, report);
                        }
                    });
                }
            }
            Judged::Team(slot) => {
                if let (Some(team), Some(track)) = (facts.teams.get(slot), facts.of_team(slot)) {
                    ask(&|judge, case, report| {
                        if let Judge::Team(judge) = judge {
                            judge(case, team, track, report);
                        }
                    });
                }
            }
            Judged::Day(event, day) => {
                if let Some(track) = facts.on_day(event, day) {
                    ask(&|judge, case, report| {
                        if let Judge::Day(judge, _) = judge {
                            judge(case, Day { day, track }, report);
                        }
                    });
                }
            }
            Judged::Week(event, monday) => {
                let days = std::array::from_fn(|day| facts.on_day(event, monday + i32::try_from(day).unwrap_or(0)));
                ask(&|judge, case, report| {
                    if let Judge::Week(judge, _) = judge {
                        judge(case, Week { event, monday, days }, report);
                    }
                });
            }
            Judged::Plan => ask(&|judge, case, report| {
                if let Judge::Plan(judge, _) = judge {
                    judge(case, report);
                }
            }),
            Judged::Settings => self.judge_settings(kept),
        }
        for kept in &mut kept[first..] {
            kept.finding.waiver = cover(&self.facts, &self.waivers, &kept.finding);
        }
    }

    /// Choices that can not be followed are findings of the settings themselves, which no plan can switch off.
    fn judge_settings(&self, kept: &mut Vec<Kept>) {
        let rule = (RULES.len(), SETTINGS, Severity::Error);
        let mut report = Report::new(&self.facts, rule, Judged::Settings, kept);
        for problem in self.settings.problems() {
            match *problem {
                Problem::UnknownRule(id) => {
                    report.unjudged("finding-settings-unknown", Vec::new(), vec![("row", Value::Row(id.into()))]);
                }
                Problem::UnknownNumber(rule) => {
                    report.add("finding-settings-number", Vec::new(), vec![("rule", Value::Word(rule))]);
                }
                Problem::OutOfRange { rule, number, value } => report.add(
                    "finding-settings-range",
                    Vec::new(),
                    vec![
                        ("rule", Value::Word(rule)),
                        ("number", Value::Word(number.name)),
                        ("value", Value::Count(value)),
                        ("least", Value::Count(number.range.0)),
                        ("most", Value::Count(number.range.1)),
                        ("own", Value::Count(number.default)),
                    ],
                ),
            }
        }
    }
}

/// The waiver that covers a finding.
pub(super) fn cover(facts: &Facts, waivers: &Waivers, finding: &Finding) -> Option<WaiverId> {
    if waivers.is_empty() { None } else { waivers.cover(finding, || first_day(facts, finding)) }
}

/// The first day of the event that a finding is about: that of its first session, else one that it names.
fn first_day(facts: &Facts, finding: &Finding) -> Option<NaiveDate> {
    let of_session = || {
        let slot = facts.sessions.slot(*finding.sessions.first()?)?;
        Some(facts.sessions.get(slot)?.event)
    };
    let named = || finding.rows().find_map(|row| if let RowId::Event(id) = row { Some(id) } else { None });
    let slot = facts.events.slot(of_session().or_else(named)?)?;
    facts.events.get(slot).map(|event| event.dates.first_and_last().0)
}

/// What makes each finding of a list the same trouble as another.
pub(super) fn troubles<'a>(findings: impl Iterator<Item = &'a Finding>) -> FxHashSet<super::finding::Trouble<'a>> {
    findings.map(Finding::trouble).collect()
}

/// The name under which choices that can not be followed are reported.
pub const SETTINGS: &str = "settings";
