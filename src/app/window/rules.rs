//! The Rules window: what each rule reports and why, how bad that is, its numbers, and what the plan has changed of it.
//!
//! The plan holds only what differs from a rule's own values. Each finished edit is one step; a number that is out of
//! range stays in its field, with the range beside it, and out of the plan.

mod groups;

use std::collections::{BTreeMap, HashMap};

use egui::{
    Align, ComboBox, Frame, Key, Label, Layout, Margin, Modifiers, Response, RichText, Role, ScrollArea, TextEdit, Ui,
    UiBuilder, WidgetInfo, vec2,
};

use crate::check::{Number, RULES, Rule, Unit, rule_id};
use crate::edit::Command;
use crate::model::{Plan, RuleChoice, Severity};
use crate::texts::{Value, findings as words, tid, typed};

use super::Floating;
use super::sheet::{PADDING, Sheet, filled_button, with_foot};
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::filter::folded;
use crate::app::phrases;
use crate::app::style::{Type, icons, size};
use crate::app::widget::fields::{TextField, flaw, medium, option_ui, small_icon_button};
use crate::app::widget::focus;
use crate::workbench::Generation;
use groups::GROUPS;

/// The window, open or not.
#[derive(Debug, Default)]
pub struct RulesWindow {
    open: bool,
    search: String,
    /// What is typed into fields and not in the plan, by rule and number.
    typed: BTreeMap<(&'static str, &'static str), TypedNumber>,
    /// The rule to bring into sight.
    sought: Option<&'static str>,
    /// How many open findings each rule has, by the state of the plan.
    counts: Option<(Generation, HashMap<&'static str, usize>)>,
}

/// A number being typed.
#[derive(Clone, Debug)]
struct TypedNumber {
    text: String,
    /// It was left and can not be taken.
    refused: bool,
}

impl Floating for RulesWindow {
    fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        if !self.open {
            return;
        }
        let sheet = Sheet { name: "rules", title: cx.text("rules-title"), size: vec2(760.0, 720.0) };
        self.open = sheet.show(ui, cx, |ui| self.content_ui(ui, cx)) && self.open;
    }

    fn is_open(&self) -> bool {
        self.open
    }

    fn close(&mut self) {
        self.open = false;
    }

    fn finish(&mut self, cx: &ViewContext<'_>) -> Option<Command> {
        let mut command = None;
        self.typed.retain(|(rule, name), typed| {
            if command.is_some() {
                return true;
            }
            let Some(rule) = RULES.iter().find(|known| known.name == *rule) else { return false };
            let Some(number) = rule.numbers.iter().find(|number| number.name == *name) else { return false };
            let Some(value) = read(number, &typed.text) else {
                typed.refused = true;
                cx.act(Action::Tell(phrases::not_taken(cx, true, &typed.text, &range_text(cx, number))));
                return true;
            };
            command = choose(cx.plan, rule, |choice| set(choice, number, value));
            false
        });
        command
    }
}

impl RulesWindow {
    /// Opens or closes it.
    pub fn toggle(&mut self) {
        self.open = !self.open;
        self.typed.clear();
    }

    /// Opens it at a rule.
    pub fn show(&mut self, rule: &str) {
        self.open = true;
        self.search.clear();
        self.sought = RULES.iter().map(|rule| rule.name).find(|name| *name == rule);
    }

