//! The window in which something comes in: files, and what is pasted. It shows what a table of sessions, of requests to
//! speak or of requests for rooms, or a file of another tool, would make of the plan, before anything changes. Several files come one by one.

mod change;
mod keys;
mod programme;
mod requests;
mod rooms;
mod sessions;
mod share;
mod sieve;
mod source;
mod table;
mod words;

use std::collections::VecDeque;
use std::path::PathBuf;

use egui::{Align, Color32, Id, Label, Layout, RichText, Ui, UiBuilder, ViewportCommand, vec2};
use uuid::Uuid;

use crate::exchange::incoming::{Grid, Meaning, Pasted, Unread, holds_items, returning};
use crate::texts::{Value, tid};

use super::Floating;
use super::sheet::{PADDING, Sheet, filled_button, plain_button, with_foot};
use crate::app::action::{Action, Message};
use crate::app::context::ViewContext;
use crate::app::paint::text::wrapped;
use crate::app::style::{Type, icons};
use crate::app::widget::fields::flaw;
use crate::app::widget::signs::sign_ui;
use programme::Programme;
use requests::RequestsTable;
use rooms::RoomsTable;
use sessions::Sessions;
use sieve::Sieve;
use source::{Came, Chosen, Hours, Reading, Refused, Source};
pub use source::{holds_programme, is_imported};

/// What rows of a pasted table are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowsAre {
    /// Sessions.
    #[default]
    Sessions,
    /// Requests to speak.
    Requests,
    /// Requests for rooms.
    Rooms,
}

/// The window, open or not.
#[derive(Debug, Default)]
pub struct ImportWindow {
    open: bool,
    rows_are: RowsAre,
    /// What was pasted; nothing while the window waits for it.
    content: Option<Content>,
    /// The file that is being read.
    reading: Option<Reading>,
    /// The file that it stands in, and what of its rows may be hours.
    source: Option<(Source, Option<Hours>)>,
    /// Why a file is not shown, and what it is called.
    refused: Option<(String, Refused)>,
    /// Whether the button that takes it is to have the keyboard.
    takes_keys: bool,
    /// The files that are still to come.
    queue: VecDeque<PathBuf>,
    /// How many there were together.
    files: usize,
    /// What was pasted and is still to be read.
    pasted: Option<String>,
    /// The only file that was dropped: a plan is opened.
    dropped: Option<PathBuf>,
    /// Whether what comes begins a plan of its own, as long as nobody chooses otherwise.
    begins: bool,
    /// The plan in which the files that are still to come go on, by its identity.
    goes_on_in: Option<Uuid>,
}

#[derive(Debug)]
enum Content {
    Sessions(Box<Sessions>),
    Requests(Box<RequestsTable>),
    Rooms(Box<RoomsTable>),
    Programme(Box<Programme>),
}

/// How looking at it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ended {
    Taken,
    Skipped,
    Left,
}

impl Floating for ImportWindow {
    fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        if !self.open {
            return;
        }
        self.begin(ui.ctx());
        self.receive(cx);
        if !self.open {
            return;
        }
        let title = self.title(cx);
        let sheet = Sheet { name: "import", title: &title, size: vec2(1180.0, 680.0) };
        let mut ended = None;
        let stays = sheet.show(ui, cx, |ui| {
            let mut below = self.source_ui(ui, cx);
            let keys = (&mut self.takes_keys, !self.queue.is_empty());
            match &mut self.content {
                Some(Content::Sessions(sessions)) => ended = sessions.ui(&mut below, cx, keys),
                Some(Content::Requests(requests)) => ended = requests.ui(&mut below, cx, keys),
                Some(Content::Rooms(rooms)) => ended = rooms.ui(&mut below, cx, keys),
                Some(Content::Programme(programme)) => ended = programme.ui(&mut below, cx, keys),
                None => ended = self.empty_ui(&mut below, cx),
            }
        });
        match ended {
            _ if !stays => self.close(),
            Some(Ended::Taken | Ended::Skipped) => self.go_on(ended == Some(Ended::Taken)),
            Some(Ended::Left) => self.close(),
            None => {}
        }
    }

    fn is_open(&self) -> bool {
        self.open
    }

    fn close(&mut self) {
        *self = Self::default();
    }
}

