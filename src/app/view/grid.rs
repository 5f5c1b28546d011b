//! The Plan grid: the time management plan that planners know. Weeks under each other, days as columns, the parts of the
//! day as rows: the whole conference on one screen.

mod cards;
mod cell;
mod groups;
mod layout;
mod legend;
mod letters;
mod part;
mod ruler;
mod sheet;
mod sight;
mod stack;
mod words;

use std::cell::RefCell;

use chrono::NaiveDate;
use egui::{Id, Key, Rect, Sense, Ui, Vec2, pos2, vec2};

use crate::model::{CivilTime, Language, Room, RowId, Session, SessionId};
use crate::texts::{Value, dates, tid};
use crate::workbench::Generation;

use super::kind::ViewKind;
use super::{Arrow, Entry, Tools, View, walk};
use crate::app::context::ViewContext;
use crate::app::gesture::{Flow, Gesture};
use crate::app::paint::blocks::BlockPainter;
use crate::app::paint::text::Shaper;
use crate::app::style::icons;
use crate::app::view::days::no_days_ui;
use crate::app::view::pane::pane;
use crate::app::widget::tips;
use cell::GroupKey;
use groups::Groups;
use layout::{GridLayout, WEEK};
use legend::Legend;
use letters::Letters;
use part::DayPart;
use sheet::{Ghosts, Rows, Sheet};
use stack::{HEAD, LOW, PADDING};
use words::RoomCodes;

/// The least width of a column, in points.
const NARROWEST: f32 = 92.0;
/// The width of Saturday and Sunday, unless the other days are narrower.
const WEEKEND: f32 = 136.0;
/// The greatest width that can be asked for.
const WIDEST: f32 = 460.0;
/// Rows of the conference grow by so much at most to fill the screen.
const MOST_STRETCH: f32 = 24.0;

/// What the Plan grid remembers from frame to frame.
#[derive(Debug, Default)]
pub struct GridView {
    /// With the state of the plan that it follows.
    layout: Option<(Generation, MadeFor, GridLayout)>,
    letters: Letters,
    codes: RoomCodes,
    groups: Groups,
    /// Where the rows were in the last frame.
    rows: Rows,
    /// The width of a day that was asked for; `None` where all are to be seen.
    column: Option<f32>,
    /// Where the scroll area is to stand next.
    offset: Option<Vec2>,
    /// Where it stood, and how much smaller its sight was than its place.
    last: Option<(Vec2, Vec2)>,
    reveal: Option<RowId>,
    /// The group to be opened or closed.
    toggled: Option<GroupKey>,
    /// Whether it has been scrolled to where planning begins.
    begun: bool,
    /// The day in sight; one of them, where there are several.
    date: Option<NaiveDate>,
    /// The day to bring into sight.
    sought_date: Option<NaiveDate>,
}

/// What the layout was made from, besides the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct MadeFor {
    /// Widths of Monday to Friday, and of Saturday and Sunday, in whole points.
    columns: (u32, u32),
    languages: (Language, Language),
    pixels: u32,
}

/// The parts of the screen that it has: all, the names at the left, the cells.
#[derive(Clone, Copy)]
struct Areas {
    whole: Rect,
    names: Rect,
    body: Rect,
}

/// The Plan grid in the list of views.
pub const VIEW: Entry = Entry {
    kind: ViewKind {
        name: "grid",
        label: tid("view-grid"),
        tip: tid("view-grid-tip"),
        icon: icons::LAYOUT_GRID,
        key: Key::Num3,
        with_shift: false,
        is_wide: true,
    },
    make: || Box::<GridView>::default(),
};

