//! Which sessions the List shows, and in which order. They follow the plan: a session that changes is taken out and put
//! in where it belongs, which is found by bisection; all are sorted only where the sort, the filter or the language is
//! another, or something by which many are sorted.

mod keys;

use std::cell::OnceCell;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::model::{
    Body, Comment, Document, Event, Kind, Language, Meetings, OwnField, Patch, Person, Plan, Room, Session, SessionId,
    Topic,
};
use crate::workbench::{Generation, Index};

use super::columns::Column;
use crate::app::context::ViewContext;
use crate::app::filter::{Filter, touched};
use keys::{Key, Keys, key, kind_ranks, natural_key, some_text};

/// By what rows are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub column: Column,
    /// Whether the greatest comes first.
    pub descending: bool,
}

/// The sort chosen last, and earlier ones for rows that are equal by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sorts(Vec<Sort>);

impl Default for Sorts {
    fn default() -> Self {
        Self(vec![Sort { column: Column::Day, descending: false }])
    }
}

impl Sorts {
    /// These, the one that counts most first; the usual one where there is none.
    #[must_use]
    pub fn these(mut sorts: Vec<Sort>) -> Self {
        sorts.truncate(Self::MAX);
        if sorts.is_empty() { Self::default() } else { Self(sorts) }
    }

    /// Those by columns that a plan has.
    #[must_use]
    pub fn of(&self, plan: &Plan) -> Self {
        Self::these(self.iter().filter(|sort| sort.column.is_in(plan)).collect())
    }

    /// The sort chosen last, and those before it.
    pub fn iter(&self) -> impl Iterator<Item = Sort> {
        self.0.iter().copied()
    }

    /// More are not remembered.
    const MAX: usize = 3;

    /// Sorts by `column`; once more, the other way round.
    pub fn choose(&mut self, column: Column) {
        if self.first().column == column {
            self.0[0].descending ^= true;
        } else {
            self.0.retain(|sort| sort.column != column);
            self.0.insert(0, Sort { column, descending: false });
            self.0.truncate(Self::MAX);
        }
    }

    /// Sorts by day, the first one first.
    pub fn choose_days(&mut self) {
        if self.first().column != Column::Day {
            self.choose(Column::Day);
        }
    }

    /// Whether a patch changes something by which sessions are sorted and that is not said in them.
    fn depend_on(&self, patch: &Patch) -> bool {
        self.0.iter().any(|sort| match sort.column {
            Column::Body => patch.changes::<Body>().any(|(_, change)| change.differs(|body| body.code.clone())),
            Column::Room => {
                patch.changes::<Room>().any(|(_, change)| change.differs(|room| (room.order, room.title.clone())))
            }
            Column::Event => {
                patch.changes::<Event>().any(|(_, change)| change.differs(|event| event.dates.span().start))
            }
            Column::People => patch.changes::<Person>().any(|(_, change)| change.differs(|person| person.name.clone())),
            Column::Topics => patch.changes::<Topic>().any(|(_, change)| change.differs(|topic| topic.code.clone())),
            Column::Documents => {
                patch.changes::<Document>().any(|(_, change)| change.differs(|document| document.symbol.clone()))
            }
            // What one session does another may suffer from.
            Column::Findings => true,
            Column::Meeting => {
                let codes = patch.changes::<Body>().any(|(_, change)| change.differs(|body| body.code.clone()));
                codes || Meetings::touched(patch).next().is_some()
            }
            Column::ToDos | Column::Comments => patch.changes::<Comment>().next().is_some(),
            _ => false,
        })
    }

    /// The sort chosen last.
    #[must_use]
    pub fn first(&self) -> Sort {
        self.0.first().copied().unwrap_or(Sort { column: Column::Day, descending: false })
    }
}

/// The sessions to show, in their order.
#[derive(Debug, Default)]
pub struct Order {
    followed: Option<Generation>,
    made_for: Option<MadeFor>,
    ids: Vec<SessionId>,
    /// Whether days need their year beside them.
    pub several_years: bool,
}

