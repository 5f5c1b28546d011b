//! The window of all comments and to-dos of the plan, beside the plan: filtered, gone to, ticked.
//!
//! Which lines there are is worked out once per change of a comment, and only lines in sight are drawn.

mod lines;

use egui::{
    Align2, ComboBox, CornerRadius, FontId, Id, Rect, RichText, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use super::Floating;
use super::sheet::docked;
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::paint::text::{elided, tip};
use crate::app::phrases;
use crate::app::style::{Type, icons, radius, size};
use crate::app::widget::calendar::{Shown, calendar_popup};
use crate::app::widget::fields::{Lines as FieldLines, TextField, note, option_ui, small_icon_button};
use crate::app::widget::focus;
use crate::app::widget::property::chip_button;
use crate::app::widget::rows::{self as row_keys, Sight};
use crate::edit::{Command, comments};
use crate::model::{Comment, CommentId, zone};
use crate::texts::{Value, dates, short, tid};
use lines::{Lines, Sieve, Sort, is_overdue};

/// The height of a line: what it says, and below that on which session, who and when.
const ROW: f32 = 46.0;
/// So many letters of a comment are told by its box.
const BOX_LETTERS: usize = 40;

/// The window, open or not.
#[derive(Debug, Default)]
pub struct ToDosWindow {
    open: bool,
    sieve: Sieve,
    lines: Lines,
    sight: Sight,
    /// The line that has the keyboard.
    held: Option<usize>,
}

impl Floating for ToDosWindow {
    fn is_docked(&self) -> bool {
        self.open
    }

    fn docked_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        if !docked(ui, cx, cx.text("to-dos-title"), |ui| self.content_ui(ui, cx)) {
            self.close();
        }
    }

    fn is_open(&self) -> bool {
        self.open
    }

    fn close(&mut self) {
        *self = Self::default();
    }
}

/// What has the keyboard where a line has it.
fn id_of(id: CommentId) -> Id {
    Id::unique(("to-do line", id))
}

impl ToDosWindow {
    /// Opens it on what is still to be done, or closes it.
    pub fn toggle(&mut self) {
        *self = Self { open: !self.open, ..Self::default() };
    }

    fn content_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        self.lines.follow(cx, &self.sieve);
        if cx.plan.comments().is_empty() {
            note(ui, cx, cx.text("to-dos-none"));
            return;
        }
        self.choices_ui(ui, cx);
        ui.add_space(6.0);
        if self.lines.shown().is_empty() {
            note(ui, cx, cx.text("to-dos-none-shown"));
            return;
        }
        let mut area = ScrollArea::vertical().id_salt("to-dos").auto_shrink(false).content_margin(0.0);
        if let Some(offset) = self.walk(ui) {
            area = area.vertical_scroll_offset(offset);
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let (lines, held) = (self.lines.shown(), self.held);
        let shown = area.show_rows(ui, ROW, lines.len(), |ui, range| {
            let (upper, width) = (ui.cursor().min, ui.available_width());
            // Out of sight the one that has the keyboard keeps it, too.
            let beyond = held.filter(|at| !range.contains(at));
            for at in range.clone().chain(beyond) {
                let below = (at as f32 - range.start as f32) * ROW;
                let rect = Rect::from_min_size(upper + vec2(0.0, below), vec2(width, ROW));
                if let Some(comment) = lines.get(at).and_then(|&id| cx.plan.comments().get(id)) {
                    line_ui(ui, cx, rect, comment);
                }
            }
            ui.allocate_space(vec2(width, range.len() as f32 * ROW));
        });
        self.sight = Sight::of(&shown);
    }

