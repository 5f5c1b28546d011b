//! The road is drawn: lanes, bars with what is written beside them, arrows with the days between, today.

use chrono::NaiveDate;
use egui::{
    Align2, Color32, FontId, Id, Painter, Pos2, Rect, RichText, Role, ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::app::context::ViewContext;
use crate::app::paint::text::{displayed, elided};
use crate::app::style::{Type, size};
use crate::app::widget::cells::{cell, small, text, text_right};
use crate::app::widget::rows::Sight;
use crate::app::widget::steps::{self as words, Tone};
use crate::look::Hue;
use crate::model::preparation::{Link, Step};
use crate::model::{Event, EventId, EventKind, RowId};
use crate::texts::{Value, dates, short, tid};

use super::axis::Axis;
use super::known::Known;
use super::lanes::{Item, Label, ROW, Road};

/// How high the axis is.
const RULER: f32 = 40.0;
/// So many letters of a name show.
const LETTERS: usize = 64;

/// How wide the heads of lanes are.
#[must_use]
pub fn head_width(whole: f32) -> f32 {
    if whole > 900.0 { 144.0 } else { 112.0 }
}

/// The road of a plan, so wide.
#[must_use]
pub fn laid_out(ui: &Ui, cx: &ViewContext<'_>, known: &Known, axis: &Axis, width: f32) -> Road {
    let wide = |words: &str, kind: Type| elided(ui, RichText::new(words).font(kind.font()), 2000.0).size().x;
    let mut label = |event: &Event| {
        let is_code = !cx.title(&event.code).is_empty();
        let name = displayed(&short::beginning(words::name(cx, event), LETTERS)).into_owned();
        let place = crate::app::phrases::town(cx.title(&event.place));
        let days = words::days(cx, event.dates);
        let place = if is_code { place } else { "" };
        let detail = if place.is_empty() { days } else { format!("{days}, {place}") };
        let detail = displayed(&detail).into_owned();
        let (name_width, detail_width) = (wide(&name, Type::Bar).ceil(), wide(&detail, Type::Meta).ceil());
        let label = Label::new((name, name_width), (detail, detail_width));
        if event.kind == EventKind::Milestone { label.of_sentence() } else { label }
    };
    Road::of(cx.plan, &known.preparation, (axis, width), &mut label)
}

/// What is drawn.
pub struct Drawn<'a> {
    /// What is known.
    pub known: &'a Known,
    /// Where everything stands.
    pub road: &'a Road,
    /// Across.
    pub axis: &'a Axis,
    /// The day today.
    pub today: Option<NaiveDate>,
    /// What keys act on.
    pub cursor: Option<EventId>,
    /// Which steps stand out; the others step back.
    pub stands_out: &'a dyn Fn(&Step) -> bool,
}

/// Draws it; answers the event that was clicked, and whether twice.
pub fn ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    rect: Rect,
    drawn: &Drawn<'_>,
    sought: Option<EventId>,
) -> Option<(EventId, bool)> {
    let head = head_width(rect.width());
    let (top, body) = rect.split_top_bottom_at_y(rect.top() + RULER);
    let canvas = |rect: Rect| rect.with_min_x(rect.left() + head);
    let mut clicked = None;
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(body));
    child.spacing_mut().scroll.fade.strength = 0.0;
    let mut area = ScrollArea::vertical().id_salt("preparation-road").auto_shrink(false);
    let id = child.make_persistent_id(egui::IdSalt::new("preparation-road"));
    let stood = egui::scroll_area::State::load(ui.ctx(), id).map_or(0.0, |state| state.unclamped_offset().y);
    let sight = Sight { from: stood, height: body.height() };
    let item = sought.and_then(|id| drawn.road.item(id));
    if let Some(offset) = item.and_then(|item| sight.scroll_to((item.y - ROW / 2.0, item.y + ROW / 2.0))) {
        area = area.vertical_scroll_offset(offset);
    }
    area.show(&mut child, |ui| {
        let high = drawn.road.height.max(body.height());
        let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), high), Sense::HOVER);
        let whole = whole.with_max_x(rect.right());
        let painter = ui.painter_at(body);
        painter.rect_filled(whole.with_max_x(whole.left() + head), 0.0, cx.theme.ground);
        months_ui(&painter, cx, canvas(whole), drawn);
        lanes_ui(ui, &painter, cx, whole, (drawn, head));
        let ground = canvas(whole);
        today_ui(&painter, cx, ground, drawn);
        for link in &drawn.road.links {
            link_ui(ui, &painter, cx, ground, (drawn, link));
        }
        for item in &drawn.road.items {
            let y = ground.top() + item.y;
            if y + ROW < body.top() || y - ROW > body.bottom() {
                continue;
            }
            clicked = item_ui(ui, &painter, cx, ground, (drawn, item)).or(clicked.take());
        }
    });
    ruler_ui(ui, cx, (top, canvas(top)), drawn);
    clicked
}