    fn content_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        self.count(cx);
        let (above, foot) = with_foot(ui, cx);
        let buttons = UiBuilder::new().id_salt("foot").max_rect(foot).layout(Layout::right_to_left(Align::Center));
        let mut buttons = ui.new_child(buttons);
        if filled_button(&mut buttons, cx, cx.text("button-done"), true).clicked() {
            self.open = false;
        }
        buttons.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let intro = RichText::new(cx.text("rules-intro")).font(Type::Small.font()).color(cx.theme.text_2);
            ui.add(Label::new(intro).wrap());
        });
        let inner = above.shrink2(vec2(PADDING, 0.0));
        let ui = &mut ui.new_child(UiBuilder::new().id_salt("rules").max_rect(inner));
        let hint = cx.text("rules-search-hint");
        let field = TextEdit::singleline(&mut self.search).hint_text(hint).desired_width(f32::INFINITY);
        let field = field.min_size(vec2(0.0, size::FIELD)).align(egui::Align2::LEFT_CENTER);
        ui.add(field.prefix(RichText::new(icons::SEARCH).color(cx.theme.text_3))).accessible_name(hint);
        ui.add_space(4.0);
        let wanted: Vec<String> = self.search.split_whitespace().map(folded).collect();
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let mut any = false;
            for (title, names) in GROUPS {
                let rules: Vec<(usize, &'static Rule)> = names
                    .iter()
                    .filter_map(|name| RULES.iter().position(|rule| rule.name == *name))
                    .map(|index| (index, &RULES[index]))
                    .filter(|(_, rule)| fits(cx, rule, &wanted))
                    .collect();
                if rules.is_empty() {
                    continue;
                }
                any = true;
                ui.add_space(12.0);
                ui.label(RichText::new(cx.text(title)).font(Type::Head.font()));
                for (index, rule) in rules {
                    let response = self.rule_ui(ui, cx, (index, rule));
                    if self.sought == Some(rule.name) {
                        response.scroll_to_me(Some(Align::TOP));
                        self.sought = None;
                    }
                }
            }
            if !any {
                ui.weak(cx.text("palette-nothing"));
            }
        });
    }

    fn count(&mut self, cx: &ViewContext<'_>) {
        if self.counts.as_ref().is_none_or(|(known, _)| *known != cx.workbench.generation()) {
            let mut counts = HashMap::new();
            for finding in cx.workbench.checker().findings().filter(|finding| finding.is_open()) {
                *counts.entry(finding.rule).or_default() += 1;
            }
            self.counts = Some((cx.workbench.generation(), counts));
        }
    }

    fn rule_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (index, rule): (usize, &'static Rule)) -> Response {
        let theme = cx.theme;
        let (severity, numbers) = {
            let checker = cx.workbench.checker();
            (checker.settings().severity(index), checker.settings().numbers(index).to_vec())
        };
        let [name, about, basis] = words::rule_ids(rule.name);
        let (name, about, basis) = (cx.texts.text(&name), cx.texts.text(&about), cx.texts.text(&basis));
        let changed = rule_id(rule).is_some_and(|id| cx.plan.rules().contains(id));
        let row = Frame::new().inner_margin(Margin { left: 0, right: 12, top: 8, bottom: 8 });
        let shown = row.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 3.0;
            ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    severity_ui(ui, cx, (rule, name), severity);
                    if changed && small_icon_button(ui, icons::ROTATE_CCW, cx.text("rules-reset")).clicked() {
                        self.typed.retain(|(of, _), _| *of != rule.name);
                        if let Some(id) = rule_id(rule) {
                            cx.perform(Command::Remove(vec![id.into()]));
                        }
                    }
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        let color = if severity == Severity::Off { theme.text_2 } else { theme.text };
                        ui.add(Label::new(medium(name).color(color)).truncate());
                        let count = self.counts.as_ref().and_then(|(_, counts)| counts.get(rule.name)).copied();
                        if let Some(count) = count {
                            let text = cx.texts.text_with("rules-findings", &[("count", Value::from(count))]);
                            ui.label(RichText::new(text).font(Type::Small.font()).color(theme.text_2));
                        }
                        if changed {
                            let text = format!("{} {}", icons::PENCIL, cx.text("rules-changed"));
                            ui.label(RichText::new(text).font(Type::Small.font()).color(theme.accent));
                        }
                    });
                });
            });
            ui.add(Label::new(about).wrap());
            ui.add(Label::new(RichText::new(basis).font(Type::Small.font()).color(theme.text_2)).wrap());
            for (number, value) in rule.numbers.iter().zip(numbers) {
                self.number_ui(ui, cx, (rule, name), (number, value));
            }
        });
        let rect = shown.response.rect;
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, egui::Stroke::new(1.0, theme.line));
        shown.response
    }

    fn number_ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        (rule, rule_name): (&'static Rule, &str),
        (number, value): (&'static Number, i32),
    ) {
        let key = (rule.name, number.name);
        let id = egui::Id::unique(("rule number", key));
        let name = format!("number-{}", number.name);
        let name = cx.texts.text(&name);
        let known = self.typed.get(&key).cloned();
        let refused = known.as_ref().is_some_and(|draft| draft.refused);
        let mut text = known.as_ref().map_or_else(|| written(number, value), |draft| draft.text.clone());
        let response = ui
            .horizontal(|ui| {
                let label = vec2((ui.available_width() - 160.0).min(260.0), 24.0);
                ui.allocate_ui_with_layout(label, Layout::left_to_right(Align::Center), |ui| {
                    ui.set_width(label.x);
                    ui.add(Label::new(name).truncate());
                });
                let spoken = format!("{rule_name}: {name}");
                let field = TextField { name: &spoken, selects_all: true, ..TextField::default() };
                let shown = ui.allocate_ui(vec2(72.0, 24.0), |ui| {
                    ui.set_max_width(72.0);
                    field.show(ui, cx, (id, refused), &mut text)
                });
                if let Some(unit) = unit_id(number.unit) {
                    ui.label(RichText::new(cx.text(unit)).color(cx.theme.text_2));
                }
                shown.inner
            })
            .inner;
        if refused {
            flaw(ui, cx, &range_text(cx, number));
        }
        if response.changed() {
            self.typed.insert(key, TypedNumber { text: text.clone(), refused: false });
        }
        focus::keeps_escape(&response);
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        if has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.typed.remove(&key);
            response.surrender_focus();
        } else if !has_focus && let Some(draft) = self.typed.get_mut(&key).filter(|draft| !draft.refused) {
            match read(number, &draft.text) {
                Some(new) => {
                    self.typed.remove(&key);
                    if let Some(command) = choose(cx.plan, rule, |choice| set(choice, number, new)) {
                        cx.perform(command);
                    }
                }
                None => draft.refused = true,
            }
        }
    }
}

