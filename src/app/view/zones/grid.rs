//! The hours of the day in every city, and what each region bears.

use egui::{Align2, Color32, Rect, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::app::context::ViewContext;
use crate::app::style::{Type, icons, radius};
use crate::app::widget::cells::{cell, small, text, text_right};
use crate::app::widget::zones::offset_text;
use crate::model::burden::{self, Measure, Part, SEAT};
use crate::model::zone::{self, Tz};
use crate::texts::{Value, tid};

use super::known::{Known, Place};
use super::{day, edges, hardest, hour, hours_text, part_colors, span_in};

/// How high a city is, and the heads, in points.
const ROW: f32 = 20.0;
const HEAD: f32 = 44.0;
/// Between two regions.
const BETWEEN: f32 = 8.0;
/// How wide regions, their cities, and what they bear are.
const REGION: f32 = 86.0;
const CITY: f32 = 122.0;
const BURDEN: f32 = 102.0;
const DAY_SECS: i64 = 24 * 60 * 60;

/// The moment at which the day of a moment begins in UTC.
pub fn day_start(moment: i64) -> i64 {
    moment.div_euclid(DAY_SECS) * DAY_SECS
}

/// Where everything stands.
struct Layout {
    whole: Rect,
    hours: Rect,
    /// Whether there is room for what regions bear.
    has_burdens: bool,
    first: i64,
}

impl Layout {
    fn x(&self, moment: i64) -> f32 {
        let part = (moment - self.first) as f32 / DAY_SECS as f32;
        self.hours.left() + self.hours.width() * part.clamp(0.0, 1.0)
    }

    /// The hours that are written, so that none lies on another.
    fn written(&self) -> impl Iterator<Item = i64> + use<> {
        let each = self.hours.width() / 24.0;
        (0..24).step_by((17.0 / each.max(1.0)).ceil().clamp(1.0, 24.0) as usize)
    }

    fn row(&self, y: f32) -> Rect {
        Rect::from_min_size(pos2(self.whole.left(), y), vec2(self.whole.width(), ROW))
    }
}

/// Draws it, with the sitting at a moment; answers where the hours are, and the block that is pulled.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known, pulled: i64) -> (Rect, Response) {
    let cities: usize = known.regions.iter().map(|region| region.places.len()).sum();
    let high = HEAD + ROW * (cities + 2) as f32 + BETWEEN * (known.regions.len() + 1) as f32 + 24.0;
    let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), high), Sense::HOVER);
    let has_burdens = whole.width() > 820.0;
    let right = if has_burdens { whole.right() - 2.0 * BURDEN - 12.0 } else { whole.right() - 12.0 };
    let hours =
        Rect::from_min_max(pos2(whole.left() + REGION + CITY, whole.top() + HEAD), pos2(right, whole.bottom() - 24.0));
    let layout = Layout { whole, hours, has_burdens, first: day_start(known.sitting.start) };
    head_ui(ui, cx, &layout, known);
    let own = known.own_at(pulled);
    let most = known.total().into_iter().fold(1.0, f64::max);
    let mut y = whole.top() + HEAD + BETWEEN / 2.0;
    for (at, region) in known.regions.iter().enumerate() {
        let top = y;
        for place in &region.places {
            place_ui(ui, cx, &layout, (place, known, pulled), layout.row(y));
            y += ROW;
        }
        let rows = Rect::from_min_max(pos2(whole.left(), top), pos2(whole.right(), y));
        region_ui(ui, cx, (&region.code, &region.title), rows);
        if layout.has_burdens {
            let (others, before) = (known.others[at], known.own[at]);
            burdens_ui(ui, cx, rows, ((own[at], before), (own[at] + others, before + others)), most);
        }
        y += BETWEEN / 2.0;
        ui.painter().hline(whole.x_range(), y, (1.0, cx.theme.line_strong));
        y += BETWEEN / 2.0;
    }
    let staff = [
        (tid("zones-interpreters"), known.measure.interpreters),
        (tid("zones-secretariat"), known.measure.secretariat),
    ];
    let top = y;
    for (id, hours) in staff {
        let place = Place { name: cx.text(id).to_owned(), zone: SEAT, days_off: Vec::new() };
        let row = layout.row(y);
        place_ui(ui, cx, &layout, (&place, known, pulled), row);
        if layout.has_burdens {
            staff_ui(ui, cx, row.with_min_x(layout.hours.right() + 12.0), (hours, (pulled, known.sitting.mins)));
        }
        y += ROW;
    }
    let rows = Rect::from_min_max(pos2(whole.left(), top), pos2(whole.right(), y));
    region_ui(ui, cx, (cx.text("zones-staff"), cx.text("zones-seat")), rows);
    let hours = layout.hours.with_max_y(y);
    others_ui(ui, cx, &layout, known, hours);
    let block = block_ui(ui, cx, &layout, (known, pulled), hours);
    legend_ui(ui, cx, &known.measure, Rect::from_min_max(pos2(whole.left(), y), whole.right_bottom()));
    (hours, block)
}

