//! What is shown, worked out once for a state of the plan, a language and a celebration.

use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::sheet::{Cell, Does, Head, Line};
use crate::app::widget::steps::Tone;
use crate::model::celebration::{self, Celebration, GroupFlaw, Visitors};
use crate::model::{EventId, Language, Session, SessionId, SessionKind, VisitGroup, YouthElement};
use crate::texts::{Value, dates, names, tid, typed};
use crate::workbench::Generation;

/// What it was worked out from.
pub type Key = (Generation, Language, Option<EventId>);

/// A group: its visit, and its place there.
pub type GroupKey = (SessionId, usize);

/// What is shown.
#[derive(Debug)]
pub struct Known {
    /// What it was worked out from.
    pub key: Key,
    /// The celebration.
    pub event: EventId,
    /// All of them.
    pub events: Vec<EventId>,
    /// What follows of it from the plan.
    pub celebration: Celebration,
    /// The elements of the programme.
    pub rows: Vec<Row>,
    /// The sessions.
    pub columns: Vec<Column>,
    /// The groups of visits.
    pub lines: Vec<Line<GroupKey>>,
    /// What they come to together.
    pub visitors: Visitors,
}

/// An element of the programme.
#[derive(Debug)]
pub struct Row {
    /// Which.
    pub element: YouthElement,
    /// Whether a session serves it that takes place.
    pub is_served: bool,
    /// By what it is served.
    pub words: String,
    /// What it is in each session.
    pub cells: Vec<Mark>,
}

/// What an element is in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    None,
    /// The session would serve it, and waits or is called off.
    Idle,
    /// The session serves it.
    Serves,
}

/// A session.
#[derive(Debug)]
pub struct Column {
    /// Which.
    pub session: SessionId,
    /// What it is called, without what all begin with.
    pub name: String,
    /// When it is.
    pub when: String,
    /// Where it is.
    pub room: String,
    /// How many are expected on how many seats; empty where neither is known.
    pub seats: String,
    /// Whether more are expected than there are seats.
    pub is_full: bool,
    /// Whether groups go on it.
    pub is_visit: bool,
}

/// Columns of groups.
pub const GROUPS: [Head; 7] = [
    Head::new(tid("youth-visit"), 170.0, Does::Show),
    Head::new(tid("youth-group"), 0.0, Does::Type),
    Head::new(tid("youth-people"), 74.0, Does::Type),
    Head::new(tid("youth-seats"), 74.0, Does::Type),
    Head::new(tid("youth-departs"), 84.0, Does::Type),
    Head::new(tid("youth-returns"), 96.0, Does::Type),
    Head::new(tid("youth-check"), 220.0, Does::Show),
];
/// Their places.
pub const NAME: usize = 1;
pub const PEOPLE: usize = 2;
pub const SEATS: usize = 3;
pub const DEPARTS: usize = 4;
pub const RETURNS: usize = 5;

impl Known {
    /// Works it out; `None` where there is no celebration.
    #[must_use]
    pub fn of(cx: &ViewContext<'_>, key: Key) -> Option<Self> {
        let mut all = Celebration::all(cx.plan);
        let events: Vec<EventId> = all.iter().map(|one| one.event).collect();
        let at = events.iter().position(|&event| Some(event) == key.2).unwrap_or(0);
        let celebration = (at < all.len()).then(|| all.swap_remove(at))?;
        let sessions: Vec<&Session> =
            celebration.sessions.iter().filter_map(|&id| cx.plan.sessions().get(id)).map(|row| &**row).collect();
        let prefix = prefix(&sessions.iter().map(|row| cx.session_title(row)).collect::<Vec<_>>());
        Some(Self {
            key,
            event: celebration.event,
            events,
            rows: YouthElement::ALL.iter().map(|&element| row(cx, &celebration, (element, prefix))).collect(),
            columns: sessions.iter().map(|session| column(cx, session, prefix)).collect(),
            lines: sessions.iter().flat_map(|session| lines(cx, session, prefix)).collect(),
            visitors: celebration.visitors(cx.plan),
            celebration,
        })
    }

