//! What a finding says, in words.

use crate::check::{Finding, Value};
use crate::model::{Language, LocalText, Plan, RowId, SessionId};

use super::{Texts, Value as Word, dates, tid};

/// The sentence of a finding. Titles are in `titles`, or as near to it as the plan has them.
#[must_use]
pub fn sentence(texts: &Texts, plan: &Plan, titles: Language, finding: &Finding) -> String {
    let untitled = |id: SessionId| plan.sessions().get(id).is_none_or(|row| row.title.get(titles).trim().is_empty());
    let named = |id: &SessionId| {
        if untitled(*id) { texts.text("session-untitled").to_owned() } else { row_name(plan, titles, (*id).into()) }
    };
    let mut words: Vec<(&str, String)> = Vec::new();
    let mut counts: Vec<(&str, i32)> = Vec::new();
    for (name, value) in &finding.values {
        match value {
            Value::Count(count) => counts.push((name, *count)),
            Value::Row(row) => words.push((name, row_name(plan, titles, *row))),
            Value::Minutes(mins) => words.push((name, dates::length_text(texts, *mins))),
            Value::Seconds(secs) => words.push((name, dates::seconds_text(texts, *secs))),
            Value::Clock(minute) => words.push((name, clock(*minute))),
            Value::Time(time) => {
                words.push((name, format!("{} {}", dates::day_short(texts, time.date()), time.clock())));
            }
            Value::Day(day) => words.push((name, dates::day_short(texts, *day))),
            Value::Span(span) => words.push((name, dates::span_text(texts, *span))),
            Value::Word(word) => words.push((name, (*word).to_owned())),
        }
    }
    if let Some(first) = finding.sessions.first() {
        words.push(("first", named(first)));
    }
    if let Some(second) = finding.sessions.get(1) {
        words.push(("second", named(second)));
    }
    words.push(("sessions", listed(texts, &finding.sessions, named)));
    let words = words.iter().map(|(name, word)| (*name, Word::from(word)));
    let all: Vec<(&str, Word<'_>)> = words.chain(counts.iter().map(|&(name, count)| (name, count.into()))).collect();
    texts.text_with(finding.message, &all)
}

/// At most so many titles in one sentence.
const MOST_LISTED: usize = 5;

fn listed(texts: &Texts, sessions: &[SessionId], named: impl Fn(&SessionId) -> String) -> String {
    let shown: Vec<String> = sessions
        .iter()
        .take(MOST_LISTED)
        .map(|id| texts.text_with("quoted", &[("title", Word::from(&named(id)))]))
        .collect();
    let shown = shown.join(", ");
    match sessions.len().saturating_sub(MOST_LISTED) {
        0 => shown,
        more => texts.text_with("listed-and-more", &[("listed", Word::from(&shown)), ("count", Word::from(more))]),
    }
}

/// A time of day, up to `24:00`.
#[must_use]
pub fn clock(minute: i32) -> String {
    format!("{:02}:{:02}", minute.div_euclid(60), minute.rem_euclid(60))
}

/// What a row is called in a sentence: short where it has a short name.
fn row_name(plan: &Plan, language: Language, row: RowId) -> String {
    let short = |code: &LocalText, title: &LocalText| {
        let code = code.get(language);
        if code.is_empty() { title.get(language).to_owned() } else { code.to_owned() }
    };
    let name = match row {
        RowId::Event(id) => plan.events().get(id).map(|row| short(&row.code, &row.title)),
        RowId::Body(id) => plan.bodies().get(id).map(|row| short(&row.code, &row.title)),
        RowId::Room(id) => plan.rooms().get(id).map(|row| row.title.get(language).to_owned()),
        RowId::Person(id) => plan.people().get(id).map(|row| row.name.clone()),
        RowId::Topic(id) => plan.topics().get(id).map(|row| row.code.clone()),
        RowId::Document(id) => plan.documents().get(id).map(|row| row.symbol.clone()),
        RowId::Session(id) => plan.sessions().get(id).map(|row| row.title.get(language).to_owned()),
        RowId::Statement(_) | RowId::Note(_) | RowId::Rule(_) | RowId::Waiver(_) => None,
    };
    name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| row.name())
}

/// The ids of the name and the explanation of a rule.
#[must_use]
pub fn rule_ids(rule: &str) -> [String; 3] {
    [format!("rule-{rule}"), format!("rule-{rule}-about"), format!("rule-{rule}-basis")]
}

/// The id of what a severity is called.
#[must_use]
pub fn severity(severity: crate::model::Severity) -> &'static str {
    use crate::model::Severity;
    match severity {
        Severity::Error => tid("severity-error"),
        Severity::Warning => tid("severity-warning"),
        Severity::Hint => tid("severity-hint"),
        Severity::Off => tid("severity-off"),
    }
}
