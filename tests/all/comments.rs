//! Comments and to-dos: written and ticked in the inspector, kept with the plan, handed out never.

use chrono::DateTime;
use egui::{Event, Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
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
        let all = plans.each_ref().map(|plan| export_all(plan, &like, made, &Progress::default()).unwrap());
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
