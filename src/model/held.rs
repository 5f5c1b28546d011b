//! When a meeting was really held: the times at which its chair opened, suspended, resumed and adjourned it, beside those
//! that were planned.
//!
//! The chair opens and closes each meeting, and a meeting may be suspended or adjourned on a motion (General Rules of
//! conferences, assemblies and meetings of the Union: powers of the chair; motion for suspension or adjournment of a
//! meeting). Suspended, it is the same meeting when it goes on; adjourned, it is over, and the next one has the next number.
//!
//! Times are minutes on the clock of the event, as planned ones are. What was held is a fact: nothing here is derived from
//! the plan, and moving a session in the plan leaves it as it is.

use super::{CivilTime, Length, RowError, Span};

/// Real times of a meeting: that it was opened, at least. Each is later than the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// When it was opened: the first minute in which it sat.
    pub opened: CivilTime,
    /// When it did not sit in between, in the order of time; [`Held::MOST_SUSPENSIONS`] at most.
    pub suspensions: Vec<Suspension>,
    /// When it was adjourned: the first minute in which it did not sit any more. `None` while it is not over.
    pub adjourned: Option<CivilTime>,
}

/// A time in which a meeting did not sit, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suspension {
    /// The first minute in which it did not sit.
    pub suspended: CivilTime,
    /// The first minute in which it sat again; `None` in the last suspension of a meeting that has not been resumed, also
    /// where it was adjourned instead.
    pub resumed: Option<CivilTime>,
}

/// One of the things that a chair says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HeldStep {
    /// The meeting begins.
    Open,
    /// It stops for a while.
    Suspend,
    /// It goes on.
    Resume,
    /// It is over.
    Adjourn,
}

/// How far a meeting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// It sits.
    Sitting,
    /// It stopped, and is to go on.
    Suspended,
    /// It is over.
    Adjourned,
}

impl Held {
    /// A meeting that is suspended more often is taken for a slip.
    pub const MOST_SUSPENSIONS: usize = 50;

    /// A meeting that was opened, and sits.
    #[must_use]
    pub fn since(opened: CivilTime) -> Self {
        Self { opened, suspensions: Vec::new(), adjourned: None }
    }

    /// How far it is.
    #[must_use]
    pub fn stage(&self) -> Stage {
        match (self.adjourned, self.suspensions.last()) {
            (Some(_), _) => Stage::Adjourned,
            (None, Some(Suspension { resumed: None, .. })) => Stage::Suspended,
            (None, _) => Stage::Sitting,
        }
    }

    /// The last time that is known of it.
    #[must_use]
    pub fn latest(&self) -> CivilTime {
        let last = self.suspensions.last().map(|pause| pause.resumed.unwrap_or(pause.suspended));
        self.adjourned.or(last).unwrap_or(self.opened)
    }

    /// From when to when it sat; the last is without an end while it sits.
    pub fn sittings(&self) -> impl Iterator<Item = (CivilTime, Option<CivilTime>)> {
        let starts = std::iter::once(Some(self.opened)).chain(self.suspensions.iter().map(|pause| pause.resumed));
        let ends = self.suspensions.iter().map(|pause| Some(pause.suspended)).chain([self.adjourned]);
        starts.zip(ends).filter_map(|(start, end)| Some((start?, end)))
    }

