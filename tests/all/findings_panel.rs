//! The Findings panel and the Rules window as a planner uses them.

use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::app::settings::Settings;
use plenary::check::{Checker, Finding};
use plenary::model::{Language, Severity};
use plenary::store::Template;
use plenary::texts::{Texts, findings};

use super::desk::{act, desk, desk_with, steps};

fn opened() -> Harness<'static, Desk> {
    let mut harness = desk_with(Template::Wtdc25.plan(), None, Settings { findings_open: true, ..Settings::default() });
    harness.run_steps(4);
    harness
}

/// The open findings of the plan as it is, in the order of the list.
fn open_findings(harness: &Harness<'_, Desk>) -> Vec<Finding> {
    let checker = Checker::new(harness.state().document().plan());
    checker.sorted().into_iter().filter(|finding| finding.is_open()).cloned().collect()
}

fn sentence(harness: &Harness<'_, Desk>, finding: &Finding) -> String {
    let plan = harness.state().document().plan();
    findings::sentence(&Texts::new(Language::English), plan, Language::English, finding)
}

fn selected(harness: &Harness<'_, Desk>) -> Vec<String> {
    harness.state().selection().sessions.iter().map(ToString::to_string).collect()
}

fn sessions_of(finding: &Finding) -> Vec<String> {
    let mut ids: Vec<String> = finding.sessions.iter().map(ToString::to_string).collect();
    ids.sort();
    ids.dedup();
    ids
}

fn count(harness: &Harness<'_, Desk>, label: &str) -> usize {
    harness.query_all_by_label(label).count()
}

#[track_caller]
fn click(harness: &mut Harness<'_, Desk>, label: &str) {
    let exact = harness.query_all_by_label(label).next();
    let any = exact.or_else(|| harness.query_all_by_label_contains(label).next());
    any.unwrap_or_else(|| panic!("nothing is called {label}")).click();
    harness.run_steps(4);
}

fn press(harness: &mut Harness<'_, Desk>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(4);
}

fn write(harness: &mut Harness<'_, Desk>, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run_steps(3);
}

/// The severity that the plan chose for a rule, and its number of this name.
fn choice(harness: &Harness<'_, Desk>, rule: &str, number: &str) -> Option<(Option<Severity>, Option<i32>)> {
    let choice = harness.state().document().plan().rules().get(rule.parse().unwrap())?;
    Some((choice.severity, choice.numbers.get(number).copied()))
}

#[test]
fn f8_walks_through_the_list_and_selects_what_is_concerned() {
    let mut harness = desk();
    let all = open_findings(&harness);
    assert!(all.len() > 3, "the built-in plan has findings: {}", all.len());
    for finding in all.iter().take(4) {
        press(&mut harness, Modifiers::NONE, Key::F8);
        assert!(harness.state().settings().findings_open);
        if !finding.sessions.is_empty() {
            assert_eq!(selected(&harness), sessions_of(finding));
        }
        assert!(count(&harness, &sentence(&harness, finding)) > 0, "it is in sight: {}", sentence(&harness, finding));
    }
    press(&mut harness, Modifiers::SHIFT, Key::F8);
    assert_eq!(selected(&harness), sessions_of(&all[2]));
    for _ in 0..3 {
        press(&mut harness, Modifiers::SHIFT, Key::F8);
    }
    let last = sentence(&harness, all.last().unwrap());
    assert!(count(&harness, &last) > 0, "before the first comes the last: {last}");
}

#[test]
fn a_click_selects_every_session_of_a_finding() {
    let mut harness = opened();
    let finding = open_findings(&harness).into_iter().find(|finding| finding.sessions.len() > 1).unwrap();
    let sentence = sentence(&harness, &finding);
    if count(&harness, &sentence) == 0 {
        harness.get_by_label("Filter findings").focus();
        harness.run_steps(2);
        let name = Texts::new(Language::English).text(&format!("rule-{}", finding.rule)).to_owned();
        write(&mut harness, &name);
    }
    click(&mut harness, &sentence);
    assert_eq!(selected(&harness), sessions_of(&finding));
    assert_eq!(harness.state().selection().focus, Some(finding.sessions[0].into()));
}

#[test]
fn a_waived_finding_is_gone_until_that_is_undone() {
    let mut harness = opened();
    let before = open_findings(&harness);
    let first = sentence(&harness, &before[0]);
    click(&mut harness, "Waive: ");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(steps(&harness), 0, "a blank reason is refused, and the field stays");
    write(&mut harness, "Agreed with the host");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let after = open_findings(&harness);
    assert_eq!(after.len(), before.len() - 1);
    let waiver = harness.state().document().plan().waivers().iter().next_back().unwrap().clone();
    assert_eq!((waiver.reason.as_str(), waiver.id.as_str()), ("Agreed with the host", "waiver-04"));
    assert_eq!((&waiver.sessions, waiver.facts.clone()), (&before[0].sessions, before[0].facts()));
    assert_eq!(count(&harness, &first), 0);
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(open_findings(&harness), before);
    assert!(count(&harness, &first) > 0);
}

#[test]
fn a_waiver_is_withdrawn_from_the_list() {
    let mut harness = opened();
    let before = open_findings(&harness);
    click(&mut harness, "Waive: ");
    write(&mut harness, "Agreed");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    // Only what was waived stays when everything else is filtered out.
    for finding in ["error", "warning", "hint"] {
        let label = Texts::new(Language::English)
            .text_with(&format!("findings-count-{finding}"), &[("count", severity_count(&harness, finding).into())]);
        click(&mut harness, &label);
    }
    // Three were waived when the plan was made.
    click(&mut harness, "4 waived");
    click(&mut harness, "Withdraw the waiver");
    assert_eq!(open_findings(&harness).len(), before.len());
    assert_eq!(harness.state().document().plan().waivers().len(), 3);
    assert_eq!(steps(&harness), 2);
}

