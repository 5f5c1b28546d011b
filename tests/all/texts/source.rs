//! As much of Rust as is needed to find the texts that sources use.

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
            sources
                .push(Source { path: name, tokens: without_tests(tokens(&std::fs::read_to_string(&path).unwrap())) });
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
