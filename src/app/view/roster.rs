//! The roster: which team of interpreters sits when, what no team does, how many teams are needed, and what each carries.
//!
//! It is worked out once for each state of the plan. A sitting stays at its time; it is carried from team to team, with the
//! pointer or with keys, and cells say what would come of it before it is let go.

mod carried;
mod grid;
mod keys;
mod known;
mod line;
mod needed;
mod summary;

use chrono::NaiveDate;
use egui::{Id, Key, Modifiers, Rect, RichText, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::kind::ViewKind;
use super::{Entry, Tools, View};
use crate::app::action::{Action, UiCommand};
use crate::app::context::ViewContext;
use crate::app::selection::Selection;
use crate::app::style::{Type, icons};
use crate::app::widget::{fields, focus};
use crate::model::roster;
use crate::model::{EventId, RowId, SessionId};
use crate::texts::{Value, tid};
use carried::Carried;
use grid::{Asked, Layout, Marks};
use known::{Known, Row};

/// What is looked at, and what is done to it.
#[derive(Debug, Default)]
pub struct RosterView {
    event: Option<EventId>,
    known: Option<Known>,
    gaps_only: bool,
    /// The cell that keys act on: its row and its day.
    cursor: Option<(Row, usize)>,
    /// The session to whose cell the cursor goes as soon as that is known.
    follows: Option<SessionId>,
    /// What was selected when the view last looked.
    selected: Option<RowId>,
    carried: Option<Carried>,
    /// Whether the cursor is to be brought into sight.
    sought: bool,
    takes_keyboard: bool,
}

/// The roster in the list of views.
pub const VIEW: Entry = Entry {
    kind: ViewKind {
        name: "roster",
        label: tid("view-roster"),
        tip: tid("view-roster-tip"),
        icon: icons::HEADPHONES,
        key: Key::T,
        with_shift: true,
        is_wide: true,
    },
    make: || Box::<RosterView>::default(),
};

/// How wide the summary is, and how wide the view must be to have one, in points.
const SUMMARY: (f32, f32) = (276.0, 940.0);
/// How high the words are that stand in the place of teams while there are none.
const EMPTY: f32 = 176.0;

impl View for RosterView {
    fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, _tools: &mut Tools<'_>) {
        let whole = ui.available_rect_before_wrap();
        let Some(event) = self.chosen_event(cx) else {
            ui.add_space(24.0);
            ui.vertical_centered(|ui| fields::note(ui, cx, cx.text("roster-none")));
            return;
        };
        let known = Known::of(self.known.take(), cx, (event, self.gaps_only));
        self.follow(cx, &known);
        let has_summary = whole.width() >= SUMMARY.1 && !cx.panels.1;
        let split = if has_summary { whole.right() - SUMMARY.0 } else { whole.right() };
        let (left, right) = whole.split_left_right_at_x(split);
        let ground = ui.interact(left, Id::unique("roster-ground"), Sense::click());
        ground.widget_info(|| WidgetInfo::labeled(Role::Table, true, cx.text("roster-title")));
        focus::note_part(ui.ctx(), left, focus::Area::Sessions);
        if std::mem::take(&mut self.takes_keyboard) || ground.clicked() {
            ui.memory_mut(|memory| memory.request_focus(ground.id));
        }
        self.keys(ui, cx, &known, ground.id);
        self.grid_ui(ui, cx, &known, (left, ground.id));
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
            RowId::Session(id) => self.follows = Some(id),
            RowId::Event(id) => self.event = Some(id),
            _ => {}
        }
    }

    fn show_date(&mut self, date: NaiveDate) {
        if let Some(known) = &self.known
            && let Some(day) = known.days.iter().position(|day| *day == date)
        {
            let row = self.cursor.map_or(known.rows[0], |(row, _)| row);
            self.cursor = Some((row, day));
        }
    }

    fn takes_letters(&self) -> bool {
        true
    }

    fn takes_keys_of(&self, command: UiCommand) -> bool {
        command == UiCommand::SelectNone && self.carried.is_some()
    }

    fn has_line(&self) -> bool {
        true
    }

    fn line_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let Some(event) = self.chosen_event(cx) else { return };
        let known = Known::of(self.known.take(), cx, (event, self.gaps_only));
        if let Some(event) = line::ui(ui, cx, &known.roster, &mut self.gaps_only) {
            (self.event, self.cursor, self.carried) = (Some(event), None, None);
        }
        self.known = Some(known);
    }

    fn typing(&self, cx: &ViewContext<'_>) -> Option<String> {
        let (carried, known) = (self.carried.as_ref()?, self.known.as_ref()?);
        let what = carried.words(cx, known);
        let id = if carried.by_keys { tid("roster-carrying") } else { tid("roster-dragging") };
        Some(cx.texts.text_with(id, &[("what", Value::from(&what))]))
    }

    fn status(&self, cx: &ViewContext<'_>) -> Option<String> {
        let known = self.known.as_ref()?;
        let values = [
            ("sittings", Value::from(known.roster.sittings.len())),
            ("meetings", Value::from(known.roster.meetings.len())),
            ("teams", Value::from(known.roster.teams.len())),
        ];
        Some(cx.texts.text_with("roster-status", &values))
    }
}

impl RosterView {
    /// The event that was asked for, else what the plan is about, else the first with something to interpret.
    fn chosen_event(&self, cx: &ViewContext<'_>) -> Option<EventId> {
        let known = self.known.as_ref().map(|known| known.roster.event);
        if let Some(event) = self.event.filter(|&event| known == Some(event)) {
            return Some(event).filter(|&event| cx.plan.events().contains(event));
        }
        let events = roster::events(cx.plan);
        let asked = self.event.filter(|event| events.contains(event));
        asked.or_else(|| cx.index().main_event().filter(|main| events.contains(main))).or(events.first().copied())
    }

