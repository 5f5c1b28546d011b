//! Content lines as they come (RFC 5545 §3.1): unfolded, whatever ends them; with parameters, quoted or not. Knows nothing
//! of what they mean.

/// A property.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line<'a> {
    /// The line of the file on which it begins.
    pub number: u32,
    /// Its name, in capitals.
    pub name: String,
    /// Its parameters, the names in capitals.
    pub parameters: Vec<(String, &'a str)>,
    /// Its value as it is written.
    pub value: &'a str,
}

impl Line<'_> {
    /// What a parameter says.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(own, _)| own == name).map(|&(_, value)| value)
    }

    /// Its value as a text, without what escapes it (§3.3.11).
    #[must_use]
    pub fn text(&self) -> String {
        unescaped(self.value)
    }

    /// Its value as several texts.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        let (mut texts, mut from, mut escaped) = (Vec::new(), 0, false);
        for (at, c) in self.value.char_indices() {
            if c == ',' && !escaped {
                texts.push(unescaped(&self.value[from..at]));
                from = at + 1;
            }
            escaped = c == '\\' && !escaped;
        }
        texts.push(unescaped(&self.value[from..]));
        texts
    }
}

/// The lines of a file joined where they were folded: each with its number. Some tools break a text without a mark; such a
/// line is a piece of the property before it.
pub fn unfolded(text: &str) -> Vec<(u32, String)> {
    let mut lines: Vec<(u32, String)> = Vec::new();
    let text = text.trim_start_matches('\u{feff}');
    for (at, line) in text.split('\n').enumerate() {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some((_, before))) => before.push_str(rest),
            _ if line.trim().is_empty() => {}
            _ => lines.push((number, line.to_owned())),
        }
    }
    lines
}

/// A line as a property; `None` where it is none.
pub fn line(number: u32, text: &str) -> Option<Line<'_>> {
    let name_end = text.find([';', ':'])?;
    let name = text[..name_end].trim().to_ascii_uppercase();
    let is_name = !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.' || byte == b'_');
    if !is_name {
        return None;
    }
    // `item1.DTSTART` is a property of a group.
    let name = name.rsplit('.').next().unwrap_or_default().to_owned();
    let mut parameters = Vec::new();
    let mut rest = &text[name_end..];
    while let Some(parameter) = rest.strip_prefix(';') {
        let is_quoted = std::cell::Cell::new(false);
        let end = parameter.find(|c: char| {
            if c == '"' {
                is_quoted.set(!is_quoted.get());
            }
            !is_quoted.get() && (c == ';' || c == ':')
        })?;
        if let Some((name, value)) = parameter[..end].split_once('=') {
            parameters.push((name.trim().to_ascii_uppercase(), value.trim().trim_matches('"')));
        }
        rest = &parameter[end..];
    }
    Some(Line { number, name, parameters, value: rest.strip_prefix(':')? })
}

fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(c) = letters.next() {
        match c {
            '\\' => match letters.next() {
                Some('n' | 'N') => plain.push('\n'),
                Some(other) => plain.push(other),
                None => plain.push('\\'),
            },
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_unfolded_whatever_ends_them() {
        let lines = unfolded("A:one\r\n  two\r\nB:x\n\ty\n\nC:z");
        let expected = [(1, "A:one two"), (3, "B:xy"), (6, "C:z")];
        assert_eq!(lines, expected.map(|(number, text)| (number, text.to_owned())));
    }

    #[test]
    fn parameters_are_quoted_or_not() {
        let read = line(1, "dtstart;TZID=\"W. Europe: x;y\";value=DATE:2025").unwrap();
        assert_eq!((read.name.as_str(), read.value), ("DTSTART", "2025"));
        assert_eq!((read.parameter("TZID"), read.parameter("VALUE")), (Some("W. Europe: x;y"), Some("DATE")));
        for text in ["", "no colon", ":x", "A;B=\"open:x", "Ä:x"] {
            assert_eq!(line(1, text), None, "{text}");
        }
        let list = line(1, "CATEGORIES:a\\, b,c\\;d,e\\\\,f").unwrap();
        assert_eq!(list.texts(), ["a, b", "c;d", "e\\", "f"]);
        assert_eq!(line(1, "X:a\\nb\\N\\").unwrap().text(), "a\nb\n\\");
    }
}
