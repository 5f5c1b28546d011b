//! Talks given to sessions by the program, as lines and for scripts.

use std::sync::atomic::AtomicBool;

use super::super::Format;
use super::super::input::Input;
use super::super::sides::about;
use super::super::terminal::{harmless, harmless_json};
use super::{ArrangeArguments, title, write};
use crate::arrange::Until;
use crate::arrange::plan::Wishes;
use crate::arrange::talks::{Among, ArrangedTalks, Given, TalkTask, arrange_talks};
use crate::model::{AgendaItemId, CivilTime, EventId, Language, Plan, Severity};
use crate::texts::{Texts, Value};

/// Arranges the talks of an event. What is said, and the exit status: 0 nothing is broken, 1 a talk found no place.
pub(super) fn arrange(
    request: &ArrangeArguments,
    input: &Input,
    (event, conflicts, until): (EventId, Vec<(AgendaItemId, AgendaItemId, u32)>, Until),
    texts: &Texts,
) -> Result<(String, u8), String> {
    let task = TalkTask {
        among: Among::Event(event),
        wishes: Wishes::default(),
        conflicts,
        now: request.now,
        seed: request.seed,
        until,
    };
    let found = arrange_talks(&input.plan, &task, &AtomicBool::new(false), &|_| {});
    let mut arranged = input.plan.clone();
    if arranged.apply(&found.patch(&input.plan)).is_err() {
        return Err(texts.text("cli-not-arranged").to_owned());
    }
    if let Some(output) = &request.output {
        write(&arranged, output, request.file.as_deref(), texts).map_err(|why| about(output, &why, texts))?;
    }
    let told = match request.report {
        Format::Text => lines(texts, input, &found),
        Format::Json => json(texts, request, input, &found),
    };
    Ok((told, u8::from(!found.left.is_empty() || found.counts[1][Severity::Error as usize] > 0)))
}

fn talk(plan: &Plan, id: AgendaItemId, language: Language) -> String {
    plan.items().get(id).map_or_else(|| id.to_string(), |item| item.title.get(language).to_owned())
}

/// When a talk would be given, on the clock of its event.
fn time(plan: &Plan, given: &Given) -> Option<CivilTime> {
    let start = plan.sessions().get(given.session)?.placement.as_ref()?.start;
    Some(start.plus_mins(i32::try_from(given.at_secs.div_euclid(60)).ok()?))
}

fn lines(texts: &Texts, Input { name, plan, .. }: &Input, found: &ArrangedTalks) -> String {
    let language = texts.language();
    let [before, after] = found.counts.map(|counts| [counts[3], counts[2]]);
    let counted = [
        ("plan", Value::from(name)),
        ("moves", found.moves.len().into()),
        ("left", found.left.len().into()),
        ("errors", before[0].into()),
        ("later-errors", after[0].into()),
        ("warnings", before[1].into()),
        ("later-warnings", after[1].into()),
    ];
    let mut lines = vec![texts.text_with("cli-talks-arranged", &counted)];
    lines.extend(found.moves.iter().map(|given| {
        let at = time(plan, given).map_or_else(String::new, |time| format!("{time} "));
        format!("{at}{}: {}", title(plan, given.session, language), talk(plan, given.talk, language))
    }));
    lines.extend(
        found
            .left
            .iter()
            .map(|&id| texts.text_with("cli-talk-left", &[("talk", Value::from(&talk(plan, id, language)))])),
    );
    lines.iter().map(|line| harmless(line)).collect::<Vec<_>>().join("\n")
}

fn json(texts: &Texts, request: &ArrangeArguments, Input { name, plan, .. }: &Input, found: &ArrangedTalks) -> String {
    let language = texts.language();
    let counts = |[_, hints, warnings, errors]: [usize; 4]| serde_json::json!({ "errors": errors, "warnings": warnings, "hints": hints });
    let moves = found.moves.iter().map(|given| {
        serde_json::json!({
            "talk": given.talk.to_string(), "title": talk(plan, given.talk, language), "session": given.session.to_string(),
            "start": time(plan, given).map(|time| time.to_string()),
        })
    });
    let left =
        found.left.iter().map(|&id| serde_json::json!({ "talk": id.to_string(), "title": talk(plan, id, language) }));
    let report = serde_json::json!({
        "plan": name,
        "seed": request.seed,
        "judged": found.judged,
        "before": counts(found.counts[0]),
        "after": counts(found.counts[1]),
        "moves": moves.collect::<Vec<_>>(),
        "left": left.collect::<Vec<_>>(),
    });
    harmless_json(&serde_json::to_string_pretty(&report).unwrap_or_default())
}
