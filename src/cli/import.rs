//! `plenary import`: files of other tools, and tables, into a plan.

mod changes;
mod table;

use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use serde_json::json;
use uuid::Uuid;

use changes::Changes;

use super::output::{is_standard, write_plan};
use super::sides::open;
use super::terminal::{harmless, harmless_json};
use super::{Format, named};
use crate::edit::{Command, Document, Refusal};
use crate::exchange::arriving::{
    Arrival, Choices, Draft, IMPORTERS, Importer, MOST_BYTES, Named, Near, NearAnswer, NearAnswers, Part, Remark,
    Report, Spot, State, Understood, Unusable, Weight, Which, importer, read,
};
use crate::model::zone::Tz;
use crate::model::{Header, Language, Plan};
use crate::store::{FileMark, is_same_file};
use crate::texts::{Texts, Value, errors};

pub(super) const EXAMPLES: &str = "\
Examples:
  plenary import schedule.xml -o plan.ron                       a new plan of it
  plenary import programme.ics --zone Europe/Zurich -o plan.ron
  plenary import schedule.json --into plan.ron --preview        what has changed since the last time; nothing is written
  plenary import schedule.json --into plan.ron -o plan.ron
  plenary import schedule.json --into plan.ron --gone remove --theirs -o plan.ron
  plenary import programme.xlsx --into plan.ron --sheet Monday --map heads.ron -o plan.ron
  plenary import calendar.ics --report json -o - | head";

/// What to bring in, and where.
#[derive(Debug, clap::Args)]
pub struct ImportArguments {
    /// The files; - for standard input.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The format; what stands in the file if left out.
    #[arg(long, value_name = "FORMAT", value_parser = format_parser())]
    pub from: Option<&'static Importer>,
    /// The plan to bring it into; a new one if left out.
    #[arg(long, value_name = "PLAN")]
    pub into: Option<PathBuf>,
    /// The zone of clocks of which a file does not say where they hang, such as Europe/Zurich.
    #[arg(long, value_parser = named::zone)]
    pub zone: Option<Tz>,
    /// What becomes of sessions that came from there and are there no more.
    #[arg(long, value_enum, default_value_t = Gone::Keep)]
    pub gone: Gone,
    /// What came before and was removed here comes again.
    #[arg(long)]
    pub restore: bool,
    /// What comes counts, also where a planner has changed it here.
    #[arg(long)]
    pub theirs: bool,
    /// A name of the file that means what it is near to, such as a room that is misspelt; can be given several times.
    #[arg(long, value_name = "NAME")]
    pub same: Vec<String>,
    /// Of a file of tables (CSV, spreadsheets, Word): the name of the table; the first if left out.
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// What headings of a table mean, where that is not to be guessed: {"Betreff": "title", "Raum": "room", "Intern": ""}.
    #[arg(long, value_name = "RON")]
    pub map: Option<PathBuf>,
    /// What comes first in days such as 3/4, where a table could mean both.
    #[arg(long, value_enum, value_name = "ORDER")]
    pub dates: Option<DateOrder>,
    /// Lines to read, or JSON for scripts.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub report: Format,
    /// Where to write the plan: a file, - for standard output.
    #[arg(short, long, value_name = "OUT", required_unless_present = "preview")]
    pub output: Option<PathBuf>,
    /// Show what would change, and write nothing.
    #[arg(long, conflicts_with = "output")]
    pub preview: bool,
    /// Language of the sentences: en or ru.
    #[arg(long, default_value = "en", value_parser = named::screen_language)]
    pub lang: Language,
}

/// What comes first in days of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum DateOrder {
    /// 3/4 is in April.
    DayFirst,
    /// 3/4 is in March.
    MonthFirst,
}

/// What becomes of what is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Gone {
    /// It stays.
    Keep,
    /// It is taken away, or called off where the world knows of it.
    Remove,
}

fn format_parser() -> impl clap::builder::TypedValueParser<Value = &'static Importer> {
    let find = |name: String| importer(&name).ok_or("unknown");
    PossibleValuesParser::new(IMPORTERS.map(|importer| importer.name)).try_map(find)
}

