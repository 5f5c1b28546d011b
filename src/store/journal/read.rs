//! Reading journals, which may hold anything: step by step, each applied to the plan that the steps before have made.

use super::codec::{Told, line_text, read_entry, read_header};
use super::{Entry, Event, FORMAT, Journal, JournalError, Lost, MAX_JOURNAL_BYTES, Read, Step, VERSION};
use crate::model::Plan;
use crate::store::read_plan;

/// Reads the bytes of a journal, as far as they hold.
///
/// # Errors
/// [`JournalError`] where not even the plan that it begins with can be read.
pub fn read_journal(bytes: &[u8]) -> Result<Read, JournalError> {
    if u64::try_from(bytes.len()).is_ok_and(|len| len > MAX_JOURNAL_BYTES) {
        return Err(JournalError::TooLarge);
    }
    let mut lines = bytes.split_inclusive(|&byte| byte == b'\n');
    check_version(lines.next().unwrap_or_default())?;
    let mut sum = 0;
    let mut next = |lines: &mut dyn Iterator<Item = &'_ [u8]>| -> Result<Vec<u8>, JournalError> {
        let line = lines.next().and_then(|line| line.strip_suffix(b"\n")).ok_or(JournalError::Damaged)?;
        line_text(line, &mut sum).map(<[u8]>::to_vec).ok_or(JournalError::Damaged)
    };
    let header = read_header(&next(&mut lines)?).ok_or(JournalError::Damaged)?;
    let base = read_plan(&next(&mut lines)?).map_err(JournalError::Base)?;
    let mut history = History { plan: base.clone(), done: Vec::new(), undone: Vec::new(), made: 0 };
    let (mut entries, mut lost) = (Vec::new(), None);
    while let Some(line) = lines.next() {
        let whole = line.strip_suffix(b"\n");
        let entry = whole.and_then(|line| line_text(line, &mut sum)).and_then(|text| history.read(text));
        let Some(entry) = entry else {
            let behind = lines.count();
            // Only the last line can be one that was being written.
            lost = Some(if behind == 0 && whole.is_none() { Lost::Torn } else { Lost::Lines(behind + 1) });
            break;
        };
        entries.push(entry);
    }
    Ok(Read { journal: Journal { header, base, entries }, lost })
}

/// Whether the first line is that of a journal that can be read.
fn check_version(line: &[u8]) -> Result<(), JournalError> {
    let text = std::str::from_utf8(line).ok().and_then(|line| line.strip_suffix('\n'));
    let version = text.and_then(|line| line.strip_prefix(FORMAT)?.strip_prefix(' '));
    let version = version.filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()) && !text.is_empty());
    // Nobody counts that far; whoever wrote it is newer.
    match version.map(|text| text.parse().unwrap_or(u64::MAX)) {
        Some(0) | None => Err(JournalError::Foreign),
        Some(VERSION) => Ok(()),
        Some(newer) => Err(JournalError::Newer(newer)),
    }
}

/// The plan while its journal is read.
struct History {
    plan: Plan,
    done: Vec<Step>,
    undone: Vec<Step>,
    made: u64,
}

impl History {
    /// The entry in a line; `None` where it says what can not have happened.
    fn read(&mut self, text: &[u8]) -> Option<Entry> {
        let (at, told) = read_entry(text, &self.plan)?;
        let event = match told {
            Told::Did(step) => {
                if step.number <= self.made || step.patch.is_empty() {
                    return None;
                }
                self.plan.apply(&step.patch).ok()?;
                self.made = step.number;
                self.undone.clear();
                self.done.push(step.clone());
                Event::Did(step)
            }
            Told::Other(Event::Undid) => {
                let step = self.done.pop()?;
                self.plan.replace(&step.patch.inverse());
                self.undone.push(step);
                Event::Undid
            }
            Told::Other(Event::Redid) => {
                let step = self.undone.pop()?;
                self.plan.replace(&step.patch);
                self.done.push(step);
                Event::Redid
            }
            Told::Other(Event::Saved(saved)) if saved.number <= self.made => Event::Saved(saved),
            Told::Other(_) => return None,
        };
        Some(Entry { at, event })
    }
}
