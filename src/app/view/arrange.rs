//! Arrange: the program proposes where sessions go, what counts being said, or the fewest moves after something has happened.
//! A search runs on a thread, with the best so far in sight; its answers stand side by side, and are taken move by move.
//!
//! Nothing changes the plan before it is taken, and that is one step.

mod answer;
mod asks;
mod line;
mod other;
mod question;
mod run;
mod side;
mod table;
mod talks;

use chrono::NaiveDate;
use egui::{EventFilter, Id, Key, Modifiers, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo};

use super::ghosts::{self, Moved};
use super::kind::ViewKind;
use super::{Entry, Tools, View};
use crate::app::action::{Action, Message};
use crate::app::context::ViewContext;
use crate::app::style::{Type, icons, size};
use crate::app::widget::fields::note;
use crate::app::widget::focus;
use crate::app::widget::rows::Go;
use crate::model::{Placement, RowId, SessionId};
use crate::texts::{Value, tid};
use answer::{Answer, Row};
use other::Others;
use question::{Counts, Question, Subject};
use run::{Order, Run};
use table::{Asked, Shown};
use talks::TalkAnswer;

/// What is asked, what was answered, and which of it is looked at.
#[derive(Debug, Default)]
pub struct ArrangeView {
    question: Question,
    counts: Counts,
    run: Option<Run>,
    answers: Vec<Answer>,
    /// The answer about talks, in the place of the others.
    talks: Option<TalkAnswer>,
    at: usize,
    /// So many searches were begun: each has a seed of its own.
    begun: u64,
    /// The session of the move that keys act on.
    cursor: Option<SessionId>,
    sought: Option<usize>,
    /// Whether the question covers the moves, where there is no room for both.
    asks: bool,
    others: Others,
    ghosts: ghosts::Side,
    /// Whether the moves are to get the keyboard.
    takes_keyboard: bool,
    is_begun: bool,
    is_narrow: bool,
}

/// The view in the list of views.
pub const VIEW: Entry = Entry {
    kind: ViewKind {
        name: "arrange",
        label: tid("view-arrange"),
        tip: tid("view-arrange-tip"),
        icon: icons::WAND,
        key: Key::A,
        with_shift: true,
        is_wide: true,
    },
    make: || Box::<ArrangeView>::default(),
};

/// How wide the part beside the moves is, and how wide the view must be to have both, in points.
const SIDE: (f32, f32) = (292.0, 720.0);
/// How high the day below the moves is, and what the moves must have left beside it.
const GHOSTS: f32 = 216.0;
const LEAST_TABLE: f32 = 200.0;
/// So many answers stand side by side; the oldest goes first.
const MOST_ANSWERS: usize = 4;

impl View for ArrangeView {
    fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, _tools: &mut Tools<'_>) {
        self.follow(cx);
        let whole = ui.available_rect_before_wrap();
        let has_both = whole.width() >= SIDE.1;
        self.is_narrow = !has_both;
        let is_empty = self.answers.is_empty() && self.talks.is_none() && self.run.is_none();
        let split = match (has_both, is_empty || self.asks) {
            (true, _) => whole.right() - SIDE.0,
            (false, true) => whole.left(),
            (false, false) => whole.right(),
        };
        let (left, right) = whole.split_left_right_at_x(split);
        if left.width() > 1.0 {
            self.moves_ui(ui, cx, left);
        }
        if right.width() > 1.0 {
            self.side_ui(ui, cx, right);
        }
        ui.allocate_rect(whole, Sense::HOVER);
    }

    fn reveal(&mut self, row: RowId) {
        if let (RowId::Session(id), Some(answer)) = (row, self.answers.get(self.at)) {
            self.sought = answer.rows.iter().position(|row| row.session == id);
            self.cursor = self.sought.map(|_| id).or(self.cursor);
        }
    }

    fn show_date(&mut self, date: NaiveDate) {
        let Some(answer) = self.answers.get(self.at) else {
            // What is asked is about the day in sight.
            self.question.days = None;
            return;
        };
        let is_then = |row: &Row| row.to.as_ref().is_some_and(|at| at.start.date() == date);
        self.sought = answer.rows.iter().position(is_then).or(self.sought);
    }

    fn take_keyboard(&mut self) {
        self.takes_keyboard = true;
    }

    fn takes_letters(&self) -> bool {
        true
    }

    fn has_line(&self) -> bool {
        true
    }

    fn line_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        self.receive(cx);
        let shown = line::Shown {
            answers: &self.answers,
            at: self.at,
            run: self.run.as_ref(),
            can_run: self.question.aim(cx).is_some() && self.counts.has_any(&self.question),
            taking: self.taking(),
            asks: self.is_narrow.then_some(self.asks),
        };
        let runs = shown.can_run && shown.run.is_none();
        let asked = line::ui(ui, cx, &shown);
        let is_pressed = || ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let asked = asked.or_else(|| (runs && is_pressed()).then_some(line::Asked::Run));
        self.does(ui, cx, asked);
    }

    fn status(&self, cx: &ViewContext<'_>) -> Option<String> {
        Some(cx.text("arrange-status").to_owned())
    }
}

