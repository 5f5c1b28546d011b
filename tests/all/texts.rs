//! The texts are whole: every id used exists, none is left over, all languages say the same things. How days and counts
//! come out is in [`written`], which Russian words do not come back in [`russian`].
//!
//! Ids are found in the sources as `text("…")`, `text_with("…", …)` and `tid("…")`. Code under `#[cfg(test)]` and
//! comments do not count.

mod ftl;
mod russian;
mod source;
mod written;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_bundle::FluentResource;
use plenary::check::{RULES, SETTINGS};
use plenary::model::Language;
use plenary::texts::{Texts, Value, files, findings};

use ftl::Message;
use source::Token;

/// The files that all six languages have, because what is handed out is written with them; the others are for the screen.
const HANDED_OUT: [&str; 4] = ["handout", "incoming", "model", "time"];

#[test]
fn the_folders_and_their_files_are_the_ones_compiled_in() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/texts");
    let languages = Language::ALL.iter().map(|language| language.code().to_owned()).collect();
    assert_eq!(names_in(&root), languages, "folders in assets/texts, and the languages");
    let every_file = file_names(Language::English);
    for language in Language::ALL {
        let own = file_names(language);
        let on_disk = own.iter().map(|name| format!("{name}.ftl")).collect();
        let folder = root.join(language.code());
        assert_eq!(names_in(&folder), on_disk, "files in {}, and the list in texts.rs", folder.display());
        let needed = if Texts::AVAILABLE.contains(&language) { every_file.clone() } else { HANDED_OUT.into() };
        assert_eq!(own, needed, "files in {}, and what its language is for", folder.display());
    }
}

#[test]
fn every_file_parses_and_no_id_comes_twice() {
    let mut wrong = Vec::new();
    for language in Language::ALL {
        let mut seen = BTreeMap::new();
        for (name, content) in files(language) {
            let place = format!("{}/{name}.ftl", language.code());
            if let Err((_, errors)) = FluentResource::try_new((*content).to_owned()) {
                wrong.extend(errors.iter().map(|error| {
                    let line = content[..error.pos.start].lines().count().max(1);
                    format!("{place}, near line {line}: {error}")
                }));
            }
            let blanks = content.lines().enumerate().filter(|(_, line)| line.trim_end() != *line);
            wrong.extend(blanks.map(|(index, _)| format!("{place}, line {}: blanks at the end", index + 1)));
            for message in ftl::messages(content) {
                if let Some(earlier) = seen.insert(message.id.clone(), place.clone()) {
                    wrong.push(format!("{place}: {} is in {earlier} already", message.id));
                }
            }
        }
    }
    check_none("flaws in the files", &wrong);
}

#[test]
fn every_id_used_exists() {
    let english = all_messages(Language::English);
    let used = used_ids();
    assert!(used.len() > 100, "the sources are searched: {}", used.len());
    let missing = used.iter().filter(|(id, _)| !english.contains_key(*id)).map(|(id, place)| format!("{id} ({place})"));
    check_none("ids used in src without an English text", &missing.collect::<Vec<_>>());
}

#[test]
fn no_text_is_left_over() {
    let english = all_messages(Language::English);
    let mut used: BTreeSet<&str> =
        english.values().flat_map(|message| &message.references).map(String::as_str).collect();
    let sources = source::all();
    let strings = sources.iter().flat_map(|source| &source.tokens).filter_map(Token::string);
    used.extend(strings);
    let of_rules = ids_of_rules();
    used.extend(of_rules.iter().map(String::as_str));
    let unused = english.keys().filter(|id| !used.contains(id.as_str())).cloned();
    check_none("English texts that nothing in src names", &unused.collect::<Vec<_>>());
}

