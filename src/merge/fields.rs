//! The fields of every table: each named once, here and nowhere else. What can be done with a row field by field stands
//! below; how a field merges is said by the type of what it holds (`content`).

use super::content::{Content, Ground, Redirection};
use super::names::FieldName;
use super::value::{Part, Value};
use crate::model::{
    AgendaItem, Body, ChangeRecord, Comment, Delegate, Document, Event, Header, LocalText, Note, OfficeRole, OwnField,
    OwnKind, OwnRank, Person, Post, Rank, Release, Room, RoomRequest, Row, RowId, RuleChoice, Session, Statement,
    Tabled, Team, Topic, Waiver,
};

/// A part of a field of a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The field.
    pub field: FieldName,
    /// Which part of it.
    pub part: Part,
}

/// What is done to each field of a row of type `R`.
pub(super) trait Visit<R> {
    /// Does it to one field.
    fn field<C: Content>(&mut self, name: FieldName, get: impl Fn(&R) -> C, set: impl Fn(&mut R, C));
}

/// A row, or the header, as fields.
pub(super) trait Fields: Clone + PartialEq {
    /// Visits every field.
    fn each(visit: &mut impl Visit<Self>);
}

/// A row that can be brought together with another one.
pub(super) trait Merges: Fields + Tabled {
    /// Whether the row goes where any row goes that it refers to.
    const NEEDS_ALL: bool = false;

    /// Whether two rows that were made apart, and have got the same name by chance or from elsewhere, are about the same
    /// thing.
    fn is_twin(&self, other: &Self) -> bool;

    /// Gives it another name.
    fn rename(&mut self, id: crate::model::Id<Self>);
}

/// Names the fields of a type: `Name: (members)`. It does not compile while a member of the type is left out.
macro_rules! fields {
    ($row:ident, but ($($kept:ident)?): $($name:ident: ($($member:ident),+)),+ $(,)?) => {
        impl Fields for $row {
            fn each(visit: &mut impl Visit<Self>) {
                // Whoever adds a member to the type is told here that it must be named below.
                let _ = |row: &Self| {
                    let $row { $($kept: _,)? $($($member: _),+),+ } = row;
                };
                $(visit.field(
                    FieldName::$name,
                    |row: &Self| ($(row.$member.clone()),+),
                    |row: &mut Self, content| ($(row.$member),+) = content,
                );)+
            }
        }
    };
    ($row:ident, twins |$one:ident, $other:ident| $twins:expr $(, needs_all $needs:literal)?;
     $($rest:tt)+) => {
        impl Merges for $row {
            $(const NEEDS_ALL: bool = $needs;)?

            fn is_twin(&self, other: &Self) -> bool {
                let ($one, $other) = (self, other);
                $twins
            }

            fn rename(&mut self, id: crate::model::Id<Self>) {
                self.id = id;
            }
        }
        fields! { $row, but (id): $($rest)+ }
    };
}

/// Whether both are called the same, in any language in which both are called something.
fn same_title(one: &LocalText, other: &LocalText) -> bool {
    one.iter().any(|(language, text)| other.exact(language) == Some(text))
}

fn same_text(one: &str, other: &str) -> bool {
    !one.trim().is_empty() && one == other
}

