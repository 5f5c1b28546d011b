//! The lines of the table: names that are asked about, sessions of the file with what is asked of them beneath, sessions
//! that are gone, and what was not understood.

use crate::exchange::arriving::{ArrivedRow, Draft, State};
use crate::model::Plan;
use crate::texts::folded;

use super::looked::{Looked, Wish};

/// One line; what it is about by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Line {
    /// A name that is near to one of the plan.
    Name(usize),
    /// A session of the file.
    Row(usize),
    /// What is different there and here of the session above.
    Differs(usize),
    /// A session that is there no more.
    Gone(usize),
    /// What was not understood, or how it was.
    Remark(usize),
    /// That there is more of that.
    Untold(usize),
}

/// Which lines are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Show {
    #[default]
    All,
    New,
    Changed,
    Same,
    Gone,
    Decide,
    Remarks,
}

impl Show {
    /// All of them, in the order of their buttons.
    pub const ALL: [Self; 7] =
        [Self::All, Self::New, Self::Changed, Self::Same, Self::Gone, Self::Decide, Self::Remarks];
}

/// The lines that are shown, and how many of each sort there are.
#[derive(Debug, Default)]
pub struct Lines {
    /// Those that are shown.
    pub shown: Vec<Line>,
    /// For each of [`Show::ALL`].
    pub counts: [usize; 7],
}

/// Among which sort a session of the file is.
pub fn sort_of(looked: &Looked, wish: &Wish, place: usize) -> Show {
    let Some(row) = looked.all.rows.get(place) else { return Show::Same };
    match row.state {
        _ if wish.asks(&looked.all, place) => Show::Decide,
        State::New => Show::New,
        State::Changed(_) => Show::Changed,
        State::Same | State::Joined | State::Without | State::Dismissed => Show::Same,
        State::Not => Show::Remarks,
    }
}

/// Whether anything is said beneath a session of the file: what is not taken of it.
pub fn differs(row: &ArrivedRow, wish: &Wish, place: usize) -> bool {
    row.there.is_some() || wish.theirs.contains(&place)
}

impl Lines {
    /// The lines of a file. `words` is what somebody looks for; `told` puts a remark into words.
    pub fn new(
        (looked, wish): (&Looked, &Wish),
        (draft, plan): (&Draft, &Plan),
        (show, words): (Show, &str),
        told: impl Fn(usize) -> String,
    ) -> Self {
        let (mut shown, mut counts) = (Vec::new(), [0; 7]);
        let wanted = folded(words.trim());
        let has = |text: &str| wanted.is_empty() || folded(text).contains(&wanted);
        let mut add = |line: Line, sort: Show, is_wanted: bool| {
            counts[sort as usize] += 1;
            let is_of_all = sort != Show::Remarks || matches!(line, Line::Row(_));
            counts[Show::All as usize] += usize::from(is_of_all && !matches!(line, Line::Name(_)));
            let is_shown = is_wanted && (show == sort || (show == Show::All && is_of_all));
            shown.extend(is_shown.then_some(line));
            is_shown
        };
        let mut beneath = Vec::new();
        for (at, near) in looked.all.near.iter().enumerate() {
            // What is answered can be looked at again.
            let sort = if near.answer.is_none() { Show::Decide } else { Show::Same };
            add(Line::Name(at), sort, has(&near.name) || has(&near.like));
        }
        for (place, (row, said)) in looked.all.rows.iter().zip(&draft.sessions).enumerate() {
            let sort = sort_of(looked, wish, place);
            let is_wanted = said.title.texts.iter().any(|(_, title)| has(title)) || has(&said.origin.id);
            if add(Line::Row(place), sort, is_wanted) && differs(row, wish, place) {
                beneath.push(place);
            }
        }
        for (at, id) in looked.all.gone.iter().enumerate() {
            let session = plan.sessions().get(*id);
            let is_wanted = session.is_some_and(|session| session.title.iter().any(|(_, title)| has(title)));
            add(Line::Gone(at), Show::Gone, is_wanted);
        }
        for at in 0..looked.report.remarks.len() {
            add(Line::Remark(at), Show::Remarks, wanted.is_empty() || has(&told(at)));
        }
        if looked.report.untold > 0 {
            add(Line::Untold(looked.report.untold), Show::Remarks, true);
        }
        Self { shown: with_beneath(shown, &beneath), counts }
    }
}

/// The lines, with those that belong beneath others.
fn with_beneath(shown: Vec<Line>, beneath: &[usize]) -> Vec<Line> {
    if beneath.is_empty() {
        return shown;
    }
    let mut all = Vec::with_capacity(shown.len() + beneath.len());
    let mut beneath = beneath.iter().copied().peekable();
    for line in shown {
        all.push(line);
        if let Line::Row(place) = line
            && beneath.next_if_eq(&place).is_some()
        {
            all.push(Line::Differs(place));
        }
    }
    all
}
