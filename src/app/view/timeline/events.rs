//! The band of events over the lanes: meetings as bars, milestones and deadlines as marks, each movable by days.

use egui::{Id, Rect, Sense, Ui, pos2, vec2};

use crate::edit::Command;
use crate::look::Hue;
use crate::model::{CivilTime, Event, EventDates, EventId, EventKind, Span};
use crate::workbench::{Generation, Workbench};

use super::axis::Axis;
use super::sheet::Sheet;
use super::viewport::Viewport;
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::gesture::Surface as _;
use crate::app::paint::blocks::BlockPainter;
use crate::app::paint::text::{Face, Setting};
use crate::app::phrases;
use crate::app::style::{BlockColors, Theme, icons};
use crate::app::view::Tools;
use crate::app::widget::menus;

/// Height of one row of events, in points.
pub const ROW: f32 = 22.0;
/// More rows would take the room of sessions; what does not fit is found in the navigator.
const MAX_ROWS: usize = 3;
/// Beside a short bar its name takes no more than this, in points.
const MOST_NAME: f32 = 90.0;

/// What the band remembers: when events are, and in which rows those in sight stand.
#[derive(Debug, Default)]
pub struct EventBand {
    known: Option<Generation>,
    /// Those with days, by when they begin.
    events: Vec<(Span, EventId)>,
    /// How long the longest of them is, in minutes.
    longest_mins: i32,
    shown: Vec<(EventId, usize)>,
}

/// An event as it is painted.
struct Bar<'a> {
    event: &'a Event,
    rect: Rect,
    in_sight: Rect,
    colors: BlockColors,
    raised: bool,
}

impl EventBand {
    /// Finds a row for every event in sight; returns how many rows are needed.
    pub fn layout(&mut self, cx: &ViewContext<'_>, axis: &Axis, viewport: Viewport, width: f32) -> usize {
        self.follow(cx.workbench);
        let time = |x: f32| CivilTime::containing(axis.minutes_from_units(viewport.units_from_x(x)));
        // A name may reach further than its event.
        let (from, to) = (time(-MOST_NAME).plus_mins(-self.longest_mins), time(width));
        let first = self.events.partition_point(|(span, _)| span.start < from);
        let end = self.events.partition_point(|(span, _)| span.start <= to);
        let mut events: Vec<(&Event, f32, f32)> = self.events[first.min(end)..end]
            .iter()
            .filter_map(|&(span, id)| {
                let x = |time| viewport.x_from_units(axis.units_from_time(time));
                Some((&**cx.plan.events().get(id)?, x(span.start), x(span.end)))
            })
            .filter(|&(event, left, right)| {
                right.max(left + name_width(cx, event).min(MOST_NAME)) > 0.0 && left < width
            })
            .collect();
        events.sort_by(|a, b| {
            // Meetings come before milestones, which may have to stay away.
            let key = |&(event, left, right): &(&Event, f32, f32)| (event.hours.is_none(), left, -right);
            key(a).partial_cmp(&key(b)).unwrap_or(std::cmp::Ordering::Equal)
        });
        let mut rows: [Vec<(f32, f32)>; MAX_ROWS] = Default::default();
        self.shown.clear();
        for (event, left, right) in events {
            // Room for a few letters even where the bar is short.
            let label = if right - left < MOST_NAME { MOST_NAME.min(name_width(cx, event)) } else { 0.0 };
            let taken = (left, right.max(left + label) + 2.0);
            let is_free = |row: &Vec<(f32, f32)>| row.iter().all(|other| other.1 <= taken.0 || taken.1 <= other.0);
            if let Some(row) = rows.iter().position(is_free) {
                rows[row].push(taken);
                self.shown.push((event.id, row));
            }
        }
        self.shown.iter().map(|&(_, row)| row + 1).max().unwrap_or(1)
    }

    /// Finds out when events are, where they have changed.
    fn follow(&mut self, workbench: &Workbench) {
        let known = self.known.replace(workbench.generation());
        let is_same = known == self.known
            || known
                .and_then(|known| workbench.since(known))
                .is_some_and(|mut patches| !patches.any(|patch| patch.changes::<Event>().next().is_some()));
        if is_same {
            return;
        }
        let with_days = workbench.plan().events().iter().filter(|event| matches!(event.dates, EventDates::Days { .. }));
        self.events = with_days.map(|event| (event.dates.span(), event.id)).collect();
        self.events.sort_unstable();
        self.longest_mins = self.events.iter().map(|(span, _)| span.mins()).max().unwrap_or(0);
    }