impl ArrangeView {
    /// Does what was asked for in the line.
    fn does(&mut self, ui: &Ui, cx: &ViewContext<'_>, asked: Option<line::Asked>) {
        match asked {
            Some(line::Asked::Show(at)) => (self.at, self.cursor) = (at, None),
            Some(line::Asked::Run) => self.start(ui, cx),
            Some(line::Asked::Stop) => self.run.iter_mut().for_each(Run::stop),
            Some(line::Asked::Take) => self.take(cx),
            Some(line::Asked::Ask) => self.asks = !self.asks,
            Some(line::Asked::Leave) => {
                (self.run, self.cursor, self.talks) = (None, None, None);
                self.answers.clear();
            }
            None => {}
        }
    }

    /// What can be taken of the answer in sight.
    fn taking(&self) -> Option<line::Taking> {
        if let Some(talks) = &self.talks {
            return Some(talks.taking());
        }
        let answer = self.answers.get(self.at)?;
        let can_take = !answer.ticked.is_empty() || answer.happened.is_some();
        let (ticked, all) = (answer.ticked.len(), answer.rows.len());
        Some(line::Taking { ticked, all, can_take, is_provisional: self.question.is_provisional })
    }

    fn start(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        let Some(aim) = self.question.aim(cx) else { return };
        self.begun += 1;
        self.asks = false;
        self.takes_keyboard = true;
        let order = Order {
            plan: cx.plan.clone(),
            aim,
            wishes: self.question.wishes,
            votes: cx.votes.votes(),
            now: cx.clock_to_come(),
            seed: self.begun,
            locked: self.answers.get(self.at).map(Answer::locked_moves).unwrap_or_default(),
            secs: self.question.secs,
        };
        self.run = Some(Run::start(ui.ctx(), cx.workbench.generation(), order));
        self.receive(cx);
    }

    /// Takes what a search has found.
    fn receive(&mut self, cx: &ViewContext<'_>) {
        let Some(run) = &self.run else { return };
        let Some(result) = run.poll() else { return };
        let of = run.generation;
        self.run = None;
        let Ok(found) = result else {
            let text = cx.text("work-ended").to_owned();
            return cx.act(Action::Tell(Message { text, is_error: true }));
        };
        self.talks = None;
        if let Some(arranged) = found.talks {
            let values = [("count", Value::from(arranged.moves.len()))];
            cx.act(Action::Say(cx.texts.text_with("arrange-moves", &values)));
            self.talks = Some(TalkAnswer::new(arranged, of));
            return self.answers.clear();
        }
        // What is another question's answer stands no longer beside this one.
        self.answers
            .retain(|answer| answer.happened == found.happened && answer.bound.is_some() == found.bound.is_some());
        let locked = self.answers.get(self.at).map(|answer| answer.locked.clone()).unwrap_or_default();
        let mut answer = Answer::new(cx.plan, found, of);
        answer.locked = locked;
        if let Some(same) = self.answers.iter().position(|known| known.generation == of && known.is_like(&answer)) {
            self.at = same;
            let text = cx.texts.text_with("arrange-same-answer", &[("number", Value::from(same + 1))]);
            return cx.act(Action::Tell(Message { text, is_error: false }));
        }
        if self.answers.len() >= MOST_ANSWERS {
            self.answers.remove(0);
        }
        self.answers.push(answer);
        self.at = self.answers.len() - 1;
        let values = [("count", Value::from(self.answers[self.at].rows.len()))];
        cx.act(Action::Say(cx.texts.text_with("arrange-moves", &values)));
    }

