//! The window that shows what a pasted table would make of the plan, before anything changes: of sessions, or of requests to
//! speak.

mod requests;
mod sessions;
mod source;
mod table;

use egui::{Align, Color32, Id, Label, Layout, RichText, Ui, UiBuilder, ViewportCommand, vec2};

use crate::exchange::incoming::{Grid, Unread, returning};
use crate::texts::Value;

use super::Floating;
use super::sheet::{PADDING, Sheet, filled_button, plain_button, with_foot};
use crate::app::action::Message;
use crate::app::context::ViewContext;
use crate::app::paint::text::wrapped;
use crate::app::style::{Type, icons};
use crate::app::widget::fields::flaw;
use crate::app::widget::signs::sign_ui;
use requests::RequestsTable;
use sessions::Sessions;
pub use source::is_of_tables;
use source::{Chosen, Reading, Refused, Source, could_be_grid};

/// What rows of a pasted table are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowsAre {
    /// Sessions.
    #[default]
    Sessions,
    /// Requests to speak.
    Requests,
}

/// The window, open or not.
#[derive(Debug, Default)]
pub struct PasteWindow {
    open: bool,
    rows_are: RowsAre,
    /// What was pasted; nothing while the window waits for it.
    content: Option<Content>,
    /// The file that is being read.
    reading: Option<Reading>,
    /// The file that it stands in, and whether its rows may be hours; where they may, whether they are.
    source: Option<(Source, Option<bool>)>,
    /// Why a file is not shown.
    refused: Option<Refused>,
    /// Whether the button that takes it is to have the keyboard.
    takes_keys: bool,
}

#[derive(Debug)]
enum Content {
    Sessions(Box<Sessions>),
    Requests(Box<RequestsTable>),
}

/// How looking at it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ended {
    Taken,
    Left,
}

impl Floating for PasteWindow {
    fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        if !self.open {
            return;
        }
        self.receive(cx);
        let is_file = self.source.is_some() || self.reading.is_some() || self.refused.is_some();
        let title = match (self.rows_are, is_file) {
            (RowsAre::Sessions, false) => cx.text("paste-title"),
            (RowsAre::Requests, false) => cx.text("paste-requests-title"),
            (RowsAre::Sessions, true) => cx.text("paste-file-title"),
            (RowsAre::Requests, true) => cx.text("paste-file-requests-title"),
        };
        let sheet = Sheet { name: "paste", title, size: vec2(1080.0, 640.0) };
        let mut ended = None;
        let stays = sheet.show(ui, cx, |ui| {
            let mut below = self.source_ui(ui, cx);
            match &mut self.content {
                Some(Content::Sessions(sessions)) => ended = sessions.ui(&mut below, cx, &mut self.takes_keys),
                Some(Content::Requests(requests)) => ended = requests.ui(&mut below, cx, &mut self.takes_keys),
                None => self.empty_ui(&mut below, cx),
            }
        });
        if !stays || ended.is_some() {
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

impl PasteWindow {
    /// Opens it for a file, which is read while it waits.
    pub fn open_file(&mut self, ctx: &egui::Context, path: std::path::PathBuf, rows_are: RowsAre) {
        let reading = Some(Reading::start(ctx, path));
        *self = Self { open: true, rows_are, reading, ..Self::default() };
    }

    /// Takes in what has been read meanwhile.
    fn receive(&mut self, cx: &ViewContext<'_>) {
        match self.reading.as_ref().and_then(Reading::poll) {
            Some(Ok(source)) => {
                self.reading = None;
                self.show_source(cx, source);
            }
            Some(Err(refused)) => (self.reading, self.content, self.refused) = (None, None, Some(refused)),
            None => {}
        }
    }

    fn show_source(&mut self, cx: &ViewContext<'_>, source: Source) {
        let grid = could_be_grid(&source, cx).filter(|_| self.rows_are == RowsAre::Sessions);
        let sheet = &source.file.sheets[source.sheet];
        let (rows, returned) = returning(&source.file.sheets, source.sheet, cx.plan);
        let read = Grid::of_rows(&rows);
        self.refused = read.as_ref().err().copied().map(Refused::Unread);
        self.content = read.ok().map(|read| match self.rows_are {
            RowsAre::Sessions => {
                Content::Sessions(Box::new(Sessions::of_sheet(cx, (read, returned), sheet, grid == Some(true))))
            }
            RowsAre::Requests => Content::Requests(Box::new(RequestsTable::new(cx, read))),
        });
        (self.source, self.takes_keys) = (Some((source, grid)), true);
    }

    /// Draws what file it is; answers the room below.
    fn source_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) -> Ui {
        let rect = ui.max_rect();
        let Some((source, grid)) = &self.source else {
            return ui.new_child(UiBuilder::new().id_salt("below").max_rect(rect));
        };
        let mut above = ui.new_child(UiBuilder::new().id_salt("source").max_rect(rect.shrink2(vec2(PADDING, 0.0))));
        let chosen = source.ui(&mut above, cx, *grid);
        let top = above.min_rect().bottom() + 2.0;
        match chosen {
            Some(Chosen::Shown(source)) => self.show_source(cx, source),
            Some(Chosen::Read(reading)) => self.reading = Some(reading),
            None => {}
        }
        ui.new_child(UiBuilder::new().id_salt("below").max_rect(rect.with_min_y(top)))
    }

    /// Draws that a table is waited for, that a file is being read, or why it is not shown.
    fn empty_ui(&self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let mut inner = ui.new_child(UiBuilder::new().id_salt("empty").max_rect(ui.max_rect().shrink(PADDING)));
        match (&self.reading, &self.refused) {
            (Some(reading), _) => reading.ui(&mut inner, cx),
            (None, Some(refused)) => flaw(&mut inner, cx, &refusal(cx, refused)),
            (None, None) => waiting_ui(ui, cx, self.rows_are),
        }
    }

    /// Opens it to wait for a table, and asks the system for what was copied.
    pub fn open(&mut self, ctx: &egui::Context, rows_are: RowsAre) {
        *self = Self { open: true, rows_are, ..Self::default() };
        ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
    }

    /// What it waits for or shows, while it is open.
    #[must_use]
    pub fn rows_are(&self) -> Option<RowsAre> {
        self.open.then_some(self.rows_are)
    }

    /// Shows what a text would make of the plan. Answers why it can not, where that is so.
    pub fn show(&mut self, cx: &ViewContext<'_>, text: &str, rows_are: RowsAre) -> Option<Message> {
        match Grid::read(text) {
            Ok(grid) => {
                let content = match rows_are {
                    RowsAre::Sessions => Content::Sessions(Box::new(Sessions::new(cx, grid))),
                    RowsAre::Requests => Content::Requests(Box::new(RequestsTable::new(cx, grid))),
                };
                *self = Self { open: true, rows_are, content: Some(content), takes_keys: true, ..Self::default() };
                None
            }
            Err(unread) => {
                self.close();
                Some(Message { text: unread.sentence(cx.texts, false), is_error: true })
            }
        }
    }
}

/// Draws sums and table above the line of buttons; answers what `content` does, and the place for the buttons.
fn table_above<T>(ui: &mut Ui, cx: &ViewContext<'_>, content: impl FnOnce(&mut Ui) -> T) -> (T, Ui) {
    let (above, foot) = with_foot(ui, cx);
    let mut above = ui.new_child(UiBuilder::new().id_salt("above").max_rect(above.shrink2(vec2(PADDING, 0.0))));
    let answer = content(&mut above);
    let layout = Layout::right_to_left(Align::Center);
    (answer, ui.new_child(UiBuilder::new().id_salt("foot").max_rect(foot).layout(layout)))
}

/// The buttons: one that takes it, one that leaves it.
fn foot_ui(ui: &mut Ui, cx: &ViewContext<'_>, (words, can_take): (&str, bool), takes_keys: &mut bool) -> Option<Ended> {
    let button = filled_button(ui, cx, words, can_take);
    if std::mem::take(takes_keys) {
        button.request_focus();
    }
    if button.clicked() {
        return Some(Ended::Taken);
    }
    plain_button(ui, cx.text("button-cancel"), true).clicked().then_some(Ended::Left)
}

/// Nothing is pasted yet.
fn waiting_ui(ui: &mut Ui, cx: &ViewContext<'_>, rows_are: RowsAre) {
    let rect = ui.max_rect().shrink(PADDING);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Center)));
    ui.add_space(rect.height() / 2.0 - 72.0);
    sign_ui(&mut ui, RichText::new(icons::PASTE).size(32.0).color(cx.theme.text_3));
    ui.add_space(8.0);
    ui.label(RichText::new(cx.text("paste-waiting")).font(Type::Head.font()));
    let more = match rows_are {
        RowsAre::Sessions => cx.text("paste-waiting-more"),
        RowsAre::Requests => cx.text("paste-requests-waiting"),
    };
    let text = RichText::new(more).color(cx.theme.text_2);
    let galley = wrapped(&ui, text, 460.0, 4);
    ui.label(galley);
}

