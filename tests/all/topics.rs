//! Topics: what covers them, how they are alike, and agendas that are made of them.

use std::collections::{BTreeMap, BTreeSet};

use plenary::edit::agenda::{ItemEach, OnAgenda, Spot, built};
use plenary::edit::{AnyRow, Command, Document};
use plenary::model::coverage::{self, Cover, Coverage};
use plenary::model::{
    AgendaItem, Basis, Body, BodyId, DocumentId, Id, ItemOrigin, Language, LocalText, Plan, Row, RowId, Session,
    Status, Topic, TopicId, TopicKind, TopicState,
};
use plenary::store::{Template, plan_text, read_plan};

pub fn id<R: Row>(name: &str) -> Id<R> {
    name.parse().unwrap()
}

fn topic<'a>(plan: &'a Plan, name: &str) -> &'a Topic {
    plan.topics().get(id(name)).unwrap()
}

/// The built-in plan after a command.
fn after(commands: &[Command]) -> Plan {
    let mut document = Document::new(Template::Wtdc25.plan());
    for command in commands {
        document.perform(command).unwrap();
    }
    document.plan().clone()
}

fn with_session(name: &str, change: impl FnOnce(&mut Session)) -> Command {
    let mut session = Session::clone(Template::Wtdc25.plan().sessions().get(id(name)).unwrap());
    change(&mut session);
    Command::Put(session.into())
}

/// What covers a topic, by the names of rows, and its minutes in seconds.
fn covers(plan: &Plan, name: &str) -> Vec<(String, u32)> {
    let told = |by: Cover| match by {
        Cover::Item(id) => id.to_string(),
        Cover::Session(id) => id.to_string(),
    };
    Coverage::of(plan).of_topic(id(name)).iter().map(|of| (told(of.by), of.secs)).collect()
}

fn names(plan: &Plan, name: &str) -> Vec<String> {
    covers(plan, name).into_iter().map(|(name, _)| name).collect()
}

#[test]
fn thirty_one_topics_are_alike_in_seven_groups() {
    let plan = Template::Wtdc25.plan();
    let mut groups: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for topic in plan.topics().iter() {
        groups.entry(topic.group.exact(Language::English).unwrap()).or_default().insert(&topic.code);
        assert!(topic.group.exact(Language::Russian).is_some(), "{}", topic.code);
        let is_of_group = |source: &&plenary::model::Source| source.about == "group";
        assert_eq!(topic.sources.iter().find(is_of_group).unwrap().basis, Basis::Inferred, "{}", topic.code);
        assert_eq!((topic.state, topic.facilitator, topic.text), (None, None, None), "the plan invents none of these");
        let standing = if topic.kind == TopicKind::Priority { TopicState::ToRefine } else { TopicState::Adopted };
        assert_eq!(topic.standing(), Some(standing));
    }
    let sizes: BTreeMap<&str, usize> = groups.iter().map(|(name, topics)| (*name, topics.len())).collect();
    let expected = [
        ("Cyber-resilience, security, trust", 6),
        ("Digital transformation", 3),
        ("Inclusion and skills", 5),
        ("Infrastructure and connectivity", 6),
        ("Innovation and artificial intelligence", 6),
        ("Regulation, enabling environment", 3),
        ("Special needs, funding", 2),
    ];
    assert_eq!(sizes, expected.into_iter().collect());
    let cyber = ["ARB-5", "EUR 4", "ASP 5", "AMS 4", "AFR 3", "CIS 3"].into_iter().collect();
    assert_eq!(groups["Cyber-resilience, security, trust"], cyber);
}

