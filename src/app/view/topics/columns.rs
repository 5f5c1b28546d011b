//! The columns of the matrix: items of agendas, and sessions that take topics as a whole, event by event.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::app::context::ViewContext;
use crate::app::widget::items::item_title;
use crate::app::widget::topics::item_number;
use crate::model::coverage::{self, Cover, Coverage};
use crate::model::{AgendaItem, AgendaItemId, BodyId, EventId, Plan, Session, SessionId, SessionKind, Status, TopicId};
use crate::texts::{Value, dates, short, tid};

/// An event with its columns.
#[derive(Debug)]
pub struct Block {
    /// Which.
    pub event: EventId,
    /// What it is called, and when it is.
    pub name: String,
    /// Its columns among all.
    pub columns: Range<usize>,
    /// Whether it is an interregional meeting, whose agenda is to take every topic.
    pub is_meeting: bool,
}

/// What a column stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum ColumnOf {
    /// An item.
    Item(AgendaItemId),
    /// Sessions of a body, as wholes.
    Sessions(Vec<SessionId>),
    /// Sessions of groups that draft, each for its own region.
    Drafting(Vec<SessionId>),
}

/// What a topic is in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// It is not there.
    Absent,
    /// It is covered.
    Covers,
    /// It is named, by what waits or is called off.
    Idle,
}

/// A column.
#[derive(Debug)]
pub struct Column {
    /// What it stands for.
    pub of: ColumnOf,
    /// What is written above it.
    pub head: String,
    /// All that is known of it.
    pub tip: String,
    /// Whether what it stands for takes place.
    takes_place: bool,
}

impl Column {
    /// What a topic is in it.
    #[must_use]
    pub fn cell(&self, plan: &Plan, coverage: &Coverage, topic: TopicId) -> Cell {
        let covers = |by: Cover| coverage.of_topic(topic).iter().any(|of| of.by == by);
        let (is_covered, is_named) = match &self.of {
            ColumnOf::Item(id) => {
                let is_named = plan.items().get(*id).is_some_and(|item| item.topics.contains(&topic));
                (is_named && self.takes_place, is_named)
            }
            ColumnOf::Sessions(ids) | ColumnOf::Drafting(ids) => {
                let names = |id: SessionId| plan.sessions().get(id).is_some_and(|row| row.topics.contains(&topic));
                // What a session that takes place names is covered by it or by an item of its own.
                (ids.iter().any(|&id| covers(Cover::Session(id))), !self.takes_place && ids.iter().any(|&id| names(id)))
            }
        };
        match (is_covered, is_named) {
            (true, _) => Cell::Covers,
            (false, true) => Cell::Idle,
            (false, false) => Cell::Absent,
        }
    }

    /// The item of it, where it is one.
    #[must_use]
    pub fn item(&self) -> Option<AgendaItemId> {
        if let ColumnOf::Item(id) = self.of { Some(id) } else { None }
    }
}

/// The blocks and all columns: interregional meetings always, other events where they deal with topics.
#[must_use]
pub fn of(cx: &ViewContext<'_>, coverage: &Coverage, kept: &BTreeSet<AgendaItemId>) -> (Vec<Block>, Vec<Column>) {
    let plan = cx.plan;
    let meetings: BTreeSet<EventId> = coverage::meetings(plan).into_iter().collect();
    let with_topics = plan.items().iter().filter(|item| !item.topics.is_empty() || kept.contains(&item.id));
    let items: Vec<(&AgendaItem, &Session)> =
        with_topics.filter_map(|item| Some((&**item, &**plan.sessions().get(item.session)?))).collect();
    let wholes: Vec<&Session> =
        plan.sessions().iter().map(|session| &**session).filter(|session| is_whole(plan, coverage, session)).collect();
    let of_items = items.iter().map(|(_, session)| session.event);
    let mut events: Vec<EventId> =
        meetings.iter().copied().chain(of_items).chain(wholes.iter().map(|row| row.event)).collect();
    events.sort_by_key(|&id| (plan.events().get(id).map(|event| event.dates.span().start), id));
    events.dedup();
    let (mut blocks, mut columns) = (Vec::new(), Vec::new());
    for event in events {
        let from = columns.len();
        let mut own: Vec<_> = items.iter().filter(|(_, session)| session.event == event).collect();
        own.sort_by_key(|(item, session)| (start(session), session.id, item.order, item.id));
        columns.extend(own.into_iter().map(|(item, session)| of_item(cx, item, session)));
        columns.extend(of_sessions(cx, wholes.iter().copied().filter(|session| session.event == event).collect()));
        let name = block_name(cx, event, &columns[from..]);
        blocks.push(Block { event, name, columns: from..columns.len(), is_meeting: meetings.contains(&event) });
    }
    (blocks, columns)
}

