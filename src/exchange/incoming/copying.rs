//! Sessions as they are copied: one text that is a table in a spreadsheet, readable in a mail, and can be read back by
//! another Plenary. Rows of the plan stand in it by their names, since another plan has other ids.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use super::names::{self, or_id};
use super::{copied_items, copied_youth};
use crate::exchange::table::defused;
use crate::model::agenda::Agendas;
use crate::model::{FieldValue, Holder, Language, LocalText, OwnField, Plan, Session, SessionId};
use crate::texts::recognized::Recognized;
use crate::texts::{Texts, tid, typed};

/// The heading by which such a table is known. Below it stand the ids that sessions have in the plan they are from.
pub const MARK: &str = "Plenary";

/// A column, besides the ids and the titles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
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
    Concerns,
    Elements,
    Groups,
    Agenda,
}

impl Column {
    /// From the first after the ids.
    const ALL: [Self; 23] = [
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
        Self::Concerns,
        Self::Elements,
        Self::Groups,
        Self::Agenda,
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
        tid("handout-concerns"),
        tid("handout-elements"),
        tid("handout-groups"),
        tid("handout-agenda"),
    ];

    /// What a heading means.
    pub fn of(heading: &str) -> Option<Self> {
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
    let agendas = Agendas::new(plan);
    let cells_of = |session: &Session| copied_items::written(plan, &agendas, session.id, words);
    let agendas: BTreeMap<SessionId, String> = sessions.iter().map(|row| (row.id, cells_of(row))).collect();
    // What few sessions have makes no table wider.
    let is_shown = |column: &Column| match column {
        Column::Agenda => agendas.values().any(|cell| !cell.is_empty()),
        Column::Concerns | Column::Elements | Column::Groups => {
            sessions.iter().any(|session| !cell(plan, session, *column, words).is_empty())
        }
        _ => true,
    };
    let mut writer = csv::WriterBuilder::new().delimiter(b'\t').from_writer(Vec::new());
    let columns: Vec<(&Column, &str)> =
        Column::ALL.iter().zip(Column::HEADINGS).filter(|(column, _)| is_shown(column)).collect();
    let mut heads = vec![MARK.to_owned()];
    for &(column, heading) in &columns {
        let heading = words.0.text(heading);
        if *column == Column::Title {
            heads.extend(titles.iter().map(|language| format!("{heading} ({})", language.code())));
        } else if *column == Column::Agenda {
            heads.push(format!("{heading} ({})", words.1.code()));
        } else {
            heads.push(heading.to_owned());
        }
    }
    let used = |field: &&Arc<OwnField>| sessions.iter().any(|session| session.own.get(field.id).is_some());
    let fields: Vec<&OwnField> = plan.fields_of(Holder::Session).filter(used).map(Arc::as_ref).collect();
    heads.extend(fields.iter().map(|field| own_heading(plan, field, words.1)));
    let mut written = writer.write_record(heads.iter().map(|head| defused(head))).is_ok();
    for session in &sessions {
        let mut cells = vec![session.id.to_string()];
        for &(column, _) in &columns {
            if *column == Column::Title {
                cells.extend(
                    titles.iter().map(|&language| session.title.exact(language).unwrap_or_default().to_owned()),
                );
            } else if *column == Column::Agenda {
                cells.extend(agendas.get(&session.id).cloned());
            } else {
                cells.push(cell(plan, session, *column, words));
            }
        }
        cells.extend(fields.iter().map(|field| own_cell(session, field, words)));
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
        // One that waits has the minute that is wished for, and no end.
        Column::Start => match at {
            Some(at) => at.start.clock(),
            None => session.wish.minute.map(typed::clock_text).unwrap_or_default(),
        },
        Column::End => at.map(|at| at.end().clock()).unwrap_or_default(),
        Column::Length => {
            let mins = session.length().mins();
            format!("{}:{:02}", mins / 60, mins % 60)
        }
        // Titles have a column for each language, and agendas are worked out together.
        Column::Title | Column::Agenda => String::new(),
        Column::Kind => {
            let nature = texts.text(crate::texts::names::session_kind(session.kind));
            match session.own_kind.and_then(|id| plan.kinds().get(id)) {
                // Where nobody has such a kind, its nature tells.
                Some(own) => format!("{} ({nature})", or_id(own.title.get(language), own.id.as_str())),
                None => nature.to_owned(),
            }
        }
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
        Column::Concerns => copied_youth::concern_text(plan, session.concerns.as_ref(), language),
        Column::Elements => copied_youth::elements_text(session.elements),
        Column::Groups => copied_youth::groups_text(&session.groups),
    }
}

/// What stands above an own field: its title, and its id where that is not enough.
fn own_heading(plan: &Plan, field: &OwnField, language: Language) -> String {
    let title = field.title.get(language);
    let has_other = |other: &Arc<OwnField>| {
        other.id != field.id && other.title.iter().any(|(_, other)| names::key(other) == names::key(title))
    };
    let is_enough = !title.is_empty() && Column::of(title).is_none() && !plan.fields_of(Holder::Session).any(has_other);
    if is_enough { title.to_owned() } else { format!("{title} ({})", field.id).trim().to_owned() }
}

fn own_cell(session: &Session, field: &OwnField, (texts, language): (&Texts, Language)) -> String {
    match session.own.get(field.id) {
        None => String::new(),
        Some(FieldValue::Text(text)) => text.clone(),
        Some(FieldValue::Number(number)) => number.to_string(),
        Some(FieldValue::Date(day)) => day.to_string(),
        Some(FieldValue::Choice(id)) => {
            let title = field.choice(*id).map_or("", |choice| choice.title.get(language));
            or_id(title, id.as_str())
        }
        Some(FieldValue::Tick) => texts.text("handout-yes").to_owned(),
    }
}
