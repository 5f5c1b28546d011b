//! Texts in several languages, and sets of languages.

use egui::{Button, Key, Role, Ui, WidgetInfo, vec2};

use crate::model::{Language, LanguageSet, LocalText};
use crate::texts::{Value as Word, names, tid};

use super::form::{Form, Pass, below_ui, enter, reading_direction, tidy};
use super::inspected::Inspected;
use crate::app::style::{Type, icons, size};
use crate::app::widget::fields::{Lines, TextField, enter_closes, medium, popup_under};
use crate::app::widget::property::{Value, chip_button, trailing};

/// Where a text of a subject is read, and where it is written.
type Access<S> = (fn(&S) -> &LocalText, fn(&mut S) -> &mut LocalText);

impl<S: Inspected> Form<'_, S> {
    /// The title of the subject, written large; other languages on demand.
    pub fn title(&mut self, ui: &mut Ui, read: fn(&S) -> &LocalText, write: fn(&mut S) -> &mut LocalText) {
        if self.is_for_rows() {
            let name = (tid("inspector-title"), Lines::Wrapped);
            below_ui(ui, |ui| self.languages_ui(ui, name, Some(Type::Title), (read, write)));
            ui.add_space(4.0);
        }
    }

    /// A name in no particular language, written large.
    pub fn plain_title(
        &mut self,
        ui: &mut Ui,
        name: &'static str,
        value: &str,
        set: impl Fn(&mut S, &str) + Copy + 'static,
    ) {
        if !self.is_for_rows() {
            return;
        }
        let lines = Lines::Wrapped;
        let font = Some(Type::Title);
        let field = TextField { name: self.cx.text(name), lines, is_quiet: true, font, ..TextField::default() };
        let id = self.id(name);
        below_ui(ui, |ui| {
            self.draft_field(ui, (id, field), value, move |subject, text| {
                set(subject, &tidy(text, lines));
                Ok(())
            });
            reading_direction(ui, self.cx, value);
        });
        ui.add_space(4.0);
    }

    /// A row with a text in several languages: the one that the plan is shown in, the others on demand.
    pub fn local_text(
        &mut self,
        ui: &mut Ui,
        (name, lines): (&'static str, Lines),
        read: fn(&S) -> &LocalText,
        write: fn(&mut S) -> &mut LocalText,
    ) {
        if self.shows(ui, name, !read(self.subject).is_empty()) {
            self.long_row(ui, (name, lines), |form, ui| {
                form.languages_ui(ui, (name, lines), None, (read, write));
            });
        }
    }

    /// Fields for the languages that show, the first one without its code.
    fn languages_ui(
        &mut self,
        ui: &mut Ui,
        (name, lines): (&'static str, Lines),
        font: Option<Type>,
        (read, write): Access<S>,
    ) {
        let cx = self.cx;
        let text = read(self.subject).clone();
        let first = cx.settings.title_language();
        let unfolded = self.memory.unfolded.contains(name);
        let others = Language::ALL.into_iter().filter(|&language| unfolded && language != first);
        let entered = self.is_entered(name);
        for language in std::iter::once(first).chain(others) {
            let value = text.exact(language).unwrap_or_default();
            let values =
                [("what", Word::from(cx.text(name))), ("language", Word::from(cx.text(names::language(language))))];
            let spoken = cx.texts.text_with("inspector-in-language", &values);
            let code = if language == first { String::new() } else { language.code().to_uppercase() };
            // What is not said in this language shows as it is said in another one.
            let hint = if language == first { text.get(first) } else { "" };
            let font = font.filter(|_| language == first);
            let field =
                TextField { name: &spoken, prefix: &code, hint, lines, is_quiet: true, font, ..TextField::default() };
            let id = self.id(name).with(language.code());
            let response = self.draft_field(ui, (id, field), value, move |subject, text| {
                write(subject).set(language, &tidy(text, lines));
                Ok(())
            });
            if language == first {
                if entered {
                    enter(&response);
                }
                if font.is_some() && self.memory.is_begun && left_by_tab(ui, &response) {
                    // Past the button for other languages.
                    self.memory.entered = Some(self.id(tid("inspector-date")));
                }
                self.more_languages(ui, name, &response, text.iter().filter(|(other, _)| *other != first).count());
            }
            reading_direction(ui, cx, value);
        }
    }

    /// The button at the end of a field that shows the other languages, or hides them.
    fn more_languages(&mut self, ui: &Ui, name: &'static str, field: &egui::Response, hidden: usize) {
        let cx = self.cx;
        let unfolded = self.memory.unfolded.contains(name);
        let label = match (unfolded, hidden) {
            (true, _) => cx.text("inspector-fewer-languages").to_owned(),
            (false, 0) => cx.text("inspector-more-languages").to_owned(),
            (false, _) => cx.texts.text_with("inspector-more-languages-filled", &[("count", Word::from(hidden))]),
        };
        let spoken = format!("{}: {label}", cx.text(name));
        let line = field.rect.with_max_y(field.rect.top() + size::ROW);
        let id = self.id(name).with("languages");
        if trailing(ui, cx, (id, line), &[(icons::LANGUAGES, &spoken)]).iter().any(egui::Response::clicked) {
            if unfolded {
                self.memory.unfolded.remove(name)
            } else {
                self.memory.unfolded.insert(name)
            };
        }
    }

    /// A row with the languages of something; a list of six switches opens under it. `current` is `None` where several
    /// sessions differ.
    pub fn languages(
        &mut self,
        ui: &mut Ui,
        (current, all_six): (Option<LanguageSet>, bool),
        set: impl Fn(&mut S, &dyn Fn(LanguageSet) -> LanguageSet),
    ) {
        let (cx, name) = (self.cx, tid("inspector-section-languages"));
        let shown = current.unwrap_or(LanguageSet::EMPTY);
        let is_set = current.is_none_or(|set| set != LanguageSet::EMPTY);
        let sign = self.sign(name);
        let opened = self.memory.opened.contains(&self.id(name));
        let response = match self.pass {
            Pass::Set if is_set || opened => self.row(ui, name, |_, ui| {
                let (text, detail) = languages_text(cx, current);
                let text = if text.is_empty() { cx.text("inspector-none").to_owned() } else { text };
                let is_weak = current.is_none_or(|set| set == LanguageSet::EMPTY);
                Value { name: cx.text(name), text: &text, detail: &detail, is_weak, ..Value::default() }.ui(ui, cx)
            }),
            Pass::Unset if !is_set && !opened => {
                let response = chip_button(ui, cx, sign);
                if response.clicked() {
                    // It stays where it is while its list is open.
                    let id = self.id(name);
                    self.memory.opened.insert(id);
                    self.memory.entered = Some(id);
                }
                return;
            }
            _ => return,
        };
        let popup = popup_under(&response);
        if self.is_entered(name) {
            enter(&response);
            egui::Popup::open_id(ui.ctx(), popup.get_id());
        }
        let mut change: Option<Box<dyn Fn(LanguageSet) -> LanguageSet>> = None;
        popup.width(220.0).show(|ui| {
            enter_closes(ui);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                ui.spacing_mut().button_padding.x = 2.0;
                for language in Language::ALL {
                    let on = shown.contains(language);
                    let color = if on { cx.theme.accent } else { cx.theme.text_2 };
                    let text = medium(language.code().to_uppercase()).size(12.0).color(color);
                    let button = Button::selectable(on, text).frame_when_inactive(true);
                    let response = ui.add_sized(vec2(32.0, size::ROW), button);
                    let name = cx.text(names::language(language));
                    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, name));
                    if response.on_hover_text(name).clicked() {
                        change = Some(Box::new(move |set| set.with(language, !on)));
                    }
                }
            });
            if all_six {
                let full = current == Some(LanguageSet::ALL);
                let mut on = full;
                if ui.checkbox(&mut on, cx.text("inspector-all-six")).changed() {
                    let target = if full { LanguageSet::EMPTY } else { LanguageSet::ALL };
                    change = Some(Box::new(move |_| target));
                }
            }
        });
        if let Some(change) = change {
            // The row stays while its list is open, also when nothing is left in it.
            let id = self.id(name);
            self.memory.opened.insert(id);
            self.edit(|subject| set(subject, &*change));
        }
    }
}

/// Whether a field is left for the next one in this frame.
fn left_by_tab(ui: &Ui, field: &egui::Response) -> bool {
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Tab) && !input.modifiers.shift)
}

/// `Six` and `en fr es ru zh ar`; `Different` where several sessions differ.
fn languages_text(cx: &crate::app::context::ViewContext<'_>, current: Option<LanguageSet>) -> (String, String) {
    let Some(set) = current else { return (cx.text("inspector-different").to_owned(), String::new()) };
    let chosen: Vec<Language> = Language::ALL.into_iter().filter(|&language| set.contains(language)).collect();
    let codes = chosen.iter().map(|language| language.code()).collect::<Vec<_>>().join(" ");
    match chosen.as_slice() {
        [] => (String::new(), String::new()),
        [one] => (cx.text(names::language(*one)).to_owned(), String::new()),
        _ if set == LanguageSet::ALL => (cx.text("inspector-six").to_owned(), codes),
        many => (many.len().to_string(), codes),
    }
}
