//! A form for one subject: every change goes out as one command, made from the whole changed subject.
//!
//! Two changes in one frame (a field is left by clicking on a choice) build on each other, so neither undoes the other.

use std::collections::{BTreeSet, HashSet};

use egui::{Id, Key, Modifiers, Rect, Response, RichText, Role, Ui, WidgetInfo};

use crate::edit::{AnyRow, Command};
use crate::model::Placement;
use crate::texts::{tid, typed};

use super::choices::choice_popup;
use super::drafts::{Drafts, Expected, Wrong};
use super::inspected::Inspected;
use super::signs::sign;
use super::written::Written;
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::paint::text::{elided, has_right_to_left};
use crate::app::style::{Type, icons, size};
use crate::app::widget::fields::{Lines, TextField, flaw, paragraph, select_all};
use crate::app::widget::property::{INSET, Value, chip_button, property_ui};

/// What forms remember.
#[derive(Debug, Default)]
pub struct Memory {
    /// What is typed and not in the plan yet.
    pub drafts: Drafts,
    /// Headings of the sections that are unfolded.
    pub unfolded_sections: BTreeSet<&'static str>,
    /// Properties that show though they are not set, and of which row: somebody is about to set them.
    pub opened: HashSet<Id>,
    /// The property whose field takes the keyboard, because it was opened just now.
    pub entered: Option<Id>,
    /// Names of the texts that show all languages.
    pub unfolded: BTreeSet<&'static str>,
    /// The first text field takes the keyboard.
    pub wants_focus: bool,
    /// The same, for the row that is selected after this frame.
    pub wants_focus_next: bool,
    /// Whether the session was made just now: what is asked next of it shows, set or not, and Tab leads there.
    pub is_begun: bool,
    /// The session to which somebody is about to be added, and as what.
    pub adds: Option<(crate::model::SessionId, crate::model::Role)>,
    /// The real time of a session that is asked for, and takes the keyboard.
    pub asks_held: Option<(crate::model::SessionId, crate::edit::holding::HeldTime)>,
    /// Comments that are being written.
    pub written: Written,
    /// Whether the list of people to choose from opens now.
    pub opens_people: bool,
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
    /// Which properties are drawn.
    pub pass: Pass,
    /// Where the subject would be, while it is dragged.
    pub dragged: Option<Placement>,
    /// What is wrong in fields that stand side by side and have no room to say it.
    flaws: Option<Vec<Wrong>>,
}

/// A form is gone through once for the rows of what is set, and once for the buttons that set the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// Rows of what is set.
    Set,
    /// Notes and provenance, below the findings.
    Sections,
    /// Buttons for what is not.
    Unset,
}

