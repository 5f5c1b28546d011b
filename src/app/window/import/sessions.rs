//! What a pasted table of sessions would make of the plan.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Button, RichText, Role, Ui, WidgetInfo, vec2};

use crate::check::Finding;
use crate::edit::{first_day, resolve};
use crate::exchange::arriving::Part;
use crate::exchange::incoming::sheets::Sheet;
use crate::exchange::incoming::{
    Decided, Field, Grid, Incoming, Known, Meant, Near, Outcome, Pasted, Returned, Row, Unclear, asks_for_order,
    days_near, unfolded,
};
use crate::model::{FieldId, Holder, Session, Severity};
use crate::texts::{Texts, Value, dates, findings, tid};
use crate::workbench::Generation;

use super::sieve::Sieve;
use super::table::{self, AskedHere, Chosen, Mark, Shown, Told};
use super::words::part_words;
use super::{Ended, Sum, foot_ui, named, sums_ui, table_above};
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::style::{icons, size};
use crate::app::system::tasks::Task;
use crate::app::widget::buttons::plain_button;
use crate::app::widget::signs::sign_ui;

/// The room for what becomes of a row.
const ROOM: f32 = 190.0;

/// So many rows are looked at before the next frame; more on a thread.
const AT_ONCE: usize = 2_000;
/// So many findings are told one by one.
const TOLD: usize = 12;

/// A table of sessions.
#[derive(Debug)]
pub struct Sessions {
    pasted: Arc<Pasted>,
    decided: Decided,
    /// What it would make of the plan, and of which state of it.
    incoming: Option<(Generation, Incoming)>,
    /// The same, while it is worked out.
    working: Option<(Generation, Task<Incoming>)>,
    /// What the plan calls its rows, until it is used.
    known: Option<Known>,
    asks_for_order: bool,
    judged: Judged,
    sieve: Sieve,
    /// How often it came out anew.
    version: usize,
}

/// What the rules say of it.
#[derive(Debug, Default)]
enum Judged {
    /// Nobody has asked yet.
    #[default]
    Not,
    Working(Task<Vec<(Severity, String)>>),
    Done(Vec<(Severity, String)>),
}

impl Sessions {
    /// What `grid` holds.
    #[must_use]
    pub fn new(cx: &ViewContext<'_>, grid: Grid) -> Self {
        let known = Known::new(cx.plan);
        let pasted = Pasted::remembering(grid, &known, &cx.settings.session_columns);
        Self::of(cx, pasted, known)
    }

    /// What a table of a file holds: rows of sessions, or hours by rooms or days.
    #[must_use]
    pub fn of_sheet(
        cx: &ViewContext<'_>,
        (grid, returned): (Grid, Option<Returned>),
        sheet: &Sheet,
        is_grid: bool,
    ) -> Self {
        let known = Known::new(cx.plan);
        let found = if is_grid { unfolded(sheet, &known, days_near(cx.plan, near(cx))) } else { None };
        match found {
            Some(found) => Self::of(cx, found.pasted, known),
            None => {
                let pasted = Pasted::coming(grid, &known, &cx.settings.session_columns, returned);
                Self::of(cx, pasted, known)
            }
        }
    }

    fn of(cx: &ViewContext<'_>, pasted: Pasted, known: Known) -> Self {
        let asks_for_order = asks_for_order(&pasted, cx.plan, near(cx));
        Self {
            pasted: Arc::new(pasted),
            decided: Decided::default(),
            incoming: None,
            working: None,
            known: Some(known),
            asks_for_order,
            judged: Judged::Not,
            sieve: Sieve::default(),
            version: 0,
        }
    }

