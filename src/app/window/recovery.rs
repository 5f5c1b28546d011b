//! Work that a crash has left in journals: what each holds, since when, and what has become of its plan file.

use std::path::Path;

use egui::{Align, Label, Layout, Response, RichText, ScrollArea, Ui, UiBuilder, vec2};

use super::Floating;
use super::sheet::{PADDING, Sheet, filled_button, plain_button, with_foot};
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::paint::text::elided_ui;
use crate::app::phrases;
use crate::app::style::{Type, icons, radius, size};
use crate::app::system::journals::local;
use crate::app::widget::fields::note;
use crate::app::widget::signs::sign_ui;
use crate::keeping::{Found, label_of};
use crate::store::journal::{FileNow, Journal, Lost};
use crate::texts::{Value, dates, tid};

/// So many of the last steps of a journal are told in words.
const TOLD: usize = 4;

/// The window, open or not.
#[derive(Debug, Default)]
pub struct RecoveryWindow {
    open: bool,
    /// Whether it has just been opened: then the keyboard goes to what recovers first.
    is_new: bool,
    offers: Vec<Offer>,
    /// How many were ever offered.
    made: u64,
}

/// One journal that can be recovered.
#[derive(Debug)]
struct Offer {
    /// Tells it from others.
    number: u64,
    found: Found,
    /// Whether it was set aside before.
    is_aside: bool,
}

impl Floating for RecoveryWindow {
    fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        if self.open {
            let sheet = Sheet { name: "recovery", title: cx.text("recovery-title"), size: vec2(640.0, 480.0) };
            let mut is_later = false;
            let stays = sheet.show(ui, cx, |ui| is_later = self.content_ui(ui, cx));
            self.open = stays && !is_later;
        }
    }

    fn is_open(&self) -> bool {
        self.open
    }

    fn close(&mut self) {
        self.open = false;
    }
}

impl RecoveryWindow {
    /// Opens it, also where it has nothing to offer.
    pub fn open(&mut self) {
        (self.open, self.is_new) = (true, true);
    }

    /// Offers what was found, and opens if that is new work.
    pub fn offer(&mut self, found: Found, is_aside: bool) {
        self.made += 1;
        self.offers.push(Offer { number: self.made, found, is_aside });
        self.is_new |= !self.open && !is_aside;
        self.open |= !is_aside;
    }

    /// Takes one out, to recover it or to set it aside.
    pub fn take(&mut self, number: u64) -> Option<Found> {
        let at = self.offers.iter().position(|offer| offer.number == number)?;
        let offer = self.offers.remove(at);
        self.open &= !self.offers.is_empty();
        Some(offer.found)
    }

    /// Puts one back that could not be recovered.
    pub fn put_back(&mut self, found: Found) {
        self.offer(found, false);
    }

    /// Takes over what another one has to offer: the plan before had the same.
    pub fn inherit(&mut self, other: Self) {
        *self = Self { open: false, is_new: false, ..other };
    }

    /// Draws it; whether it is to be closed.
    fn content_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) -> bool {
        let (above, foot) = with_foot(ui, cx);
        let inner = above.shrink2(vec2(PADDING, 0.0));
        let mut content = ui.new_child(UiBuilder::new().id_salt("recovery").max_rect(inner));
        let intro = if self.offers.is_empty() { "recovery-nothing" } else { "recovery-intro" };
        note(&mut content, cx, cx.text(intro));
        content.add_space(8.0);
        ScrollArea::vertical().auto_shrink([false, false]).show(&mut content, |ui| {
            for offer in &self.offers {
                let recover = ui.push_id(offer.number, |ui| offer.ui(ui, cx)).inner;
                if std::mem::take(&mut self.is_new) {
                    recover.iter().for_each(Response::request_focus);
                }
                ui.add_space(8.0);
            }
        });
        let layout = Layout::right_to_left(Align::Center);
        let mut buttons = ui.new_child(UiBuilder::new().id_salt("foot").max_rect(foot).layout(layout));
        let id = if self.offers.is_empty() { tid("button-close") } else { tid("recovery-later") };
        let later = plain_button(&mut buttons, cx.text(id), true).on_hover_text(cx.text("recovery-later-tip"));
        later.clicked()
    }
}

