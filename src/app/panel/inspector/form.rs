//! A form for one subject: every change goes out as one command, made from the whole changed subject.
//!
//! Two changes in one frame (a field is left by clicking on a choice) build on each other, so neither undoes the other.

use std::collections::BTreeSet;

use egui::{ComboBox, Id, Key, Modifiers, Response, Role, TextWrapMode, Ui, WidgetInfo};

use crate::edit::{AnyRow, Command};
use crate::texts::{tid, typed};

use super::drafts::{Drafts, Expected};
use super::inspected::Inspected;
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::paint::text::has_right_to_left;
use crate::app::style::{Type, icons};
use crate::app::widget::fields::{Lines, TextField, caption, flaw, paragraph, select_all};

/// What forms remember.
#[derive(Debug, Default)]
pub struct Memory {
    /// What is typed and not in the plan yet.
    pub drafts: Drafts,
    /// Headings of the sections that are folded.
    pub folded: BTreeSet<&'static str>,
    /// Names of the texts that show all languages.
    pub unfolded: BTreeSet<&'static str>,
    /// The first text field takes the keyboard.
    pub wants_focus: bool,
    /// The same, for the row that is selected after this frame.
    pub wants_focus_next: bool,
}

/// A form for one subject, for one frame.
pub struct Form<'a, S: Inspected> {
    /// The plan, the words, and where commands go.
    pub cx: &'a ViewContext<'a>,
    /// What is edited, as the plan has it.
    pub subject: &'a S,
    /// What is edited, with the changes of this frame.
    after: S,
    /// What the inspector remembers.
    pub memory: &'a mut Memory,
    base: Id,
    /// Whether a section has been drawn.
    begun: bool,
    /// What is wrong in fields that stand side by side and have no room to say it.
    flaws: Option<Vec<Expected>>,
}

impl<'a, S: Inspected> Form<'a, S> {
    /// A form for `subject`.
    pub fn new(cx: &'a ViewContext<'a>, subject: &'a S, memory: &'a mut Memory) -> Self {
        let base = Id::unique(("inspector", std::any::type_name::<S>(), subject.key()));
        Self { cx, subject, after: subject.clone(), memory, base, begun: false, flaws: None }
    }

    /// An id of its own for the field `name` of this subject.
    pub fn id(&self, name: &'static str) -> Id {
        self.base.with(name)
    }

    /// Changes the subject, as one step.
    pub fn edit(&mut self, change: impl FnOnce(&mut S)) {
        let before = self.after.clone();
        change(&mut self.after);
        if self.after != before {
            self.cx.perform(self.after.clone().command(&before));
        }
    }

    /// Adds a row and changes the subject so that it refers to it, as one step.
    pub fn edit_with(&mut self, new: AnyRow, change: impl FnOnce(&mut S))
    where
        S: Into<AnyRow>,
    {
        change(&mut self.after);
        self.cx.perform(Command::PutMany(vec![new, self.after.clone().into()]));
    }

