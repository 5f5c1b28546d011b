//! The Plan grid: the time management plan that planners know, days as columns and the parts of the day as rows.

mod chips;
mod layout;
mod ruler;
mod sheet;

use std::collections::HashMap;

use chrono::NaiveDate;
use egui::{Id, Key, Rect, Sense, Ui, Vec2, pos2, vec2};

use crate::model::{CivilTime, Language, RowId, Session};
use crate::workbench::Generation;

use super::kind::ViewKind;
use super::{Entry, Tools, View};
use crate::app::context::ViewContext;
use crate::app::gesture::{Flow, Gesture};
use crate::app::paint::blocks::BlockPainter;
use crate::app::paint::text::Shaper;
use crate::app::style::icons;
use crate::app::view::days::{days, main_day, no_days_ui};
use crate::app::view::pane::pane;
use crate::app::widget::tips;
use crate::texts::tid;
use layout::{DayPart, GridLayout};
use sheet::{Ghosts, Sheet};

/// The least width of a day, in points: titles stay readable.
const NARROWEST: f32 = 164.0;
/// How wide a day is where there is room.
const WIDE: f32 = 320.0;
/// The greatest width that can be asked for.
const WIDEST: f32 = 460.0;

/// What the Plan grid remembers from frame to frame.
#[derive(Debug, Default)]
pub struct GridView {
    /// With the state of the plan that it follows.
    layout: Option<(Generation, MadeFor, GridLayout)>,
    /// How many lines titles take at the width of the layout.
    lines: (u32, HashMap<Box<str>, u8>),
    /// The width of a day that was asked for; `None` where as many as possible are to be seen.
    column: Option<f32>,
    /// Where the scroll area is to stand next.
    offset: Option<Vec2>,
    /// Where it stood, and how much smaller its sight was than its place.
    last: Option<(Vec2, Vec2)>,
    /// How high the rows are that are in sight.
    heights: [f32; 3],
    reveal: Option<RowId>,
    /// Whether it has been scrolled to where planning begins.
    begun: bool,
    /// Whether it had been when the rows were made.
    settled: bool,
    /// The day in sight; one of them, where there are several.
    date: Option<NaiveDate>,
    /// The day to bring into sight.
    sought_date: Option<NaiveDate>,
}

/// What the layout was made from, besides the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct MadeFor {
    /// Width of a day in whole points.
    column: u32,
    languages: (Language, Language),
}

/// The Plan grid in the list of views.
pub const VIEW: Entry = Entry {
    kind: ViewKind {
        name: "grid",
        label: tid("view-grid"),
        tip: tid("view-grid-tip"),
        icon: icons::LAYOUT_GRID,
        key: Key::Num3,
        is_wide: true,
    },
    make: || Box::<GridView>::default(),
};

impl View for GridView {
    fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, Tools { shaper, gesture }: &mut Tools<'_>) {
        let whole = ui.available_rect_before_wrap();
        ui.allocate_rect(whole, Sense::hover());
        let body = Rect::from_min_max(pos2(whole.left() + ruler::NAMES, whole.top() + ruler::HEADER), whole.max);
        let bars = self.last.map_or(Vec2::ZERO, |(_, bars)| bars);
        let column = self.refresh(cx, body.width() - bars.x);
        let Some((generation, key, mut layout)) = self.layout.take() else { return };
        if layout.days.is_empty() {
            no_days_ui(ui, cx, whole);
        } else {
            self.body_ui(ui, cx, shaper, gesture, (whole, body, &mut layout, column));
        }
        self.layout = Some((generation, key, layout));
        tips::ghost_tip(ui, cx, gesture);
    }

    fn reveal(&mut self, row: RowId) {
        self.reveal = Some(row);
    }

    fn date(&self) -> Option<NaiveDate> {
        self.date
    }

    fn show_date(&mut self, date: NaiveDate) {
        self.date = Some(date);
        self.sought_date = Some(date);
    }

    fn flow(&self) -> Option<Flow> {
        Some(Flow::Cells)
    }

    fn zoom(&mut self, factor: f32) {
        self.widen(factor);
    }

    fn zoom_all(&mut self) {
        self.column = None;
    }
}

impl GridView {
    /// Makes days wider or narrower.
    fn widen(&mut self, factor: f32) {
        if let Some((_, key, _)) = &self.layout {
            self.column = Some((key.column as f32 * factor).clamp(NARROWEST, WIDEST));
        }
    }

    /// Lets the layout follow the plan, or lays it out anew where something else has changed; returns the width of a day.
    fn refresh(&mut self, cx: &ViewContext<'_>, room: f32) -> f32 {
        let known = self.layout.take();
        let patches = known.as_ref().and_then(|&(generation, ..)| cx.workbench.since(generation));
        let (made_for, mut layout) = match known.zip(patches) {
            Some(((_, made_for, mut layout), patches)) => {
                layout.follow(cx.workbench, patches);
                (Some(made_for), layout)
            }
            None => (None, GridLayout::new(cx.workbench)),
        };
        let fit = sheet::fitting(&layout, room);
        let column = self.column.unwrap_or(fit.clamp(NARROWEST, WIDE)).floor();
        let key = MadeFor { column: column as u32, languages: (cx.settings.language, cx.settings.title_language()) };
        if made_for != Some(key) {
            layout.forget_heights();
        }
        if self.lines.0 != key.column {
            self.lines = (key.column, HashMap::new());
        }
        self.layout = Some((cx.workbench.generation(), key, layout));
        column
    }