/// Whether topics that a session names are no matter of its items.
fn is_whole(plan: &Plan, coverage: &Coverage, session: &Session) -> bool {
    let by_it = |topic: &TopicId| coverage.of_topic(*topic).iter().any(|of| of.by == Cover::Session(session.id));
    let is_idle = !takes_place(session) && plan.items().iter().all(|item| item.session != session.id);
    !session.topics.is_empty() && (is_idle || session.topics.iter().any(by_it))
}

fn takes_place(session: &Session) -> bool {
    session.placement.is_some() && session.status != Status::Cancelled
}

fn start(session: &Session) -> impl Ord + use<> {
    let start = session.span().map(|span| span.start);
    (start.is_none(), start)
}

fn of_item(cx: &ViewContext<'_>, item: &AgendaItem, session: &Session) -> Column {
    let number = item_number(cx, item);
    let title = item_title(cx, item);
    let name = if number.is_empty() {
        title.to_owned()
    } else {
        cx.texts.text_with("topics-item-titled", &[("number", Value::from(&number)), ("title", Value::from(title))])
    };
    let head = if number.is_empty() { "–".to_owned() } else { number };
    Column { of: ColumnOf::Item(item.id), head, tip: told(cx, &name, session), takes_place: takes_place(session) }
}

/// What it is called, with its day, or that it covers nothing and why.
fn told(cx: &ViewContext<'_>, name: &str, session: &Session) -> String {
    let why = match (session.span(), session.status) {
        (_, Status::Cancelled) => cx.text("topics-cancelled").to_owned(),
        (None, _) => cx.text("topics-waits").to_owned(),
        (Some(span), _) => dates::day_short(cx.texts, span.start.date()),
    };
    format!("{name}, {why}")
}

/// A column for each body that meets, and one for all groups that draft.
fn of_sessions(cx: &ViewContext<'_>, mut sessions: Vec<&Session>) -> Vec<Column> {
    sessions.sort_by_key(|session| (start(session), session.id));
    let language = cx.settings.title_language();
    let name = |session: &Session| short::session_name(cx.plan, language, session);
    let mut parts: Vec<(Option<BodyId>, bool, Vec<&Session>)> = Vec::new();
    for session in sessions {
        let drafts = session.kind == SessionKind::Drafting;
        let body = session.bodies.first().copied().filter(|_| !drafts);
        let is_alike = |(of, all_draft, _): &&mut (Option<BodyId>, bool, Vec<&Session>)| {
            *all_draft == drafts && *of == body && (drafts || body.is_some())
        };
        match parts.iter_mut().find(is_alike) {
            Some((_, _, known)) => known.push(session),
            None => parts.push((body, drafts, vec![session])),
        }
    }
    let column = |(body, drafts, sessions): (Option<BodyId>, bool, Vec<&Session>)| {
        let ids = sessions.iter().map(|session| session.id).collect();
        let body = body.and_then(|id| cx.plan.bodies().get(id));
        let head = match (drafts, body) {
            (true, _) => cx.text(tid("topics-drafting")).to_owned(),
            (false, Some(body)) => cx.short_name(&body.code, &body.title).to_owned(),
            (false, None) => sessions.first().map(|session| name(session)).unwrap_or_default(),
        };
        let tip = sessions.iter().map(|session| told(cx, &name(session), session)).collect::<Vec<_>>().join("\n");
        let takes_place = sessions.iter().any(|session| takes_place(session));
        Column { of: if drafts { ColumnOf::Drafting(ids) } else { ColumnOf::Sessions(ids) }, head, tip, takes_place }
    };
    parts.into_iter().map(column).collect()
}

/// `IRM-1, 15 Jul` where all its columns are on one day, else its name alone.
fn block_name(cx: &ViewContext<'_>, event: EventId, columns: &[Column]) -> String {
    let event = cx.plan.events().get(event);
    let name = event.map(|event| cx.short_name(&event.code, &event.title)).unwrap_or_default();
    let session = |id: SessionId| cx.plan.sessions().get(id).and_then(|session| session.span());
    let days = columns.iter().flat_map(|column| match &column.of {
        ColumnOf::Item(id) => cx.plan.items().get(*id).map(|item| vec![item.session]).unwrap_or_default(),
        ColumnOf::Sessions(ids) | ColumnOf::Drafting(ids) => ids.clone(),
    });
    let days: BTreeSet<_> = days.filter_map(session).map(|span| span.start.date()).collect();
    match days.first() {
        Some(&day) if days.len() == 1 => format!("{name}, {}", dates::dates_short(cx.texts, day, day)),
        _ => name.to_owned(),
    }
}
