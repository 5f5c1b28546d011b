//! The strip under the timeline: every day with its sessions in small, and the day in sight framed.
//!
//! What a day holds is looked at once, when the plan or its lanes are other ones, and only so much of it as can be told
//! apart: a column of forty points shows no more than a few dozen sessions.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use egui::{Id, Rect, Sense, Ui, pos2};

use super::axis::HOURS;
use crate::app::context::ViewContext;
use crate::app::paint::blocks::BlockPainter;
use crate::app::paint::lanes::{Block, LaneKey, Lanes};
use crate::app::paint::text::{Face, Setting, Shaper};
use crate::app::view::days;
use crate::model::{CivilTime, Patch, Session};
use crate::texts::dates;

/// More of a day can not be told apart.
const MOST_OF_A_DAY: usize = 48;
/// A day in the narrowest strip that shows days, in points.
const LEAST_DAY: f32 = 12.0;
/// Left of the first day of a month.
const MONTH: f32 = 27.0;
/// A day more than usual, in points.
const WIDEST: f32 = 56.0;

/// What the strip remembers.
#[derive(Debug, Default)]
pub struct Overview {
    days: Option<Vec<Day>>,
}

/// A day of the strip.
#[derive(Debug, PartialEq)]
struct Day {
    date: NaiveDate,
    /// Its sessions in small, made when the day shows for the first time.
    sessions: Option<Vec<Small>>,
}

/// A session in small: from where to where of the width and the height, and its block.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Small {
    from: f32,
    to: f32,
    top: f32,
    block: Block,
}

impl Overview {
    /// Follows what sessions did.
    pub fn follow<'a>(&mut self, patches: impl Iterator<Item = &'a Patch>) {
        let Some(days) = &mut self.days else { return };
        let mut touched: Vec<NaiveDate> = Vec::new();
        for patch in patches {
            for (_, change) in patch.changes::<Session>() {
                let both = [change.before.as_deref(), change.after.as_deref()];
                touched.extend(both.into_iter().flatten().filter_map(Session::span).map(|span| span.start.date()));
            }
        }
        for date in touched {
            match days.binary_search_by_key(&date, |day| day.date) {
                Ok(at) => days[at].sessions = None,
                Err(_) => return self.forget(),
            }
        }
    }

    /// Looks anew, because there are other days or other lanes.
    pub fn forget(&mut self) {
        self.days = None;
    }

    /// Draws it; answers which day was clicked or dragged to.
    pub fn ui(
        &mut self,
        ui: &Ui,
        cx: &ViewContext<'_>,
        shaper: &mut Shaper,
        (head, area): (Rect, Rect),
        (lanes, date): (&Lanes, Option<NaiveDate>),
    ) -> Option<NaiveDate> {
        let days = self.days.get_or_insert_with(|| {
            let days: BTreeMap<NaiveDate, usize> = days::days(cx.workbench);
            days.into_keys().map(|date| Day { date, sessions: None }).collect()
        });
        let painter = ui.painter_at(head.union(area));
        let mut blocks = BlockPainter::new(ui.ctx(), shaper);
        blocks.rect(head, cx.theme.ground);
        blocks.rect(area, cx.theme.panel);
        let title = Rect::from_min_max(pos2(head.left() + 12.0, head.center().y - 7.0), head.max);
        let setting = Setting { rect: title, max_lines: 1, color: cx.theme.text_3 };
        blocks.text(cx.text("timeline-overview-head"), Face::Detail, setting);
        let edges = columns(days.iter().map(|day| day.date), area.width());
        let (mut sought, mut dragged_to) = (None, None);
        for (at, day) in days.iter_mut().enumerate() {
            let (left, right) = (area.left() + edges[at].0, area.left() + edges[at].1);
            let rect = Rect::from_x_y_ranges(left..=right, area.top() + 1.0..=area.bottom());
            if at == 0 || edges[at].0 - edges[at - 1].1 > 1.0 {
                let month = dates::month_alone(cx.texts, day.date);
                let width = blocks.text_width(month, Face::Detail);
                let rect = Rect::from_min_max(pos2(left - width - 5.0, area.top() + 1.0), pos2(left, area.bottom()));
                if width < MONTH && right - left >= LEAST_DAY {
                    blocks.text(month, Face::Detail, Setting { rect, max_lines: 1, color: cx.theme.text_3 });
                }
            }
            let is_current = date == Some(day.date);
            if is_current {
                blocks.rounded(rect, [4.0; 4], cx.theme.accent);
                blocks.rounded(rect.shrink(2.0), [3.0; 4], cx.theme.accent_soft);
            } else if days::is_weekend(day.date) {
                blocks.rect(rect, cx.theme.band);
            }
            if right - left >= LEAST_DAY {
                let number = day.date.day().to_string();
                let (face, color) =
                    if is_current { (Face::Code, cx.theme.accent) } else { (Face::Detail, cx.theme.text_3) };
                let text = Rect::from_min_max(pos2(left + 4.0, area.top() + 1.0), pos2(right + 4.0, area.bottom()));
                blocks.text(&number, face, Setting { rect: text, max_lines: 1, color });
                if !is_current {
                    blocks.rect(rect.with_max_x(left + 1.0), cx.theme.line);
                }
            }
            let inside =
                Rect::from_min_max(pos2(left + 3.0, area.top() + 18.0), pos2(right - 3.0, area.bottom() - 3.0));
            if inside.width() >= 3.0 {
                let sessions = day.sessions.get_or_insert_with(|| sessions_of(cx, lanes, day.date));
                for small in sessions.iter() {
                    let x = |share: f32| inside.left() + share * inside.width();
                    let top = inside.top() + small.top * (inside.height() - 3.0);
                    let (from, to) = (x(small.from), x(small.to));
                    let rect = Rect::from_x_y_ranges(from..=to.max(from + 2.0), top..=top + 3.0);
                    blocks.rect(rect, cx.theme.kind(small.block.kind).bar);
                }
            }
            let response = ui.interact(rect, Id::unique(("overview", day.date)), Sense::click_and_drag());
            response.widget_info(|| {
                let name = dates::day_short(cx.texts, day.date);
                let spoken = format!("{}: {name}", cx.text("timeline-overview-head"));
                egui::WidgetInfo::selected(egui::Role::Button, true, is_current, spoken)
            });
            if response.clicked() {
                sought = Some(day.date);
            }
            if response.dragged()
                && let Some(pos) = response.interact_pointer_pos()
            {
                dragged_to = Some(edges.partition_point(|edge| area.left() + edge.1 <= pos.x));
            }
            let date = day.date;
            response.on_hover_ui(|ui| _ = ui.label(dates::day_long(cx.texts, date)));
        }
        blocks.rect(head.with_min_x(head.right() - 1.0), cx.theme.line_strong);
        for part in [head, area] {
            blocks.rect(part.with_max_y(part.top() + 1.0), cx.theme.line);
        }
        blocks.finish(&painter);
        let dragged_to = dragged_to.and_then(|at| days.get(at).or(days.last())).map(|day| day.date);
        sought.or(dragged_to.filter(|&to| date != Some(to)))
    }
}

