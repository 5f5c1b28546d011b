//! The findings of the plan in a panel below the view: read, filtered, walked through, waived and fixed.
//!
//! Which lines there are is worked out once per change ([`order`]), and only lines in sight are drawn, so that thousands
//! of findings cost no more than a few. The panel changes nothing itself.

mod order;
mod rows;

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Align, Button, Layout, Rect, RichText, Role, ScrollArea, TextEdit, Ui, WidgetInfo};

use crate::check::Finding;
use crate::edit::Command;
use crate::model::{RowId, SessionId, Severity};

use crate::app::action::{Action, Message, UiCommand};
use crate::app::context::ViewContext;
use crate::app::phrases::{self, SEVERITIES};
use crate::app::selection::Selection;
use crate::app::style::{Type, icons};
use crate::app::widget::focus::{self, Area};
use crate::app::widget::going::going;
use crate::app::widget::menus::icon_button;
use crate::app::widget::rows::{self as row_keys, Sight};
use crate::app::widget::waive::{Waiving, waiver};
use crate::app::widget::ways::Ways;
use order::{Order, Sieve};
use rows::{Intent, PADDING, ROW, Rows, id_of};

/// The panel and what it remembers.
#[derive(Debug, Default)]
pub struct FindingsPanel {
    hidden: [bool; 4],
    words: String,
    only_selected: bool,
    /// What the panel itself has selected last, and whose findings it showed then: going to a finding does not change
    /// which findings are listed.
    selected: Option<(Selection, Arc<BTreeSet<SessionId>>)>,
    order: Order,
    /// The finding gone to last, and its place among the open ones: when it is cleared, its neighbour is the next.
    current: Option<(Finding, usize)>,
    /// The entry to bring into sight.
    sought: Option<usize>,
    sight: Sight,
    /// Where the lines are on the screen.
    place: Option<Rect>,
    /// The line that has the keyboard.
    held: Option<usize>,
    waiving: Waiving,
    ways: Ways,
}

