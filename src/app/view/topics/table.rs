//! The matrix as it is drawn.

use std::collections::BTreeSet;

use egui::{
    Color32, Id, Painter, Rangef, Rect, RichText, Role, ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use crate::app::context::ViewContext;
use crate::app::paint::text::{tip, wrapped};
use crate::app::style::{Type, icons, radius};
use crate::app::widget::cells::{row_fill, small, text, text_right, tick_ui};
use crate::app::widget::topics::{bodies, facilitator, mins_text, state_sign, whole_mins_text};
use crate::look::Hue;
use crate::model::coverage::Cover;
use crate::model::{RowId, SessionKind, Topic, TopicId, TopicKind};
use crate::texts::{Value, names, tid};

use super::columns::{Cell, Column, ColumnOf};
use super::known::{Group, Known, Row};
use super::layout::{HEAD, Layout};

/// What keys act on, and what is ticked.
pub struct Marks<'a> {
    /// The topics that are ticked.
    pub ticked: &'a BTreeSet<TopicId>,
    /// The cell with the cursor, and whether the matrix has the keyboard.
    pub cursor: (Option<(TopicId, usize)>, bool),
    /// The group that is looked at.
    pub group: Option<&'a str>,
    /// The row to bring into sight.
    pub sought: Option<usize>,
}

/// What somebody asks for. Columns count from the topic itself on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Puts the cursor there.
    Choose(usize, usize),
    /// Puts it there and does what the cell is for.
    Enter(usize, usize),
    /// Ticks a topic, or takes its tick away.
    Tick(usize),
    /// Ticks all that show, or none.
    TickAll,
    /// Looks at a group.
    Group(usize),
}

/// Draws it.
pub fn ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (layout, known): (&Layout, &Known),
    marks: &Marks<'_>,
    rect: Rect,
) -> Option<Asked> {
    let mut asked = head_ui(ui, cx, (layout, known), (rect.with_max_y(rect.top() + HEAD), marks));
    let body = rect.with_min_y(rect.top() + HEAD);
    let mut child = ui.new_child(UiBuilder::new().id_salt("topics rows").max_rect(body));
    child.spacing_mut().item_spacing.y = 0.0;
    child.spacing_mut().scroll.fade.strength = 0.0;
    ScrollArea::vertical().id_salt("topics").auto_shrink(false).show(&mut child, |ui| {
        let high = layout.row * known.rows.len() as f32;
        let (area, _) = ui.allocate_exact_size(vec2(rect.width(), high), Sense::HOVER);
        let row_rect = |at: usize| {
            let top = area.top() + layout.row * at as f32;
            Rect::from_x_y_ranges(rect.x_range(), top..=top + layout.row)
        };
        if let Some(at) = marks.sought {
            ui.scroll_to_rect(row_rect(at), None);
        }
        let sight = ui.clip_rect().intersect(body);
        let seen = |at: &usize| row_rect(*at).intersects(sight);
        let first = ((sight.top() - area.top()) / layout.row).floor().max(0.0) as usize;
        let last = ((sight.bottom() - area.top()) / layout.row).ceil().max(0.0) as usize;
        for at in (first..last.min(known.rows.len())).filter(seen) {
            asked = row_ui(ui, cx, (layout, known), marks, (at, row_rect(at))).or(asked);
        }
        for (at, group) in known.groups.iter().enumerate() {
            let whole = row_rect(group.rows.start).union(row_rect(group.rows.end - 1));
            if whole.intersects(sight) {
                gaps_ui(ui, cx, (layout, known), (group, &row_rect));
                asked = group_ui(ui, cx, (layout, group), (at, whole, marks.group)).or(asked);
            }
        }
        for at in first..last.min(known.rows.len()) {
            asked = cells_ui(ui, cx, (layout, known), marks, (at, row_rect(at))).or(asked);
        }
    });
    asked
}

fn at_x(rect: Rect, range: Rangef) -> Rect {
    Rect::from_x_y_ranges(range, rect.y_range())
}

/// With a little room at its left and right.
fn inside(rect: Rect, range: Rangef) -> Rect {
    at_x(rect, range).shrink2(vec2(6.0_f32.min(range.span() / 4.0), 0.0))
}

