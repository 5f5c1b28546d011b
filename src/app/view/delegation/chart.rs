//! The chart: meetings at once that count, cut at the number of delegates who are there, then a lane for each delegate and one
//! for what nobody attends; days as columns.

use egui::{
    Align2, Color32, CursorIcon, Id, Painter, Rangef, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::context::ViewContext;
use crate::app::paint::text::{elided, wrapped};
use crate::app::style::{Type, icons, radius};
use crate::app::widget::cells::{small, text};
use crate::app::widget::tips::session_tip;
use crate::edit::Command;
use crate::model::{CivilTime, DelegateId, SessionId, SessionKind, is_weekend};
use crate::texts::{Value, dates};

use super::known::Known;

const HEAD: f32 = 36.0;
const CURVE: f32 = 104.0;
const LANE: f32 = 92.0;
/// With more delegates than these, lanes are lower.
const FEW: usize = 3;
const LOW: f32 = 64.0;
const MISSED: f32 = 60.0;
const NAMES: f32 = 148.0;
/// So long a day is too long, in minutes.
const LONG_DAY: i32 = 7 * 60;

/// What keys act on, and what is on its way.
pub struct Marks {
    /// The meeting with the cursor, and whether the chart has the keyboard.
    pub cursor: (Option<SessionId>, bool),
    /// What is dragged.
    pub dragged: Option<SessionId>,
}

/// What somebody does.
#[derive(Debug, PartialEq)]
pub enum Asked {
    /// Puts the cursor on a meeting.
    Choose(SessionId),
    /// Begins to drag it.
    Drag(SessionId),
    /// Lets go of it above a lane: that of a delegate, or nowhere.
    Drop(Option<usize>),
    /// Opens a delegate in the inspector.
    Open(DelegateId),
    /// Takes something that helps.
    Perform(Box<Command>),
}

/// Where everything stands.
struct Layout {
    whole: Rect,
    columns: Vec<Rangef>,
    lane: f32,
}

impl Layout {
    fn new(known: &Known, whole: Rect, lane: f32) -> Self {
        let left = whole.left() + NAMES;
        let wide = ((whole.right() - left) / known.days.len().max(1) as f32).min(200.0);
        let column = |at: usize| {
            let from = (left + wide * at as f32).round();
            Rangef::new(from, (left + wide * (at + 1) as f32).round())
        };
        Self { whole, columns: (0..known.days.len()).map(column).collect(), lane }
    }

    /// Where a time is; times of days that do not show are at the nearest edge.
    fn x(&self, known: &Known, time: CivilTime) -> f32 {
        let (from, to) = known.hours;
        let date = time.date();
        let at = known.days.partition_point(|day| *day < date);
        match (known.days.get(at), self.columns.get(at)) {
            (Some(day), Some(column)) if *day == date => {
                let part = (time.minute_of_day() - from) as f32 / (to - from).max(1) as f32;
                // A little room at both edges of a day.
                let inner = column.shrink(5.0);
                inner.min + inner.span() * part.clamp(0.0, 1.0)
            }
            (Some(_), Some(column)) => column.min,
            _ => self.right(),
        }
    }

    fn right(&self) -> f32 {
        self.columns.last().map_or(self.whole.left() + NAMES, |column| column.max)
    }

    fn band(&self, top: f32, high: f32) -> Rect {
        Rect::from_min_max(pos2(self.whole.left(), top), pos2(self.right(), top + high))
    }
}

/// Draws it.
pub fn ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    known: &Known,
    (marks, sought): (&Marks, Option<SessionId>),
) -> Option<Asked> {
    let count = known.delegation.delegates.len();
    let lane = if count > FEW { LOW } else { LANE };
    let high = HEAD + CURVE + lane * count as f32 + MISSED;
    let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), high), Sense::HOVER);
    let layout = Layout::new(known, whole, lane);
    head_ui(ui, cx, known, &layout);
    curve_ui(ui, cx, known, (&layout, layout.band(whole.top() + HEAD, CURVE)));
    let mut asked = None;
    let mut top = whole.top() + HEAD + CURVE;
    for place in 0..count {
        let band = layout.band(top, lane);
        ground_ui(ui, cx, known, (&layout, band, cx.theme.line_strong));
        presence_ui(ui, cx, known, (&layout, place, band));
        asked = name_ui(ui, cx, known, (place, band)).or(asked);
        loads_ui(ui, cx, known, (&layout, place, band));
        let bars = band.with_max_y(band.bottom() - 22.0).shrink2(vec2(0.0, 6.0));
        asked = bars_ui(ui, cx, known, (&layout, marks, sought), (place, bars)).or(asked);
        top = band.bottom();
    }
    let band = layout.band(top, MISSED);
    ground_ui(ui, cx, known, (&layout, band, cx.theme.line_strong));
    missed_name_ui(ui, cx, known, band);
    let bars = band.with_max_y(band.bottom() - 20.0).shrink2(vec2(0.0, 6.0));
    asked = bars_ui(ui, cx, known, (&layout, marks, sought), (count, bars)).or(asked);
    drop_ui(ui, cx, known, (&layout, marks)).or(asked)
}

