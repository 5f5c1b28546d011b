//! The rulers over the timeline, its grid lines and its folds.

use chrono::{Datelike, NaiveDate, Weekday};
use egui::{Color32, Id, Rect, Sense, Ui, pos2};

use crate::model::zone::{self, Tz};
use crate::model::{CivilTime, Plan};
use crate::texts::{Value, dates};

use super::axis::{Axis, Layout, Piece, Viewport};
use crate::app::context::ViewContext;
use crate::app::paint::blocks::BlockPainter;
use crate::app::paint::text::{Face, Setting, Shaper};
use crate::app::view::days::zone_of;
use crate::app::widget::zones::zone_name;

/// Width of the lanes' names, which begin left of the rulers.
pub const NAMES: f32 = 148.0;
const DAYS: f32 = 24.0;
const HOURS: f32 = 20.0;

/// How high the rulers are, in points.
#[must_use]
pub fn height(cx: &ViewContext<'_>) -> f32 {
    DAYS + HOURS + if cx.settings.second_zone.is_some() { HOURS } else { 0.0 }
}

/// Steps of the hour ruler, in minutes.
const STEPS: [i32; 10] = [1, 5, 15, 30, 60, 120, 180, 240, 360, 720];

/// The smallest step whose labels do not touch.
fn step(scale: f64, room: f64) -> Option<i32> {
    STEPS.into_iter().find(|&step| f64::from(step) * scale >= room)
}

/// Lines at hours and days, shade in folds and on weekends.
pub fn paint_grid(
    blocks: &mut BlockPainter<'_>,
    cx: &ViewContext<'_>,
    area: Rect,
    (axis, viewport): (&Axis, Viewport),
) {
    let (from, to) = (viewport.left_units, viewport.units_from_x(area.width()));
    let line = |x: f32, width: f32| Rect::from_x_y_ranges(x..=x + width, area.y_range());
    let minor = step(viewport.scale, 14.0);
    for piece in axis.pieces_between(from, to) {
        let (left, right) = edges(piece, area.left(), viewport);
        if right - left < 1.5 {
            continue;
        }
        let rect = Rect::from_x_y_ranges(left.max(area.left())..=right.min(area.right()), area.y_range());
        match piece.layout {
            Layout::Open => {}
            Layout::Compact => {
                blocks.rect(rect, cx.theme.shade.gamma_multiply(0.6));
                blocks.rect(rect.with_max_x(rect.left() + 1.0), cx.theme.line);
                continue;
            }
            Layout::Folded => {
                blocks.rect(rect, cx.theme.shade);
                continue;
            }
        }
        if matches!(piece.span.start.date().weekday(), Weekday::Sat | Weekday::Sun) {
            blocks.rect(rect, cx.theme.shade.gamma_multiply(0.45));
        }
        let Some(minor) = minor.filter(|_| right - left > 40.0) else { continue };
        for time in ticks(piece, minor, area, viewport, axis) {
            let x = area.left() + viewport.x_from_units(axis.units_from_time(time));
            let of_day = time.minute_of_day();
            if of_day == 0 {
                blocks.rect(line(x, 1.5), cx.theme.line_strong);
            } else if of_day % 60 == 0 || minor >= 60 {
                blocks.rect(line(x, 1.0), cx.theme.line);
            } else {
                blocks.rect(line(x, 1.0), cx.theme.line.gamma_multiply(0.5));
            }
        }
    }
    for piece in axis.pieces_between(from, to).filter(|piece| piece.layout == Layout::Open) {
        let (left, right) = edges(piece, area.left(), viewport);
        if right - left > 14.0 {
            blocks.rect(line(left, 1.0), cx.theme.line_strong);
        }
    }
}

fn edges(piece: &Piece, left: f32, viewport: Viewport) -> (f32, f32) {
    let start = left + viewport.x_from_units(piece.start_units);
    (start, left + viewport.x_from_units(piece.start_units + piece.len_units))
}

/// The times in sight of an open piece that are multiples of `step` minutes from midnight.
fn ticks(
    piece: &Piece,
    step: i32,
    area: Rect,
    viewport: Viewport,
    axis: &Axis,
) -> impl Iterator<Item = CivilTime> + use<> {
    let seen = |x: f32| CivilTime::from_minutes(axis.minutes_from_units(viewport.units_from_x(x)) as i64);
    let from = piece.span.start.max(seen(0.0).plus_mins(-step));
    let to = piece.span.end.min(seen(area.width()).plus_mins(step));
    let first = from.plus_mins((step - from.minute_of_day().rem_euclid(step)) % step);
    std::iter::successors(Some(first), move |time| Some(time.plus_mins(step))).take_while(move |&time| time < to)
}

