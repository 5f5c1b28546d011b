//! The palette: every command and every row of the plan, found by typing.

use egui::{Area, Frame, Id, Key, Modifiers, Order, RichText, ScrollArea, Sense, TextEdit, Ui, vec2};
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::model::RowId;
use crate::texts::{dates, names};

use super::Floating;
use crate::app::action::{Action, UiCommand};
use crate::app::commands;
use crate::app::context::ViewContext;
use crate::app::filter::{folded, search_text};
use crate::app::paint::text::elided_ui;
use crate::app::phrases;
use crate::app::style::icons;
use crate::app::widget::menus::shortcut_text;
use crate::workbench::Generation;

/// The palette, open or not.
#[derive(Debug, Default)]
pub struct Palette {
    open: bool,
    just_opened: bool,
    only_rows: bool,
    words: String,
    chosen: usize,
    found: Option<(Query, Vec<Entry>)>,
}

type Query = (Generation, String, bool);

/// One thing found.
#[derive(Clone, Debug, PartialEq)]
struct Entry {
    target: Target,
    title: String,
    detail: String,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Target {
    Command(UiCommand),
    Row(RowId),
}

/// More are not shown: who needs the hundredth types another letter.
const MAX_ENTRIES: usize = 60;

impl Floating for Palette {
    fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        if !self.open {
            return;
        }
        let keys = ui.input_mut(|input| {
            let mut taken = |key| input.consume_key(Modifiers::NONE, key);
            (taken(Key::Escape), taken(Key::Enter), taken(Key::ArrowUp), taken(Key::ArrowDown))
        });
        let (escape, enter, up, down) = keys;
        self.find(ui, cx);
        let entries = self.found.as_ref().map(|(_, entries)| entries.clone()).unwrap_or_default();
        let moved = up || down || self.just_opened;
        let last = entries.len().saturating_sub(1);
        self.chosen = match (up, down) {
            (true, _) => self.chosen.checked_sub(1).unwrap_or(last),
            (_, true) => {
                if self.chosen >= last {
                    0
                } else {
                    self.chosen + 1
                }
            }
            _ => self.chosen.min(last),
        };
        let mut picked = enter.then_some(self.chosen);
        let screen = ui.ctx().content_rect();
        let width = 560.0_f32.min(screen.width() - 40.0);
        let area = Area::new(Id::unique("palette"))
            .order(Order::Foreground)
            .fixed_pos(egui::pos2(screen.center().x - width / 2.0, screen.top() + 70.0))
            .show(ui.ctx(), |ui| {
                Frame::window(ui.style()).inner_margin(10).show(ui, |ui| {
                    ui.set_width(width - 20.0);
                    let hint = if self.only_rows { cx.text("palette-find-hint") } else { cx.text("palette-hint") };
                    let field = TextEdit::singleline(&mut self.words).hint_text(hint).desired_width(f32::INFINITY);
                    let response = ui.add(field.font(egui::FontId::proportional(16.0))).accessible_name(hint);
                    if self.just_opened {
                        response.request_focus();
                    }
                    if response.changed() {
                        self.chosen = 0;
                    }
                    ui.add_space(4.0);
                    if entries.is_empty() {
                        ui.weak(cx.text("palette-nothing"));
                    }
                    ScrollArea::vertical().max_height(screen.height() * 0.5).auto_shrink([false, true]).show(
                        ui,
                        |ui| {
                            ui.spacing_mut().item_spacing.y = 1.0;
                            for (index, entry) in entries.iter().enumerate() {
                                let chosen = index == self.chosen;
                                let response = entry_ui(ui, cx, entry, chosen);
                                if chosen && moved {
                                    response.scroll_to_me(None);
                                }
                                if response.clicked() {
                                    picked = Some(index);
                                }
                            }
                        },
                    );
                });
            });
        self.just_opened = false;
        let elsewhere = ui.input(|input| input.pointer.any_pressed())
            && ui.input(|input| input.pointer.interact_pos()).is_some_and(|pos| !area.response.rect.contains(pos));
        if let Some(entry) = picked.and_then(|index| entries.get(index)) {
            match entry.target {
                Target::Command(command) => cx.run(command),
                Target::Row(row) => cx.act(Action::Reveal(row)),
            }
        }
        if picked.is_some() || escape || elsewhere {
            self.open = false;
        }
    }

    fn is_open(&self) -> bool {
        self.open
    }

    fn close(&mut self) {
        self.open = false;
    }
}

