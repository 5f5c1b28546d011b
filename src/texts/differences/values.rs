//! What stands in a field, as people read it.

use crate::merge::Value;
use crate::model::{Concern, EventDates, Held, Kind, LanguageSet, Plan, Podium, Source, Span, VisitGroup, Wish, zone};
use crate::texts::{built_in, dates, findings, names, numbers, steps, tid};

use super::short::one_line;
use super::{Side, Told};

impl<'a> Told<'a> {
    /// From when to when something was held; without an end while it goes on.
    fn held(&self, held: &Held) -> String {
        held.span().map_or_else(|| format!("{}–", dates::moment_text(self.texts, held.opened)), |span| self.span(span))
    }

    /// What stands in a field of one of the plans; `None` where nothing does.
    #[must_use]
    pub fn value(&self, value: &Value, side: Side) -> Option<String> {
        let texts = self.texts;
        let word = |id: &'static str| texts.text(id).to_owned();
        Some(match value {
            Value::Nothing => return None,
            Value::Text(text) => one_line(text),
            Value::Whole(number) => number.to_string(),
            Value::Number(number) => numbers::number_text(texts.language(), *number),
            Value::Yes(true) => word(tid("handout-yes")),
            Value::Yes(false) => word(tid("handout-no")),
            Value::Day(day) => dates::dates_text(texts, *day, *day),
            Value::Dates(EventDates::Year(year)) => year.to_string(),
            Value::Dates(EventDates::Days { first, last }) => dates::dates_text(texts, *first, *last),
            Value::Hours(hours) => {
                let clock = |minute: u16| findings::clock(minute.into());
                self.left_to_right(format!("{}–{}", clock(hours.from_min), clock(hours.to_min)))
            }
            Value::Held(held) => self.held(held),
            Value::Podium(podium) => self.podium(podium),
            Value::Time(time) => dates::moment_text(texts, *time),
            Value::Span(start, length) => self.span(Span::new(*start, start.plus_mins(length.mins()))),
            Value::Length(length) => dates::length_text(texts, length.mins()),
            Value::Seconds(seconds) => dates::seconds_text(texts, i32::try_from(*seconds).unwrap_or(i32::MAX)),
            Value::Place(at) => self.place(at, side),
            Value::Waits(..) => word(tid("differ-waits")),
            Value::Wish(wish) => return Some(self.wish(wish, side)).filter(|text| !text.is_empty()),
            Value::Row(row) => self.name(*row, side),
            Value::Participation(person, role) => {
                self.labelled(texts.text(names::role(*role)), &self.name((*person).into(), side))
            }
            Value::OfficeRole(role) => word(names::office(*role)),
            Value::Designation(state) => word(names::designation(*state)),
            Value::Gender(gender) => word(names::gender(*gender)),
            Value::Group(group) => word(names::stakeholder_group(*group)),
            Value::Purpose(purpose) => word(names::purpose(*purpose)),
            Value::Answer(answer) => word(names::request_answer(*answer)),
            Value::Choice(field, choice) => {
                let found = self.sides(side).into_iter().find_map(|plan| plan.fields().get(*field)?.choice(*choice));
                found.map_or_else(|| choice.to_string(), |choice| choice.title.get(texts.language()).to_owned())
            }
            Value::Holder(holder) => word(names::holder(*holder)),
            Value::Sort(sort) => word(names::field_sort(*sort)),
            Value::Kind(kind) => self.kind(*kind, self.sides(side)[0]),
            Value::Nature(kind) => word(names::session_kind(*kind)),
            Value::Status(status) => word(names::status(*status)),
            Value::EventKind(kind) => word(names::event_kind(*kind)),
            Value::StepState(state) => word(steps::state(*state)),
            Value::CountsFrom(counts) => steps::counts_from(texts, *counts, &self.name(counts.event.into(), side)),
            Value::DeadlineClass(class) => word(steps::deadline_class(*class)),
            Value::Tally(tally) => steps::tally(texts, *tally),
            Value::DocumentKind(kind) => word(steps::document_kind(*kind)),
            Value::Reached(reached) => steps::reached(texts, *reached),
            Value::Issued(issued) => dates::moment_text(texts, issued.at),
            Value::Stage(stage) => word(names::release_stage(*stage)),
            Value::ItemKind(kind) => word(names::item_kind(*kind)),
            Value::Origin(origin) => word(names::item_origin(*origin)),
            Value::Outcome(outcome) => word(names::item_outcome(*outcome)),
            Value::Request(state) => word(names::request_state(*state)),
            Value::TextState(state) => word(names::text_state(*state)),
            Value::DeliveredFrom(place) => word(names::delivered_from(*place)),
            Value::Delivery(delivery) => word(names::delivery(*delivery)),
            Value::ChangedPart(part) => word(names::changed_part(*part)),
            Value::Format(format) => word(names::event_format(*format)),
            Value::BodyKind(kind) => word(names::body_kind(*kind)),
            Value::TopicKind(kind) => word(names::topic_kind(*kind)),
            Value::TopicState(state) => word(names::topic_state(*state)),
            Value::Rank(rank) => {
                let told = self.sides(side).into_iter().find_map(|plan| names::own_rank(plan, *rank));
                told.map_or_else(|| word(names::built_in_rank(*rank)), |title| title.get(texts.language()).to_owned())
            }
            Value::Severity(severity) => word(findings::severity(*severity)),
            Value::Logo(logo) => {
                let kilobytes = logo.bytes().len().div_ceil(1000);
                texts.text_with(tid("differ-logo"), &[("kilobytes", kilobytes.into())])
            }
            Value::Hue(hue) => word(names::hue(*hue)),
            Value::Basis(basis) => word(names::basis(*basis)),
            Value::Language(language) => word(names::language(*language)),
            Value::Languages(set) => self.languages(*set),
            Value::Zone(zone) => zone.name().to_owned(),
            Value::Identity(identity) => identity.to_string(),
            Value::Absence(absence) => {
                let times = [absence.from, absence.to].map(|time| dates::moment_text(texts, time)).join(" – ");
                if absence.reason.is_empty() { times } else { self.labelled(&times, &absence.reason) }
            }
            Value::Concern(Concern::Regions(regions)) => {
                self.joined("change-listed", regions.iter().map(|&region| self.name(region.into(), side)))
            }
            Value::Concern(concern) => word(names::concern(concern)),
            Value::Elements(elements) => {
                let element = |element| texts.text(names::youth_element(element)).to_owned();
                self.joined("change-listed", elements.iter().map(element))
            }
            Value::VisitGroup(group) => self.group(group),
            Value::Source(source) => self.source(source),
            Value::List(values) => {
                self.joined("change-listed", values.iter().filter_map(|value| self.value(value, side)))
            }
        })
    }

