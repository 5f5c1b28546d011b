//! What steps are called, in words that stay the same from version to version.

use crate::edit::agenda::AgendaDeed;
use crate::edit::podium::PodiumDeed;
use crate::edit::requests::RequestDeed;
use crate::edit::roster::RosterDeed;
use crate::edit::statements::ListDeed;
use crate::edit::{Deed, Label};
use crate::model::{HeldStep, ReleaseStage, RowKind};
use crate::store::journal;

/// A label as a journal has it.
#[must_use]
pub fn word(label: &Label) -> journal::Label {
    journal::Label { deed: deed_word(label.deed), title: label.title.clone(), count: label.count }
}

/// What a label in a journal says. A later version may know other deeds: those have changed the plan somehow.
#[must_use]
pub fn label_of(label: &journal::Label) -> Label {
    let deed = all().find(|&deed| deed_word(deed) == label.deed).unwrap_or(Deed::EditPlan);
    Label { deed, title: label.title.clone(), count: label.count }
}

fn deed_word(deed: Deed) -> String {
    let word = match deed {
        Deed::Move => "move",
        Deed::Resize => "resize",
        Deed::Schedule => "schedule",
        Deed::Unschedule => "unschedule",
        Deed::Create => "create",
        Deed::Duplicate => "duplicate",
        Deed::Remove(kind) => return format!("remove {}", kind_word(kind)),
        Deed::Pin => "pin",
        Deed::Unpin => "unpin",
        Deed::Hold(HeldStep::Open) => "open",
        Deed::Hold(HeldStep::Suspend) => "suspend",
        Deed::Hold(HeldStep::Resume) => "resume",
        Deed::Hold(HeldStep::Adjourn) => "adjourn",
        Deed::Swap => "swap",
        Deed::ShiftEvent => "shift event",
        Deed::MoveDates => "move dates",
        Deed::ChangeZone => "change zone",
        Deed::OrderRoom => "order room",
        Deed::Edit(kind) => return format!("edit {}", kind_word(kind)),
        Deed::Add(kind) => return format!("add {}", kind_word(kind)),
        Deed::EditPlan => "edit plan",
        Deed::Release(ReleaseStage::Draft) => "release",
        Deed::Release(ReleaseStage::Submitted) => "submit release",
        Deed::Release(ReleaseStage::Approved) => "approve release",
        Deed::Release(ReleaseStage::Issued) => "issue release",
        Deed::Agenda(AgendaDeed::Add) => "add to agenda",
        Deed::Agenda(AgendaDeed::Order) => "order agenda",
        Deed::Agenda(AgendaDeed::Move) => "move item",
        Deed::Agenda(AgendaDeed::SplitOff) => "split agenda",
        Deed::Agenda(AgendaDeed::Join) => "join agenda",
        Deed::Agenda(AgendaDeed::Adopt) => "adopt agenda",
        Deed::Agenda(AgendaDeed::Reopen) => "reopen agenda",
        Deed::Agenda(AgendaDeed::Defer) => "defer item",
        Deed::Agenda(AgendaDeed::Gather) => "gather agenda",
        Deed::Agenda(AgendaDeed::Fit) => "fit agenda",
        Deed::List(ListDeed::Fill) => "fill list",
        Deed::List(ListDeed::Give) => "give place",
        Deed::List(ListDeed::TakeOff) => "take off list",
        Deed::List(ListDeed::Swap) => "swap statements",
        Deed::Roster(RosterDeed::Give) => "give to team",
        Deed::Roster(RosterDeed::TakeAway) => "take from team",
        Deed::Roster(RosterDeed::Fill) => "fill roster",
        Deed::Podium(PodiumDeed::Open) => "open podium",
        Deed::Podium(PodiumDeed::Speak) => "speak",
        Deed::Podium(PodiumDeed::End) => "end statement",
        Deed::Podium(PodiumDeed::Restart) => "restart clock",
        Deed::Podium(PodiumDeed::Extend) => "extend statement",
        Deed::Podium(PodiumDeed::Swap) => "swap at podium",
        Deed::Podium(PodiumDeed::Limit) => "limit statements",
        Deed::Podium(PodiumDeed::Pause) => "pause podium",
        Deed::Podium(PodiumDeed::Resume) => "resume podium",
        Deed::Podium(PodiumDeed::NotPresent) => "not present",
        Deed::Podium(PodiumDeed::MoveOn) => "move on",
        Deed::Podium(PodiumDeed::Close) => "close podium",
        Deed::Request(RequestDeed::Accept) => "accept request",
        Deed::Request(RequestDeed::Decline) => "decline request",
        Deed::Request(RequestDeed::Withdraw) => "withdraw request",
        Deed::Request(RequestDeed::Reopen) => "reopen request",
        Deed::ReleaseBack => "release back",
        Deed::Cancel => "cancel",
        Deed::Take => "take",
        Deed::BringBack => "bring back",
        Deed::Merge => "merge",
        Deed::Import => "import",
    };
    word.to_owned()
}

fn kind_word(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Kind => "kind",
        RowKind::Field => "field",
        RowKind::Rank => "rank",
        RowKind::Event => "event",
        RowKind::Body => "body",
        RowKind::Room => "room",
        RowKind::Person => "person",
        RowKind::Topic => "topic",
        RowKind::Document => "document",
        RowKind::Session => "session",
        RowKind::Statement => "statement",
        RowKind::Item => "item",
        RowKind::Post => "post",
        RowKind::Team => "team",
        RowKind::Delegate => "delegate",
        RowKind::RoomRequest => "room request",
        RowKind::Note => "note",
        RowKind::Rule => "rule",
        RowKind::Waiver => "waiver",
        RowKind::Release => "release",
        RowKind::Record => "record",
        RowKind::Comment => "comment",
    }
}

