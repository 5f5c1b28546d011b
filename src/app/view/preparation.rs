//! The preparation (§1–4): the road from the first letter to the conference, with what waits for what and what is late; the
//! planning areas below it; the documents with their stages in six languages; the groups with their reports.
//!
//! What is late and at risk follows from days ([`crate::model::preparation`]); the view changes nothing by itself.

mod axis;
mod groups;
mod known;
mod lanes;
mod line;
mod road;
mod typed;

use std::rc::Rc;

use chrono::NaiveDate;
use egui::{EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Ui, WidgetInfo};

use super::kind::ViewKind;
use super::{Entry, Tools, View};
use crate::app::action::{Action, Message, UiCommand};
use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::cells::ROW;
use crate::app::widget::sheet::{Asked, Head, Sheet, Shown};
use crate::app::widget::{fields, focus};
use crate::edit::{Command, new_document, new_event};
use crate::model::{DocumentId, Event, EventId, EventKind, RowId};
use crate::texts::{Value, tid};
use axis::Axis;
use known::{AREAS, Known, PAPERS};
use lanes::Road;

/// What is chosen in the view.
#[derive(Debug, Default)]
pub struct PreparationView {
    tab: Tab,
    sift: Option<Sift>,
    /// Whether all years are as wide as that of the conference.
    is_even: bool,
    known: Option<Rc<Known>>,
    /// Where everything stands on the road, for what is known, a width and a choice of years.
    laid: Option<Laid>,
    areas: Sheet,
    papers: Sheet,
    groups: [Sheet; 3],
    /// The event on the road that keys act on.
    cursor: Option<EventId>,
    selected: Option<RowId>,
    sought: Option<EventId>,
    takes_keyboard: bool,
}

/// Where everything stands on the road, and from what, which width and choice of years that was worked out.
type Laid = (known::Key, (u32, bool), Rc<(Axis, Road)>);

/// The parts of the view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tab {
    /// Lanes and planning areas.
    #[default]
    Road,
    /// Documents and their stages.
    Documents,
    /// Groups, regional meetings, letters.
    Groups,
}

/// Only some steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sift {
    /// Those that are late.
    Late,
    /// Those that may be late.
    Risk,
}

/// The preparation in the list of views.
pub const VIEW: Entry = Entry {
    kind: ViewKind {
        name: "preparation",
        label: tid("view-preparation"),
        tip: tid("view-preparation-tip"),
        icon: icons::ROUTE,
        key: Key::P,
        with_shift: true,
        is_wide: true,
    },
    make: || Box::<PreparationView>::default(),
};

