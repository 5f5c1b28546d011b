//! Bureaus as a secretariat uses them: from the question to the name, board, matrix, keys.

use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::check::Checker;
use plenary::edit::{Command, Document};
use plenary::model::{CivilTime, Designation, Gender, Language, OfficeRole, Person, Plan, Post, RowId};
use plenary::store::Template;

use crate::desk::{act, harness_of, key, plan, steps};

/// The day on which all of this is done.
fn desk_on(plan: Plan, day: &str) -> Harness<'static, Desk> {
    let settings = Settings { view: "bureaus".to_owned(), inspector_open: false, ..Settings::default() };
    let now: CivilTime = format!("{day}T10:00").parse().unwrap();
    harness_of(Desk::new(plan, None, settings).with_clock(Box::new(move |_| Some(now))))
}

fn says(harness: &Harness<'_, Desk>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

fn click(harness: &mut Harness<'_, Desk>, label: &str) {
    harness.get_by_role_and_label(Role::Button, label).click();
    harness.run_steps(4);
}

fn post<'a>(harness: &'a Harness<'_, Desk>, id: &str) -> &'a Post {
    plan(harness).posts().get(id.parse().unwrap()).unwrap()
}

/// The posts of the conference filled in part, as one step each.
pub fn filled() -> Plan {
    let mut document = Document::new(Template::Wtdc25.plan());
    let rows = [
        ("PL", "wm.C.m"),
        ("COM2", "m.o..W"),
        ("COM3", "wwoMmo"),
        ("COM4", "oWwmom"),
        ("COM5", "Wmmoww"),
        ("WG-PL", "moCwmo"),
    ];
    let (mut made, mut number) = (Vec::new(), 0);
    for (body, marks) in rows {
        let regions = ["AFR", "AMS", "ARB", "ASP", "CIS", "EUR"];
        let languages = [Language::French, Language::Spanish, Language::Arabic, Language::Chinese, Language::Russian];
        let languages = languages.into_iter().chain([Language::English]);
        for ((region, language), mark) in
            regions.into_iter().zip(languages).zip(marks.chars()).filter(|(_, c)| *c != '.')
        {
            number += 1;
            let role = if mark.is_uppercase() { OfficeRole::Chair } else { OfficeRole::ViceChair };
            let mut post = Post::new(format!("post-{number:02}").parse().unwrap(), body.parse().unwrap(), role);
            post.kept_for = Some(region.parse().unwrap());
            post.language = (body == "COM5").then_some(language);
            if !matches!(mark, 'o' | 'C' | 'c') {
                let gender = if mark.eq_ignore_ascii_case(&'w') { Gender::Woman } else { Gender::Man };
                let id = format!("holder-{number:02}").parse().unwrap();
                let person = Person { gender: Some(gender), ..Person::new(id, &format!("Holder {number}")) };
                made.push(person.into());
                post = Post { designation: Designation::Confirmed, ..post.with_person(id, None) };
            }
            made.push(post.into());
        }
    }
    document.perform(&Command::PutMany(made)).unwrap();
    document.plan().clone()
}

#[test]
fn the_built_in_plan_opens_with_seven_posts_and_no_error_about_them() {
    let harness = desk_on(Template::Wtdc25.plan(), "2025-06-18");
    for organization in ["APT", "ATU", "CEPT", "CITEL", "LAS", "RCC"] {
        assert!(says(&harness, &format!("{organization}, Vice-Chair, to be designated")), "{organization}");
    }
    assert!(says(&harness, "Chair, Chair, to be designated"));
    assert!(says(&harness, "7 to be designated"));
    let checker = Checker::new(plan(&harness));
    assert!(!checker.findings().any(|finding| finding.rule == "irm-bureau"));
    assert_eq!(
        checker.findings().filter(|finding| finding.rule == "posts-open").count(),
        2,
        "the interregional meetings, and the conference"
    );
}

#[test]
fn a_name_is_asked_for_reminded_of_received_and_confirmed() {
    let mut harness = desk_on(Template::Wtdc25.plan(), "2025-06-02");
    click(&mut harness, "Ask: CITEL");
    assert_eq!(post(&harness, "IRM-VC-CITEL").asked, "2025-06-02".parse().ok());
    assert!(says(&harness, "CITEL, Vice-Chair, asked, asked 2 Jun"));
    let due = Post { due: "2025-06-13".parse().ok(), ..post(&harness, "IRM-VC-CITEL").clone() };
    act(&mut harness, Action::Perform(Command::Put(due.into())));
    assert!(says(&harness, "by 13 Jun, 11 days left"));
    let asked = plan(&harness).clone();

    let mut harness = desk_on(asked, "2025-06-18");
    assert!(says(&harness, "CITEL, Vice-Chair, asked, late"), "colour is not the only sign");
    assert!(says(&harness, "due 13 Jun, 5 days late"));
    assert!(says(&harness, "IRM bureau, Vice-Chair, CITEL, due 13 Jun, 5 days late"));
    click(&mut harness, "Remind: CITEL");
    assert_eq!(post(&harness, "IRM-VC-CITEL").reminded, "2025-06-18".parse().ok());
    let person = Person::new("p".parse().unwrap(), "Ana Souza");
    let named = post(&harness, "IRM-VC-CITEL").clone().with_person(person.id, "2025-06-19".parse().ok());
    act(&mut harness, Action::Perform(Command::PutMany(vec![person.into(), named.into()])));
    assert!(says(&harness, "CITEL, Vice-Chair, name received, late"), "it is confirmed by nobody yet");
    click(&mut harness, "Confirm: CITEL");
    assert!(says(&harness, "CITEL, Vice-Chair, confirmed, confirmed 18 Jun"));
    assert!(says(&harness, "Ana Souza"));
    assert_eq!(steps(&harness), 3);
    for _ in 0..3 {
        act(&mut harness, Action::Run(UiCommand::Undo));
    }
    assert_eq!(post(&harness, "IRM-VC-CITEL").reminded, None);
}

#[test]
fn all_are_asked_in_one_step_with_a_letter() {
    let mut harness = desk_on(Template::Wtdc25.plan(), "2025-06-02");
    harness.get_by_role_and_label(Role::Button, "Ask all").click();
    let mut letter = None;
    for _ in 0..4 {
        harness.step();
        let commands = &harness.output().platform_output.commands;
        letter = letter.or(commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        }));
    }
    let letter = letter.expect("the letter is on the clipboard");
    assert!(letter.contains("CITEL — Vice-Chair, CITEL"), "{letter}");
    let asked = plan(&harness).posts().iter().filter(|post| post.designation == Designation::Asked).count();
    assert_eq!((asked, steps(&harness)), (7, 1));
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert!(plan(&harness).posts().iter().all(|post| post.asked.is_none()));
}

