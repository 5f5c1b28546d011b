//! Votes: how many people would like to be at both of two sessions, or hear both of two talks, as a table that programmes of
//! attendees hand out.

use crate::model::{AgendaItemId, Plan, SessionId};

/// What people would like to be at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Votes {
    /// Two sessions, and how many people would like to be at both.
    pub sessions: Vec<(SessionId, SessionId, u32)>,
    /// Two talks, or other items of agendas, and how many people would like to hear both.
    pub talks: Vec<(AgendaItemId, AgendaItemId, u32)>,
}

impl Votes {
    /// How many pairs there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.sessions.len() + self.talks.len()
    }
}

/// A larger file is none of votes.
pub const MOST_BYTES: u64 = 64 << 20;

/// Reads a table (CSV): two ids of sessions, or of talks, and how many people, a line each; the first line can be a head.
///
/// # Errors
/// The number of the first line that is something else, from 1 on.
pub fn read(plan: &Plan, bytes: &[u8]) -> Result<Votes, usize> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    // Where a comma divides whole numbers from the rest, columns are divided by semicolons.
    let first = bytes.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let separator = if first.contains(&b';') { b';' } else { b',' };
    let mut rows = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(bytes);
    let mut found = Votes::default();
    for (line, row) in rows.records().enumerate() {
        let row = row.map_err(|_| line + 1)?;
        let word = |at: usize| row.get(at).map(str::trim).unwrap_or_default();
        let session = |at: usize| word(at).parse().ok().filter(|&id| plan.sessions().contains(id));
        let talk = |at: usize| word(at).parse().ok().filter(|&id| plan.items().contains(id));
        let people = word(2).parse::<u32>().ok();
        match (session(0).zip(session(1)), talk(0).zip(talk(1)), people) {
            (Some((one, other)), _, Some(people)) => found.sessions.push((one, other, people)),
            (None, Some((one, other)), Some(people)) => found.talks.push((one, other, people)),
            // The first line can be a head, which has no number.
            (.., None) if line == 0 => {}
            _ => return Err(line + 1),
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Template;

    #[test]
    fn votes_are_read_with_or_without_a_head() {
        let plan = Template::TwoDays.plan();
        let ids: Vec<SessionId> = plan.sessions().ids().take(2).collect();
        let line = format!("{},{},12\r\n", ids[0], ids[1]);
        let of = |text: &str| read(&plan, text.as_bytes()).map(|votes| votes.sessions);
        assert_eq!(of(&line), Ok(vec![(ids[0], ids[1], 12)]));
        assert_eq!(of(&format!("\u{feff}one,other,people\n{line}")).map(|votes| votes.len()), Ok(1));
        assert_eq!(read(&plan, format!("{line}nobody,{},1\n", ids[0]).as_bytes()), Err(2));
        assert_eq!(read(&plan, format!("{line}{},{},-1\n", ids[0], ids[1]).as_bytes()), Err(2));
        assert_eq!(read(&plan, b"\xff\xfe,1,2\n1"), Err(1));
    }
    #[test]
    fn a_first_line_with_a_number_is_no_head_and_semicolons_divide_too() {
        let plan = Template::TwoDays.plan();
        let ids: Vec<SessionId> = plan.sessions().ids().take(2).collect();
        assert_eq!(read(&plan, format!("{},nobody,5\n", ids[0]).as_bytes()), Err(1));
        let found = read(&plan, format!("one;other;people\r\n{};{};12\r\n", ids[0], ids[1]).as_bytes());
        assert_eq!(found.map(|votes| votes.sessions), Ok(vec![(ids[0], ids[1], 12)]));
    }

    #[test]
    fn votes_can_be_about_talks() {
        let plan = Template::Wtdc25.plan();
        let ids: Vec<AgendaItemId> = plan.items().ids().take(2).collect();
        let read = read(&plan, format!("{},{},7\n", ids[0], ids[1]).as_bytes()).unwrap();
        assert_eq!((read.talks.as_slice(), read.count()), (&[(ids[0], ids[1], 7)][..], 1));
    }
}
