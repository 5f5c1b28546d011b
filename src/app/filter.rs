//! Which sessions the filter lets through.

use std::collections::{BTreeSet, HashSet};

use crate::model::{
    Body, ChoiceId, FieldId, FieldValue, Kind, Meeting, Meetings, OwnField, Patch, Plan, RowId, Session, SessionId,
};
use crate::workbench::{Generation, Workbench};

pub use crate::texts::folded;

/// By what sessions are filtered: within one table any will do, between tables all must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Events, bodies, rooms, people, topics and documents.
    pub rows: BTreeSet<RowId>,
    /// Kinds of sessions; any will do.
    pub kinds: BTreeSet<Kind>,
    /// What stands in own fields: within one field any will do, between fields all must hold.
    pub own: BTreeSet<OwnFilter>,
    /// Words that must all occur in the session's texts.
    pub words: String,
}

/// One thing by which sessions are filtered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FilterBy {
    /// A row of the plan.
    Row(RowId),
    /// A kind of session.
    Kind(Kind),
    /// What stands in an own field.
    Own(OwnFilter),
}

/// What must stand in an own field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OwnFilter {
    /// This choice.
    Choice(FieldId, ChoiceId),
    /// Anything: it is ticked, or filled in.
    Filled(FieldId),
    /// Nothing.
    Empty(FieldId),
}

impl OwnFilter {
    /// The field.
    #[must_use]
    pub fn field(self) -> FieldId {
        match self {
            Self::Choice(field, _) | Self::Filled(field) | Self::Empty(field) => field,
        }
    }

    /// What one can ask of a field.
    pub fn of(field: &OwnField) -> impl Iterator<Item = Self> {
        let (id, choices) = (field.id, field.choices().iter());
        choices.map(move |choice| Self::Choice(id, choice.id)).chain([Self::Filled(id), Self::Empty(id)])
    }

    fn lets(self, session: &Session) -> bool {
        let value = session.own.get(self.field());
        match self {
            Self::Choice(_, choice) => value == Some(&FieldValue::Choice(choice)),
            Self::Filled(_) => value.is_some(),
            Self::Empty(_) => value.is_none(),
        }
    }
}

impl Filter {
    /// Whether it lets everything through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// How many things it asks for; all its words are one.
    #[must_use]
    pub fn count(&self) -> usize {
        self.rows.len() + self.kinds.len() + self.own.len() + usize::from(!self.words.trim().is_empty())
    }

    /// Everything it asks for but words.
    pub fn parts(&self) -> impl Iterator<Item = FilterBy> {
        let rows = self.rows.iter().map(|&row| FilterBy::Row(row));
        let kinds = self.kinds.iter().map(|&kind| FilterBy::Kind(kind));
        kinds.chain(rows).chain(self.own.iter().map(|&own| FilterBy::Own(own)))
    }

    /// Lets sessions through that have to do with this, or no longer asks for it.
    pub fn toggle(&mut self, by: FilterBy) {
        match by {
            FilterBy::Row(row) => toggle(&mut self.rows, row),
            FilterBy::Kind(kind) => toggle(&mut self.kinds, kind),
            FilterBy::Own(own) => toggle(&mut self.own, own),
        }
    }

    /// Whether it asks for this.
    #[must_use]
    pub fn asks_for(&self, by: FilterBy) -> bool {
        match by {
            FilterBy::Row(row) => self.rows.contains(&row),
            FilterBy::Kind(kind) => self.kinds.contains(&kind),
            FilterBy::Own(own) => self.own.contains(&own),
        }
    }

    /// Its words as they are compared.
    fn compared_words(&self) -> Vec<String> {
        self.words.split_whitespace().map(folded).collect()
    }

    /// The sessions it lets through; `None` when it is empty and lets all through. Looks at every session.
    #[must_use]
    pub fn matches(&self, workbench: &Workbench) -> Option<HashSet<SessionId>> {
        if self.is_empty() {
            return None;
        }
        let words = self.compared_words();
        let sessions = workbench.plan().sessions().iter();
        Some(sessions.filter(|session| self.lets(workbench, session, &words)).map(|session| session.id).collect())
    }

    /// Whether it lets a session through; `words` are those of [`Self::words`] as they are compared.
    fn lets(&self, workbench: &Workbench, session: &Session, words: &[String]) -> bool {
        let plan = workbench.plan();
        let by_rows = self.rows.iter().all(|wanted| {
            // Any row of the same table will do.
            let alike = |row: &&RowId| row.kind() == wanted.kind();
            self.rows.iter().filter(alike).any(|&row| touches(plan, session, row))
        });
        let by_kind = self.kinds.is_empty() || self.kinds.contains(&session.called());
        let by_own = self.own.iter().all(|wanted| {
            let alike = |own: &&OwnFilter| own.field() == wanted.field();
            self.own.iter().filter(alike).any(|own| own.lets(session))
        });
        by_rows
            && by_kind
            && by_own
            && (words.is_empty() || {
                let text = folded(&search_text(plan, session, workbench.index().meeting(session.id)));
                words.iter().all(|word| text.contains(word.as_str()))
            })
    }
}

