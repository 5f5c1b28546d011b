//! Posts, teams of interpreters and requests for rooms.

use plenary::model::{
    Delegate, DelegateId, Designation, Language, OfficeRole, Post, PostId, Purpose, RequestAnswer, RoomRequest,
    RoomRequestId, StakeholderGroup, Team, TeamId,
};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::{Ids, date, languages, length, local_text, of_some, one_of, some_ids, some_of, sources, text, time};

/// Rows of the tables of this file.
type Offices = (Vec<Post>, Vec<Team>, Vec<RoomRequest>, Vec<Delegate>);

/// Up to three posts, where there are bodies, and as many requests.
pub(super) fn offices(ids: &Ids) -> BoxedStrategy<Offices> {
    let all = ids.clone();
    let many = if ids.bodies.is_empty() { 0..=0_usize } else { 0..=3 };
    let teams = ids.teams.iter().map(|&id| team(id, ids)).collect::<Vec<_>>();
    let rows = (many.prop_flat_map(some_ids), (0..=3_usize).prop_flat_map(some_ids)).prop_flat_map(
        move |(posts, requests): (Vec<PostId>, Vec<RoomRequestId>)| {
            let posts = posts.into_iter().map(|id| post(id, &all)).collect::<Vec<_>>();
            let requests = requests.into_iter().map(|id| request(id, &all)).collect::<Vec<_>>();
            (posts, requests)
        },
    );
    let all = ids.clone();
    let delegates = (0..=3_usize)
        .prop_flat_map(some_ids)
        .prop_flat_map(move |rows: Vec<DelegateId>| rows.into_iter().map(|id| delegate(id, &all)).collect::<Vec<_>>());
    let all = (rows, teams, delegates);
    all.prop_map(|((posts, requests), teams, delegates)| (posts, teams, requests, delegates)).boxed()
}

fn post(id: PostId, ids: &Ids) -> BoxedStrategy<Post> {
    let what = (one_of(&ids.bodies), select(OfficeRole::ALL.to_vec()), of_some(&ids.bodies), of_some(&ids.people));
    let day = || of(date(1900..=2199));
    let course = (select(Designation::ALL.to_vec()), day(), day(), day(), day(), day());
    let words = (text(), text(), text(), sources());
    let links = (of(select(Language::ALL.to_vec())), of_some(&ids.sessions));
    let post = (what, course, words, links).prop_map(move |(what, course, words, links)| {
        let (body, role, kept_for, person) = what;
        let (designation, asked, reminded, received, confirmed, due) = course;
        let (owner, proposed_by, remarks, sources) = words;
        let (language, decided_at) = links;
        Post {
            id,
            body,
            role,
            kept_for,
            language,
            person,
            designation,
            asked,
            reminded,
            received,
            confirmed,
            owner,
            due,
            proposed_by,
            decided_at,
            remarks,
            sources,
        }
    });
    post.boxed()
}

fn team(id: TeamId, ids: &Ids) -> BoxedStrategy<Team> {
    let what = (local_text(), languages(), any::<u16>(), some_of(&ids.people), any::<i32>());
    let team = (what, of(date(1900..=2199)), any::<bool>(), text(), sources()).prop_map(
        move |((title, languages, size, members, order), from, stays, remarks, sources)| Team {
            id,
            title,
            languages,
            size,
            members,
            from,
            until: from.filter(|_| !stays),
            order,
            remarks,
            sources,
        },
    );
    team.boxed()
}

fn delegate(id: DelegateId, ids: &Ids) -> BoxedStrategy<Delegate> {
    let what = (text(), text(), of_some(&ids.people), of_some(&ids.events));
    let group = of(select(StakeholderGroup::ALL.to_vec()));
    let links = (some_of(&ids.bodies), some_of(&ids.sessions));
    let rest = (of(time()), any::<bool>(), any::<i32>(), sources());
    let delegate = (what, group, links, rest).prop_map(move |(what, group, links, rest)| {
        let (represents, function, person, event) = what;
        let ((interests, attends), (from, stays, order, sources)) = (links, rest);
        // Whoever leaves does so after coming.
        let until = from.filter(|_| !stays).map(|from| from.plus_mins(60)).filter(|&until| Some(until) > from);
        Delegate { id, represents, function, person, event, group, interests, from, until, attends, order, sources }
    });
    delegate.boxed()
}

fn request(id: RoomRequestId, ids: &Ids) -> BoxedStrategy<RoomRequest> {
    let what = (one_of(&ids.events), local_text(), select(Purpose::ALL.to_vec()), of_some(&ids.bodies));
    let words = (text(), text(), text(), text(), sources());
    let when = (of(time()), length(), of(any::<u32>()), any::<bool>(), of(time()));
    let answer = (select(RequestAnswer::ALL.to_vec()), of(date(1900..=2199)), of_some(&ids.sessions));
    let request = (what, words, when, answer).prop_map(move |(what, words, when, answer)| {
        let (event, title, purpose, body) = what;
        let (asked_by, contact, reason, remarks, sources) = words;
        let (start, length, headcount, is_public, received) = when;
        let (answer, answered, session) = answer;
        RoomRequest {
            id,
            event,
            title,
            purpose,
            asked_by,
            body,
            contact,
            start,
            length,
            headcount,
            is_public,
            received,
            answer,
            answered,
            reason,
            session,
            remarks,
            sources,
        }
    });
    request.boxed()
}
