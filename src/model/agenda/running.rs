//! When each of several things is due that are taken one after the other, with fixed times among them: agendas, speaking
//! lists, talks. All times are seconds after the beginning.

/// Something that is given time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Slot {
    /// How long.
    pub secs: u32,
    /// When it begins, whatever comes before it.
    pub fixed_secs: Option<i64>,
    /// Whether it is a break: there is no pause beside it, and what has a fixed time does not count as given time.
    pub is_pause: bool,
}

/// When something is due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// When it begins.
    pub start_secs: i64,
    /// When it ends.
    pub end_secs: i64,
    /// By how much it passes the end of its part; 0 where it does not.
    pub over_secs: i64,
}

/// A stretch without fixed times in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The slots that are taken in it; a break with a fixed time is in none.
    pub slots: std::ops::Range<usize>,
    /// When it begins.
    pub start_secs: i64,
    /// When it must be over.
    pub end_secs: i64,
    /// So much is given in it, with the pauses between.
    pub given_secs: i64,
}

impl Part {
    /// So much there is to give.
    #[must_use]
    pub fn room_secs(&self) -> i64 {
        (self.end_secs - self.start_secs).max(0)
    }

    /// So much more is given than there is; negative where some is left.
    #[must_use]
    pub fn over_secs(&self) -> i64 {
        self.given_secs - self.room_secs()
    }
}

/// When everything is due, and whether it fits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Running {
    /// For each slot.
    pub dues: Vec<Due>,
    /// The stretches between fixed times, one at least.
    pub parts: Vec<Part>,
}

/// Works out when each slot is due in `room_secs`, with `pause_secs` between two that take time.
///
/// What has a fixed time begins then, also if what comes before it is not over: that is told as too much in its part, and
/// the rest is not pushed. A fixed time before an earlier one counts as that one.
#[must_use]
pub fn running(slots: &[Slot], room_secs: i64, pause_secs: u32) -> Running {
    let mut out = Running { dues: Vec::with_capacity(slots.len()), parts: Vec::new() };
    let mut part = Part { slots: 0..0, start_secs: 0, end_secs: room_secs, given_secs: 0 };
    // Whether the next slot that takes time comes after one, so that there is a pause between.
    let mut is_behind = false;
    for (at, slot) in slots.iter().enumerate() {
        let secs = i64::from(slot.secs);
        if let Some(fixed) = slot.fixed_secs {
            let start = fixed.max(part.start_secs);
            part.slots.end = at;
            // A part in which nothing is, before something at its very beginning, is none.
            if !part.slots.is_empty() || start > part.start_secs {
                close(&mut out, part, start);
            }
            is_behind = false;
            if slot.is_pause {
                let end = start.saturating_add(secs);
                out.dues.push(Due { start_secs: start, end_secs: end, over_secs: 0 });
                part = Part { slots: at + 1..at + 1, start_secs: end, end_secs: room_secs, given_secs: 0 };
                continue;
            }
            part = Part { slots: at..at, start_secs: start, end_secs: room_secs, given_secs: 0 };
        }
        let takes_time = slot.secs > 0 && !slot.is_pause;
        if takes_time && is_behind {
            part.given_secs += i64::from(pause_secs);
        }
        let start_secs = part.start_secs + part.given_secs;
        part.given_secs += secs;
        out.dues.push(Due { start_secs, end_secs: start_secs + secs, over_secs: 0 });
        // A heading takes no time, and nothing is between it and what stands below it.
        is_behind = takes_time || is_behind && slot.secs == 0;
        part.slots.end = at + 1;
    }
    part.slots.end = slots.len();
    if !part.slots.is_empty() || out.parts.is_empty() || part.room_secs() > 0 {
        close(&mut out, part, room_secs);
    }
    out
}

/// Ends a part, and tells what of it comes too late.
fn close(out: &mut Running, mut part: Part, end_secs: i64) {
    part.end_secs = end_secs.max(part.start_secs);
    for due in &mut out.dues[part.slots.clone()] {
        due.over_secs = (due.end_secs - end_secs).max(0);
    }
    out.parts.push(part);
}
