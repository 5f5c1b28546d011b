//! The file of the open plan, which others may have open as well, or change.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Weak};

use egui::Context;

use crate::app::system::dialogs::Question;
use crate::app::system::tasks::{Ended, Task};
use crate::app::system::watch::Watch;
use crate::model::zone;
use crate::store::{self, FileMark, Held, Hold, Holder};
use crate::texts::{Value, dates};

use super::banner::Banner;
use super::copies::Copies;
use super::{Desk, file_name, one_line};

/// Who this program is for others; nobody where it must leave no traces, as in pictures.
pub type Introduction = fn() -> Holder;

/// What is known of others. Dropping it lets the plan go.
#[derive(Default)]
pub(super) struct Shared {
    /// Of which file; it is asked for anew when the plan gets another one.
    file: Option<PathBuf>,
    asked: Option<Task<io::Result<Held>>>,
    hold: Option<Arc<Hold>>,
    watch: Option<Watch>,
    /// What the file holds, until it can be compared.
    found: Option<FileMark>,
    pub banner: Option<Banner>,
    /// Copies of the plan beside it.
    pub copies: Copies,
}

impl Shared {
    /// What somebody else did has been taken in.
    pub fn forget_change(&mut self) {
        self.banner.take_if(|banner| *banner == Banner::Changed);
    }

    /// Whether the plan is only read here.
    pub fn is_read_only(&self) -> bool {
        matches!(self.banner, Some(Banner::ReadOnly(_)))
    }
}

impl Desk {
    /// Tells others that this program, which introduces itself so, has its plan open, and watches its file.
    #[must_use]
    pub fn with_introduction(mut self, introduction: Introduction) -> Self {
        self.introduction = Some(introduction);
        self
    }

    /// Takes in what others do with the file.
    pub(super) fn follow_file(&mut self, ctx: &Context) {
        let Some(introduction) = self.introduction else { return };
        if self.opened.shared.file != self.opened.path {
            self.opened.shared = Shared { file: self.opened.path.clone(), ..Shared::default() };
            if let Some(path) = self.opened.path.clone() {
                let ask = move |_: &_| store::hold(&path, introduction());
                self.opened.shared.asked = Some(Task::start(ctx, "hold plan", ask));
            }
        }
        if let Some(held) = self.opened.shared.asked.as_ref().and_then(Task::poll) {
            self.opened.shared.asked = None;
            self.note_held(ctx, held);
        }
        let shared = &mut self.opened.shared;
        if let Some(copies) = shared.watch.as_ref().and_then(Watch::copies) {
            shared.copies.follow(copies);
        }
        shared.found = shared.watch.as_ref().and_then(Watch::found).or(shared.found);
        // What is being saved is not known yet.
        if self.pending.saving.is_some() {
            return;
        }
        if let (Some(found), Some(known)) = (shared.found.take(), self.opened.mark) {
            match &shared.banner {
                Some(Banner::Changed) if found == known => shared.banner = None,
                None if found != known => shared.banner = Some(Banner::Changed),
                _ => {}
            }
        }
    }

    fn note_held(&mut self, ctx: &Context, held: Result<io::Result<Held>, Ended>) {
        let Some(path) = self.opened.path.clone() else { return };
        let mut watched = Weak::new();
        match held {
            Ok(Ok(Held::Ours(hold))) => watched = self.keep_hold(hold),
            Ok(Ok(Held::Theirs(holder))) => {
                let who = self.who(&path, &holder, "held-by");
                self.dialogs.ask(Question::Held { path: path.clone(), who, is_left: false });
            }
            Ok(Ok(Held::Left(holder))) => {
                let who = self.who(&path, &holder, "held-left");
                self.dialogs.ask(Question::Held { path: path.clone(), who, is_left: true });
            }
            // Nothing can be written beside it, so nobody can be told.
            Ok(Err(_)) | Err(Ended) => {}
        }
        self.opened.shared.watch = Some(Watch::start(ctx, path, self.plan().header().identity, watched));
    }

    /// Takes the plan from whoever has not closed it.
    pub(super) fn take_over(&mut self, ctx: &Context) {
        let (Some(introduction), Some(path)) = (self.introduction, self.opened.path.clone()) else { return };
        if let Ok(hold) = store::take(&path, introduction()) {
            let watched = self.keep_hold(hold);
            self.opened.shared.watch = Some(Watch::start(ctx, path, self.plan().header().identity, watched));
        }
    }

    fn keep_hold(&mut self, hold: Hold) -> Weak<Hold> {
        let hold = self.opened.shared.hold.insert(Arc::new(hold));
        Arc::downgrade(hold)
    }

    /// The plan is only read here: somebody has it.
    pub(super) fn read_only(&mut self, who: &str) {
        let text = self.screen.texts.text_with("banner-read-only", &[("who", Value::from(who))]);
        self.opened.shared.banner = Some(Banner::ReadOnly(text));
    }

    /// The plan goes on as one that was never saved; whoever has its file keeps it.
    pub(super) fn work_on_copy(&mut self) {
        self.opened.copied_from = self.opened.path.take();
        self.opened.mark = None;
        self.opened.chosen.workbench.mark_unsaved();
    }

    /// Who has the plan and since when, in a sentence.
    fn who(&self, path: &Path, holder: &Holder, text: &'static str) -> String {
        let texts = &self.screen.texts;
        let since = zone::civil(holder.since, self.plan().header().zone);
        let since = dates::moment_text(texts, since);
        let (who, computer, file) = (one_line(&holder.who), one_line(&holder.computer), file_name(path));
        // The system does not always know.
        let known = match (who.is_empty(), computer.is_empty()) {
            (false, false) => "both",
            (false, true) => "who",
            (true, false) => "computer",
            (true, true) => "none",
        };
        let values = [
            ("known", Value::from(known)),
            ("who", Value::from(&who)),
            ("computer", Value::from(&computer)),
            ("since", Value::from(&since)),
            ("file", Value::from(&file)),
        ];
        texts.text_with(text, &values)
    }
}
