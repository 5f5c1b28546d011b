//! Sessions as they are copied: one text that is a table in a spreadsheet, readable in a mail, and read back whole by
//! another Plenary. Rows of the plan stand in it by their names, since another plan has other ids.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::grid::MOST_ROWS;
use super::names::{self, Known};
use super::values;
use crate::edit::{AnyRow, Command, FreeSessionIds, event_at, first_day, new_person, new_room};
use crate::exchange::table::defused;
use crate::model::{
    CivilTime, Language, LanguageSet, LocalText, Participation, Placement, Plan, Role, RoomId, Session, SessionId,
    SessionKind, Status, Wish,
};
use crate::texts::recognized::Recognized;
use crate::texts::{Texts, folded, tid, typed};

/// The heading by which such a table is known. Below it stand the ids that sessions have in the plan they are from.
const MARK: &str = "Plenary";

/// A column, besides the ids and the titles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Date,
    Start,
    End,
    Length,
    Title,
    Kind,
    Rooms,
    People,
    Bodies,
    Event,
    Status,
    Languages,
    Topics,
    Documents,
    Expected,
    Link,
    Webcast,
    Captioned,
    Remarks,
}

impl Column {
    /// From the first after the ids.
    const ALL: [Self; 19] = [
        Self::Date,
        Self::Start,
        Self::End,
        Self::Length,
        Self::Title,
        Self::Kind,
        Self::Rooms,
        Self::People,
        Self::Bodies,
        Self::Event,
        Self::Status,
        Self::Languages,
        Self::Topics,
        Self::Documents,
        Self::Expected,
        Self::Link,
        Self::Webcast,
        Self::Captioned,
        Self::Remarks,
    ];

    /// The headings above each.
    const HEADINGS: [&'static str; Self::ALL.len()] = [
        tid("handout-date"),
        tid("handout-start"),
        tid("handout-end"),
        tid("handout-length"),
        tid("handout-title"),
        tid("handout-kind"),
        tid("handout-rooms"),
        tid("handout-people"),
        tid("handout-bodies"),
        tid("handout-event"),
        tid("handout-status"),
        tid("handout-languages"),
        tid("handout-topics"),
        tid("handout-documents"),
        tid("handout-expected"),
        tid("handout-link"),
        tid("handout-webcast"),
        tid("handout-captioned"),
        tid("handout-remarks"),
    ];

    fn of(heading: &str) -> Option<Self> {
        static HEADINGS: LazyLock<Recognized> = LazyLock::new(|| Recognized::new("handout", &Column::HEADINGS));
        HEADINGS.place(heading).map(|place| Self::ALL[place])
    }
}

