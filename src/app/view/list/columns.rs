//! The columns of the List: what they are called, which are shown, how wide they are, and what can be edited in them.

use egui::Rangef;

use crate::texts::tid;

/// One column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Column {
    #[default]
    Title,
    Day,
    Start,
    End,
    Length,
    Kind,
    Body,
    Room,
    Findings,
    Status,
    Event,
    People,
    Languages,
    Topics,
    Documents,
    Attendance,
    After,
    Remarks,
    Marks,
    Id,
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
    pub const ALL: [Self; 20] = [
        Self::Title,
        Self::Day,
        Self::Start,
        Self::End,
        Self::Length,
        Self::Kind,
        Self::Body,
        Self::Room,
        Self::Findings,
        Self::Status,
        Self::Event,
        Self::People,
        Self::Languages,
        Self::Topics,
        Self::Documents,
        Self::Attendance,
        Self::After,
        Self::Remarks,
        Self::Marks,
        Self::Id,
    ];

    /// Those that are dispensed with first where there is no room stand last.
    const BY_WORTH: [Self; Self::ALL.len()] = [
        Self::Title,
        Self::Day,
        Self::Start,
        Self::Room,
        Self::Findings,
        Self::Kind,
        Self::Body,
        Self::Length,
        Self::End,
        Self::Status,
        Self::Event,
        Self::Languages,
        Self::Marks,
        Self::Id,
        Self::People,
        Self::Topics,
        Self::Documents,
        Self::Remarks,
        Self::Attendance,
        Self::After,
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
            Self::Findings => tid("list-column-findings"),
            Self::Event => tid("list-column-event"),
            Self::Status => tid("list-column-status"),
            Self::Languages => tid("list-column-languages"),
            Self::Marks => tid("list-column-marks"),
            Self::People => tid("list-column-people"),
            Self::Topics => tid("list-column-topics"),
            Self::Documents => tid("list-column-documents"),
            Self::Attendance => tid("list-column-attendance"),
            Self::After => tid("list-column-after"),
            Self::Remarks => tid("list-column-remarks"),
        }
    }

    /// Its name in the settings.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Day => "day",
            Self::Start => "start",
            Self::End => "end",
            Self::Length => "length",
            Self::Kind => "kind",
            Self::Body => "body",
            Self::Room => "room",
            Self::Findings => "findings",
            Self::Status => "status",
            Self::Event => "event",
            Self::People => "people",
            Self::Languages => "languages",
            Self::Topics => "topics",
            Self::Documents => "documents",
            Self::Attendance => "attendance",
            Self::After => "after",
            Self::Remarks => "remarks",
            Self::Marks => "marks",
            Self::Id => "id",
        }
    }

    /// The column of this name in the settings.
    #[must_use]
    pub fn named(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.key() == key)
    }

    /// The id of what stands above it, where its name is too long.
    #[must_use]
    pub fn head(self) -> &'static str {
        if self == Self::Length { tid("list-head-length") } else { self.name() }
    }

    /// How it is edited, if it is.
    #[must_use]
    pub fn editor(self) -> Option<Editor> {
        match self {
            Self::Title | Self::Start | Self::End | Self::Length | Self::Attendance | Self::Remarks => {
                Some(Editor::Text)
            }
            Self::Day => Some(Editor::Suggested),
            Self::Kind | Self::Event | Self::Status => Some(Editor::One),
            Self::Body | Self::Room | Self::People | Self::Languages | Self::Topics | Self::Documents => {
                Some(Editor::Several)
            }
            Self::Id | Self::Findings | Self::Marks | Self::After => None,
        }
    }

    /// The nearest of the shown columns that can be edited, to the right or to the left.
    #[must_use]
    pub fn next_editable(self, shown: Shown, back: bool) -> Option<Self> {
        self.next(shown, back, |column| column.editor().is_some())
    }

    /// The nearest of the shown columns, to the right or to the left.
    #[must_use]
    pub fn next_shown(self, shown: Shown, back: bool) -> Option<Self> {
        self.next(shown, back, |_| true)
    }

    fn next(self, shown: Shown, back: bool, is_meant: impl Fn(&Self) -> bool) -> Option<Self> {
        let columns = shown.columns();
        let at = columns.iter().position(|&column| column == self)?;
        let mut beside = columns[at + 1..].iter();
        let mut before = columns[..at].iter().rev();
        if back { before.find(|column| is_meant(column)) } else { beside.find(|column| is_meant(column)) }.copied()
    }

    /// The first or the last of the shown columns that can be edited.
    #[must_use]
    pub fn end_editable(shown: Shown, last: bool) -> Self {
        let mut editable = shown.columns().iter().filter(|column| column.editor().is_some());
        if last { editable.next_back() } else { editable.next() }.copied().unwrap_or(Self::Title)
    }

    fn default_width(self) -> f32 {
        match self {
            Self::Title => TITLE,
            Self::Day | Self::Languages => 88.0,
            Self::Start | Self::End => 60.0,
            Self::Length | Self::Marks => 48.0,
            Self::Kind => 112.0,
            Self::Body => 68.0,
            Self::Room | Self::Event | Self::Status => 96.0,
            Self::Findings => 80.0,
            Self::Id | Self::Topics | Self::Attendance => 92.0,
            Self::People | Self::Documents | Self::After => 140.0,
            Self::Remarks => 180.0,
        }
    }
}