    fn body_ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        shaper: &mut Shaper,
        gesture: &mut Gesture,
        (whole, body, layout, column): (Rect, Rect, &mut GridLayout, f32),
    ) {
        let sight = body.size() - self.last.map_or(Vec2::ZERO, |(_, bars)| bars);
        let lefts = sheet::lefts(layout, column);
        if let Some((offset, bars)) = self.last {
            // The pointer is over what the last frame has shown, and rows make room for what would be there.
            let shown = Sheet {
                layout: &*layout,
                lefts: lefts.clone(),
                column,
                rows: edges(self.heights),
                ghosts: &Ghosts::default(),
                area: Rect::from_min_max(body.min, body.max - bars),
                origin: body.min - offset,
                usual: gesture.is_from_tray(),
            };
            gesture.update(ui, cx, &shown);
        }
        self.measure(ui, cx, shaper, (layout, &lefts, column), sight.x);
        let layout = &*layout;
        self.navigate(ui, gesture, (whole, body));
        let left = self.offset.or(self.last.map(|(offset, _)| offset)).map_or(0.0, |offset| offset.x);
        let in_sight = sheet::days_between(&lefts, column, (left, left + sight.x));
        let mut scratch = BlockPainter::new(ui.ctx(), shaper);
        let near = in_sight.start.saturating_sub(1)..in_sight.end + 1;
        let ghosts = chips::ghosts(&mut scratch, cx, gesture, (layout, near), (column, &mut self.lines.1));
        let rows = self.rows(ui, gesture, sheet::rows((layout, in_sight), &ghosts), sight.y - 1.0);
        let mut sheet = Sheet {
            layout,
            lefts,
            column,
            rows,
            ghosts: &ghosts,
            area: body,
            origin: body.min,
            usual: gesture.is_from_tray(),
        };
        self.reveal_in(cx, &sheet, sight);
        let size = vec2(sheet.width(), sheet.rows[3]);
        let pane = pane(ui, "grid", (body, size), self.offset.take(), |ui, area, origin| {
            (sheet.area, sheet.origin) = (area, origin);
            sheet_ui(ui, cx, shaper, gesture, &mut sheet);
        });
        ruler::ui(ui, cx, shaper, whole, &sheet);
        self.offset = pane.again;
        self.last = Some((pane.offset, pane.bars));
        self.note_date(&sheet);
    }

    /// Measures the days that may come into sight in this frame, and where something is to be brought into sight, that.
    fn measure(
        &mut self,
        ui: &Ui,
        cx: &ViewContext<'_>,
        shaper: &mut Shaper,
        (layout, lefts, column): (&mut GridLayout, &[f32], f32),
        sight: f32,
    ) {
        let left = self.offset.or(self.last.map(|(offset, _)| offset)).map_or(0.0, |offset| offset.x);
        let around = |left: f32| sheet::days_between(lefts, column, (left - sight, left + 2.0 * sight));
        let near = around(left);
        let sought = self.sought_day(cx, layout).map_or(0..0, |day| around(lefts[day]));
        let mut scratch = BlockPainter::new(ui.ctx(), shaper);
        let lines = &mut self.lines.1;
        let mut height = |session: &Session| chips::height(&mut scratch, cx, session, (column, &mut *lines));
        layout.measure(cx.plan, near, &mut height);
        layout.measure(cx.plan, sought, &mut height);
    }

    /// The day in sight stays what it is while it shows; else it is the first that does.
    fn note_date(&mut self, sheet: &Sheet<'_>) {
        let shown = sheet.days_in_sight();
        let day = |date: NaiveDate| sheet.layout.day(date);
        if self.date.and_then(day).is_none_or(|day| !shown.contains(&day)) {
            self.date = sheet.layout.days.get(shown.start).map(|day| day.date);
        }
    }

    /// Edges of the rows: as high as what is in sight, together at least `room`. They grow at once, so that nothing lies
    /// on anything, glide when they shrink, and do not shrink while something is dragged.
    fn rows(&mut self, ui: &Ui, gesture: &Gesture, mut wanted: [f32; 3], room: f32) -> [f32; 4] {
        let time = ui.style().animation_time;
        let share = match self.last {
            Some(_) if gesture.is_dragging() => 0.0,
            Some(_) if time > 0.0 && self.settled => 1.0 - (-ui.input(|input| input.stable_dt) * 4.0 / time).exp(),
            _ => 1.0,
        };
        let rest = (room - wanted.iter().sum::<f32>()).max(0.0) / 3.0;
        for (height, wanted) in self.heights.iter_mut().zip(&mut wanted) {
            *wanted += rest;
            *height = wanted.max(*height + (*wanted - *height) * share);
            if *height > *wanted + 0.5 && share > 0.0 {
                ui.ctx().request_repaint();
            } else if share > 0.0 {
                *height = *wanted;
            }
        }
        self.settled = self.begun;
        edges(self.heights)
    }

    /// The wheel with Ctrl or beside the cells, the middle button, the edges while dragging.
    fn navigate(&mut self, ui: &Ui, gesture: &Gesture, (whole, body): (Rect, Rect)) {
        let Some((before, _)) = self.last else { return };
        let mut offset = before;
        let over = ui
            .input(|input| input.pointer.hover_pos())
            .filter(|&pos| whole.contains(pos) && ui.ctx().layer_id_at(pos).is_none_or(|layer| layer == ui.layer_id()));
        if let Some(pos) = over {
            let (zoom, scroll, panning) =
                ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta(), input.pointer.middle_down()));
            if (zoom - 1.0).abs() > f32::EPSILON && !gesture.is_dragging() {
                self.widen(zoom);
            } else if !body.contains(pos) {
                offset -= scroll;
            }
            if panning {
                offset -= ui.input(|input| input.pointer.delta());
            }
        }
        offset += gesture.edge_scroll(ui, body);
        if offset != before {
            self.offset = Some(offset);
        }
    }

    /// The day to be brought into sight: that of the row to be revealed; at first that of the main event, or today.
    fn sought_day(&self, cx: &ViewContext<'_>, layout: &GridLayout) -> Option<usize> {
        let start = self.sought_start(cx).map(|start| start.date());
        let date = match start.or(self.sought_date) {
            Some(date) => Some(date),
            None if !self.begun => {
                let today = cx.now.map(|now| now.date()).filter(|&today| layout.day(today).is_some());
                today.or_else(|| main_day(cx.plan, &days(cx.workbench)))
            }
            None => None,
        };
        layout.day(date?)
    }

    /// When the row to be revealed begins.
    fn sought_start(&self, cx: &ViewContext<'_>) -> Option<CivilTime> {
        let span = match self.reveal? {
            RowId::Session(id) => cx.plan.sessions().get(id)?.span(),
            RowId::Event(id) => cx.plan.events().get(id).map(|event| event.dates.span()),
            _ => None,
        };
        span.map(|span| span.start)
    }

    /// Scrolls so that what is sought is in sight.
    fn reveal_in(&mut self, cx: &ViewContext<'_>, sheet: &Sheet<'_>, sight: Vec2) {
        let (day, start) = (self.sought_day(cx, sheet.layout), self.sought_start(cx));
        let row = self.reveal.take();
        self.sought_date = None;
        let mut offset = self.offset.or(self.last.map(|(offset, _)| offset)).unwrap_or_default();
        let at_first = !std::mem::replace(&mut self.begun, true);
        let Some(day) = day else { return };
        let left = sheet.lefts[day];
        if at_first || left < offset.x || left + sheet.column > offset.x + sight.x {
            offset.x = left;
        }
        if let (Some(RowId::Session(id)), Some(start)) = (row, start) {
            let part = DayPart::of(start.minute_of_day());
            let chips = &sheet.layout.days[day].cells[part as usize];
            if let Some(chip) = chips.iter().find(|chip| chip.session == id) {
                let top = sheet.rows[part as usize] + chip.top;
                if top < offset.y || top + chip.height > offset.y + sight.y {
                    offset.y = (top - sight.y / 4.0).max(0.0);
                }
            }
        }
        self.offset = Some(offset);
    }
}

