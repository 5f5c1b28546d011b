//! The ground of a day with its sessions and ghosts.

use egui::{Id, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use crate::model::{EventDates, Session, SessionId, SessionKind};

use super::ruler;
use super::sheet::{Sheet, Shown};
use crate::app::context::ViewContext;
use crate::app::gesture::{Gesture, Surface as _};
use crate::app::paint::bar::Bar;
use crate::app::paint::blocks::{self, BlockPainter};
use crate::app::paint::lanes::{Block, LaneKey};
use crate::app::paint::places;
use crate::app::paint::text::{Face, Setting, Shaper};
use crate::app::paint::{held, items};
use crate::app::style::icons;
use crate::app::view::block::session_response;
use crate::app::view::legend::Kinds;

/// The least width of a ghost, where its column is narrower.
const GHOST: f32 = 72.0;

/// The ground and everything on it; answers the kinds of sessions in sight.
pub fn sheet_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    shaper: &mut Shaper,
    gesture: &mut Gesture,
    sheet: &Sheet<'_>,
) -> Kinds {
    let ground = ui.interact(sheet.area, Id::unique("day ground"), Sense::click_and_drag());
    ground.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Group, true, cx.text("day-ground")));
    let painter = ui.painter_at(sheet.area);
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    ruler::paint_ground(&mut blocks, cx, sheet);
    gesture.update(ui, cx, sheet);
    gesture.ground(cx, &ground, sheet);
    // Sessions that begin or end out of sight can not be grabbed there.
    let mut inside = ui.new_child(UiBuilder::new().max_rect(sheet.area));
    inside.set_clip_rect(sheet.hours_rect());
    for pause in &sheet.layout.pauses {
        pause_ui(&inside, cx, &mut blocks, gesture, (sheet, pause));
    }
    paint_places(&mut blocks, cx, gesture, sheet);
    let mut kinds = Kinds::default();
    for shown in sheet.shown() {
        kinds.add(shown.place.block.kind);
        block_ui(&inside, cx, &mut blocks, gesture, sheet, &shown);
    }
    paint_ghosts(&mut blocks, cx, gesture, sheet);
    if let Some(band) = gesture.band(ui) {
        blocks.rect(band.intersect(sheet.area), cx.theme.band_over());
    }
    if let Some(y) = ruler::now_y(cx, sheet) {
        blocks.rect(Rect::from_x_y_ranges(sheet.area.x_range(), y - 0.5..=y + 1.0), cx.theme.now);
    }
    blocks.finish(&painter);
    if sheet.layout.is_empty() && !gesture.is_dragging() {
        ruler::empty_ui(ui, cx, sheet);
    }
    kinds
}

/// Where what is dragged fits, column by column, and lines where it would begin and end.
fn paint_places(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, gesture: &Gesture, sheet: &Sheet<'_>) {
    let midnight = sheet.layout.midnight().minutes();
    let hours = sheet.hours_rect();
    let mut found = Vec::new();
    for index in sheet.columns_in_sight() {
        let column = sheet.column_rect(index).shrink2(vec2(3.0, 0.0));
        for place in gesture.places(cx, sheet.layout.columns[index].key, sheet.times_in_sight()) {
            let y = |minutes: i32| sheet.y((minutes - midnight) as f32);
            let rect = Rect::from_x_y_ranges(column.x_range(), y(place.from) + 1.0..=y(place.to) - 1.0);
            places::place(blocks, cx, (rect, hours));
            found.push((rect, (place.from, place.to)));
        }
    }
    ruler::paint_lines(blocks, cx, gesture, sheet);
    for (rect, range) in found {
        places::place_words(blocks, cx, (rect, hours), range);
    }
}

fn block_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    blocks: &mut BlockPainter<'_>,
    gesture: &mut Gesture,
    sheet: &Sheet<'_>,
    shown: &Shown,
) {
    let Some(session) = cx.plan.sessions().get(shown.place.block.session) else { return };
    let rect = sheet.cut(shown.rect);
    let id = Id::unique(("day", session.id, shown.lane));
    let response = session_response(ui, cx, gesture, (session, sheet), (shown.rect, id));
    if gesture.lifts(session.id) {
        return places::origin(blocks, cx, (rect, sheet.area));
    }
    let Some(span) = session.span() else { return };
    let mut bar = Bar::of(cx, session, span, (rect, sheet.area), gesture.colors(cx, session));
    bar.look.runs_down = true;
    bar.look.hovered = response.hovered();
    let cut = (shown.rect.top() < rect.top() - 0.5, shown.rect.bottom() > rect.bottom() + 0.5);
    bar.state = match cut {
        (true, true) => icons::MOVE_VERTICAL,
        (true, false) => icons::ARROW_UP,
        (false, true) => icons::ARROW_DOWN,
        (false, false) => bar.state,
    };
    let title = items::title_sight(cx, session, rect);
    bar.sight.max.x = title.unwrap_or(bar.sight.right());
    if session.held.is_some() {
        // Signs stand beside the line.
        bar.sight.max.x = bar.sight.right().min(rect.right() - held::ROOM + 3.0);
    }
    blocks.bar(&bar, cx.theme);
    let midnight = f64::from(sheet.layout.midnight().minutes());
    if title.is_some() {
        items::list(blocks, cx, (&bar, sheet.area), (session, |minutes| sheet.y((minutes - midnight) as f32)));
    }
    held::mark(blocks, cx, (&bar, sheet.area), (session, |minutes| sheet.y((minutes - midnight) as f32)));
}