fields! { Header, but ():
    Identity: (identity), Title: (title), Description: (description), Zone: (zone), Language: (language),
    Release: (release), Symbol: (symbol), Original: (original), Issuer: (issuer), Contact: (contact),
    Colour: (colour), SecondColour: (second_colour), Footer: (footer), Logo: (logo), Dismissed: (dismissed),
}
fields! { OwnKind, twins |one, other| same_title(&one.title, &other.title);
    Title: (title), Nature: (nature), Hue: (hue), Sign: (sign), Sources: (sources),
}
fields! { OwnField, twins |one, other| {
        same_title(&one.title, &other.title) && one.holder == other.holder && one.form.sort() == other.form.sort()
    };
    Title: (title), Holder: (holder), Form: (form), HandedOut: (handed_out), Sources: (sources),
}
// The name of one that says something of a built-in rank is that of the rank, so it is about the same in every plan.
fields! { OwnRank, twins |one, other| same_title(&one.title, &other.title) || Rank::of_row(one.id) != Rank::Own(one.id);
    Title: (title), SpeakingClass: (class), Order: (order), StandsIn: (stands_in), Sources: (sources),
}
fields! { Event, twins |one, other| same_title(&one.title, &other.title);
    Kind: (kind), Code: (code), Title: (title), Dates: (dates), Place: (place), Zone: (zone), Format: (format),
    Host: (host), Hours: (hours), Theme: (theme), Description: (description), Documents: (documents), After: (after),
    Speaking: (speaking), Owner: (owner), State: (state), NextStep: (next_step), Areas: (areas),
    CountsFrom: (counts_from), Class: (class), Tally: (tally), Sources: (sources),
}
fields! { Body, twins |one, other| same_title(&one.title, &other.title);
    Kind: (kind), Code: (code), Title: (title), Parent: (parent), Cities: (cities), SetUpAt: (set_up_at),
    Report: (report), Zone: (zone), Own: (own), Sources: (sources),
}
fields! { Room, twins |one, other| same_title(&one.title, &other.title);
    Title: (title), Place: (place), Capacity: (capacity), Booths: (booths), Virtual: (is_virtual), Shared: (is_shared),
    Layout: (layout), Equipment: (equipment), Setup: (setup_mins), Turnaround: (turnaround_mins), Closed: (closed),
    Order: (order), CameAs: (came_as), Own: (own), Sources: (sources),
}
fields! { Person, twins |one, other| same_text(&one.name, &other.name);
    Address: (address), Name: (name), Function: (function), Represents: (represents), Region: (region), Gender: (gender), Rank: (rank), Away: (away),
    Contact: (contact), CameAs: (came_as), Own: (own), Sources: (sources),
}
fields! { Topic, twins |one, other| same_title(&one.title, &other.title);
    Kind: (kind), Code: (code), Title: (title), Objective: (objective), Region: (region), Event: (event),
    Group: (group), State: (state), Consensus: (needs_consensus), Facilitator: (facilitator),
    FacilitatedBy: (facilitated_by), CurrentText: (text), SupportedBy: (supported_by), AmendedBy: (amended_by),
    OpposedBy: (opposed_by), Own: (own), Sources: (sources),
}
fields! { Document, twins |one, other| same_text(&one.symbol, &other.symbol);
    Symbol: (symbol), Title: (title), Kind: (kind), Author: (author), AuthorName: (author_name), Due: (due),
    Event: (event), Issued: (issued), Languages: (languages), Stages: (stages), Link: (link),
    Own: (own), Sources: (sources),
}
// Two lunches on two days are called the same and are two; so are two that wait for a time in two events.
fields! { Session, twins |one, other| {
        let is_waiting = start(one).is_none();
        same_title(&one.title, &other.title) && start(one) == start(other) && (!is_waiting || one.event == other.event)
    };
    Event: (event), Kind: (kind, own_kind), Title: (title), Bodies: (bodies),
    Placement: (placement, planned_length, wish), Pinned: (pinned), Status: (status), Number: (number), Held: (held), Podium: (podium), Issued: (issued),
    AgendaAdopted: (agenda_adopted), AgendaContinues: (agenda_continues), Pause: (pause_secs),
    Languages: (languages), Teams: (teams), People: (people), Documents: (documents), Topics: (topics), After: (after),
    Attendance: (expected_attendance), Concerns: (concerns), Elements: (elements), Groups: (groups), Link: (link), Webcast: (webcast), Captioned: (captioned), Reserved: (is_reserved), Own: (own),
    ArrivedFrom: (arrived), Remarks: (remarks), Sources: (sources),
}
fields! { Statement, twins |one, other| one.speaker == other.speaker;
    Speaker: (speaker), Session: (session), Order: (order), Length: (length_secs), Requested: (requested),
    OnBehalfOf: (on_behalf_of), ByHand: (by_hand), HeldPlace: (held_place), Wish: (wish), Present: (present), Request: (request),
    Settled: (settled), SettledBy: (settled_by), ExceptionBy: (exception_by), MinisterAbsent: (minister_absent), Consent: (consent), TextState: (text),
    Link: (link), Language: (language), OtherLanguage: (other_language), DeliveredFrom: (delivered_from),
    Delivery: (delivery), Begun: (begun), SpokenSecs: (spoken_secs), Remarks: (remarks), Sources: (sources),
}
fields! { AgendaItem, twins |one, other| one.session == other.session && same_title(&one.title, &other.title);
    Session: (session), Order: (order), Kind: (kind), Level: (level), ItemNumber: (number), Title: (title),
    Presentation: (presentation_secs), Discussion: (discussion_secs), Fixed: (fixed_mins), Abstract: (summary),
    Speakers: (speakers), Presenters: (presenters), Topics: (topics), Documents: (documents), Origin: (origin),
    ContinuedFrom: (continued_from), Outcome: (outcome), ReferredTo: (referred_to), DecidedBy: (decided_by),
    FollowUp: (follow_up), Remarks: (remarks), Sources: (sources),
}
// A body has one chair, and one vice-chair for each region; of others it has as many as people.
fields! { Post, twins |one, other| {
        (one.body, one.role, one.kept_for, one.language) == (other.body, other.role, other.kept_for, other.language)
            && match one.role {
                OfficeRole::Chair => true,
                OfficeRole::ViceChair if one.kept_for.is_some() || one.language.is_some() => true,
                _ => one.person == other.person,
            }
    };
    Body: (body), OfficeRole: (role), KeptFor: (kept_for), Language: (language), Person: (person),
    Designation: (designation), Asked: (asked), Reminded: (reminded), Received: (received), Confirmed: (confirmed),
    Owner: (owner), Due: (due), ProposedBy: (proposed_by), DecidedAt: (decided_at), Remarks: (remarks),
    Sources: (sources),
}
fields! { Team, twins |one, other| same_title(&one.title, &other.title);
    Title: (title), Languages: (languages), Size: (size), Members: (members), From: (from), Until: (until),
    Order: (order), Remarks: (remarks), Sources: (sources),
}
fields! { Delegate, twins |one, other| {
        same_text(&one.represents, &other.represents) && same_text(&one.function, &other.function) && one.event == other.event
    };
    Represents: (represents), Function: (function), Person: (person), Event: (event), Group: (group), Interests: (interests),
    From: (from), Until: (until), Attends: (attends), Order: (order), Sources: (sources),
}
fields! { RoomRequest, twins |one, other| {
        same_text(&one.asked_by, &other.asked_by)
            && (one.purpose, one.start, one.received) == (other.purpose, other.start, other.received)
            && (one.start.is_some() || same_title(&one.title, &other.title))
    };
    Event: (event), Title: (title), Purpose: (purpose), AskedBy: (asked_by), Body: (body), Contact: (contact),
    Start: (start), LengthMins: (length), Headcount: (headcount), Public: (is_public), ReceivedAt: (received),
    Answer: (answer), Answered: (answered), Reason: (reason), Session: (session), Remarks: (remarks),
    Sources: (sources),
}
fields! { Note, twins |one, other| same_title(&one.text, &other.text);
    Text: (text), Handling: (handling), About: (about), Sources: (sources),
}
// Its name is that of the rule, so it is about the same in every plan.
fields! { RuleChoice, twins |_one, _other| true;
    Severity: (severity), Numbers: (numbers),
}
fields! { Waiver, twins |one, other| one.facts == other.facts && one.sessions == other.sessions, needs_all true;
    Rule: (rule), Sessions: (sessions), Facts: (facts), Reason: (reason),
}