    /// From its opening to its end, or to the last time that is known of it; `None` where that is the same minute.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        (self.latest() > self.opened).then(|| Span::new(self.opened, self.latest()))
    }

    /// It, after one more step.
    ///
    /// # Errors
    /// [`RowError::HeldOutOfOrder`] where that does not follow from what it was, or not later; another one as in a row.
    pub fn after(&self, step: HeldStep, at: CivilTime) -> Result<Self, RowError> {
        let mut held = self.clone();
        match (step, self.stage()) {
            (HeldStep::Suspend, Stage::Sitting) => {
                held.suspensions.push(Suspension { suspended: at, resumed: None });
            }
            (HeldStep::Resume, Stage::Suspended) => {
                held.suspensions.last_mut().into_iter().for_each(|pause| pause.resumed = Some(at));
            }
            (HeldStep::Adjourn, Stage::Sitting | Stage::Suspended) => held.adjourned = Some(at),
            _ => return Err(RowError::HeldOutOfOrder),
        }
        held.check().map(|()| held)
    }

    /// With each of its times put elsewhere, such as on another clock.
    #[must_use]
    pub fn mapped(&self, time: impl Fn(CivilTime) -> CivilTime) -> Self {
        let pause =
            |pause: &Suspension| Suspension { suspended: time(pause.suspended), resumed: pause.resumed.map(&time) };
        Self {
            opened: time(self.opened),
            suspensions: self.suspensions.iter().map(pause).collect(),
            adjourned: self.adjourned.map(&time),
        }
    }

    /// Every time of it, from its opening on.
    pub fn times(&self) -> impl Iterator<Item = CivilTime> {
        let pauses = self.suspensions.iter().flat_map(|pause| [Some(pause.suspended), pause.resumed]);
        std::iter::once(Some(self.opened)).chain(pauses).chain([self.adjourned]).flatten()
    }

    pub(super) fn check(&self) -> Result<(), RowError> {
        let goes_on =
            self.suspensions.split_last().is_none_or(|(_, rest)| rest.iter().all(|one| one.resumed.is_some()));
        let is_ordered = self.times().zip(self.times().skip(1)).all(|(one, next)| one < next);
        if !goes_on || !is_ordered {
            Err(RowError::HeldOutOfOrder)
        } else if self.latest().mins_since(self.opened) > Length::MAX.mins()
            || self.suspensions.len() > Self::MOST_SUSPENSIONS
        {
            Err(RowError::HeldTooLong)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(clock: &str) -> CivilTime {
        format!("2025-11-20T{clock}").parse().unwrap()
    }

    #[test]
    fn a_meeting_sits_between_what_its_chair_says() {
        let mut held = Held::since(at("10:07"));
        for (step, clock) in [(HeldStep::Suspend, "10:45"), (HeldStep::Resume, "11:02"), (HeldStep::Suspend, "11:30")] {
            held = held.after(step, at(clock)).unwrap();
        }
        assert_eq!(held.stage(), Stage::Suspended);
        let both = [(at("10:07"), Some(at("10:45"))), (at("11:02"), Some(at("11:30")))];
        assert_eq!(held.sittings().collect::<Vec<_>>(), both);
        // Adjourned while it did not sit: it sat until it was suspended.
        let over = held.after(HeldStep::Adjourn, at("11:40")).unwrap();
        assert_eq!((over.stage(), over.sittings().collect::<Vec<_>>()), (Stage::Adjourned, both.to_vec()));
        let on = held.after(HeldStep::Resume, at("11:41")).unwrap();
        assert_eq!(on.sittings().last(), Some((at("11:41"), None)));
        assert_eq!(on.span(), Some(Span::new(at("10:07"), at("11:41"))));
    }

    #[test]
    fn what_does_not_follow_is_refused() {
        let open = Held::since(at("10:07"));
        for (step, clock) in [
            (HeldStep::Open, "10:08"),
            (HeldStep::Resume, "10:08"),
            (HeldStep::Suspend, "10:07"),
            (HeldStep::Adjourn, "09:00"),
        ] {
            assert_eq!(open.after(step, at(clock)), Err(RowError::HeldOutOfOrder), "{step:?} {clock}");
        }
        let over = open.after(HeldStep::Adjourn, at("11:00")).unwrap();
        assert_eq!(over.after(HeldStep::Suspend, at("11:30")), Err(RowError::HeldOutOfOrder));
        let late = at("10:07").plus_mins(Length::MAX.mins() + 1);
        assert_eq!(open.after(HeldStep::Adjourn, late), Err(RowError::HeldTooLong));
    }

    #[test]
    fn only_the_last_suspension_can_be_open() {
        let pause = |from: &str, to: Option<&str>| Suspension { suspended: at(from), resumed: to.map(at) };
        let held = |suspensions| Held { suspensions, ..Held::since(at("10:00")) };
        assert_eq!(held(vec![pause("10:30", None), pause("11:00", None)]).check(), Err(RowError::HeldOutOfOrder));
        assert_eq!(held(vec![pause("10:30", Some("10:30"))]).check(), Err(RowError::HeldOutOfOrder));
        assert_eq!(held(vec![pause("10:30", Some("10:31")), pause("11:00", None)]).check(), Ok(()));
        let many = (0..=i32::try_from(Held::MOST_SUSPENSIONS).unwrap()).map(|at_minute| Suspension {
            suspended: at("10:01").plus_mins(2 * at_minute),
            resumed: Some(at("10:02").plus_mins(2 * at_minute)),
        });
        assert_eq!(held(many.collect()).check(), Err(RowError::HeldTooLong));
    }
}