impl ImportWindow {
    /// Opens it for files, which are read while it waits. A plan that was dropped alone is opened.
    pub fn open_files(&mut self, paths: Vec<PathBuf>, (rows_are, are_dropped): (RowsAre, bool)) {
        let dropped = paths.first().filter(|_| are_dropped && paths.len() == 1).cloned();
        *self = Self { open: true, rows_are, files: paths.len(), queue: paths.into(), dropped, ..Self::default() };
    }

    /// Opens it for a file that begins a plan of its own, unless somebody chooses otherwise.
    pub fn open_to_begin(&mut self, path: PathBuf) {
        *self = Self { open: true, files: 1, queue: [path].into(), begins: true, ..Self::default() };
    }

    /// Goes on in the plan that one of several files has begun.
    pub fn inherit(&mut self, other: Self, identity: Option<Uuid>) {
        if other.goes_on_in.is_some() && other.goes_on_in == identity {
            *self = Self { open: true, goes_on_in: None, ..other };
        }
    }

    /// The next file, or the end.
    fn go_on(&mut self, is_taken: bool) {
        let begun = match &self.content {
            Some(Content::Programme(programme)) if is_taken => programme.begun(),
            Some(Content::Sessions(sessions)) if is_taken => sessions.begun(),
            _ => None,
        };
        let queue = std::mem::take(&mut self.queue);
        let (rows_are, files, open) = (self.rows_are, self.files, begun.is_none());
        self.close();
        if !queue.is_empty() {
            *self = Self { open, rows_are, files, queue, goes_on_in: begun, ..Self::default() };
        }
    }

    /// Begins to read what is next.
    fn begin(&mut self, ctx: &egui::Context) {
        if self.content.is_some() || self.reading.is_some() || self.refused.is_some() {
            return;
        }
        if let Some(text) = self.pasted.take() {
            self.reading = Some(Reading::pasted(ctx, text));
        } else if let Some(path) = self.queue.pop_front() {
            self.reading = Some(Reading::start(ctx, path));
        }
    }

    fn title(&self, cx: &ViewContext<'_>) -> String {
        let is_file = self.source.is_some() || self.files > 0;
        let title = match (self.rows_are, is_file, &self.content) {
            (_, _, Some(Content::Programme(_))) => cx.text("import-title"),
            (RowsAre::Sessions, false, _) => cx.text("paste-title"),
            (RowsAre::Requests, false, _) => cx.text("paste-requests-title"),
            (RowsAre::Rooms, false, _) => cx.text("paste-rooms-title"),
            (RowsAre::Rooms, true, _) => cx.text("import-rooms-title"),
            (RowsAre::Sessions, true, _) => cx.text("import-title"),
            (RowsAre::Requests, true, _) => cx.text("import-requests-title"),
        };
        if self.files < 2 {
            return title.to_owned();
        }
        let at = self.files.saturating_sub(self.queue.len());
        let values = [("title", Value::from(title)), ("at", at.into()), ("of", self.files.into())];
        cx.texts.text_with("import-title-of", &values)
    }

    /// Takes in what has been read meanwhile.
    fn receive(&mut self, cx: &ViewContext<'_>) {
        match self.reading.as_ref().and_then(Reading::poll) {
            Some(Ok(Came::Table(source))) => {
                self.reading = None;
                self.show_source(cx, source);
            }
            Some(Ok(Came::Programme(name, understood))) => {
                self.reading = None;
                if let Some(path) = self.dropped.take().filter(|_| understood.draft.is_plan) {
                    self.close();
                    cx.act(Action::Open(path));
                    return;
                }
                let programme = Programme::new(name, *understood, std::mem::take(&mut self.begins));
                self.content = Some(Content::Programme(Box::new(programme)));
                self.takes_keys = true;
            }
            Some(Err(refused)) => {
                let name = self.reading.take().map(|reading| reading.name().to_owned()).unwrap_or_default();
                (self.content, self.refused) = (None, Some((name, refused)));
            }
            None => {}
        }
    }

