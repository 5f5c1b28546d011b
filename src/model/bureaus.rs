//! Bureaus: who leads which body, counted by region and by gender (C25/30-R §4.25; practice of ITU conferences).

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Body, BodyId, BodyKind, EventKind, Gender, OfficeRole, Plan, Post, PostId};

/// How many posts there are, and who holds them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// All of them.
    pub posts: usize,
    /// Those of chairs.
    pub chairs: usize,
    /// Held by women.
    pub women: usize,
    /// Held by men.
    pub men: usize,
    /// Held by somebody of whom it is not said.
    pub unsaid: usize,
    /// Held by nobody yet.
    pub open: usize,
}

impl Count {
    fn add(&mut self, plan: &Plan, post: &Post) {
        self.posts += 1;
        self.chairs += usize::from(post.role == OfficeRole::Chair);
        let person = post.person.and_then(|id| plan.people().get(id));
        match person.map(|person| person.gender) {
            None => self.open += 1,
            Some(None) => self.unsaid += 1,
            Some(Some(Gender::Woman)) => self.women += 1,
            Some(Some(Gender::Man)) => self.men += 1,
        }
    }
}

/// A body with its posts.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The body.
    pub body: BodyId,
    /// Chairs and vice-chairs of each region of [`Matrix::regions`].
    pub by_region: Vec<Vec<PostId>>,
    /// Chairs and vice-chairs of no region, or of one that is not known.
    pub elsewhere: Vec<PostId>,
    /// Its secretaries.
    pub secretaries: Vec<PostId>,
    /// Its chairs and vice-chairs.
    pub count: Count,
}

/// Regions × posts of the bodies of a conference.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matrix {
    /// The regions, by their ids.
    pub regions: Vec<BodyId>,
    /// The bodies, the plenary first.
    pub rows: Vec<Row>,
    /// What each region has.
    pub by_region: Vec<Count>,
    /// What there is in all.
    pub all: Count,
}

impl Matrix {
    /// That of a plan; without `shown`, a body that is shown by itself.
    #[must_use]
    pub fn of(plan: &Plan, shown: Option<BodyId>) -> Self {
        let regions: Vec<BodyId> = of_kind(plan, BodyKind::Region).map(|body| body.id).collect();
        let mut posts: BTreeMap<BodyId, Vec<&Arc<Post>>> = BTreeMap::new();
        for post in plan.posts().iter() {
            posts.entry(post.body).or_default().push(post);
        }
        let mut bodies: Vec<&Arc<Body>> = plan
            .bodies()
            .iter()
            .filter(|body| Some(body.id) != shown && body.kind != BodyKind::SteeringCommittee)
            .filter(|body| has_bureau(plan, body) || posts.contains_key(&body.id))
            .collect();
        bodies.sort_by_key(|body| (!has_bureau(plan, body), rank(body.kind), body.id));
        let mut matrix = Self { by_region: vec![Count::default(); regions.len()], regions, ..Self::default() };
        for body in bodies {
            let row = matrix.row(plan, body.id, posts.get(&body.id).map_or(&[], Vec::as_slice));
            matrix.rows.push(row);
        }
        matrix
    }

    fn row(&mut self, plan: &Plan, body: BodyId, posts: &[&Arc<Post>]) -> Row {
        let by_region = vec![Vec::new(); self.regions.len()];
        let count = Count::default();
        let mut row = Row { body, by_region, elsewhere: Vec::new(), secretaries: Vec::new(), count };
        for post in in_order(posts.iter().copied()) {
            match post.role {
                OfficeRole::Chair | OfficeRole::ViceChair => {}
                OfficeRole::Secretary => row.secretaries.push(post.id),
                OfficeRole::Spokesperson => continue,
            }
            if post.role == OfficeRole::Secretary {
                continue;
            }
            row.count.add(plan, post);
            self.all.add(plan, post);
            let region = region_of(plan, post);
            match self.regions.iter().position(|&other| Some(other) == region) {
                Some(at) => {
                    row.by_region[at].push(post.id);
                    self.by_region[at].add(plan, post);
                }
                None => row.elsewhere.push(post.id),
            }
        }
        row
    }
}

/// The region that a post counts for: the one that it is kept for, that of its organization, or that of whoever holds it.
#[must_use]
pub fn region_of(plan: &Plan, post: &Post) -> Option<BodyId> {
    let of_body = post.kept_for.and_then(|id| plan.bodies().get(id)?.stands_for());
    let of_person = || plan.people().get(post.person?)?.region;
    of_body.or_else(of_person)
}