    /// Does what is ticked, as one step; what is not ticked stays in the answer.
    fn take(&mut self, cx: &ViewContext<'_>) {
        if let Some(talks) = &mut self.talks {
            return talks.take(cx);
        }
        let Some(answer) = self.answers.get_mut(self.at) else { return };
        let Some(command) = answer.command(cx.plan, self.question.is_provisional) else { return };
        cx.act(Action::PerformAt(cx.workbench.generation(), command));
        let count = [("count", Value::from(answer.ticked.len()))];
        let id = if self.question.is_provisional { tid("arrange-proposed-now") } else { tid("arrange-taken-now") };
        cx.act(Action::Tell(Message { text: cx.texts.text_with(id, &count), is_error: false }));
        // What has happened stands in the plan from now on; the other answers were for another one.
        (answer.happened, answer.is_taken) = (None, true);
        let answer = self.answers.swap_remove(self.at);
        self.answers = vec![answer];
        (self.at, self.cursor) = (0, None);
    }

    /// Follows the plan.
    fn follow(&mut self, cx: &ViewContext<'_>) {
        self.receive(cx);
        self.counts.follow(cx, &self.question);
        if !std::mem::replace(&mut self.is_begun, true) && self.counts.sessions[0] == 0 {
            // Nothing waits, so it is no question.
            self.question.place = question::Place::Event(None);
        }
        let (plan, now) = (cx.plan, cx.workbench.generation());
        self.answers.retain_mut(|answer| answer.follow(plan, now));
        self.at = self.at.min(self.answers.len().saturating_sub(1));
        self.talks = self.talks.take().filter(|talks| talks.is_open(plan));
    }

