//! The window of earlier states: what each holds against the plan as it is, in words and on the plan beside it, and bringing
//! one back as one step.

use std::path::PathBuf;

use egui::{Context, RichText, ScrollArea, Ui};

use super::Floating;
use super::sheet::{docked, filled_button};
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::paint::text::{elided_ui, wrapped};
use crate::app::style::{Type, icons, size};
use crate::app::system::journals::local;
use crate::app::system::tasks::Task;
use crate::app::widget::fields::{flaw, note, option_ui};
use crate::app::widget::signs::sign_ui;
use crate::edit::Command;
use crate::merge::{Comparison, Deed, RowChange, compare};
use crate::model::{Change, Placement, Plan, Session, SessionId};
use crate::store::{Backup, ReadError, backups, read_backup};
use crate::texts::differences::Told;
use crate::texts::{Value, dates, errors};
use crate::workbench::Generation;

/// So many differences are told one by one.
const TOLD: usize = 200;
/// So many sessions are shown where they would be.
const SHOWN: usize = 1000;

/// The window, open or not.
#[derive(Debug, Default)]
pub struct BackupsWindow {
    open: bool,
    listing: Option<Task<Vec<Backup>>>,
    list: Vec<Backup>,
    /// The state that is looked at.
    chosen: Option<usize>,
    reading: Option<Task<Result<Plan, ReadError>>>,
    read: Option<Result<Plan, ReadError>>,
    /// How the plan in some state differs from it, which is being looked up, and which is known.
    comparing: Option<(Generation, Task<Differs>)>,
    differs: Option<(Generation, Differs)>,
}

/// How the plan differs from an earlier state.
#[derive(Debug)]
struct Differs {
    comparison: Comparison,
    /// How many rows would be new, removed, changed.
    counts: [usize; 3],
    /// Where sessions would be that are there now.
    moves: Vec<(SessionId, Placement)>,
}

impl Differs {
    fn of(from: &Plan, to: &Plan) -> Self {
        let comparison = compare(from, to);
        let count = |deed| comparison.rows.iter().filter(|row| row.deed == deed).count();
        let counts = [Deed::New, Deed::Removed, Deed::Changed].map(count);
        let placed = |change: &Change<Session>| change.after.as_deref()?.placement.clone();
        let moves = comparison.patch.changes::<Session>().filter(|(_, change)| change.before.is_some());
        let moves = moves.filter_map(|(id, change)| Some((id, placed(change)?))).take(SHOWN).collect();
        Self { comparison, counts, moves }
    }
}

impl Floating for BackupsWindow {
    fn is_docked(&self) -> bool {
        self.open
    }

    fn docked_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        if !docked(ui, cx, cx.text("backups-title"), |ui| self.content_ui(ui, cx)) {
            self.close();
        }
    }

    fn is_open(&self) -> bool {
        self.open
    }

    fn close(&mut self) {
        *self = Self::default();
    }
}

impl BackupsWindow {
    /// Opens it on the states in this folder; without one, there are none.
    pub fn open(&mut self, ctx: &Context, folder: Option<PathBuf>) {
        *self = Self { open: true, ..Self::default() };
        self.listing = folder.map(|folder| Task::start(ctx, "list backups", move |_| backups(&folder)));
    }

