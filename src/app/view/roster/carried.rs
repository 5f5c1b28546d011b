//! A sitting on its way from one team to another: where it fits, what the load becomes, and what speaks against it elsewhere.

use egui::{Id, Ui};

use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::drag_card;
use crate::edit::Command;
use crate::edit::roster::{Handing, OnRoster};
use crate::model::roster::{Against, DayPart, Load};
use crate::model::{SessionId, TeamId};
use crate::texts::{Value, dates};
use crate::workbench::Generation;

use super::known::{self, Known, Row};

/// How wide the card beside the pointer is, in points.
const WIDTH: f32 = 380.0;

/// Whose something would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// Nothing that can have it is aimed at.
    Nowhere,
    /// A team's, or nobody's.
    At(Option<usize>),
}

/// What is taken hold of.
#[derive(Debug)]
pub struct Carried {
    at: Generation,
    /// The sitting, by its place.
    pub sitting: usize,
    /// The shown day of it.
    pub day: usize,
    /// The part of the day.
    pub part: DayPart,
    /// Whose it is.
    pub from: Option<usize>,
    /// The sessions of it.
    pub sessions: Vec<SessionId>,
    /// Whose it would be.
    pub target: Aim,
    /// Whether it is moved by keys.
    pub by_keys: bool,
    /// By team, what it would do in that week, or what speaks against it.
    pub fits: Vec<Result<Load, Against>>,
}

impl Carried {
    /// A sitting that is taken hold of.
    #[must_use]
    pub fn new(cx: &ViewContext<'_>, known: &Known, sitting: usize, by_keys: bool) -> Option<Self> {
        let row = known.roster.sittings.get(sitting)?;
        let day = known.days.iter().position(|day| *day == row.day)?;
        let fits = (0..known.roster.teams.len()).map(|team| known.roster.fits(team, &row.meetings)).collect();
        Some(Self {
            at: cx.workbench.generation(),
            sitting,
            day,
            part: row.part,
            from: row.team,
            sessions: known.roster.sessions(row),
            target: if by_keys { Aim::At(row.team) } else { Aim::Nowhere },
            by_keys,
            fits,
        })
    }

    /// Whether the plan is still the one in which it was taken hold of.
    #[must_use]
    pub fn holds(&self, cx: &ViewContext<'_>) -> bool {
        self.at == cx.workbench.generation()
    }

    /// Whether a cell is one where it can be put: it stays at its time.
    #[must_use]
    pub fn may_stand(&self, row: Row, day: usize) -> bool {
        day == self.day
            && match row {
                Row::Team(_, part) => part == self.part,
                Row::Gap(_) => true,
            }
    }

    /// Takes aim at a cell.
    pub fn aim(&mut self, cell: Option<(Row, usize)>) {
        let cell = cell.filter(|&(row, day)| self.may_stand(row, day));
        self.target = cell.map_or(Aim::Nowhere, |(row, _)| Aim::At(row.team()));
    }

    /// Aims at the next team, or the one before; what has no team comes last.
    pub fn step(&mut self, onward: bool) {
        let count = self.fits.len() + 1;
        let now = if let Aim::At(Some(team)) = self.target { team } else { count - 1 };
        let next = if onward { (now + 1) % count } else { (now + count - 1) % count };
        self.target = Aim::At(Some(next).filter(|&team| team < self.fits.len()));
    }

    /// The command that lets go of it; nothing where nothing comes of that.
    #[must_use]
    pub fn command(&self, known: &Known) -> Option<Command> {
        let Aim::At(to) = self.target else { return None };
        handed(known, self.sessions.clone(), (self.from, to))
    }

    /// What letting go would mean, as a sentence and whether that is well.
    #[must_use]
    pub fn outlook(&self, cx: &ViewContext<'_>, known: &Known) -> Option<(String, bool)> {
        let limits = &known.roster.limits;
        let Aim::At(to) = self.target else { return None };
        if to == self.from {
            return None;
        }
        let Some(team) = to else { return Some((cx.text("roster-stays-without").to_owned(), false)) };
        Some(match self.fits.get(team)? {
            Ok(load) => {
                let values = [("count", Value::from(load.sittings)), ("most", Value::from(limits.sittings_a_week))];
                (cx.texts.text_with("roster-drag-week", &values), true)
            }
            Err(against) => {
                let name = known::team_name(cx, &known.roster, Some(team));
                (known::against(cx, limits, &name, against), false)
            }
        })
    }

    /// What it is called, where it would go, and when it is.
    #[must_use]
    pub fn words(&self, cx: &ViewContext<'_>, known: &Known) -> String {
        let card = &known.cards[self.sitting];
        let day = known.days.get(self.day).map(|&day| dates::day_short(cx.texts, day)).unwrap_or_default();
        let when = format!("{day} {}", card.hours);
        let whose = if let Aim::At(team) = self.target { team } else { self.from };
        let team = known::team_name(cx, &known.roster, whose);
        let values = [("what", Value::from(&card.name)), ("when", Value::from(&when)), ("team", Value::from(&team))];
        cx.texts.text_with("roster-spoken", &values)
    }

    /// The card beside the pointer.
    pub fn card_ui(&self, ui: &Ui, cx: &ViewContext<'_>, known: &Known) {
        if self.target == Aim::Nowhere {
            return;
        }
        drag_card::at_pointer(ui, (Id::unique("roster drag card"), WIDTH), |ui| {
            drag_card::strong_ui(ui, cx, (icons::HEADPHONES, cx.theme.accent), &self.words(cx, known));
            if let Some((words, is_well)) = self.outlook(cx, known) {
                let sign = if is_well { (icons::CHECK, cx.theme.ok) } else { (icons::CIRCLE_X, cx.theme.error) };
                drag_card::also_ui(ui, cx, sign, &words);
            }
        });
    }
}

/// The command by which sessions change hands.
#[must_use]
pub fn handed(known: &Known, sessions: Vec<SessionId>, (from, to): (Option<usize>, Option<usize>)) -> Option<Command> {
    let id = |team: Option<usize>| -> Option<TeamId> { known.roster.teams.get(team?).map(|team| team.id) };
    let handing = Handing { sessions, from: id(from), to: id(to) };
    (from != to).then_some(Command::Roster(OnRoster::Give(handing)))
}
