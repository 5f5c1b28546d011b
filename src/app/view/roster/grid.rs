//! The grid: teams and parts of a day as rows, days as columns, a card for each sitting. Where nothing stands, a row is low.

use egui::{
    Align2, Color32, CursorIcon, Id, Painter, Rangef, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::app::context::ViewContext;
use crate::app::style::{Type, icons, radius};
use crate::app::widget::cells::{small, text, text_right};
use crate::model::is_weekend;
use crate::model::roster::DayPart;
use crate::texts::{Value, dates, tid};

use super::carried::{Aim, Carried};
use super::known::{self, Card, Known, Row};

/// How high the head of the days is, a row with cards, and one without, in points.
pub const HEAD: f32 = 36.0;
const TALL: f32 = 40.0;
const LOW: f32 = 22.0;
/// How wide the names of teams and parts are; and a day without meetings.
const NAMES: f32 = 132.0;
const IDLE: f32 = 34.0;

/// What keys act on, and what is on its way.
pub struct Marks<'a> {
    /// The cell with the cursor, and whether the grid has the keyboard.
    pub cursor: (Option<(Row, usize)>, bool),
    /// What is carried.
    pub carried: Option<&'a Carried>,
    /// The cell to bring into sight.
    pub sought: Option<Row>,
}

/// What somebody does with a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Puts the cursor there.
    Choose(Row, usize),
    /// Takes hold of the sitting there.
    Take(Row, usize),
    /// Opens a team in the inspector.
    Team(usize),
}

/// Where everything stands.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The names of rows.
    pub names: Rangef,
    /// The days.
    pub columns: Vec<Rangef>,
    /// The rows as they were drawn, cut to what is in sight.
    pub rows: Vec<(Row, Rangef)>,
}

impl Layout {
    /// The columns of days within a width.
    #[must_use]
    pub fn new(known: &Known, whole: Rect) -> Self {
        let is_idle = |at: usize| known.needed[at].iter().all(|&count| count == 0);
        let idle = (0..known.days.len()).filter(|&at| is_idle(at)).count();
        let left = whole.left() + NAMES;
        let (room, others) = ((whole.right() - left).max(0.0), (known.days.len() - idle).max(1) as f32);
        let low = IDLE.min(0.6 * room / (others + idle as f32));
        // A day alone need not fill the screen.
        let wide = ((room - low * idle as f32) / others).min(260.0);
        let mut x = left;
        let columns = (0..known.days.len()).map(|at| {
            let from = x;
            x += if is_idle(at) { low } else { wide };
            Rangef::new(from.round(), x.round())
        });
        Self { names: Rangef::new(whole.left(), left), columns: columns.collect(), rows: Vec::new() }
    }

    /// The cell at a place.
    #[must_use]
    pub fn cell_at(&self, pos: egui::Pos2) -> Option<(Row, usize)> {
        let day = self.columns.iter().position(|column| column.contains(pos.x))?;
        let (row, _) = self.rows.iter().find(|(_, range)| range.contains(pos.y))?;
        Some((*row, day))
    }

    /// Where the grid ends at the right.
    fn right(&self) -> f32 {
        self.columns.last().map_or(self.names.max, |last| last.max)
    }
}

/// How high a row is.
fn height(known: &Known, row: Row) -> f32 {
    let has_card = |day: usize| known.sitting(row, day).is_some();
    let is_gap = matches!(row, Row::Gap(_));
    if is_gap || (0..known.days.len()).any(has_card) { TALL } else { LOW }
}

/// How high all rows of teams are, and those without a team.
#[must_use]
pub fn heights(known: &Known) -> (f32, f32) {
    let of = |teams: bool| {
        let rows = known.rows.iter().filter(|row| row.team().is_some() == teams);
        rows.map(|&row| height(known, row)).sum()
    };
    (of(true), of(false))
}

