//! The file that something stands in: it is read on a thread of its own, and what was guessed about a table can be corrected.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Context, RichText, Ui, vec2};

use crate::app::context::ViewContext;
use crate::app::style::{Type, icons, size};
use crate::app::system::dialogs::imported;
use crate::app::system::tasks::Task;
use crate::app::widget::buttons::{Rank, frame_button};
use crate::app::widget::fields::{option_ui, popup_under};
use crate::exchange::arriving::{self, Understood, Unusable};
use crate::exchange::incoming::sheets::{self, ENCODINGS, Form, MOST_FILE, SEPARATORS, SheetFile, TextChoices};
use crate::exchange::incoming::{Known, Unread, unfolded};
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
}

impl Reading {
    /// Begins to read a file.
    pub fn start(ctx: &Context, path: PathBuf) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let called = name.clone();
        let read = move |_: &_| {
            let disk = |error: std::io::Error| Refused::Disk(error.to_string());
            if std::fs::metadata(&path).map_err(disk)?.len() > MOST_FILE {
                return Err(Refused::Unread(Unread::TooLong));
            }
            came(called, std::fs::read(&path).map_err(disk)?)
        };
        Self { name, task: Task::start(ctx, "read file", read) }
    }

    /// Begins to read what was pasted.
    pub fn pasted(ctx: &Context, text: String) -> Self {
        Self { name: String::new(), task: Task::start(ctx, "read file", move |_: &_| came(String::new(), text.into())) }
    }

    /// Begins to read a file that has been read before, in another way.
    fn again(ctx: &Context, source: &Source, choices: TextChoices) -> Self {
        let (name, bytes) = (source.name.clone(), Arc::clone(&source.bytes));
        let read = move |_: &_| Source::of(name, bytes, choices).map(Came::Table).map_err(Refused::Unread);
        Self { name: source.name.clone(), task: Task::start(ctx, "read file", read) }
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
        ui.horizontal(|ui| {
            ui.spinner();
            ui.label(cx.texts.text_with("waiting-opening", &[("file", Value::from(&self.name))]));
        });
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
        Ok(Self { name, bytes, choices, file: Arc::new(file), sheet, is_grid: None })
    }

    /// Whether the table that is shown could be one whose rows are hours, and whether it is taken for one.
    fn grid(&self, cx: &ViewContext<'_>) -> (bool, bool) {
        let day = cx.date.unwrap_or_default();
        let found = unfolded(&self.file.sheets[self.sheet], &Known::new(cx.plan), (day, day));
        let is_sure = found.as_ref().is_some_and(|found| found.is_sure);
        (found.is_some(), self.is_grid.unwrap_or(is_sure))
    }

    /// Draws what it is, and what was guessed; answers what is to be shown instead.
    pub fn ui(&self, ui: &mut Ui, cx: &ViewContext<'_>, could_be_grid: Option<bool>) -> Option<Chosen> {
        let mut chosen = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
            let name = RichText::new(format!("{} {}", icons::FILE_TEXT, self.name)).font(Type::Strong.font());
            ui.add(egui::Label::new(name).truncate());
            ui.label(RichText::new(self.form(cx)).font(Type::Small.font()).color(cx.theme.text_2));
            if self.file.sheets.len() > 1 {
                let names: Vec<String> = (0..self.file.sheets.len()).map(|place| self.sheet_name(cx, place)).collect();
                let picked = picker_ui(ui, cx, tid("paste-sheet"), &names, self.sheet);
                chosen = picked.map(|sheet| Chosen::Shown(Self { sheet, is_grid: None, ..self.clone() }));
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
            if let Some(is_grid) = could_be_grid {
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

/// Whether the table that is shown could be one whose rows are hours; where it could, whether it is taken for one.
pub fn could_be_grid(source: &Source, cx: &ViewContext<'_>) -> Option<bool> {
    let (could, is) = source.grid(cx);
    could.then_some(is)
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
