//! The plan in facts, for as long as nothing is selected: worked out once for each state of the plan, from the index and
//! from what has changed.

use std::collections::{BTreeSet, HashSet};

use chrono::NaiveDate;
use egui::{Align2, Color32, CornerRadius, Response, RichText, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use rustc_hash::FxHashMap;

use crate::check::Finding;
use crate::model::{CivilTime, EventId, RoomId, Session, SessionId, Severity};
use crate::workbench::{Generation, Workbench};

use super::listed::start_of;
use crate::app::context::ViewContext;
use crate::app::paint::text::{elided, tip};
use crate::app::style::{Type, size};

/// What is told about the plan as a whole.
#[derive(Debug, Default)]
pub struct Facts {
    known: Option<(Generation, Option<NaiveDate>)>,
    rooms: RoomTimes,
    /// The event that the plan is about.
    pub main: Option<EventId>,
    /// How many sessions it has, with those of its youth celebration.
    pub sessions: usize,
    /// The findings of the day in sight.
    pub of_day: Vec<Finding>,
    /// The sessions of that day that they name.
    pub of_day_sessions: usize,
    /// The worst of the others.
    pub elsewhere: Vec<Finding>,
    /// Rooms with how long they are taken, in minutes; the busiest first.
    pub busiest: Vec<(RoomId, i64)>,
    /// The next session at this time.
    next: Option<(Generation, CivilTime, Option<SessionId>)>,
}

/// How long rooms are taken.
#[derive(Debug, Default)]
struct RoomTimes {
    known: Option<Generation>,
    /// In minutes: those of many sessions together, so more than a plan has.
    mins: FxHashMap<RoomId, i64>,
}

impl RoomTimes {
    fn follow(&mut self, workbench: &Workbench) {
        match self.known.and_then(|known| workbench.since(known)) {
            Some(patches) => {
                for patch in patches {
                    for (_, change) in patch.changes::<Session>() {
                        change.before.iter().for_each(|session| add(&mut self.mins, session, -1));
                        change.after.iter().for_each(|session| add(&mut self.mins, session, 1));
                    }
                }
            }
            None => {
                self.mins.clear();
                for session in workbench.plan().sessions().iter() {
                    add(&mut self.mins, session, 1);
                }
            }
        }
        self.known = Some(workbench.generation());
    }
}

fn add(mins: &mut FxHashMap<RoomId, i64>, session: &Session, times: i64) {
    if let Some(at) = &session.placement {
        for &room in &at.rooms {
            *mins.entry(room).or_default() += times * i64::from(at.length.mins());
        }
    }
}

/// So many sessions of a day are asked for their findings, and so many findings of the plan are looked at: enough for
/// every plan that people can read.
const MOST_ASKED: usize = 150;
const MOST_FINDINGS: usize = 4_000;

impl Facts {
    /// Follows the plan and the day in sight.
    pub fn follow(&mut self, cx: &ViewContext<'_>, day: Option<NaiveDate>) {
        let key = (cx.workbench.generation(), day);
        if self.known == Some(key) {
            return;
        }
        let is_new_plan = self.known.is_none_or(|(known, _)| known != key.0);
        self.known = Some(key);
        if is_new_plan {
            let main = cx.index().main_events();
            self.main = main.first().copied();
            let of_main = || main.iter().map(|&id| cx.index().sessions_of(id).len()).sum();
            self.sessions = if main.is_empty() { cx.plan.sessions().len() } else { of_main() };
            self.rooms.follow(cx.workbench);
            let taken = self.rooms.mins.iter().filter(|(_, mins)| **mins > 0);
            self.busiest = taken.map(|(&room, &mins)| (room, mins)).collect();
            let place = |room| cx.index().room_place(room);
            self.busiest.sort_by_key(|&(room, mins)| (std::cmp::Reverse(mins), place(room)));
        }
        let checker = cx.workbench.checker();
        let (mut of_day, mut facts): (Vec<Finding>, HashSet<String>) = Default::default();
        let on_day = day.map(|day| cx.index().sessions_on(day));
        let marked = on_day.into_iter().flatten().filter(|&&id| checker.mark(id) > Severity::Hint);
        for &id in marked.take(MOST_ASKED) {
            // Hints stand on no bar, and are not counted here either.
            for finding in checker.of_session(id).into_iter().filter(|finding| finding.severity > Severity::Hint) {
                // What names more sessions than a day has is not of the day.
                let is_of_day = finding.sessions.iter().all(|id| on_day.is_some_and(|day| day.contains(id)));
                if is_of_day && facts.insert(finding.facts()) {
                    of_day.push(finding.clone());
                }
            }
        }
        of_day.sort_by_key(|finding| (std::cmp::Reverse(finding.severity), start_of(cx, finding)));
        let named: BTreeSet<SessionId> = of_day.iter().flat_map(|finding| finding.sessions.iter().copied()).collect();
        self.of_day_sessions = named.len();
        let others = checker.findings().take(MOST_FINDINGS).filter(|finding| finding.is_open());
        let mut others: Vec<&Finding> = others.filter(|finding| !facts.contains(&finding.facts())).collect();
        others.sort_by_key(|finding| (std::cmp::Reverse(finding.severity), start_of(cx, finding)));
        self.elsewhere = others.into_iter().take(2).cloned().collect();
        self.of_day = of_day;
    }

    /// The next session to begin, where the clock is in the plan.
    pub fn next(&mut self, cx: &ViewContext<'_>) -> Option<SessionId> {
        let now = cx.now?;
        let generation = cx.workbench.generation();
        if let Some((known, at, next)) = self.next
            && (known, at) == (generation, now)
        {
            return next;
        }
        let days = cx.index().days();
        let (first, last) = (days.keys().next()?, days.keys().next_back()?);
        let next = (now.date() >= *first && now.date() <= *last)
            .then(|| {
                // Days come in order, the sessions of a day do not.
                let first_of = |sessions: &BTreeSet<SessionId>| {
                    let starts =
                        sessions.iter().filter_map(|&id| Some((cx.plan.sessions().get(id)?.span()?.start, id)));
                    starts.filter(|(start, _)| *start >= now).min()
                };
                days.range(now.date()..).find_map(|(_, sessions)| first_of(sessions)).map(|(_, id)| id)
            })
            .flatten();
        self.next = Some((generation, now, next));
        next
    }
}

/// `52:45`
#[must_use]
pub fn hours_text(mins: i64) -> String {
    format!("{}:{:02}", mins / 60, mins % 60)
}

/// How wide a number with what it counts must be.
pub fn count_width(ui: &Ui, word: &str) -> f32 {
    elided(ui, RichText::new(word).font(Type::Meta.font()), 200.0).size().x + 12.0
}

/// A number and what it counts, as wide as it is told to be; returns whether it was clicked.
pub fn count_ui(ui: &mut Ui, cx: &ViewContext<'_>, width: f32, (number, word): (&str, &str)) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 48.0), Sense::click());
    let spoken = format!("{number} {word}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    let theme = cx.theme;
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect.shrink(1.0), f32::from(crate::app::style::radius::CONTROL), theme.field);
    }
    let number = elided(ui, RichText::new(number).font(Type::Title.font()), width - 12.0);
    ui.painter().galley(rect.min + vec2(7.0, 4.0), number, theme.text);
    let word = elided(ui, RichText::new(word).font(Type::Meta.font()), width - 9.0);
    ui.painter().galley(rect.min + vec2(7.0, 26.0), word, theme.text_2);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

/// What hours take at the right end, and the shortest bar that still tells one room from another.
const HOURS: f32 = 48.0;
const LEAST_BAR: f32 = 32.0;

/// How wide the longest of these names is beside bars, as far as these have room.
pub fn bar_names_width<'a>(ui: &Ui, names: impl Iterator<Item = &'a str>) -> f32 {
    let most = ui.available_width() - HOURS - LEAST_BAR - 8.0;
    let width = |name: &str| elided(ui, RichText::new(name).font(Type::Small.font()), most).size().x;
    names.map(width).fold(0.0_f32, f32::max).max(92.0_f32.min(most)).ceil()
}