/// Lines of months, through all lanes.
fn months_ui(painter: &Painter, cx: &ViewContext<'_>, ground: Rect, drawn: &Drawn<'_>) {
    for (_, x, is_year) in drawn.axis.months(34.0) {
        let color = if is_year { cx.theme.line_strong } else { cx.theme.line };
        painter.vline((ground.left() + x).round() + 0.5, ground.y_range(), (1.0, color));
    }
}

fn lanes_ui(ui: &Ui, painter: &Painter, cx: &ViewContext<'_>, whole: Rect, (drawn, head): (&Drawn<'_>, f32)) {
    for &(lane, top, bottom) in &drawn.road.bands {
        let y = (whole.top() + bottom).round() - 0.5;
        painter.hline(whole.x_range(), y, (1.0, cx.theme.line));
        let name = RichText::new(cx.text(lane.name())).font(Type::Head.font()).color(cx.theme.text);
        let line = Rect::from_x_y_ranges(whole.x_range(), whole.top() + top + 4.0..=whole.top() + top + 4.0 + ROW);
        text(ui, painter, cell(line, (12.0, head - 6.0)), name);
    }
    painter.vline((whole.left() + head).round() - 0.5, whole.y_range(), (1.0, cx.theme.line_strong));
}

fn ruler_ui(ui: &Ui, cx: &ViewContext<'_>, (whole, ground): (Rect, Rect), drawn: &Drawn<'_>) {
    let painter = ui.painter_at(whole);
    painter.rect_filled(whole, 0.0, cx.theme.panel);
    painter.hline(whole.x_range(), whole.bottom() - 0.5, (1.0, cx.theme.line_strong));
    let tag = drawn.today.filter(|&day| drawn.axis.holds(day)).map(|day| {
        let id = if Some(day) == cx.today() { tid("preparation-today") } else { tid("preparation-as-of-day") };
        let words = cx.texts.text_with(id, &[("day", Value::from(&words::day(cx, day)))]);
        let galley = elided(ui, RichText::new(words).font(Type::Bar.font()), 200.0);
        let x = ground.left() + drawn.axis.x(day);
        let wide = galley.size().x + 12.0;
        let left = (x - wide / 2.0).clamp(ground.left(), (ground.right() - wide).max(ground.left()));
        (Rect::from_min_size(pos2(left, whole.top() + 3.0), vec2(wide, 18.0)), galley)
    });
    let is_free = |x: f32, wide: f32| tag.as_ref().is_none_or(|(rect, _)| x + wide < rect.left() || x > rect.right());
    let mut year_free = f32::NEG_INFINITY;
    for (day, x, is_year) in drawn.axis.months(34.0) {
        let at = ground.left() + x + 4.0;
        let month = small(dates::month_name_short(cx.texts, day), cx.theme.text_3);
        text(ui, &painter, Rect::from_min_size(pos2(at, whole.top() + 20.0), vec2(32.0, 18.0)), month);
        if is_year && at > year_free && is_free(at, 34.0) {
            let year =
                RichText::new(chrono::Datelike::year(&day).to_string()).font(Type::Head.font()).color(cx.theme.text);
            text(ui, &painter, Rect::from_min_size(pos2(at, whole.top() + 2.0), vec2(44.0, 18.0)), year);
            year_free = at + 40.0;
        }
    }
    if let Some((rect, galley)) = tag {
        painter.rect_filled(rect, 4.0, cx.theme.now);
        let at = pos2(rect.left() + 6.0, rect.center().y - galley.size().y / 2.0);
        painter.galley_with_override_text_color(at, galley, cx.theme.panel);
    }
}

