//! The Dates and place window: to which first day and where an event moves, what moves with it, and what that breaks, before
//! anything is done.

mod known;
mod place;
mod told;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use egui::{Align, Id, Key, Label, Layout, Modifiers, Rect, RichText, ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::edit::Command;
use crate::edit::dates::{MoveDates, belonging_to, days_to, may_follow};
use crate::model::{CivilTime, Event, EventDates, EventId, EventKind, RowId, SessionId, StepState};
use crate::texts::{Value, dates, short, typed};

use super::Floating;
use super::sheet::{PADDING, Sheet, filled_button, plain_button, with_foot};
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::phrases;
use crate::app::style::{Type, icons};
use crate::app::widget::against::menu_button;
use crate::app::widget::calendar::{Shown, turn_to, wide_calendar_ui};
use crate::app::widget::date_field::{date_field, day_text};
use crate::app::widget::fields::{caption, enter_field, flaw, note};
use crate::app::widget::picker::{Picked, PickerItem, picker};

use known::Known;
use place::Place;

/// The window, open or not.
#[derive(Debug, Default)]
pub struct DatesWindow {
    open: Option<Open>,
}

/// What is asked about one event.
#[derive(Debug)]
struct Open {
    event: EventId,
    /// What is typed for its first day.
    words: String,
    what: What,
    /// Whether a first day was set that would leave sessions behind.
    was_set: bool,
    /// What moves along, of what belongs to the event, or of the days off where everything moves.
    along: BTreeSet<EventId>,
    /// Whether what is done moves too, where everything does.
    done_too: bool,
    /// Pinned sessions that move too.
    pinned: BTreeSet<SessionId>,
    /// Where to.
    place: Place,
    /// The place of the pinned session whose tick has the keyboard.
    held: Option<usize>,
    known: Known,
    /// Whether its field has not got the keyboard yet.
    is_new: bool,
}

/// How much moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    /// The event with what belongs to it.
    Event,
    /// Everything of the plan.
    Plan,
    /// Nothing: the event begins on another day, and its sessions stay.
    FirstDay,
}

/// The column of what is asked.
const ASKED: f32 = 288.0;

impl Floating for DatesWindow {
    fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        let Some(event) = self.open.as_ref().and_then(|open| cx.plan.events().get(open.event)) else {
            self.open = None;
            return;
        };
        let name = phrases::row_title(cx, event.id.into());
        let title = cx.texts.text_with("dates-title", &[("what", Value::from(&name))]);
        let sheet = Sheet { name: "dates", title: &title, size: vec2(900.0, 700.0) };
        sheet.ask(ui, cx, &mut self.open, |open, ui| open.content_ui(ui, cx, event));
    }

    fn is_open(&self) -> bool {
        self.open.is_some()
    }

    fn close(&mut self) {
        self.open = None;
    }
}

impl DatesWindow {
    /// Opens it for the event that is selected or that the selected session is of, else for the main one. Says whether there
    /// is any.
    pub fn open(&mut self, cx: &ViewContext<'_>) -> bool {
        let chosen = match cx.selection.focus {
            Some(RowId::Event(id)) => Some(id),
            Some(RowId::Session(id)) => cx.plan.sessions().get(id).map(|session| session.event),
            _ => None,
        };
        let has_days = |id: &EventId| {
            cx.plan.events().get(*id).is_some_and(|event| matches!(event.dates, EventDates::Days { .. }))
        };
        let any = || cx.plan.events().ids().find(has_days);
        let event = chosen.filter(has_days).or(cx.index().main_event().filter(has_days)).or_else(any);
        if let Some(event) = event.and_then(|id| cx.plan.events().get(id)) {
            self.begin(cx, event, event.dates.first_and_last().0, false);
        }
        event.is_some()
    }

