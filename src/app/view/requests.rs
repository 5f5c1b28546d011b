//! Requests: who asks for a room, in the order of the queue, what was answered, and the rooms of a day beside it.
//!
//! The view changes nothing itself. Enter finds a place for a request and shows what speaks against it; Enter again takes it.

mod card;
mod day;
mod line;
mod rows;
mod table;
mod typing;
mod words;

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;
use egui::{EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2};

use super::kind::ViewKind;
use super::{Entry, Tools, View};
use crate::app::action::{Action, UiCommand};
use crate::app::context::ViewContext;
use crate::app::phrases;
use crate::app::style::{icons, size};
use crate::app::widget::cells::Shown;
use crate::app::widget::rows::Go;
use crate::app::widget::{fields, focus};
use crate::check::Finding;
use crate::edit::Command;
use crate::edit::requests::OnRequest;
use crate::model::{CivilTime, EventId, RequestAnswer, RoomRequest, RoomRequestId, RowId, RowKind, Span};
use crate::texts::{Value, tid};
use crate::workbench::Generation;
use card::{Answer, Card};
use rows::{Group, Row};
use table::{Asked, Table};
use typing::{Ended, Typing};

/// The queue and what the view remembers of it.
#[derive(Debug, Default)]
pub struct RequestsView {
    known: Option<Rc<Known>>,
    /// Only these show.
    only: Option<Group>,
    /// What was selected when the view last looked.
    selected: Option<RowId>,
    /// The request that keys act on.
    cursor: Option<RoomRequestId>,
    /// To be brought into sight.
    sought: Option<Sought>,
    /// What is asked of a request.
    card: Option<Card>,
    typing: Option<Typing>,
    /// Whether the table gets the keyboard in the next frame.
    takes_keyboard: bool,
    /// The pass in which it was drawn last: where it comes into sight, it takes the keyboard that nothing else has.
    drawn: u64,
}

/// What is shown, worked out for a state of the plan.
#[derive(Debug)]
struct Known {
    at: Generation,
    only: Option<Group>,
    rows: Vec<Row>,
    told: BTreeMap<RoomRequestId, Vec<Finding>>,
}

/// What is to be brought into sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sought {
    Request(RoomRequestId),
    New,
}

/// Requests in the list of views.
pub const VIEW: Entry = Entry {
    kind: ViewKind {
        name: "requests",
        label: tid("view-requests"),
        tip: tid("view-requests-tip"),
        icon: icons::CALENDAR_CHECK,
        key: Key::E,
        with_shift: true,
        is_wide: true,
    },
    make: || Box::<RequestsView>::default(),
};

/// How wide the day is, and how wide the view must be to have one, in points.
const DAY: (f32, f32) = (320.0, 1000.0);

