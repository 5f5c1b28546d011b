//! Votes of attendees that arranging takes into account: the file that was chosen, read on a thread of its own.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use crate::app::system::tasks::Task;
use crate::exchange::incoming::votes::{self, Votes};
use crate::model::Plan;

/// Why a file has no votes to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoVotes {
    /// It can not be read, or is too large.
    Unreadable,
    /// This line, from 1 on, says something else.
    Line(usize),
}

/// The votes that were chosen, if any were.
#[derive(Debug, Default)]
pub struct ChosenVotes {
    file: Option<PathBuf>,
    reading: Option<Task<Result<Votes, NoVotes>>>,
    found: Option<Result<Arc<Votes>, NoVotes>>,
}

impl ChosenVotes {
    /// Reads this file.
    pub fn choose(&mut self, ctx: &Context, file: PathBuf, plan: &Plan) {
        let (plan, path) = (plan.clone(), file.clone());
        let reading = Task::start(ctx, "read votes", move |_| read(&plan, &path));
        *self = Self { file: Some(file), reading: Some(reading), found: None };
    }

    /// None from now on.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Takes what has been read; to be called before each frame.
    pub fn follow(&mut self) {
        if let Some(read) = self.reading.as_ref().and_then(Task::poll) {
            self.reading = None;
            self.found = Some(read.unwrap_or(Err(NoVotes::Unreadable)).map(Arc::new));
        }
    }

    /// What the file is called.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        Some(self.file.as_ref()?.file_name()?.to_string_lossy().into_owned())
    }

    /// What was read; `None` where there is no file, or it is being read.
    #[must_use]
    pub fn found(&self) -> Option<&Result<Arc<Votes>, NoVotes>> {
        self.found.as_ref()
    }

    /// The votes that count.
    #[must_use]
    pub fn votes(&self) -> Option<Arc<Votes>> {
        self.found.as_ref()?.as_ref().ok().cloned()
    }
}

fn read(plan: &Plan, file: &Path) -> Result<Votes, NoVotes> {
    let is_small = std::fs::metadata(file).is_ok_and(|known| known.is_file() && known.len() <= votes::MOST_BYTES);
    let bytes = is_small.then(|| std::fs::read(file).ok()).flatten().ok_or(NoVotes::Unreadable)?;
    votes::read(plan, &bytes).map_err(NoVotes::Line)
}
