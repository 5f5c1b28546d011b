//! `plenary export`: handing a plan out.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike as _, NaiveDate, Utc, Weekday};
use clap::builder::{PossibleValuesParser, TypedValueParser as _};

use super::output::is_standard;
use super::{input, named, terminal};
use crate::exchange::{
    self, EXPORTERS, ExportError, Exporter, Handout, Layout, Medium, Orientation, Paper, PictureSize, Progress,
    Request, Selection, Split, Target, errors,
};
use crate::model::zone::{Tz, convert};
use crate::model::{EventId, Language, Plan, Session};
use crate::texts::Texts;

pub(super) const EXAMPLES: &str = "\
Examples:
  plenary export -o programme.pdf                                 the built-in plan, day by day
  plenary export plan.ron --to pdf --layout day --day 2025-11-18 --paper a3 -o tuesday.pdf
  plenary export plan.ron --to html --lang en,ru -o programme.html
  plenary export plan.ron -f pdf,ics --day tomorrow -o tomorrow/  two formats, of the next day of the conference
  plenary export plan.ron --to ics --split body -o calendars/     a calendar for each body
  plenary export plan.ron --to ics --person \"Jane Doe\" --zone Europe/Zurich -o jane.ics
  plenary export plan.ron --to xlsx --internal -o team.xlsx       with what is for the team only
  plenary export plan.ron --all -o handouts/                      all of it, with a list
  plenary export plan.ron --to json -o - | jq '.sessions | length'";

/// What to hand out, and how.
#[derive(Debug, clap::Args)]
pub struct ExportArguments {
    /// The plan: a file, - for standard input; the built-in one if left out.
    pub file: Option<PathBuf>,
    /// The format, or several with commas between; the one that OUT ends like if left out.
    #[arg(short = 'f', long, visible_alias = "format", value_name = "FORMAT", value_delimiter = ',', ignore_case = true,
          value_parser = format_parser())]
    pub to: Vec<&'static Exporter>,
    /// Every layout of every format, or of those named with --to, but not the plan itself, with a page that lists them; OUT is
    /// a folder.
    #[arg(long, conflicts_with_all = ["layout", "split"])]
    pub all: bool,
    /// Where it goes: a file, - for standard output; a folder where several files are made.
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    /// What pages show; the format's usual one if left out.
    #[arg(long, ignore_case = true, value_parser = layout_parser())]
    pub layout: Option<Layout>,
    /// Only sessions of this event; can be given several times, as all of the following.
    #[arg(long)]
    pub event: Vec<String>,
    /// Only sessions that start on this day, or on the days FROM..TO (2025-11-17..21); today and tomorrow are those of the
    /// conference, monday all its Mondays.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub day: Vec<String>,
    /// Only sessions in this room.
    #[arg(long)]
    pub room: Vec<String>,
    /// Only sessions of this body and of those below it.
    #[arg(long)]
    pub body: Vec<String>,
    /// Only sessions in which this person has a part, and what they say.
    #[arg(long)]
    pub person: Vec<String>,
    /// Only sessions in which somebody of this delegation has a part, and what they say.
    #[arg(long)]
    pub delegation: Vec<String>,
    /// Only what this delegate attends: by their function or name, behind a State and a colon where several are called so
    /// (Kenya: engineer).
    #[arg(long)]
    pub delegate: Vec<String>,
    /// Languages side by side, the leading one first: en, fr, es, ru, zh, ar.
    #[arg(long, value_delimiter = ',', value_parser = named::language)]
    pub lang: Vec<Language>,
    /// The zone of all times, such as Europe/Zurich; each event's own if left out.
    #[arg(long, value_parser = named::zone)]
    pub zone: Option<Tz>,
    /// The sheet of paper.
    #[arg(long, default_value = "a4", ignore_case = true, value_parser = paper_parser())]
    pub paper: Paper,
    /// The sheet stands.
    #[arg(long, conflicts_with = "landscape")]
    pub portrait: bool,
    /// The sheet lies.
    #[arg(long)]
    pub landscape: bool,
    /// Width and height of pictures in pixels.
    #[arg(long, default_value = "1600x1000")]
    pub size: PictureSize,
    /// Pictures light on dark.
    #[arg(long)]
    pub dark: bool,
    /// With what is for the team only: remarks, contacts, ranks, expected attendance, sessions in the tray, what the rules say.
    #[arg(long)]
    pub internal: bool,
    /// With milestones and deadlines of the preparation.
    #[arg(long)]
    pub milestones: bool,
    /// A file for each of these; OUT is a folder then.
    #[arg(long, ignore_case = true, value_parser = split_parser())]
    pub split: Option<Split>,
}