impl View for RequestsView {
    fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, _tools: &mut Tools<'_>) {
        let whole = ui.available_rect_before_wrap();
        self.follow(cx);
        let Some(event) = cx.index().main_event() else {
            ui.add_space(24.0);
            ui.vertical_centered(|ui| fields::note(ui, cx, cx.text("requests-no-event")));
            return;
        };
        // Where the inspector is open, it has the room.
        let has_day = whole.width() >= DAY.1 && !cx.panels.1;
        let split = if has_day { whole.right() - DAY.0 } else { whole.right() };
        let (left, right) = whole.split_left_right_at_x(split);
        let known = self.known(cx);
        self.table_ui(ui, cx, (event, &known), left);
        if cx.plan.requests().is_empty() {
            let rect = left.with_min_y(left.top() + 2.5 * size::ROW).shrink2(egui::vec2(48.0, 0.0));
            let mut child = ui.new_child(UiBuilder::new().id_salt("requests empty").max_rect(rect));
            child.set_max_width(rect.width().min(560.0));
            fields::note(&mut child, cx, cx.text("requests-none"));
        }
        if has_day {
            self.day_ui(ui, cx, (event, &known.rows), right);
        }
        ui.allocate_rect(whole, Sense::HOVER);
    }

    fn take_keyboard(&mut self) {
        self.takes_keyboard = true;
    }

    fn reveal(&mut self, row: RowId) {
        if let RowId::RoomRequest(id) = row {
            (self.cursor, self.sought) = (Some(id), Some(Sought::Request(id)));
        }
    }

    fn show_date(&mut self, _date: NaiveDate) {}

    fn takes_letters(&self) -> bool {
        true
    }

    fn takes_keys_of(&self, command: UiCommand) -> bool {
        command == UiCommand::SelectNone && (self.card.is_some() || self.typing.is_some())
    }

    fn awaits_focus(&self) -> bool {
        self.typing.as_ref().is_some_and(Typing::awaits_focus) || self.card.as_ref().is_some_and(Card::awaits_focus)
    }

    fn paste_block(&mut self, cx: &ViewContext<'_>, text: &str) -> bool {
        let event = cx.index().main_event();
        let Some((command, bad)) = event.and_then(|event| typing::pasted(cx, event, text)) else { return false };
        cx.perform(command);
        if !bad.is_empty() {
            let message = phrases::not_taken(cx, false, &bad.join(", "), cx.text("requests-expected"));
            cx.act(Action::Tell(message));
        }
        true
    }

    fn lists(&self, cx: &ViewContext<'_>) -> Option<RowKind> {
        cx.index().main_event().map(|_| RowKind::RoomRequest)
    }

    fn finish(&mut self, cx: &ViewContext<'_>) -> Option<Command> {
        let (typing, event) = (self.typing.take()?, cx.index().main_event()?);
        typing.command(cx, event).ok().flatten()
    }

    fn has_line(&self) -> bool {
        true
    }

    fn line_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        if cx.index().main_event().is_some() && line::ui(ui, cx, &mut self.only) {
            self.begin_new();
        }
    }

    fn status(&self, cx: &ViewContext<'_>) -> Option<String> {
        let answer = self.cursor.and_then(|id| cx.plan.requests().get(id)).map(|row| row.answer);
        let id = match answer {
            None => tid("requests-status"),
            Some(RequestAnswer::Waiting) => tid("requests-status-waiting"),
            Some(RequestAnswer::Accepted) => tid("requests-status-accepted"),
            Some(_) => tid("requests-status-declined"),
        };
        let waiting = Group::Waiting.count(cx.plan);
        Some(cx.texts.text_with(id, &[("count", Value::from(waiting))]))
    }
}

impl RequestsView {
    /// Lets the cursor follow what is selected elsewhere.
    fn follow(&mut self, cx: &ViewContext<'_>) {
        let focus = cx.selection.focus;
        if self.selected != focus {
            self.selected = focus;
            let of_session = |id| cx.plan.requests().iter().find(|row| row.session == Some(id)).map(|row| row.id);
            let found = match focus {
                Some(RowId::RoomRequest(id)) => Some(id),
                Some(RowId::Session(id)) => of_session(id),
                _ => None,
            };
            if let Some(id) = found.filter(|id| self.cursor != Some(*id)) {
                (self.cursor, self.sought) = (Some(id), Some(Sought::Request(id)));
            }
        }
        self.cursor = self.cursor.filter(|&id| cx.plan.requests().contains(id));
        // What is asked is asked of the plan as it is.
        let is_stale = self.known.as_ref().is_none_or(|known| known.at != cx.workbench.generation());
        if is_stale {
            self.card = self.card.take().filter(Card::awaits_focus);
        }
    }

    /// What is shown, worked out anew where the plan or what is asked for has changed.
    fn known(&mut self, cx: &ViewContext<'_>) -> Rc<Known> {
        let at = cx.workbench.generation();
        if let Some(Sought::Request(id)) = self.sought
            && let Some(only) = self.only
            && rows::row_of(&rows::rows(cx.plan, Some(only)), id).is_none()
        {
            self.only = None;
        }
        if let Some(known) = self.known.as_ref().filter(|known| known.at == at && known.only == self.only) {
            return Rc::clone(known);
        }
        let (rows, told) = (rows::rows(cx.plan, self.only), rows::told(&cx.workbench.checker()));
        let known = Rc::new(Known { at, only: self.only, rows, told });
        self.known = Some(Rc::clone(&known));
        known
    }

