//! As much of the Fluent format as the tests look at: who has which variables, references and choices.

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
    /// Whether it chooses by a count: by plural categories or numbers. Days of a month are numbered, not counted: French
    /// writes the first of them otherwise than the rest.
    pub fn is_count(&self) -> bool {
        let of_count = |key: &String| {
            matches!(key.as_str(), "zero" | "one" | "two" | "few" | "many") || key.parse::<f64>().is_ok()
        };
        let is_ordinal = self.selector.contains("ordinal") || matches!(self.selector.as_str(), "$day" | "$first-day");
        !is_ordinal && self.keys.iter().any(of_count)
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