    fn moves_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, rect: Rect) {
        let ground = ui.interact(rect, Id::unique("arrange-ground"), Sense::click());
        ground.widget_info(|| WidgetInfo::labeled(Role::Table, true, cx.text("arrange-table")));
        focus::note_part(ui.ctx(), rect, focus::Area::Sessions);
        if let Some(talks) = &mut self.talks {
            let mut child = ui.new_child(UiBuilder::new().id_salt("arrange").max_rect(rect));
            let takes_keyboard = std::mem::take(&mut self.takes_keyboard);
            return talks.ui(&mut child, cx, (&ground, takes_keyboard));
        }
        // While the first answer is looked for, the best so far is in its place.
        let best = if self.answers.is_empty() { self.best_rows() } else { None };
        let rows = best.as_deref().or(self.answers.get(self.at).map(|answer| answer.rows.as_slice()));
        let has_ghosts = rect.height() - GHOSTS >= LEAST_TABLE && rows.is_some_and(|rows| !rows.is_empty());
        let (rect, below) = rect.split_top_bottom_at_y(rect.bottom() - if has_ghosts { GHOSTS } else { 0.0 });
        let mut child = ui.new_child(UiBuilder::new().id_salt("arrange").max_rect(rect));
        if has_ghosts {
            self.ghosts_ui(ui, cx, (below, best.as_deref()));
        }
        if self.answers.is_empty() {
            return self.empty_ui(&mut child, cx, best);
        }
        if std::mem::take(&mut self.takes_keyboard) {
            ground.request_focus();
            let first = self.answers[self.at].rows.first().map(|row| row.session);
            self.cursor = self.cursor_row().and(self.cursor).or(first);
        }
        self.keys(ui, cx, (ground.id, rect.height()));
        let ctx = ui.ctx().clone();
        let answer = &mut self.answers[self.at];
        let judgement = answer.judgement(&ctx, cx);
        let shown =
            Shown { rows: &answer.rows, answer: Some(answer), judgement: judgement.as_deref(), cursor: self.cursor };
        let asked = table::ui(&mut child, cx, &shown, (self.sought.take(), &mut self.others));
        match asked {
            Some(Asked::Choose(at)) => {
                self.choose(cx, at);
                ui.memory_mut(|memory| memory.request_focus(ground.id));
            }
            Some(Asked::Tick(at)) => self.tick(at),
            Some(Asked::Lock(at)) => self.lock(at),
            Some(Asked::Show(at)) => self.show(cx, at),
            Some(Asked::Send(id, to)) => self.answers[self.at].send(id, to),
            None => {}
        }
    }

    /// The day of the move that keys act on, with where sessions were and would be.
    fn ghosts_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (rect, best): (Rect, Option<&[Row]>)) {
        let at = self.cursor_row().unwrap_or(0);
        let answer = self.answers.get(self.at);
        let rows = best.or(answer.map(|answer| answer.rows.as_slice())).unwrap_or_default();
        let is_meant = |id: SessionId| match answer {
            Some(answer) => answer.ticked.contains(&id),
            None => rows.iter().any(|row| row.session == id),
        };
        let place = |id: SessionId| cx.plan.sessions().get(id).and_then(|session| session.placement.clone());
        let day_of = |row: &Row| row.to.clone().or_else(|| place(row.session)).map(|at| at.start.date());
        let day = rows.get(at).and_then(day_of);
        ghosts::ui(ui, cx, &mut self.ghosts, (rect, day), |day| {
            let is_today = |at: &Placement| at.start.date() == day;
            let is_taken = |id: &SessionId| is_meant(*id);
            let held = || cx.index().sessions_on(day).iter().copied();
            let others = held().filter(|id| !is_taken(id)).filter_map(|id| Some((id, place(id)?, false)));
            let to = |row: &Row| row.to.clone().filter(is_today).filter(|_| is_taken(&row.session));
            let moved = rows.iter().filter_map(|row| Some((row.session, to(row)?, true)));
            let now = others.filter(|(_, at, _)| is_today(at)).chain(moved).collect();
            let stays =
                |id: SessionId, at: &Placement| rows.iter().any(|row| row.session == id && row.to.as_ref() == Some(at));
            let was = held().filter(is_taken).filter_map(|id| Some((id, place(id)?)));
            let before = was.filter(|(id, at)| is_today(at) && !stays(*id, at)).collect();
            Moved { now, before, is_proposed: true }
        });
    }

    /// The moves of the best so far, while a search goes on.
    fn best_rows(&self) -> Option<Vec<Row>> {
        let best = self.run.as_ref()?.best()?;
        let rows = best.moves.into_iter().map(|(session, at)| Row { session, to: Some(at) });
        // The best so far of talks is not to be seen.
        Some(rows.collect::<Vec<_>>()).filter(|rows| !rows.is_empty())
    }

    /// While there is no answer: the best so far, or what can be done here.
    fn empty_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, best: Option<Vec<Row>>) {
        if let Some(rows) = best {
            let shown = Shown { rows: &rows, answer: None, judgement: None, cursor: None };
            table::ui(ui, cx, &shown, (None, &mut self.others));
            return;
        }
        if self.run.is_some() {
            ui.add_space(32.0);
            ui.vertical_centered(|ui| ui.spinner());
            return;
        }
        ui.add_space(48.0);
        ui.vertical_centered(|ui| {
            ui.set_max_width(ui.available_width().min(520.0));
            ui.label(egui::RichText::new(icons::WAND).size(28.0).color(cx.theme.text_3));
            ui.add_space(8.0);
            let id = match self.question.subject {
                Subject::Mends => tid("arrange-empty-mend"),
                Subject::Places | Subject::Talks => tid("arrange-empty"),
            };
            ui.label(egui::RichText::new(cx.text(id)).font(Type::Title.font()).color(cx.theme.text));
            note(ui, cx, cx.text("arrange-empty-about"));
        });
    }

    fn side_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, rect: Rect) {
        ui.painter().rect_filled(rect, 0.0, cx.theme.ground);
        ui.painter().vline(rect.left() + 0.5, rect.y_range(), (1.0, cx.theme.line_strong));
        let mut beside = ui.new_child(UiBuilder::new().id_salt("arrange side").max_rect(rect));
        focus::note_area(&beside, cx, focus::Area::Inspector);
        ScrollArea::vertical().id_salt("arrange side").auto_shrink(false).show(&mut beside, |ui| {
            egui::Frame::new().inner_margin(egui::Margin::symmetric(14, 4)).show(ui, |ui| {
                ui.set_width(ui.available_width());
                let ctx = ui.ctx().clone();
                if let Some(talks) = &self.talks {
                    talks.side_ui(ui, cx);
                    ui.add_space(12.0);
                    ui.separator();
                } else if let Some(answer) = self.answers.get_mut(self.at) {
                    let judgement = answer.judgement(&ctx, cx);
                    side::ui(ui, cx, answer, judgement.as_deref());
                    ui.add_space(12.0);
                    ui.separator();
                }
                asks::ui(ui, cx, &mut self.question, &self.counts);
                ui.add_space(16.0);
            });
        });
    }

    fn keys(&mut self, ui: &Ui, cx: &ViewContext<'_>, (ground, height): (Id, f32)) {
        let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(ground, arrows));
        if ui.memory(|memory| memory.focused()) != Some(ground) || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        let count = self.answers[self.at].rows.len();
        let page = ((height / size::ROW) as usize).saturating_sub(2);
        for (key, go) in Go::KEYS {
            let times = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
            for _ in 0..times {
                let at = go.target(self.cursor_row(), count, page);
                if at < count {
                    self.choose(cx, at);
                    self.sought = Some(at);
                }
            }
        }
        let Some(at) = self.cursor_row() else { return };
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::Space) {
            self.tick(at);
        }
        if pressed(Key::L) {
            self.lock(at);
        }
        if pressed(Key::O) {
            self.sought = Some(at);
            egui::Popup::open_id(ui.ctx(), table::others_id(self.answers[self.at].rows[at].session));
        }
        if pressed(Key::Enter) {
            self.show(cx, at);
        }
    }

    fn cursor_row(&self) -> Option<usize> {
        let cursor = self.cursor?;
        self.answers.get(self.at)?.rows.iter().position(|row| row.session == cursor)
    }

    fn choose(&mut self, cx: &ViewContext<'_>, at: usize) {
        if let Some(row) = self.answers.get(self.at).and_then(|answer| answer.rows.get(at)) {
            self.cursor = Some(row.session);
            cx.select(row.session);
            cx.act(Action::Say(table::spoken(cx, row)));
        }
    }

    fn tick(&mut self, at: usize) {
        let Some(answer) = self.answers.get_mut(self.at) else { return };
        let Some(id) = answer.rows.get(at).map(|row| row.session) else { return };
        answer.tick(id);
    }

    fn lock(&mut self, at: usize) {
        let Some(answer) = self.answers.get_mut(self.at) else { return };
        let Some(id) = answer.rows.get(at).map(|row| row.session) else { return };
        if !answer.locked.remove(&id) {
            answer.locked.insert(id);
        }
    }

    fn show(&mut self, cx: &ViewContext<'_>, at: usize) {
        if let Some(row) = self.answers.get(self.at).and_then(|answer| answer.rows.get(at)) {
            cx.act(Action::RevealIn("timeline", row.session.into()));
        }
    }
}