/// Which columns are shown, in which order. Titles always are, in front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The shown ones, then the others.
    order: [Column; Column::ALL.len()],
    count: usize,
}

impl Shown {
    /// All of them.
    pub const ALL: Self = Self { order: Column::ALL, count: Column::ALL.len() };

    /// These, in their order.
    #[must_use]
    pub fn these(columns: impl IntoIterator<Item = Column>) -> Self {
        let mut all = vec![Column::Title];
        let add = |column: Column, all: &mut Vec<Column>| {
            if !all.contains(&column) {
                all.push(column);
            }
        };
        for column in columns {
            add(column, &mut all);
        }
        let count = all.len();
        for column in Column::ALL {
            add(column, &mut all);
        }
        let mut order = Column::ALL;
        order.copy_from_slice(&all);
        Self { order, count }
    }

    /// The shown ones, from left to right.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.order[..self.count]
    }

    /// Those that are not shown.
    #[must_use]
    pub fn hidden(&self) -> &[Column] {
        &self.order[self.count..]
    }

    /// Whether a column is.
    #[must_use]
    pub fn has(self, column: Column) -> bool {
        self.columns().contains(&column)
    }

    /// With a column more, at the end, or less.
    #[must_use]
    pub fn toggled(self, column: Column) -> Self {
        if self.has(column) {
            Self::these(self.columns().iter().copied().filter(|&other| other != column))
        } else {
            Self::these(self.columns().iter().copied().chain([column]))
        }
    }

    /// With a column at another place among the shown ones; nothing comes before the titles.
    #[must_use]
    pub fn moved(self, column: Column, to: usize) -> Self {
        if column == Column::Title || !self.has(column) {
            return self;
        }
        let mut columns: Vec<Column> = self.columns().iter().copied().filter(|&other| other != column).collect();
        columns.insert(to.clamp(1, columns.len()), column);
        Self::these(columns)
    }

    /// How many there are.
    #[must_use]
    pub fn count(self) -> usize {
        self.count
    }
}

/// The width of the titles, unless there is less room or more.
const TITLE: f32 = 276.0;
/// Titles are not made narrower than this for another column.
const LEAST_TITLE: f32 = 232.0;
/// The boxes at the left, by which rows are selected.
pub const BOXES: f32 = 32.0;

/// How wide the columns are: as their names and values need it, until the planner drags an edge.
#[derive(Clone, Debug)]
pub struct Widths {
    natural: [f32; Column::ALL.len()],
    chosen: [Option<f32>; Column::ALL.len()],
    /// Which columns the planner wants to see; `None` where those are shown that fit.
    pub shown: Option<Shown>,
}

impl Default for Widths {
    fn default() -> Self {
        Self { natural: Column::ALL.map(Column::default_width), chosen: [None; Column::ALL.len()], shown: None }
    }
}

/// Where the columns are, counted from the left end of the table.
#[derive(Clone, Debug)]
pub struct Places {
    spans: [Rangef; Column::ALL.len()],
    /// Which of them are shown.
    pub shown: Shown,
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

    /// Gives every column the width it had at first, and shows those that fit.
    pub fn reset_all(&mut self) {
        self.chosen = [None; Column::ALL.len()];
        self.shown = None;
    }

    /// The widths that were chosen.
    #[must_use]
    pub fn chosen(&self) -> [Option<f32>; Column::ALL.len()] {
        self.chosen
    }

    /// Gives a column a width.
    pub fn choose(&mut self, column: Column, width: f32) {
        if width.is_finite() {
            self.chosen[column as usize] = Some(width.clamp(Self::MIN, Self::MAX));
        }
    }

    /// Gives a column the width it had at first.
    pub fn reset(&mut self, column: Column) {
        self.chosen[column as usize] = None;
    }

    fn width(&self, column: Column) -> f32 {
        self.chosen[column as usize].unwrap_or(self.natural[column as usize])
    }

    /// The columns that fit into so much room, the worthiest ones first.
    fn fitting(&self, available: f32) -> Shown {
        let title = self.chosen[Column::Title as usize].unwrap_or(LEAST_TITLE);
        let mut left = available - BOXES - title;
        let fits = |column: &Column| {
            left -= self.width(*column);
            left >= 0.0
        };
        let fitting: Vec<Column> = Column::BY_WORTH.into_iter().skip(1).take_while(fits).collect();
        Shown::these(Column::ALL.into_iter().filter(|column| fitting.contains(column)))
    }

