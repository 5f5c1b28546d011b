//! What of the grid is in sight: zoom, scroll, and bringing days and rows there.

use egui::{Ui, Vec2};

use super::cell;
use super::layout::{GridLayout, WEEK};
use super::part::DayPart;
use super::sheet::Sheet;
use super::stack::HEAD;
use super::{Areas, GridView};
use crate::app::context::ViewContext;
use crate::app::gesture::Gesture;
use crate::app::view::days::{days, main_day};
use crate::app::view::pane::asked;
use crate::model::{CivilTime, RowId};

impl GridView {
    /// The wheel with Ctrl or beside the cells, the middle button, the edges while dragging.
    pub(super) fn navigate(&mut self, ui: &Ui, gesture: &Gesture, Areas { whole, body, .. }: Areas) {
        let Some((before, _)) = self.last else { return };
        let mut offset = self.offset.unwrap_or(before);
        let at_first = offset;
        let asked = asked(ui, gesture, (whole, body));
        if let Some((_, factor)) = asked.zoom {
            self.widen(factor);
        }
        offset += asked.by + gesture.edge_scroll(ui, body);
        if offset != at_first {
            self.offset = Some(offset);
        }
    }

    /// The day to be brought into sight: that of the row to be revealed; at first that of the main event, or today.
    pub(super) fn sought_day(&self, cx: &ViewContext<'_>, layout: &GridLayout) -> Option<usize> {
        let start = self.sought_start(cx).map(|start| start.date());
        let date = match start.or(self.sought_date) {
            Some(date) => Some(date),
            None if !self.begun => {
                let today = cx.now.map(|now| now.date()).filter(|&today| layout.day(today).is_some());
                today.or_else(|| main_day(cx.workbench, &days(cx.workbench)))
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
    pub(super) fn reveal_in(&mut self, cx: &ViewContext<'_>, sheet: &Sheet<'_>, sight: Vec2) {
        let (day, start) = (self.sought_day(cx, sheet.layout), self.sought_start(cx));
        let row = self.reveal.take();
        self.sought_date = None;
        let mut offset = self.offset.or(self.last.map(|(offset, _)| offset)).unwrap_or_default();
        let at_first = !std::mem::replace(&mut self.begun, true);
        let Some(day) = day else { return };
        let week = day / WEEK;
        if at_first {
            self.date = self.date.or(Some(sheet.layout.days[day].date));
        }
        let (left, right) = (sheet.lefts[day % WEEK], sheet.lefts[day % WEEK + 1]);
        if left < offset.x || right > offset.x + sight.x {
            offset.x = left;
        }
        let tops = &sheet.rows.tops;
        if at_first || tops[week] < offset.y || tops[week + 1] > offset.y + sight.y {
            // The whole conference where that fits, else the week.
            let main = sheet.layout.main_weeks();
            let fits = main.contains(&week) && tops[main.end] - tops[main.start] <= sight.y + 1.0;
            offset.y = tops[if fits { main.start } else { week }];
        }
        if let (Some(RowId::Session(id)), Some(start)) = (row, start) {
            let part = DayPart::of(start.minute_of_day());
            let cell = &sheet.layout.days[day].cells[part as usize];
            let is_of = |item: &&cell::Item| {
                cell.chips[item.first..item.first + item.count].iter().any(|chip| chip.session == id)
            };
            if let Some(item) = cell.items.iter().rfind(is_of) {
                let top = sheet.rows.part(week, part).0 + item.top;
                if top < offset.y + HEAD || top + item.height > offset.y + sight.y {
                    offset.y = (top - sight.y / 4.0).max(0.0);
                }
            }
        }
        self.offset = Some(offset);
    }
}
