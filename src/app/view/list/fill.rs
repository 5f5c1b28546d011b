//! Giving sessions in one column what another session has there.

use crate::edit::placing;
use crate::model::{CivilTime, Plan, Session};

use super::columns::Column;

/// Whether cells of a column can have what another one has. Each meeting has a number of its own.
#[must_use]
pub fn fills(plan: &Plan, column: Column) -> bool {
    column != Column::Meeting && column.editor(plan).is_some()
}

/// Gives `to` what `from` has in a column; nothing where the column can not be filled. Of a session that waits, what is
/// wished for is filled down.
pub fn copy(plan: &Plan, column: Column, from: &Session, to: &mut Session) {
    let minute = |time: CivilTime| u16::try_from(time.minute_of_day()).unwrap_or_default();
    match (column, &from.placement) {
        (Column::Own(field), _) => to.own.set(field, from.own.get(field).cloned()),
        (Column::Title, _) => to.title = from.title.clone(),
        (Column::Kind, _) => to.call(plan, from.called()),
        (Column::Status, _) => to.status = from.status,
        (Column::Event, _) => to.event = from.event,
        (Column::Body, _) => to.bodies = from.bodies.clone(),
        (Column::Languages, _) => to.languages = from.languages,
        (Column::People, _) => to.people = from.people.clone(),
        (Column::Topics, _) => to.topics = from.topics.clone(),
        (Column::Documents, _) => to.documents = from.documents.clone(),
        (Column::Attendance, _) => to.expected_attendance = from.expected_attendance,
        (Column::Remarks, _) => to.remarks = from.remarks.clone(),
        (Column::Length, _) => placing::set_length(to, from.length()),
        (Column::Day, _) => placing::set_day(to, placing::day_or_wished(from)),
        (Column::Start, _) => placing::set_start(to, placing::start_or_wished(from)),
        (Column::Room, _) => placing::set_rooms(to, from.rooms_or_wished().to_vec()),
        (Column::End, Some(model)) => {
            let ending = to.placement.as_ref().and_then(|at| placing::ending(at, minute(model.end())));
            to.placement = ending.or_else(|| to.placement.clone());
        }
        // Each meeting has a number and real times of its own.
        (Column::End, None) | (Column::Id | Column::Findings | Column::Marks | Column::After, _) => {}
        (Column::Meeting | Column::Held | Column::ToDos | Column::Comments, _) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Template;

    #[test]
    fn a_filled_cell_changes_and_the_others_stay() {
        let plan = Template::TwoDays.plan();
        let mut placed = plan.sessions().iter().filter(|session| session.placement.is_some() && !session.pinned);
        let (from, to) = (placed.next().unwrap(), placed.next_back().unwrap());
        let filled = |column| {
            let mut filled = Session::clone(to);
            copy(&plan, column, from, &mut filled);
            filled
        };
        assert_eq!(filled(Column::Title), Session { title: from.title.clone(), ..Session::clone(to) });
        let start = filled(Column::Start);
        assert_eq!(start.span().unwrap().start.minute_of_day(), from.span().unwrap().start.minute_of_day());
        assert_eq!(start.span().unwrap().start.date(), to.span().unwrap().start.date());
        assert_eq!(start.length(), to.length());
        assert_eq!(filled(Column::Room).rooms(), from.rooms());
        assert_eq!(filled(Column::Id), **to);
    }
}
