//! What a pasted table of sessions would make of the plan.

mod head;
mod told;

use std::sync::Arc;

use egui::Ui;

use crate::check::{Checker, Finding};
use crate::edit::{first_day, resolve};
use crate::exchange::incoming::{
    Decided, Field, Grid, Incoming, Known, Meanings, Meant, Near, NewPlan, Outcome, Pasted, Returned, asks_for_order,
    begun, days_near, source_of, title_of,
};
use crate::model::{Holder, Plan, Severity};
use crate::texts::{Texts, Value, findings, tid};
use crate::workbench::Generation;

use super::share::Share;
use super::sieve::Sieve;
use super::source::{Source, picker_ui};
use super::table::{self, Chosen, Shown};
use super::{Ended, foot_ui, table_above};
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::system::tasks::Task;
use head::{gone_ui, looking_ui, order_ui, sums, unread_ui};
use told::{asked_of, counts_for, name, told};

/// The room for what becomes of a row.
const ROOM: f32 = 236.0;

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
    /// How much of that is done.
    share: Share,
    /// What the plan calls its rows, until it is used.
    known: Option<Known>,
    asks_for_order: bool,
    judged: Judged,
    sieve: Sieve,
    /// How often it came out anew.
    version: usize,
    /// The file that it stands in, where it is one.
    file: Option<String>,
    /// The plan that begins with it, where it does not go into the one that is open.
    blank: Option<Arc<Plan>>,
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
    pub fn of_file(
        cx: &ViewContext<'_>,
        (grid, returned): (Grid, Option<Returned>),
        file: &Source,
        is_grid: bool,
    ) -> Self {
        // What this plan has handed out itself says by its marks what was changed in it.
        let source = if returned.is_some() { String::new() } else { source_of(file.name()) };
        let mut sessions = Self::of_rows(cx, (grid, returned), file, is_grid);
        (sessions.decided.source, sessions.file) = (source, Some(file.name().to_owned()));
        sessions
    }

    fn of_rows(cx: &ViewContext<'_>, (grid, returned): (Grid, Option<Returned>), file: &Source, is_grid: bool) -> Self {
        let known = Known::new(cx.plan);
        let found = if is_grid { file.unfolded(&known, days_near(cx.plan, near(cx))) } else { None };
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
            share: Share::default(),
            known: Some(known),
            asks_for_order,
            judged: Judged::Not,
            sieve: Sieve::default(),
            version: 0,
            file: None,
            blank: None,
        }
    }

    /// By what the plan is known that was begun with it, if one was.
    #[must_use]
    pub fn begun(&self) -> Option<uuid::Uuid> {
        self.blank.as_ref().and_then(|plan| plan.header().identity)
    }

    /// Whether it goes into a plan of its own.
    pub fn go_into(&mut self, cx: &ViewContext<'_>, is_new: bool) {
        let zone = cx.plan.main_event().map_or(cx.plan.header().zone, |event| event.zone);
        let near = cx.today().or(cx.date).unwrap_or_else(|| first_day(cx.plan));
        let title = title_of(self.file.as_deref().unwrap_or_default());
        let new = NewPlan { title, zone, identity: uuid::Uuid::new_v4(), near };
        self.blank = is_new.then(|| Arc::new(begun(&self.pasted, &new)));
        (self.known, self.decided.meanings) = (None, Meanings::default());
        self.look_again();
    }

    /// What is left out of it is near the day in sight, or near the beginning of the plan that begins with it.
    fn near(&self, cx: &ViewContext<'_>) -> Near {
        match &self.blank {
            Some(plan) => Near { day: first_day(plan), language: plan.header().language },
            None => near(cx),
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
        let Self { pasted, decided, incoming, asks_for_order, judged, sieve, version, file, blank, share, .. } = self;
        let Some((_, made)) = incoming.as_ref().filter(|(known, _)| *known == generation) else {
            return looking_ui(ui, cx, (share, pasted.rows().len()));
        };
        let own = cx.plan.fields_of(Holder::Session).map(|field| Field::Own(field.id));
        let offered: Vec<Field> = Field::BUILT_IN.into_iter().chain(own).collect();
        let told = |index: usize| told(cx, (index, &made.rows[index]), decided);
        let is_out = |index: &usize| made.rows.get(*index).is_some_and(|row| row.outcome == Outcome::Dismissed);
        let ticked = |index: usize| !decided.left_out.contains(&index) && !is_out(&index);
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
        let (mut month_first, mut gone_chosen, mut into) = (None, None, None);
        let (chosen, mut foot) = table_above(ui, cx, |ui| {
            if file.is_some() {
                let names = [tid("import-into-plan"), tid("import-into-new")].map(|id| cx.text(id).to_owned());
                let chosen = picker_ui(ui, cx, tid("import-into"), &names, usize::from(blank.is_some()));
                into = chosen.map(|at| at == 1);
            }
            sums(ui, cx, (made, judged), sieve);
            unread_ui(ui, cx, pasted);
            gone_chosen = gone_ui(ui, cx, made, decided);
            if *asks_for_order {
                month_first = order_ui(ui, cx, pasted.month_first);
            }
            table::ui(ui, cx, &shown)
        });
        let (new, changed) = (made.new_sessions().len(), made.changed_sessions().len());
        // What is taken away is a change, too.
        let changed = changed + made.removed();
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
            take(cx, generation, (made, blank.as_deref()));
        }
        if let Some(is_new) = into {
            self.go_into(cx, is_new);
            return ended;
        }
        if let Some((session, is_removed)) = gone_chosen {
            self.decided.gone.set(session, is_removed);
            self.look_again();
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
                self.decided.tick(row, is_taken);
                self.look_again();
            }
            Some(Chosen::Answer(row, question, choice)) => self.answer((row, question), choice),
            Some(Chosen::Correct(row, column, text)) => {
                Arc::make_mut(&mut self.pasted).correct(row, column, &text);
                self.look_again();
            }
            None => {}
        }
        ended
    }

    fn answer(&mut self, (row, question): (usize, usize), choice: usize) {
        let Some((_, made)) = &self.incoming else { return };
        let asked = made.rows.get(row).map(|row| asked_of(row, &self.decided));
        if asked.as_ref().is_some_and(|asked| question == asked.len()) {
            self.decided.theirs.set(row, choice == 1);
            self.look_again();
        } else if let Some(unclear) = asked.and_then(|asked| asked.get(question).cloned()) {
            let meant = choice.checked_sub(1).and_then(|place| unclear.near.get(place)).cloned();
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
        let near = self.near(cx);
        if self.pasted.rows().len() <= AT_ONCE {
            let plan = self.blank.as_deref().unwrap_or(cx.plan);
            let known = self.known.take().unwrap_or_else(|| Known::new(plan));
            let made = Incoming::decided(&self.pasted, plan, known, near, &self.decided);
            self.incoming = Some((generation, made));
            self.version += 1;
            return;
        }
        let plan = self.blank.as_deref().unwrap_or(cx.plan).clone();
        let (pasted, decided) = (Arc::clone(&self.pasted), self.decided.clone());
        self.share = Share::default();
        let share = self.share.clone();
        let work = move |_: &_| {
            let looked = (Known::new(&plan), near, &decided);
            Incoming::watched(&pasted, &plan, looked, &|done| share.set(done))
        };
        self.working = Some((generation, Task::start(ui.ctx(), "look at table", work)));
    }

    /// Asks the rules, on a thread, one frame after it is shown.
    fn judge(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        match &self.judged {
            Judged::Not => {
                let Some(command) = self.incoming.as_ref().and_then(|(_, made)| made.command()) else { return };
                let (plan, mut checker) = match &self.blank {
                    Some(plan) => (Plan::clone(plan), Checker::new(plan)),
                    None => cx.workbench.copy(),
                };
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

/// Asks for all of it as one step, and for the first day of what is new.
fn take(cx: &ViewContext<'_>, generation: Generation, (made, blank): (&Incoming, Option<&Plan>)) {
    let Some(command) = made.command() else { return };
    match blank {
        Some(blank) => {
            let mut plan = blank.clone();
            let patch = resolve(&plan, &command);
            if patch.is_ok_and(|patch| plan.apply(&patch).is_ok()) {
                cx.act(Action::Begin { plan: Box::new(plan), asks_for_table: false });
            }
        }
        None => cx.act(Action::PerformAt(generation, command)),
    }
    let first = made.new_sessions().iter().filter_map(|session| session.span()).map(|span| span.start).min();
    if let Some(first) = first {
        cx.act(Action::ShowDate(first.date()));
    }
}
