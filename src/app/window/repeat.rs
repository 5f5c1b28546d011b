//! The window that repeats sessions, or everything on a day, on other days: they are picked, and before anything is made
//! it is said how many sessions that makes and which of them would clash.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate, TimeDelta};
use egui::{
    Align, Align2, CornerRadius, EventFilter, Id, Key, Label, Layout, Modifiers, RichText, Role, ScrollArea, Sense,
    Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2,
};

use crate::check::Finding;
use crate::edit::{Command, first_day_of, repeated, resolve, week_of, working_days};
use crate::model::{SessionId, Severity};
use crate::texts::{Value, dates, findings, tid};
use crate::workbench::Generation;

use super::Floating;
use super::sheet::{PADDING, Sheet, filled_button, plain_button, with_foot};
use crate::app::context::ViewContext;
use crate::app::paint::text::{elided_ui, label_ui, paragraph_ui};
use crate::app::phrases;
use crate::app::style::{Type, icons, radius, size};
use crate::app::widget::focus;
use crate::app::widget::property::chip_button;
use crate::app::widget::signs::sign_ui;

/// The window, open or not.
#[derive(Debug, Default)]
pub struct RepeatWindow {
    asked: Option<Asked>,
}

/// What is to be repeated, and where.
#[derive(Debug)]
struct Asked {
    /// Whether a day is copied, and not single sessions.
    is_day: bool,
    /// What is copied, in the state of the plan in which that was looked up.
    ids: Arc<BTreeSet<SessionId>>,
    generation: Generation,
    /// The day of the first of them.
    from: NaiveDate,
    /// The first and the last day that are offered, whole weeks.
    offered: (NaiveDate, NaiveDate),
    /// The days of their events, and those of them without weekends and holidays.
    own: (NaiveDate, NaiveDate),
    working: Vec<NaiveDate>,
    chosen: BTreeSet<NaiveDate>,
    /// What copies on a day would cause, as far as that is known.
    judged: BTreeMap<NaiveDate, Vec<Told>>,
    /// Whether it has just been opened: then the keyboard goes to it.
    is_new: bool,
    /// Where the keyboard is among the days, which are one stop of it.
    cursor: Cursor,
}

/// A day, or what stands above all days of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cursor {
    Day(NaiveDate),
    Weekday(u64),
}

impl Cursor {
    fn id(self) -> Id {
        match self {
            Self::Day(day) => Id::unique(("repeat day", day)),
            Self::Weekday(column) => Id::unique(("repeat weekday", column)),
        }
    }
}

/// Something that copies would cause, in words: they are not in the plan, so what is said of them is said at once.
#[derive(Debug)]
struct Told {
    severity: Severity,
    sentence: String,
}

/// So many weeks are offered.
const MOST_WEEKS: u64 = 6;
/// The height of a day, and of what stands above all of them.
const DAY: f32 = 36.0;
/// Which weeks there are, left of their days.
const WEEK: f32 = 64.0;
/// So many findings are told of a day.
const MOST_TOLD: usize = 3;

impl Floating for RepeatWindow {
    fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        self.asked.take_if(|asked| !asked.follow(cx));
        let Some(asked) = &self.asked else { return };
        let title = if asked.is_day { tid("repeat-day-title") } else { tid("repeat-title") };
        let weeks = (asked.offered.1 - asked.offered.0).num_days() as f32 / 7.0;
        let height = 330.0 + weeks.ceil() * (DAY + 4.0);
        let sheet = Sheet { name: "repeat", title: cx.text(title), size: vec2(620.0, height) };
        sheet.ask(ui, cx, &mut self.asked, |asked, ui| asked.content_ui(ui, cx));
    }

    fn is_open(&self) -> bool {
        self.asked.is_some()
    }

    fn close(&mut self) {
        self.asked = None;
    }
}

impl RepeatWindow {
    /// Opens it for these sessions; whether any of them has a place.
    pub fn open(&mut self, cx: &ViewContext<'_>, ids: Arc<BTreeSet<SessionId>>) -> bool {
        self.asked = Asked::new(cx, ids, false);
        self.asked.is_some()
    }

    /// Opens it for everything that begins on a day; whether anything does.
    pub fn open_for_day(&mut self, cx: &ViewContext<'_>, day: NaiveDate) -> bool {
        self.asked = Asked::new(cx, Arc::new(on_day(cx, day)), true);
        self.asked.is_some()
    }
}

