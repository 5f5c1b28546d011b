//! Releases: making one, and moving it on until it is issued. What it holds is kept by somebody else (`store`); what
//! issuing it does to the sessions that it tells of is said here.

use std::sync::Arc;

use chrono::NaiveDate;

use super::Command;
use super::remove::without;
use crate::model::{
    ChangeRecord, ChangedPart, CivilTime, Header, Issued, Meetings, Patch, Plan, Release, ReleaseId, ReleaseStage,
    Session, SessionId, Status,
};

/// The number that the next release of a plan has.
#[must_use]
pub fn next_release(plan: &Plan) -> u32 {
    let last = plan.releases().iter().map(|release| release.number).max().unwrap_or(0);
    last.max(plan.header().release).saturating_add(1)
}

/// The next release of a plan, made on a day: a draft of which nothing more is known.
#[must_use]
pub fn new_release(plan: &Plan, made: NaiveDate) -> Release {
    let number = next_release(plan);
    let named = ReleaseId::new(&format!("rev-{number}")).ok().filter(|&id| !plan.releases().contains(id));
    Release {
        id: named.unwrap_or_else(|| plan.releases().free_id("rev-")),
        number,
        made,
        label: String::new(),
        note: String::new(),
        by: String::new(),
        stage: ReleaseStage::Draft,
        body: None,
        meeting: None,
        approved: None,
        symbol: String::new(),
        issued: None,
        content: String::new(),
    }
}

/// What a release of a plan holds: the plan as it is, under the number of the release, which handouts print.
#[must_use]
pub fn held(plan: &Plan, release: &Release) -> Plan {
    let mut patch = Patch::default();
    patch.put_header(plan, Header { release: release.number, ..Header::clone(plan.header()) });
    patch.put(plan, Release { content: String::new(), ..release.clone() });
    let mut held = plan.clone();
    // A header and a row that refers to what is there can always be put.
    let _ = held.apply(&patch);
    held
}

/// Makes a release, or moves it on, as far as its stage says. `held` is what it holds, `at` the time now in UTC.
#[must_use]
pub fn moved_on(plan: &Plan, release: Release, held: &Plan, at: CivilTime) -> Command {
    match release.stage {
        ReleaseStage::Issued => issue(plan, release, held, at),
        _ => Command::Release(Box::new(release), Vec::new()),
    }
}

/// The release as a draft again, approved by nobody. One that was issued stays what it is.
#[must_use]
pub fn back_to_draft(release: &Release) -> Release {
    match release.stage {
        ReleaseStage::Issued => release.clone(),
        _ => Release { stage: ReleaseStage::Draft, body: None, meeting: None, approved: None, ..release.clone() },
    }
}

/// Issues a release: the sessions that it holds are known to the world from now on (`at`, in UTC), under the numbers that
/// their meetings have in it. Those that are gone from the plan meanwhile come back as cancelled.
#[must_use]
pub fn issue(plan: &Plan, release: Release, held: &Plan, at: CivilTime) -> Command {
    let meetings = Meetings::new(held);
    // What the world knows and is in the tray is told as withdrawn, so that it counts on when it comes back.
    let is_known = |id| plan.sessions().get(id).is_some_and(|session| session.issued.is_some());
    let told = held.sessions().iter().filter(|session| session.placement.is_some() || is_known(session.id));
    let sessions = told.filter_map(|told| {
        let here = plan.sessions().get(told.id);
        let row = match here {
            Some(session) => Session::clone(session),
            None => Session { status: Status::Cancelled, ..without(told, &|row| !plan.contains(row))? },
        };
        let known = here.and_then(|session| session.issued.clone());
        let issued = match known {
            Some(issued) if issued.told == told.told() => issued,
            Some(issued) => Issued { sequence: issued.sequence.saturating_add(1), at, told: told.told() },
            // Calendars that were handed out before count on from the number of the last release.
            None => Issued { sequence: plan.header().release, at, told: told.told() },
        };
        let number = meetings.of(told.id).map(|meeting| meeting.number).filter(|n| Session::NUMBERS.contains(n));
        Some(Session { issued: Some(issued), number: row.number.or(number), ..row })
    });
    let sessions = sessions.collect();
    Command::Release(Box::new(release), sessions)
}

/// What is noted of a change of a session since the last release; a new row, of which nothing is known, where there is none.
#[must_use]
pub fn record(plan: &Plan, session: SessionId, part: ChangedPart) -> ChangeRecord {
    let since = plan.header().release;
    let is_it = |record: &&Arc<ChangeRecord>| (record.session, record.since, record.part) == (session, since, part);
    plan.records().iter().find(is_it).map_or_else(
        || ChangeRecord {
            id: plan.records().free_id("C"),
            session,
            since,
            part,
            requested_by: String::new(),
            decided_by: String::new(),
            reason: String::new(),
            chair_told: None,
            interpreters_told: None,
            rooms_told: None,
            webcast_told: None,
            catering_told: None,
        },
        |record| ChangeRecord::clone(record),
    )
}
