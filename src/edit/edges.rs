//! Edges of sessions: several pulled together, the boundary between two neighbours, and what edges snap to.

use crate::model::{CivilTime, Placement, Plan, SessionId};

use super::following::Held;
use super::placing::{Edge, pulled};

/// Sessions, each with the same edge pulled by as many minutes; none gets shorter than `least_mins`.
#[must_use]
pub fn pulled_together(
    plan: &Plan,
    ids: impl IntoIterator<Item = SessionId>,
    (edge, mins): (Edge, i32),
    least_mins: i32,
) -> Vec<(SessionId, Placement)> {
    let placed = ids.into_iter().filter_map(|id| Some((id, plan.sessions().get(id)?.placement.as_ref()?)));
    let pulled = placed.map(|(id, at)| {
        let from = if edge == Edge::Start { at.start } else { at.end() };
        (id, pulled(at, edge, from.plus_mins(mins), least_mins))
    });
    pulled.collect()
}

/// The session that touches an edge of another: in one of its rooms, without a minute between them. Where it has no
/// room, a session of one of its bodies that has none either.
#[must_use]
pub fn touching(plan: &Plan, held: &Held<'_>, id: SessionId, edge: Edge) -> Option<SessionId> {
    let session = plan.sessions().get(id)?;
    let at = session.placement.as_ref()?;
    let meeting = if edge == Edge::Start { at.start } else { at.end() };
    // What ends at midnight is held on the day before, what begins then on the day after.
    let day = if edge == Edge::Start { meeting.plus_mins(-1) } else { meeting };
    held(day.date()).into_iter().filter(|&other| other != id).find(|&other| {
        let Some(other) = plan.sessions().get(other) else { return false };
        let Some(theirs) = &other.placement else { return false };
        let touches = if edge == Edge::Start { theirs.end() } else { theirs.start } == meeting;
        let is_beside = if at.rooms.is_empty() && theirs.rooms.is_empty() {
            session.bodies.iter().any(|body| other.bodies.contains(body))
        } else {
            at.rooms.iter().any(|room| theirs.rooms.contains(room))
        };
        touches && is_beside
    })
}

/// Two neighbours with their common boundary elsewhere: one gets as much longer as the other gets shorter, neither shorter
/// than `least_mins`, unless it is already.
#[must_use]
pub fn rolled(first: &Placement, second: &Placement, to: CivilTime, least_mins: i32) -> (Placement, Placement) {
    let earliest = first.start.plus_mins(least_mins.min(first.length.mins()));
    let latest = second.end().plus_mins(-least_mins.min(second.length.mins()));
    let to = to.max(earliest).min(latest.max(earliest));
    (pulled(first, Edge::End, to, 1), pulled(second, Edge::Start, to, 1))
}

/// Where something comes to begin that was meant to begin at `wanted`: so that its start or its end lies on an edge of a
/// neighbour or its start on the grid, whichever is nearest; of those equally near, on the edge.
#[must_use]
pub fn snapped(at: &Placement, wanted: CivilTime, step_mins: i32, neighbours: &[CivilTime]) -> CivilTime {
    let length = at.length.mins();
    let starts = neighbours.iter().flat_map(|&edge| [edge, edge.plus_mins(-length)]);
    nearest(wanted, wanted.snapped(step_mins), starts)
}

/// Where an edge comes to be that was pulled to `wanted`: on an edge of a neighbour or on the grid, as for [`snapped`].
#[must_use]
pub fn snapped_edge(wanted: CivilTime, step_mins: i32, neighbours: &[CivilTime]) -> CivilTime {
    nearest(wanted, wanted.snapped(step_mins), neighbours.iter().copied())
}

fn nearest(wanted: CivilTime, grid: CivilTime, edges: impl Iterator<Item = CivilTime>) -> CivilTime {
    let distance = |time: CivilTime| time.mins_since(wanted).abs();
    let edge = edges.min_by_key(|&edge| (distance(edge), edge));
    edge.filter(|&edge| distance(edge) <= distance(grid)).unwrap_or(grid)
}

/// Of the edges of neighbours, those on which a placement begins or ends.
#[must_use]
pub fn met(at: &Placement, neighbours: &[CivilTime]) -> Vec<CivilTime> {
    [at.start, at.end()].into_iter().filter(|edge| neighbours.contains(edge)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Length;

    fn placement(start: &str, mins: i32) -> Placement {
        Placement { start: start.parse().unwrap(), length: Length::clamped(mins), rooms: Vec::new() }
    }

    fn time(text: &str) -> CivilTime {
        text.parse().unwrap()
    }

    #[test]
    fn a_rolled_boundary_takes_from_one_what_the_other_gets() {
        let (first, second) = (placement("2025-11-17T09:30", 60), placement("2025-11-17T10:30", 60));
        for (to, lengths) in [
            ("2025-11-17T10:45", (75, 45)),
            ("2025-11-17T09:45", (15, 105)),
            ("2025-11-17T08:00", (15, 105)),
            ("2025-11-17T13:00", (105, 15)),
        ] {
            let (one, other) = rolled(&first, &second, time(to), 15);
            assert_eq!((one.length.mins(), other.length.mins()), lengths, "{to}");
            assert_eq!((one.start, one.end(), other.end()), (first.start, other.start, second.end()), "{to}");
        }
        let night = (placement("2025-11-17T23:00", 60), placement("2025-11-18T00:00", 60));
        let (one, other) = rolled(&night.0, &night.1, time("2025-11-18T00:15"), 15);
        assert_eq!((one.length.mins(), other.length.mins()), (75, 45));
    }

    #[test]
    fn edges_of_neighbours_and_the_grid_snap_alike() {
        let at = placement("2025-11-17T09:30", 50);
        let odd = [time("2025-11-17T10:40"), time("2025-11-17T12:20")];
        for (wanted, expected) in [
            ("2025-11-17T10:38", "2025-11-17T10:40"),
            ("2025-11-17T10:46", "2025-11-17T10:45"),
            // Its end meets the start of a neighbour.
            ("2025-11-17T11:32", "2025-11-17T11:30"),
            ("2025-11-17T09:52", "2025-11-17T09:50"),
            ("2025-11-17T09:58", "2025-11-17T10:00"),
        ] {
            assert_eq!(snapped(&at, time(wanted), 15, &odd), time(expected), "{wanted}");
        }
        assert_eq!(snapped_edge(time("2025-11-17T10:37"), 15, &odd), time("2025-11-17T10:40"));
        assert_eq!(snapped_edge(time("2025-11-17T10:37"), 1, &[]), time("2025-11-17T10:37"));
        assert_eq!(met(&placement("2025-11-17T11:30", 50), &odd), [odd[1]]);
    }
}
