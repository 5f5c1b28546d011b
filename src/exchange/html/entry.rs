//! One session on the page.

use chrono::{DateTime, SecondsFormat, Utc};
use maud::{Markup, html};

use super::super::programme::{Day, Document, Entry, Person, Programme, Room, Topic, offset_text};
use super::super::words::Words;
use super::super::{details, identity};
use super::words::{text, title};
use crate::model::{BodyId, Status};
use crate::texts::tid;

/// What the sessions of a day have in common, so that each need not say it.
pub struct Shown<'a> {
    programme: &'a Programme,
    day: &'a Day,
    /// Whether each must say which clock it is told by.
    with_zone: bool,
    /// Whether each must say how sure it is.
    with_status: bool,
}

impl<'a> Shown<'a> {
    /// What is common to the sessions of `day`, which the page tells above them.
    pub fn new(programme: &'a Programme, day: &'a Day) -> Self {
        let mut zones = programme.entries_on(day).map(|entry| entry.zone);
        let first = zones.next();
        let with_zone = zones.any(|zone| Some(zone) != first);
        Self { programme, day, with_zone, with_status: common_status(programme).is_none() }
    }

    /// The clock of the day, where other days have other ones.
    pub fn zone_of_day(&self) -> Markup {
        let differs = self.programme.entries.iter().any(|entry| entry.zone != self.programme.entries[0].zone);
        let entries = self.programme.entries_on(self.day);
        html! { @if differs && !self.with_zone { @for entry in entries.take(1) { (zone_of(entry)) } } }
    }

    /// A session as an item of a list.
    pub fn entry(&self, entry: &Entry) -> Markup {
        let programme = self.programme;
        let labels = &programme.labels;
        let is_cancelled = entry.status == Status::Cancelled;
        let rooms = entry.rooms.iter().map(|&room| &programme.rooms[room]);
        let begins = entry.span.start.date() == self.day.date;
        html! {
            li class={ "entry hue-" (entry.hue as usize) @if is_cancelled { " cancelled" } @if entry.revised.is_some() { " revised" } }
                id=[begins.then(|| anchor(entry))]
                data-id=(entry.id) data-uid=(identity::of_entry(programme, entry)) data-sequence=(entry.told.sequence)
                data-day=(self.day.date) data-event=(programme.events[entry.event].id)
                data-room=(ids(rooms.clone().map(|room| room.id.as_str())))
                data-body=(ids(bodies(programme, entry).iter().map(|body| body.as_str())))
                data-topic=(ids(entry.topics.iter().map(|&topic| programme.topics[topic].id.as_str()))) {
                div class="when" {
                    @if begins { (hours(entry)) }
                    @else { bdi class="hours" { (labels.hours_on(entry, self.day.date)) } }
                    @if self.with_zone { " " (zone_of(entry)) }
                }
                article class="what" {
                    p class="kind" {
                        @let sort = labels.kind_beside_title(entry);
                        @if !sort.is_empty() { span class="sort" { (text(programme, &sort)) } " " }
                        @if entry.meeting.is_empty() {
                            @for &body in &entry.bodies {
                                span class="body" { (title(programme, &programme.bodies[body].code)) } " "
                            }
                        } @else {
                            span class="body" { (title(programme, &entry.meeting)) } " "
                        }
                        @if is_cancelled {
                            strong class="off" { (text(programme, &labels.text(tid("handout-cancelled")))) }
                        } @else if self.with_status {
                            span class="sure" { (text(programme, &labels.status(entry.status))) }
                        }
                        @if let Some(revision) = entry.revised.filter(|_| !is_cancelled) {
                            " " strong class="changed" { (text(programme, &labels.revision(revision))) }
                        }
                    }
                    h3 { @if is_cancelled { s { (title(programme, &entry.title)) } } @else { (title(programme, &entry.title)) } }
                    (self.people(entry))
                    (self.agenda(entry))
                    (self.topics(entry))
                    (self.documents(entry))
                    @for (name, told) in details::own(programme, entry) {
                        p class="topics" dir="auto" { span class="role" { bdi { (name) } } " " bdi { (told) } }
                    }
                    @if !entry.remarks.is_empty() { p class="remarks" dir="auto" { (entry.remarks) } }
                    @if !entry.link.is_empty() && !is_cancelled {
                        p class="join" { a href=(entry.link) rel="noopener noreferrer" target="_blank" {
                            (text(programme, &labels.text(tid("handout-join"))))
                        } }
                    }
                }
                div class="where" {
                    @for room in rooms { (self.room(room)) }
                    (self.services(entry))
                    p class="id" {
                        @if begins { a href={ "#" (anchor(entry)) } title=(labels.text(tid("handout-permalink")).first()) { (entry.id) } }
                        @else { (entry.id) }
                    }
                }
            }
        }
    }

    /// Items with the times that follow for them.
    fn agenda(&self, entry: &Entry) -> Markup {
        let programme = self.programme;
        html! {
            @if !entry.items.is_empty() {
                ul class="agenda" aria-label=(programme.labels.text(tid("handout-agenda")).first()) {
                    @for item in &entry.items {
                        li class={ "level-" (item.level) @if item.is_pause() { " pause" } } {
                            span class="due" { (item.due_clock()) } " "
                            @if !item.number.is_empty() { span class="no" { (item.number) } " " }
                            (title(programme, &item.title))
                            @for more in [&item.presented, &item.documents] {
                                @if !more.is_empty() { " " span class="by" dir="auto" { (more) } }
                            }
                        }
                    }
                }
            }
        }
    }