/// The posts of a body: the chair, vice-chairs by whom they are kept for, the secretary, spokespersons.
#[must_use]
pub fn posts_of(plan: &Plan, body: BodyId) -> Vec<&Arc<Post>> {
    in_order(plan.posts().iter().filter(|post| post.body == body))
}

fn in_order<'a>(posts: impl Iterator<Item = &'a Arc<Post>>) -> Vec<&'a Arc<Post>> {
    let mut posts: Vec<_> = posts.collect();
    posts.sort_by_key(|post| (post.role, post.kept_for, post.language, post.id));
    posts
}

fn of_kind(plan: &Plan, kind: BodyKind) -> impl Iterator<Item = &Arc<Body>> {
    plan.bodies().iter().filter(move |body| body.kind == kind)
}

fn rank(kind: BodyKind) -> u8 {
    match kind {
        BodyKind::Plenary => 0,
        BodyKind::Committee | BodyKind::BudgetCommittee | BodyKind::EditorialCommittee => 1,
        BodyKind::WorkingGroup => 2,
        _ => 3,
    }
}

/// Whether a conference elects a bureau for such a body: the plenary, and its committees and working groups. What they set up
/// themselves has one only where somebody makes posts for it.
#[must_use]
pub fn has_bureau(plan: &Plan, body: &Body) -> bool {
    is_elected(body, || body.parent.and_then(|id| plan.bodies().get(id)).map(|body| &**body))
}

/// The same, where the body that it belongs to is known otherwise.
pub(crate) fn is_elected<'a>(body: &Body, parent: impl FnOnce() -> Option<&'a Body>) -> bool {
    let is_plenary = |body: &Body| body.kind == BodyKind::Plenary && body.parent.is_none();
    is_plenary(body) || matches!(rank(body.kind), 1 | 2) && parent().is_some_and(is_plenary)
}

/// The body that leads the interregional meetings: the one that meets there, with most posts kept for organizations (§4.25).
#[must_use]
pub fn of_interregional(plan: &Plan) -> Option<BodyId> {
    let is_interregional =
        |event| plan.events().get(event).is_some_and(|event| event.kind == EventKind::InterregionalMeeting);
    let sessions = plan.sessions().iter().filter(|session| is_interregional(session.event));
    let mut bodies: Vec<BodyId> = sessions.flat_map(|session| session.bodies.iter().copied()).collect();
    bodies.sort_unstable();
    bodies.dedup();
    let kept = |&body: &BodyId| plan.posts().iter().filter(|post| post.body == body && post.kept_for.is_some()).count();
    bodies.into_iter().rev().max_by_key(kept)
}

