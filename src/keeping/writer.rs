//! The thread that writes a journal: beside the plan, else in a folder of the user's own, else again in a while.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::{Beginning, Ending, State, Wake};
use crate::store::SaveError;
use crate::store::journal::{Claimed, Entry, Event, Journal, JournalFile, Place, keep_aside};

/// How long until what failed is tried again.
const AGAIN: Duration = Duration::from_secs(5);

/// What the thread is told.
enum Order {
    Keep(Vec<Entry>),
    End(Ending),
}

/// How far the thread is, for everybody who asks.
#[derive(Debug, Default)]
pub(super) struct Shared {
    progress: Mutex<Progress>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Progress {
    /// So many orders are carried out.
    safe: u64,
    /// Why the next is not.
    failure: Option<SaveError>,
    /// The thread has ended.
    ended: bool,
}

/// The thread, once there is something to write.
pub(super) struct Writer {
    shared: Arc<Shared>,
    told: u64,
    /// What it will begin with.
    book: Option<Book>,
    wake: Wake,
    orders: Option<Sender<Order>>,
}

impl Writer {
    /// Writes `journal`, and then removes the `old` ones that it came from.
    pub fn new(journal: Journal, old: Vec<Claimed>, begin: Beginning) -> Self {
        let Beginning { file, folder, wake, .. } = begin;
        let book = Book { written: None, old, file: file.map(|(file, _)| file), folder, journal };
        Self { shared: Arc::default(), told: 0, book: Some(book), wake, orders: None }
    }

    /// Adds entries to what is to be written; without any, only the journal itself is to be there.
    pub fn tell(&mut self, entries: Vec<Entry>) {
        if let Some(book) = self.book.take() {
            let (sender, orders) = channel();
            let (shared, wake) = (Arc::clone(&self.shared), Arc::clone(&self.wake));
            let run = move || write(book, &orders, &Ended(shared, wake));
            match thread::Builder::new().name("journal".to_owned()).spawn(run) {
                Ok(_) => self.orders = Some(sender),
                Err(error) => {
                    let mut progress = self.shared.lock();
                    (progress.ended, progress.failure) = (true, Some(SaveError::from(&error)));
                }
            }
        }
        self.told += 1;
        // Where the thread has ended, its state says so.
        let _ = self.orders.as_ref().map(|orders| orders.send(Order::Keep(entries)));
    }

    /// How many orders it was given.
    pub fn told(&self) -> u64 {
        self.told
    }

    /// How far it is, for others.
    pub fn shared(&self) -> Arc<Shared> {
        Arc::clone(&self.shared)
    }

    /// How far it is.
    pub fn state(&self) -> State {
        let progress = self.shared.lock();
        match &progress.failure {
            _ if self.told == 0 => State::Idle,
            _ if progress.safe == self.told => State::Safe,
            Some(failure) => State::Failed(failure.clone()),
            None if progress.ended => State::Failed(SaveError::Io("the thread that writes it has ended".to_owned())),
            None => State::Writing,
        }
    }

    /// Ends the thread when it has written what it was told.
    pub fn end(mut self, ending: Ending, patience: Duration) {
        let Some(orders) = self.orders.take() else { return };
        self.told += 1;
        if orders.send(Order::End(ending)).is_ok() {
            let _ = self.shared.wait(self.told, patience);
        }
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until so many orders are carried out, or can not be.
    pub fn wait(&self, told: u64, patience: Duration) -> bool {
        let waits = |progress: &mut Progress| progress.safe < told && progress.failure.is_none() && !progress.ended;
        let waited = self.changed.wait_timeout_while(self.lock(), patience, waits);
        waited.unwrap_or_else(PoisonError::into_inner).0.safe >= told
    }
}

/// Tells that the thread has ended, also where it broke down.
struct Ended(Arc<Shared>, Wake);

impl Ended {
    fn note(&self, note: impl FnOnce(&mut Progress)) {
        note(&mut self.0.lock());
        self.0.changed.notify_all();
        (self.1)();
    }
}

impl Drop for Ended {
    fn drop(&mut self) {
        self.note(|progress| progress.ended = true);
    }
}

/// Everything that is known of a journal. So it can be written anew, and elsewhere, at any time.
struct Book {
    journal: Journal,
    /// The file, and how many entries are in it.
    written: Option<(JournalFile, usize)>,
    /// Journals that are not needed any more once this one is on the disk.
    old: Vec<Claimed>,
    file: Option<PathBuf>,
    folder: Option<PathBuf>,
}

fn write(mut book: Book, orders: &Receiver<Order>, ended: &Ended) {
    let mut told = 0;
    let mut is_behind = false;
    loop {
        let first = if is_behind { orders.recv_timeout(AGAIN) } else { orders.recv().map_err(Into::into) };
        let mut ending = None;
        match first {
            // Whatever else waits is written together with it.
            Ok(first) => {
                for order in std::iter::once(first).chain(orders.try_iter()) {
                    told += 1;
                    match order {
                        Order::Keep(entries) => book.take(entries),
                        Order::End(how) => ending = Some(how),
                    }
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
            // The window has gone without a word.
            Err(RecvTimeoutError::Disconnected) => return,
        }
        // What is given up or saved need not be written any more.
        let failure = match ending {
            Some(Ending::Saved) => None,
            _ => book.write().err(),
        };
        if let Some(how) = ending {
            book.end(how);
        }
        is_behind = failure.is_some();
        ended.note(|progress| {
            if failure.is_none() {
                progress.safe = told;
            }
            progress.failure = failure.as_ref().map(SaveError::from);
        });
        if ending.is_some() {
            return;
        }
    }
}

impl Book {
    fn take(&mut self, entries: Vec<Entry>) {
        for entry in &entries {
            if let Event::Saved(saved) = &entry.event
                && self.file.as_ref() != Some(&saved.file)
            {
                // The plan has another file now, and whoever opens that looks beside it.
                self.file = Some(saved.file.clone());
                self.old.extend(self.written.take().map(|(file, _)| file.release()));
            }
        }
        self.journal.entries.extend(entries);
    }

    /// Puts everything on the disk that is not there yet.
    fn write(&mut self) -> io::Result<()> {
        if let Some((file, count)) = &mut self.written {
            let new = &self.journal.entries[*count..];
            if new.is_empty() || file.append(new).is_ok() {
                *count = self.journal.entries.len();
                return Ok(());
            }
        }
        let beside = self.file.as_deref().map(Place::Beside);
        let mut failure = io::Error::from(io::ErrorKind::NotFound);
        for place in beside.into_iter().chain(self.folder.as_deref().map(Place::Folder)) {
            match place.new_path().and_then(|path| JournalFile::create(&path, &self.journal)) {
                Ok(file) => {
                    let before = self.written.replace((file, self.journal.entries.len()));
                    self.old.extend(before.map(|(file, _)| file.release()));
                    // What can not be removed is offered again some day, which is better than the other way round.
                    self.old.drain(..).for_each(|old| _ = old.remove());
                    return Ok(());
                }
                Err(error) => failure = error,
            }
        }
        Err(failure)
    }

    fn end(&mut self, ending: Ending) {
        let Some((file, _)) = self.written.take() else { return };
        match (ending, &self.folder) {
            (Ending::Interrupted, _) => {}
            (Ending::GivenUp, Some(folder)) => _ = keep_aside(file.release(), &folder.join("kept")),
            (Ending::GivenUp, None) | (Ending::Saved, _) => _ = file.remove(),
        }
    }
}
