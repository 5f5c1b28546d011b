//! Lists, which merge member by member.

use chrono::NaiveDate;

use super::{Content, Ground, Outcome, Redirection, redirect_id};
use crate::merge::value::{Part, Value};
use crate::model::{
    Absence, BodyId, Concern, DocumentId, EventId, Language, LanguageSet, Participation, PersonId, RoomId, RowId,
    SessionId, Source, TeamId, TopicId, VisitGroup, YouthElement, YouthElements,
};

/// What stands in a list at most once.
pub(super) trait Member: Clone + PartialEq {
    /// Whether members take the places of others: where two sides have put different ones in the place of one, they
    /// did not mean both. A session moved to room B and to room C is not in both.
    const IS_SEAT: bool;

    /// What it is told as.
    fn told(&self) -> Value;

    /// What the order of two new members hangs on, so that it does not matter who merges.
    fn key(&self) -> impl Ord;

    /// The row it refers to.
    fn row(&self) -> Option<RowId> {
        None
    }

    /// Leads its reference elsewhere; false where it leads nowhere now.
    fn lead(&mut self, _to: Redirection) -> bool {
        true
    }
}

/// Declares lists of names of rows.
macro_rules! rows {
    ($($id:ident: $is_seat:literal),*) => {
        $(impl Member for $id {
            const IS_SEAT: bool = $is_seat;
            fn told(&self) -> Value {
                Value::Row((*self).into())
            }
            fn key(&self) -> impl Ord {
                *self
            }
            fn row(&self) -> Option<RowId> {
                Some((*self).into())
            }
            fn lead(&mut self, to: Redirection) -> bool {
                redirect_id(self, to)
            }
        })*
    };
}
rows!(BodyId: true, RoomId: true, PersonId: true, EventId: false, DocumentId: false, TeamId: true, TopicId: false, SessionId: false, RowId: false);

/// Who does something at a session.
impl Member for Participation {
    const IS_SEAT: bool = true;
    fn told(&self) -> Value {
        Value::Participation(self.person, self.role)
    }
    fn key(&self) -> impl Ord {
        (self.role, self.person)
    }
    fn row(&self) -> Option<RowId> {
        Some(self.person.into())
    }
    fn lead(&mut self, to: Redirection) -> bool {
        redirect_id(&mut self.person, to)
    }
}

/// A day is there or not.
impl Member for NaiveDate {
    const IS_SEAT: bool = false;
    fn told(&self) -> Value {
        Value::Day(*self)
    }
    fn key(&self) -> impl Ord {
        *self
    }
}

impl Member for Absence {
    const IS_SEAT: bool = false;
    fn told(&self) -> Value {
        Value::Absence(self.clone())
    }
    fn key(&self) -> impl Ord {
        (self.from, self.to, self.reason.clone())
    }
}

/// Who changes a group puts another one in its place.
impl Member for VisitGroup {
    const IS_SEAT: bool = true;
    fn told(&self) -> Value {
        Value::VisitGroup(self.clone())
    }
    fn key(&self) -> impl Ord {
        let name: Vec<(Language, String)> =
            self.name.iter().map(|(language, text)| (language, text.to_owned())).collect();
        (name, self.departs, self.returns, self.people, self.seats)
    }
}

impl Member for Source {
    const IS_SEAT: bool = false;
    fn told(&self) -> Value {
        Value::Source(self.clone())
    }
    fn key(&self) -> impl Ord {
        (self.basis, self.reference.clone(), self.about.clone())
    }
}

impl<M: Member> Content for Vec<M> {
    fn value(&self, _part: &Part) -> Value {
        if self.is_empty() { Value::Nothing } else { Value::List(self.iter().map(Member::told).collect()) }
    }

    fn empty() -> Option<Self> {
        Some(Self::new())
    }

    fn both(&self, _part: &Part, theirs: &Self) -> Option<Self> {
        let mut both = self.clone();
        both.extend(theirs.iter().filter(|member| !self.contains(member)).cloned());
        Some(both)
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        self.iter().filter_map(Member::row).for_each(visit);
    }

    fn redirect(&mut self, to: Redirection) -> bool {
        self.retain_mut(|member| member.lead(to));
        true
    }

