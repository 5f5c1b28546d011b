//! What a file of another tool would make of a plan, and what the rules say of that. Worked out on a thread; nothing
//! changes.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::check::{Checker, Finding};
use crate::edit::Refusal;
use crate::exchange::arriving::{Arrival, ArrivedRow, Choices, NearAnswers, Report, State, Understood, Which};
use crate::model::zone::Tz;
use crate::model::{Language, Patch, Plan, Session, SessionId, Severity, Status};
use crate::texts::{Texts, findings};

/// So many findings are told one by one.
const TOLD: usize = 12;

/// What somebody has chosen.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// The zone of clocks of which the file does not say where they hang.
    pub zone: Option<Tz>,
    /// What names mean that are near to others.
    pub near: NearAnswers,
    /// Sessions of the file of which what comes counts wherever it differs, by their places in the file.
    pub theirs: HashSet<usize>,
    /// Sessions of which what is here counts where both sides changed it.
    pub ours: HashSet<usize>,
    /// Sessions that are taken or left by hand.
    pub ticks: HashMap<usize, bool>,
    /// Sessions that are gone there and are taken away here.
    pub gone: HashSet<SessionId>,
}

impl Wish {
    /// Whether somebody has to say something before a session of the file can be taken.
    pub fn asks(&self, all: &Arrival, place: usize) -> bool {
        let Some(row) = all.rows.get(place) else { return false };
        let is_open = |&at: &usize| all.near.get(at).is_some_and(|near| near.answer.is_none() && !near.is_within);
        row.near.iter().any(is_open) || (!row.kept.is_empty() && !self.ours.contains(&place))
    }

    /// Whether a session of the file is taken, if it can be.
    pub fn takes(&self, all: &Arrival, place: usize) -> bool {
        let is_dismissed = all.rows.get(place).is_some_and(|row| row.is_dismissed);
        self.ticks.get(&place).copied().unwrap_or_else(|| !is_dismissed && !self.asks(all, place))
    }
}

/// Whether there is anything to take of a session of the file.
pub fn can_take(row: &ArrivedRow) -> bool {
    matches!(row.state, State::New | State::Changed(_)) || !row.kept.is_empty()
}

/// What comes of a file.
#[derive(Debug)]
pub struct Looked {
    /// The plan as it would be if all of it were taken.
    pub after: Plan,
    /// All of it.
    pub all: Arrival,
    /// What of the file could not be used.
    pub report: Report,
    /// What is taken.
    pub taken: Result<Taken, Refusal>,
}

/// What is taken of a file.
#[derive(Debug, Default)]
pub struct Taken {
    /// What it changes.
    pub patch: Patch,
    /// How many events, rooms, people and topics are new.
    pub made: [usize; 4],
    /// Titles of sessions that would have no place any more.
    pub lost: Vec<SessionId>,
    /// How many errors and warnings there are before.
    pub before: [usize; 2],
    /// How many there would be after.
    pub after: [usize; 2],
    /// The errors and warnings that would be new, some of them in words.
    pub caused: Vec<(Severity, String)>,
}

/// The errors and warnings among findings.
fn counted<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> [usize; 2] {
    let mut counts = [0; 2];
    for finding in findings {
        match finding.severity {
            Severity::Error => counts[0] += 1,
            Severity::Warning => counts[1] += 1,
            _ => {}
        }
    }
    counts
}

/// Looks at what a file would make of a plan; nothing where nobody waits for it any more.
pub fn look(
    understood: &Understood,
    (plan, checker): (&Plan, &mut Checker),
    wish: &Wish,
    (screen, titles): (Language, Language),
    (stop, watch): (&AtomicBool, &dyn Fn(f32)),
) -> Option<Looked> {
    let goes_on = || (!stop.load(Ordering::Relaxed)).then_some(());
    let draft = &understood.draft;
    let mut report = understood.report.clone();
    let theirs = Which::These(wish.theirs.clone());
    // What was removed here is shown; whether it comes again its tick says.
    let restored = Which::All;
    let choices = Choices { zone: wish.zone, theirs, near: wish.near.clone(), restored, ..Choices::default() };
    // What is shown, what is taken, and what the rules say of that.
    let all = Arrival::watched((draft, plan), &choices, &mut report, &|done| watch(done * 0.4));
    goes_on()?;
    let whole = all.patch(plan);
    let mut after = plan.clone();
    if let Ok(whole) = &whole {
        // What the plan does not take is told where it is to be taken.
        let _ = after.apply(whole);
    }
    goes_on()?;
    let without: HashSet<usize> = (0..all.rows.len()).filter(|&place| !wish.takes(&all, place)).collect();
    let (patch, made) = if without.is_empty() && wish.gone.is_empty() {
        (whole, all.new)
    } else {
        let remove_gone = Which::These(wish.gone.clone());
        let choices = Choices { remove_gone, without, ..choices };
        let rest = |done: f32| watch(0.4 + done * 0.4);
        let some = Arrival::watched((draft, plan), &choices, &mut Report::default(), &rest);
        (some.patch(plan), some.new)
    };
    goes_on()?;
    watch(0.8);
    let taken = patch.and_then(|patch| judged(patch, made, (plan, checker), (screen, titles)));
    Some(Looked { after, all, report, taken })
}

/// What the rules say of a patch.
fn judged(
    patch: Patch,
    made: [usize; 4],
    (plan, checker): (&Plan, &mut Checker),
    (screen, titles): (Language, Language),
) -> Result<Taken, Refusal> {
    let outcome = checker.what_if(plan, &patch);
    let mut after = plan.clone();
    after.apply(&patch)?;
    let counts = checker.counts();
    let before = [counts[Severity::Error as usize], counts[Severity::Warning as usize]];
    let (more, less) = (counted(&outcome.caused), counted(&outcome.solved));
    let then = [0, 1].map(|at| (before[at] + more[at]).saturating_sub(less[at]));
    let texts = Texts::new(screen);
    let told = outcome.caused.iter().filter(|finding| finding.severity >= Severity::Warning).take(TOLD);
    let words = |finding: &Finding| findings::sentence(&texts, &after, titles, finding);
    let caused = told.map(|finding| (finding.severity, words(finding))).collect();
    let lost = lost(&patch);
    Ok(Taken { patch, made, lost, before, after: then, caused })
}

/// The sessions that have a place before a patch and none after it.
fn lost(patch: &Patch) -> Vec<SessionId> {
    let has = |session: Option<&Session>| {
        session.is_some_and(|session| session.placement.is_some() && session.status != Status::Cancelled)
    };
    let changes = patch.changes::<Session>();
    changes
        .filter(|(_, change)| has(change.before.as_deref()) && !has(change.after.as_deref()))
        .map(|(id, _)| id)
        .collect()
}
