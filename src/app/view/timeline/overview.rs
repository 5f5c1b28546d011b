//! The strip under the timeline: every day with its sessions in small, and the day in sight framed.
//!
//! What a day holds is looked at once, when the plan or its lanes are other ones, and only so much of it as can be told
//! apart: a column of forty points shows no more than a few dozen sessions.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use egui::{EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2};

use super::axis::HOURS;
use crate::app::context::ViewContext;
use crate::app::paint::blocks::BlockPainter;
use crate::app::paint::lanes::{Block, LaneKey, Lanes};
use crate::app::paint::text::{Face, Setting, Shaper};
use crate::app::view::days;
use crate::model::{CivilTime, Patch, Session, is_weekend};
use crate::texts::dates;
use crate::workbench::Index;

/// More of a day can not be told apart.
const MOST_OF_A_DAY: usize = 48;
/// A day in the narrowest strip that shows days, in points.
const LEAST_DAY: f32 = 12.0;
/// Left of the first day of a month.
const MONTH: f32 = 27.0;
/// No day is wider, in points.
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
    /// Its sessions in small; nothing until the day is drawn, and again where a session of it has changed.
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
    /// Follows what sessions did: every day on which one was or is held is drawn anew.
    pub fn follow<'a>(&mut self, index: &Index, patches: impl Iterator<Item = &'a Patch>) {
        let Some(days) = &mut self.days else { return };
        let mut touched: BTreeSet<NaiveDate> = BTreeSet::new();
        for patch in patches {
            for (_, change) in patch.changes::<Session>() {
                let both = [change.before.as_deref(), change.after.as_deref()];
                for span in both.into_iter().flatten().filter_map(Session::span) {
                    let last = span.last_day();
                    touched.extend(span.start.date().iter_days().take_while(|&date| date <= last));
                }
            }
        }
        for date in touched {
            let stays = index.days().contains_key(&date) || index.meeting_days().contains_key(&date);
            match days.binary_search_by_key(&date, |day| day.date) {
                Ok(at) if stays => days[at].sessions = None,
                Err(_) if !stays => {}
                _ => return self.forget(),
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
        let at_x = |x: f32| edges.partition_point(|edge| area.left() + edge.1 <= x).min(edges.len().saturating_sub(1));
        let current = date.and_then(|date| days.binary_search_by_key(&date, |day| day.date).ok());
        let mut free = f32::NEG_INFINITY;
        for (at, day) in days.iter_mut().enumerate() {
            let (left, right) = (area.left() + edges[at].0, area.left() + edges[at].1);
            let is_current = current == Some(at);
            // Of days that share a point, one stands for the others.
            if right < free && !is_current {
                continue;
            }
            free = left + 1.0;
            let is_first = at == 0 || edges[at].0 - edges[at - 1].1 > 1.0;
            day_ui(&mut blocks, cx, area, (day, (left, right.max(left + 1.0)), (is_first, is_current)));
            let inside =
                Rect::from_min_max(pos2(left + 3.0, area.top() + 18.0), pos2(right - 3.0, area.bottom() - 3.0));
            if inside.width() >= 3.0 {
                let sessions = day.sessions.get_or_insert_with(|| sessions_of(cx, lanes, day.date));
                for small in sessions {
                    small.paint(&mut blocks, cx, inside);
                }
            }
        }
        let response = ui.interact(area, Id::unique("timeline overview"), Sense::click_and_drag());
        let go = self.keys_and_pointer(&response, cx, (current, &at_x));
        blocks.rect(head.with_min_x(head.right() - 1.0), cx.theme.line_strong);
        for part in [head, area] {
            blocks.rect(part.with_max_y(part.top() + 1.0), cx.theme.line);
        }
        blocks.finish(&painter);
        go
    }

    /// The day that is asked for: by the pointer, or from the keyboard by arrows, Home and End.
    fn keys_and_pointer(
        &self,
        response: &Response,
        cx: &ViewContext<'_>,
        (current, at_x): (Option<usize>, &dyn Fn(f32) -> usize),
    ) -> Option<NaiveDate> {
        let days = self.days.as_deref().filter(|days| !days.is_empty())?;
        response.widget_info(|| {
            let name = current.map(|at| dates::day_short(cx.texts, days[at].date)).unwrap_or_default();
            let spoken = format!("{}: {name}", cx.text("timeline-overview-head"));
            WidgetInfo {
                value: Some(current.unwrap_or_default() as f64),
                ..WidgetInfo::labeled(Role::Slider, true, spoken)
            }
        });
        let mut sought = None;
        if response.has_focus() {
            let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
            response.ctx.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
            let pressed = |key| response.ctx.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
            let at = current.unwrap_or_default();
            let (back, on) = (pressed(Key::ArrowLeft), pressed(Key::ArrowRight));
            let beside = (at + on).saturating_sub(back).min(days.len() - 1);
            let end = if pressed(Key::Home) > 0 { Some(0) } else { None };
            let end = if pressed(Key::End) > 0 { Some(days.len() - 1) } else { end };
            sought = end.or(Some(beside).filter(|&to| to != at));
        }
        if (response.clicked() || response.dragged())
            && let Some(pos) = response.interact_pointer_pos()
        {
            sought = Some(at_x(pos.x)).filter(|&to| response.clicked() || current != Some(to));
        }
        if let Some(pos) = response.hover_pos() {
            let date = days[at_x(pos.x)].date;
            response.clone().on_hover_ui_at_pointer(|ui| _ = ui.label(dates::day_long(cx.texts, date)));
        }
        sought.map(|at| days[at].date)
    }
}

/// A day without its sessions: its column, its number, before the first of a month the name of the month.
fn day_ui(
    blocks: &mut BlockPainter<'_>,
    cx: &ViewContext<'_>,
    area: Rect,
    (day, (left, right), (is_first, is_current)): (&Day, (f32, f32), (bool, bool)),
) {
    let rect = Rect::from_x_y_ranges(left..=right, area.top() + 1.0..=area.bottom());
    if is_first {
        let month = dates::month_alone(cx.texts, day.date);
        let width = blocks.text_width(month, Face::Detail);
        let from = (left - width - 5.0).max(area.left());
        let rect = Rect::from_min_max(pos2(from, area.top() + 1.0), pos2(left, area.bottom()));
        if width < MONTH && right - left >= LEAST_DAY {
            blocks.text(month, Face::Detail, Setting { rect, max_lines: 1, color: cx.theme.text_3 });
        }
    }
    if is_current {
        blocks.rounded(rect, [4.0_f32.min(rect.width() / 2.0); 4], cx.theme.accent);
        if rect.width() > 6.0 {
            blocks.rounded(rect.shrink(2.0), [3.0; 4], cx.theme.accent_soft);
        }
    } else if is_weekend(day.date) {
        blocks.rect(rect, cx.theme.band);
    }
    if right - left >= LEAST_DAY {
        let number = day.date.day().to_string();
        let (face, color) = if is_current { (Face::Code, cx.theme.accent) } else { (Face::Detail, cx.theme.text_3) };
        let text = Rect::from_min_max(pos2(left + 4.0, area.top() + 1.0), pos2(right + 4.0, area.bottom()));
        blocks.text(&number, face, Setting { rect: text, max_lines: 1, color });
        if !is_current {
            blocks.rect(rect.with_max_x(left + 1.0), cx.theme.line);
        }
    }
}

impl Small {
    fn paint(&self, blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, inside: Rect) {
        let x = |share: f32| inside.left() + share * inside.width();
        let top = inside.top() + self.top * (inside.height() - 3.0);
        let (from, to) = (x(self.from), x(self.to));
        let rect = Rect::from_x_y_ranges(from..=to.max(from + 2.0), top..=top + 3.0);
        blocks.rect(rect, cx.kind_colors(self.block.kind).bar);
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
    let count = starts.len().max(1) as f32;
    let beside_months = (width - months) / count;
    // Where days are too narrow for numbers, months have no room either; all days are on the screen.
    let (day, month) = if beside_months >= LEAST_DAY {
        (beside_months.min(WIDEST), MONTH)
    } else {
        ((width / count).clamp(0.0, WIDEST), 0.0)
    };
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
    use crate::edit::Command;
    use crate::model::{Length, Placement};
    use crate::store::Template;
    use crate::workbench::Workbench;

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
        let many = columns(day("2020-01-01").iter_days().take(3000), 600.0);
        assert!((many[2999].1 - 600.0).abs() < 0.1, "all days are in reach: {:?}", many[2999]);
    }

    #[test]
    fn a_session_past_midnight_is_drawn_anew_on_both_days() {
        let mut workbench = Workbench::new(Template::Wtdc25.plan());
        let first = day("2025-11-17");
        let drawn =
            |count| first.iter_days().take(count).map(|date| Day { date, sessions: Some(Vec::new()) }).collect();
        let mut overview = Overview { days: Some(drawn(4)) };
        let at = Placement {
            start: "2025-11-18T22:00".parse().unwrap(),
            length: Length::from_mins(300).unwrap(),
            rooms: Vec::new(),
        };
        let change = workbench.perform(&Command::Place(vec![("S08".parse().unwrap(), at)])).unwrap().unwrap();
        overview.follow(workbench.index(), std::iter::once(&*change.patch));
        let stale: Vec<bool> = overview.days.unwrap().iter().map(|day| day.sessions.is_none()).collect();
        assert_eq!(stale, [true, true, true, false], "where it was, and the two days on which it is");
    }
}
