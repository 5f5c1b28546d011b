//! Plans handed out, and read back as others read them. Each format has its file; here is what they share.

mod docx;
mod golden;
mod held;
mod hostile;
mod house;
mod html;
mod ics;
mod mails;
mod own_fields;
mod pages;
mod papers;
mod plan_grid;
mod programme;
mod reserved;
mod rich;
mod schedule;
mod team;
mod typography;
mod whole;
mod xlsx;

use chrono::{DateTime, Utc};
use plenary::exchange::programme::Wish;
use plenary::exchange::{Handout, Programme, Progress, Request, Selection, export, exporter};
use plenary::model::zone::Tz;
use plenary::model::{Header, Patch, Plan, Session, SessionId};
use plenary::store::Template;

/// The moment at which everything is handed out here.
fn made() -> DateTime<Utc> {
    "2025-10-01T08:00:00Z".parse().unwrap()
}

/// `plan` in `format`, with what `configure` asks for.
#[track_caller]
fn handout(plan: &Plan, format: &str, configure: impl FnOnce(&mut Request)) -> Vec<Handout> {
    let mut request = Request::new(exporter(format).unwrap());
    configure(&mut request);
    export(plan, &request, made(), &Progress::default()).unwrap()
}

/// The one file of `plan` in `format`, as text.
#[track_caller]
fn text(plan: &Plan, format: &str, configure: impl FnOnce(&mut Request)) -> String {
    let [file] = <[Handout; 1]>::try_from(handout(plan, format, configure)).unwrap();
    String::from_utf8(file.bytes).unwrap()
}

/// What exporters read of `plan`.
fn programme(plan: &Plan, zone: Option<Tz>) -> Programme {
    let selection = Selection::default();
    let wish = Wish {
        selection: &selection,
        languages: &[],
        zone,
        is_internal: false,
        with_steps: false,
        checker: None,
        made: made(),
    };
    Programme::new(plan, &wish)
}

/// The built-in plan.
fn wtdc() -> Plan {
    Template::Wtdc25.plan()
}

/// `plan` with another session in the place of `id`.
#[track_caller]
fn with_session(mut plan: Plan, id: &str, change: impl FnOnce(&mut Session)) -> Plan {
    let mut session = (**plan.sessions().get(id.parse::<SessionId>().unwrap()).unwrap()).clone();
    change(&mut session);
    let mut patch = Patch::default();
    patch.put(&plan, session);
    plan.apply(&patch).unwrap();
    plan
}

/// `plan` with another header.
fn with_header(mut plan: Plan, change: impl FnOnce(&mut Header)) -> Plan {
    let mut header = (**plan.header()).clone();
    change(&mut header);
    let mut patch = Patch::default();
    patch.put_header(&plan, header);
    plan.apply(&patch).unwrap();
    plan
}