/// What the order was made from, besides the plan.
#[derive(Debug, PartialEq)]
struct MadeFor {
    sorts: Sorts,
    filter: Filter,
    languages: (Language, Language),
}

/// What has become of the rows.
#[derive(Debug, PartialEq, Eq)]
pub enum Update {
    /// Rows of these sessions may be different; the others are as they were.
    Some(BTreeSet<SessionId>),
    /// Every row may be different.
    All,
}

/// So many changed sessions are put in one by one; where there are more, all are sorted.
const FEW: usize = 256;

impl Order {
    /// Follows the plan, the sort and the filter.
    pub fn update(&mut self, cx: &ViewContext<'_>, sorts: &Sorts) -> Update {
        let languages = (cx.texts.language(), cx.settings.title_language());
        let is_same = self
            .made_for
            .as_ref()
            .is_some_and(|known| known.sorts == *sorts && known.languages == languages && known.filter == *cx.filter);
        let known = self.followed.filter(|_| is_same);
        self.followed = Some(cx.workbench.generation());
        let several_years = std::mem::replace(&mut self.several_years, has_several_years(cx.index()));
        let patches: Option<Vec<&Patch>> = known.and_then(|known| cx.workbench.since(known)).map(Iterator::collect);
        let changed = patches.and_then(|patches| self.follow(cx, sorts, &patches));
        match changed {
            Some(changed) if several_years == self.several_years => Update::Some(changed),
            Some(_) => Update::All,
            None => {
                self.sort(cx, sorts);
                self.made_for = Some(MadeFor { sorts: sorts.clone(), filter: cx.filter.clone(), languages });
                Update::All
            }
        }
    }

    /// Puts what has changed where it belongs; `None` where all must be sorted.
    fn follow(&mut self, cx: &ViewContext<'_>, sorts: &Sorts, patches: &[&Patch]) -> Option<BTreeSet<SessionId>> {
        // Another own field is another column.
        let has_other_columns = |patch: &&Patch| patch.changes::<OwnField>().next().is_some();
        if patches.iter().any(|patch| has_other_columns(patch) || sorts.depend_on(patch)) {
            return None;
        }
        let changed = touched(cx.workbench, patches.iter().copied())?;
        if changed.len() > FEW {
            return None;
        }
        // As they were at first; rows of other tables matter only where the filter looks at them.
        let mut before: BTreeMap<SessionId, Option<Arc<Session>>> = BTreeMap::new();
        for (id, change) in patches.iter().flat_map(|patch| patch.changes::<Session>()) {
            before.entry(id).or_insert_with(|| change.before.clone());
        }
        let sorter = Sorter::new(cx, sorts);
        let mut pending = before.clone();
        for &id in &changed {
            let was = before.get(&id).map_or_else(|| cx.plan.sessions().get(id), |row| row.as_ref());
            let at = was.and_then(|was| self.find(&sorter, was, &pending));
            pending.remove(&id);
            let is = cx.plan.sessions().get(id).filter(|_| cx.is_let_through(id));
            // Without itself the others are in order.
            match (at, is) {
                (Some(at), Some(is)) => {
                    let key = sorter.row(is);
                    let is_before = |other: &SessionId| sorter.compare(*other, &key, &pending) == Ordering::Less;
                    let above = self.ids[..at].partition_point(is_before);
                    if above < at {
                        self.ids[above..=at].rotate_right(1);
                    } else {
                        let below = self.ids[at + 1..].partition_point(is_before);
                        self.ids[at..=at + below].rotate_left(1);
                    }
                }
                (Some(at), None) => _ = self.ids.remove(at),
                (None, Some(is)) => {
                    let key = sorter.row(is);
                    let at = self.ids.partition_point(|other| sorter.compare(*other, &key, &pending) == Ordering::Less);
                    self.ids.insert(at, id);
                }
                (None, None) => {}
            }
        }
        Some(changed)
    }

