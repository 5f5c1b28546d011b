//! Ways to make an agenda fit: what each changes, and what comes of it.

use crate::model::agenda::{Agenda, Line, Part, Sitting};
use crate::model::{AgendaItem, Length, Plan, RowId, Session, SessionId};

use super::{OnAgenda, Spot};

/// What is changed so that an agenda fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayKind {
    /// No discussion is longer than this.
    Discussion {
        /// In seconds.
        secs: u32,
    },
    /// No item is longer than this.
    Each {
        /// In seconds.
        secs: u32,
    },
    /// The pause between two items is this long.
    Pauses {
        /// In seconds.
        secs: u32,
    },
    /// The break behind it begins later and ends when it did.
    ShorterBreak {
        /// When it begins, in seconds after the start of the session.
        start_secs: i64,
        /// How long it is then, in seconds.
        secs: u32,
    },
    /// The last items go behind the break.
    BehindBreak {
        /// So many.
        count: usize,
    },
    /// The last items go to the next session of the agenda.
    NextSession {
        /// So many.
        count: usize,
        /// Which.
        session: SessionId,
    },
    /// The session ends later.
    Longer {
        /// By so many minutes.
        mins: i32,
    },
}

/// A way to make a part of a sitting fit.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// What is changed.
    pub kind: WayKind,
    /// When the part is over then, in seconds after the start of the session.
    pub ends_secs: i64,
    /// So many seconds are too many then where the items go to; 0 where all fits.
    pub left_over_secs: i64,
    /// What does it.
    pub command: OnAgenda,
}

/// No item and no discussion is cut below this.
const SHORTEST_SECS: u32 = 60;

/// No break is cut below this.
const SHORTEST_BREAK_SECS: i64 = 5 * 60;

/// What can be done about a part of a sitting in which too much is given, the mildest first; nothing where it fits.
#[must_use]
pub fn ways(plan: &Plan, agenda: &Agenda, (session, part): (SessionId, usize)) -> Vec<Way> {
    let Some(sitting) = agenda.sitting(session) else { return Vec::new() };
    let Some((part_of, row)) = sitting.parts.get(part).zip(plan.sessions().get(session)) else { return Vec::new() };
    if part_of.over_secs() <= 0 {
        return Vec::new();
    }
    let at = At { sitting, session: row, part: part_of };
    let behind = sitting.parts.get(part + 1);
    let all = [
        at.shorter_discussions(),
        at.shorter_items(),
        at.shorter_pauses(),
        behind.and_then(|_| at.shorter_break()),
        behind.and_then(|behind| at.behind_break(behind)),
        at.to_next_session(agenda),
        at.longer(behind.is_none()),
    ];
    all.into_iter().flatten().collect()
}

/// A part in which too much is given.
struct At<'a> {
    sitting: &'a Sitting,
    session: &'a Session,
    part: &'a Part,
}

