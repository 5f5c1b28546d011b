//! All rules on one plan, kept up to date step by step.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::model::{Patch, Plan, RowKind, Session, SessionId, Severity, Span, WaiverId};

use super::facts::{DAY, Facts, Subject};
use super::finding::{Finding, Value};
use super::obstacles::{Moving, Obstacles, Tint};
use super::rule::{Case, Day, Judge, Report, Week};
use super::rules::RULES;
use super::settings::{Problem, Settings};

/// The findings of a plan. They follow the plan patch by patch, and can tell what a patch would do.
#[derive(Clone, Debug, Default)]
pub struct Checker {
    facts: Facts,
    settings: Settings,
    /// The rules that are not off, by the sort of what they look at.
    active: [Vec<usize>; Judge::SORTS],
    /// What is reported, by what was judged; nothing where all is well.
    book: FxHashMap<Subject, Vec<Finding>>,
    /// How many open findings of each severity name a session.
    marks: FxHashMap<SessionId, [u32; 4]>,
    waivers: FxHashMap<String, WaiverId>,
}

/// What a patch would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Open findings that would be new, the worst first.
    pub caused: Vec<Finding>,
    /// Open findings that would be gone, the worst first.
    pub solved: Vec<Finding>,
    /// Every open finding that would name a session of the patch, the worst first.
    pub concerning: Vec<Finding>,
}

