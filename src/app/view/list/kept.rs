//! How the List is laid out, kept in the settings from one run to the next.

use super::ListView;
use super::columns::{Column, Shown, Widths};
use super::order::{Sort, Sorts};
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::settings::TableLayout;

/// What is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    shown: Option<Shown>,
    widths: [Option<f32>; Column::ALL.len()],
    sorts: Sorts,
    ungrouped: bool,
}

impl ListView {
    /// Begins with what the settings say, and tells them what has become different since.
    pub(super) fn keep(&mut self, cx: &ViewContext<'_>) {
        if self.kept.is_none() {
            self.lay_out(&cx.settings.list);
        }
        let now = Kept {
            shown: self.widths.shown,
            widths: self.widths.chosen(),
            sorts: self.sorts.clone(),
            ungrouped: self.ungrouped,
        };
        if self.kept.as_ref().is_some_and(|kept| *kept != now) {
            cx.act(Action::LayOutList(Box::new(now.layout())));
        }
        self.kept = Some(now);
    }

    fn lay_out(&mut self, layout: &TableLayout) {
        self.widths = Widths::default();
        let columns: Vec<Column> = layout.columns.iter().filter_map(|key| Column::named(key)).collect();
        self.widths.shown = (!columns.is_empty()).then(|| Shown::these(columns));
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
        let key = |column: Column| column.key().to_owned();
        TableLayout {
            columns: self.shown.iter().flat_map(|shown| shown.columns().iter().copied().map(key)).collect(),
            widths: Column::ALL
                .into_iter()
                .filter_map(|column| Some((key(column), self.widths[column as usize]?)))
                .collect(),
            sorts: self.sorts.iter().map(|sort| (key(sort.column), sort.descending)).collect(),
            ungrouped: self.ungrouped,
        }
    }
}
