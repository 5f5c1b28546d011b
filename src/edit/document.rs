//! The open plan with its history: the only thing that changes a plan.

use std::sync::Arc;

use crate::model::{Patch, PatchError, Plan, Referrers};

use super::command::{Command, Label};
use super::refusal::Refusal;
use super::resolve::{resolve, resolve_known};

/// One step of the history.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What it is called.
    pub label: Label,
    /// What it changed.
    pub patch: Arc<Patch>,
    /// Its number among all steps ever made, from 1 on; redo keeps it.
    pub number: u64,
}

/// A state of a document that can be told from all others of that document: the number of its last step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SavePoint(u64);

impl SavePoint {
    /// The state after the step of this number; 0 before the first.
    #[must_use]
    pub fn after(number: u64) -> Self {
        Self(number)
    }

    /// The number of the last step of that state.
    #[must_use]
    pub fn number(self) -> u64 {
        self.0
    }
}

/// A plan, every step that led to it, and every step taken back.
#[derive(Clone, Debug)]
pub struct Document {
    plan: Plan,
    done: Vec<Step>,
    undone: Vec<Step>,
    /// How many steps were ever made.
    made: u64,
    /// The state that is safe on disk.
    saved: SavePoint,
}

impl Document {
    /// A document that counts as saved, such as a file just opened.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        Self { plan, done: Vec::new(), undone: Vec::new(), made: 0, saved: SavePoint(0) }
    }

    /// The plan as it is.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Carries out `command` as one step. A command that changes nothing makes no step.
    ///
    /// # Errors
    /// A [`Refusal`]; the plan is then as it was.
    pub fn perform(&mut self, command: &Command) -> Result<Option<&Step>, Refusal> {
        let patch = resolve(&self.plan, command)?;
        let label = command.label(&self.plan);
        self.plan.apply(&patch)?;
        Ok(self.keep(label, patch))
    }

    /// The same, where somebody knows who refers to whom in the plan as it is: nothing is looked for then.
    ///
    /// # Errors
    /// As [`Self::perform`].
    pub fn perform_known(&mut self, command: &Command, referrers: &dyn Referrers) -> Result<Option<&Step>, Refusal> {
        let patch = resolve_known(&self.plan, referrers, command)?;
        let label = command.label(&self.plan);
        self.plan.apply_known(&patch, referrers)?;
        Ok(self.keep(label, patch))
    }

    /// Keeps a patch that has been applied as a step; an empty one is none.
    fn keep(&mut self, label: Label, patch: Patch) -> Option<&Step> {
        if patch.is_empty() {
            return None;
        }
        self.undone.clear();
        self.made += 1;
        self.done.push(Step { label, patch: Arc::new(patch), number: self.made });
        self.done.last()
    }

    /// Makes a step as it was made before, such as one out of a journal. Its number is higher than all before it.
    ///
    /// # Errors
    /// A [`PatchError`], with the plan unchanged, when the step does not fit.
    pub fn make_again(&mut self, step: Step) -> Result<(), PatchError> {
        self.plan.apply(&step.patch)?;
        self.undone.clear();
        self.made = self.made.max(step.number);
        self.done.push(step);
        Ok(())
    }

    /// Takes the last step back and returns it.
    pub fn undo(&mut self) -> Option<&Step> {
        let step = self.done.pop()?;
        self.plan.replace(&step.patch.inverse());
        self.undone.push(step);
        self.undone.last()
    }

    /// Does the step that was last taken back again and returns it.
    pub fn redo(&mut self) -> Option<&Step> {
        let step = self.undone.pop()?;
        self.plan.replace(&step.patch);
        self.done.push(step);
        self.done.last()
    }

    /// The steps that can be taken back, the latest last.
    #[must_use]
    pub fn done(&self) -> &[Step] {
        &self.done
    }

    /// The steps that can be done again, the next one last.
    #[must_use]
    pub fn undone(&self) -> &[Step] {
        &self.undone
    }

    /// The state of the plan, for whoever is about to save it.
    #[must_use]
    pub fn save_point(&self) -> SavePoint {
        SavePoint(self.done.last().map_or(0, |step| step.number))
    }

    /// Whether the plan differs from what was last saved.
    #[must_use]
    pub fn is_modified(&self) -> bool {
        self.saved != self.save_point()
    }

    /// Notes that no state of the plan is on disk.
    pub fn mark_unsaved(&mut self) {
        // No step has this number.
        self.saved = SavePoint(u64::MAX);
    }

    /// Notes that the plan as it was at `point` is safe on disk. It may have changed meanwhile.
    pub fn mark_saved(&mut self, point: SavePoint) {
        self.saved = point;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{AnyRow, Deed};
    use crate::model::zone::Tz;
    use crate::model::{
        Event, EventDates, EventKind, Header, Length, Placement, Room, RowError, RowId, RowKind, Session, SessionKind,
        Waiver,
    };

    fn placement(start: &str, room: &str) -> Placement {
        Placement { start: start.parse().unwrap(), length: Length::HOUR, rooms: vec![room.parse().unwrap()] }
    }

    /// One event, rooms A and B, session S01 placed in A, S02 in the tray.
    fn document() -> Document {
        let mut document = Document::new(Plan::new(Header::in_zone(Tz::Asia__Baku)));
        let day = "2025-11-17".parse().unwrap();
        let event = Event {
            title: "Event".into(),
            ..Event::new("E".parse().unwrap(), EventKind::Conference, EventDates::day(day), Tz::Asia__Baku)
        };
        document.perform(&Command::Put(AnyRow::Event(Box::new(event)))).unwrap();
        for name in ["A", "B"] {
            let room = Room::new(name.parse().unwrap(), name.into());
            document.perform(&Command::Put(AnyRow::Room(Box::new(room)))).unwrap();
        }
        for (id, placement) in [("S01", Some(placement("2025-11-17T09:30", "A"))), ("S02", None)] {
            let mut session = Session::new(id.parse().unwrap(), "E".parse().unwrap(), SessionKind::Plenary);
            session.placement = placement;
            document.perform(&Command::Create(Box::new(session))).unwrap();
        }
        document.mark_saved(document.save_point());
        document
    }

    fn place(id: &str, start: &str, room: &str) -> Command {
        Command::Place(vec![(id.parse().unwrap(), placement(start, room))])
    }

    #[test]
    fn undoing_everything_and_redoing_it_gives_both_plans_back() {
        let mut document = document();
        let before = document.plan().clone();
        let saved = document.done().len();
        document.perform(&place("S01", "2025-11-17T11:15", "B")).unwrap();
        document.perform(&Command::Duplicate(vec![("S01".parse().unwrap(), None)])).unwrap();
        document.perform(&Command::Remove(vec![RowId::Room("B".parse().unwrap())])).unwrap();
        let after = document.plan().clone();
        assert!(document.is_modified());
        for _ in 0..3 {
            document.undo();
        }
        assert_eq!((document.plan(), document.done().len(), document.is_modified()), (&before, saved, false));
        while document.redo().is_some() {}
        assert_eq!(document.plan(), &after);
    }

    #[test]
    fn a_pinned_session_stays_by_whatever_way_it_is_to_move_or_go() {
        let mut document = document();
        let (id, waiting) = ("S01".parse().unwrap(), "S02".parse().unwrap());
        let slot = placement("2025-11-17T14:30", "B");
        document.perform(&Command::Place(vec![(waiting, slot.clone())])).unwrap();
        document.perform(&Command::Pin(vec![id], true)).unwrap();
        let pinned = (**document.plan().sessions().get(id).unwrap()).clone();
        let moved = Session { placement: Some(slot.clone()), ..pinned.clone() };
        let mut patch = Patch::default();
        patch.put(document.plan(), moved.clone());
        let put = |row: &Session| AnyRow::Session(Box::new(row.clone()));
        let commands = [
            place("S01", "2025-11-17T11:15", "B"),
            Command::Place(vec![(id, slot.clone()), (waiting, slot)]),
            Command::Unschedule(vec![id]),
            Command::Remove(vec![id.into()]),
            Command::Remove(vec![RowId::Event("E".parse().unwrap())]),
            Command::Remove(vec![RowId::Room("A".parse().unwrap())]),
            Command::Swap(waiting, id),
            Command::ShiftEvent("E".parse().unwrap(), 1),
            Command::Put(put(&moved)),
            Command::Put(put(&Session { pinned: false, ..moved.clone() })),
            Command::PutMany(vec![put(&Session { title: "Named".into(), ..pinned.clone() }), put(&moved)]),
            Command::Take(Box::new(patch)),
        ];
        for command in commands {
            assert_eq!(document.perform(&command), Err(Refusal::Pinned(id)), "{command:?}");
        }
        assert_eq!(document.perform(&place("S01", "2025-11-17T09:30", "A")), Ok(None), "staying is no move");
    }

    #[test]
    fn a_pinned_session_without_a_place_can_be_given_one() {
        let mut document = document();
        let id = "S02".parse().unwrap();
        document.perform(&Command::Pin(vec![id], true)).unwrap();
        assert!(document.perform(&place("S02", "2025-11-17T11:15", "B")).unwrap().is_some());
        assert_eq!(document.perform(&place("S02", "2025-11-17T12:15", "B")), Err(Refusal::Pinned(id)));
    }

    /// What the step is called that changes S01 like this.
    fn deed(change: impl FnOnce(&mut Session)) -> Deed {
        let mut document = document();
        let before = Arc::clone(document.plan().sessions().get("S01".parse().unwrap()).unwrap());
        let mut after = (*before).clone();
        change(&mut after);
        document.perform(&Command::change(&before, after)).unwrap().unwrap().label.deed
    }

    #[test]
    fn a_session_edit_is_called_what_it_is() {
        fn at(session: &mut Session) -> &mut Placement {
            session.placement.as_mut().unwrap()
        }
        assert_eq!(deed(|session| at(session).start = at(session).start.plus_mins(15)), Deed::Move);
        assert_eq!(deed(|session| at(session).rooms.clear()), Deed::Move);
        assert_eq!(deed(|session| at(session).length = Length::MIN), Deed::Resize);
        let pulled = |session: &mut Session| {
            at(session).start = at(session).start.plus_mins(15);
            at(session).length = Length::clamped(45);
        };
        assert_eq!(deed(pulled), Deed::Resize, "by its start");
        assert_eq!(deed(Session::unschedule), Deed::Unschedule);
        assert_eq!(deed(|session| session.pinned = true), Deed::Pin);
        assert_eq!(deed(|session| session.webcast = true), Deed::Edit(RowKind::Session));
        let both = |session: &mut Session| {
            session.pinned = true;
            session.placement = None;
        };
        assert_eq!(deed(both), Deed::Edit(RowKind::Session), "two things at once are no move and no pin");
        let mut document = document();
        assert_eq!(
            document.perform(&place("S02", "2025-11-17T14:30", "B")).unwrap().unwrap().label.deed,
            Deed::Schedule
        );
    }

    #[test]
    fn a_command_without_effect_makes_no_step() {
        let mut document = document();
        let steps = document.done().len();
        assert_eq!(document.perform(&place("S01", "2025-11-17T09:30", "A")), Ok(None));
        assert_eq!((document.done().len(), document.is_modified()), (steps, false));
    }

    #[test]
    fn a_removed_room_leaves_no_reference_and_a_removed_event_takes_its_sessions() {
        let mut document = document();
        document.perform(&Command::Remove(vec![RowId::Room("A".parse().unwrap())])).unwrap();
        assert!(document.plan().sessions().iter().all(|session| session.rooms().is_empty()));
        document.perform(&Command::Remove(vec![RowId::Event("E".parse().unwrap())])).unwrap();
        assert!(document.plan().sessions().is_empty());
    }

    #[test]
    fn dangling_references_are_refused_and_change_nothing() {
        let mut document = document();
        let before = document.plan().clone();
        let refusal = document.perform(&place("S01", "2025-11-17T09:30", "nowhere")).unwrap_err();
        let (row, target) = (RowId::Session("S01".parse().unwrap()), RowId::Room("nowhere".parse().unwrap()));
        assert_eq!(refusal, PatchError::Dangling { row, target }.into());
        assert_eq!(document.plan(), &before);
    }

    #[test]
    fn an_event_moves_with_its_sessions() {
        let mut document = document();
        document.perform(&Command::ShiftEvent("E".parse().unwrap(), 14)).unwrap();
        let session = document.plan().sessions().get("S01".parse().unwrap()).unwrap();
        assert_eq!(session.span().unwrap().start.to_string(), "2025-12-01T09:30");
        assert_eq!(document.done().last().unwrap().label.deed, Deed::ShiftEvent);
        assert_eq!(document.perform(&Command::ShiftEvent("E".parse().unwrap(), i32::MAX)), Err(Refusal::OutOfRange));
    }

    #[test]
    fn a_proposed_patch_is_taken_as_one_step_and_only_by_the_plan_it_was_made_for() {
        let mut document = document();
        let id = "S01".parse().unwrap();
        let proposed = resolve(document.plan(), &place("S01", "2025-11-17T11:15", "B")).unwrap();
        let take = Command::Take(Box::new(proposed));
        let before = document.plan().clone();
        let step = document.perform(&take).unwrap().unwrap();
        assert_eq!((step.label.deed, step.label.count), (Deed::Take, 1));
        assert_eq!(document.perform(&take), Err(Refusal::Patch(PatchError::Changed(RowId::Session(id)))));
        document.undo();
        assert_eq!(document.plan(), &before);

        document.perform(&Command::Pin(vec![id], true)).unwrap();
        let pinned = (**document.plan().sessions().get(id).unwrap()).clone();
        let mut moves = Patch::default();
        moves.put(document.plan(), Session { placement: None, ..pinned.clone() });
        assert_eq!(document.perform(&Command::Take(Box::new(moves))), Err(Refusal::Pinned(id)));
        let mut renames = Patch::default();
        renames.put(document.plan(), Session { title: "Named".into(), ..pinned });
        assert!(document.perform(&Command::Take(Box::new(renames))).unwrap().is_some(), "a title is no placement");
        let mut far = Patch::default();
        let end = Placement { start: crate::model::CivilTime::MAX, ..placement("2025-11-17T09:30", "A") };
        far.put(
            document.plan(),
            Session {
                placement: Some(end),
                ..Session::new("S03".parse().unwrap(), "E".parse().unwrap(), SessionKind::Other)
            },
        );
        assert_eq!(document.perform(&Command::Take(Box::new(far))), Err(Refusal::OutOfRange));
    }

    #[test]
    fn a_waiver_needs_a_reason_and_goes_with_its_sessions() {
        let mut document = document();
        let mut waiver = Waiver {
            id: "W01".parse().unwrap(),
            rule: "room-taken-twice".parse().unwrap(),
            sessions: vec!["S01".parse().unwrap(), "S02".parse().unwrap()],
            facts: "A".to_owned(),
            reason: " ".to_owned(),
        };
        let refusal = document.perform(&Command::Put(AnyRow::Waiver(Box::new(waiver.clone())))).unwrap_err();
        let row = RowId::Waiver("W01".parse().unwrap());
        assert_eq!(refusal, PatchError::Impossible { row, why: RowError::NoReason }.into());
        waiver.reason = "they share the hall".to_owned();
        let put = Command::Put(AnyRow::Waiver(Box::new(waiver)));
        for removed in [RowId::Session("S02".parse().unwrap()), RowId::Event("E".parse().unwrap())] {
            document.perform(&put).unwrap();
            document.perform(&Command::Remove(vec![removed])).unwrap();
            assert!(document.plan().waivers().is_empty());
            document.undo();
            document.undo();
        }
    }

    #[test]
    fn swapping_keeps_lengths() {
        let mut document = document();
        let mut other = placement("2025-11-17T14:30", "B");
        other.length = Length::clamped(75);
        document.perform(&Command::Place(vec![("S02".parse().unwrap(), other)])).unwrap();
        document.perform(&Command::Swap("S01".parse().unwrap(), "S02".parse().unwrap())).unwrap();
        let placed = |id: &str| document.plan().sessions().get(id.parse().unwrap()).unwrap().placement.clone().unwrap();
        assert_eq!(placed("S01"), placement("2025-11-17T14:30", "B"));
        assert_eq!((placed("S02").start.to_string(), placed("S02").length.mins()), ("2025-11-17T09:30".into(), 75));
    }

    #[test]
    fn saved_state_is_lost_when_its_future_is_overwritten() {
        let mut document = document();
        document.perform(&place("S01", "2025-11-17T11:15", "B")).unwrap();
        document.mark_saved(document.save_point());
        document.undo();
        assert!(document.is_modified());
        document.perform(&place("S01", "2025-11-17T12:00", "B")).unwrap();
        assert!(document.is_modified(), "as many steps as when saved, but others");
    }

    #[test]
    fn what_is_done_while_a_file_is_written_counts_as_unsaved() {
        let mut document = document();
        document.perform(&place("S01", "2025-11-17T11:15", "B")).unwrap();
        let point = document.save_point();
        document.perform(&place("S01", "2025-11-17T12:00", "B")).unwrap();
        document.mark_saved(point);
        assert!(document.is_modified());
        document.undo();
        assert!(!document.is_modified(), "that is what was written");
        document.undo();
        document.perform(&place("S01", "2025-11-17T12:00", "B")).unwrap();
        assert!(document.is_modified(), "as many steps, but others");
    }
}