fn today_ui(painter: &Painter, cx: &ViewContext<'_>, ground: Rect, drawn: &Drawn<'_>) {
    if let Some(day) = drawn.today.filter(|&day| drawn.axis.holds(day)) {
        painter.vline(ground.left() + drawn.axis.x(day), ground.y_range(), (1.5, cx.theme.now));
    }
}

/// An arrow from what comes first to what waits for it, and the days between.
fn link_ui(ui: &Ui, painter: &Painter, cx: &ViewContext<'_>, ground: Rect, (drawn, link): (&Drawn<'_>, &Link)) {
    let (Some(from), Some(to)) = (drawn.road.item(link.before), drawn.road.item(link.event)) else { return };
    let is_tight = link.slack.is_some_and(|slack| slack <= 0);
    let is_chosen = drawn.cursor.is_some_and(|id| id == link.event || id == link.before);
    let color = match (is_tight, is_chosen) {
        (true, _) => cx.theme.warning,
        (false, true) => cx.theme.accent,
        (false, false) => cx.theme.text_3,
    };
    let stroke = Stroke::new(if is_chosen { 1.5 } else { 1.0 }, color);
    let at = |x: f32, y: f32| pos2((ground.left() + x).round() + 0.5, (ground.top() + y).round() + 0.5);
    let down = to.y > from.y;
    let end = to.y + if down { -9.0 } else { 9.0 };
    let slack = link.slack.map(|slack| words::offset(cx, slack)).unwrap_or_default();
    let words = elided(ui, RichText::new(slack).font(Type::Meta.font()).color(color), 80.0);
    let start = label_end(from) + 4.0;
    if to.bar.0 + 3.0 < start + 12.0 || (to.y - from.y).abs() < 1.0 {
        // Both at one time: straight from bar to bar, beside what else leads to one of them where there is room.
        let aside = to.bar.1 - 2.0;
        let has_room = at(aside + 5.0, from.y).x + words.size().x < painter.clip_rect().right() - 4.0;
        let is_aside = aside > from.bar.1 && from.label_left < from.bar.0 && has_room;
        let middle = (from.bar.0.midpoint(from.bar.1)).clamp(to.bar.0, to.bar.1.max(to.bar.0));
        let x = if is_aside { aside } else { middle };
        let begin = if is_aside { from.y } else { from.y + if down { 9.0 } else { -9.0 } };
        if is_aside {
            painter.line_segment([at(from.bar.1 + 1.0, begin), at(x, begin)], stroke);
        }
        painter.line_segment([at(x, begin), at(x, end)], stroke);
        arrow_head(painter, at(x, end), (0.0, if down { 1.0 } else { -1.0 }), color);
        let middle = at(x + 5.0, begin.midpoint(end));
        let back = Rect::from_min_size(middle - vec2(1.0, words.size().y / 2.0), words.size() + vec2(2.0, 0.0));
        painter.rect_filled(back, 0.0, cx.theme.panel);
        painter.galley(back.min + vec2(1.0, 0.0), words, color);
        return;
    }
    // Several may lead to one: they meet before it.
    let x = to.bar.0 + 3.0;
    painter.line_segment([at(start, from.y), at(x, from.y)], stroke);
    painter.line_segment([at(x, from.y), at(x, end)], stroke);
    arrow_head(painter, at(x, end), (0.0, if down { 1.0 } else { -1.0 }), color);
    // Beside the corner where the line is too short for it.
    let is_on_line = x - start > words.size().x + 14.0;
    let left = if is_on_line { x - 10.0 - words.size().x } else { x + 12.0 };
    if at(left, from.y).x + words.size().x > painter.clip_rect().right() - 4.0 {
        return;
    }
    let back = Rect::from_min_size(at(left, from.y) - vec2(0.0, words.size().y / 2.0), words.size() + vec2(4.0, 0.0));
    painter.rect_filled(back, 0.0, cx.theme.panel);
    painter.galley(back.min + vec2(2.0, 0.0), words, color);
}

/// Where an arrow begins: behind the bar and what is written at its right.
fn label_end(item: &Item) -> f32 {
    if item.label_left > item.bar.0 { item.label_left + item.label.width } else { item.bar.1 }
}