#[test]
fn what_a_board_lacks_is_made_at_once() {
    let mut harness = desk_on(Template::Wtdc25.plan(), "2025-06-02");
    harness.get_by_role_and_label(Role::Row, "COM5").click();
    harness.run_steps(4);
    click(&mut harness, "Add 7 missing posts");
    let of = |harness: &Harness<'_, Desk>| {
        let posts = plan(harness).posts().iter().filter(|post| post.body.as_str() == "COM5");
        posts.map(|post| (post.role, post.language)).collect::<Vec<_>>()
    };
    let mut posts = of(&harness);
    posts.sort();
    let languages = Language::ALL.map(|language| (OfficeRole::ViceChair, Some(language)));
    assert_eq!(posts[0], (OfficeRole::Chair, None));
    assert!(languages.iter().all(|seat| posts.contains(seat)), "{posts:?}");
    assert_eq!((posts.len(), steps(&harness)), (7, 1));
    assert!(!says(&harness, "missing post"));
}

#[test]
fn the_matrix_is_filled_with_keys_alone() {
    let mut harness = desk_on(Template::Wtdc25.plan(), "2025-06-02");
    harness.get_by_role_and_label(Role::Table, "Posts by region").focus();
    harness.run_steps(2);
    // COM3, Arab States.
    for pressed in [Key::ArrowDown, Key::ArrowDown, Key::ArrowRight, Key::ArrowRight, Key::Enter] {
        key(&mut harness, Modifiers::NONE, pressed);
    }
    harness.run_steps(4);
    harness.get_by_role_and_label(Role::Button, "Chair").click();
    harness.run_steps(4);
    let made = plan(&harness).posts().iter().find(|post| post.body.as_str() == "COM3").unwrap().clone();
    assert_eq!((made.role, made.kept_for), (OfficeRole::Chair, "ARB".parse().ok()));
    assert_eq!(harness.state().selection().focus, Some(RowId::Post(made.id)));
    assert!(says(&harness, "COM3: Chair, ARB, to be designated"));
    harness.get_by_role_and_label(Role::Table, "Posts by region").focus();
    harness.run_steps(2);
    key(&mut harness, Modifiers::NONE, Key::Delete);
    assert!(!plan(&harness).posts().contains(made.id));
    assert_eq!(steps(&harness), 2);
}