/// The days above it.
fn head_ui(ui: &Ui, cx: &ViewContext<'_>, known: &Known, layout: &Layout) {
    let rect = layout.whole.with_max_y(layout.whole.top() + HEAD);
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, cx.theme.ground);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, (1.0, cx.theme.line_strong));
    for (day, column) in known.days.iter().zip(&layout.columns) {
        let place = |y: f32| pos2(column.center(), rect.top() + y);
        let week_day = dates::weekday_short(cx.texts, *day);
        painter.text(place(4.0), Align2::CENTER_TOP, week_day, Type::Cap.font(), cx.theme.text_2);
        painter.text(place(17.0), Align2::CENTER_TOP, day.format("%-d"), Type::Bar.font(), cx.theme.text);
        painter.vline(column.min - 0.5, rect.y_range(), (1.0, cx.theme.line));
    }
    let names = Rect::from_min_max(rect.min + vec2(12.0, 0.0), pos2(rect.left() + NAMES, rect.bottom()));
    let mark = Rect::from_center_size(pos2(names.left() + 5.0, names.center().y), vec2(10.0, 10.0));
    painter.rect_filled(mark, 2.0, cx.theme.text_2);
    let words = names.with_min_x(mark.right() + 6.0);
    let galley = wrapped(ui, small(cx.text("delegation-of-interest"), cx.theme.text_2), words.width(), 2);
    let at = pos2(words.left(), (words.center().y - galley.size().y / 2.0).round());
    painter.galley(at, galley, cx.theme.text_2);
}

/// The days behind a lane, and the line below it.
fn ground_ui(ui: &Ui, cx: &ViewContext<'_>, known: &Known, (layout, band, line): (&Layout, Rect, Color32)) {
    let painter = ui.painter();
    for (day, column) in known.days.iter().zip(&layout.columns) {
        if is_weekend(*day) {
            painter.rect_filled(Rect::from_x_y_ranges(*column, band.y_range()), 0.0, cx.theme.band);
        }
        painter.vline(column.min - 0.5, band.y_range(), (1.0, cx.theme.line));
    }
    painter.hline(band.x_range(), band.bottom() - 0.5, (1.0, line));
}

