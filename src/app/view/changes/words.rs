//! What a change was and is, in a few words.

use crate::app::context::ViewContext;
use crate::app::phrases;
use crate::merge::{Comparison, Deed, FieldChange, Part, Turn};
use crate::model::{ChangedPart, Placement, Plan, RoomId, Session};
use crate::texts::dates;
use crate::texts::differences::{NOTHING, Side, Told};

use super::lines::{Line, session_of};

/// The words of a change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The code of the body that meets, where it is a meeting.
    pub code: String,
    /// What is changed.
    pub what: String,
    /// How it was.
    pub was: String,
    /// How it is.
    pub is: String,
}

/// The words of a line. `earlier` is the plan that the open one is compared with.
#[must_use]
pub fn words(cx: &ViewContext<'_>, found: &Comparison, earlier: &Plan, line: &Line) -> Words {
    let told = Told::new(cx.texts, earlier, cx.plan);
    let row = &found.rows[line.row];
    let Some((_, change)) = session_of(found, line.row) else {
        let (was, is) = match row.deed {
            Deed::New => (NOTHING.to_owned(), told.deed(row).to_owned()),
            Deed::Removed => (NOTHING.to_owned(), told.deed(row).to_owned()),
            Deed::Changed => fields(&told, &row.fields.iter().collect::<Vec<_>>()),
        };
        return Words { code: String::new(), what: told.subject(row.subject), was, is };
    };
    let (before, after) = (change.before.as_deref(), change.after.as_deref());
    let session = after.or(before);
    let body = session.and_then(|session| cx.plan.bodies().get(*session.bodies.first()?));
    let code = body.map_or(String::new(), |body| cx.title(&body.code).to_owned());
    let mut what = session.map_or_else(String::new, |session| cx.session_title(session).to_owned());
    let at = |row: Option<&Session>| row.and_then(|row| row.placement.clone());
    let (from, to) = (at(before), at(after));
    let days_differ = from.as_ref().map(|at| at.start.date()) != to.as_ref().map(|at| at.start.date());
    let waits = || cx.text("session-unscheduled").to_owned();
    let place = |at: &Option<Placement>| at.as_ref().map_or_else(waits, |at| place(cx, at, true));
    let (was, is) = match (line.part, row.turn) {
        (_, Some(Turn::New)) => (cx.text("changes-not-there").to_owned(), place(&to)),
        (_, Some(Turn::Removed | Turn::Cancelled)) => (place(&from), told.deed(row).to_owned()),
        (_, Some(Turn::Revived)) => (cx.text("status-cancelled").to_owned(), place(&to)),
        (ChangedPart::Time, _) => {
            let time = |at: &Option<Placement>| at.as_ref().map_or_else(waits, |at| time(cx, at, days_differ));
            (time(&from), time(&to))
        }
        (ChangedPart::Rooms, _) => {
            let rooms = |at: &Option<Placement>| at.as_ref().map_or_else(String::new, |at| rooms(cx, &at.rooms));
            (rooms(&from), rooms(&to))
        }
        (ChangedPart::Session, _) => {
            let is_said = |field: &&FieldChange| {
                !matches!(row.turn, Some(Turn::Moved { .. })) || !matches!(field.spot.part, Part::Time | Part::Rooms)
            };
            let changed: Vec<_> = row.fields.iter().filter(is_said).collect();
            if let [only] = changed.as_slice() {
                what = format!("{what}: {}", told.field(&only.spot));
            }
            fields(&told, &changed)
        }
    };
    Words { code, what, was, is }
}

/// Of one field what stood and stands in it, of several what they are called.
fn fields(told: &Told<'_>, changed: &[&FieldChange]) -> (String, String) {
    match changed {
        [only] => (told.shown(&only.before, Side::Before), told.shown(&only.after, Side::After)),
        several => {
            let names: Vec<String> = several.iter().map(|field| told.field(&field.spot)).collect();
            (String::new(), names.join(", "))
        }
    }
}

fn time(cx: &ViewContext<'_>, at: &Placement, with_day: bool) -> String {
    let clock = format!("{}–{}", at.start.clock(), at.end().clock());
    if with_day { format!("{} {clock}", dates::day_short(cx.texts, at.start.date())) } else { clock }
}

fn place(cx: &ViewContext<'_>, at: &Placement, with_rooms: bool) -> String {
    let time = time(cx, at, false);
    if with_rooms && !at.rooms.is_empty() { format!("{time}, {}", rooms(cx, &at.rooms)) } else { time }
}

fn rooms(cx: &ViewContext<'_>, ids: &[RoomId]) -> String {
    if ids.is_empty() {
        return NOTHING.to_owned();
    }
    ids.iter().map(|&id| phrases::row_title(cx, id.into())).collect::<Vec<_>>().join(", ")
}