/// The days above the grid.
pub fn head_ui(ui: &Ui, cx: &ViewContext<'_>, (layout, known): (&Layout, &Known), rect: Rect) {
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, cx.theme.ground);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, (1.0, cx.theme.line_strong));
    for (day, column) in known.days.iter().zip(&layout.columns) {
        let middle = column.center();
        let (week_day, number) = (dates::weekday_short(cx.texts, *day), day.format("%-d"));
        let place = |y: f32| pos2(middle, rect.top() + y);
        if column.span() > 30.0 {
            painter.text(place(4.0), Align2::CENTER_TOP, week_day, Type::Cap.font(), cx.theme.text_2);
        }
        painter.text(place(17.0), Align2::CENTER_TOP, number, Type::Bar.font(), cx.theme.text);
        painter.vline(column.min - 0.5, rect.y_range(), (1.0, cx.theme.line));
    }
}

/// Draws the rows of teams, which scroll where they are higher than `rect`, or those without a team.
pub fn rows_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (layout, known): (&mut Layout, &Known),
    marks: &Marks<'_>,
    (rect, of_teams): (Rect, bool),
) -> Option<Asked> {
    let mut asked = None;
    let name = if of_teams { "roster teams" } else { "roster gaps" };
    let mut child = ui.new_child(UiBuilder::new().id_salt(name).max_rect(rect));
    child.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().id_salt(name).auto_shrink(false).show(&mut child, |ui| {
        let rows: Vec<Row> = known.rows.iter().copied().filter(|row| row.team().is_some() == of_teams).collect();
        let high = rows.iter().map(|&row| height(known, row)).sum();
        let (area, _) = ui.allocate_exact_size(vec2(rect.width(), high), Sense::HOVER);
        let mut y = area.top();
        let sight = ui.clip_rect().intersect(rect);
        for &row in &rows {
            let band = Rangef::new(y, y + height(known, row));
            y = band.max;
            if marks.sought == Some(row) {
                ui.scroll_to_rect(Rect::from_x_y_ranges(rect.x_range(), band), None);
            }
            let seen = band.intersection(sight.y_range());
            if seen.span() <= 0.0 {
                continue;
            }
            layout.rows.push((row, seen));
            asked = row_ui(ui, cx, (layout, known), marks, (row, band)).or(asked.take());
        }
        if of_teams {
            asked = names_ui(ui, cx, (layout, known), area).or(asked.take());
        } else {
            gap_names_ui(ui, cx, (layout, known), area);
        }
    });
    asked
}

fn row_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    (layout, known): (&Layout, &Known),
    marks: &Marks<'_>,
    (row, band): (Row, Rangef),
) -> Option<Asked> {
    let mut asked = None;
    let painter = ui.painter();
    let is_last = matches!(row, Row::Team(_, DayPart::Evening)) || known.rows.last() == Some(&row);
    let line = if is_last { cx.theme.line_strong } else { cx.theme.line };
    for (day, column) in layout.columns.iter().enumerate() {
        let cell = Rect::from_x_y_ranges(*column, band);
        if is_weekend(known.days[day]) {
            painter.rect_filled(cell, 0.0, cx.theme.band);
        }
        painter.vline(column.min - 0.5, band, (1.0, cx.theme.line));
        target_ui(ui, cx, known, marks, (row, day, cell));
        if let Some(sitting) = known.sitting(row, day) {
            let response = card_ui(ui, cx, known, (sitting, row, cell), marks.carried);
            if response.clicked() {
                asked = Some(Asked::Choose(row, day));
            }
            if response.drag_started() {
                asked = Some(Asked::Take(row, day));
            }
        }
        if marks.cursor.0 == Some((row, day)) {
            let color = if marks.cursor.1 { cx.theme.focus } else { cx.theme.accent_line };
            painter.rect_stroke(cell.shrink(1.0), f32::from(radius::BAR), Stroke::new(2.0, color), StrokeKind::Inside);
        }
    }
    let from = match (is_last, row) {
        (true, _) => layout.names.min,
        (false, Row::Team(..)) => layout.names.min + NAMES / 2.0,
        (false, Row::Gap(_)) => layout.names.max,
    };
    painter.hline(Rangef::new(from, layout.right()), band.max - 0.5, (1.0, line));
    asked
}