    fn merge(base: &Self, ours: &Self, theirs: &Self, ground: &dyn Ground) -> Outcome<Self> {
        if ours == theirs || base == theirs {
            return Outcome { value: ours.clone(), seen: theirs.clone() };
        }
        let is_there = |member: &M| member.row().is_none_or(|row| ground.has(row));
        let seen: Self = theirs.iter().filter(|member| base.contains(member) || is_there(member)).cloned().collect();
        let value = if ours == base { Some(seen.clone()) } else { merged(base, ours, &seen) };
        match value {
            Some(value) => Outcome { value, seen },
            None => Outcome { value: ours.clone(), seen: base.clone() },
        }
    }
}

/// Longer lists are taken as a whole: every member is looked for among all others.
const LONGEST: usize = 1000;

/// Both lists in one; `None` where that can not be without taking a side.
fn merged<M: Member>(base: &[M], ours: &[M], theirs: &[M]) -> Option<Vec<M>> {
    let is_odd = |list: &[M]| list.len() > LONGEST || has_twice(list);
    if [base, ours, theirs].into_iter().any(is_odd) || M::IS_SEAT && is_seat_taken_twice(base, ours, theirs) {
        return None;
    }
    // What all three have stands in the order of the side that has changed it.
    let in_all = |list: &[M]| -> Vec<M> {
        let is_kept = |member: &&M| [base, ours, theirs].iter().all(|list| list.contains(member));
        list.iter().filter(is_kept).cloned().collect()
    };
    let (was, here, there) = (in_all(base), in_all(ours), in_all(theirs));
    let kept = match () {
        () if here == was => there,
        () if there == was || here == there => here,
        () => return None,
    };
    // What is new stands behind what it was put behind.
    let (new_here, new_there) = (runs(&kept, base, ours), runs(&kept, base, theirs));
    let mut list: Vec<M> = Vec::new();
    for (at, (here, there)) in new_here.into_iter().zip(new_there).enumerate() {
        let is_first = here.first().zip(there.first()).is_none_or(|(here, there)| here.key() <= there.key());
        let (first, then) = if is_first { (here, there) } else { (there, here) };
        list.extend(at.checked_sub(1).and_then(|at| kept.get(at)).cloned());
        for member in first.into_iter().chain(then) {
            if !list.contains(&member) {
                list.push(member);
            }
        }
    }
    Some(list)
}

/// What is new in a list before the first of `kept`, behind the first, behind the second, ….
fn runs<M: Member>(kept: &[M], base: &[M], list: &[M]) -> Vec<Vec<M>> {
    let mut runs = vec![Vec::new(); kept.len() + 1];
    let mut at = 0;
    for member in list {
        if let Some(found) = kept.iter().position(|other| other == member) {
            at = found + 1;
        } else if !base.contains(member) {
            runs[at].push(member.clone());
        }
    }
    runs
}

fn has_twice<M: PartialEq>(list: &[M]) -> bool {
    list.iter().enumerate().any(|(at, member)| list[..at].contains(member))
}

/// Whether both sides have taken the same member out and did not put the same ones in.
fn is_seat_taken_twice<M: Member>(base: &[M], ours: &[M], theirs: &[M]) -> bool {
    let is_left_by_both = base.iter().any(|member| !ours.contains(member) && !theirs.contains(member));
    let new = |list: &[M], other: &[M]| list.iter().any(|member| !base.contains(member) && !other.contains(member));
    is_left_by_both && (new(ours, theirs) || new(theirs, ours))
}

impl Content for LanguageSet {
    fn value(&self, _part: &Part) -> Value {
        if self.is_empty() { Value::Nothing } else { Value::Languages(*self) }
    }

    fn empty() -> Option<Self> {
        Some(Self::EMPTY)
    }

    fn merge(base: &Self, ours: &Self, theirs: &Self, _ground: &dyn Ground) -> Outcome<Self> {
        let is_in = |language: Language| {
            let side = if ours.contains(language) == base.contains(language) { theirs } else { ours };
            side.contains(language)
        };
        Outcome { value: Language::ALL.into_iter().filter(|&language| is_in(language)).collect(), seen: *theirs }
    }
}

