//! A file of tables on its way in without a window: what somebody would have chosen is said beforehand.

use super::begun::{NewPlan, begun};
use super::columns::{Pasted, Remembered, holds_items};
use super::grid::{Grid, Unread};
use super::names::{Known, key};
use super::outcome::Near;
use super::returned::returning;
use super::rows::{Decided, Incoming};
use super::sheets::{self, TextChoices};
use super::times::{asks_for_order, days_near};
use super::unfold::{unfolded, unfolded_all};
use crate::model::Plan;

/// What is said beforehand.
#[derive(Clone, Debug)]
pub struct TableWish {
    /// What headings mean, by the names of fields ([`super::Field::name`]); nothing for what is left out.
    pub heads: Remembered,
    /// The name of the table, where a file has several; else it is the first that is not hidden.
    pub sheet: Option<String>,
    /// How a text is read, where that is not to be guessed.
    pub text: TextChoices,
    /// Whether days of numbers have the month first, where that is not to be guessed.
    pub month_first: Option<bool>,
    /// What is left out of the table is near this.
    pub near: Near,
    /// Names that mean what they are nearest to.
    pub same: Vec<String>,
    /// What is decided about all rows, and where the table comes from.
    pub decided: Decided,
}

/// What a file would make of a plan.
#[derive(Debug)]
pub struct OfFile {
    /// The number of each row.
    pub numbers: Vec<usize>,
    /// Whether its days can be read in two ways, and nobody has said which.
    pub asks_for_order: bool,
    /// What becomes of the rows.
    pub incoming: Incoming,
    /// The columns of which nothing is read ([`Pasted::unread`]).
    pub unread: Vec<Result<String, usize>>,
    /// Whether a row of headings was found.
    pub has_heads: bool,
    /// Those of the names that mean what they are nearest to which stand in the table.
    pub same: Vec<String>,
}

/// What a file would make of a plan.
///
/// # Errors
/// [`Unread`], where there is no such table.
pub fn of_file(bytes: &[u8], plan: &Plan, wish: &TableWish) -> Result<OfFile, Unread> {
    let known = Known::new(plan);
    let pasted = pasted(bytes, (plan, &known), wish)?;
    let asks_for_order = asks_for_order(&pasted, plan, wish.near);
    // What this plan has handed out itself says by its marks what was changed in it.
    let mut decided = match &pasted.returned {
        Some(_) => Decided { source: String::new(), ..wish.decided.clone() },
        None => wish.decided.clone(),
    };
    let numbers = pasted.rows().iter().map(|row| row.number).collect();
    let mut incoming = Incoming::decided(&pasted, plan, known, wish.near, &decided);
    let same = answer(&incoming, &wish.same, &mut decided);
    if !same.is_empty() {
        incoming = Incoming::decided(&pasted, plan, Known::new(plan), wish.near, &decided);
    }
    let unread = pasted.unread(&by_key(&wish.heads)).into_iter().map(|head| head.map(str::to_owned)).collect();
    Ok(OfFile { numbers, asks_for_order, incoming, unread, has_heads: pasted.first > 0, same })
}

/// Lets names mean what they are nearest to; which of them there are.
fn answer(incoming: &Incoming, same: &[String], decided: &mut Decided) -> Vec<String> {
    let mut found = Vec::new();
    for name in same {
        let unclear = incoming.rows.iter().flat_map(|row| &row.unclear).filter(|one| key(&one.name) == key(name));
        for (unclear, nearest) in unclear.filter_map(|one| Some((one, one.near.first()?))) {
            decided.meanings.give(unclear, nearest.clone());
            found.push(name.clone());
        }
    }
    found
}

fn by_key(heads: &Remembered) -> Remembered {
    heads.iter().map(|(head, name)| (key(head), name.clone())).collect()
}

/// The plan that begins with a file.
///
/// # Errors
/// [`Unread`], where there is no such table.
pub fn begun_of_file(bytes: &[u8], wish: &TableWish, new: &NewPlan) -> Result<Plan, Unread> {
    let plan = Plan::new(crate::model::Header::in_zone(new.zone));
    Ok(begun(&pasted(bytes, (&plan, &Known::new(&plan)), wish)?, new))
}

fn pasted(bytes: &[u8], (plan, known): (&Plan, &Known), wish: &TableWish) -> Result<Pasted, Unread> {
    let file = sheets::read(bytes, wish.text)?;
    let place = match &wish.sheet {
        Some(name) => file.sheets.iter().position(|sheet| sheet.name == *name).ok_or(Unread::Nothing)?,
        None => file.sheets.iter().position(|sheet| !sheet.is_hidden).unwrap_or(0),
    };
    let within = days_near(plan, wish.near);
    let of_hours = match &wish.sheet {
        Some(_) => unfolded(&file.sheets[place], known, within),
        None => unfolded_all(&file.sheets, place, known, within),
    };
    let of_hours = of_hours.filter(|found| found.is_sure);
    let mut pasted = match of_hours {
        Some(found) => found.pasted,
        None => {
            let (rows, returned) = returning(&file.sheets, place, plan);
            let grid = Grid::of_rows(&rows)?;
            if holds_items(&grid) {
                return Err(Unread::Items);
            }
            Pasted::coming(grid, known, &by_key(&wish.heads), returned)
        }
    };
    pasted.month_first = wish.month_first.or(pasted.month_first);
    Ok(pasted)
}