impl View for GridView {
    fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, Tools { shaper, gesture }: &mut Tools<'_>) {
        let whole = ui.available_rect_before_wrap();
        ui.allocate_rect(whole, Sense::hover());
        self.letters.follow(ui.ctx());
        let bars = self.last.map_or(Vec2::ZERO, |(_, bars)| bars);
        let lefts = self.refresh(ui, cx, whole.width() - ruler::NAMES - bars.x);
        let Some((generation, key, mut layout)) = self.layout.take() else { return };
        if layout.days.is_empty() {
            no_days_ui(ui, cx, whole);
        } else {
            let legend = Legend::new(ui, cx, shaper, (&layout.kinds(), &self.codes, whole.width()));
            let (upper, below) = whole.split_top_bottom_at_y(whole.bottom() - legend.height());
            let (names, body) = upper.split_left_right_at_x(whole.left() + ruler::NAMES);
            let areas = Areas { whole: upper, names, body };
            self.body_ui(ui, cx, (shaper, gesture), (areas, &mut layout, lefts));
            legend.ui(ui, cx, shaper, below);
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

    fn status(&self, cx: &ViewContext<'_>) -> Option<String> {
        Some(cx.text("status-hint-grid").to_owned())
    }

    fn flow(&self) -> Option<Flow> {
        Some(Flow::Cells)
    }

    fn walk(&self, cx: &ViewContext<'_>, from: &Session, arrow: Arrow) -> Option<SessionId> {
        match arrow {
            Arrow::Up | Arrow::Down => walk::along(cx, from, arrow == Arrow::Down, layout::has_card),
            Arrow::Left | Arrow::Right => walk::on_day_beside(cx, from, arrow == Arrow::Right, layout::has_card),
        }
    }

    fn zoom(&mut self, factor: f32) {
        self.widen(factor);
    }

    fn zoom_all(&mut self) {
        self.column = None;
    }

    fn reset(&mut self) {
        if let Some((_, _, layout)) = &mut self.layout {
            layout.close_all();
        }
    }
}

impl GridView {
    /// Makes days wider or narrower.
    fn widen(&mut self, factor: f32) {
        if let Some((_, key, _)) = &self.layout {
            self.column = Some((key.columns.0 as f32 * factor).clamp(NARROWEST, WIDEST));
        }
    }

    /// Lets the layout follow the plan, or lays it out anew where something else has changed; returns the left edges of
    /// the columns.
    fn refresh(&mut self, ui: &Ui, cx: &ViewContext<'_>, room: f32) -> [f32; WEEK + 1] {
        let known = self.layout.take();
        let patches = known.as_ref().and_then(|&(generation, ..)| cx.workbench.since(generation));
        let mut other_rooms = true;
        let (made_for, mut layout) = match known.zip(patches) {
            Some(((_, made_for, mut layout), patches)) => {
                let patches: Vec<_> = patches.collect();
                other_rooms = patches.iter().any(|patch| patch.changes::<Room>().next().is_some());
                layout.follow(cx.workbench, patches.into_iter());
                (Some(made_for), layout)
            }
            None => (None, GridLayout::new(cx.workbench)),
        };
        let (weekday, weekend) = self.column.map_or_else(|| shared(room), |column| (column, column.min(WEEKEND)));
        let key = MadeFor {
            columns: (weekday as u32, weekend as u32),
            languages: (cx.settings.language, cx.settings.title_language()),
            pixels: (ui.ctx().pixels_per_point() * 1000.0) as u32,
        };
        if made_for != Some(key) {
            layout.forget_lengths();
        }
        if other_rooms || made_for.is_none_or(|made_for| made_for.languages != key.languages) {
            self.codes = RoomCodes::new(cx);
        }
        let mut lefts = [0.0; WEEK + 1];
        for column in 0..WEEK {
            let is_off = layout.days.get(column).is_some_and(|day| crate::model::is_weekend(day.date));
            lefts[column + 1] = lefts[column] + if is_off { weekend } else { weekday };
        }
        // The last column takes what rounding has left.
        if self.column.is_none() {
            lefts[WEEK] = lefts[WEEK].max(room.floor());
        }
        self.layout = Some((cx.workbench.generation(), key, layout));
        lefts
    }

    fn body_ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        (shaper, gesture): (&mut Shaper, &mut Gesture),
        (areas, layout, lefts): (Areas, &mut GridLayout, [f32; WEEK + 1]),
    ) {
        let Areas { body, .. } = areas;
        let sight = body.size() - self.last.map_or(Vec2::ZERO, |(_, bars)| bars);
        let grabbed = grabbed(cx, gesture);
        if let Some((offset, bars)) = self.last
            && self.rows.heights.len() == layout.weeks.len()
        {
            // The pointer is over what the last frame has shown, and rows make room for what would be there.
            let shown = Sheet {
                layout: &*layout,
                lefts,
                rows: &self.rows,
                ghosts: &Ghosts::default(),
                area: Rect::from_min_max(body.min, body.max - bars),
                origin: body.min - offset,
                usual: gesture.is_from_tray(),
                grabbed,
            };
            gesture.update(ui, cx, &shown);
        }
        if let Some(RowId::Session(id)) = self.reveal
            && let Some(session) = cx.plan.sessions().get(id)
        {
            layout.open_for(session);
        }
        self.fill(cx, layout, (&lefts, sight.y));
        let layout = &*layout;
        self.navigate(ui, gesture, areas);
        let ghosts = cards::ghosts(cx, gesture, layout);
        self.set_rows(layout, gesture, ghosts.heights(layout), sight.y);
        let rows = std::mem::take(&mut self.rows);
        let mut sheet = Sheet {
            layout,
            lefts,
            rows: &rows,
            ghosts: &ghosts,
            area: body,
            origin: body.min,
            usual: gesture.is_from_tray(),
            grabbed,
        };
        self.reveal_in(cx, &sheet, sight);
        let mut size = sheet.size();
        // The conference can be scrolled to the top also where it is lower than the screen.
        size.y = size.y.max(rows.tops[layout.main_weeks().start] + sight.y.floor());
        let mut asked = None;
        let pane = pane(ui, "grid", (body, size), self.offset.take(), |ui, area, origin| {
            (sheet.area, sheet.origin) = (area, origin);
            asked = sheet_ui(ui, cx, (shaper, gesture), (&mut sheet, (&self.codes, &mut self.groups), self.date));
        });
        ruler::ui(ui, cx, shaper, (areas.names, &sheet, self.date));
        self.offset = pane.again;
        self.last = Some((pane.offset, pane.bars));
        self.note_date(&sheet);
        self.rows = rows;
        if asked.is_some() {
            self.toggled = asked;
            ui.ctx().request_repaint();
        }
    }

