//! What a pasted table of sessions would make of the plan.

use egui::Ui;

use crate::edit::first_day;
use crate::exchange::incoming::{Field, Flaw, Grid, Incoming, Known, Near, Note, Outcome, Pasted, Row};
use crate::model::FieldId;
use crate::texts::{Value, dates, tid};
use crate::workbench::Generation;

use super::table::{self, Chosen, Mark, Shown, Told};
use super::{Ended, Sum, foot_ui, named, sums_ui, table_above};
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::style::icons;

/// The room for what becomes of a row.
const ROOM: f32 = 190.0;

/// A table of sessions.
#[derive(Debug)]
pub struct Sessions {
    pasted: Pasted,
    /// What it would make of the plan, and of which state of it.
    incoming: Option<(Generation, Incoming)>,
}

impl Sessions {
    /// What `grid` holds.
    #[must_use]
    pub fn new(cx: &ViewContext<'_>, grid: Grid) -> Self {
        Self { pasted: Pasted::new(grid, &Known::new(cx.plan)), incoming: None }
    }

    /// Draws it; `takes_keys` is whether the button that takes it gets the keyboard.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, takes_keys: &mut bool) -> Option<Ended> {
        let Self { pasted, incoming } = self;
        let generation = cx.workbench.generation();
        if incoming.as_ref().is_none_or(|(known, _)| *known != generation) {
            let near =
                Near { day: cx.date.unwrap_or_else(|| first_day(cx.plan)), language: cx.settings.title_language() };
            *incoming = Some((generation, Incoming::new(pasted, cx.plan, Known::new(cx.plan), near)));
        }
        let (_, made) = incoming.as_ref()?;
        let own = cx.plan.fields().iter().map(|field| Field::Own(field.id));
        let offered: Vec<Field> = Field::BUILT_IN.into_iter().chain(own).collect();
        let told = |index: usize| told(cx, &made.rows[index]);
        let shown = Shown { pasted, offered: &offered, name: &|field| name(cx, field), told: &told, room: ROOM };
        let (chosen, mut foot) = table_above(ui, cx, |ui| {
            sums(ui, cx, made);
            table::ui(ui, cx, &shown)
        });
        let (new, changed) = (made.new_sessions().len(), made.changed_sessions().len());
        let values =
            [("new", Value::from(new)), ("changed", Value::from(changed)), ("count", Value::from(new + changed))];
        let id = match (new, changed) {
            (_, 0) => tid("paste-take-new"),
            (0, _) => tid("paste-take-changed"),
            _ => tid("paste-take-both"),
        };
        let ended = foot_ui(&mut foot, cx, (&cx.texts.text_with(id, &values), new + changed > 0), takes_keys);
        if ended == Some(Ended::Taken) {
            take(cx, generation, made);
        }
        if let Some(Chosen::Column(column, field)) = chosen {
            self.pasted.set(column, field);
            self.incoming = None;
        }
        ended
    }
}

/// Asks for all of it as one step, and for the first day of what is new.
fn take(cx: &ViewContext<'_>, generation: Generation, made: &Incoming) {
    let Some(command) = made.command() else { return };
    cx.act(Action::PerformAt(generation, command));
    let first = made.new_sessions().iter().filter_map(|session| session.span()).map(|span| span.start).min();
    if let Some(first) = first {
        cx.act(Action::ShowDate(first.date()));
    }
}

/// In words what it would make of the plan.
fn sums(ui: &mut Ui, cx: &ViewContext<'_>, made: &Incoming) {
    let same = made.rows.iter().filter(|row| matches!(row.outcome, Outcome::Same(_))).count();
    let notes = made.rows.iter().filter(|row| !row.notes.is_empty()).count();
    let rooms: Vec<&str> = made.rooms().iter().map(|room| cx.title(&room.title)).collect();
    let people: Vec<&str> = made.people().iter().map(|person| person.name.as_str()).collect();
    let sum = |sign, color, id, count| Sum { sign, color, id, count, tip: String::new() };
    sums_ui(
        ui,
        cx,
        &[
            sum(icons::PLUS, cx.theme.ok, tid("paste-new"), made.new_sessions().len()),
            sum(icons::PENCIL, cx.theme.accent, tid("paste-changed"), made.changed_sessions().len()),
            sum(icons::CHECK, cx.theme.text_2, tid("paste-same"), same),
            Sum { tip: named(&rooms), ..sum(icons::DOOR, cx.theme.ok, tid("paste-rooms"), rooms.len()) },
            Sum { tip: named(&people), ..sum(icons::USER_PLUS, cx.theme.ok, tid("paste-people"), people.len()) },
            sum(icons::WARNING, cx.theme.warning, tid("paste-notes"), notes),
            sum(icons::WARNING, cx.theme.error, tid("paste-not"), made.not_understood()),
        ],
    );
}

