//! From a plan to a programme: choosing, ordering, turning ids into places in lists.

mod rows;
mod speaking;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;

use chrono::{DateTime, NaiveDate, Utc};
use rustc_hash::FxHashMap;

use super::super::plain::harmless;
use super::super::selection::{Filter, Selection, delegate_name};
use super::super::words::Words;
use super::super::{address, reserved};
use super::head;
use super::items::Gathered;
use super::told::Told;
use super::{
    Day, Entry, Event, Finding, House, Item, Labels, OwnCell, Person, Programme, Room, Topic, Waiting, Withdrawn,
    last_day,
};
use crate::check::Checker;
use crate::look;
use crate::model::zone::{self, Tz};
use crate::model::{
    CivilTime, EventKind, FieldValue, Held, Holder, Language, LocalText, Meetings, OwnField, PersonId, Plan, RoomId,
    Session, Span, TopicId,
};
use crate::texts::{built_in, findings};

/// So many of the things that were chosen are named in a title.
const MOST_PARTS: usize = 3;

/// What a programme is made of, beside the plan.
pub struct Wish<'a> {
    /// Which part of the plan.
    pub selection: &'a Selection,
    /// The languages, the leading one first. None means the plan's own.
    pub languages: &'a [Language],
    /// The zone of all times; `None` leaves each event its own.
    pub zone: Option<Tz>,
    /// Whether what is for the team only is put in.
    pub is_internal: bool,
    /// Whether steps of the preparation are put in that nobody asked for one by one.
    pub with_steps: bool,
    /// The rules, where what they report is printed.
    pub checker: Option<&'a Checker>,
    /// The moment it is made.
    pub made: DateTime<Utc>,
}

impl Programme {
    /// The programme of `plan` as wished for.
    #[must_use]
    pub fn new(plan: &Plan, wish: &Wish<'_>) -> Self {
        let mut languages: Vec<Language> = Vec::new();
        for &language in wish.languages {
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
        if languages.is_empty() {
            languages.push(plan.header().language);
        }
        let shown = if wish.is_internal { Cow::Borrowed(plan) } else { reserved::shown(plan) };
        Gathering::new(&shown, wish, languages).programme()
    }
}

/// The rows of one table that are handed out, by id.
struct Listed<I, T> {
    places: FxHashMap<I, usize>,
    rows: Vec<T>,
}

impl<I: Copy + Eq + Hash, T> Listed<I, T> {
    fn new(rows: impl Iterator<Item = (I, T)>) -> Self {
        let mut listed = Self { places: FxHashMap::default(), rows: Vec::new() };
        for (id, row) in rows {
            listed.places.insert(id, listed.rows.len());
            listed.rows.push(row);
        }
        listed
    }

    fn places_of(&self, ids: &[I]) -> Vec<usize> {
        ids.iter().filter_map(|id| self.places.get(id).copied()).collect()
    }
}

/// A session with its clock.
struct Timed<'a> {
    session: &'a Session,
    span: Span,
    zone: Tz,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
}

struct Gathering<'a> {
    plan: &'a Plan,
    wish: &'a Wish<'a>,
    languages: Vec<Language>,
    labels: Labels,
    /// Counted in the whole plan: what is not handed out keeps its number.
    meetings: Meetings,
    placed: Vec<Timed<'a>>,
    waiting: Vec<&'a Session>,
}

