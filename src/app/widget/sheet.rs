//! A small table whose cells are typed into or stepped on by keys: planning areas, documents, groups of a visit. Its rows are
//! rows of the plan, or whatever else has a key.

use std::cell::Cell as Held;
use std::fmt::Debug;
use std::hash::Hash;

use egui::{EventFilter, Id, Key, Modifiers, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::app::context::ViewContext;
use crate::app::paint::text::{displayed, elided};
use crate::app::style::{Type, size};
use crate::app::widget::cells::{Column, ROW, cell, ground, row_fill, rows_ui, small, text, text_right};
use crate::app::widget::fields::{TextField, enter_field, select_end, typed_letters};
use crate::app::widget::focus;
use crate::app::widget::rows::Go;
use crate::app::widget::steps::Tone;
use crate::model::RowId;

/// How a column looks and what keys do in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    /// It is typed into.
    Type,
    /// Enter and a click bring it one step further.
    Step,
    /// It is looked at.
    Show,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Head {
    /// What stands above it.
    pub name: &'static str,
    /// How wide it is, in points; the one without a width takes the rest.
    pub width: f32,
    /// What is done in it.
    pub does: Does,
    /// What stands above it instead, where the name is too long for that.
    pub short: Option<&'static str>,
}

impl Head {
    /// A column of this name, so wide, in which this is done.
    #[must_use]
    pub const fn new(name: &'static str, width: f32, does: Does) -> Self {
        Self { name, width, does, short: None }
    }

    /// The same with a name that is as short as the column.
    #[must_use]
    pub const fn called(self, short: &'static str) -> Self {
        Self { short: Some(short), ..self }
    }
}

/// What stands in a cell: a sign, words, and what is said instead of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// Stands before the words; may be empty.
    pub sign: &'static str,
    /// The words.
    pub words: String,
    /// What a screen reader says and a tooltip shows, where that is more than the words.
    pub spoken: String,
    /// How it stands out.
    pub tone: Tone,
    /// What typing begins with, where that is not the words.
    pub edits: Option<String>,
}

impl Cell {
    /// Words alone.
    #[must_use]
    pub fn new(words: impl Into<String>, tone: Tone) -> Self {
        Self { words: words.into(), tone, ..Self::default() }
    }

    fn said(&self) -> &str {
        if self.spoken.is_empty() { &self.words } else { &self.spoken }
    }
}

/// What tells rows apart.
pub trait RowKey: Copy + PartialEq + Hash + Debug {}
impl<K: Copy + PartialEq + Hash + Debug> RowKey for K {}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Line<K = RowId> {
    /// Which.
    pub id: K,
    /// What stands in its columns.
    pub cells: Vec<Cell>,
}

/// What somebody asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked<K = RowId> {
    /// A row is looked at.
    Choose(K),
    /// All of it is wanted.
    Open(K),
    /// This was typed into a cell.
    Typed(K, usize, String),
    /// A cell is to go one step further.
    Step(K, usize),
    /// A cell is to go one step back.
    Back(K, usize),
    /// A row is to be removed.
    Remove(K),
    /// A new row is wanted.
    Add,
}

/// What is remembered of a table.
#[derive(Debug)]
pub struct Sheet<K = RowId> {
    /// The cell that keys act on.
    pub cursor: Option<(K, usize)>,
    typing: Option<Typing>,
    /// To be brought into sight.
    pub sought: bool,
    /// Whether it gets the keyboard in the next frame.
    pub takes_keyboard: bool,
}

impl<K> Default for Sheet<K> {
    fn default() -> Self {
        Self { cursor: None, typing: None, sought: false, takes_keyboard: false }
    }
}

#[derive(Debug)]
struct Typing {
    text: String,
    wants_focus: bool,
    goes_on: bool,
}

/// What is drawn.
pub struct Shown<'a, K = RowId> {
    /// Tells it from other tables.
    pub name: &'static str,
    /// What a screen reader calls it.
    pub title: &'a str,
    /// Its columns.
    pub heads: &'a [Head],
    /// What the last columns are called, where the plan says that.
    pub own: &'a [String],
    /// Its rows.
    pub lines: &'a [Line<K>],
    /// Whether rows can be added and removed.
    pub grows: bool,
}

