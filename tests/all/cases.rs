//! Small plans that were judged wrongly once, and what is right about them.

use plenary::check::Checker;
use plenary::store::read_plan;

/// What a rule says about a plan of `cases/`, by the ids of its sentences.
fn told(name: &str, rule: &str) -> Vec<&'static str> {
    let path = format!("{}/tests/all/cases/{name}.ron", env!("CARGO_MANIFEST_DIR"));
    let plan = read_plan(&std::fs::read(path).unwrap()).unwrap();
    let checker = Checker::new(&plan);
    checker.findings().filter(|finding| finding.rule == rule).map(|finding| finding.message).collect()
}

#[test]
fn the_officers_of_an_advisory_group_are_no_bureau_of_an_interregional_meeting() {
    assert!(told("irm-tdag-officer", "irm-bureau").is_empty());
}

#[test]
fn one_chair_leads_both_interregional_meetings() {
    assert_eq!(told("irm-two-chairs", "irm-bureau"), ["finding-irm-two-chairs"]);
}

#[test]
fn a_seventh_vice_chair_belongs_to_no_region() {
    assert_eq!(told("irm-seventh", "irm-bureau"), ["finding-irm-regionless"; 2], "at each of the two meetings");
}

#[test]
fn a_day_off_of_azerbaijan_is_none_in_bangkok() {
    assert!(told("holiday", "host-holiday").is_empty());
}