    /// Follows what is selected elsewhere, and forgets what is not there any more.
    fn follow(&mut self, cx: &ViewContext<'_>, known: &Known) {
        let focus = cx.selection.focus;
        if self.selected != focus {
            self.selected = focus;
            if let Some(RowId::Session(id)) = focus {
                self.follows = Some(id);
            }
        }
        if let Some(cell) = self.follows.take().and_then(|id| known.cell_of(id)) {
            (self.cursor, self.sought) = (Some(cell), true);
        }
        self.cursor = self.cursor.filter(|(row, day)| known.rows.contains(row) && *day < known.days.len());
        self.carried = self.carried.take().filter(|carried| carried.holds(cx));
    }

    /// The days, the teams, what has none, and how many are needed.
    fn grid_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, known: &Known, (rect, ground): (Rect, Id)) {
        let mut layout = Layout::new(known, rect);
        let head = rect.with_max_y(rect.top() + grid::HEAD);
        grid::head_ui(ui, cx, (&layout, known), head);
        let (teams, gaps) = grid::heights(known);
        let is_empty = known.roster.teams.is_empty();
        let room = rect.bottom() - head.bottom();
        // What is below stays in sight; teams scroll.
        let gaps = gaps.min((room * 0.4).max(60.0));
        let teams = if is_empty { EMPTY } else { teams.min((room - gaps - needed::HEIGHT).max(80.0)) };
        let below = |top: f32, high: f32| Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), high));
        let teams = below(head.bottom(), teams);
        let gaps = below(teams.bottom(), gaps);
        let sought = std::mem::take(&mut self.sought).then_some(self.cursor).flatten().map(|(row, _)| row);
        let has_keyboard = ui.memory(|memory| memory.focused()) == Some(ground);
        let marks = Marks { cursor: (self.cursor, has_keyboard), carried: self.carried.as_ref(), sought };
        let mut asked = None;
        if is_empty {
            empty_ui(ui, cx, known, teams);
            ui.painter().hline(teams.x_range(), teams.bottom() - 0.5, (1.0, cx.theme.line_strong));
        } else {
            asked = grid::rows_ui(ui, cx, (&mut layout, known), &marks, (teams, true));
        }
        ui.painter().hline(gaps.x_range(), gaps.top() - 0.5, (1.0, cx.theme.line_strong));
        asked = grid::rows_ui(ui, cx, (&mut layout, known), &marks, (gaps, false)).or(asked);
        needed::ui(ui, cx, (&layout, known), below(gaps.bottom(), needed::HEIGHT));
        match asked {
            Some(Asked::Choose(row, day)) => {
                self.choose(cx, known, (row, day));
                self.takes_keyboard = true;
            }
            Some(Asked::Take(row, day)) => {
                self.choose(cx, known, (row, day));
                self.carried = known.sitting(row, day).and_then(|at| Carried::new(cx, known, at, false));
            }
            Some(Asked::Team(at)) => {
                if let Some(team) = known.roster.teams.get(at) {
                    cx.act(Action::Inspect(team.id.into()));
                }
            }
            None => {}
        }
        self.drag_ui(ui, cx, known, &layout);
    }

    /// Lets what is carried follow the pointer, and puts it where it is let go of.
    fn drag_ui(&mut self, ui: &Ui, cx: &ViewContext<'_>, known: &Known, layout: &Layout) {
        let Some(carried) = self.carried.as_mut().filter(|carried| !carried.by_keys) else { return };
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.carried = None;
            ui.ctx().stop_dragging();
            return;
        }
        let pointer = ui.input(|input| input.pointer.latest_pos());
        carried.aim(pointer.and_then(|pos| layout.cell_at(pos)));
        if ui.input(|input| input.pointer.primary_down()) {
            carried.card_ui(ui, cx, known);
            return;
        }
        self.put_down(cx, known);
    }

    /// Lets go of what is carried.
    fn put_down(&mut self, cx: &ViewContext<'_>, known: &Known) {
        let Some(carried) = self.carried.take() else { return };
        if let Some(command) = carried.command(known) {
            self.follows = carried.sessions.first().copied();
            cx.perform(command);
        }
        self.takes_keyboard = true;
    }

    /// Puts the cursor on a cell, and selects what is in it.
    fn choose(&mut self, cx: &ViewContext<'_>, known: &Known, cell: (Row, usize)) {
        (self.cursor, self.sought) = (Some(cell), true);
        if let Some(sitting) = known.sitting(cell.0, cell.1) {
            let sessions = known.roster.sessions(&known.roster.sittings[sitting]);
            self.selected = sessions.last().map(|&id| id.into());
            cx.act(Action::Select(Selection::sessions(sessions)));
            cx.act(Action::Say(known.cards[sitting].spoken.clone()));
        }
    }
}

/// What stands in the place of teams while there are none: what a team is, and how to add one.
fn empty_ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known, rect: Rect) {
    ui.scope_builder(UiBuilder::new().max_rect(rect.shrink2(vec2(24.0, 16.0))), |ui| {
        ui.vertical_centered(|ui| {
            ui.label(RichText::new(cx.text("roster-empty")).font(Type::Title.font()).color(cx.theme.text));
            ui.set_max_width(ui.available_width().min(560.0));
            fields::note(ui, cx, cx.text("roster-empty-about"));
            ui.add_space(8.0);
            line::team_ui(ui, cx, &known.roster, true);
        });
    });
}
