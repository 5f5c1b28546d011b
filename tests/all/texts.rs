//! The texts of the screen are whole: every id used exists, none is left over, all languages say the same things.
//!
//! Ids are found in the sources as `text("…")`, `text_with("…", …)` and `tid("…")`. Code under `#[cfg(test)]` and
//! comments do not count.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::NaiveDate;
use fluent_bundle::FluentResource;
use plenary::check::{RULES, SETTINGS};
use plenary::model::{CivilTime, Language, Span};
use plenary::texts::{Texts, Value, dates, files, findings};

use ftl::Message;
use source::Token;

#[test]
fn the_folders_and_their_files_are_the_ones_compiled_in() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/texts");
    let folders = names_in(&root);
    let languages = Texts::AVAILABLE.iter().map(|language| language.code().to_owned()).collect();
    assert_eq!(folders, languages, "folders in assets/texts, and Texts::AVAILABLE");
    for language in Texts::AVAILABLE {
        let compiled = files(language).iter().map(|(name, _)| format!("{name}.ftl")).collect();
        assert_eq!(names_in(&root.join(language.code())), compiled, "files in the folder, and the list in texts.rs");
    }
}

#[test]
fn every_file_parses_and_no_id_comes_twice() {
    let mut wrong = Vec::new();
    for language in Texts::AVAILABLE {
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
    let english = all_messages(Language::English);
    let mut wrong = Vec::new();
    for language in Texts::AVAILABLE {
        let own = all_messages(language);
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
fn russian_has_its_plural_forms() {
    let russian = all_messages(Language::Russian);
    let mut wrong = Vec::new();
    for (id, message) in all_messages(Language::English) {
        let Some(other) = russian.get(&id) else { continue };
        for select in message.selects.iter().filter(|select| select.is_count()) {
            if !other.selects.iter().any(|own| own.selector == select.selector) {
                wrong.push(format!("{id}: English selects on {}, Russian does not", select.selector));
            }
        }
        let selects_in_english = |own: &&ftl::Select| {
            message.selects.iter().any(|select| select.is_count() && select.selector == own.selector)
        };
        for select in other.selects.iter().filter(|own| own.is_count() || selects_in_english(own)) {
            let has = |key: &str| select.keys.contains(key);
            if !(has("one") && has("few") && (has("many") || has("other"))) {
                let keys = &select.keys;
                wrong.push(format!("{id}: Russian needs one, few and many for {}, has {keys:?}", select.selector));
            }
        }
    }
    check_none("Russian plural forms missing", &wrong);
}

#[test]
fn every_text_comes_out_whole() {
    let fillings = [Value::Text("x"), Value::Count(0), Value::Count(1), Value::Count(2), Value::Count(5)];
    let mut wrong = BTreeSet::new();
    for language in Texts::AVAILABLE {
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
            for filling in fillings {
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
    let french = Texts::new(Language::French);
    assert_eq!((french.language(), french.text("kind-break")), (Language::French, "Break"));
    assert_eq!(dates::day_count(&french, 3), "3 days");
}

#[test]
fn days_and_spans_read_as_people_write_them() {
    let (english, russian) = (Texts::new(Language::English), Texts::new(Language::Russian));
    let check = |write: &dyn Fn(&Texts) -> String, in_english: &str, in_russian: &str| {
        assert_eq!((write(&english).as_str(), write(&russian).as_str()), (in_english, in_russian));
    };
    let day = |month, day| NaiveDate::from_ymd_opt(2025, month, day).unwrap();
    let opening = day(11, 17);
    check(&|t| dates::day_long(t, opening), "Monday 17 November 2025", "понедельник, 17 ноября 2025 г.");
    check(&|t| dates::day_short(t, opening), "Mon 17 Nov", "пн 17 ноя");
    check(&|t| dates::day_tiny(t, opening), "17", "17");
    check(&|t| dates::month_year(t, opening), "November 2025", "ноябрь 2025");
    check(&|t| dates::weekday(t, day(11, 23)).to_owned(), "Sunday", "воскресенье");
    check(&|t| dates::dates_text(t, opening, opening), "17 November 2025", "17 ноября 2025 г.");
    check(&|t| dates::dates_text(t, opening, day(11, 28)), "17–28 November 2025", "17–28 ноября 2025 г.");
    let wide = ("28 October – 3 November 2025", "28 октября – 3 ноября 2025 г.");
    check(&|t| dates::dates_text(t, day(10, 28), day(11, 3)), wide.0, wide.1);

    let span = |from: &str, to: &str| Span::new(from.parse::<CivilTime>().unwrap(), to.parse().unwrap());
    let morning = span("2025-11-17T09:30", "2025-11-17T10:45");
    check(&|t| dates::span_text(t, morning), "Mon 17 Nov 09:30–10:45", "пн 17 ноя 09:30–10:45");
    check(&|t| dates::clock_span(t, morning), "09:30–10:45", "09:30–10:45");
    let night = span("2025-11-17T22:00", "2025-11-18T01:00");
    check(&|t| dates::span_text(t, night), "Mon 17 Nov 22:00 – Tue 18 Nov 01:00", "пн 17 ноя 22:00 – вт 18 ноя 01:00");
    check(&|t| dates::clock_span(t, night), "22:00–01:00 (+1)", "22:00–01:00 (+1)");
    let evening = span("2025-11-17T22:00", "2025-11-18T00:00");
    check(&|t| dates::span_text(t, evening), "Mon 17 Nov 22:00–24:00", "пн 17 ноя 22:00–24:00");
    let days = span("2025-11-17T00:00", "2025-11-19T00:00");
    check(&|t| dates::span_text(t, days), "Mon 17 Nov – Tue 18 Nov", "пн 17 ноя – вт 18 ноя");
    let instant = span("2025-11-17T00:00", "2025-11-17T00:00");
    check(&|t| dates::clock_span(t, instant), "00:00–00:00", "00:00–00:00");
}

#[test]
fn lengths_and_counts_follow_the_language() {
    let (english, russian) = (Texts::new(Language::English), Texts::new(Language::Russian));
    for (mins, in_english, in_russian) in
        [(75, "1 h 15 min", "1 ч 15 мин"), (45, "45 min", "45 мин"), (120, "2 h", "2 ч"), (-5, "0 min", "0 мин")]
    {
        assert_eq!(dates::length_text(&english, mins), in_english);
        assert_eq!(dates::length_text(&russian, mins), in_russian);
    }
    for (days, in_russian) in
        [(1, "1 день"), (2, "2 дня"), (5, "5 дней"), (11, "11 дней"), (21, "21 день"), (0, "0 дней")]
    {
        assert_eq!(dates::day_count(&russian, days), in_russian);
    }
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

fn all_messages(language: Language) -> BTreeMap<String, Message> {
    let messages = files(language).iter().flat_map(|(_, content)| ftl::messages(content));
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

/// As much of the Fluent format as the tests look at: who has which variables, references and choices.
mod ftl {
    use std::collections::BTreeSet;

    /// One message, or a term: then its id begins with `-`.
    pub struct Message {
        pub id: String,
        pub variables: BTreeSet<String>,
        /// Other messages and terms it names; more words than that, never fewer.
        pub references: BTreeSet<String>,
        pub selects: Vec<Select>,
    }

    /// A choice between forms: `{ $count -> [one] … *[other] … }`.
    pub struct Select {
        /// `$count`
        pub selector: String,
        /// `one`, `other`
        pub keys: BTreeSet<String>,
    }

    impl Select {
        /// Whether it chooses by a count: by plural categories or numbers.
        pub fn is_count(&self) -> bool {
            let of_count = |key: &String| {
                matches!(key.as_str(), "zero" | "one" | "two" | "few" | "many") || key.parse::<f64>().is_ok()
            };
            !self.selector.contains("ordinal") && self.keys.iter().any(of_count)
        }
    }

    /// The messages and terms of a file.
    pub fn messages(content: &str) -> Vec<Message> {
        let mut found: Vec<(String, String)> = Vec::new();
        let mut inside = false;
        for line in content.lines() {
            if line.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-') {
                let (id, body) = line.split_once('=').unwrap_or((line, ""));
                found.push((id.trim().to_owned(), format!("{body}\n")));
                inside = true;
            } else if line.starts_with('#') {
                inside = false;
            } else if let Some((_, body)) = found.last_mut().filter(|_| inside) {
                body.push_str(line);
                body.push('\n');
            }
        }
        found.into_iter().map(|(id, body)| read(id, &body)).collect()
    }

    fn read(id: String, body: &str) -> Message {
        let mut message = Message { id, variables: BTreeSet::new(), references: BTreeSet::new(), selects: Vec::new() };
        // The open braces: where each begins, and its choice when it is one.
        let mut open: Vec<(usize, Option<Select>)> = Vec::new();
        let word = |from: usize| {
            let rest = &body[from..];
            &rest[..rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).unwrap_or(rest.len())]
        };
        let mut quoted = false;
        for (at, c) in body.char_indices() {
            let before = &body[..at];
            let Some((start, select)) = open.last_mut() else {
                if c == '{' {
                    open.push((at + 1, None));
                }
                continue;
            };
            let in_variant = select.is_some();
            match c {
                '"' if !in_variant && !before.ends_with('\\') => quoted = !quoted,
                _ if quoted => {}
                '{' => open.push((at + 1, None)),
                '}' => message.selects.extend(open.pop().and_then(|(_, select)| select)),
                '>' if before.ends_with('-') && !in_variant => {
                    let selector = body[*start..at - 1].trim().to_owned();
                    *select = Some(Select { selector, keys: BTreeSet::new() });
                }
                '[' if before.trim_end_matches(['*', ' ']).ends_with('\n') => {
                    let key = body[at + 1..].split(']').next().unwrap_or_default().trim();
                    if let Some(select) = select {
                        select.keys.insert(key.to_owned());
                    }
                }
                '$' if !in_variant => {
                    message.variables.insert(word(at + 1).to_owned());
                }
                _ if !in_variant
                    && word(at).contains(|c: char| c.is_ascii_alphabetic())
                    && before.ends_with(['{', ' ']) =>
                {
                    message.references.insert(word(at).to_owned());
                }
                _ => {}
            }
        }
        message
    }

    #[test]
    fn reads_variables_references_and_choices() {
        let [message, term] = &messages(
            "# A comment\nrows = { -plan } has { $count ->\n    [one] one row of { $name }\n   *[other] { $count } rows\n}\n-plan = Plan\n",
        )[..] else {
            panic!("two entries")
        };
        let set = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<BTreeSet<_>>();
        assert_eq!((message.id.as_str(), term.id.as_str()), ("rows", "-plan"));
        assert_eq!((&message.variables, &message.references), (&set(&["count", "name"]), &set(&["-plan"])));
        let [select] = &message.selects[..] else { panic!("one choice") };
        assert_eq!((select.selector.as_str(), &select.keys), ("$count", &set(&["one", "other"])));
        assert!(select.is_count());
    }
}

/// As much of Rust as is needed to find the texts that sources use.
mod source {
    use std::collections::BTreeSet;
    use std::path::Path;

    /// A file of `src`, without comments and test modules.
    pub struct Source {
        pub path: String,
        pub tokens: Vec<Token>,
    }

    #[derive(Debug, PartialEq)]
    pub enum Token {
        Word(String),
        Text(String),
        Sign(char),
    }

    impl Token {
        /// The content of a string literal.
        pub fn string(&self) -> Option<&str> {
            if let Self::Text(text) = self { Some(text) } else { None }
        }
    }

    /// A call of `text`, `text_with` or `tid` with a literal.
    pub struct Call {
        pub function: &'static str,
        pub id: String,
        /// The names of the values given, where they stand in the call itself.
        pub variables: Option<BTreeSet<String>>,
    }

    /// Every file of `src`.
    pub fn all() -> Vec<Source> {
        let mut sources = Vec::new();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        collect(root, &root.join("src"), &mut sources);
        sources
    }

    impl Source {
        /// What it asks for by literal.
        pub fn calls(&self) -> Vec<Call> {
            let starts = self.tokens.windows(3).enumerate();
            starts
                .filter_map(|(index, tokens)| {
                    let [Token::Word(word), Token::Sign('('), Token::Text(id)] = tokens else { return None };
                    let function = ["text", "text_with", "tid"].into_iter().find(|function| function == word)?;
                    Some(Call { function, id: id.clone(), variables: self.variables(index + 3) })
                })
                .collect()
        }

        /// The names in `, &[("a", …), ("b", …)])`, from the token `from` to the end of the call.
        fn variables(&self, from: usize) -> Option<BTreeSet<String>> {
            let rest = &self.tokens[from..];
            if !matches!(rest, [Token::Sign(','), Token::Sign('&'), Token::Sign('['), ..]) {
                return None;
            }
            let mut names = BTreeSet::new();
            let mut depth = 0;
            for tokens in rest[2..].windows(2) {
                match tokens {
                    [Token::Sign('('), Token::Text(name)] if depth == 1 => {
                        names.insert(name.clone());
                        depth += 1;
                    }
                    [Token::Sign('(' | '[' | '{'), _] => depth += 1,
                    [Token::Sign(')' | ']' | '}'), _] => depth -= 1,
                    _ => {}
                }
                if depth == 0 {
                    break;
                }
            }
            Some(names)
        }
    }

    fn collect(root: &Path, folder: &Path, sources: &mut Vec<Source>) {
        let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            if path.is_dir() {
                collect(root, &path, sources);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let parts = path.strip_prefix(root).unwrap().components();
                let name = parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
                sources.push(Source {
                    path: name,
                    tokens: without_tests(tokens(&std::fs::read_to_string(&path).unwrap())),
                });
            }
        }
    }

    /// Words, string literals and signs; comments, characters and lifetimes are left out.
    fn tokens(source: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        let mut rest = source;
        while let Some(c) = rest.chars().next() {
            let length = if rest.starts_with("//") {
                rest.find('\n').unwrap_or(rest.len())
            } else if rest.starts_with("/*") {
                rest.find("*/").map_or(rest.len(), |end| end + 2)
            } else if let Some(raw) = raw_string(rest) {
                tokens.push(Token::Text(raw.1.to_owned()));
                raw.0
            } else if c == '"' {
                let end = closing_quote(rest);
                tokens.push(Token::Text(rest[1..end].to_owned()));
                (end + 1).min(rest.len())
            } else if c == '\'' {
                quote_length(rest)
            } else if c.is_alphanumeric() || c == '_' {
                let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
                tokens.push(Token::Word(rest[..end].to_owned()));
                end
            } else {
                if !c.is_whitespace() {
                    tokens.push(Token::Sign(c));
                }
                c.len_utf8()
            };
            rest = &rest[length..];
        }
        tokens
    }

    /// Length and content of the raw string at the start.
    fn raw_string(rest: &str) -> Option<(usize, &str)> {
        let after = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
        let content = after.trim_start_matches('#');
        let hashes = &after[..after.len() - content.len()];
        let content = content.strip_prefix('"')?;
        let content = &content[..content.find(&format!("\"{hashes}"))?];
        let length = rest.len() - after.len() + 2 * hashes.len() + content.len() + 2;
        Some((length, content))
    }

    /// Where the string literal at the start ends.
    fn closing_quote(rest: &str) -> usize {
        let mut escaped = false;
        for (at, c) in rest.char_indices().skip(1) {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => return at,
                _ => {}
            }
        }
        rest.len()
    }

    /// The length of the character literal at the start, or of the quote of a lifetime.
    fn quote_length(rest: &str) -> usize {
        let mut inside = rest[1..].chars();
        match inside.next() {
            Some('\\') => rest[3..].find('\'').map_or(1, |end| end + 4),
            Some(c) if inside.next() == Some('\'') => c.len_utf8() + 2,
            _ => 1,
        }
    }

    /// Without the items marked `#[cfg(test)]`.
    fn without_tests(tokens: Vec<Token>) -> Vec<Token> {
        let word = |text: &str| Token::Word(text.to_owned());
        let sign = Token::Sign;
        let mark = [sign('#'), sign('['), word("cfg"), sign('('), word("test"), sign(')'), sign(']')];
        let mut kept = Vec::new();
        let mut rest = tokens.into_iter().peekable();
        while let Some(token) = rest.next() {
            kept.push(token);
            if !kept.ends_with(&mark) {
                continue;
            }
            kept.truncate(kept.len() - mark.len());
            let mut depth = 0;
            for skipped in rest.by_ref() {
                match skipped {
                    Token::Sign('{') => depth += 1,
                    Token::Sign('}') if depth == 1 => break,
                    Token::Sign('}') => depth -= 1,
                    Token::Sign(';') if depth == 0 => break,
                    _ => {}
                }
            }
        }
        kept
    }

    #[test]
    fn finds_calls_and_skips_comments_and_tests() {
        let code = r##"
        // text("comment")
        fn f<'a>(c: &'a Texts) { c.text_with("a-b", &[("x", c.text("c").into()), ("y", n('"', '\'').into())]); }
        const A: &str = tid("d"); const B: &str = r#"raw "quoted" "#;
        #[cfg(test)] mod tests { fn g() { text("test"); } }
        fn h() { t.text_with("e", &values); hint_text("f"); }
    "##;
        let source = Source { path: String::new(), tokens: without_tests(tokens(code)) };
        let calls: Vec<_> = source.calls().into_iter().map(|call| (call.function, call.id, call.variables)).collect();
        let xy = Some(["x", "y"].map(str::to_owned).into());
        let plain = |function, id: &str| (function, id.to_owned(), None);
        let expected =
            [("text_with", "a-b".to_owned(), xy), plain("text", "c"), plain("tid", "d"), plain("text_with", "e")];
        assert_eq!(calls, expected);
        assert!(source.tokens.contains(&Token::Text("raw \"quoted\" ".to_owned())));
    }
}