impl<'a> Gathering<'a> {
    fn new(plan: &'a Plan, wish: &'a Wish<'a>, languages: Vec<Language>) -> Self {
        let filter = Filter::new(plan, wish.selection);
        let days: BTreeSet<_> = wish.selection.days.iter().copied().collect();
        let (mut placed, mut waiting) = (Vec::new(), Vec::new());
        for session in plan.sessions().iter().filter(|session| filter.takes(session)) {
            let Some(event) = plan.events().get(session.event) else { continue };
            match session.span() {
                Some(span) => {
                    let timed = timed(session, span, event.zone, wish.zone);
                    if days.is_empty() || days.range(timed.span.start.date()..=last_day(timed.span)).next().is_some() {
                        placed.push(timed);
                    }
                }
                // What has no day yet is on none of the chosen ones.
                // Drafts are for the team; others are told of what they have been told of before.
                None if days.is_empty() && (wish.is_internal || session.issued.is_some()) => waiting.push(&**session),
                None => {}
            }
        }
        let order = |timed: &Timed<'_>| {
            let rooms = timed.session.rooms().iter().filter_map(|&room| plan.rooms().get(room));
            let room = rooms.map(|room| room.order).min().unwrap_or(i32::MAX);
            (timed.span.start.date(), timed.start, room, timed.session.id)
        };
        placed.sort_by_cached_key(order);
        let labels = Labels::new(&languages);
        Self { plan, wish, languages, labels, meetings: Meetings::new(plan), placed, waiting }
    }

    fn words(&self, text: &LocalText) -> Words {
        Words::chosen(text, &self.languages)
    }

    /// Which rows of a table are printed: all, or those that the chosen sessions name.
    fn used<I: Ord + Copy>(&self, of: fn(&Session) -> Vec<I>) -> impl Fn(I) -> bool + use<I> {
        let all = self.wish.selection.is_everything();
        let used: BTreeSet<I> = if all { BTreeSet::new() } else { self.sessions().flat_map(of).collect() };
        move |id| all || used.contains(&id)
    }

    /// The chosen sessions.
    fn sessions(&self) -> impl Iterator<Item = &'a Session> {
        self.placed.iter().map(|timed| timed.session).chain(self.waiting.iter().copied())
    }

    /// The people who are told of: who has a part in what is placed or speaks there; for the team all.
    fn people(&self) -> Listed<PersonId, Person> {
        let is_everybody = self.wish.is_internal && self.wish.selection.is_everything();
        let parts = self.placed.iter().flat_map(|timed| timed.session.people.iter().map(|part| part.person));
        let used: BTreeSet<PersonId> = parts.chain(self.speakers()).collect();
        let people = self.plan.people().iter().filter(|person| is_everybody || used.contains(&person.id));
        Listed::new(people.map(|person| (person.id, self.person(person))))
    }

    /// The rooms that are used, in their order.
    fn rooms(&self) -> Listed<RoomId, Room> {
        let used = self.used(|session| session.rooms().to_vec());
        let mut rooms: Vec<_> = self.plan.rooms().iter().filter(|room| used(room.id)).collect();
        rooms.sort_by_key(|room| (room.order, room.id));
        Listed::new(rooms.into_iter().map(|room| (room.id, self.room(room))))
    }

    /// The topics that are dealt with.
    fn topics(&self) -> Listed<TopicId, Topic> {
        let used = self.used(|session| session.topics.clone());
        let topics = self.plan.topics().iter().filter(|topic| used(topic.id));
        Listed::new(topics.map(|topic| (topic.id, self.topic(topic))))
    }

    fn programme(self) -> Programme {
        let (plan, wish) = (self.plan, self.wish);
        let used = self.used(|session| vec![session.event]);
        // An event that is asked for is told of also without sessions, if all of it is meant.
        let asked: &[_] = if wish.selection.is_of_whole_events() { &wish.selection.events } else { &[] };
        let has_sessions: BTreeSet<_> = self.sessions().map(|session| session.event).collect();
        let is_told = |event: &crate::model::Event| {
            let is_asked = asked.contains(&event.id) || has_sessions.contains(&event.id);
            is_asked || used(event.id) && (wish.is_internal || wish.with_steps || !is_step(event.kind))
        };
        let mut events: Vec<_> = plan.events().iter().filter(|event| is_told(event)).collect();
        events.sort_by_key(|event| (event.dates.first_and_last(), event.id));
        let events = Listed::new(events.into_iter().map(|event| (event.id, self.event(event))));
        let rooms = self.rooms();
        let used = self.used(|session| session.bodies.clone());
        let mut bodies: Vec<_> = plan.bodies().iter().filter(|body| used(body.id)).collect();
        bodies.sort_by_key(|body| (body.kind, body.id));
        let bodies = Listed::new(bodies.into_iter().map(|body| (body.id, self.body(body))));
        let people = self.people();
        let topics = self.topics();
        let used = self.used(|session| session.documents.clone());
        let documents = plan.documents().iter().filter(|document| used(document.id));
        let documents = Listed::new(documents.map(|document| (document.id, self.document(document))));

        let agendas = Gathered::new(plan, &self.languages);
        let revised = head::revised(plan);
        let entries: Vec<Entry> = self
            .placed
            .iter()
            .map(|timed| {
                let session = timed.session;
                let participants =
                    session.people.iter().filter_map(|part| Some((*people.places.get(&part.person)?, part.role)));
                Entry {
                    id: session.id,
                    event: events.places[&session.event],
                    kind: session.kind,
                    called: session.called(),
                    kind_name: self.kind_name(session),
                    hue: look::hue_of(plan, session.called()),
                    title: self.session_title(session),
                    span: timed.span,
                    zone: timed.zone,
                    start: timed.start,
                    end: timed.end,
                    rooms: rooms.places_of(session.rooms()),
                    bodies: bodies.places_of(&session.bodies),
                    meeting: self.meeting(session),
                    people: participants.collect(),
                    topics: topics.places_of(&session.topics),
                    documents: documents.places_of(&session.documents),
                    items: agendas.items(session, Some(timed.span.start)),
                    told: Told::of(plan, session, wish.made),
                    status: session.status,
                    revised: revised.get(&session.id).copied(),
                    held: self.held(session, timed.zone),
                    languages: session.languages,
                    expected_attendance: session.expected_attendance.filter(|_| wish.is_internal),
                    link: address::web_address(session.link.trim()).unwrap_or_default(),
                    webcast: session.webcast,
                    captioned: session.captioned,
                    own: self.own(session),
                    remarks: if wish.is_internal { harmless(&session.remarks) } else { String::new() },
                }
            })
            .collect();
        let waiting = self.waiting.iter().map(|session| Waiting {
            event: events.places[&session.event],
            bodies: bodies.places_of(&session.bodies),
            ..self.waiting(session, agendas.items(session, None))
        });
        let told: Vec<_> = events.rows.iter().map(|event: &Event| event.id).collect();
        Programme {
            identity: plan.header().identity,
            head: head::head(plan, &self.labels, &told, &self.languages, wish.made),
            house: House::of(plan.header(), &self.languages),
            title: self.title(&self.words(&plan.header().title)),
            whole: self.words(&plan.header().title),
            heading: self.title(&self.official()),
            home: plan.header().zone,
            description: self.words(&plan.header().description),
            release: plan.header().release,
            made: wish.made,
            zone: wish.zone,
            is_internal: wish.is_internal,
            days: days(&entries, &wish.selection.days),
            waiting: waiting.collect(),
            statements: self.statements(&entries, &people.places),
            findings: wish.checker.filter(|_| wish.is_internal).map_or_else(Vec::new, |checker| self.findings(checker)),
            fields: self.fields().map(|field| self.words(&field.title)).collect(),
            entries,
            events: events.rows,
            rooms: rooms.rows,
            bodies: bodies.rows,
            people: people.rows,
            topics: topics.rows,
            documents: documents.rows,
            languages: self.languages,
            labels: self.labels,
        }
    }

    /// A session that waits, without what other lists have of it.
    fn waiting(&self, session: &Session, items: Vec<Item>) -> Waiting {
        let rooms = session.wish.rooms.iter().filter_map(|&id| self.plan.rooms().get(id));
        let people = session.people.iter().filter_map(|part| {
            let person = self.plan.people().get(part.person)?;
            Some(format!("{} ({})", harmless(&person.name), self.labels.role(part.role).first()))
        });
        Waiting {
            id: session.id,
            event: 0,
            kind: session.kind,
            called: session.called(),
            kind_name: self.kind_name(session),
            hue: look::hue_of(self.plan, session.called()),
            title: self.session_title(session),
            bodies: Vec::new(),
            status: session.status,
            length_mins: session.planned_length.mins(),
            items,
            withdrawn: self.withdrawn(session),
            own: self.own(session),
            day: session.wish.day,
            rooms: self.labels.names(rooms.map(|room| self.words(&room.title).joined().into_owned())),
            people: people.collect::<Vec<_>>().join("; "),
        }
    }

    /// When a session that waits was to take place, where the world was told of it. A calendar knows it by its name; the time
    /// is what the standard asks for.
    fn withdrawn(&self, session: &Session) -> Option<Withdrawn> {
        session.issued.as_ref()?;
        let event = self.plan.events().get(session.event)?;
        let wish = &session.wish;
        let day = wish.day.unwrap_or_else(|| event.dates.first_and_last().0);
        let start = CivilTime::midnight(day).plus_mins(i32::from(wish.minute.unwrap_or_default()));
        let end = start.plus_mins(session.planned_length.mins());
        let told = Told::of(self.plan, session, self.wish.made);
        Some(Withdrawn { start: zone::instant(start, event.zone), end: zone::instant(end, event.zone), told })
    }

    /// The own fields that are told of.
    fn fields(&self) -> impl Iterator<Item = &'a std::sync::Arc<OwnField>> {
        let is_internal = self.wish.is_internal;
        self.plan.fields_of(Holder::Session).filter(move |field| is_internal || field.handed_out)
    }

    /// What a session has in them.
    fn own(&self, session: &Session) -> Vec<OwnCell> {
        let cell = |field: &OwnField| match session.own.get(field.id) {
            None => OwnCell::Empty,
            Some(FieldValue::Text(text)) => OwnCell::Text(harmless(text)),
            Some(FieldValue::Number(number)) => OwnCell::Number(*number),
            Some(FieldValue::Date(day)) => OwnCell::Day(*day),
            Some(FieldValue::Choice(id)) => {
                field.choice(*id).map_or(OwnCell::Empty, |choice| OwnCell::Choice(self.words(&choice.title)))
            }
            Some(FieldValue::Tick) => OwnCell::Yes,
        };
        self.fields().map(|field| cell(field)).collect()
    }

    /// When it was really held, by the clock in `zone`.
    fn held(&self, session: &Session, zone: Tz) -> Option<Held> {
        let own = self.plan.events().get(session.event)?.zone;
        session.held.as_ref().map(|held| held.mapped(|time| zone::convert(time, own, zone)))
    }

    /// Which meeting of its body it is, in each language in which the body has a short name.
    fn meeting(&self, session: &Session) -> Words {
        let meeting = self.meetings.of(session.id);
        let body = meeting.and_then(|meeting| Some((meeting, self.plan.bodies().get(meeting.body)?)));
        let mut words = Words::default();
        if let Some((meeting, body)) = body {
            let codes = self.words(&body.code);
            codes.iter().for_each(|(language, code)| words.push(language, meeting.coded(code)));
        }
        words
    }

    /// Its title; what sort of session it is where it has none.
    fn session_title(&self, session: &Session) -> Words {
        let title = self.words(&session.title);
        if title.is_empty() { self.kind_name(session) } else { title }
    }

    /// What sort of session it is called.
    fn kind_name(&self, session: &Session) -> Words {
        let own = session.own_kind.and_then(|kind| self.plan.kinds().get(kind)).map(|own| self.words(&own.title));
        own.filter(|name| !name.is_empty()).unwrap_or_else(|| self.labels.kind(session.kind))
    }

    /// What is planned, and which part of it: `WTDC-25 · COM3`.
    fn title(&self, whole: &Words) -> Words {
        let (plan, selection) = (self.plan, self.wish.selection);
        let named = |code: &LocalText, title: &LocalText| {
            let code = self.words(code);
            if code.is_empty() { self.words(title) } else { code }
        };
        let events = selection.events.iter().filter_map(|&id| plan.events().get(id));
        let rooms = selection.rooms.iter().filter_map(|&id| plan.rooms().get(id));
        let bodies = selection.bodies.iter().filter_map(|&id| plan.bodies().get(id));
        let people = selection.people.iter().filter_map(|&id| plan.people().get(id)).map(|row| &row.name);
        // The conference can be called in one language what the plan is called in another.
        let is_plan = |row: &&std::sync::Arc<crate::model::Event>| {
            plan.header().title.iter().any(|(language, text)| row.code.exact(language) == Some(text))
        };
        let mut parts: Vec<Words> =
            events.filter(|row| !is_plan(row)).map(|row| named(&row.code, &row.title)).collect();
        parts.extend(bodies.map(|row| named(&row.code, &row.title)));
        parts.extend(rooms.map(|row| self.words(&row.title)));
        parts.extend(people.chain(&selection.delegations).map(|name| Words::one(self.languages[0], name)));
        let delegates = selection.delegates.iter().filter_map(|&id| plan.delegates().get(id));
        parts.extend(delegates.map(|row| Words::one(self.languages[0], &delegate_name(plan, row))));
        parts.retain(|part| !part.is_empty() && part != whole);
        let is_cut = parts.len() > MOST_PARTS;
        parts.truncate(MOST_PARTS);
        let mut title = Words::default();
        for &language in &self.languages {
            let names: Vec<&str> = std::iter::once(whole).chain(&parts).map(|part| part.get(language)).collect();
            title.push(language, names.join(" · ") + if is_cut { " · …" } else { "" });
        }
        if parts.is_empty() { whole.clone() } else { title }
    }

    /// The official title of the conference, with its short name; what the plan is called where it has none.
    fn official(&self) -> Words {
        let Some(event) = self.plan.main_event() else { return self.words(&self.plan.header().title) };
        let (title, code) = (self.words(&event.title), self.words(&event.code));
        let mut official = Words::default();
        for (language, text) in title.iter() {
            let code = code.get(language);
            let says_it = code.is_empty() || text.contains(code);
            official.push(language, if says_it { text.to_owned() } else { format!("{text} ({code})") });
        }
        if official.is_empty() { self.words(&self.plan.header().title) } else { official }
    }

    fn findings(&self, checker: &Checker) -> Vec<Finding> {
        let chosen: BTreeSet<_> =
            self.placed.iter().map(|timed| timed.session.id).chain(self.waiting.iter().map(|row| row.id)).collect();
        let all = self.wish.selection.is_everything();
        let concerned =
            checker.sorted().into_iter().filter(|finding| all || finding.sessions.iter().any(|id| chosen.contains(id)));
        let (texts, language) = (self.labels.leading(), self.languages[0]);
        let told = concerned.map(|finding| Finding {
            rule: finding.rule,
            severity: finding.severity,
            sentence: harmless(&findings::sentence(texts, self.plan, language, finding)),
            sessions: finding.sessions.clone(),
            waived: finding
                .waiver
                .and_then(|id| self.plan.waivers().get(id))
                .map(|waiver| harmless(built_in(texts, &waiver.reason))),
        });
        told.collect()
    }
}