/// Accepts the names of `all`, in small or capital letters, and nothing else.
fn one_of<T: Copy + Send + Sync + 'static, const N: usize>(
    all: [T; N],
    name: impl Fn(T) -> &'static str + Clone + Send + Sync + 'static,
) -> impl clap::builder::TypedValueParser<Value = T> {
    let names = all.map(&name);
    let find =
        move |text: String| all.into_iter().find(|&value| name(value).eq_ignore_ascii_case(&text)).ok_or("unknown");
    PossibleValuesParser::new(names).try_map(find)
}

fn format_parser() -> impl clap::builder::TypedValueParser<Value = &'static Exporter> {
    one_of(EXPORTERS, |exporter| exporter.name)
}

fn layout_parser() -> impl clap::builder::TypedValueParser<Value = Layout> {
    one_of(Layout::ALL, Layout::name)
}

pub(super) fn paper_parser() -> impl clap::builder::TypedValueParser<Value = Paper> {
    one_of(Paper::ALL, Paper::name)
}

fn split_parser() -> impl clap::builder::TypedValueParser<Value = Split> {
    one_of(Split::ALL, Split::name)
}

/// Does what `plenary export` is asked for.
///
/// # Errors
/// One sentence; what stood at OUT before is still there.
pub fn export(arguments: &ExportArguments) -> Result<(), String> {
    let texts = Texts::new(Language::English);
    let input = input::open(arguments.file.as_deref(), &texts)?;
    let now = Utc::now();
    let formats = formats(arguments)?;
    let requests: Vec<Request> =
        formats.iter().map(|format| request(arguments, format, &input.plan, now)).collect::<Result<_, _>>()?;
    let progress = Progress::default();
    let made = terminal::watched(&progress, || match requests.as_slice() {
        [first, ..] if arguments.all => exchange::export_all(&input.plan, first, &arguments.to, now, &progress),
        requests => each(&input.plan, requests, now, &progress),
    });
    let files = made.map_err(|error| format!("{}: {}", input.name, errors::export_error(&texts, &error)))?;
    for lost in errors::lost(&texts, &progress.loss()) {
        terminal::complain(&lost);
    }
    if is_standard(&arguments.output) {
        let [only] = files.as_slice() else {
            return Err(format!("{} files are made; name a folder with -o, or choose less", files.len()));
        };
        return terminal::write(&only.bytes);
    }
    let is_several = arguments.split.is_some() || arguments.all || requests.len() > 1;
    let target = target(&arguments.output, files.len(), is_several)?;
    let written = exchange::write_files(&arguments.output, &files, target, input.file.as_deref());
    written.map_err(|error| errors::not_written(&texts, &error))
}

