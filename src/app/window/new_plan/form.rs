//! What stands in the fields of the New plan page, and what is read from them. Nothing here draws.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::edit::begin::{Beginning, BegunRoom, Daily, DailyWords, Flaw, typed_rooms};
use crate::model::zone::{self, Tz};
use crate::model::{CivilTime, DayHours, LocalText, Plan, RoomId};
use crate::store::Template;
use crate::texts::{in_all_languages, tid, typed};

use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::date_field::day_text;

/// What a plan begins from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Start {
    /// Days, rooms and hours; nothing placed but breaks.
    Conference,
    /// A small congress with its programme.
    Congress,
    /// The built-in plan.
    Wtdc,
    /// One day and one room.
    Empty,
    /// The same as a conference without breaks; then a table of sessions is asked for.
    Table,
}

impl Start {
    /// All of them, from top to bottom.
    pub const ALL: [Self; 5] = [Self::Conference, Self::Congress, Self::Wtdc, Self::Empty, Self::Table];

    /// The plan that it is.
    #[must_use]
    pub fn template(self) -> Template {
        match self {
            Self::Conference | Self::Empty | Self::Table => Template::Blank,
            Self::Congress => Template::TwoDays,
            Self::Wtdc => Template::Wtdc25,
        }
    }

    /// Its sign, and the ids of its name and of what it holds.
    #[must_use]
    pub fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Conference => (icons::CALENDAR_DAYS, tid("new-from-conference"), tid("new-from-conference-about")),
            Self::Congress => (icons::PRESENTATION, tid("new-from-congress"), tid("new-from-congress-about")),
            Self::Wtdc => (icons::LANDMARK, tid("new-from-wtdc"), tid("new-from-wtdc-about")),
            Self::Empty => (icons::FILE, tid("new-from-empty"), tid("new-from-empty-about")),
            Self::Table => (icons::TABLE, tid("new-from-table"), tid("new-from-table-about")),
        }
    }

    /// Whether it has a programme of its own.
    #[must_use]
    pub fn has_programme(self) -> bool {
        matches!(self, Self::Congress | Self::Wtdc)
    }
}

/// A room as it stands in the table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoomLine {
    /// The room of the plan it begins from.
    pub id: Option<RoomId>,
    /// Name, seats and booths as they are typed.
    pub title: String,
    pub seats: String,
    pub booths: String,
    /// Whether several things happen there at once.
    pub is_shared: bool,
}

/// A break of every day: whether there is one, and from when to when, as typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Break {
    pub is_on: bool,
    pub from: String,
    pub to: String,
}

/// Everything that can be filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    pub start: Start,
    pub title: String,
    pub code: String,
    pub first: String,
    pub last: String,
    /// The days that were last read from both, so that the last one follows the first.
    pub days: (NaiveDate, NaiveDate),
    pub place: String,
    pub zone: Tz,
    /// Whether the zone was chosen, and so does not follow the place any more.
    pub zone_is_chosen: bool,
    pub from: String,
    pub to: String,
    pub lunch: Break,
    /// Both begin; the end of a coffee break follows from [`Self::coffee_mins`].
    pub coffee: Break,
    pub coffee_mins: u16,
    pub weekdays_off: [bool; 7],
    pub dates_off: BTreeSet<NaiveDate>,
    pub rooms: Vec<RoomLine>,
    /// What is typed into the line that adds rooms.
    pub adding: String,
}

/// A field, or a row of them, where something can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    Title,
    Dates,
    Hours,
    Breaks,
    DaysOff,
    Rooms,
}

/// What is wrong, and where: the id of a sentence, and how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrong {
    pub spot: Spot,
    pub text: &'static str,
    pub count: i32,
}

impl Wrong {
    fn new(spot: Spot, text: &'static str) -> Self {
        Self { spot, text, count: 0 }
    }

