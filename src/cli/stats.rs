//! `plenary stats`: what a plan holds.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use super::terminal::{harmless, harmless_json};
use super::{Format, input};
use crate::exchange::Statistics;
use crate::model::Language;
use crate::texts::Texts;

pub(super) const EXAMPLES: &str = "\
Examples:
  plenary stats                                    the built-in plan
  plenary stats plan.ron --format json | jq .minutes_by_room";

/// What to count, and how to tell.
#[derive(Debug, clap::Args)]
pub struct StatsArguments {
    /// The plan: a file, - for standard input; the built-in one if left out.
    pub file: Option<PathBuf>,
    /// Lines to read, or JSON for scripts.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Language of names: en, fr, es, ru, zh or ar.
    #[arg(long, default_value = "en", value_parser = super::named::language)]
    pub lang: Language,
}

/// What `plenary stats` says.
///
/// # Errors
/// One sentence, when there is no plan to count.
pub fn stats(arguments: &StatsArguments) -> Result<String, String> {
    let input = input::open(arguments.file.as_deref(), &Texts::new(Language::English))?;
    let statistics = Statistics::new(&input.plan, arguments.lang);
    match arguments.format {
        Format::Json => serde_json::to_string_pretty(&statistics)
            .map(|json| harmless_json(&json))
            .map_err(|error| error.to_string()),
        Format::Text => Ok(lines(&input.name, &statistics)),
    }
}

fn lines(name: &str, of: &Statistics) -> String {
    let mut text = format!("{}\n\n", harmless(name));
    let sessions =
        format!("{} ({} placed, {} unscheduled)", of.sessions.total, of.sessions.placed, of.sessions.unscheduled);
    let comments = format!("{} ({} open to-dos)", of.comments, of.open_to_dos);
    let findings = of.findings;
    let findings = format!(
        "{} errors, {} warnings, {} hints, {} waived",
        findings.errors, findings.warnings, findings.hints, findings.waived
    );
    let posts = format!("{} ({} open, {} confirmed)", of.posts.total, of.posts.open, of.posts.confirmed);
    let of_list = of.statements;
    let statements = format!(
        "{} ({} placed, {} waiting, {} by exception, {} silent; {} places, {} held)",
        of_list.requests,
        of_list.placed,
        of_list.waiting,
        of_list.by_exception,
        of_list.silent,
        of_list.places,
        of_list.held
    );
    let interpretation = format!(
        "{} teams, {} sittings ({} without a team)",
        of.interpretation.teams, of.interpretation.sittings, of.interpretation.without_a_team
    );
    let of_rooms = of.room_requests;
    let room_requests = format!(
        "{} ({} waiting, {} accepted, {} declined, {} withdrawn)",
        of_rooms.total, of_rooms.waiting, of_rooms.accepted, of_rooms.declined, of_rooms.withdrawn
    );
    let youth = format!(
        "{} elements served, {} missing; {} groups, {} people, {} seats",
        of.youth.elements_served, of.youth.elements_missing, of.youth.groups, of.youth.people, of.youth.seats
    );
    for (what, count) in [
        ("events", of.events.to_string()),
        ("sessions", sessions),
        ("steps", format!("{} ({} done, {} open)", of.steps.total, of.steps.done, of.steps.open)),
        ("rooms", of.rooms.to_string()),
        ("bodies", of.bodies.to_string()),
        ("people", of.people.to_string()),
        ("delegates", of.delegates.to_string()),
        ("posts", posts),
        ("topics", format!("{} ({} not covered)", of.topics, of.topics_not_covered)),
        ("youth", youth),
        ("agenda items", of.agenda_items.to_string()),
        ("statements", statements),
        ("interpreted", interpretation),
        ("room requests", room_requests),
        ("documents", of.documents.to_string()),
        ("comments", comments),
        ("findings", findings),
    ] {
        let _ = writeln!(text, "{what:<14}{count}");
    }
    hours(&mut text, "hours by body", &of.minutes_by_body);
    hours(&mut text, "hours by room", &of.minutes_by_room);
    text.trim_end().to_owned()
}

/// A table of hours, the most first.
fn hours(text: &mut String, head: &str, minutes: &BTreeMap<String, i64>) {
    let mut rows: Vec<(&String, i64)> = minutes.iter().map(|(name, &minutes)| (name, minutes)).collect();
    rows.sort_by_key(|&(name, minutes)| (std::cmp::Reverse(minutes), name));
    let _ = writeln!(text, "\n{head}");
    for (name, minutes) in rows {
        let _ = writeln!(text, "{:>6}:{:02}  {}", minutes / 60, minutes % 60, harmless(name));
    }
}
