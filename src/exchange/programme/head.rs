//! What stands at the head of a document, and what has changed in it since the release before.

use std::collections::{BTreeMap, BTreeSet};

use super::super::words::Words;
use super::{Head, Labels, Revision};
use crate::model::zone;
use crate::model::{EventId, Language, Plan, Session, SessionId, Status};
use crate::texts::{Value, dates, names, tid};
use chrono::{DateTime, Utc};

/// The head of what is handed out at `made` of these events.
pub fn head(plan: &Plan, labels: &Labels, events: &[EventId], languages: &[Language], made: DateTime<Utc>) -> Head {
    let header = plan.header();
    let release = plan.release(header.release);
    let theme = events.iter().filter_map(|&id| plan.events().get(id)).find(|event| !event.theme.is_empty());
    let issued = release.and_then(|release| release.issued);
    let date = issued.unwrap_or_else(|| zone::civil(made, header.zone).date());
    let known = release.map(|release| release.symbol.trim()).filter(|symbol| !symbol.is_empty());
    let symbol = match (known, header.symbol.trim()) {
        (Some(known), _) => known.to_owned(),
        (None, "") => String::new(),
        (None, symbol) if header.release == 0 => symbol.to_owned(),
        (None, symbol) => format!("{symbol}(Rev.{})", header.release),
    };
    Head {
        theme: theme.map(|event| Words::chosen(&event.theme, languages)).unwrap_or_default(),
        symbol: in_language(symbol, languages),
        date: labels.each(|texts| dates::dates_text(texts, date, date)),
        original: header.original.map(|language| original(labels, language)).unwrap_or_default(),
        issuer: Words::chosen(&header.issuer, languages),
        contact: header.contact.trim().to_owned(),
    }
}

/// `DT/1(Rev.3)-E`: with the letter of the leading language, unless it has one.
fn in_language(symbol: String, languages: &[Language]) -> String {
    let has_letter =
        symbol.rsplit_once('-').is_some_and(|(_, end)| Language::ALL.iter().any(|one| end == one.letter().to_string()));
    match languages.first() {
        Some(language) if !symbol.is_empty() && !has_letter => format!("{symbol}-{}", language.letter()),
        _ => symbol,
    }
}

fn original(labels: &Labels, language: Language) -> Words {
    labels.each(|texts| {
        texts.text_with(tid("handout-original"), &[("language", Value::from(texts.text(names::language(language))))])
    })
}

/// The sessions that are not as they were in the release before, and what became of them: of a plan that goes on, those that the world knows
/// otherwise or not at all; of a release itself, those that were told anew with it.
pub fn revised(plan: &Plan) -> BTreeMap<SessionId, Revision> {
    let revision = |id: SessionId| plan.sessions().get(id).map(|session| (id, revision(session)));
    told_anew(plan).into_iter().filter_map(revision).collect()
}

fn revision(session: &Session) -> Revision {
    let is_new = session.issued.as_ref().is_none_or(|issued| issued.sequence == 0 && !session.is_news());
    match session.status {
        Status::Cancelled => Revision::Cancelled,
        _ if is_new => Revision::New,
        _ => Revision::Changed,
    }
}

fn told_anew(plan: &Plan) -> BTreeSet<SessionId> {
    if plan.header().release == 0 {
        return BTreeSet::new();
    }
    let placed = || plan.sessions().iter().filter(|session| session.placement.is_some());
    // What was never told is new only to those who were told of something.
    if placed().all(|session| session.issued.is_none()) {
        return BTreeSet::new();
    }
    let is_new = |session: &Session| session.issued.is_none() || session.is_news();
    let ahead: BTreeSet<SessionId> = placed().filter(|session| is_new(session)).map(|session| session.id).collect();
    if !ahead.is_empty() {
        return ahead;
    }
    let told = || placed().filter_map(|session| Some((session.issued.as_ref()?.at, session.id)));
    let (Some(first), Some(last)) = (told().map(|(at, _)| at).min(), told().map(|(at, _)| at).max()) else {
        return BTreeSet::new();
    };
    // All that is told for the first time is news to nobody.
    if first == last { BTreeSet::new() } else { told().filter(|(at, _)| *at == last).map(|(_, id)| id).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_has_the_letter_of_its_language_once() {
        let told = |symbol: &str| in_language(symbol.to_owned(), &[Language::Russian]);
        assert_eq!(told("DT/1(Rev.3)"), "DT/1(Rev.3)-R");
        assert_eq!(told("DT/1(Rev.3)-E"), "DT/1(Rev.3)-E");
        assert_eq!(told("WTDC-25/ADM/3"), "WTDC-25/ADM/3-R");
        assert_eq!(told(""), "");
    }
}
