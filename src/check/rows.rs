//! Rows by small numbers. Text ids are for files and for people; what rules compare and look up all the time is counted.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::model::{Id, Row, Table};

/// The number of a row in its [`Rows`]. It stays as long as they live, also while the row is gone.
pub(super) struct Slot<R: ?Sized> {
    at: u32,
    row: PhantomData<fn() -> R>,
}

impl<R: ?Sized> Slot<R> {
    fn new(at: usize) -> Self {
        Self { at: u32::try_from(at).unwrap_or(u32::MAX), row: PhantomData }
    }

    /// The place in a list that has one entry for each row.
    pub fn index(self) -> usize {
        self.at as usize
    }
}

impl<R: ?Sized> Clone for Slot<R> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<R: ?Sized> Copy for Slot<R> {}
impl<R: ?Sized> PartialEq for Slot<R> {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at
    }
}
impl<R: ?Sized> Eq for Slot<R> {}
impl<R: ?Sized> PartialOrd for Slot<R> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<R: ?Sized> Ord for Slot<R> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.at.cmp(&other.at)
    }
}
impl<R: ?Sized> Hash for Slot<R> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.at.hash(state);
    }
}
impl<R: ?Sized> fmt::Debug for Slot<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.at)
    }
}

/// The rows of one table, each with a number: in the order of ids at first, later ones behind.
#[derive(Clone, Debug)]
pub(super) struct Rows<R: Row> {
    slots: FxHashMap<Id<R>, Slot<R>>,
    ids: Vec<Id<R>>,
    held: Vec<Option<Arc<R>>>,
    /// The rows that are there, by id.
    order: Vec<Slot<R>>,
    /// So many numbers are in the order of ids.
    sorted: usize,
}

impl<R: Row> Default for Rows<R> {
    fn default() -> Self {
        Self { slots: FxHashMap::default(), ids: Vec::new(), held: Vec::new(), order: Vec::new(), sorted: 0 }
    }
}

impl<R: Row> Rows<R> {
    /// The rows of a table.
    pub fn new(table: &Table<R>) -> Self {
        let ids: Vec<Id<R>> = table.ids().collect();
        let slots = ids.iter().enumerate().map(|(at, &id)| (id, Slot::new(at))).collect();
        let order = (0..ids.len()).map(Slot::new).collect();
        let held = table.iter().map(|row| Some(Arc::clone(row))).collect();
        Self { slots, held, sorted: ids.len(), ids, order }
    }

    /// The number of a row that is or was there.
    pub fn slot(&self, id: Id<R>) -> Option<Slot<R>> {
        self.slots.get(&id).copied()
    }

    /// The name of a row.
    pub fn id(&self, slot: Slot<R>) -> Id<R> {
        self.ids[slot.index()]
    }

    /// Which of two rows comes first by its name.
    pub fn by_id(&self, one: Slot<R>, other: Slot<R>) -> Ordering {
        // Until new ones came, numbers are in the order of ids.
        let is_sorted = one.index().max(other.index()) < self.sorted;
        if is_sorted { one.cmp(&other) } else { self.id(one).cmp(&self.id(other)) }
    }

    /// A row, while it is there.
    pub fn get(&self, slot: Slot<R>) -> Option<&Arc<R>> {
        self.held.get(slot.index())?.as_ref()
    }

    /// A row by its name.
    pub fn named(&self, id: Id<R>) -> Option<&Arc<R>> {
        self.get(self.slot(id)?)
    }

    /// Every row, in the order of ids.
    pub fn iter(&self) -> impl Iterator<Item = (Slot<R>, &Arc<R>)> {
        self.order.iter().filter_map(|&slot| Some((slot, self.get(slot)?)))
    }

    /// How many rows are there.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// How many numbers are given.
    pub fn slots(&self) -> usize {
        self.ids.len()
    }

    /// Puts a row in the place of `id`, or takes it away.
    pub fn put(&mut self, id: Id<R>, row: Option<&Arc<R>>) -> Slot<R> {
        let next = Slot::new(self.ids.len());
        let slot = *self.slots.entry(id).or_insert(next);
        if slot == next {
            self.ids.push(id);
            self.held.push(None);
        }
        let place = &mut self.held[slot.index()];
        let was_there = place.is_some();
        *place = row.cloned();
        if was_there != row.is_some() {
            let at = self.order.partition_point(|&other| self.ids[other.index()] < id);
            if was_there {
                self.order.remove(at);
            } else {
                self.order.insert(at, slot);
            }
        }
        slot
    }
}

/// Something for each row of a table; what nothing was put at has the default.
#[derive(Clone, Debug)]
pub(super) struct Each<R, T> {
    all: Vec<T>,
    row: PhantomData<fn() -> R>,
}

impl<R, T> Default for Each<R, T> {
    fn default() -> Self {
        Self { all: Vec::new(), row: PhantomData }
    }
}

impl<R, T: Default> Each<R, T> {
    /// With room for so many rows.
    pub fn with_len(len: usize) -> Self {
        Self { all: std::iter::repeat_with(T::default).take(len).collect(), row: PhantomData }
    }

    /// What is there.
    pub fn get(&self, slot: Slot<R>) -> Option<&T> {
        self.all.get(slot.index())
    }

    /// What is there, to be changed.
    pub fn at(&mut self, slot: Slot<R>) -> &mut T {
        if self.all.len() <= slot.index() {
            self.all.resize_with(slot.index() + 1, T::default);
        }
        &mut self.all[slot.index()]
    }

    /// Everything, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.all.iter_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{fixture, id, room};
    use super::*;
    use crate::model::Room;

    #[test]
    fn numbers_stay_and_the_order_is_that_of_ids() {
        let mut rows = Rows::new(fixture().rooms());
        let known = rows.slot(id("b")).unwrap();
        let new = rows.put(id("aa"), Some(&Arc::new(room("aa", 0, None))));
        let names = |rows: &Rows<Room>| rows.iter().map(|(_, row)| row.id.to_string()).collect::<Vec<_>>();
        assert_eq!(names(&rows), ["a", "aa", "b", "hall", "lobby", "net"]);
        assert_eq!(rows.put(id("b"), None), known);
        assert_eq!(
            (names(&rows), rows.get(known)),
            (["a", "aa", "hall", "lobby", "net"].map(String::from).into(), None)
        );
        assert_eq!(rows.put(id("b"), Some(&Arc::new(room("b", 1, None)))), known);
        assert_eq!((rows.by_id(new, known), rows.by_id(known, new)), (Ordering::Less, Ordering::Greater));
        assert_eq!((rows.slot(id("aa")), rows.id(new), rows.len(), rows.slots()), (Some(new), id("aa"), 6, 6));
        assert_eq!(names(&rows), ["a", "aa", "b", "hall", "lobby", "net"]);
    }
}
