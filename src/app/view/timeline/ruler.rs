//! The rulers over the timeline and its grid lines.

use chrono::{Datelike, NaiveDate};
use egui::{Color32, Id, Rect, Sense, Ui, pos2, vec2};

use crate::model::zone::Tz;
use crate::model::{CivilTime, is_weekend};
use crate::texts::dates;

use super::axis::{Axis, Layout, Piece};
use super::dragged;
use super::sheet::Sheet;
use super::viewport::Viewport;
use crate::app::context::ViewContext;
use crate::app::gesture::Gesture;
use crate::app::paint::blocks::BlockPainter;
use crate::app::paint::places;
use crate::app::paint::text::{Face, Setting, Shaper};
use crate::app::style::size;
use crate::app::view::days::clock_in;
use crate::app::widget::place_menus::day_menu;
use crate::app::widget::zones::zone_name;

/// The ruler of a second zone.
const SECOND: f32 = 20.0;
/// A line at an hour, in the ruler.
const TICK: f32 = 9.0;
/// The room of a number.
const HOUR: f32 = 36.0;
/// Days that are narrower have their name in the ruler.
const NAMED_DAY: f32 = 420.0;

/// How high the rulers are, in points.
#[must_use]
pub fn height(cx: &ViewContext<'_>) -> f32 {
    size::RULER + if cx.settings.second_zone.is_some() { SECOND } else { 0.0 }
}

/// Steps of the hour ruler, in minutes.
const STEPS: [i32; 10] = [1, 5, 15, 30, 60, 120, 180, 240, 360, 720];

/// The smallest step whose labels do not touch.
fn step(scale: f64, room: f64) -> Option<i32> {
    STEPS.into_iter().find(|&step| f64::from(step) * scale >= room)
}

/// Weekends and the day in sight, behind everything.
pub(super) fn paint_days(
    blocks: &mut BlockPainter<'_>,
    cx: &ViewContext<'_>,
    sheet: &Sheet<'_>,
    date: Option<NaiveDate>,
) {
    let bottom = sheet.bottom().min(sheet.area.bottom());
    let whole = sheet.is_whole();
    for piece in pieces_in_sight(sheet) {
        let (left, right) = edges(&piece, sheet.area.left(), sheet.viewport);
        if right - left < 1.5 || piece.layout == Layout::Folded {
            continue;
        }
        let rect = Rect::from_x_y_ranges(left..=right, sheet.band.top()..=bottom);
        let seen = rect.intersect(sheet.area.union(sheet.band));
        let day = piece.span.start.date();
        if piece.is_one_day() && is_weekend(day) {
            blocks.rect(seen, cx.theme.band);
        } else if whole && date == Some(day) {
            blocks.rect(seen, cx.theme.panel.lerp_to_gamma(cx.theme.accent_soft, 0.45));
        }
    }
}

/// Lines at hours and days.
pub(super) fn paint_grid(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, sheet: &Sheet<'_>) {
    let (axis, viewport) = (sheet.axis, sheet.viewport);
    let area = sheet.area.union(sheet.band).with_max_y(sheet.bottom().min(sheet.area.bottom()));
    let line = |x: f32| Rect::from_x_y_ranges(x.round()..=x.round() + 1.0, area.y_range());
    let minor = if sheet.is_whole() { None } else { step(viewport.scale, 40.0) };
    for piece in pieces_in_sight(sheet) {
        let (left, right) = edges(&piece, area.left(), viewport);
        if right - left < 14.0 {
            continue;
        }
        if piece.layout == Layout::Open
            && let Some(minor) = minor
        {
            for time in ticks(&piece, minor, area, viewport, axis) {
                let x = area.left() + viewport.x_from_units(axis.units_from_time(time));
                if x < area.left() {
                    continue;
                }
                let color = if time.minute_of_day() == 0 { cx.theme.line_strong } else { cx.theme.line };
                blocks.rect(line(x), color);
            }
        }
        if piece.layout != Layout::Folded && (sheet.is_whole() || piece.layout == Layout::Compact) {
            blocks.rect(line(left), cx.theme.line_strong);
        }
    }
}