/// Whether it is a step of those who prepare, and nothing that anybody else goes to.
fn is_step(kind: EventKind) -> bool {
    matches!(kind, EventKind::Milestone | EventKind::Deadline | EventKind::PlanningArea)
}

/// The clock of a session: that of its event, or of `shown`. It lasts as long as it is planned for, also where clocks change
/// while it sits; then its end is what they show.
fn timed(session: &Session, span: Span, own: Tz, shown: Option<Tz>) -> Timed<'_> {
    let start = zone::instant(span.start, own);
    let end = start + chrono::Duration::minutes(i64::from(span.mins().max(1)));
    let zone = shown.unwrap_or(own);
    let from = zone::civil(start, zone);
    // In the hour that comes twice, an end can stand before its start on the clock.
    let span = Span::new(from, zone::civil(end, zone).max(from.plus_mins(1)));
    Timed { session, span, zone, start, end }
}

/// The days of entries that are in order; of the `chosen` ones, if there are any, only these.
fn days(entries: &[Entry], chosen: &[NaiveDate]) -> Vec<Day> {
    let chosen: BTreeSet<NaiveDate> = chosen.iter().copied().collect();
    let mut days: BTreeMap<NaiveDate, Day> = BTreeMap::new();
    let is_chosen = |date: &NaiveDate| chosen.is_empty() || chosen.contains(date);
    for (place, entry) in entries.iter().enumerate() {
        let first = entry.span.start.date();
        for date in first.iter_days().take_while(|date| *date <= entry.last_day()).filter(is_chosen) {
            let day = days.entry(date).or_insert_with(|| Day { date, entries: 0..0, going_on: Vec::new() });
            match day.entries.is_empty() {
                _ if date > first => day.going_on.push(place),
                true => day.entries = place..place + 1,
                false => day.entries.end = place + 1,
            }
        }
    }
    days.into_values().collect()
}