    /// Opens it for this event with this first day; another one than now has been set elsewhere, and would leave sessions
    /// behind.
    pub fn open_at(&mut self, cx: &ViewContext<'_>, event: EventId, first: NaiveDate) {
        if let Some(event) = cx.plan.events().get(event) {
            self.begin(cx, event, first, first != event.dates.first_and_last().0);
        }
    }

    /// Whether its field has not got the keyboard yet.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.is_new)
    }

    fn begin(&mut self, cx: &ViewContext<'_>, event: &Event, first: NaiveDate, was_set: bool) {
        self.open = Some(Open::new(cx, event, first, was_set));
    }
}

impl Open {
    fn new(cx: &ViewContext<'_>, event: &Event, first: NaiveDate, was_set: bool) -> Self {
        Self {
            event: event.id,
            words: day_text(cx, first),
            what: What::Event,
            was_set,
            along: belonging_to(cx.plan, event.id).into_iter().collect(),
            done_too: false,
            pinned: BTreeSet::new(),
            place: Place::of(cx, event),
            held: None,
            known: Known::default(),
            is_new: true,
        }
    }

    /// Which event it is about, where there are several; whether another one was chosen.
    fn event_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, event: &Event) -> bool {
        let may_move =
            |row: &Event| row.kind != EventKind::PlanningArea && matches!(row.dates, EventDates::Days { .. });
        if cx.plan.events().iter().filter(|row| may_move(row)).nth(1).is_none() {
            return false;
        }
        caption(ui, cx, cx.text("inspector-event"));
        let name = short::beginning(&phrases::row_title(cx, event.id.into()), 28);
        let button = menu_button(ui, cx, (icons::CALENDAR, &name));
        let all = || {
            let mut all: Vec<_> = cx.plan.events().iter().filter(|row| may_move(row)).collect();
            // What has sessions comes first.
            all.sort_by_key(|row| (row.hours.is_none(), row.dates, row.id));
            let item = |row: &std::sync::Arc<Event>| PickerItem {
                value: row.id,
                title: phrases::row_title(cx, row.id.into()),
                detail: phrases::event_dates(cx, row.dates),
            };
            all.into_iter().map(item).collect()
        };
        let picked = picker(&button, cx, cx.text("inspector-event"), None, all);
        let Some(Picked::Known(id)) = picked else { return false };
        let Some(other) = cx.plan.events().get(id).filter(|other| other.id != event.id) else { return false };
        *self = Self::new(cx, other, other.dates.first_and_last().0, false);
        true
    }

    /// Draws it; whether it is answered.
    fn content_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, event: &Event) -> bool {
        let calendar = Id::unique("dates calendar");
        let field = Id::unique("dates first day");
        let typing = ui.memory(|memory| memory.has_focus(field));
        let enter = typing && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let enter = enter || ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let first = self.first(cx, event);
        let command = first.and_then(|first| self.command(cx, event, first));
        self.known.follow(ui.ctx(), cx, (event.id, command.as_ref(), &self.events(cx)));
        let (above, foot) = with_foot(ui, cx);
        let is_fine = command.is_some() && self.known.refusal().is_none();
        let mut buttons =
            ui.new_child(UiBuilder::new().id_salt("foot").max_rect(foot).layout(Layout::right_to_left(Align::Center)));
        let does = filled_button(&mut buttons, cx, cx.text("dates-move"), is_fine).clicked() || (enter && is_fine);
        let leaves = plain_button(&mut buttons, cx.text("button-cancel"), true).clicked();
        buttons.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let hint = RichText::new(cx.text("dates-hint")).font(Type::Small.font()).color(cx.theme.text_2);
            ui.add(Label::new(hint).truncate());
        });
        let split = above.left() + PADDING + ASKED;
        let asked = Rect::from_min_max(pos2(above.left() + PADDING, above.top()), pos2(split - 16.0, above.bottom()));
        let told = Rect::from_min_max(pos2(split + 16.0, above.top()), above.max - vec2(8.0, 0.0));
        ui.painter().vline(split, above.y_range(), Stroke::new(1.0, cx.theme.line));
        let mut column = ui.new_child(UiBuilder::new().id_salt("asked").max_rect(asked));
        ScrollArea::vertical().id_salt("asked").auto_shrink(false).show(&mut column, |ui| {
            if self.event_ui(ui, cx, event) {
                ui.data_mut(|data| data.remove::<NaiveDate>(calendar));
                return;
            }
            let is_picked = self.first_ui(ui, cx, (event, first), (field, calendar));
            if is_picked || self.is_new {
                enter_field(ui, field, &self.words);
            }
            // A window that has just been opened is not to be seen for a frame, and nothing in it keeps the keyboard.
            self.is_new &= !typing;
            if self.what != What::FirstDay {
                let events = self.events(cx);
                let now = event.dates.first_and_last().0;
                self.place.ui(ui, cx, (event, &events, first.unwrap_or(now)));
            }
            self.what_ui(ui, cx, event);
        });
        let mut column = ui.new_child(UiBuilder::new().id_salt("told").max_rect(told));
        ScrollArea::vertical().id_salt("told").auto_shrink(false).show(&mut column, |ui| {
            ui.set_width(ui.available_width() - 12.0);
            self.told_ui(ui, cx, command.is_some());
        });
        if does && let Some(command) = command {
            cx.perform(command);
            if let Some(first) = first {
                cx.act(Action::ShowDate(first));
            }
            return true;
        }
        leaves
    }

    /// The first day that is typed.
    fn first(&self, cx: &ViewContext<'_>, event: &Event) -> Option<NaiveDate> {
        let (now, last) = event.dates.first_and_last();
        if let Some(days) = typed::days_on(&self.words) {
            return now.checked_add_signed(chrono::TimeDelta::try_days(days.into())?);
        }
        let found = typed::date(&self.words, now, (now, last))?;
        // Where no year is told and that day is over, the next one is meant, unless the event is over itself.
        match cx.now.map(CivilTime::date) {
            Some(today) if found < today && today <= last && found != now => typed::coming(&self.words, today),
            _ => Some(found),
        }
    }

    /// The events that move, with what is ticked.
    fn events(&self, cx: &ViewContext<'_>) -> BTreeSet<EventId> {
        let of_all = |event: &&std::sync::Arc<Event>| {
            (event.kind != EventKind::Holiday || self.along.contains(&event.id)) && (self.done_too || !is_past(event))
        };
        match self.what {
            What::FirstDay => BTreeSet::new(),
            What::Event => self.along.iter().copied().chain([self.event]).collect(),
            What::Plan => cx.plan.events().iter().filter(of_all).map(|event| event.id).chain([self.event]).collect(),
        }
    }

    /// What would be done; `None` where nothing would change.
    fn command(&self, cx: &ViewContext<'_>, event: &Event, first: NaiveDate) -> Option<Command> {
        let days = days_to(event, first)?;
        let place = self.place.wanted(cx, event, first).filter(|_| self.what != What::FirstDay);
        if days == 0 && place.is_none() {
            return None;
        }
        if self.what == What::FirstDay {
            let last = event.dates.first_and_last().1.max(first);
            return Some(Command::Put(Event { dates: EventDates::Days { first, last }, ..event.clone() }.into()));
        }
        let pinned = self.pinned.clone();
        let events = self.events(cx);
        Some(Command::MoveDates(Box::new(MoveDates { event: self.event, events, days, pinned, place })))
    }

    /// The field and the calendar; says whether a day was picked.
    fn first_ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        (event, first): (&Event, Option<NaiveDate>),
        (field, calendar): (Id, Id),
    ) -> bool {
        let (now, last) = event.dates.first_and_last();
        let length = last - now;
        let new_last = |first: NaiveDate| first.checked_add_signed(length).unwrap_or(first);
        let shown = Shown { chosen: first, marked: Some(first.map_or((now, last), |first| (first, new_last(first)))) };
        caption(ui, cx, cx.text("inspector-first-day"));
        let width = ui.available_width();
        let name = cx.text("inspector-first-day");
        let (response, mut picked) = date_field(ui, cx, (field, name, width), &mut self.words, shown);
        if response.changed() || ui.data(|data| data.get_temp::<NaiveDate>(calendar)).is_none() {
            turn_to(ui.ctx(), calendar, self.first(cx, event).unwrap_or(now));
        }
        match first {
            None => flaw(ui, cx, cx.text("dates-unknown")),
            Some(first) => note(ui, cx, &moved_text(cx, event, (first, new_last(first)))),
        }
        if let Some(refusal) = self.known.refusal() {
            flaw(ui, cx, &phrases::refusal(cx, refusal));
        }
        ui.add_space(8.0);
        let clicked = ui.scope(|ui| wide_calendar_ui(ui, cx, calendar, shown)).inner;
        if let Some(day) = clicked {
            self.words = day_text(cx, day);
            picked = clicked;
        }
        if let Some(day) = picked {
            turn_to(ui.ctx(), calendar, day);
        }
        picked.is_some()
    }

    /// What moves.
    fn what_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, event: &Event) {
        let before = self.what;
        caption(ui, cx, cx.text("dates-what"));
        ui.radio_value(&mut self.what, What::Event, cx.text("dates-only-event"));
        ui.radio_value(&mut self.what, What::Plan, cx.text("dates-everything"));
        if self.was_set {
            ui.radio_value(&mut self.what, What::FirstDay, cx.text("dates-only-first"));
        }
        if before != self.what {
            self.along = belonging_to(cx.plan, event.id).into_iter().collect();
        }
        let candidates: Vec<EventId> = match self.what {
            What::Event => {
                let mut all = belonging_to(cx.plan, event.id);
                all.extend(may_follow(cx.plan, event.id));
                all
            }
            What::Plan => {
                let holidays = cx.plan.events().iter().filter(|event| event.kind == EventKind::Holiday);
                holidays.map(|event| event.id).collect()
            }
            What::FirstDay => Vec::new(),
        };
        let done = cx.plan.events().iter().filter(|event| is_past(event)).count();
        let asks_for_done = self.what == What::Plan && done > 0;
        if asks_for_done || !candidates.is_empty() {
            caption(ui, cx, cx.text("dates-along"));
        }
        if asks_for_done {
            let name = cx.texts.text_with("dates-done-too", &[("count", Value::from(done))]);
            told::tick_ui(ui, &mut self.done_too, (&name, 2));
        }
        for id in candidates {
            let mut ticked = self.along.contains(&id);
            let dates = cx.plan.events().get(id).map(|event| phrases::event_dates(cx, event.dates)).unwrap_or_default();
            let name = format!("{}, {dates}", phrases::row_title(cx, id.into()));
            if told::tick_ui(ui, &mut ticked, (&name, 3)).changed() {
                if ticked {
                    self.along.insert(id)
                } else {
                    self.along.remove(&id)
                };
            }
        }
    }
}

/// Whether it has happened: letters were written and meetings held on the days on which they were.
fn is_past(event: &Event) -> bool {
    event.state == Some(StepState::Done) && event.kind != EventKind::PlanningArea
}

/// `Tue 14 – Sat 25 October 2025, 34 days earlier`
fn moved_text(cx: &ViewContext<'_>, event: &Event, (first, last): (NaiveDate, NaiveDate)) -> String {
    let dates = dates::dates_text(cx.texts, first, last);
    let days = days_to(event, first).unwrap_or(0);
    let id = match days.signum() {
        -1 => "dates-earlier",
        1 => "dates-later",
        _ => "dates-same",
    };
    let count = Value::from(days.saturating_abs());
    let weekday = dates::weekday(cx.texts, first);
    cx.texts.text_with(id, &[("weekday", Value::from(weekday)), ("dates", Value::from(&dates)), ("count", count)])
}
