//! The journal of the open plan, and the work that others have left in theirs.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use egui::{Context, ViewportCommand};

use crate::app::action::Message;
use crate::app::system::journals::Journals;
use crate::app::system::tasks::Task;
use crate::edit::SavePoint;
use crate::keeping::{Beginning, Ending, Keeper, State};
use crate::store::{FileMark, folder_of, keep_backup};
use crate::texts::{Value, errors};

use super::Desk;
use super::files::absolute;

/// How long a state may be on its way to the disk until that is worth a word, in seconds.
const SOON: f64 = 0.2;
/// How long the window waits for the disk when it closes.
const PATIENCE: Duration = Duration::from_secs(3);

impl Desk {
    /// With journals of what is done.
    #[must_use]
    pub fn with_journals(mut self, journals: Journals) -> Self {
        self.journals = Some(journals);
        self
    }

    /// Keeps what has been done since the last frame.
    pub(super) fn keep(&mut self, ctx: &Context) {
        let Some(journals) = &self.journals else { return };
        let now = (journals.now)();
        let document = self.opened.chosen.workbench.document();
        if self.opened.kept.keeper.is_none() {
            self.opened.kept.keeper = Some(Keeper::new(document, self.beginning(ctx, journals)));
        }
        let kept = &mut self.opened.kept;
        let Some(keeper) = &mut kept.keeper else { return };
        keeper.follow(document, now);
        match keeper.state() {
            State::Failed(error) if !kept.is_told => {
                kept.is_told = true;
                let why = errors::save_error(&self.screen.texts, &error);
                let text = self.screen.texts.text_with("journal-failed", &[("why", Value::from(&why))]);
                self.notices.tell(Message { text, is_error: true });
            }
            State::Safe => kept.is_told = false,
            _ => {}
        }
    }

    pub(super) fn beginning(&self, ctx: &Context, journals: &Journals) -> Beginning {
        let ctx = ctx.clone();
        Beginning {
            file: self.opened.path.as_deref().map(|path| (absolute(path), self.opened.mark)),
            folder: journals.folder.clone(),
            now: (journals.now)(),
            wake: Arc::new(move || ctx.request_repaint()),
        }
    }

    /// How safe the changes are that are not saved; nothing while there is no journal.
    pub(super) fn journal_state(&mut self, ctx: &Context) -> Option<State> {
        let kept = &mut self.opened.kept;
        let state = kept.keeper.as_ref()?.state();
        if state != State::Writing {
            kept.writing_since = None;
            return Some(state);
        }
        let now = ctx.input(|input| input.time);
        let since = *kept.writing_since.get_or_insert(now);
        ctx.request_repaint_after(Duration::from_secs_f64(SOON));
        // A disk that is quick is not worth a word that comes and goes.
        Some(if now - since < SOON { State::Idle } else { state })
    }

    /// Notes that a state of the plan is in its file.
    pub(super) fn keep_saved(&mut self, point: SavePoint, file: &Path, mark: FileMark) {
        if let (Some(journals), Some(keeper)) = (&self.journals, &mut self.opened.kept.keeper) {
            let file = absolute(file);
            let document = self.opened.chosen.workbench.document();
            keeper.note_saved(document, point, (&file, mark), (journals.now)());
        }
    }

    /// Keeps what has just been saved among the earlier states.
    pub(super) fn back_up(&mut self, ctx: &Context, file: &Path, mark: FileMark) {
        let Some((folder, now)) = self.backups_folder().zip(self.journals.as_ref().map(|journals| (journals.now)()))
        else {
            return;
        };
        let file = absolute(file);
        let keep = move |_: &_| keep_backup(&folder, &file, mark, now);
        self.pending.backing_up = Some(Task::start(ctx, "backup", keep));
    }

    /// Says once why what was saved could not be kept among the earlier states.
    pub(super) fn receive_backup(&mut self) {
        if let Some(result) = self.pending.backing_up.as_ref().and_then(Task::poll) {
            self.pending.backing_up = None;
            if let Ok(Err(error)) = result {
                let why = errors::save_error(&self.screen.texts, &error);
                let text = self.screen.texts.text_with("backup-failed", &[("why", Value::from(&why))]);
                self.notices.tell(Message { text, is_error: true });
            }
        }
    }

    /// Opens the window of earlier states.
    pub(super) fn show_backups(&mut self, ctx: &Context) {
        let folder = self.backups_folder();
        self.opened.windows.backups.open(ctx, folder);
    }

    pub(super) fn backups_folder(&self) -> Option<PathBuf> {
        let folder = self.journals.as_ref()?.backups.as_ref()?;
        Some(folder_of(folder, self.plan().header().identity?))
    }

    /// Another plan takes the place of the open one: what is not saved of it is given up.
    pub(super) fn end_journal(&mut self) {
        let ending = if self.is_modified() { Ending::GivenUp } else { Ending::Saved };
        if let Some(keeper) = self.opened.kept.keeper.take() {
            // It ends by itself.
            keeper.end(ending, Duration::ZERO);
        }
    }

    /// Closes the window without a question: the system ends the program. What is not saved stays in the journal.
    pub fn interrupt(&mut self, ctx: &Context) {
        if !self.pending.is_interrupted {
            self.pending.is_interrupted = true;
            self.finish_typing_and_tell();
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    /// The program ends. What nobody has decided about is found at the next start.
    pub fn close_journal(&mut self) {
        let ending = match (self.is_modified(), self.pending.quits) {
            (false, _) => Ending::Saved,
            (true, true) => Ending::GivenUp,
            (true, false) => Ending::Interrupted,
        };
        if let (Some(journals), Some(mut keeper)) = (&self.journals, self.opened.kept.keeper.take()) {
            keeper.follow(self.opened.chosen.workbench.document(), (journals.now)());
            keeper.end(ending, PATIENCE);
        }
    }
}