    fn table_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (event, known): (EventId, &Known), rect: Rect) {
        let ground = ui.interact(rect, Id::unique("requests-ground"), Sense::click());
        ground.widget_info(|| WidgetInfo::labeled(Role::Table, true, cx.text("requests-table")));
        focus::note_part(ui.ctx(), rect, focus::Area::Sessions);
        let pass = ui.ctx().cumulative_pass_nr();
        let comes = pass > std::mem::replace(&mut self.drawn, pass) + 1;
        let is_free = comes && ui.memory(|memory| memory.focused()).is_none();
        if std::mem::take(&mut self.takes_keyboard) || ground.clicked() || is_free {
            ui.memory_mut(|memory| memory.request_focus(ground.id));
        }
        self.keys(ui, cx, &known.rows, (ground.id, rect.height()));
        let sought = self.sought.take().and_then(|sought| match sought {
            Sought::Request(id) => rows::row_of(&known.rows, id),
            Sought::New => known.rows.iter().position(|row| *row == Row::New),
        });
        let mut child = ui.new_child(UiBuilder::new().id_salt("requests").max_rect(rect));
        let table = Table { event, rows: &known.rows, told: &known.told, cursor: self.cursor };
        let (asked, shown) = table::ui(&mut child, cx, &table, &mut self.typing, sought);
        match asked {
            Some(Asked::Choose(id)) => {
                self.choose(cx, id);
                self.card = None;
                self.takes_keyboard = true;
            }
            Some(Asked::Open(id)) => open(cx, id),
            Some(Asked::New) => self.begin_new(),
            Some(Asked::Ended(ended)) => self.ended(cx, ended),
            None => {}
        }
        self.card_ui(ui, cx, (&known.rows, shown));
    }

    /// What is asked of a request, below its row.
    fn card_ui(&mut self, ui: &Ui, cx: &ViewContext<'_>, (rows, shown): (&[Row], Shown)) {
        let Some(card) = &mut self.card else { return };
        let row = rows::row_of(rows, card.id).map(|at| shown.rect_of(at));
        let Some(row) = row.filter(|row| shown.body.expand(size::ROW).intersects(*row)) else { return };
        if let Some(answer) = card.ui(ui, cx, row) {
            self.answered(cx, rows, answer);
        }
    }

    fn answered(&mut self, cx: &ViewContext<'_>, rows: &[Row], answer: Answer) {
        let stays = self.card.as_ref().is_some_and(Card::awaits_focus);
        if let Answer::Done(command) = answer {
            // The next one that waits is looked at then.
            let next = rows::next(rows, (self.cursor, Go::Down, 1)).filter(|id| Some(*id) != self.cursor);
            let waits = |id: &RoomRequestId| cx.plan.requests().get(*id).is_some_and(|row| row.waits());
            cx.perform(command);
            if let Some(next) = next.filter(waits).filter(|_| !stays) {
                self.choose(cx, next);
            }
        }
        if !stays {
            (self.card, self.takes_keyboard) = (None, true);
        }
    }

    /// The rooms of the day of the request that is chosen, or of the first one that waits.
    fn day_ui(&self, ui: &mut Ui, cx: &ViewContext<'_>, (event, rows): (EventId, &[Row]), rect: Rect) {
        let Some(event) = cx.plan.events().get(event) else { return };
        let painter = ui.painter_at(rect);
        painter.rect_filled(rect, 0.0, cx.theme.ground);
        painter.vline(rect.left() + 0.5, rect.y_range(), (1.0, cx.theme.line));
        let inner = Rect::from_min_max(pos2(rect.left() + 13.0, rect.top()), rect.max - egui::vec2(12.0, 0.0));
        let mut child = ui.new_child(UiBuilder::new().id_salt("requests day").max_rect(inner));
        let request = self.cursor.and_then(|id| cx.plan.requests().get(id));
        let offered = self.card.as_ref().and_then(Card::at);
        let session = request.and_then(|row| words::session(cx, row)).and_then(|session| session.span());
        let wanted = request.and_then(|row| Some(Span::new(row.start?, row.start?.plus_mins(row.length.mins()))));
        let start = offered.map(|at| at.start).or(session.map(|span| span.start)).or(wanted.map(|span| span.start));
        let days = event.dates.first_and_last();
        let is_of_event = |day: &NaiveDate| (days.0..=days.1).contains(day);
        let next = rows.iter().filter_map(|row| if let Row::Request(_, row) = row { row.start } else { None });
        let next = next.map(CivilTime::date).find(is_of_event).filter(|_| request.is_none());
        let day = start.map(CivilTime::date).or(next).or(cx.date.filter(is_of_event)).unwrap_or(days.0);
        day::ui(&mut child, cx, &day::Shown { event, day, wanted, offered });
    }

    fn choose(&mut self, cx: &ViewContext<'_>, id: RoomRequestId) {
        (self.cursor, self.selected, self.sought) = (Some(id), Some(id.into()), Some(Sought::Request(id)));
        cx.select(id);
    }

    fn begin_new(&mut self) {
        self.begin_with(String::new());
    }

    /// A new request that begins with these letters.
    fn begin_with(&mut self, text: String) {
        (self.typing, self.card, self.sought) = (Some(Typing::begin(text)), None, Some(Sought::New));
        self.only = self.only.filter(|only| *only == Group::Waiting);
    }

    fn ended(&mut self, cx: &ViewContext<'_>, ended: Ended) {
        self.typing = None;
        match ended {
            Ended::Left => self.takes_keyboard = true,
            Ended::Done(command, goes_on) => {
                cx.perform(command);
                if goes_on {
                    self.begin_new();
                }
            }
        }
    }

    /// Takes those that are for the table while it has the keyboard.
    fn keys(&mut self, ui: &Ui, cx: &ViewContext<'_>, rows: &[Row], (ground, height): (Id, f32)) {
        let horizontal_arrows = self.card.is_some();
        let arrows = EventFilter { vertical_arrows: true, horizontal_arrows, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(ground, arrows));
        if ui.memory(|memory| memory.focused()) != Some(ground) || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        if let Some(answer) = self.card.as_mut().and_then(|card| card.keys(ui, cx)) {
            return self.answered(cx, rows, answer);
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let page = ((height / size::ROW) as usize).saturating_sub(3);
        for (key, go) in Go::KEYS {
            let times = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
            for _ in 0..times {
                if let Some(id) = rows::next(rows, (self.cursor, go, page)) {
                    self.card = None;
                    self.choose(cx, id);
                }
            }
        }
        if pressed(Key::Insert) {
            self.begin_new();
        } else if cx.plan.requests().is_empty() && self.typing.is_none() {
            // Where no key can mean a request, letters begin one.
            let typed = ui.input_mut(take_text);
            if !typed.trim().is_empty() {
                self.begin_with(typed);
            }
        }
        let Some(request) = self.cursor.and_then(|id| cx.plan.requests().get(id)) else { return };
        if pressed(Key::Enter) {
            self.enter(ui, cx, request);
        }
        if pressed(Key::D) {
            self.card = Some(Card::reason(request));
        }
        if pressed(Key::Delete) {
            self.delete(cx, rows, request);
        }
        if pressed(Key::Backspace) && !request.waits() {
            cx.perform(Command::Request(OnRequest::Reopen(request.id)));
        }
        if pressed(Key::W) {
            show(cx, request);
        }
    }

    /// Finds a place for what waits; shows everything else.
    fn enter(&mut self, ui: &Ui, cx: &ViewContext<'_>, request: &RoomRequest) {
        if request.session.is_none() && request.answer != RequestAnswer::Withdrawn {
            self.card = Some(Card::offer(ui, cx, request));
        } else {
            open(cx, request.id);
        }
    }

    /// Declines, which asks for the reason; what is declined already is removed.
    fn delete(&mut self, cx: &ViewContext<'_>, rows: &[Row], request: &RoomRequest) {
        if !matches!(request.answer, RequestAnswer::Declined | RequestAnswer::Withdrawn) {
            self.card = Some(Card::reason(request));
            return;
        }
        let next = rows::next(rows, (self.cursor, Go::Down, 1)).filter(|id| Some(*id) != self.cursor);
        cx.perform(Command::Remove(vec![request.id.into()]));
        if let Some(next) = next {
            self.choose(cx, next);
        }
    }
}

/// Shows all of a request, in the inspector.
fn open(cx: &ViewContext<'_>, id: RoomRequestId) {
    cx.select(id);
    if !cx.panels.1 {
        cx.run(UiCommand::ToggleInspector);
    }
}

/// Shows on the timeline where a request is, or when it is wanted.
fn show(cx: &ViewContext<'_>, request: &RoomRequest) {
    if let Some(session) = words::session(cx, request).filter(|session| session.placement.is_some()) {
        cx.act(Action::RevealIn("timeline", session.id.into()));
    } else if let Some(start) = request.start {
        cx.act(Action::ShowView("timeline"));
        cx.act(Action::ShowTime(start));
    }
}

/// The letters that were typed, which nobody else is to take.
fn take_text(input: &mut egui::InputState) -> String {
    let mut typed = String::new();
    input.events.retain(|event| match event {
        egui::Event::Text(text) => {
            typed.push_str(text);
            false
        }
        _ => true,
    });
    typed
}
