//! The table of all rules in `docs/rules.md`: made of the program's own words, and of plans in which each rule speaks.
//! `PLENARY_BLESS=1` writes it anew.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use plenary::check::{Checker, Number, RULES, Rule, Unit};
use plenary::model::{Language, Plan};
use plenary::store::read_plan;
use plenary::texts::{Texts, dates, findings};

/// Where rules are looked for, the plans that come with the program first.
fn plans() -> Vec<(String, Plan)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let saves = ["wtdc-25", "illustrative-statements", "two-days"].map(|name| format!("saves/{name}.ron"));
    let cases = fs::read_dir(root.join("tests/all/cases")).unwrap().map(|entry| entry.unwrap().file_name());
    let cases = cases.map(|name| format!("tests/all/cases/{}", name.to_str().unwrap()));
    let mut cases: Vec<String> =
        cases.filter(|path| Path::new(path).extension().is_some_and(|extension| extension == "ron")).collect();
    // What holds everything comes last, where nothing smaller speaks for itself.
    cases.sort_by_key(|path| (path.contains("every-rule"), path.clone()));
    let read = |path: String| {
        let plan = read_plan(&fs::read(root.join(&path)).unwrap()).unwrap_or_else(|error| panic!("{path}: {error:?}"));
        (path, plan)
    };
    saves.into_iter().chain(cases).map(read).collect()
}

/// `Time for coffee (coffee-mins): 15 min`
fn setting(texts: &Texts, number: &Number) -> String {
    let value = match number.unit {
        Unit::Minutes => dates::length_text(texts, number.default),
        Unit::Seconds => dates::seconds_text(texts, number.default),
        Unit::Clock => findings::clock(number.default),
        Unit::Days => format!("{} {}", number.default, texts.text("unit-days")),
        Unit::Count => number.default.to_string(),
    };
    format!("{} (`{}`): {value}", texts.text(&format!("number-{}", number.name)), number.name)
}

/// A cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

/// The first plan in which a rule speaks, and what it says there.
fn spoken(texts: &Texts, plans: &[(String, Plan, Checker)], rule: &Rule) -> Option<(String, String)> {
    plans.iter().find_map(|(path, plan, checker)| {
        let finding = checker.sorted().into_iter().find(|finding| finding.rule == rule.name)?;
        Some((path.clone(), findings::sentence(texts, plan, Language::English, finding)))
    })
}

#[test]
fn each_rule_speaks_in_some_plan_and_the_table_of_rules_is_true() {
    let texts = Texts::new(Language::English);
    let plans: Vec<(String, Plan, Checker)> =
        plans().into_iter().map(|(path, plan)| (path, plan.clone(), Checker::new(&plan))).collect();
    let mut table = String::from(
        "# Rules\n\n\
         What the program reports, why, and how it can be set. Made by `tests/all/rules.rs` from the rules themselves; do not edit.\n\
         A severity or a number that differs from the rule's own is a row of the plan.\n\n\
         | rule | reports | basis | severity | settings | for example |\n\
         |---|---|---|---|---|---|\n",
    );
    let mut silent = Vec::new();
    for rule in RULES {
        let [name, about, basis] = findings::rule_ids(rule.name).map(|id| texts.text(&id).to_owned());
        let settings: Vec<String> = rule.numbers.iter().map(|number| setting(&texts, number)).collect();
        let Some((path, sentence)) = spoken(&texts, &plans, rule) else {
            silent.push(rule.name);
            continue;
        };
        let cells = [
            format!("{name}<br>`{}`", rule.name),
            about,
            basis,
            texts.text(findings::severity(rule.severity)).to_owned(),
            settings.join("<br>"),
            format!("{sentence}<br>[{}](../{path})", path.rsplit('/').next().unwrap()),
        ];
        writeln!(table, "| {} |", cells.map(|text| cell(&text)).join(" | ")).unwrap();
    }
    assert!(silent.is_empty(), "in no plan of the tests: {silent:?}");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    if std::env::var_os("PLENARY_BLESS").is_some() {
        fs::write(&path, &table).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    let first = written.lines().zip(table.lines()).find(|(old, new)| old != new);
    assert!(written == table, "docs/rules.md is not what the rules are ({first:?}); PLENARY_BLESS=1 writes it anew");
}