impl View for PreparationView {
    fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, _tools: &mut Tools<'_>) {
        let whole = ui.available_rect_before_wrap();
        self.follow(cx);
        let known = self.known(cx);
        focus::note_part(ui.ctx(), whole, focus::Area::Sessions);
        match self.tab {
            Tab::Road => self.road_tab(ui, cx, &known, whole),
            Tab::Documents => {
                let title = cx.text("registers-documents");
                let shown =
                    Shown { name: "papers", title, heads: &PAPERS, own: &[], lines: &known.papers, grows: true };
                if let Some(asked) = self.papers.ui(ui, cx, whole, &shown) {
                    self.asked_of_papers(cx, asked);
                }
                if known.papers.is_empty() {
                    let rect = whole.with_min_y(whole.top() + 2.0 * ROW).shrink(24.0);
                    let mut child = ui.new_child(egui::UiBuilder::new().id_salt("no papers").max_rect(rect));
                    fields::note(&mut child, cx, cx.text("preparation-no-documents"));
                }
            }
            Tab::Groups => self.groups_tab(ui, cx, &known, whole),
        }
        ui.allocate_rect(whole, Sense::HOVER);
    }

    fn take_keyboard(&mut self) {
        self.takes_keyboard = self.tab == Tab::Road;
        self.papers.takes_keyboard = self.tab == Tab::Documents;
        self.groups[0].takes_keyboard = self.tab == Tab::Groups;
    }

    fn reveal(&mut self, row: RowId) {
        match row {
            RowId::Event(id) => (self.tab, self.cursor, self.sought) = (Tab::Road, Some(id), Some(id)),
            RowId::Document(_) => {
                self.tab = Tab::Documents;
                (self.papers.cursor, self.papers.sought) = (Some((row, 0)), true);
            }
            _ => {}
        }
    }

    fn show_date(&mut self, _date: NaiveDate) {}

    fn takes_letters(&self) -> bool {
        true
    }

    fn takes_keys_of(&self, command: UiCommand) -> bool {
        command == UiCommand::SelectNone
            && (self.areas.is_typing() || self.papers.is_typing() || self.groups.iter().any(Sheet::is_typing))
    }

    fn awaits_focus(&self) -> bool {
        self.areas.awaits_focus() || self.papers.awaits_focus() || self.groups.iter().any(Sheet::awaits_focus)
    }

    fn finish(&mut self, cx: &ViewContext<'_>) -> Option<Command> {
        if let Some((RowId::Event(id), column, text)) = self.areas.finish() {
            return typed::area(cx, id, column, &text).ok().flatten();
        }
        if let Some((RowId::Event(id), column, text)) = self.groups.iter_mut().find_map(Sheet::finish) {
            return groups::typed(cx, id, column, &text).ok().flatten();
        }
        match self.papers.finish()? {
            (RowId::Document(id), column, text) => typed::paper(cx, id, column, &text).ok().flatten(),
            _ => None,
        }
    }

    fn has_line(&self) -> bool {
        true
    }

    fn line_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let known = self.known(cx);
        let mut chosen = line::Chosen { tab: self.tab, sift: self.sift, is_even: self.is_even, as_of: cx.as_of };
        let adds = line::ui(ui, cx, &known, &mut chosen);
        let is_other = chosen.tab != self.tab;
        (self.tab, self.sift, self.is_even) = (chosen.tab, chosen.sift, chosen.is_even);
        if is_other {
            self.take_keyboard();
        }
        let as_of = chosen.as_of.filter(|&day| Some(day) != cx.today());
        if as_of != cx.as_of {
            cx.act(Action::AsOf(as_of));
        }
        match adds {
            Some(line::Adds::Step) => add_step(cx, EventKind::Milestone),
            Some(line::Adds::Area) => add_step(cx, EventKind::PlanningArea),
            Some(line::Adds::Document) => self.add_document(cx),
            Some(line::Adds::KeyDocument) => groups::add_key_document(cx),
            None => {}
        }
    }

    fn status(&self, cx: &ViewContext<'_>) -> Option<String> {
        let known = self.known.as_ref()?;
        let (late, risk) = known.preparation.counts();
        let done = known.preparation.steps.values().filter(|step| step.is_done()).count();
        let values = [
            ("steps", Value::from(known.preparation.steps.len())),
            ("done", Value::from(done)),
            ("late", Value::from(late)),
            ("risk", Value::from(risk)),
        ];
        Some(cx.texts.text_with("preparation-status", &values))
    }
}

impl PreparationView {
    /// Lets the cursors follow what is selected elsewhere.
    fn follow(&mut self, cx: &ViewContext<'_>) {
        let focus = cx.selection.focus;
        if self.selected == focus {
            return;
        }
        self.selected = focus;
        match focus {
            Some(row @ RowId::Event(id)) => {
                let is_area = cx.plan.events().get(id).is_some_and(|event| event.kind == EventKind::PlanningArea);
                if is_area && self.areas.cursor.is_none_or(|(known, _)| known != row) {
                    (self.areas.cursor, self.areas.sought) = (Some((row, 0)), true);
                } else if !is_area && self.cursor != Some(id) {
                    (self.cursor, self.sought) = (Some(id), Some(id));
                }
            }
            Some(row @ RowId::Document(_)) if self.papers.cursor.is_none_or(|(known, _)| known != row) => {
                (self.papers.cursor, self.papers.sought) = (Some((row, 0)), true);
            }
            _ => {}
        }
    }

    fn known(&mut self, cx: &ViewContext<'_>) -> Rc<Known> {
        let key = (cx.workbench.generation(), cx.counts_from(), cx.settings.title_language(), self.sift);
        if let Some(known) = self.known.as_ref().filter(|known| known.key == key) {
            return Rc::clone(known);
        }
        let known = Rc::new(Known::of(cx, key));
        self.known = Some(Rc::clone(&known));
        known
    }