    fn show_source(&mut self, cx: &ViewContext<'_>, source: Source) {
        let hours = source.hours(cx).filter(|_| self.rows_are == RowsAre::Sessions);
        let (rows, returned) = returning(&source.file.sheets, source.sheet, cx.plan);
        let is_wanted = |grid: &Grid| self.rows_are != RowsAre::Sessions || !holds_items(grid);
        let read = Grid::of_rows(&rows).and_then(|grid| if is_wanted(&grid) { Ok(grid) } else { Err(Unread::Items) });
        self.refused = read.as_ref().err().map(|why| (source.name().to_owned(), Refused::Unread(*why)));
        self.content = read.ok().map(|read| {
            let rooms = (self.rows_are == RowsAre::Rooms).then(|| RoomsTable::new(cx, read.clone())).flatten();
            match (self.rows_are, rooms) {
                (RowsAre::Rooms, Some(rooms)) => Content::Rooms(Box::new(rooms)),
                // A file of something else is asked what it is as anywhere.
                (RowsAre::Sessions | RowsAre::Rooms, _) => {
                    let is_grid = hours.is_some_and(|hours| hours.is_grid);
                    let mut sessions = Sessions::of_file(cx, (read, returned), &source, is_grid);
                    if self.begins {
                        sessions.go_into(cx, true);
                    }
                    Content::Sessions(Box::new(sessions))
                }
                (RowsAre::Requests, _) => Content::Requests(Box::new(RequestsTable::new(cx, read))),
            }
        });
        (self.source, self.takes_keys) = (Some((source, hours)), true);
    }