    /// Where a session is that stands in the list as `row`; `pending` are those that stand there as they were.
    fn find(&self, sorter: &Sorter<'_>, row: &Session, pending: &Pending) -> Option<usize> {
        let key = sorter.row(row);
        let at = self.ids.partition_point(|&other| sorter.compare(other, &key, pending) == Ordering::Less);
        self.ids.get(at).is_some_and(|&found| found == row.id).then_some(at)
    }

    /// Looks at every session once: most of the time goes into fetching them from memory.
    fn sort(&mut self, cx: &ViewContext<'_>, sorts: &Sorts) {
        let mut columns: Vec<Keys<'_>> = sorts.0.iter().map(|&sort| Keys::new(cx, sort)).collect();
        let mut rows: Vec<Row> = Vec::with_capacity(cx.plan.sessions().len());
        self.ids.clear();
        for session in cx.plan.sessions().iter().filter(|session| cx.is_let_through(session.id)) {
            for keys in &mut columns {
                keys.push(session);
            }
            let index = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
            rows.push(Row { ranks: [0; Sorts::MAX], start: start_of(session), index });
            self.ids.push(session.id);
        }
        for (place, keys) in columns.into_iter().enumerate() {
            for (row, rank) in rows.iter_mut().zip(keys.ranks()) {
                row.ranks[place] = rank;
            }
        }
        rows.sort_unstable();
        self.ids = rows.into_iter().map(|row| self.ids[row.index as usize]).collect();
    }

    /// The sessions, in their order.
    #[must_use]
    pub fn ids(&self) -> &[SessionId] {
        &self.ids
    }

    /// Where a session is.
    #[must_use]
    pub fn index_of(&self, cx: &ViewContext<'_>, id: SessionId) -> Option<usize> {
        let sorts = &self.made_for.as_ref()?.sorts;
        self.find(&Sorter::new(cx, sorts), cx.plan.sessions().get(id)?, &Pending::new())
    }

    /// The first row of a day, where rows are in the order of days.
    #[must_use]
    pub fn first_on(&self, cx: &ViewContext<'_>, date: NaiveDate) -> Option<usize> {
        let sort = self.made_for.as_ref()?.sorts.first();
        let date_of = |id: &SessionId| cx.plan.sessions().get(*id)?.span().map(|span| span.start.date());
        let is_before =
            |id: &SessionId| date_of(id).is_some_and(|other| if sort.descending { other > date } else { other < date });
        let at = self.ids.partition_point(is_before);
        (sort.column == Column::Day && self.ids.get(at).and_then(date_of) == Some(date)).then_some(at)
    }
}

fn has_several_years(index: &Index) -> bool {
    let days = index.days();
    let years = days.keys().next().zip(days.keys().next_back()).map(|(first, last)| (first.year(), last.year()));
    years.is_some_and(|(first, last)| first < last)
}

/// Sessions that stand in the list as they were, not as they are.
type Pending = BTreeMap<SessionId, Option<Arc<Session>>>;

/// Compares single rows as [`Order::sort`] compares all of them.
struct Sorter<'a> {
    cx: &'a ViewContext<'a>,
    sorts: &'a Sorts,
    kinds: OnceCell<HashMap<Kind, i64>>,
}

/// What a single row is compared by: as [`Row`], without having looked at the others.
struct Single {
    keys: Vec<Option<Key>>,
    start: i64,
    id: SessionId,
}

impl<'a> Sorter<'a> {
    fn new(cx: &'a ViewContext<'a>, sorts: &'a Sorts) -> Self {
        Self { cx, sorts, kinds: OnceCell::new() }
    }

    fn row(&self, session: &Session) -> Single {
        let kinds = || self.kinds.get_or_init(|| kind_ranks(self.cx));
        let key = |sort: &Sort| match sort.column {
            Column::Kind => Some(Key { number: kinds()[&session.called()], text: String::new() }),
            Column::Body => some_text(natural_key(&self.cx.body_codes(session))),
            column => key(self.cx, session, column),
        };
        Single { keys: self.sorts.0.iter().map(key).collect(), start: start_of(session), id: session.id }
    }

