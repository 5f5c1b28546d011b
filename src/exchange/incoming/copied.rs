//! Copied sessions, read back from their table.

use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;

use super::copying::{Column, MARK};
use super::grid::MOST_ROWS;
use super::names::{self, Known, or_id};
use super::own::OwnColumn;
use super::values::{self, Days};
use super::words;
use super::{copied_items, copied_youth};
use crate::edit::{AnyRow, Command, FreeIds, FreeSessionIds, agenda, event_at, first_day, new_room};
use crate::exchange::table::undefused;
use crate::model::{
    AgendaItem, CivilTime, DocumentId, Holder, Language, LanguageSet, LocalText, OwnField, Participation, Person,
    PersonId, Placement, Plan, Role, Room, RoomId, Session, SessionId, SessionKind, Status, TopicId, Wish,
};
use crate::texts::recognized::Recognized;
use crate::texts::{folded, typed};

/// Sessions read back from such a table.
#[derive(Debug)]
pub struct Copied {
    columns: Vec<Option<(Column, Option<Language>)>>,
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
    /// When the first of them begins that has a time.
    first: Option<CivilTime>,
}

impl Copied {
    /// Reads a table that was copied; `None` where a text is none, or something in it is not as it was written: then
    /// it is a table like any other, and what is not understood of it is to be shown.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim_start_matches('\u{feff}');
        if !text.trim_start_matches('"').starts_with(MARK) {
            return None;
        }
        let mut reader =
            csv::ReaderBuilder::new().delimiter(b'\t').has_headers(false).flexible(true).from_reader(text.as_bytes());
        let mut records = reader.records();
        let heads = records.next()?.ok()?;
        if heads.get(0)? != MARK {
            return None;
        }
        let heads: Vec<String> = heads.iter().map(undefused).collect();
        let mut columns: Vec<Option<(Column, Option<Language>)>> = Vec::new();
        for head in &heads {
            let language = head.rsplit_once('(').and_then(|(_, code)| code.trim_end_matches(')').trim().parse().ok());
            let column = Column::of(head)
                .map(|column| (column, language.filter(|_| matches!(column, Column::Title | Column::Agenda))));
            // What comes again is an own field that is called so.
            columns.push(column.filter(|column| !columns.contains(&Some(*column))));
        }
        if !columns.iter().flatten().any(|(column, _)| *column == Column::Title) {
            return None;
        }
        let mut rows = Vec::new();
        for record in records.take(MOST_ROWS + 1) {
            let cells: Vec<String> = record.ok()?.iter().map(undefused).collect();
            if cells.iter().any(|cell| !cell.is_empty()) {
                rows.push(cells);
            }
        }
        if rows.is_empty() || rows.len() > MOST_ROWS {
            return None;
        }
        let mut copied = Self { columns, heads, rows, first: None };
        for row in 0..copied.rows.len() {
            copied.start(row)?;
            values::length(copied.text(row, Column::Length))?;
        }
        copied.first = (0..copied.rows.len()).filter_map(|row| copied.start(row)?.time()).min();
        Some(copied)
    }

    /// When the first of them begins that has a time.
    #[must_use]
    pub fn first(&self) -> Option<CivilTime> {
        self.first
    }

    /// Adds all of them to a plan, so many minutes later than they were, as one step; with the rooms and people that the
    /// plan does not have. Where all of them are in one room, they go into `room` instead. `None` where no event could have
    /// them. Also says what has to be left out, because the plan does not know it.
    #[must_use]
    pub fn command(&self, plan: &Plan, later_mins: i32, room: Option<RoomId>) -> Option<(Command, Vec<String>)> {
        let room = room.filter(|_| self.are_in_one_room());
        let mut known = Known::new(plan);
        let mut made = Made::new(plan);
        let own = self.own_columns(plan);
        let mut ids = FreeSessionIds::new(plan);
        let style =
            plan.sessions().iter().next_back().map(|session| session.id).or_else(|| SessionId::new("S").ok())?;
        for row in 0..self.rows.len() {
            let start = self.start(row)?.time().map(|start| start.plus_mins(later_mins));
            let day = self.day(row).map(|day| CivilTime::midnight(day).plus_mins(later_mins).date());
            let when =
                start.or_else(|| day.map(CivilTime::midnight)).or_else(|| Some(self.first?.plus_mins(later_mins)));
            let event = known.event(self.text(row, Column::Event));
            let event =
                event.or_else(|| event_at(plan, when.unwrap_or_else(|| CivilTime::midnight(first_day(plan)))))?;
            let mut session = Session::new(ids.like(style), event, SessionKind::Other);
            self.kind(plan, (row, &mut session), &known, &mut made);
            self.describe(plan, row, &mut session);
            let length = values::length(self.text(row, Column::Length))?;
            let rooms = match room {
                Some(room) => vec![room],
                None => self.rooms(plan, row, &mut known, &mut made),
            };
            session.planned_length = length;
            match start {
                Some(start) => session.placement = Some(Placement { start, length, rooms }),
                None => session.wish = Wish { day, minute: self.minute(row), rooms },
            }
            self.people((row, &mut session), &mut known, &mut made);
            session.bodies = made.found(self.parts(row, Column::Bodies), |name| known.body(name));
            session.concerns = copied_youth::concern(self.text(row, Column::Concerns), || {
                made.found(self.parts(row, Column::Concerns), |name| known.body(name))
            });
            let codes = self.parts(row, Column::Topics);
            session.topics = made.found(codes, |code| topic_called(plan, code));
            let symbols = self.parts(row, Column::Documents);
            session.documents = made.found(symbols, |symbol| document_called(plan, symbol));
            self.own(&own, (row, &mut session), &mut made);
            self.items(plan, (row, session.id), &mut known, &mut made);
            made.sessions.push(session.into());
        }
        let Made { mut sessions, others, left_out, .. } = made;
        sessions.extend(others);
        Some((Command::PutMany(sessions), left_out))
    }

    /// What needs no other row.
    fn describe(&self, plan: &Plan, row: usize, session: &mut Session) {
        for (at, column) in self.columns.iter().enumerate() {
            if let (Some((Column::Title, language)), Some(text)) = (column, self.rows[row].get(at)) {
                session.title.set(language.unwrap_or(plan.header().language), text);
            }
        }
        let text = |column| self.text(row, column);
        let is_so = |column| !folded(text(column)).is_empty();
        session.status = words::status(text(Column::Status)).unwrap_or(Status::Provisional);
        session.languages =
            text(Column::Languages).split_whitespace().filter_map(|code| code.parse().ok()).collect::<LanguageSet>();
        session.expected_attendance = typed::count(text(Column::Expected)).ok().flatten();
        text(Column::Link).clone_into(&mut session.link);
        (session.webcast, session.captioned) = (is_so(Column::Webcast), is_so(Column::Captioned));
        text(Column::Remarks).clone_into(&mut session.remarks);
        session.elements = copied_youth::elements(text(Column::Elements));
        session.groups = copied_youth::groups(text(Column::Groups));
    }

    /// Whether none has several rooms, or another one than the first.
    fn are_in_one_room(&self) -> bool {
        let rooms = |row| self.parts(row, Column::Rooms);
        let first = if self.rows.is_empty() { Vec::new() } else { rooms(0) };
        first.len() <= 1 && (0..self.rows.len()).all(|row| rooms(row) == first)
    }

    fn rooms(&self, plan: &Plan, row: usize, known: &mut Known, made: &mut Made<'_>) -> Vec<RoomId> {
        let mut rooms = Vec::new();
        for name in self.parts(row, Column::Rooms) {
            let id = known.room(&name).unwrap_or_else(|| {
                let room = Room { id: made.room_ids.give(), ..new_room(plan, &name) };
                known.add_room(&name, room.id);
                let id = room.id;
                made.others.push(room.into());
                id
            });
            if !rooms.contains(&id) {
                rooms.push(id);
            }
        }
        rooms
    }

    fn people(&self, (row, session): (usize, &mut Session), known: &mut Known, made: &mut Made<'_>) {
        static ROLES: LazyLock<Recognized> =
            LazyLock::new(|| Recognized::new("model", &Role::ALL.map(crate::texts::names::role)));
        for part in self.parts(row, Column::People) {
            let (name, role) = part.rsplit_once('(').unwrap_or((&part, ""));
            let name = name.trim();
            let role = ROLES.place(role.trim_end_matches(')')).map_or(Role::Participant, |place| Role::ALL[place]);
            session.people.push(Participation { person: made.person(name, known), role });
        }
    }

    /// What stands on its agenda, as new items.
    fn items(&self, plan: &Plan, (row, session): (usize, SessionId), known: &mut Known, made: &mut Made<'_>) {
        let column = self.columns.iter().flatten().find(|(column, _)| *column == Column::Agenda);
        let language = column.and_then(|&(_, language)| language).unwrap_or(plan.header().language);
        for (order, read) in (10..).step_by(10).zip(copied_items::read(self.text(row, Column::Agenda))) {
            let item = AgendaItem {
                order,
                kind: read.kind,
                level: read.level,
                title: LocalText::one(language, &read.title),
                presentation_secs: read.shares.0,
                discussion_secs: read.shares.1,
                fixed_mins: read.fixed_mins,
                speakers: read.speakers.iter().map(|name| made.person(name, known)).collect(),
                presenters: made.found(read.presenters, |name| known.body(name)),
                topics: made.found(read.topics, |code| topic_called(plan, code)),
                documents: made.found(read.documents, |symbol| document_called(plan, symbol)),
                origin: read.origin,
                ..AgendaItem::new(made.item_ids.give(), session)
            };
            made.others.push(item.into());
        }
    }

    fn text(&self, row: usize, column: Column) -> &str {
        let at = self.columns.iter().position(|known| known.is_some_and(|(known, _)| known == column));
        at.and_then(|at| self.rows[row].get(at)).map_or("", String::as_str)
    }

    fn parts(&self, row: usize, column: Column) -> Vec<String> {
        let parts = self.text(row, column).split(';').map(str::trim).filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    }

    fn day(&self, row: usize) -> Option<NaiveDate> {
        self.text(row, Column::Date).parse().ok()
    }

    /// From which minute of the day on.
    fn minute(&self, row: usize) -> Option<u16> {
        values::clock(self.text(row, Column::Start)).filter(|&minute| minute < 24 * 60)
    }

    /// When a row begins. One that waits may have a day and a minute that are wished for, and no end.
    fn start(&self, row: usize) -> Option<Start> {
        let is_said = |column| !self.text(row, column).is_empty();
        let day = self.day(row);
        let minute = self.minute(row);
        if (is_said(Column::Date) && day.is_none()) || (is_said(Column::Start) && minute.is_none()) {
            return None;
        }
        if !is_said(Column::End) {
            return Some(Start::Waits);
        }
        Some(Start::At(CivilTime::midnight(day?).plus_mins(minute?.into())))
    }

    /// What it is called: by an own kind that the plan has, else by the nature of the one it had.
    fn kind(&self, plan: &Plan, (row, session): (usize, &mut Session), known: &Known, made: &mut Made<'_>) {
        let text = self.text(row, Column::Kind);
        let (own, nature) =
            text.rsplit_once('(').map_or((text, text), |(own, nature)| (own, nature.trim_end_matches(')')));
        match known.kind(text).or_else(|| known.kind(own)) {
            Some(kind) => session.call(plan, kind),
            None => {
                session.call(plan, words::kind(nature).unwrap_or(SessionKind::Other).into());
                made.leave_out(own.trim().to_owned());
            }
        }
    }

    /// The columns that are none of those that every plan has, each with the own field of the plan that it means.
    fn own_columns<'a>(&self, plan: &'a Plan) -> Vec<(usize, Option<OwnColumn<'a>>)> {
        let day = first_day(plan);
        let field = |head: &str| {
            let id = head.rsplit_once('(').and_then(|(_, id)| id.trim_end_matches(')').trim().parse().ok());
            let of_id = id.and_then(|id| plan.fields().get(id)).filter(|field| field.holder == Holder::Session);
            let title = names::key(head);
            let is_called = |field: &&Arc<OwnField>| field.title.iter().any(|(_, own)| names::key(own) == title);
            let field = of_id.or_else(|| plan.fields_of(Holder::Session).find(is_called));
            field.map(|field| OwnColumn::new(field, Days { within: (day, day), month_first: false }))
        };
        let others =
            self.columns.iter().zip(&self.heads).enumerate().skip(1).filter(|(_, (column, _))| column.is_none());
        others.map(|(at, (_, head))| (at, field(head))).collect()
    }

    fn own(
        &self,
        columns: &[(usize, Option<OwnColumn<'_>>)],
        (row, session): (usize, &mut Session),
        made: &mut Made<'_>,
    ) {
        for (at, column) in columns {
            let Some(text) = self.rows[row].get(*at).filter(|text| !text.is_empty()) else { continue };
            let head = &self.heads[*at];
            match column.as_ref().map(|column| (column.field.id, column.copied_value(text))) {
                Some((id, Some(value))) => session.own.set(id, Some(value)),
                Some((_, None)) => made.leave_out(format!("{head}: {text}")),
                None => made.leave_out(head.clone()),
            }
        }
    }
}

/// Whether a session waits, or when it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    Waits,
    At(CivilTime),
}

