//! Rows of a plan by the names that people type.

use chrono_tz::TZ_VARIANTS;

use crate::exchange::delegations;
use crate::model::states::party_key;
use crate::model::zone::{self, Tz};
use crate::model::{BodyId, Delegate, DelegateId, EventId, Language, LocalText, PersonId, Plan, RoomId, SessionId};
use crate::texts::Texts;

/// So many names are told when another one was typed.
const MOST: usize = 12;

/// What is typed for a row: its id, or any of its names in any language, in small or capital letters; also the beginning of
/// a name, where that is the beginning of one row's only.
fn find<I: Copy>(rows: impl Iterator<Item = (I, Vec<String>)>, what: &str, typed: &str) -> Result<I, String> {
    let (wanted, typed) = (typed.trim().to_lowercase(), brief(typed));
    let (mut near, mut known) = (Vec::new(), Vec::new());
    let mut begun = Vec::new();
    for (id, names) in rows {
        if names.iter().any(|name| name.to_lowercase() == wanted) {
            return Ok(id);
        }
        if wanted.chars().count() > 1 && names.iter().any(|name| name.to_lowercase().starts_with(&wanted)) {
            begun.push(id);
        }
        let is_near = wanted.chars().count() > 2 && names.iter().any(|name| is_like(&name.to_lowercase(), &wanted));
        let list = if is_near { &mut near } else { &mut known };
        list.extend(names.get(1).map(|name| brief(name)).filter(|name| !name.is_empty()));
    }
    if let [only] = begun[..] {
        return Ok(only);
    }
    // What may have been meant, or else all there is.
    let mut known = if near.is_empty() { known } else { near };
    let more = if known.len() > MOST { ", …" } else { "" };
    known.truncate(MOST);
    Err(if known.is_empty() {
        format!("there is no {what} {typed:?}, and no other {what} in this plan")
    } else {
        format!("there is no {what} {typed:?}; there are {}{more}", known.join(", "))
    })
}

/// A name for a message, cut where it gets long.
fn brief(name: &str) -> String {
    match name.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", &name[..at]),
        None => name.to_owned(),
    }
}

/// Whether one is a part of the other, or begins as it does.
fn is_like(name: &str, wanted: &str) -> bool {
    let begin: String = wanted.chars().take(4).collect();
    name.contains(wanted) || !name.is_empty() && wanted.contains(name) || name.starts_with(&begin)
}

fn names(id: &str, code: &LocalText, title: &LocalText) -> Vec<String> {
    let texts = code.iter().chain(title.iter()).map(|(_, text)| text.to_owned());
    std::iter::once(id.to_owned()).chain(texts).collect()
}

/// The event that is typed.
pub fn event(plan: &Plan, typed: &str) -> Result<EventId, String> {
    find(plan.events().iter().map(|row| (row.id, names(row.id.as_str(), &row.code, &row.title))), "event", typed)
}

/// The room that is typed.
pub fn room(plan: &Plan, typed: &str) -> Result<RoomId, String> {
    let none = LocalText::default();
    find(plan.rooms().iter().map(|row| (row.id, names(row.id.as_str(), &none, &row.title))), "room", typed)
}

/// The body that is typed.
pub fn body(plan: &Plan, typed: &str) -> Result<BodyId, String> {
    find(plan.bodies().iter().map(|row| (row.id, names(row.id.as_str(), &row.code, &row.title))), "body", typed)
}

/// The person who is typed.
pub fn person(plan: &Plan, typed: &str) -> Result<PersonId, String> {
    let names = |row: &crate::model::Person| vec![row.id.to_string(), row.name.clone()];
    find(plan.people().iter().map(|row| (row.id, names(row))), "person", typed)
}

/// The delegation that is typed, as the plan writes it.
pub fn delegation(plan: &Plan, typed: &str) -> Result<String, String> {
    // A State is found under any of its names.
    let known = delegations(plan);
    if let Some(known) = known.iter().find(|name| party_key(name) == party_key(typed)) {
        return Ok(known.clone());
    }
    let rows = known.iter().map(|name| (name.as_str(), vec![name.clone(), name.clone()]));
    find(rows, "delegation", typed).map(str::to_owned)
}

