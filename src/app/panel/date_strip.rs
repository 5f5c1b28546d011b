//! The strip of dates above every view: the day in sight, a chip for each day with its load and its worst mark, ways to
//! other days. Days are chosen here for all views.

mod chip;
mod days;
mod dragged;
mod go_to;

use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use egui::{
    Align, EventFilter, Key, Layout, Modifiers, Pos2, Rect, Response, RichText, Stroke, Ui, UiBuilder, pos2, vec2,
};

use crate::model::{CivilTime, Language, RowId};
use crate::texts::{Value, dates};

use crate::app::action::{Action, UiCommand};
use crate::app::context::ViewContext;
use crate::app::gesture::Gesture;
use crate::app::paint::text::{elided, elided_ui};
use crate::app::phrases;
use crate::app::style::{Type, icons};
use crate::app::widget::buttons::{Rank, frame_button};
use crate::app::widget::fields::popup_under;
use crate::app::widget::focus;
use crate::app::widget::menus::shortcut_text;
use crate::app::widget::place_menus::day_menu;
use days::{Chip, Chips, Measures, Row, Section};
use dragged::{Rest, Spot};
use go_to::GoTo;

/// What the strip remembers of one plan.
#[derive(Debug, Default)]
pub struct DateStrip {
    days: Chips,
    row: Row,
    /// The room that the chips were put into, and the languages in which groups were called.
    placed: Option<(f32, (Language, Language))>,
    /// How far the chips are scrolled, in points.
    scroll: f32,
    /// The day that was brought into sight last.
    shown: Option<NaiveDate>,
    go_to: GoTo,
    /// What a drag rests on.
    rest: Rest,
    /// What the pointer is on in this frame, while sessions are dragged.
    under: Option<Spot>,
    /// How much room the buttons at the right took.
    buttons: f32,
}

/// Windows below this get signs instead of words at the right, in points.
const SHORT_WINDOW: f32 = 1100.0;
/// Windows below this get narrow chips.
const NARROW_WINDOW: f32 = 1300.0;
/// From the top of the strip to the heads of groups, to the brackets and to the chips, and how high these are.
const HEAD: f32 = 3.0;
const BRACKET: f32 = 20.5;
const CHIPS: f32 = 25.0;
const CHIP: f32 = 36.0;
/// The button that scrolls, with the room beside it.
const ARROW: f32 = 28.0;

impl DateStrip {
    /// Opens the field for a date at the next frame.
    pub fn ask_date(&mut self) {
        self.go_to.open();
    }

