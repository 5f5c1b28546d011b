//! The lanes with their sessions, ghosts and places.

use chrono::NaiveDate;
use egui::{Color32, Rect, Sense, Ui, pos2};

use crate::model::{Kind, Placement, SessionKind};

use super::parts::Parts;
use super::sheet::{Sheet, Shown};
use super::{band, closed, dragged, ruler, whole};
use crate::app::context::ViewContext;
use crate::app::gesture::{Gesture, Surface as _};
use crate::app::paint::bar::Bar;
use crate::app::paint::blocks::{self, BlockPainter};
use crate::app::paint::label;
use crate::app::paint::lanes::{Block, LaneKey, LanesBy, visible};
use crate::app::paint::places;
use crate::app::paint::text::Shaper;
use crate::app::paint::{held, items};
use crate::app::settings::ColorBy;
use crate::app::style::size;
use crate::app::view::block::session_response;
use crate::app::view::legend::Kinds;
use crate::app::widget::tips;

/// Narrower blocks can not be grabbed, in points.
const SMALLEST: f32 = 3.0;

/// What became of a frame.
pub(super) struct Painted {
    /// The kinds in sight.
    pub(super) kinds: Kinds,
    /// The day that was double-clicked where days are columns.
    pub(super) day: Option<NaiveDate>,
}

/// The ground and everything on it.
pub(super) fn paint(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (shaper, gesture): (&mut Shaper, &mut Gesture),
    places: &Parts,
    (sheet, date): (&Sheet<'_>, Option<NaiveDate>),
) -> Painted {
    let whole = places.lanes.union(places.band);
    let ground = ui.interact(whole, ui.unique_id().with("ground"), Sense::click_and_drag());
    ground.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Group, true, cx.text("timeline-ground")));
    let painter = ui.painter_at(whole.with_min_x(places.heads.left()));
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    band::ground(&mut blocks, cx, (places.band_head, places.band));
    paint_ground(ui, &mut blocks, cx, sheet, date);
    gesture.update(ui, cx, sheet);
    let mut day = None;
    if sheet.is_whole() && ground.double_clicked() {
        let spot = ground.interact_pointer_pos().and_then(|pos| sheet.spot(pos));
        day = spot.map(|spot| crate::model::CivilTime::containing(spot.minutes).date());
    } else {
        gesture.ground(cx, &ground, sheet);
    }
    let lanes_painter = ui.painter_at(places.lanes);
    band::ui(ui, cx, &mut blocks, gesture, sheet);
    blocks.finish(&painter);
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    dragged::paint(&mut blocks, cx, gesture, sheet);
    let specks = Specks::new(cx);
    let mut kinds = Kinds::default();
    let mut selected = Vec::new();
    sheet.for_each_block(|shown| {
        kinds.add(shown.block.kind);
        if shown.rect.width() < SMALLEST {
            specks.paint(cx, &mut blocks, gesture, &shown);
        } else if cx.selection.contains(shown.block.session) {
            // Its halo lies over its neighbours.
            selected.push(shown);
        } else {
            block_ui(ui, cx, &mut blocks, gesture, sheet, &shown);
        }
    });
    for shown in selected {
        block_ui(ui, cx, &mut blocks, gesture, sheet, &shown);
    }
    if sheet.is_whole() {
        whole::codes(&mut blocks, cx, sheet);
    }
    paint_ghosts(&mut blocks, cx, gesture, sheet);
    if let Some(band) = gesture.band(ui) {
        blocks.rect(band.intersect(places.lanes), cx.theme.band_over());
    }
    if let Some(now) = cx.now {
        let x = sheet.x(f64::from(now.minutes()));
        blocks.rect(Rect::from_x_y_ranges(x - 0.5..=x + 1.0, places.lanes.y_range()), cx.theme.now);
    }
    blocks.finish(&lanes_painter);
    if sheet.lanes.lanes().is_empty() {
        let font = egui::TextStyle::Body.resolve(ui.style());
        let (center, text) = (places.lanes.center(), cx.text("timeline-no-lanes"));
        painter.text(center, egui::Align2::CENTER_CENTER, text, font, cx.theme.text_2);
    }
    tips::ghost_tip(ui, cx, gesture);
    Painted { kinds, day }
}