impl At<'_> {
    fn lines(&self) -> &[Line] {
        &self.sitting.lines[self.part.slots.clone()]
    }

    fn items(&self) -> impl Iterator<Item = &AgendaItem> {
        self.lines().iter().filter_map(|line| line.taken.item()).map(|item| &**item).filter(|item| item.secs() > 0)
    }

    fn way(&self, kind: WayKind, saved_secs: i64, command: OnAgenda) -> Way {
        let ends_secs = self.part.start_secs + self.part.given_secs - saved_secs;
        Way { kind, ends_secs, left_over_secs: 0, command }
    }

    fn fit(&self, kind: WayKind, rows: Vec<AgendaItem>) -> Way {
        let before: i64 = self.items().map(|item| i64::from(item.secs())).sum();
        let now = |item: &AgendaItem| rows.iter().find(|row| row.id == item.id).map_or(item.secs(), AgendaItem::secs);
        let after: i64 = self.items().map(|item| i64::from(now(item))).sum();
        self.way(kind, before - after, OnAgenda::Fit(rows, None))
    }

    /// The longest whole minute, or whole five seconds below a minute, that all lengths may have so that enough is saved.
    fn cap(&self, lengths: &[u32]) -> Option<u32> {
        let over = self.part.over_secs();
        let saved = |cap: u32| lengths.iter().map(|&secs| i64::from(secs.saturating_sub(cap))).sum::<i64>();
        let most = lengths.iter().copied().max()?;
        let minutes = (SHORTEST_SECS..most).step_by(60).collect::<Vec<_>>();
        // The less is left to each, the more is saved.
        let enough = minutes.partition_point(|&cap| saved(cap) >= over);
        enough.checked_sub(1).map(|at| minutes[at])
    }

    fn shorter_discussions(&self) -> Option<Way> {
        let lengths: Vec<u32> = self.items().map(|item| item.discussion_secs).filter(|&secs| secs > 0).collect();
        let secs = self.cap(&lengths)?;
        let cut = self.items().filter(|item| item.discussion_secs > secs);
        let rows = cut.map(|item| AgendaItem { discussion_secs: secs, ..item.clone() }).collect();
        Some(self.fit(WayKind::Discussion { secs }, rows))
    }

    fn shorter_items(&self) -> Option<Way> {
        let lengths: Vec<u32> = self.items().map(AgendaItem::secs).collect();
        let secs = self.cap(&lengths)?;
        let cut = self.items().filter(|item| item.secs() > secs);
        let shorter = |item: &AgendaItem| {
            // Discussion gives way first.
            let presentation_secs = item.presentation_secs.min(secs);
            AgendaItem { presentation_secs, discussion_secs: secs - presentation_secs, ..item.clone() }
        };
        let rows = cut.map(shorter).collect();
        Some(self.fit(WayKind::Each { secs }, rows))
    }

    fn shorter_pauses(&self) -> Option<Way> {
        let pause = self.session.pause_secs;
        let given: i64 = self.lines().iter().map(|line| i64::from(line.taken.secs())).sum();
        let count = (self.part.given_secs - given).checked_div(i64::from(pause)).filter(|&count| count > 0)?;
        let left = (self.part.room_secs() - given).checked_div(count).filter(|&left| left >= 0)?;
        // Whole five seconds are what a chair can count.
        let secs = u32::try_from(left / 5 * 5).ok().filter(|&secs| secs < pause)?;
        let saved = i64::from(pause - secs) * count;
        let session = Session { pause_secs: secs, ..self.session.clone() };
        Some(self.way(WayKind::Pauses { secs }, saved, OnAgenda::Fit(Vec::new(), Some(session.into()))))
    }

    /// The break behind this part.
    fn break_behind(&self) -> Option<&Line> {
        let line = self.sitting.lines.get(self.part.slots.end)?;
        line.taken.item().filter(|item| item.fixed_mins.is_some() && item.kind == crate::model::ItemKind::Pause)?;
        Some(line)
    }

    fn shorter_break(&self) -> Option<Way> {
        let line = self.break_behind()?;
        let item = line.taken.item()?;
        // Breaks begin at whole minutes.
        let start_secs = (self.part.start_secs + self.part.given_secs + 59).div_euclid(60) * 60;
        let left = line.due.end_secs - start_secs;
        let secs = u32::try_from(left).ok().filter(|_| left >= SHORTEST_BREAK_SECS)?;
        let fixed_mins = u32::try_from(start_secs / 60).ok();
        let row = AgendaItem { fixed_mins, presentation_secs: secs, discussion_secs: 0, ..AgendaItem::clone(item) };
        let kind = WayKind::ShorterBreak { start_secs, secs };
        Some(self.way(kind, 0, OnAgenda::Fit(vec![row], None)))
    }

    /// The fewest rows from the end that save enough, with what they save. Headings do not stay behind alone.
    fn last_rows(&self) -> Option<(Vec<RowId>, i64)> {
        let lines = self.lines();
        let (mut saved, mut first) = (0, lines.len());
        while saved < self.part.over_secs() {
            first = first.checked_sub(1)?;
            let secs = i64::from(lines[first].taken.secs());
            saved += secs + if secs > 0 && first > 0 { i64::from(self.session.pause_secs) } else { 0 };
        }
        while first > 0
            && lines[first - 1].is_heading
            && lines[first - 1].taken.secs() == 0
            && lines.get(first).is_some_and(|line| line.level > lines[first - 1].level)
        {
            first -= 1;
        }
        let rows = lines[first..].iter().map(|line| line.taken.row()).collect();
        (first > 0).then_some((rows, saved))
    }

    fn moved_secs(&self, rows: &[RowId]) -> i64 {
        let pause = i64::from(self.session.pause_secs);
        let lines = self.lines().iter().filter(|line| rows.contains(&line.taken.row()));
        lines.map(|line| i64::from(line.taken.secs())).filter(|&secs| secs > 0).map(|secs| secs + pause).sum()
    }

    fn behind_break(&self, behind: &Part) -> Option<Way> {
        self.break_behind()?;
        let (rows, saved) = self.last_rows()?;
        let before = self.sitting.lines.get(behind.slots.start).map(|line| line.taken.row());
        let left_over_secs = (behind.over_secs() + self.moved_secs(&rows)).max(0);
        let spot = Spot { session: self.session.id, before };
        let kind = WayKind::BehindBreak { count: rows.len() };
        Some(Way { left_over_secs, ..self.way(kind, saved, OnAgenda::Move(rows, spot)) })
    }

    fn to_next_session(&self, agenda: &Agenda) -> Option<Way> {
        let at = agenda.sittings.iter().position(|sitting| sitting.session == self.session.id)?;
        let next = agenda.sittings.get(at + 1)?;
        let (rows, saved) = self.last_rows()?;
        let first = next.parts.first()?;
        let left_over_secs = (first.over_secs() + self.moved_secs(&rows)).max(0);
        let spot = Spot { session: next.session, before: next.lines.first().map(|line| line.taken.row()) };
        let kind = WayKind::NextSession { count: rows.len(), session: next.session };
        Some(Way { left_over_secs, ..self.way(kind, saved, OnAgenda::Move(rows, spot)) })
    }

    fn longer(&self, is_last: bool) -> Option<Way> {
        let mins = i32::try_from((self.part.over_secs() + 59) / 60).ok().filter(|_| is_last)?;
        if self.session.keeps_place() {
            return None;
        }
        let mut session = self.session.clone();
        let length = Length::from_mins(i64::from(session.length().mins() + mins)).ok()?;
        match &mut session.placement {
            Some(at) => at.length = length,
            None => session.planned_length = length,
        }
        Some(self.way(WayKind::Longer { mins }, 0, OnAgenda::Fit(Vec::new(), Some(session.into()))))
    }
}
