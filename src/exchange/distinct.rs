//! Names that are told apart.

use std::collections::BTreeSet;

/// `names`, changed where one comes twice or is empty: what stands beside it is added.
pub fn distinct<'a>(names: impl Iterator<Item = (String, &'a str)>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut free = |name: &str| taken.insert(name.to_owned());
    let mut given = Vec::new();
    for (name, id) in names {
        let plain = if name.is_empty() { id.to_owned() } else { name };
        let mut name = plain.clone();
        let mut number = 1;
        while !free(&name) {
            name = if number == 1 { format!("{plain} ({id})") } else { format!("{plain} ({id}, {number})") };
            number += 1;
        }
        given.push(name);
    }
    given
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rooms_of_one_name_are_told_apart() {
        let names = [("Hall A", "a"), ("Hall A", "b"), ("Hall A (b)", "c"), ("", "d"), ("Hall A", "b")];
        let names = distinct(names.into_iter().map(|(name, id)| (name.to_owned(), id)));
        assert_eq!(names, ["Hall A", "Hall A (b)", "Hall A (b) (c)", "d", "Hall A (b, 2)"]);
    }
}
