//! What the columns of a table of requests hold: as somebody said before, by the headings, or by what stands in them.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::super::columns::{Meaning, Pasted, Remembered, Sample};
use super::super::grid::{Grid, GridRow};
use super::super::names::key;
use super::super::values::{self, Days};
use super::days;
use crate::model::{Plan, states};
use crate::texts::recognized::Recognized;
use crate::texts::{tid, typed};

/// What a column of a table of requests holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is what a request has of that name")]
pub enum RequestField {
    /// The State or the organization.
    State,
    Name,
    Address,
    Function,
    Rank,
    Language,
    /// The days of presence.
    Present,
    /// When it was asked for.
    Requested,
    /// Whether the text is here, or how far it has come.
    Text,
    Remarks,
}

impl RequestField {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::State,
        Self::Name,
        Self::Address,
        Self::Function,
        Self::Rank,
        Self::Language,
        Self::Present,
        Self::Requested,
        Self::Text,
        Self::Remarks,
    ];

    /// The name by which it is remembered.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Name => "name",
            Self::Address => "address",
            Self::Function => "function",
            Self::Rank => "rank",
            Self::Language => "language",
            Self::Present => "present",
            Self::Requested => "requested",
            Self::Text => "text",
            Self::Remarks => "remarks",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// The headings that mean each.
    const HEADINGS: [&'static str; Self::ALL.len()] = [
        tid("incoming-request-state"),
        tid("incoming-request-name"),
        tid("incoming-request-address"),
        tid("incoming-request-function"),
        tid("incoming-request-rank"),
        tid("incoming-request-language"),
        tid("incoming-request-present"),
        tid("incoming-request-requested"),
        tid("incoming-request-text"),
        tid("incoming-request-remarks"),
    ];

    /// The heads of what is handed out, which there are in all six languages.
    const HANDED_OUT: [(&'static str, Self); 9] = [
        (tid("handout-member-state"), Self::State),
        (tid("handout-represents"), Self::State),
        (tid("handout-speaker"), Self::Name),
        (tid("handout-person"), Self::Name),
        (tid("handout-function"), Self::Function),
        (tid("handout-rank"), Self::Rank),
        (tid("handout-language"), Self::Language),
        (tid("handout-statement-text"), Self::Text),
        (tid("handout-remarks"), Self::Remarks),
    ];

    /// What a heading means.
    fn of(heading: &str) -> Option<Self> {
        static OWN: LazyLock<Recognized> = LazyLock::new(|| Recognized::new("incoming", &RequestField::HEADINGS));
        static HANDED_OUT: LazyLock<Recognized> =
            LazyLock::new(|| Recognized::new("handout", &RequestField::HANDED_OUT.map(|(id, _)| id)));
        let own = OWN.place(heading).map(|place| Self::ALL[place]);
        own.or_else(|| HANDED_OUT.place(heading).map(|place| Self::HANDED_OUT[place].1))
    }
}

impl Meaning for RequestField {
    const KNOWN_BY_PLACE: bool = true;

    fn remembered_as(self) -> String {
        self.name().to_owned()
    }
}

impl Pasted<RequestField> {
    /// Finds out what the columns of a table of requests for this plan hold.
    #[must_use]
    pub fn requests(plan: &Plan, grid: Grid, remembered: &Remembered) -> Self {
        let grid = if grid.width == 1 { split(&grid).unwrap_or(grid) } else { grid };
        let meant = |heading: &str| match remembered.get(&key(heading)) {
            Some(name) => RequestField::named(name),
            None => RequestField::of(heading),
        };
        let (mut pasted, found) = Self::headed(grid, meant, |_, _| false);
        if found == 0 || !(pasted.has(RequestField::State) || pasted.has(RequestField::Name)) {
            pasted.guess(plan);
        }
        for column in 0..pasted.grid.width {
            if let Some(name) = pasted.heading(column).and_then(|heading| remembered.get(&heading)) {
                pasted.set(column, RequestField::named(name));
            }
        }
        pasted
    }

    /// Guesses the columns that nothing is known of.
    fn guess(&mut self, plan: &Plan) {
        let mut fields = self.fields.clone();
        let mut left = Vec::new();
        for column in (0..self.grid.width).filter(|&column| self.fields[column].is_none()) {
            let sample = Sample::new(self.rows(), column);
            fields[column] = certain(plan, &sample, &fields);
            if fields[column].is_none() && sample.most(|text| text.contains(char::is_alphabetic)) {
                left.push(column);
            }
        }
        // What is left stands in the order in which people write it.
        for column in left {
            let order = [RequestField::Name, RequestField::Function, RequestField::State, RequestField::Remarks];
            fields[column] = order.into_iter().find(|field| !fields.contains(&Some(*field)));
        }
        self.fields = fields;
    }
}

/// What a column may hold, and whether a cell looks like it.
type Candidate<'a> = (RequestField, &'a dyn Fn(&str) -> bool);

