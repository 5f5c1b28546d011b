//! Beginning a plan: what is asked once about a conference, and the plan that is made of it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::model::zone::Tz;
use crate::model::{
    CivilTime, DayHours, Event, EventDates, EventId, EventKind, Header, Language, Length, LocalText, Placement, Plan,
    Room, RoomId, RowId, RuleChoice, Session, SessionKind, Severity, is_weekend,
};

use super::command::{AnyRow, Command};
use super::dates::{MoveDates, days_to};
use super::document::Document;
use super::free_ids::FreeSessionIds;
use super::new_rows::{new_event, new_room};
use super::refusal::Refusal;

/// What is known of a conference that is to be planned.
#[derive(Clone, Debug, PartialEq)]
pub struct Beginning {
    /// Its name, which is also that of the plan.
    pub title: LocalText,
    /// Its short name; may be empty.
    pub code: LocalText,
    /// The language in which the plan is kept first.
    pub language: Language,
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day.
    pub last: NaiveDate,
    /// Where it is; may be empty.
    pub place: LocalText,
    /// The zone of its times.
    pub zone: Tz,
    /// When its days begin and end.
    pub hours: DayHours,
    /// Its rooms, in their order.
    pub rooms: Vec<BegunRoom>,
    /// What every day has; `None` where the plan that it begins from has a programme of its own.
    pub daily: Option<Daily>,
}

/// A room of a new plan.
#[derive(Clone, Debug, PartialEq)]
pub struct BegunRoom {
    /// The room of the plan that it begins from, where it is one.
    pub id: Option<RoomId>,
    /// What it is called.
    pub title: LocalText,
    /// How many people it seats; `None` where that is not known.
    pub seats: Option<u32>,
    /// How many booths of interpreters it has.
    pub booths: u8,
    /// Whether several things can happen there at once, as in a foyer.
    pub is_shared: bool,
}

/// What every day of a new plan has.
#[derive(Clone, Debug, PartialEq)]
pub struct Daily {
    /// When everybody has lunch.
    pub lunch: Option<DayHours>,
    /// When everybody has coffee.
    pub coffee: Vec<DayHours>,
    /// Days of the week on which nothing is held, from Monday to Sunday.
    pub weekdays_off: [bool; 7],
    /// Other days on which nothing is held.
    pub dates_off: BTreeSet<NaiveDate>,
    /// What these things are called.
    pub words: DailyWords,
}

/// What the things that every day has are called.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the names are the description")]
pub struct DailyWords {
    pub lunch: LocalText,
    pub coffee: LocalText,
    pub day_off: LocalText,
}

/// Why no plan can be made of what is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It has no name.
    NoTitle,
    /// It ends before it begins.
    DatesReversed,
    /// It has so many days, more than [`MOST_DAYS`].
    TooManyDays(i32),
    /// All of its days are days off.
    NoDayLeft,
    /// Its days end before they begin.
    HoursReversed,
    /// Lunch ends before it begins, or is not within the hours of the day.
    Lunch,
    /// A coffee break is not within the hours of the day.
    Coffee,
    /// It has no room.
    NoRoom,
    /// A room has no name.
    UnnamedRoom,
}

/// No conference is longer; what is has been typed wrongly.
pub const MOST_DAYS: i32 = 92;

impl Beginning {
    /// Everything that is wrong with it, from top to bottom.
    #[must_use]
    pub fn flaws(&self) -> Vec<Flaw> {
        let hours = self.hours;
        let within = |part: DayHours| {
            part.from_min < part.to_min && hours.from_min <= part.from_min && part.to_min <= hours.to_min
        };
        let days = self.last.num_days_from_ce() - self.first.num_days_from_ce() + 1;
        let daily = self.daily.as_ref();
        let mut flaws = Vec::new();
        let mut note = |is_so: bool, flaw| {
            if is_so {
                flaws.push(flaw);
            }
        };
        note(self.title.is_empty(), Flaw::NoTitle);
        note(days < 1, Flaw::DatesReversed);
        note(days > MOST_DAYS, Flaw::TooManyDays(days));
        note(hours.from_min >= hours.to_min, Flaw::HoursReversed);
        if let Some(daily) = daily {
            note(daily.lunch.is_some_and(|lunch| !within(lunch)), Flaw::Lunch);
            note(daily.coffee.iter().any(|&coffee| !within(coffee)), Flaw::Coffee);
            let is_fine = (1..=MOST_DAYS).contains(&days);
            note(is_fine && days_of(self).all(|day| daily.is_off(day)), Flaw::NoDayLeft);
        }
        note(self.rooms.is_empty(), Flaw::NoRoom);
        note(self.rooms.iter().any(|room| room.title.is_empty()), Flaw::UnnamedRoom);
        flaws
    }
}

