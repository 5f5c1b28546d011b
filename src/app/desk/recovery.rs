//! Work that other programs have left in their journals: found, offered, and opened again.

use std::path::PathBuf;

use egui::Context;

use crate::app::action::{Message, UiCommand};
use crate::app::system::dialogs::Then;
use crate::app::system::tasks::Task;
use crate::keeping::{Found, Keeper, find, restored};
use crate::store::FileMark;
use crate::store::journal::{FileNow, JournalError, Lost, keep_aside};
use crate::texts::{Value, errors, tid};
use crate::workbench::Workbench;

use super::Desk;
use super::file_name;
use super::files::absolute;

/// What is being looked for, and what is being made of it.
#[derive(Default)]
pub(super) struct Recovering {
    search: Option<Task<Search>>,
    opening: Option<Task<(Found, Option<Workbench>)>>,
}

/// What a search has brought.
struct Search {
    found: Vec<Found>,
    /// What was set aside before.
    aside: Vec<Found>,
}

impl Desk {
    /// Looks for work that programs have left behind: in the folder of the user, beside the open plan and beside those
    /// that were open before. What is found is offered.
    pub fn look_for_journals(&mut self, ctx: &Context) {
        let mut beside = self.screen.settings.recent.clone();
        beside.extend(self.opened.path.as_deref().map(absolute));
        beside.sort();
        beside.dedup();
        self.search(ctx, beside, false);
    }

    /// Looks for work on one plan.
    pub(super) fn look_beside(&mut self, ctx: &Context, path: PathBuf) {
        if self.recovering.search.is_none() {
            self.search(ctx, vec![path], false);
        }
    }

    /// Opens the window of earlier states, or that of recovered work.
    pub(super) fn show_kept(&mut self, ctx: &Context, command: UiCommand) {
        match command {
            UiCommand::Backups => self.show_backups(ctx),
            UiCommand::Release => self.show_releases(),
            _ => self.show_recovery(ctx),
        }
    }

    /// Opens the window of recovered work, with what was set aside before.
    fn show_recovery(&mut self, ctx: &Context) {
        self.opened.windows.recovery.open();
        let beside = self.opened.path.as_deref().map(absolute);
        self.search(ctx, beside.into_iter().collect(), true);
    }

    fn search(&mut self, ctx: &Context, beside: Vec<PathBuf>, with_aside: bool) {
        let Some(journals) = &self.journals else { return };
        let folder = journals.folder.clone();
        let search = move |_: &_| Search {
            found: find(folder.as_deref(), &beside),
            aside: match folder.filter(|_| with_aside) {
                Some(folder) => find(Some(&folder.join("kept")), &[]),
                None => Vec::new(),
            },
        };
        self.recovering.search = Some(Task::start(ctx, "find journals", search));
    }

    /// Takes in what was found and what was opened.
    pub(super) fn receive_recovered(&mut self, ctx: &Context) {
        if let Some(result) = self.recovering.search.as_ref().and_then(Task::poll) {
            self.recovering.search = None;
            let Search { found, aside } = result.unwrap_or(Search { found: Vec::new(), aside: Vec::new() });
            // Work on the plan that is open comes first.
            let open = self.opened.path.as_deref().map(absolute);
            let is_open = |found: &Found| {
                let file = found.read.as_ref().ok().and_then(|read| read.journal.file());
                file.zip(open.as_deref()).is_some_and(|((path, _), open)| absolute(path) == *open)
            };
            let (here, elsewhere): (Vec<_>, Vec<_>) = found.into_iter().partition(is_open);
            for found in here.into_iter().chain(elsewhere) {
                self.offer(found);
            }
            let readable = aside.into_iter().filter(|found| found.read.is_ok());
            readable.for_each(|found| self.opened.windows.recovery.offer(found, true));
        }
        if let Some(result) = self.recovering.opening.as_ref().and_then(Task::poll) {
            self.recovering.opening = None;
            match result {
                Ok((found, Some(workbench))) => self.show_recovered(ctx, found, workbench),
                Ok((found, None)) => {
                    self.opened.windows.recovery.put_back(found);
                    self.tell_error(tid("recovery-failed"));
                }
                Err(_) => self.tell_error(tid("recovery-failed")),
            }
        }
    }

