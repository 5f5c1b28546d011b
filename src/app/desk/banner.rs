//! A line above the view about the file of the open plan, for as long as what it tells is so.

use std::path::PathBuf;

use egui::{RichText, Ui, accesskit::Live};

use crate::app::context::ViewContext;
use crate::app::paint::text::elided_ui;
use crate::app::style::{Type, icons, size};
use crate::app::system::dialogs::Answer;
use crate::app::widget::buttons::{Rank, frame_button};
use crate::app::widget::signs::sign_ui;
use crate::merge::Decision;
use crate::texts::{Value, tid};

use super::file_name;

/// What it tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Banner {
    /// The file holds something else than what was read or written here.
    Changed,
    /// Somebody has it open, and the plan is only read here: who and since when, in a sentence.
    ReadOnly(String),
    /// There is another copy of the plan beside it; what is in it may have been taken already.
    Copy { path: PathBuf, is_taken: bool },
    /// Both changed the same: what, and how that can be decided.
    Undecided { text: String, choices: Vec<(&'static str, Decision)> },
}

/// How high it is.
pub(super) const HEIGHT: f32 = size::VIEW_LINE;

impl Banner {
    /// Draws it; answers what is to be done.
    pub fn ui(&self, ui: &mut Ui, cx: &ViewContext<'_>) -> Option<Answer> {
        let copy = match self {
            Self::Copy { path, is_taken } => {
                let id = if *is_taken { tid("copy-taken") } else { tid("copy-found") };
                cx.texts.text_with(id, &[("file", Value::from(&file_name(path)))])
            }
            _ => String::new(),
        };
        let (text, buttons): (&str, Vec<(&'static str, Answer)>) = match self {
            Self::Changed => {
                let merge = (tid("changed-merge"), Answer::Merge);
                let others = [(tid("banner-reload"), Answer::Reload), (tid("banner-later"), Answer::LeaveChanged)];
                (cx.text("banner-changed"), std::iter::once(merge).chain(others).collect())
            }
            Self::Copy { path, is_taken: false } => {
                let merge = (tid("changed-merge"), Answer::MergeCopy(path.clone()));
                let compare = (tid("copy-compare"), Answer::CompareWith(path.clone()));
                (&copy, vec![merge, compare, (tid("banner-later"), Answer::LeaveCopy(path.clone()))])
            }
            Self::Copy { path, is_taken: true } => {
                let aside = (tid("copy-put-aside"), Answer::PutCopyAside(path.clone()));
                (&copy, vec![aside, (tid("copy-leave"), Answer::LeaveCopy(path.clone()))])
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
