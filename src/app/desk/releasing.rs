//! Releases: what they hold is kept beside the file of the plan before the plan says that there is one.

use egui::Context;

use crate::app::action::Message;
use crate::app::system::dialogs::{Question, Then};
use crate::app::system::tasks::Task;
use crate::edit::releases::{held, moved_on};
use crate::model::{Plan, Release};
use crate::store::{keep_release, read_release};
use crate::texts::{Texts, Value, errors};
use crate::workbench::{Generation, Workbench};

use super::Desk;

/// What a release holds is being kept, or read again.
pub(super) struct Releasing {
    is_new: bool,
    task: Task<Result<(Release, Plan), String>>,
}

/// What a release holds is being read to be opened.
pub(super) struct OpeningRelease {
    number: u32,
    /// Whether it is then to be handed out.
    exports: bool,
    /// The state of the plan that it was to take the place of.
    from: Generation,
    task: Task<Result<Plan, String>>,
}

impl Desk {
    /// Opens the window of releases.
    pub(super) fn show_releases(&mut self) {
        let cx = crate::app::context::ViewContext::new(&self.opened.chosen, &self.screen, &[]);
        self.opened.windows.releases.open(&cx);
    }

    /// Makes a release, or moves it on, and then saves the plan.
    pub(super) fn release(&mut self, ctx: &Context, release: Release) {
        self.finish_typing_and_tell();
        if self.pending.releasing.is_some() {
            return;
        }
        let Some(path) = self.opened.path.clone().filter(|_| !self.opened.shared.is_read_only()) else {
            self.refuse("release-needs-file");
            return;
        };
        let texts = Texts::new(self.screen.texts.language());
        let known = self.plan().releases().get(release.id).cloned();
        let is_new = known.is_none();
        let holds = held(self.plan(), &release);
        let task = Task::start(ctx, "release", move |_| match known {
            Some(known) => read_release(&path, &known)
                .map(|holds| (release, holds))
                .map_err(|error| errors::release_error(&texts, &error)),
            None => keep_release(&path, release.number, &holds)
                .map(|content| (Release { content, ..release }, holds))
                .map_err(|error| errors::save_error(&texts, &error)),
        });
        self.pending.releasing = Some(Releasing { is_new, task });
        self.receive_release(ctx);
    }

    /// Takes in what is kept, or has been read.
    pub(super) fn receive_release(&mut self, ctx: &Context) {
        self.receive_opened_release();
        let Some(done) = self.pending.releasing.as_ref().and_then(|releasing| releasing.task.poll()) else { return };
        let is_new = self.pending.releasing.take().is_some_and(|releasing| releasing.is_new);
        let (release, holds) = match done {
            Ok(Ok(kept)) => kept,
            Ok(Err(text)) => return self.give_up_release(ctx, text),
            Err(_) => return self.give_up_release(ctx, self.screen.texts.text("work-ended").to_owned()),
        };
        let number = Value::from(release.number);
        let text =
            self.screen.texts.text_with(if is_new { "release-made" } else { "release-moved" }, &[("number", number)]);
        let at = self.context().hand().at;
        let command = moved_on(self.plan(), release, &holds, at);
        if self.perform(&command).is_some() {
            self.notices.tell(Message { text, is_error: false });
            self.save(ctx, None);
        } else if let Some(then) = self.pending.when_saved.take() {
            self.ask_before(ctx, then);
        }
    }

    fn give_up_release(&mut self, ctx: &Context, text: String) {
        self.tell_failed(text);
        if let Some(then) = self.pending.when_saved.take() {
            self.ask_before(ctx, then);
        }
    }

    /// Begins to open what a release holds, as a plan that has no file yet; unsaved work has been asked about.
    pub(super) fn open_release(&mut self, ctx: &Context, number: u32, exports: bool) {
        let release = self.plan().release(number).cloned();
        let Some((release, path)) = release.zip(self.opened.releases_beside().map(ToOwned::to_owned)) else { return };
        let texts = Texts::new(self.screen.texts.language());
        let read = move |_: &_| read_release(&path, &release).map_err(|error| errors::release_error(&texts, &error));
        let (task, from) = (Task::start(ctx, "open release", read), self.opened.chosen.workbench.generation());
        self.pending.opening_release = Some(OpeningRelease { number, exports, from, task });
        self.receive_release(ctx);
    }

    fn receive_opened_release(&mut self) {
        let Some(read) = self.pending.opening_release.as_ref().and_then(|opening| opening.task.poll()) else { return };
        let Some(OpeningRelease { number, exports, from, .. }) = self.pending.opening_release.take() else { return };
        let has_changed = !self.finish_typing_and_tell() || self.opened.chosen.workbench.generation() != from;
        match read {
            Ok(Ok(_)) if has_changed && self.is_modified() => {
                self.dialogs.ask(Question::Unsaved(Then::OpenRelease { number, exports }));
            }
            Ok(Ok(plan)) => {
                self.show_copy(plan);
                if exports {
                    self.opened.windows.export.toggle(&self.screen.settings);
                }
            }
            Ok(Err(text)) => self.tell_failed(text),
            Err(_) => self.tell_failed(self.screen.texts.text("work-ended").to_owned()),
        }
    }

    /// The plan of a release, which knows where those before it are kept.
    fn show_copy(&mut self, plan: Plan) {
        let beside = self.opened.releases_beside().map(ToOwned::to_owned);
        self.show(Workbench::unsaved(plan), None);
        self.opened.copied_from = beside;
    }

    fn tell_failed(&mut self, text: String) {
        self.notices.tell(Message { text, is_error: true });
    }
}
