//! What the open plan is compared with: its file, a release, an earlier state, another file, a revision in git. The other plan
//! is read, and both are compared, on threads of their own; what is known stays until more is.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use egui::Context;

use crate::app::system::git::{self, Revision};
use crate::app::system::tasks::Task;
use crate::merge::{Comparison, are_related, compare};
use crate::model::{Plan, Release};
use crate::store::{self, Backup, FileMark};
use crate::texts::{Texts, errors};
use crate::workbench::{Generation, Workbench};

/// With what a plan is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Against {
    /// The plan as it was saved last, or begun.
    #[default]
    Saved,
    /// A release of it, by its number.
    Release(u32),
    /// An earlier state.
    Backup(Backup),
    /// Another file.
    File(PathBuf),
    /// A revision of its file in git.
    Revision(Revision),
}

/// What there is to compare with, besides files.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// Earlier states, the newest first.
    pub backups: Vec<Backup>,
    /// Revisions of the file, the newest first; none where it is in no repository.
    pub revisions: Vec<Revision>,
}

/// What is known of the file of the plan.
#[derive(Clone, Copy)]
pub struct OnDisk<'a> {
    /// Where it is; `None` while the plan was never saved.
    pub path: Option<&'a Path>,
    /// The plan as it was saved last, or begun.
    pub saved: &'a Plan,
    /// What the file holds.
    pub mark: Option<FileMark>,
}

/// The other plan, or why there is none.
pub type Other = Result<Arc<Plan>, String>;

/// The comparison that is shown.
#[derive(Debug, Default)]
pub struct Compared {
    against: Against,
    /// Where the plan stands; what is compared with is read anew where that changes.
    path: Option<PathBuf>,
    /// What the file held of which the saved plan is.
    mark: Option<FileMark>,
    listing: Option<Task<Sources>>,
    sources: Sources,
    reading: Option<Task<Other>>,
    other: Option<Other>,
    comparing: Option<(Generation, Task<Comparison>)>,
    found: Option<(Generation, Arc<Comparison>)>,
}

impl Compared {
    /// With what the plan is compared.
    #[must_use]
    pub fn against(&self) -> &Against {
        &self.against
    }

    /// What else there is to compare with.
    #[must_use]
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// The other plan, or why there is none; `None` while it is being read.
    #[must_use]
    pub fn other(&self) -> Option<&Other> {
        self.other.as_ref()
    }

    /// When the other plan was kept, where that is known; a release is told by its number.
    #[must_use]
    pub fn kept(&self) -> Option<DateTime<Utc>> {
        let written = |file: &Path| std::fs::metadata(file).and_then(|found| found.modified()).ok().map(DateTime::from);
        match &self.against {
            Against::Saved => written(self.path.as_deref()?),
            Against::Backup(backup) => Some(backup.at),
            Against::File(file) => written(file),
            Against::Release(_) | Against::Revision(_) => None,
        }
    }

    /// What differs, from the other plan to the open one, and in which state of that; a state behind while it is compared.
    #[must_use]
    pub fn found(&self) -> Option<(Generation, &Arc<Comparison>)> {
        self.found.as_ref().map(|(generation, found)| (*generation, found))
    }

    /// Compares with something else from now on.
    pub fn choose(&mut self, against: Against) {
        (self.against, self.other, self.reading) = (against, None, None);
        (self.comparing, self.found) = (None, None);
    }

    /// Looks anew for what there is to compare with.
    pub fn list(&mut self, ctx: &Context, file: Option<&Path>, backups: Option<PathBuf>) {
        let file = file.map(Path::to_owned);
        self.listing = Some(Task::start(ctx, "list states", move |_| Sources {
            backups: backups.map(|folder| store::backups(&folder)).unwrap_or_default(),
            revisions: file.map(|file| git::revisions(&file)).unwrap_or_default(),
        }));
    }

    /// Takes what has been read and compared, and begins what is wanting; to be called before each frame in which it is
    /// shown.
    pub fn follow(&mut self, ctx: &Context, workbench: &Workbench, texts: &Texts, on_disk: OnDisk<'_>) {
        let OnDisk { path, saved, mark } = on_disk;
        if let Some(sources) = self.listing.as_ref().and_then(Task::poll) {
            (self.listing, self.sources) = (None, sources.unwrap_or_default());
        }
        if self.path.as_deref() != path {
            self.path = path.map(Path::to_owned);
            self.choose(self.against.clone());
        }
        if self.against == Against::Saved {
            // It is at hand, and another one after each saving.
            if self.other.is_none() || self.mark != mark {
                (self.comparing, self.found) = (None, None);
                (self.other, self.mark) = (Some(Ok(Arc::new(saved.clone()))), mark);
            }
        } else if self.other.is_none() && self.reading.is_none() {
            self.read(ctx, workbench.plan(), texts);
        }
        if let Some(read) = self.reading.as_ref().and_then(Task::poll) {
            let ended = || Err(texts.text("work-ended").to_owned());
            (self.reading, self.other) = (None, Some(read.unwrap_or_else(|_| ended())));
        }
        self.compare(ctx, workbench);
    }

    fn read(&mut self, ctx: &Context, plan: &Plan, texts: &Texts) {
        let (against, path) = (self.against.clone(), self.path.clone());
        let release = match against {
            Against::Release(number) => plan.release(number).cloned(),
            _ => None,
        };
        let (texts, plan) = (Texts::new(texts.language()), plan.clone());
        self.reading = Some(Task::start(ctx, "read other plan", move |_| {
            let other = read(&against, path.as_deref(), release.as_deref(), &texts)?;
            let is_other = matches!(against, Against::File(_)) && !are_related(&plan, &other);
            if is_other { Err(texts.text("compare-other-plan").to_owned()) } else { Ok(Arc::new(other)) }
        }));
    }

    fn compare(&mut self, ctx: &Context, workbench: &Workbench) {
        let now = workbench.generation();
        if let Some(done) = self.comparing.as_ref().and_then(|(_, task)| task.poll()) {
            let of = self.comparing.take().map(|(of, _)| of);
            self.found = of.zip(done.ok().map(Arc::new));
        }
        let Some(Ok(other)) = &self.other else { return };
        let is_known = self.found.as_ref().is_some_and(|(of, _)| *of == now);
        if !is_known && self.comparing.is_none() {
            let (other, plan) = (Arc::clone(other), workbench.plan().clone());
            self.comparing = Some((now, Task::start(ctx, "compare", move |_| compare(&other, &plan))));
        }
    }
}

fn read(against: &Against, path: Option<&Path>, release: Option<&Release>, texts: &Texts) -> Result<Plan, String> {
    let told = |error: &store::ReadError| errors::read_error(texts, error);
    match (against, path) {
        (Against::Backup(backup), _) => store::read_backup(backup).map_err(|error| told(&error)),
        (Against::File(file), _) => store::open_plan(file).map_err(|error| told(&error)),
        (Against::Revision(revision), Some(path)) => {
            let bytes = git::content(path, revision).ok_or_else(|| texts.text("compare-no-git").to_owned())?;
            store::read_plan(&bytes).map_err(|error| told(&error))
        }
        (Against::Release(_), Some(path)) => {
            let release = release.ok_or_else(|| texts.text("compare-no-release").to_owned())?;
            store::read_release(path, release).map_err(|error| errors::release_error(texts, &error))
        }
        (Against::Saved | Against::Revision(_) | Against::Release(_), _) => {
            Err(texts.text("compare-not-saved").to_owned())
        }
    }
}