impl Daily {
    fn is_off(&self, day: NaiveDate) -> bool {
        let weekday = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or(0);
        self.weekdays_off[weekday] || self.dates_off.contains(&day)
    }
}

fn days_of(wanted: &Beginning) -> impl Iterator<Item = NaiveDate> {
    let last = wanted.last;
    wanted.first.iter_days().take_while(move |&day| day <= last)
}

/// Rooms as they are typed into one line or several: `Hall A: 200, Room 1 (60), Foyer`. Seats stand behind a colon, in
/// parentheses or in the next cell of a table; a bare number belongs to the name.
#[must_use]
pub fn typed_rooms(text: &str) -> Vec<(String, Option<u32>)> {
    let entries = text.split([',', ';', '\n', '\r']).map(str::trim).filter(|entry| !entry.is_empty());
    let number = |text: &str| text.trim().trim_end_matches(')').trim().parse::<u32>().ok();
    let read = |entry: &str| {
        let split = entry.split_once('\t').or_else(|| entry.rsplit_once(':')).or_else(|| entry.rsplit_once('('));
        match split.and_then(|(name, seats)| Some((name, number(seats)?))) {
            Some((name, seats)) if !name.trim().is_empty() => (name.trim().to_owned(), Some(seats)),
            _ => (entry.to_owned(), None),
        }
    };
    entries.map(read).collect()
}

/// Why no plan was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotBegun {
    /// What is known of the conference does not go together.
    Flaws(Vec<Flaw>),
    /// What it would begin from can not be changed so.
    Refused(Refusal),
}