fn head_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    (layout, known): (&Layout, &Known),
    (rect, marks): (Rect, &Marks<'_>),
) -> Option<Asked> {
    let theme = cx.theme;
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, theme.ground);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, (1.0, theme.line_strong));
    let names = [
        (layout.group, tid("topics-group")),
        (layout.code, tid("row-topic")),
        (layout.kind, tid("inspector-kind")),
        (layout.state, tid("topic-state")),
        (layout.facilitator, tid("topic-facilitator")),
        (layout.votes, tid("topics-for-amends")),
    ];
    for (range, id) in names {
        text(ui, &painter, inside(rect, range), small(cx.text(id), theme.text_2));
    }
    let (upper, lower) = rect.split_top_bottom_at_fraction(0.5);
    for &(at, range) in &layout.blocks {
        let block = &known.blocks[at];
        painter.vline(range.min - 0.5, rect.y_range(), (1.0, theme.line_strong));
        let strong = RichText::new(&block.name).font(Type::Small.font()).color(theme.text);
        text(ui, &painter, inside(upper, range), strong);
    }
    painter.vline(layout.state.min - 0.5, rect.y_range(), (1.0, theme.line_strong));
    for &(at, range) in &layout.columns {
        let column = &known.columns[at];
        let place = at_x(lower, range).shrink2(vec2(1.0, 0.0));
        let words = crate::app::paint::text::elided(ui, small(&column.head, theme.text_2), place.width());
        let left = (place.center().x - words.size().x / 2.0).max(place.left());
        painter.galley(pos2(left, place.center().y - words.size().y / 2.0).round(), words, theme.text_2);
        let response = ui.interact(at_x(lower, range), Id::unique(("topics column", at)), Sense::HOVER);
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &column.tip));
        tip(response, &column.tip);
    }
    let all = known.rows.iter().all(|row| marks.ticked.contains(&row.topic));
    let words = cx.text("topics-tick-all");
    tick_ui(ui, cx, (at_x(rect, layout.tick), Id::unique("topics tick all")), (all, true), words)
        .clicked()
        .then_some(Asked::TickAll)
}

/// What is said of a topic at the left and at the right of the columns.
fn row_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    (layout, known): (&Layout, &Known),
    marks: &Marks<'_>,
    (at, rect): (usize, Rect),
) -> Option<Asked> {
    let row = &known.rows[at];
    let topic = cx.plan.topics().get(row.topic)?;
    let theme = cx.theme;
    let response = ui.interact(rect, Id::unique(("topic row", row.topic.as_str())), Sense::CLICK);
    let is_selected = cx.selection.focus == Some(RowId::Topic(row.topic));
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_selected, &row.spoken));
    let in_group = marks.group.is_some_and(|name| known.group_of(at).is_some_and(|at| known.groups[at].name == name));
    let is_chosen = in_group || (is_selected && marks.group.is_none());
    let is_ticked = marks.ticked.contains(&row.topic);
    let painter = ui.painter();
    painter.rect_filled(rect, 0.0, row_fill(cx, (is_chosen || is_ticked, response.hovered()), theme.panel));
    painter.hline(layout.code.min..=rect.right(), rect.bottom() - 0.5, (1.0, theme.line));
    let code = RichText::new(&row.code).font(Type::Strong.font()).color(theme.text);
    text(ui, painter, at_x(rect, layout.code).with_min_x(layout.code.min + 6.0), code);
    let mut title = inside(rect, layout.title);
    if row.lacks_region {
        let used = text_right(ui, painter, title, small(icons::WARNING, theme.warning_mark));
        title.max.x -= used + 4.0;
    }
    if !topic.code.is_empty() {
        let words = RichText::new(cx.title(&topic.title)).font(Type::Body.font()).color(theme.text);
        text(ui, painter, title, words);
    }
    let (kind, color) = match topic.kind {
        TopicKind::Priority => (tid("topics-priority"), theme.warning),
        TopicKind::Initiative => (tid("topics-initiative"), theme.text_2),
        TopicKind::AgendaItem => (tid("topics-other"), theme.text_2),
    };
    text(ui, painter, inside(rect, layout.kind), small(cx.text(kind), color));
    right_ui(ui, cx, (layout, topic), rect);
    let words = cx.texts.text_with("topics-tick", &[("topic", Value::from(&row.code))]);
    let is_near = response.hovered() || is_selected || !marks.ticked.is_empty();
    let place = (at_x(rect, layout.tick), Id::unique(("topic tick", row.topic.as_str())));
    let tick = tick_ui(ui, cx, place, (is_ticked, is_near), &words);
    if marks.cursor.0 == Some((row.topic, 0)) {
        let own = Rect::from_x_y_ranges(layout.code.min..=layout.kind.max, rect.y_range());
        cursor_ui(painter, cx, own, marks.cursor.1);
    }
    let clicked = response.clicked().then_some(Asked::Choose(at, 0));
    let twice = response.double_clicked().then_some(Asked::Enter(at, 0));
    tip(response, &tip_of(cx, topic, row));
    tick.clicked().then_some(Asked::Tick(at)).or(twice).or(clicked)
}

