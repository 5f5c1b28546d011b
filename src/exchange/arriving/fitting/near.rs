//! Names that are nearly the same. Nothing is guessed: what is near is said, and somebody chooses.

use crate::exchange::incoming::near::{ByEnds, by_ends, near};
use crate::texts::folded;

/// A new name that is near to one that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// The name in the file.
    pub name: String,
    /// What it is near to.
    pub like: String,
}

/// Names that something can be near to.
#[derive(Default)]
pub struct Names {
    /// As texts are compared, and as they are shown.
    all: Vec<(String, String)>,
    by_ends: ByEnds<usize>,
}

impl Names {
    /// These names.
    pub fn new(names: impl Iterator<Item = String>) -> Self {
        let all: Vec<(String, String)> = names.map(|name| (folded(&name), name)).take(20_000).collect();
        let places = all.iter().enumerate().map(|(place, (known, _))| (known.clone(), place)).collect();
        Self { by_ends: by_ends(&places), all }
    }

    /// The name that this one is near to: by a slip of the hand, as in tables, or because one goes on where the other ends,
    /// `Saal 1` and `Saal 1 (ground floor)`.
    pub fn near(&self, name: &str) -> Option<&str> {
        let wanted = folded(name);
        let place = near(&self.by_ends, &wanted).first().copied();
        let place = place.or_else(|| self.all.iter().position(|(known, _)| goes_on(known, &wanted)));
        place.map(|place| self.all[place].1.as_str())
    }
}

/// Whether one of two names is the beginning of the other one, up to the end of a word.
fn goes_on(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let behind = long.strip_prefix(short).filter(|rest| rest.starts_with([' ', ',', '(', '.']));
    behind.is_some() && short.chars().count() >= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_near_and_numbers_are_not() {
        let names = Names::new(
            ["Plenary Hall", "Room 1", "Room A", "Burkina Faso", "Saal 1 (ground floor)"]
                .map(str::to_owned)
                .into_iter(),
        );
        for (name, near) in [
            ("Plenary Hal", Some("Plenary Hall")),
            ("Burkino Fasso", Some("Burkina Faso")),
            ("Saal 1", Some("Saal 1 (ground floor)")),
            ("Room 2", None),
            ("Room B", None),
            ("Foyer", None),
        ] {
            assert_eq!(names.near(name), near, "{name}");
        }
    }
}