pub(super) fn pieces_in_sight(sheet: &Sheet<'_>) -> Vec<Piece> {
    let sight = (sheet.viewport.left_units, sheet.viewport.units_from_x(sheet.area.width()));
    sheet.axis.pieces_between(sight.0, sight.1).copied().collect()
}

pub(super) fn edges(piece: &Piece, left: f32, viewport: Viewport) -> (f32, f32) {
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
    let seen = |x: f32| CivilTime::containing(axis.minutes_from_units(viewport.units_from_x(x)));
    let from = piece.span.start.max(seen(0.0).plus_mins(-step));
    let to = piece.span.end.min(seen(area.width()).plus_mins(step));
    let first = from.plus_mins((step - from.minute_of_day().rem_euclid(step)) % step);
    std::iter::successors(Some(first), move |time| Some(time.plus_mins(step))).take_while(move |&time| time < to)
}

/// The rulers themselves; answers which day was clicked.
pub(super) fn ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    shaper: &mut Shaper,
    area: Rect,
    (sheet, gesture, date): (&Sheet<'_>, &Gesture, Option<NaiveDate>),
) -> Option<NaiveDate> {
    let painter = ui.painter_at(area);
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    blocks.rect(area, cx.theme.panel);
    let tags = dragged::tags(&mut blocks, gesture, (area, sheet));
    let hours = area.with_max_y(area.top() + size::RULER);
    let mut ruler = Ruler { tags: &tags, ui, cx, blocks: &mut blocks, sheet, date, clicked: None };
    if sheet.is_whole() {
        ruler.columns(hours);
    } else {
        ruler.hours(hours, None);
    }
    if let Some(zone) = cx.settings.second_zone {
        let second = Rect::from_x_y_ranges(area.x_range(), hours.bottom()..=area.bottom());
        ruler.hours(second, Some(zone));
        let name = zone_name(zone);
        let rect = Rect::from_x_y_ranges(area.left() + 24.0..=area.right(), second.y_range());
        ruler.zone_name(&name, rect);
    }
    let clicked = ruler.clicked;
    for (rect, time) in &tags {
        places::tag(&mut blocks, cx, *rect, time);
    }
    blocks.rect(
        area.with_min_y(area.bottom() - 1.0),
        if sheet.is_whole() { cx.theme.line_strong } else { cx.theme.line },
    );
    blocks.finish(&painter);
    clicked
}

struct Ruler<'a, 'b> {
    /// The times of what is being dragged.
    tags: &'a [(Rect, String)],
    ui: &'a Ui,
    cx: &'a ViewContext<'a>,
    blocks: &'a mut BlockPainter<'b>,
    sheet: &'a Sheet<'a>,
    date: Option<NaiveDate>,
    clicked: Option<NaiveDate>,
}

impl Ruler<'_, '_> {
    fn x(&self, time: CivilTime) -> f32 {
        self.sheet.x(f64::from(time.minutes()))
    }

    /// Answers how wide it is.
    fn label(&mut self, text: &str, face: Face, rect: Rect, color: Color32) -> f32 {
        let rect = rect.with_min_y((rect.center().y - face.line_height() / 2.0).round());
        self.blocks.text(text, face, Setting { rect, max_lines: 1, color });
        self.blocks.text_width(text, face)
    }

