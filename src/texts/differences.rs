//! What differs between two plans, in the words of those who plan: fields by the names that the screen has for them, times
//! as it writes them, rows by their titles. Whoever tells of a change asks here, so that it reads the same everywhere.
//!
//! What scripts read is in [`file_words`](super::file_words).

mod fields;
mod moves;
mod values;

use std::collections::HashSet;

use crate::merge::{Deed, FieldChange, FieldName, Part, RowChange, Spot, Subject, Turn, Value};
use crate::model::{Language, Plan, RowId, RowKind, Session, SessionId};

use super::findings::{row_name, rule_ids};
use super::{Texts, Value as Word, names, short, tid};

/// What stands for nothing.
pub const NOTHING: &str = "–";

/// So many letters of a note are its name.
const NOTE_LETTERS: usize = 60;

/// One of the two plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The plan before.
    Before,
    /// The plan after.
    After,
}

/// Tells what differs between a plan before and a plan after, in the language of its texts.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    texts: &'a Texts,
    before: &'a Plan,
    after: &'a Plan,
}

impl<'a> Told<'a> {
    /// Of these two.
    #[must_use]
    pub fn new(texts: &'a Texts, before: &'a Plan, after: &'a Plan) -> Self {
        Self { texts, before, after }
    }

    /// All of a change in one sentence, without a full stop: `COM3, 3rd meeting: moved from 09:30 to 10:00, Room A → Room B`.
    #[must_use]
    pub fn sentence(&self, row: &RowChange) -> String {
        self.labelled(&self.subject(row.subject), &self.joined("change-then", self.parts(row)))
    }

    /// What a change consists of, the most important first: `moved from 09:30 to 10:00, Room A → Room B`, and then the fields
    /// that say something else.
    #[must_use]
    pub fn parts(&self, row: &RowChange) -> Vec<String> {
        let head = match (row.subject, row.turn) {
            (Subject::Row(RowId::Session(id)), Some(turn)) => self.turn_part(id, turn),
            _ if row.deed != Deed::Changed => Some(self.deed(row).to_owned()),
            _ => None,
        };
        let fields = row.fields.iter().filter(|field| !is_told_by(row.turn, field));
        head.into_iter().chain(fields.map(|field| self.field_part(field))).collect()
    }

