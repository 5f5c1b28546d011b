//! The notice as lines of text, for a message, in one language.

use super::super::changes::{Changed, Changes, Place};
use super::super::plain::line;
use super::super::words::Words;

/// All of it.
pub fn notice(changes: &Changes) -> String {
    let programme = &changes.programme;
    let get = |words: &Words| line(words.first());
    let mut lines = vec![get(&programme.title), get(&changes.title())];
    lines.extend(changes.facts().iter().map(get));
    for day in &changes.days {
        lines.push(String::new());
        lines.push(get(&programme.labels.day_long(day.date)));
        for changed in &day.changes {
            lines.push(String::new());
            lines.extend(session(changes, changed));
        }
    }
    lines.join("\n") + "\n"
}

fn session(changes: &Changes, changed: &Changed) -> Vec<String> {
    let labels = &changes.programme.labels;
    let get = |words: &Words| line(words.first());
    let labelled = |id: &str, text: String| {
        let label = labels.text(id);
        format!("  {}", line(&labels.labelled(label.first(), &text)))
    };
    let beside = |parts: Vec<String>| parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let place = |place: &Place| beside(vec![get(&place.day), place.hours.clone(), get(&place.rooms)]);
    let mut lines = vec![beside(vec![get(&changed.what), line(&changed.code), get(&changed.title)])];
    lines.extend(Some(get(&changed.event)).filter(|event| !event.is_empty()).map(|event| format!("  {event}")));
    let was = changed.was.as_ref().filter(|_| changed.was != changed.is);
    lines.extend(was.map(|was| labelled("notice-was", place(was))));
    lines.extend(changed.is.as_ref().map(|is| labelled("notice-is", place(is))));
    let rest = [&changed.instead].into_iter().chain(&changed.lines).chain([&changed.over]).chain(&changed.records);
    lines.extend(rest.map(get).filter(|text| !text.is_empty()).map(|text| format!("  {text}")));
    lines
}
