//! Delegation: what a delegation can follow of a conference, and what it must miss (C25/30-R §6). How many meetings that concern
//! it are held at once, who of it attends which, and what would help. Meetings are carried from delegate to delegate, with the
//! pointer or with keys; the rest is shared out by the program.

mod chart;
mod known;
mod line;
mod summary;
mod tables;

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use chrono::NaiveDate;
use egui::{EventFilter, Id, Key, Modifiers, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::kind::ViewKind;
use super::{Entry, Tools, View};
use crate::app::action::{Action, Message};
use crate::app::context::ViewContext;
use crate::app::selection::Selection;
use crate::app::style::icons;
use crate::app::system::tasks::Task;
use crate::app::widget::{fields, focus};
use crate::edit::Command;
use crate::model::attendance::Delegation;
use crate::model::{Delegate, EventId, RowId, SessionId};
use crate::texts::{Value, tid};
use crate::workbench::Generation;
use crate::workbench::attending::{Help, what_helps};
use known::{Known, Party, Question};

/// What is looked at, and what is done to it.
#[derive(Debug, Default)]
pub struct DelegationView {
    event: Option<EventId>,
    party: Option<Party>,
    all_count: bool,
    known: Option<Known>,
    /// What helps, and for what it was asked; nothing while it is searched for.
    helps: Option<(Generation, Question, Option<Vec<Help>>)>,
    search: Option<Task<Vec<Help>>>,
    /// The meeting that keys act on.
    cursor: Option<SessionId>,
    /// The meeting that is dragged.
    dragged: Option<SessionId>,
    selected: Option<RowId>,
    sought: bool,
    takes_keyboard: bool,
}

/// The view in the list of views.
pub const VIEW: Entry = Entry {
    kind: ViewKind {
        name: "delegation",
        label: tid("view-delegation"),
        tip: tid("view-delegation-tip"),
        icon: icons::FLAG,
        key: Key::Y,
        with_shift: true,
        is_wide: true,
    },
    make: || Box::<DelegationView>::default(),
};

/// How wide the summary is, and how wide the view must be to have one, in points.
const SUMMARY: (f32, f32) = (288.0, 940.0);

/// The keys that send a delegate, by the place in the delegation.
const FIGURES: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

impl View for DelegationView {
    fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, _tools: &mut Tools<'_>) {
        let whole = ui.available_rect_before_wrap();
        let Some(question) = self.question(cx) else {
            ui.add_space(24.0);
            ui.vertical_centered(|ui| fields::note(ui, cx, cx.text("delegation-none")));
            return;
        };
        let known = Known::of(self.known.take(), cx, question);
        self.follow(cx, &known);
        self.search(ui, cx, &known);
        let has_summary = whole.width() >= SUMMARY.1 && !cx.panels.1;
        let split = if has_summary { whole.right() - SUMMARY.0 } else { whole.right() };
        let (left, right) = whole.split_left_right_at_x(split);
        let ground = ui.interact(left, Id::unique("delegation-ground"), Sense::click());
        ground.widget_info(|| WidgetInfo::labeled(Role::Table, true, cx.text("delegation-title")));
        focus::note_part(ui.ctx(), left, focus::Area::Sessions);
        if std::mem::take(&mut self.takes_keyboard) || ground.clicked() {
            ui.memory_mut(|memory| memory.request_focus(ground.id));
        }
        self.keys(ui, cx, &known, ground.id);
        self.left_ui(ui, cx, &known, (left, ground.id));
        if has_summary {
            ui.painter().rect_filled(right, 0.0, cx.theme.ground);
            ui.painter().vline(right.left() + 0.5, right.y_range(), (1.0, cx.theme.line_strong));
            let inner = right.shrink2(vec2(12.0, 0.0));
            ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| summary::ui(ui, cx, &known));
        }
        self.known = Some(known);
        ui.allocate_rect(whole, Sense::HOVER);
    }

    fn take_keyboard(&mut self) {
        self.takes_keyboard = true;
    }

    fn reveal(&mut self, row: RowId) {
        match row {
            RowId::Session(id) => (self.cursor, self.sought) = (Some(id), true),
            RowId::Event(id) => self.event = Some(id),
            _ => {}
        }
    }

    fn show_date(&mut self, date: NaiveDate) {
        let known = self.known.as_ref();
        let first = known.and_then(|known| known.counting().find(|sitting| sitting.span.start.date() == date));
        self.cursor = first.map(|sitting| sitting.session).or(self.cursor);
    }

    fn takes_letters(&self) -> bool {
        true
    }

    fn has_line(&self) -> bool {
        true
    }

    fn line_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let Some(question) = self.question(cx) else { return };
        let known = Known::of(self.known.take(), cx, question);
        match line::ui(ui, cx, &known) {
            Some(line::Asked::Party(party)) => self.party = Some(party),
            Some(line::Asked::Event(event)) => self.event = Some(event),
            Some(line::Asked::AllCount(all)) => self.all_count = all,
            None => {}
        }
        self.known = Some(known);
    }

    fn status(&self, cx: &ViewContext<'_>) -> Option<String> {
        let known = self.known.as_ref()?;
        let (party, concern) = (known.title(cx), known.counting().count());
        let values = [
            ("party", Value::from(&party)),
            ("concern", Value::from(concern)),
            ("missed", Value::from(known.attendance.missed().count())),
        ];
        Some(cx.texts.text_with("delegation-status", &values))
    }
}

