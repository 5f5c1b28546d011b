//! Which comments are listed, and in which order; worked out once per change of a comment.

use chrono::NaiveDate;

use crate::app::context::ViewContext;
use crate::app::filter::folded;
use crate::app::phrases::row_title;
use crate::model::{Comment, CommentId, Session};
use crate::texts::tid;
use crate::workbench::Generation;

/// What is listed before anything else is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// What is still to be done.
    #[default]
    Open,
    /// Of that, what whoever works here wrote or is to do.
    Mine,
    /// Of that, what was to be done before today.
    Overdue,
    /// All comments, also what is done.
    All,
}

impl Sort {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Open, Self::Mine, Self::Overdue, Self::All];

    /// The id of what it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => tid("to-dos-filter-open"),
            Self::Mine => tid("to-dos-filter-mine"),
            Self::Overdue => tid("to-dos-filter-overdue"),
            Self::All => tid("to-dos-filter-all"),
        }
    }
}

/// What is let through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sieve {
    /// Of which sort.
    pub sort: Sort,
    /// Only what this person wrote or is to do.
    pub who: Option<String>,
    /// Only what is to be done by this day.
    pub until: Option<NaiveDate>,
    /// Words that must all occur in the text, in a name, or in the name of the session.
    pub words: String,
}

/// What a list was made of.
#[derive(Clone, Debug, PartialEq)]
struct Asked {
    sieve: Sieve,
    author: String,
    today: Option<NaiveDate>,
}

impl Asked {
    fn lets(&self, cx: &ViewContext<'_>, words: &[String], comment: &Comment) -> bool {
        let Sieve { sort, who, until, .. } = &self.sieve;
        let is_of = |name: &String| comment.by == *name || comment.assignee == *name;
        let says = || {
            let session = row_title(cx, comment.session.into());
            let text = folded(&format!("{} {} {} {session}", comment.text, comment.by, comment.assignee));
            words.iter().all(|word| text.contains(word.as_str()))
        };
        let is_of_sort = match sort {
            Sort::Open => comment.is_open(),
            Sort::Mine => comment.is_open() && is_of(&self.author),
            Sort::Overdue => is_overdue(comment, self.today),
            Sort::All => true,
        };
        is_of_sort
            && who.as_ref().is_none_or(is_of)
            && until.is_none_or(|day| comment.due.is_some_and(|due| due <= day))
            && (words.is_empty() || says())
    }
}

/// Whether it should have been done before today; nothing is where no clock says which day it is.
#[must_use]
pub fn is_overdue(comment: &Comment, today: Option<NaiveDate>) -> bool {
    comment.is_open() && comment.due.zip(today).is_some_and(|(due, today)| due < today)
}

/// The list: what is to be done first comes first, then what was written last.
#[derive(Debug, Default)]
pub struct Lines {
    known: Option<(Generation, Asked)>,
    people: Vec<String>,
    shown: Vec<CommentId>,
}

impl Lines {
    /// Follows the plan and what is let through.
    pub fn follow(&mut self, cx: &ViewContext<'_>, sieve: &Sieve) {
        let author = cx.settings.author.clone();
        let asked = Asked { sieve: sieve.clone(), author, today: cx.now.map(|now| now.date()) };
        let now = cx.workbench.generation();
        if let Some((known, of)) = &mut self.known
            && *of == asked
            && (*known == now || is_untouched(cx, *known))
        {
            *known = now;
            return;
        }
        let words: Vec<String> = sieve.words.split_whitespace().map(folded).collect();
        let comments = || cx.plan.comments().iter();
        let mut shown: Vec<&Comment> = comments().map(|row| &**row).filter(|row| asked.lets(cx, &words, row)).collect();
        shown.sort_by_key(|comment| {
            let due = comment.due.filter(|_| comment.is_open()).unwrap_or(NaiveDate::MAX);
            (!comment.is_open(), due, std::cmp::Reverse(comment.at), comment.id)
        });
        self.shown = shown.into_iter().map(|comment| comment.id).collect();
        let names = comments().flat_map(|comment| [&comment.by, &comment.assignee]).filter(|name| !name.is_empty());
        let names: std::collections::BTreeSet<&String> = names.collect();
        self.people = names.into_iter().cloned().collect();
        self.known = Some((now, asked));
    }

    /// Those that are let through, in their order.
    #[must_use]
    pub fn shown(&self) -> &[CommentId] {
        &self.shown
    }

    /// Everybody who wrote one or is to do something.
    #[must_use]
    pub fn people(&self) -> &[String] {
        &self.people
    }
}

/// Whether neither comments nor sessions, whose names are searched, have changed since then.
fn is_untouched(cx: &ViewContext<'_>, since: Generation) -> bool {
    let patches = cx.workbench.since(since);
    patches.is_some_and(|patches| {
        patches
            .into_iter()
            .all(|patch| patch.changes::<Comment>().next().is_none() && patch.changes::<Session>().next().is_none())
    })
}
