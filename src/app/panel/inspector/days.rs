//! A day in a form, chosen from a calendar, and a day with a time, which are typed.

use chrono::NaiveDate;
use egui::Ui;

use super::form::{Form, Pass};
use super::inspected::Inspected;
use crate::app::style::icons;
use crate::app::widget::calendar::{Shown, calendar_popup};
use crate::app::widget::property::{Value, chip_button, trailing_of};
use crate::model::{CivilTime, DAY_MINS, DayEdge};
use crate::texts::{dates, tid, typed};

impl<S: Inspected> Form<'_, S> {
    /// A row with a day that may be missing. The calendar begins with the chosen one, with `near`, or with today.
    pub fn day(
        &mut self,
        ui: &mut Ui,
        name: &'static str,
        (chosen, near): (Option<NaiveDate>, Option<(NaiveDate, NaiveDate)>),
        set: impl FnOnce(&mut S, Option<NaiveDate>),
    ) {
        let cx = self.cx;
        let mut cleared = false;
        let button = match (self.pass, chosen) {
            (Pass::Unset, None) => chip_button(ui, cx, self.sign(name)),
            (Pass::Set, Some(day)) => {
                let text = dates::day_short(cx.texts, day);
                let id = self.id(name);
                self.row(ui, name, |_, ui| {
                    let button = Value { name: cx.text(name), text: &text, ..Value::default() }.ui(ui, cx);
                    let clicked = trailing_of(ui, cx, (id, &button), &[(icons::X, cx.text("inspector-no-date"))]);
                    cleared = clicked.iter().any(egui::Response::clicked);
                    button
                })
            }
            _ => return,
        };
        let today = cx.today().map(|day| (day, day));
        if let Some(day) = calendar_popup(&button, cx, Shown { chosen, marked: near.or(today) }) {
            self.edit(|subject| set(subject, Some(day)));
        } else if cleared {
            self.edit(|subject| set(subject, None));
        }
    }

    /// A row with a day and a time that may be missing; a time alone is of the first of the days that matter. A day alone is its
    /// beginning or its end, where one of them can be meant.
    pub fn moment(
        &mut self,
        ui: &mut Ui,
        name: &'static str,
        (value, days, edge): (Option<CivilTime>, (NaiveDate, NaiveDate), Option<DayEdge>),
        set: fn(&mut S, Option<CivilTime>),
    ) {
        if !self.shows(ui, name, value.is_some()) {
            return;
        }
        let texts = self.cx.texts;
        let said = |at: CivilTime| format!("{} {}", dates::dates_short(texts, at.date(), at.date()), at.clock());
        let shown = value.map(said).unwrap_or_default();
        let near = value.map_or(days.0, CivilTime::date);
        let expected = tid("inspector-expected-moment");
        let read = move |subject: &mut S, text: String| {
            let whole = |edge| {
                let day = CivilTime::midnight(typed::date(text.trim(), near, days)?);
                Some(if edge == DayEdge::First { day } else { day.plus_mins(DAY_MINS) })
            };
            let said = || typed::moment(&text, near, days).or_else(|| edge.and_then(whole));
            let at = if text.trim().is_empty() { None } else { Some(said().ok_or(expected)?) };
            set(subject, at);
            Ok(())
        };
        let hint = self.cx.text("inspector-not-known");
        self.parsed_row(ui, (name, expected), (&shown, hint), (|text| Some(text.to_owned()), read));
    }
}
