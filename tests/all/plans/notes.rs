//! What planners keep beside the programme: releases, what is noted of changes, comments.

use plenary::model::{ChangeRecord, ChangedPart, Comment, Issued, Party, Release, ReleaseStage, SessionId};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::{Ids, of_some, some_ids, text, time};

/// Up to three of each; records and comments only where there are sessions.
pub(super) fn notes(ids: &Ids) -> BoxedStrategy<(Vec<Release>, Vec<ChangeRecord>, Vec<Comment>)> {
    let (all, sessions) = (ids.clone(), ids.sessions.clone());
    let releases = (0..=3_usize)
        .prop_flat_map(some_ids)
        .prop_flat_map(move |ids| ids.into_iter().map(|id| release(id, &all)).collect::<Vec<_>>());
    let many = if sessions.is_empty() { 0..=0_usize } else { 0..=3 };
    let of_sessions = (many.clone().prop_flat_map(some_ids), many.prop_flat_map(some_ids));
    let of_sessions = of_sessions.prop_flat_map(move |(records, comments)| {
        let records: Vec<_> = records.into_iter().map(|id| record(id, &sessions)).collect();
        let comments: Vec<_> = comments.into_iter().map(|id| comment(id, &sessions)).collect();
        (records, comments)
    });
    let all = (releases, of_sessions).prop_map(|(releases, (records, comments))| (releases, records, comments));
    // Strategies within strategies take up more stack than a test has.
    all.boxed()
}

/// How a session was last told to the world.
pub(super) fn issued() -> impl Strategy<Value = Issued> {
    (0..9_u32, time(), text()).prop_map(|(sequence, at, told)| Issued { sequence, at, told })
}

fn release(id: plenary::model::ReleaseId, ids: &Ids) -> impl Strategy<Value = Release> + use<> {
    let words = (text(), text(), text(), text(), text());
    let stage = select(ReleaseStage::ALL.to_vec());
    let days = (time(), of(time()), of(time()));
    (1..999_u32, words, stage, days, of_some(&ids.bodies), of_some(&ids.sessions)).prop_map(
        move |(number, (label, note, by, symbol, content), stage, (made, approved, issued), body, meeting)| Release {
            id,
            number,
            made: made.date(),
            label,
            note,
            by,
            stage,
            body,
            meeting,
            approved: approved.map(|time| time.date()),
            symbol,
            issued: issued.map(|time| time.date()),
            content,
        },
    )
}

fn record(id: plenary::model::RecordId, sessions: &[SessionId]) -> impl Strategy<Value = ChangeRecord> + use<> {
    let part = select(vec![ChangedPart::Session, ChangedPart::Time, ChangedPart::Rooms]);
    let told = [(); 5].map(|()| of(time()));
    (select(sessions.to_vec()), 0..9_u32, part, (text(), text(), text()), told).prop_map(
        move |(session, since, part, (requested_by, decided_by, reason), told)| {
            let mut record = ChangeRecord {
                id,
                session,
                since,
                part,
                requested_by,
                decided_by,
                reason,
                chair_told: None,
                interpreters_told: None,
                rooms_told: None,
                webcast_told: None,
                catering_told: None,
            };
            for (party, at) in Party::ALL.into_iter().zip(told) {
                record.tell(party, at);
            }
            record
        },
    )
}

fn comment(id: plenary::model::CommentId, sessions: &[SessionId]) -> impl Strategy<Value = Comment> + use<> {
    let words = (text(), text(), text(), text());
    (select(sessions.to_vec()), words, time(), any::<bool>(), (of(time()), of(time()))).prop_map(
        move |(session, (by, text, assignee, done_by), at, is_to_do, (due, done))| Comment {
            id,
            session,
            by,
            at,
            text: if text.trim().is_empty() { "to be asked".to_owned() } else { text },
            is_to_do,
            assignee,
            due: due.map(|time| time.date()),
            done,
            done_by,
        },
    )
}
