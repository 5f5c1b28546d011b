//! `plenary arrange`: sessions placed, and talks given to sessions, by the program.

mod talks;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use chrono::NaiveDate;

use super::Format;
use super::input::{self, Input};
use super::output::{is_standard, write_plan};
use super::sides::about;
use super::terminal::{harmless, harmless_json};
use crate::arrange::Until;
use crate::arrange::fewest::{self, How, broken_by, open};
use crate::arrange::happened::{Happened, strict};
use crate::arrange::plan::{Arranged, Task, What, Wishes, arrange as search};
use crate::check::Checker;
use crate::exchange::incoming::votes::{self, Votes};
use crate::model::{CivilTime, EventId, Language, Placement, Plan, RoomId, SessionId, Severity};
use crate::texts::{Texts, Value, findings as findings_text, tid};

pub(super) const EXAMPLES: &str = "\
Examples:
  plenary arrange plan.ron --what tray -o arranged.ron
  plenary arrange plan.ron --what event:WTDC25 --for 30s --seed 2 --report json -o arranged.ron
  plenary arrange plan.ron --what talks:WTDC25 --votes votes.csv -o arranged.ron
  plenary arrange plan.ron --fewest -o mended.ron
  plenary arrange plan.ron --changed room:room-a:2025-11-19..2025-11-27 -o mended.ron
  plenary arrange plan.ron --what all --steps 100000 -o arranged.ron";

/// What to arrange, how long, and where to write it.
#[derive(Debug, clap::Args)]
pub struct ArrangeArguments {
    /// The plan: a file, - for standard input; the built-in one if left out.
    pub file: Option<PathBuf>,
    /// What to place: tray, event:ID or all; talks:ID for the talks of an event among its sessions, which stay. What is pinned
    /// or has been held stays.
    #[arg(long, default_value = "tray", value_parser = what)]
    pub what: Subject,
    /// How long to search, such as 30s or 2m; the best so far is taken.
    #[arg(long = "for", value_name = "TIME", default_value = "10s", value_parser = time, conflicts_with = "steps")]
    pub time: Duration,
    /// So many moves instead: the same answer for the same seed on every machine.
    #[arg(long)]
    pub steps: Option<u64>,
    /// Another seed gives another answer.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// A table (CSV) of what people would like to be at: two ids of sessions, or of talks, and how many people, a line each.
    #[arg(long, value_name = "CSV")]
    pub votes: Option<PathBuf>,
    /// Move as little as can be so that no error is left, instead of arranging: after a room is lost, a session longer.
    #[arg(long, conflicts_with_all = ["what", "time", "votes"])]
    pub fewest: bool,
    /// The same after this has happened to a plan that was good: room:ID:FROM..TO (a room is lost), person:ID:FROM..TO
    /// (somebody is away), day:DAY (a day is lost), swap:DAY:DAY, longer:SESSION:MINUTES. What it breaks is mended, no more.
    #[arg(long, value_name = "WHAT", value_parser = changed, conflicts_with_all = ["what", "time", "votes"])]
    pub changed: Option<Happened>,
    /// What begins before this stays, such as 2025-11-19T12:00, on the clock of its event.
    #[arg(long, value_parser = moment)]
    pub now: Option<CivilTime>,
    /// Lines to read, or JSON for scripts.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub report: Format,
    /// Where to write the arranged plan; it may be FILE. Without it nothing is written.
    #[arg(short, long, value_name = "OUT")]
    pub output: Option<PathBuf>,
    /// Language of the sentences: en or ru.
    #[arg(long, default_value = "en", value_parser = super::named::screen_language)]
    pub lang: Language,
}

/// What is arranged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Sessions, in time and rooms.
    Sessions(What),
    /// Talks of an event, among its sessions.
    Talks(EventId),
}

/// `tray`, `all`, `event:ID`, `talks:ID`
fn what(text: &str) -> Result<Subject, String> {
    let event = |start: &str| text.strip_prefix(start).and_then(|id| id.parse::<EventId>().ok());
    match text {
        "tray" => Ok(Subject::Sessions(What::Tray)),
        "all" => Ok(Subject::Sessions(What::All)),
        _ => {
            let sessions = event("event:").map(|id| Subject::Sessions(What::Event(id)));
            let found = sessions.or_else(|| event("talks:").map(Subject::Talks));
            found.ok_or_else(|| "it is tray, all, or event: or talks: with the id of an event".to_owned())
        }
    }
}