/// The table of these sessions, in order of time. Names stand in it in `language`, as far as there are such.
#[must_use]
pub fn copied_text(plan: &Plan, ids: impl IntoIterator<Item = SessionId>, words: (&Texts, Language)) -> String {
    let mut sessions: Vec<&Session> =
        ids.into_iter().filter_map(|id| plan.sessions().get(id)).map(|session| &**session).collect();
    sessions.sort_by_key(|session| (session.span().map(|span| span.start), session.id));
    let used = |language: &Language| sessions.iter().any(|session| session.title.exact(*language).is_some());
    let titles: Vec<Language> = Language::ALL.into_iter().filter(used).collect();
    let mut writer = csv::WriterBuilder::new().delimiter(b'\t').from_writer(Vec::new());
    let columns = || Column::ALL.iter().zip(Column::HEADINGS);
    let mut heads = vec![MARK.to_owned()];
    for (column, heading) in columns() {
        let heading = words.0.text(heading);
        if *column == Column::Title {
            heads.extend(titles.iter().map(|language| format!("{heading} ({})", language.code())));
        } else {
            heads.push(heading.to_owned());
        }
    }
    let mut written = writer.write_record(&heads).is_ok();
    for session in sessions {
        let mut cells = vec![session.id.to_string()];
        for (column, _) in columns() {
            if *column == Column::Title {
                cells.extend(
                    titles.iter().map(|&language| session.title.exact(language).unwrap_or_default().to_owned()),
                );
            } else {
                cells.push(cell(plan, session, *column, words));
            }
        }
        written &= writer.write_record(cells.iter().map(|cell| defused(cell))).is_ok();
    }
    // Nothing can go wrong with a table in memory.
    debug_assert!(written);
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn cell(plan: &Plan, session: &Session, column: Column, (texts, language): (&Texts, Language)) -> String {
    let at = session.placement.as_ref();
    let flag = |on: bool| if on { texts.text("handout-yes").to_owned() } else { String::new() };
    let name = |text: &LocalText| text.get(language).to_owned();
    let joined = |parts: Vec<String>| parts.join("; ");
    match column {
        Column::Date => {
            at.map(|at| at.start.date()).or(session.wish.day).map(|day| day.to_string()).unwrap_or_default()
        }
        Column::Start => at.map(|at| at.start.clock()).unwrap_or_default(),
        Column::End => at.map(|at| at.end().clock()).unwrap_or_default(),
        Column::Length => {
            let mins = session.length().mins();
            format!("{}:{:02}", mins / 60, mins % 60)
        }
        // Titles have a column for each language.
        Column::Title => String::new(),
        Column::Kind => texts.text(crate::texts::names::session_kind(session.kind)).to_owned(),
        Column::Rooms => {
            let rooms = session.rooms_or_wished().iter().filter_map(|&id| plan.rooms().get(id));
            joined(rooms.map(|room| name(&room.title)).collect())
        }
        Column::People => {
            let people = session.people.iter().filter_map(|part| Some((part, plan.people().get(part.person)?)));
            let named = |role| texts.text(crate::texts::names::role(role));
            joined(people.map(|(part, person)| format!("{} ({})", person.name, named(part.role))).collect())
        }
        Column::Bodies => {
            let bodies = session.bodies.iter().filter_map(|&id| plan.bodies().get(id));
            let called = |text: &LocalText, or: &LocalText| if text.is_empty() { name(or) } else { name(text) };
            joined(bodies.map(|body| called(&body.code, &body.title)).collect())
        }
        Column::Event => plan.events().get(session.event).map_or_else(String::new, |event| {
            if event.code.is_empty() { name(&event.title) } else { name(&event.code) }
        }),
        Column::Status => texts.text(crate::texts::names::status(session.status)).to_owned(),
        Column::Languages => session.languages.iter().map(Language::code).collect::<Vec<_>>().join(" "),
        // What has no short name is called as in the plan file.
        Column::Topics => {
            let topics = session.topics.iter().filter_map(|&id| plan.topics().get(id));
            joined(topics.map(|row| or_id(&row.code, row.id.as_str())).collect())
        }
        Column::Documents => {
            let documents = session.documents.iter().filter_map(|&id| plan.documents().get(id));
            joined(documents.map(|row| or_id(&row.symbol, row.id.as_str())).collect())
        }
        Column::Expected => session.expected_attendance.map(|count| count.to_string()).unwrap_or_default(),
        Column::Link => session.link.clone(),
        Column::Webcast => flag(session.webcast),
        Column::Captioned => flag(session.captioned),
        Column::Remarks => session.remarks.clone(),
    }
}

fn or_id(name: &str, id: &str) -> String {
    if name.is_empty() { id.to_owned() } else { name.to_owned() }
}

/// Sessions read back from such a table.
#[derive(Debug)]
pub struct Copied {
    columns: Vec<Option<(Column, Option<Language>)>>,
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
        let column = |head: &str| {
            let language = head.rsplit_once('(').and_then(|(_, code)| code.trim_end_matches(')').trim().parse().ok());
            Some((Column::of(head)?, language))
        };
        let columns: Vec<_> = heads.iter().map(column).collect();
        if !columns.iter().flatten().any(|(column, _)| *column == Column::Title) {
            return None;
        }
        let mut rows = Vec::new();
        for record in records.take(MOST_ROWS + 1) {
            let cells: Vec<String> = record.ok()?.iter().map(plain).collect();
            if cells.iter().any(|cell| !cell.is_empty()) {
                rows.push(cells);
            }
        }
        if rows.is_empty() || rows.len() > MOST_ROWS {
            return None;
        }
        let mut copied = Self { columns, rows, first: None };
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
    /// plan does not have. Where all of them are in one room, they go into `room` instead. `None` where no event could have them. Also says what has to be left out, because the plan
    /// does not know it.
    #[must_use]
    pub fn command(&self, plan: &Plan, later_mins: i32, room: Option<RoomId>) -> Option<(Command, Vec<String>)> {
        let room = room.filter(|_| self.are_in_one_room());
        let mut known = Known::new(plan);
        let mut made = Made { sessions: Vec::new(), others: Vec::new(), left_out: Vec::new() };
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
            let kind = names::kind(self.text(row, Column::Kind)).unwrap_or(SessionKind::Other);
            let mut session = Session::new(ids.like(style), event, kind);
            self.describe(plan, row, &mut session);
            let length = values::length(self.text(row, Column::Length))?;
            let rooms = match room {
                Some(room) => vec![room],
                None => self.rooms(plan, row, &mut known, &mut made),
            };
            session.planned_length = length;
            match start {
                Some(start) => session.placement = Some(Placement { start, length, rooms }),
                None => session.wish = Wish { day, minute: None, rooms },
            }
            self.people(plan, (row, &mut session), &mut known, &mut made);
            for name in self.parts(row, Column::Bodies) {
                match known.body(&name) {
                    Some(id) if !session.bodies.contains(&id) => session.bodies.push(id),
                    Some(_) => {}
                    None => made.leave_out(name),
                }
            }
            for code in self.parts(row, Column::Topics) {
                match plan.topics().iter().find(|row| or_id(&row.code, row.id.as_str()) == code) {
                    Some(topic) => session.topics.push(topic.id),
                    None => made.leave_out(code),
                }
            }
            for symbol in self.parts(row, Column::Documents) {
                match plan.documents().iter().find(|row| or_id(&row.symbol, row.id.as_str()) == symbol) {
                    Some(document) => session.documents.push(document.id),
                    None => made.leave_out(symbol),
                }
            }
            made.sessions.push(session.into());
        }
        let Made { mut sessions, others, left_out } = made;
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
        session.status = names::status(text(Column::Status)).unwrap_or(Status::Provisional);
        session.languages =
            text(Column::Languages).split_whitespace().filter_map(|code| code.parse().ok()).collect::<LanguageSet>();
        session.expected_attendance = typed::count(text(Column::Expected)).ok().flatten();
        text(Column::Link).clone_into(&mut session.link);
        (session.webcast, session.captioned) = (is_so(Column::Webcast), is_so(Column::Captioned));
        text(Column::Remarks).clone_into(&mut session.remarks);
    }

    /// Whether none has several rooms, or another one than the first.
    fn are_in_one_room(&self) -> bool {
        let rooms = |row| self.parts(row, Column::Rooms);
        let first = if self.rows.is_empty() { Vec::new() } else { rooms(0) };
        first.len() <= 1 && (0..self.rows.len()).all(|row| rooms(row) == first)
    }

    fn rooms(&self, plan: &Plan, row: usize, known: &mut Known, made: &mut Made) -> Vec<RoomId> {
        let mut rooms = Vec::new();
        for name in self.parts(row, Column::Rooms) {
            let id = known.room(&name).unwrap_or_else(|| {
                let mut room = new_room(plan, &name);
                room.id = free(made, room.id, |id| plan.rooms().contains(id));
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

    fn people(&self, plan: &Plan, (row, session): (usize, &mut Session), known: &mut Known, made: &mut Made) {
        static ROLES: LazyLock<Recognized> =
            LazyLock::new(|| Recognized::new("model", &Role::ALL.map(crate::texts::names::role)));
        for part in self.parts(row, Column::People) {
            let (name, role) = part.rsplit_once('(').unwrap_or((&part, ""));
            let name = name.trim();
            let role = ROLES.place(role.trim_end_matches(')')).map_or(Role::Participant, |place| Role::ALL[place]);
            let person = known.person(name).unwrap_or_else(|| {
                let mut person = new_person(plan, name);
                person.id = free(made, person.id, |id| plan.people().contains(id));
                known.add_person(name, person.id);
                let id = person.id;
                made.others.push(person.into());
                id
            });
            session.people.push(Participation { person, role });
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

    /// When a row begins.
    fn start(&self, row: usize) -> Option<Start> {
        let (day, clock) = (self.text(row, Column::Date), self.text(row, Column::Start));
        match (day.is_empty(), clock.is_empty()) {
            (true, true) => Some(Start::Waits),
            (false, true) => self.day(row).map(|_| Start::Waits),
            (true, false) => None,
            (false, false) => {
                let minute = values::clock(clock).filter(|&minute| minute < 24 * 60)?;
                Some(Start::At(CivilTime::midnight(self.day(row)?).plus_mins(minute.into())))
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
struct Made {
    sessions: Vec<AnyRow>,
    /// Rooms and people that the plan does not have.
    others: Vec<AnyRow>,
    /// What the plan does not know and can not make of a name alone.
    left_out: Vec<String>,
}

impl Made {
    fn leave_out(&mut self, name: String) {
        if !self.left_out.contains(&name) {
            self.left_out.push(name);
        }
    }
}

/// `id`, or one after it that is neither in the plan nor made already.
fn free<R: crate::model::Row>(
    made: &Made,
    id: crate::model::Id<R>,
    is_taken: impl Fn(crate::model::Id<R>) -> bool,
) -> crate::model::Id<R>
where
    crate::model::RowId: From<crate::model::Id<R>>,
{
    let stem = id.as_str().trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    let in_use = |id| is_taken(id) || made.others.iter().any(|row| row.id() == crate::model::RowId::from(id));
    if in_use(id) { crate::model::Id::numbered(&stem, 1, in_use) } else { id }
}

/// A cell without the mark that keeps a spreadsheet from taking it for a formula.
fn plain(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if defused(rest) == cell => rest.to_owned(),
        _ => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::resolve;
    use crate::store::Template;

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
                    planned_length: session.length(),
                    ..(**session).clone()
                };
                assert_eq!(read, same);
            }
        }
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