impl From<Refusal> for NotBegun {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// The plan that is made of what is known, out of one to begin from.
///
/// # Errors
/// Why none can be made.
pub fn begin(start: &Plan, wanted: &Beginning) -> Result<Plan, NotBegun> {
    let flaws = wanted.flaws();
    if !flaws.is_empty() {
        return Err(NotBegun::Flaws(flaws));
    }
    let mut document = Document::new(start.clone());
    if start.main_event().is_none() {
        let event = Event { kind: EventKind::Conference, ..new_event(start, "") };
        document.perform(&Command::Put(event.into()))?;
    }
    if let Some(event) = document.plan().main_event().map(|event| event.id) {
        move_all(&mut document, event, wanted.first)?;
        describe(&mut document, event, wanted)?;
    }
    put_rooms(&mut document, &wanted.rooms)?;
    if let Some(daily) = &wanted.daily {
        put_days_off(&mut document, wanted, daily)?;
        put_breaks(&mut document, wanted, daily)?;
    }
    Ok(document.plan().clone())
}

/// Everything of the plan that it begins from, so that the event begins on `first`.
fn move_all(document: &mut Document, event: EventId, first: NaiveDate) -> Result<(), Refusal> {
    let plan = document.plan();
    let Some(days) = plan.events().get(event).and_then(|event| days_to(event, first)) else { return Ok(()) };
    let pinned = plan.sessions().iter().filter(|session| session.pinned).map(|session| session.id).collect();
    let order = MoveDates { event, events: plan.events().ids().collect(), days, pinned, place: None };
    document.perform(&Command::MoveDates(Box::new(order)))?;
    Ok(())
}

/// What is said about the event and about the plan.
fn describe(document: &mut Document, event: EventId, wanted: &Beginning) -> Result<(), Refusal> {
    let plan = document.plan();
    let before = plan.events().get(event).map(|event| event.zone);
    let mut rows: Vec<AnyRow> = Vec::new();
    for row in plan.events().iter() {
        let mut row = (**row).clone();
        if Some(row.zone) == before {
            row.zone = wanted.zone;
        }
        if row.id == event {
            row.title = wanted.title.clone();
            row.code = wanted.code.clone();
            row.place = wanted.place.clone();
            row.hours = Some(wanted.hours);
            if wanted.daily.is_some() {
                row.dates = EventDates::Days { first: wanted.first, last: wanted.last };
            }
        }
        rows.push(row.into());
    }
    let header = Header::clone(plan.header());
    let (title, zone, language) = (wanted.title.clone(), wanted.zone, wanted.language);
    // What was said about the plan that it begins from is not true of this one.
    let description = if wanted.title == header.title { header.description.clone() } else { LocalText::default() };
    document.perform(&Command::PutMany(rows))?;
    document.perform(&Command::PutHeader(Box::new(Header { title, description, zone, language, ..header })))?;
    Ok(())
}

/// Takes away rooms that are not wanted, changes those that are, and adds new ones.
fn put_rooms(document: &mut Document, wanted: &[BegunRoom]) -> Result<(), Refusal> {
    let kept: BTreeSet<RoomId> = wanted.iter().filter_map(|room| room.id).collect();
    let gone: Vec<RowId> = document.plan().rooms().ids().filter(|id| !kept.contains(id)).map(RowId::from).collect();
    if !gone.is_empty() {
        document.perform(&Command::Remove(gone))?;
    }
    for (room, order) in wanted.iter().zip((1..).map(|place: i32| place.saturating_mul(10))) {
        let plan = document.plan();
        let known = room.id.and_then(|id| plan.rooms().get(id)).map(|room| Room::clone(room));
        let row = known.unwrap_or_else(|| new_room(plan, ""));
        let (title, capacity, booths) = (room.title.clone(), room.seats, room.booths);
        let row = Room { title, capacity, booths, is_shared: room.is_shared, order, ..row };
        document.perform(&Command::Put(row.into()))?;
    }
    Ok(())
}

/// The rule about weekends, by the name that it has in files.
const WEEKEND: &str = "weekend";

/// Days off as events of the plan. Saturday and Sunday are known to a rule; where one of them is a day like others, that
/// rule is off, and what is left of the weekend are days off as well.
fn put_days_off(document: &mut Document, wanted: &Beginning, daily: &Daily) -> Result<(), Refusal> {
    let has_weekend = daily.weekdays_off[5] && daily.weekdays_off[6];
    if !has_weekend && let Ok(id) = WEEKEND.parse() {
        let choice = RuleChoice { id, severity: Some(Severity::Off), numbers: BTreeMap::new() };
        document.perform(&Command::Put(choice.into()))?;
    }
    let is_known = |day: NaiveDate| has_weekend && is_weekend(day);
    let off: Vec<NaiveDate> = days_of(wanted).filter(|&day| daily.is_off(day) && !is_known(day)).collect();
    for run in off.chunk_by(|one, next| one.succ_opt() == Some(*next)) {
        let (Some(&first), Some(&last)) = (run.first(), run.last()) else { continue };
        let event = new_event(document.plan(), "");
        let (kind, dates) = (EventKind::Holiday, EventDates::Days { first, last });
        let event = Event { kind, dates, title: daily.words.day_off.clone(), zone: wanted.zone, ..event };
        document.perform(&Command::Put(event.into()))?;
    }
    Ok(())
}

/// Breaks for everybody, on every day that is not off.
fn put_breaks(document: &mut Document, wanted: &Beginning, daily: &Daily) -> Result<(), Refusal> {
    let plan = document.plan();
    let (Some(event), Ok(like)) = (plan.main_event().map(|event| event.id), "S".parse()) else { return Ok(()) };
    let mut free = FreeSessionIds::new(plan);
    let mut breaks: Vec<(DayHours, &LocalText)> = daily.coffee.iter().map(|&at| (at, &daily.words.coffee)).collect();
    breaks.extend(daily.lunch.map(|at| (at, &daily.words.lunch)));
    breaks.sort_by_key(|(at, _)| at.from_min);
    let mut rows: Vec<AnyRow> = Vec::new();
    for day in days_of(wanted).filter(|&day| !daily.is_off(day)) {
        for &(at, title) in &breaks {
            let start = CivilTime::midnight(day).plus_mins(at.from_min.into());
            let length = Length::clamped(i32::from(at.to_min) - i32::from(at.from_min));
            let mut session = Session::new(free.like(like), event, SessionKind::Break);
            session.title = title.clone();
            session.placement = Some(Placement { start, length, rooms: Vec::new() });
            rows.push(session.into());
        }
    }
    if !rows.is_empty() {
        document.perform(&Command::PutMany(rows))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn hours(from: u16, to: u16) -> DayHours {
        DayHours { from_min: from * 60, to_min: to * 60 }
    }

    fn room(title: &str) -> BegunRoom {
        BegunRoom { id: None, title: title.into(), seats: Some(60), booths: 0, is_shared: false }
    }

    fn wanted() -> Beginning {
        Beginning {
            title: "Regional meeting".into(),
            code: "RPM".into(),
            language: Language::English,
            first: day("2025-04-24"),
            last: day("2025-04-29"),
            place: "Bishkek".into(),
            zone: Tz::Asia__Bishkek,
            hours: hours(9, 18),
            rooms: vec![room("Main hall"), room("Room 1")],
            daily: Some(Daily {
                lunch: Some(hours(12, 14)),
                coffee: vec![DayHours { from_min: 630, to_min: 660 }],
                weekdays_off: [false, false, false, false, false, true, true],
                dates_off: BTreeSet::from([day("2025-04-28")]),
                words: DailyWords { lunch: "Lunch".into(), coffee: "Coffee".into(), day_off: "Day off".into() },
            }),
        }
    }

    fn empty() -> Plan {
        Plan::new(Header::in_zone(Tz::UTC))
    }

    #[test]
    fn a_plan_is_made_of_what_is_known() {
        let plan = begin(&empty(), &wanted()).unwrap();
        let event = plan.main_event().unwrap();
        assert_eq!(event.dates, EventDates::Days { first: day("2025-04-24"), last: day("2025-04-29") });
        assert_eq!((event.zone, event.hours, plan.header().zone), (Tz::Asia__Bishkek, Some(hours(9, 18)), event.zone));
        let rooms: Vec<&str> = plan.rooms().iter().map(|room| room.title.get(Language::English)).collect();
        assert_eq!(rooms, ["Main hall", "Room 1"]);
        let off: Vec<&Event> =
            plan.events().iter().filter(|event| event.kind == EventKind::Holiday).map(|event| &**event).collect();
        assert_eq!(off.iter().map(|event| event.dates).collect::<Vec<_>>(), [EventDates::day(day("2025-04-28"))]);
        assert!(plan.rules().is_empty(), "the weekend is known to its rule");
        let starts: Vec<String> =
            plan.sessions().iter().map(|session| session.span().unwrap().start.to_string()).collect();
        assert_eq!(
            starts,
            [
                "2025-04-24T10:30",
                "2025-04-24T12:00",
                "2025-04-25T10:30",
                "2025-04-25T12:00",
                "2025-04-29T10:30",
                "2025-04-29T12:00"
            ]
        );
    }

    #[test]
    fn another_weekend_is_days_off_and_switches_the_rule_off() {
        let mut wanted = wanted();
        if let Some(daily) = &mut wanted.daily {
            daily.weekdays_off = [false, false, false, false, true, true, false];
            daily.dates_off.clear();
        }
        let plan = begin(&empty(), &wanted).unwrap();
        let off: Vec<EventDates> =
            plan.events().iter().filter(|event| event.kind == EventKind::Holiday).map(|event| event.dates).collect();
        assert_eq!(off, [EventDates::Days { first: day("2025-04-25"), last: day("2025-04-26") }]);
        let rule = plan.rules().get(WEEKEND.parse().unwrap()).unwrap();
        assert_eq!(rule.severity, Some(Severity::Off));
    }

    #[test]
    fn what_does_not_go_together_is_told() {
        let check = |change: &dyn Fn(&mut Beginning), flaw: Flaw| {
            let mut wanted = wanted();
            change(&mut wanted);
            assert_eq!(wanted.flaws(), [flaw]);
            assert_eq!(begin(&empty(), &wanted), Err(NotBegun::Flaws(vec![flaw])));
        };
        check(&|wanted| wanted.title = LocalText::default(), Flaw::NoTitle);
        check(&|wanted| wanted.last = day("2025-04-23"), Flaw::DatesReversed);
        check(&|wanted| wanted.last = day("2026-05-28"), Flaw::TooManyDays(400));
        check(&|wanted| wanted.rooms.clear(), Flaw::NoRoom);
        check(&|wanted| wanted.rooms.push(room("")), Flaw::UnnamedRoom);
        let daily = |change: fn(&mut Daily)| move |wanted: &mut Beginning| wanted.daily.iter_mut().for_each(change);
        check(&daily(|daily| daily.lunch = Some(hours(14, 13))), Flaw::Lunch);
        check(&daily(|daily| daily.coffee = vec![hours(18, 19)]), Flaw::Coffee);
        check(&daily(|daily| daily.weekdays_off = [true; 7]), Flaw::NoDayLeft);
        let reversed = |wanted: &mut Beginning| {
            wanted.hours = hours(18, 9);
            wanted.daily = None;
        };
        check(&reversed, Flaw::HoursReversed);
    }

    #[test]
    fn rooms_are_typed_in_one_line_or_pasted_from_a_table() {
        let read = |text: &str| typed_rooms(text);
        let room = |name: &str, seats| (name.to_owned(), seats);
        assert_eq!(
            read("Hall A: 200, Room 1 (60); Foyer"),
            [room("Hall A", Some(200)), room("Room 1", Some(60)), room("Foyer", None)]
        );
        assert_eq!(read("Room 101\nRoom 102\t40\r\n"), [room("Room 101", None), room("Room 102", Some(40))]);
        assert_eq!(read("Hall (north), : 5,, "), [room("Hall (north)", None), room(": 5", None)]);
        assert_eq!(read("  "), []);
    }
}
