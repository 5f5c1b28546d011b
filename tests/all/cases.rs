//! Small plans that were judged wrongly once, and what is right about them; each with others of its kind.

use plenary::check::Checker;
use plenary::model::agenda;
use plenary::model::{Patch, Plan, Session};
use plenary::store::{Template, read_plan};

/// The plan of `cases/` with words of it changed.
fn varied(name: &str, words: &[(&str, &str)]) -> Plan {
    let path = format!("{}/tests/all/cases/{name}.ron", env!("CARGO_MANIFEST_DIR"));
    let mut text = std::fs::read_to_string(path).unwrap();
    for (old, new) in words {
        assert!(text.contains(old), "{name}: {old}");
        text = text.replace(old, new);
    }
    read_plan(text.as_bytes()).unwrap()
}

/// What a rule says about a plan, by the ids of its sentences and the sessions.
fn reported(plan: &Plan, rule: &str) -> Vec<String> {
    let checker = Checker::new(plan);
    let findings = checker.sorted().into_iter().filter(|finding| finding.rule == rule);
    let line =
        |sessions: &[plenary::model::SessionId]| sessions.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    findings.map(|finding| format!("{} {}", finding.message, line(&finding.sessions)).trim_end().to_owned()).collect()
}

/// What a rule says about a plan of `cases/`.
fn told(name: &str, rule: &str) -> Vec<String> {
    reported(&varied(name, &[]), rule)
}

#[test]
fn the_officers_of_an_advisory_group_are_no_bureau_of_an_interregional_meeting() {
    assert!(told("irm-tdag-officer", "irm-bureau").is_empty());
}

#[test]
fn one_chair_leads_both_interregional_meetings() {
    let told = told("irm-two-chairs", "irm-bureau");
    assert!(told.len() == 1 && told[0].starts_with("finding-irm-two-chairs"), "{told:?}");
}

#[test]
fn a_seventh_vice_chair_belongs_to_no_region() {
    let told = told("irm-seventh", "irm-bureau");
    assert!(told.len() == 2 && told.iter().all(|one| one.starts_with("finding-irm-regionless")), "{told:?}");
}

#[test]
fn a_day_off_of_azerbaijan_is_none_in_bangkok() {
    assert!(told("holiday", "host-holiday").is_empty());
}

#[test]
fn an_opening_and_a_dialogue_are_for_everybody() {
    let beside = ["finding-beside-plenary X O", "finding-beside-plenary Y HL"];
    assert_eq!(told("beside-opening", "beside-plenary"), beside);
    let network =
        varied("beside-opening", &[("(id:\"X\",event:\"c\",kind:Committee", "(id:\"X\",event:\"c\",kind:Network")]);
    assert_eq!(reported(&network, "beside-plenary"), [beside[1]]);
    assert_eq!(reported(&network, "others-beside-plenary"), [beside[0]], "it draws people away");
    let later = varied(
        "beside-opening",
        &[(
            "placement:(start:\"2026-03-02T10:00\",length_mins:60, rooms:[\"a\"]",
            "placement:(start:\"2026-03-02T11:00\",length_mins:60, rooms:[\"a\"]",
        )],
    );
    assert_eq!(reported(&later, "beside-plenary"), [beside[1]], "after the opening");
}