    fn content_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        self.receive();
        note(ui, cx, cx.text(if self.list.is_empty() { "backups-none" } else { "backups-intro" }));
        ui.add_space(8.0);
        self.list_ui(ui, cx);
        if self.chosen.is_none() {
            return;
        }
        ui.add_space(8.0);
        ui.separator();
        match &self.read {
            None => _ = ui.spinner(),
            Some(Err(error)) => {
                let why = errors::read_error(cx.texts, error);
                flaw(ui, cx, &cx.texts.text_with("backups-unreadable", &[("why", Value::from(&why))]));
            }
            Some(Ok(plan)) => {
                let now = cx.workbench.generation();
                if let Some(Ok(differs)) = self.comparing.as_ref().and_then(|(_, task)| task.poll()) {
                    self.differs = self.comparing.take().map(|(of, _)| (of, differs));
                }
                let is_for_now = |known: Option<Generation>| known == Some(now);
                let known = self.differs.as_ref().map(|(of, _)| *of);
                let coming = self.comparing.as_ref().map(|(of, _)| *of);
                if !is_for_now(known) && !is_for_now(coming) {
                    let (from, to) = (cx.plan.clone(), plan.clone());
                    let task = Task::start(ui.ctx(), "compare", move |_| Differs::of(&from, &to));
                    self.comparing = Some((now, task));
                }
                match self.differs.as_ref().filter(|_| is_for_now(known)) {
                    Some((_, differs)) => differs_ui(ui, cx, differs, plan),
                    None => _ = ui.spinner(),
                }
            }
        }
    }

    fn receive(&mut self) {
        if let Some(result) = self.listing.as_ref().and_then(Task::poll) {
            (self.listing, self.list) = (None, result.unwrap_or_default());
        }
        if let Some(result) = self.reading.as_ref().and_then(Task::poll) {
            (self.reading, self.read) = (None, result.ok());
        }
    }

    fn list_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let mut taken = None;
        let height = if self.chosen.is_some() { ui.available_height() * 0.35 } else { ui.available_height() };
        ScrollArea::vertical().id_salt("states").auto_shrink([false, true]).max_height(height).show(ui, |ui| {
            for (place, backup) in self.list.iter().enumerate() {
                let at = local(backup.at);
                let text = format!("{}, {}", dates::day_long(cx.texts, at.date()), at.format("%H:%M"));
                let shown = RichText::new(text.as_str()).font(Type::Body.font());
                ui.scope(|ui| {
                    ui.spacing_mut().interact_size.y = size::ROW;
                    if option_ui(ui, self.chosen == Some(place), shown, &text) {
                        taken = Some(place);
                    }
                });
            }
        });
        if let Some(place) = taken {
            let backup = self.list[place].clone();
            (self.chosen, self.read) = (Some(place), None);
            (self.comparing, self.differs) = (None, None);
            self.reading = Some(Task::start(ui.ctx(), "read backup", move |_| read_backup(&backup)));
        }
    }
}

/// What would become of the plan, and the button that does it.
fn differs_ui(ui: &mut Ui, cx: &ViewContext<'_>, differs: &Differs, state: &Plan) {
    let Differs { comparison: differs, counts, moves } = differs;
    if differs.patch.is_empty() {
        note(ui, cx, cx.text("backups-same"));
        return;
    }
    let [new, removed, changed] = *counts;
    let values = [("new", Value::from(new)), ("removed", Value::from(removed)), ("changed", Value::from(changed))];
    let text = cx.texts.text_with("backups-differs", &values);
    let text = wrapped(ui, RichText::new(text).font(Type::Strong.font()), ui.available_width(), 3);
    ui.label(text);
    // Where sessions would be, on the plan itself.
    cx.act(Action::Preview(moves.clone()));
    ui.add_space(4.0);
    let bring = filled_button(ui, cx, cx.text("backups-bring"), true).on_hover_text(cx.text("backups-bring-tip"));
    if bring.clicked() {
        cx.perform(Command::BringBack(Box::new(differs.patch.clone())));
    }
    ui.add_space(4.0);
    let told = Told::new(cx.texts, cx.plan, state);
    let shown = differs.rows.len().min(TOLD);
    let more = differs.rows.len() - shown;
    let lines = shown + usize::from(more > 0);
    let area = ScrollArea::vertical().id_salt("differences").auto_shrink([false, false]);
    area.show_rows(ui, size::ROW, lines, |ui, places| {
        for place in places {
            match differs.rows[..shown].get(place) {
                Some(row) => row_ui(ui, cx, row, &told),
                None => note(ui, cx, &cx.texts.text_with("backups-more", &[("count", Value::from(more))])),
            }
        }
    });
}

fn row_ui(ui: &mut Ui, cx: &ViewContext<'_>, row: &RowChange, told: &Told<'_>) {
    let icon = match row.deed {
        Deed::New => icons::PLUS,
        Deed::Removed => icons::TRASH,
        Deed::Changed => icons::PENCIL,
    };
    ui.horizontal(|ui| {
        ui.set_height(size::ROW);
        sign_ui(ui, RichText::new(icon).size(size::SMALL_ICON).color(cx.theme.text_2));
        elided_ui(ui, RichText::new(told.sentence(row)).font(Type::Small.font()).color(cx.theme.text));
    });
}
