//! The numbers and severities that hold in a plan: the rules' own, or what the plan says instead.

use crate::model::burden::Measure;
use crate::model::roster::Limits;
use crate::model::{Plan, RuleId, Severity};

use super::rule::{Number, Rule};
use super::rules::RULES;

/// How every rule is set in a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleSettings {
    rules: Vec<Setting>,
    problems: Vec<Problem>,
}

/// How one rule is set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Setting {
    severity: Option<Severity>,
    numbers: Vec<i32>,
}

/// A choice in the plan that can not be followed; the rule's own value holds instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is no such rule.
    UnknownRule(RuleId),
    /// The rule has no such number.
    UnknownNumber(&'static str),
    /// The number is outside its range.
    OutOfRange {
        /// The rule.
        rule: &'static str,
        /// The number.
        number: &'static Number,
        /// What the plan says.
        value: i32,
    },
}

impl RuleSettings {
    /// What holds in `plan`.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let mut problems = Vec::new();
        let setting = |rule: &'static Rule| {
            let choice = rule_id(rule).and_then(|id| plan.rules().get(id));
            let mut numbers: Vec<i32> = rule.numbers.iter().map(|number| number.default).collect();
            for (name, &value) in choice.iter().flat_map(|choice| &choice.numbers) {
                match rule.numbers.iter().position(|number| number.name == name) {
                    Some(at) if rule.numbers[at].allows(value) => numbers[at] = value,
                    Some(at) => {
                        problems.push(Problem::OutOfRange { rule: rule.name, number: &rule.numbers[at], value });
                    }
                    None => problems.push(Problem::UnknownNumber(rule.name)),
                }
            }
            Setting { severity: choice.and_then(|choice| choice.severity), numbers }
        };
        let rules = RULES.iter().map(setting).collect();
        let unknown = plan.rules().ids().filter(|id| !RULES.iter().any(|rule| rule.name == id.as_str()));
        problems.extend(unknown.map(Problem::UnknownRule));
        Self { rules, problems }
    }

    /// The severity of the rule at this place of the list.
    #[must_use]
    pub fn severity(&self, index: usize) -> Severity {
        self.rules.get(index).and_then(|setting| setting.severity).unwrap_or(RULES[index].severity)
    }

    /// The numbers of the rule at this place of the list, in the rule's order.
    #[must_use]
    pub fn numbers(&self, index: usize) -> &[i32] {
        self.rules.get(index).map_or(&[], |setting| &setting.numbers)
    }

    /// A number of a rule, by its name; the usual one where there is no such number.
    fn number(&self, rule: &str, name: &str, usual: i32) -> i32 {
        let known = RULES.iter().position(|one| one.name == rule).and_then(|index| {
            let place = RULES[index].numbers.iter().position(|number| number.name == name)?;
            self.numbers(index).get(place).copied()
        });
        known.unwrap_or(usual)
    }

    /// How minutes of virtual meetings count, and when the staff work, as the rules about interregional meetings are set.
    #[must_use]
    pub fn burden_measure(&self) -> Measure {
        let usual = Measure::default();
        let hours = |rule, names: [&str; 2], usual: (i64, i64)| {
            let minute = |name, usual| i64::from(self.number(rule, name, i32::try_from(usual).unwrap_or(0)));
            (minute(names[0], usual.0), minute(names[1], usual.1))
        };
        let weight = |name, usual: u32| {
            let known = self.number("irm-balance", name, i32::try_from(usual).unwrap_or(0));
            u32::try_from(known).unwrap_or(usual)
        };
        Measure {
            day: hours("irm-balance", ["day-from", "day-to"], usual.day),
            awake: hours("irm-balance", ["awake-from", "awake-to"], usual.awake),
            night: weight("night-weight", usual.night),
            edge: weight("edge-weight", usual.edge),
            interpreters: hours("irm-staff", ["interpreters-from", "interpreters-to"], usual.interpreters),
            secretariat: hours("irm-staff", ["secretariat-from", "secretariat-to"], usual.secretariat),
        }
        .in_order()
    }

    /// What a team of interpreters can carry, as the rules about teams are set.
    #[must_use]
    pub fn team_limits(&self) -> Limits {
        let number = |rule: &str, name: &str, usual: i32| self.number(rule, name, usual);
        let usual = Limits::default();
        Limits {
            sittings_a_day: number("team-day", "sittings-a-day", usual.sittings_a_day),
            longest_mins: number("team-day", "longest-mins", usual.longest_mins),
            pause_mins: number("team-day", "sitting-pause-mins", usual.pause_mins),
            sittings_a_week: number("team-week", "sittings-a-week", usual.sittings_a_week),
            rest_mins: number("team-rest", "rest-mins", usual.rest_mins),
        }
    }

    /// What the plan asks for in vain.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

/// The name of the plan's row about a rule.
#[must_use]
pub fn rule_id(rule: &Rule) -> Option<RuleId> {
    RuleId::new(rule.name).ok()
}
