//! Zones: who is awake while a virtual meeting sits (§4.22). Hours of the day in every city, what each region bears, and the
//! starts that ask the least. The block of a sitting is pulled along the hours, and all regions move with it.

mod grid;
mod known;
mod summary;
mod table;

use chrono::NaiveDate;
use egui::{EventFilter, Key, Modifiers, Rect, RichText, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::kind::ViewKind;
use super::{Entry, Tools, View};
use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};
use crate::app::widget::{fields, focus};
use crate::edit::Command;
use crate::model::burden::{self, Sitting};
use crate::model::{EventId, Placement, RowId, SessionId, zone};
use crate::texts::{Value, dates, tid};
use known::Known;

/// The meeting that is looked at, and what is done to it.
#[derive(Debug, Default)]
pub struct ZonesView {
    event: Option<EventId>,
    session: Option<SessionId>,
    /// How far the block is pulled, in minutes, while it is.
    pulled: Option<i64>,
    known: Option<Known>,
    is_old: bool,
}

/// Zones in the list of views.
pub const VIEW: Entry = Entry {
    kind: ViewKind {
        name: "zones",
        label: tid("view-zones"),
        tip: tid("view-zones-tip"),
        icon: icons::GLOBE,
        key: Key::Num9,
        with_shift: false,
        is_wide: true,
    },
    make: || Box::<ZonesView>::default(),
};

/// Starts lie so many minutes apart.
const STEP: i64 = 30;
/// How wide the summary is, and how wide the view must be to have one, in points.
const SUMMARY: (f32, f32) = (300.0, 940.0);
/// So wide the view must be to say the hours of the sitting beside its day.
const LINE: f32 = 700.0;

impl View for ZonesView {
    fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, _tools: &mut Tools<'_>) {
        let whole = ui.available_rect_before_wrap();
        self.follow(cx);
        let Some(sitting) = self.sitting(cx) else {
            ui.add_space(24.0);
            ui.vertical_centered(|ui| fields::note(ui, cx, cx.text("zones-none")));
            return;
        };
        let known = Known::of(self.known.take(), cx, sitting);
        focus::note_part(ui.ctx(), whole, focus::Area::Sessions);
        let has_summary = whole.width() >= SUMMARY.1 && !cx.panels.1;
        let split = if has_summary { whole.right() - SUMMARY.0 } else { whole.right() };
        let (left, right) = whole.split_left_right_at_x(split);
        let pulled = self.pulled.map_or(sitting.start, |mins| sitting.start + mins * 60);
        let mut wanted = None;
        ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
            ScrollArea::vertical().id_salt("zones").auto_shrink(false).show(ui, |ui| {
                let (rect, ground) = grid::ui(ui, cx, &known, pulled);
                self.pull(ui, &ground, (rect, &sitting), &mut wanted);
                keys(ui, cx, (&ground, &sitting), &mut wanted);
                ui.add_space(8.0);
                if let Some(session) = table::ui(ui, cx, &known) {
                    self.session = Some(session);
                }
            });
        });
        if has_summary {
            ui.painter().rect_filled(right, 0.0, cx.theme.ground);
            ui.painter().vline(right.left() + 0.5, right.y_range(), (1.0, cx.theme.line_strong));
            let inner = right.shrink2(vec2(12.0, 0.0));
            ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
                if let Some(starts) = summary::ui(ui, cx, &known, pulled) {
                    cx.perform(place(cx, &starts));
                }
            });
        }
        if let Some(start) = wanted {
            cx.perform(place(cx, &[(sitting, start)]));
        }
        self.known = Some(known);
        ui.allocate_rect(whole, Sense::HOVER);
    }

    fn reveal(&mut self, row: RowId) {
        match row {
            RowId::Session(id) => self.session = Some(id),
            RowId::Event(id) => (self.event, self.session) = (Some(id), None),
            _ => {}
        }
    }

    fn show_date(&mut self, date: NaiveDate) {
        let known = self.known.as_ref();
        let at = known.and_then(|known| known.all.iter().find(|row| known::date_of(row) == Some(date)));
        if let Some(sitting) = at {
            (self.event, self.session) = (Some(sitting.event), Some(sitting.session));
        }
    }

    fn has_line(&self) -> bool {
        true
    }

    fn line_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let Some(sitting) = self.sitting(cx) else { return };
        let has_room = ui.available_width() >= LINE;
        if has_room {
            ui.label(RichText::new(cx.text("zones-title")).font(Type::Head.font()).color(cx.theme.text));
        }
        for id in burden::events(cx.plan) {
            let Some(event) = cx.plan.events().get(id) else { continue };
            let name = cx.short_name(&event.code, &event.title);
            if ui.selectable_label(id == sitting.event, name).clicked() {
                (self.event, self.session) = (Some(id), None);
            }
        }
        ui.separator();
        for (at, row) in burden::sittings(cx.plan, sitting.event).iter().enumerate() {
            let is_shown = row.session == sitting.session;
            let clock = zone::civil_at(row.start, zone::Tz::UTC).map(|(time, _)| time.clock()).unwrap_or_default();
            let values = [("number", Value::from(at + 1)), ("start", Value::from(&clock))];
            let words = cx.texts.text_with(if has_room { tid("zones-day") } else { tid("zones-day-short") }, &values);
            let button = ui.selectable_label(is_shown, &words);
            button.widget_info(|| WidgetInfo::selected(Role::Button, true, is_shown, &words));
            if button.clicked() {
                self.session = Some(row.session);
            }
        }
    }

    fn status(&self, cx: &ViewContext<'_>) -> Option<String> {
        let regions = burden::regions(cx.plan);
        let cities: usize = regions.iter().map(|region| region.zones().count()).sum();
        let values = [("cities", Value::from(cities)), ("regions", Value::from(regions.len()))];
        Some(cx.texts.text_with("zones-status", &values))
    }
}