impl<'a, S: Inspected> Form<'a, S> {
    /// A form for `subject`.
    pub fn new(cx: &'a ViewContext<'a>, subject: &'a S, memory: &'a mut Memory) -> Self {
        let base = Id::unique(("inspector", std::any::type_name::<S>(), subject.key()));
        Self { cx, subject, after: subject.clone(), memory, base, pass: Pass::Set, dragged: None, flaws: None }
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
            self.cx.perform(self.cx.with_followers(self.after.clone().command(&before)));
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

    /// Whether the rows of what is always there are drawn now.
    pub fn is_for_rows(&self) -> bool {
        self.pass == Pass::Set
    }

    /// Whether the row of a property is drawn now. Where it is not set, a button stands for it at the end.
    pub fn shows(&mut self, ui: &mut Ui, name: &'static str, is_set: bool) -> bool {
        let id = self.id(name);
        let shows = is_set || self.memory.opened.contains(&id);
        match self.pass {
            Pass::Set => shows,
            Pass::Unset => {
                if !shows && chip_button(ui, self.cx, self.sign(name)).clicked() {
                    self.memory.opened.insert(id);
                    self.memory.entered = Some(id);
                    ui.ctx().request_repaint();
                }
                false
            }
            Pass::Sections => false,
        }
    }

    /// The sign and the short name of a property.
    pub fn sign(&self, name: &'static str) -> (&'static str, &'a str) {
        let (icon, short) = sign(name);
        (icon, self.cx.text(short))
    }

    /// Whether this property was opened just now, so that its field takes the keyboard.
    pub fn is_entered(&mut self, name: &'static str) -> bool {
        let id = self.id(name);
        self.memory.entered.take_if(|entered| *entered == id).is_some()
    }

    /// A part of the form under a heading that unfolds it; returns whether it is open.
    pub fn section(&mut self, ui: &mut Ui, (title, count): (&'static str, usize)) -> bool {
        let open = self.memory.unfolded_sections.contains(title);
        ui.add_space(8.0);
        let size = egui::vec2(ui.available_width(), size::ROW);
        let (rect, response) = ui.allocate_exact_size(size, egui::Sense::click());
        let name = self.cx.text(title);
        response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, open, name));
        let theme = self.cx.theme;
        let lit = response.hovered() || response.has_focus();
        let color = if lit { theme.accent } else { theme.text };
        let galley = elided(ui, RichText::new(name).font(Type::Head.font()), rect.width() - 44.0);
        let at = rect.left_center() - egui::vec2(0.0, galley.size().y / 2.0);
        let painter = ui.painter();
        painter.galley(at, galley, color);
        let chevron = if open { icons::CHEVRON_DOWN } else { icons::CHEVRON_RIGHT };
        let color = if lit { theme.accent } else { theme.text_2 };
        let at = rect.right_center() + egui::vec2(0.0, 1.5);
        painter.text(at, egui::Align2::RIGHT_CENTER, chevron, Type::Small.font(), color);
        if count > 0 {
            let at = rect.right_center() - egui::vec2(20.0, 0.0);
            painter.text(at, egui::Align2::RIGHT_CENTER, count.to_string(), Type::Meta.font(), theme.text_3);
        }
        if response.clicked() {
            if open {
                self.memory.unfolded_sections.remove(title)
            } else {
                self.memory.unfolded_sections.insert(title)
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
        let (mut text, mut wrong) =
            known.map_or((value.to_owned(), None), |(text, wrong)| (text.to_owned(), wrong.cloned()));
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
            match set(&mut after, &text).map_err(Wrong::Expected).and_then(|()| allowed(self.cx, &self.after, &after)) {
                Ok(()) => {
                    drafts.remove(id);
                    self.edit(|subject| *subject = after);
                }
                Err(why) => {
                    drafts.refuse(id, why.clone());
                    wrong = Some(why);
                    if ui.input(|input| input.key_pressed(Key::Enter)) {
                        response.request_focus();
                    }
                }
            }
        }
        match (wrong, &mut self.flaws) {
            (Some(wrong), Some(flaws)) => flaws.push(wrong),
            (Some(wrong), None) => flaw(ui, self.cx, &wrong.text(self.cx)),
            (None, _) => {}
        }
        response
    }

    /// Fields side by side; what is wrong in any of them is said below all.
    pub fn side_by_side(&mut self, ui: &mut Ui, fields: impl FnOnce(&mut Self, &mut Ui)) {
        self.flaws = Some(Vec::new());
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(0.0, 0.0);
            ui.add_space(INSET - 2.0);
            fields(self, ui);
        });
        for wrong in self.flaws.take().unwrap_or_default() {
            flaw(ui, self.cx, &wrong.text(self.cx));
        }
    }

    /// A row with a value.
    pub fn row<R>(&mut self, ui: &mut Ui, name: &'static str, value: impl FnOnce(&mut Self, &mut Ui) -> R) -> R {
        let (cx, sign) = (self.cx, self.sign(name));
        property_ui(ui, cx, sign, |ui| value(self, ui)).0
    }

    /// A row with a text field of one line, or below its name one of several.
    pub fn text(
        &mut self,
        ui: &mut Ui,
        (name, lines): (&'static str, Lines),
        value: &str,
        set: impl Fn(&mut S, &str) + Copy + 'static,
    ) {
        if !self.shows(ui, name, !value.is_empty()) {
            return;
        }
        let field = TextField { name: self.cx.text(name), lines, is_quiet: true, ..TextField::default() };
        let set = move |subject: &mut S, text: &str| {
            set(subject, &tidy(text, lines));
            Ok(())
        };
        let (id, cx) = (self.id(name), self.cx);
        let entered = self.is_entered(name);
        self.long_row(ui, (name, lines), |form, ui| {
            let response = form.draft_field(ui, (id, field), value, set);
            if entered {
                enter(&response);
            }
            reading_direction(ui, cx, value);
        });
    }

    /// A row whose value stands beside its name, or below it where it has several lines.
    pub fn long_row(
        &mut self,
        ui: &mut Ui,
        (name, lines): (&'static str, Lines),
        value: impl FnOnce(&mut Self, &mut Ui),
    ) {
        if !matches!(lines, Lines::Several(_)) {
            return self.row(ui, name, value);
        }
        self.row(ui, name, |_, _| ());
        below_ui(ui, |ui| value(self, ui));
    }

    /// A field with something that must be read, such as a number or a time.
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
        self.parsed_wide(ui, (name, expected), (value, hint, None), (parse, set))
    }

    /// The same, of this width.
    pub fn parsed_wide<T>(
        &mut self,
        ui: &mut Ui,
        (name, expected): (&'static str, Expected),
        (value, hint, width): (&str, &str, Option<f32>),
        (parse, set): (fn(&str) -> Option<T>, impl Fn(&mut S, T) -> Result<(), Expected> + Copy + 'static),
    ) -> Response
    where
        T: 'static,
    {
        let name_text = self.cx.text(name);
        let (selects_all, is_quiet, is_tight) = (true, true, width.is_some());
        let field = TextField { name: name_text, hint, selects_all, is_quiet, is_tight, width, ..TextField::default() };
        let response = self.draft_field(ui, (self.id(name), field), value, move |subject, text| {
            set(subject, parse(text).ok_or(expected)?)
        });
        if self.is_entered(name) {
            enter(&response);
        }
        response
    }

    /// A row with a field for something that must be read.
    pub fn parsed_row<T>(
        &mut self,
        ui: &mut Ui,
        (name, expected): (&'static str, Expected),
        shown: (&str, &str),
        read: (fn(&str) -> Option<T>, impl Fn(&mut S, T) -> Result<(), Expected> + Copy + 'static),
    ) where
        T: 'static,
    {
        if self.is_for_rows() {
            self.row(ui, name, |form, ui| form.parsed(ui, (name, expected), shown, read));
        }
    }

    /// A number from 0 on that may be missing.
    pub fn count(&mut self, ui: &mut Ui, name: &'static str, value: Option<u32>, set: fn(&mut S, Option<u32>)) {
        if !self.shows(ui, name, value.is_some()) {
            return;
        }
        let shown = value.map(|value| value.to_string()).unwrap_or_default();
        let expected = tid("inspector-expected-count");
        let set = move |subject: &mut S, value| {
            set(subject, value);
            Ok(())
        };
        let hint = self.cx.text("inspector-not-known");
        self.parsed_row(ui, (name, expected), (&shown, hint), (|text| typed::count(text).ok(), set));
    }

    /// A row with a list of a few values to choose from.
    pub fn choice<T: Copy + PartialEq>(
        &mut self,
        ui: &mut Ui,
        name: &'static str,
        (current, all): (Option<T>, &[T]),
        word: impl Fn(T) -> (&'static str, String),
        set: impl FnOnce(&mut S, T),
    ) {
        if !self.is_for_rows() {
            return;
        }
        let cx = self.cx;
        let entered = self.is_entered(name);
        let chosen = self.row(ui, name, |_, ui| {
            let (icon, shown) = current.map_or(("", cx.text("inspector-different").to_owned()), &word);
            let value = Value {
                name: cx.text(name),
                text: &shown,
                icon,
                is_weak: current.is_none(),
                is_choice: true,
                ..Value::default()
            };
            let response = value.ui(ui, cx);
            if entered {
                enter(&response);
            }
            choice_popup(&response, (current, all), word)
        });
        if let Some(value) = chosen {
            self.edit(|subject| set(subject, value));
        }
    }

    /// Something that is so or not. What is not so has no row, but a button.
    pub fn check(&mut self, ui: &mut Ui, name: &'static str, on: bool, set: impl FnOnce(&mut S, bool)) {
        let (cx, sign) = (self.cx, self.sign(name));
        let toggled = match self.pass {
            Pass::Set if on => self.row(ui, name, |_, ui| tick_ui(ui, cx, on, cx.text(name))),
            Pass::Unset if !on => chip_button(ui, cx, sign).clicked(),
            _ => false,
        };
        if toggled {
            self.edit(|subject| set(subject, !on));
        }
    }

    /// Selects a row and brings it into sight.
    pub fn reveal(&self, row: impl Into<crate::model::RowId>) {
        self.cx.act(Action::Reveal(row.into()));
    }
}

/// A tick in a row that a click takes away; returns whether it was clicked.
pub fn tick_ui(ui: &mut Ui, cx: &ViewContext<'_>, on: bool, name: &str) -> bool {
    let mut ticked = on;
    ui.spacing_mut().interact_size.y = size::ROW;
    ui.horizontal(|ui| {
        ui.add_space(INSET);
        let response = ui.checkbox(&mut ticked, cx.text(if on { tid("inspector-yes") } else { tid("inspector-no") }));
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), on, name));
    });
    ticked != on
}

/// What stands below a name, as wide as the whole row.
pub fn below_ui<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let row = ui.available_rect_before_wrap();
    let wide = Rect::from_min_max(row.min - egui::vec2(INSET, 0.0), row.max + egui::vec2(INSET, 0.0));
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(wide));
    let shown = content(&mut child);
    let used = child.min_rect();
    ui.advance_cursor_after_rect(Rect::from_min_max(row.min, egui::pos2(row.right(), used.bottom())));
    shown
}

/// Gives the keyboard to something, in sight.
pub fn enter(response: &Response) {
    response.request_focus();
    response.scroll_to_me(None);
}

/// Whether a change would be carried out: a text that would be refused stays in its field.
fn allowed<S: Inspected>(cx: &ViewContext<'_>, before: &S, after: &S) -> Result<(), Wrong> {
    if before == after {
        return Ok(());
    }
    let refused = |refusal| Wrong::Refused(crate::app::phrases::refusal(cx, &refusal));
    crate::edit::resolve(cx.plan, &after.clone().command(before)).map(drop).map_err(refused)
}

/// Without blanks around it, and without line breaks where there can be none.
pub fn tidy(text: &str, lines: Lines) -> String {
    match lines {
        Lines::Several(_) | Lines::Written => text.trim().to_owned(),
        _ => text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" "),
    }
}

/// Where a text is written from right to left, how it reads: text fields know no direction.
pub fn reading_direction(ui: &mut Ui, cx: &ViewContext<'_>, text: &str) {
    if has_right_to_left(text) {
        paragraph(ui, text, Type::Body, cx.theme.text_2);
    }
}
