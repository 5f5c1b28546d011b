//! The plan: all tables together, always whole.

use std::collections::BTreeSet;
use std::sync::Arc;

use uuid::Uuid;

use super::patch::{Change, Patch, PatchError, Tabled};
use super::table::{for_each_table, with_id};
use super::zone::Tz;
use super::{
    AgendaItem, Body, ChangeRecord, Comment, Delegate, Dismissed, Document, Event, EventDates, Holder, Ink, Language,
    LocalText, Logo, Note, OwnField, OwnKind, OwnRank, OwnValues, Person, Post, Referrers, Release, Room, RoomRequest,
    Row, RowError, RowId, RuleChoice, Session, Statement, Table, Team, Topic, Waiver,
};

/// What is said about the plan as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// What tells this plan from every other on earth, drawn by lot when it was begun, so that calendars do not take a
    /// session of one conference for one of another. The plans that come with the program have none.
    pub identity: Option<Uuid>,
    /// What is planned.
    pub title: LocalText,
    /// What a reader must know, such as that the programme is not official.
    pub description: LocalText,
    /// The zone of times that belong to no event, and of new events.
    pub zone: Tz,
    /// The language in which the plan is kept first.
    pub language: Language,
    /// The number of the last release handed out; 0 before the first.
    pub release: u32,
    /// The symbol of the time management plan as a document, without its revision, such as `DT/1`; may be empty.
    pub symbol: String,
    /// The language in which it is written, before it is translated.
    pub original: Option<Language>,
    /// Who issues it; may be empty.
    pub issuer: LocalText,
    /// Whom to ask about it, and how; may be empty.
    pub contact: String,
    /// The mark that stands at the head of what is handed out.
    pub logo: Option<Logo>,
    /// The colour of its headings; the program's own where there is none.
    pub colour: Option<Ink>,
    /// The colour of its rules; that of headings where there is none.
    pub second_colour: Option<Ink>,
    /// What stands at the foot of each page beside what stands there anyway; may be empty.
    pub footer: LocalText,
    /// Sessions of other tools that were removed here, the last one last; no more than [`Dismissed::MOST`].
    pub dismissed: Vec<Dismissed>,
}

impl Header {
    /// One that says nothing but its zone; in English.
    #[must_use]
    pub fn in_zone(zone: Tz) -> Self {
        Self {
            identity: None,
            title: LocalText::default(),
            description: LocalText::default(),
            zone,
            language: Language::English,
            release: 0,
            symbol: String::new(),
            original: None,
            issuer: LocalText::default(),
            contact: String::new(),
            logo: None,
            colour: None,
            second_colour: None,
            footer: LocalText::default(),
            dismissed: Vec::new(),
        }
    }
}

/// The whole document. It is changed by [`Plan::apply`] only, so a `Plan` never holds a dangling reference.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    header: Arc<Header>,
    undecided: Arc<Patch>,
    kinds: Table<OwnKind>,
    fields: Table<OwnField>,
    ranks: Table<OwnRank>,
    events: Table<Event>,
    bodies: Table<Body>,
    rooms: Table<Room>,
    people: Table<Person>,
    topics: Table<Topic>,
    documents: Table<Document>,
    sessions: Table<Session>,
    statements: Table<Statement>,
    items: Table<AgendaItem>,
    posts: Table<Post>,
    teams: Table<Team>,
    delegates: Table<Delegate>,
    requests: Table<RoomRequest>,
    notes: Table<Note>,
    rules: Table<RuleChoice>,
    waivers: Table<Waiver>,
    releases: Table<Release>,
    records: Table<ChangeRecord>,
    comments: Table<Comment>,
}

impl Plan {
    /// The event that the plan is about: the longest one with hours. A bare year would be the longest of all, and has no
    /// first day.
    #[must_use]
    pub fn main_event(&self) -> Option<&Event> {
        let is_held = |event: &&Arc<Event>| event.hours.is_some() && matches!(event.dates, EventDates::Days { .. });
        let longest = self.events.iter().filter(is_held).max_by_key(|event| event.dates.len_days());
        longest.map(|event| &**event)
    }

    /// The release of this number.
    #[must_use]
    pub fn release(&self, number: u32) -> Option<&Arc<Release>> {
        self.releases.iter().find(|release| release.number == number)
    }

    /// A plan without rows.
    #[must_use]
    pub fn new(header: Header) -> Self {
        Self {
            header: Arc::new(header),
            undecided: Arc::default(),
            kinds: Table::default(),
            fields: Table::default(),
            ranks: Table::default(),
            events: Table::default(),
            bodies: Table::default(),
            rooms: Table::default(),
            people: Table::default(),
            topics: Table::default(),
            documents: Table::default(),
            sessions: Table::default(),
            statements: Table::default(),
            items: Table::default(),
            posts: Table::default(),
            teams: Table::default(),
            delegates: Table::default(),
            requests: Table::default(),
            notes: Table::default(),
            rules: Table::default(),
            waivers: Table::default(),
            releases: Table::default(),
            records: Table::default(),
            comments: Table::default(),
        }
    }

