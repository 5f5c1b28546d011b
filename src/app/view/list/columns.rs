//! The columns of the List: what they are called, how wide they are, and what can be edited in them.

use egui::Rangef;

use crate::texts::tid;

/// One column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Column {
    Id,
    Day,
    Start,
    End,
    Length,
    #[default]
    Title,
    Kind,
    Body,
    Room,
    Event,
    Status,
    Languages,
    Marks,
}

/// How a cell is edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Editor {
    /// By typing.
    Text,
    /// By typing, with a list of suggestions.
    Suggested,
    /// By choosing one from a list that typing shortens.
    One,
    /// The same, but several can be chosen.
    Several,
}

impl Column {
    /// All of them, from left to right.
    pub const ALL: [Self; 13] = [
        Self::Id,
        Self::Day,
        Self::Start,
        Self::End,
        Self::Length,
        Self::Title,
        Self::Kind,
        Self::Body,
        Self::Room,
        Self::Event,
        Self::Status,
        Self::Languages,
        Self::Marks,
    ];

    /// The id of its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Id => tid("list-column-id"),
            Self::Day => tid("list-column-day"),
            Self::Start => tid("list-column-start"),
            Self::End => tid("list-column-end"),
            Self::Length => tid("list-column-length"),
            Self::Title => tid("list-column-title"),
            Self::Kind => tid("list-column-kind"),
            Self::Body => tid("list-column-body"),
            Self::Room => tid("list-column-room"),
            Self::Event => tid("list-column-event"),
            Self::Status => tid("list-column-status"),
            Self::Languages => tid("list-column-languages"),
            Self::Marks => tid("list-column-marks"),
        }
    }

    /// How it is edited, if it is.
    #[must_use]
    pub fn editor(self) -> Option<Editor> {
        match self {
            Self::Title | Self::Start | Self::End | Self::Length => Some(Editor::Text),
            Self::Day => Some(Editor::Suggested),
            Self::Kind | Self::Event | Self::Status => Some(Editor::One),
            Self::Body | Self::Room => Some(Editor::Several),
            Self::Id | Self::Languages | Self::Marks => None,
        }
    }

    /// The nearest column that can be edited, to the right or to the left.
    #[must_use]
    pub fn next_editable(self, back: bool) -> Option<Self> {
        let at = self as usize;
        let editable = |column: &&Self| column.editor().is_some();
        if back {
            Self::ALL[..at].iter().rev().find(editable).copied()
        } else {
            Self::ALL[at + 1..].iter().find(editable).copied()
        }
    }

    /// The first or the last column that can be edited.
    #[must_use]
    pub fn end_editable(last: bool) -> Self {
        if last { Self::Status } else { Self::Day }
    }

    fn default_width(self) -> f32 {
        match self {
            Self::Id => 96.0,
            Self::Day => 96.0,
            Self::Start => 58.0,
            Self::End => 58.0,
            Self::Length => 84.0,
            Self::Title => 260.0,
            Self::Kind => 140.0,
            Self::Body => 112.0,
            Self::Room => 148.0,
            Self::Event => 104.0,
            Self::Status => 100.0,
            Self::Languages => 96.0,
            Self::Marks => 64.0,
        }
    }
}

/// How wide the columns are: as their names and values need it, until the planner drags an edge.
#[derive(Clone, Debug)]
pub struct Widths {
    natural: [f32; Column::ALL.len()],
    chosen: [Option<f32>; Column::ALL.len()],
}

impl Default for Widths {
    fn default() -> Self {
        Self { natural: Column::ALL.map(Column::default_width), chosen: [None; Column::ALL.len()] }
    }
}

/// Where the columns are, counted from the left end of the table.
#[derive(Clone, Debug)]
pub struct Places {
    spans: [Rangef; Column::ALL.len()],
    /// The right end of the last column.
    pub width: f32,
}

impl Widths {
    const MIN: f32 = 36.0;
    const MAX: f32 = 1200.0;

    /// Learns how much room each column needs in the language of the screen.
    pub fn set_needs(&mut self, needs: impl Fn(Column) -> f32) {
        self.natural = Column::ALL.map(|column| column.default_width().max(needs(column).ceil()));
    }

    /// Makes a column wider, or narrower when negative.
    pub fn widen(&mut self, column: Column, by: f32) {
        let width = self.width(column) + by;
        self.chosen[column as usize] = Some(width.clamp(Self::MIN, Self::MAX));
    }

    /// Gives a column the width it had at first.
    pub fn reset(&mut self, column: Column) {
        self.chosen[column as usize] = None;
    }

    fn width(&self, column: Column) -> f32 {
        self.chosen[column as usize].unwrap_or(self.natural[column as usize])
    }

    /// Where the columns are; what is left of `available` goes to the titles.
    #[must_use]
    pub fn places(&self, available: f32) -> Places {
        let spare = (available - Column::ALL.into_iter().map(|column| self.width(column)).sum::<f32>()).max(0.0);
        let mut x = 0.0;
        let spans = Column::ALL.map(|column| {
            let from = x;
            x += self.width(column) + if column == Column::Title { spare } else { 0.0 };
            Rangef::new(from, x)
        });
        Places { spans, width: x }
    }
}

impl Places {
    /// Where a column is.
    #[must_use]
    pub fn span(&self, column: Column) -> Rangef {
        self.spans[column as usize]
    }

    /// The column at `x`.
    #[must_use]
    pub fn at(&self, x: f32) -> Option<Column> {
        Column::ALL.into_iter().find(|&column| self.span(column).min <= x && x < self.span(column).max)
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "whole points, added and not divided")]
mod tests {
    use super::*;

    #[test]
    fn the_titles_take_what_is_left() {
        let mut widths = Widths::default();
        let narrow = widths.places(0.0);
        assert_eq!(narrow.span(Column::Title).span(), 260.0);
        let wide = widths.places(narrow.width + 100.0);
        assert_eq!(wide.span(Column::Title).span(), 360.0);
        assert_eq!(wide.at(wide.width - 1.0), Some(Column::Marks));
        assert_eq!((wide.at(-1.0), wide.at(wide.width)), (None, None));
        widths.widen(Column::Kind, -10_000.0);
        assert_eq!(widths.places(0.0).span(Column::Kind).span(), Widths::MIN);
        widths.reset(Column::Kind);
        assert_eq!(widths.places(0.0).width, narrow.width);
        widths.set_needs(|column| if column == Column::End { 80.5 } else { 0.0 });
        assert_eq!(widths.places(0.0).span(Column::End).span(), 81.0);
    }

    #[test]
    fn tab_visits_every_editable_column_both_ways() {
        let walk = |back: bool| {
            let first = Column::end_editable(back);
            std::iter::successors(Some(first), |column| column.next_editable(back)).collect::<Vec<_>>()
        };
        let mut backwards = walk(true);
        backwards.reverse();
        assert_eq!(walk(false), backwards);
        assert_eq!(walk(false).len(), Column::ALL.iter().filter(|column| column.editor().is_some()).count());
    }
}
