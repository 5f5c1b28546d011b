//! The notice in Markdown (`CommonMark`), for pages that a team keeps so, in one language.

use super::super::changes::{Changed, Changes, Place};
use super::super::plain::line;
use super::super::words::Words;

/// All of it.
pub fn notice(changes: &Changes) -> String {
    let programme = &changes.programme;
    let mut lines = vec![format!("# {} · {}", get(&programme.title), get(&changes.title())), String::new()];
    // Two blanks at the end break a line.
    lines.extend(changes.facts().iter().map(|fact| format!("{}  ", get(fact))));
    for day in &changes.days {
        lines.extend([String::new(), format!("## {}", get(&programme.labels.day_long(day.date))), String::new()]);
        lines.extend(day.changes.iter().flat_map(|changed| session(changes, changed)));
    }
    lines.join("\n") + "\n"
}

fn session(changes: &Changes, changed: &Changed) -> Vec<String> {
    let labels = &changes.programme.labels;
    let beside = |parts: Vec<String>| parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let place = |id: &str, place: &Place| {
        let text = beside(vec![get(&place.day), escaped(&place.hours), get(&place.rooms)]);
        labels.labelled(get(&labels.text(id)).as_str(), &text)
    };
    let what = get(&changed.what);
    let what = if what.is_empty() { what } else { format!("**{what}**") };
    let head = beside(vec![what, escaped(&line(&changed.code)), get(&changed.title), get(&changed.event)]);
    let was = changed.was.as_ref().filter(|_| changed.was != changed.is).map(|was| place("notice-was", was));
    let is = changed.is.as_ref().map(|is| place("notice-is", is));
    let rest = [&changed.instead].into_iter().chain(&changed.lines).chain([&changed.over]).chain(&changed.records);
    let below = was.into_iter().chain(is).chain(rest.map(get)).filter(|text| !text.is_empty());
    std::iter::once(format!("- {head}")).chain(below.map(|text| format!("  - {text}"))).collect()
}

fn get(words: &Words) -> String {
    escaped(&line(words.first()))
}

/// A text in which nothing is markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_punctuation()
            && !matches!(c, '.' | ',' | ':' | ';' | '\'' | '"' | '/' | '?' | '%' | '@' | '-' | '+')
        {
            out.push('\\');
        }
        out.push(c);
    }
    // What begins a list or a heading elsewhere is text here.
    if out.starts_with(['-', '+']) { format!("\\{out}") } else { out }
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_of_a_text_is_markup() {
        assert_eq!(escaped("*a* [b](c) <i> #1 `x` & \\"), "\\*a\\* \\[b\\]\\(c\\) \\<i\\> \\#1 \\`x\\` \\& \\\\");
        assert_eq!(escaped("- 09:30–12:30, room A/B"), "\\- 09:30–12:30, room A/B");
    }
}