    /// Fills the weeks that may come into sight in this frame, and where something is to be brought into sight, that.
    fn fill(&mut self, cx: &ViewContext<'_>, layout: &mut GridLayout, (lefts, sight): (&[f32; WEEK + 1], f32)) {
        if let Some(group) = self.toggled.take() {
            layout.toggle(group);
        }
        let rows = &self.rows;
        let top = self.offset.or(self.last.map(|(offset, _)| offset)).map(|offset| offset.y);
        let near = top.map_or(0..0, |top| rows.weeks_between(top - sight, top + 2.0 * sight));
        let before = layout.tops();
        let anchor = top.filter(|_| rows.heights.len() == layout.weeks.len()).map(|top| {
            let week = rows.week_at(top);
            // Where a week opens above what is seen, what is seen stays.
            if layout.is_filled(week) { week } else { week + 1 }
        });
        let sought = self.sought_day(cx, layout).map(|day| day / WEEK);
        let main = layout.main_weeks();
        let letters = RefCell::new(&mut self.letters);
        let is_long = |column: usize, session: &Session| {
            let width = lefts[column + 1] - lefts[column] - 2.0 * PADDING;
            cards::is_long(cx, &mut letters.borrow_mut(), session, width)
        };
        layout.fill(cx.workbench, near, is_long);
        if let Some(week) = sought {
            let range = if main.contains(&week) { main } else { week..week + 1 };
            layout.fill(cx.workbench, range, is_long);
        }
        layout.stack(cx.workbench, sight);
        if let (Some(anchor), Some((offset, _)), None) = (anchor, self.last, sought) {
            let moved = layout.tops()[anchor] - before[anchor];
            if moved.abs() > 0.5 {
                let offset = self.offset.unwrap_or(offset);
                self.offset = Some(offset + vec2(0.0, moved));
            }
        }
    }

    /// Rows so high as their fullest cells; they do not shrink while something is dragged.
    fn set_rows(&mut self, layout: &GridLayout, gesture: &Gesture, heights: Vec<[f32; DayPart::COUNT]>, sight: f32) {
        let mut heights = stretched(layout, heights, sight);
        if gesture.is_dragging() && heights.len() == self.rows.heights.len() {
            for (new, old) in heights.iter_mut().flatten().zip(self.rows.heights.iter().flatten()) {
                *new = new.max(*old);
            }
        }
        if self.rows.heights != heights {
            self.rows = Rows::new(heights);
        }
    }

    /// The day in sight stays what it is while it shows; else it is the first of the conference that does.
    fn note_date(&mut self, sheet: &Sheet<'_>) {
        let shown: Vec<usize> = sheet.days_in_sight().collect();
        let day = |date: NaiveDate| sheet.layout.day(date);
        if self.date.and_then(day).is_none_or(|day| !shown.contains(&day)) {
            let has_sessions = |&&day: &&usize| {
                let is_full = sheet.layout.days[day].cells.iter().any(|cell| !cell.items.is_empty());
                is_full && sheet.head_rect(day / WEEK).bottom() < sheet.area.bottom()
            };
            let first = shown.iter().find(has_sessions).or(shown.first());
            self.date = first.map(|&day| sheet.layout.days[day].date);
        }
    }
}