fn toggle<T: Ord>(set: &mut BTreeSet<T>, wanted: T) {
    if !set.remove(&wanted) {
        set.insert(wanted);
    }
}

/// Whether a session has to do with a row; a body also stands for its groups.
fn touches(plan: &Plan, session: &Session, row: RowId) -> bool {
    use crate::model::Row as _;
    let mut found = false;
    session.references(&mut |id| found |= id == row);
    if let RowId::Body(body) = row {
        found |= session.bodies.iter().any(|&own| {
            let mut at = plan.bodies().get(own).and_then(|row| row.parent);
            // A chain of bodies is short; the limit guards against bodies that belong to each other.
            for _ in 0..8 {
                let Some(parent) = at else { return false };
                if parent == body {
                    return true;
                }
                at = plan.bodies().get(parent).and_then(|row| row.parent);
            }
            false
        });
    }
    found
}

/// Everything by which a session is searched: its id, titles in all languages, its number among the meetings of its body,
/// bodies, rooms, topics, own fields, remarks.
#[must_use]
pub fn search_text(plan: &Plan, session: &Session, meeting: Option<Meeting>) -> String {
    let mut text = session.id.to_string();
    let mut add = |part: &str| {
        text.push(' ');
        text.push_str(part);
    };
    session.title.iter().for_each(|(_, title)| add(title));
    meeting.iter().flat_map(|meeting| meeting.codes(plan)).for_each(|code| add(&code));
    if let Some(own) = session.own_kind.and_then(|kind| plan.kinds().get(kind)) {
        own.title.iter().for_each(|(_, title)| add(title));
    }
    for body in session.bodies.iter().filter_map(|&id| plan.bodies().get(id)) {
        body.code.iter().chain(body.title.iter()).for_each(|(_, title)| add(title));
    }
    for room in session.rooms().iter().filter_map(|&id| plan.rooms().get(id)) {
        room.title.iter().for_each(|(_, title)| add(title));
    }
    for topic in session.topics.iter().filter_map(|&id| plan.topics().get(id)) {
        add(&topic.code);
    }
    for document in session.documents.iter().filter_map(|&id| plan.documents().get(id)) {
        add(&document.symbol);
    }
    for person in session.people.iter().filter_map(|part| plan.people().get(part.person)) {
        add(&person.name);
    }
    for (field, value) in session.own.iter() {
        match value {
            FieldValue::Text(text) => add(text),
            FieldValue::Number(number) => add(&number.to_string()),
            FieldValue::Date(day) => add(&day.to_string()),
            FieldValue::Choice(id) => {
                let choice = plan.fields().get(field).and_then(|field| field.choice(*id));
                choice.into_iter().flat_map(|choice| choice.title.iter()).for_each(|(_, title)| add(title));
            }
            // Who looks for what is ticked looks for the name of the tick.
            FieldValue::Tick => {
                let field = plan.fields().get(field);
                field.into_iter().flat_map(|field| field.title.iter()).for_each(|(_, title)| add(title));
            }
        }
    }
    add(&session.remarks);
    text
}

/// The sessions that a filter lets through. They follow the plan.
#[derive(Debug, Default)]
pub struct Matches {
    filter: Filter,
    followed: Option<Generation>,
    found: Option<HashSet<SessionId>>,
}

impl Matches {
    /// The sessions that come through; `None` lets all through.
    #[must_use]
    pub fn found(&self) -> Option<&HashSet<SessionId>> {
        self.found.as_ref()
    }

    /// Follows the plan and the filter.
    pub fn follow(&mut self, workbench: &Workbench, filter: &Filter) {
        let known = self.followed.filter(|_| self.filter == *filter).and_then(|known| workbench.since(known));
        match (known, &mut self.found) {
            (Some(_), None) => {}
            (Some(patches), Some(found)) => match touched(workbench, patches) {
                Some(touched) if touched.is_empty() => {}
                Some(touched) => {
                    let words = filter.compared_words();
                    for id in touched {
                        match workbench.plan().sessions().get(id) {
                            Some(session) if filter.lets(workbench, session, &words) => found.insert(id),
                            _ => found.remove(&id),
                        };
                    }
                }
                None => self.found = filter.matches(workbench),
            },
            (None, _) => {
                self.filter = filter.clone();
                self.found = filter.matches(workbench);
            }
        }
        self.followed = Some(workbench.generation());
    }
}

/// The sessions that may come through now and did not before, or the other way round: those that have changed, and those
/// that have to do with another row that has; `None` where any may.
#[must_use]
pub fn touched<'a>(workbench: &Workbench, patches: impl Iterator<Item = &'a Patch>) -> Option<BTreeSet<SessionId>> {
    let mut touched = BTreeSet::new();
    for patch in patches {
        // A body stands for the bodies below it.
        if patch.changes::<Body>().any(|(_, change)| change.differs(|body| body.parent)) {
            return None;
        }
        // What is cancelled or moved gives others another number.
        for body in Meetings::touched(patch) {
            touched.extend(workbench.index().sessions_of(body));
        }
        for row in patch.rows() {
            match row {
                RowId::Session(id) => _ = touched.insert(id),
                row => touched.extend(workbench.index().sessions_of(row)),
            }
        }
    }
    Some(touched)
}
