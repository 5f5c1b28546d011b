//! Addresses as formats want them: people type anything, `anyURI` and `URI` take what RFC 3986 allows.

use std::fmt::Write as _;
use std::net::Ipv6Addr;

/// The address `text`, with every character that an address can not hold written as its bytes (RFC 3986 §2.1); nothing
/// where no server is named, or one that can not be.
#[must_use]
pub fn web_address(text: &str) -> Option<String> {
    let (scheme, rest) = text.split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    if !matches!(scheme.as_str(), "http" | "https") {
        return None;
    }
    let (server, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (path, fragment) = path.split_once('#').map_or((path, None), |(path, fragment)| (path, Some(fragment)));
    let mut address = format!("{scheme}://{}{}", server_name(server)?, encoded(path, "/?:@"));
    if let Some(fragment) = fragment {
        let _ = write!(address, "#{}", encoded(fragment, "/?:@"));
    }
    Some(address)
}

/// Host and port. Who would log in as whom is no part of a public address, and often a trap.
fn server_name(server: &str) -> Option<String> {
    let (host, port) = match server.strip_prefix('[') {
        Some(literal) => {
            let (host, port) = literal.split_once(']')?;
            (format!("[{}]", host.parse::<Ipv6Addr>().ok()?), port)
        }
        None => {
            let (host, port) = server.split_at(server.find(':').unwrap_or(server.len()));
            (encoded(host, ""), port)
        }
    };
    let is_port =
        port.is_empty() || port.strip_prefix(':').is_some_and(|port| port.bytes().all(|b| b.is_ascii_digit()));
    (!host.is_empty() && !host.contains("%40") && is_port).then(|| host + port)
}

/// `text` with everything but unreserved characters, `sub-delims` and `also` as bytes; bytes that are written out
/// already stay.
fn encoded(text: &str, also: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    let bytes = text.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        let is_hex = |ahead: usize| bytes.get(at + ahead).is_some_and(u8::is_ascii_hexdigit);
        let c = char::from(byte);
        let stays =
            byte.is_ascii_alphanumeric() || "-._~!$&'()*+,;=".contains(c) || byte.is_ascii() && also.contains(c);
        if stays || byte == b'%' && is_hex(1) && is_hex(2) {
            encoded.push(c);
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_address_can_not_hold_is_encoded() {
        for (text, address) in [
            ("https://www.itu.int/wtdc?a=1&b=[2]#x#y", "https://www.itu.int/wtdc?a=1&b=%5B2%5D#x%23y"),
            ("HTTP://example.org:8080/a b\\c|d", "http://example.org:8080/a%20b%5Cc%7Cd"),
            ("https://пример.рф/100%", "https://%D0%BF%D1%80%D0%B8%D0%BC%D0%B5%D1%80.%D1%80%D1%84/100%25"),
            ("https://[2001:db8::1]:1/%2f", "https://[2001:db8::1]:1/%2f"),
        ] {
            assert_eq!(web_address(text).as_deref(), Some(address), "{text}");
        }
    }

    #[test]
    fn what_is_no_address_is_none() {
        for text in ["", "https://", "https:///path", "javascript://x", "http://a:b/", "http://[::1", "http://x@y/"] {
            assert_eq!(web_address(text), None, "{text}");
        }
    }
}
