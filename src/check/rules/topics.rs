//! Topics of regions say of which region they are, or nobody knows which drafting group is theirs.

use crate::model::{Body, BodyKind, Patch, Severity, Topic};

use super::super::facts::Facts;
use super::super::rule::{Case, Judge, Report, Rule, differs, row};

/// A regional priority or initiative without a region, in a plan with regions.
pub(super) const REGION: Rule = Rule {
    name: "topic-region",
    severity: Severity::Hint,
    numbers: &[],
    judge: Judge::Plan(judge, concerns),
    obstacles: None,
};

fn concerns(_: &Facts, patch: &Patch) -> bool {
    let of_topic = |topic: Option<&Topic>| topic.map(Topic::lacks_region);
    differs::<Topic>(patch, |before, after| of_topic(before) != of_topic(after))
        || differs::<Body>(patch, |before, after| before.map(|body| body.kind) != after.map(|body| body.kind))
}

fn judge(case: &Case<'_>, report: &mut Report<'_>) {
    if case.facts.bodies_of(BodyKind::Region).next().is_none() {
        return;
    }
    for (_, topic) in case.facts.topics.iter().filter(|(_, topic)| topic.lacks_region()) {
        report.add("finding-topic-region", Vec::new(), vec![("topic", row(topic.id))]);
        if report.is_full() {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rule::row;
    use crate::check::tests::{findings, fixture, id, is_quiet_when_off, reports, topic, with};
    use crate::model::{Topic, TopicKind};

    #[test]
    fn what_a_region_brings_says_which() {
        let plan = |kind, region: Option<&str>| with(fixture(), Topic { region: region.map(id), ..topic("T2", kind) });
        assert_eq!(reports("topic-region", &plan(TopicKind::Initiative, Some("ARB"))).len(), 0);
        assert_eq!(reports("topic-region", &plan(TopicKind::AgendaItem, None)).len(), 0, "an item is of nobody");
        let told = plan(TopicKind::Priority, None);
        assert_eq!(findings("topic-region", &told)[0].values, [("topic", row(id::<Topic>("T2")))]);
        assert!(is_quiet_when_off("topic-region", &told));
    }
}