fn severity_count(harness: &Harness<'_, Desk>, name: &str) -> usize {
    let is = |finding: &&Finding| format!("{:?}", finding.severity).to_lowercase() == name;
    open_findings(harness).iter().filter(is).count()
}

#[test]
fn the_filter_leaves_what_holds_its_words_or_concerns_the_selection() {
    let mut harness = opened();
    harness.get_by_label("Filter findings").focus();
    harness.run_steps(2);
    write(&mut harness, "no such words anywhere");
    assert!(harness.query_all_by_label_contains("No finding matches").count() > 0);
    press(&mut harness, Modifiers::COMMAND, Key::A);
    press(&mut harness, Modifiers::NONE, Key::Delete);
    assert!(harness.query_all_by_label_contains("No finding matches").count() == 0);
    let findings = open_findings(&harness);
    let some = findings.iter().find(|finding| !finding.sessions.is_empty()).unwrap();
    act(&mut harness, Action::Select(Selection::sessions(some.sessions.iter().copied())));
    click(&mut harness, "Selected sessions only");
    assert!(count(&harness, &sentence(&harness, some)) > 0);
    let about = |finding: &&Finding| finding.sessions.iter().any(|id| some.sessions.contains(id));
    let other = findings.iter().find(|finding| !about(finding)).unwrap();
    assert_eq!(count(&harness, &sentence(&harness, other)), 0);
    act(&mut harness, Action::Run(UiCommand::SelectNone));
    assert!(harness.query_all_by_label_contains("No finding matches").count() > 0, "nothing is selected");
}

#[test]
fn a_rule_that_is_off_reports_nothing_and_can_be_set_back() {
    let mut harness = desk();
    let rule = open_findings(&harness)[0].rule;
    let (severity, name) = {
        let texts = Texts::new(Language::English);
        let severity = open_findings(&harness)[0].severity;
        (texts.text(findings::severity(severity)).to_owned(), texts.text(&format!("rule-{rule}")).to_owned())
    };
    act(&mut harness, Action::ShowRule(rule));
    click(&mut harness, &format!("{name}: {severity}"));
    click(&mut harness, "Off");
    assert!(open_findings(&harness).iter().all(|finding| finding.rule != rule));
    assert_eq!(choice(&harness, rule, ""), Some((Some(Severity::Off), None)));
    assert_eq!(steps(&harness), 1);
    click(&mut harness, "Back to the rule's own values");
    assert_eq!(choice(&harness, rule, ""), None);
    assert_eq!(open_findings(&harness)[0].rule, rule);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(count(&harness, &format!("{name}: {severity}")), 0, "Escape closes the window");
}

#[test]
fn a_number_out_of_range_is_refused_and_the_range_is_told() {
    let mut harness = desk();
    act(&mut harness, Action::ShowRule("lunch"));
    let field = "Lunch: Shortest time for lunch";
    let replace = |harness: &mut Harness<'_, Desk>, text: &str| {
        harness.get_by_label(field).focus();
        harness.run_steps(2);
        press(harness, Modifiers::COMMAND, Key::A);
        write(harness, text);
        press(harness, Modifiers::NONE, Key::Enter);
    };
    replace(&mut harness, "5000");
    assert!(harness.query_all_by_label_contains("Between 0 and 1440").count() > 0);
    assert_eq!((steps(&harness), choice(&harness, "lunch", "lunch-least")), (0, None));
    replace(&mut harness, "75");
    assert_eq!(harness.query_all_by_label_contains("Between 0 and 1440").count(), 0);
    assert_eq!((steps(&harness), choice(&harness, "lunch", "lunch-least")), (1, Some((None, Some(75)))));
    replace(&mut harness, "90");
    assert_eq!((steps(&harness), choice(&harness, "lunch", "lunch-least")), (2, None), "the rule's own value");
    // A number that is still being typed is there before anything else is done.
    harness.get_by_label("Lunch: Lunch from").focus();
    harness.run_steps(2);
    press(&mut harness, Modifiers::COMMAND, Key::A);
    write(&mut harness, "12.15");
    act(&mut harness, Action::Run(UiCommand::ToggleFindings));
    assert_eq!(choice(&harness, "lunch", "lunch-from"), Some((None, Some(12 * 60 + 15))));
}

#[test]
fn the_rules_are_searched() {
    let mut harness = desk();
    act(&mut harness, Action::Run(UiCommand::Rules));
    harness.get_by_label("Search rules").focus();
    harness.run_steps(2);
    write(&mut harness, "clocks skip");
    assert_eq!(count(&harness, "Hour that clocks skip"), 1);
    assert_eq!(count(&harness, "Room taken twice"), 0);
    write(&mut harness, " nonsense");
    assert_eq!(count(&harness, "Hour that clocks skip"), 0);
}

/// Also where the panel opens only now.
#[test]
fn f8_shows_the_whole_line_of_what_it_goes_to() {
    let mut harness = desk();
    for _ in 0..12 {
        harness.key_press(Key::F8);
        harness.run_steps(6);
        let head = harness.get_by_label("Filter findings").rect().bottom();
        let lines = harness.query_all_by_role(egui::Role::ListItem);
        let current = lines.into_iter().find(|line| {
            line.accesskit_node().is_selected() == Some(true)
                || line.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
        });
        let line = current.expect("the one gone to is marked").rect();
        assert!(line.top() >= head && line.bottom() <= 873.0, "{line} below {head}");
    }
}
