//! What the hours of a meeting ask of those who sit in it far away (§4.22).

use std::sync::Arc;

use super::Maker;
use crate::model::Session;
use crate::model::burden::{self, Fairness};
use crate::model::zone::{self, Tz};

/// A burden of so many minutes weighs as much as half an hour off the wished time.
const MINUTES: f64 = 30.0;

impl Maker<'_> {
    /// What each start costs; `None` where people do not come from afar.
    pub(super) fn afar(&mut self, session: &Session, clock: Tz) -> Option<Arc<[i64]>> {
        let event = self.base.events().get(session.event)?;
        if self.wishes.regions == 0 || !burden::is_from_afar(event) {
            return None;
        }
        let mins = session.length().mins();
        if let Some(known) = self.afar.get(&(clock, mins)) {
            return Some(known.clone());
        }
        let (regions, measure) = (burden::regions(self.base), self.checker.settings().burden_measure());
        let cost = |start: usize| {
            let moment = zone::moment(self.made.time(start), clock);
            let borne = burden::of_all(&regions, std::iter::once((moment, i64::from(mins))), &measure);
            (Fairness::of(borne).score() / MINUTES).round() as i64 * self.wishes.regions
        };
        let costs: Arc<[i64]> = (0..self.made.problem.steps()).map(cost).collect();
        self.afar.insert((clock, mins), costs.clone());
        Some(costs)
    }
}
