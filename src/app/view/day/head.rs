//! The line above a day: its name, the way to the days before and after, and a strip of all days.

use std::collections::BTreeMap;
use std::time::Duration;

use chrono::{Datelike, NaiveDate};
use egui::{Align, Button, Id, Layout, Rect, RichText, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use crate::texts::dates;

use crate::app::context::ViewContext;
use crate::app::gesture::Gesture;
use crate::app::paint::blocks::BlockPainter;
use crate::app::paint::text::{Face, Setting, Shaper, label_ui};
use crate::app::style::{Type, icons, size};
use crate::app::view::days::{after, before, events_of_day, is_weekend};

/// How high it is, in points.
pub const HEIGHT: f32 = 60.0;
/// A day in the strip.
const CHIP: egui::Vec2 = vec2(32.0, 38.0);
/// Between days that do not follow each other.
const GAP: f32 = 14.0;
/// How long a drag must rest on a day before it opens, in seconds.
const REST: f64 = 0.4;

/// What the line remembers.
#[derive(Debug, Default)]
pub struct Head {
    /// The day to which the strip was scrolled.
    scrolled_to: Option<NaiveDate>,
    /// The day on which a drag rests, and since when.
    rests: Option<(NaiveDate, f64)>,
}

impl Head {
    /// Draws it; returns the day that was chosen.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        shaper: &mut Shaper,
        whole: Rect,
        (days, date): (&BTreeMap<NaiveDate, usize>, NaiveDate),
        gesture: &Gesture,
    ) -> Option<NaiveDate> {
        let area = whole.with_max_y(whole.top() + HEIGHT);
        ui.painter().rect_filled(area, 0.0, cx.theme.panel);
        ui.painter().rect_filled(area.with_min_y(area.bottom() - 1.0), 0.0, cx.theme.line);
        let is_wide = area.width() > 700.0;
        let inner = area.shrink2(vec2(10.0, 0.0));
        let mut chosen = None;
        let title =
            ui.scope_builder(UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center)), |ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                chosen = arrows_ui(ui, cx, (days, date));
                ui.add_space(6.0);
                title_ui(ui, cx, date, is_wide);
                let today = cx.now.map(|now| now.date()).filter(|&today| today != date && days.contains_key(&today));
                if let Some(today) = today {
                    ui.add_space(6.0);
                    if ui.button(cx.text("day-today")).clicked() {
                        chosen = Some(today);
                    }
                }
            });
        let left = title.response.rect.right() + 16.0;
        let strip = Rect::from_min_max(pos2(left, area.top()), pos2(area.right() - 4.0, area.bottom() - 1.0));
        if strip.width() < 60.0 {
            return chosen;
        }
        ui.scope_builder(UiBuilder::new().max_rect(strip), |ui| {
            ui.style_mut().always_scroll_the_only_direction = true;
            let area = ScrollArea::horizontal()
                .id_salt("days")
                .auto_shrink(false)
                .scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysHidden);
            area.show(ui, |ui| self.strip_ui(ui, cx, shaper, (days, date), gesture)).inner
        })
        .inner
        .or(chosen)
    }

    fn strip_ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        shaper: &mut Shaper,
        (days, date): (&BTreeMap<NaiveDate, usize>, NaiveDate),
        gesture: &Gesture,
    ) -> Option<NaiveDate> {
        let sight = ui.clip_rect();
        let mut blocks = BlockPainter::new(ui.ctx(), shaper);
        let origin = ui.max_rect().min;
        let (runs, width) = runs(&mut blocks, cx, days);
        // Few days stand at the right, where the strip ends.
        let shift = (sight.width() - width).max(0.0);
        ui.allocate_space(vec2(width + shift, HEIGHT - 1.0));
        let origin = origin + vec2(shift, 0.0);
        let most = days.values().copied().max().unwrap_or(0).max(1) as f32;
        let mut chosen = None;
        let mut rests = None;
        for run in &runs {
            let place = Rect::from_min_size(origin + vec2(run.left, 6.0), vec2(run.width, 14.0));
            // The month stays in sight while its days do.
            let name = place.with_min_x(place.left().max(sight.left()) + 3.0);
            if name.width() > 24.0 && name.left() < sight.right() {
                let color = cx.theme.text_2;
                blocks.text(&run.name, Face::Detail, Setting { rect: name, max_lines: 1, color });
            }
            for (index, &(day, count)) in run.days.iter().enumerate() {
                let rect = Rect::from_min_size(origin + vec2(run.left + index as f32 * CHIP.x, 20.0), CHIP).shrink(1.0);
                if day == date && self.scrolled_to != Some(date) {
                    ui.scroll_to_rect_animation(
                        rect.expand2(vec2(60.0, 0.0)),
                        None,
                        egui::style::ScrollAnimation::none(),
                    );
                    self.scrolled_to = Some(date);
                }
                if !rect.intersects(sight) {
                    continue;
                }
                let under = ui.input(|input| input.pointer.latest_pos()).is_some_and(|pos| rect.contains(pos));
                let is_target = gesture.is_dragging() && under;
                if is_target {
                    rests = Some(day);
                }
                if chip_ui(ui, cx, &mut blocks, rect, (day, count as f32 / most), (day == date, is_target)) {
                    chosen = Some(day);
                }
            }
        }
        blocks.finish(ui.painter());
        chosen.or_else(|| self.rested(ui, rests))
    }

    /// The day on which a drag has rested long enough.
    fn rested(&mut self, ui: &Ui, on: Option<NaiveDate>) -> Option<NaiveDate> {
        let now = ui.input(|input| input.time);
        let since = match (on, self.rests) {
            (Some(on), Some((day, since))) if on == day => since,
            _ => now,
        };
        self.rests = on.map(|on| (on, since));
        if on.is_some() && now - since < REST {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(REST - (now - since)));
        }
        on.filter(|_| now - since >= REST)
    }
}

