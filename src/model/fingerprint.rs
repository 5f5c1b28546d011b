//! Fingerprints that stand in files.

/// The FNV-1a hash of a text, as 16 hexadecimal digits: stable for ever, which the hasher of the standard library does not
/// promise.
#[must_use]
pub fn fingerprint(text: &str) -> String {
    let add = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, add);
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_published_hash() {
        // Draft RFC "The FNV Non-Cryptographic Hash Algorithm", appendix C.
        assert_eq!(fingerprint(""), "cbf29ce484222325");
        assert_eq!(fingerprint("foobar"), "85944171f73967e8");
    }
}
