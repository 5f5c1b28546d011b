//! The file that something stands in: it is read on a thread of its own, and what was guessed about a table can be corrected.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::NaiveDate;
use egui::{Context, RichText, Ui, vec2};

use super::share::Share;
use crate::app::context::ViewContext;
use crate::app::style::{Type, icons, size};
use crate::app::system::dialogs::imported;
use crate::app::system::tasks::Task;
use crate::app::widget::buttons::{Rank, frame_button};
use crate::app::widget::fields::{option_ui, popup_under};
use crate::exchange::arriving::{self, Understood, Unusable};
use crate::exchange::incoming::sheets::{self, ENCODINGS, Form, MOST_FILE, SEPARATORS, SheetFile, TextChoices};
use crate::exchange::incoming::{Known, Unfolded, Unread, unfolded, unfolded_all};
use crate::texts::{Value, tid};

/// Whether a file is brought in rather than opened, by its name.
#[must_use]
pub fn is_imported(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| ending != "ron" && imported().iter().any(|&known| ending == known))
}

/// Whether a text begins as files of other tools do, and no table does.
#[must_use]
pub fn holds_programme(text: &str) -> bool {
    let text = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    let begins = |word: &str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let mut signs = text.chars().filter(|c| !c.is_whitespace());
    let is_marked = match (signs.next(), signs.next()) {
        (Some('{'), Some(next)) => next == '"',
        (Some('['), Some(next)) => next == '{',
        (Some('<'), Some(next)) => next == '?' || next == '!' || next.is_ascii_alphabetic(),
        _ => false,
    };
    is_marked || begins("BEGIN:V")
}

/// Why a file is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is no table in it that can be read.
    Unread(Unread),
    /// It can not be read from the disk.
    Disk(String),
    /// It is a file of another tool, or seems to be one, and nothing of it can be used.
    Unusable(Unusable),
}

/// What a file turned out to be.
#[derive(Debug)]
pub enum Came {
    /// Tables.
    Table(Source),
    /// What another tool wrote, with the name of the file.
    Programme(String, Box<Understood>),
}

/// A file on its way in.
#[derive(Debug)]
pub struct Reading {
    name: String,
    share: Share,
    task: Task<Result<Came, Refused>>,
}

/// A file that has been read.
#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    bytes: Arc<Vec<u8>>,
    choices: TextChoices,
    /// What is in it.
    pub file: Arc<SheetFile>,
    /// Which of its tables is shown.
    pub sheet: usize,
    /// Whether its rows are hours, where somebody said so.
    pub is_grid: Option<bool>,
    /// Whether all tables are shown together whose rows are hours, unless somebody has chosen one.
    pub is_whole: bool,
}

/// A table that could be one whose rows are hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// Whether it is taken for one.
    pub is_grid: bool,
    /// How many tables of the file go together with it.
    pub tables: usize,
}

impl Reading {
    /// Begins to read a file.
    pub fn start(ctx: &Context, path: PathBuf) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let called = name.clone();
        let share = Share::default();
        let done = share.clone();
        let read = move |stop: &AtomicBool| {
            let disk = |error: std::io::Error| Refused::Disk(error.to_string());
            let length = std::fs::metadata(&path).map_err(disk)?.len();
            if length > MOST_FILE {
                return Err(Refused::Unread(Unread::TooLong));
            }
            let bytes = read_whole(&path, length, (stop, &done)).map_err(disk)?;
            came(called, bytes.ok_or(Refused::Unread(Unread::Nothing))?)
        };
        Self { name, share, task: Task::start(ctx, "read file", read) }
    }

    /// Begins to read what was pasted.
    pub fn pasted(ctx: &Context, text: String) -> Self {
        let read = move |_: &_| came(String::new(), text.into());
        Self { name: String::new(), share: Share::default(), task: Task::start(ctx, "read file", read) }
    }

    /// Begins to read a file that has been read before, in another way.
    fn again(ctx: &Context, source: &Source, choices: TextChoices) -> Self {
        let (name, bytes) = (source.name.clone(), Arc::clone(&source.bytes));
        let read = move |_: &_| Source::of(name, bytes, choices).map(Came::Table).map_err(Refused::Unread);
        Self { name: source.name.clone(), share: Share::default(), task: Task::start(ctx, "read file", read) }
    }

    /// What the file is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What came of it, when it has been read.
    pub fn poll(&self) -> Option<Result<Came, Refused>> {
        self.task.poll().map(|done| done.unwrap_or(Err(Refused::Unread(Unread::Broken))))
    }

    /// Says that it is being read.
    pub fn ui(&self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let words = cx.texts.text_with("waiting-opening", &[("file", Value::from(&self.name))]);
        self.share.ui(ui, cx, &words);
    }
}