    /// What is let through.
    fn choices_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        ui.spacing_mut().interact_size.y = size::TARGET;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
            for sort in Sort::ALL {
                let (name, is_chosen) = (cx.text(sort.name()), self.sieve.sort == sort);
                let response = ui.selectable_label(is_chosen, RichText::new(name).font(Type::Small.font()));
                response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, name));
                if response.clicked() {
                    self.sieve.sort = sort;
                }
            }
        });
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
            let everybody = cx.text("to-dos-everybody");
            let shown = self.sieve.who.as_deref().unwrap_or(everybody);
            let shown = elided(ui, RichText::new(shown).font(Type::Small.font()), 130.0);
            let mut chosen = None;
            let combo = ComboBox::from_id_salt("to-dos-who").selected_text(shown).width(120.0).show_ui(ui, |ui| {
                if option_ui(ui, self.sieve.who.is_none(), everybody, everybody) {
                    chosen = Some(None);
                }
                for name in self.lines.people() {
                    let shown = elided(ui, RichText::new(name), 220.0);
                    if option_ui(ui, self.sieve.who.as_ref() == Some(name), shown, name) {
                        chosen = Some(Some(name.clone()));
                    }
                }
            });
            let spoken = format!("{}: {}", cx.text("to-dos-by-whom"), self.sieve.who.as_deref().unwrap_or(everybody));
            combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &spoken));
            self.sieve.who = chosen.unwrap_or_else(|| self.sieve.who.take());
            let day = match self.sieve.until {
                Some(day) => {
                    cx.texts.text_with("to-dos-until", &[("day", Value::from(&dates::day_short(cx.texts, day)))])
                }
                None => cx.text("to-dos-any-day").to_owned(),
            };
            let button = chip_button(ui, cx, (icons::CALENDAR, &day));
            let marked = cx.now.map(|now| (now.date(), now.date()));
            if let Some(day) = calendar_popup(&button, cx, Shown { chosen: self.sieve.until, marked }) {
                self.sieve.until = Some(day);
            }
            if self.sieve.until.is_some() && small_icon_button(ui, icons::X, cx.text("to-dos-any-day")).clicked() {
                self.sieve.until = None;
            }
        });
        ui.add_space(4.0);
        let name = cx.text("to-dos-words");
        let field = TextField { name, hint: name, lines: FieldLines::One, selects_all: true, ..TextField::default() };
        field.show(ui, cx, (Id::unique("to-dos-words"), false), &mut self.sieve.words);
    }

    /// Gives the keyboard from line to line; answers how far to scroll so that the one that gets it is in sight.
    fn walk(&mut self, ui: &Ui) -> Option<f32> {
        let lines = self.lines.shown();
        let focused = ui.memory(|memory| memory.focused());
        let has_it = |at: &usize| lines.get(*at).is_some_and(|&id| Some(id_of(id)) == focused);
        if !self.held.as_ref().is_some_and(has_it) {
            // Looked for where it can be: what is drawn gets it.
            let first = (self.sight.from / ROW) as usize;
            self.held = (first..first + (self.sight.height / ROW) as usize + 2).find(has_it);
        }
        let held = self.held;
        row_keys::walk_within(ui, || Some(id_of(*lines.get(held?)?)));
        let keys = row_keys::take(ui, || held.is_some());
        let mut at = held.filter(|_| !keys.is_empty())?;
        for go in keys {
            at = go.target(Some(at), lines.len(), self.sight.page(ROW));
        }
        focus::give_to(ui.ctx(), id_of(*lines.get(at)?));
        self.held = Some(at);
        let top = at as f32 * ROW;
        self.sight.scroll_to((top, top + ROW))
    }
}