/// The whole title, and what else there is no room for.
fn tip_of(cx: &ViewContext<'_>, topic: &Topic, row: &Row) -> String {
    let mut lines = vec![format!("{} {}", topic.code, cx.title(&topic.title)).trim().to_owned()];
    let said = [
        (tid("topic-facilitator"), facilitator(cx, topic)),
        (tid("topic-supported-by"), bodies(cx, &topic.supported_by)),
        (tid("topic-amended-by"), bodies(cx, &topic.amended_by)),
        (tid("topic-opposed-by"), bodies(cx, &topic.opposed_by)),
    ];
    lines.extend(said.iter().filter(|(_, text)| !text.is_empty()).map(|(id, text)| format!("{}: {text}", cx.text(id))));
    if topic.needs_consensus {
        lines.push(cx.text("topic-needs-consensus").to_owned());
    }
    if row.lacks_region {
        lines.push(cx.text("topics-region-missing").to_owned());
    }
    lines.join("\n")
}

/// How far it has come, who brings it on, who is for it and who amends.
fn right_ui(ui: &Ui, cx: &ViewContext<'_>, (layout, topic): (&Layout, &Topic), rect: Rect) {
    let (painter, theme) = (ui.painter(), cx.theme);
    if let Some(state) = topic.standing() {
        let (sign, color) = state_sign(cx, state);
        let place = inside(rect, layout.state);
        text(ui, painter, place, small(sign, color));
        let words =
            if topic.needs_consensus { format!("{} *", cx.text(names::topic_state(state))) } else { String::new() };
        let words = if words.is_empty() { cx.text(names::topic_state(state)) } else { &words };
        text(ui, painter, place.with_min_x(place.left() + 18.0), small(words, color));
    }
    let who = facilitator(cx, topic);
    let (who, color) =
        if who.is_empty() { (cx.text("topics-to-be-named"), theme.text_3) } else { (who.as_str(), theme.text) };
    text(ui, painter, inside(rect, layout.facilitator), small(who, color));
    let votes = inside(rect, layout.votes);
    let mut x = votes.left();
    for (count, sign, color) in [
        (topic.supported_by.len(), "", theme.text_2),
        (topic.amended_by.len(), icons::PENCIL, theme.warning),
        (topic.opposed_by.len(), icons::X, theme.error),
    ] {
        if count > 0 {
            let words = format!("{sign} {count}");
            x += text(ui, painter, votes.with_min_x(x), small(words.trim(), color)) + 8.0;
        }
    }
}

fn cursor_ui(painter: &Painter, cx: &ViewContext<'_>, rect: Rect, has_keyboard: bool) {
    let color = if has_keyboard { cx.theme.focus } else { cx.theme.accent_line };
    painter.rect_stroke(rect.shrink(1.0), f32::from(radius::BAR), Stroke::new(2.0, color), StrokeKind::Inside);
}

/// What a topic is in each column.
fn cells_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    (layout, known): (&Layout, &Known),
    marks: &Marks<'_>,
    (at, rect): (usize, Rect),
) -> Option<Asked> {
    let row = &known.rows[at];
    let painter = ui.painter();
    let mut asked = None;
    for &(_, range) in &layout.blocks {
        painter.vline(range.min - 0.5, rect.y_range(), (1.0, cx.theme.line_strong));
    }
    painter.vline(layout.state.min - 0.5, rect.y_range(), (1.0, cx.theme.line_strong));
    for &(place, range) in &layout.columns {
        let column = &known.columns[place];
        let cell = at_x(rect, range);
        let id = Id::unique(("topic cell", row.topic.as_str(), place));
        let response = ui.interact(cell, id, Sense::CLICK);
        response.widget_info(|| {
            let is_on = row.cells[place] != Cell::Absent;
            WidgetInfo::selected(Role::Cell, true, is_on, cell_words(cx, known, (at, Some(place))))
        });
        mark_ui(ui, cx, (column, row, row.cells[place]), (cell, response.hovered()));
        if marks.cursor.0 == Some((row.topic, place + 1)) {
            cursor_ui(painter, cx, cell, marks.cursor.1);
        }
        if response.clicked() {
            let is_item = column.item().is_some();
            asked = Some(if is_item { Asked::Enter(at, place + 1) } else { Asked::Choose(at, place + 1) });
        }
        if response.hovered() {
            tip(response, &cell_words(cx, known, (at, Some(place))));
        }
    }
    asked
}