/// So many bytes are read at once.
const PIECE: usize = 256 << 10;

/// What a file of about this length holds; nothing where nobody waits for it any more.
fn read_whole(path: &Path, length: u64, (stop, share): (&AtomicBool, &Share)) -> std::io::Result<Option<Vec<u8>>> {
    let mut file = std::fs::File::open(path)?.take(MOST_FILE);
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    loop {
        if stop.load(Ordering::Relaxed) {
            return Ok(None);
        }
        if (&mut file).take(PIECE as u64).read_to_end(&mut bytes)? == 0 {
            return Ok(Some(bytes));
        }
        share.set(bytes.len() as f32 / length.max(1) as f32);
    }
}

/// What a file is: something of another tool by what stands in it, else tables.
fn came(name: String, bytes: Vec<u8>) -> Result<Came, Refused> {
    match arriving::read(&name, &bytes, None) {
        Ok(understood) => Ok(Came::Programme(name, Box::new(understood))),
        // What is too large for a calendar can still be a table.
        Err(Unusable::Unknown | Unusable::TooLarge)
            if !holds_programme(&String::from_utf8_lossy(&bytes[..bytes.len().min(64)])) =>
        {
            Source::of(name, Arc::new(bytes), TextChoices::default()).map(Came::Table).map_err(Refused::Unread)
        }
        Err(why) => Err(Refused::Unusable(why)),
    }
}

