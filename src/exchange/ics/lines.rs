//! Content lines (RFC 5545 §3.1): folded, escaped, ended with CR and LF. Knows nothing of what they mean.

/// The most octets in a line, its end aside (RFC 5545 §3.1).
const MOST_OCTETS: usize = 75;

/// Lines that are being written.
#[derive(Default)]
pub struct Lines {
    text: String,
}

impl Lines {
    /// A property whose value is written as it is.
    pub fn value(&mut self, name: &str, value: &str) {
        self.push(&format!("{name}:{value}"));
    }

    /// A property whose value is a text; none where the text is empty.
    pub fn prose(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.value(name, &escaped(text));
        }
    }

    /// A property whose value is several texts; none where all are empty.
    pub fn texts(&mut self, name: &str, texts: impl Iterator<Item = String>) {
        let texts: Vec<String> = texts.filter(|text| !text.is_empty()).map(|text| escaped(&text)).collect();
        if !texts.is_empty() {
            self.value(name, &texts.join(","));
        }
    }

    /// A property with parameters, whose value is written as it is.
    pub fn with(&mut self, name: &str, parameters: &[(&str, &str)], value: &str) {
        let mut line = name.to_owned();
        for (name, value) in parameters {
            line.extend([";", name, "=", &parameter(value)]);
        }
        line.extend([":", value]);
        self.push(&line);
    }

    /// All that was written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    fn push(&mut self, line: &str) {
        let mut room = MOST_OCTETS;
        for c in line.chars() {
            if c.len_utf8() > room {
                self.text.push_str("\r\n ");
                room = MOST_OCTETS - 1;
            }
            self.text.push(c);
            room -= c.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// `text` as a TEXT value (RFC 5545 §3.3.11). Controls but tabs are gone, so a value can never end its line.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push(c),
            _ if c.is_control() => {}
            _ => escaped.push(c),
        }
    }
    escaped
}

/// `value` as the value of a parameter. It can not hold quotes (RFC 5545 §3.2), and few readers know the way around
/// that (RFC 6868), so an apostrophe stands in. Lists that RFC 7986 defines are not quoted.
fn parameter(value: &str) -> String {
    let value: String = value.chars().filter(|c| !c.is_control()).map(|c| if c == '"' { '\'' } else { c }).collect();
    let is_list = value.split(',').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_uppercase()));
    if value.contains([':', ';', ',']) && !is_list { format!("\"{value}\"") } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl Fn(&mut Lines)) -> String {
        let mut lines = Lines::default();
        write(&mut lines);
        String::from_utf8(lines.into_bytes()).unwrap()
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        let title = "Заседание 👩\u{200d}🚀 ".repeat(30);
        let folded = written(|lines| lines.prose("SUMMARY", &title));
        assert!(folded.ends_with("\r\n"));
        for line in folded.split("\r\n") {
            assert!(line.len() <= MOST_OCTETS, "{line}");
        }
        assert_eq!(folded.replace("\r\n ", ""), format!("SUMMARY:{title}\r\n"));
        assert_eq!(written(|lines| lines.value("X", &"a".repeat(73))).matches("\r\n").count(), 1);
        assert_eq!(written(|lines| lines.value("X", &"a".repeat(74))).matches("\r\n").count(), 2);
    }

    #[test]
    fn no_text_ends_its_line() {
        let text = written(|lines| lines.prose("SUMMARY", "a;b,c\\n\r\nEND:VEVENT\0"));
        assert_eq!(text, "SUMMARY:a\\;b\\,c\\\\n\\nEND:VEVENT\r\n");
        assert_eq!(written(|lines| lines.prose("SUMMARY", "")), "");
    }

    #[test]
    fn parameters_are_quoted_where_they_must_be() {
        let label = "Join \"now\": a;b\r\nX:y";
        let line =
            written(|lines| lines.with("CONFERENCE", &[("FEATURE", "AUDIO,VIDEO"), ("LABEL", label)], "https://x"));
        assert_eq!(line, "CONFERENCE;FEATURE=AUDIO,VIDEO;LABEL=\"Join 'now': a;bX:y\":https://x\r\n");
    }
}