    /// A part of the form under a heading that folds it; returns whether it is open.
    pub fn section(&mut self, ui: &mut Ui, title: &'static str) -> bool {
        let open = !self.memory.folded.contains(title);
        ui.add_space(if self.begun { 12.0 } else { 4.0 });
        let size = egui::vec2(ui.available_width(), 24.0);
        let (rect, response) = ui.allocate_exact_size(size, egui::Sense::click());
        let name = self.cx.text(title);
        response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, open, name));
        let theme = self.cx.theme;
        let painter = ui.painter();
        if std::mem::replace(&mut self.begun, true) {
            painter.hline(rect.x_range(), rect.top() - 4.0, egui::Stroke::new(1.0, theme.line));
        }
        let lit = response.hovered() || response.has_focus();
        let font = Type::Head.font();
        let color = if lit { theme.accent } else { theme.text };
        painter.text(rect.left_center(), egui::Align2::LEFT_CENTER, name, font, color);
        let chevron = if open { icons::CHEVRON_DOWN } else { icons::CHEVRON_RIGHT };
        let color = if lit { theme.accent } else { theme.text_2 };
        let at = rect.right_center() + egui::vec2(0.0, 1.5);
        painter.text(at, egui::Align2::RIGHT_CENTER, chevron, Type::Small.font(), color);
        if response.clicked() {
            if open {
                self.memory.folded.insert(title)
            } else {
                self.memory.folded.remove(title)
            };
        }
        open
    }

    /// A text field that belongs to the draft `id`; `value` is what the plan has.
    pub fn draft_field(
        &mut self,
        ui: &mut Ui,
        (id, field): (Id, TextField<'_>),
        value: &str,
        set: impl Fn(&mut S, &str) -> Result<(), Expected> + Copy + 'static,
    ) -> Response {
        let drafts = &mut self.memory.drafts;
        let known = drafts.get(id, value);
        let mut exists = known.is_some();
        let (mut text, mut wrong) = known.map_or((value.to_owned(), None), |(text, wrong)| (text.to_owned(), wrong));
        let response = field.show(ui, self.cx, (id, wrong.is_some()), &mut text);
        if std::mem::take(&mut self.memory.wants_focus) {
            response.request_focus();
            response.scroll_to_me(None);
            select_all(ui, id, &text);
        }
        if response.changed() {
            drafts.put((id, value), text.clone(), self.subject.key(), set);
            (exists, wrong) = (true, None);
        }
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        if has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            drafts.remove(id);
            response.surrender_focus();
            return response;
        }
        if exists && !has_focus && wrong.is_none() {
            let mut after = self.after.clone();
            match set(&mut after, &text) {
                Ok(()) => {
                    drafts.remove(id);
                    self.edit(|subject| *subject = after);
                }
                Err(expected) => {
                    drafts.refuse(id, expected);
                    wrong = Some(expected);
                    if ui.input(|input| input.key_pressed(Key::Enter)) {
                        response.request_focus();
                    }
                }
            }
        }
        match (wrong, &mut self.flaws) {
            (Some(expected), Some(flaws)) => flaws.push(expected),
            (Some(expected), None) => flaw(ui, self.cx, self.cx.text(expected)),
            (None, _) => {}
        }
        response
    }

    /// Fields side by side; what is wrong in any of them is said below all.
    pub fn side_by_side(&mut self, ui: &mut Ui, count: usize, fields: impl FnOnce(&mut Self, &mut [Ui])) {
        self.flaws = Some(Vec::new());
        ui.columns(count, |columns| fields(self, columns));
        for expected in self.flaws.take().unwrap_or_default() {
            flaw(ui, self.cx, self.cx.text(expected));
        }
    }

    /// A caption and a text field of one line, or of `rows`.
    pub fn text(
        &mut self,
        ui: &mut Ui,
        (name, lines): (&'static str, Lines),
        value: &str,
        set: impl Fn(&mut S, &str) + Copy + 'static,
    ) -> Response {
        let label = caption(ui, self.cx, self.cx.text(name));
        self.bare_text(ui, (name, lines), value, set).labelled_by(label.id)
    }

    /// A text field without a caption, where a heading says already what it is.
    pub fn bare_text(
        &mut self,
        ui: &mut Ui,
        (name, lines): (&'static str, Lines),
        value: &str,
        set: impl Fn(&mut S, &str) + Copy + 'static,
    ) -> Response {
        let field = TextField { name: self.cx.text(name), lines, ..TextField::default() };
        let response = self.draft_field(ui, (self.id(name), field), value, move |subject, text| {
            set(subject, &tidy(text, lines));
            Ok(())
        });
        reading_direction(ui, self.cx, value);
        response
    }

    /// A caption and a field with something that must be read, such as a number or a time.
    pub fn parsed<T>(
        &mut self,
        ui: &mut Ui,
        (name, expected): (&'static str, Expected),
        (value, hint): (&str, &str),
        (parse, set): (fn(&str) -> Option<T>, impl Fn(&mut S, T) -> Result<(), Expected> + Copy + 'static),
    ) -> Response
    where
        T: 'static,
    {
        let label = caption(ui, self.cx, self.cx.text(name));
        let field = TextField { name: self.cx.text(name), hint, selects_all: true, ..TextField::default() };
        let response = self.draft_field(ui, (self.id(name), field), value, move |subject, text| {
            set(subject, parse(text).ok_or(expected)?)
        });
        response.labelled_by(label.id)
    }

    /// A number from 0 on that may be missing.
    pub fn count(&mut self, ui: &mut Ui, name: &'static str, value: Option<u32>, set: fn(&mut S, Option<u32>)) {
        let shown = value.map(|value| value.to_string()).unwrap_or_default();
        let expected = tid("inspector-expected-count");
        self.parsed(
            ui,
            (name, expected),
            (&shown, self.cx.text("inspector-not-known")),
            (
                |text| typed::count(text).ok(),
                move |subject, value| {
                    set(subject, value);
                    Ok(())
                },
            ),
        );
    }

    /// A caption and a list of a few values to choose from.
    pub fn choice<T: Copy + PartialEq>(
        &mut self,
        ui: &mut Ui,
        name: &'static str,
        (current, all): (Option<T>, &[T]),
        word: impl Fn(T) -> String,
        set: impl FnOnce(&mut S, T),
    ) {
        let label = caption(ui, self.cx, self.cx.text(name));
        let shown = current.map_or_else(|| self.cx.text("inspector-different").to_owned(), &word);
        let hover = shown.clone();
        let combo = ComboBox::from_id_salt(self.id(name)).width(ui.available_width()).height(420.0);
        let mut chosen = None;
        let response = combo.selected_text(shown).wrap_mode(TextWrapMode::Truncate).show_ui(ui, |ui| {
            for &value in all {
                if ui.selectable_label(current == Some(value), word(value)).clicked() {
                    chosen = Some(value);
                }
            }
        });
        response.response.labelled_by(label.id).on_hover_text(hover);
        if let Some(value) = chosen {
            self.edit(|subject| set(subject, value));
        }
    }

    /// A box to tick.
    pub fn check(&mut self, ui: &mut Ui, name: &'static str, mut on: bool, set: impl FnOnce(&mut S, bool)) {
        if ui.checkbox(&mut on, self.cx.text(name)).changed() {
            self.edit(|subject| set(subject, on));
        }
    }

    /// Selects a row and brings it into sight.
    pub fn reveal(&self, row: impl Into<crate::model::RowId>) {
        self.cx.act(Action::Reveal(row.into()));
    }
}

/// Without blanks around it, and without line breaks where there can be none.
pub fn tidy(text: &str, lines: Lines) -> String {
    match lines {
        Lines::Several(_) => text.trim().to_owned(),
        _ => text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" "),
    }
}

/// Where a text is written from right to left, how it reads: text fields know no direction.
pub fn reading_direction(ui: &mut Ui, cx: &ViewContext<'_>, text: &str) {
    if has_right_to_left(text) {
        paragraph(ui, text, Type::Body, cx.theme.text_2);
    }
}