    /// The first visit, where there is one.
    #[must_use]
    pub fn visit(&self) -> Option<SessionId> {
        self.columns.iter().find(|column| column.is_visit).map(|column| column.session)
    }

    /// Whether a session is a visit.
    #[must_use]
    pub fn is_visit(&self, session: SessionId) -> bool {
        self.columns.iter().any(|column| column.session == session && column.is_visit)
    }

    /// `3 groups, 72 people, 90 seats`
    #[must_use]
    pub fn sum(&self, cx: &ViewContext<'_>) -> String {
        let values = [
            ("groups", Value::from(self.visitors.groups)),
            ("people", Value::from(self.visitors.people)),
            ("seats", Value::from(self.visitors.seats)),
        ];
        cx.texts.text_with("youth-sum", &values)
    }
}

/// How many bytes all titles but one begin with alike, up to a colon: `Youth celebration: `.
fn prefix(titles: &[&str]) -> usize {
    let before = |title: &str| title.split_once(": ").map(|(before, _)| before.to_owned());
    let heads: Vec<String> = titles.iter().filter_map(|title| before(title)).collect();
    match heads.first() {
        Some(first) if heads.len() > 1 && heads.iter().all(|head| head == first) => first.len() + 2,
        _ => 0,
    }
}

/// The title of a session without what all begin with, and with a capital letter.
fn name(cx: &ViewContext<'_>, session: &Session, prefix: usize) -> String {
    let title = cx.session_title(session);
    let has_prefix = prefix > 0 && title.get(..prefix).is_some_and(|head| head.ends_with(": "));
    let rest = if has_prefix { &title[prefix..] } else { title };
    let mut letters = rest.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn row(cx: &ViewContext<'_>, celebration: &Celebration, (element, prefix): (YouthElement, usize)) -> Row {
    let serving: Vec<(&Session, bool)> = celebration.serving(cx.plan, element).collect();
    let is_served = serving.iter().any(|&(_, is_held)| is_held);
    let named = serving.iter().filter(|&&(_, is_held)| is_held || !is_served);
    let all: Vec<String> = named.map(|(session, _)| name(cx, session, prefix)).collect();
    let words = match (is_served, serving.is_empty()) {
        (true, _) => all.join(", "),
        (false, true) => cx.text("youth-gap").to_owned(),
        (false, false) => cx.text("youth-idle").to_owned(),
    };
    let mark = |id: &SessionId| match serving.iter().find(|(session, _)| session.id == *id) {
        Some((_, true)) => Mark::Serves,
        Some((_, false)) => Mark::Idle,
        None => Mark::None,
    };
    Row { element, is_served, words, cells: celebration.sessions.iter().map(mark).collect() }
}

fn column(cx: &ViewContext<'_>, session: &Session, prefix: usize) -> Column {
    // Most celebrations have one day, which stands above.
    let days = cx.plan.events().get(session.event).map(|event| event.dates.first_and_last());
    let when = session.span().map_or_else(
        || cx.text("session-unscheduled").to_owned(),
        |span| {
            let is_usual = days == Some((span.start.date(), span.start.date()));
            if is_usual { dates::clock_span(cx.texts, span) } else { dates::span_text(cx.texts, span) }
        },
    );
    let rooms = session.rooms().iter().filter_map(|&id| cx.plan.rooms().get(id));
    let seats = rooms.map(|room| room.capacity).sum::<Option<u32>>().filter(|_| !session.rooms().is_empty());
    let expected = session.expected_attendance;
    let values = [("people", Value::from(expected.unwrap_or(0))), ("seats", Value::from(seats.unwrap_or(0)))];
    let told = match (expected, seats) {
        (None, None) => String::new(),
        (Some(_), None) => cx.texts.text_with("youth-expected", &values),
        (None, Some(_)) => cx.texts.text_with("youth-has-seats", &values),
        (Some(_), Some(_)) => cx.texts.text_with("youth-on-seats", &values),
    };
    Column {
        session: session.id,
        name: name(cx, session, prefix),
        when,
        room: cx.room_titles(session),
        seats: told,
        is_visit: session.kind == SessionKind::Visit || session.elements.contains(YouthElement::Visits),
        is_full: expected.zip(seats).is_some_and(|(expected, seats)| expected > seats),
    }
}

fn lines(cx: &ViewContext<'_>, session: &Session, prefix: usize) -> Vec<Line<GroupKey>> {
    let visit = name(cx, session, prefix);
    let line = |(at, group): (usize, &VisitGroup)| {
        let number = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
        let clock = |minute: Option<u16>| minute.map(typed::clock_text).unwrap_or_default();
        let flaws = celebration::flaws(cx.plan, session, group);
        let said: Vec<String> = flaws.iter().map(|&flaw| flaw_text(cx, flaw, prefix)).collect();
        let is_bad =
            |flaw: &GroupFlaw| !matches!(flaw, GroupFlaw::NoHeadcount | GroupFlaw::NoSlot | GroupFlaw::NoSeats);
        // What is wrong comes before what is not known.
        let first = flaws.iter().find(|flaw| is_bad(flaw)).or(flaws.first());
        let check = match first {
            None => Cell { sign: icons::CIRCLE_CHECK, ..Cell::new(cx.text("youth-fits"), Tone::Good) },
            Some(&flaw) => {
                let (sign, tone) =
                    if is_bad(&flaw) { (icons::CIRCLE_X, Tone::Bad) } else { (icons::CIRCLE_DASHED, Tone::Weak) };
                Cell { sign, words: flaw_text(cx, flaw, prefix), spoken: said.join("\n"), tone, edits: None }
            }
        };
        let tone = |is_wrong: bool| if is_wrong { Tone::Bad } else { Tone::Plain };
        let is_over = flaws.iter().any(|flaw| matches!(flaw, GroupFlaw::TooFewSeats(_)));
        let cells = vec![
            Cell::new(visit.as_str(), Tone::Plain),
            Cell::new(cx.title(&group.name), Tone::Name),
            Cell::new(number(group.people), tone(is_over)),
            Cell::new(number(group.seats), tone(is_over)),
            Cell::new(clock(group.departs), Tone::Plain),
            Cell::new(clock(group.returns), Tone::Plain),
            check,
        ];
        Line { id: (session.id, at), cells }
    };
    session.groups.iter().enumerate().map(line).collect()
}

fn flaw_text(cx: &ViewContext<'_>, flaw: GroupFlaw, prefix: usize) -> String {
    let (id, count, what) = match flaw {
        GroupFlaw::NoHeadcount => (tid("youth-no-headcount"), 0, String::new()),
        GroupFlaw::NoSlot => (tid("youth-no-slot"), 0, String::new()),
        GroupFlaw::NoSeats => (tid("youth-no-seats"), 0, String::new()),
        GroupFlaw::TooFewSeats(count) => (tid("youth-too-few-seats"), count, String::new()),
        GroupFlaw::BackBeforeDeparture => (tid("youth-back-before-departure"), 0, String::new()),
        GroupFlaw::DepartsDuring(id) => {
            let session = cx.plan.sessions().get(id);
            let name = session.map(|session| name(cx, session, prefix)).unwrap_or_default();
            (tid("youth-departs-during"), 0, name)
        }
        GroupFlaw::BesideVisit => (tid("youth-beside-visit"), 0, String::new()),
    };
    cx.texts.text_with(id, &[("count", Value::from(count)), ("what", Value::from(&what))])
}

/// What an element is called, with its letter.
#[must_use]
pub fn element_name<'a>(cx: &ViewContext<'a>, element: YouthElement) -> &'a str {
    cx.text(names::youth_element(element))
}