/// How many meetings are held at once, and how many delegates there are; only what lies above is red.
fn curve_ui(ui: &Ui, cx: &ViewContext<'_>, known: &Known, (layout, band): (&Layout, Rect)) {
    ground_ui(ui, cx, known, (layout, band, cx.theme.line_strong));
    let painter = ui.painter_at(band);
    let most = known.attendance.at_once.iter().map(|&(_, count, there)| count.max(there)).max().unwrap_or(1).max(2);
    let (foot, head) = (band.bottom() - 8.0, band.top() + 20.0);
    let y = |count: usize| foot - (foot - head) * count as f32 / most as f32;
    let left = band.left() + NAMES;
    for count in (1..=most).step_by(most.div_ceil(4)) {
        painter.hline(Rangef::new(left, band.right()), y(count), (1.0, cx.theme.line));
        painter.text(pos2(left - 6.0, y(count)), Align2::RIGHT_CENTER, count, Type::Cap.font(), cx.theme.text_2);
    }
    let mut written = f32::MIN;
    for &(span, count, there) in &known.attendance.at_once {
        let column =
            Rangef::new(layout.x(known, span.start), layout.x(known, span.end).max(layout.x(known, span.start) + 2.0));
        let rect = |from: usize, to: usize| Rect::from_x_y_ranges(column, Rangef::new(y(to), y(from)));
        painter.rect_filled(rect(0, count.min(there)), 0.0, cx.theme.line_field);
        if count > there {
            painter.rect_filled(rect(there, count), 0.0, cx.theme.error);
        }
        if count > there && column.center() - written > 12.0 {
            written = column.center();
            let at = pos2(column.center(), y(count) - 2.0);
            painter.text(at, Align2::CENTER_BOTTOM, count, Type::Cap.font(), cx.theme.error);
        }
    }
    there_ui(cx, known, (layout, &painter), &y);
    let name = Rect::from_min_size(band.min + vec2(12.0, 8.0), vec2(NAMES - 36.0, 84.0));
    paragraph(
        ui,
        name,
        cx.text(if known.question().all_count { "delegation-at-once-all" } else { "delegation-at-once" }),
        cx,
    );
    let spoken = known.attendance.at_once.iter().filter(|&&(_, count, there)| count > there).count();
    let words =
        cx.texts.text_with("delegation-curve-spoken", &[("count", Value::from(spoken)), ("most", Value::from(most))]);
    let response = ui.interact(band.intersect(ui.clip_rect()), Id::unique("delegation curve"), Sense::HOVER);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
}

/// The line of how many delegates are there, from one end to the other.
fn there_ui(cx: &ViewContext<'_>, known: &Known, (layout, painter): (&Layout, &Painter), y: &dyn Fn(usize) -> f32) {
    let mut edges: Vec<CivilTime> =
        known.delegation.delegates.iter().flat_map(|row| row.from.into_iter().chain(row.until)).collect();
    edges.sort_unstable();
    let stroke = Stroke::new(2.0, cx.theme.accent);
    let there = |from: Option<CivilTime>| {
        let all = known.delegation.delegates.iter();
        all.filter(|row| match from {
            Some(at) => row.from.is_none_or(|from| from <= at) && row.until.is_none_or(|until| until > at),
            None => row.from.is_none(),
        })
        .count()
    };
    let (mut x, mut now) = (layout.whole.left() + NAMES, there(None));
    let say = |x: f32, count: usize| {
        let words = cx.texts.text_with("delegation-there", &[("count", Value::from(count))]);
        let galley = painter.layout_no_wrap(words, Type::Cap.font(), cx.theme.accent);
        let rect = Align2::LEFT_BOTTOM.anchor_size(pos2(x + 6.0, y(count) - 2.0), galley.size());
        painter.rect_filled(rect.expand2(vec2(2.0, 0.0)), 2.0, cx.theme.panel);
        painter.galley(rect.min, galley, cx.theme.accent);
    };
    say(x, now);
    for &edge in &edges {
        let (next, then) = (layout.x(known, edge), there(Some(edge)));
        painter.hline(Rangef::new(x, next), y(now), stroke);
        painter.vline(next, Rangef::new(y(now.max(then)), y(now.min(then))), stroke);
        if then != now {
            say(next, then);
        }
        (x, now) = (next, then);
    }
    painter.hline(Rangef::new(x, layout.right()), y(now), stroke);
}

fn paragraph(ui: &Ui, rect: Rect, words: &str, cx: &ViewContext<'_>) {
    let painter = ui.painter_at(rect);
    let galley = painter.layout(words.to_owned(), Type::Small.font(), cx.theme.text, rect.width());
    painter.galley(rect.min, galley, cx.theme.text);
}

