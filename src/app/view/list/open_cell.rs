//! What is being typed into a cell, and the command it stands for. It names its session, so it can never be written to
//! another one. One that was refused is thrown away when another way gives its cell a value.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::edit::{Command, Refusal, new_person, placing, resolve};
use crate::model::{
    BodyId, FieldSort, FieldValue, Language, Participation, PersonId, Plan, RoomId, Session, SessionId,
};
use crate::texts::{folded, numbers::number_text, tid};

use super::columns::{Column, Editor};
use super::options::{Offer, Value};
use crate::app::context::ViewContext;
use crate::app::phrases;
use crate::texts::typed;

/// An open editor.
#[derive(Clone, Debug)]
pub struct OpenCell {
    /// The session as it was when the editor opened.
    pub before: Arc<Session>,
    /// Which of its cells.
    pub column: Column,
    /// How that is edited.
    pub editor: Editor,
    /// What has been typed: the new value, or the words that shorten the list.
    pub text: String,
    /// What the text was at first.
    untouched: String,
    /// What there is to choose from.
    pub choices: Vec<Offer>,
    /// What is chosen.
    pub chosen: Vec<Value>,
    /// The place among the choices left that Enter takes.
    pub at: usize,
    /// Whether the planner has done anything but look.
    pub touched: bool,
    /// Whether several have been ticked one by one.
    pub ticked: bool,
    /// Why it can not be taken as it is.
    pub mistake: Option<Mistake>,
    /// Whether it still has to take the keyboard.
    pub wants_focus: bool,
    /// Where the caret is to be when it does.
    pub begin: Option<Begin>,
}

/// Where somebody begins in the text of an editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begin {
    /// All of it is selected, so that typing replaces it.
    Whole,
    /// Behind it.
    End,
}

/// Why what was typed can not be taken.
#[derive(Clone, Debug, PartialEq)]
pub enum Mistake {
    /// It is no time of day.
    Clock,
    /// It is no day.
    Day,
    /// It is no length.
    Length,
    /// The end would not be after the start.
    End,
    /// A session without a start can have no end.
    Unscheduled,
    /// It is no number of people.
    Count,
    /// It is no number.
    Number,
    /// No meeting has this number.
    Meeting,
    /// None of the choices is meant.
    NoChoice,
    /// The plan would not have it.
    Refused(Refusal),
}

impl Mistake {
    /// The sentence about it.
    #[must_use]
    pub fn text(&self, cx: &ViewContext<'_>) -> String {
        let id = match self {
            Self::Clock => tid("list-flaw-clock"),
            Self::Day => tid("list-flaw-day"),
            Self::Length => tid("list-flaw-length"),
            Self::End => tid("list-flaw-end"),
            Self::Unscheduled => tid("list-flaw-unscheduled"),
            Self::Count => tid("list-flaw-count"),
            Self::Number => tid("field-expected-number"),
            Self::Meeting => tid("list-flaw-meeting"),
            Self::NoChoice => tid("list-flaw-no-choice"),
            Self::Refused(refusal) => return phrases::refusal(cx, refusal),
        };
        cx.text(id).to_owned()
    }
}

impl OpenCell {
    /// Opens an editor; `None` where the column has none.
    #[must_use]
    pub fn new(
        plan: &Plan,
        (session, column): (&Arc<Session>, Column),
        choices: Vec<Offer>,
        titles: Language,
    ) -> Option<Self> {
        let editor = column.editor(plan)?;
        let text = text_of(session, column, titles);
        let chosen = Value::of(session, column);
        let at = choices.iter().position(|choice| chosen.first() == Some(&choice.value)).unwrap_or(0);
        Some(Self {
            before: Arc::clone(session),
            column,
            editor,
            untouched: text.clone(),
            text,
            choices,
            chosen,
            at,
            touched: false,
            ticked: false,
            mistake: None,
            wants_focus: true,
            begin: Some(Begin::Whole),
        })
    }

    /// With `text` typed over what was there.
    #[must_use]
    pub fn typed_over(mut self, text: &str) -> Self {
        text.clone_into(&mut self.text);
        (self.touched, self.begin) = (true, Some(Begin::End));
        self.words_changed();
        self
    }