/// A square for an item, a round for a session; hollow where it does not take place.
fn mark_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    (column, row, cell): (&Column, &Row, Cell),
    (rect, is_hovered): (Rect, bool),
) {
    let (painter, theme) = (ui.painter(), cx.theme);
    let color = match &column.of {
        ColumnOf::Item(_) => theme.hue(Hue::Sky).bar,
        ColumnOf::Drafting(_) => cx.kind_colors(SessionKind::Drafting).bar,
        ColumnOf::Sessions(ids) => {
            let session = ids.first().and_then(|&id| cx.plan.sessions().get(id));
            session.map_or(theme.text_2, |session| cx.session_colors(session).bar)
        }
    };
    let is_drafting = matches!(column.of, ColumnOf::Drafting(_));
    let middle = if is_drafting { pos2(rect.left() + 12.0, rect.center().y) } else { rect.center() }.round();
    let square = Rect::from_center_size(middle, vec2(10.0, 10.0));
    let hollow = Stroke::new(1.5, color);
    match (cell, column.item().is_some()) {
        (Cell::Covers, true) => drop(painter.rect_filled(square, 2.0, color)),
        (Cell::Covers, false) => drop(painter.circle_filled(middle, 5.0, color)),
        (Cell::Idle, true) => drop(painter.rect_stroke(square, 2.0, hollow, StrokeKind::Inside)),
        (Cell::Idle, false) => drop(painter.circle_stroke(middle, 4.5, hollow)),
        (Cell::Absent, true) if is_hovered => {
            painter.rect_stroke(square, 2.0, Stroke::new(1.0, theme.accent), StrokeKind::Inside);
        }
        (Cell::Absent, _) => {}
    }
    if is_drafting && cell == Cell::Covers {
        text(ui, painter, rect.with_min_x(middle.x + 9.0), small(&row.region, theme.text_2));
    }
}

/// Dashed boxes where topics of a group are missing, one for rows that follow each other.
fn gaps_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    (layout, known): (&Layout, &Known),
    (group, row_rect): (&Group, &dyn Fn(usize) -> Rect),
) {
    for &(at, range) in &layout.blocks {
        let is_meeting = known.blocks[at].is_meeting;
        let mut row = group.rows.start;
        while row < group.rows.end {
            let lacks = |row: &usize| known.rows[*row].gaps[at];
            let count = (row..group.rows.end).take_while(lacks).count();
            if count == 0 {
                row += 1;
                continue;
            }
            let whole = row_rect(row).union(row_rect(row + count - 1));
            gap_ui(ui, cx, at_x(whole, range).shrink2(vec2(3.0, 2.0)), is_meeting);
            row += count;
        }
    }
}

fn gap_ui(ui: &Ui, cx: &ViewContext<'_>, rect: Rect, is_meeting: bool) {
    let theme = cx.theme;
    let painter = ui.painter();
    painter.rect_filled(rect, f32::from(radius::BAR), theme.warning_soft);
    let edge = rect.shrink(0.5);
    let corners = [edge.left_top(), edge.right_top(), edge.right_bottom(), edge.left_bottom(), edge.left_top()];
    painter.extend(Shape::dashed_line(&corners, Stroke::new(1.0, theme.warning_mark), 4.0, 3.0));
    let words = format!("{} {}", icons::WARNING, cx.text(gap_word(is_meeting)));
    let words = crate::app::paint::text::elided(ui, small(&words, theme.warning), rect.width() - 8.0);
    let at = egui::Align2::CENTER_CENTER.anchor_size(rect.center(), words.size()).min;
    painter.galley(at.round(), words, theme.warning);
}

