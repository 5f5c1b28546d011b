//! The plans that come with the program, to begin with.

use uuid::Uuid;

use super::read::read_plan;
use crate::model::zone::Tz;
use crate::model::{Header, Plan};

/// A plan that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Template {
    /// The World Telecommunication Development Conference 2025 and the road to it.
    Wtdc25,
    /// A small conference of two days.
    TwoDays,
    /// Nothing yet.
    Blank,
}

impl Template {
    /// All of them, the one that the program opens on first.
    pub const ALL: [Self; 3] = [Self::Wtdc25, Self::TwoDays, Self::Blank];

    /// The plan as the text of a plan file.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Wtdc25 => include_str!("../../saves/wtdc-25.ron"),
            Self::TwoDays => include_str!("../../saves/two-days.ron"),
            Self::Blank => include_str!("../../saves/blank.ron"),
        }
    }

    /// The plan.
    #[must_use]
    pub fn plan(self) -> Plan {
        // The texts are part of the program and a test opens each of them.
        read_plan(self.text().as_bytes()).unwrap_or_else(|_| Plan::new(Header::in_zone(Tz::UTC)))
    }

    /// A new plan that begins as this one, with an identity of its own.
    #[must_use]
    pub fn begin(self) -> Plan {
        self.plan().with_identity(Uuid::new_v4())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::plan_text;

    #[test]
    fn plans_begun_from_one_template_are_told_apart() {
        let (one, other) = (Template::Blank.begin(), Template::Blank.begin());
        assert_ne!(one.header().identity, other.header().identity);
        assert_eq!(read_plan(plan_text(&one).as_bytes()).unwrap(), one);
        assert_eq!(one.sessions(), Template::Blank.plan().sessions());
    }

    #[test]
    fn every_template_opens_and_is_written_as_a_plan_is_saved() {
        for template in Template::ALL {
            let plan = read_plan(template.text().as_bytes()).unwrap_or_else(|error| panic!("{template:?}: {error:?}"));
            assert_eq!(plan, template.plan());
            let saved = plan_text(&plan);
            let same = saved.lines().zip(template.text().lines()).position(|(ours, theirs)| ours != theirs);
            assert_eq!(same, None, "{template:?}: the line after this differs from what Plenary writes");
            assert_eq!(saved.len(), template.text().len(), "{template:?}");
        }
    }
}