#[test]
fn items_share_their_time_and_sessions_count_as_wholes() {
    let plan = Template::Wtdc25.plan();
    // Ten minutes of the report of a region, by six topics or five; what items of a session take is not counted again.
    let whole = [("S48", 75), ("S54", 60), ("S66", 180), ("S69", 75)].map(|(name, mins)| (name.to_owned(), mins * 60));
    let items = [("IRM1-2-02".to_owned(), 100), ("IRM2-1-13".to_owned(), 100)];
    assert_eq!(covers(&plan, "ARB-5"), items.into_iter().chain(whole).collect::<Vec<_>>());
    assert_eq!(names(&plan, "EUR-4"), ["IRM1-2-03", "IRM2-1-14", "S48", "S55", "S66", "S69"]);
    let coverage = Coverage::of(&plan);
    let meetings = coverage::meetings(&plan);
    assert_eq!(meetings, [id("irm-1"), id("irm-2")]);
    assert!(plan.topics().ids().all(|topic| !coverage.has_gap(topic, &meetings)));
    for region in ["ARB", "EUR", "ASP", "AMS", "AFR", "CIS"] {
        let own = plan.topics().iter().filter(|topic| topic.region == Some(id(region)));
        assert_eq!(own.map(|topic| coverage.item_secs(topic.id)).sum::<u32>(), 2 * 600, "{region}");
    }
}

#[test]
fn what_waits_or_is_called_off_covers_nothing() {
    let missing = |plan: &Plan| {
        let (coverage, meetings) = (Coverage::of(plan), coverage::meetings(plan));
        plan.topics().ids().filter(|&topic| coverage.has_gap(topic, &meetings)).count()
    };
    let off = after(&[with_session("IRM2-1", |session| session.status = Status::Cancelled)]);
    assert_eq!((missing(&off), names(&off, "ARB-5").len()), (31, 5));
    assert!(!Coverage::of(&off).has_item(id("ARB-5"), id("irm-2")));
    let waits = after(&[Command::Unschedule(vec![id("IRM1-2"), id("S66")])]);
    assert_eq!(
        (missing(&waits), names(&waits, "ARB-5")),
        (31, vec!["IRM2-1-13", "S48", "S54", "S69"].into_iter().map(str::to_owned).collect())
    );
}

#[test]
fn where_an_agenda_has_topics_its_items_say_what_is_covered() {
    let item = |name: &str| AgendaItem::clone(Template::Wtdc25.plan().items().get(id(name)).unwrap());
    let mut without = item("IRM1-2-02");
    without.topics.retain(|&topic| topic != id("ARB-5"));
    let plan = after(&[Command::Put(without.into())]);
    assert!(
        !names(&plan, "ARB-5").contains(&"IRM1-2".to_owned()),
        "no item names it, so nothing of the meeting is for it"
    );
    assert_eq!(covers(&plan, "ARB-1")[0], ("IRM1-2-02".to_owned(), 120), "five share now");
    assert!(Coverage::of(&plan).has_gap(id("ARB-5"), &[id("irm-1")]));
}

#[test]
fn a_drafting_group_of_a_region_covers_topics_of_that_region_only() {
    let joint = with_session("S54", |session| session.topics.push(id("EUR-4")));
    assert!(
        names(&after(std::slice::from_ref(&joint)), "EUR-4").contains(&"S54".to_owned()),
        "nobody says whose group it is"
    );
    let body = Body::clone(Template::Wtdc25.plan().bodies().get(id("COM3-ARB")).unwrap());
    let plan = after(&[joint, Command::Put(Body { parent: Some(id("ARB")), ..body }.into())]);
    assert!(!names(&plan, "EUR-4").contains(&"S54".to_owned()));
    assert!(names(&plan, "ARB-5").contains(&"S54".to_owned()));
}

