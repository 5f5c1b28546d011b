//! The lanes with their sessions, ghosts and tint, and the names of the lanes.

use egui::{Color32, Id, Rect, Sense, Ui, vec2};

use crate::model::{Placement, RowId, SessionKind};
use crate::texts::names;

use super::ruler;
use super::sheet::{Sheet, Shown};
use super::{Places, dragged};
use crate::app::context::ViewContext;
use crate::app::gesture::{Gesture, Surface as _};
use crate::app::paint::blocks::{self, BlockLook, BlockPainter};
use crate::app::paint::lanes::{Block, LaneKey, LanesBy, visible};
use crate::app::paint::places;
use crate::app::paint::text::{Face, Setting, Shaper, isolated};
use crate::app::phrases;
use crate::app::settings::ColorBy;
use crate::app::widget::menus;
use crate::app::widget::tips;

/// Narrower blocks can not be grabbed, in points.
const SMALLEST: f32 = 3.0;

/// The ground and everything on it.
pub(super) fn paint(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    shaper: &mut Shaper,
    gesture: &mut Gesture,
    places: &Places,
    sheet: &Sheet<'_>,
) {
    let ground = ui.interact(places.lanes, ui.unique_id().with("ground"), Sense::click_and_drag());
    ground.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Group, true, cx.text("timeline-ground")));
    let painter = ui.painter_at(places.lanes);
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    paint_ground(&mut blocks, cx, sheet);
    gesture.update(ui, cx, sheet);
    gesture.ground(cx, &ground, sheet);
    dragged::paint(&mut blocks, cx, gesture, sheet);
    let specks = Specks::new(cx);
    sheet.for_each_block(|shown| {
        if shown.rect.width() < SMALLEST {
            specks.paint(cx, &mut blocks, gesture, &shown);
        } else {
            block_ui(ui, cx, &mut blocks, gesture, sheet, &shown);
        }
    });
    paint_ghosts(&mut blocks, cx, gesture, sheet);
    if let Some(band) = gesture.band(ui) {
        blocks.rect(band.intersect(places.lanes), cx.theme.band_over());
    }
    if let Some(now) = cx.now {
        let x = sheet.x(f64::from(now.minutes()));
        blocks.rect(Rect::from_x_y_ranges(x - 0.5..=x + 1.0, places.lanes.y_range()), cx.theme.now);
    }
    blocks.finish(&painter);
    if sheet.lanes.lanes().is_empty() {
        let font = egui::TextStyle::Body.resolve(ui.style());
        let (center, text) = (places.lanes.center(), cx.text("timeline-no-lanes"));
        painter.text(center, egui::Align2::CENTER_CENTER, text, font, cx.theme.text_2);
    }
    paint_names(ui, cx, shaper, places.names.with_min_y(places.lanes.top()), sheet);
    tips::ghost_tip(ui, cx, gesture);
}

fn paint_ground(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, sheet: &Sheet<'_>) {
    blocks.rect(sheet.area, cx.theme.ground);
    for index in sheet.lanes_in_sight() {
        let rect = sheet.lane_rect(index);
        let fill = cx.theme.panel;
        blocks.rect(rect, fill);
        blocks.rect(rect.with_min_y(rect.bottom() - 1.0), cx.theme.line);
    }
    ruler::paint_grid(blocks, cx, sheet.area, (sheet.axis, sheet.viewport));
}

