//! Agendas as they follow from their items, worked out once for each state of the plan.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::model::SessionId;
use crate::model::agenda::{self, Agenda};
use crate::workbench::{Generation, Workbench};

/// The agendas that somebody has looked at since the last change.
#[derive(Debug, Default)]
pub struct Agendas {
    known: RefCell<Known>,
}

#[derive(Debug, Default)]
struct Known {
    at: Option<Generation>,
    /// By the session that each begins with.
    agendas: HashMap<SessionId, Rc<Agenda>>,
}

impl Agendas {
    /// The agenda of a session.
    #[must_use]
    pub fn of(&self, workbench: &Workbench, session: SessionId) -> Rc<Agenda> {
        let mut known = self.known.borrow_mut();
        let now = workbench.generation();
        if known.at != Some(now) {
            *known = Known { at: Some(now), agendas: HashMap::new() };
        }
        let plan = workbench.plan();
        let agenda = known.agendas.entry(agenda::head(plan, session));
        Rc::clone(agenda.or_insert_with(|| Agenda::of(plan, workbench.index(), session).into()))
    }
}
