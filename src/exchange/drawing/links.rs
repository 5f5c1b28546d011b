//! Which addresses may stand behind a link.

/// Long enough for every address that works, short enough to keep a file from swelling.
const MAX_LEN: usize = 2000;

/// The address as it may be written into a file: of the web or of a mailbox, and without anything that would end it or
/// hide where it leads.
pub(super) fn safe_address(address: &str) -> Option<&str> {
    let address = address.trim();
    let (scheme, rest) = address.split_once(':')?;
    let known = ["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    let clean =
        |c: char| !(c.is_whitespace() || c.is_control() || super::source::is_bidi_control(c) || "<>\"\\`".contains(c));
    (known && !rest.is_empty() && address.len() <= MAX_LEN && address.chars().all(clean)).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::safe_address;

    #[test]
    fn only_the_web_and_mailboxes_are_linked() {
        for good in ["https://www.itu.int/wtsa?a=1&b=2", "HTTP://itu.int", "mailto:desk@itu.int"] {
            assert_eq!(safe_address(good), Some(good));
        }
        assert_eq!(safe_address("  https://itu.int\n"), Some("https://itu.int"));
        for bad in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "data:text/html,x",
            "itu.int",
            "https:",
            "",
            "https://itu.int/\r\nx",
            "https://itu.int/\"onclick",
            "https://itu.int/\u{202e}gpj.exe",
            &format!("https://itu.int/{}", "x".repeat(2000)),
        ] {
            assert_eq!(safe_address(bad), None, "{bad}");
        }
    }
}
