//! The window of releases: making the next one, and moving the last one on until it is issued.

use egui::{ComboBox, Id, RichText, ScrollArea, Ui};

use super::Floating;
use super::sheet::{docked, filled_button, plain_button};
use crate::app::action::Action;
use crate::app::compared::Against;
use crate::app::context::ViewContext;
use crate::app::paint::text::label_ui;
use crate::app::phrases;
use crate::app::style::Type;
use crate::app::widget::fields::{Lines, TextField, caption, medium, note, option_ui};
use crate::edit::releases::new_release;
use crate::model::{BodyId, Release, ReleaseStage};
use crate::texts::{Value, dates, names};

/// The window, open or not.
#[derive(Debug, Default)]
pub struct ReleasesWindow {
    open: bool,
    label: String,
    note: String,
    by: String,
    symbol: String,
    body: Option<BodyId>,
}

impl Floating for ReleasesWindow {
    fn is_docked(&self) -> bool {
        self.open
    }

    fn docked_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        if !docked(ui, cx, cx.text("releases-title"), |ui| self.content_ui(ui, cx)) {
            self.close();
        }
    }

    fn is_open(&self) -> bool {
        self.open
    }

    fn close(&mut self) {
        *self = Self::default();
    }
}

impl ReleasesWindow {
    /// Opens it. Who makes a release is who made the last one, else who writes comments here.
    pub fn open(&mut self, cx: &ViewContext<'_>) {
        let last = cx.plan.releases().iter().max_by_key(|release| release.number);
        let author = || cx.settings.author.clone();
        let by = last.map(|release| release.by.clone()).filter(|by| !by.is_empty()).unwrap_or_else(author);
        *self = Self { open: true, by, ..Self::default() };
    }

    fn content_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        ScrollArea::vertical().id_salt("releases").auto_shrink(false).show(ui, |ui| {
            let mut all: Vec<_> = cx.plan.releases().iter().collect();
            all.sort_by_key(|release| std::cmp::Reverse(release.number));
            self.next_ui(ui, cx);
            if let Some(last) = all.first().filter(|last| last.stage != ReleaseStage::Issued) {
                self.way_ui(ui, cx, last);
            }
            for release in all {
                release_ui(ui, cx, release);
            }
        });
    }

    /// The fields of the next release, and the button that makes it.
    fn next_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        note(ui, cx, cx.text("releases-intro"));
        ui.add_space(6.0);
        let today = cx.now.map_or_else(|| chrono::Local::now().date_naive(), |now| now.date());
        let next = new_release(cx.plan, today);
        ui.label(medium(cx.texts.text_with("release-name", &[("number", Value::from(next.number))])));
        let fields = [
            ("release-label", &mut self.label, Lines::One),
            ("release-note", &mut self.note, Lines::Wrapped),
            ("release-by", &mut self.by, Lines::One),
        ];
        for (name, text, lines) in fields {
            field_ui(ui, cx, name, (text, lines));
        }
        ui.add_space(8.0);
        let make = cx.texts.text_with("release-make", &[("number", Value::from(next.number))]);
        if filled_button(ui, cx, &make, true).clicked() {
            let [label, note, by] = [&self.label, &self.note, &self.by].map(|text| text.trim().to_owned());
            cx.act(Action::Release(Box::new(Release { label, note, by, ..next })));
            (self.label, self.note) = (String::new(), String::new());
        }
    }

    /// What comes next with a release that is not issued yet.
    fn way_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, last: &Release) {
        ui.add_space(10.0);
        ui.separator();
        let name = cx.texts.text_with("release-name", &[("number", Value::from(last.number))]);
        ui.label(medium(cx.texts.text_with("release-way", &[("release", Value::from(&name))])));
        let today = cx.now.map_or_else(|| chrono::Local::now().date_naive(), |now| now.date());
        let to = |stage| Release { stage, ..last.clone() };
        if last.stage == ReleaseStage::Draft && plain_button(ui, cx.text("release-submit"), true).clicked() {
            cx.act(Action::Release(Box::new(to(ReleaseStage::Submitted))));
        }
        if last.stage < ReleaseStage::Approved {
            caption(ui, cx, cx.text("release-body"));
            let shown =
                self.body.map_or_else(|| cx.text("release-no-body").to_owned(), |id| phrases::row_title(cx, id.into()));
            ComboBox::from_id_salt("release-body").selected_text(shown).width(ui.available_width() - 8.0).show_ui(
                ui,
                |ui| {
                    for &(id, _) in cx.index().bodies() {
                        let name = phrases::row_title(cx, id.into());
                        if option_ui(ui, self.body == Some(id), name.as_str(), &name) {
                            self.body = Some(id);
                        }
                    }
                },
            );
            ui.add_space(4.0);
            if plain_button(ui, cx.text("release-approve"), true).clicked() {
                let approved = Release { body: self.body, approved: Some(today), ..to(ReleaseStage::Approved) };
                cx.act(Action::Release(Box::new(approved)));
            }
        }
        field_ui(ui, cx, "release-symbol", (&mut self.symbol, Lines::One));
        ui.add_space(4.0);
        if plain_button(ui, cx.text("release-issue"), true).on_hover_text(cx.text("release-issue-tip")).clicked() {
            let symbol = self.symbol.trim().to_owned();
            let issued = Release { symbol, issued: Some(today), ..to(ReleaseStage::Issued) };
            cx.act(Action::Release(Box::new(issued)));
        }
    }
}

fn field_ui(ui: &mut Ui, cx: &ViewContext<'_>, name: &'static str, (text, lines): (&mut String, Lines)) {
    caption(ui, cx, cx.texts.text(name));
    let look = TextField { name: cx.texts.text(name), lines, selects_all: true, ..TextField::default() };
    look.show(ui, cx, (Id::unique(("release-field", name)), false), text);
}

/// One release: what it is, and what can be done with it.
fn release_ui(ui: &mut Ui, cx: &ViewContext<'_>, release: &Release) {
    ui.add_space(10.0);
    ui.separator();
    let name = cx.texts.text_with("release-name", &[("number", Value::from(release.number))]);
    let stage = cx.texts.text(names::release_stage(release.stage));
    ui.label(medium(format!("{name} · {stage}")));
    let day = dates::dates_year(cx.texts, release.made, release.made);
    let parts = [&day, &release.by, &release.symbol, &release.label, &release.note];
    let told: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    label_ui(ui, RichText::new(told.join(" · ")).font(Type::Small.font()).color(cx.theme.text_2));
    ui.horizontal(|ui| {
        if ui.button(cx.text("release-compare")).clicked() {
            cx.act(Action::Compare(Against::Release(release.number)));
            cx.act(Action::ShowView("changes"));
        }
        if ui.button(cx.text("release-open")).on_hover_text(cx.text("release-open-tip")).clicked() {
            cx.act(Action::OpenRelease(release.number));
        }
    });
}