/// What comes after a deed in the list of them all; a new one is forgotten neither here nor above.
fn next(deed: Deed) -> Option<Deed> {
    Some(match deed {
        Deed::Move => Deed::Resize,
        Deed::Resize => Deed::Schedule,
        Deed::Schedule => Deed::Unschedule,
        Deed::Unschedule => Deed::Create,
        Deed::Create => Deed::Duplicate,
        Deed::Duplicate => Deed::Pin,
        Deed::Pin => Deed::Unpin,
        Deed::Unpin => Deed::Hold(HeldStep::Open),
        Deed::Hold(HeldStep::Open) => Deed::Hold(HeldStep::Suspend),
        Deed::Hold(HeldStep::Suspend) => Deed::Hold(HeldStep::Resume),
        Deed::Hold(HeldStep::Resume) => Deed::Hold(HeldStep::Adjourn),
        Deed::Hold(HeldStep::Adjourn) => Deed::Swap,
        Deed::Swap => Deed::ShiftEvent,
        Deed::ShiftEvent => Deed::MoveDates,
        Deed::MoveDates => Deed::ChangeZone,
        Deed::ChangeZone => Deed::OrderRoom,
        Deed::OrderRoom => Deed::EditPlan,
        Deed::EditPlan => Deed::Take,
        Deed::Take => Deed::BringBack,
        Deed::BringBack => Deed::Merge,
        Deed::Merge => Deed::Import,
        Deed::Import => Deed::ReleaseBack,
        Deed::ReleaseBack => Deed::Cancel,
        Deed::Cancel => Deed::Agenda(AgendaDeed::ALL[0]),
        Deed::Agenda(deed) => {
            let at = AgendaDeed::ALL.iter().position(|&other| other == deed)?;
            AgendaDeed::ALL.get(at + 1).map_or(Deed::List(ListDeed::ALL[0]), |&deed| Deed::Agenda(deed))
        }
        Deed::List(deed) => {
            let at = ListDeed::ALL.iter().position(|&other| other == deed)?;
            ListDeed::ALL.get(at + 1).map_or(Deed::Roster(RosterDeed::ALL[0]), |&deed| Deed::List(deed))
        }
        Deed::Roster(deed) => {
            let at = RosterDeed::ALL.iter().position(|&other| other == deed)?;
            RosterDeed::ALL.get(at + 1).map_or(Deed::Podium(PodiumDeed::ALL[0]), |&deed| Deed::Roster(deed))
        }
        Deed::Podium(deed) => {
            let at = PodiumDeed::ALL.iter().position(|&other| other == deed)?;
            PodiumDeed::ALL.get(at + 1).map_or(Deed::Request(RequestDeed::ALL[0]), |&deed| Deed::Podium(deed))
        }
        Deed::Request(deed) => {
            let at = RequestDeed::ALL.iter().position(|&other| other == deed)?;
            RequestDeed::ALL.get(at + 1).map_or(Deed::Release(ReleaseStage::Draft), |&deed| Deed::Request(deed))
        }
        Deed::Release(stage) => stage.next().map_or(Deed::Remove(RowKind::Kind), Deed::Release),
        Deed::Remove(kind) => next_kind(kind).map_or(Deed::Edit(RowKind::Kind), Deed::Remove),
        Deed::Edit(kind) => next_kind(kind).map_or(Deed::Add(RowKind::Kind), Deed::Edit),
        Deed::Add(kind) => Deed::Add(next_kind(kind)?),
    })
}

fn next_kind(kind: RowKind) -> Option<RowKind> {
    Some(match kind {
        RowKind::Kind => RowKind::Field,
        RowKind::Field => RowKind::Rank,
        RowKind::Rank => RowKind::Event,
        RowKind::Event => RowKind::Body,
        RowKind::Body => RowKind::Room,
        RowKind::Room => RowKind::Person,
        RowKind::Person => RowKind::Topic,
        RowKind::Topic => RowKind::Document,
        RowKind::Document => RowKind::Session,
        RowKind::Session => RowKind::Statement,
        RowKind::Statement => RowKind::Item,
        RowKind::Item => RowKind::Post,
        RowKind::Post => RowKind::Team,
        RowKind::Team => RowKind::Delegate,
        RowKind::Delegate => RowKind::RoomRequest,
        RowKind::RoomRequest => RowKind::Note,
        RowKind::Note => RowKind::Rule,
        RowKind::Rule => RowKind::Waiver,
        RowKind::Waiver => RowKind::Release,
        RowKind::Release => RowKind::Record,
        RowKind::Record => RowKind::Comment,
        RowKind::Comment => return None,
    })
}

fn all() -> impl Iterator<Item = Deed> {
    std::iter::successors(Some(Deed::Move), |&deed| next(deed))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::model::LocalText;

    #[test]
    fn every_deed_has_a_word_of_its_own_and_comes_back() {
        let deeds: Vec<Deed> = all().collect();
        assert_eq!(deeds.len(), 61 + 3 * 22);
        assert_eq!(deeds.iter().map(|&deed| deed_word(deed)).collect::<HashSet<_>>().len(), deeds.len());
        for deed in deeds {
            let label = Label { deed, title: LocalText::from("Opening"), count: 2 };
            assert_eq!(label_of(&word(&label)), label);
        }
        let newer = journal::Label { deed: "sing".to_owned(), title: LocalText::default(), count: 1 };
        assert_eq!(label_of(&newer).deed, Deed::EditPlan);
    }
}