impl Start {
    fn time(self) -> Option<CivilTime> {
        if let Self::At(time) = self { Some(time) } else { None }
    }
}

/// What the rows of a table become.
struct Made<'a> {
    sessions: Vec<AnyRow>,
    /// Rooms and people that the plan does not have.
    others: Vec<AnyRow>,
    room_ids: FreeIds<'a, Room>,
    person_ids: FreeIds<'a, Person>,
    item_ids: FreeIds<'a, AgendaItem>,
    /// What the plan does not know and can not make of a name alone.
    left_out: Vec<String>,
}

impl<'a> Made<'a> {
    fn new(plan: &'a Plan) -> Self {
        Self {
            sessions: Vec::new(),
            others: Vec::new(),
            room_ids: FreeIds::new(plan.rooms(), "room-"),
            person_ids: FreeIds::new(plan.people(), "person-"),
            item_ids: agenda::free_ids(plan),
            left_out: Vec::new(),
        }
    }

    /// Those of `names` that the plan knows, each once.
    fn found<I: PartialEq>(&mut self, names: Vec<String>, known: impl Fn(&str) -> Option<I>) -> Vec<I> {
        let mut found = Vec::new();
        for name in names {
            match known(&name) {
                Some(id) if !found.contains(&id) => found.push(id),
                Some(_) => {}
                None => self.leave_out(name),
            }
        }
        found
    }

