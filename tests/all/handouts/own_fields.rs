//! Own fields in what is handed out: a column each, for the team; for everybody only where the plan says so.

use plenary::model::{FieldValue, OwnField, Patch, Plan};

use super::{handout, text, with_session};
use crate::own_fields::{field, plan, row};

/// The plan in which the setup of rooms is handed out, and a session that waits is filmed.
fn told() -> Plan {
    let plan = plan();
    let filmed = field(&plan, "Filmed");
    let mut plan = with_session(plan, "S20", |session| session.own.set(filmed, Some(FieldValue::Tick)));
    let setup = OwnField { handed_out: true, ..row(&plan, "Setup") };
    let mut patch = Patch::default();
    patch.put(&plan, setup);
    plan.apply(&patch).unwrap();
    plan
}

fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// What stands in the column called `head`, in the row of a session.
fn cell<'a>(rows: &'a [Vec<String>], id: &str, head: &str) -> Option<&'a str> {
    let column = rows[0].iter().position(|cell| cell == head)?;
    let row = rows.iter().find(|row| row[0] == id).unwrap();
    Some(&row[column])
}

#[test]
fn tables_have_a_column_for_each_and_run_nothing() {
    let internal = rows(&text(&told(), "csv", |request| request.is_internal = true));
    for (head, told) in
        [("Catering", "'=cmd()"), ("Chairs", "12.5"), ("Paid", "2026-02-01"), ("Setup", "Classroom"), ("Filmed", "yes")]
    {
        assert_eq!(cell(&internal, "S03", head).map(str::to_lowercase), Some(told.to_lowercase()), "{head}");
        assert_eq!(cell(&internal, "S02", head), Some(""), "{head}");
    }
    assert_eq!(cell(&internal, "S20", "Filmed"), cell(&internal, "S03", "Filmed"), "also where it waits");
    assert_eq!(cell(&internal, "S20", "Remarks"), Some(""));
    assert!(internal.iter().all(|row| row.len() == internal[0].len()));
    assert_eq!(handout(&told(), "xlsx", |request| request.is_internal = true).len(), 1);
}

#[test]
fn what_is_for_the_team_only_is_not_handed_out() {
    let public = rows(&text(&told(), "csv", |_| ()));
    assert_eq!(cell(&public, "S03", "Setup"), Some("Classroom"));
    for head in ["Catering", "Chairs", "Paid", "Filmed"] {
        assert_eq!(cell(&public, "S03", head), None, "{head}");
    }
    for format in ["html", "ics"] {
        // A calendar breaks its lines.
        let public = text(&told(), format, |_| ()).replace("\r\n ", "");
        assert!(public.contains("Setup") && public.contains("Classroom"), "{format}");
        assert!(!public.contains("Catering") && !public.contains("cmd()"), "{format}");
        assert!(text(&told(), format, |request| request.is_internal = true).contains("cmd()"), "{format}");
    }
}