/// Days of one month that follow each other.
struct Run {
    name: String,
    days: Vec<(NaiveDate, usize)>,
    left: f32,
    width: f32,
}

/// The strip from left to right, and how wide it is.
fn runs(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, days: &BTreeMap<NaiveDate, usize>) -> (Vec<Run>, f32) {
    let mut runs: Vec<Run> = Vec::new();
    let mut before: Option<NaiveDate> = None;
    for (&day, &count) in days {
        let follows = before.is_some_and(|before| before.succ_opt() == Some(day) && before.month() == day.month());
        match runs.last_mut().filter(|_| follows) {
            Some(run) => run.days.push((day, count)),
            None => {
                let name = dates::month_year(cx.texts, day);
                runs.push(Run { name, days: vec![(day, count)], left: 0.0, width: 0.0 });
            }
        }
        before = Some(day);
    }
    let mut left = 0.0;
    for run in &mut runs {
        run.left = left;
        run.width = (run.days.len() as f32 * CHIP.x).max(blocks.text_width(&run.name, Face::Detail) + 8.0);
        left += run.width + GAP;
    }
    (runs, left)
}

/// One day of the strip; returns whether it was clicked.
fn chip_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    blocks: &mut BlockPainter<'_>,
    rect: Rect,
    (day, load): (NaiveDate, f32),
    (is_shown, is_target): (bool, bool),
) -> bool {
    let response = ui.interact(rect, Id::unique(("day chip", day)), Sense::click());
    let name = dates::day_long(cx.texts, day);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_shown, &name));
    let fill = if is_shown {
        Some(cx.theme.accent)
    } else if is_target {
        Some(cx.theme.accent_soft)
    } else if response.hovered() || response.has_focus() {
        Some(cx.theme.field)
    } else {
        None
    };
    if let Some(fill) = fill {
        blocks.rounded(rect, [6.0; 4], fill);
    }
    let is_today = cx.now.is_some_and(|now| now.date() == day);
    let (strong, weak) = match (is_shown, is_today, is_weekend(day) || load == 0.0) {
        (true, ..) => (cx.theme.on_accent, cx.theme.on_accent),
        (_, true, _) => (cx.theme.now, cx.theme.now),
        (.., true) => (cx.theme.text_2, cx.theme.text_2),
        _ => (cx.theme.text, cx.theme.text_2),
    };
    let mut line = |text: &str, face: Face, top: f32, color| {
        let width = blocks.text_width(text, face).min(rect.width());
        let rect = Rect::from_min_max(pos2(rect.center().x - width / 2.0, rect.top() + top), rect.max);
        blocks.text(text, face, Setting { rect, max_lines: 1, color });
    };
    line(dates::weekday_short(cx.texts, day), Face::Detail, 1.0, weak);
    line(&dates::day_tiny(cx.texts, day), Face::Title, 14.0, strong);
    // How full the day is.
    let width = (rect.width() - 10.0) * load;
    let bar = Rect::from_center_size(pos2(rect.center().x, rect.bottom() - 3.0), vec2(width, 2.0));
    blocks.rect(bar, if is_shown { cx.theme.on_accent } else { cx.theme.line_strong });
    let clicked = response.clicked();
    response.on_hover_text(name);
    clicked
}

fn arrows_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (days, date): (&BTreeMap<NaiveDate, usize>, NaiveDate),
) -> Option<NaiveDate> {
    let mut chosen = None;
    for (icon, name, day, key) in [
        (icons::CHEVRON_LEFT, cx.text("day-before"), before(days, date), egui::Key::PageUp),
        (icons::CHEVRON_RIGHT, cx.text("day-after"), after(days, date), egui::Key::PageDown),
    ] {
        let button = Button::new(RichText::new(icon).size(size::ICON)).frame_when_inactive(false);
        let response = ui.add_enabled(day.is_some(), button);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, day.is_some(), name));
        if response.on_hover_text(format!("{name}  {}", key.name())).clicked() {
            chosen = day;
        }
    }
    chosen
}

/// The date, and under it the events of the day.
fn title_ui(ui: &mut Ui, cx: &ViewContext<'_>, date: NaiveDate, is_wide: bool) {
    let name = if is_wide { dates::day_long(cx.texts, date) } else { dates::day_short(cx.texts, date) };
    let events = events_of_day(cx, date);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.add_space(if events.is_empty() { 18.0 } else { 10.0 });
        label_ui(ui, RichText::new(&name).font(Type::Title.font()));
        if !events.is_empty() {
            label_ui(ui, RichText::new(&events).small().color(cx.theme.text_2));
        }
    });
}
