//! Talks given to sessions by the program, as lines and for scripts.

use std::sync::atomic::AtomicBool;

use super::super::Format;
use super::super::input::Input;
use super::super::output::write_plan;
use super::super::terminal::harmless;
use super::{ArrangeArguments, beside, counted, report, title};
use crate::arrange::Until;
use crate::arrange::plan::Wishes;
use crate::arrange::talks::{Among, ArrangedTalks, TalkTask, arrange_talks};
use crate::model::{AgendaItemId, EventId, Language, Plan, Severity};
use crate::texts::{Texts, Value};

/// Arranges the talks of an event. What is said, and the exit status: 0 nothing is broken, 1 a talk found no place or errors are left.
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
        write_plan(&arranged, output, request.file.as_deref(), texts)?;
    }
    let told = match request.report {
        Format::Text => lines(texts, input, &found),
        Format::Json => json(texts, request, input, &found),
    };
    Ok((beside(request, told), u8::from(!found.left.is_empty() || found.counts[1][Severity::Error as usize] > 0)))
}

fn talk(plan: &Plan, id: AgendaItemId, language: Language) -> String {
    plan.items().get(id).map_or_else(|| id.to_string(), |item| item.title.get(language).to_owned())
}

fn lines(texts: &Texts, Input { name, plan, .. }: &Input, found: &ArrangedTalks) -> String {
    let language = texts.language();
    let of = (found.moves.len(), found.left.len(), found.counts);
    let mut lines = vec![texts.text_with("cli-talks-arranged", &counted(name, of))];
    lines.extend(found.moves.iter().map(|given| {
        let at = given.time(plan).map_or_else(String::new, |time| format!("{time} "));
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
    let moves = found.moves.iter().map(|given| {
        serde_json::json!({
            "talk": given.talk.to_string(), "title": talk(plan, given.talk, language), "session": given.session.to_string(),
            "start": given.time(plan).map(|time| time.to_string()), "fixed": given.is_fixed,
        })
    });
    let left =
        found.left.iter().map(|&id| serde_json::json!({ "talk": id.to_string(), "title": talk(plan, id, language) }));
    report(request, name, (found.judged, found.counts), (moves.collect(), left.collect()))
}
