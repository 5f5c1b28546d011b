//! Names that are nearly the same. Nothing is guessed: what is near is said, and somebody chooses.

/// A new name that is near to one that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// The name in the file.
    pub name: String,
    /// What it is near to.
    pub like: String,
}

/// Names that something can be near to, by their first letter.
#[derive(Default)]
pub struct Names {
    all: Vec<(String, String)>,
}

impl Names {
    /// These names.
    pub fn new(names: impl Iterator<Item = String>) -> Self {
        Self { all: names.map(|name| (crate::texts::folded(&name), name)).take(20_000).collect() }
    }

    /// The name that this one is near to, if there is one and no other is as near.
    pub fn near(&self, name: &str) -> Option<&str> {
        let wanted = crate::texts::folded(name);
        let mut best: Option<(usize, &str)> = None;
        for (known, shown) in &self.all {
            if known.chars().next() != wanted.chars().next() {
                continue;
            }
            if let Some(distance) = distance(&wanted, known) {
                match best {
                    Some((least, _)) if least <= distance => {}
                    _ => best = Some((distance, shown)),
                }
            }
        }
        best.map(|(_, shown)| shown)
    }
}

/// How many letters two names differ by, where that is few: numbers and single letters must be the same, for Room 1 is not
/// Room 2, and Room A not Room B.
fn distance(one: &str, other: &str) -> Option<usize> {
    if one.contains(other) || other.contains(one) {
        let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
        let is_whole = long.strip_prefix(short).is_some_and(|rest| rest.starts_with([' ', ',', '(', '.']));
        if is_whole && short.chars().count() >= 4 {
            return Some(1);
        }
    }
    let marks = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words
            .filter(|word| word.chars().count() <= 2 || word.contains(|c: char| c.is_numeric()))
            .map(str::to_owned)
            .collect()
    };
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().take(80).collect(), other.chars().take(80).collect());
    let most = a.len().min(b.len()) / 5;
    if most == 0 || a.len().abs_diff(b.len()) > most.min(3) || marks(one) != marks(other) {
        return None;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(corner + 1);
        }
    }
    let distance = row[b.len()];
    (1..=most.min(3)).contains(&distance).then_some(distance)
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