    fn room(&self, room: &Room) -> Markup {
        html! {
            p class="room" {
                (title(self.programme, &room.title))
                @if !room.place.is_empty() { " " span class="place" dir="auto" { (room.place) } }
            }
        }
    }

    /// Interpretation, webcast, captions.
    fn services(&self, entry: &Entry) -> Markup {
        let labels = &self.programme.labels;
        let letters: Vec<String> = entry.languages.iter().map(|language| language.letter().to_string()).collect();
        html! {
            @if letters.len() > 1 || entry.webcast || entry.captioned {
                ul class="services" {
                    @if letters.len() > 1 {
                        li {
                            (text(self.programme, &labels.text(tid("handout-interpretation")))) " "
                            bdi class="letters" { (letters.join(" ")) }
                        }
                    }
                    @if entry.webcast { li { (text(self.programme, &labels.text(tid("handout-webcast")))) } }
                    @if entry.captioned { li { (text(self.programme, &labels.text(tid("handout-captioned")))) } }
                }
            }
        }
    }

    fn people(&self, entry: &Entry) -> Markup {
        let programme = self.programme;
        html! {
            @if !entry.people.is_empty() {
                ul class="people" {
                    @for &(person, role) in &entry.people {
                        @let person = &programme.people[person];
                        li {
                            span class="role" { (text(programme, &programme.labels.role(role))) } " "
                            bdi class="person" { (person.name) }
                            (about(person))
                            @if !person.contact.is_empty() { " " bdi class="contact" { (person.contact) } }
                        }
                    }
                }
            }
        }
    }

    fn topics(&self, entry: &Entry) -> Markup {
        let topic = |topic: &Topic| {
            html! {
                @if !topic.code.is_empty() { bdi class="code" { (topic.code) } " " }
                (title(self.programme, &topic.title))
            }
        };
        self.list(
            "topics",
            tid("handout-topics"),
            entry.topics.iter().map(|&place| topic(&self.programme.topics[place])),
        )
    }

    fn documents(&self, entry: &Entry) -> Markup {
        let document = |document: &Document| {
            html! {
                @if document.link.is_empty() {
                    @if !document.symbol.is_empty() { bdi class="code" { (document.symbol) } " " }
                    @if document.title.first() != document.symbol { (title(self.programme, &document.title)) }
                } @else {
                    a href=(document.link) rel="noopener noreferrer" target="_blank" {
                        @if !document.symbol.is_empty() { bdi class="code" { (document.symbol) } " " }
                        @if document.title.first() != document.symbol { (title(self.programme, &document.title)) }
                    }
                }
            }
        };
        let documents = entry.documents.iter().map(|&place| document(&self.programme.documents[place]));
        self.list("documents", tid("handout-documents"), documents)
    }

    fn list(&self, class: &str, head: &str, items: impl ExactSizeIterator<Item = Markup>) -> Markup {
        let head: Words = self.programme.labels.each(|texts| texts.text(head).to_owned());
        html! {
            @if items.len() > 0 {
                div class=(class) {
                    p class="role" { (text(self.programme, &head)) }
                    ul { @for item in items { li { (item) } } }
                }
            }
        }
    }
}

/// Where a session is on the page.
pub fn anchor(entry: &Entry) -> String {
    format!("s-{}", entry.id)
}

/// The bodies that meet, and those they are part of: who asks for a committee wants its groups.
pub fn bodies(programme: &Programme, entry: &Entry) -> Vec<BodyId> {
    let met = entry.bodies.iter().map(|&body| &programme.bodies[body]);
    let mut all: Vec<BodyId> = Vec::new();
    for id in met.flat_map(|body| std::iter::once(body.id).chain(body.above.iter().copied())) {
        if !all.contains(&id) {
            all.push(id);
        }
    }
    all
}

/// How sure all sessions are that take place, if all are equally sure.
pub fn common_status(programme: &Programme) -> Option<Status> {
    let mut all = programme.entries.iter().map(|entry| entry.status).filter(|&status| status != Status::Cancelled);
    let first = all.next()?;
    all.all(|status| status == first).then_some(first)
}

/// What somebody is and whom they speak for.
pub fn about(person: &Person) -> Markup {
    html! {
        @for text in [&person.function, &person.represents] {
            @if !text.is_empty() { span class="about-person" { ", " bdi { (text) } } }
        }
    }
}

/// From when to when, each with its instant.
pub fn hours(entry: &Entry) -> Markup {
    let start = entry.span.start;
    let clock = entry.span.end_clock();
    let days = (entry.span.last_day() - start.date()).num_days();
    html! {
        span class="hours" dir="ltr" {
            time class="start" datetime=(instant(entry.start)) { (start.clock()) }
            span class="to" { "–" }
            time class="end" datetime=(instant(entry.end)) { (clock) @if days > 0 { " (+" (days) ")" } }
        }
    }
}

/// The clock that a session is told by, short: `Baku UTC+4`.
pub fn zone_of(entry: &Entry) -> Markup {
    let name = entry.zone.name();
    let city = name.rsplit('/').next().unwrap_or(name).replace('_', " ");
    let offset = offset_text(entry.offset_mins());
    html! {
        bdi class="zone" title=(name) dir="ltr" { (city) @if city != offset { " " (offset) } }
    }
}

fn instant(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// Names for the script; none holds a blank.
pub fn ids<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    ids.collect::<Vec<_>>().join(" ")
}
