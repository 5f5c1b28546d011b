//! The file of a journal: locked as long as its program lives, lengthened by whole lines, and never left half written.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use super::codec::Lines;
use super::{Entry, Journal, JournalError, MAX_JOURNAL_BYTES, Read, read_journal};
use crate::store::draft::Draft;
use crate::store::{disk, io_reason, write};

/// A journal that is being written.
#[derive(Debug)]
pub struct JournalFile {
    path: PathBuf,
    /// Locked, so that others see that its program lives.
    file: File,
    /// How long it is without what may have been written by halves.
    len: u64,
    checksum: u32,
}

impl JournalFile {
    /// Writes `journal` at `path`, where nothing is, down to the disk; until then nothing has that name.
    ///
    /// # Errors
    /// What the system says. Nothing is left behind then.
    pub fn create(path: &Path, journal: &Journal) -> io::Result<Self> {
        let lines = Lines::of(journal);
        let len = length(&lines)?;
        let (draft, mut file) = Draft::beside(path, disk::create_new)?;
        // Where a file can not be locked, nobody could see that its program lives.
        file.try_lock().map_err(io::Error::from)?;
        disk::write_all(&mut file, &lines.bytes)?;
        disk::sync_all(&file)?;
        if path.exists() {
            return Err(ErrorKind::AlreadyExists.into());
        }
        disk::rename(draft.path(), path)?;
        write::flush_folder(path);
        Ok(Self { path: path.to_owned(), file, len, checksum: lines.checksum })
    }

    /// Adds what has happened; it is on the disk when this returns.
    ///
    /// # Errors
    /// What the system says. Then nothing was added, or the file can not be used any more: what was in it before still is.
    pub fn append(&mut self, entries: &[Entry]) -> io::Result<()> {
        let mut lines = Lines::after(self.checksum);
        lines.push_entries(entries);
        let len = self.len + length(&lines)?;
        if len > MAX_JOURNAL_BYTES {
            return Err(ErrorKind::FileTooLarge.into());
        }
        if !self.path.exists() {
            // Somebody has removed it, or the share is gone: what is added would be in no file.
            return Err(ErrorKind::NotFound.into());
        }
        let added = self.file.seek(SeekFrom::Start(self.len)).and_then(|_| {
            disk::write_all(&mut self.file, &lines.bytes)?;
            disk::sync_data(&self.file)
        });
        if let Err(error) = added {
            // What was written by halves would be taken for damage, if something came behind it.
            let _ = disk::set_len(&self.file, self.len);
            return Err(error);
        }
        (self.len, self.checksum) = (len, lines.checksum);
        Ok(())
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Leaves it behind, as something that can be read or kept aside.
    #[must_use]
    pub fn release(self) -> Claimed {
        Claimed { path: self.path, file: self.file }
    }

    /// Removes it: everything in it is safe elsewhere, or given up.
    ///
    /// # Errors
    /// What the system says.
    pub fn remove(self) -> io::Result<()> {
        disk::remove_file(&self.path)
    }
}

fn length(lines: &Lines) -> io::Result<u64> {
    let len = u64::try_from(lines.bytes.len()).unwrap_or(u64::MAX);
    if len > MAX_JOURNAL_BYTES { Err(ErrorKind::FileTooLarge.into()) } else { Ok(len) }
}

/// A journal that another program has left behind; nobody else can claim it as long as this value lives.
#[derive(Debug)]
pub struct Claimed {
    path: PathBuf,
    file: File,
}

/// Claims the journal at `path`; `None` while the program that writes it lives, and where there is none.
///
/// # Errors
/// What the system says.
pub fn claim(path: &Path) -> io::Result<Option<Claimed>> {
    // Opening a pipe would wait for somebody to write into it, and a link may lead anywhere.
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_file() => {}
        Ok(_) => return Ok(None),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    }
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    match file.try_lock() {
        // Whoever held it may have removed it meanwhile.
        Ok(()) if path.exists() => Ok(Some(Claimed { path: path.to_owned(), file })),
        Ok(()) | Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

impl Claimed {
    /// Reads it.
    ///
    /// # Errors
    /// Why nothing can be read out of it.
    pub fn read(&self) -> Result<Read, JournalError> {
        let io = |error: io::Error| JournalError::Io(io_reason(&error));
        let len = self.file.metadata().map_err(io)?.len();
        if len > MAX_JOURNAL_BYTES {
            return Err(JournalError::TooLarge);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(len).unwrap_or(0));
        let mut file = &self.file;
        file.seek(SeekFrom::Start(0)).map_err(io)?;
        file.take(MAX_JOURNAL_BYTES + 1).read_to_end(&mut bytes).map_err(io)?;
        read_journal(&bytes)
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Removes it: what is in it is safe elsewhere.
    ///
    /// # Errors
    /// What the system says.
    pub fn remove(self) -> io::Result<()> {
        disk::remove_file(&self.path)
    }
}
