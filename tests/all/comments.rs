//! Comments and to-dos: written and ticked in the inspector, kept with the plan, handed out never.

use chrono::DateTime;
use egui::{Event, Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::edit::comments::{self as edit, Hand};
use plenary::edit::{AnyRow, Command};
use plenary::exchange::notice::{self, NoticeFormat, NoticeOptions};
use plenary::exchange::{EXPORTERS, ExportError, Progress, Request, export_all};
use plenary::model::{CivilTime, Comment, Plan, SessionId};
use plenary::store::Template;

use super::inspector::{act, select_session, tall_with};

/// A comment on the first plenary meeting.
fn comment(id: &str, text: &str) -> Comment {
    Comment {
        id: id.parse().unwrap(),
        session: "S08".parse().unwrap(),
        by: "Boris".to_owned(),
        at: CivilTime::from_minutes(29_000_000),
        text: text.to_owned(),
        is_to_do: false,
        assignee: String::new(),
        due: None,
        done: None,
        done_by: String::new(),
    }
}

fn with(rows: impl IntoIterator<Item = Comment>) -> Plan {
    let mut document = plenary::edit::Document::new(Template::Wtdc25.plan());
    let rows = rows.into_iter().map(AnyRow::from).collect();
    document.perform(&Command::PutMany(rows)).unwrap();
    document.plan().clone()
}

fn desk(plan: Plan) -> Harness<'static, Desk> {
    tall_with(plan, Settings { author: "Anna".to_owned(), ..Settings::default() })
}

fn comments(harness: &Harness<'_, Desk>) -> Vec<Comment> {
    harness.state().document().plan().comments().iter().map(|comment| Comment::clone(comment)).collect()
}

/// Types into what has the keyboard, with Shift and Enter for line breaks, and Enter at the end.
fn write(harness: &mut Harness<'_, Desk>, text: &str) {
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            harness.key_press_modifiers(Modifiers::SHIFT, Key::Enter);
            harness.step();
        }
        harness.event(Event::Text(line.to_owned()));
        harness.step();
    }
    harness.key_press(Key::Enter);
    harness.run_steps(3);
}

#[track_caller]
fn click(harness: &mut Harness<'_, Desk>, name: &str) {
    harness.get_by_label(name).click();
    harness.run_steps(4);
}

#[test]
fn a_comment_is_written_ticked_and_removed_where_its_session_is() {
    let mut harness = desk(Template::Wtdc25.plan());
    select_session(&mut harness, "S08");
    click(&mut harness, "Comment");
    write(&mut harness, "Ask the chair\nand the host");
    let written = comments(&harness);
    assert_eq!(written.len(), 1, "{written:?}");
    let first = &written[0];
    assert_eq!((first.text.as_str(), first.by.as_str()), ("Ask the chair\nand the host", "Anna"));
    assert!(!first.is_to_do && first.session.as_str() == "S08");
    // The field has the keyboard still.
    write(&mut harness, "Second");
    assert_eq!(comments(&harness).len(), 2);
    click(&mut harness, "Make it a to-do: Ask the chair and the host");
    assert!(comments(&harness)[0].is_open());
    assert_eq!(harness.state().document().done().len(), 3);
    click(&mut harness, "Done: Ask the chair and the host");
    let done = &comments(&harness)[0];
    assert!(done.done.is_some() && done.done_by == "Anna", "{done:?}");
    click(&mut harness, "Done: Ask the chair and the host");
    assert!(comments(&harness)[0].is_open());
    click(&mut harness, "Remove the comment: Second");
    assert_eq!(comments(&harness).len(), 1);
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert_eq!(comments(&harness).len(), 2);
}

#[test]
fn ones_own_words_can_be_changed_and_others_can_not() {
    let own = Comment { by: "Anna".to_owned(), ..comment("C2", "Mine") };
    let mut harness = desk(with([comment("C1", "Theirs"), own]));
    select_session(&mut harness, "S08");
    let fields: Vec<_> = harness.get_all_by_role_and_label(Role::MultilineTextInput, "Comment").collect();
    assert_eq!(fields.len(), 1, "only one's own");
    fields[0].focus();
    harness.run_steps(2);
    harness.key_press(Key::End);
    harness.run_steps(1);
    write(&mut harness, ", and more");
    assert_eq!(comments(&harness)[1].text, "Mine, and more");
    assert_eq!(comments(&harness)[0].text, "Theirs");
}

#[test]
fn what_is_being_written_waits_for_its_session_and_is_kept_when_the_plan_is_left() {
    let mut harness = desk(Template::Wtdc25.plan());
    select_session(&mut harness, "S08");
    click(&mut harness, "Comment");
    harness.event(Event::Text("Half a sent".to_owned()));
    harness.run_steps(2);
    select_session(&mut harness, "S09");
    assert!(comments(&harness).is_empty());
    select_session(&mut harness, "S08");
    let field = harness.get_by_role_and_label(Role::MultilineTextInput, "Write a comment");
    assert_eq!(field.value().as_deref(), Some("Half a sent"));
    act(&mut harness, Action::Run(UiCommand::Save));
    assert_eq!(comments(&harness)[0].text, "Half a sent");
}