    /// The person of this name, who is new where nobody is called so.
    fn person(&mut self, name: &str, known: &mut Known) -> PersonId {
        known.person(name).unwrap_or_else(|| {
            let id = self.person_ids.give();
            known.add_person(name, id);
            self.others.push(Person::new(id, name).into());
            id
        })
    }

    fn leave_out(&mut self, name: String) {
        if !self.left_out.contains(&name) {
            self.left_out.push(name);
        }
    }
}

fn topic_called(plan: &Plan, code: &str) -> Option<TopicId> {
    plan.topics().iter().find(|row| or_id(&row.code, row.id.as_str()) == code).map(|row| row.id)
}

fn document_called(plan: &Plan, symbol: &str) -> Option<DocumentId> {
    plan.documents().iter().find(|row| or_id(&row.symbol, row.id.as_str()) == symbol).map(|row| row.id)
}

#[cfg(test)]
mod tests {
    use super::super::copying::copied_text;
    use super::*;
    use crate::edit::{new_field, new_kind, resolve};
    use crate::model::{FieldForm, FieldSort, FieldValue, Number};
    use crate::store::Template;
    use crate::texts::Texts;

    fn copied(ids: &[&str], language: Language) -> String {
        let plan = Template::Wtdc25.plan();
        copied_text(&plan, ids.iter().map(|id| id.parse().unwrap()), (&Texts::new(language), language))
    }