impl Content for YouthElements {
    fn value(&self, _part: &Part) -> Value {
        if self.is_empty() { Value::Nothing } else { Value::Elements(*self) }
    }

    fn empty() -> Option<Self> {
        Some(Self::EMPTY)
    }

    fn merge(base: &Self, ours: &Self, theirs: &Self, _ground: &dyn Ground) -> Outcome<Self> {
        let is_in = |element: YouthElement| {
            let side = if ours.contains(element) == base.contains(element) { theirs } else { ours };
            side.contains(element)
        };
        Outcome { value: YouthElement::ALL.into_iter().filter(|&element| is_in(element)).collect(), seen: *theirs }
    }
}

/// Whom a session concerns, as a whole.
impl Content for Option<Concern> {
    fn value(&self, _part: &Part) -> Value {
        self.clone().map_or(Value::Nothing, Value::Concern)
    }

    fn empty() -> Option<Self> {
        Some(None)
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        self.iter().flat_map(Concern::regions).for_each(|&id| visit(id.into()));
    }

    fn redirect(&mut self, to: Redirection) -> bool {
        if let Some(Concern::Regions(regions)) = self {
            regions.retain_mut(|region| redirect_id(region, to));
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FieldId;
    use crate::model::FieldValue;

    struct Firm;
    impl Ground for Firm {
        fn has(&self, row: RowId) -> bool {
            row.name() != "gone"
        }
        fn takes(&self, _: FieldId, _: &FieldValue) -> bool {
            true
        }
    }

    fn list<M>(names: &str, member: impl Fn(&str) -> M) -> Vec<M> {
        names.split_whitespace().map(member).collect()
    }

    /// Merges both ways round. `!` before what is expected: it stays as here, and theirs is undecided.
    #[track_caller]
    fn check<M: Member + std::fmt::Debug>(member: fn(&str) -> M, base: &str, sides: [&str; 2], expected: &str) {
        let conflict = expected == "!";
        for [ours, theirs] in [sides, [sides[1], sides[0]]] {
            let (base, ours, theirs) = (list(base, member), list(ours, member), list(theirs, member));
            let outcome = Vec::merge(&base, &ours, &theirs, &Firm);
            assert_eq!(outcome.seen == theirs, !conflict, "{:?}", outcome.value);
            assert_eq!(outcome.value, if conflict { ours } else { list(expected, member) });
        }
    }

    #[test]
    fn documents_come_and_go_one_by_one() {
        let document = |name: &str| DocumentId::new(name).unwrap();
        check(document, "a b", ["a b c", "a b d"], "a b c d");
        check(document, "a b", ["b", "a b c"], "b c");
        check(document, "a", ["b", "c"], "b c");
        check(document, "a b", ["b a", "a b c"], "b c a");
        check(document, "a b c", ["b a c", "a c b"], "!");
        check(document, "", ["x a", "a y"], "a y x");
        check(document, "a a", ["a", "a a b"], "!");
    }

    #[test]
    fn rooms_take_the_place_of_others() {
        let room = |name: &str| RoomId::new(name).unwrap();
        check(room, "a", ["b", "c"], "!");
        check(room, "a", ["b", "b"], "b");
        check(room, "a", ["b", "a c"], "b c");
        check(room, "a b", ["a", "c b"], "c");
        check(room, "a b", ["c b", "a d"], "c d");
    }

    #[test]
    fn what_is_gone_is_left_for_later() {
        let document = |name: &str| DocumentId::new(name).unwrap();
        let [base, ours, theirs] = ["a", "a b", "a gone c"].map(|names| list(names, document));
        let outcome = Vec::merge(&base, &ours, &theirs, &Firm);
        assert_eq!((outcome.value, outcome.seen), (list("a b c", document), list("a c", document)));
    }

    #[test]
    fn languages_are_set_one_by_one() {
        let [base, ours, theirs] = [0, 1, 2].map(|at| LanguageSet::ALL.with(Language::ALL[at], false));
        let merged = LanguageSet::merge(&base, &ours, &theirs, &Firm).value;
        assert_eq!(
            merged,
            base.with(Language::ALL[0], true).with(Language::ALL[1], false).with(Language::ALL[2], false)
        );
    }
}