impl Palette {
    /// Opens it; `only_rows` leaves commands out.
    pub fn open(&mut self, ctx: &egui::Context, only_rows: bool) {
        *self = Self { open: true, just_opened: true, only_rows, ..Self::default() };
        ctx.request_repaint();
    }

    fn find(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        let asked = (cx.workbench.generation(), self.words.clone(), self.only_rows);
        if self.found.as_ref().is_some_and(|(known, _)| *known == asked) {
            return;
        }
        let mut matcher = Matcher::new(Config::DEFAULT);
        let pattern = Pattern::parse(&folded(&self.words), CaseMatching::Ignore, Normalization::Smart);
        let mut buffer = Vec::new();
        let mut score = |text: &str| pattern.score(Utf32Str::new(&folded(text), &mut buffer), &mut matcher);
        let mut found: Vec<(u32, Target)> = Vec::new();
        if !self.only_rows {
            for command in commands::all() {
                let (name, tip) = command.text_ids();
                // What a command is called counts for more than how it is explained.
                let points = match score(cx.text(name)) {
                    Some(points) => Some(points.saturating_add(40)),
                    None => score(cx.text(tip)).map(|points| points / 2),
                };
                found.extend(points.map(|points| (points, Target::Command(command))));
            }
        }
        if !self.words.trim().is_empty() || self.only_rows {
            for session in cx.plan.sessions().iter() {
                if let Some(points) = score(&search_text(cx.plan, session)) {
                    found.push((points.saturating_add(10), Target::Row(session.id.into())));
                }
            }
            let plan = cx.plan;
            let others = plan.events().ids().map(RowId::from).chain(plan.bodies().ids().map(RowId::from));
            let others = others.chain(plan.rooms().ids().map(RowId::from)).chain(plan.people().ids().map(RowId::from));
            let others = others.chain(plan.topics().ids().map(RowId::from));
            for row in others.chain(plan.documents().ids().map(RowId::from)) {
                let text = format!("{} {}", phrases::row_title(cx, row), row.name());
                if let Some(points) = score(&text) {
                    found.push((points, Target::Row(row)));
                }
            }
        }
        found.sort_by_key(|&(points, _)| std::cmp::Reverse(points));
        let entries = found.into_iter().take(MAX_ENTRIES).map(|(_, target)| entry(ui, cx, target)).collect();
        self.found = Some((asked, entries));
    }
}

fn entry(ui: &Ui, cx: &ViewContext<'_>, target: Target) -> Entry {
    let (title, detail) = match target {
        Target::Command(command) => {
            (cx.text(command.text_ids().0).to_owned(), shortcut_text(ui, command).unwrap_or_default())
        }
        Target::Row(row) => {
            let detail = match row {
                RowId::Session(id) => cx.plan.sessions().get(id).map(|session| match session.span() {
                    Some(span) => dates::span_text(cx.texts, span),
                    None => cx.text("session-unscheduled").to_owned(),
                }),
                RowId::Event(id) => cx.plan.events().get(id).map(|event| phrases::event_dates(cx, event.dates)),
                _ => None,
            };
            (phrases::row_title(cx, row), detail.unwrap_or_else(|| cx.text(names::row(row.kind())).to_owned()))
        }
    };
    Entry { target, title, detail }
}

fn entry_ui(ui: &mut Ui, cx: &ViewContext<'_>, entry: &Entry, chosen: bool) -> egui::Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::ListBoxOption, true, chosen, &entry.title));
    if chosen || response.hovered() {
        let fill = if chosen { cx.theme.accent_soft } else { cx.theme.field };
        ui.painter().rect_filled(rect, 5.0, fill);
    }
    let icon = match entry.target {
        Target::Command(_) => icons::COMMAND,
        Target::Row(RowId::Session(_)) => icons::CALENDAR,
        Target::Row(RowId::Event(_)) => icons::CALENDAR_RANGE,
        Target::Row(RowId::Body(_)) => icons::USERS,
        Target::Row(RowId::Room(_)) => icons::DOOR,
        Target::Row(RowId::Person(_)) => icons::USER,
        Target::Row(RowId::Topic(_)) => icons::TAG,
        Target::Row(_) => icons::FILE_TEXT,
    };
    let builder = egui::UiBuilder::new()
        .max_rect(rect.shrink2(vec2(8.0, 0.0)))
        .layout(egui::Layout::right_to_left(egui::Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.weak(&entry.detail);
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.label(RichText::new(icon).color(cx.theme.text_2));
            elided_ui(ui, &entry.title);
        });
    });
    response
}
