//! One line of the list: a heading, a finding with its buttons, or a waiver that does not hold any more.

use std::ops::Range;

use egui::containers::menu::MenuButton;
use egui::{
    Align, Align2, Button, Color32, Id, Layout, Rect, Response, RichText, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

use crate::check::Finding;
use crate::model::{Patch, WaiverId};
use crate::texts::{Value, built_in, findings};

use super::order::{Entry, Head, Line, Order, rule_name};
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::paint::text::{elided, label_ui};
use crate::app::style::{Type, icons};
use crate::app::widget::fields::{medium, small_icon_button};
use crate::app::widget::waive::Waiving;
use crate::app::widget::ways::{Ways, Wish};

/// What a line asks for.
#[derive(Debug)]
pub enum Intent {
    /// Fold or unfold a heading.
    Fold(Head),
    /// Select and show what this entry is about.
    Go(usize),
    /// Accept this entry, for this reason.
    Waive(usize, String),
    /// Remove this waiver.
    Withdraw(WaiverId),
    /// Take over a fix.
    Take(Box<Patch>),
}

/// The lines, for one frame.
pub struct Rows<'a> {
    pub cx: &'a ViewContext<'a>,
    pub order: &'a Order,
    /// The entry gone to last.
    pub current: Option<usize>,
    pub waiving: &'a mut Waiving,
    pub ways: &'a mut Ways,
    pub asked: Option<Intent>,
}

/// The height of a line, a whole number of points so that the ten-thousandth is sharp too.
pub const ROW: f32 = 26.0;
/// Left and right of everything.
pub const PADDING: f32 = 10.0;
/// Where icons of headings stand, and those of findings below them.
const CHEVRON: f32 = PADDING + 6.0;
const HEAD_ICON: f32 = PADDING + 24.0;
const ICON: f32 = PADDING + 42.0;

/// What has the keyboard where a line has it.
#[must_use]
pub fn id_of(line: Line) -> Id {
    match line {
        Line::Head(head, _) => Id::unique(("findings head", head)),
        Line::Finding(at) => Id::unique(("finding", at)),
        Line::Lapsed(id) => Id::unique(("lapsed waiver", id)),
    }
}