/// The rulers themselves; a fold can be opened and closed by a click.
pub fn ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    shaper: &mut Shaper,
    area: Rect,
    (axis, viewport): (&Axis, Viewport),
    opened: &mut Vec<NaiveDate>,
) {
    let painter = ui.painter_at(area);
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    blocks.rect(area, cx.theme.panel);
    let days = area.with_max_y(area.top() + DAYS);
    let hours = Rect::from_x_y_ranges(area.x_range(), days.bottom()..=days.bottom() + HOURS);
    let mut ruler = Ruler { ui, cx, blocks: &mut blocks, axis, viewport };
    ruler.days(days, hours);
    ruler.hours(hours, None);
    if let Some(zone) = cx.settings.second_zone {
        ruler.hours(hours.translate(egui::vec2(0.0, HOURS)), Some(zone));
    }
    ruler.folds(area, opened);
    blocks.rect(area.with_min_y(area.bottom() - 1.0), cx.theme.line_strong);
    blocks.finish(&painter);
    zone_names(ui, cx, shaper, area);
}

/// The names of the zones beside the rulers.
fn zone_names(ui: &Ui, cx: &ViewContext<'_>, shaper: &mut Shaper, area: Rect) {
    let width = NAMES;
    let rect = Rect::from_min_max(pos2(area.left() - width, area.top()), pos2(area.left(), area.bottom()));
    let painter = ui.painter_at(rect);
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    blocks.rect(rect, cx.theme.panel);
    let mut name = |text: &str, top: f32| {
        let rect = Rect::from_min_max(pos2(rect.left() + 12.0, top), pos2(rect.right() - 8.0, top + HOURS));
        blocks.text(text, Face::Detail, Setting { rect, max_lines: 1, color: cx.theme.text_2 });
    };
    name(cx.text("ruler-local"), rect.top() + DAYS + 2.0);
    if let Some(zone) = cx.settings.second_zone {
        name(&zone_name(zone), rect.top() + DAYS + HOURS + 2.0);
    }
    blocks.rect(rect.with_min_x(rect.right() - 1.0), cx.theme.line_strong);
    blocks.rect(rect.with_min_y(rect.bottom() - 1.0), cx.theme.line_strong);
    blocks.finish(&painter);
}

struct Ruler<'a, 'b> {
    ui: &'a Ui,
    cx: &'a ViewContext<'a>,
    blocks: &'a mut BlockPainter<'b>,
    axis: &'a Axis,
    viewport: Viewport,
}

impl Ruler<'_, '_> {
    fn x(&self, left: f32, time: CivilTime) -> f32 {
        left + self.viewport.x_from_units(self.axis.units_from_time(time))
    }

    fn label(&mut self, text: &str, face: Face, rect: Rect, color: Color32) {
        let rect = rect.with_min_y(rect.center().y - face.line_height() / 2.0);
        self.blocks.text(text, face, Setting { rect, max_lines: 1, color });
    }

    fn in_sight(&self, area: Rect, layout: Layout) -> Vec<Piece> {
        let sight = (self.viewport.left_units, self.viewport.units_from_x(area.width()));
        self.axis.pieces_between(sight.0, sight.1).filter(|piece| piece.layout == layout).copied().collect()
    }

    /// Days, or months where days are too narrow, or years. A name stays in sight while its time does.
    fn days(&mut self, area: Rect, below: Rect) {
        let open = self.in_sight(area, Layout::Open);
        let widest = open.iter().map(|piece| piece.len_units * self.viewport.scale).fold(0.0, f64::max);
        let folds = self.axis.pieces().iter().any(|piece| piece.layout != Layout::Open);
        if !folds && self.viewport.scale * 1440.0 >= 64.0 {
            self.spans(area, |time| time.date(), |date| date.succ_opt(), |cx, date| dates::day_short(cx.texts, date));
        } else if !folds {
            let month = |time: CivilTime| time.date().with_day(1).unwrap_or_default();
            self.spans(
                area,
                month,
                |date| date.checked_add_months(chrono::Months::new(1)),
                |cx, date| dates::month_year(cx.texts, date),
            );
        } else if widest >= 64.0 {
            for piece in open {
                for date in dates_of(&piece, |time| self.x(area.left(), time), area) {
                    let from = CivilTime::midnight(date).max(piece.span.start);
                    let to = CivilTime::midnight(date).plus_mins(24 * 60).min(piece.span.end);
                    self.day(area, date, from, to);
                }
            }
            self.compact_days(area, below);
        } else {
            self.months(area, below);
        }
    }