#[test]
fn an_agenda_is_built_of_like_topics_in_one_step() {
    let mut document = Document::new(Template::Wtdc25.plan());
    let text: DocumentId = id("RPM-ARB-REPORT");
    let with_text = Topic { text: Some(text), ..topic(document.plan(), "ARB-5").clone() };
    document.perform(&Command::Put(with_text.into())).unwrap();
    let before = document.plan().clone();
    let topics: Vec<TopicId> = ["ARB-5", "EUR-4", "ASP-1", "CIS-3"].map(id).to_vec();
    let items = |each| built(&before, &topics, (id("IRM2-2"), each, 600));
    assert_eq!(items(ItemEach::Topic).len(), 4);
    let items = items(ItemEach::Group);
    let told: Vec<(&str, usize)> =
        items.iter().map(|item| (item.title.get(Language::English), item.topics.len())).collect();
    let alone = topic(&before, "ASP-1").title.get(Language::English);
    assert_eq!(told, [("Cyber-resilience, security, trust", 3), (alone, 1)]);
    assert_eq!((&items[0].documents, items[0].secs()), (&vec![text], 600));
    assert_eq!(items[0].presenters, ["ARB", "CIS", "EUR"].map(id::<Body>));
    assert_eq!(items[0].origin, Some(ItemOrigin::PreparatoryMeetings), "regional meetings brought all of them");
    let first = before.items().iter().find(|item| item.session == id("IRM2-2")).unwrap().id;
    let spot = Spot { session: id("IRM2-2"), before: Some(RowId::Item(first)) };
    document.perform(&Command::Agenda(OnAgenda::Add(items.clone(), spot))).unwrap();
    let order = |item| document.plan().items().get(item).unwrap().order;
    assert!(order(items[0].id) < order(items[1].id) && order(items[1].id) < order(first));
    assert_eq!(names(document.plan(), "ASP-1").len(), names(&before, "ASP-1").len() + 1);
    document.undo();
    assert_eq!(*document.plan(), before);
}

/// A topic with something in every field.
fn full(plan: &Plan) -> Topic {
    let bodies = |names: &[&str]| names.iter().map(|name| id(name)).collect::<Vec<BodyId>>();
    Topic {
        group: LocalText::from("Alike"),
        state: Some(TopicState::InDrafting),
        needs_consensus: true,
        facilitator: plan.people().ids().next(),
        facilitated_by: "Jordan".to_owned(),
        text: Some(id("RPM-ARB-REPORT")),
        supported_by: bodies(&["EUR", "AFR"]),
        amended_by: bodies(&["CIS"]),
        opposed_by: bodies(&["AMS"]),
        ..topic(plan, "ARB-5").clone()
    }
}

#[test]
fn all_of_a_topic_is_saved_and_read() {
    let plan = after(&[Command::Put(full(&Template::Wtdc25.plan()).into())]);
    let text = plan_text(&plan);
    assert!(text.contains("state: InDrafting") && text.contains("current_text: \"RPM-ARB-REPORT\""));
    assert_eq!(read_plan(text.as_bytes()).unwrap(), plan);
}

#[test]
fn what_goes_is_forgotten_by_topics() {
    let mut document = Document::new(after(&[Command::Put(full(&Template::Wtdc25.plan()).into())]));
    let gone: Vec<RowId> = [id::<Body>("EUR"), id("CIS"), id("AMS")].map(RowId::Body).to_vec();
    document.perform(&Command::Remove([gone, vec![RowId::Document(id("RPM-ARB-REPORT"))]].concat())).unwrap();
    let topic = topic(document.plan(), "ARB-5");
    assert_eq!(topic.supported_by, [id::<Body>("AFR")]);
    assert!(topic.amended_by.is_empty() && topic.opposed_by.is_empty() && topic.text.is_none());
}

#[test]
fn what_two_planners_note_of_a_topic_comes_together() {
    let base = Template::Wtdc25.plan();
    let edit = |change: fn(&mut Topic)| {
        let mut row = topic(&base, "ARB-5").clone();
        change(&mut row);
        after(&[Command::Put(AnyRow::from(row))])
    };
    let ours = edit(|topic| {
        topic.state = Some(TopicState::Agreed);
        topic.supported_by.push(id("EUR"));
    });
    let theirs = edit(|topic| {
        topic.group.set(Language::English, "Security");
        topic.supported_by.push(id("AFR"));
    });
    let plan = plenary::merge::merge(&base, &ours, &theirs).plan;
    let topic = topic(&plan, "ARB-5");
    assert_eq!((topic.state, topic.group.get(Language::English)), (Some(TopicState::Agreed), "Security"));
    assert_eq!(topic.supported_by.iter().copied().collect::<BTreeSet<_>>(), ["AFR", "EUR"].map(id).into());
}