impl Source {
    /// What the file is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    fn of(name: String, bytes: Arc<Vec<u8>>, choices: TextChoices) -> Result<Self, Unread> {
        let file = sheets::read(&bytes, choices)?;
        // What its author has hidden is shown when it is chosen.
        let sheet = file.sheets.iter().position(|sheet| !sheet.is_hidden).unwrap_or(0);
        Ok(Self { name, bytes, choices, file: Arc::new(file), sheet, is_grid: None, is_whole: true })
    }

    /// What the table says if its rows are hours, alone or with all others that are so.
    pub fn unfolded(&self, known: &Known, within: (NaiveDate, NaiveDate)) -> Option<Unfolded> {
        let sheets = &self.file.sheets;
        if self.is_whole {
            unfolded_all(sheets, self.sheet, known, within)
        } else {
            unfolded(&sheets[self.sheet], known, within)
        }
    }

    /// Whether the table that is shown could be one whose rows are hours.
    pub fn hours(&self, cx: &ViewContext<'_>) -> Option<Hours> {
        let day = cx.date.unwrap_or_default();
        let all = unfolded_all(&self.file.sheets, self.sheet, &Known::new(cx.plan), (day, day))?;
        Some(Hours { is_grid: self.is_grid.unwrap_or(all.is_sure), tables: all.tables })
    }

    /// Draws what it is, and what was guessed; answers what is to be shown instead.
    pub fn ui(&self, ui: &mut Ui, cx: &ViewContext<'_>, hours: Option<Hours>) -> Option<Chosen> {
        let mut chosen = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
            let name = RichText::new(format!("{} {}", icons::FILE_TEXT, self.name)).font(Type::Strong.font());
            ui.add(egui::Label::new(name).truncate());
            ui.label(RichText::new(self.form(cx)).font(Type::Small.font()).color(cx.theme.text_2));
            if self.file.sheets.len() > 1 {
                chosen = self.sheet_ui(ui, cx, hours).map(Chosen::Shown);
            }
            if let Form::Text(encoding, separator) = self.file.form {
                let names: Vec<String> = SEPARATORS.iter().map(|&other| separator_name(cx, other)).collect();
                let at = SEPARATORS.iter().position(|&other| other == separator).unwrap_or(SEPARATORS.len());
                if let Some(picked) = picker_ui(ui, cx, tid("paste-separator"), &names, at) {
                    chosen =
                        Some(self.read_again(ui, TextChoices { separator: Some(SEPARATORS[picked]), ..self.choices }));
                }
                let names: Vec<String> = ENCODINGS.iter().map(|other| other.name().to_owned()).collect();
                let at = ENCODINGS.iter().position(|&other| other == encoding).unwrap_or(ENCODINGS.len());
                if let Some(picked) = picker_ui(ui, cx, tid("paste-encoding"), &names, at) {
                    chosen =
                        Some(self.read_again(ui, TextChoices { encoding: Some(ENCODINGS[picked]), ..self.choices }));
                }
            }
            if let Some(Hours { is_grid, .. }) = hours {
                let names = [cx.text("paste-layout-rows").to_owned(), cx.text("paste-layout-grid").to_owned()];
                if let Some(picked) = picker_ui(ui, cx, tid("paste-layout"), &names, usize::from(is_grid)) {
                    chosen = Some(Chosen::Shown(Self { is_grid: Some(picked == 1), ..self.clone() }));
                }
            }
        });
        let sheet = &self.file.sheets[self.sheet];
        if sheet.beyond > 0 {
            let text = cx.texts.text_with("paste-beyond", &[("count", Value::from(sheet.beyond))]);
            ui.label(
                RichText::new(format!("{} {text}", icons::WARNING)).font(Type::Small.font()).color(cx.theme.warning),
            );
        }
        ui.add_space(4.0);
        chosen
    }

    /// Which of the tables is shown, or all together whose rows are hours.
    fn sheet_ui(&self, ui: &mut Ui, cx: &ViewContext<'_>, hours: Option<Hours>) -> Option<Self> {
        let together = hours.filter(|hours| hours.is_grid && hours.tables > 1);
        let whole = together.map(|Hours { tables, .. }| {
            let values = [("count", Value::from(tables))];
            cx.texts.text_with("paste-sheets-together", &values)
        });
        let before = usize::from(whole.is_some());
        let sheets = (0..self.file.sheets.len()).map(|place| self.sheet_name(cx, place));
        let names: Vec<String> = whole.into_iter().chain(sheets).collect();
        let at = if before > 0 && self.is_whole { 0 } else { self.sheet + before };
        let picked = picker_ui(ui, cx, tid("paste-sheet"), &names, at)?;
        Some(match picked.checked_sub(before) {
            Some(sheet) => Self { sheet, is_grid: None, is_whole: false, ..self.clone() },
            None => Self { is_whole: true, ..self.clone() },
        })
    }

    fn read_again(&self, ui: &Ui, choices: TextChoices) -> Chosen {
        Chosen::Read(Reading::again(ui.ctx(), self, choices))
    }

    fn form(&self, cx: &ViewContext<'_>) -> String {
        let rows = self.file.sheets[self.sheet].rows.len();
        let id = match self.file.form {
            Form::Text(..) => tid("paste-form-text"),
            Form::Xlsx | Form::Xls => tid("paste-form-excel"),
            Form::Ods => tid("paste-form-ods"),
            Form::Docx => tid("paste-form-word"),
        };
        cx.texts.text_with(id, &[("rows", Value::from(rows))])
    }

    fn sheet_name(&self, cx: &ViewContext<'_>, place: usize) -> String {
        let name = &self.file.sheets[place].name;
        if name.is_empty() {
            cx.texts.text_with("paste-sheet-unnamed", &[("number", Value::from(place + 1))])
        } else {
            name.clone()
        }
    }
}

/// What is to be shown instead.
pub enum Chosen {
    /// Another table of the file, or the same in another way.
    Shown(Source),
    /// The file, read in another way.
    Read(Reading),
}

/// A button with what is chosen, which opens a list of what can be; answers the place of another one.
pub fn picker_ui(ui: &mut Ui, cx: &ViewContext<'_>, id: &'static str, names: &[String], at: usize) -> Option<usize> {
    let chosen = names.get(at).map_or("…", String::as_str);
    let said = cx.texts.text_with(id, &[("name", Value::from(chosen))]);
    let shown: String =
        if said.chars().count() > 44 { said.chars().take(43).chain(['…']).collect() } else { said.clone() };
    let button = frame_button(ui, cx, Rank::Bordered, (icons::CHEVRON_DOWN, &shown), &said);
    let mut picked = None;
    popup_under(&button).show(|ui| {
        ui.set_min_width(180.0);
        ui.set_max_height(320.0);
        egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            ui.spacing_mut().interact_size.y = size::ROW;
            for (place, name) in names.iter().enumerate() {
                if option_ui(ui, place == at, name.as_str(), name) && place != at {
                    picked = Some(place);
                }
            }
        });
    });
    picked
}

fn separator_name(cx: &ViewContext<'_>, separator: u8) -> String {
    let id = match separator {
        b'\t' => tid("paste-separator-tab"),
        b';' => tid("paste-separator-semicolon"),
        b',' => tid("paste-separator-comma"),
        _ => tid("paste-separator-stroke"),
    };
    cx.text(id).to_owned()
}
