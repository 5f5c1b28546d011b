//! What a file of another tool would make of the plan: a calendar, the programme of a conference app, another plan. Sessions
//! that are new, changed, the same and gone, with what is asked of them. Nothing is taken before somebody says so; then it is
//! one step.

mod head;
mod lines;
mod looked;
mod table;

use std::sync::Arc;

use egui::{EventFilter, Id, Key, Modifiers, Sense, Ui};
use uuid::Uuid;

use super::share::Share;
use super::{Ended, foot_ui, table_above, words};
use crate::app::action::{Action, Message};
use crate::app::context::ViewContext;
use crate::app::style::size;
use crate::app::system::tasks::Task;
use crate::app::widget::rows::Go;
use crate::check::Checker;
use crate::edit::Command;
use crate::exchange::arriving::Understood;
use crate::model::{Plan, Session};
use crate::texts::Value;
use crate::workbench::Generation;
use lines::{Line, Lines, Show};
use looked::{Looked, Taken, Wish, can_take, look};
use table::Asked;

/// Of what something was worked out: of which state of the plan, or of a new one, and after how many choices.
type Of = (Generation, bool, u64);

/// What comes of looking, with the findings for the next time.
type Worked = (Looked, Checker);

/// A file of another tool, and what it would make of the plan.
#[derive(Debug)]
pub struct Programme {
    /// What the file is called; empty for what was pasted.
    name: String,
    understood: Arc<Understood>,
    wish: Wish,
    /// How often something was chosen.
    choices: u64,
    /// Whether it becomes a plan of its own.
    is_new: bool,
    /// By what that plan would be known.
    identity: Uuid,
    looked: Option<(Of, Looked)>,
    working: Option<(Of, Task<Option<Worked>>)>,
    /// How much of that is done.
    share: Share,
    /// The findings of the plan, for the next time.
    checker: Option<(Generation, bool, Checker)>,
    show: Show,
    words: String,
    /// What is shown, of which state of all this.
    lines: Lines,
    lines_of: Option<(Of, u64, Show, String)>,
    cursor: Option<Line>,
    sought: Option<usize>,
}

impl Programme {
    /// Nothing is looked at yet; `is_new` is whether it becomes a plan of its own.
    #[must_use]
    pub fn new(name: String, understood: Understood, is_new: bool) -> Self {
        Self {
            name,
            understood: Arc::new(understood),
            wish: Wish::default(),
            choices: 0,
            is_new,
            identity: Uuid::new_v4(),
            looked: None,
            working: None,
            share: Share::default(),
            checker: None,
            show: Show::All,
            words: String::new(),
            lines: Lines::default(),
            lines_of: None,
            cursor: None,
            sought: None,
        }
    }

    /// By what the plan is known that was begun with it, if one was.
    #[must_use]
    pub fn begun(&self) -> Option<Uuid> {
        self.is_new.then_some(self.identity)
    }