    /// How a session of the list stands to `other`.
    fn compare(&self, id: SessionId, other: &Single, pending: &Pending) -> Ordering {
        let session = match pending.get(&id) {
            Some(before) => before.as_ref(),
            None => self.cx.plan.sessions().get(id),
        };
        // What is in the list is in the plan, or was when it came into the list.
        let Some(session) = session else { return Ordering::Less };
        let own = self.row(session);
        let mut by_keys = self.sorts.0.iter().zip(own.keys.iter().zip(&other.keys)).map(|(sort, (own, other))| {
            match (own, other) {
                // Rows that lack the key come last whichever way the rest is sorted.
                (None, _) | (_, None) => own.is_none().cmp(&other.is_none()),
                _ if sort.descending => other.cmp(own),
                _ => own.cmp(other),
            }
        });
        let by_keys = by_keys.find(|order| order.is_ne()).unwrap_or(Ordering::Equal);
        by_keys.then(own.start.cmp(&other.start)).then(own.id.cmp(&other.id))
    }
}

/// When a session starts, in minutes since 1970; what waits comes last.
fn start_of(session: &Session) -> i64 {
    session.placement.as_ref().map_or(i64::MAX, |at| i64::from(at.start.minutes()))
}

/// What a row is compared by: the chosen columns, then the start, then the order of ids.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    ranks: [i64; Sorts::MAX],
    start: i64,
    index: u32,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::context::{Chosen, Screen};
    use crate::app::settings::Settings;
    use crate::app::style::{Brightness, Contrast, Theme};
    use crate::edit::{AnyRow, Command, first_day, new_field};
    use crate::model::{CivilTime, FieldForm, FieldValue, Holder, Length, LocalText, Number, Placement};
    use crate::store::Template;
    use crate::texts::Texts;
    use crate::workbench::Workbench;

    #[test]
    fn a_second_click_reverses_and_another_column_remembers_the_first() {
        let mut sorts = Sorts::default();
        sorts.choose(Column::Title);
        sorts.choose(Column::Kind);
        sorts.choose(Column::Kind);
        let sort = |column, descending| Sort { column, descending };
        assert_eq!(sorts.0, [sort(Column::Kind, true), sort(Column::Title, false), sort(Column::Day, false)]);
        sorts.choose(Column::Room);
        assert_eq!(sorts.0.len(), Sorts::MAX);
    }

    /// Those of every plan, and two own fields.
    const COLUMNS: usize = 26;

    /// With a field of choices and one of numbers, in which some sessions have something.
    fn with_fields(plan: Plan) -> Plan {
        let mut document = crate::edit::Document::new(plan);
        let mut setup = new_field(document.plan(), Holder::Session, "Setup".into(), FieldForm::Choice(Vec::new()));
        for title in ["B", "A"] {
            setup.add_choice(title.into());
        }
        document.perform(&Command::Put(setup.into())).unwrap();
        let chairs = new_field(document.plan(), Holder::Session, "Chairs".into(), FieldForm::Number);
        document.perform(&Command::Put(chairs.into())).unwrap();
        let fields: Vec<_> = document.plan().fields().ids().collect();
        let sessions: Vec<Session> = document.plan().sessions().iter().map(|session| Session::clone(session)).collect();
        for (at, mut session) in sessions.into_iter().enumerate().step_by(3) {
            let choice = ["choice-01", "choice-02"][at % 2].parse().unwrap();
            session.own.set(fields[0], Some(FieldValue::Choice(choice)));
            session.own.set(fields[1], Number::new(3.5 - at as f64).map(FieldValue::Number));
            document.perform(&Command::Put(session.into())).unwrap();
        }
        document.plan().clone()
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]

        /// Each change: what, of which session, how far.
        #[test]
        fn the_order_follows_any_changes(
            sort in 0..COLUMNS,
            second in 0..COLUMNS,
            filtered: bool,
            changes in proptest::collection::vec((0..13, 0_usize..200, -9000_i32..9000), 1..24),
        ) {
            let mut chosen = Chosen::new(Workbench::new(with_fields(Template::Wtdc25.plan())));
            let all = Column::all(chosen.workbench.plan());
            proptest::prop_assert_eq!(all.len(), COLUMNS);
            chosen.filter.words = if filtered { "a".to_owned() } else { String::new() };
            let language = Language::English;
            let screen = Screen {
                settings: Settings::default(),
                texts: Texts::new(language),
                theme: Theme::new(Brightness::Light, Contrast::Normal),
            };
            let mut sorts = Sorts::default();
            for column in [all[second], all[sort], all[sort]] {
                sorts.choose(column);
            }
            let mut order = Order::default();
            for (n, (what, session, by)) in changes.into_iter().enumerate() {
                let ids: Vec<SessionId> = chosen.workbench.plan().sessions().ids().collect();
                let session = Session::clone(chosen.workbench.plan().sessions().get(ids[session % ids.len()]).unwrap());
                let _ = chosen.workbench.perform(&change(chosen.workbench.plan(), session, what, by));
                if n % 3 > 0 {
                    chosen.follow();
                    let cx = ViewContext::new(&chosen, &screen, &[]);
                    order.update(&cx, &sorts);
                    let mut fresh = Order::default();
                    fresh.update(&cx, &sorts);
                    proptest::prop_assert_eq!(order.ids(), fresh.ids());
                    for (index, &id) in order.ids().iter().enumerate() {
                        proptest::prop_assert_eq!(order.index_of(&cx, id), Some(index));
                    }
                }
            }
        }
    }

    /// Something to do to a session, or to a row that it refers to.
    fn change(plan: &Plan, mut session: Session, what: i32, by: i32) -> Command {
        let name = |by: i32| LocalText::from(format!("{} {by}", ["a", "b", "«c"][by.rem_euclid(3) as usize]).as_str());
        match what {
            0 => return Command::Remove(vec![session.id.into()]),
            1 => return Command::Unschedule(vec![session.id]),
            2 | 3 => {
                let start = CivilTime::midnight(first_day(plan)).plus_mins(by);
                let placement = Placement { start, length: Length::clamped(by / 10), rooms: session.rooms().to_vec() };
                return Command::Place(vec![(session.id, placement)]);
            }
            4 => {
                let mut room = Room::clone(plan.rooms().iter().next().unwrap());
                (room.order, room.title) = (by, name(by));
                return Command::Put(AnyRow::Room(Box::new(room)));
            }
            5 => {
                let mut body = Body::clone(plan.bodies().iter().next().unwrap());
                body.code = name(by);
                return Command::Put(AnyRow::Body(Box::new(body)));
            }
            6 => session.title = name(by),
            7 => session.kind = crate::model::SessionKind::ALL[by.rem_euclid(25) as usize],
            8 => session.pinned ^= true,
            9 => {
                let mut setup = OwnField::clone(plan.fields().iter().next().unwrap());
                setup.choices_mut().unwrap().reverse();
                return Command::Put(setup.into());
            }
            10 => session.own.set(plan.fields().ids().nth(1).unwrap(), Number::new(by.into()).map(FieldValue::Number)),
            12 => {
                let by = crate::edit::comments::Hand { who: "", at: CivilTime::from_minutes(by.into()) };
                let new = crate::edit::comments::new_comment(plan, session.id, ("Ask", by.at.minutes() > 0), by);
                return Command::Put(new.unwrap().into());
            }
            _ => {
                session.id = format!("n{}", by.rem_euclid(50)).parse().unwrap();
                return Command::Create(Box::new(session));
            }
        }
        Command::Put(AnyRow::Session(Box::new(session)))
    }
}