impl<K> Shown<'_, K> {
    /// What a column is called.
    fn name_of<'b>(&'b self, cx: &'b ViewContext<'_>, column: usize) -> &'b str {
        let own = column.checked_sub(self.heads.len().saturating_sub(self.own.len()));
        match own.and_then(|at| self.own.get(at)) {
            Some(own) => own,
            None => self.heads.get(column).map_or("", |head| cx.text(head.name)),
        }
    }
}

impl<K: RowKey> Sheet<K> {
    /// Whether somebody types in it.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        self.typing.is_some()
    }

    /// Whether a field was asked for and has not got the keyboard yet.
    #[must_use]
    pub fn awaits_focus(&self) -> bool {
        self.typing.as_ref().is_some_and(|typing| typing.wants_focus)
    }

    /// Begins to type in a cell.
    pub fn begin(&mut self, cell: (K, usize), text: String) {
        self.cursor = Some(cell);
        self.sought = true;
        self.typing = Some(Typing { text, wants_focus: true, goes_on: false });
    }

    /// What is being typed; nothing is typed then.
    pub fn finish(&mut self) -> Option<(K, usize, String)> {
        let (typing, (id, column)) = (self.typing.take()?, self.cursor?);
        Some((id, column, typing.text))
    }

    /// Draws it in a rectangle.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, rect: Rect, shown: &Shown<'_, K>) -> Option<Asked<K>> {
        let id = Id::unique(("sheet", shown.name));
        let ground = ui.interact(rect, id, Sense::click());
        ground.widget_info(|| WidgetInfo::labeled(Role::Table, true, shown.title));
        if std::mem::take(&mut self.takes_keyboard) || ground.clicked() {
            ui.memory_mut(|memory| memory.request_focus(ground.id));
        }
        let mut asked = self.keys(ui, shown, (id, rect.height()));
        let (top, body) = rect.split_top_bottom_at_y(rect.top() + ROW);
        let places = places(shown.heads, rect.width());
        let painter = ui.painter_at(top);
        painter.rect_filled(top, 0.0, cx.theme.ground);
        painter.hline(top.x_range(), top.bottom() - 0.5, (1.0, cx.theme.line_strong));
        for (at, place) in places.iter().enumerate() {
            text(
                ui,
                &painter,
                cell(top, *place),
                small(shown.heads[at].short.map_or_else(|| shown.name_of(cx, at), |id| cx.text(id)), cx.theme.text_2),
            );
        }
        let sought = self.cursor.filter(|_| self.sought);
        let sought = sought.and_then(|(id, _)| shown.lines.iter().position(|line| line.id == id));
        // A row that was made just now is there in the next frame.
        self.sought &= sought.is_none();
        let (clicked, field) = (Held::new(None), Held::new(None));
        rows_ui(ui, (shown.name, body), (shown.lines.len(), sought), |ui, at, rect| {
            let line = &shown.lines[at];
            let chosen = self.cursor.filter(|(id, _)| *id == line.id).map(|(_, column)| column);
            if let Some(place) = chosen.filter(|_| self.typing.is_some()).and_then(|column| places.get(column)) {
                field.set(Some(cell(rect, *place).expand2(vec2(4.0, 0.0))));
            }
            if let Some(found) = row_ui(ui, cx, (shown, line), (&places, chosen), rect) {
                clicked.set(Some(found));
            }
        });
        if let Some((id, column, twice)) = clicked.take() {
            asked = self.clicked(shown, (id, column, twice)).or(asked);
        }
        if let Some(rect) = field.take() {
            asked = self.typing_ui(ui, cx, shown, rect).or(asked);
        }
        asked
    }

    fn clicked(&mut self, shown: &Shown<'_, K>, (id, column, twice): (K, usize, bool)) -> Option<Asked<K>> {
        let was_here = self.cursor == Some((id, column));
        self.typing = None;
        self.cursor = Some((id, column));
        self.takes_keyboard = true;
        match shown.heads.get(column).map(|head| head.does) {
            // The first click only goes there: nobody changes a state by looking at it.
            Some(Does::Step) if was_here => Some(Asked::Step(id, column)),
            Some(Does::Type) if twice => {
                self.type_here(shown, None);
                Some(Asked::Choose(id))
            }
            _ if twice => Some(Asked::Open(id)),
            _ if was_here => None,
            _ => Some(Asked::Choose(id)),
        }
    }

    /// Begins to type in the cell; with what is in it, or with a letter that was typed.
    fn type_here(&mut self, shown: &Shown<'_, K>, letter: Option<String>) {
        let Some((id, column)) = self.cursor else { return };
        if shown.heads.get(column).is_none_or(|head| head.does != Does::Type) {
            return;
        }
        let line = shown.lines.iter().find(|line| line.id == id);
        let known =
            line.and_then(|line| line.cells.get(column)).map(|cell| cell.edits.as_ref().unwrap_or(&cell.words).clone());
        let goes_on = letter.is_some();
        self.typing = Some(Typing { text: letter.or(known).unwrap_or_default(), wants_focus: true, goes_on });
    }

    fn typing_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, shown: &Shown<'_, K>, rect: Rect) -> Option<Asked<K>> {
        let (typing, (row, column)) = (self.typing.as_mut()?, self.cursor?);
        let id = Id::unique(("sheet-cell", shown.name));
        let mut child = ui.new_child(egui::UiBuilder::new().id_salt(shown.name).max_rect(rect));
        let name = shown.name_of(cx, column);
        let field = TextField { name, is_quiet: true, ..TextField::default() };
        let response = field.show(&mut child, cx, (id, false), &mut typing.text);
        if std::mem::take(&mut typing.wants_focus) {
            enter_field(ui, id, &typing.text);
            if typing.goes_on {
                select_end(ui, id, &typing.text);
            }
            return None;
        }
        if response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            (self.typing, self.takes_keyboard) = (None, true);
            return None;
        }
        if !response.lost_focus() {
            return None;
        }
        let (enter, tab) = ui.input(|input| (input.key_pressed(Key::Enter), input.key_pressed(Key::Tab)));
        let typed = self.finish().map(|(row, column, text)| Asked::Typed(row, column, text));
        if enter {
            self.go(shown, (Go::Down, 1));
        } else if tab {
            self.cursor = Some((row, (column + 1).min(shown.heads.len() - 1)));
        }
        self.takes_keyboard = enter || tab;
        typed
    }

    /// Goes to another row; which it is.
    fn go(&mut self, shown: &Shown<'_, K>, (go, page): (Go, usize)) -> Option<K> {
        let column = self.cursor.map_or(0, |(_, column)| column);
        let from = self.cursor.and_then(|(id, _)| shown.lines.iter().position(|line| line.id == id));
        let line = shown.lines.get(go.target(from, shown.lines.len(), page))?;
        (self.cursor, self.sought) = (Some((line.id, column)), true);
        Some(line.id)
    }

    fn keys(&mut self, ui: &Ui, shown: &Shown<'_, K>, (ground, height): (Id, f32)) -> Option<Asked<K>> {
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(ground, arrows));
        if self.typing.is_some() || ui.memory(|memory| memory.focused()) != Some(ground) {
            return None;
        }
        if let Some((_, column)) = &mut self.cursor {
            let by = focus::tab_in_row(ui, ground, (*column, shown.heads.len()));
            *column = column.saturating_add_signed(by).min(shown.heads.len() - 1);
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let page = ((height / size::ROW) as usize).saturating_sub(3);
        let mut asked = None;
        for (key, go) in Go::KEYS {
            if pressed(key) {
                asked = self.go(shown, (go, page)).map(Asked::Choose).or(asked);
            }
        }
        for (key, by) in [(Key::ArrowLeft, -1), (Key::ArrowRight, 1)] {
            if pressed(key)
                && let Some((_, column)) = &mut self.cursor
            {
                *column = column.saturating_add_signed(by).min(shown.heads.len() - 1);
            }
        }
        if shown.grows && pressed(Key::Insert) {
            return Some(Asked::Add);
        }
        let Some((id, column)) = self.cursor else { return asked };
        let does = shown.heads.get(column).map_or(Does::Show, |head| head.does);
        if pressed(Key::F2) {
            self.type_here(shown, None);
        }
        if pressed(Key::Enter) {
            match does {
                Does::Type => self.type_here(shown, None),
                Does::Step => return Some(Asked::Step(id, column)),
                Does::Show => return Some(Asked::Open(id)),
            }
        }
        if does == Does::Step && pressed(Key::Space) {
            return Some(Asked::Step(id, column));
        }
        if does == Does::Step && pressed(Key::Backspace) {
            return Some(Asked::Back(id, column));
        }
        if shown.grows && pressed(Key::Delete) {
            self.go(shown, (Go::Down, 1));
            return Some(Asked::Remove(id));
        }
        if does == Does::Type {
            let letter = typed_letters(ui.ctx());
            if letter.is_some() {
                self.type_here(shown, letter);
            }
        }
        asked
    }
}

