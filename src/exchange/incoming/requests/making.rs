//! Makes requests of the rows of a table, and people who are missing.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;

use super::super::columns::Pasted;
use super::super::grid::GridRow;
use super::super::values::{self, Days};
use super::super::words;
use super::asked::{Answer, Answers, Asked, Question};
use super::columns::RequestField;
use super::days;
use super::{RequestNote, RequestOutcome, RequestRow};
use crate::edit::FreeIds;
use crate::model::address::{self, name_key};
use crate::model::speaking::{self, ListStep};
use crate::model::states::{self, State, party_key};
use crate::model::{CivilTime, Language, Person, PersonId, Plan, Rank, Statement, StatementId, TextState, folded};
use crate::texts::recognized::Recognized;
use crate::texts::{names, typed};

/// Makes requests of rows.
pub struct Maker<'a> {
    pasted: &'a Pasted<RequestField>,
    plan: &'a Plan,
    answers: &'a Answers,
    now: Option<CivilTime>,
    near: Days,
    is_published: bool,
    statement_ids: FreeIds<'a, Statement>,
    person_ids: FreeIds<'a, Person>,
    known: Known,
    /// What a row has said something of already.
    taken: HashSet<StatementId>,
    statements: BTreeMap<StatementId, Statement>,
    people: BTreeMap<PersonId, Person>,
}

/// Who asked already, and who is known.
#[derive(Default)]
struct Known {
    /// Statements, by the party they are given for.
    by_party: HashMap<String, Vec<StatementId>>,
    /// Statements, by the name of the speaker.
    by_name: HashMap<String, Vec<StatementId>>,
    /// People, by party and name.
    people: HashMap<(String, String), PersonId>,
    parties: HashSet<String>,
}

/// What a row says.
struct Said<'a> {
    /// For whom: what stands in the cell, and the State that it means.
    party: &'a str,
    state: Option<&'static State>,
    address: String,
    name: String,
    /// Whether nobody is named, and the party stands for its speaker.
    is_nameless: bool,
    function: &'a str,
    rank: Option<Rank>,
    language: Option<Result<Language, &'a str>>,
    present: Option<Vec<NaiveDate>>,
    requested: Option<CivilTime>,
    text: Option<TextState>,
    remarks: &'a str,
}

impl Known {
    fn new(plan: &Plan) -> Self {
        let mut known = Self::default();
        for person in plan.people().iter() {
            let party = party_key(&person.represents);
            known.parties.insert(party.clone());
            known.people.entry((party, name_key(&person.name))).or_insert(person.id);
        }
        for statement in plan.statements().iter() {
            if let Some(person) = plan.people().get(statement.speaker) {
                known.add(statement.id, person);
            }
        }
        known
    }

    fn add(&mut self, id: StatementId, person: &Person) {
        self.by_party.entry(party_key(&person.represents)).or_default().push(id);
        self.by_name.entry(name_key(&person.name)).or_default().push(id);
    }
}

impl<'a> Maker<'a> {
    /// Nothing is made yet.
    pub fn new(pasted: &'a Pasted<RequestField>, plan: &'a Plan, answers: &'a Answers, now: Option<CivilTime>) -> Self {
        let event = speaking::main_event(plan).and_then(|id| plan.events().get(id));
        let today = now.map_or_else(NaiveDate::default, CivilTime::date);
        let cells = || pasted.rows().iter().map(|row| pasted.cell(row, RequestField::Requested));
        let within = event.map_or((today, today), |event| event.dates.first_and_last());
        Self {
            pasted,
            plan,
            answers,
            now,
            near: Days { within, month_first: values::is_month_first(cells()) },
            is_published: event.is_some_and(|event| event.speaking.step() == ListStep::Published),
            statement_ids: FreeIds::new(plan.statements(), "statement-"),
            person_ids: FreeIds::new(plan.people(), "person-"),
            known: Known::new(plan),
            taken: HashSet::new(),
            statements: BTreeMap::new(),
            people: BTreeMap::new(),
        }
    }

    /// What has been made: statements and people, new and changed.
    pub fn finish(self) -> (Vec<Statement>, Vec<Person>) {
        (self.statements.into_values().collect(), self.people.into_values().collect())
    }

    /// What becomes of a row. One that waits for an answer leaves nothing behind.
    pub fn make(&mut self, row: &'a GridRow) -> RequestRow {
        let mut made = RequestRow { outcome: RequestOutcome::Nobody, asked: Vec::new(), notes: Vec::new() };
        let mut said = self.said(row, &mut made.notes);
        if said.name.is_empty() {
            return made;
        }
        let found = self.found(&said);
        self.ask(row, &mut said, found, &mut made.asked);
        let answers: Vec<Option<Answer>> = made.asked.iter().map(|asked| self.answers.get(asked)).collect();
        made.outcome = if answers.contains(&Some(Answer::LeaveOut)) {
            RequestOutcome::LeftOut
        } else if found.is_some_and(|id| self.taken.contains(&id)) {
            RequestOutcome::Repeated
        } else if answers.contains(&None) {
            RequestOutcome::Waits
        } else if let Some(id) = found {
            self.change(id, &said, &mut made.notes)
        } else {
            self.add(&said);
            RequestOutcome::New
        };
        made
    }