/// What begins on a day, as far as the filter lets it through.
fn on_day(cx: &ViewContext<'_>, day: NaiveDate) -> BTreeSet<SessionId> {
    let begins = |id: &SessionId| {
        let at = cx.plan.sessions().get(*id).and_then(|session| session.placement.as_ref());
        at.is_some_and(|at| at.start.date() == day) && cx.is_let_through(*id)
    };
    cx.index().sessions_on(day).iter().copied().filter(begins).collect()
}

/// What a command would cause that is worth a warning.
fn told(cx: &ViewContext<'_>, command: &Command) -> Vec<Told> {
    let Ok(patch) = resolve(cx.plan, command) else { return Vec::new() };
    let mut caused = cx.workbench.what_if(&patch).caused;
    caused.retain(|found| found.severity >= Severity::Warning);
    if caused.is_empty() {
        return Vec::new();
    }
    let mut after = cx.plan.clone();
    if after.apply(&patch).is_err() {
        return Vec::new();
    }
    let language = cx.settings.title_language();
    let told = |finding: &Finding| Told {
        severity: finding.severity,
        sentence: findings::sentence(cx.texts, &after, language, finding),
    };
    caused.iter().map(told).collect()
}

impl Asked {
    fn new(cx: &ViewContext<'_>, ids: Arc<BTreeSet<SessionId>>, is_day: bool) -> Option<Self> {
        let list: Vec<SessionId> = ids.iter().copied().collect();
        let from = first_day_of(cx.plan, &list)?;
        let events: BTreeSet<_> = list.iter().filter_map(|&id| Some(cx.plan.sessions().get(id)?.event)).collect();
        let events: Vec<_> = events.into_iter().collect();
        let own = events.iter().filter_map(|&id| cx.plan.events().get(id)).map(|event| event.dates.first_and_last());
        let own = own.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))?;
        let around = (own.0.min(from), own.1.max(from));
        // Of what goes on all year, the weeks from this one on.
        let first = week_of(around.0).0.max(week_of(from).0 - Days::new(7));
        let last = week_of(around.1).1.min(first + Days::new(7 * MOST_WEEKS - 1));
        // What lasts a day has its other days in the week after.
        let last = if own.0 == own.1 { last.max(week_of(from).1 + Days::new(7)) } else { last };
        let working = working_days(cx.plan, &events, (first, last));
        let mut asked = Self {
            is_day,
            ids,
            generation: cx.workbench.generation(),
            from,
            offered: (first, last),
            own,
            working,
            chosen: BTreeSet::new(),
            judged: BTreeMap::new(),
            is_new: true,
            cursor: Cursor::Weekday(0),
        };
        if !is_day {
            let week = week_of(from);
            asked.choose(|day| (week.0..=week.1).contains(&day));
            if asked.chosen.is_empty() {
                asked.choose(|_| true);
            }
        }
        let first = asked.chosen.first().copied().or_else(|| asked.working.iter().copied().find(|&day| day != from));
        asked.cursor = first.map_or(asked.cursor, Cursor::Day);
        Some(asked)
    }

    /// Looks at another state of the plan; whether there is still something to be copied.
    fn follow(&mut self, cx: &ViewContext<'_>) -> bool {
        if self.generation == cx.workbench.generation() {
            return true;
        }
        let left = self.ids.iter().copied().filter(|&id| cx.plan.sessions().contains(id)).collect();
        let Some(now) = Self::new(cx, Arc::new(left), self.is_day) else { return false };
        let mut chosen = std::mem::take(&mut self.chosen);
        chosen.retain(|&day| day != now.from && (now.offered.0..=now.offered.1).contains(&day));
        let cursor = if chosen.is_empty() { now.cursor } else { self.cursor };
        *self = Self { chosen, cursor, is_new: self.is_new, ..now };
        true
    }

    fn list(&self) -> Vec<SessionId> {
        self.ids.iter().copied().collect()
    }

    fn is_own(&self, day: NaiveDate) -> bool {
        (self.own.0..=self.own.1).contains(&day)
    }

    /// The working days of the event of which this is so, and no others.
    fn choose(&mut self, wanted: impl Fn(NaiveDate) -> bool) {
        let days = self.working.iter().copied().filter(|&day| day != self.from && self.is_own(day) && wanted(day));
        self.chosen = days.collect();
    }

    /// Judges one day in each frame, first those that are chosen.
    fn judge(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        let days = self.offered.0.iter_days().take_while(|&day| day <= self.offered.1);
        let unknown = days.filter(|day| *day != self.from && !self.judged.contains_key(day));
        let Some(day) = unknown.min_by_key(|day| !self.chosen.contains(day)) else { return };
        self.judged.insert(day, told(cx, &repeated(cx.plan, &self.list(), [day])));
        ui.ctx().request_repaint();
    }

    /// Draws it; whether it is done.
    fn content_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) -> bool {
        self.judge(ui, cx);
        let enter = self.keys(ui);
        let (above, foot) = with_foot(ui, cx);
        let inner = above.shrink2(vec2(PADDING, 0.0));
        let mut content = ui.new_child(UiBuilder::new().id_salt("days").max_rect(inner));
        content.spacing_mut().item_spacing = vec2(4.0, 4.0);
        self.subject_ui(&mut content, cx);
        content.add_space(6.0);
        self.presets_ui(&mut content, cx);
        content.add_space(6.0);
        self.days_ui(&mut content, cx);
        content.add_space(8.0);
        self.told_ui(&mut content, cx);
        let layout = Layout::right_to_left(Align::Center);
        let mut buttons = ui.new_child(UiBuilder::new().id_salt("foot").max_rect(foot).layout(layout));
        self.buttons_ui(&mut buttons, cx, enter)
    }

    /// Keys on the days: arrows walk, Space ticks; answers whether Enter was pressed, which makes the copies.
    fn keys(&mut self, ui: &Ui) -> bool {
        let id = self.cursor.id();
        if ui.memory(|memory| memory.focused()) != Some(id) {
            return false;
        }
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
        for (key, (across, along)) in
            [(Key::ArrowLeft, (-1, 0)), (Key::ArrowRight, (1, 0)), (Key::ArrowUp, (0, -1)), (Key::ArrowDown, (0, 1))]
        {
            for _ in 0..ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key)) {
                self.cursor = self.beside((across, along)).unwrap_or(self.cursor);
                focus::give_to(ui.ctx(), self.cursor.id());
            }
        }
        ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
    }

    /// Where an arrow leads among the days and what stands above them; over the day that is copied.
    fn beside(&self, (across, along): (i64, i64)) -> Option<Cursor> {
        let monday = self.offered.0;
        match self.cursor {
            Cursor::Weekday(column) if along > 0 => {
                let day = monday + Days::new(column);
                Some(Cursor::Day(if day == self.from { day + Days::new(7) } else { day }))
            }
            Cursor::Weekday(column) => {
                column.checked_add_signed(across).filter(|&column| column < 7).map(Cursor::Weekday)
            }
            Cursor::Day(day) => {
                let step = TimeDelta::days(across + 7 * along);
                let next = day.checked_add_signed(step)?;
                let next = if next == self.from { next.checked_add_signed(step)? } else { next };
                let above = u64::from(day.weekday().num_days_from_monday());
                let is_offered = (self.offered.0..=self.offered.1).contains(&next);
                let above = (along < 0).then_some(Cursor::Weekday(above));
                if is_offered { Some(Cursor::Day(next)) } else { above }
            }
        }
    }

    /// What of the days can have the keyboard by Tab: only where it was last.
    fn sense(&self, at: Cursor) -> Sense {
        if at == self.cursor { Sense::click() } else { Sense::CLICK }
    }

    /// What is copied.
    fn subject_ui(&self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let one = self.ids.first().filter(|_| self.ids.len() == 1).and_then(|&id| cx.plan.sessions().get(id));
        let text = match (one, self.is_day) {
            (Some(session), false) => phrases::summary(cx, session),
            _ => {
                let day = dates::day_long(cx.texts, self.from);
                let values = [("count", Value::from(self.ids.len())), ("day", Value::from(&day))];
                cx.texts.text_with("repeat-subject", &values)
            }
        };
        elided_ui(ui, RichText::new(text).font(Type::Body.font()).color(cx.theme.text_2));
    }

    fn presets_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let week = week_of(self.from);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
            if chip_button(ui, cx, (icons::CALENDAR_DAYS, cx.text("repeat-this-week"))).clicked() {
                self.choose(|day| (week.0..=week.1).contains(&day));
            }
            if chip_button(ui, cx, (icons::CALENDAR_RANGE, cx.text("repeat-all"))).clicked() {
                self.choose(|_| true);
            }
            if chip_button(ui, cx, (icons::X, cx.text("repeat-none"))).clicked() {
                self.chosen.clear();
            }
        });
    }

    /// The days in their weeks, and above them the days of the week, which choose all of theirs.
    fn days_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let width = ((ui.available_width() - WEEK) / 7.0 - 4.0).floor();
        let monday = self.offered.0;
        ui.horizontal(|ui| {
            ui.add_space(WEEK);
            for column in 0..7 {
                let weekday = monday + Days::new(column);
                let (rect, _) = ui.allocate_exact_size(vec2(width, size::TARGET), Sense::hover());
                let at = Cursor::Weekday(column);
                let response = ui.interact(rect, at.id(), self.sense(at));
                let name = cx.texts.text_with("repeat-weekday", &[("day", dates::weekday(cx.texts, weekday).into())]);
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
                let lit = response.hovered() || response.has_focus();
                let color = if lit { cx.theme.accent } else { cx.theme.text_3 };
                let text = dates::weekday_short(cx.texts, weekday);
                ui.painter().text(rect.center(), Align2::CENTER_CENTER, text, Type::Cap.font(), color);
                if response.on_hover_text(name).clicked() {
                    self.cursor = at;
                    self.toggle_weekday(weekday);
                }
            }
        });
        let weeks = (self.offered.1 - self.offered.0).num_days().div_euclid(7) + 1;
        for week in 0..u64::try_from(weeks).unwrap_or(1) {
            let monday = monday + Days::new(7 * week);
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(WEEK - 4.0, DAY), Sense::hover());
                let begins = week == 0 || (monday - Days::new(7)).month() != monday.month();
                let month = if begins { dates::month_name_short(cx.texts, monday) } else { "" };
                let at = rect.left_center();
                ui.painter().text(at, Align2::LEFT_CENTER, month, Type::Small.font(), cx.theme.text_3);
                for column in 0..7 {
                    self.day_ui(ui, cx, (monday + Days::new(column), width));
                }
            });
        }
    }

    /// Chooses all days of the event that are this day of the week, or none of them.
    fn toggle_weekday(&mut self, weekday: NaiveDate) {
        let days = self.offered.0.iter_days().take_while(|&day| day <= self.offered.1);
        let alike: Vec<NaiveDate> =
            days.filter(|&day| day.weekday() == weekday.weekday() && day != self.from && self.is_own(day)).collect();
        if alike.iter().all(|day| self.chosen.contains(day)) {
            self.chosen.retain(|day| !alike.contains(day));
        } else {
            self.chosen.extend(alike);
        }
    }

    fn day_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (day, width): (NaiveDate, f32)) {
        let theme = cx.theme;
        let is_itself = day == self.from;
        let chosen = self.chosen.contains(&day);
        let worst = self.judged.get(&day).and_then(|found| found.iter().map(|told| told.severity).max());
        let (rect, _) = ui.allocate_exact_size(vec2(width, DAY), Sense::hover());
        let at = Cursor::Day(day);
        let response = ui.interact(rect, at.id(), if is_itself { Sense::hover() } else { self.sense(at) });
        let mut name = dates::day_long(cx.texts, day);
        if let Some(found) = self.judged.get(&day).filter(|found| !found.is_empty()) {
            let clashes = cx.texts.text_with("repeat-clashes", &[("count", Value::from(found.len()))]);
            name = format!("{name}, {clashes}");
        }
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, !is_itself, chosen, &name));
        let corner = CornerRadius::same(radius::CONTROL);
        let (fill, color) = match (is_itself, chosen, self.is_own(day)) {
            (true, ..) => (theme.field, theme.text_3),
            (_, true, _) => (theme.accent, theme.on_accent),
            (_, _, true) => (theme.accent_soft, theme.text),
            _ => (theme.raised, theme.text_3),
        };
        let edge = if response.has_focus() {
            Stroke::new(2.0, theme.focus)
        } else if response.hovered() && !is_itself {
            Stroke::new(1.0, theme.accent)
        } else {
            Stroke::new(1.0, if chosen { theme.accent } else { theme.line })
        };
        ui.painter().rect(rect, corner, fill, edge, StrokeKind::Inside);
        let text = dates::day_tiny(cx.texts, day);
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, text, Type::Strong.font(), color);
        let small = egui::FontId::proportional(size::SMALL_ICON);
        let right = rect.right_center() - vec2(6.0, 0.0);
        if is_itself {
            ui.painter().text(right, Align2::RIGHT_CENTER, icons::COPY, small, color);
        } else if let Some(worst) = worst {
            let color = if chosen { theme.on_accent } else { theme.severity(worst) };
            ui.painter().text(right, Align2::RIGHT_CENTER, icons::severity(worst), small, color);
        } else if chosen {
            ui.painter().text(right, Align2::RIGHT_CENTER, icons::CHECK, small, color);
        }
        if response.clicked() {
            self.cursor = at;
            if !self.chosen.remove(&day) {
                self.chosen.insert(day);
            }
        }
        let found = self.judged.get(&day);
        response.on_hover_ui(|ui| {
            ui.set_max_width(360.0);
            label_ui(ui, &name);
            if let Some(found) = found {
                found_ui(ui, cx, found);
            }
        });
    }

    /// What would clash on the days that are chosen.
    fn told_ui(&self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let found = self.chosen.iter().filter_map(|day| Some((*day, self.judged.get(day)?)));
        let told: Vec<(NaiveDate, &Vec<Told>)> = found.filter(|(_, found)| !found.is_empty()).collect();
        if self.chosen.iter().any(|day| !self.judged.contains_key(day)) {
            ui.label(RichText::new(cx.text("dates-looking")).color(cx.theme.text_2));
        } else if told.is_empty() {
            if !self.chosen.is_empty() {
                ui.horizontal(|ui| {
                    sign_ui(ui, RichText::new(icons::CIRCLE_CHECK).size(size::SMALL_ICON).color(cx.theme.ok));
                    ui.label(RichText::new(cx.text("repeat-fits")).color(cx.theme.text_2));
                });
            }
            return;
        }
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            for (day, found) in told {
                let day = RichText::new(dates::day_short(cx.texts, day)).font(Type::Bar.font());
                ui.add(Label::new(day.color(cx.theme.text_2)));
                found_ui(ui, cx, found);
                ui.add_space(4.0);
            }
        });
    }

    fn buttons_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, enter: bool) -> bool {
        let makes = self.ids.len() * self.chosen.len();
        let clashing = self.chosen.iter().filter(|day| self.judged.get(day).is_some_and(|found| !found.is_empty()));
        let clashing = clashing.count();
        let values = [("count", Value::from(makes))];
        let go = cx.texts.text_with("repeat-go", &values);
        let button = filled_button(ui, cx, &go, makes > 0);
        if std::mem::take(&mut self.is_new) {
            button.request_focus();
        }
        let cancelled = plain_button(ui, cx.text("button-cancel"), true).clicked();
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let mut text = cx.texts.text_with("repeat-makes", &values);
            if clashing > 0 {
                let clashing = cx.texts.text_with("repeat-clashing", &[("days", Value::from(clashing))]);
                text = format!("{text}, {clashing}");
            }
            elided_ui(ui, RichText::new(text).font(Type::Small.font()).color(cx.theme.text_2));
        });
        if (button.clicked() || enter) && makes > 0 {
            cx.perform(repeated(cx.plan, &self.list(), self.chosen.iter().copied()));
            return true;
        }
        cancelled
    }
}

/// What copies on a day would cause, the worst first.
fn found_ui(ui: &mut Ui, cx: &ViewContext<'_>, found: &[Told]) {
    for told in found.iter().take(MOST_TOLD) {
        ui.horizontal_top(|ui| {
            ui.colored_label(cx.theme.severity(told.severity), icons::severity(told.severity));
            paragraph_ui(ui, &told.sentence);
        });
    }
    if found.len() > MOST_TOLD {
        ui.weak(cx.texts.text_with("drag-more", &[("count", Value::from(found.len() - MOST_TOLD))]));
    }
}