/// What a cell says to what is carried: that it fits, or the figure that speaks against it.
fn target_ui(ui: &Ui, cx: &ViewContext<'_>, known: &Known, marks: &Marks<'_>, (row, day, cell): (Row, usize, Rect)) {
    let Some(carried) = marks.carried.filter(|carried| carried.may_stand(row, day)) else { return };
    let theme = cx.theme;
    let painter = ui.painter_at(cell);
    let rect = cell.shrink2(vec2(2.0, 2.0));
    let (words, color, fill) = match row.team() {
        Some(team) if carried.from == Some(team) => {
            (cx.text("place-from-here").to_owned(), theme.text_2, Color32::TRANSPARENT)
        }
        Some(team) => match &carried.fits[team] {
            Ok(load) => {
                let most = known.roster.limits.sittings_a_week;
                let values = [("count", Value::from(load.sittings)), ("most", Value::from(most))];
                (cx.texts.text_with("roster-fits", &values), theme.ok, theme.ok_soft)
            }
            Err(against) => {
                hatch(&painter, rect, theme.error_soft);
                (known::figure(cx, &known.roster.limits, against), theme.error, Color32::TRANSPARENT)
            }
        },
        None => return,
    };
    let is_aimed = carried.target == Aim::At(row.team());
    painter.rect_filled(rect, f32::from(radius::BAR), fill);
    let width = if is_aimed { 2.0 } else { 1.0 };
    painter.rect_stroke(rect, f32::from(radius::BAR), Stroke::new(width, color), StrokeKind::Inside);
    if known.sitting(row, day).is_none() {
        text_in_middle(ui, &painter, rect, (&words, color));
    }
}

fn text_in_middle(ui: &Ui, painter: &Painter, rect: Rect, (words, color): (&str, Color32)) {
    let galley = crate::app::paint::text::elided(ui, small(words, color), rect.width() - 8.0);
    let at = Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size()).min;
    painter.galley(at.round(), galley, color);
}

/// Stripes that rise to the right.
fn hatch(painter: &Painter, rect: Rect, color: Color32) {
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let mut x = rect.left() - rect.height();
    while x < rect.right() {
        painter.line_segment([pos2(x, rect.bottom()), pos2(x + rect.height(), rect.top())], Stroke::new(4.0, color));
        x += 10.0;
    }
}

/// One sitting.
fn card_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    known: &Known,
    (sitting, row, cell): (usize, Row, Rect),
    carried: Option<&Carried>,
) -> Response {
    let theme = cx.theme;
    let (card, first) = (&known.cards[sitting], known.roster.sittings[sitting].meetings.first());
    let id =
        Id::unique(("roster card", row.team(), first.map(|&at| known.roster.meetings[at].session.as_str().to_owned())));
    let response = ui.interact(cell.intersect(ui.clip_rect()), id, Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &card.spoken));
    let rect = cell.shrink2(vec2(2.0, 2.0));
    let session = first.and_then(|&at| cx.plan.sessions().get(known.roster.meetings[at].session));
    let colors = session.map_or_else(|| cx.kind_colors(crate::model::SessionKind::Other), |row| cx.session_colors(row));
    let painter = ui.painter_at(rect.expand(1.0));
    let is_away = carried.is_some_and(|carried| carried.sitting == sitting && !carried.by_keys);
    let rounding = f32::from(radius::BAR);
    if is_away {
        painter.rect_stroke(rect, rounding, Stroke::new(1.0, theme.text_3), StrokeKind::Inside);
        text_in_middle(ui, &painter, rect, (cx.text("place-from-here"), theme.text_2));
        return response;
    }
    painter.rect_filled(rect, rounding, colors.fill);
    painter.rect_filled(rect.with_max_x(rect.left() + 3.0), rounding, colors.bar);
    let edge = match (row.team(), response.hovered()) {
        (None, _) if !known.roster.teams.is_empty() => theme.error,
        (_, true) => colors.bar,
        (_, false) => colors.bar.gamma_multiply(0.35),
    };
    painter.rect_stroke(rect, rounding, Stroke::new(1.0, edge), StrokeKind::Inside);
    let inner = Rect::from_min_max(rect.min + vec2(7.0, 1.0), rect.max - vec2(4.0, 1.0));
    words_ui(ui, cx, known, (card, inner), (colors.text, colors.weak_text));
    response.on_hover_cursor(CursorIcon::Grab).on_hover_text(&card.spoken)
}

