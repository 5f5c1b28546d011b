//! The lines of the table: rows, the heads of days above them, and a line at the end for a new session.

use chrono::NaiveDate;

/// The head of a group of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The day of its rows; `None` where they are not scheduled.
    pub day: Option<NaiveDate>,
    /// Its first row.
    pub first: usize,
    /// How many rows it has.
    pub count: usize,
}

/// What stands on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The head of a group, by its number.
    Head(usize),
    /// A row.
    Row(usize),
    /// A new session.
    New,
}

/// Which lines there are.
#[derive(Debug, Default)]
pub struct Lines {
    /// Heads, in the order of their rows; none where rows stand without.
    pub heads: Vec<Head>,
    /// How many rows there are.
    pub rows: usize,
}

impl Lines {
    /// The lines of so many rows; with a head above the first row of each day, if `date_of` a row is asked.
    #[must_use]
    pub fn new(rows: usize, date_of: Option<&dyn Fn(usize) -> Option<NaiveDate>>) -> Self {
        let mut heads = Vec::new();
        let Some(date_of) = date_of else { return Self { heads, rows } };
        let mut first = 0;
        while first < rows {
            let day = date_of(first);
            // Rows of a day stand together: the end is found by strides that grow, not row by row.
            let mut stride = 1;
            while first + stride < rows && date_of(first + stride) == day {
                stride *= 2;
            }
            let (mut low, mut high) = (first + stride / 2, (first + stride).min(rows));
            while low < high {
                let middle = usize::midpoint(low, high);
                if date_of(middle) == day { low = middle + 1 } else { high = middle }
            }
            heads.push(Head { day, first, count: low - first });
            first = low;
        }
        Self { heads, rows }
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.rows + self.heads.len() + 1
    }

    /// The line of a row.
    #[must_use]
    pub fn of_row(&self, row: usize) -> usize {
        row + self.heads.partition_point(|head| head.first <= row)
    }

    /// What stands on a line.
    #[must_use]
    pub fn at(&self, line: usize) -> Line {
        // Each head moves what is below it by one line.
        let above = self.count_above(line);
        match above.checked_sub(1) {
            Some(last) if self.heads[last].first + last == line => Line::Head(last),
            _ if line - above >= self.rows => Line::New,
            _ => Line::Row(line - above),
        }
    }

    /// The first row on a line or below it.
    #[must_use]
    pub fn row_from(&self, line: usize) -> usize {
        let above = self.count_above(line);
        match above.checked_sub(1) {
            Some(last) if self.heads[last].first + last == line => self.heads[last].first,
            _ => line - above,
        }
    }

    /// How many heads there are down to a line.
    fn count_above(&self, line: usize) -> usize {
        let (mut low, mut high) = (0, self.heads.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.heads[middle].first + middle <= line { low = middle + 1 } else { high = middle }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_move_rows_down() {
        let head = |first, count| Head { day: None, first, count };
        let lines = Lines { heads: vec![head(0, 2), head(2, 3)], rows: 5 };
        let expected = [
            Line::Head(0),
            Line::Row(0),
            Line::Row(1),
            Line::Head(1),
            Line::Row(2),
            Line::Row(3),
            Line::Row(4),
            Line::New,
        ];
        assert_eq!((0..lines.count()).map(|line| lines.at(line)).collect::<Vec<_>>(), expected);
        for row in 0..5 {
            assert_eq!(lines.at(lines.of_row(row)), Line::Row(row));
            assert_eq!(lines.row_from(lines.of_row(row)), row);
        }
        assert_eq!((lines.row_from(0), lines.row_from(3), lines.row_from(7)), (0, 2, 5));
        let plain = Lines { heads: Vec::new(), rows: 1 };
        assert_eq!([plain.at(0), plain.at(1)], [Line::Row(0), Line::New]);
    }

    #[test]
    fn days_are_found_by_strides() {
        let days = [1, 1, 1, 1, 1, 2, 3, 3, 0, 0, 0];
        let date_of = |row: usize| NaiveDate::from_ymd_opt(2025, 11, days[row]);
        let lines = Lines::new(days.len(), Some(&date_of));
        let found: Vec<(usize, usize)> = lines.heads.iter().map(|head| (head.first, head.count)).collect();
        assert_eq!(found, [(0, 5), (5, 1), (6, 2), (8, 3)]);
        assert_eq!(lines.heads[3].day, None);
        assert_eq!(Lines::new(3, None).heads, []);
    }
}