    /// What a row says, as far as it can be read.
    fn said(&self, row: &'a GridRow, notes: &mut Vec<(RequestField, RequestNote)>) -> Said<'a> {
        let cell = |field| self.pasted.cell(row, field);
        let party = cell(RequestField::State);
        let state = states::named(party);
        let (before, name) = address::split(cell(RequestField::Name));
        let own = cell(RequestField::Address);
        let is_nameless = name.is_empty();
        let name = if is_nameless { state.map_or(party, |state| state.name(Language::English)) } else { name };
        let language = Some(cell(RequestField::Language)).filter(|text| !text.is_empty());
        let text = cell(RequestField::Text);
        let progress = if text.is_empty() { Ok(None) } else { text_state(text) };
        if progress.is_err() {
            notes.push((RequestField::Text, RequestNote::Text));
        }
        Said {
            party,
            state,
            address: if own.is_empty() { before } else { own }.to_owned(),
            name: name.to_owned(),
            is_nameless,
            function: cell(RequestField::Function),
            rank: None,
            language: language.map(|text| typed::language(text).ok_or(text)),
            present: None,
            requested: None,
            text: progress.unwrap_or_default(),
            remarks: cell(RequestField::Remarks),
        }
    }

    /// The statement that a row means: that of the same party and name, or the only one of a party of which one of both
    /// names nobody; where no party is told, the only one of that name.
    fn found(&self, said: &Said<'_>) -> Option<StatementId> {
        let of = |map: &HashMap<String, Vec<StatementId>>, key: &str| map.get(key).cloned().unwrap_or_default();
        if said.party.is_empty() {
            return match of(&self.known.by_name, &name_key(&said.name))[..] {
                [only] => Some(only),
                _ => None,
            };
        }
        let party = of(&self.known.by_party, &party_key(said.party));
        let name = name_key(&said.name);
        let same =
            party.iter().copied().find(|&id| self.speaker(id).is_some_and(|person| name_key(&person.name) == name));
        same.or_else(|| {
            let is_open = |id: StatementId| said.is_nameless || self.speaker(id).is_some_and(is_nameless);
            match party[..] {
                [only] if is_open(only) => Some(only),
                _ => None,
            }
        })
    }

    fn statement(&self, id: StatementId) -> Option<&Statement> {
        self.statements.get(&id).or_else(|| self.plan.statements().get(id).map(|row| &**row))
    }

    fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.get(&id).or_else(|| self.plan.people().get(id).map(|row| &**row))
    }

    fn speaker(&self, id: StatementId) -> Option<&Person> {
        self.person(self.statement(id)?.speaker)
    }

    /// Reads what may need an answer, and takes what is answered.
    fn ask(&self, row: &'a GridRow, said: &mut Said<'a>, found: Option<StatementId>, asked: &mut Vec<Asked>) {
        let cell = |field| self.pasted.cell(row, field);
        let mut ask = |new: Asked| {
            let answer = self.answers.get(&new);
            asked.push(new);
            answer
        };
        let is_known = self.known.parties.contains(&party_key(said.party));
        if !said.party.is_empty() && said.state.is_none() && !is_known {
            ask(Asked::new(Question::State, said.party));
        }
        if let Some(state) = said.state.filter(|_| found.is_none()) {
            let others = self.known.by_party.get(state.code).into_iter().flatten();
            if others.filter_map(|&id| self.statement(id)).any(Statement::speaks) {
                ask(Asked::in_row(Question::Twice, said.party, row.number));
            }
        }
        let rank = cell(RequestField::Rank);
        let words = if rank.is_empty() { said.function } else { rank };
        // What the rank does not say by itself says what its holder is.
        if said.function.is_empty() && !typed::is_bare_rank(self.plan, rank) {
            said.function = rank;
        }
        said.rank = match typed::rank(self.plan, words) {
            typed::SaidRank::Is(rank) => Some(rank),
            typed::SaidRank::Nothing if rank.is_empty() => None,
            _ if self.is_settled(found, words) => None,
            _ => match ask(Asked::new(Question::Rank, words)) {
                Some(Answer::Rank(rank)) => Some(rank),
                _ => None,
            },
        };
        let present = cell(RequestField::Present);
        said.present = days::days(present, self.near);
        if said.present.is_none() && !present.is_empty() {
            ask(Asked::new(Question::Present, present));
        }
        let requested = cell(RequestField::Requested);
        let read = values::day_and_time(requested, self.near);
        said.requested =
            read.map(|(day, minute)| CivilTime::midnight(day).plus_mins(i32::from(minute.unwrap_or_default())));
        if said.requested.is_none() && !requested.is_empty() {
            ask(Asked::new(Question::Requested, requested));
        }
    }

    /// Whether somebody has said before which rank the holder of this function has.
    fn is_settled(&self, found: Option<StatementId>, function: &str) -> bool {
        let person = found.and_then(|id| self.speaker(id));
        person.is_some_and(|person| person.rank != Rank::Other && folded(&person.function) == folded(function))
    }

