//! Own kinds of session: what a session is called, and what it behaves like.

use plenary::edit::{Command, Document, resolve};
use plenary::model::{Hue, Kind, OwnKind, Patch, PatchError, Plan, Role, RowError, Session, SessionId, SessionKind};
use plenary::store::{Template, plan_text, read_plan};

/// A plan with an own kind, and one session that is called so.
fn plan() -> (Plan, SessionId) {
    let mut plan = Template::TwoDays.plan();
    let demo = OwnKind {
        id: "demo".parse().unwrap(),
        title: "Demonstration".into(),
        nature: SessionKind::Workshop,
        hue: Hue::Rose,
        sign: SessionKind::Visit,
        sources: Vec::new(),
    };
    let mut patch = Patch::default();
    patch.put(&plan, demo);
    plan.apply(&patch).unwrap();
    let first = plan.sessions().iter().next().unwrap().clone();
    let mut called = Session::clone(&first);
    called.call(&plan, Kind::Own("demo".parse().unwrap()));
    let mut patch = Patch::default();
    patch.put(&plan, called);
    plan.apply(&patch).unwrap();
    (plan, first.id)
}

fn nature(plan: &Plan, id: SessionId) -> SessionKind {
    plan.sessions().get(id).unwrap().kind
}

#[test]
fn a_session_behaves_like_its_own_kind_and_follows_it() {
    let (plan, id) = plan();
    assert_eq!(nature(&plan, id), SessionKind::Workshop);
    let mut document = Document::new(plan);
    let kind = OwnKind::clone(document.plan().kinds().iter().find(|kind| kind.id.as_str() == "demo").unwrap());
    document.perform(&Command::Put(OwnKind { nature: SessionKind::Break, ..kind }.into())).unwrap();
    assert_eq!(nature(document.plan(), id), SessionKind::Break);
    document.undo();
    assert_eq!(nature(document.plan(), id), SessionKind::Workshop);
}

#[test]
fn a_kind_that_is_removed_leaves_its_sessions_what_they_behaved_like() {
    let (mut plan, id) = plan();
    let command = Command::Remove(vec![plan.kinds().iter().find(|kind| kind.id.as_str() == "demo").unwrap().id.into()]);
    let patch = resolve(&plan, &command).unwrap();
    plan.apply(&patch).unwrap();
    assert_eq!(plan.sessions().get(id).unwrap().called(), Kind::BuiltIn(SessionKind::Workshop));
}

#[test]
fn no_session_can_behave_unlike_its_own_kind() {
    let (mut plan, id) = plan();
    let other = OwnKind { nature: SessionKind::Break, ..OwnKind::clone(plan.kinds().iter().next().unwrap()) };
    let whose = plan.sessions().iter().find(|session| session.own_kind == Some(other.id)).unwrap().id;
    let mut patch = Patch::default();
    patch.put(&plan, other);
    let refused = PatchError::Impossible { row: whose.into(), why: RowError::OtherNature };
    assert_eq!(plan.apply(&patch), Err(refused));
    let odd = Session { kind: SessionKind::Press, ..Session::clone(plan.sessions().get(id).unwrap()) };
    let mut patch = Patch::default();
    patch.put(&plan, odd);
    assert_eq!(plan.apply(&patch), Err(PatchError::Impossible { row: id.into(), why: RowError::OtherNature }));
}

#[test]
fn a_file_says_the_own_kind_and_one_that_is_missing_is_refused() {
    let (plan, _) = plan();
    let text = plan_text(&plan);
    assert!(text.contains("kind: Own(\"demo\"),"), "{text}");
    assert_eq!(read_plan(text.as_bytes()), Ok(plan));
    let error = read_plan(text.replace("id: \"demo\"", "id: \"other\"").as_bytes()).unwrap_err();
    let line = text.lines().position(|line| line.contains("Own(\"demo\")")).unwrap() + 1;
    assert_eq!(error.place.map(|place| place.line), Some(line));
}

#[test]
fn somebody_added_does_what_the_kind_is_for() {
    let role = |kind, has: &[Role]| {
        let mut session = Session::new("S".parse().unwrap(), "E".parse().unwrap(), kind);
        let part = |&role| plenary::model::Participation { person: "p".parse().unwrap(), role };
        session.people = has.iter().map(part).collect();
        session.next_role()
    };
    assert_eq!(role(SessionKind::Talk, &[]), Role::Speaker);
    assert_eq!(role(SessionKind::Talk, &[Role::Speaker]), Role::Speaker);
    assert_eq!(role(SessionKind::Committee, &[]), Role::Chair);
    assert_eq!(role(SessionKind::Committee, &[Role::Chair]), Role::Participant);
    assert_eq!(role(SessionKind::Panel, &[]), Role::Moderator);
    assert_eq!(role(SessionKind::Panel, &[Role::Moderator]), Role::Panellist);
    assert_eq!(role(SessionKind::Social, &[]), Role::Participant);
}