    /// With what is called so chosen: names of choices, one after the other, each up to a comma or semicolon.
    ///
    /// # Errors
    /// [`Mistake::NoChoice`] where nothing is called so, or too much is.
    pub fn chosen_by_name(mut self, text: &str) -> Result<Self, Mistake> {
        let named = |name: &str| {
            let wanted = folded(name.trim());
            let is_called = |offer: &&Offer| folded(&offer.label) == wanted;
            let is_coded = |offer: &&Offer| offer.key.split_whitespace().any(|word| word == wanted);
            let mut coded = self.choices.iter().filter(is_coded);
            let only = coded.next().filter(|_| coded.next().is_none());
            self.choices.iter().find(is_called).or(only).map(|offer| offer.value)
        };
        let whole = named(text).map(|value| vec![value]);
        let parts = || text.split([',', ';']).map(named).collect::<Option<Vec<_>>>();
        let chosen = whole.or_else(parts).ok_or(Mistake::NoChoice)?;
        if self.editor == Editor::One && chosen.len() > 1 {
            return Err(Mistake::NoChoice);
        }
        (self.chosen, self.touched, self.ticked) = (chosen, true, true);
        Ok(self)
    }

    /// With the caret behind what is there.
    #[must_use]
    pub fn at_end(mut self) -> Self {
        self.begin = Some(Begin::End);
        self
    }

    /// To be called when other words are typed: the first choice that they leave is meant, and without any the one that
    /// is chosen already.
    pub fn words_changed(&mut self) {
        self.mistake = None;
        let one = self.editor == Editor::One && self.text.trim().is_empty();
        let chosen = self.chosen.first().filter(|_| one);
        self.at = self.choices.iter().position(|choice| Some(&choice.value) == chosen).unwrap_or(0);
    }

    /// Whose it is.
    #[must_use]
    pub fn id(&self) -> SessionId {
        self.before.id
    }

    /// Whether it can stay: its session is there, and nothing else has changed the cell after this was refused.
    #[must_use]
    pub fn is_fresh(&self, plan: &Plan, titles: Language) -> bool {
        // A field that holds something else now is edited in another way, too.
        self.column.editor(plan) == Some(self.editor)
            && plan.sessions().get(self.id()).is_some_and(|now| {
                let same = |session| (text_of(session, self.column, titles), Value::of(session, self.column));
                self.mistake.is_none() || same(now) == same(&self.before)
            })
    }

    /// Keeps it open, with the reason.
    pub fn refuse(&mut self, mistake: Mistake) {
        (self.mistake, self.touched, self.wants_focus) = (Some(mistake), true, true);
    }