    /// Where the columns are; what is left of `available` goes to the titles.
    #[must_use]
    pub fn places(&self, available: f32) -> Places {
        let shown = self.shown.unwrap_or_else(|| self.fitting(available));
        let used: f32 = shown.columns().iter().map(|&column| self.width(column)).sum();
        let chosen = self.chosen[Column::Title as usize].is_some();
        let least = if chosen { 0.0 } else { LEAST_TITLE - self.width(Column::Title) };
        let spare = (available - BOXES - used).max(least);
        let mut x = BOXES;
        let mut spans = [Rangef::NOTHING; Column::ALL.len()];
        for &column in shown.columns() {
            let from = x;
            x += self.width(column) + if column == Column::Title { spare } else { 0.0 };
            spans[column as usize] = Rangef::new(from, x);
        }
        Places { spans, shown, width: x }
    }
}

impl Places {
    /// Where a column is in the table.
    #[must_use]
    pub fn span(&self, column: Column) -> Rangef {
        self.spans[column as usize]
    }

    /// Where the columns begin that are scrolled.
    #[must_use]
    pub fn frozen(&self) -> f32 {
        self.span(Column::Title).max
    }

    /// Where a column is in sight when the table is scrolled so far: titles stay.
    #[must_use]
    pub fn in_sight(&self, column: Column, scrolled: f32) -> Rangef {
        let span = self.span(column);
        if column == Column::Title { span } else { Rangef::new(span.min - scrolled, span.max - scrolled) }
    }

    /// The column in sight at `x` when the table is scrolled so far.
    #[must_use]
    pub fn at(&self, x: f32, scrolled: f32) -> Option<Column> {
        if x < self.frozen() {
            return (x >= BOXES).then_some(Column::Title);
        }
        let x = x + scrolled;
        self.shown.columns().iter().copied().find(|&column| self.span(column).min <= x && x < self.span(column).max)
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "whole points, added and not divided")]
mod tests {
    use super::*;

    #[test]
    fn the_titles_take_what_is_left() {
        let mut widths = Widths { shown: Some(Shown::ALL), ..Widths::default() };
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
        widths.set_needs(|column| if column == Column::End { 80.5 } else { 0.0 });
        assert_eq!(widths.places(0.0).span(Column::End).span(), 81.0);
    }

    #[test]
    fn titles_stay_while_the_others_are_scrolled() {
        let places = Widths { shown: Some(Shown::ALL), ..Widths::default() }.places(600.0);
        assert_eq!(places.at(places.frozen() - 1.0, 300.0), Some(Column::Title));
        let day = places.span(Column::Day);
        assert_eq!(places.at(places.frozen() + 1.0, 0.0), Some(Column::Day));
        assert_eq!(places.at(places.frozen() + 1.0, day.span()), Some(Column::Start));
        assert_eq!(places.in_sight(Column::Day, 10.0).min, day.min - 10.0);
    }

    #[test]
    fn columns_that_do_not_fit_are_left_out_the_least_worthy_ones_first() {
        let widths = Widths::default();
        let shown = |width: f32| {
            let shown = widths.places(width).shown;
            shown.columns().to_vec()
        };
        assert_eq!(shown(920.0), Column::ALL[..9].to_vec());
        assert_eq!(widths.places(920.0).span(Column::Title).span(), TITLE);
        assert!(!shown(808.0).contains(&Column::End) && shown(808.0).contains(&Column::Findings));
        assert_eq!(shown(300.0), [Column::Title]);
        assert_eq!(shown(3000.0), Column::ALL);
    }

    #[test]
    fn tab_visits_every_editable_column_both_ways() {
        for shown in [Shown::ALL, Shown::ALL.toggled(Column::Status).toggled(Column::Start)] {
            let walk = |back: bool| {
                let first = Column::end_editable(shown, back);
                std::iter::successors(Some(first), |column| column.next_editable(shown, back)).collect::<Vec<_>>()
            };
            let mut backwards = walk(true);
            backwards.reverse();
            assert_eq!(walk(false), backwards);
            let editable = |&&column: &&Column| shown.has(column) && column.editor().is_some();
            assert_eq!(walk(false).len(), Column::ALL.iter().filter(editable).count());
        }
    }
    #[test]
    fn columns_are_taken_away_added_and_moved_and_titles_stay_in_front() {
        let shown = Shown::these([Column::Day, Column::Room, Column::Title, Column::Day]);
        assert_eq!(shown.columns(), [Column::Title, Column::Day, Column::Room]);
        assert_eq!(shown.toggled(Column::Day).columns(), [Column::Title, Column::Room]);
        let more = shown.toggled(Column::People);
        assert_eq!(more.columns(), [Column::Title, Column::Day, Column::Room, Column::People]);
        assert_eq!(more.moved(Column::People, 0).columns(), [Column::Title, Column::People, Column::Day, Column::Room]);
        assert_eq!(more.moved(Column::Day, 9).columns(), [Column::Title, Column::Room, Column::People, Column::Day]);
        assert_eq!(more.moved(Column::Title, 2), more);
        assert_eq!(more.hidden().len() + more.count(), Column::ALL.len());
        let places = Widths { shown: Some(more.moved(Column::People, 1)), ..Widths::default() }.places(0.0);
        assert!(places.span(Column::People).max <= places.span(Column::Day).min);
        for column in Column::ALL {
            assert_eq!(Column::named(column.key()), Some(column));
        }
    }
}