    /// The dates of compact days, with the year below.
    fn compact_days(&mut self, area: Rect, below: Rect) {
        for piece in self.in_sight(area, Layout::Compact) {
            let (left, right) = edges(&piece, area.left(), self.viewport);
            let columns = left.max(area.left()) + 6.0..=right - 2.0;
            if columns.end() - columns.start() > 30.0 {
                let date = piece.span.start.date();
                let day = dates::day_short(self.cx.texts, date);
                let (days, years) = (columns.clone(), columns);
                self.label(&day, Face::Detail, Rect::from_x_y_ranges(days, area.y_range()), self.cx.theme.text);
                let rect = Rect::from_x_y_ranges(years, below.y_range());
                self.label(&date.year().to_string(), Face::Detail, rect, self.cx.theme.text_2);
            }
        }
    }

    /// Months over folded days, with the numbers of days below where they fit.
    fn months(&mut self, area: Rect, below: Rect) {
        let sight = (self.viewport.left_units, self.viewport.units_from_x(area.width()));
        let pieces = self.axis.pieces_between(sight.0, sight.1).filter(|piece| piece.layout != Layout::Folded);
        let pieces: Vec<Piece> = pieces.copied().collect();
        let mut months: Vec<(NaiveDate, f32, f32)> = Vec::new();
        for piece in &pieces {
            let (left, right) = edges(piece, area.left(), self.viewport);
            let date = piece.span.start.date();
            let month = date.with_day(1).unwrap_or(date);
            match months.last_mut() {
                Some((last, _, end)) if *last == month => *end = right,
                _ => months.push((month, left, right)),
            }
            let rect = Rect::from_x_y_ranges(left..=right, below.y_range());
            if rect.width() >= 15.0 {
                let text = dates::day_tiny(self.cx.texts, date);
                let width = self.blocks.text_width(&text, Face::Detail);
                let rect = rect.with_min_x(rect.center().x - width / 2.0).with_max_x(rect.right() + 8.0);
                self.label(&text, Face::Detail, rect, self.cx.theme.text_2);
            }
        }
        let mut free = f32::NEG_INFINITY;
        for (month, left, right) in months {
            let text = dates::month_year(self.cx.texts, month);
            let width = self.blocks.text_width(&text, Face::Title);
            let left = (left.max(area.left()) + 4.0).max(free);
            // A name may run over the end of a short month, but not begin there.
            if left < right && left + width < area.right() {
                let rect = Rect::from_x_y_ranges(left..=(left + width + 4.0).max(right), area.y_range());
                self.label(&text, Face::Title, rect, self.cx.theme.text);
                free = left + width + 14.0;
            }
        }
    }

    fn day(&mut self, area: Rect, date: NaiveDate, from: CivilTime, to: CivilTime) {
        let (left, right) = (self.x(area.left(), from), self.x(area.left(), to));
        let rect = Rect::from_x_y_ranges(left.max(area.left()) + 6.0..=right - 2.0, area.y_range());
        if rect.width() < 16.0 {
            return;
        }
        let text = if rect.width() > 150.0 {
            dates::day_long(self.cx.texts, date)
        } else if rect.width() > 62.0 {
            dates::day_short(self.cx.texts, date)
        } else {
            dates::day_tiny(self.cx.texts, date)
        };
        self.label(&text, Face::Title, rect, self.cx.theme.text);
    }