/// What `plenary import` says, and its exit status: 0 all of it was understood, 1 something was left out, 2 nothing could be
/// used.
///
/// # Errors
/// One sentence, with nothing written.
pub fn import(request: &ImportArguments) -> Result<(String, u8), String> {
    let texts = Texts::new(request.lang);
    let stands = match &request.into {
        Some(file) => Some(open(file, &texts)?),
        None => None,
    };
    let into = stands.clone().zip(request.into.as_deref()).map(|(plan, file)| as_handed_out(plan, file));
    let mut plan = into.clone();
    let mut told = Vec::new();
    let mut is_whole = true;
    for file in &request.files {
        let name = file.display().to_string();
        let about =
            |why: &str| texts.text_with("about-file", &[("file", Value::from(&name)), ("why", Value::from(why))]);
        let bytes = bytes_of(file).map_err(|why| about(&why))?;
        let short = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let (next, one) = match (read(&short, &bytes, request.from), plan.take()) {
            (Err(Unusable::Unknown), base) if request.from.is_none() => {
                let base = base.map_or_else(|| table::begun(&texts, request, (&short, &bytes)), Ok);
                let taken = base.and_then(|base| table::taken(&texts, request, &base, (&name, &bytes)));
                taken.map_err(|why| about(&why))?
            }
            (Err(why), _) => return Err(about(texts.text(why.sentence()))),
            (Ok(understood), base) => {
                let base = base.unwrap_or_else(|| understood.begun(request.zone, Uuid::new_v4()));
                taken(&texts, request, &base, (&name, understood)).map_err(|why| about(&why))?
            }
        };
        is_whole &= one.is_whole;
        told.push(one);
        plan = Some(next);
    }
    // Where nothing comes, the plan stays without an identity, too.
    let plan = if plan == into { stands } else { plan };
    let plan = plan.unwrap_or_else(|| Plan::new(Header::in_zone(Tz::UTC)));
    let said = said(request, &texts, &told);
    let Some(out) = &request.output else { return Ok((said, u8::from(!is_whole))) };
    written(request, out, (&plan, &texts))?;
    Ok((if is_standard(out) { String::new() } else { said }, u8::from(!is_whole)))
}

/// What is said of all files, and of names that were said to be the same and are near to nothing.
fn said(request: &ImportArguments, texts: &Texts, told: &[Told]) -> String {
    let is_near = |name: &str| told.iter().any(|one| one.same.iter().any(|same| same == name));
    let unused: Vec<&str> = request.same.iter().map(String::as_str).filter(|name| !is_near(name)).collect();
    let lines = unused.iter().map(|name| {
        harmless(&format!("  {}", texts.text_with("arriving-same-unknown", &[("what", Value::from(*name))])))
    });
    match request.report {
        Format::Text => told.iter().map(|one| one.text.clone()).chain(lines).collect::<Vec<_>>().join("\n"),
        Format::Json => {
            let files: Vec<_> = told.iter().map(|one| &one.json).collect();
            harmless_json(&json!({ "files": files, "same_unknown": unused }).to_string())
        }
    }
}

/// A plan with the identity that it is handed out with: where its file holds none, that is made of the file.
fn as_handed_out(plan: Plan, file: &Path) -> Plan {
    let mark = if plan.header().identity.is_none() { FileMark::at(file).ok().flatten() } else { None };
    match mark {
        Some(mark) => plan.with_identity(mark.identity()),
        None => plan,
    }
}

fn bytes_of(file: &Path) -> Result<Vec<u8>, String> {
    let most = MOST_BYTES as u64 + 1;
    let mut bytes = Vec::new();
    let read = if file.as_os_str() == "-" {
        std::io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|open| open.take(most).read_to_end(&mut bytes))
    };
    read.map(|_| bytes).map_err(|error| error.to_string())
}

/// What is said of one file.
struct Told {
    is_whole: bool,
    text: String,
    json: serde_json::Value,
    /// Those of the names said to be the same that stand in it and are near to something.
    same: Vec<String>,
}