    /// What became of a row, in one word or two: `moved`, `cancelled`.
    #[must_use]
    pub fn deed(&self, row: &RowChange) -> &'a str {
        self.texts.text(match (row.deed, row.turn) {
            (Deed::New, _) => tid("change-new"),
            (Deed::Removed, _) => tid("change-removed"),
            (Deed::Changed, Some(turn)) => turn_word(turn),
            (Deed::Changed, None) => tid("change-changed"),
        })
    }

    /// What is compared, by the name that people have for it: `COM3, 3rd meeting`, `Document “WTDC25/DT/3”`.
    #[must_use]
    pub fn subject(&self, subject: Subject) -> String {
        let Subject::Row(row) = subject else { return self.texts.text("differ-plan").to_owned() };
        let name = self.name(row, Side::After);
        let kind = row.kind();
        if !matches!(
            kind,
            RowKind::Kind | RowKind::Field | RowKind::Rank | RowKind::Topic | RowKind::Document | RowKind::Note
        ) {
            return name;
        }
        let kind = self.texts.text(names::row(kind));
        self.texts.text_with("differ-named", &[("kind", Word::from(kind)), ("name", Word::from(&name))])
    }

    /// A part of a field by its name: `Title (English)`, `Rooms`.
    #[must_use]
    pub fn field(&self, spot: &Spot) -> String {
        let plain = match &spot.part {
            Part::Own(id) => return self.name((*id).into(), Side::After),
            Part::Number(name) => return self.texts.text(&format!("number-{name}")).to_owned(),
            Part::Time => tid("handout-time"),
            Part::Rooms => tid("handout-rooms"),
            Part::PlannedLength => tid("handout-length"),
            Part::Wish => tid("differ-wish"),
            Part::Choice(_) => tid("field-choices"),
            Part::Order => tid("differ-choice-order"),
            Part::Whole | Part::Language(_) => fields::word(spot.field),
        };
        let what = self.texts.text(plain);
        let Part::Language(language) = spot.part else { return what.to_owned() };
        let language = self.texts.text(names::language(language));
        self.texts.text_with("differ-in-language", &[("what", Word::from(what)), ("language", Word::from(language))])
    }

    /// What stands in a field of one of the plans; [`NOTHING`] where nothing does.
    #[must_use]
    pub fn shown(&self, value: &Value, side: Side) -> String {
        self.value(value, side).unwrap_or_else(|| NOTHING.to_owned())
    }

    /// `09:30 → 10:00`, in the direction in which the language runs.
    #[must_use]
    pub fn was_is(&self, was: &str, is: &str) -> String {
        self.texts.text_with("change-was-is", &[("was", Word::from(was)), ("is", Word::from(is))])
    }

    /// One field: `Rooms: Room A → Room B`; of a list only what came and what went, as long as something stays.
    #[must_use]
    pub fn field_part(&self, field: &FieldChange) -> String {
        self.labelled(&self.field(&field.spot), &self.change_of(field))
    }

    /// What became of a field, without its name: `Room A → Room B`.
    #[must_use]
    pub fn change_of(&self, field: &FieldChange) -> String {
        let [was, is] = [&field.before, &field.after].map(|value| in_seconds(field.spot.field, value));
        if let (Some(was), Some(is)) = (was, is) {
            return self.was_is(&self.shown(&was, Side::Before), &self.shown(&is, Side::After));
        }
        if let (Value::List(was), Value::List(is)) = (&field.before, &field.after) {
            let less = |list: &[Value], other: &[Value]| -> Vec<Value> {
                // Lists of texts can be as long as tables.
                let texts: HashSet<&str> = other.iter().filter_map(text_of).collect();
                let is_in =
                    |value: &Value| text_of(value).map_or_else(|| other.contains(value), |text| texts.contains(text));
                list.iter().filter(|value| !is_in(value)).cloned().collect()
            };
            let (gone, come) = (less(was, is), less(is, was));
            if gone.len() < was.len() && come.len() < is.len() && gone.len() + come.len() > 0 {
                let told = |id, list: Vec<Value>, side| {
                    let list = Some(list).filter(|list| !list.is_empty())?;
                    Some(self.labelled(self.texts.text(id), &self.shown(&Value::List(list), side)))
                };
                let parts =
                    [told(tid("change-added"), come, Side::After), told(tid("change-taken-out"), gone, Side::Before)];
                return self.joined("change-beside", parts.into_iter().flatten());
            }
        }
        self.was_is(&self.shown(&field.before, Side::Before), &self.shown(&field.after, Side::After))
    }

    /// A row by its name, as it is called on one side, or on the other where that has no such row.
    fn name(&self, row: RowId, side: Side) -> String {
        let (first, second) = match side {
            Side::Before => (self.before, self.after),
            Side::After => (self.after, self.before),
        };
        let plan = if first.contains(row) { first } else { second };
        let language = self.texts.language();
        match row {
            RowId::Session(id) => {
                plan.sessions().get(id).map_or_else(|| row.name(), |session| self.session_name(plan, session))
            }
            RowId::Document(id) => {
                let symbol = row_name(plan, language, row);
                let title = plan.documents().get(id).map_or("", |row| row.title.get(language));
                if symbol == row.name() && !title.is_empty() { title.to_owned() } else { symbol }
            }
            RowId::Statement(id) => {
                let speaker = plan.statements().get(id).map(|row| self.name(row.speaker.into(), side));
                let speaker = speaker.unwrap_or_else(|| row.name());
                self.texts.text_with("differ-statement-of", &[("speaker", Word::from(&speaker))])
            }
            RowId::Item(id) => {
                let Some(item) = plan.items().get(id) else { return row.name() };
                let title = short::beginning(item.title.get(language), NOTE_LETTERS);
                let title = if title.is_empty() { row.name() } else { title };
                self.texts.text_with("differ-item", &[("title", Word::from(&title))])
            }
            RowId::Note(id) => {
                let text = plan.notes().get(id).map_or("", |note| note.text.get(language));
                if text.trim().is_empty() { row.name() } else { short::beginning(text, NOTE_LETTERS) }
            }
            RowId::Rule(_) => self.rule(&row.name()),
            RowId::Release(id) => {
                let number = plan.releases().get(id).map_or(0, |row| row.number);
                self.texts.text_with("handout-release", &[("number", number.into())])
            }
            RowId::Record(id) => {
                let session =
                    plan.records().get(id).map_or_else(|| row.name(), |row| self.name(row.session.into(), side));
                self.texts.text_with("differ-record-of", &[("session", Word::from(&session))])
            }
            RowId::Comment(id) => {
                let session =
                    plan.comments().get(id).map_or_else(|| row.name(), |row| self.name(row.session.into(), side));
                self.texts.text_with("differ-comment-on", &[("session", Word::from(&session))])
            }
            RowId::Waiver(id) => {
                let rule = plan.waivers().get(id).map_or_else(|| row.name(), |row| self.rule(row.rule.as_str()));
                self.texts.text_with("differ-waiver-of", &[("rule", Word::from(&rule))])
            }
            _ => row_name(plan, language, row),
        }
    }

    /// A session by its short title, or what sort it is where it has none.
    fn session_name(&self, plan: &Plan, session: &Session) -> String {
        let name = short::session_name(plan, self.texts.language(), session);
        if !name.trim().is_empty() {
            return name;
        }
        self.kind(session.called(), plan)
    }

    /// A rule by its name; one that this program does not know by its id.
    fn rule(&self, id: &str) -> String {
        let [name, ..] = rule_ids(id);
        let text = self.texts.text(&name);
        if text == name { id.to_owned() } else { text.to_owned() }
    }

    fn session(&self, id: SessionId, side: Side) -> Option<&'a Session> {
        let plan = if side == Side::Before { self.before } else { self.after };
        plan.sessions().get(id).map(|session| &**session)
    }

    fn labelled(&self, label: &str, text: &str) -> String {
        self.texts.text_with("handout-labelled", &[("label", label.into()), ("text", text.into())])
    }

    /// One after the other, with what the text `id` has between two of them.
    fn joined(&self, id: &str, parts: impl IntoIterator<Item = String>) -> String {
        let join = |list: String, next: String| {
            self.texts.text_with(id, &[("list", Word::from(&list)), ("next", Word::from(&next))])
        };
        parts.into_iter().reduce(join).unwrap_or_default()
    }

    fn is_arabic(&self) -> bool {
        self.texts.language() == Language::Arabic
    }
}

