//! Real times in what is handed out.

use plenary::model::zone::Tz;
use plenary::model::{CivilTime, Held, HeldStep};

use super::{text, with_session, wtdc};

fn held() -> Held {
    let at = |clock: &str| format!("2025-11-{clock}").parse::<CivilTime>().unwrap();
    let steps = [(HeldStep::Suspend, "18T10:05"), (HeldStep::Resume, "18T10:15"), (HeldStep::Adjourn, "19T00:20")];
    steps.into_iter().fold(Held::since(at("18T09:37")), |held, (step, time)| held.after(step, at(time)).unwrap())
}

/// The cells of S18 under the heads that begin with these.
fn cells(table: &str, heads: [&str; 3]) -> Vec<String> {
    let cells = |line: &str| line.split(';').map(|cell| cell.trim_matches('"').to_owned()).collect::<Vec<_>>();
    let separated = table.replace(',', ";");
    let mut lines = separated.lines();
    let all = cells(lines.next().unwrap().trim_start_matches('\u{feff}'));
    // Texts have commas of their own, so it is counted from the end.
    let row = cells(lines.find(|line| line.trim_start_matches('"').starts_with("S18")).unwrap());
    let from_end = |head: &str| all.len() - all.iter().position(|name| name == head).unwrap();
    heads.map(|head| row[row.len() - from_end(head)].clone()).to_vec()
}

#[test]
fn a_table_has_columns_of_real_times_where_any_session_was_held() {
    let plan = wtdc();
    assert!(!text(&plan, "csv", |_| ()).contains("Adjourned"));
    let plan = with_session(plan, "S18", |session| session.held = Some(held()));
    let table = text(&plan, "csv", |_| ());
    let heads = ["Opened", "Suspended", "Adjourned"];
    assert_eq!(cells(&table, heads), ["09:37", "10:05–10:15", "2025-11-19 00:20"], "with the day where it is another");
    let table = text(&plan, "csv", |request| request.zone = Some(Tz::UTC));
    assert_eq!(cells(&table, heads)[..2], ["05:37", "06:05–06:15"], "by the clock of everything else");
    assert!(cells(&table, heads)[2].contains("20:20"));
}

#[test]
fn a_calendar_says_when_a_session_sat_and_json_has_all_of_it() {
    let plan = with_session(wtdc(), "S18", |session| session.held = Some(held()));
    let calendar = text(&plan, "ics", |_| ()).replace("\r\n ", "");
    assert!(calendar.contains("Held: 09:37–10:05\\, 10:15–2025-11-19 00:20"), "folded and escaped");
    assert_eq!(calendar.matches("Held: ").count(), 1, "and of no other");
    assert!(text(&plan, "json", |_| ()).contains("\"adjourned\""));
}