fn arrow_head(painter: &Painter, tip: Pos2, (dx, dy): (f32, f32), color: Color32) {
    let back = pos2(tip.x - dx * 6.0, tip.y - dy * 6.0);
    let across = vec2(dy, -dx) * 3.5;
    painter.add(Shape::convex_polygon(vec![tip, back + across, back - across], color, Stroke::NONE));
}

fn item_ui(
    ui: &Ui,
    painter: &Painter,
    cx: &ViewContext<'_>,
    ground: Rect,
    (drawn, item): (&Drawn<'_>, &Item),
) -> Option<(EventId, bool)> {
    let event = cx.plan.events().get(item.id)?;
    let step = drawn.known.preparation.steps.get(&item.id)?;
    let (left, right) = (item.bar.0.min(item.label_left), item.bar.1.max(item.label_left + item.label.width));
    let y = ground.top() + item.y;
    let area = Rect::from_min_max(
        pos2(ground.left() + left - 4.0, y - ROW / 2.0),
        pos2(ground.left() + right + 4.0, y + ROW / 2.0),
    );
    let is_chosen = drawn.cursor == Some(item.id) || cx.selection.focus == Some(RowId::Event(item.id));
    let response = ui.interact(area, Id::unique(("preparation-event", item.id)), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_chosen, spoken(cx, event, step)));
    let is_weak = !(drawn.stands_out)(step);
    let fade = |color: Color32| if is_weak { color.gamma_multiply(0.35) } else { color };
    let fill = match (is_chosen, response.hovered()) {
        (true, _) => cx.theme.accent_soft,
        (false, true) => cx.theme.field,
        // Lines of months and arrows do not run through words.
        (false, false) => cx.theme.panel,
    };
    painter.rect_filled(area.shrink2(vec2(2.0, 2.0)), 4.0, fill);
    bar_ui(painter, cx, ground, (item, event.kind), (&fade, is_chosen));
    if let Some(counts) = event.counts_from.filter(|_| event.kind == EventKind::Deadline) {
        counted_ui(ui, painter, cx, ground, (drawn, item), counts, fade(cx.theme.hint));
    }
    let mut at = Rect::from_min_max(
        pos2(ground.left() + item.label_left, y - ROW / 2.0),
        pos2(ground.left() + item.label_left + item.label.width + 2.0, y + ROW / 2.0),
    );
    let name = RichText::new(&item.label.name).font(Type::Bar.font()).color(fade(cx.theme.text));
    text(ui, painter, at.with_max_x(at.min.x + item.label.name_width + 1.0), name);
    at.min.x += item.label.name_width + Label::GAP;
    if item.label.detail_width > 0.0 {
        let detail = RichText::new(&item.label.detail).font(Type::Meta.font()).color(fade(cx.theme.text_2));
        text(ui, painter, at.with_max_x(at.min.x + item.label.detail_width + 1.0), detail);
        at.min.x += item.label.detail_width;
    }
    at.min.x += 12.0;
    let (sign, _, tone) = words::state(step);
    let color = if tone == Tone::Risk { cx.theme.warning_mark } else { tone.color(cx) };
    painter.text(pos2(at.min.x, y), Align2::CENTER_CENTER, sign, FontId::proportional(size::SMALL_ICON), fade(color));
    let tip = tip(cx, event, step);
    let response = response.on_hover_text(displayed(&tip));
    let twice = response.double_clicked();
    (response.clicked() || response.secondary_clicked()).then_some((item.id, twice))
}