impl DelegationView {
    /// Of which event, which delegation and which meetings.
    fn question(&self, cx: &ViewContext<'_>) -> Option<Question> {
        let asked = self.event.filter(|&event| cx.plan.events().contains(event));
        let event = asked.or_else(|| cx.index().main_event())?;
        let first = || Delegation::all(cx.plan, event).into_iter().next().map(Party::Named);
        let party = self.party.clone().or_else(first).unwrap_or(Party::Small(1));
        Some(Question { event, party, all_count: self.all_count })
    }

    /// Follows what is selected elsewhere, and forgets what is not there any more.
    fn follow(&mut self, cx: &ViewContext<'_>, known: &Known) {
        let focus = cx.selection.focus;
        if self.selected != focus {
            self.selected = focus;
            match focus {
                Some(RowId::Session(id)) => (self.cursor, self.sought) = (Some(id), true),
                Some(RowId::Delegate(id)) => {
                    let row = cx.plan.delegates().get(id);
                    self.party = row.map(|row| Party::Named(row.represents.clone())).or(self.party.take());
                }
                _ => {}
            }
        }
        self.cursor = self.cursor.filter(|&id| known.counting().any(|sitting| sitting.session == id));
    }

    /// Asks for what helps whenever something else is missed.
    fn search(&mut self, ui: &Ui, cx: &ViewContext<'_>, known: &Known) {
        let (generation, asked) = known.asked();
        let is_known = self.helps.as_ref().is_some_and(|(at, of, _)| (*at, of) == (generation, asked));
        if !is_known {
            let ((plan, mut checker), of) = (cx.workbench.copy(), asked.clone());
            let delegation = known.delegation.clone();
            let search =
                move |stop: &AtomicBool| what_helps((&plan, &mut checker), (of.event, &delegation, of.all_count), stop);
            self.search = Some(Task::start(ui.ctx(), "delegation", search));
            self.helps = Some((generation, asked.clone(), None));
        }
        if let Some(found) = self.search.as_ref().and_then(Task::poll) {
            self.search = None;
            if let Some((_, _, helps)) = &mut self.helps {
                *helps = Some(found.unwrap_or_default());
            }
        }
    }

