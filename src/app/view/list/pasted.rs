//! A block of cells that was copied elsewhere, pasted onto the cells of the List by their position: what it would change is
//! shown first, with what is not understood and why, and taken as one step.

use std::collections::BTreeMap;

use egui::{Frame, Key, Margin, Modifiers, Rect, RichText, ScrollArea, Ui, UiBuilder};

use super::ListView;
use super::columns::{Column, Editor};
use super::open_cell::{Mistake, OpenCell};
use super::options::{self, Offer};
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::paint::text::elided_ui;
use crate::app::style::{Type, icons, size};
use crate::app::widget::buttons::{filled_button, plain_button};
use crate::app::widget::fields::medium;
use crate::app::widget::signs::sign_ui;
use crate::edit::{Command, resolve};
use crate::exchange::incoming::{Grid, Known, Pasted};
use crate::model::{Plan, Session, SessionId};
use crate::texts::{Value, tid};
use crate::workbench::Generation;

/// How high the preview is.
const HEIGHT: f32 = 184.0;
/// So many cells are told one by one.
const TOLD: usize = 400;

/// One cell that would change, or can not.
#[derive(Clone, Debug)]
struct Told {
    session: SessionId,
    column: Column,
    /// What is pasted.
    text: String,
    /// Why it can not be taken.
    mistake: Option<Mistake>,
}

/// A block that was pasted and is not taken yet.
#[derive(Clone, Debug)]
pub struct Block {
    /// The text, which can become sessions instead.
    text: String,
    /// For which state of the plan the rest is.
    known: Generation,
    cells: Vec<Vec<String>>,
    ids: Vec<SessionId>,
    columns: Vec<Column>,
    /// The sessions that would change, as they would be.
    changed: Vec<Session>,
    told: Vec<Told>,
    changes: usize,
    mistakes: usize,
    /// Cells that lie beyond the last row or column, or in columns that nobody can write into.
    beyond: usize,
}

impl Block {
    /// What a text would write into the cells of these rows and columns; `None` where it is no table of several cells.
    fn new(cx: &ViewContext<'_>, text: &str, ids: Vec<SessionId>, columns: Vec<Column>) -> Option<Self> {
        let table = Pasted::new(Grid::read(text).ok()?, &Known::new(cx.plan));
        // With headings of its own it is a table of sessions.
        let cells: Vec<Vec<String>> = table.grid.rows.into_iter().map(|row| row.cells).collect();
        if table.first > 0 || cells.iter().map(Vec::len).sum::<usize>() < 2 {
            return None;
        }
        let known = cx.workbench.generation();
        let mut block = Self {
            text: text.to_owned(),
            known,
            cells,
            ids,
            columns,
            changed: Vec::new(),
            told: Vec::new(),
            changes: 0,
            mistakes: 0,
            beyond: 0,
        };
        block.work_out(cx);
        Some(block)
    }

    fn work_out(&mut self, cx: &ViewContext<'_>) {
        self.known = cx.workbench.generation();
        (self.told, self.changes, self.mistakes, self.beyond) = (Vec::new(), 0, 0, 0);
        let mut plan = cx.plan.clone();
        let mut offers: BTreeMap<Column, Vec<Offer>> = BTreeMap::new();
        let mut touched = Vec::new();
        for (row, cells) in self.cells.iter().enumerate() {
            let Some(&id) = self.ids.get(row) else {
                self.beyond += cells.len();
                continue;
            };
            // Rows of a table are equally long; what is empty there was nothing that anybody wrote.
            for (at, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
                let Some(&column) = self.columns.get(at).filter(|column| column.editor(cx.plan).is_some()) else {
                    self.beyond += 1;
                    continue;
                };
                let Some(session) = plan.sessions().get(id) else { continue };
                let offers = offers.entry(column).or_insert_with(|| options::choices(cx, session, column));
                let mistake = match command(cx, &plan, (session, column), (offers, text)) {
                    Ok(None) => continue,
                    Ok(Some(command)) => apply(&mut plan, &command).err(),
                    Err(mistake) => Some(mistake),
                };
                if mistake.is_some() {
                    self.mistakes += 1
                } else {
                    self.changes += 1
                }
                touched.push(id);
                self.told.push(Told { session: id, column, text: text.clone(), mistake });
            }
        }
        // What can not be taken stands first.
        self.told.sort_by_key(|told| told.mistake.is_none());
        touched.sort_unstable();
        touched.dedup();
        let differs = |id: &SessionId| plan.sessions().get(*id).filter(|row| cx.plan.sessions().get(*id) != Some(*row));
        self.changed = touched.iter().filter_map(differs).map(|row| Session::clone(row)).collect();
    }

    /// Everything as one step.
    fn command(&self, cx: &ViewContext<'_>) -> Option<Command> {
        let rows = self.changed.iter().filter_map(|row| Some((&**cx.plan.sessions().get(row.id)?, row.clone())));
        let rows: Vec<(&Session, Session)> = rows.collect();
        (!rows.is_empty()).then(|| Command::changes(rows))
    }
}

fn apply(plan: &mut Plan, command: &Command) -> Result<(), Mistake> {
    let patch = resolve(plan, command).map_err(Mistake::Refused)?;
    plan.apply(&patch).map_err(|error| Mistake::Refused(error.into()))
}