/// `room:room-a:2025-11-19..2025-11-27`, `person:…`, `day:2025-11-20`, `swap:2025-11-20:2025-11-21`, `longer:S08:30`
fn changed(text: &str) -> Result<Happened, String> {
    let words: Vec<&str> = text.split(':').collect();
    let found = match words.as_slice() {
        ["room", id, days] => {
            id.parse().ok().zip(days_of(days)).map(|(id, (from, to))| Happened::RoomLost(id, from, to))
        }
        ["person", id, days] => {
            id.parse().ok().zip(days_of(days)).map(|(id, (from, to))| Happened::PersonAway(id, from, to))
        }
        ["day", day] => day.parse().ok().map(Happened::DayLost),
        ["swap", one, other] => {
            one.parse().ok().zip(other.parse().ok()).map(|(one, other)| Happened::DaysSwapped(one, other))
        }
        ["longer", id, mins] => id.parse().ok().zip(mins.parse().ok()).map(|(id, mins)| Happened::Longer(id, mins)),
        _ => None,
    };
    found.ok_or_else(|| "it is room:, person:, day:, swap: or longer: with what that is about".to_owned())
}

/// `2025-11-19..2025-11-27`, or one day
fn days_of(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let (from, to) = text.split_once("..").unwrap_or((text, text));
    from.parse().ok().zip(to.parse().ok())
}

/// `30s`, `2m`
fn time(text: &str) -> Result<Duration, String> {
    let (number, unit) = match text.strip_suffix('m') {
        Some(number) => (number, 60),
        None => (text.strip_suffix('s').unwrap_or(text), 1),
    };
    let seconds = number.trim().parse::<u64>().ok().and_then(|number| number.checked_mul(unit));
    let seconds = seconds.filter(|seconds| (1..=24 * 3600).contains(seconds));
    seconds.map(Duration::from_secs).ok_or_else(|| "a time is written like 30s or 2m, up to a day".to_owned())
}

/// `2025-11-19T12:00`
fn moment(text: &str) -> Result<CivilTime, String> {
    text.parse().map_err(|_| "a time is written like 2025-11-19T12:00".to_owned())
}

/// What `plenary arrange` says, and its exit status: 0 nothing is broken, 1 something could not be placed.
///
/// # Errors
/// One sentence, with nothing written.
pub fn arrange(request: &ArrangeArguments) -> Result<(String, u8), String> {
    let texts = Texts::new(request.lang);
    let input = input::open(request.file.as_deref(), &texts)?;
    if let Subject::Sessions(What::Event(id)) | Subject::Talks(id) = request.what
        && input.plan.events().get(id).is_none()
    {
        return Err(texts.text_with("cli-no-event", &[("event", Value::from(id.as_str()))]));
    }
    if request.fewest || request.changed.is_some() {
        return fewest(request, &input, &texts);
    }
    let votes = request.votes.as_deref().map(|file| votes_in(&input.plan, file, &texts)).transpose()?;
    let votes = votes.unwrap_or_default();
    let until = request.steps.map_or(Until::Time(request.time), Until::Steps);
    let what = match &request.what {
        Subject::Sessions(what) => what.clone(),
        Subject::Talks(event) => return talks::arrange(request, &input, (*event, votes.talks, until), &texts),
    };
    let task = Task {
        what,
        wishes: Wishes::default(),
        conflicts: votes.sessions,
        now: request.now,
        fewest: false,
        seed: request.seed,
        until,
    };
    let found = search(&input.plan, &task, &AtomicBool::new(false), &|_, _| {});
    let mut arranged = input.plan.clone();
    if arranged.apply(&found.patch(&input.plan)).is_err() {
        return Err(texts.text("cli-not-arranged").to_owned());
    }
    if let Some(output) = &request.output {
        write_plan(&arranged, output, request.file.as_deref(), &texts)?;
    }
    let told = match request.report {
        Format::Text => lines(&texts, &input, &found),
        Format::Json => json(&texts, request, &input, &found),
    };
    Ok((beside(request, told), u8::from(!found.left.is_empty() || found.counts[1][Severity::Error as usize] > 0)))
}

/// Who would like to be at two sessions, from a file.
fn votes_in(plan: &Plan, file: &Path, texts: &Texts) -> Result<Votes, String> {
    let bytes = fs::read(file).map_err(|error| about(file, &error.to_string(), texts))?;
    votes::read(plan, &bytes).map_err(|line| {
        let why = texts.text_with("votes-not-a-vote", &[("line", Value::from(line))]);
        about(file, &why, texts)
    })
}

