//! Findings: what is possible in a plan and wrong all the same, told before a session is let go.
//!
//! A rule is one file in `check/rules/` and one line in [`RULES`]. [`Checker`] follows the plan patch by patch: each rule
//! says what it looks at (a session, a room, a day …), and after a change only what the change touches is judged again.
//! This floor knows nothing of how a plan is edited, of files and of screens; sentences are texts.

mod checker;
mod facts;
mod finding;
mod follow;
mod obstacles;
mod reported;
mod rows;
mod rule;
mod rules;
mod settings;
mod tint;
mod track;
mod waivers;
mod walk;

pub use checker::{Checker, SETTINGS};
pub use finding::{Finding, Value};
pub use follow::{Followed, Outcome};
pub use rule::{Number, Rule, Unit};
pub use rules::RULES;
pub use settings::{Problem, RuleSettings, rule_id};
pub use tint::{Stretch, Tint};

#[cfg(test)]
pub(crate) mod tests;
