//! How the List is laid out, kept in the settings from one run to the next.

use std::collections::BTreeMap;

use super::ListView;
use super::columns::{Column, Widths};
use super::order::{Sort, Sorts};
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::settings::TableLayout;

/// What is kept. It may name own fields of other plans.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    wanted: Option<Vec<Column>>,
    widths: BTreeMap<Column, f32>,
    sorts: Sorts,
    ungrouped: bool,
}

impl ListView {
    /// Begins with what the settings say, and tells them what has become different since.
    pub(super) fn keep(&mut self, cx: &ViewContext<'_>) {
        if self.kept.is_none() {
            self.lay_out(&cx.settings.list);
        }
        let is_same = self.kept.as_ref().is_some_and(|kept| {
            kept.wanted.as_deref() == self.widths.wanted()
                && kept.widths == *self.widths.chosen()
                && kept.sorts == self.sorts
                && kept.ungrouped == self.ungrouped
        });
        if is_same {
            return;
        }
        let now = Kept {
            wanted: self.widths.wanted().map(<[Column]>::to_vec),
            widths: self.widths.chosen().clone(),
            sorts: self.sorts.clone(),
            ungrouped: self.ungrouped,
        };
        if self.kept.is_some() {
            cx.act(Action::LayOutList(Box::new(now.layout())));
        }
        self.kept = Some(now);
    }

    fn lay_out(&mut self, layout: &TableLayout) {
        self.widths = Widths::default();
        let columns: Vec<Column> = layout.columns.iter().filter_map(|key| Column::named(key)).collect();
        if !columns.is_empty() {
            self.widths.want(&columns);
        }
        for (key, &width) in &layout.widths {
            if let Some(column) = Column::named(key) {
                self.widths.choose(column, width);
            }
        }
        let sorts = layout.sorts.iter();
        let sorts =
            sorts.filter_map(|(key, descending)| Some(Sort { column: Column::named(key)?, descending: *descending }));
        self.sorts = Sorts::these(sorts.collect());
        self.ungrouped = layout.ungrouped;
    }
}

impl Kept {
    fn layout(&self) -> TableLayout {
        let key = |column: Column| column.key().into_owned();
        TableLayout {
            columns: self.wanted.iter().flatten().copied().map(key).collect(),
            widths: self.widths.iter().map(|(&column, &width)| (key(column), width)).collect(),
            sorts: self.sorts.iter().map(|sort| (key(sort.column), sort.descending)).collect(),
            ungrouped: self.ungrouped,
        }
    }
}
