//! What the card of several sessions at one time says. Hundreds may be behind one card, so it is found out once for each
//! state of the plan.

use std::collections::HashMap;
use std::rc::Rc;

use super::cell::{Chip, GroupKey};
use super::words::RoomCodes;
use crate::app::context::ViewContext;
use crate::model::{Language, Session, SessionKind, Severity};
use crate::texts::Value;
use crate::workbench::Generation;

/// So many are named on a card and its tooltip.
pub const MOST_NAMED: usize = 8;
/// The rooms of so many sessions stand on a card: there is room for few.
const MOST_ROOMS: usize = 64;

/// What one card says.
#[derive(Debug)]
pub struct Group {
    /// "6 groups: ARB, EUR, ASP, AMS".
    pub name: String,
    /// The codes of their rooms.
    pub room: String,
    /// Their worst mark.
    pub worst: Severity,
}

/// What cards in sight said.
#[derive(Debug, Default)]
pub struct Groups {
    of: Option<(Generation, Language, Language)>,
    known: HashMap<GroupKey, Rc<Group>>,
}

impl Groups {
    /// What the card of these sessions says.
    pub fn say(&mut self, cx: &ViewContext<'_>, codes: &RoomCodes, (key, chips): (GroupKey, &[Chip])) -> Rc<Group> {
        let of = (cx.workbench.generation(), cx.texts.language(), cx.settings.title_language());
        if self.of != Some(of) {
            self.of = Some(of);
            self.known.clear();
        }
        Rc::clone(self.known.entry(key).or_insert_with(|| Rc::new(group(cx, codes, chips))))
    }
}

fn group(cx: &ViewContext<'_>, codes: &RoomCodes, chips: &[Chip]) -> Group {
    let marks = chips.iter().map(|chip| cx.workbench.checker().mark(chip.session));
    let mut rooms: Vec<_> = members(cx, &chips[..chips.len().min(MOST_ROOMS)])
        .flat_map(|session| session.rooms().iter().copied())
        .collect();
    rooms.sort_by_key(|&room| cx.index().room_place(room));
    rooms.dedup();
    Group { name: group_name(cx, chips), room: codes.of_all(&rooms), worst: marks.max().unwrap_or(Severity::Off) }
}

/// The sessions behind chips.
pub fn members<'a>(cx: &ViewContext<'a>, chips: &[Chip]) -> impl Iterator<Item = &'a Session> {
    let plan = cx.plan;
    chips.iter().filter_map(|chip| plan.sessions().get(chip.session)).map(|session| &**session)
}

/// "6 groups: ARB, EUR, ASP, AMS".
fn group_name(cx: &ViewContext<'_>, chips: &[Chip]) -> String {
    let kind = chips.first().map_or(SessionKind::Other.into(), |chip| chip.kind);
    let nature = members(cx, chips).next().map(|session| session.kind);
    let meets = matches!(
        nature,
        Some(
            SessionKind::WorkingGroup | SessionKind::AdHoc | SessionKind::Drafting | SessionKind::RegionalCoordination
        )
    );
    let code = |session: &Session| {
        let body = session.bodies.first().and_then(|&id| cx.plan.bodies().get(id));
        let code = body.map_or("", |body| cx.title(&body.code));
        // The part behind the hyphen tells siblings apart.
        let own = code.rsplit_once('-').filter(|_| code.chars().count() > 6).map_or(code, |(_, last)| last);
        own.to_owned()
    };
    let first = &chips[..chips.len().min(MOST_NAMED)];
    let mut codes: Vec<String> = members(cx, first).map(code).filter(|code| !code.is_empty()).collect();
    codes.dedup();
    let names = if codes.is_empty() { cx.kind_name(kind).to_owned() } else { codes.join(", ") };
    let id = if meets { "grid-groups" } else { "grid-sessions" };
    cx.texts.text_with(id, &[("count", Value::from(chips.len())), ("names", Value::from(&names))])
}