/// Where a delegate is not there.
fn presence_ui(ui: &Ui, cx: &ViewContext<'_>, known: &Known, (layout, place, band): (&Layout, usize, Rect)) {
    let Some(row) = known.delegation.delegates.get(place) else { return };
    let left = layout.whole.left() + NAMES;
    let stretches = [
        (row.from, row.from.map(|from| (left, layout.x(known, from))), "delegation-not-before"),
        (row.until, row.until.map(|until| (layout.x(known, until), layout.right())), "delegation-left"),
    ];
    for (time, stretch, words) in stretches {
        let (Some(time), Some((from, to))) = (time, stretch) else { continue };
        let rect = Rect::from_x_y_ranges(from..=to, band.y_range()).shrink2(vec2(0.0, 1.0));
        hatch(ui, rect, cx.theme.shade);
        let when = dates::moment_text(cx.texts, time);
        let words = match words {
            "delegation-left" => cx.texts.text_with("delegation-left", &[("when", Value::from(&when))]),
            _ => cx.texts.text_with("delegation-not-before", &[("when", Value::from(&when))]),
        };
        let galley = elided(ui, small(&words, cx.theme.text_2), rect.width() - 24.0);
        if rect.width() > 60.0 {
            let at = pos2(rect.left() + 12.0, rect.center().y - galley.size().y / 2.0);
            let back = Rect::from_min_size(at, galley.size()).expand2(vec2(4.0, 1.0));
            ui.painter().rect_filled(back, 3.0, cx.theme.panel);
            ui.painter().galley(at, galley, cx.theme.text_2);
        }
    }
}

/// Stripes that rise to the right.
fn hatch(ui: &Ui, rect: Rect, color: Color32) {
    let painter = ui.painter_at(rect);
    let mut x = rect.left() - rect.height();
    while x < rect.right() {
        painter.line_segment([pos2(x, rect.bottom()), pos2(x + rect.height(), rect.top())], Stroke::new(3.0, color));
        x += 12.0;
    }
}

/// Who it is, what they are, how much they attend.
fn name_ui(ui: &Ui, cx: &ViewContext<'_>, known: &Known, (place, band): (usize, Rect)) -> Option<Asked> {
    let name = known.delegate_name(cx, place);
    let own: Vec<i32> = known.attendance.of_delegate(place).map(|sitting| sitting.span.mins()).collect();
    let length = clock(own.iter().sum());
    let values = [("count", Value::from(own.len())), ("length", Value::from(&length))];
    let sum = cx.texts.text_with("delegation-sum", &values);
    let rect = Rect::from_min_size(band.min + vec2(12.0, 6.0), vec2(NAMES - 18.0, 18.0));
    let row = known.delegation.delegates.get(place)?;
    let mut asked = None;
    if !known.is_small() {
        let target = Rect::from_min_max(band.min, pos2(band.left() + NAMES - 2.0, band.bottom()));
        let id = Id::unique(("delegate", row.id.to_string()));
        let response = ui.interact(target.intersect(ui.clip_rect()), id, Sense::CLICK);
        let spoken = format!("{name}, {sum}");
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
        let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(cx.text("delegation-open-tip"));
        asked = response.clicked().then_some(Asked::Open(row.id));
    }
    let painter = ui.painter_at(band);
    text(ui, &painter, rect, egui::RichText::new(&name).font(Type::Strong.font()).color(cx.theme.text));
    let mut below = rect.translate(vec2(0.0, 18.0));
    if row.person.is_some() && !row.function.is_empty() {
        text(ui, &painter, below, small(&row.function, cx.theme.text_2));
        below = below.translate(vec2(0.0, 17.0));
    }
    text(ui, &painter, below, small(&sum, cx.theme.text_2));
    asked
}