    /// Where a flaw of the whole stands.
    #[must_use]
    pub fn of(flaw: Flaw) -> Self {
        match flaw {
            Flaw::NoTitle => Self::new(Spot::Title, tid("new-flaw-title")),
            Flaw::DatesReversed => Self::new(Spot::Dates, tid("new-flaw-reversed")),
            Flaw::TooManyDays(count) => Self { spot: Spot::Dates, text: tid("new-flaw-days"), count },
            Flaw::NoDayLeft => Self::new(Spot::DaysOff, tid("new-flaw-all-off")),
            Flaw::HoursReversed => Self::new(Spot::Hours, tid("new-flaw-hours")),
            Flaw::Lunch => Self::new(Spot::Hours, tid("new-flaw-lunch")),
            Flaw::Coffee => Self::new(Spot::Breaks, tid("new-flaw-coffee")),
            Flaw::NoRoom => Self::new(Spot::Rooms, tid("new-flaw-no-room")),
            Flaw::UnnamedRoom => Self::new(Spot::Rooms, tid("new-flaw-unnamed")),
        }
    }
}

impl Form {
    /// What stands in the fields at first; `plan` is the one it begins from.
    #[must_use]
    pub fn new(cx: &ViewContext<'_>, start: Start, plan: &Plan) -> Self {
        let event = plan.main_event();
        let dates = event.map(|event| event.dates.first_and_last()).unwrap_or_default();
        let days = match start {
            Start::Wtdc => dates,
            // A small congress keeps its days of the week.
            Start::Congress => shifted_to(dates, coming(cx, dates.0.weekday())),
            Start::Conference | Start::Table => {
                let first = coming(cx, Weekday::Mon);
                (first, first + Days::new(2))
            }
            Start::Empty => {
                let first = coming(cx, Weekday::Mon);
                (first, first)
            }
        };
        let hours = match (start, event.and_then(|event| event.hours)) {
            (Start::Congress | Start::Wtdc, Some(hours)) => hours,
            _ => DayHours { from_min: 9 * 60, to_min: 18 * 60 },
        };
        let has_breaks = start == Start::Conference;
        let named = |text: fn(&crate::model::Event) -> &LocalText| match event.filter(|_| start.has_programme()) {
            Some(event) => cx.title(text(event)).to_owned(),
            None => String::new(),
        };
        Self {
            start,
            title: named(|event| &event.title),
            code: named(|event| &event.code),
            first: day_text(cx, days.0),
            last: day_text(cx, days.1),
            days,
            place: named(|event| &event.place),
            zone: event.map_or(Tz::UTC, |event| event.zone),
            zone_is_chosen: start.has_programme(),
            from: typed::clock_text(hours.from_min),
            to: typed::clock_text(hours.to_min),
            lunch: Break { is_on: has_breaks, from: "12:30".to_owned(), to: "14:00".to_owned() },
            coffee: Break { is_on: has_breaks, from: "10:30".to_owned(), to: "15:30".to_owned() },
            coffee_mins: 30,
            weekdays_off: [false, false, false, false, false, true, true],
            dates_off: BTreeSet::new(),
            rooms: rooms(cx, start, plan),
            adding: String::new(),
        }
    }

    /// The same with another beginning: whatever a planner has filled in stays, and the rest is as that has it. `before` is
    /// what stood in the fields of the old beginning at first.
    #[must_use]
    pub fn begun_from(self, mut new: Self, before: &Self) -> Self {
        let keep = |own: String, first: &String, new: &mut String| {
            if own != *first {
                *new = own;
            }
        };
        keep(self.title, &before.title, &mut new.title);
        keep(self.code, &before.code, &mut new.code);
        keep(self.place, &before.place, &mut new.place);
        keep(self.from, &before.from, &mut new.from);
        keep(self.to, &before.to, &mut new.to);
        if (self.zone, self.zone_is_chosen) != (before.zone, before.zone_is_chosen) {
            (new.zone, new.zone_is_chosen) = (self.zone, self.zone_is_chosen);
        }
        if self.days != before.days {
            let is_shifted = new.has_fixed_length();
            new.days = if is_shifted { shifted_to(new.days, self.days.0) } else { self.days };
        }
        if self.lunch != before.lunch {
            new.lunch = self.lunch;
        }
        if (&self.coffee, self.coffee_mins) != (&before.coffee, before.coffee_mins) {
            (new.coffee, new.coffee_mins) = (self.coffee, self.coffee_mins);
        }
        if (self.weekdays_off, &self.dates_off) != (before.weekdays_off, &before.dates_off) {
            (new.weekdays_off, new.dates_off) = (self.weekdays_off, self.dates_off);
        }
        // The rooms of a programme are those in which it is held.
        if self.rooms != before.rooms && !self.start.has_programme() && !new.start.has_programme() {
            new.rooms = self.rooms;
        }
        new.adding = self.adding;
        new
    }