    /// Draws it; `takes_keys` is whether the button that takes it gets the keyboard, `has_more` whether other files follow.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        (takes_keys, has_more): (&mut bool, bool),
    ) -> Option<Ended> {
        let generation = cx.workbench.generation();
        self.work_out(ui, cx, generation);
        let Self { pasted, decided, incoming, asks_for_order, judged, sieve, version, .. } = self;
        let Some((_, made)) = incoming.as_ref().filter(|(known, _)| *known == generation) else {
            return looking_ui(ui, cx, pasted.rows().len());
        };
        let own = cx.plan.fields_of(Holder::Session).map(|field| Field::Own(field.id));
        let offered: Vec<Field> = Field::BUILT_IN.into_iter().chain(own).collect();
        let told = |index: usize| told(cx, &made.rows[index], decided);
        let ticked = |index: usize| !decided.left_out.contains(&index);
        let name = |field| name(cx, field);
        sieve.follow(pasted, *version, |place, id| counts_for(&made.rows[place], id));
        let places = sieve.places().to_vec();
        let shown = Shown {
            pasted,
            offered: &offered,
            name: &name,
            told: &told,
            room: ROOM,
            places: &places,
            ticked: Some(&ticked),
        };
        let mut month_first = None;
        let (chosen, mut foot) = table_above(ui, cx, |ui| {
            sums(ui, cx, (made, judged), sieve);
            if *asks_for_order {
                month_first = order_ui(ui, cx, pasted.month_first);
            }
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
        let is_clear = !*asks_for_order || pasted.month_first.is_some();
        *takes_keys &= is_clear;
        let can_take = is_clear && new + changed > 0;
        let ended = foot_ui(&mut foot, cx, (&cx.texts.text_with(id, &values), can_take), (takes_keys, has_more));
        if ended == Some(Ended::Taken) {
            take(cx, generation, made);
        }
        if month_first.is_some() {
            Arc::make_mut(&mut self.pasted).month_first = month_first;
            self.look_again();
        }
        match chosen {
            Some(Chosen::Column(column, field)) => {
                let mut remembered = cx.settings.session_columns.clone();
                Arc::make_mut(&mut self.pasted).set_by_hand(column, field, &mut remembered);
                cx.act(Action::RememberSessionColumns(remembered));
                self.asks_for_order |= asks_for_order_now(&self.pasted, cx);
                self.look_again();
            }
            Some(Chosen::Tick(row, is_taken)) => {
                let left_out = &mut self.decided.left_out;
                _ = if is_taken { left_out.remove(&row) } else { left_out.insert(row) };
                self.look_again();
            }
            Some(Chosen::Answer(row, question, choice)) => self.answer((row, question), choice),
            None => {}
        }
        ended
    }

    fn answer(&mut self, (row, question): (usize, usize), choice: usize) {
        let Some((_, made)) = &self.incoming else { return };
        let asked = made.rows.get(row).map(|row| asked_of(row, &self.decided));
        if let Some(unclear) = asked.and_then(|asked| asked.get(question).cloned()) {
            let meant = choice.checked_sub(1).and_then(|place| unclear.near.get(place)).copied();
            self.decided.meanings.give(&unclear, meant.unwrap_or(Meant::New));
            self.look_again();
        }
    }

    fn look_again(&mut self) {
        (self.incoming, self.working, self.judged) = (None, None, Judged::Not);
    }

    /// Works out what it would make of this state of the plan, and then what the rules say of that.
    fn work_out(&mut self, ui: &Ui, cx: &ViewContext<'_>, generation: Generation) {
        if let Some((known, task)) = &self.working
            && let Some(done) = task.poll()
        {
            self.incoming = done.ok().map(|made| (*known, made));
            self.version += 1;
            self.working = None;
        }
        if self.incoming.as_ref().is_some_and(|(known, _)| *known == generation) {
            self.judge(ui, cx);
            return;
        }
        if self.working.as_ref().is_some_and(|(known, _)| *known == generation) {
            return;
        }
        self.judged = Judged::Not;
        let near = near(cx);
        if self.pasted.rows().len() <= AT_ONCE {
            let known = self.known.take().unwrap_or_else(|| Known::new(cx.plan));
            let made = Incoming::decided(&self.pasted, cx.plan, known, near, &self.decided);
            self.incoming = Some((generation, made));
            self.version += 1;
            return;
        }
        let (pasted, plan, decided) = (Arc::clone(&self.pasted), cx.plan.clone(), self.decided.clone());
        let work = move |_: &_| Incoming::decided(&pasted, &plan, Known::new(&plan), near, &decided);
        self.working = Some((generation, Task::start(ui.ctx(), "look at table", work)));
    }

    /// Asks the rules, on a thread, one frame after it is shown.
    fn judge(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        match &self.judged {
            Judged::Not => {
                let Some(command) = self.incoming.as_ref().and_then(|(_, made)| made.command()) else { return };
                let (plan, mut checker) = cx.workbench.copy();
                let (screen, titles) = (cx.texts.language(), cx.settings.title_language());
                let work = move |_: &_| {
                    let Ok(patch) = resolve(&plan, &command) else { return Vec::new() };
                    let caused = checker.what_if(&plan, &patch).caused;
                    let mut after = plan;
                    if after.apply(&patch).is_err() {
                        return Vec::new();
                    }
                    let texts = Texts::new(screen);
                    let sentence = |finding: &Finding| findings::sentence(&texts, &after, titles, finding);
                    let told = caused.iter().filter(|finding| finding.severity >= Severity::Warning).enumerate();
                    let words = |(place, finding)| if place < TOLD { sentence(finding) } else { String::new() };
                    told.map(|(place, finding)| (finding.severity, words((place, finding)))).collect()
                };
                self.judged = Judged::Working(Task::start(ui.ctx(), "judge table", work));
            }
            Judged::Working(task) => {
                if let Some(done) = task.poll() {
                    self.judged = Judged::Done(done.unwrap_or_default());
                }
            }
            Judged::Done(_) => {}
        }
    }
}

/// What is left out of a table is near the day in sight.
fn near(cx: &ViewContext<'_>) -> Near {
    Near { day: cx.date.unwrap_or_else(|| first_day(cx.plan)), language: cx.settings.title_language() }
}

fn asks_for_order_now(pasted: &Pasted, cx: &ViewContext<'_>) -> bool {
    asks_for_order(pasted, cx.plan, near(cx))
}

/// Says that many rows are looked at; answers whether nobody wants to wait.
fn looking_ui(ui: &mut Ui, cx: &ViewContext<'_>, rows: usize) -> Option<Ended> {
    let ((), mut foot) = table_above(ui, cx, |ui| {
        ui.horizontal(|ui| {
            ui.spinner();
            ui.label(cx.texts.text_with("paste-looking", &[("count", Value::from(rows))]));
        });
    });
    plain_button(&mut foot, cx.text("button-cancel"), true).clicked().then_some(Ended::Left)
}

/// Asks whether days of numbers have the month first; answers what was said.
fn order_ui(ui: &mut Ui, cx: &ViewContext<'_>, said: Option<bool>) -> Option<bool> {
    let mut answer = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        if said.is_none() {
            sign_ui(ui, RichText::new(icons::WARNING).color(cx.theme.warning));
        }
        ui.label(cx.text("paste-ask-order"));
        for (month_first, id) in [(false, tid("paste-day-first")), (true, tid("paste-month-first"))] {
            let response =
                ui.add(Button::selectable(said == Some(month_first), cx.text(id)).min_size(vec2(0.0, size::ROW)));
            response
                .widget_info(|| WidgetInfo::selected(Role::RadioButton, true, said == Some(month_first), cx.text(id)));
            if response.clicked() {
                answer = Some(month_first);
            }
        }
    });
    ui.add_space(4.0);
    answer
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
fn sums(ui: &mut Ui, cx: &ViewContext<'_>, (made, judged): (&Incoming, &Judged), sieve: &mut Sieve) {
    let same = made.rows.iter().filter(|row| matches!(row.outcome, Outcome::Same(_))).count();
    let notes = made.rows.iter().filter(|row| !row.notes.is_empty()).count();
    let rooms: Vec<&str> = made.rooms().iter().map(|room| cx.title(&room.title)).collect();
    let people: Vec<&str> = made.people().iter().map(|person| person.name.as_str()).collect();
    let left_out = made.rows.iter().filter(|row| row.outcome == Outcome::LeftOut).count();
    let unclear: BTreeSet<&str> =
        made.rows.iter().flat_map(|row| &row.unclear).map(|unclear| unclear.name.as_str()).collect();
    let names: Vec<&str> = unclear.iter().copied().collect();
    let sum = |sign, color, id, count| Sum { sign, color, id, count, tip: String::new(), are_rows: false };
    let rows = |sign, color, id, count| Sum { are_rows: true, ..sum(sign, color, id, count) };
    let judged: &[(Severity, String)] = if let Judged::Done(told) = judged { told } else { &[] };
    let found = |severity, sign, color, id| {
        let of_it: Vec<&str> =
            judged.iter().filter(|(own, _)| *own == severity).map(|(_, sentence)| sentence.as_str()).collect();
        let told: Vec<&str> = of_it.iter().copied().filter(|sentence| !sentence.is_empty()).collect();
        Sum { tip: named(&told), ..sum(sign, color, id, of_it.len()) }
    };
    sums_ui(
        ui,
        cx,
        &[
            rows(icons::PLUS, cx.theme.ok, tid("paste-new"), made.new_sessions().len()),
            rows(icons::PENCIL, cx.theme.accent, tid("paste-changed"), made.changed_sessions().len()),
            rows(icons::CHECK, cx.theme.text_2, tid("paste-same"), same),
            Sum { tip: named(&rooms), ..sum(icons::DOOR, cx.theme.ok, tid("paste-rooms"), rooms.len()) },
            Sum { tip: named(&people), ..sum(icons::USER_PLUS, cx.theme.ok, tid("paste-people"), people.len()) },
            rows(icons::WARNING, cx.theme.warning, tid("paste-notes"), notes),
            rows(icons::WARNING, cx.theme.error, tid("paste-not"), made.not_understood()),
            rows(icons::CIRCLE_X, cx.theme.text_2, tid("paste-requests-left-out"), left_out),
            Sum { tip: named(&names), ..rows(icons::WARNING, cx.theme.warning, tid("paste-near"), unclear.len()) },
            found(Severity::Error, icons::ERROR, cx.theme.error, tid("paste-rules-errors")),
            found(Severity::Warning, icons::WARNING, cx.theme.warning, tid("paste-rules-warnings")),
        ],
        (sieve, made.rows.len()),
    );
}

