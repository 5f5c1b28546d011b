//! After an event has got another zone: its times stay as they are written, and are offered to stay at their instants.

use super::Desk;
use crate::app::action::Message;
use crate::app::widget::zones::zone_name;
use crate::edit::zones::{ChangeZone, at_other_instants};
use crate::edit::{Command, Deed};
use crate::model::zone::Tz;
use crate::model::{Event, EventId, Patch, Session};
use crate::texts::{Value, tid};
use crate::workbench::{Change, Generation};

impl Desk {
    /// Says what another zone has done to the times of an event, and offers the other way.
    pub(super) fn tell_zone(&mut self, change: &Change) {
        if change.patch.header_change().is_some_and(|header| header.before.zone != header.after.zone) {
            // Where events move, too, it was said before what moves.
            if change.patch.changes::<Event>().next().is_none() {
                self.tell(tid("zone-of-plan"));
            }
            return;
        }
        let Some((event, before, after)) = changed_zone(&change.patch) else { return };
        if change.label.deed == Deed::ChangeZone {
            return self.tell_kept(change, after);
        }
        let cx = self.context();
        let sessions = cx.index().sessions_of(event);
        let timed = sessions.iter().filter_map(|&id| cx.plan.sessions().get(id));
        let (mut count, mut pinned) = (0_usize, 0_usize);
        for session in timed.filter(|session| session.placement.is_some()) {
            count += 1;
            pinned += usize::from(session.pinned);
        }
        if count == 0 {
            return;
        }
        let (before, after) = (zone_name(before), zone_name(after));
        let words = [
            ("count", Value::from(count)),
            ("pinned", Value::from(pinned)),
            ("before", Value::from(&before)),
            ("after", Value::from(&after)),
        ];
        let text = cx.texts.text_with("zone-as-written", &words);
        if is_only_zone(&change.patch) {
            let zone = cx.plan.events().get(event).map(|event| event.zone);
            let Some(command) = zone.map(|zone| ChangeZone::of_all(cx.plan, event, zone)) else { return };
            let command = Command::ChangeZone(Box::new(command));
            self.notices.offer_instead(text, (change.generation, tid("zone-keep-instants")), command);
        } else {
            self.notices.tell(Message { text, is_error: false });
        }
    }

    /// Says what was kept, and what could not be.
    fn tell_kept(&mut self, change: &Change, zone: Tz) {
        let cx = self.context();
        let count = change.patch.changes::<Session>().count();
        let mut before = cx.plan.clone();
        let others = match before.apply(&change.patch.inverse()) {
            Ok(()) => at_other_instants(&before, &change.patch).len(),
            Err(_) => 0,
        };
        let city = zone_name(zone);
        let words = [("count", Value::from(count)), ("city", Value::from(&city)), ("others", Value::from(others))];
        let text = cx.texts.text_with("zone-kept", &words);
        self.notices.tell(Message { text, is_error: false });
    }

    /// Takes the last step back and does something in its place, in one step.
    pub(super) fn perform_instead(&mut self, generation: Generation, command: &Command) {
        if self.opened.chosen.workbench.generation() != generation {
            return;
        }
        let Some(undone) = self.opened.chosen.workbench.undo() else { return };
        self.forget_gone(&undone);
        if self.perform(command).is_none() {
            // It was refused, and that is told; what was there before is there again.
            _ = self.opened.chosen.workbench.redo();
        }
    }
}

/// The one event whose zone a patch changes, with its zone before and after.
fn changed_zone(patch: &Patch) -> Option<(EventId, Tz, Tz)> {
    let mut changed = patch.changes::<Event>().filter_map(|(id, change)| {
        let (before, after) = (change.before.as_ref()?.zone, change.after.as_ref()?.zone);
        (before != after).then_some((id, before, after))
    });
    let first = changed.next()?;
    changed.next().is_none().then_some(first)
}

/// Whether a patch does nothing but give one event another zone.
fn is_only_zone(patch: &Patch) -> bool {
    let mut events = patch.changes::<Event>();
    let only_zone = events.next().is_some_and(|(_, change)| match (&change.before, &change.after) {
        (Some(before), Some(after)) => Event { zone: before.zone, ..Event::clone(after) } == **before,
        _ => false,
    });
    only_zone && patch.header_change().is_none() && patch.rows().count() == 1
}
