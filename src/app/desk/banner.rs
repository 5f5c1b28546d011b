//! A line above the view about the file of the open plan, for as long as what it tells is so.

use egui::{RichText, Ui, accesskit::Live};

use crate::app::context::ViewContext;
use crate::app::paint::text::elided_ui;
use crate::app::style::{Type, icons, size};
use crate::app::system::dialogs::Answer;
use crate::app::widget::buttons::{Rank, frame_button};
use crate::app::widget::signs::sign_ui;
use crate::merge::Decision;
use crate::texts::tid;

/// What it tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Banner {
    /// The file holds something else than what was read or written here.
    Changed,
    /// Somebody has it open, and the plan is only read here: who and since when, in a sentence.
    ReadOnly(String),
    /// Both changed the same: what, and how that can be decided.
    Undecided { text: String, choices: Vec<(&'static str, Decision)> },
}

/// How high it is.
pub(super) const HEIGHT: f32 = size::VIEW_LINE;

impl Banner {
    /// Draws it; answers what is to be done.
    pub fn ui(&self, ui: &mut Ui, cx: &ViewContext<'_>) -> Option<Answer> {
        let (text, buttons): (&str, Vec<(&'static str, Answer)>) = match self {
            Self::Changed => {
                let merge = (tid("changed-merge"), Answer::Merge);
                let others = [(tid("banner-reload"), Answer::Reload), (tid("banner-later"), Answer::LeaveChanged)];
                (cx.text("banner-changed"), std::iter::once(merge).chain(others).collect())
            }
            Self::ReadOnly(who) => (who, vec![(tid("banner-save-copy"), Answer::SaveElsewhere(None))]),
            Self::Undecided { text, choices } => {
                (text, choices.iter().map(|&(label, decision)| (label, Answer::Decide(decision))).collect())
            }
        };
        sign_ui(ui, RichText::new(icons::INFO).size(size::ICON).color(cx.theme.warning_mark));
        let mut answer = None;
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            for (label, means) in buttons.into_iter().rev() {
                let label = cx.text(label);
                if frame_button(ui, cx, Rank::Bordered, ("", label), label).clicked() {
                    answer = Some(means);
                }
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let said = elided_ui(ui, RichText::new(text).font(Type::Body.font()).color(cx.theme.text));
                ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
            });
        });
        answer
    }
}