fn taken(
    texts: &Texts,
    request: &ImportArguments,
    plan: &Plan,
    (name, understood): (&str, Understood),
) -> Result<(Plan, Told), String> {
    let mut near = NearAnswers::default();
    for (name, named) in request.same.iter().flat_map(|name| Named::ALL.map(|named| (name, named))) {
        near.give(named, name, NearAnswer::Same);
    }
    let choices = Choices {
        zone: request.zone,
        theirs: if request.theirs { Which::All } else { Which::None },
        remove_gone: if request.gone == Gone::Remove { Which::All } else { Which::None },
        near,
        restored: if request.restore { Which::All } else { Which::None },
        ..Choices::default()
    };
    let Understood { importer, draft, mut report } = understood;
    let arrival = Arrival::new(&draft, plan, &choices, &mut report);
    let after = changed(texts, plan, arrival.command(plan).map_err(|why| refused(texts, &why))?)?;
    let changes = Changes::new(texts, (plan, &after), &arrival.gone);
    let is_begun = request.into.is_none();
    let read = Read { name, importer, draft: &draft, report: &report, arrival: &arrival, changes: &changes, is_begun };
    let is_whole = report.is_whole() && arrival.count(|state| *state == State::Not) == 0;
    let same = arrival.near.iter().filter(|near| near.answer.is_some()).map(|near| near.name.clone()).collect();
    let (text, json) = (read.text(texts), read.json(texts));
    Ok((after, Told { is_whole, text, json, same }))
}

/// The plan after a command, or why it does not take that.
fn changed(texts: &Texts, plan: &Plan, command: Option<Command>) -> Result<Plan, String> {
    let mut document = Document::new(plan.clone());
    if let Some(command) = command {
        document.perform(&command).map_err(|why| refused(texts, &why))?;
    }
    Ok(document.plan().clone())
}

fn refused(texts: &Texts, why: &Refusal) -> String {
    match why {
        Refusal::Patch(error) => errors::patch_error(texts, *error),
        _ => texts.text("arriving-refused").to_owned(),
    }
}

/// What a file was taken for, what becomes of its sessions, and what is new besides: events, rooms, people, topics.
fn sums(
    texts: &Texts,
    (name, format, sessions): (&str, &'static str, usize),
    counts: [usize; 5],
    made: [usize; 4],
) -> Vec<String> {
    let format = texts.text(format);
    let about = [("file", Value::from(name)), ("format", format.into()), ("sessions", sessions.into())];
    let counted = ["new", "changed", "same", "gone", "not"].into_iter().zip(counts.map(Value::from));
    let made = ["events", "rooms", "people", "topics"].into_iter().zip(made.map(Value::from));
    vec![
        texts.text_with("arriving-taken-for", &about),
        texts.text_with("arriving-sums", &counted.collect::<Vec<_>>()),
        texts.text_with("arriving-made", &made.collect::<Vec<_>>()),
    ]
}

/// A file, and what comes of it.
struct Read<'a> {
    name: &'a str,
    importer: &'static Importer,
    draft: &'a Draft,
    report: &'a Report,
    arrival: &'a Arrival,
    changes: &'a Changes<'a>,
    /// Whether the plan begins with it: then all of it is new, and only counted.
    is_begun: bool,
}