    /// Whether its last day follows from the first one.
    #[must_use]
    pub fn has_fixed_length(&self) -> bool {
        self.start.has_programme()
    }

    /// Takes in what was typed for the first day; the last one follows.
    pub fn first_changed(&mut self, cx: &ViewContext<'_>) {
        if let Some(first) = typed::coming(&self.first, today(cx).unwrap_or(self.days.0)) {
            self.days = shifted_to(self.days, first);
            self.last = day_text(cx, self.days.1);
        }
    }

    /// Takes in what was typed for the last day.
    pub fn last_changed(&mut self) {
        let (first, last) = self.days;
        if let Some(last) = typed::date(&self.last, first, (first, last)) {
            self.days.1 = last;
        }
    }

    /// Lets the zone follow the place, until somebody chooses one.
    pub fn place_changed(&mut self) {
        if let Some(zone) = zone::of_place(&self.place).filter(|_| !self.zone_is_chosen) {
            self.zone = zone;
        }
    }

    /// Adds the rooms that are typed into the last line.
    pub fn add_rooms(&mut self) {
        let new = typed_rooms(&self.adding).into_iter();
        self.rooms.extend(new.map(|(title, seats)| RoomLine {
            title,
            seats: seats.map(|seats| seats.to_string()).unwrap_or_default(),
            ..RoomLine::default()
        }));
        self.adding.clear();
    }

    /// What is read from the fields, where it begins from `plan`.
    ///
    /// # Errors
    /// Everything that can not be read or does not go together, from top to bottom.
    pub fn read(&self, cx: &ViewContext<'_>, plan: &Plan) -> Result<Beginning, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let (first, last) = self.days;
        let first_read = typed::coming(&self.first, today(cx).unwrap_or(first));
        let last_read =
            if self.has_fixed_length() { Some(last) } else { typed::date(&self.last, first, (first, last)) };
        if first_read.is_none() || last_read.is_none() {
            wrong.push(Wrong::new(Spot::Dates, tid("dates-unknown")));
        }
        let mut clock = |text: &str, spot| {
            typed::clock(text).unwrap_or_else(|| {
                let new = Wrong::new(spot, tid("new-flaw-clock"));
                if !wrong.contains(&new) {
                    wrong.push(new);
                }
                0
            })
        };
        let hours = DayHours { from_min: clock(&self.from, Spot::Hours), to_min: clock(&self.to, Spot::Hours) };
        let lunch = self.lunch.is_on.then(|| DayHours {
            from_min: clock(&self.lunch.from, Spot::Hours),
            to_min: clock(&self.lunch.to, Spot::Hours),
        });
        let mut coffee = |text: &str| {
            let from_min = clock(text, Spot::Breaks);
            DayHours { from_min, to_min: from_min + self.coffee_mins }
        };
        let coffee: Vec<DayHours> = if self.coffee.is_on {
            // One of them may be left out.
            let starts = [&self.coffee.from, &self.coffee.to].into_iter().filter(|start| !start.trim().is_empty());
            starts.map(|start| coffee(start)).collect()
        } else {
            Vec::new()
        };
        let rooms = self.rooms.iter().map(|line| room(cx, plan, line));
        let rooms: Vec<BegunRoom> = rooms.collect::<Option<_>>().unwrap_or_else(|| {
            wrong.push(Wrong::new(Spot::Rooms, tid("new-flaw-number")));
            Vec::new()
        });
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let event = plan.main_event();
        let local = |typed: &str, known: Option<&LocalText>| local(cx, typed, known);
        let words = || DailyWords {
            lunch: in_all_languages("begun-lunch"),
            coffee: in_all_languages("begun-coffee"),
            day_off: in_all_languages("begun-day-off"),
        };
        let daily = (!self.start.has_programme()).then(|| Daily {
            lunch,
            coffee,
            weekdays_off: self.weekdays_off,
            dates_off: self.dates_off.clone(),
            words: words(),
        });
        let wanted = Beginning {
            title: local(&self.title, event.map(|event| &event.title)),
            code: local(&self.code, event.map(|event| &event.code)),
            language: cx.settings.language,
            first: first_read.unwrap_or(first),
            last: last_read.unwrap_or(last),
            place: local(&self.place, event.map(|event| &event.place)),
            zone: self.zone,
            hours,
            rooms,
            daily,
        };
        let flaws = wanted.flaws();
        if flaws.is_empty() { Ok(wanted) } else { Err(flaws.into_iter().map(Wrong::of).collect()) }
    }
}