#[test]
fn every_rule_number_and_finding_has_its_texts_in_every_language() {
    let sources = source::all().into_iter().filter(|source| source.path.starts_with("src/check"));
    let tokens: Vec<Token> = sources.flat_map(|source| source.tokens).collect();
    let sentences = tokens.iter().filter_map(Token::string).filter(|id| id.starts_with("finding-"));
    let needed: BTreeSet<String> = sentences.map(str::to_owned).chain(ids_of_rules()).collect();
    assert!(needed.len() > 200, "rules and sentences are found: {}", needed.len());
    let mut missing = Vec::new();
    for language in Texts::AVAILABLE {
        let own = all_messages(language);
        let lacking = needed.iter().filter(|id| !own.contains_key(*id));
        missing.extend(lacking.map(|id| format!("{id} in {}", language.code())));
    }
    check_none("texts of rules missing", &missing);
}

#[test]
fn all_languages_have_the_same_ids_and_variables() {
    let mut wrong = Vec::new();
    for language in Language::ALL {
        let (english, own) = (english_beside(language), all_messages(language));
        let code = language.code();
        let (theirs, ours): (BTreeSet<_>, BTreeSet<_>) = (english.keys().collect(), own.keys().collect());
        // A term is a language's own affair.
        let shared = |id: &&&String| !id.starts_with('-');
        wrong.extend(theirs.difference(&ours).filter(shared).map(|id| format!("{id} is missing in {code}")));
        wrong.extend(ours.difference(&theirs).filter(shared).map(|id| format!("{id} is in {code} and not in en")));
        for (id, message) in &own {
            if let Some(original) = english.get(id).filter(|original| original.variables != message.variables) {
                let (theirs, ours) = (&original.variables, &message.variables);
                wrong.push(format!("{id}: variables {theirs:?} in en, {ours:?} in {code}"));
            }
        }
    }
    check_none("differences between the languages", &wrong);
}

#[test]
fn variables_are_filled_in_where_texts_are_used() {
    let english = all_messages(Language::English);
    let mut wrong = Vec::new();
    for source in source::all() {
        for call in source.calls() {
            let Some(message) = english.get(&call.id) else { continue };
            let given = match (call.function, &call.variables) {
                ("text", _) => &BTreeSet::new(),
                ("text_with", Some(given)) => given,
                _ => continue,
            };
            let lacking: Vec<_> = message.variables.difference(given).collect();
            if !lacking.is_empty() {
                wrong.push(format!("{} in {}: no value for {lacking:?}", call.id, source.path));
            }
        }
    }
    check_none("texts used without their variables", &wrong);
}

#[test]
fn every_language_has_its_plural_forms() {
    let mut wrong = Vec::new();
    for language in Language::ALL {
        let (forms, own, code) = (plural_forms(language), all_messages(language), language.code());
        for (id, message) in english_beside(language) {
            let Some(other) = own.get(&id) else { continue };
            let in_english = |selector: &String| {
                message.selects.iter().any(|select| select.is_count() && select.selector == *selector)
            };
            for select in message.selects.iter().filter(|select| select.is_count() && !forms.is_empty()) {
                if !other.selects.iter().any(|own| own.selector == select.selector) {
                    wrong.push(format!("{id}: English selects on {}, {code} does not", select.selector));
                }
            }
            for select in other.selects.iter().filter(|own| own.is_count() || in_english(&own.selector)) {
                let keys = &select.keys;
                // What Russian calls many may be what stands for all other counts.
                let has = |form: &str| {
                    keys.contains(form) || (language, form) == (Language::Russian, "many") && keys.contains("other")
                };
                if !forms.iter().all(|form| has(form)) {
                    wrong.push(format!("{id}: {code} needs {forms:?} for {}, has {keys:?}", select.selector));
                }
            }
        }
    }
    check_none("plural forms missing", &wrong);
}

/// The forms that a choice by a count needs, by the CLDR. Chinese has one form for every count, and English is what the
/// others are measured by. French and Spanish have `many` for millions, which nothing here counts.
fn plural_forms(language: Language) -> &'static [&'static str] {
    match language {
        Language::French | Language::Spanish => &["one", "other"],
        Language::Russian => &["one", "few", "many"],
        Language::Chinese | Language::English => &[],
        Language::Arabic => &["zero", "one", "two", "few", "many", "other"],
    }
}