/// What is asked for in each format.
fn each(
    plan: &Plan,
    requests: &[Request],
    made: DateTime<Utc>,
    progress: &Progress,
) -> Result<Vec<Handout>, ExportError> {
    let files = requests.iter().map(|request| exchange::export(plan, request, made, progress));
    Ok(files.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

/// The formats that are meant, each once: at least one.
fn formats(arguments: &ExportArguments) -> Result<Vec<&'static Exporter>, String> {
    let mut formats: Vec<&'static Exporter> = Vec::new();
    for &format in &arguments.to {
        if !formats.iter().any(|known| known.name == format.name) {
            formats.push(format);
        }
    }
    match formats.as_slice() {
        [] if arguments.all => Ok(vec![EXPORTERS[0]]),
        [] => Ok(vec![format_of(&arguments.output)?]),
        _ => Ok(formats),
    }
}

fn request(
    arguments: &ExportArguments,
    exporter: &'static Exporter,
    plan: &Plan,
    now: DateTime<Utc>,
) -> Result<Request, String> {
    let mut selection = Selection::default();
    for typed in &arguments.event {
        selection.events.push(named::event(plan, typed)?);
    }
    for typed in &arguments.room {
        selection.rooms.push(named::room(plan, typed)?);
    }
    for typed in &arguments.body {
        selection.bodies.push(named::body(plan, typed)?);
    }
    for typed in &arguments.person {
        selection.people.push(named::person(plan, typed)?);
    }
    let held = held_days(plan, &selection.events, arguments.zone);
    let clock = arguments.zone.or_else(|| plan.main_event().map(|event| event.zone)).unwrap_or(Tz::UTC);
    for typed in &arguments.day {
        selection.days.extend(days(typed, now.with_timezone(&clock).date_naive(), &held)?);
    }
    for typed in &arguments.delegation {
        selection.delegations.push(named::delegation(plan, typed)?);
    }
    for typed in &arguments.delegate {
        selection.delegates.push(named::delegate(plan, typed)?);
    }
    if arguments.layout.is_some() && exporter.layouts.is_empty() {
        return Err(format!("{} knows no layouts; leave --layout out", exporter.name));
    }
    if let Some(layout) = arguments.layout.filter(|layout| layout.is_for_team() && exporter.layouts.contains(layout))
        && !arguments.internal
    {
        return Err(format!("{} is for the team only; add --internal", layout.name()));
    }
    if exporter.medium == Medium::Plan && (!selection.is_everything() || arguments.split.is_some()) {
        return Err(format!(
            "{} is the whole plan, of which nothing can be chosen; csv is a part of it",
            exporter.name
        ));
    }
    if exporter.medium == Medium::Plan && (arguments.internal || arguments.milestones) {
        return Err(format!(
            "{} is the whole plan, with all that is for the team only; leave --internal and --milestones out",
            exporter.name
        ));
    }
    let defaults = Request::new(exporter);
    Ok(Request {
        layout: arguments.layout.unwrap_or(defaults.layout),
        selection,
        split: arguments.split,
        languages: arguments.lang.clone(),
        zone: arguments.zone,
        paper: arguments.paper,
        orientation: match (arguments.portrait, arguments.landscape) {
            (true, _) => Some(Orientation::Portrait),
            (_, true) => Some(Orientation::Landscape),
            _ => None,
        },
        size: arguments.size,
        is_dark: arguments.dark,
        is_internal: arguments.internal,
        with_steps: arguments.milestones,
        ..defaults
    })
}

/// The format whose files end like `output`: the only one, or the one that is called so.
fn format_of(output: &Path) -> Result<&'static Exporter, String> {
    let ending = output.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    let formats: Vec<_> = EXPORTERS.into_iter().filter(|exporter| exporter.extension == ending).collect();
    match formats.as_slice() {
        [only] => Ok(only),
        several => {
            let called = several.iter().find(|format| format.name == ending).copied();
            called.ok_or_else(|| "name the format with --to; --help lists them".to_owned())
        }
    }
}

/// So many days can be asked for at once.
const MOST_DAYS: usize = 3660;

/// The days on which sessions of these events, or of all, begin: on the clock of `zone`, or on their own.
fn held_days(plan: &Plan, events: &[EventId], zone: Option<Tz>) -> BTreeSet<NaiveDate> {
    let sessions = plan.sessions().iter().filter(|session| events.is_empty() || events.contains(&session.event));
    let day = |session: &Session| {
        let (start, own) = (session.span()?.start, plan.events().get(session.event)?.zone);
        Some(zone.map_or(start, |zone| convert(start, own, zone)).date())
    };
    sessions.filter_map(|session| day(session)).collect()
}