/// The delegate who is typed: by function or name, or so behind the delegation and a colon.
pub fn delegate(plan: &Plan, typed: &str) -> Result<DelegateId, String> {
    let (party, name) = typed.split_once(':').map_or((None, typed), |(party, name)| (Some(party.trim()), name.trim()));
    let is_of =
        |row: &&std::sync::Arc<Delegate>| party.is_none_or(|party| party_key(&row.represents) == party_key(party));
    let rows = plan.delegates().iter().filter(is_of);
    find(rows.map(|row| (row.id, vec![row.id.to_string(), row.name(plan), row.function.clone()])), "delegate", name)
}

/// The id of a session, as it stands in files.
pub fn session_id(typed: &str) -> Result<SessionId, String> {
    typed.parse().map_err(|_| "the id of a session is like S15; plenary export --to csv lists them".to_owned())
}

/// The language that is typed.
pub fn language(typed: &str) -> Result<Language, String> {
    let known = || Language::ALL.map(Language::code).join(", ");
    typed.parse().map_err(|_| format!("a language is one of {}", known()))
}

/// The language of the screen that is typed.
pub fn screen_language(typed: &str) -> Result<Language, String> {
    let known = Texts::AVAILABLE.map(Language::code).join(" or ");
    let language = typed.parse().ok().filter(|language| Texts::AVAILABLE.contains(language));
    language.ok_or_else(|| format!("there are sentences in {known} only"))
}

/// The zone that is typed: its whole name, or its city where only one zone has it; also a seat of the United Nations.
pub fn zone(typed: &str) -> Result<Tz, String> {
    let wanted = typed.trim().replace(' ', "_").to_lowercase();
    let called = |zone: &Tz, whole: bool| {
        let name = zone.name().to_lowercase();
        if whole { name == wanted } else { name.rsplit('/').next() == Some(wanted.as_str()) }
    };
    let all = || TZ_VARIANTS.iter().copied();
    if let Some(zone) = all().find(|zone| called(zone, true)) {
        return Ok(zone);
    }
    match all().filter(|zone| called(zone, false)).collect::<Vec<_>>().as_slice() {
        [only] => Ok(*only),
        [] => zone::of_place(typed)
            .ok_or_else(|| "a zone is named by its place, like Asia/Baku or Europe/Zurich".to_owned()),
        several => {
            let names: Vec<&str> = several.iter().map(|zone| zone.name()).collect();
            Err(format!("several zones are called so: {}", names.join(", ")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Template;

    #[test]
    fn zones_are_found_by_name_and_by_city() {
        assert_eq!(zone("europe/zurich"), Ok(Tz::Europe__Zurich));
        assert_eq!(zone("Baku"), Ok(Tz::Asia__Baku));
        assert_eq!(zone("new york"), Ok(Tz::America__New_York));
        assert_eq!(zone("UTC"), Ok(Tz::UTC));
        assert_eq!(zone("Geneva"), Ok(Tz::Europe__Zurich));
        assert_eq!(zone("the hague"), Ok(Tz::Europe__Amsterdam));
        assert!(zone("Louisville").unwrap_err().starts_with("several zones are called so: America/"));
        for typed in ["", "Nowhere", "UTC+4"] {
            assert!(zone(typed).unwrap_err().contains("like Asia/Baku"), "{typed}");
        }
    }

    #[test]
    fn rows_are_found_by_any_of_their_names() {
        let plan = Template::Wtdc25.plan();
        let committee = body(&plan, "COM3").unwrap();
        assert_eq!(body(&plan, " com3 "), Ok(committee));
        assert_eq!(body(&plan, committee.as_str()), Ok(committee));
        assert_eq!(event(&plan, "ВКРЭ-25"), event(&plan, "wtdc-25"));
        assert_eq!(room(&plan, "plen"), room(&plan, "Plenary Hall"), "the beginning of one name only");
        assert!(room(&plan, "room").is_err(), "the beginning of several");
    }

    #[test]
    fn what_is_not_there_is_told_with_what_is() {
        let why = room(&Template::Wtdc25.plan(), "Hall Z").unwrap_err();
        assert!(why.starts_with("there is no room \"Hall Z\"; there are "), "{why}");
        let why = event(&Template::Wtdc25.plan(), "irm").unwrap_err();
        assert!(why.starts_with("there is no event \"irm\"; there are IRM-1, IRM-2"), "{why}");
        let why = room(&Template::Wtdc25.plan(), &"x".repeat(100_000)).unwrap_err();
        assert!(why.len() < 1000, "{}", why.len());
        let why = person(&Template::Blank.plan(), "Nobody").unwrap_err();
        assert_eq!(why, "there is no person \"Nobody\", and no other person in this plan");
    }
}