    fn road_tab(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, known: &Rc<Known>, whole: Rect) {
        let laid = self.laid(ui, cx, known, whole.width() - road::head_width(whole.width()));
        // The areas take what they need, and leave the road the larger part.
        let wanted = ROW * (known.areas.len() + 1) as f32;
        let least = whole.height() * 0.3;
        let spare = laid.as_ref().map_or(0.0, |laid| whole.height() - laid.1.height - 40.0);
        let below = if known.areas.is_empty() { 0.0 } else { wanted.min(least.max(spare)) };
        let (above, below) = whole.split_top_bottom_at_y(whole.bottom() - below);
        match laid {
            Some(laid) => self.road_ui(ui, cx, (known, &laid), above),
            None => {
                let mut child = ui.new_child(egui::UiBuilder::new().id_salt("no road").max_rect(above.shrink(24.0)));
                fields::note(&mut child, cx, cx.text("preparation-no-steps"));
            }
        }
        if below.height() > 0.0 {
            let title = cx.text("preparation-areas");
            let shown = Shown { name: "areas", title, heads: &AREAS, own: &[], lines: &known.areas, grows: true };
            if let Some(asked) = self.areas.ui(ui, cx, below, &shown) {
                Self::asked_of_areas(cx, asked);
            }
            ui.painter().hline(whole.x_range(), below.top() + 0.5, (1.0, cx.theme.line_strong));
        }
    }

    fn laid(&mut self, ui: &Ui, cx: &ViewContext<'_>, known: &Known, width: f32) -> Option<Rc<(Axis, Road)>> {
        let shape = (width.max(0.0) as u32, self.is_even);
        if let Some((key, of, laid)) = &self.laid
            && (*key, *of) == (known.key, shape)
        {
            return Some(Rc::clone(laid));
        }
        let axis = Axis::of(cx.plan, width - 16.0, !self.is_even)?;
        let road = road::laid_out(ui, cx, known, &axis, width);
        let laid = Rc::new((axis, road));
        self.laid = Some((known.key, shape, Rc::clone(&laid)));
        Some(laid)
    }

    fn road_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (known, laid): (&Known, &Rc<(Axis, Road)>), rect: Rect) {
        let ground = ui.interact(rect, Id::unique("preparation-ground"), Sense::click());
        ground.widget_info(|| WidgetInfo::labeled(Role::Table, true, cx.text("preparation-road")));
        if std::mem::take(&mut self.takes_keyboard) || ground.clicked() {
            ui.memory_mut(|memory| memory.request_focus(ground.id));
        }
        self.keys(ui, cx, &laid.1, ground.id);
        let sift = self.sift;
        let stands_out = move |step: &crate::model::preparation::Step| known::takes(sift, step);
        let drawn = road::Drawn {
            known,
            road: &laid.1,
            axis: &laid.0,
            today: cx.counts_from(),
            cursor: self.cursor,
            stands_out: &stands_out,
        };
        if let Some((id, twice)) = road::ui(ui, cx, rect, &drawn, self.sought.take()) {
            self.takes_keyboard = true;
            self.cursor = Some(id);
            if twice { open(cx, id.into()) } else { cx.select(id) }
        }
    }

    /// Keys on the road: from event to event, one state further or back.
    fn keys(&mut self, ui: &Ui, cx: &ViewContext<'_>, road: &Road, ground: Id) {
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(ground, arrows));
        if ui.memory(|memory| memory.focused()) != Some(ground) {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let last = road.items.len().saturating_sub(1);
        let at = self.cursor.and_then(|id| road.places.get(&id).copied());
        for (key, to) in [
            (Key::ArrowDown, at.map_or(0, |at| (at + 1).min(last))),
            (Key::ArrowRight, at.map_or(0, |at| (at + 1).min(last))),
            (Key::ArrowUp, at.map_or(last, |at| at.saturating_sub(1))),
            (Key::ArrowLeft, at.map_or(last, |at| at.saturating_sub(1))),
            (Key::Home, 0),
            (Key::End, last),
        ] {
            if pressed(key)
                && let Some(item) = road.items.get(to)
            {
                (self.cursor, self.sought) = (Some(item.id), Some(item.id));
                cx.select(item.id);
            }
        }
        if pressed(Key::Insert) {
            add_step(cx, EventKind::Milestone);
        }
        let Some(id) = self.cursor.filter(|&id| cx.plan.events().contains(id)) else { return };
        if pressed(Key::Enter) {
            open(cx, id.into());
        }
        for (key, back) in [(Key::Space, false), (Key::Backspace, true)] {
            if pressed(key) {
                step(cx, id, back);
            }
        }
    }

    fn asked_of_areas(cx: &ViewContext<'_>, asked: Asked) {
        match asked {
            Asked::Choose(row) => cx.select(row),
            Asked::Open(row) => open(cx, row),
            Asked::Typed(RowId::Event(id), column, text) => {
                take(cx, (&AREAS, column), typed::area(cx, id, column, &text), &text)
            }
            Asked::Step(RowId::Event(id), _) => step(cx, id, false),
            Asked::Back(RowId::Event(id), _) => step(cx, id, true),
            Asked::Remove(row) => cx.perform(Command::Remove(vec![row])),
            Asked::Add => add_step(cx, EventKind::PlanningArea),
            Asked::Typed(..) | Asked::Step(..) | Asked::Back(..) => {}
        }
    }

    fn asked_of_papers(&mut self, cx: &ViewContext<'_>, asked: Asked) {
        let staged = |id: DocumentId, column: usize, back: bool| {
            _ = typed::staged(cx, id, column, back).map(|command| cx.perform(command));
        };
        match asked {
            Asked::Choose(row) => cx.select(row),
            Asked::Open(row) => open(cx, row),
            Asked::Typed(RowId::Document(id), column, text) => {
                take(cx, (&PAPERS, column), typed::paper(cx, id, column, &text), &text);
            }
            Asked::Step(RowId::Document(id), column) => staged(id, column, false),
            Asked::Back(RowId::Document(id), column) => staged(id, column, true),
            Asked::Remove(row) => cx.perform(Command::Remove(vec![row])),
            Asked::Add => self.add_document(cx),
            Asked::Typed(..) | Asked::Step(..) | Asked::Back(..) => {}
        }
    }

    fn add_document(&mut self, cx: &ViewContext<'_>) {
        let name = cx.text("registers-new-document");
        let row = new_document(cx.plan, name);
        self.sift = None;
        self.papers.begin((row.id.into(), 0), name.to_owned());
        cx.perform(Command::Put(row.into()));
    }
}