    /// The sessions of the text in the built-in plan, in order of time.
    fn pasted(text: &str, later_mins: i32) -> Vec<Session> {
        let plan = Template::Wtdc25.plan();
        let (command, left_out) =
            Copied::read(text).expect("it is a copied table").command(&plan, later_mins, None).unwrap();
        assert_eq!(left_out, Vec::<String>::new());
        let patch = resolve(&plan, &command).unwrap();
        patch.changes::<Session>().map(|(_, change)| Session::clone(change.after.as_ref().unwrap())).collect()
    }

    #[test]
    fn what_is_copied_in_any_language_is_read_back_whole() {
        let plan = Template::Wtdc25.plan();
        for language in [Language::English, Language::Russian] {
            for session in plan.sessions().iter().filter(|session| session.placement.is_some()) {
                let read = pasted(&copied(&[session.id.as_str()], language), 0).remove(0);
                let same = Session {
                    id: read.id,
                    after: Vec::new(),
                    sources: Vec::new(),
                    pinned: false,
                    // It begins an agenda of its own.
                    agenda_continues: None,
                    planned_length: session.length(),
                    ..(**session).clone()
                };
                assert_eq!(read, same);
            }
        }
    }

    /// A plan with a field of each sort and an own kind, and a session that has all of them and waits.
    fn with_own() -> (Plan, Session) {
        let mut plan = Template::Wtdc25.plan();
        let mut session = Session::clone(plan.sessions().get("S08".parse().unwrap()).unwrap());
        session.unschedule();
        let kind = new_kind(&plan, "Fireside".into());
        for (title, sort) in ["Fee", "Remarks", "Due", "Format", "Filmed", "Fee"].into_iter().zip([
            FieldSort::Number,
            FieldSort::Text,
            FieldSort::Date,
            FieldSort::Choice,
            FieldSort::Tick,
            FieldSort::Number,
        ]) {
            let mut field = new_field(&plan, Holder::Session, title.into(), sort.form());
            field.add_choice(LocalText::from("Hybrid"));
            field.add_choice(LocalText::from("Online"));
            let value = match &field.form {
                FieldForm::Number => FieldValue::Number(Number::new(-1.234).unwrap()),
                FieldForm::Text => FieldValue::Text("=two; words".to_owned()),
                FieldForm::Date => FieldValue::Date("2025-10-31".parse().unwrap()),
                FieldForm::Choice(choices) => FieldValue::Choice(choices[1].id),
                FieldForm::Tick => FieldValue::Tick,
            };
            session.own.set(field.id, Some(value));
            plan.apply(&resolve(&plan, &Command::Put(field.into())).unwrap()).unwrap();
        }
        let command = Command::PutMany(vec![kind.clone().into()]);
        plan.apply(&resolve(&plan, &command).unwrap()).unwrap();
        session.call(&plan, crate::model::Kind::Own(kind.id));
        plan.apply(&resolve(&plan, &Command::Put(session.clone().into())).unwrap()).unwrap();
        (plan, session)
    }

