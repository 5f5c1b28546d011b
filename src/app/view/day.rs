//! The Day: one day as a printed programme shows it, rooms as columns and hours down.

mod empty;
mod folds;
mod layout;
mod paint;
mod ruler;
mod sheet;
mod sight;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use egui::{Key, Rect, Sense, Ui, Vec2, pos2, vec2};

use crate::model::{EventDates, RowId, Session, SessionId, Span};
use crate::workbench::Generation;

use super::kind::ViewKind;
use super::{Arrow, Entry, Tools, View, walk};
use crate::app::context::ViewContext;
use crate::app::gesture::{Flow, Gesture};
use crate::app::paint::lanes::{LaneKey, LanesBy};
use crate::app::paint::text::Shaper;
use crate::app::style::icons;
use crate::app::view::choices::{self, InWords};
use crate::app::view::days::{after, before, days, main_day, no_days_ui};
use crate::app::view::legend::{Kinds, Legend};
use crate::app::view::pane::pane;
use crate::app::widget::tips;
use crate::texts::tid;
use empty::Empty;
use folds::Neighbours;
use layout::DayLayout;
use sheet::{FOLDED, Sheet, column_edges};

/// Points per minute at which a session of half an hour can be read.
const READABLE: f32 = 0.8;
/// Points per minute where there is no room at all.
const SMALLEST: f32 = 0.05;
/// So many times the height that there is may a day need at first, for its short sessions to be read.
const MOST_SCROLL: f32 = 1.4;

/// What the Day remembers from frame to frame.
#[derive(Debug, Default)]
pub struct DayView {
    date: Option<NaiveDate>,
    days: Option<(Generation, BTreeMap<NaiveDate, usize>)>,
    layout: Option<(Generation, DayLayout)>,
    folds: Neighbours,
    empty: Empty,
    /// The kinds that were in sight in the last frame.
    kinds: Kinds,
    /// Points per minute; `None` while the planner has not chosen any.
    scale: Option<f32>,
    /// Where the scroll area is to stand next.
    offset: Option<Vec2>,
    /// How the last frame was: hours, scale, scroll, and how much smaller the sight was than its place.
    last: Option<Last>,
    reveal: Option<RowId>,
    /// Whether another day has just been chosen.
    turned: bool,
}

#[derive(Clone, Copy, Debug)]
struct Last {
    hours: (i32, i32),
    scale: f32,
    offset: Vec2,
    bars: Vec2,
}

/// The Day in the list of views.
pub const VIEW: Entry = Entry {
    kind: ViewKind {
        name: "day",
        label: tid("view-day"),
        tip: tid("view-day-tip"),
        icon: icons::COLUMNS_3,
        key: Key::Num2,
        with_shift: false,
        is_wide: false,
    },
    make: || Box::<DayView>::default(),
};

impl View for DayView {
    fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, Tools { shaper, gesture }: &mut Tools<'_>) {
        let all = ui.available_rect_before_wrap();
        ui.allocate_rect(all, Sense::hover());
        let legend = Legend { kinds: self.kinds.clone(), places: gesture.needs_a_place(), is_named: true };
        let whole = all.with_max_y(all.bottom() - legend.height(ui, cx, shaper, all.width()));
        self.refresh(cx);
        let Some(date) = self.date else {
            return no_days_ui(ui, cx, all);
        };
        let Some((generation, days)) = self.days.take() else { return };
        self.folds.follow(cx, date, (before(&days, date), after(&days, date)));
        let heads = whole.top() + ruler::HEADS;
        let (chosen, within) = self.folds.ui(ui, cx, whole.with_min_y(heads));
        self.days = Some((generation, days));
        if let Some(chosen) = chosen.filter(|&chosen| chosen != date) {
            self.date = Some(chosen);
            self.turned = true;
            self.refresh(cx);
        }
        let Some((generation, layout)) = self.layout.take() else { return };
        self.body_ui(ui, cx, shaper, gesture, (whole, within, &layout));
        self.layout = Some((generation, layout));
        legend.ui(ui, cx, shaper, (None, all.with_min_y(whole.bottom())));
        tips::ghost_tip(ui, cx, gesture);
    }

    fn reveal(&mut self, row: RowId) {
        self.reveal = Some(row);
    }

    fn date(&self) -> Option<NaiveDate> {
        self.date
    }

    fn show_date(&mut self, date: NaiveDate) {
        self.turned |= self.date != Some(date);
        self.date = Some(date);
    }

    fn flow(&self) -> Option<Flow> {
        Some(Flow::Down)
    }

    fn walk(&self, cx: &ViewContext<'_>, from: &Session, arrow: Arrow) -> Option<SessionId> {
        let (_, layout) = self.layout.as_ref()?;
        // Breaks lie across all columns.
        let column = |key: LaneKey| layout.columns.iter().position(|column| column.key == key).map_or(0, |at| at + 1);
        let lanes = |session: &Session| -> Vec<usize> {
            LaneKey::of_session(session, LanesBy::Room).into_iter().map(column).collect()
        };
        let own = lanes(from);
        match arrow {
            Arrow::Up | Arrow::Down => {
                let beside = |session: &Session| lanes(session).iter().any(|lane| own.contains(lane));
                walk::along(cx, from, arrow == Arrow::Down, beside)
            }
            Arrow::Left | Arrow::Right => walk::across(cx, from, arrow == Arrow::Right, &lanes),
        }
    }

    fn has_line(&self) -> bool {
        true
    }

    fn line_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let room = ui.available_width();
        let words = InWords::ALL.into_iter().find(|words| words.width(ui, cx) <= room);
        choices::ui(ui, cx, words.unwrap_or(InWords::NONE));
    }

    fn zoom(&mut self, factor: f32) {
        if let Some(last) = self.last {
            self.scale = Some(last.scale * factor);
        }
    }

    fn zoom_all(&mut self) {
        // Less than all of it is never shown.
        self.scale = Some(0.0);
    }
}