/// Which numbers can be taken.
fn range_text(cx: &ViewContext<'_>, number: &Number) -> String {
    let (least, most) = (written(number, number.range.0), written(number, number.range.1));
    cx.texts.text_with("rules-out-of-range", &[("least", Value::from(&least)), ("most", Value::from(&most))])
}

/// Off, hint, warning or error.
fn severity_ui(ui: &mut Ui, cx: &ViewContext<'_>, (rule, name): (&'static Rule, &str), current: Severity) {
    let word = |severity: Severity| {
        (
            RichText::new(icons::severity(severity)).color(cx.theme.severity(severity)),
            RichText::new(cx.text(words::severity(severity))),
        )
    };
    let combo = ComboBox::from_id_salt(rule.name).width(164.0).selected_text(word(current));
    let mut chosen = None;
    let shown = combo.show_ui(ui, |ui| {
        for severity in Severity::ALL.into_iter().rev() {
            let spoken = cx.text(words::severity(severity));
            if option_ui(ui, severity == current, word(severity), spoken) {
                chosen = Some(severity);
            }
        }
    });
    let spoken = format!("{name}: {}", cx.text(words::severity(current)));
    shown.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &spoken));
    if let Some(command) = chosen.and_then(|severity| choose(cx.plan, rule, |choice| choice.severity = Some(severity)))
    {
        cx.perform(command);
    }
}

/// A command that changes what the plan says about a rule: only what differs from the rule's own values, nothing at all
/// where nothing does.
fn choose(plan: &Plan, rule: &Rule, change: impl FnOnce(&mut RuleChoice)) -> Option<Command> {
    let id = rule_id(rule)?;
    let known = plan.rules().get(id);
    let mut choice =
        known.map_or_else(|| RuleChoice { id, severity: None, numbers: BTreeMap::new() }, |known| (**known).clone());
    change(&mut choice);
    choice.severity.take_if(|severity| *severity == rule.severity);
    choice.numbers.retain(|name, value| {
        rule.numbers.iter().find(|number| number.name == name).is_none_or(|number| number.default != *value)
    });
    if choice.severity.is_none() && choice.numbers.is_empty() {
        return known.is_some().then(|| Command::Remove(vec![id.into()]));
    }
    Some(Command::Put(choice.into()))
}

fn set(choice: &mut RuleChoice, number: &Number, value: i32) {
    choice.numbers.insert(number.name.to_owned(), value);
}

/// Whether all words occur in what is said about a rule.
fn fits(cx: &ViewContext<'_>, rule: &Rule, wanted: &[String]) -> bool {
    wanted.is_empty() || {
        let mut text = words::rule_ids(rule.name).map(|id| cx.texts.text(&id).to_owned()).join(" ");
        for number in rule.numbers {
            text.push(' ');
            text.push_str(cx.texts.text(&format!("number-{}", number.name)));
        }
        let text = folded(&text);
        wanted.iter().all(|word| text.contains(word.as_str()))
    }
}

/// What stands behind a number.
fn unit_id(unit: Unit) -> Option<&'static str> {
    match unit {
        Unit::Minutes => Some(tid("unit-minutes")),
        Unit::Days => Some(tid("unit-days")),
        Unit::Seconds => Some(tid("unit-seconds")),
        Unit::Count | Unit::Clock => None,
    }
}

/// A number as it stands in its field.
fn written(number: &Number, value: i32) -> String {
    match number.unit {
        Unit::Clock => words::clock(value),
        _ => value.to_string(),
    }
}

/// What was typed, if it is a number in its range.
fn read(number: &Number, text: &str) -> Option<i32> {
    let value = match number.unit {
        Unit::Clock => typed::clock(text).map(i32::from),
        _ => typed::integer(text),
    };
    value.filter(|&value| number.allows(value))
}