    #[test]
    fn own_fields_own_kinds_and_wishes_come_back_as_they_were() {
        let (plan, session) = with_own();
        assert!(session.wish.minute.is_some() && session.own.iter().count() == 6);
        for language in [Language::English, Language::Russian] {
            let text = copied_text(&plan, [session.id], (&Texts::new(language), language));
            let (command, left_out) = Copied::read(&text).unwrap().command(&plan, 0, None).unwrap();
            assert_eq!(left_out, Vec::<String>::new(), "{text}");
            let patch = resolve(&plan, &command).unwrap();
            let read = patch.changes::<Session>().next().unwrap().1.after.clone().unwrap();
            assert_eq!(
                (read.called(), &read.own, &read.wish, &read.placement),
                (session.called(), &session.own, &session.wish, &None)
            );
        }
    }

    #[test]
    fn what_another_plan_has_no_field_or_kind_for_is_told_and_the_nature_stays() {
        let (plan, session) = with_own();
        let text = copied_text(&plan, [session.id], (&Texts::new(Language::English), Language::English));
        let other = Template::Wtdc25.plan();
        let (command, left_out) = Copied::read(&text).unwrap().command(&other, 0, None).unwrap();
        assert_eq!(left_out[0], "Fireside");
        assert_eq!(left_out.len(), 7, "{left_out:?}");
        let patch = resolve(&other, &command).unwrap();
        let read = patch.changes::<Session>().next().unwrap().1.after.clone().unwrap();
        assert_eq!((read.called(), read.own.is_empty()), (SessionKind::Talk.into(), true));
    }