/// What became of a session.
fn turn_word(turn: Turn) -> &'static str {
    match turn {
        Turn::New => tid("change-new"),
        Turn::Removed => tid("change-removed"),
        Turn::Cancelled => tid("change-cancelled"),
        Turn::Revived => tid("change-revived"),
        Turn::Placed => tid("change-placed"),
        Turn::Unplaced => tid("change-unplaced"),
        Turn::Moved { .. } => tid("change-moved"),
        Turn::Changed => tid("change-changed"),
    }
}

/// Whether the word for what became of a session says what became of a field already.
fn is_told_by(turn: Option<Turn>, field: &FieldChange) -> bool {
    match turn {
        Some(Turn::Cancelled | Turn::Revived) => field.spot.field == FieldName::Status,
        Some(Turn::Placed | Turn::Unplaced) => field.spot.field == FieldName::Placement,
        Some(Turn::Moved { .. }) => matches!(field.spot.part, Part::Time | Part::Rooms),
        _ => false,
    }
}

/// What stands in a field that holds seconds, as such.
fn in_seconds(field: FieldName, value: &Value) -> Option<Value> {
    match (field, value) {
        (
            FieldName::Presentation | FieldName::Discussion | FieldName::Pause | FieldName::Length,
            Value::Whole(secs),
        ) => u32::try_from(*secs).ok().map(Value::Seconds),
        _ => None,
    }
}

fn text_of(value: &Value) -> Option<&str> {
    if let Value::Text(text) = value { Some(text) } else { None }
}
