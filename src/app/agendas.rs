//! Agendas and speaking lists as they follow from the plan, worked out once for each state of it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::model::agenda::{self, Agenda};
use crate::model::speaking::SpeakingList;
use crate::model::{EventId, SessionId};
use crate::workbench::{Generation, Workbench};

/// The agendas and lists that somebody has looked at since the last change.
#[derive(Debug, Default)]
pub struct Agendas {
    known: RefCell<Known>,
}

#[derive(Debug, Default)]
struct Known {
    at: Option<Generation>,
    /// By the session that each begins with.
    agendas: HashMap<SessionId, Rc<Agenda>>,
    lists: HashMap<EventId, Rc<SpeakingList>>,
}

impl Agendas {
    /// The agenda of a session.
    #[must_use]
    pub fn of(&self, workbench: &Workbench, session: SessionId) -> Rc<Agenda> {
        let mut known = self.known.borrow_mut();
        known.follow(workbench);
        let plan = workbench.plan();
        let agenda = known.agendas.entry(agenda::head(plan, session));
        Rc::clone(agenda.or_insert_with(|| Agenda::of(plan, workbench.index(), session).into()))
    }

    /// The speaking list of an event.
    #[must_use]
    pub fn list(&self, workbench: &Workbench, event: EventId) -> Rc<SpeakingList> {
        let mut known = self.known.borrow_mut();
        known.follow(workbench);
        let list = known.lists.entry(event);
        Rc::clone(list.or_insert_with(|| SpeakingList::of(workbench.plan(), workbench.index(), event).into()))
    }
}

impl Known {
    /// Forgets what was of another state of the plan.
    fn follow(&mut self, workbench: &Workbench) {
        let now = workbench.generation();
        if self.at != Some(now) {
            *self = Self { at: Some(now), ..Self::default() };
        }
    }
}
