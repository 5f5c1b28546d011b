//! An interpreted session in a room with too few booths.

use crate::model::{Room, RoomId, Severity};

use super::super::facts::Entry;
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rows::Slot;
use super::super::rule::{Against, Case, Judge, Report, Rule, row};

pub(super) const RULE: Rule = Rule {
    name: "booths",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Placed(judge),
    obstacles: Some(Against::InRoom(obstacles)),
};

/// One room with enough booths serves a session; the others may be overflow rooms.
fn most_booths<'a>(case: &Case<'a>, rooms: &'a [RoomId]) -> Option<&'a Room> {
    case.rooms(rooms).max_by_key(|room| if room.is_virtual { u8::MAX } else { room.booths })
}

fn judge(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    let languages = usize::from(entry.languages);
    if languages < 2 {
        return;
    }
    let Some(room) = most_booths(case, entry.session.rooms()) else { return };
    if !room.is_virtual && usize::from(room.booths) < languages {
        let values = vec![
            ("room", row(room.id)),
            ("booths", Value::Count(i32::from(room.booths))),
            ("languages", Value::Count(i32::try_from(languages).unwrap_or(i32::MAX))),
        ];
        report.add("finding-booths", vec![entry.slot], values);
    }
}

fn obstacles(_: &Case<'_>, moving: &Moving, (_, room): (Slot<Room>, &Room), out: &mut Obstacles) {
    let languages = moving.session.languages.len();
    // A session of several rooms is not judged by one of them.
    let is_judged = languages > 1 && moving.session.rooms().len() < 2;
    if is_judged && !room.is_virtual && usize::from(room.booths) < languages {
        out.never();
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{NONE, committee, is_quiet_when_off, is_reported, plan, reports, room, with};
    use crate::model::Room;

    #[test]
    fn as_many_booths_as_languages() {
        let in_room = |room, languages| [committee("S1", "COM3").at("19T10:00", 60).languages(languages).room(room)];
        for (room, languages, told) in [
            ("hall", 6, false),
            ("b", 6, true),
            ("b", 2, true),
            ("b", 1, false),
            ("b", 0, false),
            ("lobby", 2, true),
            ("net", 6, false),
        ] {
            assert_eq!(is_reported("booths", in_room(room, languages)), told, "{room} {languages}");
        }
        let four = with(plan(in_room("b", 5)), Room { booths: 4, ..room("b", 4, None) });
        assert_eq!(reports("booths", &four), [["S1"]]);
        assert_eq!(reports("booths", &with(four.clone(), room("b", 5, None))), NONE);
        assert!(is_quiet_when_off("booths", &four));
    }

    #[test]
    fn one_room_with_booths_is_enough_and_no_room_is_not_judged() {
        let sits = || committee("S1", "COM3").at("19T10:00", 60).languages(6);
        assert!(!is_reported("booths", [sits().room("b").room("a")]));
        assert!(!is_reported("booths", [sits().room("b").room("net")]));
        assert!(is_reported("booths", [sits().room("b").room("lobby")]));
        assert!(!is_reported("booths", [sits()]));
        assert!(!is_reported("booths", [sits().room("b").cancelled()]));
    }
}