    /// The day beside the one in sight.
    pub fn beside(&mut self, cx: &ViewContext<'_>, later: bool) -> Option<NaiveDate> {
        self.days.follow(cx.workbench);
        self.days.beside(cx.date?, later)
    }

    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, gesture: &mut Gesture) {
        let is_other = self.days.follow(cx.workbench);
        let whole = ui.max_rect();
        let window = whole.width();
        let narrow = window < NARROW_WINDOW;
        let is_russian = cx.settings.language == Language::Russian;
        let title_width = if window < 1000.0 || (narrow && is_russian) {
            168.0
        } else if narrow {
            180.0
        } else {
            216.0
        };
        self.under = None;
        let pointer = ui.input(|input| input.pointer.latest_pos()).filter(|_| gesture.needs_a_place());
        self.turn_ui(ui, cx, pointer);
        let title =
            Rect::from_min_size(pos2(whole.left() + 72.0, whole.top()), vec2(title_width - 8.0, whole.height()));
        title_ui(ui, cx, title);
        let right = Rect::from_min_max(pos2(title.right(), whole.top()), whole.max);
        // Chips must not move under the pointer.
        let note = right.with_min_x(right.right() - self.buttons);
        if !(gesture.seeks_days() && dragged::note_ui(ui, cx, gesture, note)) {
            let layout = Layout::right_to_left(Align::Center);
            let mut buttons = ui.new_child(UiBuilder::new().max_rect(right).layout(layout));
            self.buttons_ui(&mut buttons, cx, window < SHORT_WINDOW);
            self.buttons = right.right() - buttons.min_rect().left();
        }
        let end = right.right() - self.buttons - 6.0;
        let area = Rect::from_min_max(pos2(title.right() + 8.0, whole.top()), pos2(end, whole.bottom() - 1.0));
        self.place(ui, cx, area.width(), is_other);
        if area.width() > 40.0 {
            self.chips_ui(ui, cx, gesture, (area, pointer));
        }
        match self.rest.follow(ui.ctx(), self.under) {
            Some(Spot::Day(date)) => cx.act(Action::ShowDate(date)),
            Some(Spot::Turn { later: false }) => cx.run(UiCommand::DayBefore),
            Some(Spot::Turn { later: true }) => cx.run(UiCommand::DayAfter),
            Some(Spot::Scroll { later }) => self.scroll += if later { page(area) } else { -page(area) },
            None => {}
        }
    }

    /// Previous and next.
    fn turn_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, pointer: Option<Pos2>) {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (icon, command, later) in
            [(icons::CHEVRON_LEFT, UiCommand::DayBefore, false), (icons::CHEVRON_RIGHT, UiCommand::DayAfter, true)]
        {
            let beside = cx.date.and_then(|date| self.days.beside(date, later));
            ui.add_enabled_ui(beside.is_some(), |ui| {
                let name = cx.text(command.text_ids().0);
                let response = frame_button(ui, cx, Rank::Bordered, (icon, ""), name);
                if pointer.is_some_and(|pos| response.rect.contains(pos)) && beside.is_some() {
                    self.under = Some(Spot::Turn { later });
                }
                let keys = shortcut_text(ui, command).unwrap_or_default();
                if response.on_hover_text(format!("{name}  {keys}")).clicked() {
                    cx.run(command);
                }
            });
        }
    }

    /// Today, another date, a new session.
    fn buttons_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, short: bool) {
        ui.spacing_mut().item_spacing.x = 6.0;
        let add =
            frame_button(ui, cx, Rank::Adding, (icons::PLUS, cx.text("strip-session")), cx.text("strip-add-session"));
        let keys = shortcut_text(ui, UiCommand::AddSession).unwrap_or_default();
        if add.on_hover_text(format!("{}  {keys}", cx.text("command-add-session-tip"))).clicked() {
            cx.run(UiCommand::AddSession);
        }
        let text = if short { "" } else { cx.text("strip-go-to") };
        let button = frame_button(ui, cx, Rank::Bordered, (icons::CALENDAR, text), cx.text("command-go-to-date"));
        let keys = shortcut_text(ui, UiCommand::GoToDate).unwrap_or_default();
        let button = button.on_hover_text(format!("{}  {keys}", cx.text("command-go-to-date-tip")));
        if let Some(date) = self.go_to.ui(&button, cx) {
            cx.act(Action::ShowDate(date));
        }
        if short {
            return;
        }
        let today = cx.now.map(|now| now.date()).filter(|&today| self.days.place(today).is_some());
        ui.add_enabled_ui(today.is_some(), |ui| {
            let response = frame_button(ui, cx, Rank::Quiet, ("", cx.text("day-today")), cx.text("day-today"));
            if response.on_disabled_hover_text(cx.text("strip-today-tip")).clicked() {
                cx.run(UiCommand::Today);
            }
        });
    }

    /// Puts the chips into a room so wide: as wide ones, else as narrow ones; where these do
    /// not fit either, names of groups are cut.
    fn place(&mut self, ui: &Ui, cx: &ViewContext<'_>, room: f32, is_other: bool) {
        let languages = (cx.settings.language, cx.settings.title_language());
        let is_placed = self.placed.is_some_and(|(had, called)| (had - room).abs() < 0.5 && called == languages);
        if !is_other && is_placed {
            return;
        }
        self.placed = Some((room, languages));
        let needs = |of: &Section| chip::name_width(ui, cx, of);
        let measures = [Measures::WIDE, Measures::NARROW, Measures::TIGHT];
        let mut rows = measures.into_iter().map(|measures| Row::new(&self.days, measures, needs));
        let fitting = rows.find(|row| row.width <= room);
        self.row = fitting.unwrap_or_else(|| Row::new(&self.days, Measures::NARROW, |_| 0.0));
        self.shown = None;
    }

    /// The chips that show.
    fn chips_ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        gesture: &mut Gesture,
        (area, pointer): (Rect, Option<Pos2>),
    ) {
        let overflows = self.row.width > area.width();
        let area = if overflows { area.shrink2(vec2(ARROW, 0.0)) } else { area };
        let most = (self.row.width - area.width()).max(0.0);
        let sought = cx.date.filter(|_| self.shown != cx.date);
        if let Some(place) = sought.and_then(|date| self.days.place(date)) {
            let (left, right) = self.row.extent(&self.days, place);
            // With a neighbour on each side.
            let beside = 46.0;
            self.scroll = self.scroll.max(right + beside - area.width()).min(left - beside);
        }
        self.shown = cx.date;
        if overflows {
            self.scroll += self.arrows_ui(ui, cx, (area, pointer), most);
        }
        self.scroll = self.scroll.clamp(0.0, most).round();
        let origin = area.left() - self.scroll;
        let mut inside = ui.new_child(UiBuilder::new().max_rect(area));
        inside.shrink_clip_rect(area.expand2(vec2(1.0, 0.0)));
        let mut drops = Vec::new();
        let shown = self.whole(area.width());
        for at in shown.clone() {
            let (left, right) = self.row.extent(&self.days, at);
            let rect = Rect::from_min_max(
                pos2(origin + left, area.top() + CHIPS),
                pos2(origin + right, area.top() + CHIPS + CHIP),
            );
            match self.days.chips()[at] {
                Chip::Day(date) => {
                    let load = cx.workbench.loads().on(date).mins;
                    let share = (load, self.days.share(load));
                    let response = chip::day_ui(&inside, cx, (rect, date, share), gesture);
                    self.chip_keys(&response, cx, date);
                    let rect = rect.intersect(area);
                    if pointer.is_some_and(|pos| rect.contains(pos)) {
                        self.under = Some(Spot::Day(date));
                    }
                    drops.push((rect, date));
                }
                Chip::Preparation => self.preparation_ui(&mut inside, cx, rect),
            }
        }
        gesture.set_days(drops);
        self.heads_ui(&inside, cx, area, (origin, shown));
    }

    /// The chips of which all shows: half a number would be another one.
    fn whole(&self, room: f32) -> Range<usize> {
        let mut shown = self.row.between(self.scroll, self.scroll + room);
        while !shown.is_empty() && self.row.extent(&self.days, shown.start).0 < self.scroll {
            shown.start += 1;
        }
        while !shown.is_empty() && self.row.extent(&self.days, shown.end - 1).1 > self.scroll + room + 0.5 {
            shown.end -= 1;
        }
        shown
    }

    /// A click goes there; arrows go to the days beside.
    fn chip_keys(&self, response: &Response, cx: &ViewContext<'_>, date: NaiveDate) {
        if response.clicked() {
            cx.act(Action::ShowDate(date));
        }
        day_menu(response, cx, date);
        if !response.has_focus() {
            return;
        }
        let ctx = &response.ctx;
        focus::keeps_arrows(response);
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ctx.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        for (key, later) in [(Key::ArrowLeft, false), (Key::ArrowRight, true)] {
            if !pressed(key) {
                continue;
            }
            if let Some(beside) = self.days.beside(date, later) {
                cx.act(Action::ShowDate(beside));
                ctx.memory_mut(|memory| memory.request_focus(chip::id(beside)));
            } else if let Some(next) = focus::along_line(ctx, key) {
                focus::give_to(ctx, next);
            }
        }
    }

    /// The buttons at both ends, and the wheel; answers by how much to scroll.
    fn arrows_ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        (area, pointer): (Rect, Option<Pos2>),
        most: f32,
    ) -> f32 {
        let mut by = 0.0;
        for (icon, name, x, sign, enabled) in [
            (icons::CHEVRON_LEFT, cx.text("strip-earlier"), area.left() - ARROW, -1.0, self.scroll > 0.0),
            (icons::CHEVRON_RIGHT, cx.text("strip-later"), area.right() + 4.0, 1.0, self.scroll < most),
        ] {
            let rect = Rect::from_min_size(pos2(x, area.top() + CHIPS + 6.0), vec2(24.0, 24.0));
            let builder = UiBuilder::new().max_rect(rect);
            let builder = if enabled { builder } else { builder.disabled() };
            let mut inside = ui.new_child(builder);
            if crate::app::widget::fields::small_icon_button(&mut inside, icon, name).clicked() {
                by += sign * page(area);
            }
            if enabled && pointer.is_some_and(|pos| rect.contains(pos)) {
                self.under = Some(Spot::Scroll { later: sign > 0.0 });
            }
        }
        if ui.rect_contains_pointer(area) {
            let delta = ui.input(|input| input.smooth_scroll_delta());
            by -= delta.x + delta.y;
        }
        by
    }

    /// All that has no days of its own: a click lists it.
    fn preparation_ui(&self, ui: &mut Ui, cx: &ViewContext<'_>, rect: Rect) {
        let Some(Section::Preparation(events)) = self.days.groups().first().map(|group| &group.of) else { return };
        let response = chip::preparation_ui(ui, cx, rect, events);
        popup_under(&response).show(|ui| {
            ui.set_width(320.0);
            egui::ScrollArea::vertical().max_height(360.0).show_rows(ui, 28.0, events.len(), |ui, rows| {
                for event in events[rows].iter().filter_map(|&id| cx.plan.events().get(id)) {
                    let title = phrases::row_title(cx, event.id.into());
                    let when = phrases::event_dates(cx, event.dates);
                    if go_to::entry_ui(ui, cx, (&title, &when), false).clicked() {
                        cx.act(Action::Reveal(RowId::Event(event.id)));
                        ui.close();
                    }
                }
            });
        });
    }

    /// What groups are called, and their brackets.
    fn heads_ui(&self, ui: &Ui, cx: &ViewContext<'_>, area: Rect, (origin, shown): (f32, Range<usize>)) {
        let groups = self.days.groups();
        for (place, group) in groups.iter().enumerate() {
            let (first, end) = (group.chips.start.max(shown.start), group.chips.end.min(shown.end));
            if first >= end {
                continue;
            }
            let extent = |at: usize| self.row.extent(&self.days, at);
            let (left, right) = (origin + extent(first).0, origin + extent(end - 1).1);
            let is_main = matches!(group.of, Section::Event(id) if cx.index().main_event() == Some(id));
            let color = if is_main { cx.theme.text_2 } else { cx.theme.line_field };
            let stroke = Stroke::new(1.0, color);
            let y = area.top() + BRACKET;
            ui.painter().hline(left..=right, y, stroke);
            for x in [left + 0.5, right - 0.5] {
                ui.painter().vline(x, y..=y + 4.0, stroke);
            }
            // The name stays in sight as long as any of its days does, and ends before the next one.
            let next = groups.get(place + 1).filter(|next| next.chips.start < shown.end);
            let next = next.map(|next| origin + extent(next.chips.start).0);
            let room = next.map_or(area.right(), |next| next - Measures::AFTER_NAME) - left;
            chip::head_ui(ui, cx, (pos2(left, area.top() + HEAD), room), &group.of, is_main);
        }
    }
}

