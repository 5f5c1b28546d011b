//! How wide the columns are, and where that puts them.

use std::collections::BTreeMap;

use egui::Rangef;

use super::{Column, Shown};
use crate::model::Plan;

/// Titles are not made narrower than this for another column.
const LEAST_TITLE: f32 = 232.0;
/// The boxes at the left, by which rows are selected.
pub const BOXES: f32 = 32.0;

/// How wide the columns of a plan are: as their names and values need it, until the planner drags an edge.
#[derive(Clone, Debug, Default)]
pub struct Widths {
    /// The columns that there are, each as wide as it needs to be.
    natural: Vec<(Column, f32)>,
    chosen: BTreeMap<Column, f32>,
    wanted: Option<Vec<Column>>,
}

/// Where the columns are, counted from the left end of the table.
#[derive(Clone, Debug)]
pub struct Places {
    /// Those of the shown ones, in their order.
    spans: Vec<Rangef>,
    /// Which columns are shown.
    pub shown: Shown,
    /// The right end of the last column.
    pub width: f32,
}

impl Widths {
    const MIN: f32 = 36.0;
    const MAX: f32 = 1200.0;

    /// Learns which columns there are, and how much room each of them needs in the language of the screen.
    pub fn set_needs(&mut self, plan: &Plan, needs: impl Fn(Column) -> f32) {
        let natural = |column: Column| (column, column.default_width().max(needs(column).ceil()));
        self.natural = Column::all(plan).into_iter().map(natural).collect();
    }

    fn all(&self) -> Vec<Column> {
        self.natural.iter().map(|&(column, _)| column).collect()
    }

    /// Makes a column wider, or narrower when negative.
    pub fn widen(&mut self, column: Column, by: f32) {
        self.choose(column, self.width(column) + by);
    }

    /// Gives a column a width.
    pub fn choose(&mut self, column: Column, width: f32) {
        if width.is_finite() {
            self.chosen.insert(column, width.clamp(Self::MIN, Self::MAX));
        }
    }

    /// Gives every column the width it had at first, and shows those that fit.
    pub fn reset_all(&mut self) {
        self.chosen.clear();
        self.wanted = None;
    }

    /// Gives a column the width it had at first.
    pub fn reset(&mut self, column: Column) {
        self.chosen.remove(&column);
    }

    /// The widths that were chosen, also of columns that this plan does not have.
    #[must_use]
    pub fn chosen(&self) -> &BTreeMap<Column, f32> {
        &self.chosen
    }

    /// The columns that the planner wants to see, also of other plans; `None` where those are shown that fit.
    #[must_use]
    pub fn wanted(&self) -> Option<&[Column]> {
        self.wanted.as_deref()
    }

    /// Shows these, as far as they are there; what is wanted of other plans stays so.
    pub fn want(&mut self, columns: &[Column]) {
        let all = self.all();
        let elsewhere = self.wanted.iter().flatten().copied().filter(|column| !all.contains(column));
        self.wanted = Some(columns.iter().copied().chain(elsewhere).collect());
    }

    fn width(&self, column: Column) -> f32 {
        let natural = || self.natural.iter().find(|(known, _)| *known == column).map(|&(_, width)| width);
        self.chosen.get(&column).copied().or_else(natural).unwrap_or_else(|| column.default_width())
    }

    /// The columns that fit into so much room, the worthiest ones first.
    fn fitting(&self, available: f32) -> Shown {
        let title = self.chosen.get(&Column::Title).copied().unwrap_or(LEAST_TITLE);
        let mut left = available - BOXES - title;
        let fits = |column: &Column| {
            left -= self.width(*column);
            left >= 0.0
        };
        let all = self.all();
        let fitting: Vec<Column> = Column::by_worth(&all).into_iter().skip(1).take_while(fits).collect();
        Shown::these(all.iter().copied().filter(|column| fitting.contains(column)), &all)
    }

    /// Where the columns are; what is left of `available` goes to the titles.
    #[must_use]
    pub fn places(&self, available: f32) -> Places {
        let wanted = self.wanted.as_ref().map(|wanted| Shown::these(wanted.iter().copied(), &self.all()));
        let shown = wanted.unwrap_or_else(|| self.fitting(available));
        let widths: Vec<f32> = shown.columns().iter().map(|&column| self.width(column)).collect();
        let chosen = self.chosen.contains_key(&Column::Title);
        let least = if chosen { 0.0 } else { LEAST_TITLE - self.width(Column::Title) };
        let spare = (available - BOXES - widths.iter().sum::<f32>()).max(least);
        let mut x = BOXES;
        let spans = widths.into_iter().enumerate().map(|(at, width)| {
            let from = x;
            // Titles stand first.
            x += width + if at == 0 { spare } else { 0.0 };
            Rangef::new(from, x)
        });
        Places { spans: spans.collect(), shown, width: x }
    }
}