/// What a column holds for certain, apart from what is known already.
fn certain(plan: &Plan, sample: &Sample<'_>, found: &[Option<RequestField>]) -> Option<RequestField> {
    let new_year = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default();
    let within = Days { within: (new_year, new_year), month_first: false };
    let says_rank = |text: &str| typed::rank(plan, text) != typed::SaidRank::Nothing;
    let is_time = |text: &str| matches!(values::day_and_time(text, within), Some((_, Some(_))));
    let is_day = |text: &str| {
        text.contains(|c: char| c.is_ascii_digit()) && text.len() > 2 && days::days(text, within).is_some()
    };
    let candidates: [Candidate<'_>; 6] = [
        (RequestField::State, &|text| states::named(text).is_some()),
        (RequestField::Language, &|text| typed::language(text).is_some()),
        (RequestField::Rank, &|text| typed::is_bare_rank(plan, text)),
        (RequestField::Function, &says_rank),
        (RequestField::Requested, &is_time),
        (RequestField::Present, &is_day),
    ];
    let lacks = |field: RequestField| !found.contains(&Some(field));
    candidates.iter().find(|(field, is_so)| lacks(*field) && sample.most(is_so)).map(|&(field, _)| field)
}

/// A table of one column in which each cell is a line of parts, as they are typed; `None` where it is not.
fn split(grid: &Grid) -> Option<Grid> {
    let mark = [';', ','].into_iter().find(|&mark| grid.rows.iter().any(|row| row.cells[0].contains(mark)))?;
    let split = |row: &GridRow| GridRow {
        number: row.number,
        cells: row.cells[0].split(mark).map(|cell| cell.trim().to_owned()).take(RequestField::ALL.len()).collect(),
    };
    let mut rows: Vec<GridRow> = grid.rows.iter().map(split).collect();
    let width = rows.iter().map(|row| row.cells.len()).max()?;
    for row in &mut rows {
        row.cells.resize(width, String::new());
    }
    Some(Grid { rows, width })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Header, zone::Tz};

    fn plan() -> Plan {
        Plan::new(Header::in_zone(Tz::UTC))
    }

    fn fields(text: &str) -> (Vec<Option<RequestField>>, usize) {
        let pasted = Pasted::requests(&plan(), Grid::read(text).unwrap(), &Remembered::new());
        (pasted.fields, pasted.first)
    }

    #[test]
    fn headings_are_recognized_in_any_order_and_language() {
        use RequestField as F;
        let some = |fields: &[F]| fields.iter().copied().map(Some).collect::<Vec<_>>();
        let (found, first) =
            fields("Rank\tName\tMember State\tPresent\tForm of address\nMinister\tA\tKenya\t17 Nov\tMs");
        assert_eq!((found, first), (some(&[F::Rank, F::Name, F::State, F::Present, F::Address]), 1));
        let (found, first) =
            fields("Государство-Член\tФИО\tДолжность\tДни присутствия\tЯзык\tДата заявки\tТекст получен\n");
        let expected = [F::State, F::Name, F::Function, F::Present, F::Language, F::Requested, F::Text];
        assert_eq!((found, first), (some(&expected), 1));
        let (found, first) = fields("État Membre ou organisation\tOrateur/Oratrice\tFonction\tRang\tLangue\n");
        assert_eq!((found, first), (some(&[F::State, F::Name, F::Function, F::Rank, F::Language]), 1));
    }

    #[test]
    fn columns_without_headings_are_guessed() {
        use RequestField as F;
        let text = "Minister of ICT\tMs A\tKenya\tEnglish\t2025-10-08 15:29\nDeputy minister\tMr B\tPeru\tSpanish\t2025-10-09 09:00\n";
        let expected = [F::Function, F::Name, F::State, F::Language, F::Requested].map(Some);
        assert_eq!(fields(text), (expected.to_vec(), 0));
        let typed = [F::State, F::Name, F::Rank].map(Some).to_vec();
        assert_eq!(fields("Kenya; Ms A; Minister"), (typed.clone(), 0), "as it is typed");
        assert_eq!(fields("Kenya, Ms A, Minister\nPeru, Mr B, Deputy minister"), (typed, 0));
    }

    #[test]
    fn what_is_said_by_hand_is_remembered() {
        let text = "Land\tRedner\tAmt\nKenya\tMs A\tMinister\n";
        let mut remembered = Remembered::new();
        let mut pasted = Pasted::requests(&plan(), Grid::read(text).unwrap(), &remembered);
        pasted.set_by_hand(2, Some(RequestField::Remarks), &mut remembered);
        let again = Pasted::requests(&plan(), Grid::read(text).unwrap(), &remembered);
        assert_eq!(again.fields[2], Some(RequestField::Remarks));
        let text = "Name\tMember State\tNotes from us\nA\tKenya\tx\n";
        let mut pasted = Pasted::requests(&plan(), Grid::read(text).unwrap(), &remembered);
        assert_eq!(pasted.fields[2], None);
        pasted.set_by_hand(2, Some(RequestField::Remarks), &mut remembered);
        let other = "Notes from us\tMember State\tName\n";
        let again = Pasted::requests(&plan(), Grid::read(other).unwrap(), &remembered);
        assert_eq!(again.fields, [RequestField::Remarks, RequestField::State, RequestField::Name].map(Some));
    }
}