    /// The same plan under this identity.
    #[must_use]
    pub fn with_identity(self, identity: Uuid) -> Self {
        let header = Header { identity: Some(identity), ..Header::clone(&self.header) };
        Self { header: Arc::new(header), ..self }
    }

    /// What is said about the plan as a whole.
    #[must_use]
    pub fn header(&self) -> &Arc<Header> {
        &self.header
    }

    /// What somebody else did to a copy of this plan, and nobody has decided yet whether it shall be so here, too: each row
    /// as far as it has been taken into account, and as they have it. It is not part of what is planned, so it may refer
    /// to rows that are not there, and name rows that nobody changed because others need them.
    #[must_use]
    pub fn undecided(&self) -> &Arc<Patch> {
        &self.undecided
    }

    /// Whether there is such a row.
    #[must_use]
    pub fn contains(&self, id: RowId) -> bool {
        with_id!(id, id => Tabled::of_plan(self).contains(id))
    }

    /// What a row has in own fields; `None` where there is no such row.
    #[must_use]
    pub fn own_of(&self, row: RowId) -> Option<&OwnValues> {
        with_id!(row, id => Tabled::of_plan(self).get(id).map(|row| row.own()))
    }

    /// The own fields that such rows have, in their order.
    #[must_use]
    pub fn fields_of(&self, holder: Holder) -> impl DoubleEndedIterator<Item = &Arc<OwnField>> {
        self.fields.iter().filter(move |field| field.holder == holder)
    }

    /// Replaces the rows that `patch` names, all of them or none.
    ///
    /// # Errors
    /// A [`PatchError`], with the plan unchanged, when a row is not what the patch expects to find, is impossible by itself,
    /// or would leave a reference without a row.
    pub fn apply(&mut self, patch: &Patch) -> Result<(), PatchError> {
        self.expect_before(patch)?;
        self.check_left(patch, self)?;
        self.replace_checked(patch)
    }

    /// The same, where somebody knows who refers to whom in the plan as it is now.
    ///
    /// # Errors
    /// As [`Self::apply`].
    pub fn apply_known(&mut self, patch: &Patch, referrers: &dyn Referrers) -> Result<(), PatchError> {
        self.expect_before(patch)?;
        self.check_left(patch, referrers)?;
        self.replace_checked(patch)
    }

    fn replace_checked(&mut self, patch: &Patch) -> Result<(), PatchError> {
        self.replace(patch);
        self.check_after(patch).inspect_err(|_| self.replace(&patch.inverse()))
    }

    /// Replaces rows without checks: for a patch that has been applied to this very plan before, or its inverse.
    pub(crate) fn replace(&mut self, patch: &Patch) {
        if let Some(change) = &patch.header {
            self.header = Arc::clone(&change.after);
        }
        if let Some(change) = &patch.undecided {
            self.undecided = Arc::clone(&change.after);
        }
        macro_rules! put {
            ($table:ident $row:ident) => {
                for (&id, change) in &patch.$table {
                    self.$table.put(id, change.after.as_ref());
                }
            };
        }
        for_each_table!(put);
    }

    /// Looks whether every row that `patch` replaces is as it expects.
    pub(crate) fn expect_before(&self, patch: &Patch) -> Result<(), PatchError> {
        if patch.header.as_ref().is_some_and(|change| change.before != self.header) {
            return Err(PatchError::HeaderChanged);
        }
        if patch.undecided.as_ref().is_some_and(|change| change.before != self.undecided) {
            return Err(PatchError::HeaderChanged);
        }
        macro_rules! expect {
            ($table:ident $row:ident) => {
                for (&id, change) in &patch.$table {
                    if self.$table.get(id) != change.before.as_ref() {
                        return Err(if change.before.is_none() {
                            PatchError::Duplicate(id.into())
                        } else {
                            PatchError::Changed(id.into())
                        });
                    }
                }
            };
        }
        for_each_table!(expect);
        Ok(())
    }