impl Checker {
    /// Judges a plan from scratch.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let mut checker = Self {
            facts: Facts::new(plan),
            settings: Settings::new(plan),
            waivers: plan.waivers().iter().map(|waiver| (waiver.facts.clone(), waiver.id)).collect(),
            ..Self::default()
        };
        for (index, rule) in RULES.iter().enumerate() {
            if checker.settings.severity(index) != Severity::Off {
                checker.active[rule.judge.sort()].push(index);
            }
        }
        for subject in checker.all_subjects(plan) {
            let findings = checker.judge(plan, subject);
            checker.enter(subject, findings);
        }
        checker
    }

    /// Follows the plan over a patch that has been applied: `plan` is the plan after it.
    pub fn follow(&mut self, plan: &Plan, patch: &Patch) {
        if !sessions_only(patch) || patch.changes::<Session>().count() * 8 > plan.sessions().len().max(64) {
            *self = Self::new(plan);
            return;
        }
        for subject in self.change(patch) {
            let findings = self.judge(plan, subject);
            self.enter(subject, findings);
        }
    }

    /// What `patch` would do to `plan`, which it has not been applied to.
    #[must_use]
    pub fn what_if(&mut self, plan: &Plan, patch: &Patch) -> Outcome {
        let moved: Vec<SessionId> = patch.changes::<Session>().map(|(id, _)| id).collect();
        let (mut before, mut after): (Vec<Finding>, Vec<Finding>) = (Vec::new(), Vec::new());
        if sessions_only(patch) {
            let touched = self.change(patch);
            // What is said about the plan as a whole can name a session of the patch and stay as it is.
            let plans = (0..RULES.len()).filter_map(|at| u16::try_from(at).ok()).map(Subject::Plan);
            let stays =
                plans.filter(|subject| !touched.contains(subject)).filter_map(|subject| self.book.get(&subject));
            let names = |finding: &&Finding| finding.sessions.iter().any(|id| moved.contains(id));
            before.extend(stays.flatten().filter(names).cloned());
            after.extend(before.iter().cloned());
            for subject in touched {
                before.extend(self.book.get(&subject).into_iter().flatten().cloned());
                after.extend(self.judge(plan, subject));
            }
            self.change(&patch.inverse());
        } else {
            let mut changed = plan.clone();
            if changed.apply(patch).is_err() {
                return Outcome::default();
            }
            before.extend(self.findings().cloned());
            after.extend(Self::new(&changed).findings().cloned());
        }
        before.retain(Finding::is_open);
        after.retain(Finding::is_open);
        let trouble = |list: &[Finding]| -> BTreeSet<_> { list.iter().map(Finding::trouble).collect() };
        let (known, left) = (trouble(&before), trouble(&after));
        let is_in = |set: &BTreeSet<_>, finding: &Finding| set.contains(&finding.trouble());
        let concerning = after.iter().filter(|finding| finding.sessions.iter().any(|id| moved.contains(id)));
        let mut outcome = Outcome {
            concerning: concerning.cloned().collect(),
            caused: after.iter().filter(|finding| !is_in(&known, finding)).cloned().collect(),
            solved: before.iter().filter(|finding| !is_in(&left, finding)).cloned().collect(),
        };
        for list in [&mut outcome.caused, &mut outcome.solved, &mut outcome.concerning] {
            list.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        }
        outcome
    }

    /// Every finding, waived ones too, in no order.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.book.values().flatten()
    }

    /// Every finding, waived ones too: the worst first, then in the order of the rules, then by time.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Finding> {
        let mut findings: Vec<&Finding> = self.findings().collect();
        let order: FxHashMap<&str, usize> = RULES.iter().enumerate().map(|(at, rule)| (rule.name, at)).collect();
        findings.sort_by_cached_key(|finding| {
            let start = finding.sessions.first().and_then(|&id| self.facts.entry(id)).map(|entry| entry.utc.0);
            let rule = order.get(finding.rule).copied();
            (std::cmp::Reverse(finding.severity), rule, start, finding.written())
        });
        findings
    }

    /// The worst open finding that names a session; `Off` where there is none.
    #[must_use]
    pub fn mark(&self, id: SessionId) -> Severity {
        let Some(counts) = self.marks.get(&id) else { return Severity::Off };
        Severity::ALL.into_iter().rev().find(|&severity| counts[severity as usize] > 0).unwrap_or(Severity::Off)
    }

    /// The open findings that name a session, the worst first.
    #[must_use]
    pub fn of_session(&self, id: SessionId) -> Vec<&Finding> {
        if self.mark(id) == Severity::Off {
            return Vec::new();
        }
        let mut findings: Vec<&Finding> =
            self.findings().filter(|finding| finding.is_open() && finding.sessions.contains(&id)).collect();
        findings.sort_by_cached_key(|finding| (std::cmp::Reverse(finding.severity), finding.written()));
        findings
    }

    /// How many open findings there are of each severity, by `Severity as usize`, and how many waived ones at the end.
    #[must_use]
    pub fn counts(&self) -> [usize; 5] {
        let mut counts = [0; 5];
        for finding in self.findings() {
            counts[if finding.is_open() { finding.severity as usize } else { 4 }] += 1;
        }
        counts
    }

    /// The waivers whose findings have gone or say something else now.
    #[must_use]
    pub fn lapsed_waivers(&self, plan: &Plan) -> Vec<WaiverId> {
        let held: BTreeSet<WaiverId> = self.findings().filter_map(|finding| finding.waiver).collect();
        plan.waivers().ids().filter(|id| !held.contains(id)).collect()
    }

    /// How the rules are set.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// How bad each start of a session would be within a span of its event's clock, while `away` are lifted off.
    #[must_use]
    pub fn tint(&self, plan: &Plan, session: &Session, away: &[SessionId], within: Span) -> Tint {
        let Some(event) = plan.events().get(session.event) else { return Tint::default() };
        let length_mins = session.length().mins();
        let (from, to) = (within.start.minutes() - 2 * DAY, within.end.minutes() + length_mins + 2 * DAY);
        let offset = self.facts.constant_offset(event.zone, from, to);
        let moving = Moving { session, away, zone: event.zone, offset, length_mins, within };
        let mut obstacles = Obstacles::new(&moving);
        for (index, rule) in RULES.iter().enumerate() {
            let severity = self.settings.severity(index);
            if let (Some(find), true) = (rule.obstacles, severity != Severity::Off) {
                obstacles.speak(u16::try_from(index).unwrap_or(u16::MAX), severity);
                find(&self.case(plan, index), &moving, &mut obstacles);
            }
        }
        obstacles.finish()
    }

    pub(super) fn entry(&self, id: SessionId) -> Option<&super::facts::Entry> {
        self.facts.entry(id)
    }

    pub(super) fn sessions_of_body(&self, body: crate::model::BodyId) -> impl Iterator<Item = SessionId> + '_ {
        self.facts.bodies.get(&body).into_iter().flat_map(|track| track.all()).map(|busy| busy.id)
    }

    fn case<'a>(&'a self, plan: &'a Plan, rule: usize) -> Case<'a> {
        Case { plan, facts: &self.facts, numbers: self.settings.numbers(rule) }
    }

    /// Changes the facts as `patch` says, and tells what that touches, each once.
    fn change(&mut self, patch: &Patch) -> BTreeSet<Subject> {
        let mut touched = Vec::new();
        for (_, change) in patch.changes::<Session>() {
            self.facts.change(change.before.as_ref(), change.after.as_ref(), &mut touched);
            let (before, after) = (change.before.as_deref(), change.after.as_deref());
            for (index, rule) in RULES.iter().enumerate() {
                if let Judge::Plan(_, concerns) = rule.judge
                    && concerns(before, after)
                {
                    touched.push(Subject::Plan(u16::try_from(index).unwrap_or(u16::MAX)));
                }
            }
        }
        touched.into_iter().collect()
    }

    fn all_subjects(&self, plan: &Plan) -> Vec<Subject> {
        let mut subjects: Vec<Subject> = plan.sessions().ids().map(Subject::Session).collect();
        subjects.extend(self.facts.rooms.keys().map(|&id| Subject::Room(id)));
        subjects.extend(self.facts.bodies.keys().map(|&id| Subject::Body(id)));
        subjects.extend(self.facts.people.keys().map(|&id| Subject::Person(id)));
        let mut weeks = BTreeSet::new();
        for &(event, day) in self.facts.days.keys() {
            subjects.push(Subject::Day(event, day));
            weeks.insert(Subject::Week(event, super::facts::monday_of(day)));
        }
        subjects.extend(weeks);
        subjects.extend((0..RULES.len()).filter_map(|at| u16::try_from(at).ok()).map(Subject::Plan));
        subjects
    }

    /// Everything the rules say about a subject.
    fn judge(&self, plan: &Plan, subject: Subject) -> Vec<Finding> {
        let mut findings = Vec::new();
        let facts = &self.facts;
        match subject {
            Subject::Session(id) => {
                if let Some(entry) = facts.entry(id) {
                    self.judge_by(plan, subject, 0, &mut findings, |judge, case, report| {
                        if let Judge::Placed(judge) = judge {
                            judge(case, entry, report);
                        }
                    });
                }
                if let Some(session) = facts.session(id) {
                    self.judge_by(plan, subject, 1, &mut findings, |judge, case, report| {
                        if let Judge::Session(judge) = judge {
                            judge(case, session, report);
                        }
                    });
                }
            }
            Subject::Room(id) => {
                if let (Some(room), Some(track)) = (plan.rooms().get(id), facts.rooms.get(&id)) {
                    self.judge_by(plan, subject, 2, &mut findings, |judge, case, report| {
                        if let Judge::Room(judge) = judge {
                            judge(case, room, track, report);
                        }
                    });
                }
            }
            Subject::Body(id) => {
                if let (Some(body), Some(track)) = (plan.bodies().get(id), facts.bodies.get(&id)) {
                    self.judge_by(plan, subject, 3, &mut findings, |judge, case, report| {
                        if let Judge::Body(judge) = judge {
                            judge(case, body, track, report);
                        }
                    });
                }
            }
            Subject::Person(id) => {
                if let (Some(person), Some(track)) = (plan.people().get(id), facts.people.get(&id)) {
                    self.judge_by(plan, subject, 4, &mut findings, |judge, case, report| {
                        if let Judge::Person(judge) = judge {
                            judge(case, person, track, report);
                        }
                    });
                }
            }
            Subject::Day(event, day) => {
                if let Some(track) = facts.days.get(&(event, day)) {
                    self.judge_by(plan, subject, 5, &mut findings, |judge, case, report| {
                        if let Judge::Day(judge) = judge {
                            judge(case, Day { day, track }, report);
                        }
                    });
                }
            }
            Subject::Week(event, monday) => {
                let day = |day: usize| facts.days.get(&(event, monday + i32::try_from(day).unwrap_or(0)));
                let days = std::array::from_fn(day);
                self.judge_by(plan, subject, 6, &mut findings, |judge, case, report| {
                    if let Judge::Week(judge) = judge {
                        judge(case, Week { event, monday, days }, report);
                    }
                });
            }
            Subject::Plan(at) => {
                let index = usize::from(at);
                if let Judge::Plan(judge, _) = RULES[index].judge
                    && self.settings.severity(index) != Severity::Off
                {
                    let severity = self.settings.severity(index);
                    let mut report = Report::new(RULES[index].name, severity, subject, &mut findings);
                    judge(&self.case(plan, index), &mut report);
                }
                if at == 0 {
                    self.judge_settings(subject, &mut findings);
                }
            }
        }
        if !self.waivers.is_empty() {
            for finding in &mut findings {
                finding.waiver = self.waivers.get(&finding.facts()).copied();
            }
        }
        findings
    }

    /// Lets every rule of one sort speak that is not off.
    fn judge_by(
        &self,
        plan: &Plan,
        subject: Subject,
        sort: usize,
        findings: &mut Vec<Finding>,
        mut ask: impl FnMut(&Judge, &Case<'_>, &mut Report<'_>),
    ) {
        for &index in &self.active[sort] {
            let rule = &RULES[index];
            let mut report = Report::new(rule.name, self.settings.severity(index), subject, findings);
            ask(&rule.judge, &self.case(plan, index), &mut report);
        }
    }

    /// Choices that can not be followed are findings of the settings themselves, which no plan can switch off.
    fn judge_settings(&self, subject: Subject, findings: &mut Vec<Finding>) {
        let mut report = Report::new(SETTINGS, Severity::Error, subject, findings);
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

    /// Replaces what is reported about a subject.
    fn enter(&mut self, subject: Subject, findings: Vec<Finding>) {
        let before = if findings.is_empty() { self.book.remove(&subject) } else { self.book.insert(subject, findings) };
        for finding in before.into_iter().flatten().filter(Finding::is_open) {
            for id in &finding.sessions {
                if let Some(counts) = self.marks.get_mut(id) {
                    counts[finding.severity as usize] = counts[finding.severity as usize].saturating_sub(1);
                    if *counts == [0; 4] {
                        self.marks.remove(id);
                    }
                }
            }
        }
        for finding in self.book.get(&subject).into_iter().flatten().filter(|finding| finding.is_open()) {
            for id in &finding.sessions {
                self.marks.entry(*id).or_default()[finding.severity as usize] += 1;
            }
        }
    }
}

/// The name under which choices that can not be followed are reported.
pub const SETTINGS: &str = "settings";

/// Whether a patch changes nothing that rules look at but sessions.
fn sessions_only(patch: &Patch) -> bool {
    patch.rows().all(|row| matches!(row.kind(), RowKind::Session | RowKind::Note))
}