impl Read<'_> {
    /// How many sessions are new, changed, the same, gone, not taken.
    fn counts(&self) -> [usize; 5] {
        let arrival = self.arrival;
        [
            arrival.count(|state| *state == State::New),
            arrival.count(|state| matches!(state, State::Changed(_))),
            arrival.count(|state| *state == State::Same),
            arrival.gone.len(),
            arrival.count(|state| *state == State::Not),
        ]
    }

    /// Names of which nobody has said what they mean.
    fn near(&self) -> impl Iterator<Item = &Near> {
        self.arrival.near.iter().filter(|near| near.answer.is_none())
    }

    fn text(&self, texts: &Texts) -> String {
        let Self { name, importer, draft, report, arrival, changes, is_begun } = self;
        let mut lines = sums(texts, (name, importer.label, draft.sessions.len()), self.counts(), arrival.new);
        if !is_begun {
            lines.extend(changes.lines());
        }
        lines.extend(report.remarks.iter().map(|remark| line(texts, remark)));
        if report.untold > 0 {
            lines.push(texts.text_with("arriving-untold", &[("count", report.untold.into())]));
        }
        lines.extend(self.near().map(|near| near_line(texts, &near.name, &near.like)));
        lines.iter().map(|line| harmless(line)).collect::<Vec<_>>().join("\n")
    }

    fn json(&self, texts: &Texts) -> serde_json::Value {
        let Self { name, importer, draft, report, arrival, changes, .. } = self;
        let parts = |parts: &[Part]| parts.iter().map(|part| part.name()).collect::<Vec<_>>();
        let rows = arrival.rows.iter().zip(&draft.sessions).map(|(row, said)| {
            let (state, changed) = match &row.state {
                State::New => ("new", Vec::new()),
                State::Changed(changed) => ("changed", parts(changed)),
                State::Same => ("same", Vec::new()),
                State::Joined => ("joined", Vec::new()),
                State::Without => ("without", Vec::new()),
                State::Dismissed => ("dismissed", Vec::new()),
                State::Not => ("not", Vec::new()),
            };
            let (id, title, session) = (&said.origin.id, said.title.first(), row.session.map(|id| id.to_string()));
            let kept = parts(&[&row.kept[..], &row.fixed].concat());
            json!({ "id": id, "title": title, "session": session, "state": state, "changed": changed, "kept": kept })
        });
        let remarks = report.remarks.iter().map(|remark| {
            let left_out = remark.weight == Weight::LeftOut;
            json!({ "where": remark.spot.to_string(), "left_out": left_out, "text": sentence(texts, remark) })
        });
        let near = self.near().map(|near| json!({ "name": near.name, "like": near.like }));
        let [new, changed, same, gone, not] = self.counts();
        let [events, rooms, people, topics] = arrival.new;
        json!({
            "file": name,
            "format": importer.name,
            "counts": { "new": new, "changed": changed, "same": same, "gone": gone, "not": not },
            "made": { "events": events, "rooms": rooms, "people": people, "topics": topics },
            "changes": changes.json(),
            "gone": changes.gone_json(&arrival.gone),
            "near": near.collect::<Vec<_>>(),
            "sessions": rows.collect::<Vec<_>>(),
            "remarks": remarks.collect::<Vec<_>>(),
            "untold": report.untold,
        })
    }
}

fn sentence(texts: &Texts, remark: &Remark) -> String {
    texts.text_with(remark.text, &[("what", Value::from(&remark.what)), ("count", remark.count.into())])
}

fn line(texts: &Texts, remark: &Remark) -> String {
    let spot = match &remark.spot {
        Spot::File => String::new(),
        Spot::Line(line) => {
            format!("{}: ", texts.text_with("arriving-line", &[("line", Value::from(&line.to_string()))]))
        }
        Spot::Path(path) => format!("{path}: "),
    };
    format!("  {spot}{}", sentence(texts, remark))
}

fn near_line(texts: &Texts, name: &str, like: &str) -> String {
    format!("  {}", texts.text_with("arriving-near", &[("what", Value::from(name)), ("like", Value::from(like))]))
}

fn written(request: &ImportArguments, out: &Path, (plan, texts): (&Plan, &Texts)) -> Result<(), String> {
    // A file that was read keeps what is in it; the plan may go back to where it came from.
    let is_plan = |file: &Path| request.into.as_deref().is_some_and(|plan| is_same_file(plan, file));
    let read = request.files.iter().find(|file| is_same_file(file, out) && !is_plan(file));
    if let Some(file) = read.filter(|_| !is_standard(out)) {
        return Err(texts.text_with("arriving-onto-source", &[("file", Value::from(&file.display().to_string()))]));
    }
    write_plan(plan, out, None, texts)
}
