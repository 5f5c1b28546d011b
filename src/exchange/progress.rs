//! How far an export is, and why it came to nothing.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::drawing::DrawingError;
use super::logo::LogoError;

/// Why nothing was handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// Somebody said stop.
    Cancelled,
    /// The format has no such pages.
    NoSuchLayout {
        /// The format.
        format: &'static str,
        /// What was asked for.
        layout: &'static str,
        /// What it has.
        known: String,
    },
    /// Nothing is left after choosing.
    Nothing,
    /// Nothing that is handed out differs between two plans.
    NoChanges,
    /// Mails of a plan in which nobody has a part in a session.
    NoPeople,
    /// A speaking list of a plan that has no statements.
    NoStatements,
    /// Agendas of a plan that has none.
    NoItems,
    /// Nothing in the plan to make a file for.
    NothingToSplit {
        /// What there should be a file for.
        split: &'static str,
    },
    /// A page can not be drawn.
    Drawing {
        /// The format.
        format: &'static str,
        /// Why not.
        why: DrawingError,
    },
    /// The writer of a format says no.
    Failed {
        /// The format.
        format: &'static str,
        /// What is wrong.
        why: String,
    },
}

impl ExportError {
    /// Whether there is simply nothing to hand out, which leaves the rest of what is asked for as it is.
    #[must_use]
    pub fn is_for_want_of_content(&self) -> bool {
        matches!(
            self,
            Self::Nothing | Self::NoPeople | Self::NoStatements | Self::NoItems | Self::NothingToSplit { .. }
        )
    }
}

/// How far a long export is, and whether to go on. Shared between who works and who watches.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicUsize,
    total: AtomicUsize,
    cancelled: AtomicBool,
    loss: Mutex<Loss>,
}

/// What of a plan does not reach those who read it, and is told before anybody hands it out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loss {
    /// Characters that no font has.
    pub missing: BTreeSet<char>,
    /// Texts that end in an ellipsis and stand nowhere in full, as they are printed.
    pub cut: BTreeSet<String>,
    /// Why the mark of the plan is left out.
    pub logo: Option<LogoError>,
}

impl Progress {
    /// Says that so many more steps are to come.
    pub fn expect(&self, steps: usize) {
        self.total.fetch_add(steps, Ordering::Relaxed);
    }

    /// Says that a step is done.
    ///
    /// # Errors
    /// [`ExportError::Cancelled`] when nobody wants the rest any more.
    pub fn step(&self) -> Result<(), ExportError> {
        self.done.fetch_add(1, Ordering::Relaxed);
        if self.cancelled.load(Ordering::Relaxed) { Err(ExportError::Cancelled) } else { Ok(()) }
    }

    /// Asks the one who works to stop.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Says what does not reach those who read it.
    pub(super) fn lose(&self, more: Loss) {
        let mut loss = self.loss.lock().unwrap_or_else(PoisonError::into_inner);
        loss.missing.extend(more.missing);
        loss.cut.extend(more.cut);
        loss.logo = more.logo.or(loss.logo.take());
    }

    /// What so far does not reach those who read it.
    #[must_use]
    pub fn loss(&self) -> Loss {
        self.loss.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How much is done, 0 to 1.
    #[must_use]
    pub fn share(&self) -> f32 {
        let (done, total) = (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed));
        if total == 0 { 0.0 } else { (done as f32 / total as f32).min(1.0) }
    }
}
