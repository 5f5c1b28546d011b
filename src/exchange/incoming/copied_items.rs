//! The items of an agenda in the cell of a session that is copied: one a line, what is said of it parted by tabs, so that a
//! list of them can be read, and pasted elsewhere.

use std::sync::LazyLock;

use super::names::or_id;
use crate::model::agenda::{Agenda, Agendas, Line};
use crate::model::{AgendaItem, ItemKind, ItemOrigin, Language, Plan, SessionId};
use crate::texts::recognized::Recognized;
use crate::texts::{Texts, names, short, typed};

/// One of them, as it was read. What the plan has stands in it by its name.
#[derive(Debug)]
pub struct CopiedItem {
    pub title: String,
    pub shares: (u32, u32),
    pub kind: ItemKind,
    pub level: u8,
    pub fixed_mins: Option<u32>,
    pub origin: Option<ItemOrigin>,
    pub speakers: Vec<String>,
    pub presenters: Vec<String>,
    pub documents: Vec<String>,
    pub topics: Vec<String>,
}

/// The items of a session; numbers are for whoever reads the table, since agendas count for themselves.
pub fn written(plan: &Plan, agendas: &Agendas, session: SessionId, words: (&Texts, Language)) -> String {
    let agenda = Agenda::of(plan, agendas, session);
    let lines = agenda.sitting(session).map_or(&[][..], |sitting| &sitting.lines);
    let lines = lines.iter().filter_map(|line| Some(item(plan, line, line.taken.item()?, words)));
    lines.collect::<Vec<_>>().join("\n")
}

fn item(plan: &Plan, line: &Line, item: &AgendaItem, (texts, language): (&Texts, Language)) -> String {
    let (presentation, discussion) =
        (typed::seconds_text(item.presentation_secs), typed::seconds_text(item.discussion_secs));
    let people = item.speakers.iter().filter_map(|&id| plan.people().get(id)).map(|row| row.name.clone());
    let bodies = item.presenters.iter().filter_map(|&id| plan.bodies().get(id)).map(|body| {
        let code = body.code.get(language);
        or_id(if code.is_empty() { body.title.get(language) } else { code }, body.id.as_str())
    });
    let documents = item.documents.iter().filter_map(|&id| plan.documents().get(id));
    let topics = item.topics.iter().filter_map(|&id| plan.topics().get(id));
    let fields = [
        line.number.clone(),
        item.title.get(language).to_owned(),
        if item.discussion_secs == 0 { presentation } else { format!("{presentation} + {discussion}") },
        texts.text(names::item_kind(item.kind)).to_owned(),
        item.level.to_string(),
        item.fixed_mins.map(|mins| mins.to_string()).unwrap_or_default(),
        item.origin.map(|origin| texts.text(names::item_origin(origin)).to_owned()).unwrap_or_default(),
        people.collect::<Vec<_>>().join("; "),
        bodies.collect::<Vec<_>>().join("; "),
        documents.map(|row| or_id(&row.symbol, row.id.as_str())).collect::<Vec<_>>().join("; "),
        topics.map(|row| or_id(&row.code, row.id.as_str())).collect::<Vec<_>>().join("; "),
    ];
    fields.map(|field| short::one_line(&field)).join("\t").trim_end().to_owned()
}

/// The items in a cell. A line that somebody wrote there is read as it would be in an agenda.
pub fn read(cell: &str) -> Vec<CopiedItem> {
    static KINDS: LazyLock<Recognized> =
        LazyLock::new(|| Recognized::new("model", &ItemKind::ALL.map(names::item_kind)));
    static ORIGINS: LazyLock<Recognized> =
        LazyLock::new(|| Recognized::new("model", &ItemOrigin::ALL.map(names::item_origin)));
    let read = |line: &str| {
        let fields: Vec<&str> = line.split('\t').map(str::trim).collect();
        let field = |at: usize| fields.get(at).copied().unwrap_or_default();
        let parts = |at: usize| {
            field(at).split(';').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>()
        };
        let most = |&(one, other): &(u32, u32)| one.max(other) <= AgendaItem::MOST_SECS;
        let known = typed::shares(field(2)).filter(most).zip(field(4).parse().ok());
        let Some((shares, level)) = known.filter(|&(_, level): &(_, u8)| level <= AgendaItem::DEEPEST) else {
            let typed = typed::item(line)?;
            return Some(CopiedItem {
                title: typed.title,
                shares: typed.shares,
                kind: ItemKind::Item,
                level: typed.level,
                fixed_mins: None,
                origin: None,
                speakers: Vec::new(),
                presenters: Vec::new(),
                documents: Vec::new(),
                topics: Vec::new(),
            });
        };
        Some(CopiedItem {
            title: field(1).to_owned(),
            shares,
            kind: KINDS.place(field(3)).map_or(ItemKind::Item, |place| ItemKind::ALL[place]),
            level,
            fixed_mins: field(5).parse().ok(),
            origin: ORIGINS.place(field(6)).map(|place| ItemOrigin::ALL[place]),
            speakers: parts(7),
            presenters: parts(8),
            documents: parts(9),
            topics: parts(10),
        })
    };
    cell.lines().filter(|line| !line.trim().is_empty()).filter_map(read).collect()
}