fn bar_ui(
    painter: &Painter,
    cx: &ViewContext<'_>,
    ground: Rect,
    (item, kind): (&Item, EventKind),
    (fade, is_chosen): (&dyn Fn(Color32) -> Color32, bool),
) {
    let y = ground.top() + item.y;
    let (left, right) = (ground.left() + item.bar.0, ground.left() + item.bar.1);
    let color = fade(cx.theme.hue(hue(kind)).bar);
    let edge = Stroke::new(2.0, cx.theme.select);
    if item.is_mark {
        let (middle, half) = (pos2(left.midpoint(right), y), (right - left) / 2.0);
        if kind == EventKind::Deadline {
            painter.circle(middle, half - 1.0, cx.theme.panel, Stroke::new(2.0, color));
        } else {
            let corners = [vec2(0.0, -half), vec2(half, 0.0), vec2(0.0, half), vec2(-half, 0.0)];
            let stroke = if is_chosen { edge } else { Stroke::NONE };
            painter.add(Shape::convex_polygon(corners.map(|corner| middle + corner).to_vec(), color, stroke));
        }
        return;
    }
    let bar = Rect::from_min_max(pos2(left, y - 8.0), pos2(right, y + 8.0));
    if item.bar.1 <= item.bar.0 {
        // Only the year is known.
        painter.vline(left + 1.0, bar.y_range(), (2.0, color));
        return;
    }
    painter.rect_filled(bar, 3.0, color);
    if is_chosen {
        painter.rect_stroke(bar.expand(2.0), 5.0, edge, StrokeKind::Middle);
    }
}

/// A line to the event that a deadline counts from, and how many days.
fn counted_ui(
    ui: &Ui,
    painter: &Painter,
    cx: &ViewContext<'_>,
    ground: Rect,
    (drawn, item): (&Drawn<'_>, &Item),
    counts: crate::model::CountsFrom,
    color: Color32,
) {
    let Some(from) = cx.plan.events().get(counts.event) else { return };
    let Some(day) = (crate::model::CountsFrom { days: 0, ..counts }).day(from.dates) else { return };
    let y = (ground.top() + item.y).round() + 0.5;
    let (here, there) = (ground.left() + item.bar.1 + 2.0, ground.left() + drawn.axis.x(day));
    if there > here {
        painter.extend(Shape::dashed_line(&[pos2(here, y), pos2(there, y)], Stroke::new(1.0, color), 2.0, 2.0));
        painter.vline(there, y - 8.0..=y + 8.0, (1.5, color));
    }
    let words = RichText::new(words::offset(cx, counts.days.into())).font(Type::Meta.font()).color(color);
    let area = Rect::from_min_size(pos2(here.max(there) + 6.0, y - 9.0), vec2(56.0, 18.0));
    if area.right() <= ground.right() {
        text(ui, painter, area, words);
    } else {
        let area = Rect::from_min_size(pos2(here.max(there) - 62.0, y - 9.0), vec2(56.0, 18.0));
        text_right(ui, painter, area, words);
    }
}

/// What an event is to a screen reader.
fn spoken(cx: &ViewContext<'_>, event: &Event, step: &Step) -> String {
    let mut parts = vec![words::name(cx, event).to_owned(), crate::app::phrases::event_dates(cx, event.dates)];
    parts.push(words::state_words(cx, step, words::state(step).1));
    parts.extend(event.counts_from.map(|counts| words::counts(cx, counts)));
    parts.extend(words::risks(cx, step));
    parts.join(", ")
}

fn tip(cx: &ViewContext<'_>, event: &Event, step: &Step) -> String {
    let mut lines = vec![cx.title(&event.title).to_owned()];
    lines.push(crate::app::phrases::event_dates(cx, event.dates));
    lines.push(words::state_words(cx, step, words::state(step).1));
    lines.extend(Some(cx.title(&event.owner).to_owned()).filter(|owner| !owner.is_empty()));
    lines.extend(event.counts_from.map(|counts| words::counts(cx, counts)));
    lines.extend(event.tally.map(|tally| crate::texts::steps::tally(cx.texts, tally)));
    lines.extend(words::risks(cx, step));
    lines.join("\n")
}

/// The hue of a kind of event.
fn hue(kind: EventKind) -> Hue {
    match kind {
        EventKind::Conference | EventKind::AdvisoryGroup => Hue::Blue,
        EventKind::RegionalPreparatoryMeeting | EventKind::CoordinationMeeting => Hue::Sky,
        EventKind::InterregionalMeeting => Hue::Green,
        EventKind::YouthCelebration | EventKind::Forum | EventKind::SiteVisit => Hue::Amber,
        EventKind::Council => Hue::Grey,
        EventKind::Deadline => Hue::Indigo,
        EventKind::Milestone | EventKind::Holiday | EventKind::PlanningArea => Hue::Slate,
    }
}
