//! When a room is closed or a person away: one line each, and a field in which another one is typed.

use egui::Ui;

use super::form::{Form, Pass, below_ui};
use super::inspected::Inspected;
use crate::app::style::icons;
use crate::app::widget::fields::{TextField, small_icon_button};
use crate::app::widget::property::chip_button;
use crate::model::Absence;
use crate::texts::{Value, dates, tid, typed};

impl<S: Inspected> Form<'_, S> {
    /// The times, each with a cross; what is typed below is added. `write` says where they stand.
    pub fn absences(
        &mut self,
        ui: &mut Ui,
        name: &'static str,
        all: &[Absence],
        write: fn(&mut S) -> &mut Vec<Absence>,
    ) {
        let cx = self.cx;
        let id = self.id(name);
        let opened = self.memory.opened.contains(&id);
        match self.pass {
            Pass::Unset if all.is_empty() && !opened => {
                let sign = self.sign(name);
                if chip_button(ui, cx, sign).clicked() {
                    self.memory.opened.insert(id);
                    self.memory.entered = Some(id);
                }
                return;
            }
            Pass::Set if !all.is_empty() || opened => {}
            _ => return,
        }
        let within = cx.plan.main_event().map(|event| event.dates.first_and_last());
        let within = within.or(cx.today().map(|day| (day, day)));
        self.row(ui, name, |_, _| ());
        let mut gone = None;
        below_ui(ui, |ui| {
            for (at, absence) in all.iter().enumerate() {
                let [from, to] = [absence.from, absence.to].map(|time| dates::moment_text(cx.texts, time));
                let values =
                    [("from", Value::from(&from)), ("to", Value::from(&to)), ("reason", Value::from(&absence.reason))];
                let words = cx.texts.text_with("absence-line", &values);
                ui.horizontal(|ui| {
                    let remove = cx.texts.text_with("inspector-remove", &[("what", Value::from(words.trim()))]);
                    if small_icon_button(ui, icons::X, &remove).clicked() {
                        gone = Some(at);
                    }
                    ui.add(egui::Label::new(words.trim()).truncate());
                });
            }
            let hint = cx.text("absence-form");
            let spoken = cx.text("absence-add");
            let field = TextField { name: spoken, hint, is_quiet: true, ..TextField::default() };
            let entered = self.is_entered(name);
            let response = self.draft_field(ui, (id, field), "", move |subject, text| {
                if text.trim().is_empty() {
                    return Ok(());
                }
                let expected = tid("absence-expected");
                let absence = within.and_then(|within| typed::absence(text, within)).ok_or(expected)?;
                write(subject).push(absence);
                Ok(())
            });
            if entered {
                super::form::enter(&response);
            }
        });
        if let Some(at) = gone {
            self.edit(|subject| drop(write(subject).remove(at)));
        }
    }
}
