//! What is dragged in the table: where it would be taken, and what comes of that.

use egui::{Id, Ui};

use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::drag_card::{self, Aimed};
use crate::app::widget::items::{due_text, minutes};
use crate::edit::Command;
use crate::edit::agenda::{OnAgenda, Spot};
use crate::model::agenda::Agenda;
use crate::model::{RowId, SessionId};
use crate::texts::{Value, tid};

use super::rows::Row;

/// How wide the card is, in points.
const WIDTH: f32 = 290.0;

/// What is dragged.
#[derive(Debug)]
pub struct Dragged {
    /// What the pointer took hold of, then what stands below it.
    pub rows: Vec<RowId>,
    /// Before which row of the table it would be put.
    pub target: Option<usize>,
    outcome: Aimed<Spot, Agenda>,
}

impl Dragged {
    /// Rows that are taken hold of.
    #[must_use]
    pub fn new(rows: Vec<RowId>) -> Self {
        Self { rows, target: None, outcome: Aimed::default() }
    }

    /// The place where it would be put; `None` where that is where it is.
    #[must_use]
    pub fn spot(&self, agenda: &Agenda, rows: &[Row]) -> Option<Spot> {
        let (session, before) = super::rows::place_above(agenda, rows, self.target?)?;
        if before.is_some_and(|row| self.rows.contains(&row)) {
            return None;
        }
        let lines = &agenda.sitting(session)?.lines;
        let end = before
            .map_or(lines.len(), |row| lines.iter().position(|line| line.taken.row() == row).unwrap_or(lines.len()));
        let is_behind_itself = lines[..end].last().is_some_and(|line| self.rows.last() == Some(&line.taken.row()));
        (!is_behind_itself).then_some(Spot { session, before })
    }

    /// The command that lets go of it.
    #[must_use]
    pub fn command(&self, spot: Spot) -> Command {
        Command::Agenda(OnAgenda::Move(self.rows.clone(), spot))
    }

    /// The card beside the pointer.
    pub fn card_ui(&mut self, ui: &Ui, cx: &ViewContext<'_>, spot: Spot) {
        let command = self.command(spot);
        let told = self.outcome.told(cx, (spot, &command), |plan| Agenda::of(plan, plan, spot.session));
        drag_card::at_pointer(ui, (Id::unique("agenda drag card"), WIDTH), |ui| match told {
            Err(refusal) => drag_card::refusal_ui(ui, cx, refusal),
            Ok(agenda) => told_ui(ui, cx, agenda, (self.rows.first().copied(), spot.session)),
        });
    }
}

fn told_ui(ui: &mut Ui, cx: &ViewContext<'_>, agenda: &Agenda, (first, session): (Option<RowId>, SessionId)) {
    let theme = cx.theme;
    let Some(sitting) = agenda.sitting(session) else { return };
    if let Some(line) = sitting.lines.iter().find(|line| Some(line.taken.row()) == first) {
        let due = due_text(sitting, line.due);
        let values = [("number", Value::from(&line.number)), ("due", Value::from(&due))];
        let id = if line.number.is_empty() { tid("agenda-drag-due") } else { tid("agenda-drag-number-due") };
        drag_card::strong_ui(ui, cx, (icons::LIST_ORDERED, theme.accent), &cx.texts.text_with(id, &values));
    }
    let (sign, id) = match agenda.adopted {
        Some(_) => (icons::LOCK, tid("agenda-drag-adopted")),
        None => (icons::PENCIL, tid("agenda-drag-draft")),
    };
    drag_card::also_ui(ui, cx, (sign, theme.text_2), cx.text(id));
    let over = sitting.over_secs();
    match sitting.lines.iter().find(|line| line.due.over_secs > 0) {
        Some(late) => {
            let what = if late.number.is_empty() { "–" } else { late.number.as_str() };
            let (due, mins) = (due_text(sitting, late.due), minutes(over));
            let values = [("what", Value::from(what)), ("due", Value::from(&due)), ("mins", Value::from(&mins))];
            let text = cx.texts.text_with("agenda-drag-late", &values);
            drag_card::also_ui(ui, cx, (icons::CIRCLE_X, theme.error), &text);
        }
        None => drag_card::also_ui(ui, cx, (icons::CIRCLE_CHECK, theme.ok), cx.text("agenda-drag-fits")),
    }
}
