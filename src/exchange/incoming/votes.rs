//! Votes: how many people would like to be at both of two sessions, as a table that programmes of attendees hand out.

use crate::model::{Plan, SessionId};

/// Two sessions, and how many people would like to be at both.
pub type Votes = Vec<(SessionId, SessionId, u32)>;

/// A larger file is none of votes.
pub const MOST_BYTES: u64 = 64 << 20;

/// Reads a table (CSV): two ids of sessions and how many people, a line each; the first line can be a head.
///
/// # Errors
/// The number of the first line that is something else, from 1 on.
pub fn read(plan: &Plan, bytes: &[u8]) -> Result<Votes, usize> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut rows = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    let mut found = Vec::new();
    for (line, row) in rows.records().enumerate() {
        let row = row.map_err(|_| line + 1)?;
        let id = |at: usize| row.get(at).and_then(|word| word.trim().parse::<SessionId>().ok());
        let known = |at: usize| id(at).filter(|&id| plan.sessions().get(id).is_some());
        let people = row.get(2).and_then(|word| word.trim().parse::<u32>().ok());
        match (known(0), known(1), people) {
            (Some(one), Some(other), Some(people)) => found.push((one, other, people)),
            // The first line can be a head.
            _ if line == 0 => {}
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
        assert_eq!(read(&plan, line.as_bytes()), Ok(vec![(ids[0], ids[1], 12)]));
        assert_eq!(read(&plan, format!("\u{feff}one,other,people\n{line}").as_bytes()).map(|votes| votes.len()), Ok(1));
        assert_eq!(read(&plan, format!("{line}nobody,{},1\n", ids[0]).as_bytes()), Err(2));
        assert_eq!(read(&plan, format!("{line}{},{},-1\n", ids[0], ids[1]).as_bytes()), Err(2));
        assert_eq!(read(&plan, b"\xff\xfe,1,2\n1"), Err(1));
    }
}
