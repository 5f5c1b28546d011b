//! The heads of the lanes: the name, and under it seats and booths; slim lines name all lanes that share them.

use egui::{Id, Rect, Sense, Ui, pos2, vec2};

use crate::model::{Language, RowId};
use crate::texts::Value;

use super::sheet::Sheet;
use crate::app::action::{Action, Preference, UiCommand};
use crate::app::context::ViewContext;
use crate::app::paint::blocks::BlockPainter;
use crate::app::paint::lanes::{LaneKey, LanesBy};
use crate::app::paint::text::{Face, Setting, Shaper};
use crate::app::phrases;
use crate::app::settings::LANE_HEADS;
use crate::app::style::icons;
use crate::app::style::size::SLIM;
use crate::app::widget::place_menus::lane_menu;
use crate::app::widget::{signs, tips};

/// How wide they are, in points.
#[must_use]
pub fn width(cx: &ViewContext<'_>, window: f32) -> f32 {
    let usual = LANE_HEADS.of(cx.settings, window);
    // Russian names of rooms are longer.
    let is_longer = cx.settings.lane_heads_width.is_none() && cx.settings.language == Language::Russian;
    if is_longer { usual.max(RUSSIAN) } else { usual }
}

/// The least width for Russian names.
const RUSSIAN: f32 = 120.0;
/// How near to the edge one must be to move it.
const GRIP: f32 = 3.0;

/// The edge of the heads, which can be moved.
pub(super) fn edge_ui(ui: &Ui, cx: &ViewContext<'_>, area: Rect) {
    let grip = Rect::from_x_y_ranges(area.right() - GRIP..=area.right() + GRIP, area.y_range());
    let response = ui.interact(grip, ui.unique_id().with("edge of heads"), Sense::drag());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Splitter, true, cx.text("lanes-edge")));
    if response.hovered() || response.dragged() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::ResizeHorizontal);
    }
    if response.dragged()
        && let Some(pos) = response.interact_pointer_pos()
    {
        let width = (pos.x - area.left()).clamp(LANE_HEADS.least, LANE_HEADS.most);
        cx.act(Action::Choose(Preference::LaneHeadsWidth(Some(width))));
    }
}

/// What was asked for at the heads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Asked {
    /// Open the slim lanes around this one.
    Open(usize),
    /// Let this empty lane be slim again.
    Close(LaneKey),
}

/// Draws them.
pub(super) fn ui(ui: &Ui, cx: &ViewContext<'_>, shaper: &mut Shaper, area: Rect, sheet: &Sheet<'_>) -> Option<Asked> {
    let painter = ui.painter_at(area);
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    blocks.rect(area, cx.theme.ground);
    let mut asked = None;
    for index in sheet.lanes_in_sight() {
        let rect = Rect::from_x_y_ranges(area.x_range(), sheet.lane_rect(index).y_range());
        let key = sheet.lanes.lanes()[index].key;
        let response = ui.interact(rect.intersect(area), Id::unique(("lane", key)), Sense::click());
        blocks.rect(rect.with_min_y(rect.bottom() - 1.0), cx.theme.line);
        if response.hovered() {
            blocks.rect(rect.with_max_y(rect.bottom() - 1.0), cx.theme.field);
        }
        if let Some(group) = sheet.heights.slim_group(index) {
            let title = group_name(cx, sheet, group);
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &title));
            let text = Rect::from_min_max(pos2(rect.left() + 12.0, rect.center().y - 7.0), rect.max - vec2(6.0, 0.0));
            blocks.text(&title, Face::Detail, Setting { rect: text, max_lines: 1, color: cx.theme.text_3 });
            if response.clicked() {
                asked = Some(Asked::Open(index));
            }
            response.on_hover_text(cx.text("lanes-slim-tip"));
            continue;
        }
        let title = lane_name(cx, key);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &title));
        head(&mut blocks, cx, (rect, area.top()), key, &title);
        if response.clicked()
            && let Some(row) = row_of(key)
        {
            cx.select(row);
        }
        if response.double_clicked() && is_empty(sheet, index) {
            asked = Some(Asked::Close(key));
        }
        lane_menu(&response, cx, (row_of(key), &title));
        let detail = lane_detail(cx, key);
        let whole = if detail.is_empty() { title } else { format!("{title}\n{detail}") };
        response.on_hover_text(whole);
    }
    add_room(ui, cx, &mut blocks, (area, sheet));
    blocks.rect(area.with_min_x(area.right() - 1.0), cx.theme.line_strong);
    blocks.finish(&painter);
    edge_ui(ui, cx, area);
    asked
}

