//! What the rules say about the plans that come with the program: all of it, and why.

use plenary::check::{Checker, Finding, Value};
use plenary::model::{Plan, Severity};
use plenary::store::Template;

/// The rule and the sessions of every finding of the plan the program opens on; where it names no session, the event.
/// What a rule should find on purpose is marked so (`sessions.md`).
const OF_WTDC_25: &[(&str, &str)] = &[
    // On purpose: networking with ICANN and ISOC is a side event in the midst of the conference (C25/30-R §6).
    ("side-event", "S43"),
    // The document says which posts the bureau of the two meetings has, and not who holds them; somebody still has to.
    ("posts-open finding-posts-open", "IRM-BUREAU"),
    ("posts-open finding-posts-open", "PL"),
    // On purpose: six drafting groups at once. They are of six regions, so a planner may accept it.
    ("formal-at-once", "S54 S55 S56 S57 S58 S59"),
    // On purpose: the reserve plenary from 18:30 on needs a team of its own.
    ("interpreted-evening", "S81"),
    // On purpose: S35 makes the sittings of 20 November three for one of the two teams.
    ("team-day", "S35 S37 S41"),
    // On purpose: the Editorial Committee at 08:00.
    ("working-hours", "S78"),
    // The evening plenary is outside the hours too.
    ("working-hours", "S81"),
    // On purpose: work on Saturday, as at WTSA-16.
    ("weekend", "S51"),
    ("weekend", "S52"),
    // On purpose: the luncheons of Thailand and of the Russian Federation, as they were announced.
    ("social-overlap", "S38 S39"),
    // At 11:00 UTC it is night in Los Angeles and in Auckland: every start asks something of somebody (§4.22).
    ("irm-hours", "IRM1-1"),
    ("irm-hours", "IRM1-1"),
    ("irm-hours", "IRM1-2"),
    ("irm-hours", "IRM1-2"),
    ("irm-hours", "IRM2-1"),
    ("irm-hours", "IRM2-1"),
    ("irm-hours", "IRM2-2"),
    ("irm-hours", "IRM2-2"),
    // The meetings have the same start on all four days, and so always the same region.
    ("irm-balance finding-irm-balance", "ASP AFR"),
    // Registration opens, and chairs are briefed, on the Sunday before.
    // The coordination meeting is on the first day of TDAG-25, which takes its consolidated report.
    ("event-same-day finding-event-same-day", "tdag-25 rpm-cm"),
    ("outside-event", "S01"),
    ("outside-event", "S06"),
    // The working group of the plenary beside the budget committee.
    ("small-delegation", "S31 S32"),
    // The Steering Committee begins before the ad hoc group does, and ends a quarter of an hour into it.
    ("small-delegation", "S33 S34"),
    // The last part of a long sitting of COM4 beside the working group of the plenary.
    ("small-delegation", "S36 S37"),
    // On purpose: COM3 beside a group of COM4.
    ("small-delegation", "S40 S41"),
    // On purpose: the two main committees in parallel.
    ("small-delegation", "S44 S45"),
    // The working group of the plenary beside a group of COM3.
    ("small-delegation", "S47 S48"),
    // The two ad hoc groups of Saturday.
    ("small-delegation", "S51 S52"),
    // The six drafting groups once more: one delegate is too few for them.
    ("small-delegation", "S54 S55 S56 S57 S58 S59"),
    // On purpose: the two main committees in parallel.
    ("small-delegation", "S60 S61"),
    // Groups and committees in two rooms in the second week.
    ("small-delegation", "S63 S64"),
    ("small-delegation", "S68 S69"),
    ("small-delegation", "S68 S70"),
    ("small-delegation", "S72 S73"),
    ("small-delegation", "S75 S76"),
    // 17 sittings of two teams in the first week: 14 are usual.
    ("team-week", "S07 S08 S10 S12 S14 S18 S20 S22 S24 S27 S28 S30 S31 S32 S35 S36 S37 S40 S41 S44 S45 S47 S48 S49"),
    // 16 in the second.
    ("team-week", "S60 S61 S63 S64 S66 S68 S69 S70 S72 S73 S74 S75 S76 S79 S80 S81 S82 S84 S85"),
];

/// As the table has it.
fn line(finding: &Finding) -> (String, String) {
    let sessions: Vec<String> = finding.sessions.iter().map(ToString::to_string).collect();
    if sessions.is_empty() {
        let rows = finding.values.iter().filter_map(|(_, value)| match value {
            Value::Row(row) => Some(row.name()),
            _ => None,
        });
        return (format!("{} {}", finding.rule, finding.message), rows.collect::<Vec<_>>().join(" "));
    }
    (finding.rule.to_owned(), sessions.join(" "))
}

fn lines(plan: &Plan) -> Vec<(String, String)> {
    let checker = Checker::new(plan);
    let mut lines: Vec<_> = checker.findings().map(line).collect();
    lines.sort();
    lines
}

#[test]
fn the_first_plan_has_these_findings_and_no_others() {
    let mut expected: Vec<_> = OF_WTDC_25.iter().map(|&(rule, what)| (rule.to_owned(), what.to_owned())).collect();
    expected.sort();
    let told = lines(&Template::Wtdc25.plan());
    for line in &told {
        assert!(expected.contains(line), "told, and not expected: {line:?}");
    }
    for line in &expected {
        assert!(told.contains(line), "expected, and not told: {line:?}");
    }
    assert_eq!(told, expected);
}

#[test]
fn what_is_acceptable_in_the_first_plan_is_waived_with_a_reason() {
    let plan = Template::Wtdc25.plan();
    let checker = Checker::new(&plan);
    let mut waived: Vec<_> =
        checker.findings().filter(|finding| !finding.is_open()).map(|finding| line(finding).1).collect();
    waived.sort();
    assert_eq!(waived, ["S01", "S06", "S54 S55 S56 S57 S58 S59"]);
    assert!(checker.lapsed_waivers(&plan).is_empty());
}

/// The trouble that `sessions.md` puts in on purpose, one by one, so that nobody drops it with a line of the table.
#[test]
fn the_trouble_put_in_on_purpose_is_found() {
    let plan = Template::Wtdc25.plan();
    let told = lines(&plan);
    let is_told = |rule: &str, sessions: &str| told.contains(&(rule.to_owned(), sessions.to_owned()));
    assert!(is_told("social-overlap", "S38 S39"));
    assert!(is_told("side-event", "S43"));
    assert!(told.iter().any(|(rule, sessions)| rule == "team-day" && sessions.contains("S35")));
    for pair in ["S40 S41", "S44 S45", "S60 S61"] {
        assert!(is_told("small-delegation", pair), "{pair}");
    }
    assert!(is_told("formal-at-once", "S54 S55 S56 S57 S58 S59"));
    assert!(is_told("interpreted-evening", "S81"));
    assert!(is_told("weekend", "S51") && is_told("weekend", "S52"));
    assert!(is_told("working-hours", "S78"));
    let checker = Checker::new(&plan);
    for (id, severity) in [("S43", Severity::Error), ("S81", Severity::Warning), ("S44", Severity::Hint)] {
        assert_eq!(checker.mark(id.parse().unwrap()), severity, "{id}");
    }
}

#[test]
fn the_small_plans_set_the_rules_so_that_nothing_is_found() {
    assert_eq!(lines(&Template::TwoDays.plan()), []);
    assert_eq!(lines(&Template::Blank.plan()), []);
}