/// A break: a band across all columns, named in its middle.
fn pause_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    blocks: &mut BlockPainter<'_>,
    gesture: &mut Gesture,
    (sheet, pause): (&Sheet<'_>, &Block),
) {
    let Some(session) = cx.plan.sessions().get(pause.session) else { return };
    let rect = band(sheet, (pause.start, pause.end));
    if !rect.is_positive() {
        return;
    }
    let id = Id::unique(("day pause", session.id));
    let response = session_response(ui, cx, gesture, (session, sheet), (rect, id));
    let selected = cx.selection.contains(session.id);
    if gesture.lifts(session.id) {
        return places::origin(blocks, cx, (rect, sheet.area));
    }
    if selected {
        blocks.rect(rect, cx.theme.select);
    }
    let inner = if selected { rect.shrink(2.0) } else { rect };
    blocks.rect(inner, if response.hovered() { cx.theme.line } else { cx.theme.band });
    pause_text(blocks, cx, rect, session);
}

/// Sign, title and hours of a break in the middle of its band.
fn pause_text(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, rect: Rect, session: &Session) {
    let Some(span) = session.span().filter(|_| rect.height() >= 14.0) else { return };
    let text = format!("{}  {} {}", cx.kind_sign(session.called()), cx.session_title(session), blocks::clock(span));
    let width = blocks.text_width(&text, Face::Title).min(rect.width() - 16.0);
    let place = Rect::from_center_size(rect.center(), vec2(width + 1.0, 16.0));
    blocks.text(&text, Face::Title, Setting { rect: place, max_lines: 1, color: cx.theme.text_2 });
}

/// A time across all columns.
fn band(sheet: &Sheet<'_>, (start, end): (i32, i32)) -> Rect {
    let midnight = sheet.layout.midnight().minutes();
    sheet.across(((start - midnight) as f32, (end - midnight) as f32))
}

fn paint_ghosts(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, gesture: &Gesture, sheet: &Sheet<'_>) {
    let what_if = gesture.what_if();
    let edge = gesture.ghost_edge(cx);
    let placements = what_if.map_or(cx.preview, |what_if| &what_if.placements);
    let stays = |id: SessionId| !gesture.lifts(id);
    let day = EventDates::day(sheet.layout.date).span();
    for (id, placement) in placements.iter().filter(|(_, placement)| placement.span().overlaps(day)) {
        let span = placement.span();
        let Some(session) = gesture.ghost_session(cx, *id) else { continue };
        if session.kind == SessionKind::Break {
            let rect = band(sheet, (span.start.minutes(), span.end.minutes()));
            places::ghost(blocks, cx, (rect, sheet.area), (session, span), edge);
            gesture.note_ghost(rect);
            continue;
        }
        for lane in LaneKey::of_rooms(&placement.rooms) {
            let Some(index) = sheet.columns_in_sight().find(|&at| sheet.layout.columns[at].key == lane) else {
                continue;
            };
            let share = sheet.ghost_share(index, span, stays);
            let rect = sheet.cut(sheet.rect(index, (span.start.minutes(), span.end.minutes()), share));
            if !rect.is_positive() {
                continue;
            }
            let rect = if rect.width() < GHOST { widened(rect, sheet.area) } else { rect };
            places::ghost(blocks, cx, (rect, sheet.area), (session, span), edge);
            gesture.note_ghost(rect);
        }
    }
}

/// `rect` wide enough to be read, inside `area`.
fn widened(rect: Rect, area: Rect) -> Rect {
    let left = rect.left().min(area.right() - GHOST).max(area.left().min(rect.left()));
    Rect::from_min_size(pos2(left, rect.top()), vec2(GHOST, rect.height()))
}