fn head_ui(ui: &Ui, cx: &ViewContext<'_>, layout: &Layout, known: &Known) {
    let painter = ui.painter_at(layout.whole);
    let head = Rect::from_min_size(layout.whole.min, vec2(layout.whole.width(), HEAD));
    painter.rect_filled(head, 0.0, cx.theme.ground);
    painter.hline(head.x_range(), head.bottom() - 0.5, (1.0, cx.theme.line_strong));
    let (upper, lower) = head.shrink2(vec2(0.0, 3.0)).split_top_bottom_at_fraction(0.5);
    for (row, name, zone) in [(upper, cx.text("zones-seat"), SEAT), (lower, "UTC", Tz::UTC)] {
        let names = row.with_max_x(layout.hours.left() - 8.0);
        text_right(ui, &painter, names, small(name, cx.theme.text_2));
        for hour in layout.written() {
            let at = layout.first + hour * 3600;
            let local = burden::local_minute(at, zone) / 60;
            let place = pos2(layout.x(at) + 3.0, row.center().y);
            let color = if zone == Tz::UTC { cx.theme.text } else { cx.theme.text_2 };
            painter.text(place, Align2::LEFT_CENTER, format!("{local:02}"), Type::Meta.font(), color);
        }
    }
    if layout.has_burdens {
        let left = layout.hours.right() + 12.0 - layout.whole.left();
        text(
            ui,
            &painter,
            cell(lower, (left, left + BURDEN - 12.0)),
            small(&day(cx, known.sitting.start), cx.theme.text_2),
        );
        let values = [("count", Value::from(known.all.len()))];
        let all = cx.texts.text_with("zones-all", &values);
        text(ui, &painter, cell(lower, (left + BURDEN, left + 2.0 * BURDEN - 12.0)), small(&all, cx.theme.text_2));
    }
}

fn region_ui(ui: &Ui, cx: &ViewContext<'_>, (code, title): (&str, &str), rows: Rect) {
    let painter = ui.painter_at(rows);
    let name = Rect::from_min_size(rows.min + vec2(12.0, 0.0), vec2(REGION - 16.0, ROW));
    text(ui, &painter, name, RichText::new(code).font(Type::Strong.font()).color(cx.theme.text));
    if rows.height() > 1.5 * ROW {
        text(ui, &painter, name.translate(vec2(0.0, ROW - 3.0)), small(title, cx.theme.text_2));
    }
}