impl DayView {
    /// Chooses a day where none is chosen, goes to the row to be revealed, and lays the day out anew where the plan has
    /// changed.
    fn refresh(&mut self, cx: &ViewContext<'_>) {
        if self.days.as_ref().is_none_or(|&(generation, _)| generation != cx.workbench.generation()) {
            self.days = Some((cx.workbench.generation(), days(cx.workbench)));
        }
        let before = self.date;
        let span = match self.reveal {
            Some(RowId::Session(id)) => cx.plan.sessions().get(id).and_then(|session| session.span()),
            Some(RowId::Event(id)) => cx.plan.events().get(id).map(|event| event.dates.span()),
            _ => None,
        };
        let shows = |span: Span| self.date.is_some_and(|date| span.overlaps(EventDates::day(date).span()));
        if let Some(span) = span.filter(|&span| !shows(span)) {
            self.date = Some(span.start.date());
        }
        if self.date.is_none()
            && let Some((_, days)) = &self.days
        {
            let today = cx.now.map(|now| now.date()).filter(|today| days.contains_key(today));
            self.date = today.or_else(|| main_day(cx.workbench, days));
        }
        let Some(date) = self.date else { return };
        let known = self.layout.take().filter(|(_, layout)| layout.date == date);
        let patches = known.as_ref().and_then(|&(known, _)| cx.workbench.since(known));
        let layout = match known.zip(patches) {
            Some(((_, mut layout), patches)) => {
                layout.follow(cx.workbench, patches);
                layout
            }
            None => DayLayout::new(cx.workbench, date),
        };
        self.layout = Some((cx.workbench.generation(), layout));
        self.turned |= before != self.date;
    }

    fn body_ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        shaper: &mut Shaper,
        gesture: &mut Gesture,
        (whole, within, layout): (Rect, Rect, &DayLayout),
    ) {
        let bars = self.last.map_or(Vec2::ZERO, |last| last.bars);
        let times = ruler::times_width(cx);
        let open = self.empty.is_open(cx, gesture, layout);
        let has_empty = layout.empty_rooms() > 0 && layout.columns.iter().any(|column| !column.places.is_empty());
        let right = whole.right() - if has_empty { FOLDED } else { 0.0 };
        let room = right - whole.left() - times - bars.x;
        let edges = column_edges(&layout.columns, room, open);
        let body = Rect::from_min_max(pos2(whole.left() + times, within.top()), pos2(right, within.bottom()));
        let sight = body.size() - bars;
        let hours = self.hours(gesture, layout);
        let fit = ((sight.y - 1.0) / (hours.1 - hours.0) as f32).max(SMALLEST);
        let scale = match (self.last, self.scale) {
            // Nothing may move under the pointer.
            (Some(last), _) if gesture.is_dragging() => last.scale.max(fit),
            (_, Some(scale)) => scale.clamp(fit, sight::CLOSEST.max(fit)),
            (_, None) => fit.max(READABLE).max(layout.legible_scale(sheet::LOWEST + 2.0).min(fit * MOST_SCROLL)),
        };
        let scale = self.navigate(ui, gesture, (whole, body), (hours, scale, fit));
        self.reveal_in(layout, &edges, sight, (hours, scale));
        let size = vec2(edges.last().copied().unwrap_or_default(), Sheet::height(hours, scale));
        let sheet = Sheet { layout, edges: &edges, hours, scale, head: whole.top(), area: body, origin: body.min };
        let mut kinds = Kinds::default();
        let pane = pane(ui, "day", (body, size), self.offset.take(), |ui, area, origin| {
            kinds = paint::sheet_ui(ui, cx, shaper, gesture, &Sheet { area, origin, ..sheet });
        });
        if self.kinds != kinds {
            self.kinds = kinds;
            ui.ctx().request_repaint();
        }
        let sheet = Sheet { area: pane.area, origin: pane.origin, ..sheet };
        ruler::ui(ui, cx, shaper, (whole, body), (&sheet, gesture));
        if has_empty {
            let rect = Rect::from_min_max(pos2(right, whole.top()), pos2(whole.right(), within.bottom()));
            self.empty.ui(ui, cx, shaper, (rect, layout, gesture));
        }
        self.offset = pane.again;
        self.turned = false;
        self.last = Some(Last { hours, scale, offset: pane.offset, bars: pane.bars });
    }
}
