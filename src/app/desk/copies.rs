//! Copies of the plan that a service has left beside its file: offered for merging, and then to be put aside.

use std::path::{Path, PathBuf};

use egui::Context;

use crate::app::action::Message;
use crate::app::system::tasks::Task;
use crate::store;
use crate::texts::{Value, tid};

use super::banner::Banner;
use super::{Desk, file_name};

/// How far a copy has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CopyState {
    Found,
    /// The planner does not want it now.
    Left,
    /// What is in it has been taken into the plan.
    Taken,
}

/// The copies that are known.
#[derive(Default)]
pub(super) struct Copies {
    known: Vec<(PathBuf, CopyState)>,
    /// One that is being put aside.
    moving: Option<Task<std::io::Result<PathBuf>>>,
}

impl Copies {
    /// Takes in which ones are there.
    pub fn follow(&mut self, found: Vec<PathBuf>) {
        let before = std::mem::take(&mut self.known);
        let state =
            |path: &Path| before.iter().find(|(known, _)| known == path).map_or(CopyState::Found, |known| known.1);
        self.known = found.into_iter().map(|path| (path.clone(), state(&path))).collect();
    }

    /// Notes how far one has come.
    pub fn note(&mut self, path: &Path, state: CopyState) {
        self.known.iter_mut().filter(|(known, _)| known == path).for_each(|known| known.1 = state);
    }

    /// What is to be said of the first that waits for something.
    pub fn banner(&self) -> Option<Banner> {
        let (path, state) = self.known.iter().find(|(_, state)| *state != CopyState::Left)?;
        Some(Banner::Copy { path: path.clone(), is_taken: *state == CopyState::Taken })
    }
}

impl Desk {
    /// Puts a copy aside whose content is in the plan.
    pub(super) fn put_copy_aside(&mut self, ctx: &Context, copy: PathBuf) {
        self.opened.shared.copies.note(&copy, CopyState::Left);
        let task = Task::start(ctx, "put aside", move |_| store::put_copy_aside(&copy));
        self.opened.shared.copies.moving = Some(task);
    }

    /// Says what has become of it.
    pub(super) fn receive_put_aside(&mut self) {
        let Some(result) = self.opened.shared.copies.moving.as_ref().and_then(Task::poll) else { return };
        self.opened.shared.copies.moving = None;
        let (id, name, is_error) = match result {
            Ok(Ok(aside)) => (tid("copy-aside"), file_name(&aside), false),
            Ok(Err(error)) => (tid("copy-not-moved"), error.to_string(), true),
            Err(_) => return self.refuse("work-ended"),
        };
        let key = if is_error { "why" } else { "file" };
        let text = self.screen.texts.text_with(id, &[(key, Value::from(&name))]);
        self.notices.tell(Message { text, is_error });
    }
}