impl Rows<'_> {
    /// Draws these lines, and the one that has the keyboard: out of sight it keeps it, too.
    pub fn ui(&mut self, ui: &mut Ui, range: Range<usize>, held: Option<usize>) {
        let upper = ui.cursor().min;
        let width = ui.available_width();
        let place = |at: usize| {
            let below = (at as f32 - range.start as f32) * ROW;
            Rect::from_min_size(upper + vec2(0.0, below), vec2(width, ROW))
        };
        let beyond = held.filter(|at| !range.contains(at));
        for at in range.clone().chain(beyond) {
            match self.order.lines().get(at) {
                Some(&Line::Head(head, count)) => self.head_ui(ui, place(at), head, count),
                Some(&Line::Finding(entry)) => self.finding_ui(ui, place(at), entry),
                Some(&Line::Lapsed(id)) => self.lapsed_ui(ui, place(at), id),
                None => {}
            }
        }
        ui.allocate_space(vec2(width, range.len() as f32 * ROW));
    }

    fn head_ui(&mut self, ui: &mut Ui, rect: Rect, head: Head, count: usize) {
        let (cx, theme) = (self.cx, self.cx.theme);
        let id = id_of(Line::Head(head, count));
        let (icon, color, name, count) = match head {
            Head::Rule(severity, rule) => {
                (icons::severity(severity), theme.severity(severity), rule_name(cx, rule), count.to_string())
            }
            Head::Waived => {
                let text = cx.texts.text_with("findings-waived", &[("count", Value::from(count))]);
                (icons::CIRCLE_CHECK, theme.text_2, text, String::new())
            }
            Head::Lapsed => (icons::HISTORY, theme.text_2, cx.text("findings-lapsed").to_owned(), count.to_string()),
        };
        let open = self.order.is_open(head);
        let response = ui.interact(rect, id, Sense::click());
        let spoken = if count.is_empty() { name.clone() } else { format!("{name} · {count}") };
        response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, open, &spoken));
        let painter = ui.painter();
        painter.rect_filled(rect, 0.0, if is_lit(ui, &response, rect) { theme.field } else { theme.shade });
        let chevron = if open { icons::CHEVRON_DOWN } else { icons::CHEVRON_RIGHT };
        icon_at(ui, rect, CHEVRON, chevron, theme.text_2);
        icon_at(ui, rect, HEAD_ICON, icon, color);
        let left = rect.left() + HEAD_ICON + 14.0;
        let galley = elided(ui, medium(name), rect.right() - left - 120.0);
        let end = left + galley.size().x;
        ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, theme.text);
        let font = Type::Small.font();
        ui.painter().text(pos2(end + 8.0, rect.center().y), Align2::LEFT_CENTER, count, font, theme.text_2);
        if let Head::Rule(_, rule) = head {
            let mut ui = right_ui(ui, rect, id);
            if is_lit(&ui, &response, rect)
                && small_icon_button(&mut ui, icons::SLIDERS, cx.text("command-rules")).clicked()
            {
                cx.act(Action::ShowRule(rule));
            }
        }
        let response = response.on_hover_ui(|ui| head_tip(ui, cx, head));
        if response.clicked() {
            self.asked = Some(Intent::Fold(head));
        }
    }

    fn finding_ui(&mut self, ui: &mut Ui, rect: Rect, at: usize) {
        let (cx, theme) = (self.cx, self.cx.theme);
        let Some(entry) = self.order.entry(at) else { return };
        let finding = &entry.finding;
        let sentence = entry.sentence(cx);
        let id = id_of(Line::Finding(at));
        let response = ui.interact(rect, id, Sense::click());
        let current = self.current == Some(at);
        response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, current, sentence));
        if current {
            ui.painter().rect_filled(rect, 0.0, theme.accent_soft);
            ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0.0, theme.accent);
        } else if is_lit(ui, &response, rect) {
            ui.painter().rect_filled(rect, 0.0, theme.field);
        }
        let color = if finding.is_open() { theme.severity(finding.severity) } else { theme.text_2 };
        icon_at(ui, rect, ICON, icons::severity(finding.severity), color);
        let mut right = right_ui(ui, rect, id);
        let reason = finding
            .waiver
            .and_then(|id| cx.plan.waivers().get(id))
            .map_or("", |waiver| built_in(cx.texts, &waiver.reason));
        match finding.waiver {
            Some(waiver) => {
                if quiet_button(&mut right, cx, cx.text("findings-withdraw")).clicked() {
                    self.asked = Some(Intent::Withdraw(waiver));
                }
            }
            None => self.buttons_ui(&mut right, (at, finding)),
        }
        let width = right.available_rect_before_wrap().right() - rect.left() - ICON - 14.0 - 12.0;
        self.sentence_ui(ui, rect, (entry, reason), width);
        let severity = cx.text(findings::severity(finding.severity));
        let response = response.on_hover_ui(|ui| {
            ui.set_max_width(460.0);
            label_ui(ui, sentence);
            ui.weak(format!("{severity} · {}", rule_name(cx, finding.rule)));
            if !reason.is_empty() {
                label_ui(ui, RichText::new(format!("{}: {reason}", cx.text("findings-waive-reason"))).weak());
            }
        });
        response.context_menu(|ui| {
            if ui.button(cx.text("finding-go")).clicked() {
                self.asked = Some(Intent::Go(at));
                ui.close();
            }
            if ui.button(cx.text("command-rules")).clicked() {
                cx.act(Action::ShowRule(finding.rule));
                ui.close();
            }
        });
        if response.clicked() {
            self.asked = Some(Intent::Go(at));
        }
    }

    fn sentence_ui(&self, ui: &Ui, rect: Rect, (entry, reason): (&Entry, &str), width: f32) {
        let (cx, theme) = (self.cx, self.cx.theme);
        let left = rect.left() + ICON + 14.0;
        let color = if entry.finding.is_open() { theme.text } else { theme.text_2 };
        let share = if reason.is_empty() { width } else { width * 0.6 };
        let galley = elided(ui, entry.sentence(cx), share);
        let end = left + galley.size().x;
        ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, color);
        if !reason.is_empty() {
            let text = format!("{}  {reason}", icons::MESSAGE);
            let galley = elided(ui, text, left + width - end - 16.0);
            ui.painter().galley(pos2(end + 16.0, rect.center().y - galley.size().y / 2.0), galley, theme.text_2);
        }
    }

    fn buttons_ui(&mut self, ui: &mut Ui, (at, finding): (usize, &Finding)) {
        let cx = self.cx;
        let waive = quiet_button(ui, cx, cx.text("findings-waive")).on_hover_text(cx.text("findings-waive-tip"));
        let sentence = self.order.entry(at).map_or("", |entry| entry.sentence(cx));
        let about = |id| cx.texts.text_with(id, &[("finding", Value::from(sentence))]);
        waive.widget_info(|| WidgetInfo::labeled(Role::Button, true, about("findings-waive-spoken")));
        if let Some(reason) = self.waiving.ui(&waive, cx, finding) {
            self.asked = Some(Intent::Waive(at, reason));
        }
        let text = RichText::new(format!("{} {}", cx.text("findings-fix"), icons::CHEVRON_DOWN));
        let button = Button::new(text.font(Type::Small.font()).color(cx.theme.text_2)).frame_when_inactive(false);
        let (response, wish) = MenuButton::from_button(button).ui(ui, |ui| self.ways.menu_ui(ui, cx, finding));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, about("findings-fix-spoken")));
        response.on_hover_text(cx.text("findings-fix-tip"));
        match wish.and_then(|shown| shown.inner) {
            // What a fix would move should be in sight.
            Some(Wish::Opened) => self.asked = Some(Intent::Go(at)),
            Some(Wish::Take(patch)) => self.asked = Some(Intent::Take(patch)),
            None => {}
        }
    }

    fn lapsed_ui(&mut self, ui: &mut Ui, rect: Rect, id: WaiverId) {
        let (cx, theme) = (self.cx, self.cx.theme);
        let Some(waiver) = cx.plan.waivers().get(id) else { return };
        let own = id_of(Line::Lapsed(id));
        let response = ui.interact(rect, own, Sense::click());
        let text = format!("{}: {}", rule_name(cx, waiver.rule.as_str()), built_in(cx.texts, &waiver.reason));
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &text));
        if is_lit(ui, &response, rect) {
            ui.painter().rect_filled(rect, 0.0, theme.field);
        }
        icon_at(ui, rect, ICON, icons::HISTORY, theme.text_2);
        let mut right = right_ui(ui, rect, own);
        if quiet_button(&mut right, cx, cx.text("findings-lapsed-remove")).clicked() {
            self.asked = Some(Intent::Withdraw(id));
        }
        let left = rect.left() + ICON + 14.0;
        let galley = elided(ui, &text, right.available_rect_before_wrap().right() - left - 12.0);
        ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, theme.text_2);
        let response = response.on_hover_ui(|ui| {
            ui.set_max_width(460.0);
            label_ui(ui, &text);
            ui.weak(cx.text("findings-lapsed-tip"));
        });
        if response.clicked()
            && let Some(&first) = waiver.sessions.first()
        {
            cx.act(Action::Reveal(first.into()));
        }
    }
}