fn missed_name_ui(ui: &Ui, cx: &ViewContext<'_>, known: &Known, band: Rect) {
    let missed = known.attendance.missed().count();
    let length = clock(known.attendance.missed_mins());
    let values = [("count", Value::from(missed)), ("length", Value::from(&length))];
    let rect = Rect::from_min_size(band.min + vec2(12.0, 6.0), vec2(NAMES - 18.0, 18.0));
    let painter = ui.painter_at(band);
    let color = if missed == 0 { cx.theme.text } else { cx.theme.error };
    text(
        ui,
        &painter,
        rect,
        egui::RichText::new(cx.text("delegation-must-miss")).font(Type::Strong.font()).color(color),
    );
    let sum = cx.texts.text_with("delegation-sum", &values);
    text(ui, &painter, rect.translate(vec2(0.0, 18.0)), small(&sum, cx.theme.text_2));
}

/// `13:45`
pub fn clock(mins: i32) -> String {
    format!("{}:{:02}", mins / 60, mins % 60)
}

/// How long each day is.
fn loads_ui(ui: &Ui, cx: &ViewContext<'_>, known: &Known, (layout, place, band): (&Layout, usize, Rect)) {
    let painter = ui.painter_at(band);
    for (&mins, column) in known.loads[place].iter().zip(&layout.columns) {
        // In narrow columns one would lie on another.
        if mins > 0 && column.span() > 34.0 {
            let color = if mins >= LONG_DAY { cx.theme.warning } else { cx.theme.text_2 };
            let at = pos2(column.center(), band.bottom() - 6.0);
            let font = if mins >= LONG_DAY { Type::Strong.font() } else { Type::Small.font() };
            painter.text(at, Align2::CENTER_BOTTOM, clock(mins), font, color);
        }
    }
}

/// The meetings of a lane.
fn bars_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    known: &Known,
    (layout, marks, sought): (&Layout, &Marks, Option<SessionId>),
    (lane, band): (usize, Rect),
) -> Option<Asked> {
    let mut asked = None;
    let sight = ui.clip_rect();
    let mut written = f32::MIN;
    for &at in &known.lanes[lane] {
        let sitting = &known.attendance.sittings[at];
        let (from, to) = (layout.x(known, sitting.span.start), layout.x(known, sitting.span.end));
        let rect = Rect::from_x_y_ranges(from..=to.max(from + 4.0), band.y_range());
        if sought == Some(sitting.session) {
            ui.scroll_to_rect(rect, None);
        }
        if !sight.intersects(rect) {
            continue;
        }
        let Some(session) = cx.plan.sessions().get(sitting.session) else { continue };
        let id = Id::unique(("delegation bar", sitting.session.to_string()));
        // Thin ones are taken hold of as easily as others.
        let target = rect.expand2(vec2(((24.0 - rect.width()) / 2.0).max(0.0), 0.0)).intersect(sight);
        let response = ui.interact(target, id, Sense::CLICK | Sense::DRAG);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, known.spoken(cx, at)));
        bar_ui(ui, cx, known, (at, rect), marks);
        // A name that would lie on another one is left out: the table below has it.
        if lane + 1 == known.lanes.len() && rect.left() > written {
            let below = Rect::from_min_size(pos2(rect.left() - 2.0, band.bottom() + 1.0), vec2(72.0, 16.0));
            let wide =
                text(ui, &ui.painter_at(below.intersect(sight)), below, small(&name_of(cx, session), cx.theme.text_2));
            written = below.left() + wide + 6.0;
        }
        if response.clicked() {
            asked = Some(Asked::Choose(sitting.session));
        }
        if response.drag_started() && !known.is_small() {
            asked = Some(Asked::Drag(sitting.session));
        }
        if marks.dragged.is_none() {
            session_tip(&response, cx, session);
        }
    }
    asked
}

fn name_of(cx: &ViewContext<'_>, session: &crate::model::Session) -> String {
    let codes = cx.body_codes(session);
    if codes.is_empty() { cx.session_title(session).to_owned() } else { codes }
}