#[test]
fn what_is_held_at_once_in_one_house_counts_across_events() {
    let plan = varied("cross-event-plenary", &[]);
    assert_eq!(reported(&plan, "beside-plenary"), ["finding-beside-plenary F P", "finding-beside-plenary F2 P"]);
    assert_eq!(reported(&plan, "interpreted-at-once"), ["finding-interpreted-at-once F F2 P"]);
    assert_eq!(reported(&plan, "small-delegation"), ["finding-small-delegation F F2 P"]);
    let conference = "(en: \"Conf\"), dates: Days(\"2026-03-02\",\"2026-03-13\"), zone: \"Europe/Zurich\"";
    let forum = "dates:Day(\"2026-03-03\"),zone:\"Europe/Zurich\"";
    let placed = |one: &str, other: &str, words: &[(&str, &str)]| {
        let one = format!("{conference}, place: (en: \"{one}\")");
        let other = format!("{forum}, place: (en: \"{other}\")");
        let all = [&[(conference, one.as_str()), (forum, other.as_str())], words].concat();
        reported(&varied("cross-event-plenary", &all), "beside-plenary").len()
    };
    assert_eq!(placed("Geneva", "geneva ", &[]), 2, "one place");
    assert_eq!(placed("Geneva", "Lausanne", &[]), 0, "another city");
    let shares = [("length_mins:180, rooms:[\"b\"]", "length_mins:180, rooms:[\"hall\"]")];
    assert_eq!(placed("CICG, Geneva", "Geneva", &shares), 2, "they share a room, so they share the house");
    let far = varied("cross-event-plenary", &[(forum, "dates:Day(\"2026-03-03\"),zone:\"Asia/Bangkok\"")]);
    assert!(reported(&far, "beside-plenary").is_empty());
    let online = varied("cross-event-plenary", &[(forum, &format!("{forum}, format: Virtual"))]);
    assert!(reported(&online, "beside-plenary").is_empty(), "nobody leaves the house for it");
}

#[test]
fn a_speaker_can_not_be_in_the_chair_elsewhere() {
    assert_eq!(told("speaker-elsewhere", "agenda-speaker"), ["finding-agenda-speaker H Y"]);
    let early = [("start:\"2026-03-03T14:30\",length_mins:75", "start:\"2026-03-03T14:00\",length_mins:75")];
    assert!(reported(&varied("speaker-elsewhere", &early), "agenda-speaker").is_empty(), "the turn is over by then");
    let speaks = varied("speaker-elsewhere", &[("role:Chair", "role:Panellist")]);
    assert_eq!(reported(&speaks, "agenda-speaker"), ["finding-agenda-speaker H Y"]);
}

#[test]
fn what_is_made_at_the_conference_has_no_deadline_before_it() {
    assert!(told("docs", "document-deadline").is_empty());
    let issued = |day: &str| reported(&varied("docs", &[("2026-03-12", day)]), "document-deadline");
    assert!(issued("2026-03-02").is_empty(), "on the first day");
    assert_eq!(issued("2026-03-01"), ["finding-document-deadline P"]);
    assert!(issued("2026-02-09").is_empty());
}

#[test]
fn only_outcomes_of_the_youth_celebration_are_ruled_out() {
    assert_eq!(
        told("youthdoc", "youth-no-outcome"),
        ["finding-youth-no-outcome Y"],
        "the declaration, not the programme"
    );
    let renamed = |title: &str| varied("youthdoc", &[("Youth outcome declaration", title)]);
    assert!(reported(&renamed("List of speakers"), "youth-no-outcome").is_empty());
    assert_eq!(reported(&renamed("Baku Youth Communiqué"), "youth-no-outcome"), ["finding-youth-no-outcome Y"]);
}

#[test]
fn whoever_has_no_sitting_waits() {
    assert_eq!(told("st-cancel", "statement-waits"), ["finding-statement-cancelled H"]);
    let unplaced = varied(
        "st-cancel",
        &[("placement:(start:\"2026-03-03T14:30\",length_mins:75, rooms:[\"hall\"]),", ""), ("status:Cancelled,", "")],
    );
    assert_eq!(reported(&unplaced, "statement-waits"), ["finding-statement-unplaced H"]);
    let held = varied("st-cancel", &[("status:Cancelled,", "")]);
    assert!(reported(&held, "statement-waits").is_empty());
}

#[test]
fn two_names_of_a_state_are_one_state_and_a_person_is_told_of_once() {
    let both = ["finding-statement-one-each H", "finding-statement-twice H"];
    assert_eq!(told("states", "statement-one-each"), both);
    let named = |other: &str| {
        let plan = varied("states", &[("represents:\"Russian Federation\"", &format!("represents:\"{other}\""))]);
        reported(&plan, "statement-one-each")
    };
    assert_eq!(named("Российская Федерация"), both);
    assert_eq!(named("Kenya"), [both[1]]);
}