    /// Draws it; a click selects, a drag moves the event with all its sessions by whole days.
    pub(super) fn ui(
        &mut self,
        ui: &Ui,
        cx: &ViewContext<'_>,
        Tools { shaper, gesture }: &mut Tools<'_>,
        (head, area): (Rect, Rect),
        sheet: &Sheet<'_>,
    ) {
        let whole = area.union(head);
        let painter = ui.painter_at(whole);
        let mut blocks = BlockPainter::new(ui.ctx(), shaper);
        blocks.rect(whole, cx.theme.ground);
        let title =
            Rect::from_min_max(pos2(whole.left() + 12.0, area.top() + 4.0), pos2(area.left() - 8.0, area.bottom()));
        blocks.text(
            cx.text("timeline-events"),
            Face::Detail,
            Setting { rect: title, max_lines: 1, color: cx.theme.text_2 },
        );
        blocks.rect(Rect::from_x_y_ranges(area.left() - 1.0..=area.left(), area.y_range()), cx.theme.line_strong);
        let place = |event: &Event, dates: EventDates, row: usize| {
            let (top, span) = (area.top() + 3.0 + row as f32 * ROW, dates.span());
            let x = |time: CivilTime| sheet.x(f64::from(time.minutes()));
            let (left, right) = (x(span.start), x(span.end));
            let rect = Rect::from_min_max(pos2(left, top), pos2(right.max(left + 2.0), top + ROW - 3.0));
            let room = rect.with_max_x(rect.right().max(rect.left() + name_width(cx, event).min(MOST_NAME)));
            let in_sight = room.intersect(area);
            in_sight.is_positive().then_some((rect, in_sight))
        };
        let mut ghost = None;
        for &(id, row) in &self.shown {
            let Some(event) = cx.plan.events().get(id) else { continue };
            let moved = gesture.what_if().and_then(|what_if| match what_if.command {
                Command::ShiftEvent(moved, days) if moved == id => Some((days, what_if.refusal().is_some())),
                _ => None,
            });
            if let Some((days, is_refused)) = moved
                && let Some((rect, in_sight)) = place(event, event.dates.shifted(days), row)
            {
                ghost = Some(Bar { event, rect, in_sight, colors: cx.theme.ghost(is_refused), raised: false });
            }
            let Some((rect, in_sight)) = place(event, event.dates, row) else { continue };
            let response = ui.interact(in_sight, Id::unique(("event", id)), Sense::click_and_drag());
            let selected = cx.selection.focus == Some(id.into());
            let spoken = format!("{}, {}", cx.title(&event.title), phrases::event_dates(cx, event.dates));
            response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, selected, &spoken));
            let mut colors = event_colors(cx.theme, event.kind);
            if moved.is_some() {
                colors = cx.theme.faded_block(colors);
            }
            let raised = (selected || response.hovered()) && moved.is_none();
            paint(&mut blocks, cx, &Bar { event, rect, in_sight, colors, raised });
            menus::context_menu(&response, |ui| {
                if menus::entry(ui, cx, (cx.text("command-dates"), ""), matches!(event.dates, EventDates::Days { .. }))
                {
                    cx.act(Action::AskDates(id, event.dates.first_and_last().0));
                }
            });
            if response.clicked() {
                cx.select(id);
            }
            if response.double_clicked() {
                cx.act(Action::Reveal(id.into()));
            }
            if response.drag_started_by(egui::PointerButton::Primary)
                && let Some(from) = ui.input(|input| input.pointer.press_origin()).and_then(|pos| sheet.spot(pos))
            {
                gesture.start_event(cx, id, from);
            }
            if !gesture.is_dragging() {
                response.on_hover_text(spoken).on_hover_cursor(egui::CursorIcon::Grab);
            }
        }
        if let Some(bar) = ghost {
            paint(&mut blocks, cx, &bar);
        }
        blocks.rect(whole.with_min_y(whole.bottom() - 1.0), cx.theme.line_strong);
        blocks.finish(&painter);
    }
}

/// The colours of an event.
#[must_use]
pub fn event_colors(theme: &Theme, kind: EventKind) -> BlockColors {
    theme.hue(match kind {
        EventKind::Conference => Hue::Blue,
        EventKind::YouthCelebration => Hue::Amber,
        EventKind::InterregionalMeeting => Hue::Violet,
        EventKind::RegionalPreparatoryMeeting => Hue::Teal,
        EventKind::CoordinationMeeting => Hue::Sky,
        EventKind::AdvisoryGroup => Hue::Green,
        EventKind::Council => Hue::Indigo,
        EventKind::Forum => Hue::Moss,
        EventKind::SiteVisit => Hue::Rust,
        EventKind::Milestone => Hue::Slate,
        EventKind::Deadline => Hue::Rose,
        EventKind::Holiday => Hue::Orchid,
        EventKind::PlanningArea => Hue::Grey,
    })
}

fn is_mark(kind: EventKind) -> bool {
    matches!(kind, EventKind::Milestone | EventKind::Deadline)
}

fn name<'a>(cx: &'a ViewContext<'_>, event: &'a Event) -> &'a str {
    cx.short_name(&event.code, &event.title)
}

/// About how wide the name is, without laying it out.
fn name_width(cx: &ViewContext<'_>, event: &Event) -> f32 {
    name(cx, event).chars().count() as f32 * 7.0 + 20.0
}

fn paint(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, bar: &Bar<'_>) {
    let Bar { event, rect, in_sight, colors, raised } = *bar;
    let mut text = in_sight.shrink2(vec2(6.0, 0.0));
    if is_mark(event.kind) {
        let icon = if event.kind == EventKind::Deadline { icons::FLAG_TRIANGLE } else { icons::MILESTONE };
        let mark = Rect::from_min_size(rect.left_top() + vec2(0.0, 2.0), vec2(16.0, 16.0));
        if raised {
            blocks.rounded(in_sight, [3.0; 4], colors.fill);
        }
        blocks.text(icon, Face::Title, Setting { rect: mark, max_lines: 1, color: colors.bar });
        text.min.x = text.min.x.max(mark.right() + 2.0);
    } else {
        blocks.rounded(rect.intersect(in_sight.expand(4.0)), [4.0; 4], if raised { colors.bar } else { colors.fill });
        if rect.width() < text.width() {
            text.min.x += 2.0;
        }
    }
    let color = match (raised, is_mark(event.kind)) {
        (true, false) if rect.width() > 30.0 => cx.theme.on_accent,
        _ => colors.text,
    };
    text.min.y = rect.center().y - 8.0;
    if text.width() > 14.0 {
        blocks.text(name(cx, event), Face::Title, Setting { rect: text, max_lines: 1, color });
    }
}