/// Whether a row counts for the sum of this id.
fn counts_for(row: &Row, id: &'static str) -> bool {
    match id {
        "paste-new" => row.outcome == Outcome::New,
        "paste-changed" => matches!(row.outcome, Outcome::Changed(..)),
        "paste-same" => matches!(row.outcome, Outcome::Same(_)),
        "paste-notes" => !row.notes.is_empty(),
        "paste-not" => matches!(row.outcome, Outcome::Not(..)),
        "paste-requests-left-out" => row.outcome == Outcome::LeftOut,
        "paste-near" => !row.unclear.is_empty(),
        _ => false,
    }
}

/// What a session of the plan has in a field, as far as one cell tells it.
fn was(cx: &ViewContext<'_>, session: &Session, field: Field) -> String {
    let part = match field {
        Field::Title => Part::Title,
        Field::Kind => Part::Kind,
        Field::Room => Part::Rooms,
        Field::People | Field::Chairs | Field::Moderators => Part::People,
        Field::Body => Part::Bodies,
        Field::Status => Part::Status,
        Field::Attendance => Part::Attendance,
        Field::Remarks => Part::Remarks,
        Field::Day => {
            return session.span().map_or_else(String::new, |span| dates::day_short(cx.texts, span.start.date()));
        }
        Field::Start => return session.span().map_or_else(String::new, |span| span.start.clock()),
        Field::End => return session.span().map_or_else(String::new, |span| span.end_clock()),
        Field::Time => {
            let at = session.placement.as_ref();
            return at.map_or_else(String::new, |at| super::words::time(cx, at, false));
        }
        Field::Length => return session.length().mins().to_string(),
        Field::Event | Field::Affiliation | Field::Id | Field::Own(_) => return String::new(),
    };
    part_words(cx, cx.plan, session, part)
}

