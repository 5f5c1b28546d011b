//! Every call by which a file is changed, in one place, so that a test can let any of them fail.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

/// Makes a file that is not there yet, to write into.
pub(super) fn create_new(path: &Path) -> io::Result<File> {
    failing::step()?;
    // Who is to lock it has to be able to read it, on some systems.
    OpenOptions::new().read(true).write(true).create_new(true).open(path)
}

/// Writes all bytes. Where that fails, some of them may have been written.
pub(super) fn write_all(file: &mut File, bytes: &[u8]) -> io::Result<()> {
    failing::step().inspect_err(|_| _ = file.write_all(&bytes[..bytes.len() / 2]))?;
    file.write_all(bytes)
}

/// Waits until the file is on the disk.
pub(super) fn sync_all(file: &File) -> io::Result<()> {
    failing::step()?;
    file.sync_all()
}

/// Waits until the content of the file is on the disk.
pub(super) fn sync_data(file: &File) -> io::Result<()> {
    failing::step()?;
    file.sync_data()
}

/// Cuts a file, or lengthens it with zeros.
pub(super) fn set_len(file: &File, len: u64) -> io::Result<()> {
    failing::step()?;
    file.set_len(len)
}

/// Gives a file another name, in the place of what had that name.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    failing::step()?;
    fs::rename(from, to)
}

/// Gives a file a second name.
pub(super) fn hard_link(from: &Path, to: &Path) -> io::Result<()> {
    failing::step()?;
    fs::hard_link(from, to)
}

/// Copies what is left of `from` into `to`.
pub(super) fn copy(from: &mut File, to: &mut File) -> io::Result<u64> {
    failing::step().inspect_err(|_| _ = to.write_all(b"half"))?;
    io::copy(from, to)
}

/// Removes a file.
pub(super) fn remove_file(path: &Path) -> io::Result<()> {
    failing::step()?;
    fs::remove_file(path)
}

/// Makes a folder, and those it is in.
pub(super) fn create_dir_all(path: &Path) -> io::Result<()> {
    failing::step()?;
    fs::create_dir_all(path)
}

#[cfg(not(test))]
mod failing {
    /// Nothing fails but what the system lets fail.
    #[inline]
    pub fn step() -> std::io::Result<()> {
        Ok(())
    }
}

/// Calls that fail because a test wants them to.
#[cfg(test)]
pub(super) mod failing {
    use std::cell::Cell;
    use std::io;

    thread_local! {
        /// How many calls of this thread go well before one fails; `None` where none does.
        static LEFT: Cell<Option<usize>> = const { Cell::new(None) };
    }

    pub fn step() -> io::Result<()> {
        match LEFT.get() {
            Some(0) => {
                LEFT.set(None);
                Err(io::ErrorKind::StorageFull.into())
            }
            left => {
                LEFT.set(left.map(|left| left - 1));
                Ok(())
            }
        }
    }

    /// Does `work`; of its calls, the one after `well` others fails. Whether there were so many.
    pub fn after<T>(well: usize, work: impl FnOnce() -> T) -> (T, bool) {
        LEFT.set(Some(well));
        let done = work();
        (done, LEFT.take().is_none())
    }
}
