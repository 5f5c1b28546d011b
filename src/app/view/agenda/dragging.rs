//! What is dragged in the table: where it would be taken, and what comes of that.

use egui::{Area, Color32, Frame, Id, Margin, Order, RichText, Ui, pos2};

use crate::app::context::ViewContext;
use crate::app::paint::text::wrapped;
use crate::app::phrases;
use crate::app::style::{Type, icons, radius};
use crate::app::widget::items::{due_text, minutes};
use crate::edit::agenda::{OnAgenda, Spot};
use crate::edit::{Command, Refusal, resolve};
use crate::model::agenda::Agenda;
use crate::model::{RowId, SessionId};
use crate::texts::{Value, tid};
use crate::workbench::Generation;

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
    outcome: Option<Outcome>,
}

/// What would come of letting go.
#[derive(Debug)]
struct Outcome {
    at: (Generation, Spot),
    told: Result<Agenda, Refusal>,
}

impl Dragged {
    /// Rows that are taken hold of.
    #[must_use]
    pub fn new(rows: Vec<RowId>) -> Self {
        Self { rows, target: None, outcome: None }
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
        let Some(pointer) = ui.input(|input| input.pointer.latest_pos()) else { return };
        let at = (cx.workbench.generation(), spot);
        if self.outcome.as_ref().is_none_or(|outcome| outcome.at != at) {
            self.outcome = Some(Outcome { at, told: self.what_if(cx, spot) });
        }
        let Some(outcome) = &self.outcome else { return };
        let screen = ui.ctx().content_rect();
        let left = (pointer.x + 24.0).min(screen.right() - WIDTH - 8.0);
        let top = (pointer.y + 18.0).min(screen.bottom() - 120.0);
        let area = Area::new(Id::unique("agenda drag card")).order(Order::Tooltip).interactable(false);
        area.fixed_pos(pos2(left, top)).show(ui.ctx(), |ui| {
            let frame = Frame::popup(ui.style()).inner_margin(Margin::symmetric(12, 8));
            frame.corner_radius(f32::from(radius::CARD)).show(ui, |ui| {
                ui.set_width(WIDTH - 24.0);
                match &outcome.told {
                    Err(refusal) => line_ui(ui, (icons::LOCK, cx.theme.error), &phrases::refusal(cx, refusal), true),
                    Ok(agenda) => told_ui(ui, cx, agenda, (self.rows.first().copied(), spot.session)),
                }
            });
        });
    }

    fn what_if(&self, cx: &ViewContext<'_>, spot: Spot) -> Result<Agenda, Refusal> {
        let patch = resolve(cx.plan, &self.command(spot))?;
        let mut after = cx.plan.clone();
        after.apply(&patch)?;
        Ok(Agenda::of(&after, &after, spot.session))
    }
}

fn told_ui(ui: &mut Ui, cx: &ViewContext<'_>, agenda: &Agenda, (first, session): (Option<RowId>, SessionId)) {
    let theme = cx.theme;
    let Some(sitting) = agenda.sitting(session) else { return };
    if let Some(line) = sitting.lines.iter().find(|line| Some(line.taken.row()) == first) {
        let due = due_text(sitting, line.due);
        let values = [("number", Value::from(&line.number)), ("due", Value::from(&due))];
        let id = if line.number.is_empty() { tid("agenda-drag-due") } else { tid("agenda-drag-number-due") };
        line_ui(ui, (icons::LIST_ORDERED, theme.accent), &cx.texts.text_with(id, &values), true);
    }
    let (sign, id) = match agenda.adopted {
        Some(_) => (icons::LOCK, tid("agenda-drag-adopted")),
        None => (icons::PENCIL, tid("agenda-drag-draft")),
    };
    line_ui(ui, (sign, theme.text_2), cx.text(id), false);
    let over = sitting.over_secs();
    match sitting.lines.iter().find(|line| line.due.over_secs > 0) {
        Some(late) => {
            let what = if late.number.is_empty() { "–" } else { late.number.as_str() };
            let (due, mins) = (due_text(sitting, late.due), minutes(over));
            let values = [("what", Value::from(what)), ("due", Value::from(&due)), ("mins", Value::from(&mins))];
            let text = cx.texts.text_with("agenda-drag-late", &values);
            line_ui(ui, (icons::CIRCLE_X, theme.error), &text, false);
        }
        None => line_ui(ui, (icons::CIRCLE_CHECK, theme.ok), cx.text("agenda-drag-fits"), false),
    }
}

fn line_ui(ui: &mut Ui, (sign, color): (&str, Color32), text: &str, is_strong: bool) {
    ui.horizontal_top(|ui| {
        ui.label(RichText::new(sign).color(color));
        let font = if is_strong { Type::Bar.font() } else { Type::Small.font() };
        let galley = wrapped(ui, RichText::new(text).font(font), ui.available_width(), 3);
        ui.add(egui::Label::new(galley).show_tooltip_when_elided(false));
    });
}