/// What is written on a card: as much as there is room for, and first of all what is wrong with it.
fn words_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    known: &Known,
    (card, rect): (&Card, Rect),
    (color, weak): (Color32, Color32),
) {
    let painter = ui.painter_at(rect);
    let (upper, lower) = rect.split_top_bottom_at_fraction(0.5);
    let width = |words: &str, kind: Type| painter.layout_no_wrap(words.to_owned(), kind.font(), color).size().x;
    let broken = card.against.first().map(|against| known::figure(cx, &known.roster.limits, against));
    let sign =
        if broken.is_some() { text_right(ui, &painter, upper, small(icons::CIRCLE_X, cx.theme.error)) } else { 0.0 };
    let titles = upper.with_max_x(upper.right() - sign);
    let title = if width(&card.name, Type::Bar) <= titles.width() { &card.name } else { &card.title };
    text(ui, &painter, titles, egui::RichText::new(title).font(Type::Bar.font()).color(color));
    let mut room = lower;
    if let Some(figure) = broken {
        room.max.x -= text_right(ui, &painter, lower, small(&figure, cx.theme.error)) + 6.0;
    }
    let hours = [card.hours.as_str(), card.hours.split('–').next().unwrap_or_default()];
    if let Some(words) = hours.into_iter().find(|words| width(words, Type::Meta) <= room.width()) {
        text(ui, &painter, room, egui::RichText::new(words).font(Type::Meta.font()).color(weak));
    }
}

/// The id of what a part of the day is called.
#[must_use]
pub fn part_name(part: DayPart) -> &'static str {
    match part {
        DayPart::Early => tid("roster-early"),
        DayPart::Forenoon => tid("roster-forenoon"),
        DayPart::Afternoon => tid("roster-afternoon"),
        DayPart::Evening => tid("roster-evening"),
    }
}

/// The names of teams and of the parts of the day.
fn names_ui(ui: &Ui, cx: &ViewContext<'_>, (layout, known): (&Layout, &Known), area: Rect) -> Option<Asked> {
    let mut asked = None;
    let mut y = area.top();
    for (at, team) in known.roster.teams.iter().enumerate() {
        let top = y;
        for part in DayPart::ALL {
            let band = Rangef::new(y, y + height(known, Row::Team(at, part)));
            let rect = Rect::from_x_y_ranges(Rangef::new(layout.names.min + 46.0, layout.names.max - 6.0), band);
            text_right(ui, &ui.painter_at(rect), rect, small(cx.text(part_name(part)), cx.theme.text_3));
            y = band.max;
        }
        let name = Rect::from_min_size(pos2(layout.names.min + 12.0, top + 2.0), vec2(NAMES - 66.0, 18.0));
        let title = cx.title(&team.title);
        let size = cx.texts.text_with("roster-interpreters", &[("count", Value::from(usize::from(team.size)))]);
        let response = ui.interact(name, Id::unique(("roster team", team.id.as_str().to_owned())), Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{title}, {size}")));
        if response.clicked() {
            asked = Some(Asked::Team(at));
        }
        let strong = egui::RichText::new(title).font(Type::Head.font()).color(cx.theme.text);
        text(ui, &ui.painter_at(name), name, strong);
        let below = name.translate(vec2(0.0, 19.0));
        let count = if team.size > 0 { format!("{} {}", icons::USERS, team.size) } else { String::new() };
        text(ui, &ui.painter_at(below), below, small(&count, cx.theme.text_2));
        response.on_hover_text(format!("{size}\n{}", cx.text("roster-team-tip")));
    }
    asked
}

fn gap_names_ui(ui: &Ui, cx: &ViewContext<'_>, (layout, known): (&Layout, &Known), area: Rect) {
    let gaps = known.roster.gaps().count();
    let color = if gaps > 0 && !known.roster.teams.is_empty() { cx.theme.error } else { cx.theme.text };
    let name = Rect::from_min_size(pos2(layout.names.min + 12.0, area.top() + 2.0), vec2(NAMES - 16.0, 18.0));
    let strong = egui::RichText::new(cx.text("roster-without")).font(Type::Head.font()).color(color);
    text(ui, &ui.painter_at(name), name, strong);
    let values = [("count", Value::from(gaps)), ("all", Value::from(known.roster.sittings.len()))];
    let words = cx.texts.text_with("roster-of-sittings", &values);
    let below = name.translate(vec2(0.0, 17.0));
    text(ui, &ui.painter_at(below), below, small(&words, cx.theme.text_2));
}