#[test]
fn a_book_is_refused_and_what_can_not_be_seen_is_taken_out() {
    let mut harness = desk(Template::Wtdc25.plan());
    select_session(&mut harness, "S08");
    click(&mut harness, "Comment");
    harness.event(Event::Paste("word ".repeat(2_000_000)));
    harness.run_steps(2);
    harness.get_by_label_contains("at most 10,000 characters");
    harness.event(Event::Paste("\u{202e}اسأل\u{7} الرئيس\0".to_owned()));
    harness.run_steps(2);
    assert!(harness.query_by_label_contains("at most 10,000 characters").is_none());
    write(&mut harness, "");
    assert_eq!(comments(&harness)[0].text, "اسأل الرئيس");
}

#[test]
fn the_name_is_a_setting_that_is_typed_in_place() {
    let mut harness = desk(Template::Wtdc25.plan());
    select_session(&mut harness, "S08");
    click(&mut harness, "Comment");
    let name = harness.get_by_role_and_label(Role::TextInput, "Your name");
    name.focus();
    harness.run_steps(2);
    harness.event(Event::Text(" B.".to_owned()));
    harness.run_steps(2);
    assert!(harness.state().settings().author.contains("B."), "{}", harness.state().settings().author);
    assert!(comments(&harness).is_empty());
    assert_eq!(Settings::from_ron(&harness.state().settings().to_ron()).author, harness.state().settings().author);
}

#[test]
fn comments_go_with_their_session_and_come_back_with_it() {
    let mut harness = desk(with([comment("C1", "Ask"), comment("C2", "Tell")]));
    let id: SessionId = "S08".parse().unwrap();
    act(&mut harness, Action::Perform(Command::Remove(vec![id.into()])));
    assert!(comments(&harness).is_empty());
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert_eq!(comments(&harness).len(), 2);
}

#[test]
fn of_two_who_write_at_once_both_are_kept() {
    let base = Template::Wtdc25.plan();
    let ours = with([comment("C1", "Ask the chair")]);
    let theirs = with([Comment { by: "Anna".to_owned(), ..comment("C1", "The room is too small") }]);
    let merged = plenary::merge::merge(&base, &ours, &theirs);
    let mut plan = ours;
    plan.apply(&merged.patch).unwrap();
    let mut texts: Vec<_> = plan.comments().iter().map(|comment| comment.text.clone()).collect();
    texts.sort();
    assert_eq!(texts, ["Ask the chair", "The room is too small"]);
    assert!(plan.undecided().is_empty());
}

/// Everything that is handed out is the same with comments and without them, byte for byte: so nothing of them is in it,
/// packed or not. JSON is left out: it is the plan file in other clothes, from which the plan can be read back.
#[test]
fn nothing_of_a_comment_is_handed_out() {
    const MARK: &str = "Qzx marker 7341";
    let marked = Comment {
        is_to_do: true,
        by: MARK.to_owned(),
        assignee: MARK.to_owned(),
        done_by: MARK.to_owned(),
        ..comment("C1", MARK)
    };
    let plans = [Template::Wtdc25.plan(), with([marked])];
    let made = DateTime::from_timestamp(1_760_000_000, 0).unwrap();
    for is_internal in [false, true] {
        let like = Request { is_internal, ..Request::new(EXPORTERS[1]) };
        let all = plans.each_ref().map(|plan| export_all(plan, &like, &[], made, &Progress::default()).unwrap());
        let [without, with] = &all;
        assert!(with.len() == without.len() && with.len() > 15, "every format and layout: {}", with.len());
        for (with, without) in with.iter().zip(without) {
            assert!(with.bytes == without.bytes, "{}", with.name);
        }
    }
    let asked = NoticeOptions::new(NoticeFormat::Text, made);
    assert!(matches!(notice::export(&plans[0], &plans[1], &asked), Err(ExportError::NoChanges)));
}

#[test]
fn a_to_do_is_ticked_and_nothing_is_left_of_one_that_is_none() {
    let plan = Template::Wtdc25.plan();
    let session = plan.sessions().ids().next().unwrap();
    let by = Hand { who: "Anna", at: CivilTime::from_minutes(29_000_000) };
    assert_eq!(edit::new_comment(&plan, session, (" \n", true), by), None);
    let written = edit::new_comment(&plan, session, ("Ask the chair", true), by).unwrap();
    assert!(written.is_open() && written.by == "Anna");
    let done = edit::ticked(&written, true, Hand { who: "Boris", ..by });
    assert_eq!((done.is_open(), done.done, done.done_by.as_str()), (false, Some(by.at), "Boris"));
    assert_eq!(edit::ticked(&done, false, by), written);
    assert_eq!(edit::turned(&edit::turned(&done, false), true), written, "it is to be done again");
}