    /// One column a day, or months where not even that can be read.
    fn columns(&mut self, area: Rect) {
        let mut month: Option<(NaiveDate, f32)> = None;
        for piece in pieces_in_sight(self.sheet).into_iter().filter(|piece| piece.layout != Layout::Folded) {
            let (left, right) = edges(&piece, area.left(), self.sheet.viewport);
            let day = piece.span.start.date();
            let rect = Rect::from_x_y_ranges(left..=right, area.y_range()).intersect(area);
            if right - left < 15.0 {
                let first = day.with_day(1).unwrap_or(day);
                let known = month.filter(|(known, free)| *known == first || left < *free);
                if known.is_none() {
                    let name = dates::month_year(self.cx.texts, first);
                    let rect = Rect::from_x_y_ranges(left + 4.0..=area.right(), area.y_range());
                    let width = self.label(&name, Face::Detail, rect, self.cx.theme.text_2);
                    self.blocks.rect(rect.with_max_x(left + 1.0).with_min_x(left), self.cx.theme.line_strong);
                    month = Some((first, left + width + 16.0));
                }
                continue;
            }
            if rect.is_positive() {
                self.column(rect, day);
            }
        }
    }

    fn column(&mut self, rect: Rect, day: NaiveDate) {
        let theme = self.cx.theme;
        let response = self.ui.interact(rect, Id::unique(("timeline day", day)), Sense::click());
        let is_current = self.date == Some(day);
        response.widget_info(|| {
            egui::WidgetInfo::selected(egui::Role::Button, true, is_current, dates::day_of_month(self.cx.texts, day))
        });
        if is_current {
            self.blocks.rect(rect, theme.accent);
        } else if response.hovered() {
            self.blocks.rect(rect, theme.field);
        }
        let (weak, strong) = if is_current { (theme.on_accent, theme.on_accent) } else { (theme.text_2, theme.text) };
        let (weekday, number) = (dates::weekday_short(self.cx.texts, day), day.day().to_string());
        let widths = (self.blocks.text_width(weekday, Face::Detail), self.blocks.text_width(&number, Face::Code));
        let mut at = rect.with_min_x(rect.left() + 5.0);
        if rect.width() >= widths.0 + widths.1 + 14.0 {
            self.label(weekday, Face::Detail, at, weak);
            at.min.x += widths.0 + 4.0;
        } else {
            at.min.x = (rect.center().x - widths.1 / 2.0).round();
        }
        self.label(&number, Face::Code, at.with_max_x(at.left() + widths.1 + 2.0), strong);
        self.blocks.rect(rect.with_max_x(rect.left() + 1.0), theme.line_strong);
        day_menu(&response, self.cx, day);
        if response.clicked() {
            self.clicked = Some(day);
        }
        let texts = self.cx.texts;
        let response = response.on_hover_ui(|ui| _ = ui.label(dates::day_long(texts, day)));
        response.on_hover_cursor(egui::CursorIcon::PointingHand);
    }

    /// Hours of the axis, or of a second zone.
    fn hours(&mut self, area: Rect, second: Option<Tz>) {
        let viewport = self.sheet.viewport;
        let label = if second.is_some() { 56.0 } else { 40.0 };
        let Some(step) = step(viewport.scale, label) else { return };
        for piece in pieces_in_sight(self.sheet) {
            let (left, right) = edges(&piece, area.left(), viewport);
            if piece.layout == Layout::Compact && second.is_none() {
                let date = piece.span.start.date();
                let name = format!("{} {}", dates::day_short(self.cx.texts, date), date.year());
                let rect = Rect::from_x_y_ranges(left.max(area.left()) + 4.0..=right - 2.0, area.y_range());
                self.label(&name, Face::Detail, rect, self.cx.theme.text_2);
            }
            if piece.layout != Layout::Open || right - left < 60.0 {
                continue;
            }
            let taken = if second.is_none() { self.day_names(area, &piece) } else { Vec::new() };
            let is_taken = |x: f32| taken.iter().any(|&(from, to)| x + 1.0 < to && from < x + 4.0 + HOUR);
            for time in ticks(&piece, step, area, viewport, self.sheet.axis) {
                let x = self.x(time).round();
                let tick = Rect::from_x_y_ranges(x..=x + 1.0, area.bottom() - TICK..=area.bottom());
                self.blocks.rect(tick, self.cx.theme.line_strong);
                // The last number would touch the fold.
                if x + 4.0 + HOUR > right.min(area.right() + 2.0) || x < area.left() || is_taken(x) {
                    continue;
                }
                let text = match second {
                    Some(zone) => clock_in(zone, self.cx, time),
                    None => time.clock(),
                };
                let rect = Rect::from_x_y_ranges(x + 4.0..=x + 70.0, area.y_range()).with_max_y(area.bottom() - 2.0);
                self.label(&text, Face::Detail, rect, self.cx.theme.text_3);
            }
        }
    }