impl ZonesView {
    /// Follows what is selected elsewhere, and forgets what is not there any more.
    fn follow(&mut self, cx: &ViewContext<'_>) {
        if !std::mem::replace(&mut self.is_old, true)
            && let Some(RowId::Session(id)) = cx.selection.focus
        {
            self.session = Some(id);
        }
        let events = burden::events(cx.plan);
        let of_session = self.session.and_then(|id| cx.plan.sessions().get(id)).map(|row| row.event);
        self.event = of_session.or(self.event).filter(|id| events.contains(id));
    }

    /// The sitting that is looked at.
    fn sitting(&self, cx: &ViewContext<'_>) -> Option<Sitting> {
        let event = self.event.or_else(|| burden::events(cx.plan).first().copied())?;
        let all = burden::sittings(cx.plan, event);
        all.iter().find(|row| Some(row.session) == self.session).or(all.first()).copied()
    }

    /// Lets the block follow the pointer, in steps of half an hour.
    fn pull(&mut self, ui: &Ui, ground: &egui::Response, (rect, sitting): (Rect, &Sitting), wanted: &mut Option<i64>) {
        if ground.dragged()
            && let (Some(from), Some(to)) =
                (ui.input(|input| input.pointer.press_origin()), ground.interact_pointer_pos())
        {
            let mins = (f64::from((to.x - from.x) / rect.width()) * 24.0 * 60.0 / STEP as f64).round() as i64 * STEP;
            // The day stays the same.
            let first = grid::day_start(sitting.start);
            let most = first + 24 * 3600 - STEP * 60 - sitting.start;
            self.pulled = Some(mins.clamp((first - sitting.start) / 60, most / 60));
        }
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            self.pulled = None;
            ui.ctx().stop_dragging();
        }
        if ground.drag_stopped() {
            ui.memory_mut(|memory| memory.request_focus(ground.id));
            *wanted = self.pulled.take().filter(|&mins| mins != 0).map(|mins| sitting.start + mins * 60);
        }
    }
}