impl FindingsPanel {
    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        focus::note_area(ui, cx, Area::Findings);
        self.update(cx);
        self.ways.follow(ui.ctx(), cx);
        self.head_ui(ui, cx);
        if self.order.lines().is_empty() {
            let (icon, text) = if self.order.is_empty() {
                (RichText::new(icons::CIRCLE_CHECK).color(cx.theme.ok), cx.text("findings-none"))
            } else {
                (RichText::new(icons::FILTER).color(cx.theme.text_2), cx.text("findings-none-shown"))
            };
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                ui.add_space(PADDING);
                ui.label(icon);
                ui.label(RichText::new(text).color(cx.theme.text_2));
            });
            // The panel stays as high as it was.
            ui.allocate_space(ui.available_size());
            return;
        }
        let current = self.current_entry();
        let mut area = ScrollArea::vertical().id_salt("findings").auto_shrink(false).content_margin(0.0);
        let walked = self.walk(ui);
        if let Some(offset) = walked.or_else(|| self.sought_offset()) {
            area = area.vertical_scroll_offset(offset);
        }
        let held = self.held;
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut rows =
            Rows { cx, order: &self.order, current, waiving: &mut self.waiving, ways: &mut self.ways, asked: None };
        let shown = area.show_rows(ui, ROW, self.order.lines().len(), |ui, range| rows.ui(ui, range, held));
        let asked = rows.asked;
        (self.sight, self.place) = (Sight::of(&shown), Some(shown.inner_rect));
        if self.sought.is_some() {
            ui.ctx().request_repaint();
        }
        if let Some(asked) = asked {
            self.answer(cx, asked);
        }
    }

    /// Shows only findings that are so bad, or all.
    pub fn show_only(&mut self, severity: Option<Severity>) {
        self.hidden = [false; 4];
        if let Some(severity) = severity {
            for other in SEVERITIES {
                self.hidden[other as usize] = other != severity;
            }
        }
        self.words.clear();
        self.only_selected = false;
    }

    /// Goes to the next or the previous open finding of the list; what is to be done for that.
    pub fn step(&mut self, cx: &ViewContext<'_>, forward: bool) -> Vec<Action> {
        self.update(cx);
        let open = self.order.open();
        let place = self.current_entry().and_then(|at| open.iter().position(|&other| other == at));
        let next = match (place, &self.current, forward) {
            (Some(place), _, true) => place + 1,
            (Some(place), _, false) => place.checked_sub(1).unwrap_or(open.len().saturating_sub(1)),
            // It was cleared: the one that has moved up to its place is the next.
            (None, Some((_, place)), true) => *place,
            (None, Some((_, place)), false) => place.checked_sub(1).unwrap_or(open.len().saturating_sub(1)),
            (None, None, true) => 0,
            (None, None, false) => open.len().saturating_sub(1),
        };
        let next = if next >= open.len() { 0 } else { next };
        let Some(&at) = open.get(next) else {
            let nothing = self.order.counts() == [0; 4];
            let text = if nothing { cx.text("findings-none") } else { cx.text("findings-none-shown") };
            return vec![Action::Tell(Message { text: text.to_owned(), is_error: false })];
        };
        self.sought = Some(at);
        let sentence = self.order.entry(at).map(|entry| entry.sentence(cx).to_owned());
        let mut actions: Vec<Action> = sentence.map(Action::Say).into_iter().collect();
        actions.extend(self.go(at));
        actions
    }

    fn update(&mut self, cx: &ViewContext<'_>) {
        let sessions = self.only_selected.then(|| match &self.selected {
            Some((selection, shown)) if selection == cx.selection => shown.clone(),
            _ => cx.selection.sessions.clone(),
        });
        let sieve = Sieve { hidden: self.hidden, words: self.words.clone(), sessions };
        self.order.update(cx, &sieve);
        if let Some((selection, _)) = &self.selected
            && selection != cx.selection
        {
            self.selected = None;
        }
    }

    /// The line with counts, filters and buttons.
    fn head_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let counts = self.order.counts();
        let shown = egui::Frame::new().inner_margin(egui::Margin { left: 10, right: 6, top: 5, bottom: 4 });
        let shown = shown.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                ui.label(RichText::new(cx.text("findings-title")).font(Type::Head.font()));
                ui.add_space(4.0);
                for severity in SEVERITIES {
                    let (text, on) = (
                        phrases::findings_count(cx, severity, counts[severity as usize]),
                        !self.hidden[severity as usize],
                    );
                    if toggle(ui, cx, (icons::severity(severity), cx.theme.severity(severity)), &text, on) {
                        self.hidden[severity as usize] = on;
                    }
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    icon_button(ui, cx, icons::X, UiCommand::ToggleFindings, true);
                    icon_button(ui, cx, icons::SLIDERS, UiCommand::Rules, true);
                    icon_button(ui, cx, icons::CHEVRON_DOWN, UiCommand::NextFinding, true);
                    icon_button(ui, cx, icons::CHEVRON_UP, UiCommand::PreviousFinding, true);
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        ui.add_space(6.0);
                        let (text, on) = (cx.text("findings-only-selected"), self.only_selected);
                        let hint = cx.text("findings-filter-hint");
                        let width = (ui.available_width() - 220.0).clamp(80.0, 240.0);
                        let field = TextEdit::singleline(&mut self.words).hint_text(hint).desired_width(width);
                        ui.add(field).accessible_name(hint);
                        if toggle(ui, cx, (icons::FOCUS, cx.theme.text_2), text, on) {
                            self.only_selected = !on;
                        }
                    });
                });
            });
        });
        let rect = shown.response.rect;
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, egui::Stroke::new(1.0, cx.theme.line));
    }

    fn current_entry(&self) -> Option<usize> {
        let (current, place) = self.current.as_ref()?;
        let is_it = |at: &usize| self.order.entry(*at).is_some_and(|entry| entry.finding.says_the_same(current));
        let open = self.order.open();
        // Where it was last: so that two that say the same are not taken for each other.
        open.get(*place).copied().filter(is_it).or_else(|| open.iter().copied().find(is_it))
    }

    /// Gives the keyboard from line to line; answers how far to scroll so that the one that gets it is in sight.
    fn walk(&mut self, ui: &Ui) -> Option<f32> {
        let lines = self.order.lines();
        let focused = ui.memory(|memory| memory.focused());
        let has_it = |at: &usize| lines.get(*at).is_some_and(|&line| Some(id_of(line)) == focused);
        if !self.held.as_ref().is_some_and(has_it) {
            // Looked for where it can be: what is drawn gets it.
            let first = (self.sight.from / ROW) as usize;
            self.held = (first..first + (self.sight.height / ROW) as usize + 2).find(has_it);
        }
        row_keys::walk_within(ui, || {
            let at = self.held.or_else(|| self.line_around(ui))?;
            Some(id_of(*self.order.lines().get(at)?))
        });
        let mut from = None;
        let keys = row_keys::take(ui, || {
            from = self.held.or_else(|| self.line_around(ui));
            from.is_some()
        });
        let mut at = from.filter(|_| !keys.is_empty())?;
        for go in keys {
            at = go.target(Some(at), lines.len(), self.sight.page(ROW));
        }
        focus::give_to(ui.ctx(), id_of(*lines.get(at)?));
        self.held = Some(at);
        let top = at as f32 * ROW;
        self.sight.scroll_to((top, top + ROW))
    }

    /// The line in which something else has the keyboard, such as one of its buttons.
    fn line_around(&self, ui: &Ui) -> Option<usize> {
        let button = ui.ctx().read_response(ui.memory(|memory| memory.focused())?)?;
        let (place, center) = (self.place?, button.interact_rect.center());
        let is_in_it = button.layer_id == ui.layer_id() && place.contains(center);
        let at = ((center.y - place.top() + self.sight.from) / ROW) as usize;
        (is_in_it && at < self.order.lines().len()).then_some(at)
    }

    /// How far to scroll so that what is sought is in sight; `None` where it is already.
    fn sought_offset(&mut self) -> Option<f32> {
        // A panel that has just opened does not know yet how much it shows.
        let at = self.sought.take_if(|_| self.sight.height > ROW)?;
        let top = self.order.line_of(at)? as f32 * ROW;
        let (from, to) = (self.sight.from, self.sight.from + self.sight.height);
        // The line above stays in sight too: it may be the heading.
        let fits = top - ROW >= from && top + ROW <= to;
        (!fits).then(|| (top - (self.sight.height - ROW) / 2.0).max(0.0).round())
    }

    /// Marks a finding as the one gone to, and selects and shows what it is about.
    fn go(&mut self, at: usize) -> Vec<Action> {
        let Some(entry) = self.order.entry(at) else { return Vec::new() };
        let finding = entry.finding.clone();
        let place = self.order.open().iter().position(|&other| other == at);
        let actions = going(&finding);
        if let Some(Action::Select(selection)) = actions.last() {
            let shown = self.order.sessions().cloned();
            self.selected = shown.map(|shown| (selection.clone(), shown));
        }
        if let Some(place) = place {
            self.current = Some((finding, place));
        }
        actions
    }

    fn answer(&mut self, cx: &ViewContext<'_>, asked: Intent) {
        match asked {
            Intent::Fold(head) => self.order.fold(head),
            Intent::Go(at) => self.go(at).into_iter().for_each(|action| cx.act(action)),
            Intent::Waive(at, reason) => {
                if let Some(entry) = self.order.entry(at)
                    && let Some(command) = waiver(cx, &entry.finding, reason)
                {
                    cx.perform(command);
                }
            }
            Intent::Withdraw(id) => cx.perform(Command::Remove(vec![RowId::Waiver(id)])),
            Intent::Take(patch) => cx.perform(Command::Take(patch)),
        }
    }
}

/// A button that is on or off; returns whether it was clicked.
fn toggle(ui: &mut Ui, cx: &ViewContext<'_>, (icon, color): (&str, egui::Color32), text: &str, on: bool) -> bool {
    let (color, words) = if on { (color, cx.theme.text) } else { (cx.theme.text_2, cx.theme.text_2) };
    let button = Button::selectable(on, (RichText::new(icon).color(color), RichText::new(text).color(words)));
    let response = ui.add(button.gap(4.0));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, text));
    response.clicked()
}