    /// Names the days of an open piece where they begin, the one at the left edge there, and what is being dragged its
    /// times; answers what they take of the line.
    fn day_names(&mut self, area: Rect, piece: &Piece) -> Vec<(f32, f32)> {
        let mut taken: Vec<(f32, f32)> = self.tags.iter().map(|(rect, _)| (rect.left(), rect.right())).collect();
        let sight = [area.left(), area.right()].map(|x| self.sheet.time_at(x));
        for day in named_days(piece, (piece.len_units * self.sheet.viewport.scale) as f32, sight) {
            let edge = |day: NaiveDate| self.x(CivilTime::midnight(day).clamp(piece.span.start, piece.span.end));
            let (x, next) = (edge(day).max(area.left()), day.succ_opt().map_or(area.right(), edge));
            let name = dates::day_short(self.cx.texts, day);
            let width = self.blocks.text_width(&name, Face::Code);
            // The next day pushes it out of sight.
            let x = x.min(next - width - 8.0).round();
            let rect = Rect::from_x_y_ranges(x + 4.0..=x + 8.0 + width, area.y_range());
            self.label(&name, Face::Code, rect, self.cx.theme.text);
            taken.push((x, x + width + 12.0));
        }
        taken
    }

    fn zone_name(&mut self, name: &str, area: Rect) {
        let width = self.blocks.text_width(name, Face::Detail) + 8.0;
        let rect =
            Rect::from_min_size(pos2(area.right() - width - 24.0, area.top() + 1.0), vec2(width, area.height() - 2.0));
        self.blocks.rect(rect, self.cx.theme.panel);
        self.label(name, Face::Detail, rect.with_min_x(rect.left() + 4.0), self.cx.theme.text_2);
    }
}

/// The days in sight of an open piece that need a name: all but the one that fills the screen between its folds.
fn named_days(piece: &Piece, width: f32, [from, to]: [CivilTime; 2]) -> Vec<NaiveDate> {
    let (first, last) = (piece.span.start.date(), piece.span.last_day());
    if first == last && width >= NAMED_DAY {
        return Vec::new();
    }
    let last = last.min(to.date());
    first.max(from.date()).iter_days().take_while(|&day| day <= last).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;

    #[test]
    fn days_are_named_from_the_left_edge_to_the_right_one_however_long_a_piece_is() {
        let time = |text: &str| text.parse::<CivilTime>().unwrap();
        let piece = |from: &str, to: &str| Piece {
            span: Span::new(time(from), time(to)),
            layout: Layout::Open,
            start_units: 0.0,
            len_units: 0.0,
        };
        let years = piece("2020-01-01T00:00", "2026-01-01T00:00");
        let named = |piece: &Piece, width, from: &str, to: &str| {
            let days = named_days(piece, width, [time(from), time(to)]);
            days.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(named(&years, 1e6, "2025-11-17T22:00", "2025-11-18T20:00"), ["2025-11-17", "2025-11-18"]);
        assert_eq!(named(&years, 1e6, "2025-12-31T22:00", "2026-01-03T00:00"), ["2025-12-31"]);
        let day = piece("2025-11-17T08:00", "2025-11-17T19:00");
        assert_eq!(named(&day, 300.0, "2025-11-16T00:00", "2025-11-19T00:00"), ["2025-11-17"]);
        assert!(named(&day, 900.0, "2025-11-16T00:00", "2025-11-19T00:00").is_empty(), "it stands above already");
    }
}
