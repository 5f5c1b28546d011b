//! Which session of the plan a row of a table means.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::columns::{Field, Pasted};
use super::names::key;
use super::near::ends;
use crate::model::{Plan, SessionId};

/// The sessions of a plan that the rows of a table may mean.
pub struct Matched {
    /// By titles that stand in the table.
    by_title: HashMap<String, Vec<SessionId>>,
    /// Titles that several rows have.
    repeated: HashSet<String>,
}

impl Matched {
    /// Looks at each session once.
    pub fn new(pasted: &Pasted, plan: &Plan) -> Self {
        let mut by_title: HashMap<String, Vec<SessionId>> = HashMap::new();
        let mut repeated = HashSet::new();
        for row in pasted.rows() {
            let title = key(pasted.cell(row, Field::Title));
            if !title.is_empty() && by_title.insert(title.clone(), Vec::new()).is_some() {
                repeated.insert(title);
            }
        }
        if by_title.is_empty() {
            return Self { by_title, repeated };
        }
        // Most titles of a large plan are none of these; the first and the last letter tell so at once.
        let wanted: HashSet<(char, char)> = by_title.keys().map(|title| ends(title)).collect();
        for session in plan.sessions().iter() {
            for (_, title) in session.title.iter().filter(|(_, title)| wanted.contains(&ends(title))) {
                if let Some(ids) = by_title.get_mut(&key(title))
                    && !ids.contains(&session.id)
                {
                    ids.push(session.id);
                }
            }
        }
        Self { by_title, repeated }
    }

    /// The session that a row means: the one of its code, else the only one of its title, else the one of that title which
    /// begins then. A title that comes again and again, such as that of a break, means none by itself.
    pub fn find(&self, plan: &Plan, id: &str, title: &str, start: Option<(NaiveDate, u16)>) -> Option<SessionId> {
        let coded = id.parse().ok().filter(|&id: &SessionId| plan.sessions().contains(id));
        coded.or_else(|| {
            let title = key(title);
            let ids = self.by_title.get(&title)?;
            match ids[..] {
                [only] if !self.repeated.contains(&title) => Some(only),
                _ => ids.iter().copied().find(|&id| {
                    let span = plan.sessions().get(id).and_then(|session| session.span());
                    span.is_some_and(|span| {
                        start == Some((span.start.date(), u16::try_from(span.start.minute_of_day()).unwrap_or(0)))
                    })
                }),
            }
        })
    }
}
