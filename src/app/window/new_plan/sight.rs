//! What a new plan will look like: its first days with rooms and breaks, drawn of the plan that would be made.

use chrono::NaiveDate;
use egui::{Align2, Rect, RichText, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::edit::holidays;
use crate::look::{Hue, hue_of};
use crate::model::{DayHours, Plan, RoomId};
use crate::texts::{Value, dates};

use crate::app::context::ViewContext;
use crate::app::paint::text::elided;
use crate::app::style::{Type, icons, radius, size};
use crate::app::widget::fields::note;

/// So many days are worked out; the rest is counted.
const MOST_DAYS: usize = 5;
/// More rooms are not drawn.
const MOST_ROOMS: usize = 12;
/// The column of rooms.
const NAMES: f32 = 92.0;
/// A room.
const LINE: f32 = 24.0;

/// What is drawn of a plan.
#[derive(Debug)]
pub struct Sight {
    hours: DayHours,
    rooms: Vec<String>,
    days: Vec<DaySight>,
    count: usize,
}

#[derive(Debug)]
struct DaySight {
    date: NaiveDate,
    number: usize,
    /// What concerns everybody, in minutes of the day.
    bands: Vec<(i32, i32)>,
    /// What is in a room: its place among the rooms, from when to when, and in which hue.
    bars: Vec<(usize, i32, i32, Hue)>,
}

impl Sight {
    /// Of a plan.
    #[must_use]
    pub fn new(cx: &ViewContext<'_>, plan: &Plan) -> Option<Self> {
        let event = plan.main_event()?;
        let mut rooms: Vec<_> = plan.rooms().iter().collect();
        rooms.sort_by_key(|room| (room.order, room.id));
        rooms.truncate(MOST_ROOMS);
        let place = |id: &RoomId| rooms.iter().position(|room| room.id == *id);
        let (first, last) = event.dates.first_and_last();
        let is_off = holidays(plan, &[event.id]);
        let all: Vec<NaiveDate> = first.iter_days().take_while(|&day| day <= last).collect();
        let shown = all.iter().enumerate().filter(|&(_, &day)| !is_off(day)).take(MOST_DAYS);
        let days = shown.map(|(at, &date)| {
            let (mut bands, mut bars) = (Vec::new(), Vec::new());
            for session in plan.sessions().iter().filter(|session| session.event == event.id) {
                let Some(at) = session.placement.as_ref().filter(|at| at.start.date() == date) else { continue };
                let (from, to) = (at.start.minute_of_day(), at.start.minute_of_day() + at.length.mins());
                if at.rooms.is_empty() {
                    bands.push((from, to));
                }
                bars.extend(
                    at.rooms.iter().filter_map(place).map(|room| (room, from, to, hue_of(plan, session.called()))),
                );
            }
            DaySight { date, number: at + 1, bands, bars }
        });
        let days = days.collect();
        let rooms = rooms.iter().map(|room| cx.title(&room.title).to_owned()).collect();
        Some(Self { hours: event.hours?, rooms, days, count: all.len() })
    }

    /// Draws as many days as there is room for.
    pub fn ui(&self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let height = 24.0 + 18.0 + self.rooms.len() as f32 * LINE + 16.0;
        let mut shown = 0;
        for day in &self.days {
            // One of them always shows.
            if shown > 0 && ui.available_height() < height + 20.0 {
                break;
            }
            self.day_ui(ui, cx, day, height);
            shown += 1;
        }
        let more = self.count.saturating_sub(shown);
        if more > 0 {
            note(ui, cx, &cx.texts.text_with("new-more-days", &[("count", Value::from(more))]));
        }
    }

    fn day_ui(&self, ui: &mut Ui, cx: &ViewContext<'_>, day: &DaySight, height: f32) {
        let theme = cx.theme;
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let title = dates::day_heading(cx.texts, day.date);
        let number = [("day", Value::from(day.number)), ("count", Value::from(self.count))];
        let number = cx.texts.text_with("new-day-of", &number);
        let spoken = format!("{title}, {number}");
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
        let painter = ui.painter_at(rect);
        let text = |text: &str, kind: Type, width: f32| elided(ui, RichText::new(text).font(kind.font()), width);
        let galley = text(&title, Type::Head, rect.width());
        let beside = rect.left() + galley.size().x + 8.0;
        painter.galley(rect.min, galley, theme.text);
        painter.galley(pos2(beside, rect.top() + 3.0), text(&number, Type::Meta, 120.0), theme.text_3);
        let (from, to) = (i32::from(self.hours.from_min), i32::from(self.hours.to_min));
        let width = rect.width() - NAMES;
        let x = |minute: i32| {
            let part = (minute - from) as f32 / (to - from).max(1) as f32;
            (rect.left() + NAMES + part.clamp(0.0, 1.0) * width).round()
        };
        let top = rect.top() + 24.0 + 18.0;
        let bottom = top + self.rooms.len() as f32 * LINE;
        let rows = top..=bottom;
        for &(start, end) in &day.bands {
            let band = Rect::from_min_max(pos2(x(start), top), pos2(x(end), bottom));
            painter.rect_filled(band, 0.0, theme.band);
        }
        let hour_step = if to - from > 11 * 60 { 2 } else { 1 };
        for hour in ((from + 59) / 60..(to + 59) / 60).step_by(hour_step) {
            let x = x(hour * 60);
            painter.vline(x + 0.5, rows.clone(), Stroke::new(1.0, theme.line));
            let galley = text(&format!("{hour:02}"), Type::Meta, 40.0);
            let right = rect.right() - galley.size().x;
            let at = pos2((x - galley.size().x / 2.0).min(right), rect.top() + 24.0);
            painter.galley(at, galley, theme.text_3);
        }
        for (place, room) in self.rooms.iter().enumerate() {
            let y = top + place as f32 * LINE;
            painter.hline(rect.x_range(), y + 0.5, Stroke::new(1.0, theme.line));
            let galley = text(room, Type::Small, NAMES - 8.0);
            painter.galley(pos2(rect.left(), y + (LINE - galley.size().y) / 2.0), galley, theme.text_2);
        }
        painter.hline(rect.x_range(), bottom + 0.5, Stroke::new(1.0, theme.line_strong));
        for &(place, start, end, hue) in &day.bars {
            let colors = theme.hue(hue);
            let y = top + place as f32 * LINE;
            let bar = Rect::from_min_max(pos2(x(start) + 1.0, y + 3.0), pos2(x(end) - 1.0, y + LINE - 2.0));
            painter.rect_filled(bar, f32::from(radius::MARK), colors.fill);
            painter.rect_filled(bar.with_max_x(bar.left() + 2.0), 0.0, colors.bar);
        }
        for &(start, end) in &day.bands {
            let sign = if end - start >= 60 { icons::UTENSILS } else { icons::COFFEE };
            let center = pos2(f32::midpoint(x(start), x(end)), f32::midpoint(top, bottom) + 1.5);
            let font = egui::FontId::proportional(size::SMALL_ICON);
            painter.text(center, Align2::CENTER_CENTER, sign, font, theme.text_3);
        }
    }
}
