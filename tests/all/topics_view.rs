//! The view of topics as a planner uses it: what is missing is seen, items take topics, agendas are built of them.

use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::action::UiCommand;
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::edit::agenda::{ItemEach, OnAgenda, Spot, built};
use plenary::edit::{AnyRow, Command, Document};
use plenary::model::{AgendaItem, Language, LocalText, Plan, RowId, SessionId, Topic, TopicId, TopicState};
use plenary::store::Template;

use crate::desk::{act, desk_with, key, plan, steps, write};
use crate::inspector::{click, click_at};
use crate::topics::id;

fn desk(plan: Plan) -> Harness<'static, Desk> {
    let mut harness = desk_with(plan, None, Settings { view: "topics".to_owned(), ..Settings::default() });
    harness.run_steps(4);
    harness
}

fn built_in() -> Harness<'static, Desk> {
    desk(Template::Wtdc25.plan())
}

fn says(harness: &Harness<'_, Desk>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

fn topic<'a>(harness: &'a Harness<'_, Desk>, name: &str) -> &'a Topic {
    plan(harness).topics().get(id(name)).unwrap()
}

fn item<'a>(harness: &'a Harness<'_, Desk>, name: &str) -> &'a AgendaItem {
    plan(harness).items().get(id(name)).unwrap()
}

/// As drawn: the second meeting takes topics by likeness, and two groups have no item there; states and who is for what are
/// samples.
pub fn drawn() -> Plan {
    let mut document = Document::new(Template::Wtdc25.plan());
    let plan = document.plan().clone();
    let session: SessionId = id("IRM2-1");
    let old: Vec<RowId> = plan
        .items()
        .iter()
        .filter(|item| item.session == session && !item.topics.is_empty())
        .map(|item| item.id.into())
        .collect();
    document.perform(&Command::Remove(old)).unwrap();
    let without = Command::Put({
        let mut session = plenary::model::Session::clone(plan.sessions().get(session).unwrap());
        session.topics.clear();
        session.into()
    });
    document.perform(&without).unwrap();
    let lacks = ["Regulation", "Special"];
    let alike = |topic: &Topic| topic.group.get(Language::English).to_owned();
    let topics: Vec<TopicId> = plan
        .topics()
        .iter()
        .filter(|topic| !lacks.iter().any(|name| alike(topic).starts_with(name)))
        .map(|topic| topic.id)
        .collect();
    let items = built(document.plan(), &topics, (session, ItemEach::Group, 720));
    document.perform(&Command::Agenda(OnAgenda::Add(items, Spot::at_end(session)))).unwrap();
    let states = [None, Some(TopicState::InDrafting), None, Some(TopicState::Agreed)];
    let regions = ["AFR", "AMS", "ARB", "ASP", "CIS", "EUR"];
    let row = |(at, topic): (usize, &std::sync::Arc<Topic>)| {
        let others = regions.iter().filter(|&&region| topic.region != Some(id(region))).map(|region| id(region));
        AnyRow::from(Topic {
            state: states[at % 4],
            facilitated_by: ["", "Kenya", "Paraguay", "Hungary", "Thailand"][at % 5].to_owned(),
            supported_by: others.clone().take(at % 5).collect(),
            amended_by: others.skip(4).take(usize::from(at % 3 == 0)).collect(),
            ..Topic::clone(topic)
        })
    };
    let rows = plan.topics().iter().enumerate().map(row).collect();
    document.perform(&Command::PutMany(rows)).unwrap();
    document.plan().clone()
}

#[test]
fn the_summary_opens_and_closes_beside_the_table() {
    let mut harness = built_in();
    assert!(says(&harness, "By region, minutes of agendas"), "there is room for it");
    click(&mut harness, Role::Button, "Summary beside the table");
    assert!(!says(&harness, "By region, minutes of agendas"));
    click(&mut harness, Role::Button, "Summary beside the table");
    assert!(says(&harness, "By region, minutes of agendas"));
}

#[test]
fn all_topics_are_in_sight_and_every_cell_says_what_it_is() {
    let harness = built_in();
    let rows = harness.query_all_by_role(Role::Row).count();
    assert_eq!(rows, 31);
    let lowest = harness.query_all_by_role(Role::Row).map(|row| row.rect().bottom()).fold(0.0, f32::max);
    assert!(lowest <= 900.0 - 28.0, "{lowest} is above the status line");
    assert_eq!(harness.query_all_by_role(Role::Cell).count(), 31 * 15);
    assert!(says(
        &harness,
        "ARB-5, Strengthening cyber-resilience in the Arab States region, Regional priority, Cyber"
    ));
    assert!(says(&harness, "ARB-5, IRM-1, 15 Jul, item 6.1 Report of RPM-ARB, Tue 15 Jul, 1:40 min"));
    assert!(says(&harness, "EUR 4, IRM-1, 15 Jul, item 6.1 Report of RPM-ARB, Tue 15 Jul, not there"));
    assert!(says(&harness, "31 topics · every one has an item in IRM-1 · every one has an item in IRM-2"));
    assert!(says(&harness, "Cyber-resilience, security, trust, 6 topics, 23 min"));
    assert!(says(&harness, "ARB: 6 topics, 20 min, Gaps 0"));
}

#[test]
fn a_cell_of_an_item_takes_the_topic_and_lets_it_go() {
    let mut harness = built_in();
    click(&mut harness, Role::Cell, "EUR 4, IRM-1, 15 Jul, item 6.1 Report of RPM-ARB, Tue 15 Jul, not there");
    assert!(item(&harness, "IRM1-2-02").topics.contains(&id("EUR-4")));
    assert_eq!(steps(&harness), 1);
    harness.run_steps(4);
    // Seven share ten minutes now.
    click(&mut harness, Role::Cell, "EUR 4, IRM-1, 15 Jul, item 6.1 Report of RPM-ARB, Tue 15 Jul, 1:25 min");
    assert!(!item(&harness, "IRM1-2-02").topics.contains(&id("EUR-4")));
    assert_eq!((steps(&harness), *plan(&harness) == Template::Wtdc25.plan()), (2, true));
}

#[test]
fn keys_alone_tick_topics_and_put_them_on_items() {
    let mut harness = built_in();
    let first = harness.get_all_by_label_contains("ARB-2, Infrastructure and connectivity").next().unwrap();
    let at = first.rect().left_center() + egui::vec2(200.0, 0.0);
    click_at(&mut harness, at);
    key(&mut harness, Modifiers::NONE, Key::ArrowDown);
    // The second row: EUR 1, of infrastructure.
    assert_eq!(harness.state().selection().focus, Some(RowId::Topic(id("EUR-1"))));
    key(&mut harness, Modifiers::NONE, Key::Space);
    assert!(says(&harness, "31 topics · 1 ticked"));
    key(&mut harness, Modifiers::NONE, Key::ArrowRight);
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(item(&harness, "IRM1-2-02").topics.contains(&id("EUR-1")));
    key(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!says(&harness, "1 ticked"));
}

#[test]
fn what_has_no_item_is_a_gap_that_says_so() {
    let mut harness = desk(drawn());
    assert!(says(&harness, "5 without an item in IRM-2"));
    assert!(says(&harness, "no item"));
    let gap = "Gaps 5";
    click(&mut harness, Role::Button, gap);
    harness.run_steps(4);
    assert_eq!(harness.query_all_by_role(Role::Row).count(), 5);
    assert!(says(&harness, "AMS 5, Governance") && !says(&harness, "ARB-5, Strengthening"));
}

#[test]
fn ticked_topics_get_a_group_and_one_item() {
    let mut harness = built_in();
    for name in ["Tick ARB-5", "Tick EUR 4"] {
        click(&mut harness, Role::CheckBox, name);
    }
    click(&mut harness, Role::Button, "Group…");
    write(&mut harness, "Safety");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(topic(&harness, "EUR-4").group, LocalText::one(Language::English, "Safety"));
    assert_eq!((topic(&harness, "ARB-5").group.clone(), steps(&harness)), (topic(&harness, "EUR-4").group.clone(), 1));
    click(&mut harness, Role::Button, "State…");
    write(&mut harness, "in drafting");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    let states = ["ARB-5", "EUR-4"].map(|name| topic(&harness, name).state);
    assert_eq!((states, steps(&harness)), ([Some(TopicState::InDrafting); 2], 2));
    click(&mut harness, Role::Button, "Give an item…");
    write(&mut harness, "opening of the meeting");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    let first = item(&harness, "IRM1-1-01");
    assert_eq!(first.topics, [id::<Topic>("ARB-5"), id("EUR-4")]);
    assert_eq!(steps(&harness), 3);
    harness.run_steps(4);
    assert!(says(&harness, "item 1 Opening of the meeting, Mon 14 Jul, 5 min"));
}

#[test]
fn an_agenda_is_built_of_all_gaps_and_taken_back_in_one_step() {
    let mut harness = desk(drawn());
    let before = plan(&harness).clone();
    click(&mut harness, Role::Button, "Build agenda…");
    harness.run_steps(4);
    assert!(says(&harness, "Of 5 topics that are missing somewhere") && says(&harness, "IRM-2, second day"));
    assert!(says(&harness, "Regulation, enabling environment") && says(&harness, "10 min · ASP 4, AMS 5, CIS 4"));
    click(&mut harness, Role::RadioButton, "One item for each topic");
    assert!(says(&harness, "Add 5 items"));
    click(&mut harness, Role::RadioButton, "One item for each group");
    click(&mut harness, Role::Button, "Add 2 items");
    harness.run_steps(4);
    assert_eq!((plan(&harness).items().len(), steps(&harness)), (before.items().len() + 2, 1));
    assert!(says(&harness, "every one has an item in IRM-2") && says(&harness, "Gaps 0"));
    act(&mut harness, plenary::app::action::Action::Run(UiCommand::Undo));
    assert_eq!(*plan(&harness), before);
}

#[test]
fn a_topic_is_edited_in_the_inspector_and_says_what_covers_it() {
    let settings = Settings { view: "topics".to_owned(), ..Settings::default() };
    let mut harness = crate::inspector::tall_with(drawn(), settings);
    act(&mut harness, plenary::app::action::Action::Inspect(id::<Topic>("ARB-5").into()));
    harness.run_steps(4);
    assert!(says(&harness, "COM3, 5th meeting, Tue 25 Nov"));
    click(&mut harness, Role::Button, "Consensus");
    assert!(topic(&harness, "ARB-5").needs_consensus);
}

#[test]
fn a_group_is_looked_at_as_a_whole() {
    let mut harness = desk(drawn());
    let name = harness.get_all_by_label_contains("Cyber-resilience, security, trust, 6 topics").next().unwrap();
    let at = name.rect().center();
    click_at(&mut harness, at);
    harness.run_steps(4);
    assert!(says(&harness, "Covered by"));
    // Six shares of one item are the whole of it.
    assert!(says(&harness, "Mon 29 Sep, 12 min"));
    click(&mut harness, Role::Button, "Tick all of it");
    assert!(says(&harness, "6 ticked"));
}