/// What has happened to a room, a person or a session that the plan does not have, in a sentence.
fn unknown(plan: &Plan, happened: &Happened, texts: &Texts) -> Option<String> {
    let (words, id) = match *happened {
        Happened::RoomLost(id, ..) if !plan.rooms().contains(id) => (tid("cli-no-room"), id.to_string()),
        Happened::PersonAway(id, ..) if !plan.people().contains(id) => (tid("cli-no-person"), id.to_string()),
        Happened::Longer(id, _) if !plan.sessions().contains(id) => (tid("cli-no-session"), id.to_string()),
        _ => return None,
    };
    Some(texts.text_with(words, &[("id", Value::from(&id))]))
}

/// As little moved as can be.
fn fewest(request: &ArrangeArguments, input: &Input, texts: &Texts) -> Result<(String, u8), String> {
    if let Some(unknown) = request.changed.as_ref().and_then(|happened| unknown(&input.plan, happened, texts)) {
        return Err(unknown);
    }
    let asked = strict(&input.plan, request.changed.as_ref(), request.now, &[]);
    let broken = match &request.changed {
        Some(_) => broken_by(&input.plan, &asked),
        None => open(&Checker::new(&asked), Severity::Error),
    };
    if request.changed.as_ref().is_some_and(|happened| happened.patch(&input.plan).is_empty()) {
        return Err(texts.text("cli-changes-nothing").to_owned());
    }
    let until = request.steps.map_or(How::default().until, Until::Steps);
    let found = fewest::fewest(
        &asked,
        &broken,
        How { seed: request.seed, until, ..How::default() },
        &AtomicBool::new(false),
        &|_, _| {},
    );
    let mut arranged = input.plan.clone();
    let moves = Arranged { moves: found.proposal.moves.clone(), ..Arranged::default() };
    let happened = request.changed.as_ref().map(|happened| happened.patch(&input.plan)).unwrap_or_default();
    if arranged.apply(&happened).is_err() || arranged.apply(&moves.patch(&arranged)).is_err() {
        return Err(texts.text("cli-not-arranged").to_owned());
    }
    if let Some(output) = &request.output {
        write_plan(&arranged, output, request.file.as_deref(), texts)?;
    }
    let language = texts.language();
    let sentence = |finding: &crate::check::Finding| findings_text::sentence(texts, &input.plan, language, finding);
    let told = match request.report {
        Format::Json => {
            let report = serde_json::json!({
                "plan": input.name, "moves": moved(&input.plan, &found.proposal.moves, language), "least": found.least,
                "proven": found.is_proven(), "why": found.reasons.iter().map(sentence).collect::<Vec<_>>(),
                "left": found.proposal.left.iter().map(sentence).collect::<Vec<_>>(),
            });
            harmless_json(&serde_json::to_string_pretty(&report).unwrap_or_default())
        }
        Format::Text => {
            let counted = [
                ("plan", Value::from(&input.name)),
                ("moves", moves.moves.len().into()),
                ("least", found.least.into()),
            ];
            let mut lines = vec![texts.text_with("cli-fewest", &counted)];
            lines.extend(placed(&input.plan, &moves.moves, language));
            lines.extend(
                found
                    .reasons
                    .iter()
                    .map(|why| texts.text_with("cli-needs-a-move", &[("why", Value::from(&sentence(why)))])),
            );
            lines.extend(
                found
                    .proposal
                    .left
                    .iter()
                    .map(|why| texts.text_with("cli-stays-broken", &[("why", Value::from(&sentence(why)))])),
            );
            lines.iter().map(|line| harmless(line)).collect::<Vec<_>>().join("\n")
        }
    };
    Ok((beside(request, told), u8::from(!found.proposal.left.is_empty())))
}

/// What is said beside a plan on standard output: nothing.
fn beside(request: &ArrangeArguments, told: String) -> String {
    if request.output.as_deref().is_some_and(is_standard) { String::new() } else { told }
}

fn title(plan: &Plan, id: SessionId, language: Language) -> String {
    plan.sessions().get(id).map_or_else(|| id.to_string(), |session| session.title.get(language).to_owned())
}

fn room(plan: &Plan, id: RoomId, language: Language) -> String {
    plan.rooms().get(id).map_or_else(|| id.to_string(), |room| room.title.get(language).to_owned())
}

/// A line for each session that has a place.
fn placed(plan: &Plan, moves: &[(SessionId, Placement)], language: Language) -> Vec<String> {
    let line = |(id, at): &(SessionId, Placement)| {
        let rooms: Vec<String> = at.rooms.iter().map(|&id| room(plan, id, language)).collect();
        format!("{} – {} {} {}", at.start, at.end().clock(), title(plan, *id, language), rooms.join(", "))
    };
    moves.iter().map(line).collect()
}