    /// A new request, of somebody who may be known.
    fn add(&mut self, said: &Said<'_>) {
        let party = said.state.map_or(said.party, |state| state.name(Language::English));
        let known = self.known.people.get(&(party_key(party), name_key(&said.name))).copied();
        let id = known.unwrap_or_else(|| self.person_ids.give());
        let mut person = self
            .person(id)
            .cloned()
            .unwrap_or_else(|| Person { represents: party.to_owned(), ..Person::new(id, &said.name) });
        let is_new = known.is_none();
        let changed = describe(&mut person, said);
        let mut statement = Statement { requested: self.now, ..Statement::new(self.statement_ids.give(), id) };
        request(&mut statement, said);
        self.known.add(statement.id, &person);
        self.known.people.insert((party_key(party), name_key(&said.name)), id);
        self.known.parties.insert(party_key(party));
        self.taken.insert(statement.id);
        self.statements.insert(statement.id, statement);
        if is_new || !changed.is_empty() {
            self.people.insert(id, person);
        }
    }

    /// What a row changes in a statement that is there.
    fn change(
        &mut self,
        id: StatementId,
        said: &Said<'_>,
        notes: &mut Vec<(RequestField, RequestNote)>,
    ) -> RequestOutcome {
        self.taken.insert(id);
        let (Some(before), Some(speaker)) = (self.statement(id).cloned(), self.speaker(id).cloned()) else {
            return RequestOutcome::Nobody;
        };
        let (mut statement, mut person) = (before.clone(), speaker.clone());
        let mut changed = describe(&mut person, said);
        changed.extend(request(&mut statement, said));
        if statement.requested != before.requested && self.is_published && before.session.is_some() {
            // It decides between two of one order, and nobody's place changes there.
            statement.requested = before.requested;
            changed.retain(|field| *field != RequestField::Requested);
            notes.push((RequestField::Requested, RequestNote::Published));
        }
        if person != speaker {
            self.people.insert(person.id, person);
        }
        if statement != before {
            self.statements.insert(id, statement);
        }
        if changed.is_empty() { RequestOutcome::Same(id) } else { RequestOutcome::Changed(id, changed) }
    }
}

/// Whether the name of a person is only that of the party.
fn is_nameless(person: &Person) -> bool {
    folded(&person.name) == folded(&person.represents)
}

/// How far a text has come, as a cell says: by yes, or by a word for that. Nothing for a no, which takes nothing back.
fn text_state(cell: &str) -> Result<Option<TextState>, ()> {
    static STATES: std::sync::LazyLock<Recognized> =
        std::sync::LazyLock::new(|| Recognized::new("model", &TextState::ALL.map(names::text_state)));
    match words::yes(cell) {
        Some(true) => Ok(Some(TextState::Received)),
        Some(false) => Ok(None),
        None => STATES.place(cell).map(|place| Some(TextState::ALL[place])).ok_or(()),
    }
}

/// Takes what is said of somebody; answers what is different then. What is not said stays.
fn describe(person: &mut Person, said: &Said<'_>) -> Vec<RequestField> {
    let mut changed = Vec::new();
    if is_nameless(person) && !said.is_nameless && folded(&person.name) != folded(&said.name) {
        person.name.clone_from(&said.name);
        changed.push(RequestField::Name);
    }
    let (within, name) = address::split(&person.name);
    let known = if person.address.is_empty() { within } else { &person.address };
    if !said.address.is_empty() && known != said.address {
        if person.address.is_empty() {
            person.name = name.to_owned();
        }
        person.address.clone_from(&said.address);
        changed.push(RequestField::Address);
    }
    if !said.function.is_empty() && person.function != said.function {
        said.function.clone_into(&mut person.function);
        changed.push(RequestField::Function);
    }
    if let Some(rank) = said.rank.filter(|rank| *rank != person.rank) {
        person.rank = rank;
        changed.push(RequestField::Rank);
    }
    changed
}

/// Takes what is said of a request; answers what is different then. What is not said stays.
fn request(statement: &mut Statement, said: &Said<'_>) -> Vec<RequestField> {
    let before = statement.clone();
    match said.language {
        Some(Ok(language)) => statement.language = Some(language),
        // Into which of the six the delegation brings it is said elsewhere.
        Some(Err(other)) => other.clone_into(&mut statement.other_language),
        None => {}
    }
    if let Some(days) = &said.present {
        statement.present.clone_from(days);
    }
    statement.requested = said.requested.or(statement.requested);
    match said.text {
        // Who says only that it is here takes nothing back.
        Some(TextState::Received) if statement.text != TextState::Missing => {}
        Some(text) => statement.text = text,
        None => {}
    }
    if !said.remarks.is_empty() {
        said.remarks.clone_into(&mut statement.remarks);
    }
    let language = |row: &Statement| (row.language, row.other_language.clone());
    let all = [
        (RequestField::Language, language(&before) != language(statement)),
        (RequestField::Present, before.present != statement.present),
        (RequestField::Requested, before.requested != statement.requested),
        (RequestField::Text, before.text != statement.text),
        (RequestField::Remarks, before.remarks != statement.remarks),
    ];
    all.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| field).collect()
}
