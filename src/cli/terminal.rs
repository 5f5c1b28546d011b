//! What reaches a terminal: nothing that it would obey.
//!
//! Names of files and texts of plans come from anywhere. A control character in them could colour the screen, move the
//! cursor or rename the window; a mark of direction could turn a line around.

use std::io::{ErrorKind, IsTerminal as _, Write as _};
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

use crate::exchange::Progress;

/// Writes an answer to standard output, and ends the line.
///
/// # Errors
/// One sentence, where it does not get there. Whoever reads may stop reading, as `head` does.
pub fn say(text: &str) -> Result<(), String> {
    write(text.as_bytes()).and_then(|()| write(b"\n"))
}

/// Writes bytes to standard output.
///
/// # Errors
/// As in [`say`].
pub fn write(bytes: &[u8]) -> Result<(), String> {
    let mut out = std::io::stdout().lock();
    told(out.write_all(bytes).and_then(|()| out.flush()))
}

/// What became of writing to standard output.
///
/// # Errors
/// As in [`say`].
pub fn told(written: std::io::Result<()>) -> Result<(), String> {
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|error| {
            let why = error.to_string();
            // The number of an error is for programmers.
            format!("standard output: {}", why.split_once(" (os error").map_or(&*why, |(why, _)| why))
        }),
    }
}

/// Work shorter than this says nothing of how far it is.
const PATIENCE: Duration = Duration::from_secs(1);

/// Does work that may take long, and meanwhile says on a terminal how far it is.
pub fn watched<T>(progress: &Progress, work: impl FnOnce() -> T) -> T {
    if !std::io::stderr().is_terminal() {
        return work();
    }
    let (done, waits) = std::sync::mpsc::channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let waits = waits;
            let mut pause = PATIENCE;
            while waits.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
                pause = PATIENCE / 5;
                let _ = write!(std::io::stderr(), "\r{:3.0} %", progress.share() * 100.0);
            }
            if pause < PATIENCE {
                let _ = write!(std::io::stderr(), "\r     \r");
            }
        });
        let made = work();
        drop(done);
        made
    })
}

/// Writes one line to standard error that says what went wrong.
pub fn complain(why: &str) {
    // There is nowhere left to say that this failed.
    let _ = writeln!(std::io::stderr(), "plenary: {}", harmless(why));
}

/// One line without anything that a terminal would obey.
pub(super) fn harmless(line: &str) -> String {
    let escaped = |c: char| if is_obeyed(c) { c.escape_default().to_string() } else { c.to_string() };
    line.chars().map(escaped).collect()
}

/// The same for JSON, in which line ends belong to the layout, and everything else stands inside of texts.
pub(super) fn harmless_json(json: &str) -> String {
    let escaped = |c: char| if is_obeyed(c) && c != '\n' { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() };
    json.chars().map(escaped).collect()
}

fn is_obeyed(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_gets_through() {
        assert_eq!(harmless("a\u{1b}[31mb\nc\u{9b}d\u{202e}e"), "a\\u{1b}[31mb\\nc\\u{9b}d\\u{202e}e");
        assert_eq!(harmless("Зал «Хазар» مناقشة 会"), "Зал «Хазар» مناقشة 会");
        let json = serde_json::to_string_pretty(&["a\u{1b}\u{9b}\u{7f}\u{2066}"]).unwrap();
        let harmless = harmless_json(&json);
        assert!(!harmless.chars().any(|c| is_obeyed(c) && c != '\n'), "{harmless}");
        assert_eq!(serde_json::from_str::<Vec<String>>(&harmless).unwrap(), ["a\u{1b}\u{9b}\u{7f}\u{2066}"]);
    }
}