    /// The chart, and the tables below it.
    fn left_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, known: &Known, (rect, ground): (Rect, Id)) {
        let has_keyboard = ui.memory(|memory| memory.focused()) == Some(ground);
        let marks = chart::Marks { cursor: (self.cursor, has_keyboard), dragged: self.dragged };
        let sought = std::mem::take(&mut self.sought).then_some(self.cursor).flatten();
        let mut asked = None;
        let helps = self.helps.as_ref().and_then(|(_, _, helps)| helps.as_deref());
        let mut child = ui.new_child(UiBuilder::new().id_salt("delegation").max_rect(rect));
        child.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().id_salt("delegation").auto_shrink(false).show(&mut child, |ui| {
            asked = chart::ui(ui, cx, known, (&marks, sought));
            asked = tables::ui(ui, cx, known, (helps, rect.bottom())).or(asked.take());
        });
        match asked {
            Some(chart::Asked::Choose(session)) => {
                self.choose(cx, known, session);
                self.takes_keyboard = true;
            }
            Some(chart::Asked::Drag(session)) => {
                self.choose(cx, known, session);
                self.dragged = Some(session);
            }
            Some(chart::Asked::Drop(lane)) => {
                if let Some(session) = self.dragged.take() {
                    send(cx, known, session, lane);
                }
                self.takes_keyboard = true;
            }
            Some(chart::Asked::Open(delegate)) => cx.act(Action::Inspect(delegate.into())),
            Some(chart::Asked::Perform(command)) => cx.perform(*command),
            None => {}
        }
        if ui.input_mut(|input| self.dragged.is_some() && input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.dragged = None;
            ui.ctx().stop_dragging();
        }
    }

    /// Arrows go from meeting to meeting; figures send a delegate there, 0 leaves it to the program.
    fn keys(&mut self, ui: &Ui, cx: &ViewContext<'_>, known: &Known, ground: Id) {
        let arrows = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(ground, arrows));
        if ui.memory(|memory| memory.focused()) != Some(ground) || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        for (key, step) in [(Key::ArrowLeft, -1), (Key::ArrowRight, 1), (Key::ArrowUp, -1), (Key::ArrowDown, 1)] {
            if pressed(key) {
                let is_across = matches!(key, Key::ArrowUp | Key::ArrowDown);
                if let Some(next) = known.next(self.cursor, step, is_across) {
                    self.choose(cx, known, next);
                    self.sought = true;
                }
            }
        }
        let Some(session) = self.cursor else { return };
        if pressed(Key::Enter) {
            cx.act(Action::Inspect(session.into()));
        }
        if pressed(Key::Num0) || pressed(Key::Backspace) || pressed(Key::Delete) {
            send(cx, known, session, None);
        }
        if let Some(at) =
            FIGURES.iter().position(|&key| pressed(key)).filter(|&at| at < known.delegation.delegates.len())
        {
            send(cx, known, session, Some(at));
        }
    }

    /// Puts the cursor on a meeting, and selects it.
    fn choose(&mut self, cx: &ViewContext<'_>, known: &Known, session: SessionId) {
        self.cursor = Some(session);
        self.selected = Some(session.into());
        cx.act(Action::Select(Selection::sessions([session])));
        if let Some(at) = known.place_of(session) {
            cx.act(Action::Say(known.spoken(cx, at)));
        }
    }
}

/// Says by hand who attends a meeting: the delegate of that place, or whom the program finds. Nobody is sent where they are not
/// there, and what a delegate was sent to at that time is left.
fn send(cx: &ViewContext<'_>, known: &Known, session: SessionId, place: Option<usize>) {
    if known.is_small() {
        return;
    }
    let Some(sitting) = known.place_of(session) else { return };
    if let Some(place) = place.filter(|&place| !known.is_there(sitting, place)) {
        let who = known.delegate_name(cx, place);
        let text = cx.texts.text_with("delegation-not-sent", &[("who", Value::from(&who))]);
        return cx.act(Action::Tell(Message { text, is_error: true }));
    }
    let span = known.attendance.sittings[sitting].span;
    let is_beside = |id: &SessionId| {
        let other = known.place_of(*id).map(|at| known.attendance.sittings[at].span);
        *id == session || other.is_some_and(|other| other.overlaps(span))
    };
    let mut rows = Vec::new();
    for (at, row) in known.delegation.delegates.iter().enumerate() {
        let attends: Vec<SessionId> = if Some(at) == place {
            row.attends.iter().copied().filter(|id| !is_beside(id)).chain([session]).collect()
        } else {
            row.attends.iter().copied().filter(|&id| id != session).collect()
        };
        let is_same = attends.iter().collect::<BTreeSet<_>>() == row.attends.iter().collect();
        if !is_same {
            rows.push(Delegate { attends, ..(**row).clone() }.into());
        }
    }
    match rows.len() {
        0 => {}
        1 => cx.perform(Command::Put(rows.remove(0))),
        _ => cx.perform(Command::PutMany(rows)),
    }
}