/// What becomes of a row, as the table tells it.
fn told(cx: &ViewContext<'_>, row: &Row, decided: &Decided) -> Told<Field> {
    let (sign, color, said) = outcome(cx, row);
    let mut marks: Vec<(Field, Mark)> = row.notes.iter().map(|&(field, _)| (field, Mark::Noted)).collect();
    match &row.outcome {
        Outcome::Not(field, _) => marks.push((*field, Mark::Wrong)),
        Outcome::Changed(_, fields) => marks.extend(fields.iter().map(|&field| (field, Mark::Changed))),
        _ => {}
    }
    let notes = row.notes.iter().map(|&(_, note)| cx.text(note.label()).to_owned()).collect();
    let asked = asked_of(row, decided);
    marks.extend(asked.iter().map(|unclear| (unclear.field, Mark::Noted)));
    let is_out = matches!(row.outcome, Outcome::Not(..) | Outcome::LeftOut);
    let was = match &row.outcome {
        Outcome::Changed(id, fields) => cx.plan.sessions().get(*id).map(|session| {
            let told = fields.iter().map(|&field| (field, was(cx, session, field)));
            told.collect()
        }),
        _ => None,
    };
    let asked = asked.iter().map(|unclear| asked_here(cx, unclear)).collect();
    Told { sign, color, said, notes, marks, was: was.unwrap_or_default(), is_out, asked }
}