/// What becomes of a row, as the table tells it.
fn told(cx: &ViewContext<'_>, row: &Row) -> Told<Field> {
    let (sign, color, said) = outcome(cx, row);
    let mut marks: Vec<(Field, Mark)> = row.notes.iter().map(|&(field, _)| (field, Mark::Noted)).collect();
    match &row.outcome {
        Outcome::Not(field, _) => marks.push((*field, Mark::Wrong)),
        Outcome::Changed(_, fields) => marks.extend(fields.iter().map(|&field| (field, Mark::Changed))),
        _ => {}
    }
    let notes = row.notes.iter().map(|&(_, note)| cx.text(noted(note)).to_owned()).collect();
    let is_out = matches!(row.outcome, Outcome::Not(..));
    Told { sign, color, said, notes, marks, is_out, asked: Vec::new() }
}

/// What becomes of a row: a sign, its colour, and in words.
fn outcome(cx: &ViewContext<'_>, row: &Row) -> (&'static str, egui::Color32, String) {
    let noted = !row.notes.is_empty();
    match &row.outcome {
        Outcome::New if noted => (icons::WARNING, cx.theme.warning, cx.text("paste-row-new-noted").to_owned()),
        Outcome::New => (icons::PLUS, cx.theme.ok, cx.text("paste-row-new").to_owned()),
        Outcome::Changed(..) => (icons::PENCIL, cx.theme.accent, cx.text("paste-row-changed").to_owned()),
        Outcome::Same(_) => (icons::CHECK, cx.theme.text_2, cx.text("paste-row-same").to_owned()),
        Outcome::Day(day) => (icons::CALENDAR, cx.theme.text_2, dates::day_short(cx.texts, *day)),
        Outcome::Not(_, flaw) => (icons::WARNING, cx.theme.error, cx.text(flawed(*flaw)).to_owned()),
    }
}

fn flawed(flaw: Flaw) -> &'static str {
    match flaw {
        Flaw::NoTitle => tid("paste-flaw-title"),
        Flaw::Day => tid("paste-flaw-day"),
        Flaw::Clock => tid("paste-flaw-clock"),
        Flaw::Length => tid("paste-flaw-length"),
        Flaw::End => tid("paste-flaw-end"),
        Flaw::Number => tid("paste-flaw-number"),
        Flaw::Pinned => tid("paste-flaw-pinned"),
        Flaw::OutOfRange => tid("paste-flaw-range"),
        Flaw::NoEvent => tid("paste-flaw-event"),
    }
}

fn noted(note: Note) -> &'static str {
    match note {
        Note::Kind => tid("paste-note-kind"),
        Note::Body => tid("paste-note-body"),
        Note::Event => tid("paste-note-event"),
        Note::Status => tid("paste-note-status"),
        Note::NoTime => tid("paste-note-time"),
        Note::Number => tid("paste-note-number"),
        Note::Date => tid("paste-note-date"),
        Note::Choice => tid("paste-note-choice"),
        Note::Tick => tid("paste-note-tick"),
    }
}

/// What a column is called that holds this.
fn name<'a>(cx: &ViewContext<'a>, field: Option<Field>) -> &'a str {
    match field.map(label) {
        None => cx.text("paste-left-out"),
        Some(Ok(label)) => cx.text(label),
        Some(Err(id)) => match cx.plan.fields().get(id).map(|field| cx.title(&field.title)) {
            None => cx.text("paste-left-out"),
            Some("") => cx.text("field-untitled"),
            Some(title) => title,
        },
    }
}

/// The id of what a field is called, or the own field it is.
fn label(field: Field) -> Result<&'static str, FieldId> {
    Ok(match field {
        Field::Title => tid("list-column-title"),
        Field::Kind => tid("list-column-kind"),
        Field::Day => tid("list-column-day"),
        Field::Start => tid("list-column-start"),
        Field::End => tid("list-column-end"),
        Field::Time => tid("paste-field-time"),
        Field::Length => tid("list-column-length"),
        Field::Room => tid("list-column-room"),
        Field::People => tid("paste-field-people"),
        Field::Chairs => tid("paste-field-chairs"),
        Field::Moderators => tid("paste-field-moderators"),
        Field::Affiliation => tid("paste-field-affiliation"),
        Field::Body => tid("list-column-body"),
        Field::Event => tid("list-column-event"),
        Field::Status => tid("list-column-status"),
        Field::Attendance => tid("paste-field-attendance"),
        Field::Remarks => tid("paste-field-remarks"),
        Field::Id => tid("list-column-id"),
        Field::Own(id) => return Err(id),
    })
}
