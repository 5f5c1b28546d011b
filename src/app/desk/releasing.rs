//! Releases: what they hold is kept beside the file of the plan before the plan says that there is one.

use egui::Context;

use crate::app::action::Message;
use crate::app::system::dialogs::Then;
use crate::edit::Command;
use crate::edit::releases::{held, issue};
use crate::model::{CivilTime, Plan, Release, ReleaseStage};
use crate::store::{keep_release, read_release};
use crate::texts::{Value, errors};

use super::Desk;

impl Desk {
    /// Opens the window of releases.
    pub(super) fn show_releases(&mut self) {
        let cx = crate::app::context::ViewContext::new(&self.opened.chosen, &self.screen, &[]);
        self.opened.windows.releases.open(&cx);
    }

    /// Makes a release, or moves it on, and saves the plan.
    pub(super) fn release(&mut self, ctx: &Context, release: Release) {
        self.finish_typing_and_tell();
        let Some(path) = self.opened.path.clone().filter(|_| !self.opened.shared.is_read_only()) else {
            self.refuse("release-needs-file");
            return;
        };
        let known = self.plan().releases().get(release.id).cloned();
        let is_new = known.is_none();
        let (release, holds) = match known {
            Some(known) => match read_release(&path, &known) {
                Ok(holds) => (release, holds),
                Err(error) => return self.tell_failed(errors::release_error(&self.screen.texts, &error)),
            },
            None => {
                let holds = held(self.plan(), &release);
                match keep_release(&path, release.number, &holds) {
                    Ok(content) => (Release { content, ..release }, holds),
                    Err(error) => return self.tell_failed(errors::save_error(&self.screen.texts, &error)),
                }
            }
        };
        let number = Value::from(release.number);
        let text =
            self.screen.texts.text_with(if is_new { "release-made" } else { "release-moved" }, &[("number", number)]);
        let command = command(self.plan(), release, &holds);
        if self.perform(&command).is_some() {
            self.notices.tell(Message { text, is_error: false });
            self.save(ctx, None);
        }
    }

    /// Opens what a release holds, as a plan that has no file yet.
    pub(super) fn open_release(&mut self, ctx: &Context, number: u32) {
        let release = self.plan().releases().iter().find(|release| release.number == number).cloned();
        let Some((release, path)) = release.zip(self.opened.path.clone()) else { return };
        match read_release(&path, &release) {
            Ok(plan) => self.ask_before(ctx, Then::Begin { plan: Box::new(plan), asks_for_table: false }),
            Err(error) => self.tell_failed(errors::release_error(&self.screen.texts, &error)),
        }
    }

    fn tell_failed(&mut self, text: String) {
        self.notices.tell(Message { text, is_error: true });
    }
}

fn command(plan: &Plan, release: Release, holds: &Plan) -> Command {
    match release.stage {
        ReleaseStage::Issued => {
            issue(plan, release, holds, CivilTime::from_minutes(chrono::Utc::now().timestamp() / 60))
        }
        _ => Command::Release(Box::new(release), Vec::new()),
    }
}