fn to_do(id: &str, text: &str, due: Option<&str>) -> Comment {
    Comment { is_to_do: true, due: due.map(|day| day.parse().unwrap()), ..comment(id, text) }
}

/// The list of all comments, on a desk whose clock says 10 November 2025.
fn listed(rows: impl IntoIterator<Item = Comment>) -> Harness<'static, Desk> {
    let settings = Settings { author: "Anna".to_owned(), ..Settings::default() };
    let now: CivilTime = "2025-11-10T09:00".parse().unwrap();
    let desk = Desk::new(with(rows), None, settings).with_clock(Box::new(move |_| Some(now)));
    let mut harness = Harness::builder()
        .with_size(egui::vec2(1300.0, 900.0))
        .with_step_dt(0.1)
        .with_context_setup(|ctx| ctx.set_fonts(plenary::app::style::fonts::definitions()))
        .build_ui_state(|ui, desk: &mut Desk| desk.ui(ui), desk);
    harness.run_steps(3);
    harness
}

fn five() -> [Comment; 5] {
    [
        to_do("C1", "Ask the chair", Some("2025-11-08")),
        Comment { assignee: "Anna".to_owned(), ..to_do("C2", "Book the hall", Some("2025-11-12")) },
        Comment { session: "S09".parse().unwrap(), by: "Carla".to_owned(), ..to_do("C3", "Find a speaker", None) },
        Comment { done: Some(CivilTime::from_minutes(29_100_000)), ..to_do("C4", "Print badges", None) },
        comment("C5", "The host is happy"),
    ]
}

#[track_caller]
fn lines(harness: &Harness<'_, Desk>) -> Vec<String> {
    let nodes = harness.query_all_by_role(Role::Button);
    let labels = nodes.filter_map(|node| Some((node.rect().top(), node.accesskit_node().label()?)));
    let texts = ["Ask the chair, ", "Book the hall, ", "Find a speaker, ", "Print badges, ", "The host is happy, "];
    let mut all: Vec<_> = labels.filter(|(_, label)| texts.iter().any(|text| label.starts_with(text))).collect();
    all.sort_by(|one, other| one.0.total_cmp(&other.0));
    all.into_iter().map(|(_, label)| label.split(", ").next().unwrap().to_owned()).collect()
}

#[test]
fn all_to_dos_are_listed_from_the_status_line_filtered_and_ticked() {
    let mut harness = listed(five());
    click(&mut harness, "3 open to-dos, 1 overdue");
    assert_eq!(lines(&harness), ["Ask the chair", "Book the hall", "Find a speaker"], "what is due first comes first");
    harness.get_by_label_contains("overdue, Sat 8 Nov");
    click(&mut harness, "Mine");
    assert_eq!(lines(&harness), ["Book the hall"]);
    click(&mut harness, "Overdue");
    assert_eq!(lines(&harness), ["Ask the chair"]);
    click(&mut harness, "All");
    assert_eq!(lines(&harness).len(), 5);
    click(&mut harness, "Written by, or to be done by: Everybody");
    click(&mut harness, "Carla");
    assert_eq!(lines(&harness), ["Find a speaker"]);
    click(&mut harness, "Written by, or to be done by: Carla");
    click(&mut harness, "Everybody");
    harness.get_by_role_and_label(Role::TextInput, "Words").focus();
    harness.run_steps(2);
    harness.event(Event::Text("hall".to_owned()));
    harness.run_steps(2);
    assert_eq!(lines(&harness), ["Book the hall"]);
    click(&mut harness, "Done: Book the hall");
    let done = comments(&harness).into_iter().find(|comment| comment.id.as_str() == "C2").unwrap();
    assert!(!done.is_open() && done.done_by == "Anna", "{done:?}");
    harness.get_by_label("2 open to-dos, 1 overdue");
}

#[test]
fn a_line_leads_to_its_session_also_by_keys() {
    let mut harness = listed(five());
    act(&mut harness, Action::Run(UiCommand::ToDos));
    let selected = |harness: &Harness<'_, Desk>| harness.state().selection().sessions.first().map(ToString::to_string);
    harness.get_by_label_contains("Ask the chair, ").focus();
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(selected(&harness).as_deref(), Some("S08"));
    harness.get_by_label_contains("Ask the chair, ").focus();
    harness.run_steps(2);
    harness.key_press(Key::ArrowDown);
    harness.run_steps(2);
    harness.key_press(Key::ArrowDown);
    harness.run_steps(2);
    harness.key_press(Key::Space);
    harness.run_steps(3);
    assert!(!comments(&harness)[2].is_open(), "Space ticks what has the keyboard");
    act(&mut harness, Action::Run(UiCommand::ToDos));
    assert!(harness.query_by_label_contains("Ask the chair, ").is_none(), "the same command closes it");
}

#[test]
fn a_plan_without_comments_has_no_count_and_says_how_they_come() {
    let mut harness = listed([]);
    assert!(harness.query_by_label_contains("open to-do").is_none());
    act(&mut harness, Action::Run(UiCommand::ToDos));
    harness.get_by_label_contains("There are no comments yet");
}