    /// Draws what file it is; answers the room below.
    fn source_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) -> Ui {
        let rect = ui.max_rect();
        let Some((source, hours)) = &self.source else {
            return ui.new_child(UiBuilder::new().id_salt("below").max_rect(rect));
        };
        let mut above = ui.new_child(UiBuilder::new().id_salt("source").max_rect(rect.shrink2(vec2(PADDING, 0.0))));
        let chosen = source.ui(&mut above, cx, *hours);
        let top = above.min_rect().bottom() + 2.0;
        match chosen {
            Some(Chosen::Shown(source)) => self.show_source(cx, source),
            Some(Chosen::Read(reading)) => self.reading = Some(reading),
            None => {}
        }
        ui.new_child(UiBuilder::new().id_salt("below").max_rect(rect.with_min_y(top)))
    }

    /// Draws that a table is waited for, that a file is being read, or why it is not shown.
    fn empty_ui(&self, ui: &mut Ui, cx: &ViewContext<'_>) -> Option<Ended> {
        if self.reading.is_none() && self.refused.is_none() {
            waiting_ui(ui, cx, self.rows_are);
            return None;
        }
        let ((), mut foot) = table_above(ui, cx, |ui| match (&self.reading, &self.refused) {
            (None, Some((name, refused))) => flaw(ui, cx, &refusal(cx, name, refused)),
            (reading, _) => reading.iter().for_each(|reading| reading.ui(ui, cx)),
        });
        beside_ui(&mut foot, cx, !self.queue.is_empty())
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
        if holds_programme(text) {
            *self = Self { open: true, rows_are, pasted: Some(text.to_owned()), ..Self::default() };
            return None;
        }
        match Grid::read(text) {
            Ok(grid) if rows_are == RowsAre::Sessions && holds_items(&grid) => {
                self.close();
                Some(Message { text: Unread::Items.sentence(cx.texts, false), is_error: true })
            }
            Ok(grid) => {
                let rooms = (rows_are == RowsAre::Rooms).then(|| RoomsTable::new(cx, grid.clone()));
                let content = match rows_are {
                    RowsAre::Rooms => match rooms.flatten() {
                        Some(rooms) => Content::Rooms(Box::new(rooms)),
                        None => {
                            self.close();
                            return Some(Message { text: cx.text("paste-rooms-headings").to_owned(), is_error: true });
                        }
                    },
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

/// What the button says that adds so many requests and changes so many.
fn requests_taken(cx: &ViewContext<'_>, (new, changed): (usize, usize)) -> String {
    let values = [("new", Value::from(new)), ("changed", Value::from(changed)), ("count", Value::from(new + changed))];
    let id = match (new, changed) {
        (_, 0) => tid("paste-requests-take-new"),
        (0, _) => tid("paste-requests-take-changed"),
        _ => tid("paste-take-both"),
    };
    cx.texts.text_with(id, &values)
}

/// Lets a column of a table of requests hold something else, also in the next one with these headings.
fn set_column<F: Meaning>(cx: &ViewContext<'_>, pasted: &mut Pasted<F>, (column, field): (usize, Option<F>)) {
    let mut remembered = cx.settings.request_columns.clone();
    pasted.set_by_hand(column, field, &mut remembered);
    cx.act(Action::RememberColumns(remembered));
}

/// The buttons: one that takes it, those that leave it, and what they do. The first gets the keyboard where it `takes_keys`.
fn foot_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (words, can_take): (&str, bool),
    (takes_keys, has_more): (&mut bool, bool),
) -> Option<Ended> {
    let button = filled_button(ui, cx, words, can_take);
    if std::mem::take(takes_keys) {
        button.request_focus();
    }
    if button.clicked() {
        return Some(Ended::Taken);
    }
    let ended = beside_ui(ui, cx, has_more);
    let text = RichText::new(cx.text("import-promise")).font(Type::Small.font()).color(cx.theme.text_2);
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| ui.add(Label::new(text).truncate()));
    ended
}

/// The buttons that leave it.
fn beside_ui(ui: &mut Ui, cx: &ViewContext<'_>, has_more: bool) -> Option<Ended> {
    if plain_button(ui, cx.text("button-cancel"), true).clicked() {
        return Some(Ended::Left);
    }
    (has_more && plain_button(ui, cx.text("import-skip"), true).clicked()).then_some(Ended::Skipped)
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
        RowsAre::Rooms => cx.text("paste-rooms-waiting"),
    };
    let text = RichText::new(more).color(cx.theme.text_2);
    let galley = wrapped(&ui, text, 460.0, 4);
    ui.label(galley);
}

/// How much there is of something.
struct Sum {
    sign: &'static str,
    color: Color32,
    id: &'static str,
    count: usize,
    tip: String,
    /// Whether these are rows, of which those alone can be shown.
    are_rows: bool,
}

/// In words what it would make of the plan, which rows are shown, and that columns can be chosen.
fn sums_ui(ui: &mut Ui, cx: &ViewContext<'_>, sums: &[Sum], (sieve, rows): (&mut Sieve, usize)) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        for Sum { sign, color, id, count, tip, .. } in sums.iter().filter(|sum| sum.count > 0 && !sum.are_rows) {
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
    sieve.ui(ui, cx, (sums, rows));
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

/// Why a file is not shown, in one sentence with its name.
fn refusal(cx: &ViewContext<'_>, name: &str, why: &Refused) -> String {
    let why = match why {
        Refused::Unread(unread) => unread.sentence(cx.texts, true),
        Refused::Disk(why) => cx.texts.text_with("paste-refused-disk", &[("why", Value::from(why))]),
        Refused::Unusable(why) if name.is_empty() => {
            let why = cx.text(why.sentence());
            return cx.texts.text_with("import-refused-pasted", &[("why", Value::from(why))]);
        }
        Refused::Unusable(why) => cx.text(why.sentence()).to_owned(),
    };
    if name.is_empty() {
        return why;
    }
    cx.texts.text_with("about-file", &[("file", Value::from(name)), ("why", Value::from(&why))])
}

/// What is said where a picture is pasted.
#[must_use]
pub fn picture_refused(cx: &ViewContext<'_>) -> Message {
    Message { text: Unread::NoText.sentence(cx.texts, false), is_error: true }
}

/// Tells parts of the window from those of others.
fn part(name: &'static str, at: usize) -> Id {
    Id::unique(("import", name, at))
}