impl Offer {
    /// Draws it; answers the button that recovers it.
    fn ui(&self, ui: &mut Ui, cx: &ViewContext<'_>) -> Option<Response> {
        let Ok(read) = &self.found.read else { return None };
        let journal = &read.journal;
        let card = egui::Frame::new().fill(cx.theme.ground).inner_margin(12.0).corner_radius(radius::CARD);
        let shown = card.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 4.0;
            let name = name(cx, journal);
            elided_ui(ui, RichText::new(name.as_str()).font(Type::Strong.font()).color(cx.theme.text));
            note(ui, cx, &self.summary(cx, journal));
            for step in unsaved(journal).iter().rev().take(TOLD) {
                let told = format!("{}  {}", clock(step.0), phrases::step(cx, &label_of(&step.1.label)));
                elided_ui(ui, RichText::new(told).font(Type::Small.font()).color(cx.theme.text));
            }
            let warning = match (read.lost, self.found.file) {
                (Some(Lost::Lines(_)), _) => Some(cx.text("recovery-damaged")),
                (Some(Lost::Torn), _) => Some(cx.text("recovery-torn")),
                (None, FileNow::Changed) => Some(cx.text("recovery-file-changed")),
                (None, FileNow::Gone) => Some(cx.text("recovery-file-gone")),
                (None, FileNow::Same | FileNow::None) => None,
            };
            if let Some(warning) = warning {
                ui.horizontal(|ui| {
                    sign_ui(ui, RichText::new(icons::WARNING).size(size::SMALL_ICON).color(cx.theme.warning_mark));
                    let text = RichText::new(warning).font(Type::Small.font()).color(cx.theme.text);
                    ui.add(Label::new(text).wrap());
                });
            }
            ui.add_space(2.0);
            ui.horizontal(|ui| {
                let recover = filled_button(ui, cx, cx.text("recovery-recover"), true);
                if recover.clicked() {
                    cx.act(Action::Recover(self.number));
                }
                let aside = (!self.is_aside).then(|| plain_button(ui, cx.text("recovery-discard"), true));
                let aside = aside.map(|button| button.on_hover_text(cx.text("recovery-discard-tip")));
                if aside.is_some_and(|button| button.clicked()) {
                    cx.act(Action::SetAside(self.number));
                }
                recover
            })
            .inner
        });
        Some(shown.inner)
    }

    fn summary(&self, cx: &ViewContext<'_>, journal: &Journal) -> String {
        let last = local(journal.last());
        let when = format!("{}, {}", dates::day_long(cx.texts, last.date()), last.format("%H:%M"));
        let values = [("count", Value::from(unsaved(journal).len())), ("when", Value::from(&when))];
        let id = if self.is_aside { tid("recovery-aside") } else { tid("recovery-changes") };
        cx.texts.text_with(id, &values)
    }
}

/// `WTDC-25 · plan.ron`, or that it was never saved.
fn name(cx: &ViewContext<'_>, journal: &Journal) -> String {
    let title = cx.title(&journal.base.header().title);
    let file = journal.file().and_then(|(path, _)| Path::new(path).file_name());
    let file = file.map_or(cx.text("recovery-never-saved").to_owned(), |name| name.to_string_lossy().into_owned());
    if title.is_empty() { file } else { format!("{title} · {file}") }
}

/// The steps that are in no file, and when each was made.
fn unsaved(journal: &Journal) -> Vec<(chrono::DateTime<chrono::Utc>, &crate::store::journal::Step)> {
    let done = journal.done_at();
    let saved = journal.last_saved().map_or(0, |saved| saved.number);
    let from = done.iter().position(|(_, step)| step.number == saved).map_or(0, |at| at + 1);
    done[from..].to_vec()
}

fn clock(at: chrono::DateTime<chrono::Utc>) -> String {
    local(at).format("%H:%M").to_string()
}