fn paint_ground(
    ui: &Ui,
    blocks: &mut BlockPainter<'_>,
    cx: &ViewContext<'_>,
    sheet: &Sheet<'_>,
    date: Option<NaiveDate>,
) {
    blocks.rect(sheet.area, cx.theme.panel);
    ruler::paint_days(blocks, cx, sheet, date);
    let mut lines = Vec::new();
    for index in sheet.lanes_in_sight() {
        let rect = sheet.lane_rect(index);
        if sheet.heights.slim_group(index).is_some() {
            blocks.rect(rect.intersect(sheet.area), cx.theme.shade);
        }
        lines.push(rect.with_min_y(rect.bottom() - 1.0));
    }
    band::paint_behind(blocks, cx, sheet);
    ruler::paint_grid(blocks, cx, sheet);
    closed::paint(ui, blocks, cx, sheet);
    for line in lines {
        blocks.rect(line, cx.theme.line);
    }
    let band_line = sheet.band.with_min_y(sheet.band.bottom() - 1.0);
    blocks.rect(band_line, cx.theme.line_strong);
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
        let response = session_response(ui, cx, gesture, (session, sheet), (in_sight, id));
        hovered = response.hovered();
    }
    if gesture.lifts(session.id) {
        return places::origin(blocks, cx, (shown.rect, sheet.area));
    }
    if sheet.is_whole() {
        return whole::block(blocks, cx, gesture, (sheet, shown, session));
    }
    let Some(span) = session.span() else { return };
    let mut bar = Bar::of(cx, session, span, (shown.rect, sheet.area), gesture.colors(cx, session));
    bar.look.hovered = hovered;
    if shown.rect.width() < label::TITLE_ALONE {
        bar.free = sheet.free_beside(shown);
    }
    bar.foot = items::room(cx, session, shown.rect);
    blocks.bar(&bar, cx.theme);
    if bar.foot > 0.0 {
        items::strip(blocks, cx, (&bar, sheet.area), (session, |minutes| sheet.x(minutes)));
    }
    held::mark(blocks, cx, (&bar, sheet.area), (session, |minutes| sheet.x(minutes)));
}

/// The height of the band of everybody.
pub(super) const BAND: f32 = size::BAND;

/// Blocks too thin to be grabbed: all that shows of them is their colour.
struct Specks {
    /// By kind, and faded.
    colors: [(Color32, Color32); SessionKind::ALL.len()],
}

impl Specks {
    fn new(cx: &ViewContext<'_>) -> Self {
        Self { colors: SessionKind::ALL.map(|kind| Self::look_up(cx, kind.into())) }
    }

    fn look_up(cx: &ViewContext<'_>, kind: Kind) -> (Color32, Color32) {
        let color = cx.kind_colors(kind).bar;
        (color, cx.theme.faded(color))
    }

    fn color(&self, cx: &ViewContext<'_>, kind: Kind) -> (Color32, Color32) {
        match kind {
            Kind::BuiltIn(kind) => self.colors[kind as usize],
            own @ Kind::Own(_) => Self::look_up(cx, own),
        }
    }

    fn paint(&self, cx: &ViewContext<'_>, blocks: &mut BlockPainter<'_>, gesture: &Gesture, shown: &Shown) {
        let Block { session: id, kind, is_cancelled, .. } = shown.block;
        if cx.selection.contains(id) {
            blocks.rect(shown.rect.expand(2.0), cx.theme.accent);
        }
        let color = match cx.settings.color_by {
            ColorBy::Kind if is_cancelled || !cx.is_let_through(id) || gesture.lifts(id) => self.color(cx, kind).1,
            ColorBy::Kind => self.color(cx, kind).0,
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
    let edge = gesture.ghost_edge(cx);
    let placements = what_if.map_or(cx.preview, |what_if| &what_if.placements);
    let (from, to) = sheet.times_in_sight();
    let shows = |at: &Placement| f64::from(at.start.minutes()) < to && f64::from(at.end().minutes()) > from;
    for (id, placement) in placements.iter().filter(|(_, placement)| shows(placement)) {
        let existing = cx.plan.sessions().get(*id);
        let keys: Vec<LaneKey> = match (cx.settings.lanes, existing) {
            (_, Some(session)) if session.kind == SessionKind::Break => vec![LaneKey::Everybody],
            (LanesBy::Room, _) => LaneKey::of_rooms(&placement.rooms),
            (by, Some(session)) => LaneKey::of_session(session, by),
            (by, None) => match what_if.map(|what_if| &what_if.command) {
                Some(crate::edit::Command::Create(session)) => LaneKey::of_session(session, by),
                _ => Vec::new(),
            },
        };
        for key in keys {
            if key == LaneKey::Everybody {
                let x = |time: crate::model::CivilTime| sheet.x(f64::from(time.minutes()));
                let (left, right) = (x(placement.start), x(placement.end()));
                let rect = Rect::from_min_max(pos2(left, sheet.area.top()), pos2(right, sheet.bottom()));
                blocks.rect(rect.intersect(sheet.area), cx.theme.band_over());
                continue;
            }
            let Some(index) =
                sheet.lanes.position(key).filter(|&at| sheet.lane_rect(at).y_range().intersects(sheet.area.y_range()))
            else {
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
            let Some(session) = gesture.ghost_session(cx, *id) else { continue };
            places::ghost(blocks, cx, (rect, sheet.area), (session, span), edge);
            gesture.note_ghost(rect);
        }
    }
}