/// Below the last lane, where there is room for it.
fn add_room(ui: &Ui, cx: &ViewContext<'_>, blocks: &mut BlockPainter<'_>, (area, sheet): (Rect, &Sheet<'_>)) {
    let top = sheet.bottom();
    if sheet.lanes.by() != LanesBy::Room || area.bottom() - top < SLIM {
        return;
    }
    let rect = Rect::from_min_max(pos2(area.left(), top), pos2(area.right() - 1.0, top + SLIM));
    let response = ui.interact(rect, ui.unique_id().with("add room"), Sense::click());
    let name = cx.text("lanes-add-room");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    let color = if response.hovered() { cx.theme.text } else { cx.theme.text_3 };
    blocks.sign(icons::PLUS, pos2(rect.left() + 11.0, rect.center().y - 7.0), color);
    let text = Rect::from_min_max(pos2(rect.left() + 29.0, rect.center().y - 7.0), rect.max);
    blocks.text(name, Face::Detail, Setting { rect: text, max_lines: 1, color });
    if response.clicked() {
        cx.run(UiCommand::AddRoom);
    }
}

/// Whether a lane has nothing in sight.
fn is_empty(sheet: &Sheet<'_>, index: usize) -> bool {
    let (from, to) = crate::app::gesture::Surface::times_in_sight(sheet);
    sheet.lanes.lanes()[index].rows_between(from, to) == 0
}

/// Name and facts, in the middle of the lane while all of it shows, else in sight as long as there is room.
fn head(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, (rect, top): (Rect, f32), key: LaneKey, title: &str) {
    let facts = facts(cx, key);
    let height = if facts.is_empty() { 16.0 } else { 30.0 };
    let middle = rect.center().y - height / 2.0;
    let y = middle.max(top + 4.0).min((rect.bottom() - height - 4.0).max(rect.top() + 2.0)).round();
    let text = Rect::from_min_max(pos2(rect.left() + 12.0, y), pos2(rect.right() - 6.0, rect.bottom()));
    blocks.text(title, Face::Code, Setting { rect: text, max_lines: 1, color: cx.theme.text });
    let mut at = pos2(text.left(), y + 16.0);
    for (icon, fact) in facts {
        for (word, gap) in [(icon, 3.0), (fact.as_str(), 8.0)] {
            let rect = Rect::from_min_max(at, pos2(rect.right() - 4.0, at.y + 14.0));
            if !word.is_empty() && rect.width() > 12.0 {
                blocks.text(word, Face::Detail, Setting { rect, max_lines: 1, color: cx.theme.text_3 });
                at.x += blocks.text_width(word, Face::Detail) + gap;
            }
        }
    }
}

/// Seats and booths of a room, dates of an event.
fn facts(cx: &ViewContext<'_>, key: LaneKey) -> Vec<(&'static str, String)> {
    match key {
        LaneKey::Room(id) => {
            let Some(room) = cx.plan.rooms().get(id) else { return Vec::new() };
            signs::seats_and_booths(cx, room)
        }
        LaneKey::Event(id) => {
            cx.plan.events().get(id).map(|event| ("", phrases::event_dates(cx, event.dates))).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// Of more lanes, nobody reads from which to which they go.
const MOST: usize = 40;

/// `Rooms D–H`, or `Off-site + 1 more`.
fn group_name(cx: &ViewContext<'_>, sheet: &Sheet<'_>, group: std::ops::Range<usize>) -> String {
    let name = |at: usize| lane_name(cx, sheet.lanes.lanes()[at].key);
    let (first, count) = (name(group.start), group.len());
    if count == 1 {
        return first;
    }
    let last = name(group.end - 1);
    let alike = |at: usize| {
        let name = name(at);
        match (name.rsplit_once(' '), first.rsplit_once(' ')) {
            (Some((word, _)), Some((first, _))) => word == first,
            _ => false,
        }
    };
    if let (Some((word, from)), Some((_, to))) = (first.rsplit_once(' '), last.rsplit_once(' '))
        && count <= MOST
        && group.clone().all(alike)
    {
        let values = [("from", Value::from(from)), ("to", Value::from(to))];
        return if word == cx.text("lane-word-room") {
            cx.texts.text_with("lanes-rooms", &values)
        } else {
            format!("{word} {from}–{to}")
        };
    }
    let values = [("name", Value::from(first.as_str())), ("count", Value::from(count - 1))];
    cx.texts.text_with("lanes-more", &values)
}

fn row_of(key: LaneKey) -> Option<RowId> {
    match key {
        LaneKey::Room(id) => Some(id.into()),
        LaneKey::Body(id) => Some(id.into()),
        LaneKey::Event(id) => Some(id.into()),
        LaneKey::NoRoom | LaneKey::NoBody | LaneKey::Kind(_) | LaneKey::Everybody => None,
    }
}

/// The name of a lane.
pub(super) fn lane_name(cx: &ViewContext<'_>, key: LaneKey) -> String {
    match key {
        LaneKey::NoRoom => cx.text("lane-no-room").to_owned(),
        LaneKey::NoBody => cx.text("lane-no-body").to_owned(),
        LaneKey::Everybody => cx.text("lane-everybody").to_owned(),
        LaneKey::Kind(kind) => cx.kind_name(kind).to_owned(),
        _ => key.title(cx.plan, cx.settings.title_language()),
    }
}

/// All there is to say of a lane.
fn lane_detail(cx: &ViewContext<'_>, key: LaneKey) -> String {
    match key {
        LaneKey::Room(id) => cx.plan.rooms().get(id).map(|room| tips::room_detail(cx, room)).unwrap_or_default(),
        LaneKey::Body(id) => cx.plan.bodies().get(id).map(|body| cx.title(&body.title).to_owned()).unwrap_or_default(),
        LaneKey::Event(id) => {
            cx.plan.events().get(id).map(|event| phrases::event_dates(cx, event.dates)).unwrap_or_default()
        }
        _ => String::new(),
    }
}