fn bar_ui(ui: &Ui, cx: &ViewContext<'_>, known: &Known, (at, rect): (usize, Rect), marks: &Marks) {
    let (painter, theme) = (ui.painter(), cx.theme);
    let sitting = &known.attendance.sittings[at];
    let session = cx.plan.sessions().get(sitting.session);
    let colors = session.map_or_else(|| cx.kind_colors(SessionKind::Other), |row| cx.session_colors(row));
    let rounding = f32::from(radius::MARK);
    let is_dragged = marks.dragged == Some(sitting.session);
    let fill = if sitting.is_of_interest { colors.bar } else { colors.fill };
    let is_wrong = sitting.attended.is_none();
    let edge = if is_wrong { theme.error } else { colors.bar };
    if is_dragged {
        painter.rect_stroke(rect, rounding, Stroke::new(1.0, theme.text_3), StrokeKind::Inside);
    } else {
        painter.rect_filled(rect, rounding, fill);
        painter.rect_stroke(rect, rounding, Stroke::new(if is_wrong { 1.5 } else { 1.0 }, edge), StrokeKind::Inside);
    }
    if sitting.in_vain.is_some() || sitting.attended.is_some_and(|(_, by_hand)| by_hand) {
        let center = pos2(rect.center().x, rect.center().y);
        painter.circle(center, 9.0, theme.panel, Stroke::new(1.0, theme.accent_line));
        painter.text(center, Align2::CENTER_CENTER, icons::HAND, Type::Small.font(), theme.accent);
    }
    if marks.cursor.0 == Some(sitting.session) {
        let color = if marks.cursor.1 { theme.focus } else { theme.accent_line };
        painter.rect_stroke(rect.expand(3.0), rounding + 2.0, Stroke::new(2.0, color), StrokeKind::Inside);
    }
}

/// While a meeting is dragged: the lane below the pointer, and where it is let go of.
fn drop_ui(ui: &Ui, cx: &ViewContext<'_>, known: &Known, (layout, marks): (&Layout, &Marks)) -> Option<Asked> {
    let session = marks.dragged?;
    let pointer = ui.input(|input| input.pointer.latest_pos());
    let top = layout.whole.top() + HEAD + CURVE;
    let count = known.delegation.delegates.len();
    let lane = pointer
        .filter(|pos| layout.whole.contains(*pos) && pos.y >= top)
        .map(|pos| (((pos.y - top) / layout.lane).floor().max(0.0) as usize).min(count));
    if !ui.input(|input| input.pointer.primary_down()) {
        return Some(Asked::Drop(lane.filter(|&lane| lane < count)));
    }
    let (Some(pos), Some(at)) = (pointer, known.place_of(session)) else { return None };
    if let Some(lane) = lane.filter(|&lane| lane < count) {
        let band = layout.band(top + layout.lane * lane as f32, layout.lane);
        ui.painter().rect_stroke(band.shrink(1.0), 0.0, Stroke::new(2.0, cx.theme.accent), StrokeKind::Inside);
    }
    let to = match lane.filter(|&lane| lane < count) {
        Some(lane) => known.delegate_name(cx, lane),
        None => cx.text("delegation-by-program").to_owned(),
    };
    let mut words = format!("{} {} {to}", known.names[at], icons::ARROW_RIGHT);
    if let Some(price) = lane.filter(|&lane| lane < count).and_then(|lane| known.price(cx, at, lane)) {
        words = format!("{words} · {price}");
    }
    let galley = elided(ui, small(&words, cx.theme.text), 460.0);
    let card = Rect::from_min_size(pos + vec2(14.0, 14.0), galley.size() + vec2(16.0, 8.0));
    let painter = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Tooltip, Id::unique("delegation card")));
    painter.rect(
        card,
        f32::from(radius::CONTROL),
        cx.theme.raised,
        Stroke::new(1.0, cx.theme.line_strong),
        StrokeKind::Inside,
    );
    painter.galley(card.min + vec2(8.0, 4.0), galley, cx.theme.text);
    None
}