/// Names in a row that may mean something else.
fn asked_of(row: &Row, decided: &Decided) -> Vec<Unclear> {
    let is_open = |unclear: &&Unclear| decided.meanings.of(unclear.field, &unclear.name).is_none();
    row.unclear.iter().filter(is_open).cloned().collect()
}

fn asked_here(cx: &ViewContext<'_>, unclear: &Unclear) -> AskedHere {
    let words = cx.texts.text_with("paste-ask-near", &[("name", Value::from(&unclear.name))]);
    let name = |meant: &Meant| match *meant {
        Meant::New => String::new(),
        Meant::Room(id) => cx.plan.rooms().get(id).map(|room| cx.title(&room.title).to_owned()).unwrap_or_default(),
        Meant::Person(id) => cx.plan.people().get(id).map(|person| person.name.clone()).unwrap_or_default(),
        Meant::Body(id) => cx.plan.bodies().get(id).map(|body| cx.title(&body.code).to_owned()).unwrap_or_default(),
    };
    let choices = std::iter::once(cx.text("paste-answer-new").to_owned()).chain(unclear.near.iter().map(name));
    AskedHere { words, choices: choices.collect(), chosen: None }
}

/// What becomes of a row: a sign, its colour, and in words.
fn outcome(cx: &ViewContext<'_>, row: &Row) -> (&'static str, egui::Color32, String) {
    let noted = !row.notes.is_empty();
    if let (Outcome::New | Outcome::Changed(..), Some(unclear)) = (&row.outcome, row.unclear.first()) {
        let values = [("name", Value::from(&unclear.name))];
        return (icons::WARNING, cx.theme.warning, cx.texts.text_with("paste-row-near", &values));
    }
    match &row.outcome {
        Outcome::New if noted => (icons::WARNING, cx.theme.warning, cx.text("paste-row-new-noted").to_owned()),
        Outcome::New => (icons::PLUS, cx.theme.ok, cx.text("paste-row-new").to_owned()),
        Outcome::Changed(..) => (icons::PENCIL, cx.theme.accent, cx.text("paste-row-changed").to_owned()),
        Outcome::Same(_) => (icons::CHECK, cx.theme.text_2, cx.text("paste-row-same").to_owned()),
        Outcome::Day(day) => (icons::CALENDAR, cx.theme.text_2, dates::day_short(cx.texts, *day)),
        Outcome::LeftOut => (icons::CIRCLE_X, cx.theme.text_2, cx.text("paste-row-left-out").to_owned()),
        Outcome::Not(_, flaw) => (icons::WARNING, cx.theme.error, cx.text(flaw.label()).to_owned()),
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