    #[test]
    fn many_new_rooms_and_people_are_each_one_of_their_own() {
        let text = copied(&["S08"], Language::English);
        let (head, row) = text.split_once('\n').unwrap();
        let at = |heading| head.split('\t').position(|head| head == heading).unwrap();
        let rows = (0..2000).map(|n| {
            let mut cells: Vec<String> = row.trim_end().split('\t').map(str::to_owned).collect();
            cells.resize(head.split('\t').count(), String::new());
            cells[at("Rooms")] = format!("Annex {n}");
            cells[at("People")] = format!("Ann N{n} (Speaker)");
            cells.join("\t") + "\n"
        });
        let text = format!("{head}\n{}", rows.collect::<String>());
        let plan = Template::Wtdc25.plan();
        let (command, _) = Copied::read(&text).unwrap().command(&plan, 0, None).unwrap();
        let mut after = plan.clone();
        after.apply(&resolve(&plan, &command).unwrap()).unwrap();
        assert_eq!(
            (after.rooms().len(), after.people().len()),
            (plan.rooms().len() + 2000, plan.people().len() + 2000)
        );
    }

    #[test]
    fn distances_are_kept() {
        let starts = |later| -> Vec<String> {
            pasted(&copied(&["S08", "S86"], Language::English), later)
                .iter()
                .map(|session| session.span().unwrap().start.to_string())
                .collect()
        };
        assert_eq!(starts(0), ["2025-11-17T10:00", "2025-11-28T16:45"]);
        assert_eq!(starts(90), ["2025-11-17T11:30", "2025-11-28T18:15"]);
    }

    #[test]
    fn formulas_and_breaks_in_cells_come_back_as_they_were() {
        let mut plan = Template::Blank.plan();
        let event = crate::edit::new_event(&plan, "Congress");
        let mut session = Session::new("S1".parse().unwrap(), event.id, SessionKind::Break);
        session.title = "=HYPERLINK(\"x\")".into();
        session.remarks = "one\ntwo\tthree; \"four\"".to_owned();
        let command = Command::PutMany(vec![event.into(), session.clone().into()]);
        plan.apply(&resolve(&plan, &command).unwrap()).unwrap();
        let text = copied_text(&plan, [session.id], (&Texts::new(Language::English), Language::English));
        assert!(text.contains("'=HYPERLINK"), "no spreadsheet runs it: {text}");
        let (command, _) = Copied::read(&text).unwrap().command(&plan, 0, None).unwrap();
        let patch = resolve(&plan, &command).unwrap();
        let read = patch.changes::<Session>().next().unwrap().1.after.clone().unwrap();
        assert_eq!((&read.title, &read.remarks), (&session.title, &session.remarks));
    }

    #[test]
    fn what_was_not_copied_here_or_was_spoilt_is_no_such_table() {
        let text = copied(&["S08"], Language::English);
        for spoilt in [
            "",
            "Plenary",
            "Title\tStart\nTalk\t9:30",
            &text.replace("10:00", "ten"),
            &text.replace("2025-11-17", "Monday"),
        ] {
            assert!(Copied::read(spoilt).is_none(), "{spoilt:?}");
        }
        let row = text.lines().last().unwrap();
        let huge = format!("{}\n{}", text.lines().next().unwrap(), format!("{row}\n").repeat(100_000));
        assert!(Copied::read(&huge).is_none());
    }
}
