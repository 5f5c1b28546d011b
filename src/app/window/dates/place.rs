//! Where an event moves to: city, clock, house and rooms, days off there. Folded until somebody wants it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use egui::{Id, RichText, Role, Ui, WidgetInfo};

use crate::app::context::ViewContext;
use crate::app::paint::text::tip;
use crate::app::phrases;
use crate::app::style::{Type, icons};
use crate::app::widget::buttons::{Rank, frame_button};
use crate::app::widget::fields::{TextField, caption, flaw, note};
use crate::app::widget::picker::{Picked, PickerItem, picker};
use crate::app::widget::zones::{zone_name, zone_picker};
use crate::edit::places::{NewPlace, NewRoom, matched, rooms_of};
use crate::model::zone::{self, Tz};
use crate::model::{CivilTime, Event, EventFormat, EventId, LocalText, RoomId};
use crate::texts::{Value, tid, typed};

/// What is asked about the place.
#[derive(Debug)]
pub struct Place {
    is_open: bool,
    /// City and country, in the language of titles.
    words: String,
    zone: Tz,
    /// Whether somebody chose it: then another city does not.
    zone_is_chosen: bool,
    keeps_instants: bool,
    house: String,
    rooms: BTreeMap<RoomId, NewRoom>,
    /// Days off, as they are typed.
    days_off: String,
}

impl Place {
    /// The place where an event is.
    #[must_use]
    pub fn of(cx: &ViewContext<'_>, event: &Event) -> Self {
        Self {
            is_open: false,
            words: cx.title(&event.place).to_owned(),
            zone: event.zone,
            zone_is_chosen: false,
            keeps_instants: event.format == Some(EventFormat::Virtual),
            house: String::new(),
            rooms: BTreeMap::new(),
            days_off: String::new(),
        }
    }