/// A day, all days of `FROM..TO`, both included, or all days of a week that are called so and on which something is held.
fn days(typed: &str, today: NaiveDate, held: &BTreeSet<NaiveDate>) -> Result<Vec<NaiveDate>, String> {
    let wrong = || format!("a day is written like 2025-11-17, days like 2025-11-17..2025-11-19, and not {typed:?}");
    if let Ok(weekday) = typed.trim().parse::<Weekday>() {
        let days: Vec<NaiveDate> = held.iter().copied().filter(|day| day.weekday() == weekday).collect();
        return if days.is_empty() { Err(format!("nothing is held on any {}", typed.trim())) } else { Ok(days) };
    }
    let (first, last) = typed.split_once("..").unwrap_or((typed, typed));
    let day = |text: &str| match text.trim().to_lowercase().as_str() {
        "today" => Ok(today),
        "tomorrow" => today.succ_opt().ok_or_else(wrong),
        text => text.parse::<NaiveDate>().map_err(|_| wrong()),
    };
    let first = day(first)?;
    // Behind two dots the year and the month are those before them, unless they are said.
    let last = day(last).or_else(|why| {
        let (year, month) = (first.format("%Y-"), first.format("%Y-%m-"));
        day(&format!("{month}{}", last.trim())).or_else(|_| day(&format!("{year}{}", last.trim()))).map_err(|_| why)
    })?;
    if last < first {
        return Err(format!("{typed:?} ends before it begins; days are written like 2025-11-17..2025-11-19"));
    }
    let days: Vec<NaiveDate> = first.iter_days().take_while(|day| *day <= last).take(MOST_DAYS + 1).collect();
    if days.len() > MOST_DAYS { Err(format!("{typed:?} is more than ten years; name fewer days")) } else { Ok(days) }
}

/// Whether `output` is a file or a folder. `is_split`: what is asked for can be several files.
fn target(output: &Path, count: usize, is_split: bool) -> Result<Target, String> {
    if is_split || output.as_os_str().as_encoded_bytes().ends_with(b"/") || output.is_dir() {
        return Ok(Target::Folder);
    }
    if count > 1 && output.extension().is_some() {
        return Err(format!("{}: {count} files are made; name a folder, or choose less", output.display()));
    }
    Ok(Target::File)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_with_both_ends() {
        let date = |text: &str| text.parse::<NaiveDate>().unwrap();
        let held = ["2025-11-17", "2025-11-18", "2025-11-24"].map(date).into_iter().collect();
        let days = |typed: &str| super::days(typed, date("2025-12-31"), &held);
        assert_eq!(days("2025-11-17").unwrap().len(), 1);
        assert_eq!(days("2025-11-17..2025-11-28").unwrap().len(), 12);
        assert_eq!(days("2024-01-01..2025-12-31").unwrap().len(), 731);
        assert_eq!(days("2025-11-17..21").unwrap(), days("2025-11-17..2025-11-21").unwrap());
        assert_eq!(days("2025-11-28..12-02").unwrap().len(), 5);
        assert_eq!(days("Today").unwrap(), [date("2025-12-31")]);
        assert_eq!(days("today..tomorrow").unwrap(), [date("2025-12-31"), date("2026-01-01")]);
        assert_eq!(days("Monday").unwrap(), ["2025-11-17", "2025-11-24"].map(date));
        assert_eq!(days("wed").unwrap_err(), "nothing is held on any wed");
        for wrong in [
            "",
            "17.11.2025",
            "2025-11-28..2025-11-17",
            "2025-11-17..",
            "2025-02-30",
            "2025-11-28..31",
            "0001-01-01..9999-01-01",
        ] {
            assert!(days(wrong).is_err(), "{wrong}");
        }
    }
}