    /// Looks at what `patch` has just put in.
    fn check_after(&self, patch: &Patch) -> Result<(), PatchError> {
        macro_rules! check {
            ($table:ident $row:ident) => {
                for (&id, change) in &patch.$table {
                    let Change { after: Some(row), .. } = change else { continue };
                    row.check().map_err(|why| PatchError::Impossible { row: id.into(), why })?;
                    let mut missing = None;
                    row.references(&mut |id| {
                        if missing.is_none() && !self.contains(id) {
                            missing = Some(id);
                        }
                    });
                    if let Some(target) = missing {
                        return Err(PatchError::Dangling { row: id.into(), target });
                    }
                    let is_held = |(field, value)| self.fields.get(field).is_some_and(|field| field.takes(value));
                    if !row.own().iter().all(is_held) {
                        return Err(PatchError::Impossible { row: id.into(), why: RowError::OtherValue });
                    }
                }
            };
        }
        for_each_table!(check);
        let natured = |session: &&Arc<Session>| {
            let own = session.own_kind.and_then(|kind| self.kinds.get(kind));
            own.is_some_and(|own| own.nature != session.kind)
        };
        let mut sessions = patch.sessions.values().filter_map(|change| change.after.as_ref());
        let odd = sessions.find(natured);
        odd.map_or(Ok(()), |odd| Err(PatchError::Impossible { row: odd.id.into(), why: RowError::OtherNature }))
    }

    /// Looks, before a patch is put in, for rows that would be left referring to one that it takes away, and for sessions
    /// that would be left behaving as their own kind does no more, or rows with what an own field can not hold any more.
    fn check_left(&self, patch: &Patch, referrers: &dyn Referrers) -> Result<(), PatchError> {
        let mut removed = BTreeSet::new();
        macro_rules! collect {
            ($table:ident $row:ident) => {
                let gone = patch.$table.iter().filter(|(_, change)| change.after.is_none());
                removed.extend(gone.map(|(&id, _)| RowId::from(id)));
            };
        }
        for_each_table!(collect);
        let mut dangling = None;
        if !removed.is_empty() {
            // Rows of the patch are looked at as they are after it.
            referrers.each_referrer(&removed, &mut |row, target| {
                if dangling.is_none() && !patch.contains(row) {
                    dangling = Some(PatchError::Dangling { row, target });
                }
            });
        }
        let renatured: BTreeSet<RowId> = patch.renatured().map(RowId::from).collect();
        if !renatured.is_empty() {
            referrers.each_referrer(&renatured, &mut |row, _| {
                if dangling.is_none() && matches!(row, RowId::Session(_)) && !patch.contains(row) {
                    dangling = Some(PatchError::Impossible { row, why: RowError::OtherNature });
                }
            });
        }
        let narrowed: BTreeSet<RowId> = patch.narrowed().map(RowId::from).collect();
        if !narrowed.is_empty() {
            referrers.each_referrer(&narrowed, &mut |row, target| {
                let RowId::Field(field) = target else { return };
                let value = self.own_of(row).and_then(|own| own.get(field));
                let is_held = || patch.after(self, field).zip(value).is_none_or(|(field, value)| field.takes(value));
                if dangling.is_none() && !patch.contains(row) && !is_held() {
                    dangling = Some(PatchError::Impossible { row, why: RowError::OtherValue });
                }
            });
        }
        dangling.map_or(Ok(()), Err)
    }
}

impl Referrers for Plan {
    /// Looks at every row of the plan.
    fn each_referrer(&self, targets: &BTreeSet<RowId>, visit: &mut dyn FnMut(RowId, RowId)) {
        macro_rules! look {
            ($table:ident $row:ident) => {
                for row in self.$table.iter() {
                    row.references(&mut |target| {
                        if targets.contains(&target) {
                            visit(row.id.into(), target);
                        }
                    });
                }
            };
        }
        for_each_table!(look);
    }
}

macro_rules! accessors {
    ($($(#[$doc:meta])* $table:ident: $row:ident),* $(,)?) => {
        impl Plan {
            $($(#[$doc])*
            #[must_use]
            pub fn $table(&self) -> &Table<$row> {
                &self.$table
            })*
        }
    };
}
accessors! {
    /// Own kinds of session.
    kinds: OwnKind,
    /// Own fields of sessions.
    fields: OwnField,
    /// What the plan says of ranks in protocol.
    ranks: OwnRank,
    /// Events: the conference, the meetings before it, milestones, deadlines.
    events: Event,
    /// What meets.
    bodies: Body,
    /// Where it meets.
    rooms: Room,
    /// Who has a part in it.
    people: Person,
    /// What is covered.
    topics: Topic,
    /// What is dealt with.
    documents: Document,
    /// The sittings.
    sessions: Session,
    /// The speaking list.
    statements: Statement,
    /// Items of the agendas of sessions.
    items: AgendaItem,
    /// Who leads the bodies, or is to.
    posts: Post,
    /// Teams of interpreters.
    teams: Team,
    /// Delegates of Member States and others, and what they are to follow.
    delegates: Delegate,
    /// Requests for rooms.
    requests: RoomRequest,
    /// Oddities and remarks.
    notes: Note,
    /// Choices about the rules of the checks.
    rules: RuleChoice,
    /// Findings that were accepted.
    waivers: Waiver,
    /// States that were handed out, or are to be.
    releases: Release,
    /// What is noted of changes.
    records: ChangeRecord,
    /// Comments and to-dos.
    comments: Comment,
}