    /// What a session is called by.
    pub(super) fn kind(&self, kind: Kind, plan: &Plan) -> String {
        match kind {
            Kind::BuiltIn(kind) => self.texts.text(names::session_kind(kind)).to_owned(),
            Kind::Own(id) => {
                let own = plan.kinds().get(id).or_else(|| self.after.kinds().get(id));
                own.map_or_else(|| id.to_string(), |own| own.title.get(self.texts.language()).to_owned())
            }
        }
    }

    /// `Fri 21 Nov 09:30–12:30`
    pub(super) fn span(&self, span: Span) -> String {
        if !self.is_arabic() || span.start.date() != span.last_day() {
            return dates::span_text(self.texts, span);
        }
        let hours = self.left_to_right(dates::clock_span(self.texts, span));
        let day = dates::day_short(self.texts, span.start.date());
        self.texts.text_with("day-and-hours", &[("day", (&day).into()), ("hours", (&hours).into())])
    }

    /// `14:42–15:50`, on the clock of the plan.
    fn podium(&self, podium: &Podium) -> String {
        let zone = self.after.header().zone;
        let clock = |at: i64| zone::civil_at(at, zone).map(|(time, _)| time.clock()).unwrap_or_default();
        let [opened, closed] = [podium.opened, podium.closed].map(|at| at.map(clock).unwrap_or_default());
        self.left_to_right(format!("{opened}–{closed}"))
    }

    fn languages(&self, set: LanguageSet) -> String {
        self.joined("change-listed", set.iter().map(|language| self.texts.text(names::language(language)).to_owned()))
    }

    fn wish(&self, wish: &Wish, side: Side) -> String {
        let day = wish.day.map(|day| dates::day_short(self.texts, day));
        let clock = wish.minute.map(|minute| findings::clock(minute.into()));
        let when = [day, clock].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let rooms = Some(&wish.rooms).filter(|rooms| !rooms.is_empty()).map(|rooms| self.rooms(rooms, side));
        let parts = std::iter::once(when).chain(rooms).filter(|part| !part.is_empty());
        self.joined("change-beside", parts)
    }

    /// `Space Academy 24/30 15:30–18:00`
    fn group(&self, group: &VisitGroup) -> String {
        let number = |count: Option<u32>| count.map_or_else(|| "–".to_owned(), |count| count.to_string());
        let clock = |minute: Option<u16>| minute.map_or_else(String::new, |minute| findings::clock(minute.into()));
        let hours = format!("{}–{}", clock(group.departs), clock(group.returns));
        let counts = self.left_to_right(format!("{}/{}", number(group.people), number(group.seats)));
        let parts = [group.name.get(self.texts.language()).to_owned(), counts, self.left_to_right(hours)];
        one_line(&parts.join(" "))
    }

    fn source(&self, source: &Source) -> String {
        let basis = self.texts.text(names::basis(source.basis));
        let of = |phrase| built_in(self.texts, phrase);
        let parts = [basis, of(&source.reference), of(&source.about)].map(one_line);
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The plan of a side, and then the other one.
    fn sides(&self, side: Side) -> [&'a Plan; 2] {
        match side {
            Side::Before => [self.before, self.after],
            Side::After => [self.after, self.before],
        }
    }
}
