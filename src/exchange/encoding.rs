//! In which encoding the letters of a file stand, and the text of it. Whatever a file holds, it becomes a text.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};

/// How letters stand in bytes.
pub type Encoding = &'static encoding_rs::Encoding;

/// What can be chosen.
pub static ENCODINGS: [Encoding; 9] = [
    UTF_8,
    UTF_16LE,
    UTF_16BE,
    encoding_rs::WINDOWS_1252,
    encoding_rs::WINDOWS_1251,
    encoding_rs::WINDOWS_1256,
    encoding_rs::KOI8_R,
    encoding_rs::IBM866,
    encoding_rs::GB18030,
];

/// So much is looked at to guess an encoding, in bytes.
const SAMPLE: usize = 256 << 10;

/// The encoding of this name.
#[must_use]
pub fn encoding_called(name: &str) -> Option<Encoding> {
    encoding_rs::Encoding::for_label(name.as_bytes())
}

/// A mark at its beginning says so; else zeros, else what can be read as UTF-8, else what is most likely.
pub fn guessed(bytes: &[u8]) -> Encoding {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding;
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // Cyrillic and Arabic in UTF-16 have zeros only where blanks and digits are.
    if odd > even * 8 && odd * 12 > sample.len() / 2 {
        return UTF_16LE;
    }
    if even > odd * 8 && even * 12 > sample.len() / 2 {
        return UTF_16BE;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// The text; what is no letter is replaced, and whether anything was.
pub fn decoded(bytes: &[u8], encoding: Encoding) -> (Cow<'_, str>, bool) {
    // What was guessed may be corrected by hand, whatever mark there is.
    encoding.decode_with_bom_removal(bytes)
}
