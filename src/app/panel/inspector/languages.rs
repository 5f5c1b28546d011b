//! Texts in several languages, and sets of languages.

use egui::{Align, Button, Label, Layout, RichText, Role, Ui, WidgetInfo, vec2};

use crate::model::{Language, LanguageSet, LocalText};
use crate::texts::{Value, names};

use super::form::{Form, reading_direction, tidy};
use super::inspected::Inspected;
use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};
use crate::app::widget::fields::{Lines, TextField, medium, note};

impl<S: Inspected> Form<'_, S> {
    /// A text in several languages: English and the language of the screen, the others on demand.
    pub fn local_text(
        &mut self,
        ui: &mut Ui,
        (name, lines): (&'static str, Lines),
        read: fn(&S) -> &LocalText,
        write: fn(&mut S) -> &mut LocalText,
    ) {
        let cx = self.cx;
        let text = read(self.subject).clone();
        let always = [cx.settings.title_language(), cx.settings.language, Language::English];
        let unfolded = self.memory.unfolded.contains(name);
        let mut shown: Vec<Language> = Vec::new();
        for language in always.into_iter().chain(Language::ALL.into_iter().filter(|_| unfolded)) {
            if !shown.contains(&language) {
                shown.push(language);
            }
        }
        let hidden = text.iter().filter(|(language, _)| !shown.contains(language)).count();
        if languages_caption(ui, cx, cx.text(name), (unfolded, hidden)) {
            if unfolded {
                self.memory.unfolded.remove(name)
            } else {
                self.memory.unfolded.insert(name)
            };
        }
        for &language in &shown {
            let value = text.exact(language).unwrap_or_default();
            let values =
                [("what", Value::from(cx.text(name))), ("language", Value::from(cx.text(names::language(language))))];
            let spoken = cx.texts.text_with("inspector-in-language", &values);
            let code = language.code().to_uppercase();
            let field = TextField { name: &spoken, prefix: &code, lines, ..TextField::default() };
            let id = self.id(name).with(language.code());
            self.draft_field(ui, (id, field), value, move |subject, text| {
                write(subject).set(language, &tidy(text, lines));
                Ok(())
            });
            reading_direction(ui, cx, value);
        }
    }

    /// Six switches for languages; `current` is `None` where several sessions differ.
    pub fn languages(
        &mut self,
        ui: &mut Ui,
        (current, all_six): (Option<LanguageSet>, bool),
        set: impl Fn(&mut S, &dyn Fn(LanguageSet) -> LanguageSet),
    ) {
        let cx = self.cx;
        let shown = current.unwrap_or(LanguageSet::EMPTY);
        let gap = 4.0;
        let width = (ui.available_width() - 5.0 * gap) / 6.0;
        let mut change: Option<Box<dyn Fn(LanguageSet) -> LanguageSet>> = None;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            ui.spacing_mut().button_padding.x = 2.0;
            for language in Language::ALL {
                let on = shown.contains(language);
                let color = if on { cx.theme.accent } else { cx.theme.text_2 };
                let text = medium(language.code().to_uppercase()).size(12.0).color(color);
                let button = Button::selectable(on, text).frame_when_inactive(true);
                let response = ui.add_sized(vec2(width, 26.0), button);
                let name = cx.text(names::language(language));
                response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, name));
                if response.on_hover_text(name).clicked() {
                    change = Some(Box::new(move |set| set.with(language, !on)));
                }
            }
        });
        if current.is_none() {
            note(ui, cx, cx.text("inspector-different"));
        }
        if all_six {
            let full = current == Some(LanguageSet::ALL);
            let mut on = full;
            if ui.checkbox(&mut on, cx.text("inspector-all-six")).changed() {
                let target = if full { LanguageSet::EMPTY } else { LanguageSet::ALL };
                change = Some(Box::new(move |_| target));
            }
        }
        if let Some(change) = change {
            self.edit(|subject| set(subject, &*change));
        }
    }
}

/// A caption with a switch for the other languages at its right; returns whether that was clicked.
fn languages_caption(ui: &mut Ui, cx: &ViewContext<'_>, name: &str, (unfolded, hidden): (bool, usize)) -> bool {
    let label = match (unfolded, hidden) {
        (true, _) => cx.text("inspector-fewer-languages").to_owned(),
        (false, 0) => cx.text("inspector-more-languages").to_owned(),
        (false, _) => cx.texts.text_with("inspector-more-languages-filled", &[("count", Value::from(hidden))]),
    };
    let icon = if unfolded { icons::CHEVRON_UP } else { icons::CHEVRON_DOWN };
    let rich = RichText::new(format!("{label} {icon}")).font(Type::Small.font()).color(cx.theme.text_2);
    ui.add_space(4.0);
    let size = vec2(ui.available_width(), 18.0);
    let row = ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().button_padding = vec2(3.0, 0.0);
        ui.spacing_mut().interact_size.y = 18.0;
        let caption = RichText::new(name).font(Type::Small.font()).color(cx.theme.text_2);
        ui.add(Label::new(caption).truncate());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add(Button::new(rich).frame_when_inactive(false).truncate())
        })
        .inner
    });
    let spoken = format!("{name}: {label}");
    row.inner.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    row.inner.on_hover_text(&label).clicked()
}