/// A text of the plan: as it was in all languages, where nothing else was typed.
fn local(cx: &ViewContext<'_>, typed: &str, known: Option<&LocalText>) -> LocalText {
    let typed = typed.trim();
    match known {
        Some(known) if !typed.is_empty() && cx.title(known) == typed => known.clone(),
        _ => LocalText::one(cx.settings.title_language(), typed),
    }
}

/// A line of the table as a room; `None` where a number can not be read.
fn room(cx: &ViewContext<'_>, plan: &Plan, line: &RoomLine) -> Option<BegunRoom> {
    let known = line.id.and_then(|id| plan.rooms().get(id));
    let booths = typed::count(&line.booths).ok()?.unwrap_or(0);
    Some(BegunRoom {
        id: line.id,
        title: local(cx, &line.title, known.map(|room| &room.title)),
        seats: typed::count(&line.seats).ok()?,
        booths: u8::try_from(booths).ok()?,
        is_shared: line.is_shared,
    })
}

/// The rooms that stand in the table at first.
fn rooms(cx: &ViewContext<'_>, start: Start, plan: &Plan) -> Vec<RoomLine> {
    let line = |title: String, seats: &str, booths: &str| RoomLine {
        title,
        seats: seats.to_owned(),
        booths: booths.to_owned(),
        ..RoomLine::default()
    };
    let numbered = |number: i32| cx.texts.text_with("new-room-numbered", &[("number", number.into())]);
    match start {
        Start::Conference => vec![
            line(cx.text("new-room-hall").to_owned(), "200", "6"),
            line(numbered(1), "60", ""),
            line(numbered(2), "40", ""),
            RoomLine { is_shared: true, ..line(cx.text("new-room-foyer").to_owned(), "", "") },
        ],
        // A table names its rooms.
        Start::Empty | Start::Table => vec![line(numbered(1), "", "")],
        Start::Congress | Start::Wtdc => {
            let mut rooms: Vec<_> = plan.rooms().iter().collect();
            rooms.sort_by_key(|room| (room.order, room.id));
            let booths = |booths: u8| if booths == 0 { String::new() } else { booths.to_string() };
            let seats = |seats: Option<u32>| seats.map(|seats| seats.to_string()).unwrap_or_default();
            let of_plan = rooms.into_iter().map(|room| RoomLine {
                id: Some(room.id),
                is_shared: room.is_shared,
                ..line(cx.title(&room.title).to_owned(), &seats(room.capacity), &booths(room.booths))
            });
            of_plan.collect()
        }
    }
}

/// Today, where the desk knows.
fn today(cx: &ViewContext<'_>) -> Option<NaiveDate> {
    cx.now.map(CivilTime::date)
}

/// The first such day at least four weeks from now; of March 2026 where nobody knows what day it is.
fn coming(cx: &ViewContext<'_>, weekday: Weekday) -> NaiveDate {
    let from = today(cx).and_then(|day| day.checked_add_days(Days::new(28)));
    let from = from.or_else(|| NaiveDate::from_ymd_opt(2026, 3, 2)).unwrap_or_default();
    from.iter_days().find(|day| day.weekday() == weekday).unwrap_or(from)
}

/// As many days from `first` on.
fn shifted_to((old, last): (NaiveDate, NaiveDate), first: NaiveDate) -> (NaiveDate, NaiveDate) {
    (first, first.checked_add_signed(last - old).unwrap_or(first))
}

/// How many days from the first to the last, both included; nothing where they are the wrong way round.
#[must_use]
pub fn length((first, last): (NaiveDate, NaiveDate)) -> Option<i32> {
    let days = last.num_days_from_ce() - first.num_days_from_ce() + 1;
    (days > 0).then_some(days)
}
