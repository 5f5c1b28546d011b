//! Where a row comes from, and the notes that concern it.

use egui::{ComboBox, Ui};

use crate::edit::Command;
use crate::model::{Basis, LocalText, Note, RowId, Source};
use crate::texts::{Value, built_in, names, tid};

use super::form::{Form, Pass};
use super::inspected::Inspected;
use crate::app::style::{Type, icons, radius};
use crate::app::widget::fields::{caption, card_ui, link_button, medium, option_ui, paragraph, popup_under};
use crate::app::widget::property::chip_button;

/// The sign of a basis; the word always stands beside it.
#[must_use]
pub fn basis_icon(basis: Basis) -> &'static str {
    match basis {
        Basis::Seed => icons::BOOK_OPEN,
        Basis::External => icons::GLOBE,
        Basis::Inferred => icons::LIGHTBULB,
        Basis::Illustrative => icons::WAND,
    }
}

impl<S: Inspected> Form<'_, S> {
    /// The section about where the row comes from.
    pub fn sources(&mut self, ui: &mut Ui, sources: &[Source], write: fn(&mut S) -> &mut Vec<Source>) {
        let cx = self.cx;
        if self.pass == Pass::Unset {
            if let Some(source) = self.new_source_ui(ui) {
                self.edit(|subject| write(subject).push(source));
            }
            return;
        }
        if self.pass == Pass::Set
            || sources.is_empty()
            || !self.section(ui, (tid("inspector-section-sources"), sources.len()))
        {
            return;
        }
        for (index, source) in sources.iter().enumerate() {
            let word = cx.text(names::basis(source.basis));
            let remove = cx.texts.text_with("inspector-remove", &[("what", Value::from(word))]);
            let removed = card_ui(ui, cx, &remove, |ui| {
                ui.label(medium(format!("{}  {word}", basis_icon(source.basis))));
                if !source.reference.is_empty() {
                    paragraph(ui, built_in(cx.texts, &source.reference), Type::Body, cx.theme.text);
                }
                if !source.about.is_empty() {
                    let about = Value::from(built_in(cx.texts, &source.about));
                    let about = cx.texts.text_with("inspector-source-about", &[("what", about)]);
                    paragraph(ui, &about, Type::Small, cx.theme.text_2);
                }
            });
            if removed {
                self.edit(|subject| drop(write(subject).remove(index)));
            }
        }
    }

    /// A button that opens a small form for another source.
    fn new_source_ui(&self, ui: &mut Ui) -> Option<Source> {
        let cx = self.cx;
        let button = chip_button(ui, cx, self.sign(tid("inspector-add-source")));
        let popup = popup_under(&button);
        let id = popup.get_id().with("source");
        if !popup.is_open() {
            ui.data_mut(|data| data.remove::<Source>(id));
            return None;
        }
        let known = ui.data(|data| data.get_temp::<Source>(id));
        let fresh = known.is_none();
        let empty = || Source { basis: Basis::External, reference: String::new(), about: String::new() };
        let mut source = known.unwrap_or_else(empty);
        let added = popup.show(|ui| {
            ui.set_width(240.0);
            let label = caption(ui, cx, cx.text("inspector-basis"));
            let word = |basis: Basis| format!("{}  {}", basis_icon(basis), cx.text(names::basis(basis)));
            let combo = ComboBox::from_id_salt("basis").width(ui.available_width()).selected_text(word(source.basis));
            let combo = combo.show_ui(ui, |ui| {
                for basis in Basis::ALL {
                    if option_ui(ui, source.basis == basis, word(basis), cx.text(names::basis(basis))) {
                        source.basis = basis;
                    }
                }
            });
            combo.response.labelled_by(label.id);
            let field = |ui: &mut Ui, name: &str, text: &mut String| {
                let label = caption(ui, cx, name);
                ui.add(egui::TextEdit::singleline(text).desired_width(f32::INFINITY)).labelled_by(label.id)
            };
            let reference = field(ui, cx.text("inspector-reference"), &mut source.reference);
            field(ui, cx.text("inspector-about-part"), &mut source.about);
            if fresh {
                reference.request_focus();
            }
            ui.add_space(6.0);
            let ready = !source.reference.trim().is_empty();
            let added = ui.add_enabled(ready, egui::Button::new(cx.text("inspector-add-source-now"))).clicked();
            if added {
                ui.close();
            }
            added
        });
        ui.data_mut(|data| data.insert_temp(id, source.clone()));
        let trimmed = |text: &str| text.trim().to_owned();
        let (reference, about) = (trimmed(&source.reference), trimmed(&source.about));
        added.is_some_and(|shown| shown.inner).then_some(Source { basis: source.basis, reference, about })
    }

    /// The section with the notes about the row, and a way to write one.
    pub fn notes(&mut self, ui: &mut Ui, row: RowId) {
        let cx = self.cx;
        if self.pass == Pass::Unset {
            return self.new_note_ui(ui, row);
        }
        if self.pass == Pass::Set {
            return;
        }
        let referring = cx.index().referring(row).others.iter();
        let notes: Vec<_> = referring
            .filter_map(|&row| match row {
                RowId::Note(id) => cx.plan.notes().get(id),
                _ => None,
            })
            .collect();
        if notes.is_empty() || !self.section(ui, (tid("inspector-section-notes"), notes.len())) {
            return;
        }
        for found in notes {
            let frame = egui::Frame::new().fill(cx.theme.field).corner_radius(radius::CONTROL);
            frame.inner_margin(egui::Margin::symmetric(8, 6)).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 3.0;
                let values = [("id", Value::from(found.id.as_str()))];
                let name = cx.texts.text_with("inspector-note-open", &values);
                let head = medium(format!("{}  {}", icons::MESSAGE, found.id)).color(cx.theme.accent);
                let link = link_button(ui, head);
                link.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
                if link.on_hover_text(&name).clicked() {
                    self.reveal(found.id);
                }
                paragraph(ui, cx.title(&found.text), Type::Body, cx.theme.text);
                let handling = cx.title(&found.handling);
                if !handling.is_empty() {
                    let text = cx.texts.text_with("inspector-handled", &[("how", Value::from(handling))]);
                    paragraph(ui, &text, Type::Small, cx.theme.text_2);
                }
            });
        }
    }

    /// A button that writes a note about the row.
    fn new_note_ui(&mut self, ui: &mut Ui, row: RowId) {
        let cx = self.cx;
        if chip_button(ui, cx, self.sign(tid("inspector-add-note"))).clicked() {
            let id = cx.plan.notes().free_id("N");
            let (text, handling) = (LocalText::default(), LocalText::default());
            let new = Note { id, text, handling, about: vec![row], sources: Vec::new() };
            cx.perform(Command::Put(new.into()));
            cx.select(id);
            self.memory.wants_focus_next = true;
        }
    }
}