fn block_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    blocks: &mut BlockPainter<'_>,
    gesture: &mut Gesture,
    sheet: &Sheet<'_>,
    shown: &Shown,
) {
    let Some(session) = cx.plan.sessions().get(shown.block.session) else { return };
    let in_sight = shown.rect.intersect(sheet.area);
    let id = ui.unique_id().with((session.id, shown.lane));
    let mut hovered = false;
    if in_sight.is_positive() {
        let response = ui.interact(in_sight, id, Sense::click_and_drag());
        response.widget_info(|| {
            let selected = cx.selection.contains(session.id);
            egui::WidgetInfo::selected(egui::Role::Button, true, selected, phrases::spoken(cx, session))
        });
        hovered = response.hovered();
        gesture.block(cx, session, &response, sheet);
        menus::session_context_menu(&response, cx, session.id);
        if hovered && !gesture.is_dragging() {
            tips::session_tip(&response, cx, session);
        }
    }
    if gesture.lifts(session.id) {
        return places::origin(blocks, cx, (shown.rect, sheet.area));
    }
    let detail = match &session.placement {
        Some(at) if shown.rect.width() >= 40.0 => {
            let codes =
                if cx.settings.lanes == LanesBy::Body { cx.room_titles(session) } else { cx.body_codes(session) };
            let clock = blocks::clock(at.span());
            if codes.is_empty() { clock } else { format!("{clock} · {}", isolated(&codes)) }
        }
        _ => String::new(),
    };
    let marks = if shown.rect.width() < blocks::MIN_TEXT.x { String::new() } else { blocks::marks(cx, session) };
    let look = BlockLook {
        rect: shown.rect,
        sight: sheet.area,
        colors: gesture.colors(cx, session),
        title: cx.session_title(session),
        detail: &detail,
        marks: &marks,
        selected: cx.selection.contains(session.id),
        hovered,
        cancelled: session.status == crate::model::Status::Cancelled,
    };
    blocks.block(&look, cx.theme);
}

/// Blocks too thin to be grabbed: all that shows of them is their colour.
struct Specks {
    /// By kind, and faded.
    colors: [(Color32, Color32); SessionKind::ALL.len()],
}

impl Specks {
    fn new(cx: &ViewContext<'_>) -> Self {
        let colors = |kind| {
            let color = cx.theme.kind(kind).bar;
            (color, cx.theme.faded(color))
        };
        Self { colors: SessionKind::ALL.map(colors) }
    }

    fn paint(&self, cx: &ViewContext<'_>, blocks: &mut BlockPainter<'_>, gesture: &Gesture, shown: &Shown) {
        let Block { session: id, kind, is_cancelled, .. } = shown.block;
        if cx.selection.contains(id) {
            blocks.rect(shown.rect.expand(2.0), cx.theme.accent);
        }
        let color = match cx.settings.color_by {
            ColorBy::Kind if is_cancelled || !cx.is_let_through(id) || gesture.lifts(id) => {
                self.colors[kind as usize].1
            }
            ColorBy::Kind => self.colors[kind as usize].0,
            ColorBy::Body => {
                let Some(session) = cx.plan.sessions().get(id) else { return };
                blocks::block_colors(cx, session, gesture.lifts(id)).bar
            }
        };
        blocks.rect(shown.rect, color);
    }
}

fn paint_ghosts(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, gesture: &Gesture, sheet: &Sheet<'_>) {
    let what_if = gesture.what_if();
    dragged::paint_lines(blocks, cx, gesture, sheet);
    let edge = gesture.ghost_edge(cx);
    let placements = what_if.map_or(cx.preview, |what_if| &what_if.placements);
    let (from, to) = sheet.times_in_sight();
    let shows = |at: &Placement| f64::from(at.start.minutes()) < to && f64::from(at.end().minutes()) > from;
    for (id, placement) in placements.iter().filter(|(_, placement)| shows(placement)) {
        let existing = cx.plan.sessions().get(*id);
        let title = existing.map_or_else(|| cx.text("session-new"), |session| cx.session_title(session));
        let keys: Vec<LaneKey> = match (cx.settings.lanes, existing) {
            (LanesBy::Room, _) => LaneKey::of_rooms(&placement.rooms),
            (by, Some(session)) => LaneKey::of_session(session, by),
            (by, None) => match what_if.map(|what_if| &what_if.command) {
                Some(crate::edit::Command::Create(session)) => LaneKey::of_session(session, by),
                _ => Vec::new(),
            },
        };
        let detail = blocks::clock(placement.span());
        for key in keys {
            let Some(index) = sheet.lanes.position(key).filter(|at| sheet.lanes_in_sight().contains(at)) else {
                continue;
            };
            let lane = &sheet.lanes.lanes()[index];
            let span = placement.span();
            let top_row = sheet.rect(index, 0, span.start.minutes(), span.end.minutes());
            if !top_row.with_max_y(sheet.lane_rect(index).bottom()).intersects(sheet.area) {
                continue;
            }
            // The first row in which it would stand free, below the others where there is none.
            let free = |row: &Vec<Block>| {
                visible(row, f64::from(span.start.minutes()), f64::from(span.end.minutes()))
                    .iter()
                    .all(|block| gesture.lifts(block.session))
            };
            let row = lane.rows.iter().position(free).unwrap_or(lane.rows.len());
            let rect = sheet.rect(index, row.min(lane.height_rows() - 1), span.start.minutes(), span.end.minutes());
            let colors = gesture.ghost_colors(cx, *id);
            places::ghost(blocks, cx, &BlockLook::ghost(rect, sheet.area, colors, title, &detail), edge);
            gesture.note_ghost(rect);
        }
    }
}