    /// The place that is asked for, where it is another one.
    #[must_use]
    pub fn wanted(&self, cx: &ViewContext<'_>, event: &Event, first: NaiveDate) -> Option<NewPlace> {
        let mut place = event.place.clone();
        if self.words.trim() != cx.title(&event.place) {
            // What it was called in other languages is another city.
            place = LocalText::one(cx.settings.title_language(), self.words.trim());
        }
        let to = NewPlace {
            place,
            zone: self.zone,
            keeps_instants: self.keeps_instants && self.zone != event.zone,
            house: self.house.trim().to_owned(),
            rooms: self.rooms.clone(),
            days_off: days(&self.days_off, first).0,
            day_off: LocalText::one(cx.settings.title_language(), cx.text("dates-new-day-off")),
        };
        to.changes(event).then_some(to)
    }

    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, asked: (&Event, &BTreeSet<EventId>, NaiveDate)) {
        let (event, events, first) = asked;
        ui.add_space(8.0);
        let sign = if self.is_open { icons::CHEVRON_DOWN } else { icons::CHEVRON_RIGHT };
        let name = cx.text("dates-place");
        let shown = RichText::new(format!("{sign}  {name}")).font(Type::Head.font());
        let button = ui.add(egui::Button::new(shown).frame_when_inactive(false).min_size(egui::vec2(28.0, 28.0)));
        let is_open = self.is_open;
        button.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, is_open, name));
        self.is_open ^= button.clicked();
        if !self.is_open {
            return;
        }
        let city = self.words.clone();
        self.field_ui(ui, cx, (tid("inspector-place"), tid("dates-place-hint")));
        if let Some(zone) = zone::of_place(&self.words).filter(|_| city != self.words && !self.zone_is_chosen) {
            self.zone = zone;
        }
        self.zone_ui(ui, cx, event);
        self.field_ui(ui, cx, (tid("dates-days-off"), tid("dates-days-off-hint")));
        let (found, unknown) = days(&self.days_off, first);
        if let Some(unknown) = unknown {
            flaw(ui, cx, &cx.texts.text_with("dates-no-day-off", &[("text", Value::from(&unknown))]));
        } else if !found.is_empty() {
            let all = found.iter().map(|&day| crate::texts::dates::day_short(cx.texts, day));
            note(ui, cx, &all.collect::<Vec<_>>().join(", "));
        }
        let rooms = rooms_of(cx.plan, events);
        if !rooms.is_empty() {
            let before = self.house.clone();
            self.field_ui(ui, cx, (tid("dates-house"), tid("dates-house-hint")));
            if before != self.house {
                self.rooms = matched(cx.plan, &rooms, self.house.trim());
            }
            if self.rooms.is_empty() && !self.house.trim().is_empty() {
                note(ui, cx, cx.text("dates-house-none"));
            }
            caption(ui, cx, cx.text("rows-room"));
            for room in rooms {
                self.room_ui(ui, cx, room);
            }
        }
    }

    fn field_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (name, hint): (&'static str, &'static str)) {
        caption(ui, cx, cx.text(name));
        let text = match name {
            "dates-days-off" => &mut self.days_off,
            "dates-house" => &mut self.house,
            _ => &mut self.words,
        };
        let field = TextField { name: cx.text(name), hint: cx.text(hint), selects_all: true, ..TextField::default() };
        field.show(ui, cx, (Id::unique(("dates field", name)), false), text);
    }

    /// The clock there; where nobody comes together, whether instants stay.
    fn zone_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, event: &Event) {
        caption(ui, cx, cx.text("inspector-zone"));
        let at = CivilTime::midnight(event.dates.first_and_last().0);
        let name = zone_name(self.zone);
        let spoken = format!("{}: {name}", cx.text("inspector-zone"));
        let button = frame_button(ui, cx, Rank::Bordered, (icons::GLOBE, &name), &spoken);
        if let Some(zone) = zone_picker(&button, cx, (at, self.zone)) {
            (self.zone, self.zone_is_chosen) = (zone, true);
        }
        if event.format == Some(EventFormat::Virtual) && self.zone != event.zone {
            ui.radio_value(&mut self.keeps_instants, true, cx.text("dates-instants-kept"));
            ui.radio_value(&mut self.keeps_instants, false, cx.text("dates-as-written"));
        }
    }

    /// What stands in for a room.
    fn room_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, id: RoomId) {
        let old = phrases::row_title(cx, id.into());
        let now = match self.rooms.get(&id) {
            None => cx.text("dates-room-stays").to_owned(),
            Some(NewRoom::None) => cx.text("dates-no-room").to_owned(),
            Some(NewRoom::New(name)) => cx.texts.text_with("inspector-new", &[("name", Value::from(name))]),
            Some(NewRoom::Known(to)) => phrases::row_title(cx, (*to).into()),
        };
        let spoken = format!("{old}: {now}");
        let icon = if self.rooms.contains_key(&id) { icons::ARROW_RIGHT } else { icons::DOOR };
        let shown = crate::app::paint::text::elided(ui, RichText::new(&spoken).font(Type::Body.font()), 220.0);
        let words = if shown.elided { crate::texts::short::beginning(&spoken, 32) } else { spoken.clone() };
        let button = frame_button(ui, cx, Rank::Bordered, (icon, &words), &spoken);
        let new_name = |typed: &str| cx.texts.text_with("inspector-new", &[("name", Value::from(typed))]);
        let choices = || {
            let item = |value: Option<NewRoom>, title: &str, detail: String| PickerItem {
                value,
                title: title.to_owned(),
                detail,
            };
            let mut all = vec![
                item(None, cx.text("dates-room-stays"), String::new()),
                item(Some(NewRoom::None), cx.text("dates-no-room"), String::new()),
            ];
            all.extend(cx.plan.rooms().iter().filter(|room| room.id != id).map(|room| {
                let detail = crate::app::widget::tips::room_detail(cx, room);
                item(Some(NewRoom::Known(room.id)), cx.title(&room.title), detail)
            }));
            all
        };
        match picker(&button, cx, &old, Some(&new_name), choices) {
            Some(Picked::Known(Some(room))) => _ = self.rooms.insert(id, room),
            Some(Picked::Known(None)) => _ = self.rooms.remove(&id),
            Some(Picked::New(name)) => _ = self.rooms.insert(id, NewRoom::New(name)),
            None => {}
        }
        tip(button, &spoken);
    }
}

/// The days of a list such as `20 nov, 5.12.`, and the first part that is none.
fn days(text: &str, near: NaiveDate) -> (BTreeSet<NaiveDate>, Option<String>) {
    let mut found = BTreeSet::new();
    let mut unknown = None;
    for part in text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        match typed::date(part, near, (near, near)) {
            Some(day) => _ = found.insert(day),
            None => unknown = unknown.or(Some(part.to_owned())),
        }
    }
    (found, unknown)
}