    /// Draws it; `takes_keys` is whether the button that takes it gets the keyboard, `has_more` whether other files follow.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        (takes_keys, has_more): (&mut bool, bool),
    ) -> Option<Ended> {
        self.work_out(ui, cx);
        let ((), mut foot) = table_above(ui, cx, |ui| {
            let chosen = head::ui(ui, cx, self);
            self.choose(chosen);
            self.table_ui(ui, cx);
        });
        let is_clear = !self.understood.draft.asks_zone || self.wish.zone.is_some();
        let of = self.of(cx);
        let current = self.looked.as_ref().filter(|(known, _)| *known == of).map(|(_, looked)| looked);
        let taken = current.and_then(|looked| looked.taken.as_ref().ok());
        let (count, most) = self.counts();
        // Where every session is there already, its source is worth knowing for the next time.
        let can_take = is_clear && (count > 0 || most == 0) && taken.is_some_and(|taken| !taken.patch.is_empty());
        let values = [("count", Value::from(count)), ("of", Value::from(most))];
        let words = match (count, self.is_new) {
            (0, _) if can_take => cx.text("import-take-source").to_owned(),
            (_, true) => cx.texts.text_with("import-take-new", &values),
            (_, false) => cx.texts.text_with("import-take", &values),
        };
        let mut takes_now = *takes_keys && can_take;
        *takes_keys &= current.is_none();
        let ended = foot_ui(&mut foot, cx, (&words, can_take), (&mut takes_now, has_more));
        if let Some(taken) = taken.filter(|_| can_take)
            && ended == Some(Ended::Taken)
        {
            self.take(cx, taken);
        }
        ended
    }

    /// How many sessions are taken, and of how many.
    fn counts(&self) -> (usize, usize) {
        let Some((_, looked)) = &self.looked else { return (0, 0) };
        let rows = || (0..).zip(&looked.all.rows).filter(|(_, row)| can_take(row));
        let taken = rows().filter(|&(place, _)| self.wish.takes(&looked.all, place)).count();
        let gone = looked.all.gone.iter().filter(|id| self.wish.gone.contains(id)).count();
        (taken + gone, rows().count() + looked.all.gone.len())
    }

    fn take(&self, cx: &ViewContext<'_>, taken: &Taken) {
        let sessions = || taken.patch.changes::<Session>();
        if self.is_new {
            let mut plan = self.blank();
            if plan.apply(&taken.patch).is_ok() {
                cx.act(Action::Begin { plan: Box::new(plan), asks_for_table: false });
            }
        } else {
            cx.act(Action::PerformAt(cx.workbench.generation(), Command::Import(Box::new(taken.patch.clone()))));
            let values = [("count", Value::from(self.counts().0)), ("file", Value::from(self.called(cx)))];
            cx.act(Action::Tell(Message { text: cx.texts.text_with("import-done", &values), is_error: false }));
        }
        let new = sessions().filter(|(_, change)| change.before.is_none());
        let starts = new.filter_map(|(_, change)| Some(change.after.as_ref()?.span()?.start));
        if let Some(first) = starts.min() {
            cx.act(Action::ShowDate(first.date()));
        }
    }

    /// What the file is called on screen.
    fn called<'a>(&'a self, cx: &ViewContext<'a>) -> &'a str {
        if self.name.is_empty() { cx.text("import-pasted") } else { &self.name }
    }

    /// A plan with nothing in it, for what comes.
    fn blank(&self) -> Plan {
        self.understood.begun(self.wish.zone, self.identity)
    }

    fn of(&self, cx: &ViewContext<'_>) -> Of {
        (cx.workbench.generation(), self.is_new, self.choices)
    }

    /// Looks on a thread at what it would make of this state of the plan.
    fn work_out(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        if let Some((of, task)) = &self.working
            && let Some(done) = task.poll()
        {
            if let Ok(Some((looked, checker))) = done {
                self.checker = Some((of.0, of.1, checker));
                self.looked = Some((*of, looked));
            }
            self.working = None;
        }
        let now = self.of(cx);
        let is_known = self.looked.as_ref().is_some_and(|(of, _)| *of == now);
        // One at a time: the next one is of all that was chosen meanwhile.
        if is_known || self.working.is_some() {
            return;
        }
        let plan = if self.is_new { self.blank() } else { cx.plan.clone() };
        let known = self.checker.take().filter(|(generation, is_new, _)| (*generation, *is_new) == (now.0, now.1));
        // A new plan has findings of its own, and changes with the zone.
        let checker = match known {
            Some((.., checker)) if !self.is_new => checker,
            _ if self.is_new => Checker::new(&plan),
            _ => cx.workbench.copy().1,
        };
        let (understood, wish) = (Arc::clone(&self.understood), self.wish.clone());
        let languages = (cx.texts.language(), cx.settings.title_language());
        self.share = Share::default();
        let share = self.share.clone();
        let work = move |stop: &_| {
            let mut checker = checker;
            let watch = |done| share.set(done);
            let looked = look(&understood, (&plan, &mut checker), &wish, languages, (stop, &watch))?;
            Some((looked, checker))
        };
        self.working = Some((now, Task::start(ui.ctx(), "look at programme", work)));
    }

    /// Whether it is being looked at for the first time.
    fn is_waiting(&self) -> bool {
        self.looked.is_none()
    }

    fn follow_lines(&mut self, cx: &ViewContext<'_>) {
        let Some((of, looked)) = &self.looked else { return };
        // What was chosen shows at once, also while the rest is looked at.
        let of = (*of, self.choices, self.show, self.words.clone());
        if self.lines_of.as_ref() == Some(&of) {
            return;
        }
        let told = |at: usize| words::remark(cx, &looked.report.remarks[at]).1;
        let about = (&self.understood.draft, cx.plan);
        self.lines = Lines::new((looked, &self.wish), about, (self.show, &self.words), told);
        self.lines_of = Some(of);
    }

    fn table_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        self.follow_lines(cx);
        let Some((_, looked)) = &self.looked else { return };
        let rect = ui.max_rect().with_min_y(ui.cursor().top());
        let ground = ui.interact(rect, Id::unique("import-ground"), Sense::click());
        ground.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Table, true, cx.text("import-table")));
        let shown = table::Shown {
            looked,
            wish: &self.wish,
            draft: &self.understood.draft,
            lines: &self.lines,
            cursor: self.cursor,
        };
        let mut asked = table::ui(ui, cx, &shown, (rect, self.sought.take()));
        let keys = self.keys(ui, (ground.id, rect.height()));
        asked = keys.or(asked);
        if let Some(Asked::Choose(_)) = asked {
            ui.memory_mut(|memory| memory.request_focus(ground.id));
        }
        if let Some(asked) = asked {
            self.answer(asked);
        }
    }

    /// Arrows lead from line to line; Space takes and leaves.
    fn keys(&mut self, ui: &Ui, (ground, height): (Id, f32)) -> Option<Asked> {
        let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(ground, arrows));
        if ui.memory(|memory| memory.focused()) != Some(ground) || egui::Popup::is_any_open(ui.ctx()) {
            return None;
        }
        let page = ((height / size::ROW) as usize).saturating_sub(3);
        let shown = &self.lines.shown;
        for (key, go) in Go::KEYS {
            for _ in 0..ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key)) {
                let from = self.cursor.and_then(|cursor| shown.iter().position(|line| *line == cursor));
                let at = go.target(from, shown.len(), page);
                self.cursor = shown.get(at).copied().or(self.cursor);
                self.sought = Some(at);
            }
        }
        let space = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space));
        self.cursor.filter(|_| space).map(Asked::Tick)
    }

    fn answer(&mut self, asked: Asked) {
        let Some((_, looked)) = &self.looked else { return };
        match asked {
            Asked::Choose(line) => {
                self.cursor = Some(line);
                return;
            }
            Asked::Tick(Line::Row(place)) if looked.all.rows.get(place).is_some_and(can_take) => {
                let is_taken = self.wish.takes(&looked.all, place);
                self.wish.ticks.insert(place, !is_taken);
            }
            Asked::Tick(Line::Gone(at)) => {
                let Some(&id) = looked.all.gone.get(at) else { return };
                if !self.wish.gone.remove(&id) {
                    self.wish.gone.insert(id);
                }
            }
            Asked::Tick(_) => return,
            Asked::Name(at, answer) => {
                let Some(near) = looked.all.near.get(at) else { return };
                self.wish.near.give(near.named, &near.name, answer);
            }
            Asked::Side(place, is_theirs) => {
                let Wish { theirs, ours, .. } = &mut self.wish;
                let (into, from) = if is_theirs { (theirs, ours) } else { (ours, theirs) };
                into.insert(place);
                from.remove(&place);
            }
        }
        self.choices += 1;
    }

    fn choose(&mut self, chosen: Option<head::Chosen>) {
        match chosen {
            Some(head::Chosen::Show(show)) => self.show = show,
            Some(head::Chosen::New(is_new)) => {
                self.is_new = is_new;
                self.wish = Wish { zone: self.wish.zone, ..Wish::default() };
                (self.looked, self.checker, self.lines) = (None, None, Lines::default());
            }
            Some(head::Chosen::Zone(zone)) => {
                self.wish.zone = Some(zone);
                self.choices += 1;
            }
            None => {}
        }
    }
}