fn paint_names(ui: &Ui, cx: &ViewContext<'_>, shaper: &mut Shaper, area: Rect, sheet: &Sheet<'_>) {
    let painter = ui.painter_at(area);
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    blocks.rect(area, cx.theme.panel);
    for index in sheet.lanes_in_sight() {
        let rect = Rect::from_x_y_ranges(area.x_range(), sheet.lane_rect(index).y_range());
        let lane = &sheet.lanes.lanes()[index];
        let (title, detail) = lane_name(cx, lane.key);
        let text = rect.shrink2(vec2(12.0, 0.0));
        // The name stays in sight while its lane does.
        let height = if detail.is_empty() { 16.0 } else { 30.0 };
        let top = (rect.top() + 10.0).max(area.top() + 6.0).min(rect.bottom() - height - 2.0);
        let setting = |y: f32, color: Color32, max_lines: usize| Setting { rect: text.with_min_y(y), max_lines, color };
        blocks.text(&title, Face::Title, setting(top, cx.theme.text, 1));
        blocks.text(&detail, Face::Detail, setting(top + 16.0, cx.theme.text_2, 1));
        blocks.rect(rect.with_min_y(rect.bottom() - 1.0), cx.theme.line);
        let response = ui.interact(rect.intersect(area), Id::unique(("lane", lane.key)), Sense::click());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &title));
        if response.clicked()
            && let Some(row) = row_of(lane.key)
        {
            cx.select(row);
        }
        let whole = if detail.is_empty() { title } else { format!("{title}\n{detail}") };
        response.on_hover_text(whole);
    }
    blocks.rect(area.with_min_x(area.right() - 1.0), cx.theme.line_strong);
    blocks.finish(&painter);
}

fn row_of(key: LaneKey) -> Option<RowId> {
    match key {
        LaneKey::Room(id) => Some(id.into()),
        LaneKey::Body(id) => Some(id.into()),
        LaneKey::Event(id) => Some(id.into()),
        LaneKey::NoRoom | LaneKey::NoBody | LaneKey::Kind(_) => None,
    }
}

/// The name of a lane and a line under it.
fn lane_name(cx: &ViewContext<'_>, key: LaneKey) -> (String, String) {
    let title = match key {
        LaneKey::NoRoom => cx.text("lane-no-room").to_owned(),
        LaneKey::NoBody => cx.text("lane-no-body").to_owned(),
        LaneKey::Kind(kind) => cx.text(names::session_kind(kind)).to_owned(),
        _ => key.title(cx.plan, cx.settings.title_language()),
    };
    let detail = match key {
        LaneKey::Room(id) => cx.plan.rooms().get(id).map(|room| tips::room_detail(cx, room)).unwrap_or_default(),
        LaneKey::Body(id) => cx.plan.bodies().get(id).map(|body| cx.title(&body.title).to_owned()).unwrap_or_default(),
        LaneKey::Event(id) => {
            cx.plan.events().get(id).map(|event| phrases::event_dates(cx, event.dates)).unwrap_or_default()
        }
        _ => String::new(),
    };
    (title, detail)
}