/// How many rows have one outcome.
struct Sum {
    sign: &'static str,
    color: Color32,
    id: &'static str,
    count: usize,
    tip: String,
}

/// In words what it would make of the plan, and that columns can be chosen.
fn sums_ui(ui: &mut Ui, cx: &ViewContext<'_>, sums: &[Sum]) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        for Sum { sign, color, id, count, tip } in sums.iter().filter(|sum| sum.count > 0) {
            sign_ui(ui, RichText::new(*sign).color(*color));
            let text = cx.texts.text_with(id, &[("count", Value::from(*count))]);
            let color = if *color == cx.theme.error { *color } else { cx.theme.text };
            let response = ui.label(RichText::new(text).color(color));
            if !tip.is_empty() {
                crate::app::paint::text::tip(response, tip);
            }
            ui.add_space(10.0);
        }
        if sums.iter().all(|sum| sum.count == 0) {
            ui.label(cx.text("paste-nothing"));
        }
    });
    let text = RichText::new(cx.text("paste-columns")).font(Type::Small.font()).color(cx.theme.text_2);
    ui.add(Label::new(text).truncate());
    ui.add_space(8.0);
}

/// Some names, one below the other.
fn named(names: &[&str]) -> String {
    const MOST: usize = 12;
    let mut lines = names.iter().take(MOST).copied().collect::<Vec<_>>().join("\n");
    if names.len() > MOST {
        lines.push_str("\n…");
    }
    lines
}

/// Why a file is not shown, in one sentence.
fn refusal(cx: &ViewContext<'_>, why: &Refused) -> String {
    match why {
        Refused::Unread(unread) => unread.sentence(cx.texts, true),
        Refused::Disk(why) => cx.texts.text_with("paste-refused-disk", &[("why", Value::from(why))]),
    }
}

/// What is said where a picture is pasted.
#[must_use]
pub fn picture_refused(cx: &ViewContext<'_>) -> Message {
    Message { text: Unread::NoText.sentence(cx.texts, false), is_error: true }
}

/// Tells parts of the window from those of others.
fn part(name: &'static str, at: usize) -> Id {
    Id::unique(("paste", name, at))
}
