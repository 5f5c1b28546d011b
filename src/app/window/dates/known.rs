//! What is known about moving to other dates: worked out once for each state of the plan and each wish, and the findings on a
//! thread of their own.

use std::collections::BTreeSet;

use egui::Context;

use crate::check::{Checker, Finding, Outcome};
use crate::edit::dates::Misplaced;
use crate::edit::{Command, Refusal, resolve};
use crate::model::{EventId, Plan, Session, SessionId};
use crate::workbench::Generation;

use crate::app::context::ViewContext;
use crate::app::system::tasks::Task;

/// What is known, and for what.
#[derive(Debug, Default)]
pub struct Known {
    of: Option<(Generation, Option<Command>, BTreeSet<EventId>)>,
    refusal: Option<Refusal>,
    /// How many sessions and events move.
    pub moved: (usize, usize),
    /// The sessions of the events that move which keep their places, in the order of time.
    pub pinned: Vec<SessionId>,
    /// Whether all of these are pinned; others were opened.
    pub all_pinned: bool,
    /// Sessions of the event that would lie outside its days.
    pub outside: Vec<SessionId>,
    /// What comes to lie badly.
    pub misplaced: Misplaced,
    search: Option<Task<Outcome>>,
    /// Whether what looks for the findings has broken down.
    pub has_failed: bool,
    /// The findings that come and go; `None` while they are looked for.
    pub outcome: Option<Outcome>,
    /// How many findings say the same of the same sessions before and after.
    pub moved_along: usize,
    /// The plan as it would be: the findings that come name its rows.
    pub after: Option<Plan>,
}

impl Known {
    /// Why it can not be done.
    pub fn refusal(&self) -> Option<&Refusal> {
        self.refusal.as_ref()
    }

    /// Brings it up to date with what is wanted; to be called in every frame.
    pub fn follow(
        &mut self,
        ctx: &Context,
        cx: &ViewContext<'_>,
        (event, command, events): (EventId, Option<&Command>, &BTreeSet<EventId>),
    ) {
        let now = cx.workbench.generation();
        let is_known = self
            .of
            .as_ref()
            .is_some_and(|(of, known, moved)| *of == now && known.as_ref() == command && moved == events);
        if !is_known {
            *self = Self { of: Some((now, command.cloned(), events.clone())), ..Self::default() };
            self.look(ctx, cx, (event, command, events));
        }
        match self.search.as_ref().and_then(Task::poll) {
            Some(Ok(mut outcome)) => {
                self.moved_along = without_moved(&mut outcome);
                (self.outcome, self.search) = (Some(outcome), None);
            }
            Some(Err(_)) => (self.has_failed, self.search) = (true, None),
            None => (),
        }
    }

    fn look(
        &mut self,
        ctx: &Context,
        cx: &ViewContext<'_>,
        (event, command, events): (EventId, Option<&Command>, &BTreeSet<EventId>),
    ) {
        let plan = cx.plan;
        let pinned = plan.sessions().iter().filter(|session| session.keeps_place() && events.contains(&session.event));
        let mut pinned: Vec<&Session> =
            pinned.filter(|session| session.placement.is_some()).map(|row| &**row).collect();
        pinned.sort_by_key(|session| (session.span().map(|span| span.start), session.id));
        self.all_pinned = pinned.iter().all(|session| session.pinned);
        self.pinned = pinned.into_iter().map(|session| session.id).collect();
        let Some(command) = command else { return };
        let patch = match resolve(plan, command) {
            Ok(patch) => patch,
            Err(refusal) => {
                self.refusal = Some(refusal);
                return;
            }
        };
        self.moved = (patch.changes::<Session>().count(), patch.changes::<crate::model::Event>().count());
        self.misplaced = Misplaced::by(plan, &patch, event);
        if let Some(days) = patch.after(plan, event).map(|event| event.dates.span()) {
            let of_event = cx.index().sessions_of(event).iter();
            let lies_outside = |&&id: &&SessionId| {
                let span = patch.after(plan, id).and_then(|session| session.span());
                let was_outside = plan.sessions().get(id).and_then(|session| session.span()).is_some_and(|span| {
                    plan.events().get(event).is_some_and(|event| !event.dates.span().overlaps(span))
                });
                !was_outside && span.is_some_and(|span| span.start < days.start || span.end > days.end)
            };
            self.outside = of_event.filter(lies_outside).copied().collect();
        }
        let mut moved = plan.clone();
        self.after = moved.apply(&patch).is_ok().then_some(moved);
        let plan = plan.clone();
        self.search = Some(Task::start(ctx, "dates", move |_| Checker::new(&plan).what_if(&plan, &patch)));
    }
}

/// Takes out what is said of the same sessions before and after, only with other days; how many these are.
fn without_moved(outcome: &mut Outcome) -> usize {
    let is_same = |one: &Finding, other: &Finding| {
        (one.rule, one.message, &one.sessions) == (other.rule, other.message, &other.sessions)
    };
    let (mut moved, mut caused) = (0, Vec::new());
    for finding in std::mem::take(&mut outcome.caused) {
        match outcome.solved.iter().position(|solved| is_same(solved, &finding)) {
            Some(at) => {
                outcome.solved.remove(at);
                moved += 1;
            }
            None => caused.push(finding),
        }
    }
    outcome.caused = caused;
    moved
}
