//! Files as they were when somebody last looked at them. `PLENARY_BLESS=1` writes them anew; look at the difference.

use std::fs;
use std::path::Path;

use plenary::exchange::{Layout, Request};
use plenary::model::{Language, Participation, Patch, Plan, Role, Status};
use plenary::store::Template;

use super::{hostile, text, with_session, wtdc};

/// A break and a sitting with documents before the conference, in other zones; the opening; a meeting in six rooms; a
/// cancelled one with a link. In two languages.
fn chosen(request: &mut Request) {
    request.selection.sessions = ["IRM1-1", "IRM1-2", "S08", "S17", "S41"].map(|id| id.parse().unwrap()).to_vec();
    request.languages = vec![Language::English, Language::Russian];
}

#[track_caller]
fn check(name: &str, plan: &Plan, format: &str, configure: impl FnOnce(&mut Request)) {
    let version = format!("Plenary {}", env!("CARGO_PKG_VERSION"));
    let told = text(plan, format, configure)
        .replace(&version, "Plenary VERSION")
        .replace(&format!("version=\"{}\"", env!("CARGO_PKG_VERSION")), "version=\"VERSION\"")
        .replace(&format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION")), "\"version\": \"VERSION\"");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/all/golden").join(name);
    if std::env::var_os("PLENARY_BLESS").is_some() {
        fs::write(&path, &told).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let same = told.lines().zip(expected.lines()).position(|(ours, theirs)| ours != theirs);
    assert!(
        told == expected,
        "{name} differs, first after line {}; PLENARY_BLESS=1 writes it anew",
        same.unwrap_or_else(|| told.lines().count().min(expected.lines().count()))
    );
}

#[test]
fn formats_for_programs_stay_as_they_are() {
    let mut plan = wtdc();
    let mut patch = Patch::default();
    let chair = hostile::person("chair", "Ms Chair");
    let part = Participation { person: chair.id, role: Role::Chair };
    patch.put(&plan, chair);
    plan.apply(&patch).unwrap();
    let plan = with_session(plan, "S41", |session| {
        session.link = "https://example.org/join".to_owned();
        session.status = Status::Cancelled;
        session.people = vec![part];
    });
    check("wtdc-25.ics", &plan, "ics", chosen);
    check("wtdc-25.schedule.xml", &plan, "schedule-xml", chosen);
    check("wtdc-25.schedule.json", &plan, "schedule-json", chosen);
    check("wtdc-25.csv", &plan, "csv", chosen);
}

#[test]
fn json_holds_the_plan() {
    check("two-days.json", &Template::TwoDays.plan(), "json", |_| {});
}

#[test]
fn a_drawing_stays_as_it_is() {
    check("two-days.svg", &Template::TwoDays.plan(), "svg", |request| request.layout = Layout::Grid);
}