fields! { Release, twins |one, other| one.number == other.number;
    Number: (number), Made: (made), Label: (label), Note: (note), By: (by), Stage: (stage), Body: (body),
    Meeting: (meeting), Approved: (approved), Symbol: (symbol), Issued: (issued), Content: (content),
}
fields! { ChangeRecord, twins |one, other| {
        (one.session, one.since, one.part) == (other.session, other.since, other.part)
    }, needs_all true;
    Session: (session), Since: (since), Part: (part), RequestedBy: (requested_by), DecidedBy: (decided_by),
    Reason: (reason), ChairTold: (chair_told), InterpretersTold: (interpreters_told), RoomsTold: (rooms_told),
    WebcastTold: (webcast_told), CateringTold: (catering_told),
}
fields! { Comment, twins |one, other| (one.session, &one.text) == (other.session, &other.text), needs_all true;
    Session: (session), By: (by), At: (at), Text: (text), ToDo: (is_to_do), Assignee: (assignee), Due: (due),
    Done: (done), DoneBy: (done_by),
}

fn start(session: &Session) -> Option<crate::model::CivilTime> {
    session.placement.as_ref().map(|at| at.start)
}

/// The spots at which two rows differ.
pub(super) fn differing<R: Fields>(one: &R, other: &R) -> Vec<Spot> {
    struct Differing<'a, R>(&'a R, &'a R, Vec<Spot>);
    impl<R> Visit<R> for Differing<'_, R> {
        fn field<C: Content>(&mut self, field: FieldName, get: impl Fn(&R) -> C, _set: impl Fn(&mut R, C)) {
            let parts = get(self.0).differing(&get(self.1));
            self.2.extend(parts.into_iter().map(|part| Spot { field, part }));
        }
    }
    let mut differing = Differing(one, other, Vec::new());
    R::each(&mut differing);
    differing.2
}