/// One city: its hours, each on the ground of its part of the day.
fn place_ui(ui: &Ui, cx: &ViewContext<'_>, layout: &Layout, (place, known, pulled): (&Place, &Known, i64), row: Rect) {
    let theme = cx.theme;
    let painter = ui.painter_at(row);
    let zone = place.zone;
    let offset = zone::civil_at(pulled, zone).map_or(0, |(time, _)| i64::from(time.minutes())) - pulled.div_euclid(60);
    let offset = offset_text(i32::try_from(offset).unwrap_or(0)).replace("UTC", "");
    let name = cell(row, (REGION, REGION + CITY - 8.0));
    let used = text_right(ui, &painter, name, small(&offset, theme.text_2));
    let date = zone::civil_at(pulled, zone).map(|(time, _)| time.date());
    let is_off = date.is_some_and(|date| place.days_off.contains(&date));
    let words = if is_off { format!("{} {}", icons::FLAG, place.name) } else { place.name.clone() };
    let color = if is_off { theme.warning } else { theme.text };
    text(ui, &painter, name.with_max_x(name.right() - used - 6.0), small(&words, color));
    let wide = layout.hours.width() / 24.0;
    for hour in 0..24 {
        let at = layout.first + hour * 3600;
        let minute = burden::local_minute(at, zone);
        let rect = Rect::from_min_size(pos2(layout.x(at), row.top()), vec2(wide, ROW)).shrink(0.5);
        painter.rect_filled(rect, 0.0, part_fill(cx, Part::of(minute, &known.measure)));
        if minute < 60 {
            painter.vline(rect.left(), rect.y_range(), (2.0, theme.text_2));
        }
    }
    for hour in layout.written() {
        let at = layout.first + hour * 3600;
        let place = pos2(layout.x(at) + 3.0, row.center().y);
        let local = burden::local_minute(at, zone) / 60;
        painter.text(place, Align2::LEFT_CENTER, format!("{local:02}"), Type::Meta.font(), theme.text_2);
    }
    let spoken = format!("{}: {}", place.name, span_in(zone, (pulled, known.sitting.mins)));
    let response = ui.interact(
        row.with_max_x(layout.hours.left()),
        ui.scope_id().with_salt(egui::IdSalt::new((place.name.as_str(), zone.name()))),
        Sense::HOVER,
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
}

/// What a region bears of this sitting and of all, each with a mark where it is now.
fn burdens_ui(ui: &Ui, cx: &ViewContext<'_>, rows: Rect, (own, all): ((f64, f64), (f64, f64)), most: f64) {
    let theme = cx.theme;
    let middle = rows.center().y;
    for (at, (bears, before)) in [own, all].into_iter().enumerate() {
        let left = rows.right() - 2.0 * BURDEN + BURDEN * at as f32;
        let bar = Rect::from_min_size(pos2(left, middle - 3.0), vec2(BURDEN - 50.0, 6.0));
        let of = |minutes: f64| bar.left() + bar.width() * (minutes / most).min(1.0) as f32;
        let color = match bears {
            bears if bears >= most * 0.5 => theme.error,
            bears if bears >= most * 0.12 => theme.warning_mark,
            _ => theme.text_3,
        };
        ui.painter().rect_filled(bar, 2.0, theme.field);
        ui.painter().rect_filled(bar.with_max_x(of(bears)), 2.0, color);
        ui.painter().vline(of(before), (middle - 6.0)..=(middle + 6.0), (2.0, theme.text));
        let figure =
            Rect::from_min_max(pos2(bar.right(), middle - ROW / 2.0), pos2(left + BURDEN - 14.0, middle + ROW / 2.0));
        let words = RichText::new(format!("{bears:.0}")).font(Type::Strong.font()).color(theme.text);
        text_right(ui, ui.painter(), figure, words);
    }
}

/// Whether the staff are there.
fn staff_ui(ui: &Ui, cx: &ViewContext<'_>, rect: Rect, ((from, to), (start, mins)): ((i64, i64), (i64, i64))) {
    let local = burden::local_minute(start, SEAT);
    let fits = local >= from && local + mins <= to;
    let (first, last) = (hour(from), hour(to));
    let words = cx.texts.text_with("zones-hours", &[("from", Value::from(&first)), ("to", Value::from(&last))]);
    let (sign, color) = if fits { (icons::CHECK, cx.theme.ok) } else { (icons::WARNING, cx.theme.warning) };
    text(ui, &ui.painter_at(rect), rect, small(&format!("{sign} {words}"), color));
}

/// Where the other sittings of the meeting are, on the hours of this day.
fn others_ui(ui: &Ui, cx: &ViewContext<'_>, layout: &Layout, known: &Known, hours: Rect) {
    let own = known.all.iter().filter(|row| row.event == known.sitting.event).enumerate();
    for (at, row) in own.filter(|(_, row)| row.session != known.sitting.session) {
        let start = layout.first + row.start.rem_euclid(DAY_SECS);
        let rect = Rect::from_x_y_ranges(layout.x(start)..=layout.x(start + row.mins * 60), hours.y_range());
        ui.painter().rect_stroke(rect, 4.0, Stroke::new(1.0, cx.theme.accent_line), StrokeKind::Inside);
        let name = cx.texts.text_with("zones-day-name", &[("number", Value::from(at + 1))]);
        ui.painter().text(
            pos2(rect.center().x, hours.bottom() + 3.0),
            Align2::CENTER_TOP,
            name,
            Type::Meta.font(),
            cx.theme.accent,
        );
    }
}

/// The block of the sitting, with the hours it has in every city.
fn block_ui(ui: &Ui, cx: &ViewContext<'_>, layout: &Layout, (known, pulled): (&Known, i64), hours: Rect) -> Response {
    let theme = cx.theme;
    let mins = known.sitting.mins;
    let rect_at = |start: i64| {
        let left = layout.x(start);
        let wide = hours.width() * (mins as f32 / (24.0 * 60.0));
        Rect::from_min_size(pos2(left, hours.top() - 18.0), vec2(wide.max(16.0), hours.height() + 18.0))
    };
    let (before, rect) = (rect_at(known.sitting.start), rect_at(pulled));
    if pulled != known.sitting.start {
        ui.painter().rect_stroke(before, 4.0, Stroke::new(1.0, theme.text_2), StrokeKind::Inside);
    }
    let response = ui.interact(rect, egui::Id::unique("zones-block"), Sense::CLICK | Sense::DRAG | Sense::FOCUSABLE);
    let clock = span_in(Tz::UTC, (pulled, mins));
    let spoken = cx.texts.text_with("zones-block", &[("hours", Value::from(&clock))]);
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &spoken));
    let painter = ui.painter_at(layout.whole);
    let mut y = hours.top() + BETWEEN / 2.0;
    let regions = known.regions.iter().map(|region| region.places.iter().map(|place| place.zone).collect::<Vec<_>>());
    for zones in regions.chain([vec![SEAT, SEAT]]) {
        for zone in zones {
            let row = Rect::from_x_y_ranges(rect.x_range(), y..=(y + ROW)).shrink2(vec2(1.0, 0.5));
            let (fill, color) = part_colors(cx, hardest(&known.measure, zone, (pulled, mins)));
            painter.rect_filled(row, 0.0, theme.panel);
            painter.rect_filled(row, 0.0, fill);
            let said = |words: &str| painter.layout_no_wrap(words.to_owned(), Type::Meta.font(), color);
            let words = span_in(zone, (pulled, mins));
            let whole = said(&words);
            // In a short block the beginning is what counts.
            let beginning = || said(words.split('–').next().unwrap_or_default());
            let galley = if whole.size().x <= row.width() { whole } else { beginning() };
            if galley.size().x > row.width() {
                y += ROW;
                continue;
            }
            let at = Align2::CENTER_CENTER.anchor_size(row.center(), galley.size()).min;
            painter.galley(at.round(), galley, Color32::PLACEHOLDER);
            y += ROW;
        }
        y += BETWEEN;
    }
    let width = if response.hovered() || response.dragged() { 3.0 } else { 2.0 };
    painter.rect_stroke(rect, f32::from(radius::BAR), Stroke::new(width, theme.accent), StrokeKind::Inside);
    let head = Rect::from_min_size(rect.min, vec2(rect.width(), 18.0));
    painter.rect_filled(head.shrink(1.0), f32::from(radius::BAR), theme.accent);
    let utc = zone::civil_at(pulled, Tz::UTC).map(|(time, _)| time.clock()).unwrap_or_default();
    let utc = painter.layout_no_wrap(utc, Type::Cap.font(), theme.on_accent);
    if utc.size().x <= head.width() {
        painter.galley(Align2::CENTER_CENTER.anchor_size(head.center(), utc.size()).min, utc, theme.on_accent);
    }
    response.on_hover_cursor(egui::CursorIcon::Grab).on_hover_text(spoken)
}