/// Does what was typed, or says that it can not stand there.
fn take(
    cx: &ViewContext<'_>,
    (heads, column): (&[Head], usize),
    done: Result<Option<Command>, typed::Unknown>,
    text: &str,
) {
    match done {
        Ok(Some(command)) => cx.perform(command),
        Ok(None) => {}
        Err(typed::Unknown) => {
            let name = heads.get(column).map_or("", |head| cx.text(head.name));
            let values = [("text", Value::from(text)), ("column", Value::from(name))];
            let text = cx.texts.text_with("registers-unknown", &values);
            cx.act(Action::Tell(Message { text, is_error: true }));
        }
    }
}

/// A new step on the first day of the conference, or a new planning area; the inspector shows it.
fn add_step(cx: &ViewContext<'_>, kind: EventKind) {
    let is_area = kind == EventKind::PlanningArea;
    let title = cx.text(if is_area { tid("preparation-new-area") } else { tid("preparation-new-step") });
    let mut event = Event { kind, hours: None, ..new_event(cx.plan, title) };
    // On the road that is today, unless the road has ended.
    let last = cx.plan.main_event().map(|event| event.dates.first_and_last().1);
    if let Some(today) = cx.today().filter(|&today| !is_area && last.is_none_or(|last| today <= last)) {
        event.dates = crate::model::EventDates::day(today);
    } else if !is_area {
        event.dates = crate::model::EventDates::day(event.dates.first_and_last().0);
    }
    if is_area {
        event.dates = crate::model::EventDates::Year(chrono::Datelike::year(&event.dates.first_and_last().0));
    }
    let id = event.id;
    cx.perform(Command::Put(event.into()));
    cx.act(Action::BeginTitle(id.into()));
}

/// A step one state further or back, and what its state is then; what is done is not taken back by going further.
fn step(cx: &ViewContext<'_>, id: EventId, back: bool) {
    let Some(event) = cx.plan.events().get(id) else { return };
    let name = crate::app::widget::steps::name(cx, event);
    let tell = |state: &str, id: &'static str| {
        let values = [("what", Value::from(name)), ("state", Value::from(state))];
        cx.act(Action::Tell(Message { text: cx.texts.text_with(id, &values), is_error: false }));
    };
    match typed::stepped(cx, id, back) {
        Some((state, command)) => {
            cx.perform(command);
            let state = state.map_or(tid("step-state-unknown"), crate::texts::steps::state);
            tell(cx.text(state), tid("preparation-state-now"));
        }
        None => tell("", tid("preparation-is-done")),
    }
}

/// Shows all of a row, in the inspector.
fn open(cx: &ViewContext<'_>, row: RowId) {
    cx.select(row);
    if !cx.panels.1 {
        cx.run(UiCommand::ToggleInspector);
    }
}
