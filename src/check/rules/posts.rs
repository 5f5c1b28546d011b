//! Posts that nobody holds yet, and seats that are filled twice (C25/30-R §4.25; practice of bureaus).

use std::collections::BTreeMap;

use crate::model::{BodyId, Language, OfficeRole, Patch, Post, Severity};

use super::super::facts::Facts;
use super::super::finding::Value;
use super::super::rule::{Case, Judge, Report, Rule, differs, row};

/// Somebody is still to be designated. That is a state of things and no mistake: who sees to it stands with the post.
pub(super) const OPEN: Rule = Rule {
    name: "posts-open",
    severity: Severity::Hint,
    numbers: &[],
    judge: Judge::Plan(judge_open, concerns),
    obstacles: None,
};

/// One region or language has two vice-chairs in a body, or a body two chairs.
pub(super) const TWICE: Rule = Rule {
    name: "posts-twice",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Plan(judge_twice, concerns),
    obstacles: None,
};

fn concerns(_: &Facts, patch: &Patch) -> bool {
    let of_post =
        |post: Option<&Post>| post.map(|post| (post.body, post.role, post.kept_for, post.language, post.person));
    differs::<Post>(patch, |before, after| of_post(before) != of_post(after))
}

fn count(number: usize) -> Value {
    Value::Count(i32::try_from(number).unwrap_or(i32::MAX))
}

fn judge_open(case: &Case<'_>, report: &mut Report<'_>) {
    let mut bodies: BTreeMap<BodyId, (usize, usize)> = BTreeMap::new();
    for (_, post) in case.facts.posts.iter() {
        let (open, all) = bodies.entry(post.body).or_default();
        *open += usize::from(post.is_open());
        *all += 1;
    }
    for (body, (open, all)) in bodies.into_iter().filter(|(_, (open, _))| *open > 0) {
        let values = vec![("body", row(body)), ("count", count(open)), ("all", count(all))];
        report.add("finding-posts-open", Vec::new(), values);
    }
}

fn judge_twice(case: &Case<'_>, report: &mut Report<'_>) {
    type Seat = (BodyId, OfficeRole, Option<BodyId>, Option<Language>);
    let mut seats: BTreeMap<Seat, usize> = BTreeMap::new();
    for (_, post) in case.facts.posts.iter() {
        let is_one = post.role == OfficeRole::Chair
            || post.role == OfficeRole::ViceChair && (post.kept_for.is_some() || post.language.is_some());
        if is_one {
            let seat = if post.role == OfficeRole::Chair { (None, None) } else { (post.kept_for, post.language) };
            *seats.entry((post.body, post.role, seat.0, seat.1)).or_default() += 1;
        }
    }
    for ((body, role, kept_for, _), number) in seats.into_iter().filter(|(_, number)| *number > 1) {
        let body = ("body", row(body));
        let values = match kept_for {
            Some(region) => vec![body, ("region", row(region)), ("count", count(number))],
            None => vec![body, ("count", count(number))],
        };
        let message = match (role, kept_for) {
            (OfficeRole::Chair, _) => "finding-posts-chairs",
            (_, Some(_)) => "finding-posts-twice",
            (_, None) => "finding-posts-language-twice",
        };
        report.add(message, Vec::new(), values);
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Value;
    use crate::check::tests::{findings, fixture, id, is_quiet_when_off, messages, with};
    use crate::model::{Language, OfficeRole, Post};

    fn post(name: &str, role: OfficeRole) -> Post {
        Post::new(id(name), id("COM3"), role)
    }

    #[test]
    fn who_is_to_be_designated_is_told_for_each_body() {
        assert!(findings("posts-open", &fixture()).is_empty(), "everybody of the fixture is named");
        let plan = with(fixture(), post("P1", OfficeRole::ViceChair));
        let found = findings("posts-open", &plan);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].values[1..], [("count", Value::Count(1)), ("all", Value::Count(3))]);
        assert!(is_quiet_when_off("posts-open", &plan));
    }

    #[test]
    fn each_seat_is_filled_once() {
        let kept = |name, region: &str| Post { kept_for: Some(id(region)), ..post(name, OfficeRole::ViceChair) };
        let one = with(fixture(), kept("P1", "EUR"));
        assert!(messages("posts-twice", &one).is_empty());
        assert!(messages("posts-twice", &with(one.clone(), kept("P2", "ARB"))).is_empty(), "of another region");
        assert_eq!(messages("posts-twice", &with(one.clone(), kept("P2", "EUR"))), ["finding-posts-twice"]);
        let second = with(one.clone(), post("P2", OfficeRole::Chair));
        assert_eq!(messages("posts-twice", &second), ["finding-posts-chairs"], "COM3 has a chair already");
        let french = |name| Post { language: Some(Language::French), ..post(name, OfficeRole::ViceChair) };
        let twice = with(with(fixture(), french("P1")), french("P2"));
        assert_eq!(messages("posts-twice", &twice), ["finding-posts-language-twice"]);
        let spokespersons = ["P1", "P2"].map(|name| Post { role: OfficeRole::Spokesperson, ..kept(name, "EUR") });
        let two = spokespersons.into_iter().fold(fixture(), with);
        assert!(messages("posts-twice", &two).is_empty(), "an organization may name several");
        assert!(is_quiet_when_off("posts-twice", &twice));
    }
}