/// Whether two rows say the same; what only follows from other rows does not count.
pub(super) fn is_same<R: Fields>(one: &R, other: &R) -> bool {
    one == other || differing(one, other).is_empty()
}

/// Whether two rows agree at a spot.
pub(super) fn agrees<R: Fields>(one: &R, other: &R, spot: &Spot) -> bool {
    struct Agrees<'a, R>(&'a R, &'a R, &'a Spot, bool);
    impl<R> Visit<R> for Agrees<'_, R> {
        fn field<C: Content>(&mut self, field: FieldName, get: impl Fn(&R) -> C, _set: impl Fn(&mut R, C)) {
            if field == self.2.field {
                self.3 = get(self.0).agrees(&get(self.1), &self.2.part);
            }
        }
    }
    let mut agrees = Agrees(one, other, spot, true);
    R::each(&mut agrees);
    agrees.3
}

/// What stands at a spot of a row.
pub(super) fn value<R: Fields>(row: &R, spot: &Spot) -> Value {
    struct Read<'a, R>(&'a R, &'a Spot, Value);
    impl<R> Visit<R> for Read<'_, R> {
        fn field<C: Content>(&mut self, field: FieldName, get: impl Fn(&R) -> C, _set: impl Fn(&mut R, C)) {
            if field == self.1.field {
                self.2 = get(self.0).value(&self.1.part);
            }
        }
    }
    let mut read = Read(row, spot, Value::Nothing);
    R::each(&mut read);
    read.2
}

/// The row with what another one has at a spot.
pub(super) fn with<R: Fields>(row: &R, spot: &Spot, from: &R) -> R {
    struct Take<'a, R>(R, &'a R, &'a Spot);
    impl<R> Visit<R> for Take<'_, R> {
        fn field<C: Content>(&mut self, field: FieldName, get: impl Fn(&R) -> C, set: impl Fn(&mut R, C)) {
            if field == self.2.field {
                let mut content = get(&self.0);
                content.take(&self.2.part, &get(self.1));
                set(&mut self.0, content);
            }
        }
    }
    let mut take = Take(row.clone(), from, spot);
    R::each(&mut take);
    take.0
}

/// The row with what both have at a spot, where that makes sense.
pub(super) fn with_both<R: Fields>(ours: &R, spot: &Spot, theirs: &R) -> Option<R> {
    struct Both<'a, R>(&'a R, &'a R, &'a Spot, Option<R>);
    impl<R: Clone> Visit<R> for Both<'_, R> {
        fn field<C: Content>(&mut self, field: FieldName, get: impl Fn(&R) -> C, set: impl Fn(&mut R, C)) {
            if field == self.2.field {
                let (ours, theirs) = (get(self.0), get(self.1));
                // What one side says already is no third way.
                let both = ours.both(&self.2.part, &theirs).filter(|both| *both != ours && *both != theirs);
                self.3 = both.map(|both| {
                    let mut row = self.0.clone();
                    set(&mut row, both);
                    row
                });
            }
        }
    }
    let mut both = Both(ours, theirs, spot, None);
    R::each(&mut both);
    both.3
}

