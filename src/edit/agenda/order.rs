//! Places in an order: numbers with room between them, so that a move changes one row and not all.

use std::sync::Arc;

use crate::model::agenda::Taken;
use crate::model::{AgendaItem, Statement};

/// So far apart are two neighbours that are put there anew.
const STEP: i32 = 10;

/// What a session takes, while something is put in between.
pub(super) struct Order {
    rows: Vec<Taken>,
    /// The places of the rows that have another order now, or are new.
    changed: Vec<usize>,
}

impl Order {
    /// Rows in their order.
    pub fn new(rows: Vec<Taken>) -> Self {
        Self { rows, changed: Vec::new() }
    }

    /// Puts rows before the one at a place.
    pub fn insert(&mut self, at: usize, new: Vec<Taken>) {
        let count = new.len();
        let before = at.checked_sub(1).map(|at| self.rows[at].order());
        let after = self.rows.get(at).map(Taken::order);
        let orders = between(before, after, count);
        self.rows.splice(at..at, new);
        match orders {
            Some(orders) => {
                for (row, order) in (at..at + count).zip(orders) {
                    self.set(row, order);
                }
                self.changed = (at..at + count).collect();
            }
            None => self.renumber(at..at + count),
        }
    }

    /// The rows that are otherwise now.
    pub fn changed(self) -> Vec<Taken> {
        let Self { rows, changed } = self;
        changed.into_iter().filter_map(|at| rows.get(at).cloned()).collect()
    }

    fn renumber(&mut self, new: std::ops::Range<usize>) {
        for at in 0..self.rows.len() {
            let order = i32::try_from(at).unwrap_or(i32::MAX / STEP - 1).saturating_add(1).saturating_mul(STEP);
            if self.rows[at].order() != order || new.contains(&at) {
                self.set(at, order);
                self.changed.push(at);
            }
        }
    }

    fn set(&mut self, at: usize, order: i32) {
        match &mut self.rows[at] {
            Taken::Item(row) => *row = Arc::new(AgendaItem { order, ..AgendaItem::clone(row) }),
            Taken::Statement(row) => *row = Arc::new(Statement { order, ..Statement::clone(row) }),
        }
    }
}

/// So many numbers strictly between two, or behind one, or before one; `None` where there is no room for them.
fn between(before: Option<i32>, after: Option<i32>, count: usize) -> Option<Vec<i32>> {
    let count = i64::try_from(count).ok()?;
    let (step, first) = match (before.map(i64::from), after.map(i64::from)) {
        (None, None) => (i64::from(STEP), i64::from(STEP)),
        (Some(before), None) => (i64::from(STEP), before + i64::from(STEP)),
        (None, Some(after)) => (i64::from(STEP), after - i64::from(STEP) * count),
        (Some(before), Some(after)) => {
            let step = (after - before) / (count + 1);
            (step, before + step)
        }
    };
    let orders = (step > 0).then(|| (0..count).map(|at| i32::try_from(first + at * step).ok()));
    orders?.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_room_between_behind_and_before() {
        assert_eq!(between(None, None, 2), Some(vec![10, 20]));
        assert_eq!(between(Some(20), None, 2), Some(vec![30, 40]));
        assert_eq!(between(None, Some(20), 2), Some(vec![0, 10]));
        assert_eq!(between(Some(10), Some(20), 1), Some(vec![15]));
        assert_eq!(between(Some(10), Some(13), 2), Some(vec![11, 12]));
        assert_eq!(between(Some(10), Some(12), 2), None);
        assert_eq!(between(Some(10), Some(10), 1), None);
        assert_eq!(between(Some(i32::MAX), None, 1), None);
        assert_eq!(between(None, Some(i32::MIN), 1), None);
    }
}
