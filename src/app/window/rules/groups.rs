//! Under which heading each rule stands in the Rules window.

use crate::texts::tid;

/// Headings with the names of their rules.
pub const GROUPS: [(&str, &[&str]); 13] = [
    (tid("rules-group-rooms"), &["room-overlap", "room-closed", "room-setup", "no-room", "capacity"]),
    (tid("rules-group-requests"), &["room-booking", "request-time", "request-held", "request-precedence"]),
    (
        tid("rules-group-people"),
        &[
            "body-overlap",
            "person-overlap",
            "person-away",
            "absence-reversed",
            "person-states",
            "walking-body",
            "walking-person",
            "quorum",
        ],
    ),
    (
        tid("rules-group-parallel"),
        &[
            "beside-plenary",
            "others-beside-plenary",
            "committee-groups",
            "formal-at-once",
            "small-delegation",
            "advisory-groups",
        ],
    ),
    (
        tid("rules-group-interpretation"),
        &[
            "interpreted-at-once",
            "interpreters",
            "booths",
            "interpreted-length",
            "interpreted-evening",
            "team-day",
            "team-week",
            "team-missing",
            "team-at-once",
            "team-away",
            "team-languages",
            "team-no-languages",
            "team-rest",
        ],
    ),
    (tid("rules-group-hours"), &["working-hours", "lunch", "coffee", "weekend", "friday-midday", "host-holiday"]),
    (tid("rules-group-social"), &["side-event", "social-overlap", "first-evening"]),
    (
        tid("rules-group-order"),
        &["predecessors", "circular-order", "committee-set-up", "editorial-path", "budget-report"],
    ),
    (
        tid("rules-group-statements"),
        &[
            "eligibility",
            "statement-rank",
            "statement-length",
            "statement-one-each",
            "statement-text",
            "statement-slot",
            "statement-present",
            "statement-waits",
            "statement-odd",
        ],
    ),
    (
        tid("rules-group-documents"),
        &[
            "document-deadline",
            "document-late",
            "document-languages",
            "document-unused",
            "agenda-missing",
            "agenda-uncovered",
            "agenda-time",
            "agenda-speaker",
        ],
    ),
    (
        tid("rules-group-regions"),
        &[
            "topic-region",
            "regional-slot",
            "regional-clash",
            "regional-drafting",
            "irm-hours",
            "irm-staff",
            "irm-balance",
            "irm-agenda",
        ],
    ),
    (tid("rules-group-posts"), &["irm-bureau", "posts-open", "posts-twice"]),
    (
        tid("rules-group-events"),
        &[
            "youth-before",
            "youth-elements",
            "youth-visits",
            "youth-no-outcome",
            "event-order",
            "event-same-day",
            "event-circle",
            "counted-day",
            "outside-event",
            "skipped-hour",
            "doubled-hour",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_stands_under_one_heading() {
        let mut listed: Vec<&str> = GROUPS.iter().flat_map(|(_, rules)| *rules).copied().collect();
        let mut rules: Vec<&str> = crate::check::RULES.iter().map(|rule| rule.name).collect();
        listed.sort_unstable();
        rules.sort_unstable();
        assert_eq!(listed, rules);
    }
}