/// Edges of rows that are so high, from the top of the first.
fn edges(heights: [f32; 3]) -> [f32; 4] {
    let [first, second, third] = heights;
    [0.0, first, first + second, first + second + third]
}

fn sheet_ui(ui: &mut Ui, cx: &ViewContext<'_>, shaper: &mut Shaper, gesture: &mut Gesture, sheet: &mut Sheet<'_>) {
    let ground = ui.interact(sheet.area, Id::unique("grid ground"), Sense::click_and_drag());
    ground.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Group, true, cx.text("grid-ground")));
    let painter = ui.painter_at(sheet.area);
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    let pointer = ui.input(|input| input.pointer.latest_pos()).filter(|&pos| sheet.area.contains(pos));
    let target = pointer.filter(|_| gesture.what_if().is_some()).and_then(|pos| sheet.cell_at(pos));
    ruler::paint_ground(&mut blocks, cx, sheet, target);
    // A double click makes a session at an hour at which one would begin.
    let usual = std::mem::replace(&mut sheet.usual, true);
    gesture.ground(cx, &ground, sheet);
    sheet.usual = usual;
    for (chip, rect) in sheet.shown() {
        chips::chip_ui(ui, cx, &mut blocks, gesture, (sheet, chip, rect));
    }
    let refused = gesture.what_if().is_some_and(|what_if| what_if.refusal().is_some());
    for (ghost, rect) in sheet.shown_ghosts() {
        chips::paint_ghost(&mut blocks, cx, (ghost, rect, refused));
    }
    if let Some(band) = gesture.band(ui) {
        blocks.rect(band.intersect(sheet.area), cx.theme.band_over());
    }
    blocks.finish(&painter);
}