#[test]
fn sums_stand_at_the_ends_and_com1_follows() {
    let harness = desk_on(filled(), "2025-06-18");
    assert!(says(&harness, "Posts by region, AFR 6, AMS 5, ARB 5, ASP 5, CIS 4, EUR 6"));
    assert!(says(&harness, "of these chairs, AFR 1, AMS 1, ARB 1, ASP 2, CIS 0, EUR 1"));
    assert!(says(&harness, "COM1: is not filled by hand"));
    assert!(says(&harness, "COM5: 6 of 6 languages"));
    assert!(says(&harness, "COM5. AFR: Chair, AFR · French, Holder"));
}

#[test]
fn a_spokesperson_is_added_beside_the_vice_chair() {
    let mut harness = desk_on(Template::Wtdc25.plan(), "2025-06-02");
    click(&mut harness, "Spokespersons of RCC: none");
    harness.get_by_label_contains("Add a spokesperson").click();
    harness.run_steps(4);
    let made = plan(&harness).posts().iter().filter(|post| post.role == OfficeRole::Spokesperson);
    assert_eq!(made.map(|post| post.kept_for).collect::<Vec<_>>(), ["RCC".parse().ok()]);
    assert!(says(&harness, "Spokespersons of RCC: 1"));
}

#[test]
fn the_board_is_worked_with_keys_alone() {
    let mut harness = desk_on(Template::Wtdc25.plan(), "2025-06-02");
    key(&mut harness, Modifiers::NONE, Key::F6);
    for _ in 0..12 {
        if harness.get_by_label_contains("Chair, Chair, to be designated").is_focused() {
            break;
        }
        key(&mut harness, Modifiers::NONE, Key::F6);
    }
    for pressed in [Key::ArrowDown, Key::ArrowRight, Key::ArrowRight, Key::ArrowRight, Key::A] {
        key(&mut harness, Modifiers::NONE, pressed);
    }
    assert_eq!(post(&harness, "IRM-VC-CITEL").asked, "2025-06-02".parse().ok());
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().selection().focus, Some(RowId::Post("IRM-VC-CITEL".parse().unwrap())));
    key(&mut harness, Modifiers::NONE, Key::ArrowDown);
    assert!(harness.get_by_role_and_label(Role::Table, "Posts by region").is_focused());
}

#[test]
fn one_day_is_set_for_all_open_posts_by_typing() {
    let mut harness = desk_on(Template::Wtdc25.plan(), "2025-05-20");
    click(&mut harness, "Due…");
    harness.event(egui::Event::Text("13 jun 2025".to_owned()));
    harness.run_steps(3);
    key(&mut harness, Modifiers::NONE, Key::Enter);
    let due = "2025-06-13".parse().ok();
    assert_eq!(steps(&harness), 1);
    let open = plan(&harness).posts().iter().filter(|post| post.is_open() && post.due == due).count();
    assert_eq!(open, 7, "the chair and six vice-chairs");
}
