//! Names that are nearly the same. Nothing is guessed: what is near is said, and somebody chooses.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::exchange::incoming::near::{ByEnds, by_ends, near};
use crate::model::{LocalText, Plan, SessionKind};
use crate::texts::names::session_kind;
use crate::texts::{folded, in_all_languages};

/// What a name is one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is what it says")]
pub enum Named {
    Kind,
    Room,
    Person,
    Body,
}

impl Named {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Kind, Self::Room, Self::Person, Self::Body];
}

/// What somebody says of a name that is near to one of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NearAnswer {
    /// It means what it is near to.
    Same,
    /// It is another one.
    New,
    /// It is left out.
    LeftOut,
}

/// A name that the plan does not have, and that is near to one that it has, or to one that came before in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// What it is the name of.
    pub named: Named,
    /// The name in the file.
    pub name: String,
    /// What it is near to.
    pub like: String,
    /// Whether that is new as well: then nothing waits for an answer.
    pub is_within: bool,
    /// What somebody says of it. Without an answer it is taken for another one.
    pub answer: Option<NearAnswer>,
}

/// What was answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NearAnswers(HashMap<(Named, String), NearAnswer>);

impl NearAnswers {
    /// Takes an answer about a name.
    pub fn give(&mut self, named: Named, name: &str, answer: NearAnswer) {
        self.0.insert((named, name.to_owned()), answer);
    }

    /// What was answered about a name.
    #[must_use]
    pub fn of(&self, named: Named, name: &str) -> Option<NearAnswer> {
        self.0.get(&(named, name.to_owned())).copied()
    }
}

/// What becomes of a name that the plan does not have.
pub enum Met {
    /// It means this one.
    Like(String),
    /// It is new.
    New,
    /// It is left out.
    LeftOut,
}

/// The names of a plan, and those that came and are near to them.
pub struct Asked<'a> {
    plan: &'a Plan,
    names: [OnceCell<Names>; 4],
    answers: &'a NearAnswers,
    /// Each once, in the order in which they came.
    pub all: Vec<Near>,
    /// Every name that was met, and its place where it is near to another one.
    met: [HashMap<String, Option<usize>>; 4],
    /// Those of the session that is being made, by their places.
    of_session: Vec<usize>,
}

impl<'a> Asked<'a> {
    /// Nothing has come yet.
    pub fn new(plan: &'a Plan, answers: &'a NearAnswers) -> Self {
        let (names, met) = (Default::default(), Default::default());
        Self { plan, names, answers, all: Vec::new(), met, of_session: Vec::new() }
    }

    /// What becomes of a name that the plan does not have; the session that is being made has it. `others` are asked where no
    /// name of the plan is near to it: another name, and whether that is new as well.
    pub fn meet(&mut self, named: Named, name: &str, others: impl FnOnce() -> Option<(String, bool)>) -> Met {
        let at = match self.met[named as usize].get(name) {
            Some(&known) => known,
            None => {
                let names = self.names[named as usize].get_or_init(|| Names::of(self.plan, named));
                let like = names.near(name).map(|like| (like.to_owned(), false)).or_else(others);
                let answer = self.answers.of(named, name);
                let near = like.map(|(like, is_within)| Near { named, name: name.to_owned(), like, is_within, answer });
                let at = near.map(|near| {
                    self.all.push(near);
                    self.all.len() - 1
                });
                self.met[named as usize].insert(name.to_owned(), at);
                at
            }
        };
        self.note(named, name);
        match at.map(|at| &self.all[at]) {
            Some(Near { answer: Some(NearAnswer::Same), like, .. }) => Met::Like(like.clone()),
            Some(Near { answer: Some(NearAnswer::LeftOut), .. }) => Met::LeftOut,
            _ => Met::New,
        }
    }

    /// Notes that the session that is being made has a name that was met before.
    pub fn note(&mut self, named: Named, name: &str) {
        if let Some(&Some(at)) = self.met[named as usize].get(name)
            && !self.of_session.contains(&at)
        {
            self.of_session.push(at);
        }
    }

    /// The places of the names that the session that was made has, each once.
    pub fn take_noted(&mut self) -> Vec<usize> {
        std::mem::take(&mut self.of_session)
    }
}

/// Names that something can be near to.
#[derive(Default)]
pub struct Names {
    /// As texts are compared, and as they are shown.
    all: Vec<(String, String)>,
    by_ends: ByEnds<usize>,
}

impl Names {
    /// What rows of a plan are called.
    fn of(plan: &Plan, named: Named) -> Self {
        let texts = |text: &LocalText| text.iter().map(|(_, title)| title.to_owned()).collect::<Vec<_>>();
        match named {
            Named::Kind => {
                let own = plan.kinds().iter().map(|kind| kind.title.clone());
                let built_in = SessionKind::ALL.into_iter().map(|kind| in_all_languages(session_kind(kind)));
                Self::new(own.chain(built_in).flat_map(|title| texts(&title)))
            }
            Named::Room => Self::new(plan.rooms().iter().flat_map(|room| texts(&room.title))),
            Named::Person => Self::new(plan.people().iter().map(|person| person.name.clone())),
            Named::Body => {
                Self::new(plan.bodies().iter().flat_map(|body| texts(&body.code).into_iter().chain(texts(&body.title))))
            }
        }
    }

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