    /// What has been typed or chosen, to be told to the planner.
    #[must_use]
    pub fn told(&self) -> String {
        if !self.text.is_empty() || self.choices.is_empty() {
            return self.text.clone();
        }
        let chosen = self.choices.iter().filter(|choice| self.chosen.contains(&choice.value));
        chosen.map(|choice| choice.label.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// Adds one of several, or takes it away.
    pub fn tick(&mut self, value: Value) {
        (self.ticked, self.touched) = (true, true);
        if value == Value::Nothing {
            self.chosen.clear();
        } else if let Some(at) = self.chosen.iter().position(|&known| known == value) {
            self.chosen.remove(at);
        } else {
            self.chosen.retain(|&known| known != Value::Nothing);
            self.chosen.push(value);
        }
    }

    /// Whether it holds something when the planner goes elsewhere: a list that was only looked through does not.
    #[must_use]
    pub fn is_worth_taking(&self) -> bool {
        self.ticked || matches!(self.editor, Editor::Text | Editor::Suggested)
    }

    /// Whether the name of somebody is typed whom the plan does not know.
    #[must_use]
    pub fn names_newcomer(&self) -> bool {
        let words = folded(&self.text);
        let fits = |offer: &Offer| words.split_whitespace().all(|word| offer.key.contains(word));
        self.column == Column::People && !self.ticked && !words.trim().is_empty() && !self.choices.iter().any(fits)
    }

    /// What it asks for; `None` where it changes nothing.
    ///
    /// # Errors
    /// A [`Mistake`], and the editor stays open.
    pub fn command(&self, plan: &Plan, titles: Language) -> Result<Option<Command>, Mistake> {
        let typed = matches!(self.editor, Editor::Text | Editor::Suggested);
        let untouched = if typed { self.text.trim() == self.untouched.trim() } else { !self.touched };
        if untouched { Ok(None) } else { self.command_for(plan, [self.id()], titles) }
    }

    /// The same for these sessions, touched or not: what stands in the editor is for all of them, or for none.
    ///
    /// # Errors
    /// The first [`Mistake`], and the editor stays open.
    pub fn command_for(
        &self,
        plan: &Plan,
        ids: impl IntoIterator<Item = SessionId>,
        titles: Language,
    ) -> Result<Option<Command>, Mistake> {
        let mut changed: Vec<(&Session, Session)> = Vec::new();
        let newcomer = self.names_newcomer().then(|| new_person(plan, self.text.trim()));
        for before in ids.into_iter().filter_map(|id| plan.sessions().get(id)) {
            let mut after = Session::clone(before);
            match &newcomer {
                Some(person) => add_person(&mut after, person.id),
                None => self.write(plan, &mut after, titles)?,
            }
            if after != **before {
                changed.push((before, after));
            }
        }
        let command = match changed.len() {
            0 => return Ok(None),
            _ if newcomer.is_some() => {
                let rows = changed.into_iter().map(|(_, after)| after.into());
                Some(Command::PutMany(rows.chain(newcomer.map(Into::into)).collect()))
            }
            1 => changed.pop().map(|(before, after)| Command::change(before, after)),
            _ => Some(Command::changes(changed)),
        };
        command.iter().try_for_each(|command| resolve(plan, command).map(|_| ())).map_err(Mistake::Refused)?;
        Ok(command)
    }

    /// Writes it into its session.
    fn write(&self, plan: &Plan, session: &mut Session, titles: Language) -> Result<(), Mistake> {
        let text = self.text.trim();
        let one = || self.chosen.first().copied().ok_or(Mistake::NoChoice);
        let placed = |session: &Session| session.placement.clone().ok_or(Mistake::Unscheduled);
        match self.column {
            Column::Title => session.title.set(titles, text),
            Column::Start | Column::Day if text.is_empty() => match self.column {
                Column::Day => placing::set_day(session, None),
                _ => placing::set_start(session, None),
            },
            Column::Start => placing::set_start(session, Some(typed::start(text).ok_or(Mistake::Clock)?)),
            Column::Day => placing::set_day(session, Some(self.typed_day(plan, session)?)),
            Column::End => {
                let at = placed(session)?;
                let minute = typed::clock(text).ok_or(Mistake::Clock)?;
                session.placement = Some(placing::ending(&at, minute).ok_or(Mistake::End)?);
            }
            Column::Length => placing::set_length(session, typed::length(text).ok_or(Mistake::Length)?),
            Column::Room => placing::set_rooms(session, self.rooms()),
            Column::Meeting => {
                let number = typed::count(text).map_err(|()| Mistake::Meeting)?;
                let number = number.map(u16::try_from).transpose().map_err(|_| Mistake::Meeting)?;
                if number.is_some_and(|number| !Session::NUMBERS.contains(&number)) {
                    return Err(Mistake::Meeting);
                }
                session.number = number;
            }
            Column::Own(id) => {
                let value = self.own_value(plan, session, titles)?;
                session.own.set(id, value);
            }
            Column::Body => session.bodies = self.chosen.iter().filter_map(|value| value.body()).collect(),
            Column::Kind | Column::Event | Column::Status => match one()? {
                Value::Kind(kind) => session.call(plan, kind),
                Value::Event(event) => session.event = event,
                Value::Status(status) => session.status = status,
                _ => {}
            },
            Column::Attendance => {
                session.expected_attendance = typed::count(text).map_err(|()| Mistake::Count)?;
            }
            Column::Remarks => text.clone_into(&mut session.remarks),
            Column::People => self.write_people(session),
            Column::Topics => {
                let topic = |value: &Value| if let Value::Topic(id) = *value { Some(id) } else { None };
                session.topics = self.chosen.iter().filter_map(topic).collect();
            }
            Column::Documents => {
                let document = |value: &Value| if let Value::Document(id) = *value { Some(id) } else { None };
                session.documents = self.chosen.iter().filter_map(document).collect();
            }
            Column::Languages => {
                let language =
                    |value: &Value| if let Value::Language(language) = *value { Some(language) } else { None };
                session.languages = self.chosen.iter().filter_map(language).collect();
            }
            Column::Id | Column::Findings | Column::Marks | Column::After | Column::Held => {}
            Column::ToDos | Column::Comments => {}
        }
        Ok(())
    }

    /// The day that is typed: the nearest one to where the session is.
    fn typed_day(&self, plan: &Plan, session: &Session) -> Result<NaiveDate, Mistake> {
        let near = placing::placement_or_first(plan, session).start.date();
        typed::day(self.text.trim(), near).ok_or(Mistake::Day)
    }

    /// What is to stand in an own field.
    fn own_value(&self, plan: &Plan, session: &Session, titles: Language) -> Result<Option<FieldValue>, Mistake> {
        let text = self.text.trim();
        let value = match self.column.sort(plan) {
            Some(FieldSort::Choice | FieldSort::Tick) => match self.chosen.first() {
                Some(&Value::Choice(id)) => FieldValue::Choice(id),
                Some(Value::Yes) => FieldValue::Tick,
                _ => return Ok(None),
            },
            _ if text.is_empty() => return Ok(None),
            Some(FieldSort::Number) => FieldValue::Number(typed::number(text, Some(titles)).ok_or(Mistake::Number)?),
            Some(FieldSort::Date) => FieldValue::Date(self.typed_day(plan, session)?),
            Some(FieldSort::Text) => FieldValue::Text(text.to_owned()),
            None => return Ok(None),
        };
        Ok(Some(value))
    }

    /// Those who are chosen; who is there already keeps the role.
    fn write_people(&self, session: &mut Session) {
        let chosen =
            self.chosen.iter().filter_map(|value| if let Value::Person(id) = *value { Some(id) } else { None });
        let before = std::mem::take(&mut session.people);
        for person in chosen {
            let known = before.iter().filter(|part| part.person == person).copied();
            let count = session.people.len();
            session.people.extend(known);
            if session.people.len() == count {
                add_person(session, person);
            }
        }
    }

    fn rooms(&self) -> Vec<RoomId> {
        self.chosen.iter().filter_map(|value| value.room()).collect()
    }
}

/// Lets somebody more take part.
fn add_person(session: &mut Session, person: PersonId) {
    let role = session.next_role();
    session.people.push(Participation { person, role });
}

/// What stands in a field for what a session has now.
fn text_of(session: &Session, column: Column, titles: Language) -> String {
    match column {
        Column::Title => session.title.get(titles).to_owned(),
        Column::Day => placing::day_or_wished(session).map_or_else(String::new, |day| day.to_string()),
        Column::Start => placing::start_or_wished(session).map_or_else(String::new, typed::clock_text),
        Column::Meeting => session.number.map_or_else(String::new, |number| number.to_string()),
        Column::End => session.span().map_or_else(String::new, |span| span.end.clock()),
        Column::Length => typed::length_text(session.length()),
        Column::Attendance => session.expected_attendance.map_or_else(String::new, |count| count.to_string()),
        Column::Remarks => session.remarks.clone(),
        Column::Own(id) => match session.own.get(id) {
            Some(FieldValue::Text(text)) => text.clone(),
            Some(FieldValue::Number(number)) => number_text(titles, *number),
            Some(FieldValue::Date(day)) => day.to_string(),
            Some(FieldValue::Choice(_) | FieldValue::Tick) | None => String::new(),
        },
        _ => String::new(),
    }
}

impl Value {
    fn body(&self) -> Option<BodyId> {
        if let Self::Body(id) = *self { Some(id) } else { None }
    }

    fn room(&self) -> Option<RoomId> {
        if let Self::Room(id) = *self { Some(id) } else { None }
    }

    /// What a session has in a column now.
    fn of(session: &Session, column: Column) -> Vec<Self> {
        let one = |value| vec![value];
        match column {
            Column::Kind => one(Self::Kind(session.called())),
            Column::Status => one(Self::Status(session.status)),
            Column::Event => one(Self::Event(session.event)),
            Column::Day => placing::day_or_wished(session).map(Self::Day).into_iter().collect(),
            Column::Body => session.bodies.iter().map(|&id| Self::Body(id)).collect(),
            Column::Room => session.rooms_or_wished().iter().map(|&id| Self::Room(id)).collect(),
            Column::People => session.people.iter().map(|part| Self::Person(part.person)).collect(),
            Column::Topics => session.topics.iter().map(|&id| Self::Topic(id)).collect(),
            Column::Documents => session.documents.iter().map(|&id| Self::Document(id)).collect(),
            Column::Languages => session.languages.iter().map(Self::Language).collect(),
            Column::Own(id) => match session.own.get(id) {
                Some(FieldValue::Choice(id)) => one(Self::Choice(*id)),
                Some(FieldValue::Tick) => one(Self::Yes),
                Some(FieldValue::Date(day)) => one(Self::Day(*day)),
                Some(FieldValue::Text(_) | FieldValue::Number(_)) | None => Vec::new(),
            },
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Document;
    use crate::model::CivilTime;
    use crate::store::Template;

    /// What a session becomes when `text` is typed into one of its cells.
    fn typed(id: &str, column: Column, text: &str) -> Result<Session, Mistake> {
        let mut document = Document::new(Template::TwoDays.plan());
        let id: SessionId = id.parse().unwrap();
        let session = Arc::clone(document.plan().sessions().get(id).unwrap());
        let mut open = OpenCell::new(document.plan(), (&session, column), Vec::new(), Language::English).unwrap();
        open.text = text.to_owned();
        if let Some(command) = open.command(document.plan(), Language::English)? {
            document.perform(&command).unwrap();
        }
        Ok((**document.plan().sessions().get(id).unwrap()).clone())
    }

    fn any_id() -> String {
        let plan = Template::TwoDays.plan();
        let session = plan.sessions().iter().find(|session| session.placement.is_some() && !session.pinned);
        session.unwrap().id.to_string()
    }

    #[test]
    fn typed_values_change_just_their_cell() {
        let id = any_id();
        let before = typed(&id, Column::Title, "").unwrap();
        assert_ne!(before.title.exact(Language::Russian), None, "only one language is edited");
        let date = before.span().unwrap().start.date();
        assert_eq!(typed(&id, Column::Start, "13:05").unwrap().span().unwrap().start, CivilTime::at(date, 13, 5));
        assert_eq!(typed(&id, Column::Length, "1:15").unwrap().length().mins(), 75);
        assert_eq!(typed(&id, Column::End, "24:00").unwrap().span().unwrap().end, CivilTime::at(date, 24, 0));
        let moved = typed(&id, Column::Day, "2026-03-06").unwrap();
        assert_eq!(moved.span().unwrap().start.minute_of_day(), before.span().unwrap().start.minute_of_day());
        assert_eq!(moved.span().unwrap().start.date().to_string(), "2026-03-06");
        assert_eq!(typed(&id, Column::Day, "").unwrap().placement, None, "nothing typed: back to the tray");
    }

    #[test]
    fn nonsense_is_refused_with_its_reason() {
        let id = any_id();
        for (column, text, mistake) in [
            (Column::Start, "24:00", Mistake::Clock),
            (Column::Start, "soon", Mistake::Clock),
            (Column::End, "99", Mistake::Clock),
            (Column::Day, "31.2.", Mistake::Day),
            (Column::Length, "0", Mistake::Length),
        ] {
            assert_eq!(typed(&id, column, text).unwrap_err(), mistake, "{column:?} {text}");
        }
    }
}
