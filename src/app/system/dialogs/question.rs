//! Questions that must be answered before something is done with a file.

use std::path::PathBuf;

use egui::{Id, Modal, Ui};

use super::{Answer, Then, modal_frame, primary};
use crate::app::context::ViewContext;
use crate::store::backup_path;
use crate::texts::{Value, tid};

/// What is to be decided.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// What is to become of unsaved work before this is done.
    Unsaved(Then),
    /// The file that the plan was to be saved in holds what somebody else has written there since; this was to be done
    /// after it.
    Changed(PathBuf, Option<Then>),
    /// Whether that file is to hold the plan that is open, or becomes one of its own; this is to be done after it.
    SameOrNew(PathBuf, Option<Then>),
    /// How to go on with a file that somebody else has open.
    Held {
        /// The file.
        path: PathBuf,
        /// Who has it and since when, in a sentence.
        who: String,
        /// Whether it rather looks as if nobody does any more.
        is_left: bool,
    },
}

impl Question {
    fn title_and_text(&self) -> (&'static str, &'static str) {
        match self {
            Self::Unsaved(_) => (tid("unsaved-title"), tid("unsaved-text")),
            Self::Changed(..) => (tid("changed-title"), tid("changed-text")),
            Self::SameOrNew(..) => (tid("same-or-new-title"), tid("same-or-new-text")),
            Self::Held { is_left: false, .. } => (tid("held-title"), tid("held-text")),
            Self::Held { is_left: true, .. } => (tid("left-title"), tid("left-text")),
        }
    }

    /// What can be answered; what loses least comes first.
    fn answers(&self) -> Vec<(&'static str, Answer)> {
        match self.clone() {
            Self::Unsaved(then) => vec![
                (tid("unsaved-save"), Answer::SaveFirst(then.clone())),
                (tid("unsaved-discard"), Answer::Discard(then)),
            ],
            Self::Changed(path, then) => vec![
                (tid("changed-merge"), Answer::Merge),
                (tid("changed-elsewhere"), Answer::SaveElsewhere(then.clone())),
                (tid("changed-over"), Answer::SaveOver(path.clone(), then)),
                (tid("changed-reload"), Answer::Discard(Then::Open(path))),
            ],
            Self::SameOrNew(path, then) => vec![
                (tid("same-plan"), Answer::SaveAsSame(path.clone(), then.clone())),
                (tid("new-plan"), Answer::SaveAsNew(path, then)),
            ],
            Self::Held { who, is_left, .. } => {
                let mut answers =
                    vec![(tid("held-read"), Answer::ReadOnly(who)), (tid("held-copy"), Answer::WorkOnCopy)];
                if is_left {
                    answers.insert(0, (tid("held-take"), Answer::TakeOver));
                }
                answers
            }
        }
    }

    /// What leaving it without an answer means.
    fn unanswered(&self) -> Option<Answer> {
        let Self::Held { who, .. } = self else { return None };
        Some(Answer::ReadOnly(who.clone()))
    }

    /// Shows the one that is `asked` until it is answered or left.
    pub(super) fn ui(asked: &mut Option<Self>, ui: &Ui, cx: &ViewContext<'_>) -> Option<Answer> {
        let question = asked.as_ref()?;
        let (title, text) = question.title_and_text();
        let (path, who) = match question {
            Self::Unsaved(_) => (None, ""),
            Self::Changed(path, _) | Self::SameOrNew(path, _) => (Some(path), ""),
            Self::Held { path, who, .. } => (Some(path), who.as_str()),
        };
        let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let file = path.map(name).unwrap_or_default();
        let backup = path.map(|path| name(&backup_path(path))).unwrap_or_default();
        let values = [("file", Value::from(&file)), ("backup", Value::from(&backup)), ("who", Value::from(who))];
        let mut chosen = None;
        let modal = Modal::new(Id::unique("question")).frame(modal_frame(ui)).show(ui.ctx(), |ui| {
            ui.set_width(560.0);
            ui.heading(cx.texts.text_with(title, &values));
            ui.label(cx.texts.text_with(text, &values));
            ui.add_space(8.0);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                for (at, (label, answer)) in question.answers().into_iter().enumerate() {
                    let label = cx.text(label);
                    let button = if at == 0 { ui.add(primary(cx, label)) } else { ui.button(label) };
                    if button.clicked() {
                        chosen = Some(answer);
                    }
                }
                if question.unanswered().is_none() && ui.button(cx.text("button-cancel")).clicked() {
                    ui.close();
                }
            });
        });
        if chosen.is_none() && !modal.should_close() {
            return None;
        }
        asked.take().and_then(|question| chosen.or_else(|| question.unanswered()))
    }
}