/// How wide days are that share the room: Monday to Friday, and Saturday and Sunday.
fn shared(room: f32) -> (f32, f32) {
    let weekday = ((room - 2.0 * WEEKEND) / 5.0).floor();
    let even = (room / WEEK as f32).floor().max(NARROWEST);
    if weekday >= WEEKEND { (weekday, WEEKEND) } else { (even, even) }
}

/// How high the conference is without being stretched.
fn natural(layout: &GridLayout) -> f32 {
    layout.weeks[layout.main_weeks()].iter().map(|week| HEAD + week.heights.iter().sum::<f32>()).sum()
}

/// Rows of the conference share what is left of the screen.
fn stretched(layout: &GridLayout, mut heights: Vec<[f32; DayPart::COUNT]>, sight: f32) -> Vec<[f32; DayPart::COUNT]> {
    let main = layout.main_weeks();
    let count = (main.len() * DayPart::COUNT).max(1) as f32;
    let more = ((sight - natural(layout)) / count).floor().clamp(0.0, MOST_STRETCH);
    heights[main].iter_mut().flatten().for_each(|height| *height += more);
    heights
}

/// How many minutes after the start of its part of the day the grabbed session begins.
fn grabbed(cx: &ViewContext<'_>, gesture: &Gesture) -> i32 {
    let session = gesture.grabbed().and_then(|id| cx.plan.sessions().get(id));
    let start = session.and_then(|session| session.placement.as_ref()).map(|at| at.start.minute_of_day());
    start.map_or(0, |minute| minute - DayPart::of(minute).start())
}

fn sheet_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (shaper, gesture): (&mut Shaper, &mut Gesture),
    (sheet, (codes, groups), date): (&mut Sheet<'_>, (&RoomCodes, &mut Groups), Option<NaiveDate>),
) -> Option<GroupKey> {
    let ground = ui.interact(sheet.area, Id::unique("grid ground"), Sense::click_and_drag());
    ground.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Group, true, cx.text("grid-ground")));
    let painter = ui.painter_at(sheet.area);
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    let pointer = ui.input(|input| input.pointer.latest_pos()).filter(|&pos| sheet.area.contains(pos));
    let target = pointer.filter(|_| gesture.what_if().is_some()).and_then(|pos| sheet.cell_at(pos));
    ruler::paint_ground(&mut blocks, cx, sheet, (date, target));
    // A double click makes a session at an hour at which one would begin.
    let usual = std::mem::replace(&mut sheet.usual, true);
    gesture.ground(cx, &ground, sheet);
    sheet.usual = usual;
    let mut asked = None;
    for shown in sheet.shown() {
        asked = cards::card_ui(ui, cx, &mut blocks, gesture, (sheet, (codes, groups), shown)).or(asked);
    }
    let refused = gesture.what_if().is_some_and(|what_if| what_if.refusal().is_some());
    for (ghost, rect) in sheet.shown_ghosts() {
        cards::paint_ghost(&mut blocks, cx, (ghost, codes, rect, refused));
    }
    if let Some(band) = gesture.band(ui) {
        blocks.rect(band.intersect(sheet.area), cx.theme.band_over());
    }
    blocks.finish(&painter);
    let is_over = |pos| ui.ctx().layer_id_at(pos).is_none_or(|layer| layer == ui.layer_id());
    if let Some(pos) = pointer.filter(|&pos| !gesture.is_dragging() && is_over(pos)) {
        add_ui(ui, cx, sheet, pos);
    }
    asked
}

/// A "+" in each empty cell of the column under the pointer.
fn add_ui(ui: &Ui, cx: &ViewContext<'_>, sheet: &Sheet<'_>, pos: egui::Pos2) {
    let Some((day, _)) = sheet.cell_at(pos) else { return };
    let head = sheet.head_rect(day / WEEK);
    for part in DayPart::ALL {
        let cell = sheet.cell_rect((day, part));
        if !sheet.layout.days[day].cells[part as usize].items.is_empty() || cell.top() + PADDING < head.bottom() {
            continue;
        }
        let rect = Rect::from_min_max(cell.min, pos2(cell.right() - 1.0, cell.top() + LOW + 2.0 * PADDING));
        let date = dates::day_long(cx.texts, sheet.layout.days[day].date);
        let values = [("day", Value::from(&date)), ("part", Value::from(cx.text(part.name())))];
        let name = cx.texts.text_with("grid-add", &values);
        if cards::add_ui(ui, cx, rect.shrink(PADDING), (&name, (day, part))) {
            let start = CivilTime::midnight(sheet.layout.days[day].date).plus_mins(part.usual_start());
            Gesture::create_at(cx, start);
        }
    }
}