/// What a text means in a cell: typed where one types there, else the names of what is chosen there.
fn command(
    cx: &ViewContext<'_>,
    plan: &Plan,
    (session, column): (&std::sync::Arc<Session>, Column),
    (offers, text): (&[Offer], &str),
) -> Result<Option<Command>, Mistake> {
    let titles = cx.settings.title_language();
    let Some(open) = OpenCell::new(plan, (session, column), offers.to_vec(), titles) else { return Ok(None) };
    match open.editor {
        Editor::Text | Editor::Suggested => open.typed_over(text).command(plan, titles),
        Editor::One | Editor::Several => open.chosen_by_name(text)?.command(plan, titles),
    }
}

impl ListView {
    /// Takes a table that is pasted while a cell has the keyboard; whether it did.
    pub(super) fn take_block(&mut self, cx: &ViewContext<'_>, text: &str) -> bool {
        if self.open_cell.is_some() {
            return false;
        }
        let Some(first) = super::focused(cx).and_then(|id| self.order.index_of(cx, id)) else { return false };
        let shown = self.shown(cx);
        let columns = shown.columns().iter().copied().skip_while(|&column| column != self.column).collect();
        let ids = self.order.ids()[first..].to_vec();
        self.pasted = Block::new(cx, text, ids, columns);
        self.pasted.is_some()
    }

    /// Draws the preview at the lower end, and answers what is left for the table.
    pub(super) fn block_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, whole: Rect) -> Rect {
        let Some(block) = &mut self.pasted else { return whole };
        if block.known != cx.workbench.generation() {
            block.work_out(cx);
        }
        let (rest, below) = whole.split_top_bottom_at_y(whole.bottom() - HEIGHT);
        let mut ui = ui.new_child(UiBuilder::new().id_salt("block").max_rect(below));
        ui.painter().rect_filled(below, 0.0, cx.theme.ground);
        ui.painter().hline(below.x_range(), below.top() + 0.5, (1.0, cx.theme.line_strong));
        let done = Frame::new().inner_margin(Margin::symmetric(12, 8)).show(&mut ui, |ui| block.ui(ui, cx)).inner;
        match done {
            Some(Done::Take) => {
                let command = block.command(cx);
                self.pasted = None;
                if let Some(command) = command {
                    cx.perform(cx.with_followers(command));
                }
            }
            Some(Done::Sessions) => {
                cx.act(Action::PasteTable(block.text.clone()));
                self.pasted = None;
            }
            Some(Done::Cancel) => self.pasted = None,
            None => {}
        }
        rest
    }
}

/// What the planner decided.
enum Done {
    Take,
    Sessions,
    Cancel,
}

impl Block {
    fn ui(&self, ui: &mut Ui, cx: &ViewContext<'_>) -> Option<Done> {
        let counts = [
            ("changes", Value::from(self.changes)),
            ("mistakes", Value::from(self.mistakes)),
            ("beyond", Value::from(self.beyond)),
        ];
        let mut done = None;
        ui.horizontal(|ui| {
            ui.label(medium(cx.texts.text_with("block-title", &counts)));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let take = cx.texts.text_with("block-take", &counts);
                if filled_button(ui, cx, &take, !self.changed.is_empty()).clicked() {
                    done = Some(Done::Take);
                }
                if plain_button(ui, cx.text("button-cancel"), true).clicked() {
                    done = Some(Done::Cancel);
                }
                let sessions = plain_button(ui, cx.text("block-sessions"), true);
                if sessions.on_hover_text(cx.text("block-sessions-tip")).clicked() {
                    done = Some(Done::Sessions);
                }
            });
        });
        ScrollArea::vertical().id_salt("block").auto_shrink(false).show_rows(
            ui,
            size::ROW,
            self.told.len().min(TOLD),
            |ui, range| {
                for told in &self.told[range] {
                    told_ui(ui, cx, told);
                }
            },
        );
        let key = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if key(Key::Escape) {
            done = Some(Done::Cancel);
        } else if key(Key::Enter) && !self.changed.is_empty() {
            done = Some(Done::Take);
        }
        done
    }
}

fn told_ui(ui: &mut Ui, cx: &ViewContext<'_>, told: &Told) {
    ui.horizontal(|ui| {
        ui.set_min_height(size::ROW);
        let title = cx.plan.sessions().get(told.session).map_or("", |session| cx.session_title(session));
        let values = [
            ("session", Value::from(title)),
            ("column", Value::from(told.column.name(cx))),
            ("text", Value::from(&told.text)),
        ];
        let (icon, color, id) = match told.mistake {
            Some(_) => (icons::ERROR, cx.theme.error, tid("block-flaw")),
            None => (icons::PENCIL, cx.theme.text_2, tid("block-change")),
        };
        sign_ui(ui, RichText::new(icon).size(size::SMALL_ICON).color(color));
        let mut text = cx.texts.text_with(id, &values);
        if let Some(mistake) = &told.mistake {
            text = format!("{text} {}", mistake.text(cx));
        }
        elided_ui(ui, RichText::new(text).font(Type::Small.font()).color(cx.theme.text));
    });
}