/// The id of what is said of a gap.
#[must_use]
pub fn gap_word(is_meeting: bool) -> &'static str {
    if is_meeting { tid("topics-no-item") } else { tid("topics-no-session") }
}

/// The name of a group over all its rows, and how much it has.
fn group_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    (layout, group): (&Layout, &Group),
    (at, whole, chosen): (usize, Rect, Option<&str>),
) -> Option<Asked> {
    let theme = cx.theme;
    let rect = at_x(whole, layout.group);
    let response = ui.interact(rect, Id::unique(("topics group", group.name.as_str())), Sense::CLICK);
    let is_chosen = chosen == Some(group.name.as_str());
    let about = about_group(cx, group);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, format!("{}, {about}", group.name)));
    let ground = at_x(whole, Rangef::new(layout.tick.max, layout.group.max));
    let fill = if response.hovered() && !is_chosen { theme.field } else { theme.ground };
    let painter = ui.painter_at(whole);
    painter.rect_filled(ground, 0.0, if is_chosen { theme.accent_soft } else { fill });
    painter.hline(whole.x_range(), whole.bottom() - 0.5, (1.0, theme.line_strong));
    painter.vline(rect.right() - 0.5, rect.y_range(), (1.0, theme.line));
    let seen = rect.intersect(ui.clip_rect()).shrink2(vec2(6.0, 3.0));
    let lines = ((seen.height() / 16.0).floor() as usize).max(1);
    let name = RichText::new(&group.name).font(Type::Bar.font()).color(theme.text);
    let galley = wrapped(ui, name, seen.width(), if lines > 1 { (lines - 1).min(4) } else { 1 });
    let high = galley.size().y;
    painter.galley(seen.left_top(), galley, theme.text);
    if lines > 1 {
        let below = Rect::from_min_size(seen.left_top() + vec2(0.0, high), vec2(seen.width(), 16.0));
        let words = RichText::new(&about).font(Type::Meta.font()).color(theme.text_3);
        text(ui, &painter, below, words);
    }
    let asked = response.clicked().then_some(Asked::Group(at));
    tip(response, &format!("{}\n{about}", group.name));
    asked
}

/// `6 topics, 10 min`
#[must_use]
pub fn about_group(cx: &ViewContext<'_>, group: &Group) -> String {
    let count = cx.texts.text_with("topics-count", &[("count", Value::from(group.rows.len()))]);
    format!("{count}, {}", whole_mins_text(cx, group.secs))
}

/// A cell in words: which topic, which column, and whether it is there.
#[must_use]
pub fn cell_words(cx: &ViewContext<'_>, known: &Known, (row, column): (usize, Option<usize>)) -> String {
    let row = &known.rows[row];
    let Some(place) = column else { return row.spoken.clone() };
    let column = &known.columns[place];
    let block = known.blocks.iter().position(|block| block.columns.contains(&place));
    let name = block.map_or("", |at| known.blocks[at].name.as_str());
    let is = match row.cells[place] {
        Cell::Covers => {
            let by = |by: Cover| match (&column.of, by) {
                (ColumnOf::Item(id), Cover::Item(item)) => *id == item,
                (ColumnOf::Sessions(ids) | ColumnOf::Drafting(ids), Cover::Session(session)) => ids.contains(&session),
                _ => false,
            };
            let of = known.coverage.of_topic(row.topic).iter().filter(|of| by(of.by));
            mins_text(cx, of.map(|of| of.secs).sum())
        }
        Cell::Idle => cx.text("topics-covers-nothing").to_owned(),
        Cell::Absent => match block.filter(|&at| row.gaps[at]) {
            Some(at) => cx.text(gap_word(known.blocks[at].is_meeting)).to_owned(),
            None => cx.text("topics-not-there").to_owned(),
        },
    };
    let said: [&str; 4] = [&row.code, name, &column.tip.replace('\n', "; "), &is];
    said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Colours and words of the two marks.
pub fn legend_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    for (id, is_square) in [(tid("topics-whole-session"), false), (tid("topics-agenda-item"), true)] {
        ui.label(small(cx.text(id), cx.theme.text_2));
        let (rect, _) = ui.allocate_exact_size(vec2(10.0, 10.0), Sense::HOVER);
        let color: Color32 = cx.theme.text_2;
        if is_square {
            ui.painter().rect_filled(rect, 2.0, color);
        } else {
            ui.painter().circle_filled(rect.center(), 5.0, color);
        }
    }
}