/// One line: a box or a sign, what it says, on which session, who and when.
fn line_ui(ui: &mut Ui, cx: &ViewContext<'_>, rect: Rect, comment: &Comment) {
    let theme = cx.theme;
    let id = id_of(comment.id);
    let response = ui.interact(rect, id, Sense::click());
    let session = phrases::row_title(cx, comment.session.into());
    let words = short::one_line(&comment.text);
    let is_late = is_overdue(comment, cx.now.map(|now| now.date()));
    let when = when(cx, comment, is_late);
    let who = if comment.assignee.is_empty() { &comment.by } else { &comment.assignee };
    let is_selected = cx.selection.contains(comment.session);
    let below: Vec<&str> = [when.as_str(), who, &session].into_iter().filter(|part| !part.is_empty()).collect();
    let below = below.join(" · ");
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, format!("{words}, {below}")));
    let fill = match (is_selected, response.hovered() || response.has_focus()) {
        (true, _) => Some(theme.accent_soft),
        (false, true) => Some(theme.field),
        _ => None,
    };
    if let Some(fill) = fill {
        ui.painter().rect_filled(rect, CornerRadius::same(radius::CONTROL), fill);
    }
    box_ui(ui, cx, rect, comment);
    let space = |input: &mut egui::InputState| input.consume_key(egui::Modifiers::NONE, egui::Key::Space);
    if comment.is_to_do && response.has_focus() && ui.input_mut(space) {
        tick(cx, comment, comment.done.is_none());
    }
    let left = rect.left() + 4.0 + size::TARGET + 6.0;
    let room = rect.right() - 6.0 - left;
    let color = if comment.done.is_some() { theme.text_2 } else { theme.text };
    let galley = elided(ui, RichText::new(&words).font(Type::Body.font()).color(color), room);
    ui.painter().galley(pos2(left, rect.top() + 13.0 - galley.size().y / 2.0), galley, color);
    let middle = rect.top() + 32.0;
    let sign = if is_late { size::SMALL_ICON + 4.0 } else { 0.0 };
    if is_late {
        let font = FontId::proportional(size::SMALL_ICON);
        let at = pos2(left, middle + 1.5);
        ui.painter().text(at, Align2::LEFT_CENTER, icons::WARNING, font, theme.warning_mark);
    }
    let text = RichText::new(&below).font(Type::Small.font()).color(theme.text_2);
    let galley = elided(ui, text, room - sign);
    ui.painter().galley(pos2(left + sign, middle - galley.size().y / 2.0), galley, theme.text_2);
    if response.clicked() {
        cx.act(Action::Reveal(comment.session.into()));
    }
    tip(response, &comment.text);
}

/// By when it is to be done; when it was written or done.
fn when(cx: &ViewContext<'_>, comment: &Comment, is_late: bool) -> String {
    let day = comment.due.filter(|_| comment.is_open()).map(|day| dates::day_short(cx.texts, day));
    if let Some(day) = day {
        let id = if is_late { tid("to-dos-late") } else { tid("comment-due") };
        return cx.texts.text_with(id, &[("day", Value::from(&day))]);
    }
    let moment = |at| dates::moment_text(cx.texts, zone::convert(at, zone::Tz::UTC, cx.plan.header().zone));
    match comment.done {
        Some(done) => cx.texts.text_with("comment-was-done", &[("when", Value::from(&moment(done)))]),
        None => moment(comment.at),
    }
}

/// The box that ticks a to-do; a sign before what is none.
fn box_ui(ui: &mut Ui, cx: &ViewContext<'_>, rect: Rect, comment: &Comment) {
    let middle = pos2(rect.left() + 4.0 + size::TARGET / 2.0, rect.top() + 14.0);
    if !comment.is_to_do {
        let font = FontId::proportional(size::SMALL_ICON);
        ui.painter().text(middle, Align2::CENTER_CENTER, icons::MESSAGE, font, cx.theme.text_3);
        return;
    }
    let place = Rect::from_center_size(middle, vec2(size::TARGET, size::TARGET));
    let mut ui = ui.new_child(UiBuilder::new().id_salt(id_of(comment.id)).max_rect(place));
    ui.spacing_mut().interact_size = vec2(size::TARGET, size::TARGET);
    let mut is_done = comment.done.is_some();
    let response = ui.checkbox(&mut is_done, "");
    let text = short::beginning(&comment.text, BOX_LETTERS);
    let name = cx.texts.text_with("comment-done", &[("text", Value::from(&text))]);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_done, &name));
    if response.changed() {
        tick(cx, comment, is_done);
    }
}

fn tick(cx: &ViewContext<'_>, comment: &Comment, is_done: bool) {
    cx.perform(Command::Put(comments::ticked(comment, is_done, cx.hand()).into()));
}