/// From where to where each column goes, in points from the left edge.
fn places(heads: &[Head], width: f32) -> Vec<Column> {
    let fixed: f32 = heads.iter().map(|head| head.width).sum();
    let room = width - 24.0;
    let squeeze = ((room - 160.0) / fixed.max(1.0)).clamp(0.3, 1.0);
    let mut left = 12.0;
    let place = |head: &Head| {
        let wide = if head.width == 0.0 { room - fixed * squeeze } else { head.width * squeeze };
        let place = (left, left + wide - 12.0);
        left += wide;
        place
    };
    heads.iter().map(place).collect()
}

/// Draws a row; which cell was clicked, and whether twice.
fn row_ui<K: RowKey>(
    ui: &Ui,
    cx: &ViewContext<'_>,
    (shown, line): (&Shown<'_, K>, &Line<K>),
    (places, chosen): (&[Column], Option<usize>),
    rect: Rect,
) -> Option<(K, usize, bool)> {
    let response = ui.interact(rect, Id::unique(("sheet-row", shown.name, line.id)), Sense::CLICK);
    response.widget_info(|| {
        let said = |(at, (head, cell)): (usize, (&Head, &Cell))| match (head.does, cell.said()) {
            (_, "") => None,
            (Does::Step, words) => Some(format!("{} {words}", shown.name_of(cx, at))),
            (_, words) => Some(words.to_owned()),
        };
        let spoken: Vec<String> = shown.heads.iter().zip(&line.cells).enumerate().filter_map(said).collect();
        WidgetInfo::selected(Role::Row, true, chosen.is_some(), spoken.join(", "))
    });
    let painter = ground(ui, cx, rect, row_fill(cx, (chosen.is_some(), response.hovered()), cx.theme.panel));
    let mut is_cut = vec![false; places.len()];
    for (at, (place, cell_)) in places.iter().zip(&line.cells).enumerate() {
        let mut area = cell(rect, *place);
        let color = cell_.tone.color(cx);
        if chosen == Some(at) {
            let around = area.expand2(vec2(4.0, -2.0));
            painter.rect_stroke(around, 3.0, Stroke::new(1.0, cx.theme.accent), StrokeKind::Inside);
        }
        if !cell_.sign.is_empty() {
            let wide = text(ui, &painter, area, RichText::new(cell_.sign).size(size::SMALL_ICON).color(color));
            area.min.x = (area.min.x + wide + 6.0).min(area.max.x);
        }
        let font = if cell_.tone == Tone::Name { Type::Strong } else { Type::Body };
        let words = RichText::new(displayed(&cell_.words)).font(font.font()).color(color);
        is_cut[at] = elided(ui, words.clone(), area.width()).elided;
        if is_cut[at] && shown.heads[at].does == Does::Step && !cell_.sign.is_empty() {
            // The sign of a state says it as well, and a piece of a word says less.
            continue;
        }
        if shown.heads[at].width > 0.0 && shown.heads[at].width < 50.0 {
            text_right(ui, &painter, area, words);
        } else {
            text(ui, &painter, area, words);
        }
    }
    let at = response.interact_pointer_pos().or(response.hover_pos()).map_or(0, |pointer| {
        let x = pointer.x - rect.left();
        places.iter().position(|(_, right)| x < right + 6.0).unwrap_or(places.len() - 1)
    });
    let is_told = |cell: &&Cell| !cell.spoken.is_empty() || is_cut.get(at) == Some(&true);
    let tip = line.cells.get(at).filter(|_| response.hovered()).filter(is_told).map(|cell| cell.said().to_owned());
    let response = match tip {
        Some(tip) => response.on_hover_text(displayed(&tip)),
        None => response,
    };
    let twice = response.double_clicked() && !ui.input(|input| input.key_down(Key::Enter));
    (response.clicked() || response.secondary_clicked()).then_some((line.id, at, twice))
}