/// Who makes up a steering committee: the chairs and vice-chairs of the bodies that have a bureau. Nobody is put into it by
/// hand.
#[must_use]
pub fn steering(plan: &Plan) -> Vec<&Arc<Post>> {
    let mut all: Vec<(u8, &Arc<Post>)> = Vec::new();
    for post in plan.posts().iter().filter(|post| matches!(post.role, OfficeRole::Chair | OfficeRole::ViceChair)) {
        if let Some(body) = plan.bodies().get(post.body).filter(|body| has_bureau(plan, body)) {
            all.push((rank(body.kind), post));
        }
    }
    all.sort_by_key(|(rank, post)| (*rank, post.body, post.role, post.kept_for, post.id));
    all.into_iter().map(|(_, post)| post).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::zone::Tz;
    use crate::model::{Header, Language, Patch, Person, Tabled};

    fn with<R: Tabled>(mut plan: Plan, row: R) -> Plan {
        let mut patch = Patch::default();
        patch.put(&plan, row);
        plan.apply(&patch).unwrap();
        plan
    }

    fn id<R>(name: &str) -> crate::model::Id<R> {
        name.parse().unwrap()
    }

    fn fixture() -> Plan {
        let body =
            |name: &str, kind, parent: Option<&str>| Body { parent: parent.map(id), ..Body::new(id(name), kind) };
        [
            body("EUR", BodyKind::Region, None),
            body("AMS", BodyKind::Region, None),
            body("CEPT", BodyKind::RegionalOrganization, Some("EUR")),
            body("PL", BodyKind::Plenary, None),
            body("HLS", BodyKind::Plenary, Some("PL")),
            body("COM3", BodyKind::Committee, Some("PL")),
            body("COM5", BodyKind::EditorialCommittee, Some("PL")),
            body("COM1", BodyKind::SteeringCommittee, Some("PL")),
            body("WG-PL", BodyKind::WorkingGroup, Some("PL")),
            body("WG3A", BodyKind::WorkingGroup, Some("COM3")),
        ]
        .into_iter()
        .fold(Plan::new(Header::in_zone(Tz::UTC)), with)
    }

    fn post(name: &str, body: &str, role: OfficeRole, kept_for: Option<&str>) -> Post {
        Post { kept_for: kept_for.map(id), ..Post::new(id(name), id(body), role) }
    }

    #[test]
    fn sums_go_both_ways() {
        use OfficeRole::{Chair, Secretary, Spokesperson, ViceChair};
        let person = |name: &str, gender, region: Option<&str>| Person {
            gender,
            region: region.map(id),
            ..Person::new(id(name), name)
        };
        let people = [
            person("ada", Some(Gender::Woman), Some("AMS")),
            person("bob", Some(Gender::Man), None),
            person("eve", None, None),
        ];
        let plan = people.into_iter().fold(fixture(), with);
        let held = |post: Post, person: &str| Post { person: Some(id(person)), ..post };
        let posts = [
            held(post("1", "PL", Chair, None), "ada"),
            held(post("2", "PL", ViceChair, Some("CEPT")), "bob"),
            post("3", "COM3", Chair, Some("EUR")),
            held(post("4", "COM3", ViceChair, Some("AMS")), "eve"),
            held(post("5", "COM3", Secretary, None), "bob"),
            post("6", "COM3", Spokesperson, Some("CEPT")),
            Post { language: Some(Language::French), ..post("7", "COM5", ViceChair, None) },
        ];
        let plan = posts.into_iter().fold(plan, with);
        let matrix = Matrix::of(&plan, None);
        assert_eq!(matrix.regions, [id("AMS"), id("EUR")]);
        let bodies: Vec<_> = matrix.rows.iter().map(|row| row.body.as_str().to_owned()).collect();
        assert_eq!(bodies, ["PL", "COM3", "COM5", "WG-PL"], "neither a segment nor what a committee set up, nor COM1");
        let com3 = &matrix.rows[1];
        assert_eq!((com3.count.posts, com3.count.open, com3.count.unsaid), (2, 1, 1));
        assert_eq!(com3.secretaries, [id("5")]);
        assert_eq!(matrix.rows[2].elsewhere, [id("7")]);
        let ams = matrix.by_region[0];
        assert_eq!(
            (ams.posts, ams.chairs, ams.women, ams.unsaid),
            (2, 1, 1, 1),
            "the chair of PL is from the Americas"
        );
        assert_eq!((matrix.by_region[1].posts, matrix.by_region[1].men, matrix.by_region[1].open), (2, 1, 1));
        assert_eq!((matrix.all.posts, matrix.all.women, matrix.all.men, matrix.all.open), (5, 1, 1, 2));
        let sum: usize = matrix.rows.iter().map(|row| row.count.posts).sum();
        assert_eq!(sum, matrix.all.posts);
        let steering: Vec<_> = steering(&plan).iter().map(|post| post.id.as_str().to_owned()).collect();
        assert_eq!(steering, ["1", "2", "3", "4", "7"]);
        assert_eq!(Matrix::of(&plan, Some(id("PL"))).rows.len(), 3);
    }

    #[test]
    fn steps_lead_from_a_question_to_a_name() {
        use crate::model::{Designation, PostStep};
        let day = |text: &str| Some(text.parse().unwrap());
        let post = post("1", "PL", OfficeRole::Chair, None);
        let asked = post.clone().after(PostStep::Ask, day("2025-06-02"));
        let asked = Post { due: day("2025-06-13"), ..asked }.after(PostStep::Remind, day("2025-06-16"));
        assert_eq!(
            (asked.designation, asked.asked, asked.reminded),
            (Designation::Asked, day("2025-06-02"), day("2025-06-16"))
        );
        let late = |post: &Post, today: &str| post.late_days(today.parse().unwrap());
        assert_eq!([late(&asked, "2025-06-13"), late(&asked, "2025-06-18")], [None, Some(5)]);
        let named = asked.clone().with_person(id("ada"), day("2025-06-19"));
        assert_eq!((named.designation, named.received), (Designation::NameReceived, day("2025-06-19")));
        assert_eq!(late(&named, "2025-06-20"), Some(7), "a name is not yet a confirmation");
        let confirmed = named.after(PostStep::Confirm, day("2025-06-20"));
        assert_eq!((late(&confirmed, "2026-01-01"), confirmed.next_steps()), (None, &[][..]));
        let other = confirmed.clone().with_person(id("eve"), None);
        assert_eq!((other.designation, other.confirmed), (Designation::NameReceived, None), "confirmed anew");
        let gone = confirmed.without_person();
        assert_eq!((gone.designation, gone.is_open(), late(&gone, "2025-06-18")), (Designation::Asked, true, Some(5)));
        assert_eq!(post.clone().without_person(), post);
    }
}