/// What a rule reports, and why there is such a rule.
fn head_tip(ui: &mut Ui, cx: &ViewContext<'_>, head: Head) {
    ui.set_max_width(420.0);
    match head {
        Head::Rule(severity, rule) => {
            let [_, about, basis] = findings::rule_ids(rule);
            ui.label(cx.texts.text(&about));
            ui.weak(format!("{} · {}", cx.text(findings::severity(severity)), cx.texts.text(&basis)));
        }
        Head::Waived => {
            ui.label(cx.text("findings-waive-tip"));
        }
        Head::Lapsed => {
            ui.label(cx.text("findings-lapsed-tip"));
        }
    }
}

/// Room for buttons at the right end of a line, the last one first.
fn right_ui(ui: &mut Ui, rect: Rect, id: Id) -> Ui {
    let builder = UiBuilder::new().id_salt(id).max_rect(rect.with_max_x(rect.right() - PADDING));
    let mut right = ui.new_child(builder.layout(Layout::right_to_left(Align::Center)));
    right.spacing_mut().item_spacing.x = 2.0;
    right.spacing_mut().button_padding = vec2(6.0, 1.0);
    right.spacing_mut().interact_size.y = 22.0;
    right
}

/// A button that is no louder than the sentence beside it.
fn quiet_button(ui: &mut Ui, cx: &ViewContext<'_>, text: &str) -> Response {
    let shown = RichText::new(text).font(Type::Small.font()).color(cx.theme.text_2);
    ui.add(Button::new(shown).frame_when_inactive(false))
}

fn icon_at(ui: &Ui, rect: Rect, x: f32, icon: &str, color: Color32) {
    // Symbols stand a little above the middle of their font.
    let at = pos2(rect.left() + x, rect.center().y + 1.5);
    ui.painter().text(at, Align2::CENTER_CENTER, icon, Type::Body.font(), color);
}

/// Whether the pointer is on the line, or on one of its buttons.
fn is_lit(ui: &Ui, response: &Response, rect: Rect) -> bool {
    response.hovered() || response.has_focus() || ui.rect_contains_pointer(rect)
}