impl Places {
    /// Where a column is in the table.
    #[must_use]
    pub fn span(&self, column: Column) -> Rangef {
        let at = self.shown.columns().iter().position(|&shown| shown == column);
        at.map_or(Rangef::NOTHING, |at| self.spans[at])
    }

    /// Where the columns begin that are scrolled.
    #[must_use]
    pub fn frozen(&self) -> f32 {
        self.spans.first().map_or(BOXES, |span| span.max)
    }

    /// The columns from left to right, each with where it is in sight when the table is scrolled so far.
    pub fn in_order(&self, scrolled: f32) -> impl Iterator<Item = (Column, Rangef)> {
        let columns = self.shown.columns().iter().zip(&self.spans);
        columns.map(move |(&column, &span)| (column, in_sight(column, span, scrolled)))
    }

    /// Where a column is in sight when the table is scrolled so far: titles stay.
    #[must_use]
    pub fn in_sight(&self, column: Column, scrolled: f32) -> Rangef {
        in_sight(column, self.span(column), scrolled)
    }

    /// The column in sight at `x` when the table is scrolled so far.
    #[must_use]
    pub fn at(&self, x: f32, scrolled: f32) -> Option<Column> {
        if x < self.frozen() {
            return (x >= BOXES).then_some(Column::Title);
        }
        let at = self.spans.iter().position(|span| span.min <= x + scrolled && x + scrolled < span.max);
        at.map(|at| self.shown.columns()[at])
    }
}

fn in_sight(column: Column, span: Rangef, scrolled: f32) -> Rangef {
    if column == Column::Title { span } else { Rangef::new(span.min - scrolled, span.max - scrolled) }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "whole points, added and not divided")]
mod tests {
    use super::super::TITLE;
    use super::*;
    use crate::store::Template;

    fn widths() -> Widths {
        let mut widths = Widths::default();
        widths.set_needs(&Template::Wtdc25.plan(), |_| 0.0);
        widths
    }

    /// With every column.
    fn wide() -> Widths {
        let mut widths = widths();
        let all = widths.all();
        widths.want(&all);
        widths
    }

    #[test]
    fn the_titles_take_what_is_left() {
        let mut widths = wide();
        let narrow = widths.places(0.0);
        assert_eq!(narrow.span(Column::Title).span(), LEAST_TITLE);
        let wide = widths.places(narrow.width + 100.0);
        assert_eq!(wide.span(Column::Title).span(), LEAST_TITLE + 100.0);
        assert_eq!(wide.at(wide.width - 1.0, 0.0), Some(Column::Id));
        assert_eq!((wide.at(-1.0, 0.0), wide.at(wide.width, 0.0)), (None, None));
        widths.widen(Column::Kind, -10_000.0);
        assert_eq!(widths.places(0.0).span(Column::Kind).span(), Widths::MIN);
        widths.reset(Column::Kind);
        assert_eq!(widths.places(0.0).width, narrow.width);
        let needs = |column| if column == Column::End { 80.5 } else { 0.0 };
        widths.set_needs(&Template::Wtdc25.plan(), needs);
        assert_eq!(widths.places(0.0).span(Column::End).span(), 81.0);
    }

    #[test]
    fn titles_stay_while_the_others_are_scrolled() {
        let places = wide().places(600.0);
        assert_eq!(places.at(places.frozen() - 1.0, 300.0), Some(Column::Title));
        let day = places.span(Column::Day);
        assert_eq!(places.at(places.frozen() + 1.0, 0.0), Some(Column::Day));
        assert_eq!(places.at(places.frozen() + 1.0, day.span()), Some(Column::Start));
        assert_eq!(places.in_sight(Column::Day, 10.0).min, day.min - 10.0);
        assert!(places.in_order(10.0).all(|(column, span)| span == places.in_sight(column, 10.0)));
    }

    #[test]
    fn columns_that_do_not_fit_are_left_out_the_least_worthy_ones_first() {
        let widths = widths();
        let shown = |width: f32| widths.places(width).shown.columns().to_vec();
        let all = widths.all();
        assert_eq!(shown(920.0), all[..9].to_vec());
        assert_eq!(widths.places(920.0).span(Column::Title).span(), TITLE);
        assert!(!shown(808.0).contains(&Column::End) && shown(808.0).contains(&Column::Findings));
        assert_eq!(shown(300.0), [Column::Title]);
        assert_eq!(shown(3000.0), all);
    }

    #[test]
    fn what_is_wanted_of_other_plans_is_ignored_and_kept() {
        let mut widths = widths();
        let other = Column::Own("elsewhere".parse().unwrap());
        widths.want(&[Column::Title, other, Column::Day]);
        assert_eq!(widths.places(0.0).shown.columns(), [Column::Title, Column::Day]);
        widths.want(&[Column::Title, Column::Room]);
        assert_eq!(widths.wanted(), Some([Column::Title, Column::Room, other].as_slice()));
    }
}