/// Two rows that were made of `base` in one, and theirs as far as it is in it. Without a base, both were made apart.
pub(super) struct Merging<'a, R> {
    /// What both were made of.
    pub base: Option<&'a R>,
    /// The row here.
    pub ours: &'a R,
    /// The row there.
    pub theirs: &'a R,
    /// What it can stand on.
    pub ground: &'a dyn Ground,
    /// A field that stays as it is here.
    pub held: Option<FieldName>,
}

impl<R: Fields> Merging<'_, R> {
    /// The merged row, and what of theirs has been taken into account.
    pub fn run(&self) -> (R, R) {
        struct Run<'a, R>(&'a Merging<'a, R>, R, R);
        impl<R> Visit<R> for Run<'_, R> {
            fn field<C: Content>(&mut self, name: FieldName, get: impl Fn(&R) -> C, set: impl Fn(&mut R, C)) {
                let (ours, theirs) = (get(self.0.ours), get(self.0.theirs));
                let base = self.0.base.map(&get).or_else(C::empty);
                match base {
                    _ if ours == theirs => {}
                    Some(base) if self.0.held != Some(name) => {
                        let outcome = C::merge(&base, &ours, &theirs, self.0.ground);
                        set(&mut self.1, outcome.value);
                        set(&mut self.2, outcome.seen);
                    }
                    base => set(&mut self.2, base.unwrap_or(ours)),
                }
            }
        }
        let mut run = Run(self, self.ours.clone(), self.theirs.clone());
        R::each(&mut run);
        (run.1, run.2)
    }
}

/// What of a row can stand; `None` where that is not enough.
pub(super) fn standing<R: Merges>(row: &R, ground: &dyn Ground) -> Option<R> {
    struct Stand<'a, R>(Option<R>, &'a dyn Ground, bool);
    impl<R> Visit<R> for Stand<'_, R> {
        fn field<C: Content>(&mut self, _: FieldName, get: impl Fn(&R) -> C, set: impl Fn(&mut R, C)) {
            let Some(row) = &mut self.0 else { return };
            let content = get(row);
            match if content.stands(self.1) { Some(content.clone()) } else { content.standing(self.1) } {
                Some(standing) if standing == content => {}
                Some(standing) if !self.2 => set(row, standing),
                _ => self.0 = None,
            }
        }
    }
    let mut stand = Stand(Some(row.clone()), ground, R::NEEDS_ALL);
    R::each(&mut stand);
    stand.0
}

/// The row with its references led elsewhere; `None` where it can not be without one that leads nowhere now.
pub(super) fn redirected<R: Merges>(row: &R, to: Redirection) -> Option<R> {
    struct Lead<'a, R>(Option<R>, Redirection<'a>);
    impl<R> Visit<R> for Lead<'_, R> {
        fn field<C: Content>(&mut self, _: FieldName, get: impl Fn(&R) -> C, set: impl Fn(&mut R, C)) {
            let Some(row) = &mut self.0 else { return };
            let mut content = get(row);
            let before = content.clone();
            if !content.redirect(self.1) {
                self.0 = None;
            } else if content != before {
                set(row, content);
            }
        }
    }
    let mut stays = true;
    row.references(&mut |target| stays &= to(target).is_some());
    if R::NEEDS_ALL && !stays {
        return None;
    }
    let mut lead = Lead(Some(row.clone()), to);
    R::each(&mut lead);
    lead.0
}

/// The rows that a row refers to.
pub(super) fn references<R: Row>(row: &R) -> Vec<RowId> {
    let mut rows = Vec::new();
    row.references(&mut |target| rows.push(target));
    rows
}
