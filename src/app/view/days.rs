//! The days of a plan, as every view counts and names them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use egui::{Rect, RichText, Ui, UiBuilder, vec2};

use crate::app::action::UiCommand;
use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::signs::sign_ui;
use crate::model::CivilTime;
use crate::model::zone::{self, Tz};
use crate::workbench::Workbench;

/// The days that have sessions or belong to an event with hours, each with its number of sessions.
#[must_use]
pub fn days(workbench: &Workbench) -> BTreeMap<NaiveDate, usize> {
    let index = workbench.index();
    let mut days: BTreeMap<NaiveDate, usize> = index.meeting_days().keys().map(|&date| (date, 0)).collect();
    days.extend(index.days().iter().map(|(&date, sessions)| (date, sessions.len())));
    days
}

/// The first day of what the plan is about; where it is about no event, the first of `days`.
#[must_use]
pub fn main_day(workbench: &Workbench, days: &BTreeMap<NaiveDate, usize>) -> Option<NaiveDate> {
    let main = workbench.index().main_event().and_then(|id| workbench.plan().events().get(id));
    main.map(|event| event.dates.first_and_last().0).or_else(|| days.keys().next().copied())
}

/// The day before `date` that has something.
#[must_use]
pub fn before(days: &BTreeMap<NaiveDate, usize>, date: NaiveDate) -> Option<NaiveDate> {
    days.range(..date).next_back().map(|(&date, _)| date)
}

/// The day after `date` that has something.
#[must_use]
pub fn after(days: &BTreeMap<NaiveDate, usize>, date: NaiveDate) -> Option<NaiveDate> {
    days.range((std::ops::Bound::Excluded(date), std::ops::Bound::Unbounded)).next().map(|(&date, _)| date)
}

/// What a clock in `zone` shows at a time of the plan, with the days it is ahead or behind.
#[must_use]
pub fn clock_in(zone: Tz, cx: &ViewContext<'_>, time: CivilTime) -> String {
    let there = zone::convert(time, cx.workbench.zone_on(time.date()), zone);
    match (there.date() - time.date()).num_days() {
        0 => there.clock(),
        days if days > 0 => format!("{} +{days}", there.clock()),
        days => format!("{} −{}", there.clock(), -days),
    }
}

/// What to do with a plan that has no days.
pub fn no_days_ui(ui: &mut Ui, cx: &ViewContext<'_>, whole: Rect) {
    let card = Rect::from_center_size(whole.center(), vec2(whole.width().min(420.0) - 20.0, 150.0));
    ui.scope_builder(UiBuilder::new().max_rect(card), |ui| {
        ui.vertical_centered(|ui| {
            sign_ui(ui, RichText::new(icons::CALENDAR_PLUS).size(28.0).color(cx.theme.text_2));
            ui.heading(cx.text("days-none"));
            ui.weak(cx.text("days-none-hint"));
            ui.add_space(4.0);
            if ui.button(cx.text("command-add-event")).clicked() {
                cx.run(UiCommand::AddEvent);
            }
        });
    });
}
