//! Which columns are shown, in which order, and how one goes from one to the next.

use super::Column;
use crate::model::Plan;

/// Which columns are shown, in which order. Titles always are, in front.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The shown ones, then the others.
    order: Vec<Column>,
    count: usize,
}

impl Shown {
    /// These of `all`, in their order.
    #[must_use]
    pub fn these(columns: impl IntoIterator<Item = Column>, all: &[Column]) -> Self {
        let mut order = vec![Column::Title];
        let add = |column: Column, order: &mut Vec<Column>| {
            if !order.contains(&column) {
                order.push(column);
            }
        };
        for column in columns.into_iter().filter(|column| all.contains(column)) {
            add(column, &mut order);
        }
        let count = order.len();
        for &column in all {
            add(column, &mut order);
        }
        Self { order, count }
    }

    /// Every column of a plan.
    #[must_use]
    pub fn all(plan: &Plan) -> Self {
        let order = Column::all(plan);
        Self { count: order.len(), order }
    }

    /// The shown ones, from left to right.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.order[..self.count]
    }

    /// The shown ones, then the others.
    #[must_use]
    pub fn with_hidden(&self) -> &[Column] {
        &self.order
    }

    /// Whether a column is.
    #[must_use]
    pub fn has(&self, column: Column) -> bool {
        self.columns().contains(&column)
    }

    /// With a column more, at the end, or less.
    #[must_use]
    pub fn toggled(&self, column: Column) -> Self {
        if self.has(column) {
            Self::these(self.columns().iter().copied().filter(|&other| other != column), &self.order)
        } else {
            Self::these(self.columns().iter().copied().chain([column]), &self.order)
        }
    }

    /// With a column at another place among the shown ones; nothing comes before the titles.
    #[must_use]
    pub fn moved(&self, column: Column, to: usize) -> Self {
        if column == Column::Title || !self.has(column) {
            return self.clone();
        }
        let mut columns: Vec<Column> = self.columns().iter().copied().filter(|&other| other != column).collect();
        columns.insert(to.clamp(1, columns.len()), column);
        Self::these(columns, &self.order)
    }

    /// How many are shown.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// The nearest one beside a column, to the right or to the left.
    #[must_use]
    pub fn beside(&self, column: Column, back: bool) -> Option<Column> {
        self.nearest(column, back, |_| true)
    }

    /// The nearest one beside a column that can be edited, to the right or to the left.
    #[must_use]
    pub fn editable_beside(&self, plan: &Plan, column: Column, back: bool) -> Option<Column> {
        self.nearest(column, back, |column| column.editor(plan).is_some())
    }

    fn nearest(&self, column: Column, back: bool, is_meant: impl Fn(&Column) -> bool) -> Option<Column> {
        let columns = self.columns();
        let at = columns.iter().position(|&other| other == column)?;
        let mut beside = columns[at + 1..].iter();
        let mut before = columns[..at].iter().rev();
        if back { before.find(|column| is_meant(column)) } else { beside.find(|column| is_meant(column)) }.copied()
    }

    /// The first or the last one that can be edited.
    #[must_use]
    pub fn end_editable(&self, plan: &Plan, last: bool) -> Column {
        let mut editable = self.columns().iter().filter(|column| column.editor(plan).is_some());
        if last { editable.next_back() } else { editable.next() }.copied().unwrap_or(Column::Title)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Template;

    #[test]
    fn tab_visits_every_editable_column_both_ways() {
        let plan = Template::Wtdc25.plan();
        let all = Shown::all(&plan);
        for shown in [all.clone(), all.toggled(Column::Status).toggled(Column::Start)] {
            let walk = |back: bool| {
                let first = shown.end_editable(&plan, back);
                let next = |column: &Column| shown.editable_beside(&plan, *column, back);
                std::iter::successors(Some(first), next).collect::<Vec<_>>()
            };
            let mut backwards = walk(true);
            backwards.reverse();
            assert_eq!(walk(false), backwards);
            let editable = shown.columns().iter().filter(|column| column.editor(&plan).is_some());
            assert_eq!(walk(false).len(), editable.count());
        }
    }

    #[test]
    fn columns_are_taken_away_added_and_moved_and_titles_stay_in_front() {
        let all = Column::all(&Template::Wtdc25.plan());
        let gone = Column::Own("gone".parse().unwrap());
        let shown = Shown::these([Column::Day, gone, Column::Room, Column::Title, Column::Day], &all);
        assert_eq!(shown.columns(), [Column::Title, Column::Day, Column::Room], "what is not there is ignored");
        assert_eq!(shown.toggled(Column::Day).columns(), [Column::Title, Column::Room]);
        let more = shown.toggled(Column::People);
        assert_eq!(more.columns(), [Column::Title, Column::Day, Column::Room, Column::People]);
        assert_eq!(more.moved(Column::People, 0).columns(), [Column::Title, Column::People, Column::Day, Column::Room]);
        assert_eq!(more.moved(Column::Day, 9).columns(), [Column::Title, Column::Room, Column::People, Column::Day]);
        assert_eq!(more.moved(Column::Title, 2), more);
        assert_eq!(more.with_hidden().len(), all.len());
    }
}