#[test]
fn turns_count_the_changeover_and_go_by_their_order() {
    let due = |plan: &Plan| {
        let session = plan.sessions().get("H".parse().unwrap()).unwrap();
        let taken = agenda::taken(plan, plan, session.id);
        let starts = agenda::times(Some(session), &taken).dues.into_iter().map(|due| due.start_secs);
        taken.iter().map(|one| one.row().name()).zip(starts).collect::<Vec<_>>()
    };
    let line = |name: &str, secs| (name.to_owned(), secs);
    assert_eq!(due(&varied("st", &[])), [line("2", 0), line("1", 150 + 30)]);
    assert_eq!(due(&varied("st", &[("order:2", "order:0")])), [line("1", 0), line("2", 180 + 30)]);
}

#[test]
fn an_item_of_a_cancelled_session_is_not_covered() {
    assert_eq!(told("agenda", "agenda-uncovered"), ["finding-agenda-uncovered"]);
    let held = varied("agenda", &[("status:Cancelled,", "")]);
    assert!(reported(&held, "agenda-uncovered").is_empty());
    let waits =
        [("placement:(start:\"2026-03-13T09:30\",length_mins:180, rooms:[\"hall\"]),", ""), ("status:Cancelled,", "")];
    assert!(reported(&varied("agenda", &waits), "agenda-uncovered").is_empty(), "it is planned");
}

#[test]
fn lunches_one_after_the_other_are_lunches() {
    assert!(told("lunch", "lunch").is_empty());
    let sits_on = ("length_mins:60", "length_mins:90");
    let joint = varied("lunch", &[("bodies:[\"COM4\"]", "bodies:[\"COM3\"]"), sits_on]);
    assert_eq!(reported(&joint, "lunch"), ["finding-lunch-of X Y"], "the same people");
    let all = varied("lunch", &[("kind:Committee,title:(en:\"Y\")", "kind:Plenary,title:(en:\"Y\")"), sits_on]);
    assert_eq!(reported(&all, "lunch"), ["finding-lunch-of X Y"], "everybody from 13:00 on, and COM3 before");
}

/// The built-in plan with some of its sessions changed.
fn wtdc_25(which: impl Fn(&Session) -> bool, change: impl Fn(&mut Session)) -> Plan {
    let mut plan = Template::Wtdc25.plan();
    let mut patch = Patch::default();
    for row in plan.sessions().iter().filter(|row| which(row)) {
        let mut row = (**row).clone();
        change(&mut row);
        patch.put(&plan, row);
    }
    assert!(!patch.is_empty());
    plan.apply(&patch).unwrap();
    plan
}

#[test]
fn the_committees_of_the_built_in_plan_have_their_way_to_the_plenary() {
    let of = |body: &'static str| move |row: &Session| row.bodies.contains(&body.parse().unwrap());
    let at =
        |start: &'static str| move |row: &mut Session| row.placement.as_mut().unwrap().start = start.parse().unwrap();
    let untouched = Template::Wtdc25.plan();
    for rule in ["editorial-path", "budget-report", "committee-set-up"] {
        assert!(reported(&untouched, rule).is_empty(), "{rule}");
    }
    let no_editors = wtdc_25(of("COM5"), Session::unschedule);
    let path = ["S72", "S74", "S75"].map(|last| format!("finding-editorial-path {last}"));
    assert_eq!(reported(&no_editors, "editorial-path"), path, "COM3, COM4 and the working group of the plenary");
    let late = wtdc_25(|row| row.id.as_str() == "S73", at("2025-11-28T16:30"));
    assert_eq!(reported(&late, "budget-report"), ["finding-budget-report S73"]);
    let early = wtdc_25(|row| row.id.as_str() == "S15", at("2025-11-17T08:00"));
    assert_eq!(reported(&early, "committee-set-up"), ["finding-committee-set-up S15 S10"]);
}

#[test]
fn the_groups_of_the_built_in_plan_keep_apart() {
    let at =
        |start: &'static str| move |row: &mut Session| row.placement.as_mut().unwrap().start = start.parse().unwrap();
    let beside_its_committee = wtdc_25(|row| row.id.as_str() == "S48", at("2025-11-21T09:30"));
    assert_eq!(reported(&beside_its_committee, "committee-groups"), ["finding-committee-groups S48 S44"]);
    let beside_coordination = wtdc_25(|row| row.id.as_str() == "S54", at("2025-11-18T08:15"));
    assert_eq!(reported(&beside_coordination, "regional-drafting"), ["finding-regional-drafting S54 S17"]);
}