fn legend_ui(ui: &Ui, cx: &ViewContext<'_>, measure: &Measure, rect: Rect) {
    let theme = cx.theme;
    let all = [
        (hours_text(measure.day), Part::Day),
        (edges(measure), Part::Edge),
        (cx.text("zones-night").to_owned(), Part::Night),
    ];
    let mut left = rect.left() + 12.0;
    let y = rect.top() + 12.0;
    for (words, part) in all {
        let fill = part_fill(cx, part);
        let swatch = Rect::from_min_size(pos2(left, y - 5.0), vec2(14.0, 10.0));
        ui.painter().rect(swatch, 1.0, fill, Stroke::new(1.0, theme.line_strong), StrokeKind::Inside);
        let line = Rect::from_min_max(pos2(left + 20.0, y - 9.0), pos2(rect.right(), y + 9.0));
        left += 34.0 + text(ui, ui.painter(), line, small(&words, theme.text_2));
    }
}

/// The ground of an hour: the night is the darkest, by day and by night.
fn part_fill(cx: &ViewContext<'_>, part: Part) -> Color32 {
    let theme = cx.theme;
    match (part, theme.is_dark()) {
        (Part::Day, false) | (Part::Edge, true) => theme.panel,
        (Part::Edge, false) | (Part::Day, true) => theme.field,
        (Part::Night, false) => theme.line_strong,
        (Part::Night, true) => theme.ground,
    }
}