    fn tell_error(&mut self, id: &'static str) {
        let text = self.screen.texts.text(id).to_owned();
        self.notices.tell(Message { text, is_error: true });
    }

    /// Offers a journal, or says why it can not be read and sets it aside.
    fn offer(&mut self, found: Found) {
        match &found.read {
            Ok(read) if !read.journal.is_modified() && !matches!(read.lost, Some(Lost::Lines(_))) => {
                // Everything in it was in its file. What can not be removed is found again.
                if found.file == FileNow::Same {
                    let _ = found.claimed.remove();
                } else {
                    let _ = self.set_aside(found);
                }
            }
            Ok(_) => self.opened.windows.recovery.offer(found, false),
            Err(error) => {
                let path = found.claimed.path().to_owned();
                let why = errors::journal_error(&self.screen.texts, error);
                // The program that wrote it can read it where it is.
                let stays = matches!(error, JournalError::Newer(_) | JournalError::Io(_));
                let aside = if stays { Some(path.clone()) } else { self.set_aside(found) };
                let file = aside.unwrap_or(path).display().to_string();
                let values = [("file", Value::from(&file)), ("why", Value::from(&why))];
                let text = self.screen.texts.text_with("recovery-unreadable", &values);
                self.notices.tell(Message { text, is_error: true });
            }
        }
    }

    /// Moves a journal to where those are that nobody wants now.
    fn set_aside(&mut self, found: Found) -> Option<PathBuf> {
        let folder = self.journals.as_ref()?.folder.as_ref()?.join("kept");
        keep_aside(found.claimed, &folder).ok()
    }

    /// Sets an offer aside.
    pub(super) fn discard_offer(&mut self, number: u64) {
        if let Some(found) = self.opened.windows.recovery.take(number) {
            let id =
                if self.set_aside(found).is_some() { tid("recovery-discarded") } else { tid("recovery-not-moved") };
            let text = self.screen.texts.text(id).to_owned();
            self.notices.tell(Message { text, is_error: false });
        }
    }

    /// Begins to recover an offer.
    pub(super) fn recover(&mut self, ctx: &Context, number: u64) {
        let Some(found) = self.opened.windows.recovery.take(number) else { return };
        let make = move |_: &_| {
            let journal = found.read.as_ref().ok().map(|read| &read.journal);
            let document = journal.and_then(|journal| restored(journal, found.file).ok());
            (found, document.map(Workbench::with_history))
        };
        self.recovering.opening = Some(Task::start(ctx, "recover", make));
        self.receive_recovered(ctx);
    }

    fn show_recovered(&mut self, ctx: &Context, found: Found, workbench: Workbench) {
        let Ok(read) = found.read else { return };
        let journal = read.journal;
        // Where something else stands in the file now, its mark tells so when it is to be saved.
        let file = journal.file().and_then(|(path, mark)| Some((path.clone(), mark?)));
        let file: Option<(PathBuf, FileMark)> = file.filter(|_| found.file != FileNow::None);
        self.show(workbench, file.clone());
        let Some(journals) = self.journals.clone() else { return };
        let document = self.opened.chosen.workbench.document();
        let is_damaged = matches!(read.lost, Some(Lost::Lines(_)));
        let (old, damaged) = if is_damaged { (None, Some(found.claimed)) } else { (Some(found.claimed), None) };
        let keeper = Keeper::recovered(document, journal, old, self.beginning(ctx, &journals));
        self.opened.kept.keeper = Some(keeper);
        if let (Some(damaged), Some(folder)) = (damaged, &journals.folder) {
            // What is damaged may still tell somebody something.
            let _ = keep_aside(damaged, &folder.join("kept"));
        }
        let steps = self.document().done().len();
        if let Some((path, _)) = &file {
            self.screen.settings.remember(path.clone());
        }
        let name = file.map_or_else(|| self.plan_name(), |(path, _)| file_name(&path));
        let values = [("file", Value::from(&name)), ("count", Value::from(steps))];
        let text = self.screen.texts.text_with("recovery-done", &values);
        self.notices.tell(Message { text, is_error: false });
    }

    /// Recovers an offer, after asking about what is unsaved.
    pub(super) fn ask_to_recover(&mut self, ctx: &Context, number: u64) {
        self.ask_before(ctx, Then::Recover(number));
    }
}
