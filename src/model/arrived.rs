//! Where a session came from that was brought in from another tool, what it was told there, and what a planner did not want of it.

/// A session of another tool.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Arrived {
    /// What the other tool calls the conference.
    pub source: String,
    /// What it calls the session; empty where it has no name there.
    pub id: String,
    /// What each part of it was when it was last brought in, as fingerprints: `title:3f1c09ab time:…`. By that one knows
    /// who has changed it since.
    pub last: String,
}

impl Arrived {
    /// What a part was when it was last brought in.
    #[must_use]
    pub fn last(&self, part: &str) -> Option<&str> {
        self.last.split(' ').filter_map(|word| word.split_once(':')).find(|&(name, _)| name == part).map(|(_, was)| was)
    }
}

/// A session of another tool that a planner has removed here, so that it does not come again unasked.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dismissed {
    /// What the other tool calls the conference.
    pub source: String,
    /// What it calls the session; empty where it has no name there.
    pub id: String,
    /// What the session was called here.
    pub title: String,
}

impl Dismissed {
    /// So many are kept in a plan, as many as it can have sessions; older ones are forgotten.
    pub const MOST: usize = 200_000;

    /// Forgets the first of them where there are more than [`Self::MOST`].
    pub fn bound(all: &mut Vec<Self>) {
        all.drain(..all.len().saturating_sub(Self::MOST));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_part_was_is_found_by_its_name() {
        let arrived = Arrived { last: "title:1a time:2b".to_owned(), ..Arrived::default() };
        assert_eq!((arrived.last("title"), arrived.last("time"), arrived.last("tim")), (Some("1a"), Some("2b"), None));
    }
}
