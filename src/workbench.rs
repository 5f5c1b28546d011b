//! The open plan with everything that follows it: one door for changes, and followers instead of rescans.
//!
//! A command, an undo or a redo goes in by [`Workbench`], and a [`Change`] comes out: the patch, and a [`Generation`].
//! Findings and [`Index`] follow it here. Whoever else derives something from the plan remembers the generation it was
//! derived from and asks [`Workbench::since`] what has changed: a few patches to follow, or too many to know.
//!
//! This floor knows nothing of files and screens.

pub mod attending;
mod booking;
mod changes;
mod free;
mod index;
mod loads;

use std::cell::{Ref, RefCell};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::check::{Checker, Outcome};
use crate::edit::{Command, Document, Label, Refusal, SavePoint};
use crate::model::zone::{self, Tz};
use crate::model::{CivilTime, Patch, Plan};

pub use booking::{Booking, Bookings, NoPlace};
use changes::Changes;
pub use changes::{Change, Generation};
pub use index::{Index, Referring};
pub use loads::{Load, Loads};

/// The document, its findings and its index.
#[derive(Debug)]
pub struct Workbench {
    document: Document,
    /// What-if changes the checker's facts for as long as it judges, and puts them back.
    checker: RefCell<Checker>,
    index: Index,
    loads: Loads,
    changes: Changes,
}

impl Workbench {
    /// Opens a plan that counts as saved, and judges it.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        Self::with_history(Document::new(plan))
    }

    /// Opens a plan that has a history already, and judges it.
    #[must_use]
    pub fn with_history(document: Document) -> Self {
        let plan = document.plan();
        let checker = Checker::new(plan);
        Self {
            loads: Loads::new(plan, &checker),
            checker: RefCell::new(checker),
            index: Index::new(plan),
            changes: Changes::new(),
            document,
        }
    }

    /// The same for a plan that has never been saved, so that leaving it is asked about.
    #[must_use]
    pub fn unsaved(plan: Plan) -> Self {
        let mut workbench = Self::new(plan);
        workbench.document.mark_unsaved();
        workbench
    }

    /// Notes that no state of the plan is on disk.
    pub fn mark_unsaved(&mut self) {
        self.document.mark_unsaved();
    }

    /// The plan as it is.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        self.document.plan()
    }

    /// The plan with its history.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// What is looked up about the plan.
    #[must_use]
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// What each day holds.
    #[must_use]
    pub fn loads(&self) -> &Loads {
        &self.loads
    }

    /// The findings of the plan.
    #[must_use]
    pub fn checker(&self) -> Ref<'_, Checker> {
        self.checker.borrow()
    }

    /// The state of the plan: whatever is derived from it is fresh while this stays.
    #[must_use]
    pub fn generation(&self) -> Generation {
        self.changes.generation()
    }

    /// The patches that led from `generation` to now, the first one first; `None` where that is not known any more, or
    /// was another plan. Nothing where the plan is as it was.
    pub fn since(&self, generation: Generation) -> Option<impl Iterator<Item = &Patch>> {
        self.changes.since(generation)
    }

    /// The zone in which the times of a day are read: that of the event of the day, else the plan's own.
    #[must_use]
    pub fn zone_on(&self, date: NaiveDate) -> Tz {
        let event = self.index.meeting_days().get(&date).and_then(|&id| self.plan().events().get(id));
        event.map_or(self.plan().header().zone, |event| event.zone)
    }

    /// The same moment on the clock by which it is read, when a clock in the zone of the plan shows `home`: at an event
    /// elsewhere it may be another day.
    #[must_use]
    pub fn where_it_is_read(&self, home: CivilTime) -> CivilTime {
        let today = home.date();
        let days = [Some(today), today.pred_opt(), today.succ_opt()].into_iter().flatten();
        let meetings = days.filter(|date| self.index.meeting_days().contains_key(date));
        let read = |date| zone::convert(home, self.plan().header().zone, self.zone_on(date));
        meetings.map(|date| (date, read(date))).find(|(date, time)| time.date() == *date).map_or(home, |(_, time)| time)
    }

    /// Carries out `command` as one step; `None` where it changes nothing.
    ///
    /// # Errors
    /// A [`Refusal`]; the plan is then as it was.
    pub fn perform(&mut self, command: &Command) -> Result<Option<Change>, Refusal> {
        let step = self.document.perform_known(command, &self.index)?.cloned();
        Ok(step.map(|step| self.follow(step.label, step.patch)))
    }

    /// Takes the last step back.
    pub fn undo(&mut self) -> Option<Change> {
        let step = self.document.undo()?.clone();
        Some(self.follow(step.label, step.patch.inverse().into()))
    }

    /// Does the step that was last taken back again.
    pub fn redo(&mut self) -> Option<Change> {
        let step = self.document.redo()?.clone();
        Some(self.follow(step.label, step.patch))
    }

    /// Notes that the plan as it was at `point` is safe on disk.
    pub fn mark_saved(&mut self, point: SavePoint) {
        self.document.mark_saved(point);
    }

    /// What `patch`, which is not applied, would do.
    #[must_use]
    pub fn what_if(&self, patch: &Patch) -> Outcome {
        self.checker.borrow_mut().what_if(self.plan(), patch)
    }

    /// The plan and its findings, to be taken to another thread.
    #[must_use]
    pub fn copy(&self) -> (Plan, Checker) {
        (self.plan().clone(), self.checker.borrow().clone())
    }

    /// Lets everything that is kept here follow a patch that has just been applied.
    fn follow(&mut self, label: Label, patch: Arc<Patch>) -> Change {
        let plan = self.document.plan();
        let checker = self.checker.get_mut();
        let followed = checker.follow(plan, &patch);
        self.index.follow(plan, &patch);
        self.loads.follow(plan, &patch, (checker, &followed));
        self.changes.push(label, patch)
    }
}