/// A name in so much room, with a bar and a number, for hours per room; `part` of the longest one.
pub fn bar_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (name, name_width): (&str, f32),
    (number, part): (&str, f32),
) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::TARGET), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{name} {number}")));
    let theme = cx.theme;
    let lit = response.hovered() || response.has_focus();
    let spoken = name;
    let name = elided(ui, RichText::new(name).font(Type::Small.font()), name_width);
    let is_cut = name.elided;
    let middle = rect.center().y;
    let at = pos2(rect.left(), middle - name.size().y / 2.0);
    ui.painter().galley(at, name, if lit { theme.accent } else { theme.text_2 });
    let font = Type::Small.font();
    ui.painter().text(pos2(rect.right(), middle), Align2::RIGHT_CENTER, number, font, theme.text);
    let bar = egui::Rect::from_min_max(
        pos2(rect.left() + name_width + 8.0, middle - 2.5),
        pos2(rect.right() - HOURS, middle + 2.5),
    );
    if bar.width() > 8.0 {
        ui.painter().rect_filled(bar, CornerRadius::same(3), theme.field);
        let filled = bar.with_max_x(bar.left() + (bar.width() * part.clamp(0.0, 1.0)).max(2.0));
        ui.painter().rect_filled(filled, CornerRadius::same(3), theme.text_3);
    }
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if is_cut { tip(response, spoken) } else { response }
}

/// A session on one line: a dot in its colour, its name, and when it is.
pub struct Line<'a> {
    /// What it is called.
    pub name: &'a str,
    /// When it is.
    pub when: &'a str,
    /// The colour of its dot.
    pub color: Option<Color32>,
}

impl Line<'_> {
    /// Draws it.
    pub fn ui(self, ui: &mut Ui, cx: &ViewContext<'_>) -> Response {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::TARGET), Sense::click());
        let spoken = format!("{} {}", self.name, self.when);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
        let theme = cx.theme;
        let middle = rect.center().y;
        if let Some(color) = self.color {
            let dot = egui::Rect::from_center_size(pos2(rect.left() + 4.0, middle), vec2(8.0, 8.0));
            ui.painter().rect_filled(dot, CornerRadius::same(crate::app::style::radius::MARK), color);
        }
        let when = elided(ui, RichText::new(self.when).font(Type::Meta.font()), rect.width() / 2.0);
        let left = rect.right() - when.size().x;
        ui.painter().galley(pos2(left, middle - when.size().y / 2.0), when, theme.text_3);
        let name = elided(ui, RichText::new(self.name).font(Type::Small.font()), left - rect.left() - 24.0);
        let lit = response.hovered() || response.has_focus();
        let color = if lit { theme.accent } else { theme.text };
        ui.painter().galley(pos2(rect.left() + 16.0, middle - name.size().y / 2.0), name, color);
        response.on_hover_cursor(egui::CursorIcon::PointingHand)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_have_two_digits_of_minutes() {
        assert_eq!(hours_text(52 * 60 + 45), "52:45");
        assert_eq!(hours_text(5), "0:05");
    }
}