    fn spans(
        &mut self,
        area: Rect,
        first: impl Fn(CivilTime) -> NaiveDate,
        next: impl Fn(NaiveDate) -> Option<NaiveDate>,
        name: impl Fn(&ViewContext<'_>, NaiveDate) -> String,
    ) {
        let at = |x: f32| CivilTime::from_minutes(self.axis.minutes_from_units(self.viewport.units_from_x(x)) as i64);
        let (from, to) = (at(0.0), at(area.width()));
        let mut date = first(from);
        // More names than fit can not be asked for: a screen is some thousands of points wide.
        for _ in 0..1000 {
            let Some(after) = next(date).filter(|_| CivilTime::midnight(date) < to) else { break };
            let left = self.x(area.left(), CivilTime::midnight(date));
            let right = self.x(area.left(), CivilTime::midnight(after));
            let rect = Rect::from_x_y_ranges(left.max(area.left()) + 6.0..=right - 2.0, area.y_range());
            if rect.width() > 20.0 {
                let text = name(self.cx, date);
                self.label(&text, Face::Title, rect, self.cx.theme.text);
            }
            self.blocks.rect(Rect::from_x_y_ranges(left..=left + 1.0, area.y_range()), self.cx.theme.line_strong);
            date = after;
        }
    }

    /// Hours of the axis, or of a second zone.
    fn hours(&mut self, area: Rect, second: Option<Tz>) {
        let Some(step) = step(self.viewport.scale, 46.0) else { return };
        for piece in self.in_sight(area, Layout::Open) {
            let (left, right) = edges(&piece, area.left(), self.viewport);
            if right - left < 60.0 {
                continue;
            }
            for time in ticks(&piece, step, area, self.viewport, self.axis) {
                let x = self.x(area.left(), time);
                if x + 34.0 > right {
                    continue;
                }
                let text = match second {
                    Some(zone) => in_zone(self.cx.plan, time, zone),
                    None => time.clock(),
                };
                let rect = Rect::from_x_y_ranges(x + 4.0..=x + 70.0, area.y_range());
                self.label(&text, Face::Detail, rect, self.cx.theme.text_2);
                let tick = Rect::from_x_y_ranges(x..=x + 1.0, area.bottom() - 5.0..=area.bottom());
                self.blocks.rect(tick, self.cx.theme.line_strong);
            }
        }
    }

    fn folds(&mut self, area: Rect, opened: &mut Vec<NaiveDate>) {
        for piece in self.in_sight(area, Layout::Folded) {
            let (left, right) = edges(&piece, area.left(), self.viewport);
            if right - left < 5.0 {
                continue;
            }
            let rect = Rect::from_x_y_ranges(left..=right, area.y_range()).intersect(area);
            if !rect.is_positive() {
                continue;
            }
            let response = self.ui.interact(rect, Id::unique(("fold", piece.span.start.minutes())), Sense::click());
            let name = fold_name(self.cx, &piece);
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
            let fill = if response.hovered() { self.cx.theme.line } else { self.cx.theme.shade };
            self.blocks.rect(rect, fill);
            if rect.width() >= 14.0 {
                let dots = Rect::from_center_size(rect.center(), egui::vec2(14.0, 16.0));
                self.label(crate::app::style::icons::MORE, Face::Title, dots, self.cx.theme.text_2);
            }
            if response.clicked() {
                opened.extend(dates_inside(&piece));
                opened.sort_unstable();
                opened.dedup();
            }
            response.on_hover_text(name).on_hover_cursor(egui::CursorIcon::PointingHand);
        }
    }
}

/// The dates of an open piece that are in sight.
fn dates_of(piece: &Piece, x: impl Fn(CivilTime) -> f32, area: Rect) -> Vec<NaiveDate> {
    let mut dates = Vec::new();
    let mut date = piece.span.start.date();
    while CivilTime::midnight(date) < piece.span.end {
        let midnight = CivilTime::midnight(date);
        if x(midnight.plus_mins(24 * 60)) >= area.left() && x(midnight) <= area.right() {
            dates.push(date);
        }
        let Some(next) = date.succ_opt() else { break };
        date = next;
    }
    dates
}

/// The days that open when a fold is opened: all of them, but no more than a month.
fn dates_inside(piece: &Piece) -> Vec<NaiveDate> {
    let last = piece.span.end.plus_mins(-1).date();
    piece.span.start.date().iter_days().take_while(|&date| date <= last).take(31).collect()
}

/// `20:00–08:00`, or how many days are folded.
fn fold_name(cx: &ViewContext<'_>, piece: &Piece) -> String {
    let days = piece.span.mins() / (24 * 60);
    if days >= 1 {
        cx.texts.text_with("fold-days", &[("days", Value::from(days))])
    } else {
        let (from, to) = (piece.span.start.clock(), piece.span.end.clock());
        cx.texts.text_with("fold-night", &[("from", Value::from(&from)), ("to", Value::from(&to))])
    }
}

/// What a clock in `zone` shows at a time of the axis, with the days it is ahead or behind.
fn in_zone(plan: &Plan, time: CivilTime, zone: Tz) -> String {
    let there = zone::convert(time, zone_of(plan, time), zone);
    let days = (there.date() - time.date()).num_days();
    match days {
        0 => there.clock(),
        days if days > 0 => format!("{} +{days}", there.clock()),
        days => format!("{} −{}", there.clock(), -days),
    }
}