/// How far one step of the chips goes.
fn page(area: Rect) -> f32 {
    (area.width() - 92.0).max(92.0)
}

/// The day in sight, and what it is and holds.
fn title_ui(ui: &mut Ui, cx: &ViewContext<'_>, rect: Rect) {
    let Some(date) = cx.date else { return };
    let mut ui = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)));
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(13.0);
    let main = cx.index().main_event().and_then(|id| cx.plan.events().get(id));
    let is_far = main.is_some_and(|event| event.dates.first_and_last().0.year() != date.year());
    let long = if is_far { dates::day_long(cx.texts, date) } else { dates::day_heading(cx.texts, date) };
    let lay = |text: String| elided(&ui, RichText::new(capitalized(&text)).font(Type::Title.font()), f32::INFINITY);
    let mut title = lay(long);
    if title.size().x > rect.width() {
        title = lay(dates::day_short(cx.texts, date));
    }
    ui.label(title);
    let mut parts = Vec::new();
    if let Some(main) = main.filter(|event| event.dates.span().contains(CivilTime::midnight(date))) {
        let day = (date - main.dates.first_and_last().0).num_days() + 1;
        let values = [("day", Value::from(day)), ("days", Value::from(main.dates.len_days()))];
        parts.push(cx.texts.text_with("strip-day", &values));
    }
    parts.push(phrases::day_counts(cx, date));
    let parts = RichText::new(parts.join(" · ")).font(Type::Meta.font()).color(cx.theme.text_3);
    elided_ui(&mut ui, parts);
}

/// Weekdays begin with a small letter in some languages, and stand at the beginning here.
fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