#[test]
fn every_text_comes_out_whole() {
    // Every form of every language: Arabic has one for 11 and one for 100.
    let counts = [0, 1, 2, 5, 11, 100].map(Value::Count);
    let fillings: Vec<_> = [Value::Text("x")].into_iter().chain(counts).collect();
    let mut wrong = BTreeSet::new();
    for language in Language::ALL {
        let texts = Texts::new(language);
        for (id, message) in all_messages(language).iter().filter(|(id, _)| !id.starts_with('-')) {
            let mut look_at = |text: &str| {
                let what = if text.is_empty() {
                    "is empty"
                } else if text.trim() != text {
                    "begins or ends with blanks"
                } else if text.contains('{') {
                    "names something that does not exist, or lacks a value"
                } else {
                    return;
                };
                wrong.insert(format!("{id} in {} {what}: {text:?}", language.code()));
            };
            for &filling in &fillings {
                let values: Vec<_> = message.variables.iter().map(|name| (name.as_str(), filling)).collect();
                look_at(&texts.text_with(id, &values));
            }
            let expected = if message.variables.is_empty() { &texts.text_with(id, &[]) } else { id };
            if texts.text(id) != expected {
                wrong.insert(format!("{id} in {}: text() says {:?}", language.code(), texts.text(id)));
            }
        }
    }
    check_none("texts that do not come out whole", &wrong.into_iter().collect::<Vec<_>>());
}

#[test]
fn what_is_missing_is_still_shown() {
    let english = Texts::new(Language::English);
    assert_eq!(english.text("no-such-text"), "no-such-text");
    assert_eq!(english.text_with("no-such-text", &[]), "no-such-text");
    assert_eq!(english.text_with("range", &[("from", "1".into())]), "1–{$to}");
    // French has words for what is handed out; the rest of its texts are English.
    let french = Texts::new(Language::French);
    assert_eq!((french.language(), french.text("kind-break")), (Language::French, "Pause"));
    assert_eq!(french.text("tray-title"), "Tray");
    assert_eq!(french.text_with("range", &[("from", "1".into()), ("to", "2".into())]), "1–2");
}

/// Fails with the list of what was found, one to a line.
#[track_caller]
fn check_none(what: &str, found: &[String]) {
    assert!(found.is_empty(), "{} {what}:\n  {}\n", found.len(), found.join("\n  "));
}

fn names_in(folder: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// The names of the files compiled in for `language`.
fn file_names(language: Language) -> BTreeSet<&'static str> {
    files(language).iter().map(|(name, _)| *name).collect()
}

fn all_messages(language: Language) -> BTreeMap<String, Message> {
    messages_in(language, &file_names(language))
}

/// The English texts of the files that `language` has, too.
fn english_beside(language: Language) -> BTreeMap<String, Message> {
    messages_in(Language::English, &file_names(language))
}

fn messages_in(language: Language, names: &BTreeSet<&str>) -> BTreeMap<String, Message> {
    let named = files(language).iter().filter(|(name, _)| names.contains(name));
    let messages = named.flat_map(|(_, content)| ftl::messages(content));
    messages.map(|message| (message.id.clone(), message)).collect()
}

/// The ids that are put together from the names of rules and of their numbers.
fn ids_of_rules() -> BTreeSet<String> {
    let names = RULES.iter().map(|rule| rule.name).chain([SETTINGS]);
    let numbers = RULES.iter().flat_map(|rule| rule.numbers).map(|number| format!("number-{}", number.name));
    names.flat_map(findings::rule_ids).chain(numbers).collect()
}

/// Ids with a file that uses them.
fn used_ids() -> BTreeMap<String, String> {
    let sources = source::all().into_iter().map(|source| {
        let ids: Vec<_> = source.calls().into_iter().map(|call| call.id).collect();
        (source.path, ids)
    });
    sources.flat_map(|(path, ids)| ids.into_iter().map(move |id| (id, path.clone()))).collect()
}