/// Half an hour earlier or later, while the hours have the keyboard.
fn keys(ui: &Ui, cx: &ViewContext<'_>, (ground, sitting): (&egui::Response, &Sitting), wanted: &mut Option<i64>) {
    if ground.clicked() {
        ui.memory_mut(|memory| memory.request_focus(ground.id));
    }
    let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(ground.id, arrows));
    if ui.memory(|memory| memory.focused()) != Some(ground.id) {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    for (key, step) in [(Key::ArrowLeft, -STEP), (Key::ArrowRight, STEP)] {
        let start = sitting.start + step * 60;
        if pressed(key) && grid::day_start(start) == grid::day_start(sitting.start) {
            *wanted = Some(start);
        }
    }
    if pressed(Key::Enter) {
        cx.select(sitting.session);
    }
}

/// Puts sittings at these moments, each on the clock of its event.
fn place(cx: &ViewContext<'_>, starts: &[(Sitting, i64)]) -> Command {
    let placed = starts.iter().filter_map(|(sitting, start)| {
        let zone = cx.plan.events().get(sitting.event)?.zone;
        let at = cx.plan.sessions().get(sitting.session)?.placement.as_ref()?;
        let start = zone::civil_at(*start, zone)?.0;
        Some((sitting.session, Placement { start, ..at.clone() }))
    });
    Command::Place(placed.collect())
}

/// `18:30–21:30` on the clock of a zone.
fn span_in(zone: zone::Tz, (start, mins): (i64, i64)) -> String {
    let clock = |at: i64| zone::civil_at(at, zone).map(|(time, _)| time.clock()).unwrap_or_default();
    format!("{}–{}", clock(start), clock(start + mins * 60))
}

/// `09`, or `09:30` where it is no whole hour.
fn hour(minute: i64) -> String {
    let (hour, minute) = (minute / 60, minute % 60);
    if minute == 0 { format!("{hour:02}") } else { format!("{hour:02}:{minute:02}") }
}

/// `09–18`
fn hours_text(hours: (i64, i64)) -> String {
    format!("{}–{}", hour(hours.0), hour(hours.1))
}

/// `07–09, 18–22`: when people are awake and it is not day.
fn edges(measure: &burden::Measure) -> String {
    format!("{}, {}", hours_text((measure.awake.0, measure.day.0)), hours_text((measure.day.1, measure.awake.1)))
}

/// The hardest part of a day that a sitting reaches somewhere.
fn hardest(measure: &burden::Measure, zone: zone::Tz, (start, mins): (i64, i64)) -> burden::Part {
    let parts = (0..mins).step_by(30).chain([mins.max(1) - 1]);
    let parts = parts.map(|at| burden::Part::of(burden::local_minute(start + at * 60, zone), measure));
    parts.fold(burden::Part::Day, |hardest, part| match (hardest, part) {
        (burden::Part::Night, _) | (_, burden::Part::Night) => burden::Part::Night,
        (burden::Part::Edge, _) | (_, burden::Part::Edge) => burden::Part::Edge,
        _ => burden::Part::Day,
    })
}

/// The ground and the colour of a part of the day; the hours beside them say the same.
fn part_colors(cx: &ViewContext<'_>, part: burden::Part) -> (egui::Color32, egui::Color32) {
    match part {
        burden::Part::Day => (cx.theme.ok_soft, cx.theme.ok),
        burden::Part::Edge => (cx.theme.warning_soft, cx.theme.warning),
        burden::Part::Night => (cx.theme.error_soft, cx.theme.error),
    }
}

/// `Mon 14 Jul`
fn day(cx: &ViewContext<'_>, moment: i64) -> String {
    let date = zone::civil_at(moment, zone::Tz::UTC).map(|(time, _)| time.date());
    date.map(|date| dates::day_short(cx.texts, date)).unwrap_or_default()
}
