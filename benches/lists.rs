//! CPU time of what the views of statements and of agendas stand on, with 194 requests and 500 items, and with ten times as
//! many. `cargo bench --bench lists`
//!
//! *What* is how what is in the view is worked out for each state of the plan, *drag* the same for a place that is aimed at:
//! what would be done, on a copy of the plan, and what is in the view then. *Resolve* is a part of that. *Done* is the same
//! command in the open plan, with index and findings.

mod measure;

use measure::{median, middle, milliseconds, timed};
use plenary::edit::agenda::{OnAgenda, Spot, new_items};
use plenary::edit::statements::OnList;
use plenary::edit::{AnyRow, Command, resolve};
use plenary::model::agenda::Agenda;
use plenary::model::burden::{self, Measure};
use plenary::model::speaking::SpeakingList;
use plenary::model::zone::Tz;
use plenary::model::{
    AgendaItem, Body, BodyKind, City, CivilTime, EventId, Language, LocalText, Person, PersonId, Plan, Rank, SessionId,
    Statement, StatementId, states,
};
use plenary::store::Template;
use plenary::workbench::Workbench;

fn main() {
    // `cargo test` also runs benches; there each is tried once.
    let test = std::env::args().any(|argument| argument == "--test");
    let (sizes, runs): (&[usize], usize) = if test { (&[1], 1) } else { (&[1, 10], 21) };
    let heads = ["what", "resolve", "drag", "done"].map(|head| format!("{head:>9}")).join(" ");
    println!("CPU milliseconds{:13} {heads}", "");
    for &times in sizes {
        statements(194 * times, runs);
        items(500 * times, runs);
    }
    starts(runs);
}

/// 96 starts of a virtual meeting, put in order by what they ask of 60 cities.
fn starts(runs: usize) {
    let zones = [Tz::Asia__Kolkata, Tz::Asia__Tokyo, Tz::Pacific__Auckland, Tz::America__New_York, Tz::Europe__Paris];
    let city = |at: usize| City { name: LocalText::default(), zone: zones[at % zones.len()], days_off: Vec::new() };
    let region = |at: usize| Body {
        cities: (0..10).map(|city_at| city(at + city_at)).collect(),
        ..Body::new(format!("R{at}").parse().expect("a name"), BodyKind::Region)
    };
    let regions: Vec<Body> = (0..6).map(region).collect();
    let regions: Vec<&Body> = regions.iter().collect();
    let day = 1_752_451_200;
    let all = (0..96).map(|quarter| day + quarter * 900);
    let time = median(runs, |_| drop(burden::ranked(&regions, (&[0.0; 6], 180), all.clone(), &Measure::default())));
    println!("{:40} {}", "96 starts, 60 cities", milliseconds(time));
}

/// One line of the table. A command that is done is taken back outside of the time.
fn figures(name: &str, workbench: &mut Workbench, command: &Command, runs: usize, of: impl Fn(&Plan)) {
    let plan = workbench.plan().clone();
    let resolved = median(runs, |_| drop(resolve(&plan, command).unwrap()));
    let dragged = median(runs, |_| {
        let mut after = plan.clone();
        after.apply(&resolve(&plan, command).unwrap()).unwrap();
        of(&after);
    });
    let done = middle(
        (0..runs)
            .map(|_| {
                let time = timed(|| drop(workbench.perform(command).unwrap().expect("something is to be done")));
                workbench.undo();
                time
            })
            .collect(),
    );
    println!("{name:40} {}", [resolved, dragged, done].map(milliseconds).join(" "));
}

fn statements(count: usize, runs: usize) {
    let (mut workbench, event) = asked(count);
    let list = |plan: &Plan| drop(SpeakingList::of(plan, plan, event));
    let what = |workbench: &Workbench| {
        milliseconds(median(runs, |_| drop(SpeakingList::of(workbench.plan(), workbench.index(), event))))
    };
    let fill = Command::List(OnList::Fill(event));
    figures(&format!("{count:6}  fill the list    {}", what(&workbench)), &mut workbench, &fill, runs, list);
    workbench.perform(&fill).unwrap();
    let filled = SpeakingList::of(workbench.plan(), workbench.index(), event);
    let (part, last) = (&filled.parts[0], filled.lines().last().unwrap());
    let spot = Spot { session: part.session, before: Some(part.lines[0].statement.id.into()) };
    let give = Command::List(OnList::Give(last.statement.id, spot));
    figures(&format!("{count:6}  give a place     {}", what(&workbench)), &mut workbench, &give, runs, list);
}

fn items(count: usize, runs: usize) {
    let session: SessionId = "S08".parse().unwrap();
    let mut workbench = Workbench::new(Template::TwoDays.plan());
    let new = new_items(workbench.plan(), session).take(count).enumerate();
    let items = new.map(|(n, item)| AgendaItem {
        title: format!("Item {n}").as_str().into(),
        level: u8::from(n % 5 > 0),
        presentation_secs: 120,
        discussion_secs: 60,
        ..item
    });
    let add = OnAgenda::Add(items.collect(), Spot::at_end(session));
    workbench.perform(&Command::Agenda(add)).unwrap();
    let agenda = Agenda::of(workbench.plan(), workbench.index(), session);
    let what = median(runs, |_| drop(Agenda::of(workbench.plan(), workbench.index(), session)));
    let (first, last) = (agenda.lines().next().unwrap(), agenda.lines().last().unwrap());
    let spot = Spot { session, before: Some(first.taken.row()) };
    let command = Command::Agenda(OnAgenda::Move(vec![last.taken.row()], spot));
    let of = |plan: &Plan| drop(Agenda::of(plan, plan, session));
    figures(&format!("{count:6}  move an item     {}", milliseconds(what)), &mut workbench, &command, runs, of);
}

/// The built-in plan with requests of ministers, one minute after the other, State by State.
fn asked(count: usize) -> (Workbench, EventId) {
    let mut workbench = Workbench::new(Template::Wtdc25.plan());
    let from: CivilTime = "2025-09-01T09:00".parse().unwrap();
    let mut rows: Vec<AnyRow> = Vec::new();
    for (n, state) in states::all().iter().cycle().take(count).enumerate() {
        let (person, id): (PersonId, StatementId) =
            (format!("speaker-{n}").parse().unwrap(), format!("statement-{n}").parse().unwrap());
        let represents = state.name(Language::English).to_owned();
        let speaker = Person { represents, rank: Rank::Minister, ..Person::new(person, "Minister") };
        let requested = Some(from.plus_mins(i32::try_from(n).unwrap()));
        rows.push(Statement { requested, ..Statement::new(id, person) }.into());
        rows.push(speaker.into());
    }
    workbench.perform(&Command::PutMany(rows)).unwrap();
    (workbench, "wtdc25".parse().unwrap())
}