/// From where to where each day goes, with room for the name of a month wherever days do not follow each other closely.
fn columns(dates: impl Iterator<Item = NaiveDate>, width: f32) -> Vec<(f32, f32)> {
    let mut starts = Vec::new();
    let mut before: Option<NaiveDate> = None;
    for date in dates {
        starts.push(before.is_none_or(|before| (before.year(), before.month()) != (date.year(), date.month())));
        before = Some(date);
    }
    let months = starts.iter().filter(|&&start| start).count() as f32 * MONTH;
    let day = ((width - months) / starts.len().max(1) as f32).clamp(0.5, WIDEST);
    let month = if day >= LEAST_DAY { MONTH } else { 0.0 };
    let mut x = 0.0;
    let columns = starts.into_iter().map(|start| {
        x += if start { month } else { 0.0 };
        x += day;
        (x - day, x)
    });
    columns.collect()
}

/// The sessions of a day in small; of very many as many as can be told apart, evenly.
fn sessions_of(cx: &ViewContext<'_>, lanes: &Lanes, date: NaiveDate) -> Vec<Small> {
    let ids = cx.index().sessions_on(date);
    let every = ids.len().div_ceil(MOST_OF_A_DAY).max(1);
    let midnight = CivilTime::midnight(date).minutes();
    let (from, to) = (midnight + HOURS.0, midnight + HOURS.1);
    let share = |minutes: i32| ((minutes - from) as f32 / (to - from) as f32).clamp(0.0, 1.0);
    let last = lanes.lanes().len().saturating_sub(1).max(1) as f32;
    let sessions = ids.iter().step_by(every).filter_map(|&id| cx.plan.sessions().get(id));
    let small = sessions.filter_map(|session| {
        let block = Block::of(session)?;
        let keys = LaneKey::of_session(session, lanes.by());
        let top = keys.into_iter().filter_map(|key| lanes.position(key)).min()?;
        Some(Small { from: share(block.start), to: share(block.end), top: top as f32 / last, block })
    });
    small.collect()
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "sums of whole numbers")]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn days_share_the_width_and_months_have_room_for_their_names() {
        let dates = ["2025-07-14", "2025-07-15", "2025-11-16", "2025-11-17"].map(day);
        let found = columns(dates.into_iter(), 200.0);
        let width = (200.0 - 2.0 * MONTH) / 4.0;
        assert_eq!(found[0], (MONTH, MONTH + width));
        assert_eq!(found[2].0, 2.0 * MONTH + 2.0 * width);
        assert!((found[3].1 - 200.0).abs() < 0.01);
        assert_eq!(columns(std::iter::empty(), 200.0), vec![]);
    }
}