/// The same for scripts.
fn moved(plan: &Plan, moves: &[(SessionId, Placement)], language: Language) -> Vec<serde_json::Value> {
    let row = |(id, at): &(SessionId, Placement)| {
        let rooms: Vec<String> = at.rooms.iter().map(ToString::to_string).collect();
        serde_json::json!({
            "session": id.to_string(), "title": title(plan, *id, language), "start": at.start.to_string(),
            "length_mins": at.length.mins(), "rooms": rooms,
        })
    };
    moves.iter().map(row).collect()
}

/// What an answer comes to, for a sentence: how many moves, how many without a place, and the findings before and after.
fn counted(name: &str, (moves, left, [before, after]): (usize, usize, Counts)) -> Vec<(&'static str, Value<'_>)> {
    let of = |counts: [usize; 4], severity: Severity| Value::from(counts[severity as usize]);
    vec![
        ("plan", Value::from(name)),
        ("moves", moves.into()),
        ("left", left.into()),
        ("errors", of(before, Severity::Error)),
        ("later-errors", of(after, Severity::Error)),
        ("warnings", of(before, Severity::Warning)),
        ("later-warnings", of(after, Severity::Warning)),
    ]
}

/// Open findings by `Severity as usize`, before and after.
type Counts = [[usize; 4]; 2];

/// The same for scripts, with the rows of what moves and of what finds no place.
fn report(
    request: &ArrangeArguments,
    name: &str,
    (judged, [before, after]): (u64, Counts),
    (moves, left): (Vec<serde_json::Value>, Vec<serde_json::Value>),
) -> String {
    let counts = |[_, hints, warnings, errors]: [usize; 4]| serde_json::json!({ "errors": errors, "warnings": warnings, "hints": hints });
    let report = serde_json::json!({
        "plan": name, "seed": request.seed, "judged": judged, "before": counts(before), "after": counts(after),
        "moves": moves, "left": left,
    });
    harmless_json(&serde_json::to_string_pretty(&report).unwrap_or_default())
}

fn lines(texts: &Texts, Input { name, plan, .. }: &Input, found: &Arranged) -> String {
    let language = texts.language();
    let of = (found.moves.len(), found.left.len(), found.counts);
    let mut lines = vec![texts.text_with("cli-arranged", &counted(name, of))];
    lines.extend(placed(plan, &found.moves, language));
    for (id, against) in &found.left {
        let title = title(plan, *id, language);
        let why: Vec<String> =
            against.iter().map(|finding| findings_text::sentence(texts, plan, language, finding)).collect();
        let why = why.join("; ");
        let values = [("session", Value::from(&title)), ("why", Value::from(&why))];
        lines.push(texts.text_with("cli-left", &values));
    }
    lines.iter().map(|line| harmless(line)).collect::<Vec<_>>().join("\n")
}

fn json(texts: &Texts, request: &ArrangeArguments, Input { name, plan, .. }: &Input, found: &Arranged) -> String {
    let language = texts.language();
    let left = found.left.iter().map(|(id, against)| {
        let why = against.iter().map(|finding| {
            serde_json::json!({
                "rule": finding.rule, "text": findings_text::sentence(texts, plan, language, finding),
            })
        });
        serde_json::json!({
            "session": id.to_string(), "title": title(plan, *id, language), "why": why.collect::<Vec<_>>(),
        })
    });
    let moves = moved(plan, &found.moves, language);
    report(request, name, (found.judged, found.counts), (moves, left.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_what_to_place_are_read() {
        let seconds = |text| time(text).ok().map(|time| time.as_secs());
        assert_eq!(
            ["30s", "2m", "45", "0s", "-1s", "900000h", "99999999999999m"].map(seconds),
            [Some(30), Some(120), Some(45), None, None, None, None]
        );
        assert_eq!(what("event:E1"), Ok(Subject::Sessions(What::Event("E1".parse().unwrap()))));
        assert_eq!(what("talks:E1"), Ok(Subject::Talks("E1".parse().unwrap())));
        assert!(what("event:").is_err() && what("talks:").is_err() && what("everything").is_err());
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(changed("day:2025-11-20"), Ok(Happened::DayLost(day("2025-11-20"))));
        let lost = Happened::RoomLost("room-a".parse().unwrap(), day("2025-11-19"), day("2025-11-27"));
        assert_eq!(changed("room:room-a:2025-11-19..2025-11-27"), Ok(lost));
        assert_eq!(changed("longer:S08:-15"), Ok(Happened::Longer("S08".parse().unwrap(), -15)));
        assert!(["", "day:", "room:room-a", "swap:2025-11-20", "longer:S08:x"].map(changed).iter().all(Result::is_err));
    }
}
